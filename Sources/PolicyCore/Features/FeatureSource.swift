// SPDX-License-Identifier: Apache-2.0

/// Where a word of the featureset stands: a register of a policy, or half of an MSR. One number of
/// `FeatureTable.sources`.
struct FeatureSource {
  private let packed: Int

  @inline(__always)
  init(_ packed: UInt16) { self.packed = Int(packed) }

  @inline(__always)
  var isMSR: Bool { packed & 0x8000 != 0 }

  /// The position among the policy's MSRs, of an MSR.
  @inline(__always)
  var msrPosition: Int { packed >> 1 & 0x3fff }

  /// The number of bits below the half of the MSR.
  @inline(__always)
  var shift: UInt64 { packed & 1 == 0 ? 0 : 32 }

  /// The position among the policy's registers, of a register.
  @inline(__always)
  var registerPosition: Int { packed }

  @inline(__always)
  func isRegister(_ position: Int) -> Bool { packed == position }

  @inline(__always)
  func isMSR(_ position: Int) -> Bool { isMSR && msrPosition == position }

  /// The half of the MSR's value.
  @inline(__always)
  func half(of value: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: value &>> shift) }
}
