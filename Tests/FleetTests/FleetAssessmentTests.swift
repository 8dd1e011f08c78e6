// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText
import TestSupport
import Testing

@testable import Fleet

/// Fleets of real CPUs, or of those that the project's makers booted.
@Suite struct FleetAssessmentTests {
  static func host(_ path: String, named name: String? = nil) throws -> HostDescription {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return try #require(
      HostDescription(name: name ?? file, document: try InputFile.read(path)))
  }

  /// A few hosts: some of the corpus where it is there.
  static func hosts(_ most: Int, _ generator: inout SeededGenerator) throws -> [HostDescription] {
    let paths = Corpus.isPresent ? Corpus.dumps : Fixtures.dumps
    return try paths.shuffled(using: &generator).prefix(most).map { try host($0) }
  }

  /// A guest that starts on a host.
  static func guest(_ host: HostDescription, _ kind: GuestKind, _ name: String) -> Guest {
    let policies = host.systemPolicies()
    var guest = Guest(policyOfSystem: policies[kind.defaultPolicy], name: name, kind: kind)
    guest.judge = Domain.Judge(
      host: host.name, digest: PolicyDigest.of(policies.raw), lbr: host.lbr)
    return guest
  }

  /// The matrix says of every pair what the check of that pair says.
  @Test func isTheCheckOfEveryPair() throws {
    var generator = SeededGenerator.fresh("pairs")
    let hosts = try Self.hosts(Corpus.isPresent ? 12 : 4, &generator)
    let fleet = FleetHosts(hosts)
    var guests = FleetGuests()
    for (number, host) in hosts.enumerated() {
      guests.add(Self.guest(host, .pv, "pv \(number)"), on: number)
      guests.add(Self.guest(host, .pv, "again \(number)"), on: number)
      var counting = Self.guest(host, .hvm, "hvm \(number)")
      counting.tsc = Domain.TimeStampCounter(mode: .native, khz: 2_000_000 + number)
      guests.add(counting, on: number)
    }
    #expect(guests.classes.count == 2 * hosts.count)
    let assessment = FleetAssessment(fleet, guests)
    let edges = Dictionary(
      uniqueKeysWithValues: assessment.graph.edges.map { ("\($0.guests) \($0.hosts)", $0) })
    var verdicts: Set<String> = []
    for (guestNumber, guest) in guests.classes.enumerated() {
      for (hostNumber, hostClass) in fleet.classes.enumerated() {
        let check = MigrationCheck(
          guest, to: hostClass.host, policies: hostClass.host.systemPolicies())
        let edge = try #require(edges["G\(guestNumber + 1) H\(hostNumber + 1)"])
        #expect(edge.verdict == check.verdict, "\(guest.name) on \(hostClass.host.name)")
        // What was left out because it follows from another vendor is none of the reasons.
        #expect(edge.reasons == check.reasons, "\(guest.name) on \(hostClass.host.name)")
        verdicts.insert(edge.verdict.rawValue)
      }
    }
    #expect(verdicts.count > 1)
  }

  /// Hosts that are alike are one class, and those that differ in anything are not.
  @Test func hostsThatAreAlike() throws {
    let path = Fixtures.path("emulated-EPYC-Rome.txt")
    let one = try Self.host(path, named: "one")
    var slow = try Self.host(path, named: "slow")
    slow.tsc.khz = 1_900_000
    var patched = try Self.host(path, named: "patched")
    patched.facts.microcode = 0x0830_107b
    let fleet = FleetHosts([one, try Self.host(path, named: "two"), slow, patched])
    #expect(fleet.classOfHost == [0, 0, 1, 2])
    #expect(fleet.number(of: "slow") == 2 && fleet.number(of: "three") == nil)
    let twice = FleetHosts([one, one])
    #expect(twice.number(of: "one") == nil && twice.ambiguous == ["one"])
  }

  /// The guests of a list are those of the same documents.
  @Test func guestsOfAList() throws {
    let host = try Self.host(Fixtures.path("emulated-EPYC-Rome.txt"), named: "h1")
    let other = try Self.host(Fixtures.path("emulated-Opteron_G3.txt"), named: "h2")
    let hosts = FleetHosts([host, other])
    let guest = Self.guest(host, .hvm, "a")
    let digest = PolicyDigest.of(guest.policy)
    let text = "name,host,policy\na,h1,\(digest)\nb,h2,sha256:\(digest)\nc,,file\n"
    var guests = FleetGuests()
    var loaded: [String] = []
    try guests.add(
      list: Array(text.utf8), source: "list", on: hosts, PolicyCatalogue(hosts)
    ) { path throws(FormatError) in
      loaded.append(path)
      return NamedPolicy(name: "hvm-default", policy: guest.policy)
    }
    #expect(loaded == ["file"] && guests.homeless == 1)
    #expect(guests.places == [0, 1, -1] && guests.names == ["a", "b", "c"])
    #expect(guests.classOfGuest == [0, 0, 1])
    let assessment = FleetAssessment(hosts, guests)
    #expect(assessment.matrix.relation[0, 0] == .safe)
    #expect(assessment.matrix.relation[0, 1] == .unsafe)
    // It came from the first host, and can go back there; the other cannot leave.
    #expect(assessment.matrix.stranded() == [0])
    for (list, message) in [
      ("name,host,policy\na,h3,\(digest)\n", "list:2:3: h3 is none of the hosts"),
      ("name,host,policy\na,h1,\(String(repeating: "1", count: 64))\n", "list:2:6: sha256:11"),
      ("name,host,policy\na,h1,\(digest)\na,h2,\(digest)\n", "list:3:1: the guest a stands"),
    ] {
      let error = #expect(throws: FormatError.self) {
        var guests = FleetGuests()
        try guests.add(
          list: Array(list.utf8), source: "list", on: hosts, PolicyCatalogue(hosts)
        ) { path throws(FormatError) in
          throw FormatError(.unreadable, source: path, message: "none", remedy: "none")
        }
      }
      #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
    }
  }

  /// A waived code does not count, and stands in the document; without a host nobody moves there.
  @Test func waiversAndMissingHosts() throws {
    let rome = try Self.host(Fixtures.path("emulated-EPYC-Rome.txt"), named: "rome")
    var slow = rome
    slow.name = "slow"
    slow.tsc.khz = 1_900_000
    let hosts = FleetHosts([rome, slow])
    var guest = Self.guest(rome, .hvm, "a")
    guest.tsc = Domain.TimeStampCounter(mode: .native, khz: 2_400_000)
    var guests = FleetGuests()
    guests.add(guest, on: 0)
    let strict = FleetAssessment(hosts, guests)
    #expect(strict.graph.all.stranded == 1 && strict.graph.waived.isEmpty)
    let edge = try #require(strict.graph.edges.first { $0.hosts == "H2" && $0.guests == "G1" })
    let code = try #require(edge.reasons.first?.split(separator: " ").first.map(String.init))
    let waived = try #require(ViolationCode(text: code))
    let lax = FleetAssessment(hosts, guests, waived: [waived])
    #expect(lax.graph.all.degraded == 1 && lax.graph.waived == [code])
    let alone = FleetAssessment(hosts, guests, waived: [waived], without: [1])
    #expect(alone.graph.all.stranded == 1 && alone.graph.without == ["slow"])
  }
}
