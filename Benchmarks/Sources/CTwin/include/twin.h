/* SPDX-License-Identifier: Apache-2.0 */

/* The same work as the core's, as a C programmer would write it: the peers of the benchmarks. */
#ifndef TWIN_H
#define TWIN_H
#include <stddef.h>
#include <stdint.h>

struct twin_leaf {
  uint32_t leaf, subleaf, a, b, c, d;
};

/* Masks every register and compares it with the bound's, and closes the features over their prerequisites once. */
uint32_t twin_accepts(const uint32_t *values, const uint32_t *forbidden, const uint32_t *bound,
                      const uint32_t *compared, size_t count,
                      const uint32_t *features, const uint16_t *prerequisites,
                      const uint32_t *dependants, size_t prerequisite_count);

/* First slot and number of slots << 16 of each leaf, from 0 and from 0x80000000; 0 for none. */
struct twin_layout {
  const uint32_t *basic, *extended;
  uint32_t basic_count, extended_count, hypervisor, second_hypervisor;
};

/* Writes the records of all leaves within the limits, lists up to their ends; returns how many, or
   0 where the buffer is too small. */
size_t twin_write(const struct twin_layout *layout, const uint32_t *values,
                  struct twin_leaf *records, size_t capacity);

/* Checks each record's place as the format demands, and stores it. Returns 0, or the first
   record's number plus 1 that does not belong. */
size_t twin_read(const struct twin_layout *layout, const struct twin_leaf *records, size_t count,
                 uint32_t *values, uint64_t *unknown);

/* A leaf by binary search. */
const struct twin_leaf *twin_find(const struct twin_leaf *records, size_t count, uint32_t leaf,
                                  uint32_t subleaf);

#include "kvm_twin.h"
#endif
