// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// What a line of a dump says, as its form's own scanner sees it.
enum DumpLine {
  /// Nothing of a CPU.
  case text
  /// A heading: what follows is of the CPU of a number; nil for headings that have none.
  case cpu(Int?)
  /// Registers of a leaf; without a subleaf rows of one leaf are its subleaves in turn. `cpu` is the number of
  /// a CPU that the line itself names.
  case row(leaf: UInt32, subleaf: UInt32?, LeafRegisters, cpu: Int? = nil)
  /// Subleaves of a leaf follow, in rows that do not name it.
  case leaf(UInt32)
  case msr(MSRIndex, UInt64)
  /// Here the dump ends, and something else begins.
  case end
}

/// Why a line that begins as a row is none.
struct DumpLineError: Error {
  /// Number of bytes of the input before the place.
  var index: Int
  var message: String
}

/// Reads dumps whose lines are rows of registers, whole or pasted in part: a form says what its lines look like,
/// and everything else is the same for all of them. What is not there is unknown.
struct RowDump: Sendable {
  let format: PolicyFormat
  /// A row as the form has it, for inputs without one.
  let example: String
  /// What a line says; `leaf` is the one that an earlier line has named for those behind it.
  let scan:
    @Sendable (Span<UInt8>, _ start: Int, _ end: Int, _ leaf: UInt32?) throws(DumpLineError)
      -> DumpLine
  /// What is taken out of the rows of one CPU before they count.
  var refine: (@Sendable ([Row]) -> [Row])?

  struct Row {
    /// Rows of one CPU have one key; those of the next CPU a higher one.
    var key: Int
    var leaf: UInt32
    var subleaf: UInt32?
    var registers: LeafRegisters
    var line: Int
  }

  private struct Collected {
    var rows: [Row] = []
    var msrs: [(key: Int, index: MSRIndex, value: UInt64, line: Int)] = []
    /// Number and line of each CPU's heading, by key.
    var headings: [Int: (number: Int?, line: Int)] = [:]
    var lastLine = 0
    /// What a line has named for the rows behind it.
    var leaf: UInt32?
  }

  func read(_ bytes: Span<UInt8>, _ source: String) throws(FormatError) -> PolicyDocument {
    try document(try cpus(bytes, source), source)
  }

  /// The CPUs of an input, in the order of their headings or numbers.
  func cpus(_ bytes: Span<UInt8>, _ source: String) throws(FormatError) -> [RecordedCPU] {
    var found = try collect(bytes, source)
    if let refine {
      found.rows = Self.byCPU(found.rows).flatMap(refine)
    }
    var cpus = RecordedCPUs(source: source, .asked)
    var key: Int?
    var nextMSR = 0
    for row in found.rows {
      if row.key != key {
        if key != nil { try addMSRs(of: key, found, &nextMSR, &cpus) }
        key = row.key
        let heading = found.headings[row.key]
        try cpus.begin(number: heading?.number, line: heading?.line ?? row.line)
      }
      try cpus.add(row.registers, leaf: row.leaf, subleaf: row.subleaf, line: row.line)
    }
    try addMSRs(of: key, found, &nextMSR, &cpus)
    try cpus.finish(line: found.lastLine)
    guard !cpus.list.isEmpty else {
      throw FormatError(
        .malformed, source: source, message: "no row of registers was found",
        remedy: "expected are rows like \"\(example)\"")
    }
    return cpus.list
  }

  /// Rows by their CPUs, in order.
  private static func byCPU(_ rows: [Row]) -> [[Row]] {
    var result: [[Row]] = []
    for row in rows {
      if result.last?.last?.key == row.key {
        result[result.count - 1].append(row)
      } else {
        result.append([row])
      }
    }
    return result
  }

  private func addMSRs(
    of key: Int?, _ found: Collected, _ next: inout Int, _ cpus: inout RecordedCPUs
  ) throws(FormatError) {
    while next < found.msrs.count, let key, found.msrs[next].key <= key {
      let msr = found.msrs[next]
      next += 1
      if msr.key == key { try cpus.add(msr: msr.index, msr.value, owner: nil, line: msr.line) }
    }
  }

