// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// What a form says of registers bit by bit: some are set, the others are somebody else's and so unknown.
struct RegisterBits {
  private struct Bits {
    var value: UInt32
    var mask: UInt32
    var line: Int?
    /// What the form calls the place, for messages.
    var name: String
  }

  private var entries: [UInt64: Bits] = [:]
  private(set) var statements: [Statement] = []

  var isEmpty: Bool { entries.isEmpty && statements.isEmpty }

  private static func key(_ place: LeafPlace, _ register: Register) -> UInt64 {
    let subleaf = place.isPlain ? 0 : place.subleaf
    return UInt64(place.leaf) << 32 | UInt64(subleaf) << 2 | UInt64(register.rawValue)
  }

  /// - Parameters:
  ///   - mask: the bits that are set.
  ///   - name: what the form calls the place.
  /// - Returns: where the same register stood before; nil where it did not.
  mutating func add(
    _ value: UInt32, mask: UInt32, _ leaf: UInt32, _ subleaf: UInt32, _ register: Register,
    line: Int?, name: String
  ) -> String? {
    let isPlain = LeafLayout.block(leaf)?.isPlain ?? false
    let place = isPlain ? LeafPlace(leaf) : LeafPlace(leaf, subleaf)
    let former = entries.updateValue(
      Bits(value: value & mask, mask: mask, line: line, name: name),
      forKey: Self.key(place, register))
    statements.append(
      .bits(
        "leaf \(PlaceText.leaf(place)) \(PlaceText.upper(register))", UInt64(value & mask),
        mask: UInt64(mask), width: 32))
    return former.map { former in former.line.map { "line \($0)" } ?? former.name }
  }

  mutating func add(_ statement: Statement) { statements.append(statement) }

  /// The policy of this alone: a leaf is known where all four registers are set whole.
  ///
  /// - Parameters:
  ///   - name: the policy's.
  ///   - free: the bits of a slot's register that need not be set.
  func named(
    _ name: String, free: (_ slot: Int, Register) -> UInt32 = { _, _ in 0 }
  ) -> NamedPolicy {
    var policy = PolicyLoss.unknownPolicy
    var rest = statements
    for slot in 0..<LeafLayout.slotCount {
      let place = LeafLayout.place(ofSlot: slot)
      var whole = LeafRegisters()
      let registers = [Register.eax, .ebx, .ecx, .edx]
      let isWhole = registers.allSatisfy { register in
        let bits = entries[Self.key(place, register)]
        whole[register] = bits?.value ?? 0
        return (bits?.mask ?? 0) | free(slot, register) == .max
      }
      guard isWhole, registers.contains(where: { entries[Self.key(place, $0)] != nil }) else {
        continue
      }
      policy.record(whole, leaf: place.leaf, subleaf: place.isPlain ? 0 : place.subleaf)
      let subjects = Set(
        registers.map { "leaf \(PlaceText.leaf(place)) \(PlaceText.upper($0))" })
      rest.removeAll { subjects.contains($0.subject) }
    }
    policy.markKnownAboveLimits()
    return NamedPolicy(name: name, policy: policy, statements: rest)
  }
}
