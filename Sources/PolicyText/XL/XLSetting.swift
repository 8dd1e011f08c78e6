// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// xl's `cpuid=` setting, in both of its forms: `"host,key=value,..."` and
/// `["leaf[,subleaf]:register=32 characters", ...]`.
///
/// Every error is reported, and none is passed over as xl does. `docs/semantics/xl.md`.
public struct XLSetting: Equatable, Sendable {
  /// One entry a register, in the order in which they were first named.
  public private(set) var changes: [RegisterChange] = []
  /// Features in MSRs that are not left as the domain has them, in the order in which they were named.
  public private(set) var msrChanges: [MSRChange] = []

  /// A setting that asks for nothing.
  public init() {}

  /// A string or one entry of a list in an input.
  public struct Part: Equatable, Sendable {
    /// The text without its quotes.
    public var text: String
    /// Number of bytes before it.
    public var offset: Int

    /// A text and where it begins in its input.
    public init(_ text: String, offset: Int) {
      self.text = text
      self.offset = offset
    }
  }

  /// From the string form. Columns of errors count from the beginning of the input.
  public init(string: Part) throws(CPUIDOptionErrors) {
    var errors: [CPUIDOptionError] = []
    parseString(string.text, string.offset, &errors)
    if !errors.isEmpty { throw CPUIDOptionErrors(errors: errors) }
  }

  /// From the entries of the list form. Columns of errors count from the beginning of the input.
  public init(entries: [Part]) throws(CPUIDOptionErrors) {
    var errors: [CPUIDOptionError] = []
    var registers: [String: Int] = [:]
    for entry in entries { parseEntry(entry.text, entry.offset + 1, &registers, &errors) }
    if !errors.isEmpty { throw CPUIDOptionErrors(errors: errors) }
  }

  /// Whether a text is one of xl's forms rather than the hypervisor's own option.
  public static func isLikely(_ text: String) -> Bool {
    let (value, _) = stripped(text)
    return value.hasPrefix("host,") || value == "host" || value.hasPrefix("[")
      || value.contains(":e") && value.contains("=")
  }

  /// Parses a value, with or without quotes and brackets, or a whole line `cpuid = ...`.
  public init(parsing text: String) throws(CPUIDOptionErrors) {
    var errors: [CPUIDOptionError] = []
    let (value, offset) = XLSetting.stripped(text)
    if value.hasPrefix("[") || value.contains(":e") && !value.hasPrefix("host") {
      parseList(value, offset, &errors)
    } else {
      parseString(value, offset, &errors)
    }
    if !errors.isEmpty { throw CPUIDOptionErrors(errors: errors) }
  }

  /// The value without `cpuid =` and without the quotes around a string, and how many bytes stand
  /// before it.
  private static func stripped(_ text: String) -> (value: String, offset: Int) {
    var rest = Substring(text)
    rest = rest.drop { $0 == " " || $0 == "\t" }
    if rest.hasPrefix("cpuid"), let equals = rest.firstIndex(of: "="),
      rest[rest.startIndex..<equals].allSatisfy({ $0 != "," && $0 != ":" })
    {
      rest = rest[rest.index(after: equals)...].drop { $0 == " " || $0 == "\t" }
    }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    if let first = rest.first, first == "\"" || first == "'", rest.last == first, rest.count > 1 {
      rest = rest.dropFirst().dropLast()
    }
    let offset = text.utf8.distance(from: text.startIndex, to: rest.startIndex)
    return (String(rest), offset)
  }

  private mutating func set(
    _ place: LeafPlace, _ register: Register, _ bits: UInt32, to choice: XLChoice
  ) {
    let index = changes.firstIndex { $0.place == place && $0.register == register }
    if let index {
      changes[index].set(bits, to: choice)
    } else {
      var change = RegisterChange(place: place, register: register)
      change.set(bits, to: choice)
      changes.append(change)
    }
  }

  private mutating func set(_ feature: Feature, to choice: XLChoice) {
    msrChanges.removeAll { $0.feature == feature }
    let value: Bool?
    switch choice {
    case .one: value = true
    case .zero: value = false
    case .byHost: value = nil
    case .own: return
    }
    msrChanges.append(MSRChange(feature: feature, value: value))
  }

