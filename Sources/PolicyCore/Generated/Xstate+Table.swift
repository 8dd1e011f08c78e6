// SPDX-License-Identifier: Apache-2.0
// Generated from the tables in ABI/ by `make generate`. Do not edit: change the table.
// swift-format-ignore-file
extension Xstate {
  /// The XCR0 states that features bring with them; x87 and SSE come with XSAVE itself.
  static func mask(of features: borrowing FeatureSet) -> UInt64 {
    var mask: UInt64 = 0b11
    if features.contains(.avx) { mask |= 0x4 }
    if features.contains(.mpx) { mask |= 0x18 }
    if features.contains(.avx512f) { mask |= 0xe0 }
    if features.contains(.pku) { mask |= 0x200 }
    if features.contains(.amxTile) { mask |= 0x60000 }
    if features.contains(.apxF) { mask |= 0x80000 }
    return mask
  }
  /// The XSS states that features bring with them, where a hypervisor keeps them.
  static func supervisorMask(of features: borrowing FeatureSet) -> UInt64 {
    var mask: UInt64 = 0
    if features.contains(.procTrace) { mask |= 0x100 }
    if features.contains(.enqcmd) { mask |= 0x400 }
    if features.contains(.cetSs) { mask |= 0x1800 }
    if features.contains(.cetIbt) { mask |= 0x800 }
    if features.contains(.uintr) { mask |= 0x4000 }
    if features.contains(.archLbr) { mask |= 0x8000 }
    return mask
  }
}
