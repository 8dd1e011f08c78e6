// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import TestSupport

/// Random changes to a policy: to any register, field, feature, limit, list or MSR that there is, and
/// to what of it is known.
struct CandidateMutation {
  /// Policies whose registers a candidate may get.
  let donors: [CPUPolicy]
  private let places = JudgePlaces.shared
  private let features = ABITables.project.features.map { Feature(word: $0.word, bit: $0.bit) }

  init(donors: [CPUPolicy]) { self.donors = donors }

  func apply(to policy: inout CPUPolicy, using generator: inout SeededGenerator) {
    switch Int.random(in: 0..<20, using: &generator) {
    case 0..<3: flipBit(&policy, &generator)
    case 3..<7: setField(&policy, &generator)
    case 7: takeRegister(&policy, &generator)
    case 8..<10: toggleFeature(&policy, &generator)
    case 10: shrink(&policy, &generator)
    case 11: limit(&policy, &generator)
    case 12: list(&policy, &generator)
    case 13..<16: setMSR(&policy, &generator)
    case 16: states(&policy, &generator)
    case 17: text(&policy, &generator)
    case 18: forget(&policy, &generator)
    default: policy.clearStaleLeaves()
    }
  }

  private func flipBit(_ policy: inout CPUPolicy, _ generator: inout SeededGenerator) {
    let slot = Int.random(in: 0..<LeafLayout.slotCount, using: &generator)
    let register = Register(rawValue: UInt8.random(in: 0..<4, using: &generator)) ?? .eax
    policy[slot: slot][register] ^= 1 << UInt32.random(in: 0..<32, using: &generator)
  }

  /// An edge, or a step away from what is there.
  private func edge<T: FixedWidthInteger & UnsignedInteger>(
    _ value: T, _ limit: T, _ generator: inout SeededGenerator
  ) -> T {
    let values = [
      0, 1, limit, limit >> 1, value &+ 1, value &- 1, value ^ 1, value >> 1, value &* 2 | 1,
    ]
    return Int.random(in: 0..<12, using: &generator) == 0
      ? T.random(in: 0...limit, using: &generator)
      : values[Int.random(in: 0..<values.count, using: &generator)] & limit
  }

  private func setField(_ policy: inout CPUPolicy, _ generator: inout SeededGenerator) {
    let field = places.abi.fields[Int.random(in: 0..<places.abi.fields.count, using: &generator)]
    guard let slot = places.slots(of: field).randomElement(using: &generator) else { return }
    let register = Register(rawValue: UInt8(field.register)) ?? .eax
    let value = policy[slot: slot][register] >> field.shift & field.limit
    CraftedBounds.set(field, slot, UInt64(edge(value, field.limit, &generator)), in: &policy)
  }

  private func takeRegister(_ policy: inout CPUPolicy, _ generator: inout SeededGenerator) {
    guard let donor = donors.randomElement(using: &generator) else { return }
    let slot = Int.random(in: 0..<LeafLayout.slotCount, using: &generator)
    if Bool.random(using: &generator) {
      policy[slot: slot] = donor[slot: slot]
    } else {
      let register = Register(rawValue: UInt8.random(in: 0..<4, using: &generator)) ?? .eax
      policy[slot: slot][register] = donor[slot: slot][register]
    }
  }

  private func toggleFeature(_ policy: inout CPUPolicy, _ generator: inout SeededGenerator) {
    let feature = features[Int.random(in: 0..<features.count, using: &generator)]
    policy.set(feature, !policy.has(feature))
  }

  /// A smaller guest, made properly.
  private func shrink(_ policy: inout CPUPolicy, _ generator: inout SeededGenerator) {
    var set = policy.featureSet
    for _ in 0..<Int.random(in: 1..<4, using: &generator) {
      set.removeWithDependants(features[Int.random(in: 0..<features.count, using: &generator)])
    }
    set.sanitise()
    policy = policy.withFeatures(set)
    policy.refreshCopies()
  }

