// SPDX-License-Identifier: Apache-2.0

/*
 * Derives a policy of a host from its raw policy, the way a hypervisor would at boot.
 *
 *   policies RAW KIND          writes the policy's records (KIND as in enum cpupolicy_kind)
 *   policies RAW audit FILE    holds FILE's policy against HVM max, and prints each violation
 *   policies RAW view LEAF SUBLEAF VCPU
 *
 * RAW and FILE are records as `cpupolicy policy convert --to leaves` writes them.
 */
#include <cpupolicy.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *object(size_t size) {
  void *memory = calloc(1, size);
  if (!memory) exit(2);
  return memory;
}

/* Leaves first; the records from the first MSR on are 16 bytes long. */
static int load(const char *path, cpupolicy_t *policy) {
  static unsigned char bytes[120 * 24 + 2 * 16 + 1];
  struct cpupolicy_error error;
  FILE *file = fopen(path, "rb");
  size_t size, msrs = 2 * sizeof(struct cpupolicy_msr);
  int status;
  if (!file) return -1;
  size = fread(bytes, 1, sizeof bytes, file);
  fclose(file);
  if (size < msrs || (size - msrs) % sizeof(struct cpupolicy_leaf)) return -1;
  cpupolicy_init(policy);
  status = cpupolicy_read_leaves(policy, (void *)bytes,
                                 (size - msrs) / sizeof(struct cpupolicy_leaf), 1, &error);
  if (status == CPUPOLICY_OK)
    status = cpupolicy_read_msrs(policy, (void *)(bytes + size - msrs), 2, 1, &error);
  if (status)
    fprintf(stderr, "%s: error %d at leaf 0x%x:0x%x, MSR 0x%x\n", path, status, error.leaf,
            error.subleaf, error.msr);
  return status;
}

static int save(cpupolicy_t *policy) {
  struct cpupolicy_leaf leaves[120];
  struct cpupolicy_msr msrs[2];
  uint32_t leaf_count = 120, msr_count = 2;
  if (cpupolicy_write_leaves(policy, leaves, &leaf_count)) return 1;
  if (cpupolicy_write_msrs(policy, msrs, &msr_count)) return 1;
  fwrite(leaves, sizeof *leaves, leaf_count, stdout);
  fwrite(msrs, sizeof *msrs, msr_count, stdout);
  return 0;
}

static int report(cpupolicy_t *raw, const char *path) {
  struct cpupolicy_context context = {.guest = CPUPOLICY_HVM, .physical_limit = 52};
  cpupolicy_auditor_t *auditor = object(cpupolicy_auditor_size());
  cpupolicy_t *bound = object(cpupolicy_size()), *candidate = object(cpupolicy_size());
  struct cpupolicy_error errors[64];
  uint32_t count;
  if (cpupolicy_derive(raw, NULL, NULL, NULL, CPUPOLICY_HVM_MAX, bound)) return 2;
  if (load(path, candidate)) return 2;
  if (cpupolicy_auditor_init(auditor, bound, &context)) return 2;
  count = cpupolicy_audit(auditor, candidate, errors, 64);
  for (uint32_t i = 0; i < count && i < 64; i++) {
    const struct cpupolicy_error *e = &errors[i];
    if (e->msr != CPUPOLICY_NONE)
      printf("CPU%04u MSR 0x%x[%u:%u]", e->code, e->msr, e->high, e->low);
    else
      printf("CPU%04u 0x%x:0x%x %c[%u:%u]", e->code, e->leaf, e->subleaf, "abcd"[e->reg], e->high,
             e->low);
    printf(" %llx %llx %s\n", (unsigned long long)e->value, (unsigned long long)e->bound,
           cpupolicy_code_title(e->code));
  }
  if (cpupolicy_accepts(auditor, candidate) != (count == 0)) return 2;
  return count != 0;
}

static int view(cpupolicy_t *raw, char **arguments) {
  struct cpupolicy_topology topology = {1, 1, 4, 2, 8, 0};
  struct cpupolicy_vcpu vcpu = {.number = strtoul(arguments[2], 0, 0), .osxsave = 1, .xcr0 = 3,
                                .apic_enabled = 1, .long_mode = 1, .pae = 1};
  struct cpupolicy_leaf leaf;
  cpupolicy_t *policy = object(cpupolicy_size());
  if (cpupolicy_derive(raw, NULL, NULL, NULL, CPUPOLICY_HVM_DEFAULT, policy)) return 2;
  if (cpupolicy_apply_topology(policy, &topology, 0, 0)) return 2;
  if (cpupolicy_view(policy, &topology, CPUPOLICY_HVM, &vcpu, strtoul(arguments[0], 0, 0),
                     strtoul(arguments[1], 0, 0), &leaf))
    return 2;
  printf("%08x %08x %08x %08x, id %u\n", leaf.a, leaf.b, leaf.c, leaf.d,
         cpupolicy_apic_id(&topology, vcpu.number));
  return 0;
}

int main(int count, char **arguments) {
  cpupolicy_t *raw = object(cpupolicy_size()), *policy = object(cpupolicy_size());
  if (count < 3 || load(arguments[1], raw)) return 2;
  if (count == 4 && !strcmp(arguments[2], "audit")) return report(raw, arguments[3]);
  if (count == 6 && !strcmp(arguments[2], "view")) return view(raw, arguments + 3);
  if (cpupolicy_derive(raw, NULL, NULL, NULL, atoi(arguments[2]), policy)) return 2;
  return save(policy);
}
