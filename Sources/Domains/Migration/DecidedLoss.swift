// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// Losses that no fact which nobody recorded could mend: where the worst of what is found are such, a fleet need not
/// try every value of those facts.
enum DecidedLoss {
  /// How many causes a fleet's matrix keeps.
  private static let count = 3

  /// What is found in the order of reports, where its first causes and every feature that is lost stay what they are
  /// under any variant of the bound; nil where that is not so.
  ///
  /// What others of these findings hang on is not said.
  static func causes(
    _ held: [Judgement.Finding], _ guest: Guest, _ bound: GuestBound
  ) -> [Judgement.Finding]? {
    guard !bound.others.isEmpty, guest.wanting == nil, guest.doubt == nil, guest.model == nil,
      guest.completion == nil, guest.identity == nil, bound.identity == nil, guest.open.isEmpty,
      held.count >= count
    else { return nil }
    for finding in held {
      switch finding.violation.code {
      case .featureNotOffered, .notForThisKind:
        guard isForSure(finding, bound) else { return nil }
      // From this everything follows.
      case .vendorDiffers: return nil
      default: break
      }
    }
    let ordered = FindingOrder.ordered(held)
    guard ordered.count >= count,
      ordered[..<count].allSatisfy({
        $0.follows == nil && $0.violation.severity == .guestCrash && isForSure($0, bound)
      })
    else { return nil }
    return ordered
  }

  private static func isForSure(_ finding: Judgement.Finding, _ bound: GuestBound) -> Bool {
    guard finding.isDecided, finding.violation.code == .featureNotOffered,
      case .feature(let feature) = finding.violation.subject
    else { return false }
    return bound.neverOffered.contains(feature)
  }
}
