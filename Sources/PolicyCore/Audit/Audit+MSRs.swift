// SPDX-License-Identifier: Apache-2.0

extension Audit {
  /// Model-specific registers: the candidate may hold those that the bound has, by their rows.
  func checkMSRs(_ features: borrowing @_addressable FeatureSet, _ body: (Violation) -> Void) {
    checkOwnedMSRs(features, body)
    let values = candidate.msrs
    let theirs = bound.msrs
    let forbiddenBits = prepared.forbiddenMSRBits
    let comparedBits = prepared.comparedMSRBits
    var bits = SetBits(candidate.presentMSRs)
    while let position = bits.next() {
      let value = values[position]
      guard value != 0 else { continue }
      let difference = value ^ theirs[position]
      if value & forbiddenBits[position] | difference & comparedBits[position] == 0 { continue }
      let bit = UInt64(1) &<< UInt64(truncatingIfNeeded: position)
      // An unrecorded bound is reported by the check of what is unknown.
      if bound.unknownMSRs & bit != 0 { continue }
      let index = LeafLayout.msr(at: position)
      if bound.presentMSRs & bit == 0 {
        body(
          Violation(
            .msrNotOffered, at: .msr(index), bits: 0...63, subject: .bits, value: value, bound: 0))
      } else {
        check(index, position, value, theirs[position], body)
      }
    }
  }

  /// Registers that come with a feature (`ABI/leaves.csv`): nothing without it, and with it what must
  /// equal the host's.
  private func checkOwnedMSRs(
    _ features: borrowing @_addressable FeatureSet, _ body: (Violation) -> Void
  ) {
    // What the bound lacks or did not record is reported elsewhere.
    var bits = SetBits(prepared.ownedMSRs & ~candidate.unknownMSRs)
    while let position = bits.next() {
      let index = LeafLayout.msr(at: position)
      let value = candidate.msrs[position]
      let held = bound.msrs[position]
      let owner = Owner(packed: FeatureTable.ownersOfMSRs[position])
      if owner.isShown(features, in: candidate.registers) {
        if value == 0 { check(index, position, 0, held, body) }
      } else if value != 0, !(isOfSystem && value == held) {
        body(
          Violation(
            .leafWithoutFeature, at: .msr(index), bits: 0...63, subject: .bits, value: value,
            bound: 0, prerequisite: owner.feature))
      }
    }
  }

  private func check(
    _ index: MSRIndex, _ position: Int, _ value: UInt64, _ held: UInt64,
    _ body: (Violation) -> Void
  ) {
    // System policies may keep whatever the bound itself holds.
    let isLenient = isOfSystem
    var rest = value & ~reportFeatures(position, value, body)
    if isLenient { rest &= ~held }
    for row in 0..<MSRField.count {
      let field = MSRField(rawValue: UInt16(truncatingIfNeeded: row))
      if field.position != position || field.isFeatureWord { continue }
      rest &= ~field.mask
      let low = UInt64(truncatingIfNeeded: field.lowBit)
      let mine = (value & field.mask) &>> low
      let theirs = (held & field.mask) &>> low
      guard mine != theirs, let code = Audit.finding(field.rules, mine, theirs) else { continue }
      body(
        Violation(
          code, at: .msr(index), bits: field.lowBit...field.highBit, subject: .msrField(field),
          value: mine, bound: theirs))
    }
    var runs = BitRuns(rest)
    while let run = runs.next() {
      body(
        Violation(
          .reservedBits, at: .msr(index), bits: run.bits, subject: .bits, value: run.ones,
          bound: 0))
    }
  }

  /// What a row says of two different values; nil where it allows them.
  private static func finding(
    _ rules: FieldRules, _ value: UInt64, _ held: UInt64
  ) -> ViolationCode? {
    switch rules.audit {
    case .subset: value & ~held == 0 ? nil : .fieldNotOffered
    case .atMost: value <= held ? nil : .fieldAboveBound
    case .atLeast: value & held == held ? nil : .fieldBelowBound
    case .equal: .fieldDiffers
    case .zero: value == 0 ? nil : .fieldMustBeZero
    case .derived: value == 0 ? nil : .derivedDiffers
    case .any, .topology: nil
    }
  }

  /// Reports features that the bound lacks; returns all bits that are features.
  private func reportFeatures(
    _ position: Int, _ value: UInt64, _ body: (Violation) -> Void
  ) -> UInt64 {
    var named: UInt64 = 0
    let sources = FeatureTable.sources.span
    for word in sources.indices where FeatureSource(sources[word]).isMSR(position) {
      let source = FeatureSource(sources[word])
      let known = FeatureSet.known[word: word]
      named |= UInt64(known) &<< source.shift
      let shown = source.half(of: value) & known & ~prepared.allowed[word]
      reportFeatures(ofWord: word, shown, body)
    }
    return named
  }
}
