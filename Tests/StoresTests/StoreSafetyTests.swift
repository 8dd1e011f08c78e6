// SPDX-License-Identifier: Apache-2.0

import Domains
import Foundation
import GRDB
import Hosts
import PolicyFormats
import Stores
import TestSupport
import Testing

/// A store is the caller's alone, and believes nothing that does not agree with itself.
@Suite struct StoreSafetyTests {
  private let temporary: TemporaryFolder
  /// Of the store, which makes it.
  private let folder: String
  private let host: HostDescription

  init() throws {
    temporary = try TemporaryFolder()
    folder = temporary.path + "/store"
    let document = try InputFile.read(Fixtures.path("emulated-Haswell.txt"))
    host = try #require(HostDescription(name: "host", document: document))
  }

  private var database: String { folder + "/domains.sqlite" }

  @discardableResult
  private func create(_ name: String) async throws -> Domain {
    try await LocalHypervisor(host: host, store: try SQLiteDomainStore(directory: folder))
      .create(DomainRequest(name: name, kind: .hvm, vCPUs: 2), isDryRun: false)
  }

  private func error(_ body: () async throws -> Void) async -> DomainError? {
    do {
      try await body()
      return nil
    } catch {
      return error as? DomainError
    }
  }

  private func isPermission(_ found: DomainError?) -> Bool {
    if case .permission? = found { true } else { false }
  }

  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  @Test func filesAreTheCallersAlone() async throws {
    let former = umask(0)
    defer { umask(former) }
    try await create("a")
    #expect(try mode(folder) == 0o700)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      #expect(try mode(folder + "/" + name) == 0o600, "\(name)")
    }
  }

  /// What a killed process left half written is taken back, also by who only looks.
  @Test func halfWrittenChanges() async throws {
    let domain = try await create("a")
    let killed = folder + "-killed"
    try await DatabaseQueue(path: database).writeWithoutTransaction { database in
      // A small cache, so that pages reach the file before the change is done.
      try database.execute(sql: "PRAGMA cache_size = 1")
      try database.execute(sql: "BEGIN IMMEDIATE")
      try database.execute(sql: "UPDATE domain SET name = 'b', document = hex(randomblob(1000000))")
      try FileManager.default.copyItem(atPath: folder, toPath: killed)
      try database.execute(sql: "ROLLBACK")
    }
    let journal = killed + "/domains.sqlite-journal"
    #expect(FileManager.default.fileExists(atPath: journal))
    let store = try SQLiteDomainStore(directory: killed, access: .look)
    #expect(try store.domains() == [domain])
    #expect(!FileManager.default.fileExists(atPath: journal))
  }

  @Test(arguments: [0o755, 0o770, 0o701]) func foldersOfOtherModes(_ mode: mode_t) async throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    chmod(folder, mode)
    #expect(isPermission(await error { try await create("a") }))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    // Nor is a store in it read; where there is none, there is nothing to be wary of.
    #expect(try SQLiteDomainStore(directory: folder, access: .look).domains().isEmpty)
    chmod(folder, 0o700)
    try await create("a")
    chmod(folder, mode)
    #expect(
      isPermission(await error { _ = try SQLiteDomainStore(directory: folder, access: .look) }))
  }

  @Test(.enabled(if: geteuid() == 0, "needs root")) func foldersOfOthers() async throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    chown(folder, 65534, 65534)
    #expect(isPermission(await error { try await create("a") }))
  }

  @Test(arguments: ["domains.sqlite", "domains.sqlite-journal", "domains.lock"])
  func linksAreNotFollowed(_ name: String) async throws {
    try await create("a")
    let target = folder + "-target"
    try Data("x".utf8).write(to: URL(fileURLWithPath: target))
    defer { try? FileManager.default.removeItem(atPath: target) }
    unlink(folder + "/" + name)
    #expect(symlink(target, folder + "/" + name) == 0)
    #expect(isPermission(await error { try await create("b") }))
    #expect(
      isPermission(await error { _ = try SQLiteDomainStore(directory: folder, access: .look) }))
    #expect(try Data(contentsOf: URL(fileURLWithPath: target)) == Data("x".utf8))
  }

  /// Who only looks writes nothing, not even where there is no store.
  @Test func lookingWritesNothing() async throws {
    let none = try SQLiteDomainStore(directory: folder, access: .look)
    #expect(try none.domains().isEmpty && none.summaries().isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder))
    let domain = try await create("a")
    func state() throws -> [String: Data] {
      var result: [String: Data] = [:]
      for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
        result[name] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
      }
      return result
    }
    let before = try state()
    let store = try SQLiteDomainStore(directory: folder, access: .look)
    #expect(try store.domains() == [domain])
    #expect(try store.summaries() == [DomainSummary(domain)])
    let hypervisor = LocalHypervisor(host: host, store: store)
    _ = try await hypervisor.create(DomainRequest(name: "b", kind: .hvm, vCPUs: 1), isDryRun: true)
    _ = try await hypervisor.seal("a", isDryRun: true)
    #expect(try state() == before)
    #expect(await error { _ = try store.insert(domain) } != nil)
  }

  /// Nothing is removed but what was looked at: neither one that was changed since, nor one that was made
  /// anew under the name.
  @Test func removalOfAnother() async throws {
    let stores: [any DomainStore] = [
      try SQLiteDomainStore(directory: folder), MemoryDomainStore(),
    ]
    for store in stores {
      let hypervisor = LocalHypervisor(host: host, store: store)
      let request = DomainRequest(name: "a", kind: .hvm, vCPUs: 1)
      let first = try await hypervisor.create(request, isDryRun: false)
      let sealed = try await hypervisor.seal("a", isDryRun: false)
      await #expect(throws: DomainError.changedMeanwhile) { try await store.remove(first) }
      try await store.remove(sealed)
      let second = try await hypervisor.create(request, isDryRun: false)
      await #expect(throws: DomainError.changedMeanwhile) { try await store.remove(first) }
      try await store.remove(second)
      #expect(try await store.domains().isEmpty)
    }
  }

  /// What lists show is what the domains are, after every change.
  @Test func summariesFollow() async throws {
    for name in ["a", "b", "c"] { try await create(name) }
    let store = try SQLiteDomainStore(directory: folder)
    _ = try await LocalHypervisor(host: host, store: store).seal("b", isDryRun: false)
    #expect(try store.summaries() == (try store.domains()).map(DomainSummary.init))
  }

  /// A record that was changed from outside is damaged: its digest, its name, or its state.
  @Test(arguments: [
    "replace(document, '0x6c65746e', '0x6c65746f')",
    "replace(document, '\"name\": \"a\"', '\"name\": \"z\"')",
    "replace(document, '\"state\": \"building\"', '\"state\": \"sealed\"')",
    "replace(document, 'sha256:', 'sha256:0')",
    "substr(document, 1, 500)",
  ]) func recordsThatWereChanged(_ change: String) async throws {
    try await create("a")
    let queue = try DatabaseQueue(path: database)
    try await queue.write { database in
      try database.execute(sql: "UPDATE domain SET document = \(change)")
      #expect(database.changesCount == 1)
    }
    let store = try SQLiteDomainStore(directory: folder)
    let before = try await queue.read {
      try String.fetchOne($0, sql: "SELECT document FROM domain")
    }
    guard case .storage(let message, _)? = await error({ _ = try store.domain(named: "a") }) else {
      Issue.record("\(change): \(before?.prefix(200) ?? "") was believed")
      return
    }
    #expect(message.contains("damaged"))
  }

  /// A store of a newer version is not this version's to change, nor to read.
  @Test func newerStores() async throws {
    try await create("a")
    try await DatabaseQueue(path: database).write { database in
      try database.execute(
        sql: "INSERT INTO grdb_migrations (identifier) VALUES ('99: something new')")
    }
    for access in [SQLiteDomainStore.Access.look, .change] {
      let found = await error { _ = try SQLiteDomainStore(directory: folder, access: access) }
      guard case .storage(let message, _)? = found else {
        Issue.record("\(String(describing: found))")
        continue
      }
      #expect(message.contains("newer version"))
    }
  }

  /// A list of many reads no document: here none has any.
  @Test func longLists() async throws {
    try await create("a")
    try await DatabaseQueue(path: database).write { database in
      try database.execute(
        sql: """
          WITH RECURSIVE number(value) AS
            (SELECT 1 UNION ALL SELECT value + 1 FROM number WHERE value < 100000)
          INSERT INTO domain (name, state, document, revision, kind, topology, digest, vcpus,
            features)
          SELECT 'guest-' || value, 'sealed', '', 0, kind, topology, digest, vcpus, features
          FROM number, domain WHERE name = 'a'
          """)
    }
    let store = try SQLiteDomainStore(directory: folder, access: .look)
    let start = ContinuousClock.now
    #expect(try store.summaries().count == 100_001)
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  /// A store of an older version is read as it stands, and brought up to date by the first change.
  @Test func olderStores() async throws {
    let domain = try await create("a")
    try await DatabaseQueue(path: database).write { database in
      for column in [
        "kind", "topology", "digest", "runState", "type", "uuid", "vcpus", "features",
      ] {
        try database.execute(sql: "ALTER TABLE domain DROP COLUMN \(column)")
      }
      try database.execute(
        sql: "DELETE FROM grdb_migrations WHERE identifier LIKE '3:%' OR identifier LIKE '4:%'")
    }
    let before = try Data(contentsOf: URL(fileURLWithPath: database))
    let looked = try SQLiteDomainStore(directory: folder, access: .look)
    #expect(try looked.summaries() == [DomainSummary(domain)])
    #expect(try Data(contentsOf: URL(fileURLWithPath: database)) == before)
    #expect(try SQLiteDomainStore(directory: folder).summaries() == [DomainSummary(domain)])
  }

  /// Digests of an older definition are recomputed once, and nothing else changes. A damaged record stays
  /// damaged, and keeps no other from being read.
  @Test func olderDigests() async throws {
    let domains = try await [create("a"), create("b"), create("c")]
    let digest = PolicyDigest.of(domains[0].policy)
    let older = String(repeating: "0123", count: 16)
    try await DatabaseQueue(path: database).write { database in
      try database.execute(
        sql: """
          UPDATE domain SET document = replace(document, '\(digest)', '\(older)'),
            digest = '\(older)' WHERE name != 'c'
          """)
      try database.execute(
        sql: "UPDATE domain SET document = replace(document, '{', '[') WHERE name = 'b'")
      try database.execute(sql: "DELETE FROM grdb_migrations WHERE identifier LIKE '4:%'")
    }
    let before = try Data(contentsOf: URL(fileURLWithPath: database))
    for access in [SQLiteDomainStore.Access.look, .change] {
      let store = try SQLiteDomainStore(directory: folder, access: access)
      for domain in [domains[0], domains[2]] {
        #expect(try store.domain(named: domain.name) == domain)
        #expect(try store.summaries().contains(DomainSummary(domain)))
      }
      guard case .storage? = await error({ _ = try store.domain(named: "b") }) else {
        Issue.record("a damaged record was believed")
        return
      }
      let isSame = try Data(contentsOf: URL(fileURLWithPath: database)) == before
      #expect(isSame || access == .change)
    }
    // Once only: from now on such a digest is that of a record which was changed.
    try await DatabaseQueue(path: database).write { database in
      try database.execute(
        sql: "UPDATE domain SET document = replace(document, '\(digest)', '\(older)')")
    }
    guard
      case .storage? = await error({
        _ = try SQLiteDomainStore(directory: folder).domain(named: "a")
      })
    else {
      Issue.record("a record that was changed was believed")
      return
    }
  }

  /// The lock of another process, and its transaction, are waited for so long and no longer.
  @Test func waitingEnds() async throws {
    try await create("a")
    let lock = open(folder + "/domains.lock", O_RDWR)
    #expect(flock(lock, LOCK_EX) == 0)
    let found = await error { _ = try SQLiteDomainStore(directory: folder, patience: 0.2) }
    guard case .unavailable? = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    close(lock)
    let other = try DatabaseQueue(path: database)
    let store = try SQLiteDomainStore(directory: folder, patience: 0.2)
    try other.inTransaction(.exclusive) { _ in
      let busy = #expect(throws: DomainError.self) { _ = try store.domains() }
      guard case .unavailable? = busy else {
        Issue.record("a transaction was not waited for")
        return .rollback
      }
      return .rollback
    }
  }
}
