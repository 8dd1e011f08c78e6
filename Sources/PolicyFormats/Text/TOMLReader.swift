// SPDX-License-Identifier: Apache-2.0

/// The part of TOML that a pool's file and the command's configuration take: strings, and arrays of strings
/// over several lines. All else is refused with line and column.
package struct TOMLReader {
  package enum Value: Equatable {
    case text(String)
    case list([String])
  }

  package struct Entry {
    package var key: String
    package var value: Value
    /// Where the key begins.
    package var start: Int
  }

  private let bytes: [UInt8]
  private let source: String
  private var position = 0
  private var keys: [String: Int] = [:]

  package init(_ bytes: [UInt8], source: String) {
    self.bytes = bytes
    self.source = source
  }

  /// The next key with its value; nil at the end.
  package mutating func next() throws(FormatError) -> Entry? {
    skipLines()
    guard position < bytes.count else { return nil }
    let start = position
    while position < bytes.count, isOfKey(bytes[position]) { position += 1 }
    let key = String(decoding: bytes[start..<position], as: UTF8.self)
    guard !key.isEmpty else {
      throw error(
        "a key is expected", remedy: "write keys alone: no tables, no quoted or dotted keys")
    }
    if let first = keys.updateValue(start, forKey: key) {
      throw error(
        "\(key) stands twice; the first stands in line \(place(first).line)",
        remedy: "leave one out", at: start)
    }
    skipBlanks()
    guard take("=") else { throw error("an equals sign is expected", remedy: "\(key) = \"value\"") }
    skipBlanks()
    let value = try value()
    skipBlanks()
    skipComment()
    guard position == bytes.count || bytes[position] == 0x0a || bytes[position] == 0x0d else {
      throw error("text behind the value", remedy: "one key a line")
    }
    return Entry(key: key, value: value, start: start)
  }

  private mutating func value() throws(FormatError) -> Value {
    guard take("[") else { return .text(try string()) }
    var texts: [String] = []
    while true {
      skipLines()
      if take("]") { return .list(texts) }
      texts.append(try string())
      skipLines()
      if take("]") { return .list(texts) }
      guard take(",") else {
        throw error("a comma or ] is expected", remedy: "write the list as [\"one\", \"two\"]")
      }
    }
  }

  /// A basic or a literal string on one line.
  private mutating func string() throws(FormatError) -> String {
    let start = position
    let quote: UInt8
    if take("\"") {
      quote = UInt8(ascii: "\"")
    } else if take("'") {
      quote = UInt8(ascii: "'")
    } else {
      throw error("a string is expected", remedy: "put it into quotes")
    }
    var text: [UInt8] = []
    while position < bytes.count, bytes[position] != 0x0a {
      let byte = bytes[position]
      position += 1
      if byte == quote {
        // Three quotes begin a string over several lines.
        guard !text.isEmpty || position == bytes.count || bytes[position] != quote else { break }
        guard let string = String(validating: text, as: UTF8.self) else {
          throw error("the string is not UTF-8", remedy: "write the file in UTF-8", at: start)
        }
        return string
      }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        guard position < bytes.count else { break }
        switch bytes[position] {
        case UInt8(ascii: "\\"), UInt8(ascii: "\""): text.append(bytes[position])
        case UInt8(ascii: "t"): text.append(9)
        default:
          throw error("an escape that is not read", remedy: "use \\\\ and \\\" alone")
        }
        position += 1
      } else if byte < 0x20 && byte != 9 || byte == 0x7f {
        throw error("a control character in a string", remedy: "leave it out", at: position - 1)
      } else {
        text.append(byte)
      }
    }
    throw error("the string has no end in its line", remedy: "close the quote", at: start)
  }

  // MARK: Bytes

  private func isOfKey(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte | 0x20) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_")
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: scalar) else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 {
      position += 1
    }
  }

  private mutating func skipComment() {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "#") else { return }
    while position < bytes.count, bytes[position] != 0x0a { position += 1 }
  }

  /// Blanks, comments and line breaks.
  private mutating func skipLines() {
    var last = -1
    while last != position {
      last = position
      skipBlanks()
      skipComment()
      while position < bytes.count, bytes[position] == 0x0a || bytes[position] == 0x0d {
        position += 1
      }
    }
  }

  /// Line and column of a byte, counted from 1.
  package func place(_ index: Int) -> (line: Int, column: Int) { TextPlace.of(index, in: bytes) }

  package func error(_ message: String, remedy: String, at index: Int? = nil) -> FormatError {
    let place = place(index ?? position)
    return FormatError(
      .malformed, source: source, line: place.line, column: place.column, message: message,
      remedy: remedy)
  }
}
