// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// The words of a QEMU command line with their places, and what its options say of the machine.
struct QEMUCommandLine {
  struct Word: Equatable {
    var text: String
    var line: Int
    var column: Int
    /// Whether its borders are known, whatever blanks are in it.
    var isQuoted = false
  }

  let source: String
  private var words: [Word] = []

  init(_ bytes: Span<UInt8>, source: String) throws(FormatError) {
    self.source = source
    let (start, end, line) = Self.command(bytes)
    try split(bytes, start, end, line)
  }

  // MARK: Whose line it is

  /// Whether a line of a text begins a command line of QEMU.
  static func begins(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    if Scan.hasPrefix(bytes, start, end, "qemu") { return true }
    // The words that stand before the program in libvirt's log.
    if Scan.hasPrefix(bytes, start, end, "LC_ALL=C ") { return true }
    if Scan.find(bytes, start, end, logHeader) != nil { return true }
    guard Scan.hasPrefix(bytes, start, end, "/") || Scan.find(bytes, start, end, " -") != nil else {
      return false
    }
    var first = start
    while first < end {
      var last = first
      while last < end, bytes[last] > 0x20 { last += 1 }
      if isProgram(Scan.string(bytes, first, last)) { return true }
      first = last + 1
    }
    return false
  }

  private static let logHeader: StaticString = ": starting up libvirt version"

  private static func isProgram(_ word: String) -> Bool {
    guard let name = word.split(separator: "/").last else { return false }
    return name.hasPrefix("qemu-system-")
      || word.hasPrefix("/") && ["kvm", "qemu-kvm"].contains(name)
  }

  /// The command line of a process, as `/proc/PID/cmdline` has it with a zero byte behind each word, in the
  /// words of a shell; nil for all else.
  static func ofProcess(_ bytes: Span<UInt8>) -> [UInt8]? {
    var end = 0
    while end < min(bytes.count, 4096), bytes[end] != 0 { end += 1 }
    guard end < bytes.count, bytes[end] == 0, isProgram(Scan.string(bytes, 0, end)) else {
      return nil
    }
    var result: [UInt8] = [0x27]
    for index in bytes.indices {
      switch bytes[index] {
      case 0: result += index + 1 < bytes.count ? [0x27, 0x20, 0x27] : []
      case 0x27: result += [0x27, 0x5c, 0x27, 0x27]
      case let byte: result.append(byte)
      }
    }
    return result + [0x27]
  }

  /// The command in a text: all of it, or in libvirt's log the last start, which ends with the first line
  /// that does not go on.
  private static func command(_ bytes: Span<UInt8>) -> (start: Int, end: Int, line: Int) {
    var found: (start: Int, line: Int)?
    var start = 0
    var line = 1
    for index in bytes.indices where bytes[index] == 0x0a {
      if Scan.find(bytes, start, index, logHeader) != nil { found = (index + 1, line + 1) }
      start = index + 1
      line += 1
    }
    guard let found else { return (0, bytes.count, 1) }
    var end = found.start
    while end < bytes.count, !(bytes[end] == 0x0a && bytes[end - 1] != 0x5c) { end += 1 }
    return (found.start, end, found.line)
  }

  /// The program, where the line has it.
  var program: Word? { words.first { Self.isProgram($0.text) || $0.text.hasPrefix("qemu-kvm") } }

  // MARK: Options

  func word(after word: Word) -> Word? {
    words.firstIndex(of: word).flatMap { $0 + 1 < words.count ? words[$0 + 1] : nil }
  }

  private func values(of name: String) -> [Word] {
    words.indices.filter { words[$0].text == "-\(name)" || words[$0].text == "--\(name)" }
      .filter { $0 + 1 < words.count }.map { words[$0 + 1] }
  }

  /// The value of an option that can stand once; nil where it does not stand.
  func value(of name: String) throws(FormatError) -> Word? {
    let places = words.indices.filter {
      words[$0].text == "-\(name)" || words[$0].text == "--\(name)"
    }
    if places.count > 1 {
      let (first, second) = (words[places[0]], words[places[1]])
      throw .duplicate(
        "-\(name)", first: "line \(first.line), column \(first.column)", source: source,
        line: second.line, column: second.column)
    }
    guard let place = places.first else { return nil }
    guard place + 1 < words.count else {
      throw FormatError(
        .malformed, source: source, line: words[place].line, column: words[place].column,
        message: "there is no -\(name) with a value", remedy: "give the whole command line")
    }
    return words[place + 1]
  }

