/// Where an auditor's masks leave any bit free.
struct OpenPlaces: Sendable {
  /// A bit a slot.
  private var slots = LeafLayout.SlotBits(repeating: 0)
  /// A bit for each of `LeafLayout.lists`.
  private(set) var lists: LeafLayout.ListBits = 0
  /// A bit for each of `FeatureTable.ownedLeaves`.
  private(set) var ownedLeaves: LeafLayout.OwnedLeafBits = 0

  init() {}

  init(forbidden: borrowing LeafLayout.Registers) {
    let masks = forbidden.span
    var bits = slots.mutableSpan
    for position in masks.indices where masks[position] != 0xffff_ffff {
      bits[position >> 8] |= 1 &<< UInt64(position >> 2 & 63)
    }
    lists = openLeaves(LeafLayout.lists.span)
    ownedLeaves = openLeaves(FeatureTable.ownedLeaves.span)
  }

  private func openLeaves(_ leaves: Span<UInt32>) -> UInt64 {
    var open: UInt64 = 0
    for index in leaves.indices {
      guard let block = LeafLayout.block(leaves[index]) else { continue }
      if !upToLast(in: block.base..<(block.base &+ block.count)).isEmpty {
        open |= 1 &<< UInt64(truncatingIfNeeded: index)
      }
    }
    return open
  }

  /// The range of slots without the closed ones at its end.
  @inline(__always)
  func upToLast(in range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound {
      let last = end &- 1
      let upToLast = slots.span[last >> 6] &<< UInt64(truncatingIfNeeded: 63 &- (last & 63))
      if upToLast != 0 {
        return range.lowerBound..<max(range.lowerBound, end &- upToLast.leadingZeroBitCount)
      }
      end = last & ~63
    }
    return range.lowerBound..<range.lowerBound
  }
}
