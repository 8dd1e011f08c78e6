// SPDX-License-Identifier: Apache-2.0

/// Sizes and offsets of the XSAVE area. Which states there are stands in `ABI/xstates.csv`: the mask
/// never comes from the hardware's own. SDM vol. 1 ch. 13.
enum Xstate {
  /// Bytes of the legacy area and the header, which every non-empty area has.
  static let headerEnd: UInt32 = 576

  /// Bytes of the area in standard format for a set of components, by a policy's registers.
  static func size(_ mask: UInt64, in registers: Span<UInt32>) -> UInt32 {
    guard mask != 0 else { return 0 }
    var size = headerEnd
    var bits = SetBits(mask & ~0b11)
    while let number = bits.next() {
      let leaf = component(number, in: registers)
      size = max(size, leaf.ebx &+ leaf.eax)
    }
    return size
  }

  /// Bytes of the area in compact format.
  static func compactSize(_ mask: UInt64, in registers: Span<UInt32>) -> UInt32 {
    guard mask != 0 else { return 0 }
    var size = headerEnd
    var bits = SetBits(mask & ~0b11)
    while let number = bits.next() {
      let leaf = component(number, in: registers)
      if leaf.ecx & Field.xstateComponentAligned.mask != 0 { size = (size &+ 63) & ~63 }
      size = size &+ leaf.eax
    }
    return size
  }

  @inline(__always)
  private static func component(_ number: Int, in registers: Span<UInt32>) -> LeafRegisters {
    let slot = LeafLayout.slot(0xd, UInt32(truncatingIfNeeded: number)) ?? -1
    return LeafRegisters(ofSlot: slot, in: registers)
  }
}

extension FeatureSet {
  /// The states of XCR0 and XSS that the features bring, a bit each.
  public var stateComponents: UInt64 { Xstate.mask(of: self) | Xstate.supervisorMask(of: self) }
}

extension CPUPolicy {
  /// Bytes of the XSAVE area in standard format for a set of components; 0 for the empty set.
  @_addressableSelf
  public func xsaveSize(_ mask: UInt64) -> UInt32 { Xstate.size(mask, in: registers.span) }

  /// Bytes of the XSAVE area in compact format for a set of components; 0 for the empty set.
  @_addressableSelf
  public func xsaveCompactSize(_ mask: UInt64) -> UInt32 {
    Xstate.compactSize(mask, in: registers.span)
  }

  /// Builds leaf 0xd anew from the policy's own features, with sizes and offsets of `hardware`.
  ///
  /// Without XSAVE everything goes, the XSAVEOPT word included. The state mask comes from feature
  /// bits only. SDM vol. 1 ch. 13.
  ///
  /// - Parameters:
  ///   - hardware: whose sizes and offsets count.
  ///   - supervisorStates: the bits of XSS that the hypervisor keeps for its guests, without which no
  ///     feature brings a supervisor state.
  public mutating func rebuildXstate(
    hardware: borrowing @_addressable CPUPolicy, supervisorStates: UInt64 = 0
  ) {
    rebuildXstate(hardware: hardware.view, supervisorStates: supervisorStates)
  }

  /// - Parameter withTiles: whether AMX_TILE brings its states.
  mutating func rebuildXstate(
    hardware: PolicyView, supervisorStates: UInt64 = 0, withTiles: Bool = true
  ) {
    var features = featureSet
    if !withTiles { features.remove(.amxTile) }
    let options = self[leaf: 0xd, subleaf: 1].eax
    let areOptionsKnown = isKnown(leaf: 0xd, subleaf: 1)
    clear(leaf: 0xd)
    markKnown(leaf: 0xd)
    guard features.contains(.xsave) else { return }
    if !areOptionsKnown, let slot = LeafLayout.slot(0xd, 1) { markUnknown(slot: slot) }
    let mask = Xstate.mask(of: features)
    var flags: UInt32 = 0
    if features.contains(.xsavec) { flags |= Field.xstateComponentAligned.mask }
    if features.contains(.xsaves) { flags |= Field.xstateComponentSupervisor.mask }
    let supervisor =
      features.contains(.xsaves) ? Xstate.supervisorMask(of: features) & supervisorStates : 0
    var bits = SetBits((mask | supervisor) & ~0b11)
    while let number = bits.next() {
      let component = UInt32(truncatingIfNeeded: number)
      var leaf = hardware[leaf: 0xd, subleaf: component]
      leaf.ecx &= flags
      leaf.edx = 0
      self[leaf: 0xd, subleaf: component] = leaf
      if let slot = LeafLayout.slot(0xd, component), !hardware.isKnown(slot: slot) {
        markUnknown(slot: slot)
      }
    }
    self[leaf: 0xd] = LeafRegisters(
      eax: UInt32(truncatingIfNeeded: mask), ecx: xsaveSize(mask),
      edx: UInt32(truncatingIfNeeded: mask >> 32))
    self[leaf: 0xd, subleaf: 1] = LeafRegisters(
      eax: options, ecx: UInt32(truncatingIfNeeded: supervisor),
      edx: UInt32(truncatingIfNeeded: supervisor >> 32))
  }

  /// The policy with other features, and leaf 0xd built anew from them with its own layouts.
  @_addressableSelf
  public func withFeatures(_ features: FeatureSet) -> CPUPolicy {
    var result = self
    result.featureSet = features
    result.rebuildXstate(hardware: view, supervisorStates: xssMask)
    return result
  }
}

extension PolicyView {
  /// The bits that XCR0 may have: leaf 0xd subleaf 0, EDX:EAX.
  @inline(__always)
  var xcr0Mask: UInt64 {
    let leaf = self[leaf: 0xd]
    return UInt64(leaf.edx) << 32 | UInt64(leaf.eax)
  }

  /// The bits that the XSS MSR may have: leaf 0xd subleaf 1, EDX:ECX.
  @inline(__always)
  var xssMask: UInt64 {
    let leaf = self[leaf: 0xd, subleaf: 1]
    return UInt64(leaf.edx) << 32 | UInt64(leaf.ecx)
  }

  /// Bytes of the XSAVE area in standard format for a set of components; 0 for the empty set.
  func xsaveSize(_ mask: UInt64) -> UInt32 { Xstate.size(mask, in: registers) }
}
