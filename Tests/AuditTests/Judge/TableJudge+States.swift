// SPDX-License-Identifier: Apache-2.0

import TestSupport

/// Leaf 0xd, from the candidate's own features and the bound's layouts. SDM vol. 1 ch. 13.
extension TableJudge {
  func states(_ candidate: JudgedPolicy) -> [Finding] {
    guard candidate.basicLimit >= 0xd else { return [] }
    let offered = offeredStates(candidate)
    var found = stateBits(candidate, offered)
    found += size(candidate, offered)
    let shown = candidate.subleafCount(0xd)
    for component in 2..<63 where component < shown || offered.contains(component) {
      found += layout(candidate, component, isOffered: offered.contains(component))
    }
    return found
  }

  /// The states that the features bring: those of XCR0, and of XSS those that the bound keeps.
  private func offeredStates(_ candidate: JudgedPolicy) -> Set<Int> {
    guard candidate.has("XSAVE") else { return [] }
    let brought = abi.states.filter { state in
      guard state.features.contains(where: candidate.has) else { return false }
      return !state.isSupervisor || candidate.has("XSAVES") && keeps(state.component)
    }
    return Set(brought.map(\.component) + [0, 1])
  }

  /// Whether the bound offers a state of XSS.
  private func keeps(_ state: Int) -> Bool {
    let register = state < 32 ? 2 : 3
    return bound[0xd, 1, register] >> UInt32(state & 31) & 1 != 0
  }

  private func isSupervisor(_ state: Int) -> Bool {
    abi.states.contains { $0.component == state && $0.isSupervisor }
  }

  /// Bits of XCR0 and XSS. What a row refuses, or the lack of one, is reported there.
  private func stateBits(_ candidate: JudgedPolicy, _ offered: Set<Int>) -> [Finding] {
    var found: [Finding] = []
    let ofBound = offeredStates(bound)
    for (subleaf, low) in [(UInt32(0), 0), (1, 2)]
    where candidate.knows(leaf: 0xd, subleaf) && (subleaf == 0 || bound.knows(leaf: 0xd, 1)) {
      guard let slot = places.slot(0xd, subleaf) else { continue }
      for state in 0..<64 {
        let register = state < 32 ? low : 3
        let bit = state & 31
        let position = slot * 4 + register
        let isSet = candidate.registers[position] >> UInt32(bit) & 1 != 0
        let isOffered = offered.contains(state) && isSupervisor(state) == (subleaf == 1)
        guard isSet != isOffered else { continue }
        // The same oddity as the bound's.
        let isBoundSet = bound.registers[position] >> UInt32(bit) & 1 != 0
        let isBoundOffered = ofBound.contains(state) && isSupervisor(state) == (subleaf == 1)
        if isSystem && isSet == isBoundSet && isBoundSet != isBoundOffered { continue }
        let permitted = permitted[position] | (isSystem ? bound.registers[position] : 0)
        if isSet && permitted >> UInt32(bit) & 1 == 0 { continue }
        let row = rows[position].first { $0.mask >> UInt32(bit) & 1 != 0 }
        let name = row.map { abi.fields[$0.row].name } ?? ""
        found.append(finding(141, slot, register, bit...bit, row: name))
      }
    }
    return found
  }

  /// Bytes of the standard format: the end of the last component, behind 576 of legacy and header.
  private func size(_ candidate: JudgedPolicy, _ offered: Set<Int>) -> [Finding] {
    guard candidate.knows(leaf: 0xd, 0) else { return [] }
    if isSystem, [0, 2, 3].allSatisfy({ candidate[0xd, 0, $0] == bound[0xd, 0, $0] }) { return [] }
    var size: UInt32 = offered.isEmpty ? 0 : 576
    for component in offered where component >= 2 && !isSupervisor(component) {
      let subleaf = UInt32(component)
      guard candidate.knows(leaf: 0xd, subleaf) else { return [] }
      size = max(size, candidate[0xd, subleaf, 0] &+ candidate[0xd, subleaf, 1])
    }
    return candidate[place("xsaveSizeMax")] == size ? [] : [finding(142, "xsaveSizeMax")]
  }

  /// A component that the features bring or the candidate's list shows: the bound's layout, or zero.
  private func layout(
    _ candidate: JudgedPolicy, _ component: Int, isOffered: Bool
  ) -> [Finding] {
    let subleaf = UInt32(component)
    guard candidate.knows(leaf: 0xd, subleaf), bound.knows(leaf: 0xd, subleaf) else { return [] }
    guard let slot = places.slot(0xd, subleaf) else { return [] }
    var found: [Finding] = []
    let isBounds = (0..<4).allSatisfy { candidate[0xd, subleaf, $0] == bound[0xd, subleaf, $0] }
    let isBoundOffered = offeredStates(bound).contains(component)
    let hasSameFlags = ["XSAVEC", "XSAVES"].allSatisfy { candidate.has($0) == bound.has($0) }
    if isSystem && isBounds && hasSameFlags && isOffered == isBoundOffered { return [] }
    for name in Self.layoutFields {
      let value = candidate[place(name, subleaf: subleaf)]
      var expected = isOffered ? bound[place(name, subleaf: subleaf)] : 0
      if name == "xstateComponentAligned" && !candidate.has("XSAVEC") { expected = 0 }
      if name == "xstateComponentSupervisor" && !candidate.has("XSAVES") { expected = 0 }
      // What the bound lacks altogether is the row's to refuse.
      let permitted = permitted(places.fieldIndex[name] ?? 0, slot)
      if value != 0 && permitted == 0 { continue }
      if value != expected { found.append(finding(143, name, subleaf: subleaf)) }
    }
    return found
  }

  private static let layoutFields = [
    "xstateComponentSize", "xstateComponentOffset", "xstateComponentSupervisor",
    "xstateComponentAligned",
  ]
}
