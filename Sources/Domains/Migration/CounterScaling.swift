// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// The ratio by which hardware makes a guest's time-stamp counter of the host's.
///
/// VMX holds it as 16.48 and SVM as 8.32 (SDM vol. 3 25.3; APM vol. 2 15.30.5).
public struct CounterScaling: Sendable {
  /// Bits behind the point.
  public let fractionBits: Int
  /// The greatest ratio that the register holds.
  public let maximum: UInt64

  /// Intel's register, 16.48.
  public static let vmx = CounterScaling(fractionBits: 48, maximum: .max)
  /// AMD's register, 8.32.
  public static let svm = CounterScaling(fractionBits: 32, maximum: 1 << 40 - 1)

  /// The form of a maker's CPUs.
  public static func of(_ vendor: Vendor) -> CounterScaling { vendor.isAMDLike ? .svm : .vmx }

  /// The ratio for two frequencies.
  ///
  /// - Parameters:
  ///   - guest: the guest's frequency in kHz.
  ///   - host: the host's frequency in kHz.
  ///   - refusesMaximum: whether the greatest ratio is refused as well, as KVM does and Xen does not.
  /// - Returns: nil where the register does not hold it, or it comes to nothing.
  public func ratio(guest: Int, host: Int, refusesMaximum: Bool) -> UInt64? {
    guard guest > 0, host > 0 else { return nil }
    let scaled = UInt64(guest).multipliedFullWidth(by: 1 << UInt64(fractionBits))
    guard scaled.high < UInt64(host) else { return nil }
    let ratio = UInt64(host).dividingFullWidth(scaled).quotient
    guard ratio > 0, ratio <= maximum, !(refusesMaximum && ratio == maximum) else { return nil }
    return ratio
  }
}
