// SPDX-License-Identifier: Apache-2.0

import PolicyCore

@testable import XenBackEnd

extension FakeXen {
  /// A domain as the hypervisor keeps it.
  struct Guest: Sendable {
    var policy = CPUPolicy()
    var isHVM = true
    var isPaused = true
    var hasRun = false
    var vCPUs: UInt32 = 1
    /// XEN_DOMINF_* besides those of the above.
    var flags: UInt32 = 0
    var handle: [UInt8] = [UInt8](repeating: 0, count: 16)
    /// XEN_X86_EMU_*: a PVH domain's local APIC.
    var emulation: UInt32 = 1
    /// How often it must be unpaused before it runs, and whether it ends as soon as it does.
    var pauses = 1
    var endsAtOnce = false

    /// Fills in `xen_domctl_getdomaininfo`, with a pattern where nothing should be read.
    func tell(_ id: UInt16, at memory: UnsafeMutableRawPointer, bytes: Int) {
      memory.initializeMemory(as: UInt8.self, repeating: 0xa5, count: bytes)
      memory.storeBytes(of: id, as: UInt16.self)
      let flags = flags | (isHVM ? 0b10 | 1 << 8 : 0) | (isPaused ? 1 << 3 : 0)
      memory.storeBytes(of: flags, toByteOffset: 4, as: UInt32.self)
      memory.storeBytes(of: vCPUs &- 1, toByteOffset: 68, as: UInt32.self)
      for (index, byte) in handle.enumerated() {
        memory.storeBytes(of: byte, toByteOffset: 76 + index, as: UInt8.self)
      }
      memory.storeBytes(of: emulation, toByteOffset: bytes == 104 ? 96 : 104, as: UInt32.self)
    }
  }

  /// `XEN_SYSCTL_getdomaininfolist`.
  static func list(_ state: inout State, _ union: UnsafeMutableRawPointer) {
    let first = union.load(as: UInt16.self)
    let room = Int(union.load(fromByteOffset: 4, as: UInt32.self))
    let memory = UnsafeMutableRawPointer(
      bitPattern: UInt(union.load(fromByteOffset: 8, as: UInt64.self)))!
    let bytes = state.release.infoBytes
    var count = 0
    for id in first..<max(first, XenDomainInfo.firstReserved) where count < room {
      guard let guest = state.guests[id] else { continue }
      guest.tell(state.hostileID ?? id, at: memory + count * bytes, bytes: bytes)
      count += 1
    }
    union.storeBytes(of: state.hostileCount ?? UInt32(count), toByteOffset: 16, as: UInt32.self)
    for id in state.endsAfterPart[state.parts] ?? [] { state.guests[id] = nil }
    state.parts += 1
  }

  static func domctl(_ state: inout State, _ address: UInt64) -> Int {
    let memory = UnsafeMutableRawPointer(bitPattern: UInt(address))!
    let number = memory.load(as: UInt32.self)
    guard memory.load(fromByteOffset: 4, as: UInt32.self) == state.release.domain else {
      return -13
    }
    let union = memory + 16
    guard state.isControlDomain else {
      // Whether there is such a domain is told to nobody since 4.22.
      let isKnown = state.guests[memory.load(fromByteOffset: 8, as: UInt16.self)] != nil
      return isKnown || state.release.minor >= 22 ? -1 : -3
    }
    if let error = state.errors[number], error != 0 {
      if number == XenNumber.setPolicy {
        union.storeBytes(of: state.place.0, toByteOffset: 24, as: UInt32.self)
        union.storeBytes(of: state.place.1, toByteOffset: 28, as: UInt32.self)
        union.storeBytes(of: state.place.2, toByteOffset: 32, as: UInt32.self)
      }
      return -Int(error)
    }
    if number == XenNumber.createDomain { return create(&state, memory) }
    var id = memory.load(fromByteOffset: 8, as: UInt16.self)
    if state.endsAfterList.contains(id) { state.guests[id] = nil }
    if number == XenNumber.getDomainInfo, state.release.findsNext,
      let next = state.guests.keys.filter({ $0 >= id }).min()
    {
      id = next
    }
    guard let guest = state.guests[id] else { return -3 }
    switch number {
    case XenNumber.getDomainInfo: guest.tell(id, at: union, bytes: state.release.infoBytes)
    case XenNumber.maxVirtualCPUs: state.guests[id]?.vCPUs = union.load(as: UInt32.self)
    case XenNumber.destroyDomain: state.guests[id] = nil
    case XenNumber.getAddressSize: union.storeBytes(of: 64, as: UInt32.self)
    case XenNumber.getTSCInfo: union.storeBytes(of: 2_400_000, toByteOffset: 4, as: UInt32.self)
    case XenNumber.getPolicy: write(guest.policy, union, counts: 0, addresses: 8)
    case XenNumber.setPolicy: return set(&state, id, union)
    case XenNumber.unpauseDomain:
      state.guests[id]?.pauses -= 1
      guard guest.pauses <= 1 else { break }
      state.guests[id]?.isPaused = false
      state.guests[id]?.hasRun = true
      if guest.endsAtOnce { state.guests[id] = nil }
    default: break
    }
    return 0
  }

  private static func set(
    _ state: inout State, _ id: UInt16, _ union: UnsafeMutableRawPointer
  ) -> Int {
    guard var guest = state.guests[id], !guest.hasRun else { return -17 }
    let counts = (union.load(as: UInt32.self), union.load(fromByteOffset: 4, as: UInt32.self))
    guard counts.0 > 0 else { return 0 }
    guard state.sets < state.setLimit else { return 0 - Int(XenErrno.busy.rawValue) }
    state.sets += 1
    let leaves = UnsafeBufferPointer(
      start: UnsafePointer<WireLeaf>(
        bitPattern: UInt(union.load(fromByteOffset: 8, as: UInt64.self))), count: Int(counts.0))
    try! guest.policy.readLeaves(leaves.span)
    guest.policy.clearStaleLeaves()
    guest.policy = guest.policy.withFeatures(guest.policy.featureSet.subtracting(state.clamps))
    state.guests[id] = guest
    return 0
  }
}
