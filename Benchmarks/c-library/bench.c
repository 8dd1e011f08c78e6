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

static cpupolicy_t *raw, *bound, *candidate, *target;
static cpupolicy_auditor_t *auditor;
static struct cpupolicy_leaf leaves[LEAVES];
static uint32_t count;
static int failures;

static void accepts(void) { failures += !cpupolicy_accepts(auditor, candidate); }
static void serialise(void) {
  count = LEAVES;
  failures += cpupolicy_write_leaves(bound, leaves, &count) != CPUPOLICY_OK;
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
static void measure(const char *name, void (*body)(void)) {
  double times[BATCHES];
  body();
  for (int batch = 0; batch < BATCHES; batch++) {
    double start = now();
    for (int call = 0; call < CALLS; call++) body();
    times[batch] = (now() - start) / CALLS;
  }
  qsort(times, BATCHES, sizeof *times, compare);
  printf("%-44s%.0f ns\n", name, times[BATCHES / 2]);
}

int main(int arguments, char **words) {
  struct cpupolicy_context context = {.guest = CPUPOLICY_HVM, .physical_limit = 52};
  FILE *file = arguments == 2 ? fopen(words[1], "rb") : NULL;
  char name[64];
  long size;
  if (!file) return 2;
  raw = calloc(1, cpupolicy_size());
  bound = calloc(1, cpupolicy_size());
  candidate = calloc(1, cpupolicy_size());
  target = calloc(1, cpupolicy_size());
  auditor = calloc(1, cpupolicy_auditor_size());
  if (!raw || !bound || !candidate || !target || !auditor) return 2;
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
  if (cpupolicy_derive(raw, NULL, NULL, NULL, CPUPOLICY_HVM_MAX, bound)) return 2;
  if (cpupolicy_derive(raw, NULL, NULL, NULL, CPUPOLICY_HVM_DEFAULT, candidate)) return 2;
  if (cpupolicy_auditor_init(auditor, bound, &context)) return 2;
  measure("C library: audit, yes or no", accepts);
  serialise();
  snprintf(name, sizeof name, "C library: serialise %u leaves", count);
  measure(name, serialise);
  snprintf(name, sizeof name, "C library: deserialise %u leaves", count);
  measure(name, deserialise);
  if (failures) fprintf(stderr, "bench: %d calls failed\n", failures);
  return failures != 0;
}
