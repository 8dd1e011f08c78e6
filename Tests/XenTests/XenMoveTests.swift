// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText
import TestSupport
import Testing

@testable import Domains
@testable import Hosts

extension XenIntegrationTests {
  @Test(
    "The accident is stopped: a guest of a richer host is refused, a levelled one moves unchanged",
    arguments: Rig.whole)
  func accident(_ release: Rig.Release) throws {
    let shapes = try Rig.run(["policies", "shapes"], release, on: Rig.skylake)
    let haswell = try Rig.policies(release, on: Rig.haswell)
    let rich = try domainPolicy(shapes, "pvh.json")
    let source = try host(shapes)
    let target = try host(haswell)

    let level = intersection(rich, target.systemPolicies().hvmMax)
    for host in [source, target] {
      let guest = Guest(name: "level", kind: .hvm, policy: level)
      let check = MigrationCheck(guest, to: host, policies: host.systemPolicies())
      #expect(check.verdict == .safe, "\(check.findings.map(\.violation.message))")
    }
    var above = rich.featureSet
    above.insert(.avx512f)
    var para = try domainPolicy(shapes, "pv.json")
    var fewer = para.featureSet
    fewer.removeWithDependants(.aesni)
    para = para.withFeatures(fewer)

    let saved = try Rig.run(
      ["save"], release, on: Rig.skylake,
      files: [
        "level.json": json(level), "above.json": json(rich.withFeatures(above)),
        "para.json": json(para),
      ])
    #expect(try saved.status("above.status") == 1)
    #expect(try saved.text("above.json").contains("AVX512F"))
    #expect(try saved.status("level.status") == 0, "\(saved.said("level.err"))")
    #expect(try saved.status("para.status") == 0, "\(saved.said("para.err"))")
    #expect(try saved.status("late.status") == 1)
    #expect(try saved.text("late.err").contains("EEXIST"))
    try expectSees(saved, "rich.seen", rich)
    try expectSees(saved, "level.seen", level)
    try expectSees(saved, "para.seen", para)

    let moved = try Rig.run(
      ["restore"], release, on: Rig.haswell,
      files: [
        "rich.save": try saved.data("rich.save"), "level.save": try saved.data("level.save"),
      ])
    // Refused, with what it would lose.
    #expect(try moved.status("rich.status") == 1)
    let refused = try moved.json("rich.json")
    #expect(refused["destinations"]?.array?.first?["verdict"]?.string == "unsafe")
    let described = try Document(reading: try haswell.json("host.json"), source: "host")?.host
    let lost = rich.featureSet.subtracting(target.systemPolicies().hvmMax.featureSet)
      .subtracting(try #require(described).toolstackFeatures()).features
    #expect(!lost.isEmpty)
    let fields = refused["destinations"]?.array?.first?["findings"]?.array?
      .compactMap { $0["field"]?.string }
    for feature in lost { #expect(fields?.contains(feature.name) == true, "\(feature.name)") }
    // Xen itself lets it in, and it sees another CPU than it booted with.
    let before = try saved.document("rich.seen").policies[0].policy
    let after = try moved.document("rich.seen").policies[0].policy
    for feature in lost where before.has(feature) { #expect(!after.has(feature)) }
    #expect(!PolicyDifference.between(before, after).isEmpty)
    // The levelled one.
    try expectSafe(moved, "level.json")
    let differences = PolicyDifference.between(
      try saved.document("level.seen").policies[0].policy,
      try moved.document("level.seen").policies[0].policy)
    #expect(differences.isEmpty, "\(differences)")
  }

  @Test(
    "An upgrade of Xen is a move: foretold, and the guest sees on 4.20 what it saw on 4.17",
    .enabled(if: Rig.boots(.xen417) && Rig.boots(.xen420), "needs Xen 4.17 and 4.20"))
  func upgrade() throws {
    let left = try Rig.run(["leave"], .xen417, on: Rig.haswell)
    try expectSees(left, "mover.seen", try domainPolicy(left, "mover.json"))
    let arrived = try Rig.run(
      ["restore"], .xen420, on: Rig.haswell, files: ["mover.save": try left.data("mover.save")])
    try expectSafe(arrived, "mover.json")
    // But for what follows from XCR0, which this guest never sets: 4.17 says the size of the legacy area
    // then, 4.20 says 0.
    let differences = PolicyDifference.between(
      try left.document("mover.seen").policies[0].policy,
      try arrived.document("mover.seen").policies[0].policy
    ).filter { $0.name != "xsaveSizeEnabled" }
    #expect(differences.isEmpty, "\(differences)")
  }

  /// That a move is foretold as safe. Each boot measures the counter's frequency anew, so that two hosts may
  /// differ in it by a few kHz, which is told, and so are the releases that a stream passes over.
  private func expectSafe(_ output: RigOutput, _ name: String) throws {
    let found = try #require(try output.json(name)["destinations"]?.array?.first)
    let codes = (found["findings"]?.array ?? []).map { $0["code"]?.string }
    #expect(codes.allSatisfy { $0 == "CPU0203" || $0 == "CPU0211" }, "\(output.said(name))")
    #expect(found["verdict"]?.string == (codes.isEmpty ? "safe" : "degraded"))
  }

  func host(_ output: RigOutput, _ name: String = "host") throws -> HostDescription {
    try #require(HostDescription(name: name, document: try output.document("host.json")))
  }

  func domainPolicy(_ output: RigOutput, _ name: String) throws -> CPUPolicy {
    try #require(try Document(reading: try output.json(name), source: name)?.domain).policy
  }

  private func json(_ policy: CPUPolicy) -> Data {
    Data(PolicyJSON.document(NamedPolicy(name: "policy", policy: policy)).text.utf8)
  }

  /// What both accept, of a guest's policy.
  private func intersection(_ policy: CPUPolicy, _ max: CPUPolicy) -> CPUPolicy {
    var result = policy
    result[.maxBasicLeaf] = min(policy[.maxBasicLeaf], max[.maxBasicLeaf])
    result[.maxLeaf7Subleaf] = min(policy[.maxLeaf7Subleaf], max[.maxLeaf7Subleaf])
    result[.maxExtendedLeaf] = min(policy[.maxExtendedLeaf], max[.maxExtendedLeaf])
    var features = policy.featureSet
    features.subtracting(max.featureSet).forEachFeature { features.removeWithDependants($0) }
    result = result.withFeatures(features)
    return result.canonical
  }

  /// What the guest read equals the policy, but for what CPUID fills in when it is read.
  func expectSees(_ output: RigOutput, _ name: String, _ policy: CPUPolicy) throws {
    let seen = try #require(try output.document(name).policies.first, "\(name)").policy
    let dynamic: Set<String> = [
      "OSXSAVE", "OSPKE", "APIC", "SYSCALL", "initialApicId", "xsaveSizeEnabled",
      "xsaveSizeCompactEnabled", "x2apicId", "topologyLevelNumber",
    ]
    let differences = PolicyDifference.between(policy.canonical, seen.canonical).filter {
      !dynamic.contains($0.name) && !$0.name.hasPrefix("hypervisor") && !isMSR($0.place)
        && !isRowOfZeros($0, policy)
    }
    #expect(differences.isEmpty, "\(name): \(differences)")
  }

  /// Our guests leave rows of zeros out, which says nothing to who reads them.
  private func isRowOfZeros(_ difference: PolicyDifference, _ policy: CPUPolicy) -> Bool {
    guard difference.name == "recorded", case .leaf(let place, _, _) = difference.place else {
      return false
    }
    var isZero = true
    policy.canonical.forEachLeaf { other, registers in
      if other == place && registers != LeafRegisters() { isZero = false }
    }
    return isZero
  }

  private func isMSR(_ place: Feature.Place) -> Bool {
    if case .msr = place { return true }
    return false
  }
}
