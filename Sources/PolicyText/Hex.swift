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

  /// A 32-bit value as documents write it: `0x0000000d`.
  public static func word(_ value: UInt32) -> String { "0x" + digits(value, 8) }

  /// A 64-bit value as documents write it.
  public static func quad(_ value: UInt64) -> String { "0x" + digits(value, 16) }
}
