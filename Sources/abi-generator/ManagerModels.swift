// SPDX-License-Identifier: Apache-2.0

/// A row of `manager-models.csv`: a CPU model that a manager defines itself, over one of QEMU's.
struct ManagerModelRow {
  enum Manager: String, CaseIterable { case proxmox }

  var source: CSVTable.Row
  var manager: Manager
  var name: String
  /// QEMU's model.
  var base: String
  /// Names of features that are switched on.
  var features: [String]

  init(_ row: CSVTable.Row) throws(TableError) {
    source = row
    manager = try row.word("manager", Manager.self)
    name = row["name"]
    base = row["base"]
    features = row["features"].split(separator: " ").map(String.init)
    guard !name.isEmpty, !base.isEmpty, name != base else {
      throw row.error("name", "\"\(name)\" over \"\(base)\" is no model")
    }
  }
}

extension Tables {
  /// Each model has one row, and what it switches on has a name in QEMU.
  func validateManagerModels() throws(TableError) {
    var seen: Set<String> = []
    for row in managerModels {
      guard seen.insert("\(row.manager) \(row.name)").inserted else {
        throw row.source.error("name", "\(row.name) already stands in an earlier row")
      }
      for name in row.features where qemuName(name) == nil {
        throw row.source.error("features", "\(name) is no feature with a name in QEMU")
      }
    }
  }

  /// What QEMU calls a feature.
  func qemuName(_ name: String) -> String? {
    features.first { $0.name == name }.flatMap { names(of: $0, .qemu).first }
  }
}
