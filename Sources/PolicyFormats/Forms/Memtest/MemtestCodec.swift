// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension PolicyFormat {
  /// CPUID rows in the log of MemTest86.
  public static let memtest = PolicyFormat("memtest")
}

extension PolicyCodec {
  static let memtest = PolicyCodec(
    .memtest, "CPUID rows in the log of MemTest86",
    reader: .lines(
      tells: { bytes, start, end, _ in MemtestReader.place(bytes, start, end) != nil },
      read: { bytes, source throws(FormatError) in
        try MemtestReader.dump.read(bytes, source)
      }))
}

/// Reads `CPUID 00000007:00 = eax ebx ecx edx | ASCII` anywhere in a line.
enum MemtestReader {
  static let dump = RowDump(
    format: .memtest, example: "CPUID 00000000:00 = 0000000d 756e6547 6c65746e 49656e69",
    scan: { bytes, start, end, _ throws(DumpLineError) in
      guard let (leaf, subleaf, next) = place(bytes, start, end) else { return .text }
      let registers = try Scan.registers(
        bytes, next, end, ("", "", "", ""), digits: 8, isWhole: false
      ).registers
      return .row(leaf: leaf, subleaf: subleaf, registers)
    })

  /// Leaf and subleaf of a row, and where its registers begin.
  static func place(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) -> (leaf: UInt32, subleaf: UInt32, next: Int)? {
    guard let mark = Scan.find(bytes, start, end, "CPUID "),
      let (leaf, colon) = Scan.word(bytes, mark + 6, end), colon - mark == 14, colon < end,
      bytes[colon] == UInt8(ascii: ":"), let (subleaf, next) = Scan.word(bytes, colon + 1, end),
      Scan.hasPrefix(bytes, Scan.skipBlanks(bytes, next, end), end, "=")
    else { return nil }
    return (leaf, subleaf, Scan.skipBlanks(bytes, next, end) + 1)
  }
}
