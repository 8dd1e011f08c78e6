// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// Xen checks four things and silently changes or passes the rest: here each one is a violation, at its
/// place.
@Suite struct StricterThanXenTests {
  private static let leaves = TopologyLeaves(maxBasicLeaf: 0x1f, maxExtendedLeaf: 0x8000_0026)

  /// A domain of a host, its auditor and its policy.
  private struct Guest {
    var auditor: Auditor
    var policy: CPUPolicy
    var policies: SystemPolicies

    init(
      _ fixture: String, _ kind: GuestKind = .hvm, limit: UInt32 = 48, nested: Bool = false
    ) throws {
      let document = try InputFile.read(Fixtures.path(fixture))
      let host = try #require(HostDescription(name: "x", document: document))
      policies = SystemPolicies(facts: host.facts)
      var settings = DomainSettings(
        kind: kind, topology: try Topology(sockets: 1, cores: 2, threads: 2),
        hasNestedVirtualisation: nested, physicalAddressLimit: limit)
      settings.hasPerformanceCounters = false
      policy = try policies.initialPolicy(settings, leaves: leaves)
      auditor = DomainPolicyTests.auditor(policies, settings)
    }

    /// What is wrong after a change.
    mutating func found(_ change: (inout CPUPolicy) -> Void) -> [Violation] {
      var candidate = policy
      change(&candidate)
      return auditor.violations(of: candidate)
    }
  }

