// SPDX-License-Identifier: Apache-2.0

/// A row of `branch-records.csv`: how many last-branch records Xen gives guests on a model of Intel's.
struct BranchRecordRow {
  var source: CSVTable.Row
  var family: UInt32
  var models: ClosedRange<UInt32>
  var depth: UInt32

  init(_ row: CSVTable.Row) throws(TableError) {
    source = row
    family = try row.number("family")
    models = try row.range("models")
    depth = try row.number("depth")
    guard models.upperBound <= 0xff else {
      throw row.error("models", "\(models.upperBound) is above the highest model, 0xff")
    }
    guard depth > 0 else { throw row.error("depth", "a model without records has no row") }
  }
}

/// A row of `carried-state.csv`: state of a guest, and which hypervisors' streams carry it.
struct CarriedStateRow {
  var source: CSVTable.Row
  /// The feature or field that brings the state.
  var owner: String
  var isCarriedByXen: Bool
  var isCarriedByKVM: Bool
  var severity: Severity

  init(_ row: CSVTable.Row) throws(TableError) {
    source = row
    owner = row["owner"]
    isCarriedByXen = try CarriedStateRow.flag(row, "xen")
    isCarriedByKVM = try CarriedStateRow.flag(row, "kvm")
    severity = try row.word("severity", Severity.self)
  }

  private static func flag(_ row: CSVTable.Row, _ column: String) throws(TableError) -> Bool {
    switch row[column] {
    case "yes": return true
    case "no": return false
    default: throw row.error(column, "\"\(row[column])\" is neither yes nor no")
    }
  }
}

extension Tables {
  /// No model has two rows.
  func validateBranchRecords() throws(TableError) {
    for (index, row) in branchRecords.enumerated() {
      for other in branchRecords[..<index]
      where other.family == row.family && other.models.overlaps(row.models) {
        throw row.source.error("models", "a model stands in an earlier row, too")
      }
    }
  }

  /// Each owner is a feature or a field, and has one row.
  func validateCarriedState() throws(TableError) {
    var seen: Set<String> = []
    for row in carriedState {
      guard seen.insert(row.owner).inserted else {
        throw row.source.error("owner", "\(row.owner) already stands in an earlier row")
      }
      guard
        features.contains(where: { $0.name == row.owner })
          || fields.contains(where: { $0.name == row.owner })
      else { throw row.source.error("owner", "\"\(row.owner)\" is no feature and no field") }
    }
  }
}

/// What moves are judged by, above the core.
struct MigrationEmitter {
  var tables: Tables

  var files: [String: String] {
    [
      "Sources/PolicyText/Generated/BranchRecordModel+Table.swift": branchRecords,
      "Sources/PolicyText/Generated/CarriedState+Table.swift": carriedState,
    ]
  }

  private var branchRecords: String {
    var text = Emission.banner + "extension BranchRecordModel {\n"
    text += "  /// Models of a family, and how many records they have.\n"
    text += "  static let rows: [(family: UInt32, models: ClosedRange<UInt32>, depth: Int)] = [\n"
    // Several on a line.
    for start in stride(from: 0, to: tables.branchRecords.count, by: 4) {
      let rows = tables.branchRecords[start...].prefix(4).map { row in
        let first = Emission.hex(row.models.lowerBound, digits: 2)
        let last = Emission.hex(row.models.upperBound, digits: 2)
        return "(\(row.family), \(first)...\(last), \(row.depth))"
      }
      text += "    \(rows.joined(separator: ", ")),\n"
    }
    return text + "  ]\n}\n"
  }

  private var carriedState: String {
    var text = Emission.banner + "extension CarriedState {\n"
    text += "  /// Every state.\n  public static let all: [CarriedState] = [\n"
    for row in tables.carriedState {
      let owner =
        tables.features.first { $0.name == row.owner }.map { ".feature(.\($0.identifier))" }
        ?? ".field(.\(row.owner))"
      text += "    CarriedState(owner: \(owner), isCarriedByXen: \(row.isCarriedByXen),"
      text += " isCarriedByKVM: \(row.isCarriedByKVM),\n"
      text += "      severity: .\(row.severity.identifier)),\n"
    }
    return text + "  ]\n}\n"
  }
}
