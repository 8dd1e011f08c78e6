// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

extension PolicyFormat {
  /// `xen-cpuid -p`: several named policies.
  public static let xenCPUID = PolicyFormat("xen-cpuid")
}

extension PolicyCodec {
  static let xenCPUID = PolicyCodec(
    .xenCPUID, "output of `xen-cpuid -p`",
    reader: .lines(
      tells: { bytes, start, end, _ in
        Scan.hasPrefix(bytes, start, end, "Xen reports there are")
          || isHeading(bytes, start, end)
      },
      read: { bytes, source throws(FormatError) in
        try XenCPUIDReader(source: source).read(bytes)
      }),
    writer: .whole { named in XenCPUIDWriter.write(named) })
}

/// Whether a line is `Raw policy: 34 leaves, 2 MSRs`, or another heading, which begins with a capital;
/// other tools have policies of other things.
private func isHeading(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
  guard let found = Scan.find(bytes, start, end, " policy: ") else { return false }
  let isCapital = bytes[start] >= 0x41 && bytes[start] <= 0x5a
  return isCapital || Scan.decimal(bytes, found + " policy: ".utf8.count, end).value != nil
}

/// Writes what `xen-cpuid -p` prints of a policy.
enum XenCPUIDWriter {
  static func write(_ named: NamedPolicy) -> [UInt8] {
    var rows = ""
    // Xen states how many leaves it was given, those of zeros too; what it never gives is added.
    var records = [WireLeaf](repeating: WireLeaf(), count: ServedABI.xen.maxLeaves)
    var policy = named.policy
    var count = (try? policy.writeLeaves(into: &records)) ?? 0
    named.policy.canonical.forEachLeaf { place, registers in
      // Xen leaves zeros out; above its extents what is left out is unknown.
      guard !registers.isZero || !ServedABI.xen.carries(place) else { return }
      guard !LeavesFormat.isCut(place, registers) else { return }
      if !ServedABI.xen.carries(place) { count += 1 }
      rows += "  \(Hex.digits(place.leaf, 8)):\(Hex.digits(place.subleaf, 8)) -> "
      rows +=
        [registers.eax, registers.ebx, registers.ecx, registers.edx]
        .map { Hex.digits($0, 8) }.joined(separator: ":") + "\n"
    }
    let values = named.policy.presentMSRs
    // A heading is a line, and a colon or a line break in a name would make another of it.
    let name = named.name.unicodeScalars.map { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
        ? Character(scalar) : scalar == "-" ? "-" : "_"
    }
    let title = String(name).split(separator: "-").map { part in
      part == "pv" || part == "hvm"
        ? part.uppercased() : part.prefix(1).uppercased() + part.dropFirst()
    }.joined(separator: " ")
    var text = "\(title) policy: \(count) leaves, \(values.count) MSRs\n CPUID:\n"
    text += "  leaf     subleaf  -> eax      ebx      ecx      edx     \n" + rows
    text += " MSRs:\n  index    -> value           \n"
    for (index, value) in values {
      text += "  \(Hex.digits(index.rawValue, 8)) -> \(Hex.digits(value, 16))\n"
    }
    return Array(text.utf8)
  }
}
