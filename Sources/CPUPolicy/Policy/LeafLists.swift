/// How long the lists in multi-part leaves are, by their own markers.
enum LeafLists {
  /// Number of subleaves that hold data. A list's terminating subleaf does not count; limits above
  /// what a policy stores are cut.
  ///
  /// - Parameter read: gives a register of the policy, by its position in the order of the slots.
  @inline(__always)
  static func count(
    _ leaf: UInt32, _ block: LeafLayout.Block, read: (Int) -> UInt32
  ) -> Int {
    if block.isPlain { return 1 }
    switch leaf {
    case 4, 0x8000_001d: return length(block, read, .eax, Field.cacheType.mask)
    case 0xb, 0x1f, 0x8000_0026:
      return length(block, read, .ecx, Field.topologyLevelType.mask)
    case 0x1b: return length(block, read, .eax, 0xfff)
    case 0x12: return min(block.count, 2 &+ sgxSections(block, read))
    case 7, 0x14, 0x17, 0x18, 0x1d, 0x20, 0x24:
      return min(block.count, 1 &+ Int(min(read(block.base &* 4), 0xff)))
    case 0xd:
      let first = block.base &* 4
      let low = UInt64(read(first) | read(first &+ 6))
      let high = UInt64(read(first &+ 3) | read(first &+ 7))
      let mask = high &<< 32 | low
      if mask == 0 { return 0 }
      return min(block.count, max(2, 64 &- mask.leadingZeroBitCount))
    default: return block.count
    }
  }

  /// Whether a list of topology levels has a first one.
  @inline(__always)
  static func isListed(_ block: LeafLayout.Block, in registers: Span<UInt32>) -> Bool {
    registers[block.base &* 4 &+ Int(Register.ecx.rawValue)] & Field.topologyLevelType.mask != 0
  }

  /// Subleaves before the first one without a type.
  @inline(__always)
  private static func length(
    _ block: LeafLayout.Block, _ read: (Int) -> UInt32, _ register: Register, _ mask: UInt32
  ) -> Int {
    for index in 0..<block.count {
      let position = (block.base &+ index) &* 4 &+ Int(register.rawValue)
      if read(position) & mask == 0 { return index }
    }
    return block.count
  }

  @inline(__always)
  private static func sgxSections(
    _ block: LeafLayout.Block, _ read: (Int) -> UInt32
  ) -> Int {
    guard block.count > 2 else { return 0 }
    for index in 2..<block.count where read((block.base &+ index) &* 4) & 0xf == 0 {
      return index &- 2
    }
    return block.count &- 2
  }
}
