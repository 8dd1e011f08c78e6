// Generated from the tables in ABI/ by `make generate`. Do not edit: change the table.
// swift-format-ignore-file
extension Field {
  /// highest basic leaf that holds data (leaf number).
  @inlinable public static var maxBasicLeaf: Field {
    Field(row: 0, leaf: 0x00000000, place: 0x3e040000, position: 0x0000)
  }

  /// vendor name, characters 1-4 (4 ASCII bytes).
  @inlinable public static var vendorStringPart1: Field {
    Field(row: 1, leaf: 0x00000000, place: 0x3e050000, position: 0x0001)
  }

  /// vendor name, characters 9-12 (4 ASCII bytes).
  @inlinable public static var vendorStringPart3: Field {
    Field(row: 2, leaf: 0x00000000, place: 0x3e060000, position: 0x0002)
  }

  /// vendor name, characters 5-8 (EDX comes before ECX) (4 ASCII bytes).
  @inlinable public static var vendorStringPart2: Field {
    Field(row: 3, leaf: 0x00000000, place: 0x3e070000, position: 0x0003)
  }

  /// stepping of the core.
  @inlinable public static var steppingId: Field {
    Field(row: 4, leaf: 0x00000001, place: 0x06040000, position: 0x0004)
  }

  /// low four bits of the model number.
  @inlinable public static var baseModel: Field {
    Field(row: 5, leaf: 0x00000001, place: 0x0e440000, position: 0x0004)
  }

  /// family when below 15; 15 means add the extended family.
  @inlinable public static var baseFamily: Field {
    Field(row: 6, leaf: 0x00000001, place: 0x16840000, position: 0x0004)
  }

  /// 0 original part, 1 overdrive, 2 second of a dual; obsolete.
  @inlinable public static var processorType: Field {
    Field(row: 7, leaf: 0x00000001, place: 0x1ac40000, position: 0x0004)
  }

  /// high four bits of the model, used when the base family is 6 or 15.
  @inlinable public static var extendedModel: Field {
    Field(row: 8, leaf: 0x00000001, place: 0x27040000, position: 0x0004)
  }

  /// added to the base family when that is 15.
  @inlinable public static var extendedFamily: Field {
    Field(row: 9, leaf: 0x00000001, place: 0x37440000, position: 0x0004)
  }

  /// index into an old table of brand names; 0 means not used.
  @inlinable public static var brandIndex: Field {
    Field(row: 10, leaf: 0x00000001, place: 0x0e050000, position: 0x0005)
  }

  /// line flushed by CLFLUSH; valid with CLFLUSH (8-byte units).
  @inlinable public static var clflushLineSize: Field {
    Field(row: 11, leaf: 0x00000001, place: 0x1e850000, position: 0x0005)
  }

  /// logical processor ids reserved in a package; valid with HTT (power-of-two room on Intel, exact
  /// count on AMD) (count).
  @inlinable public static var logicalProcessorsPerPackage: Field {
    Field(row: 12, leaf: 0x00000001, place: 0x2f050000, position: 0x0005)
  }

  /// 8-bit APIC id of the CPU that asks (APIC id).
  @inlinable public static var initialApicId: Field {
    Field(row: 13, leaf: 0x00000001, place: 0x3f850000, position: 0x0005)
  }

  /// L1 data cache can switch between adaptive and shared mode (BIOS choice).
  @inlinable public static var l1ContextId: Field {
    Field(row: 14, leaf: 0x00000001, place: 0x14a60000, position: 0x0006)
  }

  /// serial number in leaf 3 is enabled.
  @inlinable public static var processorSerialNumber: Field {
    Field(row: 15, leaf: 0x00000001, place: 0x25270000, position: 0x0007)
  }

  /// bit once used by IA-64 processors running x86 code.
  @inlinable public static var ia64Emulation: Field {
    Field(row: 16, leaf: 0x00000001, place: 0x3de70000, position: 0x0007)
  }

  /// how often leaf 2 must be asked; always 1 on parts made since the Pentium Pro (queries).
  @inlinable public static var cacheDescriptorQueryCount: Field {
    Field(row: 17, leaf: 0x00000002, place: 0x0e040000, position: 0x0008)
  }

  /// descriptor byte 1.
  @inlinable public static var cacheDescriptor1: Field {
    Field(row: 18, leaf: 0x00000002, place: 0x1e840000, position: 0x0008)
  }

  /// descriptor byte 2.
  @inlinable public static var cacheDescriptor2: Field {
    Field(row: 19, leaf: 0x00000002, place: 0x2f040000, position: 0x0008)
  }

  /// descriptor byte 3.
  @inlinable public static var cacheDescriptor3: Field {
    Field(row: 20, leaf: 0x00000002, place: 0x3d840000, position: 0x0008)
  }

  /// set: the bytes of EAX are to be ignored.
  @inlinable public static var cacheDescriptorsEaxInvalid: Field {
    Field(row: 21, leaf: 0x00000002, place: 0x3ff40000, position: 0x0008)
  }

  /// descriptor byte 4.
  @inlinable public static var cacheDescriptor4: Field {
    Field(row: 22, leaf: 0x00000002, place: 0x0e050000, position: 0x0009)
  }

  /// descriptor byte 5.
  @inlinable public static var cacheDescriptor5: Field {
    Field(row: 23, leaf: 0x00000002, place: 0x1e850000, position: 0x0009)
  }

  /// descriptor byte 6.
  @inlinable public static var cacheDescriptor6: Field {
    Field(row: 24, leaf: 0x00000002, place: 0x2f050000, position: 0x0009)
  }

  /// descriptor byte 7.
  @inlinable public static var cacheDescriptor7: Field {
    Field(row: 25, leaf: 0x00000002, place: 0x3d850000, position: 0x0009)
  }

  /// set: the bytes of EBX are to be ignored.
  @inlinable public static var cacheDescriptorsEbxInvalid: Field {
    Field(row: 26, leaf: 0x00000002, place: 0x3ff50000, position: 0x0009)
  }

  /// descriptor byte 8.
  @inlinable public static var cacheDescriptor8: Field {
    Field(row: 27, leaf: 0x00000002, place: 0x0e060000, position: 0x000a)
  }

  /// descriptor byte 9.
  @inlinable public static var cacheDescriptor9: Field {
    Field(row: 28, leaf: 0x00000002, place: 0x1e860000, position: 0x000a)
  }

  /// descriptor byte 10.
  @inlinable public static var cacheDescriptor10: Field {
    Field(row: 29, leaf: 0x00000002, place: 0x2f060000, position: 0x000a)
  }

  /// descriptor byte 11.
  @inlinable public static var cacheDescriptor11: Field {
    Field(row: 30, leaf: 0x00000002, place: 0x3d860000, position: 0x000a)
  }

  /// set: the bytes of ECX are to be ignored.
  @inlinable public static var cacheDescriptorsEcxInvalid: Field {
    Field(row: 31, leaf: 0x00000002, place: 0x3ff60000, position: 0x000a)
  }

  /// descriptor byte 12.
  @inlinable public static var cacheDescriptor12: Field {
    Field(row: 32, leaf: 0x00000002, place: 0x0e070000, position: 0x000b)
  }

  /// descriptor byte 13.
  @inlinable public static var cacheDescriptor13: Field {
    Field(row: 33, leaf: 0x00000002, place: 0x1e870000, position: 0x000b)
  }

  /// descriptor byte 14.
  @inlinable public static var cacheDescriptor14: Field {
    Field(row: 34, leaf: 0x00000002, place: 0x2f070000, position: 0x000b)
  }

  /// descriptor byte 15.
  @inlinable public static var cacheDescriptor15: Field {
    Field(row: 35, leaf: 0x00000002, place: 0x3d870000, position: 0x000b)
  }

  /// set: the bytes of EDX are to be ignored.
  @inlinable public static var cacheDescriptorsEdxInvalid: Field {
    Field(row: 36, leaf: 0x00000002, place: 0x3ff70000, position: 0x000b)
  }

  /// serial number word, Transmeta only.
  @inlinable public static var serialNumberPart1: Field {
    Field(row: 37, leaf: 0x00000003, place: 0x3e040000, position: 0x000c)
  }

  /// serial number word, Transmeta only.
  @inlinable public static var serialNumberPart2: Field {
    Field(row: 38, leaf: 0x00000003, place: 0x3e050000, position: 0x000d)
  }

  /// serial number bits 31:0; Pentium III only.
  @inlinable public static var serialNumberLow: Field {
    Field(row: 39, leaf: 0x00000003, place: 0x3e060000, position: 0x000e)
  }

  /// serial number bits 63:32; Pentium III only (bits 95:64 are leaf 1 EAX).
  @inlinable public static var serialNumberMiddle: Field {
    Field(row: 40, leaf: 0x00000003, place: 0x3e070000, position: 0x000f)
  }

  /// 0 ends the list, 1 data, 2 instruction, 3 unified.
  @inlinable public static var cacheType: Field {
    Field(row: 41, leaf: 0x00000004, place: 0x08000700, position: 0x0010)
  }

  /// level counted from 1 (level).
  @inlinable public static var cacheLevel: Field {
    Field(row: 42, leaf: 0x00000004, place: 0x0e500700, position: 0x0010)
  }

  /// needs no software initialisation.
  @inlinable public static var cacheSelfInitializing: Field {
    Field(row: 43, leaf: 0x00000004, place: 0x10800700, position: 0x0010)
  }

  /// one set only.
  @inlinable public static var cacheFullyAssociative: Field {
    Field(row: 44, leaf: 0x00000004, place: 0x12900700, position: 0x0010)
  }

  /// no meaning; Xen clears them.
  @inlinable public static var cacheReserved: Field {
    Field(row: 45, leaf: 0x00000004, place: 0x1aa00700, position: 0x0010)
  }

  /// room for logical processor ids that share this cache, less one (count-1).
  @inlinable public static var cacheThreadsSharing: Field {
    Field(row: 46, leaf: 0x00000004, place: 0x32e00700, position: 0x0010)
  }

  /// room for core ids in the package, less one; the same in every subleaf, saturates at 63
  /// (count-1).
  @inlinable public static var cacheCoresPerPackage: Field {
    Field(row: 47, leaf: 0x00000004, place: 0x3fa00700, position: 0x0010)
  }

  /// coherency line, less one (bytes-1).
  @inlinable public static var cacheLineSize: Field {
    Field(row: 48, leaf: 0x00000004, place: 0x16010700, position: 0x0011)
  }

  /// line partitions, less one (count-1).
  @inlinable public static var cachePartitions: Field {
    Field(row: 49, leaf: 0x00000004, place: 0x2ac10700, position: 0x0011)
  }

  /// ways, less one (count-1).
  @inlinable public static var cacheWays: Field {
    Field(row: 50, leaf: 0x00000004, place: 0x3f610700, position: 0x0011)
  }

  /// sets, less one (count-1).
  @inlinable public static var cacheSets: Field {
    Field(row: 51, leaf: 0x00000004, place: 0x3e020700, position: 0x0012)
  }

  /// WBINVD/INVD here need not reach lower levels of other threads.
  @inlinable public static var cacheWbinvdNotInclusive: Field {
    Field(row: 52, leaf: 0x00000004, place: 0x00030700, position: 0x0013)
  }

  /// holds everything the lower levels hold.
  @inlinable public static var cacheInclusive: Field {
    Field(row: 53, leaf: 0x00000004, place: 0x02130700, position: 0x0013)
  }

  /// set is chosen by a hash, not by plain address bits.
  @inlinable public static var cacheComplexIndexing: Field {
    Field(row: 54, leaf: 0x00000004, place: 0x04230700, position: 0x0013)
  }

  /// set on Knights Landing's L2 only; not described.
  @inlinable public static var cacheKnightsLandingEdx4: Field {
    Field(row: 55, leaf: 0x00000004, place: 0x08430700, position: 0x0013)
  }

  /// smallest range watched by MONITOR; meaningful with MONITOR (bytes).
  @inlinable public static var monitorLineSizeSmallest: Field {
    Field(row: 56, leaf: 0x00000005, place: 0x1e040000, position: 0x0030)
  }

  /// largest range watched by MONITOR (bytes).
  @inlinable public static var monitorLineSizeLargest: Field {
    Field(row: 57, leaf: 0x00000005, place: 0x1e050000, position: 0x0031)
  }

  /// ECX and EDX of this leaf are meaningful.
  @inlinable public static var mwaitExtensionsEnumerated: Field {
    Field(row: 58, leaf: 0x00000005, place: 0x00060000, position: 0x0032)
  }

  /// MWAIT can treat masked interrupts as wake events.
  @inlinable public static var mwaitInterruptBreak: Field {
    Field(row: 59, leaf: 0x00000005, place: 0x02160000, position: 0x0032)
  }

  /// MWAIT may be used without an armed monitor.
  @inlinable public static var mwaitMonitorlessWait: Field {
    Field(row: 60, leaf: 0x00000005, place: 0x04260000, position: 0x0032)
  }

  /// C0 sub-states reachable with MWAIT (count).
  @inlinable public static var mwaitC0Substates: Field {
    Field(row: 61, leaf: 0x00000005, place: 0x06070000, position: 0x0033)
  }

  /// C1 sub-states (count).
  @inlinable public static var mwaitC1Substates: Field {
    Field(row: 62, leaf: 0x00000005, place: 0x0e470000, position: 0x0033)
  }

  /// C2 sub-states (count).
  @inlinable public static var mwaitC2Substates: Field {
    Field(row: 63, leaf: 0x00000005, place: 0x16870000, position: 0x0033)
  }

  /// C3 sub-states (count).
  @inlinable public static var mwaitC3Substates: Field {
    Field(row: 64, leaf: 0x00000005, place: 0x1ec70000, position: 0x0033)
  }

  /// C4 sub-states (count).
  @inlinable public static var mwaitC4Substates: Field {
    Field(row: 65, leaf: 0x00000005, place: 0x27070000, position: 0x0033)
  }

  /// C5 sub-states (count).
  @inlinable public static var mwaitC5Substates: Field {
    Field(row: 66, leaf: 0x00000005, place: 0x2f470000, position: 0x0033)
  }

  /// C6 sub-states (count).
  @inlinable public static var mwaitC6Substates: Field {
    Field(row: 67, leaf: 0x00000005, place: 0x37870000, position: 0x0033)
  }

  /// C7 sub-states (count).
  @inlinable public static var mwaitC7Substates: Field {
    Field(row: 68, leaf: 0x00000005, place: 0x3fc70000, position: 0x0033)
  }

  /// on-die temperature can be read.
  @inlinable public static var digitalThermalSensor: Field {
    Field(row: 69, leaf: 0x00000006, place: 0x00040000, position: 0x0034)
  }

  /// opportunistic frequency is available and enabled.
  @inlinable public static var turboBoost: Field {
    Field(row: 70, leaf: 0x00000006, place: 0x02140000, position: 0x0034)
  }

  /// APIC timer keeps its rate in deep C-states (KVM sets it always; Xen: zero, toolstack key
  /// arat).
  @inlinable public static var alwaysRunningApicTimer: Field {
    Field(row: 71, leaf: 0x00000006, place: 0x04240000, position: 0x0034)
  }

  /// power-limit events.
  @inlinable public static var powerLimitNotification: Field {
    Field(row: 72, leaf: 0x00000006, place: 0x08440000, position: 0x0034)
  }

  /// finer clock-modulation duty cycle.
  @inlinable public static var extendedClockModulation: Field {
    Field(row: 73, leaf: 0x00000006, place: 0x0a540000, position: 0x0034)
  }

  /// package temperature MSRs.
  @inlinable public static var packageThermalManagement: Field {
    Field(row: 74, leaf: 0x00000006, place: 0x0c640000, position: 0x0034)
  }

  /// hardware-controlled P-states: base MSRs.
  @inlinable public static var hwpBase: Field {
    Field(row: 75, leaf: 0x00000006, place: 0x0e740000, position: 0x0034)
  }

  /// HWP interrupt control.
  @inlinable public static var hwpNotification: Field {
    Field(row: 76, leaf: 0x00000006, place: 0x10840000, position: 0x0034)
  }

  /// HWP activity window field.
  @inlinable public static var hwpActivityWindow: Field {
    Field(row: 77, leaf: 0x00000006, place: 0x12940000, position: 0x0034)
  }

  /// HWP energy/performance hint field.
  @inlinable public static var hwpEnergyPerformancePreference: Field {
    Field(row: 78, leaf: 0x00000006, place: 0x14a40000, position: 0x0034)
  }

  /// HWP request for a whole package.
  @inlinable public static var hwpPackageRequest: Field {
    Field(row: 79, leaf: 0x00000006, place: 0x16b40000, position: 0x0034)
  }

  /// HDC base registers.
  @inlinable public static var hardwareDutyCycling: Field {
    Field(row: 80, leaf: 0x00000006, place: 0x1ad40000, position: 0x0034)
  }

  /// favoured-core turbo.
  @inlinable public static var turboBoostMax3: Field {
    Field(row: 81, leaf: 0x00000006, place: 0x1ce40000, position: 0x0034)
  }

  /// interrupt when the highest performance level changes.
  @inlinable public static var hwpHighestPerformanceChange: Field {
    Field(row: 82, leaf: 0x00000006, place: 0x1ef40000, position: 0x0034)
  }

  /// HWP fields may be overridden out of band.
  @inlinable public static var hwpPeciOverride: Field {
    Field(row: 83, leaf: 0x00000006, place: 0x21040000, position: 0x0034)
  }

  /// per-field valid bits in the HWP request.
  @inlinable public static var hwpFlexible: Field {
    Field(row: 84, leaf: 0x00000006, place: 0x23140000, position: 0x0034)
  }

  /// low-latency HWP request MSR.
  @inlinable public static var hwpFastAccess: Field {
    Field(row: 85, leaf: 0x00000006, place: 0x25240000, position: 0x0034)
  }

  /// hardware feedback table and MSRs.
  @inlinable public static var hardwareFeedbackInterface: Field {
    Field(row: 86, leaf: 0x00000006, place: 0x27340000, position: 0x0034)
  }

  /// requests of idle logical processors can be ignored.
  @inlinable public static var hwpIgnoreIdleRequest: Field {
    Field(row: 87, leaf: 0x00000006, place: 0x29440000, position: 0x0034)
  }

  /// HWP control MSR.
  @inlinable public static var hwpControl: Field {
    Field(row: 88, leaf: 0x00000006, place: 0x2d640000, position: 0x0034)
  }

  /// per-class feedback (thread director).
  @inlinable public static var threadDirector: Field {
    Field(row: 89, leaf: 0x00000006, place: 0x2f740000, position: 0x0034)
  }

  /// hardware-feedback notification bit in the thermal interrupt MSR.
  @inlinable public static var thermalInterruptBit25: Field {
    Field(row: 90, leaf: 0x00000006, place: 0x31840000, position: 0x0034)
  }

  /// programmable interrupt thresholds of the sensor (count).
  @inlinable public static var thermalThresholds: Field {
    Field(row: 91, leaf: 0x00000006, place: 0x06050000, position: 0x0035)
  }

  /// APERF/MPERF effective-frequency counters.
  @inlinable public static var aperfMperf: Field {
    Field(row: 92, leaf: 0x00000006, place: 0x00060000, position: 0x0036)
  }

  /// second effective-frequency counter pair, early parts.
  @inlinable public static var acnt2: Field {
    Field(row: 93, leaf: 0x00000006, place: 0x02160000, position: 0x0036)
  }

  /// ENERGY_PERF_BIAS MSR.
  @inlinable public static var energyPerformanceBias: Field {
    Field(row: 94, leaf: 0x00000006, place: 0x06360000, position: 0x0036)
  }

  /// number of thread-director classes (count).
  @inlinable public static var threadDirectorClasses: Field {
    Field(row: 95, leaf: 0x00000006, place: 0x1e860000, position: 0x0036)
  }

  /// bit 0 performance, bit 1 efficiency; others reserved.
  @inlinable public static var feedbackCapabilities: Field {
    Field(row: 96, leaf: 0x00000006, place: 0x0e070000, position: 0x0037)
  }

  /// size of the feedback table (4 KiB pages -1).
  @inlinable public static var feedbackTableSize: Field {
    Field(row: 97, leaf: 0x00000006, place: 0x16870000, position: 0x0037)
  }

  /// row of this logical processor (differs per CPU) (row).
  @inlinable public static var feedbackTableIndex: Field {
    Field(row: 98, leaf: 0x00000006, place: 0x3f070000, position: 0x0037)
  }

  /// highest subleaf of leaf 7 (subleaf number).
  @inlinable public static var maxLeaf7Subleaf: Field {
    Field(row: 99, leaf: 0x00000007, place: 0x3e000000, position: 0x0038)
  }

  /// extra address width that BNDLDX/BNDSTX use in 64-bit mode; meaningful with MPX (bits).
  @inlinable public static var mpxMawau: Field {
    Field(row: 100, leaf: 0x00000007, place: 0x2b120000, position: 0x003a)
  }

  /// AES key-locker instructions; leaf 0x19.
  @inlinable public static var keyLocker: Field {
    Field(row: 101, leaf: 0x00000007, place: 0x2f720000, position: 0x003a)
  }

  /// remote atomic integer operations.
  @inlinable public static var raoInt: Field {
    Field(row: 102, leaf: 0x00000007, place: 0x06300101, position: 0x003c)
  }

  /// HRESET clears branch and thread-director history; leaf 0x20.
  @inlinable public static var hreset: Field {
    Field(row: 103, leaf: 0x00000007, place: 0x2d600101, position: 0x003c)
  }

