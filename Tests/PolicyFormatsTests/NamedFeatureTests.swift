// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyText
import TestSupport
import Testing

@testable import PolicyFormats

/// Forms that name features: what they do not name is unknown, unless the form would name it.
@Suite struct NamedFeatureTests {
  private static func read(_ text: String) throws -> PolicyDocument {
    try PolicyReader.read(Array(text.utf8), source: "x")
  }

  private static func read(seed name: String) throws -> PolicyDocument {
    try PolicyReader.read(try FormSamples.seed(name), source: name)
  }

  private static func one(_ document: PolicyDocument) throws -> NamedPolicy {
    #expect(document.policies.count == 1)
    return try #require(document.policies.first)
  }

  // MARK: Linux

  @Test func cpuinfo() throws {
    let document = try Self.read(seed: "cpuinfo.txt")
    let named = try Self.one(document)
    let policy = named.policy
    #expect(document.format == .cpuinfo && document.microcode == 0x28)
    #expect(policy.vendor == .intel && policy.signature == Signature(eax: 0x306c3))
    #expect(policy[.maxBasicLeaf] == 13)
    #expect(document.seats.map(\.apicID) == [0, 2] && document.seats.map(\.core) == [0, 1])
    // Of leaf 1 Linux shows every bit; what mirrors CR4 follows from XSAVE.
    #expect(policy.isKnown(leaf: 1) && policy.has(.avx) && policy.has(.osxsave))
    #expect(!policy.has(.sse) && policy.isKnown(.sse))
    // Of leaf 7 it hides some.
    #expect(!policy.isKnown(leaf: 7, subleaf: 0) && named.statedFeatures.contains(.avx2))
    #expect(!named.toldFeatures.contains(.bmi1) && !policy.isKnown(.bmi1))
    // What Linux made up is no feature, what is no feature's bit is stated by its place.
    let subjects = named.statements.map(\.subject)
    #expect(!subjects.contains { $0.contains("ibrs") || $0.contains("constant") })
    #expect(subjects.contains("leaf 0x6 EAX") && subjects.contains("leaf 0x8000000a EDX"))
    #expect(document.notes.contains { $0.hasSuffix("in no table: nosuchname") })
  }

  /// Without the name by which newer kernels are told nothing that is not named is known.
  @Test func olderKernels() throws {
    let named = try Self.one(Self.read("vendor_id\t: GenuineIntel\nflags\t\t: fpu avx\n"))
    #expect(!named.policy.isKnown(leaf: 1) && named.toldFeatures.features == [.fpu, .avx])
    #expect(named.toldVendor == "GenuineIntel")
  }

  /// A feature that some CPUs lack is none of the machine's.
  @Test func unlikeCPUs() throws {
    let text = String(decoding: try FormSamples.seed("cpuinfo.txt"), as: UTF8.self)
    let last = try #require(text.ranges(of: " avx2 ").last)
    let named = try Self.one(Self.read(text.replacingCharacters(in: last, with: " ")))
    #expect(!named.toldFeatures.contains(.avx2) && named.policy.has(.avx))
    #expect(named.statements.contains { $0.subject == "flags" })
  }

  @Test func flagsAlone() throws {
    for text in ["flags\t\t: fpu vme avx2\n", "flags: fpu vme avx2\n", "fpu vme avx2\n"] {
      let document = try Self.read(text)
      #expect(document.format == .cpuinfo)
      #expect(try Self.one(document).toldFeatures.features == [.fpu, .vme, .avx2])
      #expect(try !Self.one(document).policy.isKnown(leaf: 1))
    }
    #expect(try Self.read("Flags:    fpu vme\n").format == .lscpu)
  }

