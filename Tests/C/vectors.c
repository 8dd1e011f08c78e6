/* SPDX-License-Identifier: Apache-2.0 */

/*
 * The facts of the vectors of Xen's own policy test, on the library: vendors, records out and in, stale
 * leaves, prerequisites and compatibility; and for each release of Xen how far its policies reach:
 * vectors RAW.
 */
#include "support.h"
#include <errno.h>

static struct cpupolicy_leaf buffer[121];

static void set(uint32_t leaf, uint32_t subleaf, uint32_t a, uint32_t b, uint32_t c, uint32_t d) {
  struct cpupolicy_leaf record = {leaf, subleaf, a, b, c, d};
  CHECK(cpupolicy_set_leaf(policy, &record) == CPUPOLICY_OK);
}

static uint32_t vendor(const char *text) {
  uint32_t word[3];
  memcpy(word, text, sizeof word);
  return cpupolicy_lookup_vendor(word[0], word[2], word[1]);
}

static void vendors(void) {
  CHECK(cpupolicy_lookup_vendor(0, 0, 0) == 0);
  CHECK(vendor("            ") == 0 && vendor("xxxxxxxxxxxx") == 0);
  CHECK(vendor("GenuineIntel") == 1 && vendor("AuthenticAMD") == 2);
  CHECK(vendor("CentaurHauls") == 4 && vendor("  Shanghai  ") == 8 && vendor("HygonGenuine") == 16);
}

/* The policy comes to so many records, ascending; with room for one less nothing is counted. */
static void records(uint32_t expected) {
  uint32_t count = 120, less = expected - 1;
  CHECK(cpupolicy_write_leaves(policy, buffer, &count) == CPUPOLICY_OK && count == expected);
  for (uint32_t i = 1; i < count; i++)
    CHECK(buffer[i - 1].leaf < buffer[i].leaf ||
          (buffer[i - 1].leaf == buffer[i].leaf && buffer[i - 1].subleaf < buffer[i].subleaf));
  count = expected;
  CHECK(cpupolicy_write_leaves(policy, buffer, &count) == CPUPOLICY_OK);
  CHECK(cpupolicy_write_leaves(policy, buffer, &less) == -ENOBUFS && less == expected - 1);
}

static void caches(uint32_t count) {
  for (uint32_t i = 0; i < count; i++) set(4, i, 1, 0, 0, 0);
}

static void levels(uint32_t count) {
  for (uint32_t i = 0; i < count; i++) set(0xb, i, 0, 0, 0x100, 0);
}

static void limits(uint32_t basic, uint32_t feature, uint32_t extended) {
  cpupolicy_init(policy);
  set(0, CPUPOLICY_NONE, basic, 0, 0, 0);
  set(7, 0, feature, 0, 0, 0);
  set(0x80000000, CPUPOLICY_NONE, extended, 0, 0, 0);
}

static void written(void) {
  struct cpupolicy_msr values[2];
  uint32_t count = 2;
  cpupolicy_init(policy);
  records(4);
  CHECK(cpupolicy_write_msrs(policy, values, &count) == CPUPOLICY_OK && count == 2);
  CHECK(values[0].index == 0xce && values[1].index == 0x10a);
  count = 1;
  CHECK(cpupolicy_write_msrs(policy, values, &count) == -ENOBUFS && count == 1);
  limits(4, 0, 0), records(8);
  caches(1), records(9);
  limits(7, 0, 0), records(11);
  limits(7, 1, 0), records(12);
  limits(0xb, 0, 0), records(15);
  levels(1), records(16);
  limits(0xd, 0, 0), records(18);
  set(0xd, 0, 7, 0, 0, 0), records(19);
  limits(0xd, 2, 0x80000008);
  caches(3), levels(2), set(0xd, 0, 0x207, 0, 0, 0), records(40);
  limits(0x20, 9, 0x8000ffff);
  caches(6), levels(2), set(0xd, 0, 7, 0, 0, 0xc0000000), records(120);
  limits(0x10, 0, 0x80000021), set(0xd, 0, 3, 0, 0, 0), records(51);
  limits(0xd, 0, 0), set(0xd, 1, 0, 0, 1 << 11, 0), records(28);
}

