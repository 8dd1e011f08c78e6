// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import TestSupport

/// One candidate that tries one row: a value that the row must refuse, or the largest that it allows.
struct RowTrial {
  var candidate: CPUPolicy
  /// The row at its place, with the code that must be found; zero where nothing may be said of it.
  var row: Finding

  var isRefused: Bool { row.code != 0 }
}

/// Makes the trials of each row, by the word of its rule alone.
struct RowTrials {
  let setting: Bound.Setting
  let judge: TableJudge
  private let places = JudgePlaces.shared
  private let baseline: JudgedPolicy
  private let shown: [Bool]

  init(_ setting: Bound.Setting, _ judge: TableJudge) {
    self.setting = setting
    self.judge = judge
    baseline = JudgedPolicy(setting.baseline, .shared)
    shown = baseline.shownSlots
  }

  private var isSystem: Bool { setting.context.scope == .system }

  // MARK: fields.csv

  /// The trials of a row of `fields.csv` in one slot; empty where the bound or the candidate says
  /// nothing of it.
  func trials(_ index: Int, _ slot: Int) -> [RowTrial] {
    let field = places.abi.fields[index]
    guard shown[slot], baseline.isKnown[slot], judge.bound.isKnown[slot], speaks(index, slot) else {
      return []
    }
    let place = ABIFieldPlace(
      position: slot * 4 + field.register, shift: field.shift, limit: field.limit)
    let held = judge.bound[place]
    let rule = places.rules[index]
    // Without its owner the field holds nothing, whatever its rule.
    if judge.isOwnedAlone(field.name), let owner = judge.owner(index, slot),
      !judge.shows(owner, baseline)
    {
      return []
    }
    var refused: (UInt32, UInt16)?
    var allowed: UInt32? = held
    switch rule.audit {
    case .zero:
      refused = lowestClear(isSystem ? held : 0, field.limit).map { ($0, 125) }
      allowed = isSystem ? held : 0
      // States are recomputed, whatever the bound holds.
      if rule.leaf == 0xd && allowed != 0 { allowed = nil }
    case .subset: refused = lowestClear(held, field.limit).map { ($0, 121) }
    case .atMost:
      let highest = highest(rule.limit, held)
      if highest < field.limit { refused = (highest + 1, 122) }
      allowed = highest
    case .atLeast:
      if let owner = judge.owner(index, slot),
        !judge.shows(owner, baseline) || !judge.shows(owner, judge.bound)
      {
        return []
      }
      if held != 0 { refused = (field.rules.kind == "number" ? held - 1 : held & (held - 1), 123) }
      allowed = field.limit
    case .equal:
      // Zero leaves out what the candidate does not ask for.
      let isAsked = judge.owner(index, slot).map { judge.shows($0, baseline) } ?? false
      let mayBeZero = rule.mayBeZero && !(isAsked && field.rules.guest == "zero")
      let other = [held ^ 1, held ^ 2].first { $0 <= field.limit && ($0 != 0 || !mayBeZero) }
      refused = other.map { ($0, 124) }
    case .any:
      if judge.permitted[slot * 4 + field.register] & field.mask != field.mask {
        refused = lowestClear(isSystem ? held : 0, field.limit).map { ($0, 126) }
        allowed = isSystem ? held : 0
      } else {
        allowed = field.limit
      }
    case .topology, .derived: return others(field, index, place, slot)
    }
    if rule.leaf == 0xd && rule.audit == .equal { return layout(field, place, slot, held) }
    if rule.leaf >> 28 == 4 && !rule.isHypervisorLimit {
      refused = lowestClear(held, field.limit).map { ($0, refused?.1 ?? 126) }
      allowed = held
    }
    var result = allowed.map { [trial(field, slot, $0, code: nil)] } ?? []
    if let (value, code) = refused {
      let own = rule.code(field, hasTopology: setting.context.topology != nil)
      // The row's own words for what it is: reserved, filled in later, a limit, the vendor.
      let isSpecial = [111, 125, 131, 132].contains(own)
      result.append(trial(field, slot, value, code: isSpecial ? own : code))
    }
    return result
  }

  /// Whether the row speaks for its bits: that of another maker may stand before it.
  private func speaks(_ index: Int, _ slot: Int) -> Bool {
    let field = places.abi.fields[index]
    let rows = judge.rows[slot * 4 + field.register]
    return field.leaf >> 28 == 4 || rows.contains { $0.row == index && $0.owned == field.mask }
  }

