// SPDX-License-Identifier: Apache-2.0

import Machine
import PolicyCore

/// Writes of CR0, CR4 and XCR0: a bit may be set where the domain's policy has what brings it.
enum ControlRegisters {
  static var pae: UInt64 { 1 << 5 }
  static var osfxsr: UInt64 { 1 << 9 }
  static var osxmmexcpt: UInt64 { 1 << 10 }
  static var osxsave: UInt64 { 1 << 18 }
  static var pke: UInt64 { 1 << 22 }

  /// The bits of CR4 that a policy lets a guest set. SDM vol. 3A 2.5; APM vol. 2 3.1.3.
  static func allowedCR4(_ policy: UnsafeMutablePointer<CPUPolicy>) -> UInt64 {
    // PCE: RDPMC faults all the same where there are no counters.
    var allowed: UInt64 = 1 << 8
    func allow(_ bit: UInt64, _ feature: Feature) {
      if policy.pointee.has(feature) { allowed |= 1 << bit }
    }
    allow(0, .vme)
    allow(1, .vme)
    allow(2, .tsc)
    allow(3, .de)
    allow(4, .pse)
    allow(5, .pae)
    allow(6, .mce)
    allow(7, .pge)
    allow(9, .fxsr)
    allow(10, .sse)
    allow(11, .umip)
    allow(12, .la57)
    allow(16, .fsgsbase)
    allow(17, .pcid)
    allow(18, .xsave)
    allow(20, .smep)
    allow(21, .smap)
    allow(22, .pku)
    return allowed
  }

  /// The states of a policy's leaf 0xd, which its `xcr0Mask` would copy the policy for.
  static func states(_ policy: UnsafeMutablePointer<CPUPolicy>) -> UInt64 {
    let registers = policy.pointee[leaf: 0xd]
    return UInt64(registers.edx) << 32 | UInt64(registers.eax)
  }

  /// Whether a guest may set XCR0 so: within its policy, and parts that belong together.
  static func isAllowed(xcr0 value: UInt64, _ policy: UnsafeMutablePointer<CPUPolicy>) -> Bool {
    guard value & ~states(policy) == 0, value & 1 != 0 else { return false }
    // AVX needs SSE; the three parts of AVX-512 come together and need AVX. SDM vol. 1 13.3.
    if value & 4 != 0, value & 2 == 0 { return false }
    let wide = value & 0xe0
    return wide == 0 || wide == 0xe0 && value & 4 != 0
  }

  /// A MOV to CR0 or CR4, or CLTS: carried out or refused with #GP; false for any other instruction.
  static func emulate(_ vCPU: UnsafeMutablePointer<VirtualCPU>, isCR4: Bool) -> Bool {
    guard let instruction = Instruction(vCPU), let opcode = instruction.opcode else { return false }
    let block = vCPU.pointee.block
    switch opcode {
    case 0x06:
      block[.cr0] &= ~8
      block[.rip] = instruction.end
      return true
    case 0x22:
      guard let operand = GuestMemory.byte(vCPU, instruction.end) else { return false }
      let source = Int(operand & 7) &+ (instruction.extendsOperand ? 8 : 0)
      let value = vCPU.pointee[register: source]
      if isCR4 ? setCR4(vCPU, value) : setCR0(vCPU, value) {
        block[.rip] = instruction.end &+ 1
        block[.flush] = 1
      } else {
        block.inject(13, code: 0)
      }
      return true
    default: return false
    }
  }

  private static func setCR0(_ vCPU: UnsafeMutablePointer<VirtualCPU>, _ value: UInt64) -> Bool {
    let block = vCPU.pointee.block
    let hasPaging = value & 1 << 31 != 0
    guard value >> 32 == 0, !hasPaging || value & 1 != 0,
      value & 1 << 29 == 0 || value & 1 << 30 != 0
    else { return false }
    // A guest that begins in long mode stays there.
    guard hasPaging || block[.efer] & 1 << 10 == 0 else { return false }
    block[.cr0] = value | 1 << 4
    return true
  }

  private static func setCR4(_ vCPU: UnsafeMutablePointer<VirtualCPU>, _ value: UInt64) -> Bool {
    let block = vCPU.pointee.block
    guard value & ~allowedCR4(vCPU.pointee.domain.pointee.policy) == 0 else { return false }
    guard block[.efer] & 1 << 10 == 0 || value & pae != 0 else { return false }
    block[.cr4] = value
    return true
  }

  /// Adopts what XSETBV left in the CPU, which QEMU 7.2 does not intercept: after each exit, and what the
  /// policy does not offer is taken back. Elsewhere the intercept refuses it before.
  static func adoptXCR0(_ vCPU: UnsafeMutablePointer<VirtualCPU>) {
    guard SVM.states != 0, vCPU.pointee.block[.cr4] & osxsave != 0 else { return }
    let value = read_xcr0()
    guard value != vCPU.pointee.xcr0 else { return }
    if isAllowed(xcr0: value, vCPU.pointee.domain.pointee.policy) {
      vCPU.pointee.xcr0 = value
    } else {
      vCPU.pointee.say()
      Console.write("XCR0 0x")
      Console.write(hex: value)
      Console.line(" is not the policy's; taken back")
    }
  }

  static func emulateXSETBV(_ vCPU: UnsafeMutablePointer<VirtualCPU>) {
    let value =
      vCPU.pointee.registers.rdx << 32 | vCPU.pointee.block[.rax] & 0xffff_ffff
    guard vCPU.pointee.registers.rcx & 0xffff_ffff == 0,
      isAllowed(xcr0: value, vCPU.pointee.domain.pointee.policy)
    else { return vCPU.pointee.block.inject(13, code: 0) }
    vCPU.pointee.xcr0 = value
    vCPU.pointee.block[.rip] &+= 3
  }
}

/// An instruction of two opcode bytes, 0x0f first, behind its prefixes.
struct Instruction {
  /// The second byte of the opcode; nil for instructions of another form.
  private(set) var opcode: UInt8?
  /// The address behind the opcode.
  private(set) var end: UInt64
  /// REX.B: the operand is one of the upper eight registers.
  private(set) var extendsOperand = false

  /// Nil where the guest's code cannot be read.
  init?(_ vCPU: UnsafeMutablePointer<VirtualCPU>) {
    end = vCPU.pointee.block[.rip]
    for _ in 0..<15 {
      guard let byte = GuestMemory.byte(vCPU, end) else { return nil }
      end &+= 1
      switch byte {
      case 0x26, 0x2e, 0x36, 0x3e, 0x64...0x67, 0xf0, 0xf2, 0xf3: continue
      case 0x40...0x4f: extendsOperand = byte & 1 != 0
      case 0x0f:
        opcode = GuestMemory.byte(vCPU, end)
        end &+= 1
        return
      default: return
      }
    }
  }
}
