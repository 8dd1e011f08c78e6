// SPDX-License-Identifier: Apache-2.0

extension CPUPolicy {
  /// Solves a topology into the policy, as virtual CPU 0 sees it; the ids of the others are filled in
  /// when they ask.
  ///
  /// Caches keep their geometry: only who shares them changes. SDM vol. 3A 9.9; APM vol. 3 E.3.
  ///
  /// - Parameters:
  ///   - topology: where the virtual CPUs sit.
  ///   - leaves: how far the back end's topology leaves reach beyond the policy's limits.
  /// - Throws: what the policy cannot express; it is then unchanged.
  public mutating func apply(
    _ topology: Topology, leaves: TopologyLeaves = TopologyLeaves()
  ) throws(TopologyError) {
    if topology.highestAPICID > 254 && !has(.x2apic) {
      throw TopologyError(.needsX2APIC, value: topology.highestAPICID, bound: 254)
    }
    if vendor.isAMDLike { try topology.checkAMDFields() }
    raise(basic: try basicLimit(topology, leaves), extended: try extendedLimit(topology, leaves))
    if vendor.isAMDLike {
      applyAMD(topology)
    } else {
      applyIntel(topology)
    }
    self[.initialApicId] = 0
    if self[.maxBasicLeaf] >= 0xb { applyLevels(topology) }
  }

  // MARK: Limits

  /// Software that finds x2APIC, or counts that saturate, looks for ids in leaf 0xb; only 0x1f tells
  /// Intel's dies.
  private func basicLimit(
    _ topology: Topology, _ leaves: TopologyLeaves
  ) throws(TopologyError) -> UInt32 {
    let needsLevels = has(.x2apic) || topology.isLegacyDecodingSaturated
    let present = max(self[.maxBasicLeaf], needsLevels ? 0xb : 0)
    guard topology.dies > 1, !vendor.isAMDLike, present < 0x1f else { return present }
    guard leaves.maxBasicLeaf >= 0x1f else {
      throw TopologyError(.leafNotServed, value: 0x1f, bound: max(present, leaves.maxBasicLeaf))
    }
    return 0x1f
  }

  /// AMD's dies are told by 0x80000026, or by the nodes of 0x8000001e where TOPOEXT shows them.
  private func extendedLimit(
    _ topology: Topology, _ leaves: TopologyLeaves
  ) throws(TopologyError) -> UInt32 {
    var present = self[.maxExtendedLeaf]
    if vendor.isAMDLike, has(.topoext), present < 0x8000_001e {
      guard leaves.maxExtendedLeaf >= 0x8000_001e else {
        throw TopologyError(
          .leafNotServed, value: 0x8000_001e, bound: max(present, leaves.maxExtendedLeaf))
      }
      present = 0x8000_001e
    }
    guard vendor.isAMDLike, topology.dies > 1, present < 0x8000_0026 else { return present }
    if leaves.maxExtendedLeaf >= 0x8000_0026 { return 0x8000_0026 }
    guard has(.topoext) else {
      throw TopologyError(
        .leafNotServed, value: 0x8000_0026, bound: max(present, leaves.maxExtendedLeaf))
    }
    return present
  }

  /// What stood beyond the old limits must not come to light under the new ones.
  private mutating func raise(basic: UInt32, extended: UInt32) {
    guard basic != self[.maxBasicLeaf] || extended != self[.maxExtendedLeaf] else { return }
    clearStaleLeaves()
    self[.maxBasicLeaf] = basic
    self[.maxExtendedLeaf] = extended
  }

  // MARK: Both vendors

  private mutating func applyLevels(_ topology: Topology) {
    clear(leaf: 0xb)
    markKnown(leaf: 0xb)
    setLevel(0xb, 0, type: 1, shift: topology.threadWidth, count: topology.threads)
    setLevel(0xb, 1, type: 2, shift: topology.packageWidth, count: topology.packageCount)
  }

  private mutating func setLevel(
    _ leaf: UInt32, _ subleaf: UInt32, type: UInt32, shift: UInt32, count: UInt32
  ) {
    self[leaf: leaf, subleaf: subleaf] = LeafRegisters(
      eax: shift, ebx: min(count, 0xffff), ecx: type &<< 8 | subleaf)
  }

  // MARK: Intel and all others

