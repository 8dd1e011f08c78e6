/* The same work as the core's, as a C programmer would write it: the peers of the benchmarks. */
#ifndef TWIN_H
#define TWIN_H
#include <stddef.h>
#include <stdint.h>

struct twin_leaf {
  uint32_t leaf, subleaf, a, b, c, d;
};

/* Masks every register, and closes the features over their prerequisites once. */
uint32_t twin_accepts(const uint32_t *values, const uint32_t *forbidden, size_t count,
                      const uint32_t *features, const uint16_t *prerequisites,
                      const uint32_t *dependants, size_t prerequisite_count);

/* Registers in slots to records, and back. */
size_t twin_write(const uint32_t *values, const uint32_t *places, size_t count,
                  struct twin_leaf *records);
void twin_read(const struct twin_leaf *records, size_t count, const uint32_t *slots,
               uint32_t *values);

/* A leaf by binary search. */
const struct twin_leaf *twin_find(const struct twin_leaf *records, size_t count, uint32_t leaf,
                                  uint32_t subleaf);
#endif
