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

/// A real Xen 4.17 with a control domain, booted under emulation.
@Suite(.serialized, .enabled(if: Rig.obstacle == nil, "needs QEMU, apt and the release command"))
struct XenIntegrationTests {
  private static let kinds: [PolicyKind] = [
    .raw, .hostDefault, .pvMax, .hvmMax, .pvDefault, .hvmDefault,
  ]

  /// Every leaf of Xen's print against the policies of our document.
  private func expectEqual(_ output: RigOutput, _ model: String) throws {
    let xen = try output.document("policies.txt")
    let ours = try output.document("host.json")
    let runsHVM = try output.text("policies.txt").contains("HVM Max policy: 4 leaves") == false
    for kind in Self.kinds where runsHVM || !kind.isHVM {
      let theirs = try #require(xen.policy(named: kind.name))
      let mine = try #require(ours.policy(named: kind.name))
      let differences = PolicyDifference.between(theirs, mine)
      #expect(differences.isEmpty, "\(model) \(kind.name): \(differences)")
    }
  }

  @Test(
    "All six policies equal xen-cpuid -p, line for line",
    arguments: [
      Rig.nehalem, Rig.rome, Rig.haswell, Rig.skylake,
    ])
  func policiesEqual(_ model: String) throws {
    let output = try Rig.run(["policies"], on: model)
    #expect(try output.status("host.status") == 0, "\(output.said("host.err"))")
    try expectEqual(output, model)
    let host = try output.json("host.json")
    #expect(host["hypervisor"]?["name"]?.string == "Xen")
    #expect(host["hypervisor"]?["version"]?.string?.hasPrefix("4.17") == true)
    #expect(host["hypervisor"]?["commandLine"]?.string?.contains("dom0_mem") == true)
    #expect((host["tsc"]?["khz"]?.integer ?? 0) > 100_000)
    #expect(try output.text("domains.json").contains("Domain-0"))
    let facts = try output.json("facts.json")
    #expect(facts["kind"]?.string == "HostFacts")
  }

