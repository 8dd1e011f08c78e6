// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// Short inputs of the forms, whole and with one thing damaged: what is read, or what is said of it and
/// where, is pinned in `Tests/Golden/readers`.
@Suite struct DamagedInputTests {
  @Test(arguments: DamagedInput.names) func readAsPinned(_ name: String) throws {
    let bytes = try DamagedInput.sample(name)
    let whole = Outcome.text(of: bytes)
    #expect(whole.hasPrefix("read"), "\(whole)")
    var generator = SeededGenerator(seed: Outcome.hash(name))
    var lines = ["whole: \(whole)"]
    for _ in 0..<80 {
      let (change, damaged) = DamagedInput.damage(bytes, &generator)
      lines.append("\(change): \(Outcome.text(of: damaged))")
    }
    let difference = try PinnedText.difference("readers/\(name).txt", lines)
    #expect(difference.isEmpty, "\(difference.prefix(8))")
  }
}

/// Inputs, and ways to damage them.
enum DamagedInput {
  static let names = texts.keys.sorted() + written.keys.sorted() + seeds + ["saved-guest"]

  private static let seeds = [
    "capabilities.xml", "cpu.xml", "cpudata.xml", "expansion.json", "kubevirt.yaml",
    "node-labels.txt",
    "nova.conf", "proxmox.conf", "qemu-cpu.txt", "template.json", "libcpuid.txt", "hwloc.txt",
    "kcpuid.txt", "cpucontrol.txt", "dmesg.txt", "dmesg-freebsd.txt", "cpuid-log.txt", "cpuz.txt",
    "memtest.txt", "virtualbox.txt", "propolis.toml", "vmx.txt", "cloud-hypervisor.json",
    "devcpu.bin", "cpuinfo.txt", "lscpu.txt", "lscpu.json", "complaint.txt", "coreinfo.txt",
    "cpuid-decoded.txt", "xl-info.txt",
  ]

