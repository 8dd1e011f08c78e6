// SPDX-License-Identifier: Apache-2.0
// A PV guest in 64 bits that writes what CPUID returns to it, as rows of `xen-cpuid -p`, to its
// console. Plain CPUID is not intercepted in a PV guest unless the CPU can fault on it; with the prefix
// of forced emulation Xen answers by the guest's policy.

  .macro note type, text
  .balign 4
  .long 4, 2f - 1f, \type
  .asciz "Xen"
1: .asciz "\text"
2:
  .endm
  .macro note_number type, number
  .balign 4
  .long 4, 8, \type
  .asciz "Xen"
  .quad \number
  .endm

  .section .note, "a"
  note 6, "cpupolicy"           // XEN_ELFNOTE_GUEST_OS
  note 5, "xen-3.0"             // XEN_ELFNOTE_XEN_VERSION
  note 8, "generic"             // XEN_ELFNOTE_LOADER
  note 9, "yes"                 // XEN_ELFNOTE_PAE_MODE
  note_number 3, 0              // XEN_ELFNOTE_VIRT_BASE
  note_number 4, 0              // XEN_ELFNOTE_PADDR_OFFSET
  note_number 1, start          // XEN_ELFNOTE_ENTRY
  note_number 2, hypercalls     // XEN_ELFNOTE_HYPERCALL_PAGE

  .text
  .global start
start:
  cld
  mov $stack_end, %rsp
  // The loader lays out the start page, the store's ring and the console's ring in this order.
  lea 0x2000(%rsi), %rax
  mov %rax, ring
  mov 80(%rsi), %eax
  mov %eax, port
  mov $heading, %esi
  call put_text
  mov $leaves, %ebp
1:
  mov (%rbp), %r12d             // the leaf
2:
  xor %r13d, %r13d              // the subleaf
3:
  call put_row
  inc %r13d
  cmp 8(%rbp), %r13d
  jb 3b
  inc %r12d
  cmp 4(%rbp), %r12d
  jbe 2b
  add $12, %rbp
  cmp $leaves_end, %rbp
  jb 1b
  mov $ending, %esi
  call put_text
wait:
  call yield
  jmp wait

yield:
  xor %edi, %edi                // SCHEDOP_yield
  xor %esi, %esi
  call hypercalls + 29 * 32
  ret

put_row:
  mov %r12d, %eax
  mov %r13d, %ecx
  ud2a
  .ascii "xen"
  cpuid
  mov %eax, registers
  mov %ebx, registers + 4
  mov %ecx, registers + 8
  mov %edx, registers + 12
  or %ebx, %eax
  or %ecx, %eax
  or %edx, %eax
  jz 2f
  mov %r12d, %ebx
  call put_hex
  mov $':', %al
  call put_byte
  mov %r13d, %ebx
  cmpl $0, 8(%rbp)
  jne 1f
  mov $-1, %ebx
1:
  call put_hex
  mov $arrow, %esi
  call put_text
  mov registers, %ebx
  call put_hex
  .irp offset, 4, 8, 12
  mov $':', %al
  call put_byte
  mov registers + \offset, %ebx
  call put_hex
  .endr
  mov $'\n', %al
  call put_byte
2:
  ret

// EBX in eight hexadecimal digits.
put_hex:
  mov $8, %r14d
1:
  rol $4, %ebx
  mov %ebx, %eax
  and $15, %eax
  mov digits(%rax), %al
  call put_byte
  dec %r14d
  jnz 1b
  ret

// The text at RSI, up to its zero.
put_text:
  lodsb
  test %al, %al
  jz 1f
  push %rsi
  call put_byte
  pop %rsi
  jmp put_text
1:
  ret

// One byte into the console's ring, which the control domain empties.
put_byte:
  mov %al, %r15b
1:
  mov ring, %rdx
  mov 3084(%rdx), %ecx          // out_prod
  mov %ecx, %eax
  sub 3080(%rdx), %eax          // out_cons
  cmp $2048, %eax
  jb 2f
  call notify
  call yield
  jmp 1b
2:
  mov %ecx, %eax
  and $2047, %eax
  mov %r15b, 1024(%rdx, %rax)
  inc %ecx
  mov %ecx, 3084(%rdx)
  cmp $'\n', %r15b
  je notify
  ret

notify:
  mov $4, %edi                  // EVTCHNOP_send
  mov $port, %esi
  call hypercalls + 32 * 32
  ret

digits: .ascii "0123456789abcdef"
heading: .asciz "Guest policy: seen\n"
arrow: .asciz " -> "
ending: .asciz "Guest end\n"
  .include "leaves.inc"

  .data
  .balign 8
ring: .quad 0
port: .long 0
registers: .skip 16
  .bss
  .balign 16
stack: .skip 4096
stack_end:
  .section .hypercalls, "ax"
  .balign 4096
hypercalls: .skip 4096
