// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// What a line says that the tool `cpuid` prints of a CPU in words: a bit of the leaf in its heading.
/// `ABI/cpuid-lines.csv`.
package enum CpuidLine {
  private static let table: [UInt32: [String: OtherName.Place]] = {
    let records = TextRecords(CpuidLineTable.rows, lengths: CpuidLineTable.rowsLengths.span)
    var table: [UInt32: [String: OtherName.Place]] = [:]
    for row in 0..<records.count {
      let leaf = UInt32(records.text(row: row, column: 0).dropFirst(2), radix: 16) ?? 0
      let line = records.text(row: row, column: 1)
      table[leaf, default: [:]][line] = OtherName.Place(text: records.text(row: row, column: 2))
    }
    return table
  }()

  /// The last subleaf of each leaf in which the table has bits.
  private static let lastSubleaves: [UInt32: UInt32] = table.mapValues { lines in
    lines.values.reduce(0) { last, place in
      let found: LeafPlace? =
        switch place {
        case .feature(let feature):
          if case .leaf(let place, _, _) = feature.place { place } else { nil }
        case .leaf(let place, _, _): place
        case .msr, .none: nil
        }
      return found.map { $0.isPlain ? last : max(last, $0.subleaf) } ?? last
    }
  }

  /// Whether lines under a heading with this leaf, and this subleaf if it names one, are bits that the table has.
  package static func isWorded(leaf: UInt32, subleaf: UInt32?) -> Bool {
    lastSubleaves[leaf].map { subleaf ?? 0 <= $0 } ?? false
  }

  /// The bit of a line, without its value; nil for one that no table has.
  package static func place(leaf: UInt32, line: String) -> OtherName.Place? { table[leaf]?[line] }
}
