// SPDX-License-Identifier: Apache-2.0

import Fleet
import Foundation
import Hosts
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText
import TestSupport
import Testing

extension XenIntegrationTests {
  private static let models = [Rig.skylake, Rig.haswell]

  /// Two booted hosts, and what their guests level to.
  private func pool(_ release: Rig.Release) throws -> ([HostDescription], LevelReport) {
    let hosts = try Self.models.map { try host(Rig.policies(release, on: $0), $0) }
    let members = hosts.map { PoolMember($0, kind: .hvm) }
    return (hosts, PoolLevel.report(members, kind: .hvm, purpose: .boot))
  }

  /// Where features differ from a level that no shortfall of the host names.
  private func unnamed(
    _ found: FeatureSet, _ level: FeatureSet, on model: String,
    _ shortfalls: [(host: String, differences: [PolicyDifference])]
  ) -> [String] {
    let named = Set(
      shortfalls.filter { $0.host == model }.flatMap(\.differences).map(\.name))
    return level.subtracting(found).union(found.subtracting(level)).intersection(.known).features
      .map(\.name).filter { !named.contains($0) }
  }

  /// Each model is booted once more, so that `make integration-xen` alone does it.
  @Test(
    "Under the one cpuid= option of a pool each booted Xen's default is the level",
    .enabled(if: Rig.isExhaustive, "make integration-xen boots two more hosts"),
    arguments: Rig.isExhaustive ? [Rig.Release.xen417] : [])
  func poolOption(_ release: Rig.Release) throws {
    let (hosts, report) = try pool(release)
    #expect(report.conflicts.isEmpty)
    let option = try PoolOption(for: report.policy, kind: .hvm, hosts: hosts.map { ($0, nil) })
    #expect(!option.text.isEmpty)
    for model in Self.models {
      let booted = try host(
        try Rig.run(["policies"], release, on: model, options: "cpuid=\(option.text)"), model)
      let different = unnamed(
        booted.systemPolicies().hvmDefault.featureSet, report.policy.featureSet, on: model,
        option.shortfalls)
      #expect(different.isEmpty, "\(model) under cpuid=\(option.text): \(different)")
    }
  }

  @Test(
    "With the one cpuid= of a pool xl makes a guest of the level on each booted host",
    .enabled(if: Rig.isExhaustive, "make integration-xen boots two more hosts"),
    arguments: Rig.isExhaustive ? [Rig.Release.xen417] : [])
  func poolSetting(_ release: Rig.Release) throws {
    let (hosts, report) = try pool(release)
    let setting = try PoolGuestSetting(
      for: report.policy, kind: .hvm, hosts: hosts.map { ($0, nil) })
    #expect(setting.text.hasPrefix("host,"))
    // The topology is xl's own.
    let topology = FeatureSet([.htt, .cmpLegacy])
    for model in Self.models {
      let output = try Rig.run(
        ["setting"], release, on: model,
        files: ["setting.cfg": Data("cpuid=\"\(setting.text)\"\n".utf8)])
      #expect(try output.status("setting.status") == 0, "\(output.said("setting.out"))")
      let policy = try domainPolicy(output, "setting.json")
      let different = unnamed(
        policy.featureSet.subtracting(topology), report.policy.featureSet.subtracting(topology),
        on: model, setting.shortfalls)
      #expect(different.isEmpty, "\(model) with cpuid=\(setting.text): \(different)")
      try expectSees(output, "setting.seen", policy)
    }
  }
}
