// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// Where a rule ends: bounds with more than a max policy has, CPUs of rare makers, lists of which only
/// part was recorded.
@Suite struct AuditEdgeTests {
  private static func policies(_ fixture: String) throws -> SystemPolicies {
    let document = try InputFile.read(Fixtures.path(fixture))
    return SystemPolicies(facts: try #require(HostDescription(name: "x", document: document)).facts)
  }

  private static let intel = "emulated-Skylake-Server-v4.txt"
  private static let amd = "guest-epyc.txt"

  /// The codes that are found at a place, with their bits.
  private func found(
    _ auditor: Auditor, _ candidate: CPUPolicy, _ register: Register, _ leaf: UInt32,
    _ subleaf: UInt32 = LeafPlace.noSubleaf
  ) -> [String] {
    let place = LeafPlace(leaf, subleaf)
    return auditor.violations(of: candidate).filter { $0.place == .leaf(place, register) }
      .map { "\($0.code) \($0.fieldName) \($0.bitsText)" }
  }

  /// A recorded bound may hold more than a max policy. In a domain what its rows and the lack of them
  /// refuse is refused all the same, also beside feature bits.
  @Test func fieldsBesideFeaturesAreJudgedByTheirRows() throws {
    var bound = try Self.policies(Self.amd).hvmMax
    bound[leaf: 0x8000_0007].edx |= 1 << 1 | 1 << 20
    let domain = Auditor(bound: bound, context: AuditContext(domain: .hvm))
    #expect(
      found(domain, bound, .edx, 0x8000_0007)
        == ["fieldMustBeZero frequencyIdControl 1", "reservedBits reserved 20"])
    #expect(Auditor(bound: bound, context: AuditContext(kind: .hvm)).accepts(bound))
  }

  /// An MSR whose one row spans it is a register of features only where features.csv has its bits.
  @Test func derivedRegistersAreNoFeatures() throws {
    var bound = try Self.policies(Self.intel).hvmMax
    let fixed = MSRIndex(rawValue: 0x489)
    bound[msr: fixed] = 0x3727ff
    bound.set(.vmx, true)
    let auditor = Auditor(
      bound: bound, context: AuditContext(domain: .hvm, hasNestedVirtualisation: true))
    var candidate = bound
    func codes() -> [ViolationCode] {
      auditor.violations(of: candidate).filter { $0.place == .msr(fixed) }.map(\.code)
    }
    #expect(codes().isEmpty)
    candidate[msr: fixed] = 0x3727fe
    #expect(codes() == [.derivedDiffers])
  }

  /// A bit has its row's name whoever made the CPU, and in the hypervisors' leaves that of the
  /// hypervisor which the candidate names.
  @Test func rowsOfOtherMakersAreNamed() throws {
    var bound = try Self.policies(Self.intel).hvmMax
    bound[leaf: 0] = LeafRegisters(
      eax: 0xd, ebx: 0x746e_6543, ecx: 0x736c_7561, edx: 0x4872_7561)
    let auditor = Auditor(bound: bound, context: AuditContext(domain: .hvm))
    var candidate = bound
    candidate[leaf: 0x8000_0007].ebx = 1 << 4
    #expect(found(auditor, candidate, .ebx, 0x8000_0007) == ["fieldMustBeZero pfehSupport 4"])
    candidate[leaf: 0x4000_0001].eax = 1 << 7
    for (name, row) in [
      (0, "derivedDiffers hypervInterfaceName 31:0"),
      (0x4b4d_564b, "fieldNotOffered kvmPvUnhalt 7"),
      (0x566e_6558, "derivedDiffers xenMinorVersion 15:0"),
    ] as [(UInt32, String)] {
      candidate[.hypervisorNamePart1] = name
      #expect(found(auditor, candidate, .eax, 0x4000_0001) == [row])
    }
  }

