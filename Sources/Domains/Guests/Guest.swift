// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// What is judged: a policy, and what its source says besides of the guest that has it.
///
/// The one notion of a guest for audits and moves, whatever form it came in.
public struct Guest: Sendable {
  /// The guest's name: its own, or that of its file.
  public var name: String
  /// The kind of guest.
  public var kind: GuestKind
  /// Whether the policy is one domain's. Otherwise it is a policy of the system, which carries no
  /// domain's own settings.
  public var isDomain: Bool
  /// The policy that it has, as far as its source says.
  public var policy: CPUPolicy
  /// Makes the policy whole under a bound, where the source's form holds a part and the rest is taken as
  /// the bound's; nil for whole policies.
  public var completion: (@Sendable (CPUPolicy) -> CPUPolicy)?
  /// Whether the completion takes from the bound only numbers that stand beside features, and leaves the rest
  /// unknown: nothing is then said of that.
  public var isFeaturesAlone = false
  /// xl's setting, where the source is one: its policy is the domain's own but for the bits that the
  /// setting forces, and which domain's nobody says.
  public var setting: XLSetting?
  /// The CPU's vendor and the like, where the source gives them without the leaves in which they stand.
  public var identity: PartialPolicy?
  /// Features that it needs by the words of its source, which tells no register: a manager's complaint, names of
  /// features.
  public var needs = FeatureSet()
  /// What would make the policy known, where it follows only from something that was not given; nil for
  /// policies that stand for themselves.
  public var wanting: String?
  /// What nobody knows of the policy, where it is what another one's arithmetic makes of a model's name: what
  /// is found is then not decided. Nil for policies that stand for themselves.
  public var doubt: String?
  /// The CPU model that it is to have, and the features that it is to be without, in libvirt's names.
  public var model: (name: String, without: Set<String>)?
  /// The machine around its CPU, where QEMU makes it; nil for guests of others.
  public var machine: ModelRequest.Machine?
  /// The names by which its CPU's features are asked for, and whose they are: the destination must know each.
  public var names: (world: OtherName.World, names: [String])?
  /// Features that it was asked to have and may lack: its own host decided, and nobody recorded that.
  public var open = FeatureSet()
  /// Twelve characters: whose CPU its model is, where its own vendor is its host's and not recorded.
  public var modelVendor: String?
  /// What its time-stamp counter does.
  public var tsc: Domain.TimeStampCounter
  /// Whether it may run guests of its own.
  public var hasNestedVirtualisation: Bool
  /// Whether it has performance counters.
  public var hasPerformanceCounters: Bool
  /// The topology that was chosen for it; nil where none is recorded, and then it is not judged.
  public var topology: Topology?
  /// The topology that its source asks a hypervisor for, which gives the virtual CPUs their APIC ids: the leaves
  /// that tell it are not known.
  public var describedTopology: Topology?
  /// Whether it depends on last-branch records.
  public var usesLBR = false
  /// The host on which it was judged last, or of which it is a policy.
  public var judge: Domain.Judge?
  /// The release of Xen that saved it, where its state says so: of the branch that is named the newest.
  public var savedBy: XenRelease?

  /// A domain with nothing but a policy. Nested virtualisation and counters are what the policy shows.
  public init(name: String, kind: GuestKind, policy: CPUPolicy) {
    self.name = name
    self.kind = kind
    self.policy = policy
    isDomain = true
    tsc = Domain.TimeStampCounter()
    hasNestedVirtualisation = policy.has(.vmx) || policy.has(.svm)
    hasPerformanceCounters = policy[.pmuVersion] != 0
  }

  /// A policy of the system.
  public init(policyOfSystem policy: CPUPolicy, name: String, kind: GuestKind) {
    self.init(name: name, kind: kind, policy: policy)
    isDomain = false
  }

  /// A domain with everything that its record says.
  public init(_ domain: Domain) {
    self.init(name: domain.name, kind: domain.kind, policy: domain.policy)
    tsc = domain.tsc
    hasNestedVirtualisation = domain.hasNestedVirtualisation
    hasPerformanceCounters = domain.hasPerformanceCounters
    topology = domain.chosenTopology
    usesLBR = domain.usesLBR
    judge = domain.judge
    if domain.hypervisor == Domain.libvirtName { becomeLibvirts() }
  }

  /// Makes it one of libvirt's, which tells features alone: numbers beside them are left open.
  package mutating func becomeLibvirts() {
    machine = ModelRequest.Machine()
    isFeaturesAlone = true
    let own = policy
    completion = { own.completingNumbers(from: $0) }
  }

  /// Whether the bound is of the host that judged the guest, by what its hardware says. What is assumed
  /// of that host was assumed for the guest, too.
  public func isAtHome(_ bound: GuestBound) -> Bool {
    judge != nil && judge?.digest == bound.digest
  }

  /// The circumstances of an audit under a bound, or under what it may be as well.
  func context(_ bound: GuestBound, _ variant: GuestBound.Variant) -> AuditContext {
    var context =
      isDomain
      ? AuditContext(
        domain: kind, hasNestedVirtualisation: hasNestedVirtualisation,
        hasPerformanceCounters: hasPerformanceCounters,
        physicalAddressLimit: kind.physicalAddressLimit)
      : AuditContext(kind: kind)
    // Toolstacks keep featuresets in which the bits that Xen gives every guest itself are its own.
    context.hostFeatures =
      identity == nil && bound.identity == nil ? variant.hostFeatures : nil
    context.hiddenFeatures = bound.hiddenFeatures
    context.topology = topology
    context.topologyLeaves = .all
    return context
  }
}
