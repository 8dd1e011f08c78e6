// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// What a host tells its guests of its weaknesses, and a guest from elsewhere was not told.
///
/// Held against the host's default policy: its max has these bits whatever the host is, and would never
/// show that a guest knows too little.
enum WarningCheck {
  /// The two forms of one warning: a guest that was told either minds its return stack.
  private static let ofReturnStack = [Feature.rsba, .rrsba]
  private static let warnings = FeatureSet.accumulating.features + ofReturnStack

  /// A warning that a host's guests are given, or may be.
  struct Warning: Sendable {
    var feature: Feature
    /// Whether the host's source recorded it.
    var isKnown: Bool
  }

  /// The warnings of a host, by its default policy and its own features; none where the host is not known.
  static func warnings(_ theirs: CPUPolicy?, _ host: FeatureSet?) -> [Warning] {
    guard let theirs else { return [] }
    return warnings.compactMap { feature in
      let isKnown = theirs.isKnown(feature)
      // A bit that guests see whatever the host is says nothing of this host.
      if isKnown, let host, !same(as: feature).contains(where: host.contains) { return nil }
      guard isKnown ? theirs.has(feature) : couldShow(feature, theirs) else { return nil }
      return Warning(feature: feature, isKnown: isKnown)
    }
  }

  static func findings(_ guest: Guest, _ bound: GuestBound.Variant) -> [Judgement.Finding] {
    guard !bound.warnings.isEmpty, guest.wanting == nil else { return [] }
    guard let completion = guest.completion else { return findings(guest.policy, bound) }
    return findings(completion(bound.policy), bound)
  }

  private static func findings(
    _ mine: CPUPolicy, _ bound: GuestBound.Variant
  ) -> [Judgement.Finding] {
    bound.warnings.compactMap { warning in
      // What the guest's own source left out is told of elsewhere.
      guard mine.isKnown(warning.feature),
        !same(as: warning.feature).contains(where: mine.has)
      else { return nil }
      return Violation(.warningMissing, warning.feature, value: 0, bound: 1).map {
        Judgement.Finding($0, isDecided: warning.isKnown)
      }
    }
  }

  /// The forms of a warning, of which a guest needs one.
  private static func same(as feature: Feature) -> [Feature] {
    ofReturnStack.contains(feature) ? ofReturnStack : [feature]
  }

  /// Whether a host might show a warning that nobody recorded.
  private static func couldShow(_ feature: Feature, _ policy: CPUPolicy) -> Bool {
    if case .msr = feature.place, policy.isKnown(.archCaps), !policy.has(.archCaps) { return false }
    return switch feature.definedBy {
    case "intel": !policy.vendor.isAMDLike
    case "amd": policy.vendor != .intel
    default: true
    }
  }
}
