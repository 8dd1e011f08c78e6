// SPDX-License-Identifier: Apache-2.0

/// A text between double quotes, as JSON reads it, and C too where it has no control characters but
/// line feeds and tabs.
public enum QuotedText {
  /// The text in quotes, as JSON and C read it.
  public static func of(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      // What is quoted is shown on terminals too.
      case _ where ShownText.isUnsafe(scalar): result += "\\u" + Hex.digits(scalar.value, 4)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
