/* SPDX-License-Identifier: Apache-2.0 */

/*
 * libcpupolicy, version 1: the policy algebra for hypervisors and VMMs.
 *
 * Freestanding: it needs nothing from outside but memcpy and memset, allocates nowhere, uses no SSE
 * register, no red zone and no indirect jump, and never traps on input.
 *
 * Memory. All of it is the caller's. An object is memory of the size that the library names, aligned to
 * 8 bytes; the CPUPOLICY_ROOM_ constants are enough for static storage. Objects hold no pointers: they
 * may be copied, moved and kept with memcpy, and need no end.
 *
 * Threads. A call that takes an object as const only reads it: any number of them may run on one object
 * at the same time. A call that takes it otherwise must be alone with it. There is no other state.
 *
 * Stack. cpupolicy_system_init needs up to 12 KiB, everything else less than 4 KiB.
 *
 * Structs. Each begins with its size and version, which the caller sets (CPUPOLICY_HEAD) and the library
 * checks: a call given another version than it knows returns CPUPOLICY_EINVAL. The rest zeroed means
 * unknown, default or none. Records (cpupolicy_leaf, cpupolicy_msr) have Xen's layout instead.
 */
#ifndef CPUPOLICY_H
#define CPUPOLICY_H

#include <stddef.h>
#include <stdint.h>

#include "cpupolicy_features.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Version of this header and, returned, of the library. */
#define CPUPOLICY_VERSION 1
uint32_t cpupolicy_version(void);

/* The head of a struct: struct cpupolicy_vcpu v = {CPUPOLICY_HEAD(struct cpupolicy_vcpu)}; */
#define CPUPOLICY_HEAD(type) .size = sizeof(type), .version = CPUPOLICY_VERSION

/* Results: 0, or a negative error number as Xen's hypercalls return it. */
#define CPUPOLICY_OK 0
#define CPUPOLICY_E2BIG (-7)      /* more records than a policy can come to */
#define CPUPOLICY_EINVAL (-22)    /* what is given makes no sense: struct, enumerator, flags, topology */
#define CPUPOLICY_ERANGE (-34)    /* no policy has this leaf, subleaf or MSR */
#define CPUPOLICY_ENODATA (-61)   /* the policy does not hold the MSR */
#define CPUPOLICY_EOVERFLOW (-75) /* the value does not fit the MSR's storage */
#define CPUPOLICY_ENOBUFS (-105)  /* the buffer is too small; what fits has been written */

/* All ones: the leaf ignores ECX, or there is no such place. */
#define CPUPOLICY_NONE UINT32_MAX

/* An answer of one byte. */
enum { CPUPOLICY_DEFAULT = 0, CPUPOLICY_UNKNOWN = 0, CPUPOLICY_YES = 1, CPUPOLICY_NO = 2 };

/* Leaf and MSR records, laid out as struct xen_cpuid_leaf and struct xen_msr_entry. */
struct cpupolicy_leaf {
  uint32_t leaf, subleaf; /* subleaf: CPUPOLICY_NONE where the leaf ignores ECX */
  uint32_t a, b, c, d;
};
struct cpupolicy_msr {
  uint32_t index, flags;
  uint64_t value;
};

/*
 * One thing that is wrong: the place, both values (shifted down to bit 0), and a stable code. Of an
 * array the caller sets the first one's head, the library all that it fills in.
 */
struct cpupolicy_error {
  uint32_t size, version;
  uint32_t leaf, subleaf; /* CPUPOLICY_NONE for none */
  uint32_t reg;           /* 0 EAX, 1 EBX, 2 ECX, 3 EDX */
  uint32_t msr;           /* CPUPOLICY_NONE for none */
  uint32_t high, low;     /* bits, both included */
  uint32_t code;          /* 101 for CPU0101; the text archive has the words. 0: the place says it all */
  uint32_t severity;      /* 0 cosmetic, performance, behaviour, security, 4 guest crash */
  uint64_t value, bound;
};

/* Objects: policies, all policies of a host, bounds and auditors, guest views. */
typedef struct cpupolicy cpupolicy_t;
typedef struct cpupolicy_system cpupolicy_system_t;
typedef struct cpupolicy_bound cpupolicy_bound_t;
typedef struct cpupolicy_auditor cpupolicy_auditor_t;
typedef struct cpupolicy_view cpupolicy_view_t;
size_t cpupolicy_size(void);
size_t cpupolicy_system_size(void);
size_t cpupolicy_bound_size(void);
size_t cpupolicy_auditor_size(void);
size_t cpupolicy_view_size(void);
#define CPUPOLICY_ROOM_POLICY 4608
#define CPUPOLICY_ROOM_SYSTEM 57344
#define CPUPOLICY_ROOM_BOUND 17408
#define CPUPOLICY_ROOM_AUDITOR 512
#define CPUPOLICY_ROOM_VIEW 5120

