// SPDX-License-Identifier: Apache-2.0

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
    public var name: String
    public var effect: Effect
    /// On how many other hosts it goes on, before and after.
    public var before: Int
    public var after: Int
    /// Why, where it has to be restarted or is stranded: each a code with what it is about.
    public var findings: [String]

    public init(
      name: String, effect: Effect, before: Int, after: Int, findings: [String]
    ) {
      self.name = name
      self.effect = effect
      self.before = before
      self.after = after
      self.findings = findings
    }
  }

  public var kind: GuestKind
  /// What is changed, for each host in words.
  public var facts: [(host: String, change: String)] = []
  /// What the pool's level is before and after; nil where there are no hosts.
  public var level: (before: CPUPolicy, after: CPUPolicy)?
  /// In what the hosts differ and must not, before and after.
  public var conflicts: (before: [String], after: [String]) = ([], [])
  public var guests: [Guest] = []
  /// How many guests can leave their hosts, before and after.
  public var standing: (before: FleetGraph.Count, after: FleetGraph.Count)
  /// Facts of the changed hosts that nobody recorded and derivation assumed.
  public var assumed: [String] = []
  /// Number of hosts before and after.
  public var hosts: (before: Int, after: Int) = (0, 0)

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
    [
      .init(name: "guestKind", value: .string(kind.name)),
      .init(
        name: "facts",
        value: .array(
          facts.map { .members(["host": .string($0.host), "change": .string($0.change)]) })),
      .init(
        name: "policies",
        value: .members(["level": .array(differences.map { Self.value($0, level) })])),
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
      "before": .integer(guest.before), "after": .integer(guest.after),
      "findings": .strings(guest.findings),
    ])
  }

  private static func value(
    _ difference: PolicyDifference, _ level: (before: CPUPolicy, after: CPUPolicy)?
  ) -> JSONValue {
    func shown(_ policy: CPUPolicy?) -> JSONValue {
      .optional(policy.flatMap { difference.value(in: $0) }.map { "0x" + String($0, radix: 16) })
    }
    return .object(
      PlaceMembers.of(difference.place) + [
        .init(name: "bits", value: .string(difference.bits)),
        .init(name: "field", value: .string(difference.name)),
        .init(name: "severity", value: .string(difference.severity.word)),
        .init(name: "before", value: shown(level?.before)),
        .init(name: "after", value: shown(level?.after)),
      ])
  }
}
