// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText
import TestSupport
import Testing

@testable import CPUPolicyC

/// Each byte of the C structs reaches the value of the core that its name says, and no other.
/// `Tests/C/layout.c` holds the offsets.
@Suite struct StructTests {
  /// A struct of the caller as raw memory.
  final class Memory {
    let bytes: UnsafeMutableRawPointer

    init(_ size: Int) {
      bytes = .allocate(byteCount: size, alignment: 8)
      bytes.initializeMemory(as: UInt8.self, repeating: 0, count: size)
      bytes.storeBytes(of: UInt32(size), as: UInt32.self)
      bytes.storeBytes(of: 1, toByteOffset: 4, as: UInt32.self)
    }

    deinit { bytes.deallocate() }
  }

  @Test func sizes() {
    #expect(MemoryLayout<ErrorRecord>.stride == 56 && ErrorRecord().head.size == 56)
    #expect(MemoryLayout<FactsRecord>.stride == 168)
    #expect(MemoryLayout<LimitRecord>.stride == 20)
    #expect(MemoryLayout<OptionsRecord>.stride == 1152)
    #expect(MemoryLayout<OptionErrorRecord>.stride == 32)
    #expect(MemoryLayout<TopologyRecord>.stride == 32)
    #expect(MemoryLayout<DomainRecord>.stride == 304)
    #expect(MemoryLayout<HypervisorRecord>.stride == 72)
    #expect(MemoryLayout<MachineRecord>.stride == 152)
    #expect(MemoryLayout<VCPURecord>.stride == 40)
  }

  /// A value that the core gains must be added to the struct that carries it, or to those that C does
  /// without: a policy of the caller, tables for tests, and the topology's leaves, which are a domain's.
  @Test func nothingIsForgotten() {
    func values(_ value: Any) -> Set<String> {
      Set(Mirror(reflecting: value).children.compactMap(\.label))
    }
    let facts = values(HostFacts(boot: CPUPolicy())).subtracting(["boot"])
    #expect(facts.count == Self.answers.count + 3)
    let options = values(DerivationOptions()).subtracting(["table", "rules"])
    #expect(options.count == Self.choices.count + 6 + 3)
    #expect(values(ServedABI.xen).subtracting(["topologyLeaves"]).count == 8)
    #expect(values(HypervisorLeaves(majorVersion: 4, minorVersion: 20)).count == 14)
    #expect(values(VirtualCPUState(number: 0)).count == 10)
    let machine = MachineView(features: FeatureSet(), monitor: LeafRegisters())
    #expect(values(machine).count == 2)
    var domain = values(AuditContext(kind: .hvm))
    domain.subtract(["scope", "hostFeatures", "hiddenFeatures"])
    #expect(domain.count == 6)
  }

  // MARK: Facts

  private func facts(_ change: (UnsafeMutableRawPointer) -> Void) -> HostFacts {
    let memory = Memory(168)
    defer { withExtendedLifetime(memory) {} }
    change(memory.bytes)
    var facts = HostFacts(boot: CPUPolicy())
    FactsRecord.store(Head.check(memory.bytes, FactsRecord.self), in: &facts)
    return facts
  }

  /// The answers of the struct by their offsets.
  private static let answers: [(Int, @Sendable (HostFacts) -> Bool?)] = [
    (151, { $0.deCfgReadable }), (152, { $0.lfenceSerialising }), (153, { $0.lsCfgHolds }),
    (154, { $0.sbpbAccepted }), (155, { $0.nullSelectorClearsBase }), (156, { $0.smtEnabled }),
    (157, { $0.topoextReenabled }), (158, { $0.rtmDisabled }), (159, { $0.fastStrings }),
    (160, { $0.miscFeaturesEnables }), (161, { $0.ept }), (162, { $0.vmxRdtscp }),
    (163, { $0.vmxInvpcid }), (164, { $0.vmxMPX }), (165, { $0.vmxXsaves }),
    (166, { $0.virtualisationUsable }), (167, { $0.localAPICEnabled }),
  ]

