import Foundation

/// Where output goes: data to the standard output, messages to the standard error.
enum Console {
  static func error(_ message: String) {
    FileHandle.standardError.write(Data((message + "\n").utf8))
  }

  static func data(_ bytes: [UInt8]) {
    FileHandle.standardOutput.write(Data(bytes))
  }

  /// Whether colours may be used: only on a terminal, and not where NO_COLOR asks for none.
  static let usesColour: Bool = {
    if let value = getenv("NO_COLOR"), value.pointee != 0 { return false }
    return isatty(STDOUT_FILENO) == 1
  }()

  static func bold(_ text: String) -> String { usesColour ? "\u{1b}[1m\(text)\u{1b}[0m" : text }
}

/// A table for people: columns aligned, a heading above.
struct TextTable {
  var columns: [String]
  private var rows: [[String]] = []

  init(_ columns: [String]) { self.columns = columns }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// A line across all columns that begins a group.
  mutating func addGroup(_ title: String) { rows.append([title]) }

  func text(hasHeading: Bool = true) -> String {
    var widths = columns.map(\.count)
    for row in rows where row.count == columns.count {
      for (index, cell) in row.enumerated() { widths[index] = max(widths[index], cell.count) }
    }
    var text = ""
    if hasHeading { text += Console.bold(line(columns.map { $0.uppercased() }, widths)) + "\n" }
    for row in rows {
      let isGroup = row.count == 1 && columns.count > 1
      text += (isGroup ? Console.bold(row[0]) : line(row, widths)) + "\n"
    }
    return text
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var text = ""
    for (index, cell) in cells.enumerated() {
      let isLast = index == cells.count - 1
      let padding = isLast ? 0 : max(0, widths[index] - cell.count) + 2
      text += cell + String(repeating: " ", count: padding)
    }
    while text.last == " " { text.removeLast() }
    return text
  }
}
