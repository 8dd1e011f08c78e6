// SPDX-License-Identifier: Apache-2.0

import Domains
import Fleet
import Foundation
import GRDB

/// A fleet in an SQLite file of one server.
///
/// One writer drains everything that waits into one transaction, so that 64 writers share one synchronisation
/// of the disk; what is acknowledged has been synchronised. Readers never wait for the writer.
public final class SQLiteFleetStore: FleetStore {
  /// The file in the folder of the server's state.
  public static let fileName = "fleet.sqlite"

  private let pool: DatabasePool
  private let writer: FleetWriter
  private let bell: FleetBell
  private let path: String
  /// Held as long as the store is: no other process may write the file.
  private let lock: FolderLock

  /// Opens the store of a folder, which is made where it is missing, for this process alone.
  ///
  /// - Parameters:
  ///   - directory: the folder: its owner's alone.
  ///   - history: how many commits it remembers for watchers and for lists at a moment.
  ///   - mostBytes: the size at which it takes nothing more, but lets go; nil for as much as the disk has.
  ///   - patience: how long another process is waited for, in seconds.
  /// - Throws: `FleetStoreError.unusable` for what is no store, or one of a newer version, or not to be written by the
  ///   caller, `.unavailable` where another process has it, or the disk is full.
  public init(
    directory: String, history: Int = 4096, mostBytes: Int? = nil, patience: Double = 5
  ) throws(FleetStoreError) {
    let folder = StoreFolder(path: directory, database: Self.fileName, lock: "fleet.lock")
    path = folder.database
    do {
      try folder.make()
      lock = try FolderLock(path: folder.lock, patience: patience)
      pool = try Self.opened(path)
      let latest = try pool.read { try FleetTables.latest($0) }
      bell = FleetBell(latest)
      writer = FleetWriter(
        pool, bell, path: path, history: history, mostBytes: mostBytes ?? .max)
    } catch {
      throw Self.failure(error, folder.database)
    }
  }

  private static func opened(_ path: String) throws -> DatabasePool {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    let pool = try DatabasePool(path: path, configuration: configuration)
    let migrations = FleetTables.migrations
    if try pool.read({ try migrations.hasBeenSuperseded($0) }) {
      throw FleetStoreError.unusable("\(path): a newer version wrote this store; use that one")
    }
    try migrations.migrate(pool)
    return pool
  }

  public func commit(
    _ conditions: [FleetCondition], _ changes: [FleetChange]
  ) async throws(FleetStoreError) -> FleetRevision {
    try FleetStoreLimits.check(conditions, changes)
    return try await writer.commit(conditions, changes).get()
  }

  public func list(
    prefix: String, after: String?, limit: Int?, at revision: FleetRevision?
  ) async throws(FleetStoreError) -> FleetPage {
    try await read { database in
      let latest = try FleetTables.latest(database)
      let moment = revision ?? latest
      guard moment <= latest else { throw FleetStoreError.future(moment, latest: latest) }
      try FleetTables.checkRemembers(moment, database)
      return try FleetTables.page(
        database, prefix: prefix, after: after, limit: limit, at: moment, isLatest: moment == latest
      )
    }
  }

  public func watch(after revision: FleetRevision) -> AsyncThrowingStream<FleetBatch, any Error> {
    bell.batches(after: revision) { [self] cursor throws(FleetStoreError) in
      try await read { database in
        try FleetTables.checkRemembers(cursor, database)
        return try FleetTables.batches(database, after: cursor)
      }
    }
  }

  public func revision() async throws(FleetStoreError) -> FleetRevision { bell.latest }

  /// Copies the store as it is at one moment into a new file, while others write on.
  ///
  /// - Parameter file: a path at which nothing is.
  public func backup(to file: String) async throws(FleetStoreError) {
    do {
      guard access(file, F_OK) != 0 else {
        throw FleetStoreError.unusable("\(file): something is there; name a new file")
      }
      // A file of the caller's alone: what is in it is nobody else's to read.
      let descriptor = open(file, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw StoreFolder.failure(file, errno) }
      Glibc.close(descriptor)
      let copy = try DatabaseQueue(path: file)
      try pool.backup(to: copy)
      try copy.close()
    } catch {
      throw Self.failure(error, file)
    }
  }

