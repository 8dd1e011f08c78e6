// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyText
import TestSupport
import Testing

@testable import PolicyFormats

/// What was pasted into real reports: which form each is, and what it comes to.
@Suite(.enabled(if: Corpus.isPresent, "needs CPUPOLICY_CORPUS")) struct CorpusPastedTests {
  private static let folder = (Corpus.path ?? "") + "/cases/pasted"

  /// Form, maker, leaf 1's signature where it is known, and some features that are told.
  struct Expected: Sendable {
    var form: String
    var vendor = ""
    var signature: UInt32 = 0
    var has: [Feature] = []
    var lacks: [Feature] = []
    var statements: [String] = []
  }

  private static let expected: [String: Expected] = [
    "chv.json": Expected(form: "cloud-hypervisor", statements: ["leaf 0x7:0 EBX"]),
    "cpucontrol.txt": Expected(
      form: "cpucontrol", signature: 0x100f43, has: [.sse3, .popcnt], lacks: [.avx]),
    "cpuz.txt": Expected(
      form: "cpuz", vendor: "AuthenticAMD", signature: 0x870f10, has: [.avx, .f16c]),
    "dmesg_xsave.txt": Expected(form: "dmesg", has: [.xsaveopt, .xsaves], lacks: [.xgetbv1]),
    "hyp101.txt": Expected(
      form: "cpuid-log", vendor: "AuthenticAMD", signature: 0xa20f10, has: [.avx]),
    "kcpuid.txt": Expected(form: "kcpuid", vendor: "GenuineIntel", has: [.avx512f, .avx2]),
    "kubevirt_labels.yaml": Expected(
      form: "node-labels", vendor: "GenuineIntel", has: [.avx2, .vmx],
      statements: ["cpu-model Skylake-Server"]),
    "memtest.txt": Expected(
      form: "memtest", vendor: "GenuineIntel", signature: 0x306c3, has: [.avx, .fma]),
    "nfd.txt": Expected(form: "node-labels", has: [.avx2, .avx512f]),
    "nova.txt": Expected(form: "nova"),
    "propolis.toml": Expected(
      form: "propolis", vendor: "AuthenticAMD", has: [.avx2], lacks: [.avx512f]),
    "proxmox.conf": Expected(form: "proxmox"),
    "qemu_warn.txt": Expected(form: "complaint", has: [.svm, .avx2]),
    "vbox.txt": Expected(
      form: "virtualbox", vendor: "AuthenticAMD", signature: 0x860f01, has: [.avx], lacks: [.fma]),
    "vmx.txt": Expected(
      form: "vmx", statements: ["feature avx512f", "leaf 0x1 ECX", "leaf 0x7:0 EBX"]),
    "xe_cpu_info.txt": Expected(form: "xapi", has: [.avx2]),
    "xe_features_hsw.txt": Expected(form: "featureset", has: [.avx2], lacks: [.avx512f]),
    "xe_features_ivb.txt": Expected(form: "featureset", has: [.avx], lacks: [.avx2]),
    "xe_lastboot.txt": Expected(form: "xapi", has: [.avx2]),
    "xl_cfg.txt": Expected(form: "xl", statements: ["kind"]),
    "xl_cfg2.txt": Expected(form: "xl", statements: ["leaf 0x1 ECX", "leaf 0x7:0 EBX"]),
    "xl_info.txt": Expected(form: "featureset", has: [.avx, .svm], lacks: [.fma4]),
  ]

  @Test func everyFileIsExpected() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    #expect(Set(names) == Set(Self.expected.keys))
  }

  @Test(arguments: expected.keys.sorted()) func asExpected(_ name: String) throws {
    let wanted = try #require(Self.expected[name])
    let document = try InputFile.read(Self.folder + "/" + name)
    #expect(document.format.rawValue == wanted.form)
    // Of XAPI's policies the greatest stands last.
    let isXAPI = wanted.form == "xapi"
    let policy = isXAPI ? document.policies.last : document.policies.first
    let cpu = document.cpus.first.map { NamedPolicy(name: "cpu0", policy: $0) }
    let named = try #require(policy ?? cpu)
    #expect(named.toldVendor == wanted.vendor || isXAPI)
    if wanted.signature != 0 {
      #expect(named.toldSignature == Signature(eax: wanted.signature))
    }
    for feature in wanted.has { #expect(named.toldFeatures.contains(feature), "\(feature.name)") }
    for feature in wanted.lacks {
      #expect(
        named.policy.isKnown(feature) && !named.policy.has(feature), "\(feature.name)")
    }
    for subject in wanted.statements {
      #expect(named.statements.contains { $0.subject == subject }, "\(subject)")
    }
  }
}
