// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// Traps that real CPUs set for whoever reads and derives.
@Suite struct TrapTests {
  private func cpu(_ rows: String) throws -> CPUPolicy {
    let document = try PolicyReader.read(Array(rows.utf8).span, source: "trap")
    return try #require(document.cpus.first)
  }

  private func corpus(_ name: String) throws -> CPUPolicy {
    let path = try #require(Corpus.dumps.first { $0.contains(name) })
    return try #require(try InputFile.read(path).cpus.first)
  }

  /// The vendor string is EBX, EDX, ECX; the brand string EAX, EBX, ECX, EDX, blanks in front.
  @Test func strings() throws {
    let policy = try cpu(
      """
      CPUID 00000000: 00000001-68747541-444D4163-69746E65
      CPUID 80000000: 80000004-00000000-00000000-00000000
      CPUID 80000002: 20202020-20444D41-52595045-20433245
      CPUID 80000003: 00313037-00000000-00000000-00000000
      CPUID 80000004: 00000000-00000000-00000000-00000000
      """)
    #expect(policy.vendorString == "AuthenticAMD")
    #expect(policy.brandString == "AMD EPYRE2C 701")
  }

  /// A CPU without extended leaves answers 0x80000000 with the last basic leaf's data, which is no
  /// limit: guests get none, and what they get passes its own audit.
  @Test func answerThatIsNoExtendedLimit() throws {
    let raw = try cpu(
      """
      CPUID 00000000: 00000002-756E6547-6C65746E-49656E69
      CPUID 00000001: 00000619-00000000-00000000-0000FBFF
      CPUID 00000002: 03020101-00000000-00000000-06040A42
      CPUID 80000000: 03020101-00000000-00000000-06040A42
      """)
    #expect(raw[.maxExtendedLeaf] == 0x0302_0101)
    let policies = SystemPolicies(facts: HostFacts(boot: raw))
    for (kind, max, policy) in [
      (GuestKind.hvm, policies.hvmMax, policies.hvmDefault),
      (.pv, policies.pvMax, policies.pvDefault),
    ] {
      #expect(policy[.maxExtendedLeaf] == 0)
      var context = AuditContext(kind: kind)
      context.hiddenFeatures = policy.hiddenFeatures
      let auditor = Auditor(bound: max, context: context)
      #expect(auditor.violations(of: policy).isEmpty)
    }
  }

  /// Bare Intel CPUs answer ranges that they do not have with the last basic leaf's data.
  @Test func mirroredRanges() throws {
    let policy = try cpu(
      """
      CPUID 00000000: 00000002-756E6547-6C65746E-49656E69
      CPUID 00000001: 000006F6-00000800-0000E3BD-BFEBFBFF
      CPUID 00000002: 05B0B101-005657F0-00000000-2CB43049
      CPUID 40000000: 05B0B101-005657F0-00000000-2CB43049
      CPUID 80000000: 05B0B101-005657F0-00000000-2CB43049
      """)
    #expect(policy[leaf: 0x4000_0000].isZero)
    #expect(policy.extendedLeafCount == 0)
    #expect(policy.brandString == nil)
  }

  /// A dump taken inside of a hypervisor keeps its leaves; raw hides them.
  @Test func outerHypervisor() throws {
    let path = Fixtures.path("guest-epyc.txt")
    let host = try #require(HostDescription(name: "x", document: try InputFile.read(path)))
    #expect(!host.boot[leaf: 0x4000_0000].isZero)
    #expect(SystemPolicies(facts: host.facts).raw[leaf: 0x4000_0000].isZero)
  }

  /// XCR0 bit 9 without the PKU feature: the mask comes from features, never from the hardware.
  @Test(.enabled(if: Corpus.isPresent, "needs CPUPOLICY_CORPUS"))
  func protectionKeysWithoutFeature() throws {
    let rome = try corpus("K17_Rome")
    #expect(rome.xcr0Mask >> 9 & 1 == 1 && !rome.has(.pku))
    let policies = SystemPolicies(facts: HostFacts(boot: rome))
    #expect(policies.hvmMax.xcr0Mask >> 9 & 1 == 0)
  }

