// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// Reads `/proc/cpuinfo`: `key : value`, a block for each logical CPU. Features are named by Linux; a line of
/// flags alone, with its key or without, is read as well.
struct CPUInfoReader {
  let source: String

  private struct Processor {
    var values: [String: (text: String, line: Int)] = [:]
  }

  private var blocks: [Processor] = []
  /// Line of each CPU's number.
  private var numbers: [String: Int] = [:]

  init(source: String) { self.source = source }

  private static let keys: [StaticString] = [
    "processor", "vendor_id", "cpu family", "model name", "flags", "cpuid level",
  ]

  /// Whether a line has one of its keys, with a tab or blank before the colon; in a text that nothing has told
  /// yet also flags alone.
  static func tells(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, isFirst: Bool) -> Bool {
    for key in keys where Scan.hasPrefix(bytes, start, end, key) {
      let next = start + key.utf8CodeUnitCount
      let colon = Scan.skipBlanks(bytes, next, end)
      if colon > next, colon < end, bytes[colon] == UInt8(ascii: ":") { return true }
    }
    // Lists of xe's have a line of flags as well, and never first.
    return isFirst
      && (Scan.hasPrefix(bytes, start, end, "fpu vme ")
        || start == 0 && Scan.hasPrefix(bytes, start, end, "flags:"))
  }

  mutating func read(_ bytes: Span<UInt8>) throws(FormatError) -> PolicyDocument {
    var cursor = LineCursor()
    while try cursor.next(in: bytes, source: source) {
      let start = Scan.skipBlanks(bytes, cursor.start, cursor.end)
      guard start < cursor.end else { continue }
      if let name = OtherArchitecture.telling(bytes, start, cursor.end) {
        throw OtherArchitecture.error(name, source: source, line: cursor.line, column: 1)
      }
      try PolicyReader.refuseOther(than: .cpuinfo, bytes, start, cursor, source: source)
      var line: [UInt8] = []
      for index in start..<cursor.end { line.append(bytes[index]) }
      try take(String(decoding: line, as: UTF8.self), cursor.line)
    }
    return try document()
  }

  private mutating func take(_ line: String, _ number: Int) throws(FormatError) {
    guard let colon = line.firstIndex(of: ":") else {
      if line.hasPrefix("fpu vme ") { try take("flags", line, number) }
      return
    }
    var key = line[..<colon]
    while key.last == " " || key.last == "\t" { key.removeLast() }
    try take(String(key), String(line[line.index(after: colon)...].drop { $0 == " " }), number)
  }

  private mutating func take(
    _ key: String, _ value: String, _ line: Int
  ) throws(FormatError) {
    if key == "processor" {
      if let first = numbers.updateValue(line, forKey: value) {
        throw .duplicate(
          "processor \(value.prefix(20))", first: "line \(first)", source: source, line: line,
          column: 1)
      }
      guard blocks.count < CPURecorder.mostCPUs else {
        throw RecordedCPUs(source: source).tooMany(line)
      }
      blocks.append(Processor())
    } else if blocks.isEmpty {
      blocks.append(Processor())
    }
    let former = blocks[blocks.count - 1].values.updateValue((value, line), forKey: key)
    if let former {
      throw .duplicate(
        "\(key.prefix(40)) of one CPU", first: "line \(former.line)", source: source, line: line,
        column: 1)
    }
  }

  private func document() throws(FormatError) -> PolicyDocument {
    let flags = blocks.compactMap { $0.values["flags"] }
    guard let first = blocks.first, !flags.isEmpty || first.values["vendor_id"] != nil else {
      throw FormatError(
        .malformed, source: source, message: "no CPU of x86 is there",
        remedy: "give /proc/cpuinfo of an x86 machine, or its line of flags")
    }
    // What only some CPUs have, the machine has not.
    var common = Set((flags.first?.text ?? "").split(separator: " "))
    for other in flags.dropFirst() where other.text != flags[0].text {
      common.formIntersection(other.text.split(separator: " "))
    }
    let shown = LinuxFlags(common.sorted().joined(separator: " "))
    var partial = PartialPolicy()
    let vendor = first.values["vendor_id"]?.text ?? ""
    if !vendor.isEmpty { partial.set(vendor: vendor) }
    if let level = try number("cpuid level", first) { partial.set(.maxBasicLeaf, level) }
    partial.set(
      family: try number("cpu family", first), model: try number("model", first),
      stepping: try number("stepping", first))
    if let name = first.values["model name"]?.text, name != "unknown" { partial.set(brand: name) }
    if let size = try number("clflush size", first) { partial.set(.clflushLineSize, size / 8) }
    partial.set(addressSizes: first.values["address sizes"]?.text ?? "")
    var statements = shown.fill(&partial, vendor: vendor.isEmpty ? nil : Vendor(named: vendor))
    if flags.contains(where: { $0.text != flags[0].text }) {
      statements.append(Statement("flags", "not the same on all CPUs"))
    }
    var document = PolicyDocument(format: .cpuinfo)
    document.policies = [partial.named(PolicyKind.raw.name, besides: statements)]
    document.notes = flags.isEmpty ? [] : shown.notes(source)
    document.seats = try seats()
    if let text = first.values["microcode"]?.text, text.hasPrefix("0x") {
      document.microcode = UInt32(text.dropFirst(2), radix: 16)
    }
    return document
  }

  /// Where each CPU sits; empty where Linux does not say it of every one.
  private func seats() throws(FormatError) -> [TopologySeat] {
    var result: [TopologySeat] = []
    for block in blocks {
      guard let cpu = try number("processor", block),
        let package = try number("physical id", block), let core = try number("core id", block)
      else { return [] }
      result.append(
        TopologySeat(
          cpu: Int(cpu), apicID: try number("apicid", block), package: UInt64(package), die: 0,
          core: UInt64(core)))
    }
    return result
  }

  private func number(_ key: String, _ block: Processor) throws(FormatError) -> UInt32? {
    guard let value = block.values[key], value.text != "unknown", !value.text.isEmpty else {
      return nil
    }
    guard let number = UInt32(value.text) else {
      throw FormatError(
        .malformed, source: source, line: value.line, column: 1,
        message: "\(key): \"\(value.text.prefix(40))\" is no number",
        remedy: "give the file as Linux prints it")
    }
    return number
  }
}

extension PartialPolicy {
  /// `46 bits physical, 48 bits virtual`.
  mutating func set(addressSizes text: String) {
    let words = text.split(separator: " ")
    guard words.count == 6, words[1] == "bits", let physical = UInt32(words[0]),
      let linear = UInt32(words[3]), physical < 64, linear < 64
    else { return }
    set(.maxPhysicalAddressBits, physical)
    set(.maxLinearAddressBits, linear)
  }
}
