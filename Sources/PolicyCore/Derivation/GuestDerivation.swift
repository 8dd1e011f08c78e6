// SPDX-License-Identifier: Apache-2.0

/// Derives the max and the default policy of one kind of guest from host default.
struct GuestDerivation<Observer: DerivationObserver> {
  enum Form { case pv, hvm, hvmShadow }

  let context: GuestContext
  private var form = Form.pv
  private var kind = PolicyKind.pvMax
  private var features = FeatureSet()

  // In place: one derivation serves all forms.
  @inline(__always)
  init(_ context: GuestContext) { self.context = context }

  private var vendor: Vendor { context.vendor }
  private var rules: XenRules { context.options.rules }
  private var isHVM: Bool { form != .pv }
  private func isOn(_ list: ModelList) -> Bool {
    context.cpu.isOn(list, features: context.hostFeatures)
  }
  private var usesNestedPaging: Bool { form == .hvm && context.hasNestedPaging }

  private var maxMask: FeatureSet {
    switch form {
    case .pv: context.options.table.pvMax
    default: usesNestedPaging ? context.options.table.hvmHAPMax : context.options.table.hvmShadowMax
    }
  }

  private var defaultMask: FeatureSet {
    switch form {
    case .pv: context.options.table.pvDefault
    default:
      usesNestedPaging
        ? context.options.table.hvmHAPDefault : context.options.table.hvmShadowDefault
    }
  }

  @inline(__always)
  private func performs(_ step: DerivationStep, _ observer: borrowing Observer) -> Bool {
    observer.performs(step, of: kind)
  }

  @inline(__always)
  private func report(
    _ step: DerivationStep, _ policy: borrowing CPUPolicy, _ observer: inout Observer
  ) {
    observer.show(step, of: kind, policy)
  }

  /// Reports a step on the features, and stores them for whoever looks. The rules ask `features`, so
  /// otherwise they are stored once, behind the last rule.
  @inline(__always)
  private mutating func store(
    _ step: DerivationStep, _ policy: inout CPUPolicy, _ observer: inout Observer
  ) {
    guard Observer.isWatching else { return }
    policy.featureSet = features
    report(step, policy, &observer)
  }

  // MARK: Max

  /// Derives the max policy of a form from host default, which the policy is to begin with.
  @inline(never)
  mutating func deriveMax(
    _ form: Form, raw: PolicyView, _ policy: inout CPUPolicy,
    _ observer: inout Observer
  ) {
    self.form = form
    switch form {
    case .pv: kind = .pvMax
    case .hvm: kind = .hvmMax
    case .hvmShadow: kind = .hvmShadowMax
    }
    report(.copyParent, policy, &observer)
    if performs(.miscellaneous, observer) { policy.keepGuestLeaves() }
    report(.miscellaneous, policy, &observer)
    if performs(.raiseLimits, observer) {
      if rules.contains(.leavesRaised) {
        policy[.maxBasicLeaf] = context.options.served.maxBasicLeaf
        policy[.maxExtendedLeaf] = context.options.served.maxExtendedLeaf
        policy.markKnown(leaf: 0x8000_0000)
      }
      if rules.contains(.subleafRaised) {
        policy[.maxLeaf7Subleaf] = context.options.served.maxFeatureSubleaf
      }
    }
    report(.raiseLimits, policy, &observer)
    features = policy.featureSet
    if isHVM {
      if performs(.guestOnly, observer) {
        features.formUnion(context.options.guestOnly.intersection(context.rawFeatures))
      }
      store(.guestOnly, &policy, &observer)
    }
    if performs(.audienceMask, observer) { features.formIntersection(maxMask) }
    store(.audienceMask, &policy, &observer)
    if performs(.emulatedAPIC, observer) { emulateAPIC() }
    store(.emulatedAPIC, &policy, &observer)
    restrictSpeculationControl(&policy, &observer)
    restrictVirtualisation(&policy, &observer)
    if performs(.anyHostSettings, observer) { allowAnyHost() }
    store(.anyHostSettings, &policy, &observer)
    if isHVM, let offer = context.options.kernelOffer {
      if performs(.kernelOffer, observer) {
        features.formIntersection(offer)
        policy.clearUnownedLeaves(features)
        policy.setKernelBits()
      }
      store(.kernelOffer, &policy, &observer)
    }
    if performs(.toolstackChoices, observer) {
      if rules.contains(.topologyFlags) {
        features.insert(.htt)
        features.insert(.cmpLegacy)
      }
      if rules.contains(.fastStrings) { features.insert(.erms) }
    }
    store(.toolstackChoices, &policy, &observer)
    if performs(.impliedBits, observer) { addImplied() }
    store(.impliedBits, &policy, &observer)
    finishMax(raw, &policy, &observer)
  }

  private mutating func emulateAPIC() {
    if isHVM || rules.contains(.x2apicOfPV) { features.insert(.x2apic) }
    guard isHVM else { return }
    features.insert(.apic)
    if vendor.isAMDLike && context.rawFeatures.contains(.sep) { features.insert(.sep) }
  }

