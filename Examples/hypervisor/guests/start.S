// SPDX-License-Identifier: Apache-2.0

// Where a virtual CPU begins: in long mode, with the domain's argument, its own number and the domain's
// in RDI, RSI and RDX. It halts when its program is done.
.intel_syntax noprefix

.data
.align 8
gdt: .quad 0, 0x00af9a000000ffff, 0x00cf92000000ffff
gdt_pointer: .word . - gdt - 1
  .quad gdt

.section .start, "ax"
.global start
start:
  lgdt [gdt_pointer]
  push rdi
  push rsi
  push rdx
  call load_vectors
  pop rdx
  pop rsi
  pop rdi
  sub rsp, 8
  call guest_main
1:
  cli
  hlt
  jmp 1b

.section .note.GNU-stack, "", @progbits
