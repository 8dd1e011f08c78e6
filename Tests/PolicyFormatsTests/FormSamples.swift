// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import TestSupport

@testable import PolicyFormats

/// A small input of each form of the registry.
enum FormSamples {
  /// Forms that are only read.
  private static let written: [String: String] = [
    "qemu-expansion": """
    {"return": {"model": {"name": "base", "props": {"family": 6, "model": 60, "stepping": 1,
      "vendor": "GenuineIntel", "level": 13, "fpu": true, "avx": false}}}}

    """,
    "node-labels": """
    cpu-feature.node.kubevirt.io/avx2=true
    cpu-vendor.node.kubevirt.io/AMD=true
    feature.node.kubernetes.io/cpu-cpuid.AVX512F=true
    feature.node.kubernetes.io/cpu-model.family=25

    """,
    "libvirt-capabilities": """
    <capabilities>
      <host>
        <cpu>
          <arch>x86_64</arch>
          <model>Haswell</model>
          <vendor>Intel</vendor>
          <signature family='6' model='60' stepping='1'/>
          <topology sockets='1' dies='1' cores='2' threads='1'/>
          <feature name='vmx'/>
          <feature name='ds'/>
        </cpu>
      </host>
    </capabilities>

    """,
  ]

  /// Forms that are only read and whose sample is the fuzzer's seed.
  static let seeds: [PolicyFormat: String] = [
    .libcpuid: "libcpuid.txt", .hwloc: "hwloc.txt", .kcpuid: "kcpuid.txt",
    .cpucontrol: "cpucontrol.txt", .dmesg: "dmesg.txt", .cpuidLog: "cpuid-log.txt",
    .cpuz: "cpuz.txt", .memtest: "memtest.txt", .virtualbox: "virtualbox.txt",
    .propolis: "propolis.toml", .vmx: "vmx.txt", .cloudHypervisor: "cloud-hypervisor.json",
    .devcpu: "devcpu.bin", .cpuinfo: "cpuinfo.txt", .lscpu: "lscpu.txt",
    .complaint: "complaint.txt", .coreinfo: "coreinfo.txt", .cpuidDecoded: "cpuid-decoded.txt",
  ]

  /// The bytes of a seed of the fuzzer's.
  static func seed(_ name: String) throws -> [UInt8] {
    let path = Fixtures.root.appending(path: "Fuzz/seeds/\(name)").path
    return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  static func bytes(_ format: PolicyFormat) throws -> [UInt8]? {
    if let text = written[format.rawValue] { return Array(text.utf8) }
    if let name = seeds[format] { return try seed(name) }
    if format == .xenSave {
      return Array(try Data(contentsOf: URL(fileURLWithPath: Fixtures.path("saved-guest.xlsave"))))
    }
    guard format.isWritable else { return nil }
    var policy = CPUPolicy()
    policy[leaf: 0] = LeafRegisters(
      eax: 0xd, ebx: 0x756e_6547, ecx: 0x6c65_746e, edx: 0x4965_6e69)
    policy[leaf: 1] = LeafRegisters(eax: 0x306c3, ebx: 0x0800, ecx: 0x8020_0000, edx: 0x178b_fbff)
    policy[leaf: 4, subleaf: 0] = LeafRegisters(eax: 0x121, ebx: 0x1c0_003f, ecx: 0x3f)
    policy[leaf: 4, subleaf: 1] = LeafRegisters(eax: 0x122, ebx: 0x1c0_003f, ecx: 0x3f)
    policy[leaf: 7, subleaf: 0] = LeafRegisters(ebx: 0x29)
    policy[leaf: 0xd, subleaf: 0] = LeafRegisters(eax: 7, ebx: 0x340, ecx: 0x340)
    policy[leaf: 0x8000_0000] = LeafRegisters(eax: 0x8000_0008)
    policy[leaf: 0x8000_0008] = LeafRegisters(eax: 0x3027)
    policy[msr: .platformInfo] = 0
    policy[msr: .archCapabilities] = 8
    let named = NamedPolicy(name: "raw", policy: policy)
    return PolicyWriter.write(named, as: format).bytes
  }

  static func read(_ bytes: [UInt8], _ format: PolicyFormat?) -> FormatError? {
    do {
      _ = try PolicyReader.read(bytes.span, source: "x", format: format)
      return nil
    } catch {
      return error
    }
  }
}
