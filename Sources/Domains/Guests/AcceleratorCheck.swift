// SPDX-License-Identifier: Apache-2.0

import PolicyFormats

/// Whether a bound is of the accelerator under which the guest's machine runs.
enum AcceleratorCheck {
  /// What the bound does not tell: a host's CPU says nothing of what QEMU emulates without it, and that nothing
  /// of what KVM gives.
  static func unjudged(_ guest: Guest, _ bound: GuestBound) -> [String] {
    guard let accelerator = guest.machine?.accelerator, guest.wanting == nil,
      accelerator == "tcg" || bound.offeredBy == "tcg", bound.offeredBy != accelerator
    else { return [] }
    return accelerator == "tcg"
      ? ["what the destination's QEMU emulates: give its domcapabilities --virttype qemu"]
      : ["what the destination's KVM gives: give its domcapabilities --virttype kvm"]
  }
}
