// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyFormats

/// A virtual machine, as far as its CPU goes.
public struct Domain: Equatable, Sendable {
  /// The life of a domain. A step back does not exist.
  public enum State: String, Sendable {
    /// Its policy may be set, as often as wanted.
    case building
    /// It has run: nothing changes any more.
    case sealed
    /// It has ended, and its hypervisor has not let go of it yet.
    case destroyed
  }

  /// What a hypervisor that runs domains says of one's run.
  public enum RunState: String, Sendable {
    case running, paused, shutdown, suspended, crashed, dying
    /// Its toolstack keeps it, and it does not run.
    case off
  }

  /// What toolstacks call a domain by the machine that it is given.
  public enum GuestType: String, Sendable {
    case pv, pvh, hvm
  }

  /// What the guest's time-stamp counter does.
  public struct TimeStampCounter: Equatable, Sendable {
    /// Who answers the guest's reads.
    public enum Mode: String, CaseIterable, Sendable {
      /// Native where the host's rate fits or can be scaled, else emulated.
      case automatic = "default"
      /// Every read is emulated.
      case emulated = "always-emulate"
      /// Never emulated, never scaled.
      case native
    }

    /// Who answers the guest's reads.
    public var mode: Mode
    /// Frequency in kHz; nil where neither the owner nor the host says.
    public var khz: Int?

    /// A counter of a mode, by default at whatever rate the host has.
    public init(mode: Mode = .automatic, khz: Int? = nil) {
      self.mode = mode
      self.khz = khz
    }
  }

  /// Unique on its hypervisor: 1 to 64 letters, digits, dots, hyphens or underscores.
  public var name: String
  /// Number that the store gives; never used again.
  public var id: Int
  /// How often the stored domain was changed. Not part of its document.
  public var revision = 0
  /// The hypervisor's name: `local`, `kvm`, `xen`, `libvirt`.
  public var hypervisor: String
  /// The kind of guest, from which its bound follows.
  public var kind: GuestKind
  /// Whether its policy can still be set.
  public var state: State
  /// Nil where the hypervisor runs no domains.
  public var runState: RunState?
  /// Nil where the hypervisor does not tell.
  public var type: GuestType?
  /// As a toolstack chose it; nil where there is none.
  public var uuid: String?
  /// What its virtual CPUs sit on.
  public var topology: Topology
  /// What its time-stamp counter does.
  public var tsc: TimeStampCounter
  /// Whether it may run guests of its own.
  public var hasNestedVirtualisation: Bool
  /// Whether it has performance counters.
  public var hasPerformanceCounters: Bool
  /// Whether the guest depends on last-branch records.
  public var usesLBR: Bool
  /// The host against whose max policy the domain's was judged; nil where nobody recorded it.
  public var judge: Judge?
  /// What its virtual CPUs are, but for what differs between them.
  public var policy: CPUPolicy
  /// What it got of what was asked for; nil where the hypervisor gives all or nothing.
  public var delivery: Delivery?

  /// A domain as its hypervisor or its record tells of it.
  public init(
    name: String, id: Int, hypervisor: String, kind: GuestKind, state: State,
    runState: RunState? = nil, type: GuestType? = nil, uuid: String? = nil, topology: Topology,
    tsc: TimeStampCounter = TimeStampCounter(), hasNestedVirtualisation: Bool,
    hasPerformanceCounters: Bool, usesLBR: Bool, judge: Judge? = nil, policy: CPUPolicy
  ) {
    self.name = name
    self.id = id
    self.hypervisor = hypervisor
    self.kind = kind
    self.state = state
    self.runState = runState
    self.type = type
    self.uuid = uuid
    self.topology = topology
    self.tsc = tsc
    self.hasNestedVirtualisation = hasNestedVirtualisation
    self.hasPerformanceCounters = hasPerformanceCounters
    self.usesLBR = usesLBR
    self.judge = judge
    self.policy = policy
  }