  @Test func everyAnswerIsAFactOfItsOwn() {
    let unknown = facts { _ in }
    #expect(Self.answers.allSatisfy { $0.1(unknown) == nil })
    #expect(unknown.commonFeatures == nil && unknown.microcode == nil)
    #expect(unknown.mcuOptControl == nil)
    for (index, (offset, _)) in Self.answers.enumerated() {
      for (byte, expected) in [(UInt8(1), Bool?.some(true)), (2, false), (3, nil), (0xff, nil)] {
        let known = facts { $0.storeBytes(of: byte, toByteOffset: offset, as: UInt8.self) }
        for (other, (_, value)) in Self.answers.enumerated() {
          #expect(value(known) == (other == index ? expected : nil), "\(offset)")
        }
      }
    }
  }

  @Test func factsWithValuesCountWhereTheyAreSaidTo() {
    func change(_ memory: UnsafeMutableRawPointer) {
      memory.storeBytes(of: 0x1234_5678_9abc, toByteOffset: 8, as: UInt64.self)
      memory.storeBytes(of: 0xa00_1137, toByteOffset: 16, as: UInt32.self)
      memory.storeBytes(of: 5, toByteOffset: 20 + 4 * 18, as: UInt32.self)
    }
    let without = facts(change)
    #expect(without.mcuOptControl == nil && without.microcode == nil)
    #expect(without.commonFeatures == nil)
    let with = facts { memory in
      change(memory)
      for offset in 148...150 { memory.storeBytes(of: 1, toByteOffset: offset, as: UInt8.self) }
    }
    #expect(with.mcuOptControl == 0x1234_5678_9abc && with.microcode == 0xa00_1137)
    #expect(with.commonFeatures?[word: 18] == 5 && with.commonFeatures?.count == 2)
  }

  // MARK: Options

  private func options(_ change: (UnsafeMutableRawPointer) -> Void) -> DerivationOptions? {
    let memory = Memory(1152)
    defer { withExtendedLifetime(memory) {} }
    change(memory.bytes)
    guard let record = Head.check(memory.bytes, OptionsRecord.self) else { return nil }
    var options = DerivationOptions()
    return OptionsRecord.store(record, in: &options) ? options : nil
  }

  /// The answers by their offsets, with what is usual.
  private static let choices: [(Int, Bool?, @Sendable (DerivationOptions) -> Bool?)] = [
    (1134, true, { $0.speculationControlPV }), (1135, true, { $0.speculationControlHVM }),
    (1136, nil, { $0.gatherSamplingMitigation }), (1137, false, { $0.alwaysDisableStoreBypass }),
    (1138, true, { $0.reducesBranchSpeculation }), (1139, false, { $0.virtualPMU }),
    (1140, true, { $0.nestedPaging }), (1141, true, { $0.usesXsave }),
    (1142, true, { $0.dom0CPUIDFaulting }),
  ]

