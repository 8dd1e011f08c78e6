// SPDX-License-Identifier: Apache-2.0

/// What the CPUID instruction returns to a guest.
///
/// The stored policy holds what is the same for every virtual CPU at all times; the rest is filled in
/// here, from the state of the one that asks. `docs/semantics/guest-view.md`.
///
/// Made once, when a domain is sealed, and read at every CPUID instruction of its virtual CPUs, from
/// any number of threads at once: nothing is copied then.
public struct GuestView: Sendable, BitwiseCopyable {
  private(set) var policy: CPUPolicy
  private(set) var topology: Topology
  private(set) var kind: GuestKind
  private(set) var hasPerformanceCounters: Bool
  private(set) var outOfRange: OutOfRangeRule
  private(set) var hypervisor: HypervisorLeaves?
  /// The machine itself, of which PV hardware domains and users of a debug store see parts.
  private(set) var machine: MachineView?
  private(set) var vendor: Vendor
  /// The policy's own, taken once.
  private var limits: PolicyLimits

  /// - Parameters:
  ///   - policy: the domain's policy.
  ///   - topology: where its virtual CPUs sit.
  ///   - kind: the kind of guest.
  ///   - hasPerformanceCounters: whether it has a virtual counter unit.
  ///   - outOfRange: what a leaf beyond the limits returns.
  ///   - hypervisor: the hypervisor's own leaves; nil for none.
  ///   - machine: what shows of the machine itself; nil where nothing does.
  @inline(__always)
  public init(
    policy: CPUPolicy, topology: Topology, kind: GuestKind, hasPerformanceCounters: Bool = false,
    outOfRange: OutOfRangeRule = .zeros, hypervisor: HypervisorLeaves? = nil,
    machine: MachineView? = nil
  ) {
    self.policy = policy
    self.topology = topology
    self.kind = kind
    self.hasPerformanceCounters = hasPerformanceCounters
    self.outOfRange = outOfRange
    self.hypervisor = hypervisor
    self.machine = machine
    vendor = policy.vendor
    limits = policy.limits
  }

  /// Makes the view anew, in place: for the next domain, or where the stack has no room for a policy.
  @inline(never)
  public mutating func prepare(
    policy: borrowing @_addressable CPUPolicy, topology: Topology, kind: GuestKind,
    hasPerformanceCounters: Bool = false, outOfRange: OutOfRangeRule = .zeros,
    hypervisor: HypervisorLeaves? = nil, machine: MachineView? = nil
  ) {
    self.policy.assign(policy)
    self.topology = topology
    self.kind = kind
    self.hasPerformanceCounters = hasPerformanceCounters
    self.outOfRange = outOfRange
    self.hypervisor = hypervisor
    self.machine = machine
    vendor = policy.vendor
    limits = policy.limits
  }

  /// The registers that a virtual CPU gets for EAX = `leaf` and ECX = `subleaf`.
  @_addressableSelf
  public func read(
    _ leaf: UInt32, _ subleaf: UInt32, by vCPU: VirtualCPUState
  ) -> LeafRegisters {
    if LeafRange(of: leaf) == .hypervisor { return readHypervisor(leaf, subleaf, vCPU) }
    var leaf = leaf
    if !limits.contain(leaf) {
      guard outOfRange == .vendor, vendor == .intel else { return LeafRegisters() }
      leaf = policy[.maxBasicLeaf]
    }
    switch leaf {
    case 1: return readFeatures(vCPU)
    case 5: return readMonitor(vCPU)
    case 7: return readExtendedFeatures(subleaf, vCPU)
    case 0xa: return readCounters()
    case 0xb, 0x1f, 0x8000_0026: return readLevel(leaf, subleaf, vCPU)
    case 0xd: return readStates(subleaf, vCPU)
    case 0x8000_0001: return readExtended(vCPU)
    case 0x8000_001e: return readNode(vCPU)
    default: return stored(leaf, subleaf)
    }
  }

  /// A leaf as stored; a subleaf beyond the last is zero.
  @inline(__always)
  @_addressableSelf
  private func stored(_ leaf: UInt32, _ subleaf: UInt32) -> LeafRegisters {
    policy[leaf: leaf, subleaf: subleaf]
  }

  // MARK: Leaves that change

