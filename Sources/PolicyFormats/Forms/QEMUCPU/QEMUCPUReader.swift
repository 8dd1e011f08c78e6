// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// Reads QEMU's `-cpu` argument, alone or in a command line.
struct QEMUCPUReader {
  let source: String

  /// No command line is longer.
  private static let longest = 1 << 20

  func read(_ bytes: Span<UInt8>) throws(FormatError) -> PolicyDocument {
    guard bytes.count <= QEMUCPUReader.longest else {
      throw FormatError(
        .tooLarge, source: source, message: "the input has \(bytes.count) bytes",
        remedy: "at most \(QEMUCPUReader.longest) of a command line are read")
    }
    try PolicyReader.refuseOthers(than: .qemuCPU, in: bytes, source: source)
    let words = try words(bytes)
    guard let option = try only("cpu", words), option + 1 < words.count else {
      throw FormatError(
        .malformed, source: source, line: 1, column: 1, message: "there is no -cpu with a value",
        remedy: "give QEMU's command line, or its -cpu part")
    }
    var document = try document(words[option + 1])
    if let option = try only("smp", words), option + 1 < words.count {
      let topology = words[option + 1].text
      document.notes.append("topology is not taken over: -smp \(topology)")
      document.policies[0].statements.append(Statement("topology", topology))
    }
    return document
  }

  /// The place of an option that can stand once; nil where it does not stand.
  private func only(_ name: String, _ words: [Word]) throws(FormatError) -> Int? {
    let places = words.indices.filter {
      words[$0].text == "-\(name)" || words[$0].text == "--\(name)"
    }
    if places.count > 1 {
      let (first, second) = (words[places[0]], words[places[1]])
      throw .duplicate(
        "-\(name)", first: "line \(first.line), column \(first.column)", source: source,
        line: second.line, column: second.column)
    }
    return places.first
  }

  private struct Word {
    var text: String
    var line: Int
    var column: Int
  }

  /// The words of a shell's command line: blanks separate, quotes and backslashes protect.
  private func words(_ bytes: Span<UInt8>) throws(FormatError) -> [Word] {
    var words: [Word] = []
    var current: [UInt8] = []
    var start: (line: Int, column: Int)?
    var quote: UInt8?
    var place = (line: 1, column: 1)
    func finish() {
      guard let begun = start else { return }
      words.append(
        Word(
          text: String(decoding: current, as: UTF8.self), line: begun.line, column: begun.column))
      current = []
      start = nil
    }
    var index = 0
    while index < bytes.count {
      var byte = bytes[index]
      let isEscape = byte == 0x5c && quote != 0x27 && index + 1 < bytes.count
      if isEscape {
        index += 1
        byte = bytes[index]
        // A line goes on behind a backslash at its end.
        if byte != 0x0a {
          if start == nil { start = place }
          current.append(byte)
        }
      } else if let open = quote {
        if byte == open { quote = nil } else { current.append(byte) }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
        if start == nil { start = place }
      } else if byte <= 0x20 {
        finish()
      } else {
        if start == nil { start = place }
        current.append(byte)
      }
      place = byte == 0x0a ? (place.line + 1, 1) : (place.line, place.column + (isEscape ? 2 : 1))
      index += 1
    }
    guard quote == nil else {
      throw FormatError(
        .malformed, source: source, line: start?.line, column: start?.column,
        message: "the quote is not closed", remedy: "give the whole command line")
    }
    finish()
    return words
  }

  private func document(_ word: Word) throws(FormatError) -> PolicyDocument {
    let parts = word.text.split(separator: ",", omittingEmptySubsequences: false)
    let model = String(parts[0])
    var reader = QEMUProperties(source: source)
    var column = word.column + parts[0].utf8.count + 1
    for part in parts.dropFirst() {
      do {
        try reader.take(argument: part, at: "column \(column)")
      } catch {
        var error = error
        error.line = word.line
        error.column = column
        throw error
      }
      column += part.utf8.count + 1
    }
    return reader.document(model: model, format: .qemuCPU)
  }
}

/// CPU properties as QEMU names them, collected into what they determine.
struct QEMUProperties {
  let source: String
  private(set) var partial = PartialPolicy()
  private var request = ModelRequest(.qemu)
  private var signature: (family: UInt32?, model: UInt32?, stepping: UInt32?) = (nil, nil, nil)

  /// What each property was given, and where, by its name without the differences of spelling.
  private var given: [String: (value: JSONValue, place: String)] = [:]

  init(source: String) { self.source = source }

