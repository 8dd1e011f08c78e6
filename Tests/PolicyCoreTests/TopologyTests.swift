// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// Shapes, ids and leaves. `docs/semantics/topology.md`.
@Suite struct TopologyTests {
  /// A policy with caches of three levels, and everything that a topology can fill in.
  static func base(_ vendor: Vendor) -> CPUPolicy {
    var policy = CPUPolicy()
    let isAMD = vendor == .amd
    policy[leaf: 0] =
      isAMD
      ? LeafRegisters(eax: 0xd, ebx: 0x6874_7541, ecx: 0x444d_4163, edx: 0x6974_6e65)
      : LeafRegisters(eax: 0xd, ebx: 0x756e_6547, ecx: 0x6c65_746e, edx: 0x4965_6e69)
    policy[.maxExtendedLeaf] = 0x8000_0021
    policy.set(.apic, true)
    policy.set(.x2apic, true)
    policy.set(.topoext, isAMD)
    let leaf: UInt32 = isAMD ? 0x8000_001d : 4
    for (index, level) in [1, 1, 2, 3].enumerated() {
      let type: UInt32 = [1, 2, 3, 3][index]
      policy[leaf: leaf, subleaf: UInt32(index)] = LeafRegisters(
        eax: UInt32(level) << 5 | type, ebx: 7 << 22 | 63, ecx: 63)
    }
    return policy
  }

  static let leaves = TopologyLeaves(maxBasicLeaf: 0x1f, maxExtendedLeaf: 0x8000_0026)

  static func solve(_ topology: Topology, _ vendor: Vendor, vCPU: UInt32 = 0) throws -> CPUPolicy {
    var policy = base(vendor)
    try policy.apply(topology, leaves: leaves)
    policy.identify(vCPU: vCPU, in: topology)
    return policy
  }

  struct Example: Sendable, CustomTestStringConvertible {
    var shape: (threads: UInt32, cores: UInt32, dies: UInt32, sockets: UInt32)
    var isLegacy = false
    var ids: [UInt32]
    /// Leaf 1 EBX[23:16] on Intel and AMD.
    var package: (intel: UInt32, amd: UInt32)
    /// Leaf 4: cores, sharing of the first two levels, of the third.
    var caches: (cores: UInt32, core: UInt32, die: UInt32)
    /// Shift and count of the levels in 0xb, and in 0x1f.
    var levels: [[UInt32]]
    var dieLevels: [[UInt32]] = []
    /// 0x80000008 ECX.
    var count: (threads: UInt32, size: UInt32)
    var ioAPIC: UInt32?

    var testDescription: String { "\(shape)\(isLegacy ? " legacy" : "")" }
  }

  static let examples = [
    Example(
      shape: (1, 1, 1, 4), ids: [0, 1, 2, 3], package: (1, 1), caches: (0, 0, 0),
      levels: [[0, 1], [0, 1]], count: (0, 0), ioAPIC: 4),
    Example(
      shape: (2, 4, 1, 1), ids: Array(0...7), package: (8, 8), caches: (3, 1, 7),
      levels: [[1, 2], [3, 8]], count: (7, 3), ioAPIC: 8),
    Example(
      shape: (1, 3, 1, 2), ids: [0, 1, 2, 4, 5, 6], package: (4, 3), caches: (3, 0, 3),
      levels: [[0, 1], [2, 3]], count: (2, 2), ioAPIC: 7),
    Example(
      shape: (1, 5, 1, 1), ids: Array(0...4), package: (8, 5), caches: (7, 0, 7),
      levels: [[0, 1], [3, 5]], count: (4, 3), ioAPIC: 5),
    Example(
      shape: (2, 6, 2, 2), ids: Array(0...11) + Array(16...27) + Array(32...43) + Array(48...59),
      package: (32, 24), caches: (15, 1, 15), levels: [[1, 2], [5, 24]],
      dieLevels: [[1, 2], [4, 12], [5, 24]], count: (23, 5), ioAPIC: 12),
    Example(
      shape: (1, 16, 1, 1), ids: Array(0...15), package: (16, 16), caches: (15, 0, 15),
      levels: [[0, 1], [4, 16]], count: (15, 4), ioAPIC: nil),
    Example(
      shape: (1, 4, 1, 1), isLegacy: true, ids: [0, 2, 4, 6], package: (8, 4), caches: (3, 1, 7),
      levels: [[1, 1], [3, 4]], count: (3, 3), ioAPIC: 7),
    Example(
      shape: (1, 64, 1, 2), isLegacy: true, ids: (0..<128).map { $0 * 2 }, package: (128, 64),
      caches: (63, 1, 127), levels: [[1, 1], [7, 64]], count: (63, 7), ioAPIC: 1),
    Example(
      shape: (2, 96, 1, 2), ids: Array(0...191) + Array(256...447), package: (255, 192),
      caches: (63, 1, 255), levels: [[1, 2], [8, 192]], count: (191, 8), ioAPIC: nil),
  ]

