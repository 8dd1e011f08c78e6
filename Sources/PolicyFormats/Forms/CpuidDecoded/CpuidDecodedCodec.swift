// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

extension PolicyFormat {
  /// Decoded output of `cpuid`, without `-r`.
  public static let cpuidDecoded = PolicyFormat("cpuid-decoded")
}

extension PolicyCodec {
  static let cpuidDecoded = PolicyCodec(
    .cpuidDecoded, "decoded output of `cpuid`, of which maker and signature count",
    reader: .lines(
      tells: { bytes, start, end, _ in CpuidDecodedReader.tells(bytes, start, end) },
      read: { bytes, source throws(FormatError) in
        var reader = CpuidDecodedReader(source: source)
        return try reader.read(bytes)
      }))
}

/// Reads the maker, the signature and the name of the first CPU. The rest are words for registers that change from
/// one release of the tool to the next: `cpuid -r` gives the registers.
struct CpuidDecodedReader {
  let source: String
  private var values: [String: (text: String, line: Int)] = [:]
  private var section = ""
  /// Line of each heading of the first CPU.
  private var headings: [String: Int] = [:]

  init(source: String) { self.source = source }

  private static let version = "version information (1/eax):"

  static func tells(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    Scan.hasPrefix(bytes, start, end, "vendor_id = \"")
      || Scan.hasPrefix(bytes, start, end, "version information (1/eax):")
      || Scan.hasPrefix(bytes, start, end, "feature information (1/edx):")
  }

  private static let ofVersion: Set<String> = [
    "family", "model", "stepping id", "extended family", "extended model",
  ]

  mutating func read(_ bytes: Span<UInt8>) throws(FormatError) -> PolicyDocument {
    var cursor = LineCursor()
    var cpus = 0
    while try cursor.next(in: bytes, source: source) {
      let start = Scan.skipBlanks(bytes, cursor.start, cursor.end)
      guard start < cursor.end else { continue }
      try PolicyReader.refuseOther(than: .cpuidDecoded, bytes, start, cursor, source: source)
      if start == cursor.start, Scan.hasPrefix(bytes, start, cursor.end, "CPU") {
        try takeHeading(Scan.string(bytes, start, cursor.end), cursor.line)
        cpus += 1
        continue
      }
      guard cpus <= 1 else { continue }
      try take(Scan.string(bytes, start, cursor.end), cursor.line)
    }
    return try document()
  }

  private mutating func takeHeading(_ heading: String, _ line: Int) throws(FormatError) {
    if let first = headings.updateValue(line, forKey: heading) {
      throw .duplicate(
        heading, first: "line \(first)", source: source, line: line, column: 1)
    }
  }

  private mutating func take(_ line: String, _ number: Int) throws(FormatError) {
    guard let equals = line.firstIndex(of: "=") else {
      section = line
      if section == Self.version { try takeHeading(line, number) }
      return
    }
    let key = line[..<equals].trimmingBlanks
    let isOwn =
      section == Self.version && Self.ofVersion.contains(key) || key == "vendor_id"
      || key == "brand"
    guard isOwn else { return }
    let value = line[line.index(after: equals)...].trimmingBlanks
    if let first = values.updateValue((value, number), forKey: key) {
      throw .duplicate(
        key, first: "line \(first.line)", source: source, line: number, column: 1)
    }
  }

  private func document() throws(FormatError) -> PolicyDocument {
    var partial = PartialPolicy()
    if let vendor = values["vendor_id"]?.text { partial.set(vendor: vendor.filter { $0 != "\"" }) }
    if let brand = values["brand"]?.text { partial.set(brand: brand.filter { $0 != "\"" }) }
    for (key, field) in [
      ("family", Field.baseFamily), ("model", .baseModel), ("stepping id", .steppingId),
      ("extended family", .extendedFamily), ("extended model", .extendedModel),
    ] {
      guard let value = values[key] else { continue }
      let digits = value.text.dropFirst(2).prefix(while: \.isHexDigit)
      let most = field.mask >> UInt32(field.mask.trailingZeroBitCount)
      guard value.text.hasPrefix("0x"), let number = UInt32(digits, radix: 16), number <= most
      else {
        throw FormatError(
          .malformed, source: source, line: value.line, column: 1,
          message: "\(key): \"\(value.text.prefix(40))\" is no number of a CPU",
          remedy: "take the dump again, with cpuid -r")
      }
      partial.set(field, number)
    }
    guard !partial.fields.isEmpty else {
      throw FormatError(
        .malformed, source: source, message: "neither a maker nor a signature is there",
        remedy: "give the registers: cpuid -r")
    }
    var document = PolicyDocument(format: .cpuidDecoded)
    document.policies = [partial.named(PolicyKind.raw.name)]
    document.notes = [
      "\(source): of decoded output maker, signature and name count; cpuid -r gives the registers, and with them "
        + "everything else"
    ]
    return document
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    var rest = drop { $0 == " " || $0 == "\t" }
    while rest.last == " " || rest.last == "\t" { rest.removeLast() }
    return String(rest)
  }
}
