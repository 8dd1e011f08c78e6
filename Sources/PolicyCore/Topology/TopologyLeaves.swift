// SPDX-License-Identifier: Apache-2.0

/// The highest leaves with topology that a back end serves.
public struct TopologyLeaves: Equatable, Sendable, BitwiseCopyable {
  /// Highest basic leaf, e.g. 0x1f; zero where max decides.
  public var maxBasicLeaf: UInt32
  /// Highest extended leaf, e.g. 0x80000026; zero where max decides.
  public var maxExtendedLeaf: UInt32

  /// All that tell a topology: Intel's dies in 0x1f, AMD's in 0x80000026.
  public static let all = TopologyLeaves(maxBasicLeaf: 0x1f, maxExtendedLeaf: 0x8000_0026)

  /// No leaves beyond those of max, or the ones that are named.
  public init(maxBasicLeaf: UInt32 = 0, maxExtendedLeaf: UInt32 = 0) {
    self.maxBasicLeaf = maxBasicLeaf
    self.maxExtendedLeaf = maxExtendedLeaf
  }
}
