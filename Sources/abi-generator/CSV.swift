/// One table: a heading and rows of named cells (RFC 4180, without line breaks inside a cell).
struct CSVTable {
  struct Row {
    var file: String
    /// Line of the file, counted from 1.
    var number: Int
    private var cells: [String: String]

    init(file: String, number: Int, cells: [String: String]) {
      self.file = file
      self.number = number
      self.cells = cells
    }

    subscript(column: String) -> String { cells[column] ?? "" }

    func error(_ column: String, _ message: String) -> TableError {
      TableError(file: file, row: number, column: column, message: message)
    }

    /// The cell as an unsigned number, decimal or 0x hexadecimal.
    func number(_ column: String) throws(TableError) -> UInt32 {
      guard let value = parseNumber(self[column]) else {
        throw error(column, "\"\(self[column])\" is not a number")
      }
      return value
    }

    /// The cell as a number or a range of numbers, `first-last`.
    func range(_ column: String) throws(TableError) -> ClosedRange<UInt32> {
      let ends = self[column].split(separator: "-", omittingEmptySubsequences: false)
      let numbers = ends.compactMap { parseNumber($0) }
      guard numbers.count == ends.count, (1...2).contains(numbers.count),
        let first = numbers.first, let last = numbers.last, first <= last
      else { throw error(column, "\"\(self[column])\" is neither a number nor a range") }
      return first...last
    }

    /// The `vendors` cell: names with plus signs between them.
    func vendors() throws(TableError) -> [VendorWord] {
      var result: [VendorWord] = []
      for name in self["vendors"].split(separator: "+") {
        guard let vendor = VendorWord(rawValue: String(name)) else {
          throw error("vendors", "unknown vendor \"\(name)\"")
        }
        result.append(vendor)
      }
      return result
    }

    /// The cell as one of a closed set of words.
    func word<T: RuleWord>(_ column: String, _ type: T.Type) throws(TableError) -> T {
      guard let value = T(rawValue: self[column]) else {
        let known = T.allCases.map(\.rawValue).joined(separator: ", ")
        throw error(column, "unknown word \"\(self[column])\"; known are: \(known)")
      }
      return value
    }
  }

  var columns: [String]
  var rows: [Row]

  init(file: String, text: String, columns required: [String]) throws(TableError) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    guard let heading = lines.first else {
      throw TableError(file: file, row: 1, column: required[0], message: "the file is empty")
    }
    columns = try Self.cells(of: heading, file: file, row: 1)
    for name in required where !columns.contains(name) {
      throw TableError(file: file, row: 1, column: name, message: "the column is missing")
    }
    rows = []
    for (index, line) in lines.enumerated().dropFirst() {
      let cells = try Self.cells(of: line, file: file, row: index + 1)
      guard cells.count == columns.count else {
        throw TableError(
          file: file, row: index + 1, column: columns[min(cells.count, columns.count - 1)],
          message: "\(cells.count) cells where the heading has \(columns.count)")
      }
      let pairs = zip(columns, cells).map { ($0, $1) }
      rows.append(
        Row(file: file, number: index + 1, cells: [String: String](uniqueKeysWithValues: pairs)))
    }
  }

  private static func cells(
    of line: Substring, file: String, row: Int
  ) throws(TableError) -> [String] {
    var cells: [String] = []
    var cell = ""
    var quoted = false
    var iterator = line.makeIterator()
    var pending = iterator.next()
    while let character = pending {
      pending = iterator.next()
      if quoted {
        if character != "\"" {
          cell.append(character)
        } else if pending == "\"" {
          cell.append("\"")
          pending = iterator.next()
        } else {
          quoted = false
        }
      } else if character == "\"" {
        quoted = true
      } else if character == "," {
        cells.append(cell)
        cell = ""
      } else {
        cell.append(character)
      }
    }
    guard !quoted else {
      throw TableError(
        file: file, row: row, column: "\(cells.count + 1)", message: "unclosed quotation mark")
    }
    cells.append(cell)
    return cells
  }
}

/// A number as the tables write it: decimal, or hexadecimal behind 0x.
func parseNumber(_ text: some StringProtocol) -> UInt32? {
  text.hasPrefix("0x") ? UInt32(text.dropFirst(2), radix: 16) : UInt32(text)
}
