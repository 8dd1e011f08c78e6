// SPDX-License-Identifier: Apache-2.0

import PolicyFormats
import TestSupport
import Testing

/// Inputs of public reports, each with its right answer.
@Suite(.enabled(if: Corpus.isPresent, "the corpus is not there")) struct PublicCaseTests {
  private func path(_ name: String) -> String { (Corpus.path ?? "") + "/cases/" + name }
  private func run(_ words: String...) throws -> CommandResult { try BuiltCommand.run(words) }

  /// Leaves of AMX left behind when the feature was switched off.
  @Test func leftovers() throws {
    let file = path("H10-amx-leftover.txt")
    let result = try run(
      "policy", "audit", file, "--kind", "hvm", "--against", file, "--policy", "raw")
    #expect(result.status == 1)
    #expect(result.output.contains("CPU0171 0x1d:0") && result.output.contains("CPU0171 0x1e"))
  }

  /// Every virtual CPU with one id, an id that is zero in one leaf, and a leaf that is empty.
  @Test(arguments: [
    ("H11-same-apicid.txt", "CPU1002"), ("H11b-0xb-sub1-edx0.txt", "CPU1006"),
    ("H13c-openvmm481.txt", "CPU1007"),
  ]) func topologies(_ name: String, _ code: String) throws {
    let result = try run("topology", "audit", path(name))
    #expect(result.status == 1 && result.output.contains(code), "\(result.output)")
  }

  /// Two hosts whose guests do not migrate: what they state differs, and neither is said to be safe.
  @Test(arguments: [
    ("H06-node1-caps.xml", "H06-node2-caps.xml"),
    ("pasted/xe_features_hsw.txt", "pasted/xe_features_ivb.txt"),
  ]) func differ(_ first: String, _ second: String) throws {
    let result = try run("policy", "diff", path(first), path(second), "--no-probe")
    #expect(result.status == 1 && !result.output.contains("no differences"))
  }

  /// Where nobody says what a named model has, nothing is derived from it, and nothing accepted.
  @Test(arguments: ["H07-domain.xml", "H17-domcaps.xml"]) func namedModels(_ name: String) throws {
    let none = BuiltCommand.withoutAuthorities
    let shown = try BuiltCommand.run(["policy", "show", path(name)] + none)
    #expect(shown.status == 0 && shown.errors.contains("not what the model has"))
    let judged = try BuiltCommand.run(
      ["policy", "audit", path(name), "--against", Fixtures.path("emulated-EPYC-Rome.txt")] + none)
    #expect([1, 3].contains(judged.status) && !judged.output.contains("accepted"))
    let host = try BuiltCommand.run(["host", "show", path(name)] + none)
    #expect(host.status == 3)
  }

  /// What a domain needs and a host that states its guests' models does not give.
  @Test func blockers() throws {
    let folder = try TemporaryFolder()
    func domain(_ features: String) throws -> String {
      try folder.file(
        "domain.xml",
        "<domain type='kvm'><name>m</name><vcpu>2</vcpu><cpu mode='custom' match='exact' "
          + "check='full'><model>EPYC-Milan</model>\(features)</cpu></domain>")
    }
    func check(_ features: String) throws -> CommandResult {
      try BuiltCommand.run(
        ["migrate", "check", try domain(features), path("H17-domcaps.xml")]
          + BuiltCommand.withoutAuthorities)
    }
    let plain = try check("")
    #expect(plain.status == 1 && plain.output.contains("H17-domcaps.xml: unsafe"))
    #expect(plain.output.contains("would lose PCID, INVPCID, PKU, XSAVES, IBRS, ERMS, FSRM"))
    // Nothing is left that blocks it, and what the model has nobody says.
    let names = ["erms", "fsrm", "ibrs", "invpcid", "pcid", "pku", "xsaves"]
    let without = try check(
      names.map { "<feature policy='disable' name='\($0)'/>" }.joined())
    #expect(without.status == 1 && without.output.contains("H17-domcaps.xml: unknown"))
  }

  /// A form that is not read is refused, and never judged.
  @Test func formsThatAreNotRead() throws {
    for file in Corpus.files("cases/pasted", ending: "") {
      let shown = try run("policy", "show", file)
      let judged = try run(
        "policy", "audit", file, "--against", Fixtures.path("emulated-EPYC-Rome.txt"))
      if shown.status == 3 { #expect(judged.output.contains("accepted") == false, "\(file)") }
    }
  }
}
