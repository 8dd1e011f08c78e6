// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText

/// Where something stands, as every document writes it.
enum PlaceMembers {
  static func leaf(_ place: LeafPlace, _ register: Register) -> [JSONValue.Member] {
    [
      .init(name: "leaf", value: .string(Hex.word(place.leaf))),
      .init(name: "subleaf", value: place.isPlain ? .null : .integer(Int(place.subleaf))),
      .init(name: "register", value: .string("\(register)")),
    ]
  }

  static func msr(_ index: MSRIndex) -> [JSONValue.Member] {
    [.init(name: "msr", value: .string(Hex.word(index.rawValue)))]
  }

  static func of(_ place: Violation.Place) -> [JSONValue.Member] {
    switch place {
    case .leaf(let place, let register): leaf(place, register)
    case .msr(let index): msr(index)
    }
  }

  static func of(_ place: Feature.Place) -> [JSONValue.Member] {
    switch place {
    case .leaf(let place, let register, _): leaf(place, register)
    case .msr(let index, _): msr(index)
    case .none: []
    }
  }

  /// Number of hexadecimal digits of a value there.
  static func digits(_ place: Violation.Place) -> Int {
    switch place {
    case .leaf: 8
    case .msr: 16
    }
  }
}
