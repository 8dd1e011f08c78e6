// Generated from the tables in ABI/ by `make generate`. Do not edit: change the table.
// swift-format-ignore-file
extension Field {
  /// highest basic leaf that holds data (leaf number).
  @inlinable public static var maxBasicLeaf: Field { Field(rawValue: 0) }

  /// vendor name, characters 1-4 (4 ASCII bytes).
  @inlinable public static var vendorStringPart1: Field { Field(rawValue: 1) }

  /// vendor name, characters 9-12 (4 ASCII bytes).
  @inlinable public static var vendorStringPart3: Field { Field(rawValue: 2) }

  /// vendor name, characters 5-8 (EDX comes before ECX) (4 ASCII bytes).
  @inlinable public static var vendorStringPart2: Field { Field(rawValue: 3) }

  /// stepping of the core.
  @inlinable public static var steppingId: Field { Field(rawValue: 4) }

  /// low four bits of the model number.
  @inlinable public static var baseModel: Field { Field(rawValue: 5) }

  /// family when below 15; 15 means add the extended family.
  @inlinable public static var baseFamily: Field { Field(rawValue: 6) }

  /// 0 original part, 1 overdrive, 2 second of a dual; obsolete.
  @inlinable public static var processorType: Field { Field(rawValue: 7) }

  /// high four bits of the model, used when the base family is 6 or 15.
  @inlinable public static var extendedModel: Field { Field(rawValue: 8) }

  /// added to the base family when that is 15.
  @inlinable public static var extendedFamily: Field { Field(rawValue: 9) }

  /// index into an old table of brand names; 0 means not used.
  @inlinable public static var brandIndex: Field { Field(rawValue: 10) }

  /// line flushed by CLFLUSH; valid with CLFLUSH (8-byte units).
  @inlinable public static var clflushLineSize: Field { Field(rawValue: 11) }

  /// logical processor ids reserved in a package; valid with HTT (power-of-two room on Intel, exact
  /// count on AMD) (count).
  @inlinable public static var logicalProcessorsPerPackage: Field { Field(rawValue: 12) }

  /// 8-bit APIC id of the CPU that asks (APIC id).
  @inlinable public static var initialApicId: Field { Field(rawValue: 13) }

  /// L1 data cache can switch between adaptive and shared mode (BIOS choice).
  @inlinable public static var l1ContextId: Field { Field(rawValue: 14) }

  /// serial number in leaf 3 is enabled.
  @inlinable public static var processorSerialNumber: Field { Field(rawValue: 15) }

  /// bit once used by IA-64 processors running x86 code.
  @inlinable public static var ia64Emulation: Field { Field(rawValue: 16) }

  /// how often leaf 2 must be asked; always 1 on parts made since the Pentium Pro (queries).
  @inlinable public static var cacheDescriptorQueryCount: Field { Field(rawValue: 17) }

  /// descriptor byte 1.
  @inlinable public static var cacheDescriptor1: Field { Field(rawValue: 18) }

  /// descriptor byte 2.
  @inlinable public static var cacheDescriptor2: Field { Field(rawValue: 19) }

  /// descriptor byte 3.
  @inlinable public static var cacheDescriptor3: Field { Field(rawValue: 20) }

  /// set: the bytes of EAX are to be ignored.
  @inlinable public static var cacheDescriptorsEaxInvalid: Field { Field(rawValue: 21) }

  /// descriptor byte 4.
  @inlinable public static var cacheDescriptor4: Field { Field(rawValue: 22) }

  /// descriptor byte 5.
  @inlinable public static var cacheDescriptor5: Field { Field(rawValue: 23) }

  /// descriptor byte 6.
  @inlinable public static var cacheDescriptor6: Field { Field(rawValue: 24) }

  /// descriptor byte 7.
  @inlinable public static var cacheDescriptor7: Field { Field(rawValue: 25) }

  /// set: the bytes of EBX are to be ignored.
  @inlinable public static var cacheDescriptorsEbxInvalid: Field { Field(rawValue: 26) }

  /// descriptor byte 8.
  @inlinable public static var cacheDescriptor8: Field { Field(rawValue: 27) }

  /// descriptor byte 9.
  @inlinable public static var cacheDescriptor9: Field { Field(rawValue: 28) }

  /// descriptor byte 10.
  @inlinable public static var cacheDescriptor10: Field { Field(rawValue: 29) }

  /// descriptor byte 11.
  @inlinable public static var cacheDescriptor11: Field { Field(rawValue: 30) }

  /// set: the bytes of ECX are to be ignored.
  @inlinable public static var cacheDescriptorsEcxInvalid: Field { Field(rawValue: 31) }

  /// descriptor byte 12.
  @inlinable public static var cacheDescriptor12: Field { Field(rawValue: 32) }

  /// descriptor byte 13.
  @inlinable public static var cacheDescriptor13: Field { Field(rawValue: 33) }

  /// descriptor byte 14.
  @inlinable public static var cacheDescriptor14: Field { Field(rawValue: 34) }

  /// descriptor byte 15.
  @inlinable public static var cacheDescriptor15: Field { Field(rawValue: 35) }

  /// set: the bytes of EDX are to be ignored.
  @inlinable public static var cacheDescriptorsEdxInvalid: Field { Field(rawValue: 36) }

  /// serial number word, Transmeta only.
  @inlinable public static var serialNumberPart1: Field { Field(rawValue: 37) }

  /// serial number word, Transmeta only.
  @inlinable public static var serialNumberPart2: Field { Field(rawValue: 38) }

  /// serial number bits 31:0; Pentium III only.
  @inlinable public static var serialNumberLow: Field { Field(rawValue: 39) }

  /// serial number bits 63:32; Pentium III only (bits 95:64 are leaf 1 EAX).
  @inlinable public static var serialNumberMiddle: Field { Field(rawValue: 40) }

  /// 0 ends the list, 1 data, 2 instruction, 3 unified.
  @inlinable public static var cacheType: Field { Field(rawValue: 41) }

  /// level counted from 1 (level).
  @inlinable public static var cacheLevel: Field { Field(rawValue: 42) }

  /// needs no software initialisation.
  @inlinable public static var cacheSelfInitializing: Field { Field(rawValue: 43) }

  /// one set only.
  @inlinable public static var cacheFullyAssociative: Field { Field(rawValue: 44) }

  /// no meaning; Xen clears them.
  @inlinable public static var cacheReserved: Field { Field(rawValue: 45) }

  /// room for logical processor ids that share this cache, less one (count-1).
  @inlinable public static var cacheThreadsSharing: Field { Field(rawValue: 46) }

  /// room for core ids in the package, less one; the same in every subleaf, saturates at 63
  /// (count-1).
  @inlinable public static var cacheCoresPerPackage: Field { Field(rawValue: 47) }

  /// coherency line, less one (bytes-1).
  @inlinable public static var cacheLineSize: Field { Field(rawValue: 48) }

  /// line partitions, less one (count-1).
  @inlinable public static var cachePartitions: Field { Field(rawValue: 49) }

  /// ways, less one (count-1).
  @inlinable public static var cacheWays: Field { Field(rawValue: 50) }

  /// sets, less one (count-1).
  @inlinable public static var cacheSets: Field { Field(rawValue: 51) }

  /// WBINVD/INVD here need not reach lower levels of other threads.
  @inlinable public static var cacheWbinvdNotInclusive: Field { Field(rawValue: 52) }

  /// holds everything the lower levels hold.
  @inlinable public static var cacheInclusive: Field { Field(rawValue: 53) }

  /// set is chosen by a hash, not by plain address bits.
  @inlinable public static var cacheComplexIndexing: Field { Field(rawValue: 54) }

  /// set on Knights Landing's L2 only; not described.
  @inlinable public static var cacheKnightsLandingEdx4: Field { Field(rawValue: 55) }

  /// smallest range watched by MONITOR; meaningful with MONITOR (bytes).
  @inlinable public static var monitorLineSizeSmallest: Field { Field(rawValue: 56) }

  /// largest range watched by MONITOR (bytes).
  @inlinable public static var monitorLineSizeLargest: Field { Field(rawValue: 57) }

  /// ECX and EDX of this leaf are meaningful.
  @inlinable public static var mwaitExtensionsEnumerated: Field { Field(rawValue: 58) }

  /// MWAIT can treat masked interrupts as wake events.
  @inlinable public static var mwaitInterruptBreak: Field { Field(rawValue: 59) }

  /// MWAIT may be used without an armed monitor.
  @inlinable public static var mwaitMonitorlessWait: Field { Field(rawValue: 60) }

  /// C0 sub-states reachable with MWAIT (count).
  @inlinable public static var mwaitC0Substates: Field { Field(rawValue: 61) }

  /// C1 sub-states (count).
  @inlinable public static var mwaitC1Substates: Field { Field(rawValue: 62) }

  /// C2 sub-states (count).
  @inlinable public static var mwaitC2Substates: Field { Field(rawValue: 63) }

  /// C3 sub-states (count).
  @inlinable public static var mwaitC3Substates: Field { Field(rawValue: 64) }

  /// C4 sub-states (count).
  @inlinable public static var mwaitC4Substates: Field { Field(rawValue: 65) }

  /// C5 sub-states (count).
  @inlinable public static var mwaitC5Substates: Field { Field(rawValue: 66) }

  /// C6 sub-states (count).
  @inlinable public static var mwaitC6Substates: Field { Field(rawValue: 67) }

  /// C7 sub-states (count).
  @inlinable public static var mwaitC7Substates: Field { Field(rawValue: 68) }

  /// on-die temperature can be read.
  @inlinable public static var digitalThermalSensor: Field { Field(rawValue: 69) }

  /// opportunistic frequency is available and enabled.
  @inlinable public static var turboBoost: Field { Field(rawValue: 70) }

  /// APIC timer keeps its rate in deep C-states (KVM sets it always; Xen: zero, toolstack key
  /// arat).
  @inlinable public static var alwaysRunningApicTimer: Field { Field(rawValue: 71) }

  /// power-limit events.
  @inlinable public static var powerLimitNotification: Field { Field(rawValue: 72) }

  /// finer clock-modulation duty cycle.
  @inlinable public static var extendedClockModulation: Field { Field(rawValue: 73) }

  /// package temperature MSRs.
  @inlinable public static var packageThermalManagement: Field { Field(rawValue: 74) }

  /// hardware-controlled P-states: base MSRs.
  @inlinable public static var hwpBase: Field { Field(rawValue: 75) }

  /// HWP interrupt control.
  @inlinable public static var hwpNotification: Field { Field(rawValue: 76) }

  /// HWP activity window field.
  @inlinable public static var hwpActivityWindow: Field { Field(rawValue: 77) }

  /// HWP energy/performance hint field.
  @inlinable public static var hwpEnergyPerformancePreference: Field { Field(rawValue: 78) }

  /// HWP request for a whole package.
  @inlinable public static var hwpPackageRequest: Field { Field(rawValue: 79) }

  /// HDC base registers.
  @inlinable public static var hardwareDutyCycling: Field { Field(rawValue: 80) }

  /// favoured-core turbo.
  @inlinable public static var turboBoostMax3: Field { Field(rawValue: 81) }

  /// interrupt when the highest performance level changes.
  @inlinable public static var hwpHighestPerformanceChange: Field { Field(rawValue: 82) }

  /// HWP fields may be overridden out of band.
  @inlinable public static var hwpPeciOverride: Field { Field(rawValue: 83) }

  /// per-field valid bits in the HWP request.
  @inlinable public static var hwpFlexible: Field { Field(rawValue: 84) }

  /// low-latency HWP request MSR.
  @inlinable public static var hwpFastAccess: Field { Field(rawValue: 85) }

  /// hardware feedback table and MSRs.
  @inlinable public static var hardwareFeedbackInterface: Field { Field(rawValue: 86) }

  /// requests of idle logical processors can be ignored.
  @inlinable public static var hwpIgnoreIdleRequest: Field { Field(rawValue: 87) }

  /// HWP control MSR.
  @inlinable public static var hwpControl: Field { Field(rawValue: 88) }

  /// per-class feedback (thread director).
  @inlinable public static var threadDirector: Field { Field(rawValue: 89) }

  /// hardware-feedback notification bit in the thermal interrupt MSR.
  @inlinable public static var thermalInterruptBit25: Field { Field(rawValue: 90) }

  /// programmable interrupt thresholds of the sensor (count).
  @inlinable public static var thermalThresholds: Field { Field(rawValue: 91) }

  /// APERF/MPERF effective-frequency counters.
  @inlinable public static var aperfMperf: Field { Field(rawValue: 92) }

  /// second effective-frequency counter pair, early parts.
  @inlinable public static var acnt2: Field { Field(rawValue: 93) }

  /// ENERGY_PERF_BIAS MSR.
  @inlinable public static var energyPerformanceBias: Field { Field(rawValue: 94) }

  /// number of thread-director classes (count).
  @inlinable public static var threadDirectorClasses: Field { Field(rawValue: 95) }

  /// bit 0 performance, bit 1 efficiency; others reserved.
  @inlinable public static var feedbackCapabilities: Field { Field(rawValue: 96) }

  /// size of the feedback table (4 KiB pages -1).
  @inlinable public static var feedbackTableSize: Field { Field(rawValue: 97) }

  /// row of this logical processor (differs per CPU) (row).
  @inlinable public static var feedbackTableIndex: Field { Field(rawValue: 98) }

  /// highest subleaf of leaf 7 (subleaf number).
  @inlinable public static var maxLeaf7Subleaf: Field { Field(rawValue: 99) }

  /// extra address width that BNDLDX/BNDSTX use in 64-bit mode; meaningful with MPX (bits).
  @inlinable public static var mpxMawau: Field { Field(rawValue: 100) }

  /// AES key-locker instructions; leaf 0x19.
  @inlinable public static var keyLocker: Field { Field(rawValue: 101) }

