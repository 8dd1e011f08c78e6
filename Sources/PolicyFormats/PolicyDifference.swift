// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// A place where two policies differ, by the name of the row that covers it.
public struct PolicyDifference: Equatable, Sendable {
  /// The feature's or field's name; `reserved` where no row names the bits.
  public var name: String
  /// Where it stands: a leaf with register, or an MSR.
  public var place: Feature.Place
  /// `16` or `31:24`, within the register or MSR.
  public var bits: String
  /// The values; nil where the policy does not know.
  public var left: UInt64?
  /// The second policy's value, shifted down; nil where it is unknown.
  public var right: UInt64?
  /// What a guest may suffer that was promised the one and gets the other: by the row, and at least
  /// that of the unknown where a policy does not know the place.
  public var severity: Severity

  /// Every difference, leaf by leaf, then MSRs.
  public static func between(_ left: CPUPolicy, _ right: CPUPolicy) -> [PolicyDifference] {
    var result: [PolicyDifference] = []
    for slot in 0..<LeafLayout.slotCount {
      let isKnown = (left.isKnown(slot: slot), right.isKnown(slot: slot))
      let values = (left[slot: slot], right[slot: slot])
      guard isKnown != (true, true) ? isKnown.0 != isKnown.1 : values.0 != values.1 else {
        continue
      }
      for register in [Register.eax, .ebx, .ecx, .edx] {
        let bits = values.0[register] ^ values.1[register]
        if bits != 0 { result += rows(slot, register, bits, values, isKnown) }
      }
      if isKnown.0 != isKnown.1 && values.0 == values.1 {
        let place = LeafLayout.place(ofSlot: slot)
        result.append(
          PolicyDifference(
            name: "recorded", place: .leaf(place, .eax, bit: 0), bits: "31:0",
            left: isKnown.0 ? UInt64(values.0.eax) : nil,
            right: isKnown.1 ? UInt64(values.1.eax) : nil, severity: .ofUnknown))
      }
    }
    return result + msrDifferences(left, right)
  }

  /// What a policy has at the place; nil where it does not know.
  public func value(in policy: CPUPolicy) -> UInt64? {
    let ends = bits.split(separator: ":").compactMap { UInt64($0) }
    guard let high = ends.first, let low = ends.last, high >= low, high < 64 else { return nil }
    let mask = UInt64.max >> (63 - high + low)
    switch place {
    case .leaf(let leaf, let register, _):
      let subleaf = leaf.isPlain ? 0 : leaf.subleaf
      guard policy.isKnown(leaf: leaf.leaf, subleaf: subleaf) else { return nil }
      return UInt64(policy[leaf: leaf.leaf, subleaf: subleaf][register]) >> low & mask
    case .msr(let index, _): return policy[msr: index].map { $0 >> low & mask }
    case .none: return nil
    }
  }

  private static func rows(
    _ slot: Int, _ register: Register, _ differing: UInt32,
    _ values: (LeafRegisters, LeafRegisters), _ isKnown: (Bool, Bool)
  ) -> [PolicyDifference] {
    var rest = differing
    var result: [PolicyDifference] = []
    let place = LeafLayout.place(ofSlot: slot)
    let least: Severity = isKnown == (true, true) ? .cosmetic : .ofUnknown
    func add(
      _ name: String, _ subject: Violation.Subject, mask: UInt32, low: Int, bits: String
    ) {
      rest &= ~mask
      let pair = [values.0, values.1].map { UInt64(($0[register] & mask) >> UInt32(low)) }
      result.append(
        PolicyDifference(
          name: name, place: .leaf(place, register, bit: low), bits: bits,
          left: isKnown.0 ? pair[0] : nil, right: isKnown.1 ? pair[1] : nil,
          severity: max(subject.severity, least)))
    }
    for feature in RowIndex.features(slot: slot, register) where rest & feature.mask != 0 {
      add(
        feature.name, .feature(feature), mask: feature.mask, low: feature.bit,
        bits: "\(feature.bit)")
    }
    for field in RowIndex.fields(slot: slot, register) where rest & field.mask != 0 {
      add(field.name, .field(field), mask: field.mask, low: field.lowBit, bits: field.bitsText)
    }
    while rest != 0 {
      let bit = rest.trailingZeroBitCount
      add("reserved", .bits, mask: 1 << UInt32(bit), low: bit, bits: "\(bit)")
    }
    return result
  }

  private static func msrDifferences(_ left: CPUPolicy, _ right: CPUPolicy) -> [PolicyDifference] {
    var result: [PolicyDifference] = []
    for position in 0..<LeafLayout.msrCount {
      let index = LeafLayout.msr(at: position)
      let values = (left[msr: index], right[msr: index])
      guard values.0 != values.1 else { continue }
      let isKnown = left.isKnown(msr: index) && right.isKnown(msr: index)
      let least: Severity = isKnown ? .cosmetic : .ofUnknown
      let count = result.count
      var rest = (values.0 ?? 0) ^ (values.1 ?? 0)
      for feature in RowIndex.features(msr: index) {
        guard case .msr(_, let bit) = feature.place, rest >> UInt64(bit) & 1 != 0 else { continue }
        rest &= ~(1 << UInt64(bit))
        result.append(
          PolicyDifference(
            name: feature.name, place: feature.place, bits: "\(bit)",
            left: values.0.map { $0 >> UInt64(bit) & 1 },
            right: values.1.map { $0 >> UInt64(bit) & 1 },
            severity: max(feature.severity, least)))
      }
      if rest != 0 || result.count == count {
        result.append(
          PolicyDifference(
            name: "value", place: .msr(index, bit: 0), bits: "63:0", left: values.0,
            right: values.1, severity: max(RowIndex.severity(msr: index, bits: rest), least)))
      }
    }
    return result
  }
}
