/// Rules R1 to R11 over one CPU as it is: a real one, or a virtual one.
///
/// Nothing is concluded from what the source did not record. Uniqueness over all CPUs (R1) is for the
/// caller, who has them all. `docs/semantics/topology.md`.
public struct TopologyAudit: Sendable {
  private var policy: CPUPolicy
  private let isAMD: Bool

  @inline(__always)
  public init(of policy: CPUPolicy) {
    self.policy = policy
    isAMD = policy.vendor.isAMDLike
  }

  private mutating func isRecorded(_ leaf: UInt32) -> Bool {
    policy.isWithinLimits(leaf: leaf) && policy.isKnown(leaf: leaf)
  }

  /// Whether leaf 0xb is there with data.
  private mutating func hasLevels() -> Bool {
    policy.maxBasicLeaf >= 0xb && policy.isKnown(leaf: 0xb) && policy.subleafCount(0xb) > 0
  }

  /// The shift of the last level of a list.
  private mutating func lastShift(_ leaf: UInt32) -> UInt32 {
    let count = policy.subleafCount(leaf)
    guard count > 0 else { return 0 }
    let last = UInt32(truncatingIfNeeded: count &- 1)
    return policy[leaf: leaf, subleaf: last].eax & Field.topologyShift.mask
  }

  private mutating func lastCount(_ leaf: UInt32) -> UInt32 {
    let count = policy.subleafCount(leaf)
    guard count > 0 else { return 0 }
    let last = UInt32(truncatingIfNeeded: count &- 1)
    return policy[leaf: leaf, subleaf: last].ebx & Field.topologyLogicalCount.mask
  }

  /// The full APIC id; nil where no leaf says it.
  public mutating func apicID() -> UInt32? {
    if hasLevels() { return policy.topologyX2ApicId(subleaf: 0) }
    if isAMD && policy.has(.topoext) && isRecorded(0x8000_001e) { return policy.extendedApicId }
    return isRecorded(1) ? policy.initialApicId : nil
  }

  /// Calls `body` for everything that is wrong.
  public mutating func forEachViolation(_ body: (Violation) -> Void) {
    checkIDs(body)
    checkPackage(body)
    checkLegacyDecoding(body)
    checkLevels(0xb, body)
    checkLevels(0x1f, body)
    checkX2APIC(body)
    checkLastLevel(body)
    checkCaches(body)
    checkCounts(body)
    checkExtended(body)
  }

  private func report(
    _ code: ViolationCode, _ field: Field, subleaf: UInt32 = 0, value: UInt32, bound: UInt32,
    _ body: (Violation) -> Void
  ) {
    let place = LeafPlace(field.leaf, field.isPlain ? LeafPlace.noSubleaf : subleaf)
    body(
      Violation(
        code, at: .leaf(place, field.register), bits: field.lowBit...field.highBit,
        subject: .field(field), value: UInt64(value), bound: UInt64(bound),
        severity: field.rules.severity))
  }

  /// R2: leaf 1 repeats the low byte of the id.
  private mutating func checkIDs(_ body: (Violation) -> Void) {
    guard isRecorded(1) else { return }
    let id = policy.initialApicId
    if hasLevels() {
      let full = policy.topologyX2ApicId(subleaf: 0)
      if id != full & 0xff {
        report(.initialID, .initialApicId, value: id, bound: full & 0xff, body)
      }
    }
    if isAMD && policy.has(.topoext) && isRecorded(0x8000_001e) {
      let full = policy.extendedApicId
      if id != full & 0xff {
        report(.initialID, .extendedApicId, value: full, bound: id, body)
      }
    }
  }

