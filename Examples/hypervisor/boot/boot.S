// SPDX-License-Identifier: Apache-2.0

// From the boot loader's 32-bit state to hypervisor_main in long mode, on identity-mapped memory below
// 1 GB. The stack is painted, so that its depth can be told.
.intel_syntax noprefix

.section .multiboot, "a"
.align 4
// Modules on page boundaries, and a memory map.
.set MAGIC, 0x1badb002
.set FLAGS, 3
.long MAGIC, FLAGS, -(MAGIC + FLAGS)

.bss
.align 4096
pml4: .skip 4096
pdpt: .skip 4096
pd: .skip 4096
.global stack_bottom, stack_top
.align 16
stack_bottom: .skip 32768
stack_top:

.data
.align 8
gdt: .quad 0, 0x00af9a000000ffff, 0x00cf92000000ffff
gdt_pointer: .word . - gdt - 1
  .quad gdt

.text
.code32
.global start
start:
  cli
  mov esp, offset stack_top
  mov dword ptr [pml4], offset pdpt + 3
  mov dword ptr [pdpt], offset pd + 3
  mov edi, offset pd
  mov eax, 0x83 // present, writable, 2 MB
  mov ecx, 512
map:
  mov [edi], eax
  add eax, 0x200000
  add edi, 8
  dec ecx
  jnz map
  mov eax, cr4
  or eax, 0x620 // PAE, OSFXSR, OSXMMEXCPT
  mov cr4, eax
  mov eax, offset pml4
  mov cr3, eax
  mov ecx, 0xc0000080
  rdmsr
  or eax, 0x100 // LME
  wrmsr
  mov eax, cr0
  and eax, 0xfffffffb // EM
  or eax, 0x80000022 // PG, NE, MP
  mov cr0, eax
  lgdt [gdt_pointer]
  ljmp 8:start64

.code64
start64:
  mov eax, 16
  mov ds, eax
  mov es, eax
  mov ss, eax
  xor eax, eax
  mov fs, eax
  mov gs, eax
  call load_vectors
  mov rdi, offset stack_bottom
  mov rcx, rsp
  sub rcx, rdi
  shr rcx, 3
  mov rax, 0xa5a5a5a5a5a5a5a5
  rep stosq
  mov edi, ebx
  call hypervisor_main
  ud2

.section .note.GNU-stack, "", @progbits
