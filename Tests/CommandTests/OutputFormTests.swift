// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import PolicyFormats
import TestSupport
import Testing
import Yams

@testable import cpupolicy

/// Every verb in every form: JSON and YAML are one and the same document, which the schema describes, and
/// CSV is a whole table, whoever reads it.
@Suite(.enabled(if: LibvirtStandIn.isPossible, "there is no gcc"))
struct OutputFormTests {
  private let folder: TemporaryFolder
  private let libvirt: LibvirtStandIn

  init() throws {
    folder = try TemporaryFolder()
    libvirt = try #require(try LibvirtStandIn())
    _ = try folder.file("index.xml", LibvirtStandIn.map)
    let text = """
      host doesn't support requested feature: CPUID.07H:EBX.avx2 [bit 5]
      host doesn't support requested feature: CPUID.01H:ECX.aes [bit 25]

      """
    _ = try folder.file(
      "complaint.txt", text.replacing("host doesn't", with: "qemu: warning: host doesn't"))
    let xml = LibvirtStandIn.domain(
      "g",
      "<cpu mode='custom' match='exact' check='full'><model>New</model></cpu>"
        + "<uuid>\(LibvirtStandIn.Machine("g", id: 1).uuid)</uuid>")
    _ = try folder.file("g.xml", xml)
    try libvirt.have([.init("g", id: 1, live: xml, inactive: xml)])
  }

  private static let host = "emulated-EPYC-Rome.txt"
  private static let guest = "emulated-Nehalem.txt"

  /// Words for each verb, in the order in which they can be carried out; FOLDER is the test's own.
  static let commands: [[String]] = [
    ["host", "show", guest],
    ["host", "show", guest, "--policy", "hvm-default"],
    ["host", "facts", guest],
    ["host", "diff", guest, host],
    ["policy", "show", guest],
    ["policy", "convert", guest, "--policy", "hvm-default", "--to", "featureset", "--drop"],
    ["policy", "convert", guest, "--to", "leaves", "--drop"],
    [
      "policy", "convert", "saved-guest.xlsave", "--to", "xen-save", "--with",
      "saved-guest.xlsave", "--out", "FOLDER/out.xlsave", "--drop", "--dry-run",
    ],
    ["policy", "diff", guest, host],
    ["policy", "audit", guest, "--against", host],
    ["policy", "explain", "avx2", guest],
    ["policy", "explain", "FOLDER/complaint.txt", host],
    ["features", "list"],
    ["topology", "solve", "--sockets", "2", "--dies", "1", "--cores", "3", "--threads", "2"],
    ["topology", "show", guest],
    ["topology", "audit", "emulated-Penryn.txt"],
    [
      "domain", "create", "a", "--kind", "hvm", "--vcpus", "2", "--host", host, "--state-dir",
      "FOLDER/s",
    ],
    ["domain", "list", "--state-dir", "FOLDER/s"],
    ["domain", "show", "a", "--state-dir", "FOLDER/s"],
    ["domain", "set-policy", "a", host, "--dry-run", "--host", host, "--state-dir", "FOLDER/s"],
    ["domain", "view", "a", "1", "--state-dir", "FOLDER/s"],
    ["domain", "view", "a", "--all", "--state-dir", "FOLDER/s"],
    ["domain", "explain", "a", "avx2", "--host", host, "--state-dir", "FOLDER/s"],
    ["domain", "seal", "a", "--host", host, "--state-dir", "FOLDER/s"],
    ["domain", "destroy", "a", "--host", host, "--state-dir", "FOLDER/s"],
    [
      "domain", "watch", "--connect", "LIBVIRT", "--store", "FOLDER/boot", "--events", "1",
      "--no-probe", "--cpu-map", "FOLDER",
    ],
    ["guest", "verify"],
    ["migrate", "check", "saved-guest.xlsave", guest, host],
    ["migrate", "graph", "--hosts", host, guest, "--guests", "saved-guest.xlsave"],
    ["pool", "level", host, guest],
    ["pool", "compare", host, guest],
    ["pool", "plan", host, guest, "--gain", "avx2"],
    ["pool", "simulate", host, guest, "--set", "\(guest):cpuid=no-aes"],
    [
      "hook", "libvirt", "--config", "FOLDER/none", "--store", "FOLDER/boot", "--no-probe",
      "--cpu-map", "FOLDER", "g", "restore", "begin", "-",
    ],
    ["hook", "install", "--hooks", "FOLDER/hooks", "--config", "FOLDER/hook.conf"],
    ["hook", "remove", "--hooks", "FOLDER/hooks", "--config", "FOLDER/hook.conf"],
    ["explain"],
    ["explain", "CPU0101"],
  ]

