// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// Reads a policy in any known form.
public enum PolicyReader {
  /// Reads bytes whose form is recognised by content, or given.
  ///
  /// - Parameters:
  ///   - bytes: the whole input.
  ///   - source: the file's name for messages, or `-`.
  ///   - format: forces a form.
  public static func read(
    _ bytes: Span<UInt8>, source: String, format: PolicyFormat? = nil
  ) throws(FormatError) -> PolicyDocument {
    try read(bytes, copy: nil, source: source, format: format)
  }

  /// Reads bytes that are the caller's own, so that no second copy of them is made.
  public static func read(
    _ bytes: [UInt8], source: String, format: PolicyFormat? = nil
  ) throws(FormatError) -> PolicyDocument {
    try read(bytes.span, copy: bytes, source: source, format: format)
  }

  /// - Parameter copy: the same bytes, where they are at hand as an array.
  private static func read(
    _ bytes: Span<UInt8>, copy: [UInt8]?, source: String, format: PolicyFormat?
  ) throws(FormatError) -> PolicyDocument {
    if format == nil || format == .qemuCPU, let line = QEMUCommandLine.ofProcess(bytes) {
      return try read(line.span, copy: line, was: .utf8, source: source, format: .qemuCPU)
    }
    guard let (text, was) = try TextEncoding.decoded(bytes, source: source) else {
      return try read(bytes, copy: copy, was: .utf8, source: source, format: format)
    }
    return try read(text.span, copy: text, was: was, source: source, format: format)
  }

  /// - Parameter was: what the text was in before it was UTF-8.
  private static func read(
    _ bytes: Span<UInt8>, copy: [UInt8]?, was encoding: TextEncoding, source: String,
    format: PolicyFormat?
  ) throws(FormatError) -> PolicyDocument {
    guard !bytes.isEmpty else {
      throw FormatError(
        .empty, source: source, message: "the input is empty", remedy: "was the dump written?")
    }
    let recognised: PolicyFormat
    if let format { recognised = format } else { recognised = try recognise(bytes, source: source) }
    switch PolicyCodec.of(recognised).reader {
    case .bytes(_, let read), .lines(_, let read): return try read(bytes, source)
    case .text(_, let read, _, _) where firstVisible(bytes) != UInt8(ascii: "{"):
      return try read(bytes, source)
    case .json, .text:
      // Refused before it is copied.
      try JSONValue.checkSize(bytes.count, source: source)
      return try readJSON(copy ?? Array(copying: bytes), source: source, format: format)
    case .xml:
      try XMLReader.checkSize(bytes.count, source: source)
      return try readXML(
        copy ?? Array(copying: bytes), encoding, source: source, format: format)
    }
  }

  // MARK: Recognition

