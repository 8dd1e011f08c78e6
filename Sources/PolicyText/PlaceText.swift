// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// Places as people read them.
public enum PlaceText {
  /// `7:0 EBX[16]`, `0x80000001 EDX[20]`, `MSR 0x10a[2]`.
  public static func short(_ place: Feature.Place) -> String {
    switch place {
    case .leaf(let place, let register, let bit): "\(leaf(place)) \(upper(register))[\(bit)]"
    case .msr(let index, let bit): "MSR 0x\(String(index.rawValue, radix: 16))[\(bit)]"
    case .none: ""
    }
  }

  /// `7:0`, `0x80000001`.
  public static func leaf(_ place: LeafPlace) -> String {
    let number = "0x" + String(place.leaf, radix: 16)
    return place.isPlain ? number : "\(number):\(place.subleaf)"
  }

  /// A place without its bit: `0x7:0 EBX`, `MSR 0x10a`.
  package static func register(_ place: Feature.Place) -> String {
    switch place {
    case .leaf(let place, let register, _): "\(leaf(place)) \(upper(register))"
    case .msr(let index, _): "MSR 0x\(String(index.rawValue, radix: 16))"
    case .none: ""
    }
  }

  /// `EAX` to `EDX`.
  public static func upper(_ register: Register) -> String {
    switch register {
    case .eax: "EAX"
    case .ebx: "EBX"
    case .ecx: "ECX"
    case .edx: "EDX"
    }
  }
}

extension Maturity {
  /// The table's word.
  public var word: String { self == .securityHidden ? "security-hidden" : "\(self)" }
}

extension MigrationRule {
  /// The table's word.
  public var word: String { self == .oneWay ? "one-way" : "\(self)" }
}

extension Severity {
  /// The table's word.
  public var word: String { self == .guestCrash ? "guest-crash" : "\(self)" }
}
