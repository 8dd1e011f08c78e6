// SPDX-License-Identifier: Apache-2.0
// Generated from the tables in ABI/ by `make generate`. Do not edit: change the table.
// swift-format-ignore-file
extension LeafLayout {
  /// A bit for each stored MSR.
  @usableFromInline typealias MSRBits = UInt64
  /// A bit for each leaf of `lists`.
  @usableFromInline typealias ListBits = UInt64
  /// A bit for each leaf of `FeatureTable.ownedLeaves`.
  @usableFromInline typealias OwnedLeafBits = UInt64
}

extension NumberRows {
  /// Number of fields, in one subleaf each, that an auditor may have to compare.
  static let capacity = 118
  typealias Storage = InlineArray<118, Row>
}

extension FieldLimits {
  /// More limits than this are refused.
  public static let capacity = 16
  typealias Storage = InlineArray<16, Item>
}
