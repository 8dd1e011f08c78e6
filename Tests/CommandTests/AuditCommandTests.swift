// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

/// `policy audit`, `topology` and `explain CODE` from outside.
@Suite struct AuditCommandTests {
  private func run(_ arguments: String...) throws -> CommandResult {
    try BuiltCommand.run(arguments)
  }

  private func json(_ result: CommandResult) throws -> JSONValue {
    try JSONValue(parsing: Array(result.output.utf8), source: "output")
  }

  private let dump = Fixtures.path("emulated-Haswell.txt")

  @Test func acceptedAndRejected() throws {
    let folder = try TemporaryFolder()
    let policy = try run("host", "show", dump, "--policy", "hvm-default", "-o", "json")
    let candidate = try folder.file("candidate.json", policy.output)
    let accepted = try run("policy", "audit", candidate, "--against", dump, "-o", "json")
    #expect(accepted.status == 0)
    #expect(try json(accepted)["verdict"]?.string == "accepted")
    #expect(try json(accepted)["violations"]?.array?.isEmpty == true)

    // AVX512F, alone, in the leaves only, without what the document says of them.
    let leaf = try #require(
      try json(policy)["leaves"]?.array?.first { $0["leaf"]?.string == "0x00000007" })
    let ebx = try #require(leaf["ebx"]?.string)
    let number = try #require(UInt32(ebx.dropFirst(2), radix: 16)) | 1 << 16
    let changed = policy.output.withoutClaims.replacing(
      "\"ebx\": \"\(ebx)\"", with: "\"ebx\": \"0x\(String(number, radix: 16))\"")
    let greedy = try folder.file("greedy.json", changed)
    let rejected = try run("policy", "audit", greedy, "--against", dump, "-o", "json")
    #expect(rejected.status == 1)
    let report = try json(rejected)
    #expect(report["kind"]?.string == "AuditReport" && report["verdict"]?.string == "rejected")
    let violation = try #require(
      report["violations"]?.array?.first { $0["field"]?.string == "AVX512F" })
    #expect(violation["code"]?.string == "CPU0101" && violation["leaf"]?.string == "0x00000007")
    #expect(violation["subleaf"]?.integer == 0 && violation["register"]?.string == "ebx")
    #expect(violation["bits"]?.string == "16" && violation["value"]?.string == "0x00000001")
    #expect(violation["bound"]?.string == "0x00000000" && violation["rule"]?.string == "subset")
    #expect(violation["severity"]?.string == "guest-crash")
    #expect(violation["message"]?.string?.isEmpty == false)
    #expect(violation["remedy"]?.string?.isEmpty == false)
    let lenient = try run(
      "policy", "audit", greedy, "--against", dump, "--fail-on", "guest-crash", "-o", "name")
    #expect(lenient.status == 1)
  }

  /// A policy of the system is no domain's: the way to one is told, once and only then.
  @Test func systemPolicyAsADomains() throws {
    let folder = try TemporaryFolder()
    let host = Fixtures.path("emulated-EPYC-Rome.txt")
    let policy = try run("host", "show", host, "--policy", "hvm-default", "-o", "json")
    let candidate = try folder.file("candidate.json", policy.output)
    let judged = ["--against", host, "--kind", "hvm", "--topology", "1:1:4:1"]
    let rejected = try BuiltCommand.run(["policy", "audit", candidate] + judged)
    #expect(rejected.status == 1 && rejected.output.contains("CPU0151"))
    let lines = rejected.errors.split(separator: "\n")
    #expect(lines.count == 1 && lines[0].contains("domain show NAME -o json"), "\(lines)")
    let accepted = try run("policy", "audit", candidate, "--against", host)
    #expect(accepted.status == 0 && accepted.errors.isEmpty, "\(accepted.errors)")
    // Under another name it may be anything.
    let renamed = policy.output.replacing(
      "\"name\": \"hvm-default\"", with: "\"name\": \"mine\"")
    let mine = try folder.file("mine.json", renamed)
    let other = try BuiltCommand.run(["policy", "audit", mine] + judged)
    #expect(other.status == 1 && other.errors.isEmpty, "\(other.errors)")
  }

  // MARK: xl's masks

  private static let own = String(repeating: "x", count: 32)

  /// Where the domain is not known, its own bits are not: neither an answer nor a refusal.
  @Test func masksOfNoDomain() throws {
    let folder = try TemporaryFolder()
    let registers = ["eax", "ebx", "ecx", "edx"].map { "\($0)=\(Self.own)" }
    let nothing = try folder.file(
      "nothing.cfg", "cpuid = [\"0x1:\(registers.joined(separator: ","))\"]\n")
    // Without MONITOR, VMX and SMX, as a recipe has it.
    let recipe = try folder.file(
      "recipe.cfg", "cpuid = [\"0x1:ecx=xxxxxxxxxxxxxxxxxxxxxxxxx00x0xxx\"]\n")
    for host in Fixtures.dumps {
      for mask in [nothing, recipe] {
        let result = try run("policy", "audit", mask, "--against", host, "-o", "json")
        #expect(result.status == 1, "\(host): \(result.errors)")
        let report = try json(result)
        #expect(report["verdict"]?.string == "unknown", "\(host)")
        let gather = try #require(report["gather"]?.array)
        #expect(gather.contains { $0.string?.contains("the domain that has the setting") == true })
        #expect(!gather.contains { $0.string?.hasPrefix("policy: 0x1 ") == true })
      }
    }
  }

  /// A bit that a mask forces and the bound lacks is wrong, whatever the domain has besides.
  @Test func forcedBits() throws {
    let folder = try TemporaryFolder()
    let mask = try folder.file(
      "greedy.cfg", "cpuid = [\"0x7,0:ebx=xxxxxxxxxxxxxxx1xxxxxxxxxxxxxxxx\"]\n")
    let result = try run("policy", "audit", mask, "--against", dump, "-o", "json")
    #expect(result.status == 1)
    let report = try json(result)
    #expect(report["verdict"]?.string == "rejected")
    let violations = try #require(report["violations"]?.array)
    #expect(violations.count > 0 && violations.allSatisfy { $0["field"]?.string == "AVX512F" })
    // One that the bound has is not; nor is one that is taken away.
    let modest = try folder.file(
      "modest.cfg", "cpuid = [\"0x7,0:ebx=xxxxxxxxxxxxxxx0xxxxxxxxxxxx1xxx\"]\n")
    let other = try run("policy", "audit", modest, "--against", dump, "-o", "json")
    #expect(try json(other)["verdict"]?.string == "unknown")
  }

  // MARK: Leaves that no policy holds

  /// What stands beside one policy of an input is no other policy's fault.
  @Test func leavesBesideAnotherPolicy() throws {
    let folder = try TemporaryFolder()
    func text(_ name: String, _ rows: String, _ count: Int) -> String {
      "\(name) policy: \(count) leaves, 2 MSRs\n CPUID:\n\(rows) MSRs:\n"
        + "  000000ce -> 0000000000000000\n  0000010a -> 0000000000000000\n"
    }
    let rows =
      "  00000000:ffffffff -> 0000000d:756e6547:6c65746e:49656e69\n"
      + "  00000001:ffffffff -> 000306d4:00010800:00000000:00000001\n"
    let outside = "  0000000c:ffffffff -> 00000000:00000001:00000001:00000000\n"
    let ends = "  80000000:ffffffff -> 80000000:00000000:00000000:00000000\n"
    let both = try folder.file(
      "both.txt", text("Raw", rows + outside + ends, 18) + text("HVM Max", rows + ends, 18))
    func audit(_ candidate: String, _ bound: String) throws -> CommandResult {
      try run(
        "policy", "audit", both, "--candidate-policy", candidate, "--against", both, "--policy",
        bound)
    }
    let guest = try audit("hvm-max", "hvm-max")
    #expect(guest.status == 0, "\(guest.output)")
    let host = try audit("raw", "hvm-max")
    #expect(host.status == 1 && host.output.contains("CPU0112 0xc EBX"), "\(host.output)")
    // The bound has it too.
    let same = try audit("raw", "raw")
    #expect(!same.output.contains("0xc"), "\(same.output)")
  }

  @Test func unknownLeaves() throws {
    let folder = try TemporaryFolder()
    let policy = try run("host", "show", dump, "--policy", "hvm-default", "-o", "json")
    let extra = """
      "leaves": [
          {"leaf": "0x00000022", "subleaf": null, "eax": "0x00000001", "ebx": "0x00000000", \
      "ecx": "0x00000000", "edx": "0x00000000"},
      """
    let changed = policy.output.replacing("\"leaves\": [", with: extra)
    let file = try folder.file("candidate.json", changed)
    let found = try run("policy", "audit", file, "--against", dump, "-o", "json")
    #expect(found.status == 1)
    #expect(try json(found)["violations"]?.array?.map { $0["code"]?.string } == ["CPU0112"])
  }

  @Test func featuresetAsCandidate() throws {
    let folder = try TemporaryFolder()
    let set = try run(
      "policy", "convert", dump, "--policy", "hvm-default", "--to", "featureset", "--drop")
    let file = try folder.file("set", set.output)
    #expect(try run("policy", "audit", file, "--against", dump).status == 0)
  }

  @Test func topologies() throws {
    let solved = try json(
      try run("topology", "solve", "--sockets", "2", "--cores", "3", "-o", "json"))
    #expect(solved["kind"]?.string == "Topology" && solved["vcpus"]?.integer == 6)
    #expect(solved["apicIDs"]?.array?.compactMap(\.integer) == [0, 1, 2, 4, 5, 6])
    #expect(solved["ioAPICID"]?.integer == 7 && solved["leaves"]?.array?.isEmpty == false)
    let full = try json(
      try run("topology", "solve", "--sockets", "1", "--cores", "16", "-o", "json"))
    #expect(full["ioAPICID"] == .null && full["ioAPICReason"]?.string?.isEmpty == false)
    #expect(
      try run("topology", "solve", "--sockets", "1", "--cores", "2", "--vcpus", "3").status == 2)
    #expect(try run("topology", "solve", "--sockets", "0", "--cores", "2").status == 2)
    let audited = try run("topology", "audit", dump, "-o", "json")
    let verdict = try json(audited)["verdict"]?.string
    #expect(audited.status == 0 && verdict == "accepted")
  }

  @Test func codes() throws {
    let one = try run("explain", "CPU0101")
    #expect(one.status == 0 && one.output.contains("bound"))
    let all = try run("explain", "-o", "json")
    let count = try json(all)["codes"]?.array?.count ?? 0
    #expect(count > 40)
    #expect(try run("explain", "CPU9999").status == 2)
  }
}
