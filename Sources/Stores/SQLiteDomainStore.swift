// SPDX-License-Identifier: Apache-2.0

import Domains
import Foundation
import GRDB
import PolicyDocuments
import PolicyFormats

/// Domains in an SQLite file.
///
/// Each call is one transaction that takes the write lock at its start, so that a change is made of
/// what is really there, and is on the disk when the call returns: a process that is killed leaves the
/// state before or after it.
public final class SQLiteDomainStore: DomainStore {
  private let queue: DatabaseQueue
  private let path: String

  /// How long a call waits for another process's transaction, in seconds.
  private static let patience = 30.0

  /// Opens the store in a directory, which is created where it is missing.
  public init(directory: String) throws(DomainError) {
    path = directory + "/domains.sqlite"
    var configuration = Configuration()
    configuration.busyMode = .timeout(Self.patience)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL")
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    do {
      try FileManager.default.createDirectory(
        atPath: directory, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      // Two processes that find no store must not both make one.
      let lock = try FolderLock(path: directory + "/domains.lock")
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try Self.migrations.migrate(queue)
      lock.release()
    } catch {
      throw Self.failure(error, directory + "/domains.sqlite")
    }
  }

  private static var migrations: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: domains") { database in
      try database.create(table: "domain") { table in
        table.autoIncrementedPrimaryKey("id")
        table.column("name", .text).notNull().unique()
        table.column("state", .text).notNull()
        table.column("document", .text).notNull()
      }
    }
    migrator.registerMigration("2: revisions") { database in
      try database.alter(table: "domain") { table in
        table.add(column: "revision", .integer).notNull().defaults(to: 0)
      }
    }
    return migrator
  }

  private static func failure(_ error: any Error, _ path: String) -> DomainError {
    if let error = error as? DomainError { return error }
    return .storage(
      "\(path): \(error); is the directory writable, and the file a store of domains?",
      cause: DomainError.Cause(error))
  }

  /// Runs one transaction.
  private func transact<Result>(
    _ body: (Database) throws -> Result
  ) throws(DomainError) -> Result {
    do {
      var result: Result?
      try queue.inTransaction(.immediate) { database in
        result = try body(database)
        return .commit
      }
      // The transaction ended without an error, so the body has returned.
      return result!
    } catch {
      throw Self.failure(error, path)
    }
  }

  public func insert(_ domain: Domain) throws(DomainError) -> Domain {
    try transact { database in
      guard try Self.row(domain.name, database) == nil else {
        throw DomainError.exists(domain.name)
      }
      try database.execute(
        sql: "INSERT INTO domain (name, state, document) VALUES (?, ?, '')",
        arguments: [domain.name, domain.state.rawValue])
      var stored = domain
      stored.id = Int(database.lastInsertedRowID)
      try Self.write(stored, database)
      return stored
    }
  }

  public func domains() throws(DomainError) -> [Domain] {
    try transact { database in
      try Row.fetchAll(database, sql: "SELECT name, document, revision FROM domain ORDER BY id")
        .map { try Self.domain($0) }
    }
  }

  public func domain(named name: String) throws(DomainError) -> Domain? {
    try transact { database in try Self.row(name, database).map { try Self.domain($0) } }
  }

  public func replace(_ domain: Domain) throws(DomainError) -> Domain {
    try transact { database in
      guard let row = try Self.row(domain.name, database) else {
        throw DomainError.notFound(domain.name)
      }
      let present = try Self.domain(row)
      guard present.revision == domain.revision else { throw DomainError.changedMeanwhile }
      guard present != domain else { return domain }
      var changed = domain
      changed.revision += 1
      try Self.write(changed, database)
      return changed
    }
  }

  public func remove(named name: String) throws(DomainError) {
    try transact { database in
      guard try Self.row(name, database) != nil else { throw DomainError.notFound(name) }
      try database.execute(sql: "DELETE FROM domain WHERE name = ?", arguments: [name])
    }
  }

  // MARK: Rows

  private static func row(_ name: String, _ database: Database) throws -> Row? {
    try Row.fetchOne(
      database, sql: "SELECT name, document, revision FROM domain WHERE name = ?",
      arguments: [name])
  }

  private static func domain(_ row: Row) throws -> Domain {
    let text: String = row["document"]
    let name: String = row["name"]
    do {
      let source = "domain \(name)"
      let value = try JSONValue(parsing: Array(text.utf8), source: source)
      guard var domain = try Document(reading: value, source: source)?.domain else {
        throw FormatError(
          .malformed, source: source, message: "it is no Domain document",
          remedy: "is this a store of domains?")
      }
      domain.revision = row["revision"]
      return domain
    } catch {
      throw DomainError.storage(
        "the record of domain \(name) is damaged: \(error)", cause: DomainError.Cause(error))
    }
  }

  private static func write(_ domain: Domain, _ database: Database) throws {
    try database.execute(
      sql: "UPDATE domain SET state = ?, document = ?, revision = ? WHERE name = ?",
      arguments: [
        domain.state.rawValue, Document.domain(domain).json.text, domain.revision, domain.name,
      ])
  }
}
