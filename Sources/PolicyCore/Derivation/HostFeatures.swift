// SPDX-License-Identifier: Apache-2.0

/// The host's feature bits while its rules are applied: what the CPUs have, plus what software
/// forces, minus what it clears. Clearing takes dependants along and wins over forcing.
struct HostFeatures {
  private var base: FeatureSet
  private var forced = FeatureSet()
  private var cleared = FeatureSet()

  init(_ base: FeatureSet) { self.base = base }

  var current: FeatureSet {
    var result = base.union(forced)
    result.subtract(cleared)
    return result
  }

  func has(_ feature: Feature) -> Bool {
    !cleared.contains(feature) && (base.contains(feature) || forced.contains(feature))
  }

  mutating func restrict(to features: borrowing FeatureSet) { base.formIntersection(features) }
  mutating func force(_ feature: Feature) { forced.insert(feature) }

  // Never inlined: the rules clear in many places, and the C library is kept small.
  @inline(never)
  mutating func clear(_ feature: Feature) {
    cleared.insert(feature)
    cleared.formUnion(FeatureSet.dependants(of: feature))
  }

  mutating func clear(_ features: FeatureSet) {
    features.forEachFeature { clear($0) }
  }

  /// Hides bits without their dependants, which the caller judges by the closing step.
  mutating func hide(_ features: borrowing FeatureSet) { cleared.formUnion(features) }
}
