// SPDX-License-Identifier: Apache-2.0

/*
 * Whatever a call is given, it returns: hostile RAW... fills structs, records and text at random, from a
 * seed of its own for each host. And what a set-policy hypercall accepts is read back as it was given.
 */
#include "support.h"

enum { ROUNDS = 400, DAMAGES = 3000 };

static uint64_t seed;
static uint32_t any(void) {
  seed = seed * 6364136223846793005u + 1442695040888963407u;
  return seed >> 32;
}
static uint32_t below(uint32_t end) { return any() % end; }
/* Small, at an end, or any number. */
static uint32_t number(void) {
  switch (below(4)) {
  case 0: return below(9);
  case 1: return 1u << below(32);
  case 2: return ~below(3);
  default: return any();
  }
}

/* A struct with a right head, and the rest at random: few bits or all. */
static void fill(void *structure, uint32_t size) {
  uint8_t *bytes = structure;
  uint32_t head[2] = {size, CPUPOLICY_VERSION}, style = below(3);
  for (uint32_t i = 0; i < size; i++)
    bytes[i] = style == 0 ? any() : style == 1 ? below(3) : below(16) ? 0 : any();
  memcpy(structure, head, sizeof head);
}
#define FILL(structure) fill(&(structure), sizeof(structure))

static struct cpupolicy_facts facts;
static struct cpupolicy_options options;
static struct cpupolicy_domain domain;
static struct cpupolicy_topology topology;
static struct cpupolicy_hypervisor hypervisor;
static struct cpupolicy_machine machine;
static struct cpupolicy_vcpu vcpu;
static struct cpupolicy_error errors[64] = {{CPUPOLICY_HEAD(struct cpupolicy_error)}};
static struct cpupolicy_option_error faults[4] = {
    {CPUPOLICY_HEAD(struct cpupolicy_option_error)}};

static int fine_or(int status, int error) { return status == CPUPOLICY_OK || status == error; }

/* The structs of a hypervisor. */
static void structs(void) {
  int status;
  FILL(facts);
  FILL(options);
  options.limit_count = below(CPUPOLICY_MAX_LIMITS + 2);
  for (int i = 0; i < CPUPOLICY_MAX_LIMITS; i++) {
    struct cpupolicy_limit width = {0x80000008, CPUPOLICY_NONE, 0, 8 * below(3), number()};
    if (below(20)) options.limits[i] = width;
  }
  options.max_leaf = number();
  options.max_subleaf_7 = number();
  options.max_extended_leaf = number();
  options.cache_count = number();
  options.topology_count = number();
  options.state_count = number();
  status = cpupolicy_system_init(host, raw, &facts, &options);
  CHECK(fine_or(status, CPUPOLICY_EINVAL));
  if (status) CHECK(!cpupolicy_system_init(host, raw, &facts, NULL));
  cpupolicy_system_assumed(host);

  FILL(domain);
  FILL(topology);
  FILL(hypervisor);
  FILL(machine);
  domain.guest = below(5);
  domain.vcpus = number();
  domain.physical_limit = number();
  domain.max_leaf = number();
  domain.max_extended_leaf = number();
  domain.topology = below(4) ? &topology : NULL;
  topology.sockets = number();
  topology.dies = below(2) ? 1 : number();
  topology.cores = number();
  topology.threads = number();
  topology.vcpus = below(2) ? topology.sockets * topology.dies * topology.cores * topology.threads
                            : number();
  cpupolicy_topology_check(&topology);
  cpupolicy_apic_id(&topology, number());
  cpupolicy_io_apic_id(&topology);
  if (cpupolicy_domain_init(host, &domain, policy, errors)) {
    domain.topology = NULL;
    domain.vcpus = 1 + below(64);
    domain.guest = below(4);
    status = cpupolicy_domain_init(host, &domain, policy, errors);
    CHECK(fine_or(status, CPUPOLICY_EINVAL));
    if (status) return;
  }
  CHECK(!cpupolicy_bound_init(bound, cpupolicy_system_policy(host, max_of[domain.guest]),
                              domain.guest, CPUPOLICY_SCOPE_DOMAIN,
                              below(2) ? cpupolicy_system_policy(host, CPUPOLICY_HOST_DEFAULT) : NULL,
                              NULL));
  CHECK(!cpupolicy_auditor_init(auditor, bound, &domain));
  CHECK(cpupolicy_audit(auditor, bound, policy, scratch, errors, 64) >= 0);
  CHECK(cpupolicy_audit(auditor, bound, candidate, scratch, errors, 64) >= 0);
  CHECK(!cpupolicy_view_init(view, policy, &domain, below(2), &hypervisor, &machine));
  for (int i = 0; i < 50; i++) {
    struct cpupolicy_leaf seen;
    FILL(vcpu);
    vcpu.pv_reader = below(4);
    CHECK(!cpupolicy_view_read(view, &vcpu, below(2) << 31 | below(0x28), number(), &seen));
    CHECK(!cpupolicy_view_read(view, &vcpu, hypervisor.base + below(8), below(4), &seen));
    CHECK(!cpupolicy_view_read(view, &vcpu, number(), number(), &seen));
  }
}

