// SPDX-License-Identifier: Apache-2.0

/* A guest that looks at its CPU: worker.h says what for. */
#include "worker.h"

#include "guest.h"

/* ---- Every place of CPUID ---------------------------------------------------------------------- */

/* Like a row of `cpupolicy domain view NAME --all -o csv`; places without subleaves where they are zero. */
static void show(uint32_t vcpu, uint32_t leaf, uint32_t subleaf) {
  struct cpuid_registers r = cpuid(leaf, subleaf);
  if (subleaf && !(r.eax | r.ebx | r.ecx | r.edx)) return;
  print("%u,0x%08x,%u,0x%08x,0x%08x,0x%08x,0x%08x\n", vcpu, leaf, subleaf, r.eax, r.ebx, r.ecx, r.edx);
}

static void walk(uint32_t vcpu) {
  static const uint32_t ranges[][2] = {{0, 0x24}, {0x40000000, 0x40000006}, {0x40000100, 0x40000100},
                                       {0x80000000, 0x80000028}, {0x80860000, 0x80860000},
                                       {0xc0000000, 0xc0000000}, {0xffffffff, 0xffffffff}};
  for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++) {
    for (uint32_t leaf = ranges[i][0];; leaf++) {
      /* Leaf 0xd has 63 subleaves, the others with any have fewer. */
      for (uint32_t subleaf = 0; subleaf < (leaf == 0xd ? 64 : 8); subleaf++) {
        struct cpuid_registers none = cpuid(leaf, 0);
        struct cpuid_registers this = cpuid(leaf, subleaf);
        /* Leaves that ignore ECX repeat themselves. */
        if (subleaf && none.eax == this.eax && none.ebx == this.ebx && none.ecx == this.ecx &&
            none.edx == this.edx)
          continue;
        show(vcpu, leaf, subleaf);
      }
      if (leaf == ranges[i][1]) break;
    }
  }
}

/* ---- What it may use --------------------------------------------------------------------------- */

static unsigned bit(uint32_t value, unsigned number) { return value >> number & 1; }

/* What became of an instruction. */
static const char *fault(unsigned result) {
  switch (result) {
  case 0: return "works";
  case 6 + 1: return "#UD";
  case 13 + 1: return "#GP";
  default: return "another fault";
  }
}

static void probe(void) {
  struct cpuid_registers one = cpuid(1, 0), seven = cpuid(7, 0), states = cpuid(0xd, 0);
  print("AVX %u, AVX2 %u, OSXSAVE %u, states 0x%x, bytes %u\n", bit(one.ecx, 28), bit(seven.ebx, 5),
        bit(one.ecx, 27), states.eax, states.ebx);
  uint64_t cr4 = read_cr4();
  unsigned result = TRY("mov %0, %%cr4", : : "r"(cr4 | 1 << 18));
  print("CR4.OSXSAVE: %s, then OSXSAVE %u\n", fault(result), bit(cpuid(1, 0).ecx, 27));
  if (!result) {
    unsigned wanted = 3 | (bit(one.ecx, 28) ? 4 : 0);
    result = TRY("xsetbv", : : "a"(wanted), "d"(0), "c"(0));
    print("XCR0 = %u: %s, then bytes %u\n", wanted, fault(result), cpuid(0xd, 0).ebx);
    print("VXORPS: %s\n", fault(TRY("vxorps %%ymm0, %%ymm0, %%ymm0", : :)));
    TRY("xsetbv", : : "a"(7), "d"(0), "c"(0));
    /* After the next exit the hypervisor has seen it. */
    cpuid(0, 0);
    print("XCR0 after a try of 7: %u\n", (unsigned)read_xcr0());
  }
  print("CR4.PKE: %s, CR4.SMEP: %s\n", fault(TRY("mov %0, %%cr4", : : "r"(cr4 | 1 << 22))),
        fault(TRY("mov %0, %%cr4", : : "r"(cr4 | 1 << 20))));
  print("CR0 above bit 31: %s\n", fault(TRY("mov %0, %%cr0", : : "r"(1ull << 32))));
  uint64_t value = 0;
  unsigned refused = read_msr(0x10a, &value);
  print("ARCH_CAPS %u: %s 0x%x\n", bit(seven.edx, 29), refused ? "#GP" : "reads", (unsigned)value);
  refused = read_msr(0xce, &value);
  print("PLATFORM_INFO: %s 0x%x\n", refused ? "#GP" : "reads", (unsigned)value);
  print("MSR 0x1234: %s\n", read_msr(0x1234, &value) ? "#GP" : "reads");
  read_msr(0x1b, &value);
  write_msr(0x1b, value & ~0x800ull);
  print("APIC off: APIC %u\n", bit(cpuid(1, 0).edx, 9));
  print("ITSC %u, widths 0x%x\n", bit(cpuid(0x80000007, 0).edx, 8), cpuid(0x80000008, 0).eax & 0xffff);
  print("domctl: error %u\n", (unsigned)-hypercall(HYPERCALL_DOMCTL, 0, 0).result);
  print("WBINVD: %s\n", fault(TRY("wbinvd", : :)));
  print("MONITOR: %s\n", fault(TRY("monitor", : : "a"(0), "c"(0), "d"(0))));
  print("VMRUN: %s\n", fault(TRY("vmrun %%rax", : : "a"(0))));
}

/* ---- Its own state while others run ------------------------------------------------------------ */

static void keep(uint64_t vcpu) {
  uint64_t pattern = 0x0123456789abcdef * (vcpu + 3), found = 0;
  unsigned id = cpuid(0xb, 0).edx, wrong_id = 0, wrong_register = 0;
  __asm__ volatile("movq %0, %%xmm5" : : "r"(pattern));
  for (unsigned i = 0; i < 2000; i++) {
    if (cpuid(0xb, 0).edx != id || cpuid(1, 0).ebx >> 24 != id) wrong_id++;
    if (i % 100 == 0) hypercall(HYPERCALL_SCHEDULE, 0, 0);
    __asm__ volatile("movq %%xmm5, %0" : "=r"(found));
    if (found != pattern) wrong_register++;
  }
  print("vCPU %u, id %u: 2000 reads, %u of another id, %u of another register\n", (unsigned)vcpu, id,
        wrong_id, wrong_register);
}

/* ---- The end ----------------------------------------------------------------------------------- */

static void die(void) {
  struct __attribute__((packed)) {
    uint16_t limit;
    uint64_t base;
  } none = {0, 0};
  __asm__ volatile("lidt %0\nud2" : : "m"(none));
}

void guest_main(uint64_t argument, uint64_t vcpu, uint64_t domain) {
  (void)domain;
  switch (argument) {
  case WORK_WALK: walk((uint32_t)vcpu); break;
  case WORK_PROBE: probe(); break;
  case WORK_KEEP: keep(vcpu); break;
  case WORK_FAULT: die(); break;
  default: print("argument %u: nothing to do\n", (unsigned)argument);
  }
}
