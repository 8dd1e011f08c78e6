// SPDX-License-Identifier: Apache-2.0

import Fleet
import Hosts
import PolicyCore
import PolicyDocuments
import PolicyText
import TestSupport
import Testing

extension XenIntegrationTests {
  /// Each model is booted once more, so that `make integration-xen` alone does it.
  @Test(
    "Under the one cpuid= option of a pool each booted Xen's default is the level",
    .enabled(if: Rig.isExhaustive, "make integration-xen boots two more hosts"),
    arguments: Rig.isExhaustive ? [Rig.Release.xen417] : [])
  func poolOption(_ release: Rig.Release) throws {
    let models = [Rig.skylake, Rig.haswell]
    func host(_ output: RigOutput, _ name: String) throws -> HostDescription {
      try #require(HostDescription(name: name, document: try output.document("host.json")))
    }
    let hosts = try models.map { try host(Rig.policies(release, on: $0), $0) }
    let members = hosts.map { PoolMember($0, kind: .hvm) }
    let report = PoolLevel.report(members, kind: .hvm, purpose: .boot)
    #expect(report.conflicts.isEmpty)
    let option = try PoolOption(for: report.policy, kind: .hvm, hosts: hosts.map { ($0, nil) })
    #expect(!option.text.isEmpty)
    let level = report.policy.featureSet.intersection(.known)
    for model in models {
      let booted = try host(
        try Rig.run(["policies"], release, on: model, options: "cpuid=\(option.text)"), model)
      let found = booted.systemPolicies().hvmDefault.featureSet.intersection(.known)
      let named = Set(
        option.shortfalls.filter { $0.host == model }.flatMap(\.differences).map(\.name))
      let different = level.subtracting(found).union(found.subtracting(level)).features
        .map(\.name).filter { !named.contains($0) }
      #expect(different.isEmpty, "\(model) under cpuid=\(option.text): \(different)")
    }
  }
}
