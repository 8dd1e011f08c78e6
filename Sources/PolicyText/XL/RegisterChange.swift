// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// What a toolstack wants of the bits of one register.
///
/// Bits in none of the masks are not named.
public struct RegisterChange: Equatable, Sendable {
  /// The leaf and subleaf.
  public var place: LeafPlace
  /// The register of the leaf.
  public var register: Register
  /// Forced to one, forced to zero.
  public var ones: UInt32 = 0
  /// Bits that are forced to zero.
  public var zeros: UInt32 = 0
  /// Left as the domain has them without the setting (`x`).
  public var own: UInt32 = 0
  /// Taken from the host policy, and kept over migration (`k`, once `s`).
  public var fromHost: UInt32 = 0

  /// A register about which nothing is asked yet.
  public init(place: LeafPlace, register: Register) {
    self.place = place
    self.register = register
  }

  /// All bits that are named.
  public var named: UInt32 { ones | zeros | own | fromHost }

  /// Whether no bit is left to what the domain or the host has.
  public var isWhole: Bool { ones | zeros == 0xffff_ffff }

  /// xl's characters for all bits, the highest first; bits that are not named are `x`.
  public var characters: String {
    String(
      (0..<32).reversed().map { bit -> Character in
        let mask = UInt32(1) << UInt32(bit)
        if ones & mask != 0 { return "1" }
        if zeros & mask != 0 { return "0" }
        return fromHost & mask != 0 ? "k" : "x"
      })
  }

  /// Names bits anew; the later naming counts.
  mutating func set(_ bits: UInt32, to choice: XLChoice) {
    ones &= ~bits
    zeros &= ~bits
    own &= ~bits
    fromHost &= ~bits
    switch choice {
    case .one: ones |= bits
    case .zero: zeros |= bits
    case .own: own |= bits
    case .byHost: fromHost |= bits
    }
  }

  /// The register's value after the change.
  ///
  /// - Parameters:
  ///   - value: what the domain has without it.
  ///   - host: what the host has.
  public func apply(to value: UInt32, host: UInt32) -> UInt32 {
    value & ~(zeros | fromHost) | ones | host & fromHost
  }
}

/// What xl's characters ask of a bit.
enum XLChoice {
  case one, zero, own, byHost

  /// `1`, `0`, `x`, `k`, or the old `s`.
  init?(_ character: UInt8) {
    switch character {
    case UInt8(ascii: "1"): self = .one
    case UInt8(ascii: "0"): self = .zero
    case UInt8(ascii: "x"): self = .own
    case UInt8(ascii: "k"), UInt8(ascii: "s"): self = .byHost
    default: return nil
    }
  }
}
