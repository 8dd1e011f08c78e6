// SPDX-License-Identifier: Apache-2.0

/// R9 to R11: caches, and what AMD adds.
extension TopologyAudit {
  /// R9: who shares a cache. Leaf 4 states room for ids, which its reader rounds up to a power of two (SDM
  /// vol. 2A CPUID, leaf 04H: a Dunnington says six); 0x8000001d states a count.
  mutating func checkCaches(_ body: (Violation) -> Void) {
    checkCacheList(4, body)
    if isAMD && policy.has(.topoext) { checkCacheList(0x8000_001d, body) }
  }

  private mutating func checkCacheList(_ leaf: UInt32, _ body: (Violation) -> Void) {
    guard isRecorded(leaf) else { return }
    let isRoom = leaf == 4
    let sharingField: Field = isRoom ? .cacheThreadsSharing : .amdCacheThreadsSharing
    let coresField = Field.cacheCoresPerPackage
    var previous: UInt32 = 0
    for index in 0..<policy.subleafCount(leaf) {
      let subleaf = UInt32(truncatingIfNeeded: index)
      let cache = policy[leaf: leaf, subleaf: subleaf]
      let sharing = (cache.eax & sharingField.mask) >> UInt32(sharingField.lowBit)
      if sharing < previous {
        report(
          .cacheSharing, sharingField, subleaf: subleaf, value: sharing, bound: previous, body)
      }
      previous = max(previous, sharing)
      let most = sharingLimit(isRoom: isRoom)
      let room = isRoom ? (1 &<< Topology.width(sharing &+ 1)) &- 1 : sharing
      if room > most {
        report(
          .cacheSharing, sharingField, subleaf: subleaf, value: sharing, bound: most, body)
      }
      if isRoom {
        let cores = (cache.eax & coresField.mask) >> UInt32(coresField.lowBit)
        let first = policy[.cacheCoresPerPackage, subleaf: 0]
        if cores != first {
          report(.cacheSharing, coresField, subleaf: subleaf, value: cores, bound: first, body)
        }
      }
      checkSize(cache, isRoom ? .intel : .amd, subleaf, body)
    }
  }

  /// A cache with neither line nor sets, or with a number of sets that wraps to zero.
  private func checkSize(
    _ cache: LeafRegisters, _ list: CacheList, _ subleaf: UInt32, _ body: (Violation) -> Void
  ) {
    guard list.isSizeless(cache) else { return }
    if cache.ecx != 0 {
      report(.cacheSize, list.sets, subleaf: subleaf, value: cache.ecx, bound: 0, body)
    } else {
      report(.cacheSize, list.line, subleaf: subleaf, value: 0, bound: 63, body)
    }
  }

  /// The most processors that can share a cache, less one: those of a package.
  private mutating func sharingLimit(isRoom: Bool) -> UInt32 {
    if isRoom {
      if hasPackageLevel() { return (1 &<< lastShift(0xb)) &- 1 }
      guard isRecorded(1) else { return 0xfff }
      let count = policy.has(.htt) ? policy[.logicalProcessorsPerPackage] : 1
      return (1 &<< Topology.width(max(count, 1))) &- 1
    }
    guard isRecorded(0x8000_0008) else { return 0xfff }
    // Where cores leave gaps in the ids, what shares a cache may be stated as their room.
    return max(policy[.threadCountMinusOne], (1 &<< policy[.apicIdCoreIdSize]) &- 1)
  }

  /// R10: AMD's id width has room for its threads.
  mutating func checkCounts(_ body: (Violation) -> Void) {
    guard isAMD, isRecorded(0x8000_0008) else { return }
    let size = policy[.apicIdCoreIdSize]
    let threads = policy[.threadCountMinusOne] &+ 1
    if size != 0 && (1 &<< size) < threads {
      report(
        .processorCount, .apicIdCoreIdSize, value: size, bound: Topology.width(threads), body)
    }
  }

  /// R11: TOPOEXT comes with its leaves and only with them, and they agree with leaf 0xb.
  mutating func checkExtended(_ body: (Violation) -> Void) {
    guard isAMD, policy.isKnown(leaf: 0x8000_0000), isRecorded(0x8000_0001) else { return }
    guard policy.has(.topoext) else {
      checkUnannounced(body)
      return
    }
    guard policy.extendedLeafCount >= 0x1e else {
      report(
        .extendedTopology, .maxExtendedLeaf, value: policy[.maxExtendedLeaf], bound: 0x8000_001e,
        body
      )
      return
    }
    if isRecorded(0x8000_001d) && policy.subleafCount(0x8000_001d) == 0 {
      report(.extendedTopology, .amdCacheType, value: 0, bound: 1, body)
    }
    guard isRecorded(0x8000_001e), hasLevels() else { return }
    let threads = policy[.threadsPerCoreMinusOne] &+ 1
    let levels = policy[.topologyLogicalCount, subleaf: 0]
    if threads != levels {
      report(
        .extendedTopology, .threadsPerCoreMinusOne, value: threads &- 1, bound: levels &- 1, body)
    }
  }

  /// Leaves that only TOPOEXT announces, and threads that only it tells old software.
  private mutating func checkUnannounced(_ body: (Violation) -> Void) {
    if isShown(.amdCacheType) || isShown(.extendedApicId) || isShown(.threadsPerCoreMinusOne) {
      reportTOPOEXT(.extendedTopology, .behaviour, body)
    } else if hasLevels(), policy[.topologyLogicalCount, subleaf: 0] > 1 {
      reportTOPOEXT(.threadsUntold, .performance, body)
    }
  }

  /// TOPOEXT is missing.
  private func reportTOPOEXT(
    _ code: ViolationCode, _ severity: Severity, _ body: (Violation) -> Void
  ) {
    let missing = Violation(code, .topoext, value: 0, bound: 1, severity: severity)
    if let missing { body(missing) }
  }

  private mutating func isShown(_ field: Field) -> Bool {
    isRecorded(field.leaf) && policy[field] != 0
  }
}
