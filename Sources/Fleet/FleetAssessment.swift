// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

/// A fleet of which every class of guests has been held against every class of hosts, each pair once.
public struct FleetAssessment: Sendable {
  /// The hosts, by classes.
  public let hosts: FleetHosts
  /// The guests, and behind them one for each class of hosts that has none: what would start there.
  public let guests: FleetGuests
  /// What each class of guests comes to on each class of hosts.
  public let matrix: FleetMatrix
  /// The class of the guest that starts in a class of hosts, where no guest is.
  private let natives: [Int?]
  private let waived: Set<ViolationCode>
  private let without: Set<Int>
  private var reasons: [Int32]
  private var texts: [String] = [""]

  /// The most pairs of which reasons are kept.
  private static let mostReasons = 4 << 20

  /// - Parameters:
  ///   - hosts: the hosts.
  ///   - guests: the guests.
  ///   - kind: the guests that start on hosts without any.
  ///   - waived: codes of findings that do not count.
  ///   - without: hosts that are to be done without.
  ///   - hasNatives: whether hosts without guests are judged by what would start there.
  ///   - progress: is told of the pairs that are done and of all.
  public init(
    _ hosts: FleetHosts, _ guests: FleetGuests, kind: GuestKind = .hvm,
    waived: Set<ViolationCode> = [],
    without: Set<Int> = [], hasNatives: Bool = true,
    progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) {
    self.hosts = hosts
    self.waived = waived
    self.without = without
    var all = guests
    var occupied = Set<Int32>()
    for place in guests.places where place >= 0 { occupied.insert(hosts.classOfHost[Int(place)]) }
    var natives = [Int?](repeating: nil, count: hosts.classes.count)
    for (number, hostClass) in hosts.classes.enumerated()
    where hasNatives && !occupied.contains(Int32(number))
      && (!kind.isHVM || hostClass.policies.hasHVM)
    {
      natives[number] = all.addNative(of: hostClass, kind)
    }
    self.guests = all
    self.natives = natives
    let pairs = all.classes.count * hosts.classes.count
    var reasons = [Int32](repeating: 0, count: pairs <= Self.mostReasons ? pairs : 0)
    var texts = [""]
    var numbers: [String: Int32] = ["": 0]
    let (people, isReasoned) = (all.classes, !reasons.isEmpty)
    let kinds = Set(people.map(\.kind))
    var relation = MoveRelation(
      guestClasses: people.count, hostClasses: hosts.classes.count)
    SideBySide.forEach(hosts.classes.count, size: people.count) { host in
      // Taken out of the class once: each is a copy, and they are large.
      let found = hosts.classes[host]
      let (description, policies) = (found.host, found.policies)
      var bounds: [GuestKind: GuestBound] = [:]
      for kind in kinds { bounds[kind] = found.bound(of: kind) }
      return people.indices.map { number in
        let check = MigrationCheck(
          people[number], to: description, policies: policies, bound: bounds[people[number].kind],
          owner: found.owner, waivers: waived, isBrief: true)
        return (check.verdict, isReasoned ? check.reasons.joined(separator: "\n") : "")
      }
    } take: { host, row in
      for (guest, (verdict, text)) in row.enumerated() {
        relation.set(guest, host, verdict)
        guard isReasoned else { continue }
        let number = numbers[text] ?? Int32(texts.count)
        if Int(number) == texts.count {
          texts.append(text)
          numbers[text] = number
        }
        reasons[guest * hosts.classes.count + host] = number
      }
      progress((host + 1) * people.count, pairs)
    }
    self.reasons = reasons
    self.texts = texts
    matrix = FleetMatrix(
      relation, hosts: hosts.classOfHost, guests: all.classOfGuest, places: all.places,
      without: without)
  }

  /// What is found of one class of guests on one class of hosts.
  func check(_ guest: Int, _ host: Int) -> MigrationCheck {
    let (kind, found) = (guests.classes[guest].kind, hosts.classes[host])
    return MigrationCheck(
      guests.classes[guest], to: found.host, policies: found.policies,
      bound: found.bound(of: kind), owner: found.owner, waivers: waived)
  }

  // MARK: Document