  /// Every verb that the parser knows.
  static func verbs(
    of type: any ParsableCommand.Type = CPUPolicyCommand.self, path: [String] = []
  ) -> [[String]] {
    let children = type.configuration.subcommands
    if children.isEmpty { return [path] }
    return children.flatMap { child in
      verbs(of: child, path: path + [child.configuration.commandName ?? "\(child)"])
    }
  }

  @Test func everyVerbIsHere() {
    let verbs = Self.verbs()
    #expect(verbs.count >= 29)
    for verb in verbs {
      #expect(Self.commands.contains { $0.starts(with: verb) }, "\(verb)")
    }
    for words in Self.commands { #expect(verbs.contains { words.starts(with: $0) }, "\(words)") }
  }

  /// What the command prints; nil where the machine lacks what it asks.
  private func run(
    _ words: [String], _ form: String, _ settings: [String: String] = [:]
  ) throws -> String? {
    try libvirt.write("events", "2 0 g\n")
    let words = words.map {
      $0.replacing("FOLDER", with: folder.path).replacing("LIBVIRT", with: libvirt.address)
    }
    // libvirt's words stand at the end.
    let place = words.first == "hook" ? 2 : words.count
    let all = words[..<place] + ["-o", form] + words[place...]
    let input = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/g.xml"))
    let result = try BuiltCommand.run(
      Array(all), input: input, through: ["/usr/bin/env", "LD_LIBRARY_PATH=" + libvirt.searchPath],
      in: Fixtures.folder, settings: settings)
    if words.starts(with: ["guest", "verify"]), [4, 5].contains(result.status) {
      print("skipped: guest verify -o \(form): \(result.errors)")
      return nil
    }
    #expect([0, 1, 6].contains(result.status), "\(all): \(result.errors)")
    return result.output
  }

  /// All commands in one form, the changing ones on a state of their own.
  private func outputs(
    _ form: String, _ settings: [String: String] = [:]
  ) throws -> [(words: [String], text: String)] {
    for name in ["s", "boot", "hooks", "hook.conf"] {
      try? FileManager.default.removeItem(atPath: folder.path + "/" + name)
    }
    return try Self.commands.compactMap { words in
      try run(words, form, settings).map { (words, $0) }
    }
  }

  @Test func yamlIsTheSameDocumentAsJSON() throws {
    let schema = try JSONSchema.ofDocuments()
    let documents = try outputs("json")
    let yaml = try outputs("yaml")
    #expect(documents.count == yaml.count && documents.count >= Self.commands.count - 1)
    for ((words, text), (_, other)) in zip(documents, yaml) {
      // A parser that is not ours.
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
      let document = try JSONValue(parsing: Array(text.utf8), source: "\(words)")
      #expect(schema.errors(document) == [], "\(words)")
      let node = try #require(try Yams.compose(yaml: other), "\(words)")
      #expect(Self.value(node) == document, "\(words): \(other.prefix(2000))")
    }
    let kinds = Set(documents.compactMap { Self.kind($0.text) })
    for kind in ["Conversion", "Event", "HookDecision", "HookChange", "ExplanationList"] {
      #expect(kinds.contains(kind), "\(kind)")
    }
  }

  private static func kind(_ text: String) -> String? {
    (try? JSONValue(parsing: Array(text.utf8), source: ""))?["kind"]?.string
  }

  /// The tree of a YAML document, with the types that its plain words have in YAML.
  private static func value(_ node: Node) -> JSONValue {
    switch node {
    case .mapping(let mapping):
      .object(mapping.map { .init(name: $0.key.string ?? "?", value: value($0.value)) })
    case .sequence(let sequence): .array(sequence.map(value))
    case .scalar(let scalar):
      if let number = node.int, node.tag.description == Tag.Name.int.rawValue {
        .integer(number)
      } else if let flag = node.bool, node.tag.description == Tag.Name.bool.rawValue {
        .bool(flag)
      } else if node.null != nil, node.tag.description == Tag.Name.null.rawValue {
        .null
      } else {
        .string(scalar.string)
      }
    case .alias: .null
    }
  }

  @Test func csvIsWhole() throws {
    let narrow = try outputs("csv", ["COLUMNS": "40", "CLICOLOR_FORCE": "1"])
    let pipe = try outputs("csv")
    #expect(narrow.count == pipe.count && pipe.count >= Self.commands.count - 1)
    for ((words, text), (_, other)) in zip(pipe, narrow) {
      #expect(text == other, "\(words): a terminal gets the same")
      let rows = try #require(Self.rows(text), "\(words): \(text.prefix(500))")
      let heading = try #require(rows.first)
      #expect(Set(heading).count == heading.count && !heading.contains(""), "\(words): \(heading)")
      #expect(rows.allSatisfy { $0.count == heading.count }, "\(words): \(heading)")
    }
    let features = try #require(pipe.first { $0.words == ["features", "list"] }?.text)
    let list = try JSONValue(
      parsing: Array((try run(["features", "list"], "json") ?? "").utf8), source: "features")
    #expect(Self.rows(features)?.count == (list["features"]?.array?.count ?? 0) + 1)
  }

  /// A reader of RFC 4180: nil for what is no such table.
  private static func rows(_ text: String) -> [[String]]? {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var wasQuoted = false
    var rest = Substring(text)
    while let character = rest.popFirst() {
      if isQuoted {
        if character != "\"" {
          cell.append(character)
        } else if rest.first == "\"" {
          cell.append(rest.removeFirst())
        } else {
          (isQuoted, wasQuoted) = (false, true)
        }
      } else if character == "," || character == "\n" {
        row.append(cell)
        (cell, wasQuoted) = ("", false)
        if character == "\n" {
          rows.append(row)
          row = []
        }
      } else if character == "\"" {
        guard cell.isEmpty, !wasQuoted else { return nil }
        isQuoted = true
      } else {
        guard !wasQuoted else { return nil }
        cell.append(character)
      }
    }
    return isQuoted || !row.isEmpty || !cell.isEmpty ? nil : rows
  }

  /// Events are told one by one: a line of JSON each, and in YAML a document each.
  @Test func eventsAreAStream() throws {
    let watch = [
      "domain", "watch", "--connect", libvirt.address, "--store", folder.path + "/boot",
      "--events", "3", "--no-probe", "--cpu-map", folder.path,
    ]
    func output(_ form: String) throws -> String {
      try libvirt.write("events", "0 0 g\n2 0 g\n5 0 g\n")
      return try BuiltCommand.run(
        watch + ["-o", form],
        through: ["/usr/bin/env", "LD_LIBRARY_PATH=" + libvirt.searchPath]
      ).output
    }
    let lines = try output("json").split(separator: "\n")
    let events = try lines.map { try JSONValue(parsing: Array($0.utf8), source: "line") }
    #expect(events.compactMap { $0["event"]?.string } == ["defined", "started", "stopped"])
    #expect(events.compactMap { $0["kept"]?.bool } == [false, true, false])
    let nodes = try Yams.compose_all(yaml: try output("yaml")).map(Self.value)
    #expect(Array(nodes) == events)
    #expect(Self.rows(try output("csv"))?.count == 4)
  }

  /// What a domain was is told when it goes.
  @Test func whatIsDestroyed() throws {
    let state = ["--state-dir", folder.path + "/s"]
    let create = ["domain", "create", "a", "--kind", "pv", "--host", Fixtures.path(Self.host)]
    #expect(try BuiltCommand.run(create + state).status == 0)
    let destroyed = try BuiltCommand.run(["domain", "destroy", "a", "-o", "json"] + state)
    let document = try JSONValue(parsing: Array(destroyed.output.utf8), source: "output")
    #expect(document["state"]?.string == "destroyed" && document["guestKind"]?.string == "pv")
    #expect(destroyed.errors == "a is destroyed\n")
    #expect(try BuiltCommand.run(create + state).status == 0)
    let table = try BuiltCommand.run(["domain", "destroy", "a"] + state)
    #expect(table.output.isEmpty && table.status == 0)
  }
}
