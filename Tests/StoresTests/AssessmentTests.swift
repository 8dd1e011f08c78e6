// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// How findings become a verdict, in which order they stand, and what a waiver does.
@Suite struct AssessmentTests {
  static func host(_ name: String) throws -> HostDescription {
    try #require(
      HostDescription(name: name, document: try InputFile.read(Fixtures.path(name + ".txt"))))
  }

  private func check(
    _ guest: String, to name: String, waivers: Set<ViolationCode> = [],
    change: (inout Guest) -> Void = { _ in }
  ) throws -> MigrationCheck {
    var moving = Guest(
      name: "guest", kind: .pv, policy: try Self.host(guest).systemPolicies().pvDefault)
    moving.tsc.mode = .emulated
    change(&moving)
    let host = try Self.host(name)
    return MigrationCheck(moving, to: host, policies: host.systemPolicies(), waivers: waivers)
  }

  private func names(_ findings: [Judgement.Finding]) -> [String] {
    findings.map(\.violation.fieldName)
  }

  /// XSAVEOPT needs XSAVE: one cause, and what falls with it behind it.
  @Test func causesComeFirst() throws {
    let check = try check("emulated-Haswell", to: "emulated-Nehalem")
    #expect(check.verdict == .unsafe)
    let causes = check.findings.filter { $0.follows == nil }
    #expect(names(causes).contains("XSAVE") && names(causes).contains("MOVBE"))
    #expect(!names(causes).contains("XSAVEOPT"))
    let option = check.findings.first { $0.violation.fieldName == "XSAVEOPT" }
    #expect(option?.follows == "XSAVE")
    // All causes stand before all that follows, each part by severity.
    let firstFollower = check.findings.firstIndex { $0.follows != nil } ?? check.findings.count
    #expect(check.findings[..<firstFollower].allSatisfy { $0.follows == nil })
    #expect(check.findings[firstFollower...].allSatisfy { $0.follows != nil })
    for part in [check.findings[..<firstFollower], check.findings[firstFollower...]] {
      let severities = part.map(\.violation.severity)
      #expect(severities == severities.sorted(by: >))
    }
    // Nothing stands twice.
    let places = check.findings.map { "\($0.violation.codeText) \($0.violation.placeText)" }
    #expect(Set(places).count == places.count)
  }

  @Test func anotherVendorIsOneLine() throws {
    let check = try check("emulated-Haswell", to: "emulated-EPYC-Rome")
    let causes = check.findings.filter { $0.follows == nil }
    #expect(causes.count == 1 && causes[0].violation.code == .vendorDiffers)
    #expect(check.findings.count > 10 && check.verdict == .unsafe)
  }

  /// A waiver takes findings of one code, shows them, and makes nothing safe.
  @Test func waivers() throws {
    let open = try check("emulated-Haswell", to: "emulated-Nehalem")
    let codes = Set(open.findings.map(\.violation.code))
    for code in codes {
      let waived = try check("emulated-Haswell", to: "emulated-Nehalem", waivers: [code])
      #expect(!waived.waived.isEmpty && waived.waived.allSatisfy { $0.violation.code == code })
      #expect(waived.findings.count + waived.waived.count == open.findings.count)
      #expect(waived.verdict != .safe)
    }
    let all = try check("emulated-Haswell", to: "emulated-Nehalem", waivers: codes)
    #expect(all.findings.isEmpty && all.verdict != .safe && all.verdict != .unsafe)
    // A code that nothing has waives nothing.
    let none = try check("emulated-Haswell", to: "emulated-Haswell", waivers: [.branchRecords])
    #expect(none.waived.isEmpty)
  }

  /// One decided fault decides, whatever else is open; what is open and harmless opens nothing.
  @Test func theOrderOfVerdicts() throws {
    var host = try Self.host("emulated-Haswell")
    let policies = host.systemPolicies()
    var guest = Guest(name: "guest", kind: .pv, policy: policies.pvDefault)
    guest.tsc.mode = .emulated
    func verdict() -> MigrationCheck.Verdict {
      MigrationCheck(guest, to: host, policies: policies).verdict
    }
    let base = verdict()
    #expect(base != .unsafe)
    guest.tsc = Domain.TimeStampCounter(mode: .native, khz: 2_000_000)
    host.tsc.khz = nil
    #expect(verdict() == .unknown)
    host.tsc.khz = 3_000_000
    #expect(verdict() == .unsafe)
    guest.tsc.mode = .automatic
    host.tsc.canScale = false
    #expect(verdict() == (base == .unknown ? .unknown : .degraded))
  }

  /// What the x87 unit does is each host's own: told and not there harms nobody, there and not told
  /// degrades, and neither ends a move.
  @Test func x87() throws {
    let host = try Self.host("emulated-Haswell")
    var policies = host.systemPolicies()
    for (told, there) in [(true, false), (false, true), (true, true)] {
      var guest = Guest(name: "guest", kind: .pv, policy: policies.pvDefault)
      guest.tsc.mode = .emulated
      guest.policy.set(.noFpuSel, told)
      policies.hostDefault.set(.noFpuSel, there)
      guest.policy.set(.fdpExcpOnly, policies.hostDefault.has(.fdpExcpOnly))
      let check = MigrationCheck(guest, to: host, policies: policies)
      let found = check.findings.filter { $0.violation.code == .differsFromHost }
      #expect(found.count == (there && !told ? 1 : 0))
      #expect(check.verdict != .unsafe)
    }
  }

  /// A guest from where nothing was the matter is told too little here, and one that knows is not: that
  /// degrades a move, and ends none.
  @Test func warnings() throws {
    var host = try Self.host("emulated-Haswell")
    // What a hypervisor reports hangs on no fact.
    var reported = ReportedPolicies(
      options: DerivationOptions(), hasHVM: false, hasNestedPaging: false)
    reported.policies[.pvMax] = host.systemPolicies().pvMax
    host.reported = reported
    for (feature, other) in [(Feature.mdClear, nil), (.rsba, Feature.rrsba)]
      as [(Feature, Feature?)]
    {
      var policies = host.systemPolicies()
      policies.pvMax.set(.archCaps, true)
      policies.pvDefault.set(.archCaps, true)
      policies.pvMax[msr: .archCapabilities] = 0
      policies.pvDefault[msr: .archCapabilities] = 0
      for one in [feature, other].compactMap(\.self) { policies.pvMax.set(one, true) }
      var guest = Guest(name: "guest", kind: .pv, policy: policies.pvDefault)
      guest.policy.set(feature, false)
      guest.tsc.mode = .emulated
      func found() -> [Judgement.Finding] {
        MigrationCheck(guest, to: host, policies: policies).findings
          .filter { $0.violation.code == .warningMissing && $0.violation.fieldName == feature.name }
      }
      policies.pvDefault.set(feature, false)
      #expect(found().isEmpty, "\(feature.name)")
      policies.pvDefault.set(feature, true)
      // What guests see whatever the host is says nothing of this host.
      policies.hostDefault.set(feature, false)
      if let other { policies.hostDefault.set(other, false) }
      #expect(found().isEmpty, "\(feature.name)")
      policies.hostDefault.set(feature, true)
      #expect(found().map(\.violation.severity) == [.security], "\(feature.name)")
      #expect(!found().contains { !$0.isDecided })
      #expect(
        MigrationCheck(guest, to: host, policies: policies, waivers: [.featureNotOffered]).verdict
          != .unsafe)
      guest.policy.set(other ?? feature, true)
      #expect(found().isEmpty, "\(feature.name)")
    }
    // Nobody recorded what the host's guests are told.
    var policies = host.systemPolicies()
    let guest = Guest(name: "guest", kind: .pv, policy: policies.pvDefault)
    let slot = try #require(LeafLayout.slot(7))
    policies.pvDefault[slot: slot] = LeafRegisters()
    policies.pvDefault.markUnknown(slot: slot)
    let open = MigrationCheck(guest, to: host, policies: policies).findings
      .filter { $0.violation.code == .warningMissing }
    #expect(open.contains { $0.violation.fieldName == "MD_CLEAR" && !$0.isDecided })
  }
}
