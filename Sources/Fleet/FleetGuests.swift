// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// The guests of a fleet, each once a class: guests of which all is the same that decides where they go on.
public struct FleetGuests: Sendable {
  /// A guest that stands for all of its class.
  public private(set) var classes: [Guest] = []
  /// The digest of each class's policy, 64 hexadecimal digits.
  public private(set) var digests: [String] = []
  /// The name of each guest, by its number.
  public private(set) var names: [String] = []
  /// The class of each guest.
  public private(set) var classOfGuest: [Int32] = []
  /// The number of each guest's host; -1 where nobody says it.
  public private(set) var places: [Int32] = []
  /// Guests of which nobody says where they are.
  public var homeless: Int { places.reduce(0) { $0 + ($1 < 0 ? 1 : 0) } }
  private var known: [String: Int32] = [:]

  /// No guests.
  public init() {}

  /// Adds a guest.
  ///
  /// - Parameters:
  ///   - guest: what was promised to it.
  ///   - place: the number of its host; nil where nobody says it.
  public mutating func add(_ guest: Guest, on place: Int?) {
    add(guest, digest: PolicyDigest.of(guest.policy), name: guest.name, on: place)
  }

  /// Adds the guests of a list.
  ///
  /// - Parameters:
  ///   - bytes: the list.
  ///   - source: its name for messages.
  ///   - hosts: the hosts on which they run, whose policies' digests are known.
  ///   - catalogue: the policies whose digests the list may name.
  ///   - load: reads a policy from a file that the list names.
  /// - Throws: `FormatError` with line and column.
  public mutating func add(
    list bytes: [UInt8], source: String, on hosts: FleetHosts, _ catalogue: PolicyCatalogue,
    load: (String) throws(FormatError) -> NamedPolicy
  ) throws(FormatError) {
    var catalogue = catalogue
    var names: Set<String> = []
    try GuestList.read(bytes, source: source) { row throws(ListRefusal) in
      guard names.insert(row.name).inserted else {
        throw ListRefusal(
          column: .name, message: "the guest \(row.name) stands in the list before",
          remedy: "leave one out")
      }
      var place: Int?
      if let host = row.host {
        guard let number = hosts.number(of: host) else {
          let isAmbiguous = hosts.ambiguous.contains(host)
          throw ListRefusal(
            column: .host,
            message: isAmbiguous
              ? "several hosts are called \(host)" : "\(host) is none of the hosts",
            remedy: isAmbiguous
              ? "give each host a name of its own" : "name the host, or leave the cell empty")
        }
        place = number
      }
      let entry = try catalogue.entry(for: row.policy, load: load)
      let kind = row.kind ?? entry.kind ?? .hvm
      var guest = Guest(name: row.name, kind: kind, policy: entry.policy)
      guest.isDomain = entry.kind == nil
      guest.tsc = row.tsc
      let home = place.map { hosts.hostClass($0).digest }
      guest.judge = entry.judges.first { $0.digest == home } ?? entry.judges.first
      if let flags = row.flags {
        guest.hasNestedVirtualisation = flags.hasNestedVirtualisation
        guest.hasPerformanceCounters = flags.hasPerformanceCounters
        guest.usesLBR = flags.usesLBR
      }
      add(guest, digest: entry.digest, name: row.name, on: place)
    }
  }

  private mutating func add(_ guest: Guest, digest: String, name: String, on place: Int?) {
    names.append(name)
    places.append(Int32(place ?? -1))
    let identity = Self.identity(guest, digest)
    if let identity, let number = known[identity] {
      classOfGuest.append(number)
      return
    }
    let number = Int32(addClass(guest, digest))
    if let identity { known[identity] = number }
    classOfGuest.append(number)
  }

  /// Adds a class without a guest.
  mutating func addClass(_ guest: Guest, _ digest: String) -> Int {
    classes.append(guest)
    digests.append(digest)
    return classes.count - 1
  }

