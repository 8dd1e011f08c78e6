// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText

/// What the kernel under a hypervisor can give a guest.
public struct KernelOffer: Sendable {
  /// Its leaves and feature MSRs.
  public var policy: CPUPolicy
  /// Features that it emulates without the hardware.
  public var emulated: FeatureSet

  /// A kernel's offer, as it answers for it.
  public init(policy: CPUPolicy, emulated: FeatureSet) {
    self.policy = policy
    self.emulated = emulated
  }
}

/// Policies that a hypervisor itself reports.
public struct ReportedPolicies: Sendable {
  /// The policies that it reports, by their kind.
  public var policies: [PolicyKind: CPUPolicy] = [:]
  /// The hypervisor's own command line, under which the others are derived.
  public var options: DerivationOptions
  /// Whether it runs HVM guests, and whether those have nested paging.
  public var hasHVM: Bool
  /// Whether its HVM guests have nested paging.
  public var hasNestedPaging: Bool

  /// A hypervisor that has reported no policy yet.
  public init(options: DerivationOptions, hasHVM: Bool, hasNestedPaging: Bool) {
    self.options = options
    self.hasHVM = hasHVM
    self.hasNestedPaging = hasNestedPaging
  }

  /// All policies: the hypervisor's own where it has them, and the others derived from the raw one.
  func systemPolicies(_ facts: HostFacts, _ release: XenRelease?) -> SystemPolicies {
    var options = options
    if let release { options.followNames(of: release) }
    var result = SystemPolicies(facts: facts, options: options)
    for (kind, path) in SystemPolicies.paths {
      if let policy = policies[kind] { result[keyPath: path] = policy }
    }
    result.hasHVM = hasHVM
    result.hasNestedPaging = hasNestedPaging
    return result
  }
}

extension HostDescription {
  /// The release of Xen that the host runs; nil for another hypervisor, and for a release that the tables
  /// do not have.
  public var xenRelease: XenRelease? {
    hypervisorName == HostDescription.xenName
      ? hypervisorVersion.flatMap { XenRelease(running: $0) } : nil
  }

  /// Whether its hypervisor was built without PV guests: it reports policies of others alone.
  public var lacksPV: Bool {
    reported.map { $0.policies[.raw] != nil && $0.policies[.pvMax] == nil } ?? false
  }

  /// What a host calls its hypervisor where that is Xen.
  public static let xenName = "Xen"
  /// And where it is KVM.
  public static let kvmName = "KVM"

  /// How many bytes of a guest's XSAVE area every KVM moves.
  public static let leastStateBytes = 4096

  /// The options under which this host's policies are derived: those of the owner, by the rules of the
  /// release that the host runs where they name no other, and within what the host's kernel offers.
  public func options(_ options: DerivationOptions = DerivationOptions()) -> DerivationOptions {
    if options.release == nil, let running = xenRelease {
      var result = options
      result.followNames(of: running)
      return result
    }
    guard let kernelOffer, options.release == nil else { return options }
    return options.within(kernel: kernelOffer.policy, emulated: kernelOffer.emulated)
  }

  /// The host's policies: what holds there, as its hypervisor reports or its source recorded them, the
  /// others derived. Where the owner asks for other options, what derivation makes of its facts.
  public func systemPolicies(_ owner: DerivationOptions? = nil) -> SystemPolicies {
    if let reported, owner == nil { return reported.systemPolicies(facts, xenRelease) }
    var result = SystemPolicies(facts: facts, options: options(owner ?? DerivationOptions()))
    guard owner == nil else { return result }
    for kind in PolicyKind.allCases {
      guard let named = recorded(kind), let path = SystemPolicies.paths[kind] else { continue }
      result[keyPath: path] = named.policy
    }
    if let isAvailable = document?["policies"]?[PolicyKind.hvmMax.name]?["available"]?.bool {
      result.hasHVM = isAvailable
    }
    return result
  }

  /// The policy of a kind as the host's source recorded it; nil where it did not.
  public func recorded(_ kind: PolicyKind) -> NamedPolicy? {
    // Xen's HVM policies are empty where it runs no such guests.
    recorded.first {
      $0.name == kind.name && !(kind.isHVM && $0.policy[.maxBasicLeaf] == 0)
    }
  }
}

extension DerivationOptions {
  /// These options within what a kernel can give a guest: its leaves and feature MSRs, and the
  /// features that it emulates.
  public func within(kernel offer: CPUPolicy, emulated: FeatureSet) -> DerivationOptions {
    var result = self
    // What the kernel emulates counts as offered; the host must have it all the same.
    result.kernelOffer = offer.featureSet.union(emulated)
    result.table.addKernelFeatures()
    result.served = .kvm(offer: offer)
    if offer[.maxPhysicalAddressBits] != 0 {
      _ = result.limits.set(.maxPhysicalAddressBits, offer[.maxPhysicalAddressBits])
    }
    return result
  }
}

extension SystemPolicies {
  /// Why a host without VT-x and SVM has no HVM policies of its own.
  public static let noHVMReason = "the CPU has neither VT-x nor SVM; the policy is a model"

  /// Where each policy is kept.
  nonisolated(unsafe) package static let paths:
    [PolicyKind: WritableKeyPath<SystemPolicies, CPUPolicy>] = [
      .raw: \.raw, .hostMax: \.hostMax, .hostDefault: \.hostDefault, .pvMax: \.pvMax,
      .pvDefault: \.pvDefault, .hvmMax: \.hvmMax, .hvmDefault: \.hvmDefault,
      .hvmShadowMax: \.hvmShadowMax, .hvmShadowDefault: \.hvmShadowDefault, .dom0PV: \.dom0PV,
      .dom0HVM: \.dom0HVM,
    ]
}
