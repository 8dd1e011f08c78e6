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
  call put_report
  mov $2, %ebx                  // SCHEDOP_shutdown
  mov $reason, %ecx
  call hypercalls + 29 * 32
  jmp report

  .include "rows.inc"

  .balign 4
reason: .long 2                 // SHUTDOWN_suspend
  .include "leaves.inc"

  .bss
  .balign 4096
hypercalls: .skip 4096
registers: .skip 16
stack: .skip 1024
stack_end:
