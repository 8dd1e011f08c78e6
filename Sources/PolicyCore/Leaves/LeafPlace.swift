// SPDX-License-Identifier: Apache-2.0

/// A CPUID leaf with its subleaf, as EAX and ECX select it.
public struct LeafPlace: Equatable, Sendable, BitwiseCopyable, Comparable {
  /// Marks a leaf that ignores ECX (all ones, as in Xen's records).
  @inlinable
  public static var noSubleaf: UInt32 { 0xffff_ffff }

  /// EAX of the question.
  public var leaf: UInt32
  /// The subleaf, or `noSubleaf`.
  public var subleaf: UInt32

  /// A leaf that ignores ECX, or one subleaf of a leaf.
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

// Hashing takes a random seed from the operating system, which a freestanding core lacks.
#if !hasFeature(Embedded)
  extension LeafPlace: Hashable {}
#endif
