// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// A vCPU's CPUID table as KVM keeps it, and what KVM answers from it.
///
/// `docs/semantics/kvm.md`.
public struct KVMCPUIDTable: Equatable, Sendable {
  /// The entries in the kernel's order.
  public var entries: [KVMCPUIDEntry]

  /// A table of these entries.
  public init(_ entries: [KVMCPUIDEntry]) { self.entries = entries }

  /// The table to ask for: the policy with what is this vCPU's own, and the hypervisor's leaves
  /// where the policy shows a hypervisor and brings none itself.
  ///
  /// What the policy's source did not record is not in the table.
  public init(
    policy: CPUPolicy, vCPU: UInt32, topology: Topology, hypervisorLeaves: [KVMCPUIDEntry] = []
  ) {
    var own = policy
    own.identify(vCPU: vCPU, in: topology)
    var entries: [KVMCPUIDEntry] = []
    own.forEachLeaf { place, registers in
      entries.append(KVMCPUIDEntry(place, registers))
    }
    let bringsOwn = entries.contains { LeafRange(of: $0.leaf) == .hypervisor }
    if policy.has(.hypervisor) && !bringsOwn { entries += hypervisorLeaves }
    self.entries = entries
  }

  /// The entries that a policy can store, as one.
  public var policy: CPUPolicy {
    var policy = CPUPolicy()
    for entry in entries {
      policy.record(
        entry.registers, leaf: entry.leaf,
        subleaf: entry.isSubleafSignificant ? entry.subleaf : 0)
    }
    policy.clearStaleLeaves()
    return policy
  }

  /// What KVM answers to a CPUID instruction.
  ///
  /// A leaf beyond its range is zero for AMD and Hygon; for all others it is the highest basic
  /// leaf's data. Leaves 0xb and 0x1f repeat subleaf and id in every subleaf.
  public func answer(_ leaf: UInt32, _ subleaf: UInt32) -> LeafRegisters {
    if let entry = find(leaf, subleaf) { return entry.registers }
    if let substitute = outOfRange(leaf, subleaf) { return substitute.registers }
    var result = LeafRegisters()
    if leaf == 0xb || leaf == 0x1f, let level = find(leaf, 1) {
      result.ecx = subleaf & 0xff
      result.edx = level.edx
    }
    return result
  }

  /// Whether an entry of the table stands at a leaf and subleaf.
  func holds(_ place: LeafPlace) -> Bool {
    entries.contains { $0.leaf == place.leaf && $0.subleaf == place.subleaf }
  }

  private func find(_ leaf: UInt32, _ subleaf: UInt32) -> KVMCPUIDEntry? {
    entries.first { $0.leaf == leaf && (!$0.isSubleafSignificant || $0.subleaf == subleaf) }
  }

  private func outOfRange(_ leaf: UInt32, _ subleaf: UInt32) -> KVMCPUIDEntry? {
    guard let basic = find(0, 0), !policyVendor(basic).isAMDLike else { return nil }
    let range: UInt32 =
      switch leaf {
      case 0x4000_0000...0x4fff_ffff: leaf & 0xffff_ff00
      case 0xc000_0000...: 0xc000_0000
      default: leaf & 0x8000_0000
      }
    if let limit = find(range, 0), leaf <= limit.eax { return nil }
    return find(basic.eax, subleaf)
  }

  private func policyVendor(_ basic: KVMCPUIDEntry) -> Vendor {
    var policy = CPUPolicy()
    policy[leaf: 0] = basic.registers
    return policy.vendor
  }
}

extension KVMCPUIDEntry {
  init(_ place: LeafPlace, _ registers: LeafRegisters) {
    self.init(
      leaf: place.leaf, subleaf: place.isPlain ? 0 : place.subleaf,
      isSubleafSignificant: !place.isPlain, eax: registers.eax, ebx: registers.ebx,
      ecx: registers.ecx, edx: registers.edx)
  }

  /// The four registers.
  public var registers: LeafRegisters { LeafRegisters(eax: eax, ebx: ebx, ecx: ecx, edx: edx) }

  /// Where the entry stands.
  public var place: LeafPlace {
    isSubleafSignificant ? LeafPlace(leaf, subleaf) : LeafPlace(leaf)
  }
}
