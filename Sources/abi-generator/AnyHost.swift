// SPDX-License-Identifier: Apache-2.0

/// A row of `any-host.csv`: a feature that max policies show whatever the host is.
struct AnyHostRow {
  var source: CSVTable.Row
  var feature: String
  /// The rule since which max shows it; empty where every release does.
  var rule: String
  /// Makers of the hosts on which max shows it; all of them, unknown ones too, where empty.
  var makers: [MakerWord]

  init(_ row: CSVTable.Row) throws(TableError) {
    source = row
    feature = row["feature"]
    rule = row["rule"]
    makers = []
    guard row["vendors"] != "any" else { return }
    for name in row["vendors"].split(separator: "+") {
      guard let maker = MakerWord(rawValue: String(name)) else {
        throw row.error("vendors", "unknown maker \"\(name)\"")
      }
      makers.append(maker)
    }
    if makers.isEmpty { throw row.error("vendors", "no maker is named") }
  }

  func covers(_ maker: MakerWord) -> Bool { makers.isEmpty || makers.contains(maker) }

  /// The makers as a set of bits of `Vendor`; all ones for every maker.
  var mask: UInt32 { makers.isEmpty ? 0xffff : makers.reduce(0) { $0 | $1.bit } }
}

/// Makers of CPUs, as leaf 0 tells them apart: hosts of two makers form no pool.
enum MakerWord: String, CaseIterable {
  case intel, amd, centaur, shanghai, hygon

  /// The bit of `Vendor`.
  var bit: UInt32 { 1 << UInt32(Self.allCases.firstIndex(of: self) ?? 0) }

  /// Whose CPUs the rows of a manual describe.
  static func makers(definedBy vendors: [VendorWord]) -> [MakerWord] {
    var makers: [MakerWord] = []
    for vendor in vendors {
      switch vendor {
      case .any: return allCases
      case .intel: makers.append(.intel)
      case .amd: makers += [.amd, .hygon]
      case .centaur: makers += [.centaur, .shanghai]
      case .transmeta, .cyrix, .other, .xen, .kvm, .hyperv: break
      }
    }
    return makers
  }
}

extension Tables {
  func validateAnyHost() throws(TableError) {
    var seen: Set<String> = []
    for row in anyHost {
      try checkFeature(row.feature, row.source, isOptional: false)
      guard seen.insert(row.feature).inserted else {
        throw row.source.error("feature", "the feature already stands in an earlier row")
      }
      if row.source["reason"].isEmpty {
        throw row.source.error("reason", "the row gives no reason")
      }
    }
  }
}
