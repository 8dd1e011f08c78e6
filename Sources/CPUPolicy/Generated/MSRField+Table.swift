// Generated from the tables in ABI/ by `make generate`. Do not edit: change the table.
// swift-format-ignore-file
extension MSRField {
  /// Number of MSR fields in the table.
  public static let count = 333
  /// Position of the MSR | low bit << 8 | high bit << 16.
  static let places: InlineArray<333, UInt32> = [
    0x00000000, 0x00010100, 0x00020200, 0x000e0800, 0x000f0f00, 0x00111100, 0x00121200,
    0x00141400, 0x003f0001, 0x000f0802, 0x001c1c02, 0x001d1d02, 0x001e1e02, 0x001f1f02,
    0x00212102, 0x002f2802, 0x00000003, 0x00020203, 0x00030303, 0x00040403, 0x00050503,
    0x00060603, 0x00070703, 0x003f0004, 0x00000005, 0x00010105, 0x00020205, 0x00000006,
    0x00010106, 0x003f0007, 0x003f0008, 0x003f0009, 0x003f000a, 0x003f000b, 0x0000000c,
    0x0001010c, 0x0000000d, 0x0003030d, 0x0007070d, 0x000b0b0d, 0x000c0c0d, 0x0010100d,
    0x0012120d, 0x0016160d, 0x0017170d, 0x0022220d, 0x0026260d, 0x0005000e, 0x0006060e,
    0x0007070e, 0x000b080e, 0x000c0c0e, 0x000d0d0e, 0x000e0e0e, 0x000f0f0e, 0x0010100e,
    0x0011110e, 0x003f000f, 0x001e0010, 0x002c2010, 0x00303010, 0x00313110, 0x00353210,
    0x00363610, 0x00373710, 0x00383810, 0x003a3a10, 0x001f0011, 0x00202011, 0x00222111,
    0x00232311, 0x00242411, 0x00252511, 0x00262611, 0x00272711, 0x001f0012, 0x00212112,
    0x00222212, 0x00232312, 0x00262412, 0x00272712, 0x00282812, 0x00292912, 0x002a2a12,
    0x002b2b12, 0x002c2c12, 0x002e2d12, 0x002f2f12, 0x00303012, 0x00313112, 0x00333312,
    0x00343412, 0x00353512, 0x00363612, 0x00373712, 0x00383812, 0x00393912, 0x003a3a12,
    0x003b3b12, 0x003c3c12, 0x003d3d12, 0x003e3e12, 0x003f3f12, 0x001f0013, 0x00212013,
    0x00222213, 0x00282313, 0x00292913, 0x002b2a13, 0x002c2c13, 0x002e2d13, 0x002f2f13,
    0x00313013, 0x00323213, 0x00333313, 0x00343413, 0x00353513, 0x00363613, 0x00373713,
    0x00383813, 0x00393913, 0x003a3a13, 0x003b3b13, 0x003c3c13, 0x003d3d13, 0x003e3e13,
    0x003f3f13, 0x001f0014, 0x00212014, 0x00222214, 0x00282314, 0x00292914, 0x002a2a14,
    0x002b2b14, 0x002c2c14, 0x002d2d14, 0x002e2e14, 0x002f2f14, 0x00303014, 0x00313114,
    0x00323214, 0x00333314, 0x00343414, 0x00353514, 0x00363614, 0x00373714, 0x00040015,
    0x00050515, 0x00060615, 0x00070715, 0x00080815, 0x000e0e15, 0x000f0f15, 0x00181015,
    0x001b1915, 0x001c1c15, 0x001d1d15, 0x001e1e15, 0x003f2015, 0x003f0016, 0x003f0017,
    0x003f0018, 0x003f0019, 0x0009011a, 0x001f001b, 0x0020201b, 0x0021211b, 0x0022221b,
    0x0023231b, 0x0024241b, 0x0025251b, 0x0026261b, 0x0027271b, 0x0028281b, 0x0029291b,
    0x002a2a1b, 0x002b2b1b, 0x002c2c1b, 0x002d2d1b, 0x002e2e1b, 0x002f2f1b, 0x0030301b,
    0x0031311b, 0x0032321b, 0x0033331b, 0x0034341b, 0x0035351b, 0x0036361b, 0x0037371b,
    0x0038381b, 0x0039391b, 0x003a3a1b, 0x003b3b1b, 0x003c3c1b, 0x003e3e1b, 0x003f3f1b,
    0x0000001c, 0x0006061c, 0x0007071c, 0x0008081c, 0x000e0e1c, 0x0010101c, 0x0011111c,
    0x0014141c, 0x0015151c, 0x0016161c, 0x0017171c, 0x0019191c, 0x001a1a1c, 0x0020201c,
    0x0028281c, 0x0029291c, 0x002a2a1c, 0x002b2b1c, 0x0035301c, 0x001f001d, 0x0020201d,
    0x0022211d, 0x0023231d, 0x0024241d, 0x0025251d, 0x0026261d, 0x0027271d, 0x001f001e,
    0x0021211e, 0x0022221e, 0x0023231e, 0x0026241e, 0x0027271e, 0x0028281e, 0x0029291e,
    0x002a2a1e, 0x002b2b1e, 0x002c2c1e, 0x002e2d1e, 0x002f2f1e, 0x0030301e, 0x0031311e,
    0x0033331e, 0x0034341e, 0x0035351e, 0x0036361e, 0x0037371e, 0x0038381e, 0x0039391e,
    0x003a3a1e, 0x003b3b1e, 0x003c3c1e, 0x003d3d1e, 0x003e3e1e, 0x003f3f1e, 0x001f001f,
    0x0021201f, 0x0022221f, 0x0028231f, 0x0029291f, 0x002b2a1f, 0x002c2c1f, 0x002e2d1f,
    0x002f2f1f, 0x0031301f, 0x0032321f, 0x0033331f, 0x0034341f, 0x0035351f, 0x0036361f,
    0x0037371f, 0x0038381f, 0x0039391f, 0x003a3a1f, 0x003b3b1f, 0x003c3c1f, 0x003d3d1f,
    0x003e3e1f, 0x003f3f1f, 0x001f0020, 0x00212020, 0x00222220, 0x00282320, 0x00292920,
    0x002a2a20, 0x002b2b20, 0x002c2c20, 0x002d2d20, 0x002e2e20, 0x002f2f20, 0x00303020,
    0x00313120, 0x00323220, 0x00333320, 0x00343420, 0x00353520, 0x00363620, 0x00373720,
    0x00000021, 0x003f0121, 0x00000022, 0x00010122, 0x00020222, 0x00030322, 0x00040422,
    0x00070722, 0x00000023, 0x00010123, 0x00020223, 0x00030323, 0x003f0423, 0x003f0024,
    0x001f0025, 0x00272025, 0x00030326, 0x00040426, 0x00060626, 0x00080826, 0x00090926,
    0x000a0a26, 0x00121226, 0x00181826, 0x00191926, 0x001b1b26, 0x001e1e26, 0x00212126,
    0x00232326, 0x00030327, 0x00040427, 0x003f0028, 0x003f0029, 0x003f002a, 0x003f002b,
    0x0001012c, 0x0009092c, 0x0004042d, 0x0021212d,
  ]
  /// Guest, audit, level and migration rule, severity, kind: four bits each.
  static let rules: InlineArray<333, UInt32> = [
    0x00022566, 0x00020755, 0x00020566, 0x00320751, 0x00020751, 0x00020566, 0x00020566,
    0x00020566, 0x00105643, 0x00120751, 0x00020751, 0x00020751, 0x00020751, 0x00020000,
    0x00020751, 0x00120751, 0x00020751, 0x00020751, 0x00020751, 0x00020751, 0x00040751,
    0x00020751, 0x00020751, 0x00330566, 0x00020755, 0x00040755, 0x00020755, 0x00020755,
    0x00040755, 0x00320755, 0x00320755, 0x00320755, 0x00320755, 0x00320755, 0x00020755,
    0x00020755, 0x00020755, 0x00020755, 0x00020755, 0x00020755, 0x00020755, 0x00020755,
    0x00020755, 0x00040755, 0x00020755, 0x00030755, 0x00020755, 0x00544431, 0x00020001,
    0x00020001, 0x00542431, 0x00020001, 0x00020000, 0x00020001, 0x00020001, 0x00020001,
    0x00020001, 0x00320755, 0x00142433, 0x00142310, 0x00040120, 0x00040001, 0x00542430,
    0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00340120, 0x00040000, 0x00342430,
    0x00040000, 0x00042430, 0x00040000, 0x00040000, 0x00040000, 0x00340120, 0x00042430,
    0x00040000, 0x00040000, 0x00342430, 0x00040000, 0x00042430, 0x00040000, 0x00040000,
    0x00040000, 0x00040000, 0x00342430, 0x00040000, 0x00040000, 0x00040000, 0x00040000,
    0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00042430,
    0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00340120, 0x00342430,
    0x00040000, 0x00342430, 0x00040000, 0x00342430, 0x00040000, 0x00342430, 0x00040000,
    0x00342430, 0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000,
    0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000,
    0x00040000, 0x00340120, 0x00342430, 0x00040000, 0x00342430, 0x00040000, 0x00040000,
    0x00040000, 0x00042430, 0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000,
    0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00142430,
    0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040001, 0x00040000, 0x00121210,
    0x00121210, 0x00040000, 0x00040000, 0x00040000, 0x00120751, 0x00340120, 0x00340000,
    0x00340120, 0x00340566, 0x00120566, 0x00340120, 0x00040000, 0x00040000, 0x00040000,
    0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000,
    0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000,
    0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000,
    0x00040000, 0x00043000, 0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000,
    0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000,
    0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000,
    0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00121210, 0x00340120, 0x00040000,
    0x00342430, 0x00040000, 0x00042430, 0x00040000, 0x00040000, 0x00040000, 0x00340120,
    0x00042430, 0x00040000, 0x00040000, 0x00342430, 0x00040000, 0x00042430, 0x00040000,
    0x00040000, 0x00040000, 0x00040000, 0x00342430, 0x00040000, 0x00040000, 0x00040000,
    0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000,
    0x00042430, 0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00340120,
    0x00342430, 0x00040000, 0x00342430, 0x00040000, 0x00342430, 0x00040000, 0x00342430,
    0x00040000, 0x00342430, 0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000,
    0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000,
    0x00040000, 0x00040000, 0x00340120, 0x00342430, 0x00040000, 0x00342430, 0x00040000,
    0x00040000, 0x00040000, 0x00042430, 0x00040000, 0x00040000, 0x00040000, 0x00040000,
    0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000, 0x00040000,
    0x00040000, 0x00340001, 0x00040001, 0x00040001, 0x00040001, 0x00040001, 0x00040001,
    0x00030001, 0x00040001, 0x00040001, 0x00040001, 0x00040001, 0x00340001, 0x00320755,
    0x00123755, 0x00123755, 0x00020755, 0x00020755, 0x00020755, 0x00020755, 0x00020755,
    0x00020755, 0x00020755, 0x00023432, 0x00020755, 0x00020755, 0x00020755, 0x00020755,
    0x00020755, 0x00020755, 0x00040755, 0x00320755, 0x00320755, 0x00320755, 0x00320755,
    0x00032432, 0x00030751, 0x00030755, 0x00030755,
  ]

