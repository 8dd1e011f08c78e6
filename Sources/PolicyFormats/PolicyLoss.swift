// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// What a form does not hold of a policy: what is no longer there once it was written and read again.
///
/// One comparison for every writer, so that none can lose anything in silence.
enum PolicyLoss {
  /// Features by name, leaves that are gone as a whole, registers and MSRs that come back otherwise, and
  /// what no register holds.
  ///
  /// A place that holds nothing is no loss where it is not said.
  ///
  /// - Parameters:
  ///   - named: what was to be written.
  ///   - found: what is there; nil where nothing can be read at all.
  static func places(_ named: NamedPolicy, in found: NamedPolicy?) -> [String] {
    places(named.policy, in: found?.policy ?? unknownPolicy)
      + Set(named.statements).subtracting(found?.statements ?? []).sorted().map {
        "\($0.subject): \($0.value)"
      }
  }

  /// The same for the registers alone.
  static func places(_ policy: CPUPolicy, in found: CPUPolicy) -> [String] {
    let original = policy.canonical
    let there = found.canonical
    var result: [String] = []
    let lost = original.featureSet.subtracting(found.featureSet)
    let added = there.featureSet.subtracting(policy.featureSet)
    for feature in lost.union(added).features
    where original.isKnown(feature) && there.isKnown(feature) {
      result.append("feature \(feature.optionName)")
    }
    for slot in 0..<LeafLayout.slotCount where original.isKnown(slot: slot) {
      let wanted = original[slot: slot]
      let place = PlaceText.leaf(LeafLayout.place(ofSlot: slot))
      guard there.isKnown(slot: slot) else {
        if !wanted.isZero { result.append("leaf \(place)") }
        continue
      }
      for register in [Register.eax, .ebx, .ecx, .edx] {
        let bits = (wanted[register] ^ there[slot: slot][register]) & ~featureMask(slot, register)
        if bits != 0 { result.append("leaf \(place) \(PlaceText.upper(register))") }
      }
    }
    for position in 0..<LeafLayout.msrCount {
      let index = LeafLayout.msr(at: position)
      guard original.isKnown(msr: index) else { continue }
      let bits = (original[msr: index] ?? 0) ^ (there[msr: index] ?? 0)
      let isOfFeatures = there.isKnown(msr: index) && bits & ~featureMask(index) == 0
      if bits != 0, !isOfFeatures { result.append("msr \(hexText(index.rawValue))") }
    }
    return result
  }

  /// A policy of which nothing is known.
  static let unknownPolicy: CPUPolicy = {
    var policy = CPUPolicy()
    for slot in 0..<LeafLayout.slotCount { policy.markUnknown(slot: slot) }
    for position in 0..<LeafLayout.msrCount {
      policy.markUnknown(msr: LeafLayout.msr(at: position))
    }
    return policy
  }()

  /// The registers that are words of the featureset; one leaf may hold a word in each.
  private static let featureRegisters: Set<Int> = Set(
    (0..<Feature.wordCount).compactMap { word in
      guard case .leaf(let place, let register, _) = Feature(word: word, bit: 0).place,
        let slot = LeafLayout.slot(place.leaf, place.isPlain ? 0 : place.subleaf)
      else { return nil }
      return slot * 4 + Int(register.rawValue)
    })

  private static func featureMask(_ slot: Int, _ register: Register) -> UInt32 {
    featureRegisters.contains(slot * 4 + Int(register.rawValue)) ? 0xffff_ffff : 0
  }

  /// The bits of an MSR that are words of the featureset.
  private static func featureMask(_ index: MSRIndex) -> UInt64 {
    (0..<Feature.wordCount).reduce(0) { mask, word in
      guard case .msr(index, let bit) = Feature(word: word, bit: 0).place else { return mask }
      return mask | 0xffff_ffff << UInt64(bit)
    }
  }
}
