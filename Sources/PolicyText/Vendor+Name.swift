// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension CPUPolicy {
  /// The vendor string of leaf 0, as recorded: EBX, EDX, ECX.
  public var vendorString: String {
    let leaf = self[leaf: 0]
    return Self.text([leaf.ebx, leaf.edx, leaf.ecx], isPadded: false)
  }

  /// The brand string of leaves 0x80000002 to 0x80000004 without padding; nil where there is none.
  ///
  /// 48 bytes, ending with the first NUL, often padded with blanks in front. SDM vol. 2A CPUID.
  public var brandString: String? {
    guard extendedLeafCount >= 4 else { return nil }
    var words: [UInt32] = []
    for leaf: UInt32 in 0x8000_0002...0x8000_0004 {
      let registers = self[leaf: leaf]
      words += [registers.eax, registers.ebx, registers.ecx, registers.edx]
    }
    let text = Self.text(words, isPadded: true)
    return text.isEmpty ? nil : text
  }

  private static func text(_ words: [UInt32], isPadded: Bool) -> String {
    var bytes: [UInt8] = []
    for word in words {
      for shift in stride(from: UInt32(0), to: 32, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: word >> shift))
      }
    }
    let end = bytes.firstIndex(of: 0) ?? bytes.count
    let kept = bytes[..<end].map { (32...126).contains($0) ? $0 : UInt8(ascii: "?") }
    guard isPadded else { return String(decoding: kept, as: UTF8.self) }
    let trimmed = kept.drop { $0 == 32 }
    guard let last = trimmed.lastIndex(where: { $0 != 32 }) else { return "" }
    return String(decoding: trimmed[...last], as: UTF8.self)
  }
}