  /// locked: further writes fault until reset.
  @inlinable public static var featureControlLock: MSRField { MSRField(rawValue: 0) }

  /// VMXON inside SMX.
  @inlinable public static var featureControlVmxInSmx: MSRField { MSRField(rawValue: 1) }

  /// VMXON outside SMX; follows VMX.
  @inlinable public static var featureControlVmxOutsideSmx: MSRField { MSRField(rawValue: 2) }

  /// GETSEC SENTER function enables.
  @inlinable public static var featureControlSenterLocals: MSRField { MSRField(rawValue: 3) }

  /// GETSEC SENTER enable.
  @inlinable public static var featureControlSenter: MSRField { MSRField(rawValue: 4) }

  /// launch-key MSRs writable; follows SGX_LC.
  @inlinable public static var featureControlSgxLaunchControl: MSRField { MSRField(rawValue: 5) }

  /// SGX enable; follows SGX.
  @inlinable public static var featureControlSgx: MSRField { MSRField(rawValue: 6) }

  /// local machine checks; follows MCG_CAP.LMCE_P.
  @inlinable public static var featureControlLmce: MSRField { MSRField(rawValue: 7) }

  /// loaded microcode (upper half on Intel, lower half on AMD); KVM lets the VMM choose it.
  @inlinable public static var microcodeRevision: MSRField { MSRField(rawValue: 8) }

  /// base ratio; zero for guests.
  @inlinable public static var platformInfoMaxNonTurboRatio: MSRField { MSRField(rawValue: 9) }

  /// turbo ratio limits writable.
  @inlinable public static var platformInfoProgrammableTurbo: MSRField { MSRField(rawValue: 10) }

  /// turbo power limits writable.
  @inlinable public static var platformInfoProgrammableTdp: MSRField { MSRField(rawValue: 11) }

  /// temperature target offset writable.
  @inlinable public static var platformInfoProgrammableTjOffset: MSRField { MSRField(rawValue: 12) }

  /// CPUID faulting can be switched on in MSR 0x140; emulable, so HVM max sets it always.
  @inlinable public static var platformInfoCpuidFaulting: MSRField { MSRField(rawValue: 13) }

  /// low power mode.
  @inlinable public static var platformInfoLowPowerMode: MSRField { MSRField(rawValue: 14) }

  /// lowest efficient ratio.
  @inlinable public static var platformInfoMaxEfficiencyRatio: MSRField { MSRField(rawValue: 15) }

  /// second-level TLB quality of service; MSR readable with CORE_CAPS.
  @inlinable public static var coreCapsStlbQos: MSRField { MSRField(rawValue: 16) }

  /// functional-safety MSRs.
  @inlinable public static var coreCapsFusa: MSRField { MSRField(rawValue: 17) }

  /// RSM only at CPL 0.
  @inlinable public static var coreCapsRsmCpl0Only: MSRField { MSRField(rawValue: 18) }

  /// uncacheable locked access can raise #GP.
  @inlinable public static var coreCapsUcLockGp: MSRField { MSRField(rawValue: 19) }

  /// split-lock access can raise #AC (MSR 0x33 bit 29).
  @inlinable public static var coreCapsSplitLockDetect: MSRField { MSRField(rawValue: 20) }

  /// snoop filter quality of service.
  @inlinable public static var coreCapsSnoopFilterQos: MSRField { MSRField(rawValue: 21) }

  /// uncacheable stores can be throttled.
  @inlinable public static var coreCapsUcStoreThrottle: MSRField { MSRField(rawValue: 22) }

  /// feature bits are rows of words 16 (low) and 17 (high); readable only with ARCH_CAPS. Bits that
  /// no feature names are zero.
  @inlinable public static var archCapabilities: MSRField { MSRField(rawValue: 23) }

  /// transactions abort; MSR exists with TSX_FORCE_ABORT.
  @inlinable public static var tsxForceAbortRtm: MSRField { MSRField(rawValue: 24) }

  /// hides HLE and RTM in leaf 7.
  @inlinable public static var tsxForceAbortCpuidClear: MSRField { MSRField(rawValue: 25) }

  /// development mode that enables RTM.
  @inlinable public static var tsxForceAbortSdvEnable: MSRField { MSRField(rawValue: 26) }

  /// transactions abort at once; MSR exists with TSX_CTRL.
  @inlinable public static var tsxCtrlRtmDisable: MSRField { MSRField(rawValue: 27) }

  /// hides HLE and RTM in leaf 7: raw policy depends on it.
  @inlinable public static var tsxCtrlCpuidClear: MSRField { MSRField(rawValue: 28) }

  /// CPUID masking: leaf 1 masks, Nehalem and Westmere; a value other than all ones means raw is
  /// not silicon.
  @inlinable public static var cpuidMaskV2Leaf1: MSRField { MSRField(rawValue: 29) }

  /// CPUID masking: leaf 0x80000001 masks, Nehalem and Westmere; a value other than all ones means
  /// raw is not silicon.
  @inlinable public static var cpuidMaskV2Extended1: MSRField { MSRField(rawValue: 30) }

  /// CPUID masking: leaf 1 masks, Sandy Bridge; a value other than all ones means raw is not
  /// silicon.
  @inlinable public static var cpuidMaskV3Leaf1: MSRField { MSRField(rawValue: 31) }

  /// CPUID masking: leaf 0x80000001 masks, Sandy Bridge; a value other than all ones means raw is
  /// not silicon.
  @inlinable public static var cpuidMaskV3Extended1: MSRField { MSRField(rawValue: 32) }

  /// CPUID masking: leaf 0xd subleaf 1 EAX mask, Sandy Bridge; a value other than all ones means
  /// raw is not silicon.
  @inlinable public static var cpuidMaskV3LeafD1: MSRField { MSRField(rawValue: 33) }

  /// CPUID above CPL 0 faults; writable only when 0xce bit 31 is offered.
  @inlinable public static var miscFeaturesCpuidFault: MSRField { MSRField(rawValue: 34) }

  /// MONITOR/MWAIT at CPL 3 raises #UD (Knights parts: enables it).
  @inlinable public static var miscFeaturesMonitorFault: MSRField { MSRField(rawValue: 35) }

  /// fast REP strings; 0 makes ERMS meaningless (Xen clears ERMS).
  @inlinable public static var miscEnableFastStrings: MSRField { MSRField(rawValue: 36) }

  /// automatic thermal control.
  @inlinable public static var miscEnableThermalControl: MSRField { MSRField(rawValue: 37) }

  /// performance monitoring present; 0 goes with leaf 0xa zero.
  @inlinable public static var miscEnablePerfmonAvailable: MSRField { MSRField(rawValue: 38) }

  /// branch trace store absent; reads 1 for guests without DS.
  @inlinable public static var miscEnableBtsUnavailable: MSRField { MSRField(rawValue: 39) }

  /// PEBS absent; reads 1 for guests without it.
  @inlinable public static var miscEnablePebsUnavailable: MSRField { MSRField(rawValue: 40) }

  /// gates the EIST bit.
  @inlinable public static var miscEnableSpeedStep: MSRField { MSRField(rawValue: 41) }

  /// gates the MONITOR bit of leaf 1.
  @inlinable public static var miscEnableMonitor: MSRField { MSRField(rawValue: 42) }

  /// limits the basic maximum to 2 or 3: must be clear when the raw policy is read.
  @inlinable public static var miscEnableLimitCpuid: MSRField { MSRField(rawValue: 43) }

  /// gates XTPR.
  @inlinable public static var miscEnableXtprDisable: MSRField { MSRField(rawValue: 44) }

