// SPDX-License-Identifier: Apache-2.0

import Machine
import PolicyCore

/// What guests ask for by VMMCALL: `include/hypercalls.h`.
enum Hypercalls {
  /// The registers of the answer: 0 or a negative error number, and the code of what was refused.
  static func answer(_ vCPU: UnsafeMutablePointer<VirtualCPU>) {
    var code: UInt32 = 0
    var result: UInt64 = 0
    do throws(Refusal) {
      try carryOut(vCPU)
    } catch {
      result = 0 &- UInt64(error.errno)
      code = error.code
    }
    vCPU.pointee.block[.rax] = result
    vCPU.pointee.registers.rdx = UInt64(code)
  }

  private static func carryOut(_ vCPU: UnsafeMutablePointer<VirtualCPU>) throws(Refusal) {
    let registers = vCPU.pointee.registers
    let isControl = vCPU.pointee.domain.pointee.number == 0
    switch Int(truncatingIfNeeded: vCPU.pointee.block[.rax]) {
    case HYPERCALL_CONSOLE: try writeConsole(vCPU, registers.rsi, bytes: registers.rdi)
    case HYPERCALL_SCHEDULE: Scheduler.giveWay()
    case HYPERCALL_SYSCTL:
      guard isControl else { throw Refusal(.notPermitted) }
      try Sysctl.carryOut(vCPU, registers.rdi)
    case HYPERCALL_DOMCTL:
      guard isControl else { throw Refusal(.notPermitted) }
      try Domctl.carryOut(vCPU, registers.rdi)
    default: throw Refusal(.unknownCall)
    }
  }

  /// A guest's text behind its number.
  private static func writeConsole(
    _ vCPU: UnsafeMutablePointer<VirtualCPU>, _ address: UInt64, bytes: UInt64
  ) throws(Refusal) {
    guard bytes <= 4096 else { throw Refusal(.tooBig) }
    Console.write("(d")
    Console.write(vCPU.pointee.domain.pointee.number)
    Console.write(") ")
    for offset in 0..<bytes {
      guard let byte = GuestMemory.byte(vCPU, address &+ offset) else { throw Refusal(.fault) }
      Console.write(byte: byte)
    }
  }

  // MARK: Arguments

  /// Copies a struct from the guest.
  static func read<Value>(
    _ vCPU: UnsafeMutablePointer<VirtualCPU>, _ address: UInt64, into value: inout Value
  ) throws(Refusal) {
    let isRead = withUnsafeMutableBytes(of: &value) { GuestMemory.read(vCPU, address, into: $0) }
    guard isRead else { throw Refusal(.fault) }
  }

  /// Copies a struct to the guest.
  static func write<Value>(
    _ vCPU: UnsafeMutablePointer<VirtualCPU>, _ address: UInt64, _ value: Value
  ) throws(Refusal) {
    let isWritten = withUnsafeBytes(of: value) { GuestMemory.write(vCPU, address, from: $0) }
    guard isWritten else { throw Refusal(.fault) }
  }

  /// Gives a policy's records to a guest: the counts are its buffers' room, and become the numbers
  /// written. A null buffer asks how many there can be.
  static func give(
    _ vCPU: UnsafeMutablePointer<VirtualCPU>, _ policy: UnsafeMutablePointer<CPUPolicy>,
    leaves: UInt64, _ leafCount: inout UInt32, msrs: UInt64, _ msrCount: inout UInt32
  ) throws(Refusal) {
    let count = Records.write(policy)
    let all = UnsafeBufferPointer(Records.leaves)
    try give(
      vCPU, UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: all[0..<count])), WireLeaf.size,
      leaves, &leafCount, most: ServedABI.xen.maxLeaves)
    try give(
      vCPU, UnsafeRawBufferPointer(Records.msrs), WireMSR.size, msrs, &msrCount,
      most: ServedABI.xen.maxMSRs)
  }

  /// What fits is written also where not all does; the count then stays.
  private static func give(
    _ vCPU: UnsafeMutablePointer<VirtualCPU>, _ records: UnsafeRawBufferPointer, _ size: Int,
    _ address: UInt64, _ count: inout UInt32, most: Int
  ) throws(Refusal) {
    guard address != 0 else {
      count = UInt32(truncatingIfNeeded: most)
      return
    }
    let fitting = min(records.count, Int(count) &* size)
    let part = UnsafeRawBufferPointer(rebasing: records[0..<fitting])
    guard GuestMemory.write(vCPU, address, from: part) else { throw Refusal(.fault) }
    guard fitting == records.count else { throw Refusal(.noBuffer) }
    count = UInt32(truncatingIfNeeded: records.count / size)
  }
}
