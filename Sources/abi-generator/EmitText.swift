/// Names and meanings, kept apart from the core: a hypervisor need not link them.
struct TextEmitter {
  var tables: Tables

  var files: [String: String] {
    [
      "Sources/PolicyText/Generated/FeatureText+Table.swift": features,
      "Sources/PolicyText/Generated/FieldText+Table.swift": fields,
      "Sources/PolicyText/Generated/XLKey+Table.swift": xlKeys,
    ]
  }

  /// A static table of texts: one literal, and where each text begins.
  private func blob(_ name: String, _ texts: [String], comment: String) -> String {
    var offsets: [Int] = [0]
    for text in texts { offsets.append((offsets.last ?? 0) + text.utf8.count) }
    let chunks = texts.map { "    \(Emission.escaped($0))\\" }.joined(separator: "\n")
    return """
        /// \(comment)
        static let \(name): StaticString = \"""
      \(chunks)

          \"""
      \(Emission.column("\(name)Offsets", "UInt32", offsets.map(String.init), comment: "Where each text begins, and the end."))
      """
  }

  private var features: String {
    let columns: [(String, (FeatureRow) -> String)] = [
      ("names", \.name), ("linuxNames", { $0.source["linux"] }),
      ("qemuNames", { $0.source["qemu"] }), ("libvirtNames", { $0.source["libvirt"] }),
      ("vendors", { $0.source["vendors"] }), ("audiences", \.audience),
      ("reasons", { $0.source["reason"] }), ("meanings", { $0.source["meaning"] }),
    ]
    var text = Emission.banner + "import CPUPolicy\n\nenum FeatureText {\n"
    for (name, value) in columns {
      text += blob(name, tables.features.map(value), comment: "In the order of `indices`.")
    }
    text += Emission.column(
      "indices", "UInt16", tables.features.map { String($0.index) }, comment: "Feature of each row."
    )
    text += blob(
      "words", tables.words.map(\.abbreviation), comment: "Abbreviation of each featureset word.")
    return text + "}\n"
  }

  private var xlKeys: String {
    var text = Emission.banner + "enum XLKeyTable {\n"
    text += blob("names", tables.xl.map(\.key), comment: "Keys of xl's cpuid= setting.")
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

  private var fields: String {
    var text = Emission.banner + "enum FieldText {\n"
    let rows = tables.fields.map(\.source)
    text += blob("names", rows.map { $0["name"] }, comment: "In the order of `Field`.")
    text += blob("units", rows.map { $0["unit"] }, comment: "In the order of `Field`.")
    text += blob("options", rows.map { $0["option"] }, comment: "Keys of the cpuid= option.")
    text += blob("meanings", rows.map { $0["meaning"] }, comment: "In the order of `Field`.")
    text += "}\n\nenum MSRFieldText {\n"
    let msrs = tables.msrs.map(\.source)
    text += blob("names", msrs.map { $0["name"] }, comment: "In the order of `MSRField`.")
    text += blob("meanings", msrs.map { $0["meaning"] }, comment: "In the order of `MSRField`.")
    return text + "}\n"
  }
}
