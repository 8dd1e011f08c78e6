// SPDX-License-Identifier: Apache-2.0

/// Where a fleet is kept: keys with values, every change under one revision.
///
/// The revision is a cursor. A reader lists at one, watches what came after it, and has missed nothing. What
/// is acknowledged is durable, as far as the store says that it is.
public protocol FleetStore: Sendable {
  /// Makes every change if every condition holds, and none otherwise.
  ///
  /// - Parameters:
  ///   - conditions: what must hold of the store at the moment of the change.
  ///   - changes: what is put and deleted; no key stands in it twice. At most `FleetStoreLimits.changes`.
  /// - Returns: the revision of the change, once it is durable; the present one where nothing is to change.
  /// - Throws: `FleetStoreError.conflict` with the first condition that does not hold, `.tooLarge` for
  ///   what no store takes, `.unavailable` where the store cannot be reached: then nobody knows whether the
  ///   change was made, and the caller asks again with the same conditions.
  func commit(
    _ conditions: [FleetCondition], _ changes: [FleetChange]
  ) async throws(FleetStoreError) -> FleetRevision

  /// Entries whose keys begin with a prefix, in ascending order of the keys.
  ///
  /// - Parameters:
  ///   - prefix: how their keys begin; empty for all.
  ///   - after: only keys behind this one.
  ///   - limit: the most entries; nil for all.
  ///   - revision: as the store was then; nil for now.
  /// - Throws: `FleetStoreError.gone` for a revision that the store has forgotten, `.future` for one that it
  ///   has not reached.
  func list(
    prefix: String, after: String?, limit: Int?, at revision: FleetRevision?
  ) async throws(FleetStoreError) -> FleetPage

  /// Every change after a revision, in the order of revisions, until the reader stops: first those that
  /// were made before, then those to come. All changes of one commit are in one batch.
  ///
  /// - Throws: (from the sequence) `FleetStoreError.gone` where the store has forgotten a change that the
  ///   reader has not seen: it lists again. `.unavailable` where the store went away.
  func watch(after revision: FleetRevision) -> AsyncThrowingStream<FleetBatch, any Error>

  /// The latest revision that the store knows of.
  func revision() async throws(FleetStoreError) -> FleetRevision
}

/// What a store takes at once, so that every store can: etcd's own limits.
public enum FleetStoreLimits {
  /// The most changes of a commit, and the most conditions.
  public static let changes = 128
  /// The most bytes of a value, and of all values of a commit.
  public static let bytes = 1_400_000
  /// The most characters of a key, all of which are printable ones of ASCII.
  public static let keyLength = 256

  /// Refuses a commit that some store would not take.
  ///
  /// - Throws: `FleetStoreError.tooLarge`, in words.
  public static func check(
    _ conditions: [FleetCondition], _ changes: [FleetChange]
  ) throws(FleetStoreError) {
    guard changes.count <= Self.changes, conditions.count <= Self.changes else {
      throw .tooLarge(
        "\(changes.count) changes under \(conditions.count) conditions; at most \(Self.changes) of each"
      )
    }
    let size = changes.reduce(0) { $0 + $1.size }
    guard size <= bytes else { throw .tooLarge("\(size) bytes; at most \(bytes)") }
    let keys = changes.map(\.key)
    guard Set(keys).count == keys.count else { throw .tooLarge("a key that is changed twice") }
    for key in keys + conditions.map(\.key) {
      guard (1...keyLength).contains(key.utf8.count),
        key.utf8.allSatisfy({ (0x21...0x7e).contains($0) })
      else { throw .tooLarge("a key of other than 1 to \(keyLength) printable characters") }
    }
  }
}

/// A moment in a store's life: every commit that changes something has a higher one.
public struct FleetRevision: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The number of the commit.
  public var number: UInt64

  /// The revision of a number.
  public init(_ number: UInt64) { self.number = number }

  /// Before anything was written.
  public static let start = FleetRevision(0)

  public static func < (one: FleetRevision, other: FleetRevision) -> Bool {
    one.number < other.number
  }

  /// `r` and the number.
  public var description: String { "r\(number)" }
}

/// A key with what stands there.
public struct FleetEntry: Equatable, Sendable {
  /// The key, e.g. `host/4c4c4544`.
  public var key: String
  /// The value.
  public var value: [UInt8]
  /// The revision at which the value was put.
  public var revision: FleetRevision

  /// An entry of a store.
  public init(key: String, value: [UInt8], revision: FleetRevision) {
    self.key = key
    self.value = value
    self.revision = revision
  }
}

/// A part of a list, and the moment of which it tells.
public struct FleetPage: Equatable, Sendable {
  /// The entries, in ascending order of their keys.
  public var entries: [FleetEntry]
  /// The revision of the whole list.
  public var revision: FleetRevision
  /// Whether keys follow behind the last one.
  public var hasMore: Bool

  /// A page of a list.
  public init(entries: [FleetEntry], revision: FleetRevision, hasMore: Bool) {
    self.entries = entries
    self.revision = revision
    self.hasMore = hasMore
  }
}

/// What must hold for a commit to be made.
public enum FleetCondition: Equatable, Sendable {
  /// Nothing stands at the key.
  case isAbsent(String)
  /// Something stands at the key.
  case isPresent(String)
  /// What stands at the key was put at this revision.
  case isAt(String, FleetRevision)

  /// The key of which it speaks.
  public var key: String {
    switch self {
    case .isAbsent(let key), .isPresent(let key), .isAt(let key, _): key
    }
  }
}

/// What a commit does to one key.
public enum FleetChange: Equatable, Sendable {
  /// Puts a value, whatever stood there.
  case put(String, [UInt8])
  /// Deletes the key; nothing where nothing stands there.
  case delete(String)

  /// The key that it changes.
  public var key: String {
    switch self {
    case .put(let key, _), .delete(let key): key
    }
  }

  /// How many bytes its value has.
  public var size: Int {
    switch self {
    case .put(_, let value): value.count
    case .delete: 0
    }
  }
}

/// What one commit changed.
public struct FleetBatch: Equatable, Sendable {
  /// The revision of the commit.
  public var revision: FleetRevision
  /// What it changed, in ascending order of the keys: those that it deleted without their being there are not
  /// among it.
  public var changes: [FleetChange]

  /// The changes of a commit.
  public init(revision: FleetRevision, changes: [FleetChange]) {
    self.revision = revision
    self.changes = changes
  }
}

/// Why a store did not do what it was asked for.
public enum FleetStoreError: Error, Equatable, Sendable {
  /// A condition does not hold: what stands at its key is given, nil where nothing does.
  case conflict(FleetCondition, found: FleetEntry?)
  /// The store has forgotten what was at this revision; the oldest one that it remembers.
  case gone(FleetRevision, oldest: FleetRevision)
  /// The store has not reached this revision; the latest one that it has.
  case future(FleetRevision, latest: FleetRevision)
  /// What was to be put is more than a store takes.
  case tooLarge(String)
  /// The store cannot be reached, or is full; whether a change was made is not known.
  case unavailable(String)
  /// The store is no store, is damaged, or was written by a newer version.
  case unusable(String)
}
