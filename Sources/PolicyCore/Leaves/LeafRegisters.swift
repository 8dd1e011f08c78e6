// SPDX-License-Identifier: Apache-2.0

/// What one CPUID instruction returns: the four registers.
///
/// Source: SDM vol. 2A CPUID; APM vol. 3 CPUID.
public struct LeafRegisters: Equatable, Sendable, BitwiseCopyable {
  /// What CPUID leaves in EAX.
  public var eax: UInt32
  /// What CPUID leaves in EBX.
  public var ebx: UInt32
  /// What CPUID leaves in ECX.
  public var ecx: UInt32
  /// What CPUID leaves in EDX.
  public var edx: UInt32

  /// An answer of CPUID; registers that are left out are zero.
  @inlinable
  public init(eax: UInt32 = 0, ebx: UInt32 = 0, ecx: UInt32 = 0, edx: UInt32 = 0) {
    self.eax = eax
    self.ebx = ebx
    self.ecx = ecx
    self.edx = edx
  }

  /// True where all four registers are zero.
  @inlinable
  public var isZero: Bool { eax | ebx | ecx | edx == 0 }

  /// One of the registers.
  @inlinable
  public subscript(register: Register) -> UInt32 {
    get {
      switch register {
      case .eax: eax
      case .ebx: ebx
      case .ecx: ecx
      case .edx: edx
      }
    }
    set {
      switch register {
      case .eax: eax = newValue
      case .ebx: ebx = newValue
      case .ecx: ecx = newValue
      case .edx: edx = newValue
      }
    }
  }
}

extension Register {
  /// The register at an index of a policy's storage, which has four to a slot.
  @inline(__always)
  init(position: Int) {
    switch position & 3 {
    case 0: self = .eax
    case 1: self = .ebx
    case 2: self = .ecx
    default: self = .edx
    }
  }
}

// Hashing takes a random seed from the operating system, which a freestanding core lacks.
#if !hasFeature(Embedded)
  extension LeafRegisters: Hashable {}
#endif
