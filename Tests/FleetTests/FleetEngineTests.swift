// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

@testable import Fleet

/// The engine is exactly what `MigrationCheck` says of every pair, after every change.
@Suite struct FleetEngineTests {
  /// A fleet that is changed at random, beside the engine that keeps up with it.
  private struct Model {
    struct Member {
      var host: FleetEngine.Host
      var terms: [GuestTerms]
      var guests: [Int]
    }

    /// What a verdict hangs on, so that no pair is judged twice.
    struct Pair: Hashable {
      var terms: GuestTerms
      var facts: String
      var khz: Int?
      var isInvariant, canScale: Bool?
      var waivers: Set<ViolationCode>
    }

    var generator: SeededGenerator
    var facts: [String: HostDescription] = [:]
    var policies: [String: CPUPolicy] = [:]
    var hidden: Set<String> = []
    var terms: [GuestTerms] = []
    var members: [String: Member] = [:]
    var waivers: [String: Set<ViolationCode>] = [:]
    var known: [Pair: MigrationCheck.Verdict] = [:]
    /// The policies of facts, and what guests of a kind are held against there: they take long to make.
    var systems: [String: SystemPolicies] = [:]
    var bounds: [String: GuestBound] = [:]

    static let pools = ["p1", "p2", "p3"]

    mutating func pick<Element>(_ values: [Element]) -> Element {
      values[Int.random(in: values.indices, using: &generator)]
    }

    /// Facts of real CPUs under some hypervisors, and guests that booted on them.
    init(_ generator: SeededGenerator) async throws {
      self.generator = generator
      let paths = Corpus.isPresent ? Corpus.dumps : Fixtures.dumps
      let software: [(String?, String?)] = [
        (nil, nil), ("Xen", "4.17.0"), ("Xen", "4.19.0"), ("KVM", "6.1.0"),
      ]
      var made = 0
      for (number, path) in paths.shuffled(using: &self.generator).prefix(12).enumerated() {
        var host = try FleetAssessmentTests.host(path, named: "host")
        (host.hypervisorName, host.hypervisorVersion) = pick(software)
        facts["facts-\(number)"] = host
        let system = host.systemPolicies()
        let judge = Domain.Judge(host, system)
        for kind in [GuestKind.hvm, .pv] {
          for policy in [system[kind.defaultPolicy], system[kind.maxPolicy]] {
            policies[PolicyDigest.of(policy)] = policy
            for _ in 0..<3 { try addTerms(kind, policy, judge) }
          }
        }
        // Two virtual CPUs, which the oldest CPUs are refused for.
        guard var domain = try? await FleetRecordTests.created(host) else { continue }
        made += 1
        policies[PolicyDigest.of(domain.policy)] = domain.policy
        for _ in 0..<6 {
          domain.tsc.khz = pick([nil, 2_000_000, 2_000_100])
          terms.append(GuestTerms(domain))
        }
      }
      #expect(made > 0)
      for number in 0..<30 { members["h\(number)"] = member("h\(number)", guests: 10) }
      hidden = Set(policies.keys.sorted().prefix(1))
    }

    private mutating func addTerms(
      _ kind: GuestKind, _ policy: CPUPolicy, _ judge: Domain.Judge
    ) throws {
      var domain = Domain(
        name: "g", id: 1, hypervisor: pick(["xen", "kvm", Domain.libvirtName]), kind: kind,
        state: .sealed, topology: try Topology(sockets: 1, cores: pick([1, 2, 300])),
        tsc: Domain.TimeStampCounter(
          mode: pick([.automatic, .automatic, .native, .emulated]),
          khz: pick([nil, 2_000_000, 2_000_100, 3_000_000])),
        hasNestedVirtualisation: pick([policy.has(.vmx) || policy.has(.svm), false]),
        hasPerformanceCounters: pick([policy[.pmuVersion] != 0, false]),
        usesLBR: pick([false, false, true]), judge: pick([judge, judge, nil]), policy: policy)
      if pick([true, false, false]) { domain.judge?.hypervisorVersion = "4.18.0" }
      terms.append(GuestTerms(domain))
    }

    mutating func member(_ id: String, guests count: Int) -> Member {
      var mine: [GuestTerms] = []
      for _ in 0..<min(count, 4) { mine.append(pick(terms)) }
      let indices = (0..<count).map { $0 % max(mine.count, 1) }
      let digest = pick(facts.keys.sorted())
      return Member(
        host: FleetEngine.Host(
          id: id, name: "name of \(id)", pool: pick(Self.pools), facts: digest,
          tsc: pick([
            facts[digest]?.tsc ?? HostDescription.TimeStampCounter(),
            HostDescription.TimeStampCounter(khz: 2_000_000, isInvariant: true, canScale: true),
            HostDescription.TimeStampCounter(khz: 3_000_000, isInvariant: true, canScale: false),
            HostDescription.TimeStampCounter(khz: 2_000_200),
          ])), terms: mine, guests: indices)
    }