  /// PBNDKB instruction (storage-encryption key binding).
  @inlinable public static var pbndkb: Field {
    Field(row: 104, leaf: 0x00000007, place: 0x02110101, position: 0x003d)
  }

  /// MISC_ENABLE bit 22 (limit CPUID) no longer works.
  @inlinable public static var cpuidMaxValLimitRemoved: Field {
    Field(row: 105, leaf: 0x00000007, place: 0x06310101, position: 0x003d)
  }

  /// leaf 0x27 describes asymmetric resource monitoring.
  @inlinable public static var asymmetricRdtMonitoring: Field {
    Field(row: 106, leaf: 0x00000007, place: 0x00020101, position: 0x003e)
  }

  /// leaf 0x28 describes asymmetric resource allocation.
  @inlinable public static var asymmetricRdtAllocation: Field {
    Field(row: 107, leaf: 0x00000007, place: 0x02120101, position: 0x003e)
  }

  /// legacy modes removed (withdrawn proposal).
  @inlinable public static var legacyReducedIsa: Field {
    Field(row: 108, leaf: 0x00000007, place: 0x04220101, position: 0x003e)
  }

  /// 64-bit start-up IPI (withdrawn proposal).
  @inlinable public static var sipi64: Field {
    Field(row: 109, leaf: 0x00000007, place: 0x08420101, position: 0x003e)
  }

  /// RDMSR/WRMSRNS with an immediate MSR number.
  @inlinable public static var msrImmediate: Field {
    Field(row: 110, leaf: 0x00000007, place: 0x0a520101, position: 0x003e)
  }

  /// user-mode timer events (UTMR).
  @inlinable public static var userTimer: Field {
    Field(row: 111, leaf: 0x00000007, place: 0x1ad30101, position: 0x003f)
  }

  /// URDMSR/UWRMSR user-mode MSR access.
  @inlinable public static var userMsr: Field {
    Field(row: 112, leaf: 0x00000007, place: 0x1ef30101, position: 0x003f)
  }

  /// AVX10 converged vector set; leaf 0x24 gives its version.
  @inlinable public static var avx10: Field {
    Field(row: 113, leaf: 0x00000007, place: 0x27330101, position: 0x003f)
  }

  /// advanced performance extensions, foundation (XCR0 bit 19).
  @inlinable public static var apxF: Field {
    Field(row: 114, leaf: 0x00000007, place: 0x2b530101, position: 0x003f)
  }

  /// MWAIT presence reported apart from MONITOR.
  @inlinable public static var mwaitEnumerated: Field {
    Field(row: 115, leaf: 0x00000007, place: 0x2f730101, position: 0x003f)
  }

  /// not affected by the MONITOR/UMONITOR power-down flaw.
  @inlinable public static var monitorMitigationNo: Field {
    Field(row: 116, leaf: 0x00000007, place: 0x0e730202, position: 0x0043)
  }

  /// set on every Core 2 part; leaf 8 is otherwise empty.
  @inlinable public static var leaf8Core2Eax10: Field {
    Field(row: 117, leaf: 0x00000008, place: 0x14a40000, position: 0x0044)
  }

  /// copy of the direct-cache-access capability MSR; bit 0 = enabled by firmware; meaningful with
  /// DCA.
  @inlinable public static var dcaCapability: Field {
    Field(row: 118, leaf: 0x00000009, place: 0x3e040000, position: 0x0048)
  }

  /// architectural performance monitoring version, 0 = none (Xen: zero unless vPMU; capped at 3)
  /// (version).
  @inlinable public static var pmuVersion: Field {
    Field(row: 119, leaf: 0x0000000a, place: 0x0e040000, position: 0x004c)
  }

  /// general counters of a logical processor (count).
  @inlinable public static var pmuGeneralCounters: Field {
    Field(row: 120, leaf: 0x0000000a, place: 0x1e840000, position: 0x004c)
  }

  /// width of a general counter (bits).
  @inlinable public static var pmuGeneralCounterWidth: Field {
    Field(row: 121, leaf: 0x0000000a, place: 0x2f040000, position: 0x004c)
  }

  /// number of valid event bits in EBX (bits).
  @inlinable public static var pmuEventVectorLength: Field {
    Field(row: 122, leaf: 0x0000000a, place: 0x3f840000, position: 0x004c)
  }

  /// event absent when set: core cycles.
  @inlinable public static var pmuNoCoreCycles: Field {
    Field(row: 123, leaf: 0x0000000a, place: 0x00050000, position: 0x004d)
  }

  /// event absent when set: instructions retired.
  @inlinable public static var pmuNoInstructionsRetired: Field {
    Field(row: 124, leaf: 0x0000000a, place: 0x02150000, position: 0x004d)
  }

  /// event absent when set: reference cycles.
  @inlinable public static var pmuNoReferenceCycles: Field {
    Field(row: 125, leaf: 0x0000000a, place: 0x04250000, position: 0x004d)
  }

  /// event absent when set: last-level cache references.
  @inlinable public static var pmuNoLlcReferences: Field {
    Field(row: 126, leaf: 0x0000000a, place: 0x06350000, position: 0x004d)
  }

  /// event absent when set: last-level cache misses.
  @inlinable public static var pmuNoLlcMisses: Field {
    Field(row: 127, leaf: 0x0000000a, place: 0x08450000, position: 0x004d)
  }

  /// event absent when set: branches retired.
  @inlinable public static var pmuNoBranchesRetired: Field {
    Field(row: 128, leaf: 0x0000000a, place: 0x0a550000, position: 0x004d)
  }

  /// event absent when set: mispredicted branches.
  @inlinable public static var pmuNoBranchMispredicts: Field {
    Field(row: 129, leaf: 0x0000000a, place: 0x0c650000, position: 0x004d)
  }

  /// event absent when set: top-down slots.
  @inlinable public static var pmuNoTopdownSlots: Field {
    Field(row: 130, leaf: 0x0000000a, place: 0x0e750000, position: 0x004d)
  }

  /// event absent when set: back-end bound slots.
  @inlinable public static var pmuNoBackendBound: Field {
    Field(row: 131, leaf: 0x0000000a, place: 0x10850000, position: 0x004d)
  }

  /// event absent when set: bad speculation slots.
  @inlinable public static var pmuNoBadSpeculation: Field {
    Field(row: 132, leaf: 0x0000000a, place: 0x12950000, position: 0x004d)
  }

  /// event absent when set: front-end bound slots.
  @inlinable public static var pmuNoFrontendBound: Field {
    Field(row: 133, leaf: 0x0000000a, place: 0x14a50000, position: 0x004d)
  }

  /// event absent when set: retiring slots.
  @inlinable public static var pmuNoRetiring: Field {
    Field(row: 134, leaf: 0x0000000a, place: 0x16b50000, position: 0x004d)
  }

  /// event absent when set: LBR inserts.
  @inlinable public static var pmuNoLbrInserts: Field {
    Field(row: 135, leaf: 0x0000000a, place: 0x18c50000, position: 0x004d)
  }

  /// fixed counters present, version 5 and later.
  @inlinable public static var pmuFixedCounterBitmap: Field {
    Field(row: 136, leaf: 0x0000000a, place: 0x3e060000, position: 0x004e)
  }

  /// contiguous fixed counters (count).
  @inlinable public static var pmuFixedCounters: Field {
    Field(row: 137, leaf: 0x0000000a, place: 0x08070000, position: 0x004f)
  }

  /// width of a fixed counter (bits).
  @inlinable public static var pmuFixedCounterWidth: Field {
    Field(row: 138, leaf: 0x0000000a, place: 0x18570000, position: 0x004f)
  }

  /// set on Atom parts of the Bonnell and Silvermont lines; not described.
  @inlinable public static var pmuReserved14: Field {
    Field(row: 139, leaf: 0x0000000a, place: 0x1cd70000, position: 0x004f)
  }

  /// AnyThread bit must not be used.
  @inlinable public static var pmuAnyThreadDeprecated: Field {
    Field(row: 140, leaf: 0x0000000a, place: 0x1ef70000, position: 0x004f)
  }

  /// slots per cycle for top-down formulas (slots).
  @inlinable public static var pmuSlotsPerCycle: Field {
    Field(row: 141, leaf: 0x0000000a, place: 0x27070000, position: 0x004f)
  }

  /// shift that removes this level's id bits from the x2APIC id (bits).
  @inlinable public static var topologyShift: Field {
    Field(row: 142, leaf: 0x0000000b, place: 0x08000700, position: 0x0050)
  }

  /// logical processors at this level as shipped; not for counting ids (count).
  @inlinable public static var topologyLogicalCount: Field {
    Field(row: 143, leaf: 0x0000000b, place: 0x1e010700, position: 0x0051)
  }

  /// echo of the subleaf asked (count).
  @inlinable public static var topologyLevelNumber: Field {
    Field(row: 144, leaf: 0x0000000b, place: 0x0e020700, position: 0x0052)
  }

  /// 0 none, 1 thread, 2 core.
  @inlinable public static var topologyLevelType: Field {
    Field(row: 145, leaf: 0x0000000b, place: 0x1e820700, position: 0x0052)
  }

  /// 32-bit id of the CPU that asks; the same in every subleaf (APIC id).
  @inlinable public static var topologyX2ApicId: Field {
    Field(row: 146, leaf: 0x0000000b, place: 0x3e030700, position: 0x0053)
  }

  /// x87 state.
  @inlinable public static var xcr0X87: Field {
    Field(row: 147, leaf: 0x0000000d, place: 0x00000000, position: 0x0070)
  }

  /// XMM and MXCSR state.
  @inlinable public static var xcr0Sse: Field {
    Field(row: 148, leaf: 0x0000000d, place: 0x02100000, position: 0x0070)
  }

  /// upper halves of YMM.
  @inlinable public static var xcr0Avx: Field {
    Field(row: 149, leaf: 0x0000000d, place: 0x04200000, position: 0x0070)
  }

  /// MPX bound registers.
  @inlinable public static var xcr0BndRegs: Field {
    Field(row: 150, leaf: 0x0000000d, place: 0x06300000, position: 0x0070)
  }

  /// MPX configuration and status.
  @inlinable public static var xcr0BndCsr: Field {
    Field(row: 151, leaf: 0x0000000d, place: 0x08400000, position: 0x0070)
  }

  /// AVX-512 mask registers.
  @inlinable public static var xcr0Opmask: Field {
    Field(row: 152, leaf: 0x0000000d, place: 0x0a500000, position: 0x0070)
  }

  /// upper halves of ZMM0-15.
  @inlinable public static var xcr0ZmmHi256: Field {
    Field(row: 153, leaf: 0x0000000d, place: 0x0c600000, position: 0x0070)
  }

  /// ZMM16-31.
  @inlinable public static var xcr0Hi16Zmm: Field {
    Field(row: 154, leaf: 0x0000000d, place: 0x0e700000, position: 0x0070)
  }

  /// user protection-key register.
  @inlinable public static var xcr0Pkru: Field {
    Field(row: 155, leaf: 0x0000000d, place: 0x12900000, position: 0x0070)
  }

  /// AMX tile configuration; goes with bit 18.
  @inlinable public static var xcr0TileConfig: Field {
    Field(row: 156, leaf: 0x0000000d, place: 0x23100000, position: 0x0070)
  }

  /// AMX tile data; goes with bit 17.
  @inlinable public static var xcr0TileData: Field {
    Field(row: 157, leaf: 0x0000000d, place: 0x25200000, position: 0x0070)
  }

  /// APX extended general registers.
  @inlinable public static var xcr0Apx: Field {
    Field(row: 158, leaf: 0x0000000d, place: 0x27300000, position: 0x0070)
  }

  /// standard-format size for what XCR0 enables now (bytes).
  @inlinable public static var xsaveSizeEnabled: Field {
    Field(row: 159, leaf: 0x0000000d, place: 0x3e010000, position: 0x0071)
  }

  /// standard-format size if every XCR0 bit offered were enabled (bytes).
  @inlinable public static var xsaveSizeMax: Field {
    Field(row: 160, leaf: 0x0000000d, place: 0x3e020000, position: 0x0072)
  }

  /// lightweight-profiling state (XCR0 bit 62).
  @inlinable public static var xcr0Lwp: Field {
    Field(row: 161, leaf: 0x0000000d, place: 0x3de30000, position: 0x0073)
  }

  /// compact-format size for XCR0 and XSS as enabled now (bytes).
  @inlinable public static var xsaveSizeCompactEnabled: Field {
    Field(row: 162, leaf: 0x0000000d, place: 0x3e010101, position: 0x0075)
  }

  /// trace state (XSS bit 8).
  @inlinable public static var xssProcessorTrace: Field {
    Field(row: 163, leaf: 0x0000000d, place: 0x10820101, position: 0x0076)
  }

  /// PASID MSR state (XSS bit 10).
  @inlinable public static var xssPasid: Field {
    Field(row: 164, leaf: 0x0000000d, place: 0x14a20101, position: 0x0076)
  }

  /// user shadow-stack state; needs CET_SS or CET_IBT.
  @inlinable public static var xssCetUser: Field {
    Field(row: 165, leaf: 0x0000000d, place: 0x16b20101, position: 0x0076)
  }

  /// supervisor shadow-stack state; needs CET_SS.
  @inlinable public static var xssCetSupervisor: Field {
    Field(row: 166, leaf: 0x0000000d, place: 0x18c20101, position: 0x0076)
  }

  /// hardware duty-cycling state (XSS bit 13).
  @inlinable public static var xssHdc: Field {
    Field(row: 167, leaf: 0x0000000d, place: 0x1ad20101, position: 0x0076)
  }

  /// user-interrupt state; needs UINTR.
  @inlinable public static var xssUserInterrupts: Field {
    Field(row: 168, leaf: 0x0000000d, place: 0x1ce20101, position: 0x0076)
  }

  /// architectural LBR state; needs ARCH_LBR.
  @inlinable public static var xssArchLbr: Field {
    Field(row: 169, leaf: 0x0000000d, place: 0x1ef20101, position: 0x0076)
  }

  /// HWP request state (XSS bit 16).
  @inlinable public static var xssHwp: Field {
    Field(row: 170, leaf: 0x0000000d, place: 0x21020101, position: 0x0076)
  }

  /// XSS bits 63:32; none assigned.
  @inlinable public static var xssHigh: Field {
    Field(row: 171, leaf: 0x0000000d, place: 0x3e030101, position: 0x0077)
  }

  /// size of this component (bytes).
  @inlinable public static var xstateComponentSize: Field {
    Field(row: 172, leaf: 0x0000000d, place: 0x3e003e02, position: 0x0078)
  }

  /// offset in the standard format; 0 for supervisor components (bytes).
  @inlinable public static var xstateComponentOffset: Field {
    Field(row: 173, leaf: 0x0000000d, place: 0x3e013e02, position: 0x0079)
  }

  /// controlled by XSS rather than XCR0.
  @inlinable public static var xstateComponentSupervisor: Field {
    Field(row: 174, leaf: 0x0000000d, place: 0x00023e02, position: 0x007a)
  }

  /// starts on a 64-byte boundary in the compact format.
  @inlinable public static var xstateComponentAligned: Field {
    Field(row: 175, leaf: 0x0000000d, place: 0x02123e02, position: 0x007a)
  }

  /// can be disabled through XFD; needs XFD.
  @inlinable public static var xstateComponentXfd: Field {
    Field(row: 176, leaf: 0x0000000d, place: 0x04223e02, position: 0x007a)
  }

  /// highest monitoring id of the package; meaningful with PQM (RMID).
  @inlinable public static var rmidMax: Field {
    Field(row: 177, leaf: 0x0000000f, place: 0x3e010000, position: 0x016d)
  }

  /// subleaf 1 describes L3 monitoring.
  @inlinable public static var l3MonitoringPresent: Field {
    Field(row: 178, leaf: 0x0000000f, place: 0x02130000, position: 0x016f)
  }

  /// counter width above 24 (bits -24).
  @inlinable public static var l3MonitoringCounterWidth: Field {
    Field(row: 179, leaf: 0x0000000f, place: 0x0e000101, position: 0x0170)
  }

  /// bit 61 of the counter MSR reports overflow.
  @inlinable public static var l3MonitoringOverflowBit: Field {
    Field(row: 180, leaf: 0x0000000f, place: 0x10800101, position: 0x0170)
  }

  /// devices take part in occupancy monitoring.
  @inlinable public static var l3MonitoringIoOccupancy: Field {
    Field(row: 181, leaf: 0x0000000f, place: 0x12900101, position: 0x0170)
  }

  /// devices take part in bandwidth monitoring.
  @inlinable public static var l3MonitoringIoBandwidth: Field {
    Field(row: 182, leaf: 0x0000000f, place: 0x14a00101, position: 0x0170)
  }

  /// factor from counter value to bytes (bytes).
  @inlinable public static var l3MonitoringUpscale: Field {
    Field(row: 183, leaf: 0x0000000f, place: 0x3e010101, position: 0x0171)
  }

  /// highest id for L3 (RMID).
  @inlinable public static var l3MonitoringRmidMax: Field {
    Field(row: 184, leaf: 0x0000000f, place: 0x3e020101, position: 0x0172)
  }

  /// occupancy event.
  @inlinable public static var l3OccupancyMonitoring: Field {
    Field(row: 185, leaf: 0x0000000f, place: 0x00030101, position: 0x0173)
  }

  /// total bandwidth event.
  @inlinable public static var l3TotalBandwidthMonitoring: Field {
    Field(row: 186, leaf: 0x0000000f, place: 0x02130101, position: 0x0173)
  }

  /// local bandwidth event.
  @inlinable public static var l3LocalBandwidthMonitoring: Field {
    Field(row: 187, leaf: 0x0000000f, place: 0x04230101, position: 0x0173)
  }

  /// set on a few server parts; not described.
  @inlinable public static var l3MonitoringEvent3: Field {
    Field(row: 188, leaf: 0x0000000f, place: 0x06330101, position: 0x0173)
  }

  /// L3 allocation; meaningful with PQE.
  @inlinable public static var l3AllocationPresent: Field {
    Field(row: 189, leaf: 0x00000010, place: 0x02110000, position: 0x0175)
  }

  /// L2 allocation.
  @inlinable public static var l2AllocationPresent: Field {
    Field(row: 190, leaf: 0x00000010, place: 0x04210000, position: 0x0175)
  }

  /// memory bandwidth allocation.
  @inlinable public static var bandwidthAllocationPresent: Field {
    Field(row: 191, leaf: 0x00000010, place: 0x06310000, position: 0x0175)
  }

  /// cache bandwidth allocation (subleaf 5).
  @inlinable public static var cacheBandwidthAllocationPresent: Field {
    Field(row: 192, leaf: 0x00000010, place: 0x0a510000, position: 0x0175)
  }

  /// resource id 6, not publicly described; subleaf 6 exists.
  @inlinable public static var resource6AllocationPresent: Field {
    Field(row: 193, leaf: 0x00000010, place: 0x0c610000, position: 0x0175)
  }

  /// length of a capacity mask (bits-1).
  @inlinable public static var allocationMaskLength: Field {
    Field(row: 194, leaf: 0x00000010, place: 0x08000201, position: 0x0178)
  }

  /// mask units also used by other agents.
  @inlinable public static var allocationSharedUnits: Field {
    Field(row: 195, leaf: 0x00000010, place: 0x3e010201, position: 0x0179)
  }

  /// devices take part in allocation.
  @inlinable public static var allocationIoShared: Field {
    Field(row: 196, leaf: 0x00000010, place: 0x02120201, position: 0x017a)
  }

  /// separate code and data masks.
  @inlinable public static var allocationCodeDataPriority: Field {
    Field(row: 197, leaf: 0x00000010, place: 0x04220201, position: 0x017a)
  }

  /// masks may have holes.
  @inlinable public static var allocationNonContiguousMask: Field {
    Field(row: 198, leaf: 0x00000010, place: 0x06320201, position: 0x017a)
  }

  /// highest class of service (class).
  @inlinable public static var allocationClassMax: Field {
    Field(row: 199, leaf: 0x00000010, place: 0x1e030201, position: 0x017b)
  }

  /// largest throttle value (value-1).
  @inlinable public static var bandwidthThrottleMax: Field {
    Field(row: 200, leaf: 0x00000010, place: 0x16000303, position: 0x0180)
  }

  /// throttle applies per thread.
  @inlinable public static var bandwidthPerThread: Field {
    Field(row: 201, leaf: 0x00000010, place: 0x00020303, position: 0x0182)
  }

  /// throttle scale is linear.
  @inlinable public static var bandwidthLinear: Field {
    Field(row: 202, leaf: 0x00000010, place: 0x04220303, position: 0x0182)
  }

  /// highest class of service (class).
  @inlinable public static var bandwidthClassMax: Field {
    Field(row: 203, leaf: 0x00000010, place: 0x1e030303, position: 0x0183)
  }

  /// highest core throttle level (level).
  @inlinable public static var cacheBandwidthLevelMax: Field {
    Field(row: 204, leaf: 0x00000010, place: 0x0e000505, position: 0x0188)
  }

  /// what a setting applies to.
  @inlinable public static var cacheBandwidthScope: Field {
    Field(row: 205, leaf: 0x00000010, place: 0x16800505, position: 0x0188)
  }

  /// scale is linear.
  @inlinable public static var cacheBandwidthLinear: Field {
    Field(row: 206, leaf: 0x00000010, place: 0x06320505, position: 0x018a)
  }

