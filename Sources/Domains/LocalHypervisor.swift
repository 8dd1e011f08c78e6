// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// The embedded hypervisor: it owns its domains, and runs none of them.
///
/// What a real one would do with a policy happens here in full, so that a toolstack can be built and
/// tried against it.
public struct LocalHypervisor: Hypervisor {
  public let name = "local"
  public let served = ServedABI.local
  private let store: any DomainStore
  private let description: HostDescription
  private let options: DerivationOptions?

  /// - Parameters:
  ///   - host: the machine whose policies bound the domains'.
  ///   - store: where the domains are kept.
  ///   - options: the owner's; nil for the policies that hold on the host.
  public init(
    host: HostDescription, store: any DomainStore, options: DerivationOptions? = nil
  ) {
    description = host
    self.store = store
    self.options = options
  }

  public func host() throws(DomainError) -> HostDescription { description }

  public func systemPolicies() throws(DomainError) -> SystemPolicies {
    description.systemPolicies(options)
  }

  public func domains() async throws(DomainError) -> [Domain] { try await store.domains() }

  public func domain(named name: String) async throws(DomainError) -> Domain {
    guard let domain = try await store.domain(named: name) else { throw .notFound(name) }
    return domain
  }

  public func isTaken(_ name: String) async throws(DomainError) -> Bool {
    try await store.domain(named: name) != nil
  }

  public func make(_ domain: Domain, _ request: DomainRequest) async throws(DomainError) -> Domain {
    try await store.insert(domain)
  }

  public func put(_ changed: Domain, insteadOf former: Domain) async throws(DomainError) -> Domain {
    try await store.replace(changed)
  }

  public func end(_ domain: Domain) async throws(DomainError) {
    try await store.remove(domain)
  }

  /// What a virtual CPU of a domain gets from CPUID.
  public static func view(_ domain: Domain) -> GuestView {
    GuestView(
      policy: domain.policy, topology: domain.topology, kind: domain.kind,
      hasPerformanceCounters: domain.hasPerformanceCounters,
      hypervisor: HypervisorLeaves(
        majorVersion: 0, minorVersion: 1, domain: UInt32(truncatingIfNeeded: domain.id),
        tscMode: domain.tsc.mode.number, tscKHz: UInt32(clamping: domain.tsc.khz ?? 0),
        isTSCEmulated: domain.tsc.mode == .emulated,
        machineAddressBits: domain.policy[.maxPhysicalAddressBits]))
  }
}

extension Domain.TimeStampCounter.Mode {
  /// Xen's number of the mode.
  public var number: UInt32 {
    switch self {
    case .automatic: 0
    case .emulated: 1
    case .native: 2
    }
  }
}
