// SPDX-License-Identifier: Apache-2.0

/// A release of Xen: three numbers.
struct ReleaseNumber: Equatable, Comparable {
  var major, minor, patch: UInt32

  init?(_ text: some StringProtocol) {
    let numbers = text.split(separator: ".", omittingEmptySubsequences: false).map { UInt32($0) }
    guard numbers.count == 3, numbers.allSatisfy({ $0 != nil && ($0 ?? 0) <= 0xff }) else {
      return nil
    }
    (major, minor, patch) = (numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 0)
  }

  /// The release in one number, as the core compares it.
  var packed: UInt32 { major << 16 | minor << 8 | patch }

  static func < (left: Self, right: Self) -> Bool { left.packed < right.packed }

  func isOfBranch(_ other: Self) -> Bool { major == other.major && minor == other.minor }
}

/// From which releases on something holds: the first one of each branch that took it over. Branches
/// behind the last that is named have it from their first release; those before it and not named never.
struct SinceList {
  var first: [ReleaseNumber]

  init(_ row: CSVTable.Row, _ column: String) throws(TableError) {
    first = []
    for text in row[column].split(separator: "+") {
      guard let number = ReleaseNumber(text) else {
        throw row.error(column, "\"\(text)\" is no release x.y.z")
      }
      if let last = first.last, last >= number || last.isOfBranch(number) {
        throw row.error(column, "releases ascend, and a branch stands once")
      }
      first.append(number)
    }
  }

  /// Whether it holds in a release; never where no release is named.
  func contains(_ release: ReleaseNumber) -> Bool {
    guard let last = first.last else { return false }
    if let own = first.first(where: { $0.isOfBranch(release) }) { return release >= own }
    return release > last
  }
}

/// A row of `xen-releases.csv`.
struct ReleaseRow {
  var source: CSVTable.Row
  var number: ReleaseNumber
  /// Words of a featureset that the release knows.
  var words: UInt32
  var maxSubleaf7, maxExtendedLeaf: UInt32

  init(_ row: CSVTable.Row) throws(TableError) {
    source = row
    guard let number = ReleaseNumber(row["release"]) else {
      throw row.error("release", "\"\(row["release"])\" is no release x.y.z")
    }
    self.number = number
    words = try row.number("words")
    maxSubleaf7 = try row.number("maxSubleaf7")
    maxExtendedLeaf = try row.number("maxExtendedLeaf")
  }
}

/// A row of `xen-rules.csv`: something that derivation does otherwise since a release.
struct XenRuleRow {
  var source: CSVTable.Row
  var name: String
  /// Empty for a rule that no release of Xen has.
  var since: SinceList

  init(_ row: CSVTable.Row) throws(TableError) {
    source = row
    name = row["rule"]
    since = try SinceList(row, "since")
  }
}

/// A row of `xen-features.csv`: who might have a feature before a release.
struct FeatureHistoryRow {
  /// What the letters of a feature mean for guests; `unknown` where the bit had no name.
  enum Audience: String, CaseIterable {
    case unknown
    case none = ""
    case allDefault = "A"
    case all = "a"
    case hvmDefault = "S"
    case hvm = "s"
    case nestedDefault = "H"
    case nested = "h"

    var code: UInt32 { UInt32(Self.allCases.firstIndex(of: self) ?? 0) }
  }

  var source: CSVTable.Row
  var feature: String
  /// The first releases with what the next row of the feature, or `features.csv`, says; none where no
  /// release of Xen has it.
  var until: SinceList
  var audience: Audience

  init(_ row: CSVTable.Row) throws(TableError) {
    source = row
    feature = row["feature"]
    until = try SinceList(row, "until")
    audience = try row.word("audience", Audience.self)
  }
}

/// A row of `xen-names.csv`: what a name of `cpuid=` stood for before a release.
struct MovedNameRow {
  var source: CSVTable.Row
  /// The feature that the name stands for today, and the one that it stood for.
  var name: String
  var feature: String
  /// The first releases with today's meaning.
  var until: SinceList

  init(_ row: CSVTable.Row) throws(TableError) {
    source = row
    name = row["name"]
    feature = row["feature"]
    until = try SinceList(row, "until")
  }
}

extension Tables {
  /// The place of a rule in a set of rules; nil for an unknown one.
  func rulePosition(_ name: String) -> Int? { xenRules.firstIndex { $0.name == name } }

  /// The releases to which a row of a feature's history applies: those before its own that no earlier
  /// row of the feature takes.
  func releases(of row: FeatureHistoryRow) -> [Int] {
    let earlier = xenFeatures.prefix { $0.source.number != row.source.number }
      .filter { $0.feature == row.feature }
    return xenReleases.indices.filter { index in
      let number = xenReleases[index].number
      return !row.until.contains(number) && earlier.allSatisfy { $0.until.contains(number) }
    }
  }

  func validateXenReleases() throws(TableError) {
    for (row, next) in zip(xenReleases, xenReleases.dropFirst())
    where row.number >= next.number {
      throw next.source.error("release", "releases ascend, and each stands once")
    }
    for row in xenReleases where row.words > UInt32(words.count) {
      throw row.source.error("words", "there are \(words.count) words")
    }
    guard xenRules.count <= 64 else {
      throw xenRules[64].source.error("rule", "there is room for 64 rules")
    }
    for (index, row) in xenRules.enumerated() {
      try checkReleases(row.since, row.source, "since")
      if row.name.isEmpty || xenRules[..<index].contains(where: { $0.name == row.name }) {
        throw row.source.error("rule", "\"\(row.name)\" is empty or stands in an earlier row")
      }
      if row.source["changes"].isEmpty { throw row.source.error("changes", "the text is missing") }
      guard row.source["source"].isEmpty == row.since.first.isEmpty else {
        throw row.source.error("source", "a rule of Xen has a commit, and one of ours has none")
      }
    }
    for row in xenFeatures {
      try checkFeature(row.feature, row.source, isOptional: false)
      try checkReleases(row.until, row.source, "until")
      if releases(of: row).isEmpty {
        throw row.source.error("until", "earlier rows of \(row.feature) leave no release")
      }
    }
    for row in xenNames {
      try checkFeature(row.name, row.source, isOptional: false, column: "name")
      try checkFeature(row.feature, row.source, isOptional: false)
      try checkReleases(row.until, row.source, "until")
      if row.name == row.feature {
        throw row.source.error("feature", "the name stands for itself today")
      }
      if row.source["source"].isEmpty { throw row.source.error("source", "the reason is missing") }
    }
    for row in anyHost where !row.rule.isEmpty && rulePosition(row.rule) == nil {
      throw row.source.error("rule", "unknown rule \"\(row.rule)\"")
    }
  }

  private func checkReleases(
    _ list: SinceList, _ row: CSVTable.Row, _ column: String
  ) throws(TableError) {
    for number in list.first where !xenReleases.contains(where: { $0.number == number }) {
      throw row.error(
        column, "xen-releases.csv has no \(number.major).\(number.minor).\(number.patch)")
    }
  }
}
