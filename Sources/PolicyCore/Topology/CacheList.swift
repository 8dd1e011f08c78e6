// SPDX-License-Identifier: Apache-2.0

/// A leaf whose subleaves list the caches, in one encoding for both vendors.
///
/// SDM vol. 2A CPUID, leaf 04H; APM vol. 3 E.4.15.
struct CacheList {
  var leaf: UInt32
  var level: Field
  /// Who shares the cache, less one: room for ids on Intel, a count of threads on AMD.
  var sharing: Field
  /// Room for core ids in the package, less one; AMD's list has no such field.
  var cores: Field?
  /// Size of a line, less one.
  var line: Field
  var sets: Field

  /// Leaf 4.
  static var intel: CacheList {
    CacheList(
      leaf: 4, level: .cacheLevel, sharing: .cacheThreadsSharing, cores: .cacheCoresPerPackage,
      line: .cacheLineSize, sets: .cacheSets)
  }

  /// Leaf 0x8000001d, which TOPOEXT announces.
  static var amd: CacheList {
    CacheList(
      leaf: 0x8000_001d, level: .amdCacheLevel, sharing: .amdCacheThreadsSharing, cores: nil,
      line: .amdCacheLineSize, sets: .amdCacheSets)
  }

  /// Whether a subleaf claims a cache without a size: no geometry at all, or a number of sets that
  /// wraps to zero.
  func isSizeless(_ cache: LeafRegisters) -> Bool {
    cache.ebx | cache.ecx == 0 || cache.ecx == sets.valueMask
  }
}

extension CPUPolicy {
  /// Writes who shares each cache: the first two levels belong to a core, the others to a die. What
  /// has no size leaves the list.
  mutating func shareCaches(_ topology: Topology, _ list: CacheList) {
    guard let block = LeafLayout.block(list.leaf) else { return }
    let count = subleafCount(list.leaf)
    var next = block.base
    for index in 0..<count {
      var cache = self[slot: block.base &+ index]
      if list.isSizeless(cache) { continue }
      let isOfDie = (cache.eax & list.level.mask) >> UInt32(list.level.lowBit) > 2
      set(list.sharing, topology.sharing(isOfDie: isOfDie, isRoom: list.cores != nil), in: &cache)
      if let cores = list.cores {
        set(cores, (1 &<< (topology.coreWidth &+ topology.dieWidth)) &- 1, in: &cache)
      }
      self[slot: next] = cache
      next &+= 1
    }
    clear(slots: next..<(block.base &+ max(count, next &- block.base)))
  }

  /// Sets a field of EAX, saturated.
  private func set(_ field: Field, _ value: UInt32, in cache: inout LeafRegisters) {
    let bits = min(value, field.valueMask) &<< UInt32(field.lowBit)
    cache.eax = cache.eax & ~field.mask | bits
  }
}

extension Topology {
  /// Who shares a cache, less one. A count is what AMD's CPUs show. Where ids have gaps below the die,
  /// software that groups them by the count, rounded up, would split it: then it is room there too.
  fileprivate func sharing(isOfDie: Bool, isRoom: Bool) -> UInt32 {
    let dieRoom = (1 &<< (threadWidth &+ coreWidth)) &- 1
    if isRoom { return isOfDie ? dieRoom : (1 &<< threadWidth) &- 1 }
    guard isOfDie else { return (1 &<< Topology.width(threads)) &- 1 }
    let hasGaps =
      threads & (threads &- 1) != 0 || Topology.width(dieCount) != threadWidth &+ coreWidth
    return hasGaps ? dieRoom : dieCount &- 1
  }
}
