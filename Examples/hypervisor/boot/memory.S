// SPDX-License-Identifier: Apache-2.0

// What compilers call for large values and for loops that they know.
.intel_syntax noprefix
.text
.global memcpy, memset, memmove, memcmp, strlen

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
  shr rcx, 3
  rep movsq
  mov ecx, edx
  and ecx, 7
  rep movsb
  ret

memset:
  mov r8, rdi
  movzx eax, sil
  mov rcx, 0x0101010101010101
  imul rax, rcx
  mov rcx, rdx
  shr rcx, 3
  rep stosq
  mov ecx, edx
  and ecx, 7
  rep stosb
  mov rax, r8
  ret

// Equal or not: the order is nobody's question.
memcmp:
  mov rcx, rdx
  xor eax, eax
  cmp rax, rax
  repe cmpsb
  setne al
  ret

strlen:
  mov rax, -1
1:
  inc rax
  cmp byte ptr [rdi + rax], 0
  jne 1b
  ret

.section .note.GNU-stack, "", @progbits
