// SPDX-License-Identifier: Apache-2.0

import TestSupport

/// Model-specific registers, and places of which only one side knows anything.
extension TableJudge {
  func msrs(_ candidate: JudgedPolicy) -> [Finding] {
    var found: [Finding] = []
    for (msr, value) in candidate.msrs where value != 0 && !bound.unknownMSRs.contains(msr) {
      guard let held = bound.msrs[msr] else {
        found.append(Finding(181, .msr(msr), 0...63))
        continue
      }
      found += rows(of: msr, value, held)
    }
    // What comes with a feature that is shown must be there.
    for (msr, held) in bound.msrs
    where candidate.msrs[msr] ?? 0 == 0 && !bound.unknownMSRs.contains(msr)
      && !candidate.unknownMSRs.contains(msr) && isOwned(msr, candidate)
    {
      found += rows(of: msr, 0, held)
    }
    return found
  }

  private func isOwned(_ msr: UInt32, _ candidate: JudgedPolicy) -> Bool {
    abi.owners.contains { row in
      guard case .msrs(let range) = row.place else { return false }
      return range.contains(msr) && shows(row.owner, candidate)
    }
  }

  private func rows(of msr: UInt32, _ value: UInt64, _ held: UInt64) -> [Finding] {
    var found: [Finding] = []
    var rest = isSystem ? value & ~held : value
    for bit in (places.msrFeatures[msr] ?? [:]).keys { rest &= ~(1 << UInt64(bit)) }
    // The row of a register of features stands for their rows.
    let isOfFeatures = places.msrFeatures[msr] != nil
    for index in places.msrFields[msr] ?? [] where !isOfFeatures {
      let field = abi.msrFields[index]
      rest &= ~field.mask
      let mine = value >> field.shift & field.limit
      let theirs = held >> field.shift & field.limit
      if mine != theirs, let code = Self.code(field, mine, theirs) {
        found.append(Finding(code, .msr(msr), field.bits, row: field.name))
      }
    }
    for bit in 0..<64 where rest >> UInt64(bit) & 1 != 0 {
      found.append(Finding(111, .msr(msr), bit...bit))
    }
    return found
  }

  /// What a row says of two different values; nil where it allows them.
  private static func code(_ field: ABIMSRField, _ value: UInt64, _ held: UInt64) -> UInt16? {
    switch field.rules.audit {
    case "subset": value & ~held == 0 ? nil : 121
    case "atMost": value <= held ? nil : 122
    case "atLeast": value & held == held ? nil : 123
    case "equal": 124
    case "zero": value == 0 ? nil : 125
    case "derived": value == 0 ? nil : 154
    default: nil
    }
  }

  // MARK: Unknown

  /// No acceptance rests on a place that only one of the two knows, and that holds something there.
  func unknown(_ candidate: JudgedPolicy) -> [Finding] {
    var found: [Finding] = []
    let shown = candidate.shownSlots
    for slot in places.slots.indices where shown[slot] {
      let (mine, theirs) = (candidate.isKnown[slot], bound.isKnown[slot])
      for position in slot * 4..<slot * 4 + 4 where !mine || !theirs {
        let (value, held) = (candidate.registers[position], bound.registers[position])
        // Features may stand where neither knows anything, but no others than the bound's.
        let excess = value & ~held & places.boundedFeatures[position]
        if (mine ? value : theirs ? held : excess) != 0 {
          found.append(finding(theirs ? 192 : 191, slot, position & 3, 0...31))
        }
      }
    }
    for msr in places.msrFields.keys {
      let mine = !candidate.unknownMSRs.contains(msr)
      let theirs = !bound.unknownMSRs.contains(msr)
      let (value, held) = (candidate.msrs[msr] ?? 0, bound.msrs[msr] ?? 0)
      if !mine || !theirs, (mine ? value : theirs ? held : value & ~held) != 0 {
        found.append(Finding(theirs ? 192 : 191, .msr(msr), 0...63))
      }
    }
    return found
  }
}
