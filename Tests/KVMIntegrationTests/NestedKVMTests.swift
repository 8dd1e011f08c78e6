// SPDX-License-Identifier: Apache-2.0

import Foundation
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// `guest verify` on kvm_amd, in a machine whose processor QEMU emulates: CPUID is intercepted there,
/// so that every bit can be hidden.
@Suite(.enabled(if: Rig.obstacle == nil, "\(Rig.obstacle ?? "")"), .firstInLine)
struct NestedKVMTests {
  /// One run of the command: its document, exit status and errors.
  private struct Run {
    var document: JSONValue
    var status: String
    var errors: String

    /// What vCPUs saw, in both modes, of a leaf.
    func seen(_ leaf: UInt32, _ subleaf: Int = 0) -> [(vCPU: Int, registers: [String: UInt32])] {
      (document["answers"]?.array ?? []).compactMap { answer in
        guard answer["leaf"]?.string == "0x" + Hex.digits(leaf, 8),
          answer["subleaf"]?.integer == subleaf, let vCPU = answer["vcpu"]?.integer
        else { return nil }
        var registers: [String: UInt32] = [:]
        for name in ["eax", "ebx", "ecx", "edx"] {
          registers[name] = answer[name]?.string.flatMap { UInt32($0.dropFirst(2), radix: 16) }
        }
        return (vCPU, registers)
      }
    }
  }

  private static let shapes = ["1:1:2:1", "1:1:1:2", "2:1:1:1", "1:1:3:1", "2:1:3:1"]

  @Test("What the guests of a real kvm_amd see is what was asked for")
  func guestsSeeWhatWasRequested() throws {
    let folder = Rig.temporary("cases")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let cases = folder + "/run"
    try FileManager.default.copyItem(
      atPath: Rig.folder.appending(path: "cases.sh").path, toPath: cases)
    for (name, fixture) in [
      ("intel", "emulated-Skylake-Server-v4.txt"), ("amd", "guest-epyc.txt"),
    ] {
      let policy = NamedPolicy(name: name, policy: try Self.policy(fixture))
      try Data(PolicyJSON.document(policy).text.utf8)
        .write(to: URL(fileURLWithPath: "\(folder)/\(name).json"))
    }
    var random = SeededGenerator.fresh("features hidden from guests of kvm_amd")
    let lists = (0..<8).map { _ in random.featuresToHide() }
    try Data((lists.joined(separator: "\n") + "\n").utf8)
      .write(to: URL(fileURLWithPath: folder + "/random"))

    let sections = try Rig.run { ["kvm", Rig.command, cases, $0, "300"] }
    let runs = try Self.runs(sections)
    #expect(runs.count == 3 + 2 * (1 + Self.shapes.count) + lists.count, "\(runs.keys)")
    for (title, run) in runs { check(run, title) }
    try checkHidden(runs, lists)
    try checkTopologies(runs)
  }

  /// A default policy of another CPU, complete as a domain's.
  private static func policy(_ fixture: String) throws -> CPUPolicy {
    let document = try InputFile.read(Fixtures.path(fixture))
    let host = try #require(HostDescription(name: "x", document: document))
    let policies = SystemPolicies(facts: host.facts)
    let topology = try Topology(sockets: 1, cores: 1)
    var policy = try policies.initialPolicy(DomainSettings(kind: .hvm, topology: topology))
    // No guest of Xen has it by default; KVM gives it, and with it leaf 0x8000001e.
    if policy.vendor == .amd {
      policy.set(.topoext, true)
      try policy.apply(topology, leaves: TopologyLeaves(maxExtendedLeaf: 0x8000_001e))
    }
    return policy
  }

  private static func runs(_ sections: [Section]) throws -> [String: Run] {
    var runs: [String: Run] = [:]
    for (section, next) in zip(sections, sections.dropFirst())
    where section.title.hasPrefix("verify ") {
      let title = String(section.title.dropFirst("verify ".count))
      let document = try JSONValue(parsing: Array(section.text.utf8), source: title)
      runs[title] = Run(document: document, status: next.title, errors: next.text)
    }
    return runs
  }