  // MARK: The string form

  private mutating func parseString(
    _ value: String, _ offset: Int, _ errors: inout [CPUIDOptionError]
  ) {
    var column = offset + 1
    for (index, item) in value.split(separator: ",", omittingEmptySubsequences: false).enumerated()
    {
      if index == 0 {
        if item != "host" {
          errors.append(
            CPUIDOptionError(
              column: column, item: String(item), message: "the first word must be host",
              nearest: ["host"]))
        }
      } else {
        parseItem(String(item), column, &errors)
      }
      column += item.utf8.count + 1
    }
  }

  private mutating func parseItem(
    _ item: String, _ column: Int, _ errors: inout [CPUIDOptionError]
  ) {
    guard let equals = item.firstIndex(of: "=") else {
      errors.append(
        CPUIDOptionError(column: column, item: item, message: "there is no =", nearest: []))
      return
    }
    let key = String(item[..<equals])
    let value = String(item[item.index(after: equals)...])
    if let feature = XLKey.featureInMSR(key) {
      guard value.utf8.count == 1, let choice = XLChoice(value.utf8.first!) else {
        errors.append(
          CPUIDOptionError(
            column: column + key.utf8.count + 1, item: item, message: "neither 0, 1, x nor k",
            nearest: []))
        return
      }
      set(feature, to: choice)
      return
    }
    let places = XLKey.places(of: key)
    guard !places.isEmpty else {
      errors.append(
        CPUIDOptionError(
          column: column, item: item, message: "unknown key",
          nearest: errors.count < CPUIDOptionErrors.mostOffers ? XLKey.nearest(to: key) : []))
      return
    }
    if value.utf8.count == 1, let choice = XLChoice(value.utf8.first!),
      places[0].width == 1 || choice == .own || choice == .byHost
    {
      for place in places { set(place.place, place.register, place.mask, to: choice) }
      return
    }
    guard let number = XLSetting.number(value), places[0].width > 1 else {
      errors.append(
        CPUIDOptionError(
          column: column + key.utf8.count + 1, item: item,
          message: places[0].width > 1
            ? "neither a number, x nor k" : "neither 0, 1, x nor k", nearest: []))
      return
    }
    setNumber(number, key, places)
  }

  /// A number of C: 0x for hexadecimal, a leading 0 for octal. It is cut to the field's width.
  package static func number(_ text: String) -> UInt32? {
    guard text.utf8.allSatisfy({ $0 != 0x2b && $0 != 0x2d }) else { return nil }
    if text.hasPrefix("0x") || text.hasPrefix("0X") {
      return UInt64(text.dropFirst(2), radix: 16).map { UInt32(truncatingIfNeeded: $0) }
    }
    let radix = text.hasPrefix("0") && text.count > 1 ? 8 : 10
    return UInt64(text, radix: radix).map { UInt32(truncatingIfNeeded: $0) }
  }

  private mutating func setNumber(_ number: UInt32, _ key: String, _ places: [XLKey.Place]) {
    // Family and model are spread over two fields each.
    let parts: [UInt32] =
      switch key {
      case "family": number < 16 ? [number, 0] : [15, number - 15]
      case "model": [number & 15, number >> 4]
      default: [number]
      }
    for (place, part) in zip(places, parts) {
      let bits = part << UInt32(place.lowBit) & place.mask
      set(place.place, place.register, bits, to: .one)
      set(place.place, place.register, place.mask & ~bits, to: .zero)
    }
  }

  // MARK: The list form

  private mutating func parseList(
    _ value: String, _ offset: Int, _ errors: inout [CPUIDOptionError]
  ) {
    var rest = Substring(value)
    if rest.hasPrefix("[") { rest = rest.dropFirst() }
    if rest.hasSuffix("]") { rest = rest.dropLast() }
    // Without quotes there is one entry; with them, commas separate entries and registers alike.
    let entries =
      rest.contains { $0 == "\"" || $0 == "'" }
      ? rest.split { $0 == "\"" || $0 == "'" }.filter { $0.contains(":") } : [rest]
    var registers: [String: Int] = [:]
    for entry in entries {
      let column = offset + value.utf8.distance(from: value.startIndex, to: entry.startIndex) + 1
      parseEntry(String(entry), column, &registers, &errors)
    }
  }

