// SPDX-License-Identifier: Apache-2.0

/*
 * The archive as shipped, in ring 0, with interrupts on its own stack: first as many as the timer gives,
 * then one behind each instruction. What is written below the stack pointer does not survive that.
 */
#include "cpupolicy.h"
#include "machine.h"

static uint64_t system_room[2][CPUPOLICY_ROOM_SYSTEM / 8];
static uint64_t policy_room[2][CPUPOLICY_ROOM_POLICY / 8];
static uint64_t raw_room[CPUPOLICY_ROOM_POLICY / 8], scratch_room[CPUPOLICY_ROOM_POLICY / 8];
static uint64_t bound_room[2][CPUPOLICY_ROOM_BOUND / 8], view_room[2][CPUPOLICY_ROOM_VIEW / 8];
static uint64_t auditor_room[2][CPUPOLICY_ROOM_AUDITOR / 8];
static struct cpupolicy_leaf leaves[2][120], answers[2][64];
static uint32_t counts[2];
static int audits[2];

static volatile uint64_t interrupts, steps;

static void put(char c) {
  while (!(in8(0x3f8 + 5) & 0x20)) {}
  out8(0x3f8, (uint8_t)c);
}
static void put_text(const char *text) {
  while (*text) put(*text++);
}
static void put_number(uint64_t number) {
  if (number >= 10) put_number(number / 10);
  put((char)('0' + number % 10));
}
static void end(uint8_t code) {
  out8(0xf4, code);
  for (;;) stop();
}

void interrupt_entry(struct interrupt_frame *frame) {
  if (frame->vector == 1) {
    steps++;
  } else if (frame->vector == 32) {
    interrupts++;
    out8(0x20, 0x20);
  } else {
    put_text("fatal: exception ");
    put_number(frame->vector);
    put_text("\n");
    end(1);
  }
}

/* Everything that a hypervisor calls, with its results in one of two places. */
static struct cpupolicy_topology topology = {CPUPOLICY_HEAD(struct cpupolicy_topology), .sockets = 1,
                                             .dies = 1, .cores = 2, .threads = 2, .vcpus = 4};
static struct cpupolicy_domain domain = {CPUPOLICY_HEAD(struct cpupolicy_domain),
                                         .guest = CPUPOLICY_HVM, .physical_limit = 48,
                                         .topology = &topology};
static struct cpupolicy_vcpu vcpu = {CPUPOLICY_HEAD(struct cpupolicy_vcpu), .number = 3, .xcr0 = 7,
                                     .osxsave = 1, .apic_enabled = 1, .long_mode = 1};

static void derive(int place) {
  cpupolicy_system_init((cpupolicy_system_t *)system_room[place], (cpupolicy_t *)raw_room, NULL, NULL);
}

static void serve(int place) {
  cpupolicy_system_t *system = (cpupolicy_system_t *)system_room[0];
  cpupolicy_t *policy = (cpupolicy_t *)policy_room[place];
  cpupolicy_bound_t *bound = (cpupolicy_bound_t *)bound_room[place];
  cpupolicy_auditor_t *auditor = (cpupolicy_auditor_t *)auditor_room[place];
  cpupolicy_view_t *view = (cpupolicy_view_t *)view_room[place];
  cpupolicy_domain_init(system, &domain, policy, NULL);
  counts[place] = 120;
  cpupolicy_write_leaves(policy, leaves[place], &counts[place]);
  cpupolicy_read_leaves(policy, leaves[place], counts[place], 1, NULL);
  cpupolicy_bound_init(bound, cpupolicy_system_policy(system, CPUPOLICY_HVM_MAX), CPUPOLICY_HVM,
                       CPUPOLICY_SCOPE_DOMAIN,
                       cpupolicy_system_policy(system, CPUPOLICY_HOST_DEFAULT), NULL);
  cpupolicy_auditor_init(auditor, bound, &domain);
  audits[place] = cpupolicy_audit(auditor, bound, policy, (cpupolicy_t *)scratch_room, NULL, 0);
  cpupolicy_view_init(view, policy, &domain, CPUPOLICY_ZEROS, NULL, NULL);
  for (uint32_t leaf = 0; leaf < 64; leaf++)
    cpupolicy_view_read(view, &vcpu, leaf < 32 ? leaf : 0x80000000 + leaf - 32, 0,
                        &answers[place][leaf]);
}

