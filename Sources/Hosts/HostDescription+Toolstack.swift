// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension HostDescription {
  /// Features that a toolstack may show a guest although the host's max policies are without them.
  ///
  /// They say how topology is to be read, which is the toolstack's. Xen since 4.17.4 and 4.18.2 has them in
  /// max itself (e2d8a65225, 5420aa165d); earlier ones let them pass, and xl sets HTT of every HVM guest.
  public var toolstackFeatures: FeatureSet {
    guard hypervisorName == "Xen", let version = hypervisorVersion.flatMap(Self.numbers),
      version.major == 4,
      version.minor < 17 || version.minor == 17 && version.patch < 4
        || version.minor == 18 && version.patch < 2
    else { return FeatureSet() }
    var features = FeatureSet()
    for feature in [Feature.htt, .cmpLegacy, .x2apic] { features.insert(feature) }
    return features
  }

  /// `4.17.7`, `4.20.4-pre`; nil for what names no release, as `4.21-unstable`.
  private static func numbers(_ version: String) -> (major: Int, minor: Int, patch: Int)? {
    let parts = version.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let major = Int(parts[0]), let minor = Int(parts[1]),
      let patch = Int(parts[2].prefix { $0.isASCII && $0.isNumber })
    else { return nil }
    return (major, minor, patch)
  }
}

extension CPUPolicy {
  /// The policy as a bound of guests that may have these features besides.
  public func admitting(_ features: FeatureSet) -> CPUPolicy {
    features.isEmpty ? self : withFeatures(featureSet.union(features))
  }
}
