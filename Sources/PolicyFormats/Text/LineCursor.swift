// SPDX-License-Identifier: Apache-2.0

/// A place in a text: walks from line to line over bytes that it does not hold itself.
struct LineCursor {
  private var position = 0
  /// Line number of the current line, counted from 1.
  private(set) var line = 0
  /// Where the current line begins and ends, without its line break and trailing blanks.
  private(set) var start = 0
  private(set) var end = 0

  /// No format has a line anywhere near as long, so that a file without line breaks is refused
  /// after a bounded look.
  static let longestLine = 65_536

  /// Moves to the next line; false at the end of the input.
  mutating func next(in bytes: Span<UInt8>, source: String) throws(FormatError) -> Bool {
    guard position < bytes.count else { return false }
    start = position
    line += 1
    let limit = min(bytes.count, start + LineCursor.longestLine)
    var index = start
    while index < limit {
      let byte = bytes[unchecked: index]
      if byte == 0x0a { break }
      guard byte != 0 else {
        throw FormatError(
          .malformed, source: source, line: line, column: index - start + 1,
          message: "a zero byte, which no text has", remedy: "give one form an input")
      }
      index += 1
    }
    guard index < limit || limit == bytes.count else {
      throw FormatError(
        .tooLarge, source: source, line: line, column: LineCursor.longestLine,
        message: "the line is longer than \(LineCursor.longestLine) bytes",
        remedy: "this is no text of a known format")
    }
    position = index + 1
    end = index
    while end > start && bytes[end - 1] <= 0x20 { end -= 1 }
    return true
  }
}

/// Small readers over a range of bytes; each returns where it stopped.
enum Scan {
  @inline(__always)
  static func skipBlanks(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Int {
    var index = index
    while index < end && (bytes[index] == 0x20 || bytes[index] == 0x09) { index += 1 }
    return index
  }

  /// Hexadecimal digits, at most 16.
  @inline(__always)
  static func hex(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> (value: UInt64, next: Int) {
    var value: UInt64 = 0
    var next = index
    while next < end && next - index < 16 {
      let byte = bytes[next]
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x61...0x66: digit = byte - 0x57
      case 0x41...0x46: digit = byte - 0x37
      default: return (value, next)
      }
      value = value << 4 | UInt64(digit)
      next += 1
    }
    return (value, next)
  }

  /// Decimal digits, at most nine; nil where there is none.
  static func decimal(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> (value: Int?, next: Int) {
    var value: Int?
    var next = index
    while next < end && next - index < 9 && (0x30...0x39).contains(bytes[next]) {
      value = (value ?? 0) * 10 + Int(bytes[next] - 0x30)
      next += 1
    }
    return (value, next)
  }

  static func hasPrefix(
    _ bytes: Span<UInt8>, _ index: Int, _ end: Int, _ text: StaticString
  ) -> Bool {
    let count = text.utf8CodeUnitCount
    guard end - index >= count else { return false }
    for offset in 0..<count where bytes[index + offset] != text.utf8Start[offset] { return false }
    return true
  }

  /// Where a text first occurs in a range; nil where it does not.
  static func find(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ text: StaticString
  ) -> Int? {
    let count = text.utf8CodeUnitCount
    guard count > 0, end - start >= count else { return nil }
    for index in start...(end - count) where bytes[index] == text.utf8Start[0] {
      if hasPrefix(bytes, index, end, text) { return index }
    }
    return nil
  }

  static func string(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> String {
    var copy: [UInt8] = []
    for index in start..<min(end, start + 80) { copy.append(bytes[index]) }
    return String(decoding: copy, as: UTF8.self)
  }
}
