// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// Words that people type: names of other worlds, and words that are nearly right.
@Suite struct NameCommandTests {
  private static let host = "Tests/Fixtures/guest-epyc.txt"

  private func run(_ words: String...) throws -> CommandResult {
    try BuiltCommand.run(words, in: Fixtures.root.path)
  }

  @Test(arguments: [
    ("aes", "AESNI"), ("PNI", "SSE3"), ("sha_ni", "SHA"), ("sse4.2", "SSE4_2"),
    ("spec_ctrl", "IBRSB"), ("avx512vnni", "AVX512_VNNI"),
    ("maxphysaddr", "maxPhysicalAddressBits"),
  ])
  func explainTakesEveryName(_ name: String, _ meant: String) throws {
    let result = try run("policy", "explain", name, Self.host)
    #expect(result.status == 0 && result.output.hasPrefix(meant + "\n"), "\(result.errors)")
    let swapped = try run("policy", "explain", Self.host, name)
    #expect(swapped.status == 2 && swapped.errors.contains("is the name, and"))
  }

  @Test func listsTakeThemAndSaySo() throws {
    let own = try run("host", "show", Self.host, "--cpuid", "no-aesni,sse4-2=no", "-o", "json")
    let other = try run("host", "show", Self.host, "--cpuid", "no-aes,sse4.2=no", "-o", "json")
    #expect(own.status == 0 && own.errors.isEmpty && other.output == own.output)
    #expect(
      other.errors == """
        note: --cpuid: no-aes is no-aesni there
        note: --cpuid: sse4.2 is sse4-2 there

        """)
    let gain = try run("pool", "plan", Self.host, "--gain", "aes")
    #expect(gain.output.hasPrefix("gain       aesni for"), "\(gain.errors)")
    let changed = try run("pool", "simulate", Self.host, "--set", "guest-epyc.txt:cpuid=no-aes")
    #expect(changed.status == 6 && changed.output.contains("loses aesni"), "\(changed.errors)")
  }

  /// Errors of a list stand where the writer wrote them, though other names were put in.
  @Test func errorsOfListsKeepTheirPlaces() throws {
    let result = try run(
      "host", "show", Self.host, "--cpuid", "no-aes,é,movbe=foo,aes=foo,no-pni=1,maxleaf=z")
    let errors = result.errors.split(separator: "\n").map { $0.prefix { $0 != ";" } }
    let boolean =
      "neither a boolean (yes, on, true, enable, 1, no, off, false, disable, 0) nor guest"
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(
      errors == [
        "--cpuid: column 8: \"é\": unknown name",
        "--cpuid: column 16: \"movbe=foo\": \(boolean)",
        "--cpuid: column 24: \"aes=foo\": \(boolean)",
        "--cpuid: column 34: \"no-pni=1\": a negated name takes no value",
        "--cpuid: column 45: \"maxleaf=z\": the key takes a number, decimal or 0x",
      ])
  }

  @Test func ambiguousNamesAreAskedBack() throws {
    for words in [
      ["policy", "explain", "ssbno", Self.host], ["pool", "plan", Self.host, "--gain", "ssbno"],
      ["host", "show", Self.host, "--cpuid", "no-ssbno"],
    ] {
      let result = try BuiltCommand.run(words, in: Fixtures.root.path)
      #expect(result.status == 2 && result.output.isEmpty)
      #expect(result.errors.contains("name one of "), "\(result.errors)")
    }
    #expect(try run("policy", "explain", "ssb-no", Self.host).errors.contains("intel-ssb-no, too"))
  }

  @Test(arguments: [
    (
      ["hots", "show"], "cpupolicy hots: no such command; did you mean host, hook? there are host,"
    ),
    (["host", "shwo"], "cpupolicy host shwo: no such command; did you mean show? there are show,"),
    (
      ["features", "lits"],
      "cpupolicy features lits: no such command; did you mean list? there is list"
    ),
    (
      ["host", "show", "--policy", "hvm-defualt"],
      "--policy hvm-defualt: no such policy; did you mean hvm-default, pv-default? there are raw,"
    ),
    (
      ["domain", "create", "x", "--kind", "hmv"],
      "--kind hmv: no such value; did you mean hvm, pv? there are pv, pv32, hvm, hvm-shadow"
    ),
    (
      ["policy", "convert", host, "--to", "qemu-cup"],
      "--to qemu-cup: no such value; did you mean qemu-cpu? there are json,"
    ),
    (
      ["host", "show", "-o", "jsno"], "-o jsno: no such value; did you mean json? there are table,"
    ),
    (
      ["host", "show", "--source", "zzzzz"],
      "--source zzzzz: no such value; there are native, kvm, xen"
    ),
    (
      ["host", "diff", host, host, "--fail-on", "sevurity"],
      "--fail-on sevurity: no such value; did you mean security?"
    ),
    (["explain", "0101"], "0101: no such code; did you mean CPU0101? cpupolicy explain without"),
    (["explain", "aes"], "aes: this is no code; policy explain aesni FILE"),
    (
      ["policy", "explain", "avx512vnnii", host],
      "avx512vnnii: no feature or field has this name; did you mean avx512-vnni,"
    ),
    (
      ["host", "show", "--polcy", "raw"],
      "Error: Unknown option '--polcy'. Did you mean '--policy'?"
    ),
    (
      ["pool", "simulate", host, "--set", "guest-epyc.txt:microcod=0x2"],
      "microcod=0x2: microcod is no fact; did you mean microcode?"
    ),
  ])
  func whatIsNearlyRightIsOffered(_ words: [String], _ message: String) throws {
    let result = try BuiltCommand.run(words, in: Fixtures.root.path)
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.errors.hasPrefix(message), "\(result.errors)")
    #expect(
      !result.errors.hasPrefix("cpupolicy") || result.errors.split(separator: "\n").count == 1)
  }

  /// Words of hostile length are refused in few lines, and soon.
  @Test func manyUnknownNamesAreRefusedInFewLines() throws {
    let names = Array(repeating: "qzxsw", count: 20_000).joined(separator: ",")
    let list = try run("host", "show", Self.host, "--cpuid", names)
    #expect(list.status == 2 && list.errors.split(separator: "\n").count == 21)
    #expect(list.errors.hasSuffix("\nand 19980 more like these\n"))
    let one = String(repeating: "q", count: 120_000)
    #expect(try run("policy", "explain", one, Self.host).status == 2)
    #expect(try run("pool", "plan", Self.host, "--gain", one).status == 2)
    let folder = try TemporaryFolder()
    let xl = "cpuid = \"host," + names.replacing(",", with: "=1,") + "=1\"\n"
    let file = try folder.file("guest.cfg", xl)
    #expect(try run("policy", "show", file, "--from", "xl").status == 3)
  }
}
