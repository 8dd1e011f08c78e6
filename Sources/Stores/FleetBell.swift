// SPDX-License-Identifier: Apache-2.0

import Fleet
import Synchronization

/// Wakes those who wait for a store's next change.
final class FleetBell: Sendable {
  private struct State {
    var latest: FleetRevision
    var failure: FleetStoreError?
    var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    var next = 0
  }

  private let state: Mutex<State>

  init(_ latest: FleetRevision) { state = Mutex(State(latest: latest)) }

  /// The latest revision that was rung.
  var latest: FleetRevision { state.withLock(\.latest) }

  /// What the store was closed with; nil while it is open.
  var failure: FleetStoreError? { state.withLock(\.failure) }

  /// Tells of a revision, which readers can read from now on.
  func ring(_ revision: FleetRevision) {
    wake { $0.latest = max($0.latest, revision) }
  }

  /// Ends all waiting: the store is closed.
  func close(_ failure: FleetStoreError) {
    wake { $0.failure = failure }
  }

  private func wake(_ change: (inout State) -> Void) {
    let waiting = state.withLock { state in
      change(&state)
      defer { state.waiting = [:] }
      return state.waiting
    }
    for continuation in waiting.values { continuation.resume() }
  }

  /// Returns once there is a later revision, or the task is cancelled.
  ///
  /// - Throws: what the store was closed with.
  func wait(past revision: FleetRevision) async throws(FleetStoreError) {
    let number = state.withLock { state in
      state.next += 1
      return state.next
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let mayGo = state.withLock { state in
          let mayGo = state.latest > revision || state.failure != nil || Task.isCancelled
          if !mayGo { state.waiting[number] = continuation }
          return mayGo
        }
        if mayGo { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.waiting.removeValue(forKey: number) }?.resume()
    }
    if let failure { throw failure }
  }

  /// The changes behind a revision, one batch at a time and only when the reader asks: who is slow keeps nothing
  /// waiting in memory.
  ///
  /// - Parameter fetch: the next batches behind a revision that are there; none where none is.
  func batches(
    after revision: FleetRevision,
    fetch: @escaping @Sendable (FleetRevision) async throws(FleetStoreError) -> [FleetBatch]
  ) -> AsyncThrowingStream<FleetBatch, any Error> {
    let reader = Reader(cursor: revision, bell: self, fetch: fetch)
    return AsyncThrowingStream { try await reader.next() }
  }

  /// A reader's place in the changes.
  private actor Reader {
    private var cursor: FleetRevision
    private var ready: ArraySlice<FleetBatch> = []
    private let bell: FleetBell
    private let fetch: @Sendable (FleetRevision) async throws(FleetStoreError) -> [FleetBatch]

    init(
      cursor: FleetRevision, bell: FleetBell,
      fetch: @escaping @Sendable (FleetRevision) async throws(FleetStoreError) -> [FleetBatch]
    ) {
      self.cursor = cursor
      self.bell = bell
      self.fetch = fetch
    }

    func next() async throws(FleetStoreError) -> FleetBatch? {
      while ready.isEmpty {
        // Who has stopped wants to hear of no failure that comes of it.
        if Task.isCancelled { return nil }
        do {
          ready = try await fetch(cursor)[...]
          if ready.isEmpty { try await bell.wait(past: cursor) }
        } catch {
          guard !Task.isCancelled else { return nil }
          throw error
        }
      }
      guard let batch = ready.popFirst() else { return nil }
      cursor = batch.revision
      return batch
    }
  }
}
