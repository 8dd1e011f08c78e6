// SPDX-License-Identifier: Apache-2.0

/*
 * The life of a domain: begun, set with an audit, and seen by its virtual CPUs: domains RAW..., each a
 * host's records.
 */
#include "support.h"

static struct cpupolicy_topology topology = {CPUPOLICY_HEAD(struct cpupolicy_topology), .sockets = 1,
                                             .dies = 1, .cores = 4, .threads = 2, .vcpus = 8};
static struct cpupolicy_domain domain = {CPUPOLICY_HEAD(struct cpupolicy_domain),
                                         .guest = CPUPOLICY_HVM, .topology = &topology};
static struct cpupolicy_error errors[64] = {{CPUPOLICY_HEAD(struct cpupolicy_error)}};

static struct cpupolicy_leaf leaf_of(const cpupolicy_t *from, uint32_t leaf, uint32_t subleaf) {
  struct cpupolicy_leaf record = {0, 0, 0, 0, 0, 0};
  CHECK(cpupolicy_get_leaf(from, leaf, subleaf, &record) == CPUPOLICY_OK);
  return record;
}

static int has(uint32_t kind, uint32_t feature) {
  return cpupolicy_has(cpupolicy_system_policy(host, kind), feature);
}

static void prepare(uint32_t guest) {
  CHECK(cpupolicy_bound_init(bound, cpupolicy_system_policy(host, max_of[guest]), guest,
                             CPUPOLICY_SCOPE_DOMAIN,
                             cpupolicy_system_policy(host, CPUPOLICY_HOST_DEFAULT),
                             NULL) == CPUPOLICY_OK);
}

/* Got, and set back unchanged: accepted, for every kind of guest; and what the guest then sees. */
static void begin(void) {
  struct cpupolicy_leaf before[120], after[120];
  uint32_t count, again;
  for (uint32_t guest = 0; guest < 4; guest++) {
    domain.guest = guest;
    CHECK(cpupolicy_domain_init(host, &domain, policy, NULL) == CPUPOLICY_OK);
    count = again = 120;
    CHECK(cpupolicy_write_leaves(policy, before, &count) == CPUPOLICY_OK);
    memcpy(candidate, policy, cpupolicy_size());
    CHECK(cpupolicy_read_leaves(candidate, before, count, 1, errors) == CPUPOLICY_OK);
    prepare(guest);
    CHECK(cpupolicy_auditor_init(auditor, bound, &domain) == CPUPOLICY_OK);
    CHECK(cpupolicy_audit(auditor, bound, candidate, scratch, errors, 64) == 0);
    CHECK(cpupolicy_write_leaves(candidate, after, &again) == CPUPOLICY_OK);
    CHECK(count == again && !memcmp(before, after, count * sizeof *before));
    if (cpupolicy_has(policy, CPUPOLICY_FEATURE_LM)) {
      uint32_t widths = leaf_of(policy, 0x80000008, CPUPOLICY_NONE).a;
      CHECK((widths >> 8 & 0xff) == (cpupolicy_has(policy, CPUPOLICY_FEATURE_LA57) ? 57 : 48));
    }
    CHECK(guest != CPUPOLICY_PV32 || !cpupolicy_has(policy, CPUPOLICY_FEATURE_LM));
  }
  domain.guest = CPUPOLICY_HVM;
}

/* What a host offers by default, under what it can offer; and max under itself. */
static void system_policies(void) {
  static const uint32_t normal[] = {CPUPOLICY_PV_DEFAULT, CPUPOLICY_PV_DEFAULT,
                                    CPUPOLICY_HVM_DEFAULT, CPUPOLICY_HVM_SHADOW_DEFAULT};
  for (uint32_t guest = 0; guest < 4; guest++) {
    const cpupolicy_t *max = cpupolicy_system_policy(host, max_of[guest]);
    const cpupolicy_t *usual = cpupolicy_system_policy(host, normal[guest]);
    if (guest == CPUPOLICY_PV32) continue; /* Its denials are the domain's. */
    CHECK(cpupolicy_bound_init(bound, max, guest, CPUPOLICY_SCOPE_SYSTEM,
                               cpupolicy_system_policy(host, CPUPOLICY_HOST_DEFAULT),
                               usual) == CPUPOLICY_OK);
    CHECK(cpupolicy_auditor_init(auditor, bound, NULL) == CPUPOLICY_OK);
    CHECK(cpupolicy_audit(auditor, bound, usual, scratch, errors, 64) == 0);
    CHECK(cpupolicy_audit(auditor, bound, max, scratch, errors, 64) == 0);
  }
}

