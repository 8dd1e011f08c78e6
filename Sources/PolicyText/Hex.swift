// SPDX-License-Identifier: Apache-2.0

/// Hexadecimal text: lower case, full width.
public enum Hex {
  private static let characters: StaticString = "0123456789abcdef"

  /// The lowest `count` digits of a value, without a prefix.
  public static func digits(_ value: some FixedWidthInteger, _ count: Int) -> String {
    String(unsafeUninitializedCapacity: count) { buffer in
      var rest = UInt64(truncatingIfNeeded: value)
      for index in stride(from: count - 1, through: 0, by: -1) {
        buffer[index] = characters.utf8Start[Int(rest & 15)]
        rest >>= 4
      }
      return count
    }
  }

  /// Bytes in their order, two digits each.
  public static func text(_ bytes: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: 2 * bytes.count) { buffer in
      for (index, byte) in bytes.enumerated() {
        buffer[2 * index] = characters.utf8Start[Int(byte >> 4)]
        buffer[2 * index + 1] = characters.utf8Start[Int(byte & 15)]
      }
      return 2 * bytes.count
    }
  }

  /// A 32-bit value as documents write it: `0x0000000d`.
  public static func word(_ value: UInt32) -> String { "0x" + digits(value, 8) }

  /// A 64-bit value as documents write it.
  public static func quad(_ value: UInt64) -> String { "0x" + digits(value, 16) }
}
