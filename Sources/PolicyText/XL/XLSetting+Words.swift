// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension XLSetting {
  /// The word of the string form that gives or takes a feature, e.g. `avx512f=0`; nil where xl has no key for it.
  package static func word(for feature: Feature, isOn: Bool) -> String? {
    let value = isOn ? "1" : "0"
    guard case .leaf(let leaf, let register, let bit) = feature.place else {
      return XLKey.featureInMSR(feature.optionName) == feature
        ? "\(feature.optionName)=\(value)" : nil
    }
    let place = XLKey.Place(place: leaf, register: register, bits: bit...bit)
    if XLKey.places(of: feature.optionName) == [place] { return "\(feature.optionName)=\(value)" }
    return XLKey.key(of: place).map { "\($0)=\(value)" }
  }

  /// The word of the string form that gives a field a number; nil where xl has no key for it.
  package static func word(for field: Field, _ value: UInt32) -> String? {
    XLKey.key(of: XLKey.Place(field)).map { "\($0)=\(value)" }
  }
}
