// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText

/// What the `Plan` document says: what it takes to reach something with the hosts of a pool.
public struct PlanReport: Sendable {
  /// What is wanted.
  public enum Goal: String, Sendable {
    /// Features for all guests of the pool.
    case gain
    /// So many pools.
    case partition
    /// An order in which hosts are upgraded.
    case upgrade
  }

  /// A host that the rest would have to do without.
  public struct Drop: Sendable {
    /// The host's name.
    public var host: String
    /// Digest of its raw policy, 64 hexadecimal digits.
    public var digest: String
    /// Why, for people.
    public var because: String
    /// Whether that is known, and not for want of a record.
    public var isKnown: Bool

    /// A host that is in the way, and why.
    public init(host: String, digest: String, because: String, isKnown: Bool) {
      self.host = host
      self.digest = digest
      self.because = because
      self.isKnown = isKnown
    }
  }

  /// What withholds a feature from a host: what would have to be changed there instead.
  public struct Change: Sendable {
    /// Who withholds it.
    public enum Owner: String, CaseIterable, Sendable {
      case microcode, firmware, option, kernel, hypervisor
      /// Microcode or firmware, and which of them is not known.
      case platform
      /// Nothing has to be changed yet: it was not recorded whether the host has it.
      case record
      /// Nobody can tell from what is known.
      case unknown
    }

    /// The host's name.
    public var host: String
    /// The feature that is withheld.
    public var feature: Feature
    /// Who withholds it.
    public var owner: Owner
    /// What is set now; nil where that is not known.
    public var from: String?
    /// What would have to be set; nil where that is not known.
    public var to: String?
    /// Why, in one sentence.
    public var because: String

    /// A change of a host that gives it a feature.
    public init(
      host: String, feature: Feature, owner: Owner, from: String?, to: String?, because: String
    ) {
      self.host = host
      self.feature = feature
      self.owner = owner
      self.from = from
      self.to = to
      self.because = because
    }
  }

  /// One pool of a partition.
  public struct Pool: Sendable {
    /// The names of the hosts.
    public var hosts: [String]
    /// What its guests have.
    public var features: [Feature]
    /// The digest of its level, 64 hexadecimal digits.
    public var digest: String
    /// Features that its hosts have and its guests do not, summed over the hosts.
    public var lost: Int

    /// A pool with what its guests have and its hosts lose.
    public init(hosts: [String], features: [Feature], digest: String, lost: Int) {
      self.hosts = hosts
      self.features = features
      self.digest = digest
      self.lost = lost
    }
  }

  /// One host's turn.
  public struct Step: Sendable {
    /// The host's name.
    public var host: String
    /// Where its guests go before.
    public var moves: [(to: String, guests: [String])]

    /// A host's turn, and where its guests go before.
    public init(host: String, moves: [(to: String, guests: [String])]) {
      self.host = host
      self.moves = moves
    }
  }

  /// What kind of plan it is.
  public var goal: Goal
  /// What is wanted, in words.
  public var wanted: String
  /// The kind of guests that the pool is for.
  public var kind: GuestKind
  /// Whether a way was found; false for none, and with `isProven` that there is none.
  public var isPossible = true
  /// Hosts that the pool would have to do without.
  public var drop: [Drop] = []
  /// What would have to be changed of hosts instead.
  public var change: [Change] = []
  /// The pools of a partition.
  public var pools: [Pool] = []
  /// The hosts in the order of their turns.
  public var order: [Step] = []
  /// Guests that have to be restarted first.
  public var restart: [String] = []
  /// Whether nothing better exists: fewer hosts to drop, less to lose, fewer guests to restart.
  public var isProven = true
  /// What the plan costs: hosts dropped, features lost over all hosts, guests restarted.
  public var cost = 0
  /// No plan costs less.
  public var bound = 0
  /// What nobody knows, and what the plan therefore does not count on.
  public var unknown: [String] = []
  /// Number of hosts that were looked at.
  public var hosts = 0

  /// A plan that says nothing yet.
  public init(_ goal: Goal, wanted: String, kind: GuestKind) {
    self.goal = goal
    self.wanted = wanted
    self.kind = kind
  }

  var members: [JSONValue.Member] {
    [
      .init(name: "goal", value: .string(goal.rawValue)),
      .init(name: "wanted", value: .string(wanted)),
      .init(name: "guestKind", value: .string(kind.name)),
      .init(name: "possible", value: .bool(isPossible)),
      .init(name: "drop", value: .array(drop.map(Self.value))),
      .init(name: "change", value: .array(change.map(Self.value))),
      .init(name: "pools", value: .array(pools.map(Self.value))),
      .init(name: "order", value: .array(order.map(Self.value))),
      .init(name: "restart", value: .strings(restart)),
      .init(name: "proven", value: .bool(isProven)),
      .init(name: "cost", value: .integer(cost)),
      .init(name: "bound", value: .integer(bound)),
      .init(name: "unknown", value: .strings(unknown)),
      JudgedBody(inputs: hosts, cpus: hosts).member,
    ]
  }

  private static func value(_ drop: Drop) -> JSONValue {
    .members([
      "host": .string(drop.host), "digest": .string("sha256:" + drop.digest),
      "because": .string(drop.because), "known": .bool(drop.isKnown),
    ])
  }

  private static func value(_ change: Change) -> JSONValue {
    .members([
      "host": .string(change.host), "feature": .string(change.feature.optionName),
      "what": .string(change.owner.rawValue), "from": .optional(change.from),
      "to": .optional(change.to), "because": .string(change.because),
    ])
  }

  private static func value(_ pool: Pool) -> JSONValue {
    .members([
      "hosts": .strings(pool.hosts), "digest": .string("sha256:" + pool.digest),
      "features": .strings(pool.features.map(\.optionName)), "lost": .integer(pool.lost),
    ])
  }

  private static func value(_ step: Step) -> JSONValue {
    .members([
      "host": .string(step.host),
      "moves": .array(
        step.moves.map {
          .members(["to": .string($0.to), "guests": .strings($0.guests)])
        }),
    ])
  }
}