/* What a domain declines, with what needs it, what it asks for, and how wide its paging is. */
static void wishes(void) {
  struct cpupolicy_domain other = domain;
  other.removed[CPUPOLICY_FEATURE_XSAVE / 32] = 1u << CPUPOLICY_FEATURE_XSAVE % 32;
  other.added[CPUPOLICY_FEATURE_ITSC / 32] = 1u << CPUPOLICY_FEATURE_ITSC % 32;
  other.physical_limit = 38;
  CHECK(cpupolicy_domain_init(host, &other, policy, NULL) == CPUPOLICY_OK);
  CHECK(!cpupolicy_has(policy, CPUPOLICY_FEATURE_XSAVE));
  CHECK(!cpupolicy_has(policy, CPUPOLICY_FEATURE_AVX));
  CHECK(cpupolicy_has(policy, CPUPOLICY_FEATURE_ITSC) ==
        has(CPUPOLICY_HVM_MAX, CPUPOLICY_FEATURE_ITSC));
  CHECK((leaf_of(policy, 0x80000008, CPUPOLICY_NONE).a & 0xff) <= 38);
  prepare(CPUPOLICY_HVM);
  CHECK(cpupolicy_auditor_init(auditor, bound, &other) == CPUPOLICY_OK);
  CHECK(cpupolicy_audit(auditor, bound, policy, scratch, errors, 64) == 0);
  other = domain;
  other.invariant_tsc = 1;
  CHECK(cpupolicy_domain_init(host, &other, policy, NULL) == CPUPOLICY_OK);
  CHECK(cpupolicy_has(policy, CPUPOLICY_FEATURE_ITSC) ==
        has(CPUPOLICY_HVM_MAX, CPUPOLICY_FEATURE_ITSC));
}

/* One bound, several domains; each judged by what is its own. */
static void domains(void) {
  struct cpupolicy_domain other = domain;
  struct cpupolicy_topology shape = topology;
  uint32_t nested = has(CPUPOLICY_HVM_MAX, CPUPOLICY_FEATURE_SVM) ? CPUPOLICY_FEATURE_SVM
                                                                  : CPUPOLICY_FEATURE_VMX;
  int count;
  prepare(CPUPOLICY_HVM);
  CHECK(cpupolicy_domain_init(host, &domain, policy, NULL) == CPUPOLICY_OK);
  shape.cores = 2;
  shape.vcpus = 4;
  other.topology = &shape;
  CHECK(cpupolicy_auditor_init(auditor, bound, &other) == CPUPOLICY_OK);
  CHECK(cpupolicy_audit(auditor, bound, policy, scratch, errors, 64) > 0);
  /* Not by the bound of another kind, and not without the domain. */
  other.guest = CPUPOLICY_PV;
  CHECK(cpupolicy_auditor_init(auditor, bound, &other) == CPUPOLICY_EINVAL);
  CHECK(cpupolicy_auditor_init(auditor, bound, NULL) == CPUPOLICY_EINVAL);
  other.guest = CPUPOLICY_HVM;
  /* A domain that may nest, and one that may not, by the same bound. */
  if (!has(CPUPOLICY_HVM_MAX, nested)) return;
  other.topology = &topology;
  other.nested = 1;
  other.added[nested / 32] = 1u << nested % 32;
  CHECK(cpupolicy_domain_init(host, &other, candidate, NULL) == CPUPOLICY_OK);
  CHECK(cpupolicy_has(candidate, nested) && !cpupolicy_has(policy, nested));
  CHECK(cpupolicy_auditor_init(auditor, bound, &other) == CPUPOLICY_OK);
  CHECK(cpupolicy_audit(auditor, bound, candidate, scratch, errors, 64) == 0);
  CHECK(cpupolicy_auditor_init(auditor, bound, &domain) == CPUPOLICY_OK);
  count = cpupolicy_audit(auditor, bound, candidate, scratch, errors, 64);
  CHECK(count > 0);
  for (int i = 0, found = 0; i < count && i < 64; i++) {
    found |= errors[i].code == 103;
    CHECK(errors[i].size == sizeof *errors && errors[i].version == CPUPOLICY_VERSION);
    if (i == count - 1) CHECK(found);
  }
}

