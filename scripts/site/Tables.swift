// SPDX-License-Identifier: Apache-2.0

import Fleet
import Foundation
import PolicyCore
import PolicyText

/// Columns of the tables in `ABI/` that only readers need, and no library has.
struct Tables {
  typealias Row = [String: String]

  let features: [Row]
  let fields: [Row]
  let msrs: [Row]
  /// By MSR: the name in its maker's manual.
  let msrNames: [UInt64: Row]
  /// Places that hold data only with their owner.
  let leaves: [Row]
  /// Who might have a feature before a release.
  let earlier: [String: [Row]]

  init(_ root: URL) throws {
    func rows(_ name: String) throws -> [Row] {
      let file = root.appending(path: "ABI/\(name).csv")
      var reader = CSVReader([UInt8](try Data(contentsOf: file)), source: file.path)
      guard let heading = try reader.next()?.map(\.text) else { return [] }
      var rows: [Row] = []
      while let cells = try reader.next() {
        rows.append(Dictionary(uniqueKeysWithValues: zip(heading, cells.map(\.text))))
      }
      return rows
    }
    features = try rows("features")
    fields = try rows("fields")
    msrs = try rows("msrs")
    msrNames = Dictionary(
      uniqueKeysWithValues: try rows("msr-names").map { (Tables.number($0["msr"] ?? ""), $0) })
    leaves = try rows("leaves")
    earlier = Dictionary(grouping: try rows("xen-features")) { $0["feature"] ?? "" }
  }

  static func number(_ text: String) -> UInt64 {
    UInt64(text.hasPrefix("0x") ? String(text.dropFirst(2)) : text, radix: 16) ?? 0
  }

  /// What stands only where a feature or field is shown.
  func owned(by name: String) -> [Row] { leaves.filter { $0["owner"] == name } }
}
