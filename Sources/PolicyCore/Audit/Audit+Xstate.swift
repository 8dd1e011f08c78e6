// SPDX-License-Identifier: Apache-2.0

extension Audit {
  /// Leaf 0xd recomputed from the candidate's own features and the bound's component layouts.
  /// SDM vol. 1 ch. 13.
  func checkXstate(_ features: borrowing @_addressable FeatureSet, _ body: (Violation) -> Void) {
    guard candidate[.maxBasicLeaf] >= 0xd, let block = LeafLayout.block(0xd) else { return }
    let hasXsave = features.contains(.xsave)
    let mask = hasXsave ? Xstate.mask(of: features) : 0
    let supervisor = supervisorStates(features)
    compareMask(candidate.xcr0Mask, mask, slot: block.base, low: .eax, body)
    if bound.isKnown(slot: block.base &+ 1) {
      compareMask(candidate.xssMask, supervisor, slot: block.base &+ 1, low: .ecx, body)
    }
    let size = hasXsave ? candidate.xsaveSize(mask) : 0
    if !hasBoundsSize, candidate.isKnown(slot: block.base), !hasUnknownComponent(mask, block),
      candidate[.xsaveSizeMax] != size
    {
      report(.xstateSize, .xsaveSizeMax, value: candidate[.xsaveSizeMax], bound: size, body)
    }
    let flags = OwnStates.flags(of: features)
    // Behind the last component of mask and list there is nothing that the limits do not report.
    let states = mask | supervisor
    let end = min(
      block.count, max(candidate.listCount(0xd, block), 64 &- states.leadingZeroBitCount))
    var bits = SetBits(differingComponents(below: end, states, flags: flags, block))
    while let component = bits.next() {
      let isOffered = states >> UInt64(component) & 1 != 0
      checkComponent(component, isOffered: isOffered, flags: flags, block, body)
    }
  }

  /// The components that are not what the bound has of the offered ones, and nothing of the others:
  /// one quick pass, which finds none in most candidates.
  private func differingComponents(
    below end: Int, _ states: UInt64, flags: UInt32, _ block: LeafLayout.Block
  ) -> UInt64 {
    let values = candidate.registers
    let theirs = bound.registers
    let flagBits = Field.xstateComponentSupervisor.mask | Field.xstateComponentAligned.mask
    var found: UInt64 = 0
    var component = 2
    while component < end {
      let first = (block.base &+ component) &* 4
      let bit = UInt64(1) &<< UInt64(truncatingIfNeeded: component)
      let offered: UInt32 = states & bit != 0 ? .max : 0
      let sizes = values[unchecked: first] ^ theirs[unchecked: first] & offered
      let offsets = values[unchecked: first &+ 1] ^ theirs[unchecked: first &+ 1] & offered
      let own = values[unchecked: first &+ 2] ^ theirs[unchecked: first &+ 2] & offered & flags
      let difference = sizes | offsets | own & flagBits
      if difference != 0 { found |= bit }
      component &+= 1
    }
    return found
  }

  /// The bits in which a policy of the system has the oddities of its bound: real CPUs have states that
  /// no feature brings.
  private func excused(_ value: UInt64, _ low: Register) -> UInt64 {
    guard isOfSystem else { return 0 }
    let isFirst = low == .eax
    let held = isFirst ? bound.xcr0Mask : bound.xssMask
    let odd = isFirst ? prepared.states.oddStates : prepared.states.oddSupervisorStates
    return odd & ~(value ^ held)
  }

  /// Whether a policy of the system has the states and the size of its bound.
  private var hasBoundsSize: Bool {
    guard isOfSystem, candidate.xcr0Mask == bound.xcr0Mask else { return false }
    return candidate[.xsaveSizeMax] == bound[.xsaveSizeMax]
  }

  /// The bits of XSS: what the features bring and the bound's hypervisor keeps for its guests.
  private func supervisorStates(
    _ features: borrowing @_addressable FeatureSet
  ) -> UInt64 {
    guard features.contains(.xsave), features.contains(.xsaves) else { return 0 }
    return Xstate.supervisorMask(of: features) & bound.xssMask
  }