  /// The form of an input, by its first telling line. Every form in JSON is recognised as `json`, and
  /// every one in XML by its root: which one it is shows in the document that was read.
  public static func recognise(
    _ bytes: Span<UInt8>, source: String
  ) throws(FormatError) -> PolicyFormat {
    for codec in PolicyCodec.all {
      if case .bytes(let isLikely, _) = codec.reader, isLikely(bytes) { return codec.format }
    }
    // A whole document may stand on one line.
    let first = firstVisible(bytes)
    if first == 0x7b || first == 0x5b && isArray(bytes) { return .json }
    if first == 0x3c { return try recogniseXML(bytes, source: source) }
    var seen: (format: PolicyFormat, line: Int)?
    var cursor = LineCursor()
    // Enough to pass any header; the whole text is looked at only by its own reader.
    var remaining = 4096
    while remaining > 0, try cursor.next(in: bytes, source: source) {
      remaining -= 1
      let start = Scan.skipBlanks(bytes, cursor.start, cursor.end)
      guard start < cursor.end else { continue }
      if seen == nil || seen?.format == .cpuinfo,
        let name = OtherArchitecture.telling(bytes, start, cursor.end)
      {
        throw OtherArchitecture.error(name, source: source, line: cursor.line, column: 1)
      }
      guard let format = telling(bytes, start, cursor.end, isFirst: seen == nil) else { continue }
      if let first = seen, first.format != format, !stands(format, in: first.format) {
        throw mixed(format, after: first.format, source: source, line: cursor.line)
      }
      if seen == nil { seen = (format, cursor.line) }
    }
    guard let seen else {
      throw FormatError(
        .unrecognised, source: source, line: 1, column: 1,
        message: "no known form is recognised",
        remedy: "known are: " + PolicyFormat.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return seen.format
  }

  private static func recogniseXML(
    _ bytes: Span<UInt8>, source: String
  ) throws(FormatError) -> PolicyFormat {
    var reader = XMLReader(Array(copying: bytes, most: LineCursor.longestLine), source: source)
    // Where the root is none of the known ones, reading says so with its place.
    return reader.rootName().flatMap { codec(ofRoot: $0)?.format } ?? .libvirtCPU
  }

  /// The form in XML whose documents have this root.
  private static func codec(ofRoot name: String) -> PolicyCodec? {
    PolicyCodec.all.first { codec in
      if case .xml(let roots, _) = codec.reader { return roots.contains(name) }
      return false
    }
  }

  /// The error of a line that belongs to another form than its input.
  static func mixed(
    _ form: PolicyFormat, after first: PolicyFormat, source: String, line: Int
  ) -> FormatError {
    FormatError(
      .mixed, source: source, line: line, column: 1,
      message: "a line of form \(form.rawValue) in an input that began as \(first.rawValue)",
      remedy: "give one form an input")
  }

  /// Whether lines of a form belong to inputs of another: QEMU's log has its command line, and what it complains
  /// of; `cpuid` prints rows of leaves for which it has no words.
  private static func stands(_ form: PolicyFormat, in own: PolicyFormat) -> Bool {
    own == .qemuCPU && form == .complaint || own == .cpuidDecoded && form == .cpuidR
  }

  /// Refuses a line that belongs to another form than its input.
  static func refuseOther(
    than own: PolicyFormat, _ bytes: Span<UInt8>, _ start: Int, _ cursor: LineCursor,
    source: String
  ) throws(FormatError) {
    let form = telling(bytes, start, cursor.end, isFirst: false)
    if let form, form != own, !stands(form, in: own) {
      throw mixed(form, after: own, source: source, line: cursor.line)
    }
  }

  /// Refuses every line of a text that belongs to another form.
  static func refuseOthers(
    than own: PolicyFormat, in bytes: Span<UInt8>, source: String
  ) throws(FormatError) {
    var cursor = LineCursor()
    while try cursor.next(in: bytes, source: source) {
      let start = Scan.skipBlanks(bytes, cursor.start, cursor.end)
      if start < cursor.end {
        try refuseOther(than: own, bytes, start, cursor, source: source)
      }
    }
  }

  /// Whether the text begins with a JSON array, and not with the heading of a section, `[name]`, or the time of
  /// a log's line, `[    0.000000] text`.
  private static func isArray(_ bytes: Span<UInt8>) -> Bool {
    func visible(_ from: Int) -> Int? {
      bytes.indices[from...].prefix(LineCursor.longestLine).first { bytes[$0] > 0x20 }
    }
    guard let bracket = visible(0), let next = visible(bracket + 1) else { return true }
    switch bytes[next] {
    case 0x7b, 0x5b, 0x5d, 0x22: return true
    case 0x2d, 0x30...0x39: break
    default: return false
    }
    var end = next
    while end < bytes.count, end - next < 64, Self.isOfNumber(bytes[end]) { end += 1 }
    guard let after = visible(end), bytes[after] == 0x5d else { return true }
    // An array of one number ends the input.
    return visible(after + 1) == nil
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || [0x2b, 0x2d, 0x2e, 0x45, 0x65].contains(byte)
  }

  private static func firstVisible(_ bytes: Span<UInt8>) -> UInt8? {
    for index in bytes.indices.prefix(LineCursor.longestLine) where bytes[index] > 0x20 {
      return bytes[index]
    }
    return nil
  }

  /// The form to which a line belongs beyond doubt; nil for most.
  static func telling(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, isFirst: Bool
  ) -> PolicyFormat? {
    for codec in PolicyCodec.all {
      if let tells = codec.reader.tells, tells(bytes, start, end, isFirst) { return codec.format }
    }
    // Documents stand alone, so their first lines tell them within a text.
    guard !isFirst else { return nil }
    if Scan.hasPrefix(bytes, start, end, "{\"") || bytes[start] == 0x7b && end == start + 1 {
      return .json
    }
    guard bytes[start] == 0x3c else { return nil }
    if Scan.hasPrefix(bytes, start, end, "<?xml") { return .libvirtCPU }
    var next = start + 1
    while next < end, next - start < 32, bytes[next] > 0x20, bytes[next] != 0x3e { next += 1 }
    return codec(ofRoot: Scan.string(bytes, start + 1, next))?.format
  }

  // MARK: Reading JSON and XML

  private static func readXML(
    _ bytes: [UInt8], _ encoding: TextEncoding, source: String, format: PolicyFormat?
  ) throws(FormatError) -> PolicyDocument {
    var reader = XMLReader(bytes, encoding: encoding, source: source)
    let root = try reader.read()
    guard let codec = codec(ofRoot: root.name), format == nil || format == codec.format,
      case .xml(_, let read) = codec.reader
    else {
      let known = PolicyCodec.all.flatMap { codec -> [String] in
        if case .xml(let roots, _) = codec.reader { return roots }
        return []
      }
      throw FormatError(
        .unrecognised, source: source, line: root.line, column: root.column,
        message: "<\(root.name)> is not read" + (format.map { " as \($0.rawValue)" } ?? ""),
        remedy: "expected is one of " + known.map { "<\($0)>" }.joined(separator: ", "))
    }
    return try read(root, source)
  }

  private static func readJSON(
    _ bytes: [UInt8], source: String, format: PolicyFormat?
  ) throws(FormatError) -> PolicyDocument {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: bytes, source: source)
    } catch {
      // Several replies of QEMU may stand in one file, as its protocol gives them.
      guard format == nil || format == .qemuExpansion,
        let replies = try? QEMUExpansion.transcript(bytes, source: source)
      else { throw error }
      return try QEMUExpansion.read(replies, source: source)
    }
    do {
      for codec in PolicyCodec.all {
        // Documents of others have an apiVersion too; what none of them takes is ours.
        guard let (isLikely, read) = codec.reader.json, codec.format != .json || format == .json
        else { continue }
        if format == codec.format || format == nil && isLikely(value) {
          return try read(value, source)
        }
      }
      return try readDocument(value, source: source)
    } catch {
      throw error.located(in: bytes)
    }
  }

