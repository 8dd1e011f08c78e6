// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// A feature or a field, as somebody names it: by the project's name, or by that of any world that the tables
/// know (`aes`, `pni`, `sha_ni`, `sse4.2`, `spec-ctrl`, `maxphysaddr`).
///
/// Case, hyphens, underscores and dots make no difference. A name of the project's own means what it names;
/// any other that means two things is for whoever gave it to decide.
package enum KnownName: Hashable, Sendable {
  case feature(Feature)
  case field(Field)
  case msrField(MSRField)

  /// The name on command lines.
  package var optionName: String {
    switch self {
    case .feature(let feature): feature.optionName
    case .field(let field): field.optionKey.isEmpty ? field.name : field.optionKey
    case .msrField(let field): field.name
    }
  }

  /// All that a name may mean; empty for a name that nobody has.
  package static func meanings(of name: String) -> [KnownName] {
    // No name of the tables is longer.
    guard name.utf8.count <= 64 else { return [] }
    if let own = own(name) { return [own] }
    let spelt = hyphenated(name)
    if let exact = spellings.exact[spelt] { return exact }
    return spellings.loose[loosened(spelt)] ?? []
  }

  /// What a name of the project's own means: features first, of which one is called like a field.
  private static func own(_ name: String) -> KnownName? { spellings.own[hyphenated(name)] }

  /// What other worlds mean by a name of the project's own, where that is something else; empty otherwise.
  package func otherMeanings(of name: String) -> [KnownName] {
    guard Self.own(name) == self else { return [] }
    return (Self.spellings.exact[Self.hyphenated(name)] ?? []).filter { $0 != self }
  }

  /// Names that somebody may have meant, nearest first.
  package static func nearest(to name: String) -> [String] {
    NearestNames.of(name, among: ownNames)
  }

  private static let ownNames =
    Feature.allNamed.map(\.optionName) + Array(CPUIDOption.keys.keys) + Field.all.map(\.name)
    + MSRField.all.map(\.name)

  // MARK: Spellings

  /// `-`, `_` and `.` are the same, and so is either case.
  private static func hyphenated(_ name: String) -> String {
    String(
      decoding: name.lowercased().utf8.map { "_.".utf8.contains($0) ? UInt8(ascii: "-") : $0 },
      as: UTF8.self)
  }

  /// The name without what stands between its parts.
  private static func loosened(_ spelt: String) -> String { spelt.filter { $0 != "-" } }

  private struct Spellings {
    /// What the project means.
    var own: [String: KnownName] = [:]
    /// What other worlds mean, by their names.
    var exact: [String: [KnownName]] = [:]
    /// What anybody means, by names that run together.
    var loose: [String: [KnownName]] = [:]

    mutating func add(_ name: some StringProtocol, _ meaning: KnownName, isOwn: Bool = false) {
      let spelt = hyphenated(String(name))
      if isOwn {
        if own[spelt] == nil { own[spelt] = meaning }
      } else if exact[spelt]?.contains(meaning) != true {
        exact[spelt, default: []].append(meaning)
      }
      let loose = loosened(spelt)
      if self.loose[loose]?.contains(meaning) != true {
        self.loose[loose, default: []].append(meaning)
      }
    }
  }

  private static let spellings: Spellings = {
    var spellings = Spellings()
    for feature in Feature.allNamed {
      let meaning = KnownName.feature(feature)
      spellings.add(feature.optionName, meaning, isOwn: true)
      for name in feature.linuxName.split(separator: " ") { spellings.add(name, meaning) }
      for name in feature.qemuNames + feature.libvirtNames { spellings.add(name, meaning) }
    }
    for field in Field.all { spellings.add(field.name, .field(field), isOwn: true) }
    for (key, field) in CPUIDOption.keys { spellings.add(key, .field(field), isOwn: true) }
    for field in MSRField.all { spellings.add(field.name, .msrField(field), isOwn: true) }
    let places = Places()
    for row in OtherName.rows {
      if let meaning = places.meaning(of: row.place) { spellings.add(row.name, meaning) }
    }
    for (key, place) in XLKey.tablePlaces {
      if let meaning = places.meaning(of: place) { spellings.add(key, meaning) }
    }
    return spellings
  }()
}

/// What stands where, for names that say a place.
private struct Places {
  private struct Leaf: Hashable {
    var leaf: UInt32
    /// Nil where the leaf ignores ECX.
    var subleaf: UInt32?
    var register: Register
    var lowBit: Int
    var highBit: Int
  }

  private var leaves: [Leaf: KnownName] = [:]
  private var msrs: [UInt64: KnownName] = [:]

  init() {
    for field in Field.all {
      let place = Leaf(
        leaf: field.leaf, subleaf: field.isPlain ? nil : field.subleaves.lowerBound,
        register: field.register, lowBit: field.lowBit, highBit: field.highBit)
      // The first of rows that stand in one place for several vendors.
      if leaves[place] == nil { leaves[place] = .field(field) }
    }
    for field in MSRField.all where field.lowBit == field.highBit {
      msrs[UInt64(field.msr.rawValue) << 6 | UInt64(field.lowBit)] = .msrField(field)
    }
    for feature in Feature.allNamed {
      switch feature.place {
      case .leaf(let place, let register, let bit):
        leaves[key(place, register, bit, bit)] = .feature(feature)
      case .msr(let index, let bit):
        msrs[UInt64(index.rawValue) << 6 | UInt64(bit)] = .feature(feature)
      case .none: break
      }
    }
  }

  private func key(_ place: LeafPlace, _ register: Register, _ low: Int, _ high: Int) -> Leaf {
    Leaf(
      leaf: place.leaf, subleaf: place.isPlain ? nil : place.subleaf, register: register,
      lowBit: low, highBit: high)
  }

  func meaning(of place: OtherName.Place) -> KnownName? {
    switch place {
    case .feature(let feature): feature.isNamed ? .feature(feature) : nil
    case .leaf(let place, let register, let bit): leaves[key(place, register, bit, bit)]
    case .msr(let index, let bit): msrs[UInt64(index.rawValue) << 6 | UInt64(bit)]
    case .none: nil
    }
  }

  func meaning(of place: XLKey.Place) -> KnownName? {
    leaves[key(place.place, place.register, place.lowBit, place.highBit)]
  }
}
