// SPDX-License-Identifier: Apache-2.0

/// Derives one hypervisor-level policy from raw: the rules of `docs/semantics/derivation.md`, each a
/// named step.
///
/// Feature tests read the bits as they stand at that step. Opt-outs, LFENCE, XSAVE and the cache
/// line size come before the other rules: they decide what those see.
struct HostDerivation<Observer: DerivationObserver> {
  private let facts: KnownFacts
  private let options: DerivationOptions
  private let cpu: ListedCPU
  private let isVirtualised: Bool
  private var kind = PolicyKind.hostDefault
  private var features = HostFeatures(FeatureSet())

  @inline(__always)
  init(raw: PolicyView, facts: KnownFacts, options: borrowing @_addressable DerivationOptions) {
    self.facts = facts
    self.options = copy options
    cpu = ListedCPU(
      vendor: raw.vendor, signature: raw.signature, microcode: facts.microcode ?? 0)
    isVirtualised = facts.isVirtualised
  }

  private var vendor: Vendor { cpu.vendor }
  private var signature: Signature { cpu.signature }
  private var isIntelFamily6: Bool { vendor == .intel && signature.family == 6 }

  private func isOn(_ list: ModelList) -> Bool { cpu.isOn(list, features: features.current) }

  /// Derives host max or host default from raw, which the policy is to begin with.
  @inline(never)
  mutating func derive(
    _ kind: PolicyKind, raw: PolicyView, _ policy: inout CPUPolicy,
    _ observer: inout Observer
  ) {
    self.kind = kind
    observer.show(.recorded, of: kind, policy)
    if performs(.serveExtents, observer) {
      policy.limit(to: options.served)
      policy.provide(msr: .archCapabilities)
    }
    observer.show(.serveExtents, of: kind, policy)
    selectFeatures(&policy, &observer)
    applyEarlyRules(raw, &policy, &observer)
    applyErrata(&policy, &observer)
    applyImmunities(&policy, &observer)
    applyIntelRules(raw, &policy, &observer)
    if !options.followsNewest {
      if performs(.earlierRelease, observer) { applyEarlierRules() }
      step(.earlierRelease, &policy, &observer)
    }
    policy.featureSet = features.current
    finish(raw, &policy, &observer)
  }

  @inline(__always)
  private func performs(_ step: DerivationStep, _ observer: borrowing Observer) -> Bool {
    observer.performs(step, of: kind)
  }

  /// Reports the step, and stores the features as they stand for whoever looks. The rules ask
  /// `features`, so otherwise they are stored once, behind the last rule.
  private mutating func step(
    _ step: DerivationStep, _ policy: inout CPUPolicy, _ observer: inout Observer
  ) {
    guard Observer.isWatching else { return }
    policy.featureSet = features.current
    observer.show(step, of: kind, policy)
  }

  private mutating func selectFeatures(_ policy: inout CPUPolicy, _ observer: inout Observer) {
    let recorded = policy.featureSet
    features = HostFeatures(
      performs(.knownFeatures, observer)
        ? recorded.intersection(options.table.known) : recorded)
    if !options.followsNewest {
      // Of a bit without a name nothing can be forced either, and raw may still mirror CR4.
      var hidden = FeatureSet.known.subtracting(options.table.known)
      hidden.insert(.osxsave)
      hidden.insert(.ospke)
      features.hide(hidden)
    }
    step(.knownFeatures, &policy, &observer)
    if performs(.everyCPU, observer), let common = facts.commonFeatures {
      features.restrict(to: common)
    }
    step(.everyCPU, &policy, &observer)
    guard kind == .hostDefault else { return }
    if performs(.withholdOptIns, observer) {
      features.clear(options.table.hostOptIn.subtracting(options.optedIn))
    }
    step(.withholdOptIns, &policy, &observer)
    if performs(.optOut, observer) { features.clear(options.optedOut) }
    step(.optOut, &policy, &observer)
    if performs(.guestOnly, observer) { features.hide(options.guestOnly) }
    step(.guestOnly, &policy, &observer)
  }

