// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import TestSupport
import Testing

/// A featureset is a set like any other, and prints itself.
@Suite struct SetAlgebraTests {
  /// The laws of sets, held against sets of the standard library.
  @Test func agreesWithSet() {
    var random = SeededGenerator.fresh("agreesWithSet")
    let all = Feature.allNamed
    for _ in 0..<200 {
      let parts = (0..<2).map { _ in
        Set(
          (0..<Int.random(in: 0..<40, using: &random)).map { _ in all.randomElement(using: &random)!
          })
      }
      let sets = parts.map { FeatureSet($0) }
      func same(_ set: FeatureSet, _ expected: Set<Feature>) -> Bool {
        Set(all.filter { set.contains($0) }) == expected
      }
      #expect(same(sets[0].union(sets[1]), parts[0].union(parts[1])))
      #expect(same(sets[0].intersection(sets[1]), parts[0].intersection(parts[1])))
      #expect(same(sets[0].symmetricDifference(sets[1]), parts[0].symmetricDifference(parts[1])))
      #expect(same(sets[0].subtracting(sets[1]), parts[0].subtracting(parts[1])))
      #expect(sets[0].isSubset(of: sets[1]) == parts[0].isSubset(of: parts[1]))
      #expect(sets[0].isDisjoint(with: sets[1]) == parts[0].isDisjoint(with: parts[1]))
    }
  }

  /// Many sets in one pass are what they are one by one, named bits and others.
  @Test func manyFoldAsOneByOne() {
    var random = SeededGenerator.fresh("manyFoldAsOneByOne")
    for count in [0, 1, 2, 127, 128, 129, 300] {
      let sets = (0..<count).map { _ in
        var set = FeatureSet()
        for word in 0..<Feature.wordCount {
          // Mostly ones in some words and mostly zeros in others, so that both results say something.
          let bits =
            UInt32.random(in: 0...(.max), using: &random) & .random(in: 0...(.max), using: &random)
          set[word: word] = word % 2 == 0 ? bits : ~(1 << UInt32.random(in: 0..<32, using: &random))
        }
        return set
      }
      let folded = FeatureSet.fold(sets.span)
      #expect(
        folded.common == sets.dropFirst().reduce(sets.first ?? .known) { $0.intersection($1) })
      #expect(folded.any == sets.reduce(FeatureSet()) { $0.union($1) })
    }
  }

  @Test func changesTellWhatWasThere() {
    var set: FeatureSet = [.avx]
    #expect(set.insert(.avx2).inserted && !set.insert(.avx2).inserted)
    #expect(set.remove(.avx) == .avx && set.remove(.avx) == nil)
    #expect(set.update(with: .avx2) == .avx2 && set.update(with: .fma) == nil)
  }

  @Test func printsItself() {
    var set = FeatureSet()
    set[word: 0] = 0x1f
    #expect(set.debugDescription.hasPrefix("0000001f-00000000-"))
    var policy = CPUPolicy()
    policy[leaf: 0].eax = 1
    policy[leaf: 1].eax = 0x12
    #expect(policy.debugDescription.contains("0x1: 00000012 00000000 00000000 00000000"))
    policy[msr: .archCapabilities] = 0x2b
    policy.markUnknown(msr: .platformInfo)
    policy.markUnknown(slot: 0)
    let lines = policy.debugDescription.split(separator: "\n")
    #expect(lines.contains("MSR 0x10a: 000000000000002b") && lines.contains("MSR 0xce: unknown"))
    #expect(lines.contains("0x0: unknown"))
  }
}
