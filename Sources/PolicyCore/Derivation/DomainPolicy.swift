// SPDX-License-Identifier: Apache-2.0

extension SystemPolicies {
  /// The policy that a domain begins with: the default of its kind, cut down to what the domain may
  /// have, with what a hypervisor sets for each domain, and its topology.
  ///
  /// - Parameters:
  ///   - settings: what the domain is.
  ///   - added: features that the toolstack asks for; what max does not offer is left out, and
  ///     reported by the caller.
  ///   - removed: features that it declines, with what needs them.
  ///   - leaves: how far the back end's topology leaves reach.
  /// - Throws: a topology that the policy cannot express.
  public func initialPolicy(
    _ settings: DomainSettings, added: FeatureSet = FeatureSet(),
    removed: FeatureSet = FeatureSet(), leaves: TopologyLeaves = TopologyLeaves()
  ) throws(TopologyError) -> CPUPolicy {
    var policy = CPUPolicy()
    try initialise(&policy, for: settings, added: added, removed: removed, leaves: leaves)
    return policy
  }

  /// The same in place: little stack is needed. A policy for which this throws is of no use.
  @_addressableSelf
  public func initialise(
    _ policy: inout CPUPolicy, for settings: DomainSettings, added: FeatureSet = FeatureSet(),
    removed: FeatureSet = FeatureSet(), leaves: TopologyLeaves = TopologyLeaves()
  ) throws(TopologyError) {
    // Field by field: a helper that returned max and default would copy both, and come with a hundred
    // kilobytes of code where a hypervisor links it.
    let bound: PolicyView
    let base: PolicyView
    switch settings.kind {
    case .pv, .pv32:
      bound = pvMax.view
      base = pvDefault.view
    case .hvm:
      bound = hvmMax.view
      base = hvmDefault.view
    case .hvmShadow:
      bound = hvmShadowMax.view
      base = hvmShadowDefault.view
    }
    policy.assign(base)
    var allowed = bound.featureSet
    allowed.subtract(DomainRules.deniedFeatures(of: settings.kind, on: raw.vendor))
    if !settings.hasNestedVirtualisation { allowed.subtract(DomainRules.nestedFeatures) }
    var features = policy.featureSet
    features.formUnion(added)
    if settings.hasInvariantTSC { features.insert(.itsc) }
    removed.forEachFeature { features.removeWithDependants($0) }
    features.formIntersection(allowed)
    if !policy.isWithinLimits(leaf: 0xd) { features.remove(.xsave) }
    features.sanitise()
    let host = hostDefault.featureSet
    features.set(.fdpExcpOnly, host.contains(.fdpExcpOnly))
    features.set(.noFpuSel, host.contains(.noFpuSel))
    policy.featureSet = features
    policy.rebuildXstate(hardware: raw.view, supervisorStates: bound.xssMask)
    policy.applyDomainFields(limit: settings.physicalAddressLimit)
    policy.withholdFields(butFor: features)
    policy.takeKernelBits(from: base)
    if settings.hasPerformanceCounters { policy.take(leaf: Field.pmuVersion.leaf, from: bound) }
    policy.takeOwned(by: features.subtracting(base.featureSet), from: bound)
    try policy.apply(settings.topology, leaves: leaves)
    // A raised limit may have brought leaf 2 into view.
    if policy.vendor == .intel && policy[.maxBasicLeaf] >= 2 {
      policy[.cacheDescriptorQueryCount] = 1
    }
    policy.clearStaleLeaves()
  }
}

extension CPUPolicy {
  /// What a hypervisor sets in every domain's policy.
  mutating func applyDomainFields(limit: UInt32 = 52) {
    // Collected once: each look at a large value from outside would copy it.
    let shown = collectFeatures()
    let highest = ServedABI.maxExtendedLeaf(ofDomainsOn: vendor)
    if extendedLeafCount > highest & 0xffff { self[.maxExtendedLeaf] = highest }
    let least = DomainRules.leastPhysicalWidth(
      hasPAE: shown.contains(.pae), hasPSE36: shown.contains(.pse36))
    self[.maxPhysicalAddressBits] = max(min(self[.maxPhysicalAddressBits], limit), least)
    self[.maxLinearAddressBits] = DomainRules.linearWidth(
      hasLongMode: shown.contains(.lm), hasFiveLevels: shown.contains(.la57))
    keepGuestLeaves()
    if !shown.contains(.svm) { clearKnown(leaf: 0x8000_000a) }
    if !shown.contains(.page1gb) { clearKnown(leaf: 0x8000_0019) }
    clearStaleLeaves()
    // A limit may have taken a leaf with prerequisites away, e.g. that of ARCH_CAPS.
    var features = featureSet
    features.close()
    featureSet = features
  }

  /// Writes the parts of a policy anew that repeat others, after a change to those. On other vendors'
  /// CPUs than AMD's and Hygon's nothing is repeated.
  public mutating func refreshCopies() {
    guard vendor.isAMDLike else { return }
    let copies = PolicyCopies(on: vendor, identity: self[leaf: 0], first: self[leaf: 1])
    if self[.maxExtendedLeaf] != 0 {
      var first = copies.vendorString
      first.eax = self[.maxExtendedLeaf]
      self[leaf: 0x8000_0000] = first
    }
    guard extendedLeafCount >= 1 else { return }
    self[leaf: 0x8000_0001].eax = copies.signature
    setCommonFeatures(copies.commonFeatures)
  }
}
