// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// For each code, something that is wrong in just that way.
extension CodeTests {
  static let cases: [ViolationCode: @Sendable () throws -> [Violation]] =
    features.merging(rows) { first, _ in first }.merging(forms) { first, _ in first }
    .merging(topology) { first, _ in first }

  /// A domain of a fixture's host: its bound, its circumstances, and the policy that it begins with.
  private struct Guest {
    var bound: CPUPolicy
    var context: AuditContext
    var policy: CPUPolicy

    static let intel = "emulated-Skylake-Server-v4.txt"
    static let amd = "emulated-EPYC-Rome.txt"

    init(_ fixture: String, _ kind: GuestKind = .hvm) throws {
      let document = try InputFile.read(Fixtures.path(fixture))
      let policies = SystemPolicies(
        facts: try #require(HostDescription(name: "host", document: document)).facts)
      let leaves = TopologyLeaves(maxBasicLeaf: 0x1f, maxExtendedLeaf: 0x8000_0026)
      let settings = DomainSettings(
        kind: kind, topology: try Topology(sockets: 1, cores: 2, threads: 2),
        hasNestedVirtualisation: false, physicalAddressLimit: kind.isHVM ? 48 : 52)
      bound = policies[kind.maxPolicy]
      context = AuditContext(
        domain: kind, physicalAddressLimit: settings.physicalAddressLimit,
        hostFeatures: policies.hostDefault.featureSet, topology: settings.topology)
      context.topologyLeaves = leaves
      policy = try policies.initialPolicy(settings, leaves: leaves)
    }

    func found() -> [Violation] { Auditor(bound: bound, context: context).violations(of: policy) }
  }

  /// What is wrong with a guest's policy after a change to policy, bound or circumstances.
  private static func guest(
    _ fixture: String, _ kind: GuestKind = .hvm, _ change: @Sendable (inout Guest) -> Void
  ) throws -> [Violation] {
    var guest = try Guest(fixture, kind)
    #expect(guest.found().isEmpty, "the fault must be the change's")
    change(&guest)
    return guest.found()
  }

