// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// Policies as the records of Xen's hypercalls, by way of one buffer of the hypervisor's own.
enum Records {
  nonisolated(unsafe) static var leaves = UnsafeMutableBufferPointer<WireLeaf>(
    start: nil, count: 0)
  nonisolated(unsafe) static var msrs = UnsafeMutableBufferPointer<WireMSR>(start: nil, count: 0)

  /// Takes the memory for both.
  static func begin() {
    let abi = ServedABI.xen
    leaves = UnsafeMutableBufferPointer(
      start: pointer(Memory.take(UInt64(abi.maxLeaves &* WireLeaf.size))), count: abi.maxLeaves)
    msrs = UnsafeMutableBufferPointer(
      start: pointer(Memory.take(UInt64(abi.maxMSRs &* WireMSR.size))), count: abi.maxMSRs)
  }

  /// Writes a policy into the buffers; returns the number of leaves.
  static func write(_ policy: UnsafeMutablePointer<CPUPolicy>) -> Int {
    var leafSpan = leaves.mutableSpan
    var msrSpan = msrs.mutableSpan
    guard let count = try? policy.pointee.writeLeaves(to: &leafSpan),
      (try? policy.pointee.writeMSRs(to: &msrSpan)) != nil
    else { fail("a policy does not fit its records") }
    return count
  }

  static func dump(_ policy: UnsafeMutablePointer<CPUPolicy>) {
    let count = write(policy)
    dump(
      UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(leaves)[0..<(count &* WireLeaf.size)])
    )
    dump(UnsafeRawBufferPointer(msrs))
    Console.line()
  }

  private static func dump(_ bytes: UnsafeRawBufferPointer) {
    for byte in bytes { Console.write(hex: UInt64(byte), digits: 2) }
  }
}
