// SPDX-License-Identifier: Apache-2.0

/// The generated part of derivation: lists of models, what guests keep, how lists end, and XSAVE
/// states.
struct DerivationEmitter {
  var tables: Tables
  var layout: Layout

  init(_ tables: Tables) {
    self.tables = tables
    layout = Layout(tables)
  }

  var files: [String: String] {
    [
      "Sources/PolicyCore/Generated/ModelList+Table.swift": models,
      "Sources/PolicyCore/Generated/GuestLeaves+Table.swift": guestLeaves,
      "Sources/PolicyCore/Generated/LeafLists+Table.swift": lists,
      "Sources/PolicyCore/Generated/LevelTable+Table.swift": levels,
      "Sources/PolicyText/Generated/ArchitectureLevel+Table.swift": architectureLevels,
      "Sources/PolicyCore/Generated/Xstate+Table.swift": states,
    ]
  }

  // MARK: Models

  private var models: String {
    let index = Dictionary(uniqueKeysWithValues: tables.features.map { ($0.name, $0.index) })
    // Grouped by list, so that a look-up reads only its own rows.
    let rows = ModelListWord.allCases.flatMap { list in tables.models.filter { $0.list == list } }
    let ends = ModelListWord.allCases.map { list in rows.count { $0.list.code <= list.code } }
    var text = Emission.banner
    text += Emission.enumeration(ModelListWord.self).replacing("public enum", with: "enum")
    text += "extension ModelList {\n"
    text += Emission.column(
      "ends", "UInt16", ends.map(String.init), comment: "The row behind the last of each list.")
    text += Emission.column(
      "rows", "UInt64",
      rows.map { row in
        let first = UInt64(row.models?.lowerBound ?? 0)
        let last = UInt64(row.models?.upperBound ?? 0xff)
        let stepping = UInt64(row.stepping ?? 0xff)
        return Emission.hex(
          UInt64(row.vendor.code) | UInt64(row.family) << 16 | first << 32 | last << 40
            | stepping << 48, digits: 16)
      },
      comment: "Vendor | family << 16 | models << 32, << 40 | stepping << 48 (0xff: any).")
    text += Emission.column(
      "features", "UInt16",
      rows.map { row in
        Emission.hex(index[row.feature] ?? 0xffff, digits: 4)
      },
      comment: "The feature with which alone a row counts; 0xffff for none.")
    text += Emission.column(
      "microcodes", "UInt32", rows.map { Emission.hex($0.microcode) },
      comment: "The microcode revision from which a row counts; 0 for any.")
    return text + "}\n"
  }

  // MARK: What guests keep

  private var guestLeaves: String {
    var slots: [String] = []
    var keeps: [String] = []
    for row in tables.guestLeaves {
      for block in layout.blocks where row.leaves.contains(block.leaf) {
        let packed =
          UInt64(block.base | block.count << 16) | UInt64(VendorWord.mask(row.vendors)) << 32
        slots.append(Emission.hex(packed, digits: 11))
        keeps += Register.allCases.map { Emission.hex(kept(row, block.leaf, $0)) }
      }
    }
    var text = Emission.banner + "extension GuestLeaves {\n"
    text += Emission.column(
      "slots", "UInt64", slots, comment: "First slot | number of slots << 16 | vendors << 32.")
    text += Emission.column(
      "keeps", "UInt32", keeps, comment: "For each of them, the bits of EAX to EDX that stay.")
    text += Emission.column(
      "given", "UInt32", given.map { Emission.hex($0) },
      comment:
        "For each register, the bits that a guest may get by default: \"guest\" and features.")
    text += bits("fixed", "Bits that guests see set whatever the host has.") { field in
      field.rules.guest == .fixedOne
    }
    let gifts = tables.backEnds.filter { $0.kernel == .setField }.map(\.name)
    text += bits("kernelFixed", "Bits that guests of a kernel see set besides.") { field in
      gifts.contains(field.name)
    }
    text +=
      "  /// The bits of leaf 1 EDX that AMD repeats in 0x80000001 EDX, where they are no features.\n"
    text += "  static let commonMask: UInt32 = \(Emission.hex(commonMask))\n"
    return text + "}\n"
  }

  /// Registers and the lowest bits of some fields of the basic and the extended range.
  private func bits(_ name: String, _ comment: String, _ accepts: (FieldRow) -> Bool) -> String {
    let fields = tables.fields.filter { $0.leaf >> 28 != 4 && accepts($0) }
    let packed = fields.flatMap { field in
      layout.positions(of: field).map { Emission.hex(UInt32($0) << 16 | UInt32(field.bits.low)) }
    }
    return Emission.column(
      name, "UInt32", packed, comment: comment + " Position of the register << 16 | bit.")
  }

