/* SPDX-License-Identifier: Apache-2.0 */

/*
 * libcpupolicy: the policy algebra for hypervisors and VMMs.
 *
 * Freestanding: it needs nothing from outside but memcpy and memset, allocates nowhere, uses no SSE
 * register and never traps on input. All memory is the caller's. Every function may be called from
 * any thread; an object may be used by one caller at a time.
 *
 * Stack: cpupolicy_derive needs about 300 KiB, everything else at most 40 KiB.
 */
#ifndef CPUPOLICY_H
#define CPUPOLICY_H

#include <stddef.h>
#include <stdint.h>

#include "cpupolicy_codes.h"
#include "cpupolicy_features.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Results: 0, or a negative error number as Xen's hypercalls return it. */
#define CPUPOLICY_OK 0
#define CPUPOLICY_E2BIG (-7)      /* more records than a policy can come to */
#define CPUPOLICY_EINVAL (-22)    /* MSR flags, an unknown enumerator, a topology that does not fit */
#define CPUPOLICY_ERANGE (-34)    /* no policy has this leaf, subleaf or MSR */
#define CPUPOLICY_EOVERFLOW (-75) /* the value does not fit the MSR's storage */
#define CPUPOLICY_ENOBUFS (-105)  /* the buffer is too small; what fits has been written */

/* All ones: the leaf ignores ECX, or an error has no such place. */
#define CPUPOLICY_NONE UINT32_MAX

/* Leaf and MSR records, laid out as struct xen_cpuid_leaf and struct xen_msr_entry. */
struct cpupolicy_leaf {
  uint32_t leaf, subleaf;
  uint32_t a, b, c, d;
};
struct cpupolicy_msr {
  uint32_t index, flags;
  uint64_t value;
};

/* One thing that is wrong: the place, both values (shifted down to bit 0), and a stable code. */
struct cpupolicy_error {
  uint32_t leaf, subleaf; /* CPUPOLICY_NONE for an MSR */
  uint32_t reg;           /* 0 EAX, 1 EBX, 2 ECX, 3 EDX */
  uint32_t msr;           /* CPUPOLICY_NONE for a leaf */
  uint32_t high, low;     /* bits, both included */
  uint32_t code;          /* CPUPOLICY_CODE_...; the text archive has the words */
  uint32_t severity;      /* 0 cosmetic, performance, behaviour, security, 4 guest crash */
  uint64_t value, bound;
};

/* Objects: memory of the size that the library names, aligned to 8 bytes. */
typedef struct cpupolicy cpupolicy_t;
typedef struct cpupolicy_auditor cpupolicy_auditor_t;
size_t cpupolicy_size(void);
size_t cpupolicy_auditor_size(void);

/* The empty policy. */
void cpupolicy_init(cpupolicy_t *policy);

/* Most records that a policy comes to: 120 leaves and 2 MSRs. */
uint32_t cpupolicy_max_leaves(void);
uint32_t cpupolicy_max_msrs(void);

/*
 * Records out. *count is the buffer's room, and on success the number written; on ENOBUFS it stays.
 */
int cpupolicy_write_leaves(cpupolicy_t *policy, struct cpupolicy_leaf *records, uint32_t *count);
int cpupolicy_write_msrs(cpupolicy_t *policy, struct cpupolicy_msr *records, uint32_t *count);

/*
 * Records in, merged into the policy: what they leave out stays. On failure *error names the first
 * offending place, and the policy is as it was. strict refuses duplicates and disorder. error may be
 * null.
 */
int cpupolicy_read_leaves(cpupolicy_t *policy, const struct cpupolicy_leaf *records, uint32_t count,
                          int strict, struct cpupolicy_error *error);
int cpupolicy_read_msrs(cpupolicy_t *policy, const struct cpupolicy_msr *records, uint32_t count,
                        int strict, struct cpupolicy_error *error);

/* Zeroes what lies beyond the policy's own limits; needed after records were merged. */
void cpupolicy_clear_stale(cpupolicy_t *policy);

/* The 19 words of the featureset. */
void cpupolicy_features(cpupolicy_t *policy, uint32_t words[CPUPOLICY_FEATURE_WORDS]);

