// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension HostDescription {
  /// Features that a toolstack may show a guest although the host's max policies are without them.
  ///
  /// They say how topology is to be read, which is the toolstack's. Releases of Xen that have them in max
  /// hold guests to that; earlier ones let them pass, and xl sets HTT of every HVM guest.
  ///
  /// - Parameters:
  ///   - owner: options other than those of the host, which may name another release.
  public func toolstackFeatures(_ owner: DerivationOptions? = nil) -> FeatureSet {
    var features = FeatureSet()
    guard let rules = (owner?.release ?? xenRelease)?.rules else { return features }
    if !rules.contains(.topologyFlags) {
      features.insert(.htt)
      features.insert(.cmpLegacy)
    }
    if !rules.contains(.x2apicOfPV) { features.insert(.x2apic) }
    return features
  }
}

extension CPUPolicy {
  /// The policy as a bound of guests that may have these features besides.
  public func admitting(_ features: FeatureSet) -> CPUPolicy {
    features.isEmpty ? self : withFeatures(featureSet.union(features))
  }
}
