// SPDX-License-Identifier: Apache-2.0

import Domains
import PolicyCore
import PolicyFormats
import PolicyText

/// What the `HostDifference` document says of a pool: what a change of its hosts changes for their guests.
public struct PoolDifference: Sendable {
  /// What becomes of a guest.
  public enum Effect: String, CaseIterable, Sendable {
    /// It can go to more hosts than before.
    case gains
    case unchanged
    /// It can go to fewer hosts than before, and still to some.
    case loses
    /// Its host leaves the pool, and it has somewhere to go.
    case moves
    /// Its host would not take it any more: it moves before, or is restarted there.
    case restart
    /// It goes on nowhere else any more.
    case stranded
    /// Whether it goes on anywhere is not known any more.
    case unknown
  }

  /// Guests with the same effect, of one class and one host.
  public struct Guest: Sendable {
    /// The guest's name.
    public var name: String
    /// What becomes of the guest.
    public var effect: Effect
    /// On how many other hosts it goes on, before and after.
    public var before: Int
    /// On how many other hosts it goes on after the change.
    public var after: Int
    /// Why, where it has to be restarted or is stranded.
    public var findings: [Judgement.Finding]
    /// What would have to be recorded for an answer, where there is none.
    public var gather: [String]

    /// What the change means for guests that are alike.
    public init(
      name: String, effect: Effect, before: Int, after: Int,
      findings: [Judgement.Finding], gather: [String]
    ) {
      self.name = name
      self.effect = effect
      self.before = before
      self.after = after
      self.findings = findings
      self.gather = gather
    }
  }

  /// The kind of guests that the pool is for.
  public var kind: GuestKind
  /// What is changed of a host.
  public struct Fact: Sendable {
    /// The host's name.
    public var host: String
    /// Whether it is in the pool before.
    public var isThereBefore: Bool
    /// What becomes of it, in words; nil where it leaves.
    public var change: String?
    /// The worst difference between the policies with which its guests begin.
    public var severity: Severity

    /// A change of a host.
    public init(host: String, isThereBefore: Bool, change: String?, severity: Severity) {
      self.host = host
      self.isThereBefore = isThereBefore
      self.change = change
      self.severity = severity
    }
  }

  /// The hosts that are changed, join or leave.
  public var facts: [Fact] = []
  /// What the pool's level is before and after; nil where there are no hosts.
  public var level: (before: CPUPolicy, after: CPUPolicy)?
  /// In what the hosts differ and must not, before and after.
  public var conflicts: (before: [String], after: [String]) = ([], [])
  /// The guests that the change concerns.
  public var guests: [Guest] = []
  /// How many guests can leave their hosts, before and after.
  public var standing: (before: FleetGraph.Count, after: FleetGraph.Count)
  /// Facts of the changed hosts that nobody recorded and derivation assumed.
  public var assumed: [String] = []
  /// Number of hosts before and after.
  public var hosts: (before: Int, after: Int) = (0, 0)

  /// A change of a pool that changes nothing yet.
  public init(kind: GuestKind) {
    self.kind = kind
    let none = FleetGraph.Count(free: 0, degraded: 0, unknown: 0, stranded: 0)
    standing = (none, none)
  }

  /// Features that the level has only before, or only after.
  public var features: (lost: [Feature], gained: [Feature]) {
    guard let level else { return ([], []) }
    let (before, after) = (level.before.featureSet, level.after.featureSet)
    return (before.subtracting(after).features, after.subtracting(before).features)
  }

  /// In what the levels differ.
  public var differences: [PolicyDifference] {
    level.map { PolicyDifference.between($0.before, $0.after) } ?? []
  }

  /// How many guests have an effect.
  public func count(_ effect: Effect) -> Int { guests.count { $0.effect == effect } }

  /// Whether anything is different.
  public var isDifferent: Bool {
    !differences.isEmpty || conflicts.before != conflicts.after
      || guests.contains { $0.effect != .unchanged }
  }

  var members: [JSONValue.Member] {
    let facts = facts.map { fact in
      JSONValue.members([
        "name": .string(fact.host),
        "before": .optional(fact.isThereBefore ? "in the pool" : nil),
        "after": .optional(fact.change), "severity": .string(fact.severity.word),
      ])
    }
    return [
      .init(name: "before", value: .string(Counted.of(hosts.before, "host"))),
      .init(name: "after", value: .string(Counted.of(hosts.after, "host"))),
      .init(name: "guestKind", value: .string(kind.name)),
      .init(name: "facts", value: .array(facts)),
      .init(
        name: "policies",
        value: .members(["level": .array(differences.map(PolicyComparison.value))])),
      .init(
        name: "features",
        value: .members([
          "lost": .strings(features.lost.map(\.optionName)),
          "gained": .strings(features.gained.map(\.optionName)),
        ])),
      .init(
        name: "conflicts",
        value: .members([
          "before": .strings(conflicts.before), "after": .strings(conflicts.after),
        ])),
      .init(
        name: "standing",
        value: .members([
          "before": .object(standing.before.members), "after": .object(standing.after.members),
        ])),
      .init(name: "guests", value: .array(guests.map(Self.value))),
      .init(name: "assumed", value: .strings(assumed)),
      JudgedBody(inputs: hosts.before, cpus: hosts.before).member,
    ]
  }

  private static func value(_ guest: Guest) -> JSONValue {
    .members([
      "name": .string(guest.name), "effect": .string(guest.effect.rawValue),
      "destinations": .members([
        "before": .integer(guest.before), "after": .integer(guest.after),
      ]),
      "findings": .array(guest.findings.map { .object(AuditReport.members($0)) }),
      "gather": .strings(guest.gather),
    ])
  }
}
