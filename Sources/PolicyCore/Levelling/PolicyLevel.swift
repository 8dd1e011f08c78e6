// SPDX-License-Identifier: Apache-2.0

/// What several hosts' policies come to for a pool, before it is closed to one policy.
///
/// A product of semilattices: adding policies, and joining levels, is associative, commutative and
/// idempotent, so a fleet may be folded in any order and in parts. What depends on several values at
/// once is decided at the end, by `close(into:)`: closed policies levelled again would be another thing.
/// `docs/semantics/levelling.md`.
public struct PolicyLevel: Sendable, BitwiseCopyable {
  /// Bits that every host has. What must be equal counts where its owner is shown.
  var all = LeafLayout.Registers(repeating: .max)
  /// Bits that some host has, the same way.
  var any = LeafLayout.Registers(repeating: 0)
  /// Numbers of which a pool has the lowest or the highest.
  var numbers: LeafLayout.Registers
  /// What one host gives to each group of fields of free choice.
  var chosen = LeafLayout.Registers(repeating: 0)
  /// The number of unrecorded slots of each group's giver; `noGiver` for none yet.
  var givers = LevelTable.Givers(repeating: PolicyLevel.noGiver)
  /// Slots that no host recorded.
  var whollyUnknown = LeafLayout.SlotBits(repeating: .max)
  var allMSRs = LeafLayout.MSRValues(repeating: .max)
  var anyMSRs = LeafLayout.MSRValues(repeating: 0)
  var msrNumbers: LeafLayout.MSRValues
  /// MSRs that every host has. One that was not recorded counts as missing.
  var presentMSRs = LeafLayout.MSRBits.max

  /// What every host can show: features, and the leaves in which they stand.
  var ceiling = FeatureSet.known
  var highestBasic = UInt32.max
  var highestExtended = UInt32.max
  var highestSubleaf = UInt32.max

  let table: LevelTable

  static let noGiver = UInt16.max

  /// The level of no host, to which the first one is added.
  public init() {
    table = LevelTable()
    numbers = LeafLayout.Registers(repeating: 0)
    msrNumbers = LeafLayout.MSRValues(repeating: 0)
    var values = numbers.mutableSpan
    for index in LevelTable.numbers.indices {
      let field = LevelTable.number(index)
      guard field.rules.level == .min else { continue }
      for subleaf in field.subleaves {
        if let position = field.position(subleaf: subleaf) { values[position] |= field.mask }
      }
    }
    var wide = msrNumbers.mutableSpan
    for index in LevelTable.msrNumbers.indices {
      let field = LevelTable.msrNumber(index)
      if field.rules.level == .min { wide[field.position] |= field.mask }
    }
  }

  /// Adds a host's policy.
  ///
  /// - Parameters:
  ///   - policy: its max, for guests that arrive, or its default, for those that start.
  ///   - max: its max: what the pool shows because some host has it, every host must be able to show.
  public mutating func add(
    _ policy: borrowing @_addressable CPUPolicy, under max: borrowing @_addressable CPUPolicy
  ) {
    add(policy.view)
    limit(to: max.view)
  }

  private mutating func limit(to bound: PolicyView) {
    ceiling.formIntersection(bound.featureSet)
    highestBasic = min(highestBasic, bound[.maxBasicLeaf])
    highestExtended = min(highestExtended, bound[.maxExtendedLeaf])
    highestSubleaf = min(highestSubleaf, bound[.maxLeaf7Subleaf])
  }

  private mutating func add(_ policy: PolicyView) {
    let exempt = LevelExemptions(of: policy, table)
    let values = policy.registers
    let waived = exempt.bits.span
    var every = all.mutableSpan
    var some = any.mutableSpan
    for position in values.indices {
      let value = values[unchecked: position]
      let ignored = waived[unchecked: position]
      every[unchecked: position] &= value | ignored
      some[unchecked: position] |= value & ~ignored
    }
    addNumbers(policy)
    addChoices(policy)
    addUnknown(policy)
    addMSRs(policy)
  }

  /// Takes in the hosts of another level.
  public mutating func join(_ other: borrowing @_addressable PolicyLevel) {
    var every = all.mutableSpan
    var some = any.mutableSpan
    let otherEvery = other.all.span
    let otherSome = other.any.span
    for position in every.indices {
      every[position] &= otherEvery[position]
      some[position] |= otherSome[position]
    }
    var wholly = whollyUnknown.mutableSpan
    for index in wholly.indices { wholly[index] &= other.whollyUnknown[index] }
    for index in LevelTable.numbers.indices {
      let field = LevelTable.number(index)
      for subleaf in field.subleaves { takeNumber(field, subleaf, from: other.numbers.span) }
    }
    var own = chosen.mutableSpan
    for group in 0..<LevelTable.groupCount {
      PolicyLevel.give(
        group, other.chosen.span, other.givers[group], &givers[group], &own, table.chosen.span)
    }
    var everyMSR = allMSRs.mutableSpan
    var someMSR = anyMSRs.mutableSpan
    for position in everyMSR.indices {
      everyMSR[position] &= other.allMSRs[position]
      someMSR[position] |= other.anyMSRs[position]
    }
    for index in LevelTable.msrNumbers.indices {
      takeNumber(LevelTable.msrNumber(index), from: other.msrNumbers.span)
    }
    presentMSRs &= other.presentMSRs
    ceiling.formIntersection(other.ceiling)
    highestBasic = min(highestBasic, other.highestBasic)
    highestExtended = min(highestExtended, other.highestExtended)
    highestSubleaf = min(highestSubleaf, other.highestSubleaf)
  }

