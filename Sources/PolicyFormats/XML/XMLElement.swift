// SPDX-License-Identifier: Apache-2.0

/// An element of an XML document, with its place.
package struct XMLElement: Equatable {
  package var name: String
  package var attributes: [(name: String, value: String)] = []
  package var children: [XMLElement] = []
  /// The text directly inside, without surrounding blanks.
  package var text = ""
  package var line: Int
  package var column: Int
  /// Its bytes in the text that was read, with its tags.
  package var range = 0..<0

  package static func == (left: XMLElement, right: XMLElement) -> Bool {
    left.name == right.name && left.text == right.text && left.children == right.children
      && left.attributes.elementsEqual(right.attributes) { $0 == $1 }
  }

  /// The value of an attribute; nil where there is none.
  package subscript(attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }

  /// The first child of a name.
  package func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  /// The child of a name that can stand once; nil where there is none.
  package func only(_ name: String, source: String) throws(FormatError) -> XMLElement? {
    var found: XMLElement?
    for child in children where child.name == name {
      if let found {
        throw .duplicate(
          "<\(name)>", first: found.placeText, source: source, line: child.line,
          column: child.column)
      }
      found = child
    }
    return found
  }

  package var placeText: String { "line \(line), column \(column)" }

  /// The children of a name.
  package func children(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }
}

