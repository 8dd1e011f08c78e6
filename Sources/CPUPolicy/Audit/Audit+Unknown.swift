extension Audit {
  /// Places of which the bound or the candidate says nothing: no acceptance rests on them.
  func checkUnknown(_ body: (Violation) -> Void) {
    var difference = candidate.unknownMSRs ^ bound.unknownMSRs
    for index in candidate.unknownSlots.indices {
      difference |= candidate.unknownSlots[index] ^ bound.unknownSlots[index]
    }
    guard difference != 0 else { return }
    for slot in 0..<LeafLayout.slotCount where candidate.isWithinLimits(slot: slot) {
      reportSlot(slot, body)
    }
    for position in 0..<LeafLayout.msrCount {
      let bit = UInt64(1) &<< UInt64(truncatingIfNeeded: position)
      let isUnknown = (candidate.unknownMSRs & bit != 0, bound.unknownMSRs & bit != 0)
      let value = candidate.msrs[position]
      let held = bound.msrs[position]
      guard isUnknown.0 != isUnknown.1, isUnknown.0 ? held != 0 : value != 0 else { continue }
      body(
        Violation(
          isUnknown.0 ? .candidateUnknown : .boundUnknown,
          at: .msr(LeafLayout.msr(at: position)), bits: 0...63, subject: .bits, value: value,
          bound: held, severity: .ofUnknown))
    }
  }

  private func reportSlot(_ slot: Int, _ body: (Violation) -> Void) {
    let isUnknown = (!candidate.isKnown(slot: slot), !bound.isKnown(slot: slot))
    let value = candidate[slot: slot]
    let held = bound[slot: slot]
    guard isUnknown.0 != isUnknown.1, !(isUnknown.0 ? held : value).isZero else { return }
    for index in 0..<4 {
      let register = Register(position: index)
      guard (isUnknown.0 ? held : value)[register] != 0 else { continue }
      body(
        Violation(
          isUnknown.0 ? .candidateUnknown : .boundUnknown,
          at: .leaf(LeafLayout.place(ofSlot: slot), register), bits: 0...31, subject: .bits,
          value: UInt64(value[register]), bound: UInt64(held[register]), severity: .ofUnknown))
    }
  }
}
