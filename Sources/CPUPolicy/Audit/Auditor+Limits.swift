extension Auditor {
  /// Data beyond the candidate's own limits, and limits of a wrong form.
  @_addressableSelf
  func checkLimits(_ candidate: borrowing @_addressable CPUPolicy, _ body: (Violation) -> Void) {
    let extended = candidate.maxExtendedLeaf
    let isMalformed = extended >> 16 != 0x8000 && extended != 0
    let most = bound.maxExtendedLeaf
    let isBounds = isOfSystem && extended == most
    if isMalformed && extended <= most && !isBounds {
      report(.limitMalformed, .maxExtendedLeaf, value: extended, bound: most, body)
    }
    let basicLimit = candidate.maxBasicLeaf
    let extendedLimit = 0x8000_0000 | candidate.extendedLeafCount
    var slot = 0
    while slot < LeafLayout.slotCount {
      let leaf = LeafLayout.place(ofSlot: slot).leaf
      guard let block = LeafLayout.block(leaf) else { return }
      let end = block.base &+ block.count
      let isWithin =
        switch leaf >> 28 {
        case 0: leaf <= basicLimit
        case 4: true
        default: leaf <= extendedLimit
        }
      let kept =
        isWithin
        ? block.isPlain ? 1 : candidate.listCount(leaf, block) : 0
      if kept < block.count { checkStale((block.base &+ kept)..<end, candidate, body) }
      slot = end
    }
  }

  @_addressableSelf
  private func checkStale(
    _ slots: Range<Int>, _ candidate: borrowing @_addressable CPUPolicy, _ body: (Violation) -> Void
  ) {
    var any: UInt32 = 0
    for position in (slots.lowerBound &* 4)..<(slots.upperBound &* 4) {
      any |= candidate.registers.span[position]
    }
    guard any != 0 else { return }
    for position in (slots.lowerBound &* 4)..<(slots.upperBound &* 4)
    where candidate.registers.span[position] != 0 {
      // Feature bits count wherever they stand.
      let stale = candidate.registers.span[position] & ~Auditor.featureBits(position)
      let isBounds = isOfSystem ? stale & ~bound[position: position] == 0 : false
      guard stale != 0, !isBounds, candidate.isKnown(slot: position >> 2) else { continue }
      let low = stale.trailingZeroBitCount
      let high = 31 &- stale.leadingZeroBitCount
      let register = Register(rawValue: UInt8(truncatingIfNeeded: position & 3)) ?? .eax
      body(
        Violation(
          .beyondLimits, at: .leaf(LeafLayout.place(ofSlot: position >> 2), register),
          bits: low...high, subject: .bits,
          value: UInt64(stale &>> UInt32(truncatingIfNeeded: low)), bound: 0,
          severity: .behaviour))
    }
  }

  /// The named feature bits of a register.
  static func featureBits(_ position: Int) -> UInt32 {
    let sources = FeatureTable.sources.span
    for word in sources.indices where Int(sources[word]) == position {
      return FeatureSet.known[word: word]
    }
    return 0
  }
}
