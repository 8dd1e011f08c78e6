// SPDX-License-Identifier: Apache-2.0

extension Audit {
  /// Leaves that hold data only where a feature is shown (`ABI/leaves.csv`), and performance
  /// counters, which a domain must have been given.
  func checkOwners(_ features: borrowing @_addressable FeatureSet, _ body: (Violation) -> Void) {
    let leaves = FeatureTable.ownedLeaves.span
    let owners = FeatureTable.ownersOfLeaves.span
    let limits = candidate.limits
    // What a mask refuses is not reported again, so a leaf without a free bit needs no look.
    var bits = SetBits(unmaskedPlaces.ownedLeaves)
    while let index = bits.next() {
      let owner = Owner(packed: owners[index])
      if owner.isShown(features, in: candidate.registers) { continue }
      if !limits.contain(leaves[index]) { continue }
      reportData(.leafWithoutFeature, leaves[index], prerequisite: owner.feature, body)
    }
    checkOwnedFields(features, body)
    if !domain.settings.hasPerformanceCounters, limits.contain(0xa) {
      reportData(.countersOff, 0xa, body)
    }
  }

  /// Fields that wait for another one than their leaf does.
  private func checkOwnedFields(
    _ features: borrowing @_addressable FeatureSet, _ body: (Violation) -> Void
  ) {
    let fields = FeatureTable.ownedFields.span
    let owners = FeatureTable.ownersOfFields.span
    for index in fields.indices {
      let field = OwnedField(packed: fields[index])
      let value = candidate.registers[field.position] & field.mask
      if value == 0 || value & forbidden[field.position] != 0 { continue }
      let owner = Owner(packed: owners[index])
      if owner.isShown(features, in: candidate.registers) { continue }
      let place = LeafLayout.place(ofSlot: field.position >> 2)
      let held = bound.registers[field.position] & field.mask
      guard candidate.isWithinLimits(leaf: place.leaf), !isAsBound(value, held) else { continue }
      let register = Register(position: field.position)
      body(
        Violation(
          .leafWithoutFeature, at: .leaf(place, register), bits: field.lowBit...field.highBit,
          subject: Audit.field(at: place, register, bit: field.lowBit),
          value: UInt64(value &>> UInt32(truncatingIfNeeded: field.lowBit)), bound: 0,
          prerequisite: owner.feature))
    }
  }

  private func reportData(
    _ code: ViolationCode, _ leaf: UInt32, prerequisite: Feature? = nil,
    _ body: (Violation) -> Void
  ) {
    guard let block = LeafLayout.block(leaf),
      candidate.hasData(slots: block.base..<(block.base &+ block.count))
    else { return }
    for position in (block.base &* 4)..<((block.base &+ block.count) &* 4)
    where candidate.registers[position] != 0 {
      let value = candidate.registers[position]
      let isBounds = isOfSystem && value & ~bound[position: position] == 0
      // What the masks refused already is not reported again.
      guard !isBounds, value & ~forbidden[position] != 0 else { continue }
      let register = Register(position: position)
      let low = value.trailingZeroBitCount
      body(
        Violation(
          code, at: .leaf(LeafLayout.place(ofSlot: position >> 2), register),
          bits: low...(31 &- value.leadingZeroBitCount), subject: .bits,
          value: UInt64(value &>> UInt32(truncatingIfNeeded: low)), bound: 0,
          prerequisite: prerequisite))
    }
  }
}
