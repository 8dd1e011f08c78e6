// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

extension PolicyFormat {
  /// Output of Sysinternals' Coreinfo.
  public static let coreinfo = PolicyFormat("coreinfo")
}

extension PolicyCodec {
  static let coreinfo = PolicyCodec(
    .coreinfo, "features in the output of Coreinfo",
    reader: .lines(
      tells: CoreinfoReader.tells,
      read: { bytes, source throws(FormatError) in
        var reader = CoreinfoReader(source: source)
        return try reader.read(bytes)
      }))
}

/// Reads Coreinfo's lines `NAME * meaning`, with `*` for a feature that is there and `-` for one that is not, and
/// Windows' line `Intel64 Family 6 Model 42 Stepping 7, GenuineIntel`.
///
/// Names are its own; those that are ours or libvirt's of a bit are taken, and all others told.
struct CoreinfoReader {
  let source: String
  private var lines: [String: Int] = [:]
  private var statements: [Statement] = []
  private var unknown: [String] = []
  private var partial = PartialPolicy()
  private var identityLine: Int?

  init(source: String) { self.source = source }

  /// With this name it says whether threads are on, and not what the bit holds.
  private static let ofThreads = "htt"

  static func tells(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, isFirst: Bool) -> Bool {
    Scan.hasPrefix(bytes, start, end, "Coreinfo v") || hasIdentity(bytes, start, end)
      || isFirst && feature(bytes, start, end) != nil
  }

  private static func hasIdentity(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    (Scan.hasPrefix(bytes, start, end, "Intel64 Family ")
      || Scan.hasPrefix(bytes, start, end, "AMD64 Family ")
      || Scan.hasPrefix(bytes, start, end, "x86 Family "))
      && Scan.find(bytes, start, end, " Stepping ") != nil
  }

  /// A name in capital letters, a mark, and what it means.
  private static func feature(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) -> (name: String, isThere: Bool)? {
    var next = start
    while next < end, bytes[next] > 0x20, bytes[next] != UInt8(ascii: "*") { next += 1 }
    let mark = Scan.skipBlanks(bytes, next, end)
    guard next - start >= 2, mark + 2 < end, (0x41...0x5a).contains(bytes[start]),
      bytes[mark] == UInt8(ascii: "*") || bytes[mark] == UInt8(ascii: "-") && mark > next,
      bytes[mark + 1] <= 0x20
    else { return nil }
    for index in start..<next where (0x61...0x7a).contains(bytes[index]) {
      // SSE4a is the one name with a small letter.
      guard index == next - 1 else { return nil }
    }
    return (Scan.string(bytes, start, next), bytes[mark] == UInt8(ascii: "*"))
  }

  mutating func read(_ bytes: Span<UInt8>) throws(FormatError) -> PolicyDocument {
    var cursor = LineCursor()
    while try cursor.next(in: bytes, source: source) {
      let start = Scan.skipBlanks(bytes, cursor.start, cursor.end)
      guard start < cursor.end else { continue }
      try PolicyReader.refuseOther(than: .coreinfo, bytes, start, cursor, source: source)
      if Self.hasIdentity(bytes, start, cursor.end) {
        try takeIdentity(Scan.string(bytes, start, cursor.end), cursor.line)
      } else if let (name, isThere) = Self.feature(bytes, start, cursor.end) {
        try take(name, isThere, cursor.line)
      }
    }
    guard !lines.isEmpty else {
      throw FormatError(
        .malformed, source: source, message: "no feature is there",
        remedy: "give the output of coreinfo -f")
    }
    var document = PolicyDocument(format: .coreinfo)
    document.policies = [partial.named(PolicyKind.raw.name, besides: statements)]
    document.notes = ["\(source): Coreinfo names some features; every other one is unknown"]
    if !unknown.isEmpty {
      document.notes.append("\(source): in no table: " + unknown.sorted().joined(separator: ", "))
    }
    return document
  }

  private mutating func take(
    _ name: String, _ isThere: Bool, _ line: Int
  ) throws(FormatError) {
    let word = name.lowercased()
    if let first = lines.updateValue(line, forKey: word) {
      throw .duplicate(name, first: "line \(first)", source: source, line: line, column: 1)
    }
    let feature = Feature(named: word) ?? OtherName.named(word, .libvirt)?.feature
    guard let feature, word != Self.ofThreads else {
      unknown.append(name)
      return
    }
    statements.append(
      isThere ? NamedPolicy.has(feature) : Statement("feature \(feature.optionName)", "absent"))
  }

  private mutating func takeIdentity(_ text: String, _ line: Int) throws(FormatError) {
    if let first = identityLine {
      throw .duplicate("the CPU", first: "line \(first)", source: source, line: line, column: 1)
    }
    identityLine = line
    let words = text.split { $0 == " " || $0 == "," }
    func number(_ name: String) -> UInt32? {
      words.firstIndex { $0 == name }.flatMap { $0 + 1 < words.count ? UInt32(words[$0 + 1]) : nil }
    }
    partial.set(
      family: number("Family"), model: number("Model"), stepping: number("Stepping"))
    if let vendor = words.last, vendor.utf8.count == 12 { partial.set(vendor: String(vendor)) }
  }
}
