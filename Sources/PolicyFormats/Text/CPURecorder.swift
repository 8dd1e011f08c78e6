// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// Collects what a dump says of one logical CPU, and tells recorded from missing.
struct CPURecorder {
  private(set) var policy = CPUPolicy()
  private var recorded = [Bool](repeating: false, count: LeafLayout.slotCount)
  private(set) var outside: [(LeafPlace, LeafRegisters)] = []
  /// Rows of leaf 0xd that carry no subleaf: their order is not the index.
  private var untaggedStates: [LeafRegisters] = []
  private var lastLeaf: UInt32 = 0xffff_ffff
  private var nextSubleaf: UInt32 = 0
  private(set) var hasLeaves = false
  /// The CPU's number in the dump, where its heading gives one.
  var number: Int?
  /// The microcode revision, from MSR 0x8b.
  private(set) var microcode: UInt32?

  /// More recorded leaves outside of the policy than this are not kept.
  private static let outsideLimit = 256

  mutating func add(_ registers: LeafRegisters, leaf: UInt32, subleaf: UInt32?) {
    hasLeaves = true
    if let subleaf {
      store(registers, leaf: leaf, subleaf: subleaf)
      return
    }
    // Rows without a tag are consecutive subleaves, except for leaf 0xd.
    nextSubleaf = leaf == lastLeaf ? nextSubleaf + 1 : 0
    lastLeaf = leaf
    if leaf == 0xd {
      untaggedStates.append(registers)
    } else {
      store(registers, leaf: leaf, subleaf: nextSubleaf)
    }
  }

  private mutating func store(_ registers: LeafRegisters, leaf: UInt32, subleaf: UInt32) {
    guard let slot = LeafLayout.slot(leaf, subleaf) else {
      if outside.count < CPURecorder.outsideLimit {
        outside.append((LeafPlace(leaf, subleaf), registers))
      }
      return
    }
    // A leaf that ignores ECX may be listed under several; the first one counts.
    if recorded[slot] && LeafLayout.place(ofSlot: slot).isPlain { return }
    recorded[slot] = true
    policy[slot: slot] = registers
  }

  /// A read that failed says nothing of the register's value: the MSR stays unknown.
  mutating func add(msr index: MSRIndex, _ value: UInt64?) {
    guard let value else { return }
    policy[msr: index] = value
    if index == .ia32BiosSignId {
      // Intel keeps the revision in the upper half, AMD in the lower.
      microcode = UInt32(truncatingIfNeeded: value >> 32 != 0 ? value >> 32 : value)
    }
  }

  /// The policy, with everything that the CPU has by its own limits and the dump does not marked
  /// unknown.
  func finished(isComplete: Bool = false) -> CPUPolicy {
    var result = policy
    var isRecorded = recorded
    placeUntaggedStates(&result, &isRecorded)
    dropMirroredHypervisorRange(&result, &isRecorded)
    if !isComplete { markUnknown(&result, isRecorded) }
    return result
  }

  /// Rows without a tag skip empty subleaves and, in most tools, subleaf 1. They are told apart by
  /// what they hold: component 2 always has 256 bytes, so a small first number behind subleaf 0 is
  /// subleaf 1; the others follow in the order of the bits that the masks offer.
  private func placeUntaggedStates(_ result: inout CPUPolicy, _ isRecorded: inout [Bool]) {
    guard let first = untaggedStates.first else { return }
    func place(_ row: LeafRegisters, _ component: Int) {
      guard let slot = LeafLayout.slot(0xd, UInt32(component)) else { return }
      result[slot: slot] = row
      isRecorded[slot] = true
    }
    place(first, 0)
    var rest = untaggedStates.dropFirst()
    if let second = rest.first, second.eax != 0, second.eax < 0x20 {
      place(second, 1)
      rest = rest.dropFirst()
    }
    var mask = result.stateMask >> 2
    var component = 2
    for row in rest where row.eax != 0 {
      let isSupervisor = row.ecx & Field.xstateComponentSupervisor.mask != 0
      while mask != 0,
        mask & 1 == 0 || (result.xssMask >> UInt64(component) & 1 != 0) != isSupervisor
      {
        mask >>= 1
        component += 1
      }
      guard mask != 0 else { return }
      place(row, component)
      mask >>= 1
      component += 1
    }
  }

  /// Bare Intel CPUs answer 0x40000000 with the last basic leaf's data. The range holds data only
  /// where its first leaf points into it.
  private func dropMirroredHypervisorRange(_ result: inout CPUPolicy, _ isRecorded: inout [Bool]) {
    let limit = result[leaf: 0x4000_0000].eax
    let isReal = limit >> 8 == 0x40_0000 && result.has(.hypervisor)
    for slot in 0..<LeafLayout.slotCount
    where LeafRange(of: LeafLayout.place(ofSlot: slot).leaf) == .hypervisor {
      if !isReal { result[slot: slot] = LeafRegisters() }
      isRecorded[slot] = true
    }
  }

  private func markUnknown(_ result: inout CPUPolicy, _ isRecorded: [Bool]) {
    // The limits are read once: a policy is large, and this runs for every CPU of a dump.
    // One that was not recorded says nothing of what the CPU has.
    let isLimited = [0, 0x8000_0000].map { (leaf: UInt32) in
      LeafLayout.slot(leaf).map { isRecorded[$0] } ?? true
    }
    let basicLimit = isLimited[0] ? result[.maxBasicLeaf] : 0x0fff_ffff
    let extendedLimit = isLimited[1] ? 0x8000_0000 + result.extendedLeafCount : 0x8fff_ffff
    var slot = 0
    while slot < LeafLayout.slotCount {
      let place = LeafLayout.place(ofSlot: slot)
      guard let block = LeafLayout.block(place.leaf) else { return }
      let slots = block.base..<(block.base + block.count)
      let limit = LeafRange(of: place.leaf) == .basic ? basicLimit : extendedLimit
      if LeafRange(of: place.leaf) != .hypervisor && place.leaf <= limit {
        let hasAny = slots.contains { isRecorded[$0] }
        if !hasAny || !isRecorded[block.base] {
          // Without its first subleaf nothing says where a list ends.
          for missing in slots where !isRecorded[missing] { result.markUnknown(slot: missing) }
        } else if place.leaf == 0xd {
          markUnknownStates(&result, isRecorded, block)
        }
      }
      slot = block.base + block.count
    }
    if policy[msr: .archCapabilities] == nil && result.has(.archCaps) {
      result.markUnknown(msr: .archCapabilities)
    }
    if policy[msr: .platformInfo] == nil { result.markUnknown(msr: .platformInfo) }
  }

  /// Dumps leave empty subleaves out, but a component that XCR0 offers is not empty.
  private func markUnknownStates(
    _ result: inout CPUPolicy, _ isRecorded: [Bool], _ block: LeafLayout.Block
  ) {
    let mask = result.stateMask
    for index in 1..<block.count where !isRecorded[block.base + index] {
      let isOffered = mask >> UInt64(index) & 1 != 0
      if index == 1 || isOffered { result.markUnknown(slot: block.base + index) }
    }
  }
}
