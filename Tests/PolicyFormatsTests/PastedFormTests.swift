// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyText
import TestSupport
import Testing

@testable import PolicyFormats

/// What people paste into reports: registers in the forms of many tools, whole and in part. What a form does not
/// say is unknown.
@Suite struct PastedFormTests {
  private static func read(_ text: String) throws -> PolicyDocument {
    try PolicyReader.read(Array(text.utf8), source: "x")
  }

  private static func read(seed name: String) throws -> PolicyDocument {
    try PolicyReader.read(try FormSamples.seed(name), source: name)
  }

  private static func registers(
    _ eax: UInt32, _ ebx: UInt32, _ ecx: UInt32, _ edx: UInt32
  ) -> LeafRegisters {
    LeafRegisters(eax: eax, ebx: ebx, ecx: ecx, edx: edx)
  }

  /// The CPU of which all seeds are, in part.
  private static let haswell: [(place: LeafPlace, registers: LeafRegisters)] = [
    (LeafPlace(0), registers(0xd, 0x756e_6547, 0x6c65_746e, 0x4965_6e69)),
    (LeafPlace(1), registers(0x306c3, 0x10_0800, 0x7ffa_fbbf, 0xbfeb_fbff)),
    (LeafPlace(4, 0), registers(0x1c00_4121, 0x1c0_003f, 0x3f, 0)),
    (LeafPlace(4, 1), registers(0x1c00_4122, 0x1c0_003f, 0x3f, 0)),
    (LeafPlace(7, 0), registers(0, 0x27ab, 0, 0x9c00_0400)),
    (LeafPlace(0xb, 0), registers(1, 2, 0x100, 0)),
    (LeafPlace(0xb, 1), registers(4, 8, 0x201, 0)),
    (LeafPlace(0xd, 0), registers(7, 0x340, 0x340, 0)),
    (LeafPlace(0xd, 1), registers(1, 0, 0, 0)),
    (LeafPlace(0xd, 2), registers(0x100, 0x240, 0, 0)),
    (LeafPlace(0x8000_0000), registers(0x8000_0008, 0, 0, 0)),
    (LeafPlace(0x8000_0008), registers(0x3027, 0, 0, 0)),
  ]