/* The hypervisor's leaves, counters, the rule beyond the limits, and who asks in a PV guest. */
static void views(void) {
  struct cpupolicy_hypervisor xen = {CPUPOLICY_HEAD(struct cpupolicy_hypervisor),
                                     .major_version = 4, .minor_version = 20, .domain = 9};
  struct cpupolicy_machine machine = {CPUPOLICY_HEAD(struct cpupolicy_machine),
                                      .monitor = {64, 64, 3, 0x1120}};
  struct cpupolicy_vcpu vcpu = {CPUPOLICY_HEAD(struct cpupolicy_vcpu), .number = 5, .xcr0 = 3,
                                .osxsave = 1, .apic_enabled = 1, .long_mode = 1, .pae = 1};
  struct cpupolicy_domain other = domain;
  struct cpupolicy_leaf seen, record = {0xa, CPUPOLICY_NONE, 0x07300402, 0, 0, 0x603};
  cpupolicy_features(cpupolicy_system_policy(host, CPUPOLICY_HOST_DEFAULT), machine.features);
  CHECK(cpupolicy_domain_init(host, &domain, policy, NULL) == CPUPOLICY_OK);
  CHECK(cpupolicy_view_init(view, policy, &domain, CPUPOLICY_ZEROS, &xen, NULL) == CPUPOLICY_OK);
  CHECK(cpupolicy_view_read(view, &vcpu, 0x40000000, 0, &seen) == CPUPOLICY_OK);
  CHECK(seen.a == 0x40000005 && !memcmp(&seen.b, "XenVMMXenVMM", 12));
  CHECK(cpupolicy_view_read(view, &vcpu, 0x40000001, 0, &seen) == CPUPOLICY_OK);
  CHECK(seen.a == (4 << 16 | 20));
  CHECK(cpupolicy_view_read(view, &vcpu, 0x40000004, 0, &seen) == CPUPOLICY_OK);
  CHECK(seen.b == 5 && seen.c == 9);
  CHECK(cpupolicy_view_read(view, &vcpu, 1, 0, &seen) == CPUPOLICY_OK);
  CHECK(seen.b >> 24 == cpupolicy_apic_id(&topology, 5));
  CHECK((int)(seen.c >> 27 & 1) == cpupolicy_has(policy, CPUPOLICY_FEATURE_XSAVE));
  CHECK(cpupolicy_view_read(view, &vcpu, 0xb, 1, &seen) == CPUPOLICY_OK);
  CHECK(seen.d == 5 && seen.leaf == 0xb && seen.subleaf == 1);
  CHECK(cpupolicy_view_read(view, &vcpu, 0x3fffffff, 0, &seen) == CPUPOLICY_OK);
  CHECK((seen.a | seen.b | seen.c | seen.d) == 0);
  if (cpupolicy_vendor(raw) != CPUPOLICY_INTEL) return;
  CHECK(cpupolicy_set_leaf(policy, &record) == CPUPOLICY_OK);
  other.counters = 1;
  CHECK(cpupolicy_view_init(view, policy, &other, CPUPOLICY_AS_VENDOR, NULL, NULL) == 0);
  CHECK(cpupolicy_view_read(view, &vcpu, 0xa, 0, &seen) == CPUPOLICY_OK && seen.a == 0x07300402);
  CHECK(cpupolicy_view_read(view, &vcpu, 0x3fffffff, 0, &seen) == CPUPOLICY_OK);
  CHECK(seen.a | seen.b | seen.c | seen.d);
  CHECK(cpupolicy_view_init(view, policy, &domain, CPUPOLICY_ZEROS, NULL, NULL) == 0);
  CHECK(cpupolicy_view_read(view, &vcpu, 0xa, 0, &seen) == CPUPOLICY_OK && seen.a == 0);
  other.guest = CPUPOLICY_PV;
  CHECK(cpupolicy_view_init(view, policy, &other, CPUPOLICY_ZEROS, NULL, &machine) == 0);
  CHECK(cpupolicy_view_read(view, &vcpu, 5, 0, &seen) == CPUPOLICY_OK && seen.d == 0);
  vcpu.pv_reader = CPUPOLICY_PV_FAULTED_HARDWARE_KERNEL;
  CHECK(cpupolicy_view_read(view, &vcpu, 5, 0, &seen) == CPUPOLICY_OK && seen.d == 0x1120);
  vcpu.pv_reader = 4;
  CHECK(cpupolicy_view_read(view, &vcpu, 5, 0, &seen) == CPUPOLICY_EINVAL);
}