  /// highest class of service (class).
  @inlinable public static var cacheBandwidthClassMax: Field {
    Field(row: 207, leaf: 0x00000010, place: 0x1e030505, position: 0x018b)
  }

  /// value of the undescribed resource.
  @inlinable public static var resource6Limit: Field {
    Field(row: 208, leaf: 0x00000010, place: 0x3e000606, position: 0x018c)
  }

  /// SGX1 leaf functions; meaningful with SGX.
  @inlinable public static var sgx1: Field {
    Field(row: 209, leaf: 0x00000012, place: 0x00000000, position: 0x0190)
  }

  /// SGX2 leaf functions.
  @inlinable public static var sgx2: Field {
    Field(row: 210, leaf: 0x00000012, place: 0x02100000, position: 0x0190)
  }

  /// ENCLV oversubscription leaves.
  @inlinable public static var sgxEnclv: Field {
    Field(row: 211, leaf: 0x00000012, place: 0x0a500000, position: 0x0190)
  }

  /// ENCLS oversubscription leaves.
  @inlinable public static var sgxEnclsOversubscription: Field {
    Field(row: 212, leaf: 0x00000012, place: 0x0c600000, position: 0x0190)
  }

  /// EVERIFYREPORT2.
  @inlinable public static var sgxEverifyReport2: Field {
    Field(row: 213, leaf: 0x00000012, place: 0x0e700000, position: 0x0190)
  }

  /// EUPDATESVN.
  @inlinable public static var sgxEupdateSvn: Field {
    Field(row: 214, leaf: 0x00000012, place: 0x14a00000, position: 0x0190)
  }

  /// EDECCSSA.
  @inlinable public static var sgxEdeccssa: Field {
    Field(row: 215, leaf: 0x00000012, place: 0x16b00000, position: 0x0190)
  }

  /// MISCSELECT bits an enclave may set (bit 0 EXINFO, bit 1 CPINFO).
  @inlinable public static var sgxMiscSelect: Field {
    Field(row: 216, leaf: 0x00000012, place: 0x3e010000, position: 0x0191)
  }

  /// largest enclave outside 64-bit mode (log2 bytes).
  @inlinable public static var sgxMaxEnclaveSize32: Field {
    Field(row: 217, leaf: 0x00000012, place: 0x0e030000, position: 0x0193)
  }

  /// largest enclave in 64-bit mode (log2 bytes).
  @inlinable public static var sgxMaxEnclaveSize64: Field {
    Field(row: 218, leaf: 0x00000012, place: 0x1e830000, position: 0x0193)
  }

  /// SECS attributes 31:0 an enclave may have (init, debug, mode64, provision key, token key, CET,
  /// KSS, AEX-notify).
  @inlinable public static var sgxAttributesLow: Field {
    Field(row: 219, leaf: 0x00000012, place: 0x3e000101, position: 0x0194)
  }

  /// SECS attributes 63:32.
  @inlinable public static var sgxAttributesHigh: Field {
    Field(row: 220, leaf: 0x00000012, place: 0x3e010101, position: 0x0195)
  }

  /// XCR0 31:0 bits an enclave may use; a subset of the guest's XCR0.
  @inlinable public static var sgxXfrmLow: Field {
    Field(row: 221, leaf: 0x00000012, place: 0x3e020101, position: 0x0196)
  }

  /// XCR0 63:32 bits an enclave may use.
  @inlinable public static var sgxXfrmHigh: Field {
    Field(row: 222, leaf: 0x00000012, place: 0x3e030101, position: 0x0197)
  }

  /// 0 ends the list, 1 an EPC section.
  @inlinable public static var sgxEpcType: Field {
    Field(row: 223, leaf: 0x00000012, place: 0x06000f02, position: 0x0198)
  }

  /// section base, address bits 31:12 (4 KiB pages).
  @inlinable public static var sgxEpcBaseLow: Field {
    Field(row: 224, leaf: 0x00000012, place: 0x3ec00f02, position: 0x0198)
  }

  /// section base, address bits 51:32 (4 GiB).
  @inlinable public static var sgxEpcBaseHigh: Field {
    Field(row: 225, leaf: 0x00000012, place: 0x26010f02, position: 0x0199)
  }

  /// protection properties of the section.
  @inlinable public static var sgxEpcProperties: Field {
    Field(row: 226, leaf: 0x00000012, place: 0x06020f02, position: 0x019a)
  }

  /// section size, bits 31:12 (4 KiB pages).
  @inlinable public static var sgxEpcSizeLow: Field {
    Field(row: 227, leaf: 0x00000012, place: 0x3ec20f02, position: 0x019a)
  }

  /// section size, bits 51:32 (4 GiB).
  @inlinable public static var sgxEpcSizeHigh: Field {
    Field(row: 228, leaf: 0x00000012, place: 0x26030f02, position: 0x019b)
  }

  /// highest subleaf of leaf 0x14; meaningful with PROC_TRACE (subleaf number).
  @inlinable public static var ptMaxSubleaf: Field {
    Field(row: 229, leaf: 0x00000014, place: 0x3e000000, position: 0x01d0)
  }

  /// trace can be filtered by CR3.
  @inlinable public static var ptCr3Filter: Field {
    Field(row: 230, leaf: 0x00000014, place: 0x00010000, position: 0x01d1)
  }

  /// PSB frequency and cycle-accurate mode.
  @inlinable public static var ptConfigurablePsb: Field {
    Field(row: 231, leaf: 0x00000014, place: 0x02110000, position: 0x01d1)
  }

  /// address filtering and TraceStop; MSRs survive warm reset.
  @inlinable public static var ptIpFilter: Field {
    Field(row: 232, leaf: 0x00000014, place: 0x04210000, position: 0x01d1)
  }

  /// MTC packets.
  @inlinable public static var ptMtc: Field {
    Field(row: 233, leaf: 0x00000014, place: 0x06310000, position: 0x01d1)
  }

  /// PTWRITE.
  @inlinable public static var ptPtwrite: Field {
    Field(row: 234, leaf: 0x00000014, place: 0x08410000, position: 0x01d1)
  }

  /// power-event trace.
  @inlinable public static var ptPowerEvents: Field {
    Field(row: 235, leaf: 0x00000014, place: 0x0a510000, position: 0x01d1)
  }

  /// PSB and PMI state is preserved.
  @inlinable public static var ptPsbPmiPreserve: Field {
    Field(row: 236, leaf: 0x00000014, place: 0x0c610000, position: 0x01d1)
  }

  /// event-trace packets.
  @inlinable public static var ptEventTrace: Field {
    Field(row: 237, leaf: 0x00000014, place: 0x0e710000, position: 0x01d1)
  }

  /// TNT packets can be switched off.
  @inlinable public static var ptTntDisable: Field {
    Field(row: 238, leaf: 0x00000014, place: 0x10810000, position: 0x01d1)
  }

  /// table-of-physical-addresses output.
  @inlinable public static var ptTopaOutput: Field {
    Field(row: 239, leaf: 0x00000014, place: 0x00020000, position: 0x01d2)
  }

  /// tables may have many entries.
  @inlinable public static var ptTopaMultipleEntries: Field {
    Field(row: 240, leaf: 0x00000014, place: 0x02120000, position: 0x01d2)
  }

  /// one contiguous output region.
  @inlinable public static var ptSingleRangeOutput: Field {
    Field(row: 241, leaf: 0x00000014, place: 0x04220000, position: 0x01d2)
  }

  /// output to a trace transport.
  @inlinable public static var ptTransportOutput: Field {
    Field(row: 242, leaf: 0x00000014, place: 0x06320000, position: 0x01d2)
  }

  /// addresses in packets are linear (CS base included).
  @inlinable public static var ptIpIsLip: Field {
    Field(row: 243, leaf: 0x00000014, place: 0x3ff20000, position: 0x01d2)
  }

  /// address ranges for filtering (count).
  @inlinable public static var ptAddressRanges: Field {
    Field(row: 244, leaf: 0x00000014, place: 0x04000101, position: 0x01d4)
  }

  /// MTC period encodings.
  @inlinable public static var ptMtcPeriods: Field {
    Field(row: 245, leaf: 0x00000014, place: 0x3f000101, position: 0x01d4)
  }

  /// cycle-threshold encodings.
  @inlinable public static var ptCycleThresholds: Field {
    Field(row: 246, leaf: 0x00000014, place: 0x1e010101, position: 0x01d5)
  }

  /// PSB period encodings.
  @inlinable public static var ptPsbPeriods: Field {
    Field(row: 247, leaf: 0x00000014, place: 0x3f010101, position: 0x01d5)
  }

  /// TSC : crystal ratio, denominator; 0 = not given.
  @inlinable public static var tscRatioDenominator: Field {
    Field(row: 248, leaf: 0x00000015, place: 0x3e040000, position: 0x01d8)
  }

  /// TSC : crystal ratio, numerator.
  @inlinable public static var tscRatioNumerator: Field {
    Field(row: 249, leaf: 0x00000015, place: 0x3e050000, position: 0x01d9)
  }

  /// crystal frequency; 0 = look it up by model. The APIC timer runs from it (Hz).
  @inlinable public static var crystalFrequency: Field {
    Field(row: 250, leaf: 0x00000015, place: 0x3e060000, position: 0x01da)
  }

  /// rated base frequency (MHz).
  @inlinable public static var baseFrequency: Field {
    Field(row: 251, leaf: 0x00000016, place: 0x1e040000, position: 0x01dc)
  }

  /// rated top frequency (MHz).
  @inlinable public static var maxFrequency: Field {
    Field(row: 252, leaf: 0x00000016, place: 0x1e050000, position: 0x01dd)
  }

  /// reference bus frequency (MHz).
  @inlinable public static var busFrequency: Field {
    Field(row: 253, leaf: 0x00000016, place: 0x1e060000, position: 0x01de)
  }

  /// highest subleaf; below 3 means the leaf is absent (subleaf number).
  @inlinable public static var socMaxSubleaf: Field {
    Field(row: 254, leaf: 0x00000017, place: 0x3e000000, position: 0x01e0)
  }

  /// SoC vendor id.
  @inlinable public static var socVendorId: Field {
    Field(row: 255, leaf: 0x00000017, place: 0x1e010000, position: 0x01e1)
  }

  /// id is from an industry list rather than Intel's.
  @inlinable public static var socVendorScheme: Field {
    Field(row: 256, leaf: 0x00000017, place: 0x21010000, position: 0x01e1)
  }

  /// project number given by the vendor.
  @inlinable public static var socProjectId: Field {
    Field(row: 257, leaf: 0x00000017, place: 0x3e020000, position: 0x01e2)
  }

  /// stepping within the project.
  @inlinable public static var socSteppingId: Field {
    Field(row: 258, leaf: 0x00000017, place: 0x3e030000, position: 0x01e3)
  }

  /// SoC brand, 16 characters a subleaf: first four (4 ASCII bytes).
  @inlinable public static var socBrandPartA: Field {
    Field(row: 259, leaf: 0x00000017, place: 0x3e000301, position: 0x01e4)
  }

  /// second four (4 ASCII bytes).
  @inlinable public static var socBrandPartB: Field {
    Field(row: 260, leaf: 0x00000017, place: 0x3e010301, position: 0x01e5)
  }

  /// third four (4 ASCII bytes).
  @inlinable public static var socBrandPartC: Field {
    Field(row: 261, leaf: 0x00000017, place: 0x3e020301, position: 0x01e6)
  }

  /// last four (4 ASCII bytes).
  @inlinable public static var socBrandPartD: Field {
    Field(row: 262, leaf: 0x00000017, place: 0x3e030301, position: 0x01e7)
  }

  /// highest subleaf of leaf 0x18 (subleaf number).
  @inlinable public static var tlbMaxSubleaf: Field {
    Field(row: 263, leaf: 0x00000018, place: 0x3e000000, position: 0x01f0)
  }

  /// holds 4 KiB pages.
  @inlinable public static var tlbPages4K: Field {
    Field(row: 264, leaf: 0x00000018, place: 0x00010f00, position: 0x01f1)
  }

  /// holds 2 MiB pages.
  @inlinable public static var tlbPages2M: Field {
    Field(row: 265, leaf: 0x00000018, place: 0x02110f00, position: 0x01f1)
  }

  /// holds 4 MiB pages.
  @inlinable public static var tlbPages4M: Field {
    Field(row: 266, leaf: 0x00000018, place: 0x04210f00, position: 0x01f1)
  }

  /// holds 1 GiB pages.
  @inlinable public static var tlbPages1G: Field {
    Field(row: 267, leaf: 0x00000018, place: 0x06310f00, position: 0x01f1)
  }

  /// 0 = shared freely among threads.
  @inlinable public static var tlbPartitioning: Field {
    Field(row: 268, leaf: 0x00000018, place: 0x14810f00, position: 0x01f1)
  }

  /// ways of associativity (ways).
  @inlinable public static var tlbWays: Field {
    Field(row: 269, leaf: 0x00000018, place: 0x3f010f00, position: 0x01f1)
  }

  /// number of sets (not less one) (sets).
  @inlinable public static var tlbSets: Field {
    Field(row: 270, leaf: 0x00000018, place: 0x3e020f00, position: 0x01f2)
  }

  /// 0 invalid subleaf, 1 data, 2 instruction, 3 unified, 4 load only, 5 store only.
  @inlinable public static var tlbType: Field {
    Field(row: 271, leaf: 0x00000018, place: 0x08030f00, position: 0x01f3)
  }

  /// level counted from 1 (level).
  @inlinable public static var tlbLevel: Field {
    Field(row: 272, leaf: 0x00000018, place: 0x0e530f00, position: 0x01f3)
  }

  /// one set only.
  @inlinable public static var tlbFullyAssociative: Field {
    Field(row: 273, leaf: 0x00000018, place: 0x10830f00, position: 0x01f3)
  }

  /// room for logical processor ids that share it, less one (count-1).
  @inlinable public static var tlbThreadsSharing: Field {
    Field(row: 274, leaf: 0x00000018, place: 0x32e30f00, position: 0x01f3)
  }

  /// kernel-only handle restriction.
  @inlinable public static var keyLockerCpl0Only: Field {
    Field(row: 275, leaf: 0x00000019, place: 0x00000000, position: 0x0230)
  }

  /// no-encrypt restriction.
  @inlinable public static var keyLockerNoEncrypt: Field {
    Field(row: 276, leaf: 0x00000019, place: 0x02100000, position: 0x0230)
  }

  /// no-decrypt restriction.
  @inlinable public static var keyLockerNoDecrypt: Field {
    Field(row: 277, leaf: 0x00000019, place: 0x04200000, position: 0x0230)
  }

  /// instructions enabled now: CR4.KL and firmware activation (mirror, differs in time).
  @inlinable public static var keyLockerEnabled: Field {
    Field(row: 278, leaf: 0x00000019, place: 0x00010000, position: 0x0231)
  }

  /// wide AES key-locker instructions.
  @inlinable public static var keyLockerWide: Field {
    Field(row: 279, leaf: 0x00000019, place: 0x04210000, position: 0x0231)
  }

  /// wrapping-key backup MSRs.
  @inlinable public static var keyLockerBackup: Field {
    Field(row: 280, leaf: 0x00000019, place: 0x08410000, position: 0x0231)
  }

  /// NoBackup parameter of LOADIWKEY.
  @inlinable public static var keyLockerNoBackup: Field {
    Field(row: 281, leaf: 0x00000019, place: 0x00020000, position: 0x0232)
  }

  /// random wrapping key.
  @inlinable public static var keyLockerRandomKey: Field {
    Field(row: 282, leaf: 0x00000019, place: 0x02120000, position: 0x0232)
  }

  /// microarchitecture number within the core type (differs per CPU).
  @inlinable public static var nativeModelId: Field {
    Field(row: 283, leaf: 0x0000001a, place: 0x2e000000, position: 0x0234)
  }

  /// 0x20 Atom, 0x40 Core; differs per CPU; 0 when not hybrid.
  @inlinable public static var coreType: Field {
    Field(row: 284, leaf: 0x0000001a, place: 0x3f800000, position: 0x0234)
  }

  /// 0 ends the list, 1 target ids; meaningful with PCONFIG.
  @inlinable public static var pconfigSubleafType: Field {
    Field(row: 285, leaf: 0x0000001b, place: 0x16000700, position: 0x0238)
  }

  /// target id (1 = memory encryption).
  @inlinable public static var pconfigTarget1: Field {
    Field(row: 286, leaf: 0x0000001b, place: 0x3e010700, position: 0x0239)
  }

  /// target id.
  @inlinable public static var pconfigTarget2: Field {
    Field(row: 287, leaf: 0x0000001b, place: 0x3e020700, position: 0x023a)
  }

  /// target id.
  @inlinable public static var pconfigTarget3: Field {
    Field(row: 288, leaf: 0x0000001b, place: 0x3e030700, position: 0x023b)
  }

  /// depth 8*(n+1) is supported; meaningful with ARCH_LBR (8 entries).
  @inlinable public static var archLbrDepths: Field {
    Field(row: 289, leaf: 0x0000001c, place: 0x0e000000, position: 0x0258)
  }

  /// records may be lost in C-states deeper than C1.
  @inlinable public static var archLbrDeepCReset: Field {
    Field(row: 290, leaf: 0x0000001c, place: 0x3de00000, position: 0x0258)
  }

  /// addresses are linear (CS base included).
  @inlinable public static var archLbrIpIsLip: Field {
    Field(row: 291, leaf: 0x0000001c, place: 0x3ff00000, position: 0x0258)
  }

  /// filter by privilege level.
  @inlinable public static var archLbrCplFilter: Field {
    Field(row: 292, leaf: 0x0000001c, place: 0x00010000, position: 0x0259)
  }

  /// filter by branch type.
  @inlinable public static var archLbrBranchFilter: Field {
    Field(row: 293, leaf: 0x0000001c, place: 0x02110000, position: 0x0259)
  }

  /// call-stack mode.
  @inlinable public static var archLbrCallStack: Field {
    Field(row: 294, leaf: 0x0000001c, place: 0x04210000, position: 0x0259)
  }

  /// misprediction flag recorded.
  @inlinable public static var archLbrMispredict: Field {
    Field(row: 295, leaf: 0x0000001c, place: 0x00020000, position: 0x025a)
  }

  /// cycle count recorded.
  @inlinable public static var archLbrTimed: Field {
    Field(row: 296, leaf: 0x0000001c, place: 0x02120000, position: 0x025a)
  }

  /// branch type recorded.
  @inlinable public static var archLbrBranchType: Field {
    Field(row: 297, leaf: 0x0000001c, place: 0x04220000, position: 0x025a)
  }

  /// counters whose events are logged.
  @inlinable public static var archLbrEventLogging: Field {
    Field(row: 298, leaf: 0x0000001c, place: 0x27020000, position: 0x025a)
  }

  /// highest palette; 0 without AMX_TILE (palette).
  @inlinable public static var amxMaxPalette: Field {
    Field(row: 299, leaf: 0x0000001d, place: 0x3e000000, position: 0x025c)
  }

  /// bytes of all tiles; must equal the size of XCR0 component 18 (bytes).
  @inlinable public static var amxTotalTileBytes: Field {
    Field(row: 300, leaf: 0x0000001d, place: 0x1e000101, position: 0x0260)
  }

  /// bytes of one tile (bytes).
  @inlinable public static var amxTileBytes: Field {
    Field(row: 301, leaf: 0x0000001d, place: 0x3f000101, position: 0x0260)
  }

  /// bytes of a row (bytes).
  @inlinable public static var amxRowBytes: Field {
    Field(row: 302, leaf: 0x0000001d, place: 0x1e010101, position: 0x0261)
  }

  /// number of tiles (tiles).
  @inlinable public static var amxTileCount: Field {
    Field(row: 303, leaf: 0x0000001d, place: 0x3f010101, position: 0x0261)
  }

  /// rows of a tile (rows).
  @inlinable public static var amxRowsMax: Field {
    Field(row: 304, leaf: 0x0000001d, place: 0x1e020101, position: 0x0262)
  }

  /// highest subleaf of leaf 0x1e (subleaf number).
  @inlinable public static var tmulMaxSubleaf: Field {
    Field(row: 305, leaf: 0x0000001e, place: 0x3e000000, position: 0x0264)
  }

  /// rows or columns of the multiplier (rows).
  @inlinable public static var tmulMaxK: Field {
    Field(row: 306, leaf: 0x0000001e, place: 0x0e010000, position: 0x0265)
  }

  /// column bytes of the multiplier (bytes).
  @inlinable public static var tmulMaxN: Field {
    Field(row: 307, leaf: 0x0000001e, place: 0x2e810000, position: 0x0265)
  }

  /// repeats AMX_INT8.
  @inlinable public static var amxInt8Alias: Field {
    Field(row: 308, leaf: 0x0000001e, place: 0x00000101, position: 0x0268)
  }

  /// repeats AMX_BF16.
  @inlinable public static var amxBf16Alias: Field {
    Field(row: 309, leaf: 0x0000001e, place: 0x02100101, position: 0x0268)
  }

  /// repeats AMX_COMPLEX.
  @inlinable public static var amxComplexAlias: Field {
    Field(row: 310, leaf: 0x0000001e, place: 0x04200101, position: 0x0268)
  }

  /// repeats AMX_FP16.
  @inlinable public static var amxFp16Alias: Field {
    Field(row: 311, leaf: 0x0000001e, place: 0x06300101, position: 0x0268)
  }

  /// tile 8-bit float multiply.
  @inlinable public static var amxFp8: Field {
    Field(row: 312, leaf: 0x0000001e, place: 0x08400101, position: 0x0268)
  }

