// SPDX-License-Identifier: Apache-2.0

/// Where a policy stores what: slots, lists, MSRs, and how much there is room for.
struct LayoutEmitter {
  var tables: Tables
  var layout: Layout

  init(_ tables: Tables) {
    self.tables = tables
    layout = Layout(tables)
  }

  var files: [String: String] {
    [
      "Sources/PolicyCore/Generated/Capacity+Table.swift": capacities,
      "Sources/PolicyCore/Generated/LeafLayout+Table.swift": leafLayout,
    ]
  }

  /// Sizes that the generator keeps the tables within.
  private var capacities: String {
    var text = Emission.banner + "extension LeafLayout {\n"
    for (name, capacity, what) in [
      ("MSRBits", Capacity.msrs, "stored MSR"), ("ListBits", Capacity.lists, "leaf of `lists`"),
      ("OwnedLeafBits", Capacity.ownedLeaves, "leaf of `FeatureTable.ownedLeaves`"),
    ] {
      text += "  /// A bit for each \(what).\n"
      text += "  @usableFromInline typealias \(name) = UInt\(capacity)\n"
    }
    let compared = tables.comparedCount(layout)
    text += "}\n\nextension NumberRows {\n"
    text += "  /// Number of fields, in one subleaf each, that an auditor may have to compare.\n"
    text += "  static let capacity = \(compared)\n"
    text += "  typealias Storage = InlineArray<\(compared), Row>\n"
    text += "}\n\nextension FieldLimits {\n"
    text += "  /// More limits than this are refused.\n"
    text += "  public static let capacity = \(Capacity.options)\n"
    text += "  typealias Storage = InlineArray<\(Capacity.options), Item>\n"
    return text + "}\n"
  }

  private var leafLayout: String {
    let msrs = tables.msrIndices
    var text = Emission.banner + "extension LeafLayout {\n"
    text += "  /// Number of slots: one for each leaf and subleaf that a policy stores.\n"
    text += "  public static let slotCount = \(layout.slotCount)\n"
    text += "  /// Number of MSRs that a policy stores.\n"
    text += "  public static let msrCount = \(msrs.count)\n"
    text += "  /// Storage of a policy: four registers a slot, a bit a slot, a value an MSR.\n"
    text +=
      "  @usableFromInline typealias Registers = InlineArray<\(layout.slotCount * 4), UInt32>\n"
    text += "  @usableFromInline typealias SlotBits = "
    text += "InlineArray<\((layout.slotCount + 63) / 64), UInt64>\n"
    text += "  @usableFromInline typealias MSRValues = InlineArray<\(msrs.count), UInt64>\n"
    for (range, name) in zip(Layout.ranges, Layout.ranged) { text += blocks(range, name) }
    let second = layout.block(0x4000_0100)?.base ?? 0
    text +=
      "  /// Slot of leaf 0x40000100, where Xen's leaves move when Viridian owns the first range.\n"
    text += "  static let secondHypervisorSlot = \(second)\n"
    text += Emission.column(
      "lists", "UInt32", layout.blocks.filter(layout.isList).map { Emission.hex($0.leaf) },
      comment: "Leaves with subleaves outside of the hypervisor range, ascending.")
    text += Emission.column(
      "slotLeaves", "UInt32",
      layout.blocks.flatMap { Array(repeating: Emission.hex($0.leaf), count: $0.count) },
      comment: "Leaf of each slot.")
    text += Emission.column(
      "slotSubleaves", "UInt32",
      layout.blocks.flatMap { block in
        (0..<block.count).map { block.isPlain ? "0xffff_ffff" : "\($0)" }
      }, comment: "Subleaf of each slot; all ones where the leaf ignores ECX.")
    text += Emission.column(
      "msrIndices", "UInt32", msrs.map { Emission.hex($0) },
      comment: "Indices of the stored MSRs, ascending.")
    text += Emission.column(
      "namedMasks", "UInt32", namedMasks.map { Emission.hex($0) },
      comment: "For each register of each slot, the bits that a row of the tables names.")
    return text + "}\n"
  }

  private func blocks(_ range: ClosedRange<UInt32>, _ name: String) -> String {
    let leaves = layout.blocks.filter { range.contains($0.leaf) }
    let last = leaves.last?.leaf ?? range.lowerBound
    // A sparse range (the second hypervisor leaf is 0x100 higher) is looked up past the table.
    let dense = name == "hypervisor" ? leaves.dropLast().last?.leaf ?? last : last
    let values = (range.lowerBound...dense).map { leaf -> String in
      guard let block = layout.block(leaf) else { return "0" }
      return Emission.hex(block.base | block.count << 16 | (block.isPlain ? 1 << 24 : 0))
    }
    return Emission.column(
      "\(name)Blocks", "UInt32", values,
      comment:
        "First slot, number of slots << 16, plain << 24, from \(Emission.hex(range.lowerBound)).")
  }

  private var namedMasks: [UInt32] {
    var masks = [UInt32](repeating: 0, count: layout.slotCount * 4)
    for field in tables.fields where field.rules.kind != .reserved {
      for position in layout.positions(of: field) { masks[position] |= field.mask }
    }
    for feature in tables.features {
      let word = tables.words[feature.word]
      guard let leaf = word.leaf, let register = word.register,
        let position = layout.wordPosition(leaf, word.subleaf, register)
      else { continue }
      masks[position] |= 1 << UInt32(feature.bit)
    }
    return masks
  }
}

extension Tables {
  /// The stored MSRs, ascending.
  var msrIndices: [UInt32] { Set(msrs.map(\.index) + words.compactMap(\.msr)).sorted() }
}
