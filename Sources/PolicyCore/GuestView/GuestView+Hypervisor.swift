// SPDX-License-Identifier: Apache-2.0

extension GuestView {
  /// The hypervisor's own leaves.
  @_addressableSelf
  func readHypervisor(
    _ leaf: UInt32, _ subleaf: UInt32, _ vCPU: VirtualCPUState
  ) -> LeafRegisters {
    guard let hypervisor, leaf >= hypervisor.base, leaf &- hypervisor.base < 0x100 else {
      return LeafRegisters()
    }
    let field: Field =
      hypervisor.base == 0x4000_0000 ? .maxHypervisorLeaf : .maxSecondHypervisorLeaf
    let chosen = policy[field] & 0xff
    let limit = chosen == 0 ? 5 : min(max(chosen, 2), 5)
    let index = leaf &- hypervisor.base
    guard index <= limit else { return LeafRegisters() }
    switch index {
    case 0:
      return LeafRegisters(
        eax: hypervisor.base | limit, ebx: hypervisor.name.0, ecx: hypervisor.name.1,
        edx: hypervisor.name.2)
    case 1:
      return LeafRegisters(eax: hypervisor.majorVersion &<< 16 | hypervisor.minorVersion & 0xffff)
    case 2:
      // One hypercall page, where its MSR is, and for PV that page tables keep their bits.
      let msr: UInt32 = hypervisor.base == 0x4000_0000 ? 0x4000_0000 : 0x4000_0200
      return LeafRegisters(eax: 1, ebx: msr, ecx: kind.isHVM ? 0 : 1)
    case 3:
      return readCounter(subleaf, hypervisor)
    case 4:
      guard kind.isHVM else { return LeafRegisters() }
      let flags =
        Field.xenHvmVcpuIdPresent.mask | Field.xenHvmDomainIdPresent.mask | hypervisor.hvmFlags
      return LeafRegisters(eax: flags, ebx: vCPU.number, ecx: hypervisor.domain)
    default:
      return kind.isHVM
        ? LeafRegisters()
        : LeafRegisters(ebx: hypervisor.machineAddressBits & Field.xenPvMachineAddressWidth.mask)
    }
  }

  /// The guest's time-stamp counter: mode and rate, how ticks become nanoseconds, the host's rate.
  @_addressableSelf
  private func readCounter(
    _ subleaf: UInt32, _ hypervisor: HypervisorLeaves
  ) -> LeafRegisters {
    switch subleaf {
    case 0:
      var flags: UInt32 = 0
      if hypervisor.isTSCEmulated { flags |= Field.xenTscEmulated.mask }
      if hypervisor.isHostTSCReliable { flags |= Field.xenTscHostReliable.mask }
      if policy.has(.rdtscp) { flags |= Field.xenTscRdtscp.mask }
      return LeafRegisters(
        eax: flags, ebx: hypervisor.tscMode, ecx: hypervisor.tscKHz,
        edx: hypervisor.tscIncarnation)
    case 1:
      let offset = hypervisor.isTSCEmulated ? 0 : hypervisor.tscOffset
      let scale = TSCScale(khz: hypervisor.tscKHz)
      return LeafRegisters(
        eax: UInt32(truncatingIfNeeded: offset), ebx: UInt32(truncatingIfNeeded: offset &>> 32),
        ecx: scale.multiplier, edx: UInt32(truncatingIfNeeded: scale.shift) & 0xff)
    case 2: return LeafRegisters(eax: hypervisor.hostTSCKHz)
    default: return LeafRegisters()
    }
  }
}

/// How ticks of a counter become nanoseconds: ((ticks << shift) * multiplier) >> 32, as the time
/// records that Xen shares with its guests have it.
struct TSCScale: Equatable {
  /// Nanoseconds of a shifted tick, as a fraction of 32 bits.
  private(set) var multiplier: UInt32 = 0
  /// Left where positive, right where negative.
  private(set) var shift: Int32 = 0

  /// - Parameter khz: the counter's rate; 0 gives no scale.
  init(khz: UInt32) {
    guard khz != 0 else { return }
    let second: UInt64 = 1_000_000_000
    var rate = UInt64(khz) &* 1000
    while rate > second &* 2 {
      rate &>>= 1
      shift &-= 1
    }
    while rate <= second {
      rate &<<= 1
      shift &+= 1
    }
    multiplier = UInt32(truncatingIfNeeded: (second &<< 32) / rate)
  }
}
