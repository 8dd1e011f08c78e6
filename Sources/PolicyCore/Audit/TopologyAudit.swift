// SPDX-License-Identifier: Apache-2.0

/// Rules R1 to R11 over one CPU as it is: a real one, or a virtual one.
///
/// Nothing is concluded from what the source did not record. What takes all CPUs of a machine (unique
/// ids, R1; nodes, R11; capacity, R12) is for the caller, who has them.
/// `docs/semantics/topology.md`.
public struct TopologyAudit: Sendable {
  var policy: CPUPolicy
  let isAMD: Bool

  @inline(__always)
  public init(of policy: CPUPolicy) {
    self.policy = policy
    isAMD = policy.vendor.isAMDLike
  }

  mutating func isRecorded(_ leaf: UInt32) -> Bool {
    policy.isWithinLimits(leaf: leaf) && policy.isKnown(leaf: leaf)
  }

  /// Whether leaf 0xb is there with data.
  mutating func hasLevels() -> Bool {
    policy[.maxBasicLeaf] >= 0xb && policy.isKnown(leaf: 0xb) && policy.subleafCount(0xb) > 0
  }

  /// The shift of the last level of a list.
  mutating func lastShift(_ leaf: UInt32) -> UInt32 {
    let count = policy.subleafCount(leaf)
    guard count > 0 else { return 0 }
    let last = UInt32(truncatingIfNeeded: count &- 1)
    return policy[leaf: leaf, subleaf: last].eax & Field.topologyShift.mask
  }

  mutating func lastCount(_ leaf: UInt32) -> UInt32 {
    let count = policy.subleafCount(leaf)
    guard count > 0 else { return 0 }
    let last = UInt32(truncatingIfNeeded: count &- 1)
    return policy[leaf: leaf, subleaf: last].ebx & Field.topologyLogicalCount.mask
  }

  /// The full APIC id; nil where no leaf says it.
  public mutating func apicID() -> UInt32? {
    if hasLevels() { return policy[.topologyX2ApicId, subleaf: 0] }
    if isAMD && policy.has(.topoext) && isRecorded(0x8000_001e) { return policy[.extendedApicId] }
    return isRecorded(1) ? policy[.initialApicId] : nil
  }

  /// Calls `body` for everything that is wrong.
  public mutating func forEachViolation(_ body: (Violation) -> Void) {
    checkIDs(body)
    checkPackage(body)
    checkLegacyDecoding(body)
    checkLevels(.basic, body)
    checkLevels(.second, body)
    if isAMD { checkLevels(.amd, body) }
    checkX2APIC(body)
    checkLastLevel(body)
    checkCaches(body)
    checkCounts(body)
    checkExtended(body)
  }

  func report(
    _ code: ViolationCode, _ field: Field, subleaf: UInt32 = 0, value: UInt32, bound: UInt32,
    _ body: (Violation) -> Void
  ) {
    let place = LeafPlace(field.leaf, field.isPlain ? LeafPlace.noSubleaf : subleaf)
    body(
      Violation(
        code, at: .leaf(place, field.register), bits: field.lowBit...field.highBit,
        subject: .field(field), value: UInt64(value), bound: UInt64(bound)))
  }

  /// R1 for one CPU, and R2: an id beyond 8 bits needs x2APIC; leaf 1 repeats the low byte.
  private mutating func checkIDs(_ body: (Violation) -> Void) {
    guard isRecorded(1) else { return }
    let id = policy[.initialApicId]
    if hasLevels(), !policy.has(.x2apic), policy[.topologyX2ApicId, subleaf: 0] > 254 {
      report(
        .apicIDs, .topologyX2ApicId, value: policy[.topologyX2ApicId, subleaf: 0], bound: 254, body)
    }
    if hasLevels() {
      let full = policy[.topologyX2ApicId, subleaf: 0]
      if id != full & 0xff {
        report(.initialID, .initialApicId, value: id, bound: full & 0xff, body)
      }
    }
    if isAMD && policy.has(.topoext) && isRecorded(0x8000_001e) {
      let full = policy[.extendedApicId]
      if id != full & 0xff {
        report(.initialID, .extendedApicId, value: full, bound: id, body)
      }
    }
  }

  /// Processors of the package by the leaves other than 1; 1 where none tells of more.
  private mutating func processorsBeyondLeaf1() -> UInt32 {
    if hasLevels() { return lastCount(0xb) }
    return isAMD && isRecorded(0x8000_0008) ? policy[.threadCountMinusOne] &+ 1 : 1
  }

  /// R3 and R4: leaf 1 counts a package's processors, and only a lone one may leave HTT out.
  private mutating func checkPackage(_ body: (Violation) -> Void) {
    guard isRecorded(1) else { return }
    let count = policy[.logicalProcessorsPerPackage]
    guard policy.has(.htt) else {
      let processors = processorsBeyondLeaf1()
      if processors > 1 {
        body(
          Violation(
            .singleProcessor, at: .leaf(LeafPlace(1), .edx), bits: 28...28,
            subject: .feature(.htt), value: 0, bound: UInt64(processors), severity: .behaviour))
      }
      return
    }
    if isAMD {
      guard policy.has(.cmpLegacy), isRecorded(0x8000_0008) else { return }
      let threads = policy[.threadCountMinusOne] &+ 1
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
    let count = policy[.logicalProcessorsPerPackage]
    let cores = policy[.cacheCoresPerPackage, subleaf: 0]
    guard count < 255, cores < 63 else { return }
    let threads = Topology.width(count) &- Topology.width(cores &+ 1)
    let shift = policy[.topologyShift, subleaf: 0]
    if threads != shift {
      report(.legacyDecoding, .topologyShift, value: shift, bound: threads & 31, body)
    }
  }

  /// R7: x2APIC comes with leaf 0xb.
  private mutating func checkX2APIC(_ body: (Violation) -> Void) {
    guard policy.has(.x2apic), policy.isKnown(leaf: 0), policy.isKnown(leaf: 0xb) else { return }
    if policy[.maxBasicLeaf] < 0xb {
      report(.x2APICLevels, .maxBasicLeaf, value: policy[.maxBasicLeaf], bound: 0xb, body)
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
}
