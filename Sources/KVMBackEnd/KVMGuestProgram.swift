// SPDX-License-Identifier: Apache-2.0

/// The machine code of the guest that asks its own CPU, and where it lies in guest memory.
///
/// The table at `table` holds records of eight 32-bit words:
/// kind (0 CPUID, 1 RDMSR, 2 end), leaf or MSR index, subleaf, EAX, EBX, ECX, EDX, faulted.
enum KVMGuestProgram {
  static let code = 0x1000
  static let table = 0x2000
  static let recordBytes = 32
  /// Records end below the 64 KiB that real mode reaches; the last one ends the list.
  static let questionLimit = (0x10000 - table) / recordBytes - 1
  static let pageTables = 0x10000
  static let interruptTable = 0x13000
  static let segmentTable = 0x14000
  static let stack = 0x16000
  static let memory = 0x20000

  /// Offset of the general protection fault's handler from the start of the code.
  static let faultOffset = 0x80

  static let real: [UInt8] = [
    0xbf, 0x00, 0x20,  // mov $0x2000, %di
    0x66, 0x8b, 0x05,  // next: mov (%di), %eax
    0x66, 0x83, 0xf8, 0x01,  // cmp $1, %eax
    0x74, 0x21,  // je msr
    0x77, 0x27,  // ja done
    0x66, 0x8b, 0x45, 0x04,  // mov 4(%di), %eax
    0x66, 0x8b, 0x4d, 0x08,  // mov 8(%di), %ecx
    0x0f, 0xa2,  // cpuid
    0x66, 0x89, 0x5d, 0x10,  // mov %ebx, 16(%di)
    0x66, 0x89, 0x4d, 0x14,  // mov %ecx, 20(%di)
    0x66, 0x89, 0x45, 0x0c,  // store: mov %eax, 12(%di)
    0x66, 0x89, 0x55, 0x18,  // mov %edx, 24(%di)
    0x83, 0xc7, 0x20,  // add $32, %di
    0xeb, 0xd6,  // jmp next
    0x66, 0x8b, 0x4d, 0x04,  // msr: mov 4(%di), %ecx
    0x0f, 0x32,  // rdmsr
    0xeb, 0xeb,  // jmp store
    0xf4,  // done: hlt
  ]

  /// Marks the record and steps over the two bytes of RDMSR.
  static let realFault: [UInt8] = [
    0x66, 0xc7, 0x45, 0x1c, 0x01, 0x00, 0x00, 0x00,  // movl $1, 28(%di)
    0x55,  // push %bp
    0x89, 0xe5,  // mov %sp, %bp
    0x83, 0x46, 0x02, 0x02,  // addw $2, 2(%bp)
    0x5d,  // pop %bp
    0xcf,  // iret
  ]

  static let long: [UInt8] = [
    0xbf, 0x00, 0x20, 0x00, 0x00,  // mov $0x2000, %edi
    0x8b, 0x07,  // next: mov (%rdi), %eax
    0x83, 0xf8, 0x01,  // cmp $1, %eax
    0x74, 0x1c,  // je msr
    0x77, 0x21,  // ja done
    0x8b, 0x47, 0x04,  // mov 4(%rdi), %eax
    0x8b, 0x4f, 0x08,  // mov 8(%rdi), %ecx
    0x0f, 0xa2,  // cpuid
    0x89, 0x5f, 0x10,  // mov %ebx, 16(%rdi)
    0x89, 0x4f, 0x14,  // mov %ecx, 20(%rdi)
    0x89, 0x47, 0x0c,  // store: mov %eax, 12(%rdi)
    0x89, 0x57, 0x18,  // mov %edx, 24(%rdi)
    0x48, 0x83, 0xc7, 0x20,  // add $32, %rdi
    0xeb, 0xdd,  // jmp next
    0x8b, 0x4f, 0x04,  // msr: mov 4(%rdi), %ecx
    0x0f, 0x32,  // rdmsr
    0xeb, 0xed,  // jmp store
    0xf4,  // done: hlt
  ]

  /// Marks the record, steps over RDMSR, and drops the error code that long mode pushes.
  static let longFault: [UInt8] = [
    0xc7, 0x47, 0x1c, 0x01, 0x00, 0x00, 0x00,  // movl $1, 28(%rdi)
    0x48, 0x83, 0x44, 0x24, 0x08, 0x02,  // addq $2, 8(%rsp)
    0x48, 0x83, 0xc4, 0x08,  // add $8, %rsp
    0x48, 0xcf,  // iretq
  ]
}
