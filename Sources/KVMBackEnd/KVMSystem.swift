// SPDX-License-Identifier: Apache-2.0

import CKVM

/// The KVM of this machine: `/dev/kvm`, and what it says of itself.
public struct KVMSystem: ~Copyable, Sendable {
  let descriptor: Int32
  let calls: KVMCalls

  /// Opens the KVM of this machine.
  ///
  /// - Throws: `KVMError.refused` with `ENOENT` where there is none and `EACCES` where this user may
  ///   not open it; `KVMError.unsupportedVersion` where its interface is not version 12.
  public init(path: String = "/dev/kvm") throws(KVMError) {
    try self.init(path: path, calls: .kernel)
  }

  init(path: String = "/dev/kvm", calls: KVMCalls) throws(KVMError) {
    let opened = calls.open(path)
    guard opened >= 0 else { throw .refused(request: "open \(path)", errno: 0 &- opened) }
    let version = calls.controlValue(opened, CKVM_GET_API_VERSION, 0)
    guard version == 12 else {
      calls.close(opened)
      throw .unsupportedVersion(version)
    }
    // Before anything is asked: without it KVM offers AMX and not its state. Most CPUs have none.
    _ = calls.permitGuestStates()
    self.descriptor = opened
    self.calls = calls
  }

  deinit { calls.close(descriptor) }

  /// Answer of `KVM_CHECK_EXTENSION` for a capability number (`KVM_CAP_*`): 0 where it is absent.
  public func capability(_ number: UInt32) throws(KVMError) -> Int32 {
    try calls.request(
      "KVM_CHECK_EXTENSION", CKVM_CHECK_EXTENSION, on: descriptor, value: UInt(number))
  }

  /// CPUID that this KVM says it can give a guest (`KVM_GET_SUPPORTED_CPUID`). A KVM may give more.
  public func supportedCPUID() throws(KVMError) -> [KVMCPUIDEntry] {
    try KVMTable.read(
      "KVM_GET_SUPPORTED_CPUID", CKVM_GET_SUPPORTED_CPUID, on: descriptor, calls: calls)
  }

  /// CPUID bits that this KVM can emulate without the hardware (`KVM_GET_EMULATED_CPUID`).
  public func emulatedCPUID() throws(KVMError) -> [KVMCPUIDEntry] {
    try KVMTable.read(
      "KVM_GET_EMULATED_CPUID", CKVM_GET_EMULATED_CPUID, on: descriptor, calls: calls)
  }

  /// Indices of the MSRs that describe features (`KVM_GET_MSR_FEATURE_INDEX_LIST`).
  public func featureRegisterIndices() throws(KVMError) -> [UInt32] {
    let name = "KVM_GET_MSR_FEATURE_INDEX_LIST"
    // A count of zero makes the kernel say how many there are, with E2BIG.
    var count: UInt32 = 0
    for _ in 0..<4 {
      let room = Int(min(count, 4096))
      var table = [UInt32](repeating: 0, count: 1 + room)
      table[0] = UInt32(room)
      do {
        try calls.request(name, CKVM_GET_MSR_FEATURE_INDEX_LIST, on: descriptor, &table)
        return Array(table[1...].prefix(Int(table[0])))
      } catch .refused(_, let errno) where errno == E2BIG {
        count = table[0]
      }
    }
    throw .tableTooLarge(request: name, limit: 4096)
  }

  /// The feature MSRs that can be read and their values on this host. One that the kernel lists and
  /// does not give is left out: the others are known all the same.
  public func featureRegisters() throws(KVMError) -> [KVMRegister] {
    var found: [KVMRegister] = []
    for index in try featureRegisterIndices() {
      do {
        found += try KVMTable.exchange(
          "KVM_GET_MSRS", CKVM_GET_MSRS, [KVMRegister(index: index, value: 0)], on: descriptor,
          calls: calls)
      } catch .registerRefused {
        continue
      }
    }
    return found
  }

  /// Creates a virtual machine with `memory` bytes at guest address 0 (a multiple of 4096); with none
  /// it cannot run, and answers all the same what its vCPUs can be given.
  public func createVirtualMachine(memory: Int) throws(KVMError) -> KVMVirtualMachine {
    let runBytes = try calls.request(
      "KVM_GET_VCPU_MMAP_SIZE", CKVM_GET_VCPU_MMAP_SIZE, on: descriptor, value: 0)
    let machine = try calls.request("KVM_CREATE_VM", CKVM_CREATE_VM, on: descriptor, value: 0)
    return try KVMVirtualMachine(
      descriptor: machine, memory: memory, runBytes: Int(runBytes), calls: calls)
  }
}