  /// remote atomic integer operations.
  @inlinable public static var raoInt: Field { Field(rawValue: 102) }

  /// HRESET clears branch and thread-director history; leaf 0x20.
  @inlinable public static var hreset: Field { Field(rawValue: 103) }

  /// PBNDKB instruction (storage-encryption key binding).
  @inlinable public static var pbndkb: Field { Field(rawValue: 104) }

  /// MISC_ENABLE bit 22 (limit CPUID) no longer works.
  @inlinable public static var cpuidMaxValLimitRemoved: Field { Field(rawValue: 105) }

  /// leaf 0x27 describes asymmetric resource monitoring.
  @inlinable public static var asymmetricRdtMonitoring: Field { Field(rawValue: 106) }

  /// leaf 0x28 describes asymmetric resource allocation.
  @inlinable public static var asymmetricRdtAllocation: Field { Field(rawValue: 107) }

  /// legacy modes removed (withdrawn proposal).
  @inlinable public static var legacyReducedIsa: Field { Field(rawValue: 108) }

  /// 64-bit start-up IPI (withdrawn proposal).
  @inlinable public static var sipi64: Field { Field(rawValue: 109) }

  /// RDMSR/WRMSRNS with an immediate MSR number.
  @inlinable public static var msrImmediate: Field { Field(rawValue: 110) }

  /// user-mode timer events (UTMR).
  @inlinable public static var userTimer: Field { Field(rawValue: 111) }

  /// URDMSR/UWRMSR user-mode MSR access.
  @inlinable public static var userMsr: Field { Field(rawValue: 112) }

  /// AVX10 converged vector set; leaf 0x24 gives its version.
  @inlinable public static var avx10: Field { Field(rawValue: 113) }

  /// advanced performance extensions, foundation (XCR0 bit 19).
  @inlinable public static var apxF: Field { Field(rawValue: 114) }

  /// MWAIT presence reported apart from MONITOR.
  @inlinable public static var mwaitEnumerated: Field { Field(rawValue: 115) }

  /// not affected by the MONITOR/UMONITOR power-down flaw.
  @inlinable public static var monitorMitigationNo: Field { Field(rawValue: 116) }

  /// set on every Core 2 part; leaf 8 is otherwise empty.
  @inlinable public static var leaf8Core2Eax10: Field { Field(rawValue: 117) }

  /// copy of the direct-cache-access capability MSR; bit 0 = enabled by firmware; meaningful with
  /// DCA.
  @inlinable public static var dcaCapability: Field { Field(rawValue: 118) }

  /// architectural performance monitoring version, 0 = none (Xen: zero unless vPMU; capped at 3)
  /// (version).
  @inlinable public static var pmuVersion: Field { Field(rawValue: 119) }

  /// general counters of a logical processor (count).
  @inlinable public static var pmuGeneralCounters: Field { Field(rawValue: 120) }

  /// width of a general counter (bits).
  @inlinable public static var pmuGeneralCounterWidth: Field { Field(rawValue: 121) }

  /// number of valid event bits in EBX (bits).
  @inlinable public static var pmuEventVectorLength: Field { Field(rawValue: 122) }

  /// event absent when set: core cycles.
  @inlinable public static var pmuNoCoreCycles: Field { Field(rawValue: 123) }

  /// event absent when set: instructions retired.
  @inlinable public static var pmuNoInstructionsRetired: Field { Field(rawValue: 124) }

  /// event absent when set: reference cycles.
  @inlinable public static var pmuNoReferenceCycles: Field { Field(rawValue: 125) }

  /// event absent when set: last-level cache references.
  @inlinable public static var pmuNoLlcReferences: Field { Field(rawValue: 126) }

  /// event absent when set: last-level cache misses.
  @inlinable public static var pmuNoLlcMisses: Field { Field(rawValue: 127) }

  /// event absent when set: branches retired.
  @inlinable public static var pmuNoBranchesRetired: Field { Field(rawValue: 128) }

  /// event absent when set: mispredicted branches.
  @inlinable public static var pmuNoBranchMispredicts: Field { Field(rawValue: 129) }

  /// event absent when set: top-down slots.
  @inlinable public static var pmuNoTopdownSlots: Field { Field(rawValue: 130) }

  /// event absent when set: back-end bound slots.
  @inlinable public static var pmuNoBackendBound: Field { Field(rawValue: 131) }

  /// event absent when set: bad speculation slots.
  @inlinable public static var pmuNoBadSpeculation: Field { Field(rawValue: 132) }

  /// event absent when set: front-end bound slots.
  @inlinable public static var pmuNoFrontendBound: Field { Field(rawValue: 133) }

  /// event absent when set: retiring slots.
  @inlinable public static var pmuNoRetiring: Field { Field(rawValue: 134) }

  /// event absent when set: LBR inserts.
  @inlinable public static var pmuNoLbrInserts: Field { Field(rawValue: 135) }

  /// fixed counters present, version 5 and later.
  @inlinable public static var pmuFixedCounterBitmap: Field { Field(rawValue: 136) }

  /// contiguous fixed counters (count).
  @inlinable public static var pmuFixedCounters: Field { Field(rawValue: 137) }

  /// width of a fixed counter (bits).
  @inlinable public static var pmuFixedCounterWidth: Field { Field(rawValue: 138) }

  /// set on Atom parts of the Bonnell and Silvermont lines; not described.
  @inlinable public static var pmuReserved14: Field { Field(rawValue: 139) }

  /// AnyThread bit must not be used.
  @inlinable public static var pmuAnyThreadDeprecated: Field { Field(rawValue: 140) }

  /// slots per cycle for top-down formulas (slots).
  @inlinable public static var pmuSlotsPerCycle: Field { Field(rawValue: 141) }

  /// shift that removes this level's id bits from the x2APIC id (bits).
  @inlinable public static var topologyShift: Field { Field(rawValue: 142) }

  /// logical processors at this level as shipped; not for counting ids (count).
  @inlinable public static var topologyLogicalCount: Field { Field(rawValue: 143) }

  /// echo of the subleaf asked (count).
  @inlinable public static var topologyLevelNumber: Field { Field(rawValue: 144) }

  /// 0 none, 1 thread, 2 core.
  @inlinable public static var topologyLevelType: Field { Field(rawValue: 145) }

  /// 32-bit id of the CPU that asks; the same in every subleaf (APIC id).
  @inlinable public static var topologyX2ApicId: Field { Field(rawValue: 146) }

  /// x87 state.
  @inlinable public static var xcr0X87: Field { Field(rawValue: 147) }

  /// XMM and MXCSR state.
  @inlinable public static var xcr0Sse: Field { Field(rawValue: 148) }

  /// upper halves of YMM.
  @inlinable public static var xcr0Avx: Field { Field(rawValue: 149) }

  /// MPX bound registers.
  @inlinable public static var xcr0BndRegs: Field { Field(rawValue: 150) }

  /// MPX configuration and status.
  @inlinable public static var xcr0BndCsr: Field { Field(rawValue: 151) }

  /// AVX-512 mask registers.
  @inlinable public static var xcr0Opmask: Field { Field(rawValue: 152) }

  /// upper halves of ZMM0-15.
  @inlinable public static var xcr0ZmmHi256: Field { Field(rawValue: 153) }

  /// ZMM16-31.
  @inlinable public static var xcr0Hi16Zmm: Field { Field(rawValue: 154) }

  /// user protection-key register.
  @inlinable public static var xcr0Pkru: Field { Field(rawValue: 155) }

  /// AMX tile configuration; goes with bit 18.
  @inlinable public static var xcr0TileConfig: Field { Field(rawValue: 156) }

  /// AMX tile data; goes with bit 17.
  @inlinable public static var xcr0TileData: Field { Field(rawValue: 157) }

  /// APX extended general registers.
  @inlinable public static var xcr0Apx: Field { Field(rawValue: 158) }

  /// standard-format size for what XCR0 enables now (bytes).
  @inlinable public static var xsaveSizeEnabled: Field { Field(rawValue: 159) }

  /// standard-format size if every XCR0 bit offered were enabled (bytes).
  @inlinable public static var xsaveSizeMax: Field { Field(rawValue: 160) }

  /// lightweight-profiling state (XCR0 bit 62).
  @inlinable public static var xcr0Lwp: Field { Field(rawValue: 161) }

  /// compact-format size for XCR0 and XSS as enabled now (bytes).
  @inlinable public static var xsaveSizeCompactEnabled: Field { Field(rawValue: 162) }

  /// trace state (XSS bit 8).
  @inlinable public static var xssProcessorTrace: Field { Field(rawValue: 163) }

  /// PASID MSR state (XSS bit 10).
  @inlinable public static var xssPasid: Field { Field(rawValue: 164) }

  /// user shadow-stack state; needs CET_SS or CET_IBT.
  @inlinable public static var xssCetUser: Field { Field(rawValue: 165) }

  /// supervisor shadow-stack state; needs CET_SS.
  @inlinable public static var xssCetSupervisor: Field { Field(rawValue: 166) }

  /// hardware duty-cycling state (XSS bit 13).
  @inlinable public static var xssHdc: Field { Field(rawValue: 167) }

  /// user-interrupt state; needs UINTR.
  @inlinable public static var xssUserInterrupts: Field { Field(rawValue: 168) }

  /// architectural LBR state; needs ARCH_LBR.
  @inlinable public static var xssArchLbr: Field { Field(rawValue: 169) }

  /// HWP request state (XSS bit 16).
  @inlinable public static var xssHwp: Field { Field(rawValue: 170) }

  /// XSS bits 63:32; none assigned.
  @inlinable public static var xssHigh: Field { Field(rawValue: 171) }

  /// size of this component (bytes).
  @inlinable public static var xstateComponentSize: Field { Field(rawValue: 172) }

  /// offset in the standard format; 0 for supervisor components (bytes).
  @inlinable public static var xstateComponentOffset: Field { Field(rawValue: 173) }

  /// controlled by XSS rather than XCR0.
  @inlinable public static var xstateComponentSupervisor: Field { Field(rawValue: 174) }

  /// starts on a 64-byte boundary in the compact format.
  @inlinable public static var xstateComponentAligned: Field { Field(rawValue: 175) }

  /// can be disabled through XFD; needs XFD.
  @inlinable public static var xstateComponentXfd: Field { Field(rawValue: 176) }

  /// highest monitoring id of the package; meaningful with PQM (RMID).
  @inlinable public static var rmidMax: Field { Field(rawValue: 177) }

  /// subleaf 1 describes L3 monitoring.
  @inlinable public static var l3MonitoringPresent: Field { Field(rawValue: 178) }

  /// counter width above 24 (bits -24).
  @inlinable public static var l3MonitoringCounterWidth: Field { Field(rawValue: 179) }

  /// bit 61 of the counter MSR reports overflow.
  @inlinable public static var l3MonitoringOverflowBit: Field { Field(rawValue: 180) }

  /// devices take part in occupancy monitoring.
  @inlinable public static var l3MonitoringIoOccupancy: Field { Field(rawValue: 181) }

  /// devices take part in bandwidth monitoring.
  @inlinable public static var l3MonitoringIoBandwidth: Field { Field(rawValue: 182) }

  /// factor from counter value to bytes (bytes).
  @inlinable public static var l3MonitoringUpscale: Field { Field(rawValue: 183) }

  /// highest id for L3 (RMID).
  @inlinable public static var l3MonitoringRmidMax: Field { Field(rawValue: 184) }

  /// occupancy event.
  @inlinable public static var l3OccupancyMonitoring: Field { Field(rawValue: 185) }

  /// total bandwidth event.
  @inlinable public static var l3TotalBandwidthMonitoring: Field { Field(rawValue: 186) }

  /// local bandwidth event.
  @inlinable public static var l3LocalBandwidthMonitoring: Field { Field(rawValue: 187) }

  /// set on a few server parts; not described.
  @inlinable public static var l3MonitoringEvent3: Field { Field(rawValue: 188) }

  /// L3 allocation; meaningful with PQE.
  @inlinable public static var l3AllocationPresent: Field { Field(rawValue: 189) }

  /// L2 allocation.
  @inlinable public static var l2AllocationPresent: Field { Field(rawValue: 190) }

  /// memory bandwidth allocation.
  @inlinable public static var bandwidthAllocationPresent: Field { Field(rawValue: 191) }

  /// cache bandwidth allocation (subleaf 5).
  @inlinable public static var cacheBandwidthAllocationPresent: Field { Field(rawValue: 192) }

  /// resource id 6, not publicly described; subleaf 6 exists.
  @inlinable public static var resource6AllocationPresent: Field { Field(rawValue: 193) }

  /// length of a capacity mask (bits-1).
  @inlinable public static var allocationMaskLength: Field { Field(rawValue: 194) }

  /// mask units also used by other agents.
  @inlinable public static var allocationSharedUnits: Field { Field(rawValue: 195) }

  /// devices take part in allocation.
  @inlinable public static var allocationIoShared: Field { Field(rawValue: 196) }

  /// separate code and data masks.
  @inlinable public static var allocationCodeDataPriority: Field { Field(rawValue: 197) }

  /// masks may have holes.
  @inlinable public static var allocationNonContiguousMask: Field { Field(rawValue: 198) }

  /// highest class of service (class).
  @inlinable public static var allocationClassMax: Field { Field(rawValue: 199) }

  /// largest throttle value (value-1).
  @inlinable public static var bandwidthThrottleMax: Field { Field(rawValue: 200) }

  /// throttle applies per thread.
  @inlinable public static var bandwidthPerThread: Field { Field(rawValue: 201) }

  /// throttle scale is linear.
  @inlinable public static var bandwidthLinear: Field { Field(rawValue: 202) }

  /// highest class of service (class).
  @inlinable public static var bandwidthClassMax: Field { Field(rawValue: 203) }