  /// hides NX in 0x80000001 EDX: must be clear when the raw policy is read.
  @inlinable public static var miscEnableXdDisable: MSRField { MSRField(rawValue: 45) }

  /// hides turbo in leaf 6 EAX bit 1.
  @inlinable public static var miscEnableTurboDisable: MSRField { MSRField(rawValue: 46) }

  /// layout of LBR records (0-7, 0x3f architectural); zero unless LBR is offered; MSR readable with
  /// PDCM.
  @inlinable public static var perfCapLbrFormat: MSRField { MSRField(rawValue: 47) }

  /// PEBS is trap-like.
  @inlinable public static var perfCapPebsTrap: MSRField { MSRField(rawValue: 48) }

  /// PEBS saves all architectural registers.
  @inlinable public static var perfCapPebsArchRegs: MSRField { MSRField(rawValue: 49) }

  /// PEBS record layout.
  @inlinable public static var perfCapPebsFormat: MSRField { MSRField(rawValue: 50) }

  /// counters can stop in SMM.
  @inlinable public static var perfCapFreezeWhileSmm: MSRField { MSRField(rawValue: 51) }

  /// full-width counter write aliases at 0x4c1.
  @inlinable public static var perfCapFullWidthWrite: MSRField { MSRField(rawValue: 52) }

  /// adaptive PEBS.
  @inlinable public static var perfCapPebsBaseline: MSRField { MSRField(rawValue: 53) }

  /// top-down metrics MSR.
  @inlinable public static var perfCapMetrics: MSRField { MSRField(rawValue: 54) }

  /// PEBS records can go to processor trace.
  @inlinable public static var perfCapPebsOutputPt: MSRField { MSRField(rawValue: 55) }

  /// timed PEBS (cycle counts in records).
  @inlinable public static var perfCapPebsTimed: MSRField { MSRField(rawValue: 56) }

  /// CPUID masking: leaf 1 ECX and EDX masks, Core 2 late steppings; a value other than all ones
  /// means raw is not silicon.
  @inlinable public static var cpuidMaskV1Leaf1: MSRField { MSRField(rawValue: 57) }

  /// VMCS revision; a VMCS image is only good for this value.
  @inlinable public static var vmxBasicRevision: MSRField { MSRField(rawValue: 58) }

  /// VMCS region size (at most 4096).
  @inlinable public static var vmxBasicVmcsSize: MSRField { MSRField(rawValue: 59) }

  /// VMX structures limited to 32-bit addresses; 0 on 64-bit parts.
  @inlinable public static var vmxBasicPhys32: MSRField { MSRField(rawValue: 60) }

  /// dual-monitor treatment of SMM.
  @inlinable public static var vmxBasicDualMonitor: MSRField { MSRField(rawValue: 61) }

  /// memory type for VMCS access, 6 = write-back.
  @inlinable public static var vmxBasicMemoryType: MSRField { MSRField(rawValue: 62) }

  /// INS/OUTS exit information.
  @inlinable public static var vmxBasicInsOutsInfo: MSRField { MSRField(rawValue: 63) }

  /// the true control MSRs 0x48d-0x490 exist.
  @inlinable public static var vmxBasicTrueControls: MSRField { MSRField(rawValue: 64) }

  /// any exception may be injected without error code.
  @inlinable public static var vmxBasicHardwareExceptionNoErrorCode: MSRField { MSRField(rawValue: 65) }

  /// nested-exception support with FRED.
  @inlinable public static var vmxBasicNestedException: MSRField { MSRField(rawValue: 66) }

  /// allowed-0 half: a set bit means the control must be 1. Bits a host insists on cannot be
  /// dropped.
  @inlinable public static var vmxPinMustBeOne: MSRField { MSRField(rawValue: 67) }

  /// allowed-1 half, control bit 0: exit on external interrupt.
  @inlinable public static var vmxPinExternalInterruptExit: MSRField { MSRField(rawValue: 68) }

  /// allowed-1 half of reserved control bits 1-2: 1 on every part, kept 1 by software that does not
  /// know them.
  @inlinable public static var vmxPinDefaultOnes1: MSRField { MSRField(rawValue: 69) }

  /// allowed-1 half, control bit 3: exit on NMI.
  @inlinable public static var vmxPinNmiExit: MSRField { MSRField(rawValue: 70) }

  /// allowed-1 half of reserved control bits 4-4: 1 on every part, kept 1 by software that does not
  /// know them.
  @inlinable public static var vmxPinDefaultOnes4: MSRField { MSRField(rawValue: 71) }

  /// allowed-1 half, control bit 5: virtual NMIs.
  @inlinable public static var vmxPinVirtualNmis: MSRField { MSRField(rawValue: 72) }

  /// allowed-1 half, control bit 6: VMX preemption timer.
  @inlinable public static var vmxPinPreemptionTimer: MSRField { MSRField(rawValue: 73) }

  /// allowed-1 half, control bit 7: posted interrupts.
  @inlinable public static var vmxPinPostedInterrupts: MSRField { MSRField(rawValue: 74) }

  /// allowed-0 half: a set bit means the control must be 1. Bits a host insists on cannot be
  /// dropped.
  @inlinable public static var vmxProcMustBeOne: MSRField { MSRField(rawValue: 75) }

  /// allowed-1 half of reserved control bits 1-1: 1 on every part, kept 1 by software that does not
  /// know them.
  @inlinable public static var vmxProcDefaultOnes1: MSRField { MSRField(rawValue: 76) }

  /// allowed-1 half, control bit 2: interrupt-window exit.
  @inlinable public static var vmxProcInterruptWindowExit: MSRField { MSRField(rawValue: 77) }

  /// allowed-1 half, control bit 3: TSC offset.
  @inlinable public static var vmxProcTscOffsetting: MSRField { MSRField(rawValue: 78) }

  /// allowed-1 half of reserved control bits 4-6: 1 on every part, kept 1 by software that does not
  /// know them.
  @inlinable public static var vmxProcDefaultOnes4: MSRField { MSRField(rawValue: 79) }

  /// allowed-1 half, control bit 7: exit on HLT.
  @inlinable public static var vmxProcHltExit: MSRField { MSRField(rawValue: 80) }

  /// allowed-1 half of reserved control bits 8-8: 1 on every part, kept 1 by software that does not
  /// know them.
  @inlinable public static var vmxProcDefaultOnes8: MSRField { MSRField(rawValue: 81) }

  /// allowed-1 half, control bit 9: exit on INVLPG.
  @inlinable public static var vmxProcInvlpgExit: MSRField { MSRField(rawValue: 82) }

  /// allowed-1 half, control bit 10: exit on MWAIT.
  @inlinable public static var vmxProcMwaitExit: MSRField { MSRField(rawValue: 83) }

  /// allowed-1 half, control bit 11: exit on RDPMC.
  @inlinable public static var vmxProcRdpmcExit: MSRField { MSRField(rawValue: 84) }

  /// allowed-1 half, control bit 12: exit on RDTSC.
  @inlinable public static var vmxProcRdtscExit: MSRField { MSRField(rawValue: 85) }

  /// allowed-1 half of reserved control bits 13-14: 1 on every part, kept 1 by software that does
  /// not know them.
  @inlinable public static var vmxProcDefaultOnes13: MSRField { MSRField(rawValue: 86) }

  /// allowed-1 half, control bit 15: exit on MOV to CR3.
  @inlinable public static var vmxProcCr3LoadExit: MSRField { MSRField(rawValue: 87) }

  /// allowed-1 half, control bit 16: exit on MOV from CR3.
  @inlinable public static var vmxProcCr3StoreExit: MSRField { MSRField(rawValue: 88) }

  /// allowed-1 half, control bit 17: tertiary controls (MSR 0x492).
  @inlinable public static var vmxProcTertiaryControls: MSRField { MSRField(rawValue: 89) }

  /// allowed-1 half, control bit 19: exit on MOV to CR8.
  @inlinable public static var vmxProcCr8LoadExit: MSRField { MSRField(rawValue: 90) }

  /// allowed-1 half, control bit 20: exit on MOV from CR8.
  @inlinable public static var vmxProcCr8StoreExit: MSRField { MSRField(rawValue: 91) }

  /// allowed-1 half, control bit 21: TPR shadow.
  @inlinable public static var vmxProcTprShadow: MSRField { MSRField(rawValue: 92) }

  /// allowed-1 half, control bit 22: NMI-window exit.
  @inlinable public static var vmxProcNmiWindowExit: MSRField { MSRField(rawValue: 93) }

  /// allowed-1 half, control bit 23: exit on MOV DR.
  @inlinable public static var vmxProcMovDrExit: MSRField { MSRField(rawValue: 94) }

  /// allowed-1 half, control bit 24: exit on every I/O instruction.
  @inlinable public static var vmxProcUnconditionalIoExit: MSRField { MSRField(rawValue: 95) }

  /// allowed-1 half, control bit 25: I/O bitmaps.
  @inlinable public static var vmxProcIoBitmaps: MSRField { MSRField(rawValue: 96) }

  /// allowed-1 half of reserved control bits 26-26: 1 on every part, kept 1 by software that does
  /// not know them.
  @inlinable public static var vmxProcDefaultOnes26: MSRField { MSRField(rawValue: 97) }

  /// allowed-1 half, control bit 27: single-step exits.
  @inlinable public static var vmxProcMonitorTrapFlag: MSRField { MSRField(rawValue: 98) }

  /// allowed-1 half, control bit 28: MSR bitmaps.
  @inlinable public static var vmxProcMsrBitmaps: MSRField { MSRField(rawValue: 99) }

