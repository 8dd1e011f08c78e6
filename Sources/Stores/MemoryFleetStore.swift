// SPDX-License-Identifier: Apache-2.0

import Fleet
import Synchronization

/// A fleet in memory: gone with its process. For tests and trials.
public final class MemoryFleetStore: FleetStore {
  /// What a key held from one revision on.
  fileprivate struct Version {
    var revision: FleetRevision
    /// Nil for a key that was deleted then.
    var value: [UInt8]?
  }

  fileprivate struct State {
    var latest = FleetRevision.start
    /// What was before is forgotten.
    var oldest = FleetRevision.start
    /// The versions of each key, in ascending order.
    var versions: [String: [Version]] = [:]
    /// All keys of `versions`, in ascending order.
    var keys: [String] = []
    /// What the commits behind `oldest` changed.
    var batches: [FleetBatch] = []
  }

  private let state = Mutex(State())
  private let bell = FleetBell(.start)
  private let mostBatches: Int

  /// An empty store.
  ///
  /// - Parameter history: how many commits it remembers.
  public init(history: Int = 4096) { mostBatches = history }

  public func commit(
    _ conditions: [FleetCondition], _ changes: [FleetChange]
  ) async throws(FleetStoreError) -> FleetRevision {
    try FleetStoreLimits.check(conditions, changes)
    let result = state.withLock { state -> Result<FleetRevision, FleetStoreError> in
      for condition in conditions {
        let found = state.entry(condition.key, at: state.latest)
        guard condition.holds(found) else { return .failure(.conflict(condition, found: found)) }
      }
      state.make(changes)
      state.forget(keeping: mostBatches)
      return .success(state.latest)
    }
    let revision = try result.get()
    bell.ring(revision)
    return revision
  }

  public func list(
    prefix: String, after: String?, limit: Int?, at revision: FleetRevision?
  ) async throws(FleetStoreError) -> FleetPage {
    try state.withLock { state -> Result<FleetPage, FleetStoreError> in
      let moment = revision ?? state.latest
      guard moment <= state.latest else {
        return .failure(.future(moment, latest: state.latest))
      }
      guard moment >= state.oldest else { return .failure(.gone(moment, oldest: state.oldest)) }
      var page = FleetPage(entries: [], revision: moment, hasMore: false)
      var place = state.place(of: after.map { max($0 + "\u{1}", prefix) } ?? prefix)
      while place < state.keys.count, state.keys[place].hasPrefix(prefix) {
        if let entry = state.entry(state.keys[place], at: moment) {
          guard page.entries.count < limit ?? .max else {
            page.hasMore = true
            break
          }
          page.entries.append(entry)
        }
        place += 1
      }
      return .success(page)
    }.get()
  }

  public func watch(after revision: FleetRevision) -> AsyncThrowingStream<FleetBatch, any Error> {
    bell.batches(after: revision) { [self] cursor throws(FleetStoreError) in
      try state.withLock { state -> Result<[FleetBatch], FleetStoreError> in
        guard cursor >= state.oldest else { return .failure(.gone(cursor, oldest: state.oldest)) }
        let next = state.batches.partitioningIndex { $0.revision > cursor }
        return .success(state.batches.indices.contains(next) ? [state.batches[next]] : [])
      }.get()
    }
  }

  public func revision() async throws(FleetStoreError) -> FleetRevision {
    state.withLock(\.latest)
  }
}

extension MemoryFleetStore.State {
  /// The place of the first key that is not before this one.
  func place(of key: String) -> Int { keys.partitioningIndex { $0 >= key } }

  func entry(_ key: String, at moment: FleetRevision) -> FleetEntry? {
    guard let version = versions[key]?.last(where: { $0.revision <= moment }),
      let value = version.value
    else { return nil }
    return FleetEntry(key: key, value: value, revision: version.revision)
  }

  mutating func make(_ changes: [FleetChange]) {
    let next = FleetRevision(latest.number + 1)
    var batch = FleetBatch(revision: next, changes: [])
    for change in changes.sorted(by: { $0.key < $1.key }) {
      var version = MemoryFleetStore.Version(revision: next)
      if case .put(_, let value) = change { version.value = value }
      guard version.value != nil || entry(change.key, at: latest) != nil else { continue }
      if versions[change.key] == nil { keys.insert(change.key, at: place(of: change.key)) }
      versions[change.key, default: []].append(version)
      batch.changes.append(change)
    }
    guard !batch.changes.isEmpty else { return }
    latest = next
    batches.append(batch)
  }

  /// Forgets the oldest commits, and what keys held before them.
  mutating func forget(keeping most: Int) {
    // Half as many again are let stand, so that not every commit moves all of them.
    guard batches.count > most + most / 2 else { return }
    let count = batches.count - most
    oldest = batches[count - 1].revision
    for key in Set(batches[..<count].flatMap { $0.changes.map(\.key) }) {
      guard var found = versions[key] else { continue }
      let kept = found.lastIndex { $0.revision <= oldest } ?? 0
      found.removeSubrange(..<kept)
      if found.count == 1, found[0].value == nil, found[0].revision <= oldest {
        versions[key] = nil
        keys.remove(at: place(of: key))
      } else {
        versions[key] = found
      }
    }
    batches.removeSubrange(..<count)
  }
}

extension FleetCondition {
  /// Whether it holds of what stands at its key.
  func holds(_ found: FleetEntry?) -> Bool {
    switch self {
    case .isAbsent: found == nil
    case .isPresent: found != nil
    case .isAt(_, let revision): found?.revision == revision
    }
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index whose element, and all behind it, are as asked.
  func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
