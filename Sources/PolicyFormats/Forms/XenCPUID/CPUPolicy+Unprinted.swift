// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension CPUPolicy {
  /// Makes unknown what Xen does not print of a policy: leaves of the hardware above its extents, and
  /// MSRs that an older one did not have.
  mutating func markUnserved(isOfHardware: Bool) {
    markUnrecordedMSRs()
    guard isOfHardware else { return }
    markEmptyStates()
    let policy = self
    markUnrecorded(.served(.xen)) { slot in
      ServedABI.xen.carries(LeafLayout.place(ofSlot: slot)) || !policy[slot: slot].isZero
    }
  }

  /// Makes unknown the leaves of which no row was found although the rows that were found tell that they
  /// hold something: such a row was lost, and not left out for its zeros.
  ///
  /// Where the heading states more leaves than the limits of the rows come to, a row that holds a limit
  /// was lost or changed, and no leaf without a row is known to be zero.
  ///
  /// - Parameters:
  ///   - count: what the heading states.
  ///   - isOfHardware: whether the policy is what the CPU itself has.
  ///   - isPrinted: whether a row of the slot was found.
  mutating func markLost(
    _ count: RowCount, isOfHardware: Bool, isPrinted: (_ slot: Int) -> Bool
  ) {
    let unprinted = (0..<LeafLayout.slotCount).filter { slot in
      ServedABI.xen.carries(LeafLayout.place(ofSlot: slot)) && !isPrinted(slot)
    }
    var isLimitLost = false
    if let stated = count.stated {
      var records = [WireLeaf](repeating: WireLeaf(), count: ServedABI.xen.maxLeaves)
      isLimitLost = stated.leaves - count.unserved > ((try? writeLeaves(into: &records)) ?? 0)
    }
    let rows = PrintedRows(policy: self, isOfHardware: isOfHardware, isPrinted: isPrinted)
    let lost = unprinted.filter { slot in
      LeafRange(of: LeafLayout.place(ofSlot: slot).leaf) != .hypervisor
        && (isLimitLost || rows.implies(slot))
    }
    for slot in lost { markUnknown(slot: slot) }
  }
}

extension LeafPlace {
  /// A number for each place that a row can name; a leaf without subleaves is the same as its first one.
  var rowKey: UInt64 { UInt64(leaf) << 32 | UInt64(isPlain ? 0 : subleaf) }
}