  /// R3 and R4: leaf 1 counts a package's processors, and only a lone one may leave HTT out.
  private mutating func checkPackage(_ body: (Violation) -> Void) {
    guard isRecorded(1) else { return }
    let count = policy.logicalProcessorsPerPackage
    guard policy.has(.htt) else {
      if hasLevels(), case let processors = lastCount(0xb), processors > 1 {
        body(
          Violation(
            .singleProcessor, at: .leaf(LeafPlace(1), .edx), bits: 28...28,
            subject: .feature(.htt), value: 0, bound: UInt64(processors), severity: .behaviour))
      }
      return
    }
    if isAMD {
      guard policy.has(.cmpLegacy), isRecorded(0x8000_0008) else { return }
      let threads = policy.threadCountMinusOne &+ 1
      if count != threads && count != 255 {
        report(.packageRoom, .logicalProcessorsPerPackage, value: count, bound: threads, body)
      }
    } else if hasLevels() {
      let shift = lastShift(0xb)
      let room = (1 &<< min(shift, 31)) as UInt32
      if shift <= 8 && 1 &<< Topology.width(count) != min(room, 256) && count != 255 {
        report(.packageRoom, .logicalProcessorsPerPackage, value: count, bound: room, body)
      }
    }
  }

  /// R5: leaves 1 and 4 divide the package as leaf 0xb does.
  private mutating func checkLegacyDecoding(_ body: (Violation) -> Void) {
    guard !isAMD, policy.has(.htt), isRecorded(1), isRecorded(4), policy.subleafCount(4) > 0,
      hasLevels()
    else { return }
    let count = policy.logicalProcessorsPerPackage
    let cores = policy.cacheCoresPerPackage(subleaf: 0)
    guard count < 255, cores < 63 else { return }
    let threads = Topology.width(count) &- Topology.width(cores &+ 1)
    let shift = policy.topologyShift(subleaf: 0)
    if threads != shift {
      report(.legacyDecoding, .topologyShift, value: shift, bound: threads & 31, body)
    }
  }

  /// R6: levels ascend, and each has room for what it counts.
  private mutating func checkLevels(_ leaf: UInt32, _ body: (Violation) -> Void) {
    guard isRecorded(leaf) else { return }
    let isFirst = leaf == 0xb
    var previous = LeafRegisters()
    for index in 0..<policy.subleafCount(leaf) {
      let subleaf = UInt32(truncatingIfNeeded: index)
      let level = policy[leaf: leaf, subleaf: subleaf]
      let shift = level.eax & 31
      let count = level.ebx & 0xffff
      let type = level.ecx >> 8 & 0xff
      if type <= previous.ecx >> 8 & 0xff || index == 0 && type != 1 {
        report(
          .levels, isFirst ? .topologyLevelType : .topologyV2LevelType, subleaf: subleaf,
          value: type, bound: (previous.ecx >> 8 & 0xff) &+ 1, body)
      }
      if shift < previous.eax & 31 {
        report(
          .levels, isFirst ? .topologyShift : .topologyV2Shift, subleaf: subleaf, value: shift,
          bound: previous.eax & 31, body)
      }
      let room = shift < 16 ? (1 &<< shift) as UInt32 : 0xffff
      if count > room || count < previous.ebx & 0xffff {
        report(
          .levels, isFirst ? .topologyLogicalCount : .topologyV2LogicalCount, subleaf: subleaf,
          value: count, bound: count > room ? room : previous.ebx & 0xffff, body)
      }
      if level.ecx & 0xff != subleaf {
        report(
          .levels, isFirst ? .topologyLevelNumber : .topologyV2LevelNumber, subleaf: subleaf,
          value: level.ecx & 0xff, bound: subleaf, body)
      }
      let id = policy[leaf: leaf, subleaf: 0].edx
      if level.edx != id {
        report(
          .levels, isFirst ? .topologyX2ApicId : .topologyV2X2ApicId, subleaf: subleaf,
          value: level.edx, bound: id, body)
      }
      previous = level
    }
  }

  /// R7: x2APIC comes with leaf 0xb.
  private mutating func checkX2APIC(_ body: (Violation) -> Void) {
    guard policy.has(.x2apic), policy.isKnown(leaf: 0xb) else { return }
    if policy.maxBasicLeaf < 0xb {
      report(.x2APICLevels, .maxBasicLeaf, value: policy.maxBasicLeaf, bound: 0xb, body)
    } else if policy.subleafCount(0xb) == 0 {
      report(.x2APICLevels, .topologyLevelType, value: 0, bound: 1, body)
    }
  }

