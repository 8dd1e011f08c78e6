// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText

/// Hosts among which guests move.
public struct PoolRecord: FleetRecord {
  /// The pool's id.
  public var id: String
  /// What it is called.
  public var name: String
  /// What is said of it.
  public var note: String?

  /// A pool by its id.
  public init(id: String, name: String, note: String? = nil) {
    self.id = id
    self.name = name
    self.note = note
  }

  /// The record as it is written.
  public var json: JSONValue {
    .members(["id": .string(id), "name": .string(name), "note": .optional(note)])
  }

  public init(reading value: JSONValue, source: String) throws(FormatError) {
    let reader = RecordReader(value, source: source)
    self.init(
      id: try reader.id("id"), name: try reader.text("name"),
      note: try reader.optionalText("note", most: 4096))
  }
}

/// Findings that somebody answers for in a pool.
public struct WaiverRecord: FleetRecord {
  /// The waiver's id.
  public var id: String
  /// The pool in which it holds.
  public var pool: String
  /// Codes of the findings.
  public var codes: [ViolationCode]
  /// Why they do not count.
  public var reason: String
  /// Who says so: the name of a token.
  public var author: String
  /// When it was said, in seconds since 1970.
  public var madeAt: Int
  /// Until when it holds, in seconds since 1970; nil for as long as it stands.
  public var expiresAt: Int?

  private static let mostCodes = 64

  /// A waiver of a pool.
  public init(
    id: String, pool: String, codes: [ViolationCode], reason: String, author: String, madeAt: Int,
    expiresAt: Int? = nil
  ) {
    self.id = id
    self.pool = pool
    self.codes = codes
    self.reason = reason
    self.author = author
    self.madeAt = madeAt
    self.expiresAt = expiresAt
  }

  /// Whether it holds at a moment.
  public func holds(at time: Int) -> Bool { expiresAt.map { time < $0 } ?? true }

  /// The record as it is written.
  public var json: JSONValue {
    .members([
      "id": .string(id), "pool": .string(pool), "codes": .strings(codes.map(\.text)),
      "reason": .string(reason), "author": .string(author), "madeAt": .integer(madeAt),
      "expiresAt": .optional(expiresAt),
    ])
  }

  public init(reading value: JSONValue, source: String) throws(FormatError) {
    let reader = RecordReader(value, source: source)
    var codes: [ViolationCode] = []
    for text in try reader.texts("codes", most: Self.mostCodes) {
      guard let code = ViolationCode(text: text) else {
        throw reader.error("codes", "\(text) is no code")
      }
      codes.append(code)
    }
    self.init(
      id: try reader.id("id"), pool: try reader.id("pool"), codes: codes,
      reason: try reader.text("reason", most: 4096), author: try reader.text("author"),
      madeAt: try reader.number("madeAt"), expiresAt: try reader.optionalNumber("expiresAt"))
  }
}

/// What the holder of a token may do. The token itself is kept nowhere: its SHA-256 is the record's key.
public struct TokenRecord: FleetRecord {
  /// What a token is for.
  public enum Scope: String, CaseIterable, Sendable {
    /// Looks at everything of its pools.
    case read
    /// Changes pools, waivers and plans, too.
    case operate
    /// Makes tokens and takes hosts out, too.
    case admin
    /// Enrols one host or several, and nothing else.
    case enrol
    /// Writes the records of one host, and nothing else.
    case host
  }

  /// SHA-256 of the token, 64 hexadecimal digits.
  public var hash: String
  /// What it is called, in lists and where a change says who made it.
  public var name: String
  /// What it is for.
  public var scope: Scope
  /// The pools on which it may act; nil for all. For enrolment: where the hosts come to stand.
  public var pools: [String]?
  /// When it was made, in seconds since 1970.
  public var madeAt: Int
  /// Until when it holds, in seconds since 1970; nil for as long as it stands.
  public var expiresAt: Int?
  /// The host that it is bound to, for the scope of hosts.
  public var host: String?
  /// How many hosts may still enrol with it; nil for any number.
  public var uses: Int?

  private static let mostPools = 1000

  /// A token by its hash.
  public init(
    hash: String, name: String, scope: Scope, pools: [String]? = nil, madeAt: Int,
    expiresAt: Int? = nil, host: String? = nil, uses: Int? = nil
  ) {
    self.hash = hash
    self.name = name
    self.scope = scope
    self.pools = pools
    self.madeAt = madeAt
    self.expiresAt = expiresAt
    self.host = host
    self.uses = uses
  }

  /// SHA-256 of a token as its holder sends it.
  public static func hash(of token: String) -> String { FleetDigest.of(Array(token.utf8)) }

  /// Whether it holds at a moment.
  public func holds(at time: Int) -> Bool {
    uses != 0 && (expiresAt.map { time < $0 } ?? true)
  }

  /// Whether it may act on a pool.
  public func mayActOn(pool: String) -> Bool { pools?.contains(pool) ?? true }

  /// The record as it is written.
  public var json: JSONValue {
    .members([
      "hash": .string(hash), "name": .string(name), "scope": .string(scope.rawValue),
      "pools": pools.map { .strings($0) } ?? .null, "madeAt": .integer(madeAt),
      "expiresAt": .optional(expiresAt), "host": .optional(host), "uses": .optional(uses),
    ])
  }

  public init(reading value: JSONValue, source: String) throws(FormatError) {
    let reader = RecordReader(value, source: source)
    let hasPools = value["pools"].map { $0 != .null } ?? false
    self.init(
      hash: try reader.digest("hash"), name: try reader.text("name"),
      scope: try reader.word("scope"),
      pools: hasPools ? try reader.texts("pools", most: Self.mostPools) : nil,
      madeAt: try reader.number("madeAt"), expiresAt: try reader.optionalNumber("expiresAt"),
      host: try reader.optionalID("host"), uses: try reader.optionalNumber("uses"))
  }
}

/// With which schema a store was written.
public struct MetaRecord: FleetRecord {
  /// The schema of this version.
  public static let schema = 1
  /// The oldest one that is still taken: the last two are.
  public static let oldest = max(schema - 1, 1)

  /// The number of the schema.
  public var schema: Int

  /// The record of a schema.
  public init(schema: Int = MetaRecord.schema) { self.schema = schema }

  /// Whether this version takes records of the schema.
  public static func takes(_ schema: Int) -> Bool { (oldest...self.schema).contains(schema) }

  /// The record as it is written.
  public var json: JSONValue { .members(["schema": .integer(schema)]) }

  public init(reading value: JSONValue, source: String) throws(FormatError) {
    self.init(schema: try RecordReader(value, source: source).number("schema"))
  }

  /// Writes the schema into a store that has none, and refuses one of another version.
  ///
  /// - Throws: `FleetStoreError.unusable` where a newer version wrote the store, or one too old.
  public static func check(_ store: some FleetStore) async throws(FleetStoreError) {
    let key = FleetKey.schema.text
    do {
      _ = try await store.commit([.isAbsent(key)], [.put(key, MetaRecord().bytes)])
    } catch .conflict(_, let found?) {
      let schema: Int
      do {
        schema = try MetaRecord(found).schema
      } catch {
        throw .unusable("\(error)")
      }
      guard takes(schema) else {
        let whose = schema > MetaRecord.schema ? "a newer version" : "a version that is too old"
        throw .unusable(
          "\(whose) wrote this store (schema \(schema)); this one takes \(oldest) to \(MetaRecord.schema)"
        )
      }
    }
  }
}
