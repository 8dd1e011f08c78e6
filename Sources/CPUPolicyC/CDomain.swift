// SPDX-License-Identifier: Apache-2.0

#if canImport(PolicyCore)
  import PolicyCore
#endif

/// `struct cpupolicy_domain`.
struct DomainRecord {
  var head: Head
  var guest, vcpus, physicalLimit, maxLeaf, maxExtendedLeaf, reserved: UInt32
  var topology: UnsafeRawPointer?
  var added, removed: FeatureWords
  var nested, counters, invariantTSC: UInt8
  var reservedFlags: InlineArray<5, UInt8>

  var kind: GuestKind? { GuestKind(number: guest) }

  /// The chosen topology: nil where none is; throws where it makes no sense.
  func chosenTopology() throws(TopologyError) -> Topology? {
    guard let topology else { return vcpus == 0 ? nil : try .plain(vCPUs: vcpus) }
    guard let record = Head.check(topology, TopologyRecord.self) else {
      throw TopologyError(.empty)
    }
    return try record.pointee.topology()
  }

  var topologyLeaves: TopologyLeaves {
    TopologyLeaves(maxBasicLeaf: maxLeaf, maxExtendedLeaf: maxExtendedLeaf)
  }

  var limit: UInt32 { physicalLimit == 0 ? 52 : physicalLimit }
}

extension GuestKind {
  /// `enum cpupolicy_guest`.
  init?(number: UInt32) {
    guard let byte = UInt8(exactly: number) else { return nil }
    self.init(rawValue: byte)
  }
}

@c(cpupolicy_domain_init)
public func initialiseDomain(
  _ system: UnsafeRawPointer, _ domain: UnsafeRawPointer, _ policy: UnsafeMutableRawPointer,
  _ error: UnsafeMutableRawPointer?
) -> Int32 {
  guard let record = Head.check(domain, DomainRecord.self), let kind = record.pointee.kind,
    ErrorRecord.isUsable(error)
  else { return Status.invalid }
  do throws(TopologyError) {
    guard let topology = try record.pointee.chosenTopology() else { return Status.invalid }
    let settings = DomainSettings(
      kind: kind, topology: topology, hasNestedVirtualisation: record.pointee.nested == 1,
      hasPerformanceCounters: record.pointee.counters == 1,
      hasInvariantTSC: record.pointee.invariantTSC == 1,
      physicalAddressLimit: record.pointee.limit)
    try SystemObject.policies(system).pointee.initialise(
      &Objects.policy(policy).pointee, for: settings, added: FeatureSet(record.pointee.added),
      removed: FeatureSet(record.pointee.removed), leaves: record.pointee.topologyLeaves)
    return Status.fine
  } catch let problem {
    ErrorRecord.store(ErrorRecord(problem), error)
    return Status.invalid
  }
}
