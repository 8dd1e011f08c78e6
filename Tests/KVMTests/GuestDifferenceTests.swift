// SPDX-License-Identifier: Apache-2.0

import Domains
import PolicyCore
import Testing

@testable import KVMBackEnd

/// The comparison of requested, effective and seen, and KVM's rules for what lies outside of a table:
/// every machine runs these.
struct GuestDifferenceTests {
  private func reasons(
    _ place: LeafPlace, _ requested: LeafRegisters, _ effective: LeafRegisters,
    _ seen: LeafRegisters
  ) -> [String: GuestDifference.Reason] {
    let found = GuestDifference.between(
      0, place, requested: requested, effective: effective, seen: seen)
    return Dictionary(uniqueKeysWithValues: found.map { ($0.name, $0.reason) })
  }

  @Test("Each bit has its reason")
  func reason() {
    let avx = LeafRegisters(ecx: Feature.avx.mask)
    let none = LeafRegisters()
    #expect(reasons(LeafPlace(1, 0), none, avx, avx) == ["AVX": .forced])
    #expect(reasons(LeafPlace(1, 0), avx, none, none) == ["AVX": .clamped])
    #expect(reasons(LeafPlace(1, 0), avx, avx, none) == ["AVX": .unknown])
    #expect(reasons(LeafPlace(1, 0), avx, none, avx) == ["AVX": .unknown])
    #expect(reasons(LeafPlace(1, 0), avx, avx, avx).isEmpty)
    let state = LeafRegisters(ecx: Feature.osxsave.mask, edx: Feature.apic.mask)
    #expect(
      reasons(LeafPlace(1, 0), none, state, none) == ["OSXSAVE": .dynamic, "APIC": .dynamic])
    // An id is the vCPU's own, and yet no state.
    let id = LeafRegisters(ebx: 3 << 24)
    #expect(reasons(LeafPlace(1, 0), id, none, none) == ["initialApicId": .clamped])
    #expect(
      reasons(LeafPlace(0x8086_0000, 0), none, none, avx) == ["reserved": .unknown])
  }

  @Test("Each bit has the severity of its row, an MSR that of its severest")
  func severity() {
    let none = LeafRegisters()
    let leaf = GuestDifference.between(
      0, LeafPlace(7, 0), requested: LeafRegisters(ebx: Feature.avx2.mask | Feature.erms.mask),
      effective: none, seen: none)
    #expect(leaf.map(\.severity) == [.guestCrash, .performance])
    let outside = GuestDifference.between(
      0, LeafPlace(0x8086_0000, 0), requested: none, effective: none,
      seen: LeafRegisters(ecx: 1))
    #expect(outside.map(\.severity) == [.behaviour])
    let capabilities = GuestDifference.between(
      0, msr: .archCapabilities, requested: 1, effective: nil, seen: nil)
    #expect(capabilities.map(\.severity) == [.security])
  }

  @Test("An MSR that reads as nothing where zero was asked for is no difference")
  func registers() {
    let index = MSRIndex.platformInfo
    #expect(
      GuestDifference.between(0, msr: index, requested: 0, effective: nil, seen: nil).isEmpty)
    let lost = GuestDifference.between(0, msr: index, requested: 1, effective: nil, seen: nil)
    #expect(lost.map(\.reason) == [.clamped])
    let hidden = GuestDifference.between(0, msr: index, requested: 1, effective: 1, seen: nil)
    #expect(hidden.map(\.reason) == [.unknown])
  }

  @Test("Beyond its range a leaf is the highest basic one's, but zero for AMD")
  func edges() {
    let highest = KVMCPUIDEntry(leaf: 0xd, isSubleafSignificant: true, eax: 7)
    let extended = KVMCPUIDEntry(leaf: 0x8000_0000, eax: 0x8000_0008)
    let intel = KVMCPUIDTable([
      KVMCPUIDEntry(leaf: 0, eax: 0xd, ebx: 0x756e_6547, ecx: 0x6c65_746e, edx: 0x4965_6e69),
      KVMCPUIDEntry(leaf: 0xb, subleaf: 0, isSubleafSignificant: true, ecx: 0x100, edx: 5),
      KVMCPUIDEntry(leaf: 0xb, subleaf: 1, isSubleafSignificant: true, ecx: 0x201, edx: 5),
      highest, extended,
    ])
    #expect(intel.answer(0xe, 0) == highest.registers)
    #expect(intel.answer(0x8000_0009, 0) == highest.registers)
    #expect(intel.answer(0x8000_0007, 0).isZero)
    #expect(intel.answer(0xb, 9) == LeafRegisters(ecx: 9, edx: 5))
    let amd = KVMCPUIDTable([
      KVMCPUIDEntry(leaf: 0, eax: 0xd, ebx: 0x6874_7541, ecx: 0x444d_4163, edx: 0x6974_6e65),
      highest, extended,
    ])
    #expect(amd.answer(0xe, 0).isZero)
    #expect(amd.answer(0x8000_0009, 0).isZero)
  }
}