/* A struct of another size or version is refused by every call that takes it. */
static void heads(void) {
  struct cpupolicy_topology shape = topology;
  struct cpupolicy_domain other = domain;
  struct cpupolicy_facts facts = {CPUPOLICY_HEAD(struct cpupolicy_facts)};
  struct cpupolicy_options options = {CPUPOLICY_HEAD(struct cpupolicy_options)};
  struct cpupolicy_vcpu vcpu = {CPUPOLICY_HEAD(struct cpupolicy_vcpu)};
  struct cpupolicy_hypervisor xen = {CPUPOLICY_HEAD(struct cpupolicy_hypervisor)};
  struct cpupolicy_machine machine = {CPUPOLICY_HEAD(struct cpupolicy_machine)};
  struct cpupolicy_error error = {CPUPOLICY_HEAD(struct cpupolicy_error)};
  struct cpupolicy_leaf leaf;
  CHECK(cpupolicy_view_init(view, policy, &domain, 0, NULL, NULL) == CPUPOLICY_OK);
  facts.version = options.version = vcpu.version = 2;
  error.size = xen.size = machine.size = shape.size = other.size = 8;
  CHECK(cpupolicy_topology_check(&shape) == CPUPOLICY_EINVAL);
  CHECK(cpupolicy_apic_id(&shape, 0) == CPUPOLICY_NONE);
  CHECK(cpupolicy_apply_topology(candidate, &shape, 0, 0, NULL) == CPUPOLICY_EINVAL);
  CHECK(cpupolicy_apply_topology(candidate, &topology, 0, 0, &error) == CPUPOLICY_EINVAL);
  CHECK(cpupolicy_system_init(host, raw, &facts, NULL) == CPUPOLICY_EINVAL);
  CHECK(cpupolicy_system_init(host, raw, NULL, &options) == CPUPOLICY_EINVAL);
  CHECK(cpupolicy_options_parse(&options, 0, "avx", 3, NULL, 0) == CPUPOLICY_EINVAL);
  CHECK(cpupolicy_domain_init(host, &other, candidate, NULL) == CPUPOLICY_EINVAL);
  CHECK(cpupolicy_domain_init(host, &domain, candidate, &error) == CPUPOLICY_EINVAL);
  CHECK(cpupolicy_auditor_init(auditor, bound, &other) == CPUPOLICY_EINVAL);
  CHECK(cpupolicy_audit(auditor, bound, candidate, scratch, &error, 1) == CPUPOLICY_EINVAL);
  CHECK(cpupolicy_read_leaves(candidate, leaves, 1, 0, &error) == CPUPOLICY_EINVAL);
  CHECK(cpupolicy_read_msrs(candidate, msrs, 1, 0, &error) == CPUPOLICY_EINVAL);
  CHECK(cpupolicy_view_init(view, policy, &other, 0, NULL, NULL) == CPUPOLICY_EINVAL);
  CHECK(cpupolicy_view_init(view, policy, &domain, 0, &xen, NULL) == CPUPOLICY_EINVAL);
  CHECK(cpupolicy_view_init(view, policy, &domain, 0, NULL, &machine) == CPUPOLICY_EINVAL);
  CHECK(cpupolicy_view_init(view, policy, &domain, 2, NULL, NULL) == CPUPOLICY_EINVAL);
  CHECK(cpupolicy_view_read(view, &vcpu, 0, 0, &leaf) == CPUPOLICY_EINVAL);
  CHECK(cpupolicy_bound_init(bound, raw, 4, 0, NULL, NULL) == CPUPOLICY_EINVAL);
  CHECK(cpupolicy_bound_init(bound, raw, 0, 2, NULL, NULL) == CPUPOLICY_EINVAL);
  CHECK(cpupolicy_system_policy(host, CPUPOLICY_KIND_COUNT) == NULL);
  other = domain;
  other.guest = 4;
  CHECK(cpupolicy_domain_init(host, &other, candidate, NULL) == CPUPOLICY_EINVAL);
  other.guest = CPUPOLICY_HVM;
  other.topology = NULL;
  CHECK(cpupolicy_domain_init(host, &other, candidate, NULL) == CPUPOLICY_EINVAL);
}

/* What a topology cannot have, with code and both values. */
static void unfit(void) {
  struct cpupolicy_topology shape = topology;
  struct cpupolicy_domain other = domain;
  other.topology = &shape;
  shape.vcpus = 9;
  CHECK(cpupolicy_domain_init(host, &other, candidate, errors) == CPUPOLICY_EINVAL);
  CHECK(errors->code == 1012 && errors->value == 9 && errors->bound == 8);
  CHECK(errors->leaf == CPUPOLICY_NONE);
  shape.dies = 3;
  shape.vcpus = 24;
  if (cpupolicy_vendor(raw) == CPUPOLICY_INTEL) {
    CHECK(cpupolicy_domain_init(host, &other, candidate, errors) == CPUPOLICY_EINVAL);
    CHECK(errors->code == 1008 && errors->leaf == 0);
    other.max_leaf = 0x1f;
    CHECK(cpupolicy_domain_init(host, &other, candidate, errors) == CPUPOLICY_OK);
  }
  other.topology = NULL;
  other.vcpus = 4;
  CHECK(cpupolicy_domain_init(host, &other, candidate, errors) == CPUPOLICY_OK);
}

int main(int files, char **paths) {
  for (int file = 1; file < files; file++) {
    load(paths[file]);
    CHECK(cpupolicy_system_init(host, raw, NULL, NULL) == CPUPOLICY_OK);
    begin();
    system_policies();
    domains();
    wishes();
    views();
    unfit();
    heads();
  }
  printf("domains: %d checks\n", checks);
  return failures != 0 || checks == 0;
}