  private static let features: [ViolationCode: @Sendable () throws -> [Violation]] = [
    .featureNotOffered: { try guest(Guest.intel) { $0.policy.set(.smx, true) } },
    .prerequisiteMissing: { try guest(Guest.amd) { $0.policy.set(.xsave, false) } },
    .nestedNotEnabled: {
      try guest(Guest.intel) {
        $0.bound.set(.vmx, true)
        $0.policy.set(.vmx, true)
      }
    },
    .notForThisKind: { try guest(Guest.intel, .pv32) { $0.policy.set(.lm, true) } },
    .differsFromHost: {
      try guest(Guest.intel) { $0.policy.set(.noFpuSel, !$0.policy.has(.noFpuSel)) }
    },
    .needsHigherLeaf: {
      try guest(Guest.amd) {
        $0.policy[.maxBasicLeaf] = 0xb
        $0.policy.clearStaleLeaves()
      }
    },
    .leafWithoutFeature: {
      try guest(Guest.intel) {
        $0.bound.set(.procTrace, true)
        $0.bound[.maxBasicLeaf] = 0x14
        $0.bound[leaf: 0x14] = LeafRegisters(ebx: 1)
        $0.policy[.maxBasicLeaf] = 0x14
        $0.policy[leaf: 0x14] = LeafRegisters(ebx: 1)
      }
    },
    .countersOff: { try guest(Guest.intel) { withCounters(&$0) } },
    .timeStampCounter: {
      var host = try #require(
        HostDescription(
          name: "host", document: try InputFile.read(Fixtures.path("guest-epyc.txt"))))
      host.tsc.isInvariant = true
      let policies = host.systemPolicies()
      var moving = Domains.Guest(name: "guest", kind: .hvm, policy: policies.hvmMax)
      moving.policy.set(.itsc, true)
      return MigrationCheck(moving, to: host, policies: policies).findings.map(\.violation)
    },
    .counterRate: {
      let host = try #require(
        HostDescription(
          name: "host", document: try InputFile.read(Fixtures.path("guest-epyc.txt"))))
      let policies = host.systemPolicies()
      var moving = Domains.Guest(name: "guest", kind: .hvm, policy: policies.hvmMax)
      moving.policy.set(.itsc, false)
      moving.tsc = Domain.TimeStampCounter(mode: .native, khz: 2_000_000)
      return MigrationCheck(moving, to: host, policies: policies).findings.map(\.violation)
    },
    .kindNotAvailable: {
      var host = try #require(
        HostDescription(
          name: "host", document: try InputFile.read(Fixtures.path("guest-epyc.txt"))))
      host.facts.virtualisationUsable = false
      let policies = host.systemPolicies()
      let moving = Domains.Guest(name: "guest", kind: .hvm, policy: policies.hvmMax)
      return MigrationCheck(moving, to: host, policies: policies).findings.map(\.violation)
    },
    .branchRecords: {
      let host = try #require(
        HostDescription(
          name: "host", document: try InputFile.read(Fixtures.path("guest-epyc.txt"))))
      let policies = host.systemPolicies()
      var moving = Domains.Guest(name: "guest", kind: .hvm, policy: policies.hvmMax)
      moving.usesLBR = true
      return MigrationCheck(moving, to: host, policies: policies).findings.map(\.violation)
    },
    .warningMissing: {
      let host = try #require(
        HostDescription(
          name: "host", document: try InputFile.read(Fixtures.path("guest-epyc.txt"))))
      var policies = host.systemPolicies()
      let moving = Domains.Guest(name: "guest", kind: .hvm, policy: policies.hvmDefault)
      policies.hvmDefault.set(.mdClear, true)
      policies.hostDefault.set(.mdClear, true)
      return MigrationCheck(moving, to: host, policies: policies).findings.map(\.violation)
    },
    .stateNotCarried: {
      let host = try #require(
        HostDescription(
          name: "host", document: try InputFile.read(Fixtures.path("guest-epyc.txt"))))
      let policies = host.systemPolicies()
      var moving = Domains.Guest(name: "guest", kind: .hvm, policy: policies.hvmMax)
      moving.policy.set(.svm, true)
      return MigrationCheck(moving, to: host, policies: policies).findings.map(\.violation)
    },
    .modelDiffers: { try underKVM { $0.usesLBR = true } },
    .extendedDestinations: {
      try underKVM { $0.topology = try? Topology.plain(vCPUs: 300) }
    },
    .stateSize: { try underKVM { $0.policy[.xsaveSizeMax] = 11_008 } },
    .machineTypeMissing: {
      try ofQEMU {
        $0.machine?.type = "pc-q35-9.2"
        $1.machines = ["pc-q35-7.2"]
      }
    },
    .nameNotKnown: {
      try ofQEMU {
        $0.names = (.libvirt, ["amx-fp16"])
        $1.releases[.libvirt] = WorldRelease(major: 9, minor: 0)
      }
    },
    .counterNotMovable: {
      try ofQEMU { guest, _ in
        guest.machine?.accelerator = "kvm"
        guest.policy.set(.itsc, true)
        guest.tsc.khz = nil
      }
    },
    .otherHypervisor: { try underKVM { $0.judge?.hypervisorName = "Xen" } },
    .kindNotBuilt: {
      var host = try #require(
        HostDescription(
          name: "host", document: try InputFile.read(Fixtures.path("guest-epyc.txt"))))
      let policies = host.systemPolicies()
      var reported = ReportedPolicies(
        options: DerivationOptions(), hasHVM: true, hasNestedPaging: true)
      reported.policies[.raw] = policies.raw
      host.reported = reported
      let moving = Domains.Guest(name: "guest", kind: .pv, policy: policies.pvMax)
      return MigrationCheck(moving, to: host, policies: policies).findings.map(\.violation)
    },
    .releasesSkipped: { try moved("4.17.7", "4.20.4") },
    .olderRelease: { try moved("4.20.4", "4.19.6") },
    .x2apicNumbering: { try moved("4.18.6", "4.17.0") },
    .nameMoved: { try moved("4.15.1", "4.15.2", line: "dom0_mem=1G cpuid=no-tsxldtrk") },
  ]

  /// What is said of a guest whose machine QEMU makes, after a change to it or to its destination.
  private static func ofQEMU(
    _ change: (inout Domains.Guest, inout HostDescription) -> Void
  ) throws -> [Violation] {
    var host = try #require(
      HostDescription(
        name: "host", document: try InputFile.read(Fixtures.path("guest-epyc.txt"))))
    let policies = host.systemPolicies()
    var moving = Domains.Guest(name: "guest", kind: .hvm, policy: policies.hvmMax)
    moving.machine = ModelRequest.Machine()
    change(&moving, &host)
    return MigrationCheck(moving, to: host, policies: policies).findings.map(\.violation)
  }

  /// What KVM's host says of a guest that shows another model.
  private static func underKVM(
    _ change: (inout Domains.Guest) -> Void
  ) throws -> [Violation] {
    var host = try #require(
      HostDescription(
        name: "host", document: try InputFile.read(Fixtures.path("guest-epyc.txt"))))
    host.hypervisorName = HostDescription.kvmName
    host.lbr.format = 5
    let policies = host.systemPolicies()
    var moving = Domains.Guest(name: "guest", kind: .hvm, policy: policies.hvmMax)
    moving.policy[leaf: 1].eax = 0x306c3
    moving.judge = Domain.Judge(
      host: "home", digest: "", lbr: HostDescription.BranchRecords(format: 5))
    change(&moving)
    return MigrationCheck(moving, to: host, policies: policies).findings.map(\.violation)
  }

  /// What is said of an HVM guest that goes from one release of Xen to another on its own host.
  private static func moved(
    _ from: String, _ to: String, line: String = ""
  ) throws -> [Violation] {
    let host = try #require(
      HostDescription(
        name: "host", document: try InputFile.read(Fixtures.path("guest-epyc.txt"))))
    let change = ReleaseChange(
      from: try #require(XenRelease(from)), to: try #require(XenRelease(to)),
      named: XenCommandLine(line).named)
    var owner = DerivationOptions()
    owner.follow(change.to)
    let policies = host.systemPolicies(owner)
    let moving = Domains.Guest(name: "guest", kind: .hvm, policy: policies.hvmMax)
    return MigrationCheck(
      moving, to: host, policies: policies, owner: owner, release: change
    ).findings.map(\.violation)
  }

  /// Performance counters with one event absent, in bound and candidate alike.
  @Sendable private static func withCounters(_ guest: inout Guest) {
    for registers in [\Guest.bound, \.policy] {
      guest[keyPath: registers][leaf: 0xa] = LeafRegisters(eax: 0x0730_0402, ebx: 0x80)
    }
  }

  private static let rows: [ViolationCode: @Sendable () throws -> [Violation]] = [
    .reservedBits: { try guest(Guest.intel) { $0.policy[leaf: 1].eax |= 1 << 14 } },
    .unknownLeaf: {
      OutsideLeaf(of: .cpu(0), place: LeafPlace(0x8086_0001), registers: LeafRegisters(edx: 1))
        .violations
    },
    .beyondLimits: { try guest(Guest.intel) { $0.policy[leaf: 0x14].ebx = 1 } },
    .fieldNotOffered: { try guest(Guest.intel) { $0.policy[leaf: 6].eax = 4 } },
    .fieldAboveBound: { try guest(Guest.amd) { $0.policy[.maxPhysicalAddressBits] = 49 } },
    .fieldBelowBound: {
      try guest(Guest.intel) {
        withCounters(&$0)
        $0.context.hasPerformanceCounters = true
        $0.policy[leaf: 0xa].ebx = 0
      }
    },
    .fieldDiffers: { try guest(Guest.intel) { $0.policy[.clflushLineSize] = 16 } },
    .fieldMustBeZero: { try guest(Guest.intel) { $0.policy[.initialApicId] = 4 } },
    .fieldNotDefined: { try guest(Guest.amd) { $0.policy[leaf: 4].eax = 0x121 } },
    .topologyNotChosen: { try guest(Guest.intel) { $0.context.topology = nil } },
    .msrNotOffered: { try guest(Guest.intel) { $0.policy[msr: .ia32FeatureControl] = 1 } },
    .boundUnknown: {
      try guest(Guest.intel) {
        $0.bound.markUnknown(slot: LeafLayout.slot(2) ?? 0)
        $0.policy[leaf: 2] = LeafRegisters(eax: 1, ebx: 1)
      }
    },
    .candidateUnknown: {
      try guest(Guest.intel) { $0.policy.markUnknown(slot: LeafLayout.slot(1) ?? 0) }
    },
  ]

  private static let forms: [ViolationCode: @Sendable () throws -> [Violation]] = [
    .limitAboveBound: { try guest(Guest.amd) { $0.policy[.maxBasicLeaf] = 0xe } },
    .vendorDiffers: { try guest(Guest.amd) { $0.policy[.vendorStringPart1] &+= 1 } },
    .limitMalformed: { try guest(Guest.intel) { $0.policy[.maxExtendedLeaf] = 8 } },
    .xstateMask: { try guest(Guest.amd) { $0.policy[leaf: 0xd].eax &= ~4 } },
    .xstateSize: { try guest(Guest.amd) { $0.policy[leaf: 0xd].ecx += 64 } },
    .xstateComponent: { try guest(Guest.amd) { $0.policy[leaf: 0xd, subleaf: 2].ebx += 64 } },
    .copyDiffers: { try guest(Guest.amd) { $0.policy[leaf: 0x8000_0001].eax ^= 0x10 } },
    .linearWidth: { try guest(Guest.amd) { $0.policy[.maxLinearAddressBits] = 57 } },
    .physicalWidth: { try guest(Guest.amd) { $0.policy[.maxPhysicalAddressBits] = 35 } },
    .derivedDiffers: {
      try guest(Guest.intel) {
        $0.bound[msr: .ia32FeatureControl] = 1
        $0.policy[msr: .ia32FeatureControl] = 4
      }
    },
    .signatureMalformed: { try guest(Guest.intel) { $0.policy[.extendedFamily] = 3 } },
    .brandMalformed: { try guest(Guest.intel) { $0.policy[.brandStringPart1] = 0x0707_0707 } },
    .cacheDescriptors: { try guest(Guest.intel) { $0.policy[leaf: 2].ebx = 0x8000_00ff } },
    .cacheList: { try guest(Guest.intel) { $0.policy[leaf: 4].eax |= 0x1f } },
    .cacheCodes: { try guest(Guest.amd) { $0.policy[leaf: 0x8000_0006].ecx = 0x0200_7140 } },
    .hypervisorLimit: { try guest(Guest.amd) { $0.policy[.maxHypervisorLeaf] = 0x99 } },
  ]

  /// What is wrong with the ids and leaves of a machine after a change to each CPU's policy.
  private static func machine(
    _ fixture: String, _ change: (inout CPUPolicy) -> Void
  ) throws -> [Violation] {
    let topology = try Topology(sockets: 1, dies: 2, cores: 2, threads: 2)
    let leaves = TopologyLeaves(maxBasicLeaf: 0x1f, maxExtendedLeaf: 0x8000_0026)
    var policy = try Guest(fixture).bound
    policy.set(.x2apic, true)
    if policy.vendor.isAMDLike {
      policy.set(.topoext, true)
      policy[.maxExtendedLeaf] = 0x8000_0021
      policy[leaf: 0x8000_001d] = LeafRegisters(eax: 0x121, ebx: 0x01c0_003f, ecx: 63)
    }
    try policy.apply(topology, leaves: leaves)
    let sound = (0..<topology.vCPUs).map { vCPU in
      var cpu = policy
      cpu.identify(vCPU: vCPU, in: topology)
      return cpu
    }
    #expect(TopologyReport.findings(sound).isEmpty, "the fault must be the change's")
    let changed = sound.map { cpu in
      var cpu = cpu
      change(&cpu)
      return cpu
    }
    return TopologyReport.findings(changed).map(\.violation)
  }

  private static let topology: [ViolationCode: @Sendable () throws -> [Violation]] = [
    .apicIDs: { try machine(Guest.intel) { $0[.topologyX2ApicId, subleaf: 0] = 5 } },
    .initialID: { try machine(Guest.intel) { $0[.initialApicId] ^= 8 } },
    .packageRoom: { try machine(Guest.intel) { $0[.logicalProcessorsPerPackage] = 4 } },
    .singleProcessor: { try machine(Guest.intel) { $0.set(.htt, false) } },
    .legacyDecoding: {
      try machine(Guest.intel) { cpu in
        for index in 0..<UInt32(cpu.subleafCount(4)) {
          cpu[.cacheCoresPerPackage, subleaf: index] = 7
        }
      }
    },
    .levels: { try machine(Guest.intel) { $0[.topologyLevelType, subleaf: 0] = 2 } },
    .x2APICLevels: { try machine(Guest.intel) { $0[.maxBasicLeaf] = 4 } },
    .lastLevel: { try machine(Guest.intel) { $0[.topologyV2Shift, subleaf: 2] = 6 } },
    .cacheSharing: { try machine(Guest.intel) { $0[.cacheThreadsSharing, subleaf: 0] = 63 } },
    .processorCount: { try machine(Guest.amd) { $0[.apicIdCoreIdSize] = 1 } },
    .extendedTopology: { try machine(Guest.amd) { $0[.threadsPerCoreMinusOne] = 3 } },
    .capacity: { try machine(Guest.intel) { $0[.topologyLogicalCount, subleaf: 1] = 4 } },
    .idsScattered: {
      try machine(Guest.amd) { cpu in
        for subleaf in UInt32(0)..<3 { cpu[.topologyX2ApicId, subleaf: subleaf] <<= 4 }
        cpu[.initialApicId] <<= 4
        cpu[.extendedApicId] <<= 4
      }
    },
    .threadsUntold: {
      try machine(Guest.amd) { cpu in
        cpu.set(.topoext, false)
        cpu[leaf: 0x8000_001e] = LeafRegisters()
        for subleaf in UInt32(0)..<5 { cpu[leaf: 0x8000_001d, subleaf: subleaf] = LeafRegisters() }
      }
    },
    .cacheSize: {
      try machine(Guest.intel) {
        $0[leaf: 4, subleaf: 1].ebx = 0
        $0[leaf: 4, subleaf: 1].ecx = 0
      }
    },
  ]
}
