// SPDX-License-Identifier: Apache-2.0

/// One CPU as the lists of `ABI/models.csv` know it.
struct ListedCPU {
  let vendor: Vendor
  let signature: Signature
  let microcode: UInt32

  /// Whether the CPU stands on a list: a row names its model and, where the row asks for them, its
  /// microcode is new enough and it has the feature.
  func isOn(_ list: ModelList, features: FeatureSet) -> Bool {
    let owners = ModelList.features.span
    let minima = ModelList.microcodes.span
    for row in rows(of: list) where microcode >= minima[row] && isNamed(inRow: row) {
      let owner = owners[row]
      if owner == 0xffff || features.contains(Feature(rawValue: owner)) { return true }
    }
    return false
  }

  /// The microcode revision that a list asks of the CPU; nil where no row names its model.
  func minimumMicrocode(_ list: ModelList) -> UInt32? {
    let minima = ModelList.microcodes.span
    var result: UInt32?
    for row in rows(of: list) where isNamed(inRow: row) { result = minima[row] }
    return result
  }

  /// Whether the microcode has reached the minimum that a list has for its group (revision >> 8),
  /// one group for each model.
  func hasReached(_ list: ModelList) -> Bool {
    let minima = ModelList.microcodes.span
    for row in rows(of: list) where isNamed(inRow: row) {
      let minimum = minima[row]
      if microcode >> 8 == minimum >> 8 && microcode >= minimum { return true }
    }
    return false
  }

  private func rows(of list: ModelList) -> Range<Int> {
    let ends = ModelList.ends.span
    let position = Int(list.rawValue)
    return (position == 0 ? 0 : Int(ends[position &- 1]))..<Int(ends[position])
  }

  /// Whether a row names the CPU's model.
  // Never inlined: the C library is kept small.
  @inline(never)
  private func isNamed(inRow index: Int) -> Bool {
    let row = ModelList.rows.span[index]
    // Hygon's parts are none of AMD's lists.
    let maker: DefinedBy = vendor == .intel ? .intel : vendor == .amd ? .amd : .other
    return row & 0xff == UInt64(maker.rawValue) && row >> 16 & 0xffff == UInt64(signature.family)
      && (row >> 32 & 0xff...row >> 40 & 0xff).contains(UInt64(signature.model))
      && (row >> 48 == 0xff || row >> 48 == UInt64(signature.stepping))
  }
}
