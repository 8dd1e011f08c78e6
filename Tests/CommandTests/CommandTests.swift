// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

/// The command as a user meets it: documents, exit statuses, streams.
@Suite struct CommandTests {
  private static let featureCount = Fixtures.rowCount("features.csv")

  private func run(_ arguments: String..., input: Data? = nil) throws -> CommandResult {
    try BuiltCommand.run(arguments, input: input)
  }

  private func document(_ result: CommandResult) throws -> JSONValue {
    #expect(result.status == 0, "\(result.errors)")
    return try JSONValue(parsing: Array(result.output.utf8), source: "output")
  }

  private var dump: String { Fixtures.dumps[0] }

  @Test func featureList() throws {
    let list = try document(try run("features", "list", "-o", "json"))
    #expect(list["kind"]?.string == "FeatureList" && list["apiVersion"]?.string == "cpupolicy/v1")
    let features = try #require(list["features"]?.array)
    #expect(features.count == Self.featureCount)
    let smep = try #require(features.first { $0["name"]?.string == "SMEP" })
    #expect(smep["optionName"]?.string == "smep" && smep["leaf"]?.string == "0x00000007")
    #expect(smep["subleaf"]?.integer == 0 && smep["register"]?.string == "ebx")
    #expect(smep["names"]?["linux"]?.string == "smep")
    let names = try run("features", "list", "-o", "name").output.split(separator: "\n")
    #expect(names.count == Self.featureCount && names[0] == "FPU")
  }

  @Test func hostOfAFile() throws {
    let host = try document(try run("host", "show", dump, "-o", "json"))
    #expect(host["kind"]?.string == "Host")
    for name in [
      "raw", "host-max", "host-default", "pv-max", "pv-default", "hvm-max", "hvm-default",
      "hvm-shadow-max", "hvm-shadow-default", "dom0-pv", "dom0-hvm",
    ] {
      let policy = try #require(host["policies"]?[name])
      #expect(policy["kind"]?.string == "Policy" && policy["name"]?.string == name)
      #expect(policy["digest"]?.string?.hasPrefix("sha256:") == true)
      #expect((policy["available"] != nil) == name.contains("hvm"))
    }
    let one = try document(try run("host", "show", dump, "--policy", "hvm-max", "-o", "json"))
    #expect(one == host["policies"]?["hvm-max"])
  }

  @Test func hostOfThisMachine() throws {
    let host = try document(try run("host", "show", "-o", "json"))
    #expect((host["logicalCPUs"]?.integer ?? 0) > 0)
    let table = try run("host", "show")
    #expect(table.status == 0 && table.output.contains("FEATURE"))
    #expect(!table.output.contains("\u{1b}["), "no colour without a terminal")
  }

  @Test func factsAreAnInput() throws {
    let facts = try run("host", "facts", dump, "-o", "json")
    let direct = try document(try run("host", "show", dump, "-o", "json"))
    let piped = try document(
      try run("host", "show", "-", "-o", "json", input: Data(facts.output.utf8)))
    #expect(piped["policies"] == direct["policies"])
  }

  @Test func optionsChangePolicies() throws {
    let host = try document(try run("host", "show", dump, "--cpuid", "no-sse3", "-o", "json"))
    let features = host["policies"]?["hvm-default"]?["features"]?.array ?? []
    #expect(!features.contains(.string("sse3")) && features.contains(.string("sse2")))
    let bad = try run("host", "show", dump, "--cpuid", "no-ssse33,frob")
    #expect(bad.status == 2 && bad.output.isEmpty)
    #expect(bad.errors.contains("column 1") && bad.errors.contains("column 11"))
    #expect(bad.errors.contains("no-ssse3"))
    let unmet = try run("host", "show", dump, "--cpuid", "movrs", "-o", "json")
    #expect(unmet.status == 0 && unmet.errors.contains("movrs: not granted"))
  }

