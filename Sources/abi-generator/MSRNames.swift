// SPDX-License-Identifier: Apache-2.0

/// A row of `msr-names.csv`: a register's name in its maker's manual.
struct MSRNameRow {
  var source: CSVTable.Row
  var index: UInt32
  var name: String

  init(_ row: CSVTable.Row) throws(TableError) {
    source = row
    index = try row.number("msr")
    name = row["name"]
    guard name.first?.isLetter == true,
      name.allSatisfy({ $0.isUppercase || $0.isNumber || $0 == "_" })
    else { throw row.error("name", "\"\(name)\" is no name of a register in capitals") }
  }
}

extension Tables {
  /// The register's name; every stored one has one.
  func msrName(_ index: UInt32) -> String {
    msrNames.first { $0.index == index }?.name ?? ""
  }

  /// Each MSR that a policy stores has one name, and each name one MSR.
  func validateMSRNames() throws(TableError) {
    var indices: Set<UInt32> = []
    var names: Set<String> = []
    let stored = Set(msrIndices)
    for row in msrNames {
      guard stored.contains(row.index) else {
        throw row.source.error("msr", "no row of msrs.csv or words.csv stands in the register")
      }
      guard indices.insert(row.index).inserted else {
        throw row.source.error("msr", "the register already stands in an earlier row")
      }
      guard names.insert(row.name).inserted else {
        throw row.source.error("name", "\(row.name) already stands in an earlier row")
      }
    }
    for field in msrs where !indices.contains(field.index) {
      throw field.source.error("msr", "the register has no name in msr-names.csv")
    }
    for word in words {
      if let msr = word.msr, !indices.contains(msr) {
        throw word.source.error("msr", "the register has no name in msr-names.csv")
      }
    }
  }
}