  static func sample(_ name: String) throws -> [UInt8] {
    if let text = texts[name] { return Array(text.utf8) }
    if let format = written[name] {
      let bytes = Array((texts["instlatx64"] ?? "").utf8)
      let policy = try #require(try PolicyReader.read(bytes.span, source: name).cpus.first)
      return PolicyWriter.write(NamedPolicy(name: "small", policy: policy), as: format).bytes
    }
    let path =
      name == "saved-guest"
      ? Fixtures.path("saved-guest.xlsave")
      : Fixtures.root.appending(path: "Fuzz/seeds/\(name)").path
    return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private static let written: [String: PolicyFormat] = [
    "json": .json, "leaves": .leaves, "featureset": .featureset, "xl": .xl,
    "migration-records": .migrationRecords,
  ]

  private static let texts = [
    "instlatx64": """
    ------[ CPUID Registers / Logical CPU #0 ]------
    CPUID 00000000: 0000000D-756E6547-6C65746E-49656E69
    CPUID 00000001: 000306C3-00100800-7FFAFBBF-BFEBFBFF
    CPUID 00000004: 1C004121-01C0003F-0000003F-00000000 [SL 00]
    CPUID 00000004: 1C004122-01C0003F-0000003F-00000000 [SL 01]
    CPUID 80000000: 80000008-00000000-00000000-00000000
    CPUID 80860000: 80860001-00000001-00000000-00000000
    ------[ CPUID Registers / Logical CPU #1 ]------
    CPUID 00000000: 0000000D-756E6547-6C65746E-49656E69
    CPUID 00000001: 000306C3-01100800-7FFAFBBF-BFEBFBFF
    ------[ MSR Registers / Logical CPU #1 ]------
    MSR 0000010A: 0000-0000-0C28-FDEB
    MSR 000000CE: < FAILED >
    MSR 0000008B: 0000-0028-0000-0000

    """,
    "instlatx64-untagged": """
    CPUID 00000000: 0000000D-756E6547-6C65746E-49656E69
    CPUID 00000001: 000306C3-00100800-7FFAFBBF-BFEBFBFF
    CPUID 00000004: 1C004121-01C0003F-0000003F-00000000
    CPUID 00000004: 1C004122-01C0003F-0000003F-00000000
    CPUID 0000000D: 00000207-00000000-00000A88-00000000
    CPUID 0000000D: 0000000F-00000000-00000100-00000000
    CPUID 0000000D: 00000100-00000240-00000000-00000000
    CPUID 0000000D: 00000080-00000000-00000001-00000000
    CPUID 0000000D: 00000008-00000A80-00000000-00000000
    CPUID 80860000: 80860001-00000000-00000000-00000000
    CPUID 80860001: 00000001-00000000-00000000-00000000
    CPUID 80860001: 00000002-00000000-00000000-00000000

    """,
    "libvirt-words.xml": """
    <?xml version='1.0' encoding="UTF-8"?>
    <!-- a guest's CPU -->
    <cpu mode='custom' match="exact" check='partial'>
      <model fallback='forbid'>Has<![CDATA[w<e]]>ll<!-- no --><?no?>&amp;&lt;&#65;&#x42;</model>
      <vendor>Intel</vendor><topology sockets='1' dies='2' cores='2' threads='1'/>
      <feature policy='require' name='avx2'/><feature policy="disable" name='rtm' />
      <feature policy='optional' name='nosuchthing'/>
      <![CDATA[ <plain> ]]>
    </cpu>

    """,
    "qemu-words": """
    qemu-system-x86_64 -machine q35 -cpu EPYC-Rome,vendor=AuthenticAMD,family=0x17,model=1,\
    stepping=2,level=0xd,xlevel=0x80000008,+svm,-x2apic,avx=on,lm=off,nosuchthing,hv_relaxed,\
    tsc-frequency=2000000000,phys-bits=40,host-phys-bits=off,\
    model-id="A 'B' C 0123456789 0123456789 0123456789 0123456",enforce=on \
    -smp 8,sockets=2,dies=1,cores=2,threads=2

    """,
    "expansion-whole.json": """
    {"return": {"model": {"name": "max", "props": {"family": 6, "model": 60, "stepping": 3,
    "vendor": "GenuineIntel", "level": 13, "xlevel": 2147483656, "avx": true, "avx2": false,
    "nosuchthing": true, "phys-bits": 40, "model-id": "A \\u0042\\n", "min-level": 13,
    "tsc-frequency": 2000000000}}}, "id": "x"}

    """,
    "featureset-lines": """


      1fcbfbff-f6f83203-2c100800-00000021-00000007-021c0fbb-00000000-00000100


    """,
    "expansion-transcript.json": """
    {"QMP": {}} {"return": {}}
    {"return": {"model": {"name": "bare"}}}
    {"return": {"model": {"name": "full", "props": {"avx": true}}}}
    {"return": {"model": {"name": "less", "props": {}}}}

    """,
    "template-intel.json": """
    {"cpuid_modifiers": [{"leaf": "0x0", "subleaf": "0x0", "flags": 0, "modifiers": [
    {"register": "eax", "bitmap": "0b00000000000000000000000000001101"},
    {"register": "ebx", "bitmap": "0b01110101011011100110010101000111"},
    {"register": "ecx", "bitmap": "0b01101100011001010111010001101110"},
    {"register": "edx", "bitmap": "0b01001001011001010110111001101001"}]},
    {"leaf": "0x80000001", "subleaf": "0x0", "flags": 0, "modifiers": [
    {"register": "eax", "bitmap": "0b00000000000000000000000000000000"},
    {"register": "ebx", "bitmap": "0b00000000000000000000000000000000"},
    {"register": "ecx", "bitmap": "0b00000000000000000000000000000001"},
    {"register": "edx", "bitmap": "0b00100000000000000000000000000000"}]}]}

    """,
    "template-limits.json": """
    {"cpuid_modifiers": [{"leaf": "0x80000000", "subleaf": "0x0", "flags": 0, "modifiers": [
    {"register": "eax", "bitmap": "0b10000000000000000000000000000001"},
    {"register": "ebx", "bitmap": "0b00000000000000000000000000000000"},
    {"register": "ecx", "bitmap": "0b00000000000000000000000000000000"},
    {"register": "edx", "bitmap": "0b00000000000000000000000000000000"}]},
    {"leaf": "0xffffffff", "subleaf": "0xffffffff", "flags": 0, "modifiers": []}]}

    """,
    "template-words.json": """
    {"kvm_capabilities": [], "cpuid_modifiers": [{"leaf": "0x7", "subleaf": "0x0", "flags": 1,
    "modifiers": [{"register": "ebx", "bitmap": "0bxxxxxxxxxxxxxxxxxxxxxxxxxxx1x0xx"},
    {"register": "edx", "bitmap": "0b0"}]}, {"leaf": "0x80000001", "subleaf": "0x0", "flags": 0,
    "modifiers": [{"register": "ecx", "bitmap": "0bx1"}]}],
    "msr_modifiers": [{"addr": "0x10a", "bitmap": "0bx10"}]}

    """,
    "instlatx64-plain": """
    CPU#000 AffMask: 0x1
    CPUID 00000000 : 00000001-756E6547-6C65746E-49656E69
    CPUID 00000001 : 000306C3-00100800-7FFAFBBF-BFEBFBFF
    CPU 1:
    CPUID 00000000 : 00000001-756E6547-6C65746E-49656E69
    CPUID Manufacturer : GenuineIntel
    CPUID 00000001 : 000306C3-01100800-7FFAFBBF-BFEBFBFF

    """,
    "cpuid-r": """
    CPU 0:
       0x00000000 0x00: eax=0x0000000d ebx=0x756e6547 ecx=0x6c65746e edx=0x49656e69
       0x00000001 0x00: eax=0x000306c3 ebx=0x00100800 ecx=0x7ffafbbf edx=0xbfebfbff
       0x0000000d 0x00: eax=0x00000007 ebx=0x00000340 ecx=0x00000340 edx=0x00000000
       0x0000000d 0x02: eax=0x00000100 ebx=0x00000240 ecx=0x00000000 edx=0x00000000
       0x0000000d 0x12: eax=0x00002000 ebx=0x00000ac0 ecx=0x00000006 edx=0x00000000
    CPU 1:
       0x00000000 0x00: eax=0x00000001 ebx=0x756e6547 ecx=0x6c65746e edx=0x49656e69

    """,
    "xen-cpuid": """
    nr_features: 22
    Raw policy: 4 leaves, 2 MSRs
     CPUID:
      leaf     subleaf  -> eax      ebx      ecx      edx
      00000000:ffffffff -> 0000000d:756e6547:6c65746e:49656e69
      00000001:ffffffff -> 000306c3:00100800:7ffafbbf:bfebfbff
      00000004:00000000 -> 1c004121:01c0003f:0000003f:00000000
      0000000d:00000000 -> 00000007:00000340:00000340:00000000
     MSRs:
      index    -> value
      000000ce -> 0000000080000000
      0000010a -> 000000000c28fdeb
    HVM Max policy: 1 leaves, 0 MSRs
     CPUID:
      leaf     subleaf  -> eax      ebx      ecx      edx
      00000000:ffffffff -> 0000000d:756e6547:6c65746e:49656e69

    """,
  ]

  /// What was done, and the result.
  static func damage(
    _ bytes: [UInt8], _ generator: inout SeededGenerator
  ) -> (String, [UInt8]) {
    var damaged = bytes
    let at = Int.random(in: 0..<bytes.count, using: &generator)
    let length = min(Int.random(in: 1...12, using: &generator), bytes.count - at)
    let isBinary = bytes.contains { $0 >= 0x80 || $0 == 0 }
    switch Int.random(in: 0..<6, using: &generator) {
    case 0:
      damaged.removeSubrange(at..<at + length)
      return ("\(at) without \(length)", damaged)
    case 1:
      damaged.insert(contentsOf: bytes[at..<at + length], at: at)
      return ("\(at) doubled \(length)", damaged)
    case 2:
      return ("\(at) cut off", Array(bytes[..<at]))
    default:
      let pool = Array(" 01789afgxF-+:,.=<>{}[]\"'/#\n\t".utf8)
      let byte =
        isBinary
        ? UInt8.random(in: 0...255, using: &generator)
        : pool[Int.random(in: 0..<pool.count, using: &generator)]
      damaged[at] = byte
      return ("\(at) is 0x\(String(byte, radix: 16))", damaged)
    }
  }
}

/// What comes of an input, in a line: the error with its place, or what was read, long parts as a hash.
enum Outcome {
  static func text(of bytes: [UInt8]) -> String {
    do {
      return text(of: try PolicyReader.read(bytes.span, source: "x"))
    } catch {
      let place = "\(error.line ?? 0):\(error.column ?? 0)"
      return "\(error.kind) at \(place), \(error.message)".replacing("\n", with: "\\n")
    }
  }

