// Generated from the tables in ABI/ by `make generate`. Do not edit: change the table.
// swift-format-ignore-file
import CPUPolicy

enum FeatureText {
  /// In the order of `indices`.
  static let names: StaticString = """
    FPU\
    VME\
    DE\
    PSE\
    TSC\
    MSR\
    PAE\
    MCE\
    CX8\
    APIC\
    SEP\
    MTRR\
    PGE\
    MCA\
    CMOV\
    PAT\
    PSE36\
    CLFLUSH\
    DS\
    ACPI\
    MMX\
    FXSR\
    SSE\
    SSE2\
    SS\
    HTT\
    TM1\
    PBE\
    SSE3\
    PCLMULQDQ\
    DTES64\
    MONITOR\
    DSCPL\
    VMX\
    SMX\
    EIST\
    TM2\
    SSSE3\
    SDBG\
    FMA\
    CX16\
    XTPR\
    PDCM\
    PCID\
    DCA\
    SSE4_1\
    SSE4_2\
    X2APIC\
    MOVBE\
    POPCNT\
    TSC_DEADLINE\
    AESNI\
    XSAVE\
    OSXSAVE\
    AVX\
    F16C\
    RDRAND\
    HYPERVISOR\
    SYSCALL\
    NX\
    MMXEXT\
    FFXSR\
    PAGE1GB\
    RDTSCP\
    LM\
    3DNOWEXT\
    3DNOW\
    LAHF_LM\
    CMP_LEGACY\
    SVM\
    EXTAPIC\
    CR8_LEGACY\
    ABM\
    SSE4A\
    MISALIGNSSE\
    3DNOWPREFETCH\
    OSVW\
    IBS\
    XOP\
    SKINIT\
    WDT\
    LWP\
    FMA4\
    NODEID_MSR\
    TBM\
    TOPOEXT\
    DBEXT\
    MONITORX\
    ADDR_MSK_EXT\
    XSAVEOPT\
    XSAVEC\
    XGETBV1\
    XSAVES\
    XFD\
    FSGSBASE\
    TSC_ADJUST\
    SGX\
    BMI1\
    HLE\
    AVX2\
    FDP_EXCP_ONLY\
    SMEP\
    BMI2\
    ERMS\
    INVPCID\
    RTM\
    PQM\
    NO_FPU_SEL\
    MPX\
    PQE\
    AVX512F\
    AVX512DQ\
    RDSEED\
    ADX\
    SMAP\
    AVX512_IFMA\
    CLFLUSHOPT\
    CLWB\
    PROC_TRACE\
    AVX512PF\
    AVX512ER\
    AVX512CD\
    SHA\
    AVX512BW\
    AVX512VL\
    PREFETCHWT1\
    AVX512_VBMI\
    UMIP\
    PKU\
    OSPKE\
    WAITPKG\
    AVX512_VBMI2\
    CET_SS\
    GFNI\
    VAES\
    VPCLMULQDQ\
    AVX512_VNNI\
    AVX512_BITALG\
    TME\
    AVX512_VPOPCNTDQ\
    LA57\
    RDPID\
    BLD\
    CLDEMOTE\
    MOVDIRI\
    MOVDIR64B\
    ENQCMD\
    SGX_LC\
    PKS\
    HW_PSTATE\
    ITSC\
    CPB\
    EFRO\
    CLZERO\
    RSTR_FP_ERR_PTRS\
    WBNOINVD\
    IBPB\
    IBRS\
    AMD_STIBP\
    IBRS_ALWAYS\
    STIBP_ALWAYS\
    IBRS_FAST\
    IBRS_SAME_MODE\
    NO_LMSL\
    AMD_PPIN\
    AMD_SSBD\
    VIRT_SSBD\
    SSB_NO\
    CPPC\
    PSFD\
    BTC_NO\
    IBPB_RET\
    SGX_KEYS\
    AVX512_4VNNIW\
    AVX512_4FMAPS\
    FSRM\
    UINTR\
    AVX512_VP2INTERSECT\
    SRBDS_CTRL\
    MD_CLEAR\
    RTM_ALWAYS_ABORT\
    TSX_FORCE_ABORT\
    SERIALIZE\
    HYBRID\
    TSXLDTRK\
    PCONFIG\
    ARCH_LBR\
    CET_IBT\
    AMX_BF16\
    AVX512_FP16\
    AMX_TILE\
    AMX_INT8\
    IBRSB\
    STIBP\
    L1D_FLUSH\
    ARCH_CAPS\
    CORE_CAPS\
    SSBD\
    SHA512\
    SM3\
    SM4\
    AVX_VNNI\
    AVX512_BF16\
    LASS\
    CMPCCXADD\
    ARCH_PERF_MON\
    FZRM\
    FSRS\
    FSRCS\
    FRED\
    LKGS\
    WRMSRNS\
    NMI_SRC\
    AMX_FP16\
    AVX_IFMA\
    LAM\
    MSRLIST\
    NO_INVD\
    MOVRS\
    NO_NEST_BP\
    FS_GS_NS\
    LFENCE_DISPATCH\
    VERW_CLEAR\
    NSCB\
    AUTO_IBRS\
    AMD_FSRS\
    AMD_FSRC\
    CPUID_USER_DIS\
    EPSF\
    FSRSC\
    AMD_PREFETCHI\
    AVX512_BMM\
    SBPB\
    IBPB_BRTYPE\
    SRSO_NO\
    SRSO_US_NO\
    SRSO_MSR_FIX\
    INTEL_PPIN\
    INTEL_PSFD\
    IPRED_CTRL\
    RRSBA_CTRL\
    DDP_CTRL\
    BHI_CTRL\
    MCDT_NO\
    UC_LOCK_DIS\
    AVX_VNNI_INT8\
    AVX_NE_CONVERT\
    AMX_COMPLEX\
    AVX_VNNI_INT16\
    PREFETCHI\
    UIRET_UIF\
    CET_SSS\
    SLSM\
    RDCL_NO\
    EIBRS\
    RSBA\
    SKIP_L1DFL\
    INTEL_SSB_NO\
    MDS_NO\
    IF_PSCHANGE_MC_NO\
    TSX_CTRL\
    TAA_NO\
    MCU_CTRL\
    MISC_PKG_CTRL\
    ENERGY_FILTERING\
    DOITM\
    SBDR_SSDP_NO\
    FBSDP_NO\
    PSDP_NO\
    MCU_EXT\
    FB_CLEAR\
    FB_CLEAR_CTRL\
    RRSBA\
    BHI_NO\
    XAPIC_STATUS\
    OVRCLK_STATUS\
    PBRSB_NO\
    GDS_CTRL\
    GDS_NO\
    RFDS_NO\
    RFDS_CLEAR\
    IGN_UMONITOR\
    MON_UMON_MITG\
    PB_OPT_CTRL\
    ITS_NO\
    TSA_SQ_NO\
    TSA_L1_NO\

    """
  /// Where each text begins, and the end.
  static let namesOffsets: InlineArray<288, UInt32> = [
    0, 3, 6, 8, 11, 14, 17, 20, 23, 26, 30, 33, 37, 40, 43, 47, 50, 55, 62, 64, 68, 71, 75, 78,
    82, 84, 87, 90, 93, 97, 106, 112, 119, 124, 127, 130, 134, 137, 142, 146, 149, 153, 157, 161,
    165, 168, 174, 180, 186, 191, 197, 209, 214, 219, 226, 229, 233, 239, 249, 256, 258, 264, 269,
    276, 282, 284, 292, 297, 304, 314, 317, 324, 334, 337, 342, 353, 366, 370, 373, 376, 382, 385,
    388, 392, 402, 405, 412, 417, 425, 437, 445, 451, 458, 464, 467, 475, 485, 488, 492, 495, 499,
    512, 516, 520, 524, 531, 534, 537, 547, 550, 553, 560, 568, 574, 577, 581, 592, 602, 606, 616,
    624, 632, 640, 643, 651, 659, 670, 681, 685, 688, 693, 700, 712, 718, 722, 726, 736, 747, 760,
    763, 779, 783, 788, 791, 799, 806, 815, 821, 827, 830, 839, 843, 846, 850, 856, 872, 880, 884,
    888, 897, 908, 920, 929, 943, 950, 958, 966, 975, 981, 985, 989, 995, 1003, 1011, 1024, 1037,
    1041, 1046, 1065, 1075, 1083, 1099, 1114, 1123, 1129, 1137, 1144, 1152, 1159, 1167, 1178,
    1186, 1194, 1199, 1204, 1213, 1222, 1231, 1235, 1241, 1244, 1247, 1255, 1266, 1270, 1279,
    1292, 1296, 1300, 1305, 1309, 1313, 1320, 1327, 1335, 1343, 1346, 1353, 1360, 1365, 1375,
    1383, 1398, 1408, 1412, 1421, 1429, 1437, 1451, 1455, 1460, 1473, 1483, 1487, 1498, 1505,
    1515, 1527, 1537, 1547, 1557, 1567, 1575, 1583, 1590, 1601, 1614, 1628, 1639, 1653, 1662,
    1671, 1678, 1682, 1689, 1694, 1698, 1708, 1720, 1726, 1743, 1751, 1757, 1765, 1778, 1794,
    1799, 1811, 1819, 1826, 1833, 1841, 1854, 1859, 1865, 1877, 1890, 1898, 1906, 1912, 1919,
    1929, 1941, 1954, 1965, 1971, 1980, 1989,
  ]
  /// In the order of `indices`.
  static let linuxNames: StaticString = """
    fpu\
    vme\
    de\
    pse\
    tsc\
    msr\
    pae\
    mce\
    cx8\
    apic\
    sep\
    mtrr\
    pge\
    mca\
    cmov\
    pat\
    pse36\
    clflush\
    dts\
    acpi\
    mmx\
    fxsr\
    sse\
    sse2\
    ss\
    ht\
    tm\
    pbe\
    pni\
    pclmulqdq\
    dtes64\
    monitor\
    ds_cpl\
    vmx\
    smx\
    est\
    tm2\
    ssse3\
    sdbg\
    fma\
    cx16\
    xtpr\
    pdcm\
    pcid\
    dca\
    sse4_1\
    sse4_2\
    x2apic\
    movbe\
    popcnt\
    tsc_deadline_timer\
    aes\
    xsave\
    \
    avx\
    f16c\
    rdrand\
    hypervisor\
    syscall\
    nx\
    mmxext\
    fxsr_opt\
    pdpe1gb\
    rdtscp\
    lm\
    3dnowext\
    3dnow\
    lahf_lm\
    cmp_legacy\
    svm\
    extapic\
    cr8_legacy\
    abm\
    sse4a\
    misalignsse\
    3dnowprefetch\
    osvw\
    ibs\
    xop\
    skinit\
    wdt\
    lwp\
    fma4\
    nodeid_msr\
    tbm\
    topoext\
    bpext\
    mwaitx\
    \
    xsaveopt\
    xsavec\
    xgetbv1\
    xsaves\
    \
    fsgsbase\
    tsc_adjust\
    sgx\
    bmi1\
    hle\
    avx2\
    \
    smep\
    bmi2\
    erms\
    invpcid\
    rtm\
    cqm\
    \
    mpx\
    rdt_a\
    avx512f\
    avx512dq\
    rdseed\
    adx\
    smap\
    avx512ifma\
    clflushopt\
    clwb\
    intel_pt\
    avx512pf\
    avx512er\
    avx512cd\
    sha_ni\
    avx512bw\
    avx512vl\
    \
    avx512vbmi\
    umip\
    pku\
    ospke\
    waitpkg\
    avx512_vbmi2\
    \
    gfni\
    vaes\
    vpclmulqdq\
    avx512_vnni\
    avx512_bitalg\
    tme\
    avx512_vpopcntdq\
    la57\
    rdpid\
    bus_lock_detect\
    cldemote\
    movdiri\
    movdir64b\
    enqcmd\
    sgx_lc\
    \
    \
    \
    \
    \
    clzero\
    xsaveerptr\
    wbnoinvd\
    \
    \
    \
    \
    \
    \
    \
    \
    amd_ppin\
    \
    virt_ssbd\
    \
    cppc\
    \
    \
    \
    \
    avx512_4vnniw\
    avx512_4fmaps\
    fsrm\
    \
    avx512_vp2intersect\
    \
    md_clear\
    \
    \
    serialize\
    \
    tsxldtrk\
    pconfig\
    arch_lbr\
    ibt\
    amx_bf16\
    avx512_fp16\
    amx_tile\
    amx_int8\
    \
    \
    flush_l1d\
    arch_capabilities\
    \
    \
    \
    \
    \
    avx_vnni\
    avx512_bf16\
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \

    """
  /// Where each text begins, and the end.
  static let linuxNamesOffsets: InlineArray<288, UInt32> = [
    0, 3, 6, 8, 11, 14, 17, 20, 23, 26, 30, 33, 37, 40, 43, 47, 50, 55, 62, 65, 69, 72, 76, 79,
    83, 85, 87, 89, 92, 95, 104, 110, 117, 123, 126, 129, 132, 135, 140, 144, 147, 151, 155, 159,
    163, 166, 172, 178, 184, 189, 195, 213, 216, 221, 221, 224, 228, 234, 244, 251, 253, 259, 267,
    274, 280, 282, 290, 295, 302, 312, 315, 322, 332, 335, 340, 351, 364, 368, 371, 374, 380, 383,
    386, 390, 400, 403, 410, 415, 421, 421, 429, 435, 442, 448, 448, 456, 466, 469, 473, 476, 480,
    480, 484, 488, 492, 499, 502, 505, 505, 508, 513, 520, 528, 534, 537, 541, 551, 561, 565, 573,
    581, 589, 597, 603, 611, 619, 619, 629, 633, 636, 641, 648, 660, 660, 664, 668, 678, 689, 702,
    705, 721, 725, 730, 745, 753, 760, 769, 775, 781, 781, 781, 781, 781, 781, 787, 797, 805, 805,
    805, 805, 805, 805, 805, 805, 805, 813, 813, 822, 822, 826, 826, 826, 826, 826, 839, 852, 856,
    856, 875, 875, 883, 883, 883, 892, 892, 900, 907, 915, 918, 926, 937, 945, 953, 953, 953, 962,
    979, 979, 979, 979, 979, 979, 987, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998,
    998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998,
    998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998,
    998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998,
    998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998, 998,
  ]
  /// In the order of `indices`.
  static let qemuNames: StaticString = """
    fpu\
    vme\
    de\
    pse\
    tsc\
    msr\
    pae\
    mce\
    cx8\
    apic\
    sep\
    mtrr\
    pge\
    mca\
    cmov\
    pat\
    pse36\
    clflush\
    ds\
    acpi\
    mmx\
    fxsr\
    sse\
    sse2\
    ss\
    ht\
    tm\
    pbe\
    pni sse3\
    pclmulqdq pclmuldq\
    dtes64\
    monitor\
    ds-cpl ds_cpl\
    vmx\
    smx\
    est\
    tm2\
    ssse3\
    \
    fma\
    cx16\
    xtpr\
    pdcm\
    pcid\
    dca\
    sse4.1 sse4-1 sse4_1\
    sse4.2 sse4-2 sse4_2\
    x2apic\
    movbe\
    popcnt\
    tsc-deadline\
    aes\
    xsave\
    \
    avx\
    f16c\
    rdrand\
    hypervisor\
    syscall\
    nx xd\
    mmxext\
    fxsr-opt ffxsr fxsr_opt\
    pdpe1gb\
    rdtscp\
    lm i64\
    3dnowext\
    3dnow\
    lahf-lm lahf_lm\
    cmp-legacy cmp_legacy\
    svm\
    extapic\
    cr8legacy\
    abm\
    sse4a\
    misalignsse\
    3dnowprefetch\
    osvw\
    ibs\
    xop\
    skinit\
    wdt\
    lwp\
    fma4\
    nodeid-msr nodeid_msr\
    tbm\
    topoext\
    \
    \
    \
    xsaveopt\
    xsavec\
    xgetbv1\
    xsaves\
    xfd\
    fsgsbase\
    tsc-adjust tsc_adjust\
    sgx\
    bmi1\
    hle\
    avx2\
    \
    smep\
    bmi2\
    erms\
    invpcid\
    rtm\
    \
    \
    mpx\
    \
    avx512f\
    avx512dq\
    rdseed\
    adx\
    smap\
    avx512ifma\
    clflushopt\
    clwb\
    intel-pt\
    avx512pf\
    avx512er\
    avx512cd\
    sha-ni\
    avx512bw\
    avx512vl\
    \
    avx512vbmi\
    umip\
    pku\
    \
    waitpkg\
    avx512vbmi2\
    \
    gfni\
    vaes\
    vpclmulqdq\
    avx512vnni\
    avx512bitalg\
    \
    avx512-vpopcntdq\
    la57\
    rdpid\
    bus-lock-detect\
    cldemote\
    movdiri\
    movdir64b\
    \
    sgxlc\
    pks\
    \
    invtsc\
    \
    \
    clzero\
    xsaveerptr\
    wbnoinvd\
    ibpb\
    ibrs\
    amd-stibp\
    \
    \
    \
    \
    \
    \
    amd-ssbd\
    virt-ssbd\
    amd-no-ssb\
    \
    \
    \
    \
    \
    avx512-4vnniw\
    avx512-4fmaps\
    fsrm\
    \
    avx512-vp2intersect\
    \
    md-clear\
    \
    \
    serialize\
    \
    tsx-ldtrk\
    \
    arch-lbr\
    \
    amx-bf16\
    avx512-fp16\
    amx-tile\
    amx-int8\
    spec-ctrl\
    stibp\
    \
    arch-capabilities\
    core-capability\
    ssbd\
    \
    \
    \
    avx-vnni\
    avx512-bf16\
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    rdctl-no\
    ibrs-all\
    rsba\
    skip-l1dfl-vmentry\
    ssb-no\
    mds-no\
    pschange-mc-no\
    tsx-ctrl\
    taa-no\
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \

    """
  /// Where each text begins, and the end.
  static let qemuNamesOffsets: InlineArray<288, UInt32> = [
    0, 3, 6, 8, 11, 14, 17, 20, 23, 26, 30, 33, 37, 40, 43, 47, 50, 55, 62, 64, 68, 71, 75, 78,
    82, 84, 86, 88, 91, 99, 117, 123, 130, 143, 146, 149, 152, 155, 160, 160, 163, 167, 171, 175,
    179, 182, 202, 222, 228, 233, 239, 251, 254, 259, 259, 262, 266, 272, 282, 289, 294, 300, 323,
    330, 336, 342, 350, 355, 370, 391, 394, 401, 410, 413, 418, 429, 442, 446, 449, 452, 458, 461,
    464, 468, 489, 492, 499, 499, 499, 499, 507, 513, 520, 526, 529, 537, 558, 561, 565, 568, 572,
    572, 576, 580, 584, 591, 594, 594, 594, 597, 597, 604, 612, 618, 621, 625, 635, 645, 649, 657,
    665, 673, 681, 687, 695, 703, 703, 713, 717, 720, 720, 727, 738, 738, 742, 746, 756, 766, 778,
    778, 794, 798, 803, 818, 826, 833, 842, 842, 847, 850, 850, 856, 856, 856, 862, 872, 880, 884,
    888, 897, 897, 897, 897, 897, 897, 897, 905, 914, 924, 924, 924, 924, 924, 924, 937, 950, 954,
    954, 973, 973, 981, 981, 981, 990, 990, 999, 999, 1007, 1007, 1015, 1026, 1034, 1042, 1051,
    1056, 1056, 1073, 1088, 1092, 1092, 1092, 1092, 1100, 1111, 1111, 1111, 1111, 1111, 1111,
    1111, 1111, 1111, 1111, 1111, 1111, 1111, 1111, 1111, 1111, 1111, 1111, 1111, 1111, 1111,
    1111, 1111, 1111, 1111, 1111, 1111, 1111, 1111, 1111, 1111, 1111, 1111, 1111, 1111, 1111,
    1111, 1111, 1111, 1111, 1111, 1111, 1111, 1111, 1111, 1111, 1111, 1111, 1111, 1111, 1111,
    1119, 1127, 1131, 1149, 1155, 1161, 1175, 1183, 1189, 1189, 1189, 1189, 1189, 1189, 1189,
    1189, 1189, 1189, 1189, 1189, 1189, 1189, 1189, 1189, 1189, 1189, 1189, 1189, 1189, 1189,
    1189, 1189, 1189, 1189,
  ]
  /// In the order of `indices`.
  static let libvirtNames: StaticString = """
    fpu\
    vme\
    de\
    pse\
    tsc\
    msr\
    pae\
    mce\
    cx8\
    apic\
    sep\
    mtrr\
    pge\
    mca\
    cmov\
    pat\
    pse36\
    clflush\
    ds\
    acpi\
    mmx\
    fxsr\
    sse\
    sse2\
    ss\
    ht\
    tm\
    pbe\
    pni\
    pclmuldq\
    dtes64\
    monitor\
    ds_cpl\
    vmx\
    smx\
    est\
    tm2\
    ssse3\
    \
    fma\
    cx16\
    xtpr\
    pdcm\
    pcid\
    dca\
    sse4.1\
    sse4.2\
    x2apic\
    movbe\
    popcnt\
    tsc-deadline\
    aes\
    xsave\
    osxsave\
    avx\
    f16c\
    rdrand\
    hypervisor\
    syscall\
    nx\
    mmxext\
    fxsr_opt\
    pdpe1gb\
    rdtscp\
    lm\
    3dnowext\
    3dnow\
    lahf_lm\
    cmp_legacy\
    svm\
    extapic\
    cr8legacy\
    abm\
    sse4a\
    misalignsse\
    3dnowprefetch\
    osvw\
    ibs\
    xop\
    skinit\
    wdt\
    lwp\
    fma4\
    nodeid_msr\
    tbm\
    topoext\
    \
    \
    \
    xsaveopt\
    xsavec\
    xgetbv1\
    xsaves\
    xfd\
    fsgsbase\
    tsc_adjust\
    sgx\
    bmi1\
    hle\
    avx2\
    \
    smep\
    bmi2\
    erms\
    invpcid\
    rtm\
    cmt\
    \
    mpx\
    \
    avx512f\
    avx512dq\
    rdseed\
    adx\
    smap\
    avx512ifma\
    clflushopt\
    clwb\
    intel-pt\
    avx512pf\
    avx512er\
    avx512cd\
    sha-ni\
    avx512bw\
    avx512vl\
    \
    avx512vbmi\
    umip\
    pku\
    ospke\
    waitpkg\
    avx512vbmi2\
    \
    gfni\
    vaes\
    vpclmulqdq\
    avx512vnni\
    avx512bitalg\
    \
    avx512-vpopcntdq\
    la57\
    rdpid\
    bus-lock-detect\
    cldemote\
    movdiri\
    movdir64b\
    \
    sgxlc\
    pks\
    \
    invtsc\
    \
    \
    clzero\
    xsaveerptr\
    wbnoinvd\
    ibpb\
    ibrs\
    amd-stibp\
    \
    \
    \
    \
    \
    \
    amd-ssbd\
    virt-ssbd\
    amd-no-ssb\
    \
    \
    \
    \
    \
    avx512-4vnniw\
    avx512-4fmaps\
    fsrm\
    \
    avx512-vp2intersect\
    \
    md-clear\
    \
    \
    serialize\
    \
    tsx-ldtrk\
    pconfig\
    arch-lbr\
    \
    amx-bf16\
    avx512-fp16\
    amx-tile\
    amx-int8\
    spec-ctrl\
    stibp\
    \
    arch-capabilities\
    core-capability\
    ssbd\
    \
    \
    \
    avx-vnni\
    avx512-bf16\
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    rdctl-no\
    ibrs-all\
    rsba\
    skip-l1dfl-vmentry\
    ssb-no\
    mds-no\
    pschange-mc-no\
    tsx-ctrl\
    taa-no\
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \
    \

    """
  /// Where each text begins, and the end.
  static let libvirtNamesOffsets: InlineArray<288, UInt32> = [
    0, 3, 6, 8, 11, 14, 17, 20, 23, 26, 30, 33, 37, 40, 43, 47, 50, 55, 62, 64, 68, 71, 75, 78,
    82, 84, 86, 88, 91, 94, 102, 108, 115, 121, 124, 127, 130, 133, 138, 138, 141, 145, 149, 153,
    157, 160, 166, 172, 178, 183, 189, 201, 204, 209, 216, 219, 223, 229, 239, 246, 248, 254, 262,
    269, 275, 277, 285, 290, 297, 307, 310, 317, 326, 329, 334, 345, 358, 362, 365, 368, 374, 377,
    380, 384, 394, 397, 404, 404, 404, 404, 412, 418, 425, 431, 434, 442, 452, 455, 459, 462, 466,
    466, 470, 474, 478, 485, 488, 491, 491, 494, 494, 501, 509, 515, 518, 522, 532, 542, 546, 554,
    562, 570, 578, 584, 592, 600, 600, 610, 614, 617, 622, 629, 640, 640, 644, 648, 658, 668, 680,
    680, 696, 700, 705, 720, 728, 735, 744, 744, 749, 752, 752, 758, 758, 758, 764, 774, 782, 786,
    790, 799, 799, 799, 799, 799, 799, 799, 807, 816, 826, 826, 826, 826, 826, 826, 839, 852, 856,
    856, 875, 875, 883, 883, 883, 892, 892, 901, 908, 916, 916, 924, 935, 943, 951, 960, 965, 965,
    982, 997, 1001, 1001, 1001, 1001, 1009, 1020, 1020, 1020, 1020, 1020, 1020, 1020, 1020, 1020,
    1020, 1020, 1020, 1020, 1020, 1020, 1020, 1020, 1020, 1020, 1020, 1020, 1020, 1020, 1020,
    1020, 1020, 1020, 1020, 1020, 1020, 1020, 1020, 1020, 1020, 1020, 1020, 1020, 1020, 1020,
    1020, 1020, 1020, 1020, 1020, 1020, 1020, 1020, 1020, 1020, 1020, 1020, 1028, 1036, 1040,
    1058, 1064, 1070, 1084, 1092, 1098, 1098, 1098, 1098, 1098, 1098, 1098, 1098, 1098, 1098,
    1098, 1098, 1098, 1098, 1098, 1098, 1098, 1098, 1098, 1098, 1098, 1098, 1098, 1098, 1098,
    1098,
  ]
  /// In the order of `indices`.
  static let vendors: StaticString = """
    any\
    any\
    any\
    any\
    any\
    any\
    any\
    any\
    any\
    any\
    any\
    any\
    any\
    any\
    any\
    any\
    any\
    any\
    intel\
    intel\
    any\
    any\
    any\
    any\
    intel\
    any\
    intel\
    intel\
    any\
    any\
    intel\
    any\
    intel\
    intel\
    intel\
    intel\
    intel\
    any\
    intel\
    any\
    any\
    intel\
    intel\
    any\
    intel\
    any\
    any\
    any\
    any\
    any\
    intel\
    any\
    any\
    any\
    any\
    any\
    any\
    any\
    any\
    any\
    amd\
    amd\
    any\
    any\
    any\
    amd\
    amd\
    any\
    amd\
    amd\
    amd\
    amd\
    any\
    amd\
    amd\
    any\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    any\
    any\
    any\
    any\
    intel\
    any\
    intel\
    intel\
    any\
    intel\
    any\
    any\
    any\
    any\
    any\
    any\
    intel\
    any\
    any\
    intel\
    any\
    any\
    any\
    any\
    any\
    any\
    any\
    any\
    any\
    intel\
    intel\
    intel\
    any\
    any\
    any\
    any\
    intel\
    any\
    any\
    any\
    any\
    intel\
    any\
    any\
    any\
    any\
    any\
    any\
    any\
    intel\
    any\
    any\
    any\
    any\
    intel\
    any\
    any\
    intel\
    intel\
    intel\
    amd\
    any\
    amd\
    amd\
    amd\
    amd\
    any\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    intel\
    intel\
    intel\
    any\
    intel\
    any\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    any\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    any\
    any\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    any\
    any\
    any\
    intel\
    intel\
    any\
    intel\
    intel\
    intel\
    intel\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    amd\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    intel\
    amd\
    amd\

    """
  /// Where each text begins, and the end.
  static let vendorsOffsets: InlineArray<288, UInt32> = [
    0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 33, 36, 39, 42, 45, 48, 51, 54, 59, 64, 67, 70, 73,
    76, 81, 84, 89, 94, 97, 100, 105, 108, 113, 118, 123, 128, 133, 136, 141, 144, 147, 152, 157,
    160, 165, 168, 171, 174, 177, 180, 185, 188, 191, 194, 197, 200, 203, 206, 209, 212, 215, 218,
    221, 224, 227, 230, 233, 236, 239, 242, 245, 248, 251, 254, 257, 260, 263, 266, 269, 272, 275,
    278, 281, 284, 287, 290, 293, 296, 299, 302, 305, 308, 311, 316, 319, 324, 329, 332, 337, 340,
    343, 346, 349, 352, 355, 360, 363, 366, 371, 374, 377, 380, 383, 386, 389, 392, 395, 398, 403,
    408, 413, 416, 419, 422, 425, 430, 433, 436, 439, 442, 447, 450, 453, 456, 459, 462, 465, 468,
    473, 476, 479, 482, 485, 490, 493, 496, 501, 506, 511, 514, 517, 520, 523, 526, 529, 532, 535,
    538, 541, 544, 547, 550, 553, 556, 559, 562, 565, 568, 571, 574, 577, 580, 585, 590, 595, 598,
    603, 606, 611, 616, 621, 626, 631, 636, 641, 646, 651, 656, 661, 664, 669, 674, 679, 684, 689,
    694, 699, 704, 709, 714, 719, 722, 725, 730, 735, 740, 745, 750, 755, 758, 761, 764, 769, 774,
    777, 782, 787, 792, 797, 800, 803, 806, 809, 812, 815, 818, 821, 824, 827, 830, 833, 836, 839,
    842, 845, 848, 851, 856, 861, 866, 871, 876, 881, 886, 891, 896, 901, 906, 911, 916, 921, 926,
    931, 936, 941, 946, 951, 956, 961, 966, 971, 976, 981, 986, 991, 996, 1001, 1006, 1011, 1016,
    1021, 1026, 1031, 1036, 1041, 1046, 1051, 1056, 1061, 1066, 1071, 1076, 1081, 1086, 1091,
    1094, 1097,
  ]
  /// In the order of `indices`.
  static let audiences: StaticString = """
    A\
    S\
    A\
    S\
    A\
    A\
    A\
    A\
    A\
    !A\
    A\
    S\
    S\
    A\
    A\
    A\
    S\
    A\
    \
    A\
    A\
    A\
    A\
    A\
    A\
    !A\
    \
    \
    A\
    A\
    \
    \
    \
    h\
    \
    \
    \
    A\
    \
    A\
    A\
    \
    \
    H\
    \
    A\
    A\
    !S\
    A\
    A\
    S\
    A\
    A\
    !\
    A\
    A\
    !A\
    !A\
    A\
    A\
    A\
    A\
    H\
    A\
    A\
    A\
    A\
    A\
    !A\
    h\
    \
    S\
    A\
    A\
    A\
    A\
    \
    \
    A\
    \
    \
    \
    A\
    \
    A\
    \
    A\
    \
    A\
    A\
    A\
    A\
    S\
    \
    A\
    S\
    \
    A\
    !a\
    A\
    !\
    S\
    A\
    A\
    H\
    !A\
    \
    !\
    s\
    \
    A\
    A\
    A\
    A\
    S\
    A\
    A\
    !A\
    \
    \
    \
    A\
    A\
    A\
    A\
    A\
    A\
    S\
    H\
    !\
    \
    A\
    \
    A\
    A\
    A\
    A\
    A\
    \
    A\
    \
    A\
    \
    A\
    a\
    a\
    \
    \
    H\
    \
    a\
    \
    \
    A\
    A\
    \
    A\
    S\
    S\
    S\
    S\
    S\
    S\
    S|\
    \
    S\
    !\
    A\
    \
    S\
    A\
    A\
    \
    \
    \
    A\
    \
    a\
    \
    !A|\
    !\
    \
    A\
    \
    a\
    \
    \
    \
    \
    A\
    \
    \
    A\
    A\
    S\
    !A\
    \
    A\
    A\
    A\
    A\
    A\
    A\
    s\
    a\
    \
    A\
    A\
    A\
    \
    \
    S\
    \
    \
    A\
    \
    \
    \
    a\
    A\
    S|\
    A\
    !A|\
    A\
    S\
    A\
    A\
    \
    A\
    A\
    A\
    a\
    A\
    A\
    A\
    A!\
    \
    \
    A\
    S\
    S\
    \
    S\
    A\
    \
    A\
    A\
    \
    A\
    A\
    \
    \
    \
    A\
    A\
    !\
    \
    A\
    A\
    A\
    \
    A\
    \
    \
    \
    \
    A\
    A\
    A\
    \
    !A|\
    \
    !\
    A\
    \
    \
    A\
    \
    A\
    A\
    !A|\
    \
    \
    \
    !A\
    A\
    A\

    """
  /// Where each text begins, and the end.
  static let audiencesOffsets: InlineArray<288, UInt32> = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 23, 24, 25,
    27, 27, 27, 28, 29, 29, 29, 29, 30, 30, 30, 30, 31, 31, 32, 33, 33, 33, 34, 34, 35, 36, 38,
    39, 40, 41, 42, 43, 44, 45, 46, 48, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 62, 63, 63,
    64, 65, 66, 67, 68, 68, 68, 69, 69, 69, 69, 70, 70, 71, 71, 72, 72, 73, 74, 75, 76, 77, 77,
    78, 79, 79, 80, 82, 83, 84, 85, 86, 87, 88, 90, 90, 91, 92, 92, 93, 94, 95, 96, 97, 98, 99,
    101, 101, 101, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 110, 111, 111, 112, 113, 114,
    115, 116, 116, 117, 117, 118, 118, 119, 120, 121, 121, 121, 122, 122, 123, 123, 123, 124, 125,
    125, 126, 127, 128, 129, 130, 131, 132, 134, 134, 135, 136, 137, 137, 138, 139, 140, 140, 140,
    140, 141, 141, 142, 142, 145, 146, 146, 147, 147, 148, 148, 148, 148, 148, 149, 149, 149, 150,
    151, 152, 154, 154, 155, 156, 157, 158, 159, 160, 161, 162, 162, 163, 164, 165, 165, 165, 166,
    166, 166, 167, 167, 167, 167, 168, 169, 171, 172, 175, 176, 177, 178, 179, 179, 180, 181, 182,
    183, 184, 185, 186, 188, 188, 188, 189, 190, 191, 191, 192, 193, 193, 194, 195, 195, 196, 197,
    197, 197, 197, 198, 199, 200, 200, 201, 202, 203, 203, 204, 204, 204, 204, 204, 205, 206, 207,
    207, 210, 210, 211, 212, 212, 212, 213, 213, 214, 215, 218, 218, 218, 218, 220, 221, 222,
  ]
  /// In the order of `indices`.
  static let reasons: StaticString = """
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to HVM by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to HVM by default; an instruction or control that must exist on the destination\
    frequency is tracked by the domain record; only ITSC makes a promise\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    mirrors APIC_BASE.EN at run time; stored bit is the maximum\
    restored from raw for AMD HVM; cleared for AMD hosts otherwise\
    dynamic for the PV hardware domain\
    offered to HVM by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    dynamic under shadow paging\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    debug store needs virtual PMU; records are model specific\
    clock modulation accesses are tolerated, not honoured\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    statement about cache self-snooping only\
    belongs to the chosen topology, not to the host\
    legacy platform power signalling, host only\
    legacy platform power signalling, host only\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    debug store needs virtual PMU; records are model specific\
    lets a guest put the physical CPU to sleep; not intercepted for that use\
    debug store needs virtual PMU; records are model specific\
    nested virtualisation: opt-in per domain, nested state is not migrated\
    measured launch belongs to the platform owner\
    frequency control belongs to the host\
    legacy platform power signalling, host only\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    silicon debug interface\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    system bus control\
    opens PERF_CAPABILITIES, which carries the LBR format\
    HVM with HAP only\
    device prefetch hints into host caches; host platform only\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    emulated, independent of hardware; never offered to PV (old leak tolerated inwards)\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    timer counts in guest TSC ticks; emulated, errata parts excluded\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    also needs equal component sizes and offsets (leaf 0xd)\
    run-time mirror of CR4; zero in every stored policy\
    cleared on unmitigated gather-sampling hosts\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    off by default on IvyBridge client and AMD families 15h/16h; forced by command line only\
    software bit, always set for guests\
    dynamic for Intel HVM outside long mode; not for 32-bit PV on Intel\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    HVM with HAP only; page-walk depth visible to guest\
    needs its VMCS control for HVM\
    removed from 32-bit PV\
    dropped by AMD from families 14h and 15h on; still offered where present\
    dropped by AMD from families 14h and 15h on; still offered where present\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    belongs to the chosen topology, not to the host\
    nested virtualisation: opt-in per domain, nested state is not migrated\
    extra APIC registers are not emulated\
    offered to HVM by default; an instruction or control that must exist on the destination\
    LZCNT runs as BSR where absent and gives other results: silent corruption, so it must be present\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    guest may run with relaxed alignment; faults where absent\
    hint encodings execute as no-operation where absent\
    errata list of one part; wrong after a move\
    profiling hardware; registers vary by family\
    family 15h only, dropped with Zen; pool with newer hosts loses it\
    measured launch belongs to the platform owner\
    northbridge watchdog belongs to the host\
    withdrawn with family 17h; state never migrated\
    family 15h only, dropped with Zen; pool with newer hosts loses it\
    exposes host node numbers\
    family 15h only, dropped with Zen; pool with newer hosts loses it\
    leaves 0x8000001d/1e must come from a chosen topology first\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    lets a guest put the physical CPU to sleep; not intercepted for that use\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    also needs equal component sizes and offsets (leaf 0xd)\
    also needs equal component sizes and offsets (leaf 0xd)\
    also needs equal component sizes and offsets (leaf 0xd)\
    also needs equal component sizes and offsets (leaf 0xd)\
    first-use fault MSRs not virtualised\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    per-vCPU offset, migrated as an MSR\
    enclave memory cannot be migrated; removed from client parts; not offered by Xen\
    TZCNT runs as BSF where absent and differs for zero: silent corruption, so it must be present\
    withdrawn by Intel; prefixes are ignored where absent, but opt-in only\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    describes x87 save behaviour that cannot be hidden or emulated\
    offered to HVM by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    speed only; always in max, default follows host\
    HVM with HAP only\
    withdrawn by Intel and disabled by microcode; on only where it still works (not rtm_disabled)\
    cache and bandwidth control belongs to the host\
    describes x87 save behaviour that cannot be hidden or emulated\
    withdrawn; bounds state would have to migrate, opt-in for old guests only\
    cache and bandwidth control belongs to the host\
    needs ZMM state; hidden when data sampling is unmitigated through AVX\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to HVM by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    hidden by default on the Skylake server model, where microcode made it slow\
    trace packets and MSRs vary by model; state not migrated\
    Xeon Phi only, line discontinued; never offered\
    Xeon Phi only, line discontinued; never offered\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    Xeon Phi only prefetch; a hint where absent\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to HVM by default; an instruction or control that must exist on the destination\
    HVM with HAP only; PKRU state in XSAVE\
    run-time mirror of CR4; zero in every stored policy\
    user code could idle the physical CPU; also TSC based\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    shadow-stack state (XSS and MSRs) not virtualised yet\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    memory encryption set-up belongs to the host\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    five-level paging not supported for guests; address width would change\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    bus-lock debug exception not virtualised\
    hint encodings execute as no-operation where absent\
    opt-in: interaction with device memory in guests still maturing\
    opt-in: needs emulator care (64-byte writes)\
    needs PASID state and devices\
    enclave memory cannot be migrated; removed from client parts; not offered by Xen\
    HVM with HAP on VMX; PKRS is in the stream\
    frequency control belongs to the host\
    opt-in: promises a constant rate, so the destination must keep the frequency (equal, scaled or emulated)\
    frequency control belongs to the host\
    raw frequency counters; side channel and host property\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    behavioural guarantee the guest may build on\
    cache write-back by guests is intercepted or ignored\
    command MSR; writing faults where absent\
    SPEC_CTRL bit; setting it faults where absent\
    SPEC_CTRL bit; setting it faults where absent\
    vendor advice about speed, not a function\
    vendor advice about speed, not a function\
    vendor advice about speed, not a function\
    guest may skip same-mode protection because of it\
    absence bit: set if any host lacks the segment-limit control\
    serial number identifies the host\
    SPEC_CTRL bit; setting it faults where absent\
    made by the hypervisor; SPEC_CTRL preferred, so default only when emulated the old way\
    guest drops its mitigation because of it, so every later host must be unaffected too\
    frequency control belongs to the host\
    SPEC_CTRL bit; setting it faults where absent\
    guest drops its mitigation because of it, so every later host must be unaffected too\
    guest skips extra predictor flushing because of it\
    enclave memory cannot be migrated; removed from client parts; not offered by Xen\
    Xeon Phi only, line discontinued; never offered\
    Xeon Phi only, line discontinued; never offered\
    speed of string instructions only; nothing breaks without\
    user interrupts need XSS state and posting support\
    first maker withdrew it, then returned on other parts; opt-in until pools settle\
    control MSR belongs to the host\
    VERW scrubbing: always acceptable in max, set if any host of the pool needs it\
    tells a guest that XBEGIN does not fault: destination must not fault either; set by default only when rtm_disabled\
    TSX control belongs to the host and changes what CPUID shows\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    core types differ per CPU; a vCPU is not tied to one\
    companion of RTM, opt-in; goes with TSX\
    platform key set-up\
    LBR state and depth must match; not in the migration stream\
    branch-tracking state (XSS and MSRs) not virtualised yet\
    needs AMX_TILE\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    large state; not offered until first-use disable and palette handling exist\
    needs AMX_TILE\
    needs SPEC_CTRL virtualisation; also implies STIBP and IBPB\
    SPEC_CTRL bit; setting it faults where absent\
    command MSR; writing faults where absent\
    only says the enumeration MSR exists; always offered on Intel\
    MSR is not virtualised\
    SPEC_CTRL bit; setting it faults where absent\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    opt-in: changes paging checks; guest must be ready\
    opt-in until instruction emulation is complete\
    performance monitoring leaf 0x23; counters must match\
    speed of string instructions only; nothing breaks without\
    speed of string instructions only; nothing breaks without\
    speed of string instructions only; nothing breaks without\
    new event delivery; support for guests still being built\
    new event delivery; support for guests still being built\
    offered to HVM by default; an instruction or control that must exist on the destination\
    new event delivery; support for guests still being built\
    needs AMX_TILE\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    changes pointer checks; not virtualised yet\
    batched MSR access not virtualised\
    says INVD faults; behavioural\
    opt-in: very new instruction\
    behavioural guarantee the guest may build on\
    weaker ordering: set if any host behaves so\
    guest uses LFENCE as speculation barrier; host can enforce it through DE_CFG\
    VERW scrubbing on AMD: always acceptable in max, set if any host of the pool needs it\
    guest skips manual base clearing because of it\
    guest relies on hardware isolation instead of retpoline; destination must give it\
    speed of string instructions only; nothing breaks without\
    speed of string instructions only; nothing breaks without\
    used by the hypervisor itself for CPUID faulting\
    milder form of store forwarding; guest may leave it on\
    speed of string instructions only; nothing breaks without\
    hint encodings execute as no-operation where absent\
    opt-in: very new instruction group\
    command MSR; writing faults where absent\
    guest skips extra predictor flushing because of it\
    guest drops its mitigation because of it, so every later host must be unaffected too\
    true only where reduced speculation is in force; guest that saw it must not move to a host without\
    control MSR belongs to the host\
    serial number identifies the host\
    SPEC_CTRL bit; setting it faults where absent\
    SPEC_CTRL bits; setting them faults where absent\
    SPEC_CTRL bits; setting them faults where absent\
    SPEC_CTRL bit not offered yet\
    SPEC_CTRL bits; setting them faults where absent\
    guest drops its mitigation because of it, so every later host must be unaffected too\
    platform-wide fault control\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    needs AMX_TILE\
    offered to every guest type by default; an instruction or control that must exist on the destination\
    hint encodings execute as no-operation where absent\
    user interrupts need XSS state and posting support\
    statement about supervisor shadow stacks under virtualisation; depends on the hypervisor\
    lockstep mode belongs to the platform\
    guest drops its mitigation because of it, so every later host must be unaffected too\
    guest relies on hardware isolation instead of retpoline; destination must give it\
    tells guests not to rely on retpoline; set if any host of the pool may be affected\
    meaningful for nested hypervisors only; set by the outer one\
    guest drops its mitigation because of it, so every later host must be unaffected too\
    guest drops its mitigation because of it, so every later host must be unaffected too\
    guest hypervisor may use large executable pages because of it\
    TSX control belongs to the host and changes what CPUID shows\
    guest drops its mitigation because of it, so every later host must be unaffected too\
    control MSR belongs to the host\
    control MSR belongs to the host\
    control MSR belongs to the host\
    constant-time control MSR not virtualised\
    guest drops its mitigation because of it, so every later host must be unaffected too\
    guest drops its mitigation because of it, so every later host must be unaffected too\
    guest drops its mitigation because of it, so every later host must be unaffected too\
    control MSR belongs to the host\
    VERW scrubbing: always acceptable in max, set if any host of the pool needs it\
    control MSR belongs to the host\
    tells guests not to rely on retpoline; set if any host of the pool may be affected\
    guest drops its mitigation because of it, so every later host must be unaffected too\
    reports platform state; meaningless for a guest\
    reports platform state; meaningless for a guest\
    guest drops its mitigation because of it, so every later host must be unaffected too\
    control MSR belongs to the host\
    guest drops its mitigation because of it, so every later host must be unaffected too\
    guest drops its mitigation because of it, so every later host must be unaffected too\
    VERW scrubbing: always acceptable in max, set if any host of the pool needs it\
    control MSR belongs to the host\
    control MSR belongs to the host\
    control MSR belongs to the host\
    synthesised for unaffected parts; must hold on the destination\
    guest drops its mitigation because of it, so every later host must be unaffected too\
    guest drops its mitigation because of it, so every later host must be unaffected too\

    """
  /// Where each text begins, and the end.
  static let reasonsOffsets: InlineArray<288, UInt32> = [
    0, 100, 187, 287, 374, 442, 542, 642, 742, 842, 901, 963, 997, 1084, 1184, 1284, 1384, 1411,
    1511, 1568, 1621, 1721, 1821, 1921, 2021, 2061, 2108, 2151, 2194, 2294, 2394, 2451, 2523,
    2580, 2650, 2695, 2732, 2775, 2875, 2898, 2998, 3098, 3116, 3169, 3186, 3244, 3344, 3444,
    3527, 3627, 3727, 3791, 3891, 3946, 3997, 4041, 4141, 4229, 4264, 4331, 4431, 4531, 4631,
    4682, 4712, 4734, 4806, 4878, 4978, 5025, 5095, 5132, 5219, 5315, 5415, 5472, 5523, 5566,
    5610, 5675, 5720, 5760, 5807, 5872, 5897, 5962, 6021, 6121, 6193, 6293, 6348, 6403, 6458,
    6513, 6549, 6649, 6684, 6764, 6857, 6927, 7027, 7089, 7176, 7276, 7323, 7340, 7433, 7480,
    7542, 7615, 7662, 7731, 7831, 7931, 8031, 8118, 8218, 8318, 8393, 8449, 8496, 8543, 8643,
    8743, 8843, 8943, 8986, 9086, 9173, 9211, 9262, 9315, 9415, 9468, 9568, 9668, 9768, 9868,
    9968, 10012, 10112, 10182, 10282, 10322, 10373, 10436, 10480, 10509, 10589, 10631, 10668,
    10772, 10809, 10863, 10963, 11007, 11059, 11099, 11144, 11189, 11230, 11271, 11312, 11361,
    11421, 11454, 11499, 11585, 11669, 11706, 11751, 11835, 11885, 11965, 12012, 12059, 12116,
    12166, 12246, 12277, 12355, 12469, 12529, 12629, 12681, 12720, 12739, 12798, 12854, 12868,
    12968, 13043, 13057, 13116, 13161, 13201, 13262, 13284, 13329, 13429, 13529, 13629, 13729,
    13829, 13879, 13925, 13978, 14035, 14092, 14149, 14205, 14261, 14348, 14404, 14418, 14518,
    14561, 14595, 14624, 14652, 14696, 14739, 14815, 14900, 14946, 15027, 15084, 15141, 15189,
    15243, 15300, 15351, 15385, 15425, 15475, 15559, 15657, 15688, 15721, 15766, 15814, 15862,
    15891, 15939, 16023, 16050, 16150, 16250, 16264, 16364, 16415, 16465, 16553, 16590, 16674,
    16755, 16837, 16897, 16981, 17065, 17126, 17186, 17270, 17301, 17332, 17363, 17404, 17488,
    17572, 17656, 17687, 17765, 17796, 17878, 17962, 18009, 18056, 18140, 18171, 18255, 18339,
    18417, 18448, 18479, 18510, 18572, 18656, 18740,
  ]
  /// In the order of `indices`.
  static let meanings: StaticString = """
    x87 unit present\
    virtual-8086 enhancements and CR4.VME/PVI\
    I/O breakpoints via CR4.DE\
    4M pages in 2-level paging\
    RDTSC and CR4.TSD\
    RDMSR/WRMSR exist\
    64-bit page-table entries in 32-bit mode\
    #MC exception and CR4.MCE\
    8-byte compare-exchange\
    local APIC usable (dynamic mirror of APIC_BASE.EN)\
    SYSENTER/SYSEXIT (AMD: outside long mode only)\
    memory type range MSRs\
    global TLB entries, CR4.PGE\
    machine-check bank MSRs (MCG_CAP etc.)\
    conditional moves\
    page attribute table MSR\
    PSE superpages may address above 4G\
    cache-line flush; leaf 1 EBX[15:8] holds line size\
    debug store area for PEBS/BTS\
    thermal clock-modulation MSRs\
    64-bit integer SIMD on x87 registers\
    FXSAVE/FXRSTOR and CR4.OSFXSR\
    XMM registers, single precision SIMD\
    double precision and integer XMM SIMD\
    CPU snoops its own cache on memory-type conflicts\
    leaf 1 EBX[23:16] (logical processors per package) is meaningful\
    automatic thermal throttling, first form\
    FERR#-style pending break wakeup\
    third SSE generation\
    64x64 carry-less multiply\
    64-bit layout of the debug store area\
    MONITOR/MWAIT; makes leaf 5 meaningful\
    branch recording qualified by CPL\
    VT-x\
    GETSEC / trusted execution\
    OS-controlled P-states through PERF_CTL\
    thermal throttling by frequency, second form\
    supplemental SSE3\
    silicon debug interface MSR\
    3-operand fused multiply-add\
    16-byte compare-exchange (64-bit mode)\
    software can stop task-priority messages on the bus\
    PERF_CAPABILITIES MSR exists (LBR format lives there)\
    TLB tagging with process-context ids\
    prefetch hints from devices; makes leaf 9 meaningful\
    SSE 4.1\
    SSE 4.2 (string compare, CRC32)\
    MSR-mode APIC with 32-bit ids\
    byte-swapping load/store\
    population count\
    LAPIC timer mode armed with an absolute TSC value\
    AES round instructions\
    XSAVE family base set and XCR0\
    reflection of guest CR4.OSXSAVE, never stored in a policy\
    256-bit YMM registers\
    half<->single precision conversion\
    hardware random number instruction\
    software bit: leaves at 0x40000000 may be probed\
    fast system call pair (Intel: only reported in 64-bit mode)\
    no-execute page bit, EFER.NXE\
    AMD additions to MMX\
    FXSAVE may skip XMM in CPL0 64-bit mode (EFER.FFXSE)\
    1G leaf pages\
    TSC read together with TSC_AUX\
    64-bit mode\
    enhanced 3DNow! instructions\
    3DNow! instructions\
    LAHF/SAHF usable in 64-bit mode\
    HTT counts cores rather than threads; 0x80000008 ECX counts are to be used\
    AMD virtualisation; makes 0x8000000a meaningful\
    extra APIC register space (extended LVTs)\
    MOV CR8 reachable with a LOCK prefix in 32-bit mode\
    LZCNT (and on AMD POPCNT grouping)\
    AMD-only EXTRQ/INSERTQ/MOVNTSS group\
    MXCSR.MM relaxes SSE alignment checks\
    PREFETCH/PREFETCHW\
    OS visible workaround MSRs list errata\
    instruction-based sampling profiler; 0x8000001b\
    XOP-encoded SIMD\
    secure launch instructions\
    northbridge watchdog timer\
    lightweight profiling (withdrawn); 0x8000001c\
    4-operand fused multiply-add\
    NodeId MSR 0xc001100c\
    trailing-bit manipulation\
    leaves 0x8000001d/0x8000001e exist\
    breakpoint address-mask MSRs 0xc0011027/19-1b\
    user-mode monitor/wait pair\
    breakpoint address masks reach up to bit 31\
    XSAVEOPT skips unmodified state\
    compacted-format save\
    XGETBV ECX=1 reads in-use state\
    supervisor-state save; IA32_XSS\
    per-component disable with #NM on first use\
    FS/GS base access instructions\
    per-thread TSC offset MSR 0x3b\
    enclaves; makes leaf 0x12 meaningful\
    ANDN/BEXTR/BLS*/TZCNT\
    XACQUIRE/XRELEASE lock elision (withdrawn)\
    256-bit integer SIMD\
    x87 data pointer only updated on unmasked exceptions (behavioural fact, not a function)\
    kernel cannot execute user pages\
    PDEP/PEXT/MULX/shift-without-flags\
    REP MOVSB/STOSB fast for large sizes\
    targeted TLB invalidation by PCID\
    XBEGIN/XEND transactions\
    cache/bandwidth monitoring; leaf 0xf\
    x87 CS/DS saved as zero (behavioural fact)\
    bounds registers (withdrawn)\
    cache/bandwidth allocation; leaf 0x10\
    512-bit registers and opmask\
    AVX-512 dword/qword additions\
    entropy-source read\
    dual-carry-chain add\
    kernel access to user pages faults unless AC set\
    AVX-512 52-bit integer FMA\
    weakly ordered line flush\
    line write-back without evict\
    processor trace; leaf 0x14\
    Xeon Phi gather/scatter prefetch\
    Xeon Phi exponential/reciprocal\
    AVX-512 conflict detection\
    SHA-1/SHA-256 rounds\
    AVX-512 byte/word; 64-bit masks\
    AVX-512 on 128/256-bit vectors\
    Xeon Phi write-intent prefetch to L2\
    AVX-512 byte permutes\
    SGDT/SIDT/SLDT/STR/SMSW privileged via CR4.UMIP\
    user-page protection keys, CR4.PKE, PKRU\
    reflection of guest CR4.PKE, never stored in a policy\
    user-mode address monitor, wait and timed pause\
    AVX-512 byte/word compress and shift-concat\
    hardware shadow stacks\
    GF(2^8) arithmetic\
    vector AES\
    vector carry-less multiply\
    AVX-512 int8/int16 dot products\
    AVX-512 byte/word popcount and bit shuffle\
    whole-memory encryption MSRs\
    AVX-512 dword/qword popcount\
    5-level paging\
    read TSC_AUX only\
    #DB on bus lock\
    hint to push a line outward\
    direct 4/8-byte store\
    direct 64-byte store\
    enqueue commands with PASID\
    launch-key MSRs writable\
    supervisor-page protection keys\
    P-state control MSRs\
    TSC rate constant over P/C/T states\
    core performance boost\
    read-only APERF/MPERF aliases\
    zero a cache line\
    x87 error pointers always saved and restored\
    write back caches without invalidating\
    PRED_CMD.IBPB exists, on its own\
    SPEC_CTRL.IBRS exists\
    SPEC_CTRL.STIBP exists\
    recommendation: leave IBRS on\
    recommendation: leave STIBP on\
    recommendation: IBRS rather than software mitigations\
    IBRS also isolates within one mode\
    EFER.LMSLE is gone (absence bit)\
    inventory-number MSRs\
    SPEC_CTRL.SSBD exists\
    VIRT_SPEC_CTRL.SSBD provided by the hypervisor\
    not affected by speculative store bypass\
    collaborative performance control MSRs\
    SPEC_CTRL.PSFD exists\
    not affected by branch type confusion\
    IBPB also clears return predictions\
    enclave attestation services\
    Xeon Phi 4-iteration dot product\
    Xeon Phi 4-iteration FMA\
    short REP MOVSB is fast\
    interrupts delivered straight to ring 3\
    AVX-512 pairwise intersection\
    RNG buffer mitigation control in MCU_OPT_CTRL\
    VERW scrubs buffers against MDS\
    transactions always abort; Xen's guest meaning is that XBEGIN does not fault\
    TSX_FORCE_ABORT MSR exists\
    architectural serialising instruction\
    mixed core types in the package\
    suspend/resume TSX read tracking\
    platform configuration instruction\
    architectural LBR; leaf 0x1c\
    indirect-branch landing pads\
    tile bfloat16 multiply\
    AVX-512 half precision arithmetic\
    tile registers and loads\
    tile int8 multiply\
    SPEC_CTRL.IBRS and PRED_CMD.IBPB exist\
    SPEC_CTRL.STIBP exists\
    FLUSH_CMD L1D flush\
    ARCH_CAPABILITIES MSR exists (words 16/17 valid)\
    CORE_CAPABILITIES MSR exists\
    SPEC_CTRL.SSBD exists\
    SHA-512 rounds\
    SM3 hash\
    SM4 cipher\
    VEX-encoded int8/int16 dot products\
    AVX-512 bfloat16 dot product and convert\
    kernel/user split enforced on linear address bit 63\
    compare-and-conditionally-add\
    leaf 0x23 describes performance monitoring\
    zero-length REP MOVSB is fast\
    short REP STOSB is fast\
    short REP CMPSB/SCASB is fast\
    new event delivery scheme\
    load kernel-view GS base by selector\
    non-serialising MSR write\
    NMI source bitmap with FRED\
    tile half precision multiply\
    VEX-encoded 52-bit integer FMA\
    untranslated upper pointer bits\
    batched MSR access\
    INVD faults after BIOS is done\
    load with read-shared hint\
    data breakpoints do not nest\
    FS/GS base and KERNEL_GS_BASE writes do not serialise\
    LFENCE always waits for older instructions\
    VERW scrubs buffers against TSA\
    segment base and limit become 0 on a null load\
    EFER.AIBRSE applies IBRS automatically\
    short REP STOSB is fast\
    short REP CMPSB is fast\
    CPUID at CPL3 can be made to fault (HWCR)\
    predictive store forwarding is the enhanced form\
    short REP SCASB is fast\
    code prefetch hints\
    AVX-512 bit-matrix operations\
    PRED_CMD.SBPB exists\
    IBPB also drops branch-type predictions\
    not affected by speculative return stack overflow\
    SRSO does not cross user/kernel\
    BP_CFG.BP_SPEC_REDUCE exists\
    inventory-number MSRs\
    SPEC_CTRL.PSFD exists\
    SPEC_CTRL indirect-predictor disable bits\
    SPEC_CTRL RRSBA disable bits\
    SPEC_CTRL data-dependent prefetcher disable bit\
    SPEC_CTRL branch-history supervisor disable bit\
    no MXCSR-configuration-dependent timing\
    uncacheable locked access can be made to fault\
    VEX dot products for more int8 sign combinations\
    VEX bfloat16/half conversions\
    tile complex multiply\
    VEX dot products for more int16 sign combinations\
    code prefetch hints\
    UIRET takes UIF from the stack\
    supervisor shadow stacks safe against premature busy state\
    cores can run in lockstep\
    not affected by Meltdown\
    IBRS may be left set (enhanced form)\
    on RSB underflow other predictors are used, so retpoline is unsafe\
    nested hypervisor need not flush L1D\
    not affected by speculative store bypass\
    not affected by MDS\
    no machine check on page-size change under fetch\
    TSX_CTRL MSR exists\
    not affected by TSX async abort\
    MCU_CONTROL MSR exists\
    MISC_PACKAGE_CTLS MSR exists\
    energy reporting filter can be set\
    data operand independent timing control exists\
    not affected by shared-buffer or sideband stale data\
    not affected by fill-buffer stale data\
    not affected by primary stale data\
    microcode status/enumeration MSRs exist\
    VERW scrubs fill buffers\
    fill-buffer scrub can be disabled\
    RSBA behaviour restricted by eIBRS mode\
    not affected by branch history injection\
    MSR tells whether legacy xAPIC is locked out\
    overclocking status MSR exists\
    not affected by post-barrier RSB prediction\
    gather mitigation can be disabled or locked\
    not affected by gather data sampling\
    not affected by register-file data sampling\
    VERW scrubs register files\
    UMONITOR can be ignored\
    MONITOR/UMONITOR mitigation control\
    PB_OPT_CTRL MSR with alternative IBPB\
    not affected by indirect target selection\
    not affected by store-queue transient scheduler attack\
    not affected by L1D transient scheduler attack\

    """
  /// Where each text begins, and the end.
  static let meaningsOffsets: InlineArray<288, UInt32> = [
    0, 16, 57, 83, 109, 126, 143, 183, 208, 231, 281, 327, 349, 376, 414, 431, 455, 490, 540, 569,
    598, 634, 663, 699, 736, 785, 849, 889, 921, 941, 966, 1003, 1041, 1074, 1078, 1104, 1143,
    1187, 1204, 1231, 1259, 1297, 1348, 1401, 1437, 1489, 1496, 1527, 1556, 1580, 1596, 1645,
    1667, 1697, 1754, 1775, 1809, 1843, 1891, 1950, 1979, 1999, 2051, 2064, 2094, 2105, 2133,
    2152, 2183, 2257, 2304, 2345, 2396, 2430, 2466, 2503, 2521, 2559, 2606, 2622, 2648, 2674,
    2719, 2747, 2768, 2793, 2827, 2872, 2899, 2942, 2973, 2994, 3025, 3056, 3099, 3129, 3159,
    3195, 3216, 3258, 3278, 3365, 3397, 3431, 3467, 3500, 3524, 3560, 3602, 3630, 3667, 3695,
    3724, 3743, 3763, 3811, 3837, 3862, 3891, 3917, 3949, 3980, 4006, 4026, 4057, 4087, 4123,
    4144, 4191, 4231, 4284, 4331, 4374, 4396, 4414, 4424, 4450, 4481, 4523, 4551, 4579, 4593,
    4610, 4625, 4652, 4673, 4693, 4720, 4744, 4775, 4795, 4830, 4852, 4881, 4898, 4942, 4980,
    5012, 5033, 5055, 5084, 5114, 5167, 5201, 5233, 5254, 5275, 5321, 5361, 5399, 5420, 5457,
    5492, 5520, 5552, 5576, 5599, 5638, 5667, 5712, 5743, 5819, 5845, 5882, 5913, 5945, 5979,
    6007, 6035, 6057, 6090, 6114, 6132, 6170, 6192, 6211, 6259, 6287, 6308, 6322, 6330, 6340,
    6375, 6415, 6466, 6495, 6537, 6566, 6589, 6618, 6643, 6679, 6704, 6731, 6759, 6789, 6820,
    6838, 6868, 6894, 6922, 6975, 7017, 7048, 7094, 7132, 7155, 7178, 7219, 7267, 7290, 7309,
    7338, 7358, 7397, 7446, 7477, 7505, 7526, 7547, 7588, 7616, 7663, 7710, 7749, 7795, 7843,
    7872, 7893, 7942, 7961, 7991, 8049, 8074, 8098, 8134, 8200, 8236, 8276, 8295, 8343, 8362,
    8393, 8415, 8443, 8477, 8523, 8575, 8613, 8647, 8686, 8710, 8743, 8782, 8822, 8866, 8896,
    8939, 8982, 9018, 9061, 9087, 9110, 9145, 9182, 9223, 9277, 9323,
  ]
  /// Feature of each row.
  static let indices: InlineArray<287, UInt16> = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 19, 21, 22, 23, 24, 25, 26, 27, 28,
    29, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 43, 44, 45, 46, 47, 49, 50, 51, 52, 53, 54,
    55, 56, 57, 58, 59, 60, 61, 62, 63, 75, 84, 86, 89, 90, 91, 93, 94, 95, 96, 97, 98, 99, 100,
    101, 102, 103, 104, 105, 106, 107, 108, 109, 111, 112, 115, 117, 118, 122, 125, 126, 128, 129,
    130, 131, 132, 160, 161, 162, 163, 164, 165, 166, 167, 168, 169, 170, 171, 172, 173, 174, 175,
    176, 177, 178, 179, 180, 181, 183, 184, 185, 186, 187, 188, 189, 190, 191, 192, 193, 194, 195,
    196, 197, 198, 199, 200, 201, 202, 203, 204, 205, 206, 208, 214, 216, 217, 219, 220, 221, 222,
    223, 231, 232, 233, 234, 256, 258, 265, 268, 270, 271, 272, 273, 274, 275, 276, 279, 280, 281,
    282, 283, 284, 285, 286, 289, 290, 291, 292, 293, 296, 297, 298, 299, 301, 302, 303, 304, 306,
    307, 308, 310, 311, 312, 313, 314, 315, 316, 317, 318, 319, 320, 321, 322, 324, 325, 326, 327,
    328, 330, 331, 332, 337, 338, 339, 340, 341, 343, 346, 347, 350, 351, 352, 353, 354, 357, 358,
    360, 362, 363, 369, 370, 371, 372, 375, 379, 380, 381, 382, 383, 384, 416, 417, 418, 419, 420,
    421, 422, 484, 485, 488, 490, 494, 497, 498, 504, 512, 513, 514, 515, 516, 517, 518, 519, 520,
    521, 522, 523, 524, 525, 526, 527, 528, 529, 530, 531, 532, 533, 535, 536, 537, 538, 539, 540,
    541, 542, 544, 574, 577, 578,
  ]
  /// Abbreviation of each featureset word.
  static let words: StaticString = """
    1d\
    1c\
    e1d\
    e1c\
    Da1\
    7b0\
    7c0\
    e7d\
    e8b\
    7d0\
    7a1\
    e21a\
    7b1\
    7d2\
    7c1\
    7d1\
    m10Al\
    m10Ah\
    e21c\

    """
  /// Where each text begins, and the end.
  static let wordsOffsets: InlineArray<20, UInt32> = [
    0, 2, 4, 7, 10, 13, 16, 19, 22, 25, 28, 31, 35, 38, 41, 44, 47, 52, 57, 61,
  ]
}