  /// What the `Graph` document says of the fleet.
  public var graph: FleetGraph {
    var graph = FleetGraph()
    graph.without = without.sorted().map { hosts.names[$0] }
    graph.waived = waived.map(\.text).sorted()
    let residents = matrix.residents()
    var hostNames = [[String]](repeating: [], count: hosts.classes.count)
    for (host, number) in hosts.classOfHost.enumerated() {
      hostNames[Int(number)].append(hosts.names[host])
    }
    graph.hostClasses = hosts.classes.indices.map { number in
      FleetGraph.HostClass(
        id: Self.hostID(number), digest: hosts.classes[number].digest,
        model: Self.model(hosts.classes[number].policies.raw), hosts: hostNames[number],
        guests: residents[number].values.reduce(0, +))
    }
    addGuests(to: &graph, residents)
    for guest in guests.classes.indices {
      for host in hosts.classes.indices {
        graph.edges.append(
          FleetGraph.Edge(
            guests: Self.guestID(guest), hosts: Self.hostID(host),
            verdict: matrix.relation[guest, host], reasons: reasons(guest, host)))
      }
    }
    graph.islands = matrix.islands(natives: natives).map { island in
      FleetGraph.Island(
        classes: island.classes.map(Self.hostID),
        hosts: island.classes.flatMap { number in
          hosts.classOfHost.indices.filter {
            Int(hosts.classOfHost[$0]) == number && !without.contains($0)
          }.map { hosts.names[$0] }
        }, isWhole: island.isWhole)
    }
    graph.evacuations = zip(hosts.names, matrix.evacuations()).map { ($0, FleetGraph.Count($1)) }
    graph.all = FleetGraph.Count(matrix.standings())
    graph.stranded = matrix.stranded().map { guests.names[$0] }
    return graph
  }

  private func addGuests(to graph: inout FleetGraph, _ residents: [[Int: Int]]) {
    var names = [[String]](repeating: [], count: guests.classes.count)
    for (guest, number) in guests.classOfGuest.enumerated() {
      names[Int(number)].append(guests.names[guest])
    }
    graph.guestClasses = guests.classes.indices.map { number in
      let guest = guests.classes[number]
      return FleetGraph.GuestClass(
        id: Self.guestID(number), digest: guests.digests[number], guestKind: guest.kind.name,
        tsc: guest.tsc, guests: names[number],
        places: residents.indices.compactMap { host in
          if natives[host] == number { return (Self.hostID(host), 0) }
          return residents[host][number].map { (Self.hostID(host), $0) }
        })
    }
  }

  private func reasons(_ guest: Int, _ host: Int) -> [String] {
    guard !reasons.isEmpty else { return [] }
    return texts[Int(reasons[guest * hosts.classes.count + host])].split(separator: "\n")
      .map(String.init)
  }

  /// What a class of hosts is called in a document.
  static func hostID(_ number: Int) -> String { "H\(number + 1)" }

  /// What a class of guests is called in a document.
  static func guestID(_ number: Int) -> String { "G\(number + 1)" }

  /// A CPU in a few words: its brand, or vendor and numbers.
  private static func model(_ raw: CPUPolicy) -> String {
    if let brand = raw.brandString {
      return brand.split(separator: " ").joined(separator: " ")
    }
    let signature = raw.signature
    return "\(raw.vendorString) \(signature.family)/\(signature.model)/\(signature.stepping)"
  }
}

extension FleetGraph.Count {
  init(_ evacuation: FleetMatrix.Evacuation) {
    self.init(
      free: evacuation.free, degraded: evacuation.degraded, unknown: evacuation.unknown,
      stranded: evacuation.stranded)
  }
}

extension FleetGuests {
  /// Adds the class of a guest that starts in a class of hosts, and no guest.
  mutating func addNative(of hostClass: FleetHosts.HostClass, _ kind: GuestKind) -> Int {
    let policy = hostClass.policies[kind.defaultPolicy]
    var guest = Guest(
      policyOfSystem: policy, name: "starts on \(hostClass.host.name)", kind: kind)
    guest.judge = Domain.Judge(
      host: hostClass.host.name, digest: hostClass.digest, lbr: hostClass.host.lbr)
    return addClass(guest, PolicyDigest.of(policy))
  }
}

extension MigrationCheck {
  /// The three worst findings that follow from no other, each a code with what it is about.
  var reasons: [String] {
    var texts: [String] = []
    for finding in findings where finding.follows == nil {
      let text = "\(finding.violation.codeText) \(finding.violation.fieldName)"
      if texts.count < 3, !texts.contains(text) { texts.append(text) }
    }
    if texts.isEmpty, let place = judgement.unjudged.first {
      texts.append("not recorded on either side: \(place)")
    }
    return texts
  }
}