  private func topology(_ example: Example) throws -> Topology {
    try Topology(
      sockets: example.shape.sockets, dies: example.shape.dies, cores: example.shape.cores,
      threads: example.shape.threads, layout: example.isLegacy ? .legacy : .packed)
  }

  private func pairs(_ policy: CPUPolicy, _ leaf: UInt32) -> [[UInt32]] {
    (0..<policy.subleafCount(leaf)).map { index in
      let level = policy[leaf: leaf, subleaf: UInt32(index)]
      return [level.eax, level.ebx]
    }
  }

  @Test(arguments: examples) func workedExamples(_ example: Example) throws {
    let topology = try topology(example)
    #expect((0..<topology.vCPUs).map { topology.apicID(of: $0) } == example.ids)
    #expect(topology.ioAPICID == example.ioAPIC)
    let intel = try Self.solve(topology, .intel)
    #expect(intel[.logicalProcessorsPerPackage] == example.package.intel)
    #expect(intel.has(.htt) == (topology.packageRoom > 1) && !intel.has(.cmpLegacy))
    for index in UInt32(0)..<4 {
      #expect(intel[.cacheCoresPerPackage, subleaf: index] == example.caches.cores)
      let sharing = index < 3 ? example.caches.core : example.caches.die
      #expect(intel[.cacheThreadsSharing, subleaf: index] == sharing)
    }
    #expect(pairs(intel, 0xb) == example.levels)
    if example.dieLevels.isEmpty {
      #expect(intel[.maxBasicLeaf] == 0xd)
    } else {
      #expect(pairs(intel, 0x1f) == example.dieLevels)
    }
    let amd = try Self.solve(topology, .amd)
    #expect(amd[.logicalProcessorsPerPackage] == example.package.amd)
    #expect(amd.has(.cmpLegacy) == (topology.packageCount > 1))
    #expect(amd[.threadCountMinusOne] == example.count.threads)
    #expect(amd[.apicIdCoreIdSize] == example.count.size)
    #expect(amd[.threadsPerCoreMinusOne] == example.shape.threads - 1)
    #expect(amd[.nodesPerPackageMinusOne] == example.shape.dies - 1)
    #expect(pairs(amd, 0xb) == example.levels)
  }

  @Test func lastOfManyProcessors() throws {
    let topology = try Topology(sockets: 2, dies: 2, cores: 6, threads: 2)
    let seat = topology.seat(of: 47)
    #expect([seat.socket, seat.die, seat.core, seat.thread] == [1, 1, 5, 1])
    #expect(topology.apicID(of: 47) == 59)
    let policy = try Self.solve(topology, .amd, vCPU: 47)
    #expect(policy[.nodeId] == 3 && policy[.coreId] == 11 && policy[.extendedApicId] == 59)
    #expect(policy[.initialApicId] == 59)
    for subleaf in UInt32(0)..<8 {
      #expect(policy[.topologyX2ApicId, subleaf: subleaf] == 59)
      #expect(policy[.topologyLevelNumber, subleaf: subleaf] == subleaf)
    }
  }