  /// Nothing but what follows the guest's own state differs, and the kernel refuses changes.
  private func check(_ run: Run, _ title: String) {
    #expect(run.status == "status 0", "\(title): \(run.errors)")
    #expect(run.document["target"]?.string == "kvm")
    #expect(run.document["requestedNotEffective"]?.integer == 0, "\(title)")
    #expect(run.document["effectiveNotSeen"]?.integer == 0, "\(title)")
    #expect(run.document["immutable"]?.bool == true, "\(title)")
    #expect((run.document["entries"]?.integer ?? 0) > 40, "\(title)")
    let names = Set(
      (run.document["differences"]?.array ?? []).compactMap { difference -> String? in
        #expect(difference["reason"]?.string == "dynamic", "\(title): \(difference.text)")
        return difference["field"]?.string
      })
    #expect(
      names.isSubset(of: [
        "APIC", "OSXSAVE", "OSPKE", "extApic", "xsaveSizeEnabled", "xsaveSizeCompactEnabled",
      ]), "\(title): \(names)")
    let answers = run.document["answers"]?.array ?? []
    let modes = Set(answers.compactMap { $0["mode"]?.string })
    #expect(modes == ["real", "long"], "\(title)")
  }

  private func checkHidden(_ runs: [String: Run], _ lists: [String]) throws {
    let whole = try #require(runs["default"])
    #expect(whole.seen(1).count == 2)
    #expect(whole.seen(1).allSatisfy { $0.registers["ecx"]! & Feature.avx.mask != 0 })
    #expect(whole.seen(7).allSatisfy { $0.registers["ebx"] != 0 })
    let noAVX = try #require(runs["no-avx"])
    #expect(noAVX.seen(1).count == 2)
    #expect(noAVX.seen(1).allSatisfy { $0.registers["ecx"]! & Feature.avx.mask == 0 })
    #expect(noAVX.seen(1).allSatisfy { $0.registers["ecx"]! & Feature.fma.mask == 0 })
    let noLeaf7 = try #require(runs["no-leaf7"])
    #expect(noLeaf7.seen(7).count == 2)
    #expect(
      noLeaf7.seen(7).allSatisfy { answer in
        ["ebx", "ecx", "edx"].allSatisfy { answer.registers[$0] == 0 }
      })
    let foreign = try #require(runs["intel"])
    #expect(foreign.seen(0).count == 2)
    #expect(
      foreign.seen(0).allSatisfy {
        $0.registers["ebx"] == 0x756e_6547 && $0.registers["ecx"] == 0x6c65_746e
          && $0.registers["edx"] == 0x4965_6e69
      })
    for (number, list) in lists.enumerated() {
      let run = try #require(runs["random \(number)"])
      for name in list.split(separator: ",").map({ $0.dropFirst("no-".count) }) {
        let feature = try #require(Feature.allNamed.first { $0.optionName == name })
        // The APIC's bit follows its state.
        guard case .leaf(let place, let register, _) = feature.place, feature != .apic else {
          continue
        }
        let subleaf = place.isPlain ? 0 : Int(place.subleaf)
        for answer in run.seen(place.leaf, subleaf) {
          #expect(answer.registers["\(register)"]! & feature.mask == 0, "\(list): \(name)")
        }
      }
    }
  }

  /// The ids of the worked examples: three cores leave a gap.
  private func checkTopologies(_ runs: [String: Run]) throws {
    let ids: [String: [UInt32]] = [
      "1:1:2:1": [0, 1], "1:1:1:2": [0, 1], "2:1:1:1": [0, 1], "1:1:3:1": [0, 1, 2],
      "2:1:3:1": [0, 1, 2, 4, 5, 6],
    ]
    for vendor in ["intel", "amd"] {
      for shape in Self.shapes {
        let run = try #require(runs["\(vendor) \(shape)"])
        let expected = try #require(ids[shape])
        #expect(run.document["vcpus"]?.integer == expected.count)
        #expect(run.seen(1).count == expected.count * 2)
        for (vCPU, registers) in run.seen(1) {
          #expect(registers["ebx"]! >> 24 == expected[vCPU], "\(vendor) \(shape)")
        }
        for subleaf in 0...2 {
          #expect(run.seen(0xb, subleaf).count == expected.count * 2)
          for (vCPU, registers) in run.seen(0xb, subleaf) {
            #expect(registers["edx"] == expected[vCPU], "\(vendor) \(shape)")
          }
        }
        guard vendor == "amd" else { continue }
        #expect(run.seen(0x8000_001e).count == expected.count * 2)
        for (vCPU, registers) in run.seen(0x8000_001e) {
          #expect(registers["eax"] == expected[vCPU], "\(vendor) \(shape)")
        }
      }
    }
  }
}

extension SeededGenerator {
  /// Options that hide about a quarter of the features that CPUID tells.
  fileprivate mutating func featuresToHide() -> String {
    Feature.allNamed.filter { feature in
      // KVM gives no vCPU without long mode.
      guard case .leaf = feature.place, feature != .lm,
        !FeatureSet.dependants(of: feature).contains(.lm)
      else { return false }
      return Int.random(in: 0..<4, using: &self) == 0
    }
    .map { "no-\($0.optionName)" }.joined(separator: ",")
  }
}
