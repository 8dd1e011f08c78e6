// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// Derivation over every dump at hand: the project's fixtures, and the corpus where it is there.
@Suite struct DerivationTests {
  /// SRSO_US_NO is kept from PV guests unless branch speculation is reduced for them; HVM guests are
  /// told what the CPU says.
  @Test(.enabled(if: Corpus.isPresent, "the corpus is not there"))
  func returnOverflowIsTakenFromPVAlone() throws {
    var seen = 0
    for path in Corpus.dumps {
      let document = try InputFile.read(path)
      guard let host = HostDescription(name: path, document: document),
        host.boot.has(.srsoUsNo)
      else { continue }
      seen += 1
      let policies = SystemPolicies(facts: host.facts)
      #expect(policies.hvmMax.has(.srsoUsNo) && policies.hvmDefault.has(.srsoUsNo), "\(path)")
      #expect(policies.pvMax.has(.srsoUsNo) == host.boot.has(.srsoMsrFix), "\(path)")
    }
    #expect(seen > 0)
  }

  static let inputs = Fixtures.dumps + Corpus.dumps + Corpus.files("xen-4.17")

  private func host(_ path: String) throws -> HostDescription {
    try #require(HostDescription(name: path, document: try InputFile.read(path)))
  }

  /// A limit that nobody recorded takes nothing away: no policy of the host lacks XSAVE for it.
  @Test func unrecordedLimitBoundsNothing() throws {
    var seen = 0
    for path in Self.inputs {
      var facts = try host(path).facts
      guard facts.boot.isKnown(leaf: 0), facts.boot.isWithinLimits(leaf: 0xd) else { continue }
      seen += facts.boot.has(.xsave) ? 1 : 0
      let whole = SystemPolicies(facts: facts)
      // The vendor decides other features, so the registers keep it.
      var first = facts.boot[leaf: 0]
      first.eax = 0
      let slot = try #require(LeafLayout.slot(0))
      facts.boot.markUnknown(slot: slot)
      facts.boot[slot: slot] = first
      let policies = SystemPolicies(facts: facts)
      for kind in PolicyKind.allCases {
        #expect(policies[kind].has(.xsave) == whole[kind].has(.xsave), "\(path) \(kind.name)")
      }
    }
    #expect(seen > 3)
  }

  @Test(arguments: inputs) func defaultIsWithinMax(_ path: String) throws {
    let policies = SystemPolicies(facts: try host(path).facts)
    for (lower, upper) in [
      (PolicyKind.hostDefault, PolicyKind.hostMax), (.pvDefault, .pvMax), (.hvmDefault, .hvmMax),
      (.hvmShadowDefault, .hvmShadowMax), (.dom0PV, .pvMax), (.dom0HVM, .hvmMax),
    ] {
      let excess = policies[lower].featureSet.subtracting(policies[upper].featureSet)
        .subtracting(.hostOnly).intersection(.known)
      #expect(
        excess.isEmpty,
        "\(lower.name) above \(upper.name): \(excess.features.map(\.name))")
      #expect(policies[lower][.maxBasicLeaf] <= policies[upper][.maxBasicLeaf])
    }
  }

  @Test(arguments: inputs) func guestPoliciesAreClosed(_ path: String) throws {
    let policies = SystemPolicies(facts: try host(path).facts)
    for kind in [PolicyKind.pvMax, .pvDefault, .hvmMax, .hvmDefault, .hvmShadowDefault] {
      let features = policies[kind].featureSet
      features.forEachFeature { feature in
        FeatureSet.forEachRequirement(of: feature) { need in
          #expect(features.contains(need), "\(kind.name): \(feature.name) without \(need.name)")
        }
      }
    }
  }

  /// For every bit of every register of every policy: the parent's value and the steps' changes
  /// are the policy.
  @Test(arguments: inputs) func stepsAddUp(_ path: String) throws {
    let facts = try host(path).facts
    var summing = SummingObserver()
    let policies = SystemPolicies(facts: facts, options: DerivationOptions(), observer: &summing)
    for kind in PolicyKind.allCases {
      let start = kind.parent.map { policies[$0] } ?? CPUPolicy()
      let sum = try #require(summing.sums[kind])
      for slot in 0..<LeafLayout.slotCount {
        for (index, register) in [Register.eax, .ebx, .ecx, .edx].enumerated() {
          let expected = start[slot: slot][register] ^ sum[slot * 4 + index]
          #expect(policies[kind][slot: slot][register] == expected, "\(kind.name) slot \(slot)")
        }
      }
    }
  }

  @Test(arguments: inputs.prefix(12)) func explanationsAgreeWithPolicies(_ path: String) throws {
    let facts = try host(path).facts
    let policies = SystemPolicies(facts: facts)
    for feature in Feature.allNamed {
      let explanation = Explanation(
        of: .feature(feature), facts: facts, options: DerivationOptions())
      for kind in PolicyKind.allCases {
        let value: UInt64 = policies[kind].has(feature) ? 1 : 0
        #expect(explanation.values[kind] == value)
        let start = kind.parent.flatMap { explanation.values[$0] } ?? 0
        let changes = explanation.changes.filter { $0.policy == kind }
        #expect((changes.first?.before ?? start) == start)
        #expect((changes.last?.after ?? start) == value, "\(feature.name) \(kind.name)")
        #expect(changes.allSatisfy { !$0.because.isEmpty })
      }
    }
  }
}

extension FeatureSet {
  /// Values that a domain takes from the host because they cannot be hidden, not from its max.
  static var hostOnly: FeatureSet {
    var set = FeatureSet()
    set.insert(.fdpExcpOnly)
    set.insert(.noFpuSel)
    return set
  }
}

/// Adds up what each step changed, register by register.
private struct SummingObserver: DerivationObserver {
  var sums: [PolicyKind: [UInt32]] = [:]
  private var last: [PolicyKind: CPUPolicy] = [:]

  mutating func completed(
    _ step: DerivationStep, of kind: PolicyKind, _ policy: borrowing CPUPolicy
  ) {
    let before = last[kind] ?? kind.parent.flatMap { last[$0] } ?? CPUPolicy()
    var sum = sums[kind] ?? [UInt32](repeating: 0, count: LeafLayout.slotCount * 4)
    for slot in 0..<LeafLayout.slotCount {
      for (index, register) in [Register.eax, .ebx, .ecx, .edx].enumerated() {
        sum[slot * 4 + index] ^= before[slot: slot][register] ^ policy[slot: slot][register]
      }
    }
    sums[kind] = sum
    last[kind] = copy policy
  }
}
