/* SPDX-License-Identifier: Apache-2.0 */

#ifndef CCPUID_H
#define CCPUID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Executes CPUID on one logical CPU for those of n pairs of leaf and subleaf that lie within the
 * limits which this CPU states for the basic and the extended range, and for all of other ranges.
 * asked says which these are; four registers a pair go to out. The thread's affinity is restored.
 * Returns 0, or -errno (-EINVAL for a CPU that is not online). */
int ccpuid_on_cpu(int cpu, const uint32_t *pairs, size_t n, uint32_t *out, bool *asked);

/* Number of CPUs the kernel is configured for. */
int ccpuid_configured_cpus(void);

/* Reads an MSR through /dev/cpu/N/msr. Returns 0, or -errno. */
int ccpuid_rdmsr(int cpu, uint32_t index, uint64_t *value);

/* Counts time-stamp ticks over about 20 ms. Returns kHz, 0 where it cannot. */
uint64_t ccpuid_measure_tsc_khz(void);

#endif
