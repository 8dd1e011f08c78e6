// SPDX-License-Identifier: Apache-2.0

import Machine
import PolicyCore

/// One virtual CPU of a domain.
struct VirtualCPU {
  enum State: UInt8 {
    case absent, runnable, halted
  }

  var state = State.absent
  var number: UInt32 = 0
  var domain: UnsafeMutablePointer<Domain>
  var registers = guest_registers()
  var block: VMCB
  /// What XSAVE keeps of it while another one runs.
  var extendedState: UInt64
  /// The states that it has switched on: the CPU's own XCR0 while it runs.
  var xcr0: UInt64 = 1
  var apicBase: UInt64 = 0

  /// What shows of it in CPUID.
  var visibleState: VirtualCPUState {
    let cr4 = block[.cr4]
    return VirtualCPUState(
      number: number, usesXsave: cr4 & ControlRegisters.osxsave != 0,
      usesProtectionKeys: cr4 & ControlRegisters.pke != 0, xcr0: xcr0,
      isAPICEnabled: apicBase & 1 << 11 != 0, isLongMode: block[.efer] & 1 << 10 != 0,
      usesPAE: cr4 & ControlRegisters.pae != 0)
  }

  /// RAX, RCX, ... by the number that instructions have for them.
  subscript(register number: Int) -> UInt64 {
    get {
      switch number & 15 {
      case 0: block[.rax]
      case 1: registers.rcx
      case 2: registers.rdx
      case 3: registers.rbx
      case 4: block[.rsp]
      case 5: registers.rbp
      case 6: registers.rsi
      case 7: registers.rdi
      case 8: registers.r8
      case 9: registers.r9
      case 10: registers.r10
      case 11: registers.r11
      case 12: registers.r12
      case 13: registers.r13
      case 14: registers.r14
      default: registers.r15
      }
    }
  }

  /// Names the virtual CPU in a log: d1v0.
  func say() {
    Console.write("d")
    Console.write(domain.pointee.number)
    Console.write("v")
    Console.write(number)
    Console.write(": ")
  }
}

extension VirtualCPU {
  /// Where a program is loaded, and how much memory a guest has.
  static var entry: UInt64 { 0x1_0000 }
  static var guestMemory: UInt64 { 0x20_0000 }
  /// More than any state takes that is not asked for by name.
  static var extendedStateSize: UInt64 { 4096 }

  /// Makes the virtual CPU as it begins: in long mode, on identity-mapped memory, at the program's first
  /// byte, with the domain's argument, its own number and the domain's in RDI, RSI and RDX.
  static func start(_ vCPU: UnsafeMutablePointer<VirtualCPU>, _ number: UInt32) {
    let domain = vCPU.pointee.domain
    vCPU.pointee.state = .runnable
    vCPU.pointee.number = number
    vCPU.pointee.xcr0 = 1
    vCPU.pointee.apicBase = 0xfee0_0000 | 1 << 11 | (number == 0 ? 1 << 8 : 0)
    vCPU.pointee.registers = guest_registers()
    vCPU.pointee.registers.rdi = domain.pointee.argument
    vCPU.pointee.registers.rsi = UInt64(number)
    vCPU.pointee.registers.rdx = UInt64(domain.pointee.number)
    Memory.clear(vCPU.pointee.extendedState, extendedStateSize)
    let words: UnsafeMutablePointer<UInt32> = pointer(vCPU.pointee.extendedState)
    words[0] = 0x37f
    words[6] = 0x1f80

    let block = vCPU.pointee.block
    Memory.clear(block.address, Memory.pageSize)
    // Writes of CR0 and CR4.
    block[.interceptControlRegisters] = (1 << 0 | 1 << 4) << 16
    // Interrupts, NMI, CPUID, INVD, HLT, INVLPGA, I/O, MSRs, task switches, shutdown.
    block[.intercepts] =
      1 << 0 | 1 << 1 | 1 << 18 | 1 << 22 | 1 << 24 | 1 << 26 | 1 << 27 | 1 << 28 | 1 << 29 | 1
      << 31
    // SVM's own instructions, WBINVD, MONITOR and MWAIT, XSETBV.
    block[.interceptsSVM] = 0x7f | 1 << 9 | 1 << 10 | 1 << 11 | 1 << 13
    block[.ioMap] = SVM.ioMap
    block[.msrMap] = SVM.msrMap
    // One address space number for all: a CPU may have few, and virtual CPUs change seldom.
    block[.addressSpace] = 1
    // The machine's interrupts are the hypervisor's, whatever the guest's flag says.
    block[.virtualInterrupt] = 1 << 24
    block[.nestedPaging] = 1
    block[.nestedRoot] = domain.pointee.nestedRoot
    block.set(.es, selector: 16, attributes: 0xc93, limit: 0xffff_ffff)
    block.set(.ss, selector: 16, attributes: 0xc93, limit: 0xffff_ffff)
    block.set(.ds, selector: 16, attributes: 0xc93, limit: 0xffff_ffff)
    block.set(.fs, selector: 16, attributes: 0xc93, limit: 0xffff_ffff)
    block.set(.gs, selector: 16, attributes: 0xc93, limit: 0xffff_ffff)
    block.set(.cs, selector: 8, attributes: 0xa9b, limit: 0xffff_ffff)
    block.set(.task, selector: 0, attributes: 0x8b, limit: 0xffff)
    block.set(.ldt, selector: 0, attributes: 0x82, limit: 0)
    block[.efer] = SVM.enabled | 1 << 8 | 1 << 10
    block[.cr0] = 0x8000_0033
    block[.cr3] = 0x1000
    block[.cr4] = ControlRegisters.pae | ControlRegisters.osfxsr | ControlRegisters.osxmmexcpt
    block[.dr6] = 0xffff_0ff0
    block[.dr7] = 0x400
    block[.pat] = 0x0007_0406_0007_0406
    block[.rflags] = 2
    block[.rip] = entry
    block[.rsp] = guestMemory &- 0x8000 &* UInt64(number) &- 8
  }
}

