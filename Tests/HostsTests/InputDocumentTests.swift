// SPDX-License-Identifier: Apache-2.0

import Domains
import Foundation
import Hosts
import PolicyCore
import PolicyDocuments
import PolicyFormats
import TestSupport
import Testing

/// Inputs that are documents of ours: read once, and what is wrong is told with its place.
struct InputDocumentTests {
  private static func input(_ text: String) throws(FormatError) -> InputDocument {
    try InputDocument(reading: Array(text.utf8).span, source: "x")
  }

  /// Of several leaves that no policy has the first is named.
  @Test func leavesOfOthers() throws {
    let rows = ["0x80860000", "0x80860001"].map {
      #"{"leaf": "\#($0)", "subleaf": null, "eax": "0x1", "ebx": "0x0", "ecx": "0x0", "edx": "0x0"}"#
    }
    let text =
      #"{"apiVersion": "cpupolicy/v1", "kind": "Policy", "name": "x", "leaves": ["#
      + rows.joined(separator: ",") + "]}"
    let value = try JSONValue(parsing: Array(text.utf8), source: "x")
    let error = #expect(throws: FormatError.self) { try Document(reading: value, source: "x") }
    #expect(error?.message.contains("0x80860000") == true)
  }

  @Test func documentsAreTold() throws {
    let dump = try InputDocument.read(Fixtures.path("emulated-Penryn.txt"))
    #expect(dump.kind == nil && dump.document == nil && !dump.content.cpus.isEmpty)
    let host = try #require(HostDescription(name: "penryn", document: dump.content))
    let facts = try Self.input(Document.hostFacts(host).json.text)
    #expect(facts.kind == .hostFacts && facts.document?.host?.cpus == host.cpus)
    let written = Document.host(host, host.systemPolicies())
    let all = try Self.input(written.json.text)
    #expect(all.kind == .host && all.content.policies.count == PolicyKind.allCases.count)
    // What was read is written as it stood.
    #expect(all.document?.json == written.json)
    let report = try Self.input(Document.auditReport(AuditReport(Judgement(of: []))).json.text)
    #expect(report.kind == nil && report.content.policies.isEmpty)
  }

  @Test func errorsHaveTheirPlace() throws {
    let host = try #require(
      HostDescription(
        name: "penryn", document: try InputFile.read(Fixtures.path("emulated-Penryn.txt"))))
    let text = Document.hostFacts(host).json.text
    for (good, bad) in [
      ("\"ept\": null", "\"ept\": 3"), ("\"ebx\": \"0x756e6547\"", "\"ebx\": \"much\""),
    ] {
      let damaged = text.replacing(good, with: bad, maxReplacements: 1)
      let lines = damaged.split(separator: "\n", omittingEmptySubsequences: false)
      let line = try #require(lines.firstIndex { $0.contains(bad) }) + 1
      let error = #expect(throws: FormatError.self) { _ = try Self.input(damaged) }
      #expect(error?.line == line, "\(error?.description ?? "")")
    }
  }
}