  /// tile transpose (withdrawn before products).
  @inlinable public static var amxTranspose: Field {
    Field(row: 313, leaf: 0x0000001e, place: 0x0a500101, position: 0x0268)
  }

  /// tile TF32 multiply.
  @inlinable public static var amxTf32: Field {
    Field(row: 314, leaf: 0x0000001e, place: 0x0c600101, position: 0x0268)
  }

  /// tile-to-vector moves.
  @inlinable public static var amxAvx512: Field {
    Field(row: 315, leaf: 0x0000001e, place: 0x0e700101, position: 0x0268)
  }

  /// tile loads with read-shared hint.
  @inlinable public static var amxMovrs: Field {
    Field(row: 316, leaf: 0x0000001e, place: 0x10800101, position: 0x0268)
  }

  /// as leaf 0xb, with more level types (bits).
  @inlinable public static var topologyV2Shift: Field {
    Field(row: 317, leaf: 0x0000001f, place: 0x08000700, position: 0x026c)
  }

  /// logical processors at this level (count).
  @inlinable public static var topologyV2LogicalCount: Field {
    Field(row: 318, leaf: 0x0000001f, place: 0x1e010700, position: 0x026d)
  }

  /// echo of the subleaf asked (count).
  @inlinable public static var topologyV2LevelNumber: Field {
    Field(row: 319, leaf: 0x0000001f, place: 0x0e020700, position: 0x026e)
  }

  /// 0 none, 1 thread, 2 core, 3 module, 4 tile, 5 die, 6 die group.
  @inlinable public static var topologyV2LevelType: Field {
    Field(row: 320, leaf: 0x0000001f, place: 0x1e820700, position: 0x026e)
  }

  /// 32-bit id of the CPU that asks (APIC id).
  @inlinable public static var topologyV2X2ApicId: Field {
    Field(row: 321, leaf: 0x0000001f, place: 0x3e030700, position: 0x026f)
  }

  /// number of subleaves; meaningful with HRESET (count).
  @inlinable public static var hresetSubleafCount: Field {
    Field(row: 322, leaf: 0x00000020, place: 0x3e000000, position: 0x028c)
  }

  /// HRESET may clear thread-director history.
  @inlinable public static var hresetThreadDirector: Field {
    Field(row: 323, leaf: 0x00000020, place: 0x00010000, position: 0x028d)
  }

  /// HRESET targets not assigned yet.
  @inlinable public static var hresetOther: Field {
    Field(row: 324, leaf: 0x00000020, place: 0x3e110000, position: 0x028d)
  }

  /// highest subleaf of the TDX leaf, as the TDX module fills it (subleaf number).
  @inlinable public static var tdxMaxSubleaf: Field {
    Field(row: 325, leaf: 0x00000021, place: 0x3e000000, position: 0x0290)
  }

  /// "Inte" in a TDX guest, zero elsewhere (4 ASCII bytes).
  @inlinable public static var tdxVendorPart1: Field {
    Field(row: 326, leaf: 0x00000021, place: 0x3e010000, position: 0x0291)
  }

  /// four blanks in a TDX guest (4 ASCII bytes).
  @inlinable public static var tdxVendorPart3: Field {
    Field(row: 327, leaf: 0x00000021, place: 0x3e020000, position: 0x0292)
  }

  /// "lTDX" in a TDX guest (4 ASCII bytes).
  @inlinable public static var tdxVendorPart2: Field {
    Field(row: 328, leaf: 0x00000021, place: 0x3e030000, position: 0x0293)
  }

  /// subleaf 0 is valid; meaningful with ARCH_PERF_MON.
  @inlinable public static var perfmonSubleaf0: Field {
    Field(row: 329, leaf: 0x00000023, place: 0x00000000, position: 0x0294)
  }

  /// subleaf 1 is valid.
  @inlinable public static var perfmonCountersSubleaf: Field {
    Field(row: 330, leaf: 0x00000023, place: 0x02100000, position: 0x0294)
  }

  /// subleaf 2 is valid (auto counter reload).
  @inlinable public static var perfmonReloadSubleaf: Field {
    Field(row: 331, leaf: 0x00000023, place: 0x04200000, position: 0x0294)
  }

  /// subleaf 3 is valid.
  @inlinable public static var perfmonEventsSubleaf: Field {
    Field(row: 332, leaf: 0x00000023, place: 0x06300000, position: 0x0294)
  }

  /// subleaf 4 is valid.
  @inlinable public static var perfmonPebsCapsSubleaf: Field {
    Field(row: 333, leaf: 0x00000023, place: 0x08400000, position: 0x0294)
  }

  /// subleaf 5 is valid.
  @inlinable public static var perfmonPebsSubleaf: Field {
    Field(row: 334, leaf: 0x00000023, place: 0x0a500000, position: 0x0294)
  }

  /// second unit mask in event select MSRs.
  @inlinable public static var perfmonUnitMask2: Field {
    Field(row: 335, leaf: 0x00000023, place: 0x00010000, position: 0x0295)
  }

  /// equal-compare bit in event select MSRs.
  @inlinable public static var perfmonEqualBit: Field {
    Field(row: 336, leaf: 0x00000023, place: 0x02110000, position: 0x0295)
  }

  /// RDPMC can be denied to user mode per counter.
  @inlinable public static var perfmonRdpmcUserDisable: Field {
    Field(row: 337, leaf: 0x00000023, place: 0x04210000, position: 0x0295)
  }

  /// slots per cycle for top-down formulas (differs per core type) (slots).
  @inlinable public static var perfmonSlotsPerCycle: Field {
    Field(row: 338, leaf: 0x00000023, place: 0x0e020000, position: 0x0296)
  }

  /// general counters present.
  @inlinable public static var perfmonGeneralCounters: Field {
    Field(row: 339, leaf: 0x00000023, place: 0x3e000101, position: 0x0298)
  }

  /// fixed counters present.
  @inlinable public static var perfmonFixedCounters: Field {
    Field(row: 340, leaf: 0x00000023, place: 0x3e010101, position: 0x0299)
  }

  /// general counters that can be reloaded.
  @inlinable public static var perfmonReloadGeneral: Field {
    Field(row: 341, leaf: 0x00000023, place: 0x3e000202, position: 0x029c)
  }

  /// fixed counters that can be reloaded.
  @inlinable public static var perfmonReloadFixed: Field {
    Field(row: 342, leaf: 0x00000023, place: 0x3e010202, position: 0x029d)
  }

  /// general counters that can cause a reload.
  @inlinable public static var perfmonReloadCauseGeneral: Field {
    Field(row: 343, leaf: 0x00000023, place: 0x3e020202, position: 0x029e)
  }

  /// fixed counters that can cause a reload.
  @inlinable public static var perfmonReloadCauseFixed: Field {
    Field(row: 344, leaf: 0x00000023, place: 0x3e030202, position: 0x029f)
  }

  /// event: core cycles.
  @inlinable public static var perfmonCoreCycles: Field {
    Field(row: 345, leaf: 0x00000023, place: 0x00000303, position: 0x02a0)
  }

  /// event: instructions retired.
  @inlinable public static var perfmonInstructionsRetired: Field {
    Field(row: 346, leaf: 0x00000023, place: 0x02100303, position: 0x02a0)
  }

  /// event: reference cycles.
  @inlinable public static var perfmonReferenceCycles: Field {
    Field(row: 347, leaf: 0x00000023, place: 0x04200303, position: 0x02a0)
  }

  /// event: last-level cache references.
  @inlinable public static var perfmonLlcReferences: Field {
    Field(row: 348, leaf: 0x00000023, place: 0x06300303, position: 0x02a0)
  }

  /// event: last-level cache misses.
  @inlinable public static var perfmonLlcMisses: Field {
    Field(row: 349, leaf: 0x00000023, place: 0x08400303, position: 0x02a0)
  }

  /// event: branches retired.
  @inlinable public static var perfmonBranchesRetired: Field {
    Field(row: 350, leaf: 0x00000023, place: 0x0a500303, position: 0x02a0)
  }

  /// event: mispredicted branches.
  @inlinable public static var perfmonBranchMispredicts: Field {
    Field(row: 351, leaf: 0x00000023, place: 0x0c600303, position: 0x02a0)
  }

  /// event: top-down slots.
  @inlinable public static var perfmonTopdownSlots: Field {
    Field(row: 352, leaf: 0x00000023, place: 0x0e700303, position: 0x02a0)
  }

  /// event: back-end bound.
  @inlinable public static var perfmonBackendBound: Field {
    Field(row: 353, leaf: 0x00000023, place: 0x10800303, position: 0x02a0)
  }

  /// event: bad speculation.
  @inlinable public static var perfmonBadSpeculation: Field {
    Field(row: 354, leaf: 0x00000023, place: 0x12900303, position: 0x02a0)
  }

  /// event: front-end bound.
  @inlinable public static var perfmonFrontendBound: Field {
    Field(row: 355, leaf: 0x00000023, place: 0x14a00303, position: 0x02a0)
  }

  /// event: retiring.
  @inlinable public static var perfmonRetiring: Field {
    Field(row: 356, leaf: 0x00000023, place: 0x16b00303, position: 0x02a0)
  }

  /// event: LBR inserts.
  @inlinable public static var perfmonLbrInserts: Field {
    Field(row: 357, leaf: 0x00000023, place: 0x18c00303, position: 0x02a0)
  }

  /// counters can be put in PEBS records by permission.
  @inlinable public static var pebsAllowInRecord: Field {
    Field(row: 358, leaf: 0x00000023, place: 0x06310404, position: 0x02a5)
  }

  /// record group: general counters.
  @inlinable public static var pebsGeneralCounters: Field {
    Field(row: 359, leaf: 0x00000023, place: 0x08410404, position: 0x02a5)
  }

  /// record group: fixed counters.
  @inlinable public static var pebsFixedCounters: Field {
    Field(row: 360, leaf: 0x00000023, place: 0x0a510404, position: 0x02a5)
  }

  /// record group: performance metrics.
  @inlinable public static var pebsMetrics: Field {
    Field(row: 361, leaf: 0x00000023, place: 0x0c610404, position: 0x02a5)
  }

  /// record group: LBR sizes.
  @inlinable public static var pebsLbr: Field {
    Field(row: 362, leaf: 0x00000023, place: 0x12810404, position: 0x02a5)
  }

  /// record group: extended registers.
  @inlinable public static var pebsXer: Field {
    Field(row: 363, leaf: 0x00000023, place: 0x2f010404, position: 0x02a5)
  }

  /// record group: general registers.
  @inlinable public static var pebsGpr: Field {
    Field(row: 364, leaf: 0x00000023, place: 0x3bd10404, position: 0x02a5)
  }

  /// record group: memory auxiliary data.
  @inlinable public static var pebsAux: Field {
    Field(row: 365, leaf: 0x00000023, place: 0x3de10404, position: 0x02a5)
  }

  /// general counters that do PEBS.
  @inlinable public static var pebsGeneralBitmap: Field {
    Field(row: 366, leaf: 0x00000023, place: 0x3e000505, position: 0x02a8)
  }

  /// general counters with precise distribution.
  @inlinable public static var pebsPreciseGeneralBitmap: Field {
    Field(row: 367, leaf: 0x00000023, place: 0x3e010505, position: 0x02a9)
  }

  /// fixed counters that do PEBS.
  @inlinable public static var pebsFixedBitmap: Field {
    Field(row: 368, leaf: 0x00000023, place: 0x3e020505, position: 0x02aa)
  }

  /// fixed counters with precise distribution.
  @inlinable public static var pebsPreciseFixedBitmap: Field {
    Field(row: 369, leaf: 0x00000023, place: 0x3e030505, position: 0x02ab)
  }

  /// highest subleaf of leaf 0x24; meaningful with AVX10 (subleaf number).
  @inlinable public static var avx10MaxSubleaf: Field {
    Field(row: 370, leaf: 0x00000024, place: 0x3e000000, position: 0x02ac)
  }

  /// AVX10 version; zero without the AVX10 bit (version).
  @inlinable public static var avx10Version: Field {
    Field(row: 371, leaf: 0x00000024, place: 0x0e010000, position: 0x02ad)
  }

  /// 128-bit vectors (now always set).
  @inlinable public static var avx10Vector128: Field {
    Field(row: 372, leaf: 0x00000024, place: 0x21010000, position: 0x02ad)
  }

  /// 256-bit vectors (now always set).
  @inlinable public static var avx10Vector256: Field {
    Field(row: 373, leaf: 0x00000024, place: 0x23110000, position: 0x02ad)
  }

  /// 512-bit vectors.
  @inlinable public static var avx10Vector512: Field {
    Field(row: 374, leaf: 0x00000024, place: 0x25210000, position: 0x02ad)
  }

  /// AVX10.2 integer dot products.
  @inlinable public static var avx10VnniInt: Field {
    Field(row: 375, leaf: 0x00000024, place: 0x04220101, position: 0x02b2)
  }

  /// highest monitoring id for this core type (RMID).
  @inlinable public static var asymmetricRmidMax: Field {
    Field(row: 376, leaf: 0x00000027, place: 0x3e010000, position: 0x02b5)
  }

  /// L3 monitoring described in subleaf 1.
  @inlinable public static var asymmetricL3Monitoring: Field {
    Field(row: 377, leaf: 0x00000027, place: 0x02130000, position: 0x02b7)
  }

  /// L3 allocation (subleaf 1).
  @inlinable public static var asymmetricL3Allocation: Field {
    Field(row: 378, leaf: 0x00000028, place: 0x02110000, position: 0x02b9)
  }

  /// L2 allocation (subleaf 2).
  @inlinable public static var asymmetricL2Allocation: Field {
    Field(row: 379, leaf: 0x00000028, place: 0x04210000, position: 0x02b9)
  }

  /// bandwidth allocation (subleaf 3).
  @inlinable public static var asymmetricBandwidthAllocation: Field {
    Field(row: 380, leaf: 0x00000028, place: 0x06310000, position: 0x02b9)
  }

  /// cache bandwidth allocation (subleaf 5).
  @inlinable public static var asymmetricCacheBandwidth: Field {
    Field(row: 381, leaf: 0x00000028, place: 0x0a510000, position: 0x02b9)
  }

  /// resource id 6, not publicly described.
  @inlinable public static var asymmetricResource6: Field {
    Field(row: 382, leaf: 0x00000028, place: 0x0c610000, position: 0x02b9)
  }

  /// value of the undescribed resource.
  @inlinable public static var asymmetricResource6Limit: Field {
    Field(row: 383, leaf: 0x00000028, place: 0x3e000606, position: 0x02d0)
  }

  /// highest leaf of the first hypervisor range (Xen's low byte is the toolstack's choice) (leaf
  /// number).
  @inlinable public static var maxHypervisorLeaf: Field {
    Field(row: 384, leaf: 0x40000000, place: 0x3e040000, position: 0x02d4)
  }

  /// hypervisor name, characters 1-4 (order b, c, d) (4 ASCII bytes).
  @inlinable public static var hypervisorNamePart1: Field {
    Field(row: 385, leaf: 0x40000000, place: 0x3e050000, position: 0x02d5)
  }

  /// characters 5-8 (4 ASCII bytes).
  @inlinable public static var hypervisorNamePart2: Field {
    Field(row: 386, leaf: 0x40000000, place: 0x3e060000, position: 0x02d6)
  }

  /// characters 9-12 (4 ASCII bytes).
  @inlinable public static var hypervisorNamePart3: Field {
    Field(row: 387, leaf: 0x40000000, place: 0x3e070000, position: 0x02d7)
  }

  /// interface signature Hv#1 (also shown by Xen's Viridian and KVM's Hyper-V modes) (4 ASCII
  /// bytes).
  @inlinable public static var hypervInterfaceName: Field {
    Field(row: 388, leaf: 0x40000001, place: 0x3e040000, position: 0x02d8)
  }

  /// paravirtual clock, old MSRs.
  @inlinable public static var kvmClockSource: Field {
    Field(row: 389, leaf: 0x40000001, place: 0x00040000, position: 0x02d8)
  }

  /// minor version.
  @inlinable public static var xenMinorVersion: Field {
    Field(row: 390, leaf: 0x40000001, place: 0x1e040000, position: 0x02d8)
  }

  /// no I/O delays needed.
  @inlinable public static var kvmNopIoDelay: Field {
    Field(row: 391, leaf: 0x40000001, place: 0x02140000, position: 0x02d8)
  }

  /// paravirtual MMU (removed).
  @inlinable public static var kvmMmuOp: Field {
    Field(row: 392, leaf: 0x40000001, place: 0x04240000, position: 0x02d8)
  }

  /// paravirtual clock, new MSRs.
  @inlinable public static var kvmClockSource2: Field {
    Field(row: 393, leaf: 0x40000001, place: 0x06340000, position: 0x02d8)
  }

  /// asynchronous page faults, exception form.
  @inlinable public static var kvmAsyncPageFault: Field {
    Field(row: 394, leaf: 0x40000001, place: 0x08440000, position: 0x02d8)
  }

  /// stolen-time record.
  @inlinable public static var kvmStealTime: Field {
    Field(row: 395, leaf: 0x40000001, place: 0x0a540000, position: 0x02d8)
  }

  /// paravirtual end of interrupt.
  @inlinable public static var kvmPvEoi: Field {
    Field(row: 396, leaf: 0x40000001, place: 0x0c640000, position: 0x02d8)
  }

  /// paravirtual spinlock kick.
  @inlinable public static var kvmPvUnhalt: Field {
    Field(row: 397, leaf: 0x40000001, place: 0x0e740000, position: 0x02d8)
  }

  /// paravirtual TLB flush.
  @inlinable public static var kvmPvTlbFlush: Field {
    Field(row: 398, leaf: 0x40000001, place: 0x12940000, position: 0x02d8)
  }

  /// asynchronous page faults may exit to a nested host.
  @inlinable public static var kvmAsyncPageFaultVmexit: Field {
    Field(row: 399, leaf: 0x40000001, place: 0x14a40000, position: 0x02d8)
  }

  /// paravirtual interrupts between CPUs.
  @inlinable public static var kvmPvSendIpi: Field {
    Field(row: 400, leaf: 0x40000001, place: 0x16b40000, position: 0x02d8)
  }

  /// guest controls host polling.
  @inlinable public static var kvmPollControl: Field {
    Field(row: 401, leaf: 0x40000001, place: 0x18c40000, position: 0x02d8)
  }

  /// directed yield hypercall.
  @inlinable public static var kvmPvSchedYield: Field {
    Field(row: 402, leaf: 0x40000001, place: 0x1ad40000, position: 0x02d8)
  }

  /// asynchronous page faults, interrupt form.
  @inlinable public static var kvmAsyncPageFaultInterrupt: Field {
    Field(row: 403, leaf: 0x40000001, place: 0x1ce40000, position: 0x02d8)
  }

  /// 15-bit interrupt destination ids.
  @inlinable public static var kvmMsiExtendedDestinationId: Field {
    Field(row: 404, leaf: 0x40000001, place: 0x1ef40000, position: 0x02d8)
  }

  /// hypercall to change page encryption state.
  @inlinable public static var kvmMapGpaRange: Field {
    Field(row: 405, leaf: 0x40000001, place: 0x21040000, position: 0x02d8)
  }

  /// major version.
  @inlinable public static var xenMajorVersion: Field {
    Field(row: 406, leaf: 0x40000001, place: 0x3f040000, position: 0x02d8)
  }

  /// guest can allow or forbid its migration.
  @inlinable public static var kvmMigrationControl: Field {
    Field(row: 407, leaf: 0x40000001, place: 0x23140000, position: 0x02d8)
  }

  /// paravirtual clock is stable across CPUs.
  @inlinable public static var kvmClockStable: Field {
    Field(row: 408, leaf: 0x40000001, place: 0x31840000, position: 0x02d8)
  }

  /// vCPUs are never preempted for long.
  @inlinable public static var kvmHintRealtime: Field {
    Field(row: 409, leaf: 0x40000001, place: 0x00070000, position: 0x02db)
  }

  /// build number of the hypervisor.
  @inlinable public static var hypervBuild: Field {
    Field(row: 410, leaf: 0x40000002, place: 0x3e040000, position: 0x02dc)
  }

  /// hypercall pages; 1 (pages).
  @inlinable public static var xenHypercallPages: Field {
    Field(row: 411, leaf: 0x40000002, place: 0x3e040000, position: 0x02dc)
  }

  /// major (31:16) and minor (15:0) version.
  @inlinable public static var hypervVersion: Field {
    Field(row: 412, leaf: 0x40000002, place: 0x3e050000, position: 0x02dd)
  }

  /// first MSR of Xen (0x40000000, or 0x40000200 when Viridian owns the first range) (MSR).
  @inlinable public static var xenMsrBase: Field {
    Field(row: 413, leaf: 0x40000002, place: 0x3e050000, position: 0x02dd)
  }

  /// service pack.
  @inlinable public static var hypervServicePack: Field {
    Field(row: 414, leaf: 0x40000002, place: 0x3e060000, position: 0x02de)
  }

  /// PV page-table update keeps accessed and dirty bits.
  @inlinable public static var xenMmuPtUpdatePreserveAd: Field {
    Field(row: 415, leaf: 0x40000002, place: 0x00060000, position: 0x02de)
  }

  /// service branch and number.
  @inlinable public static var hypervServiceBranch: Field {
    Field(row: 416, leaf: 0x40000002, place: 0x3e070000, position: 0x02df)
  }

