// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// What QEMU and the toolstacks above it want of a destination besides a CPU: they make the guest's machine
/// anew there, by its names.
enum QEMUMoveCheck {
  static func findings(_ guest: Guest, _ host: HostDescription) -> [Judgement.Finding] {
    guard let machine = guest.machine else { return [] }
    var found = unknownNames(guest, host)
    if let type = machine.type, !host.machines.isEmpty, !host.machines.contains(type) {
      found.append(Judgement.Finding(ofMachine(.machineTypeMissing)))
    }
    if machine.accelerator != nil, host.hypervisorName == HostDescription.xenName {
      found.append(Judgement.Finding(ofMachine(.otherHypervisor)))
    }
    // KVM's clock has no place in QEMU's own emulation; the other way moves succeed.
    if machine.accelerator == "kvm", !host.accelerators.isEmpty, !host.accelerators.contains("kvm")
    {
      found.append(Judgement.Finding(ofMachine(.otherHypervisor)))
    }
    if machine.accelerator != "tcg", guest.policy.has(.itsc), guest.tsc.khz == nil,
      let violation = Violation(.counterNotMovable, .itsc, value: 1, bound: 0)
    {
      // Of a guest whose accelerator is not recorded it may be QEMU's own counter.
      found.append(Judgement.Finding(violation, isDecided: machine.accelerator == "kvm"))
    }
    return found
  }

  /// Names of what is on or off in the guest's CPU that the destination's release does not have: it is refused
  /// there, whatever the CPUs are.
  private static func unknownNames(_ guest: Guest, _ host: HostDescription) -> [Judgement.Finding] {
    guard let names = guest.names, let release = host.releases[names.world] else { return [] }
    return names.names.compactMap { name in
      guard let known = OtherName.named(name, names.world), !known.isKnown(in: release) else {
        return nil
      }
      let violation = known.feature.flatMap { Violation(.nameNotKnown, $0, value: 1, bound: 0) }
      return Judgement.Finding(violation ?? ofMachine(.nameNotKnown))
    }
  }

  /// What is wrong with no place of the CPU: it stands where guests look for their hypervisor.
  private static func ofMachine(_ code: ViolationCode) -> Violation {
    let field = Field.hypervisorNamePart1
    return Violation(
      code, at: .leaf(LeafPlace(field.leaf), field.register), bits: field.lowBit...field.highBit,
      subject: .field(field), value: 0, bound: 0, severity: .guestCrash)
  }
}