  /// What the `guest` column gives, register by register. The hypervisor's range is not the host's.
  private var given: [UInt32] {
    var masks = [UInt32](repeating: 0, count: layout.slotCount * 4)
    for block in layout.blocks where block.leaf >> 28 == 4 {
      for position in (block.base * 4)..<((block.base + block.count) * 4) { masks[position] = ~0 }
    }
    for field in tables.fields where field.isGiven {
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

  // MARK: Lists

  private var lists: String {
    var text = Emission.banner
    text += Emission.enumeration(ListEndWord.self).replacing("public enum", with: "enum")
    text += "extension LeafLists {\n"
    text += "  /// How the list in a leaf ends; nil where every subleaf is data.\n"
    text += "  @inline(__always)\n"
    text += "  static func end(_ leaf: UInt32) -> Marker? {\n    switch leaf {\n"
    for row in tables.lists {
      let field = tables.fields.first { $0.name == row.field }
      let arguments = [
        ".\(row.end.identifier)", "first: \(field?.subleaves?.lowerBound ?? 0)",
        "register: .\(field?.register.rawValue ?? Register.eax.rawValue)",
        "mask: \(Emission.hex(field?.mask ?? 0))", "showsTerminator: \(row.showsTerminator)",
      ]
      text += "    case \(Emission.hex(row.leaf)):\n"
      text += "      Marker(\(arguments.joined(separator: ", ")))\n"
    }
    return text + "    default: nil\n    }\n  }\n}\n"
  }

  // MARK: Levels

  private var levels: String {
    var groups: [String] = []
    for row in tables.donors where !groups.contains(row.group) { groups.append(row.group) }
    let free = tables.fields.filter { $0.rules.level == .choice }
    let leaves = free.grouped(by: \.leaf).map { $0[0].leaf }
    var rows: [(leaf: UInt32, group: Int)] = []
    for leaf in leaves {
      if let row = tables.donors.first(where: { $0.leaf == leaf }) {
        rows.append((leaf, groups.firstIndex(of: row.group) ?? 0))
      } else {
        rows.append((leaf, groups.count))
        groups.append("")
      }
    }
    var text = Emission.banner + "extension LevelTable {\n"
    text += "  /// Number of groups of leaves whose free choices come from one host.\n"
    text += "  static let groupCount = \(groups.count)\n"
    text += "  /// Something of each group.\n"
    text += "  typealias Givers = InlineArray<\(groups.count), UInt16>\n"
    text += Emission.column(
      "leaves", "UInt32", rows.map { Emission.hex($0.leaf) },
      comment: "Leaves with fields of free choice, ascending.")
    text += Emission.column(
      "groups", "UInt8", rows.map { "\($0.group)" }, comment: "The group of each of `leaves`.")
    return text + "}\n"
  }

  private var architectureLevels: String {
    let index = Dictionary(uniqueKeysWithValues: tables.features.map { ($0.name, $0.index) })
    var text = Emission.banner + "extension ArchitectureLevel {\n"
    text += "  /// Each level's name, and the features that it adds to the one before, by index.\n"
    text += "  static let rows: [(name: String, features: [UInt16])] = [\n"
    for row in tables.architectureLevels {
      let numbers = row.features.compactMap { index[$0] }.sorted().map(String.init)
      text += "    (\"\(row.name)\", [\(numbers.joined(separator: ", "))]),\n"
    }
    return text + "  ]\n}\n"
  }

  private func kept(_ row: GuestLeafRow, _ leaf: UInt32, _ register: Register) -> UInt32 {
    guard row.registers.contains(register) else { return ~0 }
    var mask: UInt32 = 0
    for field in tables.fields
    where field.leaf == leaf && field.register == register && row.keepsFields && field.isGiven
      && isDefined(field, by: row.vendors)
    {
      mask |= field.mask
    }
    for feature in tables.features {
      let word = tables.words[feature.word]
      if word.leaf == leaf && word.register == register { mask |= 1 << UInt32(feature.bit) }
    }
    return mask
  }

  private func isDefined(_ field: FieldRow, by vendors: [VendorWord]) -> Bool {
    vendors.contains(.any) || field.rules.vendors.contains(.any)
      || field.rules.vendors.contains { vendors.contains($0) }
  }

  /// Derived fields that share a register with features are copies of features.
  private var commonMask: UInt32 {
    let word = tables.words.first { $0.leaf == 0x8000_0001 && $0.register == .edx }
    return tables.fields.reduce(0) { mask, field in
      field.leaf == word?.leaf && field.register == word?.register && field.rules.guest == .derived
        ? mask | field.mask : mask
    }
  }

  // MARK: XSAVE states

  private var states: String {
    let identifiers = Dictionary(
      uniqueKeysWithValues: tables.features.map { ($0.name, $0.identifier) })
    func function(_ name: String, _ comment: String, first: String, isSupervisor: Bool) -> String {
      var masks: [(feature: String, mask: UInt64)] = []
      for row in tables.states where row.isSupervisor == isSupervisor {
        for feature in row.features {
          if let position = masks.firstIndex(where: { $0.feature == feature }) {
            masks[position].mask |= 1 << UInt64(row.component)
          } else {
            masks.append((feature, 1 << UInt64(row.component)))
          }
        }
      }
      var text = "  /// \(comment)\n"
      text += "  static func \(name)(of features: borrowing FeatureSet) -> UInt64 {\n"
      text += "    var mask: UInt64 = \(first)\n"
      for (feature, mask) in masks {
        text += "    if features.contains(.\(identifiers[feature] ?? "")) { mask |= "
        text += "\(Emission.hex(mask, digits: 1)) }\n"
      }
      return text + "    return mask\n  }\n"
    }
    return Emission.banner + "extension Xstate {\n"
      + function(
        "mask",
        "The XCR0 states that features bring with them; x87 and SSE come with XSAVE itself.",
        first: "0b11", isSupervisor: false)
      + function(
        "supervisorMask",
        "The XSS states that features bring with them, where a hypervisor keeps them.",
        first: "0", isSupervisor: true) + "}\n"
  }
}

extension FieldRow {
  /// Whether a guest's default may hold something of the host there.
  var isGiven: Bool { rules.guest != .zero && rules.guest != .dynamic && rules.kind != .reserved }

  /// The field's bits in its register.
  var mask: UInt32 {
    let width = UInt32(bits.high - bits.low + 1)
    return (width == 32 ? ~0 : 1 << width - 1) << UInt32(bits.low)
  }
}
