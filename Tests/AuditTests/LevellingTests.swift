// SPDX-License-Identifier: Apache-2.0

import Foundation
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// Levels of random pools of real CPUs.
@Suite struct LevellingTests {
  struct Member: Sendable {
    var name: String
    var policies: SystemPolicies

    func policy(_ kind: GuestKind, _ isForBoot: Bool) -> (CPUPolicy, CPUPolicy) {
      (policies[isForBoot ? kind.defaultPolicy : kind.maxPolicy], policies[kind.maxPolicy])
    }
  }

  static let members: [Member] = BoundHost.all().compactMap { host in
    guard let (facts, options) = try? host.read() else { return nil }
    return Member(name: host.name, policies: SystemPolicies(facts: facts, options: options))
  }

  static let kinds: [GuestKind] = [.pv, .hvm, .hvmShadow]

  /// Pools of one vendor, as people have them.
  static func pools(_ count: Int, _ generator: inout SeededGenerator) -> [[Member]] {
    (0..<count).map { _ in
      let first = members.randomElement(using: &generator)!
      let fellows = members.filter { $0.policies.raw.vendor == first.policies.raw.vendor }
      let size = Int.random(in: 1...6, using: &generator)
      return [first] + (0..<size).map { _ in fellows.randomElement(using: &generator)! }
    }
  }

  /// A pool's level, of policies and the max policies that bound them.
  static func level(_ policies: some Sequence<(CPUPolicy, CPUPolicy)>) -> PolicyLevel {
    var level = PolicyLevel()
    for (policy, max) in policies { level.add(policy, under: max) }
    return level
  }

  private static func conflicts(_ level: PolicyLevel, _ policy: CPUPolicy) -> [String] {
    var found: [String] = []
    level.forEachConflict(closed: policy) { conflict in
      switch conflict {
      case .field(let field, let subleaf): found.append("\(field.name):\(subleaf)")
      case .msr(let field): found.append("\(field.msr)")
      }
    }
    return found
  }

  /// In whatever order and grouping hosts are added, the level is the same; and adding one twice adds
  /// nothing.
  @Test func foldingIsAssociativeCommutativeAndIdempotent() {
    var generator = SeededGenerator.fresh("folding")
    for pool in Self.pools(Sweep.isWanted ? 2000 : 60, &generator) {
      for kind in Self.kinds {
        for isForBoot in [true, false] {
          let policies = pool.map { $0.policy(kind, isForBoot) }
          let straight = Self.level(policies)
          let policy = straight.closed()
          let shuffled = Self.level(policies.shuffled(using: &generator) + [policies[0]])
          let cut = Int.random(in: 0...policies.count, using: &generator)
          var joined = Self.level(Array(policies[cut...]))
          joined.join(Self.level(Array(policies[..<cut])))
          let same = joined
          joined.join(same)
          #expect(shuffled.closed() == policy)
          #expect(joined.closed() == policy)
          #expect(Self.conflicts(shuffled, policy) == Self.conflicts(straight, policy))
          #expect(Self.conflicts(joined, policy) == Self.conflicts(straight, policy))
          #expect(joined.differences == straight.differences)
          #expect(joined.accumulated == straight.accumulated)
        }
      }
    }
  }

  /// What a pool levels to is accepted by the audit of every member.
  @Test func everyMemberAcceptsTheLevel() {
    var generator = SeededGenerator.fresh("levels are accepted")
    var judged = 0
    var faults: [String: Int] = [:]
    var examples: [String: String] = [:]
    for pool in Self.pools(Sweep.isWanted ? 3000 : 120, &generator) {
      for kind in Self.kinds {
        for isForBoot in [true, false] {
          let level = Self.level(pool.map { $0.policy(kind, isForBoot) })
          let policy = level.closed()
          guard Self.conflicts(level, policy).isEmpty else { continue }
          for member in pool {
            var context = AuditContext(kind: kind)
            context.hostFeatures = member.policies.hostDefault.featureSet
            context.hiddenFeatures = member.policies[kind.defaultPolicy].hiddenFeatures
            let auditor = Auditor(bound: member.policies[kind.maxPolicy], context: context)
            judged += 1
            auditor.forEachViolation(of: policy) { violation in
              // What a member does not know is unknown, and no refusal.
              guard violation.code != .boundUnknown else { return }
              let text = "\(violation.code.text) \(violation.subject) \(violation.place)"
              faults[text, default: 0] += 1
              examples[text] =
                "\(kind) boot \(isForBoot) \(member.name) of \(pool.map(\.name)) "
                + "\(String(violation.value, radix: 16)) \(String(violation.bound, radix: 16))"
            }
          }
        }
      }
    }
    #expect(judged > 500)
    let list = faults.sorted { $0.value > $1.value }.prefix(40)
      .map { "\($0.value) \($0.key): \(examples[$0.key] ?? "")" }
    #expect(faults.isEmpty, "\(list.joined(separator: "\n"))")
  }