  /// Every row of a seed is in its policy, and every place that no row has, within the limits, is unknown.
  @Test(arguments: [
    ("libcpuid.txt", "libcpuid", ["0xd:1", "0xd:2"]), ("hwloc.txt", "hwloc", []),
    ("kcpuid.txt", "kcpuid", []), ("cpucontrol.txt", "cpucontrol", []),
    ("cpuz.txt", "cpuz", []), ("memtest.txt", "memtest", []),
    (
      "dmesg.txt", "dmesg",
      ["0x0", "0x1", "0x4:0", "0x4:1", "0x7:0", "0xb:0", "0xb:1", "0x80000000", "0x80000008"]
    ),
    ("cpuid-log.txt", "cpuid-log", ["0x4:1", "0xb:1", "0xd:1", "0xd:2"]),
    ("virtualbox.txt", "virtualbox", []),
    ("devcpu.bin", "devcpu", ["0x4:1", "0xb:1", "0xd:1", "0xd:2", "0x80000000", "0x80000008"]),
  ])
  func seedIsReadWhole(_ name: String, _ format: String, _ missing: [String]) throws {
    let document = try Self.read(seed: name)
    #expect(document.format.rawValue == format)
    let policy = try #require(document.raw)
    for (place, registers) in Self.haswell {
      let slot = try #require(LeafLayout.slot(place.leaf, place.isPlain ? 0 : place.subleaf))
      let isMissing = missing.contains(PlaceText.leaf(place))
      #expect(policy.isKnown(slot: slot) != isMissing, "\(name) \(PlaceText.leaf(place))")
      if !isMissing { #expect(policy[slot: slot] == registers, "\(name) \(PlaceText.leaf(place))") }
    }
    // What no seed has.
    for leaf: UInt32 in [5, 0xa, 0x8000_0001, 0x8000_0007] where format != "devcpu" {
      #expect(!policy.isKnown(leaf: leaf), "\(name) \(leaf)")
    }
    #expect(policy.isKnown(msr: .platformInfo) == (name == "cpuz.txt"))
  }

  @Test func modelSpecificRegisters() throws {
    #expect(try Self.read(seed: "cpucontrol.txt").cpus[0][msr: .archCapabilities] == 0x2b)
    #expect(try Self.read(seed: "cpuz.txt").cpus[0][msr: .platformInfo] == 0x8000_0000)
  }

  // MARK: Several CPUs

  @Test func linesOfCPUsInTurns() throws {
    let document = try Self.read(seed: "cpuid-log.txt")
    #expect(document.cpus.count == 2 && document.cpus[0] == document.cpus[1])
  }

  @Test func headings() throws {
    let rows = "basic_cpuid[0]=00000001 756e6547 6c65746e 49656e69\n"
    func cpu(_ number: Int) -> String {
      "_________________ Logical CPU #\(number) _________________\n" + rows
        + "basic_cpuid[1]=000306c3 0\(number)100800 00000000 00000000\n"
    }
    let document = try Self.read(cpu(0) + cpu(1) + cpu(2))
    #expect(document.cpus.map { $0[leaf: 1].ebx >> 24 } == [0, 1, 2])
    #expect(throws: FormatError.self) { try Self.read(cpu(0) + cpu(1) + cpu(1)) }
    // What a test of libcpuid's expects stands behind a rule, and may look like anything.
    let rule = String(repeating: "-", count: 80) + "\nx86\n6\n3\nfpu vme de\n"
    #expect(try Self.read(cpu(0) + rule).cpus.count == 1)
    let report = "CPU Thread 0\n" + Self.cpuzRow + "\nCPU Thread 1\n" + Self.cpuzRow
    #expect(try Self.read(report).cpus.count == 2)
  }

  private static let cpuzRow = "0x00000000\t\t0x00000001\t0x68747541\t0x444D4163\t0x69746E65\n"

  /// The maker's name as it is read, and not as the registers have it.
  @Test func namesInReadingOrder() throws {
    let row = "CPUID\t\t\t0x00000000\t0x00000001\t0x68747541\t0x69746E65\t0x444D4163\n"
    #expect(try Self.read(row).cpus[0].vendor == .amd)
    #expect(try Self.read(Self.cpuzRow).cpus[0].vendor == .amd)
  }

  /// A folder with a file for each CPU is one machine, wherever inputs are named.
  @Test func gatheredFolder() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/host"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let sample = String(decoding: try FormSamples.seed("hwloc.txt"), as: UTF8.self)
    for number in [10, 2, 0, 1] {
      let own = sample.replacing("=> 306c3 100800", with: "=> 306c3 \(number)100800")
      try Data(("# mask e[abcd]x => e[abcd]x\n" + own).utf8).write(
        to: URL(fileURLWithPath: "\(path)/pu\(number)"))
    }
    try Data("Architecture: x86\n".utf8).write(
      to: URL(fileURLWithPath: "\(path)/hwloc-cpuid-info"))
    let document = try InputFile.read(path)
    #expect(document.format == .hwloc)
    // The number stands before the row's own digits.
    let ids: [UInt32] = document.cpus.map { $0[leaf: 1].ebx >> 24 }
    #expect(ids == [0, 1, 2, 0x10])
    #expect(InputWalk([folder.path]).found.map(\.path) == [path])
    #expect(InputWalk([path]).found == [.init(path: path, isOfFolder: false)])
    try Data("0 0 0 0\n".utf8).write(to: URL(fileURLWithPath: "\(path)/pu2"))
    let error = #expect(throws: FormatError.self) { try InputFile.read(path) }
    #expect(error?.source == "\(path)/pu2")
  }

  // MARK: Two machines

  @Test func guestAndHost() throws {
    let document = try Self.read(seed: "virtualbox.txt")
    #expect(document.policies.map(\.name) == ["guest", "raw"])
    #expect(document.policies[0].policy[leaf: 1].ecx == 0x56d8_2203)
    #expect(document.policies[1].policy[leaf: 1].ecx == 0x7ffa_fbbf)
    let alone = "Hst:   00000001 756e6547 6c65746e 49656e69\n"
    let error = #expect(throws: FormatError.self) { try Self.read("Gst: 00000000/0000\n" + alone) }
    #expect(error?.line == 1)
    #expect(throws: FormatError.self) { try Self.read(alone) }
  }

  // MARK: Bits