  /// The guest's name.
  func guestName() throws(FormatError) -> String? {
    guard let value = try value(of: "name") else { return nil }
    let parts = value.text.split(separator: ",")
    let named = parts.first { $0.hasPrefix("guest=") }?.dropFirst("guest=".count)
    return (named ?? parts.first { !$0.contains("=") }).map(String.init)
  }

  /// Properties that `-global` gives every CPU.
  var globals: [Word] {
    values(of: "global").compactMap { word in
      guard let dot = word.text.firstIndex(of: "."), word.text[..<dot].hasSuffix("-cpu") else {
        return nil
      }
      var property = word
      property.text = String(word.text[word.text.index(after: dot)...])
      return property
    }
  }

  /// Emulator, machine type and accelerator.
  func machine() throws(FormatError) -> ModelRequest.Machine {
    var result = ModelRequest.Machine(emulator: program?.text)
    if let program, let name = program.text.split(separator: "/").last,
      name.hasPrefix("qemu-system-"),
      !["x86_64", "i386", "amd64"].contains(where: { name.dropFirst(12).hasPrefix($0) })
    {
      throw OtherArchitecture.error(
        "\(name.prefix(40))", source: source, line: program.line, column: program.column)
    }
    var (ofMachine, own): ([String], [String]) = ([], [])
    for (index, word) in words.enumerated() {
      let value = index + 1 < words.count ? words[index + 1].text : ""
      switch word.text.hasPrefix("--") ? String(word.text.dropFirst()) : word.text {
      case "-enable-kvm": ofMachine = ["kvm"]
      case "-accel": own += Self.accelerators(value)
      case "-machine", "-M":
        for (index, part) in value.split(separator: ",").enumerated() {
          if part.hasPrefix("type=") {
            result.type = String(part.dropFirst(5))
          } else if part.hasPrefix("accel=") {
            ofMachine = Self.accelerators(String(part))
          } else if index == 0, !part.contains("=") {
            result.type = String(part)
          }
        }
      default: continue
      }
    }
    let named = ofMachine + own
    if named.count == 1 {
      result.accelerator = named[0]
    } else if !named.isEmpty {
      result.accelerators = named
    } else if let program {
      result.accelerator = program.text.hasSuffix("kvm") ? "kvm" : "tcg"
    }
    return result
  }

  /// `kvm`, `accel=kvm:tcg`, `tcg,thread=multi`: what stands before colons is tried first.
  private static func accelerators(_ value: String) -> [String] {
    for (index, part) in value.split(separator: ",").enumerated() {
      let isNamed = part.hasPrefix("accel=")
      guard isNamed || index == 0 && !part.contains("=") else { continue }
      return (isNamed ? part.dropFirst(6) : part[...]).split(separator: ":").map(String.init)
    }
    return []
  }

  // MARK: Words

  /// The words of a shell's command line: blanks separate, quotes and backslashes protect.
  private mutating func split(
    _ bytes: Span<UInt8>, _ first: Int, _ last: Int, _ line: Int
  ) throws(FormatError) {
    var current: [UInt8] = []
    var start: (line: Int, column: Int)?
    var quote: UInt8?
    var isQuoted = false
    var place = (line: line, column: 1)
    func finish(_ words: inout [Word]) {
      guard let begun = start else { return }
      words.append(
        Word(
          text: String(decoding: current, as: UTF8.self), line: begun.line, column: begun.column,
          isQuoted: isQuoted))
      current = []
      start = nil
      isQuoted = false
    }
    var index = first
    while index < last {
      var byte = bytes[index]
      let isEscape = byte == 0x5c && quote != 0x27 && index + 1 < last
      if isEscape {
        index += 1
        byte = bytes[index]
        // A line goes on behind a backslash at its end.
        if byte != 0x0a {
          if start == nil { start = place }
          current.append(byte)
          isQuoted = true
        }
      } else if let open = quote {
        if byte == open { quote = nil } else { current.append(byte) }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
        isQuoted = true
        if start == nil { start = place }
      } else if byte <= 0x20 {
        finish(&words)
      } else {
        if start == nil { start = place }
        current.append(byte)
      }
      place = byte == 0x0a ? (place.line + 1, 1) : (place.line, place.column + (isEscape ? 2 : 1))
      index += 1
    }
    guard quote == nil else {
      throw FormatError(
        .malformed, source: source, line: start?.line, column: start?.column,
        message: "the quote is not closed", remedy: "give the whole command line")
    }
    finish(&words)
  }
}
