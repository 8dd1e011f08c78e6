// SPDX-License-Identifier: Apache-2.0

/// What need not be equal in one host: what waits for an owner that it does not show, the layouts of
/// states that it does not have, and what was not recorded.
struct LevelExemptions {
  private(set) var bits = LeafLayout.Registers(repeating: 0)

  init(of policy: PolicyView, _ table: LevelTable) {
    let same = table.equal.span
    let features = policy.featureSet
    for index in FeatureTable.ownedLeaves.indices {
      let owner = Owner(packed: FeatureTable.ownersOfLeaves[index])
      guard !owner.isShown(features, in: policy.registers),
        let block = LeafLayout.block(FeatureTable.ownedLeaves[index])
      else { continue }
      waive(block.base..<(block.base &+ block.count), same)
    }
    for index in FeatureTable.ownedFields.indices {
      let owner = Owner(packed: FeatureTable.ownersOfFields[index])
      let field = OwnedField(packed: FeatureTable.ownedFields[index])
      if !owner.isShown(features, in: policy.registers) {
        var own = bits.mutableSpan
        own[field.position] |= same[field.position] & field.mask
      }
    }
    if let block = LeafLayout.block(Field.xstateComponentSize.leaf) {
      let states = policy.xcr0Mask | policy.xssMask
      for component in 2..<block.count where states &>> UInt64(component) & 1 == 0 {
        waive((block.base &+ component)..<(block.base &+ component &+ 1), same)
      }
    }
    for index in policy.unknownSlots.indices {
      var unknown = SetBits(policy.unknownSlots[index])
      while let bit = unknown.next() {
        let slot = index &* 64 &+ bit
        waive(slot..<(slot &+ 1), same)
      }
    }
  }

  private mutating func waive(_ slots: Range<Int>, _ same: Span<UInt32>) {
    var own = bits.mutableSpan
    for position in (slots.lowerBound &* 4)..<(slots.upperBound &* 4) {
      own[position] = same[position]
    }
  }
}
