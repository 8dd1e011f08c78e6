// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

/// Fleets on the command line.
@Suite struct FleetCommandTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  static let rome = Fixtures.path("emulated-EPYC-Rome.txt")
  private static let opteron = Fixtures.path("emulated-Opteron_G3.txt")

  /// A list of guests of EPYC-Rome on both hosts.
  private func list() throws -> String {
    let policy = try BuiltCommand.run([
      "host", "show", Self.rome, "--policy", "hvm-default", "-o", "json",
    ])
    _ = try folder.file("rome.json", policy.output)
    return try folder.file(
      "guests.csv",
      """
      name,host,policy,tsc
      a,emulated-EPYC-Rome.txt,rome.json,
      b,emulated-EPYC-Rome.txt,rome.json,
      c,emulated-Opteron_G3.txt,rome.json,
      """)
  }

  @Test func graphOfAList() throws {
    let guests = try list()
    let svg = folder.path + "/fleet.svg"
    let dot = folder.path + "/fleet.dot"
    let words = [
      "migrate", "graph", "--hosts", Self.rome, Self.opteron, "--guests", guests, "--svg", svg,
      "--dot", dot,
    ]
    let result = try BuiltCommand.run(words + ["-o", "json"])
    #expect(result.status == 1, "\(result.errors)")
    let graph = try JSONValue(parsing: Array(result.output.utf8), source: "graph")
    #expect(try JSONSchema.ofDocuments().errors(graph) == [])
    #expect(graph["stranded"]?.array == [.string("a"), .string("b")])
    #expect(graph["summary"]?["free"]?.integer == 1)
    #expect(graph["islands"]?.array?.count == 2)
    let evacuations = graph["evacuations"]?.array ?? []
    #expect(evacuations.map { $0["possible"]?.bool } == [false, true])
    #expect(try String(contentsOfFile: svg, encoding: .utf8).hasPrefix("<?xml"))
    #expect(try String(contentsOfFile: dot, encoding: .utf8).hasPrefix("digraph"))
    let table = try BuiltCommand.run(words)
    #expect(table.output.contains("stranded   a, b"), "\(table.output)")
    #expect(table.output.contains("2 cannot"))
    let csv = try BuiltCommand.run(words + ["-o", "csv"])
    #expect(csv.output.contains("G1,H2,unsafe,CPU"), "\(csv.output)")
    let other = try BuiltCommand.run(
      words + ["--without", "emulated-EPYC-Rome.txt", "-o", "json"])
    #expect(other.output.contains("\"without\": [\"emulated-EPYC-Rome.txt\"]"))
    let wrong = try BuiltCommand.run(words + ["--without", "x"])
    #expect(wrong.status == 2 && wrong.errors.contains("--without x"))
  }

  /// A pool's file says its hosts from where it stands, and what is waived shows in the document.
  @Test func poolsInFiles() throws {
    _ = try folder.file("a.txt", try String(contentsOfFile: Self.rome, encoding: .utf8))
    let pool = try folder.file(
      "pool.toml", "name = \"x\"\nhosts = [\"a.txt\"]\nwaivers = [\"CPU0201\"]\nkind = \"pv\"\n")
    let result = try BuiltCommand.run(["migrate", "graph", "--hosts", pool, "-o", "json"])
    #expect(result.status == 0, "\(result.errors)")
    let graph = try JSONValue(parsing: Array(result.output.utf8), source: "graph")
    #expect(graph["waived"]?.array == [.string("CPU0201")])
    #expect(graph["classes"]?.array?.last?["guestKind"]?.string == "pv")
    let bad = try folder.file("bad.toml", "hosts = [\"a.txt\"]\n[more]\n")
    let refused = try BuiltCommand.run(["migrate", "graph", "--hosts", bad])
    #expect(refused.status == 3 && refused.errors.contains("bad.toml:2:1:"), "\(refused.errors)")
  }

  @Test func damagedListsAreTold() throws {
    let list = try folder.file("guests.csv", "name,policy\na,sha256:12\n")
    let result = try BuiltCommand.run([
      "migrate", "graph", "--hosts", Self.rome, "--guests", list,
    ])
    #expect(result.status == 3 && result.errors.contains("guests.csv:2:3:"), "\(result.errors)")
  }
}

extension FleetCommandTests {
  private func document(_ result: CommandResult) throws -> JSONValue {
    let document = try JSONValue(parsing: Array(result.output.utf8), source: "output")
    #expect(try JSONSchema.ofDocuments().errors(document) == [])
    return document
  }

