// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// The width of addresses that a guest may map, of which zero says: as wide as its physical addresses.
///
/// A destination that says nothing maps all that its CPU has. A guest that was told nothing, on a destination that
/// maps less, may have something there: KVM maps 48 bits of 52 where its own tables have four levels.
enum GuestWidthCheck {
  private static let field = Field.guestPhysicalAddressBits

  /// Whether an audit took a bound of zero for no address at all.
  static func isMistaken(_ violation: Violation, _ bound: GuestBound.Variant) -> Bool {
    guard violation.code == .fieldAboveBound, violation.subject == .field(field),
      bound.policy.isKnown(leaf: field.leaf), bound.policy[field] == 0
    else { return false }
    return violation.value <= UInt64(bound.policy[.maxPhysicalAddressBits])
  }

  /// A guest that was told nothing, where the destination maps less than the guest's physical addresses.
  static func finding(_ guest: Guest, _ bound: GuestBound.Variant) -> Judgement.Finding? {
    let held = bound.policy[field]
    guard held != 0, guest.wanting == nil, guest.completion == nil,
      guest.policy.isKnown(leaf: field.leaf), bound.policy.isKnown(leaf: field.leaf),
      guest.policy[field] == 0, guest.policy[.maxPhysicalAddressBits] > held
    else { return nil }
    return Judgement.Finding(
      Violation(
        .fieldAboveBound, at: .leaf(LeafPlace(field.leaf), field.register),
        bits: field.lowBit...field.highBit, subject: .field(field),
        value: UInt64(guest.policy[.maxPhysicalAddressBits]), bound: UInt64(held)),
      // Whether it maps anything so high nobody sees from its policy.
      isDecided: false)
  }
}
