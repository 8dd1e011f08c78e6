// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

/// Every command that takes a list takes files, directories and `-`; one bad input stops no other, and a
/// verdict is given only about what was judged.
@Suite struct ListArgumentTests {
  /// The commands by their words, with the list in its place.
  static let commands: [String: @Sendable ([String]) -> [String]] = [
    "topology audit": { ["topology", "audit"] + $0 },
    "policy audit": { ["policy", "audit"] + $0 + ["--against", good] },
    "pool level": { ["pool", "level"] + $0 },
    "pool compare": { ["pool", "compare"] + $0 },
    "pool plan": { ["pool", "plan"] + $0 + ["--gain", "sse2", "--kind", "pv"] },
    "pool simulate": { ["pool", "simulate"] + $0 + ["--add", good, "--kind", "pv"] },
    "migrate check": { ["migrate", "check", Fixtures.path("saved-guest.xlsave")] + $0 },
  ]

  static let names = commands.keys.sorted()
  /// Lists of guests beside a host, which `HostDiffTests` tries.
  static let guestLists = ["host diff"]
  private static let good = Fixtures.path("emulated-Haswell.txt")
  private static let other = Fixtures.path("emulated-Nehalem.txt")

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(
    _ name: String, _ list: [String], _ options: [String] = ["-o", "json"], input: Data? = nil
  ) throws -> CommandResult {
    let words = try #require(Self.commands[name])
    return try BuiltCommand.run(words(list) + options, input: input)
  }

  /// How the command ends with inputs that are all well.
  private func status(_ name: String, _ list: String...) throws -> Int32 {
    let result = try run(name, list)
    #expect(result.status <= 1, "\(name): \(result.errors)")
    return result.status
  }

  private func judged(_ result: CommandResult) throws -> Int {
    let document = try JSONValue(parsing: Array(result.output.utf8), source: "output")
    let schema = try JSONSchema.ofDocuments()
    #expect(schema.errors(document) == [])
    let cpus = document["judged"]?["cpus"]?.integer ?? 0
    let inputs = document["judged"]?["inputs"]?.integer ?? 0
    #expect(cpus >= inputs)
    return inputs
  }

  private func copy(_ path: String, to name: String) throws {
    try FileManager.default.copyItem(atPath: path, toPath: folder.path + "/" + name)
  }

