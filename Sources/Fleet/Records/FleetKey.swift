// SPDX-License-Identifier: Apache-2.0

import PolicyText

/// Where a record of a fleet stands in its store.
public enum FleetKey: Hashable, Sendable {
  /// A policy by its digest; what stands there never changes.
  case policy(String)
  /// What is known of a CPU and its hypervisor, by its digest; what stands there never changes.
  case facts(String)
  /// A host by its id.
  case host(String)
  /// Guests of a host: a part of them, the first one being 0.
  case guests(String, part: Int)
  /// What changed of a host with one of its reports.
  case drift(String, sequence: Int)
  /// A pool by its id.
  case pool(String)
  /// A finding that somebody answers for, by the waiver's id.
  case waiver(String)
  /// A plan by its id.
  case plan(String)
  /// A key of the API, by the SHA-256 of its text.
  case token(String)
  /// A token with which a host enrols, by its SHA-256.
  case enrol(String)
  /// What any server writes from time to time, so that all of them see that the store is there.
  case beat
  /// A server by its id.
  case server(String)
  /// With which schema the store was written.
  case schema

  /// How keys of one sort begin.
  public enum Prefix {
    /// Policies by their digests.
    public static let policies = "policy/"
    /// Facts of hosts by their digests.
    public static let facts = "facts/"
    /// Hosts by their ids.
    public static let hosts = "host/"
    /// Guests by the ids of their hosts.
    public static let guests = "guests/"
    /// What changed of hosts, by their ids and the numbers of reports.
    public static let drifts = "drift/"
    /// Pools by their ids.
    public static let pools = "pool/"
    /// Waivers by their ids.
    public static let waivers = "waiver/"
    /// Plans by their ids.
    public static let plans = "plan/"
    /// Keys of the API by their digests.
    public static let tokens = "token/"
    /// Tokens with which hosts enrol, by their digests.
    public static let enrolments = "enrol/"
    /// Servers by their ids.
    public static let servers = "server/"

    /// All guests of one host, and of those whose ids begin with its id: `FleetKey(_:)` tells whose a key is.
    public static func guests(of host: String) -> String { guests + host }
    /// All drift of a host.
    public static func drift(of host: String) -> String { drifts + host + "/" }
  }

  /// Digits of a number in a key, so that keys stand in the order of their numbers.
  private static let sequenceDigits = 19
  private static let partDigits = 4

  /// The key as the store has it.
  public var text: String {
    switch self {
    case .policy(let digest): Prefix.policies + digest
    case .facts(let digest): Prefix.facts + digest
    case .host(let id): Prefix.hosts + id
    case .guests(let id, 0): Prefix.guests + id
    case .guests(let id, let part):
      Prefix.guests + id + "/" + Self.digits(part, Self.partDigits)
    case .drift(let id, let sequence):
      Prefix.drifts + id + "/" + Self.digits(sequence, Self.sequenceDigits)
    case .pool(let id): Prefix.pools + id
    case .waiver(let id): Prefix.waivers + id
    case .plan(let id): Prefix.plans + id
    case .token(let hash): Prefix.tokens + hash
    case .enrol(let hash): Prefix.enrolments + hash
    case .beat: "beat"
    case .server(let id): Prefix.servers + id
    case .schema: "meta/schema"
    }
  }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(count - text.count, 0)) + text
  }

  /// The key of a text; nil for one that no record has.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1 else {
      guard text == "beat" else { return nil }
      self = .beat
      return
    }
    guard parts.count < 4, Self.isID(parts[1]) else { return nil }
    let id = parts[1]
    if parts.count == 3 {
      guard let number = Int(parts[2]), number >= 0 else { return nil }
      switch parts[0] {
      case "guests": self = .guests(id, part: number)
      case "drift": self = .drift(id, sequence: number)
      default: return nil
      }
    } else {
      switch parts[0] {
      case "policy": self = .policy(id)
      case "facts": self = .facts(id)
      case "host": self = .host(id)
      case "guests": self = .guests(id, part: 0)
      case "pool": self = .pool(id)
      case "waiver": self = .waiver(id)
      case "plan": self = .plan(id)
      case "token": self = .token(id)
      case "enrol": self = .enrol(id)
      case "server": self = .server(id)
      case "meta" where id == "schema": self = .schema
      default: return nil
      }
    }
    // Numbers have one form, so that no record stands under two keys.
    guard self.text == text else { return nil }
  }

  /// The most characters of an id.
  public static let longestID = PlainName.longest

  /// Whether a text may stand in a key: 1 to 64 letters, digits, dots, hyphens or underscores, none of the
  /// first being a dot.
  public static func isID(_ text: String) -> Bool { PlainName.isOne(text) }
}
