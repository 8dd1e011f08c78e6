// SPDX-License-Identifier: Apache-2.0

/// Derives the control domain's policy from a guest default, within the guest max.
struct ControlDomainDerivation<Observer: DerivationObserver> {
  private var kind = PolicyKind.dom0PV
  private var features = FeatureSet()

  @inline(__always)
  private func performs(_ step: DerivationStep, _ observer: borrowing Observer) -> Bool {
    observer.performs(step, of: kind)
  }

  @inline(__always)
  private mutating func store(
    _ step: DerivationStep, _ policy: inout CPUPolicy, _ observer: inout Observer
  ) {
    policy.featureSet = features
    observer.show(step, of: kind, policy)
  }

  /// Derives from a guest default, which the policy is to begin with.
  @inline(never)
  mutating func derive(
    _ kind: PolicyKind, within bound: PolicyView, raw: PolicyView,
    _ context: borrowing @_addressable GuestContext, _ policy: inout CPUPolicy,
    _ observer: inout Observer
  ) {
    self.kind = kind
    features = policy.featureSet
    observer.show(.copyParent, of: kind, policy)
    if performs(.counters, observer), context.options.virtualPMU {
      policy.take(leaf: Field.pmuVersion.leaf, from: bound)
    }
    observer.show(.counters, of: kind, policy)
    if performs(.invariantTSC, observer), context.hostFeatures.contains(.itsc) {
      features.insert(.itsc)
    }
    store(.invariantTSC, &policy, &observer)
    if performs(.dom0OptIn, observer) { features.formUnion(context.options.dom0OptedIn) }
    store(.dom0OptIn, &policy, &observer)
    if performs(.dom0OptOut, observer) { features.subtract(context.options.dom0OptedOut) }
    store(.dom0OptOut, &policy, &observer)
    if kind == .dom0PV && !context.options.dom0CPUIDFaulting {
      if performs(.cpuidFaulting, observer) { policy[msr: .platformInfo] = 0 }
      observer.show(.cpuidFaulting, of: kind, policy)
    }
    if performs(.withinMax, observer) {
      features.formIntersection(bound.featureSet)
      // The control domain manages no nested guests.
      features.subtract(DomainRules.nestedFeatures)
    }
    store(.withinMax, &policy, &observer)
    if performs(.sanitise, observer) {
      if !policy.isWithinLimits(leaf: 0xd) { features.remove(.xsave) }
      features.sanitise()
      features.set(.fdpExcpOnly, context.hostFeatures.contains(.fdpExcpOnly))
      features.set(.noFpuSel, context.hostFeatures.contains(.noFpuSel))
    }
    store(.sanitise, &policy, &observer)
    if performs(.rebuildXstate, observer) { policy.rebuildXstate(hardware: raw) }
    observer.show(.rebuildXstate, of: kind, policy)
    if performs(.domainFields, observer) { policy.applyDomainFields() }
    observer.show(.domainFields, of: kind, policy)
  }
}
