// SPDX-License-Identifier: Apache-2.0

import CKVM
import Hosts

/// One virtual machine: its memory from guest address 0 on, and the making of its vCPUs.
public struct KVMVirtualMachine: ~Copyable {
  let descriptor: Int32
  /// Empty where the machine is only asked and never runs.
  let memory: UnsafeMutableRawBufferPointer
  let runBytes: Int
  let calls: KVMCalls

  init(descriptor: Int32, memory bytes: Int, runBytes: Int, calls: KVMCalls) throws(KVMError) {
    do {
      memory = try KVMVirtualMachine.giveMemory(bytes, to: descriptor, calls)
    } catch {
      calls.close(descriptor)
      throw error
    }
    self.descriptor = descriptor
    self.runBytes = runBytes
    self.calls = calls
  }

  /// Memory costs more than all other requests: the kernel waits until every vCPU has seen it.
  private static func giveMemory(
    _ bytes: Int, to descriptor: Int32, _ calls: KVMCalls
  ) throws(KVMError) -> UnsafeMutableRawBufferPointer {
    guard bytes > 0 else { return UnsafeMutableRawBufferPointer(start: nil, count: 0) }
    guard let address = calls.map(-1, bytes) else {
      throw .refused(request: "mmap of guest memory", errno: ENOMEM)
    }
    var region = kvm_userspace_memory_region(
      slot: 0, flags: 0, guest_phys_addr: 0, memory_size: UInt64(bytes),
      userspace_addr: UInt64(UInt(bitPattern: address)))
    do {
      try calls.request(
        "KVM_SET_USER_MEMORY_REGION", CKVM_SET_USER_MEMORY_REGION, on: descriptor, &region)
    } catch {
      calls.unmap(address, bytes)
      throw error
    }
    return UnsafeMutableRawBufferPointer(start: address, count: bytes)
  }

  deinit {
    calls.close(descriptor)
    if let address = memory.baseAddress { calls.unmap(address, memory.count) }
  }

  /// How many bytes of a guest's XSAVE area the kernel moves (`KVM_CAP_XSAVE2`): 4096 where it does not know
  /// the capability.
  func stateBytes() throws(KVMError) -> Int {
    let answer = try calls.request(
      "KVM_CHECK_EXTENSION", CKVM_CHECK_EXTENSION, on: descriptor, value: UInt(KVM_CAP_XSAVE2))
    return max(Int(answer), HostDescription.leastStateBytes)
  }

  /// Creates a vCPU. `number` is what KVM takes as its APIC id at reset.
  public func createVirtualCPU(_ number: UInt32) throws(KVMError) -> KVMVirtualCPU {
    let made = try calls.request(
      "KVM_CREATE_VCPU", CKVM_CREATE_VCPU, on: descriptor, value: UInt(number))
    guard let run = calls.map(made, runBytes) else {
      calls.close(made)
      throw .refused(request: "mmap of kvm_run", errno: ENOMEM)
    }
    return KVMVirtualCPU(descriptor: made, run: run, runBytes: runBytes, calls: calls)
  }
}

/// One vCPU of a virtual machine.
public struct KVMVirtualCPU: ~Copyable {
  let descriptor: Int32
  let run: UnsafeMutableRawPointer
  let runBytes: Int
  let calls: KVMCalls

  deinit {
    calls.unmap(run, runBytes)
    calls.close(descriptor)
  }

  /// Asks for a CPUID table. What KVM took of it is `cpuid()`: it may differ without any error.
  ///
  /// - Throws: `KVMError.refused` with `EINVAL` once the vCPU has run.
  public func setCPUID(_ entries: [KVMCPUIDEntry]) throws(KVMError) {
    try KVMTable.write(entries, on: descriptor, calls: calls)
  }

  /// The CPUID table that KVM uses for this vCPU (`KVM_GET_CPUID2`).
  public func cpuid() throws(KVMError) -> [KVMCPUIDEntry] {
    var entries = try KVMTable.read(
      "KVM_GET_CPUID2", CKVM_GET_CPUID2, on: descriptor, calls: calls)
    // Some kernels leave the count as the room that was offered: the rest is as it was, zero.
    let empty = KVMCPUIDEntry(leaf: 0)
    while entries.count > 1 && entries.last == empty { entries.removeLast() }
    return entries
  }

  /// Sets MSRs; `KVMError.registerRefused` names the first that KVM did not take.
  public func setRegisters(_ registers: [KVMRegister]) throws(KVMError) {
    _ = try KVMTable.exchange(
      "KVM_SET_MSRS", CKVM_SET_MSRS, registers, on: descriptor, calls: calls)
  }

  /// Values of MSRs as KVM holds them for this vCPU.
  public func registers(_ indices: [UInt32]) throws(KVMError) -> [KVMRegister] {
    try KVMTable.exchange(
      "KVM_GET_MSRS", CKVM_GET_MSRS, indices.map { KVMRegister(index: $0, value: 0) },
      on: descriptor, calls: calls)
  }

  /// The guest's TSC frequency in kHz.
  public func tscKilohertz() throws(KVMError) -> UInt32 {
    UInt32(
      try calls.request("KVM_GET_TSC_KHZ", CKVM_GET_TSC_KHZ, on: descriptor, value: 0))
  }

  /// Whether this KVM can give the guest another TSC frequency: set and read back, since a KVM may
  /// accept a frequency and not hold it.
  public func holdsTSCKilohertz(_ kilohertz: UInt32) throws(KVMError) -> Bool {
    do {
      try calls.request(
        "KVM_SET_TSC_KHZ", CKVM_SET_TSC_KHZ, on: descriptor, value: UInt(kilohertz))
    } catch .refused(_, let errno) where errno == EINVAL {
      return false
    }
    return try tscKilohertz() == kilohertz
  }

  /// Runs the guest until it leaves, and requires that it halted, in time.
  func runUntilHalt(limit milliseconds: UInt32 = 5000) throws(KVMError) {
    let answer = calls.run(descriptor, run, milliseconds)
    if answer == -ETIMEDOUT { throw .timedOut(milliseconds: milliseconds) }
    guard answer == 0 else { throw .refused(request: "KVM_RUN", errno: 0 &- answer) }
    let reason = run.load(
      fromByteOffset: MemoryLayout<kvm_run>.offset(of: \.exit_reason)!, as: UInt32.self)
    guard reason == UInt32(KVM_EXIT_HLT) else { throw .unexpectedExit(reason: reason) }
  }
}
