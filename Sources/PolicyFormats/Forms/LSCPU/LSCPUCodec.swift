// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

extension PolicyFormat {
  /// Output of `lscpu`, as text or JSON.
  public static let lscpu = PolicyFormat("lscpu")
}

extension PolicyCodec {
  static let lscpu = PolicyCodec(
    .lscpu, "output of `lscpu`, as text or JSON",
    reader: .text(
      tells: LSCPUReader.tells,
      read: { bytes, source throws(FormatError) in
        var reader = LSCPUReader(source: source)
        return try reader.read(bytes)
      },
      isLikely: { value in value["lscpu"]?.array != nil },
      readJSON: { value, source throws(FormatError) in
        var reader = LSCPUReader(source: source)
        return try reader.read(value)
      }))
}

/// Reads lscpu's fields: vendor, family, model, stepping, name, address sizes and Linux's names of features.
/// How many sockets, cores and threads there are is stated, and not which CPU sits where.
struct LSCPUReader {
  let source: String
  private var values: [String: (text: String, place: String, line: Int?)] = [:]

  init(source: String) { self.source = source }

  /// No document of lscpu's is nested deeper.
  private static let deepest = 8

  private static let telling: [StaticString] = [
    "Architecture:", "CPU op-mode(s):", "Vendor ID:", "Thread(s) per core:",
  ]

  static func tells(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, isFirst: Bool) -> Bool {
    telling.contains { Scan.hasPrefix(bytes, start, end, $0) }
      || isFirst && Scan.hasPrefix(bytes, start, end, "Flags:")
  }

  mutating func read(_ bytes: Span<UInt8>) throws(FormatError) -> PolicyDocument {
    var cursor = LineCursor()
    while try cursor.next(in: bytes, source: source) {
      let start = Scan.skipBlanks(bytes, cursor.start, cursor.end)
      guard start < cursor.end else { continue }
      try PolicyReader.refuseOther(than: .lscpu, bytes, start, cursor, source: source)
      var line: [UInt8] = []
      for index in start..<cursor.end { line.append(bytes[index]) }
      let text = String(decoding: line, as: UTF8.self)
      guard let colon = text.firstIndex(of: ":") else { continue }
      try take(
        String(text[..<colon]), String(text[text.index(after: colon)...].drop { $0 == " " }),
        "line \(cursor.line)", cursor.line)
    }
    return try document()
  }

  mutating func read(_ value: JSONValue) throws(FormatError) -> PolicyDocument {
    try take(value["lscpu"]?.array ?? [], "lscpu", 0)
    if let name = values["Architecture"]?.text, !OtherArchitecture.isX86(name) {
      throw OtherArchitecture.error(
        "architecture \(name.prefix(40))", source: source, path: "lscpu")
    }
    return try document()
  }

  private mutating func take(
    _ fields: [JSONValue], _ path: String, _ depth: Int
  ) throws(FormatError) {
    for (index, field) in fields.enumerated() {
      let at = "\(path)[\(index)]"
      guard let name = field["field"]?.string else {
        throw .member("\(at).field", source, "the field has no name")
      }
      if let data = field["data"]?.scalarText {
        try take(name.hasSuffix(":") ? String(name.dropLast()) : name, data, at, nil)
      }
      if let children = field["children"]?.array, depth < Self.deepest {
        try take(children, "\(at).children", depth + 1)
      }
    }
  }

  private mutating func take(
    _ name: String, _ text: String, _ place: String, _ line: Int?
  ) throws(FormatError) {
    guard let former = values.updateValue((text, place, line), forKey: name) else { return }
    if line == nil {
      throw .member(
        place, source, "\(name.prefix(40)) stands twice; the first stands in \(former.place)")
    }
    throw .duplicate(
      String(name.prefix(40)), first: former.place, source: source, line: line, column: 1)
  }

  /// What is stated as it stands.
  private static let counts = [
    ("CPU(s)", "CPUs"), ("Socket(s)", "sockets"), ("Core(s) per socket", "cores per socket"),
    ("Thread(s) per core", "threads per core"), ("Hypervisor vendor", "hypervisor"),
  ]

  private func document() throws(FormatError) -> PolicyDocument {
    let vendor = values["Vendor ID"]?.text ?? ""
    let flags = values["Flags"]?.text
    guard flags != nil || !vendor.isEmpty else {
      throw FormatError(
        .malformed, source: source, message: "neither a vendor nor flags are there",
        remedy: "give the whole output of lscpu")
    }
    var partial = PartialPolicy()
    if !vendor.isEmpty { partial.set(vendor: vendor) }
    partial.set(
      family: try number("CPU family"), model: try number("Model"),
      stepping: try number("Stepping"))
    if let name = values["Model name"]?.text, name != "-" { partial.set(brand: name) }
    partial.set(addressSizes: values["Address sizes"]?.text ?? "")
    let shown = LinuxFlags(flags ?? "")
    var statements = Self.counts.compactMap { name, subject in
      values[name].map { Statement(subject, $0.text) }
    }
    if flags != nil {
      statements += shown.fill(&partial, vendor: vendor.isEmpty ? nil : Vendor(named: vendor))
    }
    var document = PolicyDocument(format: .lscpu)
    document.policies = [partial.named(PolicyKind.raw.name, besides: statements)]
    document.notes = flags == nil ? [] : shown.notes(source)
    return document
  }

  private func number(_ name: String) throws(FormatError) -> UInt32? {
    guard let value = values[name], value.text != "-", !value.text.isEmpty else { return nil }
    if let number = UInt32(value.text) { return number }
    let message = "\(name): \"\(value.text.prefix(40))\" is no number"
    if value.line == nil { throw .member(value.place, source, message) }
    throw FormatError(
      .malformed, source: source, line: value.line, column: 1, message: message,
      remedy: "give the output as lscpu prints it")
  }
}
