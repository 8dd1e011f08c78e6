// SPDX-License-Identifier: Apache-2.0

#include "include/kvm_twin.h"
#include <fcntl.h>
#include <linux/kvm.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#define MEMORY 0x20000
#define CODE 0x1000
#define TABLE 0x2000

/* di walks records of eight words: more, leaf, subleaf, -, eax, ebx, ecx, edx. */
static const uint8_t program[] = {
    0xbf, 0x00, 0x20,              /* mov $0x2000, %di */
    0x66, 0x8b, 0x05,              /* next: mov (%di), %eax */
    0x66, 0x85, 0xc0,              /* test %eax, %eax */
    0x74, 0x1f,                    /* je done */
    0x66, 0x8b, 0x45, 0x04,        /* mov 4(%di), %eax */
    0x66, 0x8b, 0x4d, 0x08,        /* mov 8(%di), %ecx */
    0x0f, 0xa2,                    /* cpuid */
    0x66, 0x89, 0x45, 0x10,        /* mov %eax, 16(%di) */
    0x66, 0x89, 0x5d, 0x14,        /* mov %ebx, 20(%di) */
    0x66, 0x89, 0x4d, 0x18,        /* mov %ecx, 24(%di) */
    0x66, 0x89, 0x55, 0x1c,        /* mov %edx, 28(%di) */
    0x83, 0xc7, 0x20,              /* add $32, %di */
    0xeb, 0xd7,                    /* jmp next */
    0xf4,                          /* done: hlt */
};

int twin_kvm_open(void) { return open("/dev/kvm", O_RDWR | O_CLOEXEC); }

static uint64_t run(int cpu, struct kvm_run *state, uint8_t *memory, const uint32_t *pairs,
                    size_t count) {
  memcpy(memory + CODE, program, sizeof program);
  uint32_t *record = (uint32_t *)(memory + TABLE);
  for (size_t i = 0; i < count; i++, record += 8) {
    record[0] = 1;
    record[1] = pairs[2 * i];
    record[2] = pairs[2 * i + 1];
  }
  struct kvm_sregs sregs;
  if (ioctl(cpu, KVM_GET_SREGS, &sregs)) return 0;
  sregs.cs.base = 0;
  sregs.cs.selector = 0;
  if (ioctl(cpu, KVM_SET_SREGS, &sregs)) return 0;
  struct kvm_regs regs = {.rip = CODE, .rflags = 2};
  if (ioctl(cpu, KVM_SET_REGS, &regs)) return 0;
  if (ioctl(cpu, KVM_RUN, 0) || state->exit_reason != KVM_EXIT_HLT) return 0;
  uint64_t sum = 0;
  record = (uint32_t *)(memory + TABLE);
  for (size_t i = 0; i < count; i++, record += 8)
    sum += (uint64_t)record[4] + record[5] + record[6] + record[7];
  return sum;
}

uint64_t twin_kvm_cycle(int kvm, const void *table, const uint32_t *pairs,
                        size_t count) {
  uint64_t sum = 0;
  int run_size = ioctl(kvm, KVM_GET_VCPU_MMAP_SIZE, 0);
  int machine = ioctl(kvm, KVM_CREATE_VM, 0);
  uint8_t *memory = mmap(NULL, MEMORY, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  struct kvm_userspace_memory_region region = {
      .memory_size = MEMORY, .userspace_addr = (uint64_t)(uintptr_t)memory};
  ioctl(machine, KVM_SET_USER_MEMORY_REGION, &region);
  int cpu = ioctl(machine, KVM_CREATE_VCPU, 0);
  struct kvm_run *state = mmap(NULL, run_size, PROT_READ | PROT_WRITE, MAP_SHARED, cpu, 0);
  if (cpu >= 0 && ioctl(cpu, KVM_SET_CPUID2, table) == 0) {
    sum = run(cpu, state, memory, pairs, count);
    size_t size = sizeof *table + 256 * sizeof(struct kvm_cpuid_entry2);
    struct kvm_cpuid2 *back = calloc(1, size);
    back->nent = 256;
    if (ioctl(cpu, KVM_GET_CPUID2, back)) sum = 0;
    free(back);
  }
  munmap(state, run_size);
  close(cpu);
  close(machine);
  munmap(memory, MEMORY);
  return sum;
}

static int table_of(int kvm, unsigned long request, uint32_t room) {
  struct kvm_cpuid2 *table = calloc(1, sizeof *table + room * sizeof(struct kvm_cpuid_entry2));
  table->nent = room;
  int answer = ioctl(kvm, request, table);
  free(table);
  return answer;
}

int twin_kvm_describe(void) {
  int kvm = twin_kvm_open();
  if (kvm < 0 || ioctl(kvm, KVM_GET_API_VERSION, 0) != 12) return -1;
  table_of(kvm, KVM_GET_SUPPORTED_CPUID, 256);
  table_of(kvm, KVM_GET_EMULATED_CPUID, 256);
  struct {
    struct kvm_msr_list head;
    uint32_t indices[256];
  } list = {.head = {.nmsrs = 256}};
  ioctl(kvm, KVM_GET_MSR_FEATURE_INDEX_LIST, &list);
  for (uint32_t i = 0; i < list.head.nmsrs; i++) {
    struct {
      struct kvm_msrs head;
      struct kvm_msr_entry entry;
    } msr = {.head = {.nmsrs = 1}, .entry = {.index = list.head.indices[i]}};
    ioctl(kvm, KVM_GET_MSRS, &msr);
  }
  ioctl(kvm, KVM_CHECK_EXTENSION, KVM_CAP_NESTED_STATE);
  ioctl(kvm, KVM_CHECK_EXTENSION, KVM_CAP_MAX_VCPUS);
  int machine = ioctl(kvm, KVM_CREATE_VM, 0);
  int cpu = ioctl(machine, KVM_CREATE_VCPU, 0);
  int khz = ioctl(cpu, KVM_GET_TSC_KHZ, 0);
  ioctl(cpu, KVM_SET_TSC_KHZ, khz / 2);
  ioctl(cpu, KVM_GET_TSC_KHZ, 0);
  close(cpu);
  close(machine);
  close(kvm);
  return cpu < 0 ? -1 : 0;
}
