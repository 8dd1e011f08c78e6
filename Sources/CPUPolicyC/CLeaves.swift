// SPDX-License-Identifier: Apache-2.0

#if canImport(PolicyCore)
  import PolicyCore
#endif

/// The slot of a leaf and subleaf as records name them; nil where no policy has it.
private func slot(_ leaf: UInt32, _ subleaf: UInt32) -> Int? {
  guard let block = LeafLayout.block(leaf) else { return nil }
  if block.isPlain { return subleaf == LeafPlace.noSubleaf ? block.base : nil }
  return subleaf < UInt32(truncatingIfNeeded: block.count) ? block.base &+ Int(subleaf) : nil
}

@c(cpupolicy_get_leaf)
public func getLeaf(
  _ policy: UnsafeRawPointer, _ leaf: UInt32, _ subleaf: UInt32,
  _ record: UnsafeMutableRawPointer
) -> Int32 {
  guard let slot = slot(leaf, subleaf) else { return Status.outOfRange }
  record.assumingMemoryBound(to: WireLeaf.self).pointee = WireLeaf(
    LeafPlace(leaf, subleaf), Objects.policy(policy).pointee[slot: slot])
  return Status.fine
}

@c(cpupolicy_set_leaf)
public func setLeaf(_ policy: UnsafeMutableRawPointer, _ record: UnsafeRawPointer) -> Int32 {
  let record = record.assumingMemoryBound(to: WireLeaf.self).pointee
  guard let slot = slot(record.leaf, record.subleaf) else { return Status.outOfRange }
  Objects.policy(policy).pointee[slot: slot] = record.registers
  Objects.policy(policy).pointee.markKnown(slot: slot)
  return Status.fine
}

@c(cpupolicy_get_msr)
public func getMSR(
  _ policy: UnsafeRawPointer, _ index: UInt32, _ value: UnsafeMutablePointer<UInt64>
) -> Int32 {
  let index = MSRIndex(rawValue: index)
  guard LeafLayout.msrPosition(index) != nil else { return Status.outOfRange }
  guard let held = Objects.policy(policy).pointee[msr: index] else { return Status.noData }
  value.pointee = held
  return Status.fine
}

@c(cpupolicy_set_msr)
public func setMSR(
  _ policy: UnsafeMutableRawPointer, _ index: UInt32, _ value: UInt64
) -> Int32 {
  let index = MSRIndex(rawValue: index)
  guard LeafLayout.msrPosition(index) != nil else { return Status.outOfRange }
  Objects.policy(policy).pointee[msr: index] = value
  return Status.fine
}

@c(cpupolicy_place)
public func place(
  _ index: UInt32, _ leaf: UnsafeMutablePointer<UInt32>, _ subleaf: UnsafeMutablePointer<UInt32>
) -> Int32 {
  guard let place = ServedABI.xen.place(at: Int(index)) else { return Status.outOfRange }
  leaf.pointee = place.leaf
  subleaf.pointee = place.subleaf
  return Status.fine
}

@c(cpupolicy_msr_place)
public func msrPlace(_ index: UInt32, _ msr: UnsafeMutablePointer<UInt32>) -> Int32 {
  switch index {
  case 0: msr.pointee = MSRIndex.platformInfo.rawValue
  case 1: msr.pointee = MSRIndex.archCapabilities.rawValue
  default: return Status.outOfRange
  }
  return Status.fine
}

@c(cpupolicy_lookup_vendor)
public func lookUpVendor(_ ebx: UInt32, _ ecx: UInt32, _ edx: UInt32) -> UInt32 {
  UInt32(Vendor(ebx: ebx, ecx: ecx, edx: edx).rawValue)
}

@c(cpupolicy_vendor)
public func vendor(_ policy: UnsafeRawPointer) -> UInt32 {
  UInt32(Objects.policy(policy).pointee.vendor.rawValue)
}