  /// Thousands of shapes: ids are unique, and the auditor finds nothing in any solution.
  @Test(arguments: [Vendor.intel, .amd]) func solutionsAreSound(_ vendor: Vendor) throws {
    var generator = SeededGenerator.fresh("shapes \(vendor.rawValue)")
    for round in 0..<1500 {
      let isLegacy = round % 5 == 0
      let topology = try Topology(
        sockets: UInt32.random(in: 1...4, using: &generator),
        dies: UInt32.random(in: 1...4, using: &generator),
        cores: UInt32.random(in: 1...20, using: &generator),
        threads: isLegacy ? 1 : UInt32.random(in: 1...4, using: &generator),
        layout: isLegacy ? .legacy : .packed)
      let ids = (0..<topology.vCPUs).map { topology.apicID(of: $0) }
      #expect(Set(ids).count == ids.count && ids == ids.sorted())
      let vCPU = UInt32.random(in: 0..<topology.vCPUs, using: &generator)
      var audit = TopologyAudit(of: try Self.solve(topology, vendor, vCPU: vCPU))
      var found: [Violation] = []
      audit.forEachViolation { found.append($0) }
      #expect(found.isEmpty, "\(topology) \(found.prefix(2).map(\.message))")
    }
  }

  /// Each rule finds what it is for.
  @Test func everyRuleFindsItsFault() throws {
    let topology = try Topology(sockets: 1, dies: 2, cores: 4, threads: 2)
    let intel: [(ViolationCode, (inout CPUPolicy) -> Void)] = [
      (.initialID, { $0[.initialApicId] = 3 }),
      (.packageRoom, { $0[.logicalProcessorsPerPackage] = 4 }),
      (.singleProcessor, { $0.set(.htt, false) }),
      (
        .legacyDecoding,
        { policy in
          for index in UInt32(0)..<4 {
            policy[.cacheCoresPerPackage, subleaf: index] = 15
          }
        }
      ),
      (.levels, { $0[.topologyShift, subleaf: 0] = 5 }),
      (.levels, { $0[.topologyLevelType, subleaf: 0] = 2 }),
      (.levels, { $0[.topologyX2ApicId, subleaf: 1] = 9 }),
      (.levels, { $0[.topologyX2ApicId, subleaf: 2] = 9 }),
      (.levels, { $0[.topologyV2LogicalCount, subleaf: 1] = 1 }),
      (.x2APICLevels, { $0[.maxBasicLeaf] = 4 }),
      (.lastLevel, { $0[.topologyV2Shift, subleaf: 2] = 6 }),
      (.cacheSharing, { $0[.cacheThreadsSharing, subleaf: 3] = 31 }),
      (.cacheSharing, { $0[.cacheThreadsSharing, subleaf: 0] = 15 }),
      (.cacheSharing, { $0[.cacheCoresPerPackage, subleaf: 2] = 3 }),
      (
        .cacheSize,
        { policy in
          policy[leaf: 4, subleaf: 1].ebx = 0
          policy[leaf: 4, subleaf: 1].ecx = 0
        }
      ),
    ]
    for (code, change) in intel {
      var policy = try Self.solve(topology, .intel)
      change(&policy)
      #expect(codes(policy).contains(code), "\(code)")
    }
    let amd: [(ViolationCode, (inout CPUPolicy) -> Void)] = [
      (.packageRoom, { $0[.logicalProcessorsPerPackage] = 4 }),
      (.processorCount, { $0[.apicIdCoreIdSize] = 2 }),
      (.extendedTopology, { $0[.threadsPerCoreMinusOne] = 3 }),
      (.extendedTopology, { $0[.maxExtendedLeaf] = 0x8000_0008 }),
      (.extendedTopology, { $0.set(.topoext, false) }),
      (.extendedTopology, { $0[.amdCacheType, subleaf: 0] = 0 }),
      (.singleProcessor, { $0.set(.htt, false) }),
      // AMD states a package's width three times.
      (.levels, { $0[.topologyShift, subleaf: 1] = 7 }),
      (.levels, { $0[.amdTopologyShift, subleaf: 3] = 7 }),
      (.levels, { $0[.amdTopologyLevelType, subleaf: 2] = 2 }),
      (.cacheSharing, { $0[.amdCacheThreadsSharing, subleaf: 3] = 16 }),
    ]
    for (code, change) in amd {
      var policy = try Self.solve(topology, .amd)
      change(&policy)
      #expect(codes(policy).contains(code), "\(code)")
    }
    let twins = [try Self.solve(topology, .intel), try Self.solve(topology, .intel)]
    let twinFindings = TopologyReport.findings(twins)
    #expect(twinFindings.map(\.violation.code) == [.apicIDs])
    #expect(twinFindings.map(\.cpus) == [[0, 1]])
  }

