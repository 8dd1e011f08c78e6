// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// The life of a domain, the same on every hypervisor: audit first, then ask, then read back. What
/// fails leaves everything as it was, and a trial changes nothing.
extension Hypervisor {
  /// Creates a domain in the state `building`, with the default policy of its kind and the changes that
  /// are asked for.
  ///
  /// - Parameters:
  ///   - request: what the domain is to be.
  ///   - isDryRun: whether to say only what would come of it.
  /// - Throws: `DomainError.rejected` with everything that is wrong with the policy that was asked for.
  @discardableResult
  public func create(
    _ request: DomainRequest, isDryRun: Bool = false
  ) async throws(DomainError) -> Domain {
    guard DomainRequest.isName(request.name) else { throw .invalidName(request.name) }
    if try await isTaken(request.name) { throw .exists(request.name) }
    try await check(request)
    let policies = try await systemPolicies()
    let description = try await host()
    var domain = Domain(
      name: request.name, id: 0, hypervisor: name, kind: request.kind, state: .building,
      topology: try request.resolvedTopology(), tsc: try settled(request.tsc, description),
      hasNestedVirtualisation: request.hasNestedVirtualisation,
      hasPerformanceCounters: request.hasPerformanceCounters, usesLBR: request.usesLBR,
      judge: Domain.Judge(description, policies), policy: CPUPolicy())
    domain.policy = try await firstPolicy(of: domain, request, policies)
    try await check(domain.policy)
    return isDryRun ? domain : try await make(domain, request)
  }

  /// Sets the policy of a domain that has not run: whole and unchanged, or not at all.
  ///
  /// Who takes a feature away takes away what needs it, too: `FeatureSet.removeWithDependants`, and
  /// `CPUPolicy.withFeatures` for the policy.
  ///
  /// - Parameters:
  ///   - policy: the whole policy.
  ///   - name: the domain's.
  ///   - isDryRun: whether to say only what would come of it.
  /// - Returns: the domain with the policy.
  /// - Throws: `DomainError.rejected` with everything that is wrong with the policy.
  @discardableResult
  public func setPolicy(
    _ policy: CPUPolicy, of name: String, isDryRun: Bool = false
  ) async throws(DomainError) -> Domain {
    try await change(name, isDryRun: isDryRun) { domain async throws(DomainError) in
      let policies = try await systemPolicies()
      try await checkJudge(of: domain, policies)
      let violations = audit(policy, for: domain, policies)
      guard violations.isEmpty else { throw .rejected(violations) }
      try await check(policy)
      domain.policy = policy
    }
  }

  /// Ends the building of a domain: from now on its policy is immutable.
  @discardableResult
  public func seal(_ name: String, isDryRun: Bool = false) async throws(DomainError) -> Domain {
    try await change(name, isDryRun: isDryRun) { domain async throws(DomainError) in
      try await checkJudge(of: domain, try await systemPolicies())
      domain.state = .sealed
      // Where domains run, its first run is what seals it.
      if domain.runState != nil { domain.runState = .running }
    }
  }

  /// Destroys a domain for good.
  public func destroy(_ name: String, isDryRun: Bool = false) async throws(DomainError) {
    let domain = try await domain(named: name)
    guard domain.state != .destroyed else { throw .notFound(name) }
    try await checkEnd(of: domain)
    if !isDryRun { try await end(domain) }
  }

  /// A domain belongs to the host that judged it: under another one its policy means something else.
  private func checkJudge(
    of domain: Domain, _ policies: SystemPolicies
  ) async throws(DomainError) {
    guard let judge = domain.judge else { return }
    let here = Domain.Judge(try await host(), policies)
    guard judge.digest == here.digest else {
      throw .judgedElsewhere(domain.name, by: judge.host, here: here.host)
    }
  }

  /// Changes a domain that is being built. Where somebody else changed it meanwhile, what is there now is
  /// judged anew.
  private func change(
    _ name: String, isDryRun: Bool, _ body: (inout Domain) async throws(DomainError) -> Void
  ) async throws(DomainError) -> Domain {
    while true {
      let former = try await domain(named: name)
      guard former.state != .destroyed else { throw .notFound(name) }
      guard former.state == .building else { throw .sealed(former.name) }
      var changed = former
      try await body(&changed)
      if isDryRun { return changed }
      do {
        return try await put(changed, insteadOf: former)
      } catch .changedMeanwhile {
        continue
      }
    }
  }

  /// Left open, the guest's counter runs at the host's rate; another one needs a mode and a host that
  /// can give it.
  private func settled(
    _ wanted: Domain.TimeStampCounter, _ host: HostDescription
  ) throws(DomainError) -> Domain.TimeStampCounter {
    guard let rate = host.tsc.khz else { return wanted }
    guard let khz = wanted.khz else { return Domain.TimeStampCounter(mode: wanted.mode, khz: rate) }
    guard khz == rate || wanted.mode != .native && givesAnyFrequency else {
      throw .frequency(wanted: khz, host: rate)
    }
    return wanted
  }
}

// What most hypervisors have no word in.
extension Hypervisor {
  /// True, unless a hypervisor says otherwise.
  public var givesAnyFrequency: Bool { true }
  /// Refuses nothing, unless a hypervisor does.
  public func check(_ request: DomainRequest) throws(DomainError) {}
  /// Refuses nothing, unless a hypervisor does.
  public func check(_ policy: CPUPolicy) throws(DomainError) {}
  /// Refuses nothing, unless a hypervisor does.
  public func checkEnd(of domain: Domain) throws(DomainError) {}

  /// The default policy of the kind with the request's changes, audited.
  public func firstPolicy(
    of domain: Domain, _ request: DomainRequest, _ policies: SystemPolicies
  ) throws(DomainError) -> CPUPolicy {
    try initialPolicy(request, domain, policies)
  }
}

extension DomainRequest {
  /// Letters, digits, dots, hyphens and underscores; not a dot or hyphen first; at most 64.
  static func isName(_ name: String) -> Bool {
    PlainName.isOne(name) && name.utf8.first != UInt8(ascii: "-")
  }
}
