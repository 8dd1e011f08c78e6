// SPDX-License-Identifier: Apache-2.0

extension CPUPolicy {
  /// Offset of the highest extended leaf; zero where the CPU has none.
  @inline(__always)
  public var extendedLeafCount: UInt32 {
    @_addressableSelf get { PolicyLimits.extended(in: registers.span) }
  }

  /// Bit set of the state components that XCR0 and XSS may enable.
  public var stateMask: UInt64 { xcr0Mask | xssMask }

  /// The bits that XCR0 may have: leaf 0xd subleaf 0, EDX:EAX.
  public var xcr0Mask: UInt64 { @_addressableSelf get { view.xcr0Mask } }

  /// The bits that the XSS MSR may have: leaf 0xd subleaf 1, EDX:ECX.
  public var xssMask: UInt64 { @_addressableSelf get { view.xssMask } }

  /// Number of subleaves of a multi-part leaf that hold data, by the leaf's own marker: the type
  /// for the lists of caches and topology levels, the maximum for the others. A leaf that ignores
  /// ECX has one.
  ///
  /// A list's terminating subleaf does not count. Limits above what a policy stores are cut.
  @_addressableSelf
  public func subleafCount(_ leaf: UInt32) -> Int { view.subleafCount(leaf) }

  /// The highest leaves that hold data.
  @inline(__always)
  var limits: PolicyLimits {
    @_addressableSelf get { PolicyLimits(in: registers.span, unknown: unknownSlots.span) }
  }

  /// Whether a leaf lies within the limits that the policy states.
  @_addressableSelf
  @inline(__always)
  public func isWithinLimits(leaf: UInt32) -> Bool {
    limits.contain(leaf)
  }

  /// Whether the slot holds data by the policy's own limits: the maximum leaf, a list's end, the
  /// maximum subleaf. A list's terminator is not data; a list of which part was not recorded has no
  /// known end.
  @_addressableSelf
  public func isWithinLimits(slot: Int) -> Bool { view.isWithinLimits(slot: slot) }

  /// Zeroes what lies outside the policy's own limits, and makes it known.
  ///
  /// Needed after merging data from outside: leaves left out keep what was there before.
  public mutating func clearStaleLeaves() {
    let limits = self.limits
    remove(LeafLayout.slots(aboveBasic: limits.basic))
    remove(LeafLayout.slots(aboveExtended: limits.extended))
    let lists = LeafLayout.lists.span
    for index in lists.indices {
      let leaf = lists[index]
      guard limits.contain(leaf), let block = LeafLayout.block(leaf) else { continue }
      let kept = view.listCount(leaf, block)
      // An unrecorded list has no known end, so none of it is stale.
      if kept < block.count, !view.hasOpenEnd(leaf, block, from: kept) {
        clear(slots: (block.base &+ kept)..<(block.base &+ block.count))
      }
    }
  }

  /// Zeroes what lies above the policy's own limits but for features, which count in its featureset.
  mutating func clearNumbersBeyondLimits() {
    let features = featureSet
    let limits = limits
    clear(slots: LeafLayout.slots(aboveBasic: limits.basic))
    clear(slots: LeafLayout.slots(aboveExtended: limits.extended))
    featureSet = features
  }

  private mutating func remove(_ slots: Range<Int>) {
    clear(slots: slots)
    markKnown(slots: slots)
  }

  /// The policy without stale leaves: the form that digests, records and documents show.
  public var canonical: CPUPolicy {
    @_addressableSelf get {
      var result = self
      result.clearStaleLeaves()
      return result
    }
  }

  /// The features that stand beyond the policy's own limits: they count in its featureset, and no
  /// leaf of it shows them.
  public var hiddenFeatures: FeatureSet {
    @_addressableSelf get { view.hiddenFeatures }
  }

  /// Calls `body` for each leaf within the limits, ascending; lists include their terminator.
  ///
  /// The hypervisor range appears where it holds anything, 0x80000000 always.
  @_addressableSelf
  public func forEachLeaf(_ body: (LeafPlace, LeafRegisters) -> Void) {
    let view = view
    let limits = limits
    var slot = 0
    while slot < LeafLayout.slotCount {
      let place = LeafLayout.place(ofSlot: slot)
      guard let block = LeafLayout.block(place.leaf) else { return }
      if limits.contain(place.leaf) {
        if block.isPlain {
          let registers = view[slot: slot]
          let isShown = LeafRange(of: place.leaf) != .hypervisor || !registers.isZero
          if isShown && view.isKnown(slot: slot) { body(place, registers) }
        } else {
          view.forEachSubleaf(place.leaf, block, body)
        }
      }
      slot = block.base &+ block.count
    }
  }
}

extension PolicyView {
  fileprivate func forEachSubleaf(
    _ leaf: UInt32, _ block: LeafLayout.Block, _ body: (LeafPlace, LeafRegisters) -> Void
  ) {
    let count = subleafCount(leaf)
    let showsEnd = LeafLists.end(leaf)?.showsTerminator ?? false
    let end = min(block.count, showsEnd || count == 0 ? count &+ 1 : count)
    // Where part of a list was not recorded its end is not known: whatever was recorded counts.
    let last = hasOpenEnd(leaf, block, from: 0) ? block.count : end
    for index in 0..<last where isKnown(slot: block.base &+ index) {
      let registers = self[slot: block.base &+ index]
      if (LeafRange(of: leaf) == .hypervisor || index >= end) && registers.isZero { continue }
      body(LeafPlace(leaf, UInt32(truncatingIfNeeded: index)), registers)
    }
  }
}