/* ---- Policies ---------------------------------------------------------------------------------- */

/* The empty policy: everything zero and nothing unknown. */
void cpupolicy_init(cpupolicy_t *policy);

/* One leaf, one MSR: ERANGE where no policy has the place. A leaf's record names the place. */
int cpupolicy_get_leaf(const cpupolicy_t *policy, uint32_t leaf, uint32_t subleaf,
                       struct cpupolicy_leaf *record);
int cpupolicy_set_leaf(cpupolicy_t *policy, const struct cpupolicy_leaf *record);
int cpupolicy_get_msr(const cpupolicy_t *policy, uint32_t index, uint64_t *value);
int cpupolicy_set_msr(cpupolicy_t *policy, uint32_t index, uint64_t value);

/*
 * What to execute CPUID and RDMSR for, to fill a raw policy: the place of each index, ascending from 0;
 * ERANGE behind the last. Places above the CPU's own limits may be left out.
 */
int cpupolicy_place(uint32_t index, uint32_t *leaf, uint32_t *subleaf);
int cpupolicy_msr_place(uint32_t index, uint32_t *msr);

/* Most records that a policy comes to: 120 leaves and 2 MSRs. */
uint32_t cpupolicy_max_leaves(void);
uint32_t cpupolicy_max_msrs(void);

/* Records out. *count is the buffer's room, and on success the number written; on ENOBUFS it stays. */
int cpupolicy_write_leaves(const cpupolicy_t *policy, struct cpupolicy_leaf *records,
                           uint32_t *count);
int cpupolicy_write_msrs(const cpupolicy_t *policy, struct cpupolicy_msr *records, uint32_t *count);

/*
 * Records in, merged into the policy: what they leave out stays. On failure *error (or null) names the
 * first offending place, and the policy is as it was.
 *
 * strict refuses duplicates, disorder, and bits that a policy does not keep (of 0x40000000 and
 * 0x40000100 all but EAX[7:0]); otherwise the later record counts and the bits are dropped, as Xen does.
 *
 * A hypercall that sets a domain's policy: copy the present one, cpupolicy_read_leaves and
 * cpupolicy_read_msrs strictly into the copy, cpupolicy_audit it, and where nothing is wrong copy it
 * back. What it accepts is then read back unchanged. Between two equal calls of cpupolicy_read_leaves
 * it calls cpupolicy_clear_stale: what the records leave out because it lies beyond the limits that they
 * bring goes, and what they name stands, for the audit to say where it lies beyond them.
 */
int cpupolicy_read_leaves(cpupolicy_t *policy, const struct cpupolicy_leaf *records, uint32_t count,
                          int strict, struct cpupolicy_error *error);
/*
 * The records of a host's raw policy, as Xen's own: merged as above, not strictly. A leaf that Xen has
 * and no vendor defines (0xc holds data on Broadwell) has no room in a policy, and guests see zeros there:
 * such records go to beside, of which *beside_count is the room, and on success the number; ENOBUFS where
 * the room is too small. Those of a domain's policy are refused (ERANGE) by cpupolicy_read_leaves.
 */
int cpupolicy_read_raw_leaves(cpupolicy_t *policy, const struct cpupolicy_leaf *records, uint32_t count,
                              struct cpupolicy_leaf *beside, uint32_t *beside_count,
                              struct cpupolicy_error *error);
int cpupolicy_read_msrs(cpupolicy_t *policy, const struct cpupolicy_msr *records, uint32_t count,
                        int strict, struct cpupolicy_error *error);

/* Zeroes what lies beyond the policy's own limits, e.g. in a policy put together of parts. */
void cpupolicy_clear_stale(cpupolicy_t *policy);

/* ---- Vendors and features ---------------------------------------------------------------------- */

/* Each vendor has a bit, as in Xen's interface; 0 is unknown. */
enum cpupolicy_vendor {
  CPUPOLICY_INTEL = 1,
  CPUPOLICY_AMD = 2,
  CPUPOLICY_CENTAUR = 4,
  CPUPOLICY_SHANGHAI = 8,
  CPUPOLICY_HYGON = 16
};
/* By EBX, ECX and EDX of leaf 0; of a policy. */
uint32_t cpupolicy_lookup_vendor(uint32_t b, uint32_t c, uint32_t d);
uint32_t cpupolicy_vendor(const cpupolicy_t *policy);

