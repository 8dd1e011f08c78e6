// SPDX-License-Identifier: Apache-2.0

import Machine

/// A guest's memory: how it is mapped, and what the hypervisor copies from and to it.
enum GuestMemory {
  /// Makes a domain's memory anew: zeros, its tables, its program. The slot keeps it for the next domain.
  static func prepare(_ domain: UnsafeMutablePointer<Domain>, _ program: Module) -> Bool {
    let size = VirtualCPU.guestMemory
    guard program.end &- program.start < size / 2 else { return false }
    if domain.pointee.memory == 0 {
      domain.pointee.memory = Memory.take(size, alignment: size)
      domain.pointee.nestedRoot = Memory.take(3 &* Memory.pageSize)
    } else {
      Memory.clear(domain.pointee.memory, size)
    }
    let memory = domain.pointee.memory
    map(domain.pointee.nestedRoot, shownAt: domain.pointee.nestedRoot, memory, 7)
    // The guest's own tables, where it can change them.
    map(memory &+ 0x1000, shownAt: 0x1000, 0, 3)
    let bytes: UnsafeMutablePointer<UInt8> = pointer(memory &+ VirtualCPU.entry)
    bytes.update(
      from: pointer(program.start), count: Int(program.end &- program.start))
    return true
  }

  /// Three pages of tables that map the first 2 MB, with the access bits of their entries.
  private static func map(
    _ tables: UInt64, shownAt address: UInt64, _ memory: UInt64, _ access: UInt64
  ) {
    let words: UnsafeMutablePointer<UInt64> = pointer(tables)
    words[0] = address &+ 0x1000 | access
    words[512] = address &+ 0x2000 | access
    words[1024] = memory | 0x80 | access
  }

  // MARK: Copies

  /// The machine address of a guest's linear one, by its own tables; nil where it has none.
  private static func address(
    _ vCPU: UnsafeMutablePointer<VirtualCPU>, _ linear: UInt64
  ) -> UInt64? {
    let domain = vCPU.pointee.domain
    guard vCPU.pointee.block[.cr0] & 1 << 31 != 0 else { return machine(domain, linear) }
    var table = vCPU.pointee.block[.cr3]
    var shift: UInt64 = 39
    while true {
      let index = linear >> shift & 511
      guard let place = machine(domain, table & 0x000f_ffff_ffff_f000 &+ index &* 8) else {
        return nil
      }
      let entry: UnsafePointer<UInt64> = pointer(place)
      let value = entry.pointee
      guard value & 1 != 0 else { return nil }
      let isLast = shift == 12 || shift < 39 && value & 0x80 != 0
      let below = UInt64(1) &<< shift &- 1
      if isLast {
        return machine(domain, value & 0x000f_ffff_ffff_f000 & ~below | linear & below)
      }
      table = value
      shift &-= 9
    }
  }

  private static func machine(
    _ domain: UnsafeMutablePointer<Domain>, _ address: UInt64
  ) -> UInt64? {
    address < VirtualCPU.guestMemory ? domain.pointee.memory &+ address : nil
  }

  /// Copies from the guest; false where it has no such memory.
  static func read(
    _ vCPU: UnsafeMutablePointer<VirtualCPU>, _ linear: UInt64,
    into bytes: UnsafeMutableRawBufferPointer
  ) -> Bool {
    for index in 0..<bytes.count {
      guard let place = address(vCPU, linear &+ UInt64(index)) else { return false }
      let byte: UnsafePointer<UInt8> = pointer(place)
      bytes[index] = byte.pointee
    }
    return true
  }

  /// Copies to the guest; false where it has no such memory.
  static func write(
    _ vCPU: UnsafeMutablePointer<VirtualCPU>, _ linear: UInt64, from bytes: UnsafeRawBufferPointer
  ) -> Bool {
    for index in 0..<bytes.count {
      guard let place = address(vCPU, linear &+ UInt64(index)) else { return false }
      let byte: UnsafeMutablePointer<UInt8> = pointer(place)
      byte.pointee = bytes[index]
    }
    return true
  }

  /// One byte of the guest's code; nil where there is none.
  static func byte(_ vCPU: UnsafeMutablePointer<VirtualCPU>, _ linear: UInt64) -> UInt8? {
    guard let place = address(vCPU, linear) else { return nil }
    let byte: UnsafePointer<UInt8> = pointer(place)
    return byte.pointee
  }
}
