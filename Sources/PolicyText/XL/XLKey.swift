// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// Keys of xl's string form: those of `ABI/xl.csv`, then the names of features.
enum XLKey {
  struct Place: Equatable {
    var place: LeafPlace
    var register: Register
    var lowBit: Int
    var highBit: Int

    var width: Int { highBit - lowBit + 1 }
    var mask: UInt32 { (0xffff_ffff >> UInt32(32 - width)) << UInt32(lowBit) }

    init(place: LeafPlace, register: Register, bits: ClosedRange<Int>) {
      self.place = place
      self.register = register
      lowBit = bits.lowerBound
      highBit = bits.upperBound
    }

    init(_ field: Field) {
      self.init(
        place: LeafPlace(field.leaf), register: field.register,
        bits: field.lowBit...field.highBit)
    }
  }

  /// Where a key's bits stand, lowest part first; empty for an unknown key.
  static func places(of key: String) -> [Place] {
    switch key {
    case "family": return [Place(.baseFamily), Place(.extendedFamily)]
    case "model": return [Place(.baseModel), Place(.extendedModel)]
    case "stepping": return [Place(.steppingId)]
    default: break
    }
    if let row = rows[key] { return [place(ofRow: row)] }
    guard let feature = Feature.byOptionName[key],
      case .leaf(let place, let register, let bit) = feature.place
    else { return [] }
    return [Place(place: place, register: register, bits: bit...bit)]
  }

  private static func place(ofRow row: Int) -> Place {
    let bits = XLKeyTable.bits[row]
    let register = Register(rawValue: UInt8(bits >> 16)) ?? .eax
    return Place(
      place: LeafPlace(XLKeyTable.leaves[row], XLKeyTable.subleaves[row]), register: register,
      bits: Int(bits & 0xff)...Int(bits >> 8 & 0xff))
  }

  /// The keys of `ABI/xl.csv` with their places.
  static var tablePlaces: [(key: String, place: Place)] {
    rows.map { ($0.key, place(ofRow: $0.value)) }
  }

  /// A key of the bits of one place alone; nil where xl has none.
  static func key(of place: Place) -> String? {
    let found = rows.filter { self.place(ofRow: $0.value) == place }.keys.min()
    if let found { return found }
    return place == Place(.steppingId) ? "stepping" : nil
  }

  /// The feature of a key that stands in an MSR; nil for every other key.
  static func featureInMSR(_ key: String) -> Feature? {
    guard rows[key] == nil, let feature = Feature.byOptionName[key], case .msr = feature.place
    else {
      return nil
    }
    return feature
  }

  private static let rows: [String: Int] = {
    var result: [String: Int] = [:]
    let keys = TextRecords(XLKeyTable.keys, lengths: XLKeyTable.keysLengths.span)
    for row in 0..<keys.count { result[keys.text(row: row, column: 0)] = row }
    return result
  }()

  /// Keys that the writer may have meant.
  static func nearest(to key: String) -> [String] {
    NearestNames.of(
      key,
      among: Array(rows.keys) + Array(Feature.byOptionName.keys) + ["family", "model", "stepping"])
  }
}
