// SPDX-License-Identifier: Apache-2.0

/// Features: the sets that the table derives, and the named members.
struct FeatureEmitter {
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
      "Sources/PolicyCore/Generated/FeatureTable+Table.swift": table,
      "Sources/PolicyCore/Generated/Feature+Members.swift": members,
    ]
  }

  private var members: String {
    var text = Emission.banner + "extension Feature {\n"
    text += "  /// Number of words in a featureset.\n"
    text += "  public static let wordCount = \(tables.words.count)\n"
    text += "  /// Number of named features.\n"
    text += "  public static let count = \(tables.features.count)\n"
    text += "}\n\npublic extension Feature {\n"
    for feature in tables.features {
      text += Emission.comment("\(feature.name): \(feature.source["meaning"]).") + "\n"
      text += Emission.member(feature.identifier, "Feature", "Feature(rawValue: \(feature.index))")
    }
    return text + "}\n"
  }

  private func mask(_ accepts: (FeatureRow) -> Bool) -> [String] {
    var words = [UInt32](repeating: 0, count: tables.words.count)
    for feature in tables.features where accepts(feature) {
      words[feature.word] |= 1 << UInt32(feature.bit)
    }
    return words.map { Emission.hex($0) }
  }

  private var table: String {
    var text = Emission.banner + "extension FeatureTable {\n"
    text += "  /// The words of a featureset.\n"
    text += "  @usableFromInline typealias Words = InlineArray<\(tables.words.count), UInt32>\n"
    text += Emission.column(
      "sources", "UInt16", sources,
      comment: "Register of each word; behind 0x8000, MSR position << 1 and which half.")
    text += sets + dependencies + owners
    text += Emission.column(
      "anyHost", "UInt32",
      tables.anyHost.map { Emission.hex(index($0.feature) | $0.mask << 16) },
      comment: "Features that max shows whatever the host: feature | bits of `Vendor` << 16.")
    text += Emission.column(
      "rulesOfAnyHost", "UInt64",
      tables.anyHost.map { row in
        Emission.hex(tables.rulePosition(row.rule).map { 1 << UInt64($0) } ?? UInt64(0), digits: 16)
      }, comment: "For each of them, the rule since which max shows it; 0 for none.")
    text += Emission.column(
      "attributes", "UInt16", sections: attributes.map { $0.map { [$0] } },
      comment: "0x8000 | maturity | migration << 3 | level << 7 | audit << 11; 0 where unnamed.")
    return text + "}\n"
  }

  private var sources: [String] {
    tables.words.map { word in
      if let msr = word.msr {
        let position = tables.msrIndices.firstIndex(of: msr) ?? 0
        return Emission.hex(0x8000 | position << 1 | (word.isHighHalf ? 1 : 0), digits: 4)
      }
      let position = layout.wordPosition(word.leaf ?? 0, word.subleaf, word.register ?? .eax)
      return Emission.hex(position ?? 0, digits: 4)
    }
  }

  private var sets: String {
    func has(_ letters: String) -> (FeatureRow) -> Bool {
      { row in row.audience.contains { letters.contains($0) } }
    }
    func isGift(_ gifts: [BackEndRow.Gift]) -> (FeatureRow) -> Bool {
      { row in tables.backEnds.contains { $0.name == row.name && gifts.contains($0.kernel) } }
    }
    let sets: [(String, String, (FeatureRow) -> Bool)] = [
      ("known", "Every named bit.", { _ in true }),
      ("special", "Bits whose value does not simply mean that a function is present.", has("!")),
      ("accumulating", "Bits that a pool shows if any of its hosts has them.", has("|")),
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
    let offers = [
      mask { !$0.hostDefault }, mask(has("A")), mask(has("Aa")), mask(has("AS")),
      mask(has("AaSs")), mask(has("ASH")), mask(has("AaSsHh")),
    ]
    return sets.map { name, comment, accepts in
      Emission.column(
        "\(name)Words", sections: [mask(accepts).map { [$0] }], declaredAs: "Words",
        comment: comment)
    }.joined()
      + Emission.column(
        "offers", "UInt32",
        sections: tables.words.indices.map { word in [offers.map { $0[word] }] },
        comment: """
          A line a word: what the hypervisor itself uses only when told to; default and max of PV
          guests, of HVM guests on shadow paging, and of those with nested paging.
          """)
  }

  private var dependencies: String {
    let prerequisites = closure.keys.sorted()
    let needs = tables.words.indices.map { word in
      tables.features.filter { $0.word == word }.flatMap { feature in
        feature.requires.map { Emission.hex(UInt32(feature.index) << 16 | index($0)) }
      }
    }
    return Emission.column(
      "prerequisites", "UInt16", prerequisites.map(String.init),
      comment: "Index of each feature that others need.")
      + Emission.column(
        "dependants", "UInt32",
        sections: prerequisites.map { index in
          let reached = closure[index] ?? []
          return mask { reached.contains($0.index) }.map { [$0] }
        }, comment: "For each of them, every feature that falls with it, directly or not.")
      + Emission.column(
        "requirements", "UInt32", sections: needs.map { $0.map { [$0] } },
        comment: "Direct requirements: feature << 16 | prerequisite.")
  }

  /// What holds data only where its owner is shown. An owner is the index of a feature, or behind
  /// 1 << 31 the place of a field.
  private var owners: String {
    var leaves: [(String, String)] = []
    var fields: [(String, String)] = []
    var registers: [UInt32: String] = [:]
    for row in tables.owned {
      let owner = Emission.hex(owner(row.owner))
      switch row.place {
      case .leaf(let leaf): leaves.append((Emission.hex(leaf), owner))
      case .field(let name): fields.append((Emission.hex(place(name)), owner))
      case .msrs(let range):
        for msr in tables.msrs.map(\.index) where range.contains(msr) { registers[msr] = owner }
      }
    }
    return owned("Leaves", leaves, "Leaves that hold data only where their owner is shown.")
      + owned(
        "Fields", fields, "Fields of the same kind: position << 16 | low bit << 8 | high bit.")
      + Emission.column(
        "ownersOfMSRs", "UInt32",
        tables.msrIndices.map { registers[$0] ?? Emission.hex(UInt32.max) },
        comment: "The `Owner` of each MSR, by position.")
  }

  private func owned(_ name: String, _ rows: [(String, String)], _ comment: String) -> String {
    Emission.column("owned\(name)", "UInt32", rows.map(\.0), comment: comment)
      + Emission.column(
        "ownersOf\(name)", "UInt32", rows.map(\.1), comment: "For each of them, its `Owner`.")
  }

  private func owner(_ name: String) -> UInt32 {
    tables.features.contains { $0.name == name } ? index(name) : 1 << 31 | place(name)
  }

  /// A field in its one register: position << 16 | low bit << 8 | high bit.
  private func place(_ name: String) -> UInt32 {
    guard let field = tables.fields.first(where: { $0.name == name }),
      let position = layout.positions(of: field).first
    else { return 0 }
    return UInt32(position) << 16 | UInt32(field.bits.low) << 8 | UInt32(field.bits.high)
  }

  private var attributes: [[String]] {
    tables.words.indices.map { word in
      (0..<32).map { bit in
        guard
          let feature = tables.features.first(where: { $0.word == word && $0.bit == bit })
        else { return "0x0000" }
        return Emission.hex(
          0x8000 | feature.maturity.code | feature.migration.code << 3 | feature.level.code << 7
            | feature.audit.code << 11, digits: 4)
      }
    }
  }

  private func index(_ name: String) -> UInt32 {
    UInt32(tables.features.first { $0.name == name }?.index ?? 0)
  }
}
