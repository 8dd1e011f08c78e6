/* SPDX-License-Identifier: Apache-2.0 */

/*
 * What guests ask of the hypervisor: VMMCALL with the number in RAX, arguments in RDI, RSI and RDX. RAX
 * returns 0 or a negative error number, and RDX the code of what was refused (101 for CPU0101), or 0.
 *
 * The policy operations are Xen's, number by number and byte by byte. Creation is this hypervisor's own.
 */
#ifndef HYPERCALLS_H
#define HYPERCALLS_H

#include <stdint.h>

enum {
  HYPERCALL_CONSOLE = 18,  /* bytes, address: text for the console */
  HYPERCALL_SCHEDULE = 29, /* lets another virtual CPU run */
  HYPERCALL_SYSCTL = 35,   /* address of a struct sysctl */
  HYPERCALL_DOMCTL = 36    /* address of a struct domctl */
};

enum { ALL_ONES = 0xffffffff };

/* ---- The system: control guest only ------------------------------------------------------------ */

enum { SYSCTL_VERSION = 0x16, SYSCTL_GET_FEATURESET = 26, SYSCTL_GET_POLICY = 29 };

struct sysctl_policy {
  uint32_t index; /* raw, host, PV max, HVM max, PV default, HVM default */
  uint32_t leaf_count, msr_count, reserved;
  uint64_t leaves, msrs;
};
struct sysctl_featureset {
  uint32_t index; /* raw, host, PV default, HVM default, PV max, HVM max */
  uint32_t word_count;
  uint64_t words;
};
struct sysctl {
  uint32_t command, version;
  union {
    struct sysctl_policy policy;
    struct sysctl_featureset featureset;
    uint64_t room[16];
  } u;
};

/* ---- Domains: control guest only --------------------------------------------------------------- */

enum {
  DOMCTL_VERSION = 0x18,
  DOMCTL_CREATE = 1,
  DOMCTL_DESTROY = 2,
  DOMCTL_UNPAUSE = 4,
  DOMCTL_GET_STATE = 5,
  DOMCTL_GET_POLICY = 82,
  DOMCTL_SET_POLICY = 83
};

enum { DOMAIN_NESTED = 1, DOMAIN_COUNTERS = 2, DOMAIN_INVARIANT_TSC = 4 };

struct domctl_create {
  uint32_t kind; /* enum cpupolicy_guest */
  uint32_t flags;
  uint32_t sockets, dies, cores, threads, vcpus;
  uint32_t program;    /* which of the boot loader's programs */
  uint64_t argument;   /* what it gets in RDI */
  uint32_t io_apic_id; /* out: all ones where none is free */
  uint32_t reserved;
};
enum { STATE_BUILDING = 1, STATE_RUNNING, STATE_HALTED, STATE_CRASHED };
struct domctl_state {
  uint32_t state;
};
struct domctl_policy {
  uint32_t leaf_count, msr_count;
  uint64_t leaves, msrs;
  uint32_t error_leaf, error_subleaf, error_msr;
};
struct domctl {
  uint32_t command, version;
  uint16_t domain, padding[3];
  union {
    struct domctl_create create;
    struct domctl_state state;
    struct domctl_policy policy;
    uint64_t room[16];
  } u;
};

_Static_assert(sizeof(struct sysctl) == 136 && sizeof(struct domctl) == 144, "Xen's sizes");

#endif
