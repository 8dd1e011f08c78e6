// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

/// `host diff`: what a microcode update, a command line or another CPU changes, and for which guests.
@Suite struct HostDiffTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ words: String...) throws -> CommandResult {
    try BuiltCommand.run(["host", "diff"] + words)
  }

  private func document(_ result: CommandResult) throws -> JSONValue {
    let value = try JSONValue(parsing: Array(result.output.utf8), source: "output")
    #expect(try JSONSchema.ofDocuments().errors(value) == [])
    return value
  }

  /// A Host document of a fixture under a command line.
  private func host(_ name: String, _ file: String, cpuid: String? = nil) throws -> String {
    let shown = try BuiltCommand.run(
      ["host", "show", Fixtures.path(name), "-o", "json"] + (cpuid.map { ["--cpuid", $0] } ?? []))
    return try folder.file(file, shown.output)
  }

  private func policy(_ host: String, _ name: String) throws -> String {
    let shown = try BuiltCommand.run(["host", "show", host, "--policy", name, "-o", "json"])
    return try folder.file("\(name).json", shown.output)
  }

  @Test func nothingDiffers() throws {
    let dump = Fixtures.path("emulated-Haswell.txt")
    let result = try run(dump, dump, "-o", "json")
    #expect(result.status == 0, "\(result.errors)")
    let value = try document(result)
    #expect(value["facts"]?.array?.isEmpty == true && value["policies"] == .object([]))
    #expect(try run(dump, dump).output.contains("no differences"))
  }

  /// A command line that takes MOVBE strands guests that have it; taken back, they gain it.
  @Test func whatAnOptionTakes() throws {
    let plain = try host("emulated-Haswell.txt", "plain.json")
    let poor = try host("emulated-Haswell.txt", "poor.json", cpuid: "no-movbe")
    let rich = try policy(plain, "pv-default")
    let lost = try document(try run(plain, poor, rich, "--kind", "pv", "-o", "json"))
    #expect(try run(plain, poor, "-o", "json").status == 6)
    let policies = try #require(lost["policies"])
    #expect(policies["pv-max"] != nil && policies["hvm-default"] != nil && policies["raw"] == nil)
    let guest = try #require(lost["guests"]?.array?.first)
    #expect(guest["effect"]?.string == "stranded")
    #expect(guest["findings"]?.array?.first?["field"]?.string == "MOVBE")
    let other = try folder.file(
      "poor-guest.json",
      try BuiltCommand.run(["host", "show", poor, "--policy", "pv-default", "-o", "json"]).output)
    let gained = try document(
      try run(poor, plain, "-o", "json", "--kind", "pv", "--guests", other))
    let lucky = try #require(gained["guests"]?.array?.first)
    #expect(lucky["effect"]?.string == "gains")
    #expect(lucky["gained"]?.array?.contains(.string("MOVBE")) == true)
    let table = try run(poor, plain, other, "--kind", "pv")
    #expect(table.status == 6 && table.output.contains("started anew it would get MOVBE"))
  }

  /// Facts have a severity each, and what one side does not say is at least the unknown's.
  @Test func facts() throws {
    let before = try host("emulated-Haswell.txt", "before.json")
    let text = try String(contentsOfFile: before, encoding: .utf8)
    let newer = try folder.file(
      "after.json",
      text.replacing("\"microcode\": null", with: "\"microcode\": \"0x00000022\""))
    let value = try document(try run(before, newer, "-o", "json"))
    let fact = try #require(value["facts"]?.array?.first { $0["name"]?.string == "microcode" })
    #expect(fact["before"] == .null && fact["after"]?.string == "0x00000022")
    #expect(fact["severity"]?.string == "security")
    #expect(try run(before, newer, "--fail-on", "guest-crash").status == 0)
  }

  /// A bad guest stops no other; a host is none.
  @Test func guestsAreAList() throws {
    let dump = Fixtures.path("emulated-Haswell.txt")
    let guest = try policy(dump, "pv-default")
    let bad = try folder.file("bad.txt", "nothing of a CPU\n")
    let mixed = try run(dump, dump, bad, guest, "-o", "json")
    #expect(mixed.status == 3 && mixed.errors.contains("bad.txt"))
    #expect(try document(mixed)["guests"]?.array?.count == 1)
    let host = try run(dump, dump, try host("emulated-Haswell.txt", "host.json"))
    #expect(host.status == 3 && host.errors.contains("no guest"))
    #expect(try run(dump, dump, folder.path + "/none").status == 3)
  }
}