  private func expect(
    _ found: [Violation], _ code: ViolationCode, _ leaf: UInt32, _ subleaf: UInt32,
    _ register: Register, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let place = LeafPlace(leaf, subleaf)
    #expect(
      found.contains { $0.code == code && $0.place == .leaf(place, register) },
      "\(found.map { "\($0.code) \($0.placeText)" })", sourceLocation: sourceLocation)
  }

  private func expect(
    _ found: [Violation], _ code: ViolationCode, _ leaf: UInt32, _ register: Register,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expect(
      found, code, leaf, LeafPlace.noSubleaf, register, sourceLocation: sourceLocation)
  }

  private static let intel = "emulated-Skylake-Server-v4.txt"
  private static let amd = "emulated-EPYC-Rome.txt"
  private static let withAVX = "guest-epyc.txt"

  @Test func unchangedIsAccepted() throws {
    var intel = try Guest(Self.intel)
    var amd = try Guest(Self.amd)
    #expect(intel.found { _ in }.isEmpty && amd.found { _ in }.isEmpty)
  }

  // MARK: The four things that Xen checks

  @Test func compatibility() throws {
    var guest = try Guest(Self.amd)
    expect(guest.found { $0[.maxBasicLeaf] = 0xe }, .limitAboveBound, 0, .eax)
    expect(guest.found { $0[.maxLeaf7Subleaf] = 3 }, .limitAboveBound, 7, 0, .eax)
    expect(guest.found { $0[.maxExtendedLeaf] = 0x8000_0022 }, .limitAboveBound, 0x8000_0000, .eax)
    expect(guest.found { $0[.vendorStringPart1] &+= 1 }, .vendorDiffers, 0, .ebx)
    let platform = guest.found { $0[msr: .platformInfo] = 0x8000_0001 }
    #expect(platform.contains { $0.code == .reservedBits && $0.place == .msr(.platformInfo) })
    let wide = guest.found { $0[msr: .platformInfo] = 1 << 40 }
    #expect(wide.contains { $0.place == .msr(.platformInfo) && $0.lowBit == 40 })
    var pv = try Guest(Self.amd, .pv, limit: 52)
    let faulting = pv.found { $0[msr: .platformInfo] = 0x8000_0000 }
    #expect(faulting.contains { $0.place == .msr(.platformInfo) })
  }

  /// Xen accepts a guest with every ARCH_CAPABILITIES bit and every bit of leaf 1 ECX set.
  @Test func everythingSetIsRejected() throws {
    for fixture in [Self.intel, Self.amd] {
      var guest = try Guest(fixture)
      let found = guest.found {
        $0[leaf: 1].ecx = 0xffff_ffff
        $0[msr: .archCapabilities] = .max
      }
      let max = guest.policies.hvmMax.featureSet
      for feature in Feature.allNamed where feature.word == 1 || feature.word == 16 {
        guard !max.contains(feature) else { continue }
        #expect(found.contains { $0.subject == .feature(feature) }, "\(feature.name)")
      }
      #expect(found.contains { $0.code == .reservedBits && $0.place == .msr(.archCapabilities) })
    }
  }

  // MARK: What Xen changes without a word

  @Test func limits() throws {
    // In a domain the extended limit ends at 0x80000008 on Intel.
    var guest = try Guest(Self.intel)
    expect(guest.found { $0[.maxExtendedLeaf] = 0x8000_0009 }, .limitAboveBound, 0x8000_0000, .eax)
    expect(guest.found { $0[.maxExtendedLeaf] = 8 }, .limitMalformed, 0x8000_0000, .eax)
  }

  @Test func features() throws {
    var shadow = try Guest(Self.amd, .hvmShadow, limit: 44)
    expect(shadow.found { $0.set(.page1gb, true) }, .featureNotOffered, 0x8000_0001, .edx)
    var guest = try Guest(Self.amd)
    let nested = guest.found { $0.set(.svm, true) }
    #expect(nested.contains { $0.subject == .feature(.svm) })
    var pv = try Guest(Self.intel, .pv32, limit: 52)
    expect(pv.found { $0.set(.lm, true) }, .notForThisKind, 0x8000_0001, .edx)
    expect(pv.found { $0.set(.syscall, true) }, .notForThisKind, 0x8000_0001, .edx)
    expect(guest.found { $0.set(.xsave, false) }, .prerequisiteMissing, 1, .ecx)
    expect(
      guest.found {
        $0[.maxBasicLeaf] = 0xb
        $0.clearStaleLeaves()
      }, .needsHigherLeaf, 1, .ecx)
  }

  @Test func hostBehaviour() throws {
    var guest = try Guest(Self.intel)
    for feature in [Feature.fdpExcpOnly, .noFpuSel] {
      let host = guest.policies.hostDefault.has(feature)
      expect(guest.found { $0.set(feature, !host) }, .differsFromHost, 7, 0, .ebx)
    }
    expect(guest.found { $0[.clflushLineSize] = 16 }, .fieldDiffers, 1, .ebx)
  }

  @Test func widths() throws {
    var guest = try Guest(Self.amd)
    let place: UInt32 = 0x8000_0008
    expect(guest.found { $0[.maxPhysicalAddressBits] = 49 }, .fieldAboveBound, place, .eax)
    expect(guest.found { $0[.maxPhysicalAddressBits] = 35 }, .physicalWidth, place, .eax)
    expect(guest.found { $0[.maxLinearAddressBits] = 57 }, .linearWidth, place, .eax)
    expect(guest.found { $0[.guestPhysicalAddressBits] = 40 }, .fieldAboveBound, place, .eax)
    var shadow = try Guest(Self.amd, .hvmShadow, limit: 44)
    expect(shadow.found { $0[.maxPhysicalAddressBits] = 45 }, .fieldAboveBound, place, .eax)
  }

  @Test func states() throws {
    var guest = try Guest(Self.amd)
    #expect(guest.policy.xcr0Mask & 4 != 0, "the fixture has AVX")
    expect(guest.found { $0[leaf: 0xd].eax &= ~4 }, .xstateMask, 0xd, 0, .eax)
    expect(guest.found { $0[leaf: 0xd].eax |= 8 }, .xstateMask, 0xd, 0, .eax)
    expect(guest.found { $0[leaf: 0xd].ecx += 64 }, .xstateSize, 0xd, 0, .ecx)
    expect(guest.found { $0[leaf: 0xd, subleaf: 2].ebx += 64 }, .xstateComponent, 0xd, 2, .ebx)
    expect(guest.found { $0[leaf: 0xd].ebx = 576 }, .fieldMustBeZero, 0xd, 0, .ebx)
  }

  @Test func miscellany() throws {
    var intel = try Guest(Self.intel)
    expect(intel.found { $0[.initialApicId] = 4 }, .fieldMustBeZero, 1, .ebx)
    expect(intel.found { $0[leaf: 1].eax |= 1 << 14 }, .reservedBits, 1, .eax)
    expect(intel.found { $0[.processorType] = 1 }, .fieldMustBeZero, 1, .eax)
    expect(intel.found { $0[leaf: 5].eax = 64 }, .fieldMustBeZero, 5, .eax)
    expect(intel.found { $0[leaf: 6].eax = 4 }, .fieldNotOffered, 6, .eax)
    expect(intel.found { $0[leaf: 3].ecx = 1 }, .fieldMustBeZero, 3, .ecx)
    expect(intel.found { $0[leaf: 0x8000_0000].ebx = 1 }, .copyDiffers, 0x8000_0000, .ebx)
    expect(
      intel.found { $0[leaf: 0x8000_0005].ecx = 0x4002_0140 }, .fieldNotDefined, 0x8000_0005, .ecx)
    expect(intel.found { $0[leaf: 0x8000_0001].eax = 0x663 }, .copyDiffers, 0x8000_0001, .eax)
    expect(intel.found { $0[leaf: 0x8000_0007].ebx = 1 }, .fieldMustBeZero, 0x8000_0007, .ebx)
    var amd = try Guest(Self.amd)
    expect(amd.found { $0[leaf: 4].eax = 0x121 }, .fieldNotDefined, 4, 0, .eax)
    expect(amd.found { $0[leaf: 2].eax = 1 }, .fieldDiffers, 2, .eax)
    expect(amd.found { $0[leaf: 0x8000_0001].eax ^= 0x10 }, .copyDiffers, 0x8000_0001, .eax)
    expect(amd.found { $0[leaf: 0x8000_0001].edx ^= 1 }, .copyDiffers, 0x8000_0001, .edx)
    expect(amd.found { $0[leaf: 0x8000_001a].eax |= 1 << 9 }, .reservedBits, 0x8000_001a, .eax)
  }

  @Test func gatedLeaves() throws {
    var amd = try Guest(Self.amd)
    let found = amd.found { $0[leaf: 0x8000_000a].eax = 1 }
    #expect(found.contains { $0.place == .leaf(LeafPlace(0x8000_000a), .eax) })
    var intel = try Guest(Self.intel)
    let counters = intel.found { $0[leaf: 0xa].eax = 0x0730_0402 }
    #expect(counters.contains { $0.place == .leaf(LeafPlace(0xa), .eax) })
  }

  // MARK: What Xen passes unseen

  @Test func signature() throws {
    var guest = try Guest(Self.intel)
    expect(guest.found { $0[.extendedFamily] = 3 }, .signatureMalformed, 1, .eax)
    #expect(guest.found { $0[.steppingId] = 5 }.isEmpty, "a toolstack may choose a model")
  }

  @Test func brand() throws {
    var guest = try Guest(Self.intel)
    expect(guest.found { $0[.brandStringPart12] = 0x4142_0000 }, .brandMalformed, 0x8000_0004, .edx)
    expect(guest.found { $0[.brandStringPart1] = 0x0707_0707 }, .brandMalformed, 0x8000_0002, .eax)
  }

  @Test func cachesAndTopology() throws {
    var intel = try Guest(Self.intel)
    expect(intel.found { $0[leaf: 2].ebx = 0x8000_00ff }, .cacheDescriptors, 2, .ebx)
    expect(intel.found { $0[leaf: 4].eax |= 0x1f }, .cacheList, 4, 0, .eax)
    expect(intel.found { $0[.logicalProcessorsPerPackage] = 16 }, .packageRoom, 1, .ebx)
    expect(
      intel.found { $0[.cacheThreadsSharing, subleaf: 0] = 63 }, .cacheSharing, 4, 0, .eax)
    expect(intel.found { $0[leaf: 0xb].ebx = 3 }, .levels, 0xb, 0, .ebx)
    expect(intel.found { $0[leaf: 0xb].edx = 3 }, .fieldMustBeZero, 0xb, 0, .edx)
    expect(intel.found { $0.set(.htt, false) }, .singleProcessor, 1, .edx)
    var amd = try Guest(Self.amd)
    expect(amd.found { $0[leaf: 0x8000_0006].ecx = 0x0200_7140 }, .cacheCodes, 0x8000_0006, .ecx)
    expect(amd.found { $0[leaf: 0x8000_0005].ecx = 0x0002_0140 }, .cacheCodes, 0x8000_0005, .ecx)
    expect(amd.found { $0[.threadCountMinusOne] = 200 }, .processorCount, 0x8000_0008, .ecx)
    expect(amd.found { $0[.apicIdCoreIdSize] = 1 }, .processorCount, 0x8000_0008, .ecx)
    expect(amd.found { $0[.maxHypervisorLeaf] = 0x99 }, .hypervisorLimit, 0x4000_0000, .eax)
  }

  /// Data in a leaf that the limits hide is reported once.
  @Test func staleData() throws {
    var guest = try Guest(Self.intel)
    let found = guest.found { $0[leaf: 0x14].ebx = 1 }
    #expect(found.map(\.code) == [.beyondLimits])
    expect(found, .beyondLimits, 0x14, 0, .ebx)
  }

  /// Features beyond the candidate's own limits would vanish from what is taken, so they are refused:
  /// in a domain's policy, and in one of the system but for what its own default shows so.
  @Test func featuresBeyondTheLimitsAreStale() throws {
    var guest = try Guest(Self.withAVX)
    #expect(guest.policy[leaf: 7, subleaf: 1].eax != 0)
    expect(guest.found { $0[.maxLeaf7Subleaf] = 0 }, .beyondLimits, 7, 1, .eax)
    expect(
      guest.found { $0[.maxExtendedLeaf] = 0x8000_0020 }, .beyondLimits, 0x8000_0021, .eax)
    let bound = guest.policies.hvmMax
    let auditor = Auditor(bound: bound, context: AuditContext(kind: .hvm))
    #expect(auditor.accepts(bound))
    var candidate = bound
    candidate[.maxLeaf7Subleaf] = 0
    expect(auditor.violations(of: candidate), .beyondLimits, 7, 1, .eax)
    candidate = bound
    candidate[.maxExtendedLeaf] = 0x8000_0020
    expect(auditor.violations(of: candidate), .beyondLimits, 0x8000_0021, .eax)
    // So is all else that the bound shows and the candidate's limits hide.
    candidate = bound
    candidate[.maxBasicLeaf] = 1
    expect(auditor.violations(of: candidate), .beyondLimits, 0xd, 0, .eax)
  }

  /// What a policy of the system has in its featureset alone is no fault of its own default.
  @Test func hiddenFeaturesOfTheDefaultAreAccepted() throws {
    var raw = try Guest("emulated-Penryn.txt").policies.raw
    raw[.maxBasicLeaf] = 2
    let policies = SystemPolicies(facts: HostFacts(boot: raw.canonical))
    let hidden = policies.hvmDefault.hiddenFeatures
    #expect(hidden.contains(.archCaps))
    var context = AuditContext(kind: .hvm)
    context.hostFeatures = policies.hostDefault.featureSet
    #expect(!Auditor(bound: policies.hvmMax, context: context).accepts(policies.hvmDefault))
    context.hiddenFeatures = hidden
    #expect(Auditor(bound: policies.hvmMax, context: context).accepts(policies.hvmDefault))
  }

  /// XFD of a component is a promise like any feature.
  @Test func extendedFeatureDisableIsBounded() throws {
    var guest = try Guest(Self.withAVX)
    for component: UInt32 in [2, 5, 7] {
      #expect(guest.policy[leaf: 0xd, subleaf: component].eax != 0)
      let found = guest.found { $0[.xstateComponentXfd, subleaf: component] = 1 }
      expect(found, .fieldNotOffered, 0xd, component, .ecx)
    }
    let bound = guest.policies.hvmMax
    var candidate = bound
    candidate[.xstateComponentXfd, subleaf: 2] = 1
    let auditor = Auditor(bound: bound, context: AuditContext(kind: .hvm))
    expect(auditor.violations(of: candidate), .fieldNotOffered, 0xd, 2, .ecx)
  }

  /// A bound may have AVX and no layout for its state: then no candidate's layout is acceptable, and
  /// what is wrong is said at the component.
  @Test func componentThatTheBoundLacksIsRefused() throws {
    var bound = try Guest(Self.withAVX).policies.hvmMax
    let candidate = bound
    #expect(!bound[leaf: 0xd, subleaf: 2].isZero)
    bound[leaf: 0xd, subleaf: 2] = LeafRegisters()
    let found = Auditor(bound: bound, context: AuditContext(kind: .hvm)).violations(of: candidate)
    expect(found, .fieldDiffers, 0xd, 2, .eax)
    expect(found, .fieldDiffers, 0xd, 2, .ebx)
  }

  /// Below its own limits a candidate may hold nothing, although the bound holds something there.
  @Test func dataThatOnlyTheBoundShowsIsStale() throws {
    let bound = try Guest(Self.withAVX).policies.hvmMax
    #expect(!bound[leaf: 0xd, subleaf: 2].isZero)
    var context = AuditContext(domain: .hvm)
    context.hasPerformanceCounters = true
    let auditor = Auditor(bound: bound, context: context)
    var candidate = bound
    candidate[.maxBasicLeaf] = 0x1
    expect(auditor.violations(of: candidate), .beyondLimits, 0xd, 2, .eax)
  }
}
