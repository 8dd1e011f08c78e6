// SPDX-License-Identifier: Apache-2.0

extension AuditBound {
  /// Collects for each MSR the bits that need a look at their rows: most candidates have none.
  mutating func prepareMSRs(_ bound: PolicyView) {
    ownedMSRs = 0
    for position in 0..<LeafLayout.msrCount {
      let bit = UInt64(1) &<< UInt64(truncatingIfNeeded: position)
      var forbidden: UInt64 = 0
      var compared: UInt64 = 0
      // An unrecorded bound is reported by the check of what is unknown.
      let isKnown = bound.unknownMSRs & bit == 0
      let isPresent = bound.presentMSRs & bit != 0
      if isKnown, isPresent {
        collect(position, bound.msrs[position], &forbidden, &compared)
        if !Owner(packed: FeatureTable.ownersOfMSRs[position]).isNone { ownedMSRs |= bit }
      }
      var forbiddenBits = forbiddenMSRBits.mutableSpan
      forbiddenBits[position] = isKnown && !isPresent ? UInt64.max : forbidden
      var comparedBits = comparedMSRBits.mutableSpan
      comparedBits[position] = compared
    }
  }

  private func collect(
    _ position: Int, _ held: UInt64, _ forbidden: inout UInt64, _ compared: inout UInt64
  ) {
    let features = AuditBound.bits(ofMSR: position, FeatureSet.known)
    // What no row names is reserved, but for what a system policy's bound itself holds.
    var free = features
    if scope == .system { free |= held }
    forbidden = features & ~AuditBound.bits(ofMSR: position, allowedFeatures)
    for row in 0..<MSRField.count {
      let field = MSRField(rawValue: UInt16(truncatingIfNeeded: row))
      if field.position != position || field.isFeatureWord { continue }
      free |= field.mask
      switch field.rules.audit {
      case .subset: forbidden |= field.mask & ~held
      case .atMost, .atLeast, .equal, .zero, .derived: compared |= field.mask
      case .any, .topology: break
      }
    }
    forbidden |= ~free
  }

  /// The bits of an MSR that are features of a set.
  private static func bits(ofMSR position: Int, _ set: borrowing FeatureSet) -> UInt64 {
    var bits: UInt64 = 0
    let sources = FeatureTable.sources.span
    let words = set.words.span
    for word in sources.indices where FeatureSource(sources[word]).isMSR(position) {
      bits |= UInt64(words[word]) &<< FeatureSource(sources[word]).shift
    }
    return bits
  }
}
