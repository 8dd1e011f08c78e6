// SPDX-License-Identifier: Apache-2.0

/// The highest leaves that hold data, by a policy's own statement. One that was not recorded bounds
/// nothing.
struct PolicyLimits {
  let basic: UInt32
  /// Counted from 0x80000000; zero where the CPU has no extended leaves.
  let extended: UInt32

  /// From a policy's storage.
  @inline(__always)
  init(in registers: Span<UInt32>, unknown: Span<UInt64>) {
    basic =
      unknown.isKnown(slot: LeafLayout.basicLimitSlot)
      ? Field.maxBasicLeaf.value(in: registers, subleaf: 0) : .max
    extended =
      unknown.isKnown(slot: LeafLayout.extendedLimitSlot)
      ? PolicyLimits.extended(in: registers) : .max
  }

  /// Offset of the highest extended leaf as the registers have it.
  @inline(__always)
  static func extended(in registers: Span<UInt32>) -> UInt32 {
    let limit = Field.maxExtendedLeaf.value(in: registers, subleaf: 0)
    return limit >> 16 == 0x8000 ? limit & 0xffff : 0
  }

  @inline(__always)
  func contain(_ leaf: UInt32) -> Bool {
    switch LeafRange(of: leaf) {
    case .basic: leaf <= basic
    case .hypervisor: true
    case .extended: leaf & 0xffff <= extended
    case nil: false
    }
  }
}

/// How far a policy reaches by its own statements: the highest leaves and the ends of its lists.
extension PolicyView {
  /// Offset of the highest extended leaf; zero where the CPU has none.
  @inline(__always)
  var extendedLeafCount: UInt32 { PolicyLimits.extended(in: registers) }

  @inline(__always)
  var limits: PolicyLimits { PolicyLimits(in: registers, unknown: unknownSlots) }

  /// Whether a leaf lies within the limits that the policy states.
  @inline(__always)
  func isWithinLimits(leaf: UInt32) -> Bool { limits.contain(leaf) }

  /// Whether the slot holds data by the policy's own limits: the maximum leaf, a list's end, the
  /// maximum subleaf. A list's terminator is not data; a list of which part was not recorded has no
  /// known end.
  func isWithinLimits(slot: Int) -> Bool {
    let place = LeafLayout.place(ofSlot: slot)
    guard isWithinLimits(leaf: place.leaf) else { return false }
    guard !place.isPlain, let block = LeafLayout.block(place.leaf) else { return true }
    let count = listCount(place.leaf, block)
    return Int(place.subleaf) < count || hasOpenEnd(place.leaf, block, from: count)
  }

  /// Number of subleaves of a leaf that hold data, by the leaf's own marker.
  func subleafCount(_ leaf: UInt32) -> Int {
    guard let block = LeafLayout.block(leaf) else { return 0 }
    return listCount(leaf, block)
  }

  /// Whether nothing stands in leaf 4, whose list of caches leaf 2 may name.
  var lacksCacheList: Bool { self[.maxBasicLeaf] < 4 || subleafCount(4) == 0 }

  /// The number of subleaves that hold data, of a leaf whose slots are known.
  func listCount(_ leaf: UInt32, _ block: LeafLayout.Block) -> Int {
    LeafLists.count(leaf, block) { registers[unchecked: $0] }
  }
}
