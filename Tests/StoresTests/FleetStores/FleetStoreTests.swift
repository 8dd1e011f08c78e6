// SPDX-License-Identifier: Apache-2.0

import Fleet
import Stores
import TestSupport
import Testing

/// A store that the suite makes anew for each test.
struct StoreKind: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// Makes an empty store that remembers so many commits.
  let make: @Sendable (_ folder: TemporaryFolder, _ history: Int) throws -> any FleetStore

  static let memory = StoreKind(testDescription: "memory") { _, history in
    MemoryFleetStore(history: history)
  }

  static let all: [StoreKind] = [memory, sqlite]
}

/// What `FleetStore` promises, of every store.
@Suite struct FleetStoreTests {
  private static func with(
    _ kind: StoreKind, history: Int = 4096, _ body: (any FleetStore) async throws -> Void
  ) async throws {
    let folder = try TemporaryFolder()
    try await body(try kind.make(folder, history))
    withExtendedLifetime(folder) {}
  }

  private static func put(_ key: String, _ text: String = "v") -> FleetChange {
    .put(key, Array(text.utf8))
  }

  private static func all(_ store: any FleetStore) async throws -> FleetPage {
    try await store.list(prefix: "", after: nil, limit: nil, at: nil)
  }

  // MARK: Commits

  @Test(arguments: StoreKind.all) func everyCommitHasAHigherRevision(_ kind: StoreKind) async throws
  {
    try await Self.with(kind) { store in
      #expect(try await store.revision() == .start)
      let first = try await store.commit([], [Self.put("a"), Self.put("b")])
      let second = try await store.commit([], [Self.put("a", "w"), .delete("b"), .delete("x")])
      #expect(first > .start && second > first)
      #expect(try await store.revision() == second)
      let page = try await Self.all(store)
      #expect(page.revision == second && !page.hasMore)
      #expect(page.entries == [FleetEntry(key: "a", value: [0x77], revision: second)])
    }
  }

  @Test(arguments: StoreKind.all) func nothingToChangeHasNoRevision(_ kind: StoreKind) async throws
  {
    try await Self.with(kind) { store in
      let first = try await store.commit([], [Self.put("a")])
      #expect(try await store.commit([], []) == first)
      #expect(try await store.commit([.isPresent("a")], [.delete("b")]) == first)
      #expect(try await store.revision() == first)
      // The same value again is a change.
      #expect(try await store.commit([], [Self.put("a")]) > first)
    }
  }

