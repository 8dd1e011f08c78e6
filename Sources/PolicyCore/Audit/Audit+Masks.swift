// SPDX-License-Identifier: Apache-2.0

extension Audit {
  /// Bits that must not be set: one pass over all registers, then the rows behind what it found.
  /// - Returns: whether there was none.
  func checkMasks(_ body: (Violation) -> Void) -> Bool {
    let values = candidate.registers
    let masks = forbidden
    var excess: UInt32 = 0
    for position in 0..<(LeafLayout.slotCount &* 4) {
      excess |= values[unchecked: position] & masks[unchecked: position]
    }
    guard excess != 0 else { return true }
    for position in 0..<(LeafLayout.slotCount &* 4) {
      let bits = values[position] & masks[position]
      if bits != 0 { reportExcess(position, bits, body) }
    }
    return false
  }

  /// Features that the kind of guest may have and this domain may not.
  func checkDenied(_ features: borrowing @_addressable FeatureSet, _ body: (Violation) -> Void) {
    let shown = features.words.span
    var found: UInt32 = 0
    for word in shown.indices { found |= shown[word] & domain.denied[unchecked: word] }
    guard found != 0 else { return }
    for word in shown.indices {
      reportFeatures(ofWord: word, shown[word] & domain.denied[word], body)
    }
  }

  private func reportExcess(_ position: Int, _ excess: UInt32, _ body: (Violation) -> Void) {
    let slot = position >> 2
    let place = LeafLayout.place(ofSlot: slot)
    let register = Register(position: position)
    let at = Violation.Place.leaf(place, register)
    let rest = reportFeatures(position, excess, body)
    // What lies beyond the candidate's own limits is reported as such, once.
    guard rest != 0, candidate.isWithinLimits(slot: slot) else { return }
    let value = candidate[position: position]
    let held = bound.isKnown(slot: slot) ? bound[position: position] : 0
    reportFields(at, rest, definer(ofLeaf: place.leaf), value: value, held: held, body)
  }

  /// Reports the features among the bits; returns the others.
  private func reportFeatures(
    _ position: Int, _ excess: UInt32, _ body: (Violation) -> Void
  ) -> UInt32 {
    let sources = FeatureTable.sources.span
    for word in sources.indices where FeatureSource(sources[word]).isRegister(position) {
      let named = FeatureSet.known[word: word]
      reportFeatures(ofWord: word, excess & named, body)
      return excess & ~named
    }
    return excess
  }

  /// Says of each feature of a word why it is not to be had.
  #if hasFeature(Embedded)
    @inline(never)
  #endif
  func reportFeatures(ofWord word: Int, _ bits: UInt32, _ body: (Violation) -> Void) {
    var bits = SetBits(bits)
    while let bit = bits.next() {
      let feature = Feature(word: word, bit: bit)
      let code: ViolationCode =
        if prepared.offered[word] & feature.mask == 0 {
          .featureNotOffered
        } else if feature == .vmx || feature == .svm, !domain.settings.hasNestedVirtualisation {
          .nestedNotEnabled
        } else {
          .notForThisKind
        }
      report(code, feature, value: 1, bound: 0, body)
    }
  }

  /// Reports the fields that the bits belong to, and then the bits that no row names. Where rows of
  /// several makers cover a bit, that of the definer counts, else the first.
  private func reportFields(
    _ at: Violation.Place, _ excess: UInt32, _ definer: DefinedBy, value: UInt32, held: UInt32,
    _ body: (Violation) -> Void
  ) {
    guard case .leaf(let place, let register) = at else { return }
    var rest = excess
    for turn in 0..<2 {
      var rows = FieldRows(leaf: place.leaf)
      while let field = rows.next() {
        guard field.register == register, rest & field.mask != 0,
          field.isPlain || field.subleaves.contains(place.subleaf),
          turn == 1 || field.isDefined(by: definer)
        else { continue }
        rest &= ~field.mask
        let low = UInt32(truncatingIfNeeded: field.lowBit)
        body(
          Violation(
            code(of: field), at: at, bits: field.lowBit...field.highBit, subject: .field(field),
            value: UInt64((value & field.mask) &>> low),
            bound: UInt64((held & field.mask) &>> low)))
      }
    }
    var runs = BitRuns(rest)
    while let run = runs.next() {
      body(
        Violation(
          .reservedBits, at: at, bits: run.bits, subject: .bits, value: UInt64(run.ones),
          bound: 0))
    }
  }

  /// Whose layout of a leaf counts: that of the CPU's maker, or of the hypervisor that the candidate
  /// names in the first of its leaves.
  private func definer(ofLeaf leaf: UInt32) -> DefinedBy {
    guard LeafRange(of: leaf) == .hypervisor else { return vendor.definer }
    switch candidate[.hypervisorNamePart1] {
    case 0x566e_6558: return .xen
    case 0x4b4d_564b: return .kvm
    case 0x7263_694d: return .hyperv
    default: return vendor.definer
    }
  }

  private func code(of field: Field) -> ViolationCode {
    let rules = field.rules
    if rules.kind == .reserved { return .reservedBits }
    if rules.guest == .dynamic { return .fieldMustBeZero }
    switch rules.audit {
    case .subset: return .fieldNotOffered
    case .atMost: return .fieldAboveBound
    case .atLeast: return .fieldBelowBound
    case .equal: return .fieldDiffers
    case .zero: return .fieldMustBeZero
    case .any: return .fieldNotDefined
    case .topology: return domain.settings.hasTopology ? .fieldNotDefined : .topologyNotChosen
    case .derived: return AuditBound.isRecomputed(field) ? .copyDiffers : .derivedDiffers
    }
  }
}
