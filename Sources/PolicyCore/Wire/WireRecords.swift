// SPDX-License-Identifier: Apache-2.0

/// A leaf as Xen's hypercalls carry it: 24 bytes, little endian.
///
/// `struct xen_cpuid_leaf` in `xen/include/public/arch-x86/xen.h`.
public struct WireLeaf: Equatable, Sendable, BitwiseCopyable {
  /// EAX of the question.
  public var leaf: UInt32
  /// The subleaf, or all ones for a leaf that ignores ECX.
  public var subleaf: UInt32
  /// What CPUID leaves in EAX.
  public var eax: UInt32
  /// What CPUID leaves in EBX.
  public var ebx: UInt32
  /// What CPUID leaves in ECX.
  public var ecx: UInt32
  /// What CPUID leaves in EDX.
  public var edx: UInt32

  /// Bytes of a record.
  public static var size: Int { 24 }

  /// The record of a place and its answer.
  @inlinable
  public init(_ place: LeafPlace, _ registers: LeafRegisters) {
    leaf = place.leaf
    subleaf = place.subleaf
    eax = registers.eax
    ebx = registers.ebx
    ecx = registers.ecx
    edx = registers.edx
  }

  /// A record of zeros, to be written over.
  @inlinable
  public init() { self.init(LeafPlace(0), LeafRegisters()) }

  /// The answer without its place.
  @inlinable
  public var registers: LeafRegisters { LeafRegisters(eax: eax, ebx: ebx, ecx: ecx, edx: edx) }
}

/// An MSR as Xen's hypercalls carry it: 16 bytes, little endian.
public struct WireMSR: Equatable, Sendable, BitwiseCopyable {
  /// The MSR's number.
  public var index: UInt32
  /// Must be zero.
  public var flags: UInt32
  /// The MSR's 64 bits.
  public var value: UInt64

  /// Bytes of a record.
  public static var size: Int { 16 }

  /// The record of an MSR, or one of zeros to be written over.
  @inlinable
  public init(index: UInt32 = 0, flags: UInt32 = 0, value: UInt64 = 0) {
    self.index = index
    self.flags = flags
    self.value = value
  }
}

/// Why records could not be written or read, with the place: Xen's errors.
public struct WireError: Error, Equatable, Sendable {
  /// In which way records are wrong, by Xen's error numbers.
  public enum Kind: UInt8, Sendable {
    /// ENOBUFS: the buffer is too small; what fitted has been written.
    case bufferTooSmall
    /// E2BIG: more records than a policy can come to; nothing was read.
    case tooMany
    /// ERANGE: no policy has this leaf, subleaf or MSR.
    case outOfRange
    /// EINVAL: an MSR's flags are not zero.
    case invalidFlags
    /// EOVERFLOW: the value does not fit the MSR's storage.
    case overflow
    /// Strict reading: the place came before.
    case duplicate
    /// Strict reading: places do not ascend.
    case unsorted
    /// Strict reading: the record has bits that no policy keeps.
    case dropped
  }

  /// In which way the record is wrong.
  public var kind: Kind
  /// The offending place; all ones where the error has none.
  public var leaf: UInt32
  /// The offending subleaf; all ones where the error has none.
  public var subleaf: UInt32
  /// The offending MSR; all ones where the error has none.
  public var msr: UInt32

  /// A fault at a leaf or an MSR, or at none.
  @inlinable
  public init(
    _ kind: Kind, leaf: UInt32 = 0xffff_ffff, subleaf: UInt32 = 0xffff_ffff,
    msr: UInt32 = 0xffff_ffff
  ) {
    self.kind = kind
    self.leaf = leaf
    self.subleaf = subleaf
    self.msr = msr
  }

  /// The error number that Xen returns; strict reading's own errors are EINVAL.
  public var errno: Int32 {
    switch kind {
    case .bufferTooSmall: 105
    case .tooMany: 7
    case .outOfRange: 34
    case .invalidFlags, .duplicate, .unsorted, .dropped: 22
    case .overflow: 75
    }
  }
}