/*
 * A featureset is an array of CPUPOLICY_FEATURE_ROOM words, of which the first CPUPOLICY_FEATURE_WORDS
 * are used; features are numbered word * 32 + bit (cpupolicy_features.h).
 */
void cpupolicy_features(const cpupolicy_t *policy, uint32_t *words);
/*
 * Other features, and leaf 0xd built anew from them with the component layouts of raw; of the states of
 * XSS those that the policy had.
 */
void cpupolicy_set_features(cpupolicy_t *policy, const uint32_t *words, const cpupolicy_t *raw);
int cpupolicy_has(const cpupolicy_t *policy, uint32_t feature);
/* Removes bits without a name, and all features of which a prerequisite is missing. */
void cpupolicy_features_close(uint32_t *words);
/* Removes a feature and everything that needs it. */
void cpupolicy_features_remove(uint32_t *words, uint32_t feature);
/* A feature by its name on command lines, e.g. "avx512-vnni"; CPUPOLICY_NONE where there is none. */
uint32_t cpupolicy_feature_number(const char *name, size_t length);
/* That name of a feature, as far as there is room, without an end; returns its length. */
size_t cpupolicy_feature_name(uint32_t feature, char *name, size_t room);

/* ---- Policies of a host ------------------------------------------------------------------------ */

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

/* Facts of a host beyond its boot CPU's CPUID. */
struct cpupolicy_facts {
  uint32_t size, version;
  uint64_t mcu_opt_ctrl;                            /* MSR 0x123, Intel */
  uint32_t microcode;                               /* revision */
  uint32_t common_features[CPUPOLICY_FEATURE_ROOM]; /* those that every logical CPU has */
  uint8_t has_mcu_opt_ctrl, has_microcode, has_common_features; /* 1: the field above counts */
  /* Answers: CPUPOLICY_UNKNOWN, _YES or _NO. */
  uint8_t de_cfg_readable;          /* DE_CFG (0xc0011029) can be read, AMD */
  uint8_t lfence_serialising;       /* DE_CFG bit 1 is set, AMD */
  uint8_t ls_cfg_holds;             /* LS_CFG's SSBD bit holds what is written, AMD */
  uint8_t sbpb_accepted;            /* PRED_CMD.SBPB can be written, AMD family 0x19 */
  uint8_t null_selector_clears_base; /* AMD family 0x17 */
  uint8_t smt_enabled;              /* AMD families 0x17 and 0x18 */
  uint8_t topoext_reenabled;        /* AMD family 0x15 */
  uint8_t rtm_disabled;             /* transactions always abort, Intel */
  uint8_t fast_strings;             /* MISC_ENABLE bit 0, Intel */
  uint8_t misc_features_enables;    /* MSR 0x140 exists */
  uint8_t ept, vmx_rdtscp, vmx_invpcid, vmx_mpx, vmx_xsaves; /* VT-x controls */
  uint8_t virtualisation_usable;    /* firmware leaves VT-x or SVM usable */
  uint8_t local_apic_enabled;
};

/* An upper bound for a field of guests: the place of its lowest bit. */
struct cpupolicy_limit {
  uint32_t leaf, subleaf, reg, low; /* subleaf: CPUPOLICY_NONE where the leaf ignores ECX */
  uint32_t value;
};
#define CPUPOLICY_MAX_LIMITS 16

