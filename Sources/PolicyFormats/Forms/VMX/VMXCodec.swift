// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

extension PolicyFormat {
  /// Masks of CPUID in a virtual machine's .vmx file of VMware.
  public static let vmx = PolicyFormat("vmx")
}

extension PolicyCodec {
  static let vmx = PolicyCodec(
    .vmx, "masks of CPUID in VMware's .vmx files",
    reader: .lines(
      tells: { bytes, start, end, _ in VMXReader.tells(bytes, start, end) },
      read: { bytes, source throws(FormatError) in try VMXReader(source: source).read(bytes) }))
}

/// Reads `cpuid.LEAF.REGISTER = "32 characters"`, the highest bit first, and `featMask.vm.cpuid.NAME = "Val:0"`.
/// Of the characters `0` and `F` take a bit from the guest, `1` and `T` give it; `-`, `H`, `R`, `X` and `x` leave
/// it to the machine. A mask for the hosts of one maker has its name behind the register.
struct VMXReader {
  let source: String

  private static let features = "featmask."

  /// Whether a line is one of those, or one with which a .vmx file begins.
  static func tells(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    if Scan.hasPrefix(bytes, start, end, "featMask.")
      || Scan.hasPrefix(bytes, start, end, ".encoding = ")
      || Scan.hasPrefix(bytes, start, end, "virtualHW.version = ")
    {
      return true
    }
    return Scan.hasPrefix(bytes, start, end, "cpuid.") && Scan.find(bytes, start, end, "=") != nil
  }

  func read(_ bytes: Span<UInt8>) throws(FormatError) -> PolicyDocument {
    var bits = RegisterBits()
    var lines: [String: Int] = [:]
    var cursor = LineCursor()
    var unknown: [String] = []
    while try cursor.next(in: bytes, source: source) {
      let start = Scan.skipBlanks(bytes, cursor.start, cursor.end)
      guard start < cursor.end else { continue }
      try PolicyReader.refuseOther(than: .vmx, bytes, start, cursor, source: source)
      guard let (key, value) = Self.pair(bytes, start, cursor.end) else { continue }
      if let first = lines.updateValue(cursor.line, forKey: key) {
        throw .duplicate(key, first: "line \(first)", source: source, line: cursor.line, column: 1)
      }
      if key.hasPrefix(Self.features) {
        readFeature(key, value, &bits, &unknown)
      } else if key.hasPrefix("cpuid.") {
        try readMask(key, value, cursor.line, &bits)
      }
    }
    guard !bits.isEmpty else {
      throw FormatError(
        .malformed, source: source, message: "the virtual machine has no mask of CPUID",
        remedy: "masks are lines like cpuid.1.ecx = \"\(String(repeating: "-", count: 32))\"")
    }
    var document = PolicyDocument(format: .vmx)
    document.policies = [bits.named("guest")]
    document.notes = ["\(source): what no mask sets is the host's, and unknown here"]
    if !unknown.isEmpty {
      document.notes.append("\(source): in no table: " + unknown.sorted().joined(separator: ", "))
    }
    return document
  }

  /// Key in lower case, since VMware reads them so, and value without its quotes.
  private static func pair(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) -> (key: String, value: String)? {
    guard let equals = Scan.find(bytes, start, end, "=") else { return nil }
    func text(_ from: Int, _ to: Int) -> String {
      var part: [UInt8] = []
      for index in from..<min(to, from + 256) where bytes[index] > 0x20 && bytes[index] != 0x22 {
        part.append(bytes[index])
      }
      return String(decoding: part, as: UTF8.self)
    }
    return (text(start, equals).lowercased(), text(equals + 1, end))
  }

  private func readMask(
    _ key: String, _ value: String, _ line: Int, _ bits: inout RegisterBits
  ) throws(FormatError) {
    let parts = key.split(separator: ".", omittingEmptySubsequences: false).dropFirst()
    // Settings of the topology stand under the same name.
    guard let word = parts.first, let leaf = UInt32(word, radix: 16), (2...3).contains(parts.count)
    else {
      bits.add(Statement(key, value))
      return
    }
    let name = parts.dropFirst().first ?? ""
    guard let register = [Register.eax, .ebx, .ecx, .edx].first(where: { "\($0)" == name }) else {
      throw error(
        line, "\(key.prefix(60)): no register", "eax, ebx, ecx or edx stands behind the leaf")
    }
    let characters = value.filter { $0 != ":" }
    guard characters.count == 32 else {
      throw error(
        line, "\(key.prefix(60)): \(characters.count) characters and not 32",
        "one for each bit, the highest first")
    }
    var mask: UInt32 = 0
    var ones: UInt32 = 0
    for character in characters {
      (mask, ones) = (mask << 1, ones << 1)
      switch character {
      case "0", "F", "f": mask |= 1
      case "1", "T", "t":
        mask |= 1
        ones |= 1
      case "-", "H", "h", "R", "r", "X", "x": break
      default:
        throw error(
          line, "\(key.prefix(60)): \(character) is no character of a mask",
          "they are 0 1 - F T H R X")
      }
    }
    if parts.count == 3, let maker = parts.last {
      bits.add(
        .bits("\(word).\(name) on hosts of \(maker)", UInt64(ones), mask: UInt64(mask), width: 32))
      return
    }
    if let first = bits.add(ones, mask: mask, leaf, 0, register, line: line, name: key) {
      throw .duplicate(key, first: first, source: source, line: line, column: 1)
    }
  }

  private func readFeature(
    _ key: String, _ value: String, _ bits: inout RegisterBits, _ unknown: inout [String]
  ) {
    let word = key.split(separator: ".").last.map(String.init) ?? key
    let parts = value.lowercased().split(separator: ":")
    let says =
      switch parts.last {
      case "0": "disabled"
      case "1": "required"
      default: value
      }
    let name =
      Feature(named: word)?.optionName ?? OtherName.named(word, .libvirt)?.feature?.optionName
    if name == nil { unknown.append(word) }
    bits.add(Statement(name.map { "feature \($0)" } ?? "mask \(word)", says))
  }

  private func error(_ line: Int, _ message: String, _ remedy: String) -> FormatError {
    FormatError(
      .malformed, source: source, line: line, column: 1, message: message, remedy: remedy)
  }
}
