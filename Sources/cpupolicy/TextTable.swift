// SPDX-License-Identifier: Apache-2.0

import PolicyText

/// A table for people: columns aligned, a heading above.
struct TextTable {
  var columns: [String]
  private var rows: [[String]] = []

  init(_ columns: [String]) { self.columns = columns.map(ShownText.line) }

  mutating func add(_ cells: [String]) { rows.append(cells.map(ShownText.line)) }

  /// A line across all columns that begins a group.
  mutating func addGroup(_ title: String) { rows.append([ShownText.line(title)]) }

  func text(hasHeading: Bool = true) -> String {
    let heading = columns.map { $0.uppercased() }
    var widths = heading.map(TextTable.width)
    for row in rows where row.count == columns.count {
      for (index, cell) in row.enumerated() {
        widths[index] = max(widths[index], TextTable.width(cell))
      }
    }
    var text: [UInt8] = []
    if hasHeading {
      var line: [UInt8] = []
      TextTable.append(heading, widths, to: &line)
      text += Console.bold(String(decoding: line, as: UTF8.self)).utf8
      text.append(TextTable.newline)
    }
    for row in rows {
      if row.count == 1 && columns.count > 1 {
        text += Console.bold(row[0]).utf8
      } else {
        TextTable.append(row, widths, to: &text)
      }
      text.append(TextTable.newline)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// How many columns of a terminal a text takes. Nearly every cell is ASCII, where bytes are
  /// characters and need not be put together first.
  private static func width(_ text: String) -> Int {
    text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : text.count
  }

  private static let blank = UInt8(ascii: " ")
  private static let newline = UInt8(ascii: "\n")

  /// Cells at their columns; no blanks at the line's end.
  private static func append(_ cells: [String], _ widths: [Int], to text: inout [UInt8]) {
    var blanks = 0
    for (index, cell) in cells.enumerated() {
      if !cell.isEmpty {
        text += repeatElement(blank, count: blanks)
        text += cell.utf8
        blanks = 0
      }
      blanks += max(0, widths[index] - width(cell)) + 2
    }
  }
}
