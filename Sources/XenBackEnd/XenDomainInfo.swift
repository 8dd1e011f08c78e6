// SPDX-License-Identifier: Apache-2.0

import Domains
import PolicyText

/// What Xen says of a domain (`xen_domctl_getdomaininfo`).
struct XenDomainInfo: Equatable, Sendable {
  /// Numbers from this one on are Xen's own: no domain has them.
  static let firstReserved: UInt16 = 0x7ff0

  var id: UInt16
  var flags: UInt32
  /// Number of virtual CPUs; 0 before `max_vcpus`.
  var vCPUs: UInt32
  /// The UUID that the toolstack chose; all zero for the control domain.
  var handle: UInt128
  /// `XEN_X86_EMU_*`: the devices that Xen emulates for the domain.
  var emulation: UInt32

  var isDying: Bool { flags & 1 != 0 }
  var isHVM: Bool { flags >> 1 & 1 != 0 }
  var isPaused: Bool { flags >> 3 & 1 != 0 }
  var hasNestedPaging: Bool { flags >> 8 & 1 != 0 }

  /// What the domain does now. One that waits for an event runs.
  var runState: Domain.RunState {
    if isDying { return .dying }
    guard flags >> 2 & 1 != 0 else { return isPaused ? .paused : .running }
    // SHUTDOWN_*: why the guest stopped.
    switch flags >> 16 & 0xff {
    case 2: return .suspended
    case 3: return .crashed
    default: return .shutdown
    }
  }

  /// What a toolstack calls the domain. Of a PC's devices a PVH domain has the local APIC alone, and
  /// as a control domain the I/O APIC and the PCI bus.
  var type: Domain.GuestType {
    guard isHVM else { return .pv }
    return emulation & ~(1 | 1 << 4 | 1 << 10) == 0 ? .pvh : .hvm
  }

  /// The handle as UUIDs are written.
  var uuid: String {
    let digits =
      Hex.digits(UInt64(truncatingIfNeeded: handle >> 64), 16)
      + Hex.digits(UInt64(truncatingIfNeeded: handle), 16)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { text.append("-") }
      text.append(digit)
    }
    return text
  }

  /// Reads the structure of this many bytes where Xen left it. Its places are those of every release
  /// since 4.14, but for the devices, which stand in its last eight bytes.
  init(at answer: UnsafeRawPointer, bytes: Int) {
    id = answer.load(as: UInt16.self)
    flags = answer.load(fromByteOffset: 4, as: UInt32.self)
    let highest = answer.load(fromByteOffset: 68, as: UInt32.self)
    vCPUs = highest == .max ? 0 : highest &+ 1
    handle = UInt128(bigEndian: answer.loadUnaligned(fromByteOffset: 76, as: UInt128.self))
    emulation = answer.load(fromByteOffset: bytes - 8, as: UInt32.self)
  }
}

extension XenInterface {
  /// Domains that are asked for at a time.
  static let listCapacity = 256

  /// What Xen says of the domain with this number; nil where there is none.
  ///
  /// For a number that no domain has, Xen before 4.18 tells of the next domain, and later ones say that
  /// there is none.
  func domainInfo(of number: UInt16) throws(XenError) -> XenDomainInfo? {
    do {
      let bytes = try agreedLayout().infoBytes
      let info = XenDomainInfo(
        at: try domain(.getDomainInfo, XenNumber.getDomainInfo, number), bytes: bytes)
      return info.id == number ? info : nil
    } catch .refused(_, .noSuchDomain, _) {
      return nil
    }
  }

  /// All domains, by number (`XEN_SYSCTL_getdomaininfolist`). Each part begins behind the last number
  /// of the one before, so that it does not matter which domains end in between.
  ///
  /// - Throws: `XenError.implausible` for a count beyond the room, and for numbers that do not ascend
  ///   or that no domain has.
  func domainInfos() throws(XenError) -> [XenDomainInfo] {
    let bytes = try agreedLayout().infoBytes
    let capacity = XenInterface.listCapacity
    return try withMemory(.getDomainInfoList, bytes: capacity * bytes) { memory throws(XenError) in
      var found: [XenDomainInfo] = []
      var next: UInt16 = 0
      while next < XenDomainInfo.firstReserved {
        let answer = try system(.getDomainInfoList, XenNumber.getDomainInfoList) { union in
          union.storeBytes(of: next, as: UInt16.self)
          union.storeBytes(of: UInt32(capacity), toByteOffset: 4, as: UInt32.self)
          union.storeBytes(
            of: UInt64(UInt(bitPattern: memory)), toByteOffset: 8, as: UInt64.self)
        }
        let count = Int(answer.load(fromByteOffset: 16, as: UInt32.self))
        guard count <= capacity else { throw .implausible(.getDomainInfoList) }
        for index in 0..<count {
          let info = XenDomainInfo(at: memory + index * bytes, bytes: bytes)
          guard info.id >= next, info.id < XenDomainInfo.firstReserved else {
            throw .implausible(.getDomainInfoList)
          }
          found.append(info)
          next = info.id + 1
        }
        // There was room for more, so there are no more.
        if count < capacity { break }
      }
      return found
    }
  }
}
