// SPDX-License-Identifier: Apache-2.0

/*
 * A host's policies and a domain's, the way a hypervisor would have them: derived at boot, begun, set
 * with an audit, and read by its virtual CPUs.
 *
 *   policies RAW KIND [CPUID]              writes a policy's records (KIND as in enum cpupolicy_kind),
 *                                          with CPUID as the hypervisor's cpuid= option
 *   policies RAW audit FILE                holds FILE's policy against HVM max, and prints what is wrong
 *   policies RAW domain GUEST SHAPE        writes the records of the policy that a domain begins with
 *                                          (GUEST as in enum cpupolicy_guest, SHAPE as 1:1:4:2)
 *   policies RAW set GUEST SHAPE FILE      sets such a domain's policy, and prints what is wrong
 *   policies RAW view GUEST SHAPE VCPU LEAF SUBLEAF   prints what CPUID returns to it
 *
 * RAW and FILE are records as `cpupolicy policy convert --to leaves` writes them.
 */
#include <cpupolicy.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Static storage, as before there is a heap; uint64_t for the alignment. */
#define ROOM(name, bytes) static uint64_t name[(bytes) / 8]
ROOM(raw_room, CPUPOLICY_ROOM_POLICY);
ROOM(system_room, CPUPOLICY_ROOM_SYSTEM);
ROOM(bound_room, CPUPOLICY_ROOM_BOUND);
ROOM(auditor_room, CPUPOLICY_ROOM_AUDITOR);
ROOM(view_room, CPUPOLICY_ROOM_VIEW);
ROOM(policy_room, CPUPOLICY_ROOM_POLICY);
ROOM(candidate_room, CPUPOLICY_ROOM_POLICY);
ROOM(scratch_room, CPUPOLICY_ROOM_POLICY);

static cpupolicy_t *const raw = (void *)raw_room, *const policy = (void *)policy_room;
static cpupolicy_t *const candidate = (void *)candidate_room, *const scratch = (void *)scratch_room;
static cpupolicy_system_t *const host = (void *)system_room;
static cpupolicy_bound_t *const bound = (void *)bound_room;
static cpupolicy_auditor_t *const auditor = (void *)auditor_room;
static cpupolicy_view_t *const view = (void *)view_room;

/* Reads a file's records into a policy, strictly: leaves first, and two MSRs at the end. */
static int load(const char *path, cpupolicy_t *into) {
  static unsigned char bytes[120 * 24 + 2 * 16 + 1];
  struct cpupolicy_error error = {CPUPOLICY_HEAD(struct cpupolicy_error)};
  FILE *file = fopen(path, "rb");
  size_t size, msrs = 2 * sizeof(struct cpupolicy_msr);
  int status;
  if (!file) return -1;
  size = fread(bytes, 1, sizeof bytes, file);
  fclose(file);
  if (size < msrs || (size - msrs) % sizeof(struct cpupolicy_leaf)) return -1;
  status = cpupolicy_read_leaves(into, (void *)bytes,
                                 (size - msrs) / sizeof(struct cpupolicy_leaf), 1, &error);
  if (status == CPUPOLICY_OK)
    status = cpupolicy_read_msrs(into, (void *)(bytes + size - msrs), 2, 1, &error);
  if (status)
    fprintf(stderr, "%s: error %d at leaf 0x%x:0x%x, MSR 0x%x\n", path, status, error.leaf,
            error.subleaf, error.msr);
  return status;
}

static int save(const cpupolicy_t *from) {
  struct cpupolicy_leaf leaves[120];
  struct cpupolicy_msr msrs[2];
  uint32_t leaf_count = 120, msr_count = 2;
  if (cpupolicy_write_leaves(from, leaves, &leaf_count)) return 1;
  if (cpupolicy_write_msrs(from, msrs, &msr_count)) return 1;
  fwrite(leaves, sizeof *leaves, leaf_count, stdout);
  fwrite(msrs, sizeof *msrs, msr_count, stdout);
  return 0;
}

/* At boot: all policies of the host, with the option from the command line. */
static int boot(const char *option) {
  struct cpupolicy_options options = {CPUPOLICY_HEAD(struct cpupolicy_options)};
  struct cpupolicy_option_error fault = {CPUPOLICY_HEAD(struct cpupolicy_option_error)};
  if (option && cpupolicy_options_parse(&options, 0, option, strlen(option), &fault, 1)) {
    fprintf(stderr, "cpuid=: column %u: \"%.*s\"\n", fault.column, (int)fault.length,
            option + fault.item - 1);
    return 2;
  }
  return cpupolicy_system_init(host, raw, NULL, &options) ? 2 : 0;
}

