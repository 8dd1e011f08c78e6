// SPDX-License-Identifier: Apache-2.0

/// What is generated for readers and for C: the reference page and the header's constants.
struct ReferenceEmitter {
  var tables: Tables

  var files: [String: String] {
    [
      "docs/reference/features.md": features,
      "docs/reference/fields.md": fields,
      "docs/reference/names.md": names,
      "docs/reference/rules.md": rules,
      "Sources/CPUPolicyC/include/cpupolicy_features.h": header,
    ]
  }

  private var features: String {
    var text = """
      # Features

      Generated from `ABI/features.csv` by `make generate`. The option name is the Xen name in lower
      case with hyphens. Audience: A all guests, S HVM, H HVM with nested paging; lower case means
      opt-in, `!` special, `|` accumulated over a pool. What `kvm` stands before, guests of KVM get.

      | feature | word.bit | place | audience | maturity | migration | needs | Linux | QEMU | libvirt | meaning |
      |---|---|---|---|---|---|---|---|---|---|---|

      """
    for feature in tables.features {
      let word = tables.words[feature.word]
      let place =
        word.msr.map {
          "MSR \(Emission.hex($0, digits: 1))[\(feature.bit + (word.isHighHalf ? 32 : 0))]"
        }
        ?? "\(word.source["leaf"]):\(word.source["subleaf"]) \(word.source["register"])[\(feature.bit)]"
      let cells = [
        feature.name, "\(feature.word).\(feature.bit)", place, "`\(audience(feature))`",
        feature.maturity.rawValue, feature.migration.rawValue,
        feature.requires.joined(separator: " "), feature.source["linux"],
        tables.names(of: feature, .qemu).joined(separator: " "),
        tables.names(of: feature, .libvirt).joined(separator: " "), feature.source["meaning"],
      ]
      text += "| " + cells.map(Emission.cell).joined(separator: " | ") + " |\n"
    }
    return text
  }

  private var names: String {
    var text = """
      # Names of other worlds

      Generated from `ABI/names.csv` by `make generate`. What QEMU and libvirt call bits, besides the names in
      the reference of features: names that came later, names of bits without a feature, and switches that are
      no bit. A release is the first of those looked at (QEMU 7.2, 10.0 and 11.1; libvirt 9.0 and 11.3) that has
      the name; none means the oldest of them.

      | world | name | place | since | until |
      |---|---|---|---|---|

      """
    for row in tables.names {
      text += line(["world", "name", "place", "since", "until"].map { row.source[$0] })
    }
    return text
  }

  /// What the words of the tables' columns mean.
  private var rules: String {
    """
    # Rules and their words

    Generated from the vocabulary of the tables by `make generate`: the columns of `ABI/features.csv`,
    `ABI/fields.csv` and `ABI/msrs.csv`, and what each of their words says.

    """ + section("guest", GuestRule.self) + section("audit", AuditRule.self)
      + section("level", LevelRule.self) + section("migration", MigrationRule.self)
      + section("severity", Severity.self) + section("maturity", Maturity.self)
  }

  private func section<Word: RuleWord>(_ column: String, _ words: Word.Type) -> String {
    "\n## \(column)\n\n\(Word.summary)\n\n| word | meaning |\n|---|---|\n"
      + Word.allCases.map { line([$0.rawValue, $0.meaning]) }.joined()
  }

  private func audience(_ feature: FeatureRow) -> String {
    let own = tables.backEnds.first { $0.name == feature.name }.map { "kvm \($0.source["kvm"])" }
    return [feature.audience, own].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static let ruleHeading = "guest | audit | level | migration | unit | meaning | source |"

  private var fields: String {
    var text = """
      # Fields and MSRs

      Generated from `ABI/fields.csv` and `ABI/msrs.csv` by `make generate`. The source says where a row
      should be looked up. Rows that nobody found there in a form that programs read are marked: to be
      confirmed, or doubtful.

      ## Fields

      | field | place | vendors | \(Self.ruleHeading)
      |---|---|---|---|---|---|---|---|---|---|

      """
    for field in tables.fields {
      let row = field.source
      let place = "\(row["leaf"]):\(row["subleaf"]) \(row["register"])[\(row["bits"])]"
      text += line([row["name"], place, row["vendors"]] + rules(row, field.rules))
    }
    text += """

      ## MSRs

      What Xen and KVM do with a register for a guest: emulate it, keep it in the policy, offer it as a
      feature MSR, keep it to the host, or not have it at all.

      | field | place | vendors | Xen | KVM | \(Self.ruleHeading)
      |---|---|---|---|---|---|---|---|---|---|---|---|

      """
    for field in tables.msrs {
      let row = field.source
      let place = "MSR \(row["msr"])[\(row["bits"])] (\(tables.msrName(field.index)))"
      let handling = [field.xen.rawValue, field.kvm.rawValue]
      text += line([row["name"], place, row["vendors"]] + handling + rules(row, field.rules))
    }
    return text
  }

  private func rules(_ row: CSVTable.Row, _ rules: FieldRules) -> [String] {
    ["guest", "audit", "level", "migration", "unit", "meaning"].map { row[$0] }
      + [rules.origin.text]
  }

  private func line(_ cells: [String]) -> String {
    "| " + cells.map(Emission.cell).joined(separator: " | ") + " |\n"
  }

  private var header: String {
    var text = """
      /* SPDX-License-Identifier: Apache-2.0 */
      /* Generated from the tables in ABI/ by `make generate`. Do not edit: change the table. */
      #ifndef CPUPOLICY_FEATURES_H
      #define CPUPOLICY_FEATURES_H

      #define CPUPOLICY_FEATURE_WORDS \(tables.words.count)
      /* Room in structs for words to come. */
      #define CPUPOLICY_FEATURE_ROOM \(Capacity.words)

      /* Index of each feature in a featureset: word * 32 + bit. */

      """
    for feature in tables.features {
      text += "#define CPUPOLICY_FEATURE_\(feature.name) \(feature.index)\n"
    }
    return text + "\n#endif\n"
  }
}
