// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

extension PolicyFormat {
  /// CPU-Z's report as text.
  public static let cpuz = PolicyFormat("cpuz")
}

extension PolicyCodec {
  static let cpuz = PolicyCodec(
    .cpuz, "CPU-Z's report as text",
    reader: .lines(
      tells: { bytes, start, end, _ in
        Scan.hasPrefix(bytes, start, end, "CPU-Z TXT Report")
          || CPUZReader.row(bytes, start, end) != nil
      },
      read: { bytes, source throws(FormatError) in try CPUZReader.read(bytes, source) }))
}

/// Reads the thread dumps of CPU-Z's report: a heading `CPU Thread 0`, rows of a leaf and its four registers,
/// each with `0x`, and MSRs. The subleaves of a leaf stand in turn, without their numbers.
enum CPUZReader {
  private static let dump = RowDump(
    format: .cpuz, example: "0x00000000\t0x0000000D\t0x756E6547\t0x6C65746E\t0x49656E69",
    scan: { bytes, start, end, _ throws(DumpLineError) in try scan(bytes, start, end) },
    refine: { rows in rows.map(inRegisterOrder) })

  static func read(_ bytes: Span<UInt8>, _ source: String) throws(FormatError) -> PolicyDocument {
    try dump.read(bytes, source)
  }

  /// The leaf of a row, and where its registers begin; nil for other lines.
  static func row(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) -> (leaf: UInt32, next: Int)? {
    var index = start
    if Scan.hasPrefix(bytes, start, end, "CPUID") {
      index = Scan.skipBlanks(bytes, start + 5, end)
      guard index > start + 5 else { return nil }
    }
    guard let (leaf, next) = number(bytes, index, end) else { return nil }
    // A row is told by its first two words, and a damaged one is said to be damaged.
    let second = Scan.skipBlanks(bytes, next, end)
    return second > next && number(bytes, second, end) != nil ? (leaf, next) : nil
  }

  /// `0x` and eight digits.
  private static func number(
    _ bytes: Span<UInt8>, _ index: Int, _ end: Int
  ) -> (value: UInt32, next: Int)? {
    guard Scan.hasPrefix(bytes, index, end, "0x"),
      let (value, next) = Scan.word(bytes, index + 2, end), next - index == 10
    else { return nil }
    return (value, next)
  }

  private static func scan(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) throws(DumpLineError) -> DumpLine {
    if let (leaf, next) = row(bytes, start, end) {
      let registers = try Scan.registers(
        bytes, next, end, ("0x", "0x", "0x", "0x"), digits: 8
      ).registers
      return .row(leaf: leaf, subleaf: nil, registers)
    }
    if Scan.hasPrefix(bytes, start, end, "CPU Thread ") {
      let (number, next) = Scan.decimal(bytes, start + "CPU Thread ".utf8.count, end)
      return next == end ? .cpu(number) : .text
    }
    guard Scan.hasPrefix(bytes, start, end, "MSR 0x"),
      let (index, _) = Scan.word(bytes, start + 6, end),
      let high = Scan.find(bytes, start, end, "edx = 0x"),
      let low = Scan.find(bytes, start, end, "eax = 0x"),
      let (upper, _) = Scan.word(bytes, high + 8, end),
      let (lower, _) = Scan.word(bytes, low + 8, end)
    else { return .text }
    return .msr(MSRIndex(rawValue: index), UInt64(upper) << 32 | UInt64(lower))
  }

  /// Some lists have the maker's twelve characters as they are read: EBX, EDX, ECX.
  private static func inRegisterOrder(_ row: RowDump.Row) -> RowDump.Row {
    let own = row.registers
    guard row.leaf & 0x7fff_ffff == 0, Vendor(ebx: own.ebx, ecx: own.ecx, edx: own.edx) == .unknown,
      Vendor(ebx: own.ebx, ecx: own.edx, edx: own.ecx) != .unknown
    else { return row }
    var row = row
    row.registers = LeafRegisters(eax: own.eax, ebx: own.ebx, ecx: own.edx, edx: own.ecx)
    return row
  }
}
