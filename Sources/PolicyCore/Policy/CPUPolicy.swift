// SPDX-License-Identifier: Apache-2.0

/// All CPUID leaves and MSRs of one CPU: a plain value with inline storage.
///
/// What a source did not record is *unknown*, which is not zero: `isKnown` tells. The stored extents
/// come from the tables (`LeafLayout`); each leaf's own limits (maximum leaf, list terminators) say
/// what of it is data.
///
/// Nearly 4 KB, so whoever reads more than one place of it takes a `PolicyView`, which copies nothing,
/// and whoever hands it on in place uses `assign`.
public struct CPUPolicy: Sendable, BitwiseCopyable {
  @usableFromInline
  var registers: LeafLayout.Registers
  /// One bit a slot: set where the source did not record it.
  @usableFromInline
  var unknownSlots: LeafLayout.SlotBits
  @usableFromInline
  var msrs: LeafLayout.MSRValues
  /// One bit an MSR: set where the policy holds a value.
  @usableFromInline
  var presentMSRs: LeafLayout.MSRBits
  /// One bit an MSR: set where the source did not record it.
  @usableFromInline
  var unknownMSRs: LeafLayout.MSRBits

  /// The empty policy: everything zero, nothing unknown.
  public init() {
    registers = InlineArray(repeating: 0)
    unknownSlots = InlineArray(repeating: 0)
    msrs = InlineArray(repeating: 0)
    presentMSRs = 0
    unknownMSRs = 0
  }
}

// MARK: In place

extension CPUPolicy {
  /// Takes over another policy, in place: plain assignment may go by way of a temporary.
  @inline(never)
  public mutating func assign(_ other: borrowing @_addressable CPUPolicy) { self = copy other }

  /// Takes over the policy of a view.
  @inline(never)
  mutating func assign(_ other: PolicyView) {
    var values = registers.mutableSpan
    for position in values.indices {
      values[unchecked: position] = other.registers[unchecked: position]
    }
    var unknown = unknownSlots.mutableSpan
    for index in unknown.indices { unknown[index] = other.unknownSlots[index] }
    var wide = msrs.mutableSpan
    for position in wide.indices { wide[position] = other.msrs[position] }
    presentMSRs = other.presentMSRs
    unknownMSRs = other.unknownMSRs
  }
}

// MARK: Leaves

extension CPUPolicy {
  /// The registers of a slot; zero outside of the layout.
  @inline(__always)
  public subscript(slot slot: Int) -> LeafRegisters {
    @_addressableSelf get { LeafRegisters(ofSlot: slot, in: registers.span) }
    set {
      guard slot >= 0, slot < LeafLayout.slotCount else { return }
      var span = registers.mutableSpan
      let base = slot &* 4
      span[base] = newValue.eax
      span[base &+ 1] = newValue.ebx
      span[base &+ 2] = newValue.ecx
      span[base &+ 3] = newValue.edx
    }
  }

  /// The registers of a leaf and subleaf as stored, whatever the limits say; zero where no policy
  /// stores it. Setting a place without storage is ignored, and what was unknown stays unknown.
  ///
  /// Emitted where it is used: as a function of its own its in-place form would allocate.
  @_alwaysEmitIntoClient
  public subscript(leaf leaf: UInt32, subleaf subleaf: UInt32 = 0) -> LeafRegisters {
    @_addressableSelf get {
      // Without a closure, which would capture, and so copy, the whole policy.
      guard let slot = LeafLayout.slot(leaf, subleaf) else { return LeafRegisters() }
      return self[slot: slot]
    }
    set {
      guard let slot = LeafLayout.slot(leaf, subleaf) else { return }
      self[slot: slot] = newValue
    }
  }

  /// Stores what a source recorded, and makes it known.
  /// - Returns: false where no policy stores the leaf and subleaf.
  @discardableResult
  public mutating func record(
    _ registers: LeafRegisters, leaf: UInt32, subleaf: UInt32 = 0
  ) -> Bool {
    guard let slot = LeafLayout.slot(leaf, subleaf) else { return false }
    self[slot: slot] = registers
    markKnown(slot: slot)
    return true
  }

  /// One register of a slot; zero outside of the layout.
  @inline(__always)
  subscript(position position: Int) -> UInt32 {
    @_addressableSelf get { registers.span.register(at: position) }
    set {
      guard position >= 0, position < LeafLayout.slotCount &* 4 else { return }
      var span = registers.mutableSpan
      span[position] = newValue
    }
  }

  /// A field of the table, in the leaf's only or first subleaf. Zero where no policy stores it; a
  /// value that does not fit is cut to the field's width.
  @inline(__always)
  public subscript(field: Field) -> UInt32 {
    @_addressableSelf get { field.value(in: registers.span, subleaf: field.firstSubleaf) }
    set { self[field, subleaf: field.firstSubleaf] = newValue }
  }

  /// A field of the table in one subleaf.
  @inline(__always)
  public subscript(field: Field, subleaf subleaf: UInt32) -> UInt32 {
    @_addressableSelf get { field.value(in: registers.span, subleaf: subleaf) }
    set {
      guard let position = field.position(subleaf: subleaf) else { return }
      let bits = (newValue & field.valueMask) &<< UInt32(truncatingIfNeeded: field.lowBit)
      self[position: position] = self[position: position] & ~field.mask | bits
    }
  }

  /// Sets all four registers of the leaf's slots to zero.
  #if hasFeature(Embedded)
    @inline(never)
  #endif
  mutating func clear(leaf: UInt32) {
    guard let block = LeafLayout.block(leaf) else { return }
    clear(slots: block.base..<(block.base &+ block.count))
  }