  private mutating func restrictSpeculationControl(
    _ policy: inout CPUPolicy, _ observer: inout Observer
  ) {
    let isVirtualised = isHVM ? context.speculationControlHVM : context.speculationControlPV
    if form == .hvm {
      if performs(.virtualSSBD, observer), context.virtualSSBD { features.insert(.virtSsbd) }
      store(.virtualSSBD, &policy, &observer)
    }
    if performs(.speculationControl, observer) {
      if !isVirtualised {
        features.remove(.ibrsb)
        features.remove(.ibrs)
      } else if isHVM && context.hostFeatures.contains(.amdSsbd) && rules.contains(.virtualSSBD) {
        features.insert(.virtSsbd)
      }
    }
    store(.speculationControl, &policy, &observer)
    guard !isHVM else { return }
    // HVM guests have a user mode of their own, so the bit says what the CPU says.
    let isReduced =
      context.hostFeatures.contains(.srsoMsrFix) && context.options.reducesBranchSpeculation
    if performs(.returnOverflowGuest, observer), !isReduced { features.remove(.srsoUsNo) }
    store(.returnOverflowGuest, &policy, &observer)
  }

  private mutating func restrictVirtualisation(
    _ policy: inout CPUPolicy, _ observer: inout Observer
  ) {
    guard isHVM else { return }
    if performs(.vmxControls, observer) {
      if context.hostFeatures.contains(.vmx) {
        features.subtract(context.withoutControl)
      } else {
        features.remove(.pks)
      }
    }
    store(.vmxControls, &policy, &observer)
    if performs(.svmFeatures, observer), context.hostFeatures.contains(.svm) {
      policy.clampSVM(rules)
    }
    report(.svmFeatures, policy, &observer)
  }

  /// A guest may come from any host, so max accepts what only warns of an unsafe one
  /// (`ABI/any-host.csv`): to whom the audience says, and to all guests where it names none.
  private mutating func allowAnyHost() {
    let rows = FeatureTable.anyHost.span
    let since = FeatureTable.rulesOfAnyHost.span
    let lettered = context.options.table.hvmHAPMax
    for row in rows.indices where rules.contains(XenRules(rawValue: since[row])) {
      let feature = Feature(rawValue: UInt16(truncatingIfNeeded: rows[row]))
      let isOfMaker = vendor.isAmong(UInt16(truncatingIfNeeded: rows[row] >> 16))
      let isOffered = lettered.contains(feature) ? maxMask.contains(feature) : true
      if isOfMaker && isOffered { features.insert(feature) }
    }
    if vendor == .intel {
      if rules.contains(.clwbHidden) && isOn(.slowClwb) && context.rawFeatures.contains(.clwb) {
        features.insert(.clwb)
      }
      if features.contains(.rtm) && rules.contains(.abortAdvertised)
        || context.rtmDisabled && rules.contains(.abortWithoutTransactions)
      {
        features.insert(.rtmAlwaysAbort)
      }
    }
  }

  /// What follows from other bits, for max and default alike.
  private mutating func addImplied() {
    features.insert(.hypervisor)
    if features.contains(.ibrsb) { features.insert(.stibp) }
    if features.contains(.ibrs) { features.insert(.amdStibp) }
    if context.hostFeatures.contains(.ibrsb) { features.insert(.ibpb) }
  }

  private mutating func finishMax(
    _ raw: PolicyView, _ policy: inout CPUPolicy,
    _ observer: inout Observer
  ) {
    close(raw, &policy, &observer)
    if isHVM {
      if performs(.cpuidFaulting, observer) {
        policy[msr: .platformInfo] = MSRField.platformInfoCpuidFaulting.mask
      }
      report(.cpuidFaulting, policy, &observer)
    } else {
      if performs(.nestedLeaf, observer) { policy.clearKnown(leaf: 0x8000_000a) }
      report(.nestedLeaf, policy, &observer)
    }
    followEarlierRelease(raw, &policy, &observer)
  }

  /// What earlier releases of Xen hand on to guests of the hardware, and the newest does not.
  private func followEarlierRelease(
    _ raw: PolicyView, _ policy: inout CPUPolicy, _ observer: inout Observer
  ) {
    guard !context.options.followsNewest else { return }
    if performs(.earlierRelease, observer) {
      policy.takeUnruled(
        from: raw, words: context.options.table.wordCount, context.options.served, rules)
    }
    report(.earlierRelease, policy, &observer)
  }

