// SPDX-License-Identifier: Apache-2.0

import Domains
import Foundation
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// Facts about pairs of real hosts, found by plain arithmetic on their dumps: whether what the one has fits the
/// other.
@Suite struct PairFactsTests {
  private struct Host {
    var raw: CPUPolicy
    var features: FeatureSet
    var width: UInt32
    var vendor: String
  }

  /// What the arithmetic knows nothing of: SYSCALL of Intel's, which 64-bit code alone sees; what the operating
  /// system switches on; the x87 unit's own bits; MSRs that a dump leaves out; and who may nest guests.
  private static var compared: FeatureSet {
    var compared = FeatureSet.known.subtracting(.equalToHost)
    for feature in FeatureSet.known.features {
      var isInMSR = false
      if case .msr = feature.place { isInMSR = true }
      if isInMSR || [.syscall, .osxsave, .ospke, .vmx, .svm].contains(feature) {
        compared.remove(feature)
      }
    }
    return compared
  }

  @Test(.enabled(if: Corpus.isPresent, "needs the corpus of dumps")) func whatFitsWhere() throws {
    let path = try #require(Corpus.path)
    let facts = try JSONValue(
      parsing: try InputFile.contents(of: path + "/pools-dev.json"), source: "pools-dev.json")
    var pairs = 0
    for pool in facts["pools"]?.array ?? [] {
      let hosts = try (pool["hosts"]?.array ?? []).map { host in
        let file = try #require(host["file"]?.string)
        let raw = try #require(try InputFile.read(path + "/dumps/" + file).raw)
        var features = FeatureSet()
        for (word, text) in (host["featureset"]?.string ?? "").split(separator: "-").enumerated() {
          features[word: word] = try #require(UInt32(text, radix: 16))
        }
        return Host(
          raw: raw, features: features, width: UInt32(host["phys_bits"]?.integer ?? 0),
          vendor: try #require(host["vendor"]?.string))
      }
      let fits = try #require(pool["guest_fits"]?.array)
      for (row, home) in hosts.enumerated() {
        for (column, target) in hosts.enumerated() where row != column {
          pairs += 1
          let name = "\(pool["id"]?.string ?? "") \(row) to \(column)"
          let check = Self.check(home.raw, on: target.raw)
          let isOtherVendor = check.findings.contains { $0.violation.code == .vendorDiffers }
          #expect(isOtherVendor == (home.vendor != target.vendor), "\(name)")
          var lost = FeatureSet()
          for finding in check.findings where finding.violation.code == .featureNotOffered {
            if case .feature(let feature) = finding.violation.subject { lost.insert(feature) }
          }
          // What one dump leaves out is no loss, and not none either.
          var compared = Self.compared
          for feature in compared.features
          where !home.raw.isKnown(feature) || !target.raw.isKnown(feature) {
            compared.remove(feature)
          }
          let expected = home.features.subtracting(target.features).intersection(compared)
          let found = lost.intersection(compared)
          #expect(
            found == expected,
            "\(name): \(found.features.map(\.name)) \(expected.features.map(\.name))")
          // A guest that fits has nothing to lose of what is compared, and one that does not loses something,
          // if only of what is not.
          let isFit = fits[row].array?[column].bool == true
          if isFit { #expect(expected.isEmpty, "\(name)") }
          if !expected.isEmpty { #expect(!isFit && check.verdict == .unsafe, "\(name)") }
          guard home.width > 0, target.width > 0, home.raw.isKnown(leaf: 0x8000_0008),
            target.raw.isKnown(leaf: 0x8000_0008)
          else { continue }
          let isTooWide = check.findings.contains {
            $0.violation.subject == .field(.maxPhysicalAddressBits)
          }
          #expect(isTooWide == (home.width > target.width), "\(name)")
        }
      }
    }
    #expect(pairs >= 30)
  }

  /// The one host's raw policy held against the other's as if guests got all of it.
  private static func check(_ policy: CPUPolicy, on raw: CPUPolicy) -> MigrationCheck {
    var host = HostDescription(name: "target", cpus: [raw], microcode: nil)
    var reported = ReportedPolicies(
      options: DerivationOptions(), hasHVM: true, hasNestedPaging: true)
    for kind in PolicyKind.allCases { reported.policies[kind] = raw }
    host.reported = reported
    var guest = Guest(policyOfSystem: policy, name: "guest", kind: .hvm)
    guest.hasNestedVirtualisation = true
    guest.tsc.mode = .emulated
    return MigrationCheck(guest, to: host, policies: host.systemPolicies())
  }
}
