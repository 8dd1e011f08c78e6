// SPDX-License-Identifier: Apache-2.0

/// Names and meanings, kept apart from the core: a hypervisor need not link them.
struct TextEmitter {
  var tables: Tables

  var files: [String: String] {
    [
      "Sources/PolicyText/Generated/CpuidLine+Table.swift": cpuidLines,
      "Sources/PolicyText/Generated/FeatureText+Table.swift": features,
      "Sources/PolicyText/Generated/FieldText+Table.swift": fields,
      "Sources/PolicyText/Generated/ManagerModel+Table.swift": managerModels,
      "Sources/PolicyText/Generated/OtherName+Table.swift": otherNames,
      "Sources/PolicyText/Generated/XLKey+Table.swift": xlKeys,
    ]
  }

  private var features: String {
    var text = Emission.banner + "enum FeatureText {\n"
    text += Emission.records(
      "rows",
      sections: tables.features.grouped(by: \.word).map { features in
        features.map { feature in
          let row = feature.source
          return [
            feature.name, row["meaning"], feature.audience, row["vendors"], row["linux"],
            tables.names(of: feature, .qemu).joined(separator: " "),
            tables.names(of: feature, .libvirt).joined(separator: " "), row["reason"],
          ]
        }
      },
      comment: "Name, meaning, audience, vendors, names in Linux, QEMU and libvirt, and reason.")
    text += Emission.records(
      "words", sections: [tables.words.map { [$0.abbreviation] }],
      comment: "Abbreviation of each featureset word.")
    return text + "}\n"
  }

  private var fields: String {
    let options = tables.fields.filter { !$0.source["option"].isEmpty }
    var text = Emission.banner + "import PolicyCore\n\nenum FieldText {\n"
    text += Emission.records(
      "rows",
      sections: tables.fields.grouped { $0.leaf / 8 }.map { fields in
        fields.map(\.source).map { [$0["name"], $0["meaning"], $0["unit"]] }
      }, comment: "Name, meaning and unit, in the order of `Field`.")
    text += Emission.records(
      "options", sections: [options.map { [$0.source["option"]] }],
      comment: "Keys of the cpuid= option.")
    text += "  /// The field of each.\n"
    text += "  static let optionFields: [Field] = [\n"
    for field in options { text += "    .\(field.name),\n" }
    text += "  ]\n}\n\nenum MSRFieldText {\n"
    text += Emission.records(
      "rows",
      sections: tables.msrs.grouped { $0.index / 16 }.map { fields in
        fields.map(\.source).map { [$0["name"], $0["meaning"]] }
      }, comment: "Name and meaning, in the order of `MSRField`.")
    return text + "}\n"
  }

  /// One record for each name and place; each world has a cell, which says from and up to which release the
  /// name is known there.
  private var otherNames: String {
    var order: [[String]] = []
    var cells: [[String]: [NameRow.World: String]] = [:]
    for row in tables.names {
      let key = [row.name, place(row.place, row.source)]
      if cells[key] == nil { order.append(key) }
      let until = row.source["until"]
      cells[key, default: [:]][row.world] = "\(row.source["since"])-\(until)"
    }
    let records = order.map { key in
      key + NameRow.World.allCases.map { cells[key]?[$0] ?? "" }
    }
    return Emission.banner + "enum OtherNameTable {\n"
      + Emission.records(
        "rows", sections: [records],
        comment: "Name, place, and \"since-until\" for QEMU, libvirt and Linux where each has it.")
      + "}\n"
  }

  private var managerModels: String {
    let records = tables.managerModels.map { row in
      [
        row.manager.rawValue, row.name, row.base,
        row.features.compactMap(tables.qemuName).joined(separator: " "),
      ]
    }
    return Emission.banner + "enum ManagerModelTable {\n"
      + Emission.records(
        "rows", sections: [records],
        comment: "Manager, name, QEMU's model, and what is switched on in QEMU's words.") + "}\n"
  }

  /// A bit of the featureset by its number, all else as it stands.
  private func place(_ place: NameRow.Place, _ source: CSVTable.Row) -> String {
    tables.featureIndex(of: place).map(String.init) ?? source["place"]
  }

  private var cpuidLines: String {
    let sections = tables.cpuidLines.grouped(by: \.leaf).map { rows in
      rows.map { [Emission.hex($0.leaf), $0.line, place($0.place, $0.source)] }
    }
    return Emission.banner + "enum CpuidLineTable {\n"
      + Emission.records(
        "rows", sections: sections,
        comment: "Leaf of the heading, the line, and the place of its bit.") + "}\n"
  }

  private var xlKeys: String {
    var text = Emission.banner + "enum XLKeyTable {\n"
    text += Emission.records(
      "keys", sections: [tables.xl.map { [$0.key] }], comment: "Keys of xl's cpuid= setting.")
    text += Emission.column(
      "leaves", "UInt32", tables.xl.map { Emission.hex($0.leaf) }, comment: "Leaf of each key.")
    text += Emission.column(
      "subleaves", "UInt32", tables.xl.map { Emission.hex($0.subleaf) },
      comment: "Subleaf of each key; all ones where the leaf ignores ECX.")
    text += Emission.column(
      "bits", "UInt32",
      tables.xl.map {
        Emission.hex(UInt32($0.bits.low | $0.bits.high << 8) | $0.register.code << 16)
      }, comment: "Low bit | high bit << 8 | register << 16.")
    return text + "}\n"
  }
}
