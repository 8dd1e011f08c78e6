// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// The policies that the hypervisor makes at boot, in ring 0, are the command's.
// Skipped where a program is missing that builds or boots it.
@Suite(.enabled(if: Machine.isThere)) struct BootPolicyTests {
  static let models = [
    "max", "EPYC", "EPYC-Rome", "EPYC-Milan", "Dhyana", "Opteron_G5", "Nehalem", "Haswell",
    "Skylake-Server", "Icelake-Server",
  ]
  static let lines = [
    [], ["cpuid=no-avx"], ["cpuid=no-sse2,no-svm,umip"],
    ["cpuid=smep=guest,maxphysaddr=38,itsc"],
    ["cpuid=no-avx2,maxleaf=7", "dom0-cpuid=no-sse4-2,itsc"],
  ]

  private static func records(_ policy: CPUPolicy) throws -> [UInt8] {
    var leaves = [WireLeaf](repeating: WireLeaf(), count: ServedABI.xen.maxLeaves)
    var msrs = [WireMSR](repeating: WireMSR(), count: 2)
    var leafSpan = leaves.mutableSpan
    let count = try policy.writeLeaves(to: &leafSpan)
    var msrSpan = msrs.mutableSpan
    _ = try policy.writeMSRs(to: &msrSpan)
    return leaves[..<count].withUnsafeBytes { Array($0) } + msrs.withUnsafeBytes { Array($0) }
  }

  /// What the command starts from: the raw policy and the facts that the hypervisor found, as a document.
  private static func facts(_ raw: [UInt8], _ machine: Output, in folder: TemporaryFolder) throws
    -> String
  {
    let file = folder.path + "/raw"
    try Data(raw).write(to: URL(fileURLWithPath: file))
    var facts = String(
      decoding: try Machine.command(["host", "facts", file, "-o", "json"]), as: UTF8.self)
    for fact in machine.lines(behind: "fact") {
      let parts = fact.split(separator: " ")
      let known = facts.replacing("\"\(parts[0])\": null", with: "\"\(parts[0])\": \(parts[1])")
      #expect(known != facts, "\(fact)")
      facts = known
    }
    return try folder.file("facts.json", facts)
  }

  @Test(arguments: models) func equalTheCommands(_ model: String) throws {
    let folder = try TemporaryFolder()
    var facts: String?
    for line in Self.lines {
      let machine = try Machine.boot(
        cpu: model + ",+svm", line: (["dump"] + line).joined(separator: " "))
      #expect(machine.status == 1)
      let found = Dictionary(
        uniqueKeysWithValues: machine.lines(behind: "policy").map { text in
          let parts = text.split(separator: " ")
          return (PolicyKind(rawValue: UInt8(parts[0]) ?? 255), Machine.bytes(parts[1]))
        })
      #expect(found.count == PolicyKind.allCases.count)
      let start = try facts ?? Self.facts(found[.raw] ?? [], machine, in: folder)
      facts = start
      let options = line.flatMap { word in
        let end = word.firstIndex(of: "=") ?? word.endIndex
        return ["--\(word[..<end])", String(word[word.index(after: end)...])]
      }
      let shown = try Machine.command(["host", "show", start, "-o", "json"] + options)
      let host = try JSONValue(parsing: Array(shown), source: "host")
      for kind in PolicyKind.allCases {
        let text = try #require(host["policies"]?[kind.name]).text
        let policies = try PolicyReader.read(Array(text.utf8), source: kind.name).policies
        let expected = try Self.records(policies[0].policy)
        let isEqual = found[kind] == expected
        #expect(isEqual, "\(kind) of \(model) under \(line)")
      }
    }
  }

  /// A fault of a list is said with its column, and boot goes on without the list.
  @Test func faultsOfOptionsHaveTheirColumn() throws {
    let machine = try Machine.boot(
      cpu: "EPYC-Rome", line: "cpuid=no-avx,avx512,maxphysaddr=x dom0-cpuid=smep=maybe dump")
    #expect(
      machine.lines.filter { $0.contains("column") } == [
        "cpuid= column 8: avx512: fault 2; nothing of the list is applied",
        "cpuid= column 27: maxphysaddr=x: fault 5; nothing of the list is applied",
        "dom0-cpuid= column 6: smep=maybe: fault 4; nothing of the list is applied",
      ])
    let without = try Machine.boot(cpu: "EPYC-Rome", line: "dump")
    #expect(machine.lines(behind: "policy") == without.lines(behind: "policy"))
  }
}
