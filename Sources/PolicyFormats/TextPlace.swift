// SPDX-License-Identifier: Apache-2.0

/// Where a byte of a text stands.
enum TextPlace {
  /// Line and column of a byte, counted from 1.
  static func of(_ index: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    var line = 1
    var start = 0
    for offset in 0..<min(index, bytes.count) where bytes[offset] == 0x0a {
      line += 1
      start = offset + 1
    }
    return (line, index - start + 1)
  }
}