  /// allowed-1 half, control bit 29: exit on MONITOR.
  @inlinable public static var vmxProcMonitorExit: MSRField { MSRField(rawValue: 100) }

  /// allowed-1 half, control bit 30: exit on PAUSE.
  @inlinable public static var vmxProcPauseExit: MSRField { MSRField(rawValue: 101) }

  /// allowed-1 half, control bit 31: secondary controls (MSR 0x48b).
  @inlinable public static var vmxProcSecondaryControls: MSRField { MSRField(rawValue: 102) }

  /// allowed-0 half: a set bit means the control must be 1. Bits a host insists on cannot be
  /// dropped.
  @inlinable public static var vmxExitMustBeOne: MSRField { MSRField(rawValue: 103) }

  /// allowed-1 half of reserved control bits 0-1: 1 on every part, kept 1 by software that does not
  /// know them.
  @inlinable public static var vmxExitDefaultOnes0: MSRField { MSRField(rawValue: 104) }

  /// allowed-1 half, control bit 2: save DR7 and DEBUGCTL.
  @inlinable public static var vmxExitSaveDebugControls: MSRField { MSRField(rawValue: 105) }

  /// allowed-1 half of reserved control bits 3-8: 1 on every part, kept 1 by software that does not
  /// know them.
  @inlinable public static var vmxExitDefaultOnes3: MSRField { MSRField(rawValue: 106) }

  /// allowed-1 half, control bit 9: host runs in 64-bit mode.
  @inlinable public static var vmxExitHost64Bit: MSRField { MSRField(rawValue: 107) }

  /// allowed-1 half of reserved control bits 10-11: 1 on every part, kept 1 by software that does
  /// not know them.
  @inlinable public static var vmxExitDefaultOnes10: MSRField { MSRField(rawValue: 108) }

  /// allowed-1 half, control bit 12: load PERF_GLOBAL_CTRL.
  @inlinable public static var vmxExitLoadPerfGlobalCtrl: MSRField { MSRField(rawValue: 109) }

  /// allowed-1 half of reserved control bits 13-14: 1 on every part, kept 1 by software that does
  /// not know them.
  @inlinable public static var vmxExitDefaultOnes13: MSRField { MSRField(rawValue: 110) }

  /// allowed-1 half, control bit 15: acknowledge interrupt on exit.
  @inlinable public static var vmxExitAcknowledgeInterrupt: MSRField { MSRField(rawValue: 111) }

  /// allowed-1 half of reserved control bits 16-17: 1 on every part, kept 1 by software that does
  /// not know them.
  @inlinable public static var vmxExitDefaultOnes16: MSRField { MSRField(rawValue: 112) }

  /// allowed-1 half, control bit 18: save PAT.
  @inlinable public static var vmxExitSavePat: MSRField { MSRField(rawValue: 113) }

  /// allowed-1 half, control bit 19: load PAT.
  @inlinable public static var vmxExitLoadPat: MSRField { MSRField(rawValue: 114) }

  /// allowed-1 half, control bit 20: save EFER.
  @inlinable public static var vmxExitSaveEfer: MSRField { MSRField(rawValue: 115) }

  /// allowed-1 half, control bit 21: load EFER.
  @inlinable public static var vmxExitLoadEfer: MSRField { MSRField(rawValue: 116) }

  /// allowed-1 half, control bit 22: save preemption timer.
  @inlinable public static var vmxExitSavePreemptionTimer: MSRField { MSRField(rawValue: 117) }

  /// allowed-1 half, control bit 23: clear BNDCFGS.
  @inlinable public static var vmxExitClearBndcfgs: MSRField { MSRField(rawValue: 118) }

  /// allowed-1 half, control bit 24: no trace packets about VMX.
  @inlinable public static var vmxExitConcealFromPt: MSRField { MSRField(rawValue: 119) }

  /// allowed-1 half, control bit 25: clear trace control.
  @inlinable public static var vmxExitClearRtitCtl: MSRField { MSRField(rawValue: 120) }

  /// allowed-1 half, control bit 26: clear LBR control.
  @inlinable public static var vmxExitClearLbrCtl: MSRField { MSRField(rawValue: 121) }

  /// allowed-1 half, control bit 27: clear user-interrupt vector.
  @inlinable public static var vmxExitClearUinv: MSRField { MSRField(rawValue: 122) }

  /// allowed-1 half, control bit 28: load CET state.
  @inlinable public static var vmxExitLoadCetState: MSRField { MSRField(rawValue: 123) }

  /// allowed-1 half, control bit 29: load PKRS.
  @inlinable public static var vmxExitLoadPkrs: MSRField { MSRField(rawValue: 124) }

  /// allowed-1 half, control bit 30: save PERF_GLOBAL_CTRL.
  @inlinable public static var vmxExitSavePerfGlobalCtrl: MSRField { MSRField(rawValue: 125) }

  /// allowed-1 half, control bit 31: secondary exit controls (MSR 0x493).
  @inlinable public static var vmxExitSecondaryControls: MSRField { MSRField(rawValue: 126) }

  /// allowed-0 half: a set bit means the control must be 1. Bits a host insists on cannot be
  /// dropped.
  @inlinable public static var vmxEntryMustBeOne: MSRField { MSRField(rawValue: 127) }

  /// allowed-1 half of reserved control bits 0-1: 1 on every part, kept 1 by software that does not
  /// know them.
  @inlinable public static var vmxEntryDefaultOnes0: MSRField { MSRField(rawValue: 128) }

  /// allowed-1 half, control bit 2: load DR7 and DEBUGCTL.
  @inlinable public static var vmxEntryLoadDebugControls: MSRField { MSRField(rawValue: 129) }

  /// allowed-1 half of reserved control bits 3-8: 1 on every part, kept 1 by software that does not
  /// know them.
  @inlinable public static var vmxEntryDefaultOnes3: MSRField { MSRField(rawValue: 130) }

  /// allowed-1 half, control bit 9: guest runs in 64-bit mode.
  @inlinable public static var vmxEntryGuest64Bit: MSRField { MSRField(rawValue: 131) }

  /// allowed-1 half, control bit 10: enter SMM.
  @inlinable public static var vmxEntryEntryToSmm: MSRField { MSRField(rawValue: 132) }

  /// allowed-1 half, control bit 11: leave dual-monitor treatment.
  @inlinable public static var vmxEntryDeactivateDualMonitor: MSRField { MSRField(rawValue: 133) }

  /// allowed-1 half of reserved control bits 12-12: 1 on every part, kept 1 by software that does
  /// not know them.
  @inlinable public static var vmxEntryDefaultOnes12: MSRField { MSRField(rawValue: 134) }

  /// allowed-1 half, control bit 13: load PERF_GLOBAL_CTRL.
  @inlinable public static var vmxEntryLoadPerfGlobalCtrl: MSRField { MSRField(rawValue: 135) }

  /// allowed-1 half, control bit 14: load PAT.
  @inlinable public static var vmxEntryLoadPat: MSRField { MSRField(rawValue: 136) }

  /// allowed-1 half, control bit 15: load EFER.
  @inlinable public static var vmxEntryLoadEfer: MSRField { MSRField(rawValue: 137) }

  /// allowed-1 half, control bit 16: load BNDCFGS.
  @inlinable public static var vmxEntryLoadBndcfgs: MSRField { MSRField(rawValue: 138) }

  /// allowed-1 half, control bit 17: no trace packets about VMX.
  @inlinable public static var vmxEntryConcealFromPt: MSRField { MSRField(rawValue: 139) }

  /// allowed-1 half, control bit 18: load trace control.
  @inlinable public static var vmxEntryLoadRtitCtl: MSRField { MSRField(rawValue: 140) }

  /// allowed-1 half, control bit 19: load user-interrupt vector.
  @inlinable public static var vmxEntryLoadUinv: MSRField { MSRField(rawValue: 141) }

  /// allowed-1 half, control bit 20: load CET state.
  @inlinable public static var vmxEntryLoadCetState: MSRField { MSRField(rawValue: 142) }

  /// allowed-1 half, control bit 21: load LBR control.
  @inlinable public static var vmxEntryLoadLbrCtl: MSRField { MSRField(rawValue: 143) }

  /// allowed-1 half, control bit 22: load PKRS.
  @inlinable public static var vmxEntryLoadPkrs: MSRField { MSRField(rawValue: 144) }

  /// allowed-1 half, control bit 23: load FRED state.
  @inlinable public static var vmxEntryLoadFred: MSRField { MSRField(rawValue: 145) }

  /// preemption timer counts down each 2^n TSC cycles.
  @inlinable public static var vmxMiscPreemptionShift: MSRField { MSRField(rawValue: 146) }

  /// exit stores EFER.LMA into the entry control.
  @inlinable public static var vmxMiscSaveLma: MSRField { MSRField(rawValue: 147) }

  /// HLT activity state.
  @inlinable public static var vmxMiscActivityHlt: MSRField { MSRField(rawValue: 148) }

  /// shutdown activity state.
  @inlinable public static var vmxMiscActivityShutdown: MSRField { MSRField(rawValue: 149) }

  /// wait-for-SIPI activity state.
  @inlinable public static var vmxMiscActivityWaitSipi: MSRField { MSRField(rawValue: 150) }

  /// processor trace usable in VMX operation.
  @inlinable public static var vmxMiscPtInVmx: MSRField { MSRField(rawValue: 151) }

  /// SMBASE readable in SMM.
  @inlinable public static var vmxMiscSmbaseRead: MSRField { MSRField(rawValue: 152) }

