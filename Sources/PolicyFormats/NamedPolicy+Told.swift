// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// What forms of names say of a CPU without the registers in which it stands.
extension NamedPolicy {
  /// The statement that a CPU has a feature, or that a guest needs it.
  static func has(_ feature: Feature) -> Statement {
    Statement("feature \(feature.optionName)", present)
  }

  static let present = "present"

  /// The features that statements say are there and no register tells.
  public var statedFeatures: FeatureSet {
    var result = FeatureSet()
    for statement in statements where statement.value == Self.present {
      let words = statement.subject.split(separator: " ")
      guard words.count == 2, words[0] == "feature", let feature = Feature(named: String(words[1])),
        !policy.isKnown(feature)
      else { continue }
      result.insert(feature)
    }
    return result
  }

  /// The features that are known to be there, by registers or statements.
  public var toldFeatures: FeatureSet { policy.featureSet.union(statedFeatures) }

  /// A field that a statement gives.
  private func told(_ field: Field) -> UInt32? {
    let subject = "field \(field.name)"
    let value = statements.first { $0.subject == subject }?.value ?? ""
    return value.hasPrefix("0x") ? UInt32(value.dropFirst(2), radix: 16) : nil
  }

  /// The vendor's twelve characters, by leaf 0 or statements; empty where neither says them.
  public var toldVendor: String {
    let parts = [Field.vendorStringPart1, .vendorStringPart2, .vendorStringPart3].map(told)
    guard !policy.isKnown(leaf: 0), let first = parts[0], let second = parts[1],
      let third = parts[2]
    else { return policy.vendorString }
    var own = CPUPolicy()
    own[leaf: 0] = LeafRegisters(ebx: first, ecx: third, edx: second)
    return own.vendorString
  }

  /// Family, model and stepping, by leaf 1 or statements; zero where neither says them.
  public var toldSignature: Signature {
    // What stands beyond the policy's limits no document holds.
    guard !policy.isKnown(leaf: 1) else { return policy.canonical.signature }
    var own = CPUPolicy()
    for field in [
      Field.baseFamily, .extendedFamily, .baseModel, .extendedModel, .steppingId,
    ] {
      if let value = told(field) { own[field] = value }
    }
    return own.signature
  }
}
