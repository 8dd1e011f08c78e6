// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// What the rows that Xen printed of a policy say of a leaf without a row: whether it holds something.
///
/// `docs/semantics/unknown.md` says what cannot be told.
struct PrintedRows {
  private let policy: CPUPolicy
  private let isOfHardware: Bool
  private let printed: Set<Int>
  /// Slots that hold a feature which one that was printed needs.
  private var needed: Set<Int> = []

  init(policy: CPUPolicy, isOfHardware: Bool, isPrinted: (_ slot: Int) -> Bool) {
    self.policy = policy
    self.isOfHardware = isOfHardware
    printed = Set((0..<LeafLayout.slotCount).filter(isPrinted))
    for feature in policy.featureSet.features {
      // Xen sets assurances of an MSR in what it uses itself, whatever its leaves show.
      guard case .leaf = feature.place else { continue }
      var slots: Set<Int> = []
      FeatureSet.forEachRequirement(of: feature) { need in
        guard case .leaf(let place, _, _) = need.place,
          let slot = LeafLayout.slot(place.leaf, place.isPlain ? 0 : place.subleaf)
        else { return }
        slots.insert(slot)
      }
      needed.formUnion(slots)
    }
  }

  /// Whether the rows tell that a slot of which no row was printed is not zero.
  func implies(_ slot: Int) -> Bool {
    if needed.contains(slot) || isOfState(slot) { return true }
    let place = LeafLayout.place(ofSlot: slot)
    if !place.isPlain { return isLimitLost(.basic) || isBeforeRow(slot, place) }
    guard let range = LeafRange(of: place.leaf) else { return false }
    return isLimitLost(range)
      || policy.isWithinLimits(leaf: place.leaf) && isNeverZero(place.leaf)
  }

  /// Whether the row with a range's limit is missing although others of the range were printed: nothing
  /// says then where the range ends.
  private func isLimitLost(_ range: LeafRange) -> Bool {
    let limit = range == .basic ? Field.maxBasicLeaf : .maxExtendedLeaf
    guard let slot = LeafLayout.slot(limit.leaf), !printed.contains(slot) else { return false }
    return printed.contains { LeafRange(of: LeafLayout.place(ofSlot: $0).leaf) == range }
  }

  private static let ofLongMode: UInt32? = {
    guard case .leaf(let place, _, _) = Feature.lm.place else { return nil }
    return place.leaf
  }()

  /// Leaves in which every CPU that has them has something.
  private func isNeverZero(_ leaf: UInt32) -> Bool {
    switch leaf {
    case Field.baseFamily.leaf, Field.maxPhysicalAddressBits.leaf: true
    case Field.cacheDescriptorQueryCount.leaf: policy.vendor == .intel
    // Xen runs only where there is long mode.
    case Self.ofLongMode: true
    case Field.brandStringPart1.leaf..<Field.brandStringPart12.leaf:
      // A text ends with its first zero.
      printed.contains { other in
        let behind = LeafLayout.place(ofSlot: other).leaf
        return behind > leaf && behind <= Field.brandStringPart12.leaf
      }
    case Field.extendedApicId.leaf, Field.l1Itlb1GEntries.leaf:
      // The first CPU's id is zero, and a CPU may use its other entries for pages of 1 GiB.
      false
    default: holdsData(leaf, of: Feature.owner(ofLeaf: leaf))
    }
  }

  /// Whether a leaf has something because its owner is shown. Of guests Xen clears some such leaves
  /// under their owner, but not that of nested virtualisation.
  private func holdsData(_ leaf: UInt32, of owner: Feature?) -> Bool {
    guard let owner, isOfHardware || owner == .svm else { return false }
    return policy.has(owner)
  }

  /// Whether a later subleaf of a list was printed, or of a leaf whose first subleaf says how many there
  /// are.
  private func isBeforeRow(_ slot: Int, _ place: LeafPlace) -> Bool {
    guard let block = LeafLayout.block(place.leaf) else { return false }
    let isList = LeafLayout.showsTerminator(place.leaf)
    guard isList || place.subleaf == 0 else { return false }
    // Threads are listed before cores, and a list always has both.
    if place.leaf == Field.topologyLevelType.leaf, place.subleaf == 1 {
      return printed.contains(block.base)
    }
    return (slot + 1..<block.base + block.count).contains(where: printed.contains)
  }

  /// Whether the slot is the size of a state that is offered, or the masks that offer the states which
  /// were printed.
  private func isOfState(_ slot: Int) -> Bool {
    guard let block = LeafLayout.block(Field.xcr0X87.leaf),
      (block.base..<block.base + block.count).contains(slot)
    else { return false }
    let index = slot - block.base
    switch index {
    case 0: return policy.has(.xsave) && policy.isWithinLimits(leaf: Field.xcr0X87.leaf)
    case 1:
      return (2..<block.count).contains { component in
        policy[slot: block.base + component].ecx & Field.xstateComponentSupervisor.mask != 0
      }
    default: return policy.stateMask >> UInt64(index) & 1 != 0
    }
  }
}
