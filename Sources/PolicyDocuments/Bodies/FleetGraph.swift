// SPDX-License-Identifier: Apache-2.0

import Domains
import PolicyFormats
import PolicyText

/// What the `Graph` document says: which guests of a fleet can go on where, between classes of guests and
/// classes of hosts.
public struct FleetGraph: Sendable {
  /// Hosts that are alike to every guest.
  public struct HostClass: Sendable {
    /// By which edges name the class.
    public var id: String
    /// Digest of the raw policy, 64 hexadecimal digits.
    public var digest: String
    /// What the CPU is, for people.
    public var model: String
    /// The names of the hosts.
    public var hosts: [String]
    /// Number of guests on these hosts.
    public var guests: Int

    /// A class of hosts that are alike.
    public init(id: String, digest: String, model: String, hosts: [String], guests: Int) {
      self.id = id
      self.digest = digest
      self.model = model
      self.hosts = hosts
      self.guests = guests
    }
  }

  /// Guests that go on in the same places.
  public struct GuestClass: Sendable {
    /// By which edges name the class.
    public var id: String
    /// Digest of the policy with which they were started, 64 hexadecimal digits.
    public var digest: String
    /// The kind of guest, as `GuestKind` names it.
    public var guestKind: String
    /// What their time-stamp counters do.
    public var tsc: Domain.TimeStampCounter
    /// The names of the guests.
    public var guests: [String]
    /// Where they are: number of them on each class of hosts.
    public var places: [(hosts: String, guests: Int)]

    /// A class of guests that are alike.
    public init(
      id: String, digest: String, guestKind: String, tsc: Domain.TimeStampCounter,
      guests: [String], places: [(hosts: String, guests: Int)]
    ) {
      self.id = id
      self.digest = digest
      self.guestKind = guestKind
      self.tsc = tsc
      self.guests = guests
      self.places = places
    }
  }

  /// What a class of guests comes to on a class of hosts.
  public struct Edge: Sendable {
    /// The id of the class of guests.
    public var guests: String
    /// The id of the class of hosts.
    public var hosts: String
    /// What the guests come to on these hosts.
    public var verdict: MigrationCheck.Verdict
    /// The worst findings, each a code with what it is about; none where all is safe.
    public var reasons: [String]

    /// What a class of guests comes to on a class of hosts.
    public init(
      guests: String, hosts: String, verdict: MigrationCheck.Verdict, reasons: [String]
    ) {
      self.guests = guests
      self.hosts = hosts
      self.verdict = verdict
      self.reasons = reasons
    }
  }

  /// Hosts between which guests go both ways.
  public struct Island: Sendable {
    /// The ids of the classes of hosts.
    public var classes: [String]
    /// The names of the hosts.
    public var hosts: [String]
    /// Whether they do between any two, and not over a third host only.
    public var isWhole: Bool

    /// An island by its classes and its hosts.
    public init(classes: [String], hosts: [String], isWhole: Bool) {
      self.classes = classes
      self.hosts = hosts
      self.isWhole = isWhole
    }
  }

  /// How many guests can leave their hosts, and how.
  public struct Count: Equatable, Sendable {
    /// Guests for which another host is safe.
    public var free: Int
    /// Guests that go on elsewhere, but see something worse there.
    public var degraded: Int
    /// Guests of which nobody knows whether they go on elsewhere.
    public var unknown: Int
    /// Guests that go on nowhere else.
    public var stranded: Int

    /// How many guests stand how.
    public init(free: Int, degraded: Int, unknown: Int, stranded: Int) {
      self.free = free
      self.degraded = degraded
      self.unknown = unknown
      self.stranded = stranded
    }

    /// All guests that are counted.
    public var guests: Int { free + degraded + unknown + stranded }
    /// Whether all of them can; nil where what is unknown decides.
    public var isPossible: Bool? { stranded > 0 ? false : unknown > 0 ? nil : true }

    var members: [JSONValue.Member] {
      [
        .init(name: "guests", value: .integer(guests)), .init(name: "free", value: .integer(free)),
        .init(name: "degraded", value: .integer(degraded)),
        .init(name: "unknown", value: .integer(unknown)),
        .init(name: "stranded", value: .integer(stranded)),
        .init(name: "possible", value: .optional(isPossible)),
      ]
    }
  }

  /// Hosts that are to be done without.
  public var without: [String] = []
  /// Codes of findings that do not count.
  public var waived: [String] = []
  /// The classes of hosts.
  public var hostClasses: [HostClass] = []
  /// The classes of guests.
  public var guestClasses: [GuestClass] = []
  /// Each class of guests on each class of hosts.
  public var edges: [Edge] = []
  /// The islands, of all hosts that are not done without.
  public var islands: [Island] = []
  /// What becomes of each host's guests if it is emptied.
  public var evacuations: [(host: String, count: Count)] = []
  /// How many guests can leave their hosts, of the whole fleet.
  public var all = Count(free: 0, degraded: 0, unknown: 0, stranded: 0)
  /// Guests that go on nowhere else.
  public var stranded: [String] = []

  /// The graph of an empty fleet.
  public init() {}

  /// Number of hosts, of all classes.
  public var hostCount: Int { hostClasses.reduce(0) { $0 + $1.hosts.count } }

  /// Number of pairs of classes of which nobody knows the verdict.
  public var unknownPairs: Int { edges.reduce(0) { $0 + ($1.verdict == .unknown ? 1 : 0) } }

  var members: [JSONValue.Member] {
    let classes = hostClasses.map(Self.value) + guestClasses.map(Self.value)
    return [
      .init(name: "without", value: .strings(without)),
      .init(name: "waived", value: .strings(waived)),
      .init(name: "classes", value: .array(classes)),
      .init(name: "edges", value: .array(edges.map(Self.value))),
      .init(name: "islands", value: .array(islands.map(Self.value))),
      .init(
        name: "evacuations",
        value: .array(
          evacuations.map { evacuation in
            .object(
              [.init(name: "host", value: .string(evacuation.host))] + evacuation.count.members)
          })),
      .init(name: "summary", value: .object(all.members)),
      .init(name: "unknownPairs", value: .integer(unknownPairs)),
      .init(name: "stranded", value: .strings(stranded)),
      JudgedBody(inputs: hostCount, cpus: hostCount).member,
    ]
  }

  private static func value(_ hosts: HostClass) -> JSONValue {
    .members([
      "id": .string(hosts.id), "of": .string("hosts"), "digest": .string("sha256:" + hosts.digest),
      "model": .string(hosts.model), "names": .strings(hosts.hosts),
      "guests": .integer(hosts.guests),
    ])
  }

  private static func value(_ guests: GuestClass) -> JSONValue {
    .members([
      "id": .string(guests.id), "of": .string("guests"),
      "digest": .string("sha256:" + guests.digest), "guestKind": .string(guests.guestKind),
      "tsc": .members([
        "mode": .string(guests.tsc.mode.rawValue), "khz": .optional(guests.tsc.khz),
      ]),
      "names": .strings(guests.guests), "guests": .integer(guests.guests.count),
      "places": .object(
        guests.places.map { .init(name: $0.hosts, value: .integer($0.guests)) }),
    ])
  }

  private static func value(_ edge: Edge) -> JSONValue {
    .members([
      "guests": .string(edge.guests), "hosts": .string(edge.hosts),
      "verdict": .string(edge.verdict.rawValue), "reasons": .strings(edge.reasons),
    ])
  }

  private static func value(_ island: Island) -> JSONValue {
    .members([
      "classes": .strings(island.classes), "hosts": .strings(island.hosts),
      "whole": .bool(island.isWhole),
    ])
  }
}
