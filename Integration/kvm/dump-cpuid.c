// SPDX-License-Identifier: Apache-2.0

/* CPUID of every CPU in the form of `cpuid -r`: what Linux saw, told by no code of the project. */
#define _GNU_SOURCE
#include <cpuid.h>
#include <sched.h>
#include <stdio.h>
#include <unistd.h>

static void row(unsigned leaf, unsigned subleaf) {
  unsigned a, b, c, d;
  __cpuid_count(leaf, subleaf, a, b, c, d);
  printf("   0x%08x 0x%02x: eax=0x%08x ebx=0x%08x ecx=0x%08x edx=0x%08x\n", leaf, subleaf, a, b, c, d);
}

static unsigned subleaves(unsigned leaf) {
  switch (leaf) {
    case 0x4: case 0xb: case 0x1f: case 0x8000001d: case 0x80000026: return 8;
    case 0x7: return 2;
    case 0xd: return 64;
    default: return 1;
  }
}

static void range(unsigned first) {
  unsigned last, b, c, d;
  __cpuid_count(first, 0, last, b, c, d);
  if (last < first || last - first > 0xff) return;
  for (unsigned leaf = first; leaf <= last; leaf++)
    for (unsigned subleaf = 0; subleaf < subleaves(leaf); subleaf++) row(leaf, subleaf);
}

int main(void) {
  long count = sysconf(_SC_NPROCESSORS_CONF);
  for (long cpu = 0; cpu < count; cpu++) {
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(cpu, &set);
    if (sched_setaffinity(0, sizeof set, &set) != 0) {
      printf("CPU %ld is offline\n", cpu);
      continue;
    }
    printf("CPU %ld:\n", cpu);
    range(0);
    range(0x80000000);
  }
  return 0;
}
