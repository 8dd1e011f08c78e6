// SPDX-License-Identifier: Apache-2.0

/// The ranges into which CPUID's leaves fall, by their upper four bits.
public enum LeafRange: UInt32, Sendable {
  case basic = 0
  /// What a hypervisor tells its guests.
  case hypervisor = 4
  case extended = 8

  /// The range of a leaf; nil for leaves that no CPU defines.
  @inline(__always)
  public init?(of leaf: UInt32) {
    switch leaf >> 28 {
    case 0: self = .basic
    case 4: self = .hypervisor
    case 8: self = .extended
    default: return nil
    }
  }
}
