// SPDX-License-Identifier: Apache-2.0

/// A fact of `HostFacts` that derivation had to assume.
public enum AssumedFact: UInt8, Sendable {
  case otherCPUs, microcode, deCfgReadable, lfenceSerialising, lsCfgHolds, sbpbAccepted
  case nullSelectorClearsBase, smtEnabled, mcuOptControl, rtmDisabled, fastStrings
  case miscFeaturesEnables, ept, vmxControls, virtualisationUsable, localAPICEnabled
  case topoextReenabled, archCapabilities
}

extension HostFacts {
  /// Calls `body` for each fact that is missing and on which this CPU's policies depend.
  @_addressableSelf
  public func forEachAssumedFact(_ body: (AssumedFact) -> Void) {
    let boot = bootView
    let isVirtualised = boot.has(.hypervisor)
    let vendor = boot.vendor
    let signature = boot.signature
    let isIntel = vendor == .intel
    let isBareAMD = vendor.isAMDLike && !isVirtualised
    if commonFeatures == nil { body(.otherCPUs) }
    if microcode == nil && !isVirtualised && (isIntel || signature.family == 0x19) {
      body(.microcode)
    }
    if vendor.isAMDLike && !boot.has(.lfenceDispatch) {
      if deCfgReadable == nil { body(.deCfgReadable) }
      if lfenceSerialising == nil && isVirtualised { body(.lfenceSerialising) }
    }
    if vendor.isAMDLike && (0x15...0x18).contains(signature.family) && lsCfgHolds == nil {
      body(.lsCfgHolds)
    }
    if isBareAMD && signature.family == 0x19 && sbpbAccepted == nil { body(.sbpbAccepted) }
    if isBareAMD && signature.family == 0x17 && nullSelectorClearsBase == nil {
      body(.nullSelectorClearsBase)
    }
    if isBareAMD && (0x17...0x18).contains(signature.family) && smtEnabled == nil {
      body(.smtEnabled)
    }
    if isIntel && boot.has(.gdsCtrl) && mcuOptControl == nil { body(.mcuOptControl) }
    if isIntel && boot.has(.rtm) && rtmDisabled == nil { body(.rtmDisabled) }
    if isIntel && boot.has(.erms) && fastStrings == nil { body(.fastStrings) }
    if boot.hasFaultingBit && miscFeaturesEnables == nil { body(.miscFeaturesEnables) }
    if boot.has(.vmx) {
      if ept == nil { body(.ept) }
      if vmxRdtscp == nil || vmxInvpcid == nil || vmxMPX == nil || vmxXsaves == nil {
        body(.vmxControls)
      }
    }
    if (boot.has(.vmx) || boot.has(.svm)) && virtualisationUsable == nil {
      body(.virtualisationUsable)
    }
    if localAPICEnabled == nil && !boot.has(.apic) { body(.localAPICEnabled) }
    if vendor == .amd && signature.family == 0x15 && topoextReenabled == nil {
      body(.topoextReenabled)
    }
    if boot.has(.archCaps) && !boot.isKnown(msr: .archCapabilities) { body(.archCapabilities) }
  }
}

extension HostFacts {
  /// Gives a missing fact another value than derivation assumes, to learn what of the policies hangs on
  /// it. `docs/semantics/derivation.md` has the values that are assumed.
  ///
  /// - Returns: false where no one other value stands for all: of other CPUs anything may be missing.
  public mutating func assumeOtherwise(_ fact: AssumedFact) -> Bool {
    switch fact {
    case .otherCPUs: return false
    case .microcode: microcode = .max
    case .deCfgReadable: deCfgReadable = false
    case .lfenceSerialising: lfenceSerialising = isVirtualised
    case .lsCfgHolds: lsCfgHolds = false
    case .sbpbAccepted: sbpbAccepted = true
    case .nullSelectorClearsBase: nullSelectorClearsBase = true
    case .smtEnabled: smtEnabled = false
    // Locked, and with the mitigation of gather data sampling off.
    case .mcuOptControl: mcuOptControl = 0x30
    case .rtmDisabled: rtmDisabled = true
    case .fastStrings: fastStrings = false
    case .miscFeaturesEnables: miscFeaturesEnables = false
    case .ept: ept = false
    case .vmxControls:
      vmxRdtscp = vmxRdtscp ?? false
      vmxInvpcid = vmxInvpcid ?? false
      vmxMPX = vmxMPX ?? false
      vmxXsaves = vmxXsaves ?? false
    case .virtualisationUsable: virtualisationUsable = false
    case .localAPICEnabled: localAPICEnabled = false
    case .topoextReenabled: topoextReenabled = true
    case .archCapabilities:
      // Everything that the register can say: what it lacks as it stands is the other extreme.
      var all: UInt64 = 0
      let sources = FeatureTable.sources.span
      let position = LeafLayout.msrPosition(.archCapabilities)
      for word in sources.indices where FeatureSource(sources[word]).isMSR {
        let source = FeatureSource(sources[word])
        guard source.msrPosition == position else { continue }
        // What the boot CPU did not record no other one is known to lack.
        commonFeatures?[word: word] = FeatureSet.known[word: word]
        all |= UInt64(FeatureSet.known[word: word]) &<< source.shift
      }
      boot[msr: .archCapabilities] = all
    }
    return true
  }
}

extension CPUPolicy {
  /// Changes the bits in which two other policies differ: what hangs on a fact, in a policy that was
  /// recorded and not derived. A bit that the first one does not explain stays as it was recorded.
  public mutating func change(
    whereDiffer first: borrowing @_addressable CPUPolicy,
    _ second: borrowing @_addressable CPUPolicy
  ) {
    for position in 0..<(LeafLayout.slotCount &* 4) {
      let held = first.view[position: position]
      let bits = held ^ second.view[position: position]
      if bits != 0 { self[position: position] ^= bits & ~(self[position: position] ^ held) }
    }
    for position in 0..<LeafLayout.msrCount {
      let index = LeafLayout.msr(at: position)
      if !first.isKnown(msr: index), second.isKnown(msr: index) {
        self[msr: index] = second[msr: index]
        continue
      }
      let held = first[msr: index] ?? 0
      let value = self[msr: index] ?? 0
      let bits = (held ^ (second[msr: index] ?? 0)) & ~(value ^ held)
      if bits != 0 { self[msr: index] = value ^ bits }
    }
  }
}

// A list of all cases is an array, which the freestanding core does not have.
#if !hasFeature(Embedded)
  extension AssumedFact: CaseIterable {}
#endif
