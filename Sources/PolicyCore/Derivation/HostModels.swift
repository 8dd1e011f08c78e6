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
    var isListed = false
    forEachRow(of: list) { row, minimum in
      let owner = owners[row]
      if microcode >= minimum
        && (owner == 0xffff || features.contains(Feature(rawValue: owner)))
      {
        isListed = true
      }
    }
    return isListed
  }

  /// The microcode revision that a list asks of the CPU; nil where no row names its model.
  func minimumMicrocode(_ list: ModelList) -> UInt32? {
    var result: UInt32?
    forEachRow(of: list) { _, minimum in result = minimum }
    return result
  }

  /// Whether the microcode has reached the minimum that a list has for its group (revision >> 8),
  /// one group for each model.
  func hasReached(_ list: ModelList) -> Bool {
    var isReached = false
    forEachRow(of: list) { _, minimum in
      if microcode >> 8 == minimum >> 8 && microcode >= minimum { isReached = true }
    }
    return isReached
  }

  private func forEachRow(of list: ModelList, _ body: (Int, UInt32) -> Void) {
    let rows = ModelList.rows.span
    let microcodes = ModelList.microcodes.span
    // Hygon's parts are none of AMD's lists.
    let maker: DefinedBy = vendor == .intel ? .intel : vendor == .amd ? .amd : .other
    let owner = UInt64(maker.rawValue)
    let ends = ModelList.ends.span
    let position = Int(list.rawValue)
    for index in (position == 0 ? 0 : Int(ends[position &- 1]))..<Int(ends[position]) {
      let row = rows[index]
      guard row & 0xff == owner, row >> 16 & 0xffff == UInt64(signature.family),
        (row >> 32 & 0xff...row >> 40 & 0xff).contains(UInt64(signature.model)),
        row >> 48 == 0xff || row >> 48 == UInt64(signature.stepping)
      else { continue }
      body(index, microcodes[index])
    }
  }
}
