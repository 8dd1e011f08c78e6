// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension PolicyFormat {
  /// Lines `CPUID[0x00000000]: eax ebx ecx edx` in the log of an emulator or a hypervisor.
  public static let cpuidLog = PolicyFormat("cpuid-log")
}

extension PolicyCodec {
  static let cpuidLog = PolicyCodec(
    .cpuidLog, "lines `CPUID[0x00000000]: eax ebx ecx edx` of a log",
    reader: .lines(
      tells: { bytes, start, end, _ in Scan.find(bytes, start, end, "CPUID[0x") != nil },
      read: { bytes, source throws(FormatError) in
        try CPUIDLogReader.dump.read(bytes, source)
      }))
}

/// Reads `CPUID[0xLEAF]:` or `CPUID[0xLEAF, 0xSUBLEAF]:` and four registers anywhere in a line; what stands
/// before may name the CPU as `CPU0`. Logs show the first subleaf where they name none.
enum CPUIDLogReader {
  static let dump = RowDump(
    format: .cpuidLog, example: "CPUID[0x00000000]: 0000000d 756e6547 6c65746e 49656e69",
    scan: { bytes, start, end, _ throws(DumpLineError) in try scan(bytes, start, end) })

  private static func scan(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) throws(DumpLineError) -> DumpLine {
    guard let mark = Scan.find(bytes, start, end, "CPUID[0x") else { return .text }
    let first = mark + "CPUID[0x".utf8.count
    guard let (leaf, afterLeaf) = Scan.word(bytes, first, end) else {
      throw DumpLineError(index: first, message: "the leaf has not one to eight digits")
    }
    var next = afterLeaf
    var subleaf: UInt32 = 0
    if next < end, bytes[next] == UInt8(ascii: ",") {
      let digits = Scan.skipBlanks(bytes, next + 1, end)
      guard Scan.hasPrefix(bytes, digits, end, "0x"),
        let (value, after) = Scan.word(bytes, digits + 2, end)
      else { throw DumpLineError(index: digits, message: "expected 0x and a subleaf") }
      (subleaf, next) = (value, after)
    }
    guard Scan.hasPrefix(bytes, next, end, "]:") else {
      throw DumpLineError(index: next, message: "expected ]: behind the leaf")
    }
    let registers = try Scan.registers(bytes, next + 2, end, ("", "", "", ""), digits: 8).registers
    return .row(leaf: leaf, subleaf: subleaf, registers, cpu: cpu(bytes, start, mark))
  }

  /// The number behind `CPU` in what stands before a row.
  private static func cpu(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard let mark = Scan.find(bytes, start, end, "CPU") else { return nil }
    let number = Scan.skipBlanks(bytes, mark + 3, end)
    return Scan.decimal(bytes, number, end).value
  }
}