static int differ(const void *first, const void *second, size_t size) {
  const uint32_t *a = first, *b = second;
  for (size_t i = 0; i < size / 4; i++)
    if (a[i] != b[i]) return 1;
  return 0;
}

/* What can be told of the results: policies, records, verdicts and answers. Objects have padding. */
static unsigned wrong(void) {
  unsigned wrong = 0;
  for (uint32_t kind = CPUPOLICY_RAW; kind < CPUPOLICY_KIND_COUNT; kind++)
    wrong |= (unsigned)differ(cpupolicy_system_policy((cpupolicy_system_t *)system_room[0], kind),
                              cpupolicy_system_policy((cpupolicy_system_t *)system_room[1], kind),
                              cpupolicy_size());
  return wrong | (unsigned)(differ(policy_room[0], policy_room[1], sizeof policy_room[0]) |
                            differ(leaves[0], leaves[1], sizeof leaves[0]) |
                            differ(answers[0], answers[1], sizeof answers[0]) |
                            (counts[0] != counts[1]) | (audits[0] != audits[1]));
}

static void report(const char *what, uint64_t count, unsigned rounds, unsigned wrong_rounds) {
  put_text(what);
  put_text(": ");
  put_number(count);
  put_text(" interrupts in ");
  put_number(rounds);
  put_text(" rounds, ");
  put_number(wrong_rounds);
  put_text(" with another result\n");
}

static void set_step(uint64_t flag) {
  __asm__ volatile("pushfq\nandq $~0x100, (%%rsp)\norq %0, (%%rsp)\npopfq" ::"r"(flag) : "memory", "cc");
}

void hypervisor_main(uint64_t information) {
  (void)information;
  cpupolicy_t *raw = (cpupolicy_t *)raw_room;
  uint32_t basic = cpuid(0, 0).eax, extended = cpuid(0x80000000, 0).eax, leaf, subleaf;
  cpupolicy_init(raw);
  for (uint32_t i = 0; !cpupolicy_place(i, &leaf, &subleaf); i++) {
    if (leaf > (leaf >> 31 ? extended : basic)) continue;
    struct cpuid_registers r = cpuid(leaf, subleaf == CPUPOLICY_NONE ? 0 : subleaf);
    struct cpupolicy_leaf record = {leaf, subleaf, r.eax, r.ebx, r.ecx, r.edx};
    cpupolicy_set_leaf(raw, &record);
  }
  derive(0);
  serve(0);
  if (audits[0] != 0) put_text("the domain's own policy is refused\n");

  /* The timer as fast as it goes, as interrupt 32. */
  static const uint8_t ports[][2] = {{0x20, 0x11}, {0xa0, 0x11}, {0x21, 32}, {0xa1, 40}, {0x21, 4},
                                     {0xa1, 2},    {0x21, 1},    {0xa1, 1},  {0x21, 0xfe}, {0xa1, 0xff},
                                     {0x43, 0x34}, {0x40, 20},   {0x40, 0}};
  for (size_t i = 0; i < sizeof ports / sizeof ports[0]; i++) out8(ports[i][0], ports[i][1]);
  unsigned rounds = 0, wrong_rounds = 0;
  __asm__ volatile("sti");
  for (; rounds < 400; rounds++) {
    derive(1);
    serve(1);
    wrong_rounds += wrong();
  }
  __asm__ volatile("cli");
  report("timer", interrupts, rounds, wrong_rounds);

  set_step(0x100);
  derive(1);
  serve(1);
  set_step(0);
  report("each instruction", steps, 1, wrong());
  end(0);
}
