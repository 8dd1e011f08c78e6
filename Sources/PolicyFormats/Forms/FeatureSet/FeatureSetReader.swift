// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// Reads a featureset: words of one to eight hexadecimal digits joined by `-` or `:`. Words that
/// are left out are zero; words beyond the known ones must be.
struct FeatureSetReader {
  let source: String

  func read(_ bytes: Span<UInt8>) throws(FormatError) -> PolicyDocument {
    if let document = try ofHost(bytes) { return document }
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

  private static let hostKey: StaticString = "hw_caps"

  /// The featureset in the output of `xl info`, of which the words behind the last one are unknown; nil for all
  /// other inputs.
  private func ofHost(_ bytes: Span<UInt8>) throws(FormatError) -> PolicyDocument? {
    var cursor = LineCursor()
    var found: (partial: PartialPolicy, line: Int)?
    while try cursor.next(in: bytes, source: source) {
      let start = Scan.skipBlanks(bytes, cursor.start, cursor.end)
      guard start < cursor.end else { continue }
      guard let colon = Self.hostColon(bytes, start, cursor.end) else {
        if found != nil {
          try PolicyReader.refuseOther(than: .featureset, bytes, start, cursor, source: source)
        }
        continue
      }
      if let found {
        throw .duplicate(
          "hw_caps", first: "line \(found.line)", source: source, line: cursor.line, column: 1)
      }
      let first = Scan.skipBlanks(bytes, colon + 1, cursor.end)
      var partial = PartialPolicy(features: try words(bytes, first, cursor))
      partial.wordCount = 1
      for index in first..<cursor.end where bytes[index] == 0x3a { partial.wordCount += 1 }
      partial.wordCount = min(partial.wordCount, Feature.wordCount)
      found = (partial, cursor.line)
    }
    guard let found else { return nil }
    var document = PolicyDocument(format: .featureset)
    document.identity = PartialPolicy()
    document.policies = [found.partial.named(PolicyKind.hostDefault.name)]
    document.notes = [
      "\(source): xl info has \(found.partial.wordCount) words of the host's featureset, and nothing else of its CPU"
    ]
    return document
  }

  /// Behind `hw_caps`, in a line of `xl info`.
  private static func hostColon(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard Scan.hasPrefix(bytes, start, end, hostKey) else { return nil }
    let colon = Scan.skipBlanks(bytes, start + hostKey.utf8CodeUnitCount, end)
    return colon < end && bytes[colon] == 0x3a ? colon : nil
  }

  /// Whether a line is nothing but words of hexadecimal digits. Within another form's text, where a
  /// date is no featureset, the words are whole and at least four.
  static func tells(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, isFirst: Bool) -> Bool {
    if hostColon(bytes, start, end) != nil { return true }
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
