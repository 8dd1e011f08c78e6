// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import TestSupport

/// A second judge of candidates: says for a bound and a context what is wrong with a candidate, by
/// the rows of `ABI/*.csv` and the rules of `docs/semantics/audit.md`.
///
/// Slow and plain. It reads the tables itself and takes nothing from the policies but registers, MSRs
/// and what of them was recorded, so that it shares no code with the auditor that it judges.
struct TableJudge {
  let places: JudgePlaces
  let bound: JudgedPolicy
  let context: AuditContext
  /// Whose rows describe CPUs of the bound's vendor.
  let vendor: String
  /// The features that a domain of this kind may have, of those that the bound offers.
  let allowed: Set<Int>
  /// For each register of each slot, the rows that count there.
  private(set) var rows: [[PlacedRow]] = []
  /// Those of the hypervisor's leaves, by the maker that a candidate names.
  private(set) var rowsOfHypervisors: [String: [Int: [PlacedRow]]] = [:]
  /// For each register of each slot, the bits that any row permits.
  private(set) var permitted: [UInt32] = []
  /// For each register of each slot, whether also zero may be wrong.
  private(set) var isLookedAt: [Bool] = []
  /// For each register of each slot, the bits that are features.
  let featureMasks: [UInt32]
  /// For each register of each slot, what a candidate may hold there beyond its own limits.
  private(set) var hidden: [UInt32] = []

  var abi: ABITables { places.abi }
  var isSystem: Bool { context.scope == .system }
  var isAMD: Bool { vendor == "amd" }

  init(bound: CPUPolicy, context: AuditContext) {
    places = .shared
    self.bound = JudgedPolicy(bound, places)
    self.context = context
    vendor = Self.definer(self.bound.vendorString)
    allowed = Self.allowed(self.bound, vendor, context)
    featureMasks = places.features.map { $0.keys.reduce(0) { $0 | 1 << UInt32($1) } }
    hidden = hiddenBits()
    rows = places.slots.indices.flatMap { slot in
      (0..<4).map { placedRows(slot, $0, maker: vendor) }
    }
    rowsOfHypervisors = hypervisorRows()
    permitted = places.fields.enumerated().map { position, fields in
      fields.reduce(0) { $0 | permitted($1, position / 4) }
    }
    isLookedAt = rows.map { $0.contains { $0.isCompared && $0.held != 0 } }
  }

  private static func definer(_ vendorString: String) -> String {
    switch vendorString {
    case "GenuineIntel": "intel"
    case "AuthenticAMD", "HygonGenuine": "amd"
    case "CentaurHauls", "  Shanghai  ": "centaur"
    default: "other"
    }
  }

  /// A policy of the system may hold what the bound holds beyond its own limits, and features that
  /// stand in the featureset of its default alone.
  private func hiddenBits() -> [UInt32] {
    var hidden = places.slots.indices.flatMap { _ in [UInt32](repeating: 0, count: 4) }
    guard isSystem else { return hidden }
    for (slot, isShown) in bound.shownSlots.enumerated() where !isShown {
      for position in slot * 4..<slot * 4 + 4 { hidden[position] = bound.registers[position] }
    }
    for (position, features) in places.features.enumerated() {
      for (bit, feature) in features {
        let row = abi.features[feature]
        let isHidden = context.hiddenFeatures[word: row.word] >> UInt32(row.bit) & 1 != 0
        if isHidden { hidden[position] |= 1 << UInt32(bit) }
      }
    }
    return hidden
  }

  /// Everything that is wrong with a candidate, in no order.
  func findings(_ policy: CPUPolicy) -> [Finding] {
    let candidate = JudgedPolicy(policy, places)
    let shown = candidate.shownSlots
    var found: [Finding] = []
    for position in candidate.registers.indices {
      judge(position, candidate, isShown: shown[position / 4], &found)
    }
    found += features(candidate) + limits(candidate) + states(candidate) + copies(candidate)
    found += widths(candidate) + shapes(candidate) + ownedLeaves(candidate) + msrs(candidate)
    found += topology(candidate) + unknown(candidate)
    return found
  }

  func finding(
    _ code: UInt16, _ slot: Int, _ register: Int, _ bits: ClosedRange<Int>, row: String = "",
    need: String = ""
  ) -> Finding {
    let place = places.slots[slot]
    return Finding(
      code, .leaf(place.leaf, place.subleaf, register), bits, row: row, need: need)
  }

  /// A finding about a field by its name.
  func finding(_ code: UInt16, _ name: String, subleaf: UInt32? = nil) -> Finding {
    let field = places.field(name)
    let at = field.subleaves.map { subleaf ?? $0.lowerBound }
    return Finding(
      code, .leaf(field.leaf, at, field.register), field.bits, row: name)
  }

  /// A finding about a feature, at its place.
  func finding(_ code: UInt16, feature: Int, need: String = "") -> Finding {
    let row = abi.features[feature]
    switch abi.words[row.word].place {
    case .leaf(let leaf, let subleaf, let register):
      return Finding(
        code, .leaf(leaf, subleaf, register), row.bit...row.bit, row: row.name, need: need)
    case .msr(let msr, let shift):
      let bit = row.bit + Int(shift)
      return Finding(code, .msr(msr), bit...bit, row: row.name, need: need)
    }
  }

  /// The bits that are set in a word.
  static func bits(_ word: UInt32) -> [Int] { (0..<32).filter { word >> UInt32($0) & 1 != 0 } }
}
