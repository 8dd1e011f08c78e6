// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// A policy as plain arrays: what its registers and MSRs hold, and which of them were recorded.
struct JudgedPolicy {
  let places: JudgePlaces
  var registers: [UInt32]
  var isKnown: [Bool]
  /// The value of each MSR that the policy holds.
  var msrs: [UInt32: UInt64]
  var unknownMSRs: Set<UInt32>

  init(_ policy: CPUPolicy, _ places: JudgePlaces) {
    self.places = places
    registers = []
    registers.reserveCapacity(places.slots.count * 4)
    isKnown = []
    isKnown.reserveCapacity(places.slots.count)
    for slot in places.slots.indices {
      let value = policy[slot: slot]
      registers.append(value.eax)
      registers.append(value.ebx)
      registers.append(value.ecx)
      registers.append(value.edx)
      isKnown.append(policy.isKnown(slot: slot))
    }
    msrs = [:]
    unknownMSRs = []
    for msr in places.msrFields.keys {
      if let value = policy[msr: MSRIndex(rawValue: msr)] { msrs[msr] = value }
      if !policy.isKnown(msr: MSRIndex(rawValue: msr)) { unknownMSRs.insert(msr) }
    }
  }

  // MARK: Values

  subscript(_ leaf: UInt32, _ subleaf: UInt32? = nil, _ register: Int) -> UInt32 {
    guard let slot = places.slot(leaf, subleaf) else { return 0 }
    return registers[slot * 4 + register]
  }

  subscript(_ field: ABIFieldPlace) -> UInt32 {
    get { registers[field.position] >> field.shift & field.limit }
    set {
      let others = registers[field.position] & ~(field.limit << field.shift)
      registers[field.position] = others | (newValue & field.limit) << field.shift
    }
  }

  func isZero(slot: Int) -> Bool { registers[slot * 4..<slot * 4 + 4].allSatisfy { $0 == 0 } }

  func has(_ feature: Int) -> Bool {
    let row = places.abi.features[feature]
    if let position = places.featurePositions[feature] {
      return registers[position] >> UInt32(row.bit) & 1 != 0
    }
    guard case .msr(let msr, let shift) = places.abi.words[row.word].place else { return false }
    return (msrs[msr] ?? 0) >> (UInt64(row.bit) + shift) & 1 != 0
  }

  func has(_ name: String) -> Bool { has(places.feature(name)) }

  /// Whether the register in which a feature stands was recorded.
  func knows(_ feature: Int) -> Bool {
    switch places.abi.words[places.abi.features[feature].word].place {
    case .leaf(let leaf, let subleaf, _): return knows(leaf: leaf, subleaf)
    case .msr(let msr, _): return !unknownMSRs.contains(msr)
    }
  }

  /// The vendor string of leaf 0.
  var vendorString: String {
    var text = ""
    for register in [1, 3, 2] {
      let word = self[0, nil, register]
      for shift: UInt32 in [0, 8, 16, 24] {
        text.append(Character(UnicodeScalar(UInt8(truncatingIfNeeded: word >> shift))))
      }
    }
    return text
  }

  // MARK: Limits

  var basicLimit: UInt32 { self[0, nil, 0] }

  /// The highest extended leaf, less 0x80000000; zero where the limit is no extended leaf.
  var extendedLimit: UInt32 {
    let value = self[0x8000_0000, nil, 0]
    return value >> 16 == 0x8000 ? value & 0xffff : 0
  }

  /// Whether a leaf is one that the policy's limits show. One that was not recorded bounds nothing.
  func shows(leaf: UInt32) -> Bool {
    if leaf >= 0x8000_0000 {
      return leaf - 0x8000_0000 <= extendedLimit || !knows(leaf: 0x8000_0000)
    }
    return leaf >= 0x4000_0000 || leaf <= basicLimit || !knows(leaf: 0)
  }

  func knows(leaf: UInt32, _ subleaf: UInt32? = nil) -> Bool {
    places.slot(leaf, subleaf).map { isKnown[$0] } ?? true
  }

  /// The subleaves of a leaf that hold data, by the leaf's own marker.
  func subleafCount(_ leaf: UInt32) -> Int {
    guard let block = places.blocks[leaf] else { return 0 }
    guard let list = places.lists[leaf] else { return block.count }
    switch list.end {
    case .typed:
      // The list begins where the field does: some leaves have subleaves of their own before it.
      let field = places.field(list.field)
      let entries = places.slots(of: field)
      let end = entries.first { registers[$0 * 4 + field.register] & field.mask == 0 }
      return (end ?? block.upperBound) - block.lowerBound
    case .last:
      let field = places.field(list.field)
      let last = registers[block.lowerBound * 4 + field.register] >> field.shift & field.limit
      return last < UInt32(block.count) ? Int(last) + 1 : block.count
    case .states:
      let low = self[0xd, 0, 0] | self[0xd, 1, 2]
      let high = self[0xd, 0, 3] | self[0xd, 1, 3]
      guard low | high != 0 else { return 0 }
      let states = UInt64(high) << 32 | UInt64(low)
      return min(block.count, max(2, 64 - states.leadingZeroBitCount))
    }
  }

  /// What the policy's limits and lists show, for every slot. A list of which part was not recorded
  /// has no known end; that of the states is told by its first two subleaves.
  var shownSlots: [Bool] {
    var result = Array(repeating: false, count: places.slots.count)
    for (leaf, block) in places.blocks where shows(leaf: leaf) {
      let count = places.slots[block.lowerBound].subleaf == nil ? 1 : subleafCount(leaf)
      let isOfStates = places.lists[leaf]?.end == .states
      let telling = isOfStates ? block.prefix(2) : block.dropFirst(count)
      let isOpen = telling.contains { !isKnown[$0] }
      for slot in isOpen ? block : block.prefix(count) { result[slot] = true }
    }
    return result
  }
}

/// A field's bits in one slot.
struct ABIFieldPlace {
  var position: Int
  var shift: UInt32
  var limit: UInt32
}
