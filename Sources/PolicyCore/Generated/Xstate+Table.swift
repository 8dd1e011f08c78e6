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
    return mask
  }
}
