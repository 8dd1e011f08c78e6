// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

extension PolicyFormat {
  /// InstLatx64 and AIDA64 dumps: every logical CPU.
  public static let instlatx64 = PolicyFormat("instlatx64")
}

extension PolicyCodec {
  static let instlatx64 = PolicyCodec(
    .instlatx64, "InstLatx64 and AIDA64 dumps",
    reader: .lines(
      tells: { bytes, start, end, _ in
        guard Scan.hasPrefix(bytes, start, end, "CPUID "), start + 14 <= end else { return false }
        return Scan.hex(bytes, start + 6, end).next == start + 14
      },
      read: { bytes, source throws(FormatError) in
        var reader = InstLatReader(source: source)
        return try reader.read(bytes)
      }),
    writer: .whole { named in InstLatWriter.write(named.policy) })
}

/// Writes a dump of one logical CPU.
enum InstLatWriter {
  static func write(_ policy: CPUPolicy) -> [UInt8] {
    var text = "------[ CPUID Registers / Logical CPU #0 ]------\n\n"
    policy.canonical.forEachLeaf { place, registers in
      text += "CPUID \(Hex.digits(place.leaf, 8)): "
      text += [registers.eax, registers.ebx, registers.ecx, registers.edx]
        .map { Hex.digits($0, 8) }.joined(separator: "-").uppercased()
      text += place.isPlain ? "\n" : " [SL \(Hex.digits(place.subleaf, 2).uppercased())]\n"
    }
    text += "\n------[ MSR Registers / Logical CPU #0 ]------\n\n"
    for (index, value) in policy.presentMSRs {
      let digits = Array(Hex.digits(value, 16).uppercased())
      let groups = stride(from: 0, to: 16, by: 4).map { String(digits[$0..<($0 + 4)]) }
      text +=
        "MSR \(Hex.digits(index.rawValue, 8).uppercased()): \(groups.joined(separator: "-"))\n"
    }
    return Array(text.utf8)
  }
}
