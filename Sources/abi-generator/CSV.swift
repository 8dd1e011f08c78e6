// SPDX-License-Identifier: Apache-2.0

/// One table: a heading and rows of named cells (RFC 4180, lines end with a line feed).
struct CSVTable {
  struct Row {
    var file: String
    /// Line of the file on which the row begins, counted from 1.
    var number: Int
    private var cells: [String: String]

    init(file: String, number: Int, cells: [String: String]) {
      self.file = file
      self.number = number
      self.cells = cells
    }

    /// The columns, in no particular order.
    var columns: [String] { cells.keys.sorted() }

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
      try range(column, of: self[column])
    }

    /// The same for a part of the cell.
    func range(_ column: String, of text: String) throws(TableError) -> ClosedRange<UInt32> {
      let ends = text.split(separator: "-", omittingEmptySubsequences: false)
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
    func word<T: RawRepresentable<String> & CaseIterable>(
      _ column: String, _ type: T.Type
    ) throws(TableError) -> T {
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
    var lines = try CSVTable.lines(of: text, file: file)
    guard !lines.isEmpty else {
      throw TableError(file: file, row: 1, column: required[0], message: "the file is empty")
    }
    columns = lines.removeFirst().cells
    for name in required where !columns.contains(name) {
      throw TableError(file: file, row: 1, column: name, message: "the column is missing")
    }
    rows = []
    for line in lines {
      guard line.cells.count == columns.count else {
        throw TableError(
          file: file, row: line.number, column: columns[min(line.cells.count, columns.count - 1)],
          message: "\(line.cells.count) cells where the heading has \(columns.count)")
      }
      let pairs = zip(columns, line.cells).map { ($0, $1) }
      rows.append(
        Row(file: file, number: line.number, cells: [String: String](uniqueKeysWithValues: pairs)))
    }
  }

  /// The cells of each row, and the line on which the row begins, counted from 1.
  private static func lines(
    of text: String, file: String
  ) throws(TableError) -> [(number: Int, cells: [String])] {
    var result: [(number: Int, cells: [String])] = []
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var line = 1
    var start = 1
    func decoded(_ cell: [UInt8]) -> String { String(decoding: cell, as: UTF8.self) }
    var bytes = text.utf8.makeIterator()
    var pending = bytes.next()
    while let byte = pending {
      pending = bytes.next()
      if byte == UInt8(ascii: "\n") { line += 1 }
      switch byte {
      case UInt8(ascii: "\"") where isQuoted && pending == byte:
        cell.append(byte)
        pending = bytes.next()
      case UInt8(ascii: "\""): isQuoted.toggle()
      case _ where isQuoted: cell.append(byte)
      case UInt8(ascii: ","):
        cells.append(decoded(cell))
        cell = []
      case UInt8(ascii: "\n"):
        result.append((start, cells + [decoded(cell)]))
        (cells, cell, start) = ([], [], line)
      default: cell.append(byte)
      }
    }
    guard !isQuoted else {
      throw TableError(
        file: file, row: start, column: "\(cells.count + 1)", message: "unclosed quotation mark")
    }
    if !cells.isEmpty || !cell.isEmpty { result.append((start, cells + [decoded(cell)])) }
    return result
  }
}

/// A number as the tables write it: decimal, or hexadecimal behind 0x.
func parseNumber(_ text: some StringProtocol) -> UInt32? {
  text.hasPrefix("0x") ? UInt32(text.dropFirst(2), radix: 16) : UInt32(text)
}
