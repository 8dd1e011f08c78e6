// SPDX-License-Identifier: Apache-2.0

import PolicyText

/// A JSON value whose objects keep the order of their members, as documents promise it.
public indirect enum JSONValue: Equatable, Sendable {
  case object([Member])
  case array([JSONValue])
  case string(String)
  case integer(Int)
  /// A number that is no integer of 64 bits. The project's own documents have none.
  case decimal(Double)
  case bool(Bool)
  case null

  /// A name and a value of an object.
  public struct Member: Equatable, Sendable {
    /// The member's name.
    public var name: String
    /// The member's value.
    public var value: JSONValue

    /// A member of an object.
    public init(name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// An object from pairs, in order.
  public static func members(_ pairs: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(pairs.map { Member(name: $0.key, value: $0.value) })
  }

  /// A string, or null.
  public static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
  /// A number, or null.
  public static func optional(_ number: Int?) -> JSONValue { number.map { .integer($0) } ?? .null }
  /// True, false, or null for unknown.
  public static func optional(_ flag: Bool?) -> JSONValue { flag.map { .bool($0) } ?? .null }
  /// An array of strings.
  public static func strings(_ texts: some Sequence<String>) -> JSONValue {
    .array(texts.map { .string($0) })
  }

  /// A member of an object; nil where there is none or the value is no object.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text of a string; nil for every other value.
  public var string: String? { if case .string(let text) = self { text } else { nil } }
  /// The number of an integer; nil for every other value.
  public var integer: Int? { if case .integer(let number) = self { number } else { nil } }
  /// Whether a boolean is true; nil for every other value.
  public var bool: Bool? { if case .bool(let flag) = self { flag } else { nil } }
  /// The values of an array; nil for every other value.
  public var array: [JSONValue]? { if case .array(let values) = self { values } else { nil } }

  // MARK: Reading

  /// Larger documents are refused before they are parsed.
  static let largestDocument = 64 << 20

  static func checkSize(_ count: Int, source: String) throws(FormatError) {
    guard count > largestDocument else { return }
    throw FormatError(
      .tooLarge, source: source, message: "the document has \(count) bytes",
      remedy: "at most \(largestDocument) are read")
  }

  /// Parses a text.
  public init(parsing bytes: [UInt8], source: String) throws(FormatError) {
    try JSONValue.checkSize(bytes.count, source: source)
    var parser = JSONParser(bytes, source: source)
    self = try parser.parse()
  }

  /// Parses values that stand one after the other.
  package static func sequence(
    _ bytes: [UInt8], most: Int, source: String
  ) throws(FormatError) -> [JSONValue] {
    try checkSize(bytes.count, source: source)
    var parser = JSONParser(bytes, source: source)
    return try parser.parseSequence(most: most)
  }

  // MARK: Writing

  /// The text, indented by two blanks; short arrays and objects of plain values stay on one line.
  public var text: String {
    var result = ""
    write(to: &result, indent: "")
    return result
  }

  /// The text on one line. Within a string a line break is written as an escape.
  package var line: String {
    text.split(separator: "\n").enumerated().map { number, line in
      number == 0 ? line : line.drop { $0 == " " }
    }.joined(separator: " ")
  }

  private var isPlain: Bool {
    switch self {
    case .object, .array: false
    default: true
    }
  }

  private func write(to text: inout String, indent: String) {
    switch self {
    case .object(let members):
      write(members.map { ("\(QuotedText.of($0.name)): ", $0.value) }, "{", "}", &text, indent)
    case .array(let values): write(values.map { ("", $0) }, "[", "]", &text, indent)
    case .string(let string): text += QuotedText.of(string)
    case .integer(let number): text += String(number)
    case .decimal(let number): text += String(number)
    case .bool(let flag): text += flag ? "true" : "false"
    case .null: text += "null"
    }
  }

  private func write(
    _ items: [(label: String, value: JSONValue)], _ open: String, _ close: String,
    _ text: inout String, _ indent: String
  ) {
    if items.isEmpty || !indent.isEmpty && items.allSatisfy({ $0.value.isPlain }) {
      text += open
      for (index, item) in items.enumerated() {
        text += (index == 0 ? "" : ", ") + item.label
        item.value.write(to: &text, indent: indent)
      }
      text += close
      return
    }
    text += open
    for (index, item) in items.enumerated() {
      text += (index == 0 ? "\n" : ",\n") + indent + "  " + item.label
      item.value.write(to: &text, indent: indent + "  ")
    }
    text += "\n" + indent + close
  }
}