  /// Rules that take all CPUs of a machine.
  @Test func faultsOfAWholeMachine() throws {
    let topology = try Topology(sockets: 2, dies: 2, cores: 3, threads: 2)
    for vendor in [Vendor.intel, .amd] {
      var cpus = try (0..<topology.vCPUs).map { try Self.solve(topology, vendor, vCPU: $0) }
      #expect(TopologyReport.findings(cpus).isEmpty)
      // R12: a package of twelve threads that claims eight has twelve CPUs too many for it.
      for index in cpus.indices { cpus[index][.topologyLogicalCount, subleaf: 1] = 8 }
      let full = TopologyReport.findings(cpus).filter { $0.violation.code == .capacity }
      #expect(full.map(\.cpus) == [Array(0..<24)])
      #expect(full.allSatisfy { $0.violation.value == 8 && $0.violation.bound == 12 })
    }
    var cpus = try (0..<topology.vCPUs).map { try Self.solve(topology, .amd, vCPU: $0) }
    cpus[5][.nodeId] = 4
    let nodes = TopologyReport.findings(cpus)
    #expect(nodes.map(\.violation.code) == [.extendedTopology] && nodes.map(\.cpus) == [[5]])
    #expect(nodes.first?.violation.bound == 3)
  }

  @Test func idsBeyondEightBitsNeedX2APIC() throws {
    let topology = try Topology(sockets: 2, cores: 96, threads: 2)
    var policy = try Self.solve(topology, .intel, vCPU: 300)
    #expect(codes(policy).isEmpty)
    policy.set(.x2apic, false)
    #expect(codes(policy) == [.apicIDs])
  }

  /// What the source did not record is no evidence.
  @Test func nothingFollowsFromUnknown() throws {
    let topology = try Topology(sockets: 1, dies: 2, cores: 4, threads: 2)
    for vendor in [Vendor.intel, .amd] {
      let solved = try Self.solve(topology, vendor, vCPU: 3)
      for slot in 0..<LeafLayout.slotCount {
        let leaf = LeafLayout.place(ofSlot: slot).leaf
        guard let block = LeafLayout.block(leaf), block.base == slot else { continue }
        var policy = solved
        for index in 0..<block.count { policy.markUnknown(slot: slot + index) }
        // Without its vendor a CPU's leaves cannot be read.
        if leaf == 0 { policy[leaf: 0] = solved[leaf: 0] }
        #expect(codes(policy).isEmpty, "\(leaf)")
      }
    }
  }

  private func codes(_ policy: CPUPolicy) -> [ViolationCode] {
    var audit = TopologyAudit(of: policy)
    var found: [ViolationCode] = []
    audit.forEachViolation { found.append($0.code) }
    return found
  }

