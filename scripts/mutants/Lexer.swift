// SPDX-License-Identifier: Apache-2.0

/// A token of Swift source text, as far as mutations need to tell one from another.
struct Token {
  enum Kind { case word, number, op, mark, text, newline }

  let kind: Kind
  /// Where it stands, in bytes.
  let range: Range<Int>
  let text: String
  let hasSpaceBefore: Bool
  let hasSpaceAfter: Bool

  /// Whether an operator stands between two operands.
  var isInfix: Bool {
    kind == .op && (hasSpaceBefore && hasSpaceAfter || text == "..<" || text == "...")
  }
}

/// Splits source text into tokens; comments go, and a text literal is one token.
struct Lexer {
  private let bytes: [UInt8]
  private var index = 0

  static func tokens(of bytes: [UInt8]) -> [Token] {
    var lexer = Lexer(bytes)
    var tokens: [Token] = []
    while let token = lexer.next() { tokens.append(token) }
    return tokens
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private func byte(_ position: Int) -> UInt8 {
    bytes.indices.contains(position) ? bytes[position] : 0
  }

  private func starts(with prefix: String) -> Bool { bytes[index...].starts(with: prefix.utf8) }

  private mutating func next() -> Token? {
    skipBlanksAndComments()
    guard index < bytes.count else { return nil }
    let start = index
    let kind = scan()
    return Token(
      kind: kind, range: start..<index,
      text: String(decoding: bytes[start..<index], as: UTF8.self),
      hasSpaceBefore: start == 0 || Lexer.isBlank(bytes[start - 1]),
      hasSpaceAfter: index == bytes.count || Lexer.isBlank(bytes[index]))
  }

  private mutating func skipBlanksAndComments() {
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: " ") {
        index += 1
      } else if starts(with: "//") {
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
      } else if starts(with: "/*") {
        index += 2
        while index < bytes.count, !starts(with: "*/") { index += 1 }
        index = min(index + 2, bytes.count)
      } else {
        return
      }
    }
  }

  private mutating func scan() -> Token.Kind {
    let first = bytes[index]
    if first == UInt8(ascii: "\n") {
      index += 1
      return .newline
    }
    if first == UInt8(ascii: "\"") {
      skipText()
      return .text
    }
    if Lexer.isDigit(first) {
      skipNumber()
      return .number
    }
    if Lexer.isWord(first) || "#@$`".utf8.contains(first) {
      index += 1
      while Lexer.isWord(byte(index)) || byte(index) == UInt8(ascii: "`") { index += 1 }
      return .word
    }
    for range in ["..<", "..."] where starts(with: range) {
      index += range.utf8.count
      return .op
    }
    if Lexer.isOperator(first) {
      while Lexer.isOperator(byte(index)) { index += 1 }
      return .op
    }
    index += 1
    return .mark
  }

  private mutating func skipNumber() {
    while Lexer.isWord(byte(index)) { index += 1 }
    if byte(index) == UInt8(ascii: "."), Lexer.isDigit(byte(index + 1)) {
      index += 1
      while Lexer.isWord(byte(index)) { index += 1 }
    }
  }

  /// A text literal, with what it interpolates.
  private mutating func skipText() {
    let quote = starts(with: "\"\"\"") ? "\"\"\"" : "\""
    index += quote.utf8.count
    while index < bytes.count, !starts(with: quote) {
      if starts(with: "\\(") {
        index += 1
        skipInterpolation()
      } else {
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
      }
    }
    index = min(index + quote.utf8.count, bytes.count)
  }

  private mutating func skipInterpolation() {
    var depth = 0
    repeat {
      switch byte(index) {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "\""):
        skipText()
        continue
      default: break
      }
      index += 1
    } while depth > 0 && index < bytes.count
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0a }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isOperator(_ byte: UInt8) -> Bool { "+-*/%=<>!&|^~?".utf8.contains(byte) }
  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "_") || (0x41...0x5a).contains(byte)
      || (0x61...0x7a).contains(byte) || byte >= 0x80
  }
}
