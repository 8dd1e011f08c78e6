// SPDX-License-Identifier: Apache-2.0

/*
 * Policies, records, features, options and facts: host RAW..., each a host's records.
 */
#include "support.h"

static struct cpupolicy_error errors[64] = {{CPUPOLICY_HEAD(struct cpupolicy_error)}};
static uint32_t words[CPUPOLICY_FEATURE_ROOM];

static struct cpupolicy_leaf leaf_of(const cpupolicy_t *from, uint32_t leaf, uint32_t subleaf) {
  struct cpupolicy_leaf record = {0, 0, 0, 0, 0, 0};
  CHECK(cpupolicy_get_leaf(from, leaf, subleaf, &record) == CPUPOLICY_OK);
  return record;
}

static int has(uint32_t kind, uint32_t feature) {
  return cpupolicy_has(cpupolicy_system_policy(host, kind), feature);
}

static void derive(const struct cpupolicy_facts *facts, const struct cpupolicy_options *options) {
  CHECK(cpupolicy_system_init(host, raw, facts, options) == CPUPOLICY_OK);
}

/* Sizes that static storage may count on, and one version everywhere. */
static void sizes(void) {
  CHECK(cpupolicy_version() == CPUPOLICY_VERSION);
  CHECK(cpupolicy_size() <= CPUPOLICY_ROOM_POLICY);
  CHECK(cpupolicy_system_size() <= CPUPOLICY_ROOM_SYSTEM && CPUPOLICY_ROOM_SYSTEM <= 64 * 1024);
  CHECK(cpupolicy_bound_size() <= CPUPOLICY_ROOM_BOUND);
  CHECK(cpupolicy_auditor_size() <= CPUPOLICY_ROOM_AUDITOR);
  CHECK(cpupolicy_view_size() <= CPUPOLICY_ROOM_VIEW);
}

/* Strict reading drops nothing, and a refusal leaves the policy as it was. */
static void strictness(void) {
  static const struct cpupolicy_leaf odd[] = {
      {0x40000000, CPUPOLICY_NONE, 0x40000110, 0, 0, 0}, {0x40000000, CPUPOLICY_NONE, 5, 1, 0, 0},
      {0x40000100, CPUPOLICY_NONE, 5, 0, 1, 0},          {0x40000100, CPUPOLICY_NONE, 5, 0, 0, 1}};
  struct cpupolicy_leaf pair[2] = {{1, CPUPOLICY_NONE, 7, 7, 7, 7}, {0, CPUPOLICY_NONE, 0, 0, 0, 0}};
  struct cpupolicy_msr msr[2] = {{0xce, 0, 1}, {0x10b, 0, 0}};
  uint32_t none = 0;
  memcpy(candidate, raw, cpupolicy_size());
  for (int i = 0; i < 4; i++) {
    pair[1] = odd[i];
    CHECK(cpupolicy_read_leaves(candidate, pair, 2, 1, errors) == CPUPOLICY_EINVAL);
    CHECK(errors->leaf == odd[i].leaf && errors->msr == CPUPOLICY_NONE);
    CHECK(!memcmp(candidate, raw, cpupolicy_size()));
  }
  CHECK(cpupolicy_read_msrs(candidate, msr, 2, 0, errors) == CPUPOLICY_ERANGE);
  CHECK(errors->msr == 0x10b && errors->leaf == CPUPOLICY_NONE);
  CHECK(!memcmp(candidate, raw, cpupolicy_size()));
  CHECK(cpupolicy_read_leaves(candidate, odd, 1, 0, errors) == CPUPOLICY_OK);
  CHECK(leaf_of(candidate, 0x40000000, CPUPOLICY_NONE).a == 0x10);
  CHECK(cpupolicy_read_leaves(candidate, pair, 121, 0, NULL) == CPUPOLICY_E2BIG);
  CHECK(cpupolicy_read_leaves(candidate, NULL, 0, 1, NULL) == CPUPOLICY_OK);
  CHECK(cpupolicy_read_leaves(candidate, NULL, 1, 1, NULL) == CPUPOLICY_EINVAL);
  CHECK(cpupolicy_read_msrs(candidate, NULL, 0, 1, NULL) == CPUPOLICY_OK);
  CHECK(cpupolicy_write_leaves(candidate, NULL, &none) == CPUPOLICY_ENOBUFS && none == 0);
}