  // MARK: Parts

  private mutating func addNumbers(_ policy: PolicyView) {
    for index in LevelTable.numbers.indices {
      let field = LevelTable.number(index)
      for subleaf in field.subleaves {
        // A limit that nobody recorded bounds nothing.
        guard let slot = field.slot(subleaf: subleaf), policy.isKnown(slot: slot) else { continue }
        takeNumber(field, subleaf, from: policy.registers)
      }
    }
  }

  private mutating func takeNumber(_ field: Field, _ subleaf: UInt32, from values: Span<UInt32>) {
    guard let position = field.position(subleaf: subleaf) else { return }
    let (mask, low) = (field.mask, field.rules.level == .min)
    var own = numbers.mutableSpan
    let held = own[position] & mask
    let value = values[position] & mask
    own[position] = own[position] & ~mask | (low ? min(held, value) : max(held, value))
  }

  private mutating func takeNumber(_ field: MSRField, from values: Span<UInt64>) {
    let (mask, low) = (field.mask, field.rules.level == .min)
    var own = msrNumbers.mutableSpan
    let held = own[field.position] & mask
    let value = values[field.position] & mask
    own[field.position] = own[field.position] & ~mask | (low ? min(held, value) : max(held, value))
  }

  private mutating func addChoices(_ policy: PolicyView) {
    var own = chosen.mutableSpan
    let free = table.chosen.span
    for group in 0..<LevelTable.groupCount {
      var lacking: UInt16 = 0
      for index in LevelTable.leaves.indices where Int(LevelTable.groups[index]) == group {
        for slot in LevelTable.slots(of: index) where !policy.isKnown(slot: slot) { lacking &+= 1 }
      }
      PolicyLevel.give(group, policy.registers, lacking, &givers[group], &own, free)
    }
  }

  /// Takes a group from another giver if that one comes first: by what it lacks, then by content. The
  /// order is total, so that every fold has the same giver; field by field a CPU would be invented.
  private static func give(
    _ group: Int, _ values: Span<UInt32>, _ lacking: UInt16, _ giver: inout UInt16,
    _ own: inout MutableSpan<UInt32>, _ free: Span<UInt32>
  ) {
    guard lacking <= giver, lacking != noGiver else { return }
    if lacking == giver {
      guard comesFirst(group, values, own.span, free) else { return }
    }
    giver = lacking
    for index in LevelTable.leaves.indices where Int(LevelTable.groups[index]) == group {
      let slots = LevelTable.slots(of: index)
      for position in (slots.lowerBound &* 4)..<(slots.upperBound &* 4) {
        own[position] = own[position] & ~free[position] | values[position] & free[position]
      }
    }
  }

  private static func comesFirst(
    _ group: Int, _ values: Span<UInt32>, _ own: Span<UInt32>, _ free: Span<UInt32>
  ) -> Bool {
    for index in LevelTable.leaves.indices where Int(LevelTable.groups[index]) == group {
      let slots = LevelTable.slots(of: index)
      for position in (slots.lowerBound &* 4)..<(slots.upperBound &* 4) {
        let value = values[position] & free[position]
        let held = own[position] & free[position]
        if value != held { return value < held }
      }
    }
    return false
  }

  private mutating func addUnknown(_ policy: PolicyView) {
    var wholly = whollyUnknown.mutableSpan
    for index in wholly.indices { wholly[index] &= policy.unknownSlots[index] }
  }

  private mutating func addMSRs(_ policy: PolicyView) {
    var every = allMSRs.mutableSpan
    var some = anyMSRs.mutableSpan
    for position in every.indices {
      // A register that is not there has no value that another could differ from.
      let isPresent = policy.presentMSRs &>> UInt64(position) & 1 != 0
      if isPresent { every[position] &= policy.msrs[position] }
      some[position] |= policy.msrs[position]
    }
    for index in LevelTable.msrNumbers.indices {
      let field = LevelTable.msrNumber(index)
      if policy.presentMSRs &>> UInt64(field.position) & 1 != 0 {
        takeNumber(field, from: policy.msrs)
      }
    }
    presentMSRs &= policy.presentMSRs
  }
}
