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

/// A real Xen with a control domain, booted under emulation: 4.14, 4.17 and 4.20. `Rig` says which of them
/// run what.
@Suite(.serialized, .firstInLine) struct XenIntegrationTests {
  private static let kinds: [PolicyKind] = [
    .raw, .hostDefault, .pvMax, .hvmMax, .pvDefault, .hvmDefault,
  ]

  /// Each release on one CPU, and on four where all of the suite runs.
  private static let hosts = Rig.part.flatMap { release in
    [Rig.rome, Rig.nehalem, Rig.haswell, Rig.skylake]
      .filter { $0 == Rig.rome || Rig.whole.contains(release) }
      .map { Rig.Host(release: release, model: $0) }
  }

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

  // A release that cannot be had is skipped by its name.
  @Test(
    "Xen 4.14 boots",
    .enabled(if: Rig.boots(.xen414), "Xen 4.14 is not booted here: see the output"))
  func boots414() throws { try boots(.xen414) }

  @Test(
    "Xen 4.17 boots",
    .enabled(if: Rig.boots(.xen417), "Xen 4.17 is not booted here: see the output"))
  func boots417() throws { try boots(.xen417) }

  @Test(
    "Xen 4.20 boots",
    .enabled(if: Rig.boots(.xen420), "Xen 4.20 is not booted here: see the output"))
  func boots420() throws { try boots(.xen420) }

  private func boots(_ release: Rig.Release) throws {
    let host = try Rig.policies(release, on: Rig.rome).json("host.json")
    #expect(host["hypervisor"]?["name"]?.string == "Xen")
    #expect(host["hypervisor"]?["version"]?.string?.hasPrefix(release.rawValue) == true)
    #expect(host["hypervisor"]?["commandLine"]?.string?.contains("dom0_mem") == true)
    #expect((host["tsc"]?["khz"]?.integer ?? 0) > 100_000)
  }

  @Test(
    "All six policies equal xen-cpuid -p, line for line",
    arguments: hosts)
  func policiesEqual(_ host: Rig.Host) throws {
    let output = try Rig.policies(host.release, on: host.model)
    #expect(try output.status("host.status") == 0, "\(output.said("host.err"))")
    try expectEqual(output, host.description)
    #expect(try output.text("domains.json").contains("Domain-0"))
    #expect(try output.json("facts.json")["kind"]?.string == "HostFacts")
  }

  @Test("By the rules of its release we derive from raw what Xen made of it", arguments: hosts)
  func derivation(_ host: Rig.Host) throws {
    try expectDerived(try Rig.policies(host.release, on: host.model), DerivationOptions())
  }

  @Test(
    "cpuid=no-avx on Xen's line: what we derive from raw is what the booted Xen reports",
    arguments: Rig.whole)
  func commandLine(_ release: Rig.Release) throws {
    let output = try Rig.run(["policies"], release, on: Rig.rome, options: "cpuid=no-avx")
    try expectEqual(output, "cpuid=no-avx")
    var options = DerivationOptions()
    options.apply(try CPUIDOption(parsing: "no-avx"))
    let host = try expectDerived(output, options)
    #expect(host.boot.has(.avx))
    #expect(try output.document("policies.txt").policy(named: "hvm-max")?.has(.avx) == false)
  }

  @discardableResult
  private func expectDerived(
    _ output: RigOutput, _ options: DerivationOptions
  ) throws -> HostDescription {
    let version = try output.json("host.json")["hypervisor"]?["version"]?.string
    let release = try #require(version.flatMap { XenRelease(running: $0) })
    var options = options
    options.follow(release)
    let document = try output.document("policies.txt")
    let host = try #require(HostDescription(name: "host", document: document))
    let derived = SystemPolicies(facts: host.facts, options: options)
    for kind in Self.kinds {
      let xen = try #require(document.policy(named: kind.name))
      // Without SVM and VT-x Xen leaves these empty.
      if kind.isHVM && xen[.maxBasicLeaf] == 0 { continue }
      let differences = PolicyDifference.between(xen.canonical, derived[kind].canonical)
      #expect(differences.isEmpty, "\(release) \(kind): \(differences)")
    }
    return host
  }

  @Test(
    "A gap in the numbers hides no guest: listed, shown, set and sealed by name",
    arguments: Rig.part)
  func gaps(_ release: Rig.Release) throws {
    let output = try Rig.run(["list"], release, on: Rig.rome)
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
}