  @Test func plansToGain() throws {
    let words = [
      "pool", "plan", Fixtures.path("emulated-Haswell.txt"),
      Fixtures.path("emulated-Nehalem.txt"), "--kind", "pv",
    ]
    let result = try BuiltCommand.run(words + ["--gain", "movbe", "-o", "json"])
    #expect(result.status == 0, "\(result.errors)")
    let plan = try document(result)
    #expect(plan["drop"]?.array?.map { $0["host"]?.string } == ["emulated-Nehalem.txt"])
    #expect(plan["change"]?.array?.first?["what"]?.string == "unknown")
    #expect(plan["proven"]?.bool == true && plan["bound"]?.integer == 1)
    let table = try BuiltCommand.run(words + ["--gain", "movbe"])
    #expect(table.output.contains("drop       1 of 2 hosts") && table.output.contains("proven:"))
    let none = try BuiltCommand.run(words + ["--gain", "amx-tile"])
    #expect(none.status == 1 && none.output.contains("none has it"), "\(none.output)")
    let two = try BuiltCommand.run(words + ["--gain", "avx2", "--partition", "2"])
    #expect(two.status == 2)
    let wrong = try BuiltCommand.run(words + ["--gain", "avx9"])
    #expect(wrong.status == 2 && wrong.errors.contains("avx9"))
  }

  /// An upgrade that takes a feature from both hosts leaves its guests no place; one that does so on one
  /// host alone does.
  @Test func plansToUpgrade() throws {
    for name in ["a", "b", "c"] {
      let dump = Fixtures.path("emulated-EPYC-Rome.txt")
      _ = try folder.file(name, try String(contentsOfFile: dump, encoding: .utf8))
    }
    let policy = try BuiltCommand.run([
      "host", "show", folder.path + "/a", "--policy", "pv-default", "-o", "json",
    ])
    _ = try folder.file("pv.json", policy.output)
    let guests = try folder.file("g.csv", "name,host,policy\ng1,a,pv.json\ng2,b,pv.json\n")
    let hosts = ["a", "b", "c"].map { folder.path + "/" + $0 }
    func run(_ changes: String) throws -> (Int32, JSONValue) {
      let list = try folder.file("changes.csv", "host,change\n" + changes)
      let result = try BuiltCommand.run(
        ["pool", "plan"] + hosts + ["--upgrade", list, "--guests", guests, "--kind", "pv"]
          + ["-o", "json"])
      return (result.status, try document(result))
    }
    let (status, plan) = try run("a,cpuid=no-avx2\nb,cpuid=no-avx2\n")
    #expect(status == 0 && plan["restart"]?.array?.isEmpty == true)
    let moves = (plan["order"]?.array ?? []).flatMap { $0["moves"]?.array ?? [] }
    #expect(moves.allSatisfy { $0["to"]?.string == "c" } && moves.count == 2, "\(plan.text)")
    let (refused, second) = try run("a,cpuid=no-avx2\nb,cpuid=no-avx2\nc,cpuid=no-avx2\n")
    #expect(refused == 1 && second["restart"]?.array?.count == 2, "\(second.text)")
    #expect(second["proven"]?.bool == true && second["bound"]?.integer == 2)
    let list = try folder.file("changes.csv", "host,change\na\n")
    let bad = try BuiltCommand.run(["pool", "plan"] + hosts + ["--upgrade", list])
    #expect(bad.status == 3 && bad.errors.contains("changes.csv:2:1:"), "\(bad.errors)")
  }

  @Test func simulates() throws {
    let words = [
      "pool", "simulate", Self.rome, Fixtures.path("guest-epyc.txt"), "--kind", "pv",
    ]
    let change = ["--set", "guest-epyc.txt:cpuid=no-avx2"]
    let result = try BuiltCommand.run(words + change + ["-o", "json"])
    #expect(result.status == 6, "\(result.errors)")
    let difference = try document(result)
    let lost = difference["features"]?["lost"]?.array ?? []
    #expect(lost.contains(.string("avx2")))
    #expect(difference["facts"]?.array?.first?["after"]?.string == "cpuid=no-avx2")
    let table = try BuiltCommand.run(words + change)
    #expect(table.output.contains("level      loses") && table.output.contains("avx2"))
    for (wrong, message) in [
      (["--set", "x:cpuid=no-avx"], "--set x:cpuid=no-avx"),
      (["--set", "guest-epyc.txt:cpuid=no-avx9"], "avx9"),
      (["--set", "guest-epyc.txt:colour=blue"], "colour is no fact"),
      (["--set", "guest-epyc.txt:ept=maybe"], "true, false or unknown"),
      (["--remove", "x"], "--remove x"), ([], "give --add"),
    ] {
      let result = try BuiltCommand.run(words + wrong)
      #expect(result.status == 2 && result.errors.contains(message), "\(result.errors)")
    }
  }
}
