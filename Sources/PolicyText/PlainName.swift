// SPDX-License-Identifier: Apache-2.0

/// Names that stand in keys, paths and command lines as they are.
package enum PlainName {
  /// The most characters.
  package static let longest = 64

  /// Whether a text is 1 to 64 letters, digits, dots, hyphens and underscores, no dot first.
  package static func isOne(_ text: String) -> Bool {
    guard (1...longest).contains(text.utf8.count), text.utf8.first != UInt8(ascii: ".") else {
      return false
    }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "_"):
        true
      default: false
      }
    }
  }
}
