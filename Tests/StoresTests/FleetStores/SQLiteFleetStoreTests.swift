// SPDX-License-Identifier: Apache-2.0

import Fleet
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Stores

extension StoreKind {
  static let sqlite = StoreKind(testDescription: "SQLite") { folder, history in
    try SQLiteFleetStore(directory: folder.path + "/state", history: history)
  }
}

/// What only a file can do: outlive its process, be somebody else's, be full.
@Suite struct SQLiteFleetStoreTests {
  private static func entries(_ store: SQLiteFleetStore) async throws -> [FleetEntry] {
    try await store.list(prefix: "", after: nil, limit: nil, at: nil).entries
  }

  @Test func aStoreIsFoundAgain() async throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteFleetStore(directory: folder.path + "/a/b")
    let first = try await store.commit([], [.put("a", [1]), .put("b", [])])
    let second = try await store.commit([], [.delete("a")])
    await store.close()
    await #expect {
      _ = try await store.commit([], [.put("c", [])])
    } throws: {
      Self.isUnavailable($0)
    }
    let again = try SQLiteFleetStore(directory: folder.path + "/a/b")
    #expect(try await again.revision() == second)
    #expect(try await Self.entries(again) == [FleetEntry(key: "b", value: [], revision: first)])
    var changes: [FleetBatch] = []
    for try await batch in again.watch(after: first) {
      changes.append(batch)
      break
    }
    #expect(changes == [FleetBatch(revision: second, changes: [.delete("a")])])
    #expect(try await again.commit([], [.put("c", [])]) > second)
  }

  private static func isUnavailable(_ error: any Error) -> Bool {
    if case .unavailable? = error as? FleetStoreError { true } else { false }
  }

  private static func isUnusable(_ error: any Error) -> Bool {
    if case .unusable? = error as? FleetStoreError { true } else { false }
  }

  @Test func watchersEndWithTheirStore() async throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteFleetStore(directory: folder.path + "/state")
    let waiting = Task { for try await _ in store.watch(after: .start) {} }
    try await Task.sleep(for: .milliseconds(50))
    await store.close()
    await #expect { try await waiting.value } throws: { Self.isUnavailable($0) }
  }

  @Test func aSecondServerIsRefused() async throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteFleetStore(directory: folder.path + "/state")
    #expect {
      _ = try SQLiteFleetStore(directory: folder.path + "/state", patience: 0.1)
    } throws: {
      Self.isUnavailable($0)
    }
    await store.close()
    _ = try SQLiteFleetStore(directory: folder.path + "/state", patience: 0.1)
  }

  @Test func whatIsNoStoreIsRefused() async throws {
    let folder = try TemporaryFolder()
    let state = folder.path + "/state"
    await (try SQLiteFleetStore(directory: state)).close()
    let file = state + "/" + SQLiteFleetStore.fileName
    do {
      let queue = try DatabaseQueue(path: file)
      try await queue.write {
        try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('fleet 99: of the future')")
      }
      try queue.close()
    }
    #expect {
      _ = try SQLiteFleetStore(directory: state)
    } throws: { error in
      Self.isUnusable(error) && "\(error)".contains("newer version")
    }
    for ending in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: file + ending)
    }
    try Data(repeating: 0x41, count: 8192).write(to: URL(fileURLWithPath: file))
    #expect { _ = try SQLiteFleetStore(directory: state) } throws: { Self.isUnusable($0) }
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: state)
    #expect { _ = try SQLiteFleetStore(directory: state) } throws: { Self.isUnusable($0) }
  }

  /// At its limit a store takes nothing more, says so, and has lost nothing; what is let go makes room.
  @Test func aFullStoreSaysSo() async throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteFleetStore(
      directory: folder.path + "/state", history: 0, mostBytes: 1 << 20)
    let value = [UInt8](repeating: 7, count: 50_000)
    var taken = 0
    await #expect {
      while taken < 100 {
        _ = try await store.commit([], [.put("k\(taken)", value)])
        taken += 1
      }
    } throws: {
      Self.isUnavailable($0)
    }
    #expect((5..<25).contains(taken))
    let revision = try await store.revision()
    #expect(try await Self.entries(store).count == taken)
    #expect(revision == FleetRevision(UInt64(taken)))
    #expect(try await store.commit([], [.delete("k0"), .delete("k1"), .delete("k2")]) > revision)
    _ = try await store.commit([], [.put("again", value)])
  }

  /// A copy is the store at one moment, although others write on.
  @Test func aBackupIsOneMoment() async throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteFleetStore(directory: folder.path + "/state")
    for number in 0..<200 { _ = try await store.commit([], [.put("k\(number)", [1])]) }
    let writing = Task {
      var number = 200
      while !Task.isCancelled {
        // Two keys, which stand in no moment apart.
        _ = try await store.commit([], [.put("a/\(number)", []), .put("b/\(number)", [])])
        number += 1
      }
    }
    let copy = folder.path + "/copy"
    try FileManager.default.createDirectory(
      atPath: copy, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    let file = copy + "/" + SQLiteFleetStore.fileName
    try await store.backup(to: file)
    writing.cancel()
    try await writing.value
    await #expect { try await store.backup(to: file) } throws: { Self.isUnusable($0) }
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    let copied = try SQLiteFleetStore(directory: copy)
    let keys = try await Self.entries(copied).map(\.key)
    #expect(keys.filter { $0.hasPrefix("k") }.count == 200)
    let pairs = ("a/", "b/")
    #expect(
      keys.filter { $0.hasPrefix(pairs.0) }.map { $0.dropFirst(2) }
        == keys.filter { $0.hasPrefix(pairs.1) }.map { $0.dropFirst(2) })
    let revision = try await copied.revision()
    #expect(UInt64(keys.count) == 200 + 2 * (revision.number - 200))
  }

  /// Killed again and again while it writes, a store has everything that was acknowledged, each under one
  /// revision, and is whole.
  @Test func nothingAcknowledgedIsLost() async throws {
    let kills = ProcessInfo.processInfo.environment["CPUPOLICY_KILLS"].flatMap { Int($0) } ?? 10
    let folder = try TemporaryFolder()
    let state = folder.path + "/state"
    let program = Bundle.main.bundleURL.appending(path: "fleet-writer").path
    let found = [program, ".build/debug/fleet-writer"].first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    let writer = try #require(found)
    var generator = SeededGenerator.fresh("nothingAcknowledgedIsLost")
    var acknowledged: [String: UInt64] = [:]
    for round in 0..<kills {
      let name = "round-\(round)"
      let process = try folder.start([writer, state, name], saying: name)
      let log = folder.path + "/" + name
      // It is killed in the midst of writing, at no certain place. The thread sleeps: a task would wait for
      // other tests, too, while the program writes on.
      while (try String(contentsOfFile: log, encoding: .utf8)).utf8.count < 200, process.isRunning {
        usleep(5000)
      }
      usleep(UInt32.random(in: 0...150_000, using: &generator))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(process.terminationReason == .uncaughtSignal)
      let text = try String(contentsOfFile: log, encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      #expect(!lines.isEmpty)
      for line in lines {
        let words = line.split(separator: " ")
        let revision = try #require(words.count == 3 ? UInt64(words[2]) : nil)
        #expect(acknowledged.updateValue(revision, forKey: String(words[1])) == nil)
      }
    }
    #expect(Set(acknowledged.values).count == acknowledged.count)
    let store = try SQLiteFleetStore(directory: state)
    let entries = try await store.list(prefix: "w/", after: nil, limit: nil, at: nil).entries
    let stored = Dictionary(uniqueKeysWithValues: entries.map { ($0.key, $0.revision.number) })
    let lost = acknowledged.filter { stored[$0.key] != $0.value }
    #expect(lost.isEmpty)
    // Each commit made one key: none was made twice, and none has two revisions.
    #expect(Set(stored.values).count == stored.count)
    #expect(try await store.revision().number == UInt64(stored.count))
    await store.close()
    let queue = try DatabaseQueue(path: state + "/" + SQLiteFleetStore.fileName)
    let check = try await queue.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
    #expect(check == "ok")
    print("nothingAcknowledgedIsLost: \(kills) kills, \(acknowledged.count) acknowledged, 0 lost")
  }
}
