extension Auditor {
  /// Data beyond the candidate's own limits, and limits of a wrong form.
  @_addressableSelf
  func checkLimits(
    _ candidate: borrowing @_addressable CPUPolicy, isWithinMasks: Bool,
    _ body: (Violation) -> Void
  ) {
    let extended = candidate.maxExtendedLeaf
    let isMalformed = extended >> 16 != 0x8000 && extended != 0
    let most = bound.maxExtendedLeaf
    let isBounds = isOfSystem && extended == most
    if isMalformed && extended <= most && !isBounds {
      report(.limitMalformed, .maxExtendedLeaf, value: extended, bound: most, body)
    }
    let limits = candidate.limits
    checkStale(LeafLayout.slots(aboveBasic: limits.basic), candidate, isWithinMasks, body)
    checkStale(LeafLayout.slots(aboveExtended: limits.extended), candidate, isWithinMasks, body)
    let lists = LeafLayout.lists.span
    var rest = isWithinMasks ? openPlaces.lists : UInt64.max
    while rest.trailingZeroBitCount < lists.count {
      let leaf = lists[rest.trailingZeroBitCount]
      rest &= rest &- 1
      guard limits.contain(leaf), let block = LeafLayout.block(leaf) else { continue }
      let kept = block.base &+ candidate.listCount(leaf, block)
      checkStale(kept..<(block.base &+ block.count), candidate, isWithinMasks, body)
    }
  }

  @_addressableSelf
  private func checkStale(
    _ range: Range<Int>, _ candidate: borrowing @_addressable CPUPolicy, _ isWithinMasks: Bool,
    _ body: (Violation) -> Void
  ) {
    let slots = isWithinMasks ? openPlaces.upToLast(in: range) : range
    guard !slots.isEmpty, candidate.hasData(slots: slots) else { return }
    for position in (slots.lowerBound &* 4)..<(slots.upperBound &* 4)
    where candidate.registers.span[position] != 0 {
      // Feature bits count wherever they stand.
      let stale = candidate.registers.span[position] & ~Auditor.featureBits(position)
      let isBounds = isOfSystem ? stale & ~bound[position: position] == 0 : false
      guard stale != 0, !isBounds, candidate.isKnown(slot: position >> 2) else { continue }
      let low = stale.trailingZeroBitCount
      let high = 31 &- stale.leadingZeroBitCount
      let register = Register(position: position)
      body(
        Violation(
          .beyondLimits, at: .leaf(LeafLayout.place(ofSlot: position >> 2), register),
          bits: low...high, subject: .bits,
          value: UInt64(stale &>> UInt32(truncatingIfNeeded: low)), bound: 0))
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
