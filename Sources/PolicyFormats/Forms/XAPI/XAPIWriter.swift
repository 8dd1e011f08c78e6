// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// Writes a policy as XAPI keeps it: the vendor, and the featureset under the key of the policy's name.
public enum XAPIWriter {
  static func write(_ named: NamedPolicy) -> [UInt8] {
    let policy = named.policy
    let key = XAPIKey.key(of: named.name)
    var pairs = [("vendor", vendor(policy))]
    if XAPIKey.kind(of: key)?.name == named.name { pairs += identity(policy) }
    pairs.append((key, policy.featureSet.hexadecimal()))
    return text(pairs)
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
    var policies: [NamedPolicy] = []
    for (key, kind) in XAPIKey.policies {
      guard let policy = policy(kind) else { continue }
      policies.append(NamedPolicy(name: kind.name, policy: policy))
      pairs.append((key, policy.featureSet.hexadecimal()))
    }
    let bytes = text(pairs)
    let read = try? PolicyReader.read(bytes.span, source: "-", format: .xapi)
    // What is the CPU's own besides its features, then what each policy has.
    var own = read?.identity ?? PartialPolicy()
    own.features = raw.featureSet
    var dropped = PolicyLoss.places(raw, in: own.policy)
    var said = Set(dropped)
    for policy in policies {
      let found = read?.policies.first { $0.name == policy.name }
      dropped += PolicyLoss.places(policy, in: found).filter { said.insert($0).inserted }
    }
    return (bytes, dropped)
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
}