  @Test func everyChoiceIsAnOptionOfItsOwn() throws {
    for (index, (offset, usual, _)) in Self.choices.enumerated() {
      for (byte, expected) in [(UInt8(0), usual), (1, true), (2, false)] {
        let found = try #require(
          options { $0.storeBytes(of: byte, toByteOffset: offset, as: UInt8.self) })
        for (other, (_, usual, value)) in Self.choices.enumerated() {
          #expect(value(found) == (other == index ? expected : usual), "\(offset)")
        }
      }
    }
  }

  @Test func setsAndExtents() throws {
    let sets: [@Sendable (DerivationOptions) -> FeatureSet?] = [
      { $0.optedOut }, { $0.optedIn }, { $0.guestOnly }, { $0.dom0OptedOut }, { $0.dom0OptedIn },
      { $0.kernelOffer },
    ]
    for index in sets.indices {
      let found = try #require(
        options { memory in
          memory.storeBytes(of: 0x40, toByteOffset: 16 + 128 * index + 4, as: UInt32.self)
          memory.storeBytes(of: 1, toByteOffset: 1132, as: UInt8.self)
        })
      for (other, set) in sets.enumerated() {
        #expect(set(found)?.contains(.smx) == (other == index), "\(index) \(other)")
        #expect(set(found)?.count == (other == index ? 1 : 0))
      }
    }
    #expect(try #require(options { _ in }).kernelOffer == nil)
    #expect(try #require(options { _ in }).served == .xen)
    let served = try #require(
      options { memory in
        for (index, value) in [0x1f, 1, 0x8000_0008, 5, 3, 19].enumerated() {
          memory.storeBytes(
            of: UInt32(value), toByteOffset: 1108 + 4 * index, as: UInt32.self)
        }
        memory.storeBytes(of: 1, toByteOffset: 1133, as: UInt8.self)
        memory.storeBytes(of: 0x1800, toByteOffset: 8, as: UInt64.self)
      }
    ).served
    #expect(served.maxBasicLeaf == 0x1f && served.maxFeatureSubleaf == 1)
    #expect(served.maxExtendedLeaf == 0x8000_0008 && served.cacheCount == 5)
    #expect(served.supervisorStates == 0x1800)
    #expect(served.topologyCount == 3 && served.stateCount == 19 && !served.hasOnlyPolicyMSRs)
  }

  @Test func aReleaseBringsItsRulesAndExtents() throws {
    func options(of release: UInt32) -> DerivationOptions? {
      self.options { $0.storeBytes(of: release, toByteOffset: 1144, as: UInt32.self) }
    }
    for release in XenRelease.all {
      let found = try #require(options(of: release.number))
      #expect(found.release == release && found.rules == release.rules)
      #expect(found.served == release.served)
    }
    #expect(try #require(options(of: 0)).rules == .newest)
    #expect(options(of: 0x0004_1163) == nil)
  }

  /// Every field can be limited by the place of its lowest bit.
  @Test func limits() throws {
    for field in Field.all {
      let record = LimitRecord(field, 3)
      let found = try #require(record.field, "\(field)")
      // Several vendors may have a field of their own at one place.
      #expect(found.leaf == field.leaf && found.lowBit == field.lowBit)
      #expect(found.register == field.register && found.subleaves == field.subleaves)
    }
    let full = options { memory in
      memory.storeBytes(of: 17, toByteOffset: 1104, as: UInt32.self)
    }
    #expect(full == nil)
  }

  // MARK: Domains

  @Test func everyWordOfADomainIsItsOwn() throws {
    let memory = Memory(304)
    defer { withExtendedLifetime(memory) {} }
    for (offset, value) in [(8, 3), (12, 6), (16, 40), (20, 0x1f), (24, 0x8000_0026)] {
      memory.bytes.storeBytes(of: UInt32(value), toByteOffset: offset, as: UInt32.self)
    }
    let record = try #require(Head.check(memory.bytes, DomainRecord.self))
    #expect(record.pointee.kind == .hvmShadow && record.pointee.limit == 40)
    #expect(try record.pointee.chosenTopology() == .plain(vCPUs: 6))
    #expect(record.pointee.topologyLeaves == .all)
    memory.bytes.storeBytes(of: UInt32(4), toByteOffset: 8, as: UInt32.self)
    memory.bytes.storeBytes(of: UInt32(0), toByteOffset: 12, as: UInt32.self)
    memory.bytes.storeBytes(of: UInt32(0), toByteOffset: 16, as: UInt32.self)
    #expect(record.pointee.kind == nil && record.pointee.limit == 52)
    #expect(try record.pointee.chosenTopology() == nil)
  }

  @Test func everyWordOfAHypervisorIsItsOwn() throws {
    let memory = Memory(72)
    defer { withExtendedLifetime(memory) {} }
    var expected = HypervisorLeaves(
      base: 0x4000_0100, name: (11, 12, 13), majorVersion: 14, minorVersion: 15, domain: 16,
      tscMode: 17, tscKHz: 18, isTSCEmulated: true, machineAddressBits: 21)
    expected.hostTSCKHz = 19
    expected.tscIncarnation = 20
    expected.hvmFlags = 22
    expected.tscOffset = 23
    let words: [UInt32] = [0x4000_0100, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22]
    for (index, word) in words.enumerated() {
      memory.bytes.storeBytes(of: word, toByteOffset: 8 + 4 * index, as: UInt32.self)
    }
    memory.bytes.storeBytes(of: 1, toByteOffset: 60, as: UInt8.self)
    memory.bytes.storeBytes(of: UInt64(23), toByteOffset: 64, as: UInt64.self)
    let record = try #require(Head.check(memory.bytes, HypervisorRecord.self))
    #expect(record.pointee.leaves == expected)
    memory.bytes.storeBytes(of: 1, toByteOffset: 61, as: UInt8.self)
    expected.isHostTSCReliable = true
    #expect(record.pointee.leaves == expected)
    let empty = Memory(72)
    defer { withExtendedLifetime(empty) {} }
    let nothing = try #require(Head.check(empty.bytes, HypervisorRecord.self))
    #expect(nothing.pointee.leaves == HypervisorLeaves(majorVersion: 0, minorVersion: 0))
  }

  // MARK: Views

  /// What the C call returns is what the view of the core does, for any state of a virtual CPU.
  @Test func viewsOfAnyState() throws {
    let topology = try Topology(sockets: 2, cores: 3, threads: 2)
    let policies = SystemPolicies(facts: HostFacts(boot: Self.host))
    var generator = SeededGenerator.fresh("C views")
    for kind in [GuestKind.pv, .hvm, .hvmShadow] {
      let policy = try policies.initialPolicy(DomainSettings(kind: kind, topology: topology))
      var leaves = HypervisorLeaves(majorVersion: 4, minorVersion: 21, domain: 7, tscKHz: 2_400_000)
      leaves.hvmFlags = 3
      var view = GuestView(
        policy: policy, topology: topology, kind: kind, outOfRange: .vendor, hypervisor: leaves,
        machine: MachineView(raw: policies.raw, host: policies.hostDefault))
      for _ in 0..<2000 {
        var state = VirtualCPUState(
          number: .random(in: 0..<12, using: &generator),
          usesXsave: .random(using: &generator), usesProtectionKeys: .random(using: &generator),
          xcr0: .random(in: 0...7, using: &generator), xss: 0,
          isAPICEnabled: .random(using: &generator), isLongMode: .random(using: &generator),
          usesPAE: .random(using: &generator))
        state.hasDebugStore = .random(using: &generator)
        state.pvReader = PVReader(rawValue: .random(in: 0...3, using: &generator)) ?? .user
        let leaf =
          [0, 0x4000_0000, 0x8000_0000].randomElement(using: &generator)!
          + UInt32.random(in: 0...0x22, using: &generator)
        let subleaf = UInt32.random(in: 0...4, using: &generator)
        let memory = Memory(40)
        memory.bytes.storeBytes(of: state.number, toByteOffset: 8, as: UInt32.self)
        memory.bytes.storeBytes(
          of: UInt32(state.pvReader.rawValue), toByteOffset: 12, as: UInt32.self)
        memory.bytes.storeBytes(of: state.xcr0, toByteOffset: 16, as: UInt64.self)
        let flags = [
          state.usesXsave, state.usesProtectionKeys, state.usesPAE, state.isAPICEnabled,
          state.isLongMode, state.hasDebugStore,
        ]
        for (index, flag) in flags.enumerated() {
          memory.bytes.storeBytes(of: flag ? 1 : 0, toByteOffset: 32 + index, as: UInt8.self)
        }
        var found = WireLeaf()
        #expect(readView(&view, memory.bytes, leaf, subleaf, &found) == 0)
        #expect(found.registers == view.read(leaf, subleaf, by: state))
      }
    }
  }

  /// An Intel host of its time.
  private static var host: CPUPolicy {
    var policy = CPUPolicy()
    policy.record(
      LeafRegisters(eax: 0xd, ebx: 0x756e_6547, ecx: 0x6c65_746e, edx: 0x4965_6e69), leaf: 0)
    policy.record(LeafRegisters(eax: 0x506e3, ebx: 0x10_0800), leaf: 1)
    policy.record(LeafRegisters(eax: 0x40, ebx: 0x40, ecx: 3, edx: 0x1120), leaf: 5)
    policy.record(LeafRegisters(eax: 0x0730_0404, edx: 0x603), leaf: 0xa)
    policy.featureSet = .known
    policy[.maxExtendedLeaf] = 0x8000_0008
    policy.record(LeafRegisters(eax: 256, ebx: 576), leaf: 0xd, subleaf: 2)
    return policy
  }
}
