// SPDX-License-Identifier: Apache-2.0

/// Where an auditor's masks leave any bit free.
struct UnmaskedPlaces: Sendable {
  /// A bit a slot.
  private var slots = LeafLayout.SlotBits(repeating: 0)
  /// A bit for each of `LeafLayout.lists`.
  private(set) var lists: LeafLayout.ListBits = 0
  /// A bit for each of `FeatureTable.ownedLeaves`.
  private(set) var ownedLeaves: LeafLayout.OwnedLeafBits = 0

  init() {}

  /// Looks for them in an auditor's masks.
  mutating func find(_ masks: Span<UInt32>) {
    var bits = slots.mutableSpan
    for index in bits.indices { bits[index] = 0 }
    for position in masks.indices where masks[position] != 0xffff_ffff {
      bits[position >> 8] |= 1 &<< UInt64(position >> 2 & 63)
    }
    let found = (view.unmasked(LeafLayout.lists.span), view.unmasked(FeatureTable.ownedLeaves.span))
    (lists, ownedLeaves) = found
  }

  /// What an audit reads of them.
  struct View: ~Escapable {
    private let slots: Span<UInt64>
    let lists: LeafLayout.ListBits
    let ownedLeaves: LeafLayout.OwnedLeafBits

    @inline(__always)
    @_lifetime(copy slots)
    init(
      slots: Span<UInt64>, lists: LeafLayout.ListBits, ownedLeaves: LeafLayout.OwnedLeafBits
    ) {
      self.slots = slots
      self.lists = lists
      self.ownedLeaves = ownedLeaves
    }

    /// A bit for each of these leaves that has a bit free.
    fileprivate func unmasked(_ leaves: Span<UInt32>) -> UInt64 {
      var result: UInt64 = 0
      for index in leaves.indices {
        guard let block = LeafLayout.block(leaves[index]) else { continue }
        if !upToLast(in: block.base..<(block.base &+ block.count)).isEmpty {
          result |= 1 &<< UInt64(truncatingIfNeeded: index)
        }
      }
      return result
    }

    /// The range of slots without the closed ones at its end.
    @inline(__always)
    func upToLast(in range: Range<Int>) -> Range<Int> {
      var end = range.upperBound
      while end > range.lowerBound {
        let last = end &- 1
        let upToLast = slots[last >> 6] &<< UInt64(truncatingIfNeeded: 63 &- (last & 63))
        if upToLast != 0 {
          return range.lowerBound..<max(range.lowerBound, end &- upToLast.leadingZeroBitCount)
        }
        end = last & ~63
      }
      return range.lowerBound..<range.lowerBound
    }
  }

  @inline(__always)
  var view: View {
    @_addressableSelf @_lifetime(borrow self) get {
      View(slots: slots.span, lists: lists, ownedLeaves: ownedLeaves)
    }
  }
}
