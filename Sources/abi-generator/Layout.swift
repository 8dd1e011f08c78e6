// SPDX-License-Identifier: Apache-2.0

/// Where each leaf and subleaf of a policy is stored: slots in ascending order of leaf and subleaf.
struct Layout {
  struct Block {
    var leaf: UInt32
    /// Number of subleaves; 1 for a leaf that ignores ECX.
    var count: Int
    var isPlain: Bool
    var base: Int
  }

  /// The three ranges a policy covers. Leaves outside are host facts, never part of a policy.
  static let ranges: [ClosedRange<UInt32>] = [
    0...0xff, 0x4000_0000...0x4000_01ff, 0x8000_0000...0x8000_00ff,
  ]
  static let ranged = ["basic", "hypervisor", "extended"]

  var blocks: [Block] = []
  var slotCount = 0

  init(_ tables: Tables) {
    var extents: [UInt32: ClosedRange<UInt32>?] = [:]
    func add(_ leaf: UInt32, _ subleaves: ClosedRange<UInt32>?) {
      guard Self.ranges.contains(where: { $0.contains(leaf) }) else { return }
      guard let known = extents[leaf] else {
        extents[leaf] = .some(subleaves)
        return
      }
      guard let first = known else {
        extents[leaf] = .some(subleaves)
        return
      }
      if let second = subleaves {
        let low = min(first.lowerBound, second.lowerBound)
        extents[leaf] = low...max(first.upperBound, second.upperBound)
      }
    }
    for field in tables.fields { add(field.leaf, field.subleaves) }
    for word in tables.words {
      if let leaf = word.leaf { add(leaf, word.subleaf.map { $0...$0 }) }
    }
    for leaf in extents.keys.sorted() {
      let extent = extents[leaf] ?? nil
      let count = extent.map { Int($0.upperBound) + 1 } ?? 1
      blocks.append(Block(leaf: leaf, count: count, isPlain: extent == nil, base: slotCount))
      slotCount += count
    }
  }

  func block(_ leaf: UInt32) -> Block? { blocks.first { $0.leaf == leaf } }

  /// Whether a block is one of `LeafLayout.lists`.
  func isList(_ block: Block) -> Bool { !block.isPlain && block.leaf >> 28 != 4 }

  /// Whether a leaf lies where the second range of a hypervisor begins, behind the table of the
  /// first one, and is not the leaf for which there is a constant.
  static func isSparse(_ leaf: UInt32) -> Bool { (0x4000_0101...0x4000_01ff).contains(leaf) }

  /// Positions of a field's register in each of its subleaves; none outside of the policy.
  func positions(of field: FieldRow) -> [Int] {
    guard let block = block(field.leaf) else { return [] }
    let subleaves = field.subleaves.map { Int($0.lowerBound)...Int($0.upperBound) }
    let range = block.isPlain ? 0...0 : subleaves ?? 0...(block.count - 1)
    return range.map { (block.base + $0) * 4 + Int(field.register.code) }
  }

  /// Slot of a leaf and subleaf; nil outside of the policy.
  func slot(_ leaf: UInt32, _ subleaf: UInt32?) -> Int? {
    guard let block = block(leaf) else { return nil }
    let offset = block.isPlain ? 0 : Int(subleaf ?? 0)
    return offset < block.count ? block.base + offset : nil
  }

  /// Position of a register among all registers of the policy: four words a slot.
  func wordPosition(_ leaf: UInt32, _ subleaf: UInt32?, _ register: Register) -> Int? {
    slot(leaf, subleaf).map { $0 * 4 + Int(register.code) }
  }
}
