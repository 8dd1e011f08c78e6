// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// Reads `xe host-param-get param-name=cpu_info`, `xe pool-param-get param-name=cpu_info`, the VM's
/// `last-boot-CPU-flags`, and lists of parameters in which they stand: `key: value` pairs with `;` or line
/// feeds between them.
///
/// Featuresets are words of at most eight digits joined by `-`. As in XAPI words that are left out are
/// zero, and an empty set says nothing; a set of at most four words is of a XenServer that knew no more,
/// and its guest may have any of the others.
struct XAPIReader {
  let source: String

  private struct Pair {
    var text: String
    var line: Int
    var column: Int
  }

  /// Whether a line has a featureset under a key of XAPI's.
  static func tells(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard (0x61...0x7a).contains(bytes[start]) else { return false }
    var from = start
    while let found = Scan.find(bytes, from, end, "features") {
      from = found + 8
      guard found == start || bytes[found - 1] <= 0x20 || bytes[found - 1] == UInt8(ascii: ";")
      else {
        continue
      }
      var next = from
      while next < end, bytes[next] == 0x5f || (0x61...0x7a).contains(bytes[next]) { next += 1 }
      guard XAPIKey.kind(of: Scan.string(bytes, found, next)) != nil else { continue }
      next = Scan.skipBlanks(bytes, next, end)
      guard next < end, bytes[next] == UInt8(ascii: ":") else { continue }
      let word = Scan.skipBlanks(bytes, next + 1, end)
      let (_, last) = Scan.hex(bytes, word, end)
      // One word alone is whole; a number is none.
      guard last > word, last - word <= 8 else { continue }
      if last < end, bytes[last] == UInt8(ascii: "-") || last - word == 8 { return true }
      if last == end, last - word == 8 { return true }
    }
    return false
  }

  func read(_ bytes: Span<UInt8>) throws(FormatError) -> PolicyDocument {
    try PolicyReader.refuseOthers(than: .xapi, in: bytes, source: source)
    let values = try self.values(bytes)
    var identity = PartialPolicy()
    if let vendor = values["vendor"]?.text, !vendor.isEmpty { identity.set(vendor: vendor) }
    identity.set(
      family: try number("family", values), model: try number("model", values),
      stepping: try number("stepping", values))
    if let brand = values["modelname"]?.text, !brand.isEmpty { identity.set(brand: brand) }
    let isOfHost =
      values.keys.contains { XAPIKey.ofHosts.contains($0) }
      || values.keys.contains { $0 != XAPIKey.own && XAPIKey.kind(of: $0) != nil }
    var document = PolicyDocument(format: .xapi)
    document.identity = identity
    for (key, kind) in XAPIKey.policies {
      guard let value = values[key], let set = try featureSet(value) else { continue }
      var partial = identity
      partial.features = set.features
      partial.wordCount = set.count > 4 ? Feature.wordCount : set.count
      document.policies.append(partial.named(isOfHost ? kind.name : "guest"))
      if !isOfHost { document.partial = partial }
      if set.count <= 4 {
        document.notes.append(
          "\(source): \(key) has \(set.count) words, as old XenServers wrote it: the others are unknown"
        )
      }
    }
    guard !document.policies.isEmpty else {
      throw FormatError(
        .malformed, source: source, message: "no featureset is there",
        remedy: "print the whole of cpu_info or last-boot-CPU-flags")
    }
    return document
  }

  /// The pairs that are of interest, each once.
  private func values(_ bytes: Span<UInt8>) throws(FormatError) -> [String: Pair] {
    var values: [String: Pair] = [:]
    var cursor = LineCursor()
    while try cursor.next(in: bytes, source: source) {
      var line: [UInt8] = []
      for index in cursor.start..<cursor.end { line.append(bytes[index]) }
      var start = Self.lengthOfName(line)
      for part in line[start...].split(
        separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      {
        defer { start = part.endIndex + 1 }
        guard let colon = part.firstIndex(of: UInt8(ascii: ":")) else { continue }
        let key = Self.trimmed(part[..<colon])
        let text = part[(colon + 1)...]
        guard Self.isOfInterest(key) else { continue }
        let blanks = text.prefix { $0 <= 0x20 }.count
        let value = Pair(
          text: Self.trimmed(text), line: cursor.line, column: colon + 2 + blanks)
        if let first = values.updateValue(value, forKey: key) {
          throw .duplicate(
            key, first: "line \(first.line)", source: source, line: cursor.line,
            column: part.startIndex + 1)
        }
      }
    }
    return values
  }

  private static func isOfInterest(_ key: String) -> Bool {
    XAPIKey.kind(of: key) != nil || XAPIKey.ofHosts.contains(key)
      || ["vendor", "family", "model", "stepping"].contains(key)
  }

  /// Bytes of the parameter's own name with which xe begins a line: `cpu_info (MRO): `.
  private static func lengthOfName(_ line: [UInt8]) -> Int {
    guard let close = line.firstIndex(of: UInt8(ascii: ")")), close + 1 < line.count,
      let open = line[..<close].lastIndex(of: UInt8(ascii: "(")),
      line[(open + 1)..<close].allSatisfy({ $0 == 0x20 || (0x41...0x5a).contains($0) }),
      let colon = line[close...].firstIndex(of: UInt8(ascii: ":")),
      line[(close + 1)..<colon].allSatisfy({ $0 == 0x20 })
    else { return 0 }
    return colon + 1
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var rest = bytes.drop { $0 <= 0x20 }
    while let last = rest.last, last <= 0x20 { rest.removeLast() }
    return String(decoding: rest, as: UTF8.self)
  }

  private func number(
    _ key: String, _ values: [String: Pair]
  ) throws(FormatError) -> UInt32? {
    guard let value = values[key], !value.text.isEmpty else { return nil }
    guard let number = UInt32(value.text), number < 0x1000 else {
      throw error(value, "\(key): \"\(value.text)\" is no number of a CPU", "write it in decimal")
    }
    return number
  }

  /// Nil where the set is empty: then nothing is said.
  private func featureSet(
    _ value: Pair
  ) throws(FormatError) -> (features: FeatureSet, count: Int)? {
    guard !value.text.isEmpty else { return nil }
    var features = FeatureSet()
    let words = value.text.split(separator: "-", omittingEmptySubsequences: false)
    for (index, word) in words.enumerated() {
      guard (1...8).contains(word.utf8.count), word.allSatisfy(\.isHexDigit),
        let number = UInt32(word, radix: 16)
      else {
        throw error(value, "word \(index) has not one to eight digits", "1234abcd-...")
      }
      if index < Feature.wordCount {
        features[word: index] = number
      } else if number != 0 {
        throw error(
          value, "word \(index) is set, and only \(Feature.wordCount) words are known",
          "a newer version may know it")
      }
    }
    return (features, words.count)
  }

  private func error(_ value: Pair, _ message: String, _ remedy: String) -> FormatError {
    FormatError(
      .malformed, source: source, line: value.line, column: value.column, message: message,
      remedy: remedy)
  }
}
