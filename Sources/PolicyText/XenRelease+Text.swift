// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension XenRelease: CustomStringConvertible {
  /// `4.17.7`.
  public var description: String { "\(major).\(minor).\(patch)" }

  /// The releases of the tables, the oldest first.
  public static var all: [XenRelease] { (0..<count).compactMap { XenRelease(at: $0) } }

  /// The release that a text names: `4.17.7`, or `4.17` for the newest one of the branch.
  /// - Returns: nil where the tables have no such release.
  public init?(_ text: String) {
    let numbers = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard (2...3).contains(numbers.count), let major = numbers[0], let minor = numbers[1] else {
      return nil
    }
    guard numbers.count == 3 else {
      guard let newest = XenRelease.newest(ofBranch: major, minor) else { return nil }
      self = newest
      return
    }
    guard let patch = numbers[2],
      let release = XenRelease.newest(ofBranch: major, minor, upTo: patch), release.patch == patch
    else { return nil }
    self = release
  }

  /// The release whose rules a running Xen follows, by its own version: `4.17.7`, `4.20.5-pre`,
  /// `4.23-unstable`.
  ///
  /// - Returns: the newest release of its branch that is no newer than itself; nil where the tables have
  ///   none.
  public init?(running version: String) {
    let plain = version.prefix { $0 == "." || $0.isASCII && $0.isNumber }
    let numbers = plain.split(separator: ".").compactMap { Int($0) }
    guard numbers.count >= 2,
      let release = XenRelease.newest(
        ofBranch: numbers[0], numbers[1], upTo: numbers.count > 2 ? numbers[2] : 0)
    else { return nil }
    self = release
  }

  /// How many minor releases another one is ahead; negative where it is behind, nil for another major.
  public func minorReleases(to other: XenRelease) -> Int? {
    major == other.major ? other.minor - minor : nil
  }
}

extension XenRelease {
  /// Two features and releases: where the first one's name stood for the second.
  private static let movedNames: [(name: Feature, taken: Feature, releases: [Substring])] = {
    let records = TextRecords(XenRuleText.movedNames, lengths: XenRuleText.movedNamesLengths.span)
    return (0..<records.count).compactMap { row in
      guard let name = Feature(named: records.text(row: row, column: 0)),
        let taken = Feature(named: records.text(row: row, column: 1))
      else { return nil }
      return (name, taken, records.text(row: row, column: 2).split(separator: " "))
    }
  }()

  /// What the release takes a feature's name in `cpuid=` for: the feature itself, but for names that
  /// stood at another's bit. `ABI/xen-names.csv`.
  public func meaning(of feature: Feature) -> Feature {
    let text = Substring(description)
    let moved = XenRelease.movedNames.first { $0.name == feature && $0.releases.contains(text) }
    return moved?.taken ?? feature
  }
}

extension DerivationOptions {
  /// Derives as a release of Xen does that was given the same text: names that stood for another
  /// feature there are taken for that, and those that it does not know for nothing.
  public mutating func followNames(of release: XenRelease) {
    for list in [\Self.optedOut, \.optedIn, \.guestOnly, \.dom0OptedOut, \.dom0OptedIn] {
      let named = self[keyPath: list]
      named.forEachFeature { feature in
        let taken = release.meaning(of: feature)
        guard taken != feature else { return }
        self[keyPath: list].remove(feature)
        self[keyPath: list].insert(taken)
      }
    }
    follow(release)
  }
}

extension XenRules {
  private static let records = TextRecords(
    XenRuleText.texts, lengths: XenRuleText.textsLengths.span)

  /// Every rule on its own.
  public static var all: [XenRules] { (0..<count).map { XenRules(rawValue: 1 << UInt64($0)) } }

  /// A rule by its name in `ABI/xen-rules.csv`.
  public init?(named name: String) {
    guard let rule = XenRules.all.first(where: { $0.name == name }) else { return nil }
    self = rule
  }

  /// The name of a single rule; empty for a set of several.
  public var name: String { text(column: 0) }

  /// What changes with a single rule.
  public var meaning: String { text(column: 1) }

  private func text(column: Int) -> String {
    rawValue.nonzeroBitCount == 1
      ? XenRules.records.text(row: rawValue.trailingZeroBitCount, column: column) : ""
  }
}