/* What the owner of the host decides. */
struct cpupolicy_options {
  uint32_t size, version;
  uint64_t supervisor_states; /* the bits of XSS whose states the hypervisor keeps for guests */
  /* cpuid=: not for anybody; used and offered although off by default; for guests alone. */
  uint32_t opted_out[CPUPOLICY_FEATURE_ROOM], opted_in[CPUPOLICY_FEATURE_ROOM];
  uint32_t guest_only[CPUPOLICY_FEATURE_ROOM];
  /* dom0-cpuid= */
  uint32_t dom0_opted_out[CPUPOLICY_FEATURE_ROOM], dom0_opted_in[CPUPOLICY_FEATURE_ROOM];
  /* What the kernel under the hypervisor can give a guest, where has_kernel_offer is 1. */
  uint32_t kernel_offer[CPUPOLICY_FEATURE_ROOM];
  struct cpupolicy_limit limits[CPUPOLICY_MAX_LIMITS];
  uint32_t limit_count;
  /* What the hypervisor serves; 0 for what Xen does: 0xd, 2, 0x80000021, and 6, 2 and 63 subleaves. */
  uint32_t max_leaf, max_subleaf_7, max_extended_leaf;
  uint32_t cache_count, topology_count, state_count; /* of leaves 4, 0xb and 0xd */
  uint8_t has_kernel_offer;
  uint8_t all_msrs; /* 1: other MSRs are served than PLATFORM_INFO and ARCH_CAPABILITIES */
  /* Answers: CPUPOLICY_DEFAULT, _YES or _NO. */
  uint8_t spec_ctrl_pv, spec_ctrl_hvm; /* SPEC_CTRL is virtualised; default yes */
  uint8_t gds_mitigation;              /* default: where vulnerable */
  uint8_t ssbd;                        /* speculative stores always disabled; default no */
  uint8_t bp_spec_reduce;              /* default yes */
  uint8_t vpmu;                        /* default no */
  uint8_t hap;                         /* nested paging; default yes */
  uint8_t xsave;                       /* default yes */
  uint8_t dom0_cpuid_faulting;         /* default yes */
  uint8_t reserved;
  /*
   * The release of Xen whose rules, features and extents count, CPUPOLICY_XEN(4, 17, 7), with what is
   * said above of the extents; 0 for the newest rules. docs/reference/xen-releases.md has the releases.
   */
  uint32_t xen_release;
  uint32_t reserved_word;
};
#define CPUPOLICY_XEN(major, minor, patch) \
  ((uint32_t)(major) << 16 | (uint32_t)(minor) << 8 | (uint32_t)(patch))

/* What is wrong with an item of the cpuid= option. */
enum cpupolicy_option_fault {
  CPUPOLICY_OPTION_EMPTY = 1,     /* nothing stands between two commas */
  CPUPOLICY_OPTION_UNKNOWN,       /* neither a feature nor a key */
  CPUPOLICY_OPTION_NEGATED_VALUE, /* no-NAME=VALUE */
  CPUPOLICY_OPTION_NOT_BOOLEAN,   /* a feature's value is neither a boolean nor guest */
  CPUPOLICY_OPTION_NOT_NUMBER,    /* a key's value is no number */
  CPUPOLICY_OPTION_ABOVE_FIELD,   /* ... or above what the field holds */
  CPUPOLICY_OPTION_TOO_MANY       /* more keys than CPUPOLICY_MAX_LIMITS */
};
struct cpupolicy_option_error {
  uint32_t size, version;
  uint32_t fault;        /* enum cpupolicy_option_fault */
  uint32_t column;       /* of the part at fault, in bytes from 1 */
  uint32_t item, length; /* of the whole item: its column, and its bytes */
  uint32_t bound;        /* what the field holds at most */
  uint32_t reserved;
};
/*
 * Parses cpuid= (dom0: dom0-cpuid=, whose names alone count) and adds it to the options: name, no-name,
 * name=BOOLEAN, name=guest, key=NUMBER, separated by commas. Returns the number of faults, of which
 * the first `room` are stored, or an error. With faults the options are as they were.
 */
int cpupolicy_options_parse(struct cpupolicy_options *options, int dom0, const char *text,
                            size_t length, struct cpupolicy_option_error *errors, uint32_t room);

/*
 * Derives all policies of a host from its raw one. facts and options may be null. EINVAL also for a
 * limit of a field that there is not, or a release that the tables do not have.
 */
int cpupolicy_system_init(cpupolicy_system_t *system, const cpupolicy_t *raw,
                          const struct cpupolicy_facts *facts,
                          const struct cpupolicy_options *options);