/* Policies of a host. */
enum cpupolicy_kind {
  CPUPOLICY_RAW,
  CPUPOLICY_HOST_MAX,
  CPUPOLICY_HOST_DEFAULT,
  CPUPOLICY_PV_MAX,
  CPUPOLICY_PV_DEFAULT,
  CPUPOLICY_HVM_MAX,
  CPUPOLICY_HVM_DEFAULT,
  CPUPOLICY_HVM_SHADOW_MAX,
  CPUPOLICY_HVM_SHADOW_DEFAULT,
  CPUPOLICY_DOM0_PV,
  CPUPOLICY_DOM0_HVM,
  CPUPOLICY_KIND_COUNT
};

/* Facts of a host beyond its CPUID; -1 for unknown. */
struct cpupolicy_facts {
  int64_t microcode;
  int8_t de_cfg_readable, lfence_serialising, ls_cfg_holds, sbpb_accepted;
  int8_t null_selector_clears_base, smt_enabled, rtm_disabled, fast_strings;
  int8_t misc_features_enables, ept, vmx_rdtscp, vmx_invpcid;
  int8_t vmx_mpx, vmx_xsaves, virtualisation_usable, local_apic_enabled;
};

/* Opt-outs and opt-ins of the owner, as featuresets; either may be null. */
int cpupolicy_derive(cpupolicy_t *raw, const struct cpupolicy_facts *facts,
                     const uint32_t *opted_out, const uint32_t *opted_in,
                     enum cpupolicy_kind kind, cpupolicy_t *out);

/* Topology: sockets, dies of a socket, cores of a die, threads of a core. */
struct cpupolicy_topology {
  uint32_t sockets, dies, cores, threads, vcpus;
  uint32_t legacy; /* 1: APIC id n * 2, as Xen numbers them */
};
int cpupolicy_topology_check(const struct cpupolicy_topology *topology);
uint32_t cpupolicy_apic_id(const struct cpupolicy_topology *topology, uint32_t vcpu);
/* The IO-APIC's id, or CPUPOLICY_NONE where none is free in four bits. */
uint32_t cpupolicy_io_apic_id(const struct cpupolicy_topology *topology);
/* Solves the topology into the policy; max_leaf and max_extended_leaf may reach beyond it (or 0). */
int cpupolicy_apply_topology(cpupolicy_t *policy, const struct cpupolicy_topology *topology,
                             uint32_t max_leaf, uint32_t max_extended_leaf);

enum cpupolicy_guest { CPUPOLICY_PV, CPUPOLICY_PV32, CPUPOLICY_HVM, CPUPOLICY_HVM_SHADOW };

/* Under which circumstances a candidate is audited. */
struct cpupolicy_context {
  uint32_t guest;               /* enum cpupolicy_guest */
  uint32_t is_domain;           /* 0: a policy of the system; 1: of one domain */
  uint32_t nested;              /* the domain may have VMX or SVM */
  uint32_t counters;            /* the domain has a virtual PMU */
  uint32_t physical_limit;      /* widest physical address, bits */
  const uint32_t *host;         /* the host's featureset, or null */
  const struct cpupolicy_topology *topology; /* or null */
  uint32_t max_leaf, max_extended_leaf;      /* of topologies with several dies, or 0 */
};

/* Prepares an auditor for a bound, the max policy of the kind of guest. */
int cpupolicy_auditor_init(cpupolicy_auditor_t *auditor, cpupolicy_t *bound,
                           const struct cpupolicy_context *context);
/* 1 where the candidate is acceptable as it stands, else 0. Nothing is ever altered. */
int cpupolicy_accepts(cpupolicy_auditor_t *auditor, cpupolicy_t *candidate);
/* The number of violations; the first `room` of them are stored. */
uint32_t cpupolicy_audit(cpupolicy_auditor_t *auditor, cpupolicy_t *candidate,
                         struct cpupolicy_error *errors, uint32_t room);

/* A virtual CPU that executes CPUID. */
struct cpupolicy_vcpu {
  uint32_t number;
  uint32_t osxsave, pke; /* CR4 bits */
  uint32_t apic_enabled, long_mode, pae;
  uint64_t xcr0, xss;
};
int cpupolicy_view(cpupolicy_t *policy, const struct cpupolicy_topology *topology, uint32_t guest,
                   const struct cpupolicy_vcpu *vcpu, uint32_t leaf, uint32_t subleaf,
                   struct cpupolicy_leaf *result);

/* The second archive, libcpupolicy_text.a: words for a code, or null. Not freestanding. */
const char *cpupolicy_code_title(uint32_t code);
const char *cpupolicy_code_text(uint32_t code);

#ifdef __cplusplus
}
#endif
#endif
