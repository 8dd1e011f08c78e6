// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// What FreeBSD prints of the CPU when it starts: maker, signature, and words of features under its own names.
/// A line of features that are all missing is left out by some releases, so such a word is unknown.
enum FreeBSDLog {
  /// FreeBSD's names, and the feature whose word each gives.
  private static let words: [(name: StaticString, feature: Feature)] = [
    ("Features=0x", .fpu), ("Features2=0x", .sse3), ("AMD Features=0x", .lm),
    ("AMD Features2=0x", .lahfLm), ("Structured Extended Features=0x", .fsgsbase),
    ("Structured Extended Features2=0x", .umip), ("Structured Extended Features3=0x", .serialize),
    ("XSAVE Features=0x", .xsaveopt), ("AMD Extended Feature Extensions ID EBX=0x", .clzero),
  ]

  static func tells(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    Scan.find(bytes, start, end, "Origin=\"") != nil && Scan.find(bytes, start, end, "Id=0x") != nil
  }

  /// Nil where no such line is there.
  static func read(
    _ bytes: Span<UInt8>, _ source: String
  ) throws(FormatError) -> PolicyDocument? {
    var partial = PartialPolicy()
    var features = FeatureSet()
    var lines: [Int: Int] = [:]
    var first: Int?
    var cursor = LineCursor()
    func refuse(_ what: String, _ first: Int) throws(FormatError) {
      throw .duplicate(what, first: "line \(first)", source: source, line: cursor.line, column: 1)
    }
    while try cursor.next(in: bytes, source: source) {
      let start = Scan.skipBlanks(bytes, cursor.start, cursor.end)
      guard start < cursor.end else { continue }
      if tells(bytes, start, cursor.end) {
        if let first { try refuse("the CPU's origin", first) }
        first = cursor.line
        readIdentity(bytes, start, cursor.end, &partial)
      } else if let (word, value) = word(bytes, start, cursor.end) {
        if let first = lines.updateValue(cursor.line, forKey: word) {
          try refuse("featureset word \(word)", first)
        }
        features[word: word] = value
      } else {
        try PolicyReader.refuseOther(than: .dmesg, bytes, start, cursor, source: source)
      }
    }
    guard first != nil else { return nil }
    partial.features = features
    partial.openWords = Set(0..<Feature.wordCount).subtracting(lines.keys)
    var document = PolicyDocument(format: .dmesg)
    document.policies = [partial.named("raw")]
    document.notes = ["\(source): \(PartialPolicy.fieldsNote)"]
    return document
  }

  /// `Origin="GenuineIntel"  Id=0x306c3  Family=0x6  Model=0x3c  Stepping=3`.
  private static func readIdentity(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ partial: inout PartialPolicy
  ) {
    if let quote = Scan.find(bytes, start, end, "Origin=\"") {
      let name = quote + 8
      var close = name
      while close < end, bytes[close] != 0x22 { close += 1 }
      partial.set(vendor: Scan.string(bytes, name, close))
    }
    guard let id = Scan.find(bytes, start, end, "Id=0x"),
      let (signature, _) = Scan.word(bytes, id + 5, end)
    else { return }
    for field in [
      Field.steppingId, .baseModel, .baseFamily, .extendedModel, .extendedFamily,
    ] {
      partial.set(field, (signature & field.mask) >> field.mask.trailingZeroBitCount)
    }
  }

  private static func word(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) -> (word: Int, value: UInt32)? {
    for (name, feature) in words {
      // A time may stand before the name, and a longer name ends like a shorter one.
      guard let found = Scan.find(bytes, start, end, name),
        found == start || bytes[found - 1] == 0x20 && bytes[max(start, found - 2)] == 0x20,
        let (value, _) = Scan.word(bytes, found + name.utf8CodeUnitCount, end)
      else { continue }
      return (Int(feature.rawValue) / 32, value)
    }
    return nil
  }
}
