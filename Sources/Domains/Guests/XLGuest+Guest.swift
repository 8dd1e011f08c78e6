// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyFormats

extension Guest {
  /// The guest that xl makes on a host of a configuration: the default policy of its kind, with what
  /// Xen's toolstack library and then `cpuid=` change in it.
  ///
  /// Nothing is audited: what is wrong with it is for the caller to find.
  ///
  /// - Parameters:
  ///   - configuration: what the file says.
  ///   - name: how it is called where the file has no name.
  ///   - kind: instead of the kind that the file says or xl assumes.
  ///   - host: where it is made.
  ///   - owner: options other than those under which the host's own policies came about.
  public init(
    _ configuration: XLGuest, named name: String, kind: GuestKind? = nil, on host: HostDescription,
    _ owner: DerivationOptions? = nil
  ) throws(DomainError) {
    let policies = host.systemPolicies(owner)
    let kind = kind ?? configuration.kind
    let policy = try configuration.policy(of: kind, policies)
    self.init(name: configuration.name ?? name, kind: kind, policy: policy)
    tsc = Domain.TimeStampCounter(
      mode: Domain.TimeStampCounter.Mode.allCases.first { $0.number == configuration.tscMode ?? 0 }
        ?? .automatic,
      khz: host.tsc.khz)
    hasNestedVirtualisation = kind.isHVM && configuration.hasNestedVirtualisation == true
    hasPerformanceCounters = configuration.hasPerformanceCounters == true
    judge = Domain.Judge(host, policies)
  }
}

extension XLGuest {
  /// What xl makes of the default policy of a kind.
  package func policy(
    of kind: GuestKind, _ policies: SystemPolicies
  ) throws(DomainError) -> CPUPolicy {
    let isNested = kind.isHVM && hasNestedVirtualisation == true
    var added = FeatureSet()
    if isNested {
      for feature in [Feature.vmx, .svm] where policies[kind.maxPolicy].has(feature) {
        added.insert(feature)
      }
    }
    var removed = FeatureSet()
    // Only HVM guests have a word in it; PVH and PV guests always have it.
    if type == .hvm, hasPAE == false { removed.insert(.pae) }
    var result: CPUPolicy
    do {
      result = try policies.initialPolicy(
        DomainSettings(
          kind: kind, topology: try Topology.plain(vCPUs: 1), hasNestedVirtualisation: isNested,
          hasPerformanceCounters: hasPerformanceCounters == true, hasInvariantTSC: hasInvariantTSC,
          physicalAddressLimit: kind.physicalAddressLimit),
        added: added, removed: removed, leaves: ServedABI.xen.topologyLeaves)
    } catch {
      throw .topology(error)
    }
    result.takeTopology(
      of: policies[kind.defaultPolicy], kind: kind, host: policies.hostDefault.featureSet)
    result.apply(PolicyChanges(setting), host: policies.hostDefault)
    return result
  }
}

extension CPUPolicy {
  /// What Xen's toolstack library makes of a domain's topology: for PV guests the host's own, for HVM
  /// guests the numbers of the default policy doubled, since their APIC ids go by twos. The counts are the
  /// host's and have nothing to do with the number of virtual CPUs. `xc_cpuid_apply_policy` of Xen.
  fileprivate mutating func takeTopology(of base: CPUPolicy, kind: GuestKind, host: FeatureSet) {
    for slot in 0..<LeafLayout.slotCount {
      let place = LeafLayout.place(ofSlot: slot)
      switch place.leaf {
      case 1: self[slot: slot].ebx = base[slot: slot].ebx
      case 4, 0xb, 0x1f, 0x8000_001d, 0x8000_001e, 0x8000_0026: self[slot: slot] = base[slot: slot]
      case 0x8000_0008: self[slot: slot].ecx = base[slot: slot].ecx
      default: continue
      }
    }
    self[.maxBasicLeaf] = base[.maxBasicLeaf]
    self[.cacheDescriptorQueryCount] = base[.cacheDescriptorQueryCount]
    var features = featureSet
    features.set(.htt, kind.isHVM || host.contains(.htt))
    features.set(.cmpLegacy, !kind.isHVM && host.contains(.cmpLegacy))
    featureSet = features
    if kind.isHVM { doubleCounts() }
    refreshCopies()
    clearStaleLeaves()
  }

  private mutating func doubleCounts() {
    let reserved = self[.logicalProcessorsPerPackage]
    if reserved == 0 {
      self[.logicalProcessorsPerPackage] = 2
    } else if reserved & 0x80 == 0 {
      self[.logicalProcessorsPerPackage] = reserved * 2
    }
    if vendor == .intel {
      for subleaf in Field.cacheType.subleaves {
        guard let slot = LeafLayout.slot(4, subleaf), isKnown(slot: slot),
          self[.cacheType, subleaf: subleaf] != 0
        else { break }
        let cores = self[.cacheCoresPerPackage, subleaf: subleaf]
        self[.cacheCoresPerPackage, subleaf: subleaf] = (cores << 1 | 1) & 0x3f
        self[.cacheThreadsSharing, subleaf: subleaf] = 0
      }
    } else if vendor.isAMDLike {
      let count = self[.threadCountMinusOne]
      guard count < 0x7f else { return }
      let size = self[.apicIdCoreIdSize]
      if size != 0, size < 7 { self[.apicIdCoreIdSize] = size + 1 }
      self[.threadCountMinusOne] = count << 1 | 1
    }
  }
}
