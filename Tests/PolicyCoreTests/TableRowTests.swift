// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText
import TestSupport
import Testing

/// Fields as the core has them, against the rows of the tables.
@Suite struct TableRowTests {
  private let abi = ABITables.project

  @Test func fields() throws {
    #expect(Field.all.count == abi.fields.count)
    var words = RuleWords()
    for field in Field.all {
      let row = try #require(abi.fields.first { $0.name == field.name })
      #expect(field.leaf == row.leaf && field.isPlain == (row.subleaves == nil))
      #expect(field.subleaves == row.subleaves ?? 0...0, "\(row.name)")
      #expect(Int(field.register.rawValue) == row.register)
      #expect(field.lowBit...field.highBit == row.bits && field.mask == row.mask)
      words.add(field.rules, row.rules, row.name)
    }
    #expect(Set(Field.all).count == abi.fields.count)
    #expect(Field(rawValue: .max) == Field.all.last)
  }

  @Test func msrFields() throws {
    #expect(MSRField.all.count == abi.msrFields.count)
    var words = RuleWords()
    for field in MSRField.all {
      let row = try #require(abi.msrFields.first { $0.name == field.name })
      #expect(field.msr.rawValue == row.msr && field.mask == row.mask)
      #expect(field.lowBit...field.highBit == row.bits)
      words.add(field.rules, row.rules, row.name)
    }
    #expect(Set(MSRField.all).count == abi.msrFields.count)
    #expect(MSRField(rawValue: .max) == MSRField.all.last)
    // A named field is looked up by its place.
    #expect(MSRField.featureControlLock.name == "featureControlLock")
    #expect(MSRField.featureControlSenter.name == "featureControlSenter")
    let lock = MSRField.featureControlLock
    let others = MSRField.all.filter { $0.msr == lock.msr || $0.lowBit == 0 && $0.highBit == 0 }
    #expect(others.filter { $0 == lock }.map(\.name) == ["featureControlLock"])
  }

  /// A block has one slot a subleaf, and a mask of what its rows name.
  @Test func layout() {
    for slot in 0..<LeafLayout.slotCount {
      let place = LeafLayout.place(ofSlot: slot)
      #expect(LeafLayout.slot(place.leaf, place.isPlain ? 9 : place.subleaf) == slot)
    }
    #expect(LeafLayout.place(ofSlot: -1) == LeafLayout.place(ofSlot: LeafLayout.slotCount))
    #expect(LeafLayout.namedMask(slot: -1, register: .eax) == 0)
    #expect(LeafLayout.namedMask(slot: LeafLayout.slotCount, register: .eax) == 0)
    #expect(LeafLayout.namedMask(slot: 0, register: .eax) == .max)
    for leaf in [0x4000_0101, 0x2000_0000, 0xffff_ffff, 0x4000_1000] as [UInt32] {
      #expect(LeafLayout.block(leaf) == nil && LeafLayout.slot(leaf) == nil)
    }
    #expect(LeafLayout.msr(at: -1).rawValue == 0)
    #expect(LeafLayout.msr(at: LeafLayout.msrCount).rawValue == 0)
  }
}

/// Which word of a table stands for which rule: one for each, and the same everywhere.
private struct RuleWords {
  private var words: [String: String] = [:]
  private var rules: [String: String] = [:]

  mutating func add(_ found: FieldRules, _ row: ABIRules, _ name: String) {
    let pairs = [
      ("guest", "\(found.guest)", row.guest), ("audit", "\(found.audit)", row.audit),
      ("level", "\(found.level)", row.level), ("migration", "\(found.migration)", row.migration),
      ("severity", "\(found.severity)", row.severity), ("kind", "\(found.kind)", row.kind),
    ]
    for (column, rule, word) in pairs {
      #expect(words["\(column) \(rule)", default: word] == word, "\(name): \(column)")
      #expect(rules["\(column) \(word)", default: rule] == rule, "\(name): \(column)")
      words["\(column) \(rule)"] = word
      rules["\(column) \(word)"] = rule
    }
  }
}
