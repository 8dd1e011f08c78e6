// SPDX-License-Identifier: Apache-2.0

extension AuditBound {
  /// Collects, row by row, which bits a candidate must not set and which numbers to compare.
  mutating func prepare(_ bound: PolicyView) {
    close()
    // Until the masks are made, the bound's own storage has room for what they are made of.
    keepMiscellany(identity: bound[leaf: 0])
    var rows = FieldRows()
    while let field = rows.next() {
      for subleaf in field.subleaves { allow(field, subleaf, bound) }
    }
    allowFeatures(bound)
    allowHypervisorRange(bound)
    if scope == .system { allowWhole(bound) }
    prepareMSRs(bound)
    unmaskedPlaces.find(forbidden.span)
    unmaskedPlacesWithoutTopology.find(forbiddenWithoutTopology.span)
  }

  /// Forbids everything and compares nothing.
  private mutating func close() {
    var masks = forbidden.mutableSpan
    var others = forbiddenWithoutTopology.mutableSpan
    for position in masks.indices {
      masks[position] = 0xffff_ffff
      others[position] = 0xffff_ffff
    }
    numbers.removeAll()
  }

  /// Makes the policy the bits that survive the recalculation of what is not the host's to give.
  private mutating func keepMiscellany(identity: LeafRegisters) {
    let all = LeafRegisters(
      eax: 0xffff_ffff, ebx: 0xffff_ffff, ecx: 0xffff_ffff, edx: 0xffff_ffff)
    for slot in 0..<LeafLayout.slotCount { policy[slot: slot] = all }
    var first = identity
    first.eax = 0xffff_ffff
    policy[leaf: 0] = first
    policy.keepGuestLeaves()
  }

  private mutating func allow(_ field: Field, _ subleaf: UInt32, _ bound: PolicyView) {
    guard let slot = field.slot(subleaf: subleaf), LeafRange(of: field.leaf) != .hypervisor else {
      return
    }
    let position = slot &* 4 &+ Int(field.register.rawValue)
    let isKnown = bound.isKnown(slot: slot)
    let held = isKnown ? bound[position: position] & field.mask : field.mask
    // A field of another vendor's manual may still be set where the bound has it.
    let isDefined = isDefined(field) || held != 0
    switch field.rules.audit {
    case .zero: break
    case .subset: permit(position, held)
    case .atMost, .equal:
      guard held != 0 || isAlwaysCompared(field) else { return }
      permitCompared(field, subleaf, position)
    case .atLeast:
      // A host without the owner has nothing that a guest must be told.
      guard field.owner(subleaf: subleaf).isShown(offeredFeatures, in: bound.registers) else {
        return
      }
      permitCompared(field, subleaf, position)
    case .any:
      guard isDefined else { return }
      permit(position, field.mask & policy[position: position])
    case .topology:
      // Ids are filled in when a virtual CPU asks, and stored as zero.
      guard isDefined, field.rules.guest != .dynamic else { return }
      permit(position, field.mask, withoutTopology: field.mask & policy[position: position])
    case .derived:
      if AuditBound.isRecomputed(field) {
        permit(position, field.mask)
      } else if held != 0 {
        permitCompared(field, subleaf, position)
      }
    }
    // Component layouts are compared by the xstate check, which knows which ones are offered.
    if field.leaf == 0xd && field.rules.audit == .equal { permit(position, field.mask) }
  }

  private mutating func isDefined(_ field: Field) -> Bool {
    switch vendor {
    case .intel: field.isDefined(by: .intel)
    case .amd, .hygon: field.isDefined(by: .amd)
    case .centaur, .shanghai: field.isDefined(by: .centaur)
    default: true
    }
  }

  /// Values that every policy has, so that zero is no way of leaving them out.
  private mutating func isAlwaysCompared(_ field: Field) -> Bool {
    field.rules.guest == .pass && field.rules.audit == .equal
      || field == .maxBasicLeaf || field == .maxLeaf7Subleaf || field == .maxExtendedLeaf
      || field == .maxPhysicalAddressBits
  }

  /// Fields that a check of their own recomputes from other parts of the candidate.
  static func isRecomputed(_ field: Field) -> Bool {
    switch field.leaf {
    case 0xd: true
    case 0x8000_0000: field.register != .eax
    case 0x8000_0001: true
    case 0x8000_0008: field == .maxLinearAddressBits
    default: false
    }
  }

  private mutating func permit(_ position: Int, _ bits: UInt32) {
    permit(position, bits, withoutTopology: bits)
  }

  private mutating func permit(_ position: Int, _ bits: UInt32, withoutTopology others: UInt32) {
    var span = forbidden.mutableSpan
    span[position] &= ~bits
    span = forbiddenWithoutTopology.mutableSpan
    span[position] &= ~others
  }

  /// Permits what is compared instead: by its row, and in leaf 0xd by the check of states.
  private mutating func permitCompared(_ field: Field, _ subleaf: UInt32, _ position: Int) {
    guard field.leaf == 0xd || numbers.append(field, subleaf) else { return }
    permit(position, field.mask)
  }

  private mutating func allowFeatures(_ bound: PolicyView) {
    let sources = FeatureTable.sources.span
    let equal = FeatureTable.auditEqualWords.span
    for word in sources.indices where !FeatureSource(sources[word]).isMSR {
      let source = FeatureSource(sources[word]).registerPosition
      // What a register holds besides features is its fields' to permit.
      let known = FeatureSet.known[word: word]
      let allowed = bound.isKnown(slot: source >> 2) ? allowedFeatures[word: word] & known : known
      // Bits that no hypervisor can hide are compared with the host's by the check of features.
      permit(source, allowed | equal[word])
    }
  }

  /// The hypervisor's own leaves: whatever the bound shows, and the limits, which the toolstack
  /// chooses.
  private mutating func allowHypervisorRange(_ bound: PolicyView) {
    for slot in 0..<LeafLayout.slotCount
    where LeafRange(of: LeafLayout.place(ofSlot: slot).leaf) == .hypervisor {
      for register in 0..<4 {
        let position = slot &* 4 &+ register
        permit(position, bound[position: position])
      }
    }
    permitWhole(.maxHypervisorLeaf)
    permitWhole(.maxSecondHypervisorLeaf)
  }

  private mutating func permitWhole(_ field: Field) {
    guard let slot = field.slot(subleaf: 0) else { return }
    permit(slot &* 4 &+ Int(field.register.rawValue), field.mask)
  }

  private mutating func allowWhole(_ bound: PolicyView) {
    for position in 0..<(LeafLayout.slotCount &* 4) {
      permit(position, bound[position: position] & ~deniedFeatures(position))
    }
  }

  /// Features of a register that the bound has and this kind of domain may not have.
  private mutating func deniedFeatures(_ position: Int) -> UInt32 {
    let sources = FeatureTable.sources.span
    for word in sources.indices where FeatureSource(sources[word]).isRegister(position) {
      return offeredFeatures[word: word] & ~allowedFeatures[word: word]
    }
    return 0
  }
}