  /// A component's layout: another value than the bound's is refused where the state is offered.
  private func layout(
    _ field: ABIField, _ place: ABIFieldPlace, _ slot: Int, _ held: UInt32
  ) -> [RowTrial] {
    let component = Int(places.slots[slot].subleaf ?? 0)
    let isOffered = places.abi.states.contains { state in
      guard state.component == component, state.features.contains(where: baseline.has) else {
        return false
      }
      let bit = UInt32(component & 31)
      return !state.isSupervisor
        || judge.bound[0xd, 1, component < 32 ? 2 : 3] >> bit & 1 != 0
    }
    guard isOffered, baseline.has("XSAVE"), baseline.has("XSAVEC"), baseline.has("XSAVES") else {
      return []
    }
    let code: UInt16 = held == 0 ? 124 : 143
    return [
      trial(field, slot, held, code: nil), trial(field, slot, held ^ 1, code: code),
    ]
  }

  /// A recomputed value or one of the topology: any other is refused.
  private func others(
    _ field: ABIField, _ index: Int, _ place: ABIFieldPlace, _ slot: Int
  ) -> [RowTrial] {
    let rule = places.rules[index]
    let held = judge.bound[place]
    let isAlone =
      rule.leaf >> 28 != 4 && (rule.isRecomputed || rule.audit == .topology && !rule.isDynamic)
    if rule.isDynamic && rule.leaf >> 28 != 4 {
      let none = isSystem ? held : 0
      return [trial(field, slot, none, code: nil)]
        + (lowestClear(none, field.limit).map { [trial(field, slot, $0, code: 125)] } ?? [])
    }
    if !isAlone {
      // Not recomputed from anything: the bound's value, or zero.
      let other = [held ^ 1, held ^ 2].first { $0 != 0 && $0 & ~field.limit == 0 }
      let refused = rule.leaf >> 28 == 4 ? lowestClear(held, field.limit) : other
      let code = rule.code(field, hasTopology: setting.context.topology != nil)
      return [trial(field, slot, rule.isDynamic ? 0 : held, code: nil)]
        + (refused.map { [trial(field, slot, $0, code: code)] } ?? [])
    }
    if rule.audit == .topology && setting.context.topology == nil {
      if judge.permitted(index, slot) == field.mask { return [] }
      let none = isSystem ? held : 0
      return [trial(field, slot, none, code: nil)]
        + (lowestClear(none, field.limit).map { [trial(field, slot, $0, code: 127)] } ?? [])
    }
    // What is right is known of an acceptable policy alone.
    if setting.isLoose { return [] }
    // Nothing recomputes what TLBs share, and a policy of the system may leave AMD's copies out.
    if field.leaf == 0x18 || isSystem && field.leaf == 0x8000_0001 { return [] }
    // Behind the end of a list, where part of it was not recorded, nobody shares a cache.
    let isList = field.leaf == 4 || field.leaf == 0x8000_001d
    let count = baseline.subleafCount(field.leaf)
    if isList && Int(places.slots[slot].subleaf ?? 0) >= count { return [] }
    let right = baseline[place]
    return [
      trial(field, slot, right, code: nil),
      trial(field, slot, right ^ 1, code: code(field, index, slot)),
    ]
  }

  private func code(_ field: ABIField, _ index: Int, _ slot: Int) -> UInt16 {
    switch field.leaf {
    case _ where judge.permitted(index, slot) == 0: 126
    case 0xd: field.name == "xsaveSizeMax" ? 142 : 141
    case 0x8000_0000, 0x8000_0001: 151
    case 0x8000_0008 where field.name == "maxLinearAddressBits": 152
    case 1: 1003
    case 4, 0x18, 0x8000_001d: 1009
    case 0xb, 0x8000_0026: 1006
    case 0x1f: 1008
    case 0x8000_0008: 1010
    default: 1011
    }
  }

  private func trial(_ field: ABIField, _ slot: Int, _ value: UInt32, code: UInt16?) -> RowTrial {
    var candidate = setting.baseline
    CraftedBounds.set(field, slot, UInt64(value), in: &candidate)
    nameHypervisor(field, &candidate)
    return RowTrial(
      candidate: candidate,
      row: judge.finding(code ?? 0, slot, field.register, field.bits, row: field.name))
  }

  /// Hypervisors share their leaves: the one that a candidate names is the one whose rows count.
  private func nameHypervisor(_ field: ABIField, _ candidate: inout CPUPolicy) {
    guard field.leaf >> 28 == 4, field.leaf != 0x4000_0000 else { return }
    let names: [String: UInt32] = ["xen": 0x566e_6558, "kvm": 0x4b4d_564b, "hyperv": 0x7263_694d]
    for (maker, name) in names where field.rules.vendors.contains(maker) {
      candidate[leaf: 0x4000_0000].ebx = name
    }
  }

