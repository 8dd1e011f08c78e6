/// A leaf as Xen's hypercalls carry it: 24 bytes, little endian.
///
/// `struct xen_cpuid_leaf` in `xen/include/public/arch-x86/xen.h`.
public struct WireLeaf: Equatable, Sendable, BitwiseCopyable {
  public var leaf: UInt32
  /// The subleaf, or all ones for a leaf that ignores ECX.
  public var subleaf: UInt32
  public var eax: UInt32
  public var ebx: UInt32
  public var ecx: UInt32
  public var edx: UInt32

  /// Bytes of a record.
  public static var size: Int { 24 }

  @inlinable
  public init(_ place: LeafPlace, _ registers: LeafRegisters) {
    leaf = place.leaf
    subleaf = place.subleaf
    eax = registers.eax
    ebx = registers.ebx
    ecx = registers.ecx
    edx = registers.edx
  }

  @inlinable
  public init() { self.init(LeafPlace(0), LeafRegisters()) }

  @inlinable
  public var registers: LeafRegisters { LeafRegisters(eax: eax, ebx: ebx, ecx: ecx, edx: edx) }
}

/// An MSR as Xen's hypercalls carry it: 16 bytes, little endian.
public struct WireMSR: Equatable, Sendable, BitwiseCopyable {
  public var index: UInt32
  /// Must be zero.
  public var flags: UInt32
  public var value: UInt64

  /// Bytes of a record.
  public static var size: Int { 16 }

  @inlinable
  public init(index: UInt32 = 0, flags: UInt32 = 0, value: UInt64 = 0) {
    self.index = index
    self.flags = flags
    self.value = value
  }
}

/// How much of a policy a wire format carries: data, not constants.
public struct WireExtents: Equatable, Sendable {
  public var maxBasicLeaf: UInt32
  public var maxExtendedLeaf: UInt32
  /// Number of subleaves of leaf 4, 7, 0xb and 0xd.
  public var cacheCount: UInt32
  public var featureCount: UInt32
  public var topologyCount: UInt32
  public var stateCount: UInt32

  public init(
    maxBasicLeaf: UInt32, maxExtendedLeaf: UInt32, cacheCount: UInt32, featureCount: UInt32,
    topologyCount: UInt32, stateCount: UInt32
  ) {
    self.maxBasicLeaf = maxBasicLeaf
    self.maxExtendedLeaf = maxExtendedLeaf
    self.cacheCount = cacheCount
    self.featureCount = featureCount
    self.topologyCount = topologyCount
    self.stateCount = stateCount
  }

  /// What Xen carries: `xen/include/xen/lib/x86/cpu-policy.h`.
  public static var xen: WireExtents {
    WireExtents(
      maxBasicLeaf: 0xd, maxExtendedLeaf: 0x8000_0021, cacheCount: 6, featureCount: 3,
      topologyCount: 2, stateCount: 63)
  }

  /// The most leaves that a policy can come to: 120 for Xen.
  @inlinable
  public var maxLeaves: Int {
    let basic = Int(maxBasicLeaf) &+ 1
    let lists = Int(cacheCount &+ featureCount &+ topologyCount &+ stateCount) &- 4
    return basic &+ lists &+ 2 &+ Int(maxExtendedLeaf & 0xffff) &+ 1
  }

  /// The most MSRs: PLATFORM_INFO and ARCH_CAPABILITIES.
  @inlinable
  public var maxMSRs: Int { 2 }

  /// Number of subleaves that a multi-part leaf has here; nil for a leaf without subleaves.
  @inline(__always)
  @inlinable
  public func subleafCount(_ leaf: UInt32) -> UInt32? {
    switch leaf {
    case 4: cacheCount
    case 7: featureCount
    case 0xb: topologyCount
    case 0xd: stateCount
    default: nil
    }
  }

  /// Whether a record for the place exists.
  @inlinable
  public func carries(_ place: LeafPlace) -> Bool {
    if let count = subleafCount(place.leaf), place.leaf <= maxBasicLeaf {
      return place.subleaf < count
    }
    guard place.isPlain else { return false }
    return place.leaf <= maxBasicLeaf || place.leaf == 0x4000_0000 || place.leaf == 0x4000_0100
      || place.leaf >= 0x8000_0000 && place.leaf <= maxExtendedLeaf
  }
}

/// Why records could not be written or read, with the place: Xen's errors.
public struct WireError: Error, Equatable, Sendable {
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
  }

  public var kind: Kind
  /// The offending place; all ones where the error has none.
  public var leaf: UInt32
  public var subleaf: UInt32
  public var msr: UInt32

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
    case .invalidFlags, .duplicate, .unsorted: 22
    case .overflow: 75
    }
  }
}
