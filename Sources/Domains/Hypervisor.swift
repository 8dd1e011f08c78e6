// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// What a toolstack can ask of a hypervisor: its policies, and the life of its domains.
///
/// Setting a policy happens whole or not at all, and never alters what it accepts.
///
/// Several tasks may ask at a time. An implementation that blocks its thread does so briefly, for a
/// hypercall or for a transaction with its deadline. Each call is whole, and between two of them anything
/// may change: `put` tells.
public protocol Hypervisor: Sendable {
  /// `local`, `kvm`, `xen`.
  var name: String { get }
  /// What it serves of a policy.
  var served: ServedABI { get }
  /// Features that a domain may show although max is without them.
  var toolstackFeatures: FeatureSet { get }
  /// The host's facts.
  func host() async throws(DomainError) -> HostDescription
  /// All policies of the system.
  func systemPolicies() async throws(DomainError) -> SystemPolicies
  /// All domains, by number.
  func domains() async throws(DomainError) -> [Domain]
  /// The domain of a name; throws `DomainError.notFound` where there is none.
  func domain(named name: String) async throws(DomainError) -> Domain

  // The steps of a domain's life that differ; the life itself is in DomainLife.swift.

  /// Whether a guest can be given a frequency other than the host's, outside of the native mode.
  var givesAnyFrequency: Bool { get }
  /// Refuses what this hypervisor cannot do, before anything is made.
  func check(_ request: DomainRequest) async throws(DomainError)
  /// Whether a domain has this name.
  func isTaken(_ name: String) async throws(DomainError) -> Bool
  /// The policy with which a domain begins, or everything that is wrong with it.
  func firstPolicy(
    of domain: Domain, _ request: DomainRequest, _ policies: SystemPolicies
  ) async throws(DomainError) -> CPUPolicy
  /// Refuses a policy that the audit accepts and this hypervisor would not take.
  func check(_ policy: CPUPolicy) async throws(DomainError)
  /// Everything that is wrong with a candidate for a domain, in leaf order.
  func audit(
    _ candidate: CPUPolicy, for domain: Domain, _ policies: SystemPolicies
  ) -> [Violation]
  /// Makes a domain with its policy. What fails leaves nothing behind.
  /// - Returns: the domain as it is, with its number.
  func make(_ domain: Domain, _ request: DomainRequest) async throws(DomainError) -> Domain
  /// Gives a domain the policy and the state of `changed`, whole or not at all, and reads back.
  /// - Throws: `DomainError.changedMeanwhile` where the domain is no longer what `former` says.
  func put(_ changed: Domain, insteadOf former: Domain) async throws(DomainError) -> Domain
  /// Refuses to end a domain that is not the caller's to end.
  func checkEnd(of domain: Domain) async throws(DomainError)
  /// Ends a domain.
  func end(_ domain: Domain) async throws(DomainError)
}

extension Hypervisor {
  /// None, unless a hypervisor says otherwise.
  public var toolstackFeatures: FeatureSet { FeatureSet() }

  /// Highest leaves with topology that it serves.
  public var topologyLeaves: TopologyLeaves { served.topologyLeaves }

  /// The featureset of each policy.
  public func featureSets() async throws(DomainError) -> [PolicyKind: FeatureSet] {
    let policies = try await systemPolicies()
    var sets: [PolicyKind: FeatureSet] = [:]
    for kind in PolicyKind.allCases { sets[kind] = policies[kind].featureSet }
    return sets
  }

  /// Choices that xl itself would have lost through the request's settings.
  public func resets(
    of request: DomainRequest, _ settings: DomainSettings
  ) async throws(DomainError) -> [PolicyChanges.Reset] {
    guard !request.changes.registers.isEmpty else { return [] }
    let policies = try await systemPolicies()
    do {
      let chosen = try policies.initialPolicy(settings, leaves: topologyLeaves)
      return request.changes.resets(in: chosen, default: policies[settings.kind.defaultPolicy])
    } catch {
      throw .topology(error)
    }
  }

  /// A domain's present policy with what a toolstack wants otherwise, of which nothing is audited yet.
  public func policy(
    of name: String, changedBy changes: PolicyChanges
  ) async throws(DomainError) -> CPUPolicy {
    var policy = try await domain(named: name).policy
    policy.apply(changes, host: try await systemPolicies().hostDefault)
    return policy
  }

  /// Everything that is wrong with a candidate for a domain, in leaf order.
  public func audit(
    _ candidate: CPUPolicy, for domain: Domain, _ policies: SystemPolicies
  ) -> [Violation] {
    let settings = domain.settings
    var context = AuditContext(
      domain: settings.kind, hasNestedVirtualisation: settings.hasNestedVirtualisation,
      hasPerformanceCounters: settings.hasPerformanceCounters,
      physicalAddressLimit: settings.physicalAddressLimit,
      hostFeatures: policies.hostDefault.featureSet, topology: domain.chosenTopology)
    context.topologyLeaves = topologyLeaves
    let bound = policies[settings.kind.maxPolicy].admitting(toolstackFeatures)
    let auditor = Auditor(bound: bound, context: context)
    return auditor.violations(of: candidate)
  }

  /// The policy that a request comes to, or everything that is wrong with it.
  public func initialPolicy(
    _ request: DomainRequest, _ domain: Domain, _ policies: SystemPolicies
  ) throws(DomainError) -> CPUPolicy {
    let settings = domain.settings
    try checkWishes(request, settings, policies)
    var policy: CPUPolicy
    do {
      policy = try policies.initialPolicy(
        settings, added: request.changes.added, removed: request.changes.removed,
        leaves: topologyLeaves)
    } catch {
      throw .topology(error)
    }
    policy.apply(request.changes.numbers)
    policy.apply(request.changes, host: policies.hostDefault)
    let violations = audit(policy, for: domain, policies)
    guard violations.isEmpty else { throw .rejected(violations) }
    return policy
  }

  /// A feature that was asked for and cannot be had is an error, never left out in silence.
  private func checkWishes(
    _ request: DomainRequest, _ settings: DomainSettings, _ policies: SystemPolicies
  ) throws(DomainError) {
    guard !request.changes.added.isEmpty else { return }
    var wished = policies[settings.kind.maxPolicy]
    // Judged alone: what else the policy holds is audited later.
    var features = wished.featureSet
    features.formUnion(request.changes.added)
    wished = wished.withFeatures(features)
    var context = AuditContext(
      domain: settings.kind, hasNestedVirtualisation: settings.hasNestedVirtualisation)
    context.scope = .system
    let auditor = Auditor(bound: policies[settings.kind.maxPolicy], context: context)
    let found = auditor.violations(of: wished).filter { violation in
      guard case .feature(let feature) = violation.subject else { return false }
      return request.changes.added.contains(feature)
    }
    guard found.isEmpty else { throw .rejected(found) }
  }
}
