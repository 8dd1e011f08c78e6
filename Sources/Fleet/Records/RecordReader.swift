// SPDX-License-Identifier: Apache-2.0

import PolicyFormats

/// Reads the members of a record, each bounded, and says of a wrong one where it stands.
struct RecordReader {
  let value: JSONValue
  let source: String
  private let path: String

  init(_ value: JSONValue, source: String, path: String = "") {
    self.value = value
    self.source = source
    self.path = path
  }

  /// Parses a record's bytes.
  init(_ bytes: [UInt8], source: String) throws(FormatError) {
    self.init(try JSONValue(parsing: bytes, source: source), source: source)
  }

  /// The most bytes of a text that is no id.
  static let longestText = 256

  func error(_ name: String, _ message: String) -> FormatError {
    let place = name.isEmpty ? path : path.isEmpty ? name : "\(path).\(name)"
    return FormatError(
      .malformed, source: source, message: "\(place): \(message)",
      remedy: "write it as docs/fleet-store.md says", path: place)
  }

  /// A member; nil where it is missing or null.
  private func present(_ name: String) -> JSONValue? {
    guard let member = value[name], member != .null else { return nil }
    return member
  }

  // MARK: Texts

  func optionalText(_ name: String, most: Int = longestText) throws(FormatError) -> String? {
    guard let member = present(name) else { return nil }
    guard let text = member.string else { throw error(name, "no text") }
    guard text.utf8.count <= most else { throw error(name, "longer than \(most) bytes") }
    return text
  }

  func text(_ name: String, most: Int = longestText) throws(FormatError) -> String {
    guard let text = try optionalText(name, most: most) else { throw error(name, "missing") }
    return text
  }

  func id(_ name: String) throws(FormatError) -> String {
    let text = try text(name)
    guard FleetKey.isID(text) else {
      throw error(name, "no id: 1 to 64 letters, digits, dots, hyphens or underscores")
    }
    return text
  }

  func optionalID(_ name: String) throws(FormatError) -> String? {
    present(name) == nil ? nil : try id(name)
  }

  func optionalDigest(_ name: String) throws(FormatError) -> String? {
    guard let text = try optionalText(name) else { return nil }
    guard FleetDigest.isOne(text) else { throw error(name, "no digest: 64 hexadecimal digits") }
    return text
  }

  func digest(_ name: String) throws(FormatError) -> String {
    guard let digest = try optionalDigest(name) else { throw error(name, "missing") }
    return digest
  }

  func word<Word: RawRepresentable<String>>(_ name: String) throws(FormatError) -> Word {
    let text = try text(name)
    guard let word = Word(rawValue: text) else { throw error(name, "\(text) is unknown") }
    return word
  }

  func texts(_ name: String, most: Int) throws(FormatError) -> [String] {
    guard let member = present(name) else { return [] }
    guard let values = member.array else { throw error(name, "no list") }
    guard values.count <= most else { throw error(name, "more than \(most)") }
    var texts: [String] = []
    for value in values {
      guard let text = value.string, text.utf8.count <= Self.longestText else {
        throw error(name, "not texts of at most \(Self.longestText) bytes")
      }
      texts.append(text)
    }
    return texts
  }

  // MARK: Numbers

  func optionalNumber(_ name: String) throws(FormatError) -> Int? {
    guard let member = present(name) else { return nil }
    guard let number = member.integer, number >= 0 else {
      throw error(name, "no number from 0 on")
    }
    return number
  }

  func number(_ name: String) throws(FormatError) -> Int {
    guard let number = try optionalNumber(name) else { throw error(name, "missing") }
    return number
  }

  func numbers(_ name: String, most: Int) throws(FormatError) -> [Int] {
    guard let member = present(name) else { return [] }
    guard let values = member.array, values.count <= most else {
      throw error(name, "no list of at most \(most) numbers")
    }
    let numbers = values.compactMap(\.integer).filter { $0 >= 0 }
    guard numbers.count == values.count else { throw error(name, "not all are numbers from 0 on") }
    return numbers
  }

  func optionalFlag(_ name: String) throws(FormatError) -> Bool? {
    guard let member = present(name) else { return nil }
    guard let flag = member.bool else { throw error(name, "neither true, false nor null") }
    return flag
  }

  func flag(_ name: String) throws(FormatError) -> Bool { try optionalFlag(name) ?? false }

  // MARK: Parts

  /// The reader of an object; nil where it is missing or null.
  func optionalObject(_ name: String) throws(FormatError) -> RecordReader? {
    guard let member = present(name) else { return nil }
    guard case .object = member else { throw error(name, "no object") }
    return RecordReader(member, source: source, path: path.isEmpty ? name : "\(path).\(name)")
  }

  func object(_ name: String) throws(FormatError) -> RecordReader {
    guard let reader = try optionalObject(name) else { throw error(name, "missing") }
    return reader
  }

  /// A reader for each value of a list; none where it is missing.
  func list(_ name: String, most: Int) throws(FormatError) -> [RecordReader] {
    guard let member = present(name) else { return [] }
    guard let values = member.array else { throw error(name, "no list") }
    guard values.count <= most else { throw error(name, "more than \(most)") }
    let path = path.isEmpty ? name : "\(path).\(name)"
    return values.enumerated().map { index, value in
      RecordReader(value, source: source, path: "\(path)[\(index)]")
    }
  }
}

/// A record of a fleet: a value with a canonical text.
public protocol FleetRecord: Equatable, Sendable {
  /// The record as it is written.
  var json: JSONValue { get }

  /// Reads a record.
  ///
  /// - Throws: `FormatError` with the member at which it fails.
  init(reading value: JSONValue, source: String) throws(FormatError)
}

extension FleetRecord {
  /// The record's canonical bytes: JSON on one line, members in one order.
  public var bytes: [UInt8] { Array(json.line.utf8) }

  /// Reads a record from the bytes of a store's entry.
  public init(_ bytes: [UInt8], source: String) throws(FormatError) {
    try self.init(reading: try JSONValue(parsing: bytes, source: source), source: source)
  }

  /// Reads a record from an entry.
  public init(_ entry: FleetEntry) throws(FormatError) {
    try self.init(entry.value, source: entry.key)
  }
}
