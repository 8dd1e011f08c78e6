// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// How a source writes what a CPU has, which tells what it left out.
enum RecordingHabit {
  /// Empty subleaves are left out.
  case withoutEmptySubleaves
  /// Each place within the limits is written, with the terminator of a list that shows one.
  case whole
  /// Only what was asked is written, and of subleaves that may be the first alone. State components that no
  /// mask offers are left out.
  case asked
  /// Each place that a hypervisor serves is written; it has no other subleaves.
  case served(ServedABI)
}

extension CPUPolicy {
  /// Makes unknown what the policy has by its own limits and its source left out: what is missing is
  /// not zero. A limit that is missing too bounds nothing.
  ///
  /// - Parameter isRecorded: whether the source has the slot, or says itself that it is unknown.
  mutating func markUnrecorded(_ habit: RecordingHabit, isRecorded: (_ slot: Int) -> Bool) {
    // The limits are read once: a policy is large, and this runs for every CPU of a dump.
    let isLimited = [0, 0x8000_0000].map { (leaf: UInt32) in
      isKnown(leaf: leaf) && LeafLayout.slot(leaf).map(isRecorded) ?? true
    }
    let basicLimit = isLimited[0] ? self[.maxBasicLeaf] : 0x0fff_ffff
    let extendedLimit = isLimited[1] ? 0x8000_0000 + extendedLeafCount : 0x8fff_ffff
    var slot = 0
    while slot < LeafLayout.slotCount {
      let place = LeafLayout.place(ofSlot: slot)
      guard let block = LeafLayout.block(place.leaf) else { return }
      let slots = block.base..<(block.base + block.count)
      let limit = LeafRange(of: place.leaf) == .basic ? basicLimit : extendedLimit
      if LeafRange(of: place.leaf) != .hypervisor && place.leaf <= limit {
        if !isRecorded(block.base) {
          // Without its first subleaf nothing says where a list ends.
          for missing in slots where !isRecorded(missing) { markUnknown(slot: missing) }
        } else if !block.isPlain {
          markUnrecordedSubleaves(place.leaf, block, habit, isRecorded)
        }
      }
      slot = block.base + block.count
    }
  }

  private mutating func markUnrecordedSubleaves(
    _ leaf: UInt32, _ block: LeafLayout.Block, _ habit: RecordingHabit,
    _ isRecorded: (_ slot: Int) -> Bool
  ) {
    let count: Int
    switch habit {
    case .withoutEmptySubleaves:
      if leaf == 0xd { markUnrecordedStates(block, isRecorded) }
      return
    case .asked where leaf == 0xd:
      markUnrecordedStates(block, isRecorded)
      return
    case .whole, .asked: count = block.count
    case .served(let served): count = min(block.count, Int(served.subleafCount(leaf) ?? 1))
    }
    // Of a list without its terminator the end is not known.
    let last = subleafCount(leaf)
    let isOpen = LeafLayout.showsTerminator(leaf) && last < count && !isRecorded(block.base + last)
    let end = isOpen ? count : max(last, lastRecorded(block, isRecorded))
    for index in 0..<min(end, count) where !isRecorded(block.base + index) {
      markUnknown(slot: block.base + index)
    }
  }

  /// The last subleaf that a source has behind a gap; zero where it says itself what is unknown of the
  /// leaf, because it leaves zeros behind a list's end out then.
  private func lastRecorded(_ block: LeafLayout.Block, _ isRecorded: (_ slot: Int) -> Bool) -> Int {
    let slots = block.base..<(block.base + block.count)
    guard slots.allSatisfy({ isKnown(slot: $0) }) else { return 0 }
    return (slots.last(where: isRecorded) ?? block.base) - block.base
  }

  /// A component that XCR0 or XSS offers is not empty, so a source without it left it out.
  private mutating func markUnrecordedStates(
    _ block: LeafLayout.Block, _ isRecorded: (_ slot: Int) -> Bool
  ) {
    let mask = stateMask
    for index in 1..<block.count where !isRecorded(block.base + index) {
      let isOffered = mask >> UInt64(index) & 1 != 0
      if index == 1 || isOffered { markUnknown(slot: block.base + index) }
    }
  }

  /// Makes unknown the state components that XCR0 or XSS offers and of which a source has only zeros:
  /// some tools write those for what they did not ask.
  mutating func markEmptyStates() {
    guard let block = LeafLayout.block(0xd), isKnown(leaf: 0xd) else { return }
    let mask = stateMask
    for index in 2..<block.count where mask >> UInt64(index) & 1 != 0 {
      let slot = block.base + index
      if self[slot: slot].isZero { markUnknown(slot: slot) }
    }
  }

  /// Makes unknown the MSRs that policies hold and the source left out.
  ///
  /// A CPU without the feature that announces ARCH_CAPABILITIES has none.
  package mutating func markUnrecordedMSRs() {
    if self[msr: .archCapabilities] == nil && (has(.archCaps) || !isKnown(.archCaps)) {
      markUnknown(msr: .archCapabilities)
    }
    if self[msr: .platformInfo] == nil { markUnknown(msr: .platformInfo) }
  }
}