  private func compareMask(
    _ value: UInt64, _ expected: UInt64, slot: Int, low: Register,
    _ body: (Violation) -> Void
  ) {
    guard candidate.isKnown(slot: slot) else { return }
    // What the masks already refused (states that no row names) is not reported again.
    let refused =
      UInt64(forbidden[slot &* 4 &+ Int(low.rawValue)])
      | UInt64(forbidden[slot &* 4 &+ 3]) &<< 32
    let place = LeafLayout.place(ofSlot: slot)
    var bits = SetBits((value ^ expected) & ~(refused & value) & ~excused(value, low))
    while let state = bits.next() {
      let register = state < 32 ? low : Register.edx
      let bit = state & 31
      let subject = Audit.field(at: place, register, bit: bit)
      body(
        Violation(
          .xstateMask, at: .leaf(place, register), bits: bit...bit, subject: subject,
          value: value >> UInt64(state) & 1, bound: expected >> UInt64(state) & 1,
          severity: .guestCrash))
    }
  }

  /// The row that covers a bit.
  static func field(at place: LeafPlace, _ register: Register, bit: Int) -> Violation.Subject {
    var rows = FieldRows(leaf: place.leaf)
    while let field = rows.next() {
      guard field.register == register, field.isPlain || field.subleaves.contains(place.subleaf),
        (field.lowBit...field.highBit).contains(bit)
      else { continue }
      return .field(field)
    }
    return .bits
  }

  private func hasUnknownComponent(_ mask: UInt64, _ block: LeafLayout.Block) -> Bool {
    guard candidate.hasUnknownSlots else { return false }
    for component in 2..<block.count where mask >> UInt64(component) & 1 != 0 {
      if !candidate.isKnown(slot: block.base &+ component) { return true }
    }
    return false
  }

  private func checkComponent(
    _ component: Int, isOffered: Bool, flags: UInt32, _ block: LeafLayout.Block,
    _ body: (Violation) -> Void
  ) {
    let slot = block.base &+ component
    let value = candidate[slot: slot]
    var expected = isOffered ? bound[slot: slot] : LeafRegisters()
    let isInBound = !expected.isZero
    expected.ecx &= flags
    guard candidate.isKnown(slot: slot), bound.isKnown(slot: slot) else { return }
    // An oddity of the bound's own is none of a policy of the system.
    if isOfSystem, value == bound[slot: slot], flags == prepared.states.flags,
      isOffered == (prepared.states.states >> UInt64(component) & 1 != 0)
    {
      return
    }
    // A component that the bound lacks comes with a feature that it lacks, which is reported there;
    // one beyond the highest offered is reported as stale.
    guard isOffered ? isInBound : component < candidate.subleafCount(0xd) else { return }
    let subleaf = UInt32(truncatingIfNeeded: component)
    compareComponent(.xstateComponentSize, subleaf, value.eax, expected.eax, body)
    compareComponent(.xstateComponentOffset, subleaf, value.ebx, expected.ebx, body)
    compareComponent(.xstateComponentSupervisor, subleaf, value.ecx, expected.ecx, body)
    compareComponent(.xstateComponentAligned, subleaf, value.ecx, expected.ecx, body)
  }

  @inline(never)
  private func compareComponent(
    _ field: Field, _ subleaf: UInt32, _ value: UInt32, _ expected: UInt32,
    _ body: (Violation) -> Void
  ) {
    guard (value ^ expected) & field.mask != 0 else { return }
    // What the masks refused already, because the bound lacks it, is not reported again.
    let refused = field.position(subleaf: subleaf).map { forbidden[$0] } ?? 0
    if value & field.mask & refused != 0 { return }
    let low = UInt32(truncatingIfNeeded: field.lowBit)
    report(
      .xstateComponent, field, subleaf: subleaf, value: (value & field.mask) &>> low,
      bound: (expected & field.mask) &>> low, body)
  }
}