  /// Waits for the writer, and lets go of the file.
  public func close() async {
    await writer.close()
    bell.close(.unavailable("\(path): the store is closed"))
    try? pool.close()
    lock.release()
  }

  private func read<Result: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Result
  ) async throws(FleetStoreError) -> Result {
    do {
      return try await pool.read(body)
    } catch {
      throw bell.failure ?? Self.failure(error, path)
    }
  }

  static func failure(_ error: any Error, _ path: String) -> FleetStoreError {
    switch error {
    case let error as FleetStoreError: return error
    case let error as DomainError:
      if case .unavailable(let text, _) = error { return .unavailable(text) }
      return .unusable("\(error)")
    case let error as DatabaseError:
      let reason = "\(path): \(error.message ?? "SQLite's error \(error.resultCode.rawValue)")"
      return switch error.resultCode {
      case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_NOMEM:
        .unavailable("\(reason); is there room?")
      case .SQLITE_BUSY, .SQLITE_LOCKED:
        .unavailable("\(reason); another process holds the store")
      case .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_AUTH, .SQLITE_CANTOPEN:
        .unavailable("\(reason); may you write to it, and to its folder?")
      default: .unusable("\(reason); is it a fleet's store?")
      }
    default: return .unavailable("\(path): \(error)")
    }
  }
}

/// Drains everything that waits into one transaction.
actor FleetWriter {
  private struct Waiting {
    var conditions: [FleetCondition]
    var changes: [FleetChange]
    var answer: CheckedContinuation<Result<FleetRevision, FleetStoreError>, Never>
  }

  private let pool: DatabasePool
  private let bell: FleetBell
  private let path: String
  private let history: Int
  private let mostBytes: Int
  private var waiting: [Waiting] = []
  private var drain: Task<Void, Never>?
  private var isClosed = false

  init(_ pool: DatabasePool, _ bell: FleetBell, path: String, history: Int, mostBytes: Int) {
    self.pool = pool
    self.bell = bell
    self.path = path
    self.history = history
    self.mostBytes = mostBytes
  }

  func commit(
    _ conditions: [FleetCondition], _ changes: [FleetChange]
  ) async -> Result<FleetRevision, FleetStoreError> {
    guard !isClosed else { return .failure(.unavailable("\(path): the store is closed")) }
    return await withCheckedContinuation { answer in
      waiting.append(Waiting(conditions: conditions, changes: changes, answer: answer))
      if drain == nil { drain = Task { await self.drainAll() } }
    }
  }

  /// Ends when all that waits has its answer.
  func close() async {
    isClosed = true
    await drain?.value
  }

  private func drainAll() async {
    while !waiting.isEmpty {
      let batch = waiting
      waiting = []
      let orders = batch.map { ($0.conditions, $0.changes) }
      do {
        let (answers, latest) = try await pool.write { [history, mostBytes, path] database in
          let isFull = try FleetTables.size(database) >= mostBytes
          let answers = try orders.map { conditions, changes in
            guard !isFull || changes.allSatisfy({ $0.size == 0 }) else {
              let text = "\(path): the store has its \(mostBytes) bytes; delete what is not needed"
              return Result<FleetRevision, FleetStoreError>.failure(.unavailable(text))
            }
            return try FleetTables.commit(database, conditions, changes)
          }
          try FleetTables.forget(database, keeping: history)
          return (answers, try FleetTables.latest(database))
        }
        bell.ring(latest)
        for (order, answer) in zip(batch, answers) { order.answer.resume(returning: answer) }
      } catch {
        // Nothing of the transaction was made.
        let failure = SQLiteFleetStore.failure(error, path)
        for order in batch { order.answer.resume(returning: .failure(failure)) }
      }
    }
    drain = nil
  }
}
