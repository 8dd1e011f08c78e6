// SPDX-License-Identifier: Apache-2.0

extension Audit {
  /// Numbers and codes that a row compares with the bound's.
  func checkNumbers(_ features: borrowing @_addressable FeatureSet, _ body: (Violation) -> Void) {
    let values = candidate.registers
    let theirs = bound.registers
    let rows = prepared.numbers
    for index in rows.indices {
      let row = rows[index]
      let position = Int(row.position)
      // Most are the bound's own; the domain's limits may lie below those of two fields.
      let difference = values[unchecked: position] ^ theirs[unchecked: position]
      let isEqual = difference & row.mask == 0
      if isEqual && !row.hasOwnLimit { continue }
      let field = row.field
      let slot = position >> 2
      let low = UInt32(truncatingIfNeeded: field.lowBit)
      let value = (values[position] & row.mask) &>> low
      let held = limit(field, (theirs[position] & row.mask) &>> low, features)
      guard value != held, !isAcceptable(row, value, held, features) else { continue }
      let place = LeafLayout.place(ofSlot: slot)
      body(
        Violation(
          code(of: field), at: .leaf(place, field.register),
          bits: field.lowBit...field.highBit, subject: .field(field), value: UInt64(value),
          bound: UInt64(held)))
    }
  }

  /// The bound of a number: max's own, or less where the domain is more limited.
  private func limit(
    _ field: Field, _ held: UInt32, _ features: borrowing @_addressable FeatureSet
  ) -> UInt32 {
    // A host that states less still has the address width that paging features imply.
    if field == .maxPhysicalAddressBits {
      let most = isOfSystem ? held : min(held, domain.settings.physicalAddressLimit)
      return max(most, leastPhysicalWidth(features))
    }
    let isAMDLike = vendor.isAMDLike
    let hasDies = domain.settings.hasDies
    switch field {
    // Nested page tables translate no wider addresses than there are.
    case .guestPhysicalAddressBits:
      return isOfSystem ? held : min(held, candidate[.maxPhysicalAddressBits])
    case .maxBasicLeaf where hasDies && !isAMDLike:
      return max(held, domain.settings.topologyLeaves.maxBasicLeaf)
    case .maxExtendedLeaf:
      let highest = ServedABI.maxExtendedLeaf(ofDomainsOn: vendor)
      let most = isOfSystem ? held : min(held, highest)
      return hasDies && isAMDLike ? max(most, domain.settings.topologyLeaves.maxExtendedLeaf) : most
    default: return held
    }
  }

  private func isAcceptable(
    _ row: NumberRows.Row, _ value: UInt32, _ held: UInt32,
    _ features: borrowing @_addressable FeatureSet
  ) -> Bool {
    let slot = Int(row.position) >> 2
    guard bound.isKnown(slot: slot), candidate.isKnown(slot: slot),
      candidate.isWithinLimits(slot: slot)
    else { return true }
    let rules = row.field.rules
    switch rules.audit {
    case .atMost: return value <= held
    case .atLeast:
      if !row.owner.isShown(features, in: candidate.registers) { return true }
      return rules.kind == .number ? value >= held : value & held == held
    default:
      // What is off by default may be left off, but for what a feature that is shown brings.
      if value != 0 || rules.guest == .pass || rules.guest == .fixedOne { return false }
      if rules.guest != .zero || rules.audit != .equal || row.owner.isNone { return true }
      return !row.owner.isShown(features, in: candidate.registers)
    }
  }

  private func code(of field: Field) -> ViolationCode {
    switch field {
    case .maxBasicLeaf, .maxLeaf7Subleaf, .maxExtendedLeaf: .limitAboveBound
    case .vendorStringPart1, .vendorStringPart2, .vendorStringPart3: .vendorDiffers
    default:
      switch field.rules.audit {
      case .atMost: .fieldAboveBound
      case .atLeast: .fieldBelowBound
      case .derived: .derivedDiffers
      default: .fieldDiffers
      }
    }
  }
}