  @Test(arguments: StoreKind.all) func conditionsGuardTheWholeCommit(_ kind: StoreKind) async throws
  {
    try await Self.with(kind) { store in
      let first = try await store.commit([.isAbsent("a")], [Self.put("a")])
      let entry = FleetEntry(key: "a", value: Array("v".utf8), revision: first)
      let wrong: [(FleetCondition, FleetEntry?)] = [
        (.isAbsent("a"), entry), (.isPresent("b"), nil), (.isAt("b", first), nil),
        (.isAt("a", FleetRevision(first.number + 1)), entry),
      ]
      for (condition, found) in wrong {
        await #expect(throws: FleetStoreError.conflict(condition, found: found)) {
          _ = try await store.commit([.isPresent("a"), condition], [Self.put("c"), .delete("a")])
        }
      }
      // The first that does not hold is told.
      await #expect(throws: FleetStoreError.conflict(.isPresent("x"), found: nil)) {
        _ = try await store.commit([.isPresent("x"), .isPresent("y")], [Self.put("c")])
      }
      #expect(try await Self.all(store).entries == [entry])
      let second = try await store.commit([.isAt("a", first), .isAbsent("c")], [Self.put("c")])
      #expect(try await Self.all(store).entries.map(\.key) == ["a", "c"])
      #expect(try await store.revision() == second)
      _ = try await store.commit([], [.delete("a")])
      _ = try await store.commit([.isAbsent("a")], [Self.put("a")])
    }
  }

  @Test(arguments: StoreKind.all) func whatNoStoreTakesIsRefused(_ kind: StoreKind) async throws {
    try await Self.with(kind) { store in
      let many = (0...FleetStoreLimits.changes).map { "k\($0)" }
      let big = [UInt8](repeating: 1, count: FleetStoreLimits.bytes)
      let wrong: [([FleetCondition], [FleetChange])] = [
        ([], many.map { Self.put($0) }), (many.map { .isAbsent($0) }, []),
        ([], [.put("a", big + [1])]), ([], [.put("a", big), Self.put("b")]),
        ([], [Self.put("a"), .delete("a")]), ([], [Self.put("")]), ([], [Self.put("a b")]),
        ([.isAbsent("ä")], []),
        ([], [Self.put(String(repeating: "k", count: FleetStoreLimits.keyLength + 1))]),
      ]
      for (conditions, changes) in wrong {
        await #expect {
          _ = try await store.commit(conditions, changes)
        } throws: { error in
          if case .tooLarge? = error as? FleetStoreError { true } else { false }
        }
      }
      #expect(try await store.revision() == .start)
      _ = try await store.commit([], many.dropLast().map { Self.put($0) })
      _ = try await store.commit([], [.put("big", big)])
      let found = try await store.list(prefix: "big", after: nil, limit: nil, at: nil)
      #expect(found.entries.map(\.value) == [big])
    }
  }

  // MARK: Lists

  @Test(arguments: StoreKind.all) func listsAreByPrefixAndPage(_ kind: StoreKind) async throws {
    try await Self.with(kind) { store in
      let keys = ["a", "host", "host/", "host/a", "host/ab", "host/b", "host/~", "host0", "z"]
      let revision = try await store.commit([], keys.shuffled().map { Self.put($0) })
      #expect(try await Self.all(store).entries.map(\.key) == keys)
      let hosts = keys.filter { $0.hasPrefix("host/") }
      var (found, after, pages) = ([String](), String?.none, 0)
      repeat {
        let page = try await store.list(prefix: "host/", after: after, limit: 2, at: revision)
        #expect(page.entries.count <= 2 && page.revision == revision)
        found += page.entries.map(\.key)
        after = page.hasMore ? page.entries.last?.key : nil
        pages += 1
      } while after != nil
      #expect(found == hosts && pages == 3)
      let whole = try await store.list(prefix: "host/", after: nil, limit: hosts.count, at: nil)
      #expect(!whole.hasMore)
      let rest = try await store.list(prefix: "host/", after: "host/aa", limit: nil, at: nil)
      #expect(rest.entries.map(\.key) == ["host/ab", "host/b", "host/~"])
      let before = try await store.list(prefix: "host/", after: "a", limit: nil, at: nil)
      #expect(before.entries.map(\.key) == hosts)
      let none = try await store.list(prefix: "hosts", after: nil, limit: nil, at: nil)
      #expect(none.entries.isEmpty && !none.hasMore)
      let empty = try await store.list(prefix: "host/", after: nil, limit: 0, at: nil)
      #expect(empty.entries.isEmpty && empty.hasMore)
    }
  }

  @Test(arguments: StoreKind.all) func aListIsOfItsMoment(_ kind: StoreKind) async throws {
    try await Self.with(kind) { store in
      let first = try await store.commit([], [Self.put("a", "1"), Self.put("b", "1")])
      let second = try await store.commit([], [Self.put("a", "2"), .delete("b")])
      let third = try await store.commit([], [Self.put("b", "3")])
      func texts(_ revision: FleetRevision) async throws -> [String] {
        let page = try await store.list(prefix: "", after: nil, limit: nil, at: revision)
        #expect(page.revision == revision)
        return page.entries.map {
          "\($0.key)\(String(decoding: $0.value, as: UTF8.self))\($0.revision)"
        }
      }
      #expect(try await texts(.start) == [])
      #expect(try await texts(first) == ["a1\(first)", "b1\(first)"])
      #expect(try await texts(second) == ["a2\(second)"])
      #expect(try await texts(third) == ["a2\(second)", "b3\(third)"])
      let later = FleetRevision(third.number + 1)
      await #expect(throws: FleetStoreError.future(later, latest: third)) {
        _ = try await store.list(prefix: "", after: nil, limit: nil, at: later)
      }
    }
  }

  // MARK: Watchers

  /// So many batches behind a revision.
  private static func watched(
    _ store: any FleetStore, after revision: FleetRevision, _ count: Int
  ) async throws -> [FleetBatch] {
    var batches: [FleetBatch] = []
    for try await batch in store.watch(after: revision) {
      batches.append(batch)
      if batches.count == count { break }
    }
    return batches
  }

  @Test(arguments: StoreKind.all) func watchersSeeAllBehindTheirRevision(
    _ kind: StoreKind
  ) async throws {
    try await Self.with(kind) { store in
      let early = Task { try await Self.watched(store, after: .start, 3) }
      let first = try await store.commit([], [Self.put("b", "1"), Self.put("a", "1")])
      let between = Task { try await Self.watched(store, after: first, 2) }
      let second = try await store.commit([], [.delete("a"), .delete("x"), Self.put("b", "2")])
      _ = try await store.commit([], [.delete("x")])
      let third = try await store.commit([], [Self.put("c", "3")])
      let batches = [
        FleetBatch(revision: first, changes: [Self.put("a", "1"), Self.put("b", "1")]),
        FleetBatch(revision: second, changes: [.delete("a"), Self.put("b", "2")]),
        FleetBatch(revision: third, changes: [Self.put("c", "3")]),
      ]
      #expect(try await early.value == batches)
      #expect(try await between.value == Array(batches[1...]))
      #expect(try await Self.watched(store, after: .start, 3) == batches)
      #expect(try await Self.watched(store, after: second, 1) == [batches[2]])
      // Behind a revision that is to come nothing before it is told.
      let late = Task {
        try await Self.watched(store, after: FleetRevision(third.number + 1), 1)
      }
      _ = try await store.commit([], [Self.put("d")])
      let fifth = try await store.commit([], [Self.put("e")])
      #expect(try await late.value.map(\.revision) == [fifth])
    }
  }

  @Test(arguments: StoreKind.all) func aWatcherThatStopsHoldsNothingUp(
    _ kind: StoreKind
  ) async throws {
    try await Self.with(kind) { store in
      let waiting = Task {
        var count = 0
        for try await _ in store.watch(after: .start) { count += 1 }
        return count
      }
      waiting.cancel()
      #expect(try await waiting.value == 0)
      _ = try await store.commit([], [Self.put("a")])
    }
  }

  @Test(arguments: StoreKind.all) func whatIsForgottenIsGone(_ kind: StoreKind) async throws {
    try await Self.with(kind, history: 20) { store in
      _ = try await store.commit([], [Self.put("kept", "old"), Self.put("gone")])
      _ = try await store.commit([], [.delete("gone")])
      let slow = store.watch(after: .start).makeAsyncIterator()
      var revisions: [FleetRevision] = []
      for number in 0..<200 {
        revisions.append(try await store.commit([], [Self.put("k\(number % 7)", "\(number)")]))
      }
      let latest = try #require(revisions.last)
      let (first, last) = (revisions[0], revisions[179])
      // What is remembered is whole, and no less than was asked for.
      let seen = try await Self.watched(store, after: revisions[179], 20)
      #expect(seen.map(\.revision) == Array(revisions[180...]))
      let page = try await store.list(prefix: "", after: nil, limit: nil, at: revisions[180])
      #expect(page.entries.count == 8)
      #expect(page.entries.first { $0.key == "k5" }?.value == Array("180".utf8))
      #expect(page.entries.last?.key == "kept")
      let isGone: @Sendable (any Error) -> Bool = { error in
        guard case .gone(_, let oldest)? = error as? FleetStoreError else { return false }
        return oldest > first && oldest <= last
      }
      await #expect {
        _ = try await store.list(prefix: "", after: nil, limit: nil, at: revisions[0])
      } throws: {
        isGone($0)
      }
      await #expect {
        _ = try await Self.watched(store, after: revisions[0], 1)
      } throws: {
        isGone($0)
      }
      var reader = slow
      await #expect {
        while try await reader.next() != nil {}
      } throws: {
        isGone($0)
      }
      #expect(try await Self.all(store).entries.count == 8)
      #expect(try await store.revision() == latest)
    }
  }

  // MARK: Many at once

  /// 64 writers, and a watcher: each commit has a revision of its own, a counter loses no step, and the
  /// watcher's fold is the store.
  @Test(arguments: StoreKind.all) func writersDoNotLoseEachOthersChanges(
    _ kind: StoreKind
  ) async throws {
    try await Self.with(kind) { store in
      let (writers, rounds) = (64, 10)
      let all = Task { try await Self.watched(store, after: .start, writers * rounds * 2) }
      let revisions = try await withThrowingTaskGroup(of: [FleetRevision].self) { group in
        for writer in 0..<writers {
          group.addTask {
            var mine: [FleetRevision] = []
            for round in 0..<rounds {
              mine.append(try await store.commit([], [Self.put("w/\(writer)", "\(round)")]))
              mine.append(try await Self.count(store))
            }
            return mine
          }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(Set(revisions).count == writers * rounds * 2)
      let page = try await Self.all(store)
      let count = page.entries.first { $0.key == "count" }
      #expect(count.map { String(decoding: $0.value, as: UTF8.self) } == "\(writers * rounds)")
      let batches = try await all.value
      #expect(batches.map(\.revision) == revisions.sorted())
      var fold: [String: FleetEntry] = [:]
      for batch in batches {
        for case .put(let key, let value) in batch.changes {
          fold[key] = FleetEntry(key: key, value: value, revision: batch.revision)
        }
      }
      #expect(fold.values.sorted { $0.key < $1.key } == page.entries)
    }
  }

  /// Adds one to a counter, as often as it takes.
  private static func count(_ store: any FleetStore) async throws -> FleetRevision {
    while true {
      let page = try await store.list(prefix: "count", after: nil, limit: 1, at: nil)
      let found = page.entries.first
      let number = found.flatMap { Int(String(decoding: $0.value, as: UTF8.self)) } ?? 0
      let condition = found.map { FleetCondition.isAt("count", $0.revision) } ?? .isAbsent("count")
      do {
        return try await store.commit([condition], [put("count", "\(number + 1)")])
      } catch {
        guard case .conflict? = error as? FleetStoreError else { throw error }
      }
    }
  }

  // MARK: Against a model

  /// Random commits, lists and watches are what a plain dictionary says.
  @Test(arguments: StoreKind.all) func aStoreIsItsModel(_ kind: StoreKind) async throws {
    var generator = SeededGenerator.fresh("aStoreIsItsModel")
    try await Self.with(kind) { store in
      var model: [FleetRevision: [String: FleetEntry]] = [.start: [:]]
      var (latest, commits, conflicts) = (FleetRevision.start, 0, 0)
      let keys = ["a", "a/1", "a/2", "b", "b/1", "c"]
      for _ in 0..<400 {
        let present = model[latest] ?? [:]
        let chosen = keys.shuffled(using: &generator).prefix(
          Int.random(in: 0...4, using: &generator))
        let changes = chosen.map { key in
          Bool.random(using: &generator)
            ? Self.put(key, "\(generator.next())") : FleetChange.delete(key)
        }
        let conditions = keys.shuffled(using: &generator)
          .prefix(Int.random(in: 0...2, using: &generator)).map { key -> FleetCondition in
            switch Int.random(in: 0...2, using: &generator) {
            case 0: .isAbsent(key)
            case 1: .isPresent(key)
            default: .isAt(key, present[key]?.revision ?? latest)
            }
          }
        let broken = conditions.first { condition in
          switch condition {
          case .isAbsent(let key): present[key] != nil
          case .isPresent(let key): present[key] == nil
          case .isAt(let key, let revision): present[key]?.revision != revision
          }
        }
        do {
          let revision = try await store.commit(conditions, changes)
          #expect(broken == nil)
          var next = present
          for change in changes {
            switch change {
            case .put(let key, let value):
              next[key] = FleetEntry(key: key, value: value, revision: revision)
            case .delete(let key): next[key] = nil
            }
          }
          #expect((revision > latest) == (next != present))
          (latest, model[revision]) = (revision, next)
          commits += 1
        } catch {
          guard case .conflict(let condition, let found)? = error as? FleetStoreError else {
            throw error
          }
          #expect(condition == broken)
          #expect(found == present[condition.key])
          conflicts += 1
        }
        let moment = try #require(model.keys.randomElement(using: &generator))
        let prefix = ["", "a", "a/", "b", "x"].randomElement(using: &generator) ?? ""
        let limit = Int.random(in: 0...6, using: &generator)
        let after = keys.randomElement(using: &generator)
        let page = try await store.list(prefix: prefix, after: after, limit: limit, at: moment)
        let expected = (model[moment] ?? [:]).values
          .filter { $0.key.hasPrefix(prefix) && $0.key > after ?? "" }
          .sorted { $0.key < $1.key }
        #expect(page.entries == Array(expected.prefix(limit)))
        #expect(page.hasMore == (expected.count > limit))
      }
      #expect(commits > 100 && conflicts > 100)
    }
  }
}
