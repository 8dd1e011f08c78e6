// SPDX-License-Identifier: Apache-2.0

extension Audit {
  /// Places of which the bound or the candidate says nothing: no acceptance rests on them.
  func checkUnknown(_ body: (Violation) -> Void) {
    for index in candidate.unknownSlots.indices {
      var bits = SetBits(candidate.unknownSlots[index] | bound.unknownSlots[index])
      while let bit = bits.next() {
        let slot = index &* 64 &+ bit
        if candidate.isWithinLimits(slot: slot) { reportSlot(slot, body) }
      }
    }
    var bits = SetBits(candidate.unknownMSRs | bound.unknownMSRs)
    while let position = bits.next() {
      reportMSR(position, body)
    }
  }

  #if hasFeature(Embedded)
    @inline(never)
  #endif
  private func reportSlot(_ slot: Int, _ body: (Violation) -> Void) {
    let isMineKnown = candidate.isKnown(slot: slot)
    let isHeldKnown = bound.isKnown(slot: slot)
    for position in (slot &* 4)..<(slot &* 4 &+ 4) {
      let value = candidate[position: position]
      let held = bound[position: position]
      let isUnfounded =
        isMineKnown || isHeldKnown
        ? (isMineKnown ? value : held) != 0 : hasFeatures(position, beyond: held, value)
      guard isUnfounded else { continue }
      body(
        Violation(
          isHeldKnown ? .candidateUnknown : .boundUnknown,
          at: .leaf(LeafLayout.place(ofSlot: slot), Register(position: position)), bits: 0...31,
          subject: .bits, value: UInt64(value), bound: UInt64(held), severity: .ofUnknown))
    }
  }

  /// Whether a register that neither knows shows features which the bound was not given: derivation
  /// gives some, whatever was recorded.
  private func hasFeatures(_ position: Int, beyond held: UInt32, _ value: UInt32) -> Bool {
    guard value & ~held != 0 else { return false }
    let sources = FeatureTable.sources.span
    for word in sources.indices where FeatureSource(sources[word]).isRegister(position) {
      // The host's own behaviour is no matter of the bound.
      let bounded = FeatureSet.known[word: word] & ~FeatureTable.auditEqualWords[word]
      return value & ~held & bounded != 0
    }
    return false
  }

  private func reportMSR(_ position: Int, _ body: (Violation) -> Void) {
    let bit = UInt64(1) &<< UInt64(truncatingIfNeeded: position)
    let isMineKnown = candidate.unknownMSRs & bit == 0
    let isHeldKnown = bound.unknownMSRs & bit == 0
    let value = candidate.msrs[position]
    let held = bound.msrs[position]
    let unfounded = isMineKnown ? value : isHeldKnown ? held : value & ~held
    guard unfounded != 0 else { return }
    body(
      Violation(
        isHeldKnown ? .candidateUnknown : .boundUnknown,
        at: .msr(LeafLayout.msr(at: position)), bits: 0...63, subject: .bits, value: value,
        bound: held, severity: .ofUnknown))
  }
}
