// SPDX-License-Identifier: Apache-2.0

/* The plan's sentences, one after another: docs/ring0.md says which is which. */
#include "toolstack.h"

static struct records records, again;
static struct policy_room rooms[4];
static uint64_t system_room[CPUPOLICY_ROOM_SYSTEM / 8];

#define RAW_POLICY policy_in(&rooms[0])
#define PRESENT policy_in(&rooms[1])

static const char *const names[] = {"raw", "host", "PV max", "HVM max", "PV default", "HVM default"};

/* A refusal in one line: number, code where there is one, place. The hypervisor's log has the bits. */
static void report(const char *what, struct refusal refusal) {
  unsigned number = (unsigned)-refusal.result, code = (unsigned)refusal.code;
  if (!number)
    print("%s: accepted\n", what);
  else if (refusal.msr != ALL_ONES)
    print("%s: error %u, code %u, MSR 0x%x\n", what, number, code, refusal.msr);
  else if (refusal.leaf == ALL_ONES)
    print("%s: error %u\n", what, number);
  else if (refusal.subleaf == ALL_ONES)
    print("%s: error %u, code %u, leaf 0x%x\n", what, number, code, refusal.leaf);
  else
    print("%s: error %u, code %u, leaf 0x%x:%u\n", what, number, code, refusal.leaf, refusal.subleaf);
}

/* A feature by its option's name, in each of the six policies. */
static uint32_t feature(const char *name) {
  size_t length = 0;
  while (name[length]) length++;
  return cpupolicy_feature_number(name, length);
}

static void show_feature(const char *name) {
  unsigned found[6];
  for (uint32_t index = RAW; index <= HVM_DEFAULT; index++) {
    get_system_policy(index, &records);
    read_records(PRESENT, &records);
    found[index] = (unsigned)cpupolicy_has(PRESENT, feature(name));
  }
  print("%s: raw %u, host %u, PV max %u, HVM max %u, PV default %u, HVM default %u\n", name, found[0],
        found[1], found[2], found[3], found[4], found[5]);
}

/* Adds or takes away one feature of a domain's policy, alone or with what needs it, and sets that. */
static struct refusal change(int64_t domain, const char *name, int present, int with_dependants) {
  uint32_t words[CPUPOLICY_FEATURE_ROOM];
  get_policy(domain, &records);
  read_records(PRESENT, &records);
  cpupolicy_features(PRESENT, words);
  uint32_t number = feature(name);
  if (present)
    words[number / 32] |= 1u << number % 32;
  else if (with_dependants)
    cpupolicy_features_remove(words, number);
  else
    words[number / 32] &= ~(1u << number % 32);
  cpupolicy_set_features(PRESENT, words, RAW_POLICY);
  write_records(PRESENT, &records);
  return set_policy(domain, &records);
}

/* ---- Policies of the system -------------------------------------------------------------------- */

static void show_system(void) {
  for (uint32_t index = RAW; index <= HVM_DEFAULT; index++) {
    int64_t result = get_system_policy(index, &records);
    read_records(PRESENT, &records);
    uint32_t words[CPUPOLICY_FEATURE_ROOM], found[CPUPOLICY_FEATURE_ROOM] = {0};
    static const uint32_t other_order[] = {0, 1, 4, 5, 2, 3};
    cpupolicy_features(PRESENT, words);
    struct sysctl query = {.command = SYSCTL_GET_FEATURESET, .version = SYSCTL_VERSION};
    query.u.featureset = (struct sysctl_featureset){other_order[index], CPUPOLICY_FEATURE_ROOM,
                                                    (uint64_t)found};
    int64_t second = hypercall(HYPERCALL_SYSCTL, (uint64_t)&query, 0).result;
    print("%s: results %u and %u, policy and featureset agree %u\n", names[index], (unsigned)-result,
          (unsigned)-second, !__builtin_memcmp(words, found, sizeof words));
  }
  show_feature("avx");
  show_feature("smep");
  show_feature("itsc");
  get_system_policy(HVM_DEFAULT, &records);
  read_records(PRESENT, &records);
  struct cpupolicy_leaf leaf;
  cpupolicy_get_leaf(PRESENT, 0x80000008, CPUPOLICY_NONE, &leaf);
  print("HVM default: %u bits of a physical address\n", leaf.a & 0xff);
}

