// SPDX-License-Identifier: Apache-2.0

/// Parses JSON text (RFC 8259) into values, strictly: no comments, no trailing commas, no name twice in
/// one object. Depth is bounded, and each error has its line and column.
struct JSONParser {
  private let bytes: [UInt8]
  private let source: String
  private var position = 0
  private var depth = 0
  private var nodes = 0

  /// Deeper nesting than this is no document.
  private static let deepest = 64
  /// A value takes many times the room of its text; the largest document has a hundredth of these.
  static let mostNodes = 500_000

  init(_ bytes: [UInt8], source: String) {
    self.bytes = bytes
    self.source = source
  }

  /// Objects with as many members look their names up.
  private static let manyNames = 16

  /// The value of the whole text.
  mutating func parse() throws(FormatError) -> JSONValue {
    let value = try parseValue()
    skipBlanks()
    guard position == bytes.count else { throw error("text behind the document") }
    return value
  }

  /// The values of a text that holds several, one behind the other, as a protocol's transcript does.
  mutating func parseSequence(most: Int) throws(FormatError) -> [JSONValue] {
    var values: [JSONValue] = []
    repeat {
      guard values.count < most else { throw error("more than \(most) documents in one text") }
      values.append(try parseValue())
      skipBlanks()
    } while position < bytes.count
    return values
  }

  /// Where the value of a path such as `leaves[3].eax` begins; nil where there is none.
  mutating func locate(_ path: String) -> (line: Int, column: Int)? {
    var steps = Substring(path)
    do {
      while !steps.isEmpty {
        skipBlanks()
        if steps.first == "[" {
          let index = steps.dropFirst().prefix { $0 != "]" }
          guard let wanted = Int(index), take("[") else { return nil }
          steps = steps.dropFirst(index.count + 2)
          for _ in 0..<wanted {
            _ = try parseValue()
            skipBlanks()
            guard take(",") else { return nil }
          }
        } else {
          let name = steps.prefix { $0 != "." && $0 != "[" }
          steps = steps.dropFirst(name.count)
          guard take("{"), try enter(String(name)) else { return place(position) }
        }
        if steps.first == "." { steps = steps.dropFirst() }
      }
    } catch {
      return nil
    }
    skipBlanks()
    return place(position)
  }

  /// Skips to the value of a member; false where the object lacks it.
  private mutating func enter(_ name: String) throws(FormatError) -> Bool {
    while true {
      skipBlanks()
      guard peek() == UInt8(ascii: "\"") else { return false }
      let found = try parseString()
      skipBlanks()
      guard take(":") else { return false }
      if found == name { return true }
      _ = try parseValue()
      skipBlanks()
      guard take(",") else { return false }
    }
  }

  // MARK: Values

  private mutating func parseValue() throws(FormatError) -> JSONValue {
    skipBlanks()
    guard let byte = peek() else { throw error("the document ends here; is it complete?") }
    nodes += 1
    guard nodes <= JSONParser.mostNodes else {
      var error = error("more than \(JSONParser.mostNodes) values")
      error.kind = .tooLarge
      throw error
    }
    switch byte {
    case UInt8(ascii: "{"): return try nested { parser throws(FormatError) in try parser.object() }
    case UInt8(ascii: "["): return try nested { parser throws(FormatError) in try parser.array() }
    case UInt8(ascii: "\""): return .string(try parseString())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default:
      for (word, value) in [
        ("true", JSONValue.bool(true)), ("false", .bool(false)), ("null", .null),
      ]
      where bytes[position...].starts(with: word.utf8) {
        position += word.utf8.count
        return value
      }
      throw error("a value is expected")
    }
  }