  /// What a domain remembers of the host that judged it.
  public struct Judge: Equatable, Sendable {
    /// The host's name.
    public var host: String
    /// Digest of the host's raw policy.
    public var digest: String
    /// The host's last-branch records, on which a domain that uses them depends.
    public var lbr: HostDescription.BranchRecords
    /// The host's family, model and stepping; nil where nobody recorded them.
    public var signature: Signature?
    /// The hypervisor under which the domain was made, and its version.
    public var hypervisorName: String?
    /// That hypervisor's version.
    public var hypervisorVersion: String?

    /// What is kept of a host by its name and the digest of its raw policy.
    public init(
      host: String, digest: String, lbr: HostDescription.BranchRecords,
      signature: Signature? = nil, hypervisorName: String? = nil, hypervisorVersion: String? = nil
    ) {
      self.host = host
      self.digest = digest
      self.lbr = lbr
      self.signature = signature
      self.hypervisorName = hypervisorName
      self.hypervisorVersion = hypervisorVersion
    }

    /// What there is to remember of a host with its policies.
    public init(_ host: HostDescription, _ policies: SystemPolicies) {
      self.init(
        host: host.name, digest: PolicyDigest.of(policies.raw), lbr: host.lbr,
        signature: host.boot.isKnown(leaf: 1) ? host.boot.signature : nil,
        hypervisorName: host.hypervisorName, hypervisorVersion: host.hypervisorVersion)
    }

    /// The release of Xen; nil for other hypervisors, and for one that the tables do not have.
    var xenRelease: XenRelease? {
      hypervisorName == HostDescription.xenName
        ? hypervisorVersion.flatMap { XenRelease(running: $0) } : nil
    }
  }

  /// The topology that the toolstack chose; nil where the hypervisor chooses it, as Xen does, and its
  /// policies carry none, and where libvirt tells of a guest's features alone.
  public var chosenTopology: Topology? {
    hypervisor == "xen" || hypervisor == Domain.libvirtName ? nil : topology
  }

  /// How a domain names libvirt as its hypervisor.
  public static let libvirtName = "libvirt"

  /// What derivation and audit need to know of the domain.
  public var settings: DomainSettings {
    DomainSettings(
      kind: kind, topology: topology, hasNestedVirtualisation: hasNestedVirtualisation,
      hasPerformanceCounters: hasPerformanceCounters, hasInvariantTSC: tsc.mode == .emulated,
      physicalAddressLimit: kind.physicalAddressLimit)
  }
}

/// What a toolstack asks for when it creates a domain.
public struct DomainRequest: Sendable {
  /// The name that it is to have: 1 to 64 letters, digits, dots, hyphens or underscores.
  public var name: String
  /// The kind of guest.
  public var kind: GuestKind
  /// Number of virtual CPUs, at least one.
  public var vCPUs: UInt32
  /// Nil for one socket, one die, one thread a core, and a core for each virtual CPU.
  public var topology: Topology?
  /// What its time-stamp counter is to do.
  public var tsc = Domain.TimeStampCounter()
  /// Whether it may run guests of its own.
  public var hasNestedVirtualisation = false
  /// Whether it has performance counters.
  public var hasPerformanceCounters = false
  /// Whether the guest depends on last-branch records.
  public var usesLBR = false
  /// Features and numbers other than the default's.
  public var changes = PolicyChanges()

  /// A wish for a domain with the default policy of its kind; a virtual CPU is a core of its own.
  public init(name: String, kind: GuestKind, vCPUs: UInt32) {
    self.name = name
    self.kind = kind
    self.vCPUs = vCPUs
  }
}

extension DomainRequest {
  /// The topology asked for, or the plain one.
  public func resolvedTopology() throws(DomainError) -> Topology {
    if let topology { return topology }
    do {
      return try Topology.plain(vCPUs: vCPUs)
    } catch {
      throw .topology(error)
    }
  }
}
