// SPDX-License-Identifier: Apache-2.0

#if canImport(PolicyCore)
  import PolicyCore
#endif

/// `struct cpupolicy_hypervisor`.
struct HypervisorRecord {
  var head: Head
  var base: UInt32
  var name: (UInt32, UInt32, UInt32)
  var majorVersion, minorVersion, domain, tscMode, tscKHz, hostTSCKHz, tscIncarnation: UInt32
  var machineAddressBits, hvmFlags: UInt32
  var tscEmulated, hostTSCReliable: UInt8
  var reserved: (UInt8, UInt8)
  var tscOffset: UInt64

  var leaves: HypervisorLeaves {
    var leaves = HypervisorLeaves(
      base: base == 0 ? 0x4000_0000 : base,
      name: name.0 | name.1 | name.2 == 0 ? HypervisorLeaves.xenName : name,
      majorVersion: majorVersion,
      minorVersion: minorVersion, domain: domain, tscMode: tscMode, tscKHz: tscKHz,
      isTSCEmulated: tscEmulated == 1, machineAddressBits: machineAddressBits)
    leaves.hostTSCKHz = hostTSCKHz
    leaves.isHostTSCReliable = hostTSCReliable == 1
    leaves.tscIncarnation = tscIncarnation
    leaves.tscOffset = tscOffset
    leaves.hvmFlags = hvmFlags
    return leaves
  }
}

/// `struct cpupolicy_machine`.
struct MachineRecord {
  var head: Head
  var features: FeatureWords
  var monitor: LeafRegisters

  var view: MachineView { MachineView(features: FeatureSet(features), monitor: monitor) }
}

/// `struct cpupolicy_vcpu`.
struct VCPURecord {
  var head: Head
  var number, pvReader: UInt32
  var xcr0, xss: UInt64
  var osxsave, pke, pae, apicEnabled, longMode, debugStore: UInt8
  var reserved: (UInt8, UInt8)
}

@c(cpupolicy_view_init)
public func initialiseView(
  _ view: UnsafeMutableRawPointer, _ policy: UnsafeRawPointer, _ domain: UnsafeRawPointer,
  _ outOfRange: UInt32, _ hypervisor: UnsafeRawPointer?, _ machine: UnsafeRawPointer?
) -> Int32 {
  let hypervisorRecord = Head.check(hypervisor, HypervisorRecord.self)
  let machineRecord = Head.check(machine, MachineRecord.self)
  guard let record = Head.check(domain, DomainRecord.self), let kind = record.pointee.kind,
    let byte = UInt8(exactly: outOfRange), let rule = OutOfRangeRule(rawValue: byte),
    hypervisor == nil || hypervisorRecord != nil, machine == nil || machineRecord != nil
  else { return Status.invalid }
  do throws(TopologyError) {
    guard let topology = try record.pointee.chosenTopology() else { return Status.invalid }
    Objects.clear(view, as: GuestView.self).pointee.prepare(
      policy: Objects.policy(policy).pointee, topology: topology, kind: kind,
      hasPerformanceCounters: record.pointee.counters == 1, outOfRange: rule,
      hypervisor: hypervisorRecord.map { $0.pointee.leaves },
      machine: machineRecord.map { $0.pointee.view })
    return Status.fine
  } catch {
    return Status.invalid
  }
}

@c(cpupolicy_view_read)
public func readView(
  _ view: UnsafeRawPointer, _ vcpu: UnsafeRawPointer, _ leaf: UInt32, _ subleaf: UInt32,
  _ result: UnsafeMutableRawPointer
) -> Int32 {
  guard let record = Head.check(vcpu, VCPURecord.self),
    let byte = UInt8(exactly: record.pointee.pvReader), let reader = PVReader(rawValue: byte)
  else { return Status.invalid }
  var state = VirtualCPUState(
    number: record.pointee.number, usesXsave: record.pointee.osxsave == 1,
    usesProtectionKeys: record.pointee.pke == 1, xcr0: record.pointee.xcr0,
    xss: record.pointee.xss, isAPICEnabled: record.pointee.apicEnabled == 1,
    isLongMode: record.pointee.longMode == 1, usesPAE: record.pointee.pae == 1)
  state.hasDebugStore = record.pointee.debugStore == 1
  state.pvReader = reader
  let registers = view.assumingMemoryBound(to: GuestView.self).pointee.read(
    leaf, subleaf, by: state)
  result.assumingMemoryBound(to: WireLeaf.self).pointee = WireLeaf(
    LeafPlace(leaf, subleaf), registers)
  return Status.fine
}