  private mutating func applyIntel(_ topology: Topology) {
    set(.htt, topology.packageRoom > 1)
    set(.cmpLegacy, false)
    self[.logicalProcessorsPerPackage] = min(topology.packageRoom, 255)
    if self[.maxBasicLeaf] >= 4 { shareCaches(topology, .intel) }
    if extendedLeafCount >= 8 {
      self[.threadCountMinusOne] = 0
      self[.apicIdCoreIdSize] = 0
    }
    guard topology.dies > 1 else {
      if self[.maxBasicLeaf] >= 0x1f { clear(leaf: 0x1f) }
      return
    }
    clear(leaf: 0x1f)
    markKnown(leaf: 0x1f)
    let core = topology.threadWidth &+ topology.coreWidth
    setLevel(0x1f, 0, type: 1, shift: topology.threadWidth, count: topology.threads)
    setLevel(0x1f, 1, type: 2, shift: core, count: topology.dieCount)
    setLevel(0x1f, 2, type: 5, shift: topology.packageWidth, count: topology.packageCount)
  }

  // MARK: AMD and Hygon

  private mutating func applyAMD(_ topology: Topology) {
    set(.htt, topology.packageCount > 1)
    set(.cmpLegacy, topology.packageCount > 1)
    self[.logicalProcessorsPerPackage] = min(topology.packageCount, 255)
    if extendedLeafCount >= 8 {
      self[.threadCountMinusOne] = min(topology.packageCount &- 1, 255)
      self[.apicIdCoreIdSize] = topology.packageWidth
    }
    if has(.topoext) {
      if extendedLeafCount >= 0x1d { shareCaches(topology, .amd) }
      setNode(topology)
    } else {
      // Only TOPOEXT announces them.
      clear(leaf: 0x8000_001d)
      clear(leaf: 0x8000_001e)
    }
    if self[.maxExtendedLeaf] >= 0x8000_0026 { applyComplexes(topology) }
  }

  private mutating func setNode(_ topology: Topology) {
    guard extendedLeafCount >= 0x1e else { return }
    clear(leaf: 0x8000_001e)
    markKnown(leaf: 0x8000_001e)
    self[.threadsPerCoreMinusOne] = topology.threads &- 1
    self[.nodesPerPackageMinusOne] = topology.dies &- 1
  }

  /// 0x80000026: core, complex, die and socket; the complex is the die.
  private mutating func applyComplexes(_ topology: Topology) {
    clear(leaf: 0x8000_0026)
    markKnown(leaf: 0x8000_0026)
    let die = topology.threadWidth &+ topology.coreWidth
    setLevel(0x8000_0026, 0, type: 1, shift: topology.threadWidth, count: topology.threads)
    setLevel(0x8000_0026, 1, type: 2, shift: die, count: topology.dieCount)
    setLevel(0x8000_0026, 2, type: 3, shift: die, count: topology.dieCount)
    setLevel(0x8000_0026, 3, type: 4, shift: topology.packageWidth, count: topology.packageCount)
  }

  // MARK: One virtual CPU

  /// Fills in what differs between the virtual CPUs: ids in leaves 1, 0xb, 0x1f, 0x8000001e and
  /// 0x80000026, and the place of the core. Lists repeat the id in every subleaf, the terminator
  /// included.
  public mutating func identify(vCPU: UInt32, in topology: Topology) {
    let id = topology.apicID(of: vCPU)
    self[.initialApicId] = id & 0xff
    if self[.maxBasicLeaf] >= 0xb && subleafCount(0xb) > 0 { repeatID(0xb, id) }
    if self[.maxBasicLeaf] >= 0x1f && subleafCount(0x1f) > 0 { repeatID(0x1f, id) }
    if extendedLeafCount >= 0x26 && subleafCount(0x8000_0026) > 0 { repeatID(0x8000_0026, id) }
    if has(.topoext) && extendedLeafCount >= 0x1e {
      let seat = topology.seat(of: vCPU)
      self[.extendedApicId] = id
      self[.coreId] = seat.die &* topology.cores &+ seat.core
      self[.nodeId] = seat.socket &* topology.dies &+ seat.die
    }
  }

  private mutating func repeatID(_ leaf: UInt32, _ id: UInt32) {
    guard let block = LeafLayout.block(leaf) else { return }
    for index in 0..<block.count {
      let slot = block.base &+ index
      var level = self[slot: slot]
      level.ecx = level.ecx & ~0xff | UInt32(truncatingIfNeeded: index)
      level.edx = id
      self[slot: slot] = level
    }
  }
}
