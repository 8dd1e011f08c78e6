// SPDX-License-Identifier: Apache-2.0

#if canImport(PolicyCore)
  import PolicyCore
#endif

/// `struct cpupolicy_topology`.
struct TopologyRecord {
  var head: Head
  var sockets, dies, cores, threads, vcpus, legacy: UInt32

  func topology() throws(TopologyError) -> Topology {
    try Topology(
      sockets: sockets, dies: dies, cores: cores, threads: threads, vCPUs: vcpus,
      layout: legacy == 0 ? .packed : .legacy)
  }

  /// The caller's topology; nil where it makes no sense.
  static func topology(_ pointer: UnsafeRawPointer) -> Topology? {
    guard let record = Head.check(pointer, TopologyRecord.self) else { return nil }
    do throws(TopologyError) { return try record.pointee.topology() } catch { return nil }
  }
}

@c(cpupolicy_topology_check)
public func checkTopology(_ topology: UnsafeRawPointer) -> Int32 {
  TopologyRecord.topology(topology) == nil ? Status.invalid : Status.fine
}

@c(cpupolicy_apic_id)
public func apicID(_ topology: UnsafeRawPointer, _ vcpu: UInt32) -> UInt32 {
  TopologyRecord.topology(topology)?.apicID(of: vcpu) ?? .max
}

@c(cpupolicy_io_apic_id)
public func ioAPICID(_ topology: UnsafeRawPointer) -> UInt32 {
  TopologyRecord.topology(topology)?.ioAPICID ?? .max
}

@c(cpupolicy_apply_topology)
public func applyTopology(
  _ policy: UnsafeMutableRawPointer, _ topology: UnsafeRawPointer, _ maxLeaf: UInt32,
  _ maxExtendedLeaf: UInt32, _ error: UnsafeMutableRawPointer?
) -> Int32 {
  guard let record = Head.check(topology, TopologyRecord.self), ErrorRecord.isUsable(error) else {
    return Status.invalid
  }
  do throws(TopologyError) {
    let topology = try record.pointee.topology()
    try Objects.policy(policy).pointee.apply(
      topology, leaves: TopologyLeaves(maxBasicLeaf: maxLeaf, maxExtendedLeaf: maxExtendedLeaf))
    return Status.fine
  } catch let problem {
    ErrorRecord.store(ErrorRecord(problem), error)
    return Status.invalid
  }
}
