// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// One cache of a machine.
public struct SharedCache: Equatable, Sendable {
  /// What it holds: the types of leaf 4 EAX[4:0].
  public enum Content: UInt32, Sendable {
    case data = 1
    case instruction = 2
    case unified = 3

    /// The word for people and documents.
    public var word: String { "\(self)" }
  }

  /// The level, 1 for the one nearest to the core.
  public var level: Int
  /// Nil for a type that no manual defines.
  public var content: Content?
  /// In bytes. What AMD's CPUs without TOPOEXT say of a third level is a lower bound.
  public var size: UInt64
  /// CPUs, by number; nil where nobody recorded who shares it, as on AMD's CPUs without TOPOEXT.
  public var sharedBy: [Int]?
  /// The CPUs that say of themselves that they have it.
  public var seenBy: [Int]

  /// `32 KiB`, `16 MiB`.
  public var sizeText: String {
    let units: [(UInt64, String)] = [(1 << 20, "MiB"), (1 << 10, "KiB")]
    for (unit, name) in units where size >= unit && size % unit == 0 {
      return "\(size / unit) \(name)"
    }
    return "\(size) bytes"
  }

  /// `L1 data`, `L3`.
  public var name: String {
    content == .unified ? "L\(level)" : "L\(level) \(content?.word ?? "cache")"
  }
}

/// Finds who shares which cache.
///
/// Leaf 4 states room for ids and 0x8000001d a count; software rounds both up to a power of two, and the
/// ids that agree above those bits share the cache.
struct CacheGroups {
  private struct Key: Hashable {
    var level: UInt32
    var type: UInt32
    /// Cores of two kinds may have ids that agree above other bits.
    var room: UInt64
    var group: UInt64
  }

  private var members: [Key: SharedCache] = [:]
  /// Those of which nobody says who shares them.
  private var untold: [Untold: SharedCache] = [:]

  private struct Untold: Hashable {
    var level: Int
    var content: SharedCache.Content
    var size: UInt64
  }

  mutating func add(_ cpu: CPUPolicy, _ seat: TopologySeat) {
    let isAMD = cpu.vendor.isAMDLike
    if isAMD && !cpu.has(.topoext) {
      addSizes(cpu, seat)
      return
    }
    let leaf: UInt32 = isAMD ? 0x8000_001d : 4
    guard cpu.isWithinLimits(leaf: leaf), cpu.isKnown(leaf: leaf) else { return }
    for index in 0..<cpu.subleafCount(leaf) {
      let subleaf = UInt32(index)
      func value(_ intel: Field, _ amd: Field) -> UInt32 {
        cpu[isAMD ? amd : intel, subleaf: subleaf]
      }
      let sharing = value(.cacheThreadsSharing, .amdCacheThreadsSharing)
      let room = UInt64(32 - sharing.leadingZeroBitCount)
      // Above all ids, where a CPU has none.
      var group = seat.apicID.map { UInt64($0) >> room } ?? seat.package
      // What all of a node share is the node's, whose ids need not agree above any bit.
      if isAMD, sharing &+ 1 == cpu.threadsOfNode { group = seat.package << 8 | seat.die }
      let level = value(.cacheLevel, .amdCacheLevel)
      let type = value(.cacheType, .amdCacheType)
      let parts = [
        value(.cacheLineSize, .amdCacheLineSize), value(.cachePartitions, .amdCachePartitions),
        value(.cacheWays, .amdCacheWays), value(.cacheSets, .amdCacheSets),
      ]
      let size = parts.reduce(UInt64(1)) { $0 &* (UInt64($1) + 1) }
      let key = Key(level: level, type: type, room: room, group: group)
      var cache =
        members[key]
        ?? SharedCache(
          level: Int(level), content: SharedCache.Content(rawValue: type), size: size, sharedBy: [],
          seenBy: [])
      cache.seenBy.append(seat.cpu)
      cache.sharedBy = cache.seenBy
      members[key] = cache
    }
  }