/* Holds the candidate against max and prints what is wrong; domain is null for a system's policy. */
static int report(uint32_t guest, const struct cpupolicy_domain *domain) {
  static const uint32_t max[] = {CPUPOLICY_PV_MAX, CPUPOLICY_PV_MAX, CPUPOLICY_HVM_MAX,
                                 CPUPOLICY_HVM_SHADOW_MAX};
  static const uint32_t normal[] = {CPUPOLICY_PV_DEFAULT, CPUPOLICY_PV_DEFAULT,
                                    CPUPOLICY_HVM_DEFAULT, CPUPOLICY_HVM_SHADOW_DEFAULT};
  static struct cpupolicy_error errors[1024] = {{CPUPOLICY_HEAD(struct cpupolicy_error)}};
  int count;
  /* The bound is the same for all domains of a kind; a hypervisor prepares it at boot. */
  if (cpupolicy_bound_init(bound, cpupolicy_system_policy(host, max[guest]), guest,
                           domain ? CPUPOLICY_SCOPE_DOMAIN : CPUPOLICY_SCOPE_SYSTEM,
                           cpupolicy_system_policy(host, CPUPOLICY_HOST_DEFAULT),
                           cpupolicy_system_policy(host, normal[guest])))
    return 2;
  if (cpupolicy_auditor_init(auditor, bound, domain)) return 2;
  count = cpupolicy_audit(auditor, bound, candidate, scratch, errors, 1024);
  for (int i = 0; i < count && i < 1024; i++) {
    const struct cpupolicy_error *e = &errors[i];
    if (e->msr != CPUPOLICY_NONE)
      printf("CPU%04u MSR 0x%x[%u:%u]", e->code, e->msr, e->high, e->low);
    else
      printf("CPU%04u 0x%x:0x%x %c[%u:%u]", e->code, e->leaf, e->subleaf, "abcd"[e->reg], e->high,
             e->low);
    printf(" %llx %llx %s\n", (unsigned long long)e->value, (unsigned long long)e->bound,
           cpupolicy_code_title(e->code));
  }
  return count < 0 ? 2 : count > 0;
}

/* The domain that the words say, and the policy that it begins with. */
static int begin(char **words, struct cpupolicy_domain *domain,
                 struct cpupolicy_topology *topology) {
  struct cpupolicy_error error = {CPUPOLICY_HEAD(struct cpupolicy_error)};
  if (sscanf(words[1], "%u:%u:%u:%u", &topology->sockets, &topology->dies, &topology->cores,
             &topology->threads) != 4)
    return 2;
  topology->vcpus = topology->sockets * topology->dies * topology->cores * topology->threads;
  domain->guest = strtoul(words[0], 0, 0);
  domain->topology = topology;
  domain->max_leaf = 0x1f;
  domain->max_extended_leaf = 0x80000026;
  if (cpupolicy_domain_init(host, domain, policy, &error)) {
    fprintf(stderr, "CPU%04u: %llu, and at most %llu\n", error.code,
            (unsigned long long)error.value, (unsigned long long)error.bound);
    return 2;
  }
  return 0;
}

/* The hypercall that sets a policy: into a copy, audited, and taken over where nothing is wrong. */
static int set(const struct cpupolicy_domain *domain, const char *path) {
  int status;
  memcpy(candidate, policy, cpupolicy_size());
  if (load(path, candidate)) return 2;
  status = report(domain->guest, domain);
  if (status == 0) memcpy(policy, candidate, cpupolicy_size());
  return status;
}

/* A virtual CPU of the sealed domain executes CPUID. */
static int show(const struct cpupolicy_domain *domain, char **words) {
  struct cpupolicy_vcpu vcpu = {CPUPOLICY_HEAD(struct cpupolicy_vcpu), .xcr0 = 1, .apic_enabled = 1};
  struct cpupolicy_leaf leaf;
  vcpu.number = strtoul(words[0], 0, 0);
  vcpu.long_mode = vcpu.pae = cpupolicy_has(policy, CPUPOLICY_FEATURE_LM);
  if (cpupolicy_view_init(view, policy, domain, CPUPOLICY_ZEROS, NULL, NULL)) return 2;
  if (cpupolicy_view_read(view, &vcpu, strtoul(words[1], 0, 0), strtoul(words[2], 0, 0), &leaf))
    return 2;
  printf("0x%08x 0x%08x 0x%08x 0x%08x\n", leaf.a, leaf.b, leaf.c, leaf.d);
  return 0;
}

int main(int count, char **words) {
  struct cpupolicy_topology topology = {CPUPOLICY_HEAD(struct cpupolicy_topology)};
  struct cpupolicy_domain domain = {CPUPOLICY_HEAD(struct cpupolicy_domain)};
  const char *verb = count < 3 ? "" : words[2];
  cpupolicy_init(raw);
  if (count < 3 || load(words[1], raw)) return 2;
  if (*verb >= '0' && *verb <= '9') {
    if (boot(count > 3 ? words[3] : NULL)) return 2;
    return save(cpupolicy_system_policy(host, strtoul(verb, 0, 0)));
  }
  if (boot(NULL)) return 2;
  if (count == 4 && !strcmp(verb, "audit")) {
    cpupolicy_init(candidate);
    return load(words[3], candidate) ? 2 : report(CPUPOLICY_HVM, NULL);
  }
  if (count < 5 || begin(words + 3, &domain, &topology)) return 2;
  if (!strcmp(verb, "domain")) return save(policy);
  if (count == 6 && !strcmp(verb, "set")) return set(&domain, words[5]);
  if (count == 8 && !strcmp(verb, "view")) return show(&domain, words + 5);
  return 2;
}
