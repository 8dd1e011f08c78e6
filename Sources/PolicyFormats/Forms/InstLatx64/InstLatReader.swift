// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// Reads InstLatx64 and AIDA64 dumps in all their variants: a register row is `CPUID`, the leaf, and
/// four groups of eight digits, however they are separated; a heading begins the next CPU.
struct InstLatReader {
  private let source: String
  private var recorders: [CPURecorder] = []
  private var current = CPURecorder()
  /// Where in `recorders` the first CPU of each number stands: a dump of many has as many MSR sections.
  private var places: [Int: Int] = [:]
  /// The CPU to which an MSR section belongs.
  private var owner = 0

  /// More logical CPUs than this are no dump of a machine.
  private static let mostCPUs = 65_536

  init(source: String) { self.source = source }

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
          readShortHeading(bytes, start, cursor.end)
        }
      case 0x4d:  // M
        if Scan.hasPrefix(bytes, start, cursor.end, "MSR ") { try readMSR(bytes, start, cursor) }
      case 0x2d:  // -
        readHeading(bytes, start, cursor.end)
      case 0x30, 0x52, 0x58:  // 0, R, X: how rows and headings of other forms begin
        try refuseOtherForms(bytes, start, cursor)
      default: break
      }
    }
    finishCPU()
    return try document()
  }

  private func refuseOtherForms(
    _ bytes: Span<UInt8>, _ start: Int, _ cursor: LineCursor
  ) throws(FormatError) {
    guard let form = PolicyReader.telling(bytes, start, cursor.end, isFirst: false) else { return }
    throw PolicyReader.mixed(form, after: .instlatx64, source: source, line: cursor.line)
  }

  /// `------[ CPUID Registers / Logical CPU #3 ]------` begins a CPU; with `MSR Registers` it says
  /// whose MSRs follow, and without a number they are the first CPU's.
  private mutating func readHeading(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) {
    var number: Int?
    if let mark = Scan.find(bytes, start, end, "#") {
      var index = mark + 1
      while index < end, index < mark + 7, (0x30...0x39).contains(bytes[index]) {
        number = (number ?? 0) * 10 + Int(bytes[index] - 0x30)
        index += 1
      }
    }
    if Scan.find(bytes, start, end, "MSR Registers") != nil {
      finishCPU()
      owner = number.flatMap { places[$0] } ?? 0
    } else if Scan.find(bytes, start, end, "Logical CPU") != nil {
      finishCPU()
      current.number = number
    }
  }

  /// `CPU 0:` begins a CPU; `CPU 0: APICID ...` and `CPU#000` say something about one.
  private mutating func readShortHeading(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) {
    var index = start + 4
    while index < end && (0x30...0x39).contains(bytes[index]) { index += 1 }
    if index > start + 4 && index == end - 1 && bytes[index] == 0x3a { finishCPU() }
  }

  private mutating func readRow(
    _ bytes: Span<UInt8>, _ start: Int, _ cursor: LineCursor
  ) throws(FormatError) {
    let end = cursor.end
    if Scan.hasPrefix(bytes, start, end, "CPUID Registers") {
      finishCPU()
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
    // Without headings, each row of leaf 0 begins the next CPU.
    if leaf == 0 && current.hasLeaves { finishCPU() }
    current.add(registers, leaf: leaf, subleaf: subleafTag(bytes, index, end))
  }

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
      addMSR(msr, nil)
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
    addMSR(msr, value)
  }

  /// MSRs belong to the CPU whose section they stand in.
  private mutating func addMSR(_ index: MSRIndex, _ value: UInt64?) {
    if current.hasLeaves || recorders.isEmpty {
      current.add(msr: index, value)
    } else if owner < recorders.count {
      recorders[owner].add(msr: index, value)
    }
  }

  private mutating func finishCPU() {
    if current.hasLeaves && recorders.count < InstLatReader.mostCPUs {
      if let number = current.number, places[number] == nil { places[number] = recorders.count }
      recorders.append(current)
    }
    current = CPURecorder()
  }

  private func document() throws(FormatError) -> PolicyDocument {
    guard !recorders.isEmpty else {
      throw FormatError(
        .malformed, source: source, message: "no CPUID register row was found",
        remedy: "expected are rows like \"CPUID 00000000: eax-ebx-ecx-edx\"")
    }
    return PolicyDocument(recorders, format: .instlatx64)
  }
}

extension PolicyDocument {
  init(_ recorders: [CPURecorder], format: PolicyFormat) {
    self.init(format: format)
    for (number, recorder) in recorders.enumerated() {
      cpus.append(recorder.finished())
      let own = recorder.outside.filter { Self.isOffered($0.0.leaf, recorder.outside) }
      outside += own.map { OutsideLeaf(cpu: number, place: $0.0, registers: $0.1) }
    }
    microcode = recorders.lazy.compactMap(\.microcode).first
  }
}

extension PolicyDocument {
  /// Whether a leaf of the ranges 0x80860000 and 0xc0000000 is data: bare CPUs of other vendors answer
  /// there with another leaf's data, so EAX of the range's first leaf must point into the range.
  private static func isOffered(
    _ leaf: UInt32, _ leaves: [(LeafPlace, LeafRegisters)]
  ) -> Bool {
    let base = leaf & 0xffff_0000
    guard base == 0x8086_0000 || base == 0xc000_0000 else { return true }
    guard let first = leaves.first(where: { $0.0.leaf == base }) else { return false }
    let limit = first.1.eax
    return limit & 0xffff_0000 == base && leaf <= limit
  }
}

/// A number as messages show it.
func hexText(_ value: UInt32) -> String { "0x" + String(value, radix: 16) }
