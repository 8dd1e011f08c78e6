// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// What a toolstack wants of the bits of one register.
///
/// Bits in none of the masks are not named.
public struct RegisterChange: Equatable, Sendable {
  public var place: LeafPlace
  public var register: Register
  /// Forced to one, forced to zero.
  public var ones: UInt32 = 0
  public var zeros: UInt32 = 0
  /// Taken from the default policy of the guest's kind (`x`).
  public var fromDefault: UInt32 = 0
  /// Taken from the host policy, and kept over migration (`k`, once `s`).
  public var fromHost: UInt32 = 0

  public init(place: LeafPlace, register: Register) {
    self.place = place
    self.register = register
  }

  /// All bits that are named.
  public var named: UInt32 { ones | zeros | fromDefault | fromHost }

  /// Names bits anew; the later naming counts.
  mutating func set(_ bits: UInt32, to choice: XLChoice) {
    ones &= ~bits
    zeros &= ~bits
    fromDefault &= ~bits
    fromHost &= ~bits
    switch choice {
    case .one: ones |= bits
    case .zero: zeros |= bits
    case .byDefault: fromDefault |= bits
    case .byHost: fromHost |= bits
    }
  }

  /// The register's value after the change.
  public func apply(to value: UInt32, default fallback: UInt32, host: UInt32) -> UInt32 {
    value & ~named | ones | fallback & fromDefault | host & fromHost
  }
}

/// What xl's characters ask of a bit.
enum XLChoice {
  case one, zero, byDefault, byHost

  /// `1`, `0`, `x`, `k`, or the old `s`.
  init?(_ character: UInt8) {
    switch character {
    case UInt8(ascii: "1"): self = .one
    case UInt8(ascii: "0"): self = .zero
    case UInt8(ascii: "x"): self = .byDefault
    case UInt8(ascii: "k"), UInt8(ascii: "s"): self = .byHost
    default: return nil
    }
  }
}