  /// highest core throttle level (level).
  @inlinable public static var cacheBandwidthLevelMax: Field { Field(rawValue: 204) }

  /// what a setting applies to.
  @inlinable public static var cacheBandwidthScope: Field { Field(rawValue: 205) }

  /// scale is linear.
  @inlinable public static var cacheBandwidthLinear: Field { Field(rawValue: 206) }

  /// highest class of service (class).
  @inlinable public static var cacheBandwidthClassMax: Field { Field(rawValue: 207) }

  /// value of the undescribed resource.
  @inlinable public static var resource6Limit: Field { Field(rawValue: 208) }

  /// SGX1 leaf functions; meaningful with SGX.
  @inlinable public static var sgx1: Field { Field(rawValue: 209) }

  /// SGX2 leaf functions.
  @inlinable public static var sgx2: Field { Field(rawValue: 210) }

  /// ENCLV oversubscription leaves.
  @inlinable public static var sgxEnclv: Field { Field(rawValue: 211) }

  /// ENCLS oversubscription leaves.
  @inlinable public static var sgxEnclsOversubscription: Field { Field(rawValue: 212) }

  /// EVERIFYREPORT2.
  @inlinable public static var sgxEverifyReport2: Field { Field(rawValue: 213) }

  /// EUPDATESVN.
  @inlinable public static var sgxEupdateSvn: Field { Field(rawValue: 214) }

  /// EDECCSSA.
  @inlinable public static var sgxEdeccssa: Field { Field(rawValue: 215) }

  /// MISCSELECT bits an enclave may set (bit 0 EXINFO, bit 1 CPINFO).
  @inlinable public static var sgxMiscSelect: Field { Field(rawValue: 216) }

  /// largest enclave outside 64-bit mode (log2 bytes).
  @inlinable public static var sgxMaxEnclaveSize32: Field { Field(rawValue: 217) }

  /// largest enclave in 64-bit mode (log2 bytes).
  @inlinable public static var sgxMaxEnclaveSize64: Field { Field(rawValue: 218) }

  /// SECS attributes 31:0 an enclave may have (init, debug, mode64, provision key, token key, CET,
  /// KSS, AEX-notify).
  @inlinable public static var sgxAttributesLow: Field { Field(rawValue: 219) }

  /// SECS attributes 63:32.
  @inlinable public static var sgxAttributesHigh: Field { Field(rawValue: 220) }

  /// XCR0 31:0 bits an enclave may use; a subset of the guest's XCR0.
  @inlinable public static var sgxXfrmLow: Field { Field(rawValue: 221) }

  /// XCR0 63:32 bits an enclave may use.
  @inlinable public static var sgxXfrmHigh: Field { Field(rawValue: 222) }

  /// 0 ends the list, 1 an EPC section.
  @inlinable public static var sgxEpcType: Field { Field(rawValue: 223) }

  /// section base, address bits 31:12 (4 KiB pages).
  @inlinable public static var sgxEpcBaseLow: Field { Field(rawValue: 224) }

  /// section base, address bits 51:32 (4 GiB).
  @inlinable public static var sgxEpcBaseHigh: Field { Field(rawValue: 225) }

  /// protection properties of the section.
  @inlinable public static var sgxEpcProperties: Field { Field(rawValue: 226) }

  /// section size, bits 31:12 (4 KiB pages).
  @inlinable public static var sgxEpcSizeLow: Field { Field(rawValue: 227) }

  /// section size, bits 51:32 (4 GiB).
  @inlinable public static var sgxEpcSizeHigh: Field { Field(rawValue: 228) }

  /// highest subleaf of leaf 0x14; meaningful with PROC_TRACE (subleaf number).
  @inlinable public static var ptMaxSubleaf: Field { Field(rawValue: 229) }

  /// trace can be filtered by CR3.
  @inlinable public static var ptCr3Filter: Field { Field(rawValue: 230) }

  /// PSB frequency and cycle-accurate mode.
  @inlinable public static var ptConfigurablePsb: Field { Field(rawValue: 231) }

  /// address filtering and TraceStop; MSRs survive warm reset.
  @inlinable public static var ptIpFilter: Field { Field(rawValue: 232) }

  /// MTC packets.
  @inlinable public static var ptMtc: Field { Field(rawValue: 233) }

  /// PTWRITE.
  @inlinable public static var ptPtwrite: Field { Field(rawValue: 234) }

  /// power-event trace.
  @inlinable public static var ptPowerEvents: Field { Field(rawValue: 235) }

  /// PSB and PMI state is preserved.
  @inlinable public static var ptPsbPmiPreserve: Field { Field(rawValue: 236) }

  /// event-trace packets.
  @inlinable public static var ptEventTrace: Field { Field(rawValue: 237) }

  /// TNT packets can be switched off.
  @inlinable public static var ptTntDisable: Field { Field(rawValue: 238) }

  /// table-of-physical-addresses output.
  @inlinable public static var ptTopaOutput: Field { Field(rawValue: 239) }

  /// tables may have many entries.
  @inlinable public static var ptTopaMultipleEntries: Field { Field(rawValue: 240) }

  /// one contiguous output region.
  @inlinable public static var ptSingleRangeOutput: Field { Field(rawValue: 241) }

  /// output to a trace transport.
  @inlinable public static var ptTransportOutput: Field { Field(rawValue: 242) }

  /// addresses in packets are linear (CS base included).
  @inlinable public static var ptIpIsLip: Field { Field(rawValue: 243) }

  /// address ranges for filtering (count).
  @inlinable public static var ptAddressRanges: Field { Field(rawValue: 244) }

  /// MTC period encodings.
  @inlinable public static var ptMtcPeriods: Field { Field(rawValue: 245) }

  /// cycle-threshold encodings.
  @inlinable public static var ptCycleThresholds: Field { Field(rawValue: 246) }

  /// PSB period encodings.
  @inlinable public static var ptPsbPeriods: Field { Field(rawValue: 247) }

  /// TSC : crystal ratio, denominator; 0 = not given.
  @inlinable public static var tscRatioDenominator: Field { Field(rawValue: 248) }

  /// TSC : crystal ratio, numerator.
  @inlinable public static var tscRatioNumerator: Field { Field(rawValue: 249) }

  /// crystal frequency; 0 = look it up by model. The APIC timer runs from it (Hz).
  @inlinable public static var crystalFrequency: Field { Field(rawValue: 250) }

  /// rated base frequency (MHz).
  @inlinable public static var baseFrequency: Field { Field(rawValue: 251) }

  /// rated top frequency (MHz).
  @inlinable public static var maxFrequency: Field { Field(rawValue: 252) }

  /// reference bus frequency (MHz).
  @inlinable public static var busFrequency: Field { Field(rawValue: 253) }

  /// highest subleaf; below 3 means the leaf is absent (subleaf number).
  @inlinable public static var socMaxSubleaf: Field { Field(rawValue: 254) }

  /// SoC vendor id.
  @inlinable public static var socVendorId: Field { Field(rawValue: 255) }

  /// id is from an industry list rather than Intel's.
  @inlinable public static var socVendorScheme: Field { Field(rawValue: 256) }

  /// project number given by the vendor.
  @inlinable public static var socProjectId: Field { Field(rawValue: 257) }

  /// stepping within the project.
  @inlinable public static var socSteppingId: Field { Field(rawValue: 258) }

  /// SoC brand, 16 characters a subleaf: first four (4 ASCII bytes).
  @inlinable public static var socBrandPartA: Field { Field(rawValue: 259) }

  /// second four (4 ASCII bytes).
  @inlinable public static var socBrandPartB: Field { Field(rawValue: 260) }

  /// third four (4 ASCII bytes).
  @inlinable public static var socBrandPartC: Field { Field(rawValue: 261) }

  /// last four (4 ASCII bytes).
  @inlinable public static var socBrandPartD: Field { Field(rawValue: 262) }

  /// highest subleaf of leaf 0x18 (subleaf number).
  @inlinable public static var tlbMaxSubleaf: Field { Field(rawValue: 263) }

  /// holds 4 KiB pages.
  @inlinable public static var tlbPages4K: Field { Field(rawValue: 264) }

  /// holds 2 MiB pages.
  @inlinable public static var tlbPages2M: Field { Field(rawValue: 265) }

  /// holds 4 MiB pages.
  @inlinable public static var tlbPages4M: Field { Field(rawValue: 266) }

  /// holds 1 GiB pages.
  @inlinable public static var tlbPages1G: Field { Field(rawValue: 267) }

  /// 0 = shared freely among threads.
  @inlinable public static var tlbPartitioning: Field { Field(rawValue: 268) }

  /// ways of associativity (ways).
  @inlinable public static var tlbWays: Field { Field(rawValue: 269) }

  /// number of sets (not less one) (sets).
  @inlinable public static var tlbSets: Field { Field(rawValue: 270) }

  /// 0 invalid subleaf, 1 data, 2 instruction, 3 unified, 4 load only, 5 store only.
  @inlinable public static var tlbType: Field { Field(rawValue: 271) }

  /// level counted from 1 (level).
  @inlinable public static var tlbLevel: Field { Field(rawValue: 272) }

  /// one set only.
  @inlinable public static var tlbFullyAssociative: Field { Field(rawValue: 273) }

  /// room for logical processor ids that share it, less one (count-1).
  @inlinable public static var tlbThreadsSharing: Field { Field(rawValue: 274) }

  /// kernel-only handle restriction.
  @inlinable public static var keyLockerCpl0Only: Field { Field(rawValue: 275) }

  /// no-encrypt restriction.
  @inlinable public static var keyLockerNoEncrypt: Field { Field(rawValue: 276) }

  /// no-decrypt restriction.
  @inlinable public static var keyLockerNoDecrypt: Field { Field(rawValue: 277) }

  /// instructions enabled now: CR4.KL and firmware activation (mirror, differs in time).
  @inlinable public static var keyLockerEnabled: Field { Field(rawValue: 278) }

  /// wide AES key-locker instructions.
  @inlinable public static var keyLockerWide: Field { Field(rawValue: 279) }

  /// wrapping-key backup MSRs.
  @inlinable public static var keyLockerBackup: Field { Field(rawValue: 280) }

  /// NoBackup parameter of LOADIWKEY.
  @inlinable public static var keyLockerNoBackup: Field { Field(rawValue: 281) }

  /// random wrapping key.
  @inlinable public static var keyLockerRandomKey: Field { Field(rawValue: 282) }

  /// microarchitecture number within the core type (differs per CPU).
  @inlinable public static var nativeModelId: Field { Field(rawValue: 283) }

  /// 0x20 Atom, 0x40 Core; differs per CPU; 0 when not hybrid.
  @inlinable public static var coreType: Field { Field(rawValue: 284) }

  /// 0 ends the list, 1 target ids; meaningful with PCONFIG.
  @inlinable public static var pconfigSubleafType: Field { Field(rawValue: 285) }

  /// target id (1 = memory encryption).
  @inlinable public static var pconfigTarget1: Field { Field(rawValue: 286) }

  /// target id.
  @inlinable public static var pconfigTarget2: Field { Field(rawValue: 287) }

  /// target id.
  @inlinable public static var pconfigTarget3: Field { Field(rawValue: 288) }

  /// depth 8*(n+1) is supported; meaningful with ARCH_LBR (8 entries).
  @inlinable public static var archLbrDepths: Field { Field(rawValue: 289) }

  /// records may be lost in C-states deeper than C1.
  @inlinable public static var archLbrDeepCReset: Field { Field(rawValue: 290) }

  /// addresses are linear (CS base included).
  @inlinable public static var archLbrIpIsLip: Field { Field(rawValue: 291) }

  /// filter by privilege level.
  @inlinable public static var archLbrCplFilter: Field { Field(rawValue: 292) }

  /// filter by branch type.
  @inlinable public static var archLbrBranchFilter: Field { Field(rawValue: 293) }

  /// call-stack mode.
  @inlinable public static var archLbrCallStack: Field { Field(rawValue: 294) }

  /// misprediction flag recorded.
  @inlinable public static var archLbrMispredict: Field { Field(rawValue: 295) }

  /// cycle count recorded.
  @inlinable public static var archLbrTimed: Field { Field(rawValue: 296) }

  /// branch type recorded.
  @inlinable public static var archLbrBranchType: Field { Field(rawValue: 297) }

  /// counters whose events are logged.
  @inlinable public static var archLbrEventLogging: Field { Field(rawValue: 298) }

  /// highest palette; 0 without AMX_TILE (palette).
  @inlinable public static var amxMaxPalette: Field { Field(rawValue: 299) }

  /// bytes of all tiles; must equal the size of XCR0 component 18 (bytes).
  @inlinable public static var amxTotalTileBytes: Field { Field(rawValue: 300) }

  /// bytes of one tile (bytes).
  @inlinable public static var amxTileBytes: Field { Field(rawValue: 301) }

  /// bytes of a row (bytes).
  @inlinable public static var amxRowBytes: Field { Field(rawValue: 302) }

  /// number of tiles (tiles).
  @inlinable public static var amxTileCount: Field { Field(rawValue: 303) }

  /// rows of a tile (rows).
  @inlinable public static var amxRowsMax: Field { Field(rawValue: 304) }

  /// highest subleaf of leaf 0x1e (subleaf number).
  @inlinable public static var tmulMaxSubleaf: Field { Field(rawValue: 305) }

  /// rows or columns of the multiplier (rows).
  @inlinable public static var tmulMaxK: Field { Field(rawValue: 306) }

  /// column bytes of the multiplier (bytes).
  @inlinable public static var tmulMaxN: Field { Field(rawValue: 307) }

  /// repeats AMX_INT8.
  @inlinable public static var amxInt8Alias: Field { Field(rawValue: 308) }

  /// repeats AMX_BF16.
  @inlinable public static var amxBf16Alias: Field { Field(rawValue: 309) }