  /// The end of max and default alike.
  private mutating func close(
    _ raw: PolicyView, _ policy: inout CPUPolicy,
    _ observer: inout Observer
  ) {
    if performs(.optedOutStays, observer) {
      context.options.optedOut.forEachFeature { features.removeWithDependants($0) }
    }
    store(.optedOutStays, &policy, &observer)
    if form == .hvmShadow {
      // A domain on shadow page tables has what the letters say, whatever the steps above gave it.
      if performs(.shadowPaging, observer) { features.formIntersection(maxMask) }
      store(.shadowPaging, &policy, &observer)
    }
    if performs(.sanitise, observer) {
      if !context.options.followsNewest {
        features.formIntersection(context.options.table.known)
      }
      features.sanitise()
    }
    store(.sanitise, &policy, &observer)
    if form != .hvmShadow {
      if performs(.returnStackAdvice, observer), rules.contains(adviceRule) {
        adviseReturnStack()
      }
      store(.returnStackAdvice, &policy, &observer)
    }
    policy.featureSet = features
    if performs(.rebuildXstate, observer) {
      policy.rebuildXstate(
        hardware: raw, supervisorStates: context.options.served.supervisorStates,
        withTiles: rules.contains(.tileStates))
    }
    report(.rebuildXstate, policy, &observer)
    if performs(.fieldLimits, observer) {
      context.options.limits.forEachLimit { field, limit in
        if policy[field] > limit { policy[field] = limit }
      }
    }
    report(.fieldLimits, policy, &observer)
  }

  // MARK: Default

  /// Derives default from the max policy of the form that was derived last, which the policy is to begin
  /// with.
  @inline(never)
  mutating func deriveDefault(
    host: PolicyView, raw: PolicyView, _ policy: inout CPUPolicy,
    _ observer: inout Observer
  ) {
    switch form {
    case .pv: kind = .pvDefault
    case .hvm: kind = .hvmDefault
    case .hvmShadow: kind = .hvmShadowDefault
    }
    report(.copyParent, policy, &observer)
    if performs(.hostLimits, observer) {
      policy[.maxBasicLeaf] = host[.maxBasicLeaf]
      policy[.maxLeaf7Subleaf] = host[.maxLeaf7Subleaf]
      // LFENCE_DISPATCH may have raised the host's limit beyond what the back end serves.
      policy[.maxExtendedLeaf] = min(
        host[.maxExtendedLeaf], context.options.served.maxExtendedLeaf)
      policy.clearNumbersBeyondLimits()
    }
    report(.hostLimits, policy, &observer)
    if performs(.withheldFields, observer) {
      let ratio = policy[.svmTscRatio]
      // What is opted in to brings its leaves and fields.
      policy.withholdFields(butFor: context.options.optedIn)
      if !rules.contains(.tscRatioWithheld) { policy[.svmTscRatio] = ratio }
    }
    report(.withheldFields, policy, &observer)
    let max = policy.featureSet
    features = max
    if performs(.audienceMask, observer) { features.formIntersection(defaultMask) }
    store(.audienceMask, &policy, &observer)
    if performs(.optIn, observer) {
      features.formUnion(context.options.optedIn.intersection(maxMask).intersection(max))
    }
    store(.optIn, &policy, &observer)
    if performs(.impliedBits, observer) { addImplied() }
    store(.impliedBits, &policy, &observer)
    if performs(.defaultAdjustments, observer) { adjustDefault() }
    store(.defaultAdjustments, &policy, &observer)
    if form == .hvm {
      if performs(.virtualSSBD, observer) { features.set(.virtSsbd, context.virtualSSBD) }
      store(.virtualSSBD, &policy, &observer)
    }
    if isHVM && context.options.kernelOffer != nil {
      if performs(.kernelOffer, observer) {
        features.formIntersection(max)
        policy.clearUnownedLeaves(features)
        policy.setKernelBits()
      }
      store(.kernelOffer, &policy, &observer)
    }
    close(raw, &policy, &observer)
    followEarlierRelease(raw, &policy, &observer)
  }

  /// Takes back what max shows only so that guests of other hosts fit.
  private mutating func adjustDefault() {
    if vendor == .intel {
      keepIfHost(.mdClear)
      keepIfHost(.fbClear)
      keepIfHost(.rfdsClear)
      if context.rtmDisabled && rules.contains(.transactions) {
        features.remove(.rtm)
        if rules.contains(.abortAdvertised) { features.insert(.rtmAlwaysAbort) }
      }
      if isOn(.slowClwb) && rules.contains(.clwbHidden) { features.remove(.clwb) }
      if isOn(.randomLeaks) && !context.options.optedIn.contains(.rdrand) {
        features.remove(.rdrand)
      }
    }
    if vendor == .amd { keepIfHost(.verwClear) }
    if vendor.isAMDLike { keepIfHost(.fsGsNs) }
    keepIfHost(.htt)
    keepIfHost(.cmpLegacy)
    keepIfHost(.erms)
  }

  private mutating func keepIfHost(_ feature: Feature) {
    if !context.hostFeatures.contains(feature) { features.remove(feature) }
  }

  /// The rule by which a policy says which weakness of the return stack the guest must expect.
  private var adviceRule: XenRules {
    switch kind {
    case .pvMax, .hvmMax: .adviceInMax
    default: .returnStackAdvice
    }
  }

  /// Says which kind of return-stack weakness the guest must expect.
  private mutating func adviseReturnStack() {
    guard features.contains(.archCaps),
      context.hostFeatures.contains(.rsba) || context.hostFeatures.contains(.rrsba)
    else { return }
    if features.contains(.eibrs) { features.insert(.rrsba) } else { features.insert(.rsba) }
  }
}