  private func highest(_ limit: JudgeRule.Limit, _ held: UInt32) -> UInt32 {
    let context = setting.context
    let hasDies = (context.topology?.dies ?? 1) > 1
    switch limit {
    case .physicalWidth:
      let least: UInt32 = baseline.has("PAE") || baseline.has("PSE36") ? 36 : 32
      return max(isSystem ? held : min(held, context.physicalAddressLimit), least)
    case .guestWidth:
      return isSystem ? held : min(held, baseline[judge.place("maxPhysicalAddressBits")])
    case .basicLeaf: return hasDies && !judge.isAMD ? max(held, 0x1f) : held
    case .extendedLeaf:
      if hasDies && judge.isAMD { return max(min(held, 0x8000_0021), 0x8000_0026) }
      return isSystem ? held : min(held, judge.isAMD ? 0x8000_0021 : 0x8000_0008)
    default: return held
    }
  }

  /// A value with the lowest bit more; nil where there is no other.
  private func lowestClear<T: FixedWidthInteger>(_ value: T, _ limit: T) -> T? {
    let clear = ~value & limit
    return clear == 0 ? nil : value | clear & (~clear &+ 1)
  }

  // MARK: msrs.csv

  func trials(msr index: Int) -> [RowTrial] {
    let field = places.abi.msrFields[index]
    guard let bound = judge.bound.msrs[field.msr], !judge.bound.unknownMSRs.contains(field.msr),
      places.msrFeatures[field.msr] == nil
    else { return [] }
    let held = bound >> field.shift & field.limit
    var refused: (UInt64, UInt16)?
    var allowed = held
    switch field.rules.audit {
    case "zero":
      refused = (held ^ 1, 125)
      // Zero is refused nowhere, and a policy of the system may keep the bound's value.
      if held ^ 1 == 0 { refused = nil }
      allowed = isSystem ? held : 0
    case "subset": refused = lowestClear(held, field.limit).map { ($0, 121) }
    case "atMost": refused = held < field.limit ? (held + 1, 122) : nil
    case "atLeast":
      if held != 0 { refused = (held & (held - 1), 123) }
      allowed = field.limit
    case "equal": refused = (held ^ 1, 124)
    case "derived": refused = held ^ 1 == 0 ? nil : (held ^ 1, 154)
    default: allowed = field.limit
    }
    func trial(_ value: UInt64, _ code: UInt16?) -> RowTrial {
      var candidate = setting.baseline
      candidate[msr: MSRIndex(rawValue: field.msr)] =
        bound & ~field.mask | value << field.shift & field.mask
      return RowTrial(
        candidate: candidate,
        row: Finding(code ?? 0, .msr(field.msr), field.bits, row: field.name))
    }
    var result = [trial(allowed, nil)]
    if let (value, code) = refused {
      let next = trial(value, code)
      // A register that holds nothing at all is as good as absent.
      if next.candidate[msr: MSRIndex(rawValue: field.msr)] != 0 { result.append(next) }
    }
    return result
  }

  // MARK: features.csv

  func trials(feature index: Int) -> [RowTrial] {
    let feature = places.abi.features[index]
    guard baseline.knows(index), judge.bound.knows(index) else { return [] }
    func trial(_ isSet: Bool, _ code: UInt16?) -> RowTrial {
      var candidate = setting.baseline
      candidate.set(Feature(word: feature.word, bit: feature.bit), isSet)
      return RowTrial(candidate: candidate, row: judge.finding(code ?? 0, feature: index))
    }
    if case .msr(let msr, _) = places.abi.words[feature.word].place, judge.bound.msrs[msr] == nil {
      return []
    }
    if feature.audit == "equal" {
      guard let host = setting.context.hostFeatures else { return [] }
      let isHosts = host[word: feature.word] >> UInt32(feature.bit) & 1 != 0
      // A policy of the system may leave the bit out.
      if isSystem && isHosts { return [trial(true, nil)] }
      return [trial(isHosts, nil), trial(!isHosts, 105)]
    }
    if judge.allowed.contains(index) { return [trial(true, nil)] }
    let isNested = feature.name == "VMX" || feature.name == "SVM"
    let isOffered = judge.bound.has(index)
    let code: UInt16 =
      !isOffered ? 101 : isNested && !setting.context.hasNestedVirtualisation ? 103 : 104
    return [trial(true, code)]
  }
}