  /// MSR access rights of the partition (reference counter, SynIC, timers, APIC, hypercall, reset
  /// ...).
  @inlinable public static var hypervPrivilegesLow: Field {
    Field(row: 417, leaf: 0x40000003, place: 0x3e000000, position: 0x02e0)
  }

  /// hypercall rights of the partition.
  @inlinable public static var hypervPrivilegesHigh: Field {
    Field(row: 418, leaf: 0x40000003, place: 0x3e010000, position: 0x02e1)
  }

  /// power management features.
  @inlinable public static var hypervPowerFeatures: Field {
    Field(row: 419, leaf: 0x40000003, place: 0x3e020000, position: 0x02e2)
  }

  /// debugging, XMM hypercall input, frequency MSRs, crash MSRs ....
  @inlinable public static var hypervMiscFeatures: Field {
    Field(row: 420, leaf: 0x40000003, place: 0x3e030000, position: 0x02e3)
  }

  /// TSC reads are emulated.
  @inlinable public static var xenTscEmulated: Field {
    Field(row: 421, leaf: 0x40000003, place: 0x00000000, position: 0x02e0)
  }

  /// host TSC is reliable.
  @inlinable public static var xenTscHostReliable: Field {
    Field(row: 422, leaf: 0x40000003, place: 0x02100000, position: 0x02e0)
  }

  /// boot CPU has RDTSCP.
  @inlinable public static var xenTscRdtscp: Field {
    Field(row: 423, leaf: 0x40000003, place: 0x04200000, position: 0x02e0)
  }

  /// tsc_mode of the domain.
  @inlinable public static var xenTscMode: Field {
    Field(row: 424, leaf: 0x40000003, place: 0x3e010000, position: 0x02e1)
  }

  /// guest TSC frequency (kHz).
  @inlinable public static var xenTscFrequency: Field {
    Field(row: 425, leaf: 0x40000003, place: 0x3e020000, position: 0x02e2)
  }

  /// number of migrations and restores (count).
  @inlinable public static var xenTscIncarnation: Field {
    Field(row: 426, leaf: 0x40000003, place: 0x3e030000, position: 0x02e3)
  }

  /// offset, low word (ns).
  @inlinable public static var xenTscOffsetLow: Field {
    Field(row: 427, leaf: 0x40000003, place: 0x3e000101, position: 0x02e4)
  }

  /// offset, high word (ns).
  @inlinable public static var xenTscOffsetHigh: Field {
    Field(row: 428, leaf: 0x40000003, place: 0x3e010101, position: 0x02e5)
  }

  /// TSC to ns multiplier.
  @inlinable public static var xenTscMultiplier: Field {
    Field(row: 429, leaf: 0x40000003, place: 0x3e020101, position: 0x02e6)
  }

  /// TSC to ns shift, signed byte.
  @inlinable public static var xenTscShift: Field {
    Field(row: 430, leaf: 0x40000003, place: 0x3e030101, position: 0x02e7)
  }

  /// host TSC frequency (kHz).
  @inlinable public static var xenHostTscFrequency: Field {
    Field(row: 431, leaf: 0x40000003, place: 0x3e000202, position: 0x02e8)
  }

  /// what the guest should use for speed (flush hypercalls, APIC MSRs, enlightened VMCS ...).
  @inlinable public static var hypervRecommendations: Field {
    Field(row: 432, leaf: 0x40000004, place: 0x3e040000, position: 0x02ec)
  }

  /// APIC register accesses are virtualised by hardware.
  @inlinable public static var xenHvmApicAccessVirtualised: Field {
    Field(row: 433, leaf: 0x40000004, place: 0x00040000, position: 0x02ec)
  }

  /// x2APIC accesses are virtualised by hardware.
  @inlinable public static var xenHvmX2ApicVirtualised: Field {
    Field(row: 434, leaf: 0x40000004, place: 0x02140000, position: 0x02ec)
  }

  /// foreign and grant pages have IOMMU mappings.
  @inlinable public static var xenHvmIommuMappings: Field {
    Field(row: 435, leaf: 0x40000004, place: 0x04240000, position: 0x02ec)
  }

  /// EBX holds the vCPU id.
  @inlinable public static var xenHvmVcpuIdPresent: Field {
    Field(row: 436, leaf: 0x40000004, place: 0x06340000, position: 0x02ec)
  }

  /// ECX holds the domain id.
  @inlinable public static var xenHvmDomainIdPresent: Field {
    Field(row: 437, leaf: 0x40000004, place: 0x08440000, position: 0x02ec)
  }

  /// 15-bit interrupt destination ids.
  @inlinable public static var xenHvmExtendedDestinationId: Field {
    Field(row: 438, leaf: 0x40000004, place: 0x0a540000, position: 0x02ec)
  }

  /// event-channel upcall vector per vCPU.
  @inlinable public static var xenHvmUpcallVector: Field {
    Field(row: 439, leaf: 0x40000004, place: 0x0c640000, position: 0x02ec)
  }

  /// spins before a notify hypercall; all ones = never (retries).
  @inlinable public static var hypervSpinlockRetries: Field {
    Field(row: 440, leaf: 0x40000004, place: 0x3e050000, position: 0x02ed)
  }

  /// id of the vCPU that asks (id).
  @inlinable public static var xenHvmVcpuId: Field {
    Field(row: 441, leaf: 0x40000004, place: 0x3e050000, position: 0x02ed)
  }

  /// physical address bits implemented (6:0) (bits).
  @inlinable public static var hypervImplementedPhysicalBits: Field {
    Field(row: 442, leaf: 0x40000004, place: 0x3e060000, position: 0x02ee)
  }

  /// domain id; changes on migration (id).
  @inlinable public static var xenHvmDomainId: Field {
    Field(row: 443, leaf: 0x40000004, place: 0x3e060000, position: 0x02ee)
  }

  /// virtual processors supported (count).
  @inlinable public static var hypervMaxVirtualProcessors: Field {
    Field(row: 444, leaf: 0x40000005, place: 0x3e040000, position: 0x02f0)
  }

  /// logical processors supported (count).
  @inlinable public static var hypervMaxLogicalProcessors: Field {
    Field(row: 445, leaf: 0x40000005, place: 0x3e050000, position: 0x02f1)
  }

  /// machine address width for PV guests (bits).
  @inlinable public static var xenPvMachineAddressWidth: Field {
    Field(row: 446, leaf: 0x40000005, place: 0x0e050000, position: 0x02f1)
  }

  /// physical interrupt vectors for remapping (count).
  @inlinable public static var hypervMaxInterruptVectors: Field {
    Field(row: 447, leaf: 0x40000005, place: 0x3e060000, position: 0x02f2)
  }

  /// hardware features in use by the hypervisor.
  @inlinable public static var hypervHardwareFeatures: Field {
    Field(row: 448, leaf: 0x40000006, place: 0x3e040000, position: 0x02f4)
  }

  /// CPU management features, root partition only.
  @inlinable public static var hypervRootFeaturesA: Field {
    Field(row: 449, leaf: 0x40000007, place: 0x3e040000, position: 0x02f8)
  }

  /// CPU management features, root partition only.
  @inlinable public static var hypervRootFeaturesB: Field {
    Field(row: 450, leaf: 0x40000007, place: 0x3e050000, position: 0x02f9)
  }

  /// shared virtual memory features, root partition only.
  @inlinable public static var hypervSvmFeatures: Field {
    Field(row: 451, leaf: 0x40000008, place: 0x3e040000, position: 0x02fc)
  }

  /// shared virtual memory, second word.
  @inlinable public static var hypervSvmFeaturesB: Field {
    Field(row: 452, leaf: 0x40000008, place: 0x3e050000, position: 0x02fd)
  }

  /// shared virtual memory, third word.
  @inlinable public static var hypervSvmFeaturesC: Field {
    Field(row: 453, leaf: 0x40000008, place: 0x3e060000, position: 0x02fe)
  }

  /// nested virtualisation features (enlightened VMCS versions, flush, bitmap ...).
  @inlinable public static var hypervNestedFeatures: Field {
    Field(row: 454, leaf: 0x4000000a, place: 0x3e040000, position: 0x0300)
  }

  /// nested virtualisation features, second word.
  @inlinable public static var hypervNestedFeaturesB: Field {
    Field(row: 455, leaf: 0x4000000a, place: 0x3e050000, position: 0x0301)
  }

  /// not described; seen in root partitions.
  @inlinable public static var hypervLeafBWord: Field {
    Field(row: 456, leaf: 0x4000000b, place: 0x3e040000, position: 0x0304)
  }

  /// highest leaf of the second hypervisor range (Xen moves there when Viridian owns the first)
  /// (leaf number).
  @inlinable public static var maxSecondHypervisorLeaf: Field {
    Field(row: 457, leaf: 0x40000100, place: 0x3e040000, position: 0x0308)
  }

  /// highest extended leaf, as a full number 0x8000xxxx; smaller values mean no extended range
  /// (leaf number).
  @inlinable public static var maxExtendedLeaf: Field {
    Field(row: 458, leaf: 0x80000000, place: 0x3e040000, position: 0x030c)
  }

  /// vendor name again, characters 1-4; zero on Intel (4 ASCII bytes).
  @inlinable public static var extendedVendorPart1: Field {
    Field(row: 459, leaf: 0x80000000, place: 0x3e050000, position: 0x030d)
  }

  /// vendor name again, characters 9-12 (4 ASCII bytes).
  @inlinable public static var extendedVendorPart3: Field {
    Field(row: 460, leaf: 0x80000000, place: 0x3e060000, position: 0x030e)
  }

  /// vendor name again, characters 5-8 (4 ASCII bytes).
  @inlinable public static var extendedVendorPart2: Field {
    Field(row: 461, leaf: 0x80000000, place: 0x3e070000, position: 0x030f)
  }

  /// stepping again; on early AMD parts (K5, K6) the fields can differ from leaf 1.
  @inlinable public static var extendedSteppingId: Field {
    Field(row: 462, leaf: 0x80000001, place: 0x06040000, position: 0x0310)
  }

  /// model again.
  @inlinable public static var extendedBaseModel: Field {
    Field(row: 463, leaf: 0x80000001, place: 0x0e440000, position: 0x0310)
  }

  /// family again (K5 to Athlon: leaf 1 family + 1).
  @inlinable public static var extendedBaseFamily: Field {
    Field(row: 464, leaf: 0x80000001, place: 0x16840000, position: 0x0310)
  }

  /// type again, Transmeta.
  @inlinable public static var extendedProcessorType: Field {
    Field(row: 465, leaf: 0x80000001, place: 0x1ac40000, position: 0x0310)
  }

  /// extended model again.
  @inlinable public static var extendedExtendedModel: Field {
    Field(row: 466, leaf: 0x80000001, place: 0x27040000, position: 0x0310)
  }

  /// extended family again.
  @inlinable public static var extendedExtendedFamily: Field {
    Field(row: 467, leaf: 0x80000001, place: 0x37440000, position: 0x0310)
  }

  /// brand number, meaning depends on family and package.
  @inlinable public static var extendedBrandId: Field {
    Field(row: 468, leaf: 0x80000001, place: 0x1e050000, position: 0x0311)
  }

  /// socket code; meaning depends on family.
  @inlinable public static var packageType: Field {
    Field(row: 469, leaf: 0x80000001, place: 0x3fc50000, position: 0x0311)
  }

  /// EFER.TCE limits what INVLPG-type instructions flush.
  @inlinable public static var translationCacheExtension: Field {
    Field(row: 470, leaf: 0x80000001, place: 0x23160000, position: 0x0312)
  }

  /// six core counters at new MSR numbers.
  @inlinable public static var corePerformanceCounters: Field {
    Field(row: 471, leaf: 0x80000001, place: 0x2f760000, position: 0x0312)
  }

  /// northbridge or data-fabric counters.
  @inlinable public static var northbridgeCounters: Field {
    Field(row: 472, leaf: 0x80000001, place: 0x31860000, position: 0x0312)
  }

  /// streaming performance monitor, early family 15h documents.
  @inlinable public static var streamingPerformanceMonitor: Field {
    Field(row: 473, leaf: 0x80000001, place: 0x33960000, position: 0x0312)
  }

  /// counter that runs at a fixed rate with performance sampling (size in 0x80000008 ECX).
  @inlinable public static var performanceTsc: Field {
    Field(row: 474, leaf: 0x80000001, place: 0x37b60000, position: 0x0312)
  }

  /// L2 (family 16h) or L3 (17h+) counters.
  @inlinable public static var llcPerformanceCounters: Field {
    Field(row: 475, leaf: 0x80000001, place: 0x39c60000, position: 0x0312)
  }

  /// reserved for AMD extensions.
  @inlinable public static var ecx31Ext1: Field {
    Field(row: 476, leaf: 0x80000001, place: 0x3ff60000, position: 0x0312)
  }

  /// AMD and compatible parts repeat FPU; zero on Intel.
  @inlinable public static var extFpu: Field {
    Field(row: 477, leaf: 0x80000001, place: 0x00070000, position: 0x0313)
  }

  /// repeats VME.
  @inlinable public static var extVme: Field {
    Field(row: 478, leaf: 0x80000001, place: 0x02170000, position: 0x0313)
  }

  /// repeats DE.
  @inlinable public static var extDe: Field {
    Field(row: 479, leaf: 0x80000001, place: 0x04270000, position: 0x0313)
  }

  /// repeats PSE.
  @inlinable public static var extPse: Field {
    Field(row: 480, leaf: 0x80000001, place: 0x06370000, position: 0x0313)
  }

  /// repeats TSC.
  @inlinable public static var extTsc: Field {
    Field(row: 481, leaf: 0x80000001, place: 0x08470000, position: 0x0313)
  }

  /// repeats MSR.
  @inlinable public static var extMsr: Field {
    Field(row: 482, leaf: 0x80000001, place: 0x0a570000, position: 0x0313)
  }

  /// repeats PAE.
  @inlinable public static var extPae: Field {
    Field(row: 483, leaf: 0x80000001, place: 0x0c670000, position: 0x0313)
  }

  /// repeats MCE.
  @inlinable public static var extMce: Field {
    Field(row: 484, leaf: 0x80000001, place: 0x0e770000, position: 0x0313)
  }

  /// repeats CX8.
  @inlinable public static var extCx8: Field {
    Field(row: 485, leaf: 0x80000001, place: 0x10870000, position: 0x0313)
  }

  /// repeats APIC, dynamic in the same way.
  @inlinable public static var extApic: Field {
    Field(row: 486, leaf: 0x80000001, place: 0x12970000, position: 0x0313)
  }

  /// SYSCALL in the form of the first K6 parts.
  @inlinable public static var extSyscallEarly: Field {
    Field(row: 487, leaf: 0x80000001, place: 0x14a70000, position: 0x0313)
  }

  /// repeats MTRR.
  @inlinable public static var extMtrr: Field {
    Field(row: 488, leaf: 0x80000001, place: 0x18c70000, position: 0x0313)
  }

  /// repeats PGE.
  @inlinable public static var extPge: Field {
    Field(row: 489, leaf: 0x80000001, place: 0x1ad70000, position: 0x0313)
  }

  /// repeats MCA.
  @inlinable public static var extMca: Field {
    Field(row: 490, leaf: 0x80000001, place: 0x1ce70000, position: 0x0313)
  }

  /// repeats CMOV.
  @inlinable public static var extCmov: Field {
    Field(row: 491, leaf: 0x80000001, place: 0x1ef70000, position: 0x0313)
  }

  /// repeats PAT (on K6/K7 it stood for FCMOV).
  @inlinable public static var extPat: Field {
    Field(row: 492, leaf: 0x80000001, place: 0x21070000, position: 0x0313)
  }

  /// repeats PSE36.
  @inlinable public static var extPse36: Field {
    Field(row: 493, leaf: 0x80000001, place: 0x23170000, position: 0x0313)
  }

  /// reserved; set on a few early K8 parts.
  @inlinable public static var extSerialNumber: Field {
    Field(row: 494, leaf: 0x80000001, place: 0x25270000, position: 0x0313)
  }

  /// Athlon MP and early Opteron: fit for several sockets.
  @inlinable public static var multiprocessorCapable: Field {
    Field(row: 495, leaf: 0x80000001, place: 0x27370000, position: 0x0313)
  }

  /// repeats MMX.
  @inlinable public static var extMmx: Field {
    Field(row: 496, leaf: 0x80000001, place: 0x2f770000, position: 0x0313)
  }

  /// repeats FXSR.
  @inlinable public static var extFxsr: Field {
    Field(row: 497, leaf: 0x80000001, place: 0x31870000, position: 0x0313)
  }

  /// brand, characters 1-4 (NUL padded, little endian) (4 ASCII bytes).
  @inlinable public static var brandStringPart1: Field {
    Field(row: 498, leaf: 0x80000002, place: 0x3e040000, position: 0x0314)
  }

  /// characters 5-8 (4 ASCII bytes).
  @inlinable public static var brandStringPart2: Field {
    Field(row: 499, leaf: 0x80000002, place: 0x3e050000, position: 0x0315)
  }

  /// characters 9-12 (4 ASCII bytes).
  @inlinable public static var brandStringPart3: Field {
    Field(row: 500, leaf: 0x80000002, place: 0x3e060000, position: 0x0316)
  }

  /// characters 13-16 (4 ASCII bytes).
  @inlinable public static var brandStringPart4: Field {
    Field(row: 501, leaf: 0x80000002, place: 0x3e070000, position: 0x0317)
  }

  /// characters 17-20 (4 ASCII bytes).
  @inlinable public static var brandStringPart5: Field {
    Field(row: 502, leaf: 0x80000003, place: 0x3e040000, position: 0x0318)
  }

  /// characters 21-24 (4 ASCII bytes).
  @inlinable public static var brandStringPart6: Field {
    Field(row: 503, leaf: 0x80000003, place: 0x3e050000, position: 0x0319)
  }

  /// characters 25-28 (4 ASCII bytes).
  @inlinable public static var brandStringPart7: Field {
    Field(row: 504, leaf: 0x80000003, place: 0x3e060000, position: 0x031a)
  }

  /// characters 29-32 (4 ASCII bytes).
  @inlinable public static var brandStringPart8: Field {
    Field(row: 505, leaf: 0x80000003, place: 0x3e070000, position: 0x031b)
  }

  /// characters 33-36 (4 ASCII bytes).
  @inlinable public static var brandStringPart9: Field {
    Field(row: 506, leaf: 0x80000004, place: 0x3e040000, position: 0x031c)
  }

  /// characters 37-40 (4 ASCII bytes).
  @inlinable public static var brandStringPart10: Field {
    Field(row: 507, leaf: 0x80000004, place: 0x3e050000, position: 0x031d)
  }

  /// characters 41-44 (4 ASCII bytes).
  @inlinable public static var brandStringPart11: Field {
    Field(row: 508, leaf: 0x80000004, place: 0x3e060000, position: 0x031e)
  }

  /// characters 45-48 (4 ASCII bytes).
  @inlinable public static var brandStringPart12: Field {
    Field(row: 509, leaf: 0x80000004, place: 0x3e070000, position: 0x031f)
  }

  /// L1 instruction TLB, 2M/4M pages (a 4M page takes two); zero on Intel (entries).
  @inlinable public static var l1ItlbLargeEntries: Field {
    Field(row: 510, leaf: 0x80000005, place: 0x0e040000, position: 0x0320)
  }

  /// 0xff full, 1 direct, else ways (ways).
  @inlinable public static var l1ItlbLargeAssociativity: Field {
    Field(row: 511, leaf: 0x80000005, place: 0x1e840000, position: 0x0320)
  }

  /// L1 data TLB, 2M/4M pages (entries).
  @inlinable public static var l1DtlbLargeEntries: Field {
    Field(row: 512, leaf: 0x80000005, place: 0x2f040000, position: 0x0320)
  }

  /// 0xff full, 1 direct, else ways (ways).
  @inlinable public static var l1DtlbLargeAssociativity: Field {
    Field(row: 513, leaf: 0x80000005, place: 0x3f840000, position: 0x0320)
  }

  /// L1 instruction TLB, 4K pages (entries).
  @inlinable public static var l1Itlb4KEntries: Field {
    Field(row: 514, leaf: 0x80000005, place: 0x0e050000, position: 0x0321)
  }

  /// 0xff full, 1 direct, else ways (ways).
  @inlinable public static var l1Itlb4KAssociativity: Field {
    Field(row: 515, leaf: 0x80000005, place: 0x1e850000, position: 0x0321)
  }

  /// L1 data TLB, 4K pages (entries).
  @inlinable public static var l1Dtlb4KEntries: Field {
    Field(row: 516, leaf: 0x80000005, place: 0x2f050000, position: 0x0321)
  }

  /// 0xff full, 1 direct, else ways (ways).
  @inlinable public static var l1Dtlb4KAssociativity: Field {
    Field(row: 517, leaf: 0x80000005, place: 0x3f850000, position: 0x0321)
  }

  /// L1 data line (bytes).
  @inlinable public static var l1DataLineSize: Field {
    Field(row: 518, leaf: 0x80000005, place: 0x0e060000, position: 0x0322)
  }

  /// lines per tag (lines).
  @inlinable public static var l1DataLinesPerTag: Field {
    Field(row: 519, leaf: 0x80000005, place: 0x1e860000, position: 0x0322)
  }

  /// 0xff full, 1 direct, else ways (ways).
  @inlinable public static var l1DataAssociativity: Field {
    Field(row: 520, leaf: 0x80000005, place: 0x2f060000, position: 0x0322)
  }

