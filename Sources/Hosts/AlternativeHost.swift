// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText

/// A host's policies as they would be if a fact that nobody recorded had another value than derivation
/// assumed.
public struct AlternativeHost: Sendable {
  /// The fact that nobody recorded.
  public var fact: AssumedFact
  /// The policies with its other value.
  public var policies: SystemPolicies
}

extension HostDescription {
  /// The facts that derivation assumed for a policy: those of the document where one describes the
  /// host, and none where a hypervisor or its tool said what the policy is. Under other options than
  /// the host's own every policy is derived.
  public func assumedFacts(
    of kind: PolicyKind, _ owner: DerivationOptions? = nil
  ) -> [AssumedFact] {
    if kind == .raw { return [] }
    var missing: [AssumedFact] = []
    facts.forEachAssumedFact { missing.append($0) }
    if owner != nil { return missing }
    if reported?.policies[kind] != nil { return [] }
    guard let recorded = recorded(kind) else { return missing }
    guard document != nil else { return [] }
    let names = Set(recorded.assumed)
    return missing.filter { names.contains($0.name) }
  }

  /// What hangs on each fact that was assumed for a policy: one derivation a fact.
  ///
  /// Policies that the host's source recorded are taken at their word, and changed where derivation says
  /// that another value of the fact would change them.
  ///
  /// - Parameters:
  ///   - kind: the policy that is asked about.
  ///   - owner: options other than the host's own.
  ///   - held: the host's policies under these options, `systemPolicies(owner)`.
  public func alternatives(
    to kind: PolicyKind, _ owner: DerivationOptions? = nil, held: SystemPolicies
  ) -> [AlternativeHost] {
    let facts = assumedFacts(of: kind, owner)
    guard !facts.isEmpty else { return [] }
    let options = options(owner ?? DerivationOptions())
    let isDerived = owner != nil || reported == nil && recorded.isEmpty
    let derived = isDerived ? held : SystemPolicies(facts: self.facts, options: options)
    return facts.compactMap { fact in
      var other = self.facts
      guard other.assumeOtherwise(fact) else { return nil }
      let changed = SystemPolicies(facts: other, options: options)
      if isDerived { return AlternativeHost(fact: fact, policies: changed) }
      var policies = held
      for (_, path) in SystemPolicies.paths {
        policies[keyPath: path].change(
          whereDiffer: derived[keyPath: path], changed[keyPath: path])
      }
      if derived.hasHVM != changed.hasHVM { policies.hasHVM = changed.hasHVM }
      return AlternativeHost(fact: fact, policies: policies)
    }
  }
}
