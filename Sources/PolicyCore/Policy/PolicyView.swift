// SPDX-License-Identifier: Apache-2.0

/// A policy read where it stands.
///
/// It holds spans of the policy's storage, not the nearly 4 KB themselves: functions over views copy
/// nothing, whatever closures and operators (`&&` and `||` are closures too) mention them.
///
/// The spans are as long as the layout says, so what has been held against `LeafLayout` is read
/// without a second check.
struct PolicyView: ~Escapable {
  let registers: Span<UInt32>
  /// One bit a slot: set where the source did not record it.
  let unknownSlots: Span<UInt64>
  let msrs: Span<UInt64>
  /// One bit an MSR: set where the policy holds a value.
  let presentMSRs: UInt64
  /// One bit an MSR: set where the source did not record it.
  let unknownMSRs: UInt64

  @inline(__always)
  @_lifetime(copy registers, copy unknownSlots, copy msrs)
  init(
    registers: Span<UInt32>, unknownSlots: Span<UInt64>, msrs: Span<UInt64>,
    presentMSRs: UInt64, unknownMSRs: UInt64
  ) {
    self.registers = registers
    self.unknownSlots = unknownSlots
    self.msrs = msrs
    self.presentMSRs = presentMSRs
    self.unknownMSRs = unknownMSRs
  }
}

extension CPUPolicy {
  /// The policy as its readers take it. The one place that asks for the address of `self`.
  // Once in an archive, where its spans' checks would be three kilobytes; in place elsewhere.
  #if hasFeature(Embedded)
    @inline(never)
  #else
    @_transparent
  #endif
  var view: PolicyView {
    @_addressableSelf @_lifetime(borrow self) get {
      PolicyView(
        registers: registers.span, unknownSlots: unknownSlots.span, msrs: msrs.span,
        presentMSRs: presentMSRs, unknownMSRs: unknownMSRs)
    }
  }
}

// MARK: Registers

extension PolicyView {
  /// The registers of a slot; zero outside of the layout.
  @inline(__always)
  subscript(slot slot: Int) -> LeafRegisters { LeafRegisters(ofSlot: slot, in: registers) }

  /// The registers of a leaf and subleaf as stored; zero where no policy stores it.
  @inline(__always)
  subscript(leaf leaf: UInt32, subleaf subleaf: UInt32 = 0) -> LeafRegisters {
    guard let slot = LeafLayout.slot(leaf, subleaf) else { return LeafRegisters() }
    return self[slot: slot]
  }

  /// One register of a slot; zero outside of the layout.
  @inline(__always)
  subscript(position position: Int) -> UInt32 { registers.register(at: position) }

  /// A field of the table, in the leaf's only or first subleaf; zero where no policy stores it.
  @inline(__always)
  subscript(field: Field) -> UInt32 { field.value(in: registers, subleaf: field.firstSubleaf) }

  /// A field of the table in one subleaf.
  @inline(__always)
  subscript(field: Field, subleaf subleaf: UInt32) -> UInt32 {
    field.value(in: registers, subleaf: subleaf)
  }

  /// Whether any bit is set in a range of slots.
  @inline(__always)
  func hasData(slots: Range<Int>) -> Bool {
    let end = min(slots.upperBound, LeafLayout.slotCount)
    let start = max(slots.lowerBound, 0)
    var combined: UInt32 = 0
    var position = start &* 4
    while position < end &* 4 {
      combined |= registers[unchecked: position]
      position &+= 1
    }
    return combined != 0
  }

  /// The value of an MSR; nil where the policy holds none.
  subscript(msr index: MSRIndex) -> UInt64? {
    guard let position = LeafLayout.msrPosition(index), presentMSRs >> UInt64(position) & 1 != 0
    else { return nil }
    return msrs[unchecked: position]
  }
}

// What a policy and its view share. A policy's own accessors take one span, not a view: of a policy
// that is being changed a view of all its parts would be one of a copy.

extension LeafRegisters {
  /// The registers of a slot in a policy's storage; zero outside of the layout.
  @inline(__always)
  init(ofSlot slot: Int, in registers: Span<UInt32>) {
    self.init()
    guard slot >= 0, slot < LeafLayout.slotCount else { return }
    let base = slot &* 4
    eax = registers[unchecked: base]
    ebx = registers[unchecked: base &+ 1]
    ecx = registers[unchecked: base &+ 2]
    edx = registers[unchecked: base &+ 3]
  }
}

extension Span<UInt32> {
  /// One register of a policy's storage; zero outside of the layout.
  @inline(__always)
  func register(at position: Int) -> UInt32 {
    guard position >= 0, position < LeafLayout.slotCount &* 4 else { return 0 }
    return self[unchecked: position]
  }
}

extension Span<UInt64> {
  /// Whether a policy's storage of what is unknown leaves a slot out.
  @inline(__always)
  func isKnown(slot: Int) -> Bool {
    guard slot >= 0, slot < LeafLayout.slotCount else { return true }
    return self[unchecked: slot &>> 6] & 1 &<< UInt64(slot & 63) == 0
  }
}

extension Field {
  /// The field's value in a policy's storage; zero where no policy stores it.
  @inline(__always)
  func value(in registers: Span<UInt32>, subleaf: UInt32) -> UInt32 {
    guard let position = position(subleaf: subleaf) else { return 0 }
    return (registers.register(at: position) & mask) &>> UInt32(truncatingIfNeeded: lowBit)
  }
}

// MARK: What is unknown

extension PolicyView {
  /// False where the source did not record the slot.
  @inline(__always)
  func isKnown(slot: Int) -> Bool { unknownSlots.isKnown(slot: slot) }

  /// False where the source did not record the leaf and subleaf.
  func isKnown(leaf: UInt32, subleaf: UInt32 = 0) -> Bool {
    guard let slot = LeafLayout.slot(leaf, subleaf) else { return true }
    return isKnown(slot: slot)
  }

  /// False where the source did not record the MSR.
  func isKnown(msr index: MSRIndex) -> Bool {
    guard let position = LeafLayout.msrPosition(index) else { return true }
    return unknownMSRs >> UInt64(position) & 1 == 0
  }

  /// Whether the source recorded the register in which a feature stands.
  #if hasFeature(Embedded)
    @inline(never)
  #endif
  func isKnown(_ feature: Feature) -> Bool {
    switch feature.place {
    case .leaf(let place, _, _):
      isKnown(leaf: place.leaf, subleaf: place.isPlain ? 0 : place.subleaf)
    case .msr(let index, _): isKnown(msr: index)
    case .none: true
    }
  }

  /// Whether the source left out any slot.
  #if hasFeature(Embedded)
    @inline(never)
  #endif
  var hasUnknownSlots: Bool {
    var unknown: UInt64 = 0
    for index in unknownSlots.indices { unknown |= unknownSlots[index] }
    return unknown != 0
  }

  /// Whether the source left out a subleaf that could tell where a leaf's list ends: one behind those that
  /// are counted, or for the states one of the first two, which have masks.
  #if hasFeature(Embedded)
    @inline(never)
  #endif
  func hasOpenEnd(_ leaf: UInt32, _ block: LeafLayout.Block, from count: Int) -> Bool {
    var index = count
    var end = block.count
    if leaf == Field.xstateComponentSize.leaf { (index, end) = (0, 2) }
    while index < end, isKnown(slot: block.base &+ index) { index &+= 1 }
    return index < end
  }
}