  private mutating func nested(
    _ body: (inout JSONParser) throws(FormatError) -> JSONValue
  ) throws(FormatError) -> JSONValue {
    guard depth < JSONParser.deepest else {
      throw error("nesting deeper than \(JSONParser.deepest) levels")
    }
    depth += 1
    position += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  private mutating func object() throws(FormatError) -> JSONValue {
    var members: [JSONValue.Member] = []
    // Where each name stands. A table of names pays from some number of them on.
    var starts: [Int] = []
    var names: [String: Int] = [:]
    skipBlanks()
    if take("}") { return .object([]) }
    repeat {
      skipBlanks()
      let start = position
      guard peek() == UInt8(ascii: "\"") else { throw error("the name of a member is expected") }
      let name = try parseString()
      let former: Int?
      if starts.count < JSONParser.manyNames {
        former = members.firstIndex { $0.name == name }.map { starts[$0] }
        starts.append(start)
      } else {
        if names.isEmpty {
          for (index, member) in members.enumerated() { names[member.name] = starts[index] }
        }
        former = names.updateValue(start, forKey: name)
      }
      if let former {
        let place = place(former)
        throw error(
          "the member \"\(name)\" stands twice in one object; the first stands in line "
            + "\(place.line), column \(place.column)", at: start)
      }
      skipBlanks()
      guard take(":") else { throw error("a colon is expected behind the name") }
      members.append(JSONValue.Member(name: name, value: try parseValue()))
      skipBlanks()
    } while take(",")
    guard take("}") else { throw error("a comma or } is expected") }
    return .object(members)
  }

  private mutating func array() throws(FormatError) -> JSONValue {
    var values: [JSONValue] = []
    skipBlanks()
    if take("]") { return .array([]) }
    repeat {
      values.append(try parseValue())
      skipBlanks()
    } while take(",")
    guard take("]") else { throw error("a comma or ] is expected") }
    return .array(values)
  }

  /// An integer that fits 64 bits, or any other number as `decimal`.
  private mutating func number() throws(FormatError) -> JSONValue {
    let start = position
    _ = take("-")
    let first = position
    skipDigits()
    guard position > first else { throw error("a digit is expected") }
    guard position == first + 1 || bytes[first] != UInt8(ascii: "0") else {
      throw error("a number does not begin with zero", at: first)
    }
    var isInteger = true
    if take(".") {
      isInteger = false
      try requireDigits()
    }
    if take("e") || take("E") {
      isInteger = false
      if !take("+") { _ = take("-") }
      try requireDigits()
    }
    if isInteger, position - first <= 18 {
      var value = 0
      for index in first..<position { value = value * 10 + Int(bytes[index] - UInt8(ascii: "0")) }
      return .integer(first > start ? -value : value)
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isInteger, let value = Int(text) { return .integer(value) }
    guard let value = Double(text) else { throw error("not a number", at: start) }
    return .decimal(value)
  }

  private mutating func skipDigits() {
    while let byte = peek(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      position += 1
    }
  }

  private mutating func requireDigits() throws(FormatError) {
    let start = position
    skipDigits()
    guard position > start else { throw error("a digit is expected") }
  }

  // MARK: Strings

  private mutating func parseString() throws(FormatError) -> String {
    let start = position
    position += 1
    if let text = plainString() { return text }
    var text: [UInt8] = []
    while let byte = peek() {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else {
          throw error("the text is not UTF-8", at: start)
        }
        return string
      case UInt8(ascii: "\\"): try escape(&text)
      case 0..<0x20:
        throw error("a control character in a text; is a quote missing?", at: position - 1)
      default: text.append(byte)
      }
    }
    throw error("the text has no end", at: start)
  }

  /// A text of plain ASCII, which needs no look at each of its bytes again; nil where it is not, or has no end.
  private mutating func plainString() -> String? {
    var end = position
    while end < bytes.count, bytes[end] >= 0x20, bytes[end] < 0x80, bytes[end] != UInt8(ascii: "\\")
    {
      if bytes[end] == UInt8(ascii: "\"") {
        let text = bytes.withUnsafeBytes { buffer in
          let plain = UnsafeRawBufferPointer(rebasing: buffer[position..<end])
          return String(unsafeUninitializedCapacity: plain.count) { room in
            for index in plain.indices { room[index] = plain[index] }
            return plain.count
          }
        }
        position = end + 1
        return text
      }
      end += 1
    }
    return nil
  }

  private mutating func escape(_ text: inout [UInt8]) throws(FormatError) {
    guard let byte = peek() else { throw error("the document ends in an escape") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "u"): text += Array(String(try unicodeScalar()).utf8)
    default: throw error("an unknown escape", at: position - 1)
    }
  }