/* One of them, inside the object; null for no kind. */
const cpupolicy_t *cpupolicy_system_policy(const cpupolicy_system_t *system, uint32_t kind);
/* Whether HVM guests can run, and can have nested paging. Without, HVM policies are a model. */
int cpupolicy_system_has_hvm(const cpupolicy_system_t *system);
int cpupolicy_system_has_hap(const cpupolicy_system_t *system);
/* The facts that were unknown and on which the policies hang: a bit for each, in this order. */
enum cpupolicy_fact {
  CPUPOLICY_FACT_COMMON_FEATURES, CPUPOLICY_FACT_MICROCODE, CPUPOLICY_FACT_DE_CFG_READABLE,
  CPUPOLICY_FACT_LFENCE_SERIALISING, CPUPOLICY_FACT_LS_CFG_HOLDS, CPUPOLICY_FACT_SBPB_ACCEPTED,
  CPUPOLICY_FACT_NULL_SELECTOR_CLEARS_BASE, CPUPOLICY_FACT_SMT_ENABLED,
  CPUPOLICY_FACT_MCU_OPT_CTRL, CPUPOLICY_FACT_RTM_DISABLED, CPUPOLICY_FACT_FAST_STRINGS,
  CPUPOLICY_FACT_MISC_FEATURES_ENABLES, CPUPOLICY_FACT_EPT, CPUPOLICY_FACT_VMX_CONTROLS,
  CPUPOLICY_FACT_VIRTUALISATION_USABLE, CPUPOLICY_FACT_LOCAL_APIC_ENABLED,
  CPUPOLICY_FACT_TOPOEXT_REENABLED
};
uint32_t cpupolicy_system_assumed(const cpupolicy_system_t *system);

/* ---- Domains ----------------------------------------------------------------------------------- */

/* Topology: sockets, dies of a socket, cores of a die, threads of a core. */
struct cpupolicy_topology {
  uint32_t size, version;
  uint32_t sockets, dies, cores, threads, vcpus;
  uint32_t legacy; /* 1: APIC id n * 2, as Xen numbers them */
};
int cpupolicy_topology_check(const struct cpupolicy_topology *topology);
uint32_t cpupolicy_apic_id(const struct cpupolicy_topology *topology, uint32_t vcpu);
/* The IO-APIC's id, or CPUPOLICY_NONE where none is free in four bits. */
uint32_t cpupolicy_io_apic_id(const struct cpupolicy_topology *topology);
/*
 * Solves the topology into the policy; max_leaf and max_extended_leaf may reach beyond it (or 0). On
 * failure *error (or null) says what the policy cannot express, and the policy is as it was.
 */
int cpupolicy_apply_topology(cpupolicy_t *policy, const struct cpupolicy_topology *topology,
                             uint32_t max_leaf, uint32_t max_extended_leaf,
                             struct cpupolicy_error *error);

enum cpupolicy_guest { CPUPOLICY_PV, CPUPOLICY_PV32, CPUPOLICY_HVM, CPUPOLICY_HVM_SHADOW };

/* What is decided about a domain before its virtual CPUs exist. */
struct cpupolicy_domain {
  uint32_t size, version;
  uint32_t guest; /* enum cpupolicy_guest */
  /* Without a topology: this many cores of one thread in one socket. 0: none is chosen. */
  uint32_t vcpus;
  uint32_t physical_limit; /* widest physical address of its paging, bits; 0 for 52 */
  uint32_t max_leaf, max_extended_leaf; /* of topologies with several dies, or 0 */
  uint32_t reserved;
  const struct cpupolicy_topology *topology; /* or null */
  /* Features that the toolstack asks for, as far as max has them, and declines. */
  uint32_t added[CPUPOLICY_FEATURE_ROOM], removed[CPUPOLICY_FEATURE_ROOM];
  uint8_t nested;        /* 1: may have guests of its own, VMX or SVM */
  uint8_t counters;      /* 1: has performance counters */
  uint8_t invariant_tsc; /* 1: an invariant time-stamp counter is part of its contract */
  uint8_t reserved_flags[5];
};

/*
 * The policy that a domain begins with: the default of its kind, cut down to what it may have, with
 * what a hypervisor sets for each domain, and its topology. Got and set back unchanged it is accepted.
 * EINVAL where no topology is chosen or the policy cannot express it, which *error (or null) says; the
 * policy is then of no use.
 */
int cpupolicy_domain_init(const cpupolicy_system_t *system, const struct cpupolicy_domain *domain,
                          cpupolicy_t *policy, struct cpupolicy_error *error);

/* ---- Audit ------------------------------------------------------------------------------------- */

enum cpupolicy_scope {
  CPUPOLICY_SCOPE_SYSTEM, /* policies of the system, which may hold what their bound does */
  CPUPOLICY_SCOPE_DOMAIN  /* policies of domains: what a hypervisor would set must be set */
};

/*
 * Prepares a bound, the max policy of a kind of guest: once, for all domains of the kind. Bits that
 * nothing can hide are held against host_default, or null: against max. What guest_default has beyond its
 * own limits, other policies of the system may have too, or null.
 */
int cpupolicy_bound_init(cpupolicy_bound_t *bound, const cpupolicy_t *max, uint32_t guest,
                         uint32_t scope, const cpupolicy_t *host_default,
                         const cpupolicy_t *guest_default);
