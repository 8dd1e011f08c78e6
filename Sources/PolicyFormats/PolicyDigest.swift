// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// The identity of a policy: SHA-256 over what it holds, what it does not know, and what its source
/// says besides.
///
/// The bytes are the canonical leaves in ascending order as 24-byte records (leaf, subleaf or all
/// ones, EAX, EBX, ECX, EDX), the MSRs as 16-byte records (index, zero, value), all little endian,
/// then each unknown place in order as text with a line feed, then each statement likewise.
/// `docs/semantics/digest.md`.
public enum PolicyDigest {
  /// Number of the definition. Whoever keeps digests recomputes them where it is another one; those of
  /// policies that were recorded in full have never changed.
  public static let definition = 2

  /// 64 hexadecimal digits.
  public static func of(_ named: NamedPolicy) -> String {
    of(named.policy, statements: named.statements)
  }

  /// 64 hexadecimal digits.
  public static func of(_ policy: CPUPolicy, statements: [Statement] = []) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4096)
    let canonical = policy.canonical
    canonical.forEachLeaf { place, registers in
      append(place.leaf, &bytes)
      append(place.subleaf, &bytes)
      append(registers.eax, &bytes)
      append(registers.ebx, &bytes)
      append(registers.ecx, &bytes)
      append(registers.edx, &bytes)
    }
    for position in 0..<LeafLayout.msrCount {
      let index = LeafLayout.msr(at: position)
      guard let value = canonical[msr: index] else { continue }
      append(index.rawValue, &bytes)
      append(UInt32(0), &bytes)
      append(value, &bytes)
    }
    for place in PolicyJSON.unknownPlaces(policy) { bytes += Array((place + "\n").utf8) }
    for statement in statements {
      bytes += Array("\(statement.subject)=\(statement.value)\n".utf8)
    }
    return Hex.text(SHA256.hash(bytes))
  }

  private static func append(_ value: some FixedWidthInteger, _ bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
