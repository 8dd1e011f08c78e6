// SPDX-License-Identifier: Apache-2.0

/// The codes of reports: an enumeration for the core, the words for people, constants for C, and a page.
struct CodeEmitter {
  var tables: Tables

  var files: [String: String] {
    [
      "Sources/PolicyCore/Generated/ViolationCode.swift": enumeration,
      "Sources/PolicyText/Generated/CodeText+Table.swift": texts,
      "Sources/CPUPolicyC/include/cpupolicy_codes.h": header,
      "docs/reference/codes.md": reference,
    ]
  }

  /// The rows of the codes themselves.
  private var codes: [CodeRow] { tables.codes.filter { $0.condition == .always } }

  private var enumeration: String {
    var text = Emission.banner
    text +=
      "/// Stable numbers of what a report can find: `CPU0101` and so on. A number never changes\n"
    text += "/// its meaning.\n"
    text += "public enum ViolationCode: UInt16, Sendable {\n"
    for row in codes {
      text += Emission.comment("\(row.codeText): \(row.title).") + "\n"
      text += "  case \(row.name) = \(row.code)\n"
    }
    return text + "}\n"
  }

  private var texts: String {
    var text = Emission.banner
    text += Emission.enumeration(TextCondition.self).replacing("public enum", with: "enum")
    text += "enum CodeText {\n"
    text += Emission.column(
      "codes", "UInt16", tables.codes.map { String($0.code) }, comment: "Code of each row.")
    text += Emission.column(
      "conditions", "UInt8", tables.codes.map { String($0.condition.code) },
      comment: "When the row gives the words, by `TextCondition`.")
    text += Emission.records(
      "rows", sections: tables.codes.map { [[$0.title, $0.rule, $0.message, $0.remedy, $0.text]] },
      comment: "Title, rule, message, remedy and long text of each row.")
    return text + "}\n"
  }

  private var header: String {
    var text = """
      /* SPDX-License-Identifier: Apache-2.0 */
      /* Generated from the tables in ABI/ by `make generate`. Do not edit: change the table. */
      #ifndef CPUPOLICY_CODES_H
      #define CPUPOLICY_CODES_H

      /* Codes of reports; libcpupolicy_text.a has the words. A number never changes its meaning. */

      """
    for row in codes { text += "#define CPUPOLICY_CODE_\(upperSnakeCase(row.name)) \(row.code)\n" }
    return text + "\n#endif\n"
  }

  private var reference: String {
    var text = """
      # Codes

      Generated from `ABI/codes.csv` by `make generate`. `cpupolicy explain CODE` prints the same. Of the
      placeholders in messages and remedies, `{value}` is what was found, and `{bound}` what it was held
      against.

      | code | title | rule | message | remedy |
      |---|---|---|---|---|

      """
    for row in tables.codes {
      let condition = row.condition == .always ? "" : " (\(row.condition.meaning))"
      let title = row.title + condition
      let cells = [row.codeText, title, row.rule, row.message, row.remedy]
      text += "| " + cells.map(Emission.cell).joined(separator: " | ") + " |\n"
    }
    for row in codes { text += "\n## \(row.codeText): \(row.title)\n\n\(row.text)\n" }
    return text
  }
}

/// `x2APICLevels` becomes `X2APIC_LEVELS`; a plural `s` stays with its capitals.
func upperSnakeCase(_ name: String) -> String {
  let letters = Array(name)
  var result = ""
  for (index, letter) in letters.enumerated() {
    if letter.isUppercase, index > 0 {
      let rest = letters[(index + 1)...]
      let word = rest.prefix { $0.isLowercase }
      let beginsWord = !word.isEmpty && !(word == ["s"] && rest.count == 1)
      if letters[index - 1].isLowercase || beginsWord { result += "_" }
    }
    result += letter.uppercased()
  }
  return result
}
