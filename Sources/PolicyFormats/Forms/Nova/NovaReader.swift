// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// Reads nova's three keys out of `nova.conf`, or alone. Flags are libvirt's names in any case, with `+`, `-`
/// or none; models are ordered, the weakest first, and a flavour's traits choose among them.
struct NovaReader {
  let source: String

  private static let mode = "cpu_mode"
  private static let models = ["cpu_models", "cpu_model"]
  private static let flags = "cpu_model_extra_flags"

  private struct Found {
    var text: String
    var line: Int
  }

  static func tells(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard let (key, _) = pair(bytes, start, end) else { return false }
    return key == mode || models.contains(key) || key == flags
  }

  /// The key and value of a line; nil where it has none.
  private static func pair(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) -> (key: String, value: String)? {
    guard Scan.hasPrefix(bytes, start, end, "cpu_mode") else { return nil }
    var next = start
    while next < end, bytes[next] == 0x5f || (0x61...0x7a).contains(bytes[next]) { next += 1 }
    let equals = Scan.skipBlanks(bytes, next, end)
    guard equals < end, bytes[equals] == UInt8(ascii: "=") else { return nil }
    var value: [UInt8] = []
    for index in Scan.skipBlanks(bytes, equals + 1, end)..<end { value.append(bytes[index]) }
    return (Scan.string(bytes, start, next), String(decoding: value, as: UTF8.self))
  }

  func read(_ bytes: Span<UInt8>) throws(FormatError) -> PolicyDocument {
    try PolicyReader.refuseOthers(than: .nova, in: bytes, source: source)
    var values: [String: Found] = [:]
    var isOwn = true
    var cursor = LineCursor()
    while try cursor.next(in: bytes, source: source) {
      let start = Scan.skipBlanks(bytes, cursor.start, cursor.end)
      guard start < cursor.end else { continue }
      if bytes[start] == UInt8(ascii: "[") {
        isOwn = Scan.hasPrefix(bytes, start, cursor.end, "[libvirt]")
      }
      guard isOwn, let (key, value) = Self.pair(bytes, start, cursor.end) else { continue }
      if let first = values.updateValue(Found(text: value, line: cursor.line), forKey: key) {
        throw .duplicate(
          key, first: "line \(first.line)", source: source, line: cursor.line, column: 1)
      }
    }
    return try document(values)
  }

  private func document(_ values: [String: Found]) throws(FormatError) -> PolicyDocument {
    let mode = values[Self.mode]?.text ?? "host-model"
    let models = Self.models.compactMap { values[$0] }.flatMap { Self.list($0.text) }
    let features = try flags(values[Self.flags])
    let names: [String]
    switch mode {
    case "custom":
      guard !models.isEmpty else {
        throw error(values[Self.mode], "cpu_mode is custom, and cpu_models names none")
      }
      names = models
    case "host-model", "host-passthrough": names = [mode]
    // libvirt then asks for no CPU at all, and QEMU takes this one.
    case "none": names = ["qemu64"]
    default:
      throw error(
        values[Self.mode],
        "cpu_mode is \(mode.prefix(40)); known are none, host-model, host-passthrough, custom")
    }
    var document = PolicyDocument(format: .nova)
    for name in names {
      let one = try LibvirtFormats.cpu(name, features: features, source, format: .nova)
      document.add(one)
    }
    if names.count > 1 {
      document.notes.append(
        "\(names.count) models, the weakest first: a flavour's traits choose one of them")
    }
    return document
  }

  private func flags(_ value: Found?) throws(FormatError) -> [(name: String, policy: String)] {
    var result: [(name: String, policy: String)] = []
    for word in Self.list(value?.text ?? "") {
      let isOff = word.hasPrefix("-")
      let name = (isOff || word.hasPrefix("+") ? String(word.dropFirst()) : word).lowercased()
      guard !name.isEmpty else { throw error(value, "a flag has no name") }
      guard !result.contains(where: { $0.name == name }) else {
        throw error(value, "\(name) stands twice; the first stands before it")
      }
      result.append((name, isOff ? "disable" : "require"))
    }
    return result
  }

  private static func list(_ text: String) -> [String] {
    text.split(separator: ",").compactMap { part in
      var part = part.drop { $0 == " " || $0 == "\t" }
      while let last = part.last, last == " " || last == "\t" { part.removeLast() }
      return part.isEmpty ? nil : String(part)
    }
  }

  private func error(_ value: Found?, _ message: String) -> FormatError {
    FormatError(
      .malformed, source: source, line: value?.line, column: value == nil ? nil : 1,
      message: message, remedy: "correct the [libvirt] section")
  }
}
