// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText

/// A value that is not what was pinned.
public struct GoldenDifference: Equatable, Sendable, CustomStringConvertible {
  /// The policy, the view, or `facts`.
  public var policy: String
  /// Leaf, register and bits with the name of the row that covers them, or the fact's name.
  public var place: String
  public var pinned: String
  public var derived: String

  public var description: String { "\(policy) \(place): pinned \(pinned), derived \(derived)" }
}

extension GoldenResult {
  /// Every place that differs from what was pinned.
  public func differences(from pinned: GoldenResult) -> [GoldenDifference] {
    var result = factDifferences(from: pinned)
    for (old, new) in zip(pinned.policies, policies) where old.policy != new.policy {
      for slot in 0..<LeafLayout.slotCount {
        result += Self.slot(slot, new.name, old.policy, new.policy)
      }
      for position in 0..<LeafLayout.msrCount {
        result += Self.msr(LeafLayout.msr(at: position), new.name, old.policy, new.policy)
      }
    }
    return result + viewDifferences(from: pinned)
  }

  private func factDifferences(from pinned: GoldenResult) -> [GoldenDifference] {
    let old = Dictionary(pinned.facts.map { ($0.name, $0.value) }) { first, _ in first }
    let new = Dictionary(facts.map { ($0.name, $0.value) }) { first, _ in first }
    return Set(old.keys).union(new.keys).sorted().filter { old[$0] != new[$0] }.map {
      GoldenDifference(
        policy: "facts", place: $0, pinned: old[$0] ?? "nothing", derived: new[$0] ?? "nothing")
    }
  }

  private static func slot(
    _ slot: Int, _ policy: String, _ old: CPUPolicy, _ new: CPUPolicy
  ) -> [GoldenDifference] {
    let place = LeafLayout.place(ofSlot: slot)
    var result: [GoldenDifference] = []
    if old.isKnown(slot: slot) != new.isKnown(slot: slot) {
      result.append(
        GoldenDifference(
          policy: policy, place: GoldenText.place(place), pinned: word(old.isKnown(slot: slot)),
          derived: word(new.isKnown(slot: slot))))
    }
    for register in [Register.eax, .ebx, .ecx, .edx] {
      let values = (old[slot: slot][register], new[slot: slot][register])
      for row in rows(slot, register, values.0 ^ values.1) {
        let shift = UInt32(row.mask.trailingZeroBitCount)
        result.append(
          GoldenDifference(
            policy: policy,
            place: "\(GoldenText.place(place)) \(PlaceText.upper(register)) \(row.name)",
            pinned: "0x" + String((values.0 & row.mask) >> shift, radix: 16),
            derived: "0x" + String((values.1 & row.mask) >> shift, radix: 16)))
      }
    }
    return result
  }

  /// The rows of the tables that cover differing bits, and the bits that no row names.
  private static func rows(
    _ slot: Int, _ register: Register, _ bits: UInt32
  ) -> [(name: String, mask: UInt32)] {
    guard bits != 0 else { return [] }
    var rest = bits
    var result: [(name: String, mask: UInt32)] = []
    func take(_ name: String, _ mask: UInt32) {
      guard rest & mask != 0 else { return }
      result.append((name, mask))
      rest &= ~mask
    }
    for feature in RowIndex.features(slot: slot, register) { take(feature.name, feature.mask) }
    for field in RowIndex.fields(slot: slot, register) { take(field.name, field.mask) }
    take("reserved", rest)
    return result
  }

  private static func msr(
    _ index: MSRIndex, _ policy: String, _ old: CPUPolicy, _ new: CPUPolicy
  ) -> [GoldenDifference] {
    func text(_ policy: CPUPolicy) -> String {
      let value = policy[msr: index].map { Hex.quad($0) } ?? "absent"
      return policy.isKnown(msr: index) ? value : value + " unknown"
    }
    guard text(old) != text(new) else { return [] }
    let bits = (old[msr: index] ?? 0) ^ (new[msr: index] ?? 0)
    let names = RowIndex.features(msr: index).compactMap { feature -> String? in
      guard case .msr(_, let bit) = feature.place else { return nil }
      return bits >> UInt64(bit) & 1 != 0 ? feature.name : nil
    }
    let place = ["msr \(Hex.word(index.rawValue))"] + names
    return [
      GoldenDifference(
        policy: policy, place: place.joined(separator: " "), pinned: text(old), derived: text(new))
    ]
  }

  private func viewDifferences(from pinned: GoldenResult) -> [GoldenDifference] {
    let old = Dictionary(pinned.views.map { ($0.name, $0.answers) }) { first, _ in first }
    let new = Dictionary(views.map { ($0.name, $0.answers) }) { first, _ in first }
    var result: [GoldenDifference] = []
    for name in Set(old.keys).union(new.keys).sorted() {
      let places = Set((old[name] ?? [:]).keys).union((new[name] ?? [:]).keys)
      for place in places.sorted() where old[name]?[place] != new[name]?[place] {
        result.append(
          GoldenDifference(
            policy: "view of \(name)", place: GoldenText.place(place),
            pinned: old[name]?[place].map { GoldenText.registers($0) } ?? "as stored",
            derived: new[name]?[place].map { GoldenText.registers($0) } ?? "as stored"))
      }
    }
    return result
  }

  private static func word(_ isKnown: Bool) -> String { isKnown ? "known" : "unknown" }
}
