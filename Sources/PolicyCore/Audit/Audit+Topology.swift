// SPDX-License-Identifier: Apache-2.0

extension Audit {
  /// The topology fields against those that the chosen topology gives.
  /// - Parameter expected: the candidate, into which the topology is solved.
  func checkTopology(
    _ topology: Topology, in expected: inout CPUPolicy, _ body: (Violation) -> Void
  ) {
    do {
      try expected.apply(topology, leaves: domain.settings.topologyLeaves)
    } catch {
      if let violation = error.violation { body(violation) }
      return
    }
    compare(with: expected.view, body)
  }

  private func compare(with expected: PolicyView, _ body: (Violation) -> Void) {
    reportUnknown(expected, body)
    checkRaised(.maxBasicLeaf, candidate[.maxBasicLeaf], expected[.maxBasicLeaf], body)
    checkRaised(.maxExtendedLeaf, candidate[.maxExtendedLeaf], expected[.maxExtendedLeaf], body)
    compareFeature(.htt, .singleProcessor, expected, body)
    compareFeature(.cmpLegacy, .packageRoom, expected, body)
    let leaves = Field.topologyLeaves.span
    for index in leaves.indices {
      let isShown = candidate.isWithinLimits(leaf: leaves[index])
      let isExpected = expected.isWithinLimits(leaf: leaves[index])
      guard isShown || isExpected else { continue }
      var rows = FieldRows(leaf: leaves[index])
      while let field = rows.next() {
        guard field.rules.audit == .topology, field.rules.guest == .topology else { continue }
        for subleaf in field.subleaves { compare(field, subleaf, expected, body) }
      }
    }
  }

  /// Registers of leaves with a topology of which the candidate says nothing. Where the bound holds
  /// something, too, the check of what is unknown reports them.
  private func reportUnknown(_ expected: PolicyView, _ body: (Violation) -> Void) {
    guard candidate.hasUnknownSlots else { return }
    for slot in 0..<LeafLayout.slotCount where !candidate.isKnown(slot: slot) {
      let place = LeafLayout.place(ofSlot: slot)
      guard expected.isWithinLimits(leaf: place.leaf), isOfTopology(place.leaf) else { continue }
      let isBoundKnown = bound.isKnown(slot: slot)
      for position in (slot &* 4)..<(slot &* 4 &+ 4) {
        let wanted = expected[position: position]
        if wanted == candidate[position: position] { continue }
        if isBoundKnown, bound[position: position] != 0 { continue }
        body(
          Violation(
            .candidateUnknown, at: .leaf(place, Register(position: position)), bits: 0...31,
            subject: .bits, value: 0, bound: UInt64(wanted), severity: .ofUnknown))
      }
    }
  }

  private func isOfTopology(_ leaf: UInt32) -> Bool {
    let leaves = Field.topologyLeaves.span
    var index = 0
    while index < leaves.count, leaves[index] != leaf { index &+= 1 }
    return index < leaves.count
  }

  private func compare(
    _ field: Field, _ subleaf: UInt32, _ expected: PolicyView, _ body: (Violation) -> Void
  ) {
    let value = candidate[field, subleaf: subleaf]
    let wanted = expected[field, subleaf: subleaf]
    guard value != wanted, let slot = field.slot(subleaf: subleaf), candidate.isKnown(slot: slot)
    else { return }
    // What the masks refused already is not reported again.
    let position = slot &* 4 &+ Int(field.register.rawValue)
    if value != 0 && forbidden[position] & field.mask == field.mask { return }
    report(Audit.rule(field), field, subleaf: subleaf, value: value, bound: wanted, body)
  }

  /// The rule behind a field.
  private static func rule(_ field: Field) -> ViolationCode {
    switch field.leaf {
    case 1: .packageRoom
    case 4, 0x18, 0x8000_001d: .cacheSharing
    case 0xb, 0x8000_0026: .levels
    case 0x1f: .lastLevel
    case 0x8000_0008: .processorCount
    default: .extendedTopology
    }
  }

  @inline(never)
  private func compareFeature(
    _ feature: Feature, _ code: ViolationCode, _ expected: PolicyView,
    _ body: (Violation) -> Void
  ) {
    let value = candidate.has(feature)
    let wanted = expected.has(feature)
    guard value != wanted else { return }
    report(code, feature, value: value ? 1 : 0, bound: wanted ? 1 : 0, body)
  }

  /// Leaves that the topology needs and the candidate's limits hide.
  @inline(never)
  private func checkRaised(
    _ field: Field, _ value: UInt32, _ wanted: UInt32, _ body: (Violation) -> Void
  ) {
    guard value < wanted else { return }
    report(.x2APICLevels, field, value: value, bound: wanted, body)
  }
}
