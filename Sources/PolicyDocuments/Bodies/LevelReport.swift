// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText

/// What the `Level` document says: the one policy of a pool, and what it costs each host.
public struct LevelReport: Sendable {
  /// What a level is for.
  public enum Purpose: String, CaseIterable, Sendable {
    /// Guests that start: from the hosts' default policies.
    case boot
    /// Guests that arrive: from the hosts' max policies.
    case arrival
  }

  /// One host of the pool.
  public struct Host: Sendable {
    /// The host's name.
    public var name: String
    /// Digest of its raw policy, 64 hexadecimal digits.
    public var digest: String
    /// Features that it has and the pool does not.
    public var loses: [Feature]
    /// Features that all hosts have but this one.
    public var blocks: [Feature]
    /// Places that its source did not record.
    public var unknown: [String]

    /// What the level costs a host, and what the host costs the pool.
    public init(
      name: String, digest: String, loses: [Feature], blocks: [Feature], unknown: [String]
    ) {
      self.name = name
      self.digest = digest
      self.loses = loses
      self.blocks = blocks
      self.unknown = unknown
    }
  }

  /// Something in which the hosts differ: of which there can be no pool, or which is only named.
  public struct Difference: Sendable {
    /// Where it stands; nil for what stands in several places.
    public var place: Violation.Place?
    /// The name of the field or fact.
    public var field: String
    /// What each host has, in the order of the hosts.
    public var values: [(host: String, value: String)]
    /// What a guest may suffer from the difference.
    public var severity: Severity

    /// A difference, with what each host has.
    public init(
      place: Violation.Place?, field: String, values: [(host: String, value: String)],
      severity: Severity
    ) {
      self.place = place
      self.field = field
      self.values = values
      self.severity = severity
    }
  }

  /// The kind of guests that the pool is for.
  public var kind: GuestKind
  /// Whether guests start there or arrive.
  public var purpose: Purpose
  /// The policy of the pool.
  public var policy: CPUPolicy
  /// Features that the pool has because some host has them.
  public var accumulated: [Feature] = []
  /// The hosts, as they were given.
  public var hosts: [Host] = []
  /// What all hosts must share and do not: with any of them there is no level.
  public var conflicts: [Difference] = []
  /// What is named and forbids nothing.
  public var differences: [Difference] = []
  /// Named levels that the policy reaches; labels beside the digest, never its identity.
  public var labels: [String] = []

  /// A level without hosts.
  public init(kind: GuestKind, purpose: Purpose, policy: CPUPolicy) {
    self.kind = kind
    self.purpose = purpose
    self.policy = policy
  }

  /// The policy under the name that documents give it.
  public var named: NamedPolicy {
    NamedPolicy(name: "level", policy: policy)
  }

  var members: [JSONValue.Member] {
    let body = PolicyJSON.document(named)
    return [
      .init(name: "guestKind", value: .string(kind.name)),
      .init(name: "purpose", value: .string(purpose.rawValue)),
      .init(name: "digest", value: .string("sha256:" + PolicyDigest.of(named))),
      .init(name: "featureset", value: body["featureset"] ?? .null),
      .init(name: "features", value: body["features"] ?? .null),
      .init(name: "policy", value: body),
      .init(name: "accumulated", value: .strings(accumulated.map(\.optionName))),
      .init(name: "hosts", value: .array(hosts.map(Self.value))),
      .init(name: "conflicts", value: .array(conflicts.map(Self.value))),
      .init(name: "differences", value: .array(differences.map(Self.value))),
      .init(name: "labels", value: .strings(labels)),
      .init(
        name: "judged",
        value: .members(["inputs": .integer(hosts.count), "cpus": .integer(hosts.count)])),
    ]
  }

  private static func value(_ host: Host) -> JSONValue {
    .members([
      "name": .string(host.name), "digest": .string("sha256:" + host.digest),
      "loses": .strings(host.loses.map(\.optionName)),
      "blocks": .strings(host.blocks.map(\.optionName)), "unknown": .strings(host.unknown),
    ])
  }

  private static func value(_ difference: Difference) -> JSONValue {
    .object(
      (difference.place.map { PlaceMembers.of($0) } ?? []) + [
        .init(name: "field", value: .string(difference.field)),
        .init(
          name: "hosts",
          value: .object(
            difference.values.map { .init(name: $0.host, value: .string($0.value)) })),
        .init(name: "severity", value: .string(difference.severity.word)),
      ])
  }
}
