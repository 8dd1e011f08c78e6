// SPDX-License-Identifier: Apache-2.0

/// What a back end serves of a policy: how far its leaves and lists reach, which MSRs it knows, what
/// it limits in a domain, and how far a topology may reach beyond. Data, passed to derivation, records
/// and audit.
public struct ServedABI: Equatable, Sendable, BitwiseCopyable {
  /// Highest basic leaf.
  public var maxBasicLeaf: UInt32
  /// Highest subleaf of leaf 7.
  public var maxFeatureSubleaf: UInt32
  /// Highest extended leaf, from 0x80000000 on.
  public var maxExtendedLeaf: UInt32
  /// Number of subleaves of the lists in leaves 4 and 0xb, and of 0xd.
  public var cacheCount: UInt32
  /// Number of subleaves of leaf 0xb.
  public var topologyCount: UInt32
  /// Number of subleaves of leaf 0xd.
  public var stateCount: UInt32
  /// Whether only PLATFORM_INFO and ARCH_CAPABILITIES are served.
  public var hasOnlyPolicyMSRs: Bool
  /// Leaves with topology up to which a domain's limits may be raised.
  public var topologyLeaves: TopologyLeaves
  /// The bits of XSS whose states are kept for guests.
  public var supervisorStates: UInt64

  /// What a back end serves; what is left out as Xen has it, but for topology, which then ends where max
  /// does.
  public init(
    maxBasicLeaf: UInt32, maxFeatureSubleaf: UInt32, maxExtendedLeaf: UInt32, cacheCount: UInt32,
    topologyCount: UInt32, stateCount: UInt32 = 63, hasOnlyPolicyMSRs: Bool = true,
    topologyLeaves: TopologyLeaves = TopologyLeaves(), supervisorStates: UInt64 = 0
  ) {
    self.maxBasicLeaf = maxBasicLeaf
    self.maxFeatureSubleaf = maxFeatureSubleaf
    self.maxExtendedLeaf = maxExtendedLeaf
    self.cacheCount = cacheCount
    self.topologyCount = topologyCount
    self.stateCount = stateCount
    self.hasOnlyPolicyMSRs = hasOnlyPolicyMSRs
    self.topologyLeaves = topologyLeaves
    self.supervisorStates = supervisorStates
  }

  /// What Xen serves, the same since 4.14 (`xen/include/xen/lib/x86/cpu-policy.h`). It chooses
  /// topologies itself.
  public static var xen: ServedABI {
    ServedABI(
      maxBasicLeaf: 0xd, maxFeatureSubleaf: 2, maxExtendedLeaf: 0x8000_0021, cacheCount: 6,
      topologyCount: 2)
  }

  /// The embedded hypervisor: Xen's extents, and topologies that the toolstack chooses.
  public static var local: ServedABI {
    var served = xen
    served.topologyLeaves = .all
    return served
  }

  /// A kernel that gives guests what it offers.
  public static func kvm(offer: borrowing CPUPolicy) -> ServedABI {
    ServedABI(
      maxBasicLeaf: offer[.maxBasicLeaf], maxFeatureSubleaf: offer[.maxLeaf7Subleaf],
      maxExtendedLeaf: offer[.maxExtendedLeaf],
      cacheCount: UInt32(truncatingIfNeeded: LeafLayout.block(4)?.count ?? 0),
      topologyCount: UInt32(truncatingIfNeeded: LeafLayout.block(0xb)?.count ?? 0),
      topologyLeaves: .all, supervisorStates: offer.xssMask)
  }

  /// The highest extended leaf that a domain may state, by vendor: what its manuals describe for guests.
  @inlinable
  public static func maxExtendedLeaf(ofDomainsOn vendor: Vendor) -> UInt32 {
    vendor.isAMDLike ? 0x8000_0021 : 0x8000_0008
  }

  // MARK: Records

  /// The most leaves that a policy can come to: 120 for Xen.
  @inlinable
  public var maxLeaves: Int {
    let basic = Int(maxBasicLeaf) &+ 1
    let lists = Int(cacheCount &+ maxFeatureSubleaf &+ 1 &+ topologyCount &+ stateCount) &- 4
    return basic &+ lists &+ 2 &+ Int(maxExtendedLeaf & 0xffff) &+ 1
  }

  /// The most MSRs that a record holds: PLATFORM_INFO and ARCH_CAPABILITIES.
  @inlinable
  public var maxMSRs: Int { 2 }

  /// Number of subleaves that a multi-part leaf has here; nil for a leaf without subleaves.
  @inline(__always)
  @inlinable
  public func subleafCount(_ leaf: UInt32) -> UInt32? {
    switch leaf {
    case 4: cacheCount
    case 7: maxFeatureSubleaf &+ 1
    case 0xb: topologyCount
    case 0xd: stateCount
    default: nil
    }
  }

  /// Whether a record for the place exists.
  @inlinable
  public func carries(_ place: LeafPlace) -> Bool {
    if let count = subleafCount(place.leaf), place.leaf <= maxBasicLeaf {
      return place.subleaf < count
    }
    guard place.isPlain else { return false }
    return place.leaf <= maxBasicLeaf || place.leaf == 0x4000_0000 || place.leaf == 0x4000_0100
      || place.leaf >= 0x8000_0000 && place.leaf <= maxExtendedLeaf
  }

  /// The place of each index, ascending from zero: what to execute CPUID for, so that a policy has all
  /// that is served of it. The hypervisor range, which no hardware has, is left out. nil behind the
  /// last.
  public func place(at index: Int) -> LeafPlace? {
    var rest = index
    for slot in 0..<LeafLayout.slotCount {
      let place = LeafLayout.place(ofSlot: slot)
      guard LeafRange(of: place.leaf) != .hypervisor, carries(place) else { continue }
      if rest == 0 { return place }
      rest &-= 1
    }
    return nil
  }
}
