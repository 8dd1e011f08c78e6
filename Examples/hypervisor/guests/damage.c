// SPDX-License-Identifier: Apache-2.0

/*
 * Damaged policies: what the hypervisor accepts it gives back as it was set, what it refuses has a place
 * and changes nothing, and libcpupolicy's own audit says the same.
 */
#include "toolstack.h"

static struct records base, damaged, found;
static struct policy_room rooms[4];
static uint64_t bound_room[CPUPOLICY_ROOM_BOUND / 8], auditor_room[CPUPOLICY_ROOM_AUDITOR / 8];
static struct cpupolicy_error error = {CPUPOLICY_HEAD(struct cpupolicy_error)};

static uint64_t state = 1;
static uint32_t random_below(uint32_t bound) {
  state = state * 6364136223846793005 + 1442695040888963407;
  return (uint32_t)(state >> 33) % bound;
}

static void damage_leaf(void) {
  struct cpupolicy_leaf *leaf = &damaged.leaves[random_below(damaged.leaf_count)];
  uint32_t *registers[] = {&leaf->a, &leaf->b, &leaf->c, &leaf->d};
  switch (random_below(8)) {
  case 0: leaf->leaf ^= 1u << random_below(32); break;
  case 1: leaf->subleaf ^= 1u << random_below(32); break;
  case 2: *registers[random_below(4)] = 0; break;
  case 3: *registers[random_below(4)] = ALL_ONES; break;
  default: *registers[random_below(4)] ^= 1u << random_below(32);
  }
}

static void damage_records(void) {
  struct cpupolicy_msr *msr = &damaged.msrs[random_below(damaged.msr_count)];
  switch (random_below(12)) {
  case 0: damaged.leaf_count = MOST_LEAVES + random_below(2); break;
  case 1: damaged.leaf_count = random_below(damaged.leaf_count) + 1; break;
  case 2: damaged.leaves[random_below(damaged.leaf_count)] = damaged.leaves[0]; break;
  case 3: msr->value ^= 1ull << random_below(64); break;
  case 4: msr->index ^= 1u << random_below(32); break;
  case 5: msr->flags = random_below(2); break;
  default:
    for (uint32_t count = random_below(3) + 1; count; count--) damage_leaf();
  }
}

static int same(const struct records *first, const struct records *second) {
  return first->leaf_count == second->leaf_count && first->msr_count == second->msr_count &&
         !__builtin_memcmp(first->leaves, second->leaves,
                           first->leaf_count * sizeof first->leaves[0]) &&
         !__builtin_memcmp(first->msrs, second->msrs, first->msr_count * sizeof first->msrs[0]);
}

/* What the library says of the damaged records merged into the base: the policy that they would give, and
 * whether it is acceptable. */
static int judge(const struct cpupolicy_domain *domain, cpupolicy_t *merged, cpupolicy_t *scratch) {
  read_records(merged, &base);
  if (cpupolicy_read_leaves(merged, damaged.leaves, damaged.leaf_count, 1, NULL)) return 0;
  cpupolicy_clear_stale(merged);
  if (cpupolicy_read_leaves(merged, damaged.leaves, damaged.leaf_count, 1, NULL) ||
      cpupolicy_read_msrs(merged, damaged.msrs, damaged.msr_count, 1, NULL))
    return 0;
  cpupolicy_auditor_init((cpupolicy_auditor_t *)auditor_room, (cpupolicy_bound_t *)bound_room, domain);
  return cpupolicy_audit((cpupolicy_auditor_t *)auditor_room, (cpupolicy_bound_t *)bound_room, merged,
                         scratch, &error, 1) == 0;
}

void damage(uint32_t count) {
  struct cpupolicy_topology topology = {CPUPOLICY_HEAD(struct cpupolicy_topology), .sockets = 1,
                                        .dies = 1, .cores = 2, .threads = 1, .vcpus = 2};
  struct cpupolicy_domain domain = {CPUPOLICY_HEAD(struct cpupolicy_domain), .guest = CPUPOLICY_HVM,
                                    .physical_limit = 48, .topology = &topology};
  cpupolicy_t *max = policy_in(&rooms[0]), *host = policy_in(&rooms[1]);
  get_system_policy(HVM_MAX, &found);
  read_records(max, &found);
  get_system_policy(HOST, &found);
  read_records(host, &found);
  cpupolicy_bound_init((cpupolicy_bound_t *)bound_room, max, CPUPOLICY_HVM, CPUPOLICY_SCOPE_DOMAIN, host,
                       NULL);
  uint32_t accepted = 0, refused = 0, altered = 0, without_place = 0, changed = 0, disagreed = 0;
  int64_t number = create_plain(CPUPOLICY_HVM, 2, 0);
  get_policy(number, &base);
  for (uint32_t i = 0; i < count; i++) {
    damaged = base;
    damage_records();
    int is_fine = judge(&domain, max, host);
    struct refusal refusal = set_policy(number, &damaged);
    get_policy(number, &found);
    disagreed += is_fine != !refusal.result;
    if (refusal.result) {
      refused++;
      changed += !same(&found, &base);
      /* Too many records have none by nature. */
      without_place += refusal.result != -7 && refusal.leaf == ALL_ONES && refusal.msr == ALL_ONES;
      continue;
    }
    accepted++;
    write_records(max, &damaged);
    altered += !same(&found, &damaged);
    command(number, DOMCTL_DESTROY);
    number = create_plain(CPUPOLICY_HVM, 2, 0);
  }
  print("%u damaged policies: %u accepted, of which %u altered\n", count, accepted, altered);
  print("%u refused, of which %u without a place and %u not without effect\n", refused, without_place,
        changed);
  print("libcpupolicy says otherwise of %u\n", disagreed);
}