  /// repeats AMX_COMPLEX.
  @inlinable public static var amxComplexAlias: Field { Field(rawValue: 310) }

  /// repeats AMX_FP16.
  @inlinable public static var amxFp16Alias: Field { Field(rawValue: 311) }

  /// tile 8-bit float multiply.
  @inlinable public static var amxFp8: Field { Field(rawValue: 312) }

  /// tile transpose (withdrawn before products).
  @inlinable public static var amxTranspose: Field { Field(rawValue: 313) }

  /// tile TF32 multiply.
  @inlinable public static var amxTf32: Field { Field(rawValue: 314) }

  /// tile-to-vector moves.
  @inlinable public static var amxAvx512: Field { Field(rawValue: 315) }

  /// tile loads with read-shared hint.
  @inlinable public static var amxMovrs: Field { Field(rawValue: 316) }

  /// as leaf 0xb, with more level types (bits).
  @inlinable public static var topologyV2Shift: Field { Field(rawValue: 317) }

  /// logical processors at this level (count).
  @inlinable public static var topologyV2LogicalCount: Field { Field(rawValue: 318) }

  /// echo of the subleaf asked (count).
  @inlinable public static var topologyV2LevelNumber: Field { Field(rawValue: 319) }

  /// 0 none, 1 thread, 2 core, 3 module, 4 tile, 5 die, 6 die group.
  @inlinable public static var topologyV2LevelType: Field { Field(rawValue: 320) }

  /// 32-bit id of the CPU that asks (APIC id).
  @inlinable public static var topologyV2X2ApicId: Field { Field(rawValue: 321) }

  /// number of subleaves; meaningful with HRESET (count).
  @inlinable public static var hresetSubleafCount: Field { Field(rawValue: 322) }

  /// HRESET may clear thread-director history.
  @inlinable public static var hresetThreadDirector: Field { Field(rawValue: 323) }

  /// HRESET targets not assigned yet.
  @inlinable public static var hresetOther: Field { Field(rawValue: 324) }

  /// highest subleaf of the TDX leaf, as the TDX module fills it (subleaf number).
  @inlinable public static var tdxMaxSubleaf: Field { Field(rawValue: 325) }

  /// "Inte" in a TDX guest, zero elsewhere (4 ASCII bytes).
  @inlinable public static var tdxVendorPart1: Field { Field(rawValue: 326) }

  /// four blanks in a TDX guest (4 ASCII bytes).
  @inlinable public static var tdxVendorPart3: Field { Field(rawValue: 327) }

  /// "lTDX" in a TDX guest (4 ASCII bytes).
  @inlinable public static var tdxVendorPart2: Field { Field(rawValue: 328) }

  /// subleaf 0 is valid; meaningful with ARCH_PERF_MON.
  @inlinable public static var perfmonSubleaf0: Field { Field(rawValue: 329) }

  /// subleaf 1 is valid.
  @inlinable public static var perfmonCountersSubleaf: Field { Field(rawValue: 330) }

  /// subleaf 2 is valid (auto counter reload).
  @inlinable public static var perfmonReloadSubleaf: Field { Field(rawValue: 331) }

  /// subleaf 3 is valid.
  @inlinable public static var perfmonEventsSubleaf: Field { Field(rawValue: 332) }

  /// subleaf 4 is valid.
  @inlinable public static var perfmonPebsCapsSubleaf: Field { Field(rawValue: 333) }

  /// subleaf 5 is valid.
  @inlinable public static var perfmonPebsSubleaf: Field { Field(rawValue: 334) }

  /// second unit mask in event select MSRs.
  @inlinable public static var perfmonUnitMask2: Field { Field(rawValue: 335) }

  /// equal-compare bit in event select MSRs.
  @inlinable public static var perfmonEqualBit: Field { Field(rawValue: 336) }

  /// RDPMC can be denied to user mode per counter.
  @inlinable public static var perfmonRdpmcUserDisable: Field { Field(rawValue: 337) }

  /// slots per cycle for top-down formulas (differs per core type) (slots).
  @inlinable public static var perfmonSlotsPerCycle: Field { Field(rawValue: 338) }

  /// general counters present.
  @inlinable public static var perfmonGeneralCounters: Field { Field(rawValue: 339) }

  /// fixed counters present.
  @inlinable public static var perfmonFixedCounters: Field { Field(rawValue: 340) }

  /// general counters that can be reloaded.
  @inlinable public static var perfmonReloadGeneral: Field { Field(rawValue: 341) }

  /// fixed counters that can be reloaded.
  @inlinable public static var perfmonReloadFixed: Field { Field(rawValue: 342) }

  /// general counters that can cause a reload.
  @inlinable public static var perfmonReloadCauseGeneral: Field { Field(rawValue: 343) }

  /// fixed counters that can cause a reload.
  @inlinable public static var perfmonReloadCauseFixed: Field { Field(rawValue: 344) }

  /// event: core cycles.
  @inlinable public static var perfmonCoreCycles: Field { Field(rawValue: 345) }

  /// event: instructions retired.
  @inlinable public static var perfmonInstructionsRetired: Field { Field(rawValue: 346) }

  /// event: reference cycles.
  @inlinable public static var perfmonReferenceCycles: Field { Field(rawValue: 347) }

  /// event: last-level cache references.
  @inlinable public static var perfmonLlcReferences: Field { Field(rawValue: 348) }

  /// event: last-level cache misses.
  @inlinable public static var perfmonLlcMisses: Field { Field(rawValue: 349) }

  /// event: branches retired.
  @inlinable public static var perfmonBranchesRetired: Field { Field(rawValue: 350) }

  /// event: mispredicted branches.
  @inlinable public static var perfmonBranchMispredicts: Field { Field(rawValue: 351) }

  /// event: top-down slots.
  @inlinable public static var perfmonTopdownSlots: Field { Field(rawValue: 352) }

  /// event: back-end bound.
  @inlinable public static var perfmonBackendBound: Field { Field(rawValue: 353) }

  /// event: bad speculation.
  @inlinable public static var perfmonBadSpeculation: Field { Field(rawValue: 354) }

  /// event: front-end bound.
  @inlinable public static var perfmonFrontendBound: Field { Field(rawValue: 355) }

  /// event: retiring.
  @inlinable public static var perfmonRetiring: Field { Field(rawValue: 356) }

  /// event: LBR inserts.
  @inlinable public static var perfmonLbrInserts: Field { Field(rawValue: 357) }

  /// counters can be put in PEBS records by permission.
  @inlinable public static var pebsAllowInRecord: Field { Field(rawValue: 358) }

  /// record group: general counters.
  @inlinable public static var pebsGeneralCounters: Field { Field(rawValue: 359) }

  /// record group: fixed counters.
  @inlinable public static var pebsFixedCounters: Field { Field(rawValue: 360) }

  /// record group: performance metrics.
  @inlinable public static var pebsMetrics: Field { Field(rawValue: 361) }

  /// record group: LBR sizes.
  @inlinable public static var pebsLbr: Field { Field(rawValue: 362) }

  /// record group: extended registers.
  @inlinable public static var pebsXer: Field { Field(rawValue: 363) }

  /// record group: general registers.
  @inlinable public static var pebsGpr: Field { Field(rawValue: 364) }

  /// record group: memory auxiliary data.
  @inlinable public static var pebsAux: Field { Field(rawValue: 365) }

  /// general counters that do PEBS.
  @inlinable public static var pebsGeneralBitmap: Field { Field(rawValue: 366) }

  /// general counters with precise distribution.
  @inlinable public static var pebsPreciseGeneralBitmap: Field { Field(rawValue: 367) }

  /// fixed counters that do PEBS.
  @inlinable public static var pebsFixedBitmap: Field { Field(rawValue: 368) }

  /// fixed counters with precise distribution.
  @inlinable public static var pebsPreciseFixedBitmap: Field { Field(rawValue: 369) }

  /// highest subleaf of leaf 0x24; meaningful with AVX10 (subleaf number).
  @inlinable public static var avx10MaxSubleaf: Field { Field(rawValue: 370) }

  /// AVX10 version; zero without the AVX10 bit (version).
  @inlinable public static var avx10Version: Field { Field(rawValue: 371) }

  /// 128-bit vectors (now always set).
  @inlinable public static var avx10Vector128: Field { Field(rawValue: 372) }

  /// 256-bit vectors (now always set).
  @inlinable public static var avx10Vector256: Field { Field(rawValue: 373) }

  /// 512-bit vectors.
  @inlinable public static var avx10Vector512: Field { Field(rawValue: 374) }

  /// AVX10.2 integer dot products.
  @inlinable public static var avx10VnniInt: Field { Field(rawValue: 375) }

  /// highest monitoring id for this core type (RMID).
  @inlinable public static var asymmetricRmidMax: Field { Field(rawValue: 376) }

  /// L3 monitoring described in subleaf 1.
  @inlinable public static var asymmetricL3Monitoring: Field { Field(rawValue: 377) }

  /// L3 allocation (subleaf 1).
  @inlinable public static var asymmetricL3Allocation: Field { Field(rawValue: 378) }

  /// L2 allocation (subleaf 2).
  @inlinable public static var asymmetricL2Allocation: Field { Field(rawValue: 379) }

  /// bandwidth allocation (subleaf 3).
  @inlinable public static var asymmetricBandwidthAllocation: Field { Field(rawValue: 380) }

  /// cache bandwidth allocation (subleaf 5).
  @inlinable public static var asymmetricCacheBandwidth: Field { Field(rawValue: 381) }

  /// resource id 6, not publicly described.
  @inlinable public static var asymmetricResource6: Field { Field(rawValue: 382) }

  /// value of the undescribed resource.
  @inlinable public static var asymmetricResource6Limit: Field { Field(rawValue: 383) }

  /// highest leaf of the first hypervisor range (Xen's low byte is the toolstack's choice) (leaf
  /// number).
  @inlinable public static var maxHypervisorLeaf: Field { Field(rawValue: 384) }

  /// hypervisor name, characters 1-4 (order b, c, d) (4 ASCII bytes).
  @inlinable public static var hypervisorNamePart1: Field { Field(rawValue: 385) }

  /// characters 5-8 (4 ASCII bytes).
  @inlinable public static var hypervisorNamePart2: Field { Field(rawValue: 386) }

  /// characters 9-12 (4 ASCII bytes).
  @inlinable public static var hypervisorNamePart3: Field { Field(rawValue: 387) }

  /// interface signature Hv#1 (also shown by Xen's Viridian and KVM's Hyper-V modes) (4 ASCII
  /// bytes).
  @inlinable public static var hypervInterfaceName: Field { Field(rawValue: 388) }

  /// paravirtual clock, old MSRs.
  @inlinable public static var kvmClockSource: Field { Field(rawValue: 389) }

  /// minor version.
  @inlinable public static var xenMinorVersion: Field { Field(rawValue: 390) }

  /// no I/O delays needed.
  @inlinable public static var kvmNopIoDelay: Field { Field(rawValue: 391) }

  /// paravirtual MMU (removed).
  @inlinable public static var kvmMmuOp: Field { Field(rawValue: 392) }

  /// paravirtual clock, new MSRs.
  @inlinable public static var kvmClockSource2: Field { Field(rawValue: 393) }

  /// asynchronous page faults, exception form.
  @inlinable public static var kvmAsyncPageFault: Field { Field(rawValue: 394) }

  /// stolen-time record.
  @inlinable public static var kvmStealTime: Field { Field(rawValue: 395) }

  /// paravirtual end of interrupt.
  @inlinable public static var kvmPvEoi: Field { Field(rawValue: 396) }

  /// paravirtual spinlock kick.
  @inlinable public static var kvmPvUnhalt: Field { Field(rawValue: 397) }

  /// paravirtual TLB flush.
  @inlinable public static var kvmPvTlbFlush: Field { Field(rawValue: 398) }

  /// asynchronous page faults may exit to a nested host.
  @inlinable public static var kvmAsyncPageFaultVmexit: Field { Field(rawValue: 399) }

  /// paravirtual interrupts between CPUs.
  @inlinable public static var kvmPvSendIpi: Field { Field(rawValue: 400) }

  /// guest controls host polling.
  @inlinable public static var kvmPollControl: Field { Field(rawValue: 401) }

  /// directed yield hypercall.
  @inlinable public static var kvmPvSchedYield: Field { Field(rawValue: 402) }

  /// asynchronous page faults, interrupt form.
  @inlinable public static var kvmAsyncPageFaultInterrupt: Field { Field(rawValue: 403) }

  /// 15-bit interrupt destination ids.
  @inlinable public static var kvmMsiExtendedDestinationId: Field { Field(rawValue: 404) }

  /// hypercall to change page encryption state.
  @inlinable public static var kvmMapGpaRange: Field { Field(rawValue: 405) }

  /// major version.
  @inlinable public static var xenMajorVersion: Field { Field(rawValue: 406) }

  /// guest can allow or forbid its migration.
  @inlinable public static var kvmMigrationControl: Field { Field(rawValue: 407) }

  /// paravirtual clock is stable across CPUs.
  @inlinable public static var kvmClockStable: Field { Field(rawValue: 408) }

  /// vCPUs are never preempted for long.
  @inlinable public static var kvmHintRealtime: Field { Field(rawValue: 409) }

  /// build number of the hypervisor.
  @inlinable public static var hypervBuild: Field { Field(rawValue: 410) }

  /// hypercall pages; 1 (pages).
  @inlinable public static var xenHypercallPages: Field { Field(rawValue: 411) }

  /// major (31:16) and minor (15:0) version.
  @inlinable public static var hypervVersion: Field { Field(rawValue: 412) }

  /// first MSR of Xen (0x40000000, or 0x40000200 when Viridian owns the first range) (MSR).
  @inlinable public static var xenMsrBase: Field { Field(rawValue: 413) }

