// SPDX-License-Identifier: Apache-2.0

import Machine
import PolicyCore

/// What guests do that the hypervisor answers.
enum Exits {
  /// How often each happened.
  nonisolated(unsafe) static var cpuid: UInt64 = 0
  nonisolated(unsafe) static var hypercalls: UInt64 = 0
  nonisolated(unsafe) static var interrupts: UInt64 = 0
  nonisolated(unsafe) static var others: UInt64 = 0
  nonisolated(unsafe) static var unexpected: UInt64 = 0

  /// Answers one exit; the virtual CPU may go on, or not.
  static func handle(_ vCPU: UnsafeMutablePointer<VirtualCPU>) {
    let block = vCPU.pointee.block
    let code = block[.exitCode]
    others &+= 1
    switch code {
    case Exit.interrupt:
      others &-= 1
      interrupts &+= 1
    case Exit.cpuid:
      others &-= 1
      cpuid &+= 1
      readCPUID(vCPU)
    case Exit.hypercall:
      others &-= 1
      hypercalls &+= 1
      // The answer is in place before the virtual CPU can be seen again.
      block[.rip] &+= 3
      Hypercalls.answer(vCPU)
    case Exit.msr: MSRs.emulate(vCPU)
    case Exit.writeCR0, Exit.writeCR4:
      if !ControlRegisters.emulate(vCPU, isCR4: code == Exit.writeCR4) {
        crash(vCPU, "cannot be emulated")
      }
    case Exit.xsetbv: ControlRegisters.emulateXSETBV(vCPU)
    case Exit.io: accessPort(vCPU)
    case Exit.halt: vCPU.pointee.state = .halted
    case Exit.firstSVM...Exit.lastSVM, Exit.invlpga, Exit.monitor, Exit.mwait, Exit.mwaitArmed:
      // No policy of a guest here has what brings these.
      block.inject(6)
    case Exit.invd, Exit.wbinvd:
      // All memory is the machine's own, and coherent.
      guard let instruction = Instruction(vCPU) else { return crash(vCPU, "no code there") }
      block[.rip] = instruction.end
    case Exit.shutdown: crash(vCPU, "triple fault")
    case Exit.nestedFault: crash(vCPU, "no memory there")
    default:
      unexpected &+= 1
      crash(vCPU, "unexpected exit")
    }
  }

  /// The answer is the core's, of the view that was made when the domain first ran.
  private static func readCPUID(_ vCPU: UnsafeMutablePointer<VirtualCPU>) {
    let block = vCPU.pointee.block
    guard let instruction = Instruction(vCPU) else { return crash(vCPU, "no code there") }
    let answer = vCPU.pointee.domain.pointee.view.pointee.read(
      UInt32(truncatingIfNeeded: block[.rax]),
      UInt32(truncatingIfNeeded: vCPU.pointee.registers.rcx), by: vCPU.pointee.visibleState)
    block[.rax] = UInt64(answer.eax)
    vCPU.pointee.registers.rbx = UInt64(answer.ebx)
    vCPU.pointee.registers.rcx = UInt64(answer.ecx)
    vCPU.pointee.registers.rdx = UInt64(answer.edx)
    block[.rip] = instruction.end
  }

  /// No guest has a device: reads give all ones, writes go nowhere.
  private static func accessPort(_ vCPU: UnsafeMutablePointer<VirtualCPU>) {
    let block = vCPU.pointee.block
    let access = block[.exitInformation]
    guard access & 4 == 0 else { return crash(vCPU, "a string of port accesses") }
    if access & 1 != 0 {
      let old = block[.rax]
      switch access >> 4 & 7 {
      case 1: block[.rax] = old | 0xff
      case 2: block[.rax] = old | 0xffff
      default: block[.rax] = 0xffff_ffff
      }
    }
    block[.rip] = block[.exitInformation2]
  }

  /// Ends a domain, and says where.
  static func crash(_ vCPU: UnsafeMutablePointer<VirtualCPU>, _ reason: StaticString) {
    let block = vCPU.pointee.block
    vCPU.pointee.say()
    Console.write(reason)
    Console.write(" at 0x")
    Console.write(hex: block[.rip])
    Console.write(", exit 0x")
    Console.write(hex: block[.exitCode])
    Console.write(", 0x")
    Console.write(hex: block[.exitInformation2])
    Console.write(", cr2 0x")
    Console.write(hex: block[.cr2])
    Console.line()
    vCPU.pointee.domain.pointee.state = .crashed
  }
}
