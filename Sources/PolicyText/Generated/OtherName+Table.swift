// SPDX-License-Identifier: Apache-2.0
// Generated from the tables in ABI/ by `make generate`. Do not edit: change the table.
// swift-format-ignore-file
enum OtherNameTable {
  /// Name, place, and "since-until" for QEMU, libvirt and Linux where each has it.
  static let rows: StaticString = """
ace2~0xc0000001.edx.8~-~~ace2-en~0xc0000001.edx.9~-~~amd-psfd~284~10.0-~11.3-~\
amx-avx512~0x1e:1.eax.7~11.1-~~amx-bf16-alias~0x1e:1.eax.1~11.1-~~amx-complex~488~10.0-~11.3-~\
amx-complex-alias~0x1e:1.eax.2~11.1-~~amx-fp16~341~10.0-~11.3-~amx-fp16-alias~0x1e:1.eax.3~11.1-~~\
amx-fp8~0x1e:1.eax.4~11.1-~~amx-int8-alias~0x1e:1.eax.0~11.1-~~amx-movrs~0x1e:1.eax.8~11.1-~~\
amx-tf32~0x1e:1.eax.6~11.1-~~apx-nci-ndd-nf~0x29:0.ebx.0~11.1-~~apxf~501~11.1-~11.3-~\
arat~0x6.eax.2~-~-~-auto-ibrs~360~10.0-~11.3-~avic~0x8000000a.edx.13~-~-~-avx-ifma~343~10.0-~11.3-~\
avx-ne-convert~485~10.0-~11.3-~avx-vnni-int16~490~10.0-~11.3-~avx-vnni-int8~484~10.0-~11.3-~\
avx10~499~10.0-~11.3-~avx10-128~0x24:0.ebx.16~10.0-~11.3-~avx10-256~0x24:0.ebx.17~10.0-~11.3-~\
avx10-512~0x24:0.ebx.18~10.0-~11.3-~avx10-vnni-int~0x24:1.ecx.2~11.1-~~bhi-ctrl~420~10.0-~11.3-~\
bhi-no~none~10.0-~~cet-ibt~308~11.1-~~cet-ss~199~11.1-~~check~none~-~~cid~42~-~-~\
cmpccxadd~327~10.0-~11.3-~cpuid-0xb~none~-~~ddpd-u~419~10.0-~11.3-~\
decodeassists~0x8000000a.edx.7~-~-~-enforce~none~-~~eraps~376~10.0-~11.3-~fb-clear~529~10.0-~11.3-~\
fbsdp-no~526~10.0-~11.3-~fdp-excptn-only~166~10.0-~11.3-~fill-mtrr-mask~none~-~~\
flush-l1d~316~10.0-~11.3-~flushbyasid~0x8000000a.edx.6~-~-~-fred~337~10.0-~11.3-~\
fs-gs-base-ns~353~11.1-~~fsrc~332~10.0-~11.3-~fsrs~331~10.0-~11.3-~full-cpuid-auto-level~none~-~~\
full-width-write~none~-~~fzrm~330~10.0-~11.3-~gds-no~538~10.0-~11.3-~gmet~0x8000000a.edx.17~11.1-~~\
host-cache-info~none~-~~host-phys-bits~none~-~~hv-apicv~none~-~~hv-avic~none~-~~hv-crash~none~-~~\
hv-emsr-bitmap~none~-~~hv-enforce-cpuid~none~-~~hv-evmcs~none~-~~hv-frequencies~none~-~~\
hv-ipi~none~-~~hv-passthrough~none~-~~hv-reenlightenment~none~-~~hv-relaxed~none~-~~\
hv-reset~none~-~~hv-runtime~none~-~~hv-stimer~none~-~~hv-stimer-direct~none~-~~hv-syndbg~none~-~~\
hv-synic~none~-~~hv-time~none~-~~hv-tlbflush~none~-~~hv-tlbflush-direct~none~-~~\
hv-tlbflush-ext~none~-~~hv-vapic~none~-~~hv-vpindex~none~-~~hv-xmm-input~none~-~~ia64~30~-~-~\
ibpb-brtype~380~10.0-~11.3-~intel-psfd~416~10.0-~11.3-~intel-pt-lip~0x14:0.ecx.31~-~-~\
ipred-ctrl~417~10.0-~11.3-~its-no~none~11.1-~~kvm~none~-~~kvm-asyncpf~none~-~~\
kvm-asyncpf-int~none~-~~kvm-asyncpf-vmexit~none~10.0-~~kvm-hint-dedicated~0x40000001.edx.0~-~~\
kvm-mmu~none~-~~kvm-msi-ext-dest-id~none~-~~kvm-no-smi-migration~none~-~~kvm-nopiodelay~none~-~~\
kvm-poll-control~none~-~~kvm-pv-enforce-cpuid~none~-~~kvm-pv-eoi~none~-~~kvm-pv-ipi~none~-~~\
kvm-pv-sched-yield~none~-~~kvm-pv-tlb-flush~none~-~~kvm-pv-unhalt~none~-~~kvm-steal-time~none~-~~\
kvmclock~none~-~~kvmclock-stable-bit~none~-~~l3-cache~none~-~~lam~346~10.0-~11.3-~-\
lbrv~0x8000000a.edx.1~-~-~-legacy-cache~none~-~~legacy-multi-node~none~10.0-~~\
lfence-always-serializing~354~10.0-~11.3-~lkgs~338~10.0-~11.3-~lmce~none~-~~\
mcdt-no~421~10.0-~11.3-~migratable~none~-~~movrs~351~11.1-~~msr-imm~453~11.1-~~\
no-nested-data-bp~352~10.0-~11.3-~npt~0x8000000a.edx.0~-~-~-nrip-save~0x8000000a.edx.3~-~-~\
null-sel-clr-base~358~10.0-~11.3-~overflow-recov~0x80000007.ebx.0~10.0-~11.3-~\
pause-filter~0x8000000a.edx.10~-~-~pbrsb-no~536~10.0-~11.3-~pcommit~182~-~-~perfctr-core~119~-~~\
perfctr-nb~120~-~~perfmon-v2~0x80000022.eax.0~10.0-~11.3-~pfthreshold~0x8000000a.edx.12~-~-~-\
phe~0xc0000001.edx.10~-~~phe-en~0xc0000001.edx.11~-~~pmm~0xc0000001.edx.12~-~~\
pmm-en~0xc0000001.edx.13~-~~pmu~none~-~~pn~18~-~-~prefetchi~372~11.1-~~prefetchiti~494~10.0-~11.3-~\
psdp-no~527~10.0-~11.3-~realized~none~-~~rfds-clear~540~10.0-~11.3-~rfds-no~539~10.0-~11.3-~\
rrsba-ctrl~418~10.0-~11.3-~sbdr-ssdp-no~525~10.0-~11.3-~sbpb~379~10.0-~11.3-~\
sgx-aex-notify~0x12:1.eax.10~10.0-~11.3-~sgx-debug~0x12:1.eax.1~-~-~\
sgx-edeccssa~0x12:0.eax.11~10.0-~11.3-~sgx-exinfo~0x12:0.ebx.0~-~-~sgx-kss~0x12:1.eax.7~-~-~\
sgx-mode64~0x12:1.eax.2~-~-~sgx-provisionkey~0x12:1.eax.4~-~-~sgx-tokenkey~0x12:1.eax.5~-~-~\
sgx1~0x12:0.eax.0~-~-~-sgx2~0x12:0.eax.1~-~-~-sha512~320~10.0-~11.3-~sm3~321~10.0-~11.3-~\
sm4~322~10.0-~11.3-~split-lock-detect~msr:0xcf.5~-~-~srso-no~381~10.0-~11.3-~\
srso-user-kernel-no~382~10.0-~11.3-~start-powered-off~none~-~~stibp-always-on~273~10.0-~11.3-~\
succor~0x80000007.ebx.1~10.0-~11.3-~-svm-lock~0x8000000a.edx.2~-~-~\
svme-addr-chk~0x8000000a.edx.28~-~-~tce~113~-~-~tcg-cpuid~none~-~~tsa-l1-no~578~11.1-~~\
tsa-sq-no~577~11.1-~~tsc-scale~0x8000000a.edx.4~-~-~v-vmsave-vmload~0x8000000a.edx.15~-~-~\
verw-clear~357~11.1-~~vgif~0x8000000a.edx.16~-~-~-vmcb-clean~0x8000000a.edx.5~-~-~\
vmware-cpuid-freq~none~-~~vmx-activity-hlt~msr:0x485.6~-~11.3-~\
vmx-activity-shutdown~msr:0x485.7~-~11.3-~vmx-activity-wait-sipi~msr:0x485.8~-~11.3-~\
vmx-any-errcode~msr:0x480.56~10.0-~11.3-~vmx-apicv-register~msr:0x48b.8~-~11.3-~\
vmx-apicv-vid~msr:0x48b.9~-~11.3-~vmx-apicv-x2apic~msr:0x48b.4~-~11.3-~\
vmx-apicv-xapic~msr:0x48b.0~-~11.3-~vmx-cr3-load-noexit~msr:0x48e.15~-~11.3-~\
vmx-cr3-store-noexit~msr:0x48e.16~-~11.3-~vmx-cr8-load-exit~msr:0x48e.19~-~11.3-~\
vmx-cr8-store-exit~msr:0x48e.20~-~11.3-~vmx-desc-exit~msr:0x48b.2~-~11.3-~\
vmx-enable-user-wait-pause~msr:0x48b.26~10.0-~11.3-~vmx-encls-exit~msr:0x48b.15~-~11.3-~\
vmx-entry-ia32e-mode~msr:0x490.9~-~11.3-~vmx-entry-load-bndcfgs~msr:0x490.16~-~11.3-~\
vmx-entry-load-cet~none~11.1-~~vmx-entry-load-efer~msr:0x490.15~-~11.3-~\
vmx-entry-load-fred~msr:0x490.23~10.0-~11.3-~vmx-entry-load-pat~msr:0x490.14~-~11.3-~\
vmx-entry-load-perf-global-ctrl~msr:0x490.13~-~11.3-~vmx-entry-load-pkrs~msr:0x490.22~-~11.3-~\
vmx-entry-load-rtit-ctl~msr:0x490.18~-~11.3-~vmx-entry-noload-debugctl~msr:0x490.2~-~11.3-~\
vmx-ept~msr:0x48b.1~-~11.3-~vmx-ept-1gb~msr:0x48c.17~-~11.3-~vmx-ept-2mb~msr:0x48c.16~-~11.3-~\
vmx-ept-advanced-exitinfo~msr:0x48c.22~-~11.3-~vmx-ept-execonly~msr:0x48c.0~-~11.3-~\
vmx-eptad~msr:0x48c.21~-~11.3-~vmx-eptp-switching~msr:0x491.0~-~11.3-~\
vmx-exit-ack-intr~msr:0x48f.15~-~11.3-~vmx-exit-clear-bndcfgs~msr:0x48f.23~-~11.3-~\
vmx-exit-clear-rtit-ctl~msr:0x48f.25~-~11.3-~vmx-exit-load-efer~msr:0x48f.21~-~11.3-~\
vmx-exit-load-pat~msr:0x48f.19~-~11.3-~vmx-exit-load-perf-global-ctrl~msr:0x48f.12~-~11.3-~\
vmx-exit-load-pkrs~msr:0x48f.29~-~11.3-~vmx-exit-nosave-debugctl~msr:0x48f.2~-~11.3-~\
vmx-exit-save-cet~none~11.1-~~vmx-exit-save-efer~msr:0x48f.20~-~11.3-~\
vmx-exit-save-pat~msr:0x48f.18~-~11.3-~vmx-exit-save-preemption-timer~msr:0x48f.22~-~11.3-~\
vmx-exit-secondary-ctls~msr:0x48f.31~10.0-~11.3-~vmx-flexpriority~msr:0x48e.21~-~11.3-~\
vmx-hlt-exit~msr:0x48e.7~-~11.3-~vmx-ins-outs~msr:0x480.54~-~11.3-~\
vmx-intr-exit~msr:0x48d.0~-~11.3-~vmx-invept~msr:0x48c.20~-~11.3-~\
vmx-invept-all-context~msr:0x48c.26~-~11.3-~vmx-invept-single-context~msr:0x48c.25~-~11.3-~\
vmx-invept-single-context-noglobals~none~-~~vmx-invlpg-exit~msr:0x48e.9~-~11.3-~\
vmx-invpcid-exit~msr:0x48b.12~-~11.3-~vmx-invvpid~msr:0x48c.32~-~11.3-~\
vmx-invvpid-all-context~msr:0x48c.42~-~11.3-~vmx-invvpid-single-addr~msr:0x48c.40~-~11.3-~\
vmx-io-bitmap~msr:0x48e.25~-~11.3-~vmx-io-exit~msr:0x48e.24~-~11.3-~vmx-mbec~none~11.1-~~\
vmx-monitor-exit~msr:0x48e.29~-~11.3-~vmx-movdr-exit~msr:0x48e.23~-~11.3-~\
vmx-msr-bitmap~msr:0x48e.28~-~11.3-~vmx-mtf~msr:0x48e.27~-~11.3-~\
vmx-mwait-exit~msr:0x48e.10~-~11.3-~vmx-nested-exception~msr:0x480.58~10.0-~11.3-~\
vmx-nmi-exit~msr:0x48d.3~-~11.3-~vmx-page-walk-4~msr:0x48c.6~-~11.3-~\
vmx-page-walk-5~msr:0x48c.7~-~11.3-~vmx-pause-exit~msr:0x48e.30~-~11.3-~\
vmx-ple~msr:0x48b.10~-~11.3-~vmx-pml~msr:0x48b.17~-~11.3-~vmx-posted-intr~msr:0x48d.7~-~11.3-~\
vmx-preemption-timer~msr:0x48d.6~-~11.3-~vmx-rdpmc-exit~msr:0x48e.11~-~11.3-~\
vmx-rdrand-exit~msr:0x48b.11~-~11.3-~vmx-rdseed-exit~msr:0x48b.16~-~11.3-~\
vmx-rdtsc-exit~msr:0x48e.12~-~11.3-~vmx-rdtscp-exit~msr:0x48b.3~-~11.3-~\
vmx-secondary-ctls~msr:0x48e.31~-~11.3-~vmx-shadow-vmcs~msr:0x48b.14~-~11.3-~\
vmx-store-lma~msr:0x485.5~-~11.3-~vmx-true-ctls~msr:0x480.55~-~11.3-~\
vmx-tsc-offset~msr:0x48e.3~-~11.3-~vmx-tsc-scaling~msr:0x48b.25~-~11.3-~\
vmx-unrestricted-guest~msr:0x48b.7~-~11.3-~vmx-vintr-pending~msr:0x48e.2~-~11.3-~\
vmx-vmfunc~msr:0x48b.13~-~11.3-~vmx-vmwrite-vmexit-fields~msr:0x485.29~-~11.3-~\
vmx-vnmi~msr:0x48d.5~-~11.3-~vmx-vnmi-pending~msr:0x48e.22~-~11.3-~vmx-vpid~msr:0x48b.5~-~11.3-~\
vmx-wbinvd-exit~msr:0x48b.6~-~11.3-~vmx-xsaves~msr:0x48b.20~-~11.3-~\
vmx-zero-len-inject~msr:0x485.30~-~11.3-~vnmi~0x8000000a.edx.25~10.0-~11.3-~\
wrmsrns~339~10.0-~11.3-~x-amd-topoext-features-only~none~10.0-~~x-arch-cap-always-on~none~11.1-~~\
x-consistent-cache~none~11.1-~~x-force-cpuid-0x1f~none~11.1-~~x-force-features~none~-~~\
x-hv-synic-kvm-only~none~-~~x-intel-pt-auto-level~none~-~~x-l1-cache-per-thread~none~10.0-~~\
x-migrate-smi-count~none~-~~x-pdcm-on-even-without-pmu~none~11.1-~~x-vendor-cpuid-only~none~-~~\
x-vendor-cpuid-only-v2~none~11.1-~~xcrypt~0xc0000001.edx.6~-~~xcrypt-en~0xc0000001.edx.7~-~~\
xen-vapic~none~10.0-~~xstore~0xc0000001.edx.2~-~~xstore-en~0xc0000001.edx.3~-~~\
zero-fcs-fds~173~10.0-~11.3-~cvt16~114~~-~mbm_local~0xf:1.edx.2~~-~mbm_total~0xf:1.edx.1~~-~\
perfctr_core~119~~-~perfctr_nb~120~~-~vmx-ept-uc~msr:0x48c.8~~11.3-~vmx-ept-wb~msr:0x48c.14~~11.3-~\
vmx-invvpid-single-context~msr:0x48c.41~~11.3-~\
vmx-invvpid-single-context-noglobals~msr:0x48c.43~~11.3-~dtherm~0x6.eax.0~~~-ida~0x6.eax.1~~~-\
pln~0x6.eax.4~~~-pts~0x6.eax.6~~~-hwp~0x6.eax.7~~~-hwp_notify~0x6.eax.8~~~-\
hwp_act_window~0x6.eax.9~~~-hwp_epp~0x6.eax.10~~~-hwp_pkg_req~0x6.eax.11~~~-hfi~0x6.eax.19~~~-\
aperfmperf~0x6.ecx.0~~~-epb~0x6.ecx.3~~~-cqm_llc~0xf:0.edx.1~~~-cqm_occup_llc~0xf:1.edx.0~~~-\
cqm_mbm_total~0xf:1.edx.1~~~-cqm_mbm_local~0xf:1.edx.2~~~-cat_l3~0x10:0.ebx.1~~~-\
cat_l2~0x10:0.ebx.2~~~-mba~0x10:0.ebx.3~~~-cdp_l3~0x10:1.ecx.2~~~-cdp_l2~0x10:2.ecx.2~~~-\
nonstop_tsc~232~~~-hw_pstate~231~~~-cpb~233~~~-user_shstk~199~~~-proc_feedback~235~~~-\
overflow_recov~0x80000007.ebx.0~~~-smca~0x80000007.ebx.3~~~-svm_lock~0x8000000a.edx.2~~~-\
nrip_save~0x8000000a.edx.3~~~-tsc_scale~0x8000000a.edx.4~~~-vmcb_clean~0x8000000a.edx.5~~~-\
pausefilter~0x8000000a.edx.10~~~-v_vmsave_vmload~0x8000000a.edx.15~~~-x2avic~0x8000000a.edx.18~~~-\
v_spec_ctrl~0x8000000a.edx.20~~~-sme~0x8000001f.eax.0~~~-sev~0x8000001f.eax.1~~~-\
sev_es~0x8000001f.eax.3~~~-sev_snp~0x8000001f.eax.4~~~-v_tsc_aux~0x8000001f.eax.9~~~-\
perfmon_v2~0x80000022.eax.0~~~-amd_lbr_v2~0x80000022.eax.1~~~-constant_tsc~none~~~-up~none~~~-\
art~none~~~-rep_good~none~~~-nopl~none~~~-xtopology~none~~~-tsc_reliable~none~~~-cpuid~none~~~-\
extd_apicid~none~~~-amd_dcm~none~~~-arch_perfmon~none~~~-pebs~none~~~-bts~none~~~-\
acc_power~none~~~-tsc_known_freq~none~~~-nonstop_tsc_s3~none~~~-ring3mwait~none~~~-\
cpuid_fault~none~~~-invpcid_single~none~~~-pti~none~~~-kaiser~none~~~-ibrs~none~~~-ibpb~none~~~-\
stibp~none~~~-ssbd~none~~~-ibrs_enhanced~none~~~-retpoline~none~~~-rsb_ctxsw~none~~~-\
tpr_shadow~none~~~-vnmi~none~~~-flexpriority~none~~~-ept~none~~~-vpid~none~~~-ept_ad~none~~~-\
xenpv~none~~~-pvunlock~none~~~-vcpupreempt~none~~~-tdx_guest~none~~~-split_lock_detect~none~~~-\
eagerfpu~none~~~-rapl~none~~~-k8~none~~~-intel_ppin~none~~~-vmmcall~none~~~-\

"""
  /// Length of each record, in bytes.
  static let rowsLengths: InlineArray<_, UInt16> = [
    25, 28, 25, 31, 35, 28, 38, 25, 35, 28, 35, 30, 29, 35, 21, 20, 26, 28, 25, 31, 31, 30, 22, 36,
    36, 36, 35, 25, 19, 19, 18, 14, 11, 26, 18, 23, 36, 16, 22, 25, 25, 32, 23, 26, 34, 21, 25, 21,
    21, 30, 25, 21, 23, 30, 24, 23, 17, 16, 17, 23, 25, 17, 23, 15, 23, 27, 19, 17, 19, 18, 25, 18,
    17, 16, 20, 27, 24, 17, 19, 21, 12, 28, 27, 31, 27, 19, 12, 20, 24, 31, 39, 16, 28, 29, 23, 25,
    29, 19, 19, 27, 25, 22, 23, 17, 28, 17, 21, 27, 21, 30, 42, 21, 13, 24, 19, 17, 19, 34, 26, 31,
    34, 44, 35, 25, 16, 20, 18, 40, 35, 25, 28, 25, 28, 12, 10, 21, 28, 24, 17, 27, 24, 27, 29, 21,
    41, 27, 39, 28, 25, 28, 34, 30, 23, 23, 23, 20, 20, 33, 24, 36, 26, 32, 37, 30, 36, 12, 18, 21,
    21, 31, 38, 22, 28, 32, 26, 37, 42, 43, 41, 39, 34, 37, 36, 41, 42, 39, 40, 34, 52, 36, 41, 44,
    31, 41, 45, 40, 53, 41, 45, 46, 28, 33, 33, 47, 37, 31, 39, 39, 44, 45, 40, 39, 52, 40, 45, 30,
    40, 39, 52, 49, 38, 33, 34, 34, 32, 44, 47, 44, 36, 38, 33, 45, 45, 35, 33, 21, 38, 36, 36, 29,
    36, 46, 33, 36, 36, 36, 29, 29, 36, 41, 36, 37, 37, 36, 36, 40, 37, 34, 35, 35, 37, 43, 38, 32,
    47, 29, 38, 29, 36, 32, 41, 35, 24, 40, 33, 31, 31, 25, 28, 30, 34, 28, 39, 28, 35, 27, 30, 22,
    27, 30, 29, 13, 25, 25, 20, 18, 30, 31, 47, 57, 20, 17, 17, 17, 17, 24, 28, 22, 26, 18, 24, 17,
    23, 29, 29, 29, 23, 23, 20, 23, 23, 19, 17, 11, 18, 21, 35, 25, 29, 30, 30, 31, 33, 37, 28, 33,
    24, 24, 27, 28, 30, 31, 31, 21, 11, 12, 17, 13, 18, 21, 14, 20, 16, 21, 13, 12, 18, 23, 23, 19,
    20, 23, 12, 15, 13, 13, 14, 13, 22, 18, 18, 19, 13, 21, 12, 13, 15, 14, 17, 20, 18, 26, 17, 13,
    11, 19, 16,
  ]
}
