// SPDX-License-Identifier: Apache-2.0

// void run_guest(struct guest_registers *registers, uint64_t vmcb): until the guest's next exit. The
// hypervisor's own segments need no saving: it uses no FS and GS. An interrupt that ends the run is taken
// here.
.intel_syntax noprefix
.text
.global run_guest
run_guest:
  push rbx
  push rbp
  push r12
  push r13
  push r14
  push r15
  push rdi
  mov rax, rsi
  clgi
  sti
  mov rbx, [rdi]
  mov rcx, [rdi + 8]
  mov rdx, [rdi + 16]
  mov rsi, [rdi + 24]
  mov rbp, [rdi + 40]
  mov r8, [rdi + 48]
  mov r9, [rdi + 56]
  mov r10, [rdi + 64]
  mov r11, [rdi + 72]
  mov r12, [rdi + 80]
  mov r13, [rdi + 88]
  mov r14, [rdi + 96]
  mov r15, [rdi + 104]
  mov rdi, [rdi + 32]
  vmload rax
  vmrun rax
  vmsave rax
  mov rax, [rsp]
  mov [rax], rbx
  mov [rax + 8], rcx
  mov [rax + 16], rdx
  mov [rax + 24], rsi
  mov [rax + 32], rdi
  mov [rax + 40], rbp
  mov [rax + 48], r8
  mov [rax + 56], r9
  mov [rax + 64], r10
  mov [rax + 72], r11
  mov [rax + 80], r12
  mov [rax + 88], r13
  mov [rax + 96], r14
  mov [rax + 104], r15
  stgi
  nop
  cli
  pop rdi
  pop r15
  pop r14
  pop r13
  pop r12
  pop rbp
  pop rbx
  ret

.section .note.GNU-stack, "", @progbits
