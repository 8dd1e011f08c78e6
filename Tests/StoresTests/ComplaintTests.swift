// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// What people who move guests complain of elsewhere, each with the situation and our answer.
///
/// What is asked of a pool is in `PoolComplaintTests`; `docs/complaints.md` has the whole list.
@Suite struct ComplaintTests {
  struct Complaint: Sendable, CustomTestStringConvertible {
    var said: String
    var answer: @Sendable (inout Situation) throws -> MigrationCheck
    /// What must come of it.
    var verdict: MigrationCheck.Verdict
    /// The cause that is named first among those of its code; nil where nothing is wrong.
    var cause: String?
    var code: ViolationCode?

    var testDescription: String { said }
  }

  /// A guest at home, and a host that is the same until the complaint changes one of them.
  struct Situation {
    var guest: Guest
    var host: HostDescription

    init(_ hypervisor: String = "KVM") throws {
      host = try MovingStateTests.host(hypervisor, khz: 2_000_000, scales: true)
      let topology = try Topology.plain(vCPUs: 2)
      let policy = try host.systemPolicies().initialPolicy(
        DomainSettings(
          kind: .hvm, topology: topology, hasNestedVirtualisation: false,
          hasPerformanceCounters: false, hasInvariantTSC: false,
          physicalAddressLimit: GuestKind.hvm.physicalAddressLimit),
        added: FeatureSet(), removed: FeatureSet(), leaves: ServedABI.xen.topologyLeaves)
      guest = Guest(name: "guest", kind: .hvm, policy: policy)
      guest.topology = topology
      guest.tsc.khz = 2_000_000
    }

    /// What the host's guests may have, and get.
    mutating func offer(_ change: (inout CPUPolicy) -> Void) {
      for kind in [PolicyKind.hvmMax, .hvmDefault] {
        change(&host.reported!.policies[kind]!)
      }
    }

    func check(waivers: Set<ViolationCode> = []) -> MigrationCheck {
      MigrationCheck(guest, to: host, policies: host.systemPolicies(), waivers: waivers)
    }
  }

