// SPDX-License-Identifier: Apache-2.0

#include "twin.h"

uint32_t twin_accepts(const uint32_t *values, const uint32_t *forbidden, const uint32_t *bound,
                      const uint32_t *compared, size_t count,
                      const uint32_t *features, const uint16_t *prerequisites,
                      const uint32_t *dependants, size_t prerequisite_count) {
  uint32_t bad = 0;
  for (size_t i = 0; i < count; i++)
    bad |= (values[i] & forbidden[i]) | ((values[i] ^ bound[i]) & compared[i]);
  for (size_t i = 0; i < prerequisite_count; i++) {
    if (features[prerequisites[i] >> 5] >> (prerequisites[i] & 31) & 1) continue;
    for (size_t word = 0; word < 19; word++) bad |= features[word] & dependants[i * 19 + word];
  }
  return bad;
}

static int is_carried(const struct twin_leaf *record) {
  switch (record->leaf) {
  case 4: return record->subleaf < 6;
  case 7: return record->subleaf < 3;
  case 0xb: return record->subleaf < 2;
  case 0xd: return record->subleaf < 63;
  }
  if (record->subleaf != UINT32_MAX) return 0;
  return record->leaf <= 0xd || record->leaf == 0x40000000 || record->leaf == 0x40000100 ||
         (record->leaf >= 0x80000000 && record->leaf <= 0x80000021);
}

static uint32_t block_of(const struct twin_layout *layout, uint32_t leaf) {
  switch (leaf >> 28) {
  case 0: return leaf < layout->basic_count ? layout->basic[leaf] : 0;
  case 4: return leaf & 0x100 ? layout->second_hypervisor : layout->hypervisor;
  default:
    leaf &= 0xffff;
    return leaf < layout->extended_count ? layout->extended[leaf] : 0;
  }
}

/* How many subleaves of a leaf's slots its own marker counts. */
static uint32_t list_length(uint32_t leaf, const uint32_t *from) {
  uint32_t count = 0;
  switch (leaf) {
  case 4:
    while (count < 5 && from[count * 4] & 0x1f) count++;
    return count + 1;
  case 7: return from[0] < 2 ? from[0] + 1 : 3;
  case 0xb:
    while (count < 1 && from[count * 4 + 2] & 0xff00) count++;
    return count + 1;
  case 0xd: {
    uint64_t mask = (uint64_t)(from[3] | from[7]) << 32 | from[0] | from[6];
    uint32_t length = mask ? 64 - __builtin_clzll(mask) : 2;
    return length < 2 ? 2 : length > 63 ? 63 : length;
  }
  }
  return 1;
}

size_t twin_write(const struct twin_layout *layout, const uint32_t *values,
                  struct twin_leaf *records, size_t capacity) {
  static const uint32_t none[4];
  size_t written = 0;
  uint32_t basic_limit = values[0] < 0xd ? values[0] : 0xd;
  for (uint32_t leaf = 0; leaf <= basic_limit; leaf++) {
    uint32_t block = block_of(layout, leaf);
    const uint32_t *from = block ? values + (block & 0xffff) * 4 : none;
    int is_list = leaf == 4 || leaf == 7 || leaf == 0xb || leaf == 0xd;
    uint32_t length = list_length(leaf, from);
    for (uint32_t subleaf = 0; subleaf < length; subleaf++, from += 4) {
      if (written == capacity) return 0;
      records[written++] = (struct twin_leaf){
          leaf, is_list ? subleaf : UINT32_MAX, from[0], from[1], from[2], from[3]};
    }
  }
  for (uint32_t index = 0; index < 2; index++) {
    uint32_t leaf = 0x40000000 + index * 0x100;
    if (written == capacity) return 0;
    records[written++] = (struct twin_leaf){
        leaf, UINT32_MAX, values[(block_of(layout, leaf) & 0xffff) * 4] & 0xff, 0, 0, 0};
  }
  uint32_t extended = values[(layout->extended[0] & 0xffff) * 4];
  uint32_t last = extended >> 16 == 0x8000 ? extended & 0xffff : 0;
  for (uint32_t offset = 0; offset <= (last < 0x21 ? last : 0x21); offset++) {
    uint32_t block = block_of(layout, 0x80000000 | offset);
    const uint32_t *from = block ? values + (block & 0xffff) * 4 : none;
    if (written == capacity) return 0;
    records[written++] = (struct twin_leaf){
        0x80000000 | offset, UINT32_MAX, from[0], from[1], from[2], from[3]};
  }
  return written;
}

size_t twin_read(const struct twin_layout *layout, const struct twin_leaf *records, size_t count,
                 uint32_t *values, uint64_t *unknown) {
  for (size_t i = 0; i < count; i++) {
    const struct twin_leaf *record = records + i;
    if (!is_carried(record)) return i + 1;
    uint32_t block = block_of(layout, record->leaf);
    if (!block) {
      if (record->a | record->b | record->c | record->d) return i + 1;
      continue;
    }
    uint32_t slot = (block & 0xffff) + (record->subleaf == UINT32_MAX ? 0 : record->subleaf);
    uint32_t *to = values + slot * 4;
    if (record->leaf >> 28 == 4) {
      to[0] = record->a & 0xff;
    } else {
      to[0] = record->a;
      to[1] = record->b;
      to[2] = record->c;
      to[3] = record->d;
    }
    unknown[slot / 64] &= ~(1ull << slot % 64);
  }
  return 0;
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
