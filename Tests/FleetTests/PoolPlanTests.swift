// SPDX-License-Identifier: Apache-2.0

import Domains
import Fleet
import Hosts
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// Plans for pools of real CPUs.
@Suite struct PoolPlanTests {
  private static func level(
    _ hosts: [HostDescription], _ kind: GuestKind
  ) -> LevelReport {
    PoolLevel.report(hosts.map { PoolMember($0, kind: kind) }, kind: kind, purpose: .boot)
  }

  // MARK: Level

  /// Hosts that are alike are derived once, and the report is that of hosts which are derived one by one.
  @Test func alikeHostsAreOneClass() throws {
    var generator = SeededGenerator.fresh("alike hosts")
    for kind in [GuestKind.pv, .hvm] {
      let some = try FleetAssessmentTests.hosts(5, &generator)
      var hosts = (some + some + some).shuffled(using: &generator)
      for index in hosts.indices {
        hosts[index].name = "host \(index)"
        // One of fifteen is unlike its twins in a fact alone.
        if index == 7 { hosts[index].facts.microcode = 0x1234 }
      }
      for purpose in [LevelReport.Purpose.boot, .arrival] {
        let together = PoolMember.all(of: hosts, kind: kind)
        let classes = Set(together.map { ObjectIdentifier($0.shared) })
        #expect((2...6).contains(classes.count), "\(classes.count)")
        let alone = hosts.map { PoolMember($0, kind: kind) }
        #expect(
          Document.level(PoolLevel.report(together, kind: kind, purpose: purpose)).json
            == Document.level(PoolLevel.report(alone, kind: kind, purpose: purpose)).json)
        #expect(together.map(\.assumed) == alone.map(\.assumed))
      }
    }
  }

  // MARK: Gain

  /// The fewest hosts to drop are those that trying every set of hosts finds.
  @Test func gainIsWhatTryingFinds() throws {
    var generator = SeededGenerator.fresh("gain")
    for _ in 0..<4 {
      let hosts = try FleetAssessmentTests.hosts(5, &generator)
      let kind: GuestKind = .pv
      let sets = hosts.map { $0.systemPolicies()[kind.defaultPolicy].featureSet }
      var some = FeatureSet()
      for set in sets { some.formUnion(set) }
      let wanted = try #require(
        some.features.filter { $0.level == .and }.randomElement(using: &generator))
      var fewest = hosts.count
      for set in 1..<(1 << hosts.count) {
        let rest = hosts.indices.filter { set >> $0 & 1 != 0 }
        let report = Self.level(rest.map { hosts[$0] }, kind)
        if report.conflicts.isEmpty, report.policy.has(wanted) {
          fewest = min(fewest, hosts.count - rest.count)
        }
      }
      let plan = PoolGain(FleetHosts(hosts), kind: kind, wanted: [wanted]).plan
      #expect(plan.isProven && plan.cost == fewest, "\(wanted.name) \(hosts.map(\.name))")
      #expect(plan.drop.count == fewest)
      let rest = hosts.filter { host in !plan.drop.contains { $0.host == host.name } }
      if !rest.isEmpty {
        let report = Self.level(rest, kind)
        #expect(report.conflicts.isEmpty && report.policy.has(wanted))
      }
    }
  }

  /// Facts of pools, found by plain arithmetic: a host whose CPU lacks a feature is dropped for it, and one
  /// whose CPU has it only where somebody withholds it who is named.
  @Test(.enabled(if: Corpus.isPresent)) func factsOfPools() throws {
    let path = try #require(Corpus.path) + "/pools-dev.json"
    let facts = try JSONValue(parsing: try InputFile.contents(of: path), source: "pools")
    var pools = 0
    var owners: Set<String> = []
    for pool in facts["pools"]?.array ?? [] {
      let entries = pool["hosts"]?.array ?? []
      guard pool["same_vendor"]?.bool == true, entries.count <= 6 else { continue }
      pools += 1
      let hosts = try entries.map { host in
        try FleetAssessmentTests.host(
          try #require(Corpus.path) + "/dumps/" + (host["file"]?.string ?? ""))
      }
      let sets = entries.map { entry in
        (entry["featureset"]?.string ?? "").split(separator: "-").map { UInt32($0, radix: 16) ?? 0 }
      }
      let fleet = FleetHosts(hosts)
      for feature in [Feature.avx, .avx2, .avx512f, .aesni, .fsgsbase, .smap] {
        let plan = PoolGain(fleet, kind: .hvm, wanted: [feature]).plan
        for (index, host) in hosts.enumerated() {
          let isDropped = plan.drop.contains { $0.host == host.name }
          if sets[index][feature.word] & feature.mask == 0 {
            #expect(isDropped, "\(host.name) \(feature.name)")
          } else if isDropped, let change = plan.change.first(where: { $0.host == host.name }) {
            owners.insert(change.owner.rawValue)
            #expect(
              [.option, .kernel, .hypervisor, .microcode, .firmware, .record]
                .contains(change.owner), "\(host.name) \(feature.name) \(change)")
          }
        }
      }
      // As many pools as hosts lose nothing; one pool loses what its level does.
      let apart = PoolSplit(fleet, kind: .hvm, into: hosts.count).plan
      #expect(apart.isProven && apart.cost == 0)
    }
    #expect(pools > 3)
  }

  /// Who withholds a feature, where that is known.
  @Test func whoWithholdsIt() throws {
    let haswell = Fixtures.path("emulated-Haswell.txt")
    func change(
      _ other: HostDescription?, _ mine: (inout HostDescription) -> Void,
      _ owner: DerivationOptions? = nil
    ) throws -> PlanReport.Change {
      var host = try FleetAssessmentTests.host(haswell, named: "mine")
      mine(&host)
      var fleet = FleetHosts()
      fleet.add(host, owner: owner)
      if let other { fleet.add(other) }
      let plan = PoolGain(fleet, kind: .pv, wanted: [.bmi1]).plan
      return try #require(plan.change.first { $0.host == "mine" })
    }
    func without(_ feature: Feature, _ host: inout HostDescription) {
      var set = host.facts.boot.featureSet
      set.remove(feature)
      host.facts.boot.featureSet = set
    }
    var options = DerivationOptions()
    options.apply(try CPUIDOption(parsing: "no-bmi1"))
    #expect(try change(nil, { _ in }, options).owner == .option)
    #expect(try change(nil, { without(.bmi1, &$0) }).owner == .unknown)
    var twin = try FleetAssessmentTests.host(haswell, named: "twin")
    #expect(try change(twin, { without(.bmi1, &$0) }).owner == .platform)
    twin.facts.microcode = 0x49
    let patch = try change(
      twin,
      {
        without(.bmi1, &$0)
        $0.facts.microcode = 0x48
      })
    #expect(patch.owner == .microcode && patch.from == "0x00000048" && patch.to == "0x00000049")
    let setting = try change(
      twin,
      {
        without(.bmi1, &$0)
        $0.facts.microcode = 0x49
      })
    #expect(setting.owner == .firmware)
    let unrecorded = try change(
      twin,
      {
        without(.bmi1, &$0)
        if let slot = LeafLayout.slot(7, 0) { $0.facts.boot.markUnknown(slot: slot) }
      })
    #expect(unrecorded.owner == .record)
  }

  // MARK: Partition

  /// What a pool loses is what its level says that its hosts lose.
  @Test func losesWhatItsLevelLoses() throws {
    var generator = SeededGenerator.fresh("split")
    let hosts = try FleetAssessmentTests.hosts(6, &generator)
    let plan = PoolSplit(FleetHosts(hosts), kind: .pv, into: 4).plan
    guard plan.isPossible else {
      // Too many vendors in this draw, and that is proven.
      #expect(plan.isProven)
      return
    }
    #expect(plan.pools.flatMap(\.hosts).sorted() == hosts.map(\.name).sorted())
    for pool in plan.pools {
      let members = hosts.filter { pool.hosts.contains($0.name) }
      let report = Self.level(members, .pv)
      #expect(report.conflicts.isEmpty)
      let lost = report.hosts.reduce(0) { $0 + $1.loses.count { $0.level == .and } }
      #expect(lost == pool.lost && report.policy.featureSet.features == pool.features)
    }
    #expect(plan.cost == plan.pools.reduce(0) { $0 + $1.lost })
  }

  // MARK: Upgrade

  /// The order that is printed, carried out: every guest moves to a host that takes it as it is then, every
  /// host is empty in its turn, and nobody is lost.
  @Test func theOrderReplays() throws {
    var generator = SeededGenerator.fresh("order")
    let path = Fixtures.path("emulated-EPYC-Rome.txt")
    var cut = DerivationOptions()
    cut.apply(try CPUIDOption(parsing: "no-avx2"))
    for _ in 0..<6 {
      let names = (0..<4).map { "h\($0)" }
      var owners: [DerivationOptions?] = []
      var fleet = FleetHosts()
      for name in names {
        owners.append(Bool.random(using: &generator) ? cut : nil)
        fleet.add(try FleetAssessmentTests.host(path, named: name), owner: owners[owners.count - 1])
      }
      var successors: [Int: PoolUpgrade.Successor] = [:]
      for host in names.indices where Int.random(in: 0..<4, using: &generator) > 0 {
        let owner = Bool.random(using: &generator) ? cut : nil
        successors[host] = (try FleetAssessmentTests.host(path, named: names[host]), owner)
      }
      guard !successors.isEmpty else { continue }
      var guests = FleetGuests()
      var places: [String: Int] = [:]
      for number in 0..<5 {
        let place = names.indices.randomElement(using: &generator)!
        let policies = fleet.hostClass(place).policies
        var guest = Guest(
          policyOfSystem: policies.pvDefault, name: "g\(number)", kind: .pv)
        guest.judge = Domain.Judge(
          host: names[place], digest: PolicyDigest.of(policies.raw),
          lbr: fleet.hostClass(place).host.lbr)
        guests.add(guest, on: place)
        places[guest.name] = place
      }
      let plan = PoolUpgrade(fleet, to: successors, guests, kind: .pv).plan
      #expect(plan.isProven)
      let classes = Dictionary(
        uniqueKeysWithValues: guests.names.indices.map {
          (guests.names[$0], guests.classes[Int(guests.classOfGuest[$0])])
        })
      for name in plan.restart { places[name] = nil }
      var done: Set<Int> = []
      func verdict(_ guest: String, _ host: Int) throws -> MigrationCheck.Verdict {
        let owner = done.contains(host) ? successors[host]?.owner : owners[host]
        let description = try FleetAssessmentTests.host(path, named: names[host])
        return MigrationCheck(
          try #require(classes[guest]), to: description,
          policies: description.systemPolicies(owner), owner: owner
        ).verdict
      }
      for step in plan.order {
        let host = try #require(names.firstIndex(of: step.host))
        for move in step.moves {
          let to = try #require(names.firstIndex(of: move.to))
          for guest in move.guests {
            #expect(places[guest] == host && to != host)
            let found = try verdict(guest, to)
            #expect(found == .safe || found == .degraded)
            places[guest] = to
          }
        }
        #expect(!places.values.contains(host), "\(step.host) is not empty")
        done.insert(host)
      }
      #expect(done == Set(successors.keys))
    }
  }

  // MARK: Simulation

  /// A host that loses a feature has guests that must be restarted, and those of the others lose a place.
  @Test func aFeatureIsTaken() throws {
    let path = Fixtures.path("emulated-EPYC-Rome.txt")
    let hosts = try ["a", "b", "c"].map { try FleetAssessmentTests.host(path, named: $0) }
    let fleet = FleetHosts(hosts)
    var guests = FleetGuests()
    for (number, host) in hosts.enumerated() {
      guests.add(FleetAssessmentTests.guest(host, .pv, "g\(number)"), on: number)
    }
    var cut = DerivationOptions()
    cut.apply(try CPUIDOption(parsing: "no-avx2"))
    func difference(
      _ changes: [(change: PoolSimulation.Change, words: String)]
    ) -> PoolDifference {
      PoolSimulation(fleet, guests, kind: .pv, changes: changes).difference()
    }
    let one = difference([(.become(0, hosts[0], cut), "cpuid=no-avx2")])
    #expect(one.guests.map(\.effect) == [.restart, .loses, .loses])
    #expect(
      one.guests[0].findings.contains { $0.violation.fieldName == "AVX2" }, "\(one.guests[0])")
    #expect(one.guests.map(\.before) == [2, 2, 2] && one.guests.map(\.after) == [2, 1, 1])
    #expect(one.features.lost.contains(.avx2) && one.features.gained.isEmpty && one.isDifferent)
    let two = difference([
      (.become(0, hosts[0], cut), "cpuid=no-avx2"), (.remove(1), "leaves"),
    ])
    #expect(two.guests.map(\.effect) == [.restart, .moves, .stranded])
    #expect(two.standing.before.free == 3 && two.hosts.after == 2)
    #expect(two.guests[2].findings.contains { $0.violation.fieldName == "AVX2" })
    let more = difference([(.add(hosts[0], nil), "joins")])
    #expect(more.guests.allSatisfy { $0.effect == .gains && $0.after == 3 })
    #expect(more.features.lost.isEmpty && more.isDifferent)
    let nothing = difference([(.become(0, hosts[0], nil), "nothing")])
    #expect(!nothing.isDifferent && nothing.guests.allSatisfy { $0.effect == .unchanged })
  }
}
