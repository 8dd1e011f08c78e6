/// A row of `guest-leaves.csv`: what a guest's policy keeps of registers that hold no features.
struct GuestLeafRow {
  var source: CSVTable.Row
  var leaves: ClosedRange<UInt32>
  var registers: [Register]
  var vendors: [VendorWord]
  /// Names of the fields that stay; feature bits always do.
  var keeps: [String]

  init(_ row: CSVTable.Row) throws(TableError) {
    source = row
    leaves = try row.range("leaf")
    registers = []
    if row["registers"] == "*" {
      registers = Register.allCases
    } else {
      for name in row["registers"].split(separator: " ") {
        guard let register = Register(rawValue: String(name)) else {
          throw row.error("registers", "unknown register \"\(name)\"")
        }
        registers.append(register)
      }
    }
    guard !registers.isEmpty else { throw row.error("registers", "no register is named") }
    vendors = try row.vendors()
    keeps = row["keeps"].split(separator: " ").map(String.init)
  }
}

/// A row of `models.csv`: CPUs on one of the lists that derivation consults.
struct ModelRow {
  var source: CSVTable.Row
  var list: ModelListWord
  var vendor: VendorWord
  var family: UInt32
  /// Nil for every model of the family.
  var models: ClosedRange<UInt32>?
  /// Nil for every stepping.
  var stepping: UInt32?
  /// The feature with which alone the row counts; empty for none.
  var feature: String
  /// The microcode revision from which the row counts; 0 for any.
  var microcode: UInt32

  init(_ row: CSVTable.Row) throws(TableError) {
    source = row
    list = try row.word("list", ModelListWord.self)
    vendor = try row.word("vendor", VendorWord.self)
    family = try row.number("family")
    guard family <= 0x10e else {
      throw row.error("family", "\(family) is above the highest family, 0x10e")
    }
    models = row["models"] == "*" ? nil : try row.range("models")
    if let last = models?.upperBound, last > 0xff {
      throw row.error("models", "\(last) is above the highest model, 0xff")
    }
    stepping = row["stepping"] == "*" ? nil : try row.number("stepping")
    if let stepping, stepping > 0xf {
      throw row.error("stepping", "\(stepping) is above the highest stepping, 0xf")
    }
    feature = row["feature"]
    microcode = row["microcode"].isEmpty ? 0 : try row.number("microcode")
  }
}

/// A row of `xstates.csv`: an XCR0 state and the feature that brings it.
struct StateRow {
  var source: CSVTable.Row
  var component: UInt32
  var feature: String

  init(_ row: CSVTable.Row) throws(TableError) {
    source = row
    component = try row.number("component")
    guard (2...62).contains(component) else {
      throw row.error("component", "\(component) is no extended state (2 to 62)")
    }
    feature = row["feature"]
  }
}

extension Tables {
  func validateGuestLeaves() throws(TableError) {
    var claimed: [String: Int] = [:]
    for row in guestLeaves {
      for name in row.keeps {
        guard let field = fields.first(where: { $0.name == name }) else {
          throw row.source.error("keeps", "unknown field \"\(name)\"")
        }
        guard row.leaves.contains(field.leaf), row.registers.contains(field.register) else {
          throw row.source.error("keeps", "\(name) stands in another register")
        }
      }
      for leaf in row.leaves {
        for register in row.registers {
          for vendor in row.vendors {
            let key = "\(leaf) \(register.rawValue) \(vendor.rawValue)"
            if let first = claimed[key] {
              throw row.source.error("registers", "a register already stands in row \(first)")
            }
            claimed[key] = row.source.number
          }
        }
      }
    }
  }

  func validateModels() throws(TableError) {
    for row in models {
      guard row.source["source"].isEmpty == false else {
        throw row.source.error("source", "the row gives no source")
      }
      try checkFeature(row.feature, row.source, isOptional: true)
    }
  }

  func validateStates() throws(TableError) {
    var last: UInt32 = 1
    for row in states {
      guard row.component > last else {
        throw row.source.error("component", "components ascend; \(row.component) is out of order")
      }
      last = row.component
      try checkFeature(row.feature, row.source, isOptional: false)
    }
  }

  func checkFeature(
    _ name: String, _ row: CSVTable.Row, isOptional: Bool
  ) throws(TableError) {
    if isOptional && name.isEmpty { return }
    guard features.contains(where: { $0.name == name }) else {
      throw row.error("feature", "unknown feature \"\(name)\"")
    }
  }
}
