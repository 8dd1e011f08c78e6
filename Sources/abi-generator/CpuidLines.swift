// SPDX-License-Identifier: Apache-2.0

/// A row of `cpuid-lines.csv`: how the tool `cpuid` words a bit of the leaf that its heading names.
struct CpuidLineRow {
  var source: CSVTable.Row
  var leaf: UInt32
  var line: String
  var place: NameRow.Place

  init(_ row: CSVTable.Row) throws(TableError) {
    source = row
    leaf = try row.number("leaf")
    line = row["line"]
    guard !line.isEmpty, line.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7e && $0 != 0x3d }) else {
      throw row.error("line", "\"\(line)\" is no line")
    }
    place = try NameRow.place(row)
    switch place {
    case .feature, .leaf: break
    case .msr, .none: throw row.error("place", "a line is a bit of CPUID")
    }
  }
}

extension Tables {
  /// A line stands once under its leaf, and every place is one.
  func validateCpuidLines() throws(TableError) {
    var seen: Set<String> = []
    for row in cpuidLines {
      guard seen.insert("\(row.leaf) \(row.line)").inserted else {
        throw row.source.error("line", "\(row.line) stands in an earlier row of the leaf")
      }
      if case .feature(let name) = row.place, !features.contains(where: { $0.name == name }) {
        throw row.source.error("place", "there is no feature \(name)")
      }
    }
  }
}
