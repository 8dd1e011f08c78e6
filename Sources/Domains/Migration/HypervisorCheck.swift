// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyText

/// What depends on the hypervisor itself, whatever the policies are.
enum HypervisorCheck {
  /// The highest APIC id that eight bits reach: 255 stands for all.
  private static let highestShortID: UInt32 = 254

  static func findings(_ guest: Guest, _ host: HostDescription) -> [Judgement.Finding] {
    [otherHypervisor(guest, host), destinations(guest, host)].compactMap(\.self)
      + QEMUMoveCheck.findings(guest, host)
  }

  /// A guest of one hypervisor and a host of another.
  static func otherHypervisor(
    _ guest: Guest, _ host: HostDescription
  ) -> Judgement.Finding? {
    guard let mine = guest.judge?.hypervisorName, let theirs = host.hypervisorName, mine != theirs
    else { return nil }
    let field = Field.hypervisorNamePart1
    return Judgement.Finding(
      Violation(
        .otherHypervisor, at: .leaf(LeafPlace(field.leaf), field.register),
        bits: field.lowBit...field.highBit, subject: .field(field), value: 0, bound: 0,
        severity: .guestCrash))
  }

  /// Interrupts to APIC ids above 254. Machine monitors over KVM offer what reaches them where the guest was
  /// given it; Xen offers it to nobody.
  private static func destinations(
    _ guest: Guest, _ host: HostDescription
  ) -> Judgement.Finding? {
    guard let highest = (guest.topology ?? guest.describedTopology)?.highestAPICID,
      highest > highestShortID
    else { return nil }
    let isOfXen = host.hypervisorName == HostDescription.xenName
    if !isOfXen, guest.policy[.kvmMsiExtendedDestinationId] != 0 { return nil }
    let field = isOfXen ? Field.xenHvmExtendedDestinationId : .kvmMsiExtendedDestinationId
    return Judgement.Finding(
      Violation(
        .extendedDestinations, at: .leaf(LeafPlace(field.leaf), field.register),
        bits: field.lowBit...field.highBit, subject: .field(field), value: UInt64(highest),
        bound: UInt64(highestShortID), severity: .behaviour),
      isDecided: isOfXen)
  }
}
