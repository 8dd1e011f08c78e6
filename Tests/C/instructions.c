// SPDX-License-Identifier: Apache-2.0

/*
 * What a CPUID exit costs: instructions of cpupolicy_view_read, counted by single steps, for each place
 * of a guest's view: instructions RAW LIMIT prints least and most, and fails above the limit.
 */
#define _GNU_SOURCE
#include "support.h"
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

static const uint32_t bases[] = {0, 0x40000000, 0x80000000};
enum { LEAVES = 0x28, SUBLEAVES = 4, READS = 3 * LEAVES * SUBLEAVES };

/* The traced side: a breakpoint before and behind each read. */
static int read_all(void) {
  struct cpupolicy_topology topology = {CPUPOLICY_HEAD(struct cpupolicy_topology), .sockets = 2,
                                        .dies = 1, .cores = 3, .threads = 2, .vcpus = 12};
  struct cpupolicy_domain domain = {CPUPOLICY_HEAD(struct cpupolicy_domain),
                                    .guest = CPUPOLICY_HVM, .topology = &topology};
  struct cpupolicy_hypervisor hypervisor = {CPUPOLICY_HEAD(struct cpupolicy_hypervisor),
                                            .major_version = 4};
  struct cpupolicy_vcpu vcpu = {CPUPOLICY_HEAD(struct cpupolicy_vcpu), .number = 7, .xcr0 = 7,
                                .osxsave = 1, .apic_enabled = 1, .long_mode = 1, .pae = 1};
  struct cpupolicy_leaf leaf;
  if (cpupolicy_system_init(host, raw, NULL, NULL)) return 2;
  if (cpupolicy_domain_init(host, &domain, policy, NULL)) return 2;
  if (cpupolicy_view_init(view, policy, &domain, CPUPOLICY_ZEROS, &hypervisor, NULL)) return 2;
  ptrace(PTRACE_TRACEME, 0, NULL, NULL);
  raise(SIGSTOP);
  for (uint32_t read = 0; read < READS; read++) {
    uint32_t number = bases[read / (LEAVES * SUBLEAVES)] | (read / SUBLEAVES % LEAVES);
    __asm__ volatile("int3");
    cpupolicy_view_read(view, &vcpu, number, read % SUBLEAVES, &leaf);
    __asm__ volatile("int3");
  }
  return 0;
}

int main(int count, char **words) {
  int status, steps = 0, least = 1 << 30, most = 0, reads = 0, inside = 0;
  pid_t child;
  if (count != 3) return 2;
  load(words[1]);
  child = fork();
  if (child == 0) _exit(read_all());
  if (child < 0 || waitpid(child, &status, 0) != child || !WIFSTOPPED(status)) return 2;
  while (WIFSTOPPED(status)) {
    siginfo_t info;
    if (ptrace(PTRACE_GETSIGINFO, child, NULL, &info)) return 2;
    if (info.si_signo == SIGTRAP && info.si_code != TRAP_TRACE) {
      /* A breakpoint: the other end of a read. */
      if (inside) {
        reads++;
        if (steps < least) least = steps;
        if (steps > most) most = steps;
      }
      inside = !inside;
      steps = 0;
    } else {
      steps++;
    }
    if (ptrace(inside ? PTRACE_SINGLESTEP : PTRACE_CONT, child, NULL, NULL)) return 2;
    if (waitpid(child, &status, 0) != child) return 2;
  }
  printf("view: a CPUID exit takes %d to %d instructions, of %d\n", least, most, reads);
  CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  CHECK(reads == READS);
  CHECK(most <= atoi(words[2]));
  return failures != 0;
}
