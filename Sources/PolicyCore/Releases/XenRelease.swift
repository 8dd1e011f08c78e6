// SPDX-License-Identifier: Apache-2.0

/// A release of Xen of which the tables know what it derives: `ABI/xen-releases.csv`.
public struct XenRelease: Equatable, Sendable, BitwiseCopyable {
  /// Its row.
  let row: Int

  private init(row: Int) { self.row = row }

  /// major << 16 | minor << 8 | patch.
  public var number: UInt32 { XenRelease.numbers[row] }
  /// 4 of 4.17.2.
  public var major: Int { Int(number >> 16) }
  /// 17 of 4.17.2.
  public var minor: Int { Int(number >> 8 & 0xff) }
  /// 2 of 4.17.2.
  public var patch: Int { Int(number & 0xff) }

  /// Number of releases.
  public static var count: Int { numbers.count }

  /// A release by its place among all, the oldest first; nil behind the last.
  public init?(at position: Int) {
    guard position >= 0, position < XenRelease.count else { return nil }
    row = position
  }

  /// The release with a number: major << 16 | minor << 8 | patch; nil where the tables have none.
  public init?(number: UInt32) {
    let numbers = XenRelease.numbers.span
    for index in numbers.indices where numbers[index] == number {
      row = index
      return
    }
    return nil
  }

  /// The newest release of a branch that the tables have, and that is no newer than a patch level; nil
  /// where they have none.
  public static func newest(
    ofBranch major: Int, _ minor: Int, upTo patch: Int = .max
  ) -> XenRelease? {
    var found: XenRelease?
    for index in 0..<count {
      let release = XenRelease(row: index)
      guard release.major == major, release.minor == minor, release.patch <= patch else { continue }
      found = release
    }
    return found
  }

  /// Words of a featureset that the release knows. What stands in the registers of later words it hands
  /// on as the hardware has it.
  public var wordCount: Int { Int(XenRelease.extents[row] & 0xff) }

  /// The rules that it follows.
  public var rules: XenRules { XenRules(rawValue: XenRelease.rulesOfReleases[row]) }

  /// What it serves of a policy.
  public var served: ServedABI {
    var served = ServedABI.xen
    served.maxFeatureSubleaf = XenRelease.extents[row] >> 8 & 0xff
    served.maxExtendedLeaf = 0x8000_0000 | XenRelease.extents[row] >> 16
    return served
  }

  /// Who may have which feature under it, and which it has names for.
  public var table: FeatureTable {
    var table = FeatureTable.abi
    table.wordCount = wordCount
    let width = (XenRelease.count &+ 31) / 32
    let rows = XenRelease.history.span
    let releases = XenRelease.releasesOfHistory.span
    for index in rows.indices
    where releases[index &* width &+ row >> 5] &>> UInt32(row & 31) & 1 != 0 {
      let audience = Audience(rawValue: UInt8(rows[index] &>> 12)) ?? .unknown
      table.set(Feature(rawValue: rows[index] & 0xfff), audience)
    }
    return table
  }

  /// What the letters of a feature say of guests; `unknown` where the bit had no name.
  enum Audience: UInt8 {
    case unknown, none, allDefault, all, hvmDefault, hvm, nestedDefault, nested
  }
}

extension FeatureTable {
  /// Gives a feature another audience.
  fileprivate mutating func set(_ feature: Feature, _ audience: XenRelease.Audience) {
    let isForAll = audience == .all || audience == .allDefault
    let isForHVM = isForAll || audience == .hvm || audience == .hvmDefault
    let isForNested = isForHVM || audience == .nested || audience == .nestedDefault
    let isDefault =
      audience == .allDefault || audience == .hvmDefault || audience == .nestedDefault
    FeatureTable.set(feature, in: &known, audience != .unknown)
    FeatureTable.set(feature, in: &pvMax, isForAll)
    FeatureTable.set(feature, in: &pvDefault, isForAll && isDefault)
    FeatureTable.set(feature, in: &hvmShadowMax, isForHVM)
    FeatureTable.set(feature, in: &hvmShadowDefault, isForHVM && isDefault)
    FeatureTable.set(feature, in: &hvmHAPMax, isForNested)
    FeatureTable.set(feature, in: &hvmHAPDefault, isForNested && isDefault)
  }

  // Never inlined: the C library is kept small.
  @inline(never)
  private static func set(_ feature: Feature, in set: inout FeatureSet, _ isIn: Bool) {
    set.set(feature, isIn)
  }
}
