// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// What holds of every assessment, whatever guest and host it is about.
@Suite struct AssessmentPropertyTests {
  /// Kinds of which the system has policies. That a 32-bit PV guest is safe at home is tried on domains.
  static let kinds: [GuestKind] = [.pv, .hvm, .hvmShadow]

  struct Machine: Sendable {
    var host: HostDescription
    var policies: SystemPolicies

    func guest(_ kind: GuestKind, _ policy: CPUPolicy) -> Guest {
      var guest = Guest(name: "guest", kind: kind, policy: policy)
      guest.isDomain = false
      guest.judge = Domain.Judge(
        host: host.name, digest: PolicyDigest.of(policies.raw), lbr: host.lbr)
      return guest
    }
  }

  static func machine(_ path: String) -> Machine? {
    guard let document = try? InputFile.read(path),
      let host = HostDescription(name: String(path.split(separator: "/").last!), document: document)
    else { return nil }
    return Machine(host: host, policies: host.systemPolicies())
  }

  /// A number of machines of the corpus, and those of the fixtures.
  static func machines(_ count: Int, _ generator: inout SeededGenerator) -> [Machine] {
    (Fixtures.dumps + Corpus.dumps.shuffled(using: &generator).prefix(count)).compactMap(machine)
  }

  /// Whatever is not recorded is the same for both: a host's own policies stay where they are.
  @Test(arguments: Fixtures.dumps + Corpus.dumps) func atHomeEveryGuestIsSafe(_ path: String) throws
  {
    let machine = try #require(Self.machine(path))
    for kind in Self.kinds where !kind.isHVM || machine.policies.hasHVM {
      for policy in [kind.defaultPolicy, kind.maxPolicy] {
        let guest = machine.guest(kind, machine.policies[policy])
        let check = MigrationCheck(guest, to: machine.host, policies: machine.policies)
        #expect(
          check.verdict == .safe,
          "\(policy.name): \(check.findings.prefix(3).map(\.violation.message))")
      }
    }
  }

  /// A guest of a pool's level goes to every member. What a member does not know stays open, and the x87
  /// unit is each host's own.
  @Test func aLevelledGuestGoesEverywhere() throws {
    var generator = SeededGenerator.fresh("levelled guests")
    let machines = Self.machines(Sweep.isWanted ? 300 : 24, &generator)
    var verdicts: [MigrationCheck.Verdict: Int] = [:]
    for _ in 0..<(Sweep.isWanted ? 1500 : 30) {
      let first = machines.randomElement(using: &generator)!
      let fellows = machines.filter { $0.policies.raw.vendor == first.policies.raw.vendor }
      let pool =
        [first]
        + (0..<Int.random(in: 1...4, using: &generator)).map { _ in
          fellows.randomElement(using: &generator)!
        }
      for kind in Self.kinds
      where !kind.isHVM || pool.allSatisfy({ $0.policies.hasHVM }) {
        var level = PolicyLevel()
        for machine in pool {
          level.add(machine.policies[kind.defaultPolicy], under: machine.policies[kind.maxPolicy])
        }
        let policy = level.closed()
        var hasConflict = false
        level.forEachConflict(closed: policy) { _ in hasConflict = true }
        // Without ARCH_CAPS, which a member cannot show, guests cannot be told of their return stack.
        let warns = pool.contains { machine in
          [.rsba, .rrsba].contains(where: machine.policies[kind.defaultPolicy].has)
        }
        if hasConflict || warns && !policy.has(.archCaps) { continue }
        for isDomain in [false, true] {
          var guest = Guest(name: "levelled", kind: kind, policy: policy)
          guest.isDomain = isDomain
          // A domain's own paging holds no wider addresses.
          if isDomain {
            guest.policy[.maxPhysicalAddressBits] = min(
              policy[.maxPhysicalAddressBits], kind.physicalAddressLimit)
          }
          // The counter is no matter of a level.
          guest.tsc.mode = .emulated
          for machine in pool {
            let check = MigrationCheck(guest, to: machine.host, policies: machine.policies)
            verdicts[check.verdict, default: 0] += 1
            let x87 = check.findings.filter { $0.violation.code == .differsFromHost }
            // A member that did not record what its guests are told leaves that open.
            let open = check.findings.filter { !$0.isDecided }
            let isFine =
              check.verdict == .safe || check.verdict == .unknown
              || check.verdict == .degraded && x87.count + open.count >= check.findings.count
            #expect(
              isFine,
              """
              \(kind) on \(machine.host.name) of \(pool.map(\.host.name)): \
              \(check.findings.filter(\.isDecided).prefix(4).map { "\($0.violation.codeText) \($0.violation.placeText) \($0.violation.message)" })
              """)
            // What is open is open for what that member did not record.
            if check.verdict == .unknown {
              #expect(
                !check.judgement.gather.isEmpty,
                "\(machine.host.name): \(check.findings.map(\.violation.message))")
            }
          }
        }
      }
    }
    print("verdicts of levelled guests: \(verdicts)")
    #expect(verdicts[.safe, default: 0] > verdicts[.unknown, default: 0] / 10)
  }

  /// A source that records less never makes an assessment better: unsafe and unknown do not become safe.
  @Test func forgettingMakesNothingSafe() throws {
    var generator = SeededGenerator.fresh("forgetting")
    let machines = Self.machines(Sweep.isWanted ? 300 : 24, &generator)
    var judged = 0
    for _ in 0..<(Sweep.isWanted ? 4000 : 150) {
      let home = machines.randomElement(using: &generator)!
      let fellows = machines.filter { $0.policies.raw.vendor == home.policies.raw.vendor }
      let target = fellows.randomElement(using: &generator)!
      let kind = Self.kinds.randomElement(using: &generator)!
      if kind.isHVM, !home.policies.hasHVM { continue }
      var guest = Guest(name: "guest", kind: kind, policy: home.policies[kind.defaultPolicy])
      guest.tsc.khz = [nil, 2_000_000, 3_000_000].randomElement(using: &generator)!
      guest.tsc.mode = Domain.TimeStampCounter.Mode.allCases.randomElement(using: &generator)!
      var host = target.host
      host.tsc.khz = [nil, 2_000_000, 2_500_000].randomElement(using: &generator)!
      let before = MigrationCheck(guest, to: host, policies: host.systemPolicies())
      guard before.verdict == .unsafe || before.verdict == .unknown else { continue }
      judged += 1
      var what = ""
      let slot = Int.random(in: 0..<LeafLayout.slotCount, using: &generator)
      switch Int.random(in: 0..<6, using: &generator) {
      case 0:
        guest.policy.markUnknown(slot: slot)
        what = "the guest's \(LeafLayout.place(ofSlot: slot))"
      case 1:
        host.facts.boot.markUnknown(slot: slot)
        what = "the host's \(LeafLayout.place(ofSlot: slot))"
      case 2:
        host.tsc.khz = nil
        what = "the host's frequency"
      case 3:
        host.tsc.canScale = nil
        host.tsc.isInvariant = nil
        what = "the host's counter"
      case 4:
        let index = LeafLayout.msr(
          at: Int.random(in: 0..<LeafLayout.msrCount, using: &generator))
        host.facts.boot.markUnknown(msr: index)
        what = "the host's MSR \(index)"
      default:
        host.facts.microcode = nil
        host.lbr = HostDescription.BranchRecords()
        what = "the host's microcode"
      }
      let after = MigrationCheck(guest, to: host, policies: host.systemPolicies())
      #expect(
        after.verdict != .safe,
        """
        \(kind) of \(home.host.name) to \(target.host.name) without \(what): \(before.verdict), \
        \(before.findings.prefix(3).map { "\($0.violation.codeText) \($0.violation.placeText)" })
        """)
    }
    #expect(judged > 20)
  }

  /// The same where one thing alone is wrong, and that is what nobody recorded.
  @Test func forgettingTheOneFault() throws {
    var generator = SeededGenerator.fresh("the one fault")
    let machines = Self.machines(Sweep.isWanted ? 300 : 10, &generator)
    var judged = 0
    for machine in machines {
      for kind in Self.kinds where !kind.isHVM || machine.policies.hasHVM {
        let max = machine.policies[kind.maxPolicy]
        let strange = Feature.allNamed.filter {
          !max.has($0) && $0.audit == .subset && max.isKnown($0)
        }
        for feature in strange.shuffled(using: &generator).prefix(6) {
          var guest = Guest(
            name: "guest", kind: kind, policy: machine.policies[kind.defaultPolicy])
          guest.tsc.mode = .emulated
          guest.policy.set(feature, true)
          let before = MigrationCheck(guest, to: machine.host, policies: machine.policies)
          // Some hang on facts that were assumed, and some only tell of speed.
          guard before.verdict == .unsafe else { continue }
          var forgetful = guest
          var host = machine.host
          switch feature.place {
          case .leaf(let place, _, _):
            let slot = try #require(
              LeafLayout.slot(place.leaf, place.isPlain ? 0 : place.subleaf))
            guard guest.policy.isWithinLimits(leaf: place.leaf) else { continue }
            forgetful.policy[slot: slot] = LeafRegisters()
            forgetful.policy.markUnknown(slot: slot)
            host.facts.boot[slot: slot] = LeafRegisters()
            host.facts.boot.markUnknown(slot: slot)
          case .msr(let index, _):
            forgetful.policy.markUnknown(msr: index)
            host.facts.boot.markUnknown(msr: index)
          case .none: continue
          }
          judged += 1
          let known = MigrationCheck(
            forgetful, to: machine.host, policies: machine.policies)
          #expect(
            known.verdict != .safe && known.verdict != .degraded,
            "\(kind) \(feature.name) of the guest unknown, on \(machine.host.name)")
          let policies = host.systemPolicies()
          for (moving, whose) in [(guest, "the host"), (forgetful, "both")] {
            let after = MigrationCheck(moving, to: host, policies: policies)
            #expect(
              after.verdict != .safe && after.verdict != .degraded,
              "\(kind) \(feature.name) of \(whose) unknown, on \(machine.host.name)")
          }
        }
      }
    }
    #expect(judged > 30)
  }
}
