// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

/// What `policy diff` and `guest verify` find has a severity, and `--fail-on` goes by it.
@Suite struct SeverityCommandTests {
  private static let severities = [
    "cosmetic", "performance", "behaviour", "security", "guest-crash",
  ]
  private let dump = Fixtures.path("emulated-Haswell.txt")

  private func run(_ arguments: String...) throws -> CommandResult {
    try BuiltCommand.run(arguments)
  }

  private func differences(_ result: CommandResult) throws -> [JSONValue] {
    let document = try JSONValue(parsing: Array(result.output.utf8), source: "output")
    return try #require(document["differences"]?.array)
  }

  /// Name and severity of the rows of `fields.csv` that have no quotes before these.
  private func fieldSeverities() throws -> [String: String] {
    let url = Fixtures.root.appending(path: "ABI/fields.csv")
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    let columns = lines[0].split(separator: ",").map(String.init)
    let name = try #require(columns.firstIndex(of: "name"))
    let severity = try #require(columns.firstIndex(of: "severity"))
    var result: [String: String] = [:]
    for line in lines.dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard !cells[...severity].contains(where: { $0.contains("\"") }) else { continue }
      result[cells[name]] = cells[severity]
    }
    return result
  }

  @Test func differencesHaveTheirRowsSeverity() throws {
    let other = Fixtures.path("guest-epyc.txt")
    let found = try differences(try run("policy", "diff", dump, other, "-o", "json"))
    let rows = try fieldSeverities()
    var compared = 0
    for difference in found {
      let name = try #require(difference["name"]?.string)
      let severity = try #require(difference["severity"]?.string)
      #expect(Self.severities.contains(severity))
      guard difference["leaf"] != nil, let row = rows[name] else { continue }
      #expect(severity == row, "\(name)")
      compared += 1
    }
    #expect(compared > 100)
    func severity(_ name: String) -> String? {
      found.first { $0["name"]?.string == name }?["severity"]?.string
    }
    #expect(severity("VAES") == "guest-crash" && severity("FSRM") == "performance")
    #expect(severity("TSA_SQ_NO") == "security" && severity("reserved") == "behaviour")
    let table = try run("policy", "diff", dump, other)
    #expect(table.output.split(separator: "\n").first?.hasSuffix("SEVERITY") == true)
  }

  @Test func differencesBelowTheSeverityArePrinted() throws {
    let folder = try TemporaryFolder()
    let policy = try run("host", "show", dump, "--policy", "hvm-default", "-o", "json")
    let file = try folder.file("policy.json", policy.output)
    // The first characters of the brand.
    let brand = try #require(policy.output.range(of: "\"leaf\": \"0x80000002\""))
    let rest = brand.upperBound..<policy.output.endIndex
    let start = try #require(policy.output.range(of: "\"eax\": \"0x", range: rest)).upperBound
    let renamed = policy.output.replacingCharacters(
      in: start..<policy.output.index(start, offsetBy: 8), with: "41414141")
    let other = try folder.file("renamed.json", renamed.withoutClaims)
    let cases: [(severity: String?, status: Int32)] = [
      (nil, 1), ("cosmetic", 1), ("performance", 0), ("guest-crash", 0),
    ]
    for (severity, status) in cases {
      let options = severity.map { ["--fail-on", $0] } ?? []
      let found = try BuiltCommand.run(["policy", "diff", file, other, "-o", "json"] + options)
      #expect(found.status == status, "\(severity ?? "default")")
      #expect(try differences(found).map { $0["severity"]?.string } == ["cosmetic"])
    }
    #expect(try run("policy", "diff", file, other, "--fail-on", "frob").status == 2)
  }

  /// What one side does not know is never waved through as cosmetic.
  @Test func unknownIsAtLeastSecurity() throws {
    let folder = try TemporaryFolder()
    let setting = "-cpu base,vendor=GenuineIntel,family=6,model=60,stepping=4,level=0xd,enforce\n"
    let file = try folder.file("setting", setting)
    let found = try run("policy", "diff", dump, file, "-o", "json", "--fail-on", "security")
    #expect(found.status == 1, "\(found.errors)")
    let unknown = try differences(found).filter { $0["second"] == .null }
    #expect(unknown.contains { $0["name"]?.string?.hasPrefix("cache") == true })
    for difference in unknown {
      let severity = try #require(difference["severity"]?.string)
      #expect(["security", "guest-crash"].contains(severity))
    }
  }

  @Test(.enabled(if: access("/dev/kvm", R_OK | W_OK) == 0, "/dev/kvm does not open"))
  func guestsThatRun() throws {
    let report = try run("guest", "verify", "-o", "json")
    #expect(report.status <= 1, "\(report.errors)")
    let document = try JSONValue(parsing: Array(report.output.utf8), source: "output")
    let isImmutable: Bool = try #require(document["immutable"]?.bool as Bool?)
    var ranks: [Int] = []
    for difference in try differences(report) {
      let severity = try #require(difference["severity"]?.string)
      let rank = try #require(Self.severities.firstIndex(of: severity))
      if difference["reason"]?.string != "dynamic" { ranks.append(rank) }
    }
    for (rank, severity) in Self.severities.enumerated() {
      let found = try run("guest", "verify", "--fail-on", severity, "-o", "json")
      let isMet = !isImmutable || ranks.contains { $0 >= rank }
      #expect(found.status == (isMet ? 1 : 0), "\(severity)")
    }
    #expect(report.status == (isImmutable && ranks.isEmpty ? 0 : 1))
  }
}
