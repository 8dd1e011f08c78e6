extension Auditor {
  /// The topology fields against those that the chosen topology gives.
  @_addressableSelf
  func checkTopology(_ candidate: borrowing @_addressable CPUPolicy, _ body: (Violation) -> Void) {
    guard let topology = context.topology else { return }
    var expected = candidate
    do {
      try expected.apply(topology, leaves: context.topologyLeaves)
    } catch {
      reportUnfit(error, body)
      return
    }
    checkRaised(.maxBasicLeaf, candidate[.maxBasicLeaf], expected[.maxBasicLeaf], body)
    checkRaised(.maxExtendedLeaf, candidate[.maxExtendedLeaf], expected[.maxExtendedLeaf], body)
    compareFeature(.htt, .singleProcessor, candidate, expected, body)
    compareFeature(.cmpLegacy, .packageRoom, candidate, expected, body)
    for row in 0..<Field.count {
      let field = Field(rawValue: UInt16(truncatingIfNeeded: row))
      guard field.rules.audit == .topology, field.rules.guest == .topology else { continue }
      let isShown = candidate.isWithinLimits(leaf: field.leaf)
      let isExpected = expected.isWithinLimits(leaf: field.leaf)
      guard isShown || isExpected else { continue }
      for subleaf in field.subleaves { compare(field, subleaf, candidate, expected, body) }
    }
  }

  @_addressableSelf
  private func compare(
    _ field: Field, _ subleaf: UInt32, _ candidate: borrowing @_addressable CPUPolicy,
    _ expected: borrowing @_addressable CPUPolicy,
    _ body: (Violation) -> Void
  ) {
    let value = candidate[field, subleaf: subleaf]
    let wanted = expected[field, subleaf: subleaf]
    guard value != wanted, let slot = field.slot(subleaf: subleaf), candidate.isKnown(slot: slot)
    else { return }
    // What the masks refused already is not reported again.
    let position = slot &* 4 &+ Int(field.register.rawValue)
    if value != 0 && forbidden.span[position] & field.mask == field.mask { return }
    report(Auditor.rule(field), field, subleaf: subleaf, value: value, bound: wanted, body)
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

  @_addressableSelf
  private func compareFeature(
    _ feature: Feature, _ code: ViolationCode, _ candidate: borrowing @_addressable CPUPolicy,
    _ expected: borrowing @_addressable CPUPolicy, _ body: (Violation) -> Void
  ) {
    let value = candidate.has(feature)
    let wanted = expected.has(feature)
    guard value != wanted else { return }
    report(code, feature, value: value ? 1 : 0, bound: wanted ? 1 : 0, body)
  }

  /// Leaves that the topology needs and the candidate's limits hide.
  @_addressableSelf
  private func checkRaised(
    _ field: Field, _ value: UInt32, _ wanted: UInt32, _ body: (Violation) -> Void
  ) {
    guard value < wanted else { return }
    report(.x2APICLevels, field, value: value, bound: wanted, body)
  }

  @_addressableSelf
  private func reportUnfit(_ error: TopologyError, _ body: (Violation) -> Void) {
    switch error.kind {
    case .needsX2APIC: report(.apicIDs, .x2apic, value: 0, bound: 1, body)
    case .leafNotServed:
      let isExtended = error.value >> 28 == 8
      report(
        .lastLevel, isExtended ? .maxExtendedLeaf : .maxBasicLeaf, value: error.bound,
        bound: error.value, body)
    default:
      report(
        .processorCount, error.field ?? .apicIdCoreIdSize, value: error.value, bound: error.bound,
        body)
    }
  }
}
