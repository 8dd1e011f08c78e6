// SPDX-License-Identifier: Apache-2.0

/// The items of a long JSON list, one at a time: in as much memory as one item takes besides the text.
///
/// The list is the text itself, or a member of its object. Everything around it is read as strictly as a
/// document is.
public struct JSONItems {
  private var parser: JSONParser
  private let isMember: Bool
  private let source: String
  private var isFirst = true
  private var start = 0
  /// The members of the object before the list.
  public let head: [JSONValue.Member]

  /// - Parameters:
  ///   - bytes: the text.
  ///   - source: its name for messages.
  ///   - name: the member that holds the list, where the text is an object.
  /// - Returns: nil where the text is no such list.
  /// - Throws: `FormatError` with line and column.
  public init?(of bytes: [UInt8], source: String, member name: String) throws(FormatError) {
    parser = JSONParser(bytes, source: source)
    self.source = source
    guard let head = try parser.startItems(of: name) else { return nil }
    self.head = head
    let first = bytes.first { $0 > 0x20 }
    isMember = first == UInt8(ascii: "{")
  }

  /// The next item; nil behind the last one, when the rest of the text has been read.
  public mutating func next() throws(FormatError) -> JSONValue? {
    guard let item = try parser.nextItem(isFirst: isFirst) else {
      try parser.endItems(isMember: isMember)
      return nil
    }
    isFirst = false
    start = item.start
    return item.value
  }

  /// An error about a member of the item that was read last.
  public func error(at path: String, _ message: String, remedy: String) -> FormatError {
    let place = parser.place(of: path, inItemAt: start)
    return FormatError(
      .malformed, source: source, line: place.line, column: place.column, message: message,
      remedy: remedy)
  }
}
