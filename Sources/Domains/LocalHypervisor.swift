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
  /// `local`.
  public let name = "local"
  /// Everything that a policy can hold.
  public let served = ServedABI.local
  private let store: any DomainStore
  private let description: HostDescription
  private let options: DerivationOptions?

  /// - Parameters:
  ///   - host: the machine whose policies bound the domains'.
  ///   - store: where the domains are kept; by default in memory, gone with the process.
  ///   - options: the owner's; nil for the policies that hold on the host.
  public init(
    host: HostDescription, store: any DomainStore = MemoryDomainStore(),
    options: DerivationOptions? = nil
  ) {
    description = host
    self.store = store
    self.options = options
  }

  /// The machine whose policies bound the domains'.
  public func host() throws(DomainError) -> HostDescription { description }

  /// The machine's policies, under the owner's options.
  public func systemPolicies() throws(DomainError) -> SystemPolicies {
    description.systemPolicies(options)
  }

  /// All domains of the store, by number.
  public func domains() async throws(DomainError) -> [Domain] { try await store.domains() }

  /// The domain of a name; throws `DomainError.notFound` where there is none.
  public func domain(named name: String) async throws(DomainError) -> Domain {
    guard let domain = try await store.domain(named: name) else { throw .notFound(name) }
    return domain
  }

  /// Whether the store has a domain of this name.
  public func isTaken(_ name: String) async throws(DomainError) -> Bool {
    try await store.domain(named: name) != nil
  }

  /// Puts a domain into the store, which gives it its number.
  public func make(_ domain: Domain, _ request: DomainRequest) async throws(DomainError) -> Domain {
    try await store.insert(domain)
  }

  /// Puts a changed domain into the store in the place of the former.
  public func put(_ changed: Domain, insteadOf former: Domain) async throws(DomainError) -> Domain {
    try await store.replace(changed)
  }

  /// Removes a domain from the store.
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
