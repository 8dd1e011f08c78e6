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

/// What people complain of who run pools of unlike hosts, each with our answer.
@Suite struct PoolComplaintTests {
  private static func pool(_ names: String...) throws -> [HostDescription] {
    try names.map { try FleetAssessmentTests.host(Fixtures.path($0 + ".txt"), named: $0) }
  }

  private static func level(_ hosts: [HostDescription]) -> LevelReport {
    PoolLevel.report(hosts.map { PoolMember($0, kind: .pv) }, kind: .pv, purpose: .boot)
  }

  /// What a form means that was written of a level, read by our own reader; nil where it holds no features.
  private static func features(_ report: LevelReport, as format: PolicyFormat) throws -> FeatureSet?
  {
    let written = PolicyWriter.write(report.named, as: format)
    #expect(!written.bytes.isEmpty, "\(format.rawValue)")
    let document = try PolicyReader.read(written.bytes.span, source: "-", format: format)
    // A form that names a model asks for the rest by name.
    if let request = document.request { return FeatureSet(request.required) }
    return document.policies.first?.toldFeatures ?? document.raw?.featureSet
  }

  @Test("One CPU for unlike nodes, and not a map of labels")
  func oneCPU() throws {
    let hosts = try Self.pool("emulated-Haswell", "emulated-Nehalem")
    let report = Self.level(hosts)
    // What each host gives up for it, and which host withholds what.
    let haswell = try #require(report.hosts.first { $0.name == "emulated-Haswell" })
    let nehalem = try #require(report.hosts.first { $0.name == "emulated-Nehalem" })
    #expect(haswell.loses.contains(.movbe) && nehalem.blocks.contains(.movbe))
    #expect(report.labels.contains("x86-64-v2") && !report.labels.contains("x86-64-v3"))
    // A guest of the level goes on everywhere.
    var guest = Guest(name: "guest", kind: .pv, policy: report.policy)
    guest.tsc.mode = .emulated
    for host in hosts {
      let check = MigrationCheck(guest, to: host, policies: host.systemPolicies())
      #expect(
        [.safe, .degraded].contains(check.verdict), "\(check.findings.map(\.violation.message))")
    }
    #expect(!PolicyWriter.write(report.named, as: .kubevirt).bytes.isEmpty)
  }

  @Test("A machine monitor without CPU models: one decision, in the words of each")
  func everyMonitor() throws {
    let report = Self.level(try Self.pool("emulated-Haswell", "emulated-Skylake-Server-v4"))
    let names = report.policy.featureSet.intersection(.known)
    for format in [
      PolicyFormat.qemuCPU, .libvirtCPU, .firecrackerTemplate, .proxmox, .kubevirt, .xl, .nova,
      .xapi, .featureset,
    ] {
      let told = try #require(try Self.features(report, as: format), "\(format.rawValue)")
      #expect(told.count > 10, "\(format.rawValue): \(told.count)")
      // No form gives a guest what the level does not have.
      let more = told.intersection(.known).subtracting(names).features
        .filter { $0.level == .and && $0 != .hypervisor }
      #expect(more.isEmpty, "\(format.rawValue): \(more.map(\.name))")
    }
  }
}
