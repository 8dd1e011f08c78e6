// SPDX-License-Identifier: Apache-2.0

/// A message or remedy of `ABI/codes.csv`, with placeholders in braces.
///
/// The generator has checked that braces pair and that every placeholder is known.
struct MessageTemplate {
  private let text: String

  init(_ text: String) { self.text = text }

  /// The text with each placeholder replaced by what `fill` gives for it.
  func filled(_ fill: (_ placeholder: Substring) -> String) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      result += fill(rest[rest.index(after: open)..<close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