  /// service pack.
  @inlinable public static var hypervServicePack: Field { Field(rawValue: 414) }

  /// PV page-table update keeps accessed and dirty bits.
  @inlinable public static var xenMmuPtUpdatePreserveAd: Field { Field(rawValue: 415) }

  /// service branch and number.
  @inlinable public static var hypervServiceBranch: Field { Field(rawValue: 416) }

  /// MSR access rights of the partition (reference counter, SynIC, timers, APIC, hypercall, reset
  /// ...).
  @inlinable public static var hypervPrivilegesLow: Field { Field(rawValue: 417) }

  /// hypercall rights of the partition.
  @inlinable public static var hypervPrivilegesHigh: Field { Field(rawValue: 418) }

  /// power management features.
  @inlinable public static var hypervPowerFeatures: Field { Field(rawValue: 419) }

  /// debugging, XMM hypercall input, frequency MSRs, crash MSRs ....
  @inlinable public static var hypervMiscFeatures: Field { Field(rawValue: 420) }

  /// TSC reads are emulated.
  @inlinable public static var xenTscEmulated: Field { Field(rawValue: 421) }

  /// host TSC is reliable.
  @inlinable public static var xenTscHostReliable: Field { Field(rawValue: 422) }

  /// boot CPU has RDTSCP.
  @inlinable public static var xenTscRdtscp: Field { Field(rawValue: 423) }

  /// tsc_mode of the domain.
  @inlinable public static var xenTscMode: Field { Field(rawValue: 424) }

  /// guest TSC frequency (kHz).
  @inlinable public static var xenTscFrequency: Field { Field(rawValue: 425) }

  /// number of migrations and restores (count).
  @inlinable public static var xenTscIncarnation: Field { Field(rawValue: 426) }

  /// offset, low word (ns).
  @inlinable public static var xenTscOffsetLow: Field { Field(rawValue: 427) }

  /// offset, high word (ns).
  @inlinable public static var xenTscOffsetHigh: Field { Field(rawValue: 428) }

  /// TSC to ns multiplier.
  @inlinable public static var xenTscMultiplier: Field { Field(rawValue: 429) }

  /// TSC to ns shift, signed byte.
  @inlinable public static var xenTscShift: Field { Field(rawValue: 430) }

  /// host TSC frequency (kHz).
  @inlinable public static var xenHostTscFrequency: Field { Field(rawValue: 431) }

  /// what the guest should use for speed (flush hypercalls, APIC MSRs, enlightened VMCS ...).
  @inlinable public static var hypervRecommendations: Field { Field(rawValue: 432) }

  /// APIC register accesses are virtualised by hardware.
  @inlinable public static var xenHvmApicAccessVirtualised: Field { Field(rawValue: 433) }

  /// x2APIC accesses are virtualised by hardware.
  @inlinable public static var xenHvmX2ApicVirtualised: Field { Field(rawValue: 434) }

  /// foreign and grant pages have IOMMU mappings.
  @inlinable public static var xenHvmIommuMappings: Field { Field(rawValue: 435) }

  /// EBX holds the vCPU id.
  @inlinable public static var xenHvmVcpuIdPresent: Field { Field(rawValue: 436) }

  /// ECX holds the domain id.
  @inlinable public static var xenHvmDomainIdPresent: Field { Field(rawValue: 437) }

  /// 15-bit interrupt destination ids.
  @inlinable public static var xenHvmExtendedDestinationId: Field { Field(rawValue: 438) }

  /// event-channel upcall vector per vCPU.
  @inlinable public static var xenHvmUpcallVector: Field { Field(rawValue: 439) }

  /// spins before a notify hypercall; all ones = never (retries).
  @inlinable public static var hypervSpinlockRetries: Field { Field(rawValue: 440) }

  /// id of the vCPU that asks (id).
  @inlinable public static var xenHvmVcpuId: Field { Field(rawValue: 441) }

  /// physical address bits implemented (6:0) (bits).
  @inlinable public static var hypervImplementedPhysicalBits: Field { Field(rawValue: 442) }

  /// domain id; changes on migration (id).
  @inlinable public static var xenHvmDomainId: Field { Field(rawValue: 443) }

  /// virtual processors supported (count).
  @inlinable public static var hypervMaxVirtualProcessors: Field { Field(rawValue: 444) }

  /// logical processors supported (count).
  @inlinable public static var hypervMaxLogicalProcessors: Field { Field(rawValue: 445) }

  /// machine address width for PV guests (bits).
  @inlinable public static var xenPvMachineAddressWidth: Field { Field(rawValue: 446) }

  /// physical interrupt vectors for remapping (count).
  @inlinable public static var hypervMaxInterruptVectors: Field { Field(rawValue: 447) }

  /// hardware features in use by the hypervisor.
  @inlinable public static var hypervHardwareFeatures: Field { Field(rawValue: 448) }

  /// CPU management features, root partition only.
  @inlinable public static var hypervRootFeaturesA: Field { Field(rawValue: 449) }

  /// CPU management features, root partition only.
  @inlinable public static var hypervRootFeaturesB: Field { Field(rawValue: 450) }

  /// shared virtual memory features, root partition only.
  @inlinable public static var hypervSvmFeatures: Field { Field(rawValue: 451) }

  /// shared virtual memory, second word.
  @inlinable public static var hypervSvmFeaturesB: Field { Field(rawValue: 452) }

  /// shared virtual memory, third word.
  @inlinable public static var hypervSvmFeaturesC: Field { Field(rawValue: 453) }

  /// nested virtualisation features (enlightened VMCS versions, flush, bitmap ...).
  @inlinable public static var hypervNestedFeatures: Field { Field(rawValue: 454) }

  /// nested virtualisation features, second word.
  @inlinable public static var hypervNestedFeaturesB: Field { Field(rawValue: 455) }

  /// not described; seen in root partitions.
  @inlinable public static var hypervLeafBWord: Field { Field(rawValue: 456) }

  /// highest leaf of the second hypervisor range (Xen moves there when Viridian owns the first)
  /// (leaf number).
  @inlinable public static var maxSecondHypervisorLeaf: Field { Field(rawValue: 457) }

  /// highest extended leaf, as a full number 0x8000xxxx; smaller values mean no extended range
  /// (leaf number).
  @inlinable public static var maxExtendedLeaf: Field { Field(rawValue: 458) }

  /// vendor name again, characters 1-4; zero on Intel (4 ASCII bytes).
  @inlinable public static var extendedVendorPart1: Field { Field(rawValue: 459) }

  /// vendor name again, characters 9-12 (4 ASCII bytes).
  @inlinable public static var extendedVendorPart3: Field { Field(rawValue: 460) }

  /// vendor name again, characters 5-8 (4 ASCII bytes).
  @inlinable public static var extendedVendorPart2: Field { Field(rawValue: 461) }

  /// stepping again; on early AMD parts (K5, K6) the fields can differ from leaf 1.
  @inlinable public static var extendedSteppingId: Field { Field(rawValue: 462) }

  /// model again.
  @inlinable public static var extendedBaseModel: Field { Field(rawValue: 463) }

  /// family again (K5 to Athlon: leaf 1 family + 1).
  @inlinable public static var extendedBaseFamily: Field { Field(rawValue: 464) }

  /// type again, Transmeta.
  @inlinable public static var extendedProcessorType: Field { Field(rawValue: 465) }

  /// extended model again.
  @inlinable public static var extendedExtendedModel: Field { Field(rawValue: 466) }

  /// extended family again.
  @inlinable public static var extendedExtendedFamily: Field { Field(rawValue: 467) }

  /// brand number, meaning depends on family and package.
  @inlinable public static var extendedBrandId: Field { Field(rawValue: 468) }

  /// socket code; meaning depends on family.
  @inlinable public static var packageType: Field { Field(rawValue: 469) }

  /// EFER.TCE limits what INVLPG-type instructions flush.
  @inlinable public static var translationCacheExtension: Field { Field(rawValue: 470) }

  /// six core counters at new MSR numbers.
  @inlinable public static var corePerformanceCounters: Field { Field(rawValue: 471) }

  /// northbridge or data-fabric counters.
  @inlinable public static var northbridgeCounters: Field { Field(rawValue: 472) }

  /// streaming performance monitor, early family 15h documents.
  @inlinable public static var streamingPerformanceMonitor: Field { Field(rawValue: 473) }

  /// counter that runs at a fixed rate with performance sampling (size in 0x80000008 ECX).
  @inlinable public static var performanceTsc: Field { Field(rawValue: 474) }

  /// L2 (family 16h) or L3 (17h+) counters.
  @inlinable public static var llcPerformanceCounters: Field { Field(rawValue: 475) }

  /// reserved for AMD extensions.
  @inlinable public static var ecx31Ext1: Field { Field(rawValue: 476) }

  /// AMD and compatible parts repeat FPU; zero on Intel.
  @inlinable public static var extFpu: Field { Field(rawValue: 477) }

  /// repeats VME.
  @inlinable public static var extVme: Field { Field(rawValue: 478) }

  /// repeats DE.
  @inlinable public static var extDe: Field { Field(rawValue: 479) }

  /// repeats PSE.
  @inlinable public static var extPse: Field { Field(rawValue: 480) }

  /// repeats TSC.
  @inlinable public static var extTsc: Field { Field(rawValue: 481) }

  /// repeats MSR.
  @inlinable public static var extMsr: Field { Field(rawValue: 482) }

  /// repeats PAE.
  @inlinable public static var extPae: Field { Field(rawValue: 483) }

  /// repeats MCE.
  @inlinable public static var extMce: Field { Field(rawValue: 484) }

  /// repeats CX8.
  @inlinable public static var extCx8: Field { Field(rawValue: 485) }

  /// repeats APIC, dynamic in the same way.
  @inlinable public static var extApic: Field { Field(rawValue: 486) }

  /// SYSCALL in the form of the first K6 parts.
  @inlinable public static var extSyscallEarly: Field { Field(rawValue: 487) }

  /// repeats MTRR.
  @inlinable public static var extMtrr: Field { Field(rawValue: 488) }

  /// repeats PGE.
  @inlinable public static var extPge: Field { Field(rawValue: 489) }

  /// repeats MCA.
  @inlinable public static var extMca: Field { Field(rawValue: 490) }

  /// repeats CMOV.
  @inlinable public static var extCmov: Field { Field(rawValue: 491) }

  /// repeats PAT (on K6/K7 it stood for FCMOV).
  @inlinable public static var extPat: Field { Field(rawValue: 492) }

  /// repeats PSE36.
  @inlinable public static var extPse36: Field { Field(rawValue: 493) }

  /// reserved; set on a few early K8 parts.
  @inlinable public static var extSerialNumber: Field { Field(rawValue: 494) }

  /// Athlon MP and early Opteron: fit for several sockets.
  @inlinable public static var multiprocessorCapable: Field { Field(rawValue: 495) }

  /// repeats MMX.
  @inlinable public static var extMmx: Field { Field(rawValue: 496) }

  /// repeats FXSR.
  @inlinable public static var extFxsr: Field { Field(rawValue: 497) }

  /// brand, characters 1-4 (NUL padded, little endian) (4 ASCII bytes).
  @inlinable public static var brandStringPart1: Field { Field(rawValue: 498) }

  /// characters 5-8 (4 ASCII bytes).
  @inlinable public static var brandStringPart2: Field { Field(rawValue: 499) }

  /// characters 9-12 (4 ASCII bytes).
  @inlinable public static var brandStringPart3: Field { Field(rawValue: 500) }

  /// characters 13-16 (4 ASCII bytes).
  @inlinable public static var brandStringPart4: Field { Field(rawValue: 501) }

  /// characters 17-20 (4 ASCII bytes).
  @inlinable public static var brandStringPart5: Field { Field(rawValue: 502) }

  /// characters 21-24 (4 ASCII bytes).
  @inlinable public static var brandStringPart6: Field { Field(rawValue: 503) }

  /// characters 25-28 (4 ASCII bytes).
  @inlinable public static var brandStringPart7: Field { Field(rawValue: 504) }

  /// characters 29-32 (4 ASCII bytes).
  @inlinable public static var brandStringPart8: Field { Field(rawValue: 505) }

  /// characters 33-36 (4 ASCII bytes).
  @inlinable public static var brandStringPart9: Field { Field(rawValue: 506) }

  /// characters 37-40 (4 ASCII bytes).
  @inlinable public static var brandStringPart10: Field { Field(rawValue: 507) }

  /// characters 41-44 (4 ASCII bytes).
  @inlinable public static var brandStringPart11: Field { Field(rawValue: 508) }

  /// characters 45-48 (4 ASCII bytes).
  @inlinable public static var brandStringPart12: Field { Field(rawValue: 509) }

  /// L1 instruction TLB, 2M/4M pages (a 4M page takes two); zero on Intel (entries).
  @inlinable public static var l1ItlbLargeEntries: Field { Field(rawValue: 510) }

  /// 0xff full, 1 direct, else ways (ways).
  @inlinable public static var l1ItlbLargeAssociativity: Field { Field(rawValue: 511) }

  /// L1 data TLB, 2M/4M pages (entries).
  @inlinable public static var l1DtlbLargeEntries: Field { Field(rawValue: 512) }

  /// 0xff full, 1 direct, else ways (ways).
  @inlinable public static var l1DtlbLargeAssociativity: Field { Field(rawValue: 513) }

  /// L1 instruction TLB, 4K pages (entries).
  @inlinable public static var l1Itlb4KEntries: Field { Field(rawValue: 514) }

  /// 0xff full, 1 direct, else ways (ways).
  @inlinable public static var l1Itlb4KAssociativity: Field { Field(rawValue: 515) }

  /// L1 data TLB, 4K pages (entries).
  @inlinable public static var l1Dtlb4KEntries: Field { Field(rawValue: 516) }