  /// The document of CPUs that were read.
  func document(_ cpus: [RecordedCPU], _ source: String) throws(FormatError) -> PolicyDocument {
    var document = try PolicyDocument(cpus, format: format, source: source)
    // Behind a list's end a CPU repeats what it was asked for.
    var last: (cpu: Int, policy: CPUPolicy)?
    document.outside.removeAll { outside in
      guard LeafLayout.block(outside.place.leaf) != nil, case .cpu(let number) = outside.owner
      else { return false }
      let policy = last?.cpu == number ? last?.policy : nil
      let own = policy ?? document.cpus[number]
      last = (number, own)
      let isList = LeafLayout.showsTerminator(outside.place.leaf)
      return isList && outside.place.subleaf >= UInt32(own.subleafCount(outside.place.leaf))
    }
    return document
  }

  private func collect(
    _ bytes: Span<UInt8>, _ source: String
  ) throws(FormatError) -> Collected {
    var found = Collected()
    var cursor = LineCursor()
    var key = 0
    var isOrdered = true
    lines: while try cursor.next(in: bytes, source: source) {
      found.lastLine = cursor.line
      let start = Scan.skipBlanks(bytes, cursor.start, cursor.end)
      guard start < cursor.end else { continue }
      let line: DumpLine
      do throws(DumpLineError) {
        line = try scan(bytes, start, cursor.end, found.leaf)
      } catch {
        throw FormatError(
          .malformed, source: source, line: cursor.line, column: error.index - cursor.start + 1,
          message: error.message, remedy: "a row is like \"\(example)\"; is the line cut?")
      }
      switch line {
      case .text:
        try PolicyReader.refuseOther(than: format, bytes, start, cursor, source: source)
      case .leaf(let leaf): found.leaf = leaf
      case .cpu(let number):
        key += 1
        found.headings[key] = (number, cursor.line)
      case .row(let leaf, let subleaf, let registers, let cpu):
        if let cpu {
          isOrdered = isOrdered && cpu >= key
          key = cpu
          if found.headings[key] == nil { found.headings[key] = (cpu, cursor.line) }
        }
        found.rows.append(
          Row(key: key, leaf: leaf, subleaf: subleaf, registers: registers, line: cursor.line))
      case .msr(let index, let value): found.msrs.append((key, index, value, cursor.line))
      case .end: break lines
      }
    }
    // Lines of several CPUs may come in turns.
    if !isOrdered {
      let order = found.rows.indices.sorted {
        (found.rows[$0].key, $0) < (found.rows[$1].key, $1)
      }
      found.rows = order.map { found.rows[$0] }
    }
    return found
  }
}

extension Scan {
  /// Four registers in hexadecimal with one kind of prefix before each, in the order EAX, EBX, ECX, EDX.
  ///
  /// - Parameters:
  ///   - prefixes: what stands before each, behind blanks.
  ///   - digits: how many digits each has; nil for one to eight.
  ///   - isWhole: whether the line ends with them.
  static func registers(
    _ bytes: Span<UInt8>, _ index: Int, _ end: Int,
    _ prefixes: (StaticString, StaticString, StaticString, StaticString), digits: Int?,
    isWhole: Bool = true
  ) throws(DumpLineError) -> (registers: LeafRegisters, next: Int) {
    var result = LeafRegisters()
    var index = index
    let parts: [(Register, StaticString)] = [
      (.eax, prefixes.0), (.ebx, prefixes.1), (.ecx, prefixes.2), (.edx, prefixes.3),
    ]
    for (register, prefix) in parts {
      index = skipBlanks(bytes, index, end)
      guard prefix.utf8CodeUnitCount == 0 || hasPrefix(bytes, index, end, prefix) else {
        throw DumpLineError(
          index: index, message: "expected \(prefix) and the digits of \(register)")
      }
      index += prefix.utf8CodeUnitCount
      let (value, next) = hex(bytes, index, end)
      guard next > index, next - index <= 8, digits == nil || next - index == digits else {
        let count = digits.map { "\($0)" } ?? "one to eight"
        throw DumpLineError(
          index: index, message: "\(register) has not \(count) hexadecimal digits")
      }
      result[register] = UInt32(truncatingIfNeeded: value)
      index = next
    }
    guard !isWhole || index == end else {
      throw DumpLineError(index: index, message: "the line goes on behind its four registers")
    }
    return (result, index)
  }

  /// Hexadecimal digits of a number of 32 bits; nil where there are none, or more.
  static func word(
    _ bytes: Span<UInt8>, _ index: Int, _ end: Int
  ) -> (value: UInt32, next: Int)? {
    let (value, next) = hex(bytes, index, end)
    return next > index && next - index <= 8 ? (UInt32(truncatingIfNeeded: value), next) : nil
  }
}
