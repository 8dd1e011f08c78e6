// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension PolicyFormat {
  /// Bytes of Linux's `/dev/cpu/N/cpuid`.
  public static let devcpu = PolicyFormat("devcpu")
}

extension PolicyCodec {
  static let devcpu = PolicyCodec(
    .devcpu, "bytes of Linux's `/dev/cpu/N/cpuid`, from leaf 0 on",
    reader: .bytes(
      isLikely: DevCPUReader.isLikely,
      read: { bytes, source throws(FormatError) in try DevCPUReader.read(bytes, source) }))
}

/// Reads what `dd if=/dev/cpu/0/cpuid bs=16` copies: sixteen bytes a leaf, from leaf 0 on, each the first
/// subleaf. The device goes on with the next leaf, whatever the CPU's limit is.
enum DevCPUReader {
  private static let size = 16
  /// No maker's CPU has a tenth as many basic leaves.
  private static let mostLeaves = 0x400

  static func isLikely(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count >= size, bytes.count % size == 0, bytes.count / size <= mostLeaves else {
      return false
    }
    let first = registers(bytes, 0)
    return (1...0xff).contains(first.eax)
      && Vendor(ebx: first.ebx, ecx: first.ecx, edx: first.edx) != .unknown
  }

  static func read(_ bytes: Span<UInt8>, _ source: String) throws(FormatError) -> PolicyDocument {
    guard bytes.count % size == 0, bytes.count / size <= mostLeaves, !bytes.isEmpty else {
      throw FormatError(
        .malformed, source: source,
        message: "\(bytes.count) bytes are no leaves of \(size) bytes each, of one CPU",
        remedy: "copy it with dd bs=16")
    }
    let first = registers(bytes, 0)
    let limit = first.eax
    // Beyond its limit Intel's CPUs repeat a leaf, and never this one.
    let next = (1..<max(1, bytes.count / size)).first { registers(bytes, $0 * size) == first }
    if let next {
      throw FormatError(
        .malformed, source: source,
        message: "a second CPU begins at byte \(next * size); the first stands at byte 0",
        remedy: "give one CPU an input")
    }
    var cpus = RecordedCPUs(source: source, .asked)
    for leaf in 0..<(bytes.count / size) where leaf <= limit {
      try cpus.add(registers(bytes, leaf * size), leaf: UInt32(leaf), subleaf: 0, line: leaf)
    }
    try cpus.finish(line: 0)
    return try PolicyDocument(cpus.list, format: .devcpu, source: source)
  }

  private static func registers(_ bytes: Span<UInt8>, _ at: Int) -> LeafRegisters {
    func word(_ index: Int) -> UInt32 {
      (0..<4).reduce(0) { $0 | UInt32(bytes[at + index * 4 + $1]) << UInt32(8 * $1) }
    }
    return LeafRegisters(eax: word(0), ebx: word(1), ecx: word(2), edx: word(3))
  }
}
