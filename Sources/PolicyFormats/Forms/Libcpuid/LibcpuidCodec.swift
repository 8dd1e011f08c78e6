// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension PolicyFormat {
  /// Raw data of libcpuid: `cpuid_tool --save`, and the files of its tests.
  public static let libcpuid = PolicyFormat("libcpuid")
}

extension PolicyCodec {
  static let libcpuid = PolicyCodec(
    .libcpuid, "raw data of libcpuid, `basic_cpuid[n]=`",
    reader: .lines(
      tells: { bytes, start, end, _ in LibcpuidReader.list(bytes, start, end) != nil },
      read: { bytes, source throws(FormatError) in
        try LibcpuidReader.dump.read(bytes, source)
      }))
}

/// Reads libcpuid's lines `NAME[n]=eax ebx ecx edx`, where `n` is the leaf within its range in two lists, and
/// the subleaf of one leaf in the others. Several CPUs have headings with their numbers. A test's expected
/// results stand behind a rule of dashes.
enum LibcpuidReader {
  static let dump = RowDump(
    format: .libcpuid, example: "basic_cpuid[0]=0000000d 756e6547 6c65746e 49656e69",
    scan: { bytes, start, end, _ throws(DumpLineError) in try scan(bytes, start, end) },
    refine: refine)

  /// The lists, with the leaf at which each begins, and whether `n` counts subleaves of it.
  private static let lists: [(name: StaticString, leaf: UInt32, isOfSubleaves: Bool)] = [
    ("basic_cpuid[", 0, false), ("ext_cpuid[", 0x8000_0000, false), ("intel_fn4[", 4, true),
    ("intel_fn11[", 0xb, true), ("intel_fn12h[", 0x12, true), ("intel_fn14h[", 0x14, true),
    ("amd_fn8000001dh[", 0x8000_001d, true), ("amd_fn80000026h[", 0x8000_0026, true),
  ]

  static func list(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) -> (name: StaticString, leaf: UInt32, isOfSubleaves: Bool)? {
    guard bytes[start] >= UInt8(ascii: "a") else { return nil }
    return lists.first { Scan.hasPrefix(bytes, start, end, $0.name) }
  }

  /// The rule between raw data and what is expected of them.
  private static let rule = 80

  private static func scan(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) throws(DumpLineError) -> DumpLine {
    guard let list = list(bytes, start, end) else {
      if let mark = Scan.find(bytes, start, end, "___ Logical CPU #") {
        let (number, _) = Scan.decimal(bytes, mark + "___ Logical CPU #".utf8.count, end)
        return .cpu(number)
      }
      let isRule = end - start >= rule && (start..<end).allSatisfy { bytes[$0] == 0x2d }
      return isRule ? .end : .text
    }
    let (number, next) = Scan.decimal(bytes, start + list.name.utf8CodeUnitCount, end)
    guard let number, Scan.hasPrefix(bytes, next, end, "]=") else {
      throw DumpLineError(index: next, message: "expected a number, ] and =")
    }
    let (registers, _) = try Scan.registers(bytes, next + 2, end, ("", "", "", ""), digits: 8)
    return list.isOfSubleaves
      ? .row(leaf: list.leaf, subleaf: UInt32(number), registers)
      : .row(leaf: list.leaf &+ UInt32(number), subleaf: nil, registers)
  }

  /// Leaves above a limit answer with another leaf's data, and the first subleaf of a list stands twice: once as
  /// a leaf. Unlike the rows of a list, leaves come without a subleaf.
  private static func refine(_ rows: [RowDump.Row]) -> [RowDump.Row] {
    func limit(_ first: UInt32) -> UInt32? {
      rows.first { $0.leaf == first && $0.subleaf == nil }.map { row in
        row.registers.eax >> 16 == first >> 16 ? row.registers.eax : first
      }
    }
    let limits = [limit(0), limit(0x8000_0000)]
    let listed = Set(rows.filter { $0.subleaf == 0 }.map(\.leaf))
    var leaves: [UInt32: RowDump.Row] = [:]
    return rows.flatMap { row -> [RowDump.Row] in
      var row = row
      let isAbove = limits[Int(row.leaf >> 31)].map { row.leaf > $0 } ?? false
      guard row.subleaf == nil else { return isAbove ? [] : [row] }
      row.subleaf = 0
      let former = leaves.updateValue(row, forKey: row.leaf)
      guard isAbove || listed.contains(row.leaf) else { return [row] }
      // What stands twice is refused, whether it counts or not.
      return former.map { [$0, row] } ?? []
    }
  }
}
