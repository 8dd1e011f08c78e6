// SPDX-License-Identifier: Apache-2.0

/// Where a policy stores each leaf and subleaf: slots in ascending order, four registers each.
///
/// The extents come from the tables: every leaf and subleaf that has a row in the basic, the
/// hypervisor and the extended range.
public enum LeafLayout {
  /// The slots of one leaf.
  public struct Block: Equatable, Sendable {
    /// First slot.
    public var base: Int
    /// Number of subleaves stored; 1 for a leaf that ignores ECX.
    public var count: Int
    /// True where the leaf ignores ECX.
    public var isPlain: Bool

    @inline(__always)
    init?(packed: UInt32) {
      guard packed != 0 else { return nil }
      base = Int(packed & 0xffff)
      count = Int(packed >> 16 & 0xff)
      isPlain = packed >> 24 & 1 != 0
    }

    init(base: Int, count: Int, isPlain: Bool) {
      self.base = base
      self.count = count
      self.isPlain = isPlain
    }
  }

  /// The slots of a leaf; nil for a leaf that no policy stores.
  @inline(__always)
  public static func block(_ leaf: UInt32) -> Block? {
    let offset = Int(leaf & 0x0fff_ffff)
    switch LeafRange(of: leaf) {
    case .basic: return offset < basicBlocks.count ? Block(packed: basicBlocks[offset]) : nil
    case .hypervisor:
      if leaf == 0x4000_0100 {
        return Block(base: secondHypervisorSlot, count: 1, isPlain: true)
      }
      return offset < hypervisorBlocks.count ? Block(packed: hypervisorBlocks[offset]) : nil
    case .extended:
      return offset < extendedBlocks.count ? Block(packed: extendedBlocks[offset]) : nil
    case nil: return nil
    }
  }

  /// The slot of a leaf and subleaf; nil where no policy stores it. A leaf that ignores ECX has one
  /// slot under every subleaf.
  @inline(__always)
  public static func slot(_ leaf: UInt32, _ subleaf: UInt32 = 0) -> Int? {
    guard let block = block(leaf) else { return nil }
    if block.isPlain { return block.base }
    return subleaf < UInt32(block.count) ? block.base &+ Int(subleaf) : nil
  }

  /// The slot of leaf 0, whose EAX is the highest basic leaf.
  @inline(__always)
  static var basicLimitSlot: Int { Int(basicBlocks[0] & 0xffff) }

  /// The slot of leaf 0x80000000, whose EAX is the highest extended leaf.
  @inline(__always)
  static var extendedLimitSlot: Int { Int(extendedBlocks[0] & 0xffff) }

  /// The slots of the basic leaves above a limit.
  static func slots(aboveBasic limit: UInt32) -> Range<Int> {
    let end = hypervisorBlocks.span[0] & 0xffff
    return first(in: basicBlocks.span, above: limit, end: Int(end))..<Int(end)
  }

  /// The slots of the extended leaves above a limit, which is counted from 0x80000000.
  static func slots(aboveExtended limit: UInt32) -> Range<Int> {
    first(in: extendedBlocks.span, above: limit, end: slotCount)..<slotCount
  }

  private static func first(in blocks: Span<UInt32>, above limit: UInt32, end: Int) -> Int {
    var offset = Int(min(limit, 0xffff)) &+ 1
    while offset < blocks.count {
      if blocks[offset] != 0 { return Int(blocks[offset] & 0xffff) }
      offset &+= 1
    }
    return end
  }

  /// The leaf and subleaf of a slot.
  #if hasFeature(Embedded)
    @inline(never)
  #endif
  public static func place(ofSlot slot: Int) -> LeafPlace {
    guard slot >= 0, slot < slotCount else { return LeafPlace(LeafPlace.noSubleaf) }
    return LeafPlace(slotLeaves[slot], slotSubleaves[slot])
  }

  /// The position of a stored MSR; nil where no policy stores it.
  #if hasFeature(Embedded)
    @inline(never)
  #endif
  public static func msrPosition(_ index: MSRIndex) -> Int? {
    for position in 0..<msrCount where msrIndices[position] == index.rawValue { return position }
    return nil
  }

  /// The MSR at a position.
  public static func msr(at position: Int) -> MSRIndex {
    MSRIndex(rawValue: position >= 0 && position < msrCount ? msrIndices[position] : 0)
  }

  /// The bits of a register that some row of the tables names; all others are reserved.
  public static func namedMask(slot: Int, register: Register) -> UInt32 {
    guard slot >= 0, slot < slotCount else { return 0 }
    return namedMasks[slot &* 4 &+ Int(register.rawValue)]
  }
}