/* A raw policy's records with a leaf that no policy holds: it stands beside, and all others are read. */
static void beside(void) {
  static struct cpupolicy_leaf records[120], kept[2], again[120];
  struct cpupolicy_leaf outside = {0xc, CPUPOLICY_NONE, 0, 1, 1, 0};
  uint32_t room = 2, none = 0, found = 0, at = leaf_count;
  memcpy(records, leaves, leaf_count * sizeof *leaves);
  for (uint32_t i = 0; i < leaf_count; i++)
    if (leaves[i].leaf == 0xc) at = i;
  /* A host with a lower limit gets the record behind its others, as a hypervisor may hand it over. */
  records[at] = outside;
  uint32_t count = at == leaf_count ? leaf_count + 1 : leaf_count;
  cpupolicy_init(candidate);
  CHECK(cpupolicy_read_leaves(candidate, records, count, 0, errors) == CPUPOLICY_ERANGE);
  CHECK(errors->leaf == 0xc);
  memcpy(scratch, candidate, cpupolicy_size());
  CHECK(cpupolicy_read_raw_leaves(candidate, records, count, NULL, &none, errors) ==
        CPUPOLICY_ENOBUFS);
  CHECK(!memcmp(scratch, candidate, cpupolicy_size()));
  CHECK(cpupolicy_read_raw_leaves(candidate, records, count, kept, &room, errors) == CPUPOLICY_OK);
  CHECK(room == 1 && !memcmp(kept, &outside, sizeof outside));
  cpupolicy_init(scratch);
  CHECK(cpupolicy_read_leaves(scratch, leaves, leaf_count, 0, NULL) == CPUPOLICY_OK);
  CHECK(!memcmp(scratch, candidate, cpupolicy_size()));
  found = 120;
  CHECK(cpupolicy_write_leaves(candidate, again, &found) == CPUPOLICY_OK);
  for (uint32_t i = 0; i < found; i++) CHECK(again[i].leaf != 0xc || !again[i].b);
  records[0].subleaf = 1;
  room = 2;
  CHECK(cpupolicy_read_raw_leaves(candidate, records, count, kept, &room, errors) ==
        CPUPOLICY_ERANGE);
  CHECK(errors->leaf == 0 && room == 2 && !memcmp(scratch, candidate, cpupolicy_size()));
  CHECK(cpupolicy_read_raw_leaves(candidate, NULL, 1, kept, &room, NULL) == CPUPOLICY_EINVAL);
}

/* The places to ask for are those that have records, ascending, each once. */
static void places(void) {
  uint32_t leaf, subleaf, msr, count = 0, seen = 0, expected = 0;
  uint64_t last = 0;
  struct cpupolicy_leaf record = {0, 0, 1, 2, 3, 4};
  cpupolicy_init(candidate);
  while (cpupolicy_place(count, &leaf, &subleaf) == CPUPOLICY_OK) {
    uint64_t place = (uint64_t)leaf << 32 | (subleaf == CPUPOLICY_NONE ? 0 : subleaf);
    CHECK(count == 0 || place > last);
    CHECK((leaf >> 28) == 0 || (leaf >> 28) == 8);
    record.leaf = leaf;
    record.subleaf = subleaf;
    CHECK(cpupolicy_set_leaf(candidate, &record) == CPUPOLICY_OK);
    CHECK(cpupolicy_read_leaves(candidate, &record, 1, 1, NULL) == CPUPOLICY_OK);
    CHECK(leaf_of(candidate, leaf, subleaf).d == 4);
    for (uint32_t i = 0; i < leaf_count; i++)
      if (leaves[i].leaf == leaf && leaves[i].subleaf == subleaf) seen++;
    last = place;
    count++;
  }
  CHECK(count > 90 && count < cpupolicy_max_leaves());
  /* Every leaf of a real host's records is among them, but for the hypervisor's and reserved ones. */
  for (uint32_t i = 0; i < leaf_count; i++)
    expected += leaves[i].leaf >> 28 != 4 &&
                !cpupolicy_get_leaf(raw, leaves[i].leaf, leaves[i].subleaf, &record);
  CHECK(seen == expected && seen > 10);
  CHECK(cpupolicy_place(count, &leaf, &subleaf) == CPUPOLICY_ERANGE);
  for (count = 0; !cpupolicy_msr_place(count, &msr); count++)
    CHECK(cpupolicy_set_msr(candidate, msr, 3) == CPUPOLICY_OK);
  CHECK(count == cpupolicy_max_msrs());
}

