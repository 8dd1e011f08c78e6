// SPDX-License-Identifier: Apache-2.0

/// Every policy of one host, derived from its raw one.
///
/// The HVM pair is the form with nested paging where the host has it; the shadow pair is always the
/// form without. Where the CPU has neither VT-x nor SVM the HVM policies are a model of what a guest
/// would see, and `hasHVM` is false.
public struct SystemPolicies: Sendable, BitwiseCopyable {
  /// What the boot CPU returns.
  public var raw = CPUPolicy()
  /// What the hypervisor itself could use.
  public var hostMax = CPUPolicy()
  /// What the hypervisor itself uses.
  public var hostDefault = CPUPolicy()
  /// The most that a PV guest may be given.
  public var pvMax = CPUPolicy()
  /// What a PV guest gets that asks for nothing.
  public var pvDefault = CPUPolicy()
  /// The most that an HVM guest with nested paging may be given.
  public var hvmMax = CPUPolicy()
  /// What an HVM guest with nested paging gets that asks for nothing.
  public var hvmDefault = CPUPolicy()
  /// The most that an HVM guest on shadow page tables may be given.
  public var hvmShadowMax = CPUPolicy()
  /// What an HVM guest on shadow page tables gets that asks for nothing.
  public var hvmShadowDefault = CPUPolicy()
  /// What a PV control domain has.
  public var dom0PV = CPUPolicy()
  /// What an HVM (PVH) control domain has.
  public var dom0HVM = CPUPolicy()
  /// Whether the host can run HVM guests.
  public var hasHVM = false
  /// Whether its HVM guests can have nested paging.
  public var hasNestedPaging = false

  /// Nothing derived yet: every policy is empty. For `derive`, which works in place.
  public init() {}

  /// Derives all policies.
  public init(facts: HostFacts, options: DerivationOptions = DerivationOptions()) {
    var observer = SilentObserver()
    self.init(facts: facts, options: options, observer: &observer)
  }

  /// Derives all policies, showing each step to the observer.
  // Into the other initialiser, which would copy all policies once more.
  @inline(__always)
  public init<Observer: DerivationObserver>(
    facts: HostFacts, options: DerivationOptions, observer: inout Observer
  ) {
    self.init()
    raw = facts.boot
    derive(KnownFacts(facts), options, &observer)
  }

  /// One policy by its kind.
  public subscript(kind: PolicyKind) -> CPUPolicy {
    switch kind {
    case .raw: raw
    case .hostMax: hostMax
    case .hostDefault: hostDefault
    case .pvMax: pvMax
    case .pvDefault: pvDefault
    case .hvmMax: hvmMax
    case .hvmDefault: hvmDefault
    case .hvmShadowMax: hvmShadowMax
    case .hvmShadowDefault: hvmShadowDefault
    case .dom0PV: dom0PV
    case .dom0HVM: dom0HVM
    }
  }
}

extension CPUPolicy {
  mutating func clearHypervisorLeaves() {
    for slot in 0..<LeafLayout.slotCount
    where LeafRange(of: LeafLayout.place(ofSlot: slot).leaf) == .hypervisor {
      self[slot: slot] = LeafRegisters()
      markKnown(slot: slot)
    }
  }

  /// Adds what software made for `other`, so that max bounds default.
  mutating func include(_ other: PolicyView, hardware: PolicyView) {
    let mine = featureSet
    let both = mine.union(other.featureSet)
    guard both != mine else { return }
    featureSet = both
    rebuildXstate(hardware: hardware)
  }
}

/// Why an opted-in feature is not there.
public enum UnmetOptIn: Equatable, Sendable {
  /// No CPU of the host has it, or not every one.
  case hardwareLacks
  /// It needs a feature that is missing.
  case prerequisiteMissing(Feature)
  /// A rule of the host took it away, as `explain` shows.
  case withdrawn
  /// No kind of guest may have it; only the hypervisor uses it.
  case notForGuests
}

extension SystemPolicies {
  /// Calls `body` for each feature that the owner opted in to and did not get, with the reason.
  public func forEachUnmetOptIn(
    _ options: DerivationOptions, _ body: (Feature, UnmetOptIn) -> Void
  ) {
    let wanted = options.optedIn.union(options.guestOnly)
    let guests = options.table.hvmHAPMax.union(options.table.pvMax)
    let present = hostDefault.featureSet.union(hvmMax.featureSet).union(pvMax.featureSet)
    wanted.forEachFeature { feature in
      if !present.contains(feature) {
        body(feature, reasonMissing(feature, present: present))
      } else if options.guestOnly.contains(feature) && !guests.contains(feature) {
        body(feature, .notForGuests)
      }
    }
  }

  private func reasonMissing(_ feature: Feature, present: FeatureSet) -> UnmetOptIn {
    if !raw.has(feature) { return .hardwareLacks }
    var missing: Feature?
    FeatureSet.forEachRequirement(of: feature) { need in
      if !present.contains(need) && missing == nil { missing = need }
    }
    return missing.map { .prerequisiteMissing($0) } ?? .withdrawn
  }
}
