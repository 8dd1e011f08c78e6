// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

/// Two inputs that say different things are never alike, however little they say.
@Suite struct PartialInputTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// What nobody recorded of a host is neither there nor missing, and what has no line is counted.
  @Test func hostShowTellsWhatIsUnknown() throws {
    // Leaf 7 is not recorded; leaf 1 is, without x2APIC.
    let rows = """
      CPU 0:
         0x00000000 0x00: eax=0x00000007 ebx=0x756e6547 ecx=0x6c65746e edx=0x49656e69
         0x00000001 0x00: eax=0x000306c3 ebx=0x00100800 ecx=0x7edafbbf edx=0xbfebfbff

      """
    let file = try folder.file("part.txt", rows)
    let csv = try BuiltCommand.run(["host", "show", file, "-o", "csv"]).output
    let cells = Dictionary(
      uniqueKeysWithValues: csv.split(separator: "\n").map { line in
        let row = line.split(separator: ",").map(String.init)
        return (row[0], row[1])
      })
    #expect(cells["avx2"] == "unknown" && cells["x2apic"] == "0" && cells["sse3"] == "1")
    let table = try BuiltCommand.run(["host", "show", file]).output
    let count = try #require(table.firstMatch(of: /of (\d+) more features nobody recorded/))
    // AVX2 has no line, since no policy of this host is said to have it.
    #expect(!table.contains("\navx2 ") && (Int(count.1) ?? 0) > 100)
    // A maximum policy has ERMS on any host, whose own nobody recorded.
    #expect(try #require(table.firstMatch(of: /\nerms +(\S)/)).1 == "?", "\(table)")
    let limit = try #require(table.firstMatch(of: /\nmaxExtendedLeaf +(\S+)/))
    #expect(limit.1 == "unknown")
    // Of a whole dump nothing is open but MSRs that dumps of CPUID lack.
    let whole = try BuiltCommand.run(
      ["host", "show", Fixtures.path("emulated-Haswell.txt"), "-o", "csv"]
    ).output
    #expect(whole.contains("\navx2,1,") && !whole.contains("\nrdrand,unknown"))
  }

  /// Pairs of inputs that differ in one thing, by form.
  static let pairs: [String: (String, String)] = [
    "featureset": ("1fcbfbff-f7f83203", "1fcbfbff-f7f83202"),
    "featureset of leaf 7": ("0-0-0-0-0-0-0-0-0-0-00000c37", "0-0-0-0-0-0-0-0-0-0-00000c36"),
    "featureset of 0xd": ("0-0-0-0-0000000f", "0-0-0-0-00000007"),
    "featureset of 0x80000021": (
      "0-0-0-0-0-0-0-0-0-0-0-00000004", "0-0-0-0-0-0-0-0-0-0-0-00000044"
    ),
    "cpuid -r without leaf 0": (
      "   0x00000007 0x00: eax=0x00000000 ebx=0x00000001 ecx=0x00000000 edx=0x00000000",
      "   0x00000007 0x00: eax=0x00000000 ebx=0x00000003 ecx=0x00000000 edx=0x00000000"
    ),
    "cpuid -r of one subleaf": (
      "   0x00000007 0x01: eax=0x00000001 ebx=0x00000000 ecx=0x00000000 edx=0x00000000",
      "   0x00000007 0x01: eax=0x00000003 ebx=0x00000000 ecx=0x00000000 edx=0x00000000"
    ),
    "cpuid -r of the extended range": (
      "   0x80000008 0x00: eax=0x00003030 ebx=0x00000000 ecx=0x00000000 edx=0x00000000",
      "   0x80000008 0x00: eax=0x00003028 ebx=0x00000000 ecx=0x00000000 edx=0x00000000"
    ),
    "a row that is there or not": (
      """
         0x00000007 0x00: eax=0x00000000 ebx=0x00000001 ecx=0x00000000 edx=0x00000000
         0x00000006 0x00: eax=0x00000000 ebx=0x00000000 ecx=0x00000000 edx=0x00000000
      """,
      "   0x00000007 0x00: eax=0x00000000 ebx=0x00000001 ecx=0x00000000 edx=0x00000000"
    ),
    "template": (template("0bxx1"), template("0bxx0")),
    "template that leaves a bit": (template("0bx11"), template("0b111")),
    "-cpu": ("-cpu Haswell,+avx2", "-cpu Haswell,-avx2"),
    "-cpu of another model": ("-cpu Haswell", "-cpu Nehalem"),
    "-cpu with a number": ("-cpu Haswell,phys-bits=40", "-cpu Haswell,phys-bits=42"),
    "-cpu with a vendor": ("-cpu base,vendor=GenuineIntel", "-cpu base,vendor=AuthenticAMD"),
    "-cpu with a property": ("-cpu host,migratable=off", "-cpu host,migratable=on"),
    "-cpu that asks or not": ("-cpu host,+avx2", "-cpu host"),
    "cpu": (cpu("<feature policy='require' name='avx2'/>"), cpu("")),
    "cpu with a number": (cpu("<maxphysaddr bits='40'/>"), cpu("<maxphysaddr bits='42'/>")),
    "cpu with an option": (cpu("<feature policy='optional' name='avx2'/>"), cpu("")),
    "capabilities": (
      capabilities("<feature name='vmx'/>"),
      capabilities("<feature name='vmx'/><feature name='ss'/>")
    ),
    "capabilities of another stepping": (
      capabilities("<signature family='6' model='60' stepping='3'/>"),
      capabilities("<signature family='6' model='60' stepping='4'/>")
    ),
    "xl": (
      "cpuid = [ \"7:ebx=00000000000000000000000000000001\" ]",
      "cpuid = [ \"7:ebx=00000000000000000000000000000011\" ]"
    ),
    "xl that leaves a bit": (
      "cpuid = [ \"7:ebx=0000000000000000000000000000000x\" ]",
      "cpuid = [ \"7:ebx=00000000000000000000000000000000\" ]"
    ),
    "xl with the host's bit": ("cpuid = \"host,avx2=k\"", "cpuid = \"host,avx2=x\""),
    "xl.cfg": ("name='g'\ntype='hvm'\nvcpus=1", "name='g'\ntype='hvm'\nvcpus=2"),
    "xl.cfg with a mask": (
      "name='g'\ncpuid=\"host,avx=k\"", "name='g'\ncpuid=\"host,avx=0\""
    ),
    "xl.cfg with an MSR's feature": (
      "name='g'\ncpuid=\"host,mds-no=0\"", "name='g'\ncpuid=\"host,mds-no=1\""
    ),
    "xapi": (
      "vendor: GenuineIntel; features: 1fcbfbff-f7fa3223-2d93fbff-00000023-00000001",
      "vendor: GenuineIntel; features: 1fcbfbff-f7fa3223-2d93fbff-00000023-00000003"
    ),
    "xapi of another vendor": (
      "vendor: GenuineIntel; features: 1fcbfbff-f7fa3223",
      "vendor: AuthenticAMD; features: 1fcbfbff-f7fa3223"
    ),
    "xapi of few words": (
      "vendor: GenuineIntel; features: 1fcbfbff", "vendor: GenuineIntel; features: 1fcbfbfe"
    ),
    "json": (
      json(#"{"leaf":"0x00000006","subleaf":null,"eax":"0x00000004","ebx":0,"ecx":0,"edx":0}"#),
      json(#"{"leaf":"0x00000006","subleaf":null,"eax":"0x00000006","ebx":0,"ecx":0,"edx":0}"#)
    ),
  ]

  private static func template(_ bits: String) -> String {
    #"{"cpuid_modifiers":[{"leaf":"0x7","subleaf":"0x0","flags":1,"modifiers":"#
      + #"[{"register":"ebx","bitmap":"\#(bits)"}]}]}"#
  }

  private static func cpu(_ rest: String) -> String {
    "<cpu mode='custom' match='exact'><model>Haswell</model>\(rest)</cpu>"
  }

  private static func capabilities(_ rest: String) -> String {
    "<capabilities><host><cpu><arch>x86_64</arch><model>Haswell</model><vendor>Intel</vendor>"
      + "\(rest)</cpu></host></capabilities>"
  }

  private static func json(_ leaf: String) -> String {
    #"{"apiVersion":"cpupolicy/v1","kind":"Policy","name":"part","leaves":[\#(leaf)]}"#
  }

  private func digest(_ file: String) throws -> String? {
    let result = try BuiltCommand.run(
      ["policy", "show", file, "-o", "json"] + BuiltCommand.withoutAuthorities)
    #expect(result.status == 0, "\(result.errors)")
    return try JSONValue(parsing: Array(result.output.utf8), source: "output")["digest"]?.string
  }

  @Test(arguments: pairs.keys.sorted()) func areNotAlike(_ name: String) throws {
    let (left, right) = try #require(Self.pairs[name])
    let first = try folder.file("first", left + "\n")
    let second = try folder.file("second", right + "\n")
    let difference = try BuiltCommand.run(
      ["policy", "diff", first, second] + BuiltCommand.withoutAuthorities)
    #expect(difference.status == 1, "\(difference.output)\(difference.errors)")
    #expect(!difference.output.contains("no differences"))
    #expect(try digest(first) != digest(second))
    let same = try BuiltCommand.run(["policy", "diff", first, first, "--no-probe"])
    #expect(same.status == 0, "\(same.output)")
  }

  /// A document of a partial input says the same as the input.
  @Test(arguments: pairs.keys.sorted()) func documentsKeepWhatIsStated(_ name: String) throws {
    let (left, _) = try #require(Self.pairs[name])
    let file = try folder.file("input", left + "\n")
    let none = BuiltCommand.withoutAuthorities
    let shown = try BuiltCommand.run(["policy", "show", file, "-o", "json"] + none)
    let document = try folder.file("document.json", shown.output)
    let difference = try BuiltCommand.run(["policy", "diff", file, document] + none)
    #expect(difference.status == 0, "\(difference.output)\(difference.errors)")
    #expect(!difference.errors.contains("not what the leaves give"), "\(difference.errors)")
    #expect(try digest(file) == digest(document))
  }
}
