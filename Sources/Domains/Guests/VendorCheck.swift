// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats

/// Whether a guest comes from a CPU of another vendor than its bound's, where the leaf in which the vendor
/// stands was not recorded on both sides and the audit therefore says nothing of it.
enum VendorCheck {
  private static let parts = [
    Field.vendorStringPart1, .vendorStringPart2, .vendorStringPart3,
  ]

  static func findings(_ guest: Guest, _ bound: GuestBound) -> [Judgement.Finding] {
    guard guest.identity != nil || bound.identity != nil else { return [] }
    let candidate = guest.completion?(bound.held.policy) ?? guest.policy
    guard !(candidate.isKnown(leaf: 0) && bound.held.policy.isKnown(leaf: 0)) else { return [] }
    return parts.compactMap { part in
      guard let mine = value(of: part, guest.policy, guest.identity),
        let theirs = value(of: part, bound.held.policy, bound.identity), mine != theirs
      else { return nil }
      return Judgement.Finding(violation(part, mine, theirs))
    }
  }

  /// What cannot be told of the vendor. KVM gives a guest its host's, whatever the model's is: of one that does
  /// not say it, only the model's own maker speaks for it.
  static func unjudged(_ guest: Guest, _ bound: GuestBound) -> [String] {
    guard let machine = guest.machine, machine.accelerator != "tcg", guest.isFeaturesAlone,
      guest.wanting == nil, guest.identity == nil, !guest.policy.isKnown(leaf: 0)
    else { return [] }
    var model = PartialPolicy()
    if let vendor = guest.modelVendor { model.set(vendor: vendor) }
    let isSame = parts.allSatisfy { part in
      guard let theirs = value(of: part, bound.held.policy, bound.identity),
        let mine = model.value(of: part)
      else { return guest.modelVendor == nil && guest.model == nil }
      return mine == theirs
    }
    return isSame ? [] : ["the vendor, which is that of the host on which the guest was started"]
  }

  /// How a guest's vendor differs from the bound's, where both are recorded and nothing that is not would
  /// change them: whatever else is found follows from that, and no move is possible. Empty otherwise.
  static func decided(_ guest: Guest, _ bound: GuestBound) -> [Violation] {
    guard guest.wanting == nil, guest.doubt == nil, guest.completion == nil,
      guest.policy.isKnown(leaf: 0), let theirs = bound.held.nameLeaf
    else { return [] }
    for (_, other) in bound.others where other.nameLeaf != theirs { return [] }
    return parts.compactMap { part in
      let (value, bound) = (guest.policy[part], theirs[part.register])
      return value == bound ? nil : violation(part, value, bound)
    }.sorted(by: Violation.inLeafOrder)
  }

  private static func violation(_ part: Field, _ value: UInt32, _ bound: UInt32) -> Violation {
    Violation(
      .vendorDiffers, at: .leaf(LeafPlace(part.leaf), part.register),
      bits: part.lowBit...part.highBit, subject: .field(part), value: UInt64(value),
      bound: UInt64(bound), severity: part.rules.severity)
  }

  private static func value(
    of part: Field, _ policy: CPUPolicy, _ identity: PartialPolicy?
  ) -> UInt32? {
    policy.isKnown(leaf: 0) ? policy[part] : identity?.value(of: part)
  }
}