  /// CR3-target values.
  @inlinable public static var vmxMiscCr3Targets: MSRField { MSRField(rawValue: 153) }

  /// recommended MSR list length: 512*(n+1).
  @inlinable public static var vmxMiscMsrListMax: MSRField { MSRField(rawValue: 154) }

  /// SMIs can be blocked by VMXOFF.
  @inlinable public static var vmxMiscSmmBlock: MSRField { MSRField(rawValue: 155) }

  /// VMWRITE to read-only exit fields.
  @inlinable public static var vmxMiscVmwriteAny: MSRField { MSRField(rawValue: 156) }

  /// instruction length 0 may be injected.
  @inlinable public static var vmxMiscZeroLengthInjection: MSRField { MSRField(rawValue: 157) }

  /// revision for the SMM monitor.
  @inlinable public static var vmxMiscMsegRevision: MSRField { MSRField(rawValue: 158) }

  /// CR0 bits that must be 1 in VMX operation.
  @inlinable public static var vmxCr0Fixed0: MSRField { MSRField(rawValue: 159) }

  /// CR0 bits that may be 1.
  @inlinable public static var vmxCr0Fixed1: MSRField { MSRField(rawValue: 160) }

  /// CR4 bits that must be 1 in VMX operation.
  @inlinable public static var vmxCr4Fixed0: MSRField { MSRField(rawValue: 161) }

  /// CR4 bits that may be 1; KVM computes it from the guest CPUID.
  @inlinable public static var vmxCr4Fixed1: MSRField { MSRField(rawValue: 162) }

  /// highest VMCS field index.
  @inlinable public static var vmxVmcsEnumMax: MSRField { MSRField(rawValue: 163) }

  /// allowed-0 half: a set bit means the control must be 1. Bits a host insists on cannot be
  /// dropped.
  @inlinable public static var vmxProc2MustBeOne: MSRField { MSRField(rawValue: 164) }

  /// allowed-1 half, control bit 0: virtualised APIC page.
  @inlinable public static var vmxProc2VirtualApicAccesses: MSRField { MSRField(rawValue: 165) }

  /// allowed-1 half, control bit 1: extended page tables.
  @inlinable public static var vmxProc2Ept: MSRField { MSRField(rawValue: 166) }

  /// allowed-1 half, control bit 2: exit on descriptor-table access.
  @inlinable public static var vmxProc2DescriptorExit: MSRField { MSRField(rawValue: 167) }

  /// allowed-1 half, control bit 3: RDTSCP usable in the guest.
  @inlinable public static var vmxProc2Rdtscp: MSRField { MSRField(rawValue: 168) }

  /// allowed-1 half, control bit 4: virtualised x2APIC mode.
  @inlinable public static var vmxProc2VirtualX2Apic: MSRField { MSRField(rawValue: 169) }

  /// allowed-1 half, control bit 5: virtual processor ids.
  @inlinable public static var vmxProc2Vpid: MSRField { MSRField(rawValue: 170) }

  /// allowed-1 half, control bit 6: exit on WBINVD.
  @inlinable public static var vmxProc2WbinvdExit: MSRField { MSRField(rawValue: 171) }

  /// allowed-1 half, control bit 7: real mode and unpaged guests.
  @inlinable public static var vmxProc2UnrestrictedGuest: MSRField { MSRField(rawValue: 172) }

  /// allowed-1 half, control bit 8: APIC registers virtualised.
  @inlinable public static var vmxProc2ApicRegisterVirtualization: MSRField { MSRField(rawValue: 173) }

  /// allowed-1 half, control bit 9: virtual interrupt delivery.
  @inlinable public static var vmxProc2VirtualInterruptDelivery: MSRField { MSRField(rawValue: 174) }

  /// allowed-1 half, control bit 10: pause-loop exit.
  @inlinable public static var vmxProc2PauseLoopExit: MSRField { MSRField(rawValue: 175) }

  /// allowed-1 half, control bit 11: exit on RDRAND.
  @inlinable public static var vmxProc2RdrandExit: MSRField { MSRField(rawValue: 176) }

  /// allowed-1 half, control bit 12: INVPCID usable in the guest.
  @inlinable public static var vmxProc2Invpcid: MSRField { MSRField(rawValue: 177) }

  /// allowed-1 half, control bit 13: VMFUNC.
  @inlinable public static var vmxProc2VmFunctions: MSRField { MSRField(rawValue: 178) }

  /// allowed-1 half, control bit 14: shadow VMCS.
  @inlinable public static var vmxProc2ShadowVmcs: MSRField { MSRField(rawValue: 179) }

  /// allowed-1 half, control bit 15: exit on ENCLS.
  @inlinable public static var vmxProc2EnclsExit: MSRField { MSRField(rawValue: 180) }

  /// allowed-1 half, control bit 16: exit on RDSEED.
  @inlinable public static var vmxProc2RdseedExit: MSRField { MSRField(rawValue: 181) }

  /// allowed-1 half, control bit 17: page-modification log.
  @inlinable public static var vmxProc2PageModificationLog: MSRField { MSRField(rawValue: 182) }

  /// allowed-1 half, control bit 18: EPT violations as exceptions.
  @inlinable public static var vmxProc2EptViolationVe: MSRField { MSRField(rawValue: 183) }

  /// allowed-1 half, control bit 19: guest not shown in trace.
  @inlinable public static var vmxProc2ConcealFromPt: MSRField { MSRField(rawValue: 184) }

  /// allowed-1 half, control bit 20: XSAVES usable in the guest.
  @inlinable public static var vmxProc2Xsaves: MSRField { MSRField(rawValue: 185) }

  /// allowed-1 half, control bit 21: PASID translation for ENQCMD.
  @inlinable public static var vmxProc2PasidTranslation: MSRField { MSRField(rawValue: 186) }

  /// allowed-1 half, control bit 22: execute permission by mode.
  @inlinable public static var vmxProc2ModeBasedExecute: MSRField { MSRField(rawValue: 187) }

  /// allowed-1 half, control bit 23: sub-page write permission.
  @inlinable public static var vmxProc2SubPageWrite: MSRField { MSRField(rawValue: 188) }

  /// allowed-1 half, control bit 24: trace output uses guest-physical addresses.
  @inlinable public static var vmxProc2PtGuestPhysical: MSRField { MSRField(rawValue: 189) }

  /// allowed-1 half, control bit 25: TSC scaling.
  @inlinable public static var vmxProc2TscScaling: MSRField { MSRField(rawValue: 190) }

  /// allowed-1 half, control bit 26: TPAUSE, UMONITOR, UMWAIT usable.
  @inlinable public static var vmxProc2UserWaitPause: MSRField { MSRField(rawValue: 191) }

  /// allowed-1 half, control bit 27: PCONFIG usable in the guest.
  @inlinable public static var vmxProc2Pconfig: MSRField { MSRField(rawValue: 192) }

  /// allowed-1 half, control bit 28: exit on ENCLV.
  @inlinable public static var vmxProc2EnclvExit: MSRField { MSRField(rawValue: 193) }

  /// allowed-1 half, control bit 30: exit on bus lock.
  @inlinable public static var vmxProc2BusLockExit: MSRField { MSRField(rawValue: 194) }

  /// allowed-1 half, control bit 31: exit on instruction timeout.
  @inlinable public static var vmxProc2InstructionTimeout: MSRField { MSRField(rawValue: 195) }

  /// execute-only mappings.
  @inlinable public static var vmxEptExecuteOnly: MSRField { MSRField(rawValue: 196) }

  /// four-level tables.
  @inlinable public static var vmxEptPageWalk4: MSRField { MSRField(rawValue: 197) }

  /// five-level tables.
  @inlinable public static var vmxEptPageWalk5: MSRField { MSRField(rawValue: 198) }

  /// tables may be uncacheable.
  @inlinable public static var vmxEptUncacheable: MSRField { MSRField(rawValue: 199) }

  /// tables may be write-back.
  @inlinable public static var vmxEptWriteBack: MSRField { MSRField(rawValue: 200) }

  /// 2 MiB pages.
  @inlinable public static var vmxEpt2M: MSRField { MSRField(rawValue: 201) }

  /// 1 GiB pages.
  @inlinable public static var vmxEpt1G: MSRField { MSRField(rawValue: 202) }

  /// INVEPT.
  @inlinable public static var vmxInvept: MSRField { MSRField(rawValue: 203) }

  /// accessed and dirty bits.
  @inlinable public static var vmxEptAccessedDirty: MSRField { MSRField(rawValue: 204) }

  /// more information on EPT violations.
  @inlinable public static var vmxEptAdvancedExitInfo: MSRField { MSRField(rawValue: 205) }

  /// supervisor shadow-stack control.
  @inlinable public static var vmxEptSupervisorShadowStack: MSRField { MSRField(rawValue: 206) }

  /// single-context INVEPT.
  @inlinable public static var vmxInveptSingle: MSRField { MSRField(rawValue: 207) }

  /// all-context INVEPT.
  @inlinable public static var vmxInveptAll: MSRField { MSRField(rawValue: 208) }

  /// INVVPID.
  @inlinable public static var vmxInvvpid: MSRField { MSRField(rawValue: 209) }

  /// single-address INVVPID.
  @inlinable public static var vmxInvvpidAddress: MSRField { MSRField(rawValue: 210) }

  /// single-context INVVPID.
  @inlinable public static var vmxInvvpidSingle: MSRField { MSRField(rawValue: 211) }

