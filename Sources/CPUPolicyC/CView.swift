// SPDX-License-Identifier: Apache-2.0

#if canImport(PolicyCore)
  import PolicyCore
#endif

/// `struct cpupolicy_vcpu`.
struct VCPURecord {
  var number, osxsave, pke, apicEnabled, longMode, pae: UInt32
  var xcr0, xss: UInt64

  var state: VirtualCPUState {
    VirtualCPUState(
      number: number, usesXsave: osxsave != 0, usesProtectionKeys: pke != 0, xcr0: xcr0, xss: xss,
      isAPICEnabled: apicEnabled != 0, isLongMode: longMode != 0, usesPAE: pae != 0)
  }
}

@c(cpupolicy_view)
public func view(
  _ policy: UnsafeMutableRawPointer, _ topology: UnsafeRawPointer, _ guest: UInt32,
  _ vcpu: UnsafeRawPointer, _ leaf: UInt32, _ subleaf: UInt32,
  _ result: UnsafeMutableRawPointer
) -> Int32 {
  guard guest < 4, let kind = GuestKind(rawValue: UInt8(truncatingIfNeeded: guest)),
    let topology = TopologyRecord.topology(topology)
  else { return Status.invalid }
  let view = GuestView(policy: Objects.policy(policy).pointee, topology: topology, kind: kind)
  let state = vcpu.assumingMemoryBound(to: VCPURecord.self).pointee.state
  let registers = view.read(leaf, subleaf, by: state)
  result.assumingMemoryBound(to: WireLeaf.self).pointee = WireLeaf(
    LeafPlace(leaf, subleaf), registers)
  return Status.fine
}