  /// L1 data size (KiB).
  @inlinable public static var l1DataSize: Field {
    Field(row: 521, leaf: 0x80000005, place: 0x3f860000, position: 0x0322)
  }

  /// L1 instruction line (bytes).
  @inlinable public static var l1InstructionLineSize: Field {
    Field(row: 522, leaf: 0x80000005, place: 0x0e070000, position: 0x0323)
  }

  /// lines per tag (lines).
  @inlinable public static var l1InstructionLinesPerTag: Field {
    Field(row: 523, leaf: 0x80000005, place: 0x1e870000, position: 0x0323)
  }

  /// 0xff full, 1 direct, else ways (ways).
  @inlinable public static var l1InstructionAssociativity: Field {
    Field(row: 524, leaf: 0x80000005, place: 0x2f070000, position: 0x0323)
  }

  /// L1 instruction size (KiB).
  @inlinable public static var l1InstructionSize: Field {
    Field(row: 525, leaf: 0x80000005, place: 0x3f870000, position: 0x0323)
  }

  /// L2 instruction TLB, 2M/4M pages; a zero upper half means a unified TLB (entries).
  @inlinable public static var l2ItlbLargeEntries: Field {
    Field(row: 526, leaf: 0x80000006, place: 0x16040000, position: 0x0324)
  }

  /// 0 off, 1 direct, 2, 3=3, 4, 5=6, 6=8, 8=16, 9=see 0x8000001d, a=32, b=48, c=64, d=96, e=128,
  /// f=full (4-bit code).
  @inlinable public static var l2ItlbLargeAssociativity: Field {
    Field(row: 527, leaf: 0x80000006, place: 0x1ec40000, position: 0x0324)
  }

  /// L2 data TLB, 2M/4M pages (entries).
  @inlinable public static var l2DtlbLargeEntries: Field {
    Field(row: 528, leaf: 0x80000006, place: 0x37040000, position: 0x0324)
  }

  /// same code (4-bit code).
  @inlinable public static var l2DtlbLargeAssociativity: Field {
    Field(row: 529, leaf: 0x80000006, place: 0x3fc40000, position: 0x0324)
  }

  /// L2 instruction TLB, 4K pages (entries).
  @inlinable public static var l2Itlb4KEntries: Field {
    Field(row: 530, leaf: 0x80000006, place: 0x16050000, position: 0x0325)
  }

  /// same code (4-bit code).
  @inlinable public static var l2Itlb4KAssociativity: Field {
    Field(row: 531, leaf: 0x80000006, place: 0x1ec50000, position: 0x0325)
  }

  /// L2 data TLB, 4K pages (entries).
  @inlinable public static var l2Dtlb4KEntries: Field {
    Field(row: 532, leaf: 0x80000006, place: 0x37050000, position: 0x0325)
  }

  /// same code (4-bit code).
  @inlinable public static var l2Dtlb4KAssociativity: Field {
    Field(row: 533, leaf: 0x80000006, place: 0x3fc50000, position: 0x0325)
  }

  /// L2 line; the one register of this leaf that Intel fills too (bytes).
  @inlinable public static var l2LineSize: Field {
    Field(row: 534, leaf: 0x80000006, place: 0x0e060000, position: 0x0326)
  }

  /// L2 line, VIA layout (bytes).
  @inlinable public static var viaL2LineSize: Field {
    Field(row: 535, leaf: 0x80000006, place: 0x0e060000, position: 0x0326)
  }

  /// lines per tag (lines).
  @inlinable public static var l2LinesPerTag: Field {
    Field(row: 536, leaf: 0x80000006, place: 0x16860000, position: 0x0326)
  }

  /// lines per tag, VIA layout (some models use 11:8).
  @inlinable public static var viaL2LinesPerTag: Field {
    Field(row: 537, leaf: 0x80000006, place: 0x1e860000, position: 0x0326)
  }

  /// same code (4-bit code).
  @inlinable public static var l2Associativity: Field {
    Field(row: 538, leaf: 0x80000006, place: 0x1ec60000, position: 0x0326)
  }

  /// L2 size (KiB).
  @inlinable public static var l2Size: Field {
    Field(row: 539, leaf: 0x80000006, place: 0x3f060000, position: 0x0326)
  }

  /// ways, older VIA layout; newer parts follow AMD (ways).
  @inlinable public static var viaL2Associativity: Field {
    Field(row: 540, leaf: 0x80000006, place: 0x2f060000, position: 0x0326)
  }

  /// size, older VIA layout; newer parts use 31:16 (KiB).
  @inlinable public static var viaL2Size: Field {
    Field(row: 541, leaf: 0x80000006, place: 0x3f860000, position: 0x0326)
  }

  /// L3 line (bytes).
  @inlinable public static var l3LineSize: Field {
    Field(row: 542, leaf: 0x80000006, place: 0x0e070000, position: 0x0327)
  }

  /// lines per tag (lines).
  @inlinable public static var l3LinesPerTag: Field {
    Field(row: 543, leaf: 0x80000006, place: 0x16870000, position: 0x0327)
  }

  /// same code; 9 sends the reader to 0x8000001d (4-bit code).
  @inlinable public static var l3Associativity: Field {
    Field(row: 544, leaf: 0x80000006, place: 0x1ec70000, position: 0x0327)
  }

  /// lower bound of the L3 size (512 KiB).
  @inlinable public static var l3Size: Field {
    Field(row: 545, leaf: 0x80000006, place: 0x3f270000, position: 0x0327)
  }

  /// family 15h processor feedback: number of monitors (count).
  @inlinable public static var feedbackMonitors: Field {
    Field(row: 546, leaf: 0x80000007, place: 0x0e040000, position: 0x0328)
  }

  /// processor feedback version.
  @inlinable public static var feedbackVersion: Field {
    Field(row: 547, leaf: 0x80000007, place: 0x1e840000, position: 0x0328)
  }

  /// longest time between two samples (ms).
  @inlinable public static var feedbackWrapTime: Field {
    Field(row: 548, leaf: 0x80000007, place: 0x3f040000, position: 0x0328)
  }

  /// machine-check overflow is not fatal by itself.
  @inlinable public static var mcaOverflowRecovery: Field {
    Field(row: 549, leaf: 0x80000007, place: 0x00050000, position: 0x0329)
  }

  /// software can contain uncorrectable errors.
  @inlinable public static var succor: Field {
    Field(row: 550, leaf: 0x80000007, place: 0x02150000, position: 0x0329)
  }

  /// hardware-assert MSRs.
  @inlinable public static var hardwareAssert: Field {
    Field(row: 551, leaf: 0x80000007, place: 0x04250000, position: 0x0329)
  }

  /// scalable machine-check MSRs.
  @inlinable public static var scalableMca: Field {
    Field(row: 552, leaf: 0x80000007, place: 0x06350000, position: 0x0329)
  }

  /// platform-first error handling present.
  @inlinable public static var pfehSupport: Field {
    Field(row: 553, leaf: 0x80000007, place: 0x08450000, position: 0x0329)
  }

  /// platform-first error handling is on for this CPU.
  @inlinable public static var pfehLocked: Field {
    Field(row: 554, leaf: 0x80000007, place: 0x0a550000, position: 0x0329)
  }

  /// ratio of the accumulated-power sample period to the TSC.
  @inlinable public static var powerSampleRatio: Field {
    Field(row: 555, leaf: 0x80000007, place: 0x3e060000, position: 0x032a)
  }

  /// on-die temperature sensor.
  @inlinable public static var temperatureSensor: Field {
    Field(row: 556, leaf: 0x80000007, place: 0x00070000, position: 0x032b)
  }

  /// PowerNow! frequency control.
  @inlinable public static var frequencyIdControl: Field {
    Field(row: 557, leaf: 0x80000007, place: 0x02170000, position: 0x032b)
  }

  /// PowerNow! voltage control.
  @inlinable public static var voltageIdControl: Field {
    Field(row: 558, leaf: 0x80000007, place: 0x04270000, position: 0x032b)
  }

  /// THERMTRIP pin.
  @inlinable public static var thermalTrip: Field {
    Field(row: 559, leaf: 0x80000007, place: 0x06370000, position: 0x032b)
  }

  /// throttling by hardware.
  @inlinable public static var hardwareThermalControl: Field {
    Field(row: 560, leaf: 0x80000007, place: 0x08470000, position: 0x032b)
  }

  /// throttling by software.
  @inlinable public static var softwareThermalControl: Field {
    Field(row: 561, leaf: 0x80000007, place: 0x0a570000, position: 0x032b)
  }

  /// multiplier moves in 100 MHz steps.
  @inlinable public static var hundredMegahertzSteps: Field {
    Field(row: 562, leaf: 0x80000007, place: 0x0c670000, position: 0x032b)
  }

  /// processor feedback interface (withdrawn).
  @inlinable public static var processorFeedback: Field {
    Field(row: 563, leaf: 0x80000007, place: 0x16b70000, position: 0x032b)
  }

  /// accumulated power MSRs.
  @inlinable public static var processorPowerReporting: Field {
    Field(row: 564, leaf: 0x80000007, place: 0x18c70000, position: 0x032b)
  }

  /// connected standby.
  @inlinable public static var connectedStandby: Field {
    Field(row: 565, leaf: 0x80000007, place: 0x1ad70000, position: 0x032b)
  }

  /// RAPL energy MSRs.
  @inlinable public static var runningAveragePower: Field {
    Field(row: 566, leaf: 0x80000007, place: 0x1ce70000, position: 0x032b)
  }

  /// fast CPPC updates.
  @inlinable public static var fastCppc: Field {
    Field(row: 567, leaf: 0x80000007, place: 0x1ef70000, position: 0x032b)
  }

  /// physical address width; page-table bits above are reserved and fault (bits).
  @inlinable public static var maxPhysicalAddressBits: Field {
    Field(row: 568, leaf: 0x80000008, place: 0x0e040000, position: 0x032c)
  }

  /// linear address width: 32, 48 with LM, 57 with LA57 (bits).
  @inlinable public static var maxLinearAddressBits: Field {
    Field(row: 569, leaf: 0x80000008, place: 0x1e840000, position: 0x032c)
  }

  /// width for guests that use nested paging; 0 = as the first byte. KVM fills it with what it can
  /// map (bits).
  @inlinable public static var guestPhysicalAddressBits: Field {
    Field(row: 570, leaf: 0x80000008, place: 0x2f040000, position: 0x032c)
  }

  /// read-only instructions-retired MSR.
  @inlinable public static var instructionsRetiredCounter: Field {
    Field(row: 571, leaf: 0x80000008, place: 0x02150000, position: 0x032d)
  }

  /// INVLPGB and TLBSYNC broadcasts.
  @inlinable public static var invlpgb: Field {
    Field(row: 572, leaf: 0x80000008, place: 0x06350000, position: 0x032d)
  }

  /// RDPRU reads MPERF and APERF in user mode.
  @inlinable public static var rdpru: Field {
    Field(row: 573, leaf: 0x80000008, place: 0x08450000, position: 0x032d)
  }

  /// bandwidth enforcement; leaf 0x80000020.
  @inlinable public static var amdBandwidthAllocation: Field {
    Field(row: 574, leaf: 0x80000008, place: 0x0c650000, position: 0x032d)
  }

  /// MCOMMIT.
  @inlinable public static var mcommit: Field {
    Field(row: 575, leaf: 0x80000008, place: 0x10850000, position: 0x032d)
  }

  /// LBR extension of family 17h (reserved again in newer manuals).
  @inlinable public static var lbrExtension: Field {
    Field(row: 576, leaf: 0x80000008, place: 0x14a50000, position: 0x032d)
  }

  /// WBINVD and WBNOINVD can be interrupted.
  @inlinable public static var interruptibleWbinvd: Field {
    Field(row: 577, leaf: 0x80000008, place: 0x1ad50000, position: 0x032d)
  }

  /// INVLPGB may act on nested translations.
  @inlinable public static var invlpgbNested: Field {
    Field(row: 578, leaf: 0x80000008, place: 0x2b550000, position: 0x032d)
  }

  /// branch-sampling records of Zen3.
  @inlinable public static var branchSampling: Field {
    Field(row: 579, leaf: 0x80000008, place: 0x3ff50000, position: 0x032d)
  }

  /// threads in the package, less one (count-1).
  @inlinable public static var threadCountMinusOne: Field {
    Field(row: 580, leaf: 0x80000008, place: 0x0e060000, position: 0x032e)
  }

  /// bits of the APIC id below the package; 0 = derive from the count (bits).
  @inlinable public static var apicIdCoreIdSize: Field {
    Field(row: 581, leaf: 0x80000008, place: 0x1ec60000, position: 0x032e)
  }

  /// 0 = 40, 1 = 48, 2 = 56, 3 = 64 bits.
  @inlinable public static var performanceTscSize: Field {
    Field(row: 582, leaf: 0x80000008, place: 0x23060000, position: 0x032e)
  }

  /// largest page count of one INVLPGB (pages).
  @inlinable public static var invlpgbPageMax: Field {
    Field(row: 583, leaf: 0x80000008, place: 0x1e070000, position: 0x032f)
  }

  /// highest RDPRU register number; meaningful with RDPRU (register).
  @inlinable public static var rdpruRegisterMax: Field {
    Field(row: 584, leaf: 0x80000008, place: 0x3f070000, position: 0x032f)
  }

  /// SVM revision; meaningful with SVM (revision).
  @inlinable public static var svmRevision: Field {
    Field(row: 585, leaf: 0x8000000a, place: 0x0e040000, position: 0x0330)
  }

  /// number of address-space ids (count).
  @inlinable public static var svmAsids: Field {
    Field(row: 586, leaf: 0x8000000a, place: 0x3e050000, position: 0x0331)
  }

  /// page-modification logging.
  @inlinable public static var svmPageModificationLog: Field {
    Field(row: 587, leaf: 0x8000000a, place: 0x08460000, position: 0x0332)
  }

  /// x2AVIC for more logical processors.
  @inlinable public static var svmX2AvicExtended: Field {
    Field(row: 588, leaf: 0x8000000a, place: 0x0c660000, position: 0x0332)
  }

  /// nested paging.
  @inlinable public static var svmNestedPaging: Field {
    Field(row: 589, leaf: 0x8000000a, place: 0x00070000, position: 0x0333)
  }

  /// LBR virtualisation (migrates with the LBR contract).
  @inlinable public static var svmLbrVirtualization: Field {
    Field(row: 590, leaf: 0x8000000a, place: 0x02170000, position: 0x0333)
  }

  /// SVM can be locked by firmware.
  @inlinable public static var svmLock: Field {
    Field(row: 591, leaf: 0x8000000a, place: 0x04270000, position: 0x0333)
  }

  /// next instruction address saved on exit.
  @inlinable public static var svmNextRip: Field {
    Field(row: 592, leaf: 0x8000000a, place: 0x06370000, position: 0x0333)
  }

  /// TSC ratio MSR.
  @inlinable public static var svmTscRatio: Field {
    Field(row: 593, leaf: 0x8000000a, place: 0x08470000, position: 0x0333)
  }

  /// clean-field hints (Xen sets it whatever the host has).
  @inlinable public static var svmVmcbClean: Field {
    Field(row: 594, leaf: 0x8000000a, place: 0x0a570000, position: 0x0333)
  }

  /// flush by address-space id.
  @inlinable public static var svmFlushByAsid: Field {
    Field(row: 595, leaf: 0x8000000a, place: 0x0c670000, position: 0x0333)
  }

  /// decoded operands on exit.
  @inlinable public static var svmDecodeAssists: Field {
    Field(row: 596, leaf: 0x8000000a, place: 0x0e770000, position: 0x0333)
  }

  /// performance counters virtualised.
  @inlinable public static var svmPmcVirtualization: Field {
    Field(row: 597, leaf: 0x8000000a, place: 0x10870000, position: 0x0333)
  }

  /// documented as reserved.
  @inlinable public static var reservedSvm9: Field {
    Field(row: 598, leaf: 0x8000000a, place: 0x12970000, position: 0x0333)
  }

  /// PAUSE exit counter.
  @inlinable public static var svmPauseFilter: Field {
    Field(row: 599, leaf: 0x8000000a, place: 0x14a70000, position: 0x0333)
  }

  /// formerly encrypted microcode patch.
  @inlinable public static var svmEncryptedMicrocode: Field {
    Field(row: 600, leaf: 0x8000000a, place: 0x16b70000, position: 0x0333)
  }

  /// PAUSE filter with a cycle threshold.
  @inlinable public static var svmPauseThreshold: Field {
    Field(row: 601, leaf: 0x8000000a, place: 0x18c70000, position: 0x0333)
  }

  /// virtual interrupt controller.
  @inlinable public static var svmAvic: Field {
    Field(row: 602, leaf: 0x8000000a, place: 0x1ad70000, position: 0x0333)
  }

  /// VMLOAD and VMSAVE without exits.
  @inlinable public static var svmVirtualVmload: Field {
    Field(row: 603, leaf: 0x8000000a, place: 0x1ef70000, position: 0x0333)
  }

  /// virtual global interrupt flag.
  @inlinable public static var svmVirtualGif: Field {
    Field(row: 604, leaf: 0x8000000a, place: 0x21070000, position: 0x0333)
  }

  /// guest-mode execute trap.
  @inlinable public static var svmGmet: Field {
    Field(row: 605, leaf: 0x8000000a, place: 0x23170000, position: 0x0333)
  }

  /// AVIC in x2APIC mode.
  @inlinable public static var svmX2Avic: Field {
    Field(row: 606, leaf: 0x8000000a, place: 0x25270000, position: 0x0333)
  }

  /// nested-paging checks for supervisor shadow stacks.
  @inlinable public static var svmSupervisorShadowStackCheck: Field {
    Field(row: 607, leaf: 0x8000000a, place: 0x27370000, position: 0x0333)
  }

  /// guest SPEC_CTRL kept by hardware.
  @inlinable public static var svmVirtualSpecCtrl: Field {
    Field(row: 608, leaf: 0x8000000a, place: 0x29470000, position: 0x0333)
  }

  /// guest page tables may be read-only in nested tables.
  @inlinable public static var svmReadOnlyGuestTables: Field {
    Field(row: 609, leaf: 0x8000000a, place: 0x2b570000, position: 0x0333)
  }

  /// host CR4.MCE applies in guest mode.
  @inlinable public static var svmHostMceOverride: Field {
    Field(row: 610, leaf: 0x8000000a, place: 0x2f770000, position: 0x0333)
  }

  /// INVLPGB/TLBSYNC intercepts.
  @inlinable public static var svmTlbControl: Field {
    Field(row: 611, leaf: 0x8000000a, place: 0x31870000, position: 0x0333)
  }

  /// NMI virtualisation.
  @inlinable public static var svmVirtualNmi: Field {
    Field(row: 612, leaf: 0x8000000a, place: 0x33970000, position: 0x0333)
  }

  /// instruction-based sampling virtualised.
  @inlinable public static var svmIbsVirtualization: Field {
    Field(row: 613, leaf: 0x8000000a, place: 0x35a70000, position: 0x0333)
  }

  /// changed fault rules for extended LVT accesses under AVIC.
  @inlinable public static var svmExtLvtChange: Field {
    Field(row: 614, leaf: 0x8000000a, place: 0x37b70000, position: 0x0333)
  }

  /// guest VMCB addresses are checked (errata-free behaviour).
  @inlinable public static var svmVmcbAddressCheck: Field {
    Field(row: 615, leaf: 0x8000000a, place: 0x39c70000, position: 0x0333)
  }

  /// bus-lock exit threshold.
  @inlinable public static var svmBusLockThreshold: Field {
    Field(row: 616, leaf: 0x8000000a, place: 0x3bd70000, position: 0x0333)
  }

  /// HLT exits only when no interrupt waits.
  @inlinable public static var svmIdleHltIntercept: Field {
    Field(row: 617, leaf: 0x8000000a, place: 0x3de70000, position: 0x0333)
  }

  /// enhanced shutdown intercept.
  @inlinable public static var svmShutdownIntercept: Field {
    Field(row: 618, leaf: 0x8000000a, place: 0x3ff70000, position: 0x0333)
  }

  /// L1 instruction TLB, 1G pages; meaningful with PAGE1GB (entries).
  @inlinable public static var l1Itlb1GEntries: Field {
    Field(row: 619, leaf: 0x80000019, place: 0x16040000, position: 0x0334)
  }

  /// code of 0x80000006 (4-bit code).
  @inlinable public static var l1Itlb1GAssociativity: Field {
    Field(row: 620, leaf: 0x80000019, place: 0x1ec40000, position: 0x0334)
  }

  /// L1 data TLB, 1G pages (entries).
  @inlinable public static var l1Dtlb1GEntries: Field {
    Field(row: 621, leaf: 0x80000019, place: 0x37040000, position: 0x0334)
  }

  /// code of 0x80000006 (4-bit code).
  @inlinable public static var l1Dtlb1GAssociativity: Field {
    Field(row: 622, leaf: 0x80000019, place: 0x3fc40000, position: 0x0334)
  }

  /// L2 instruction TLB, 1G pages (entries).
  @inlinable public static var l2Itlb1GEntries: Field {
    Field(row: 623, leaf: 0x80000019, place: 0x16050000, position: 0x0335)
  }

  /// code of 0x80000006 (4-bit code).
  @inlinable public static var l2Itlb1GAssociativity: Field {
    Field(row: 624, leaf: 0x80000019, place: 0x1ec50000, position: 0x0335)
  }