  /// all-context INVVPID.
  @inlinable public static var vmxInvvpidAll: MSRField { MSRField(rawValue: 212) }

  /// single-context INVVPID that keeps globals.
  @inlinable public static var vmxInvvpidSingleKeepGlobals: MSRField { MSRField(rawValue: 213) }

  /// largest HLAT prefix.
  @inlinable public static var vmxHlatPrefixMax: MSRField { MSRField(rawValue: 214) }

  /// allowed-0 half: a set bit means the control must be 1. Bits a host insists on cannot be
  /// dropped.
  @inlinable public static var trueVmxPinMustBeOne: MSRField { MSRField(rawValue: 215) }

  /// allowed-1 half, control bit 0: exit on external interrupt.
  @inlinable public static var trueVmxPinExternalInterruptExit: MSRField { MSRField(rawValue: 216) }

  /// allowed-1 half of reserved control bits 1-2: 1 on every part, kept 1 by software that does not
  /// know them.
  @inlinable public static var trueVmxPinDefaultOnes1: MSRField { MSRField(rawValue: 217) }

  /// allowed-1 half, control bit 3: exit on NMI.
  @inlinable public static var trueVmxPinNmiExit: MSRField { MSRField(rawValue: 218) }

  /// allowed-1 half of reserved control bits 4-4: 1 on every part, kept 1 by software that does not
  /// know them.
  @inlinable public static var trueVmxPinDefaultOnes4: MSRField { MSRField(rawValue: 219) }

  /// allowed-1 half, control bit 5: virtual NMIs.
  @inlinable public static var trueVmxPinVirtualNmis: MSRField { MSRField(rawValue: 220) }

  /// allowed-1 half, control bit 6: VMX preemption timer.
  @inlinable public static var trueVmxPinPreemptionTimer: MSRField { MSRField(rawValue: 221) }

  /// allowed-1 half, control bit 7: posted interrupts.
  @inlinable public static var trueVmxPinPostedInterrupts: MSRField { MSRField(rawValue: 222) }

  /// allowed-0 half: a set bit means the control must be 1. Bits a host insists on cannot be
  /// dropped.
  @inlinable public static var trueVmxProcMustBeOne: MSRField { MSRField(rawValue: 223) }

  /// allowed-1 half of reserved control bits 1-1: 1 on every part, kept 1 by software that does not
  /// know them.
  @inlinable public static var trueVmxProcDefaultOnes1: MSRField { MSRField(rawValue: 224) }

  /// allowed-1 half, control bit 2: interrupt-window exit.
  @inlinable public static var trueVmxProcInterruptWindowExit: MSRField { MSRField(rawValue: 225) }

  /// allowed-1 half, control bit 3: TSC offset.
  @inlinable public static var trueVmxProcTscOffsetting: MSRField { MSRField(rawValue: 226) }

  /// allowed-1 half of reserved control bits 4-6: 1 on every part, kept 1 by software that does not
  /// know them.
  @inlinable public static var trueVmxProcDefaultOnes4: MSRField { MSRField(rawValue: 227) }

  /// allowed-1 half, control bit 7: exit on HLT.
  @inlinable public static var trueVmxProcHltExit: MSRField { MSRField(rawValue: 228) }

  /// allowed-1 half of reserved control bits 8-8: 1 on every part, kept 1 by software that does not
  /// know them.
  @inlinable public static var trueVmxProcDefaultOnes8: MSRField { MSRField(rawValue: 229) }

  /// allowed-1 half, control bit 9: exit on INVLPG.
  @inlinable public static var trueVmxProcInvlpgExit: MSRField { MSRField(rawValue: 230) }

  /// allowed-1 half, control bit 10: exit on MWAIT.
  @inlinable public static var trueVmxProcMwaitExit: MSRField { MSRField(rawValue: 231) }

  /// allowed-1 half, control bit 11: exit on RDPMC.
  @inlinable public static var trueVmxProcRdpmcExit: MSRField { MSRField(rawValue: 232) }

  /// allowed-1 half, control bit 12: exit on RDTSC.
  @inlinable public static var trueVmxProcRdtscExit: MSRField { MSRField(rawValue: 233) }

  /// allowed-1 half of reserved control bits 13-14: 1 on every part, kept 1 by software that does
  /// not know them.
  @inlinable public static var trueVmxProcDefaultOnes13: MSRField { MSRField(rawValue: 234) }

  /// allowed-1 half, control bit 15: exit on MOV to CR3.
  @inlinable public static var trueVmxProcCr3LoadExit: MSRField { MSRField(rawValue: 235) }

  /// allowed-1 half, control bit 16: exit on MOV from CR3.
  @inlinable public static var trueVmxProcCr3StoreExit: MSRField { MSRField(rawValue: 236) }

  /// allowed-1 half, control bit 17: tertiary controls (MSR 0x492).
  @inlinable public static var trueVmxProcTertiaryControls: MSRField { MSRField(rawValue: 237) }

  /// allowed-1 half, control bit 19: exit on MOV to CR8.
  @inlinable public static var trueVmxProcCr8LoadExit: MSRField { MSRField(rawValue: 238) }

  /// allowed-1 half, control bit 20: exit on MOV from CR8.
  @inlinable public static var trueVmxProcCr8StoreExit: MSRField { MSRField(rawValue: 239) }

  /// allowed-1 half, control bit 21: TPR shadow.
  @inlinable public static var trueVmxProcTprShadow: MSRField { MSRField(rawValue: 240) }

  /// allowed-1 half, control bit 22: NMI-window exit.
  @inlinable public static var trueVmxProcNmiWindowExit: MSRField { MSRField(rawValue: 241) }

  /// allowed-1 half, control bit 23: exit on MOV DR.
  @inlinable public static var trueVmxProcMovDrExit: MSRField { MSRField(rawValue: 242) }

  /// allowed-1 half, control bit 24: exit on every I/O instruction.
  @inlinable public static var trueVmxProcUnconditionalIoExit: MSRField { MSRField(rawValue: 243) }

  /// allowed-1 half, control bit 25: I/O bitmaps.
  @inlinable public static var trueVmxProcIoBitmaps: MSRField { MSRField(rawValue: 244) }

  /// allowed-1 half of reserved control bits 26-26: 1 on every part, kept 1 by software that does
  /// not know them.
  @inlinable public static var trueVmxProcDefaultOnes26: MSRField { MSRField(rawValue: 245) }

  /// allowed-1 half, control bit 27: single-step exits.
  @inlinable public static var trueVmxProcMonitorTrapFlag: MSRField { MSRField(rawValue: 246) }

  /// allowed-1 half, control bit 28: MSR bitmaps.
  @inlinable public static var trueVmxProcMsrBitmaps: MSRField { MSRField(rawValue: 247) }

  /// allowed-1 half, control bit 29: exit on MONITOR.
  @inlinable public static var trueVmxProcMonitorExit: MSRField { MSRField(rawValue: 248) }

  /// allowed-1 half, control bit 30: exit on PAUSE.
  @inlinable public static var trueVmxProcPauseExit: MSRField { MSRField(rawValue: 249) }

  /// allowed-1 half, control bit 31: secondary controls (MSR 0x48b).
  @inlinable public static var trueVmxProcSecondaryControls: MSRField { MSRField(rawValue: 250) }

  /// allowed-0 half: a set bit means the control must be 1. Bits a host insists on cannot be
  /// dropped.
  @inlinable public static var trueVmxExitMustBeOne: MSRField { MSRField(rawValue: 251) }

  /// allowed-1 half of reserved control bits 0-1: 1 on every part, kept 1 by software that does not
  /// know them.
  @inlinable public static var trueVmxExitDefaultOnes0: MSRField { MSRField(rawValue: 252) }

  /// allowed-1 half, control bit 2: save DR7 and DEBUGCTL.
  @inlinable public static var trueVmxExitSaveDebugControls: MSRField { MSRField(rawValue: 253) }

  /// allowed-1 half of reserved control bits 3-8: 1 on every part, kept 1 by software that does not
  /// know them.
  @inlinable public static var trueVmxExitDefaultOnes3: MSRField { MSRField(rawValue: 254) }

  /// allowed-1 half, control bit 9: host runs in 64-bit mode.
  @inlinable public static var trueVmxExitHost64Bit: MSRField { MSRField(rawValue: 255) }

  /// allowed-1 half of reserved control bits 10-11: 1 on every part, kept 1 by software that does
  /// not know them.
  @inlinable public static var trueVmxExitDefaultOnes10: MSRField { MSRField(rawValue: 256) }

  /// allowed-1 half, control bit 12: load PERF_GLOBAL_CTRL.
  @inlinable public static var trueVmxExitLoadPerfGlobalCtrl: MSRField { MSRField(rawValue: 257) }

  /// allowed-1 half of reserved control bits 13-14: 1 on every part, kept 1 by software that does
  /// not know them.
  @inlinable public static var trueVmxExitDefaultOnes13: MSRField { MSRField(rawValue: 258) }

  /// allowed-1 half, control bit 15: acknowledge interrupt on exit.
  @inlinable public static var trueVmxExitAcknowledgeInterrupt: MSRField { MSRField(rawValue: 259) }

  /// allowed-1 half of reserved control bits 16-17: 1 on every part, kept 1 by software that does
  /// not know them.
  @inlinable public static var trueVmxExitDefaultOnes16: MSRField { MSRField(rawValue: 260) }

  /// allowed-1 half, control bit 18: save PAT.
  @inlinable public static var trueVmxExitSavePat: MSRField { MSRField(rawValue: 261) }

