// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// Real machines: no false alarm, and a reason for each that is left.
@Suite struct TopologyMachineTests {
  /// Topology leaves of machines that were flagged once, or still are: four CPUs of each at most.
  static let folder = Fixtures.folder + "/topology"

  static let machines: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().map { folder + "/" + $0 }
  }()

  /// The codes that are found on a machine, by its name, each with its reason.
  static let listed: [String: Set<String>] = {
    let text = (try? String(contentsOfFile: folder + "/findings.csv", encoding: .utf8)) ?? ""
    var codes: [String: Set<String>] = [:]
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", maxSplits: 2).map(String.init)
      guard cells.count == 3, cells[2].count > 10 else { continue }
      codes[cells[0], default: []].insert(cells[1])
    }
    return codes
  }()

  static func name(_ path: String) -> String {
    URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
  }

  @Test(arguments: machines + Fixtures.dumps + Corpus.dumps)
  func onlyWhatIsListedIsFound(_ path: String) throws {
    let cpus = try InputFile.read(path).cpus
    try #require(!cpus.isEmpty)
    let findings = TopologyReport.findings(cpus)
    let codes = findings.map(\.violation.codeText)
    #expect(Set(codes) == Self.listed[Self.name(path), default: []])
    #expect(codes.count == Set(codes).count, "one finding for all CPUs")
    for finding in findings {
      for each in finding.cases {
        #expect(UInt64(held(finding.violation, cpus[each.cpu])) == each.value)
      }
    }
    // The tree holds each CPU once, and no cache is shared by more than there are.
    let tree = TopologyTree(cpus)
    #expect(tree.threads.map(\.cpu).sorted() == Array(cpus.indices))
    for cache in tree.caches {
      #expect(Set(cache.seenBy).count == cache.seenBy.count)
      // Who shares what is told by a list of caches, and by the manuals of AMD's families before modules.
      let isTold = cache.seenBy.allSatisfy { number in
        let cpu = cpus[number]
        let isOld = (0xf...0x14).contains(cpu.signature.family) && !cpu.has(.hypervisor)
        return !cpu.vendor.isAMDLike || cpu.has(.topoext)
          || isOld && cpu.isKnown(leaf: 0x8000_0008)
      }
      #expect(cache.sharedBy == (isTold ? cache.seenBy : nil))
    }
  }

  /// What the register of a violation holds.
  private func held(_ violation: Violation, _ cpu: CPUPolicy) -> UInt32 {
    guard case .leaf(let place, let register) = violation.place else { return .max }
    let leaf = cpu[leaf: place.leaf, subleaf: place.isPlain ? 0 : place.subleaf]
    let width = violation.highBit - violation.lowBit + 1
    return leaf[register] >> UInt32(violation.lowBit)
      & (width == 32 ? .max : (1 << UInt32(width)) - 1)
  }

  @Test func everyListedMachineIsThere() {
    #expect(Self.listed.count == 15)
    let names = (Self.machines + Fixtures.dumps).map(Self.name)
    #expect(Set(Self.listed.keys).isSubset(of: names))
  }

  /// Shapes of machines, as their makers sold them.
  @Test func placesOfMachines() throws {
    func tree(_ name: String) throws -> TopologyTree {
      TopologyTree(try InputFile.read(Self.folder + "/\(name)_CPUID.txt").cpus)
    }
    // Two sockets of two nodes: CPUs 0 and 1 are a module of two cores, and 12 and 13 in the other socket.
    let interlagos = TopologyTree(
      try InputFile.read(Self.folder + "/AuthenticAMD0600F12_K15_Interlagos_CPUID2.txt").cpus)
    #expect(interlagos.packages.count == 2 && interlagos.cores.count == 4)
    #expect(interlagos.threads.map(\.apicID) == [32, 33, 64, 65])
    // Four sockets that say nothing of themselves.
    let tanner = try tree("GenuineIntel0000673_P3_Tanner")
    #expect(tanner.packages.count == tanner.threads.count && tanner.packages.count == 4)
    #expect(tanner.threads.allSatisfy { $0.apicID == nil })
    // Six cores, of which pairs share the second level and all the third.
    let dunnington = try tree("GenuineIntel00106D0_Dunnington")
    let third = dunnington.caches.filter { $0.level == 3 }
    #expect(third.map(\.sharedBy) == [[0, 1, 2], [3]] && third[0].sizeText == "16 MiB")
  }

  /// AMD's CPUs before TOPOEXT state the sizes of their caches, and not who shares them.
  @Test func cachesOfWhichNobodySaysWhoSharesThem() throws {
    let cpus = try InputFile.read(Fixtures.path("emulated-Opteron_G3.txt")).cpus
    let tree = TopologyTree(cpus)
    #expect(
      tree.caches.map { "\($0.name), \($0.sizeText)" } == [
        "L1 data, 64 KiB", "L1 instruction, 64 KiB", "L2, 512 KiB", "L3, 16 MiB",
      ])
    for cache in tree.caches { #expect(cache.sharedBy == nil && cache.seenBy == [0]) }
    #expect(tree.text.contains("L2, 512 KiB: in CPUs 0, who shares it is not recorded\n"))
    // Without the leaf there is nothing to say.
    var unknown = try #require(cpus.first)
    for leaf: UInt32 in [0x8000_0005, 0x8000_0006] {
      unknown.markUnknown(slot: try #require(LeafLayout.slot(leaf)))
    }
    #expect(TopologyTree([unknown]).caches.isEmpty)
  }

  /// Ids that are zero in leaf 0xb everywhere are leaf 0xb's fault.
  @Test func theWrongLeafIsNamed() throws {
    let topology = try Topology(sockets: 1, cores: 18, threads: 2)
    let cpus = try (0..<36).map { vCPU in
      var cpu = try Solved.policy(topology, .intel, vCPU: UInt32(vCPU))
      for subleaf in UInt32(0)..<3 { cpu[.topologyX2ApicId, subleaf: subleaf] = 0 }
      return cpu
    }
    let findings = TopologyReport.findings(cpus)
    #expect(findings.map(\.violation.code) == [.apicIDs, .initialID])
    for finding in findings {
      #expect(finding.violation.subject == .field(.topologyX2ApicId))
      #expect(finding.cases.allSatisfy { $0.value == 0 })
    }
    #expect(findings[0].cpus == Array(0..<36) && findings[1].cpus == Array(1..<36))
    #expect(findings[1].remedy.hasPrefix("CPU 1: set topologyX2ApicId to 1"))
    // Leaf 1's, where leaf 0xb tells the CPUs apart.
    let others = try (0..<4).map { vCPU in
      var cpu = try Solved.policy(topology, .intel, vCPU: UInt32(vCPU))
      cpu[.initialApicId] = 46
      return cpu
    }
    let found = TopologyReport.findings(others)
    #expect(found.map(\.violation.subject) == [.field(.initialApicId)])
    #expect(found.map(\.cpus) == [[0, 1, 2, 3]])
  }

  /// Counts of four a package, and ids that put each CPU into a package of its own.
  @Test(arguments: [Vendor.intel, .amd]) func scatteredIDs(_ vendor: Vendor) throws {
    let topology = try Topology(sockets: 1, cores: 4)
    func machine(_ ids: [UInt32]) throws -> [CPUPolicy] {
      try ids.map { id in
        var cpu = try Solved.policy(topology, vendor)
        for subleaf in UInt32(0)..<3 { cpu[.topologyX2ApicId, subleaf: subleaf] = id }
        cpu[.initialApicId] = id
        if vendor == .amd { cpu[.extendedApicId] = id }
        return cpu
      }
    }
    let ids: [UInt32] = [0, 16, 48, 32]
    let findings = TopologyReport.findings(try machine(ids))
    #expect(findings.map(\.violation.code) == [.idsScattered])
    #expect(findings.map(\.cpus) == [[0, 1, 2, 3]] && findings[0].violation.value == 4)
    #expect(TopologyTree(try machine(ids)).packages.count == 4)
    #expect(TopologyReport.findings(try machine([0, 1, 2, 3])).isEmpty)
    // A part of a machine is no evidence.
    #expect(TopologyReport.findings(try machine([0, 16])).isEmpty)
    // Without leaf 0xb, by leaf 1 or AMD's count.
    let old = try machine(ids).map { cpu in
      var cpu = cpu
      cpu.set(.x2apic, false)
      cpu[.maxBasicLeaf] = 4
      return cpu
    }
    #expect(TopologyReport.findings(old).map(\.violation.code) == [.idsScattered])
  }

  @Test func threadsThatOlderSystemsDoNotSee() throws {
    let topology = try Topology(sockets: 1, cores: 2, threads: 2)
    var policy = Solved.base(.amd)
    policy.set(.topoext, false)
    try policy.apply(topology)
    #expect(policy.untoldThreads(of: topology)?.severity == .performance)
    let findings = TopologyReport.findings([policy])
    #expect(findings.map(\.violation.code) == [.threadsUntold])
    let plain = try Topology(sockets: 1, cores: 4)
    #expect(policy.untoldThreads(of: plain) == nil)
    #expect(Solved.base(.amd).untoldThreads(of: topology) == nil)
    #expect(Solved.base(.intel).untoldThreads(of: topology) == nil)
  }

  /// What is solved is read back: any shape, seen by each of its CPUs.
  @Test(arguments: [Vendor.intel, .amd]) func treesOfShapes(_ vendor: Vendor) throws {
    var generator = SeededGenerator.fresh("trees \(vendor.rawValue)")
    for _ in 0..<150 {
      let topology = try Topology(
        sockets: UInt32.random(in: 1...3, using: &generator),
        dies: UInt32.random(in: 1...3, using: &generator),
        cores: UInt32.random(in: 1...6, using: &generator),
        threads: UInt32.random(in: 1...2, using: &generator))
      let cpus = try (0..<topology.vCPUs).map { try Solved.policy(topology, vendor, vCPU: $0) }
      let tree = TopologyTree(cpus)
      #expect(tree.packages.count == Int(topology.sockets), "\(topology)")
      #expect(tree.dies.count == Int(topology.sockets * topology.dies), "\(topology)")
      #expect(tree.cores.allSatisfy { $0.threads.count == Int(topology.threads) }, "\(topology)")
      #expect(tree.threads.map(\.apicID) == (0..<topology.vCPUs).map(topology.apicID))
      let third = tree.caches.filter { $0.level == 3 }
      #expect(third.count == tree.dies.count, "\(topology)")
      let first = tree.caches.filter { $0.level == 1 && $0.content == .data }
      #expect(first.map(\.sharedBy) == tree.cores.map { $0.threads.map(\.cpu) }, "\(topology)")
    }
  }
}

