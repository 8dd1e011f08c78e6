// SPDX-License-Identifier: Apache-2.0

import PolicyFormats
import Testing

/// Inputs of CPUs that are no x86 are refused as such, and never read as an empty policy.
@Suite struct OtherArchitectureTests {
  static let inputs: [String] = [
    // Firecracker's templates and fingerprints.
    """
    {"reg_modifiers": [{"addr": "0x603000000013c020", "bitmap": "0bxxxx0000xxxx"}]}
    """,
    """
    {"kvm_capabilities": [], "vcpu_features": [{"index": 0, "bitmap": "0b1100000"}],
     "reg_modifiers": []}
    """,
    """
    {"firecracker_version": "1.5.0", "kernel_version": "5.10.0", "microcode_version": "1",
     "guest_cpu_config": {"kvm_capabilities": [], "reg_modifiers":
      [{"addr": "0x6030000000138012", "bitmap": "0b0"}]}}
    """,
    // /proc/cpuinfo and lscpu.
    """
    processor\t: 0
    BogoMIPS\t: 243.75
    Features\t: fp asimd evtstrm aes pmull sha1 sha2 crc32 atomics
    CPU implementer\t: 0x41
    CPU architecture: 8
    CPU variant\t: 0x3
    """,
    """
    Architecture:           aarch64
    Byte Order:           Little Endian
    """,
    // libvirt.
    """
    <domain type='kvm'><os><type arch='aarch64' machine='virt'>hvm</type></os>
      <cpu mode='host-passthrough'/></domain>
    """,
    "<capabilities><host><cpu><arch>aarch64</arch><model>cortex-a72</model></cpu></host></capabilities>",
    """
    <domainCapabilities><arch>aarch64</arch><cpu><mode name='host-model' supported='yes'>
      <model>cortex-a72</model></mode></cpu></domainCapabilities>
    """,
    // QEMU.
    """
    {"return": {"model": {"name": "max", "props": {"aarch64": true, "pmu": true, "sve": true}}}}
    """,
  ]

  @Test(arguments: inputs) func refused(_ text: String) {
    let error = #expect(throws: FormatError.self) {
      try PolicyReader.read(Array(text.utf8), source: "x")
    }
    #expect(error?.kind == .unrecognised)
    #expect(error?.message.contains("only x86 is read") == true, "\(String(describing: error))")
    #expect(error?.line != nil && error?.column != nil)
  }

  /// The same forms of an x86 CPU are read.
  @Test(arguments: [
    "{\"kvm_capabilities\": [], \"cpuid_modifiers\": [], \"msr_modifiers\": []}",
    "<domain><os><type arch='x86_64'>hvm</type></os><cpu><model>Haswell</model></cpu></domain>",
    "<capabilities><host><cpu><arch>i686</arch><model>486</model></cpu></host></capabilities>",
  ]) func read(_ text: String) throws {
    #expect(try !PolicyReader.read(Array(text.utf8), source: "x").policies.isEmpty)
  }
}
