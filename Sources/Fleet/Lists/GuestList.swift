// SPDX-License-Identifier: Apache-2.0

import PolicyFormats
import PolicyText

/// Guests by the hundred thousand, as one list: CSV with a heading, or JSON.
///
/// The columns, which are also the members of JSON's items, are name, host, policy (a digest or a file),
/// kind, tsc and flags; name and policy must be there. JSON is an array of objects, or an object with
/// them in `guests`. What is wrong is told with line and column. `docs/semantics/fleet.md`.
public enum GuestList {
  /// Whether an input looks like a list of guests, and not like one of the documents and forms of which
  /// each is one guest.
  public static func isOne(_ bytes: [UInt8]) -> Bool {
    let start = bytes.first { $0 > 0x20 }
    if start == UInt8(ascii: "[") || start == UInt8(ascii: "{") {
      guard let items = (try? JSONItems(of: bytes, source: "", member: "guests")) ?? nil else {
        return false
      }
      // An array may also be another form's; a list's items are objects with a name and a policy.
      var rest = items
      guard start == UInt8(ascii: "[") else { return true }
      guard let first = (try? rest.next()) ?? nil else { return false }
      return first["name"] != nil && first["policy"] != nil
    }
    let line = bytes.prefix { $0 != 0x0a }.prefix(1024)
    let names = String(decoding: line, as: UTF8.self).split(separator: ",").map {
      $0.filter { $0 != "\"" && !$0.isWhitespace && $0 != "\u{feff}" }
    }
    return names.count > 1 && (names.contains("name") || names.contains("policy"))
      && names.allSatisfy { GuestColumn(rawValue: String($0)) != nil || $0.allSatisfy(\.isLetter) }
  }

  /// Reads a list row by row.
  ///
  /// - Parameters:
  ///   - bytes: the whole input.
  ///   - source: its name for messages.
  ///   - body: gets each guest; what it throws as `ListRefusal` is told with line and column.
  public static func read(
    _ bytes: [UInt8], source: String, _ body: (GuestRow) throws(ListRefusal) -> Void
  ) throws(FormatError) {
    let start = bytes.first { $0 > 0x20 }
    if start == UInt8(ascii: "[") || start == UInt8(ascii: "{") {
      try readJSON(bytes, source, body)
    } else {
      try readCSV(bytes, source, body)
    }
  }

  // MARK: JSON

  private static func readJSON(
    _ bytes: [UInt8], _ source: String, _ body: (GuestRow) throws(ListRefusal) -> Void
  ) throws(FormatError) {
    guard var items = try JSONItems(of: bytes, source: source, member: "guests") else {
      throw FormatError(
        .unrecognised, source: source, line: 1, column: 1,
        message: "no list of guests: it is no array, and has none in \"guests\"",
        remedy: "give an array of objects with name and policy")
    }
    while let item = try items.next() {
      guard case .object(let members) = item else {
        throw items.error(
          at: "", "an item of the list is no object", remedy: "give each guest as an object")
      }
      var cells: [GuestColumn: String] = [:]
      for member in members {
        guard let column = GuestColumn(rawValue: member.name == "guestKind" ? "kind" : member.name)
        else {
          throw items.error(
            at: member.name, "\(member.name) is no member of a guest in a list",
            remedy: "known are \(names)")
        }
        guard let text = text(member.value, column) else {
          throw items.error(
            at: member.name, "\(member.name) has the wrong form", remedy: "\(column)")
        }
        if member.value != .null { cells[column] = text }
      }
      do {
        try body(try GuestRowReader.row { cells[$0] })
      } catch let refusal as GuestRowReader.Refusal {
        let name = members.first { $0.name == "guestKind" } != nil ? "guestKind" : "kind"
        throw items.error(
          at: refusal.column == .kind ? name : refusal.column.rawValue, refusal.message,
          remedy: refusal.remedy)
      } catch {
        let refusal = error as? ListRefusal
        throw items.error(
          at: (refusal?.column ?? .name).rawValue, refusal?.message ?? "",
          remedy: refusal?.remedy ?? "")
      }
    }
  }

  /// A member's value as a cell of CSV has it; nil where it has the wrong form.
  private static func text(_ value: JSONValue, _ column: GuestColumn) -> String? {
    switch (value, column) {
    case (.string(let text), _): return text
    case (.null, .host), (.null, .kind), (.null, .tsc), (.null, .flags): return ""
    case (.integer(let khz), .tsc): return String(khz)
    case (.array(let words), .flags):
      let texts = words.compactMap(\.string)
      return texts.count == words.count ? texts.joined(separator: " ") : nil
    case (.object(let members), .tsc):
      guard members.allSatisfy({ $0.name == "mode" || $0.name == "khz" }) else { return nil }
      let mode = value["mode"]?.string ?? "default"
      guard let khz = value["khz"], khz != .null else { return mode }
      return khz.integer.map { "\(mode):\($0)" }
    default: return nil
    }
  }

  // MARK: CSV

  private static func readCSV(
    _ bytes: [UInt8], _ source: String, _ body: (GuestRow) throws(ListRefusal) -> Void
  ) throws(FormatError) {
    var reader = CSVReader(bytes, source: source)
    guard let heading = try reader.next() else {
      throw FormatError(
        .empty, source: source, message: "the list is empty",
        remedy: "begin with a line of names: \(names)")
    }
    var columns: [GuestColumn] = []
    for (index, cell) in heading.enumerated() {
      guard let column = GuestColumn(rawValue: cell.text) else {
        throw reader.error(
          at: index,
          "\(cell.text.isEmpty ? "an empty name" : cell.text) is no column of a list of guests",
          remedy: "known are \(names)")
      }
      guard !columns.contains(column) else {
        throw reader.error(
          at: index, "the column \(column.rawValue) stands twice", remedy: "leave one out")
      }
      columns.append(column)
    }
    for needed in [GuestColumn.name, .policy] where !columns.contains(needed) {
      throw reader.error(
        at: 0, "the column \(needed.rawValue) is missing",
        remedy: "name the columns in the first line")
    }
    while let cells = try reader.next() {
      guard cells.count == columns.count else {
        throw reader.error(
          at: min(cells.count, columns.count) - 1,
          "the line has \(Counted.of(cells.count, "cell")), and the heading \(columns.count)",
          remedy: "is a comma or a quote missing?")
      }
      func position(_ column: GuestColumn) -> Int { columns.firstIndex(of: column) ?? 0 }
      do {
        try body(
          try GuestRowReader.row { column in
            columns.firstIndex(of: column).map { cells[$0].text }
          })
      } catch let refusal as GuestRowReader.Refusal {
        throw reader.error(
          at: position(refusal.column), refusal.message, remedy: refusal.remedy)
      } catch {
        let refusal = error as? ListRefusal
        throw reader.error(
          at: position(refusal?.column ?? .name), refusal?.message ?? "",
          remedy: refusal?.remedy ?? "")
      }
    }
  }

  private static var names: String {
    GuestColumn.allCases.map(\.rawValue).joined(separator: ", ")
  }
}

/// Why a row of a list cannot be taken, and about which of its cells that is.
public struct ListRefusal: Error {
  var column: GuestColumn
  var message: String
  var remedy: String
}
