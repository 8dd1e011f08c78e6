// SPDX-License-Identifier: Apache-2.0

/// A row of `guest-leaves.csv`: registers that a guest's policy does not take over whole.
struct GuestLeafRow {
  var source: CSVTable.Row
  var leaves: ClosedRange<UInt32>
  var registers: [Register]
  var vendors: [VendorWord]
  /// Whether the fields stay that the `guest` column gives a guest; feature bits always do.
  var keepsFields: Bool

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
    switch row["stays"] {
    case "guest": keepsFields = true
    case "": keepsFields = false
    default: throw row.error("stays", "\"\(row["stays"])\" is neither guest nor empty")
    }
  }
}

/// A row of `lists.csv`: how the list in a leaf's subleaves ends.
struct ListRow {
  var source: CSVTable.Row
  var leaf: UInt32
  var end: ListEndWord
  /// The field that tells the end; empty where the state masks of leaf 0xd do.
  var field: String
  /// Whether records show the subleaf that ends the list.
  var showsTerminator: Bool

  init(_ row: CSVTable.Row) throws(TableError) {
    source = row
    leaf = try row.number("leaf")
    end = try row.word("end", ListEndWord.self)
    field = row["field"]
    switch row["terminator"] {
    case "shown": showsTerminator = true
    case "": showsTerminator = false
    default: throw row.error("terminator", "\"\(row["terminator"])\" is neither shown nor empty")
    }
  }
}

/// A row of `donors.csv`: a leaf whose free choices come from the same host as those of other leaves.
struct DonorRow {
  var source: CSVTable.Row
  var leaf: UInt32
  /// Leaves of one group come from one host; a leaf without a row is a group of its own.
  var group: String

  init(_ row: CSVTable.Row) throws(TableError) {
    source = row
    leaf = try row.number("leaf")
    group = row["group"]
    guard !group.isEmpty else { throw row.error("group", "no group is named") }
  }
}

/// A row of `x86-levels.csv`: a named level, which has the features of those above it, too.
struct ArchitectureLevelRow {
  var source: CSVTable.Row
  var name: String
  var features: [String]

  init(_ row: CSVTable.Row) throws(TableError) {
    source = row
    name = row["name"]
    features = row["features"].split(separator: " ").map(String.init)
    guard !features.isEmpty else { throw row.error("features", "no feature is named") }
  }
}

/// A row of `back-ends.csv`: what one back end's guests have that others' have not.
struct BackEndRow {
  /// What the kernel gives.
  enum Gift: Equatable { case setField, defaultFeature, optInFeature }

  var source: CSVTable.Row
  /// A feature or a field.
  var name: String
  var kernel: Gift

  init(_ row: CSVTable.Row) throws(TableError) {
    source = row
    name = row["name"]
    switch row["kvm"] {
    case GuestRule.fixedOne.rawValue: kernel = .setField
    case "S": kernel = .defaultFeature
    case "s": kernel = .optInFeature
    default:
      throw row.error(
        "kvm", "\"\(row["kvm"])\" is neither S nor s (a feature) nor fixed:1 (a field)")
    }
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

/// A row of `xstates.csv`: a state of XCR0 or XSS, and the features of which any brings it.
struct StateRow {
  var source: CSVTable.Row
  var component: UInt32
  /// Whether the state is the supervisor's: a bit of XSS.
  var isSupervisor: Bool
  var features: [String]

  init(_ row: CSVTable.Row) throws(TableError) {
    source = row
    component = try row.number("component")
    guard (2...62).contains(component) else {
      throw row.error("component", "\(component) is no extended state (2 to 62)")
    }
    switch row["register"] {
    case "xcr0": isSupervisor = false
    case "xss": isSupervisor = true
    default: throw row.error("register", "\"\(row["register"])\" is neither xcr0 nor xss")
    }
    features = row["features"].split(separator: " ").map(String.init)
    if features.isEmpty { throw row.error("features", "no feature brings the state") }
  }
}

extension Tables {
  func validateGuestLeaves() throws(TableError) {
    var claimed: [String: Int] = [:]
    for row in guestLeaves {
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

  /// Derivation takes a register of features as a whole, and keeps named features of it.
  func validateFieldsBesideFeatures() throws(TableError) {
    for field in fields where [.pass, .fixedOne, .toolstack].contains(field.rules.guest) {
      let shares = words.contains { word in
        word.leaf == field.leaf && word.register == field.register
          && (word.subleaf.map { field.subleaves?.contains($0) ?? true } ?? true)
      }
      guard !shares else {
        throw field.source.error(
          "guest", "\(field.name) stands among features, of which guests get those alone")
      }
    }
  }

  func validateLists() throws(TableError) {
    var seen: Set<UInt32> = []
    let layout = Layout(self)
    for row in lists {
      guard seen.insert(row.leaf).inserted else {
        throw row.source.error("leaf", "the leaf already stands in an earlier row")
      }
      guard let block = layout.block(row.leaf), !block.isPlain else {
        throw row.source.error("leaf", "the leaf has no subleaves")
      }
      if row.end == .states {
        guard row.field.isEmpty else { throw row.source.error("field", "states need no field") }
        continue
      }
      guard let field = fields.first(where: { $0.name == row.field }) else {
        throw row.source.error("field", "unknown field \"\(row.field)\"")
      }
      guard field.leaf == row.leaf else {
        throw row.source.error("field", "\(row.field) stands in another leaf")
      }
      guard row.end == .typed || field.bits.low == 0 && field.subleaves == 0...0 else {
        throw row.source.error("field", "the last subleaf stands in the low bits of subleaf 0")
      }
    }
  }

  func validateDonors() throws(TableError) {
    var seen: Set<UInt32> = []
    for row in donors {
      guard seen.insert(row.leaf).inserted else {
        throw row.source.error("leaf", "the leaf already stands in an earlier row")
      }
      guard fields.contains(where: { $0.leaf == row.leaf && $0.rules.level == .choice }) else {
        throw row.source.error("leaf", "the leaf has no field of free choice")
      }
    }
  }

  func validateArchitectureLevels() throws(TableError) {
    for row in architectureLevels {
      for name in row.features where !features.contains(where: { $0.name == name }) {
        throw row.source.error("features", "unknown feature \"\(name)\"")
      }
    }
  }

  func validateBackEnds() throws(TableError) {
    var seen: Set<String> = []
    for row in backEnds {
      guard seen.insert(row.name).inserted else {
        throw row.source.error("name", "\(row.name) already stands in an earlier row")
      }
      if row.kernel == .setField {
        guard let field = fields.first(where: { $0.name == row.name }) else {
          throw row.source.error("name", "unknown field \"\(row.name)\"")
        }
        guard field.bits.low == field.bits.high, field.rules.guest == .zero else {
          throw row.source.error("name", "\(row.name) is no bit that guests lack elsewhere")
        }
        continue
      }
      guard let feature = features.first(where: { $0.name == row.name }) else {
        throw row.source.error("name", "unknown feature \"\(row.name)\"")
      }
      guard !feature.audience.contains(where: { "AaSsHh".contains($0) }) else {
        throw row.source.error("name", "\(row.name) has an audience already")
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
      for feature in row.features {
        try checkFeature(feature, row.source, isOptional: false, column: "features")
      }
    }
  }

  func checkFeature(
    _ name: String, _ row: CSVTable.Row, isOptional: Bool, column: String = "feature"
  ) throws(TableError) {
    if isOptional && name.isEmpty { return }
    guard features.contains(where: { $0.name == name }) else {
      throw row.error(column, "unknown feature \"\(name)\"")
    }
  }
}
