// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// Why a domain has a feature, or is without it: who decided.
public struct DomainExplanation: Sendable {
  /// Who decided, in one word.
  public enum Cause: String, CaseIterable, Sendable {
    /// It has what its model, or the default policy of its kind, has.
    case given
    /// It was asked for by name.
    case asked
    /// The hypervisor added it unasked.
    case added
    /// Its model, or the default policy of its kind, is without it, and nobody asked for it.
    case notInModel = "not-in-model"
    /// Its configuration or its toolstack took it away.
    case disabled
    /// Its model has it on newer machine types than the domain's.
    case lostWithMachine = "lost-with-machine"
    /// The host's CPU does not have it.
    case hostLacks = "host-lacks"
    /// The host's CPU has it, and what runs the guest does not give it.
    case filtered
    /// The hypervisor gives it to no guest of this kind, or its owner took it away.
    case hypervisor
    case unknown
  }

  /// One of those who have a word in it, and whether the feature is there after it.
  public struct Stage: Equatable, Sendable {
    /// Who has the word, e.g. `model` or `host`.
    public var name: String
    /// Nil where nobody knows.
    public var isPresent: Bool?

    /// Somebody who has a word in it, and whether the feature is there after it.
    public init(_ name: String, _ isPresent: Bool?) {
      self.name = name
      self.isPresent = isPresent
    }
  }

  /// The domain's name.
  public var domain: String
  /// The feature that is explained.
  public var feature: Feature
  /// Who decided.
  public var cause: Cause
  /// Why, in one sentence.
  public var because: String
  /// From the first to the domain itself, which is the last.
  public var stages: [Stage]
  /// How the policies of its host came about; nil where its hypervisor derives none.
  public var ofHost: Explanation?

  /// An answer with the stages that led to it.
  public init(
    domain: String, feature: Feature, cause: Cause, because: String, stages: [Stage],
    ofHost: Explanation? = nil
  ) {
    self.domain = domain
    self.feature = feature
    self.cause = cause
    self.because = because
    self.stages = stages
    self.ofHost = ofHost
  }
}

extension DomainExplanation {
  /// Of a domain whose policy is held against its host's: a store's, or Xen's.
  ///
  /// - Parameters:
  ///   - feature: what is asked about.
  ///   - domain: the domain.
  ///   - host: the host on which it is.
  public init(of feature: Feature, _ domain: Domain, on host: HostDescription) {
    let policies = host.systemPolicies()
    let explanation = host.explanation(of: .feature(feature), held: policies)
    func present(_ policy: CPUPolicy) -> Bool? {
      policy.isKnown(feature) ? policy.has(feature) : nil
    }
    let (most, usual) = (domain.kind.maxPolicy, domain.kind.defaultPolicy)
    let (raw, max, fallback, own) = (
      present(policies.raw), present(policies[most]), present(policies[usual]),
      present(domain.policy)
    )
    let (cause, because): (Cause, String)
    switch (own, max, fallback) {
    case (nil, _, _): (cause, because) = (.unknown, "nobody recorded whether the domain has it")
    case (true, false, _):
      (cause, because) = (
        .added, "the host gives it to no guest of this kind: the domain was judged by another one"
      )
    case (true, _, true): (cause, because) = (.given, "\(usual.name) has it")
    case (true, _, _):
      (cause, because) = (.asked, "\(usual.name) is without it, and the toolstack asked for it")
    case (false, _, true):
      (cause, because) = (.disabled, "\(usual.name) has it, and the toolstack took it away")
    case (false, true, _):
      (cause, because) = (
        .notInModel, "\(most.name) has it and \(usual.name) does not, and nobody asked for it"
      )
    case (false, false, _):
      let chain: [PolicyKind] = [.hostMax, .hostDefault, most]
      let removals = explanation.changes.filter { chain.contains($0.policy) && $0.after == 0 }
      if raw == false {
        (cause, because) = (.hostLacks, "the host's CPU does not have it")
      } else {
        (cause, because) = (
          .hypervisor, removals.last?.because ?? "the hypervisor gives it to no guest of this kind"
        )
      }
    case (false, nil, _):
      (cause, because) = (.unknown, "nobody recorded whether the host gives it to its guests")
    }
    self.init(
      domain: domain.name, feature: feature, cause: cause, because: because,
      stages: [
        Stage(PolicyKind.raw.name, raw), Stage(most.name, max), Stage(usual.name, fallback),
        Stage("domain", own),
      ], ofHost: explanation)
  }
}
