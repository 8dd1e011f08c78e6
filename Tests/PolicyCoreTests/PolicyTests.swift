// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText
import TestSupport
import Testing

/// The policy value: vendors, signatures, stale leaves, knownness.
@Suite struct PolicyTests {
  private func vendor(_ text: String) -> Vendor {
    let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: max(0, 12 - text.utf8.count))
    func word(_ at: Int) -> UInt32 {
      (0..<4).reduce(0) { $0 | UInt32(bytes[at + $1]) << UInt32(8 * $1) }
    }
    return Vendor(ebx: word(0), ecx: word(8), edx: word(4))
  }

  @Test func vendors() {
    #expect(vendor("") == .unknown)
    #expect(vendor("            ") == .unknown)
    #expect(vendor("xxxxxxxxxxxx") == .unknown)
    #expect(vendor("GenuineIntel") == .intel)
    #expect(vendor("AuthenticAMD") == .amd)
    #expect(vendor("CentaurHauls") == .centaur)
    #expect(vendor("  Shanghai  ") == .shanghai)
    #expect(vendor("HygonGenuine") == .hygon)
    #expect(vendor("GenuineIntex") == .unknown)
  }

  @Test func signatures() {
    #expect(Signature(eax: 0x0003_06c3) == Signature(eax: 0x0003_06c3))
    let haswell = Signature(eax: 0x0003_06c3)
    #expect([haswell.family, haswell.model, haswell.stepping] == [6, 0x3c, 3])
    let genoa = Signature(eax: 0x00a1_0f11)
    #expect([genoa.family, genoa.model, genoa.stepping] == [0x19, 0x11, 1])
    // The extended fields do not count below family 6 and 0xf.
    let old = Signature(eax: 0x0ff0_0543)
    #expect([old.family, old.model, old.stepping] == [5, 4, 3])
  }

  private func survivors(_ set: (inout CPUPolicy) -> Void, clear: [UInt32] = []) -> Int {
    var policy = CPUPolicy()
    set(&policy)
    policy.clearStaleLeaves()
    var count = 0
    for slot in 0..<LeafLayout.slotCount {
      let leaf = policy[slot: slot]
      for register in [Register.eax, .ebx, .ecx, .edx] where leaf[register] == 0xc2 { count += 1 }
    }
    return count
  }

  @Test func staleLeaves() {
    #expect(
      survivors { policy in
        policy[leaf: 0].ebx = 0xc2
        policy[leaf: 1].eax = 0xc2
        for (leaf, subleaf) in [(4, 0), (7, 0), (0xb, 0), (0xd, 0), (0xd, 1)] as [(UInt32, UInt32)]
        {
          policy[leaf: leaf, subleaf: subleaf].eax = 0xc2
        }
      } == 1)
    #expect(
      survivors { policy in
        policy[.maxBasicLeaf] = 4
        policy[leaf: 4] = LeafRegisters(eax: 1, ebx: 0xc2)
        policy[leaf: 4, subleaf: 1].ebx = 0xc2
        for leaf: UInt32 in [7, 0xb, 0xd] { policy[leaf: leaf].eax = 0xc2 }
        policy[leaf: 0xd, subleaf: 1].eax = 0xc2
      } == 1)
    #expect(
      survivors { policy in
        policy[.maxBasicLeaf] = 7
        policy[leaf: 7].ebx = 0xc2
        policy[leaf: 7, subleaf: 1].ebx = 0xc2
        policy[leaf: 0xb].eax = 0xc2
        policy[leaf: 0xd].eax = 0xc2
      } == 1)
    #expect(
      survivors { policy in
        policy[.maxBasicLeaf] = 0xb
        policy[leaf: 0xb] = LeafRegisters(ebx: 0xc2, ecx: 0x100)
        policy[leaf: 0xb, subleaf: 1].ebx = 0xc2
        policy[leaf: 0xd].eax = 0xc2
      } == 1)
    for (mask, expected) in [(1, 2), (2, 2), (7, 3)] as [(UInt32, Int)] {
      #expect(
        survivors { policy in
          policy[.maxBasicLeaf] = 0xd
          policy[leaf: 0xd].eax = mask
          for subleaf: UInt32 in 0...3 { policy[leaf: 0xd, subleaf: subleaf].ebx = 0xc2 }
        } == expected)
    }
    #expect(
      survivors { policy in
        policy[leaf: 0x8000_0000].ebx = 0xc2
        policy[leaf: 0x8000_0001].eax = 0xc2
      } == 1)
  }

  @Test func unknownIsNotZero() throws {
    var policy = CPUPolicy()
    #expect(policy.isKnown(leaf: 4))
    let slot = try #require(LeafLayout.slot(4))
    policy.markUnknown(slot: slot)
    #expect(!policy.isKnown(leaf: 4) && policy != CPUPolicy())
    policy.record(LeafRegisters(eax: 1), leaf: 4)
    #expect(policy.isKnown(leaf: 4))
    policy.markUnknown(msr: .archCapabilities)
    policy.set(.rdclNo, true)
    #expect(!policy.isKnown(msr: .archCapabilities) && !policy.isKnown(.rdclNo))
  }

  @Test func fieldsAndFeaturesAddressTheirBits() {
    for field in Field.all {
      var policy = CPUPolicy()
      policy[field] = UInt32.max
      guard field.slot(subleaf: field.subleaves.lowerBound) != nil else {
        #expect(policy == CPUPolicy())
        continue
      }
      #expect(policy[field] == field.valueMask, "\(field.name)")
      let leaf = policy[leaf: field.leaf, subleaf: field.subleaves.lowerBound]
      #expect(leaf[field.register] == field.mask, "\(field.name)")
    }
    for feature in Feature.allNamed {
      var policy = CPUPolicy()
      policy.set(feature, true)
      #expect(policy.featureSet.features == [feature])
      policy.set(feature, false)
      #expect(policy.featureSet.isEmpty)
    }
  }

  /// On AMD's CPUs three things stand twice, on others none.
  @Test func copiesFollowTheirOriginals() {
    var policy = CPUPolicy()
    policy[leaf: 0] = LeafRegisters(eax: 1, ebx: 0x6874_7541, ecx: 0x444d_4163, edx: 0x6974_6e65)
    policy[leaf: 1] = LeafRegisters(eax: 0x00a2_0f12, edx: 0x178b_fbff)
    policy[.maxExtendedLeaf] = 0x8000_0001
    policy[leaf: 0x8000_0001].edx = 1 << 29 | 1
    policy.refreshCopies()
    #expect(
      policy[leaf: 0x8000_0000]
        == LeafRegisters(eax: 0x8000_0001, ebx: 0x6874_7541, ecx: 0x444d_4163, edx: 0x6974_6e65))
    #expect(
      policy[leaf: 0x8000_0001] == LeafRegisters(eax: 0x00a2_0f12, edx: 1 << 29 | 0x0183_f3ff))
    policy[.maxExtendedLeaf] = 0x8000_0000
    policy[leaf: 1].eax = 0
    policy.refreshCopies()
    #expect(policy[leaf: 0x8000_0001].eax == 0x00a2_0f12, "beyond the limit nothing is repeated")
    var intel = CPUPolicy()
    intel[leaf: 0] = LeafRegisters(eax: 1, ebx: 0x756e_6547, ecx: 0x6c65_746e, edx: 0x4965_6e69)
    intel[leaf: 1] = LeafRegisters(eax: 0x000a_0671, edx: 0x178b_fbff)
    intel[.maxExtendedLeaf] = 0x8000_0001
    intel.refreshCopies()
    #expect(intel[leaf: 0x8000_0001].isZero)
  }

  /// A limit that was not recorded bounds nothing.
  @Test func unknownLimits() throws {
    for (limit, leaf) in [(0, 7), (0x8000_0000, 0x8000_0008)] as [(UInt32, UInt32)] {
      var policy = CPUPolicy()
      policy[leaf: leaf].eax = 1
      #expect(policy.canonical[leaf: leaf].isZero)
      policy.markUnknown(slot: try #require(LeafLayout.slot(limit)))
      #expect(policy.canonical[leaf: leaf].eax == 1)
      policy[leaf: leaf ^ 0x8000_0000].eax = 1
      #expect(policy.canonical[leaf: leaf ^ 0x8000_0000].isZero)
    }
  }

  /// A state whose layout was not recorded is unknown in what is built from it.
  @Test func unknownStateLayouts() throws {
    let second = try #require(LeafLayout.slot(0xd, 2))
    var hardware = CPUPolicy()
    hardware[slot: second] = LeafRegisters(eax: 256, ebx: 576)
    var policy = CPUPolicy()
    policy.set(.xsave, true)
    policy.set(.avx, true)
    policy.rebuildXstate(hardware: hardware)
    #expect(policy[slot: second] == LeafRegisters(eax: 256, ebx: 576))
    #expect(policy.isKnown(slot: second) && policy[leaf: 0xd].ecx == 832)
    hardware.markUnknown(slot: second)
    policy.rebuildXstate(hardware: hardware)
    #expect(!policy.isKnown(slot: second))
    #expect(policy.subleafCount(0x1234) == 0 && policy.subleafCount(1) == 1)
  }

  /// In the compact format a state begins where the last one ends, or at the next 64 bytes.
  @Test func compactSizes() {
    var policy = CPUPolicy()
    policy[leaf: 0xd, subleaf: 2] = LeafRegisters(eax: 100, ebx: 576)
    policy[leaf: 0xd, subleaf: 9] = LeafRegisters(eax: 8, ebx: 2688)
    #expect(policy.xsaveCompactSize(0) == 0 && policy.xsaveCompactSize(3) == 576)
    #expect(policy.xsaveCompactSize(0x207) == 684 && policy.xsaveSize(0x207) == 2696)
    policy[leaf: 0xd, subleaf: 9].ecx = 2
    #expect(policy.xsaveCompactSize(0x207) == 712)
  }

  /// What hangs on a fact changes in a recorded policy where the record agrees with the assumption.
  @Test func changesOfAFact() {
    var first = CPUPolicy()
    var second = CPUPolicy()
    first[leaf: 1].ecx = 0b0011
    second[leaf: 1].ecx = 0b0101
    first[msr: .archCapabilities] = 0b0011
    second[msr: .archCapabilities] = 0b0101
    second[msr: .platformInfo] = 7
    first.markUnknown(msr: .platformInfo)
    for (recorded, changed) in [(0b0011, 0b0101), (0b0101, 0b0101), (0b1001, 0b1101), (0, 0b0100)]
      as [(UInt32, UInt32)]
    {
      var policy = CPUPolicy()
      policy[leaf: 1].ecx = recorded
      policy[msr: .archCapabilities] = UInt64(recorded)
      policy.change(whereDiffer: first, second)
      #expect(policy[leaf: 1].ecx == changed && policy[msr: .platformInfo] == 7)
      #expect(policy[msr: .archCapabilities] ?? 0 == UInt64(changed))
    }
  }

  /// The other extreme of an unknown ARCH_CAPABILITIES has every bit that a row names.
  @Test func otherCapabilities() {
    var facts = HostFacts(boot: CPUPolicy())
    let isOneValue = facts.assumeOtherwise(.archCapabilities)
    #expect(isOneValue)
    let word = Feature.rdclNo.rawValue / 32
    let low = UInt64(FeatureSet.known[word: Int(word)])
    #expect((facts.boot[msr: .archCapabilities] ?? 0) & 0xffff_ffff == low)
    #expect((facts.boot[msr: .archCapabilities] ?? 0) >> 32 != 0)
    let isAny = facts.assumeOtherwise(.otherCPUs)
    #expect(!isAny)
  }

  @Test func hostileLimitsDoNotTrap() {
    var policy = CPUPolicy()
    for slot in 0..<LeafLayout.slotCount {
      policy[slot: slot] = LeafRegisters(eax: .max, ebx: .max, ecx: .max, edx: .max)
    }
    var count = 0
    policy.forEachLeaf { _, _ in count += 1 }
    #expect(count > 100 && count <= LeafLayout.slotCount)
    #expect(policy.canonical[leaf: 0x20_0000] == LeafRegisters())
    _ = SystemPolicies(facts: HostFacts(boot: policy))
    _ = policy.xsaveSize(.max) &+ policy.xsaveCompactSize(.max)
    #expect(policy[slot: -1].isZero && policy[slot: 100_000].isZero)
  }

  /// For any data, limits and gaps: what a canonical copy loses, found without a copy.
  @Test func hiddenFeaturesAreWhatACanonicalCopyLoses() {
    var generator = SeededGenerator.fresh("hidden features")
    var hidden = 0
    for _ in 0..<1000 {
      var policy = CPUPolicy()
      for slot in 0..<LeafLayout.slotCount {
        func word() -> UInt32 { .random(in: 0...UInt32.max, using: &generator) }
        policy[slot: slot] = LeafRegisters(eax: word(), ebx: word(), ecx: word(), edx: word())
        if Int.random(in: 0..<20, using: &generator) == 0 { policy.markUnknown(slot: slot) }
      }
      policy[msr: .archCapabilities] = .random(in: 0...UInt64.max, using: &generator)
      policy[.maxBasicLeaf] = .random(in: 0...0x20, using: &generator)
      policy[.maxLeaf7Subleaf] = .random(in: 0...3, using: &generator)
      policy[.maxExtendedLeaf] = 0x8000_0000 + UInt32.random(in: 0...0x22, using: &generator)
      let expected = policy.featureSet.subtracting(policy.canonical.featureSet)
      #expect(policy.hiddenFeatures == expected)
      var context = AuditContext(kind: .hvm)
      context.accept(hiddenFeaturesOf: policy)
      #expect(context.hiddenFeatures == expected)
      hidden += expected.count
    }
    #expect(hidden > 1000)
  }

  /// What to execute CPUID for: all that is served, once, but for the hypervisor's own leaves.
  @Test func placesAreWhatIsServed() {
    var served = ServedABI.xen
    for basic: UInt32 in [0xd, 0x24] {
      served.maxBasicLeaf = basic
      let expected = (0..<LeafLayout.slotCount).map { LeafLayout.place(ofSlot: $0) }
        .filter { served.carries($0) && $0.leaf >> 28 != 4 }
      let found = (0..<expected.count).compactMap { served.place(at: $0) }
      #expect(found == expected && served.place(at: expected.count) == nil)
      #expect(served.place(at: .max) == nil)
    }
  }
}
