// SPDX-License-Identifier: Apache-2.0

/// What earlier releases of Xen did otherwise than by leaving a step out.
extension CPUPolicy {
  /// Cleans a host policy up as guests' are, and gives it SVM's features as HVM guests get them.
  ///
  /// - Parameters:
  ///   - rules: the rules in force.
  ///   - hasSVM: whether the host has SVM.
  mutating func cleanUpHost(_ rules: XenRules, hasSVM: Bool) {
    if !rules.contains(.hostAsItIs) { keepGuestLeaves() }
    if hasSVM, !rules.contains(.svmOfGuests) { clampSVM(rules) }
  }

  /// Leaves of SVM's features what nested guests can use.
  mutating func clampSVM(_ rules: XenRules) {
    withholdFields(leaf: Field.svmRevision.leaf)
    setFixedBits(leaf: Field.svmRevision.leaf)
    if !rules.contains(.tscRatioWithheld) { self[.svmTscRatio] = 1 }
  }

  /// Takes over from raw what a release had no rule for: the registers of words that it does not know,
  /// and leaves that it did not clear yet.
  ///
  /// Takes of the options what it asks for alone: they are large, and a whole copy would stand on the stack.
  @inline(never)
  mutating func takeUnruled(
    from raw: PolicyView, words: Int, _ served: ServedABI, _ rules: XenRules
  ) {
    let sources = FeatureTable.sources.span
    for word in sources.indices where word >= words {
      let source = FeatureSource(sources[word])
      guard !source.isMSR else { continue }
      let position = source.registerPosition
      guard served.carries(LeafLayout.place(ofSlot: position &>> 2)) else { continue }
      self[position: position] = raw[position: position]
    }
    if !rules.contains(.patchFieldsHidden), served.maxExtendedLeaf >= 0x8000_0021 {
      self[leaf: 0x8000_0021].ebx = raw[leaf: 0x8000_0021].ebx
      self[leaf: 0x8000_0021].edx = raw[leaf: 0x8000_0021].edx
    }
    if !rules.contains(.topologyLeavesHidden) {
      for slot in 0..<LeafLayout.slotCount {
        let leaf = LeafLayout.place(ofSlot: slot).leaf
        guard (0x8000_001d...0x8000_0020).contains(leaf), leaf <= served.maxExtendedLeaf else {
          continue
        }
        self[slot: slot] = raw[slot: slot]
        if !raw.isKnown(slot: slot) { markUnknown(slot: slot) }
      }
    }
  }
}
