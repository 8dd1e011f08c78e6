// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The tables of `ABI/`, read by the tests themselves: nothing here comes from the generator or from
/// what it generates, so that a fault there cannot hide from the tests that judge by the tables.
public struct ABITables: Sendable {
  public var features: [ABIFeature]
  public var words: [ABIWord]
  public var fields: [ABIField]
  public var msrFields: [ABIMSRField]
  public var owners: [ABIOwner]
  public var guestLeaves: [ABIGuestLeaf]
  public var states: [ABIState]
  public var lists: [ABIList]

  /// The project's tables. A test that has none has no meaning, so it ends at once.
  public static let project: ABITables = {
    do {
      return try ABITables(folder: Fixtures.root.appending(path: "ABI"))
    } catch {
      fatalError("the tables cannot be read: \(error)")
    }
  }()

  public init(folder: URL) throws {
    func rows(_ name: String) throws -> [ABIRow] {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      return ABIRow.rows(of: text, file: name)
    }
    features = try rows("features.csv").map(ABIFeature.init)
    words = try rows("words.csv").map(ABIWord.init)
    fields = try rows("fields.csv").map(ABIField.init)
    msrFields = try rows("msrs.csv").map(ABIMSRField.init)
    owners = try rows("leaves.csv").map(ABIOwner.init)
    guestLeaves = try rows("guest-leaves.csv").map(ABIGuestLeaf.init)
    states = try rows("xstates.csv").map(ABIState.init)
    lists = try rows("lists.csv").map(ABIList.init)
  }
}

/// What a cell holds that it should not.
public struct ABIError: Error {
  public var message: String

  public init(message: String) { self.message = message }
}

/// A row of a table, by its column names.
public struct ABIRow: Sendable {
  public var file: String
  /// Line of the file, counted from 1.
  public var line: Int
  var cells: [String: String]

  subscript(column: String) -> String { cells[column] ?? "" }

  func number(_ column: String) throws -> UInt32 { try Self.number(self[column]) }

  static func number(_ text: String) throws -> UInt32 {
    let value = text.hasPrefix("0x") ? UInt32(text.dropFirst(2), radix: 16) : UInt32(text)
    guard let value else { throw ABIError(message: "\"\(text)\" is no number") }
    return value
  }

  /// `7` or `3-5`.
  static func range(_ text: String) throws -> ClosedRange<UInt32> {
    let ends = try text.split(separator: "-").map { try number(String($0)) }
    return ends[0]...ends[ends.count - 1]
  }

  /// `31:24` or `5`, highest first.
  func bits() throws -> ClosedRange<Int> {
    let ends = try self["bits"].split(separator: ":").map { Int(try Self.number(String($0))) }
    return ends[ends.count - 1]...ends[0]
  }

  func register() throws -> Int {
    guard let index = Self.registers.firstIndex(of: self["register"]) else {
      throw ABIError(message: "\"\(self["register"])\" is no register")
    }
    return index
  }

  func vendors() -> Set<String> { Set(self["vendors"].split(separator: "+").map(String.init)) }

  public static let registers = ["eax", "ebx", "ecx", "edx"]

  /// The rows of a file: cells between commas, or between quotation marks, of which two stand for one.
  static func rows(of text: String, file: String) -> [ABIRow] {
    let lines = text.split(separator: "\n").map { cells(of: Array($0)) }
    return lines.dropFirst().enumerated().map { index, cells in
      ABIRow(
        file: file, line: index + 2,
        cells: Dictionary(uniqueKeysWithValues: zip(lines[0], cells)))
    }
  }

  private static func cells(of line: [Character]) -> [String] {
    var cells = [""]
    var index = 0
    while index < line.count {
      if line[index] == "\"" {
        index += 1
        while line[index] != "\"" || index + 1 < line.count && line[index + 1] == "\"" {
          cells[cells.count - 1].append(line[index])
          index += line[index] == "\"" ? 2 : 1
        }
      } else if line[index] == "," {
        cells.append("")
      } else {
        cells[cells.count - 1].append(line[index])
      }
      index += 1
    }
    return cells
  }
}

/// A row of `features.csv`.
public struct ABIFeature: Sendable {
  public var name: String
  public var word: Int
  public var bit: Int
  public var audience: String
  public var requires: [String]
  public var audit: String
  public var migration: String
  /// What Linux, QEMU and libvirt call it.
  public var otherNames: [String]

  init(_ row: ABIRow) throws {
    name = row["name"]
    otherNames = ["linux", "qemu", "libvirt"].flatMap { row[$0].split(separator: " ") }
      .map(String.init)
    word = Int(try row.number("word"))
    bit = Int(try row.number("bit"))
    audience = row["audience"]
    requires = row["requires"].split(separator: " ").map(String.init)
    audit = row["audit"].isEmpty ? "subset" : row["audit"]
    migration = row["migration"]
  }
}

/// A row of `words.csv`: where a word of the featureset stands.
public struct ABIWord: Sendable {
  public enum Place: Sendable {
    /// A leaf, its subleaf (nil where it ignores ECX) and the register's index.
    case leaf(UInt32, UInt32?, Int)
    /// An MSR and the shift of its half.
    case msr(UInt32, UInt64)
  }

  public var place: Place