  /// allowed-1 half, control bit 19: load PAT.
  @inlinable public static var trueVmxExitLoadPat: MSRField { MSRField(rawValue: 262) }

  /// allowed-1 half, control bit 20: save EFER.
  @inlinable public static var trueVmxExitSaveEfer: MSRField { MSRField(rawValue: 263) }

  /// allowed-1 half, control bit 21: load EFER.
  @inlinable public static var trueVmxExitLoadEfer: MSRField { MSRField(rawValue: 264) }

  /// allowed-1 half, control bit 22: save preemption timer.
  @inlinable public static var trueVmxExitSavePreemptionTimer: MSRField { MSRField(rawValue: 265) }

  /// allowed-1 half, control bit 23: clear BNDCFGS.
  @inlinable public static var trueVmxExitClearBndcfgs: MSRField { MSRField(rawValue: 266) }

  /// allowed-1 half, control bit 24: no trace packets about VMX.
  @inlinable public static var trueVmxExitConcealFromPt: MSRField { MSRField(rawValue: 267) }

  /// allowed-1 half, control bit 25: clear trace control.
  @inlinable public static var trueVmxExitClearRtitCtl: MSRField { MSRField(rawValue: 268) }

  /// allowed-1 half, control bit 26: clear LBR control.
  @inlinable public static var trueVmxExitClearLbrCtl: MSRField { MSRField(rawValue: 269) }

  /// allowed-1 half, control bit 27: clear user-interrupt vector.
  @inlinable public static var trueVmxExitClearUinv: MSRField { MSRField(rawValue: 270) }

  /// allowed-1 half, control bit 28: load CET state.
  @inlinable public static var trueVmxExitLoadCetState: MSRField { MSRField(rawValue: 271) }

  /// allowed-1 half, control bit 29: load PKRS.
  @inlinable public static var trueVmxExitLoadPkrs: MSRField { MSRField(rawValue: 272) }

  /// allowed-1 half, control bit 30: save PERF_GLOBAL_CTRL.
  @inlinable public static var trueVmxExitSavePerfGlobalCtrl: MSRField { MSRField(rawValue: 273) }

  /// allowed-1 half, control bit 31: secondary exit controls (MSR 0x493).
  @inlinable public static var trueVmxExitSecondaryControls: MSRField { MSRField(rawValue: 274) }

  /// allowed-0 half: a set bit means the control must be 1. Bits a host insists on cannot be
  /// dropped.
  @inlinable public static var trueVmxEntryMustBeOne: MSRField { MSRField(rawValue: 275) }

  /// allowed-1 half of reserved control bits 0-1: 1 on every part, kept 1 by software that does not
  /// know them.
  @inlinable public static var trueVmxEntryDefaultOnes0: MSRField { MSRField(rawValue: 276) }

  /// allowed-1 half, control bit 2: load DR7 and DEBUGCTL.
  @inlinable public static var trueVmxEntryLoadDebugControls: MSRField { MSRField(rawValue: 277) }

  /// allowed-1 half of reserved control bits 3-8: 1 on every part, kept 1 by software that does not
  /// know them.
  @inlinable public static var trueVmxEntryDefaultOnes3: MSRField { MSRField(rawValue: 278) }

  /// allowed-1 half, control bit 9: guest runs in 64-bit mode.
  @inlinable public static var trueVmxEntryGuest64Bit: MSRField { MSRField(rawValue: 279) }

  /// allowed-1 half, control bit 10: enter SMM.
  @inlinable public static var trueVmxEntryEntryToSmm: MSRField { MSRField(rawValue: 280) }

  /// allowed-1 half, control bit 11: leave dual-monitor treatment.
  @inlinable public static var trueVmxEntryDeactivateDualMonitor: MSRField { MSRField(rawValue: 281) }

  /// allowed-1 half of reserved control bits 12-12: 1 on every part, kept 1 by software that does
  /// not know them.
  @inlinable public static var trueVmxEntryDefaultOnes12: MSRField { MSRField(rawValue: 282) }

  /// allowed-1 half, control bit 13: load PERF_GLOBAL_CTRL.
  @inlinable public static var trueVmxEntryLoadPerfGlobalCtrl: MSRField { MSRField(rawValue: 283) }

  /// allowed-1 half, control bit 14: load PAT.
  @inlinable public static var trueVmxEntryLoadPat: MSRField { MSRField(rawValue: 284) }

  /// allowed-1 half, control bit 15: load EFER.
  @inlinable public static var trueVmxEntryLoadEfer: MSRField { MSRField(rawValue: 285) }

  /// allowed-1 half, control bit 16: load BNDCFGS.
  @inlinable public static var trueVmxEntryLoadBndcfgs: MSRField { MSRField(rawValue: 286) }

  /// allowed-1 half, control bit 17: no trace packets about VMX.
  @inlinable public static var trueVmxEntryConcealFromPt: MSRField { MSRField(rawValue: 287) }

  /// allowed-1 half, control bit 18: load trace control.
  @inlinable public static var trueVmxEntryLoadRtitCtl: MSRField { MSRField(rawValue: 288) }

  /// allowed-1 half, control bit 19: load user-interrupt vector.
  @inlinable public static var trueVmxEntryLoadUinv: MSRField { MSRField(rawValue: 289) }

  /// allowed-1 half, control bit 20: load CET state.
  @inlinable public static var trueVmxEntryLoadCetState: MSRField { MSRField(rawValue: 290) }

  /// allowed-1 half, control bit 21: load LBR control.
  @inlinable public static var trueVmxEntryLoadLbrCtl: MSRField { MSRField(rawValue: 291) }

  /// allowed-1 half, control bit 22: load PKRS.
  @inlinable public static var trueVmxEntryLoadPkrs: MSRField { MSRField(rawValue: 292) }

  /// allowed-1 half, control bit 23: load FRED state.
  @inlinable public static var trueVmxEntryLoadFred: MSRField { MSRField(rawValue: 293) }

  /// VM function 0, EPTP switching.
  @inlinable public static var vmxFunctionEptpSwitch: MSRField { MSRField(rawValue: 294) }

  /// other VM functions, unassigned.
  @inlinable public static var vmxFunctionsOther: MSRField { MSRField(rawValue: 295) }

  /// exit on LOADIWKEY (64 allowed-1 bits, no must-be-one half).
  @inlinable public static var vmxProc3LoadIwkeyExit: MSRField { MSRField(rawValue: 296) }

  /// hypervisor-managed linear translation.
  @inlinable public static var vmxProc3Hlat: MSRField { MSRField(rawValue: 297) }

  /// paging-write control.
  @inlinable public static var vmxProc3EptPagingWrite: MSRField { MSRField(rawValue: 298) }

  /// guest-paging verification.
  @inlinable public static var vmxProc3GuestPagingVerification: MSRField { MSRField(rawValue: 299) }

  /// IPI virtualisation.
  @inlinable public static var vmxProc3IpiVirtualization: MSRField { MSRField(rawValue: 300) }

  /// SPEC_CTRL virtualised.
  @inlinable public static var vmxProc3VirtualSpecCtrl: MSRField { MSRField(rawValue: 301) }

  /// save FRED state on exit.
  @inlinable public static var vmxExit2SaveFred: MSRField { MSRField(rawValue: 302) }

  /// load FRED state on exit.
  @inlinable public static var vmxExit2LoadFred: MSRField { MSRField(rawValue: 303) }

  /// save SPEC_CTRL on exit.
  @inlinable public static var vmxExit2SaveSpecCtrl: MSRField { MSRField(rawValue: 304) }

  /// premature shadow-stack busy indication.
  @inlinable public static var vmxExit2PrematurelyBusyShadowStack: MSRField { MSRField(rawValue: 305) }

  /// unassigned (64 allowed-1 bits, no must-be-one half).
  @inlinable public static var vmxExit2Other: MSRField { MSRField(rawValue: 306) }

  /// supervisor state enabled now; bits offered are leaf 0xd subleaf 1 ECX and EDX (needs XSAVES).
  @inlinable public static var xss: MSRField { MSRField(rawValue: 307) }

  /// fraction of the guest to host TSC ratio.
  @inlinable public static var tscRatioFraction: MSRField { MSRField(rawValue: 308) }

  /// integer part; exists with svmTscRatio.
  @inlinable public static var tscRatioInteger: MSRField { MSRField(rawValue: 309) }

  /// no caching of page-table walks.
  @inlinable public static var hwcrTlbCacheDisable: MSRField { MSRField(rawValue: 310) }

  /// INVD acts as WBINVD.
  @inlinable public static var hwcrInvdToWbinvd: MSRField { MSRField(rawValue: 311) }

  /// TLB flush filter off (guests may write it; ignored).
  @inlinable public static var hwcrFFDisable: MSRField { MSRField(rawValue: 312) }

  /// IGNNE pin emulation; guest writes are ignored.
  @inlinable public static var hwcrIgnneEmulation: MSRField { MSRField(rawValue: 313) }

  /// hides MONITOR in leaf 1; raw policy depends on it.
  @inlinable public static var hwcrMonitorMwaitDisable: MSRField { MSRField(rawValue: 314) }

  /// MONITOR/MWAIT at any level.
  @inlinable public static var hwcrMonitorMwaitUserEnable: MSRField { MSRField(rawValue: 315) }

  /// machine-check status writable without fault (error injection).
  @inlinable public static var hwcrMcStatusWriteEnable: MSRField { MSRField(rawValue: 316) }

