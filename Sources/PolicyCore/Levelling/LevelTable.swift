// SPDX-License-Identifier: Apache-2.0

/// Which fields a level treats how, where that is more than a rule of one row: the tables' columns,
/// gathered for whole registers.
struct LevelTable: Sendable, BitwiseCopyable {
  /// The bits of each register of which all hosts must agree.
  private(set) var equal = LeafLayout.Registers(repeating: 0)
  /// The bits of each register that one host gives.
  private(set) var chosen = LeafLayout.Registers(repeating: 0)

  init() {
    var same = equal.mutableSpan
    var free = chosen.mutableSpan
    var rows = FieldRows()
    while let field = rows.next() {
      let level = field.rules.level
      guard level == .equal || level == .choice else { continue }
      for subleaf in field.subleaves {
        guard let position = field.position(subleaf: subleaf) else { continue }
        if level == .equal { same[position] |= field.mask } else { free[position] |= field.mask }
      }
    }
  }

  /// The field of one of `numbers`.
  static func number(_ index: Int) -> Field {
    let packed = numbers[index]
    let leaf = UInt32(truncatingIfNeeded: packed &>> 32)
    let slot = LeafLayout.block(leaf).map { UInt16(truncatingIfNeeded: $0.base) }
    return Field(
      Field.Block(leaf: leaf, slot: slot ?? Field.Block.noSlot),
      UInt32(truncatingIfNeeded: packed))
  }

  /// The field of one of `msrNumbers`.
  static func msrNumber(_ index: Int) -> MSRField {
    let packed = msrNumbers[index]
    return MSRField(
      UInt32(truncatingIfNeeded: packed &>> 32), UInt16(truncatingIfNeeded: packed))
  }

  /// The group to which the free choices of a leaf belong: its index among `leaves`.
  static func slots(of index: Int) -> Range<Int> {
    guard let block = LeafLayout.block(leaves[index]) else { return 0..<0 }
    return block.base..<(block.base &+ block.count)
  }
}
