/// What a guest's policy keeps of registers that hold no features: `ABI/guest-leaves.csv`.
enum GuestLeaves {}

extension CPUPolicy {
  /// Clears or sets what is not the host's to give: reserved bits, identifiers of one CPU, power and
  /// thermal leaves, topology lists, and the leaves that the vendor does not define.
  ///
  /// `docs/semantics/derivation.md`, "Everything else".
  mutating func recalculateMiscellany() {
    let definers: UInt64 = 1 &<< UInt64(vendor.definer.rawValue)
    let rows = GuestLeaves.slots.span
    let keeps = GuestLeaves.keeps.span
    for row in rows.indices where rows[row] &>> 32 & definers != 0 {
      let first = Int(rows[row] & 0xffff)
      let kept = LeafRegisters(
        eax: keeps[row &* 4], ebx: keeps[row &* 4 &+ 1], ecx: keeps[row &* 4 &+ 2],
        edx: keeps[row &* 4 &+ 3])
      keep(kept, in: first..<(first &+ Int(rows[row] &>> 16 & 0xffff)))
    }
    if vendor == .intel { self[.cacheDescriptorQueryCount] = 1 }
    guard vendor.isAMDLike else { return }
    let identity = self[leaf: 0]
    self[leaf: 0x8000_0000] = LeafRegisters(
      eax: self[.maxExtendedLeaf], ebx: identity.ebx, ecx: identity.ecx, edx: identity.edx)
    self[leaf: 0x8000_0001].eax = self[leaf: 1].eax
    setCommonFeatures(self[leaf: 1].edx)
  }

  /// Clears other bits than those kept. A leaf of which nothing is kept is known to be zero.
  private mutating func keep(_ kept: LeafRegisters, in slots: Range<Int>) {
    if kept.isZero {
      clear(slots: slots)
      for slot in slots { markKnown(slot: slot) }
      return
    }
    for slot in slots {
      var registers = self[slot: slot]
      registers.eax &= kept.eax
      registers.ebx &= kept.ebx
      registers.ecx &= kept.ecx
      registers.edx &= kept.edx
      self[slot: slot] = registers
    }
  }

  /// Clears leaves whose feature (`ABI/leaves.csv`) is not among those given.
  mutating func clearUnownedLeaves(_ features: FeatureSet) {
    let leaves = FeatureTable.ownedLeaves.span
    let owners = FeatureTable.leafOwners.span
    for index in leaves.indices where !features.contains(Feature(rawValue: owners[index])) {
      clearKnown(leaf: leaves[index])
    }
  }

  /// AMD repeats common features of leaf 1 EDX in 0x80000001 EDX; elsewhere those bits are zero.
  mutating func setCommonFeatures(_ value: UInt32) {
    let mask = GuestLeaves.commonMask
    self[leaf: 0x8000_0001].edx = self[leaf: 0x8000_0001].edx & ~mask | value & mask
  }
}

extension Vendor {
  /// Whose rows of the tables describe CPUs of this vendor, besides those of all vendors.
  var definer: DefinedBy {
    switch self {
    case .intel: .intel
    case .amd, .hygon: .amd
    case .centaur, .shanghai: .centaur
    default: .other
    }
  }
}
