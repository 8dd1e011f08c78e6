// SPDX-License-Identifier: Apache-2.0

/*
 * How much stack each call of the library takes, by painting: stack RAW... prints the most that was
 * seen, and fails where a call takes more than the header says. What a call needs besides the library
 * (the caller's own frame, memset) counts too.
 */
#include "support.h"

enum { SIZE = 64 * 1024, PAINT = 0xa5, SMALL = 4 * 1024, LARGE = 12 * 1024 };
static unsigned char area[SIZE] __attribute__((aligned(16)));

static struct cpupolicy_error errors[16] = {{CPUPOLICY_HEAD(struct cpupolicy_error)}};
static struct cpupolicy_option_error faults[4] = {
    {CPUPOLICY_HEAD(struct cpupolicy_option_error)}};
static struct cpupolicy_facts facts = {CPUPOLICY_HEAD(struct cpupolicy_facts)};
static struct cpupolicy_options options;
static struct cpupolicy_topology topology = {CPUPOLICY_HEAD(struct cpupolicy_topology), .sockets = 2,
                                             .dies = 2, .cores = 3, .threads = 2, .vcpus = 24};
static struct cpupolicy_domain domain = {CPUPOLICY_HEAD(struct cpupolicy_domain),
                                         .topology = &topology, .max_leaf = 0x1f,
                                         .max_extended_leaf = 0x80000026, .nested = 1,
                                         .counters = 1, .invariant_tsc = 1};
static struct cpupolicy_hypervisor hypervisor = {CPUPOLICY_HEAD(struct cpupolicy_hypervisor),
                                                 .major_version = 4, .minor_version = 20,
                                                 .tsc_khz = 2000000};
static struct cpupolicy_machine machine = {CPUPOLICY_HEAD(struct cpupolicy_machine)};
static struct cpupolicy_vcpu vcpu = {CPUPOLICY_HEAD(struct cpupolicy_vcpu), .number = 5, .xcr0 = ~0,
                                     .xss = ~0, .osxsave = 1, .debug_store = 1, .pv_reader = 3};
static uint32_t words[CPUPOLICY_FEATURE_ROOM], count, number, place_leaf, place_subleaf;
static uint64_t value;
static char name[64];

static void nothing(void) {}
static void system_init(void) { cpupolicy_system_init(host, raw, &facts, &options); }
static void system_policy(void) { cpupolicy_system_policy(host, CPUPOLICY_DOM0_HVM); }
static void system_rest(void) {
  cpupolicy_system_has_hvm(host);
  cpupolicy_system_has_hap(host);
}
static void system_assumed(void) { cpupolicy_system_assumed(host); }
static void options_parse(void) {
  static const char list[] = "no-avx,smep=guest,rdrand,maxphysaddr=40,maxleaf=0x16,no-such,x=1";
  cpupolicy_options_parse(&options, 0, list, sizeof list - 1, faults, 4);
  cpupolicy_options_parse(&options, 0, list, 48, faults, 4);
  cpupolicy_options_parse(&options, 1, list, 6, faults, 4);
}
static void policy_init(void) { cpupolicy_init(candidate); }
static void leaf_access(void) {
  for (number = 0; !cpupolicy_place(number, &place_leaf, &place_subleaf); number++) {
    cpupolicy_get_leaf(raw, place_leaf, place_subleaf, leaves);
    cpupolicy_set_leaf(candidate, leaves);
  }
}
static void msr_access(void) {
  for (number = 0; !cpupolicy_msr_place(number, &place_leaf); number++) {
    cpupolicy_get_msr(raw, place_leaf, &value);
    cpupolicy_set_msr(candidate, place_leaf, value);
  }
}
static void write_leaves(void) {
  leaf_count = 120;
  cpupolicy_write_leaves(policy, leaves, &leaf_count);
}
static void write_msrs(void) {
  count = 2;
  cpupolicy_write_msrs(policy, msrs, &count);
}
static void read_leaves(void) {
  cpupolicy_read_leaves(candidate, leaves, leaf_count, 1, errors);
  cpupolicy_read_leaves(candidate, leaves, leaf_count, 0, errors);
  cpupolicy_read_leaves(candidate, leaves + 1, 1, 1, errors);
}
static void read_raw_leaves(void) {
  count = 120;
  cpupolicy_read_raw_leaves(candidate, leaves, leaf_count, leaves, &count, errors);
}
static void read_msrs(void) { cpupolicy_read_msrs(candidate, msrs, 2, 1, errors); }
static void clear_stale(void) { cpupolicy_clear_stale(candidate); }
static void features(void) {
  cpupolicy_features(raw, words);
  cpupolicy_features_remove(words, CPUPOLICY_FEATURE_AVX);
  cpupolicy_features_close(words);
  cpupolicy_has(raw, CPUPOLICY_FEATURE_AVX);
}
static void set_features(void) { cpupolicy_set_features(candidate, words, raw); }
static void feature_names(void) {
  cpupolicy_feature_name(CPUPOLICY_FEATURE_AVX, name, sizeof name);
  cpupolicy_feature_number("avx512-vnni", 11);
}
static void vendors(void) {
  cpupolicy_vendor(raw);
  cpupolicy_lookup_vendor(1, 2, 3);
}
static void topologies(void) {
  cpupolicy_topology_check(&topology);
  cpupolicy_apic_id(&topology, 7);
  cpupolicy_io_apic_id(&topology);
}
static void apply_topology(void) {
  cpupolicy_apply_topology(candidate, &topology, 0x1f, 0x80000026, errors);
  cpupolicy_apply_topology(candidate, &topology, 0, 0, errors);
}
static void domain_init(void) {
  for (domain.guest = 0; domain.guest < 4; domain.guest++)
    cpupolicy_domain_init(host, &domain, policy, errors);
  domain.guest = CPUPOLICY_HVM;
  cpupolicy_domain_init(host, &domain, policy, errors);
}
static void bound_init(void) {
  const cpupolicy_t *host_default = cpupolicy_system_policy(host, CPUPOLICY_HOST_DEFAULT);
  const cpupolicy_t *guest_default = cpupolicy_system_policy(host, CPUPOLICY_HVM_DEFAULT);
  for (number = 0; number < 8; number++)
    cpupolicy_bound_init(bound, cpupolicy_system_policy(host, max_of[number & 3]), number & 3,
                         number >> 2, host_default, guest_default);
  cpupolicy_bound_init(bound, cpupolicy_system_policy(host, CPUPOLICY_HVM_MAX), CPUPOLICY_HVM,
                       CPUPOLICY_SCOPE_DOMAIN, host_default, NULL);
}
static void auditor_init(void) { cpupolicy_auditor_init(auditor, bound, &domain); }
static void audit(void) {
  /* The domain's own policy, the host's, and one of which every bit is set. */
  cpupolicy_audit(auditor, bound, policy, scratch, errors, 16);
  cpupolicy_audit(auditor, bound, raw, scratch, errors, 16);
  for (number = 0; !cpupolicy_place(number, &place_leaf, &place_subleaf); number++) {
    struct cpupolicy_leaf all = {place_leaf, place_subleaf, ~0u, ~0u, ~0u, ~0u};
    cpupolicy_set_leaf(candidate, &all);
  }
  cpupolicy_set_msr(candidate, 0x10a, ~0ull);
  cpupolicy_audit(auditor, bound, candidate, scratch, errors, 16);
}
static void view_init(void) {
  cpupolicy_view_init(view, policy, &domain, CPUPOLICY_AS_VENDOR, &hypervisor, &machine);
}
static void view_read(void) {
  static const uint32_t bases[] = {0, 0x40000000, 0x80000000};
  for (number = 0; number < 3 * 0x40 * 8; number++)
    cpupolicy_view_read(view, &vcpu, bases[number / (0x40 * 8)] | (number >> 3 & 0x3f), number & 7,
                        leaves);
}

