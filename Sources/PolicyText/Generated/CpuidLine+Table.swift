// SPDX-License-Identifier: Apache-2.0
// Generated from the tables in ABI/ by `make generate`. Do not edit: change the table.
// swift-format-ignore-file
enum CpuidLineTable {
  /// Leaf of the heading, the line, and the place of its bit.
  static let rows: StaticString = """
0x00000001~PNI/SSE3: Prescott New Instructions~320x00000001~PCLMULDQ instruction~33\
0x00000001~DTES64: 64-bit debug store~340x00000001~MONITOR/MWAIT~35\
0x00000001~CPL-qualified debug store~360x00000001~VMX: virtual machine extensions~37\
0x00000001~SMX: safer mode extensions~380x00000001~Enhanced Intel SpeedStep Technology~39\
0x00000001~TM2: thermal monitor 2~400x00000001~SSSE3 extensions~41\
0x00000001~context ID: adaptive or shared L1 data~420x00000001~SDBG: IA32_DEBUG_INTERFACE~43\
0x00000001~FMA instruction~440x00000001~CMPXCHG16B instruction~450x00000001~xTPR disable~46\
0x00000001~PDCM: perfmon and debug~470x00000001~PCID: process context identifiers~49\
0x00000001~DCA: direct cache access~500x00000001~SSE4.1 extensions~51\
0x00000001~SSE4.2 extensions~520x00000001~x2APIC: extended xAPIC support~53\
0x00000001~MOVBE instruction~540x00000001~POPCNT instruction~55\
0x00000001~time stamp counter deadline~560x00000001~AES instruction~57\
0x00000001~XSAVE/XSTOR states~580x00000001~OS-enabled XSAVE/XSTOR~59\
0x00000001~AVX: advanced vector extensions~600x00000001~F16C half-precision convert instruction~61\
0x00000001~RDRAND instruction~620x00000001~hypervisor guest status~630x00000001~x87 FPU on chip~0\
0x00000001~VME: virtual-8086 mode enhancement~10x00000001~DE: debugging extensions~2\
0x00000001~PSE: page size extensions~30x00000001~TSC: time stamp counter~4\
0x00000001~RDMSR and WRMSR support~50x00000001~PAE: physical address extensions~6\
0x00000001~MCE: machine check exception~70x00000001~CMPXCHG8B inst.~80x00000001~APIC on chip~9\
0x00000001~SYSENTER and SYSEXIT~110x00000001~MTRR: memory type range registers~12\
0x00000001~PTE global bit~130x00000001~MCA: machine check architecture~14\
0x00000001~CMOV: conditional move/compare instr~150x00000001~PAT: page attribute table~16\
0x00000001~PSE-36: page size extension~170x00000001~PSN: processor serial number~18\
0x00000001~CLFLUSH instruction~190x00000001~DS: debug store~21\
0x00000001~ACPI: thermal monitor and clock ctrl~220x00000001~MMX Technology~23\
0x00000001~FXSAVE/FXRSTOR~240x00000001~SSE extensions~250x00000001~SSE2 extensions~26\
0x00000001~SS: self snoop~270x00000001~hyper-threading / multi-core supported~28\
0x00000001~TM: therm. monitor~290x00000001~IA64~300x00000001~PBE: pending break event~31\
0x00000006~digital thermometer~0x6.eax.00x00000006~Intel Turbo Boost Technology~0x6.eax.1\
0x00000006~ARAT always running APIC timer~0x6.eax.2\
0x00000006~PLN power limit notification~0x6.eax.4\
0x00000006~ECMD extended clock modulation duty~0x6.eax.5\
0x00000006~PTM package thermal management~0x6.eax.60x00000006~HWP base registers~0x6.eax.7\
0x00000006~HWP notification~0x6.eax.80x00000006~HWP activity window~0x6.eax.9\
0x00000006~HWP energy performance preference~0x6.eax.10\
0x00000006~HWP package level request~0x6.eax.110x00000006~HDC base registers~0x6.eax.13\
0x00000006~Intel Turbo Boost Max Technology 3.0~0x6.eax.140x00000006~HWP capabilities~0x6.eax.15\
0x00000006~HWP PECI override~0x6.eax.160x00000006~flexible HWP~0x6.eax.17\
0x00000006~IA32_HWP_REQUEST MSR fast access mode~0x6.eax.18\
0x00000006~HW_FEEDBACK MSRs supported~0x6.eax.19\
0x00000006~ignoring idle logical processor HWP req~0x6.eax.20\
0x00000006~IA32_HWP_CTL MSR supported~0x6.eax.220x00000006~Thread Director~0x6.eax.23\
0x00000006~enhanced hardware feedback interface~0x6.eax.23\
0x00000006~IA32_HW_FEEDBACK_THREAD_CONFIG bit 25~0x6.eax.24\
0x00000006~hardware coordination feedback~0x6.ecx.00x00000006~ACNT2 available~0x6.ecx.1\
0x00000006~performance-energy bias capability~0x6.ecx.3\
0x00000007~FSGSBASE instructions~1600x00000007~IA32_TSC_ADJUST MSR supported~161\
0x00000007~SGX: Software Guard Extensions supported~1620x00000007~BMI1 instructions~163\
0x00000007~HLE hardware lock elision~1640x00000007~AVX2: advanced vector extensions 2~165\
0x00000007~FDP_EXCPTN_ONLY~1660x00000007~SMEP supervisor mode exec protection~167\
0x00000007~BMI2 instructions~1680x00000007~enhanced REP MOVSB/STOSB~169\
0x00000007~INVPCID instruction~1700x00000007~RTM: restricted transactional memory~171\
0x00000007~RDT-CMT/PQoS cache monitoring~1720x00000007~deprecated FPU CS/DS~173\
0x00000007~MPX: intel memory protection extensions~1740x00000007~RDT-CAT/PQE cache allocation~175\
0x00000007~AVX512F: AVX-512 foundation instructions~176\
0x00000007~AVX512DQ: double & quadword instructions~1770x00000007~RDSEED instruction~178\
0x00000007~ADX instructions~1790x00000007~SMAP: supervisor mode access prevention~180\
0x00000007~AVX512IFMA: fused multiply add~1810x00000007~AVX512IFMA: integer fused multiply add~181\
0x00000007~PCOMMIT instruction~1820x00000007~CLFLUSHOPT instruction~183\
0x00000007~CLWB instruction~1840x00000007~Intel processor trace~185\
0x00000007~AVX512PF: prefetch instructions~1860x00000007~AVX512ER: exponent & reciprocal instrs~187\
0x00000007~AVX512CD: conflict detection instrs~1880x00000007~SHA instructions~189\
0x00000007~AVX512BW: byte & word instructions~1900x00000007~AVX512VL: vector length~191\
0x00000007~PREFETCHWT1~1920x00000007~AVX512VBMI: vector byte manipulation~193\
0x00000007~UMIP: user-mode instruction prevention~194\
0x00000007~PKU protection keys for user-mode~1950x00000007~OSPKE CR4.PKE and RDPKRU/WRPKRU~196\
0x00000007~WAITPKG instructions~1970x00000007~AVX512_VBMI2: byte VPCOMPRESS, VPEXPAND~198\
0x00000007~CET_SS: CET shadow stack~1990x00000007~GFNI: Galois Field New Instructions~200\
0x00000007~VAES instructions~2010x00000007~VPCLMULQDQ instruction~202\
0x00000007~AVX512_VNNI: neural network instructions~203\
0x00000007~AVX512_BITALG: bit count/shiffle~2040x00000007~TME: Total Memory Encryption~205\
0x00000007~AVX512: VPOPCNTDQ instruction~2060x00000007~5-level paging~208\
0x00000007~LA57: 57-bit addrs & 5-level paging~2080x00000007~RDPID: read processor D supported~214\
0x00000007~RDPID: read processor ID supported~2140x00000007~KL: key locker~215\
0x00000007~bus lock detection~2160x00000007~CLDEMOTE supports cache line demote~217\
0x00000007~MOVDIRI instruction~2190x00000007~MOVDIR64B instruction~220\
0x00000007~ENQCMD instruction~2210x00000007~SGX_LC: SGX launch config supported~222\
0x00000007~PKS: supervisor protection keys~2230x00000007~SGX-KEYS: SGX attestation services~289\
0x00000007~AVX512_4VNNIW: neural network instrs~290\
0x00000007~AVX512_4FMAPS: multiply acc single prec~2910x00000007~fast short REP MOV~292\
0x00000007~fast short REP MOVSB~2920x00000007~UINTR: user interrupts~293\
0x00000007~AVX512_VP2INTERSECT: intersect mask regs~296\
0x00000007~IA32_MCU_OPT_CTRL SRBDS mitigation MSR~2970x00000007~SRBDS mitigation MSR available~297\
0x00000007~VERW MD_CLEAR microcode support~2980x00000007~RTM transaction always aborts~299\
0x00000007~IA32_TSX_FORCE_ABORT MSR~3010x00000007~SERIALIZE instruction~302\
0x00000007~hybrid part~3030x00000007~TSXLDTRK: TSX suspend load addr tracking~304\
0x00000007~PCONFIG instruction~3060x00000007~LBR: architectural last branch records~307\
0x00000007~CET_IBT: CET indirect branch tracking~3080x00000007~AMX-BF16: tile bfloat16 support~310\
0x00000007~AVX512_FP16: fp16 support~3110x00000007~AMX-TILE: tile architecture support~312\
0x00000007~AMX-INT8: tile 8-bit integer support~313\
0x00000007~IBRS/IBPB: indirect branch restrictions~314\
0x00000007~STIBP: 1 thr indirect branch predictor~3150x00000007~L1D_FLUSH: IA32_FLUSH_CMD MSR~316\
0x00000007~IA32_ARCH_CAPABILITIES MSR~3170x00000007~IA32_CORE_CAPABILITIES MSR~318\
0x00000007~SSBD: speculative store bypass disable~3190x00000007~SHA512 instructions~320\
0x00000007~SM3 instructions~3210x00000007~SM4 instructions~322\
0x00000007~RAO-INT atomic instructions~3230x00000007~AVX-VNNI: AVX VNNI neural network instrs~324\
0x00000007~AVX512_BF16: bfloat16 instructions~325\
0x00000007~LASS: linear address space separation~3260x00000007~CMPccXADD instructions~327\
0x00000007~ArchPerfmonExt is valid~3280x00000007~ArchPerfmonExt leaf 0x23 is valid~328\
0x00000007~fast zero-length MOVSB~3300x00000007~fast zero-length REP MOVSB~330\
0x00000007~zero-length MOVSB~3300x00000007~fast short REP STOSB~3310x00000007~fast short STOSB~331\
0x00000007~fast short CMPSB, SCASB~3320x00000007~fast short REP CMPSB, REP SCASB~332\
0x00000007~FRED transitions & MSRs~3370x00000007~LKGS instruction~338\
0x00000007~WRMSRNS instruction~3390x00000007~NMI-source reporting~340\
0x00000007~AMX-FP16: FP16 tile operations~3410x00000007~HRESET: history reset support~342\
0x00000007~AVX-IFMA: integer fused multiply add~3430x00000007~LAM: linear address masking~346\
0x00000007~RDMSRLIST, WRMSRLIST instructions~3470x00000007~INVD prevention after BIOS done~350\
0x00000007~MOVRS instructions~3510x00000007~IA32_PPIN & IA32_PPIN_CTL MSRs supported~384\
0x00000007~PBNDKB instruction~3850x00000007~IA32_MISC_ENABLE cannot limit CPUID max~387\
0x00000007~asymmetric RDT-M monitoring~4480x00000007~asymmetric RDT-A allocation~449\
0x00000007~RDMSR/WRMSRNS immediates supported~4530x00000007~AVX-VNNI-INT8 instructions~484\
0x00000007~AVX-NE-CONVERT instructions~4850x00000007~AMX-COMPLEX instructions~488\
0x00000007~AVX-VNNI-INT16 instructions~4900x00000007~user-timer events~493\
0x00000007~PREFETCHIT0, PREFETCHIT1 instructions~4940x00000007~URDMSR, UWRMSR instructions~495\
0x00000007~UIRET flexibly updates UIF~4970x00000007~CET_SSS: shadow stacks w/o page faults~498\
0x00000007~AVX10 instructions~4990x00000007~APX advanced performance extensions~501\
0x00000007~SEC-TEE-ATTESTATION~5020x00000007~MWAIT instruction~503\
0x00000007~SLSM: IA32_INTEGRITY_STATUS MSR~504\
0x00000007~PSFD: fast store forwarding pred disable~4160x00000007~IPRED_CTRL: IBP disable~417\
0x00000007~RRSBA_CTRL: IBP bottomless RSB disable~418\
0x00000007~DDPD_U: data dep prefetcher disable~4190x00000007~BHI_CTRL: IBP BHB-focused disable~420\
0x00000007~MCDT_NO: MCDT mitigation not needed~4210x00000007~UC-lock disable~422\
0x00000007~MONITOR perf unaffected by tbl overflow~423\
0x0000000d~XSAVEOPT instruction~1280x0000000d~XSAVEC instruction~129\
0x0000000d~XGETBV instruction~1300x0000000d~XSAVES/XRSTORS instructions~131\
0x0000000d~XFD: extended feature disable supported~132\
0x00000012~SGX1 supported~0x12:0.eax.00x00000012~SGX2 supported~0x12:0.eax.1\
0x00000012~SGX ENCLV E*VIRTCHILD, ESETCONTEXT~0x12:0.eax.5\
0x00000012~SGX ENCLS ETRACKC, ERDINFO, ELDBC, ELDUC~0x12:0.eax.6\
0x00000012~SGX ENCLU EVERIFYREPORT2~0x12:0.eax.70x00000012~SGX ENCLS EUPDATESVN~0x12:0.eax.10\
0x00000012~SGX ENCLU EDECCSSA~0x12:0.eax.110x00000012~256BITSGX EGETKEY256 & EREPORT2~0x12:0.eax.12\
0x00000014~IA32_RTIT_CR3_MATCH is accessible~0x14:0.ebx.0\
0x00000014~configurable PSB & cycle-accurate~0x14:0.ebx.1\
0x00000014~IP & TraceStop filtering; PT preserve~0x14:0.ebx.2\
0x00000014~MTC timing packet; suppress COFI-based~0x14:0.ebx.3\
0x00000014~PTWRITE support~0x14:0.ebx.40x00000014~power event trace support~0x14:0.ebx.5\
0x00000014~PSB/PMI preservation support~0x14:0.ebx.6\
0x00000014~IA32_RTIT_CTL EventEn enable supported~0x14:0.ebx.7\
0x00000014~IA32_RTIT_CTL DisTNT disable supported~0x14:0.ebx.8\
0x00000014~PTTT processor trace trigger tracing~0x14:0.ebx.9\
0x00000019~AESKLE: AES instructions~0x19.ebx.00x00000019~AES wide instructions~0x19.ebx.2\
0x00000019~MSRs & IWKEY backups~0x19.ebx.4\
0x80000001~LAHF/SAHF supported in 64-bit mode~960x80000001~CMP Legacy~97\
0x80000001~SVM: secure virtual machine~980x80000001~extended APIC space~990x80000001~AltMovCr8~100\
0x80000001~LZCNT advanced bit manipulation~1010x80000001~SSE4A support~102\
0x80000001~misaligned SSE mode~1030x80000001~3DNow! PREFETCH/PREFETCHW instructions~104\
0x80000001~OS visible workaround~1050x80000001~instruction based sampling~106\
0x80000001~XOP support~1070x80000001~SKINIT/STGI support~1080x80000001~watchdog timer support~109\
0x80000001~lightweight profiling support~1110x80000001~4-operand FMA instruction~112\
0x80000001~TCE: translation cache extension~1130x80000001~NodeId MSR C001100C~115\
0x80000001~TBM support~1170x80000001~topology extensions~118\
0x80000001~core performance counter extensions~119\
0x80000001~NB/DF performance counter extensions~1200x80000001~data breakpoint extension~122\
0x80000001~performance time-stamp counter support~123\
0x80000001~LLC performance counter extensions~1240x80000001~MWAITX/MONITORX supported~125\
0x80000001~Address mask extension support~1260x80000001~x87 FPU on chip~64\
0x80000001~virtual-8086 mode enhancement~650x80000001~debugging extensions~66\
0x80000001~page size extensions~670x80000001~time stamp counter~68\
0x80000001~RDMSR and WRMSR support~690x80000001~physical address extensions~70\
0x80000001~machine check exception~710x80000001~CMPXCHG8B inst.~720x80000001~APIC on chip~73\
0x80000001~SYSCALL and SYSRET instructions~750x80000001~memory type range registers~76\
0x80000001~global paging extension~770x80000001~machine check architecture~78\
0x80000001~conditional move/compare instruction~790x80000001~page attribute table~80\
0x80000001~page size extension~810x80000001~multiprocessing capable~83\
0x80000001~execution disable~840x80000001~no-execute page protection~84\
0x80000001~AMD multimedia instruction extensions~860x80000001~MMX Technology~87\
0x80000001~FXSAVE/FXRSTOR~880x80000001~extended MMX~880x80000001~SSE extensions~89\
0x80000001~1-GB large page support~900x80000001~RDTSCP~91\
0x80000001~64-bit extensions technology available~930x80000001~AA-64~93\
0x80000001~long mode (AA-64)~930x80000001~3DNow! instruction extensions~94\
0x80000001~3DNow! instructions~95\
0x80000007~MCA overflow recovery support~0x80000007.ebx.00x80000007~SUCCOR support~0x80000007.ebx.1\
0x80000007~HWA: hardware assert support~0x80000007.ebx.2\
0x80000007~scalable MCA support~0x80000007.ebx.30x80000007~TS: temperature sensing diode~224\
0x80000007~FID: frequency ID control~2250x80000007~VID: voltage ID control~226\
0x80000007~TTP: thermal trip~2270x80000007~TM: thermal monitor~228\
0x80000007~STC: software thermal control~2290x80000007~100 MHz multiplier control~230\
0x80000007~hardware P-State control~2310x80000007~TscInvariant~232\
0x80000007~CPB: core performance boost~2330x80000007~read-only effective frequency interface~234\
0x80000007~processor feedback interface~2350x80000007~APM power reporting~236\
0x80000007~connected standby~2370x80000007~RAPL: running average power limit~238\
0x80000007~fast CPPC~2390x80000007~CPPC floor performance~240\
0x80000008~CLZERO instruction~2560x80000008~instructions retired count support~257\
0x80000008~always save/restore error pointers~2580x80000008~INVLPGB instruction~259\
0x80000008~RDPRU instruction~2600x80000008~memory bandwidth enforcement~262\
0x80000008~MCOMMIT instruction~2640x80000008~WBNOINVD instruction~265\
0x80000008~IBPB: indirect branch prediction barrier~268\
0x80000008~interruptible WBINVD, WBNOINVD~2690x80000008~IBRS: indirect branch restr speculation~270\
0x80000008~STIBP: 1 thr indirect branch predictor~2710x80000008~CPU prefers: IBRS always on~272\
0x80000008~CPU prefers: STIBP always on~2730x80000008~STIBP always on preferred mode~273\
0x80000008~IBRS preferred over software solution~274\
0x80000008~IBRS provides same mode protection~2750x80000008~EFER[LMSLE] not supported~276\
0x80000008~INVLPGB supports TLB flush guest nested~277\
0x80000008~ppin processor id number supported~279\
0x80000008~SSBD: speculative store bypass disable~2800x80000008~virtualized SSBD~281\
0x80000008~SSBD fixed in hardware~2820x80000008~CPPC: collaborative processor perf ctrl~283\
0x80000008~PSFD: predictive store forward disable~284\
0x80000008~not vulnerable to branch type confusion~285\
0x80000008~IBPB_RET: ret addr predictor cleared~2860x80000008~branch sampling feature support~287\
0x8000000a~nested paging~0x8000000a.edx.00x8000000a~LBR virtualization~0x8000000a.edx.1\
0x8000000a~SVM lock~0x8000000a.edx.20x8000000a~NRIP save~0x8000000a.edx.3\
0x8000000a~MSR based TSC rate control~0x8000000a.edx.4\
0x8000000a~VMCB clean bits support~0x8000000a.edx.50x8000000a~flush by ASID~0x8000000a.edx.6\
0x8000000a~decode assists~0x8000000a.edx.70x8000000a~PMC virtualization~0x8000000a.edx.8\
0x8000000a~SSSE3/SSE5 opcode set disable~0x8000000a.edx.9\
0x8000000a~pause intercept filter~0x8000000a.edx.10\
0x8000000a~pause filter threshold~0x8000000a.edx.12\
0x8000000a~AVIC: AMD virtual interrupt controller~0x8000000a.edx.13\
0x8000000a~virtualized VMLOAD/VMSAVE~0x8000000a.edx.15\
0x8000000a~virtualized global interrupt flag (GIF)~0x8000000a.edx.16\
0x8000000a~GMET: guest mode execute trap~0x8000000a.edx.17\
0x8000000a~X2AVIC: virtualized X2APIC~0x8000000a.edx.18\
0x8000000a~supervisor shadow stack~0x8000000a.edx.19\
0x8000000a~guest Spec_ctl support~0x8000000a.edx.20\
0x8000000a~ROGPT: read-only guest page table~0x8000000a.edx.21\
0x8000000a~host MCE override~0x8000000a.edx.23\
0x8000000a~INVLPGB/TLBSYNC hyperv interc enable~0x8000000a.edx.24\
0x8000000a~VNMI: NMI virtualization~0x8000000a.edx.25\
0x8000000a~IBS virtualization~0x8000000a.edx.26\
0x8000000a~extended LVT AVIC access changes~0x8000000a.edx.27\
0x8000000a~guest SVME addr check~0x8000000a.edx.28\
0x8000000a~guest VMCB addr check~0x8000000a.edx.280x8000000a~bus lock threshold~0x8000000a.edx.29\
0x8000000a~idle HLT intercept~0x8000000a.edx.300x8000000a~idlt HLT intercept~0x8000000a.edx.30\
0x8000000a~EXITINFO1 non-interceptible shutdown~0x8000000a.edx.31\
0x8000001f~SME: secure memory encryption support~0x8000001f.eax.0\
0x8000001f~SEV: secure encrypted virtualize support~0x8000001f.eax.1\
0x8000001f~VM page flush MSR support~0x8000001f.eax.2\
0x8000001f~SEV-ES: SEV encrypted state support~0x8000001f.eax.3\
0x8000001f~SEV-SNP: SEV secure nested paging~0x8000001f.eax.4\
0x8000001f~VMPL: VM permission levels~0x8000001f.eax.5\
0x8000001f~RMPQUERY instruction support~0x8000001f.eax.6\
0x8000001f~VMPL supervisor shadow stack support~0x8000001f.eax.7\
0x8000001f~Secure TSC supported~0x8000001f.eax.8\
0x8000001f~virtual TSC_AUX supported~0x8000001f.eax.9\
0x8000001f~hardware cache coher across enc domains~0x8000001f.eax.10\
0x8000001f~SEV guest exec only from 64-bit host~0x8000001f.eax.11\
0x8000001f~restricted injection~0x8000001f.eax.120x8000001f~alternate injection~0x8000001f.eax.13\
0x8000001f~full debug state swap for SEV-ES guests~0x8000001f.eax.14\
0x8000001f~full debug state swap for SEV-ES/SEV-SNP~0x8000001f.eax.14\
0x8000001f~disallowing IBS use by host~0x8000001f.eax.15\
0x8000001f~VTE: SEV virtual transparent encryption~0x8000001f.eax.16\
0x8000001f~VMGEXIT parameter support~0x8000001f.eax.17\
0x8000001f~virtual TOM MSR support~0x8000001f.eax.18\
0x8000001f~IBS virtual support for SEV-ES guests~0x8000001f.eax.19\
0x8000001f~IBS virtual support for SEV-ES/SEV-SNP~0x8000001f.eax.19\
0x8000001f~PMC virtual support for SEV-ES/SEV-SNP~0x8000001f.eax.20\
0x8000001f~RMPREAD instruction~0x8000001f.eax.21\
0x8000001f~guest intercept control support~0x8000001f.eax.22\
0x8000001f~segmented RMP support~0x8000001f.eax.23\
0x8000001f~VMSA register protection support~0x8000001f.eax.24\
0x8000001f~SMT protection support~0x8000001f.eax.250x8000001f~secure AVIC support~0x8000001f.eax.26\
0x8000001f~allowed SEV features support~0x8000001f.eax.27\
0x8000001f~SVSM communication page MSR support~0x8000001f.eax.28\
0x8000001f~VIRT_RMPUPDATE & VIRT_PSMASH MSR support~0x8000001f.eax.29\
0x8000001f~write to hypervisor in-used allowed~0x8000001f.eax.30\
0x8000001f~IBPB on entry support~0x8000001f.eax.31\
0x80000021~no nested data-breakpoints~3520x80000021~FsGsKernelGsBaseNonSerializing~353\
0x80000021~WRMSR to FS/GS base is not serializing~3530x80000021~LFENCE always serializing~354\
0x80000021~SMM paging configuration lock support~3550x80000021~VERW memory form mitigates TSA~357\
0x80000021~null selector clears base~3580x80000021~upper address ignore support~359\
0x80000021~automatic IBRS~3600x80000021~SMM_CTL MSR not supported~361\
0x80000021~FSRS: fast short REP STOSB support~3620x80000021~FSRC: fast short REP CMPSB support~363\
0x80000021~PerfEvtSel2 MSR PreciseRetire support~3640x80000021~prefetch control MSR support~365\
0x80000021~L2TLB sizes are multiples of 32~3660x80000021~AMD enhanced REP MOVSB/STOSB~367\
0x80000021~reserves 0F 01/7 for AMD use~3680x80000021~CPUID disable for non-privileged~369\
0x80000021~enhanced predictive store forwarding~3700x80000021~fast short REP SCASB support~371\
0x80000021~IC PREFETCH support~3720x80000021~FP512 is downgraded to FP256~373\
0x80000021~FP512 to FP256 downgrade support~3730x80000021~workload OS feedback support~374\
0x80000021~bit matrix multiply & reversal instrs~375\
0x80000021~ret addr predictor security support~376\
0x80000021~guest: selective branch pred barrier~379\
0x80000021~guest: PRED_CMD[IBPB] flushes br predict~380\
0x80000021~unaffected by spec return stack overflow~381\
0x80000021~unaffected by SRSO at user-kernel bound~382\
0x80000021~BP_CFG can mitigate other SRSO cases~3830x80000021~not vulnerable to TSA-SQ~577\
0x80000021~not vulnerable to TSA-L1~578\
0xc0000001~alternate instruction set~0xc0000001.edx.0\
0xc0000001~alternate instruction set enabled~0xc0000001.edx.1\
0xc0000001~random number generator~0xc0000001.edx.2\
0xc0000001~random number generator enabled~0xc0000001.edx.3\
0xc0000001~LongHaul MSR 0000_110Ah~0xc0000001.edx.40xc0000001~FEMMS~0xc0000001.edx.5\
0xc0000001~advanced cryptography engine (ACE)~0xc0000001.edx.6\
0xc0000001~advanced cryptography engine (ACE)enabled~0xc0000001.edx.7\
0xc0000001~montgomery multiplier/hash (ACE2)~0xc0000001.edx.8\
0xc0000001~montgomery multiplier/hash (ACE2) enabled~0xc0000001.edx.9\
0xc0000001~padlock hash engine (PHE)~0xc0000001.edx.10\
0xc0000001~padlock hash engine (PHE) enabled~0xc0000001.edx.11\
0xc0000001~padlock montgomery mult. (PMM)~0xc0000001.edx.12\
0xc0000001~padlock montgomery mult. (PMM) enabled~0xc0000001.edx.13\
0xc0000001~PARALLAX voltage adjustment~0xc0000001.edx.16\
0xc0000001~PARALLAX voltage adjustment enabled~0xc0000001.edx.17\
0xc0000001~thermal monitor 3 (TM3)~0xc0000001.edx.20\
0xc0000001~thermal monitor 3 (TM3) enabled~0xc0000001.edx.21\
0xc0000001~random number generator 2 (RNG2)~0xc0000001.edx.22\
0xc0000001~random number generator 2 (RNG2) enabled~0xc0000001.edx.23\
0xc0000001~padlock hash engine 2 (PHE2)~0xc0000001.edx.25\
0xc0000001~padlock hash engine 2 (PHE2) enabled~0xc0000001.edx.26\
0xc0000001~RSA hardware support~0xc0000001.edx.27\
0xc0000001~RSA hardware support enabled~0xc0000001.edx.28\

"""
  /// Length of each record, in bytes.
  static let rowsLengths: InlineArray<_, UInt16> = [
    49, 34, 40, 27, 39, 45, 40, 49, 36, 30, 52, 40, 29, 36, 26, 37, 47, 38, 31, 31, 44, 31, 32, 41,
    29, 32, 36, 45, 53, 32, 37, 28, 47, 37, 38, 36, 36, 45, 41, 28, 25, 34, 47, 28, 45, 50, 39, 41,
    42, 33, 29, 50, 28, 28, 28, 29, 28, 52, 32, 18, 38,
    40, 49, 51, 49, 56, 51, 39, 37, 40, 55, 47, 40, 58, 38, 39, 34, 59, 48, 61, 48, 37, 58, 59, 51,
    36, 55,
    36, 44, 55, 32, 40, 49, 30, 51, 32, 39, 34, 51, 44, 35, 54, 43, 55, 55, 33, 31, 54, 45, 53, 34,
    37, 31, 36, 46, 53, 50, 31, 49, 38, 26, 51, 53, 48, 46, 35, 54, 39, 50, 32, 37, 55, 47, 43, 44,
    29, 50, 48, 49, 29, 33, 50, 34, 36, 33, 50, 46, 49, 51, 54, 33, 35, 37, 55, 53, 45, 46, 44, 39,
    36, 26, 55, 34, 53, 52, 46, 40, 50, 51, 54, 53, 44, 41, 41, 53, 34, 31, 31, 42, 55, 49, 52, 37,
    38, 48, 37, 41, 32, 35, 31, 38, 46, 38, 31, 34, 35, 45, 44, 51, 42, 48, 46, 33, 55, 33, 54, 42,
    42, 49, 41, 42, 39, 42, 32, 52, 42, 41, 53, 33, 50, 34, 32, 46, 55, 38, 53, 50, 48, 50, 30, 54,
    35, 33, 33, 42, 54,
    38, 38, 58, 64, 48, 45, 43, 56,
    57, 57, 61, 62, 39, 49, 52, 62, 62, 60,
    46, 43, 42,
    48, 24, 41, 33, 24, 46, 28, 34, 53, 36, 41, 26, 34, 37, 44, 40, 47, 34, 26, 34, 50, 51, 40, 53,
    49, 40, 45, 29, 43, 34, 34, 32, 37, 41, 37, 29, 26, 45, 41, 37, 40, 50, 34, 33, 37, 31, 40, 51,
    28, 28, 26, 28, 37, 20, 52, 19, 31, 43, 33,
    57, 42, 56, 48, 44, 40, 38, 32, 34, 44, 41, 39, 27, 42, 54, 43, 34, 32, 48, 24, 37,
    33, 49, 49, 34, 32, 43, 34, 35, 55, 45, 54, 53, 42, 43, 45, 52, 49, 40, 54, 49, 53, 31, 37, 54,
    53, 54, 51, 46,
    41, 46, 36, 37, 54, 51, 41, 42, 46, 57, 51, 51, 67, 54, 68, 58, 55, 52, 51, 62, 46, 65, 53, 47,
    61, 50, 50, 47, 47, 47, 65,
    65, 68, 53, 63, 61, 54, 56, 64, 48, 53, 68, 65, 49, 48, 68, 69, 56, 68, 54, 52, 66, 67, 67, 48,
    60, 50, 61, 51, 48, 57, 64, 69, 64, 50,
    41, 45, 53, 40, 52, 45, 40, 43, 29, 40, 49, 49, 52, 43, 46, 43, 43, 47, 51, 43, 34, 43, 47, 43,
    52, 50, 51, 55, 55, 54, 51, 39, 39,
    53, 61, 51, 59, 51, 33, 62, 69, 61, 69, 54, 62, 59, 67, 56, 64, 52, 60, 61, 69, 57, 65, 49, 57,
  ]
}
