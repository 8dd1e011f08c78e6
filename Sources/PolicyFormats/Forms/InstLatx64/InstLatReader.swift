// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// Reads InstLatx64 and AIDA64 dumps in all their variants: a register row is `CPUID`, the leaf, and
/// four groups of eight digits, however they are separated; a heading begins the next CPU.
struct InstLatReader {
  private let source: String
  private var cpus: RecordedCPUs
  /// The CPU to which an MSR section belongs, by its place; nil where there is no such CPU.
  private var owner: Int? = 0
  /// The line of each CPU's MSR section.
  private var sections: [Int: Int] = [:]
  private var lastRow: (leaf: UInt32, subleaf: UInt32?, registers: LeafRegisters)?

  init(source: String) {
    self.source = source
    cpus = RecordedCPUs(source: source)
  }

  mutating func read(_ bytes: Span<UInt8>) throws(FormatError) -> PolicyDocument {
    var cursor = LineCursor()
    while try cursor.next(in: bytes, source: source) {
      let start = Scan.skipBlanks(bytes, cursor.start, cursor.end)
      guard start < cursor.end else { continue }
      switch bytes[start] {
      case 0x43:  // C
        if Scan.hasPrefix(bytes, start, cursor.end, "CPUID ") {
          try readRow(bytes, start, cursor)
        } else if Scan.hasPrefix(bytes, start, cursor.end, "CPU ") {
          try readShortHeading(bytes, start, cursor)
        } else {
          try refuseOtherForms(bytes, start, cursor)
        }
      case 0x4d:  // M
        if Scan.hasPrefix(bytes, start, cursor.end, "MSR ") { try readMSR(bytes, start, cursor) }
      case 0x2d where Scan.hasPrefix(bytes, start, cursor.end, "--"):  // -
        try readHeading(bytes, start, cursor)
      default: try refuseOtherForms(bytes, start, cursor)
      }
    }
    try cpus.finish(line: cursor.line)
    return try document()
  }

  private func refuseOtherForms(
    _ bytes: Span<UInt8>, _ start: Int, _ cursor: LineCursor
  ) throws(FormatError) {
    try PolicyReader.refuseOther(than: .instlatx64, bytes, start, cursor, source: source)
  }

  /// `------[ CPUID Registers / Logical CPU #3 ]------` begins a CPU; with `MSR Registers` it says
  /// whose MSRs follow, and without a number they are the first CPU's.
  private mutating func readHeading(
    _ bytes: Span<UInt8>, _ start: Int, _ cursor: LineCursor
  ) throws(FormatError) {
    let end = cursor.end
    let mark = Scan.find(bytes, start, end, "#")
    let number = mark.flatMap { Scan.decimal(bytes, $0 + 1, end).value }
    lastRow = nil
    if Scan.find(bytes, start, end, "MSR Registers") != nil {
      try cpus.finish(line: cursor.line)
      guard let number else {
        // Some headings within a section give a clock where the number should stand.
        if mark == nil { owner = 0 }
        return
      }
      owner = cpus.place(ofNumber: number)
      guard sections.count < CPURecorder.mostCPUs else { throw cpus.tooMany(cursor.line) }
      if let first = sections.updateValue(cursor.line, forKey: number) {
        throw .duplicate(
          "the MSR section of CPU \(number)", first: "line \(first)", source: source,
          line: cursor.line, column: 1)
      }
    } else if Scan.find(bytes, start, end, "Logical CPU") != nil {
      try cpus.begin(number: number, line: cursor.line)
    }
  }

  /// `CPU 0:` begins a CPU; `CPU 0: APICID ...` and `CPU#000` say something about one.
  private mutating func readShortHeading(
    _ bytes: Span<UInt8>, _ start: Int, _ cursor: LineCursor
  ) throws(FormatError) {
    let (number, next) = Scan.decimal(bytes, start + 4, cursor.end)
    if number != nil && next == cursor.end - 1 && bytes[next] == 0x3a {
      lastRow = nil
      try cpus.finish(line: cursor.line)
    }
  }

