// SPDX-License-Identifier: Apache-2.0

/// What is generated of Xen's releases: the rules by name, each release's rules, extents and features,
/// and the page for readers.
struct ReleaseEmitter {
  var tables: Tables

  var files: [String: String] {
    [
      "Sources/PolicyCore/Generated/XenRules+Members.swift": rules,
      "Sources/PolicyCore/Generated/XenRelease+Table.swift": releases,
      "Sources/PolicyText/Generated/XenRuleText+Table.swift": names,
      "docs/reference/xen-releases.md": page,
    ]
  }

  private var rules: String {
    var text = Emission.banner + "extension XenRules {\n"
    text += "  /// Number of rules that differ between releases.\n"
    text += "  public static let count = \(tables.xenRules.count)\n"
    text += "}\n\npublic extension XenRules {\n"
    for (index, row) in tables.xenRules.enumerated() {
      text += Emission.comment(sentence(row) + ".") + "\n"
      text += Emission.member(row.name, "XenRules", "XenRules(rawValue: 1 << \(index))")
    }
    return text + "}\n"
  }

  private func sentence(_ row: XenRuleRow) -> String {
    let text = row.source["changes"]
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  private var releases: String {
    let index = Dictionary(uniqueKeysWithValues: tables.features.map { ($0.name, $0.index) })
    let width = (tables.xenReleases.count + 31) / 32
    var masks: [[String]] = []
    for row in tables.xenFeatures {
      var words = [UInt32](repeating: 0, count: width)
      for release in tables.releases(of: row) { words[release / 32] |= 1 << UInt32(release % 32) }
      masks.append(words.map { Emission.hex($0) })
    }
    var text = Emission.banner + "extension XenRelease {\n"
    text += Emission.column(
      "numbers", "UInt32",
      tables.xenReleases.map { Emission.hex($0.number.packed) },
      comment: "The releases, ascending: major << 16 | minor << 8 | patch.")
    text += Emission.column(
      "extents", "UInt32",
      tables.xenReleases.map {
        Emission.hex($0.words | $0.maxSubleaf7 << 8 | ($0.maxExtendedLeaf & 0xffff) << 16)
      },
      comment: "Words | highest subleaf of leaf 7 << 8 | highest extended leaf's low half << 16.")
    text += Emission.column(
      "rulesOfReleases", "UInt64",
      tables.xenReleases.map { release in
        let mask = tables.xenRules.enumerated().reduce(UInt64(0)) { mask, rule in
          rule.element.since.contains(release.number) ? mask | 1 << UInt64(rule.offset) : mask
        }
        return Emission.hex(mask, digits: 16)
      }, comment: "The rules of each release.")
    text += Emission.column(
      "history", "UInt16",
      tables.xenFeatures.map {
        Emission.hex(UInt32(index[$0.feature] ?? 0) | $0.audience.code << 12, digits: 4)
      },
      comment: "Who had a feature in earlier releases: feature | `Audience` << 12.")
    text += Emission.column(
      "releasesOfHistory", "UInt32", sections: [masks],
      comment: "For each of them, the releases, a bit each, \(width) words a row.")
    return text + "}\n"
  }

  private var names: String {
    Emission.banner + "/// Texts of `XenRules`.\nenum XenRuleText {\n"
      + Emission.records(
        "texts", sections: [tables.xenRules.map { [$0.name, $0.source["changes"]] }],
        comment: "Name and meaning of each rule.")
      + Emission.records(
        "movedNames", sections: [tables.xenNames.map(movedName)],
        comment: "Two features and releases: where the first one's name stood for the second.")
      + "}\n"
  }

  private func movedName(_ row: MovedNameRow) -> [String] {
    let releases = tables.xenReleases.filter { !row.until.contains($0.number) }
    return [row.name, row.feature, releases.map { $0.source["release"] }.joined(separator: " ")]
  }

  private var page: String {
    var text = """
      # Releases of Xen

      Generated from `ABI/xen-releases.csv`, `ABI/xen-rules.csv`, `ABI/xen-features.csv` and
      `ABI/xen-names.csv` by `make generate`. Rules are taken over into older branches: "4.18.4 4.19.1" reads "since 4.18.4
      in branch 4.18, since 4.19.1 in branch 4.19, and in all later branches". 4.23.0 is the
      development tree of August 2026.

      ## Rules

      A rule without a release is ours: no Xen has it, and `--xen` leaves it out.

      | rule | since | what changes | commit |
      |---|---|---|---|

      """
    for row in tables.xenRules {
      text += line([
        "`\(row.name)`", spaced(row.source["since"]), row.source["changes"], row.source["source"],
      ])
    }
    text += """

      ## Words and limits

      | release | words | highest subleaf of leaf 7 | highest extended leaf |
      |---|---|---|---|

      """
    for row in tables.xenReleases {
      text += line(["release", "words", "maxSubleaf7", "maxExtendedLeaf"].map { row.source[$0] })
    }
    text += """

      ## Features

      What a feature's audience was before the releases named; unknown: the release had no name for the
      bit. Where a feature has two rows the first counts first. A feature without a row is today what it
      was in 4.14.0.

      | feature | before | audience |
      |---|---|---|

      """
    for row in tables.xenFeatures {
      let audience = row.source["audience"].isEmpty ? "no guests" : row.source["audience"]
      let until = row.source["until"].isEmpty ? "in every release" : spaced(row.source["until"])
      text += line([row.feature, until, audience])
    }
    text += """

      ## Names

      Names of `cpuid=` that stood for another feature before the releases named.

      | name | before | stood for | why |
      |---|---|---|---|

      """
    for row in tables.xenNames {
      text += line([row.name, spaced(row.source["until"]), row.feature, row.source["source"]])
    }
    return text
  }

  private func spaced(_ list: String) -> String { list.replacing("+", with: " ") }

  private func line(_ cells: [String]) -> String {
    "| " + cells.map(Emission.cell).joined(separator: " | ") + " |\n"
  }
}
