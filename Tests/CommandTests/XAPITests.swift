// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyText
import TestSupport
import Testing

@testable import PolicyFormats

/// What XAPI keeps of hosts, pools and guests.
@Suite struct XAPITests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ text: String) throws -> PolicyDocument {
    try PolicyReader.read(Array(text.utf8).span, source: "xe.txt")
  }

  private func error(_ text: String) -> FormatError? {
    do {
      _ = try PolicyReader.read(Array(text.utf8).span, source: "xe.txt", format: .xapi)
      return nil
    } catch {
      return error
    }
  }

  private func run(_ words: String...) throws -> CommandResult { try BuiltCommand.run(words) }

  private static let haswell =
    "1fcbfbff-f7fa3223-2d93fbff-00000023-00000001-000007ab-00000000-00000100-00000000-9c000400"
  private static let ivyBridge =
    "1fcbfbff-f7ba2223-2d93fbff-00000001-00000001-00000281-00000000-00000100-00000000-9c000400"
  private static let pv =
    "1fc9cbf5-f6fa3203-2991cbf5-00000023-00000001-00000329-00000000-00000000-00000000-8c000400"

  private static func host(_ hvm: String, vendor: String = "GenuineIntel") -> String {
    "cpu_info (MRO): cpu_count: 24; socket_count: 1; vendor: \(vendor); speed: 2297.339; "
      + "modelname: Intel(R) Xeon(R) CPU E5-2670 v3 @ 2.30GHz; family: 6; model: 63; stepping: 2; "
      + "flags: fpu de; features_pv: \(pv); features_hvm: \(hvm); features_pv_host: \(pv); "
      + "features_hvm_host: \(hvm)\n"
  }

  private static func guest(_ features: String, vendor: String = "GenuineIntel") -> String {
    "last-boot-CPU-flags ( RO): vendor: \(vendor); features: \(features)\n"
  }

  @Test func hosts() throws {
    let document = try read(Self.host(Self.haswell))
    #expect(document.format == .xapi && document.notes.isEmpty)
    #expect(
      document.policies.map(\.name) == ["pv-max", "hvm-max", "pv-default", "hvm-default"])
    let hvm = try #require(document.policy(named: "hvm-max"))
    #expect(hvm.featureSet.hexadecimal().hasPrefix(Self.haswell + "-00000000"))
    #expect(hvm.has(.avx2) && !hvm.isKnown(leaf: 0))
    #expect(document.identity?.value(of: .vendorStringPart1) == 0x756e_6547)
    #expect(document.identity?.value(of: .extendedModel) == 3)
    // A list of all parameters, and a line a key.
    let list =
      "uuid ( RO)                   : 1234\n  name-label ( RW): a; vendor: none\n"
      + Self.host(Self.haswell)
    #expect(try read(list.replacing("; vendor: none", with: "")).policies == document.policies)
    let lines = Self.host(Self.haswell).replacing("cpu_info (MRO): ", with: "").replacing(
      "; ", with: "\n")
    #expect(try read(lines).policies == document.policies)
  }

  @Test func guests() throws {
    let document = try read(Self.guest(Self.haswell))
    #expect(document.policies.map(\.name) == ["guest"] && document.partial != nil)
    // Words that are left out are zero; of a set of four words they are not known.
    #expect(document.policies[0].policy.isKnown(leaf: 0x8000_0021))
    let old = try read(Self.guest("1fcbfbff-f7fa3223-2d93fbff-00000023"))
    #expect(old.notes.count == 1 && old.partial?.wordCount == 4)
    #expect(old.policies[0].policy.isKnown(leaf: 1))
    #expect(!old.policies[0].policy.isKnown(leaf: 7))
  }

  /// XAPI's own tests of its strings: what extends a set, and what is none.
  @Test func strings() throws {
    for text in ["foo bar baz", "0123-foo", "-1234", "123456789-0", "0-"] {
      #expect(error("vendor: x; features: \(text)")?.line == 1, "\(text)")
    }
    #expect(error("vendor: x; features: ") != nil)
    var words = Array(repeating: "00000000", count: Feature.wordCount) + ["00000001"]
    #expect(error("features: " + words.joined(separator: "-")) != nil)
    words[Feature.wordCount] = "00000000"
    #expect(error("features: " + words.joined(separator: "-")) == nil)
    // An old set is extended with the bound's words, a new one with zeros.
    var bound = CPUPolicy()
    bound[leaf: 0].eax = 0xd
    bound.featureSet.insert(.avx2)
    bound.featureSet.insert(.fpu)
    let old = try #require(try read(Self.guest("00000001-00000000")).partial)
    #expect(old.applied(to: bound).has(.fpu))
    #expect(old.applied(to: bound).featureSet.contains(.avx2) == bound.has(.avx2))
    let new = try #require(try read(Self.guest("00000001-0-0-0-0")).partial)
    #expect(!new.applied(to: bound).has(.avx2))
  }

  @Test func twice() {
    let found = error("vendor: x\nfeatures: 1-1\nfeatures: 1-2\n")
    #expect(found?.line == 3 && found?.message.contains("line 2") == true)
  }

  /// A guest against hosts of which only the features are known: never safe, and unsafe where one is
  /// lost or the vendor is another.
  @Test func moved() throws {
    let guest = try folder.file("guest.txt", Self.guest(Self.haswell))
    let same = try folder.file("same.txt", Self.host(Self.haswell))
    let less = try folder.file("less.txt", Self.host(Self.ivyBridge))
    let other = try folder.file("other.txt", Self.host(Self.haswell, vendor: "AuthenticAMD"))
    let result = try run("migrate", "check", guest, same)
    #expect(result.status == 1 && result.output.contains("same.txt: unknown"), "\(result.output)")
    let lost = try run("migrate", "check", guest, less)
    #expect(
      lost.output.contains("less.txt: unsafe") && lost.output.contains("AVX2"), "\(lost.output)")
    let vendor = try run("migrate", "check", guest, other)
    #expect(vendor.output.contains("other.txt: unsafe") && vendor.output.contains("CPU0132"))
    // Nothing is derived from it, and it is no guest.
    #expect(try run("host", "show", same).status == 3)
    #expect(
      try run("domain", "create", "x", "--kind", "hvm", "--host", same, "--dry-run").status == 3)
  }

  @Test func audited() throws {
    let guest = try folder.file("guest.txt", Self.guest(Self.haswell))
    let same = try folder.file("same.txt", Self.host(Self.haswell))
    let result = try run("policy", "audit", guest, "--against", same)
    #expect(result.status == 0 && result.output.hasPrefix("accepted"), "\(result.output)")
    #expect(result.errors.contains("taken as the bound's"))
    let pv = try run("policy", "audit", guest, "--against", same, "--kind", "pv")
    #expect(pv.status == 1 && pv.output.contains("CPU0101"), "\(pv.output)")
    let other = try folder.file("other.txt", Self.host(Self.haswell, vendor: "AuthenticAMD"))
    let vendor = try run("policy", "audit", guest, "--against", other)
    #expect(vendor.status == 1 && vendor.output.contains("CPU0132"), "\(vendor.output)")
  }

  /// Written and read again, the featuresets are those of the host's policies.
  @Test func written() throws {
    let dump = Fixtures.path("emulated-EPYC-Rome.txt")
    let refused = try run("policy", "convert", dump, "--to", "xapi")
    #expect(refused.status == 1 && refused.output.isEmpty)
    #expect(refused.errors.contains("xapi cannot hold leaf 0xd:0"))
    let result = try run("policy", "convert", dump, "--to", "xapi", "--drop")
    #expect(result.status == 0)
    let document = try read(result.output)
    #expect(document.policies.count == XAPIKey.policies.count)
    for policy in document.policies {
      let one = try run("host", "show", dump, "--policy", policy.name, "-o", "json")
      let value = try JSONValue(parsing: Array(one.output.utf8), source: "output")
      #expect(value["featureset"]?.string == policy.policy.featureSet.hexadecimal())
      let alone = try run(
        "policy", "convert", dump, "--policy", policy.name, "--to", "xapi", "--drop")
      #expect(try read(alone.output).policies.first?.policy.featureSet == policy.policy.featureSet)
    }
    #expect(document.identity?.value(of: .baseFamily) == 15)
  }

  @Test(.enabled(if: Corpus.isPresent, "the corpus is not there")) func pasted() throws {
    let folder = (Corpus.path ?? "") + "/cases/pasted/"
    for name in ["xe_cpu_info.txt", "xe_lastboot.txt"] {
      let document = try InputFile.read(folder + name)
      #expect(document.format == .xapi, "\(name)")
    }
    let result = try run(
      "migrate", "check", folder + "xe_lastboot.txt", folder + "xe_cpu_info.txt")
    #expect(result.status == 1 && result.output.contains(": unknown"), "\(result.output)")
  }
}
