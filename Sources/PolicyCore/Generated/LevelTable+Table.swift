// SPDX-License-Identifier: Apache-2.0
// Generated from the tables in ABI/ by `make generate`. Do not edit: change the table.
// swift-format-ignore-file
extension LevelTable {
  /// Number of groups of leaves whose free choices come from one host.
  static let groupCount = 11
  /// Something of each group.
  typealias Givers = InlineArray<11, UInt16>
  /// Leaves with fields of free choice, ascending.
  static let leaves: InlineArray<_, UInt32> = [
    0x00000001, 0x00000002, 0x00000004, 0x0000000a, 0x00000016, 0x00000018, 0x00000023, 0x40000000,
    0x40000004, 0x40000005, 0x40000100, 0x80000001, 0x80000002, 0x80000003, 0x80000004, 0x80000005,
    0x80000006, 0x80000019, 0x8000001d, 0xc0000001,
  ]
  /// The group of each of `leaves`.
  static let groups: InlineArray<_, UInt8> = [
    0, 2, 2, 3, 4, 2, 5, 6, 7, 8, 9, 1, 1, 1, 1, 2, 2, 2, 2, 10,
  ]
}
