// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension PolicyFormat {
  /// What `hwloc-gather-cpuid` writes: a folder with a file for each logical CPU, or one of those.
  public static let hwloc = PolicyFormat("hwloc")
}

extension PolicyCodec {
  static let hwloc = PolicyCodec(
    .hwloc, "what `hwloc-gather-cpuid` writes: its folder, or a file `pu0`",
    reader: .lines(
      tells: { bytes, start, end, _ in
        Scan.hasPrefix(bytes, start, end, HwlocReader.heading)
          || HwlocReader.arrow(bytes, start, end) != nil
      },
      read: { bytes, source throws(FormatError) in
        try HwlocReader.dump.read(bytes, source)
      }))
}

/// Reads `mask eax ebx ecx edx => eax ebx ecx edx`: what CPUID was asked, and what it answered. The mask says
/// which of the registers asked count: 1 for EAX, 4 for ECX. Each file begins with a heading.
enum HwlocReader {
  static let heading: StaticString = "# mask e[abcd]x"

  static let dump = RowDump(
    format: .hwloc, example: "1 0 0 0 0 => d 756e6547 6c65746e 49656e69",
    scan: { bytes, start, end, _ throws(DumpLineError) in try scan(bytes, start, end) })

  /// Behind `mask eax ebx ecx edx =>`; nil for other lines.
  static func arrow(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    question(bytes, start, end)?.next
  }

  private static func question(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) -> (mask: UInt32, leaf: UInt32, subleaf: UInt32, next: Int)? {
    var numbers: [UInt32] = []
    var index = start
    while numbers.count < 5 {
      guard let (value, next) = Scan.word(bytes, index, end) else { return nil }
      numbers.append(value)
      index = Scan.skipBlanks(bytes, next, end)
      guard index > next else { return nil }
    }
    guard Scan.hasPrefix(bytes, index, end, "=>") else { return nil }
    return (numbers[0], numbers[1], numbers[3], index + 2)
  }

  private static func scan(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) throws(DumpLineError) -> DumpLine {
    if Scan.hasPrefix(bytes, start, end, heading) { return .cpu(nil) }
    guard let (mask, leaf, subleaf, next) = question(bytes, start, end) else {
      // Nothing else stands in such a file.
      let form = PolicyReader.telling(bytes, start, end, isFirst: false)
      guard bytes[start] != UInt8(ascii: "#"), form == nil else { return .text }
      throw DumpLineError(index: start, message: "a row is expected")
    }
    let registers = try Scan.registers(bytes, next, end, ("", "", "", ""), digits: nil).registers
    return .row(leaf: leaf, subleaf: mask & 4 != 0 ? subleaf : 0, registers)
  }
}
