// SPDX-License-Identifier: Apache-2.0

extension CPUPolicy {
  /// Clears or sets what is not the host's to give: reserved bits, identifiers of one CPU, power and
  /// thermal leaves, topology lists, and the leaves that the vendor does not define.
  ///
  /// `docs/semantics/derivation.md`, "Everything else".
  mutating func keepGuestLeaves() {
    let definers: UInt64 = 1 &<< UInt64(vendor.definer.rawValue)
    let rows = GuestLeaves.slots.span
    let keeps = GuestLeaves.keeps.span
    for row in rows.indices where rows[row] &>> 32 & definers != 0 {
      let first = Int(rows[row] & 0xffff)
      let kept = LeafRegisters(
        eax: keeps[row &* 4], ebx: keeps[row &* 4 &+ 1], ecx: keeps[row &* 4 &+ 2],
        edx: keeps[row &* 4 &+ 3])
      keep(kept, in: first..<(first &+ Int(rows[row] &>> 16 & 0xffff)))
    }
    if vendor == .intel { self[.cacheDescriptorQueryCount] = 1 }
    refreshCopies()
  }

  /// Clears other bits than those kept. A leaf of which nothing is kept is known to be zero.
  private mutating func keep(_ kept: LeafRegisters, in slots: Range<Int>) {
    if kept.isZero {
      clear(slots: slots)
      for slot in slots { markKnown(slot: slot) }
      return
    }
    for slot in slots {
      var registers = self[slot: slot]
      registers.eax &= kept.eax
      registers.ebx &= kept.ebx
      registers.ecx &= kept.ecx
      registers.edx &= kept.edx
      self[slot: slot] = registers
    }
  }

  /// Leaves what the `guest` column of `ABI/fields.csv` gives a guest that asks for nothing, and feature
  /// bits. Reserved bits go, too, and a leaf of which nothing is given is known to be zero.
  ///
  /// - Parameter asked: features that are asked for; the leaves and fields that come with them stay.
  mutating func withholdFields(butFor asked: FeatureSet = FeatureSet()) {
    var first = 0
    let leaves = FeatureTable.ownedLeaves.span
    for index in leaves.indices {
      guard let owner = Owner(packed: FeatureTable.ownersOfLeaves[index]).feature,
        asked.contains(owner), let block = LeafLayout.block(leaves[index])
      else { continue }
      withholdFields(in: first..<block.base, butFor: asked)
      first = block.base &+ block.count
    }
    withholdFields(in: first..<LeafLayout.slotCount, butFor: asked)
  }

  /// The same for one leaf.
  mutating func withholdFields(leaf: UInt32) {
    guard let block = LeafLayout.block(leaf) else { return }
    withholdFields(in: block.base..<(block.base &+ block.count), butFor: FeatureSet())
  }

  private mutating func withholdFields(in slots: Range<Int>, butFor asked: FeatureSet) {
    let given = GuestLeaves.given.span
    let fields = FeatureTable.ownedFields.span
    var values = registers.mutableSpan
    for position in (slots.lowerBound &* 4)..<(slots.upperBound &* 4) {
      var kept = given[position]
      if values[position] & ~kept == 0 { continue }
      for index in fields.indices {
        let field = OwnedField(packed: fields[index])
        guard field.position == position,
          let owner = Owner(packed: FeatureTable.ownersOfFields[index]).feature,
          asked.contains(owner)
        else { continue }
        kept |= field.mask
      }
      values[position] &= kept
    }
    guard view.hasUnknownSlots else { return }
    for slot in slots {
      let first = slot &* 4
      if given[first] | given[first &+ 1] | given[first &+ 2] | given[first &+ 3] == 0 {
        markKnown(slot: slot)
      }
    }
  }

  /// Takes a leaf over from a policy that has more of it, with what is known of it; but for its
  /// reserved bits.
  mutating func take(leaf: UInt32, from other: PolicyView) {
    guard let block = LeafLayout.block(leaf) else { return }
    for slot in block.base..<(block.base &+ block.count) {
      if other.isKnown(slot: slot) { markKnown(slot: slot) } else { markUnknown(slot: slot) }
      var registers = other[slot: slot]
      registers.eax &= LeafLayout.namedMask(slot: slot, register: .eax)
      registers.ebx &= LeafLayout.namedMask(slot: slot, register: .ebx)
      registers.ecx &= LeafLayout.namedMask(slot: slot, register: .ecx)
      registers.edx &= LeafLayout.namedMask(slot: slot, register: .edx)
      self[slot: slot] = registers
    }
  }

  /// Takes over the leaves and fields that come with features, from a policy that has them.
  mutating func takeOwned(by features: FeatureSet, from other: PolicyView) {
    let leaves = FeatureTable.ownedLeaves.span
    for index in leaves.indices {
      guard let owner = Owner(packed: FeatureTable.ownersOfLeaves[index]).feature,
        features.contains(owner)
      else { continue }
      take(leaf: leaves[index], from: other)
    }
    let fields = FeatureTable.ownedFields.span
    for index in fields.indices {
      let field = OwnedField(packed: fields[index])
      guard let owner = Owner(packed: FeatureTable.ownersOfFields[index]).feature,
        features.contains(owner)
      else { continue }
      let kept = self[position: field.position] & ~field.mask
      self[position: field.position] = kept | other[position: field.position] & field.mask
    }
  }

  /// Clears leaves whose owner (`ABI/leaves.csv`) is neither among the features given nor a field
  /// that the policy shows.
  mutating func clearUnownedLeaves(_ features: FeatureSet) {
    let leaves = FeatureTable.ownedLeaves.span
    let owners = FeatureTable.ownersOfLeaves.span
    for index in leaves.indices {
      if !Owner(packed: owners[index]).isShown(features, in: registers.span) {
        clearKnown(leaf: leaves[index])
      }
    }
  }

  /// AMD repeats common features of leaf 1 EDX in 0x80000001 EDX; elsewhere those bits are zero.
  mutating func setCommonFeatures(_ value: UInt32) {
    let mask = GuestLeaves.commonMask
    self[leaf: 0x8000_0001].edx = self[leaf: 0x8000_0001].edx & ~mask | value & mask
  }
}
