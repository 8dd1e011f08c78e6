/* SPDX-License-Identifier: Apache-2.0 */

/* What the C tests share: objects in static storage, records of a file, and a count of failures. */
#ifndef SUPPORT_H
#define SUPPORT_H

#include <cpupolicy.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures, checks;
#define CHECK(what)                                                     \
  do {                                                                  \
    checks++;                                                           \
    if (!(what)) {                                                      \
      failures++;                                                       \
      fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #what);        \
    }                                                                   \
  } while (0)

#define OBJECT(type, name, bytes)              \
  static uint64_t name##_room[(bytes) / 8];    \
  static type *const name = (void *)name##_room

OBJECT(cpupolicy_t, raw, CPUPOLICY_ROOM_POLICY);
OBJECT(cpupolicy_t, policy, CPUPOLICY_ROOM_POLICY);
OBJECT(cpupolicy_t, candidate, CPUPOLICY_ROOM_POLICY);
OBJECT(cpupolicy_t, scratch, CPUPOLICY_ROOM_POLICY);
OBJECT(cpupolicy_system_t, host, CPUPOLICY_ROOM_SYSTEM);
OBJECT(cpupolicy_bound_t, bound, CPUPOLICY_ROOM_BOUND);
OBJECT(cpupolicy_auditor_t, auditor, CPUPOLICY_ROOM_AUDITOR);
OBJECT(cpupolicy_view_t, view, CPUPOLICY_ROOM_VIEW);

static const uint32_t max_of[] = {CPUPOLICY_PV_MAX, CPUPOLICY_PV_MAX, CPUPOLICY_HVM_MAX,
                                  CPUPOLICY_HVM_SHADOW_MAX};
static struct cpupolicy_leaf leaves[120];
static struct cpupolicy_msr msrs[2];
static uint32_t leaf_count;

/* Records as `cpupolicy policy convert --to leaves` writes them. */
static void load(const char *path) {
  FILE *file = fopen(path, "rb");
  long size;
  if (!file) exit(2);
  fseek(file, 0, SEEK_END);
  size = ftell(file);
  rewind(file);
  leaf_count = (size - sizeof msrs) / sizeof *leaves;
  if (leaf_count > 120 || fread(leaves, sizeof *leaves, leaf_count, file) != leaf_count ||
      fread(msrs, sizeof *msrs, 2, file) != 2)
    exit(2);
  fclose(file);
  cpupolicy_init(raw);
  if (cpupolicy_read_leaves(raw, leaves, leaf_count, 1, NULL) ||
      cpupolicy_read_msrs(raw, msrs, 2, 1, NULL))
    exit(2);
}

#endif
