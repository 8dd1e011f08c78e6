// SPDX-License-Identifier: Apache-2.0

import Machine

/// A virtual machine control block where it stands: 4 KB. APM vol. 2, appendix B.
struct VMCB {
  let address: UInt64

  /// A field: where it begins, and its bytes.
  struct Field {
    let offset: Int
    let size: Int

    // Control
    static var interceptControlRegisters: Field { Field(offset: 0, size: 4) }
    static var intercepts: Field { Field(offset: 0xc, size: 4) }
    static var interceptsSVM: Field { Field(offset: 0x10, size: 4) }
    static var ioMap: Field { Field(offset: 0x40, size: 8) }
    static var msrMap: Field { Field(offset: 0x48, size: 8) }
    static var addressSpace: Field { Field(offset: 0x58, size: 4) }
    static var flush: Field { Field(offset: 0x5c, size: 1) }
    static var virtualInterrupt: Field { Field(offset: 0x60, size: 4) }
    static var interruptShadow: Field { Field(offset: 0x68, size: 8) }
    static var exitCode: Field { Field(offset: 0x70, size: 8) }
    static var exitInformation: Field { Field(offset: 0x78, size: 8) }
    static var exitInformation2: Field { Field(offset: 0x80, size: 8) }
    static var nestedPaging: Field { Field(offset: 0x90, size: 8) }
    static var event: Field { Field(offset: 0xa8, size: 8) }
    static var nestedRoot: Field { Field(offset: 0xb0, size: 8) }
    // Saved state
    static var efer: Field { Field(offset: 0x4d0, size: 8) }
    static var cr4: Field { Field(offset: 0x548, size: 8) }
    static var cr3: Field { Field(offset: 0x550, size: 8) }
    static var cr0: Field { Field(offset: 0x558, size: 8) }
    static var dr7: Field { Field(offset: 0x560, size: 8) }
    static var dr6: Field { Field(offset: 0x568, size: 8) }
    static var rflags: Field { Field(offset: 0x570, size: 8) }
    static var rip: Field { Field(offset: 0x578, size: 8) }
    static var rsp: Field { Field(offset: 0x5d8, size: 8) }
    static var rax: Field { Field(offset: 0x5f8, size: 8) }
    static var cr2: Field { Field(offset: 0x640, size: 8) }
    static var pat: Field { Field(offset: 0x668, size: 8) }
  }

  subscript(field: Field) -> UInt64 {
    get {
      let place = UnsafeRawPointer(bitPattern: UInt(address))! + field.offset
      return switch field.size {
      case 1: UInt64(place.load(as: UInt8.self))
      case 4: UInt64(place.load(as: UInt32.self))
      default: place.load(as: UInt64.self)
      }
    }
    nonmutating set {
      let place = UnsafeMutableRawPointer(bitPattern: UInt(address))! + field.offset
      switch field.size {
      case 1: place.storeBytes(of: UInt8(truncatingIfNeeded: newValue), as: UInt8.self)
      case 4: place.storeBytes(of: UInt32(truncatingIfNeeded: newValue), as: UInt32.self)
      default: place.storeBytes(of: newValue, as: UInt64.self)
      }
    }
  }

  /// The segment registers, in the order of the block.
  enum Segment: Int {
    case es, cs, ss, ds, fs, gs, gdt, ldt, idt, task
  }

  func set(_ segment: Segment, selector: UInt16, attributes: UInt16, limit: UInt32) {
    let place =
      UnsafeMutableRawPointer(bitPattern: UInt(address))! + (0x400 &+ segment.rawValue &* 16)
    place.storeBytes(of: selector, as: UInt16.self)
    place.storeBytes(of: attributes, toByteOffset: 2, as: UInt16.self)
    place.storeBytes(of: limit, toByteOffset: 4, as: UInt32.self)
    place.storeBytes(of: 0, toByteOffset: 8, as: UInt64.self)
  }

  /// An exception that the guest takes at its next entry.
  func inject(_ vector: UInt64, code: UInt64? = nil) {
    let valid: UInt64 = 1 &<< 31
    let exception: UInt64 = 3 &<< 8
    self[.event] =
      code.map { $0 &<< 32 | valid | 1 &<< 11 | exception | vector } ?? valid | exception | vector
  }
}

/// Why a guest stopped. APM vol. 2, appendix C.
enum Exit {
  static var writeCR0: UInt64 { 0x10 }
  static var writeCR4: UInt64 { 0x14 }
  static var interrupt: UInt64 { 0x60 }
  static var cpuid: UInt64 { 0x72 }
  static var invd: UInt64 { 0x76 }
  static var halt: UInt64 { 0x78 }
  static var invlpga: UInt64 { 0x7a }
  static var io: UInt64 { 0x7b }
  static var msr: UInt64 { 0x7c }
  static var shutdown: UInt64 { 0x7f }
  static var firstSVM: UInt64 { 0x80 }
  static var hypercall: UInt64 { 0x81 }
  static var lastSVM: UInt64 { 0x86 }
  static var wbinvd: UInt64 { 0x89 }
  static var monitor: UInt64 { 0x8a }
  static var mwait: UInt64 { 0x8b }
  static var mwaitArmed: UInt64 { 0x8c }
  static var xsetbv: UInt64 { 0x8d }
  static var nestedFault: UInt64 { 0x400 }
}
