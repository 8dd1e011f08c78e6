// SPDX-License-Identifier: Apache-2.0

import TestSupport

/// A row of `fields.csv` in one slot, with what the bound holds there.
struct PlacedRow {
  /// The row's index.
  var row: Int
  var place: ABIFieldPlace
  var mask: UInt32
  /// The bits for which the row speaks.
  var owned: UInt32
  /// The bound's value; zero where it was not recorded.
  var held: UInt32
  /// Of the register, the bits of the field that any acceptable value may set.
  var permitted: UInt32
  var audit: JudgeRule.Audit
  var limit: JudgeRule.Limit
  var mayBeZero: Bool
  /// What the row waits for.
  var owner: String?
  /// Whether the number is compared with the bound's.
  var isCompared: Bool
  var code: UInt16
}

/// Rows at their places: what each bit of a candidate's registers may be.
extension TableJudge {
  /// The rows that count in a register. Where rows of several makers cover a bit, that of the maker
  /// asked for speaks for it, else the first.
  func placedRows(_ slot: Int, _ register: Int, maker: String) -> [PlacedRow] {
    let fields = places.fields[slot * 4 + register]
    let own = fields.filter { places.rules[$0].definers.contains(maker) }
    var spokenFor: UInt32 = 0
    var owned: [Int: UInt32] = [:]
    for field in own + fields where owned[field] == nil {
      owned[field] = places.rules[field].mask & ~spokenFor
      spokenFor |= places.rules[field].mask
    }
    return fields.filter { owned[$0] != 0 }.map { placed($0, slot, owned: owned[$0] ?? 0) }
  }

  private func placed(_ index: Int, _ slot: Int, owned: UInt32) -> PlacedRow {
    let field = abi.fields[index]
    let rule = places.rules[index]
    let place = ABIFieldPlace(
      position: slot * 4 + field.register, shift: rule.shift, limit: field.limit)
    // Layouts of states are held against the bound's by the check of states, for states offered.
    let isCompared = field.leaf != 0xd && field.leaf >> 28 != 4 && !rule.isRecomputed
    return PlacedRow(
      row: index, place: place, mask: rule.mask, owned: owned, held: bound[place],
      permitted: permitted(index, slot), audit: rule.audit, limit: rule.limit,
      mayBeZero: rule.mayBeZero, owner: owner(index, slot),
      isCompared: isCompared || rule.limit == .extendedLeaf,
      code: rule.code(field, hasTopology: context.topology != nil))
  }

  /// The maker of the hypervisor that a candidate names, and otherwise the CPU's.
  func hypervisorMaker(_ candidate: JudgedPolicy) -> String {
    switch candidate[0x4000_0000, nil, 1] {
    case 0x566e_6558: "xen"
    case 0x4b4d_564b: "kvm"
    case 0x7263_694d: "hyperv"
    default: vendor
    }
  }

  /// The rows of the hypervisor's leaves, for each maker.
  func hypervisorRows() -> [String: [Int: [PlacedRow]]] {
    var result: [String: [Int: [PlacedRow]]] = [:]
    for (slot, place) in places.slots.enumerated() where place.leaf >> 28 == 4 {
      for register in 0..<4 {
        for maker in ["xen", "kvm", "hyperv"] {
          result[maker, default: [:]][slot * 4 + register] = placedRows(
            slot, register, maker: maker)
        }
      }
    }
    return result
  }

  /// The bits of a field that any acceptable value may set.
  func permitted(_ index: Int, _ slot: Int) -> UInt32 {
    let rule = places.rules[index]
    let shown = bound.registers[slot * 4 + abi.fields[index].register] & rule.mask
    if rule.leaf >> 28 == 4 { return rule.isHypervisorLimit ? rule.mask : shown }
    // What was not recorded bounds nothing here: the check of what is unknown refuses it.
    let isBoundOwner = owner(index, slot).map { shows($0, bound) } ?? true
    let whole = permitted(
      rule, held: bound.isKnown[slot] ? shown : rule.mask, isBoundOwner: isBoundOwner)
    return isSystem ? whole | shown : whole
  }

  private func permitted(_ rule: JudgeRule, held: UInt32, isBoundOwner: Bool) -> UInt32 {
    let isDefined = vendor == "other" || rule.definers.contains(vendor) || held != 0
    let isKept = rule.keepers.contains(vendor)
    switch rule.audit {
    case .zero: return 0
    case .subset: return held
    case .atMost:
      return held != 0 || ![.none, .guestWidth].contains(rule.limit) ? rule.mask : 0
    // What each guest has is compared in any case; the rest is left out, or as the bound has it.
    case .equal: return held != 0 || rule.isPassed ? rule.mask : 0
    case .atLeast: return isBoundOwner ? rule.mask : 0
    case .any: return isDefined && isKept ? rule.mask : 0
    case .topology:
      if rule.isDynamic || !isDefined { return 0 }
      return isKept || context.topology != nil ? rule.mask : 0
    case .derived: return held != 0 || rule.isRecomputed ? rule.mask : 0
    }
  }

