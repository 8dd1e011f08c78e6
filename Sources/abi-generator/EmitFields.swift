// SPDX-License-Identifier: Apache-2.0

/// Fields of leaves and of MSRs: columns by row, and members that name their place.
///
/// No member knows its row, and no row its number, so that a row that is inserted moves no other.
struct FieldEmitter {
  var tables: Tables
  var layout: Layout
  /// Number of a row among those of the same place, which two manuals read differently, by name.
  private var numbers: [String: Int]

  init(_ tables: Tables) {
    self.tables = tables
    layout = Layout(tables)
    numbers = tables.numbersOfPlaces()
  }

  var files: [String: String] {
    [
      "Sources/PolicyCore/Generated/Field+Table.swift": fieldTable,
      "Sources/PolicyCore/Generated/LevelTable+Numbers.swift": levelNumbers,
      "Sources/PolicyCore/Generated/Field+Members.swift": fieldMembers,
      "Sources/PolicyCore/Generated/MSRField+Table.swift": msrTable,
      "Sources/PolicyCore/Generated/MSRField+Members.swift": msrMembers,
    ]
  }

  // MARK: Leaves

  private var fieldTable: String {
    let leaves = tables.fields.grouped(by: \.leaf)
    var text = Emission.banner + "extension Field {\n"
    text += "  /// Number of CPUID fields in the table.\n"
    text += "  public static let count = \(tables.fields.count)\n"
    text += Emission.column(
      "topologyLeaves", "UInt32",
      leaves.compactMap { fields in
        fields.contains { $0.rules.guest == .topology } ? Emission.hex(fields[0].leaf) : nil
      }, comment: "Leaves with a field that comes from the chosen topology.")
    text += Emission.column(
      "rows", "UInt64",
      sections: leaves.map { fields in
        fields.grouped { "\($0.register) \($0.bits.low / 8)" }.map { group in
          group.map { "\(place64($0)), \(rules64($0))" }
        }
      },
      comment: """
        Two numbers a row. Leaf << 32, first subleaf, last << 8, register << 16, plain << 18, low bit
        << 20, high << 25, number among the rows of one place << 30. Then guest, audit, level,
        migration rule, severity and kind, four bits each, per CPU << 24, whose manual << 32.
        """)
    return text + "}\n"
  }

  private func place64(_ field: FieldRow) -> String {
    Emission.hex(UInt64(field.leaf) << 32 | UInt64(place(field)), digits: 9)
  }

  private func rules64(_ field: FieldRow) -> String {
    let rules = field.rules.packed | (field.isPerCPU ? 1 << 24 : 0)
    return Emission.hex(UInt64(field.rules.vendorMask) << 32 | UInt64(rules), digits: 9)
  }

  private func place(_ field: FieldRow) -> UInt32 {
    let first = field.subleaves.map(\.lowerBound) ?? 0
    let last = field.subleaves.map(\.upperBound) ?? 0
    let plain: UInt32 = field.subleaves == nil ? 1 : 0
    return first | last << 8 | field.register.code << 16 | plain << 18
      | UInt32(field.bits.low) << 20 | UInt32(field.bits.high) << 25
      | UInt32(numbers[field.name] ?? 0) << 30
  }

  /// By their places, which stay when a row is inserted.
  private var levelNumbers: String {
    var text = Emission.banner + "extension LevelTable {\n"
    text += Emission.column(
      "numbers", "UInt64",
      tables.fields.filter { $0.rules.level.isOfNumbers }.map(place64),
      comment: """
        Fields of which a pool has the lowest or the highest value: leaf << 32, and the place as in
        `Field.rows`.
        """)
    text += Emission.column(
      "msrNumbers", "UInt64",
      tables.msrs.filter { $0.rules.level.isOfNumbers }.map {
        Emission.hex(UInt64($0.index) << 32 | UInt64(bits($0)), digits: 9)
      },
      comment: "The same of the fields of MSRs: register << 32, and its bits as in `MSRField`.")
    return text + "}\n"
  }

