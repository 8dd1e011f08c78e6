/// The generated part of the core: vocabularies, layout, columns, members.
struct CoreEmitter {
  var tables: Tables
  var layout: Layout
  var closure: [Int: Set<Int>]

  init(_ tables: Tables) throws {
    self.tables = tables
    layout = Layout(tables)
    closure = try tables.dependencyClosure()
  }

  var files: [String: String] {
    [
      "Sources/CPUPolicy/Generated/Rules.swift": rules,
      "Sources/CPUPolicy/Generated/Capacity+Table.swift": capacities,
      "Sources/CPUPolicy/Generated/LeafLayout+Table.swift": leafLayout,
      "Sources/CPUPolicy/Generated/FeatureTable+Table.swift": featureTable,
      "Sources/CPUPolicy/Generated/Feature+Members.swift": featureMembers,
      "Sources/CPUPolicy/Generated/Field+Table.swift": fieldTable,
      "Sources/CPUPolicy/Generated/Field+Members.swift": fieldMembers,
      "Sources/CPUPolicy/Generated/MSRField+Table.swift": msrTable,
    ]
  }

  // MARK: Vocabularies and layout

  private var rules: String {
    Emission.banner + Emission.enumeration(Register.self) + Emission.enumeration(GuestRule.self)
      + Emission.enumeration(AuditRule.self) + Emission.enumeration(LevelRule.self)
      + Emission.enumeration(MigrationRule.self) + Emission.enumeration(Severity.self)
      + Emission.enumeration(Maturity.self) + Emission.enumeration(FieldKind.self)
      + Emission.enumeration(VendorWord.self).dropLast()
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
    text += "  typealias Storage = InlineArray<\(Capacity.options), UInt64>\n"
    return text + "}\n"
  }

  private var leafLayout: String {
    var text = Emission.banner + "extension LeafLayout {\n"
    text += "  /// Number of slots: one for each leaf and subleaf that a policy stores.\n"
    text += "  public static let slotCount = \(layout.slotCount)\n"
    text += "  /// Number of MSRs that a policy stores.\n"
    text += "  public static let msrCount = \(msrIndices.count)\n"
    text += "  /// Storage of a policy: four registers a slot, a bit a slot, a value an MSR.\n"
    text +=
      "  @usableFromInline typealias Registers = InlineArray<\(layout.slotCount * 4), UInt32>\n"
    text += "  @usableFromInline typealias SlotBits = "
    text += "InlineArray<\((layout.slotCount + 63) / 64), UInt64>\n"
    text += "  @usableFromInline typealias MSRValues = InlineArray<\(msrIndices.count), UInt64>\n"
    for (range, name) in zip(Layout.ranges, Layout.ranged) {
      let leaves = layout.blocks.filter { range.contains($0.leaf) }
      let last = leaves.last?.leaf ?? range.lowerBound
      // A sparse range (the second hypervisor leaf is 0x100 higher) is looked up past the table.
      let dense = name == "hypervisor" ? leaves.dropLast().last?.leaf ?? last : last
      let values = (range.lowerBound...dense).map { leaf -> String in
        guard let block = layout.block(leaf) else { return "0" }
        let packed = block.base | block.count << 16 | (block.isPlain ? 1 << 24 : 0)
        return Emission.hex(packed)
      }
      text += Emission.column(
        "\(name)Blocks", "UInt32", values,
        comment:
          "First slot, number of slots << 16, plain << 24, from \(Emission.hex(range.lowerBound)).")
    }
    let second = layout.block(0x4000_0100)?.base ?? 0
    text +=
      "  /// Slot of leaf 0x40000100, where Xen's leaves move when Viridian owns the first range.\n"
    text += "  static let secondHypervisorSlot = \(second)\n"
    var leaves: [String] = []
    var subleaves: [String] = []
    for block in layout.blocks {
      for index in 0..<block.count {
        leaves.append(Emission.hex(block.leaf))
        subleaves.append(block.isPlain ? "0xffff_ffff" : "\(index)")
      }
    }
    text += Emission.column(
      "lists", "UInt32",
      layout.blocks.filter(layout.isList).map { Emission.hex($0.leaf) },
      comment: "Leaves with subleaves outside of the hypervisor range, ascending.")
    text += Emission.column("slotLeaves", "UInt32", leaves, comment: "Leaf of each slot.")
    text += Emission.column(
      "slotSubleaves", "UInt32", subleaves,
      comment: "Subleaf of each slot; all ones where the leaf ignores ECX.")
    text += Emission.column(
      "msrIndices", "UInt32", msrIndices.map { Emission.hex($0) },
      comment: "Indices of the stored MSRs, ascending.")
    text += Emission.column(
      "namedMasks", "UInt32", namedMasks.map { Emission.hex($0) },
      comment: "For each register of each slot, the bits that a row of the tables names.")
    return text + "}\n"
  }

  var msrIndices: [UInt32] {
    Set(tables.msrs.map(\.index) + tables.words.compactMap(\.msr)).sorted()
  }

