// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// What a guest has besides its policy: the counter's rate, records of branches, state in a stream.
@Suite struct MovingStateTests {
  /// A host on which nothing hangs on a fact, and where HVM guests run.
  static func host(
    _ hypervisor: String, khz: Int?, scales: Bool?, name: String = "guest-epyc"
  ) throws -> HostDescription {
    var host = try AssessmentTests.host(name)
    var reported = ReportedPolicies(
      options: DerivationOptions(), hasHVM: true, hasNestedPaging: true)
    for kind in PolicyKind.allCases { reported.policies[kind] = host.systemPolicies()[kind] }
    host.reported = reported
    host.hypervisorName = hypervisor
    host.tsc.khz = khz
    host.tsc.canScale = scales
    host.tsc.isInvariant = true
    return host
  }

  static func guest(
    on host: HostDescription, khz: Int?, _ mode: Domain.TimeStampCounter.Mode = .automatic,
    itsc: Bool = false, kind: GuestKind = .hvm
  ) -> Guest {
    var guest = Guest(
      name: "guest", kind: kind, policy: host.systemPolicies()[kind.defaultPolicy])
    guest.tsc = Domain.TimeStampCounter(mode: mode, khz: khz)
    guest.policy.set(.itsc, itsc)
    return guest
  }

  /// A guest's rate, a destination, and what becomes of it.
  struct Counter: Sendable {
    var guest: Int?
    var mode = Domain.TimeStampCounter.Mode.automatic
    var itsc = false
    var kind = GuestKind.hvm
    var hypervisor: String
    var host: Int?
    var scales: Bool?
    var way: MigrationCheck.Counter.Way
    var severity: Severity?
    var isDecided = true
  }

  static let counters: [Counter] = [
    // Xen: the very same kHz, or scaled, or emulated.
    Counter(guest: 2_400_000, hypervisor: "Xen", host: 2_400_000, scales: false, way: .same),
    Counter(
      guest: 2_400_001, hypervisor: "Xen", host: 2_400_000, scales: false, way: .emulated,
      severity: .performance),
    Counter(guest: 2_400_001, hypervisor: "Xen", host: 2_400_000, scales: true, way: .scaled),
    Counter(
      guest: 2_400_000, hypervisor: "Xen", host: 3_000_000, scales: nil, way: .unknown,
      severity: .performance, isDecided: false),
    Counter(
      guest: 2_400_000, hypervisor: "Xen", host: nil, scales: nil, way: .unknown,
      severity: .behaviour, isDecided: false),
    // PV guests are never scaled, native ones neither.
    Counter(
      guest: 2_400_000, kind: .pv, hypervisor: "Xen", host: 3_000_000, scales: true,
      way: .emulated, severity: .performance),
    Counter(
      guest: 2_400_000, mode: .native, hypervisor: "Xen", host: 3_000_000, scales: true, way: .none,
      severity: .behaviour),
    Counter(
      guest: 2_400_000, mode: .native, kind: .pv, hypervisor: "Xen", host: 3_000_000,
      scales: true, way: .none, severity: .behaviour),
    Counter(
      guest: 2_400_000, mode: .emulated, hypervisor: "Xen", host: 3_000_000, scales: false,
      way: .emulated),
    // ITSC binds.
    Counter(
      guest: 2_400_000, itsc: true, hypervisor: "Xen", host: 3_000_000, scales: false,
      way: .emulated, severity: .behaviour),
    Counter(
      guest: 2_400_000, itsc: true, hypervisor: "Xen", host: 3_000_000, scales: true, way: .scaled),
    Counter(
      guest: 2_400_000, itsc: true, hypervisor: "Xen", host: 3_000_000, scales: nil, way: .unknown,
      severity: .behaviour, isDecided: false),
    // KVM: within 250 ppm nothing is scaled.
    Counter(guest: 2_400_600, hypervisor: "KVM", host: 2_400_000, scales: false, way: .same),
    Counter(
      guest: 2_400_000, itsc: true, hypervisor: "KVM", host: 2_399_999, scales: false, way: .same),
    // Without scaling a faster guest is caught up with, and a slower one fails.
    Counter(
      guest: 2_400_601, hypervisor: "KVM", host: 2_400_000, scales: false, way: .catchUp,
      severity: .performance),
    Counter(
      guest: 2_400_601, itsc: true, hypervisor: "KVM", host: 2_400_000, scales: false,
      way: .catchUp, severity: .behaviour),
    Counter(
      guest: 2_000_000, hypervisor: "KVM", host: 2_400_000, scales: false, way: .none,
      severity: .behaviour),
    Counter(guest: 2_000_000, hypervisor: "KVM", host: 2_400_000, scales: true, way: .scaled),
    Counter(
      guest: 2_000_000, hypervisor: "KVM", host: 2_400_000, scales: nil, way: .unknown,
      severity: .behaviour, isDecided: false),
    // KVM gives no guest more than 31 bits of kHz.
    Counter(
      guest: 0x8000_0000, hypervisor: "KVM", host: 2_400_000, scales: true, way: .catchUp,
      severity: .performance),
  ]

