// SPDX-License-Identifier: Apache-2.0

import Machine
import PolicyCore

/// RDMSR and WRMSR of guests: those of the policy, what CPUID shows of a virtual CPU, and #GP for all
/// others.
enum MSRs {
  private static var extendedFeatures: UInt32 { 0xc000_0080 }
  private static var apicBase: UInt32 { 0x1b }

  static func emulate(_ vCPU: UnsafeMutablePointer<VirtualCPU>) {
    let block = vCPU.pointee.block
    let index = UInt32(truncatingIfNeeded: vCPU.pointee.registers.rcx)
    guard let instruction = Instruction(vCPU) else { return Exits.crash(vCPU, "no code there") }
    if block[.exitInformation] & 1 == 0 {
      guard let value = read(vCPU, index) else { return block.inject(13, code: 0) }
      block[.rax] = value & 0xffff_ffff
      vCPU.pointee.registers.rdx = value >> 32
    } else {
      let value = vCPU.pointee.registers.rdx << 32 | block[.rax] & 0xffff_ffff
      guard write(vCPU, index, value) else { return block.inject(13, code: 0) }
    }
    block[.rip] = instruction.end
  }

  private static func read(_ vCPU: UnsafeMutablePointer<VirtualCPU>, _ index: UInt32) -> UInt64? {
    let policy = vCPU.pointee.domain.pointee.policy
    switch index {
    case MSRIndex.platformInfo.rawValue: return policy.pointee[msr: .platformInfo] ?? 0
    case MSRIndex.archCapabilities.rawValue:
      // There only where CPUID says so.
      return policy.pointee.has(.archCaps) ? policy.pointee[msr: .archCapabilities] ?? 0 : nil
    case extendedFeatures: return vCPU.pointee.block[.efer] & ~SVM.enabled
    case apicBase: return vCPU.pointee.apicBase
    default: return nil
    }
  }

  private static func write(
    _ vCPU: UnsafeMutablePointer<VirtualCPU>, _ index: UInt32, _ value: UInt64
  ) -> Bool {
    let block = vCPU.pointee.block
    switch index {
    case extendedFeatures:
      let policy = vCPU.pointee.domain.pointee.policy
      var allowed: UInt64 = 0
      if policy.pointee.has(.syscall) { allowed |= 1 }
      if policy.pointee.has(.lm) { allowed |= 1 << 8 | 1 << 10 }
      if policy.pointee.has(.nx) { allowed |= 1 << 11 }
      if policy.pointee.has(.ffxsr) { allowed |= 1 << 14 }
      // Long mode is neither left nor entered so.
      guard value & ~allowed == 0, (value ^ block[.efer]) & (1 << 8 | 1 << 10) == 0 else {
        return false
      }
      block[.efer] = value | SVM.enabled
      return true
    case apicBase:
      // The guest may switch its APIC off, which shows in CPUID.
      guard (value ^ vCPU.pointee.apicBase) & ~(1 << 11) == 0 else { return false }
      vCPU.pointee.apicBase = value
      return true
    default: return false
    }
  }
}
