// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText

/// What the `Comparison` document says: in what the hosts of a pool differ, the odd one first.
public struct PoolComparison: Sendable {
  /// One host of the pool.
  public struct Host: Sendable {
    /// The host's name.
    public var name: String
    /// Digest of what is compared, 64 hexadecimal digits: the policy without what the CPUs of one machine
    /// differ in by nature.
    public var digest: String
    /// The rows in which it has another value than most.
    public var odd: Int

    /// A host, the digest of what is compared, and how often it is the odd one.
    public init(name: String, digest: String, odd: Int) {
      self.name = name
      self.digest = digest
      self.odd = odd
    }
  }

  /// One thing in which hosts differ.
  public struct Row: Sendable {
    /// The register or MSR.
    public var place: Feature.Place
    /// `16` or `31:24`, within the register or MSR.
    public var bits: String
    /// The feature's or field's name.
    public var field: String
    /// What a guest may suffer from the difference.
    public var severity: Severity
    /// The value of each distinct policy, by its digest; nil for one that does not know it.
    public var values: [(digest: String, value: UInt64?)]

    /// A thing in which hosts differ, with the values that occur.
    public init(
      place: Feature.Place, bits: String, field: String, severity: Severity,
      values: [(digest: String, value: UInt64?)]
    ) {
      self.place = place
      self.bits = bits
      self.field = field
      self.severity = severity
      self.values = values
    }
  }

  /// Which policy of each host is compared.
  public var policy: String
  /// The odd one first.
  public var hosts: [Host]
  /// What differs, by place.
  public var rows: [Row]

  /// A comparison of one policy of these hosts.
  public init(policy: String, hosts: [Host], rows: [Row]) {
    self.policy = policy
    self.hosts = hosts
    self.rows = rows
  }

  /// A short name of a distinct policy for people: A is the oddest one's.
  package static func letter(_ index: Int) -> String {
    index < 26 ? String(UnicodeScalar(UInt8(65 + index))) : "P\(index)"
  }

  var members: [JSONValue.Member] {
    [
      .init(name: "policy", value: .string(policy)),
      .init(
        name: "hosts",
        value: .array(
          hosts.map {
            .members([
              "name": .string($0.name), "digest": .string("sha256:" + $0.digest),
              "odd": .integer($0.odd),
            ])
          })),
      .init(name: "rows", value: .array(rows.map(Self.value))),
      .init(
        name: "judged",
        value: .members(["inputs": .integer(hosts.count), "cpus": .integer(hosts.count)])),
    ]
  }

  private static func value(_ row: Row) -> JSONValue {
    .object(
      PlaceMembers.of(row.place) + [
        .init(name: "bits", value: .string(row.bits)),
        .init(name: "field", value: .string(row.field)),
        .init(name: "severity", value: .string(row.severity.word)),
        .init(
          name: "values",
          value: .object(
            row.values.map {
              .init(
                name: "sha256:" + $0.digest,
                value: .optional($0.value.map { "0x" + String($0, radix: 16) }))
            })),
      ])
  }
}
