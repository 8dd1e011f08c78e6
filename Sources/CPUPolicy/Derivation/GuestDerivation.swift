/// Derives the max and the default policy of one kind of guest from host default.
struct GuestDerivation<Observer: DerivationObserver> {
  enum Form { case pv, hvm, hvmShadow }

  let form: Form
  let context: GuestContext
  private var kind: PolicyKind
  private var policy: CPUPolicy
  private var features: FeatureSet

  init(_ form: Form, context: GuestContext) {
    self.form = form
    self.context = context
    kind = .pvMax
    policy = context.host
    features = policy.featureSet
  }

  private var options: DerivationOptions { context.options }
  private var host: CPUPolicy { context.host }
  private var vendor: Vendor { context.vendor }
  private var isHVM: Bool { form != .pv }
  private var usesNestedPaging: Bool { form == .hvm && context.hasNestedPaging }

  private var maxMask: FeatureSet {
    switch form {
    case .pv: options.table.pvMax
    default: usesNestedPaging ? options.table.hvmHAPMax : options.table.hvmShadowMax
    }
  }

  private var defaultMask: FeatureSet {
    switch form {
    case .pv: options.table.pvDefault
    default: usesNestedPaging ? options.table.hvmHAPDefault : options.table.hvmShadowDefault
    }
  }

  private func report(_ step: DerivationStep, _ observer: inout Observer) {
    observer.completed(step, of: kind, policy)
  }

  private mutating func store(_ step: DerivationStep, _ observer: inout Observer) {
    policy.featureSet = features
    report(step, &observer)
  }

  // MARK: Max

  mutating func deriveMax(_ observer: inout Observer) -> CPUPolicy {
    switch form {
    case .pv: kind = .pvMax
    case .hvm: kind = .hvmMax
    case .hvmShadow: kind = .hvmShadowMax
    }
    policy = host
    report(.copyParent, &observer)
    policy.recalculateMiscellany()
    report(.miscellaneous, &observer)
    policy.maxBasicLeaf = options.extents.maxBasicLeaf
    policy.maxLeaf7Subleaf = options.extents.maxFeatureSubleaf
    policy.maxExtendedLeaf = options.extents.maxExtendedLeaf
    report(.raiseLimits, &observer)
    features = policy.featureSet
    if isHVM {
      features.formUnion(options.guestOnly.intersection(context.raw.featureSet))
      store(.guestOnly, &observer)
    }
    features.formIntersection(maxMask)
    store(.audienceMask, &observer)
    emulateAPIC()
    store(.emulatedAPIC, &observer)
    restrictSpeculationControl(&observer)
    restrictVirtualisation(&observer)
    allowAnyHost()
    store(.anyHostSettings, &observer)
    features.insert(.htt)
    features.insert(.cmpLegacy)
    features.insert(.erms)
    store(.toolstackChoices, &observer)
    addImplied()
    store(.impliedBits, &observer)
    finishMax(&observer)
    return policy
  }

  private mutating func emulateAPIC() {
    features.insert(.x2apic)
    guard isHVM else { return }
    features.insert(.apic)
    features.insert(.noLmsl)
    if vendor.isAMDLike && context.raw.has(.sep) { features.insert(.sep) }
  }

  private mutating func restrictSpeculationControl(_ observer: inout Observer) {
    let isVirtualised = isHVM ? context.speculationControlHVM : context.speculationControlPV
    if isHVM && context.virtualSSBD { features.insert(.virtSsbd) }
    store(.virtualSSBD, &observer)
    if !isVirtualised {
      features.remove(.ibrsb)
      features.remove(.ibrs)
    } else if isHVM && host.has(.amdSsbd) {
      features.insert(.virtSsbd)
    }
    store(.speculationControl, &observer)
    if !(host.has(.srsoMsrFix) && options.reducesBranchSpeculation) {
      features.remove(.srsoUsNo)
    }
    store(.returnOverflowGuest, &observer)
  }

  private mutating func restrictVirtualisation(_ observer: inout Observer) {
    guard isHVM else { return }
    if host.has(.vmx) {
      if context.facts.vmxRdtscp == false { features.remove(.rdtscp) }
      if context.facts.vmxInvpcid == false { features.remove(.invpcid) }
      if context.facts.vmxMPX == false { features.remove(.mpx) }
      if context.facts.vmxXsaves == false { features.remove(.xsaves) }
    } else {
      features.remove(.pks)
    }
    store(.vmxControls, &observer)
    if host.has(.svm) {
      let kept =
        Field.svmNestedPaging.mask | Field.svmLbrVirtualization.mask | Field.svmNextRip.mask
        | Field.svmPauseFilter.mask | Field.svmDecodeAssists.mask
      policy[leaf: 0x8000_000a].edx &= kept
      policy.svmVmcbClean = 1
    }
    report(.svmFeatures, &observer)
  }

