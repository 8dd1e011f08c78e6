// SPDX-License-Identifier: Apache-2.0

/// Helpers for writing Swift source text.
enum Emission {
  static let banner = """
    // SPDX-License-Identifier: Apache-2.0
    // Generated from the tables in ABI/ by `make generate`. Do not edit: change the table.
    // swift-format-ignore-file

    """

  static func hex(_ value: some BinaryInteger, digits: Int = 8) -> String {
    let text = String(value, radix: 16)
    return "0x" + String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  /// A constant column, which the compiler counts.
  ///
  /// Every section begins a line. A group of it stays in one line where it fits, and begins one where
  /// it does not. So a value more moves those of its own section alone, and the lines behind it soon
  /// fall into step again.
  static func column(
    _ name: String, _ type: String = "", sections: [[[String]]], declaredAs alias: String? = nil,
    comment: String
  ) -> String {
    var text = comment.split(separator: "\n").map { "  /// \($0)\n" }.joined()
    text += "  static let \(name): \(alias ?? "InlineArray<_, \(type)>") = [\n"
    for section in sections {
      var line = "   "
      for group in section {
        let width = group.reduce(0) { $0 + $1.count + 2 }
        for (index, value) in group.enumerated() {
          let needed = index == 0 ? width : value.count + 2
          if line.count > 3 && line.count + needed > 100 {
            text += line + "\n"
            line = "   "
          }
          line += " \(value),"
        }
      }
      if line.count > 3 { text += line + "\n" }
    }
    return text + "  ]\n"
  }

  /// A constant column in one section.
  static func column(
    _ name: String, _ type: String, _ values: [String], comment: String
  ) -> String {
    column(name, type, sections: [values.map { [$0] }], comment: comment)
  }

  /// A static member, in one line where it fits.
  static func member(_ name: String, _ type: String, _ value: String) -> String {
    let line = "  @inlinable static var \(name): \(type) { \(value) }\n"
    guard line.count > 101 else { return line }
    return "  @inlinable static var \(name): \(type) {\n    \(value)\n  }\n"
  }

  /// Stands between the columns of a record of texts; no cell of a table has it.
  static let separator: Character = "~"

  /// A table of texts, for `TextRecords`: one literal, and the length of each record. No record knows
  /// where it begins, so that a row that is inserted moves few others.
  static func records(_ name: String, sections: [[[String]]], comment: String) -> String {
    let records = sections.map { rows in rows.map { $0.joined(separator: String(separator)) } }
    var text = "  /// \(comment)\n  static let \(name): StaticString = \"\"\"\n"
    for section in records where !section.isEmpty { text += literalLines(section) + "\\\n" }
    text += "\n\"\"\"\n"
    return text
      + column(
        "\(name)Lengths", "UInt16", sections: records.map { $0.map { [String($0.utf8.count)] } },
        comment: "Length of each record, in bytes.")
  }

  /// Texts as lines of a multi-line literal. A text stays in one line where it fits, and begins one
  /// where it does not; its own line breaks stay.
  private static func literalLines(_ texts: [String]) -> String {
    var result = ""
    var column = 0
    for text in texts {
      let width = escaped(text.prefix { $0 != "\n" }).count
      for (index, piece) in pieces(text).enumerated() {
        let piece = piece == "\n" ? piece : escaped(piece)
        let needed = index == 0 ? width : piece.count
        if column > 0 && piece != "\n" && column + needed > 99 {
          result += "\\\n"
          column = 0
        }
        result += piece
        column = piece == "\n" ? 0 : column + piece.count
      }
    }
    return result
  }

  /// A text in the pieces between which a line may end: behind a column, and before a word only where
  /// the column is too long for a line.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if number > 0 { pieces.append("\n") }
      let cells = line.split(separator: separator, omittingEmptySubsequences: false)
      for (index, cell) in cells.enumerated() {
        let end = index < cells.count - 1 ? String(separator) : ""
        if escaped(cell + end).count <= 99 {
          pieces.append(cell + end)
        } else {
          let words = cell.split(separator: " ", omittingEmptySubsequences: false)
          pieces += words.enumerated().map { ($0 > 0 ? " " : "") + $1 }
          pieces[pieces.count - 1] += end
        }
      }
    }
    return pieces.filter { !$0.isEmpty }
  }

  /// A cell of a Markdown table.
  static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }

  /// A text as the content of a one-line Swift string literal.
  static func escaped(_ text: some StringProtocol) -> String {
    String(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
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
