// SPDX-License-Identifier: Apache-2.0

extension GuestView {
  /// Bits of leaf 1 that follow from the machine and the virtual PMU, whatever the policy holds.
  @_addressableSelf
  func show(
    _ machine: MachineView, in registers: inout LeafRegisters, _ vCPU: VirtualCPUState
  ) {
    if vCPU.hasDebugStore {
      registers.edx |= Feature.ds.mask
      registers.ecx |= machine.mask(.dtes64) | machine.mask(.dscpl)
    }
    guard !kind.isHVM, vCPU.pvReader.isKernel else { return }
    // PV kernels take the hypervisor's own setting for theirs when they ask by emulation.
    if vCPU.pvReader != .faultedHardwareKernel, policy.has(.xsave),
      machine.features.contains(.xsave)
    {
      registers.ecx |= Feature.osxsave.mask
    }
    guard vCPU.pvReader.isHardwareDomain else { return }
    registers.ecx |= machine.mask(.eist)
    if vCPU.pvReader == .faultedHardwareKernel { registers.ecx |= machine.mask(.monitor) }
    registers.edx |= machine.mask(.mtrr)
  }

  /// Whether the hardware domain's kernel sees the host's memory type ranges.
  func showsRanges(_ vCPU: VirtualCPUState) -> Bool {
    guard let machine, !kind.isHVM, vCPU.pvReader.isHardwareDomain else { return false }
    return machine.features.contains(.mtrr)
  }

  /// MONITOR's parameters: the hardware's for the hardware domain's kernel where CPUID faults, so that
  /// it can tell the hypervisor of idle states; else as stored, which is zero.
  @_addressableSelf
  func readMonitor(_ vCPU: VirtualCPUState) -> LeafRegisters {
    if let machine, !kind.isHVM, vCPU.pvReader == .faultedHardwareKernel {
      return machine.monitor
    }
    return policy[leaf: 5, subleaf: 0]
  }
}

extension MachineView {
  /// A feature's bit in its register where the machine has the feature.
  fileprivate func mask(_ feature: Feature) -> UInt32 {
    features.contains(feature) ? feature.mask : 0
  }
}
