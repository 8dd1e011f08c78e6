// SPDX-License-Identifier: Apache-2.0

extension Audit {
  /// Data beyond the candidate's own limits, and limits of a wrong form.
  func checkLimits(
    isWithinMasks: Bool,
    _ body: (Violation) -> Void
  ) {
    let extended = candidate[.maxExtendedLeaf]
    let isMalformed = extended >> 16 != 0x8000 && extended != 0
    let most = bound[.maxExtendedLeaf]
    let isBounds = isOfSystem && extended == most
    if isMalformed && extended <= most && !isBounds {
      report(.limitMalformed, .maxExtendedLeaf, value: extended, bound: most, body)
    }
    let limits = candidate.limits
    let basic = stale(LeafLayout.slots(aboveBasic: limits.basic), isWithinMasks)
    if !basic.isEmpty { reportStale(basic, body) }
    let aboveExtended = stale(LeafLayout.slots(aboveExtended: limits.extended), isWithinMasks)
    if !aboveExtended.isEmpty { reportStale(aboveExtended, body) }
    let lists = LeafLayout.lists.span
    var bits = SetBits(isWithinMasks ? unmaskedPlaces.lists : LeafLayout.ListBits.max)
    while let index = bits.next() {
      guard index < lists.count else { break }
      let leaf = lists[index]
      guard limits.contain(leaf), let block = LeafLayout.block(leaf) else { continue }
      let count = candidate.listCount(leaf, block)
      let rest = stale((block.base &+ count)..<(block.base &+ block.count), isWithinMasks)
      // A list of which part was not recorded has no known end.
      if rest.isEmpty || candidate.hasOpenEnd(leaf, block, from: count) { continue }
      reportStale(rest, body)
    }
  }

  /// The part of a range in which there may be data; empty where there is none.
  #if hasFeature(Embedded)
    @inline(never)
  #endif
  private func stale(_ range: Range<Int>, _ isWithinMasks: Bool) -> Range<Int> {
    let slots = isWithinMasks ? unmaskedPlaces.upToLast(in: range) : range
    return candidate.hasData(slots: slots) ? slots : slots.lowerBound..<slots.lowerBound
  }

  private func reportStale(_ slots: Range<Int>, _ body: (Violation) -> Void) {
    for position in (slots.lowerBound &* 4)..<(slots.upperBound &* 4)
    where candidate.registers[position] != 0 {
      let stale = candidate.registers[position] & ~hiddenBits(position)
      guard stale != 0 else { continue }
      let low = stale.trailingZeroBitCount
      let high = 31 &- stale.leadingZeroBitCount
      // The value is what stands there, with the bits between that may.
      let width = UInt32(truncatingIfNeeded: 31 &- high &+ low)
      let held = candidate.registers[position] &>> UInt32(truncatingIfNeeded: low)
      let register = Register(position: position)
      body(
        Violation(
          .beyondLimits, at: .leaf(LeafLayout.place(ofSlot: position >> 2), register),
          bits: low...high, subject: .bits,
          value: UInt64(held & (0xffff_ffff &>> width)), bound: 0))
    }
  }

  /// What of a register a policy of the system may hold beyond its own limits: what the bound holds
  /// beyond its, and the features that stand in a featureset alone.
  private func hiddenBits(_ position: Int) -> UInt32 {
    guard isOfSystem else { return 0 }
    var bits: UInt32 = 0
    if !bound.isWithinLimits(slot: position >> 2) { bits = bound[position: position] }
    let sources = FeatureTable.sources.span
    for word in sources.indices where FeatureSource(sources[word]).isRegister(position) {
      bits |= prepared.hidden[word]
    }
    return bits
  }
}
