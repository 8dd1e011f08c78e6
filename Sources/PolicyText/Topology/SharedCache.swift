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

  public var level: Int
  /// Nil for a type that no manual defines.
  public var content: Content?
  /// In bytes.
  public var size: UInt64
  /// CPUs, by number.
  public var sharedBy: [Int]

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
    var group: UInt64
  }

  private var members: [Key: SharedCache] = [:]

  mutating func add(_ cpu: CPUPolicy, _ seat: TopologySeat) {
    let isAMD = cpu.vendor.isAMDLike
    let leaf: UInt32 = isAMD ? 0x8000_001d : 4
    guard cpu.isWithinLimits(leaf: leaf), cpu.isKnown(leaf: leaf), !isAMD || cpu.has(.topoext)
    else { return }
    for index in 0..<cpu.subleafCount(leaf) {
      let subleaf = UInt32(index)
      func value(_ intel: Field, _ amd: Field) -> UInt32 {
        cpu[isAMD ? amd : intel, subleaf: subleaf]
      }
      let sharing = value(.cacheThreadsSharing, .amdCacheThreadsSharing)
      let room = UInt64(32 - sharing.leadingZeroBitCount)
      // Above all ids, where a CPU has none.
      let group = seat.apicID.map { UInt64($0) >> room } ?? seat.package
      let level = value(.cacheLevel, .amdCacheLevel)
      let type = value(.cacheType, .amdCacheType)
      let parts = [
        value(.cacheLineSize, .amdCacheLineSize), value(.cachePartitions, .amdCachePartitions),
        value(.cacheWays, .amdCacheWays), value(.cacheSets, .amdCacheSets),
      ]
      let size = parts.reduce(UInt64(1)) { $0 &* (UInt64($1) + 1) }
      members[
        Key(level: level, type: type, group: group),
        default: SharedCache(
          level: Int(level), content: SharedCache.Content(rawValue: type), size: size, sharedBy: [])
      ].sharedBy.append(seat.cpu)
    }
  }

  /// By level, kind and first CPU.
  var caches: [SharedCache] {
    members.sorted { left, right in
      func order(_ member: (key: Key, value: SharedCache)) -> [Int] {
        [member.value.level, Int(member.key.type), member.value.sharedBy[0]]
      }
      return order(left).lexicographicallyPrecedes(order(right))
    }.map(\.value)
  }
}