  @Test(arguments: ["lscpu.txt", "lscpu.json"]) func lscpu(_ name: String) throws {
    let document = try Self.read(seed: name)
    let named = try Self.one(document)
    #expect(document.format == .lscpu)
    #expect(named.toldVendor == "GenuineIntel" && named.toldSignature == Signature(eax: 0x306c3))
    #expect(named.policy.has(.avx) && named.statedFeatures.contains(.avx2))
    // Nothing says how far the leaves reach.
    #expect(!named.policy.isKnown(leaf: 0))
    if name == "lscpu.txt" { #expect(named.statements.contains(Statement("sockets", "1"))) }
  }

  @Test func otherArchitectures() throws {
    for text in [
      #"{"lscpu": [{"field": "Architecture:", "data": "aarch64"}]}"#, "Architecture: aarch64\n",
      "processor\t: 0\nCPU implementer\t: 0x41\n", "arm_midr=000000410fd0f10\n",
    ] {
      let error = #expect(throws: FormatError.self) { try Self.read(text) }
      #expect(error?.message.contains("only x86 is read") == true, "\(text)")
    }
  }

  // MARK: Documents

  /// What statements tell stands in a document's own members, and is read again.
  @Test func documents() throws {
    for seed in ["lscpu.txt", "cpuinfo.txt", "complaint.txt"] {
      let named = try Self.one(Self.read(seed: seed))
      let (bytes, dropped) = PolicyWriter.write(named, as: .json)
      #expect(dropped.isEmpty)
      let value = try JSONValue(parsing: bytes, source: "x")
      let features = value["features"]?.array?.compactMap(\.string) ?? []
      #expect(features == named.toldFeatures.features.map(\.optionName))
      #expect(value["vendor"]?.string == named.toldVendor)
      let again = try PolicyReader.read(bytes, source: "x").policies[0]
      #expect(again.policy.canonical == named.policy.canonical)
      #expect(again.statements == named.statements)
      let wrong = String(decoding: bytes, as: UTF8.self).replacing("\"avx2\"", with: "\"avx512f\"")
      #expect(throws: FormatError.self) { try Self.read(wrong) }
    }
  }

  // MARK: Others

  @Test func complaints() throws {
    let document = try Self.read(seed: "complaint.txt")
    let named = try Self.one(document)
    #expect(named.policy == PolicyLoss.unknownPolicy)
    let wanted: [Feature] = [
      .avx2, .xsavec, .rdclNo, .rdtscp, .waitpkg, .fma, .movbe,
    ]
    for feature in wanted { #expect(named.statedFeatures.contains(feature), "\(feature.name)") }
    #expect(named.statedFeatures.features.count == wanted.count)
    #expect(named.statements.contains(Statement("feature nosuch", "present")))
  }

  /// XAPI's sentence names nothing, and the error says where the names are.
  @Test func complaintWithoutNames() throws {
    let text = "reason: VM last booted on a CPU with features this host's CPU does not have.\n"
    let error = #expect(throws: FormatError.self) { try Self.read(text) }
    #expect(error?.line == 1 && error?.remedy.contains("last-boot-CPU-flags") == true)
    for cut in [
      "host doesn't support requested feature: CPUID.07H:EBX.avx2\n",
      "host doesn't support requested feature: CPUID.07H [bit 5]\n",
    ] {
      #expect(#expect(throws: FormatError.self) { try Self.read(cut) }?.line == 1)
    }
  }

  @Test func coreinfo() throws {
    let document = try Self.read(seed: "coreinfo.txt")
    let named = try Self.one(document)
    #expect(named.toldVendor == "GenuineIntel")
    #expect(named.toldSignature.family == 6 && named.toldSignature.model == 42)
    #expect(named.toldFeatures.features == [.vmx, .sse41, .nx])
    #expect(named.statements.contains(Statement("feature avx2", "absent")))
    #expect(document.notes.contains { $0.hasSuffix("in no table: EPT, HTT") })
  }

  @Test func decodedOutput() throws {
    let document = try Self.read(seed: "cpuid-decoded.txt")
    let named = try Self.one(document)
    #expect(named.toldVendor == "GenuineIntel" && named.toldSignature == Signature(eax: 0x306c3))
    #expect(document.notes.contains { $0.contains("cpuid -r") })
    // The first CPU counts, and a part of its features says nothing of the others.
    let sample = String(decoding: try FormSamples.seed("cpuid-decoded.txt"), as: UTF8.self)
    let rest = "   feature information (1/edx):\n      x87 FPU on chip   = true\n"
    let next = sample.replacing("CPU 0", with: "CPU 1").replacing("0xc", with: "0xd")
    let first = try Self.one(Self.read(sample + rest + next))
    #expect(first.policy == named.policy && first.toldFeatures.contains(.fpu))
    #expect(!first.policy.isKnown(.fpu))
    // One line twice is no dump.
    #expect(throws: FormatError.self) { try Self.read(sample + rest + rest) }
    // A word is known where every feature of it has a line, and no line of the leaf is foreign.
    let table = try String(
      contentsOf: Fixtures.root.appending(path: "ABI/cpuid-lines.csv"), encoding: .utf8)
    let lines = table.split(separator: "\n").filter { $0.hasPrefix("0x80000001,") }.map { row in
      let line = row.dropFirst("0x80000001,".count).prefix { $0 != "\"" }
      return "      \(line[..<(line.lastIndex(of: ",") ?? line.endIndex)]) = false\n"
    }.joined()
    let whole = sample + "   extended feature flags (0x80000001/edx):\n" + lines
    #expect(try Self.one(Self.read(whole)).policy.isKnown(.nx))
    let foreign = try Self.read(whole + "      something new = true\n")
    #expect(try !Self.one(foreign).policy.isKnown(.nx))
    #expect(foreign.notes.contains { $0.hasSuffix("in no table: something new") })
  }

  @Test func wordsOfXL() throws {
    let document = try Self.read(seed: "xl-info.txt")
    let named = try Self.one(document)
    #expect(document.format == .featureset && named.name == "host-default")
    #expect(named.policy[leaf: 1].ecx == 0xf6d8_320b && named.policy.isKnown(leaf: 0x8000_0007))
    // Behind the last word nothing is known.
    #expect(!named.policy.isKnown(leaf: 0x8000_0008) && !named.policy.isKnown(leaf: 7, subleaf: 0))
  }

  @Test func namesOfForms() {
    #expect(PolicyFormat(rawValue: "nfd") == .nodeLabels)
  }
}
