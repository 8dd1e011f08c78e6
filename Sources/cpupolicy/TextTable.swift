/// A table for people: columns aligned, a heading above.
struct TextTable {
  var columns: [String]
  private var rows: [[String]] = []

  init(_ columns: [String]) { self.columns = columns }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// A line across all columns that begins a group.
  mutating func addGroup(_ title: String) { rows.append([title]) }

  func text(hasHeading: Bool = true) -> String {
    var widths = columns.map(TextTable.width)
    for row in rows where row.count == columns.count {
      for (index, cell) in row.enumerated() {
        widths[index] = max(widths[index], TextTable.width(cell))
      }
    }
    var text = ""
    if hasHeading { text += Console.bold(line(columns.map { $0.uppercased() }, widths)) + "\n" }
    for row in rows {
      let isGroup = row.count == 1 && columns.count > 1
      text += (isGroup ? Console.bold(row[0]) : line(row, widths)) + "\n"
    }
    return text
  }

  /// How many columns of a terminal a text takes. Nearly every cell is ASCII, where bytes are
  /// characters and need not be put together first.
  private static func width(_ text: String) -> Int {
    text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : text.count
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var text = ""
    for (index, cell) in cells.enumerated() {
      let isLast = index == cells.count - 1
      let padding = isLast ? 0 : max(0, widths[index] - TextTable.width(cell)) + 2
      text += cell + String(repeating: " ", count: padding)
    }
    // Spaces are ASCII, so that bytes can be counted instead of characters.
    let end = text.utf8.lastIndex { $0 != 0x20 }.map(text.utf8.index(after:)) ?? text.startIndex
    return String(text[..<end])
  }
}
