// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension PolicyFormat {
  /// Output of FreeBSD's `cpucontrol`.
  public static let cpucontrol = PolicyFormat("cpucontrol")
}

extension PolicyCodec {
  static let cpucontrol = PolicyCodec(
    .cpucontrol, "output of FreeBSD's `cpucontrol -i` and `-m`",
    reader: .lines(
      tells: { bytes, start, end, _ in
        Scan.hasPrefix(bytes, start, end, "cpuid level 0x")
          || Scan.hasPrefix(bytes, start, end, "MSR 0x")
            && Scan.find(bytes, start, end, ": 0x") != nil
      },
      read: { bytes, source throws(FormatError) in
        try CPUControlReader.dump.read(bytes, source)
      }))
}

/// Reads `cpuid level 0x7, level_type 0x0: 0x... 0x... 0x... 0x...`, of one CPU. Without a type cpucontrol asks
/// for subleaf 0. MSRs have their upper half first.
enum CPUControlReader {
  static let dump = RowDump(
    format: .cpucontrol,
    example: "cpuid level 0x1: 0x00000000 0x00000000 0x00000000 0x00000000",
    scan: { bytes, start, end, _ throws(DumpLineError) in try scan(bytes, start, end) })

  private static func scan(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) throws(DumpLineError) -> DumpLine {
    if Scan.hasPrefix(bytes, start, end, "MSR 0x") { return try msr(bytes, start + 6, end) }
    guard Scan.hasPrefix(bytes, start, end, "cpuid level 0x") else { return .text }
    let first = start + "cpuid level 0x".utf8.count
    guard let (leaf, afterLeaf) = Scan.word(bytes, first, end) else {
      throw DumpLineError(index: first, message: "the level has not one to eight digits")
    }
    var next = afterLeaf
    var subleaf: UInt32 = 0
    if Scan.hasPrefix(bytes, next, end, ", level_type 0x") {
      let digits = next + ", level_type 0x".utf8.count
      guard let (value, after) = Scan.word(bytes, digits, end) else {
        throw DumpLineError(index: digits, message: "the level type has not one to eight digits")
      }
      (subleaf, next) = (value, after)
    }
    guard next < end, bytes[next] == UInt8(ascii: ":") else {
      throw DumpLineError(index: next, message: "expected a colon before the registers")
    }
    let registers = try Scan.registers(
      bytes, next + 1, end, ("0x", "0x", "0x", "0x"), digits: nil
    ).registers
    return .row(leaf: leaf, subleaf: subleaf, registers)
  }

  private static func msr(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) throws(DumpLineError) -> DumpLine {
    guard let (index, next) = Scan.word(bytes, start, end),
      Scan.hasPrefix(bytes, next, end, ": 0x"), let (high, after) = Scan.word(bytes, next + 4, end),
      Scan.hasPrefix(bytes, after, end, " 0x"), let (low, _) = Scan.word(bytes, after + 3, end)
    else { throw DumpLineError(index: start, message: "expected an MSR and its two halves") }
    return .msr(MSRIndex(rawValue: index), UInt64(high) << 32 | UInt64(low))
  }
}
