// SPDX-License-Identifier: Apache-2.0

extension Tables {
  /// What no single row can show: doubles, overlaps, and the prerequisites' graph.
  func validate() throws(TableError) {
    try validateFeatures()
    try validateNames()
    try validateFieldOverlaps()
    try validateMSROverlaps()
    try validateOwned()
    try validateGuestLeaves()
    try validateFieldsBesideFeatures()
    try validateLists()
    try validateDonors()
    try validateArchitectureLevels()
    try validateBranchRecords()
    try validateCarriedState()
    try validateBackEnds()
    try validateModels()
    try validateStates()
    try validateMSRNames()
    try validateManagerModels()
    try validateOtherNames()
    try validatePlaces()
    try validateXLKeys()
    try validateCpuidLines()
    try validateCodes()
    try validateTexts()
    try validateCapacities()
    try validateAnyHost()
    try validateXenReleases()
    try validateRules()
    _ = try dependencyClosure()
  }

  private func validateFeatures() throws(TableError) {
    var names: [String: Int] = [:]
    var places: [Int: String] = [:]
    for feature in features {
      let row = feature.source
      if let first = names[feature.name] {
        throw row.error("name", "\(feature.name) already stands in row \(first)")
      }
      guard feature.word < words.count else {
        throw row.error("word", "\(feature.word) is beyond the last word, \(words.count - 1)")
      }
      if let other = places[feature.index] {
        throw row.error("bit", "word \(feature.word) bit \(feature.bit) is already \(other)")
      }
      names[feature.name] = row.number
      places[feature.index] = feature.name
    }
    for feature in features {
      for prerequisite in feature.requires where names[prerequisite] == nil {
        throw feature.source.error("requires", "unknown prerequisite \"\(prerequisite)\"")
      }
    }
  }

  private func validateNames() throws(TableError) {
    var seen: [String: String] = [:]
    for row in fields.map(\.source) + msrs.map(\.source) {
      let name = row["name"]
      if name.isEmpty { throw row.error("name", "the name is empty") }
      if let first = seen[name] {
        throw row.error("name", "\(name) already stands in \(first)")
      }
      seen[name] = "\(row.file) row \(row.number)"
    }
    for field in fields where !field.source["option"].isEmpty {
      let rules = field.rules
      guard rules.audit == .atMost || rules.level == .choice else {
        throw field.source.error(
          "option", "\(field.name) has neither an atMost nor a choice rule, so it takes no limit")
      }
    }
  }

  private func validateFieldOverlaps() throws(TableError) {
    var groups: [String: [FieldRow]] = [:]
    for field in fields {
      let key = "\(field.leaf) \(field.register.rawValue)"
      for other in groups[key] ?? [] where other.bits.overlaps(field.bits) {
        guard other.rules.vendorMask & field.rules.vendorMask != 0 else { continue }
        guard let first = other.subleaves, let second = field.subleaves else {
          throw field.source.error(
            "bits", "\(field.name) overlaps \(other.name) of row \(other.source.number)")
        }
        if first.overlaps(second) {
          throw field.source.error(
            "bits", "\(field.name) overlaps \(other.name) of row \(other.source.number)")
        }
      }
      groups[key, default: []].append(field)
    }
    for feature in features {
      let word = words[feature.word]
      guard let leaf = word.leaf, let register = word.register else { continue }
      for field in groups["\(leaf) \(register.rawValue)"] ?? []
      where (field.bits.low...field.bits.high).contains(feature.bit)
        && (word.subleaf.map { field.subleaves?.contains($0) ?? true } ?? true)
      {
        throw field.source.error(
          "bits",
          "\(field.name) overlaps \(feature.name) of features.csv row \(feature.source.number)")
      }
    }
  }

  private func validateMSROverlaps() throws(TableError) {
    var groups: [UInt32: [MSRRow]] = [:]
    for field in msrs {
      for other in groups[field.index] ?? []
      where other.bits.overlaps(field.bits) && other.rules.vendorMask & field.rules.vendorMask != 0
      {
        throw field.source.error(
          "bits", "\(field.name) overlaps \(other.name) of row \(other.source.number)")
      }
      groups[field.index, default: []].append(field)
    }
  }