  private static func text(of document: PolicyDocument) -> String {
    var parts = ["read as \(document.format.rawValue)"]
    if !document.cpus.isEmpty {
      parts.append("CPUs \(document.cpus.map { short(policy($0)) }.joined(separator: " "))")
    }
    for named in document.policies {
      parts.append("\(named.name) \(short(policy(named.policy)))")
      if !named.statements.isEmpty { parts.append(short("\(named.statements)")) }
    }
    if !document.outside.isEmpty { parts.append("outside \(short("\(document.outside)"))") }
    if let microcode = document.microcode { parts.append("microcode \(microcode)") }
    if !document.notes.isEmpty { parts.append("notes \(short("\(document.notes)"))") }
    if let partial = document.partial {
      let features = partial.features?.features.map(\.name) ?? ["none"]
      let fields = partial.fields.map { "\($0.field.name)=\($0.value)" }
      parts.append("partial \(short("\(features)")) \(short("\(fields)"))")
    }
    if let request = document.request {
      let lists = [request.required, request.disabled, request.optional].map { $0.map(\.name) }
      let properties = request.properties.map { "\($0.name)=\($0.value)" }
      parts.append(
        "request \(request.model ?? "-") \(short("\(lists) \(request.unnamed) \(properties)"))")
    }
    if let guest = document.savedGuest { parts.append("guest \(short("\(guest)"))") }
    return parts.joined(separator: ", ")
  }

  /// What a policy holds, and which of its places are known.
  private static func policy(_ policy: CPUPolicy) -> String {
    var lines: [String] = []
    for slot in 0..<LeafLayout.slotCount {
      let place = LeafLayout.place(ofSlot: slot)
      let registers = policy[slot: slot]
      guard policy.isKnown(slot: slot), !registers.isZero else { continue }
      lines.append("\(PlaceText.leaf(place)) \(registers)")
    }
    for position in 0..<LeafLayout.msrCount {
      let index = LeafLayout.msr(at: position)
      guard let value = policy[msr: index] else { continue }
      lines.append("\(index.rawValue) \(value)")
    }
    let unknown = (0..<LeafLayout.slotCount).filter { !policy.isKnown(slot: $0) }
      .map { PlaceText.leaf(LeafLayout.place(ofSlot: $0)) }
    // Which leaves there are is for the tables to say: of the unknown ones those of old count.
    let old = ["0x1", "0x4:0", "0x7:0", "0xd:0", "0xd:2", "0x80000008"]
    lines += unknown.filter { old.contains($0) }
    return lines.joined(separator: "\n")
  }

  private static func short(_ text: String) -> String { String(hash(text), radix: 36) }

  /// FNV-1a.
  static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
