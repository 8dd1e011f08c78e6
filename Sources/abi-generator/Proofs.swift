// SPDX-License-Identifier: Apache-2.0

/// Something that the rules of one row, or two tables, cannot both mean.
struct Contradiction {
  var row: CSVTable.Row
  var column: String
  /// What contradicts, as `exceptions.csv` names it.
  var finding: String
  var explanation: String
}

/// A row of `exceptions.csv`: a contradiction that is known and not mended yet.
struct ExceptionRow {
  var source: CSVTable.Row

  init(_ row: CSVTable.Row) throws(TableError) {
    source = row
    for column in ["table", "name", "finding", "reason"] where row[column].isEmpty {
      throw row.error(column, "the cell is empty")
    }
  }

  /// What a contradiction and an exception have in common.
  static func key(_ table: String, _ name: String, _ finding: String) -> String {
    "\(table) \(name): \(finding)"
  }
}

extension Tables {
  /// What can be proved of the rules without deriving a policy: every contradiction is an exception
  /// with a reason, and every exception is still one.
  func validateRules() throws(TableError) {
    var known: [String: ExceptionRow] = [:]
    for exception in exceptions {
      let row = exception.source
      let key = ExceptionRow.key(row["table"], row["name"], row["finding"])
      guard known.updateValue(exception, forKey: key) == nil else {
        throw row.error("finding", "the exception already stands in an earlier row")
      }
    }
    for contradiction in contradictions {
      let row = contradiction.row
      let key = ExceptionRow.key(row.file, row["name"], contradiction.finding)
      guard known.removeValue(forKey: key) != nil else {
        throw row.error(
          contradiction.column, "\(contradiction.finding): \(contradiction.explanation)")
      }
    }
    if let stale = known.values.min(by: { $0.source.number < $1.source.number }) {
      throw stale.source.error("finding", "the exception is no longer needed")
    }
  }

  private var contradictions: [Contradiction] {
    var found: [Contradiction] = []
    for field in fields { found += contradictions(field.source, field.rules) }
    for field in msrs { found += contradictions(field.source, field.rules) }
    for feature in features { found += contradictions(feature) }
    return found
  }

  // MARK: Fields

  private func contradictions(_ row: CSVTable.Row, _ rules: FieldRules) -> [Contradiction] {
    var pairs = RulePairs(row: row)
    pairs.require("kind", rules.kind, rules.audit, rules.kind.audits, "audit")
    pairs.require("kind", rules.kind, rules.level, rules.kind.levels, "level")
    pairs.require("guest", rules.guest, rules.audit, rules.guest.audits, "audit")
    pairs.require("audit", rules.audit, rules.level, rules.audit.levels, "level")
    pairs.require("audit", rules.audit, rules.migration, rules.audit.migrations, "migration")
    pairs.require("level", rules.level, rules.migration, rules.level.migrations, "migration")
    return pairs.found
  }

  // MARK: Features

  /// Bits of the featureset that a pool accumulates are in max, wherever the pool's hosts may lack
  /// them; all others follow the same pairs as fields.
  private func contradictions(_ feature: FeatureRow) -> [Contradiction] {
    var pairs = RulePairs(row: feature.source)
    let marks = [
      feature.audience.contains("|"), feature.level == .or, feature.migration == .accumulate,
    ]
    guard marks.contains(true) else {
      pairs.require("audit", feature.audit, feature.level, feature.audit.levels, "level")
      pairs.require(
        "audit", feature.audit, feature.migration, feature.audit.migrations, "migration")
      pairs.require(
        "level", feature.level, feature.migration, feature.level.migrations, "migration")
      return pairs.found
    }
    if feature.level != .or && feature.level != .derived {
      pairs.add(
        "level", "accumulated, level \(feature.level.rawValue)",
        "what one host has is lost to the others")
    }
    if feature.migration != .accumulate {
      pairs.add(
        "migration", "accumulated, migration \(feature.migration.rawValue)",
        "what one host has is lost to the others")
    }
    if feature.audience.contains("|") != (feature.level == .or) {
      pairs.add(
        "audience", "audience \(feature.audience), level \(feature.level.rawValue)",
        "the letter | and the level or come together")
    }
    if feature.audit == .subset {
      let row = anyHost.first { $0.feature == feature.name }
      for maker in MakerWord.makers(definedBy: feature.vendors)
      where row?.covers(maker) != true {
        pairs.add(
          "audience", "not in max on \(maker.rawValue)",
          "a pool shows the bit, and max on a host that lacks it refuses it (any-host.csv)")
      }
    }
    return pairs.found
  }
}

/// Collects the contradictions of one row.
private struct RulePairs {
  var row: CSVTable.Row
  var found: [Contradiction] = []

  mutating func add(_ column: String, _ finding: String, _ explanation: String) {
    found.append(
      Contradiction(row: row, column: column, finding: finding, explanation: explanation))
  }

  /// Notes a pair of words of which the second is not among those that go with the first.
  mutating func require<First: RuleWord, Second: RuleWord>(
    _ firstColumn: String, _ first: First, _ second: Second, _ allowed: Set<Second>,
    _ column: String
  ) {
    guard !allowed.contains(second) else { return }
    let words = Second.allCases.filter(allowed.contains).map(\.rawValue).joined(separator: ", ")
    add(
      column, "\(firstColumn) \(first.rawValue), \(column) \(second.rawValue)",
      "\(firstColumn) \(first.rawValue) goes with \(column) \(words)")
  }
}
