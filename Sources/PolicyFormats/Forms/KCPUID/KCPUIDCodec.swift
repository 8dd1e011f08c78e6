// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension PolicyFormat {
  /// Raw output of `kcpuid`, the tool in Linux's sources.
  public static let kcpuid = PolicyFormat("kcpuid")
}

extension PolicyCodec {
  static let kcpuid = PolicyCodec(
    .kcpuid, "raw output of `kcpuid`",
    reader: .lines(
      tells: { bytes, start, end, _ in KCPUIDReader.tells(bytes, start, end) },
      read: { bytes, source throws(FormatError) in try KCPUIDReader.dump.read(bytes, source) }))
}

/// Reads `CPUID_0x7_ECX[0x0]: EAX=0x...` and what `kcpuid -r` prints: `0x00000001: EAX=0x...` of a leaf,
/// `0x00000004: subleafs:` with rows ` 0: EAX=0x...` of several subleaves. kcpuid leaves out what is zero as a
/// whole.
enum KCPUIDReader {
  static let dump = RowDump(
    format: .kcpuid,
    example: "CPUID_0x7_ECX[0x0]: EAX=0x00000000, EBX=0x00000000, ECX=0x00000000, EDX=0x00000000",
    scan: { bytes, start, end, leaf throws(DumpLineError) in try scan(bytes, start, end, leaf) })

  static func tells(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    if Scan.hasPrefix(bytes, start, end, "CPUID_0x") { return true }
    guard Scan.hasPrefix(bytes, start, end, "0x"),
      let (_, next) = Scan.word(bytes, start + 2, end), next - start == 10
    else { return false }
    return Scan.hasPrefix(bytes, next, end, ": EAX=0x")
      || Scan.hasPrefix(bytes, next, end, ": subleafs:")
  }

  private static func scan(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ leaf: UInt32?
  ) throws(DumpLineError) -> DumpLine {
    if Scan.hasPrefix(bytes, start, end, "CPUID_0x") {
      return try named(bytes, start + "CPUID_0x".utf8.count, end)
    }
    if tells(bytes, start, end), let (leaf, next) = Scan.word(bytes, start + 2, end) {
      guard Scan.hasPrefix(bytes, next, end, ": EAX") else { return .leaf(leaf) }
      return .row(leaf: leaf, subleaf: 0, try registers(bytes, next + 1, end))
    }
    let (number, next) = Scan.decimal(bytes, start, end)
    guard let number, let leaf, Scan.hasPrefix(bytes, next, end, ": EAX=0x") else { return .text }
    return .row(leaf: leaf, subleaf: UInt32(number), try registers(bytes, next + 1, end))
  }

  private static func named(
    _ bytes: Span<UInt8>, _ index: Int, _ end: Int
  ) throws(DumpLineError) -> DumpLine {
    guard let (leaf, afterLeaf) = Scan.word(bytes, index, end) else {
      throw DumpLineError(index: index, message: "the leaf has not one to eight digits")
    }
    var next = afterLeaf
    var subleaf: UInt32 = 0
    if Scan.hasPrefix(bytes, next, end, "_ECX[0x") {
      guard let (value, after) = Scan.word(bytes, next + "_ECX[0x".utf8.count, end),
        after < end, bytes[after] == UInt8(ascii: "]")
      else { throw DumpLineError(index: next, message: "expected a subleaf and ]") }
      (subleaf, next) = (value, after + 1)
    }
    guard next < end, bytes[next] == UInt8(ascii: ":") else {
      throw DumpLineError(index: next, message: "expected a colon behind the leaf")
    }
    // Decoded output has fields in the lines below.
    if next + 1 == end { return .text }
    return .row(leaf: leaf, subleaf: subleaf, try registers(bytes, next + 1, end))
  }

  private static func registers(
    _ bytes: Span<UInt8>, _ index: Int, _ end: Int
  ) throws(DumpLineError) -> LeafRegisters {
    let prefixes: (StaticString, StaticString, StaticString, StaticString) =
      ("EAX=0x", ", EBX=0x", ", ECX=0x", ", EDX=0x")
    return try Scan.registers(bytes, index, end, prefixes, digits: 8).registers
  }
}