  /// 0xff full, 1 direct, else ways (ways).
  @inlinable public static var l1Dtlb4KAssociativity: Field { Field(rawValue: 517) }

  /// L1 data line (bytes).
  @inlinable public static var l1DataLineSize: Field { Field(rawValue: 518) }

  /// lines per tag (lines).
  @inlinable public static var l1DataLinesPerTag: Field { Field(rawValue: 519) }

  /// 0xff full, 1 direct, else ways (ways).
  @inlinable public static var l1DataAssociativity: Field { Field(rawValue: 520) }

  /// L1 data size (KiB).
  @inlinable public static var l1DataSize: Field { Field(rawValue: 521) }

  /// L1 instruction line (bytes).
  @inlinable public static var l1InstructionLineSize: Field { Field(rawValue: 522) }

  /// lines per tag (lines).
  @inlinable public static var l1InstructionLinesPerTag: Field { Field(rawValue: 523) }

  /// 0xff full, 1 direct, else ways (ways).
  @inlinable public static var l1InstructionAssociativity: Field { Field(rawValue: 524) }

  /// L1 instruction size (KiB).
  @inlinable public static var l1InstructionSize: Field { Field(rawValue: 525) }

  /// L2 instruction TLB, 2M/4M pages; a zero upper half means a unified TLB (entries).
  @inlinable public static var l2ItlbLargeEntries: Field { Field(rawValue: 526) }

  /// 0 off, 1 direct, 2, 3=3, 4, 5=6, 6=8, 8=16, 9=see 0x8000001d, a=32, b=48, c=64, d=96, e=128,
  /// f=full (4-bit code).
  @inlinable public static var l2ItlbLargeAssociativity: Field { Field(rawValue: 527) }

  /// L2 data TLB, 2M/4M pages (entries).
  @inlinable public static var l2DtlbLargeEntries: Field { Field(rawValue: 528) }

  /// same code (4-bit code).
  @inlinable public static var l2DtlbLargeAssociativity: Field { Field(rawValue: 529) }

  /// L2 instruction TLB, 4K pages (entries).
  @inlinable public static var l2Itlb4KEntries: Field { Field(rawValue: 530) }

  /// same code (4-bit code).
  @inlinable public static var l2Itlb4KAssociativity: Field { Field(rawValue: 531) }

  /// L2 data TLB, 4K pages (entries).
  @inlinable public static var l2Dtlb4KEntries: Field { Field(rawValue: 532) }

  /// same code (4-bit code).
  @inlinable public static var l2Dtlb4KAssociativity: Field { Field(rawValue: 533) }

  /// L2 line; the one register of this leaf that Intel fills too (bytes).
  @inlinable public static var l2LineSize: Field { Field(rawValue: 534) }

  /// L2 line, VIA layout (bytes).
  @inlinable public static var viaL2LineSize: Field { Field(rawValue: 535) }

  /// lines per tag (lines).
  @inlinable public static var l2LinesPerTag: Field { Field(rawValue: 536) }

  /// lines per tag, VIA layout (some models use 11:8).
  @inlinable public static var viaL2LinesPerTag: Field { Field(rawValue: 537) }

  /// same code (4-bit code).
  @inlinable public static var l2Associativity: Field { Field(rawValue: 538) }

  /// L2 size (KiB).
  @inlinable public static var l2Size: Field { Field(rawValue: 539) }

  /// ways, older VIA layout; newer parts follow AMD (ways).
  @inlinable public static var viaL2Associativity: Field { Field(rawValue: 540) }

  /// size, older VIA layout; newer parts use 31:16 (KiB).
  @inlinable public static var viaL2Size: Field { Field(rawValue: 541) }

  /// L3 line (bytes).
  @inlinable public static var l3LineSize: Field { Field(rawValue: 542) }

  /// lines per tag (lines).
  @inlinable public static var l3LinesPerTag: Field { Field(rawValue: 543) }

  /// same code; 9 sends the reader to 0x8000001d (4-bit code).
  @inlinable public static var l3Associativity: Field { Field(rawValue: 544) }

  /// lower bound of the L3 size (512 KiB).
  @inlinable public static var l3Size: Field { Field(rawValue: 545) }

  /// family 15h processor feedback: number of monitors (count).
  @inlinable public static var feedbackMonitors: Field { Field(rawValue: 546) }

  /// processor feedback version.
  @inlinable public static var feedbackVersion: Field { Field(rawValue: 547) }

  /// longest time between two samples (ms).
  @inlinable public static var feedbackWrapTime: Field { Field(rawValue: 548) }

  /// machine-check overflow is not fatal by itself.
  @inlinable public static var mcaOverflowRecovery: Field { Field(rawValue: 549) }

  /// software can contain uncorrectable errors.
  @inlinable public static var succor: Field { Field(rawValue: 550) }

  /// hardware-assert MSRs.
  @inlinable public static var hardwareAssert: Field { Field(rawValue: 551) }

  /// scalable machine-check MSRs.
  @inlinable public static var scalableMca: Field { Field(rawValue: 552) }

  /// platform-first error handling present.
  @inlinable public static var pfehSupport: Field { Field(rawValue: 553) }

  /// platform-first error handling is on for this CPU.
  @inlinable public static var pfehLocked: Field { Field(rawValue: 554) }

  /// ratio of the accumulated-power sample period to the TSC.
  @inlinable public static var powerSampleRatio: Field { Field(rawValue: 555) }

  /// on-die temperature sensor.
  @inlinable public static var temperatureSensor: Field { Field(rawValue: 556) }

  /// PowerNow! frequency control.
  @inlinable public static var frequencyIdControl: Field { Field(rawValue: 557) }

  /// PowerNow! voltage control.
  @inlinable public static var voltageIdControl: Field { Field(rawValue: 558) }

  /// THERMTRIP pin.
  @inlinable public static var thermalTrip: Field { Field(rawValue: 559) }

  /// throttling by hardware.
  @inlinable public static var hardwareThermalControl: Field { Field(rawValue: 560) }

  /// throttling by software.
  @inlinable public static var softwareThermalControl: Field { Field(rawValue: 561) }

  /// multiplier moves in 100 MHz steps.
  @inlinable public static var hundredMegahertzSteps: Field { Field(rawValue: 562) }

  /// processor feedback interface (withdrawn).
  @inlinable public static var processorFeedback: Field { Field(rawValue: 563) }

  /// accumulated power MSRs.
  @inlinable public static var processorPowerReporting: Field { Field(rawValue: 564) }

  /// connected standby.
  @inlinable public static var connectedStandby: Field { Field(rawValue: 565) }

  /// RAPL energy MSRs.
  @inlinable public static var runningAveragePower: Field { Field(rawValue: 566) }

  /// fast CPPC updates.
  @inlinable public static var fastCppc: Field { Field(rawValue: 567) }

  /// physical address width; page-table bits above are reserved and fault (bits).
  @inlinable public static var maxPhysicalAddressBits: Field { Field(rawValue: 568) }

  /// linear address width: 32, 48 with LM, 57 with LA57 (bits).
  @inlinable public static var maxLinearAddressBits: Field { Field(rawValue: 569) }

  /// width for guests that use nested paging; 0 = as the first byte. KVM fills it with what it can
  /// map (bits).
  @inlinable public static var guestPhysicalAddressBits: Field { Field(rawValue: 570) }

  /// read-only instructions-retired MSR.
  @inlinable public static var instructionsRetiredCounter: Field { Field(rawValue: 571) }

  /// INVLPGB and TLBSYNC broadcasts.
  @inlinable public static var invlpgb: Field { Field(rawValue: 572) }

  /// RDPRU reads MPERF and APERF in user mode.
  @inlinable public static var rdpru: Field { Field(rawValue: 573) }

  /// bandwidth enforcement; leaf 0x80000020.
  @inlinable public static var amdBandwidthAllocation: Field { Field(rawValue: 574) }

  /// MCOMMIT.
  @inlinable public static var mcommit: Field { Field(rawValue: 575) }

  /// LBR extension of family 17h (reserved again in newer manuals).
  @inlinable public static var lbrExtension: Field { Field(rawValue: 576) }

  /// WBINVD and WBNOINVD can be interrupted.
  @inlinable public static var interruptibleWbinvd: Field { Field(rawValue: 577) }

  /// INVLPGB may act on nested translations.
  @inlinable public static var invlpgbNested: Field { Field(rawValue: 578) }

  /// branch-sampling records of Zen3.
  @inlinable public static var branchSampling: Field { Field(rawValue: 579) }

  /// threads in the package, less one (count-1).
  @inlinable public static var threadCountMinusOne: Field { Field(rawValue: 580) }

  /// bits of the APIC id below the package; 0 = derive from the count (bits).
  @inlinable public static var apicIdCoreIdSize: Field { Field(rawValue: 581) }

  /// 0 = 40, 1 = 48, 2 = 56, 3 = 64 bits.
  @inlinable public static var performanceTscSize: Field { Field(rawValue: 582) }

  /// largest page count of one INVLPGB (pages).
  @inlinable public static var invlpgbPageMax: Field { Field(rawValue: 583) }

  /// highest RDPRU register number; meaningful with RDPRU (register).
  @inlinable public static var rdpruRegisterMax: Field { Field(rawValue: 584) }

  /// SVM revision; meaningful with SVM (revision).
  @inlinable public static var svmRevision: Field { Field(rawValue: 585) }

  /// number of address-space ids (count).
  @inlinable public static var svmAsids: Field { Field(rawValue: 586) }

  /// page-modification logging.
  @inlinable public static var svmPageModificationLog: Field { Field(rawValue: 587) }

  /// x2AVIC for more logical processors.
  @inlinable public static var svmX2AvicExtended: Field { Field(rawValue: 588) }

  /// nested paging.
  @inlinable public static var svmNestedPaging: Field { Field(rawValue: 589) }

  /// LBR virtualisation (migrates with the LBR contract).
  @inlinable public static var svmLbrVirtualization: Field { Field(rawValue: 590) }

  /// SVM can be locked by firmware.
  @inlinable public static var svmLock: Field { Field(rawValue: 591) }

  /// next instruction address saved on exit.
  @inlinable public static var svmNextRip: Field { Field(rawValue: 592) }

  /// TSC ratio MSR.
  @inlinable public static var svmTscRatio: Field { Field(rawValue: 593) }

  /// clean-field hints (Xen sets it whatever the host has).
  @inlinable public static var svmVmcbClean: Field { Field(rawValue: 594) }

  /// flush by address-space id.
  @inlinable public static var svmFlushByAsid: Field { Field(rawValue: 595) }

  /// decoded operands on exit.
  @inlinable public static var svmDecodeAssists: Field { Field(rawValue: 596) }

  /// performance counters virtualised.
  @inlinable public static var svmPmcVirtualization: Field { Field(rawValue: 597) }

  /// documented as reserved.
  @inlinable public static var reservedSvm9: Field { Field(rawValue: 598) }

  /// PAUSE exit counter.
  @inlinable public static var svmPauseFilter: Field { Field(rawValue: 599) }

  /// formerly encrypted microcode patch.
  @inlinable public static var svmEncryptedMicrocode: Field { Field(rawValue: 600) }

  /// PAUSE filter with a cycle threshold.
  @inlinable public static var svmPauseThreshold: Field { Field(rawValue: 601) }

  /// virtual interrupt controller.
  @inlinable public static var svmAvic: Field { Field(rawValue: 602) }

  /// VMLOAD and VMSAVE without exits.
  @inlinable public static var svmVirtualVmload: Field { Field(rawValue: 603) }

  /// virtual global interrupt flag.
  @inlinable public static var svmVirtualGif: Field { Field(rawValue: 604) }

  /// guest-mode execute trap.
  @inlinable public static var svmGmet: Field { Field(rawValue: 605) }

  /// AVIC in x2APIC mode.
  @inlinable public static var svmX2Avic: Field { Field(rawValue: 606) }

  /// nested-paging checks for supervisor shadow stacks.
  @inlinable public static var svmSupervisorShadowStackCheck: Field { Field(rawValue: 607) }

  /// guest SPEC_CTRL kept by hardware.
  @inlinable public static var svmVirtualSpecCtrl: Field { Field(rawValue: 608) }

  /// guest page tables may be read-only in nested tables.
  @inlinable public static var svmReadOnlyGuestTables: Field { Field(rawValue: 609) }

  /// host CR4.MCE applies in guest mode.
  @inlinable public static var svmHostMceOverride: Field { Field(rawValue: 610) }

  /// INVLPGB/TLBSYNC intercepts.
  @inlinable public static var svmTlbControl: Field { Field(rawValue: 611) }

  /// NMI virtualisation.
  @inlinable public static var svmVirtualNmi: Field { Field(rawValue: 612) }

  /// instruction-based sampling virtualised.
  @inlinable public static var svmIbsVirtualization: Field { Field(rawValue: 613) }

  /// changed fault rules for extended LVT accesses under AVIC.
  @inlinable public static var svmExtLvtChange: Field { Field(rawValue: 614) }

  /// guest VMCB addresses are checked (errata-free behaviour).
  @inlinable public static var svmVmcbAddressCheck: Field { Field(rawValue: 615) }

  /// bus-lock exit threshold.
  @inlinable public static var svmBusLockThreshold: Field { Field(rawValue: 616) }

  /// HLT exits only when no interrupt waits.
  @inlinable public static var svmIdleHltIntercept: Field { Field(rawValue: 617) }

  /// enhanced shutdown intercept.
  @inlinable public static var svmShutdownIntercept: Field { Field(rawValue: 618) }

  /// L1 instruction TLB, 1G pages; meaningful with PAGE1GB (entries).
  @inlinable public static var l1Itlb1GEntries: Field { Field(rawValue: 619) }

  /// code of 0x80000006 (4-bit code).
  @inlinable public static var l1Itlb1GAssociativity: Field { Field(rawValue: 620) }