  init(_ row: ABIRow) throws {
    if row["msr"].isEmpty {
      let subleaf = row["subleaf"] == "*" ? nil : try row.number("subleaf")
      place = .leaf(try row.number("leaf"), subleaf, try row.register())
    } else {
      place = .msr(try row.number("msr"), row["register"] == "hi" ? 32 : 0)
    }
  }
}

/// The columns that `fields.csv` and `msrs.csv` share.
public struct ABIRules: Sendable {
  public var vendors: Set<String>
  public var kind: String
  public var guest: String
  public var audit: String
  public var level: String
  public var migration: String
  public var severity: String

  init(_ row: ABIRow) {
    vendors = row.vendors()
    kind = row["kind"]
    guest = row["guest"]
    audit = row["audit"]
    level = row["level"]
    migration = row["migration"]
    severity = row["severity"]
  }

  /// Whether the manual of a vendor, or every manual, defines the field.
  public func isDefined(by vendor: String) -> Bool {
    vendors.contains("any") || vendors.contains(vendor)
  }
}

/// A row of `fields.csv`.
public struct ABIField: Sendable {
  public var row: ABIRow
  public var name: String
  public var leaf: UInt32
  /// Nil where the leaf ignores ECX.
  public var subleaves: ClosedRange<UInt32>?
  public var register: Int
  public var bits: ClosedRange<Int>
  public var rules: ABIRules

  init(_ row: ABIRow) throws {
    self.row = row
    name = row["name"]
    leaf = try row.number("leaf")
    subleaves = row["subleaf"] == "*" ? nil : try ABIRow.range(row["subleaf"])
    register = try row.register()
    bits = try row.bits()
    rules = ABIRules(row)
  }

  public var shift: UInt32 { UInt32(bits.lowerBound) }
  /// The largest value.
  public var limit: UInt32 { UInt32(truncatingIfNeeded: (UInt64(1) << bits.count) - 1) }
  public var mask: UInt32 { limit << shift }
}

/// A row of `msrs.csv`.
public struct ABIMSRField: Sendable {
  public var row: ABIRow
  public var name: String
  public var msr: UInt32
  public var bits: ClosedRange<Int>
  public var rules: ABIRules

  init(_ row: ABIRow) throws {
    self.row = row
    name = row["name"]
    msr = try row.number("msr")
    bits = try row.bits()
    rules = ABIRules(row)
  }

  public var shift: UInt64 { UInt64(bits.lowerBound) }
  /// The largest value.
  public var limit: UInt64 { bits.count == 64 ? .max : (1 << UInt64(bits.count)) - 1 }
  public var mask: UInt64 { limit << shift }
}

/// A row of `leaves.csv`: a leaf, a field or registers that hold data only where their owner, a feature
/// or a field, is shown.
public struct ABIOwner: Sendable {
  public enum Place: Sendable {
    case leaf(UInt32)
    case field(String)
    case msrs(ClosedRange<UInt32>)
  }

  public var place: Place
  public var owner: String

  init(_ row: ABIRow) throws {
    owner = row["owner"]
    let text = row["place"]
    if text.hasPrefix("msr 0x") {
      let ends = text.dropFirst(4).split(separator: "-").map { $0.dropFirst(2) }
      guard let first = UInt32(ends[0], radix: 16),
        let last = UInt32(ends[ends.count - 1], radix: 16), first <= last
      else { throw ABIError(message: "leaves.csv line \(row.line): no registers") }
      place = .msrs(first...last)
    } else if text.hasPrefix("0x") {
      place = .leaf(try row.number("place"))
    } else {
      place = .field(text)
    }
  }
}

/// A row of `lists.csv`: a leaf whose subleaves are a list, and what ends it.
public struct ABIList: Sendable {
  public enum End: String, Sendable { case typed, last, states }

  public var leaf: UInt32
  public var end: End
  /// The field that ends the list, for the ends that have one.
  public var field: String

  init(_ row: ABIRow) throws {
    leaf = try row.number("leaf")
    guard let end = End(rawValue: row["end"]) else {
      throw ABIError(message: "lists.csv line \(row.line): unknown end")
    }
    self.end = end
    field = row["field"]
  }
}

/// A row of `guest-leaves.csv`: registers that guests' policies do not take over whole.
public struct ABIGuestLeaf: Sendable {
  public var leaves: ClosedRange<UInt32>
  public var registers: [Int]
  public var vendors: Set<String>
  /// Whether the fields stay that the `guest` column gives a guest.
  public var keepsGiven: Bool

  init(_ row: ABIRow) throws {
    leaves = try ABIRow.range(row["leaf"])
    let names = row["registers"].split(separator: " ").map(String.init)
    registers = (0..<4).filter { names == ["*"] || names.contains(ABIRow.registers[$0]) }
    vendors = row.vendors()
    keepsGiven = row["stays"] == "guest"
  }
}

/// A row of `xstates.csv`: a state of XCR0 or XSS, and the features of which any brings it.
public struct ABIState: Sendable {
  public var component: Int
  public var isSupervisor: Bool
  public var features: [String]

  init(_ row: ABIRow) throws {
    component = Int(try row.number("component"))
    isSupervisor = row["register"] == "xss"
    features = row["features"].split(separator: " ").map(String.init)
  }
}
