// SPDX-License-Identifier: Apache-2.0

import PolicyFormats
import PolicyText

/// A guest in its host's record.
public struct GuestEntry: Equatable, Sendable {
  /// As a toolstack chose it; guests without one have none in a fleet.
  public var uuid: String
  /// What it is called; names need not be unique in a fleet.
  public var name: String
  /// The number of its terms in the same record.
  public var terms: Int
  /// Which of its boots it is, in any words that change with each; nil where its host cannot say, e.g. of a
  /// guest that came from elsewhere.
  public var boot: String?

  /// A guest by its UUID.
  public init(uuid: String, name: String, terms: Int, boot: String? = nil) {
    self.uuid = uuid
    self.name = name
    self.terms = terms
    self.boot = boot
  }
}

/// All guests of a host, or a part of them: each terms once, and the guests by UUID.
public struct GuestsRecord: FleetRecord {
  /// The most guests of a part.
  public static let mostOfPart = 1000
  /// The most guests of a host: what one commit holds.
  public static let mostOfHost = 10_000
  private static let longestBoot = 40

  /// What was promised to them.
  public var terms: [GuestTerms]
  /// The guests.
  public var guests: [GuestEntry]

  /// Guests with what was promised to them.
  public init(terms: [GuestTerms] = [], guests: [GuestEntry] = []) {
    self.terms = terms
    self.guests = guests
  }

  /// Adds a guest; equal terms are kept once.
  public mutating func add(
    uuid: String, name: String, boot: String? = nil, _ terms: GuestTerms
  ) {
    let number = self.terms.firstIndex(of: terms) ?? self.terms.count
    if number == self.terms.count { self.terms.append(terms) }
    guests.append(GuestEntry(uuid: uuid, name: name, terms: number, boot: boot))
  }

  /// The guests by UUID, and only terms that one of them has, in the order of their first guests: equal
  /// guests have equal bytes, whoever told of them.
  public var canonical: GuestsRecord {
    var result = GuestsRecord()
    var numbers: [Int: Int] = [:]
    for guest in guests.sorted(by: { $0.uuid < $1.uuid }) {
      let number = numbers[guest.terms] ?? result.terms.count
      if number == result.terms.count {
        numbers[guest.terms] = number
        result.terms.append(terms[guest.terms])
      }
      result.guests.append(
        GuestEntry(uuid: guest.uuid, name: guest.name, terms: number, boot: guest.boot))
    }
    return result
  }

  /// The canonical record in parts of at most a thousand guests; one part where there are none.
  public var parts: [GuestsRecord] {
    let all = canonical
    return stride(from: 0, to: max(all.guests.count, 1), by: Self.mostOfPart).map { start in
      let end = min(start + Self.mostOfPart, all.guests.count)
      return GuestsRecord(terms: all.terms, guests: Array(all.guests[start..<end])).canonical
    }
  }

  /// SHA-256 of the canonical bytes, 64 hexadecimal digits.
  public var digest: String { FleetDigest.of(canonical.bytes) }

  /// The record as it is written: a guest is a list of its UUID, name and number of terms.
  public var json: JSONValue {
    .members([
      "terms": .array(terms.map(\.json)),
      "guests": .array(
        guests.map { guest in
          .array(
            [.string(guest.uuid), .string(guest.name), .integer(guest.terms)]
              + (guest.boot.map { [.string($0)] } ?? []))
        }),
    ])
  }

  public init(reading value: JSONValue, source: String) throws(FormatError) {
    try self.init(RecordReader(value, source: source))
  }

  init(_ reader: RecordReader) throws(FormatError) {
    terms = []
    for part in try reader.list("terms", most: Self.mostOfHost) {
      terms.append(try GuestTerms(part))
    }
    guests = []
    for part in try reader.list("guests", most: Self.mostOfHost) {
      guests.append(try Self.row(part, terms.count))
    }
    guard Set(guests.map(\.uuid)).count == guests.count else {
      throw reader.error("guests", "a UUID stands there twice")
    }
  }

  private static func row(
    _ reader: RecordReader, _ terms: Int
  ) throws(FormatError) -> GuestEntry {
    guard let cells = reader.value.array, (3...4).contains(cells.count),
      let uuid = cells[0].string, FleetKey.isID(uuid),
      let name = cells[1].string, name.utf8.count <= RecordReader.longestText,
      let number = cells[2].integer, (0..<terms).contains(number)
    else {
      throw reader.error("", "no list of UUID, name and the number of one of the terms")
    }
    let boot = cells.count == 4 ? cells[3].string : nil
    guard cells.count == 3 || boot.map({ $0.utf8.count <= longestBoot }) == true else {
      throw reader.error("", "the boot is no text of at most \(longestBoot) bytes")
    }
    return GuestEntry(uuid: uuid, name: name, terms: number, boot: boot)
  }
}

/// The digests of a fleet that are of no policy.
public enum FleetDigest {
  /// SHA-256, 64 hexadecimal digits.
  public static func of(_ bytes: [UInt8]) -> String { Hex.text(SHA256.hash(bytes)) }

  /// Whether a text is a digest: 64 hexadecimal digits in lower case.
  static func isOne(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }
}
