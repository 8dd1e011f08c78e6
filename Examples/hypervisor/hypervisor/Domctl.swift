// SPDX-License-Identifier: Apache-2.0

import Machine
import PolicyCore

/// What the control guest asks for domains.
enum Domctl {
  static func carryOut(
    _ vCPU: UnsafeMutablePointer<VirtualCPU>, _ address: UInt64
  ) throws(Refusal) {
    var operation = domctl()
    try Hypercalls.read(vCPU, address, into: &operation)
    guard operation.version == UInt32(DOMCTL_VERSION) else { throw Refusal(.denied) }
    var result: Refusal?
    do throws(Refusal) {
      try carryOut(vCPU, &operation)
    } catch {
      result = error
    }
    try Hypercalls.write(vCPU, address, operation)
    if let result { throw result }
  }

  private static func carryOut(
    _ vCPU: UnsafeMutablePointer<VirtualCPU>, _ operation: inout domctl
  ) throws(Refusal) {
    if Int(operation.command) == DOMCTL_CREATE {
      operation.domain = try create(&operation.u.create)
      return
    }
    guard let domain = Domains.domain(UInt32(operation.domain)) else { throw Refusal(.noDomain) }
    switch Int(operation.command) {
    case DOMCTL_DESTROY:
      guard domain.pointee.number != 0 else { throw Refusal(.invalid) }
      domain.pointee.state = .free
    case DOMCTL_UNPAUSE: try unpause(domain)
    case DOMCTL_GET_STATE: operation.u.state.state = UInt32(domain.pointee.state.rawValue)
    case DOMCTL_GET_POLICY:
      var request = operation.u.policy
      defer { operation.u.policy = request }
      try Hypercalls.give(
        vCPU, domain.pointee.policy, leaves: request.leaves, &request.leaf_count,
        msrs: request.msrs, &request.msr_count)
    case DOMCTL_SET_POLICY: try setPolicy(vCPU, domain, &operation.u.policy)
    default: throw Refusal(.unknownCall)
    }
  }

  /// A domain with the default policy of its kind and the topology that the toolstack chooses.
  private static func create(_ request: inout domctl_create) throws(Refusal) -> UInt16 {
    guard let number = UInt8(exactly: request.kind), let kind = GuestKind(rawValue: number),
      request.flags >> 3 == 0, request.reserved == 0
    else { throw Refusal(.invalid) }
    let topology: Topology
    do throws(TopologyError) {
      topology = try Topology(
        sockets: request.sockets, dies: request.dies, cores: request.cores,
        threads: request.threads, vCPUs: request.vcpus)
    } catch {
      throw error.violation.map { Refusal($0) } ?? Refusal(.invalid)
    }
    let domain = try Domains.create(
      DomainSettings(
        kind: kind, topology: topology,
        hasNestedVirtualisation: request.flags & UInt32(DOMAIN_NESTED) != 0,
        hasPerformanceCounters: request.flags & UInt32(DOMAIN_COUNTERS) != 0,
        hasInvariantTSC: request.flags & UInt32(DOMAIN_INVARIANT_TSC) != 0,
        physicalAddressLimit: kind.physicalAddressLimit))
    domain.pointee.program = request.program
    domain.pointee.argument = request.argument
    request.io_apic_id = topology.ioAPICID ?? 0xffff_ffff
    return UInt16(truncatingIfNeeded: domain.pointee.number)
  }

  /// From the first run on the policy is fixed, and the view that virtual CPUs read is made of it.
  static func unpause(_ domain: UnsafeMutablePointer<Domain>) throws(Refusal) {
    guard domain.pointee.state == .building else { throw Refusal(.exists) }
    guard domain.pointee.settings.kind == .hvm,
      let program = Programs.module(domain.pointee.program)
    else { throw Refusal(.notSupported) }
    guard GuestMemory.prepare(domain, program) else { throw Refusal(.noSpace) }
    domain.pointee.view.pointee.prepare(
      policy: domain.pointee.policy.pointee, topology: domain.pointee.settings.topology,
      kind: domain.pointee.settings.kind,
      hasPerformanceCounters: domain.pointee.settings.hasPerformanceCounters,
      hypervisor: HypervisorLeaves(
        majorVersion: 0, minorVersion: 1, domain: domain.pointee.number))
    for number in 0..<domain.pointee.vCPUCount {
      VirtualCPU.start(domain.pointee.vCPUs + number, UInt32(truncatingIfNeeded: number))
    }
    domain.pointee.state = .running
  }

  // MARK: Policies

  /// Sets a domain's policy: as it stands, or not at all. What the records leave out stays.
  private static func setPolicy(
    _ vCPU: UnsafeMutablePointer<VirtualCPU>, _ domain: UnsafeMutablePointer<Domain>,
    _ request: inout domctl_policy
  ) throws(Refusal) {
    guard domain != vCPU.pointee.domain else { throw Refusal(.invalid) }
    guard domain.pointee.state == .building else { throw Refusal(.exists) }
    do throws(Refusal) {
      guard Int(request.leaf_count) <= ServedABI.xen.maxLeaves,
        Int(request.msr_count) <= ServedABI.xen.maxMSRs
      else { throw Refusal(.tooBig) }
      let leaves = UnsafeMutableBufferPointer(
        rebasing: Records.leaves[0..<Int(request.leaf_count)])
      let msrs = UnsafeMutableBufferPointer(rebasing: Records.msrs[0..<Int(request.msr_count)])
      guard GuestMemory.read(vCPU, request.leaves, into: UnsafeMutableRawBufferPointer(leaves)),
        GuestMemory.read(vCPU, request.msrs, into: UnsafeMutableRawBufferPointer(msrs))
      else { throw Refusal(.fault) }
      try set(domain, UnsafeBufferPointer(leaves), UnsafeBufferPointer(msrs))
    } catch {
      request.error_leaf = error.leaf
      request.error_subleaf = error.subleaf
      request.error_msr = error.msr
      if Domains.logsRefusals {
        Console.write("d")
        Console.write(domain.pointee.number)
        Console.write(": set refused: ")
        error.say()
      }
      throw error
    }
  }

  /// Merges records into a copy of the policy, holds that against all that it may be, and takes it over.
  ///
  /// What the records leave out stays, but where the limits that they bring end before it. What they
  /// name stands as they have it, also beyond the limits: then the audit refuses it.
  static func set(
    _ domain: UnsafeMutablePointer<Domain>, _ leaves: UnsafeBufferPointer<WireLeaf>,
    _ msrs: UnsafeBufferPointer<WireMSR>
  ) throws(Refusal) {
    let candidate = Bounds.candidate!
    candidate.pointee.assign(domain.pointee.policy.pointee)
    do throws(WireError) {
      try candidate.pointee.readLeaves(leaves.span, strictness: .strict)
      candidate.pointee.clearStaleLeaves()
      try candidate.pointee.readLeaves(leaves.span, strictness: .strict)
      try candidate.pointee.readMSRs(msrs.span, strictness: .strict)
    } catch {
      throw Refusal(error)
    }
    try Bounds.audit(for: domain)
    domain.pointee.policy.pointee.assign(candidate.pointee)
  }
}