  /// R8: leaf 0x1f ends where leaf 0xb does.
  private mutating func checkLastLevel(_ body: (Violation) -> Void) {
    guard isRecorded(0x1f), policy.subleafCount(0x1f) > 0, hasLevels() else { return }
    let last = UInt32(truncatingIfNeeded: policy.subleafCount(0x1f) &- 1)
    let shift = lastShift(0x1f)
    let wanted = lastShift(0xb)
    if shift != wanted {
      report(.lastLevel, .topologyV2Shift, subleaf: last, value: shift, bound: wanted, body)
    }
  }

  /// R9: who shares a cache. Leaf 4 states room for ids, 0x8000001d a count.
  private mutating func checkCaches(_ body: (Violation) -> Void) {
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
      if sharing < previous || isRoom && sharing & (sharing &+ 1) != 0 {
        report(
          .cacheSharing, sharingField, subleaf: subleaf, value: sharing,
          bound: max(previous, (1 &<< Topology.width(sharing &+ 1)) &- 1), body)
      }
      previous = max(previous, sharing)
      let most = sharingLimit(isRoom: isRoom)
      if sharing > most {
        report(
          .cacheSharing, sharingField, subleaf: subleaf, value: sharing, bound: most, body)
      }
      if isRoom {
        let cores = (cache.eax & coresField.mask) >> UInt32(coresField.lowBit)
        let first = policy.cacheCoresPerPackage(subleaf: 0)
        if cores != first {
          report(.cacheSharing, coresField, subleaf: subleaf, value: cores, bound: first, body)
        }
      }
      if cache.ebx == 0 && cache.ecx == 0 {
        report(
          .cacheSize, isRoom ? .cacheLineSize : .amdCacheLineSize, subleaf: subleaf, value: 0,
          bound: 63, body)
      }
    }
  }

  /// The most processors that can share a cache, less one: those of a package.
  private mutating func sharingLimit(isRoom: Bool) -> UInt32 {
    if isRoom {
      if hasLevels() { return (1 &<< lastShift(0xb)) &- 1 }
      guard isRecorded(1) else { return 0xfff }
      let count = policy.has(.htt) ? policy.logicalProcessorsPerPackage : 1
      return (1 &<< Topology.width(max(count, 1))) &- 1
    }
    return isRecorded(0x8000_0008) ? policy.threadCountMinusOne : 0xfff
  }

  /// R10: AMD's id width has room for its threads.
  private mutating func checkCounts(_ body: (Violation) -> Void) {
    guard isAMD, isRecorded(0x8000_0008) else { return }
    let size = policy.apicIdCoreIdSize
    let threads = policy.threadCountMinusOne &+ 1
    if size != 0 && (1 &<< size) < threads {
      report(
        .processorCount, .apicIdCoreIdSize, value: size, bound: Topology.width(threads), body)
    }
  }

  /// R11: TOPOEXT comes with its leaves, and they agree with leaf 0xb.
  private mutating func checkExtended(_ body: (Violation) -> Void) {
    guard isAMD else { return }
    let hasLeaves = policy.extendedLeafCount >= 0x1e
    guard policy.has(.topoext) else { return }
    guard hasLeaves else {
      report(
        .extendedTopology, .maxExtendedLeaf, value: policy.maxExtendedLeaf, bound: 0x8000_001e, body
      )
      return
    }
    guard isRecorded(0x8000_001e), hasLevels() else { return }
    let threads = policy.threadsPerCoreMinusOne &+ 1
    let levels = policy.topologyLogicalCount(subleaf: 0)
    if threads != levels {
      report(
        .extendedTopology, .threadsPerCoreMinusOne, value: threads &- 1, bound: levels &- 1, body)
    }
  }
}
