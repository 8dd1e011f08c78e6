// SPDX-License-Identifier: Apache-2.0
// Generated from the tables in ABI/ by `make generate`. Do not edit: change the table.
// swift-format-ignore-file
enum FeatureText {
  /// Name, meaning, audience, vendors, names in Linux, QEMU and libvirt, and reason.
  static let rows: StaticString = """
FPU~x87 unit present~A~any~fpu~fpu~fpu~offered to every guest type by default; an instruction or\
 control that must exist on the destination\
VME~virtual-8086 enhancements and CR4.VME/PVI~S~any~vme~vme~vme~\
offered to HVM by default; an instruction or control that must exist on the destination\
DE~I/O breakpoints via CR4.DE~A~any~de~de~de~offered to every guest type by default; an instruction\
 or control that must exist on the destination\
PSE~4M pages in 2-level paging~S~any~pse~pse~pse~\
offered to HVM by default; an instruction or control that must exist on the destination\
TSC~RDTSC and CR4.TSD~A~any~tsc~tsc~tsc~\
frequency is tracked by the domain record; only ITSC makes a promise\
MSR~RDMSR/WRMSR exist~A~any~msr~msr~msr~offered to every guest type by default; an instruction or\
 control that must exist on the destination\
PAE~64-bit page-table entries in 32-bit mode~A~any~pae~pae~pae~offered to every guest type by\
 default; an instruction or control that must exist on the destination\
MCE~#MC exception and CR4.MCE~A~any~mce~mce~mce~offered to every guest type by default; an\
 instruction or control that must exist on the destination\
CX8~8-byte compare-exchange~A~any~cx8~cx8~cx8~offered to every guest type by default; an\
 instruction or control that must exist on the destination\
APIC~local APIC usable (dynamic mirror of APIC_BASE.EN)~!A~any~apic~apic~apic~\
mirrors APIC_BASE.EN at run time; stored bit is the maximum\
SEP~SYSENTER/SYSEXIT (AMD: outside long mode only)~A~any~sep~sep~sep~\
restored from raw for AMD HVM; cleared for AMD hosts otherwise\
MTRR~memory type range MSRs~S~any~mtrr~mtrr~mtrr~dynamic for the PV hardware domain\
PGE~global TLB entries, CR4.PGE~S~any~pge~pge~pge~\
offered to HVM by default; an instruction or control that must exist on the destination\
MCA~machine-check bank MSRs (MCG_CAP etc.)~A~any~mca~mca~mca~offered to every guest type by\
 default; an instruction or control that must exist on the destination\
CMOV~conditional moves~A~any~cmov~cmov~cmov~offered to every guest type by default; an instruction\
 or control that must exist on the destination\
PAT~page attribute table MSR~A~any~pat~pat~pat~offered to every guest type by default; an\
 instruction or control that must exist on the destination\
PSE36~PSE superpages may address above 4G~S~any~pse36~pse36~pse36~dynamic under shadow paging\
CLFLUSH~cache-line flush; leaf 1 EBX[15:8] holds line size~A~any~clflush~clflush~clflush~offered to\
 every guest type by default; an instruction or control that must exist on the destination\
DS~debug store area for PEBS/BTS~~intel~dts~ds~ds~\
debug store needs virtual PMU; records are model specific\
ACPI~thermal clock-modulation MSRs~A~intel~acpi~acpi~acpi~\
clock modulation accesses are tolerated, not honoured\
MMX~64-bit integer SIMD on x87 registers~A~any~mmx~mmx~mmx~offered to every guest type by default;\
 an instruction or control that must exist on the destination\
FXSR~FXSAVE/FXRSTOR and CR4.OSFXSR~A~any~fxsr~fxsr~fxsr~offered to every guest type by default; an\
 instruction or control that must exist on the destination\
SSE~XMM registers, single precision SIMD~A~any~sse~sse~sse~offered to every guest type by default;\
 an instruction or control that must exist on the destination\
SSE2~double precision and integer XMM SIMD~A~any~sse2~sse2~sse2~offered to every guest type by\
 default; an instruction or control that must exist on the destination\
SS~CPU snoops its own cache on memory-type conflicts~A~intel~ss~ss~ss~\
statement about cache self-snooping only\
HTT~leaf 1 EBX[23:16] (logical processors per package) is meaningful~!A~any~ht~ht~ht~\
belongs to the chosen topology, not to the host\
TM1~automatic thermal throttling, first form~~intel~tm~tm~tm~\
legacy platform power signalling, host only\
PBE~FERR#-style pending break wakeup~~intel~pbe~pbe~pbe~legacy platform power signalling, host only\
SSE3~third SSE generation~A~any~pni~pni sse3~pni~offered to every guest type by default; an\
 instruction or control that must exist on the destination\
PCLMULQDQ~64x64 carry-less multiply~A~any~pclmulqdq~pclmulqdq pclmuldq~pclmuldq~offered to every\
 guest type by default; an instruction or control that must exist on the destination\
DTES64~64-bit layout of the debug store area~~intel~dtes64~dtes64~dtes64~\
debug store needs virtual PMU; records are model specific\
MONITOR~MONITOR/MWAIT; makes leaf 5 meaningful~~any~monitor~monitor~monitor~\
lets a guest put the physical CPU to sleep; not intercepted for that use\
DSCPL~branch recording qualified by CPL~~intel~ds_cpl~ds-cpl ds_cpl~ds_cpl~\
debug store needs virtual PMU; records are model specific\
VMX~VT-x~h~intel~vmx~vmx~vmx~nested virtualisation: opt-in per domain, nested state is not migrated\
SMX~GETSEC / trusted execution~~intel~smx~smx~smx~measured launch belongs to the platform owner\
EIST~OS-controlled P-states through PERF_CTL~~intel~est~est~est~\
frequency control belongs to the host\
TM2~thermal throttling by frequency, second form~~intel~tm2~tm2~tm2~\
legacy platform power signalling, host only\
SSSE3~supplemental SSE3~A~any~ssse3~ssse3~ssse3~offered to every guest type by default; an\
 instruction or control that must exist on the destination\
SDBG~silicon debug interface MSR~~intel~sdbg~~~silicon debug interface\
FMA~3-operand fused multiply-add~A~any~fma~fma~fma~offered to every guest type by default; an\
 instruction or control that must exist on the destination\
CX16~16-byte compare-exchange (64-bit mode)~A~any~cx16~cx16~cx16~offered to every guest type by\
 default; an instruction or control that must exist on the destination\
XTPR~software can stop task-priority messages on the bus~~intel~xtpr~xtpr~xtpr~system bus control\
PDCM~PERF_CAPABILITIES MSR exists (LBR format lives there)~~intel~pdcm~pdcm~pdcm~\
opens PERF_CAPABILITIES, which carries the LBR format\
PCID~TLB tagging with process-context ids~H~any~pcid~pcid~pcid~HVM with HAP only\
DCA~prefetch hints from devices; makes leaf 9 meaningful~~intel~dca~dca~dca~\
device prefetch hints into host caches; host platform only\
SSE4_1~SSE 4.1~A~any~sse4_1~sse4.1 sse4-1 sse4_1~sse4.1~offered to every guest type by default; an\
 instruction or control that must exist on the destination\
SSE4_2~SSE 4.2 (string compare, CRC32)~A~any~sse4_2~sse4.2 sse4-2 sse4_2~sse4.2~offered to every\
 guest type by default; an instruction or control that must exist on the destination\
X2APIC~MSR-mode APIC with 32-bit ids~!S~any~x2apic~x2apic~x2apic~\
emulated, independent of hardware; never offered to PV (old leak tolerated inwards)\
MOVBE~byte-swapping load/store~A~any~movbe~movbe~movbe~offered to every guest type by default; an\
 instruction or control that must exist on the destination\
POPCNT~population count~A~any~popcnt~popcnt~popcnt~offered to every guest type by default; an\
 instruction or control that must exist on the destination\
TSC_DEADLINE~LAPIC timer mode armed with an absolute TSC value~S~intel~tsc_deadline_timer~\
tsc-deadline~tsc-deadline~timer counts in guest TSC ticks; emulated, errata parts excluded\
AESNI~AES round instructions~A~any~aes~aes~aes~offered to every guest type by default; an\
 instruction or control that must exist on the destination\
XSAVE~XSAVE family base set and XCR0~A~any~xsave~xsave~xsave~\
also needs equal component sizes and offsets (leaf 0xd)\
OSXSAVE~reflection of guest CR4.OSXSAVE, never stored in a policy~!~any~~~osxsave~\
run-time mirror of CR4; zero in every stored policy\
AVX~256-bit YMM registers~A~any~avx~avx~avx~cleared on unmitigated gather-sampling hosts\
F16C~half<->single precision conversion~A~any~f16c~f16c~f16c~offered to every guest type by\
 default; an instruction or control that must exist on the destination\
RDRAND~hardware random number instruction~!A~any~rdrand~rdrand~rdrand~\
off by default on IvyBridge client and AMD families 15h/16h; forced by command line only\
HYPERVISOR~software bit: leaves at 0x40000000 may be probed~!A~any~hypervisor~hypervisor~\
hypervisor~software bit, always set for guests\
SYSCALL~fast system call pair (Intel: only reported in 64-bit mode)~A~any~syscall~syscall~syscall~\
dynamic for Intel HVM outside long mode; not for 32-bit PV on Intel\
NX~no-execute page bit, EFER.NXE~A~any~nx~nx xd~nx~offered to every guest type by default; an\
 instruction or control that must exist on the destination\
MMXEXT~AMD additions to MMX~A~amd~mmxext~mmxext~mmxext~offered to every guest type by default; an\
 instruction or control that must exist on the destination\
FFXSR~FXSAVE may skip XMM in CPL0 64-bit mode (EFER.FFXSE)~A~amd~fxsr_opt~fxsr-opt ffxsr fxsr_opt~\
fxsr_opt~offered to every guest type by default; an instruction or control that must exist on the\
 destination\
PAGE1GB~1G leaf pages~H~any~pdpe1gb~pdpe1gb~pdpe1gb~\
HVM with HAP only; page-walk depth visible to guest\
RDTSCP~TSC read together with TSC_AUX~A~any~rdtscp~rdtscp~rdtscp~needs its VMCS control for HVM\
LM~64-bit mode~A~any~lm~lm i64~lm~removed from 32-bit PV\
3DNOWEXT~enhanced 3DNow! instructions~A~amd~3dnowext~3dnowext~3dnowext~\
dropped by AMD from families 14h and 15h on; still offered where present\
3DNOW~3DNow! instructions~A~amd~3dnow~3dnow~3dnow~\
dropped by AMD from families 14h and 15h on; still offered where present\
LAHF_LM~LAHF/SAHF usable in 64-bit mode~A~any~lahf_lm~lahf-lm lahf_lm~lahf_lm~offered to every\
 guest type by default; an instruction or control that must exist on the destination\
CMP_LEGACY~HTT counts cores rather than threads; 0x80000008 ECX counts are to be used~!A~amd~\
cmp_legacy~cmp-legacy cmp_legacy~cmp_legacy~belongs to the chosen topology, not to the host\
SVM~AMD virtualisation; makes 0x8000000a meaningful~h~amd~svm~svm~svm~\
nested virtualisation: opt-in per domain, nested state is not migrated\
EXTAPIC~extra APIC register space (extended LVTs)~~amd~extapic~extapic~extapic~\
extra APIC registers are not emulated\
CR8_LEGACY~MOV CR8 reachable with a LOCK prefix in 32-bit mode~S~amd~cr8_legacy~cr8legacy~\
cr8legacy~offered to HVM by default; an instruction or control that must exist on the destination\
ABM~LZCNT (and on AMD POPCNT grouping)~A~any~abm~abm~abm~\
LZCNT runs as BSR where absent and gives other results: silent corruption, so it must be present\
SSE4A~AMD-only EXTRQ/INSERTQ/MOVNTSS group~A~amd~sse4a~sse4a~sse4a~offered to every guest type by\
 default; an instruction or control that must exist on the destination\
MISALIGNSSE~MXCSR.MM relaxes SSE alignment checks~A~amd~misalignsse~misalignsse~misalignsse~\
guest may run with relaxed alignment; faults where absent\
3DNOWPREFETCH~PREFETCH/PREFETCHW~A~any~3dnowprefetch~3dnowprefetch~3dnowprefetch~\
hint encodings execute as no-operation where absent\
OSVW~OS visible workaround MSRs list errata~~amd~osvw~osvw~osvw~\
errata list of one part; wrong after a move\
IBS~instruction-based sampling profiler; 0x8000001b~~amd~ibs~ibs~ibs~\
profiling hardware; registers vary by family\
XOP~XOP-encoded SIMD~A~amd~xop~xop~xop~\
family 15h only, dropped with Zen; pool with newer hosts loses it\
SKINIT~secure launch instructions~~amd~skinit~skinit~skinit~\
measured launch belongs to the platform owner\
WDT~northbridge watchdog timer~~amd~wdt~wdt~wdt~northbridge watchdog belongs to the host\
LWP~lightweight profiling (withdrawn); 0x8000001c~~amd~lwp~lwp~lwp~\
withdrawn with family 17h; state never migrated\
FMA4~4-operand fused multiply-add~A~amd~fma4~fma4~fma4~\
family 15h only, dropped with Zen; pool with newer hosts loses it\
NODEID_MSR~NodeId MSR 0xc001100c~~amd~nodeid_msr~nodeid-msr nodeid_msr~nodeid_msr~\
exposes host node numbers\
TBM~trailing-bit manipulation~A~amd~tbm~tbm~tbm~\
family 15h only, dropped with Zen; pool with newer hosts loses it\
TOPOEXT~leaves 0x8000001d/0x8000001e exist~~amd~topoext~topoext~topoext~\
leaves 0x8000001d/1e must come from a chosen topology first\
DBEXT~breakpoint address-mask MSRs 0xc0011027/19-1b~A~amd~bpext~~~offered to every guest type by\
 default; an instruction or control that must exist on the destination\
MONITORX~user-mode monitor/wait pair~~amd~mwaitx~~~\
lets a guest put the physical CPU to sleep; not intercepted for that use\
ADDR_MSK_EXT~breakpoint address masks reach up to bit 31~A~amd~~~~offered to every guest type by\
 default; an instruction or control that must exist on the destination\
XSAVEOPT~XSAVEOPT skips unmodified state~A~any~xsaveopt~xsaveopt~xsaveopt~\
also needs equal component sizes and offsets (leaf 0xd)\
XSAVEC~compacted-format save~A~any~xsavec~xsavec~xsavec~\
also needs equal component sizes and offsets (leaf 0xd)\
XGETBV1~XGETBV ECX=1 reads in-use state~A~any~xgetbv1~xgetbv1~xgetbv1~\
also needs equal component sizes and offsets (leaf 0xd)\
XSAVES~supervisor-state save; IA32_XSS~S~any~xsaves~xsaves~xsaves~\
also needs equal component sizes and offsets (leaf 0xd)\
XFD~per-component disable with #NM on first use~~intel~~xfd~xfd~\
first-use fault MSRs not virtualised\
FSGSBASE~FS/GS base access instructions~A~any~fsgsbase~fsgsbase~fsgsbase~offered to every guest\
 type by default; an instruction or control that must exist on the destination\
TSC_ADJUST~per-thread TSC offset MSR 0x3b~S~intel~tsc_adjust~tsc-adjust tsc_adjust~tsc_adjust~\
per-vCPU offset, migrated as an MSR\
SGX~enclaves; makes leaf 0x12 meaningful~~intel~sgx~sgx~sgx~\
enclave memory cannot be migrated; removed from client parts; not offered by Xen\
BMI1~ANDN/BEXTR/BLS*/TZCNT~A~any~bmi1~bmi1~bmi1~\
TZCNT runs as BSF where absent and differs for zero: silent corruption, so it must be present\
HLE~XACQUIRE/XRELEASE lock elision (withdrawn)~!a~intel~hle~hle~hle~\
withdrawn by Intel; prefixes are ignored where absent, but opt-in only\
AVX2~256-bit integer SIMD~A~any~avx2~avx2~avx2~offered to every guest type by default; an\
 instruction or control that must exist on the destination\
FDP_EXCP_ONLY~\
x87 data pointer only updated on unmasked exceptions (behavioural fact, not a function)~!~any~~\
fdp-excptn-only~fdp-excptn-only~describes x87 save behaviour that cannot be hidden or emulated\
SMEP~kernel cannot execute user pages~S~any~smep~smep~smep~\
offered to HVM by default; an instruction or control that must exist on the destination\
BMI2~PDEP/PEXT/MULX/shift-without-flags~A~any~bmi2~bmi2~bmi2~offered to every guest type by\
 default; an instruction or control that must exist on the destination\
ERMS~REP MOVSB/STOSB fast for large sizes~A~any~erms~erms~erms~\
speed only; always in max, default follows host\
INVPCID~targeted TLB invalidation by PCID~H~any~invpcid~invpcid~invpcid~HVM with HAP only\
RTM~XBEGIN/XEND transactions~!A~intel~rtm~rtm~rtm~\
withdrawn by Intel and disabled by microcode; on only where it still works (not rtm_disabled)\
PQM~cache/bandwidth monitoring; leaf 0xf~~any~cqm~~cmt~\
cache and bandwidth control belongs to the host\
NO_FPU_SEL~x87 CS/DS saved as zero (behavioural fact)~!~any~~zero-fcs-fds~zero-fcs-fds~\
describes x87 save behaviour that cannot be hidden or emulated\
MPX~bounds registers (withdrawn)~s~intel~mpx~mpx~mpx~\
withdrawn; bounds state would have to migrate, opt-in for old guests only\
PQE~cache/bandwidth allocation; leaf 0x10~~any~rdt_a~~~\
cache and bandwidth control belongs to the host\
AVX512F~512-bit registers and opmask~A~any~avx512f~avx512f~avx512f~\
needs ZMM state; hidden when data sampling is unmitigated through AVX\
AVX512DQ~AVX-512 dword/qword additions~A~any~avx512dq~avx512dq~avx512dq~offered to every guest type\
 by default; an instruction or control that must exist on the destination\
RDSEED~entropy-source read~A~any~rdseed~rdseed~rdseed~offered to every guest type by default; an\
 instruction or control that must exist on the destination\
ADX~dual-carry-chain add~A~any~adx~adx~adx~offered to every guest type by default; an instruction\
 or control that must exist on the destination\
SMAP~kernel access to user pages faults unless AC set~S~any~smap~smap~smap~\
offered to HVM by default; an instruction or control that must exist on the destination\
AVX512_IFMA~AVX-512 52-bit integer FMA~A~any~avx512ifma~avx512ifma~avx512ifma~offered to every\
 guest type by default; an instruction or control that must exist on the destination\
CLFLUSHOPT~weakly ordered line flush~A~any~clflushopt~clflushopt~clflushopt~offered to every guest\
 type by default; an instruction or control that must exist on the destination\
CLWB~line write-back without evict~!A~any~clwb~clwb~clwb~\
hidden by default on the Skylake server model, where microcode made it slow\
PROC_TRACE~processor trace; leaf 0x14~~intel~intel_pt~intel-pt~intel-pt~\
trace packets and MSRs vary by model; state not migrated\
AVX512PF~Xeon Phi gather/scatter prefetch~~intel~avx512pf~avx512pf~avx512pf~\
Xeon Phi only, line discontinued; never offered\
AVX512ER~Xeon Phi exponential/reciprocal~~intel~avx512er~avx512er~avx512er~\
Xeon Phi only, line discontinued; never offered\
AVX512CD~AVX-512 conflict detection~A~any~avx512cd~avx512cd~avx512cd~offered to every guest type by\
 default; an instruction or control that must exist on the destination\
SHA~SHA-1/SHA-256 rounds~A~any~sha_ni~sha-ni~sha-ni~offered to every guest type by default; an\
 instruction or control that must exist on the destination\
AVX512BW~AVX-512 byte/word; 64-bit masks~A~any~avx512bw~avx512bw~avx512bw~offered to every guest\
 type by default; an instruction or control that must exist on the destination\
AVX512VL~AVX-512 on 128/256-bit vectors~A~any~avx512vl~avx512vl~avx512vl~offered to every guest\
 type by default; an instruction or control that must exist on the destination\
PREFETCHWT1~Xeon Phi write-intent prefetch to L2~A~intel~~~~\
Xeon Phi only prefetch; a hint where absent\
AVX512_VBMI~AVX-512 byte permutes~A~any~avx512vbmi~avx512vbmi~avx512vbmi~offered to every guest\
 type by default; an instruction or control that must exist on the destination\
UMIP~SGDT/SIDT/SLDT/STR/SMSW privileged via CR4.UMIP~S~any~umip~umip~umip~\
offered to HVM by default; an instruction or control that must exist on the destination\
PKU~user-page protection keys, CR4.PKE, PKRU~H~any~pku~pku~pku~\
HVM with HAP only; PKRU state in XSAVE\
OSPKE~reflection of guest CR4.PKE, never stored in a policy~!~any~ospke~~ospke~\
run-time mirror of CR4; zero in every stored policy\
WAITPKG~user-mode address monitor, wait and timed pause~~intel~waitpkg~waitpkg~waitpkg~\
user code could idle the physical CPU; also TSC based\
AVX512_VBMI2~AVX-512 byte/word compress and shift-concat~A~any~avx512_vbmi2~avx512vbmi2~\
avx512vbmi2~offered to every guest type by default; an instruction or control that must exist on\
 the destination\
CET_SS~hardware shadow stacks~~any~~cet-ss~~shadow-stack state (XSS and MSRs) not virtualised yet\
GFNI~GF(2^8) arithmetic~A~any~gfni~gfni~gfni~offered to every guest type by default; an instruction\
 or control that must exist on the destination\
VAES~vector AES~A~any~vaes~vaes~vaes~offered to every guest type by default; an instruction or\
 control that must exist on the destination\
VPCLMULQDQ~vector carry-less multiply~A~any~vpclmulqdq~vpclmulqdq~vpclmulqdq~offered to every guest\
 type by default; an instruction or control that must exist on the destination\
AVX512_VNNI~AVX-512 int8/int16 dot products~A~any~avx512_vnni~avx512vnni~avx512vnni~offered to\
 every guest type by default; an instruction or control that must exist on the destination\
AVX512_BITALG~AVX-512 byte/word popcount and bit shuffle~A~any~avx512_bitalg~avx512bitalg~\
avx512bitalg~offered to every guest type by default; an instruction or control that must exist on\
 the destination\
TME~whole-memory encryption MSRs~~intel~tme~~~memory encryption set-up belongs to the host\
AVX512_VPOPCNTDQ~AVX-512 dword/qword popcount~A~any~avx512_vpopcntdq~avx512-vpopcntdq~\
avx512-vpopcntdq~offered to every guest type by default; an instruction or control that must exist\
 on the destination\
LA57~5-level paging~~any~la57~la57~la57~\
five-level paging not supported for guests; address width would change\
RDPID~read TSC_AUX only~A~any~rdpid~rdpid~rdpid~offered to every guest type by default; an\
 instruction or control that must exist on the destination\
BLD~#DB on bus lock~~any~bus_lock_detect~bus-lock-detect~bus-lock-detect~\
bus-lock debug exception not virtualised\
CLDEMOTE~hint to push a line outward~A~intel~cldemote~cldemote~cldemote~\
hint encodings execute as no-operation where absent\
MOVDIRI~direct 4/8-byte store~a~any~movdiri~movdiri~movdiri~\
opt-in: interaction with device memory in guests still maturing\
MOVDIR64B~direct 64-byte store~a~any~movdir64b~movdir64b~movdir64b~\
opt-in: needs emulator care (64-byte writes)\
ENQCMD~enqueue commands with PASID~~intel~enqcmd~~~needs PASID state and devices\
SGX_LC~launch-key MSRs writable~~intel~sgx_lc~sgxlc~sgxlc~\
enclave memory cannot be migrated; removed from client parts; not offered by Xen\
PKS~supervisor-page protection keys~H~intel~~pks~pks~HVM with HAP on VMX; PKRS is in the stream\
HW_PSTATE~P-state control MSRs~~amd~~~~frequency control belongs to the host\
ITSC~TSC rate constant over P/C/T states~a~any~~invtsc~invtsc~opt-in: promises a constant rate, so\
 the destination must keep the frequency (equal, scaled or emulated)\
CPB~core performance boost~~amd~~~~frequency control belongs to the host\
EFRO~read-only APERF/MPERF aliases~~amd~~~~raw frequency counters; side channel and host property\
CLZERO~zero a cache line~A~amd~clzero~clzero~clzero~offered to every guest type by default; an\
 instruction or control that must exist on the destination\
RSTR_FP_ERR_PTRS~x87 error pointers always saved and restored~A~amd~xsaveerptr~xsaveerptr~\
xsaveerptr~behavioural guarantee the guest may build on\
WBNOINVD~write back caches without invalidating~~any~wbnoinvd~wbnoinvd~wbnoinvd~\
cache write-back by guests is intercepted or ignored\
IBPB~PRED_CMD.IBPB exists, on its own~A~amd~~ibpb~ibpb~command MSR; writing faults where absent\
IBRS~SPEC_CTRL.IBRS exists~S~amd~~ibrs~ibrs~SPEC_CTRL bit; setting it faults where absent\
AMD_STIBP~SPEC_CTRL.STIBP exists~S~amd~~amd-stibp~amd-stibp~\
SPEC_CTRL bit; setting it faults where absent\
IBRS_ALWAYS~recommendation: leave IBRS on~S~amd~~~~vendor advice about speed, not a function\
STIBP_ALWAYS~recommendation: leave STIBP on~S~amd~~stibp-always-on~stibp-always-on~\
vendor advice about speed, not a function\
IBRS_FAST~recommendation: IBRS rather than software mitigations~S~amd~~~~\
vendor advice about speed, not a function\
IBRS_SAME_MODE~IBRS also isolates within one mode~S~amd~~~~\
guest may skip same-mode protection because of it\
NO_LMSL~EFER.LMSLE is gone (absence bit)~S|~amd~~~~\
absence bit: set if any host lacks the segment-limit control\
AMD_PPIN~inventory-number MSRs~~amd~amd_ppin~~~serial number identifies the host\
AMD_SSBD~SPEC_CTRL.SSBD exists~S~amd~~amd-ssbd~amd-ssbd~\
SPEC_CTRL bit; setting it faults where absent\
VIRT_SSBD~VIRT_SPEC_CTRL.SSBD provided by the hypervisor~!~amd~virt_ssbd~virt-ssbd~virt-ssbd~\
made by the hypervisor; SPEC_CTRL preferred, so default only when emulated the old way\
SSB_NO~not affected by speculative store bypass~A~amd~~amd-no-ssb~amd-no-ssb~\
guest drops its mitigation because of it, so every later host must be unaffected too\
CPPC~collaborative performance control MSRs~~amd~cppc~~~frequency control belongs to the host\
PSFD~SPEC_CTRL.PSFD exists~S~amd~~amd-psfd~amd-psfd~SPEC_CTRL bit; setting it faults where absent\
BTC_NO~not affected by branch type confusion~A~amd~~~~\
guest drops its mitigation because of it, so every later host must be unaffected too\
IBPB_RET~IBPB also clears return predictions~A~amd~~~~\
guest skips extra predictor flushing because of it\
SGX_KEYS~enclave attestation services~~intel~~~~\
enclave memory cannot be migrated; removed from client parts; not offered by Xen\
AVX512_4VNNIW~Xeon Phi 4-iteration dot product~~intel~avx512_4vnniw~avx512-4vnniw~avx512-4vnniw~\
Xeon Phi only, line discontinued; never offered\
AVX512_4FMAPS~Xeon Phi 4-iteration FMA~~intel~avx512_4fmaps~avx512-4fmaps~avx512-4fmaps~\
Xeon Phi only, line discontinued; never offered\
FSRM~short REP MOVSB is fast~A~any~fsrm~fsrm~fsrm~\
speed of string instructions only; nothing breaks without\
UINTR~interrupts delivered straight to ring 3~~intel~~~~\
user interrupts need XSS state and posting support\
AVX512_VP2INTERSECT~AVX-512 pairwise intersection~a~any~avx512_vp2intersect~avx512-vp2intersect~\
avx512-vp2intersect~\
first maker withdrew it, then returned on other parts; opt-in until pools settle\
SRBDS_CTRL~RNG buffer mitigation control in MCU_OPT_CTRL~~intel~~~~control MSR belongs to the host\
MD_CLEAR~VERW scrubs buffers against MDS~!A|~intel~md_clear~md-clear~md-clear~\
VERW scrubbing: always acceptable in max, set if any host of the pool needs it\
RTM_ALWAYS_ABORT~transactions always abort; Xen's guest meaning is that XBEGIN does not fault~!~\
intel~~~~tells a guest that XBEGIN does not fault: destination must not fault either; set by\
 default only when rtm_disabled\
TSX_FORCE_ABORT~TSX_FORCE_ABORT MSR exists~~intel~~~~\
TSX control belongs to the host and changes what CPUID shows\
SERIALIZE~architectural serialising instruction~A~intel~serialize~serialize~serialize~offered to\
 every guest type by default; an instruction or control that must exist on the destination\
HYBRID~mixed core types in the package~~intel~~~~\
core types differ per CPU; a vCPU is not tied to one\
TSXLDTRK~suspend/resume TSX read tracking~a~intel~tsxldtrk~tsx-ldtrk~tsx-ldtrk~\
companion of RTM, opt-in; goes with TSX\
PCONFIG~platform configuration instruction~~intel~pconfig~~pconfig~platform key set-up\
ARCH_LBR~architectural LBR; leaf 0x1c~~intel~arch_lbr~arch-lbr~arch-lbr~\
LBR state and depth must match; not in the migration stream\
CET_IBT~indirect-branch landing pads~~intel~ibt~cet-ibt~~\
branch-tracking state (XSS and MSRs) not virtualised yet\
AMX_BF16~tile bfloat16 multiply~~intel~amx_bf16~amx-bf16~amx-bf16~needs AMX_TILE\
AVX512_FP16~AVX-512 half precision arithmetic~A~any~avx512_fp16~avx512-fp16~avx512-fp16~offered to\
 every guest type by default; an instruction or control that must exist on the destination\
AMX_TILE~tile registers and loads~~intel~amx_tile~amx-tile~amx-tile~\
large state; not offered until first-use disable and palette handling exist\
AMX_INT8~tile int8 multiply~~intel~amx_int8~amx-int8~amx-int8~needs AMX_TILE\
IBRSB~SPEC_CTRL.IBRS and PRED_CMD.IBPB exist~A~intel~~spec-ctrl~spec-ctrl~\
needs SPEC_CTRL virtualisation; also implies STIBP and IBPB\
STIBP~SPEC_CTRL.STIBP exists~A~intel~~stibp~stibp~SPEC_CTRL bit; setting it faults where absent\
L1D_FLUSH~FLUSH_CMD L1D flush~S~intel~flush_l1d~flush-l1d~flush-l1d~\
command MSR; writing faults where absent\
ARCH_CAPS~ARCH_CAPABILITIES MSR exists (words 16/17 valid)~!A~intel~arch_capabilities~\
arch-capabilities~arch-capabilities~only says the enumeration MSR exists; always offered on Intel\
CORE_CAPS~CORE_CAPABILITIES MSR exists~~intel~~core-capability~core-capability~\
MSR is not virtualised\
SSBD~SPEC_CTRL.SSBD exists~A~intel~~ssbd~ssbd~SPEC_CTRL bit; setting it faults where absent\
SHA512~SHA-512 rounds~A~intel~~sha512~sha512~offered to every guest type by default; an instruction\
 or control that must exist on the destination\
SM3~SM3 hash~A~intel~~sm3~sm3~offered to every guest type by default; an instruction or control\
 that must exist on the destination\
SM4~SM4 cipher~A~intel~~sm4~sm4~offered to every guest type by default; an instruction or control\
 that must exist on the destination\
AVX_VNNI~VEX-encoded int8/int16 dot products~A~any~avx_vnni~avx-vnni~avx-vnni~offered to every\
 guest type by default; an instruction or control that must exist on the destination\
AVX512_BF16~AVX-512 bfloat16 dot product and convert~A~any~avx512_bf16~avx512-bf16~avx512-bf16~\
offered to every guest type by default; an instruction or control that must exist on the\
 destination\
LASS~kernel/user split enforced on linear address bit 63~s~intel~~~~\
opt-in: changes paging checks; guest must be ready\
CMPCCXADD~compare-and-conditionally-add~a~intel~~cmpccxadd~cmpccxadd~\
opt-in until instruction emulation is complete\
ARCH_PERF_MON~leaf 0x23 describes performance monitoring~~intel~~~~\
performance monitoring leaf 0x23; counters must match\
FZRM~zero-length REP MOVSB is fast~A~intel~~fzrm~fzrm~\
speed of string instructions only; nothing breaks without\
FSRS~short REP STOSB is fast~A~intel~~fsrs~fsrs~\
speed of string instructions only; nothing breaks without\
FSRCS~short REP CMPSB/SCASB is fast~A~intel~~fsrc~fsrc~\
speed of string instructions only; nothing breaks without\
FRED~new event delivery scheme~~any~~fred~fred~\
new event delivery; support for guests still being built\
LKGS~load kernel-view GS base by selector~~any~~lkgs~lkgs~\
new event delivery; support for guests still being built\
WRMSRNS~non-serialising MSR write~S~any~~wrmsrns~wrmsrns~\
offered to HVM by default; an instruction or control that must exist on the destination\
NMI_SRC~NMI source bitmap with FRED~~intel~~~~\
new event delivery; support for guests still being built\
AMX_FP16~tile half precision multiply~~intel~~amx-fp16~amx-fp16~needs AMX_TILE\
AVX_IFMA~VEX-encoded 52-bit integer FMA~A~any~~avx-ifma~avx-ifma~offered to every guest type by\
 default; an instruction or control that must exist on the destination\
LAM~untranslated upper pointer bits~~intel~~lam~lam~changes pointer checks; not virtualised yet\
MSRLIST~batched MSR access~~intel~~~~batched MSR access not virtualised\
NO_INVD~INVD faults after BIOS is done~~intel~~~~says INVD faults; behavioural\
MOVRS~load with read-shared hint~a~intel~~movrs~~opt-in: very new instruction\
NO_NEST_BP~data breakpoints do not nest~A~amd~~no-nested-data-bp~no-nested-data-bp~\
behavioural guarantee the guest may build on\
FS_GS_NS~FS/GS base and KERNEL_GS_BASE writes do not serialise~S|~amd~~fs-gs-base-ns~~\
weaker ordering: set if any host behaves so\
LFENCE_DISPATCH~LFENCE always waits for older instructions~A~amd~~lfence-always-serializing~\
lfence-always-serializing~\
guest uses LFENCE as speculation barrier; host can enforce it through DE_CFG\
VERW_CLEAR~VERW scrubs buffers against TSA~!A|~amd~~verw-clear~~\
VERW scrubbing on AMD: always acceptable in max, set if any host of the pool needs it\
NSCB~segment base and limit become 0 on a null load~A~amd~~null-sel-clr-base~null-sel-clr-base~\
guest skips manual base clearing because of it\
AUTO_IBRS~EFER.AIBRSE applies IBRS automatically~S~amd~~auto-ibrs~auto-ibrs~\
guest relies on hardware isolation instead of retpoline; destination must give it\
AMD_FSRS~short REP STOSB is fast~A~amd~~~~speed of string instructions only; nothing breaks without\
AMD_FSRC~short REP CMPSB is fast~A~amd~~~~speed of string instructions only; nothing breaks without\
CPUID_USER_DIS~CPUID at CPL3 can be made to fault (HWCR)~~amd~~~~\
used by the hypervisor itself for CPUID faulting\
EPSF~predictive store forwarding is the enhanced form~A~amd~~~~\
milder form of store forwarding; guest may leave it on\
FSRSC~short REP SCASB is fast~A~amd~~~~speed of string instructions only; nothing breaks without\
AMD_PREFETCHI~code prefetch hints~A~amd~~prefetchi~~\
hint encodings execute as no-operation where absent\
AVX512_BMM~AVX-512 bit-matrix operations~a~amd~~~~opt-in: very new instruction group\
SBPB~PRED_CMD.SBPB exists~A~amd~~sbpb~sbpb~command MSR; writing faults where absent\
IBPB_BRTYPE~IBPB also drops branch-type predictions~A~amd~~ibpb-brtype~ibpb-brtype~\
guest skips extra predictor flushing because of it\
SRSO_NO~not affected by speculative return stack overflow~A~amd~~srso-no~srso-no~\
guest drops its mitigation because of it, so every later host must be unaffected too\
SRSO_US_NO~SRSO does not cross user/kernel~A!~amd~~srso-user-kernel-no~srso-user-kernel-no~\
true only where reduced speculation is in force; guest that saw it must not move to a host without\
SRSO_MSR_FIX~BP_CFG.BP_SPEC_REDUCE exists~~amd~~~~control MSR belongs to the host\
INTEL_PPIN~inventory-number MSRs~~intel~~~~serial number identifies the host\
INTEL_PSFD~SPEC_CTRL.PSFD exists~A~intel~~intel-psfd~intel-psfd~\
SPEC_CTRL bit; setting it faults where absent\
IPRED_CTRL~SPEC_CTRL indirect-predictor disable bits~S~intel~~ipred-ctrl~ipred-ctrl~\
SPEC_CTRL bits; setting them faults where absent\
RRSBA_CTRL~SPEC_CTRL RRSBA disable bits~S~intel~~rrsba-ctrl~rrsba-ctrl~\
SPEC_CTRL bits; setting them faults where absent\
DDP_CTRL~SPEC_CTRL data-dependent prefetcher disable bit~~intel~~ddpd-u~ddpd-u~\
SPEC_CTRL bit not offered yet\
BHI_CTRL~SPEC_CTRL branch-history supervisor disable bit~S~intel~~bhi-ctrl~bhi-ctrl~\
SPEC_CTRL bits; setting them faults where absent\
MCDT_NO~no MXCSR-configuration-dependent timing~A~intel~~mcdt-no~mcdt-no~\
guest drops its mitigation because of it, so every later host must be unaffected too\
UC_LOCK_DIS~uncacheable locked access can be made to fault~~intel~~~~platform-wide fault control\
AVX_VNNI_INT8~VEX dot products for more int8 sign combinations~A~intel~~avx-vnni-int8~\
avx-vnni-int8~offered to every guest type by default; an instruction or control that must exist on\
 the destination\
AVX_NE_CONVERT~VEX bfloat16/half conversions~A~intel~~avx-ne-convert~avx-ne-convert~offered to\
 every guest type by default; an instruction or control that must exist on the destination\
AMX_COMPLEX~tile complex multiply~~intel~~amx-complex~amx-complex~needs AMX_TILE\
AVX_VNNI_INT16~VEX dot products for more int16 sign combinations~A~intel~~avx-vnni-int16~\
avx-vnni-int16~offered to every guest type by default; an instruction or control that must exist on\
 the destination\
PREFETCHI~code prefetch hints~A~intel~~prefetchiti~prefetchiti~\
hint encodings execute as no-operation where absent\
UIRET_UIF~UIRET takes UIF from the stack~~intel~~~~\
user interrupts need XSS state and posting support\
CET_SSS~supervisor shadow stacks safe against premature busy state~~intel~~~~\
statement about supervisor shadow stacks under virtualisation; depends on the hypervisor\
APX_F~advanced performance extensions, foundation: sixteen more general registers (XCR0 bit 19)~~\
intel~apx~apxf~apxf~\
state of extended registers and new encodings; no hypervisor saves it for guests yet\
SLSM~cores can run in lockstep~~intel~~~~lockstep mode belongs to the platform\
RDCL_NO~not affected by Meltdown~A~intel~~rdctl-no~rdctl-no~\
guest drops its mitigation because of it, so every later host must be unaffected too\
EIBRS~IBRS may be left set (enhanced form)~A~intel~~ibrs-all~ibrs-all~\
guest relies on hardware isolation instead of retpoline; destination must give it\
RSBA~on RSB underflow other predictors are used, so retpoline is unsafe~!~intel~~rsba~rsba~\
tells guests not to rely on retpoline; set if any host of the pool may be affected\
SKIP_L1DFL~nested hypervisor need not flush L1D~~intel~~skip-l1dfl-vmentry~skip-l1dfl-vmentry~\
meaningful for nested hypervisors only; set by the outer one\
INTEL_SSB_NO~not affected by speculative store bypass~A~intel~~ssb-no~ssb-no~\
guest drops its mitigation because of it, so every later host must be unaffected too\
MDS_NO~not affected by MDS~A~intel~~mds-no~mds-no~\
guest drops its mitigation because of it, so every later host must be unaffected too\
IF_PSCHANGE_MC_NO~no machine check on page-size change under fetch~A~intel~~pschange-mc-no~\
pschange-mc-no~guest hypervisor may use large executable pages because of it\
TSX_CTRL~TSX_CTRL MSR exists~~intel~~tsx-ctrl~tsx-ctrl~\
TSX control belongs to the host and changes what CPUID shows\
TAA_NO~not affected by TSX async abort~A~intel~~taa-no~taa-no~\
guest drops its mitigation because of it, so every later host must be unaffected too\
MCU_CTRL~MCU_CONTROL MSR exists~~intel~~~~control MSR belongs to the host\
MISC_PKG_CTRL~MISC_PACKAGE_CTLS MSR exists~~intel~~~~control MSR belongs to the host\
ENERGY_FILTERING~energy reporting filter can be set~~intel~~~~control MSR belongs to the host\
DOITM~data operand independent timing control exists~~intel~~~~\
constant-time control MSR not virtualised\
SBDR_SSDP_NO~not affected by shared-buffer or sideband stale data~A~intel~~sbdr-ssdp-no~\
sbdr-ssdp-no~guest drops its mitigation because of it, so every later host must be unaffected too\
FBSDP_NO~not affected by fill-buffer stale data~A~intel~~fbsdp-no~fbsdp-no~\
guest drops its mitigation because of it, so every later host must be unaffected too\
PSDP_NO~not affected by primary stale data~A~intel~~psdp-no~psdp-no~\
guest drops its mitigation because of it, so every later host must be unaffected too\
MCU_EXT~microcode status/enumeration MSRs exist~~intel~~~~control MSR belongs to the host\
FB_CLEAR~VERW scrubs fill buffers~!A|~intel~~fb-clear~fb-clear~\
VERW scrubbing: always acceptable in max, set if any host of the pool needs it\
FB_CLEAR_CTRL~fill-buffer scrub can be disabled~~intel~~~~control MSR belongs to the host\
RRSBA~RSBA behaviour restricted by eIBRS mode~!~intel~~~~\
tells guests not to rely on retpoline; set if any host of the pool may be affected\
BHI_NO~not affected by branch history injection~A~intel~~~~\
guest drops its mitigation because of it, so every later host must be unaffected too\
XAPIC_STATUS~MSR tells whether legacy xAPIC is locked out~~intel~~~~\
reports platform state; meaningless for a guest\
OVRCLK_STATUS~overclocking status MSR exists~~intel~~~~\
reports platform state; meaningless for a guest\
PBRSB_NO~not affected by post-barrier RSB prediction~A~intel~~pbrsb-no~pbrsb-no~\
guest drops its mitigation because of it, so every later host must be unaffected too\
GDS_CTRL~gather mitigation can be disabled or locked~~intel~~~~control MSR belongs to the host\
GDS_NO~not affected by gather data sampling~A~intel~~gds-no~gds-no~\
guest drops its mitigation because of it, so every later host must be unaffected too\
RFDS_NO~not affected by register-file data sampling~A~intel~~rfds-no~rfds-no~\
guest drops its mitigation because of it, so every later host must be unaffected too\
RFDS_CLEAR~VERW scrubs register files~!A|~intel~~rfds-clear~rfds-clear~\
VERW scrubbing: always acceptable in max, set if any host of the pool needs it\
IGN_UMONITOR~UMONITOR can be ignored~~intel~~~~control MSR belongs to the host\
MON_UMON_MITG~MONITOR/UMONITOR mitigation control~~intel~~~~control MSR belongs to the host\
PB_OPT_CTRL~PB_OPT_CTRL MSR with alternative IBPB~~intel~~~~control MSR belongs to the host\
ITS_NO~not affected by indirect target selection~!A~intel~~~~\
synthesised for unaffected parts; must hold on the destination\
TSA_SQ_NO~not affected by store-queue transient scheduler attack~A~amd~~tsa-sq-no~~\
guest drops its mitigation because of it, so every later host must be unaffected too\
TSA_L1_NO~not affected by L1D transient scheduler attack~A~amd~~tsa-l1-no~~\
guest drops its mitigation because of it, so every later host must be unaffected too\

"""
  /// Length of each record, in bytes.
  static let rowsLengths: InlineArray<_, UInt16> = [
    139, 151, 145, 136, 108, 140, 163, 148, 146, 137, 131, 83, 137, 161, 144, 147, 93, 189, 107,
    111, 159, 156, 159, 164, 110, 132, 104, 99,
    149, 180, 130, 148, 132, 99, 95, 101, 111, 148, 70, 151, 165, 97, 134, 80, 134, 156, 180, 148,
    155, 151, 180, 147, 116, 133, 88, 161, 158, 135,
    165, 151, 155, 207, 103, 95, 56, 143, 122,
    178, 184, 140, 116, 187, 153, 167, 149, 132, 107, 113, 104, 105, 88, 114, 120, 107, 113, 131,
    166, 123, 166,
    129, 111, 125, 121, 100,
    173, 129, 140, 141, 138, 147, 203, 146, 161, 110, 89, 143, 102, 149, 126, 102, 136, 172, 154,
    143, 162, 178, 176, 132, 128, 123, 122, 169, 152, 174, 173,
    103, 173, 161, 101, 130, 140, 200, 97, 145, 137, 177, 184, 203, 90, 203, 110, 148, 113, 123,
    123, 111, 80, 138, 95,
    76, 166, 72, 97,
    152, 145, 132, 95, 89, 105, 92, 124, 114, 108, 111, 80, 101, 179, 161, 93, 97, 138, 104,
    128, 143, 135, 107, 106, 196, 98, 156, 219, 113, 186, 101, 118, 86, 131, 113, 80, 188, 143, 76,
    133, 95, 108, 183, 101, 91,
    145, 130, 132, 178, 195, 118, 115, 120, 111, 105, 112, 103, 114, 144, 102, 78, 165, 95, 71, 78,
    77,
    127, 129, 194, 149, 141, 157, 99, 99, 113, 117, 96, 103, 84, 83, 133, 165, 189, 81,
    76,
    109, 132, 119, 108, 132, 157, 96,
    200, 184, 80, 204, 114, 101, 165, 201, 78,
    144, 151, 173, 154, 161, 134, 167, 115, 146, 73, 84, 93, 104, 185, 159, 152, 89, 141, 89, 139,
    143, 115, 102, 164, 94, 151, 161, 149, 78, 91,
    91, 123,
    167, 159,
  ]
  /// Abbreviation of each featureset word.
  static let words: StaticString = """
1d1ce1de1cDa17b07c0e7de8b7d07a1e21a7b17d27c17d1m10Alm10Ahe21c\

"""
  /// Length of each record, in bytes.
  static let wordsLengths: InlineArray<_, UInt16> = [
    2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 3, 3, 3, 3, 5, 5, 4,
  ]
}
