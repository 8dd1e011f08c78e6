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

  static func findings(_ guest: Guest, _ bound: GuestBound.Variant) -> [Judgement.Finding] {
    guard let theirs = bound.defaultPolicy, guest.wanting == nil else { return [] }
    let mine = guest.completion?(bound.policy) ?? guest.policy
    return warnings.compactMap { feature in
      let same = ofReturnStack.contains(feature) ? ofReturnStack : [feature]
      // What the guest's own source left out is told of elsewhere.
      guard mine.isKnown(feature), !same.contains(where: mine.has) else { return nil }
      let isKnown = theirs.isKnown(feature)
      // A bit that guests see whatever the host is says nothing of this host.
      if isKnown, let host = bound.hostFeatures, !same.contains(where: host.contains) { return nil }
      guard isKnown ? theirs.has(feature) : couldShow(feature, theirs) else { return nil }
      return Violation(.warningMissing, feature, value: 0, bound: 1).map {
        Judgement.Finding($0, isDecided: isKnown)
      }
    }
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