  /// L2 data TLB, 1G pages (entries).
  @inlinable public static var l2Dtlb1GEntries: Field {
    Field(row: 625, leaf: 0x80000019, place: 0x37050000, position: 0x0335)
  }

  /// code of 0x80000006 (4-bit code).
  @inlinable public static var l2Dtlb1GAssociativity: Field {
    Field(row: 626, leaf: 0x80000019, place: 0x3fc50000, position: 0x0335)
  }

  /// 128-bit SIMD data path.
  @inlinable public static var fp128: Field {
    Field(row: 627, leaf: 0x8000001a, place: 0x00040000, position: 0x0338)
  }

  /// unaligned full moves beat half moves.
  @inlinable public static var unalignedMovPreferred: Field {
    Field(row: 628, leaf: 0x8000001a, place: 0x02140000, position: 0x0338)
  }

  /// 256-bit SIMD data path.
  @inlinable public static var fp256: Field {
    Field(row: 629, leaf: 0x8000001a, place: 0x04240000, position: 0x0338)
  }

  /// 512-bit SIMD data path.
  @inlinable public static var fp512: Field {
    Field(row: 630, leaf: 0x8000001a, place: 0x06340000, position: 0x0338)
  }

  /// rest of the leaf is meaningful; needs IBS.
  @inlinable public static var ibsFeaturesValid: Field {
    Field(row: 631, leaf: 0x8000001b, place: 0x00040000, position: 0x033c)
  }

  /// fetch sampling.
  @inlinable public static var ibsFetchSampling: Field {
    Field(row: 632, leaf: 0x8000001b, place: 0x02140000, position: 0x033c)
  }

  /// op sampling.
  @inlinable public static var ibsOpSampling: Field {
    Field(row: 633, leaf: 0x8000001b, place: 0x04240000, position: 0x033c)
  }

  /// op counter can be read and written.
  @inlinable public static var ibsOpCounterWritable: Field {
    Field(row: 634, leaf: 0x8000001b, place: 0x06340000, position: 0x033c)
  }

  /// counts dispatched ops as well as cycles.
  @inlinable public static var ibsOpCounting: Field {
    Field(row: 635, leaf: 0x8000001b, place: 0x08440000, position: 0x033c)
  }

  /// branch target recorded.
  @inlinable public static var ibsBranchTarget: Field {
    Field(row: 636, leaf: 0x8000001b, place: 0x0a540000, position: 0x033c)
  }

  /// seven more counter bits.
  @inlinable public static var ibsOpCounterExtension: Field {
    Field(row: 637, leaf: 0x8000001b, place: 0x0c640000, position: 0x033c)
  }

  /// invalid-address indication.
  @inlinable public static var ibsRipInvalid: Field {
    Field(row: 638, leaf: 0x8000001b, place: 0x0e740000, position: 0x033c)
  }

  /// fused-branch indication.
  @inlinable public static var ibsFusedBranch: Field {
    Field(row: 639, leaf: 0x8000001b, place: 0x10840000, position: 0x033c)
  }

  /// extended fetch control MSR.
  @inlinable public static var ibsFetchControlExtended: Field {
    Field(row: 640, leaf: 0x8000001b, place: 0x12940000, position: 0x033c)
  }

  /// fourth op data MSR.
  @inlinable public static var ibsOpData4: Field {
    Field(row: 641, leaf: 0x8000001b, place: 0x14a40000, position: 0x033c)
  }

  /// filter by L3 miss.
  @inlinable public static var ibsL3MissFilter: Field {
    Field(row: 642, leaf: 0x8000001b, place: 0x16b40000, position: 0x033c)
  }

  /// filter by load latency.
  @inlinable public static var ibsLoadLatencyFilter: Field {
    Field(row: 643, leaf: 0x8000001b, place: 0x18c40000, position: 0x033c)
  }

  /// simplified data-cache status.
  @inlinable public static var ibsDataSourceSimplified: Field {
    Field(row: 644, leaf: 0x8000001b, place: 0x27340000, position: 0x033c)
  }

  /// profiling functions the OS has enabled (mirror of an MSR).
  @inlinable public static var lwpAvailableNow: Field {
    Field(row: 645, leaf: 0x8000001c, place: 0x3e040000, position: 0x0340)
  }

  /// control block size (8 bytes).
  @inlinable public static var lwpControlBlockSize: Field {
    Field(row: 646, leaf: 0x8000001c, place: 0x0e050000, position: 0x0341)
  }

  /// event record size (bytes).
  @inlinable public static var lwpEventSize: Field {
    Field(row: 647, leaf: 0x8000001c, place: 0x1e850000, position: 0x0341)
  }

  /// highest event number.
  @inlinable public static var lwpMaxEvent: Field {
    Field(row: 648, leaf: 0x8000001c, place: 0x2f050000, position: 0x0341)
  }

  /// offset of the first event interval (bytes).
  @inlinable public static var lwpEventOffset: Field {
    Field(row: 649, leaf: 0x8000001c, place: 0x3f850000, position: 0x0341)
  }

  /// latency counter width (bits).
  @inlinable public static var lwpLatencyBits: Field {
    Field(row: 650, leaf: 0x8000001c, place: 0x08060000, position: 0x0342)
  }

  /// data address recorded on cache misses.
  @inlinable public static var lwpDataAddress: Field {
    Field(row: 651, leaf: 0x8000001c, place: 0x0a560000, position: 0x0342)
  }

  /// latency rounding.
  @inlinable public static var lwpLatencyRounding: Field {
    Field(row: 652, leaf: 0x8000001c, place: 0x10660000, position: 0x0342)
  }

  /// version.
  @inlinable public static var lwpVersion: Field {
    Field(row: 653, leaf: 0x8000001c, place: 0x1e960000, position: 0x0342)
  }

  /// smallest ring buffer (32 records).
  @inlinable public static var lwpMinBuffer: Field {
    Field(row: 654, leaf: 0x8000001c, place: 0x2f060000, position: 0x0342)
  }

  /// filter by prediction.
  @inlinable public static var lwpBranchPrediction: Field {
    Field(row: 655, leaf: 0x8000001c, place: 0x39c60000, position: 0x0342)
  }

  /// filter by address.
  @inlinable public static var lwpIpFilter: Field {
    Field(row: 656, leaf: 0x8000001c, place: 0x3bd60000, position: 0x0342)
  }

  /// filter by cache level.
  @inlinable public static var lwpCacheLevels: Field {
    Field(row: 657, leaf: 0x8000001c, place: 0x3de60000, position: 0x0342)
  }

  /// filter by latency.
  @inlinable public static var lwpCacheLatency: Field {
    Field(row: 658, leaf: 0x8000001c, place: 0x3ff60000, position: 0x0342)
  }

  /// profiling functions the hardware has (layout of EAX).
  @inlinable public static var lwpSupported: Field {
    Field(row: 659, leaf: 0x8000001c, place: 0x3e070000, position: 0x0343)
  }

  /// as leaf 4; meaningful with TOPOEXT.
  @inlinable public static var amdCacheType: Field {
    Field(row: 660, leaf: 0x8000001d, place: 0x08000700, position: 0x0344)
  }

  /// level counted from 1 (level).
  @inlinable public static var amdCacheLevel: Field {
    Field(row: 661, leaf: 0x8000001d, place: 0x0e500700, position: 0x0344)
  }

  /// needs no software initialisation.
  @inlinable public static var amdCacheSelfInitializing: Field {
    Field(row: 662, leaf: 0x8000001d, place: 0x10800700, position: 0x0344)
  }

  /// one set only.
  @inlinable public static var amdCacheFullyAssociative: Field {
    Field(row: 663, leaf: 0x8000001d, place: 0x12900700, position: 0x0344)
  }

  /// threads that share it, less one (a real count, not id room) (count-1).
  @inlinable public static var amdCacheThreadsSharing: Field {
    Field(row: 664, leaf: 0x8000001d, place: 0x32e00700, position: 0x0344)
  }

  /// line, less one (bytes-1).
  @inlinable public static var amdCacheLineSize: Field {
    Field(row: 665, leaf: 0x8000001d, place: 0x16010700, position: 0x0345)
  }

  /// partitions, less one (count-1).
  @inlinable public static var amdCachePartitions: Field {
    Field(row: 666, leaf: 0x8000001d, place: 0x2ac10700, position: 0x0345)
  }

  /// ways, less one (count-1).
  @inlinable public static var amdCacheWays: Field {
    Field(row: 667, leaf: 0x8000001d, place: 0x3f610700, position: 0x0345)
  }

  /// sets, less one (count-1).
  @inlinable public static var amdCacheSets: Field {
    Field(row: 668, leaf: 0x8000001d, place: 0x3e020700, position: 0x0346)
  }

  /// WBINVD/INVD here need not reach lower levels of other threads.
  @inlinable public static var amdCacheWbinvdNotInclusive: Field {
    Field(row: 669, leaf: 0x8000001d, place: 0x00030700, position: 0x0347)
  }

  /// holds everything the lower levels hold.
  @inlinable public static var amdCacheInclusive: Field {
    Field(row: 670, leaf: 0x8000001d, place: 0x02130700, position: 0x0347)
  }

  /// 32-bit id of the CPU that asks; meaningful with TOPOEXT (APIC id).
  @inlinable public static var extendedApicId: Field {
    Field(row: 671, leaf: 0x8000001e, place: 0x3e040000, position: 0x0364)
  }

  /// core number in the package (compute unit on family 15h); differs per CPU (id).
  @inlinable public static var coreId: Field {
    Field(row: 672, leaf: 0x8000001e, place: 0x0e050000, position: 0x0365)
  }

  /// threads of a core, less one (count-1).
  @inlinable public static var threadsPerCoreMinusOne: Field {
    Field(row: 673, leaf: 0x8000001e, place: 0x1e850000, position: 0x0365)
  }

  /// node (die) of this CPU (id).
  @inlinable public static var nodeId: Field {
    Field(row: 674, leaf: 0x8000001e, place: 0x0e060000, position: 0x0366)
  }

  /// nodes in the package, less one (count-1).
  @inlinable public static var nodesPerPackageMinusOne: Field {
    Field(row: 675, leaf: 0x8000001e, place: 0x14860000, position: 0x0366)
  }

  /// host memory encryption.
  @inlinable public static var sme: Field {
    Field(row: 676, leaf: 0x8000001f, place: 0x00040000, position: 0x0368)
  }

  /// encrypted guests.
  @inlinable public static var sev: Field {
    Field(row: 677, leaf: 0x8000001f, place: 0x02140000, position: 0x0368)
  }

  /// page-flush MSR.
  @inlinable public static var pageFlushMsr: Field {
    Field(row: 678, leaf: 0x8000001f, place: 0x04240000, position: 0x0368)
  }

  /// encrypted register state.
  @inlinable public static var sevEs: Field {
    Field(row: 679, leaf: 0x8000001f, place: 0x06340000, position: 0x0368)
  }

  /// nested-paging integrity.
  @inlinable public static var sevSnp: Field {
    Field(row: 680, leaf: 0x8000001f, place: 0x08440000, position: 0x0368)
  }

  /// permission levels in a guest.
  @inlinable public static var vmpl: Field {
    Field(row: 681, leaf: 0x8000001f, place: 0x0a540000, position: 0x0368)
  }

  /// RMPQUERY.
  @inlinable public static var rmpQuery: Field {
    Field(row: 682, leaf: 0x8000001f, place: 0x0c640000, position: 0x0368)
  }

  /// supervisor shadow stack per permission level.
  @inlinable public static var vmplShadowStack: Field {
    Field(row: 683, leaf: 0x8000001f, place: 0x0e740000, position: 0x0368)
  }

  /// TSC out of the host's reach.
  @inlinable public static var secureTsc: Field {
    Field(row: 684, leaf: 0x8000001f, place: 0x10840000, position: 0x0368)
  }

  /// TSC_AUX switched by hardware.
  @inlinable public static var tscAuxVirtualization: Field {
    Field(row: 685, leaf: 0x8000001f, place: 0x12940000, position: 0x0368)
  }

  /// hardware keeps encrypted and plain lines coherent.
  @inlinable public static var encryptedCacheCoherency: Field {
    Field(row: 686, leaf: 0x8000001f, place: 0x14a40000, position: 0x0368)
  }

  /// encrypted guests need a 64-bit host.
  @inlinable public static var host64BitOnly: Field {
    Field(row: 687, leaf: 0x8000001f, place: 0x16b40000, position: 0x0368)
  }

  /// restricted injection.
  @inlinable public static var restrictedInjection: Field {
    Field(row: 688, leaf: 0x8000001f, place: 0x18c40000, position: 0x0368)
  }

  /// alternate injection.
  @inlinable public static var alternateInjection: Field {
    Field(row: 689, leaf: 0x8000001f, place: 0x1ad40000, position: 0x0368)
  }

  /// debug registers swapped for encrypted guests.
  @inlinable public static var debugSwap: Field {
    Field(row: 690, leaf: 0x8000001f, place: 0x1ce40000, position: 0x0368)
  }

  /// host sampling can be forbidden.
  @inlinable public static var preventHostIbs: Field {
    Field(row: 691, leaf: 0x8000001f, place: 0x1ef40000, position: 0x0368)
  }

  /// transparent encryption of a guest.
  @inlinable public static var virtualTransparentEncryption: Field {
    Field(row: 692, leaf: 0x8000001f, place: 0x21040000, position: 0x0368)
  }

  /// VMGEXIT parameter feature.
  @inlinable public static var vmgexitParameter: Field {
    Field(row: 693, leaf: 0x8000001f, place: 0x23140000, position: 0x0368)
  }

  /// virtual top-of-memory MSR.
  @inlinable public static var virtualTomMsr: Field {
    Field(row: 694, leaf: 0x8000001f, place: 0x25240000, position: 0x0368)
  }

  /// sampling control in encrypted guests.
  @inlinable public static var ibsVirtualGuestControl: Field {
    Field(row: 695, leaf: 0x8000001f, place: 0x27340000, position: 0x0368)
  }

  /// counter control in encrypted guests.
  @inlinable public static var pmcVirtualGuestControl: Field {
    Field(row: 696, leaf: 0x8000001f, place: 0x29440000, position: 0x0368)
  }

  /// RMPREAD.
  @inlinable public static var rmpRead: Field {
    Field(row: 697, leaf: 0x8000001f, place: 0x2b540000, position: 0x0368)
  }

  /// guest-controlled intercepts.
  @inlinable public static var guestInterceptControl: Field {
    Field(row: 698, leaf: 0x8000001f, place: 0x2d640000, position: 0x0368)
  }

  /// segmented reverse map table.
  @inlinable public static var segmentedRmp: Field {
    Field(row: 699, leaf: 0x8000001f, place: 0x2f740000, position: 0x0368)
  }

  /// saved registers are masked.
  @inlinable public static var vmsaRegisterProtection: Field {
    Field(row: 700, leaf: 0x8000001f, place: 0x31840000, position: 0x0368)
  }

  /// sibling thread must idle.
  @inlinable public static var smtProtection: Field {
    Field(row: 701, leaf: 0x8000001f, place: 0x33940000, position: 0x0368)
  }

  /// secure virtual interrupt controller.
  @inlinable public static var secureAvic: Field {
    Field(row: 702, leaf: 0x8000001f, place: 0x35a40000, position: 0x0368)
  }

  /// host can bound guest features.
  @inlinable public static var allowedSevFeatures: Field {
    Field(row: 703, leaf: 0x8000001f, place: 0x37b40000, position: 0x0368)
  }

  /// communication page MSR for a paravisor.
  @inlinable public static var svsmCommunicationPage: Field {
    Field(row: 704, leaf: 0x8000001f, place: 0x39c40000, position: 0x0368)
  }

  /// MSRs for nested reverse-map operations.
  @inlinable public static var nestedVirtSnpMsr: Field {
    Field(row: 705, leaf: 0x8000001f, place: 0x3bd40000, position: 0x0368)
  }

  /// host may write pages in use.
  @inlinable public static var hypervisorInUseWriteAllowed: Field {
    Field(row: 706, leaf: 0x8000001f, place: 0x3de40000, position: 0x0368)
  }

  /// prediction barrier on guest entry.
  @inlinable public static var ibpbOnEntry: Field {
    Field(row: 707, leaf: 0x8000001f, place: 0x3ff40000, position: 0x0368)
  }

  /// page-table bit that marks encrypted pages (bit number).
  @inlinable public static var encryptionBitPosition: Field {
    Field(row: 708, leaf: 0x8000001f, place: 0x0a050000, position: 0x0369)
  }

  /// physical address bits lost when encryption is on (bits).
  @inlinable public static var encryptionAddressReduction: Field {
    Field(row: 709, leaf: 0x8000001f, place: 0x16650000, position: 0x0369)
  }

  /// permission levels (count).
  @inlinable public static var vmplCount: Field {
    Field(row: 710, leaf: 0x8000001f, place: 0x1ec50000, position: 0x0369)
  }

  /// guests that can be encrypted at once (count).
  @inlinable public static var encryptedGuestMax: Field {
    Field(row: 711, leaf: 0x8000001f, place: 0x3e060000, position: 0x036a)
  }

  /// lowest id for a guest without encrypted state (ASID).
  @inlinable public static var sevAsidMinimum: Field {
    Field(row: 712, leaf: 0x8000001f, place: 0x3e070000, position: 0x036b)
  }

  /// memory bandwidth enforcement (subleaf 1).
  @inlinable public static var qosBandwidthEnforcement: Field {
    Field(row: 713, leaf: 0x80000020, place: 0x02110000, position: 0x036d)
  }

  /// slow-memory bandwidth enforcement (subleaf 2).
  @inlinable public static var qosSlowBandwidthEnforcement: Field {
    Field(row: 714, leaf: 0x80000020, place: 0x04210000, position: 0x036d)
  }

  /// configurable bandwidth events (subleaf 3).
  @inlinable public static var qosEventConfiguration: Field {
    Field(row: 715, leaf: 0x80000020, place: 0x06310000, position: 0x036d)
  }

  /// L3 range reservation.
  @inlinable public static var qosL3RangeReservation: Field {
    Field(row: 716, leaf: 0x80000020, place: 0x08410000, position: 0x036d)
  }

  /// assignable bandwidth counters (subleaf 5).
  @inlinable public static var qosAssignableCounters: Field {
    Field(row: 717, leaf: 0x80000020, place: 0x0a510000, position: 0x036d)
  }

  /// allocation enforcement for injected I/O data.
  @inlinable public static var qosInjectionEnforcement: Field {
    Field(row: 718, leaf: 0x80000020, place: 0x0c610000, position: 0x036d)
  }

  /// width of the limit (bits).
  @inlinable public static var qosBandwidthWidth: Field {
    Field(row: 719, leaf: 0x80000020, place: 0x3e000101, position: 0x0370)
  }

  /// highest class of service (class).
  @inlinable public static var qosBandwidthClassMax: Field {
    Field(row: 720, leaf: 0x80000020, place: 0x3e030101, position: 0x0373)
  }

  /// width of the limit (bits).
  @inlinable public static var qosSlowBandwidthWidth: Field {
    Field(row: 721, leaf: 0x80000020, place: 0x3e000202, position: 0x0374)
  }

  /// highest class of service (class).
  @inlinable public static var qosSlowBandwidthClassMax: Field {
    Field(row: 722, leaf: 0x80000020, place: 0x3e030202, position: 0x0377)
  }

  /// configurable events (count).
  @inlinable public static var qosEventCount: Field {
    Field(row: 723, leaf: 0x80000020, place: 0x0e010303, position: 0x0379)
  }

  /// local reads can be counted.
  @inlinable public static var qosLocalReads: Field {
    Field(row: 724, leaf: 0x80000020, place: 0x00020303, position: 0x037a)
  }

  /// remote reads.
  @inlinable public static var qosRemoteReads: Field {
    Field(row: 725, leaf: 0x80000020, place: 0x02120303, position: 0x037a)
  }

  /// local non-temporal writes.
  @inlinable public static var qosLocalNonTemporalWrites: Field {
    Field(row: 726, leaf: 0x80000020, place: 0x04220303, position: 0x037a)
  }

  /// remote non-temporal writes.
  @inlinable public static var qosRemoteNonTemporalWrites: Field {
    Field(row: 727, leaf: 0x80000020, place: 0x06320303, position: 0x037a)
  }

  /// local slow-memory reads.
  @inlinable public static var qosLocalSlowReads: Field {
    Field(row: 728, leaf: 0x80000020, place: 0x08420303, position: 0x037a)
  }

  /// remote slow-memory reads.
  @inlinable public static var qosRemoteSlowReads: Field {
    Field(row: 729, leaf: 0x80000020, place: 0x0a520303, position: 0x037a)
  }

  /// dirty victims to any memory.
  @inlinable public static var qosDirtyVictims: Field {
    Field(row: 730, leaf: 0x80000020, place: 0x0c620303, position: 0x037a)
  }

  /// counter width above 24 (bits -24).
  @inlinable public static var qosAssignableCounterWidth: Field {
    Field(row: 731, leaf: 0x80000020, place: 0x0e000505, position: 0x0380)
  }

  /// overflow bit.
  @inlinable public static var qosAssignableOverflow: Field {
    Field(row: 732, leaf: 0x80000020, place: 0x10800505, position: 0x0380)
  }

  /// highest assignable counter number (counter).
  @inlinable public static var qosAssignableCounterMax: Field {
    Field(row: 733, leaf: 0x80000020, place: 0x1e010505, position: 0x0381)
  }

