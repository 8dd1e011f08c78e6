// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// Reads a featureset: words of one to eight hexadecimal digits joined by `-` or `:`. Words that
/// are left out are zero; words beyond the known ones must be.
struct FeatureSetReader {
  let source: String

  func read(_ bytes: Span<UInt8>) throws(FormatError) -> PolicyDocument {
    var cursor = LineCursor()
    var set: FeatureSet?
    var first = 0
    while try cursor.next(in: bytes, source: source) {
      let start = Scan.skipBlanks(bytes, cursor.start, cursor.end)
      guard start < cursor.end else { continue }
      guard set == nil else {
        try PolicyReader.refuseOther(than: .featureset, bytes, start, cursor, source: source)
        throw error(
          cursor, start, "a second featureset; the first stands in line \(first)",
          "give one featureset an input")
      }
      set = try words(bytes, start, cursor)
      first = cursor.line
    }
    guard let set else {
      throw FormatError(
        .empty, source: source, message: "the input is empty", remedy: "expected is a featureset")
    }
    var document = PolicyDocument(format: .featureset)
    document.policies = [PartialPolicy(features: set).named("featureset")]
    return document
  }

  /// Whether a line is nothing but words of hexadecimal digits. Within another form's text, where a
  /// date is no featureset, the words are whole and at least four.
  static func tells(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, isFirst: Bool) -> Bool {
    var index = start
    while true {
      let (_, next) = Scan.hex(bytes, index, end)
      guard next > index, next - index <= 8, isFirst || next - index == 8 else { return false }
      if next == end { return end - start >= (isFirst ? 8 : 35) }
      guard bytes[next] == 0x2d || bytes[next] == 0x3a else { return false }
      index = next + 1
    }
  }

  private func words(
    _ bytes: Span<UInt8>, _ start: Int, _ cursor: LineCursor
  ) throws(FormatError) -> FeatureSet {
    var set = FeatureSet()
    var index = start
    var word = 0
    while true {
      let (value, next) = Scan.hex(bytes, index, cursor.end)
      guard next > index, next - index <= 8 else {
        throw error(cursor, index, "word \(word) has not one to eight digits", "1234abcd-...")
      }
      if word < Feature.wordCount {
        set[word: word] = UInt32(truncatingIfNeeded: value)
      } else if value != 0 {
        throw error(
          cursor, index, "word \(word) is set, and only \(Feature.wordCount) words are known",
          "a newer version may know it")
      }
      word += 1
      index = next
      if index == cursor.end { return set }
      guard bytes[index] == 0x2d || bytes[index] == 0x3a else {
        throw error(cursor, index, "expected - or : between words", "1234abcd-...")
      }
      index += 1
    }
  }

  private func error(
    _ cursor: LineCursor, _ index: Int, _ message: String, _ remedy: String
  ) -> FormatError {
    FormatError(
      .malformed, source: source, line: cursor.line, column: index - cursor.start + 1,
      message: message, remedy: remedy)
  }
}
