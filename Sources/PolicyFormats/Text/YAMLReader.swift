// SPDX-License-Identifier: Apache-2.0

/// Reads the YAML that people and Kubernetes' tools write of virtual machines: block mappings and
/// sequences, flow collections on one line, plain and quoted scalars, and texts of several lines.
///
/// Every scalar is a text. What could mean something else than it looks like (anchors, aliases, tags,
/// tabs before a key, a key twice) is refused with its line. YAML 1.2.2, chapters 7 and 8.
struct YAMLReader {
  private struct Line {
    var indent: Int
    var text: Substring
    var number: Int
  }

  private let source: String
  private let raw: [Substring]
  private var lines: [Line] = []
  private var next = 0

  static let deepest = 64
  static let mostLines = 100_000

  init(_ bytes: Span<UInt8>, source: String) throws(FormatError) {
    self.source = source
    var cursor = LineCursor()
    var texts: [Substring] = []
    while try cursor.next(in: bytes, source: source) {
      var line: [UInt8] = []
      for index in cursor.start..<cursor.end { line.append(bytes[index]) }
      texts.append(Substring(String(decoding: line, as: UTF8.self)))
      guard texts.count <= Self.mostLines else {
        throw FormatError(
          .tooLarge, source: source, message: "there are more than \(Self.mostLines) lines",
          remedy: "give one virtual machine an input")
      }
    }
    raw = texts
  }

  /// The documents of the input, which `---` separates.
  mutating func documents() throws(FormatError) -> [JSONValue] {
    var result: [JSONValue] = []
    var first = 0
    for end in 0...raw.count {
      let isEnd = end == raw.count || Self.isMark(raw[end])
      guard isEnd else { continue }
      try collect(first..<end)
      if !lines.isEmpty {
        result.append(try node(depth: 0))
        if next < lines.count { throw error(lines[next], "the line belongs to nothing above it") }
      }
      first = end + 1
    }
    return result
  }

  private static func isMark(_ line: Substring) -> Bool {
    line == "---" || line.hasPrefix("--- ") || line == "..."
  }

  /// The lines of a document that say something; texts of several lines are looked up in the raw ones.
  private mutating func collect(_ range: Range<Int>) throws(FormatError) {
    lines = []
    next = 0
    var textIndent: Int?
    for index in range {
      let line = raw[index]
      let indent = line.prefix { $0 == " " }.count
      let text = line.dropFirst(indent)
      if let open = textIndent {
        if text.isEmpty || indent > open { continue }
        textIndent = nil
      }
      guard let first = text.first, first != "#", !text.hasPrefix("%") else { continue }
      guard first != "\t" else {
        throw error(
          Line(indent: 0, text: "", number: index + 1), "a tab stands where blanks are expected")
      }
      let said = Self.withoutComment(text)
      lines.append(Line(indent: indent, text: said, number: index + 1))
      let end = said.split(separator: " ").last ?? ""
      if let mark = end.first, mark == "|" || mark == ">", end.count < 4,
        said.hasSuffix(": " + end) || said == "- " + end
      {
        textIndent = indent
      }
    }
  }