  @Test func masks() throws {
    let document = try Self.read(seed: "vmx.txt")
    let statements = document.policies[0].statements
    #expect(statements.contains(Statement("feature avx512f", "disabled")))
    #expect(
      statements.contains(
        Statement("leaf 0x1 ECX", "0b" + "xxxxxxxxxxx0" + String(repeating: "x", count: 20))))
    #expect(document.policies[0].policy == PolicyLoss.unknownPolicy)
    for (line, column) in [
      ("cpuid.1.ecx = \"0\"", 1), ("cpuid.1.eex = \"\(String(repeating: "-", count: 32))\"", 1),
      ("cpuid.1.ecx = \"\(String(repeating: "?", count: 32))\"", 1),
    ] {
      let error = #expect(throws: FormatError.self) { try Self.read(line) }
      #expect(error?.column == column && error?.message.contains("cpuid.1") == true)
    }
    // A leaf of which every register is set whole is known.
    let registers = ["eax", "ebx", "ecx", "edx"].map { register in
      "cpuid.80000008.\(register) = \"\(String(repeating: "0", count: 31))1\"\n"
    }
    let whole = try Self.read(registers.joined()).policies[0]
    #expect(
      whole.policy[leaf: 0x8000_0008] == Self.registers(1, 1, 1, 1) && whole.statements.isEmpty)
    #expect(throws: FormatError.self) { try Self.read(".encoding = \"UTF-8\"\nnumvcpus = \"2\"\n") }
  }

  @Test func adjustments() throws {
    let statements = try Self.read(seed: "cloud-hypervisor.json").policies[0].statements
    #expect(statements.contains(Statement("vendor", "Intel")))
    #expect(
      statements.contains(
        Statement("leaf 0x7:0 EBX", "0bxxxxxxxx000000000000000000100000")))
    #expect(statements.contains { $0.subject == "leaf 0xd:3 ECX" })
  }

  @Test func profiles() throws {
    let document = try Self.read(seed: "propolis.toml")
    #expect(document.policies.map(\.name) == ["small", "other"])
    #expect(document.policies[0].policy[leaf: 1].ecx == 0x7ffa_fbbf)
    #expect(document.policies[1].policy.vendor == .intel)
    #expect(!document.policies[1].policy.isKnown(leaf: 1))
    // A list may stand over lines, and the vendor's word counts where leaf 0 says none.
    let lines = """
      [cpuid.a]
      vendor = "amd"
      "8000001d-3" = [
        0x121, # a comment
        0x3f,
        1, 2,
      ]
      """
    let other = try Self.read(lines).policies[0]
    #expect(other.policy[leaf: 0x8000_001d, subleaf: 3] == Self.registers(0x121, 0x3f, 1, 2))
    #expect(other.statements == [Statement("vendor", "amd")])
    #expect(throws: FormatError.self) { try Self.read("[cpuid.a]\n\"7\" = [0x1,\n") }
  }

  @Test func wordsOfFreeBSD() throws {
    let named = try #require(try Self.read(seed: "dmesg-freebsd.txt").policies.first)
    #expect(named.policy[leaf: 1].edx == 0xbfeb_fbff && named.policy[leaf: 1].eax == 0x306c3)
    #expect(named.policy[leaf: 0x8000_0001].edx == 0x2c10_0800)
    // A word of the leaf is not there.
    #expect(!named.policy.isKnown(leaf: 7, subleaf: 0))
    #expect(named.statements.contains(Statement("featureset word 5", "0x000027ab")))
  }

  // MARK: What nearly matches

  /// A line that begins as a row and is none is an error with its place, not some other form.
  @Test(arguments: [
    ("basic_cpuid[0]=0000000d 756e6547 6c65746e\n", "edx", 42),
    ("basic_cpuid[x]=0000000d 756e6547 6c65746e 49656e69\n", "a number", 13),
    ("CPUID_0x0: EAX=0x0000001b, EBX=0x756e6547\n", "ECX", 42),
    ("1 0 0 0 0 => f 756e6547 6c65746e\n", "edx", 33),
    ("1 0 0 0 0 => f 756e6547 6c65746e 49656e69 0\n", "goes on", 42),
    ("1 0 0 0 0 => f 756e6547 6c65746e 49656e69\n1 1 0 x 0 => 0 0 0 0\n", "a row", 1),
    ("cpuid level 0x1: 0x00100f43 0x00040800\n", "0x", 39),
    ("[    0.000000] CPUID[0d, 00]: eax=000600e7 ebx=00002b\n", "ebx", 48),
    ("[CPU0  ]i| CPUID[0x00000000]: 00000010 6874754\n", "ebx", 40),
    ("CPUID 00000000:00 = 0000000d 756e6547\n", "ecx", 38),
    ("0x00000000\t0x0000000D\t0x756E6547\n", "ecx", 33),
    ("[cpuid.a]\n\"7-x\" = [0x0, 0x0, 0x0, 0x0]\n", "no leaf", 1),
    ("[cpuid.a]\n\"7\" = [0x0, 0x0, 0x0]\n", "four numbers", 1),
  ])
  func nearMisses(_ text: String, _ word: String, _ column: Int) {
    let error = #expect(throws: FormatError.self) { try Self.read(text) }
    #expect(error?.kind == .malformed && error?.column == column, "\(String(describing: error))")
    #expect(error?.message.contains(word) == true, "\(String(describing: error))")
  }

  /// `[` alone does not make a text JSON.
  @Test func bracketsAtTheStart() throws {
    for text in ["[1, 2]", "[ {\"a\": 1} ]", "[[]]", "[]", "[ 12 ]\n", "["] {
      #expect(try PolicyReader.recognise(Array(text.utf8).span, source: "x") == .json, "\(text)")
    }
    for text in ["[    0.000000] Linux version 6.1\n", "[12] x\n", "[CPU0] x\n", "[libvirt]\n"] {
      let error = #expect(throws: FormatError.self) { try Self.read(text) }
      #expect(error?.kind == .unrecognised, "\(text)")
    }
  }
}
