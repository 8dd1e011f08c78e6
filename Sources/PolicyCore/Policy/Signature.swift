// SPDX-License-Identifier: Apache-2.0

/// Family, model and stepping of a CPU.
public struct Signature: Equatable, Sendable {
  /// With the extended family added, as manuals write it.
  public var family: UInt32
  /// With the extended model in front, as manuals write it.
  public var model: UInt32
  /// The stepping, 0 to 15.
  public var stepping: UInt32

  /// The extended family counts only where the base family is 0xf, the extended model from
  /// family 6 on.
  public init(eax: UInt32) {
    let base = eax >> 8 & 0xf
    family = base == 0xf ? base &+ (eax >> 20 & 0xff) : base
    model = eax >> 4 & 0xf | (base >= 6 ? eax >> 12 & 0xf0 : 0)
    stepping = eax & 0xf
  }
}

// Hashing takes a random seed from the operating system, which a freestanding core lacks.
#if !hasFeature(Embedded)
  extension Signature: Hashable {}
#endif
