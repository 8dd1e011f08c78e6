// SPDX-License-Identifier: Apache-2.0

// A freestanding library may not use vector registers, and folds policies one by one.
#if !hasFeature(Embedded)
  extension FeatureSet {
    /// What all of many featuresets have, and what any of them has, in one pass: for featuresets by the
    /// hundred thousand, as the levels of large fleets start from.
    ///
    /// - Returns: of no featuresets, every feature that has a name, and none.
    public static func fold(_ sets: Span<FeatureSet>) -> (common: FeatureSet, any: FeatureSet) {
      let bytes = sets.bytes
      let stride = MemoryLayout<FeatureSet>.stride
      let lanes = SIMD4<UInt32>.scalarCount
      var common = sets.isEmpty ? FeatureSet.known : sets[0]
      var any = FeatureSet()
      var first = 0
      while first < sets.count {
        // Few enough to stay in the nearest cache while the columns of words are gone through.
        let end = min(first &+ 128, sets.count)
        var column = 0
        while column < Feature.wordCount {
          // The last column overlaps the one before, which changes neither result.
          let word = min(column, Feature.wordCount &- lanes)
          var inAll = SIMD4<UInt32>(repeating: .max)
          var inAny = SIMD4<UInt32>(repeating: 0)
          var offset = first &* stride &+ word &* 4
          for _ in first..<end {
            // Within its featureset, since the column is within the words.
            let words = bytes.unsafeLoadUnaligned(
              fromUncheckedByteOffset: offset, as: SIMD4<UInt32>.self)
            inAll &= words
            inAny |= words
            offset &+= stride
          }
          for lane in 0..<lanes {
            common[word: word &+ lane] &= inAll[lane]
            any[word: word &+ lane] |= inAny[lane]
          }
          column &+= lanes
        }
        first = end
      }
      return (common, any)
    }
  }
#endif