  /// One property of a `-cpu` argument: `+name`, `-name`, `name=value` or `name`.
  mutating func take(argument: Substring, at place: String) throws(FormatError) {
    guard let first = argument.first else { throw error("a property is empty") }
    if first == "+" || first == "-" {
      let name = String(argument.dropFirst())
      if let first = remember(name, .bool(first == "+"), place) {
        throw .duplicate(name, first: first.place, source: source)
      }
      request.settings.append(ModelRequest.Setting(name, .bool(first == "+")))
      set(name, first == "+")
      return
    }
    let pair = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(pair[0])
    let text = pair.count == 2 ? String(pair[1]) : "on"
    let value: JSONValue =
      switch text {
      case "on", "true", "yes", "y": .bool(true)
      case "off", "false", "no", "n": .bool(false)
      default: .string(text)
      }
    if let first = remember(name, value, place) {
      throw .duplicate(name, first: first.place, source: source)
    }
    request.settings.append(ModelRequest.Setting(name, value))
    try set(name, value)
  }

  /// A property of a reply, in which one may stand under several spellings, always with one value.
  mutating func take(reply name: String, _ value: JSONValue, at place: String) throws(FormatError) {
    if let first = remember(name, value, place) {
      guard first.value == value else {
        throw .duplicate("\(name), with another value,", first: first.place, source: source)
      }
      return
    }
    try set(name, value)
  }

  /// - Returns: what the property was given before.
  private mutating func remember(
    _ name: String, _ value: JSONValue, _ place: String
  ) -> (value: JSONValue, place: String)? {
    let key =
      Feature(qemuName: name).map(\.qemuName) ?? OtherName.named(name, .qemu)?.name
      ?? name.replacing("_", with: "-")
    if let first = given[key] { return first }
    given[key] = (value, place)
    return nil
  }

  /// A property of a JSON reply.
  private mutating func set(_ name: String, _ value: JSONValue) throws(FormatError) {
    if case .bool(let isOn) = value {
      set(name, isOn)
      return
    }
    switch name {
    case "vendor":
      guard let text = value.string, text.utf8.count == 12 else {
        throw error("\(name): twelve characters are expected")
      }
      partial.set(vendor: text)
    case "model-id", "model_id":
      if let text = value.string, text.utf8.count <= 48 { partial.set(brand: text) }
    case "family": signature.family = try number(name, value, most: 270)
    case "model": signature.model = try number(name, value, most: 255)
    case "stepping": signature.stepping = try number(name, value, most: 15)
    case "level": try setLimit(.maxBasicLeaf, name, value)
    case "xlevel": try setLimit(.maxExtendedLeaf, name, value)
    case "level-func7": try setLimit(.maxLeaf7Subleaf, name, value)
    case "phys-bits":
      // Zero leaves the choice to QEMU.
      let bits = try number(name, value, most: 64)
      if bits != 0 { partial.set(.maxPhysicalAddressBits, bits) }
    default: request.properties.append((name, value.string ?? value.text))
    }
  }

  /// All ones leave a limit to QEMU.
  private mutating func setLimit(
    _ field: Field, _ name: String, _ value: JSONValue
  ) throws(FormatError) {
    let limit = try number(name, value, most: 0xffff_ffff)
    if limit != 0xffff_ffff { partial.set(field, limit) }
  }

  private mutating func set(_ name: String, _ isOn: Bool) {
    let known = OtherName.named(name, .qemu)
    let isBit = known.map { $0.place != .none } ?? isOn
    if isBit {
      request.add(known, name, isOn ? .required : .disabled)
    } else {
      request.properties.append((name, isOn ? "on" : "off"))
    }
  }

  private func number(
    _ name: String, _ value: JSONValue, most: UInt32
  ) throws(FormatError) -> UInt32 {
    var found: UInt32?
    switch value {
    case .integer(let number): found = UInt32(exactly: number)
    case .string(let text):
      found = text.hasPrefix("0x") ? UInt32(text.dropFirst(2), radix: 16) : UInt32(text)
    default: break
    }
    guard let found, found <= most else {
      throw error("\(name): a number of at most \(most) is expected")
    }
    return found
  }

  private func error(_ message: String) -> FormatError {
    FormatError(.malformed, source: source, message: message, remedy: "correct the property")
  }

  /// The document: with the empty model, or where every property stands, the features are all
  /// known; with another model, none is.
  ///
  /// A property that is on and that no table knows could be any bit, so that none is known then.
  func document(model: String, format: PolicyFormat, isComplete: Bool = false) -> PolicyDocument {
    var partial = partial
    partial.set(
      family: signature.family, model: signature.model, stepping: signature.stepping)
    var document = PolicyDocument(format: format)
    var statements: [Statement] = []
    let isWhole = isComplete || model == QEMUCPUFormat.emptyModel
    if isWhole, request.unnamed.isEmpty {
      var features = FeatureSet()
      for feature in request.required { features.insert(feature) }
      partial.features = features
      partial.setLeastLimits()
      document.notes.append(PartialPolicy.fieldsNote)
      statements = request.otherStatements
    } else {
      var named = request
      named.model = isWhole ? nil : model
      document.request = named
      document.notes += named.notes
      if isWhole {
        document.notes.append(
          "no table says which bits these are, and they are on: every feature is unknown")
      }
      statements = named.statements
    }
    document.partial = partial
    document.policies = [partial.named(model, besides: statements)]
    return document
  }
}
