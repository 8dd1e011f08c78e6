extension Auditor {
  /// Bits that must not be set: one pass over all registers, then the rows behind what it found.
  /// - Returns: whether there was none.
  @_addressableSelf
  func checkMasks(
    _ candidate: borrowing @_addressable CPUPolicy, _ body: (Violation) -> Void
  ) -> Bool {
    // By plain index: in place that copies nothing, where a span would copy the storage.
    var excess: UInt32 = 0
    for position in 0..<(LeafLayout.slotCount &* 4) {
      excess |= candidate.registers.span[position] & forbidden.span[position]
    }
    guard excess != 0 else { return true }
    for position in 0..<(LeafLayout.slotCount &* 4) {
      let excess = candidate.registers.span[position] & forbidden.span[position]
      if excess != 0 { reportExcess(candidate, position, excess, body) }
    }
    return false
  }

  @_addressableSelf
  private func reportExcess(
    _ candidate: borrowing @_addressable CPUPolicy, _ position: Int, _ excess: UInt32,
    _ body: (Violation) -> Void
  ) {
    let slot = position >> 2
    let place = LeafLayout.place(ofSlot: slot)
    let register = Register(position: position)
    let at = Violation.Place.leaf(place, register)
    let rest = reportFeatures(position, excess, at, body)
    // What lies beyond the candidate's own limits is reported as such, once.
    guard rest != 0, candidate.isWithinLimits(slot: slot) else { return }
    let value = candidate[position: position]
    let held = bound.isKnown(slot: slot) ? bound[position: position] : 0
    reportFields(at, rest, value: value, held: held, body)
  }

  /// Reports the features among the bits; returns the others.
  @_addressableSelf
  private func reportFeatures(
    _ position: Int, _ excess: UInt32, _ at: Violation.Place, _ body: (Violation) -> Void
  ) -> UInt32 {
    let sources = FeatureTable.sources.span
    for word in sources.indices where Int(sources[word]) == position {
      let named = FeatureSet.known[word: word]
      var found = excess & named
      while found != 0 {
        let bit = found.trailingZeroBitCount
        found &= found &- 1
        reportFeature(Feature(word: word, bit: bit), at, bit: bit, body)
      }
      return excess & ~named
    }
    return excess
  }

  /// Says why a feature is not to be had.
  @_addressableSelf
  func reportFeature(
    _ feature: Feature, _ at: Violation.Place, bit: Int, _ body: (Violation) -> Void
  ) {
    let code: ViolationCode =
      if !offeredFeatures.contains(feature) {
        .featureNotOffered
      } else if feature == .vmx || feature == .svm, !context.hasNestedVirtualisation {
        .nestedNotEnabled
      } else {
        .notForThisKind
      }
    body(
      Violation(
        code, at: at, bits: bit...bit, subject: .feature(feature), value: 1, bound: 0))
  }

  /// Reports the fields that the bits belong to, and then the bits that no row names.
  @_addressableSelf
  private func reportFields(
    _ at: Violation.Place, _ excess: UInt32, value: UInt32, held: UInt32,
    _ body: (Violation) -> Void
  ) {
    guard case .leaf(let place, let register) = at else { return }
    var rest = excess
    for row in 0..<Field.count where Field.leaves[row] == place.leaf {
      let field = Field(rawValue: UInt16(truncatingIfNeeded: row))
      guard field.register == register, rest & field.mask != 0,
        field.isPlain || field.subleaves.contains(place.subleaf), isRelevant(field)
      else { continue }
      rest &= ~field.mask
      let low = UInt32(truncatingIfNeeded: field.lowBit)
      body(
        Violation(
          code(of: field), at: at, bits: field.lowBit...field.highBit, subject: .field(field),
          value: UInt64((value & field.mask) &>> low), bound: UInt64((held & field.mask) &>> low)))
    }
    while rest != 0 {
      let low = rest.trailingZeroBitCount
      let length = (~(rest &>> UInt32(truncatingIfNeeded: low))).trailingZeroBitCount
      let run = (0xffff_ffff &>> UInt32(truncatingIfNeeded: 32 &- length)) as UInt32
      let mask = run &<< UInt32(truncatingIfNeeded: low)
      rest &= ~mask
      body(
        Violation(
          .reservedBits, at: at, bits: low...(low &+ length &- 1), subject: .bits,
          value: UInt64(run), bound: 0))
    }
  }

  /// Of two layouts of one register, the one of the bound's vendor counts.
  @_addressableSelf
  private func isRelevant(_ field: Field) -> Bool {
    switch vendor {
    case .centaur, .shanghai: field.isDefined(by: .centaur) || field.vendors == 1 << 1
    default: field.vendors & ~(1 &<< UInt16(DefinedBy.centaur.rawValue)) != 0
    }
  }

  @_addressableSelf
  private func code(of field: Field) -> ViolationCode {
    let rules = field.rules
    if rules.kind == .reserved { return .reservedBits }
    if rules.guest == .dynamic { return .fieldMustBeZero }
    switch rules.audit {
    case .subset: return .fieldNotOffered
    case .atmost: return .fieldAboveBound
    case .atleast: return .fieldBelowBound
    case .equal: return .fieldDiffers
    case .zero: return .fieldMustBeZero
    case .any: return .fieldNotDefined
    case .topology: return context.topology == nil ? .topologyNotChosen : .fieldNotDefined
    case .derived: return Auditor.isRecomputed(field) ? .copyDiffers : .derivedDiffers
    }
  }
}