  static let complaints: [Complaint] = [
    Complaint(
      said: "VMX controls are missing, though the guest boots there",
      answer: { situation in
        situation.offer {
          $0.set(.svm, true)
          $0[leaf: 0x8000_000a].edx = 0x1
        }
        situation.guest.hasNestedVirtualisation = true
        situation.guest.policy.set(.svm, true)
        situation.guest.policy[leaf: 0x8000_000a] =
          situation.host.reported!.policies[.hvmMax]![leaf: 0x8000_000a]
        situation.guest.policy[leaf: 0x8000_000a].edx = 0x3
        return situation.check()
      }, verdict: .unsafe, cause: "svmLbrVirtualization", code: .fieldNotOffered),
    Complaint(
      said: "After an upgrade of QEMU every move dies of a feature that is shown otherwise",
      answer: { situation in
        situation.host.hypervisorVersion = "6.12.0"
        situation.guest.judge = Domain.Judge(situation.host, situation.host.systemPolicies())
        situation.guest.judge?.hypervisorVersion = "6.1.0"
        return situation.check()
      }, verdict: .safe),
    Complaint(
      said: "The upgrade of a node takes a feature from the running guests",
      answer: { situation in
        situation.offer { $0.set(.bmi2, false) }
        return situation.check()
      }, verdict: .unsafe, cause: "BMI2", code: .featureNotOffered),
    Complaint(
      said: "Let me force it: exactly that is waived, and recorded",
      answer: { situation in
        situation.offer { $0.set(.bmi2, false) }
        let check = situation.check(waivers: [.featureNotOffered])
        #expect(check.waived.map(\.violation.fieldName) == ["BMI2"])
        return check
      }, verdict: .degraded),
    Complaint(
      said: "A guest that visited a newer node cannot go back",
      answer: { situation in
        // It is judged by what it booted with, wherever it is now.
        situation.guest.judge = Domain.Judge(
          host: "newer", digest: "", lbr: HostDescription.BranchRecords())
        return situation.check()
      }, verdict: .safe),
    Complaint(
      said: "The host's own model cannot be used on that host",
      answer: { situation in
        situation.guest.judge = Domain.Judge(situation.host, situation.host.systemPolicies())
        return situation.check()
      }, verdict: .safe),
    Complaint(
      said: "Nodes that differ by 1 or 2 kHz refuse each other",
      answer: { situation in
        situation.host.tsc.khz = 2_000_002
        situation.host.tsc.canScale = false
        situation.offer { $0.set(.itsc, true) }
        situation.guest.policy.set(.itsc, true)
        return situation.check()
      }, verdict: .safe),
    Complaint(
      said: "The host says that it scales the counter, and then does not",
      answer: { situation in
        // Nobody tried it there.
        situation.host.tsc.khz = 3_000_000
        situation.host.tsc.canScale = nil
        return situation.check()
      }, verdict: .unknown, cause: "TSC", code: .counterRate),
    Complaint(
      said: "A move breaks off in the middle with an error about bytes",
      answer: { situation in
        // Nothing was sent, and the reasons are all there at once.
        situation.offer {
          $0.set(.avx2, false)
          $0.set(.sha, false)
        }
        let check = situation.check()
        let lost = Set(check.findings.map(\.violation.fieldName))
        #expect(lost.isSuperset(of: ["AVX2", "SHA"]))
        return check
      }, verdict: .unsafe, cause: "AVX2", code: .featureNotOffered),
    Complaint(
      said: "Guests with AMX do not move: their state is larger than 4 KiB",
      answer: { situation in
        situation.host.stateBytes = 4096
        situation.guest.policy[.xsaveSizeMax] = 11_008
        situation.offer { $0[.xsaveSizeMax] = 11_008 }
        return situation.check()
      }, verdict: .unsafe, cause: "xsaveSizeMax", code: .stateSize),
    Complaint(
      said: "The record of a guest is what was proposed for it, and not what it got",
      answer: { situation in
        // What it has is read back; held against the record, what was not applied is named.
        var applied = situation.guest.policy
        applied.set(.rdseed, false)
        #expect(BootComparison(situation.guest.policy, applied).lost.map(\.name) == ["RDSEED"])
        situation.offer { $0.set(.rdseed, false) }
        #expect(situation.check().verdict == .unsafe)
        situation.guest.policy = applied
        return situation.check()
      }, verdict: .safe),
    Complaint(
      said: "The level of the pool drops, and guests that run are stranded without a word",
      answer: { situation in
        var poorer = situation
        poorer.offer { $0.set(.avx2, false) }
        let change = HostChange(
          from: situation.host, to: poorer.host, guests: [situation.guest])
        #expect(change.guests.map(\.effect) == [.stranded])
        return poorer.check()
      }, verdict: .unsafe, cause: "AVX2", code: .featureNotOffered),
    Complaint(
      said: "This host is incompatible, and nobody says why",
      answer: { situation in
        situation.offer { $0.set(.movbe, false) }
        let check = situation.check()
        for finding in check.findings {
          #expect(!finding.violation.message.isEmpty && !finding.violation.remedy.isEmpty)
        }
        return check
      }, verdict: .unsafe, cause: "MOVBE", code: .featureNotOffered),
    Complaint(
      said: "The upgrade of the pool stops midway",
      answer: { situation in
        situation = try Situation("Xen")
        situation.host.hypervisorVersion = "4.20.4"
        situation.guest.judge = Domain.Judge(situation.host, situation.host.systemPolicies())
        situation.guest.judge?.hypervisorVersion = "4.17.7"
        return situation.check()
      }, verdict: .degraded, cause: "xenMinorVersion", code: .releasesSkipped),
    Complaint(
      said: "Levelled guests are refused for a maximum subleaf that was not lowered",
      answer: { situation in
        situation.guest.policy[.maxLeaf7Subleaf] = 2
        situation.offer { $0[.maxLeaf7Subleaf] = 0 }
        return situation.check()
      }, verdict: .unsafe, cause: "maxLeaf7Subleaf", code: .limitAboveBound),
    Complaint(
      said: "The hosts have one level of x86-64, and the guest panics of its addresses",
      answer: { situation in
        situation.offer { $0[.maxPhysicalAddressBits] = 39 }
        return situation.check()
      }, verdict: .unsafe, cause: "maxPhysicalAddressBits", code: .fieldAboveBound),
    Complaint(
      said: "A kernel that takes a protection key makes the guest's state fatal",
      answer: { situation in
        situation.guest.policy.set(.pku, true)
        situation.offer { $0.set(.pku, false) }
        return situation.check()
      }, verdict: .unsafe, cause: "PKU", code: .featureNotOffered),
    Complaint(
      said: "A newer host without TSX is refused by the name of a model",
      answer: { situation in
        situation.guest.policy.set(.rtm, true)
        situation.offer { $0.set(.rtm, false) }
        return situation.check()
      }, verdict: .unsafe, cause: "RTM", code: .featureNotOffered),
    Complaint(
      said: "Hosts look different that are listed relative to models of other names",
      answer: { situation in
        situation.host.name = "another"
        situation.offer {
          $0[leaf: 0x8000_0002].eax = 0x4142_4344
          $0[leaf: 1].eax &+= 1
        }
        return situation.check()
      }, verdict: .safe),
    Complaint(
      said: "The number of virtual CPUs was the host's, and nobody recorded it",
      answer: { situation in
        // The topology is part of the guest's record and goes with it.
        situation.host.logicalCPUs = 1
        #expect(situation.guest.topology?.vCPUs == 2)
        return situation.check()
      }, verdict: .safe),
  ]