  /// A guest may come from any host, so max accepts what only warns of an unsafe one.
  private mutating func allowAnyHost() {
    if vendor == .intel {
      features.insert(.archCaps)
      features.insert(.rsba)
      features.insert(.rrsba)
      features.insert(.mdClear)
      features.insert(.fbClear)
      features.insert(.rfdsClear)
      if context.signature.family == 6 && context.signature.model == 0x55
        && context.raw.has(.clwb)
      {
        features.insert(.clwb)
      }
      if features.contains(.rtm) || context.rtmDisabled { features.insert(.rtmAlwaysAbort) }
    }
    if vendor == .amd { features.insert(.verwClear) }
  }

  /// What follows from other bits, for max and default alike.
  private mutating func addImplied() {
    features.insert(.hypervisor)
    if features.contains(.ibrsb) { features.insert(.stibp) }
    if features.contains(.ibrs) { features.insert(.amdStibp) }
    if host.has(.ibrsb) { features.insert(.ibpb) }
  }

  private mutating func finishMax(_ observer: inout Observer) {
    options.optedOut.forEachFeature { features.removeWithDependants($0) }
    store(.optedOutStays, &observer)
    features.sanitise()
    store(.sanitise, &observer)
    adviseReturnStack()
    store(.returnStackAdvice, &observer)
    policy.rebuildXstate(hardware: context.raw)
    report(.rebuildXstate, &observer)
    applyLimits(&observer)
    if isHVM {
      policy[msr: .platformInfo] = MSRField.platformInfoCpuidFaulting.mask
      report(.cpuidFaulting, &observer)
    } else {
      policy.clearKnown(leaf: 0x8000_000a)
      report(.nestedLeaf, &observer)
    }
  }

  private mutating func applyLimits(_ observer: inout Observer) {
    options.limits.forEachLimit { field, limit in
      if policy[field] > limit { policy[field] = limit }
    }
    report(.fieldLimits, &observer)
  }

  // MARK: Default

  /// Derives default from the max policy that `deriveMax` left behind.
  mutating func deriveDefault(_ observer: inout Observer) -> CPUPolicy {
    switch form {
    case .pv: kind = .pvDefault
    case .hvm: kind = .hvmDefault
    case .hvmShadow: kind = .hvmShadowDefault
    }
    report(.copyParent, &observer)
    policy.maxBasicLeaf = host.maxBasicLeaf
    policy.maxLeaf7Subleaf = host.maxLeaf7Subleaf
    policy.maxExtendedLeaf = host.maxExtendedLeaf
    report(.hostLimits, &observer)
    let max = policy.featureSet
    features = max
    features.formIntersection(defaultMask)
    store(.audienceMask, &observer)
    features.formUnion(options.optedIn.intersection(maxMask).intersection(max))
    store(.optIn, &observer)
    addImplied()
    store(.impliedBits, &observer)
    adjustDefault()
    store(.defaultAdjustments, &observer)
    if isHVM {
      features.set(.virtSsbd, context.virtualSSBD)
      store(.virtualSSBD, &observer)
    }
    options.optedOut.forEachFeature { features.removeWithDependants($0) }
    store(.optedOutStays, &observer)
    features.sanitise()
    store(.sanitise, &observer)
    adviseReturnStack()
    store(.returnStackAdvice, &observer)
    policy.rebuildXstate(hardware: context.raw)
    report(.rebuildXstate, &observer)
    applyLimits(&observer)
    return policy
  }

  /// Takes back what max shows only so that guests of other hosts fit.
  private mutating func adjustDefault() {
    if vendor == .intel {
      keepIfHost(.mdClear)
      keepIfHost(.fbClear)
      keepIfHost(.rfdsClear)
      if context.rtmDisabled {
        features.remove(.rtm)
        features.insert(.rtmAlwaysAbort)
      }
      let isFamily6 = context.signature.family == 6
      // The feature works but is slow behind the gather-sampling microcode.
      if isFamily6 && context.signature.model == 0x55 { features.remove(.clwb) }
      // Special register buffer data leaks on this model, without a mitigation.
      if isFamily6 && context.signature.model == 0x3a && !options.optedIn.contains(.rdrand) {
        features.remove(.rdrand)
      }
    }
    if vendor == .amd { keepIfHost(.verwClear) }
    keepIfHost(.htt)
    keepIfHost(.cmpLegacy)
    keepIfHost(.erms)
  }

  private mutating func keepIfHost(_ feature: Feature) {
    if !host.has(feature) { features.remove(feature) }
  }

  /// Says which kind of return-stack weakness the guest must expect.
  private mutating func adviseReturnStack() {
    guard features.contains(.archCaps), host.has(.rsba) || host.has(.rrsba) else { return }
    if features.contains(.eibrs) { features.insert(.rrsba) } else { features.insert(.rsba) }
  }
}
