// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// Places that a guest's source did not record and that hold nothing at its destination.
///
/// An audit lets them pass, since a candidate may leave them out. A guest that is alive has booted with
/// whatever stands there, and may lose it.
enum UnrecordedPlaces {
  static func findings(_ guest: Guest, _ bound: GuestBound.Variant) -> [Judgement.Finding] {
    // Of a form that holds a part something else is said of what it leaves out.
    guard guest.wanting == nil, guest.completion == nil, guest.setting == nil else { return [] }
    var found: [Judgement.Finding] = []
    guest.policy.forEachUnknownSlot { slot in
      if guest.policy.isWithinLimits(slot: slot), bound.policy.isKnown(slot: slot),
        bound.policy[slot: slot].isZero
      {
        found.append(finding(.leaf(LeafLayout.place(ofSlot: slot), .eax), bits: 0...31))
      }
    }
    guest.policy.forEachUnknownMSR { index in
      let owner = Feature.owner(ofMSR: index) ?? (index == .archCapabilities ? .archCaps : nil)
      let isShown = owner.map { guest.policy.has($0) || !guest.policy.isKnown($0) } ?? true
      if isShown, bound.policy.isKnown(msr: index), bound.policy[msr: index] ?? 0 == 0 {
        found.append(finding(.msr(index), bits: 0...63))
      }
    }
    return found
  }

  private static func finding(
    _ place: Violation.Place, bits: ClosedRange<Int>
  ) -> Judgement.Finding {
    Judgement.Finding(
      Violation(
        .candidateUnknown, at: place, bits: bits, subject: .bits, value: 0, bound: 0,
        severity: .ofUnknown),
      isDecided: false)
  }
}
