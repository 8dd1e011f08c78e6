// SPDX-License-Identifier: Apache-2.0

import CKVM
import Domains

/// What the guest's instruction returned.
public struct KVMAnswer: Hashable, Sendable {
  /// EAX behind the instruction.
  public var eax: UInt32
  /// EBX behind the instruction.
  public var ebx: UInt32
  /// ECX behind the instruction.
  public var ecx: UInt32
  /// EDX behind the instruction.
  public var edx: UInt32
  /// Whether the instruction raised a general protection fault; the registers are then stale.
  public var isFault: Bool
}

extension KVMVirtualMachine {
  /// Puts the guest program and its questions into memory, runs it on `cpu` and reads the answers,
  /// in the questions' order.
  ///
  /// - Throws: `KVMError.tooManyQuestions` beyond 1,791 questions, and the kernel's refusals.
  public func ask(
    _ questions: [GuestVerification.Question], on cpu: borrowing KVMVirtualCPU,
    mode: GuestVerification.Mode
  ) throws(KVMError) -> [KVMAnswer] {
    let limit = KVMGuestProgram.questionLimit
    guard questions.count <= limit else {
      throw .tooManyQuestions(asked: questions.count, limit: limit)
    }
    guard memory.count >= KVMGuestProgram.memory, let base = memory.baseAddress else {
      throw .refused(request: "a guest without memory", errno: ENOMEM)
    }
    place(questions)
    switch mode {
    case .real: try enterRealMode(cpu)
    case .long: try enterLongMode(cpu)
    }
    try cpu.runUntilHalt()
    return questions.indices.map { position in
      let record = base + KVMGuestProgram.table + position * KVMGuestProgram.recordBytes
      let words = record.assumingMemoryBound(to: UInt32.self)
      return KVMAnswer(
        eax: words[3], ebx: words[4], ecx: words[5], edx: words[6], isFault: words[7] != 0)
    }
  }

  private func place(_ questions: [GuestVerification.Question]) {
    for (position, question) in questions.enumerated() {
      let words: [UInt32] =
        switch question {
        case .cpuid(let leaf, let subleaf): [0, leaf, subleaf, 0, 0, 0, 0, 0]
        case .rdmsr(let index): [1, index, 0, 0, 0, 0, 0, 0]
        }
      let record = KVMGuestProgram.table + position * KVMGuestProgram.recordBytes
      for (offset, word) in words.enumerated() {
        memory.storeBytes(of: word, toByteOffset: record + offset * 4, as: UInt32.self)
      }
    }
    memory.storeBytes(
      of: 2, toByteOffset: KVMGuestProgram.table + questions.count * KVMGuestProgram.recordBytes,
      as: UInt32.self)
  }

  private func place(code: [UInt8], fault: [UInt8]) {
    for (offset, byte) in code.enumerated() {
      memory.storeBytes(of: byte, toByteOffset: KVMGuestProgram.code + offset, as: UInt8.self)
    }
    let handler = KVMGuestProgram.code + KVMGuestProgram.faultOffset
    for (offset, byte) in fault.enumerated() {
      memory.storeBytes(of: byte, toByteOffset: handler + offset, as: UInt8.self)
    }
  }

  private func enterRealMode(_ cpu: borrowing KVMVirtualCPU) throws(KVMError) {
    place(code: KVMGuestProgram.real, fault: KVMGuestProgram.realFault)
    // Vector 13 of the real mode interrupt table: segment 0, the handler's offset.
    memory.storeBytes(
      of: UInt32(KVMGuestProgram.code + KVMGuestProgram.faultOffset), toByteOffset: 13 * 4,
      as: UInt32.self)
    var state = kvm_sregs()
    try calls.request("KVM_GET_SREGS", CKVM_GET_SREGS, on: cpu.descriptor, &state)
    // As after a reset, whatever mode the vCPU ran in before. SDM vol. 3A, "Processor State after
    // Reset"; but the code segment begins at 0.
    state.cr0 = 0x6000_0010
    state.cr3 = 0
    state.cr4 = 0
    state.efer = 0
    state.idt.base = 0
    state.idt.limit = 0x3ff
    var segment = kvm_segment()
    segment.limit = 0xffff
    segment.present = 1
    segment.s = 1
    segment.type = 3
    state.ds = segment
    state.es = segment
    state.ss = segment
    segment.type = 11
    state.cs = segment
    try calls.request("KVM_SET_SREGS", CKVM_SET_SREGS, on: cpu.descriptor, &state)
    try start(cpu, stack: 0xff0)
  }

  private func enterLongMode(_ cpu: borrowing KVMVirtualCPU) throws(KVMError) {
    place(code: KVMGuestProgram.long, fault: KVMGuestProgram.longFault)
    let tables = KVMGuestProgram.pageTables
    // Present and writable; the last level maps the first 2 MiB as one page (bit 7).
    memory.storeBytes(of: UInt64(tables + 0x1000) | 3, toByteOffset: tables, as: UInt64.self)
    memory.storeBytes(
      of: UInt64(tables + 0x2000) | 3, toByteOffset: tables + 0x1000, as: UInt64.self)
    memory.storeBytes(of: 0x83, toByteOffset: tables + 0x2000, as: UInt64.self)
    // Segment 0x08 is 64-bit code, 0x10 is data; the fault's gate enters 0x08.
    let segments = KVMGuestProgram.segmentTable
    memory.storeBytes(of: 0x00af_9b00_0000_ffff, toByteOffset: segments + 8, as: UInt64.self)
    memory.storeBytes(of: 0x00cf_9300_0000_ffff, toByteOffset: segments + 16, as: UInt64.self)
    let handler = UInt64(KVMGuestProgram.code + KVMGuestProgram.faultOffset)
    memory.storeBytes(
      of: handler | 0x8 << 16 | 0x8e00 << 32,
      toByteOffset: KVMGuestProgram.interruptTable + 13 * 16, as: UInt64.self)

    var state = kvm_sregs()
    try calls.request("KVM_GET_SREGS", CKVM_GET_SREGS, on: cpu.descriptor, &state)
    state.cr3 = UInt64(tables)
    state.cr4 = 1 << 5
    state.cr0 = 0x8000_0031
    state.efer = 0x500
    state.gdt.base = UInt64(segments)
    state.gdt.limit = 23
    state.idt.base = UInt64(KVMGuestProgram.interruptTable)
    state.idt.limit = 14 * 16 - 1
    var segment = kvm_segment()
    segment.limit = 0xffff_ffff
    segment.present = 1
    segment.s = 1
    segment.g = 1
    segment.type = 3
    segment.selector = 0x10
    segment.db = 1
    state.ds = segment
    state.es = segment
    state.ss = segment
    segment.type = 11
    segment.selector = 0x8
    segment.db = 0
    segment.l = 1
    state.cs = segment
    try calls.request("KVM_SET_SREGS", CKVM_SET_SREGS, on: cpu.descriptor, &state)
    try start(cpu, stack: KVMGuestProgram.stack)
  }

  private func start(_ cpu: borrowing KVMVirtualCPU, stack: Int) throws(KVMError) {
    var registers = kvm_regs()
    registers.rip = UInt64(KVMGuestProgram.code)
    registers.rsp = UInt64(stack)
    registers.rflags = 2
    try calls.request("KVM_SET_REGS", CKVM_SET_REGS, on: cpu.descriptor, &registers)
  }
}

extension KVMSystem {
  /// Creates a machine with room for the guest program.
  public func createProbeMachine() throws(KVMError) -> KVMVirtualMachine {
    try createVirtualMachine(memory: KVMGuestProgram.memory)
  }
}
