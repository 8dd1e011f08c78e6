// SPDX-License-Identifier: Apache-2.0

extension Audit {
  /// Address widths: the linear one follows features, the physical one has a lower end too.
  func checkWidths(_ features: borrowing @_addressable FeatureSet, _ body: (Violation) -> Void) {
    guard candidate.extendedLeafCount >= 8, let slot = LeafLayout.slot(0x8000_0008),
      candidate.isKnown(slot: slot)
    else { return }
    let linear = candidate[.maxLinearAddressBits]
    let expected = DomainRules.linearWidth(
      hasLongMode: features.contains(.lm), hasFiveLevels: features.contains(.la57))
    if linear != expected, !isAsBound(linear, bound[.maxLinearAddressBits]) {
      report(.linearWidth, .maxLinearAddressBits, value: linear, bound: expected, body)
    }
    let physical = candidate[.maxPhysicalAddressBits]
    let least = leastPhysicalWidth(features)
    if physical < least, !isAsBound(physical, bound[.maxPhysicalAddressBits]) {
      report(.physicalWidth, .maxPhysicalAddressBits, value: physical, bound: least, body)
    }
  }

  /// Bits of a physical address that the candidate's paging features imply.
  func leastPhysicalWidth(_ features: borrowing @_addressable FeatureSet) -> UInt32 {
    DomainRules.leastPhysicalWidth(
      hasPAE: features.contains(.pae), hasPSE36: features.contains(.pse36))
  }
}
