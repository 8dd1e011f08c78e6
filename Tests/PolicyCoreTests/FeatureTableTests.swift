// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText
import TestSupport
import Testing

/// The sets that the table derives equal those of Xen's own generator, word for word. Rows that have
/// been added since are no part of them.
@Suite struct FeatureTableTests {
  /// The features that Xen's generator was asked about.
  private static let compared = set(
    "bfebfbff fffefbff ee500800 6469bfff 1f ffbfffff fb417fff 780 7f9fd205 ffddef3e ccbe1df7 f89e0d67 1 7f 0 1064530 7fbfffff 40000001 6"
  )

  private static func set(_ words: String) -> FeatureSet {
    var result = FeatureSet()
    for (index, word) in words.split(separator: " ").enumerated() {
      result[word: index] = UInt32(word, radix: 16)!
    }
    return result
  }

  @Test func masks() {
    let table = FeatureTable.abi
    let expected: [(FeatureSet, String)] = [
      (
        .special,
        "10000200 c8200000 0 2 0 1002850 10 0 2000000 20000c00 0 40000020 0 0 0 0 100a0004 40000000 0"
      ),
      (.accumulating, "0 0 0 0 0 0 0 0 100000 400 0 22 0 0 0 0 10020000 0 0"),
      (
        table.pvDefault,
        "1fc9cbf5 f6d83203 ea500800 442109e3 7 f1af0b29 2405f43 0 64001005 ac804410 801c37 781c0c65 0 21 0 4430 1d12e173 40000000 6"
      ),
      (
        table.pvMax,
        "1fc9cbf5 f6d83203 ea500800 442109e3 7 f1af0b39 1a405f43 100 64001005 ac814510 80801cb7 789c0c65 0 21 0 4430 1d12e173 40000000 6"
      ),
      (
        table.hvmShadowDefault,
        "1fcbfbff f7f83203 ea500800 442109f3 f f1bf0bab 2405f47 0 751fd005 bc804410 881c37 781c0d67 0 37 0 4430 1d12e173 40000000 6"
      ),
      (
        table.hvmShadowMax,
        "1fcbfbff f7f83203 ea500800 442109f3 f f1bf4bbb 1a405f47 100 751fd005 bc814510 80881cf7 789c0d67 0 37 0 4430 1d12e173 40000000 6"
      ),
      (
        table.hvmHAPDefault,
        "1fcbfbff f7fa3203 ee500800 442109f3 f f1bf0fab 82405f4f 0 751fd005 bc804410 881c37 781c0d67 0 37 0 4430 1d12e173 40000000 6"
      ),
      (
        table.hvmHAPMax,
        "1fcbfbff f7fa3223 ee500800 442109f7 f f1bf4fbb 9a405f4f 100 751fd005 bc814510 80881cf7 789c0d67 0 37 0 4430 1d12e173 40000000 6"
      ),
      (
        .prerequisites,
        "7880259 16080203 a0100000 0 0 40010820 0 0 1000d000 25000000 0 0 0 0 0 0 2 0 0"
      ),
    ]
    #expect(Self.compared.isSubset(of: .known))
    for (index, (all, words)) in expected.enumerated() {
      let found = all.intersection(Self.compared)
      #expect(found == Self.set(words), "set \(index): \(found.hexadecimal())")
    }
  }

  @Test func flattenedDependencies() {
    let sizes: [(Feature, Int)] = [
      (.xsave, 47), (.avx, 34), (.archCaps, 32), (.fxsr, 30), (.sse, 28), (.avx2, 27), (.sse2, 26),
      (.avx512f, 18), (.pae, 17), (.lm, 14), (.ibrs, 9), (.ibrsb, 8), (.avx512bw, 6), (.fpu, 5),
      (.tsc, 4), (.sse3, 4), (.amxTile, 4), (.apic, 3), (.mmx, 3), (.ibpb, 3), (.ssse3, 2),
    ]
    var pairs = 0
    let prerequisites = FeatureSet.prerequisites.intersection(Self.compared)
    prerequisites.forEachFeature { feature in
      let count = FeatureSet.dependants(of: feature).intersection(Self.compared).count
      pairs += count
      let expected = sizes.first { $0.0 == feature }?.1 ?? 1
      #expect(count == expected, "\(feature.name)")
    }
    #expect(pairs == 335)
    #expect(prerequisites.count == 32)
  }

