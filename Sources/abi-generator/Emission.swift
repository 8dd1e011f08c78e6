/// Helpers for writing Swift source text.
enum Emission {
  static let banner = """
    // Generated from the tables in ABI/ by `make generate`. Do not edit: change the table.
    // swift-format-ignore-file

    """

  static func hex(_ value: some BinaryInteger, digits: Int = 8) -> String {
    let text = String(value, radix: 16)
    return "0x" + String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  /// A constant column: `static let name: InlineArray<n, T> = [...]`, a few values a line.
  static func column(
    _ name: String, _ type: String, _ values: [String], comment: String, access: String = ""
  ) -> String {
    var lines: [String] = []
    var line = ""
    for value in values {
      if line.count + value.count + 6 > 98 {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + value + ","
    }
    if !line.isEmpty { lines.append(line) }
    let body = lines.map { "    " + $0 }.joined(separator: "\n")
    let head = access.isEmpty ? "" : access + " "
    return """
        /// \(comment)
        \(head)static let \(name): InlineArray<\(values.count), \(type)> = [
      \(body)
        ]

      """
  }

  /// Stands between the columns of a record of texts; no cell of a table has it.
  static let separator: Character = "~"

  /// A table of texts, for `TextRecords`: one literal, and the length of each record.
  ///
  /// No record knows where it begins, so that a row that is inserted moves no other.
  static func records(_ name: String, _ rows: [[String]], comment: String) -> String {
    let records = rows.map { $0.joined(separator: String(separator)) }
    var text = "  /// \(comment)\n  static let \(name): StaticString = \"\"\"\n"
    for record in records { text += literalLines(record) + "\\\n" }
    text += "\n\"\"\"\n"
    return text
      + column(
        "\(name)Lengths", "UInt16", records.map { String($0.utf8.count) },
        comment: "Length of each record, in bytes.")
  }

  /// A text as lines of a multi-line literal; what is too long for a line goes on in the next.
  private static func literalLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var result = ""
      var column = 0
      for (index, word) in line.split(separator: " ", omittingEmptySubsequences: false).enumerated()
      {
        let piece = (index == 0 ? "" : " ") + escaped(String(word))
        if column > 0 && column + piece.count > 99 {
          result += "\\\n"
          column = 0
        }
        result += piece
        column += piece.count
      }
      return result
    }.joined(separator: "\n")
  }

  /// A cell of a Markdown table.
  static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }

  /// A text as the content of a one-line Swift string literal.
  static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }

  /// Breaks a documentation comment so that no line is longer than 100 columns.
  static func comment(_ text: String, indent: String = "  ") -> String {
    var lines: [String] = []
    var line = indent + "///"
    for word in text.split(separator: " ") {
      if line.count + word.count + 1 > 100 {
        lines.append(line)
        line = indent + "///"
      }
      line += " " + word
    }
    lines.append(line)
    return lines.joined(separator: "\n")
  }

  static func enumeration<T: RuleWord>(_ type: T.Type) -> String {
    var text = "/// \(type.summary)\n"
    text += "public enum \(type.swiftName): UInt8, Sendable {\n"
    for word in type.allCases {
      text += "  /// \(word.meaning.prefix(1).uppercased() + word.meaning.dropFirst()).\n"
      text += "  case \(word.identifier)\n"
    }
    return text + "}\n\n"
  }
}