  /// A field in its only or first slot.
  func place(_ name: String, subleaf: UInt32? = nil) -> ABIFieldPlace {
    let field = places.field(name)
    let slot = places.slot(field.leaf, subleaf ?? field.subleaves?.lowerBound) ?? 0
    return ABIFieldPlace(
      position: slot * 4 + field.register, shift: field.shift, limit: field.limit)
  }

  // MARK: One register

  /// A register of a candidate.
  func judge(
    _ position: Int, _ candidate: JudgedPolicy, isShown: Bool, _ found: inout [Finding]
  ) {
    let register = candidate.registers[position]
    let slot = position / 4
    guard isShown else {
      let stale = register & ~hidden[position]
      if stale != 0 {
        // One finding a register, from its lowest bit to its highest, with what may stand between them.
        let above = UInt32(stale.leadingZeroBitCount)
        let between = UInt32.max >> above & UInt32.max << UInt32(stale.trailingZeroBitCount)
        found += bits(register & between, 113, position)
      }
      return
    }
    let value = register & ~featureMasks[position]
    if value == 0 && !isLookedAt[position] { return }
    var rest = isSystem ? value & ~bound.registers[position] : value
    let isKnown = bound.isKnown[slot] && candidate.isKnown[slot]
    for row in rows(at: position, candidate) {
      rest &= ~row.mask
      let refused = value & row.owned & ~permitted[position]
      if refused != 0 || isKnown && isRefused(row, candidate) {
        let field = abi.fields[row.row]
        found.append(
          finding(row.code, slot, position & 3, field.bits, row: field.name))
      }
    }
    if rest != 0 { found += bits(rest, 111, position) }
  }

  private func bits(_ word: UInt32, _ code: UInt16, _ position: Int) -> [Finding] {
    Self.bits(word).map { finding(code, position / 4, position & 3, $0...$0) }
  }

  private func rows(at position: Int, _ candidate: JudgedPolicy) -> [PlacedRow] {
    guard places.slots[position / 4].leaf >> 28 == 4 else { return rows[position] }
    return rowsOfHypervisors[hypervisorMaker(candidate)]?[position] ?? rows[position]
  }

  /// Whether a row's comparison with the bound fails.
  private func isRefused(_ row: PlacedRow, _ candidate: JudgedPolicy) -> Bool {
    guard row.isCompared else { return false }
    let value = candidate[row.place]
    switch row.audit {
    case .atMost: return value > highest(row, candidate)
    case .equal: return value != row.held && !(value == 0 && mayBeZero(row, candidate))
    case .derived: return value != row.held && value != 0
    case .atLeast:
      // Without its owner the field means nothing, and a host without it has nothing to be told.
      if let owner = row.owner, !shows(owner, candidate) || !shows(owner, bound) { return false }
      let isNumber = abi.fields[row.row].rules.kind == "number"
      return isNumber ? value < row.held : value & row.held != row.held
    default: return false
    }
  }

  /// Whether zero leaves the row out: not where what it waits for is shown.
  private func mayBeZero(_ row: PlacedRow, _ candidate: JudgedPolicy) -> Bool {
    guard let owner = row.owner, abi.fields[row.row].rules.guest == "zero" else {
      return row.mayBeZero
    }
    return row.mayBeZero && !shows(owner, candidate)
  }

  /// The highest value of a field that has one: the bound's, or less or more for the domain.
  private func highest(_ row: PlacedRow, _ candidate: JudgedPolicy) -> UInt32 {
    let hasDies = (context.topology?.dies ?? 1) > 1
    switch row.limit {
    case .physicalWidth:
      let most = isSystem ? row.held : min(row.held, context.physicalAddressLimit)
      return max(most, leastPhysicalWidth(candidate))
    case .guestWidth:
      return isSystem ? row.held : min(row.held, candidate[place("maxPhysicalAddressBits")])
    case .basicLeaf:
      return hasDies && !isAMD ? max(row.held, context.topologyLeaves.maxBasicLeaf) : row.held
    case .extendedLeaf:
      let last: UInt32 = isAMD ? 0x8000_0021 : 0x8000_0008
      let most = isSystem ? row.held : min(row.held, last)
      return hasDies && isAMD ? max(most, context.topologyLeaves.maxExtendedLeaf) : most
    default: return row.held
    }
  }
}
