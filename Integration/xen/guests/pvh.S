// SPDX-License-Identifier: Apache-2.0
// A PVH guest that runs in 32 bits without paging and writes what CPUID returns to it, as rows of
// `xen-cpuid -p`, to the debug port 0xe9: Xen's console shows them. Then it suspends itself, so that it can
// be saved; resumed elsewhere it begins anew and says what it sees now.

  .section .note, "a"
  .balign 4
  .long 4, 4, 18                // XEN_ELFNOTE_PHYS32_ENTRY
  .asciz "Xen"
  .long start

  .text
  .code32
  .global start
start:
  mov $stack_end, %esp
  cld
  mov $0x40000002, %eax
  cpuid
  mov %ebx, %ecx                // the MSR that takes the hypercall page's address
  mov $hypercalls, %eax
  xor %edx, %edx
  wrmsr

report:
  mov $heading, %esi
  call put_text
  mov $leaves, %ebp
1:
  mov (%ebp), %edi              // the leaf
2:
  xor %esi, %esi                // the subleaf
3:
  call put_row
  inc %esi
  cmp 8(%ebp), %esi
  jb 3b
  inc %edi
  cmp 4(%ebp), %edi
  jbe 2b
  add $12, %ebp
  cmp $leaves_end, %ebp
  jb 1b
  mov $ending, %esi
  call put_text
  mov $2, %ebx                  // SCHEDOP_shutdown
  mov $reason, %ecx
  call hypercalls + 29 * 32
  jmp report

// A row for leaf EDI, subleaf ESI, unless all registers are zero.
put_row:
  mov %edi, %eax
  mov %esi, %ecx
  cpuid
  mov %eax, registers
  mov %ebx, registers + 4
  mov %ecx, registers + 8
  mov %edx, registers + 12
  or %ebx, %eax
  or %ecx, %eax
  or %edx, %eax
  jz 2f
  mov %edi, %eax
  call put_hex
  mov $':', %al
  call put_byte
  mov %esi, %eax
  cmpl $0, 8(%ebp)
  jne 1f
  mov $-1, %eax
1:
  call put_hex
  push %esi
  mov $arrow, %esi
  call put_text
  pop %esi
  mov registers, %eax
  call put_hex
  .irp offset, 4, 8, 12
  mov $':', %al
  call put_byte
  mov registers + \offset, %eax
  call put_hex
  .endr
  mov $'\n', %al
  call put_byte
2:
  ret

// EAX in eight hexadecimal digits.
put_hex:
  mov %eax, %ebx
  mov $8, %ecx
1:
  rol $4, %ebx
  mov %ebx, %eax
  and $15, %eax
  mov digits(%eax), %al
  call put_byte
  loop 1b
  ret

// The text at ESI, up to its zero.
put_text:
  lodsb
  test %al, %al
  jz 1f
  call put_byte
  jmp put_text
1:
  ret

put_byte:
  out %al, $0xe9
  ret

  .balign 4
reason: .long 2                 // SHUTDOWN_suspend
digits: .ascii "0123456789abcdef"
heading: .asciz "Guest policy: seen\n"
arrow: .asciz " -> "
ending: .asciz "Guest end\n"
  .include "leaves.inc"

  .bss
  .balign 4096
hypercalls: .skip 4096
registers: .skip 16
stack: .skip 1024
stack_end:
