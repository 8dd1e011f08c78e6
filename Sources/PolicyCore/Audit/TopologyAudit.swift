// SPDX-License-Identifier: Apache-2.0

/// Rules R1 to R11 over one CPU as it is: a real one, or a virtual one.
///
/// Nothing is concluded from what the source did not record. What takes all CPUs of a machine (unique
/// ids, R1; nodes, R11; capacity, R12) is for the caller, who has them.
/// `docs/semantics/topology.md`.
public struct TopologyAudit: Sendable {
  var policy: CPUPolicy
  let isAMD: Bool
  /// Whether leaf 0xb is taken at its word where leaf 1 gives another id: not on a machine whose CPUs
  /// have more ids of their own in leaf 1.
  let trustsLevelIDs: Bool

  /// An audit of one CPU. Without `trustsLevelIDs` leaf 0xb is not believed where leaf 1 gives another APIC
  /// id.
  @inline(__always)
  public init(of policy: CPUPolicy, trustsLevelIDs: Bool = true) {
    self.policy = policy
    isAMD = policy.vendor.isAMDLike
    self.trustsLevelIDs = trustsLevelIDs
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

  /// Whether the last level of a list is the package's. A list that stops at the threads without an end
  /// was not recorded to its end.
  mutating func endsAtPackage(_ leaf: UInt32) -> Bool {
    let count = UInt32(truncatingIfNeeded: policy.subleafCount(leaf))
    guard count > 0 else { return false }
    let type = policy[leaf: leaf, subleaf: count &- 1].ecx >> 8 & 0xff
    return type > 1 || !policy[leaf: leaf, subleaf: count].isZero
  }

  /// Whether leaf 0xb tells the package.
  mutating func hasPackageLevel() -> Bool { hasLevels() && endsAtPackage(0xb) }

  /// Whether 0x8000001e is there and counts.
  mutating func hasExtended() -> Bool {
    isAMD && policy.has(.topoext) && isRecorded(0x8000_001e)
  }

  /// Where the full APIC id stands; nil where no leaf says it.
  ///
  /// CPUs before the Pentium 4 have none in leaf 1, which is reserved there. They are told by what came
  /// together with the id, CLFLUSH, unless some id is not zero. SDM vol. 2A CPUID, leaf 01H.
  ///
  /// - Parameter isNumbered: whether another CPU of the machine has an id in leaf 1.
  public mutating func idField(isNumbered: Bool = false) -> Field? {
    if hasLevels() && trustsLevelIDs { return .topologyX2ApicId }
    if hasExtended() { return .extendedApicId }
    guard isRecorded(1) else { return nil }
    let isOwn = policy.has(.apic) && policy[.initialApicId] != 0
    return isNumbered || isOwn || policy.has(.clflush) ? .initialApicId : nil
  }

  /// The full APIC id; nil where no leaf says it.
  public mutating func apicID(isNumbered: Bool = false) -> UInt32? {
    guard let field = idField(isNumbered: isNumbered) else { return nil }
    return policy[field]
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

  /// R1 for one CPU, and R2: an id beyond 8 bits needs x2APIC; all leaves have one id.
  private mutating func checkIDs(_ body: (Violation) -> Void) {
    guard isRecorded(1) else { return }
    let initial = policy[.initialApicId]
    var full = initial
    if hasLevels() {
      let id = policy[.topologyX2ApicId, subleaf: 0]
      if !policy.has(.x2apic) && id > 254 {
        report(.apicIDs, .topologyX2ApicId, value: id, bound: 254, body)
      }
      if trustsLevelIDs { full = id }
      if id & 0xff != initial && trustsLevelIDs {
        report(.initialID, .initialApicId, value: initial, bound: id & 0xff, body)
      } else if id & 0xff != initial {
        report(.initialID, .topologyX2ApicId, value: id, bound: initial, body)
      }
    }
    guard hasExtended() else { return }
    let id = policy[.extendedApicId]
    if id & 0xff != full & 0xff && !isRenumbered(id, from: initial) {
      report(.initialID, .extendedApicId, value: id, bound: full, body)
    }
  }

  /// AMD's family 0x15: leaf 1 keeps the id of the reset, and 0x8000001e has the one that firmware gave
  /// it since. It moves whole packages, to leave the low ids to IO-APICs.
  private mutating func isRenumbered(_ id: UInt32, from initial: UInt32) -> Bool {
    guard policy.signature.family == 0x15, isRecorded(0x8000_0008) else { return false }
    let room = (1 &<< policy[.apicIdCoreIdSize]) as UInt32
    return (id &- initial) & (room &- 1) == 0
  }

  /// Processors of the package by the leaves other than 1; 1 where none tells of more.
  private mutating func processorsBeyondLeaf1() -> UInt32 {
    if hasPackageLevel() { return lastCount(0xb) }
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
    } else if hasPackageLevel() {
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

  /// R7: x2APIC comes with leaf 0xb. Old CPUs without an APIC leave anything in ECX of leaf 1.
  private mutating func checkX2APIC(_ body: (Violation) -> Void) {
    guard policy.has(.x2apic), policy.has(.apic) || !policy.isKnown(leaf: 1),
      policy.isKnown(leaf: 0), policy.isKnown(leaf: 0xb)
    else { return }
    if policy[.maxBasicLeaf] < 0xb {
      report(.x2APICLevels, .maxBasicLeaf, value: policy[.maxBasicLeaf], bound: 0xb, body)
    } else if policy.subleafCount(0xb) == 0 {
      report(.x2APICLevels, .topologyLevelType, value: 0, bound: 1, body)
    }
  }

  /// R8: leaf 0x1f ends where leaf 0xb does.
  private mutating func checkLastLevel(_ body: (Violation) -> Void) {
    guard isRecorded(0x1f), endsAtPackage(0x1f), hasPackageLevel() else { return }
    let last = UInt32(truncatingIfNeeded: policy.subleafCount(0x1f) &- 1)
    let shift = lastShift(0x1f)
    let wanted = lastShift(0xb)
    if shift != wanted {
      report(.lastLevel, .topologyV2Shift, subleaf: last, value: shift, bound: wanted, body)
    }
  }
}
