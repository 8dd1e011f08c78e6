// SPDX-License-Identifier: Apache-2.0

#if canImport(PolicyCore)
  import PolicyCore
#endif

/// `struct cpupolicy_topology`.
struct TopologyRecord {
  var sockets, dies, cores, threads, vcpus, legacy: UInt32

  /// The topology; nil where it does not fit.
  var topology: Topology? {
    do throws(TopologyError) {
      return try Topology(
        sockets: sockets, dies: dies, cores: cores, threads: threads, vCPUs: vcpus,
        layout: legacy == 0 ? .packed : .legacy)
    } catch {
      return nil
    }
  }

  static func topology(_ pointer: UnsafeRawPointer) -> Topology? {
    pointer.assumingMemoryBound(to: TopologyRecord.self).pointee.topology
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
  _ maxExtendedLeaf: UInt32
) -> Int32 {
  guard let topology = TopologyRecord.topology(topology) else { return Status.invalid }
  let target = Objects.policy(policy)
  var copy = target.pointee
  do throws(TopologyError) {
    try copy.apply(
      topology, leaves: TopologyLeaves(maxBasicLeaf: maxLeaf, maxExtendedLeaf: maxExtendedLeaf))
    target.pointee = copy
    return Status.fine
  } catch {
    return Status.invalid
  }
}
