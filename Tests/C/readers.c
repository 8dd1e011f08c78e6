// SPDX-License-Identifier: Apache-2.0

/*
 * Objects may be moved with memcpy, and what a call takes as const it only reads, so that any number of
 * threads may: readers RAW. The objects stand in pages that cannot be written.
 */
#define _GNU_SOURCE
#include "support.h"
#include <pthread.h>
#include <sys/mman.h>

static struct cpupolicy_topology topology = {CPUPOLICY_HEAD(struct cpupolicy_topology), .sockets = 1,
                                             .dies = 1, .cores = 4, .threads = 2, .vcpus = 8};
static struct cpupolicy_domain domain = {CPUPOLICY_HEAD(struct cpupolicy_domain),
                                         .guest = CPUPOLICY_HVM, .topology = &topology};

static void prepare(uint32_t guest) {
  CHECK(cpupolicy_bound_init(bound, cpupolicy_system_policy(host, max_of[guest]), guest,
                             CPUPOLICY_SCOPE_DOMAIN,
                             cpupolicy_system_policy(host, CPUPOLICY_HOST_DEFAULT),
                             NULL) == CPUPOLICY_OK);
}

/* Objects that have moved: each copied, and the original wiped. */
static void *move(void *object, size_t size) {
  void *copy = aligned_alloc(8, (size + 7) & ~(size_t)7);
  if (!copy) exit(2);
  memcpy(copy, object, size);
  memset(object, 0xdb, size);
  return copy;
}

struct shared {
  const cpupolicy_system_t *host;
  const cpupolicy_bound_t *bound;
  const cpupolicy_auditor_t *auditor;
  const cpupolicy_t *policy;
  const cpupolicy_view_t *view;
  uint32_t sum;
};

/* Everything that only reads, many times; the sum tells whether all threads saw the same. */
static void *read_all(void *argument) {
  struct shared *shared = argument;
  struct cpupolicy_vcpu vcpu = {CPUPOLICY_HEAD(struct cpupolicy_vcpu), .xcr0 = 7, .osxsave = 1};
  uint64_t room[CPUPOLICY_ROOM_POLICY / 8], made[CPUPOLICY_ROOM_POLICY / 8];
  struct cpupolicy_leaf records[120];
  struct cpupolicy_msr values[2];
  uint32_t set[CPUPOLICY_FEATURE_ROOM];
  uint32_t sum = 0, count;
  for (uint32_t round = 0; round < 200; round++) {
    for (uint32_t leaf = 0; leaf < 0x20; leaf++) {
      vcpu.number = round % 8;
      cpupolicy_view_read(shared->view, &vcpu, leaf, round & 3, records);
      sum = sum * 31 + records->a + records->b + records->c + records->d;
    }
    sum += cpupolicy_audit(shared->auditor, shared->bound, shared->policy, (void *)room, NULL, 0);
    count = 120;
    cpupolicy_write_leaves(shared->policy, records, &count);
    sum = sum * 31 + count + records[count - 1].a;
    count = 2;
    cpupolicy_write_msrs(shared->policy, values, &count);
    cpupolicy_features(shared->policy, set);
    sum += set[1] + cpupolicy_has(shared->policy, 5) + cpupolicy_vendor(shared->policy);
    sum += cpupolicy_domain_init(shared->host, &domain, (void *)made, NULL);
    sum += cpupolicy_system_assumed(shared->host) + cpupolicy_system_has_hvm(shared->host);
  }
  shared->sum = sum;
  return NULL;
}

/* A page that cannot be written, with a copy of an object. */
static void *sealed(const void *object, size_t size) {
  void *page = mmap(NULL, CPUPOLICY_ROOM_SYSTEM, PROT_READ | PROT_WRITE,
                    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (page == MAP_FAILED) exit(2);
  memcpy(page, object, size);
  if (mprotect(page, CPUPOLICY_ROOM_SYSTEM, PROT_READ)) exit(2);
  return page;
}

int main(int files, char **paths) {
  enum { THREADS = 4 };
  pthread_t threads[THREADS];
  struct shared shared[THREADS];
  void *moved[5];
  if (files != 2) return 2;
  load(paths[1]);
  CHECK(cpupolicy_system_init(host, raw, NULL, NULL) == CPUPOLICY_OK);
  prepare(CPUPOLICY_HVM);
  CHECK(cpupolicy_domain_init(host, &domain, policy, NULL) == CPUPOLICY_OK);
  CHECK(cpupolicy_auditor_init(auditor, bound, &domain) == CPUPOLICY_OK);
  CHECK(cpupolicy_view_init(view, policy, &domain, 0, NULL, NULL) == CPUPOLICY_OK);
  moved[0] = move(host, cpupolicy_system_size());
  moved[1] = move(bound, cpupolicy_bound_size());
  moved[2] = move(auditor, cpupolicy_auditor_size());
  moved[3] = move(policy, cpupolicy_size());
  moved[4] = move(view, cpupolicy_view_size());
  shared[0].host = sealed(moved[0], cpupolicy_system_size());
  shared[0].bound = sealed(moved[1], cpupolicy_bound_size());
  shared[0].auditor = sealed(moved[2], cpupolicy_auditor_size());
  shared[0].policy = sealed(moved[3], cpupolicy_size());
  shared[0].view = sealed(moved[4], cpupolicy_view_size());
  CHECK(cpupolicy_audit(shared[0].auditor, shared[0].bound, shared[0].policy, scratch, NULL, 0) ==
        0);
  for (int i = 0; i < THREADS; i++) {
    shared[i] = shared[0];
    if (pthread_create(&threads[i], NULL, read_all, &shared[i])) exit(2);
  }
  for (int i = 0; i < THREADS; i++) pthread_join(threads[i], NULL);
  for (int i = 1; i < THREADS; i++) CHECK(shared[i].sum == shared[0].sum);
  for (int i = 0; i < 5; i++) free(moved[i]);
  printf("readers: %d threads saw the same\n", THREADS);
  return failures != 0;
}
