// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
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
  /// The topology that was chosen for it; nil where none is recorded, and then it is not judged.
  public var topology: Topology?
  /// Whether it depends on last-branch records.
  public var usesLBR = false
  /// The host that judged it last.
  public var judge: Domain.Judge?

  /// A guest with nothing but a policy. Nested virtualisation and counters are what the policy shows.
  public init(name: String, kind: GuestKind, policy: CPUPolicy) {
    self.name = name
    self.kind = kind
    self.policy = policy
    tsc = Domain.TimeStampCounter()
    hasNestedVirtualisation = policy.has(.vmx) || policy.has(.svm)
    hasPerformanceCounters = policy[.pmuVersion] != 0
  }

  /// Whether these are the policies of the host that judged it, by what its hardware says.
  func isAtHome(_ policies: SystemPolicies) -> Bool {
    judge?.digest == PolicyDigest.of(policies.raw)
  }

  public init(_ domain: Domain) {
    self.init(name: domain.name, kind: domain.kind, policy: domain.policy)
    tsc = domain.tsc
    hasNestedVirtualisation = domain.hasNestedVirtualisation
    hasPerformanceCounters = domain.hasPerformanceCounters
    topology = domain.chosenTopology
    usesLBR = domain.usesLBR
    judge = domain.judge
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
  ///   - guest: what was promised to it.
  ///   - host: the destination.
  ///   - policies: the destination's policies, as its hypervisor reports them or derived.
  public init(
    _ guest: MovingGuest, to host: HostDescription, policies: SystemPolicies
  ) {
    self.host = host.name
    assumed =
      host.reported?.policies[guest.kind.maxPolicy] != nil
      ? [] : host.recorded(guest.kind.maxPolicy)?.assumed ?? host.assumed
    var context = AuditContext(
      domain: guest.kind, hasNestedVirtualisation: guest.hasNestedVirtualisation,
      hasPerformanceCounters: guest.hasPerformanceCounters,
      physicalAddressLimit: guest.kind.physicalAddressLimit,
      hostFeatures: policies.hostDefault.featureSet, topology: guest.topology)
    context.topologyLeaves = TopologyLeaves.all
    let auditor = Auditor(bound: policies[guest.kind.maxPolicy], context: context)
    findings = auditor.violations(of: guest.policy)
    let promises = [
      MigrationCheck.checkTimeStampCounter(guest, host, policies),
      MigrationCheck.checkBranchRecords(guest, host, policies),
    ]
    findings += promises.compactMap(\.self)
    findings.sort(by: Violation.inLeafOrder)
  }

  public var verdict: Verdict {
    if findings.contains(where: { $0.severity >= .behaviour }) { return .unsafe }
    return findings.isEmpty ? .safe : .degraded
  }

  /// Last-branch records are the CPU's own: a guest that reads them goes on only where format and depth
  /// are known to be the same, or on the host that judged it.
  private static func checkBranchRecords(
    _ guest: MovingGuest, _ host: HostDescription, _ policies: SystemPolicies
  ) -> Violation? {
    guard guest.usesLBR else { return nil }
    if guest.isAtHome(policies) { return nil }
    if guest.judge?.lbr == host.lbr, host.lbr.format != nil, host.lbr.depth != nil { return nil }
    let field = MSRField.perfCapLbrFormat
    // All ones stand for a format that nobody recorded.
    let unknown = field.mask >> UInt64(field.lowBit)
    return Violation(
      .branchRecords, at: .msr(field.msr), bits: field.lowBit...field.highBit,
      subject: .msrField(field), value: guest.judge?.lbr.format.map { UInt64($0) } ?? unknown,
      bound: host.lbr.format.map { UInt64($0) } ?? unknown, severity: .behaviour)
  }

  /// A guest that was promised an invariant counter keeps its frequency only where the counter is
  /// emulated, or the destination's is invariant too and has that frequency or can be scaled to it.
  private static func checkTimeStampCounter(
    _ guest: MovingGuest, _ host: HostDescription, _ policies: SystemPolicies
  ) -> Violation? {
    guard guest.policy.has(.itsc), guest.tsc.mode != .emulated else { return nil }
    // Left open at home it runs at the host's own rate, whatever that is.
    if guest.tsc.khz == nil, guest.isAtHome(policies) { return nil }
    let isSame = guest.tsc.khz != nil && guest.tsc.khz == host.tsc.khz
    let canScale = guest.kind.isHVM && guest.tsc.mode == .automatic && host.tsc.canScale == true
    if host.tsc.isInvariant == true && (isSame || canScale && guest.tsc.khz != nil) { return nil }
    guard case .leaf(let place, let register, let bit) = Feature.itsc.place else { return nil }
    return Violation(
      .timeStampCounter, at: .leaf(place, register), bits: bit...bit, subject: .feature(.itsc),
      value: UInt64(guest.tsc.khz ?? 0), bound: UInt64(host.tsc.khz ?? 0), severity: .behaviour)
  }
}