  private mutating func applyEarlyRules(
    _ raw: PolicyView, _ policy: inout CPUPolicy,
    _ observer: inout Observer
  ) {
    if performs(.lfenceDispatch, observer), vendor.isAMDLike && !raw.has(.lfenceDispatch) {
      // Bare-metal software sets the DE_CFG bit itself where it can.
      let isOld = signature.family == 0xf || signature.family == 0x11
      let isSerialising = facts.lfenceSerialising ?? !isVirtualised
      if isOld || (facts.deCfgReadable ?? true) && isSerialising {
        features.force(.lfenceDispatch)
      } else {
        features.clear(.lfenceDispatch)
      }
    }
    step(.lfenceDispatch, &policy, &observer)
    if performs(.xsaveUnusable, observer),
      !raw.isWithinLimits(leaf: 0xd) || !options.usesXsave
    {
      features.clear(.xsave)
    }
    step(.xsaveUnusable, &policy, &observer)
    if performs(.lineSizeUnusable, observer), options.rules.contains(.lineSizeChecked),
      features.has(.clflush)
    {
      let line = min(raw[.clflushLineSize] &* 8, 128)
      if line == 0 || line & (line &- 1) != 0 { features.clear(.clzero) }
    }
    step(.lineSizeUnusable, &policy, &observer)
    if performs(.resourceControlAbsent, observer), raw[.maxBasicLeaf] < 0x10 {
      features.clear(.pqe)
    }
    step(.resourceControlAbsent, &policy, &observer)
  }

  private mutating func applyErrata(_ policy: inout CPUPolicy, _ observer: inout Observer) {
    if performs(.randomErratum, observer),
      isOn(.randomFailsAfterResume) && !options.optedIn.contains(.rdrand)
    {
      features.clear(.rdrand)
    }
    step(.randomErratum, &policy, &observer)
    if performs(.sysenterAMD, observer), vendor.isAMDLike { features.clear(.sep) }
    step(.sysenterAMD, &policy, &observer)
    if performs(.lahfErratum, observer), isOn(.lahfMissing) { features.clear(.lahfLm) }
    step(.lahfErratum, &policy, &observer)
    if performs(.monitorErratum, observer), isOn(.monitorUnreliable) { features.clear(.monitor) }
    step(.monitorErratum, &policy, &observer)
    if performs(.topoextReenabled, observer),
      isOn(.topoextSwitchedOff) && facts.topoextReenabled == true
    {
      features.force(.topoext)
    }
    step(.topoextReenabled, &policy, &observer)
    if performs(.clwbSlow, observer), options.rules.contains(.clwbHidden), isOn(.slowClwb) {
      features.clear(.clwb)
    }
    step(.clwbSlow, &policy, &observer)
    if performs(.slowStrings, observer), options.rules.contains(.fastStrings),
      facts.fastStrings == false
    {
      features.clear(.erms)
    }
    step(.slowStrings, &policy, &observer)
    if performs(.firmwareDisabled, observer) {
      if facts.virtualisationUsable == false {
        features.clear(.vmx)
        features.clear(.svm)
      }
      if facts.localAPICEnabled == false { features.clear(.apic) }
    }
    step(.firmwareDisabled, &policy, &observer)
    if performs(.deadlineErratum, observer), !isVirtualised,
      let minimum = cpu.minimumMicrocode(.deadlineMicrocode), cpu.microcode < minimum
    {
      features.clear(.tscDeadline)
    }
    step(.deadlineErratum, &policy, &observer)
  }

