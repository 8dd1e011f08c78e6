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
  /// What a caller means to do.
  public enum Access: Sendable {
    /// Only look: nothing is written, not even a missing store, which is empty.
    case look
    /// Look and change.
    case change
  }

  private let queue: DatabaseQueue
  private let path: String
  private let access: Access

  /// Opens the store in a directory, which is made where it is missing and shall be changed.
  ///
  /// - Parameter patience: how long a call waits for another process, in seconds.
  /// - Throws: `DomainError.permission` for a directory that is not the caller's alone,
  ///   `DomainError.storage` for what is no store or one of a newer version, and
  ///   `DomainError.unavailable` where another process holds it for too long.
  public init(
    directory: String, access: Access = .change, patience: Double = 30
  ) throws(DomainError) {
    let folder = StoreFolder(path: directory)
    path = folder.database
    self.access = access
    do {
      queue =
        switch access {
        case .change: try Self.opened(folder, patience)
        case .look: try Self.looked(into: folder, patience)
        }
    } catch {
      throw Self.failure(error, folder.database)
    }
  }

  private static func opened(_ folder: StoreFolder, _ patience: Double) throws -> DatabaseQueue {
    try folder.make()
    // Two processes that find no store must not both make one.
    let lock = try FolderLock(path: folder.lock, patience: patience)
    defer { lock.release() }
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { database in
      // A journal that is gone after each change: who only looks need not write.
      try database.execute(sql: "PRAGMA journal_mode = DELETE")
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    let queue = try DatabaseQueue(path: folder.database, configuration: configuration)
    try queue.read { try refuseNewer($0, folder.database) }
    try migrations.migrate(queue)
    return queue
  }

  /// Reads without writing. What is missing is empty; what an older version wrote is brought up to date
  /// in memory.
  private static func looked(
    into folder: StoreFolder, _ patience: Double
  ) throws -> DatabaseQueue {
    var status = stat()
    guard lstat(folder.database, &status) == 0 else {
      guard errno == ENOENT else { throw StoreFolder.failure(folder.database, errno) }
      let queue = try DatabaseQueue()
      try migrations.migrate(queue)
      return queue
    }
    _ = try folder.check()
    let file = open(folder.database, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { throw StoreFolder.failure(folder.database, errno) }
    close(file)
    do {
      return try readOnly(folder, patience)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_READONLY {
      // A process that was killed left a change half written: it is taken back before anybody can look.
      try opened(folder, patience).close()
      return try readOnly(folder, patience)
    }
  }

  private static func readOnly(
    _ folder: StoreFolder, _ patience: Double
  ) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(patience)
    let queue = try DatabaseQueue(path: folder.database, configuration: configuration)
    let isPresent = try queue.read { database in
      try refuseNewer(database, folder.database)
      return try migrations.hasCompletedMigrations(database)
    }
    if isPresent { return queue }
    let copy = try DatabaseQueue()
    try queue.backup(to: copy)
    try migrations.migrate(copy)
    return copy
  }

  private static func refuseNewer(_ database: Database, _ path: String) throws {
    guard try migrations.hasBeenSuperseded(database) else { return }
    throw DomainError.storage("\(path): a newer version wrote this store; use that one")
  }

  private static func failure(_ error: any Error, _ path: String) -> DomainError {
    if let error = error as? DomainError { return error }
    guard let error = error as? DatabaseError else {
      return .storage("\(path): \(error)", cause: DomainError.Cause(error))
    }
    let reason = "\(path): \(error.message ?? "SQLite's error \(error.resultCode.rawValue)")"
    let cause = DomainError.Cause(error)
    return switch error.resultCode {
    case .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_AUTH, .SQLITE_CANTOPEN:
      .permission("\(reason); may you write to it, and to its folder?", cause: cause)
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      .unavailable(
        "\(reason); another process holds the store: wait longer with --timeout", cause: cause)
    case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_NOMEM:
      .unavailable("\(reason); is there room?", cause: cause)
    default: .storage("\(reason); is it a store of domains?", cause: cause)
    }
  }

  /// Runs one transaction.
  private func transact<Result>(
    _ body: (Database) throws -> Result
  ) throws(DomainError) -> Result {
    do {
      var result: Result?
      try queue.inTransaction(access == .change ? .immediate : .deferred) { database in
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
      try Row.fetchAll(
        database, sql: "SELECT name, state, document, revision FROM domain ORDER BY id"
      ).map { try Self.domain($0) }
    }
  }

  public func domains(after id: Int, most count: Int) throws(DomainError) -> [Domain] {
    try transact { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT name, state, document, revision FROM domain WHERE id > ? ORDER BY id LIMIT ?
          """,
        arguments: [id, count]
      ).map { try Self.domain($0) }
    }
  }

  public func summaries() throws(DomainError) -> [DomainSummary] {
    try transact { database in
      var result: [DomainSummary] = []
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT name, id, kind, state, runState, type, uuid, vcpus, topology, features, digest
          FROM domain ORDER BY id
          """)
      // By position: a name would be looked up in every row.
      while let row = try rows.next() {
        result.append(
          DomainSummary(
            name: row[0], id: row[1], kind: row[2], state: row[3], runState: row[4],
            type: row[5], uuid: row[6], vCPUs: row[7], topology: row[8], featureCount: row[9],
            digest: row[10]))
      }
      return result
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
      guard present.isVersion(of: domain) else { throw DomainError.changedMeanwhile }
      guard present != domain else { return domain }
      var changed = domain
      changed.revision += 1
      try Self.write(changed, database)
      return changed
    }
  }

  public func remove(_ domain: Domain) throws(DomainError) {
    try transact { database in
      guard let row = try Self.row(domain.name, database) else {
        throw DomainError.notFound(domain.name)
      }
      guard try Self.domain(row).isVersion(of: domain) else { throw DomainError.changedMeanwhile }
      try database.execute(sql: "DELETE FROM domain WHERE name = ?", arguments: [domain.name])
    }
  }

  // MARK: Rows

  private static func row(_ name: String, _ database: Database) throws -> Row? {
    try Row.fetchOne(
      database, sql: "SELECT name, state, document, revision FROM domain WHERE name = ?",
      arguments: [name])
  }

  /// The domain of a record, which must agree with itself: a digest that is not its policy's, or a name
  /// that is not its row's, is that of a record which was changed from outside.
  static func domain(_ row: Row) throws -> Domain {
    let text: String = row["document"]
    let name: String = row["name"]
    let state: String = row["state"]
    do {
      let source = "domain \(name)"
      let value = try JSONValue(parsing: Array(text.utf8), source: source)
      guard var domain = try Document(reading: value, source: source)?.domain else {
        throw FormatError(
          .malformed, source: source, message: "it is no Domain document",
          remedy: "is this a store of domains?")
      }
      guard value["policy"]?["digest"]?.string == "sha256:" + PolicyDigest.of(domain.policy)
      else { throw DomainError.storage("its digest is not that of its policy") }
      guard domain.name == name, domain.state.rawValue == state else {
        throw DomainError.storage("it is that of domain \(domain.name), \(domain.state.rawValue)")
      }
      domain.revision = row["revision"]
      return domain
    } catch {
      throw DomainError.storage(
        "the record of domain \(name) is damaged: \(error)", cause: DomainError.Cause(error))
    }
  }

  static func write(_ domain: Domain, _ database: Database) throws {
    let summary = DomainSummary(domain)
    try database.execute(
      sql: """
        UPDATE domain SET state = ?, document = ?, revision = ?, kind = ?, runState = ?, type = ?,
          uuid = ?, vcpus = ?, topology = ?, features = ?, digest = ? WHERE name = ?
        """,
      arguments: [
        domain.state.rawValue, Document.domain(domain).json.text, domain.revision, summary.kind,
        summary.runState, summary.type, summary.uuid, summary.vCPUs, summary.topology,
        summary.featureCount, summary.digest, domain.name,
      ])
  }
}
