// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

extension HostDescription {
  /// How the host's policies came to hold what they hold of an item, with the facts that were assumed and
  /// what another value of them would change.
  ///
  /// - Parameters:
  ///   - item: a feature or a field.
  ///   - owner: options other than the host's own.
  ///   - held: the host's policies under these options, `systemPolicies(owner)`.
  public func explanation(
    of item: ExplainedItem, _ owner: DerivationOptions? = nil, held: SystemPolicies
  ) -> Explanation {
    var explanation = Explanation(
      of: item, facts: facts, options: options(owner ?? DerivationOptions()))
    if owner == nil { explanation.take(recorded: held) }
    for kind in PolicyKind.allCases {
      for other in alternatives(to: kind, owner, held: held) {
        explanation.note(other.fact, changes: other.policies[kind], of: kind)
      }
    }
    return explanation
  }
}