/* Single leaves, MSRs, vendors, and features with what they need. */
static void parts(void) {
  struct cpupolicy_leaf record = leaf_of(raw, 0, CPUPOLICY_NONE);
  uint64_t value = 0;
  char name[32];
  CHECK(cpupolicy_get_leaf(raw, 0x20, CPUPOLICY_NONE, &record) == CPUPOLICY_ERANGE);
  CHECK(cpupolicy_get_leaf(raw, 4, CPUPOLICY_NONE, &record) == CPUPOLICY_ERANGE);
  CHECK(cpupolicy_get_leaf(raw, 1, 0, &record) == CPUPOLICY_ERANGE);
  CHECK(cpupolicy_vendor(raw) == cpupolicy_lookup_vendor(record.b, record.c, record.d));
  CHECK(cpupolicy_vendor(raw) == CPUPOLICY_AMD || cpupolicy_vendor(raw) == CPUPOLICY_INTEL);
  CHECK(cpupolicy_lookup_vendor(1, 2, 3) == 0);
  cpupolicy_init(candidate);
  CHECK(cpupolicy_get_msr(candidate, 0x10a, &value) == CPUPOLICY_ENODATA);
  CHECK(cpupolicy_get_msr(candidate, 0xdead, &value) == CPUPOLICY_ERANGE);
  CHECK(cpupolicy_set_msr(candidate, 0x10a, 5) == CPUPOLICY_OK);
  CHECK(cpupolicy_get_msr(candidate, 0x10a, &value) == CPUPOLICY_OK && value == 5);
  CHECK(cpupolicy_has(candidate, CPUPOLICY_FEATURE_RDCL_NO));
  memset(words, 0, sizeof words);
  words[CPUPOLICY_FEATURE_AVX2 / 32] |= 1u << CPUPOLICY_FEATURE_AVX2 % 32;
  words[0] |= 1;
  cpupolicy_features_close(words);
  CHECK(words[0] == 1 && words[CPUPOLICY_FEATURE_AVX2 / 32] == 0);
  cpupolicy_features(raw, words);
  cpupolicy_features_remove(words, CPUPOLICY_FEATURE_XSAVE);
  CHECK(!(words[CPUPOLICY_FEATURE_AVX / 32] & 1u << CPUPOLICY_FEATURE_AVX % 32));
  memcpy(candidate, raw, cpupolicy_size());
  cpupolicy_set_features(candidate, words, raw);
  CHECK(!cpupolicy_has(candidate, CPUPOLICY_FEATURE_AVX));
  CHECK(leaf_of(candidate, 0xd, 0).c == 0);
  CHECK(cpupolicy_feature_number("avx512-vnni", 11) == CPUPOLICY_FEATURE_AVX512_VNNI);
  CHECK(cpupolicy_feature_number("avx512-vnn", 10) == CPUPOLICY_NONE);
  CHECK(cpupolicy_feature_number("", 0) == CPUPOLICY_NONE);
  CHECK(cpupolicy_feature_name(CPUPOLICY_FEATURE_AVX512_VNNI, name, sizeof name) == 11);
  CHECK(!memcmp(name, "avx512-vnni", 11));
  CHECK(cpupolicy_feature_name(CPUPOLICY_FEATURE_AVX512_VNNI, NULL, 0) == 11);
  CHECK(cpupolicy_feature_name(0xffff, NULL, 0) == 0);
}