/* Records, single places and featuresets that may mean nothing. */
static void records(void) {
  static struct cpupolicy_leaf odd[130];
  struct cpupolicy_msr values[4];
  uint32_t words[CPUPOLICY_FEATURE_ROOM], count = below(130), leaf, subleaf, same;
  char name[16];
  memcpy(candidate, below(2) ? raw : policy, cpupolicy_size());
  memcpy(scratch, candidate, cpupolicy_size());
  for (uint32_t i = 0; i < count; i++) {
    fill(&odd[i], sizeof *odd);
    odd[i].leaf = number();
    odd[i].subleaf = number();
    if (below(64) && !cpupolicy_place(below(110), &leaf, &subleaf)) {
      odd[i].leaf = leaf;
      odd[i].subleaf = subleaf;
    }
  }
  same = cpupolicy_read_leaves(candidate, odd, count, below(2), errors) != CPUPOLICY_OK;
  CHECK(!same || !memcmp(candidate, scratch, cpupolicy_size()));
  if (same) {
    static struct cpupolicy_leaf kept[130];
    uint32_t room = below(130);
    same = cpupolicy_read_raw_leaves(candidate, odd, count, kept, &room, errors) != CPUPOLICY_OK;
    CHECK(!same || !memcmp(candidate, scratch, cpupolicy_size()));
  }
  for (int i = 0; i < 4; i++) {
    fill(&values[i], sizeof *values);
    values[i].index = below(3) ? 0x10a : number();
    values[i].flags = below(4) ? 0 : number();
  }
  cpupolicy_read_msrs(candidate, values, below(4), below(2), errors);
  cpupolicy_set_leaf(candidate, odd);
  cpupolicy_get_leaf(candidate, number(), number(), odd);
  for (uint32_t i = 0; i < CPUPOLICY_FEATURE_ROOM; i++) words[i] = any();
  cpupolicy_features_remove(words, number());
  cpupolicy_features_close(words);
  cpupolicy_set_features(candidate, words, raw);
  cpupolicy_has(candidate, number());
  cpupolicy_feature_name(number(), name, below(sizeof name));
  cpupolicy_place(number(), &leaf, &subleaf);
  cpupolicy_msr_place(number(), &leaf);
  if (below(2)) cpupolicy_clear_stale(candidate);
  count = below(130);
  CHECK(fine_or(cpupolicy_write_leaves(candidate, odd, &count), CPUPOLICY_ENOBUFS));
  topology.sockets = topology.dies = 1;
  memcpy(scratch, candidate, cpupolicy_size());
  if (cpupolicy_apply_topology(candidate, &topology, number(), number(), NULL))
    CHECK(!memcmp(candidate, scratch, cpupolicy_size()));
}