  mutating func clear(slots: Range<Int>) {
    var span = registers.mutableSpan
    for position in (slots.lowerBound &* 4)..<(slots.upperBound &* 4) { span[position] = 0 }
  }
}

// MARK: What is unknown

extension CPUPolicy {
  /// False where the source did not record the slot.
  @inline(__always)
  @_addressableSelf
  public func isKnown(slot: Int) -> Bool { unknownSlots.span.isKnown(slot: slot) }

  /// False where the source did not record the leaf and subleaf.
  @_addressableSelf
  public func isKnown(leaf: UInt32, subleaf: UInt32 = 0) -> Bool {
    view.isKnown(leaf: leaf, subleaf: subleaf)
  }

  /// Calls `body` with each slot that the source did not record, ascending.
  @_addressableSelf
  public func forEachUnknownSlot(_ body: (_ slot: Int) -> Void) {
    let words = unknownSlots.span
    for index in words.indices {
      var bits = SetBits(words[index])
      while let bit = bits.next() {
        let slot = index &<< 6 | bit
        if slot < LeafLayout.slotCount { body(slot) }
      }
    }
  }

  /// Whether another policy's source left out something that this one's left out, too.
  public func lacksPlaces(
    of other: borrowing @_addressable CPUPolicy
  ) -> Bool {
    var common = unknownMSRs & other.unknownMSRs
    guard common == 0 else { return true }
    for index in unknownSlots.indices { common |= unknownSlots[index] & other.unknownSlots[index] }
    return common != 0
  }

  /// Says that the source did not record the slot; its registers become zero.
  public mutating func markUnknown(slot: Int) {
    guard slot >= 0, slot < LeafLayout.slotCount else { return }
    self[slot: slot] = LeafRegisters()
    var span = unknownSlots.mutableSpan
    span[slot &>> 6] |= 1 &<< UInt64(slot & 63)
  }

  /// Says that the slot's registers are what the source recorded.
  #if hasFeature(Embedded)
    @inline(never)
  #endif
  public mutating func markKnown(slot: Int) {
    guard slot >= 0, slot < LeafLayout.slotCount else { return }
    var span = unknownSlots.mutableSpan
    span[slot &>> 6] &= ~(1 &<< UInt64(slot & 63))
  }

  /// Says that everything a leaf stores is known.
  #if hasFeature(Embedded)
    @inline(never)
  #endif
  mutating func markKnown(leaf: UInt32) {
    guard let block = LeafLayout.block(leaf) else { return }
    markKnown(slots: block.base..<(block.base &+ block.count))
  }

  /// Says that a range of slots is known; most policies have nothing unknown to begin with.
  mutating func markKnown(slots: Range<Int>) {
    guard view.hasUnknownSlots else { return }
    for slot in slots { markKnown(slot: slot) }
  }
}

// MARK: MSRs

extension CPUPolicy {
  /// The value of an MSR; nil where the policy holds none. Setting makes the MSR known.
  public subscript(msr index: MSRIndex) -> UInt64? {
    @_addressableSelf get { view[msr: index] }
    set {
      guard let position = LeafLayout.msrPosition(index) else { return }
      let bit: UInt64 = 1 &<< UInt64(position)
      var span = msrs.mutableSpan
      span[position] = newValue ?? 0
      if newValue == nil { presentMSRs &= ~bit } else { presentMSRs |= bit }
      unknownMSRs &= ~bit
    }
  }

  /// Makes an MSR that the policy lacks read as zero; whether it is known stays as it is.
  mutating func provide(msr index: MSRIndex) {
    guard let position = LeafLayout.msrPosition(index) else { return }
    presentMSRs |= 1 &<< UInt64(position)
  }

  /// Gives an MSR a value that nobody recorded; whether it is known stays as it is.
  public mutating func derive(msr index: MSRIndex, _ value: UInt64) {
    guard let position = LeafLayout.msrPosition(index) else { return }
    presentMSRs |= 1 &<< UInt64(position)
    var span = msrs.mutableSpan
    span[position] = value
  }

  /// False where the source did not record the MSR.
  @_addressableSelf
  public func isKnown(msr index: MSRIndex) -> Bool { view.isKnown(msr: index) }

  /// Calls `body` with each MSR that the source did not record, in the order of their positions.
  @_addressableSelf
  public func forEachUnknownMSR(_ body: (MSRIndex) -> Void) {
    for position in 0..<LeafLayout.msrCount where unknownMSRs &>> UInt64(position) & 1 != 0 {
      body(LeafLayout.msr(at: position))
    }
  }

  /// Says that the source did not record the MSR. Bits that derivation sets later do not make it
  /// known again.
  public mutating func markUnknown(msr index: MSRIndex) {
    guard let position = LeafLayout.msrPosition(index) else { return }
    self[msr: index] = nil
    unknownMSRs |= 1 &<< UInt64(position)
  }
}

extension CPUPolicy: Equatable {
  public static func == (left: CPUPolicy, right: CPUPolicy) -> Bool {
    var difference = UInt64(0)
    let first = left.registers.span
    let second = right.registers.span
    for index in first.indices { difference |= UInt64(first[index] ^ second[index]) }
    let firstUnknown = left.unknownSlots.span
    let secondUnknown = right.unknownSlots.span
    for index in firstUnknown.indices { difference |= firstUnknown[index] ^ secondUnknown[index] }
    let firstMSRs = left.msrs.span
    let secondMSRs = right.msrs.span
    for index in firstMSRs.indices { difference |= firstMSRs[index] ^ secondMSRs[index] }
    difference |= left.presentMSRs ^ right.presentMSRs
    return difference | (left.unknownMSRs ^ right.unknownMSRs) == 0
  }
}