  private func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/" + name, withIntermediateDirectories: true)
  }

  /// A command that is new and takes a list has to stand here.
  @Test func everyListIsTried() throws {
    let help = try BuiltCommand.run(["--experimental-dump-help"])
    let root = try JSONValue(parsing: Array(help.output.utf8), source: "help")
    var found: [String] = []
    func walk(_ command: JSONValue, _ words: [String]) {
      let takesList = (command["arguments"]?.array ?? []).contains {
        $0["isRepeating"]?.bool == true && $0["kind"]?.string == "positional"
      }
      if takesList { found.append(words.joined(separator: " ")) }
      for child in command["subcommands"]?.array ?? [] where child["commandName"]?.string != "help"
      {
        walk(child, words + [child["commandName"]?.string ?? ""])
      }
    }
    walk(root["command"] ?? .null, [])
    #expect(found.sorted() == (Self.names + Self.guestLists).sorted())
  }

  @Test(arguments: names) func emptyFolders(_ name: String) throws {
    try makeFolder("empty/below")
    for options in [["-o", "json"], []] {
      let result = try run(name, [folder.path + "/empty"], options)
      #expect(result.status == 3 && result.output.isEmpty, "\(result.output)")
      #expect(result.errors.contains("nothing was judged"), "\(result.errors)")
    }
  }

  @Test(arguments: names) func aBadInputStopsNoOther(_ name: String) throws {
    let bad = try folder.file("a-bad.txt", "nothing of a CPU\n")
    try copy(Self.good, to: "b-good.txt")
    let good = folder.path + "/b-good.txt"
    for list in [[folder.path], [bad, good], [good, bad], [good, folder.path + "/none"]] {
      let result = try run(name, list)
      #expect(result.status == 3, "\(list): \(result.errors)")
      #expect(try judged(result) == 1)
      let lines = result.errors.split(separator: "\n").filter { !$0.hasPrefix("note: ") }
      #expect(lines.count == 1, "\(result.errors)")
      #expect(lines.first?.contains("bad.txt") == true || lines.first?.contains("none") == true)
      let table = try run(name, list, [])
      #expect(table.status == 3)
      #expect(
        table.output.contains("judged     1 input, ")
          && table.output.contains("1 could not be judged"), "\(table.output)")
    }
    let alone = try run(name, [bad])
    #expect(alone.status == 3 && alone.output.isEmpty)
    let lines = alone.errors.split(separator: "\n").filter { !$0.hasPrefix("note: ") }
    #expect(lines.count == 1, "\(alone.errors)")
  }

  @Test(arguments: names) func brokenLinks(_ name: String) throws {
    try copy(Self.good, to: "good.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/broken", withDestinationPath: folder.path + "/none")
    let result = try run(name, [folder.path])
    #expect(result.status == 3 && result.errors.contains("/broken"), "\(result.errors)")
    #expect(try judged(result) == 1)
  }

  /// A pipe would be waited for; what is about the files beside it is no input.
  @Test(arguments: names) func whatIsNoInputIsPassedOver(_ name: String) throws {
    try copy(Self.good, to: "good.txt")
    #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
    _ = try folder.file("README.md", "Dumps of two machines.\n")
    _ = try folder.file(".hidden", "nothing of a CPU\n")
    let result = try run(name, [folder.path])
    #expect(try result.status == status(name, Self.good), "\(result.errors)")
    #expect(try judged(result) == 1)
    #expect(result.errors.contains("/pipe: ") && result.errors.contains("/README.md:"))
    #expect(!result.errors.contains(".hidden"))
  }

  @Test(arguments: names) func eachInputIsJudgedOnce(_ name: String) throws {
    try copy(Self.good, to: "good.txt")
    try makeFolder("sub")
    let links = [("sub/again.txt", "../good.txt"), ("sub/up", ".."), ("loop", ".")]
    for (link, target) in links {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/" + link, withDestinationPath: target)
    }
    let good = folder.path + "/good.txt"
    for list in [[good, good], [folder.path], [folder.path + "/", good], [good, folder.path]] {
      let result = try run(name, list)
      #expect(try result.status == status(name, Self.good), "\(list): \(result.errors)")
      #expect(try judged(result) == 1, "\(list)")
      #expect(result.errors.contains("is judged once"), "\(result.errors)")
    }
  }

  @Test(arguments: names) func foldersAreWalked(_ name: String) throws {
    try makeFolder("z/y")
    try copy(Self.other, to: "z/y/other.txt")
    try copy(Self.good, to: "good.txt")
    let result = try run(name, [folder.path])
    #expect(try result.status == status(name, Self.good, Self.other), "\(result.errors)")
    #expect(try judged(result) == 2)
    let table = try run(name, [folder.path], [])
    #expect(table.output.contains("judged     2 inputs, "), "\(table.output)")
  }

  @Test(arguments: names) func theStandardInputIsOne(_ name: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: Self.good))
    let result = try run(name, ["-", Self.other], input: data)
    #expect(try result.status == status(name, Self.good, Self.other), "\(result.errors)")
    #expect(try judged(result) == 2)
    let twice = try run(name, ["-", "-"], input: data)
    #expect(try judged(twice) == 1 && twice.status == status(name, Self.good))
  }

  /// Which candidate a finding is of, and what came of each.
  @Test func candidatesAreTold() throws {
    let result = try BuiltCommand.run([
      "policy", "audit", Self.good, Self.other, "--candidate-policy", "hvm-default", "--against",
      Self.other, "-o", "json",
    ])
    let document = try JSONValue(parsing: Array(result.output.utf8), source: "output")
    let candidates = document["candidates"]?.array ?? []
    #expect(candidates.map { $0["input"]?.string } == [Self.good, Self.other])
    #expect(candidates.map { $0["verdict"]?.string } == ["rejected", "accepted"])
    #expect(document["verdict"]?.string == "rejected" && result.status == 1)
    let violations = document["violations"]?.array ?? []
    #expect(!violations.isEmpty && violations.allSatisfy { $0["input"]?.string == Self.good })
  }
}
