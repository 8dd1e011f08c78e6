/* SPDX-License-Identifier: Apache-2.0 */
#include <cpuid.h>
#include <cpupolicy.h>
#include <stdio.h>

/* All memory is the caller's; nothing is allocated. */
static uint64_t rooms[6][CPUPOLICY_ROOM_SYSTEM / 8];

int main(void) {
  cpupolicy_t *raw = (void *)rooms[0], *policy = (void *)rooms[1], *scratch = (void *)rooms[2];
  cpupolicy_system_t *host = (void *)rooms[3];
  cpupolicy_bound_t *bound = (void *)rooms[4];
  static uint64_t auditor_room[CPUPOLICY_ROOM_AUDITOR / 8];
  cpupolicy_auditor_t *auditor = (void *)auditor_room;
  cpupolicy_view_t *view = (void *)rooms[5];
  struct cpupolicy_domain domain = {
      CPUPOLICY_HEAD(struct cpupolicy_domain), .guest = CPUPOLICY_HVM, .vcpus = 2};
  struct cpupolicy_vcpu vcpu = {CPUPOLICY_HEAD(struct cpupolicy_vcpu), .number = 1, .xcr0 = 1};
  struct cpupolicy_error error = {CPUPOLICY_HEAD(struct cpupolicy_error)};
  struct cpupolicy_leaf seen;
  uint32_t features[CPUPOLICY_FEATURE_ROOM];

  /* Derive: all policies of this host, from what its CPU returns. */
  cpupolicy_init(raw);
  for (uint32_t n = 0, leaf, subleaf; !cpupolicy_place(n, &leaf, &subleaf); n++) {
    struct cpupolicy_leaf record = {.leaf = leaf, .subleaf = subleaf};
    if (leaf > __get_cpuid_max(leaf & 0x80000000, NULL)) continue;
    __cpuid_count(leaf, subleaf, record.a, record.b, record.c, record.d);
    cpupolicy_set_leaf(raw, &record);
  }
  if (cpupolicy_system_init(host, raw, NULL, NULL)) return 1;

  /* Make a domain's policy, and change it: without SSE3, and without all that needs it. */
  if (cpupolicy_domain_init(host, &domain, policy, &error)) return 1;
  cpupolicy_features(policy, features);
  cpupolicy_features_remove(features, CPUPOLICY_FEATURE_SSE3);
  cpupolicy_set_features(policy, features, raw);

  /* Audit it against the most that such a guest may have. */
  cpupolicy_bound_init(bound, cpupolicy_system_policy(host, CPUPOLICY_HVM_MAX), CPUPOLICY_HVM,
                       CPUPOLICY_SCOPE_DOMAIN,
                       cpupolicy_system_policy(host, CPUPOLICY_HOST_DEFAULT),
                       cpupolicy_system_policy(host, CPUPOLICY_HVM_DEFAULT));
  cpupolicy_auditor_init(auditor, bound, &domain);
  int wrong = cpupolicy_audit(auditor, bound, policy, scratch, &error, 1);
  printf("%d violations\n", wrong);
  if (wrong) printf("CPU%04u at leaf 0x%x\n", error.code, error.leaf);

  /* View: what CPUID returns to the second virtual CPU. */
  cpupolicy_view_init(view, policy, &domain, CPUPOLICY_ZEROS, NULL, NULL);
  cpupolicy_view_read(view, &vcpu, 1, 0, &seen);
  printf("SSE3 %u, APIC id %u\n", seen.c & 1, seen.b >> 24);
  return wrong != 0;
}
