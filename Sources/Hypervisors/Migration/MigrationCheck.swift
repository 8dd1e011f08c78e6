import CPUPolicy
import PolicyFormats
import PolicyText

/// What a guest takes along when it moves: the policy that it booted with, and what its time-stamp
/// counter was promised to be.
public struct MovingGuest: Sendable {
  public var name: String
  public var kind: GuestKind
  public var policy: CPUPolicy
  public var tsc: Domain.TimeStampCounter
  public var hasNestedVirtualisation: Bool
  public var hasPerformanceCounters: Bool

  /// A guest with nothing but a policy. Nested virtualisation and counters are what the policy shows.
  public init(name: String, kind: GuestKind, policy: CPUPolicy) {
    self.name = name
    self.kind = kind
    self.policy = policy
    tsc = Domain.TimeStampCounter()
    hasNestedVirtualisation = policy.has(.vmx) || policy.has(.svm)
    hasPerformanceCounters = policy.pmuVersion != 0
  }

  public init(_ domain: Domain) {
    self.init(name: domain.name, kind: domain.kind, policy: domain.policy)
    tsc = domain.tsc
    hasNestedVirtualisation = domain.hasNestedVirtualisation
    hasPerformanceCounters = domain.hasPerformanceCounters
  }
}

/// Whether a guest can go on, unchanged, on another host.
///
/// The guest's boot policy is held against the destination's max policy of its kind: what the
/// destination would have to take away is lost to a guest that already uses it.
/// `docs/semantics/xen.md`.
public struct MigrationCheck: Sendable {
  public enum Verdict: String, Sendable {
    /// The guest sees no change.
    case safe
    /// It sees no change that matters, but runs slower or shows other names.
    case degraded
    /// It would lose what it uses, or be told what is not so.
    case unsafe
  }

  public var host: String
  public var findings: [Violation]
  /// Facts of the destination that nobody recorded and its policies were derived without: to be
  /// gathered there before the verdict is relied on.
  public var assumed: [String]

  /// - Parameters:
  ///   - policies: the destination's policies, as its hypervisor reports them or derived.
  public init(
    _ guest: MovingGuest, to host: HostDescription, policies: SystemPolicies
  ) {
    self.host = host.name
    let isReported =
      host.xen != nil || host.recorded.contains { $0.name == guest.kind.maxPolicy.name }
    assumed = isReported ? [] : host.assumed
    let context = AuditContext(
      domain: guest.kind, hasNestedVirtualisation: guest.hasNestedVirtualisation,
      hasPerformanceCounters: guest.hasPerformanceCounters,
      physicalAddressLimit: guest.kind.physicalAddressLimit,
      hostFeatures: policies.hostDefault.featureSet)
    let auditor = Auditor(bound: policies[guest.kind.maxPolicy], context: context)
    findings = auditor.violations(of: guest.policy)
    if let finding = MigrationCheck.checkTimeStampCounter(guest, host) {
      findings.append(finding)
      findings.sort(by: Violation.inLeafOrder)
    }
  }

  public var verdict: Verdict {
    if findings.contains(where: { $0.severity >= .behaviour }) { return .unsafe }
    return findings.isEmpty ? .safe : .degraded
  }

  /// A guest that was promised an invariant counter keeps its frequency only where the counter is
  /// emulated, or the destination's is invariant too and has that frequency or can be scaled to it.
  private static func checkTimeStampCounter(
    _ guest: MovingGuest, _ host: HostDescription
  ) -> Violation? {
    guard guest.policy.has(.itsc), guest.tsc.mode != .emulated else { return nil }
    let isSame = guest.tsc.khz != nil && guest.tsc.khz == host.tsc.khz
    let canScale = guest.kind.isHVM && guest.tsc.mode == .automatic && host.tsc.canScale == true
    if host.tsc.isInvariant == true && (isSame || canScale && guest.tsc.khz != nil) { return nil }
    guard case .leaf(let place, let register, let bit) = Feature.itsc.place else { return nil }
    return Violation(
      .timeStampCounter, at: .leaf(place, register), bits: bit...bit, subject: .feature(.itsc),
      value: UInt64(guest.tsc.khz ?? 0), bound: UInt64(host.tsc.khz ?? 0), severity: .behaviour)
  }
}

/// The `Migration` document.
public enum MigrationJSON {
  public static func document(_ guest: MovingGuest, _ checks: [MigrationCheck]) -> JSONValue {
    .members([
      "apiVersion": .string(PolicyJSON.apiVersion), "kind": .string("Migration"),
      "guest": .string(guest.name), "guestKind": .string(guest.kind.name),
      "destinations": .array(
        checks.map { check in
          .members([
            "host": .string(check.host), "verdict": .string(check.verdict.rawValue),
            "findings": .array(check.findings.map(AuditReportJSON.violation)),
            "assumed": .strings(check.assumed),
          ])
        }),
    ])
  }
}
