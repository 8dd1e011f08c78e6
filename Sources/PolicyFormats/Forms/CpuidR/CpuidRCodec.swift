// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

extension PolicyFormat {
  /// `cpuid -r`, with or without `-1`.
  public static let cpuidR = PolicyFormat("cpuid-r")
}

extension PolicyCodec {
  static let cpuidR = PolicyCodec(
    .cpuidR, "output of `cpuid -r`",
    reader: .lines(
      tells: { bytes, start, end, _ in
        Scan.hasPrefix(bytes, start, end, "0x")
          && Scan.find(bytes, start, end, ": eax=0x") != nil
      },
      read: { bytes, source throws(FormatError) in
        try CpuidToolReader(source: source).read(bytes)
      }),
    writer: .whole { named in CpuidToolWriter.write(named.policy) })
}

/// Writes what `cpuid -r` prints.
enum CpuidToolWriter {
  static func write(_ policy: CPUPolicy) -> [UInt8] {
    var text = "CPU:\n"
    policy.canonical.forEachLeaf { place, registers in
      let subleaf = "0x" + Hex.digits(place.isPlain ? 0 : place.subleaf, 2)
      text += "   \(Hex.word(place.leaf)) \(subleaf): eax=\(Hex.word(registers.eax))"
      text += " ebx=\(Hex.word(registers.ebx)) ecx=\(Hex.word(registers.ecx))"
      text += " edx=\(Hex.word(registers.edx))\n"
    }
    return Array(text.utf8)
  }
}
