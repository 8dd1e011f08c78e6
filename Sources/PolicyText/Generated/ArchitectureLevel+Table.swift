// SPDX-License-Identifier: Apache-2.0
// Generated from the tables in ABI/ by `make generate`. Do not edit: change the table.
// swift-format-ignore-file
extension ArchitectureLevel {
  /// Each level's name, and the features that it adds to the one before, by index.
  static let rows: [(name: String, features: [UInt16])] = [
    ("x86-64-v1", [0, 8, 15, 23, 24, 25, 26, 75, 93]),
    ("x86-64-v2", [32, 41, 45, 51, 52, 55, 96]),
    ("x86-64-v3", [44, 54, 58, 60, 61, 101, 163, 165, 168]),
    ("x86-64-v4", [176, 177, 188, 190, 191]),
  ]
}
