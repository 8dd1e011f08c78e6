// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import TestSupport
import Testing

/// Single bits above real max policies.
@Suite struct AuditPropertyTests {
  /// The judge has worked out by itself where the tables put everything, and agrees with the layout.
  @Test func theJudgeKnowsEveryPlace() {
    let places = JudgePlaces.shared
    #expect(places.slots.count == LeafLayout.slotCount)
    for (index, slot) in places.slots.enumerated() {
      let place = LeafLayout.place(ofSlot: index)
      #expect(place.leaf == slot.leaf && place.isPlain == (slot.subleaf == nil))
      #expect(place.isPlain || place.subleaf == slot.subleaf)
    }
    #expect(places.msrFields.count == LeafLayout.msrCount)
    for position in 0..<LeafLayout.msrCount {
      #expect(places.msrFields[LeafLayout.msr(at: position).rawValue] != nil)
    }
  }

  /// Each bit that no row names, alone, is refused as reserved, at its leaf, register and bit.
  @Test(arguments: BoundHost.some(40, for: "reserved bits")) func everyReservedBitIsFound(
    _ host: BoundHost
  ) throws {
    var generator = SeededGenerator.fresh("reserved bits of \(host)")
    let places = JudgePlaces.shared
    let bounds = try host.bounds()
    for bound in Sweep.isWanted ? bounds : [bounds.randomElement(using: &generator)!] {
      let context = AuditContext(kind: bound.kind)
      let auditor = Auditor(bound: bound.max, context: context)
      let judge = TableJudge(bound: bound.max, context: context)
      let shown = judge.bound.shownSlots
      for position in judge.bound.registers.indices where shown[position / 4] {
        let named = places.fields[position].reduce(judge.featureMasks[position]) {
          $0 | places.abi.fields[$1].mask
        }
        let reserved = ~named & ~judge.bound.registers[position]
        let bits = TableJudge.bits(reserved)
        // Reserved bits depend on the tables more than on the CPU.
        for bit in Sweep.isWanted
          ? bits : [bits.randomElement(using: &generator)].compactMap({ $0 })
        {
          var candidate = bound.max
          let register = Register(rawValue: UInt8(position & 3)) ?? .eax
          candidate[slot: position / 4][register] |= 1 << UInt32(bit)
          let expected = judge.finding(111, position / 4, position & 3, bit...bit)
          let found = Finding.list(
            Finding.violations(of: candidate, auditor, at: expected.place))
          #expect(found.contains(expected), "\(bound.name): \(expected)")
        }
      }
    }
  }
}