/* The toolstack's own derivation, from raw alone, of the policy that the hypervisor began a domain with. */
static void derive(void) {
  get_system_policy(RAW, &records);
  read_records(RAW_POLICY, &records);
  cpupolicy_system_t *system = (cpupolicy_system_t *)system_room;
  struct cpupolicy_topology topology = {CPUPOLICY_HEAD(struct cpupolicy_topology), .sockets = 1,
                                        .dies = 1, .cores = 2, .threads = 1, .vcpus = 2};
  struct cpupolicy_domain domain = {CPUPOLICY_HEAD(struct cpupolicy_domain), .guest = CPUPOLICY_HVM,
                                    .physical_limit = 48, .topology = &topology};
  int64_t number = create_plain(CPUPOLICY_HVM, 2, WORK_KEEP);
  int result = cpupolicy_system_init(system, RAW_POLICY, NULL, NULL);
  result |= cpupolicy_domain_init(system, &domain, PRESENT, NULL);
  write_records(PRESENT, &records);
  get_policy(number, &again);
  unsigned same = records.leaf_count == again.leaf_count;
  for (uint32_t i = 0; same && i < records.leaf_count; i++)
    same = !__builtin_memcmp(&records.leaves[i], &again.leaves[i], sizeof again.leaves[i]);
  print("derived by the toolstack: result %u, equal to the hypervisor's %u\n", (unsigned)-result, same);
  report("set as derived", set_policy(number, &records));
  command(number, DOMCTL_DESTROY);
}

/* ---- One domain's policy ----------------------------------------------------------------------- */

static void change_policies(void) {
  int64_t domain = create_plain(CPUPOLICY_HVM, 2, WORK_PROBE);
  get_policy(domain, &records);
  report("set as got", set_policy(domain, &records));
  report("AVX512F above max", change(domain, "avx512f", 1, 0));
  report("ITSC above max", change(domain, "itsc", 1, 0));
  report("AVX alone cleared", change(domain, "avx", 0, 0));
  /* Another shape than the one of its creation. */
  get_policy(domain, &records);
  read_records(PRESENT, &records);
  struct cpupolicy_topology topology = {CPUPOLICY_HEAD(struct cpupolicy_topology), .sockets = 1,
                                        .dies = 1, .cores = 4, .threads = 1, .vcpus = 4};
  cpupolicy_apply_topology(PRESENT, &topology, 0, 0, NULL);
  write_records(PRESENT, &records);
  report("another topology", set_policy(domain, &records));
  /* Wider addresses than its default. */
  get_policy(domain, &records);
  for (uint32_t i = 0; i < records.leaf_count; i++)
    if (records.leaves[i].leaf == 0x80000008) records.leaves[i].a |= 0x3f;
  report("wider addresses", set_policy(domain, &records));
  /* A feature of max that the default leaves out: the toolstack opts in. */
  report("MPX beyond default", change(domain, "mpx", 1, 0));
  command(domain, DOMCTL_DESTROY);

  domain = create_plain(CPUPOLICY_HVM, 1, WORK_PROBE);
  report("AVX hidden with what needs it", change(domain, "avx", 0, 1));
  print("run: state %u\n", run(domain));
  print("get after run: error %u\n", (unsigned)-get_policy(domain, &records));
  report("set after run", set_policy(domain, &records));
  print("run after run: error %u\n", (unsigned)-command(domain, DOMCTL_UNPAUSE));
  command(domain, DOMCTL_DESTROY);
}

/* ---- Creation ---------------------------------------------------------------------------------- */

