// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// Writes a policy as XAPI keeps it: the vendor, and the featureset under the key of the policy's name.
public enum XAPIWriter {
  static func write(_ named: NamedPolicy) -> PolicyCodec.Written {
    let policy = named.policy
    let key = XAPIKey.key(of: named.name)
    var pairs = [("vendor", vendor(policy))]
    if XAPIKey.kind(of: key)?.name == named.name { pairs += identity(policy) }
    pairs.append((key, policy.featureSet.hexadecimal()))
    return (text(pairs), dropped(policy))
  }

  /// A host's whole map: its CPU, and the featureset of each policy that XAPI keeps.
  ///
  /// - Parameters:
  ///   - raw: what the CPU returns.
  ///   - count: number of logical CPUs, where it is known.
  ///   - policy: the policy of a kind; nil for one that the host has not.
  public static func write(
    host raw: CPUPolicy, count: Int?, policy: (PolicyKind) -> CPUPolicy?
  ) -> (bytes: [UInt8], dropped: [String]) {
    var pairs = count.map { [("cpu_count", "\($0)")] } ?? []
    pairs += [("vendor", vendor(raw))] + identity(raw)
    for (key, kind) in XAPIKey.policies {
      guard let policy = policy(kind) else { continue }
      pairs.append((key, policy.featureSet.hexadecimal()))
    }
    return (text(pairs), dropped(raw))
  }

  private static func text(_ pairs: [(key: String, value: String)]) -> [UInt8] {
    Array((pairs.map { "\($0.key): \($0.value)" }.joined(separator: "; ") + "\n").utf8)
  }

  /// The twelve characters as they stand; blanks around them are lost.
  private static func vendor(_ policy: CPUPolicy) -> String {
    let bytes = [policy[leaf: 0].ebx, policy[leaf: 0].edx, policy[leaf: 0].ecx].flatMap { word in
      (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32(8 * $0)) }
    }
    return plain(String(decoding: bytes, as: UTF8.self))
  }

  private static func identity(_ policy: CPUPolicy) -> [(key: String, value: String)] {
    var pairs: [(key: String, value: String)] = []
    if let brand = policy.brandString { pairs.append(("modelname", plain(brand))) }
    let signature = Signature(eax: policy[leaf: 1].eax)
    pairs.append(("family", "\(signature.family)"))
    pairs.append(("model", "\(signature.model)"))
    pairs.append(("stepping", "\(signature.stepping)"))
    return pairs
  }

  /// A value in which nothing ends it.
  private static func plain(_ text: String) -> String {
    let kept = text.unicodeScalars.map { scalar in
      scalar.isASCII && scalar.value >= 0x20 && scalar.value < 0x7f && scalar != ";"
        ? Character(scalar) : " "
    }
    return String(kept).split(separator: " ").joined(separator: " ")
  }

  private static func dropped(_ policy: CPUPolicy) -> [String] {
    PolicyResidue.places(
      policy, features: { _ in true },
      fields: { field in
        switch field {
        case .vendorStringPart1, .vendorStringPart2, .vendorStringPart3, .extendedVendorPart1,
          .extendedVendorPart2, .extendedVendorPart3, .steppingId, .baseModel, .baseFamily,
          .extendedModel, .extendedFamily, .extendedSteppingId, .extendedBaseModel,
          .extendedBaseFamily, .extendedExtendedModel, .extendedExtendedFamily:
          true
        default:
          field.rules.isPerCPU || field.rules.guest == .topology || field.rules.guest == .dynamic
        }
      }, built: { LeafRange(of: $0) == .hypervisor })
  }
}
