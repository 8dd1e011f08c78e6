// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyText

/// Whether the destination's KVM moves as much of a guest's state as the guest has.
///
/// Every KVM moves 4096 bytes of an XSAVE area. More is there with AMX alone, and then only of a kernel that knows
/// `KVM_CAP_XSAVE2` and a machine monitor that asked for the tiles' permission: KVM offers the feature without, too.
enum StateSizeCheck {
  static func finding(
    _ guest: Guest, _ host: HostDescription, _ bound: CPUPolicy
  ) -> Judgement.Finding? {
    guard host.hypervisorName == HostDescription.kvmName, guest.wanting == nil else { return nil }
    let field = Field.xsaveSizeMax
    let needed = guest.completion.map { stateBytes($0(bound)) } ?? stateBytes(guest.policy)
    guard needed > HostDescription.leastStateBytes else { return nil }
    let moved = host.stateBytes ?? offered(host)
    if let moved, needed <= moved { return nil }
    return Judgement.Finding(
      Violation(
        .stateSize, at: .leaf(LeafPlace(field.leaf, 0), field.register),
        bits: field.lowBit...field.highBit, subject: .field(field), value: UInt64(needed),
        // The same number stands for what nobody recorded.
        bound: UInt64(clamping: moved ?? needed), severity: .guestCrash),
      isDecided: moved != nil)
  }

  /// The size of a guest's states; 0 where it has none, or nobody recorded it.
  private static func stateBytes(_ policy: CPUPolicy) -> Int {
    policy.has(.xsave) ? Int(policy[.xsaveSizeMax]) : 0
  }

  /// What a kernel offers is what it moves: both are the sizes of the states that it permits.
  private static func offered(_ host: HostDescription) -> Int? {
    guard let offer = host.kernelOffer?.policy, offer.isKnown(leaf: Field.xsaveSizeMax.leaf) else {
      return nil
    }
    return max(Int(offer[.xsaveSizeMax]), HostDescription.leastStateBytes)
  }
}