  /// Both tile components come and go together, and AVX-512's three.
  @Test func componentsGoTogether() {
    var raw = CPUPolicy()
    raw[leaf: 0] = LeafRegisters(eax: 0xd, ebx: 0x756e_6547, ecx: 0x6c65_746e, edx: 0x4965_6e69)
    raw.featureSet = .known
    raw[leaf: 0xd, subleaf: 17] = LeafRegisters(eax: 64, ebx: 2752)
    raw[leaf: 0xd, subleaf: 18] = LeafRegisters(eax: 8192, ebx: 2816)
    let host = SystemPolicies(facts: HostFacts(boot: raw)).hostDefault
    #expect(host.xcr0Mask >> 17 & 3 == 3 || !host.has(.amxTile))
    #expect(host.xcr0Mask >> 5 & 7 == (host.has(.avx512f) ? 7 : 0))
    var without = raw
    without.set(.amxTile, false)
    let lower = SystemPolicies(facts: HostFacts(boot: without)).hostDefault
    #expect(lower.xcr0Mask >> 17 & 3 == 0)
    #expect(lower[leaf: 0xd, subleaf: 18].isZero)
  }

  /// Leaf 4 is not AMD's and 0x8000001d not Intel's: guests see zero there.
  @Test(.enabled(if: Corpus.isPresent, "needs CPUPOLICY_CORPUS"))
  func cacheLeavesByVendor() throws {
    let amd = SystemPolicies(facts: HostFacts(boot: try corpus("Genoa_02")))
    #expect(amd.hvmMax[leaf: 4].isZero && amd.hvmMax[leaf: 0x8000_001d].isZero)
    #expect(!amd.raw[leaf: 0x8000_001d].isZero)
    let intel = SystemPolicies(facts: HostFacts(boot: try corpus("HaswellXeon")))
    #expect(!intel.hvmMax[leaf: 4].isZero)
  }

  /// HYBRID and leaf 0x1a are hidden together: a virtual CPU is not tied to a core type.
  @Test(.enabled(if: Corpus.isPresent, "needs CPUPOLICY_CORPUS"))
  func hybridIsHidden() throws {
    let raw = try corpus("AlderLakeP")
    #expect(raw.has(.hybrid))
    let policies = SystemPolicies(facts: HostFacts(boot: raw))
    for kind in [PolicyKind.pvMax, .hvmMax, .hvmDefault] {
      #expect(!policies[kind].has(.hybrid) && policies[kind][leaf: 0x1a].isZero)
    }
  }

  /// The five lists of caches and levels end by their own marker.
  @Test(.enabled(if: Corpus.isPresent, "needs CPUPOLICY_CORPUS"), arguments: Corpus.dumps)
  func lastShiftsAgree(_ path: String) throws {
    for cpu in try InputFile.read(path).cpus where cpu[.maxBasicLeaf] >= 0x1f {
      let old = cpu.subleafCount(0xb)
      let new = cpu.subleafCount(0x1f)
      guard old > 0, new > 0 else { continue }
      let shift = cpu[.topologyShift, subleaf: UInt32(old - 1)]
      #expect(cpu[.topologyV2Shift, subleaf: UInt32(new - 1)] == shift)
    }
  }

  /// Old AMD parts give another signature in 0x80000001 than in leaf 1; guests get leaf 1's.
  @Test(.enabled(if: Corpus.isPresent, "needs CPUPOLICY_CORPUS"), arguments: Corpus.dumps)
  func extendedSignature(_ path: String) throws {
    let cpu = try #require(try InputFile.read(path).cpus.first)
    guard cpu.vendor.isAMDLike else { return }
    let guest = SystemPolicies(facts: HostFacts(boot: cpu)).pvMax
    #expect(guest[leaf: 0x8000_0001].eax == guest[leaf: 1].eax)
  }
}