  private mutating func parseEntry(
    _ entry: String, _ column: Int, _ registers: inout [String: Int],
    _ errors: inout [CPUIDOptionError]
  ) {
    func failed(_ message: String, _ at: Int = 0) {
      errors.append(
        CPUIDOptionError(column: column + at, item: entry, message: message, nearest: []))
    }
    guard let colon = entry.firstIndex(of: ":") else { return failed("a colon is missing") }
    let numbers = entry[..<colon].split(separator: ",", omittingEmptySubsequences: false)
    guard let leaf = XLSetting.number(String(numbers.first ?? "")) else {
      return failed("the leaf is no number")
    }
    var subleaf: UInt32?
    if numbers.count > 1 {
      subleaf = XLSetting.number(String(numbers[1]))
      if subleaf == nil || numbers.count > 2 { return failed("the subleaf is no number") }
    }
    guard let block = LeafLayout.block(leaf) else { return failed("no policy has this leaf") }
    let place = LeafPlace(leaf, block.isPlain ? LeafPlace.noSubleaf : subleaf ?? 0)
    guard LeafLayout.slot(leaf, subleaf ?? 0) != nil else {
      return failed("no policy has this subleaf")
    }
    var at = entry.utf8.distance(from: entry.startIndex, to: colon) + 1
    for part in entry[entry.index(after: colon)...].split(
      separator: ",", omittingEmptySubsequences: false)
    {
      // Behind a comma xl passes over blanks.
      let register = part.drop { $0 == " " }
      let start = at + part.utf8.count - register.utf8.count
      let name = "\(PlaceText.leaf(place)) \(register.prefix { $0 != "=" })"
      if let first = registers.updateValue(column + start, forKey: name) {
        errors.append(.duplicate(String(register), name, first: first, column: column + start))
      } else {
        parseRegister(register, place, start, failed)
      }
      at += part.utf8.count + 1
    }
  }

  private mutating func parseRegister(
    _ part: Substring, _ place: LeafPlace, _ at: Int, _ failed: (String, Int) -> Void
  ) {
    let names: [(String, Register)] = [("eax", .eax), ("ebx", .ebx), ("ecx", .ecx), ("edx", .edx)]
    guard let (name, register) = names.first(where: { part.hasPrefix($0.0 + "=") }) else {
      return failed("eax, ebx, ecx or edx with = is expected", at)
    }
    let characters = part.dropFirst(name.count + 1).utf8
    guard characters.count == 32 else {
      return failed("32 characters are expected, not \(characters.count)", at + 4)
    }
    for (index, character) in characters.enumerated() {
      guard let choice = XLChoice(character) else {
        return failed("only 0, 1, x, k and s are known", at + 4 + index)
      }
      set(place, register, 1 << UInt32(31 - index), to: choice)
    }
  }

  /// The setting in list form, a register an item; bits that are not named are `x`.
  public var listText: String {
    let entries = changes.map { change in
      let leaf = "0x" + String(change.place.leaf, radix: 16)
      let subleaf = change.place.isPlain ? "" : ",\(change.place.subleaf)"
      return "\"\(leaf)\(subleaf):\(change.register)=\(change.characters)\""
    }
    return "[" + entries.joined(separator: ",\n  ") + "]"
  }

  /// Adds a register with all of its bits forced.
  public mutating func force(
    _ place: LeafPlace, _ register: Register, to value: UInt32, mask: UInt32
  ) {
    set(place, register, value & mask, to: .one)
    set(place, register, ~value & mask, to: .zero)
  }
}

extension CPUIDOptionError {
  /// The error of a register that stands twice.
  fileprivate static func duplicate(
    _ item: String, _ name: String, first: Int, column: Int
  ) -> CPUIDOptionError {
    CPUIDOptionError(
      column: column, item: item,
      message: "\(name) stands twice; the first stands in column \(first)", nearest: [])
  }
}