static struct cpupolicy_options plain(void) {
  struct cpupolicy_options options = {CPUPOLICY_HEAD(struct cpupolicy_options)};
  return options;
}

/* The cpuid= option: every fault with its column, and what a list without one does. */
static void options_of_the_owner(void) {
  static const char bad[] = "avx,avx512,,no-smep=yes,smap=maybe,maxphysaddr=x,maxphysaddr=300";
  static const uint32_t columns[] = {5, 12, 20, 30, 48, 62};
  static const uint32_t kinds[] = {
      CPUPOLICY_OPTION_UNKNOWN,     CPUPOLICY_OPTION_EMPTY,      CPUPOLICY_OPTION_NEGATED_VALUE,
      CPUPOLICY_OPTION_NOT_BOOLEAN, CPUPOLICY_OPTION_NOT_NUMBER, CPUPOLICY_OPTION_ABOVE_FIELD};
  static const char good[] = "no-avx,sse4-2=guest,maxphysaddr=0x28,maxleaf=13";
  struct cpupolicy_option_error faults[8] = {{CPUPOLICY_HEAD(struct cpupolicy_option_error)}};
  struct cpupolicy_options options = plain(), before = options;
  CHECK(cpupolicy_options_parse(&options, 0, bad, sizeof bad - 1, faults, 8) == 6);
  for (int i = 0; i < 6; i++) CHECK(faults[i].column == columns[i] && faults[i].fault == kinds[i]);
  CHECK(faults[2].item == 13 && faults[2].length == 11 && faults[5].bound == 255);
  CHECK(!memcmp(&options, &before, sizeof options));
  CHECK(cpupolicy_options_parse(&options, 0, bad, sizeof bad - 1, NULL, 0) == 6);
  CHECK(cpupolicy_options_parse(&options, 0, good, sizeof good - 1, faults, 8) == 0);
  CHECK(options.limit_count == 2);
  derive(NULL, &options);
  CHECK(!has(CPUPOLICY_HOST_DEFAULT, CPUPOLICY_FEATURE_AVX));
  CHECK(!has(CPUPOLICY_HVM_MAX, CPUPOLICY_FEATURE_AVX2));
  CHECK(!has(CPUPOLICY_HOST_DEFAULT, CPUPOLICY_FEATURE_SSE4_2));
  CHECK(has(CPUPOLICY_HVM_DEFAULT, CPUPOLICY_FEATURE_SSE4_2) ==
        cpupolicy_has(raw, CPUPOLICY_FEATURE_SSE4_2));
  CHECK((leaf_of(cpupolicy_system_policy(host, CPUPOLICY_HVM_MAX), 0x80000008, CPUPOLICY_NONE).a &
         0xff) <= 40);
  /* dom0-cpuid= shapes the control domain alone. */
  options = plain();
  CHECK(cpupolicy_options_parse(&options, 1, "no-sse2", 7, NULL, 0) == 0);
  derive(NULL, &options);
  CHECK(has(CPUPOLICY_PV_DEFAULT, CPUPOLICY_FEATURE_SSE2) &&
        !has(CPUPOLICY_DOM0_PV, CPUPOLICY_FEATURE_SSE2));
  /* More keys than there is room for are refused before anything is taken over. */
  options = plain();
  options.limit_count = CPUPOLICY_MAX_LIMITS + 1;
  CHECK(cpupolicy_system_init(host, raw, NULL, &options) == CPUPOLICY_EINVAL);
  options.limit_count = 1; /* of a field that there is not: leaf 0 EAX bit 0 is one, bit 1 is none */
  options.limits[0].subleaf = CPUPOLICY_NONE;
  CHECK(cpupolicy_system_init(host, raw, NULL, &options) == CPUPOLICY_OK);
  options.limits[0].low = 1;
  CHECK(cpupolicy_system_init(host, raw, NULL, &options) == CPUPOLICY_EINVAL);
  /* Choices that are no cpuid=. */
  options = plain();
  options.hap = CPUPOLICY_NO;
  options.xsave = CPUPOLICY_NO;
  derive(NULL, &options);
  CHECK(!cpupolicy_system_has_hap(host) && !has(CPUPOLICY_HOST_DEFAULT, CPUPOLICY_FEATURE_AVX));
  derive(NULL, NULL);
  CHECK(cpupolicy_system_has_hvm(host) == (has(CPUPOLICY_HOST_DEFAULT, CPUPOLICY_FEATURE_VMX) ||
                                           has(CPUPOLICY_HOST_DEFAULT, CPUPOLICY_FEATURE_SVM)));
}