  /// A comment begins with `#` behind a blank, outside quotes.
  private static func withoutComment(_ text: Substring) -> Substring {
    var quote: Character?
    var before: Character = " "
    for index in text.indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if (character == "\"" || character == "'") && " [{,:".contains(before) {
        quote = character
      } else if character == "#" && before == " " {
        return trimmed(text[..<index])
      }
      before = character
    }
    return trimmed(text)
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0 == " " }
    while let last = text.last, last == " " || last == "\t" || last == "\r" { text.removeLast() }
    return text
  }

  private func error(_ line: Line, _ message: String) -> FormatError {
    FormatError(
      .malformed, source: source, line: line.number, column: line.indent + 1, message: message,
      remedy: "write it as kubectl get -o yaml does")
  }

  // MARK: Blocks

  private mutating func node(depth: Int) throws(FormatError) -> JSONValue {
    let line = lines[next]
    guard depth < Self.deepest else { throw error(line, "nesting is deeper than \(Self.deepest)") }
    if Self.isItem(line.text) { return try sequence(line.indent, depth: depth) }
    if try key(line) != nil { return try mapping(line.indent, depth: depth) }
    next += 1
    return try scalar(line.text, line, depth: depth)
  }

  private static func isItem(_ text: Substring) -> Bool { text == "-" || text.hasPrefix("- ") }

  private mutating func sequence(_ indent: Int, depth: Int) throws(FormatError) -> JSONValue {
    var values: [JSONValue] = []
    while next < lines.count, lines[next].indent == indent, Self.isItem(lines[next].text) {
      let line = lines[next]
      let rest = Self.trimmed(line.text.dropFirst())
      if rest.isEmpty {
        next += 1
        let isDeeper = next < lines.count && lines[next].indent > indent
        values.append(isDeeper ? try node(depth: depth + 1) : .null)
      } else {
        // What stands behind the dash is a line of its own, as far in as it stands.
        let offset = line.text.dropFirst().prefix { $0 == " " }.count + 1
        lines[next] = Line(indent: indent + offset, text: rest, number: line.number)
        values.append(try node(depth: depth + 1))
      }
    }
    return .array(values)
  }

  private mutating func mapping(_ indent: Int, depth: Int) throws(FormatError) -> JSONValue {
    var members: [JSONValue.Member] = []
    var places: [String: Int] = [:]
    while next < lines.count, lines[next].indent == indent, !Self.isItem(lines[next].text) {
      let line = lines[next]
      guard let (name, rest) = try key(line) else {
        throw error(line, "a key with a colon is expected")
      }
      if let first = places.updateValue(line.number, forKey: name) {
        throw error(line, "\(name) stands twice; the first stands in line \(first)")
      }
      next += 1
      members.append(
        JSONValue.Member(name: name, value: try value(rest, line, indent, depth: depth)))
    }
    if next < lines.count, lines[next].indent > indent {
      throw error(lines[next], "the line is further in than those before it")
    }
    return .object(members)
  }

  /// What a key has: on its line, or in the lines that stand further in.
  private mutating func value(
    _ rest: Substring, _ line: Line, _ indent: Int, depth: Int
  ) throws(FormatError) -> JSONValue {
    guard rest.isEmpty else {
      var text = rest
      if let mark = rest.first, mark == "|" || mark == ">" { return .string("") }
      // A text goes on in lines that stand further in.
      var longer = String(rest)
      while next < lines.count, lines[next].indent > indent, rest.first != "{", rest.first != "[" {
        longer += " " + lines[next].text
        next += 1
      }
      if longer.count > rest.count { text = Substring(longer) }
      return try scalar(text, line, depth: depth)
    }
    guard next < lines.count else { return .null }
    let isItem = lines[next].indent == indent && Self.isItem(lines[next].text)
    guard lines[next].indent > indent || isItem else { return .null }
    return try node(depth: depth + 1)
  }

  /// The key of a line and what stands behind its colon; nil where the line has none.
  private func key(_ line: Line) throws(FormatError) -> (name: String, rest: Substring)? {
    let text = line.text
    guard let first = text.first, first != "{", first != "[" else { return nil }
    if "&*!?@`|>".contains(first) {
      throw error(line, "\(first) begins something that is not read")
    }
    if first == "\"" || first == "'" {
      var rest = text
      guard case .string(let name) = try quoted(&rest, line), rest.first == ":" else { return nil }
      return (name, Self.trimmed(rest.dropFirst()))
    }
    for index in text.indices where text[index] == ":" {
      let after = text.index(after: index)
      guard after == text.endIndex || text[after] == " " else { continue }
      return (String(Self.trimmed(text[..<index])), Self.trimmed(text[after...]))
    }
    return nil
  }

  // MARK: Scalars and flow collections

  private func scalar(
    _ text: Substring, _ line: Line, depth: Int
  ) throws(FormatError) -> JSONValue {
    var rest = text
    let value = try flow(&rest, line, ends: "", depth: depth)
    guard rest.isEmpty else { throw error(line, "the value ended, and the line goes on") }
    return value
  }

  private func flow(
    _ rest: inout Substring, _ line: Line, ends: String, depth: Int
  ) throws(FormatError) -> JSONValue {
    guard depth < Self.deepest else { throw error(line, "nesting is deeper than \(Self.deepest)") }
    rest = Self.trimmed(rest)
    guard let first = rest.first else { return .null }
    switch first {
    case "{", "[":
      return try collection(&rest, line, isObject: first == "{", depth: depth)
    case "\"", "'":
      let value = try quoted(&rest, line)
      rest = Self.trimmed(rest)
      return value
    case "&", "*", "!", "|", ">", "@", "`":
      throw error(line, "\(first) begins something that is not read")
    default:
      var end = rest.endIndex
      for index in rest.indices {
        let after = rest.index(after: index)
        let isColon =
          rest[index] == ":" && !ends.isEmpty && (after == rest.endIndex || rest[after] == " ")
        if ends.contains(rest[index]) || isColon {
          end = index
          break
        }
      }
      let text = Self.trimmed(rest[..<end])
      rest = rest[end...]
      return text == "~" || text == "null" ? .null : .string(String(text))
    }
  }

  private func collection(
    _ rest: inout Substring, _ line: Line, isObject: Bool, depth: Int
  ) throws(FormatError) -> JSONValue {
    let close: Character = isObject ? "}" : "]"
    var members: [JSONValue.Member] = []
    rest = Self.trimmed(rest.dropFirst())
    while rest.first != close {
      var name = ""
      if isObject {
        guard case .string(let text) = try flow(&rest, line, ends: ",{}[]", depth: depth + 1),
          rest.first == ":"
        else { throw error(line, "a key with a colon is expected") }
        guard !members.contains(where: { $0.name == text }) else {
          throw error(line, "\(text) stands twice; the first stands in the same line")
        }
        name = text
        rest.removeFirst()
      }
      let value = try flow(&rest, line, ends: ",{}[]", depth: depth + 1)
      members.append(JSONValue.Member(name: name, value: value))
      rest = Self.trimmed(rest)
      if rest.first == "," {
        rest = Self.trimmed(rest.dropFirst())
      } else if rest.first != close {
        throw error(line, "the collection is not closed on its line")
      }
    }
    rest = Self.trimmed(rest.dropFirst())
    return isObject ? .object(members) : .array(members.map(\.value))
  }

  private func quoted(_ rest: inout Substring, _ line: Line) throws(FormatError) -> JSONValue {
    let quote = rest.removeFirst()
    var text = ""
    while let character = rest.popFirst() {
      if character == quote {
        guard quote == "'", rest.first == "'" else { return .string(text) }
        rest.removeFirst()
        text.append("'")
      } else if character == "\\" && quote == "\"" {
        // Texts of a CPU have no other escapes.
        if let escaped = rest.popFirst() { text.append(escaped) }
      } else {
        text.append(character)
      }
    }
    throw error(line, "the quote is not closed")
  }
}

extension JSONValue {
  /// A scalar as its text; nil for null and collections.
  var scalarText: String? {
    switch self {
    case .string(let text): text
    case .integer(let number): "\(number)"
    case .bool(let flag): flag ? "true" : "false"
    case .decimal, .object, .array, .null: nil
    }
  }
}
