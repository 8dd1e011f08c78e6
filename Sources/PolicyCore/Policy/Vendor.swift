// SPDX-License-Identifier: Apache-2.0

/// The maker of a CPU, by the string in leaf 0. Each has a bit of its own, as in Xen's interface.
///
/// All three registers must match; a partial match is unknown. Source: the vendors' CPUID manuals.
public struct Vendor: RawRepresentable, Equatable, Sendable, BitwiseCopyable {
  public var rawValue: UInt8

  @inlinable
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A vendor that is none of these.
  @inlinable public static var unknown: Vendor { Vendor(rawValue: 0) }
  /// `GenuineIntel`.
  @inlinable public static var intel: Vendor { Vendor(rawValue: 1) }
  /// `AuthenticAMD`.
  @inlinable public static var amd: Vendor { Vendor(rawValue: 2) }
  /// `CentaurHauls`.
  @inlinable public static var centaur: Vendor { Vendor(rawValue: 4) }
  /// ` Shanghai `, which is Zhaoxin.
  @inlinable public static var shanghai: Vendor { Vendor(rawValue: 8) }
  /// `HygonGenuine`.
  @inlinable public static var hygon: Vendor { Vendor(rawValue: 16) }

  /// From EBX, ECX and EDX of leaf 0.
  public init(ebx: UInt32, ecx: UInt32, edx: UInt32) {
    switch (ebx, ecx, edx) {
    case (0x756e_6547, 0x6c65_746e, 0x4965_6e69): self = .intel
    case (0x6874_7541, 0x444d_4163, 0x6974_6e65): self = .amd
    case (0x746e_6543, 0x736c_7561, 0x4872_7561): self = .centaur
    case (0x6853_2020, 0x2020_6961, 0x6867_6e61): self = .shanghai
    case (0x6f67_7948, 0x656e_6975, 0x6e65_476e): self = .hygon
    default: self = .unknown
    }
  }

  /// Whether a set of bits, as the tables write it, names the vendor; all ones name every one, known or
  /// not.
  func isAmong(_ bits: UInt16) -> Bool { bits == .max || bits & UInt16(rawValue) != 0 }

  /// AMD and Hygon follow the same manual.
  @inlinable
  public var isAMDLike: Bool { self == .amd || self == .hygon }
}

extension CPUPolicy {
  /// The vendor, recomputed from leaf 0 on every call: it is no data of its own.
  @inline(__always)
  public var vendor: Vendor { @_addressableSelf get { Vendor(in: registers.span) } }

  /// Family, model and stepping from EAX of leaf 1. SDM vol. 2A CPUID, "Version Information".
  @inline(__always)
  public var signature: Signature { Signature(eax: self[leaf: 1].eax) }
}

extension PolicyView {
  @inline(__always)
  var vendor: Vendor { Vendor(in: registers) }

  /// Family, model and stepping.
  @inline(__always)
  var signature: Signature { Signature(eax: self[leaf: 1].eax) }
}

extension Vendor {
  /// From a policy's registers.
  @inline(__always)
  fileprivate init(in registers: Span<UInt32>) {
    let leaf = LeafRegisters(ofSlot: 0, in: registers)
    self.init(ebx: leaf.ebx, ecx: leaf.ecx, edx: leaf.edx)
  }
}

// Hashing takes a random seed from the operating system, which a freestanding core lacks.
#if !hasFeature(Embedded)
  extension Vendor: Hashable {}
#endif
