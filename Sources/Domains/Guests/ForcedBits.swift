// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

extension XLSetting {
  /// What is wrong with the bits that the setting forces, whatever the domain has besides: found with
  /// all other bits as the bound's, which is the most that a domain can have.
  ///
  /// - Parameters:
  ///   - policy: what the setting alone determines. What it knows is judged as it stands.
  ///   - bound: what it is held against.
  ///   - auditor: the auditor of that bound.
  func forcedViolations(
    of policy: CPUPolicy, _ bound: CPUPolicy, _ auditor: GuestAuditor
  ) -> [Violation] {
    var forced = bound
    var named: [LeafPlace: [Register: RegisterChange]] = [:]
    for change in changes {
      let place = change.place
      guard let slot = LeafLayout.slot(place.leaf, place.isPlain ? 0 : place.subleaf),
        !policy.isKnown(slot: slot), bound.isKnown(slot: slot)
      else { continue }
      let value = bound[slot: slot][change.register]
      forced[slot: slot][change.register] = change.apply(to: value, host: value)
      named[place, default: [:]][change.register] = change
    }
    guard !named.isEmpty else { return [] }
    return auditor.violations(of: forced).filter { violation in
      guard case .leaf(let place, let register) = violation.place,
        let change = named[place]?[register]
      else { return false }
      let width = violation.highBit - violation.lowBit + 1
      let bits = (UInt32.max >> UInt32(32 - width)) << UInt32(violation.lowBit)
      // A number of which some bits are the domain's own is not known.
      return bits & ~(change.ones | change.zeros) == 0 && change.ones & bits != 0
    }
  }
}