static void refused(void) {
  static const uint32_t places[][2] = {
      {0, 0},   {0x40000000, 0}, {0x40000100, 0}, {0x80000000, 0},      {0xe, 0},
      {4, 6},   {7, 3},          {0xb, 2},        {0xd, 63},            {0x80000022, 0},
      {4, ~0u}, {0x40000001, ~0u}};
  struct cpupolicy_error error = {CPUPOLICY_HEAD(struct cpupolicy_error)};
  static struct cpupolicy_leaf many[121];
  cpupolicy_init(policy);
  for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
    struct cpupolicy_leaf record = {places[i][0], places[i][1], 1, 1, 1, 1};
    CHECK(cpupolicy_read_leaves(policy, &record, 1, 0, &error) == -ERANGE);
    CHECK(error.leaf == record.leaf && error.subleaf == record.subleaf);
  }
  records(4);
  static const struct cpupolicy_msr values[] = {
      {0xdeadc0de, 0, 0}, {0xce, 1, 0}, {0xce, 0, ~0ull}, {0x10a, 0, 0}};
  static const int answers[] = {-ERANGE, -EINVAL, -EOVERFLOW, CPUPOLICY_OK};
  for (int i = 0; i < 4; i++) {
    CHECK(cpupolicy_read_msrs(policy, &values[i], 1, 0, &error) == answers[i]);
    if (answers[i]) CHECK(error.msr == values[i].index);
  }
  for (int i = 0; i < 121; i++) many[i] = (struct cpupolicy_leaf){1, CPUPOLICY_NONE, i, 0, 0, 0};
  CHECK(cpupolicy_read_leaves(policy, many, 121, 0, &error) == -E2BIG);
  CHECK(cpupolicy_read_leaves(policy, many, 120, 0, &error) == CPUPOLICY_OK);
  CHECK(cpupolicy_read_leaves(policy, many, 0, 0, &error) == CPUPOLICY_OK);
  CHECK(cpupolicy_get_leaf(policy, 1, CPUPOLICY_NONE, many) == CPUPOLICY_OK && many[0].a == 119);
}

/* Which of these places still hold their mark behind the policy's own limits. */
static void stale(const uint32_t places[][2], int count, int expected) {
  struct cpupolicy_leaf record;
  int left = 0;
  cpupolicy_clear_stale(policy);
  for (int i = 0; i < count; i++) {
    CHECK(cpupolicy_get_leaf(policy, places[i][0], places[i][1], &record) == CPUPOLICY_OK);
    left += record.b == 0xc2;
  }
  CHECK(left == expected);
}

static void cleared(void) {
  static const uint32_t basic[][2] = {{0, ~0u}, {1, ~0u}, {4, 0}, {7, 0}, {0xb, 0}, {0xd, 1}};
  limits(0, 0, 0);
  for (int i = 0; i < 6; i++) set(basic[i][0], basic[i][1], 0, 0xc2, 0, 0);
  stale(basic, 6, 1);
  static const uint32_t cache[][2] = {{4, 0}, {4, 1}, {7, 0}, {0xb, 0}, {0xd, 1}};
  limits(4, 0, 0);
  for (int i = 1; i < 5; i++) set(cache[i][0], cache[i][1], 0, 0xc2, 0, 0);
  set(4, 0, 1, 0xc2, 0, 0);
  stale(cache, 5, 1);
  static const uint32_t feature[][2] = {{7, 0}, {7, 1}, {0xb, 0}, {0xd, 1}};
  limits(7, 0, 0);
  for (int i = 0; i < 4; i++) set(feature[i][0], feature[i][1], 0, 0xc2, 0, 0);
  stale(feature, 4, 1);
  static const uint32_t states[][2] = {{0xd, 0}, {0xd, 1}, {0xd, 2}, {0xd, 3}};
  static const struct { uint32_t mask; int left; } cases[] = {{1, 2}, {2, 2}, {7, 3}};
  for (int i = 0; i < 3; i++) {
    limits(0xd, 0, 0);
    set(0xd, 0, cases[i].mask, 0xc2, 0, 0);
    for (int n = 1; n < 4; n++) set(0xd, n, 0, 0xc2, 0, 0);
    stale(states, 4, cases[i].left);
  }
  static const uint32_t extended[][2] = {{0x80000000, ~0u}, {0x80000001, ~0u}};
  limits(0, 0, 0);
  for (int i = 0; i < 2; i++) set(extended[i][0], ~0u, 0, 0xc2, 0, 0);
  stale(extended, 2, 1);
}