  /// The sizes that AMD's CPUs without TOPOEXT state, and nothing about who shares what. APM vol. 3 E.4.5
  /// and E.4.6. Of families whose manuals say so each core has its own, and a node's cores share the third level.
  private mutating func addSizes(_ cpu: CPUPolicy, _ seat: TopologySeat) {
    let sizes: [(level: Int, SharedCache.Content, Field, unit: UInt64)] = [
      (1, .data, .l1DataSize, 1 << 10), (1, .instruction, .l1InstructionSize, 1 << 10),
      (2, .unified, .l2Size, 1 << 10), (3, .unified, .l3Size, 512 << 10),
    ]
    for (level, content, field, unit) in sizes {
      guard cpu.isWithinLimits(leaf: field.leaf), cpu.isKnown(leaf: field.leaf), cpu[field] != 0
      else { continue }
      var size = UInt64(cpu[field]) * unit
      guard cpu.hasOwnCaches, let id = seat.apicID else {
        untold[
          Untold(level: level, content: content, size: size),
          default: SharedCache(
            level: level, content: content, size: size, sharedBy: nil, seenBy: [])
        ].seenBy.append(seat.cpu)
        continue
      }
      var group = UInt64(id)
      if level == 3 {
        let nodes = cpu.nodesOfPackage
        let last = cpu[.threadCountMinusOne]
        let place = id & ((1 << UInt32(32 - last.leadingZeroBitCount)) - 1)
        group = seat.package << 8 | UInt64(place / max(1, (last &+ 1) / nodes))
        size /= UInt64(nodes)
      }
      let key = Key(level: UInt32(level), type: content.rawValue, room: 0, group: group)
      var cache =
        members[key]
        ?? SharedCache(level: level, content: content, size: size, sharedBy: [], seenBy: [])
      cache.seenBy.append(seat.cpu)
      cache.sharedBy = cache.seenBy
      members[key] = cache
    }
  }

  /// By level, kind and first CPU.
  var caches: [SharedCache] {
    (Array(members.values) + Array(untold.values)).sorted { left, right in
      func order(_ cache: SharedCache) -> [Int] {
        [cache.level, Int(cache.content?.rawValue ?? .max), cache.seenBy[0]]
      }
      return order(left).lexicographicallyPrecedes(order(right))
    }
  }
}

extension CPUPolicy {
  /// Whether two of AMD's cores are one module, which 0x8000001e numbers. BKDG of family 0x15, models 0 to 0xf,
  /// "Compute Unit".
  var hasModules: Bool { vendor == .amd && signature.family == 0x15 }

  /// Whether each core has a first and second level of its own, and a third one is a node's: AMD's families
  /// before modules, on hardware. BKDG of family 0x10, "Cache and TLB", and those of 0xf, 0x11, 0x12 and 0x14.
  fileprivate var hasOwnCaches: Bool {
    vendor == .amd && !has(.hypervisor) && [0xf, 0x10, 0x11, 0x12, 0x14].contains(signature.family)
      && isKnown(leaf: 1)
      && isKnown(leaf: 0x8000_0001) && isKnown(leaf: 0x8000_0008)
  }

  /// A package of the G34 socket is two nodes, and states the size of both third levels. BKDG of family 0x10,
  /// CPUID Fn8000_0001_EBX, "PkgType".
  fileprivate var nodesOfPackage: UInt32 {
    signature.family == 0x10 && self[.packageType] == 3 ? 2 : 1
  }

  /// Threads of one node, of CPUs that number nodes; zero where nothing says it, or there is only one.
  fileprivate var threadsOfNode: UInt32 {
    let nodes = self[.nodesPerPackageMinusOne] &+ 1
    guard nodes > 1, isKnown(leaf: 0x8000_001e), isKnown(leaf: 0x8000_0008) else { return 0 }
    return (self[.threadCountMinusOne] &+ 1) / nodes
  }
}
