// SPDX-License-Identifier: Apache-2.0

import Domains
import GRDB
import PolicyDocuments
import PolicyFormats

extension SQLiteDomainStore {
  /// What brings a store of an older version up to date, step by step.
  static var migrations: DatabaseMigrator {
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
    // Beside the document, so that a list reads none. What stands in them is written below.
    migrator.registerMigration("3: summaries") { database in
      try database.alter(table: "domain") { table in
        for column in ["kind", "topology", "digest"] {
          table.add(column: column, .text).notNull().defaults(to: "")
        }
        for column in ["runState", "type", "uuid"] { table.add(column: column, .text) }
        for column in ["vcpus", "features"] {
          table.add(column: column, .integer).notNull().defaults(to: 0)
        }
      }
    }
    // Named by the definition: a new one gets a step of its own.
    migrator.registerMigration("4: digests of definition \(PolicyDigest.definition)") { database in
      let rows = try Row.fetchCursor(
        database, sql: "SELECT name, state, document, revision FROM domain")
      while let row = try rows.next() {
        // A damaged record is told when it is read, and keeps no other from being read.
        if let domain = withDigestOfToday(row) { try write(domain, database) }
      }
    }
    return migrator
  }

  /// The domain of a record whose digest may be of an older definition; nil for one that is damaged. Those
  /// who wrote older digests never checked them, so nothing is lost by it, and it happens once.
  private static func withDigestOfToday(_ row: Row) -> Domain? {
    if let domain = try? domain(row) { return domain }
    let text: String = row["document"]
    guard let value = try? JSONValue(parsing: Array(text.utf8), source: "store"),
      let policy = value["policy"], policy["digest"]?.string?.hasPrefix("sha256:") == true,
      let undigested = try? Document(
        reading: value.replacing("policy", with: policy.without("digest")), source: "store"),
      var domain = undigested.domain, domain.name == row["name"],
      domain.state.rawValue == row["state"]
    else { return nil }
    // Older versions wrote each MSR that a policy has, and named those that nobody recorded.
    let unknown = policy["unknown"]?.array?.compactMap(\.string) ?? []
    let isNamed = unknown.contains { $0.hasPrefix("msr 0x000000ce") }
    if !isNamed, domain.policy[msr: .platformInfo] == nil {
      domain.policy[msr: .platformInfo] = nil
    }
    domain.revision = row["revision"]
    return domain
  }
}

extension JSONValue {
  /// An object without a member.
  fileprivate func without(_ name: String) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { $0.name != name })
  }

  /// An object with another value of a member.
  fileprivate func replacing(_ name: String, with value: JSONValue) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members.map { $0.name == name ? .init(name: name, value: value) : $0 })
  }
}