/* Facts: what all CPUs share binds the host; what is known is no longer assumed. */
static void facts_of_the_host(void) {
#define FACT(name, number) {offsetof(struct cpupolicy_facts, name), CPUPOLICY_FACT_##number}
  static const struct {
    size_t at;
    uint32_t fact;
  } one[] = {FACT(has_common_features, COMMON_FEATURES),
             FACT(has_microcode, MICROCODE),
             FACT(de_cfg_readable, DE_CFG_READABLE),
             FACT(lfence_serialising, LFENCE_SERIALISING),
             FACT(ls_cfg_holds, LS_CFG_HOLDS),
             FACT(sbpb_accepted, SBPB_ACCEPTED),
             FACT(null_selector_clears_base, NULL_SELECTOR_CLEARS_BASE),
             FACT(smt_enabled, SMT_ENABLED),
             FACT(has_mcu_opt_ctrl, MCU_OPT_CTRL),
             FACT(rtm_disabled, RTM_DISABLED),
             FACT(fast_strings, FAST_STRINGS),
             FACT(misc_features_enables, MISC_FEATURES_ENABLES),
             FACT(ept, EPT),
             FACT(virtualisation_usable, VIRTUALISATION_USABLE),
             FACT(local_apic_enabled, LOCAL_APIC_ENABLED),
             FACT(topoext_reenabled, TOPOEXT_REENABLED)};
  struct cpupolicy_facts facts = {CPUPOLICY_HEAD(struct cpupolicy_facts)};
  uint32_t assumed;
  derive(NULL, NULL);
  assumed = cpupolicy_system_assumed(host);
  CHECK(assumed & 1u << CPUPOLICY_FACT_COMMON_FEATURES);
  /* Each fact by itself takes its own bit away, where the host's policies hang on it. */
  for (uint32_t i = 0; i < sizeof one / sizeof *one; i++) {
    struct cpupolicy_facts known = {CPUPOLICY_HEAD(struct cpupolicy_facts)};
    ((uint8_t *)&known)[one[i].at] = CPUPOLICY_YES;
    derive(&known, NULL);
    CHECK(cpupolicy_system_assumed(host) == (assumed & ~(1u << one[i].fact)));
  }
  cpupolicy_features(raw, facts.common_features);
  facts.common_features[0] &= ~(1u << CPUPOLICY_FEATURE_FXSR);
  facts.has_common_features = 1;
  memset(&facts.de_cfg_readable, CPUPOLICY_YES,
         sizeof facts - offsetof(struct cpupolicy_facts, de_cfg_readable));
  facts.has_mcu_opt_ctrl = facts.has_microcode = 1;
  derive(&facts, NULL);
  CHECK(cpupolicy_system_assumed(host) == 0);
  CHECK(!has(CPUPOLICY_HOST_MAX, CPUPOLICY_FEATURE_FXSR));
  CHECK(has(CPUPOLICY_RAW, CPUPOLICY_FEATURE_FXSR));
}

int main(int files, char **paths) {
  for (int file = 1; file < files; file++) {
    load(paths[file]);
    sizes();
    strictness();
    beside();
    places();
    parts();
    options_of_the_owner();
    facts_of_the_host();
  }
  printf("host: %d checks\n", checks);
  return failures != 0 || checks == 0;
}
