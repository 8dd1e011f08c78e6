// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "ccpuid.h"

#include <cpuid.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
#include <x86intrin.h>

int ccpuid_configured_cpus(void) {
  /* The kernel's configuration does not change, and each question reads a file. */
  static _Atomic int known = 0;
  if (!known) {
    long count = sysconf(_SC_NPROCESSORS_CONF);
    known = count > 0 ? (int)count : 1;
  }
  return known;
}

/* The limits come first, on the same CPU: to move a thread takes longer than to execute CPUID. */
static void execute_all(const uint32_t *pairs, size_t n, uint32_t *out, bool *asked) {
  uint32_t basic, extended, unused;
  __cpuid(0, basic, unused, unused, unused);
  __cpuid(0x80000000, extended, unused, unused, unused);
  for (size_t i = 0; i < n; i++) {
    uint32_t leaf = pairs[2 * i];
    uint32_t range = leaf >> 28;
    asked[i] = range == 0 ? leaf <= basic : range != 8 || leaf <= extended;
    if (!asked[i]) continue;
    __cpuid_count(leaf, pairs[2 * i + 1], out[4 * i], out[4 * i + 1], out[4 * i + 2],
                  out[4 * i + 3]);
  }
}

int ccpuid_on_cpu(int cpu, const uint32_t *pairs, size_t n, uint32_t *out, bool *asked) {
  int limit = ccpuid_configured_cpus();
  if (cpu < 0 || cpu >= limit) return -EINVAL;
  /* Sets are allocated, so that machines with more than 1024 CPUs work too. */
  int room = limit < 1024 ? 1024 : limit;
  size_t size = CPU_ALLOC_SIZE(room);
  cpu_set_t *before = CPU_ALLOC(room);
  cpu_set_t *wanted = CPU_ALLOC(room);
  int result = 0;
  if (!before || !wanted) {
    result = -ENOMEM;
  } else if (sched_getaffinity(0, size, before) != 0) {
    result = -errno;
  } else {
    CPU_ZERO_S(size, wanted);
    CPU_SET_S(cpu, size, wanted);
    if (sched_setaffinity(0, size, wanted) != 0) {
      result = -errno;
    } else {
      execute_all(pairs, n, out, asked);
      if (sched_setaffinity(0, size, before) != 0) result = -errno;
    }
  }
  if (before) CPU_FREE(before);
  if (wanted) CPU_FREE(wanted);
  return result;
}

int ccpuid_rdmsr(int cpu, uint32_t index, uint64_t *value) {
  char path[32];
  snprintf(path, sizeof path, "/dev/cpu/%d/msr", cpu);
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return -errno;
  ssize_t count = pread(file, value, sizeof *value, index);
  int result = count == sizeof *value ? 0 : count < 0 ? -errno : -EIO;
  close(file);
  return result;
}

static uint64_t nanoseconds(void) {
  struct timespec now;
  if (clock_gettime(CLOCK_MONOTONIC_RAW, &now) != 0) return 0;
  return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

uint64_t ccpuid_measure_tsc_khz(void) {
  uint64_t start = nanoseconds();
  uint64_t ticks = __rdtsc();
  if (start == 0) return 0;
  struct timespec pause = {0, 20000000};
  nanosleep(&pause, NULL);
  ticks = __rdtsc() - ticks;
  uint64_t elapsed = nanoseconds() - start;
  return elapsed ? ticks * 1000000u / elapsed : 0;
}
