// SPDX-License-Identifier: Apache-2.0

/// Text that is not plain UTF-8: with a byte-order mark, or in UTF-16, as some tools on Windows write it.
package enum TextEncoding: Equatable {
  case utf8, utf16

  /// Text without its mark, in UTF-8, and what it was in; nil where it is that already.
  ///
  /// UTF-16 without a mark is told by its first two characters, which are ASCII's in every known form.
  static func decoded(
    _ bytes: Span<UInt8>, source: String
  ) throws(FormatError) -> (text: [UInt8], was: TextEncoding)? {
    func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0xff }
    if byte(0) == 0xef, byte(1) == 0xbb, byte(2) == 0xbf {
      return (Array(copying: bytes.extracting(3..<bytes.count)), .utf8)
    }
    if byte(0) == 0xff && byte(1) == 0xfe {
      return (try utf16(bytes, from: 2, high: 1, source), .utf16)
    }
    if byte(0) == 0xfe && byte(1) == 0xff {
      return (try utf16(bytes, from: 2, high: 0, source), .utf16)
    }
    func isASCII(_ index: Int) -> Bool { (0x09...0x7e).contains(byte(index)) }
    if isASCII(0), byte(1) == 0, isASCII(2), byte(3) == 0 {
      return (try utf16(bytes, from: 0, high: 1, source), .utf16)
    }
    if byte(0) == 0, isASCII(1), byte(2) == 0, isASCII(3) {
      return (try utf16(bytes, from: 0, high: 0, source), .utf16)
    }
    return nil
  }

  /// - Parameter high: the place of a unit's high byte: 0 where it comes first.
  private static func utf16(
    _ bytes: Span<UInt8>, from start: Int, high: Int, _ source: String
  ) throws(FormatError) -> [UInt8] {
    func failed(_ index: Int) -> FormatError {
      FormatError(
        .malformed, source: source, message: "byte \(index): the text is cut, or no UTF-16",
        remedy: "save it anew, as UTF-8")
    }
    func unit(_ index: Int) -> UInt32 {
      UInt32(bytes[index + high]) << 8 | UInt32(bytes[index + 1 - high])
    }
    guard (bytes.count - start) % 2 == 0 else { throw failed(bytes.count - 1) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 2)
    var index = start
    while index < bytes.count {
      var value = unit(index)
      index += 2
      if value < 0x80 {
        result.append(UInt8(value))
        continue
      }
      if (0xd800...0xdbff).contains(value) {
        guard index < bytes.count, (0xdc00...0xdfff).contains(unit(index)) else {
          throw failed(index - 2)
        }
        value = 0x10000 + (value - 0xd800) << 10 + (unit(index) - 0xdc00)
        index += 2
      }
      guard let scalar = Unicode.Scalar(value) else { throw failed(index - 2) }
      result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return result
  }
}
