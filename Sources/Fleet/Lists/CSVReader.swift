// SPDX-License-Identifier: Apache-2.0

import PolicyFormats

/// Reads CSV (RFC 4180) line by line, strictly: a quote stands at both ends of a cell, or in none.
package struct CSVReader {
  package struct Cell {
    package var text: String
    /// Where it begins.
    package var line: Int
    package var column: Int
  }

  private let bytes: [UInt8]
  private let source: String
  private var position = 0
  private var line = 1
  private var lineStart = 0
  private var cells: [Cell] = []

  /// A longer cell is no name, and a quote is missing.
  private static let longestCell = 4096

  package init(_ bytes: [UInt8], source: String) {
    self.bytes = bytes
    self.source = source
    // What spreadsheets put before UTF-8.
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { position = 3 }
  }

  /// The cells of the next line that is not empty; nil at the end.
  package mutating func next() throws(FormatError) -> [Cell]? {
    while position < bytes.count, bytes[position] == 0x0a || bytes[position] == 0x0d {
      if bytes[position] == 0x0a { endLine() } else { position += 1 }
    }
    guard position < bytes.count else { return nil }
    cells.removeAll(keepingCapacity: true)
    while true {
      cells.append(try cell())
      guard position < bytes.count else { break }
      if bytes[position] == UInt8(ascii: ",") {
        position += 1
        continue
      }
      if bytes[position] == 0x0d { position += 1 }
      if position < bytes.count { endLine() }
      break
    }
    return cells
  }

  private mutating func endLine() {
    position += 1
    line += 1
    lineStart = position
  }

  private mutating func cell() throws(FormatError) -> Cell {
    let start = position
    let place = (line, position - lineStart + 1)
    var text: [UInt8] = []
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
      position += 1
      while true {
        guard position < bytes.count else { throw error(place, "the quote has no end") }
        let byte = bytes[position]
        position += 1
        if byte == UInt8(ascii: "\"") {
          guard position < bytes.count, bytes[position] == byte else { break }
          position += 1
        }
        if byte == 0x0a {
          throw error(place, "the quote does not end in its line")
        }
        text.append(byte)
        guard text.count <= Self.longestCell else { throw error(place, "the cell is too long") }
      }
      guard position == bytes.count || isEnd(bytes[position]) else {
        throw error((line, position - lineStart + 1), "text behind a quote")
      }
    } else {
      while position < bytes.count, !isEnd(bytes[position]) {
        guard bytes[position] != UInt8(ascii: "\"") else {
          throw error((line, position - lineStart + 1), "a quote within a cell")
        }
        position += 1
        guard position - start <= Self.longestCell else {
          throw error(place, "the cell is too long")
        }
      }
      text = Array(bytes[start..<position])
    }
    guard !text.contains(0), let string = String(validating: text, as: UTF8.self) else {
      throw error(place, "the cell is no text of UTF-8")
    }
    return Cell(text: string.trimmingBlanks, line: place.0, column: place.1)
  }

  /// Whether a byte ends a cell: a carriage return does before a line feed.
  private func isEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == 0x0a
      || byte == 0x0d && (position + 1 == bytes.count || bytes[position + 1] == 0x0a)
  }

  private func error(_ place: (line: Int, column: Int), _ message: String) -> FormatError {
    FormatError(
      .malformed, source: source, line: place.line, column: place.column, message: message,
      remedy: "write the list anew as RFC 4180 has it")
  }

  /// An error about a cell of the line that was read last.
  func error(at index: Int, _ message: String, remedy: String) -> FormatError {
    let cell = cells[min(max(index, 0), cells.count - 1)]
    return FormatError(
      .malformed, source: source, line: cell.line, column: cell.column, message: message,
      remedy: remedy)
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    guard first == " " || last == " " || first == "\t" || last == "\t" else { return self }
    let start = drop { $0 == " " || $0 == "\t" }
    return String(start.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}
