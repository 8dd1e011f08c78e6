// SPDX-License-Identifier: Apache-2.0

/// The circumstances under which a candidate is audited.
///
/// `docs/semantics/audit.md`.
public struct AuditContext: Sendable {
  /// What the candidate is.
  public enum Scope: UInt8, Sendable, BitwiseCopyable {
    /// A policy of the system, which carries no domain's own settings. Whatever the bound itself
    /// holds is acceptable.
    case system
    /// The policy of one domain: everything that a hypervisor would set for it must be set.
    case domain
  }

  /// The kind of guest whose policy is held against the bound.
  public var kind: GuestKind
  /// Whether it is a policy of the system or one domain's.
  public var scope: Scope
  /// Whether the domain may run guests of its own (VMX, SVM).
  public var hasNestedVirtualisation: Bool
  /// Whether the domain has a virtual PMU.
  public var hasPerformanceCounters: Bool
  /// Widest physical address that the domain's paging can hold, in bits.
  public var physicalAddressLimit: UInt32
  /// The host's features, against which bits are held that no hypervisor can hide; nil where the
  /// host is not known.
  public var hostFeatures: FeatureSet?
  /// Features that a policy of the system may show beyond its own limits: those of the system's
  /// default policy of the kind (`CPUPolicy.hiddenFeatures`), which stand in its featureset alone.
  public var hiddenFeatures = FeatureSet()
  /// The topology that was chosen for the domain; nil where none was, and then topology is not
  /// judged.
  public var topology: Topology?
  /// Highest leaves up to which a topology of several dies may raise the bound's limits.
  public var topologyLeaves: TopologyLeaves

  /// A system policy against a bound that alone decides.
  public init(kind: GuestKind = .hvm) {
    self.kind = kind
    scope = .system
    hasNestedVirtualisation = true
    hasPerformanceCounters = true
    physicalAddressLimit = 52
    hostFeatures = nil
    topology = nil
    topologyLeaves = TopologyLeaves()
  }

  /// A domain's policy.
  public init(
    domain kind: GuestKind, hasNestedVirtualisation: Bool = false,
    hasPerformanceCounters: Bool = false, physicalAddressLimit: UInt32 = 52,
    hostFeatures: FeatureSet? = nil, topology: Topology? = nil
  ) {
    self.kind = kind
    scope = .domain
    self.hasNestedVirtualisation = hasNestedVirtualisation
    self.hasPerformanceCounters = hasPerformanceCounters
    self.physicalAddressLimit = physicalAddressLimit
    self.hostFeatures = hostFeatures
    self.topology = topology
    topologyLeaves = TopologyLeaves()
  }

  /// Accepts what a default policy has beyond its own limits, of other policies of the system too. The
  /// policy is read where it stands.
  public mutating func accept(
    hiddenFeaturesOf policy: borrowing @_addressable CPUPolicy
  ) {
    hiddenFeatures = policy.view.hiddenFeatures
  }
}
