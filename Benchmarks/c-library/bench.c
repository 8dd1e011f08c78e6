// SPDX-License-Identifier: Apache-2.0

/*
 * Times the C library, which is built for size and uses no SSE register: bench RAW, where RAW is
 * records as `cpupolicy policy convert --to leaves` writes them. policy-benchmarks prints the normal
 * build's figures for the same host; its records are of a fuller policy, so compare them by leaf.
 */
#define _POSIX_C_SOURCE 199309L
#include <cpupolicy.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { BATCHES = 15, CALLS = 20000, LEAVES = 120 };

#define ROOM(name, bytes) static uint64_t name[(bytes) / 8]
ROOM(raw_room, CPUPOLICY_ROOM_POLICY);
ROOM(target_room, CPUPOLICY_ROOM_POLICY);
ROOM(policy_room, CPUPOLICY_ROOM_POLICY);
ROOM(scratch_room, CPUPOLICY_ROOM_POLICY);
ROOM(system_room, CPUPOLICY_ROOM_SYSTEM);
ROOM(bound_room, CPUPOLICY_ROOM_BOUND);
ROOM(auditor_room, CPUPOLICY_ROOM_AUDITOR);
ROOM(view_room, CPUPOLICY_ROOM_VIEW);

static cpupolicy_t *const raw = (void *)raw_room, *const target = (void *)target_room;
static cpupolicy_t *const policy = (void *)policy_room, *const scratch = (void *)scratch_room;
static cpupolicy_system_t *const host = (void *)system_room;
static cpupolicy_bound_t *const bound = (void *)bound_room;
static cpupolicy_auditor_t *const auditor = (void *)auditor_room;
static cpupolicy_view_t *const view = (void *)view_room;
static const cpupolicy_t *max, *candidate;
static struct cpupolicy_topology topology = {CPUPOLICY_HEAD(struct cpupolicy_topology), .sockets = 1,
                                             .dies = 1, .cores = 4, .threads = 2, .vcpus = 8};
static struct cpupolicy_domain domain = {CPUPOLICY_HEAD(struct cpupolicy_domain),
                                         .guest = CPUPOLICY_HVM, .topology = &topology};
static struct cpupolicy_vcpu vcpu = {CPUPOLICY_HEAD(struct cpupolicy_vcpu), .number = 5, .xcr0 = 7,
                                     .osxsave = 1, .apic_enabled = 1, .long_mode = 1, .pae = 1};
static struct cpupolicy_leaf leaves[LEAVES], leaf;
static uint32_t count;
static int failures;

static void derives(void) { failures += cpupolicy_system_init(host, raw, NULL, NULL) != 0; }
static void begins(void) { failures += cpupolicy_domain_init(host, &domain, policy, NULL) != 0; }
static void adds(void) { failures += cpupolicy_auditor_init(auditor, bound, &domain) != 0; }
static void audits(void) {
  failures += cpupolicy_audit(auditor, bound, candidate, scratch, NULL, 0) != 0;
}
static void sees_features(void) {
  failures += cpupolicy_view_read(view, &vcpu, 7, 0, &leaf) != 0;
}
static void sees_level(void) { failures += cpupolicy_view_read(view, &vcpu, 0xb, 1, &leaf) != 0; }
static void serialise(void) {
  count = LEAVES;
  failures += cpupolicy_write_leaves(max, leaves, &count) != CPUPOLICY_OK;
}
static void deserialise(void) {
  failures += cpupolicy_read_leaves(target, leaves, count, 0, NULL) != CPUPOLICY_OK;
}

static int compare(const void *a, const void *b) {
  return (*(const double *)a > *(const double *)b) - (*(const double *)a < *(const double *)b);
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e9 + time.tv_nsec;
}

/* Prints the median nanoseconds of one call, over batches. */
static void measure(const char *name, void (*body)(void), int calls) {
  double times[BATCHES];
  body();
  for (int batch = 0; batch < BATCHES; batch++) {
    double start = now();
    for (int call = 0; call < calls; call++) body();
    times[batch] = (now() - start) / calls;
  }
  qsort(times, BATCHES, sizeof *times, compare);
  printf("%-46s%.0f ns\n", name, times[BATCHES / 2]);
}

int main(int arguments, char **words) {
  FILE *file = arguments == 2 ? fopen(words[1], "rb") : NULL;
  char name[64];
  long size;
  if (!file) return 2;
  /* Leaves first; the two MSRs at the end do not matter here. */
  fseek(file, 0, SEEK_END);
  size = (ftell(file) - 2 * (long)sizeof(struct cpupolicy_msr)) / (long)sizeof *leaves;
  rewind(file);
  if (size < 1 || size > LEAVES || fread(leaves, sizeof *leaves, size, file) != (size_t)size)
    return 2;
  fclose(file);
  cpupolicy_init(raw);
  cpupolicy_init(target);
  if (cpupolicy_read_leaves(raw, leaves, size, 1, NULL)) return 2;
  measure("C library: derive all policies", derives, CALLS / 100);
  max = cpupolicy_system_policy(host, CPUPOLICY_HVM_MAX);
  measure("C library: a domain's policy", begins, CALLS / 10);
  candidate = cpupolicy_system_policy(host, CPUPOLICY_HVM_DEFAULT);
  if (cpupolicy_bound_init(bound, max, CPUPOLICY_HVM, CPUPOLICY_SCOPE_SYSTEM, NULL, NULL))
    return 2;
  if (cpupolicy_auditor_init(auditor, bound, NULL)) return 2;
  measure("C library: audit, yes or no", audits, CALLS);
  candidate = policy;
  if (cpupolicy_bound_init(bound, max, CPUPOLICY_HVM, CPUPOLICY_SCOPE_DOMAIN,
                           cpupolicy_system_policy(host, CPUPOLICY_HOST_DEFAULT), NULL))
    return 2;
  measure("C library: an auditor", adds, CALLS / 10);
  measure("C library: audit of a domain with a topology", audits, CALLS);
  if (cpupolicy_view_init(view, policy, &domain, CPUPOLICY_ZEROS, NULL, NULL)) return 2;
  measure("C library: a CPUID exit, leaf 7", sees_features, CALLS);
  measure("C library: a CPUID exit, leaf 0xb", sees_level, CALLS);
  serialise();
  snprintf(name, sizeof name, "C library: serialise %u leaves", count);
  measure(name, serialise, CALLS);
  snprintf(name, sizeof name, "C library: deserialise %u leaves", count);
  measure(name, deserialise, CALLS);
  if (failures) fprintf(stderr, "bench: %d calls failed\n", failures);
  return failures != 0;
}
