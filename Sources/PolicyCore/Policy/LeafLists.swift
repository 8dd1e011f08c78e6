// SPDX-License-Identifier: Apache-2.0

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
    guard let marker = end(leaf) else { return block.count }
    let first = block.base &* 4
    switch marker.end {
    case .typed: return length(block, marker, read)
    case .last:
      let last = read(first &+ Int(marker.register.rawValue)) & marker.mask
      return min(block.count, 1 &+ Int(min(last, 0xff)))
    case .states:
      let low = UInt64(read(first) | read(first &+ 6))
      let high = UInt64(read(first &+ 3) | read(first &+ 7))
      let mask = high &<< 32 | low
      if mask == 0 { return 0 }
      return min(block.count, max(2, 64 &- mask.leadingZeroBitCount))
    }
  }

  /// What tells the end of a leaf's list: a row of `ABI/lists.csv`.
  struct Marker {
    var end: ListEnd
    /// The first subleaf that has a type.
    var first: Int
    /// Where the type or the number of the last subleaf stands.
    var register: Register
    var mask: UInt32
    /// Whether records show the subleaf that ends the list.
    var showsTerminator: Bool

    @inline(__always)
    init(_ end: ListEnd, first: Int, register: Register, mask: UInt32, showsTerminator: Bool) {
      self.end = end
      self.first = first
      self.register = register
      self.mask = mask
      self.showsTerminator = showsTerminator
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
    _ block: LeafLayout.Block, _ marker: Marker, _ read: (Int) -> UInt32
  ) -> Int {
    var index = marker.first
    while index < block.count {
      let position = (block.base &+ index) &* 4 &+ Int(marker.register.rawValue)
      if read(position) & marker.mask == 0 { return index }
      index &+= 1
    }
    return block.count
  }
}

extension LeafLayout {
  /// Whether records of a list show the subleaf that ends it.
  public static func showsTerminator(_ leaf: UInt32) -> Bool {
    LeafLists.end(leaf)?.showsTerminator ?? false
  }
}