static uint32_t bits(const uint32_t *words) {
  uint32_t sum = 0;
  for (int i = 0; i < CPUPOLICY_FEATURE_ROOM; i++) sum += __builtin_popcount(words[i]);
  return sum;
}

/* Every name but one, closed: how many fall with it. APX is a name of ours alone. */
static void closed(void) {
  static const struct { const char *name; uint32_t fall; } cases[] = {
      {"fxsr", 30}, {"xsave", 47}, {"avx", 34}, {"pae", 17},  {"lm", 14},       {"apic", 3},
      {"tsc", 4},   {"nx", 1},     {"eibrs", 1}, {"ibrsb", 8}, {"arch-caps", 32}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    uint32_t words[CPUPOLICY_FEATURE_ROOM] = {0}, before;
    char name[64];
    for (uint32_t number = 0; number < 32 * CPUPOLICY_FEATURE_ROOM; number++) {
      size_t length = cpupolicy_feature_name(number, name, sizeof name);
      if (length > 0 && !(length == 5 && !memcmp(name, "apx-f", 5)))
        words[number / 32] |= 1u << (number % 32);
    }
    uint32_t lost = cpupolicy_feature_number(cases[i].name, strlen(cases[i].name));
    words[lost / 32] &= ~(1u << (lost % 32));
    before = bits(words);
    cpupolicy_features_close(words);
    CHECK(before - bits(words) == cases[i].fall);
  }
}

/* What a release serves: words, limits, and how many records its widest policy comes to. */
static void releases(const char *path) {
  static const struct { uint32_t number, subleaf, extended, most; } cases[] = {
      {CPUPOLICY_XEN(4, 14, 0), 1, 0x8000001c, 114}, {CPUPOLICY_XEN(4, 14, 6), 2, 0x80000021, 120},
      {CPUPOLICY_XEN(4, 15, 2), 1, 0x8000001c, 114}, {CPUPOLICY_XEN(4, 16, 0), 1, 0x80000021, 119},
      {CPUPOLICY_XEN(4, 17, 7), 2, 0x80000021, 120}, {CPUPOLICY_XEN(4, 18, 6), 2, 0x80000021, 120},
      {CPUPOLICY_XEN(4, 19, 6), 2, 0x80000021, 120}, {CPUPOLICY_XEN(4, 20, 4), 2, 0x80000021, 120},
      {CPUPOLICY_XEN(4, 21, 2), 2, 0x80000021, 120}, {CPUPOLICY_XEN(4, 22, 0), 2, 0x80000021, 120},
      {CPUPOLICY_XEN(4, 23, 0), 2, 0x80000021, 120}};
  struct cpupolicy_options options = {CPUPOLICY_HEAD(struct cpupolicy_options)};
  struct cpupolicy_leaf record;
  load(path);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    options.xen_release = cases[i].number;
    CHECK(cpupolicy_system_init(host, raw, NULL, &options) == CPUPOLICY_OK);
    for (uint32_t kind = CPUPOLICY_HOST_DEFAULT; kind <= CPUPOLICY_HVM_DEFAULT; kind++) {
      const cpupolicy_t *derived = cpupolicy_system_policy(host, kind);
      uint32_t count = 120;
      CHECK(cpupolicy_get_leaf(derived, 0, CPUPOLICY_NONE, &record) == CPUPOLICY_OK && record.a <= 0xd);
      CHECK(cpupolicy_get_leaf(derived, 7, 0, &record) == CPUPOLICY_OK &&
            record.a <= cases[i].subleaf);
      CHECK(cpupolicy_get_leaf(derived, 0x80000000, CPUPOLICY_NONE, &record) == CPUPOLICY_OK &&
            record.a <= cases[i].extended);
      CHECK(cpupolicy_write_leaves(derived, buffer, &count) == CPUPOLICY_OK &&
            count <= cases[i].most);
      /* Written and read it is the same. */
      cpupolicy_init(policy);
      CHECK(cpupolicy_read_leaves(policy, buffer, count, 0, NULL) == CPUPOLICY_OK);
      records(count);
    }
  }
  options.xen_release = CPUPOLICY_XEN(4, 17, 99);
  CHECK(cpupolicy_system_init(host, raw, NULL, &options) == CPUPOLICY_EINVAL);
}

int main(int argc, char **argv) {
  vendors();
  written();
  refused();
  cleared();
  closed();
  for (int i = 1; i < argc; i++) releases(argv[i]);
  printf("vectors: %d checks\n", checks);
  return failures != 0 || checks == 0;
}