  @Test(arguments: counters.indices) func rates(_ index: Int) throws {
    let row = Self.counters[index]
    let host = try Self.host(row.hypervisor, khz: row.host, scales: row.scales)
    let guest = Self.guest(
      on: host, khz: row.guest, row.mode, itsc: row.itsc, kind: row.kind)
    let check = MigrationCheck(guest, to: host, policies: host.systemPolicies())
    let found = check.findings.first {
      $0.violation.code == .counterRate || $0.violation.code == .timeStampCounter
    }
    #expect(check.counter.way == row.way, "row \(index)")
    #expect(found?.violation.severity == row.severity, "row \(index)")
    if let found { #expect(found.isDecided == row.isDecided, "row \(index)") }
  }

  /// Ratios are those that the CPU holds, up to its limits.
  @Test func ratios() {
    #expect(
      CounterScaling.vmx.ratio(guest: 2_400_000, host: 3_000_000, refusesMaximum: false)
        == 0xcccc_cccc_cccc)
    #expect(
      CounterScaling.svm.ratio(guest: 2_400_000, host: 3_000_000, refusesMaximum: false)
        == 0xcccc_cccc)
    #expect(CounterScaling.svm.ratio(guest: 256, host: 1, refusesMaximum: false) == nil)
    #expect(CounterScaling.svm.ratio(guest: 255, host: 1, refusesMaximum: false) == 255 << 32)
    #expect(CounterScaling.vmx.ratio(guest: 65_536, host: 1, refusesMaximum: false) == nil)
    #expect(CounterScaling.vmx.ratio(guest: 65_535, host: 1, refusesMaximum: false) == 65_535 << 48)
    #expect(CounterScaling.vmx.ratio(guest: 0, host: 1, refusesMaximum: false) == nil)
    #expect(CounterScaling.vmx.ratio(guest: 1, host: 0, refusesMaximum: false) == nil)
    // The greatest ratio Xen takes and KVM refuses; one that comes to nothing nobody takes.
    let (guest, host) = (Int(1 << 40 - 1), Int(1) << 32)
    #expect(
      CounterScaling.svm.ratio(guest: guest, host: host, refusesMaximum: false) == 1 << 40 - 1)
    #expect(CounterScaling.svm.ratio(guest: guest, host: host, refusesMaximum: true) == nil)
    #expect(CounterScaling.svm.ratio(guest: 1, host: 1 << 33, refusesMaximum: false) == nil)
  }

  private func records(
    _ change: (inout Guest, inout HostDescription) -> Void
  ) throws -> Judgement.Finding? {
    var host = try Self.host("Xen", khz: 1, scales: true, name: "emulated-Haswell")
    var guest = Self.guest(on: host, khz: 1)
    guest.usesLBR = true
    guest.judge = Domain.Judge(
      host: "home", digest: "", lbr: HostDescription.BranchRecords(),
      signature: Signature(eax: 0x306a9), hypervisorName: "Xen")
    change(&guest, &host)
    return MigrationCheck(guest, to: host, policies: host.systemPolicies()).findings.first {
      $0.violation.code == .branchRecords || $0.violation.code == .modelDiffers
    }
  }

  @Test func branchRecordsUnderXen() throws {
    // Ivy Bridge and Haswell have 16 records, in a format that nobody recorded.
    #expect(try records { _, _ in }?.isDecided == false)
    let equal = try records { guest, host in
      guest.judge?.lbr.format = 4
      host.lbr.format = 4
    }
    #expect(equal == nil)
    let other = try records { guest, host in
      guest.judge?.lbr.format = 3
      host.lbr.format = 4
    }
    #expect(other?.isDecided == true)
    // Skylake has twice as many.
    #expect(
      try records { guest, _ in guest.judge?.signature = Signature(eax: 0x506e3) }?.isDecided
        == true)
    // The same model has the same records, whatever else was recorded.
    #expect(try records { guest, host in guest.judge?.signature = host.boot.signature } == nil)
    // Under Xen a guest on Sapphire Rapids holds none; under another hypervisor it may.
    #expect(try records { guest, _ in guest.judge?.signature = Signature(eax: 0x806f8) } == nil)
    let elsewhere = try records { guest, _ in
      guest.judge?.signature = Signature(eax: 0x806f8)
      guest.judge?.hypervisorName = nil
    }
    #expect(elsewhere?.isDecided == true)
    #expect(try records { guest, _ in guest.judge = nil }?.isDecided == false)
    #expect(try records { guest, _ in guest.usesLBR = false } == nil)
  }

  @Test func branchRecordsUnderKVM() throws {
    func under(_ change: (inout Guest, inout HostDescription) -> Void) throws -> Judgement.Finding?
    {
      try records { guest, host in
        host.hypervisorName = "KVM"
        guest.judge?.hypervisorName = "KVM"
        guest.judge?.lbr.format = 4
        host.lbr.format = 4
        change(&guest, &host)
      }
    }
    #expect(try under { _, _ in } == nil)
    #expect(
      try under { guest, _ in guest.policy[leaf: 1].eax = 0x306a9 }?.violation.code == .modelDiffers
    )
    #expect(try under { _, host in host.lbr.format = 5 }?.isDecided == true)
    #expect(try under { _, host in host.lbr.format = nil }?.isDecided == false)
  }

  /// Xen's streams hold no state of nested virtualisation, KVM's do; nobody sees whether it is used.
  @Test func stateThatNoStreamCarries() throws {
    for (hypervisor, feature, isFound) in [
      ("Xen", Feature.svm, true), ("KVM", .svm, false), ("Xen", .cetSs, true),
    ] {
      let host = try Self.host(hypervisor, khz: 1, scales: true)
      var guest = Self.guest(on: host, khz: 1)
      guest.policy.set(feature, true)
      guest.hasNestedVirtualisation = true
      let check = MigrationCheck(guest, to: host, policies: host.systemPolicies())
      let found = check.findings.first { $0.violation.code == .stateNotCarried }
      #expect((found != nil) == isFound, "\(hypervisor) \(feature.name)")
      #expect(found?.isDecided != true)
      if isFound {
        #expect(check.judgement.gather.contains { $0.contains("whether it uses \(feature.name)") })
      }
    }
  }

  /// Another version is named, and judged where the tables know both; another hypervisor ends the move.
  @Test func hypervisors() throws {
    var host = try Self.host("Xen", khz: 1, scales: true)
    host.hypervisorVersion = "4.20.4"
    var guest = Self.guest(on: host, khz: 1)
    func check(_ name: String, _ version: String?) -> MigrationCheck {
      guest.judge = Domain.Judge(
        host: "home", digest: "", lbr: HostDescription.BranchRecords(), hypervisorName: name,
        hypervisorVersion: version)
      return MigrationCheck(guest, to: host, policies: host.systemPolicies())
    }
    let skipped = check("Xen", "4.17.7")
    #expect(skipped.hypervisors.from == "Xen 4.17.7" && skipped.hypervisors.to == "Xen 4.20.4")
    #expect(skipped.findings.contains { $0.violation.code == .releasesSkipped })
    #expect(!check("Xen", "4.20.4").findings.contains { $0.violation.ruleText == "release" })
    #expect(!check("Xen", "3.4.0").findings.contains { $0.violation.ruleText == "release" })
    let other = check("KVM", "6.12.0")
    #expect(other.verdict == .unsafe)
    #expect(other.findings.contains { $0.violation.code == .otherHypervisor && $0.isDecided })
    // A stream names a branch alone: within it nothing is said.
    guest.judge = nil
    guest.savedBy = XenRelease("4.20")
    #expect(
      !MigrationCheck(guest, to: host, policies: host.systemPolicies()).findings
        .contains { $0.violation.ruleText == "release" })
    guest.savedBy = XenRelease("4.17")
    #expect(
      MigrationCheck(guest, to: host, policies: host.systemPolicies()).findings
        .contains { $0.violation.code == .releasesSkipped })
  }

  /// Ids above 254 need what a hypervisor offers: Xen to nobody, machine monitors over KVM to whom they gave it.
  @Test func manyVirtualCPUs() throws {
    for (hypervisor, isGiven, vCPUs, isDecided) in [
      ("Xen", false, 300, true), ("Xen", true, 300, true), ("KVM", false, 300, false),
      ("KVM", true, 300, nil), ("Xen", false, 255, nil),
    ] as [(String, Bool, UInt32, Bool?)] {
      let host = try Self.host(hypervisor, khz: 1, scales: true)
      var guest = Self.guest(on: host, khz: 1)
      guest.topology = try Topology.plain(vCPUs: vCPUs)
      guest.policy[.kvmMsiExtendedDestinationId] = isGiven ? 1 : 0
      let check = MigrationCheck(guest, to: host, policies: host.systemPolicies())
      let found = check.findings.first { $0.violation.code == .extendedDestinations }
      #expect(found?.isDecided == isDecided, "\(hypervisor) \(isGiven) \(vCPUs)")
    }
  }
}