/*
 * What one domain adds to its bound: small and quick. null for policies of the system. EINVAL where the
 * domain's guest is not the bound's.
 */
int cpupolicy_auditor_init(cpupolicy_auditor_t *auditor, const cpupolicy_bound_t *bound,
                           const struct cpupolicy_domain *domain);
/*
 * Holds a candidate against the bound that the auditor was made for. Nothing is ever altered but the
 * scratch policy, whose content is of no use before and after. Returns the number of violations, of
 * which the first `room` are stored; 0 where the candidate is acceptable as it stands; or an error.
 */
int cpupolicy_audit(const cpupolicy_auditor_t *auditor, const cpupolicy_bound_t *bound,
                    const cpupolicy_t *candidate, cpupolicy_t *scratch,
                    struct cpupolicy_error *errors, uint32_t room);

/* ---- Guest views ------------------------------------------------------------------------------- */

/* The hypervisor's own leaves, from 0x40000000 or, behind another interface, 0x40000100. */
struct cpupolicy_hypervisor {
  uint32_t size, version;
  uint32_t base;                         /* first leaf; 0 for 0x40000000 */
  uint32_t name[3];                      /* EBX, ECX, EDX; all 0 for Xen's */
  uint32_t major_version, minor_version;
  uint32_t domain;                       /* its number */
  uint32_t tsc_mode, tsc_khz;
  uint32_t host_tsc_khz;                 /* 0 for unknown */
  uint32_t tsc_incarnation;              /* migrations and restores so far */
  uint32_t machine_address_bits;         /* for PV */
  uint32_t hvm_flags;                    /* of leaf 4, besides the two numbers */
  uint8_t tsc_emulated, host_tsc_reliable;
  uint8_t reserved[2];
  uint64_t tsc_offset;                   /* nanoseconds added to the guest's counter */
};

/* What of the machine itself shows to PV hardware domains and users of a debug store. */
struct cpupolicy_machine {
  uint32_t size, version;
  uint32_t features[CPUPOLICY_FEATURE_ROOM]; /* host default's */
  uint32_t monitor[4];                       /* leaf 5 as the hardware returns it */
};

enum cpupolicy_out_of_range {
  CPUPOLICY_ZEROS,    /* a leaf beyond the maximum is zero, as on AMD and Xen */
  CPUPOLICY_AS_VENDOR /* Intel's: the highest basic leaf's data */
};

/*
 * Prepares what a domain's virtual CPUs see, once: when the domain is sealed. The policy, the structs
 * and what they point to are of no use afterwards. hypervisor and machine may be null. A domain without
 * topology is EINVAL.
 */
int cpupolicy_view_init(cpupolicy_view_t *view, const cpupolicy_t *policy,
                        const struct cpupolicy_domain *domain, uint32_t out_of_range,
                        const struct cpupolicy_hypervisor *hypervisor,
                        const struct cpupolicy_machine *machine);

/* Who executes CPUID in a PV guest. HVM guests are always intercepted: 0. */
enum cpupolicy_pv_reader {
  CPUPOLICY_PV_USER,
  CPUPOLICY_PV_EMULATED_KERNEL,          /* by the forced-emulation prefix */
  CPUPOLICY_PV_EMULATED_HARDWARE_KERNEL, /* the hardware domain's */
  CPUPOLICY_PV_FAULTED_HARDWARE_KERNEL   /* the hardware domain's, by CPUID faulting */
};

/* A virtual CPU that executes CPUID. */
struct cpupolicy_vcpu {
  uint32_t size, version;
  uint32_t number;
  uint32_t pv_reader; /* enum cpupolicy_pv_reader */
  uint64_t xcr0, xss;
  uint8_t osxsave, pke, pae; /* CR4 bits */
  uint8_t apic_enabled;      /* APIC base bit 11 */
  uint8_t long_mode;         /* EFER.LMA */
  uint8_t debug_store;       /* the virtual PMU has one */
  uint8_t reserved[2];
};
/* What CPUID returns for EAX = leaf and ECX = subleaf. */
int cpupolicy_view_read(const cpupolicy_view_t *view, const struct cpupolicy_vcpu *vcpu,
                        uint32_t leaf, uint32_t subleaf, struct cpupolicy_leaf *result);

/* The second archive, libcpupolicy_text.a: words for a code, or null. Not freestanding. */
const char *cpupolicy_code_title(uint32_t code);
const char *cpupolicy_code_text(uint32_t code);

#ifdef __cplusplus
}
#endif
#endif
