// SPDX-License-Identifier: Apache-2.0

import TestSupport

/// Limits, widths and copies: fields that follow from other fields of the candidate.
extension TableJudge {
  /// A limit that is no leaf of the extended range; above the bound's it is refused as that.
  func limits(_ candidate: JudgedPolicy) -> [Finding] {
    let limit = candidate[place("maxExtendedLeaf")]
    let held = bound[place("maxExtendedLeaf")]
    guard limit != 0, limit >> 16 != 0x8000, limit <= held, !isSystem || limit != held else {
      return []
    }
    return [finding(133, "maxExtendedLeaf")]
  }

  /// Bits of a physical address that the paging features imply.
  func leastPhysicalWidth(_ candidate: JudgedPolicy) -> UInt32 {
    candidate.has("PAE") || candidate.has("PSE36") ? 36 : 32
  }

  func widths(_ candidate: JudgedPolicy) -> [Finding] {
    guard candidate.extendedLimit >= 8, candidate.knows(leaf: 0x8000_0008) else { return [] }
    var found: [Finding] = []
    func differs(_ name: String, _ isWrong: (UInt32) -> Bool) -> Bool {
      let value = candidate[place(name)]
      return isWrong(value) && !(isSystem && value == bound[place(name)])
    }
    let linear: UInt32 = !candidate.has("LM") ? 32 : candidate.has("LA57") ? 57 : 48
    if differs("maxLinearAddressBits", { $0 != linear }) {
      found.append(finding(152, "maxLinearAddressBits"))
    }
    if differs("maxPhysicalAddressBits", { $0 < leastPhysicalWidth(candidate) }) {
      found.append(finding(153, "maxPhysicalAddressBits"))
    }
    return found
  }

  // MARK: Copies

  /// The extended vendor string, signature and common features: those of the leaves that they repeat
  /// on AMD and Hygon, zero on Intel, the bound's elsewhere.
  func copies(_ candidate: JudgedPolicy) -> [Finding] {
    var found: [Finding] = []
    func check(_ name: String, original: UInt32) {
      let value = candidate[place(name)]
      let held = bound[place(name)]
      let expected = isAMD ? original : 0
      let mayBeBounds = isSystem || vendor != "amd" && vendor != "intel"
      if value == expected || mayBeBounds && value == held { return }
      found.append(finding(151, name))
    }
    // A CPU without extended leaves has nothing to repeat.
    let hasAny = (0..<4).contains { candidate[0x8000_0000, nil, $0] != 0 }
    if hasAny && candidate.knows(leaf: 0x8000_0000) {
      for part in 1...3 {
        let original = candidate[place("vendorStringPart\(part)")]
        check("extendedVendorPart\(part)", original: original)
      }
    }
    guard candidate.extendedLimit >= 1, candidate.knows(leaf: 0x8000_0001) else { return found }
    for (name, copy) in Self.signatureCopies { check(copy, original: candidate[place(name)]) }
    return found + commonFeatures(candidate)
  }

  private static let signatureCopies = [
    ("steppingId", "extendedSteppingId"), ("baseModel", "extendedBaseModel"),
    ("baseFamily", "extendedBaseFamily"), ("extendedModel", "extendedExtendedModel"),
    ("extendedFamily", "extendedExtendedFamily"),
  ]

  /// The copies of leaf 1 EDX in 0x80000001 EDX, which a policy of the system may leave out.
  private func commonFeatures(_ candidate: JudgedPolicy) -> [Finding] {
    let fields = places.fieldsOfLeaf[0x8000_0001] ?? []
    let names = fields.filter { $0.register == 3 && $0.rules.audit == "derived" }
    let mask = names.reduce(UInt32(0)) { $0 | $1.mask }
    let value = candidate[0x8000_0001, nil, 3] & mask
    let expected = isAMD ? candidate[1, nil, 3] & mask : 0
    let held = bound[0x8000_0001, nil, 3] & mask
    let mayBeBounds = isSystem || vendor != "amd" && vendor != "intel"
    if value == expected || mayBeBounds && value == held || isSystem && value == 0 { return [] }
    return names.filter { $0.mask & (value ^ expected) != 0 }.map { finding(151, $0.name) }
  }
}