  /// Everything that decides where a guest goes on, as one text; nil where a form says more of it than
  /// can be compared.
  private static func identity(_ guest: Guest, _ digest: String) -> String? {
    guard guest.completion == nil, guest.setting == nil, guest.identity == nil,
      guest.wanting == nil, guest.doubt == nil, guest.model == nil, guest.topology == nil,
      guest.machine == nil, guest.names == nil, guest.modelVendor == nil,
      guest.describedTopology == nil, guest.needs.isEmpty, guest.open.isEmpty
    else { return nil }
    let khz = guest.tsc.mode == .emulated ? nil : guest.tsc.khz
    let judge = guest.judge
    return """
      \(digest) \(guest.kind.rawValue) \(guest.isDomain) \(guest.tsc.mode.rawValue) \(khz ?? 0) \
      \(guest.hasNestedVirtualisation) \(guest.hasPerformanceCounters) \(guest.usesLBR) \
      \(judge?.digest ?? "") \(guest.usesLBR ? "\(judge?.lbr as HostDescription.BranchRecords?)" : "") \
      \(judge?.hypervisorName ?? "") \(judge?.hypervisorVersion ?? "") \(guest.savedBy as XenRelease?)
      """
  }
}

/// Policies by their digest: those of a fleet's hosts, and those of files.
public struct PolicyCatalogue: Sendable {
  /// One policy, and whose it is.
  struct Entry: Sendable {
    var policy: CPUPolicy
    var digest: String
    /// The guests that it is for, where it is one of a host's policies.
    var kind: GuestKind?
    /// Hosts of which it is a policy, one a class.
    var judges: [Domain.Judge]
  }

  private var entries: [String: Entry] = [:]
  private var files: [String: Entry] = [:]

  /// The policies that guests can have on these hosts.
  public init(_ hosts: FleetHosts) {
    for hostClass in hosts.classes {
      let judge = Domain.Judge(
        host: hostClass.host.name, digest: hostClass.digest, lbr: hostClass.host.lbr)
      for kind in PolicyKind.allCases where kind.isOfGuests {
        let policy = hostClass.policies[kind]
        let digest = PolicyDigest.of(policy)
        if entries[digest] == nil {
          entries[digest] = Entry(
            policy: policy, digest: digest, kind: GuestKind(policyName: kind.name), judges: [])
        }
        entries[digest]?.judges.append(judge)
      }
    }
  }

  /// Adds a policy under its digest.
  public mutating func add(_ named: NamedPolicy) {
    let entry = Self.entry(named)
    if entries[entry.digest] == nil { entries[entry.digest] = entry }
  }

  private static func entry(_ named: NamedPolicy) -> Entry {
    let judges = named.origin.map {
      [Domain.Judge(host: $0.host, digest: $0.digest, lbr: HostDescription.BranchRecords())]
    }
    let kind = PolicyKind(name: named.name).map { _ in GuestKind(policyName: named.name) }
    return Entry(
      policy: named.policy, digest: PolicyDigest.of(named), kind: kind, judges: judges ?? [])
  }

  mutating func entry(
    for source: GuestRow.PolicySource, load: (String) throws(FormatError) -> NamedPolicy
  ) throws(ListRefusal) -> Entry {
    switch source {
    case .digest(let digest):
      guard let entry = entries[digest] else {
        throw ListRefusal(
          column: .policy, message: "sha256:\(digest) is the digest of no policy that is known",
          remedy: "give the policy with --with, or name its file")
      }
      return entry
    case .file(let path):
      if let entry = files[path] { return entry }
      do {
        let entry = Self.entry(try load(path))
        files[path] = entry
        return entry
      } catch {
        throw ListRefusal(
          column: .policy, message: "\(path): \(error.message)", remedy: error.remedy)
      }
    }
  }
}

extension PolicyKind {
  /// Whether guests begin with it, or are bounded by it.
  fileprivate var isOfGuests: Bool {
    switch self {
    case .pvMax, .pvDefault, .hvmMax, .hvmDefault, .hvmShadowMax, .hvmShadowDefault: true
    default: false
    }
  }
}
