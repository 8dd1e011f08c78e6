// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension PolicyFormat {
  /// CPUID profiles in a configuration of Propolis.
  public static let propolis = PolicyFormat("propolis")
}

extension PolicyCodec {
  static let propolis = PolicyCodec(
    .propolis, "CPUID profiles of Propolis, `[cpuid.NAME]` in TOML",
    reader: .lines(
      tells: { bytes, start, end, _ in Scan.hasPrefix(bytes, start, end, "[cpuid.") },
      read: { bytes, source throws(FormatError) in
        var reader = PropolisReader(source: source)
        return try reader.read(bytes)
      }))
}

/// Reads sections `[cpuid.NAME]` with `vendor` and leaves: `"LEAF" = [eax, ebx, ecx, edx]` or
/// `"LEAF-SUBLEAF" = [...]`, both in hexadecimal without `0x`. Each section is a policy by its name. Other
/// sections are the machine's and passed over.
struct PropolisReader {
  let source: String
  private var profiles: [(name: String, line: Int, recorder: CPURecorder, vendor: String?)] = []
  private var section = ""
  /// Line of each key, by its section.
  private var keys: [String: Int] = [:]
  private var isProfile = false

  init(source: String) { self.source = source }

  /// No list of four numbers stands over more lines.
  private static let longestList = 16

  mutating func read(_ bytes: Span<UInt8>) throws(FormatError) -> PolicyDocument {
    var cursor = LineCursor()
    var open: (text: String, line: Int)?
    while try cursor.next(in: bytes, source: source) {
      let start = Scan.skipBlanks(bytes, cursor.start, cursor.end)
      guard start < cursor.end, bytes[start] != UInt8(ascii: "#") else { continue }
      if open == nil {
        try PolicyReader.refuseOther(than: .propolis, bytes, start, cursor, source: source)
      }
      var line: [UInt8] = []
      for index in start..<cursor.end { line.append(bytes[index]) }
      var text = (open?.text ?? "") + String(decoding: line, as: UTF8.self)
      if let comment = text.firstIndex(of: "#") { text = String(text[..<comment]) }
      let first = open?.line ?? cursor.line
      // A list may stand over several lines.
      if isProfile, text.contains("="), text.contains("["), !text.contains("]") {
        guard cursor.line - first < Self.longestList else {
          throw error(first, "the list does not end", "close it with ]")
        }
        open = (text + " ", first)
        continue
      }
      open = nil
      try readLine(text, first)
    }
    if let open { throw error(open.line, "the list does not end", "close it with ]") }
    return try document()
  }

  private mutating func readLine(_ text: String, _ line: Int) throws(FormatError) {
    if text.hasPrefix("[") {
      let name = text.dropFirst().prefix { $0 != "]" }
      // Sections in two brackets are elements of a list.
      section = text.hasPrefix("[[") ? "\(name) \(line)" : String(name)
      isProfile = name.hasPrefix("cpuid.")
      guard isProfile else { return }
      let own = String(name.dropFirst("cpuid.".count).filter { $0 != "\"" })
      if let first = profiles.first(where: { $0.name == own }) {
        throw .duplicate(
          "the profile \(own)", first: "line \(first.line)", source: source, line: line, column: 1)
      }
      guard profiles.count < PolicyDocument.mostPolicies else {
        throw error(line, "more than \(PolicyDocument.mostPolicies) profiles", "give fewer")
      }
      profiles.append((own, line, CPURecorder(.asked), nil))
      return
    }
    guard let equals = text.firstIndex(of: "=") else {
      guard isProfile else { return }
      throw error(line, "expected a leaf, = and a list", "\"7-0\" = [0x0, 0x0, 0x0, 0x0]")
    }
    let key = text[..<equals].filter { $0 != "\"" && $0 != " " && $0 != "\t" }
    let value = text[text.index(after: equals)...]
    if let first = keys.updateValue(line, forKey: "\(section).\(key)") {
      throw .duplicate(
        key.prefix(80) + " in [\(section)]", first: "line \(first)", source: source, line: line,
        column: 1)
    }
    guard isProfile else { return }
    guard key != "vendor" else {
      profiles[profiles.count - 1].vendor = value.filter { $0 != "\"" && $0 != " " }
      return
    }
    let parts = key.split(separator: "-", omittingEmptySubsequences: false)
    guard let leaf = UInt32(parts[0], radix: 16), parts.count <= 2,
      let subleaf = parts.count == 2 ? UInt32(parts[1], radix: 16) : 0
    else {
      throw error(
        line, "\"\(key.prefix(40))\" is no leaf", "write it in hexadecimal without 0x, as \"7-0\"")
    }
    let registers = try registers(value, line)
    do throws(RecordingError) {
      try profiles[profiles.count - 1].recorder.add(
        registers, leaf: leaf, subleaf: subleaf, line: line)
    } catch {
      throw FormatError(error, source: source, line: line)
    }
  }

  private func registers(_ value: Substring, _ line: Int) throws(FormatError) -> LeafRegisters {
    let text = value.filter { $0 != " " && $0 != "\t" && $0 != "_" }
    var words = text.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false)
    if words.count == 5, words[4].isEmpty { words.removeLast() }
    let numbers = words.compactMap { word in
      word.hasPrefix("0x") ? UInt32(word.dropFirst(2), radix: 16) : UInt32(word)
    }
    guard text.hasPrefix("["), text.hasSuffix("]"), numbers.count == 4, words.count == 4 else {
      throw error(line, "not a list of four numbers", "[0x0, 0x0, 0x0, 0x0]: EAX, EBX, ECX, EDX")
    }
    return LeafRegisters(eax: numbers[0], ebx: numbers[1], ecx: numbers[2], edx: numbers[3])
  }

  private func document() throws(FormatError) -> PolicyDocument {
    var document = PolicyDocument(format: .propolis)
    for (number, profile) in profiles.enumerated() where profile.recorder.hasLeaves {
      let cpu = profile.recorder.cpu
      // What leaf 0 says counts; without it the vendor's word stands alone.
      let vendor = cpu.vendor == nil ? profile.vendor.map { [Statement("vendor", $0)] } : nil
      document.policies.append(
        NamedPolicy(
          name: profile.name, policy: cpu.finished(isDump: false), statements: vendor ?? []))
      document.outside += cpu.outside.map { place, registers in
        OutsideLeaf(of: .policy(profiles[number].name), place: place, registers: registers)
      }
    }
    guard !document.policies.isEmpty else {
      throw FormatError(
        .malformed, source: source, message: "no profile has a leaf",
        remedy: "expected are lines like \"7-0\" = [0x0, 0x0, 0x0, 0x0] under [cpuid.NAME]")
    }
    return document
  }

  private func error(_ line: Int, _ message: String, _ remedy: String) -> FormatError {
    FormatError(
      .malformed, source: source, line: line, column: 1, message: message, remedy: remedy)
  }
}
