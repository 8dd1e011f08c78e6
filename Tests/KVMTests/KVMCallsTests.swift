// SPDX-License-Identifier: Apache-2.0

import CKVM
import Testing

@testable import KVMBackEnd

/// The bindings against a stand-in for the kernel: every machine runs these.
struct KVMCallsTests {
  private func calls(
    version: Int32 = 12, _ control: @escaping @Sendable (UInt, UnsafeMutableRawPointer?) -> Int32
  ) -> KVMCalls {
    KVMCalls(
      open: { _ in 3 }, control: { _, request, argument in control(request, argument) },
      controlValue: { _, request, _ in request == CKVM_GET_API_VERSION ? version : 0 },
      run: { _, _, _ in 0 }, map: { _, _ in nil }, unmap: { _, _ in }, close: { _ in })
  }

  @Test("A table grows while the kernel says E2BIG, up to 256 entries")
  func tableGrows() throws {
    let system = try KVMSystem(
      calls: calls { _, argument in
        guard argument!.load(as: UInt32.self) >= 200 else { return -E2BIG }
        argument!.storeBytes(of: 200, as: UInt32.self)
        return 0
      })
    #expect(try system.supportedCPUID().count == 200)
  }

  @Test("A table that never fits ends in an error, and not in a loop")
  func tableTooLarge() throws {
    let system = try KVMSystem(calls: calls { _, _ in -E2BIG })
    #expect(throws: KVMError.tableTooLarge(request: "KVM_GET_SUPPORTED_CPUID", limit: 256)) {
      try system.supportedCPUID()
    }
    #expect(throws: KVMError.tableTooLarge(request: "KVM_GET_MSR_FEATURE_INDEX_LIST", limit: 4096))
    {
      try system.featureRegisterIndices()
    }
  }

  @Test("A count beyond the table is not believed")
  func hostileCount() throws {
    let system = try KVMSystem(
      calls: calls { _, argument in
        argument!.storeBytes(of: .max, as: UInt32.self)
        return 0
      })
    #expect(try system.emulatedCPUID().count == 64)
  }

  @Test("A feature MSR that the kernel lists and does not give is left out, and no other")
  func unreadableRegister() throws {
    let system = try KVMSystem(
      calls: calls { request, argument in
        let table = argument!
        if request == CKVM_GET_MSR_FEATURE_INDEX_LIST {
          guard table.load(as: UInt32.self) >= 3 else {
            table.storeBytes(of: 3, as: UInt32.self)
            return -E2BIG
          }
          for (place, index) in [UInt32(0x8b), 0x10a, 0xce].enumerated() {
            table.storeBytes(of: index, toByteOffset: 4 + place * 4, as: UInt32.self)
          }
          return 0
        }
        return table.load(fromByteOffset: 8, as: UInt32.self) == 0x10a ? 0 : 1
      })
    #expect(try system.featureRegisters().map(\.index) == [0x8b, 0xce])
  }

  @Test("Another interface version and a refused open are typed errors")
  func opening() {
    #expect(throws: KVMError.unsupportedVersion(11)) {
      _ = try KVMSystem(calls: calls(version: 11) { _, _ in 0 })
    }
    var refusing = calls { _, _ in 0 }
    refusing.open = { _ in -ENOENT }
    #expect(throws: KVMError.refused(request: "open /dev/kvm", errno: ENOENT)) {
      _ = try KVMSystem(calls: refusing)
    }
  }
}
