/* SPDX-License-Identifier: Apache-2.0 */

/* The control guest's toolstack: hypercalls, and policies by way of libcpupolicy. */
#ifndef TOOLSTACK_H
#define TOOLSTACK_H

#include "cpupolicy.h"
#include "guest.h"
#include "worker.h"

enum { MOST_LEAVES = 120, MOST_MSRS = 2 };

/* A policy as hypercalls carry it. */
struct records {
  uint32_t leaf_count, msr_count;
  struct cpupolicy_leaf leaves[MOST_LEAVES + 1];
  struct cpupolicy_msr msrs[MOST_MSRS + 1];
};

/* What a set was refused with. */
struct refusal {
  int64_t result;
  uint64_t code;
  uint32_t leaf, subleaf, msr;
};

/* Memory for one policy. */
struct policy_room {
  uint64_t room[CPUPOLICY_ROOM_POLICY / 8];
};
static inline cpupolicy_t *policy_in(struct policy_room *room) { return (cpupolicy_t *)room; }

/* Indices of the system's policies. */
enum { RAW, HOST, PV_MAX, HVM_MAX, PV_DEFAULT, HVM_DEFAULT };

int64_t get_system_policy(uint32_t index, struct records *records);
/* Another domain than 0: its number, or a negative error number. The answer is in *creation. */
int64_t create(struct domctl_create *creation, uint64_t *code);
/* A domain of cores with one thread each, in one socket, that does a work when it runs. */
int64_t create_plain(uint32_t kind, uint32_t cores, enum work work);
int64_t get_policy(int64_t domain, struct records *records);
struct refusal set_policy(int64_t domain, const struct records *records);
int64_t command(int64_t domain, uint32_t number);
/* Unpauses a domain and waits until it has ended: its state. */
uint32_t run(int64_t domain);

/* Between records and policies. */
void read_records(cpupolicy_t *policy, const struct records *records);
void write_records(const cpupolicy_t *policy, struct records *records);

void script(void);
void damage(uint32_t count);

#endif