/// SVM as the hypervisor uses it: one map of ports and one of MSRs for all guests.
enum SVM {
  /// EFER.SVME, which must be set in guests, too; they never see it.
  static var enabled: UInt64 { 1 << 12 }
  nonisolated(unsafe) private(set) static var ioMap: UInt64 = 0
  nonisolated(unsafe) private(set) static var msrMap: UInt64 = 0
  /// Whether extended states are switched with XSAVE, and which there are.
  nonisolated(unsafe) private(set) static var states: UInt64 = 0

  static func begin(_ host: Host) {
    var efer: UInt64 = 0
    let register: UInt32 = 0xc000_0080
    let saveArea: UInt32 = 0xc001_0117
    guard read_msr(register, &efer) == 0, write_msr(register, efer | enabled) == 0,
      write_msr(saveArea, Memory.take(Memory.pageSize)) == 0
    else { fail("SVM cannot be switched on") }
    // Every port, and every MSR but those that VMLOAD and VMSAVE switch.
    ioMap = Memory.take(3 &* Memory.pageSize)
    fill(ioMap, 3 &* Memory.pageSize)
    msrMap = Memory.take(2 &* Memory.pageSize)
    fill(msrMap, 2 &* Memory.pageSize)
    for index in UInt32(0x174)...0x176 { pass(index, from: 0, at: 0) }
    for index in UInt32(0xc000_0081)...0xc000_0084 {
      pass(index, from: 0xc000_0000, at: 0x800)
    }
    for index in UInt32(0xc000_0100)...0xc000_0102 {
      pass(index, from: 0xc000_0000, at: 0x800)
    }
    if host.policy(.hostDefault).pointee.has(.xsave) {
      states = ControlRegisters.states(host.policy(.hostDefault))
      write_cr4(read_cr4() | ControlRegisters.osxsave)
      write_xcr0(states)
    }
  }

  private static func fill(_ start: UInt64, _ bytes: UInt64) {
    let words: UnsafeMutablePointer<UInt64> = pointer(start)
    for index in 0..<Int(bytes / 8) { words[index] = .max }
  }

  /// Lets guests read and write an MSR.
  private static func pass(_ index: UInt32, from first: UInt32, at offset: UInt64) {
    let bytes: UnsafeMutablePointer<UInt8> = pointer(msrMap &+ offset)
    let bit = Int(index &- first) &* 2
    bytes[bit / 8] &= ~(3 << UInt8(bit % 8))
  }
}
