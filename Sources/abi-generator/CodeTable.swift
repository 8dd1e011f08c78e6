// SPDX-License-Identifier: Apache-2.0

/// A row of `codes.csv`: a code that a report shows, or, behind it, other words for some of its cases.
struct CodeRow {
  var source: CSVTable.Row
  var code: UInt32
  /// The Swift name.
  var name: String
  /// The case for which the row has other words; `always` for the code's own row.
  var condition: TextCondition
  var title: String
  var rule: String
  var message: String
  var remedy: String
  /// What it means, what a guest would suffer, and what to do, in lines.
  var text: String

  /// `CPU0101`.
  var codeText: String {
    let digits = String(code)
    return "CPU" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  init(_ row: CSVTable.Row) throws(TableError) {
    source = row
    code = try row.number("code")
    guard (1...9999).contains(code) else {
      throw row.error("code", "\(code) is outside of 1 to 9999")
    }
    name = row["name"]
    guard name.first?.isLowercase == true, name.allSatisfy({ $0.isLetter || $0.isNumber }) else {
      throw row.error("name", "\"\(name)\" is no Swift name of a case")
    }
    condition = row["when"].isEmpty ? .always : try row.word("when", TextCondition.self)
    title = row["title"]
    rule = row["rule"]
    message = row["message"]
    remedy = row["remedy"]
    text = row["text"]
    for column in ["title", "rule", "text"] {
      guard row[column].isEmpty == (condition != .always) else {
        throw row.error(
          column, condition == .always ? "the cell is empty" : "stands in the code's own row alone")
      }
    }
    if condition == .always { try CodeRow.checkRule(row) }
    for column in ["message", "remedy"] {
      if row[column].isEmpty { throw row.error(column, "the cell is empty") }
      try Placeholder.check(row, column)
    }
  }

  /// What a rule may be besides a word of the table.
  private static let otherRules = [
    "reserved", "prerequisite", "form", "unknown", "tsc", "lbr", "accumulate", "migration",
    "release", "row",
  ]

  private static func checkRule(_ row: CSVTable.Row) throws(TableError) {
    let rule = row["rule"]
    let isTopology = rule.first == "R" && UInt32(rule.dropFirst()) != nil
    guard isTopology || AuditRule(rawValue: rule) != nil || otherRules.contains(rule) else {
      let known = AuditRule.allCases.map(\.rawValue) + otherRules + ["R1"]
      throw row.error(
        "rule", "unknown word \"\(rule)\"; known are: \(known.joined(separator: ", "))")
    }
  }
}

/// When a row of `codes.csv` gives the words.
enum TextCondition: String, RuleWord {
  case always, feature, same, zero
  static let swiftName = "TextCondition"
  static let summary = "When a row of the codes gives the words, rather than the code's own row."
  var meaning: String {
    switch self {
    case .always: "the code's own row"
    case .feature: "the subject is a feature"
    case .same: "value and bound are the same"
    case .zero: "the value is zero"
    }
  }
}

/// What stands in braces in a message or remedy, and is filled in for each violation.
enum Placeholder {
  /// Without `prerequisite|WORDS`, whose words stand where none is known.
  private static let known = [
    "name", "bits", "value", "value:hex", "value:khz", "bound", "bound:hex", "bound:khz",
    "value:lbr", "bound:lbr",
  ]

  /// Refuses braces that do not pair, and placeholders that nothing fills in.
  static func check(_ row: CSVTable.Row, _ column: String) throws(TableError) {
    var placeholder: String?
    for character in row[column] {
      switch (character, placeholder) {
      case ("{", nil): placeholder = ""
      case ("}", let name?):
        guard known.contains(name) || isPrerequisite(name) else {
          throw row.error(
            column,
            "unknown placeholder \"{\(name)}\"; known are: "
              + (known + ["prerequisite|WORDS"]).map { "{\($0)}" }.joined(separator: ", "))
        }
        placeholder = nil
      case ("{", _), ("}", _): throw row.error(column, "braces do not pair")
      case (_, let name?): placeholder = name + String(character)
      case (_, nil): break
      }
    }
    guard placeholder == nil else { throw row.error(column, "braces do not pair") }
  }

  private static func isPrerequisite(_ name: String) -> Bool {
    name.hasPrefix("prerequisite|") && !name.hasSuffix("|")
  }
}

extension Tables {
  /// Codes ascend, and each row behind a code's own is of the same code for a case of its own.
  func validateCodes() throws(TableError) {
    var names: [String: Int] = [:]
    var last: CodeRow?
    var conditions: Set<TextCondition> = []
    for row in codes {
      if row.condition == .always {
        if let last, row.code <= last.code {
          throw row.source.error("code", "codes ascend; \(row.code) is out of order")
        }
        if let first = names[row.name] {
          throw row.source.error("name", "\(row.name) already stands in row \(first)")
        }
        names[row.name] = row.source.number
        conditions = []
      } else if row.code != last?.code || row.name != last?.name {
        throw row.source.error("when", "the row does not follow the code's own row")
      }
      guard conditions.insert(row.condition).inserted else {
        throw row.source.error("when", "the case already stands in an earlier row")
      }
      last = row
    }
  }
}
