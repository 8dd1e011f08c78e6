// SPDX-License-Identifier: Apache-2.0

/// The fields of the table, or of one of its leaves, in the order of their rows.
///
/// For loops over many: a leaf's slots are looked up once, and no closure is needed.
struct FieldRows {
  private var row: Int
  private let end: Int
  private var leaf: UInt32
  private var slot: UInt16

  /// Every field.
  init() { self.init(rows: 0..<Field.count) }

  /// The fields of a leaf.
  init(leaf: UInt32) { self.init(rows: Field.rows(ofLeaf: leaf)) }

  private init(rows: Range<Int>) {
    row = rows.lowerBound
    end = rows.upperBound
    leaf = LeafPlace.noSubleaf
    slot = Field.Block.noSlot
  }

  /// The next field; nil behind the last one. In an archive its size counts for more than its speed.
  #if hasFeature(Embedded)
    @inline(never)
  #else
    @inline(__always)
  #endif
  mutating func next() -> Field? {
    guard row < end else { return nil }
    let place = Field.rows[row &* 2]
    let leaf = UInt32(truncatingIfNeeded: place &>> 32)
    if leaf != self.leaf { enter(leaf) }
    let field = Field(
      Field.Block(leaf: leaf, slot: slot), UInt32(truncatingIfNeeded: place),
      row: UInt16(truncatingIfNeeded: row))
    row &+= 1
    return field
  }

  private mutating func enter(_ leaf: UInt32) {
    self.leaf = leaf
    slot =
      LeafLayout.block(leaf).map { UInt16(truncatingIfNeeded: $0.base) } ?? Field.Block.noSlot
  }
}
