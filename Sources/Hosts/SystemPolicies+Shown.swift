// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// What a person is told of a host's policies, whatever shows them: unknown is not zero.
extension SystemPolicies {
  /// The features that are worth a line, since a policy has them.
  package var shownFeatures: [Feature] {
    PolicyKind.allCases.reduce(FeatureSet()) { $0.union(self[$1].featureSet) }.features
      .filter(\.isNamed)
  }

  /// How many features have no line because nobody recorded whether a policy has them.
  package var openFeatureCount: Int {
    let shown = Set(shownFeatures)
    return Feature.allNamed.count { feature in
      !shown.contains(feature) && PolicyKind.allCases.contains { !self[$0].isKnown(feature) }
    }
  }
}

extension CPUPolicy {
  /// Whether the policy has a feature; nil where nobody recorded it.
  package func recorded(_ feature: Feature) -> Bool? {
    has(feature) ? true : isKnown(feature) ? false : nil
  }

  /// A field's number, or that it is unknown.
  package func shownText(_ field: Field) -> String {
    guard let slot = field.slot(subleaf: field.subleaves.lowerBound), isKnown(slot: slot) else {
      return "unknown"
    }
    return "0x" + String(self[field], radix: 16)
  }
}