static struct {
  const char *name;
  void (*body)(void);
  size_t limit, most;
} calls[] = {
    {"system_init", system_init, LARGE, 0}, {"system_policy", system_policy, SMALL, 0},
    {"system_has_", system_rest, SMALL, 0}, {"system_assumed", system_assumed, SMALL, 0},
    {"options_parse", options_parse, SMALL, 0}, {"init", policy_init, SMALL, 0},
    {"get_leaf, set_leaf, place", leaf_access, SMALL, 0},
    {"get_msr, set_msr, msr_place", msr_access, SMALL, 0},
    {"features", features, SMALL, 0}, {"set_features", set_features, SMALL, 0},
    {"feature_name", feature_names, SMALL, 0}, {"vendor", vendors, SMALL, 0},
    {"topology", topologies, SMALL, 0}, {"domain_init", domain_init, SMALL, 0},
    {"write_leaves", write_leaves, SMALL, 0}, {"write_msrs", write_msrs, SMALL, 0},
    {"read_leaves", read_leaves, SMALL, 0}, {"read_msrs", read_msrs, SMALL, 0},
    {"read_raw_leaves", read_raw_leaves, SMALL, 0},
    {"apply_topology", apply_topology, SMALL, 0}, {"clear_stale", clear_stale, SMALL, 0},
    {"bound_init", bound_init, SMALL, 0}, {"auditor_init", auditor_init, SMALL, 0},
    {"audit", audit, SMALL, 0}, {"view_init", view_init, SMALL, 0},
    {"view_read", view_read, SMALL, 0},
};

/* Calls a function on the painted area, and returns how much of it is no longer paint. */
static size_t measure(void (*body)(void)) {
  size_t untouched = 0;
  memset(area, PAINT, SIZE);
  __asm__ volatile(
      "mov %%rsp, %%rbx\n\t"
      "mov %[top], %%rsp\n\t"
      "call *%[body]\n\t"
      "mov %%rbx, %%rsp"
      :
      : [top] "r"(area + SIZE), [body] "r"(body)
      : "rax", "rbx", "rcx", "rdx", "rsi", "rdi", "r8", "r9", "r10", "r11", "memory", "cc");
  while (untouched < SIZE && area[untouched] == PAINT) untouched++;
  return SIZE - untouched;
}

int main(int files, char **paths) {
  size_t own, most = 0, derive = 0;
  CHECK(measure(nothing) <= 64);
  for (int file = 1; file < files; file++) {
    load(paths[file]);
    memset(&options, 0, sizeof options);
    options.size = sizeof options;
    options.version = CPUPOLICY_VERSION;
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
      own = measure(calls[i].body);
      if (own > calls[i].most) calls[i].most = own;
    }
  }
  for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
    if (getenv("VERBOSE")) fprintf(stderr, "%6zu %s\n", calls[i].most, calls[i].name);
    if (calls[i].most >= calls[i].limit || calls[i].most == 0) {
      fprintf(stderr, "stack: cpupolicy_%s takes %zu bytes; it must stay below %zu\n",
              calls[i].name, calls[i].most, calls[i].limit);
      failures++;
    }
    if (calls[i].limit == SMALL && calls[i].most > most) most = calls[i].most;
    if (calls[i].limit == LARGE) derive = calls[i].most;
  }
  printf("stack: derivation takes %zu bytes, other calls at most %zu\n", derive, most);
  return failures != 0;
}