  /// A document of ours: read here where it is a policy, else by `Document` of PolicyDocuments.
  static func readDocument(
    _ value: JSONValue, source: String
  ) throws(FormatError) -> PolicyDocument {
    var document = PolicyDocument(format: .json)
    document.value = value
    if try DocumentKind(of: value, source: source) == .policy {
      let reading = try PolicyJSON.read(value, source: source)
      document.policies = [reading.named]
      document.outside = reading.outside
    }
    return document
  }
}

extension [UInt8] {
  init(copying bytes: Span<UInt8>, most: Int = .max) {
    let wanted = Swift.min(bytes.count, most)
    self.init(unsafeUninitializedCapacity: wanted) { target, count in
      for index in 0..<wanted { target.initializeElement(at: index, to: bytes[index]) }
      count = wanted
    }
  }
}

extension FormatError {
  /// The error with the line and column of the JSON member that it is about.
  public func located(in text: Span<UInt8>) -> FormatError { located(in: Array(copying: text)) }

  /// The error with the line and column of the JSON member that it is about.
  public func located(in text: [UInt8]) -> FormatError {
    guard let path, line == nil else { return self }
    // Lines and columns are those of the characters.
    let text = (try? TextEncoding.decoded(text.span, source: source))?.text ?? text
    var result = self
    var parser = JSONParser(text, source: source)
    if let place = parser.locate(path) {
      result.line = place.line
      result.column = place.column
    }
    return result
  }
}