  /// Closing what is closed changes nothing, and a pool of one host has that host's policy but for what a
  /// pool leaves to the toolstack.
  @Test func aLevelOfLevelsIsTheSame() {
    var generator = SeededGenerator.fresh("closing")
    for pool in Self.pools(Sweep.isWanted ? 2000 : 60, &generator) {
      for kind in Self.kinds {
        let policy = Self.level(pool.map { $0.policy(kind, true) }).closed()
        #expect(Self.level([(policy, policy)]).closed() == policy)
      }
    }
  }

  /// Facts of ten pools, found by plain arithmetic on the dumps: the features and limits of raw policies.
  @Test(.enabled(if: Corpus.isPresent, "needs the corpus of dumps")) func factsOfPools() throws {
    let path = try #require(Corpus.path) + "/pools-dev.json"
    let facts = try JSONValue(
      parsing: try InputFile.contents(of: path), source: "pools-dev.json")
    let pools = try #require(facts["pools"]?.array)
    #expect(pools.count == 10)
    for pool in pools {
      let name = pool["id"]?.string ?? ""
      let policies = try (pool["hosts"]?.array ?? []).map { host in
        let file = try #require(host["file"]?.string)
        let document = try InputFile.read(Corpus.path! + "/dumps/" + file)
        return try #require(document.raw)
      }
      let level = Self.level(policies.map { ($0, $0) })
      let policy = level.closed()
      var common = FeatureSet()
      let words = (pool["common_featureset"]?.string ?? "").split(separator: "-")
      for (word, text) in words.enumerated() {
        common[word: word] = try #require(UInt32(text, radix: 16))
      }
      // The facts know nothing of what accumulates, of SYSCALL on Intel, which 64-bit programs see, and of
      // MSRs that a dump leaves out.
      var compared = FeatureSet.known
      compared.subtract(FeatureSet.accumulating)
      compared.subtract(FeatureSet.equalToHost)
      for feature in compared.features {
        var isInMSR = false
        if case .msr = feature.place { isInMSR = true }
        if isInMSR || feature == .syscall || feature.level != .and { compared.remove(feature) }
      }
      let expected = common.intersection(compared)
      let found = policy.featureSet.intersection(compared)
      #expect(found.subtracting(expected).features.isEmpty, "\(name): shown, and not common")
      // What the level leaves out lacks something that it needs, or would stand beyond the limits.
      for feature in expected.subtracting(found).features {
        var whole = policy.featureSet
        whole.insert(feature)
        whole.sanitise()
        #expect(
          !whole.contains(feature) || !policy.isWithinLimits(leaf: Self.leaf(of: feature)),
          "\(name): common, and not shown: \(feature.name)")
      }
      #expect(hex(policy[.maxBasicLeaf]) == pool["min_max_basic"]?.string, "\(name)")
      if pool["same_vendor"]?.bool == true {
        #expect(policy[.maxPhysicalAddressBits] == UInt32(pool["min_phys_bits"]?.integer ?? 0))
        #expect(Self.conflicts(level, policy).filter { $0.hasPrefix("vendor") }.isEmpty)
      } else {
        #expect(!Self.conflicts(level, policy).filter { $0.hasPrefix("vendor") }.isEmpty)
      }
    }
  }

  private func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  private static func leaf(of feature: Feature) -> UInt32 {
    if case .leaf(let place, _, _) = feature.place { place.leaf } else { 0 }
  }
}
