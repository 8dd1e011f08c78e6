// SPDX-License-Identifier: Apache-2.0

/// Numbers of documents: whole, or in hexadecimal texts.
///
/// A path is made where something is wrong with what stands there: documents have thousands of numbers.
struct DocumentNumbers {
  let source: String

  func error(_ path: String, _ message: String, _ remedy: String) -> FormatError {
    FormatError(
      .malformed, source: source, message: "\(path): \(message)", remedy: remedy, path: path)
  }

  func number(
    _ value: JSONValue?, _ path: @autoclosure () -> String
  ) throws(FormatError) -> UInt64 {
    switch value {
    case .integer(let number)? where number >= 0: return UInt64(number)
    case .string(let text)?: if let number = Self.hexadecimal(text) { return number }
    default: break
    }
    throw error(path(), "not a whole number of 64 bits", "write it as \"0x0000000d\"")
  }

  /// `0x` and one to sixteen digits; nil for all else.
  private static func hexadecimal(_ text: String) -> UInt64? {
    let digits = text.utf8
    guard (3...18).contains(digits.count), digits.starts(with: "0x".utf8) else { return nil }
    var number = UInt64(0)
    for byte in digits.dropFirst(2) {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): number = number << 4 | UInt64(byte & 15)
      case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
        number = number << 4 | (UInt64(byte & 15) + 9)
      default: return nil
      }
    }
    return number
  }

  func word(
    _ value: JSONValue?, _ path: @autoclosure () -> String
  ) throws(FormatError) -> UInt32 {
    guard let word = UInt32(exactly: try number(value, path())) else {
      throw error(path(), "does not fit in 32 bits", "a register has 32 bits")
    }
    return word
  }
}
