/// A CPUID leaf with its subleaf, as EAX and ECX select it.
public struct LeafPlace: Equatable, Sendable, BitwiseCopyable, Comparable {
  /// Marks a leaf that ignores ECX (all ones, as in Xen's records).
  @inlinable
  public static var noSubleaf: UInt32 { 0xffff_ffff }

  public var leaf: UInt32
  /// The subleaf, or `noSubleaf`.
  public var subleaf: UInt32

  @inlinable
  public init(_ leaf: UInt32, _ subleaf: UInt32 = 0xffff_ffff) {
    self.leaf = leaf
    self.subleaf = subleaf
  }

  /// True where the leaf ignores ECX.
  @inlinable
  public var isPlain: Bool { subleaf == LeafPlace.noSubleaf }

  @inlinable
  public static func < (left: LeafPlace, right: LeafPlace) -> Bool {
    left.leaf != right.leaf ? left.leaf < right.leaf : left.subleaf < right.subleaf
  }
}

/// An index of a model-specific register.
public struct MSRIndex: RawRepresentable, Equatable, Sendable, BitwiseCopyable {
  public var rawValue: UInt32

  @inlinable
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// IA32_PLATFORM_INFO: bit 31 says that CPUID faulting exists. SDM vol. 4.
  @inlinable
  public static var platformInfo: MSRIndex { .msrce }
  /// IA32_ARCH_CAPABILITIES: words 16 and 17 of the featureset. SDM vol. 4.
  @inlinable
  public static var archCapabilities: MSRIndex { .msr10a }
}

// Hashing takes a random seed from the operating system, which a freestanding core lacks.
#if !hasFeature(Embedded)
  extension LeafPlace: Hashable {}
  extension MSRIndex: Hashable {}
#endif
