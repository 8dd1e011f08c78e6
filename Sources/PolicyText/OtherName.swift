// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// What another world calls a bit of CPUID or of an MSR, or a switch of that world that is no bit.
///
/// Names of the rows of features, and those of `ABI/names.csv`: they came later than the oldest releases
/// spoken of, or their bit has no feature.
public struct OtherName: Equatable, Sendable {
  /// Whose name it is.
  public enum World: String, Sendable { case qemu, libvirt, linux }

  /// What the name means.
  public enum Place: Equatable, Sendable {
    /// A bit of the featureset, which need not be a named feature.
    case feature(Feature)
    /// Another bit of CPUID.
    case leaf(LeafPlace, Register, bit: Int)
    /// Another bit of a model-specific register.
    case msr(MSRIndex, bit: Int)
    /// No bit: how the hypervisor treats the CPU, or what it shows in its own leaves.
    case none
  }

  /// Whose name it is.
  public let world: World
  /// The name, as that world writes it.
  public let name: String
  /// The bit that it names.
  public let place: Place
  /// The first of the releases looked at that has the name; nil for the oldest.
  public let since: WorldRelease?
  /// The last one; nil where the newest still has it.
  public let until: WorldRelease?

  /// A name of a world; hyphens and underscores are the same, as in QEMU, and in libvirt over the years.
  ///
  /// - Returns: nil for a name that no table has.
  public static func named(_ name: String, _ world: World) -> OtherName? {
    switch world {
    case .qemu: byQEMUName[hyphenated(name)]
    case .libvirt: byLibvirtName[hyphenated(name)]
    case .linux: byLinuxName[hyphenated(name)]
    }
  }

  /// The bit of the featureset that it names; nil for all else.
  public var feature: Feature? {
    if case .feature(let feature) = place { feature } else { nil }
  }

  /// What another world calls the same bit; nil where it has no name for it, or the name means no bit.
  package func name(in other: World) -> String? {
    if let feature {
      let name =
        switch other {
        case .qemu: feature.qemuName
        case .libvirt: feature.libvirtName
        case .linux: feature.linuxName
        }
      return name.isEmpty ? nil : name
    }
    guard place != .none else { return nil }
    return OtherName.rows.first { $0.world == other && $0.place == place }?.name
  }

  /// Whether a release of the world has the name.
  public func isKnown(in release: WorldRelease) -> Bool {
    if let since, release < since { return false }
    if let until, release > until { return false }
    return true
  }

  /// The rows of the table, in its order.
  package static let rows: [OtherName] = {
    let texts = TextRecords(OtherNameTable.rows, lengths: OtherNameTable.rowsLengths.span)
    var result: [OtherName] = []
    for row in 0..<texts.count {
      let place = Place(text: texts.text(row: row, column: 1))
      for (column, world) in [(2, World.qemu), (3, .libvirt), (4, .linux)] {
        let releases = texts.text(row: row, column: column)
          .split(separator: "-", omittingEmptySubsequences: false)
        guard releases.count == 2 else { continue }
        result.append(
          OtherName(
            world: world, name: texts.text(row: row, column: 0), place: place,
            since: WorldRelease(releases[0]), until: WorldRelease(releases[1])))
      }
    }
    return result
  }()

  private static let byQEMUName = table(.qemu) { $0.qemuNames }
  private static let byLibvirtName = table(.libvirt) { $0.libvirtNames }

  private static let byLinuxName = table(.linux) { feature in
    feature.linuxName.isEmpty ? [] : [feature.linuxName]
  }

  private static func table(
    _ world: World, _ names: (Feature) -> [String]
  ) -> [String: OtherName] {
    var result: [String: OtherName] = [:]
    for feature in Feature.allNamed {
      for name in names(feature) {
        result[hyphenated(name)] = OtherName(
          world: world, name: name, place: .feature(feature), since: nil, until: nil)
      }
    }
    for row in rows where row.world == world { result[hyphenated(row.name)] = row }
    return result
  }

  /// The first name of each bit of the featureset that has no row of its own.
  static func unnamedBits(_ world: World) -> [Feature: String] {
    var result: [Feature: String] = [:]
    for row in rows where row.world == world {
      if let feature = row.feature, !feature.isNamed, result[feature] == nil {
        result[feature] = row.name
      }
    }
    return result
  }

  private static func hyphenated(_ name: String) -> String {
    String(name.map { $0 == "_" ? "-" : $0 })
  }
}

extension OtherName.Place {
  /// A number of a bit of the featureset, or the column of `ABI/names.csv`, which the generator has checked.
  init(text: String) {
    let parts = text.split(separator: ".")
    guard let last = parts.last, let bit = Int(last) else {
      self = .none
      return
    }
    if parts.count == 1 {
      self = .feature(Feature(rawValue: UInt16(truncatingIfNeeded: bit)))
    } else if text.hasPrefix("msr:") {
      self = .msr(MSRIndex(rawValue: Self.hex(parts[0].dropFirst(4))), bit: bit)
    } else {
      let place = parts[0].split(separator: ":")
      let leaf = Self.hex(place[0])
      let subleaf = place.count == 2 ? UInt32(place[1]) : nil
      let register = [Register.eax, .ebx, .ecx, .edx].first {
        PlaceText.upper($0) == parts[1].uppercased()
      }
      self = .leaf(
        subleaf.map { LeafPlace(leaf, $0) } ?? LeafPlace(leaf), register ?? .eax, bit: bit)
    }
  }

  private static func hex(_ text: Substring) -> UInt32 { UInt32(text.dropFirst(2), radix: 16) ?? 0 }
}

/// A release of QEMU or libvirt.
public struct WorldRelease: Comparable, Sendable, CustomStringConvertible {
  /// 9 of 9.2.
  public let major: UInt16
  /// 2 of 9.2.
  public let minor: UInt16

  /// A release by its two numbers.
  public init(major: UInt16, minor: UInt16) {
    self.major = major
    self.minor = minor
  }

  /// `10.0`; nil for all else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { UInt16($0) }
    guard parts.count == 2, let major = parts[0], let minor = parts[1] else { return nil }
    self.init(major: major, minor: minor)
  }

  public static func < (left: WorldRelease, right: WorldRelease) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }

  public var description: String { "\(major).\(minor)" }
}
