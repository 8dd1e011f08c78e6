// SPDX-License-Identifier: Apache-2.0

/// The names that the `cpuid=` option takes: one text each for features and for numeric keys, made
/// from the tables.
public enum OptionNames {
  /// The feature with an option name: lower case, hyphens; nil where there is none.
  public static func feature(_ name: Span<UInt8>) -> Feature? {
    index(of: name, in: features).map { Feature(rawValue: UInt16(truncatingIfNeeded: $0)) }
  }

  /// The field that a numeric key limits; nil for no key.
  static func field(_ name: Span<UInt8>) -> Field? { index(of: name, in: keys).map(field(ofKey:)) }

  /// Calls `body` with each byte of a feature's option name; never for a bit without one.
  public static func forEachByte(of feature: Feature, _ body: (UInt8) -> Void) {
    let text = bytes(features)
    var index = 0
    for position in text.indices {
      if index > Int(feature.rawValue) { return }
      if text[position] == comma {
        index &+= 1
      } else if index == Int(feature.rawValue) {
        body(text[position])
      }
    }
  }

  private static let comma = UInt8(ascii: ",")

  /// How many names of a list, with a comma behind each, stand before one; nil where it is not there.
  static func index(of name: Span<UInt8>, in list: StaticString) -> Int? {
    guard !name.isEmpty else { return nil }
    let text = bytes(list)
    var index = 0
    var start = 0
    for position in text.indices where text[position] == comma {
      if position &- start == name.count, matches(name, text, start) { return index }
      index &+= 1
      start = position &+ 1
    }
    return nil
  }

  private static func matches(_ name: Span<UInt8>, _ text: Span<UInt8>, _ start: Int) -> Bool {
    // Without an early end, which would become a call of memcmp.
    var difference: UInt8 = 0
    for offset in name.indices { difference |= name[offset] ^ text[start &+ offset] }
    return difference == 0
  }

  // A literal lives as long as the program.
  @_lifetime(immortal)
  private static func bytes(_ text: StaticString) -> Span<UInt8> {
    let span = Span(_unsafeStart: text.utf8Start, count: text.utf8CodeUnitCount)
    return _overrideLifetime(span, copying: ())
  }
}
