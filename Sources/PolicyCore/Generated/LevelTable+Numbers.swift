// SPDX-License-Identifier: Apache-2.0
// Generated from the tables in ABI/ by `make generate`. Do not edit: change the table.
// swift-format-ignore-file
extension LevelTable {
  /// Fields of which a pool has the lowest or the highest value: leaf << 32, and the place as in
  /// `Field.rows`.
  static let numbers: InlineArray<_, UInt64> = [
    0x03e040000, 0x73e000000, 0xa0e040000, 0xa1e840000, 0xa3f840000, 0xa08070000, 0x120e030000,
    0x121e830000, 0x143e000000, 0x1e3e000000, 0x203e000000, 0x213e000000, 0x243e000000,
    0x240e010000, 0x400000050e050000, 0x800000003e040000, 0x800000080e040000, 0x800000082f040000,
    0x800000083f070000, 0x8000000a0e040000, 0x8000000a3e050000, 0x8000001f1ec50000,
    0x800000212f050000, 0x8000002206050000, 0xc00000003e040000,
  ]
  /// The same of the fields of MSRs: register << 32, and its bits as in `MSRField`.
  static let msrNumbers: InlineArray<_, UInt64> = [
    0x48500001810, 0x48500001b19, 0x48c00003530,
  ]
}
