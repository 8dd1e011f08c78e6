// SPDX-License-Identifier: Apache-2.0

/// Text that comes from an input, as it may be shown: on a terminal, in a table, in a message.
///
/// Control characters move the cursor or repaint what stands there, bidirectional marks show a text in
/// another order than it has, and a line break begins what looks like the command's own next line. Each
/// is shown by its number, so that what was there can still be told. This is the one place that says
/// which characters those are.
public enum ShownText {
  /// Whether a scalar must not reach a terminal: C0 and DEL, C1, separators of lines and paragraphs,
  /// and what marks, embeds, overrides or isolates a direction of writing.
  @inlinable
  public static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7f..<0xa0, 0x61c, 0x200e...0x200f, 0x2028...0x202e, 0x2066...0x2069, 0xfeff:
      true
    default: false
    }
  }

  /// The text on one line, unsafe scalars as `\u{1b}`.
  public static func line(_ text: String) -> String { shown(text) { _ in false } }

  /// The text with its line breaks, which are the program's own.
  public static func lines(_ text: String) -> String { shown(text) { $0 == "\n" } }

  private static func shown(_ text: String, except isOwn: (Unicode.Scalar) -> Bool) -> String {
    // Nearly every text is plain, and tables are long.
    if isPlain(text, mayBreak: isOwn("\n")) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isUnsafe(scalar) && !isOwn(scalar) {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether a text is of printable ASCII alone: one pass over its bytes.
  private static func isPlain(_ text: String, mayBreak: Bool) -> Bool {
    let span = text.utf8Span.span
    let permitted: UInt8 = mayBreak ? 0x0a : 0x20
    // Without a branch, so that many bytes are looked at together.
    var odd: UInt8 = 0
    for index in span.indices {
      let byte = span[unchecked: index]
      let isOutside: UInt8 = byte &- 0x20 >= 0x5f ? 1 : 0
      let isOther: UInt8 = byte != permitted ? 1 : 0
      odd |= isOutside & isOther
    }
    return odd == 0
  }
}
