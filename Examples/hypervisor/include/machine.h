/* SPDX-License-Identifier: Apache-2.0 */

/* Instructions and symbols that Swift has no words for. */
#ifndef MACHINE_H
#define MACHINE_H

#include <stdint.h>

#define MACHINE static inline __attribute__((always_inline))

/* What vectors.S saves. */
struct interrupt_frame {
  uint64_t r15, r14, r13, r12, r11, r10, r9, r8, rdi, rsi, rbp, rbx, rdx, rcx, rax;
  uint64_t vector, error, rip, cs, rflags, rsp, ss;
};

MACHINE void out8(uint16_t port, uint8_t value) {
  __asm__ volatile("outb %0, %1" ::"a"(value), "Nd"(port));
}
MACHINE uint8_t in8(uint16_t port) {
  uint8_t value;
  __asm__ volatile("inb %1, %0" : "=a"(value) : "Nd"(port));
  return value;
}

/* The four registers of CPUID, EAX first. */
struct cpuid_registers {
  uint32_t eax, ebx, ecx, edx;
};
MACHINE struct cpuid_registers cpuid(uint32_t leaf, uint32_t subleaf) {
  struct cpuid_registers r;
  __asm__ volatile("cpuid"
                   : "=a"(r.eax), "=b"(r.ebx), "=c"(r.ecx), "=d"(r.edx)
                   : "a"(leaf), "c"(subleaf));
  return r;
}

/* 0, or 1 where the CPU refuses. */
int read_msr(uint32_t index, uint64_t *value);
int write_msr(uint32_t index, uint64_t value);
extern const char msr_read_at[], msr_write_at[], msr_refused[];
MACHINE int is_msr_access(uint64_t rip) {
  return rip == (uint64_t)msr_read_at || rip == (uint64_t)msr_write_at;
}
MACHINE uint64_t refused_address(void) { return (uint64_t)msr_refused; }

MACHINE uint64_t read_cr2(void) {
  uint64_t value;
  __asm__ volatile("mov %%cr2, %0" : "=r"(value));
  return value;
}
MACHINE uint64_t read_cr4(void) {
  uint64_t value;
  __asm__ volatile("mov %%cr4, %0" : "=r"(value));
  return value;
}
MACHINE void write_cr4(uint64_t value) { __asm__ volatile("mov %0, %%cr4" ::"r"(value) : "memory"); }
MACHINE uint64_t read_xcr0(void) {
  uint32_t low, high;
  __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return (uint64_t)high << 32 | low;
}
MACHINE void write_xcr0(uint64_t value) {
  __asm__ volatile("xsetbv" ::"a"((uint32_t)value), "d"((uint32_t)(value >> 32)), "c"(0));
}
MACHINE void undefined(void) { __asm__ volatile("ud2"); }
MACHINE void stop(void) { __asm__ volatile("cli; hlt" ::: "memory"); }

/* Whether a null selector leaves nothing of a segment's base. */
MACHINE int null_selector_clears_base(void) {
  uint64_t base = 0;
  write_msr(0xc0000100, 4096);
  __asm__ volatile("mov %0, %%fs" ::"r"(0) : "memory");
  read_msr(0xc0000100, &base);
  return base == 0;
}

/* What VMRUN leaves alone of a guest's registers, as svm.S saves it; RAX and RSP are in the VMCB. */
struct guest_registers {
  uint64_t rbx, rcx, rdx, rsi, rdi, rbp, r8, r9, r10, r11, r12, r13, r14, r15;
};
void run_guest(struct guest_registers *registers, uint64_t vmcb);

/* The state that XSAVE or, without, FXSAVE keeps. */
MACHINE void save_state(uint64_t area, int has_xsave) {
  if (has_xsave)
    __asm__ volatile("xsave64 (%0)" ::"r"(area), "a"(-1), "d"(-1) : "memory");
  else
    __asm__ volatile("fxsave64 (%0)" ::"r"(area) : "memory");
}
MACHINE void load_state(uint64_t area, int has_xsave) {
  if (has_xsave)
    __asm__ volatile("xrstor64 (%0)" ::"r"(area), "a"(-1), "d"(-1) : "memory");
  else
    __asm__ volatile("fxrstor64 (%0)" ::"r"(area) : "memory");
}

extern const char image_end[], stack_bottom[], stack_top[];
MACHINE uint64_t image_end_address(void) { return (uint64_t)image_end; }
MACHINE uint64_t stack_bottom_address(void) { return (uint64_t)stack_bottom; }
MACHINE uint64_t stack_top_address(void) { return (uint64_t)stack_top; }

/* What the boot loader leaves: the multiboot specification, 3.3. */
struct multiboot_information {
  uint32_t flags, lower, upper, boot_device, command_line, module_count, modules, symbols[4];
  uint32_t map_length, map;
};
struct multiboot_module {
  uint32_t start, end, text, reserved;
};
/* A range of memory; its length without the first word comes first. */
struct __attribute__((packed)) multiboot_range {
  uint32_t length;
  uint64_t base, bytes;
  uint32_t kind;
};

#endif