  private mutating func applyImmunities(_ policy: inout CPUPolicy, _ observer: inout Observer) {
    if performs(.nullSelector, observer),
      vendor == .amd && signature.family == 0x17 && !isVirtualised
        && facts.nullSelectorClearsBase == true
    {
      features.force(.nscb)
    }
    step(.nullSelector, &policy, &observer)
    if performs(.branchTypeImmune, observer),
      vendor == .amd && signature.family == 0x19 && !isVirtualised
    {
      features.force(.btcNo)
    }
    step(.branchTypeImmune, &policy, &observer)
    if performs(.branchTypeBarrier, observer), vendor.isAMDLike && !isVirtualised {
      if signature.family == 0x19 && facts.sbpbAccepted == true {
        features.force(.ibpbBrtype)
        features.force(.sbpb)
      } else if signature.family < 0x19 && features.has(.ibpb) {
        features.force(.ibpbBrtype)
      }
    }
    step(.branchTypeBarrier, &policy, &observer)
    if performs(.returnOverflowImmune, observer),
      vendor.isAMDLike && !isVirtualised
        && (signature.family == 0x17 || signature.family == 0x18) && facts.smtEnabled == false
    {
      features.force(.srsoNo)
    }
    step(.returnOverflowImmune, &policy, &observer)
    if performs(.schedulerAttackImmune, observer),
      vendor == .amd && !isVirtualised && !features.has(.tsaSqNo) && !features.has(.tsaL1No)
    {
      if signature.family != 0x19 {
        features.force(.tsaSqNo)
        features.force(.tsaL1No)
      } else if cpu.hasReached(.schedulerAttackMicrocode) {
        features.force(.verwClear)
      }
    }
    step(.schedulerAttackImmune, &policy, &observer)
  }

  private mutating func applyIntelRules(
    _ raw: PolicyView, _ policy: inout CPUPolicy,
    _ observer: inout Observer
  ) {
    if performs(.transactionsSynthesised, observer), options.rules.contains(.transactions),
      vendor == .intel && (raw.has(.tsxCtrl) || raw.has(.tsxForceAbort))
    {
      features.force(.hle)
      features.force(.rtm)
      if raw.has(.rtmAlwaysAbort) { features.force(.rtmAlwaysAbort) }
    }
    step(.transactionsSynthesised, &policy, &observer)
    if performs(.eibrsImpliesRRSBA, observer), isIntelFamily6 && features.has(.eibrs) {
      features.force(.rrsba)
    }
    step(.eibrsImpliesRRSBA, &policy, &observer)
    if performs(.returnStackUnsafe, observer),
      isIntelFamily6 && !features.has(.eibrs) && !features.has(.rsba)
        && !features.has(.archCaps) && !isOn(.retpolineSafe)
    {
      features.force(.rsba)
    }
    step(.returnStackUnsafe, &policy, &observer)
    if performs(.registerFileImmune, observer),
      isIntelFamily6 && !isVirtualised && !features.has(.rfdsNo) && !features.has(.rfdsClear)
        && !isOn(.registerFileSampling)
    {
      features.force(.rfdsNo)
    }
    step(.registerFileImmune, &policy, &observer)
    if performs(.gatherSampling, observer), options.rules.contains(.gatherSampling),
      isIntelFamily6
    {
      applyGatherSampling()
    }
    step(.gatherSampling, &policy, &observer)
    if performs(.targetSelectionImmune, observer),
      vendor == .intel && !isVirtualised && !features.has(.itsNo)
    {
      let isAffected =
        features.has(.eibrs) && !features.has(.bhiCtrl) && isOn(.gatherSampling)
      if !isAffected { features.force(.itsNo) }
    }
    step(.targetSelectionImmune, &policy, &observer)
  }

  /// What earlier releases of Xen cleared, and the newest does not.
  private mutating func applyEarlierRules() {
    if vendor == .amd, !options.rules.contains(.pendingBreakKept) { features.clear(.pbe) }
    if vendor == .unknown, !options.rules.contains(.sysenterOfUnknownVendors) {
      features.clear(.sep)
    }
  }

