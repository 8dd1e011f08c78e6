// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// Guests that really run, on policies that the command made.
// Skipped where a program is missing that builds or boots the hypervisor.
@Suite(.enabled(if: Machine.isThere)) struct GuestTests {
  static let models = [
    "EPYC-Rome", "EPYC-Milan", "Skylake-Server", "Haswell", "max",
  ].map { $0 + ",+svm,+npt" }

  /// What the second program does: `guests/worker.h`.
  enum Work: Int {
    case walk = 1
    case probe, keep, fault
  }

  /// A domain of the command on the host that the hypervisor found, and what it printed when it ran.
  struct Run {
    let folder: TemporaryFolder
    let connection: [String]
    let machine: Output

    init(_ model: String, _ work: Work, topology: String = "1:1:1:1", cpuid: String? = nil) throws {
      folder = try TemporaryFolder()
      let raw = try Machine.rawPolicy(of: model)
      let host = folder.path + "/host"
      try raw.write(to: URL(fileURLWithPath: host))
      connection = ["a", "--state-dir", folder.path + "/state", "--host", host]
      _ = try Machine.command(
        ["domain", "create"] + connection + ["--kind", "hvm", "--topology", topology]
          + (cpuid.map { ["--cpuid", $0] } ?? []))
      let document = try folder.file(
        "domain.json",
        String(
          decoding: try Machine.command(["domain", "show"] + connection + ["-o", "json"]),
          as: UTF8.self))
      let policy = folder.path + "/policy"
      try Machine.command(["policy", "convert", document, "--to", "leaves"])
        .write(to: URL(fileURLWithPath: policy))
      machine = try Machine.boot(
        cpu: model,
        modules: [
          "worker program", "\(policy) policy topology=\(topology) argument=\(work.rawValue)",
        ])
    }

    /// What the domain printed.
    var lines: [String] { machine.lines(behind: "(d1)") }
  }

  /// Every place of CPUID, on every virtual CPU, is what `domain view --all` says; places that it leaves
  /// out are zero.
  @Test(arguments: models, ["1:1:2:1", "1:1:1:2"])
  func readWhatTheViewSays(_ model: String, _ topology: String) throws {
    let run = try Run(model, .walk, topology: topology)
    #expect(run.machine.lines.contains("policy accepted: d1"))
    let view = try Machine.command(
      ["domain", "view"] + run.connection + ["--all", "-o", "csv", "--no-headers"])
    func places(_ lines: [String]) -> [String: String] {
      Dictionary(
        uniqueKeysWithValues: lines.map { line in
          let parts = line.split(separator: ",")
          return (parts[..<3].joined(separator: ","), parts[3...].joined(separator: ","))
        })
    }
    let expected = places(
      String(decoding: view, as: UTF8.self).split(separator: "\n").map(String.init))
    let found = places(run.lines)
    #expect(found.count > 150 && expected.count > 80)
    let zero = Array(repeating: "0x00000000", count: 4).joined(separator: ",")
    for place in Set(expected.keys).union(found.keys) {
      #expect(found[place] ?? zero == expected[place] ?? zero, "\(place)")
    }
    #expect(run.machine.lines.contains { $0.hasSuffix("unexpected 0") })
    #expect(run.machine.status == 1)
  }

  /// What a guest may use follows from its policy: instructions, control registers, MSRs.
  @Test func useWhatTheyHave() throws {
    let run = try Run("EPYC-Rome,+svm,+npt", .probe)
    #expect(
      run.lines == [
        "AVX 1, AVX2 1, OSXSAVE 0, states 0x7, bytes 576",
        "CR4.OSXSAVE: works, then OSXSAVE 1", "XCR0 = 7: works, then bytes 832", "VXORPS: works",
        "XCR0 after a try of 7: 7", "CR4.PKE: #GP, CR4.SMEP: works", "CR0 above bit 31: #GP",
        "ARCH_CAPS 0: #GP 0x0", "PLATFORM_INFO: reads 0x80000000", "MSR 0x1234: #GP",
        "APIC off: APIC 0", "ITSC 0, widths 0x3028", "domctl: error 1", "WBINVD: works",
        "MONITOR: #UD", "VMRUN: #UD",
      ])
    let without = try Run("EPYC-Rome,+svm,+npt", .probe, cpuid: "no-avx,no-smep")
    #expect(
      without.lines.prefix(6) == [
        "AVX 0, AVX2 0, OSXSAVE 0, states 0x3, bytes 576",
        "CR4.OSXSAVE: works, then OSXSAVE 1", "XCR0 = 3: works, then bytes 576", "VXORPS: #UD",
        "XCR0 after a try of 7: 3", "CR4.PKE: #GP, CR4.SMEP: #GP",
      ])
    let intel = try Run("Skylake-Server,+svm,+npt", .probe)
    #expect(intel.lines.contains("ARCH_CAPS 1: reads 0x4"))
  }

  /// Virtual CPUs that take turns read their own ids and keep their own registers.
  @Test func keepTheirOwnState() throws {
    let run = try Run("Skylake-Server,+svm,+npt", .keep, topology: "1:1:2:2")
    #expect(
      run.lines.sorted()
        == (0..<4).map {
          "vCPU \($0), id \($0): 2000 reads, 0 of another id, 0 of another register"
        })
  }

  /// A guest's death is its own, and has a place.
  @Test func dieAlone() throws {
    let run = try Run("max,+svm,+npt", .fault)
    let line = try #require(run.machine.lines.first { $0.hasPrefix("d1v0: triple fault at 0x") })
    #expect(line.contains("exit 0x7f"))
    #expect(run.machine.status == 1)
  }

  /// Without SVM there are policies, and no guests.
  @Test func needSVM() throws {
    let machine = try Machine.boot(cpu: "Nehalem", modules: ["worker program"], line: "dump")
    #expect(machine.lines.contains("no SVM with nested paging: no guests"))
    #expect(machine.lines(behind: "policy").count == 11)
  }
}