/// Reads the XML that libvirt writes: elements, attributes, text, comments, processing instructions,
/// CDATA sections, the five predefined entities and character references.
///
/// There is no document type and so no entity of a document's own: what could expand is refused, and
/// nothing is ever fetched. Depth, number of elements and size are bounded, and every error has its
/// line and column. XML 1.0, sections 2 to 4.
package struct XMLReader {
  private let bytes: [UInt8]
  /// What the text was in before it was UTF-8, which a declaration must not deny.
  private let encoding: TextEncoding
  private let source: String
  private var position = 0
  private var count = 0
  private var depth = 0

  static let largest = 16 << 20
  static let deepest = 64
  /// Far above libvirt's largest documents.
  static let mostElements = 200_000
  static let mostAttributes = 64

  package init(_ bytes: [UInt8], encoding: TextEncoding = .utf8, source: String) {
    self.bytes = bytes
    self.encoding = encoding
    self.source = source
  }

  /// Larger documents are refused before they are read.
  package static func checkSize(_ count: Int, source: String) throws(FormatError) {
    guard count > largest else { return }
    throw FormatError(
      .tooLarge, source: source, message: "the document has \(count) bytes",
      remedy: "at most \(largest) are read")
  }

  /// The root element of the whole document.
  package mutating func read() throws(FormatError) -> XMLElement {
    try checkCharacters()
    try declaration()
    try skipMiscellany()
    guard peek() == 0x3c else { throw error("an element is expected") }
    let root = try element()
    try skipMiscellany()
    guard position == bytes.count else { throw error("text behind the document") }
    return root
  }

  /// The name of the root element, looking no further; nil where there is none.
  mutating func rootName() -> String? {
    do {
      try declaration()
      try skipMiscellany()
      guard peek() == 0x3c else { return nil }
      position += 1
      return try name()
    } catch {
      return nil
    }
  }

  // MARK: Elements

  private mutating func element() throws(FormatError) -> XMLElement {
    let (start, place) = (position, place(position))
    guard depth < XMLReader.deepest else {
      throw error("nesting deeper than \(XMLReader.deepest) levels")
    }
    count += 1
    guard count <= XMLReader.mostElements else {
      throw error("more than \(XMLReader.mostElements) elements")
    }
    position += 1
    var result = XMLElement(name: try name(), line: place.line, column: place.column)
    while true {
      let blank = position
      skipBlanks()
      guard let byte = peek() else { throw error("the document ends here; is it complete?") }
      if byte == 0x3e {
        position += 1
        depth += 1
        try content(of: &result)
        depth -= 1
        result.range = start..<position
        return result
      }
      if byte == 0x2f {
        position += 1
        guard peek() == 0x3e else { throw error("> is expected behind /") }
        position += 1
        result.range = start..<position
        return result
      }
      guard position > blank else { throw error("a blank is expected before an attribute") }
      let at = position
      let attribute = try name()
      guard result.attributes.count < XMLReader.mostAttributes else {
        throw error("more than \(XMLReader.mostAttributes) attributes", at: at)
      }
      guard result[attribute] == nil else {
        throw error("the attribute \(attribute) stands twice", at: at)
      }
      skipBlanks()
      guard peek() == 0x3d else { throw error("= is expected behind the attribute's name") }
      position += 1
      skipBlanks()
      result.attributes.append((attribute, try quoted()))
    }
  }

  private mutating func content(of element: inout XMLElement) throws(FormatError) {
    var text: [UInt8] = []
    while true {
      guard let byte = peek() else {
        throw error("the document ends inside of <\(element.name)>; is it complete?")
      }
      if byte == 0x26 {
        try reference(into: &text)
      } else if byte != 0x3c {
        if byte == 0x5d && has("]]>") { throw error("]]> stands only at a CDATA section's end") }
        text.append(byte)
        position += 1
      } else if has("</") {
        position += 2
        let at = position
        let closing = try name()
        guard closing == element.name else {
          throw error("</\(closing)> closes <\(element.name)>", at: at)
        }
        skipBlanks()
        guard peek() == 0x3e else { throw error("> is expected") }
        position += 1
        element.text = XMLReader.trimmed(text)
        return
      } else if has("<!--") || has("<?") {
        try skipMiscellany()
      } else if has("<![CDATA[") {
        position += 9
        while position < bytes.count, !has("]]>") {
          text.append(bytes[position])
          position += 1
        }
        guard has("]]>") else { throw error("a CDATA section is not closed") }
        position += 3
      } else {
        element.children.append(try self.element())
      }
    }
  }

  private static func trimmed(_ text: [UInt8]) -> String {
    guard let first = text.firstIndex(where: { $0 > 0x20 }),
      let last = text.lastIndex(where: { $0 > 0x20 })
    else { return "" }
    return String(decoding: text[first...last], as: UTF8.self)
  }

  // MARK: Parts

  private mutating func name() throws(FormatError) -> String {
    let start = position
    while let byte = peek(), XMLReader.isNamePart(byte) { position += 1 }
    guard position > start, position - start <= 256, !XMLReader.isInner(bytes[start]) else {
      throw error("a name is expected", at: start)
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// Whether a character of names begins none: a digit, a hyphen or a dot.
  private static func isInner(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || byte == 0x2d || byte == 0x2e
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x3a, 0x5f, 0x80...: true
    default: false
    }
  }

  private mutating func quoted() throws(FormatError) -> String {
    guard let quote = peek(), quote == 0x22 || quote == 0x27 else {
      throw error("a value in quotes is expected")
    }
    let start = position
    position += 1
    var value: [UInt8] = []
    while let byte = peek(), byte != quote {
      guard byte != 0x3c else { throw error("< inside of a value") }
      if byte == 0x26 {
        try reference(into: &value)
      } else {
        value.append(byte)
        position += 1
      }
    }
    guard peek() == quote else { throw error("the value is not closed", at: start) }
    position += 1
    return String(decoding: value, as: UTF8.self)
  }

  /// `&amp;` and the like, `&#65;`, `&#x41;`: each becomes one character.
  private mutating func reference(into text: inout [UInt8]) throws(FormatError) {
    let start = position
    position += 1
    let end = bytes[position...].prefix(10).firstIndex(of: 0x3b) ?? position
    let name = String(decoding: bytes[position..<end], as: UTF8.self)
    let predefined = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
    let digits = name.hasPrefix("#x") ? name.dropFirst(2) : name.dropFirst()
    let number =
      name.hasPrefix("#") && !digits.hasPrefix("+")
      ? UInt32(digits, radix: name.hasPrefix("#x") ? 16 : 10) : nil
    if let character = predefined[name] {
      text += Array(character.utf8)
    } else if let scalar = number.flatMap(Unicode.Scalar.init) {
      guard XMLReader.isCharacter(scalar.value) else {
        throw error("&\(name); is no character that a document can have", at: start)
      }
      text += Array(String(scalar).utf8)
    } else {
      throw error("only predefined entities and character references are read", at: start)
    }
    position = end + 1
  }

  /// Blanks, comments and processing instructions.
  private mutating func skipMiscellany() throws(FormatError) {
    while true {
      skipBlanks()
      if has("<!--") {
        try comment()
      } else if has("<?") {
        try instruction()
      } else if has("<!DOCTYPE") {
        throw error("a document type is not read: libvirt writes none")
      } else {
        return
      }
    }
  }

  /// Two hyphens end a comment, and nothing else may follow them. XML 1.0, 2.5.
  private mutating func comment() throws(FormatError) {
    let start = position
    position += 4
    while position < bytes.count, !has("--") { position += 1 }
    guard position < bytes.count else { throw error("a comment is not closed", at: start) }
    guard has("-->") else { throw error("-- within a comment") }
    position += 3
  }

  private mutating func instruction() throws(FormatError) {
    let start = position
    position += 2
    let target = try name()
    guard target.lowercased() != "xml" else {
      throw error("<?xml stands only at the beginning", at: start)
    }
    guard peek() == 0x3f || (peek() ?? 0) <= 0x20 else {
      throw error("a blank is expected behind the target")
    }
    try skip(past: "?>", from: start, "a processing instruction is not closed")
  }

  // MARK: Declaration and characters

  /// `<?xml version="1.0" encoding="UTF-8"?>`, which may be left out. XML 1.0, 2.8 and 4.3.3.
  private mutating func declaration() throws(FormatError) {
    guard has("<?xml"), position + 5 < bytes.count, bytes[position + 5] <= 0x20 else { return }
    let start = position
    position += 5
    var attributes: [(name: String, value: String)] = []
    while true {
      let before = position
      skipBlanks()
      if has("?>") { break }
      guard position > before, peek() != nil else {
        throw error("the declaration is not closed", at: start)
      }
      let attribute = try name()
      skipBlanks()
      guard peek() == 0x3d else { throw error("= is expected behind the attribute's name") }
      position += 1
      skipBlanks()
      attributes.append((attribute, try quoted()))
    }
    position += 2
    let names = attributes.map(\.name)
    guard names.first == "version", attributes[0].value.hasPrefix("1."),
      [["encoding"], ["standalone"], ["encoding", "standalone"], []].contains(
        Array(names.dropFirst()))
    else { throw error("the declaration is not <?xml version=\"1.0\" encoding=...?>", at: start) }
    guard let declared = attributes.first(where: { $0.name == "encoding" })?.value else { return }
    let known: Set<String> =
      encoding == .utf16
      ? ["utf-16", "utf-16le", "utf-16be"]
      : bytes.contains { $0 >= 0x80 } ? ["utf-8"] : ["utf-8", "us-ascii", "ascii"]
    guard known.contains(declared.lowercased()) else {
      throw error("the encoding \(declared.prefix(40)) is declared, and the text is not", at: start)
    }
  }

  /// XML 1.0, 2.2: no controls but tabs and line ends, and nothing that is no character.
  private mutating func checkCharacters() throws(FormatError) {
    for index in bytes.indices {
      let byte = bytes[index]
      let isNoncharacter =
        byte == 0xef && index + 2 < bytes.count && bytes[index + 1] == 0xbf
        && bytes[index + 2] >= 0xbe
      guard byte >= 0x20 || XMLReader.isCharacter(UInt32(byte)), !isNoncharacter else {
        throw error("a character that no document can have", at: index)
      }
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw error("the text is not UTF-8", at: 0)
    }
  }

  private static func isCharacter(_ value: UInt32) -> Bool {
    switch value {
    case 0x09, 0x0a, 0x0d, 0x20...0xd7ff, 0xe000...0xfffd, 0x10000...0x10ffff: true
    default: false
    }
  }

  private mutating func skip(
    past end: StaticString, from start: Int, _ message: String
  ) throws(FormatError) {
    while position < bytes.count {
      if has(end) {
        position += end.utf8CodeUnitCount
        return
      }
      position += 1
    }
    throw error(message, at: start)
  }

  private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

  private func has(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard bytes.count - position >= length else { return false }
    for offset in 0..<length where bytes[position + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  private mutating func skipBlanks() {
    while let byte = peek(), byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d {
      position += 1
    }
  }

  // MARK: Errors

  /// Line and column, computed only when asked for: elements ask once each, so it goes on from the
  /// last place.
  private var lastPlace = (position: 0, line: 1, column: 1)

  private mutating func place(_ position: Int) -> (line: Int, column: Int) {
    if position < lastPlace.position { lastPlace = (0, 1, 1) }
    while lastPlace.position < position {
      if bytes[lastPlace.position] == 0x0a {
        lastPlace.line += 1
        lastPlace.column = 1
      } else {
        lastPlace.column += 1
      }
      lastPlace.position += 1
    }
    return (lastPlace.line, lastPlace.column)
  }

  private mutating func error(_ message: String, at position: Int? = nil) -> FormatError {
    let place = place(position ?? self.position)
    return FormatError(
      .malformed, source: source, line: place.line, column: place.column, message: message,
      remedy: "the document seems to be cut or damaged, or is none of libvirt's")
  }
}