  @_addressableSelf
  private func readFeatures(_ vCPU: VirtualCPUState) -> LeafRegisters {
    var result = stored(1, 0)
    result.ebx &= ~Field.initialApicId.mask
    // A PV guest has no APIC of its own, and so no id.
    if kind.isHVM {
      let id = topology.apicID(of: vCPU.number) & 0xff
      result.ebx |= id &<< UInt32(Field.initialApicId.lowBit)
    }
    result.ecx &= ~Feature.osxsave.mask
    if vCPU.usesXsave, policy.has(.xsave) { result.ecx |= Feature.osxsave.mask }
    result.edx &= ~hiddenCommonBits(vCPU)
    if let machine { show(machine, in: &result, vCPU) }
    return result
  }

  /// Common feature bits that the guest's own settings take away.
  private func hiddenCommonBits(_ vCPU: VirtualCPUState) -> UInt32 {
    var hidden: UInt32 = 0
    if kind.isHVM && !vCPU.isAPICEnabled { hidden |= Feature.apic.mask }
    if kind == .hvmShadow && !vCPU.usesPAE { hidden |= Feature.pse36.mask }
    return hidden
  }

  @_addressableSelf
  private func readExtendedFeatures(
    _ subleaf: UInt32, _ vCPU: VirtualCPUState
  ) -> LeafRegisters {
    guard subleaf <= policy[.maxLeaf7Subleaf] else { return LeafRegisters() }
    var result = stored(7, subleaf)
    if subleaf == 0 {
      result.ecx &= ~Feature.ospke.mask
      if vCPU.usesProtectionKeys, policy.has(.pku) { result.ecx |= Feature.ospke.mask }
    }
    return result
  }

  /// Performance counters, up to version 3.
  @_addressableSelf
  private func readCounters() -> LeafRegisters {
    guard hasPerformanceCounters, vendor == .intel else { return LeafRegisters() }
    var result = stored(0xa, 0)
    let version = min(result.eax & Field.pmuVersion.mask, 3)
    result.eax = result.eax & ~Field.pmuVersion.mask | version
    return result
  }

  /// A level of the topology. Every subleaf repeats its number and the id, whatever it is.
  @_addressableSelf
  private func readLevel(
    _ leaf: UInt32, _ subleaf: UInt32, _ vCPU: VirtualCPUState
  ) -> LeafRegisters {
    guard let block = LeafLayout.block(leaf), LeafLists.isListed(block, in: policy.registers.span)
    else { return LeafRegisters() }
    var result = stored(leaf, subleaf)
    result.ecx = result.ecx & Field.topologyLevelType.mask | subleaf & 0xff
    result.edx = topology.apicID(of: vCPU.number)
    return result
  }

  @_addressableSelf
  private func readStates(
    _ subleaf: UInt32, _ vCPU: VirtualCPUState
  ) -> LeafRegisters {
    guard policy.has(.xsave) else { return LeafRegisters() }
    var result = stored(0xd, subleaf)
    if subleaf == 0 {
      result.ebx = policy.xsaveSize(vCPU.xcr0)
    } else if subleaf == 1, policy.has(.xsavec) {
      result.ebx = policy.xsaveCompactSize(vCPU.xcr0 | vCPU.xss)
    }
    return result
  }

  @_addressableSelf
  private func readExtended(_ vCPU: VirtualCPUState) -> LeafRegisters {
    var result = stored(0x8000_0001, 0)
    // Intel's CPUs show SYSCALL only to 64-bit code.
    if kind.isHVM, vendor == .intel, !vCPU.isLongMode { result.edx &= ~Feature.syscall.mask }
    result.edx &= ~(hiddenCommonBits(vCPU) & GuestLeaves.commonMask)
    if vendor.isAMDLike, showsRanges(vCPU) { result.edx |= Feature.mtrr.mask }
    return result
  }

  @_addressableSelf
  private func readNode(_ vCPU: VirtualCPUState) -> LeafRegisters {
    guard policy.has(.topoext) else { return stored(0x8000_001e, 0) }
    var result = stored(0x8000_001e, 0)
    let seat = topology.seat(of: vCPU.number)
    result.eax = topology.apicID(of: vCPU.number)
    let core = seat.die &* topology.cores &+ seat.core
    result.ebx = result.ebx & ~Field.coreId.mask | core & Field.coreId.mask
    let node = seat.socket &* topology.dies &+ seat.die
    result.ecx = result.ecx & ~Field.nodeId.mask | node & Field.nodeId.mask
    return result
  }
}
