// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// Reads `cpuid -r`: `CPU 0:` (or `CPU:` with `-1`), then rows
/// `   0x00000007 0x00: eax=0x... ebx=0x... ecx=0x... edx=0x...`.
struct CpuidToolReader {
  let source: String

  func read(_ bytes: Span<UInt8>) throws(FormatError) -> PolicyDocument {
    var recorders: [CPURecorder] = []
    var current = CPURecorder()
    var cursor = LineCursor()
    while try cursor.next(in: bytes, source: source) {
      let start = Scan.skipBlanks(bytes, cursor.start, cursor.end)
      if Scan.hasPrefix(bytes, start, cursor.end, "CPU") {
        if current.hasLeaves { recorders.append(current) }
        current = CPURecorder()
      } else if Scan.hasPrefix(bytes, start, cursor.end, "0x") {
        let (leaf, subleaf, registers) = try row(bytes, start, cursor)
        current.add(registers, leaf: leaf, subleaf: subleaf)
      } else if start < cursor.end {
        throw error(cursor, start, "expected a row or a heading", "is this output of cpuid -r?")
      }
    }
    if current.hasLeaves { recorders.append(current) }
    guard !recorders.isEmpty else {
      throw FormatError(
        .malformed, source: source, message: "no CPUID row was found",
        remedy: "take the dump again with cpuid -r")
    }
    return PolicyDocument(recorders, format: .cpuidR)
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
