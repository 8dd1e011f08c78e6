extension CPUPolicy {
  /// Solves a topology into the policy, as virtual CPU 0 sees it; the ids of the others are filled in
  /// when they ask.
  ///
  /// Caches keep their geometry: only who shares them changes. SDM vol. 3A 9.9; APM vol. 3 E.3.
  ///
  /// - Parameter leaves: how far the back end's topology leaves reach beyond the policy's limits.
  /// - Throws: what the policy cannot express.
  public mutating func apply(
    _ topology: Topology, leaves: TopologyLeaves = TopologyLeaves()
  ) throws(TopologyError) {
    if topology.highestAPICID > 254 && !has(.x2apic) {
      throw TopologyError(.needsX2APIC, value: topology.highestAPICID, bound: 254)
    }
    if has(.x2apic) && maxBasicLeaf < 0xb {
      // Software that finds x2APIC looks for its ids in leaf 0xb.
      maxBasicLeaf = 0xb
      clear(leaf: 0xb)
    }
    if vendor.isAMDLike {
      try applyAMD(topology, leaves)
    } else {
      try applyIntel(topology, leaves)
    }
    initialApicId = 0
    if maxBasicLeaf >= 0xb { applyLevels(topology) }
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

  private mutating func applyIntel(
    _ topology: Topology, _ leaves: TopologyLeaves
  ) throws(TopologyError) {
    set(.htt, topology.packageRoom > 1)
    set(.cmpLegacy, false)
    logicalProcessorsPerPackage = min(topology.packageRoom, 255)
    if maxBasicLeaf >= 4 { shareCaches(topology) }
    guard topology.dies > 1 else {
      if maxBasicLeaf >= 0x1f { clear(leaf: 0x1f) }
      return
    }
    let highest = max(maxBasicLeaf, leaves.maxBasicLeaf)
    guard highest >= 0x1f else {
      throw TopologyError(.leafNotServed, value: 0x1f, bound: highest)
    }
    maxBasicLeaf = max(maxBasicLeaf, 0x1f)
    clear(leaf: 0x1f)
    markKnown(leaf: 0x1f)
    let core = topology.threadWidth &+ topology.coreWidth
    setLevel(0x1f, 0, type: 1, shift: topology.threadWidth, count: topology.threads)
    setLevel(0x1f, 1, type: 2, shift: core, count: topology.dieCount)
    setLevel(0x1f, 2, type: 5, shift: topology.packageWidth, count: topology.packageCount)
  }

  /// Leaf 4: the first two levels belong to a core, the others to a die. The fields are room for ids,
  /// less one.
  private mutating func shareCaches(_ topology: Topology) {
    guard let block = LeafLayout.block(4) else { return }
    let cores = topology.coreWidth &+ topology.dieWidth
    let coreField = min((1 &<< cores) &- 1, 63) as UInt32
    for index in 0..<subleafCount(4) {
      var cache = self[slot: block.base &+ index]
      let level = cache.eax >> UInt32(Field.cacheLevel.lowBit) & 7
      let width = level > 2 ? topology.threadWidth &+ topology.coreWidth : topology.threadWidth
      let sharing = min((1 &<< width) &- 1, 0xfff) as UInt32
      cache.eax &= ~(Field.cacheThreadsSharing.mask | Field.cacheCoresPerPackage.mask)
      cache.eax |= sharing &<< UInt32(Field.cacheThreadsSharing.lowBit)
      cache.eax |= coreField &<< UInt32(Field.cacheCoresPerPackage.lowBit)
      self[slot: block.base &+ index] = cache
    }
  }

  // MARK: AMD and Hygon

  private mutating func applyAMD(
    _ topology: Topology, _ leaves: TopologyLeaves
  ) throws(TopologyError) {
    set(.htt, topology.packageCount > 1)
    set(.cmpLegacy, topology.packageCount > 1)
    logicalProcessorsPerPackage = min(topology.packageCount, 255)
    if extendedLeafCount >= 8 {
      guard topology.packageWidth <= 15 else {
        throw TopologyError(.fieldOverflow, value: topology.packageWidth, bound: 15)
      }
      threadCountMinusOne = min(topology.packageCount &- 1, 255)
      apicIdCoreIdSize = topology.packageWidth
    }
    if has(.topoext) {
      shareCachesAMD(topology)
      try setNode(topology)
    }
    applyComplexes(topology, leaves)
  }

  /// 0x8000001d: here the field is a count of threads, less one.
  private mutating func shareCachesAMD(_ topology: Topology) {
    guard extendedLeafCount >= 0x1d, let block = LeafLayout.block(0x8000_001d) else { return }
    for index in 0..<subleafCount(0x8000_001d) {
      var cache = self[slot: block.base &+ index]
      let level = cache.eax >> UInt32(Field.amdCacheLevel.lowBit) & 7
      let threads = level > 2 ? topology.dieCount : topology.threads
      cache.eax &= ~Field.amdCacheThreadsSharing.mask
      cache.eax |=
        min(threads &- 1, 0xfff) &<< UInt32(Field.amdCacheThreadsSharing.lowBit)
      self[slot: block.base &+ index] = cache
    }
  }

  private mutating func setNode(_ topology: Topology) throws(TopologyError) {
    guard extendedLeafCount >= 0x1e else { return }
    let coresOfPackage = topology.cores &* topology.dies
    guard coresOfPackage <= 256, topology.threads <= 256, topology.dies <= 8 else {
      throw TopologyError(.fieldOverflow, value: coresOfPackage, bound: 256)
    }
    clear(leaf: 0x8000_001e)
    markKnown(leaf: 0x8000_001e)
    threadsPerCoreMinusOne = topology.threads &- 1
    nodesPerPackageMinusOne = topology.dies &- 1
  }

  /// 0x80000026, where the back end serves it: core, complex, die and socket.
  private mutating func applyComplexes(_ topology: Topology, _ leaves: TopologyLeaves) {
    guard max(maxExtendedLeaf, leaves.maxExtendedLeaf) >= 0x8000_0026 else { return }
    // Only a domain with several dies needs it; limits are raised for no other.
    guard topology.dies > 1 || maxExtendedLeaf >= 0x8000_0026 else { return }
    maxExtendedLeaf = max(maxExtendedLeaf, 0x8000_0026)
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
    initialApicId = id & 0xff
    if maxBasicLeaf >= 0xb && subleafCount(0xb) > 0 { repeatID(0xb, id) }
    if maxBasicLeaf >= 0x1f && subleafCount(0x1f) > 0 { repeatID(0x1f, id) }
    if extendedLeafCount >= 0x26 && subleafCount(0x8000_0026) > 0 { repeatID(0x8000_0026, id) }
    if has(.topoext) && extendedLeafCount >= 0x1e {
      let seat = topology.seat(of: vCPU)
      extendedApicId = id
      coreId = seat.die &* topology.cores &+ seat.core
      nodeId = seat.socket &* topology.dies &+ seat.die
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