  @Test func shapesThatDoNotFit() {
    func error(
      _ sockets: UInt32, _ dies: UInt32, _ cores: UInt32, _ threads: UInt32, vCPUs: UInt32? = nil,
      _ layout: TopologyLayout = .packed
    ) -> TopologyError.Kind? {
      do {
        _ = try Topology(
          sockets: sockets, dies: dies, cores: cores, threads: threads, vCPUs: vCPUs,
          layout: layout)
        return nil
      } catch {
        return error.kind
      }
    }
    #expect(error(0, 1, 1, 1) == .empty)
    #expect(error(1, 1, 1, 1, vCPUs: 0) == .empty)
    #expect(error(1, 1, 4, 1, vCPUs: 5) == .tooManyVCPUs)
    #expect(error(1, 1, .max, .max) == .packageTooLarge)
    #expect(error(1, .max, .max, .max) == .packageTooLarge)
    #expect(error(.max, 1, 1, 1) == .idsTooWide)
    #expect(error(.max, 1, 0xffff, 1) == .idsTooWide)
    #expect(error(1, 1, 4, 2, .legacy) == .legacyThreads)
    #expect(error(1, 1, 4, 1, vCPUs: 3) == nil)
  }

  /// A failure changes nothing, and a raised limit brings nothing old to light.
  @Test func allOrNothing() throws {
    let dies = try Topology(sockets: 1, dies: 2, cores: 2)
    for vendor in [Vendor.intel, .amd] {
      var policy = Self.base(vendor)
      policy.set(.topoext, false)
      let before = policy
      #expect(throws: TopologyError.self) { try policy.apply(dies) }
      #expect(policy == before)
      policy[leaf: 0x14].ebx = 0xc2
      policy[leaf: 0x8000_0025].ebx = 0xc2
      try policy.apply(dies, leaves: Self.leaves)
      #expect(policy[leaf: 0x14].isZero || vendor == .amd)
      #expect(policy[leaf: 0x8000_0025].isZero || vendor == .intel)
      #expect(policy.canonical == policy || vendor == .amd)
    }
  }

  @Test func whatAMDCannotExpress() throws {
    func error(_ topology: Topology) -> Field? {
      var policy = Self.base(.amd)
      do { try policy.apply(topology, leaves: Self.leaves) } catch { return error.field }
      return nil
    }
    #expect(error(try Topology(sockets: 1, dies: 9, cores: 2)) == .nodesPerPackageMinusOne)
    #expect(error(try Topology(sockets: 40, dies: 8, cores: 1)) == .nodeId)
    #expect(error(try Topology(sockets: 1, cores: 300)) == .coreId)
    #expect(error(try Topology(sockets: 1, cores: 1, threads: 300)) == .threadsPerCoreMinusOne)
    #expect(error(try Topology(sockets: 1, cores: 0x9000)) == .apicIdCoreIdSize)
    #expect(error(try Topology(sockets: 1, cores: 256)) == nil)
  }

  /// The last leaf within the limits is filled in as it is under higher ones.
  @Test(arguments: [0xb, 0x8000_0008, 0x8000_001e] as [UInt32])
  func leavesAtTheirLimits(_ leaf: UInt32) throws {
    let block = try #require(LeafLayout.block(leaf))
    let field: Field = leaf >> 31 == 0 ? .maxBasicLeaf : .maxExtendedLeaf
    let topology = try Topology(sockets: 2, cores: 3, threads: 2)
    func solved(_ vendor: Vendor, limit: UInt32) throws -> [LeafRegisters] {
      var policy = Self.base(vendor)
      policy[field] = limit
      policy.set(.topoext, leaf == 0x8000_001e)
      if leaf == 0x8000_0008 { policy[leaf: leaf].ecx = 0x7007 }
      try policy.apply(topology, leaves: Self.leaves)
      policy.identify(vCPU: 11, in: topology)
      #expect(policy[field] == limit)
      return (0..<block.count).map { policy[slot: block.base + $0] }
    }
    for vendor in leaf == 0x8000_001e ? [.amd] : [Vendor.intel, .amd] {
      let tight = try solved(vendor, limit: leaf)
      #expect(try tight == solved(vendor, limit: leaf + 8), "\(vendor)")
      #expect(tight.contains { !$0.isZero } || vendor == .intel && leaf == 0x8000_0008)
    }
  }

