// SPDX-License-Identifier: Apache-2.0

// Exceptions and interrupts: registers to a struct interrupt_frame, and to interrupt_entry. MSRs can be
// read and written where they may not exist.
.intel_syntax noprefix

.bss
.align 16
idt: .skip 48 * 16

.data
idt_pointer: .word 48 * 16 - 1
  .quad idt

.text
// Vectors that push an error code: bits of a mask.
.set WITH_CODE, 0x60227d00

.align 16
stubs:
.set vector, 0
.rept 48
  .align 16
  .if vector < 32 && (WITH_CODE >> vector) & 1
  .else
  push 0
  .endif
  push vector
  jmp save
  .set vector, vector + 1
.endr

save:
  push rax
  push rcx
  push rdx
  push rbx
  push rbp
  push rsi
  push rdi
  push r8
  push r9
  push r10
  push r11
  push r12
  push r13
  push r14
  push r15
  mov rdi, rsp
  cld
  call interrupt_entry
  pop r15
  pop r14
  pop r13
  pop r12
  pop r11
  pop r10
  pop r9
  pop r8
  pop rdi
  pop rsi
  pop rbp
  pop rbx
  pop rdx
  pop rcx
  pop rax
  add rsp, 16
  iretq

// Fills the table: gate n leads to stub n.
.global load_vectors
load_vectors:
  mov rdi, offset idt
  mov rax, offset stubs
  mov ecx, 48
1:
  mov word ptr [rdi], ax
  mov word ptr [rdi + 2], 8
  mov word ptr [rdi + 4], 0x8e00
  mov rdx, rax
  shr rdx, 16
  mov word ptr [rdi + 6], dx
  shr rdx, 16
  mov dword ptr [rdi + 8], edx
  add rax, 16
  add rdi, 16
  dec ecx
  jnz 1b
  lidt [rip + idt_pointer]
  ret

// int read_msr(uint32_t index, uint64_t *value): 0, or 1 where the CPU refuses.
.global read_msr, write_msr, msr_read_at, msr_write_at, msr_refused
read_msr:
  mov ecx, edi
msr_read_at:
  rdmsr
  shl rdx, 32
  or rax, rdx
  mov [rsi], rax
  xor eax, eax
  ret

// int write_msr(uint32_t index, uint64_t value): likewise.
write_msr:
  mov ecx, edi
  mov eax, esi
  mov rdx, rsi
  shr rdx, 32
msr_write_at:
  wrmsr
  xor eax, eax
  ret

msr_refused:
  mov eax, 1
  ret

.section .note.GNU-stack, "", @progbits
