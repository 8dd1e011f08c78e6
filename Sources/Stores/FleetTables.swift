// SPDX-License-Identifier: Apache-2.0

import Fleet
import Foundation
import GRDB

/// The tables of a fleet in SQLite: every version of every key, until it is forgotten.
///
/// A version has ended when the next one of its key was made; that of a deleted key has ended when it began.
/// What stands now is what has not ended, and what commits changed are the versions in the order of revisions.
enum FleetTables {
  static var migrations: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("fleet 1: versions") { database in
      try database.execute(
        sql: """
          CREATE TABLE version (
            key TEXT NOT NULL, revision INTEGER NOT NULL, value BLOB, ended INTEGER,
            UNIQUE (key, revision));
          CREATE UNIQUE INDEX present ON version (key) WHERE ended IS NULL;
          CREATE INDEX feed ON version (revision, key);
          CREATE INDEX past ON version (ended) WHERE ended IS NOT NULL;
          CREATE TABLE moment (
            id INTEGER PRIMARY KEY CHECK (id = 1), latest INTEGER NOT NULL, oldest INTEGER NOT NULL);
          INSERT INTO moment VALUES (1, 0, 0);
          """)
    }
    return migrator
  }

  private static func moment(
    _ database: Database
  ) throws -> (latest: FleetRevision, oldest: FleetRevision) {
    guard
      let row = try Row.fetchOne(
        database.cachedStatement(sql: "SELECT latest, oldest FROM moment"))
    else { throw FleetStoreError.unusable("the store has no revision: it is damaged") }
    let numbers: (Int64, Int64) = (row[0], row[1])
    return (FleetRevision(UInt64(numbers.0)), FleetRevision(UInt64(numbers.1)))
  }

  static func latest(_ database: Database) throws -> FleetRevision { try moment(database).latest }

  /// Refuses a moment that is forgotten.
  static func checkRemembers(_ revision: FleetRevision, _ database: Database) throws {
    let oldest = try moment(database).oldest
    guard revision >= oldest else { throw FleetStoreError.gone(revision, oldest: oldest) }
  }

  // MARK: Reading

  static func page(
    _ database: Database, prefix: String, after: String?, limit: Int?, at moment: FleetRevision,
    isLatest: Bool
  ) throws -> FleetPage {
    // No key has a character above these.
    let end = prefix + "\u{7f}"
    let filter =
      isLatest ? "ended IS NULL" : "revision <= :moment AND (ended IS NULL OR ended > :moment)"
    let most = limit.map { min($0, Int(Int32.max)) + 1 } ?? -1
    var arguments: StatementArguments = [
      "prefix": prefix, "end": end, "after": after ?? "", "most": most,
    ]
    if !isLatest { arguments += ["moment": moment.sql] }
    let rows = try Row.fetchCursor(
      database.cachedStatement(
        sql: """
          SELECT key, value, revision FROM version
          WHERE key >= :prefix AND key < :end AND key > :after AND \(filter)
          ORDER BY key LIMIT :most
          """), arguments: arguments)
    var page = FleetPage(entries: [], revision: moment, hasMore: false)
    while let row = try rows.next() {
      guard page.entries.count < limit ?? .max else {
        page.hasMore = true
        break
      }
      page.entries.append(entry(row))
    }
    return page
  }

  private static func entry(_ row: Row) -> FleetEntry {
    FleetEntry(
      key: row[0], value: row.bytes(atIndex: 1), revision: FleetRevision(sql: row[2]))
  }

  private static func entry(_ key: String, _ database: Database) throws -> FleetEntry? {
    try Row.fetchOne(
      database.cachedStatement(
        sql: "SELECT key, value, revision FROM version WHERE key = ? AND ended IS NULL"),
      arguments: [key]
    ).map(entry)
  }

  /// The next batches behind a revision: as many as are whole in so many rows as one commit may have.
  static func batches(_ database: Database, after revision: FleetRevision) throws -> [FleetBatch] {
    let most = FleetStoreLimits.changes
    let rows = try Row.fetchCursor(
      database.cachedStatement(
        sql: """
          SELECT revision, key, value FROM version WHERE revision > ? ORDER BY revision, key LIMIT ?
          """), arguments: [revision.sql, most])
    var (batches, count) = ([FleetBatch](), 0)
    while let row = try rows.next() {
      let revision = FleetRevision(sql: row[0])
      if batches.last?.revision != revision {
        batches.append(FleetBatch(revision: revision, changes: []))
      }
      let key: String = row[1]
      let change: FleetChange =
        row.hasNull(atIndex: 2) ? .delete(key) : .put(key, row.bytes(atIndex: 2))
      batches[batches.count - 1].changes.append(change)
      count += 1
    }
    // The last one may go on behind these rows.
    if count == most, batches.count > 1 { batches.removeLast() }
    return batches
  }

  // MARK: Writing

  /// How many bytes the store's pages in use have.
  static func size(_ database: Database) throws -> Int {
    func number(_ name: String) throws -> Int {
      try Int.fetchOne(database, sql: "PRAGMA \(name)") ?? 0
    }
    return try (number("page_count") - number("freelist_count")) * number("page_size")
  }

  /// Makes one commit within a transaction, or says why it is not made.
  static func commit(
    _ database: Database, _ conditions: [FleetCondition], _ changes: [FleetChange]
  ) throws -> Result<FleetRevision, FleetStoreError> {
    for condition in conditions {
      let found = try entry(condition.key, database)
      guard condition.holds(found) else { return .failure(.conflict(condition, found: found)) }
    }
    let latest = try latest(database)
    let next = FleetRevision(latest.number + 1)
    var hasChanged = false
    for change in changes {
      try database.cachedStatement(
        sql: "UPDATE version SET ended = ? WHERE key = ? AND ended IS NULL"
      ).execute(arguments: [next.sql, change.key])
      let insert = try database.cachedStatement(
        sql: "INSERT INTO version (key, revision, value, ended) VALUES (?, ?, ?, ?)")
      switch change {
      case .put(let key, let value):
        try insert.execute(arguments: [key, next.sql, Data(value), nil])
      case .delete(let key):
        guard database.changesCount > 0 else { continue }
        try insert.execute(arguments: [key, next.sql, nil, next.sql])
      }
      hasChanged = true
    }
    guard hasChanged else { return .success(latest) }
    try database.cachedStatement(sql: "UPDATE moment SET latest = ?")
      .execute(arguments: [next.sql])
    return .success(next)
  }

  /// Forgets the oldest commits, and what keys held before them.
  static func forget(_ database: Database, keeping most: Int) throws {
    let (latest, oldest) = try moment(database)
    // A few more are let stand, so that not every commit looks for what to forget.
    guard latest.number - oldest.number > UInt64(most + min(most / 2, 64)) else { return }
    let next = FleetRevision(latest.number - UInt64(most))
    try database.execute(sql: "DELETE FROM version WHERE ended <= ?", arguments: [next.sql])
    try database.execute(sql: "UPDATE moment SET oldest = ?", arguments: [next.sql])
  }
}

extension FleetRevision {
  /// The number as SQLite has it.
  var sql: Int64 { Int64(number) }

  init(sql number: Int64) { self.init(UInt64(number)) }
}

extension Row {
  /// The bytes of a blob; none for one that is empty.
  func bytes(atIndex index: Int) -> [UInt8] { (self[index] as Data?).map { Array($0) } ?? [] }
}