  /// A vulnerable CPU without a microcode control loses AVX unless the owner declines.
  private mutating func applyGatherSampling() {
    let hasControl = features.has(.gdsCtrl)
    let isVulnerable: Bool
    if features.has(.gdsNo) {
      if hasControl { return }
      isVulnerable = false
    } else if hasControl {
      isVulnerable = true
    } else if !features.has(.avx) {
      isVulnerable = false
    } else {
      isVulnerable = isVirtualised || isOn(.gatherSampling)
    }
    let control = facts.mcuOptControl ?? 0
    let isLocked = hasControl && control >> 5 & 1 != 0
    let choice =
      isLocked ? control >> 4 & 1 == 0 : options.gatherSamplingMitigation ?? isVulnerable
    if !isVulnerable || hasControl && choice {
      features.force(.gdsNo)
    } else if features.has(.avx) && choice {
      features.clear(.avx)
    }
  }

  private mutating func finish(
    _ raw: PolicyView, _ policy: inout CPUPolicy,
    _ observer: inout Observer
  ) {
    if performs(.extendedLimit, observer),
      features.has(.lfenceDispatch),
      case .leaf(let place, _, _) = Feature.lfenceDispatch.place,
      policy.extendedLeafCount < place.leaf & 0xffff
    {
      policy[.maxExtendedLeaf] = place.leaf
    }
    observer.show(.extendedLimit, of: kind, policy)
    if performs(.rebuildXstate, observer) {
      policy.rebuildXstate(hardware: raw, withTiles: options.rules.contains(.tileStates))
    }
    observer.show(.rebuildXstate, of: kind, policy)
    if performs(.counters, observer), !options.virtualPMU { policy.clearKnown(leaf: 0xa) }
    observer.show(.counters, of: kind, policy)
    if performs(.cpuidFaulting, observer) {
      let canFault = raw.hasFaultingBit && facts.miscFeaturesEnables ?? true
      let isUnknown = !raw.isKnown(msr: .platformInfo)
      policy[msr: .platformInfo] = canFault ? MSRField.platformInfoCpuidFaulting.mask : 0
      if isUnknown { policy.markUnknown(msr: .platformInfo) }
    }
    observer.show(.cpuidFaulting, of: kind, policy)
    guard !options.followsNewest else { return }
    if performs(.earlierRelease, observer) {
      policy.cleanUpHost(options.rules, hasSVM: features.has(.svm))
      policy.takeUnruled(
        from: raw, words: options.table.wordCount, options.served, options.rules)
    }
    observer.show(.earlierRelease, of: kind, policy)
  }
}

extension CPUPolicy {
  mutating func clearKnown(leaf: UInt32) {
    clear(leaf: leaf)
    markKnown(leaf: leaf)
  }

  /// Clamps the limits to what a back end serves, and clears what lies beyond.
  mutating func limit(to served: ServedABI) {
    self[.maxBasicLeaf] = min(self[.maxBasicLeaf], served.maxBasicLeaf)
    self[.maxLeaf7Subleaf] = min(self[.maxLeaf7Subleaf], served.maxFeatureSubleaf)
    if extendedLeafCount > served.maxExtendedLeaf & 0xffff {
      self[.maxExtendedLeaf] = served.maxExtendedLeaf
    } else if self[.maxExtendedLeaf] >> 16 != 0x8000 {
      // A CPU without extended leaves answers with whatever its highest basic leaf holds.
      self[.maxExtendedLeaf] = 0
    }
    for slot in 0..<LeafLayout.slotCount {
      let place = LeafLayout.place(ofSlot: slot)
      let isBeyond =
        switch (LeafRange(of: place.leaf), place.leaf) {
        case (.basic, 4): place.subleaf >= served.cacheCount
        case (.basic, 7): place.subleaf > served.maxFeatureSubleaf
        case (.basic, 0xb): place.subleaf >= served.topologyCount
        case (.basic, _): place.leaf > served.maxBasicLeaf
        case (.hypervisor, _): true
        default: place.leaf > served.maxExtendedLeaf
        }
      if isBeyond {
        self[slot: slot] = LeafRegisters()
        markKnown(slot: slot)
      }
    }
    guard served.hasOnlyPolicyMSRs else { return }
    for position in 0..<LeafLayout.msrCount {
      let index = LeafLayout.msr(at: position)
      if index != .platformInfo && index != .archCapabilities { self[msr: index] = nil }
    }
  }
}
