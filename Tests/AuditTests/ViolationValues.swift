// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// The two values that a violation states: what the candidate holds there, and what it was held
/// against.
struct ViolationValues {
  let bound: CPUPolicy
  let auditor: Auditor

  /// What is untrue in what was found of a candidate. Of each code the first is looked at.
  func untrue(_ found: [Violation], of candidate: CPUPolicy) -> [String] {
    var seen: Set<ViolationCode> = []
    return found.filter { seen.insert($0.code).inserted }.compactMap { violation in
      let isTrue =
        violation.code == .needsHigherLeaf
        ? namesLimit(violation, of: candidate)
        : isValueTrue(violation, candidate) && violation.isInPlace
          && isBoundTrue(violation, candidate)
      return isTrue ? nil : "\(violation)"
    }
  }

  /// What is not known has no value, whatever stands there.
  private func isValueTrue(_ violation: Violation, _ candidate: CPUPolicy) -> Bool {
    if violation.value == violation.bits(of: candidate) { return true }
    guard violation.code == .candidateUnknown, case .leaf(let place, _) = violation.place else {
      return false
    }
    return violation.value == 0
      && !candidate.isKnown(leaf: place.leaf, subleaf: place.isPlain ? 0 : place.subleaf)
  }

  private func isBoundTrue(_ violation: Violation, _ candidate: CPUPolicy) -> Bool {
    switch violation.code {
    // What must not be there at all.
    case .featureNotOffered, .prerequisiteMissing, .nestedNotEnabled, .notForThisKind,
      .beyondLimits, .leafWithoutFeature, .countersOff:
      return violation.bound == 0
    case .differsFromHost: return violation.bound == 1 - violation.value
    case .reservedBits where violation.subject == .bits: return violation.bound == 0
    case .reservedBits, .fieldNotOffered, .fieldBelowBound, .fieldDiffers, .fieldMustBeZero,
      .fieldNotDefined, .topologyNotChosen, .msrNotOffered, .derivedDiffers, .brandMalformed,
      .cacheDescriptors, .cacheCodes, .boundUnknown:
      return violation.bound == violation.bits(of: bound)
    case .candidateUnknown where violation.bound == violation.bits(of: bound): return true
    default: return mends(violation, candidate)
    }
  }

  /// Whether the fault goes where the candidate holds what it was held against.
  private func mends(_ violation: Violation, _ candidate: CPUPolicy) -> Bool {
    var mended = candidate
    violation.setBits(of: &mended, to: violation.bound)
    // What was not known is known then.
    if violation.code == .candidateUnknown, case .leaf(let place, _) = violation.place,
      let slot = LeafLayout.slot(place.leaf, place.isPlain ? 0 : place.subleaf)
    {
      mended.markKnown(slot: slot)
    }
    return !auditor.violations(of: mended).contains {
      $0.code == violation.code && $0.place == violation.place && $0.lowBit == violation.lowBit
    }
  }

  /// A feature for which the limit is too low is told with the limit.
  private func namesLimit(_ violation: Violation, of candidate: CPUPolicy) -> Bool {
    let field: Field = violation.bound >> 31 != 0 ? .maxExtendedLeaf : .maxBasicLeaf
    guard violation.value == UInt64(candidate[field]), violation.bound > violation.value else {
      return false
    }
    var mended = candidate
    mended[field] = UInt32(truncatingIfNeeded: violation.bound)
    return !auditor.violations(of: mended).contains {
      $0.code == violation.code && $0.subject == violation.subject
    }
  }
}

extension Violation {
  /// The bits that it is about, shifted down.
  func bits(of policy: CPUPolicy) -> UInt64 { register(of: policy) >> UInt64(lowBit) & limit }

  func setBits(of policy: inout CPUPolicy, to bits: UInt64) {
    let others = register(of: policy) & ~(limit << UInt64(lowBit))
    let value = others | (bits & limit) << UInt64(lowBit)
    switch place {
    case .leaf(let leaf, let register):
      let subleaf = leaf.isPlain ? 0 : leaf.subleaf
      policy[leaf: leaf.leaf, subleaf: subleaf][register] = UInt32(truncatingIfNeeded: value)
    case .msr(let index): policy[msr: index] = value
    }
  }

  /// Whether its bits are bits of the place, and no more of them than are at fault.
  var isInPlace: Bool {
    let width = highBit - lowBit + 1
    guard case .leaf = place else { return highBit < 64 }
    let isTight = value & 1 == 1 && 64 - value.leadingZeroBitCount == width
    let isOfBits = code == .leafWithoutFeature || code == .countersOff
    return highBit < 32 && (isTight || !isOfBits || subject != .bits)
  }

  private var limit: UInt64 { UInt64.max >> UInt64(63 - (highBit - lowBit)) }

  private func register(of policy: CPUPolicy) -> UInt64 {
    switch place {
    case .leaf(let leaf, let register):
      UInt64(policy[leaf: leaf.leaf, subleaf: leaf.isPlain ? 0 : leaf.subleaf][register])
    case .msr(let index): policy[msr: index] ?? 0
    }
  }
}