  private func limit(_ policy: inout CPUPolicy, _ generator: inout SeededGenerator) {
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: policy[leaf: 0].eax = UInt32.random(in: 0...0x30, using: &generator)
    case 3: policy[.maxPhysicalAddressBits] = UInt32.random(in: 30...54, using: &generator)
    case 1:
      let limits: [UInt32] = [0, 8, 0x21, 0x8000_0000, 0x7fff_ffff, 0x8001_0000, .max]
      policy[leaf: 0x8000_0000].eax = limits[Int.random(in: 0..<limits.count, using: &generator)]
    case 2:
      policy[leaf: 0x8000_0000].eax = 0x8000_0000 + UInt32.random(in: 0...0x28, using: &generator)
    default: policy[leaf: 7].eax = UInt32.random(in: 0...3, using: &generator)
    }
    if Bool.random(using: &generator) { policy.clearStaleLeaves() }
  }

  /// Entries of a list leave, come twice or swap.
  private func list(_ policy: inout CPUPolicy, _ generator: inout SeededGenerator) {
    let lists: [UInt32] = [4, 7, 0xb, 0xd, 0x14, 0x17, 0x18, 0x1d, 0x1f, 0x8000_001d, 0x8000_0026]
    let leaf = lists[Int.random(in: 0..<lists.count, using: &generator)]
    guard let block = places.blocks[leaf] else { return }
    let first = Int.random(in: block, using: &generator)
    let second = Int.random(in: block, using: &generator)
    if Bool.random(using: &generator) {
      policy[slot: first] = policy[slot: second]
    } else {
      policy[slot: first] = LeafRegisters()
    }
  }

  private func setMSR(_ policy: inout CPUPolicy, _ generator: inout SeededGenerator) {
    let rows = places.abi.msrFields
    let row = rows[Int.random(in: 0..<rows.count, using: &generator)]
    let served: [UInt32] = [0xce, 0x10a]
    let isServed = Bool.random(using: &generator)
    let msr = isServed ? served[Int.random(in: 0..<2, using: &generator)] : row.msr
    let index = MSRIndex(rawValue: msr)
    let value = policy[msr: index] ?? 0
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: policy[msr: index] = nil
    case 1: policy[msr: index] = value ^ 1 << UInt64.random(in: 0..<64, using: &generator)
    case 2:
      if let donor = donors.randomElement(using: &generator) {
        policy[msr: index] = donor[msr: index]
      }
    default:
      let field = value >> row.shift & row.limit
      let bits = edge(field, row.limit, &generator) << row.shift
      policy[msr: index] = value & ~row.mask | bits
    }
  }

  /// Leaf 0xd by parts: a mask bit, a component's word, the size.
  private func states(_ policy: inout CPUPolicy, _ generator: inout SeededGenerator) {
    let component = UInt32.random(in: 0..<20, using: &generator)
    var words = policy[leaf: 0xd, subleaf: component]
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: words.eax ^= 1 << UInt32.random(in: 0..<20, using: &generator)
    case 1: words.ebx = edge(words.ebx, 0xffff, &generator)
    case 2: words.ecx ^= 1 << UInt32.random(in: 0..<13, using: &generator)
    default: words.edx ^= 1 << UInt32.random(in: 0..<32, using: &generator)
    }
    policy[leaf: 0xd, subleaf: component] = words
  }

  /// A character of the brand, a cache descriptor.
  private func text(_ policy: inout CPUPolicy, _ generator: inout SeededGenerator) {
    let leaves: [UInt32] = [2, 0x8000_0002, 0x8000_0003, 0x8000_0004]
    let leaf = leaves[Int.random(in: 0..<leaves.count, using: &generator)]
    let register = Register(rawValue: UInt8.random(in: 0..<4, using: &generator)) ?? .eax
    let shift = UInt32.random(in: 0..<4, using: &generator) * 8
    let bytes: [UInt32] = [0, 0x20, 0x41, 0x7e, 0x7f, 0x80, 0xff]
    let byte = bytes[Int.random(in: 0..<bytes.count, using: &generator)]
    policy[leaf: leaf][register] = policy[leaf: leaf][register] & ~(0xff << shift) | byte << shift
  }

  /// A place becomes unknown, or known.
  private func forget(_ policy: inout CPUPolicy, _ generator: inout SeededGenerator) {
    if Int.random(in: 0..<4, using: &generator) == 0 {
      let position = Int.random(in: 0..<LeafLayout.msrCount, using: &generator)
      policy.markUnknown(msr: LeafLayout.msr(at: position))
      return
    }
    let slot = Int.random(in: 0..<LeafLayout.slotCount, using: &generator)
    if policy.isKnown(slot: slot) {
      policy.markUnknown(slot: slot)
    } else {
      policy.markKnown(slot: slot)
    }
    // Whole leaves are missing more often than one subleaf.
    guard let block = places.blocks[places.slots[slot].leaf], Bool.random(using: &generator) else {
      return
    }
    for other in block { policy.markUnknown(slot: other) }
  }
}