  @Test("cpuid=no-avx on Xen's line: what we derive from raw is what the booted Xen reports")
  func commandLine() throws {
    let output = try Rig.run(["policies"], on: Rig.rome, options: "cpuid=no-avx")
    try expectEqual(output, "cpuid=no-avx")
    let host = try #require(
      HostDescription(name: "rome", document: try output.document("policies.txt")))
    #expect(host.boot.has(.avx))
    var options = DerivationOptions()
    options.apply(try CPUIDOption(parsing: "no-avx"))
    let predicted = SystemPolicies(facts: host.facts, options: options)
    for kind in [PolicyKind.pvDefault, .hvmDefault, .pvMax, .hvmMax] {
      let xen = try #require(try output.document("policies.txt").policy(named: kind.name))
      #expect(!xen.has(.avx))
      // Max sets some hints since 4.20 and 4.21, which docs/differences-from-xen.md lists.
      let features = predicted[kind].featureSet.subtracting(xen.featureSet)
      #expect(
        features.features.allSatisfy { [.erms, .verwClear, .fsGsNs].contains($0) }, "\(kind)")
      #expect(xen.featureSet.subtracting(predicted[kind].featureSet).isEmpty, "\(kind)")
    }
  }

  @Test("A gap in the numbers hides no guest: listed, shown, set and sealed by name")
  func gaps() throws {
    let output = try Rig.run(["list"], on: Rig.rome)
    let list = try #require(try output.json("list.json")["domains"]?.array)
    // As xl lists them: name, number, memory, CPUs, state, time, UUID.
    let theirs = try output.text("xl.txt").split(separator: "\n").dropFirst().map {
      $0.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    }
    #expect(theirs.map { $0[0] } == ["Domain-0", "second", "third"])
    #expect(list.map { $0["name"]?.string } == theirs.map { $0[0] })
    #expect(list.map { $0["id"]?.integer } == theirs.map { Int($0[1]) })
    #expect(list.map { $0["vcpus"]?.integer } == theirs.map { Int($0[3]) })
    #expect(list.map { $0["uuid"]?.string } == theirs.map { $0[6] })
    #expect(list.map { $0["guestType"]?.string } == ["pv", "pv", "pvh"])
    #expect(list.map { $0["runState"]?.string } == ["running", "paused", "paused"])
    #expect(list.map { $0["state"]?.string } == ["sealed", "building", "building"])
    let third = try output.json("third.json")
    #expect(third == list.last)
    #expect(try output.status("twice.status") == 1)
    #expect(try output.text("twice.err").contains("EEXIST"))
    #expect(try output.status("set.status") == 0, "\(output.said("set.err"))")
    #expect(try output.json("set.json") == third)
    #expect(try output.status("sealed.status") == 0, "\(output.said("sealed.err"))")
    #expect(try output.json("sealed.json")["state"]?.string == "sealed")
    #expect(try output.status("trial.status") == 0, "\(output.said("trial.err"))")
    let after = try #require(try output.json("after.json")["domains"]?.array)
    #expect(after.map { $0["name"]?.string } == ["Domain-0", "second", "third"])
    #expect(after.last?["state"]?.string == "sealed")
    print(try output.text("list.txt"))
  }

  @Test("Xen's answers, each with our own verdict; and the time of a read")
  func answers() throws {
    let output = try Rig.run(["answers"], on: Rig.rome)
    let rows = try output.text("answers.txt").split(separator: "\n").map {
      $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
    func row(_ name: String, _ kind: String) throws -> [String] {
      try #require(rows.first { $0[0] == name && $0[1] == kind }, "\(name) \(kind)")
    }
    for kind in ["pv", "hvm"] {
      let expected: [(String, String, String)] = [
        ("unmodified", "0", "accepted"), ("nothing", "0", "accepted"),
        ("one leaf", "0", "accepted"),
        ("unknown leaf", "ERANGE leaf 0xe", "refused: outOfRange"),
        ("unknown subleaf", "ERANGE leaf 0x7:3", "refused: outOfRange"),
        ("subleaf of leaf 1", "ERANGE leaf 0x1:0", "refused: outOfRange"),
        ("too many", "E2BIG", "refused: tooMany"),
        ("leaf 0 above max", "EINVAL leaf 0x0", "CPU0131 0x0 EAX[31:0] maxBasicLeaf"),
        ("leaf 7 above max", "EINVAL leaf 0x7:0", "CPU0131 0x7:0 EAX[31:0] maxLeaf7Subleaf"),
        (
          "leaf 0x80000000 above max", "EINVAL leaf 0x80000000",
          "CPU0131 0x80000000 EAX[31:0] maxExtendedLeaf"
        ),
        ("MSR bit 40", "EOVERFLOW MSR 0xce", "refused: overflow"),
        ("unknown MSR", "ERANGE MSR 0xdeadc0de", "refused: outOfRange"),
        ("MSR flags", "EINVAL MSR 0xce", "refused: invalidFlags"),
        ("after the first unpause", "EEXIST", "accepted"),
      ]
      for (name, answer, verdict) in expected {
        let found = try row(name, kind)
        #expect(found[2] == answer, "\(found)")
        #expect(found[4] == verdict, "\(found)")
      }
      // The silent clamp, and our refusal of the same with its place.
      let clamped = try row("avx512f", kind)
      #expect(clamped[2] == "0" && clamped[3].contains("AVX512F"))
      #expect(clamped[4].contains("CPU0101 0x7:0 EBX[16] AVX512F"))
      let refused = try row("max offered", kind)
      #expect(refused[2] == "not asked" && refused[4].contains("0x7:0 EBX[16] AVX512F"))
      // Without AVX what needs it goes too, and does not come back with it.
      let cleared = try row("avx cleared", kind)
      #expect(cleared[2] == "0" && cleared[3].contains("AVX2") && cleared[4].contains("CPU0102"))
      #expect(try row("avx set again", kind)[2] == "0")
      #expect(try row("default", kind)[4] == "", "xl's default passes our audit")
      #expect(try row("closed clear", kind)[2] == "0")
      #expect(try row("seal", kind)[4] == "sealed")
      #expect(try row("set after seal", kind)[4].contains("EEXIST"))
    }
    #expect(try row("no such domain", "pv")[4].contains("there is no domain"))
    #expect(try row("the control domain on itself", "pv")[2] == "EINVAL")
    let speed = try output.text("speed.txt")
    print(speed)
    let ratio = speed.split(separator: "\n").first { $0.hasPrefix("ratio|") }
    #expect(try #require(ratio.flatMap { Double($0.dropFirst(6)) }) <= 1.5, "\(speed)")
  }

  @Test(
    "The accident is stopped: a guest of a richer host is refused, a levelled one moves unchanged")
  func accident() throws {
    let shapes = try Rig.run(["policies", "shapes"], on: Rig.skylake)
    let haswell = try Rig.run(["policies"], on: Rig.haswell)
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
      ["save"], on: Rig.skylake,
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
      ["restore"], on: Rig.haswell,
      files: [
        "rich.save": try saved.data("rich.save"), "level.save": try saved.data("level.save"),
      ])
    // Refused, with what it would lose.
    #expect(try moved.status("rich.status") == 1)
    let refused = try moved.json("rich.json")
    #expect(refused["destinations"]?.array?.first?["verdict"]?.string == "unsafe")
    let lost = rich.featureSet.subtracting(target.systemPolicies().hvmMax.featureSet).features
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
    #expect(try moved.status("level.status") == 0, "\(moved.said("level.json"))")
    let differences = PolicyDifference.between(
      try saved.document("level.seen").policies[0].policy,
      try moved.document("level.seen").policies[0].policy)
    #expect(differences.isEmpty, "\(differences)")
  }

  private func host(_ output: RigOutput) throws -> HostDescription {
    try #require(HostDescription(name: "host", document: try output.document("host.json")))
  }

  private func domainPolicy(_ output: RigOutput, _ name: String) throws -> CPUPolicy {
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
  private func expectSees(_ output: RigOutput, _ name: String, _ policy: CPUPolicy) throws {
    let seen = try #require(try output.document(name).policies.first, "\(name)").policy
    let dynamic: Set<String> = [
      "OSXSAVE", "OSPKE", "APIC", "SYSCALL", "initialApicId", "xsaveSizeEnabled",
      "xsaveSizeCompactEnabled", "x2apicId", "topologyLevelNumber",
    ]
    let differences = PolicyDifference.between(policy.canonical, seen.canonical).filter {
      !dynamic.contains($0.name) && !$0.name.hasPrefix("hypervisor") && !isMSR($0.place)
    }
    #expect(differences.isEmpty, "\(name): \(differences)")
  }

  private func isMSR(_ place: Feature.Place) -> Bool {
    if case .msr = place { return true }
    return false
  }
}
