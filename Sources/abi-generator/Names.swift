// SPDX-License-Identifier: Apache-2.0

/// A row of `names.csv`: what another world calls a bit, where `features.csv` has no row for the bit or the
/// name is not of every release; or a switch of that world that is no bit.
struct NameRow {
  enum World: String, CaseIterable { case qemu, libvirt, linux }

  enum Place: Equatable {
    case feature(String)
    case leaf(UInt32, subleaf: UInt32?, Register, bit: Int)
    case msr(UInt32, bit: Int)
    case none
  }

  var source: CSVTable.Row
  var world: World
  var name: String
  var place: Place

  init(_ row: CSVTable.Row) throws(TableError) {
    source = row
    world = try row.word("world", World.self)
    name = row["name"]
    guard !name.isEmpty, name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f && $0 != 0x7e }) else {
      throw row.error("name", "\"\(name)\" is no name")
    }
    place = try NameRow.place(row)
    let since = try NameRow.release(row, "since")
    let until = try NameRow.release(row, "until")
    guard until == 0 || since <= until else {
      throw row.error("until", "the release is before the first one")
    }
  }

  /// major << 16 | minor; zero for an open end.
  private static func release(_ row: CSVTable.Row, _ column: String) throws(TableError) -> UInt32 {
    let text = row[column]
    if text.isEmpty { return 0 }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { UInt16($0) }
    guard parts.count == 2, let major = parts[0], let minor = parts[1] else {
      throw row.error(column, "\"\(text)\" is no release as 10.0")
    }
    return UInt32(major) << 16 | UInt32(minor)
  }

  /// A feature's name, `LEAF[:SUBLEAF].REGISTER.BIT`, `msr:INDEX.BIT`, or `none`.
  static func place(_ row: CSVTable.Row) throws(TableError) -> Place {
    let text = row["place"]
    if text == "none" { return .none }
    guard text.hasPrefix("0x") || text.hasPrefix("msr:") else { return .feature(text) }
    let wrong = row.error("place", "\"\(text)\" is no place as 0x12:1.eax.4 or msr:0xcf.5")
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let bit = parts.last.flatMap({ Int($0) }) else { throw wrong }
    if text.hasPrefix("msr:") {
      guard parts.count == 2, let index = hex(parts[0].dropFirst(4)), (0..<64).contains(bit) else {
        throw wrong
      }
      return .msr(index, bit: bit)
    }
    let leaf = parts[0].split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, let register = Register(rawValue: String(parts[1])),
      (0..<32).contains(bit), let number = hex(leaf[0]), leaf.count <= 2
    else { throw wrong }
    guard leaf.count == 2 else { return .leaf(number, subleaf: nil, register, bit: bit) }
    guard let subleaf = UInt32(leaf[1]), subleaf < 64 else { throw wrong }
    return .leaf(number, subleaf: subleaf, register, bit: bit)
  }

  private static func hex(_ text: Substring) -> UInt32? {
    text.hasPrefix("0x") ? UInt32(text.dropFirst(2), radix: 16) : nil
  }
}

extension Tables {
  /// A name stands once in its world, and every place is one.
  func validateOtherNames() throws(TableError) {
    for world in NameRow.World.allCases {
      var known: Set<String> = []
      for feature in features {
        known.formUnion(feature.names(world).map(NameRow.spelling))
      }
      for row in names where row.world == world {
        guard known.insert(NameRow.spelling(row.name)).inserted else {
          throw row.source.error("name", "\(row.name) already is a name of \(world.rawValue)'s")
        }
        if case .feature(let name) = row.place, !features.contains(where: { $0.name == name }) {
          throw row.source.error("place", "there is no feature \(name)")
        }
      }
    }
  }

  /// The bit of the featureset that a place is, named or not; nil where it is none of it.
  func featureIndex(of place: NameRow.Place) -> Int? {
    switch place {
    case .feature(let name): features.first { $0.name == name }.map(\.index)
    case .leaf(let leaf, let subleaf, let register, let bit):
      words.firstIndex { $0.leaf == leaf && $0.subleaf == subleaf && $0.register == register }.map {
        $0 * 32 + bit
      }
    case .msr(let index, let bit):
      words.firstIndex { $0.msr == index && $0.isHighHalf == (bit >= 32) }.map {
        $0 * 32 + bit % 32
      }
    case .none: nil
    }
  }

  /// All names that a world has for a feature, the canonical one first.
  func names(of feature: FeatureRow, _ world: NameRow.World) -> [String] {
    feature.names(world)
      + names.filter { $0.world == world && featureIndex(of: $0.place) == feature.index }
      .map(\.name)
  }
}

extension NameRow {
  /// Hyphens and underscores are one in other worlds' names.
  static func spelling(_ name: String) -> String { String(name.map { $0 == "_" ? "-" : $0 }) }
}

extension FeatureRow {
  /// The names in its own row.
  func names(_ world: NameRow.World) -> [String] {
    source[world.rawValue].split(separator: " ").map(String.init)
  }
}