/* A list of the owner's, of pieces and of bytes. */
static void text(void) {
  static const char *const pieces[] = {"avx", "no-", "=", ",", "guest", "maxphysaddr", "maxleaf",
                                       "0x", "99999999999999999999", "yes", "-", "avx512-vnni"};
  char list[400];
  size_t length = 0;
  for (uint32_t i = below(20); i > 0; i--) {
    const char *piece = pieces[below(sizeof pieces / sizeof *pieces)];
    if (below(16)) {
      memcpy(list + length, piece, strlen(piece));
      length += strlen(piece);
    } else {
      list[length++] = any();
    }
  }
  FILL(options);
  options.limit_count = below(2) ? 0 : number();
  cpupolicy_options_parse(&options, below(2), list, length, faults, below(5));
  cpupolicy_feature_number(list, length);
}

/* A domain's policy with a few places altered: refused, or read back as it was set. */
static void damage(uint32_t *accepted) {
  static const uint32_t guests[] = {CPUPOLICY_PV, CPUPOLICY_PV32, CPUPOLICY_HVM,
                                    CPUPOLICY_HVM_SHADOW};
  static struct cpupolicy_leaf given[120], found[120];
  uint32_t count = 120, written, i, j;
  struct cpupolicy_msr value = {0x10a, 0, 0};
  struct cpupolicy_domain plain = {CPUPOLICY_HEAD(struct cpupolicy_domain), .vcpus = 4};
  CHECK(!cpupolicy_system_init(host, raw, NULL, NULL));
  for (uint32_t round = 0; round < DAMAGES; round++) {
    if (round % (DAMAGES / 4) == 0) {
      plain.guest = guests[round / (DAMAGES / 4)];
      CHECK(!cpupolicy_domain_init(host, &plain, policy, NULL));
      CHECK(!cpupolicy_bound_init(bound, cpupolicy_system_policy(host, max_of[plain.guest]),
                                  plain.guest, CPUPOLICY_SCOPE_DOMAIN,
                                  cpupolicy_system_policy(host, CPUPOLICY_HOST_DEFAULT), NULL));
      CHECK(!cpupolicy_auditor_init(auditor, bound, &plain));
    }
    count = 120;
    CHECK(!cpupolicy_write_leaves(policy, given, &count));
    for (i = 1 + below(3); i > 0; i--) {
      uint32_t *reg = &given[below(count)].a + below(4);
      *reg = below(3) ? *reg ^ 1u << below(32) : below(2) ? 0 : any();
    }
    memcpy(candidate, policy, cpupolicy_size());
    if (cpupolicy_read_leaves(candidate, given, count, 1, errors)) continue;
    value.value = 1ull << below(64);
    if (!below(8) && cpupolicy_read_msrs(candidate, &value, 1, 1, errors)) continue;
    if (cpupolicy_audit(auditor, bound, candidate, scratch, errors, 64)) continue;
    ++*accepted;
    written = 120;
    CHECK(!cpupolicy_write_leaves(candidate, found, &written));
    for (i = j = 0; i < count; i++) {
      while (j < written && (found[j].leaf < given[i].leaf ||
                             (found[j].leaf == given[i].leaf && found[j].subleaf < given[i].subleaf)))
        j++;
      if (j < written && found[j].leaf == given[i].leaf && found[j].subleaf == given[i].subleaf)
        CHECK(!memcmp(&found[j], &given[i], sizeof *found));
      else
        CHECK((given[i].a | given[i].b | given[i].c | given[i].d) == 0);
    }
  }
}

int main(int files, char **paths) {
  uint32_t accepted = 0;
  for (int file = 1; file < files; file++) {
    load(paths[file]);
    seed = file;
    memcpy(candidate, raw, cpupolicy_size());
    for (int round = 0; round < ROUNDS; round++) {
      structs();
      records();
      text();
    }
    damage(&accepted);
  }
  CHECK(accepted > 500);
  printf("hostile: %d checks, %u of %d altered policies accepted and read back\n", checks, accepted,
         (files - 1) * DAMAGES);
  return failures != 0 || checks == 0;
}