  /// What the bound has clear in a component's layout is refused once.
  @Test func layoutsAreRefusedOnce() throws {
    let bound = try Self.policies(Self.amd).hvmMax
    let auditor = Auditor(bound: bound, context: AuditContext(kind: .hvm))
    var candidate = bound
    candidate[.xstateComponentSupervisor, subleaf: 2] = 1
    #expect(
      found(auditor, candidate, .ecx, 0xd, 2) == ["fieldDiffers xstateComponentSupervisor 0"])
    candidate = bound
    candidate[.xstateComponentSize, subleaf: 2] += 64
    #expect(found(auditor, candidate, .eax, 0xd, 2) == ["xstateComponent xstateComponentSize 31:0"])
  }

  /// A list of which part was not recorded has no known end: what is missing is told, and what is
  /// there is judged by its rows.
  @Test func unrecordedListsAreNotAccepted() throws {
    let bound = try Self.policies(Self.intel).hvmMax
    let auditor = Auditor(bound: bound, context: AuditContext(kind: .hvm))
    #expect(auditor.accepts(bound))
    for leaf in [4, 0xd] as [UInt32] {
      var candidate = bound
      for slot in 0..<LeafLayout.slotCount where LeafLayout.place(ofSlot: slot).leaf == leaf {
        candidate.markUnknown(slot: slot)
      }
      #expect(found(auditor, candidate, .eax, leaf, 0) == ["candidateUnknown register 31:0"])
    }
    var candidate = bound
    candidate.markUnknown(slot: try #require(LeafLayout.slot(4, 0)))
    candidate[leaf: 4, subleaf: 1].eax |= 1 << 10
    #expect(found(auditor, candidate, .eax, 4, 1) == ["reservedBits cacheReserved 13:10"])
  }

  /// Data beyond a limit is stale also where its leaf was not recorded.
  @Test func unrecordedLeavesMayBeStale() throws {
    let bound = try Self.policies(Self.intel).hvmMax
    let auditor = Auditor(bound: bound, context: AuditContext(domain: .hvm))
    var candidate = bound
    candidate[.maxBasicLeaf] = 6
    let slot = try #require(LeafLayout.slot(7, 1))
    candidate.markUnknown(slot: slot)
    candidate[slot: slot].eax = 1 << 4
    #expect(found(auditor, candidate, .eax, 7, 1).contains("beyondLimits register 4"))
  }

  /// Without extended leaves there is nothing to repeat, and nothing else either.
  @Test func copiesWithoutExtendedLeaves() throws {
    let policies = try Self.policies(Self.intel)
    let auditor = Auditor(bound: policies.hvmMax, context: AuditContext(domain: .hvm))
    var candidate = policies.hvmMax
    candidate[leaf: 0x8000_0000] = LeafRegisters()
    #expect(found(auditor, candidate, .ebx, 0x8000_0000).isEmpty)
    candidate[leaf: 0x8000_0000].ebx = 1
    #expect(
      found(auditor, candidate, .ebx, 0x8000_0000) == ["copyDiffers extendedVendorPart1 31:0"])
    // One extended leaf is enough to repeat a signature, which Intel's CPUs do not.
    candidate[leaf: 0x8000_0000] = LeafRegisters(eax: 0x8000_0001)
    candidate[leaf: 0x8000_0001].eax = 1
    #expect(
      found(auditor, candidate, .eax, 0x8000_0001) == ["copyDiffers extendedSteppingId 3:0"])
  }

  /// Of each range from two leaves to all that the hypervisor has, with the range's base or without it.
  @Test func limitsOfHypervisorLeaves() throws {
    let bound = try Self.policies(Self.amd).hvmMax
    let auditor = Auditor(bound: bound, context: AuditContext(domain: .hvm))
    func limits(_ candidate: CPUPolicy) -> [Violation] {
      auditor.violations(of: candidate).filter { $0.code == .hypervisorLimit }
    }
    for (field, base, most) in [
      (Field.maxHypervisorLeaf, 0x4000_0000, 6), (.maxSecondHypervisorLeaf, 0x4000_0100, 5),
    ] as [(Field, UInt32, UInt32)] {
      let other = base ^ 0x100
      for value in [0, 2, most, base | 2, base | most] {
        var candidate = bound
        candidate[field] = value
        #expect(limits(candidate).isEmpty, "\(field.name) \(value)")
      }
      for value in [1, most + 1, base, base | 1, base | most + 1, other | 2, 0x8000_0002] {
        var candidate = bound
        candidate[field] = value
        let found = limits(candidate)
        #expect(found.map(\.bound) == [UInt64(base | most)], "\(field.name) \(value)")
      }
    }
  }

  /// Where a topology was chosen, a place of it that the candidate does not know is no agreement.
  @Test func unrecordedTopologyIsNotAccepted() throws {
    let policies = try Self.policies(Self.intel)
    let settings = DomainSettings(
      kind: .hvm, topology: try Topology(sockets: 1, cores: 2, threads: 2))
    var candidate = try policies.initialPolicy(settings, leaves: DomainPolicyTests.leaves)
    let auditor = DomainPolicyTests.auditor(policies, settings)
    #expect(auditor.accepts(candidate))
    candidate.markUnknown(slot: try #require(LeafLayout.slot(0xb, 0)))
    #expect(found(auditor, candidate, .ecx, 0xb, 0) == ["candidateUnknown register 31:0"])
    #expect(found(auditor, candidate, .eax, 0xb, 0) == ["candidateUnknown register 31:0"])
    // Behind the last level the topology has zeros, which are to be known as well.
    candidate = try policies.initialPolicy(settings, leaves: DomainPolicyTests.leaves)
    let behind = try #require(LeafLayout.slot(0xb, 6))
    candidate.markUnknown(slot: behind)
    #expect(auditor.accepts(candidate))
    candidate[slot: behind].ebx = 1
    #expect(found(auditor, candidate, .ebx, 0xb, 6) == ["candidateUnknown register 31:0"])
  }

  /// A lone processor shows no others, and a feature that must be the host's no host at all.
  @Test func featuresThatAreNotFree() throws {
    let policies = try Self.policies(Self.intel)
    let settings = DomainSettings(kind: .hvm, topology: try Topology(sockets: 1, cores: 1))
    var candidate = try policies.initialPolicy(settings, leaves: DomainPolicyTests.leaves)
    candidate.set(.htt, true)
    let found = DomainPolicyTests.auditor(policies, settings).violations(of: candidate)
    #expect(found.map(\.code) == [.singleProcessor])
    #expect(found.first?.value == 1 && found.first?.bound == 0)
    let hostless = Auditor(bound: policies.hvmMax, context: AuditContext(domain: .hvm))
    for isSet in [false, true] {
      candidate.set(.noFpuSel, isSet)
      let found = hostless.violations(of: candidate).filter { $0.subject == .feature(.noFpuSel) }
      #expect(found.map(\.code) == (isSet ? [.featureNotOffered] : []))
      #expect(found.allSatisfy { $0.value == 1 && $0.bound == 0 })
    }
  }

  /// A feature that lacks its prerequisite is found also where hardly another one is shown.
  @Test func loneFeatures() throws {
    let policies = try Self.policies(Self.intel)
    let host = policies.hostDefault.featureSet
    let context = AuditContext(domain: .hvm, hostFeatures: host)
    let auditor = Auditor(bound: policies.hvmMax, context: context)
    var candidate = policies.hvmMax
    // One that needs another, and that none needs.
    let lone = try #require(
      candidate.featureSet.subtracting(.prerequisites).features.first { feature in
        var needs = 0
        FeatureSet.forEachRequirement(of: feature) { _ in needs += 1 }
        return needs > 0
      })
    candidate.featureSet = FeatureSet([lone]).union(host.intersection([.fdpExcpOnly, .noFpuSel]))
    let found = auditor.violations(of: candidate).filter { $0.subject == .feature(lone) }
    #expect(found.map(\.code) == [.prerequisiteMissing])
  }

  /// Of a number that may not be lower, every higher one will do, whatever its bits.
  @Test func leastNumbers() throws {
    var bound = try Self.policies(Self.amd).hvmMax
    bound[.maxExtendedLeaf] = 0x8000_0021
    bound[.returnPredictorSize] = 5
    bound[.eraps] = 1
    let auditor = Auditor(bound: bound, context: AuditContext(kind: .hvm))
    for (value, codes) in [(4, ["fieldBelowBound returnPredictorSize 23:16"]), (5, []), (8, [])]
      as [(UInt32, [String])]
    {
      var candidate = bound
      candidate[.returnPredictorSize] = value
      #expect(found(auditor, candidate, .ebx, 0x8000_0021) == codes, "\(value)")
    }
  }

  /// Where neither knows anything, a candidate may show the features that the bound was given, and no
  /// others.
  @Test func featuresWhereNobodyKnows() throws {
    var bound = try Self.policies(Self.intel).hvmMax
    let slot = try #require(LeafLayout.slot(7, 0))
    let capabilities = MSRIndex(rawValue: 0x10a)
    bound.markUnknown(slot: slot)
    bound.markUnknown(msr: capabilities)
    bound.set(.archCaps, true)
    bound.set(.rsba, true)
    let auditor = Auditor(bound: bound, context: AuditContext(kind: .hvm))
    var candidate = bound
    candidate.set(.rsba, false)
    #expect(found(auditor, candidate, .ebx, 7, 0).isEmpty)
    candidate.set(.sgx, true)
    candidate.set(.mdsNo, true)
    #expect(found(auditor, candidate, .ebx, 7, 0) == ["boundUnknown register 31:0"])
    let unknown = auditor.violations(of: candidate).filter { $0.place == .msr(capabilities) }
    #expect(unknown.map(\.code) == [.boundUnknown])
  }

  /// The value beyond a limit is what the register holds, where the bound may hold bits in between.
  @Test func valuesBeyondLimits() {
    var bound = CPUPolicy()
    bound[.maxBasicLeaf] = 0xd
    bound[leaf: 0xd].ecx = 0x80
    var candidate = bound
    candidate[leaf: 0xd].ecx = 0x2c0
    let auditor = Auditor(bound: bound, context: AuditContext(kind: .hvm))
    let found = auditor.violations(of: candidate).filter { $0.code == .beyondLimits }
    #expect(found.map(\.value) == [0b1011])
    #expect(found.map(\.lowBit) == [6] && found.map(\.highBit) == [9])
  }
}
