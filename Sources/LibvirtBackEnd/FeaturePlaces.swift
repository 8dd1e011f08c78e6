// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// Bits by their place: one of the featureset where it is one.
enum FeaturePlaces {
  static func of(
    leaf: UInt32, _ subleaf: UInt32?, _ register: Register, bit: Int
  ) -> OtherName.Place {
    let key = Key(index: leaf, subleaf: subleaf ?? 0, register: register.rawValue)
    if let word = words[key] { return .feature(Feature(word: word, bit: bit)) }
    return .leaf(subleaf.map { LeafPlace(leaf, $0) } ?? LeafPlace(leaf), register, bit: bit)
  }

  static func of(msr index: MSRIndex, bit: Int) -> OtherName.Place {
    let half = Key(index: index.rawValue, subleaf: UInt32(bit / 32), register: nil)
    if let word = words[half] { return .feature(Feature(word: word, bit: bit % 32)) }
    return .msr(index, bit: bit)
  }

  private struct Key: Hashable {
    var index: UInt32
    /// Of an MSR the half.
    var subleaf: UInt32
    /// Nil for an MSR.
    var register: Register.RawValue?
  }

  private static let words: [Key: Int] = {
    var result: [Key: Int] = [:]
    for word in 0..<Feature.wordCount {
      switch Feature(word: word, bit: 0).place {
      case .leaf(let place, let register, _):
        let subleaf = place.isPlain ? 0 : place.subleaf
        result[Key(index: place.leaf, subleaf: subleaf, register: register.rawValue)] = word
      case .msr(let index, let bit):
        result[Key(index: index.rawValue, subleaf: UInt32(bit / 32), register: nil)] = word
      case .none: continue
      }
    }
    return result
  }()
}
