// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// What xl's `cpuid=` asks of a feature that stands in an MSR, e.g. a bit of ARCH_CAPABILITIES. Only the
/// string form has words for them.
public struct MSRChange: Equatable, Sendable {
  /// The feature that stands in an MSR.
  public var feature: Feature
  /// True and false force it; nil takes it from the host policy (`k`, once `s`).
  public var value: Bool?

  /// A wish about a feature in an MSR.
  public init(feature: Feature, value: Bool?) {
    self.feature = feature
    self.value = value
  }
}
