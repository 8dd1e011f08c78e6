// SPDX-License-Identifier: Apache-2.0

import PolicyCore

@testable import XenBackEnd

extension FakeXen {
  /// What differs between releases of Xen, by their public headers and by what was seen of them.
  struct Release: Sendable, CustomStringConvertible {
    var minor: Int
    var system: UInt32
    var domain: UInt32
    /// Bytes of an element of the list of domains.
    var infoBytes: Int
    /// Bytes of `xen_domctl_createdomain`, and where its last part, the emulated devices, begins.
    var creation: (bytes: Int, emulation: Int)

    /// Whether `getdomaininfo` tells of the next domain where there is none of the number.
    var findsNext: Bool { minor < 18 }
    /// Flags of a new domain: hvm, hap, s3, oos, xenstore, iommu; nested; vpmu; unmapped accesses.
    var flags: UInt32 { minor < 15 ? 0x3f : minor < 16 ? 0x7f : minor < 21 ? 0xff : 0x1ff }

    static let xen417 = Release(
      minor: 17, system: 0x15, domain: 0x15, infoBytes: 112, creation: (64, 56))

    static let all = [
      Release(minor: 14, system: 0x13, domain: 0x12, infoBytes: 104, creation: (48, 44)),
      Release(minor: 15, system: 0x13, domain: 0x13, infoBytes: 104, creation: (56, 48)),
      Release(minor: 16, system: 0x14, domain: 0x14, infoBytes: 112, creation: (60, 52)),
      xen417,
      Release(minor: 18, system: 0x15, domain: 0x16, infoBytes: 112, creation: (64, 56)),
      Release(minor: 19, system: 0x15, domain: 0x17, infoBytes: 112, creation: (68, 60)),
      Release(minor: 20, system: 0x15, domain: 0x17, infoBytes: 112, creation: (68, 60)),
      Release(minor: 21, system: 0x16, domain: 0x17, infoBytes: 112, creation: (68, 60)),
      Release(minor: 22, system: 0x16, domain: 0x18, infoBytes: 112, creation: (68, 60)),
      Release(minor: 23, system: 0x16, domain: 0x18, infoBytes: 112, creation: (68, 60)),
    ]

    var description: String { "Xen 4.\(minor)" }
  }

  /// `XEN_DOMCTL_createdomain`: what Xen checks of each release's structure.
  static func create(_ state: inout State, _ memory: UnsafeMutableRawPointer) -> Int {
    let release = state.release
    let union = memory + 16
    func word(_ offset: Int) -> UInt32 { union.load(fromByteOffset: offset, as: UInt32.self) }
    let (invalid, none, exists) = (-22, -3, -17)
    // Bytes behind the structure belong to another release's.
    for offset in release.creation.bytes..<112
    where union.load(fromByteOffset: offset, as: UInt8.self) != 0 {
      return invalid
    }
    let flags = word(20)
    let isHVM = flags & 1 != 0
    guard flags & ~release.flags == 0, isHVM || flags & 0b10 == 0, word(24) == 0 else {
      return invalid
    }
    guard (1...4096).contains(word(28)), word(32) == 1023 else { return invalid }
    // The default number of frames.
    guard word(36) == .max, word(40) == .max else { return invalid }
    var offset = 44
    if release.minor >= 16 {
      guard (1...2).contains(word(offset)) else { return invalid }
      offset += 4
    }
    if release.minor >= 19 {
      guard word(offset) == 0 else { return invalid }  // altp2m
      offset += 4
    }
    if release.minor >= 15 {
      guard word(offset) == 0 else { return invalid }  // tracing
      offset += 4
    }
    if release.minor >= 17 {
      guard word(offset) == 0 else { return none }  // the pool
      offset += 4
    }
    precondition(offset == release.creation.emulation)
    let emulation = word(offset)
    guard isHVM ? emulation == 1 : emulation == 0 else { return invalid }
    if release.minor >= 15 {
      guard word(offset + 4) == 0 else { return invalid }
    }
    // A number is asked for, or any.
    var id = memory.load(fromByteOffset: 8, as: UInt16.self)
    let isAny = release.minor >= 22 ? id == 0x7ff5 : id == 0 || id >= 0x7ff0
    if isAny {
      id = (state.guests.keys.max() ?? 0) + 1
    } else if id >= 0x7ff0 || state.guests[id] != nil {
      return exists
    }
    var guest = Guest(
      policy: state.policies[isHVM ? 5 : 4] ?? CPUPolicy(), isHVM: isHVM, vCPUs: 0)
    guest.handle = (0..<16).map { union.load(fromByteOffset: 4 + $0, as: UInt8.self) }
    guest.emulation = emulation
    state.guests[id] = guest
    memory.storeBytes(of: id, toByteOffset: 8, as: UInt16.self)
    return 0
  }
}