  /// L1 data TLB, 1G pages (entries).
  @inlinable public static var l1Dtlb1GEntries: Field { Field(rawValue: 621) }

  /// code of 0x80000006 (4-bit code).
  @inlinable public static var l1Dtlb1GAssociativity: Field { Field(rawValue: 622) }

  /// L2 instruction TLB, 1G pages (entries).
  @inlinable public static var l2Itlb1GEntries: Field { Field(rawValue: 623) }

  /// code of 0x80000006 (4-bit code).
  @inlinable public static var l2Itlb1GAssociativity: Field { Field(rawValue: 624) }

  /// L2 data TLB, 1G pages (entries).
  @inlinable public static var l2Dtlb1GEntries: Field { Field(rawValue: 625) }

  /// code of 0x80000006 (4-bit code).
  @inlinable public static var l2Dtlb1GAssociativity: Field { Field(rawValue: 626) }

  /// 128-bit SIMD data path.
  @inlinable public static var fp128: Field { Field(rawValue: 627) }

  /// unaligned full moves beat half moves.
  @inlinable public static var unalignedMovPreferred: Field { Field(rawValue: 628) }

  /// 256-bit SIMD data path.
  @inlinable public static var fp256: Field { Field(rawValue: 629) }

  /// 512-bit SIMD data path.
  @inlinable public static var fp512: Field { Field(rawValue: 630) }

  /// rest of the leaf is meaningful; needs IBS.
  @inlinable public static var ibsFeaturesValid: Field { Field(rawValue: 631) }

  /// fetch sampling.
  @inlinable public static var ibsFetchSampling: Field { Field(rawValue: 632) }

  /// op sampling.
  @inlinable public static var ibsOpSampling: Field { Field(rawValue: 633) }

  /// op counter can be read and written.
  @inlinable public static var ibsOpCounterWritable: Field { Field(rawValue: 634) }

  /// counts dispatched ops as well as cycles.
  @inlinable public static var ibsOpCounting: Field { Field(rawValue: 635) }

  /// branch target recorded.
  @inlinable public static var ibsBranchTarget: Field { Field(rawValue: 636) }

  /// seven more counter bits.
  @inlinable public static var ibsOpCounterExtension: Field { Field(rawValue: 637) }

  /// invalid-address indication.
  @inlinable public static var ibsRipInvalid: Field { Field(rawValue: 638) }

  /// fused-branch indication.
  @inlinable public static var ibsFusedBranch: Field { Field(rawValue: 639) }

  /// extended fetch control MSR.
  @inlinable public static var ibsFetchControlExtended: Field { Field(rawValue: 640) }

  /// fourth op data MSR.
  @inlinable public static var ibsOpData4: Field { Field(rawValue: 641) }

  /// filter by L3 miss.
  @inlinable public static var ibsL3MissFilter: Field { Field(rawValue: 642) }

  /// filter by load latency.
  @inlinable public static var ibsLoadLatencyFilter: Field { Field(rawValue: 643) }

  /// simplified data-cache status.
  @inlinable public static var ibsDataSourceSimplified: Field { Field(rawValue: 644) }

  /// profiling functions the OS has enabled (mirror of an MSR).
  @inlinable public static var lwpAvailableNow: Field { Field(rawValue: 645) }

  /// control block size (8 bytes).
  @inlinable public static var lwpControlBlockSize: Field { Field(rawValue: 646) }

  /// event record size (bytes).
  @inlinable public static var lwpEventSize: Field { Field(rawValue: 647) }

  /// highest event number.
  @inlinable public static var lwpMaxEvent: Field { Field(rawValue: 648) }

  /// offset of the first event interval (bytes).
  @inlinable public static var lwpEventOffset: Field { Field(rawValue: 649) }

  /// latency counter width (bits).
  @inlinable public static var lwpLatencyBits: Field { Field(rawValue: 650) }

  /// data address recorded on cache misses.
  @inlinable public static var lwpDataAddress: Field { Field(rawValue: 651) }

  /// latency rounding.
  @inlinable public static var lwpLatencyRounding: Field { Field(rawValue: 652) }

  /// version.
  @inlinable public static var lwpVersion: Field { Field(rawValue: 653) }

  /// smallest ring buffer (32 records).
  @inlinable public static var lwpMinBuffer: Field { Field(rawValue: 654) }

  /// filter by prediction.
  @inlinable public static var lwpBranchPrediction: Field { Field(rawValue: 655) }

  /// filter by address.
  @inlinable public static var lwpIpFilter: Field { Field(rawValue: 656) }

  /// filter by cache level.
  @inlinable public static var lwpCacheLevels: Field { Field(rawValue: 657) }

  /// filter by latency.
  @inlinable public static var lwpCacheLatency: Field { Field(rawValue: 658) }

  /// profiling functions the hardware has (layout of EAX).
  @inlinable public static var lwpSupported: Field { Field(rawValue: 659) }

  /// as leaf 4; meaningful with TOPOEXT.
  @inlinable public static var amdCacheType: Field { Field(rawValue: 660) }

  /// level counted from 1 (level).
  @inlinable public static var amdCacheLevel: Field { Field(rawValue: 661) }

  /// needs no software initialisation.
  @inlinable public static var amdCacheSelfInitializing: Field { Field(rawValue: 662) }

  /// one set only.
  @inlinable public static var amdCacheFullyAssociative: Field { Field(rawValue: 663) }

  /// threads that share it, less one (a real count, not id room) (count-1).
  @inlinable public static var amdCacheThreadsSharing: Field { Field(rawValue: 664) }

  /// line, less one (bytes-1).
  @inlinable public static var amdCacheLineSize: Field { Field(rawValue: 665) }

  /// partitions, less one (count-1).
  @inlinable public static var amdCachePartitions: Field { Field(rawValue: 666) }

  /// ways, less one (count-1).
  @inlinable public static var amdCacheWays: Field { Field(rawValue: 667) }

  /// sets, less one (count-1).
  @inlinable public static var amdCacheSets: Field { Field(rawValue: 668) }

  /// WBINVD/INVD here need not reach lower levels of other threads.
  @inlinable public static var amdCacheWbinvdNotInclusive: Field { Field(rawValue: 669) }

  /// holds everything the lower levels hold.
  @inlinable public static var amdCacheInclusive: Field { Field(rawValue: 670) }

  /// 32-bit id of the CPU that asks; meaningful with TOPOEXT (APIC id).
  @inlinable public static var extendedApicId: Field { Field(rawValue: 671) }

  /// core number in the package (compute unit on family 15h); differs per CPU (id).
  @inlinable public static var coreId: Field { Field(rawValue: 672) }

  /// threads of a core, less one (count-1).
  @inlinable public static var threadsPerCoreMinusOne: Field { Field(rawValue: 673) }

  /// node (die) of this CPU (id).
  @inlinable public static var nodeId: Field { Field(rawValue: 674) }

  /// nodes in the package, less one (count-1).
  @inlinable public static var nodesPerPackageMinusOne: Field { Field(rawValue: 675) }

  /// host memory encryption.
  @inlinable public static var sme: Field { Field(rawValue: 676) }

  /// encrypted guests.
  @inlinable public static var sev: Field { Field(rawValue: 677) }

  /// page-flush MSR.
  @inlinable public static var pageFlushMsr: Field { Field(rawValue: 678) }

  /// encrypted register state.
  @inlinable public static var sevEs: Field { Field(rawValue: 679) }

  /// nested-paging integrity.
  @inlinable public static var sevSnp: Field { Field(rawValue: 680) }

  /// permission levels in a guest.
  @inlinable public static var vmpl: Field { Field(rawValue: 681) }

  /// RMPQUERY.
  @inlinable public static var rmpQuery: Field { Field(rawValue: 682) }

  /// supervisor shadow stack per permission level.
  @inlinable public static var vmplShadowStack: Field { Field(rawValue: 683) }

  /// TSC out of the host's reach.
  @inlinable public static var secureTsc: Field { Field(rawValue: 684) }

  /// TSC_AUX switched by hardware.
  @inlinable public static var tscAuxVirtualization: Field { Field(rawValue: 685) }

  /// hardware keeps encrypted and plain lines coherent.
  @inlinable public static var encryptedCacheCoherency: Field { Field(rawValue: 686) }

  /// encrypted guests need a 64-bit host.
  @inlinable public static var host64BitOnly: Field { Field(rawValue: 687) }

  /// restricted injection.
  @inlinable public static var restrictedInjection: Field { Field(rawValue: 688) }

  /// alternate injection.
  @inlinable public static var alternateInjection: Field { Field(rawValue: 689) }

  /// debug registers swapped for encrypted guests.
  @inlinable public static var debugSwap: Field { Field(rawValue: 690) }

  /// host sampling can be forbidden.
  @inlinable public static var preventHostIbs: Field { Field(rawValue: 691) }

  /// transparent encryption of a guest.
  @inlinable public static var virtualTransparentEncryption: Field { Field(rawValue: 692) }

  /// VMGEXIT parameter feature.
  @inlinable public static var vmgexitParameter: Field { Field(rawValue: 693) }

  /// virtual top-of-memory MSR.
  @inlinable public static var virtualTomMsr: Field { Field(rawValue: 694) }

  /// sampling control in encrypted guests.
  @inlinable public static var ibsVirtualGuestControl: Field { Field(rawValue: 695) }

  /// counter control in encrypted guests.
  @inlinable public static var pmcVirtualGuestControl: Field { Field(rawValue: 696) }

  /// RMPREAD.
  @inlinable public static var rmpRead: Field { Field(rawValue: 697) }

  /// guest-controlled intercepts.
  @inlinable public static var guestInterceptControl: Field { Field(rawValue: 698) }

  /// segmented reverse map table.
  @inlinable public static var segmentedRmp: Field { Field(rawValue: 699) }

  /// saved registers are masked.
  @inlinable public static var vmsaRegisterProtection: Field { Field(rawValue: 700) }

  /// sibling thread must idle.
  @inlinable public static var smtProtection: Field { Field(rawValue: 701) }

  /// secure virtual interrupt controller.
  @inlinable public static var secureAvic: Field { Field(rawValue: 702) }

  /// host can bound guest features.
  @inlinable public static var allowedSevFeatures: Field { Field(rawValue: 703) }

  /// communication page MSR for a paravisor.
  @inlinable public static var svsmCommunicationPage: Field { Field(rawValue: 704) }

  /// MSRs for nested reverse-map operations.
  @inlinable public static var nestedVirtSnpMsr: Field { Field(rawValue: 705) }

  /// host may write pages in use.
  @inlinable public static var hypervisorInUseWriteAllowed: Field { Field(rawValue: 706) }

  /// prediction barrier on guest entry.
  @inlinable public static var ibpbOnEntry: Field { Field(rawValue: 707) }

  /// page-table bit that marks encrypted pages (bit number).
  @inlinable public static var encryptionBitPosition: Field { Field(rawValue: 708) }

  /// physical address bits lost when encryption is on (bits).
  @inlinable public static var encryptionAddressReduction: Field { Field(rawValue: 709) }

  /// permission levels (count).
  @inlinable public static var vmplCount: Field { Field(rawValue: 710) }

  /// guests that can be encrypted at once (count).
  @inlinable public static var encryptedGuestMax: Field { Field(rawValue: 711) }

  /// lowest id for a guest without encrypted state (ASID).
  @inlinable public static var sevAsidMinimum: Field { Field(rawValue: 712) }

  /// memory bandwidth enforcement (subleaf 1).
  @inlinable public static var qosBandwidthEnforcement: Field { Field(rawValue: 713) }

  /// slow-memory bandwidth enforcement (subleaf 2).
  @inlinable public static var qosSlowBandwidthEnforcement: Field { Field(rawValue: 714) }

  /// configurable bandwidth events (subleaf 3).
  @inlinable public static var qosEventConfiguration: Field { Field(rawValue: 715) }

  /// L3 range reservation.
  @inlinable public static var qosL3RangeReservation: Field { Field(rawValue: 716) }

  /// assignable bandwidth counters (subleaf 5).
  @inlinable public static var qosAssignableCounters: Field { Field(rawValue: 717) }

  /// allocation enforcement for injected I/O data.
  @inlinable public static var qosInjectionEnforcement: Field { Field(rawValue: 718) }

  /// width of the limit (bits).
  @inlinable public static var qosBandwidthWidth: Field { Field(rawValue: 719) }

  /// highest class of service (class).
  @inlinable public static var qosBandwidthClassMax: Field { Field(rawValue: 720) }

  /// width of the limit (bits).
  @inlinable public static var qosSlowBandwidthWidth: Field { Field(rawValue: 721) }

  /// highest class of service (class).
  @inlinable public static var qosSlowBandwidthClassMax: Field { Field(rawValue: 722) }

  /// configurable events (count).
  @inlinable public static var qosEventCount: Field { Field(rawValue: 723) }

  /// local reads can be counted.
  @inlinable public static var qosLocalReads: Field { Field(rawValue: 724) }

  /// remote reads.
  @inlinable public static var qosRemoteReads: Field { Field(rawValue: 725) }

  /// local non-temporal writes.
  @inlinable public static var qosLocalNonTemporalWrites: Field { Field(rawValue: 726) }

  /// remote non-temporal writes.
  @inlinable public static var qosRemoteNonTemporalWrites: Field { Field(rawValue: 727) }

  /// local slow-memory reads.
  @inlinable public static var qosLocalSlowReads: Field { Field(rawValue: 728) }

  /// remote slow-memory reads.
  @inlinable public static var qosRemoteSlowReads: Field { Field(rawValue: 729) }

  /// dirty victims to any memory.
  @inlinable public static var qosDirtyVictims: Field { Field(rawValue: 730) }

  /// counter width above 24 (bits -24).
  @inlinable public static var qosAssignableCounterWidth: Field { Field(rawValue: 731) }