  @Test func countsAndNames() {
    #expect(Feature.count == Fixtures.rowCount("features.csv"))
    #expect(Feature.allNamed.count == Feature.count)
    for feature in Feature.allNamed {
      #expect(Feature(named: feature.name) == feature)
      #expect(Feature(named: feature.optionName) == feature)
      #expect(!feature.meaning.isEmpty)
    }
    #expect(Feature.avx512Vp2intersect.optionName == "avx512-vp2intersect")
    #expect(Feature.sse3.linuxName == "pni")
    #expect(Feature.sse3.qemuNames == ["pni", "sse3"])
  }

  @Test(arguments: [
    (
      Feature.fxsr,
      "b8ebfbff fde4d9fc c8500800 6469bf3e 1f dfbfffff fb4178f7 780 7f8fd205 fc9def3e 4c9a1d77 f89e0d67 1 7f 0 1064430 7fbfffff 40000001 6"
    ),
    (
      .xsave,
      "bfebfbff cbfeebff ee500800 646837ff 10 239cbfdf fb4121b5 780 7f9fd205 fc1dee32 cc1e1dc0 f81e0d67 1 7f 0 1064000 7fbfffff 40000001 6"
    ),
    (
      .avx,
      "bfebfbff cffeebff ee500800 6468b7ff 1f 239cffdf fb4121bd 780 7f9fd205 ff5dee32 cc3e1dc0 f81e0d67 1 7f 0 1064100 7fbfffff 40000001 6"
    ),
    (
      .pae,
      "bfebfbbf fffcdbff ca400800 6469bffe 1f ffafffff fb417ff7 780 7f8fd205 fc9def3e 4c9a1d77 f89e0d67 1 7f 0 1064430 7fbfffff 40000001 6"
    ),
    (
      .lm,
      "bfebfbff fffcdbff ca500800 6469bffe 1f ffbfffff fb417ff7 780 7f8fd205 fc9def3e 4c9a1d77 f89e0d67 1 7f 0 1064430 7fbfffff 40000001 6"
    ),
    (
      .apic,
      "bfebf9ff fedefbff ee500800 6469bff7 1f ffbfffff fb417fff 780 7f9fd205 ffddef3e ccbe1df7 f89e0d67 1 7f 0 1064530 7fbfffff 40000001 6"
    ),
    (
      .tsc,
      "bfebfbef fefefbff e6500800 6469bfff 1f ffbffffd fb417fff 680 7f9fd205 ffddef3e ccbe1df7 f89e0d67 1 7f 0 1064530 7fbfffff 40000001 6"
    ),
    (
      .nx,
      "bfebfbff fffefbff ee400800 6469bfff 1f ffafffff fb417fff 780 7f9fd205 ffddef3e ccbe1df7 f89e0d67 1 7f 0 1064530 7fbfffff 40000001 6"
    ),
    (
      .ibrsb,
      "bfebfbff fffefbff ee500800 6469bfff 1f ffbfffff fb417fff 780 7f9fd205 73ddef3e ccbe1df7 f89e0d67 1 68 0 1064530 7fb7fffd 40000001 6"
    ),
    (
      .eibrs,
      "bfebfbff fffefbff ee500800 6469bfff 1f ffbfffff fb417fff 780 7f9fd205 ffddef3e ccbe1df7 f89e0d67 1 7f 0 1064530 7fb7fffd 40000001 6"
    ),
    (
      .archCaps,
      "bfebfbff fffefbff ee500800 6469bfff 1f ffbfffff fb417fff 780 7f9fd205 dfddef3e ccbe1df7 f89e0d67 1 7f 0 1064530 0 0 6"
    ),
  ]) func sanitise(_ feature: Feature, _ words: String) {
    var features = Self.compared
    features.remove(feature)
    features.sanitise()
    #expect(features == Self.set(words), "\(feature.name): \(features.hexadecimal(separator: " "))")
  }

  @Test func algebra() {
    var generator = SeededGenerator.fresh("algebra")
    func random() -> FeatureSet {
      var result = FeatureSet()
      for word in 0..<Feature.wordCount {
        result[word: word] = UInt32.random(in: 0...UInt32.max, using: &generator)
      }
      return result
    }
    for _ in 0..<500 {
      let (a, b) = (random(), random())
      #expect(a.intersection(b) == b.intersection(a))
      #expect(a.union(b).subtracting(b) == a.subtracting(b))
      #expect(a.intersection(b).isSubset(of: a) && a.isSubset(of: a.union(b)))
      var clean = a
      clean.sanitise()
      var again = clean
      again.sanitise()
      #expect(clean == again && clean.isSubset(of: a) && clean.isSubset(of: .known))
      clean.forEachFeature { feature in
        FeatureSet.forEachRequirement(of: feature) { #expect(clean.contains($0)) }
      }
    }
  }
}