static void create_domains(void) {
  struct domctl_create creation = {.kind = CPUPOLICY_HVM, .sockets = 2, .dies = 1, .cores = 3,
                                   .threads = 1, .vcpus = 4, .program = 1, .argument = WORK_KEEP};
  uint64_t code;
  int64_t domain = create(&creation, &code);
  print("2 sockets of 3 cores, 4 virtual CPUs: IO-APIC id %u\n", creation.io_apic_id);
  print("run: state %u\n", run(domain));
  command(domain, DOMCTL_DESTROY);
  creation = (struct domctl_create){.kind = CPUPOLICY_HVM, .flags = DOMAIN_INVARIANT_TSC, .sockets = 1,
                                    .dies = 1, .cores = 1, .threads = 1, .vcpus = 1};
  domain = create(&creation, &code);
  print("invariant TSC: error %u, code %u\n", domain < 0 ? (unsigned)-domain : 0, (unsigned)code);
  if (domain > 0) command(domain, DOMCTL_DESTROY);
  creation.flags = 0;
  creation.vcpus = 2;
  domain = create(&creation, &code);
  print("2 virtual CPUs on 1 seat: error %u\n", domain < 0 ? (unsigned)-domain : 0);
  for (uint32_t kind = CPUPOLICY_PV; kind <= CPUPOLICY_HVM_SHADOW; kind++) {
    static const char *const kinds[] = {"PV", "PV 32", "HVM", "HVM shadow"};
    domain = create_plain(kind, 1, 0);
    get_policy(domain, &records);
    struct refusal refusal = set_policy(domain, &records);
    print("%s: created, set as got: error %u\n", kinds[kind], (unsigned)-refusal.result);
    command(domain, DOMCTL_DESTROY);
  }
}

/* ---- Xen's answers ----------------------------------------------------------------------------- */

static struct refusal set_leaf(int64_t domain, uint32_t leaf, uint32_t subleaf) {
  records.leaf_count = 1;
  records.msr_count = 0;
  records.leaves[0] = (struct cpupolicy_leaf){leaf, subleaf, 0, 0, 0, 0};
  return set_policy(domain, &records);
}

static struct refusal set_msr(int64_t domain, uint32_t index, uint32_t flags, uint64_t value) {
  records.leaf_count = 0;
  records.msr_count = 1;
  records.msrs[0] = (struct cpupolicy_msr){index, flags, value};
  return set_policy(domain, &records);
}

static void try_answers(void) {
  int64_t domain = create_plain(CPUPOLICY_HVM, 1, 0);
  report("leaf 0xe", set_leaf(domain, 0xe, ALL_ONES));
  report("leaf 1 with a subleaf", set_leaf(domain, 1, 0));
  report("leaf 7 subleaf 3", set_leaf(domain, 7, 3));
  report("MSR 0xcf", set_msr(domain, 0xcf, 0, 0));
  report("MSR 0xce with flags", set_msr(domain, 0xce, 1, 0));
  report("MSR 0xce above 32 bits", set_msr(domain, 0xce, 0, 1ull << 40));
  records.leaf_count = MOST_LEAVES + 1;
  records.msr_count = 0;
  report("121 leaves", set_policy(domain, &records));
  get_policy(domain, &records);
  report("its own", set_policy(0, &records));
  report("domain 9", set_policy(9, &records));
  command(domain, DOMCTL_DESTROY);

  struct sysctl query = {.command = SYSCTL_GET_POLICY, .version = SYSCTL_VERSION};
  print("null buffers: error %u\n", (unsigned)-hypercall(HYPERCALL_SYSCTL, (uint64_t)&query, 0).result);
  print("room for %u leaves and %u MSRs\n", query.u.policy.leaf_count, query.u.policy.msr_count);
  query.u.policy.index = 6;
  print("index 6: error %u\n", (unsigned)-hypercall(HYPERCALL_SYSCTL, (uint64_t)&query, 0).result);
  query.u.policy = (struct sysctl_policy){.leaf_count = 3, .leaves = (uint64_t)records.leaves};
  print("a small buffer: error %u\n", (unsigned)-hypercall(HYPERCALL_SYSCTL, (uint64_t)&query, 0).result);
  query.version = 1;
  print("version 1: error %u\n", (unsigned)-hypercall(HYPERCALL_SYSCTL, (uint64_t)&query, 0).result);
  print("hypercall 99: error %u\n", (unsigned)-hypercall(99, 0, 0).result);
  print("nowhere: error %u\n", (unsigned)-hypercall(HYPERCALL_DOMCTL, 1ull << 40, 0).result);
}

void script(void) {
  show_system();
  derive();
  change_policies();
  create_domains();
  try_answers();
}