  /// overflow bit.
  @inlinable public static var qosAssignableOverflow: Field { Field(rawValue: 732) }

  /// highest assignable counter number (counter).
  @inlinable public static var qosAssignableCounterMax: Field { Field(rawValue: 733) }

  /// counters may follow classes of service.
  @inlinable public static var qosAssignableByClass: Field { Field(rawValue: 734) }

  /// SMM paging registers can be locked.
  @inlinable public static var smmPageConfigurationLock: Field { Field(rawValue: 735) }

  /// EFER.UAIE: upper pointer bits ignored.
  @inlinable public static var upperAddressIgnore: Field { Field(rawValue: 736) }

  /// SMM_CTL MSR is gone.
  @inlinable public static var noSmmControlMsr: Field { Field(rawValue: 737) }

  /// precise retire event on counter 2.
  @inlinable public static var precisePmc2: Field { Field(rawValue: 738) }

  /// prefetch control MSR.
  @inlinable public static var prefetchControlMsr: Field { Field(rawValue: 739) }

  /// L2 TLB sizes of 0x80000006/19 are in units of 32.
  @inlinable public static var l2TlbSizeTimes32: Field { Field(rawValue: 740) }

  /// REP MOVSB/STOSB is fast for large sizes (AMD's own bit).
  @inlinable public static var amdErms: Field { Field(rawValue: 741) }

  /// opcode 0F 01 /7 is reserved for AMD use.
  @inlinable public static var opcodeReclaim: Field { Field(rawValue: 742) }

  /// 512-bit data path can be run at 256.
  @inlinable public static var fp512Downgrade: Field { Field(rawValue: 743) }

  /// workload feedback for the scheduler; leaf 0x80000027.
  @inlinable public static var workloadClassification: Field { Field(rawValue: 744) }

  /// enhanced return-address predictor security (size in EBX).
  @inlinable public static var eraps: Field { Field(rawValue: 745) }

  /// size of a microcode patch (Xen stores and then zeroes it for guests) (16 bytes).
  @inlinable public static var microcodePatchSize: Field { Field(rawValue: 746) }

  /// return predictor entries; meaningful with ERAPS (8 entries).
  @inlinable public static var returnPredictorSize: Field { Field(rawValue: 747) }

  /// global control and status for counters; needs the core-counter bit.
  @inlinable public static var amdPerfmonV2: Field { Field(rawValue: 748) }

  /// LBR stack.
  @inlinable public static var amdLbrV2: Field { Field(rawValue: 749) }

  /// freeze on counter overflow.
  @inlinable public static var amdLbrPmcFreeze: Field { Field(rawValue: 750) }

  /// core counters (count).
  @inlinable public static var amdCoreCounters: Field { Field(rawValue: 751) }

  /// LBR stack entries (entries).
  @inlinable public static var amdLbrStackSize: Field { Field(rawValue: 752) }

  /// data-fabric counters (count).
  @inlinable public static var amdNorthbridgeCounters: Field { Field(rawValue: 753) }

  /// memory-controller counters (count).
  @inlinable public static var amdMemoryControllerCounters: Field { Field(rawValue: 754) }

  /// memory controllers that can be monitored.
  @inlinable public static var amdActiveMemoryControllers: Field { Field(rawValue: 755) }

  /// host multi-key encryption.
  @inlinable public static var multiKeyEncryption: Field { Field(rawValue: 756) }

  /// keys available (keys).
  @inlinable public static var multiKeyCount: Field { Field(rawValue: 757) }

  /// smallest reverse-map segment (log2 bytes).
  @inlinable public static var rmpSegmentSizeMin: Field { Field(rawValue: 758) }

  /// largest reverse-map segment (log2 bytes).
  @inlinable public static var rmpSegmentSizeMax: Field { Field(rawValue: 759) }

  /// cacheable segment definitions (count).
  @inlinable public static var rmpSegmentsCached: Field { Field(rawValue: 760) }

  /// the count above is a hard limit.
  @inlinable public static var rmpSegmentCountLimited: Field { Field(rawValue: 761) }

  /// shift that removes this level's id bits (bits).
  @inlinable public static var amdTopologyShift: Field { Field(rawValue: 762) }

  /// core ranking in EBX is valid (flag).
  @inlinable public static var amdEfficiencyRanking: Field { Field(rawValue: 763) }

  /// cores below this level differ in kind (flag).
  @inlinable public static var amdHeterogeneousCores: Field { Field(rawValue: 764) }

  /// instances of this level differ in size (flag).
  @inlinable public static var amdAsymmetricTopology: Field { Field(rawValue: 765) }

  /// threads at this level (count).
  @inlinable public static var amdTopologyLogicalCount: Field { Field(rawValue: 766) }

  /// static ranking of the core (differs per CPU) (rank).
  @inlinable public static var amdPowerEfficiencyRank: Field { Field(rawValue: 767) }

  /// core model number (differs per CPU).
  @inlinable public static var amdNativeModelId: Field { Field(rawValue: 768) }

  /// 0 performance, 1 efficiency (differs per CPU).
  @inlinable public static var amdCoreType: Field { Field(rawValue: 769) }

  /// echo of the subleaf asked (count).
  @inlinable public static var amdTopologyLevelNumber: Field { Field(rawValue: 770) }

  /// 0 none, 1 core, 2 complex, 3 die, 4 socket.
  @inlinable public static var amdTopologyLevelType: Field { Field(rawValue: 771) }

  /// 32-bit id of the CPU that asks (APIC id).
  @inlinable public static var amdTopologyX2ApicId: Field { Field(rawValue: 772) }

  /// workload classes the scheduler feedback knows (classes).
  @inlinable public static var workloadClassCount: Field { Field(rawValue: 773) }

  /// highest leaf of the Transmeta range (leaf number).
  @inlinable public static var maxTransmetaLeaf: Field { Field(rawValue: 774) }

  /// vendor name, first part (4 ASCII bytes).
  @inlinable public static var transmetaVendorPart1: Field { Field(rawValue: 775) }

  /// vendor name, third part (4 ASCII bytes).
  @inlinable public static var transmetaVendorPart3: Field { Field(rawValue: 776) }

  /// vendor name, second part (4 ASCII bytes).
  @inlinable public static var transmetaVendorPart2: Field { Field(rawValue: 777) }

  /// family, model, stepping in the layout of leaf 1.
  @inlinable public static var transmetaSignature: Field { Field(rawValue: 778) }

  /// four-byte hardware revision.
  @inlinable public static var transmetaHardwareRevision: Field { Field(rawValue: 779) }

  /// nominal frequency (MHz).
  @inlinable public static var transmetaNominalFrequency: Field { Field(rawValue: 780) }

  /// recovery software is running.
  @inlinable public static var transmetaRecovery: Field { Field(rawValue: 781) }

  /// LongRun power management.
  @inlinable public static var transmetaLongRun: Field { Field(rawValue: 782) }

  /// LongRun table interface.
  @inlinable public static var transmetaLongRunTable: Field { Field(rawValue: 783) }

  /// revision id.
  @inlinable public static var transmetaRevisionId: Field { Field(rawValue: 784) }

  /// code-morphing software revision.
  @inlinable public static var transmetaCodeRevision: Field { Field(rawValue: 785) }

  /// further revision part.
  @inlinable public static var transmetaCodeRevisionExtra: Field { Field(rawValue: 786) }

  /// information text, characters 1-4 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart1: Field { Field(rawValue: 787) }

  /// information text, characters 5-8 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart2: Field { Field(rawValue: 788) }

  /// information text, characters 9-12 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart3: Field { Field(rawValue: 789) }

  /// information text, characters 13-16 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart4: Field { Field(rawValue: 790) }

  /// information text, characters 17-20 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart5: Field { Field(rawValue: 791) }

  /// information text, characters 21-24 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart6: Field { Field(rawValue: 792) }

  /// information text, characters 25-28 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart7: Field { Field(rawValue: 793) }

  /// information text, characters 29-32 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart8: Field { Field(rawValue: 794) }

  /// information text, characters 33-36 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart9: Field { Field(rawValue: 795) }

  /// information text, characters 37-40 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart10: Field { Field(rawValue: 796) }

  /// information text, characters 41-44 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart11: Field { Field(rawValue: 797) }

  /// information text, characters 45-48 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart12: Field { Field(rawValue: 798) }

  /// information text, characters 49-52 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart13: Field { Field(rawValue: 799) }

  /// information text, characters 53-56 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart14: Field { Field(rawValue: 800) }

  /// information text, characters 57-60 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart15: Field { Field(rawValue: 801) }

  /// information text, characters 61-64 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart16: Field { Field(rawValue: 802) }

  /// frequency now; changes while running (MHz).
  @inlinable public static var transmetaCurrentFrequency: Field { Field(rawValue: 803) }

  /// voltage now; changes while running (mV).
  @inlinable public static var transmetaCurrentVoltage: Field { Field(rawValue: 804) }

  /// performance level now; changes while running (percent).
  @inlinable public static var transmetaCurrentPerformance: Field { Field(rawValue: 805) }

  /// gate delay now; changes while running (fs).
  @inlinable public static var transmetaCurrentGateDelay: Field { Field(rawValue: 806) }

  /// joke text on K8 to Zen parts, outside the advertised range (4 ASCII bytes).
  @inlinable public static var easterEggPart1: Field { Field(rawValue: 807) }

  /// joke text (4 ASCII bytes).
  @inlinable public static var easterEggPart2: Field { Field(rawValue: 808) }

  /// joke text (4 ASCII bytes).
  @inlinable public static var easterEggPart3: Field { Field(rawValue: 809) }

  /// joke text (4 ASCII bytes).
  @inlinable public static var easterEggPart4: Field { Field(rawValue: 810) }

  /// highest leaf of the Centaur and Zhaoxin range (leaf number).
  @inlinable public static var maxCentaurLeaf: Field { Field(rawValue: 811) }

  /// family, model, stepping as leaf 1, with extra stepping bits.
  @inlinable public static var centaurSignature: Field { Field(rawValue: 812) }

  /// SM2 instructions (on VIA parts: alternate instruction set).
  @inlinable public static var zhaoxinSm2: Field { Field(rawValue: 813) }

  /// SM2 is on.
  @inlinable public static var zhaoxinSm2Enabled: Field { Field(rawValue: 814) }

  /// hardware random numbers (XSTORE).
  @inlinable public static var padlockRng: Field { Field(rawValue: 815) }

  /// random numbers are on.
  @inlinable public static var padlockRngEnabled: Field { Field(rawValue: 816) }

  /// SM3 and SM4 instructions (VIA: LongHaul control).
  @inlinable public static var zhaoxinSm3Sm4: Field { Field(rawValue: 817) }

  /// SM3 and SM4 are on.
  @inlinable public static var zhaoxinSm3Sm4Enabled: Field { Field(rawValue: 818) }

  /// AES engine.
  @inlinable public static var padlockAce: Field { Field(rawValue: 819) }

  /// AES engine is on.
  @inlinable public static var padlockAceEnabled: Field { Field(rawValue: 820) }

  /// second AES engine.
  @inlinable public static var padlockAce2: Field { Field(rawValue: 821) }

  /// second AES engine is on.
  @inlinable public static var padlockAce2Enabled: Field { Field(rawValue: 822) }

  /// SHA-1 and SHA-256 engine.
  @inlinable public static var padlockHash: Field { Field(rawValue: 823) }

  /// hash engine is on.
  @inlinable public static var padlockHashEnabled: Field { Field(rawValue: 824) }

  /// Montgomery multiplier.
  @inlinable public static var padlockMontgomery: Field { Field(rawValue: 825) }

  /// Montgomery multiplier is on.
  @inlinable public static var padlockMontgomeryEnabled: Field { Field(rawValue: 826) }

  /// automatic voltage adjustment.
  @inlinable public static var parallax: Field { Field(rawValue: 827) }

  /// automatic voltage adjustment is on.
  @inlinable public static var parallaxEnabled: Field { Field(rawValue: 828) }

  /// third thermal monitor.
  @inlinable public static var thermalMonitor3: Field { Field(rawValue: 829) }

  /// third thermal monitor is on.
  @inlinable public static var thermalMonitor3Enabled: Field { Field(rawValue: 830) }

  /// second random number generator.
  @inlinable public static var padlockRng2: Field { Field(rawValue: 831) }

  /// second random number generator is on.
  @inlinable public static var padlockRng2Enabled: Field { Field(rawValue: 832) }

  /// SHA-384 and SHA-512 engine.
  @inlinable public static var padlockHash2: Field { Field(rawValue: 833) }

  /// SHA-384 and SHA-512 engine is on.
  @inlinable public static var padlockHash2Enabled: Field { Field(rawValue: 834) }

  /// modular exponentiation instructions.
  @inlinable public static var padlockRsa: Field { Field(rawValue: 835) }

  /// modular exponentiation is on.
  @inlinable public static var padlockRsaEnabled: Field { Field(rawValue: 836) }

  /// temperature and voltage status; changes while running.
  @inlinable public static var centaurStatusA: Field { Field(rawValue: 837) }

  /// frequency and voltage status; changes while running.
  @inlinable public static var centaurStatusB: Field { Field(rawValue: 838) }

  /// status word.
  @inlinable public static var centaurStatusC: Field { Field(rawValue: 839) }

  /// status word.
  @inlinable public static var centaurStatusD: Field { Field(rawValue: 840) }

  /// temperature reading; changes while running.
  @inlinable public static var centaurTemperature: Field { Field(rawValue: 841) }

  /// current multiplier and voltage; changes while running.
  @inlinable public static var centaurPerformanceStatus: Field { Field(rawValue: 842) }

  /// multiplier and voltage limits.
  @inlinable public static var centaurPerformanceLimits: Field { Field(rawValue: 843) }
}