  /// TSC counts at P0 rate; guests read 1 with ITSC or on families that tie CONSTANT_TSC to it.
  @inlinable public static var hwcrTscFrequencySelect: MSRField { MSRField(rawValue: 317) }

  /// core performance boost off; hides CPB.
  @inlinable public static var hwcrBoostDisable: MSRField { MSRField(rawValue: 318) }

  /// APERF/MPERF write-locked.
  @inlinable public static var hwcrEffectiveFrequencyLock: MSRField { MSRField(rawValue: 319) }

  /// instructions-retired counter on.
  @inlinable public static var hwcrInstructionsRetiredEnable: MSRField { MSRField(rawValue: 320) }

  /// SMM paging locked.
  @inlinable public static var hwcrSmmPageLock: MSRField { MSRField(rawValue: 321) }

  /// CPUID above CPL 0 faults; exists with CPUID_USER_DIS (the AMD form of CPUID faulting).
  @inlinable public static var hwcrCpuidUserDisable: MSRField { MSRField(rawValue: 322) }

  /// bits 3 and 4 locked.
  @inlinable public static var vmCrLock: MSRField { MSRField(rawValue: 323) }

  /// EFER.SVME cannot be set: firmware disabled SVM, the host must drop SVM.
  @inlinable public static var vmCrSvmDisable: MSRField { MSRField(rawValue: 324) }

  /// the CPU reports these bits as leaf 7 subleaf 0: low half EBX, high half EAX (family 15h and
  /// 17h+); firmware and old hypervisors write it, so raw may not be silicon.
  @inlinable public static var cpuidOverrideLeaf7: MSRField { MSRField(rawValue: 325) }

  /// the CPU reports these bits as leaf 6: low half ECX, high half reserved; firmware and old
  /// hypervisors write it, so raw may not be silicon.
  @inlinable public static var cpuidOverrideLeaf6: MSRField { MSRField(rawValue: 326) }

  /// the CPU reports these bits as leaf 1: low half EDX, high half ECX; firmware and old
  /// hypervisors write it, so raw may not be silicon.
  @inlinable public static var cpuidOverrideLeaf1: MSRField { MSRField(rawValue: 327) }

  /// the CPU reports these bits as leaf 0x80000001: low half EDX, high half ECX; firmware and old
  /// hypervisors write it, so raw may not be silicon.
  @inlinable public static var cpuidOverrideExtended1: MSRField { MSRField(rawValue: 328) }

  /// LFENCE waits for older instructions; must read 1 when LFENCE_DISPATCH is offered. Guest writes
  /// are dropped.
  @inlinable public static var deCfgLfenceSerialize: MSRField { MSRField(rawValue: 329) }

  /// Zen2 chicken bit that stops data leaking from vector registers; host matter.
  @inlinable public static var deCfgZen2Fp9: MSRField { MSRField(rawValue: 330) }

  /// reduced speculation for SRSO; exists with SRSO_MSR_FIX, decides SRSO_US_NO.
  @inlinable public static var bpCfgSpecReduce: MSRField { MSRField(rawValue: 331) }

  /// shared-BTB chicken bit.
  @inlinable public static var bpCfgSharedBtbFix: MSRField { MSRField(rawValue: 332) }
}

/// MSRs that a policy stores.
extension MSRIndex {
  /// MSR 0x3a.
  @inlinable public static var msr3a: MSRIndex { MSRIndex(rawValue: 0x0000003a) }
  /// MSR 0x8b.
  @inlinable public static var msr8b: MSRIndex { MSRIndex(rawValue: 0x0000008b) }
  /// MSR 0xce.
  @inlinable public static var msrce: MSRIndex { MSRIndex(rawValue: 0x000000ce) }
  /// MSR 0xcf.
  @inlinable public static var msrcf: MSRIndex { MSRIndex(rawValue: 0x000000cf) }
  /// MSR 0x10a.
  @inlinable public static var msr10a: MSRIndex { MSRIndex(rawValue: 0x0000010a) }
  /// MSR 0x10f.
  @inlinable public static var msr10f: MSRIndex { MSRIndex(rawValue: 0x0000010f) }
  /// MSR 0x122.
  @inlinable public static var msr122: MSRIndex { MSRIndex(rawValue: 0x00000122) }
  /// MSR 0x130.
  @inlinable public static var msr130: MSRIndex { MSRIndex(rawValue: 0x00000130) }
  /// MSR 0x131.
  @inlinable public static var msr131: MSRIndex { MSRIndex(rawValue: 0x00000131) }
  /// MSR 0x132.
  @inlinable public static var msr132: MSRIndex { MSRIndex(rawValue: 0x00000132) }
  /// MSR 0x133.
  @inlinable public static var msr133: MSRIndex { MSRIndex(rawValue: 0x00000133) }
  /// MSR 0x134.
  @inlinable public static var msr134: MSRIndex { MSRIndex(rawValue: 0x00000134) }
  /// MSR 0x140.
  @inlinable public static var msr140: MSRIndex { MSRIndex(rawValue: 0x00000140) }
  /// MSR 0x1a0.
  @inlinable public static var msr1a0: MSRIndex { MSRIndex(rawValue: 0x000001a0) }
  /// MSR 0x345.
  @inlinable public static var msr345: MSRIndex { MSRIndex(rawValue: 0x00000345) }
  /// MSR 0x478.
  @inlinable public static var msr478: MSRIndex { MSRIndex(rawValue: 0x00000478) }
  /// MSR 0x480.
  @inlinable public static var msr480: MSRIndex { MSRIndex(rawValue: 0x00000480) }
  /// MSR 0x481.
  @inlinable public static var msr481: MSRIndex { MSRIndex(rawValue: 0x00000481) }
  /// MSR 0x482.
  @inlinable public static var msr482: MSRIndex { MSRIndex(rawValue: 0x00000482) }
  /// MSR 0x483.
  @inlinable public static var msr483: MSRIndex { MSRIndex(rawValue: 0x00000483) }
  /// MSR 0x484.
  @inlinable public static var msr484: MSRIndex { MSRIndex(rawValue: 0x00000484) }
  /// MSR 0x485.
  @inlinable public static var msr485: MSRIndex { MSRIndex(rawValue: 0x00000485) }
  /// MSR 0x486.
  @inlinable public static var msr486: MSRIndex { MSRIndex(rawValue: 0x00000486) }
  /// MSR 0x487.
  @inlinable public static var msr487: MSRIndex { MSRIndex(rawValue: 0x00000487) }
  /// MSR 0x488.
  @inlinable public static var msr488: MSRIndex { MSRIndex(rawValue: 0x00000488) }
  /// MSR 0x489.
  @inlinable public static var msr489: MSRIndex { MSRIndex(rawValue: 0x00000489) }
  /// MSR 0x48a.
  @inlinable public static var msr48a: MSRIndex { MSRIndex(rawValue: 0x0000048a) }
  /// MSR 0x48b.
  @inlinable public static var msr48b: MSRIndex { MSRIndex(rawValue: 0x0000048b) }
  /// MSR 0x48c.
  @inlinable public static var msr48c: MSRIndex { MSRIndex(rawValue: 0x0000048c) }
  /// MSR 0x48d.
  @inlinable public static var msr48d: MSRIndex { MSRIndex(rawValue: 0x0000048d) }
  /// MSR 0x48e.
  @inlinable public static var msr48e: MSRIndex { MSRIndex(rawValue: 0x0000048e) }
  /// MSR 0x48f.
  @inlinable public static var msr48f: MSRIndex { MSRIndex(rawValue: 0x0000048f) }
  /// MSR 0x490.
  @inlinable public static var msr490: MSRIndex { MSRIndex(rawValue: 0x00000490) }
  /// MSR 0x491.
  @inlinable public static var msr491: MSRIndex { MSRIndex(rawValue: 0x00000491) }
  /// MSR 0x492.
  @inlinable public static var msr492: MSRIndex { MSRIndex(rawValue: 0x00000492) }
  /// MSR 0x493.
  @inlinable public static var msr493: MSRIndex { MSRIndex(rawValue: 0x00000493) }
  /// MSR 0xda0.
  @inlinable public static var msrda0: MSRIndex { MSRIndex(rawValue: 0x00000da0) }
  /// MSR 0xc0000104.
  @inlinable public static var msrc0000104: MSRIndex { MSRIndex(rawValue: 0xc0000104) }
  /// MSR 0xc0010015.
  @inlinable public static var msrc0010015: MSRIndex { MSRIndex(rawValue: 0xc0010015) }
  /// MSR 0xc0010114.
  @inlinable public static var msrc0010114: MSRIndex { MSRIndex(rawValue: 0xc0010114) }
  /// MSR 0xc0011002.
  @inlinable public static var msrc0011002: MSRIndex { MSRIndex(rawValue: 0xc0011002) }
  /// MSR 0xc0011003.
  @inlinable public static var msrc0011003: MSRIndex { MSRIndex(rawValue: 0xc0011003) }
  /// MSR 0xc0011004.
  @inlinable public static var msrc0011004: MSRIndex { MSRIndex(rawValue: 0xc0011004) }
  /// MSR 0xc0011005.
  @inlinable public static var msrc0011005: MSRIndex { MSRIndex(rawValue: 0xc0011005) }
  /// MSR 0xc0011029.
  @inlinable public static var msrc0011029: MSRIndex { MSRIndex(rawValue: 0xc0011029) }
  /// MSR 0xc001102e.
  @inlinable public static var msrc001102e: MSRIndex { MSRIndex(rawValue: 0xc001102e) }
}
