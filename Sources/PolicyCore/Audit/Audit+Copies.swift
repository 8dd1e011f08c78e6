// SPDX-License-Identifier: Apache-2.0

extension Audit {
  /// Fields that repeat others: the vendor string, the signature, the common feature bits.
  func checkCopies(_ body: (Violation) -> Void) {
    guard let first = LeafLayout.slot(0x8000_0000), let second = LeafLayout.slot(0x8000_0001)
    else { return }
    let expected = PolicyCopies(
      on: vendor, identity: candidate[leaf: 0], first: candidate[leaf: 1])
    let copy = candidate[slot: first]
    // A CPU without extended leaves repeats nothing.
    if candidate.isKnown(slot: first), !copy.isZero {
      compareCopy(.extendedVendorPart1, copy.ebx, expected.vendorString.ebx, body)
      compareCopy(.extendedVendorPart3, copy.ecx, expected.vendorString.ecx, body)
      compareCopy(.extendedVendorPart2, copy.edx, expected.vendorString.edx, body)
    }
    guard candidate.extendedLeafCount >= 1, candidate.isKnown(slot: second) else { return }
    checkSignature(slot: second, expected.signature, body)
    checkMirror(slot: second, expected.commonFeatures, body)
  }

  /// Whether the bound alone says what a copy holds: vendors whose manuals do not define it.
  private var followsBound: Bool {
    !vendor.isAMDLike && vendor != .intel
  }

  private func compareCopy(
    _ field: Field, _ value: UInt32, _ expected: UInt32, _ body: (Violation) -> Void
  ) {
    let held = bound[field]
    let isLenient = isOfSystem || followsBound
    guard value != expected, !isLenient || value != held else { return }
    report(.copyDiffers, field, value: value, bound: followsBound ? held : expected, body)
  }

  private func checkSignature(slot: Int, _ expected: UInt32, _ body: (Violation) -> Void) {
    let copy = candidate[slot: slot].eax
    guard copy != expected else { return }
    compareSignature(.extendedSteppingId, copy, expected, body)
    compareSignature(.extendedBaseModel, copy, expected, body)
    compareSignature(.extendedBaseFamily, copy, expected, body)
    compareSignature(.extendedExtendedModel, copy, expected, body)
    compareSignature(.extendedExtendedFamily, copy, expected, body)
  }

  private func compareSignature(
    _ field: Field, _ value: UInt32, _ expected: UInt32, _ body: (Violation) -> Void
  ) {
    let low = UInt32(truncatingIfNeeded: field.lowBit)
    compareCopy(field, (value & field.mask) &>> low, (expected & field.mask) &>> low, body)
  }

  /// AMD repeats common bits of leaf 1 EDX; a system policy may leave them out altogether.
  private func checkMirror(slot: Int, _ expected: UInt32, _ body: (Violation) -> Void) {
    let common = GuestLeaves.commonMask
    let value = candidate[slot: slot].edx & common
    let held = bound[slot: slot].edx & common
    let isLenient = isOfSystem || followsBound
    guard value != expected, !isLenient || value != held, !isOfSystem || value != 0 else { return }
    let place = LeafLayout.place(ofSlot: slot)
    var bits = SetBits(value ^ expected)
    while let bit = bits.next() {
      let mask = (1 &<< UInt32(truncatingIfNeeded: bit)) as UInt32
      let subject = Audit.field(at: place, .edx, bit: bit)
      body(
        Violation(
          .copyDiffers, at: .leaf(place, .edx), bits: bit...bit, subject: subject,
          value: value & mask != 0 ? 1 : 0, bound: expected & mask != 0 ? 1 : 0,
          severity: .behaviour))
    }
  }
}
