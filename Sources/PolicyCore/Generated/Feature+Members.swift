// SPDX-License-Identifier: Apache-2.0
// Generated from the tables in ABI/ by `make generate`. Do not edit: change the table.
// swift-format-ignore-file
extension Feature {
  /// Number of words in a featureset.
  public static let wordCount = 19
  /// Number of named features.
  public static let count = 288
}

public extension Feature {
  /// FPU: x87 unit present.
  @inlinable static var fpu: Feature { Feature(rawValue: 0) }
  /// VME: virtual-8086 enhancements and CR4.VME/PVI.
  @inlinable static var vme: Feature { Feature(rawValue: 1) }
  /// DE: I/O breakpoints via CR4.DE.
  @inlinable static var de: Feature { Feature(rawValue: 2) }
  /// PSE: 4M pages in 2-level paging.
  @inlinable static var pse: Feature { Feature(rawValue: 3) }
  /// TSC: RDTSC and CR4.TSD.
  @inlinable static var tsc: Feature { Feature(rawValue: 4) }
  /// MSR: RDMSR/WRMSR exist.
  @inlinable static var msr: Feature { Feature(rawValue: 5) }
  /// PAE: 64-bit page-table entries in 32-bit mode.
  @inlinable static var pae: Feature { Feature(rawValue: 6) }
  /// MCE: #MC exception and CR4.MCE.
  @inlinable static var mce: Feature { Feature(rawValue: 7) }
  /// CX8: 8-byte compare-exchange.
  @inlinable static var cx8: Feature { Feature(rawValue: 8) }
  /// APIC: local APIC usable (dynamic mirror of APIC_BASE.EN).
  @inlinable static var apic: Feature { Feature(rawValue: 9) }
  /// SEP: SYSENTER/SYSEXIT (AMD: outside long mode only).
  @inlinable static var sep: Feature { Feature(rawValue: 11) }
  /// MTRR: memory type range MSRs.
  @inlinable static var mtrr: Feature { Feature(rawValue: 12) }
  /// PGE: global TLB entries, CR4.PGE.
  @inlinable static var pge: Feature { Feature(rawValue: 13) }
  /// MCA: machine-check bank MSRs (MCG_CAP etc.).
  @inlinable static var mca: Feature { Feature(rawValue: 14) }
  /// CMOV: conditional moves.
  @inlinable static var cmov: Feature { Feature(rawValue: 15) }
  /// PAT: page attribute table MSR.
  @inlinable static var pat: Feature { Feature(rawValue: 16) }
  /// PSE36: PSE superpages may address above 4G.
  @inlinable static var pse36: Feature { Feature(rawValue: 17) }
  /// CLFLUSH: cache-line flush; leaf 1 EBX[15:8] holds line size.
  @inlinable static var clflush: Feature { Feature(rawValue: 19) }
  /// DS: debug store area for PEBS/BTS.
  @inlinable static var ds: Feature { Feature(rawValue: 21) }
  /// ACPI: thermal clock-modulation MSRs.
  @inlinable static var acpi: Feature { Feature(rawValue: 22) }
  /// MMX: 64-bit integer SIMD on x87 registers.
  @inlinable static var mmx: Feature { Feature(rawValue: 23) }
  /// FXSR: FXSAVE/FXRSTOR and CR4.OSFXSR.
  @inlinable static var fxsr: Feature { Feature(rawValue: 24) }
  /// SSE: XMM registers, single precision SIMD.
  @inlinable static var sse: Feature { Feature(rawValue: 25) }
  /// SSE2: double precision and integer XMM SIMD.
  @inlinable static var sse2: Feature { Feature(rawValue: 26) }
  /// SS: CPU snoops its own cache on memory-type conflicts.
  @inlinable static var ss: Feature { Feature(rawValue: 27) }
  /// HTT: leaf 1 EBX[23:16] (logical processors per package) is meaningful.
  @inlinable static var htt: Feature { Feature(rawValue: 28) }
  /// TM1: automatic thermal throttling, first form.
  @inlinable static var tm1: Feature { Feature(rawValue: 29) }
  /// PBE: FERR#-style pending break wakeup.
  @inlinable static var pbe: Feature { Feature(rawValue: 31) }
  /// SSE3: third SSE generation.
  @inlinable static var sse3: Feature { Feature(rawValue: 32) }
  /// PCLMULQDQ: 64x64 carry-less multiply.
  @inlinable static var pclmulqdq: Feature { Feature(rawValue: 33) }
  /// DTES64: 64-bit layout of the debug store area.
  @inlinable static var dtes64: Feature { Feature(rawValue: 34) }
  /// MONITOR: MONITOR/MWAIT; makes leaf 5 meaningful.
  @inlinable static var monitor: Feature { Feature(rawValue: 35) }
  /// DSCPL: branch recording qualified by CPL.
  @inlinable static var dscpl: Feature { Feature(rawValue: 36) }
  /// VMX: VT-x.
  @inlinable static var vmx: Feature { Feature(rawValue: 37) }
  /// SMX: GETSEC / trusted execution.
  @inlinable static var smx: Feature { Feature(rawValue: 38) }
  /// EIST: OS-controlled P-states through PERF_CTL.
  @inlinable static var eist: Feature { Feature(rawValue: 39) }
  /// TM2: thermal throttling by frequency, second form.
  @inlinable static var tm2: Feature { Feature(rawValue: 40) }
  /// SSSE3: supplemental SSE3.
  @inlinable static var ssse3: Feature { Feature(rawValue: 41) }
  /// SDBG: silicon debug interface MSR.
  @inlinable static var sdbg: Feature { Feature(rawValue: 43) }
  /// FMA: 3-operand fused multiply-add.
  @inlinable static var fma: Feature { Feature(rawValue: 44) }
  /// CX16: 16-byte compare-exchange (64-bit mode).
  @inlinable static var cx16: Feature { Feature(rawValue: 45) }
  /// XTPR: software can stop task-priority messages on the bus.
  @inlinable static var xtpr: Feature { Feature(rawValue: 46) }
  /// PDCM: PERF_CAPABILITIES MSR exists (LBR format lives there).
  @inlinable static var pdcm: Feature { Feature(rawValue: 47) }
  /// PCID: TLB tagging with process-context ids.
  @inlinable static var pcid: Feature { Feature(rawValue: 49) }
  /// DCA: prefetch hints from devices; makes leaf 9 meaningful.
  @inlinable static var dca: Feature { Feature(rawValue: 50) }
  /// SSE4_1: SSE 4.1.
  @inlinable static var sse41: Feature { Feature(rawValue: 51) }
  /// SSE4_2: SSE 4.2 (string compare, CRC32).
  @inlinable static var sse42: Feature { Feature(rawValue: 52) }
  /// X2APIC: MSR-mode APIC with 32-bit ids.
  @inlinable static var x2apic: Feature { Feature(rawValue: 53) }
  /// MOVBE: byte-swapping load/store.
  @inlinable static var movbe: Feature { Feature(rawValue: 54) }
  /// POPCNT: population count.
  @inlinable static var popcnt: Feature { Feature(rawValue: 55) }
  /// TSC_DEADLINE: LAPIC timer mode armed with an absolute TSC value.
  @inlinable static var tscDeadline: Feature { Feature(rawValue: 56) }
  /// AESNI: AES round instructions.
  @inlinable static var aesni: Feature { Feature(rawValue: 57) }
  /// XSAVE: XSAVE family base set and XCR0.
  @inlinable static var xsave: Feature { Feature(rawValue: 58) }
  /// OSXSAVE: reflection of guest CR4.OSXSAVE, never stored in a policy.
  @inlinable static var osxsave: Feature { Feature(rawValue: 59) }
  /// AVX: 256-bit YMM registers.
  @inlinable static var avx: Feature { Feature(rawValue: 60) }
  /// F16C: half<->single precision conversion.
  @inlinable static var f16c: Feature { Feature(rawValue: 61) }
  /// RDRAND: hardware random number instruction.
  @inlinable static var rdrand: Feature { Feature(rawValue: 62) }
  /// HYPERVISOR: software bit: leaves at 0x40000000 may be probed.
  @inlinable static var hypervisor: Feature { Feature(rawValue: 63) }
  /// SYSCALL: fast system call pair (Intel: only reported in 64-bit mode).
  @inlinable static var syscall: Feature { Feature(rawValue: 75) }
  /// NX: no-execute page bit, EFER.NXE.
  @inlinable static var nx: Feature { Feature(rawValue: 84) }
  /// MMXEXT: AMD additions to MMX.
  @inlinable static var mmxext: Feature { Feature(rawValue: 86) }
  /// FFXSR: FXSAVE may skip XMM in CPL0 64-bit mode (EFER.FFXSE).
  @inlinable static var ffxsr: Feature { Feature(rawValue: 89) }
  /// PAGE1GB: 1G leaf pages.
  @inlinable static var page1gb: Feature { Feature(rawValue: 90) }
  /// RDTSCP: TSC read together with TSC_AUX.
  @inlinable static var rdtscp: Feature { Feature(rawValue: 91) }
  /// LM: 64-bit mode.
  @inlinable static var lm: Feature { Feature(rawValue: 93) }
  /// 3DNOWEXT: enhanced 3DNow! instructions.
  @inlinable static var threeDnowext: Feature { Feature(rawValue: 94) }
  /// 3DNOW: 3DNow! instructions.
  @inlinable static var threeDnow: Feature { Feature(rawValue: 95) }
  /// LAHF_LM: LAHF/SAHF usable in 64-bit mode.
  @inlinable static var lahfLm: Feature { Feature(rawValue: 96) }
  /// CMP_LEGACY: HTT counts cores rather than threads; 0x80000008 ECX counts are to be used.
  @inlinable static var cmpLegacy: Feature { Feature(rawValue: 97) }
  /// SVM: AMD virtualisation; makes 0x8000000a meaningful.
  @inlinable static var svm: Feature { Feature(rawValue: 98) }
  /// EXTAPIC: extra APIC register space (extended LVTs).
  @inlinable static var extapic: Feature { Feature(rawValue: 99) }
  /// CR8_LEGACY: MOV CR8 reachable with a LOCK prefix in 32-bit mode.
  @inlinable static var cr8Legacy: Feature { Feature(rawValue: 100) }
  /// ABM: LZCNT (and on AMD POPCNT grouping).
  @inlinable static var abm: Feature { Feature(rawValue: 101) }
  /// SSE4A: AMD-only EXTRQ/INSERTQ/MOVNTSS group.
  @inlinable static var sse4a: Feature { Feature(rawValue: 102) }
  /// MISALIGNSSE: MXCSR.MM relaxes SSE alignment checks.
  @inlinable static var misalignsse: Feature { Feature(rawValue: 103) }
  /// 3DNOWPREFETCH: PREFETCH/PREFETCHW.
  @inlinable static var threeDnowprefetch: Feature { Feature(rawValue: 104) }
  /// OSVW: OS visible workaround MSRs list errata.
  @inlinable static var osvw: Feature { Feature(rawValue: 105) }
  /// IBS: instruction-based sampling profiler; 0x8000001b.
  @inlinable static var ibs: Feature { Feature(rawValue: 106) }
  /// XOP: XOP-encoded SIMD.
  @inlinable static var xop: Feature { Feature(rawValue: 107) }
  /// SKINIT: secure launch instructions.
  @inlinable static var skinit: Feature { Feature(rawValue: 108) }
  /// WDT: northbridge watchdog timer.
  @inlinable static var wdt: Feature { Feature(rawValue: 109) }
  /// LWP: lightweight profiling (withdrawn); 0x8000001c.
  @inlinable static var lwp: Feature { Feature(rawValue: 111) }
  /// FMA4: 4-operand fused multiply-add.
  @inlinable static var fma4: Feature { Feature(rawValue: 112) }
  /// NODEID_MSR: NodeId MSR 0xc001100c.
  @inlinable static var nodeidMsr: Feature { Feature(rawValue: 115) }
  /// TBM: trailing-bit manipulation.
  @inlinable static var tbm: Feature { Feature(rawValue: 117) }
  /// TOPOEXT: leaves 0x8000001d/0x8000001e exist.
  @inlinable static var topoext: Feature { Feature(rawValue: 118) }
  /// DBEXT: breakpoint address-mask MSRs 0xc0011027/19-1b.
  @inlinable static var dbext: Feature { Feature(rawValue: 122) }
  /// MONITORX: user-mode monitor/wait pair.
  @inlinable static var monitorx: Feature { Feature(rawValue: 125) }
  /// ADDR_MSK_EXT: breakpoint address masks reach up to bit 31.
  @inlinable static var addrMskExt: Feature { Feature(rawValue: 126) }
  /// XSAVEOPT: XSAVEOPT skips unmodified state.
  @inlinable static var xsaveopt: Feature { Feature(rawValue: 128) }
  /// XSAVEC: compacted-format save.
  @inlinable static var xsavec: Feature { Feature(rawValue: 129) }
  /// XGETBV1: XGETBV ECX=1 reads in-use state.
  @inlinable static var xgetbv1: Feature { Feature(rawValue: 130) }
  /// XSAVES: supervisor-state save; IA32_XSS.
  @inlinable static var xsaves: Feature { Feature(rawValue: 131) }
  /// XFD: per-component disable with #NM on first use.
  @inlinable static var xfd: Feature { Feature(rawValue: 132) }
  /// FSGSBASE: FS/GS base access instructions.
  @inlinable static var fsgsbase: Feature { Feature(rawValue: 160) }
  /// TSC_ADJUST: per-thread TSC offset MSR 0x3b.
  @inlinable static var tscAdjust: Feature { Feature(rawValue: 161) }
  /// SGX: enclaves; makes leaf 0x12 meaningful.
  @inlinable static var sgx: Feature { Feature(rawValue: 162) }
  /// BMI1: ANDN/BEXTR/BLS*/TZCNT.
  @inlinable static var bmi1: Feature { Feature(rawValue: 163) }
  /// HLE: XACQUIRE/XRELEASE lock elision (withdrawn).
  @inlinable static var hle: Feature { Feature(rawValue: 164) }
  /// AVX2: 256-bit integer SIMD.
  @inlinable static var avx2: Feature { Feature(rawValue: 165) }
  /// FDP_EXCP_ONLY: x87 data pointer only updated on unmasked exceptions (behavioural fact, not a
  /// function).
  @inlinable static var fdpExcpOnly: Feature { Feature(rawValue: 166) }
  /// SMEP: kernel cannot execute user pages.
  @inlinable static var smep: Feature { Feature(rawValue: 167) }
  /// BMI2: PDEP/PEXT/MULX/shift-without-flags.
  @inlinable static var bmi2: Feature { Feature(rawValue: 168) }
  /// ERMS: REP MOVSB/STOSB fast for large sizes.
  @inlinable static var erms: Feature { Feature(rawValue: 169) }
  /// INVPCID: targeted TLB invalidation by PCID.
  @inlinable static var invpcid: Feature { Feature(rawValue: 170) }
  /// RTM: XBEGIN/XEND transactions.
  @inlinable static var rtm: Feature { Feature(rawValue: 171) }
  /// PQM: cache/bandwidth monitoring; leaf 0xf.
  @inlinable static var pqm: Feature { Feature(rawValue: 172) }
  /// NO_FPU_SEL: x87 CS/DS saved as zero (behavioural fact).
  @inlinable static var noFpuSel: Feature { Feature(rawValue: 173) }
  /// MPX: bounds registers (withdrawn).
  @inlinable static var mpx: Feature { Feature(rawValue: 174) }
  /// PQE: cache/bandwidth allocation; leaf 0x10.
  @inlinable static var pqe: Feature { Feature(rawValue: 175) }
  /// AVX512F: 512-bit registers and opmask.
  @inlinable static var avx512f: Feature { Feature(rawValue: 176) }
  /// AVX512DQ: AVX-512 dword/qword additions.
  @inlinable static var avx512dq: Feature { Feature(rawValue: 177) }
  /// RDSEED: entropy-source read.
  @inlinable static var rdseed: Feature { Feature(rawValue: 178) }
  /// ADX: dual-carry-chain add.
  @inlinable static var adx: Feature { Feature(rawValue: 179) }
  /// SMAP: kernel access to user pages faults unless AC set.
  @inlinable static var smap: Feature { Feature(rawValue: 180) }
  /// AVX512_IFMA: AVX-512 52-bit integer FMA.
  @inlinable static var avx512Ifma: Feature { Feature(rawValue: 181) }
  /// CLFLUSHOPT: weakly ordered line flush.
  @inlinable static var clflushopt: Feature { Feature(rawValue: 183) }
  /// CLWB: line write-back without evict.
  @inlinable static var clwb: Feature { Feature(rawValue: 184) }
  /// PROC_TRACE: processor trace; leaf 0x14.
  @inlinable static var procTrace: Feature { Feature(rawValue: 185) }
  /// AVX512PF: Xeon Phi gather/scatter prefetch.
  @inlinable static var avx512pf: Feature { Feature(rawValue: 186) }
  /// AVX512ER: Xeon Phi exponential/reciprocal.
  @inlinable static var avx512er: Feature { Feature(rawValue: 187) }
  /// AVX512CD: AVX-512 conflict detection.
  @inlinable static var avx512cd: Feature { Feature(rawValue: 188) }
  /// SHA: SHA-1/SHA-256 rounds.
  @inlinable static var sha: Feature { Feature(rawValue: 189) }
  /// AVX512BW: AVX-512 byte/word; 64-bit masks.
  @inlinable static var avx512bw: Feature { Feature(rawValue: 190) }
  /// AVX512VL: AVX-512 on 128/256-bit vectors.
  @inlinable static var avx512vl: Feature { Feature(rawValue: 191) }
  /// PREFETCHWT1: Xeon Phi write-intent prefetch to L2.
  @inlinable static var prefetchwt1: Feature { Feature(rawValue: 192) }
  /// AVX512_VBMI: AVX-512 byte permutes.
  @inlinable static var avx512Vbmi: Feature { Feature(rawValue: 193) }
  /// UMIP: SGDT/SIDT/SLDT/STR/SMSW privileged via CR4.UMIP.
  @inlinable static var umip: Feature { Feature(rawValue: 194) }
  /// PKU: user-page protection keys, CR4.PKE, PKRU.
  @inlinable static var pku: Feature { Feature(rawValue: 195) }
  /// OSPKE: reflection of guest CR4.PKE, never stored in a policy.
  @inlinable static var ospke: Feature { Feature(rawValue: 196) }
  /// WAITPKG: user-mode address monitor, wait and timed pause.
  @inlinable static var waitpkg: Feature { Feature(rawValue: 197) }
  /// AVX512_VBMI2: AVX-512 byte/word compress and shift-concat.
  @inlinable static var avx512Vbmi2: Feature { Feature(rawValue: 198) }
  /// CET_SS: hardware shadow stacks.
  @inlinable static var cetSs: Feature { Feature(rawValue: 199) }
  /// GFNI: GF(2^8) arithmetic.
  @inlinable static var gfni: Feature { Feature(rawValue: 200) }
  /// VAES: vector AES.
  @inlinable static var vaes: Feature { Feature(rawValue: 201) }
  /// VPCLMULQDQ: vector carry-less multiply.
  @inlinable static var vpclmulqdq: Feature { Feature(rawValue: 202) }
  /// AVX512_VNNI: AVX-512 int8/int16 dot products.
  @inlinable static var avx512Vnni: Feature { Feature(rawValue: 203) }
  /// AVX512_BITALG: AVX-512 byte/word popcount and bit shuffle.
  @inlinable static var avx512Bitalg: Feature { Feature(rawValue: 204) }
  /// TME: whole-memory encryption MSRs.
  @inlinable static var tme: Feature { Feature(rawValue: 205) }
  /// AVX512_VPOPCNTDQ: AVX-512 dword/qword popcount.
  @inlinable static var avx512Vpopcntdq: Feature { Feature(rawValue: 206) }
  /// LA57: 5-level paging.
  @inlinable static var la57: Feature { Feature(rawValue: 208) }
  /// RDPID: read TSC_AUX only.
  @inlinable static var rdpid: Feature { Feature(rawValue: 214) }
  /// BLD: #DB on bus lock.
  @inlinable static var bld: Feature { Feature(rawValue: 216) }
  /// CLDEMOTE: hint to push a line outward.
  @inlinable static var cldemote: Feature { Feature(rawValue: 217) }
  /// MOVDIRI: direct 4/8-byte store.
  @inlinable static var movdiri: Feature { Feature(rawValue: 219) }
  /// MOVDIR64B: direct 64-byte store.
  @inlinable static var movdir64b: Feature { Feature(rawValue: 220) }
  /// ENQCMD: enqueue commands with PASID.
  @inlinable static var enqcmd: Feature { Feature(rawValue: 221) }
  /// SGX_LC: launch-key MSRs writable.
  @inlinable static var sgxLc: Feature { Feature(rawValue: 222) }
  /// PKS: supervisor-page protection keys.
  @inlinable static var pks: Feature { Feature(rawValue: 223) }
  /// HW_PSTATE: P-state control MSRs.
  @inlinable static var hwPstate: Feature { Feature(rawValue: 231) }
  /// ITSC: TSC rate constant over P/C/T states.
  @inlinable static var itsc: Feature { Feature(rawValue: 232) }
  /// CPB: core performance boost.
  @inlinable static var cpb: Feature { Feature(rawValue: 233) }
  /// EFRO: read-only APERF/MPERF aliases.
  @inlinable static var efro: Feature { Feature(rawValue: 234) }
  /// CLZERO: zero a cache line.
  @inlinable static var clzero: Feature { Feature(rawValue: 256) }
  /// RSTR_FP_ERR_PTRS: x87 error pointers always saved and restored.
  @inlinable static var rstrFpErrPtrs: Feature { Feature(rawValue: 258) }
  /// WBNOINVD: write back caches without invalidating.
  @inlinable static var wbnoinvd: Feature { Feature(rawValue: 265) }
  /// IBPB: PRED_CMD.IBPB exists, on its own.
  @inlinable static var ibpb: Feature { Feature(rawValue: 268) }
  /// IBRS: SPEC_CTRL.IBRS exists.
  @inlinable static var ibrs: Feature { Feature(rawValue: 270) }
  /// AMD_STIBP: SPEC_CTRL.STIBP exists.
  @inlinable static var amdStibp: Feature { Feature(rawValue: 271) }
  /// IBRS_ALWAYS: recommendation: leave IBRS on.
  @inlinable static var ibrsAlways: Feature { Feature(rawValue: 272) }
  /// STIBP_ALWAYS: recommendation: leave STIBP on.
  @inlinable static var stibpAlways: Feature { Feature(rawValue: 273) }
  /// IBRS_FAST: recommendation: IBRS rather than software mitigations.
  @inlinable static var ibrsFast: Feature { Feature(rawValue: 274) }
  /// IBRS_SAME_MODE: IBRS also isolates within one mode.
  @inlinable static var ibrsSameMode: Feature { Feature(rawValue: 275) }
  /// NO_LMSL: EFER.LMSLE is gone (absence bit).
  @inlinable static var noLmsl: Feature { Feature(rawValue: 276) }
  /// AMD_PPIN: inventory-number MSRs.
  @inlinable static var amdPpin: Feature { Feature(rawValue: 279) }
  /// AMD_SSBD: SPEC_CTRL.SSBD exists.
  @inlinable static var amdSsbd: Feature { Feature(rawValue: 280) }
  /// VIRT_SSBD: VIRT_SPEC_CTRL.SSBD provided by the hypervisor.
  @inlinable static var virtSsbd: Feature { Feature(rawValue: 281) }
  /// SSB_NO: not affected by speculative store bypass.
  @inlinable static var ssbNo: Feature { Feature(rawValue: 282) }
  /// CPPC: collaborative performance control MSRs.
  @inlinable static var cppc: Feature { Feature(rawValue: 283) }
  /// PSFD: SPEC_CTRL.PSFD exists.
  @inlinable static var psfd: Feature { Feature(rawValue: 284) }
  /// BTC_NO: not affected by branch type confusion.
  @inlinable static var btcNo: Feature { Feature(rawValue: 285) }
  /// IBPB_RET: IBPB also clears return predictions.
  @inlinable static var ibpbRet: Feature { Feature(rawValue: 286) }
  /// SGX_KEYS: enclave attestation services.
  @inlinable static var sgxKeys: Feature { Feature(rawValue: 289) }
  /// AVX512_4VNNIW: Xeon Phi 4-iteration dot product.
  @inlinable static var avx5124vnniw: Feature { Feature(rawValue: 290) }
  /// AVX512_4FMAPS: Xeon Phi 4-iteration FMA.
  @inlinable static var avx5124fmaps: Feature { Feature(rawValue: 291) }
  /// FSRM: short REP MOVSB is fast.
  @inlinable static var fsrm: Feature { Feature(rawValue: 292) }
  /// UINTR: interrupts delivered straight to ring 3.
  @inlinable static var uintr: Feature { Feature(rawValue: 293) }
  /// AVX512_VP2INTERSECT: AVX-512 pairwise intersection.
  @inlinable static var avx512Vp2intersect: Feature { Feature(rawValue: 296) }
  /// SRBDS_CTRL: RNG buffer mitigation control in MCU_OPT_CTRL.
  @inlinable static var srbdsCtrl: Feature { Feature(rawValue: 297) }
  /// MD_CLEAR: VERW scrubs buffers against MDS.
  @inlinable static var mdClear: Feature { Feature(rawValue: 298) }
  /// RTM_ALWAYS_ABORT: transactions always abort; Xen's guest meaning is that XBEGIN does not
  /// fault.
  @inlinable static var rtmAlwaysAbort: Feature { Feature(rawValue: 299) }
  /// TSX_FORCE_ABORT: TSX_FORCE_ABORT MSR exists.
  @inlinable static var tsxForceAbort: Feature { Feature(rawValue: 301) }
  /// SERIALIZE: architectural serialising instruction.
  @inlinable static var serialize: Feature { Feature(rawValue: 302) }
  /// HYBRID: mixed core types in the package.
  @inlinable static var hybrid: Feature { Feature(rawValue: 303) }
  /// TSXLDTRK: suspend/resume TSX read tracking.
  @inlinable static var tsxldtrk: Feature { Feature(rawValue: 304) }
  /// PCONFIG: platform configuration instruction.
  @inlinable static var pconfig: Feature { Feature(rawValue: 306) }
  /// ARCH_LBR: architectural LBR; leaf 0x1c.
  @inlinable static var archLbr: Feature { Feature(rawValue: 307) }
  /// CET_IBT: indirect-branch landing pads.
  @inlinable static var cetIbt: Feature { Feature(rawValue: 308) }
  /// AMX_BF16: tile bfloat16 multiply.
  @inlinable static var amxBf16: Feature { Feature(rawValue: 310) }
  /// AVX512_FP16: AVX-512 half precision arithmetic.
  @inlinable static var avx512Fp16: Feature { Feature(rawValue: 311) }
  /// AMX_TILE: tile registers and loads.
  @inlinable static var amxTile: Feature { Feature(rawValue: 312) }
  /// AMX_INT8: tile int8 multiply.
  @inlinable static var amxInt8: Feature { Feature(rawValue: 313) }
  /// IBRSB: SPEC_CTRL.IBRS and PRED_CMD.IBPB exist.
  @inlinable static var ibrsb: Feature { Feature(rawValue: 314) }
  /// STIBP: SPEC_CTRL.STIBP exists.
  @inlinable static var stibp: Feature { Feature(rawValue: 315) }
  /// L1D_FLUSH: FLUSH_CMD L1D flush.
  @inlinable static var l1dFlush: Feature { Feature(rawValue: 316) }
  /// ARCH_CAPS: ARCH_CAPABILITIES MSR exists (words 16/17 valid).
  @inlinable static var archCaps: Feature { Feature(rawValue: 317) }
  /// CORE_CAPS: CORE_CAPABILITIES MSR exists.
  @inlinable static var coreCaps: Feature { Feature(rawValue: 318) }
  /// SSBD: SPEC_CTRL.SSBD exists.
  @inlinable static var ssbd: Feature { Feature(rawValue: 319) }
  /// SHA512: SHA-512 rounds.
  @inlinable static var sha512: Feature { Feature(rawValue: 320) }
  /// SM3: SM3 hash.
  @inlinable static var sm3: Feature { Feature(rawValue: 321) }
  /// SM4: SM4 cipher.
  @inlinable static var sm4: Feature { Feature(rawValue: 322) }
  /// AVX_VNNI: VEX-encoded int8/int16 dot products.
  @inlinable static var avxVnni: Feature { Feature(rawValue: 324) }
  /// AVX512_BF16: AVX-512 bfloat16 dot product and convert.
  @inlinable static var avx512Bf16: Feature { Feature(rawValue: 325) }
  /// LASS: kernel/user split enforced on linear address bit 63.
  @inlinable static var lass: Feature { Feature(rawValue: 326) }
  /// CMPCCXADD: compare-and-conditionally-add.
  @inlinable static var cmpccxadd: Feature { Feature(rawValue: 327) }
  /// ARCH_PERF_MON: leaf 0x23 describes performance monitoring.
  @inlinable static var archPerfMon: Feature { Feature(rawValue: 328) }
  /// FZRM: zero-length REP MOVSB is fast.
  @inlinable static var fzrm: Feature { Feature(rawValue: 330) }
  /// FSRS: short REP STOSB is fast.
  @inlinable static var fsrs: Feature { Feature(rawValue: 331) }
  /// FSRCS: short REP CMPSB/SCASB is fast.
  @inlinable static var fsrcs: Feature { Feature(rawValue: 332) }
  /// FRED: new event delivery scheme.
  @inlinable static var fred: Feature { Feature(rawValue: 337) }
  /// LKGS: load kernel-view GS base by selector.
  @inlinable static var lkgs: Feature { Feature(rawValue: 338) }
  /// WRMSRNS: non-serialising MSR write.
  @inlinable static var wrmsrns: Feature { Feature(rawValue: 339) }
  /// NMI_SRC: NMI source bitmap with FRED.
  @inlinable static var nmiSrc: Feature { Feature(rawValue: 340) }
  /// AMX_FP16: tile half precision multiply.
  @inlinable static var amxFp16: Feature { Feature(rawValue: 341) }
  /// AVX_IFMA: VEX-encoded 52-bit integer FMA.
  @inlinable static var avxIfma: Feature { Feature(rawValue: 343) }
  /// LAM: untranslated upper pointer bits.
  @inlinable static var lam: Feature { Feature(rawValue: 346) }
  /// MSRLIST: batched MSR access.
  @inlinable static var msrlist: Feature { Feature(rawValue: 347) }
  /// NO_INVD: INVD faults after BIOS is done.
  @inlinable static var noInvd: Feature { Feature(rawValue: 350) }
  /// MOVRS: load with read-shared hint.
  @inlinable static var movrs: Feature { Feature(rawValue: 351) }
  /// NO_NEST_BP: data breakpoints do not nest.
  @inlinable static var noNestBp: Feature { Feature(rawValue: 352) }
  /// FS_GS_NS: FS/GS base and KERNEL_GS_BASE writes do not serialise.
  @inlinable static var fsGsNs: Feature { Feature(rawValue: 353) }
  /// LFENCE_DISPATCH: LFENCE always waits for older instructions.
  @inlinable static var lfenceDispatch: Feature { Feature(rawValue: 354) }
  /// VERW_CLEAR: VERW scrubs buffers against TSA.
  @inlinable static var verwClear: Feature { Feature(rawValue: 357) }
  /// NSCB: segment base and limit become 0 on a null load.
  @inlinable static var nscb: Feature { Feature(rawValue: 358) }
  /// AUTO_IBRS: EFER.AIBRSE applies IBRS automatically.
  @inlinable static var autoIbrs: Feature { Feature(rawValue: 360) }
  /// AMD_FSRS: short REP STOSB is fast.
  @inlinable static var amdFsrs: Feature { Feature(rawValue: 362) }
  /// AMD_FSRC: short REP CMPSB is fast.
  @inlinable static var amdFsrc: Feature { Feature(rawValue: 363) }
  /// CPUID_USER_DIS: CPUID at CPL3 can be made to fault (HWCR).
  @inlinable static var cpuidUserDis: Feature { Feature(rawValue: 369) }
  /// EPSF: predictive store forwarding is the enhanced form.
  @inlinable static var epsf: Feature { Feature(rawValue: 370) }
  /// FSRSC: short REP SCASB is fast.
  @inlinable static var fsrsc: Feature { Feature(rawValue: 371) }
  /// AMD_PREFETCHI: code prefetch hints.
  @inlinable static var amdPrefetchi: Feature { Feature(rawValue: 372) }
  /// AVX512_BMM: AVX-512 bit-matrix operations.
  @inlinable static var avx512Bmm: Feature { Feature(rawValue: 375) }
  /// SBPB: PRED_CMD.SBPB exists.
  @inlinable static var sbpb: Feature { Feature(rawValue: 379) }
  /// IBPB_BRTYPE: IBPB also drops branch-type predictions.
  @inlinable static var ibpbBrtype: Feature { Feature(rawValue: 380) }
  /// SRSO_NO: not affected by speculative return stack overflow.
  @inlinable static var srsoNo: Feature { Feature(rawValue: 381) }
  /// SRSO_US_NO: SRSO does not cross user/kernel.
  @inlinable static var srsoUsNo: Feature { Feature(rawValue: 382) }
  /// SRSO_MSR_FIX: BP_CFG.BP_SPEC_REDUCE exists.
  @inlinable static var srsoMsrFix: Feature { Feature(rawValue: 383) }
  /// INTEL_PPIN: inventory-number MSRs.
  @inlinable static var intelPpin: Feature { Feature(rawValue: 384) }
  /// INTEL_PSFD: SPEC_CTRL.PSFD exists.
  @inlinable static var intelPsfd: Feature { Feature(rawValue: 416) }
  /// IPRED_CTRL: SPEC_CTRL indirect-predictor disable bits.
  @inlinable static var ipredCtrl: Feature { Feature(rawValue: 417) }
  /// RRSBA_CTRL: SPEC_CTRL RRSBA disable bits.
  @inlinable static var rrsbaCtrl: Feature { Feature(rawValue: 418) }
  /// DDP_CTRL: SPEC_CTRL data-dependent prefetcher disable bit.
  @inlinable static var ddpCtrl: Feature { Feature(rawValue: 419) }
  /// BHI_CTRL: SPEC_CTRL branch-history supervisor disable bit.
  @inlinable static var bhiCtrl: Feature { Feature(rawValue: 420) }
  /// MCDT_NO: no MXCSR-configuration-dependent timing.
  @inlinable static var mcdtNo: Feature { Feature(rawValue: 421) }
  /// UC_LOCK_DIS: uncacheable locked access can be made to fault.
  @inlinable static var ucLockDis: Feature { Feature(rawValue: 422) }
  /// AVX_VNNI_INT8: VEX dot products for more int8 sign combinations.
  @inlinable static var avxVnniInt8: Feature { Feature(rawValue: 484) }
  /// AVX_NE_CONVERT: VEX bfloat16/half conversions.
  @inlinable static var avxNeConvert: Feature { Feature(rawValue: 485) }
  /// AMX_COMPLEX: tile complex multiply.
  @inlinable static var amxComplex: Feature { Feature(rawValue: 488) }
  /// AVX_VNNI_INT16: VEX dot products for more int16 sign combinations.
  @inlinable static var avxVnniInt16: Feature { Feature(rawValue: 490) }
  /// PREFETCHI: code prefetch hints.
  @inlinable static var prefetchi: Feature { Feature(rawValue: 494) }
  /// UIRET_UIF: UIRET takes UIF from the stack.
  @inlinable static var uiretUif: Feature { Feature(rawValue: 497) }
  /// CET_SSS: supervisor shadow stacks safe against premature busy state.
  @inlinable static var cetSss: Feature { Feature(rawValue: 498) }
  /// APX_F: advanced performance extensions, foundation: sixteen more general registers (XCR0 bit
  /// 19).
  @inlinable static var apxF: Feature { Feature(rawValue: 501) }
  /// SLSM: cores can run in lockstep.
  @inlinable static var slsm: Feature { Feature(rawValue: 504) }
  /// RDCL_NO: not affected by Meltdown.
  @inlinable static var rdclNo: Feature { Feature(rawValue: 512) }
  /// EIBRS: IBRS may be left set (enhanced form).
  @inlinable static var eibrs: Feature { Feature(rawValue: 513) }
  /// RSBA: on RSB underflow other predictors are used, so retpoline is unsafe.
  @inlinable static var rsba: Feature { Feature(rawValue: 514) }
  /// SKIP_L1DFL: nested hypervisor need not flush L1D.
  @inlinable static var skipL1dfl: Feature { Feature(rawValue: 515) }
  /// INTEL_SSB_NO: not affected by speculative store bypass.
  @inlinable static var intelSsbNo: Feature { Feature(rawValue: 516) }
  /// MDS_NO: not affected by MDS.
  @inlinable static var mdsNo: Feature { Feature(rawValue: 517) }
  /// IF_PSCHANGE_MC_NO: no machine check on page-size change under fetch.
  @inlinable static var ifPschangeMcNo: Feature { Feature(rawValue: 518) }
  /// TSX_CTRL: TSX_CTRL MSR exists.
  @inlinable static var tsxCtrl: Feature { Feature(rawValue: 519) }
  /// TAA_NO: not affected by TSX async abort.
  @inlinable static var taaNo: Feature { Feature(rawValue: 520) }
  /// MCU_CTRL: MCU_CONTROL MSR exists.
  @inlinable static var mcuCtrl: Feature { Feature(rawValue: 521) }
  /// MISC_PKG_CTRL: MISC_PACKAGE_CTLS MSR exists.
  @inlinable static var miscPkgCtrl: Feature { Feature(rawValue: 522) }
  /// ENERGY_FILTERING: energy reporting filter can be set.
  @inlinable static var energyFiltering: Feature { Feature(rawValue: 523) }
  /// DOITM: data operand independent timing control exists.
  @inlinable static var doitm: Feature { Feature(rawValue: 524) }
  /// SBDR_SSDP_NO: not affected by shared-buffer or sideband stale data.
  @inlinable static var sbdrSsdpNo: Feature { Feature(rawValue: 525) }
  /// FBSDP_NO: not affected by fill-buffer stale data.
  @inlinable static var fbsdpNo: Feature { Feature(rawValue: 526) }
  /// PSDP_NO: not affected by primary stale data.
  @inlinable static var psdpNo: Feature { Feature(rawValue: 527) }
  /// MCU_EXT: microcode status/enumeration MSRs exist.
  @inlinable static var mcuExt: Feature { Feature(rawValue: 528) }
  /// FB_CLEAR: VERW scrubs fill buffers.
  @inlinable static var fbClear: Feature { Feature(rawValue: 529) }
  /// FB_CLEAR_CTRL: fill-buffer scrub can be disabled.
  @inlinable static var fbClearCtrl: Feature { Feature(rawValue: 530) }
  /// RRSBA: RSBA behaviour restricted by eIBRS mode.
  @inlinable static var rrsba: Feature { Feature(rawValue: 531) }
  /// BHI_NO: not affected by branch history injection.
  @inlinable static var bhiNo: Feature { Feature(rawValue: 532) }
  /// XAPIC_STATUS: MSR tells whether legacy xAPIC is locked out.
  @inlinable static var xapicStatus: Feature { Feature(rawValue: 533) }
  /// OVRCLK_STATUS: overclocking status MSR exists.
  @inlinable static var ovrclkStatus: Feature { Feature(rawValue: 535) }
  /// PBRSB_NO: not affected by post-barrier RSB prediction.
  @inlinable static var pbrsbNo: Feature { Feature(rawValue: 536) }
  /// GDS_CTRL: gather mitigation can be disabled or locked.
  @inlinable static var gdsCtrl: Feature { Feature(rawValue: 537) }
  /// GDS_NO: not affected by gather data sampling.
  @inlinable static var gdsNo: Feature { Feature(rawValue: 538) }
  /// RFDS_NO: not affected by register-file data sampling.
  @inlinable static var rfdsNo: Feature { Feature(rawValue: 539) }
  /// RFDS_CLEAR: VERW scrubs register files.
  @inlinable static var rfdsClear: Feature { Feature(rawValue: 540) }
  /// IGN_UMONITOR: UMONITOR can be ignored.
  @inlinable static var ignUmonitor: Feature { Feature(rawValue: 541) }
  /// MON_UMON_MITG: MONITOR/UMONITOR mitigation control.
  @inlinable static var monUmonMitg: Feature { Feature(rawValue: 542) }
  /// PB_OPT_CTRL: PB_OPT_CTRL MSR with alternative IBPB.
  @inlinable static var pbOptCtrl: Feature { Feature(rawValue: 544) }
  /// ITS_NO: not affected by indirect target selection.
  @inlinable static var itsNo: Feature { Feature(rawValue: 574) }
  /// TSA_SQ_NO: not affected by store-queue transient scheduler attack.
  @inlinable static var tsaSqNo: Feature { Feature(rawValue: 577) }
  /// TSA_L1_NO: not affected by L1D transient scheduler attack.
  @inlinable static var tsaL1No: Feature { Feature(rawValue: 578) }
}
