// SPDX-License-Identifier: Apache-2.0

#include "toolstack.h"

static struct answer domctl(struct domctl *operation) {
  operation->version = DOMCTL_VERSION;
  return hypercall(HYPERCALL_DOMCTL, (uint64_t)operation, 0);
}

int64_t get_system_policy(uint32_t index, struct records *records) {
  struct sysctl operation = {.command = SYSCTL_GET_POLICY, .version = SYSCTL_VERSION};
  operation.u.policy = (struct sysctl_policy){.index = index,
                                              .leaf_count = MOST_LEAVES,
                                              .msr_count = MOST_MSRS,
                                              .leaves = (uint64_t)records->leaves,
                                              .msrs = (uint64_t)records->msrs};
  int64_t result = hypercall(HYPERCALL_SYSCTL, (uint64_t)&operation, 0).result;
  records->leaf_count = operation.u.policy.leaf_count;
  records->msr_count = operation.u.policy.msr_count;
  return result;
}

int64_t create(struct domctl_create *creation, uint64_t *code) {
  struct domctl operation = {.command = DOMCTL_CREATE};
  operation.u.create = *creation;
  struct answer answer = domctl(&operation);
  *creation = operation.u.create;
  if (code) *code = answer.code;
  return answer.result ? answer.result : operation.domain;
}

int64_t create_plain(uint32_t kind, uint32_t cores, enum work work) {
  struct domctl_create creation = {.kind = kind, .sockets = 1, .dies = 1, .cores = cores, .threads = 1,
                                   .vcpus = cores, .program = 1, .argument = work};
  return create(&creation, NULL);
}

int64_t get_policy(int64_t domain, struct records *records) {
  struct domctl operation = {.command = DOMCTL_GET_POLICY, .domain = (uint16_t)domain};
  operation.u.policy = (struct domctl_policy){.leaf_count = MOST_LEAVES,
                                              .msr_count = MOST_MSRS,
                                              .leaves = (uint64_t)records->leaves,
                                              .msrs = (uint64_t)records->msrs};
  int64_t result = domctl(&operation).result;
  records->leaf_count = operation.u.policy.leaf_count;
  records->msr_count = operation.u.policy.msr_count;
  return result;
}

struct refusal set_policy(int64_t domain, const struct records *records) {
  struct domctl operation = {.command = DOMCTL_SET_POLICY, .domain = (uint16_t)domain};
  operation.u.policy = (struct domctl_policy){.leaf_count = records->leaf_count,
                                              .msr_count = records->msr_count,
                                              .leaves = (uint64_t)records->leaves,
                                              .msrs = (uint64_t)records->msrs,
                                              .error_leaf = ALL_ONES,
                                              .error_subleaf = ALL_ONES,
                                              .error_msr = ALL_ONES};
  struct answer answer = domctl(&operation);
  return (struct refusal){answer.result, answer.code, operation.u.policy.error_leaf,
                          operation.u.policy.error_subleaf, operation.u.policy.error_msr};
}

int64_t command(int64_t domain, uint32_t number) {
  struct domctl operation = {.command = number, .domain = (uint16_t)domain};
  return domctl(&operation).result;
}

uint32_t run(int64_t domain) {
  if (command(domain, DOMCTL_UNPAUSE)) return 0;
  struct domctl operation;
  do {
    hypercall(HYPERCALL_SCHEDULE, 0, 0);
    operation = (struct domctl){.command = DOMCTL_GET_STATE, .domain = (uint16_t)domain};
    domctl(&operation);
  } while (operation.u.state.state == STATE_RUNNING);
  return operation.u.state.state;
}

void read_records(cpupolicy_t *policy, const struct records *records) {
  cpupolicy_init(policy);
  if (cpupolicy_read_leaves(policy, records->leaves, records->leaf_count, 0, NULL) ||
      cpupolicy_read_msrs(policy, records->msrs, records->msr_count, 0, NULL))
    print("these records cannot be read\n");
}

void write_records(const cpupolicy_t *policy, struct records *records) {
  records->leaf_count = MOST_LEAVES;
  records->msr_count = MOST_MSRS;
  if (cpupolicy_write_leaves(policy, records->leaves, &records->leaf_count) ||
      cpupolicy_write_msrs(policy, records->msrs, &records->msr_count))
    print("this policy cannot be written\n");
}

enum { CONTROL_SCRIPT = 1 };

/* Domain 0's program: 1 for the script, a larger number for as many damaged policies. */
void guest_main(uint64_t argument, uint64_t vcpu, uint64_t domain) {
  (void)vcpu;
  (void)domain;
  if (argument == CONTROL_SCRIPT)
    script();
  else
    damage((uint32_t)argument);
}
