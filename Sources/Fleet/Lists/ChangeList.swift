// SPDX-License-Identifier: Apache-2.0

import PolicyFormats

/// Changes of hosts as a list: CSV with the columns `host` and `change`.
public struct ChangeList: Sendable {
  /// One change, and where it stands.
  public struct Entry: Sendable {
    /// The host's name.
    public var host: String
    /// KEY=VALUE.
    public var change: String
    /// Its line in the list, counted from 1.
    public var line: Int
    /// Its column, counted from 1.
    public var column: Int
  }

  /// The changes, in the order of the list.
  public private(set) var entries: [Entry] = []

  /// - Throws: `FormatError` with line and column.
  public init(reading bytes: [UInt8], source: String) throws(FormatError) {
    var reader = CSVReader(bytes, source: source)
    guard let heading = try reader.next() else {
      throw FormatError(
        .empty, source: source, message: "the list is empty",
        remedy: "begin with the line host,change")
    }
    guard heading.map(\.text) == ["host", "change"] else {
      throw reader.error(
        at: 0, "no list of changes", remedy: "begin with the line host,change")
    }
    while let cells = try reader.next() {
      guard cells.count == 2, !cells[0].text.isEmpty, cells[1].text.contains("=") else {
        throw reader.error(
          at: 0, "a line has a host, and a change as KEY=VALUE",
          remedy: "put a change that has a comma into quotes")
      }
      entries.append(
        Entry(
          host: cells[0].text, change: cells[1].text, line: cells[1].line,
          column: cells[1].column))
    }
  }
}
