// SPDX-License-Identifier: Apache-2.0

/// Something in which the hosts of a pool differ and must not.
public enum LevelConflict: Sendable {
  /// A field in one of its subleaves.
  case field(Field, subleaf: UInt32)
  /// A field of an MSR.
  case msr(MSRField)
}

extension PolicyLevel {
  /// Calls `body` for everything in which hosts differ that a guest cannot be shown in two ways: the
  /// vendor, the size of a cache line to flush, the layout of a state.
  ///
  /// What waits for an owner that the pool's policy does not show is no conflict; a feature whose state
  /// has several layouts falls, and its layout is named all the same.
  ///
  /// - Parameters:
  ///   - policy: what `closed()` gave.
  ///   - body: gets each of them, in the order of the tables.
  public func forEachConflict(
    closed policy: borrowing @_addressable CPUPolicy, _ body: (LevelConflict) -> Void
  ) {
    let features = policy.view.featureSet
    let registers = policy.registers.span
    var rows = FieldRows()
    while let field = rows.next() {
      guard field.rules.level == .equal else { continue }
      for subleaf in field.subleaves {
        guard let position = field.position(subleaf: subleaf),
          differs(at: position) & field.mask != 0,
          field.owner(subleaf: subleaf).isShown(features, in: registers)
        else { continue }
        body(.field(field, subleaf: subleaf))
      }
    }
    for row in 0..<MSRField.count {
      let field = MSRField(rawValue: UInt16(truncatingIfNeeded: row))
      let position = field.position
      guard field.rules.level == .equal, presentMSRs &>> UInt64(position) & 1 != 0,
        (allMSRs[position] ^ anyMSRs[position]) & field.mask != 0
      else { continue }
      body(.msr(field))
    }
  }

  /// Features that describe how the hardware behaves, and in which the hosts differ: a guest cannot be
  /// shown another value than its host's, and nothing forbids it to move.
  public var differences: FeatureSet {
    var result = FeatureSet()
    FeatureSet.equalToHost.forEachFeature { feature in
      let source = FeatureSource(FeatureTable.sources[feature.word])
      guard !source.isMSR else { return }
      let position = source.registerPosition
      if (all[position] ^ any[position]) & feature.mask != 0 { result.insert(feature) }
    }
    return result
  }

  /// Features that the pool has because some host has them, and others do not.
  public var accumulated: FeatureSet {
    var result = FeatureSet()
    FeatureSet.accumulating.forEachFeature { feature in
      let source = FeatureSource(FeatureTable.sources[feature.word])
      let differs =
        source.isMSR
        ? source.half(of: allMSRs[source.msrPosition] ^ anyMSRs[source.msrPosition])
        : all[source.registerPosition] ^ any[source.registerPosition]
      if differs & feature.mask != 0 { result.insert(feature) }
    }
    return result
  }
}
