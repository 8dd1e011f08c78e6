// SPDX-License-Identifier: Apache-2.0

// What compilers call for large values and for loops that they know.
.intel_syntax noprefix
.text
.global memcpy, memset, memmove, strlen

memmove:
  cmp rdi, rsi
  jbe memcpy
  mov rax, rdi
  lea rdi, [rdi + rdx - 1]
  lea rsi, [rsi + rdx - 1]
  mov rcx, rdx
  std
  rep movsb
  cld
  ret

memcpy:
  mov rax, rdi
  mov rcx, rdx
  rep movsb
  ret

memset:
  mov r8, rdi
  mov eax, esi
  mov rcx, rdx
  rep stosb
  mov rax, r8
  ret

strlen:
  mov rax, -1
1:
  inc rax
  cmp byte ptr [rdi + rax], 0
  jne 1b
  ret

.section .note.GNU-stack, "", @progbits