    /// The verdict that every pair has by itself.
    mutating func verdict(_ terms: GuestTerms, _ there: FleetEngine.Host) -> MigrationCheck.Verdict
    {
      let codes = waivers[there.pool] ?? []
      let pair = Pair(
        terms: terms, facts: there.facts, khz: there.tsc.khz, isInvariant: there.tsc.isInvariant,
        canScale: there.tsc.canScale, waivers: codes)
      if let verdict = known[pair] { return verdict }
      guard var host = facts[there.facts], !hidden.contains(there.facts),
        !hidden.contains(terms.policy), let policy = policies[terms.policy]
      else { return .unknown }
      let system = systems[there.facts] ?? host.systemPolicies()
      systems[there.facts] = system
      let name = "\(there.facts) \(terms.kind.name)"
      let bound = bounds[name] ?? GuestBound(host, terms.kind.maxPolicy, held: system)
      bounds[name] = bound
      host.tsc = there.tsc
      let verdict = MigrationCheck(
        terms.guest(named: "guest", policy: policy), to: host, policies: system, bound: bound,
        waivers: codes
      ).verdict
      known[pair] = verdict
      return verdict
    }

    func tell(_ engine: FleetEngine) {
      for (digest, host) in facts where !hidden.contains(digest) { engine.add(facts: digest, host) }
      for (digest, policy) in policies where !hidden.contains(digest) {
        engine.add(policy: digest, policy)
      }
      for (pool, codes) in waivers { engine.setWaivers(codes, in: pool) }
      engine.load(
        members.sorted { $0.key < $1.key }.map { ($0.value.host, $0.value.terms, $0.value.guests) })
    }

    /// Holds every answer of the engine against every pair.
    mutating func expect(_ engine: FleetEngine, _ after: String) {
      #expect(engine.hosts() == members.keys.sorted(), "after \(after)")
      var all = FleetMatrix.Evacuation()
      var stranded: [String] = []
      for (id, member) in members.sorted(by: { $0.key < $1.key }) {
        let others = members.values.map(\.host).filter {
          $0.pool == member.host.pool && $0.id != id
        }
        var mine = FleetMatrix.Evacuation()
        for (index, number) in member.guests.enumerated() {
          var reach = FleetMatrix.Reach()
          for other in others {
            switch verdict(member.terms[number], other) {
            case .safe: reach.safe += 1
            case .degraded: reach.degraded += 1
            case .unknown: reach.unknown += 1
            case .unsafe: reach.unsafe += 1
            }
          }
          #expect(engine.reach(ofGuest: index, on: id) == reach, "\(id) \(index) after \(after)")
          mine.add(1, reach.standing)
          all.add(1, reach.standing)
          if reach.standing == .stranded { stranded.append("\(id) \(index)") }
        }
        #expect(engine.evacuation(of: id) == mine, "\(id) after \(after)")
      }
      #expect(engine.standings() == all, "after \(after)")
      #expect(engine.guests(that: .stranded).map { "\($0.host) \($0.guest)" } == stranded)
    }
  }

  @Test func theEngineIsEveryPairAfterEveryChange() async throws {
    var model = try await Model(SeededGenerator.fresh("theEngineIsEveryPairAfterEveryChange"))
    let engine = FleetEngine()
    model.tell(engine)
    model.expect(engine, "the first load")
    var seen = Set<String>()
    for step in 0..<30 {
      let id = model.pick(model.members.keys.sorted())
      let change = model.pick([
        "host", "host", "guests", "pool", "remove", "add", "waivers", "body",
      ])
      seen.insert(change)
      switch change {
      case "host":
        let other = model.member(id, guests: 0).host
        model.members[id]?.host.facts = other.facts
        model.members[id]?.host.tsc = other.tsc
        if let host = model.members[id]?.host { engine.set(host) }
      case "pool":
        let pool = model.pick(Model.pools)
        model.members[id]?.host.pool = pool
        if let host = model.members[id]?.host { engine.set(host) }
      case "guests":
        let other = model.member(id, guests: model.pick([0, 5, 12]))
        model.members[id]?.terms = other.terms
        model.members[id]?.guests = other.guests
        engine.setGuests(of: id, terms: other.terms, guests: other.guests)
      case "remove":
        model.members[id] = nil
        engine.remove(id)
      case "add":
        let member = model.member("new-\(step)", guests: 8)
        model.members["new-\(step)"] = member
        engine.set(member.host)
        engine.setGuests(of: "new-\(step)", terms: member.terms, guests: member.guests)
      case "waivers":
        let codes: Set<ViolationCode> = model.pick([[], [.counterRate], [.featureNotOffered]])
        let pool = model.pick(Model.pools)
        model.waivers[pool] = codes
        engine.setWaivers(codes, in: pool)
      default:
        // What was named and not known turns up.
        guard let digest = model.hidden.popFirst() else {
          var host = model.pick(Array(model.facts.sorted { $0.key < $1.key }.map(\.value)))
          host.facts.microcode = UInt32(step)
          let digest = "late-\(step)"
          model.facts[digest] = host
          model.hidden = [digest]
          model.members[id]?.host.facts = digest
          if let host = model.members[id]?.host { engine.set(host) }
          break
        }
        if let policy = model.policies[digest] { engine.add(policy: digest, policy) }
        if let host = model.facts[digest] { engine.add(facts: digest, host) }
      }
      model.expect(engine, "step \(step), \(change) of \(id)")
      let anew = FleetEngine()
      model.tell(anew)
      #expect(anew.standings() == engine.standings(), "step \(step), \(change)")
      let before = engine.standings()
      engine.recompute()
      #expect(engine.standings() == before, "step \(step), \(change)")
    }
    #expect(seen.count >= 5)
    let verdicts = Set(model.known.values)
    #expect(verdicts.contains(.safe) && verdicts.contains(.unsafe) && verdicts.count >= 3)
    print("theEngineIsEveryPairAfterEveryChange: \(model.known.count) pairs")
  }

  /// Destinations are those of the counts, each host once, with the reasons that its own check has.
  @Test func destinationsAreGroupedByReason() async throws {
    var model = try await Model(SeededGenerator.fresh("destinationsAreGroupedByReason"))
    let engine = FleetEngine()
    model.tell(engine)
    var groups = 0
    for (id, member) in model.members.sorted(by: { $0.key < $1.key }).prefix(10) {
      let found = engine.destinations(ofGuest: 0, on: id)
      let pool = member.host.pool
      let hosts = found.flatMap(\.hosts)
      #expect(hosts.count == Set(hosts).count)
      #expect(Set(hosts) == Set(engine.hosts(of: pool)).subtracting([id]))
      for group in found {
        groups += 1
        for host in group.hosts {
          let there = try #require(model.members[host])
          #expect(model.verdict(member.terms[member.guests[0]], there.host) == group.verdict)
        }
        if let check = group.check { #expect(check.verdict == group.verdict) }
        #expect(group.check != nil || group.verdict == .unknown)
        #expect(group.verdict == .safe || !group.reasons.isEmpty)
      }
    }
    #expect(groups > 10)
  }

  /// One pool of more hosts than a word has bits: hosts that come and go leave nothing behind.
  @Test func widePoolsAreCounted() async throws {
    let host = try FleetAssessmentTests.host(Fixtures.path("guest-epyc.txt"), named: "host")
    let domain = try await FleetRecordTests.created(host)
    let engine = FleetEngine()
    engine.add(facts: "f", host)
    engine.add(policy: PolicyDigest.of(domain.policy), domain.policy)
    let terms = GuestTerms(domain)
    for number in 0..<200 {
      engine.set(
        FleetEngine.Host(
          id: "h\(number)", name: "h", pool: "p", facts: number == 7 ? "lost" : "f", tsc: host.tsc))
      engine.setGuests(of: "h\(number)", terms: [terms], guests: [0, 0])
    }
    let reach = try #require(engine.reach(ofGuest: 1, on: "h0"))
    #expect(reach == FleetMatrix.Reach(safe: 198, unknown: 1))
    for number in 100..<200 { engine.remove("h\(number)") }
    #expect(engine.reach(ofGuest: 1, on: "h7") == FleetMatrix.Reach(safe: 99))
    #expect(engine.standings(of: "p").guests == 200 && engine.standings(of: "q").guests == 0)
    #expect(engine.level(of: "p", kind: .hvm).unknown == ["h7"])
    let former = FleetEngine.Host(id: "h1", name: "h", pool: "p", facts: "f", tsc: host.tsc)
    var present = former
    present.facts = "lost"
    let effect = engine.effect(on: "p", from: former, to: present)
    #expect(effect.map(\.guests) == [200])
    #expect(effect.map(\.from) == [.safe] && effect.map(\.to) == [.unknown])
  }
}
