// SPDX-License-Identifier: Apache-2.0

import CKVM

/// One entry of KVM's CPUID tables (`struct kvm_cpuid_entry2`).
public struct KVMCPUIDEntry: Hashable, Sendable {
  /// EAX of the question.
  public var leaf: UInt32
  /// The subleaf; without meaning unless `isSubleafSignificant`.
  public var subleaf: UInt32
  /// Whether the entry answers for its subleaf alone, and not for the whole leaf.
  public var isSubleafSignificant: Bool
  /// What CPUID leaves in EAX.
  public var eax: UInt32
  /// What CPUID leaves in EBX.
  public var ebx: UInt32
  /// What CPUID leaves in ECX.
  public var ecx: UInt32
  /// What CPUID leaves in EDX.
  public var edx: UInt32

  /// An entry; what is left out is zero.
  public init(
    leaf: UInt32, subleaf: UInt32 = 0, isSubleafSignificant: Bool = false,
    eax: UInt32 = 0, ebx: UInt32 = 0, ecx: UInt32 = 0, edx: UInt32 = 0
  ) {
    self.leaf = leaf
    self.subleaf = subleaf
    self.isSubleafSignificant = isSubleafSignificant
    self.eax = eax
    self.ebx = ebx
    self.ecx = ecx
    self.edx = edx
  }
}

/// One model-specific register and its 64 bits.
public struct KVMRegister: Hashable, Sendable {
  /// The MSR's number.
  public var index: UInt32
  /// The MSR's 64 bits.
  public var value: UInt64

  /// An MSR and its bits.
  public init(index: UInt32, value: UInt64) {
    self.index = index
    self.value = value
  }
}

/// KVM's tables of variable length: a header of eight bytes (the count first), then the entries.
enum KVMTable {
  /// The most CPUID entries that any KVM takes (`KVM_MAX_CPUID_ENTRIES`).
  static let entryLimit = 256
  static let header = 8

  /// Reads a CPUID table, with a table that grows until it fits.
  static func read(
    _ name: String, _ request: UInt, on descriptor: Int32, calls: KVMCalls
  ) throws(KVMError) -> [KVMCPUIDEntry] {
    let stride = MemoryLayout<kvm_cpuid_entry2>.stride
    var capacity = 64
    while true {
      let bytes = header + capacity * stride
      let table = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 8)
      defer { table.deallocate() }
      table.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
      table.storeBytes(of: UInt32(capacity), as: UInt32.self)
      do {
        try calls.request(name, request, on: descriptor, table)
      } catch .refused(_, let errno) where errno == E2BIG {
        guard capacity < entryLimit else { throw .tableTooLarge(request: name, limit: entryLimit) }
        capacity = min(capacity * 2, entryLimit)
        continue
      }
      // The count is the kernel's; it is never trusted beyond what was allocated.
      let count = min(Int(table.load(as: UInt32.self)), capacity)
      return (0..<count).map { position in
        let raw = table.load(fromByteOffset: header + position * stride, as: kvm_cpuid_entry2.self)
        return KVMCPUIDEntry(
          leaf: raw.function, subleaf: raw.index, isSubleafSignificant: raw.flags & 1 != 0,
          eax: raw.eax, ebx: raw.ebx, ecx: raw.ecx, edx: raw.edx)
      }
    }
  }

  /// Sets a vCPU's CPUID table.
  static func write(
    _ entries: [KVMCPUIDEntry], on descriptor: Int32, calls: KVMCalls
  ) throws(KVMError) {
    let name = "KVM_SET_CPUID2"
    guard entries.count <= entryLimit else {
      throw .tableTooLarge(request: name, limit: entryLimit)
    }
    let stride = MemoryLayout<kvm_cpuid_entry2>.stride
    let table = UnsafeMutableRawPointer.allocate(
      byteCount: header + entries.count * stride, alignment: 8)
    defer { table.deallocate() }
    table.storeBytes(of: UInt64(entries.count), as: UInt64.self)
    for (position, entry) in entries.enumerated() {
      let raw = kvm_cpuid_entry2(
        function: entry.leaf, index: entry.subleaf, flags: entry.isSubleafSignificant ? 1 : 0,
        eax: entry.eax, ebx: entry.ebx, ecx: entry.ecx, edx: entry.edx, padding: (0, 0, 0))
      table.storeBytes(of: raw, toByteOffset: header + position * stride, as: kvm_cpuid_entry2.self)
    }
    try calls.request(name, CKVM_SET_CPUID2, on: descriptor, table)
  }

  /// Sets or gets registers. KVM answers with how many it took: any other number than the one asked
  /// for is a refusal, though no errno is set.
  static func exchange(
    _ name: String, _ request: UInt, _ registers: [KVMRegister], on descriptor: Int32,
    calls: KVMCalls
  ) throws(KVMError) -> [KVMRegister] {
    let stride = MemoryLayout<kvm_msr_entry>.stride
    let table = UnsafeMutableRawPointer.allocate(
      byteCount: header + registers.count * stride, alignment: 8)
    defer { table.deallocate() }
    table.storeBytes(of: UInt64(registers.count), as: UInt64.self)
    for (position, register) in registers.enumerated() {
      let raw = kvm_msr_entry(index: register.index, reserved: 0, data: register.value)
      table.storeBytes(of: raw, toByteOffset: header + position * stride, as: kvm_msr_entry.self)
    }
    let taken = Int(try calls.request(name, request, on: descriptor, table))
    guard taken >= registers.count else {
      throw .registerRefused(
        request: name, index: registers[taken].index, taken: taken, asked: registers.count)
    }
    return registers.indices.map { position in
      let raw = table.load(fromByteOffset: header + position * stride, as: kvm_msr_entry.self)
      return KVMRegister(index: raw.index, value: raw.data)
    }
  }
}