  /// What lies beyond the limits is not touched.
  @Test func idsBeyondTheLimits() throws {
    let topology = try Topology(sockets: 2, dies: 2, cores: 3, threads: 2)
    var policy = try Self.solve(topology, .amd, vCPU: 5)
    policy[leaf: 0x1f] = LeafRegisters(eax: 1, ebx: 2, ecx: 0x100, edx: 5)
    policy[.maxBasicLeaf] = 0xa
    policy[.maxExtendedLeaf] = 0x8000_001d
    let before = policy
    policy.identify(vCPU: 23, in: topology)
    #expect(policy[.initialApicId] == topology.apicID(of: 23))
    policy[.initialApicId] = before[.initialApicId]
    #expect(policy == before)
  }

  /// A CPU that shows no APIC shows no x2APIC either, whatever its leaf 1 holds.
  @Test func oldCPUsWithoutAnAPIC() throws {
    var policy = try Self.solve(try Topology(sockets: 1, cores: 2), .intel)
    policy[.maxBasicLeaf] = 4
    policy.set(.apic, true)
    #expect(codes(policy).contains(.x2APICLevels))
    policy.set(.apic, false)
    policy.markUnknown(slot: try #require(LeafLayout.slot(2)))
    #expect(!codes(policy).contains(.x2APICLevels))
  }

  /// Without lists of levels a package is what leaf 1 has room for, and its cores are those of leaf 4.
  @Test func legacyReadings() {
    for (processors, cores, shift) in [(4, 4, 0), (8, 4, 1), (4, 8, 0), (16, 2, 3)]
      as [(UInt32, UInt32, UInt32)]
    {
      var policy = Self.base(.intel)
      policy[.maxBasicLeaf] = 4
      policy.set(.htt, true)
      policy[.logicalProcessorsPerPackage] = processors
      policy[.cacheCoresPerPackage, subleaf: 0] = cores - 1
      var audit = TopologyAudit(of: policy)
      let reading = audit.reading()
      #expect(reading.coreShift == shift && reading.dieShift == nil)
      #expect(reading.packageShift == UInt32(processors.trailingZeroBitCount))
      #expect(reading.count?.processors == processors && reading.count?.isExact == false)
    }
  }

  @Test func cachesWithoutASizeLeaveTheList() throws {
    var policy = Self.base(.intel)
    policy[leaf: 4, subleaf: 1].ebx = 0
    policy[leaf: 4, subleaf: 1].ecx = 0
    try policy.apply(try Topology(sockets: 1, cores: 4))
    #expect(policy.subleafCount(4) == 3 && policy[.cacheLevel, subleaf: 1] == 2)
    #expect(codes(policy).isEmpty)
  }

  @Test func whatAPolicyCannotExpress() throws {
    var policy = Self.base(.intel)
    let dies = try Topology(sockets: 1, dies: 2, cores: 2)
    #expect(throws: TopologyError(.leafNotServed, value: 0x1f, bound: 0xd)) {
      try policy.apply(dies)
    }
    policy.set(.x2apic, false)
    let many = try Topology(sockets: 2, cores: 200)
    #expect(throws: TopologyError.self) { try policy.apply(many) }
    var small = Self.base(.intel)
    small[.maxBasicLeaf] = 5
    try small.apply(try Topology(sockets: 1, cores: 2))
    #expect(small[.maxBasicLeaf] == 0xb && small.subleafCount(0xb) == 2)
  }
}
