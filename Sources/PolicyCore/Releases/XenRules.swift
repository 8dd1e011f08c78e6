// SPDX-License-Identifier: Apache-2.0

/// A set of rules of derivation that differ between releases of Xen: `ABI/xen-rules.csv`.
///
/// A rule stands for what the newest release does. Without it derivation does what releases did before.
public struct XenRules: Equatable, Sendable, BitwiseCopyable {
  /// A bit for each rule.
  public var rawValue: UInt64

  /// Rules by their bits.
  @inlinable
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// All rules: those of the newest release, and those that are ours alone.
  @inlinable
  public static var newest: XenRules { XenRules(rawValue: 1 &<< UInt64(count) &- 1) }

  /// Whether the rules of another set are all in this one.
  @inlinable
  @inline(__always)
  public func contains(_ rules: XenRules) -> Bool { rawValue & rules.rawValue == rules.rawValue }

  /// Takes rules out.
  @inlinable
  public mutating func remove(_ rules: XenRules) { rawValue &= ~rules.rawValue }

  /// Adds rules.
  @inlinable
  public mutating func insert(_ rules: XenRules) { rawValue |= rules.rawValue }
}
