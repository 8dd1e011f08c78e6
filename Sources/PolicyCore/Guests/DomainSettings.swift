// SPDX-License-Identifier: Apache-2.0

/// What is decided about a domain before its virtual CPUs exist.
public struct DomainSettings: Equatable, Sendable {
  /// The kind of guest.
  public var kind: GuestKind
  /// What the domain's virtual CPUs sit on.
  public var topology: Topology
  /// Whether the domain may run guests of its own.
  public var hasNestedVirtualisation: Bool
  /// Whether the domain has performance counters.
  public var hasPerformanceCounters: Bool
  /// Whether an invariant time-stamp counter is part of the domain's contract: the owner asked for
  /// it, or every read is emulated.
  public var hasInvariantTSC: Bool
  /// Widest physical address that the domain's paging can hold, in bits.
  public var physicalAddressLimit: UInt32

  /// What was chosen for a domain; what is left out is off, or as wide as CPUs go.
  public init(
    kind: GuestKind, topology: Topology, hasNestedVirtualisation: Bool = false,
    hasPerformanceCounters: Bool = false, hasInvariantTSC: Bool = false,
    physicalAddressLimit: UInt32 = 52
  ) {
    self.kind = kind
    self.topology = topology
    self.hasNestedVirtualisation = hasNestedVirtualisation
    self.hasPerformanceCounters = hasPerformanceCounters
    self.hasInvariantTSC = hasInvariantTSC
    self.physicalAddressLimit = physicalAddressLimit
  }
}
