// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

extension PolicyFormat {
  /// Decoded output of `cpuid`, without `-r`.
  public static let cpuidDecoded = PolicyFormat("cpuid-decoded")
}

extension PolicyCodec {
  static let cpuidDecoded = PolicyCodec(
    .cpuidDecoded, "decoded output of `cpuid`: maker, signature and features",
    reader: .lines(
      tells: { bytes, start, end, _ in CpuidDecodedReader.tells(bytes, start, end) },
      read: { bytes, source throws(FormatError) in
        var reader = CpuidDecodedReader(source: source)
        return try reader.read(bytes)
      }))
}

/// Reads the maker, the signature, the name and the features of the first CPU, by the words that releases of the
/// tool have for bits. Numbers stay unknown: `cpuid -r` gives the registers.
struct CpuidDecodedReader {
  let source: String
  private var values: [String: (text: String, line: Int)] = [:]
  private var section = ""
  /// Line of each heading of the first CPU.
  private var headings: [String: Int] = [:]
  /// The leaf of the heading, where its lines are bits that the tables have.
  private var leaf: UInt32?
  private var shown = ShownBits()
  /// Features of which the text says whether they are there.
  private var spoken: Set<Feature> = []
  /// Line of each bit that was read.
  private var bitLines: [String: Int] = [:]
  /// What is true and in no table, with the leaf of its heading.
  private var unknown: [(leaf: UInt32, line: String)] = []

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
      leaf = Self.leaf(of: line)
      if section == Self.version { try takeHeading(line, number) }
      return
    }
    let key = line[..<equals].trimmingBlanks
    if let leaf {
      try takeBit(key, line[line.index(after: equals)...].trimmingBlanks, leaf, number)
    }
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

  /// The leaf that a heading names at its end: `feature information (1/edx):`, `XSAVE features (0xd/0):`. One
  /// that says how it was made up names none.
  private static func leaf(of heading: String) -> UInt32? {
    guard heading.hasSuffix("):"), let open = heading.lastIndex(of: "(") else { return nil }
    let numbers = heading[heading.index(after: open)...].dropLast(2)
      .split(separator: "/", maxSplits: 1).map(number)
    guard let leaf = numbers.first ?? nil else { return nil }
    let subleaf = numbers.count == 2 ? numbers[1] : nil
    return CpuidLine.isWorded(leaf: leaf, subleaf: subleaf) ? leaf : nil
  }

  private static func number(_ text: Substring) -> UInt32? {
    text.hasPrefix("0x") ? UInt32(text.dropFirst(2), radix: 16) : UInt32(text)
  }

  private mutating func takeBit(
    _ key: String, _ value: String, _ leaf: UInt32, _ number: Int
  ) throws(FormatError) {
    guard value == "true" || value == "false" else { return }
    let isSet = value == "true"
    if let first = bitLines.updateValue(number, forKey: "\(leaf) \(key)") {
      throw .duplicate(
        "\(key.prefix(60))", first: "line \(first)", source: source, line: number, column: 1)
    }
    switch CpuidLine.place(leaf: leaf, line: key) {
    case .feature(let feature):
      spoken.insert(feature)
      if isSet { shown.insert(feature) }
    case .leaf(let place, let register, let bit):
      if isSet { shown.insert(place, register, bit: bit) }
    case .msr, .some(.none), nil:
      if isSet { unknown.append((leaf, key)) }
    }
  }

  /// Words of which the text does not speak whole: a release of the tool has no words for what came after it, and
  /// what we have no words for may be any bit of its leaf.
  private func openWords(_ vendor: Vendor?) -> Set<Int> {
    let all = Set(0..<Feature.wordCount)
    guard let vendor else { return all }
    let unknownLeaves = Set(unknown.map(\.leaf))
    let partly = all.filter { word in
      guard case .leaf(let place, _, _) = Feature(word: word, bit: 0).place else { return true }
      return unknownLeaves.contains(place.leaf)
        || ShownBits.named(in: word, vendor).contains { !spoken.contains($0) }
    }
    let others = all.filter { word in !spoken.contains { $0.word == word } }
    return ShownBits.withNeighbours(partly).union(others)
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
    let vendor = values["vendor_id"].map { Vendor(named: $0.text.filter { $0 != "\"" }) }
    let statements = shown.fill(&partial, open: openWords(vendor))
    var document = PolicyDocument(format: .cpuidDecoded)
    document.policies = [partial.named(PolicyKind.raw.name, besides: statements)]
    document.notes = [
      "\(source): of decoded output maker, signature, name and features count; cpuid -r gives the registers, and "
        + "with them everything else"
    ]
    if !unknown.isEmpty {
      let lines = unknown.map(\.line).sorted().joined(separator: "; ")
      document.notes.append("\(source): in no table: \(lines)")
    }
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
