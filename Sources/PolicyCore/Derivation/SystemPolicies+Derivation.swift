// SPDX-License-Identifier: Apache-2.0

extension SystemPolicies {
  /// Derives all policies anew, in place: some 9 KB of stack are enough.
  @inline(never)
  public mutating func derive(
    from facts: borrowing @_addressable HostFacts,
    options: borrowing @_addressable DerivationOptions
  ) {
    raw.assign(facts.bootView)
    var observer = SilentObserver()
    derive(KnownFacts(facts), options, &observer)
  }

  /// Derives all policies from raw as its source recorded it.
  mutating func derive<Observer: DerivationObserver>(
    _ facts: KnownFacts, _ options: borrowing @_addressable DerivationOptions,
    _ observer: inout Observer
  ) {
    raw.becomeRaw(options.rules, &observer)
    deriveHost(facts, options, &observer)
    deriveGuests(facts, options, &observer)
  }

  @inline(never)
  private mutating func deriveHost<Observer: DerivationObserver>(
    _ facts: KnownFacts,
    _ options: borrowing @_addressable DerivationOptions, _ observer: inout Observer
  ) {
    let hardware = raw.view
    var host = HostDerivation<Observer>(raw: hardware, facts: facts, options: options)
    hostDefault = raw
    host.derive(.hostDefault, raw: hardware, &hostDefault, &observer)
    hostMax = raw
    host.derive(.hostMax, raw: hardware, &hostMax, &observer)
    if observer.performs(.includeDefault, of: .hostMax) {
      hostMax.include(hostDefault.view, hardware: hardware)
    }
    observer.show(.includeDefault, of: .hostMax, hostMax)
  }

  @inline(never)
  private mutating func deriveGuests<Observer: DerivationObserver>(
    _ facts: KnownFacts,
    _ options: borrowing @_addressable DerivationOptions, _ observer: inout Observer
  ) {
    let raw = raw.view
    let host = hostDefault.view
    var guest = GuestDerivation<Observer>(
      GuestContext(facts: facts, options: options, raw: raw, host: host))
    hasHVM = guest.context.hasHVM
    hasNestedPaging = guest.context.hasNestedPaging
    pvMax = hostDefault
    guest.deriveMax(.pv, raw: raw, &pvMax, &observer)
    pvDefault = pvMax
    guest.deriveDefault(host: host, raw: raw, &pvDefault, &observer)
    hvmMax = hostDefault
    guest.deriveMax(.hvm, raw: raw, &hvmMax, &observer)
    hvmDefault = hvmMax
    guest.deriveDefault(host: host, raw: raw, &hvmDefault, &observer)
    hvmShadowMax = hostDefault
    guest.deriveMax(.hvmShadow, raw: raw, &hvmShadowMax, &observer)
    hvmShadowDefault = hvmShadowMax
    guest.deriveDefault(host: host, raw: raw, &hvmShadowDefault, &observer)

    var control = ControlDomainDerivation<Observer>()
    dom0PV = pvDefault
    control.derive(.dom0PV, within: pvMax.view, raw: raw, guest.context, &dom0PV, &observer)
    dom0HVM = hvmDefault
    control.derive(.dom0HVM, within: hvmMax.view, raw: raw, guest.context, &dom0HVM, &observer)
  }
}

extension CPUPolicy {
  /// What the hardware says: no operating system's state, no outer hypervisor, no stale data.
  @inline(never)
  fileprivate mutating func becomeRaw<Observer: DerivationObserver>(
    _ rules: XenRules, _ observer: inout Observer
  ) {
    observer.show(.recorded, of: .raw, self)
    if observer.performs(.clearDynamic, of: .raw) {
      if rules.contains(.rawWithoutOSBits) {
        set(.osxsave, false)
        set(.ospke, false)
      }
      if rules.contains(.rawWithoutXsaveSizes) {
        self[.xsaveSizeEnabled] = 0
        self[.xsaveSizeCompactEnabled] = 0
      }
    }
    observer.show(.clearDynamic, of: .raw, self)
    if observer.performs(.hideOuterHypervisor, of: .raw) {
      // The probe for CPUID faulting runs on bare AMD hardware never, so the bit is known to be zero.
      if !isKnown(msr: .platformInfo), vendor.isAMDLike, !has(.hypervisor) {
        self[msr: .platformInfo] = 0
      }
      clearHypervisorLeaves()
    }
    observer.show(.hideOuterHypervisor, of: .raw, self)
    if observer.performs(.clearStale, of: .raw) { clearStaleLeaves() }
    observer.show(.clearStale, of: .raw, self)
  }
}
