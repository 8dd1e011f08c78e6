// SPDX-License-Identifier: Apache-2.0

/// What the guest-level steps ask of the host, decided once from facts and options.
struct GuestContext {
  let options: DerivationOptions
  /// The feature bits of raw and host, collected once: every step asks for some.
  let rawFeatures: FeatureSet
  let hostFeatures: FeatureSet
  /// Features that need an execution control of VT-x which the CPU lacks.
  let withoutControl: FeatureSet
  let cpu: ListedCPU
  /// Whether HVM guests can have nested paging.
  let hasNestedPaging: Bool
  /// Whether SPEC_CTRL is virtualised, for either kind of guest.
  let speculationControlPV: Bool
  let speculationControlHVM: Bool
  /// Whether the hypervisor makes VIRT_SSBD for HVM guests.
  let virtualSSBD: Bool
  /// Whether transactions are made to abort always (Intel).
  let rtmDisabled: Bool

  var vendor: Vendor { cpu.vendor }

  init(
    facts: KnownFacts, options: borrowing @_addressable DerivationOptions,
    raw: PolicyView, host: PolicyView
  ) {
    self.options = copy options
    rawFeatures = raw.featureSet
    let features = host.featureSet
    hostFeatures = features
    withoutControl = GuestContext.missingControls(facts, options.rules)
    cpu = ListedCPU(
      vendor: raw.vendor, signature: raw.signature, microcode: facts.microcode ?? 0)
    let svmNested = raw[.svmNestedPaging] != 0
    let canNest =
      cpu.vendor.isAMDLike || features.contains(.svm)
      ? svmNested : features.contains(.vmx) && facts.ept ?? true
    hasNestedPaging = options.nestedPaging && canNest
    speculationControlPV = options.speculationControlPV && features.contains(.ibrsb)
    speculationControlHVM =
      options.speculationControlHVM
      && (features.contains(.ibrsb)
        || features.contains(.ibrs) && raw[.svmVirtualSpecCtrl] != 0)
    virtualSSBD =
      options.rules.contains(.virtualSSBD)
      && GuestContext.makesVirtualSSBD(facts: facts, options: options, raw: raw, host: host)
    rtmDisabled = cpu.vendor == .intel && facts.rtmDisabled == true
  }

  private static func missingControls(_ facts: KnownFacts, _ rules: XenRules) -> FeatureSet {
    var set = FeatureSet()
    if rules.contains(.vmxControls) {
      if facts.vmxRdtscp == false { set.insert(.rdtscp) }
      if facts.vmxInvpcid == false { set.insert(.invpcid) }
    }
    if facts.vmxMPX == false { set.insert(.mpx) }
    if facts.vmxXsaves == false { set.insert(.xsaves) }
    return set
  }

  private static func makesVirtualSSBD(
    facts: KnownFacts, options: borrowing @_addressable DerivationOptions,
    raw: PolicyView, host: PolicyView
  ) -> Bool {
    guard options.speculationControlHVM, !host.has(.amdSsbd) else { return false }
    if host.has(.virtSsbd) { return true }
    let family = raw.signature.family
    guard raw.vendor.isAMDLike, (0x15...0x18).contains(family), !host.has(.ssbNo),
      facts.lsCfgHolds ?? true
    else { return false }
    // Threads of a core share the bit, so a core must be identifiable unless it is always set.
    guard family >= 0x17, !options.alwaysDisableStoreBypass else { return true }
    let hasThreads = raw[.threadsPerCoreMinusOne] != 0
    return !hasThreads || raw[.apicIdCoreIdSize] > 0
  }

  /// Whether the hypervisor can run HVM guests here.
  var hasHVM: Bool {
    options.kernelOffer != nil || hostFeatures.contains(.vmx) || hostFeatures.contains(.svm)
  }
}
