// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension GoldenRegisters {
  /// The registers of a policy that a source recorded, such that reading them gives the policy again:
  /// all that is not zero, and zeros where none would be taken for unknown.
  public init(recorded policy: CPUPolicy) {
    for slot in 0..<LeafLayout.slotCount where policy.isKnown(slot: slot) {
      let place = LeafLayout.place(ofSlot: slot)
      let isFirst = place.isPlain || place.subleaf == 0 || place.leaf == 0xd && place.subleaf == 1
      let isEmpty = policy[slot: slot].isZero
      let isWithin = place.leaf >> 28 != 4 && policy.isWithinLimits(leaf: place.leaf)
      if !isEmpty || isFirst && isWithin { leaves[place] = policy[slot: slot] }
    }
    for position in 0..<LeafLayout.msrCount {
      let index = LeafLayout.msr(at: position)
      if let value = policy[msr: index] { msrs[index.rawValue] = value }
    }
  }

  /// These registers with another CPU's features.
  public func differing(_ other: CPUPolicy) -> GoldenRegisters {
    var result = self
    let own = stored.featureSet
    let differing = own.union(other.featureSet).subtracting(own.intersection(other.featureSet))
    differing.forEachFeature { feature in
      guard case .leaf(let place, _, _) = feature.place else { return }
      result.leaves[place] = other[leaf: place.leaf, subleaf: place.isPlain ? 0 : place.subleaf]
    }
    return result
  }
}
