// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

/// The documents that others build on: as the schema describes them, and byte for byte as before.
@Suite struct DocumentTests {
  /// Commands by the name of their golden file, run in the folder of the fixtures.
  static let commands: [String: [String]] = [
    "policy": ["host", "show", "guest-epyc.txt", "--policy", "hvm-default"],
    "policy-of-features": ["policy", "show", "-"],
    "host": ["host", "show", "emulated-Penryn.txt"],
    "host-facts": ["host", "facts", "emulated-Penryn.txt"],
    "audit": [
      "policy", "audit", "emulated-Haswell.txt", "--candidate-policy", "hvm-max", "--against",
      "emulated-Nehalem.txt",
    ],
    "audit-of-several": [
      "policy", "audit", "emulated-Haswell.txt", "emulated-Nehalem.txt", "--candidate-policy",
      "hvm-default", "--against", "emulated-Nehalem.txt",
    ],
    "topology": ["topology", "solve", "--sockets", "2", "--cores", "3", "--threads", "2"],
    "topology-tree": ["topology", "show", "emulated-EPYC-Rome.txt"],
    "topology-audit": ["topology", "audit", "emulated-Penryn.txt"],
    "migration": ["migrate", "check", "saved-guest.xlsave", "emulated-Nehalem.txt"],
    "pool-difference": [
      "pool", "simulate", "emulated-EPYC-Rome.txt", "guest-epyc.txt", "--set",
      "guest-epyc.txt:cpuid=no-avx",
    ],
    "policy-diff": [
      "policy", "diff", "emulated-Haswell.txt", "emulated-Nehalem.txt", "--policy", "hvm-default",
    ],
    "host-difference": [
      "host", "diff", "emulated-Haswell.txt", "emulated-Nehalem.txt", "saved-guest.xlsave",
    ],
    "level": ["pool", "level", "emulated-Haswell.txt", "emulated-Nehalem.txt"],
    "comparison": ["pool", "compare", "emulated-Haswell.txt", "emulated-Nehalem.txt"],
    "graph": [
      "migrate", "graph", "--hosts", "emulated-EPYC-Rome.txt", "emulated-Opteron_G3.txt",
    ],
    "plan": [
      "pool", "plan", "emulated-Haswell.txt", "emulated-Nehalem.txt", "--gain", "avx2", "--kind",
      "pv",
    ],
    "partition": [
      "pool", "plan", "emulated-Haswell.txt", "emulated-Nehalem.txt", "emulated-EPYC-Rome.txt",
      "--partition", "2", "--kind", "pv",
    ],
    "explanation": ["policy", "explain", "avx2", "emulated-Haswell.txt", "--cpuid", "no-avx"],
    "explanation-of-field": ["policy", "explain", "maxPhysicalAddressBits", "emulated-Penryn.txt"],
    "code": ["explain", "CPU0101"],
  ]

  /// Those that change with every row of the tables: described, not pinned.
  static let described: [String: [String]] = [
    "features": ["features", "list"], "codes": ["explain"],
  ]

  private func document(_ words: [String]) throws -> (text: String, value: JSONValue) {
    let result = try BuiltCommand.run(
      words + ["-o", "json"], input: Data("1fcbfbff-f7f83203\n".utf8), in: Fixtures.folder)
    #expect([0, 1, 6].contains(result.status), "\(result.errors)")
    return (
      result.output, try JSONValue(parsing: Array(result.output.utf8), source: "output")
    )
  }

  @Test(arguments: Array(commands.keys).sorted()) func areAsBefore(_ name: String) throws {
    let (text, value) = try document(try #require(Self.commands[name]))
    #expect(try JSONSchema.ofDocuments().errors(value) == [])
    let url = Fixtures.root.appending(path: "Tests/Golden/documents/\(name).json")
    if ProcessInfo.processInfo.environment["CPUPOLICY_UPDATE"] == "1" {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    } else {
      let before = try String(contentsOf: url, encoding: .utf8)
      #expect(text == before, "make golden pins documents again")
    }
  }

  @Test(arguments: Array(described.keys).sorted()) func areDescribed(_ name: String) throws {
    let (_, value) = try document(try #require(Self.described[name]))
    #expect(try JSONSchema.ofDocuments().errors(value) == [])
  }

  @Test func domainsAreAsBefore() throws {
    let folder = try TemporaryFolder()
    let store = ["--state-dir", folder.path + "/state"]
    let created = try document(
      ["domain", "create", "guest", "--kind", "hvm", "--vcpus", "2"]
        + ["--host", "emulated-Haswell.txt"] + store)
    let view = try document(["domain", "view", "guest", "0xb", "1", "--vcpu", "1"] + store)
    let list = try document(["domain", "list"] + store)
    let schema = try JSONSchema.ofDocuments()
    for (name, found) in [("domain", created), ("guest-view", view), ("domain-list", list)] {
      #expect(schema.errors(found.value) == [])
      let url = Fixtures.root.appending(path: "Tests/Golden/documents/\(name).json")
      if ProcessInfo.processInfo.environment["CPUPOLICY_UPDATE"] == "1" {
        try Data(found.text.utf8).write(to: url)
      } else {
        #expect(found.text == (try String(contentsOf: url, encoding: .utf8)))
      }
    }
  }

  @Test func everyKindIsDescribed() throws {
    #expect(
      try JSONSchema.ofDocuments().kinds.sorted() == DocumentKind.allCases.map(\.rawValue).sorted())
  }
}
