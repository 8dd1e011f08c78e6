// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText

/// Bits in which requested, effective and seen are not all the same.
public struct GuestDifference: Equatable, Sendable {
  /// Why they differ, as far as it is known.
  public enum Reason: String, Sendable {
    /// They mirror the state of the vCPU that asks: CR4, XCR0, the APIC.
    case dynamic
    /// The hypervisor shows more than was requested.
    case forced
    /// The hypervisor shows less than was requested.
    case clamped
    /// The guest saw something else than the hypervisor says, or the values tell no direction.
    case unknown
  }

  /// Number of the virtual CPU, from zero.
  public var vCPU: UInt32
  /// The leaf with its subleaf, or the MSR.
  public var place: Violation.Place
  /// The lowest of the bits that differ.
  public var lowBit: Int
  /// The highest of the bits that differ.
  public var highBit: Int
  /// The feature's or field's name; `reserved` where no row names the bits.
  public var name: String
  /// The values of the bits, shifted down; nil where there is no such MSR.
  public var requested: UInt64?
  /// What the hypervisor says that it took.
  public var effective: UInt64?
  /// What the guest saw.
  public var seen: UInt64?
  /// Why the values differ, as far as they tell.
  public var reason: Reason
  /// What the guest may suffer: by the row.
  public var severity: Severity

  /// The bits as documents write them: `16`, `31:24`.
  public var bitsText: String { highBit == lowBit ? "\(lowBit)" : "\(highBit):\(lowBit)" }

  /// Differences of one leaf, by the rows that cover them.
  package static func between(
    _ vCPU: UInt32, _ place: LeafPlace, requested: LeafRegisters, effective: LeafRegisters,
    seen: LeafRegisters
  ) -> [GuestDifference] {
    guard requested != effective || effective != seen else { return [] }
    // Xen's rows for the hypervisor's range say nothing of KVM's leaves.
    let slot =
      LeafRange(of: place.leaf) == .hypervisor ? nil : LeafLayout.slot(place.leaf, place.subleaf)
    let isPlain = slot.map { LeafLayout.place(ofSlot: $0).isPlain } ?? false
    let shown = isPlain && place.subleaf == 0 ? LeafPlace(place.leaf) : place
    var result: [GuestDifference] = []
    for register in [Register.eax, .ebx, .ecx, .edx] {
      let values = (requested[register], effective[register], seen[register])
      var rest = (values.0 ^ values.1) | (values.1 ^ values.2)
      func add(
        _ name: String, _ subject: Violation.Subject, _ low: Int, _ high: Int,
        isDynamic: Bool = false
      ) {
        let mask: UInt32 = (.max >> UInt32(31 - high + low)) << UInt32(low)
        guard rest & mask != 0 else { return }
        rest &= ~mask
        let parts = [values.0, values.1, values.2].map { UInt64(($0 & mask) >> UInt32(low)) }
        result.append(
          GuestDifference(
            vCPU: vCPU, place: .leaf(shown, register), lowBit: low, highBit: high, name: name,
            requested: parts[0], effective: parts[1], seen: parts[2],
            reason: isDynamic ? .dynamic : reason(parts[0], parts[1], parts[2]),
            severity: subject.severity))
      }
      if let slot {
        for feature in RowIndex.features(slot: slot, register) {
          add(
            feature.name, .feature(feature), feature.bit, feature.bit, isDynamic: feature.isState)
        }
        for field in RowIndex.fields(slot: slot, register) {
          add(field.name, .field(field), field.lowBit, field.highBit, isDynamic: field.isState)
        }
      }
      while rest != 0 {
        let low = rest.trailingZeroBitCount
        add("reserved", .bits, low, low + (~(rest >> UInt32(low))).trailingZeroBitCount - 1)
      }
    }
    return result
  }

  /// The difference of one MSR, nil where there is none; an MSR that reads as zero and one that is
  /// not there tell a guest the same.
  package static func between(
    _ vCPU: UInt32, msr: MSRIndex, requested: UInt64?, effective: UInt64?, seen: UInt64?
  ) -> [GuestDifference] {
    if (requested ?? 0) == 0 && (effective ?? 0) == 0 && (seen ?? 0) == 0 { return [] }
    guard requested != effective || effective != seen else { return [] }
    let (wanted, taken) = (requested ?? 0, effective ?? 0)
    let bits = wanted ^ taken | taken ^ (seen ?? 0)
    return [
      GuestDifference(
        vCPU: vCPU, place: .msr(msr), lowBit: 0, highBit: 63, name: "value", requested: requested,
        effective: effective, seen: seen, reason: reason(requested, effective, seen),
        severity: RowIndex.severity(msr: msr, bits: bits))
    ]
  }

  private static func reason(
    _ requested: UInt64?, _ effective: UInt64?, _ seen: UInt64?
  ) -> Reason {
    guard effective == seen else { return .unknown }
    guard let effective else { return .clamped }
    guard let requested else { return .forced }
    return effective > requested ? .forced : .clamped
  }
}

extension Feature {
  /// Bits that follow the state of the vCPU that asks. SDM vol. 2A CPUID: CR4.OSXSAVE, CR4.PKE and
  /// APIC_BASE.EN.
  fileprivate var isState: Bool { self == .osxsave || self == .ospke || self == .apic }
}

extension Field {
  /// The same for fields: their rule is `dynamic`, and they do not number the vCPU, which topology
  /// decides once for all.
  fileprivate var isState: Bool {
    self == .extApic || rules.guest == .dynamic && unit != Field.initialApicId.unit
  }
}
