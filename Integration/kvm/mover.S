// SPDX-License-Identifier: Apache-2.0
// A guest that says over and over what CPUID returns to it, and sees it change where it is moved to a machine
// with another CPU. For QEMU's -kernel.

  .text
  .balign 4
  .long 0x1badb002, 0, -0x1badb002      // multiboot's header
  .code32
  .global start
start:
  mov $stack_end, %esp
  cld
report:
  call put_report
  rdtsc
  lea 100000000(%eax), %ebx             // some hundredths of a second
1:
  pause
  rdtsc
  sub %ebx, %eax
  js 1b
  jmp report

  .include "rows.inc"
  .include "leaves.inc"

  .bss
  .balign 16
registers: .skip 16
stack: .skip 1024
stack_end:
