// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// Bits that a form names as set, of which it need not show every word whole.
struct ShownBits {
  private(set) var features = FeatureSet()
  /// Bits beyond the featureset, by register.
  private var bits: [(place: LeafPlace, register: Register, mask: UInt32)] = []

  mutating func insert(_ feature: Feature) { features.insert(feature) }

  mutating func insert(_ place: LeafPlace, _ register: Register, bit: Int) {
    let mask = UInt32(1) << UInt32(bit)
    if let index = bits.firstIndex(where: { $0.place == place && $0.register == register }) {
      bits[index].mask |= mask
    } else {
      bits.append((place, register, mask))
    }
  }

  /// Puts the features into what a form determines.
  ///
  /// - Parameter open: words that the form does not show whole.
  /// - Returns: what no register can hold: the bits of open words, and those beyond the featureset.
  func fill(_ partial: inout PartialPolicy, open: Set<Int>) -> [Statement] {
    partial.features = features
    partial.openWords = open
    var result = features.features.filter { open.contains($0.word) && $0.isNamed }
      .map(NamedPolicy.has)
    for entry in bits {
      result.append(
        .bits(
          "leaf \(PlaceText.leaf(entry.place)) \(PlaceText.upper(entry.register))",
          UInt64(entry.mask), mask: UInt64(entry.mask), width: 32))
    }
    return result
  }

  /// Words that are not known where these are not: registers of a leaf are known together.
  static func withNeighbours(_ open: Set<Int>) -> Set<Int> {
    func slot(_ word: Int) -> Int? {
      guard case .leaf(let place, _, _) = Feature(word: word, bit: 0).place else { return nil }
      return LeafLayout.slot(place.leaf, place.isPlain ? 0 : place.subleaf)
    }
    let slots = Set(open.compactMap(slot))
    return open.union(
      (0..<Feature.wordCount).filter { word in slot(word).map(slots.contains) ?? true })
  }

  /// The features of a word that CPUs of a maker may have.
  static func named(in word: Int, _ vendor: Vendor) -> [Feature] {
    let own = vendor.isAMDLike ? "amd" : "intel"
    return Feature.allNamed.filter { $0.word == word && ["any", own].contains($0.definedBy) }
  }
}
