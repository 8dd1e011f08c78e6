// SPDX-License-Identifier: Apache-2.0

extension SystemPolicies {
  /// Derives all policies anew, in place: some 8 KB of stack are enough.
  public mutating func derive(
    from facts: borrowing @_addressable HostFacts,
    options: borrowing @_addressable DerivationOptions
  ) {
    var observer = SilentObserver()
    derive(facts, options, &observer)
  }

  mutating func derive<Observer: DerivationObserver>(
    _ facts: borrowing @_addressable HostFacts,
    _ options: borrowing @_addressable DerivationOptions, _ observer: inout Observer
  ) {
    deriveRaw(facts.boot, &observer)
    deriveHost(facts, options, &observer)
    deriveGuests(facts, options, &observer)
  }

  @inline(never)
  private mutating func deriveHost<Observer: DerivationObserver>(
    _ facts: borrowing @_addressable HostFacts,
    _ options: borrowing @_addressable DerivationOptions, _ observer: inout Observer
  ) {
    var host = HostDerivation<Observer>(raw: raw.view, facts: facts, options: options)
    hostDefault = raw
    host.derive(.hostDefault, raw: raw.view, &hostDefault, &observer)
    hostMax = raw
    host.derive(.hostMax, raw: raw.view, &hostMax, &observer)
    if observer.performs(.includeDefault, of: .hostMax) {
      hostMax.include(hostDefault.view, hardware: raw.view)
    }
    observer.show(.includeDefault, of: .hostMax, hostMax)
  }

  @inline(never)
  private mutating func deriveGuests<Observer: DerivationObserver>(
    _ facts: borrowing @_addressable HostFacts,
    _ options: borrowing @_addressable DerivationOptions, _ observer: inout Observer
  ) {
    var guest = GuestDerivation<Observer>(
      GuestContext(facts: facts, options: options, raw: raw.view, host: hostDefault.view))
    hasHVM = guest.context.hasHVM
    hasNestedPaging = guest.context.hasNestedPaging
    pvMax = hostDefault
    guest.deriveMax(.pv, raw: raw.view, &pvMax, &observer)
    pvDefault = pvMax
    guest.deriveDefault(host: hostDefault.view, raw: raw.view, &pvDefault, &observer)
    hvmMax = hostDefault
    guest.deriveMax(.hvm, raw: raw.view, &hvmMax, &observer)
    hvmDefault = hvmMax
    guest.deriveDefault(host: hostDefault.view, raw: raw.view, &hvmDefault, &observer)
    hvmShadowMax = hostDefault
    guest.deriveMax(.hvmShadow, raw: raw.view, &hvmShadowMax, &observer)
    hvmShadowDefault = hvmShadowMax
    guest.deriveDefault(host: hostDefault.view, raw: raw.view, &hvmShadowDefault, &observer)

    var control = ControlDomainDerivation<Observer>()
    dom0PV = pvDefault
    control.derive(
      .dom0PV, within: pvMax.view, raw: raw.view, guest.context, &dom0PV, &observer)
    dom0HVM = hvmDefault
    control.derive(
      .dom0HVM, within: hvmMax.view, raw: raw.view, guest.context, &dom0HVM, &observer)
  }

  /// What the hardware says: no operating system's state, no outer hypervisor, no stale data.
  @inline(never)
  private mutating func deriveRaw<Observer: DerivationObserver>(
    _ recorded: borrowing @_addressable CPUPolicy, _ observer: inout Observer
  ) {
    raw.assign(recorded)
    observer.show(.recorded, of: .raw, raw)
    if observer.performs(.clearDynamic, of: .raw) {
      raw.set(.osxsave, false)
      raw.set(.ospke, false)
      raw[.xsaveSizeEnabled] = 0
      raw[.xsaveSizeCompactEnabled] = 0
    }
    observer.show(.clearDynamic, of: .raw, raw)
    if observer.performs(.hideOuterHypervisor, of: .raw) {
      // The probe for CPUID faulting runs on bare AMD hardware never, so the bit is known to be zero.
      if !raw.isKnown(msr: .platformInfo) && raw.vendor.isAMDLike && !raw.has(.hypervisor) {
        raw[msr: .platformInfo] = 0
      }
      raw.clearHypervisorLeaves()
    }
    observer.show(.hideOuterHypervisor, of: .raw, raw)
    if observer.performs(.clearStale, of: .raw) { raw.clearStaleLeaves() }
    observer.show(.clearStale, of: .raw, raw)
  }
}
