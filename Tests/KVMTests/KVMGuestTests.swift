// SPDX-License-Identifier: Apache-2.0

import Domains
import Glibc
import Testing

@testable import KVMBackEnd

/// Whether this machine's KVM opens; where it does not, these tests count as skipped.
let kvmOpens = access("/dev/kvm", R_OK | W_OK) == 0

@Suite(.enabled(if: kvmOpens, "/dev/kvm does not open on this machine: no guest was run"))
struct KVMGuestTests {
  @Test(
    "What a guest sees is what KVM says it took, in every entry",
    arguments: GuestVerification.Mode.allCases)
  func seenEqualsEffective(mode: GuestVerification.Mode) throws {
    let system = try KVMSystem()
    let machine = try system.createProbeMachine()
    let cpu = try machine.createVirtualCPU(0)
    try cpu.setCPUID(try system.supportedCPUID())
    let effective = try cpu.cpuid()
    #expect(effective.count > 10)
    let seen = try machine.ask(
      effective.map { .cpuid(leaf: $0.leaf, subleaf: $0.subleaf) }, on: cpu, mode: mode)
    for (entry, answer) in zip(effective, seen) {
      let dynamic = dynamicBits(entry)
      #expect(answer.eax == entry.eax, "\(entry)")
      #expect(answer.ebx | dynamic.ebx == entry.ebx | dynamic.ebx, "\(entry)")
      #expect(answer.ecx | dynamic.ecx == entry.ecx | dynamic.ecx, "\(entry)")
      #expect(answer.edx | dynamic.edx == entry.edx | dynamic.edx, "\(entry)")
    }
  }

  @Test("A foreign vendor string and brand reach the guest; 200 random ones, seed 4")
  func vendorIsHonoured() throws {
    var seed: UInt64 = 4
    func next() -> UInt32 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt32(truncatingIfNeeded: seed >> 32)
    }
    let system = try KVMSystem()
    let supported = try system.supportedCPUID()
    for _ in 0..<200 {
      let machine = try system.createProbeMachine()
      let cpu = try machine.createVirtualCPU(0)
      var asked = supported
      for position in asked.indices where asked[position].leaf == 0 {
        (asked[position].ebx, asked[position].ecx, asked[position].edx) = (next(), next(), next())
      }
      for position in asked.indices where asked[position].leaf == 0x8000_0003 {
        asked[position].eax = next()
      }
      try cpu.setCPUID(asked)
      let seen = try machine.ask(
        [.cpuid(leaf: 0, subleaf: 0), .cpuid(leaf: 0x8000_0003, subleaf: 0)], on: cpu, mode: .real)
      let wanted = try #require(asked.first { $0.leaf == 0 })
      let brand = try #require(asked.first { $0.leaf == 0x8000_0003 })
      #expect(seen[0].ebx == wanted.ebx && seen[0].ecx == wanted.ecx && seen[0].edx == wanted.edx)
      #expect(seen[1].eax == brand.eax)
    }
  }

  @Test("After the first run a changed table is EINVAL")
  func changeAfterRun() throws {
    let system = try KVMSystem()
    let machine = try system.createProbeMachine()
    let cpu = try machine.createVirtualCPU(0)
    var entries = try system.supportedCPUID()
    try cpu.setCPUID(entries)
    _ = try machine.ask([.cpuid(leaf: 0, subleaf: 0)], on: cpu, mode: .real)
    let position = try #require(entries.firstIndex { $0.leaf == 0 })
    entries[position].ebx ^= 1
    #expect(throws: KVMError.refused(request: "KVM_SET_CPUID2", errno: EINVAL)) {
      try cpu.setCPUID(entries)
    }
  }

  @Test(
    "A guest outlives the fault of an MSR that does not exist",
    arguments: GuestVerification.Mode.allCases)
  func missingRegister(mode: GuestVerification.Mode) throws {
    let system = try KVMSystem()
    let machine = try system.createProbeMachine()
    let cpu = try machine.createVirtualCPU(0)
    try cpu.setCPUID(try system.supportedCPUID())
    let answers = try machine.ask(
      [.rdmsr(0x1234_5678), .cpuid(leaf: 0, subleaf: 0), .rdmsr(0x10)], on: cpu, mode: mode)
    #expect(answers.map(\.isFault) == [true, false, false])
    #expect(answers[1].ebx != 0)
  }

  @Test("Feature MSRs are read, and a refusal without errno is a typed error")
  func featureRegisters() throws {
    let system = try KVMSystem()
    let registers = try system.featureRegisters()
    #expect(registers.map(\.index) == (try system.featureRegisterIndices()))
    let machine = try system.createProbeMachine()
    let cpu = try machine.createVirtualCPU(0)
    #expect(
      throws: KVMError.registerRefused(
        request: "KVM_SET_MSRS", index: 0x1234_5678, taken: 0, asked: 1)
    ) {
      try cpu.setRegisters([KVMRegister(index: 0x1234_5678, value: 1)])
    }
  }

  /// Bits that follow the guest's own state: OSXSAVE and the enabled APIC in leaf 1, OSPKE in 7:0,
  /// XSAVE's current sizes in 0xd (SDM vol. 2A, CPUID).
  private func dynamicBits(_ entry: KVMCPUIDEntry) -> (ebx: UInt32, ecx: UInt32, edx: UInt32) {
    switch (entry.leaf, entry.subleaf) {
    case (1, _): return (0, 1 << 27, 1 << 9)
    case (7, 0): return (0, 1 << 4, 0)
    case (0xd, 0), (0xd, 1): return (.max, 0, 0)
    default: return (0, 0, 0)
    }
  }
}
