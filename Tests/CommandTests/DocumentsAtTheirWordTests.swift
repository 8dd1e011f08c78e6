// SPDX-License-Identifier: Apache-2.0

import PolicyFormats
import TestSupport
import Testing

/// What a document says counts: nobody derives anew what it records.
@Suite struct DocumentsAtTheirWordTests {
  private let folder: TemporaryFolder
  private static let dump = Fixtures.path("guest-epyc.txt")

  init() throws { folder = try TemporaryFolder() }

  private func run(_ words: String...) throws -> CommandResult { try BuiltCommand.run(words) }

  private func json(_ words: String...) throws -> JSONValue {
    let result = try BuiltCommand.run(words + ["-o", "json"])
    #expect(result.status <= 1, "\(result.errors)")
    return try JSONValue(parsing: Array(result.output.utf8), source: "output")
  }

  /// A host whose owner opted out of AVX-512, and the default of the same host without that.
  private func optedOut() throws -> (host: String, candidate: String) {
    let host = try folder.file(
      "host.json",
      try json("host", "show", Self.dump, "--cpuid", "no-avx512f").text)
    let candidate = try folder.file(
      "candidate.json", try json("host", "show", Self.dump, "--policy", "hvm-default").text)
    return (host, candidate)
  }

  @Test func auditTakesTheRecordedMax() throws {
    let (host, candidate) = try optedOut()
    for bound in [[], ["--policy", "hvm-max"]] {
      let result = try BuiltCommand.run(
        ["policy", "audit", candidate, "--against", host, "-o", "json"] + bound)
      #expect(result.status == 1 && result.output.contains("AVX512F"))
    }
    let domain = try run("policy", "audit", candidate, "--against", host, "--kind", "hvm")
    #expect(domain.status == 1 && domain.output.contains("AVX512F"))
    // Whoever asks for other options gets a derived bound, and is told.
    let derived = try run(
      "policy", "audit", candidate, "--against", host, "--cpuid", "no-movbe")
    #expect(derived.errors.contains("derived"))
  }

  @Test func hostShowShowsTheDocument() throws {
    let (host, _) = try optedOut()
    let document = try json("host", "show", host)
    #expect(document == (try json("host", "show", Self.dump, "--cpuid", "no-avx512f")))
    let policy = try json("host", "show", host, "--policy", "hvm-max")
    #expect(policy == document["policies"]?["hvm-max"])
    #expect(policy["features"]?.array?.contains(.string("avx512f")) == false)
    let again = try run("host", "show", host, "--cpuid", "no-movbe", "--policy", "hvm-max")
    #expect(again.errors.contains("derived anew"))
    #expect(!(try run("host", "show", host)).output.isEmpty)
  }

  /// Members that derivation does not know are kept too.
  @Test func everyMemberIsPreserved() throws {
    let (host, _) = try optedOut()
    guard case .object(var members) = try json("host", "show", host) else {
      Issue.record("no document")
      return
    }
    members.append(JSONValue.Member(name: "site", value: .string("cellar")))
    let file = try folder.file("site.json", JSONValue.object(members).text)
    #expect(try json("host", "show", file) == .object(members))
  }

  @Test func explainTakesTheRecordedValues() throws {
    let (host, _) = try optedOut()
    let explanation = try json("policy", "explain", "avx512f", host)
    #expect(explanation["present"]?["hvm-max"]?.bool == false)
    #expect(explanation["present"]?["raw"]?.bool == true)
    // The steps still add up, from raw to the recorded value.
    let steps = explanation["steps"]?.array ?? []
    let last = steps.last { $0["policy"]?.string == "host-default" }
    #expect(last?["change"]?.string == "removed" && last?["step"]?.string == "recorded")
    let plain = try json("policy", "explain", "avx512f", Self.dump)
    #expect(plain["present"]?["hvm-max"]?.bool == true)
  }

  @Test func domainsAreCreatedUnderTheRecordedMax() throws {
    let (host, _) = try optedOut()
    let domain = try json(
      "domain", "create", "x", "--kind", "hvm", "--host", host, "--state-dir", folder.path + "/s",
      "--dry-run")
    #expect(domain["policy"]?["features"]?.array?.contains(.string("avx512f")) == false)
    let greedy = try run(
      "domain", "create", "x", "--kind", "hvm", "--host", host, "--state-dir", folder.path + "/s",
      "--cpuid", "avx512f", "--dry-run")
    #expect(greedy.status == 1)
  }
}