  private func validateOwned() throws(TableError) {
    var seen: Set<String> = []
    for row in owned {
      guard seen.insert(row.source["place"]).inserted else {
        throw row.source.error("place", "the place already stands in an earlier row")
      }
      try checkOwner(row)
      switch row.place {
      case .leaf(let leaf):
        guard fields.contains(where: { $0.leaf == leaf }) else {
          throw row.source.error("place", "no row of fields.csv stands in the leaf")
        }
      case .msrs(let range):
        guard msrs.contains(where: { range.contains($0.index) }) else {
          throw row.source.error("place", "no row of msrs.csv stands in the registers")
        }
      case .field(let name): _ = try singleField(name, row.source, "place")
      }
    }
  }

  /// An owner is read from a CPUID register of its own.
  private func checkOwner(_ row: OwnedRow) throws(TableError) {
    guard let feature = features.first(where: { $0.name == row.owner }) else {
      _ = try singleField(row.owner, row.source, "owner")
      return
    }
    if words[feature.word].leaf == nil {
      throw row.source.error("owner", "\(row.owner) stands in an MSR")
    }
  }

  /// A field that stands in one register of a policy.
  private func singleField(
    _ name: String, _ row: CSVTable.Row, _ column: String
  ) throws(TableError) -> FieldRow {
    guard let field = fields.first(where: { $0.name == name }) else {
      throw row.error(column, "\"\(name)\" is neither a feature nor a field")
    }
    guard Layout(self).positions(of: field).count == 1 else {
      throw row.error(column, "\(name) stands in several registers")
    }
    return field
  }

  /// Texts are stored with a character between them that none may have.
  private func validateTexts() throws(TableError) {
    let rows =
      features.map(\.source) + fields.map(\.source) + msrs.map(\.source) + xl.map(\.source)
      + codes.map(\.source)
    for row in rows {
      if let column = row.columns.first(where: { row[$0].contains(Emission.separator) }) {
        throw row.error(column, "texts cannot contain \"\(Emission.separator)\"")
      }
      let bytes = row.columns.reduce(0) { $0 + row[$1].utf8.count + 1 }
      if let longest = row.columns.max(by: { row[$0].utf8.count < row[$1].utf8.count }),
        bytes > Capacity.textBytes
      {
        throw row.error(longest, "a row has room for \(Capacity.textBytes) bytes of text")
      }
    }
  }

  /// Rows that read the same bits differently are told apart by a number.
  private func validatePlaces() throws(TableError) {
    let numbers = numbersOfPlaces()
    for row in fields.map(\.source) + msrs.map(\.source) {
      if numbers[row["name"], default: 0] >= Capacity.rowsOfOnePlace {
        throw row.error("bits", "there is room for \(Capacity.rowsOfOnePlace) rows of one place")
      }
    }
  }

  private func validateXLKeys() throws(TableError) {
    var seen: Set<String> = []
    for row in xl {
      guard !row.key.isEmpty, seen.insert(row.key).inserted else {
        throw row.source.error("key", "the key is empty or stands in an earlier row")
      }
    }
  }

  /// For each feature that others need, every feature that goes with it, by index.
  func dependencyClosure() throws(TableError) -> [Int: Set<Int>] {
    var byName: [String: FeatureRow] = [:]
    for feature in features { byName[feature.name] = feature }
    var direct: [Int: [Int]] = [:]
    for feature in features {
      for name in feature.requires {
        guard let prerequisite = byName[name] else { continue }
        direct[prerequisite.index, default: []].append(feature.index)
      }
    }
    var closure: [Int: Set<Int>] = [:]
    for feature in features where direct[feature.index] != nil {
      var reached: Set<Int> = []
      var pending = direct[feature.index] ?? []
      while let next = pending.popLast() {
        if next == feature.index {
          throw feature.source.error("requires", "\(feature.name) ends up requiring itself")
        }
        if reached.insert(next).inserted { pending += direct[next] ?? [] }
      }
      closure[feature.index] = reached
    }
    return closure
  }
}