  /// The scalar of an escape like `\u00e9`, or of a pair of surrogates.
  private mutating func unicodeScalar() throws(FormatError) -> Character {
    let start = position
    let first = try fourDigits()
    var value = UInt32(first)
    if (0xd800...0xdbff).contains(first), take("\\"), take("u") {
      let second = try fourDigits()
      guard (0xdc00...0xdfff).contains(second) else { throw error("half a pair", at: start) }
      value = 0x10000 + (UInt32(first) - 0xd800) << 10 + (UInt32(second) - 0xdc00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw error("half a pair", at: start) }
    return Character(scalar)
  }

  private mutating func fourDigits() throws(FormatError) -> UInt16 {
    guard position + 4 <= bytes.count,
      bytes[position..<(position + 4)].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt16(
        String(decoding: bytes[position..<(position + 4)], as: UTF8.self), radix: 16)
    else { throw error("four hexadecimal digits are expected") }
    position += 4
    return value
  }

  // MARK: Bytes

  private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: scalar) else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte = peek(), byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 {
      position += 1
    }
  }

  private func place(_ index: Int) -> (line: Int, column: Int) { TextPlace.of(index, in: bytes) }

  private func error(_ message: String, at index: Int? = nil) -> FormatError {
    let place = place(index ?? position)
    return FormatError(
      .malformed, source: source, line: place.line, column: place.column,
      message: "not valid JSON: \(message)", remedy: "correct the document, or write it anew")
  }
}

// MARK: Long lists

extension JSONParser {
  /// Goes to the first item of a list: the text's own, or that of a member of its object.
  ///
  /// - Returns: the plain members before it; nil where the text is no such list.
  mutating func startItems(of name: String) throws(FormatError) -> [JSONValue.Member]? {
    skipBlanks()
    if take("[") { return [] }
    guard take("{") else { return nil }
    var members: [JSONValue.Member] = []
    repeat {
      skipBlanks()
      guard peek() == UInt8(ascii: "\"") else { return nil }
      let member = try parseString()
      skipBlanks()
      guard take(":") else { throw error("a colon is expected behind the name") }
      skipBlanks()
      if member == name { return take("[") ? members : nil }
      members.append(JSONValue.Member(name: member, value: try parseValue()))
      skipBlanks()
    } while take(",")
    return nil
  }

  /// The next item of the list, and where it begins; nil behind the last.
  mutating func nextItem(isFirst: Bool) throws(FormatError) -> (value: JSONValue, start: Int)? {
    // Each item is as large as a document may be.
    nodes = 0
    skipBlanks()
    if isFirst ? take("]") : !take(",") {
      if !isFirst { guard take("]") else { throw error("a comma or ] is expected") } }
      return nil
    }
    skipBlanks()
    let start = position
    return (try parseValue(), start)
  }

  /// Reads what stands behind the list.
  mutating func endItems(isMember: Bool) throws(FormatError) {
    skipBlanks()
    while isMember, take(",") {
      skipBlanks()
      guard peek() == UInt8(ascii: "\"") else { throw error("the name of a member is expected") }
      _ = try parseString()
      skipBlanks()
      guard take(":") else { throw error("a colon is expected behind the name") }
      _ = try parseValue()
      skipBlanks()
    }
    if isMember { guard take("}") else { throw error("a comma or } is expected") } }
    skipBlanks()
    guard position == bytes.count else { throw error("text behind the document") }
  }

  /// Where a member of an item stands; where the item begins if it has none.
  func place(of path: String, inItemAt start: Int) -> (line: Int, column: Int) {
    var parser = JSONParser(bytes, source: source)
    parser.position = start
    return parser.locate(path) ?? place(start)
  }
}
