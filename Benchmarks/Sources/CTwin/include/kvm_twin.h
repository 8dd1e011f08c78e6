/* SPDX-License-Identifier: Apache-2.0 */

/* The same requests to KVM as a C programmer would make them: the peers of the benchmarks. */
#ifndef KVM_TWIN_H
#define KVM_TWIN_H
#include <stddef.h>
#include <stdint.h>

/* Opens /dev/kvm; -1 where it does not open. */
int twin_kvm_open(void);

/* One cycle: a machine, a vCPU, its CPUID table (kvm_cpuid2 and its entries) set, `count` CPUIDs executed by a guest in real mode,
   and the table read back. Returns the sum of what the guest saw, or 0 on failure. */
uint64_t twin_kvm_cycle(int kvm, const void *table, const uint32_t *pairs, size_t count);

/* What describing a host asks of the kernel, and nothing besides: 0, or -1 on failure. */
int twin_kvm_describe(void);
#endif
