// SPDX-License-Identifier: Apache-2.0

import PolicyText

/// The settings of an xl.cfg file as xl's own parser sees them: `tools/libs/util/libxlu_cfg_l.l` and
/// `libxlu_cfg_y.y` of Xen. Line feeds and semicolons end a setting, lists may stand over lines and in
/// lists, `+=` adds to what stands before.
struct XLSyntax {
  indirect enum Content {
    /// A string or a number, without its quotes.
    case atom(XLSetting.Part)
    case list([Content])
  }

  struct Entry {
    var key: String
    var value: Content
    /// Number of bytes before the key.
    var offset: Int
    var isAddition: Bool
  }

  /// In the order of the file.
  private(set) var entries: [Entry] = []

  private let bytes: [UInt8]
  private let source: String
  private var position = 0
  /// No list of xl's stands deeper in others.
  private static let deepest = 16

  init(_ bytes: [UInt8], source: String) throws(FormatError) {
    self.bytes = bytes
    self.source = source
    while true {
      skip(lineFeeds: true)
      guard let byte = current else { return }
      if byte == UInt8(ascii: ";") {
        position += 1
      } else {
        entries.append(try assignment())
      }
    }
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Passes over blanks and comments, and over line feeds where a setting goes on behind them.
  private mutating func skip(lineFeeds: Bool) {
    while let byte = current {
      if byte == UInt8(ascii: "#") {
        while let next = current, next != 0x0a { position += 1 }
      } else if byte == 0x20 || byte == 0x09 || byte == 0x0d || byte == 0x0a && lineFeeds {
        position += 1
      } else {
        return
      }
    }
  }

  private mutating func assignment() throws(FormatError) -> Entry {
    let start = position
    while let byte = current, Self.isOfKey(byte, isFirst: position == start) { position += 1 }
    guard position > start else {
      throw failed(
        "a key is expected", "xl's keys are small letters, digits, dots and underscores")
    }
    let key = text(start, position)
    skip(lineFeeds: false)
    var isAddition = false
    if current == UInt8(ascii: "+") {
      isAddition = true
      position += 1
    }
    guard current == UInt8(ascii: "=") else {
      throw failed("= is expected behind \(key)", "write \(key) = VALUE")
    }
    position += 1
    skip(lineFeeds: false)
    let value = try value(of: key, depth: 0)
    skip(lineFeeds: false)
    guard current == nil || current == 0x0a || current == UInt8(ascii: ";") else {
      throw failed(
        "the value of \(key) ended, and the line goes on",
        "one setting a line, or ; between two; xl reads no Python, e.g. no triple quotes")
    }
    return Entry(key: key, value: value, offset: start, isAddition: isAddition)
  }

  private mutating func value(of key: String, depth: Int) throws(FormatError) -> Content {
    guard let byte = current else {
      throw failed("\(key) has no value", "is the file complete?")
    }
    switch byte {
    case UInt8(ascii: "["): return try list(of: key, depth: depth)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .atom(try string(of: key, quote: byte))
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let start = position
      while let next = current, Self.isOfNumber(next) { position += 1 }
      return .atom(XLSetting.Part(text(start, position), offset: start))
    default:
      throw failed(
        "the value of \(key) is no string, number or list", "write strings in quotes, true as 1")
    }
  }

  private mutating func list(of key: String, depth: Int) throws(FormatError) -> Content {
    guard depth < Self.deepest else {
      throw failed("lists in lists, \(depth) deep", "no setting of xl's has as many")
    }
    position += 1
    var values: [Content] = []
    while true {
      skip(lineFeeds: true)
      if current == UInt8(ascii: "]") { break }
      values.append(try value(of: key, depth: depth + 1))
      skip(lineFeeds: true)
      if current == UInt8(ascii: ",") {
        position += 1
      } else if current != UInt8(ascii: "]") {
        throw failed("the list of \(key) has neither , nor ] here", "is the list closed?")
      }
    }
    position += 1
    return .list(values)
  }

  private mutating func string(
    of key: String, quote: UInt8
  ) throws(FormatError) -> XLSetting.Part {
    let start = position
    position += 1
    var result: [UInt8] = []
    while let byte = current, byte != 0x0a {
      position += 1
      if byte == quote {
        return XLSetting.Part(String(decoding: result, as: UTF8.self), offset: start + 1)
      }
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        continue
      }
      guard let escaped = current, escaped != 0x0a else { break }
      position += 1
      // What no setting of a CPU's has stays as it stands.
      if [quote, UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\"")].contains(escaped) {
        result.append(escaped)
      } else {
        result += [byte, escaped]
      }
    }
    position = start
    throw failed("the string of \(key) does not end on its line", "close it with the same quote")
  }

  static func isOfKey(_ byte: UInt8, isFirst: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"): !isFirst
    default: false
    }
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "x"):
      true
    default: false
    }
  }

  private func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private func failed(_ message: String, _ remedy: String) -> FormatError {
    error(at: position, message, remedy)
  }

  /// An error with the line and column of a byte.
  func error(at offset: Int, _ message: String, _ remedy: String) -> FormatError {
    let place = place(of: offset)
    return FormatError(
      .malformed, source: source, line: place.line, column: place.column, message: message,
      remedy: remedy)
  }

  /// Line and column of a byte, counted from 1.
  func place(of offset: Int) -> (line: Int, column: Int) { TextPlace.of(offset, in: bytes) }
}