  private mutating func readRow(
    _ bytes: Span<UInt8>, _ start: Int, _ cursor: LineCursor
  ) throws(FormatError) {
    let end = cursor.end
    if Scan.hasPrefix(bytes, start, end, "CPUID Registers") {
      try cpus.finish(line: cursor.line)
      return
    }
    let (leafValue, afterLeaf) = Scan.hex(bytes, start + 6, end)
    // "CPUID Manufacturer", "CPUID CPU Name" and their like are text.
    guard afterLeaf - start - 6 == 8 else { return }
    let leaf = UInt32(truncatingIfNeeded: leafValue)
    var index = afterLeaf
    var registers = LeafRegisters()
    for position in 0..<4 {
      while index < end,
        bytes[index] == 0x20 || bytes[index] == 0x09
          || bytes[index] == 0x3a && position == 0 || bytes[index] == 0x2d && position > 0
      {
        index += 1
      }
      let (value, next) = Scan.hex(bytes, index, end)
      guard next - index == 8 else {
        throw FormatError(
          .malformed, source: source, line: cursor.line, column: index - cursor.start + 1,
          message: "register \(position + 1) of 4 of leaf \(hexText(leaf)) has not eight digits",
          remedy: "the line seems to be cut or damaged; take the dump again")
      }
      registers[Register(rawValue: UInt8(position)) ?? .eax] = UInt32(truncatingIfNeeded: value)
      index = next
    }
    // Without headings, each row of leaf 0 begins the next CPU; no CPU has that row alone.
    if leaf == 0 && cpus.hasLeaves && !cpus.isNumbered && lastRow?.leaf != 0 {
      try cpus.finish(line: cursor.line)
    }
    let subleaf = subleafTag(bytes, index, end)
    if leaf == 0xd && subleaf == InstLatReader.lastState,
      let lastRow, lastRow == (leaf, subleaf, registers)
    {
      return
    }
    lastRow = (leaf, subleaf, registers)
    try cpus.add(registers, leaf: leaf, subleaf: subleaf, line: cursor.line)
  }

  /// AIDA64 writes the row of this state, AMD's LWP, twice where the CPU has it.
  private static let lastState: UInt32 = 62

  private func subleafTag(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt32? {
    guard start < end, let tag = Scan.find(bytes, start, end, "[SL ") else { return nil }
    let (value, next) = Scan.hex(bytes, tag + 4, end)
    return next > tag + 4 && next - tag - 4 <= 8 ? UInt32(truncatingIfNeeded: value) : nil
  }

  /// `MSR 0000010A: 0000-0000-0C28-FDEB`, or `< FAILED >` where it could not be read.
  private mutating func readMSR(
    _ bytes: Span<UInt8>, _ start: Int, _ cursor: LineCursor
  ) throws(FormatError) {
    let end = cursor.end
    let (index, next) = Scan.hex(bytes, start + 4, end)
    guard next - start - 4 == 8, next < end, bytes[next] == 0x3a else { return }
    let msr = MSRIndex(rawValue: UInt32(truncatingIfNeeded: index))
    var position = Scan.skipBlanks(bytes, next + 1, end)
    if position < end && bytes[position] == 0x3c {
      try addMSR(msr, nil, cursor)
      return
    }
    var value: UInt64 = 0
    for group in 0..<4 {
      let (part, after) = Scan.hex(bytes, position, end)
      guard after - position == 4 else {
        throw FormatError(
          .malformed, source: source, line: cursor.line, column: position - cursor.start + 1,
          message: "group \(group + 1) of 4 of MSR \(hexText(msr.rawValue)) has not four digits",
          remedy: "the line seems to be cut or damaged; take the dump again")
      }
      value = value << 16 | part
      position = after < end && bytes[after] == 0x2d ? after + 1 : after
    }
    try addMSR(msr, value, cursor)
  }

  /// MSRs belong to the CPU whose section they stand in.
  private mutating func addMSR(
    _ index: MSRIndex, _ value: UInt64?, _ cursor: LineCursor
  ) throws(FormatError) {
    if cpus.hasLeaves || cpus.list.isEmpty {
      try cpus.add(msr: index, value, owner: nil, line: cursor.line)
    } else if let owner {
      try cpus.add(msr: index, value, owner: owner, line: cursor.line)
    }
  }

  private func document() throws(FormatError) -> PolicyDocument {
    guard !cpus.list.isEmpty else {
      throw FormatError(
        .malformed, source: source, message: "no CPUID register row was found",
        remedy: "expected are rows like \"CPUID 00000000: eax-ebx-ecx-edx\"")
    }
    return try PolicyDocument(cpus.list, format: .instlatx64, source: source)
  }
}