  /// counters may follow classes of service.
  @inlinable public static var qosAssignableByClass: Field {
    Field(row: 734, leaf: 0x80000020, place: 0x00020505, position: 0x0382)
  }

  /// SMM paging registers can be locked.
  @inlinable public static var smmPageConfigurationLock: Field {
    Field(row: 735, leaf: 0x80000021, place: 0x06340000, position: 0x0384)
  }

  /// EFER.UAIE: upper pointer bits ignored.
  @inlinable public static var upperAddressIgnore: Field {
    Field(row: 736, leaf: 0x80000021, place: 0x0e740000, position: 0x0384)
  }

  /// SMM_CTL MSR is gone.
  @inlinable public static var noSmmControlMsr: Field {
    Field(row: 737, leaf: 0x80000021, place: 0x12940000, position: 0x0384)
  }

  /// precise retire event on counter 2.
  @inlinable public static var precisePmc2: Field {
    Field(row: 738, leaf: 0x80000021, place: 0x18c40000, position: 0x0384)
  }

  /// prefetch control MSR.
  @inlinable public static var prefetchControlMsr: Field {
    Field(row: 739, leaf: 0x80000021, place: 0x1ad40000, position: 0x0384)
  }

  /// L2 TLB sizes of 0x80000006/19 are in units of 32.
  @inlinable public static var l2TlbSizeTimes32: Field {
    Field(row: 740, leaf: 0x80000021, place: 0x1ce40000, position: 0x0384)
  }

  /// REP MOVSB/STOSB is fast for large sizes (AMD's own bit).
  @inlinable public static var amdErms: Field {
    Field(row: 741, leaf: 0x80000021, place: 0x1ef40000, position: 0x0384)
  }

  /// opcode 0F 01 /7 is reserved for AMD use.
  @inlinable public static var opcodeReclaim: Field {
    Field(row: 742, leaf: 0x80000021, place: 0x21040000, position: 0x0384)
  }

  /// 512-bit data path can be run at 256.
  @inlinable public static var fp512Downgrade: Field {
    Field(row: 743, leaf: 0x80000021, place: 0x2b540000, position: 0x0384)
  }

  /// workload feedback for the scheduler; leaf 0x80000027.
  @inlinable public static var workloadClassification: Field {
    Field(row: 744, leaf: 0x80000021, place: 0x2d640000, position: 0x0384)
  }

  /// enhanced return-address predictor security (size in EBX).
  @inlinable public static var eraps: Field {
    Field(row: 745, leaf: 0x80000021, place: 0x31840000, position: 0x0384)
  }

  /// size of a microcode patch (Xen stores and then zeroes it for guests) (16 bytes).
  @inlinable public static var microcodePatchSize: Field {
    Field(row: 746, leaf: 0x80000021, place: 0x1e050000, position: 0x0385)
  }

  /// return predictor entries; meaningful with ERAPS (8 entries).
  @inlinable public static var returnPredictorSize: Field {
    Field(row: 747, leaf: 0x80000021, place: 0x2f050000, position: 0x0385)
  }

  /// global control and status for counters; needs the core-counter bit.
  @inlinable public static var amdPerfmonV2: Field {
    Field(row: 748, leaf: 0x80000022, place: 0x00040000, position: 0x0388)
  }

  /// LBR stack.
  @inlinable public static var amdLbrV2: Field {
    Field(row: 749, leaf: 0x80000022, place: 0x02140000, position: 0x0388)
  }

  /// freeze on counter overflow.
  @inlinable public static var amdLbrPmcFreeze: Field {
    Field(row: 750, leaf: 0x80000022, place: 0x04240000, position: 0x0388)
  }

  /// core counters (count).
  @inlinable public static var amdCoreCounters: Field {
    Field(row: 751, leaf: 0x80000022, place: 0x06050000, position: 0x0389)
  }

  /// LBR stack entries (entries).
  @inlinable public static var amdLbrStackSize: Field {
    Field(row: 752, leaf: 0x80000022, place: 0x12450000, position: 0x0389)
  }

  /// data-fabric counters (count).
  @inlinable public static var amdNorthbridgeCounters: Field {
    Field(row: 753, leaf: 0x80000022, place: 0x1ea50000, position: 0x0389)
  }

  /// memory-controller counters (count).
  @inlinable public static var amdMemoryControllerCounters: Field {
    Field(row: 754, leaf: 0x80000022, place: 0x2b050000, position: 0x0389)
  }

  /// memory controllers that can be monitored.
  @inlinable public static var amdActiveMemoryControllers: Field {
    Field(row: 755, leaf: 0x80000022, place: 0x3e060000, position: 0x038a)
  }

  /// host multi-key encryption.
  @inlinable public static var multiKeyEncryption: Field {
    Field(row: 756, leaf: 0x80000023, place: 0x00040000, position: 0x038c)
  }

  /// keys available (keys).
  @inlinable public static var multiKeyCount: Field {
    Field(row: 757, leaf: 0x80000023, place: 0x1e050000, position: 0x038d)
  }

  /// smallest reverse-map segment (log2 bytes).
  @inlinable public static var rmpSegmentSizeMin: Field {
    Field(row: 758, leaf: 0x80000025, place: 0x0a040000, position: 0x0390)
  }

  /// largest reverse-map segment (log2 bytes).
  @inlinable public static var rmpSegmentSizeMax: Field {
    Field(row: 759, leaf: 0x80000025, place: 0x16640000, position: 0x0390)
  }

  /// cacheable segment definitions (count).
  @inlinable public static var rmpSegmentsCached: Field {
    Field(row: 760, leaf: 0x80000025, place: 0x12050000, position: 0x0391)
  }

  /// the count above is a hard limit.
  @inlinable public static var rmpSegmentCountLimited: Field {
    Field(row: 761, leaf: 0x80000025, place: 0x14a50000, position: 0x0391)
  }

  /// shift that removes this level's id bits (bits).
  @inlinable public static var amdTopologyShift: Field {
    Field(row: 762, leaf: 0x80000026, place: 0x08000700, position: 0x0394)
  }

  /// core ranking in EBX is valid (flag).
  @inlinable public static var amdEfficiencyRanking: Field {
    Field(row: 763, leaf: 0x80000026, place: 0x3bd00700, position: 0x0394)
  }

  /// cores below this level differ in kind (flag).
  @inlinable public static var amdHeterogeneousCores: Field {
    Field(row: 764, leaf: 0x80000026, place: 0x3de00700, position: 0x0394)
  }

  /// instances of this level differ in size (flag).
  @inlinable public static var amdAsymmetricTopology: Field {
    Field(row: 765, leaf: 0x80000026, place: 0x3ff00700, position: 0x0394)
  }

  /// threads at this level (count).
  @inlinable public static var amdTopologyLogicalCount: Field {
    Field(row: 766, leaf: 0x80000026, place: 0x1e010700, position: 0x0395)
  }

  /// static ranking of the core (differs per CPU) (rank).
  @inlinable public static var amdPowerEfficiencyRank: Field {
    Field(row: 767, leaf: 0x80000026, place: 0x2f010700, position: 0x0395)
  }

  /// core model number (differs per CPU).
  @inlinable public static var amdNativeModelId: Field {
    Field(row: 768, leaf: 0x80000026, place: 0x37810700, position: 0x0395)
  }

  /// 0 performance, 1 efficiency (differs per CPU).
  @inlinable public static var amdCoreType: Field {
    Field(row: 769, leaf: 0x80000026, place: 0x3fc10700, position: 0x0395)
  }

  /// echo of the subleaf asked (count).
  @inlinable public static var amdTopologyLevelNumber: Field {
    Field(row: 770, leaf: 0x80000026, place: 0x0e020700, position: 0x0396)
  }

  /// 0 none, 1 core, 2 complex, 3 die, 4 socket.
  @inlinable public static var amdTopologyLevelType: Field {
    Field(row: 771, leaf: 0x80000026, place: 0x1e820700, position: 0x0396)
  }

  /// 32-bit id of the CPU that asks (APIC id).
  @inlinable public static var amdTopologyX2ApicId: Field {
    Field(row: 772, leaf: 0x80000026, place: 0x3e030700, position: 0x0397)
  }

  /// workload classes the scheduler feedback knows (classes).
  @inlinable public static var workloadClassCount: Field {
    Field(row: 773, leaf: 0x80000027, place: 0x3e040000, position: 0x03b4)
  }

  /// highest leaf of the Transmeta range (leaf number).
  @inlinable public static var maxTransmetaLeaf: Field {
    Field(row: 774, leaf: 0x80860000, place: 0x3e040000, position: 0xffff)
  }

  /// vendor name, first part (4 ASCII bytes).
  @inlinable public static var transmetaVendorPart1: Field {
    Field(row: 775, leaf: 0x80860000, place: 0x3e050000, position: 0xffff)
  }

  /// vendor name, third part (4 ASCII bytes).
  @inlinable public static var transmetaVendorPart3: Field {
    Field(row: 776, leaf: 0x80860000, place: 0x3e060000, position: 0xffff)
  }

  /// vendor name, second part (4 ASCII bytes).
  @inlinable public static var transmetaVendorPart2: Field {
    Field(row: 777, leaf: 0x80860000, place: 0x3e070000, position: 0xffff)
  }

  /// family, model, stepping in the layout of leaf 1.
  @inlinable public static var transmetaSignature: Field {
    Field(row: 778, leaf: 0x80860001, place: 0x3e040000, position: 0xffff)
  }

  /// four-byte hardware revision.
  @inlinable public static var transmetaHardwareRevision: Field {
    Field(row: 779, leaf: 0x80860001, place: 0x3e050000, position: 0xffff)
  }

  /// nominal frequency (MHz).
  @inlinable public static var transmetaNominalFrequency: Field {
    Field(row: 780, leaf: 0x80860001, place: 0x3e060000, position: 0xffff)
  }

  /// recovery software is running.
  @inlinable public static var transmetaRecovery: Field {
    Field(row: 781, leaf: 0x80860001, place: 0x00070000, position: 0xffff)
  }

  /// LongRun power management.
  @inlinable public static var transmetaLongRun: Field {
    Field(row: 782, leaf: 0x80860001, place: 0x02170000, position: 0xffff)
  }

  /// LongRun table interface.
  @inlinable public static var transmetaLongRunTable: Field {
    Field(row: 783, leaf: 0x80860001, place: 0x06370000, position: 0xffff)
  }

  /// revision id.
  @inlinable public static var transmetaRevisionId: Field {
    Field(row: 784, leaf: 0x80860002, place: 0x3e040000, position: 0xffff)
  }

  /// code-morphing software revision.
  @inlinable public static var transmetaCodeRevision: Field {
    Field(row: 785, leaf: 0x80860002, place: 0x3e050000, position: 0xffff)
  }

  /// further revision part.
  @inlinable public static var transmetaCodeRevisionExtra: Field {
    Field(row: 786, leaf: 0x80860002, place: 0x3e060000, position: 0xffff)
  }

  /// information text, characters 1-4 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart1: Field {
    Field(row: 787, leaf: 0x80860003, place: 0x3e040000, position: 0xffff)
  }

  /// information text, characters 5-8 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart2: Field {
    Field(row: 788, leaf: 0x80860003, place: 0x3e050000, position: 0xffff)
  }

  /// information text, characters 9-12 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart3: Field {
    Field(row: 789, leaf: 0x80860003, place: 0x3e060000, position: 0xffff)
  }

  /// information text, characters 13-16 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart4: Field {
    Field(row: 790, leaf: 0x80860003, place: 0x3e070000, position: 0xffff)
  }

  /// information text, characters 17-20 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart5: Field {
    Field(row: 791, leaf: 0x80860004, place: 0x3e040000, position: 0xffff)
  }

  /// information text, characters 21-24 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart6: Field {
    Field(row: 792, leaf: 0x80860004, place: 0x3e050000, position: 0xffff)
  }

  /// information text, characters 25-28 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart7: Field {
    Field(row: 793, leaf: 0x80860004, place: 0x3e060000, position: 0xffff)
  }

  /// information text, characters 29-32 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart8: Field {
    Field(row: 794, leaf: 0x80860004, place: 0x3e070000, position: 0xffff)
  }

  /// information text, characters 33-36 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart9: Field {
    Field(row: 795, leaf: 0x80860005, place: 0x3e040000, position: 0xffff)
  }

  /// information text, characters 37-40 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart10: Field {
    Field(row: 796, leaf: 0x80860005, place: 0x3e050000, position: 0xffff)
  }

  /// information text, characters 41-44 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart11: Field {
    Field(row: 797, leaf: 0x80860005, place: 0x3e060000, position: 0xffff)
  }

  /// information text, characters 45-48 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart12: Field {
    Field(row: 798, leaf: 0x80860005, place: 0x3e070000, position: 0xffff)
  }

  /// information text, characters 49-52 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart13: Field {
    Field(row: 799, leaf: 0x80860006, place: 0x3e040000, position: 0xffff)
  }

  /// information text, characters 53-56 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart14: Field {
    Field(row: 800, leaf: 0x80860006, place: 0x3e050000, position: 0xffff)
  }

  /// information text, characters 57-60 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart15: Field {
    Field(row: 801, leaf: 0x80860006, place: 0x3e060000, position: 0xffff)
  }

  /// information text, characters 61-64 (4 ASCII bytes).
  @inlinable public static var transmetaInfoPart16: Field {
    Field(row: 802, leaf: 0x80860006, place: 0x3e070000, position: 0xffff)
  }

  /// frequency now; changes while running (MHz).
  @inlinable public static var transmetaCurrentFrequency: Field {
    Field(row: 803, leaf: 0x80860007, place: 0x3e040000, position: 0xffff)
  }

  /// voltage now; changes while running (mV).
  @inlinable public static var transmetaCurrentVoltage: Field {
    Field(row: 804, leaf: 0x80860007, place: 0x3e050000, position: 0xffff)
  }

  /// performance level now; changes while running (percent).
  @inlinable public static var transmetaCurrentPerformance: Field {
    Field(row: 805, leaf: 0x80860007, place: 0x3e060000, position: 0xffff)
  }

  /// gate delay now; changes while running (fs).
  @inlinable public static var transmetaCurrentGateDelay: Field {
    Field(row: 806, leaf: 0x80860007, place: 0x3e070000, position: 0xffff)
  }

  /// joke text on K8 to Zen parts, outside the advertised range (4 ASCII bytes).
  @inlinable public static var easterEggPart1: Field {
    Field(row: 807, leaf: 0x8fffffff, place: 0x3e040000, position: 0xffff)
  }

  /// joke text (4 ASCII bytes).
  @inlinable public static var easterEggPart2: Field {
    Field(row: 808, leaf: 0x8fffffff, place: 0x3e050000, position: 0xffff)
  }

  /// joke text (4 ASCII bytes).
  @inlinable public static var easterEggPart3: Field {
    Field(row: 809, leaf: 0x8fffffff, place: 0x3e060000, position: 0xffff)
  }

  /// joke text (4 ASCII bytes).
  @inlinable public static var easterEggPart4: Field {
    Field(row: 810, leaf: 0x8fffffff, place: 0x3e070000, position: 0xffff)
  }

  /// highest leaf of the Centaur and Zhaoxin range (leaf number).
  @inlinable public static var maxCentaurLeaf: Field {
    Field(row: 811, leaf: 0xc0000000, place: 0x3e040000, position: 0xffff)
  }

  /// family, model, stepping as leaf 1, with extra stepping bits.
  @inlinable public static var centaurSignature: Field {
    Field(row: 812, leaf: 0xc0000001, place: 0x3e040000, position: 0xffff)
  }

  /// SM2 instructions (on VIA parts: alternate instruction set).
  @inlinable public static var zhaoxinSm2: Field {
    Field(row: 813, leaf: 0xc0000001, place: 0x00070000, position: 0xffff)
  }

  /// SM2 is on.
  @inlinable public static var zhaoxinSm2Enabled: Field {
    Field(row: 814, leaf: 0xc0000001, place: 0x02170000, position: 0xffff)
  }

  /// hardware random numbers (XSTORE).
  @inlinable public static var padlockRng: Field {
    Field(row: 815, leaf: 0xc0000001, place: 0x04270000, position: 0xffff)
  }

  /// random numbers are on.
  @inlinable public static var padlockRngEnabled: Field {
    Field(row: 816, leaf: 0xc0000001, place: 0x06370000, position: 0xffff)
  }

  /// SM3 and SM4 instructions (VIA: LongHaul control).
  @inlinable public static var zhaoxinSm3Sm4: Field {
    Field(row: 817, leaf: 0xc0000001, place: 0x08470000, position: 0xffff)
  }

  /// SM3 and SM4 are on.
  @inlinable public static var zhaoxinSm3Sm4Enabled: Field {
    Field(row: 818, leaf: 0xc0000001, place: 0x0a570000, position: 0xffff)
  }

  /// AES engine.
  @inlinable public static var padlockAce: Field {
    Field(row: 819, leaf: 0xc0000001, place: 0x0c670000, position: 0xffff)
  }

  /// AES engine is on.
  @inlinable public static var padlockAceEnabled: Field {
    Field(row: 820, leaf: 0xc0000001, place: 0x0e770000, position: 0xffff)
  }

  /// second AES engine.
  @inlinable public static var padlockAce2: Field {
    Field(row: 821, leaf: 0xc0000001, place: 0x10870000, position: 0xffff)
  }

  /// second AES engine is on.
  @inlinable public static var padlockAce2Enabled: Field {
    Field(row: 822, leaf: 0xc0000001, place: 0x12970000, position: 0xffff)
  }

  /// SHA-1 and SHA-256 engine.
  @inlinable public static var padlockHash: Field {
    Field(row: 823, leaf: 0xc0000001, place: 0x14a70000, position: 0xffff)
  }

  /// hash engine is on.
  @inlinable public static var padlockHashEnabled: Field {
    Field(row: 824, leaf: 0xc0000001, place: 0x16b70000, position: 0xffff)
  }

  /// Montgomery multiplier.
  @inlinable public static var padlockMontgomery: Field {
    Field(row: 825, leaf: 0xc0000001, place: 0x18c70000, position: 0xffff)
  }

  /// Montgomery multiplier is on.
  @inlinable public static var padlockMontgomeryEnabled: Field {
    Field(row: 826, leaf: 0xc0000001, place: 0x1ad70000, position: 0xffff)
  }

  /// automatic voltage adjustment.
  @inlinable public static var parallax: Field {
    Field(row: 827, leaf: 0xc0000001, place: 0x21070000, position: 0xffff)
  }

  /// automatic voltage adjustment is on.
  @inlinable public static var parallaxEnabled: Field {
    Field(row: 828, leaf: 0xc0000001, place: 0x23170000, position: 0xffff)
  }

  /// third thermal monitor.
  @inlinable public static var thermalMonitor3: Field {
    Field(row: 829, leaf: 0xc0000001, place: 0x29470000, position: 0xffff)
  }

  /// third thermal monitor is on.
  @inlinable public static var thermalMonitor3Enabled: Field {
    Field(row: 830, leaf: 0xc0000001, place: 0x2b570000, position: 0xffff)
  }

  /// second random number generator.
  @inlinable public static var padlockRng2: Field {
    Field(row: 831, leaf: 0xc0000001, place: 0x2d670000, position: 0xffff)
  }

  /// second random number generator is on.
  @inlinable public static var padlockRng2Enabled: Field {
    Field(row: 832, leaf: 0xc0000001, place: 0x2f770000, position: 0xffff)
  }

  /// SHA-384 and SHA-512 engine.
  @inlinable public static var padlockHash2: Field {
    Field(row: 833, leaf: 0xc0000001, place: 0x33970000, position: 0xffff)
  }

  /// SHA-384 and SHA-512 engine is on.
  @inlinable public static var padlockHash2Enabled: Field {
    Field(row: 834, leaf: 0xc0000001, place: 0x35a70000, position: 0xffff)
  }

  /// modular exponentiation instructions.
  @inlinable public static var padlockRsa: Field {
    Field(row: 835, leaf: 0xc0000001, place: 0x37b70000, position: 0xffff)
  }

  /// modular exponentiation is on.
  @inlinable public static var padlockRsaEnabled: Field {
    Field(row: 836, leaf: 0xc0000001, place: 0x39c70000, position: 0xffff)
  }

  /// temperature and voltage status; changes while running.
  @inlinable public static var centaurStatusA: Field {
    Field(row: 837, leaf: 0xc0000002, place: 0x3e040000, position: 0xffff)
  }

  /// frequency and voltage status; changes while running.
  @inlinable public static var centaurStatusB: Field {
    Field(row: 838, leaf: 0xc0000002, place: 0x3e050000, position: 0xffff)
  }

  /// status word.
  @inlinable public static var centaurStatusC: Field {
    Field(row: 839, leaf: 0xc0000002, place: 0x3e060000, position: 0xffff)
  }

  /// status word.
  @inlinable public static var centaurStatusD: Field {
    Field(row: 840, leaf: 0xc0000002, place: 0x3e070000, position: 0xffff)
  }

  /// temperature reading; changes while running.
  @inlinable public static var centaurTemperature: Field {
    Field(row: 841, leaf: 0xc0000004, place: 0x3e040000, position: 0xffff)
  }

  /// current multiplier and voltage; changes while running.
  @inlinable public static var centaurPerformanceStatus: Field {
    Field(row: 842, leaf: 0xc0000004, place: 0x3e050000, position: 0xffff)
  }

  /// multiplier and voltage limits.
  @inlinable public static var centaurPerformanceLimits: Field {
    Field(row: 843, leaf: 0xc0000004, place: 0x3e060000, position: 0xffff)
  }
}
