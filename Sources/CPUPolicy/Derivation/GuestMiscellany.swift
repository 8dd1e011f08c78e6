extension CPUPolicy {
  /// Clears or sets what is not the host's to give: reserved bits, identifiers of one CPU, power and
  /// thermal leaves, topology lists, and the leaves that the vendor does not define.
  ///
  /// `docs/semantics/derivation.md`, "Everything else".
  mutating func recalculateMiscellany() {
    initialApicId = 0
    var signature = self[leaf: 1]
    signature.eax &=
      Field.steppingId.mask | Field.baseModel.mask | Field.baseFamily.mask
      | Field.extendedModel.mask | Field.extendedFamily.mask
    self[leaf: 1] = signature
    for leaf: UInt32 in 5...6 { clearKnown(leaf: leaf) }
    clearKnown(leaf: 8)
    clearKnown(leaf: 0xb)
    clearKnown(leaf: 0xc)
    setCommonFeatures(0)
    let power = self[leaf: 0x8000_0007].edx
    self[leaf: 0x8000_0007] = LeafRegisters(edx: power)
    self[leaf: 0x8000_0008].edx = 0
    switch vendor {
    case .intel: recalculateIntelMiscellany()
    case .amd, .hygon: recalculateAMDMiscellany()
    default: break
    }
  }

  private mutating func recalculateIntelMiscellany() {
    cacheDescriptorQueryCount = 1
    clearKnown(leaf: 3)
    clearKnown(leaf: 9)
    self[leaf: 0x8000_0000] = LeafRegisters(eax: maxExtendedLeaf)
    let extended = self[leaf: 0x8000_0001]
    self[leaf: 0x8000_0001] = LeafRegisters(ecx: extended.ecx, edx: extended.edx)
    clearKnown(leaf: 0x8000_0005)
    self[leaf: 0x8000_0006] = LeafRegisters(ecx: self[leaf: 0x8000_0006].ecx)
    let widths = self[leaf: 0x8000_0008]
    self[leaf: 0x8000_0008] = LeafRegisters(eax: widths.eax & Field.addressWidths, ebx: widths.ebx)
  }

  private mutating func recalculateAMDMiscellany() {
    for leaf: UInt32 in 2...4 { clearKnown(leaf: leaf) }
    for leaf: UInt32 in 9...10 { clearKnown(leaf: leaf) }
    let identity = self[leaf: 0]
    self[leaf: 0x8000_0000] = LeafRegisters(
      eax: maxExtendedLeaf, ebx: identity.ebx, ecx: identity.ecx, edx: identity.edx)
    var extended = self[leaf: 0x8000_0001]
    extended.eax = self[leaf: 1].eax
    // Bits 23:16 are reserved; the brand and the package type stay.
    extended.ebx &= 0xff00_ffff
    self[leaf: 0x8000_0001] = extended
    setCommonFeatures(self[leaf: 1].edx)
    var widths = self[leaf: 0x8000_0008]
    widths.eax &= Field.addressWidths
    widths.ecx &= Field.reachableTopology
    self[leaf: 0x8000_0008] = widths
    clearKnown(leaf: 0x8000_0009)
    for leaf: UInt32 in 0x8000_000b...0x8000_0018 { clearKnown(leaf: leaf) }
    for leaf: UInt32 in 0x8000_001b...0x8000_0020 { clearKnown(leaf: leaf) }
    let more = self[leaf: 0x8000_0021]
    self[leaf: 0x8000_0021] = LeafRegisters(eax: more.eax, ecx: more.ecx)
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
    let mask = FeatureSet.commonMask
    self[leaf: 0x8000_0001].edx = self[leaf: 0x8000_0001].edx & ~mask | value & mask
  }
}

extension FeatureSet {
  /// The bits of leaf 1 EDX that AMD mirrors in 0x80000001 EDX: those with an `ext` field there.
  static var commonMask: UInt32 {
    Field.extFpu.mask | Field.extVme.mask | Field.extDe.mask | Field.extPse.mask
      | Field.extTsc.mask | Field.extMsr.mask | Field.extPae.mask | Field.extMce.mask
      | Field.extCx8.mask | Field.extApic.mask | Field.extMtrr.mask | Field.extPge.mask
      | Field.extMca.mask | Field.extCmov.mask | Field.extPat.mask | Field.extPse36.mask
      | Field.extMmx.mask | Field.extFxsr.mask
  }
}

extension Field {
  /// Physical and linear address bits of 0x80000008 EAX; the nested width is no guest's business.
  static var addressWidths: UInt32 {
    maxPhysicalAddressBits.mask | maxLinearAddressBits.mask
  }

  /// What a guest keeps of 0x80000008 ECX: thread count and APIC id width. Two reserved bits above
  /// the thread count pass, as the hypervisors let them.
  static var reachableTopology: UInt32 {
    threadCountMinusOne.mask | apicIdCoreIdSize.mask | 0x300
  }
}
