// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension PolicyFormat {
  /// What a kernel says of its CPUs in its log: leaves that Linux dumps, and FreeBSD's lines of features.
  public static let dmesg = PolicyFormat("dmesg")
}

extension PolicyCodec {
  static let dmesg = PolicyCodec(
    .dmesg, "kernel logs: Linux's `CPUID[0d, 00]: eax=`, FreeBSD's features",
    reader: .lines(
      tells: { bytes, start, end, _ in
        DmesgReader.mark(bytes, start, end) != nil || FreeBSDLog.tells(bytes, start, end)
      },
      read: { bytes, source throws(FormatError) in try DmesgReader.read(bytes, source) }))
}

/// Reads the leaves that Linux prints where the size of the XSAVE area is not what it expects.
enum DmesgReader {
  private static let dump = RowDump(
    format: .dmesg,
    example: "CPUID[0d, 00]: eax=00000007 ebx=00000340 ecx=00000340 edx=00000000",
    scan: { bytes, start, end, _ throws(DumpLineError) in try scan(bytes, start, end) })

  static func read(_ bytes: Span<UInt8>, _ source: String) throws(FormatError) -> PolicyDocument {
    if let document = try FreeBSDLog.read(bytes, source) { return document }
    return try dump.read(bytes, source)
  }

  /// Where a row begins: `CPUID[`, two digits and a comma, anywhere in a line.
  static func mark(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard let mark = Scan.find(bytes, start, end, "CPUID["),
      let (_, next) = Scan.word(bytes, mark + 6, end), next - mark == 8,
      Scan.hasPrefix(bytes, next, end, ", ")
    else { return nil }
    return mark
  }

  private static func scan(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) throws(DumpLineError) -> DumpLine {
    guard let mark = mark(bytes, start, end), let (leaf, next) = Scan.word(bytes, mark + 6, end)
    else { return .text }
    guard let (subleaf, after) = Scan.word(bytes, next + 2, end),
      Scan.hasPrefix(bytes, after, end, "]:")
    else { throw DumpLineError(index: next + 2, message: "expected a subleaf and ]:") }
    let registers = try Scan.registers(
      bytes, after + 2, end, ("eax=", "ebx=", "ecx=", "edx="), digits: 8
    ).registers
    return .row(leaf: leaf, subleaf: subleaf, registers)
  }
}