  private var fieldMembers: String {
    var text = Emission.banner + "extension Field.Block {\n"
    for leaf in tables.fields.grouped(by: \.leaf).compactMap(\.first?.leaf) {
      let slot = layout.block(leaf).map { String($0.base) } ?? "Field.Block.noSlot"
      text += Emission.member(
        blockName(leaf), "Self", "Self(leaf: \(Emission.hex(leaf, digits: 1)), slot: \(slot))")
    }
    text += "}\n\n"
    text +=
      "/// The rows of `ABI/fields.csv`; `docs/reference/fields.md` says what each is, and so does\n"
    text += "/// `cpupolicy policy explain`.\n"
    text += "public extension Field {\n"
    for field in tables.fields {
      let place = Emission.hex(place(field))
      text += Emission.member(field.name, "Field", "Field(.\(blockName(field.leaf)), \(place))")
    }
    return text + "}\n"
  }

  private func blockName(_ leaf: UInt32) -> String {
    "leaf" + Emission.hex(leaf, digits: 1).dropFirst(2)
  }

  // MARK: MSRs

  private var msrTable: String {
    let registers = tables.msrs.grouped(by: \.index)
    var text = Emission.banner + "extension MSRField {\n"
    text += "  /// Number of MSR fields in the table.\n"
    text += "  public static let count = \(tables.msrs.count)\n"
    text += Emission.column(
      "places", "UInt32",
      sections: registers.map { fields in
        fields.map { field in
          let position = tables.msrIndices.firstIndex(of: field.index) ?? 0
          return [Emission.hex(UInt32(position) | bits(field) << 8, digits: 6)]
        }
      },
      comment:
        "Position of the MSR | low bit << 8 | high bit << 16 | number among rows of one place << 22."
    )
    text += Emission.column(
      "rules", "UInt32",
      sections: registers.map { fields in fields.map { [Emission.hex($0.rules.packed)] } },
      comment: "Guest, audit, level and migration rule, severity, kind: four bits each.")
    return text + "}\n"
  }

  private func bits(_ field: MSRRow) -> UInt32 {
    UInt32(field.bits.low) | UInt32(field.bits.high) << 8 | UInt32(numbers[field.name] ?? 0) << 14
  }

  private var msrMembers: String {
    var text = Emission.banner
    text +=
      "/// The rows of `ABI/msrs.csv`; `docs/reference/fields.md` says what each is, and so does\n"
    text += "/// `cpupolicy policy explain`.\n"
    text += "public extension MSRField {\n"
    for field in tables.msrs {
      let index = Emission.hex(field.index, digits: 1)
      text += Emission.member(
        field.name, "MSRField", "MSRField(\(index), \(Emission.hex(bits(field), digits: 4)))")
    }
    text += "}\n\n/// MSRs that a policy stores, by the names of `ABI/msr-names.csv`.\n"
    text += "public extension MSRIndex {\n"
    for index in tables.msrIndices {
      let name = tables.msrName(index)
      text += Emission.comment("\(name), MSR \(Emission.hex(index, digits: 1)).") + "\n"
      text += Emission.member(
        camelCase(name, separator: "_"), "MSRIndex",
        "MSRIndex(rawValue: \(Emission.hex(index, digits: 1)))")
    }
    return text + "}\n"
  }
}

extension Tables {
  /// For each row, its number among the rows of the same place, by name.
  func numbersOfPlaces() -> [String: Int] {
    var counts: [String: Int] = [:]
    var numbers: [String: Int] = [:]
    for row in fields.map(\.source) + msrs.map(\.source) {
      let place = ["leaf", "subleaf", "register", "msr", "bits"].map { row[$0] }
      let key = place.joined(separator: " ")
      numbers[row["name"]] = counts[key, default: 0]
      counts[key, default: 0] += 1
    }
    return numbers
  }
}

extension Array {
  /// Runs of elements with the same key, in order.
  func grouped<Key: Equatable>(by key: (Element) -> Key) -> [[Element]] {
    var groups: [[Element]] = []
    for element in self {
      if let last = groups.last?.last, key(last) == key(element) {
        groups[groups.count - 1].append(element)
      } else {
        groups.append([element])
      }
    }
    return groups
  }
}
