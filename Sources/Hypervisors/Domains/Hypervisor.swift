import CPUPolicy
import PolicyFormats
import PolicyText

/// What a toolstack can ask of a hypervisor: its policies, and the life of its domains.
///
/// Setting a policy happens whole or not at all, and never alters what it accepts.
public protocol Hypervisor {
  /// `local`, `kvm`, `xen`.
  var name: String { get }
  /// Highest leaves with topology that it serves.
  var topologyLeaves: TopologyLeaves { get }
  /// The host's facts.
  func host() throws(DomainError) -> HostDescription
  /// All policies of the system.
  func systemPolicies() throws(DomainError) -> SystemPolicies
  /// Creates a domain in the state `building`, with the default policy of its kind.
  func create(_ request: DomainRequest, isDryRun: Bool) throws(DomainError) -> Domain
  func domains() throws(DomainError) -> [Domain]
  func domain(named name: String) throws(DomainError) -> Domain
  /// Sets the policy of a domain that has not run.
  func setPolicy(
    _ policy: CPUPolicy, of name: String, isDryRun: Bool
  ) throws(DomainError) -> Domain
  /// Ends the building of a domain: from now on its policy is immutable.
  func seal(_ name: String, isDryRun: Bool) throws(DomainError) -> Domain
  func destroy(_ name: String, isDryRun: Bool) throws(DomainError)
}

extension Hypervisor {
  /// The featureset of each policy.
  public func featureSets() throws(DomainError) -> [PolicyKind: FeatureSet] {
    let policies = try systemPolicies()
    var sets: [PolicyKind: FeatureSet] = [:]
    for kind in PolicyKind.allCases { sets[kind] = policies[kind].featureSet }
    return sets
  }

  /// Choices that xl itself would have lost through the request's settings.
  public func resets(
    of request: DomainRequest, _ settings: DomainSettings
  ) throws(DomainError) -> [PolicyChanges.Reset] {
    guard !request.changes.registers.isEmpty else { return [] }
    let policies = try systemPolicies()
    do {
      let chosen = try policies.initialPolicy(settings, leaves: topologyLeaves)
      return request.changes.resets(in: chosen, default: policies[settings.kind.defaultPolicy])
    } catch {
      throw .topology(error)
    }
  }

  /// Everything that is wrong with a candidate for a domain, in leaf order.
  public func audit(
    _ candidate: CPUPolicy, for settings: DomainSettings, _ policies: SystemPolicies
  ) -> [Violation] {
    var context = AuditContext(
      domain: settings.kind, hasNestedVirtualisation: settings.hasNestedVirtualisation,
      hasPerformanceCounters: settings.hasPerformanceCounters,
      physicalAddressLimit: settings.physicalAddressLimit,
      hostFeatures: policies.hostDefault.featureSet, topology: settings.topology)
    context.topologyLeaves = topologyLeaves
    let auditor = Auditor(bound: policies[settings.kind.maxPolicy], context: context)
    return auditor.violations(of: candidate)
  }

  /// The policy that a request comes to, or everything that is wrong with it.
  public func initialPolicy(
    _ request: DomainRequest, _ settings: DomainSettings, _ policies: SystemPolicies
  ) throws(DomainError) -> CPUPolicy {
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
    policy.apply(
      request.changes.registers, default: policies[settings.kind.defaultPolicy],
      host: policies.hostDefault)
    let violations = audit(policy, for: settings, policies)
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
