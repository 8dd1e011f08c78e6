#include "twin.h"

uint32_t twin_accepts(const uint32_t *values, const uint32_t *forbidden, size_t count,
                      const uint32_t *features, const uint16_t *prerequisites,
                      const uint32_t *dependants, size_t prerequisite_count) {
  uint32_t bad = 0;
  for (size_t i = 0; i < count; i++) bad |= values[i] & forbidden[i];
  for (size_t i = 0; i < prerequisite_count; i++) {
    if (features[prerequisites[i] >> 5] >> (prerequisites[i] & 31) & 1) continue;
    for (size_t word = 0; word < 19; word++) bad |= features[word] & dependants[i * 19 + word];
  }
  return bad;
}

size_t twin_write(const uint32_t *values, const uint32_t *places, size_t count,
                  struct twin_leaf *records) {
  for (size_t i = 0; i < count; i++) {
    const uint32_t *from = values + places[i * 3 + 2] * 4;
    records[i] = (struct twin_leaf){places[i * 3], places[i * 3 + 1], from[0], from[1], from[2],
                                    from[3]};
  }
  return count;
}

void twin_read(const struct twin_leaf *records, size_t count, const uint32_t *slots,
               uint32_t *values) {
  for (size_t i = 0; i < count; i++) {
    uint32_t *to = values + slots[i] * 4;
    to[0] = records[i].a;
    to[1] = records[i].b;
    to[2] = records[i].c;
    to[3] = records[i].d;
  }
}

const struct twin_leaf *twin_find(const struct twin_leaf *records, size_t count, uint32_t leaf,
                                  uint32_t subleaf) {
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (records[middle].leaf < leaf ||
        (records[middle].leaf == leaf && records[middle].subleaf < subleaf))
      low = middle + 1;
    else
      high = middle;
  }
  return low < count && records[low].leaf == leaf ? &records[low] : NULL;
}