  @Test func conversions() throws {
    let json = try run("policy", "convert", dump, "--to", "json")
    let text = try run(
      "policy", "convert", "-", "--to", "instlatx64", input: Data(json.output.utf8))
    #expect(text.status == 0 && text.output.contains("CPUID 00000000: "))
    let back = try run(
      "policy", "convert", "-", "--to", "featureset", "--drop", input: Data(text.output.utf8))
    let direct = try run("policy", "convert", dump, "--to", "featureset", "--drop")
    #expect(back.output == direct.output && direct.output.split(separator: "-").count == 19)
    let derived = try run("policy", "convert", dump, "--policy", "hvm-default", "--to", "leaves")
    #expect(derived.status == 0, "\(derived.errors)")
  }

  @Test func formatsThatCannotHoldEverything() throws {
    let refused = try run("policy", "convert", dump, "--to", "leaves")
    if refused.status == 1 {
      #expect(refused.output.isEmpty && refused.errors.contains("cannot hold"))
      #expect(try run("policy", "convert", dump, "--to", "leaves", "--drop").status == 0)
    } else {
      #expect(refused.status == 0)
    }
  }

  @Test func differences() throws {
    #expect(try run("policy", "diff", dump, dump).status == 0)
    let host = try run("host", "show", dump, "--policy", "hvm-max", "-o", "json")
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(host.output.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let found = try run("policy", "diff", dump, file.path, "-o", "json")
    #expect(found.status == 1)
    let differences = try JSONValue(parsing: Array(found.output.utf8), source: "x")["differences"]
    #expect(differences?.array?.contains { $0["name"]?.string == "X2APIC" } == true)
  }

  @Test func explanations() throws {
    let found = try document(
      try run("policy", "explain", "hypervisor", dump, "--cpuid", "no-avx", "-o", "json"))
    #expect(found["kind"]?.string == "Explanation" && found["feature"]?.string == "HYPERVISOR")
    #expect(found["present"]?["pv-max"]?.bool == true)
    let steps = try #require(found["steps"]?.array)
    for step in steps {
      #expect(["added", "removed", "changed"].contains(step["change"]?.string ?? ""))
      #expect(step["because"]?.string?.isEmpty == false)
    }
    #expect(try run("policy", "explain", "maxPhysicalAddressBits", dump).status == 0)
    #expect(try run("policy", "explain", "nosuchthing", dump).status == 2)
  }

  @Test func exitStatuses() throws {
    #expect(try run("--help").status == 0)
    #expect(try run("--version").status == 0)
    #expect(try run("frobnicate").status == 2)
    #expect(try run("policy", "show").status == 2)
    #expect(try run("policy", "show", "/nonexistent").status == 3)
    #expect(try run("policy", "show", "/tmp").status == 3)
    #expect(try run("policy", "show", "-", input: Data("noise\n".utf8)).status == 3)
    #expect(try run("policy", "show", "-", input: Data()).status == 3)
    #expect(try run("policy", "show", dump, "--policy", "nosuch").status == 2)
    let cut = try Data(contentsOf: URL(fileURLWithPath: dump)).prefix(90)
    let truncated = try run("policy", "show", "-", input: cut)
    #expect(truncated.status == 3 && truncated.output.isEmpty)
    #expect(truncated.errors.hasPrefix("-:"), "\(truncated.errors)")
    #expect(try run("host", "show", "--source", "xen").status == 4)
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything")) func permission() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data("x".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file.path)
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(try run("policy", "show", file.path).status == 5)
  }

  @Test func otherForms() throws {
    let yaml = try run("host", "show", dump, "--policy", "raw", "-o", "yaml")
    #expect(yaml.status == 0 && yaml.output.hasPrefix("apiVersion:"))
    let csv = try run("host", "show", dump, "-o", "csv")
    #expect(csv.output.split(separator: "\n").count == Self.featureCount + 1)
    let bare = try run("host", "show", dump, "-o", "csv", "--no-headers")
    #expect(bare.output.split(separator: "\n").count == Self.featureCount)
  }

  /// Half a document must not pass for one.
  @Test func fullDevice() throws {
    let process = Process()
    let errors = Pipe()
    process.executableURL = BuiltCommand.binary
    process.arguments = ["host", "show", dump, "-o", "json"]
    process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
    process.standardError = errors
    try process.run()
    process.waitUntilExit()
    let text = String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
    #expect(process.terminationStatus == 3)
    #expect(text.hasPrefix("standard output: "), "\(text)")
  }
}