/// Policies into which a topology is solved.
private enum Solved {
  static func base(_ vendor: Vendor) -> CPUPolicy {
    var policy = CPUPolicy()
    let isAMD = vendor == .amd
    policy[leaf: 0] =
      isAMD
      ? LeafRegisters(eax: 0xd, ebx: 0x6874_7541, ecx: 0x444d_4163, edx: 0x6974_6e65)
      : LeafRegisters(eax: 0xd, ebx: 0x756e_6547, ecx: 0x6c65_746e, edx: 0x4965_6e69)
    policy[.maxExtendedLeaf] = 0x8000_0021
    for feature in [Feature.apic, .clflush, .x2apic] { policy.set(feature, true) }
    policy.set(.topoext, isAMD)
    let leaf: UInt32 = isAMD ? 0x8000_001d : 4
    for (index, cache) in [(1, 1), (1, 2), (2, 3), (3, 3)].enumerated() {
      policy[leaf: leaf, subleaf: UInt32(index)] = LeafRegisters(
        eax: UInt32(cache.0) << 5 | UInt32(cache.1), ebx: 7 << 22 | 63, ecx: 63)
    }
    return policy
  }

  static func policy(
    _ topology: Topology, _ vendor: Vendor, vCPU: UInt32 = 0
  ) throws -> CPUPolicy {
    var policy = base(vendor)
    try policy.apply(topology, leaves: .all)
    policy.identify(vCPU: vCPU, in: topology)
    return policy
  }
}
