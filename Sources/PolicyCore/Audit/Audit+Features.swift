// SPDX-License-Identifier: Apache-2.0

extension Audit {
  /// Features against each other and against the host.
  func checkFeatures(_ features: borrowing @_addressable FeatureSet, _ body: (Violation) -> Void) {
    if !domain.quickCheck.passes(features) {
      if features.hasOrphans { reportOrphans(features, body) }
      checkHostBits(features, body)
    }
    if features.contains(.xsave), candidate[.maxBasicLeaf] < 0xd {
      report(
        .needsHigherLeaf, .xsave, value: UInt64(candidate[.maxBasicLeaf]), bound: 0xd, body)
    }
  }

  private func offers(_ feature: Feature) -> Bool {
    prepared.offered[feature.word] & feature.mask != 0
  }

  private func reportOrphans(
    _ features: borrowing @_addressable FeatureSet, _ body: (Violation) -> Void
  ) {
    let edges = FeatureTable.requirements.span
    for index in edges.indices {
      let feature = Feature(rawValue: UInt16(truncatingIfNeeded: edges[index] >> 16))
      let need = Feature(rawValue: UInt16(truncatingIfNeeded: edges[index]))
      guard features.contains(feature), !features.contains(need) else { continue }
      // What the bound's own CPU shows so is no fault of a policy of the system.
      if isOfSystem, offers(feature), !offers(need) { continue }
      report(.prerequisiteMissing, feature, value: 1, bound: 0, prerequisite: need, body)
    }
  }

  /// Bits that describe how the CPU behaves, whatever a policy says.
  private func checkHostBits(
    _ features: borrowing @_addressable FeatureSet, _ body: (Violation) -> Void
  ) {
    let equal = FeatureTable.auditEqualWords.span
    let shown = features.words.span
    let expected = domain.quickCheck.fixed
    for word in equal.indices {
      var bits = SetBits((shown[word] ^ expected[word]) & equal[word])
      while let bit = bits.next() {
        let feature = Feature(word: word, bit: bit)
        let value = features.contains(feature)
        if !prepared.hasHost {
          if value { report(.featureNotOffered, feature, value: 1, bound: 0, body) }
          continue
        }
        // A system policy leaves the bit out; a domain's has the host's.
        guard !isOfSystem || value, candidate.isKnown(feature) else { continue }
        report(.differsFromHost, feature, value: value ? 1 : 0, bound: value ? 0 : 1, body)
      }
    }
  }

  /// Reports a feature at its place. Never inlined, for the size of an archive: nothing of an
  /// accepted policy comes here.
  @inline(never)
  func report(
    _ code: ViolationCode, _ feature: Feature, value: UInt64, bound: UInt64,
    prerequisite: Feature? = nil, _ body: (Violation) -> Void
  ) {
    let violation = Violation(
      code, feature, value: value, bound: bound, prerequisite: prerequisite)
    if let violation { body(violation) }
  }

  /// Reports a field in one subleaf; as rare as the other.
  @inline(never)
  func report(
    _ code: ViolationCode, _ field: Field, subleaf: UInt32 = 0, value: UInt32, bound: UInt32,
    _ body: (Violation) -> Void
  ) {
    body(Violation(code, field, subleaf: subleaf, value: value, bound: bound))
  }
}
