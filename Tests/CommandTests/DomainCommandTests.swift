// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

/// `domain` from outside: exit statuses, documents, and a store that survives being killed.
@Suite struct DomainCommandTests {
  /// Who decided of a store's domain: its toolstack, the default of its kind, the hypervisor, or the host.
  @Test func explain() throws {
    let folder = try TemporaryFolder()
    let place = [
      "--state-dir", folder.path + "/state", "--host", Fixtures.path("emulated-EPYC-Rome.txt"),
    ]
    let created = try BuiltCommand.run(
      ["domain", "create", "x", "--kind", "hvm", "--cpuid", "no-avx2"] + place)
    #expect(created.status == 0, "\(created.errors)")
    for (feature, cause) in [
      ("fpu", "given"), ("avx2", "disabled"), ("avx512f", "host-lacks"), ("monitor", "hypervisor"),
    ] {
      let result = try BuiltCommand.run(["domain", "explain", "x", feature, "-o", "json"] + place)
      let document = try JSONValue(parsing: Array(result.output.utf8), source: result.errors)
      #expect(document["cause"]?.string == cause, "\(feature): \(result.output.prefix(600))")
      #expect(document["present"]?["domain"]?.bool == (cause == "given"))
    }
    let text = try BuiltCommand.run(["domain", "explain", "x", "avx2"] + place)
    #expect(text.status == 0 && text.output.hasPrefix("AVX2 of x: disabled\n"), "\(text.output)")
    #expect(try BuiltCommand.run(["domain", "explain", "x", "nosuch"] + place).status == 2)
    #expect(try BuiltCommand.run(["domain", "explain", "y", "avx2"] + place).status == 2)
  }