  // MARK: Topologies and caches

  /// A guest's machine after somebody's own idea of its leaves.
  private func machine(
    _ topology: Topology, _ change: (_ vCPU: UInt32, inout CPUPolicy) -> Void
  ) throws -> Set<ViolationCode> {
    var policy = try Situation().guest.policy
    policy.set(.topoext, true)
    policy.set(.x2apic, true)
    policy[.maxExtendedLeaf] = 0x8000_0026
    policy[leaf: 0x8000_001d] = LeafRegisters(eax: 0x121, ebx: 0x01c0_003f, ecx: 63)
    let leaves = TopologyLeaves(maxBasicLeaf: 0x1f, maxExtendedLeaf: 0x8000_0026)
    try policy.apply(topology, leaves: leaves)
    let cpus = (0..<topology.vCPUs).map { vCPU in
      var cpu = policy
      cpu.identify(vCPU: vCPU, in: topology)
      change(vCPU, &cpu)
      return cpu
    }
    return Set(TopologyReport.findings(cpus).map(\.violation.code))
  }

  @Test("Topologies that are no power of two give APIC ids that collide")
  func oddTopologies() throws {
    for (cores, threads) in [(3, 2), (5, 1), (6, 2), (7, 2)] as [(UInt32, UInt32)] {
      let topology = try Topology(sockets: 2, dies: 1, cores: cores, threads: threads)
      #expect(try machine(topology) { _, _ in } == [])
      // Numbered on end, the second socket begins inside of the first one's room.
      let shifted = try machine(topology) { vCPU, cpu in
        for subleaf in UInt32(0)..<3 { cpu[.topologyX2ApicId, subleaf: subleaf] = vCPU }
        cpu[.initialApicId] = vCPU
        cpu[.extendedApicId] = vCPU
      }
      #expect(!shifted.isEmpty, "\(cores) \(threads)")
    }
  }

  @Test("Leaf 0xb is wrong, every virtual CPU is a socket, 0x8000001e was left zero")
  func halfFilledLeaves() throws {
    let topology = try Topology(sockets: 1, cores: 4, threads: 2)
    #expect(try machine(topology) { _, _ in } == [])
    let wrongLevels = try machine(topology) { _, cpu in cpu[.topologyShift, subleaf: 0] = 0 }
    #expect(wrongLevels.contains(.levels))
    let sockets = try machine(topology) { _, cpu in
      for subleaf in UInt32(0)..<2 { cpu[.topologyShift, subleaf: subleaf] = 0 }
    }
    #expect(!sockets.isEmpty)
    let zeros = try machine(topology) { _, cpu in cpu[leaf: 0x8000_001e] = LeafRegisters() }
    #expect(!zeros.isEmpty)
  }

  @Test("A cache of no size sends memory functions over the end of a page")
  func emptyCache() throws {
    let topology = try Topology(sockets: 1, cores: 2, threads: 2)
    let codes = try machine(topology) { _, cpu in
      cpu[leaf: 0x8000_001d].ebx = 0
      cpu[leaf: 0x8000_001d].ecx = 0
    }
    #expect(codes.contains(.cacheSize), "\(codes)")
  }

  // MARK: Moves

  @Test(arguments: complaints) func isAnswered(_ complaint: Complaint) throws {
    var situation = try Situation()
    let check = try complaint.answer(&situation)
    let found = check.findings.map {
      "\($0.violation.codeText) \($0.violation.fieldName) \($0.violation.severity.word) \($0.isDecided)"
    }
    #expect(check.verdict == complaint.verdict, "\(found) \(check.judgement.unjudged)")
    guard let code = complaint.code else { return }
    let first = check.findings.first { $0.violation.code == code }
    #expect(first?.violation.fieldName == complaint.cause, "\(found)")
    #expect(first?.follows == nil)
    if complaint.verdict == .unknown { #expect(!check.judgement.gather.isEmpty) }
  }
}
