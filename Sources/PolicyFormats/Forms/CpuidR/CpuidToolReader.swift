// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// Reads `cpuid -r`: `CPU 0:` (or `CPU:` with `-1`), then rows
/// `   0x00000007 0x00: eax=0x... ebx=0x... ecx=0x... edx=0x...`.
struct CpuidToolReader {
  let source: String

  func read(_ bytes: Span<UInt8>) throws(FormatError) -> PolicyDocument {
    var cpus = RecordedCPUs(source: source)
    var cursor = LineCursor()
    while try cursor.next(in: bytes, source: source) {
      let start = Scan.skipBlanks(bytes, cursor.start, cursor.end)
      guard start < cursor.end else { continue }
      if let number = heading(bytes, start, cursor.end) {
        try cpus.begin(number: number, line: cursor.line)
      } else if Scan.hasPrefix(bytes, start, cursor.end, "0x") {
        let (leaf, subleaf, registers) = try row(bytes, start, cursor)
        try cpus.add(registers, leaf: leaf, subleaf: subleaf, line: cursor.line)
      } else {
        try PolicyReader.refuseOther(
          than: .cpuidR, bytes, start, cursor, source: source)
        throw error(cursor, start, "expected a row or a heading", "is this output of cpuid -r?")
      }
    }
    try cpus.finish(line: cursor.line)
    guard !cpus.list.isEmpty else {
      throw FormatError(
        .malformed, source: source, message: "no CPUID row was found",
        remedy: "take the dump again with cpuid -r")
    }
    return try PolicyDocument(cpus.list, format: .cpuidR, source: source)
  }

  /// `CPU 3:` or, of a single one, `CPU:`, which has no number and can stand once; nil for other lines.
  private func heading(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard Scan.hasPrefix(bytes, start, end, "CPU"), end > start + 3, bytes[end - 1] == 0x3a else {
      return nil
    }
    guard end > start + 4 else { return RecordedCPUs.withoutNumber }
    let (number, next) = Scan.decimal(bytes, start + 4, end - 1)
    return bytes[start + 3] == 0x20 && next == end - 1 ? number : nil
  }

  private func row(
    _ bytes: Span<UInt8>, _ start: Int, _ cursor: LineCursor
  ) throws(FormatError) -> (UInt32, UInt32, LeafRegisters) {
    let end = cursor.end
    let (leaf, afterLeaf) = Scan.hex(bytes, start + 2, end)
    let second = Scan.skipBlanks(bytes, afterLeaf, end)
    guard afterLeaf - start == 10, Scan.hasPrefix(bytes, second, end, "0x") else {
      throw error(cursor, afterLeaf, "expected a leaf and a subleaf", "0xLEAF 0xSUBLEAF: ...")
    }
    let (subleaf, afterSubleaf) = Scan.hex(bytes, second + 2, end)
    guard afterSubleaf < end, bytes[afterSubleaf] == 0x3a else {
      throw error(cursor, afterSubleaf, "expected a colon behind the subleaf", "is the line cut?")
    }
    var index = afterSubleaf + 1
    var registers = LeafRegisters()
    let names: [(Register, StaticString)] = [
      (.eax, "eax=0x"), (.ebx, "ebx=0x"), (.ecx, "ecx=0x"), (.edx, "edx=0x"),
    ]
    for (register, name) in names {
      index = Scan.skipBlanks(bytes, index, end)
      guard Scan.hasPrefix(bytes, index, end, name) else {
        throw error(cursor, index, "expected \(name)", "is the line cut?")
      }
      let (value, next) = Scan.hex(bytes, index + 6, end)
      guard next - index == 14 else {
        throw error(cursor, next, "\(name) is not followed by eight digits", "is the line cut?")
      }
      registers[register] = UInt32(truncatingIfNeeded: value)
      index = next
    }
    return (
      UInt32(truncatingIfNeeded: leaf), UInt32(truncatingIfNeeded: subleaf), registers
    )
  }

  private func error(
    _ cursor: LineCursor, _ index: Int, _ message: String, _ remedy: String
  ) -> FormatError {
    FormatError(
      .malformed, source: source, line: cursor.line, column: index - cursor.start + 1,
      message: message, remedy: remedy)
  }
}