  private let folder: TemporaryFolder
  private var state: String { folder.path + "/state" }

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String...) throws -> CommandResult {
    let host = arguments[0] == "list" || arguments[0] == "show" || arguments[0] == "view"
    let common =
      ["--state-dir", state] + (host ? [] : ["--host", Fixtures.path("emulated-Haswell.txt")])
    return try BuiltCommand.run(["domain"] + arguments + common)
  }

  private func json(_ result: CommandResult) throws -> JSONValue {
    #expect(result.status == 0, "\(result.errors)")
    return try JSONValue(parsing: Array(result.output.utf8), source: "output")
  }

  /// Who closes the pipe has seen enough: that ends the command and is no failure of its output.
  @Test(arguments: [["list", "-o", "json"], ["create", "a", "--kind", "hvm", "--dry-run"]])
  func closedPipes(_ words: [String]) throws {
    let result = try BuiltCommand.run(
      ["domain"] + words + ["--state-dir", state, "--host", Fixtures.path("emulated-Haswell.txt")],
      through: ["/bin/bash", "-c", "{ sleep 0.3; \"$@\"; echo status $? >&2; } | :", "bash"])
    #expect(result.errors.hasSuffix("status \(128 + SIGPIPE)\n"), "\(result.errors)")
  }

  @Test func lifeOfADomain() throws {
    let created = try json(
      try run(
        "create", "guest", "--kind", "hvm", "--vcpus", "4", "--topology", "1:1:2:2", "--cpuid",
        "no-sse4-2", "--tsc", "default:2000000", "--uses-lbr", "-o", "json"))
    #expect(created["kind"]?.string == "Domain" && created["guestKind"]?.string == "hvm")
    #expect(created["state"]?.string == "building" && created["vcpus"]?.integer == 4)
    #expect(created["tsc"]?["khz"]?.integer == 2_000_000 && created["usesLBR"]?.bool == true)
    let features = created["policy"]?["features"]?.array ?? []
    #expect(features.contains(.string("sse4-1")) && !features.contains(.string("sse4-2")))
    #expect(try json(try run("show", "guest", "-o", "json")) == created)
    let file = try folder.file("guest.json", created.text)
    #expect(try json(try run("set-policy", "guest", file, "-o", "json")) == created)
    #expect(try run("create", "guest", "--kind", "pv").status == 1)
    let view = try json(try run("view", "guest", "0xb", "1", "--vcpu", "3", "-o", "json"))
    #expect(view["edx"]?.string == "0x00000003" && view["ecx"]?.string == "0x00000201")
    #expect(try run("seal", "guest").status == 0)
    let again = try run("set-policy", "guest", file)
    #expect(again.status == 1 && again.errors.contains("EEXIST") && again.output.isEmpty)
    #expect(try json(try run("show", "guest", "-o", "json"))["state"]?.string == "sealed")
    #expect(try run("list", "-o", "name").output == "guest\n")
    #expect(try run("destroy", "guest").status == 0)
    #expect(try run("show", "guest").status == 2)
  }

  /// A list is printed one domain at a time, and is the one document that it always was: whole domains, as
  /// `show` prints them, in both forms.
  @Test func lists() throws {
    for count in 0...3 {
      if count > 0 { #expect(try run("create", "guest\(count)", "--kind", "hvm").status == 0) }
      let list = try run("list", "-o", "json")
      let document = try json(list)
      #expect(document.text + "\n" == list.output)
      #expect(document["kind"]?.string == "DomainList")
      let domains = try #require(document["domains"]?.array)
      #expect(domains.count == count)
      let yaml = try run("list", "-o", "yaml").output
      var expected = "domains:" + (count == 0 ? " []\n" : "\n")
      for number in 0..<count {
        let name = "guest\(number + 1)"
        #expect(domains[number] == (try json(try run("show", name, "-o", "json"))))
        let lines = try run("show", name, "-o", "yaml").output.split(separator: "\n")
        expected += "- " + lines.joined(separator: "\n  ") + "\n"
      }
      #expect(yaml.hasSuffix(expected) && yaml.hasPrefix("apiVersion"), "\(yaml.prefix(300))")
    }
  }

  @Test func refusals() throws {
    #expect(try run("create", "a b", "--kind", "hvm").status == 2)
    #expect(try run("create", "x", "--kind", "frob").status == 2)
    let unfit = try run("create", "x", "--kind", "hvm", "--vcpus", "9", "--topology", "1:1:4:2")
    #expect(unfit.status == 2 && unfit.errors.contains("9") && unfit.errors.contains("8"))
    let greedy = try run("create", "x", "--kind", "hvm", "--cpuid", "avx512f", "-o", "json")
    #expect(greedy.status == 1 && greedy.output.contains("\"AVX512F\""))
    #expect(try run("create", "x", "--kind", "hvm", "--cpuid", "host,frob=1").status == 2)
    #expect(try run("create", "x", "--kind", "hvm", "--dry-run").status == 0)
    #expect(try run("list", "-o", "name").output.isEmpty)
    let xl = try run("create", "x", "--kind", "hvm", "--vcpus", "2", "--cpuid", "host,clfsh=1")
    #expect(xl.status == 0 && xl.errors.contains("xl would reset"), "\(xl.errors)")
  }

  @Test func systemPolicyAsADomains() throws {
    let created = try json(
      try run("create", "guest", "--kind", "hvm", "--vcpus", "2", "-o", "json"))
    let system = try BuiltCommand.run(
      ["host", "show", Fixtures.path("emulated-EPYC-Rome.txt"), "--policy", "hvm-default"]
        + ["-o", "json"])
    let file = try folder.file("system.json", system.output)
    let rejected = try run("set-policy", "guest", file)
    #expect(rejected.status == 1 && rejected.errors.contains("domain show NAME -o json"))
    let own = try folder.file("own.json", created.text)
    let taken = try run("set-policy", "guest", own)
    #expect(taken.status == 0 && taken.errors.isEmpty, "\(taken.errors)")
  }

  /// Commands are killed at any point: what was reported as done is there, and nothing is half there.
  @Test func killedCommands() throws {
    var generator = SeededGenerator.fresh("kill")
    var expected: [String: String] = [:]
    var killed = 0
    for number in 0..<200 {
      let name = "guest-\(Int.random(in: 0..<12, using: &generator))"
      let verbs = [["create", name, "--kind", "hvm"], ["seal", name], ["destroy", name]]
      let verb = verbs[number % 4 == 0 ? 2 : number % 2]
      let process = Process()
      process.executableURL = BuiltCommand.binary
      process.arguments =
        ["domain"] + verb + ["--state-dir", state]
        + ["--host", Fixtures.path("emulated-Haswell.txt")]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32.random(in: 0...40_000, using: &generator))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let finished = process.terminationReason == .exit && process.terminationStatus == 0
      if !finished { killed += process.terminationReason == .uncaughtSignal ? 1 : 0 }
      switch (verb[0], finished) {
      case ("create", true): expected[name] = "building"
      case ("seal", true): expected[name] = "sealed"
      case ("destroy", true): expected[name] = "gone"
      // Killed: it has happened or not, which the next look decides.
      default: expected[name] = nil
      }
    }
    let list = try json(try run("list", "-o", "json"))
    let domains = list["domains"]?.array ?? []
    var found: [String: String] = [:]
    for domain in domains {
      let name = try #require(domain["name"]?.string)
      found[name] = domain["state"]?.string
      #expect(domain["policy"]?["leaves"]?.array?.isEmpty == false)
    }
    #expect(found.count == domains.count, "no name twice")
    for (name, state) in expected {
      #expect(state == "gone" ? found[name] == nil : found[name] == state, "\(name)")
    }
    print("killed \(killed) of 200 commands; \(domains.count) domains are left")
    #expect(killed > 20)
  }
}