  private var namedMasks: [UInt32] {
    var masks = [UInt32](repeating: 0, count: layout.slotCount * 4)
    for field in tables.fields where field.rules.kind != .reserved {
      for position in layout.positions(of: field) {
        for bit in field.bits.low...field.bits.high { masks[position] |= 1 << UInt32(bit) }
      }
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

  // MARK: Features

  private func mask(_ accepts: (FeatureRow) -> Bool) -> [String] {
    var words = [UInt32](repeating: 0, count: tables.words.count)
    for feature in tables.features where accepts(feature) {
      words[feature.word] |= 1 << UInt32(feature.bit)
    }
    return words.map { Emission.hex($0) }
  }

  private var featureTable: String {
    func has(_ letters: String) -> (FeatureRow) -> Bool {
      { row in row.audience.contains { letters.contains($0) } }
    }
    func isGift(_ gifts: [BackEndRow.Gift]) -> (FeatureRow) -> Bool {
      { row in tables.backEnds.contains { $0.name == row.name && gifts.contains($0.kernel) } }
    }
    var text = Emission.banner + "extension FeatureTable {\n"
    text += "  /// The words of a featureset.\n"
    text += "  @usableFromInline typealias Words = InlineArray<\(tables.words.count), UInt32>\n"
    let sources = tables.words.map { word -> String in
      if let msr = word.msr {
        let position = msrIndices.firstIndex(of: msr) ?? 0
        return Emission.hex(0x8000 | position << 1 | (word.isHighHalf ? 1 : 0), digits: 4)
      }
      let position = layout.wordPosition(word.leaf ?? 0, word.subleaf, word.register ?? .eax)
      return Emission.hex(position ?? 0, digits: 4)
    }
    text += Emission.column(
      "sources", "UInt16", sources,
      comment: "Register of each word; behind 0x8000, MSR position << 1 and which half.")
    let sets: [(String, String, (FeatureRow) -> Bool)] = [
      ("known", "Every named bit.", { _ in true }),
      ("special", "Bits whose value does not simply mean that a function is present.", has("!")),
      ("accumulating", "Bits that a pool shows if any of its hosts has them.", has("|")),
      ("hostOptIn", "Bits that the hypervisor itself uses only when told to.", { !$0.hostDefault }),
      ("pvDefault", "Offered to PV guests by default.", has("A")),
      ("pvMax", "Offered to PV guests.", has("Aa")),
      ("hvmShadowDefault", "Offered to HVM guests on shadow paging by default.", has("AS")),
      ("hvmShadowMax", "Offered to HVM guests on shadow paging.", has("AaSs")),
      ("hvmHAPDefault", "Offered to HVM guests with nested paging by default.", has("ASH")),
      ("hvmHAPMax", "Offered to HVM guests with nested paging.", has("AaSsHh")),
      (
        "kernelDefault", "Given to HVM guests of a kernel by default, besides.",
        isGift([.defaultFeature])
      ),
      (
        "kernelMax", "Offered to HVM guests of a kernel, besides.",
        isGift([.defaultFeature, .optInFeature])
      ),
      (
        "auditEqual", "Bits that cannot be hidden and must equal the host's.",
        { $0.audit == .equal }
      ),
    ]
    for (name, comment, accepts) in sets {
      text += Emission.column("\(name)Words", "UInt32", mask(accepts), comment: comment)
    }
    let prerequisites = closure.keys.sorted()
    text += Emission.column(
      "prerequisites", "UInt16", prerequisites.map(String.init),
      comment: "Index of each feature that others need.")
    let sets2 = prerequisites.flatMap { index -> [String] in
      let reached = closure[index] ?? []
      return mask { reached.contains($0.index) }
    }
    text += Emission.column(
      "dependants", "UInt32", sets2,
      comment: "For each of them, every feature that falls with it, directly or not.")
    let byName = Dictionary(uniqueKeysWithValues: tables.features.map { ($0.name, $0.index) })
    let edges = tables.features.flatMap { feature in
      feature.requires.map { Emission.hex(feature.index << 16 | (byName[$0] ?? 0)) }
    }
    text += Emission.column(
      "requirements", "UInt32", edges, comment: "Direct requirements: feature << 16 | prerequisite."
    )
    text += Emission.column(
      "ownedLeaves", "UInt32", tables.leaves.map { Emission.hex($0.leaf) },
      comment: "Leaves that hold data only where a feature is shown.")
    text += Emission.column(
      "leafOwners", "UInt16", tables.leaves.map { String(byName[$0.feature] ?? 0) },
      comment: "For each of them, the index of that feature.")
    text += Emission.column(
      "anyHost", "UInt32",
      tables.anyHost.map { Emission.hex(UInt32(byName[$0.feature] ?? 0) | $0.mask << 16) },
      comment: "Features that max shows whatever the host: feature | bits of `Vendor` << 16.")
    var attributes = [String](repeating: "0", count: tables.words.count * 32)
    for feature in tables.features {
      let packed =
        0x8000 | feature.maturity.code | feature.migration.code << 3 | feature.level.code << 7
        | feature.audit.code << 11
      attributes[feature.index] = Emission.hex(packed, digits: 4)
    }
    text += Emission.column(
      "attributes", "UInt16", attributes,
      comment: "0x8000 | maturity | migration << 3 | level << 7 | audit << 11; 0 where unnamed.")
    return text + "}\n"
  }

  private var featureMembers: String {
    var text = Emission.banner + "extension Feature {\n"
    text += "  /// Number of words in a featureset.\n"
    text += "  public static let wordCount = \(tables.words.count)\n"
    text += "  /// Number of named features.\n"
    text += "  public static let count = \(tables.features.count)\n"
    for feature in tables.features {
      let meaning = feature.source["meaning"]
      text += "\n" + Emission.comment("\(feature.name): \(meaning).") + "\n"
      text += "  @inlinable public static var \(feature.identifier): Feature { "
      text += "Feature(rawValue: \(feature.index)) }\n"
    }
    return text + "}\n"
  }

  // MARK: Fields

  private var fieldTable: String {
    var text = Emission.banner + "extension Field {\n"
    text += "  /// Number of CPUID fields in the table.\n"
    text += "  public static let count = \(tables.fields.count)\n"
    text += Emission.column(
      "leaves", "UInt32", tables.fields.map { Emission.hex($0.leaf) },
      comment: "Leaf of each field.")
    text += Emission.column(
      "places", "UInt32",
      tables.fields.map { Emission.hex(packedPlace(of: $0)) },
      comment:
        "First subleaf | last << 8 | register << 16 | plain << 18 | low bit << 20 | high << 25.")
    text += Emission.column(
      "positions", "UInt16",
      tables.fields.map { Emission.hex(firstPosition(of: $0), digits: 4) },
      comment: "Register position of the first subleaf; 0xffff where no policy holds it.")
    text += Emission.column(
      "rules", "UInt32",
      tables.fields.map { Emission.hex($0.rules.packed | ($0.isPerCPU ? 1 << 24 : 0)) },
      comment: "Guest, audit, level, migration rule, severity, kind: four bits each; per CPU << 24."
    )
    text += Emission.column(
      "vendors", "UInt16", tables.fields.map { Emission.hex($0.rules.vendorMask, digits: 4) },
      comment: "Whose manual defines the field, a bit each.")
    return text + "}\n"
  }

  private func packedPlace(of field: FieldRow) -> UInt32 {
    let first = field.subleaves.map(\.lowerBound) ?? 0
    let last = field.subleaves.map(\.upperBound) ?? 0
    let plain: UInt32 = field.subleaves == nil ? 1 : 0
    return first | last << 8 | field.register.code << 16 | plain << 18
      | UInt32(field.bits.low) << 20 | UInt32(field.bits.high) << 25
  }

  private func firstPosition(of field: FieldRow) -> Int {
    layout.positions(of: field).first ?? 0xffff
  }

  private var fieldMembers: String {
    var text = Emission.banner + "extension Field {\n"
    for (index, field) in tables.fields.enumerated() {
      let unit = field.source["unit"].isEmpty ? "" : " (\(field.source["unit"]))"
      text += index == 0 ? "" : "\n"
      text += Emission.comment("\(field.source["meaning"])\(unit).") + "\n"
      let place = Emission.hex(packedPlace(of: field))
      let position = Emission.hex(firstPosition(of: field), digits: 4)
      text += """
          @inlinable public static var \(field.name): Field {
            Field(row: \(index), leaf: \(Emission.hex(field.leaf)), place: \(place), position: \(position))
          }

        """
    }
    return text + "}\n"
  }

  private var msrTable: String {
    var text = Emission.banner + "extension MSRField {\n"
    text += "  /// Number of MSR fields in the table.\n"
    text += "  public static let count = \(tables.msrs.count)\n"
    text += Emission.column(
      "places", "UInt32",
      tables.msrs.map { field in
        let position = msrIndices.firstIndex(of: field.index) ?? 0
        return Emission.hex(position | field.bits.low << 8 | field.bits.high << 16)
      },
      comment: "Position of the MSR | low bit << 8 | high bit << 16.")
    text += Emission.column(
      "rules", "UInt32", tables.msrs.map { Emission.hex($0.rules.packed) },
      comment: "Guest, audit, level and migration rule, severity, kind: four bits each.")
    for (index, field) in tables.msrs.enumerated() {
      text += "\n" + Emission.comment("\(field.source["meaning"]).") + "\n"
      text += "  @inlinable public static var \(field.name): MSRField {"
      text += " MSRField(rawValue: \(index)) }\n"
    }
    text += "}\n\n/// MSRs that a policy stores.\nextension MSRIndex {\n"
    for index in msrIndices {
      let name = msrName(index)
      text += "  /// MSR \(Emission.hex(index, digits: 1)).\n"
      text += "  @inlinable public static var \(name): MSRIndex {"
      text += " MSRIndex(rawValue: \(Emission.hex(index))) }\n"
    }
    return text + "}\n"
  }

  /// The register's name: the table gives it in `msr`'s companion column, else its number.
  private func msrName(_ index: UInt32) -> String {
    "msr" + String(index, radix: 16)
  }
}
