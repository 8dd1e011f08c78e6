// SPDX-License-Identifier: Apache-2.0

import GoldenSupport
import PolicyCore
import PolicyText
import TestSupport
import Testing

/// The rules that differ between releases of Xen: none is for nothing, and each release has those that
/// the tables say.
@Suite struct XenRuleTests {
  /// A rule that no policy shows: what it changes is a register that guests read while they run.
  static let unseen: [XenRules] = [.ldrFromId]

  /// Without a rule some golden's policies are others than those that are pinned.
  @Test(arguments: XenRules.all) func matters(_ rule: XenRules) {
    let isSeen = AblationTests.cases.contains { golden in
      guard golden.options.release == nil else { return false }
      var options = golden.options
      options.rules.remove(rule)
      let policies = SystemPolicies(facts: golden.facts, options: options)
      return PolicyKind.allCases.contains { policies[$0] != golden.policies[$0] }
    }
    #expect(isSeen != Self.unseen.contains(rule), "\(rule.name)")
  }

  /// The newest rules are what derivation does where nothing else is said; the development tree has them
  /// all but ours.
  @Test func newest() throws {
    let newest = try #require(XenRelease.all.last)
    #expect(DerivationOptions().rules == .newest && DerivationOptions().release == nil)
    let ours: [XenRules] = [.segmentBases, .adviceInMax, .abortWithoutTransactions]
    for rule in XenRules.all {
      #expect(newest.rules.contains(rule) != ours.contains(rule), "\(rule.name)")
    }
    #expect(newest.wordCount == Feature.wordCount && newest.served == .xen)
  }

  /// Facts of releases that were booted or read (`docs/reference/xen-releases.md`).
  @Test func releases() throws {
    let words = [
      "4.14.0": 11, "4.17.0": 14, "4.17.7": 19, "4.18.0": 18, "4.18.6": 19, "4.19.0": 18,
      "4.19.6": 19, "4.20.0": 18, "4.21.0": 19,
    ]
    for (name, count) in words {
      #expect(try #require(XenRelease(name)).wordCount == count, "\(name)")
    }
    func has(_ rule: XenRules, _ name: String) throws -> Bool {
      try #require(XenRelease(name)).rules.contains(rule)
    }
    // Raised limits came to 4.18.4 and 4.19.1, and to all of 4.20.
    for name in ["4.18.4", "4.18.6", "4.19.1", "4.20.0", "4.22.0"] {
      #expect(try has(.leavesRaised, name), "\(name)")
    }
    for name in ["4.17.7", "4.18.3", "4.19.0"] { #expect(try !has(.leavesRaised, name), "\(name)") }
    #expect(try has(.fastStrings, "4.21.0") && !has(.fastStrings, "4.20.4"))
    #expect(try has(.hostAsItIs, "4.22.0") && !has(.hostAsItIs, "4.21.2"))
    #expect(try has(.svmOfGuests, "4.19.0") && !has(.svmOfGuests, "4.18.6"))
    let first = try #require(XenRelease("4.14.0")).served
    #expect(first.maxLeaves == 114 && first.maxFeatureSubleaf == 1)
    #expect(first.maxExtendedLeaf == 0x8000_001c)
  }

  /// What a release has no name for is in no mask of it, and stands in no word that it does not know.
  @Test(arguments: XenRelease.all) func masks(_ release: XenRelease) {
    let table = release.table
    let sets = [
      table.pvDefault, table.pvMax, table.hvmShadowDefault, table.hvmShadowMax, table.hvmHAPDefault,
      table.hvmHAPMax,
    ]
    for set in sets { #expect(set.isSubset(of: table.known)) }
    #expect(table.pvDefault.isSubset(of: table.pvMax))
    #expect(table.hvmHAPDefault.isSubset(of: table.hvmHAPMax))
    #expect(table.hvmShadowMax.isSubset(of: table.hvmHAPMax))
    for word in release.wordCount..<Feature.wordCount { #expect(table.known[word: word] == 0) }
  }

  @Test func names() throws {
    for release in XenRelease.all {
      #expect(XenRelease("\(release)") == release && XenRelease(running: "\(release)") == release)
      #expect(XenRelease(number: release.number) == release)
    }
    #expect(XenRelease("4.17")?.description == "4.17.7")
    #expect(XenRelease(running: "4.20.5-pre")?.description == "4.20.4")
    #expect(XenRelease(running: "4.23-unstable")?.description == "4.23.0")
    for text in ["", "4", "4.17.99", "4.13.0", "5.0", "4.17.7.1", "4.-1", "x", "4.17.x"] {
      #expect(XenRelease(text) == nil, "\(text)")
    }
    #expect(XenRelease(running: "4.24.0") == nil && XenRelease(running: "-") == nil)
    #expect(XenRelease(number: 0) == nil && XenRelease(number: .max) == nil)
    #expect(XenRelease(at: -1) == nil && XenRelease(at: XenRelease.count) == nil)
    #expect(XenRules(named: "hostAsItIs") == .hostAsItIs && XenRules(named: "") == nil)
    #expect(!XenRules.all.contains { $0.meaning.isEmpty } && XenRules.newest.name.isEmpty)
  }
}
