// Generated from the tables in ABI/ by `make generate`. Do not edit: change the table.
// swift-format-ignore-file
extension CPUPolicy {
  /// highest basic leaf that holds data. CPUID 0x0 * EAX[31:0]. Unit: leaf number.
  @_alwaysEmitIntoClient
  public var maxBasicLeaf: UInt32 {
    @_addressableSelf get { self[.maxBasicLeaf] }
    set { self[.maxBasicLeaf] = newValue }
  }

  /// vendor name, characters 1-4. CPUID 0x0 * EBX[31:0]. Unit: 4 ASCII bytes.
  @_alwaysEmitIntoClient
  public var vendorStringPart1: UInt32 {
    @_addressableSelf get { self[.vendorStringPart1] }
    set { self[.vendorStringPart1] = newValue }
  }

  /// vendor name, characters 9-12. CPUID 0x0 * ECX[31:0]. Unit: 4 ASCII bytes.
  @_alwaysEmitIntoClient
  public var vendorStringPart3: UInt32 {
    @_addressableSelf get { self[.vendorStringPart3] }
    set { self[.vendorStringPart3] = newValue }
  }

  /// vendor name, characters 5-8 (EDX comes before ECX). CPUID 0x0 * EDX[31:0]. Unit: 4 ASCII
  /// bytes.
  @_alwaysEmitIntoClient
  public var vendorStringPart2: UInt32 {
    @_addressableSelf get { self[.vendorStringPart2] }
    set { self[.vendorStringPart2] = newValue }
  }

  /// stepping of the core. CPUID 0x1 * EAX[3:0].
  @_alwaysEmitIntoClient
  public var steppingId: UInt32 {
    @_addressableSelf get { self[.steppingId] }
    set { self[.steppingId] = newValue }
  }

  /// low four bits of the model number. CPUID 0x1 * EAX[7:4].
  @_alwaysEmitIntoClient
  public var baseModel: UInt32 {
    @_addressableSelf get { self[.baseModel] }
    set { self[.baseModel] = newValue }
  }

  /// family when below 15; 15 means add the extended family. CPUID 0x1 * EAX[11:8].
  @_alwaysEmitIntoClient
  public var baseFamily: UInt32 {
    @_addressableSelf get { self[.baseFamily] }
    set { self[.baseFamily] = newValue }
  }

  /// 0 original part, 1 overdrive, 2 second of a dual; obsolete. CPUID 0x1 * EAX[13:12].
  @_alwaysEmitIntoClient
  public var processorType: UInt32 {
    @_addressableSelf get { self[.processorType] }
    set { self[.processorType] = newValue }
  }

  /// high four bits of the model, used when the base family is 6 or 15. CPUID 0x1 * EAX[19:16].
  @_alwaysEmitIntoClient
  public var extendedModel: UInt32 {
    @_addressableSelf get { self[.extendedModel] }
    set { self[.extendedModel] = newValue }
  }

  /// added to the base family when that is 15. CPUID 0x1 * EAX[27:20].
  @_alwaysEmitIntoClient
  public var extendedFamily: UInt32 {
    @_addressableSelf get { self[.extendedFamily] }
    set { self[.extendedFamily] = newValue }
  }

  /// index into an old table of brand names; 0 means not used. CPUID 0x1 * EBX[7:0].
  @_alwaysEmitIntoClient
  public var brandIndex: UInt32 {
    @_addressableSelf get { self[.brandIndex] }
    set { self[.brandIndex] = newValue }
  }

  /// line flushed by CLFLUSH; valid with CLFLUSH. CPUID 0x1 * EBX[15:8]. Unit: 8-byte units.
  @_alwaysEmitIntoClient
  public var clflushLineSize: UInt32 {
    @_addressableSelf get { self[.clflushLineSize] }
    set { self[.clflushLineSize] = newValue }
  }

  /// logical processor ids reserved in a package; valid with HTT (power-of-two room on Intel, exact
  /// count on AMD). CPUID 0x1 * EBX[23:16]. Unit: count.
  @_alwaysEmitIntoClient
  public var logicalProcessorsPerPackage: UInt32 {
    @_addressableSelf get { self[.logicalProcessorsPerPackage] }
    set { self[.logicalProcessorsPerPackage] = newValue }
  }

  /// 8-bit APIC id of the CPU that asks. CPUID 0x1 * EBX[31:24]. Unit: APIC id.
  @_alwaysEmitIntoClient
  public var initialApicId: UInt32 {
    @_addressableSelf get { self[.initialApicId] }
    set { self[.initialApicId] = newValue }
  }

  /// L1 data cache can switch between adaptive and shared mode (BIOS choice). CPUID 0x1 * ECX[10].
  @_alwaysEmitIntoClient
  public var l1ContextId: UInt32 {
    @_addressableSelf get { self[.l1ContextId] }
    set { self[.l1ContextId] = newValue }
  }

  /// serial number in leaf 3 is enabled. CPUID 0x1 * EDX[18].
  @_alwaysEmitIntoClient
  public var processorSerialNumber: UInt32 {
    @_addressableSelf get { self[.processorSerialNumber] }
    set { self[.processorSerialNumber] = newValue }
  }

  /// bit once used by IA-64 processors running x86 code. CPUID 0x1 * EDX[30].
  @_alwaysEmitIntoClient
  public var ia64Emulation: UInt32 {
    @_addressableSelf get { self[.ia64Emulation] }
    set { self[.ia64Emulation] = newValue }
  }

  /// how often leaf 2 must be asked; always 1 on parts made since the Pentium Pro. CPUID 0x2 *
  /// EAX[7:0]. Unit: queries.
  @_alwaysEmitIntoClient
  public var cacheDescriptorQueryCount: UInt32 {
    @_addressableSelf get { self[.cacheDescriptorQueryCount] }
    set { self[.cacheDescriptorQueryCount] = newValue }
  }

  /// descriptor byte 1. CPUID 0x2 * EAX[15:8].
  @_alwaysEmitIntoClient
  public var cacheDescriptor1: UInt32 {
    @_addressableSelf get { self[.cacheDescriptor1] }
    set { self[.cacheDescriptor1] = newValue }
  }

  /// descriptor byte 2. CPUID 0x2 * EAX[23:16].
  @_alwaysEmitIntoClient
  public var cacheDescriptor2: UInt32 {
    @_addressableSelf get { self[.cacheDescriptor2] }
    set { self[.cacheDescriptor2] = newValue }
  }

  /// descriptor byte 3. CPUID 0x2 * EAX[30:24].
  @_alwaysEmitIntoClient
  public var cacheDescriptor3: UInt32 {
    @_addressableSelf get { self[.cacheDescriptor3] }
    set { self[.cacheDescriptor3] = newValue }
  }

  /// set: the bytes of EAX are to be ignored. CPUID 0x2 * EAX[31].
  @_alwaysEmitIntoClient
  public var cacheDescriptorsEaxInvalid: UInt32 {
    @_addressableSelf get { self[.cacheDescriptorsEaxInvalid] }
    set { self[.cacheDescriptorsEaxInvalid] = newValue }
  }

  /// descriptor byte 4. CPUID 0x2 * EBX[7:0].
  @_alwaysEmitIntoClient
  public var cacheDescriptor4: UInt32 {
    @_addressableSelf get { self[.cacheDescriptor4] }
    set { self[.cacheDescriptor4] = newValue }
  }

  /// descriptor byte 5. CPUID 0x2 * EBX[15:8].
  @_alwaysEmitIntoClient
  public var cacheDescriptor5: UInt32 {
    @_addressableSelf get { self[.cacheDescriptor5] }
    set { self[.cacheDescriptor5] = newValue }
  }

  /// descriptor byte 6. CPUID 0x2 * EBX[23:16].
  @_alwaysEmitIntoClient
  public var cacheDescriptor6: UInt32 {
    @_addressableSelf get { self[.cacheDescriptor6] }
    set { self[.cacheDescriptor6] = newValue }
  }

  /// descriptor byte 7. CPUID 0x2 * EBX[30:24].
  @_alwaysEmitIntoClient
  public var cacheDescriptor7: UInt32 {
    @_addressableSelf get { self[.cacheDescriptor7] }
    set { self[.cacheDescriptor7] = newValue }
  }

  /// set: the bytes of EBX are to be ignored. CPUID 0x2 * EBX[31].
  @_alwaysEmitIntoClient
  public var cacheDescriptorsEbxInvalid: UInt32 {
    @_addressableSelf get { self[.cacheDescriptorsEbxInvalid] }
    set { self[.cacheDescriptorsEbxInvalid] = newValue }
  }

  /// descriptor byte 8. CPUID 0x2 * ECX[7:0].
  @_alwaysEmitIntoClient
  public var cacheDescriptor8: UInt32 {
    @_addressableSelf get { self[.cacheDescriptor8] }
    set { self[.cacheDescriptor8] = newValue }
  }

  /// descriptor byte 9. CPUID 0x2 * ECX[15:8].
  @_alwaysEmitIntoClient
  public var cacheDescriptor9: UInt32 {
    @_addressableSelf get { self[.cacheDescriptor9] }
    set { self[.cacheDescriptor9] = newValue }
  }

  /// descriptor byte 10. CPUID 0x2 * ECX[23:16].
  @_alwaysEmitIntoClient
  public var cacheDescriptor10: UInt32 {
    @_addressableSelf get { self[.cacheDescriptor10] }
    set { self[.cacheDescriptor10] = newValue }
  }

  /// descriptor byte 11. CPUID 0x2 * ECX[30:24].
  @_alwaysEmitIntoClient
  public var cacheDescriptor11: UInt32 {
    @_addressableSelf get { self[.cacheDescriptor11] }
    set { self[.cacheDescriptor11] = newValue }
  }

  /// set: the bytes of ECX are to be ignored. CPUID 0x2 * ECX[31].
  @_alwaysEmitIntoClient
  public var cacheDescriptorsEcxInvalid: UInt32 {
    @_addressableSelf get { self[.cacheDescriptorsEcxInvalid] }
    set { self[.cacheDescriptorsEcxInvalid] = newValue }
  }

  /// descriptor byte 12. CPUID 0x2 * EDX[7:0].
  @_alwaysEmitIntoClient
  public var cacheDescriptor12: UInt32 {
    @_addressableSelf get { self[.cacheDescriptor12] }
    set { self[.cacheDescriptor12] = newValue }
  }

  /// descriptor byte 13. CPUID 0x2 * EDX[15:8].
  @_alwaysEmitIntoClient
  public var cacheDescriptor13: UInt32 {
    @_addressableSelf get { self[.cacheDescriptor13] }
    set { self[.cacheDescriptor13] = newValue }
  }

  /// descriptor byte 14. CPUID 0x2 * EDX[23:16].
  @_alwaysEmitIntoClient
  public var cacheDescriptor14: UInt32 {
    @_addressableSelf get { self[.cacheDescriptor14] }
    set { self[.cacheDescriptor14] = newValue }
  }

  /// descriptor byte 15. CPUID 0x2 * EDX[30:24].
  @_alwaysEmitIntoClient
  public var cacheDescriptor15: UInt32 {
    @_addressableSelf get { self[.cacheDescriptor15] }
    set { self[.cacheDescriptor15] = newValue }
  }

  /// set: the bytes of EDX are to be ignored. CPUID 0x2 * EDX[31].
  @_alwaysEmitIntoClient
  public var cacheDescriptorsEdxInvalid: UInt32 {
    @_addressableSelf get { self[.cacheDescriptorsEdxInvalid] }
    set { self[.cacheDescriptorsEdxInvalid] = newValue }
  }

  /// serial number word, Transmeta only. CPUID 0x3 * EAX[31:0].
  @_alwaysEmitIntoClient
  public var serialNumberPart1: UInt32 {
    @_addressableSelf get { self[.serialNumberPart1] }
    set { self[.serialNumberPart1] = newValue }
  }

  /// serial number word, Transmeta only. CPUID 0x3 * EBX[31:0].
  @_alwaysEmitIntoClient
  public var serialNumberPart2: UInt32 {
    @_addressableSelf get { self[.serialNumberPart2] }
    set { self[.serialNumberPart2] = newValue }
  }

  /// serial number bits 31:0; Pentium III only. CPUID 0x3 * ECX[31:0].
  @_alwaysEmitIntoClient
  public var serialNumberLow: UInt32 {
    @_addressableSelf get { self[.serialNumberLow] }
    set { self[.serialNumberLow] = newValue }
  }

  /// serial number bits 63:32; Pentium III only (bits 95:64 are leaf 1 EAX). CPUID 0x3 * EDX[31:0].
  @_alwaysEmitIntoClient
  public var serialNumberMiddle: UInt32 {
    @_addressableSelf get { self[.serialNumberMiddle] }
    set { self[.serialNumberMiddle] = newValue }
  }

  /// 0 ends the list, 1 data, 2 instruction, 3 unified. CPUID 0x4 0-7 EAX[4:0].
  @_alwaysEmitIntoClient
  public func cacheType(subleaf: UInt32) -> UInt32 {
    self[.cacheType, subleaf: subleaf]
  }

  /// level counted from 1. CPUID 0x4 0-7 EAX[7:5]. Unit: level.
  @_alwaysEmitIntoClient
  public func cacheLevel(subleaf: UInt32) -> UInt32 {
    self[.cacheLevel, subleaf: subleaf]
  }

  /// needs no software initialisation. CPUID 0x4 0-7 EAX[8].
  @_alwaysEmitIntoClient
  public func cacheSelfInitializing(subleaf: UInt32) -> UInt32 {
    self[.cacheSelfInitializing, subleaf: subleaf]
  }

  /// one set only. CPUID 0x4 0-7 EAX[9].
  @_alwaysEmitIntoClient
  public func cacheFullyAssociative(subleaf: UInt32) -> UInt32 {
    self[.cacheFullyAssociative, subleaf: subleaf]
  }

  /// no meaning; Xen clears them. CPUID 0x4 0-7 EAX[13:10].
  @_alwaysEmitIntoClient
  public func cacheReserved(subleaf: UInt32) -> UInt32 {
    self[.cacheReserved, subleaf: subleaf]
  }

  /// room for logical processor ids that share this cache, less one. CPUID 0x4 0-7 EAX[25:14].
  /// Unit: count-1.
  @_alwaysEmitIntoClient
  public func cacheThreadsSharing(subleaf: UInt32) -> UInt32 {
    self[.cacheThreadsSharing, subleaf: subleaf]
  }

  /// room for core ids in the package, less one; the same in every subleaf, saturates at 63. CPUID
  /// 0x4 0-7 EAX[31:26]. Unit: count-1.
  @_alwaysEmitIntoClient
  public func cacheCoresPerPackage(subleaf: UInt32) -> UInt32 {
    self[.cacheCoresPerPackage, subleaf: subleaf]
  }

  /// coherency line, less one. CPUID 0x4 0-7 EBX[11:0]. Unit: bytes-1.
  @_alwaysEmitIntoClient
  public func cacheLineSize(subleaf: UInt32) -> UInt32 {
    self[.cacheLineSize, subleaf: subleaf]
  }

  /// line partitions, less one. CPUID 0x4 0-7 EBX[21:12]. Unit: count-1.
  @_alwaysEmitIntoClient
  public func cachePartitions(subleaf: UInt32) -> UInt32 {
    self[.cachePartitions, subleaf: subleaf]
  }

  /// ways, less one. CPUID 0x4 0-7 EBX[31:22]. Unit: count-1.
  @_alwaysEmitIntoClient
  public func cacheWays(subleaf: UInt32) -> UInt32 {
    self[.cacheWays, subleaf: subleaf]
  }

  /// sets, less one. CPUID 0x4 0-7 ECX[31:0]. Unit: count-1.
  @_alwaysEmitIntoClient
  public func cacheSets(subleaf: UInt32) -> UInt32 {
    self[.cacheSets, subleaf: subleaf]
  }

  /// WBINVD/INVD here need not reach lower levels of other threads. CPUID 0x4 0-7 EDX[0].
  @_alwaysEmitIntoClient
  public func cacheWbinvdNotInclusive(subleaf: UInt32) -> UInt32 {
    self[.cacheWbinvdNotInclusive, subleaf: subleaf]
  }

  /// holds everything the lower levels hold. CPUID 0x4 0-7 EDX[1].
  @_alwaysEmitIntoClient
  public func cacheInclusive(subleaf: UInt32) -> UInt32 {
    self[.cacheInclusive, subleaf: subleaf]
  }

  /// set is chosen by a hash, not by plain address bits. CPUID 0x4 0-7 EDX[2].
  @_alwaysEmitIntoClient
  public func cacheComplexIndexing(subleaf: UInt32) -> UInt32 {
    self[.cacheComplexIndexing, subleaf: subleaf]
  }

  /// set on Knights Landing's L2 only; not described. CPUID 0x4 0-7 EDX[4].
  @_alwaysEmitIntoClient
  public func cacheKnightsLandingEdx4(subleaf: UInt32) -> UInt32 {
    self[.cacheKnightsLandingEdx4, subleaf: subleaf]
  }

  /// smallest range watched by MONITOR; meaningful with MONITOR. CPUID 0x5 * EAX[15:0]. Unit:
  /// bytes.
  @_alwaysEmitIntoClient
  public var monitorLineSizeSmallest: UInt32 {
    @_addressableSelf get { self[.monitorLineSizeSmallest] }
    set { self[.monitorLineSizeSmallest] = newValue }
  }

  /// largest range watched by MONITOR. CPUID 0x5 * EBX[15:0]. Unit: bytes.
  @_alwaysEmitIntoClient
  public var monitorLineSizeLargest: UInt32 {
    @_addressableSelf get { self[.monitorLineSizeLargest] }
    set { self[.monitorLineSizeLargest] = newValue }
  }

  /// ECX and EDX of this leaf are meaningful. CPUID 0x5 * ECX[0].
  @_alwaysEmitIntoClient
  public var mwaitExtensionsEnumerated: UInt32 {
    @_addressableSelf get { self[.mwaitExtensionsEnumerated] }
    set { self[.mwaitExtensionsEnumerated] = newValue }
  }

  /// MWAIT can treat masked interrupts as wake events. CPUID 0x5 * ECX[1].
  @_alwaysEmitIntoClient
  public var mwaitInterruptBreak: UInt32 {
    @_addressableSelf get { self[.mwaitInterruptBreak] }
    set { self[.mwaitInterruptBreak] = newValue }
  }

  /// MWAIT may be used without an armed monitor. CPUID 0x5 * ECX[2].
  @_alwaysEmitIntoClient
  public var mwaitMonitorlessWait: UInt32 {
    @_addressableSelf get { self[.mwaitMonitorlessWait] }
    set { self[.mwaitMonitorlessWait] = newValue }
  }

  /// C0 sub-states reachable with MWAIT. CPUID 0x5 * EDX[3:0]. Unit: count.
  @_alwaysEmitIntoClient
  public var mwaitC0Substates: UInt32 {
    @_addressableSelf get { self[.mwaitC0Substates] }
    set { self[.mwaitC0Substates] = newValue }
  }

  /// C1 sub-states. CPUID 0x5 * EDX[7:4]. Unit: count.
  @_alwaysEmitIntoClient
  public var mwaitC1Substates: UInt32 {
    @_addressableSelf get { self[.mwaitC1Substates] }
    set { self[.mwaitC1Substates] = newValue }
  }

  /// C2 sub-states. CPUID 0x5 * EDX[11:8]. Unit: count.
  @_alwaysEmitIntoClient
  public var mwaitC2Substates: UInt32 {
    @_addressableSelf get { self[.mwaitC2Substates] }
    set { self[.mwaitC2Substates] = newValue }
  }

  /// C3 sub-states. CPUID 0x5 * EDX[15:12]. Unit: count.
  @_alwaysEmitIntoClient
  public var mwaitC3Substates: UInt32 {
    @_addressableSelf get { self[.mwaitC3Substates] }
    set { self[.mwaitC3Substates] = newValue }
  }

  /// C4 sub-states. CPUID 0x5 * EDX[19:16]. Unit: count.
  @_alwaysEmitIntoClient
  public var mwaitC4Substates: UInt32 {
    @_addressableSelf get { self[.mwaitC4Substates] }
    set { self[.mwaitC4Substates] = newValue }
  }

  /// C5 sub-states. CPUID 0x5 * EDX[23:20]. Unit: count.
  @_alwaysEmitIntoClient
  public var mwaitC5Substates: UInt32 {
    @_addressableSelf get { self[.mwaitC5Substates] }
    set { self[.mwaitC5Substates] = newValue }
  }

  /// C6 sub-states. CPUID 0x5 * EDX[27:24]. Unit: count.
  @_alwaysEmitIntoClient
  public var mwaitC6Substates: UInt32 {
    @_addressableSelf get { self[.mwaitC6Substates] }
    set { self[.mwaitC6Substates] = newValue }
  }

  /// C7 sub-states. CPUID 0x5 * EDX[31:28]. Unit: count.
  @_alwaysEmitIntoClient
  public var mwaitC7Substates: UInt32 {
    @_addressableSelf get { self[.mwaitC7Substates] }
    set { self[.mwaitC7Substates] = newValue }
  }

  /// on-die temperature can be read. CPUID 0x6 * EAX[0].
  @_alwaysEmitIntoClient
  public var digitalThermalSensor: UInt32 {
    @_addressableSelf get { self[.digitalThermalSensor] }
    set { self[.digitalThermalSensor] = newValue }
  }

  /// opportunistic frequency is available and enabled. CPUID 0x6 * EAX[1].
  @_alwaysEmitIntoClient
  public var turboBoost: UInt32 {
    @_addressableSelf get { self[.turboBoost] }
    set { self[.turboBoost] = newValue }
  }

  /// APIC timer keeps its rate in deep C-states (KVM sets it always; Xen: zero, toolstack key
  /// arat). CPUID 0x6 * EAX[2].
  @_alwaysEmitIntoClient
  public var alwaysRunningApicTimer: UInt32 {
    @_addressableSelf get { self[.alwaysRunningApicTimer] }
    set { self[.alwaysRunningApicTimer] = newValue }
  }

  /// power-limit events. CPUID 0x6 * EAX[4].
  @_alwaysEmitIntoClient
  public var powerLimitNotification: UInt32 {
    @_addressableSelf get { self[.powerLimitNotification] }
    set { self[.powerLimitNotification] = newValue }
  }

  /// finer clock-modulation duty cycle. CPUID 0x6 * EAX[5].
  @_alwaysEmitIntoClient
  public var extendedClockModulation: UInt32 {
    @_addressableSelf get { self[.extendedClockModulation] }
    set { self[.extendedClockModulation] = newValue }
  }

  /// package temperature MSRs. CPUID 0x6 * EAX[6].
  @_alwaysEmitIntoClient
  public var packageThermalManagement: UInt32 {
    @_addressableSelf get { self[.packageThermalManagement] }
    set { self[.packageThermalManagement] = newValue }
  }

  /// hardware-controlled P-states: base MSRs. CPUID 0x6 * EAX[7].
  @_alwaysEmitIntoClient
  public var hwpBase: UInt32 {
    @_addressableSelf get { self[.hwpBase] }
    set { self[.hwpBase] = newValue }
  }

  /// HWP interrupt control. CPUID 0x6 * EAX[8].
  @_alwaysEmitIntoClient
  public var hwpNotification: UInt32 {
    @_addressableSelf get { self[.hwpNotification] }
    set { self[.hwpNotification] = newValue }
  }

  /// HWP activity window field. CPUID 0x6 * EAX[9].
  @_alwaysEmitIntoClient
  public var hwpActivityWindow: UInt32 {
    @_addressableSelf get { self[.hwpActivityWindow] }
    set { self[.hwpActivityWindow] = newValue }
  }

  /// HWP energy/performance hint field. CPUID 0x6 * EAX[10].
  @_alwaysEmitIntoClient
  public var hwpEnergyPerformancePreference: UInt32 {
    @_addressableSelf get { self[.hwpEnergyPerformancePreference] }
    set { self[.hwpEnergyPerformancePreference] = newValue }
  }

  /// HWP request for a whole package. CPUID 0x6 * EAX[11].
  @_alwaysEmitIntoClient
  public var hwpPackageRequest: UInt32 {
    @_addressableSelf get { self[.hwpPackageRequest] }
    set { self[.hwpPackageRequest] = newValue }
  }

  /// HDC base registers. CPUID 0x6 * EAX[13].
  @_alwaysEmitIntoClient
  public var hardwareDutyCycling: UInt32 {
    @_addressableSelf get { self[.hardwareDutyCycling] }
    set { self[.hardwareDutyCycling] = newValue }
  }

  /// favoured-core turbo. CPUID 0x6 * EAX[14].
  @_alwaysEmitIntoClient
  public var turboBoostMax3: UInt32 {
    @_addressableSelf get { self[.turboBoostMax3] }
    set { self[.turboBoostMax3] = newValue }
  }

  /// interrupt when the highest performance level changes. CPUID 0x6 * EAX[15].
  @_alwaysEmitIntoClient
  public var hwpHighestPerformanceChange: UInt32 {
    @_addressableSelf get { self[.hwpHighestPerformanceChange] }
    set { self[.hwpHighestPerformanceChange] = newValue }
  }

  /// HWP fields may be overridden out of band. CPUID 0x6 * EAX[16].
  @_alwaysEmitIntoClient
  public var hwpPeciOverride: UInt32 {
    @_addressableSelf get { self[.hwpPeciOverride] }
    set { self[.hwpPeciOverride] = newValue }
  }

  /// per-field valid bits in the HWP request. CPUID 0x6 * EAX[17].
  @_alwaysEmitIntoClient
  public var hwpFlexible: UInt32 {
    @_addressableSelf get { self[.hwpFlexible] }
    set { self[.hwpFlexible] = newValue }
  }

  /// low-latency HWP request MSR. CPUID 0x6 * EAX[18].
  @_alwaysEmitIntoClient
  public var hwpFastAccess: UInt32 {
    @_addressableSelf get { self[.hwpFastAccess] }
    set { self[.hwpFastAccess] = newValue }
  }

  /// hardware feedback table and MSRs. CPUID 0x6 * EAX[19].
  @_alwaysEmitIntoClient
  public var hardwareFeedbackInterface: UInt32 {
    @_addressableSelf get { self[.hardwareFeedbackInterface] }
    set { self[.hardwareFeedbackInterface] = newValue }
  }

  /// requests of idle logical processors can be ignored. CPUID 0x6 * EAX[20].
  @_alwaysEmitIntoClient
  public var hwpIgnoreIdleRequest: UInt32 {
    @_addressableSelf get { self[.hwpIgnoreIdleRequest] }
    set { self[.hwpIgnoreIdleRequest] = newValue }
  }

  /// HWP control MSR. CPUID 0x6 * EAX[22].
  @_alwaysEmitIntoClient
  public var hwpControl: UInt32 {
    @_addressableSelf get { self[.hwpControl] }
    set { self[.hwpControl] = newValue }
  }

  /// per-class feedback (thread director). CPUID 0x6 * EAX[23].
  @_alwaysEmitIntoClient
  public var threadDirector: UInt32 {
    @_addressableSelf get { self[.threadDirector] }
    set { self[.threadDirector] = newValue }
  }

  /// hardware-feedback notification bit in the thermal interrupt MSR. CPUID 0x6 * EAX[24].
  @_alwaysEmitIntoClient
  public var thermalInterruptBit25: UInt32 {
    @_addressableSelf get { self[.thermalInterruptBit25] }
    set { self[.thermalInterruptBit25] = newValue }
  }

  /// programmable interrupt thresholds of the sensor. CPUID 0x6 * EBX[3:0]. Unit: count.
  @_alwaysEmitIntoClient
  public var thermalThresholds: UInt32 {
    @_addressableSelf get { self[.thermalThresholds] }
    set { self[.thermalThresholds] = newValue }
  }

  /// APERF/MPERF effective-frequency counters. CPUID 0x6 * ECX[0].
  @_alwaysEmitIntoClient
  public var aperfMperf: UInt32 {
    @_addressableSelf get { self[.aperfMperf] }
    set { self[.aperfMperf] = newValue }
  }

  /// second effective-frequency counter pair, early parts. CPUID 0x6 * ECX[1].
  @_alwaysEmitIntoClient
  public var acnt2: UInt32 {
    @_addressableSelf get { self[.acnt2] }
    set { self[.acnt2] = newValue }
  }

  /// ENERGY_PERF_BIAS MSR. CPUID 0x6 * ECX[3].
  @_alwaysEmitIntoClient
  public var energyPerformanceBias: UInt32 {
    @_addressableSelf get { self[.energyPerformanceBias] }
    set { self[.energyPerformanceBias] = newValue }
  }

  /// number of thread-director classes. CPUID 0x6 * ECX[15:8]. Unit: count.
  @_alwaysEmitIntoClient
  public var threadDirectorClasses: UInt32 {
    @_addressableSelf get { self[.threadDirectorClasses] }
    set { self[.threadDirectorClasses] = newValue }
  }

  /// bit 0 performance, bit 1 efficiency; others reserved. CPUID 0x6 * EDX[7:0].
  @_alwaysEmitIntoClient
  public var feedbackCapabilities: UInt32 {
    @_addressableSelf get { self[.feedbackCapabilities] }
    set { self[.feedbackCapabilities] = newValue }
  }

  /// size of the feedback table. CPUID 0x6 * EDX[11:8]. Unit: 4 KiB pages -1.
  @_alwaysEmitIntoClient
  public var feedbackTableSize: UInt32 {
    @_addressableSelf get { self[.feedbackTableSize] }
    set { self[.feedbackTableSize] = newValue }
  }

  /// row of this logical processor (differs per CPU). CPUID 0x6 * EDX[31:16]. Unit: row.
  @_alwaysEmitIntoClient
  public var feedbackTableIndex: UInt32 {
    @_addressableSelf get { self[.feedbackTableIndex] }
    set { self[.feedbackTableIndex] = newValue }
  }

  /// highest subleaf of leaf 7. CPUID 0x7 0 EAX[31:0]. Unit: subleaf number.
  @_alwaysEmitIntoClient
  public var maxLeaf7Subleaf: UInt32 {
    @_addressableSelf get { self[.maxLeaf7Subleaf] }
    set { self[.maxLeaf7Subleaf] = newValue }
  }

  /// extra address width that BNDLDX/BNDSTX use in 64-bit mode; meaningful with MPX. CPUID 0x7 0
  /// ECX[21:17]. Unit: bits.
  @_alwaysEmitIntoClient
  public var mpxMawau: UInt32 {
    @_addressableSelf get { self[.mpxMawau] }
    set { self[.mpxMawau] = newValue }
  }

  /// AES key-locker instructions; leaf 0x19. CPUID 0x7 0 ECX[23].
  @_alwaysEmitIntoClient
  public var keyLocker: UInt32 {
    @_addressableSelf get { self[.keyLocker] }
    set { self[.keyLocker] = newValue }
  }

  /// remote atomic integer operations. CPUID 0x7 1 EAX[3].
  @_alwaysEmitIntoClient
  public var raoInt: UInt32 {
    @_addressableSelf get { self[.raoInt] }
    set { self[.raoInt] = newValue }
  }

  /// HRESET clears branch and thread-director history; leaf 0x20. CPUID 0x7 1 EAX[22].
  @_alwaysEmitIntoClient
  public var hreset: UInt32 {
    @_addressableSelf get { self[.hreset] }
    set { self[.hreset] = newValue }
  }

  /// PBNDKB instruction (storage-encryption key binding). CPUID 0x7 1 EBX[1].
  @_alwaysEmitIntoClient
  public var pbndkb: UInt32 {
    @_addressableSelf get { self[.pbndkb] }
    set { self[.pbndkb] = newValue }
  }

  /// MISC_ENABLE bit 22 (limit CPUID) no longer works. CPUID 0x7 1 EBX[3].
  @_alwaysEmitIntoClient
  public var cpuidMaxValLimitRemoved: UInt32 {
    @_addressableSelf get { self[.cpuidMaxValLimitRemoved] }
    set { self[.cpuidMaxValLimitRemoved] = newValue }
  }

  /// leaf 0x27 describes asymmetric resource monitoring. CPUID 0x7 1 ECX[0].
  @_alwaysEmitIntoClient
  public var asymmetricRdtMonitoring: UInt32 {
    @_addressableSelf get { self[.asymmetricRdtMonitoring] }
    set { self[.asymmetricRdtMonitoring] = newValue }
  }

  /// leaf 0x28 describes asymmetric resource allocation. CPUID 0x7 1 ECX[1].
  @_alwaysEmitIntoClient
  public var asymmetricRdtAllocation: UInt32 {
    @_addressableSelf get { self[.asymmetricRdtAllocation] }
    set { self[.asymmetricRdtAllocation] = newValue }
  }

  /// legacy modes removed (withdrawn proposal). CPUID 0x7 1 ECX[2].
  @_alwaysEmitIntoClient
  public var legacyReducedIsa: UInt32 {
    @_addressableSelf get { self[.legacyReducedIsa] }
    set { self[.legacyReducedIsa] = newValue }
  }

  /// 64-bit start-up IPI (withdrawn proposal). CPUID 0x7 1 ECX[4].
  @_alwaysEmitIntoClient
  public var sipi64: UInt32 {
    @_addressableSelf get { self[.sipi64] }
    set { self[.sipi64] = newValue }
  }

  /// RDMSR/WRMSRNS with an immediate MSR number. CPUID 0x7 1 ECX[5].
  @_alwaysEmitIntoClient
  public var msrImmediate: UInt32 {
    @_addressableSelf get { self[.msrImmediate] }
    set { self[.msrImmediate] = newValue }
  }

  /// user-mode timer events (UTMR). CPUID 0x7 1 EDX[13].
  @_alwaysEmitIntoClient
  public var userTimer: UInt32 {
    @_addressableSelf get { self[.userTimer] }
    set { self[.userTimer] = newValue }
  }

  /// URDMSR/UWRMSR user-mode MSR access. CPUID 0x7 1 EDX[15].
  @_alwaysEmitIntoClient
  public var userMsr: UInt32 {
    @_addressableSelf get { self[.userMsr] }
    set { self[.userMsr] = newValue }
  }

  /// AVX10 converged vector set; leaf 0x24 gives its version. CPUID 0x7 1 EDX[19].
  @_alwaysEmitIntoClient
  public var avx10: UInt32 {
    @_addressableSelf get { self[.avx10] }
    set { self[.avx10] = newValue }
  }

  /// advanced performance extensions, foundation (XCR0 bit 19). CPUID 0x7 1 EDX[21].
  @_alwaysEmitIntoClient
  public var apxF: UInt32 {
    @_addressableSelf get { self[.apxF] }
    set { self[.apxF] = newValue }
  }

  /// MWAIT presence reported apart from MONITOR. CPUID 0x7 1 EDX[23].
  @_alwaysEmitIntoClient
  public var mwaitEnumerated: UInt32 {
    @_addressableSelf get { self[.mwaitEnumerated] }
    set { self[.mwaitEnumerated] = newValue }
  }

  /// not affected by the MONITOR/UMONITOR power-down flaw. CPUID 0x7 2 EDX[7].
  @_alwaysEmitIntoClient
  public var monitorMitigationNo: UInt32 {
    @_addressableSelf get { self[.monitorMitigationNo] }
    set { self[.monitorMitigationNo] = newValue }
  }

  /// set on every Core 2 part; leaf 8 is otherwise empty. CPUID 0x8 * EAX[10].
  @_alwaysEmitIntoClient
  public var leaf8Core2Eax10: UInt32 {
    @_addressableSelf get { self[.leaf8Core2Eax10] }
    set { self[.leaf8Core2Eax10] = newValue }
  }

  /// copy of the direct-cache-access capability MSR; bit 0 = enabled by firmware; meaningful with
  /// DCA. CPUID 0x9 * EAX[31:0].
  @_alwaysEmitIntoClient
  public var dcaCapability: UInt32 {
    @_addressableSelf get { self[.dcaCapability] }
    set { self[.dcaCapability] = newValue }
  }

  /// architectural performance monitoring version, 0 = none (Xen: zero unless vPMU; capped at 3).
  /// CPUID 0xa * EAX[7:0]. Unit: version.
  @_alwaysEmitIntoClient
  public var pmuVersion: UInt32 {
    @_addressableSelf get { self[.pmuVersion] }
    set { self[.pmuVersion] = newValue }
  }

  /// general counters of a logical processor. CPUID 0xa * EAX[15:8]. Unit: count.
  @_alwaysEmitIntoClient
  public var pmuGeneralCounters: UInt32 {
    @_addressableSelf get { self[.pmuGeneralCounters] }
    set { self[.pmuGeneralCounters] = newValue }
  }

  /// width of a general counter. CPUID 0xa * EAX[23:16]. Unit: bits.
  @_alwaysEmitIntoClient
  public var pmuGeneralCounterWidth: UInt32 {
    @_addressableSelf get { self[.pmuGeneralCounterWidth] }
    set { self[.pmuGeneralCounterWidth] = newValue }
  }

  /// number of valid event bits in EBX. CPUID 0xa * EAX[31:24]. Unit: bits.
  @_alwaysEmitIntoClient
  public var pmuEventVectorLength: UInt32 {
    @_addressableSelf get { self[.pmuEventVectorLength] }
    set { self[.pmuEventVectorLength] = newValue }
  }

  /// event absent when set: core cycles. CPUID 0xa * EBX[0].
  @_alwaysEmitIntoClient
  public var pmuNoCoreCycles: UInt32 {
    @_addressableSelf get { self[.pmuNoCoreCycles] }
    set { self[.pmuNoCoreCycles] = newValue }
  }

  /// event absent when set: instructions retired. CPUID 0xa * EBX[1].
  @_alwaysEmitIntoClient
  public var pmuNoInstructionsRetired: UInt32 {
    @_addressableSelf get { self[.pmuNoInstructionsRetired] }
    set { self[.pmuNoInstructionsRetired] = newValue }
  }

  /// event absent when set: reference cycles. CPUID 0xa * EBX[2].
  @_alwaysEmitIntoClient
  public var pmuNoReferenceCycles: UInt32 {
    @_addressableSelf get { self[.pmuNoReferenceCycles] }
    set { self[.pmuNoReferenceCycles] = newValue }
  }

  /// event absent when set: last-level cache references. CPUID 0xa * EBX[3].
  @_alwaysEmitIntoClient
  public var pmuNoLlcReferences: UInt32 {
    @_addressableSelf get { self[.pmuNoLlcReferences] }
    set { self[.pmuNoLlcReferences] = newValue }
  }

  /// event absent when set: last-level cache misses. CPUID 0xa * EBX[4].
  @_alwaysEmitIntoClient
  public var pmuNoLlcMisses: UInt32 {
    @_addressableSelf get { self[.pmuNoLlcMisses] }
    set { self[.pmuNoLlcMisses] = newValue }
  }

  /// event absent when set: branches retired. CPUID 0xa * EBX[5].
  @_alwaysEmitIntoClient
  public var pmuNoBranchesRetired: UInt32 {
    @_addressableSelf get { self[.pmuNoBranchesRetired] }
    set { self[.pmuNoBranchesRetired] = newValue }
  }

  /// event absent when set: mispredicted branches. CPUID 0xa * EBX[6].
  @_alwaysEmitIntoClient
  public var pmuNoBranchMispredicts: UInt32 {
    @_addressableSelf get { self[.pmuNoBranchMispredicts] }
    set { self[.pmuNoBranchMispredicts] = newValue }
  }

  /// event absent when set: top-down slots. CPUID 0xa * EBX[7].
  @_alwaysEmitIntoClient
  public var pmuNoTopdownSlots: UInt32 {
    @_addressableSelf get { self[.pmuNoTopdownSlots] }
    set { self[.pmuNoTopdownSlots] = newValue }
  }

  /// event absent when set: back-end bound slots. CPUID 0xa * EBX[8].
  @_alwaysEmitIntoClient
  public var pmuNoBackendBound: UInt32 {
    @_addressableSelf get { self[.pmuNoBackendBound] }
    set { self[.pmuNoBackendBound] = newValue }
  }

  /// event absent when set: bad speculation slots. CPUID 0xa * EBX[9].
  @_alwaysEmitIntoClient
  public var pmuNoBadSpeculation: UInt32 {
    @_addressableSelf get { self[.pmuNoBadSpeculation] }
    set { self[.pmuNoBadSpeculation] = newValue }
  }

  /// event absent when set: front-end bound slots. CPUID 0xa * EBX[10].
  @_alwaysEmitIntoClient
  public var pmuNoFrontendBound: UInt32 {
    @_addressableSelf get { self[.pmuNoFrontendBound] }
    set { self[.pmuNoFrontendBound] = newValue }
  }

  /// event absent when set: retiring slots. CPUID 0xa * EBX[11].
  @_alwaysEmitIntoClient
  public var pmuNoRetiring: UInt32 {
    @_addressableSelf get { self[.pmuNoRetiring] }
    set { self[.pmuNoRetiring] = newValue }
  }

  /// event absent when set: LBR inserts. CPUID 0xa * EBX[12].
  @_alwaysEmitIntoClient
  public var pmuNoLbrInserts: UInt32 {
    @_addressableSelf get { self[.pmuNoLbrInserts] }
    set { self[.pmuNoLbrInserts] = newValue }
  }

  /// fixed counters present, version 5 and later. CPUID 0xa * ECX[31:0].
  @_alwaysEmitIntoClient
  public var pmuFixedCounterBitmap: UInt32 {
    @_addressableSelf get { self[.pmuFixedCounterBitmap] }
    set { self[.pmuFixedCounterBitmap] = newValue }
  }

  /// contiguous fixed counters. CPUID 0xa * EDX[4:0]. Unit: count.
  @_alwaysEmitIntoClient
  public var pmuFixedCounters: UInt32 {
    @_addressableSelf get { self[.pmuFixedCounters] }
    set { self[.pmuFixedCounters] = newValue }
  }

  /// width of a fixed counter. CPUID 0xa * EDX[12:5]. Unit: bits.
  @_alwaysEmitIntoClient
  public var pmuFixedCounterWidth: UInt32 {
    @_addressableSelf get { self[.pmuFixedCounterWidth] }
    set { self[.pmuFixedCounterWidth] = newValue }
  }

  /// set on Atom parts of the Bonnell and Silvermont lines; not described. CPUID 0xa * EDX[14:13].
  @_alwaysEmitIntoClient
  public var pmuReserved14: UInt32 {
    @_addressableSelf get { self[.pmuReserved14] }
    set { self[.pmuReserved14] = newValue }
  }

  /// AnyThread bit must not be used. CPUID 0xa * EDX[15].
  @_alwaysEmitIntoClient
  public var pmuAnyThreadDeprecated: UInt32 {
    @_addressableSelf get { self[.pmuAnyThreadDeprecated] }
    set { self[.pmuAnyThreadDeprecated] = newValue }
  }

  /// slots per cycle for top-down formulas. CPUID 0xa * EDX[19:16]. Unit: slots.
  @_alwaysEmitIntoClient
  public var pmuSlotsPerCycle: UInt32 {
    @_addressableSelf get { self[.pmuSlotsPerCycle] }
    set { self[.pmuSlotsPerCycle] = newValue }
  }

  /// shift that removes this level's id bits from the x2APIC id. CPUID 0xb 0-7 EAX[4:0]. Unit:
  /// bits.
  @_alwaysEmitIntoClient
  public func topologyShift(subleaf: UInt32) -> UInt32 {
    self[.topologyShift, subleaf: subleaf]
  }

  /// logical processors at this level as shipped; not for counting ids. CPUID 0xb 0-7 EBX[15:0].
  /// Unit: count.
  @_alwaysEmitIntoClient
  public func topologyLogicalCount(subleaf: UInt32) -> UInt32 {
    self[.topologyLogicalCount, subleaf: subleaf]
  }

  /// echo of the subleaf asked. CPUID 0xb 0-7 ECX[7:0]. Unit: count.
  @_alwaysEmitIntoClient
  public func topologyLevelNumber(subleaf: UInt32) -> UInt32 {
    self[.topologyLevelNumber, subleaf: subleaf]
  }

  /// 0 none, 1 thread, 2 core. CPUID 0xb 0-7 ECX[15:8].
  @_alwaysEmitIntoClient
  public func topologyLevelType(subleaf: UInt32) -> UInt32 {
    self[.topologyLevelType, subleaf: subleaf]
  }

  /// 32-bit id of the CPU that asks; the same in every subleaf. CPUID 0xb 0-7 EDX[31:0]. Unit: APIC
  /// id.
  @_alwaysEmitIntoClient
  public func topologyX2ApicId(subleaf: UInt32) -> UInt32 {
    self[.topologyX2ApicId, subleaf: subleaf]
  }

  /// x87 state. CPUID 0xd 0 EAX[0].
  @_alwaysEmitIntoClient
  public var xcr0X87: UInt32 {
    @_addressableSelf get { self[.xcr0X87] }
    set { self[.xcr0X87] = newValue }
  }

  /// XMM and MXCSR state. CPUID 0xd 0 EAX[1].
  @_alwaysEmitIntoClient
  public var xcr0Sse: UInt32 {
    @_addressableSelf get { self[.xcr0Sse] }
    set { self[.xcr0Sse] = newValue }
  }

  /// upper halves of YMM. CPUID 0xd 0 EAX[2].
  @_alwaysEmitIntoClient
  public var xcr0Avx: UInt32 {
    @_addressableSelf get { self[.xcr0Avx] }
    set { self[.xcr0Avx] = newValue }
  }

  /// MPX bound registers. CPUID 0xd 0 EAX[3].
  @_alwaysEmitIntoClient
  public var xcr0BndRegs: UInt32 {
    @_addressableSelf get { self[.xcr0BndRegs] }
    set { self[.xcr0BndRegs] = newValue }
  }

  /// MPX configuration and status. CPUID 0xd 0 EAX[4].
  @_alwaysEmitIntoClient
  public var xcr0BndCsr: UInt32 {
    @_addressableSelf get { self[.xcr0BndCsr] }
    set { self[.xcr0BndCsr] = newValue }
  }

  /// AVX-512 mask registers. CPUID 0xd 0 EAX[5].
  @_alwaysEmitIntoClient
  public var xcr0Opmask: UInt32 {
    @_addressableSelf get { self[.xcr0Opmask] }
    set { self[.xcr0Opmask] = newValue }
  }

  /// upper halves of ZMM0-15. CPUID 0xd 0 EAX[6].
  @_alwaysEmitIntoClient
  public var xcr0ZmmHi256: UInt32 {
    @_addressableSelf get { self[.xcr0ZmmHi256] }
    set { self[.xcr0ZmmHi256] = newValue }
  }

  /// ZMM16-31. CPUID 0xd 0 EAX[7].
  @_alwaysEmitIntoClient
  public var xcr0Hi16Zmm: UInt32 {
    @_addressableSelf get { self[.xcr0Hi16Zmm] }
    set { self[.xcr0Hi16Zmm] = newValue }
  }

  /// user protection-key register. CPUID 0xd 0 EAX[9].
  @_alwaysEmitIntoClient
  public var xcr0Pkru: UInt32 {
    @_addressableSelf get { self[.xcr0Pkru] }
    set { self[.xcr0Pkru] = newValue }
  }

  /// AMX tile configuration; goes with bit 18. CPUID 0xd 0 EAX[17].
  @_alwaysEmitIntoClient
  public var xcr0TileConfig: UInt32 {
    @_addressableSelf get { self[.xcr0TileConfig] }
    set { self[.xcr0TileConfig] = newValue }
  }

  /// AMX tile data; goes with bit 17. CPUID 0xd 0 EAX[18].
  @_alwaysEmitIntoClient
  public var xcr0TileData: UInt32 {
    @_addressableSelf get { self[.xcr0TileData] }
    set { self[.xcr0TileData] = newValue }
  }

  /// APX extended general registers. CPUID 0xd 0 EAX[19].
  @_alwaysEmitIntoClient
  public var xcr0Apx: UInt32 {
    @_addressableSelf get { self[.xcr0Apx] }
    set { self[.xcr0Apx] = newValue }
  }

  /// standard-format size for what XCR0 enables now. CPUID 0xd 0 EBX[31:0]. Unit: bytes.
  @_alwaysEmitIntoClient
  public var xsaveSizeEnabled: UInt32 {
    @_addressableSelf get { self[.xsaveSizeEnabled] }
    set { self[.xsaveSizeEnabled] = newValue }
  }

  /// standard-format size if every XCR0 bit offered were enabled. CPUID 0xd 0 ECX[31:0]. Unit:
  /// bytes.
  @_alwaysEmitIntoClient
  public var xsaveSizeMax: UInt32 {
    @_addressableSelf get { self[.xsaveSizeMax] }
    set { self[.xsaveSizeMax] = newValue }
  }

  /// lightweight-profiling state (XCR0 bit 62). CPUID 0xd 0 EDX[30].
  @_alwaysEmitIntoClient
  public var xcr0Lwp: UInt32 {
    @_addressableSelf get { self[.xcr0Lwp] }
    set { self[.xcr0Lwp] = newValue }
  }

  /// compact-format size for XCR0 and XSS as enabled now. CPUID 0xd 1 EBX[31:0]. Unit: bytes.
  @_alwaysEmitIntoClient
  public var xsaveSizeCompactEnabled: UInt32 {
    @_addressableSelf get { self[.xsaveSizeCompactEnabled] }
    set { self[.xsaveSizeCompactEnabled] = newValue }
  }

  /// trace state (XSS bit 8). CPUID 0xd 1 ECX[8].
  @_alwaysEmitIntoClient
  public var xssProcessorTrace: UInt32 {
    @_addressableSelf get { self[.xssProcessorTrace] }
    set { self[.xssProcessorTrace] = newValue }
  }

  /// PASID MSR state (XSS bit 10). CPUID 0xd 1 ECX[10].
  @_alwaysEmitIntoClient
  public var xssPasid: UInt32 {
    @_addressableSelf get { self[.xssPasid] }
    set { self[.xssPasid] = newValue }
  }

  /// user shadow-stack state; needs CET_SS or CET_IBT. CPUID 0xd 1 ECX[11].
  @_alwaysEmitIntoClient
  public var xssCetUser: UInt32 {
    @_addressableSelf get { self[.xssCetUser] }
    set { self[.xssCetUser] = newValue }
  }

  /// supervisor shadow-stack state; needs CET_SS. CPUID 0xd 1 ECX[12].
  @_alwaysEmitIntoClient
  public var xssCetSupervisor: UInt32 {
    @_addressableSelf get { self[.xssCetSupervisor] }
    set { self[.xssCetSupervisor] = newValue }
  }

  /// hardware duty-cycling state (XSS bit 13). CPUID 0xd 1 ECX[13].
  @_alwaysEmitIntoClient
  public var xssHdc: UInt32 {
    @_addressableSelf get { self[.xssHdc] }
    set { self[.xssHdc] = newValue }
  }

  /// user-interrupt state; needs UINTR. CPUID 0xd 1 ECX[14].
  @_alwaysEmitIntoClient
  public var xssUserInterrupts: UInt32 {
    @_addressableSelf get { self[.xssUserInterrupts] }
    set { self[.xssUserInterrupts] = newValue }
  }

  /// architectural LBR state; needs ARCH_LBR. CPUID 0xd 1 ECX[15].
  @_alwaysEmitIntoClient
  public var xssArchLbr: UInt32 {
    @_addressableSelf get { self[.xssArchLbr] }
    set { self[.xssArchLbr] = newValue }
  }

  /// HWP request state (XSS bit 16). CPUID 0xd 1 ECX[16].
  @_alwaysEmitIntoClient
  public var xssHwp: UInt32 {
    @_addressableSelf get { self[.xssHwp] }
    set { self[.xssHwp] = newValue }
  }

  /// XSS bits 63:32; none assigned. CPUID 0xd 1 EDX[31:0].
  @_alwaysEmitIntoClient
  public var xssHigh: UInt32 {
    @_addressableSelf get { self[.xssHigh] }
    set { self[.xssHigh] = newValue }
  }

  /// size of this component. CPUID 0xd 2-62 EAX[31:0]. Unit: bytes.
  @_alwaysEmitIntoClient
  public func xstateComponentSize(subleaf: UInt32) -> UInt32 {
    self[.xstateComponentSize, subleaf: subleaf]
  }

  /// offset in the standard format; 0 for supervisor components. CPUID 0xd 2-62 EBX[31:0]. Unit:
  /// bytes.
  @_alwaysEmitIntoClient
  public func xstateComponentOffset(subleaf: UInt32) -> UInt32 {
    self[.xstateComponentOffset, subleaf: subleaf]
  }

  /// controlled by XSS rather than XCR0. CPUID 0xd 2-62 ECX[0].
  @_alwaysEmitIntoClient
  public func xstateComponentSupervisor(subleaf: UInt32) -> UInt32 {
    self[.xstateComponentSupervisor, subleaf: subleaf]
  }

  /// starts on a 64-byte boundary in the compact format. CPUID 0xd 2-62 ECX[1].
  @_alwaysEmitIntoClient
  public func xstateComponentAligned(subleaf: UInt32) -> UInt32 {
    self[.xstateComponentAligned, subleaf: subleaf]
  }

  /// can be disabled through XFD; needs XFD. CPUID 0xd 2-62 ECX[2].
  @_alwaysEmitIntoClient
  public func xstateComponentXfd(subleaf: UInt32) -> UInt32 {
    self[.xstateComponentXfd, subleaf: subleaf]
  }

  /// highest monitoring id of the package; meaningful with PQM. CPUID 0xf 0 EBX[31:0]. Unit: RMID.
  @_alwaysEmitIntoClient
  public var rmidMax: UInt32 {
    @_addressableSelf get { self[.rmidMax] }
    set { self[.rmidMax] = newValue }
  }

  /// subleaf 1 describes L3 monitoring. CPUID 0xf 0 EDX[1].
  @_alwaysEmitIntoClient
  public var l3MonitoringPresent: UInt32 {
    @_addressableSelf get { self[.l3MonitoringPresent] }
    set { self[.l3MonitoringPresent] = newValue }
  }

  /// counter width above 24. CPUID 0xf 1 EAX[7:0]. Unit: bits -24.
  @_alwaysEmitIntoClient
  public var l3MonitoringCounterWidth: UInt32 {
    @_addressableSelf get { self[.l3MonitoringCounterWidth] }
    set { self[.l3MonitoringCounterWidth] = newValue }
  }

  /// bit 61 of the counter MSR reports overflow. CPUID 0xf 1 EAX[8].
  @_alwaysEmitIntoClient
  public var l3MonitoringOverflowBit: UInt32 {
    @_addressableSelf get { self[.l3MonitoringOverflowBit] }
    set { self[.l3MonitoringOverflowBit] = newValue }
  }

  /// devices take part in occupancy monitoring. CPUID 0xf 1 EAX[9].
  @_alwaysEmitIntoClient
  public var l3MonitoringIoOccupancy: UInt32 {
    @_addressableSelf get { self[.l3MonitoringIoOccupancy] }
    set { self[.l3MonitoringIoOccupancy] = newValue }
  }

  /// devices take part in bandwidth monitoring. CPUID 0xf 1 EAX[10].
  @_alwaysEmitIntoClient
  public var l3MonitoringIoBandwidth: UInt32 {
    @_addressableSelf get { self[.l3MonitoringIoBandwidth] }
    set { self[.l3MonitoringIoBandwidth] = newValue }
  }

  /// factor from counter value to bytes. CPUID 0xf 1 EBX[31:0]. Unit: bytes.
  @_alwaysEmitIntoClient
  public var l3MonitoringUpscale: UInt32 {
    @_addressableSelf get { self[.l3MonitoringUpscale] }
    set { self[.l3MonitoringUpscale] = newValue }
  }

  /// highest id for L3. CPUID 0xf 1 ECX[31:0]. Unit: RMID.
  @_alwaysEmitIntoClient
  public var l3MonitoringRmidMax: UInt32 {
    @_addressableSelf get { self[.l3MonitoringRmidMax] }
    set { self[.l3MonitoringRmidMax] = newValue }
  }

  /// occupancy event. CPUID 0xf 1 EDX[0].
  @_alwaysEmitIntoClient
  public var l3OccupancyMonitoring: UInt32 {
    @_addressableSelf get { self[.l3OccupancyMonitoring] }
    set { self[.l3OccupancyMonitoring] = newValue }
  }

  /// total bandwidth event. CPUID 0xf 1 EDX[1].
  @_alwaysEmitIntoClient
  public var l3TotalBandwidthMonitoring: UInt32 {
    @_addressableSelf get { self[.l3TotalBandwidthMonitoring] }
    set { self[.l3TotalBandwidthMonitoring] = newValue }
  }

  /// local bandwidth event. CPUID 0xf 1 EDX[2].
  @_alwaysEmitIntoClient
  public var l3LocalBandwidthMonitoring: UInt32 {
    @_addressableSelf get { self[.l3LocalBandwidthMonitoring] }
    set { self[.l3LocalBandwidthMonitoring] = newValue }
  }

  /// set on a few server parts; not described. CPUID 0xf 1 EDX[3].
  @_alwaysEmitIntoClient
  public var l3MonitoringEvent3: UInt32 {
    @_addressableSelf get { self[.l3MonitoringEvent3] }
    set { self[.l3MonitoringEvent3] = newValue }
  }

  /// L3 allocation; meaningful with PQE. CPUID 0x10 0 EBX[1].
  @_alwaysEmitIntoClient
  public var l3AllocationPresent: UInt32 {
    @_addressableSelf get { self[.l3AllocationPresent] }
    set { self[.l3AllocationPresent] = newValue }
  }

  /// L2 allocation. CPUID 0x10 0 EBX[2].
  @_alwaysEmitIntoClient
  public var l2AllocationPresent: UInt32 {
    @_addressableSelf get { self[.l2AllocationPresent] }
    set { self[.l2AllocationPresent] = newValue }
  }

  /// memory bandwidth allocation. CPUID 0x10 0 EBX[3].
  @_alwaysEmitIntoClient
  public var bandwidthAllocationPresent: UInt32 {
    @_addressableSelf get { self[.bandwidthAllocationPresent] }
    set { self[.bandwidthAllocationPresent] = newValue }
  }

  /// cache bandwidth allocation (subleaf 5). CPUID 0x10 0 EBX[5].
  @_alwaysEmitIntoClient
  public var cacheBandwidthAllocationPresent: UInt32 {
    @_addressableSelf get { self[.cacheBandwidthAllocationPresent] }
    set { self[.cacheBandwidthAllocationPresent] = newValue }
  }

  /// resource id 6, not publicly described; subleaf 6 exists. CPUID 0x10 0 EBX[6].
  @_alwaysEmitIntoClient
  public var resource6AllocationPresent: UInt32 {
    @_addressableSelf get { self[.resource6AllocationPresent] }
    set { self[.resource6AllocationPresent] = newValue }
  }

  /// length of a capacity mask. CPUID 0x10 1-2 EAX[4:0]. Unit: bits-1.
  @_alwaysEmitIntoClient
  public func allocationMaskLength(subleaf: UInt32) -> UInt32 {
    self[.allocationMaskLength, subleaf: subleaf]
  }

  /// mask units also used by other agents. CPUID 0x10 1-2 EBX[31:0].
  @_alwaysEmitIntoClient
  public func allocationSharedUnits(subleaf: UInt32) -> UInt32 {
    self[.allocationSharedUnits, subleaf: subleaf]
  }

  /// devices take part in allocation. CPUID 0x10 1-2 ECX[1].
  @_alwaysEmitIntoClient
  public func allocationIoShared(subleaf: UInt32) -> UInt32 {
    self[.allocationIoShared, subleaf: subleaf]
  }

  /// separate code and data masks. CPUID 0x10 1-2 ECX[2].
  @_alwaysEmitIntoClient
  public func allocationCodeDataPriority(subleaf: UInt32) -> UInt32 {
    self[.allocationCodeDataPriority, subleaf: subleaf]
  }

  /// masks may have holes. CPUID 0x10 1-2 ECX[3].
  @_alwaysEmitIntoClient
  public func allocationNonContiguousMask(subleaf: UInt32) -> UInt32 {
    self[.allocationNonContiguousMask, subleaf: subleaf]
  }

  /// highest class of service. CPUID 0x10 1-2 EDX[15:0]. Unit: class.
  @_alwaysEmitIntoClient
  public func allocationClassMax(subleaf: UInt32) -> UInt32 {
    self[.allocationClassMax, subleaf: subleaf]
  }

  /// largest throttle value. CPUID 0x10 3 EAX[11:0]. Unit: value-1.
  @_alwaysEmitIntoClient
  public var bandwidthThrottleMax: UInt32 {
    @_addressableSelf get { self[.bandwidthThrottleMax] }
    set { self[.bandwidthThrottleMax] = newValue }
  }

  /// throttle applies per thread. CPUID 0x10 3 ECX[0].
  @_alwaysEmitIntoClient
  public var bandwidthPerThread: UInt32 {
    @_addressableSelf get { self[.bandwidthPerThread] }
    set { self[.bandwidthPerThread] = newValue }
  }

  /// throttle scale is linear. CPUID 0x10 3 ECX[2].
  @_alwaysEmitIntoClient
  public var bandwidthLinear: UInt32 {
    @_addressableSelf get { self[.bandwidthLinear] }
    set { self[.bandwidthLinear] = newValue }
  }

  /// highest class of service. CPUID 0x10 3 EDX[15:0]. Unit: class.
  @_alwaysEmitIntoClient
  public var bandwidthClassMax: UInt32 {
    @_addressableSelf get { self[.bandwidthClassMax] }
    set { self[.bandwidthClassMax] = newValue }
  }

  /// highest core throttle level. CPUID 0x10 5 EAX[7:0]. Unit: level.
  @_alwaysEmitIntoClient
  public var cacheBandwidthLevelMax: UInt32 {
    @_addressableSelf get { self[.cacheBandwidthLevelMax] }
    set { self[.cacheBandwidthLevelMax] = newValue }
  }

  /// what a setting applies to. CPUID 0x10 5 EAX[11:8].
  @_alwaysEmitIntoClient
  public var cacheBandwidthScope: UInt32 {
    @_addressableSelf get { self[.cacheBandwidthScope] }
    set { self[.cacheBandwidthScope] = newValue }
  }

  /// scale is linear. CPUID 0x10 5 ECX[3].
  @_alwaysEmitIntoClient
  public var cacheBandwidthLinear: UInt32 {
    @_addressableSelf get { self[.cacheBandwidthLinear] }
    set { self[.cacheBandwidthLinear] = newValue }
  }

  /// highest class of service. CPUID 0x10 5 EDX[15:0]. Unit: class.
  @_alwaysEmitIntoClient
  public var cacheBandwidthClassMax: UInt32 {
    @_addressableSelf get { self[.cacheBandwidthClassMax] }
    set { self[.cacheBandwidthClassMax] = newValue }
  }

  /// value of the undescribed resource. CPUID 0x10 6 EAX[31:0].
  @_alwaysEmitIntoClient
  public var resource6Limit: UInt32 {
    @_addressableSelf get { self[.resource6Limit] }
    set { self[.resource6Limit] = newValue }
  }

  /// SGX1 leaf functions; meaningful with SGX. CPUID 0x12 0 EAX[0].
  @_alwaysEmitIntoClient
  public var sgx1: UInt32 {
    @_addressableSelf get { self[.sgx1] }
    set { self[.sgx1] = newValue }
  }

  /// SGX2 leaf functions. CPUID 0x12 0 EAX[1].
  @_alwaysEmitIntoClient
  public var sgx2: UInt32 {
    @_addressableSelf get { self[.sgx2] }
    set { self[.sgx2] = newValue }
  }

  /// ENCLV oversubscription leaves. CPUID 0x12 0 EAX[5].
  @_alwaysEmitIntoClient
  public var sgxEnclv: UInt32 {
    @_addressableSelf get { self[.sgxEnclv] }
    set { self[.sgxEnclv] = newValue }
  }

  /// ENCLS oversubscription leaves. CPUID 0x12 0 EAX[6].
  @_alwaysEmitIntoClient
  public var sgxEnclsOversubscription: UInt32 {
    @_addressableSelf get { self[.sgxEnclsOversubscription] }
    set { self[.sgxEnclsOversubscription] = newValue }
  }

  /// EVERIFYREPORT2. CPUID 0x12 0 EAX[7].
  @_alwaysEmitIntoClient
  public var sgxEverifyReport2: UInt32 {
    @_addressableSelf get { self[.sgxEverifyReport2] }
    set { self[.sgxEverifyReport2] = newValue }
  }

  /// EUPDATESVN. CPUID 0x12 0 EAX[10].
  @_alwaysEmitIntoClient
  public var sgxEupdateSvn: UInt32 {
    @_addressableSelf get { self[.sgxEupdateSvn] }
    set { self[.sgxEupdateSvn] = newValue }
  }

  /// EDECCSSA. CPUID 0x12 0 EAX[11].
  @_alwaysEmitIntoClient
  public var sgxEdeccssa: UInt32 {
    @_addressableSelf get { self[.sgxEdeccssa] }
    set { self[.sgxEdeccssa] = newValue }
  }

  /// MISCSELECT bits an enclave may set (bit 0 EXINFO, bit 1 CPINFO). CPUID 0x12 0 EBX[31:0].
  @_alwaysEmitIntoClient
  public var sgxMiscSelect: UInt32 {
    @_addressableSelf get { self[.sgxMiscSelect] }
    set { self[.sgxMiscSelect] = newValue }
  }

  /// largest enclave outside 64-bit mode. CPUID 0x12 0 EDX[7:0]. Unit: log2 bytes.
  @_alwaysEmitIntoClient
  public var sgxMaxEnclaveSize32: UInt32 {
    @_addressableSelf get { self[.sgxMaxEnclaveSize32] }
    set { self[.sgxMaxEnclaveSize32] = newValue }
  }

  /// largest enclave in 64-bit mode. CPUID 0x12 0 EDX[15:8]. Unit: log2 bytes.
  @_alwaysEmitIntoClient
  public var sgxMaxEnclaveSize64: UInt32 {
    @_addressableSelf get { self[.sgxMaxEnclaveSize64] }
    set { self[.sgxMaxEnclaveSize64] = newValue }
  }

  /// SECS attributes 31:0 an enclave may have (init, debug, mode64, provision key, token key, CET,
  /// KSS, AEX-notify). CPUID 0x12 1 EAX[31:0].
  @_alwaysEmitIntoClient
  public var sgxAttributesLow: UInt32 {
    @_addressableSelf get { self[.sgxAttributesLow] }
    set { self[.sgxAttributesLow] = newValue }
  }

  /// SECS attributes 63:32. CPUID 0x12 1 EBX[31:0].
  @_alwaysEmitIntoClient
  public var sgxAttributesHigh: UInt32 {
    @_addressableSelf get { self[.sgxAttributesHigh] }
    set { self[.sgxAttributesHigh] = newValue }
  }

  /// XCR0 31:0 bits an enclave may use; a subset of the guest's XCR0. CPUID 0x12 1 ECX[31:0].
  @_alwaysEmitIntoClient
  public var sgxXfrmLow: UInt32 {
    @_addressableSelf get { self[.sgxXfrmLow] }
    set { self[.sgxXfrmLow] = newValue }
  }

  /// XCR0 63:32 bits an enclave may use. CPUID 0x12 1 EDX[31:0].
  @_alwaysEmitIntoClient
  public var sgxXfrmHigh: UInt32 {
    @_addressableSelf get { self[.sgxXfrmHigh] }
    set { self[.sgxXfrmHigh] = newValue }
  }

  /// 0 ends the list, 1 an EPC section. CPUID 0x12 2-15 EAX[3:0].
  @_alwaysEmitIntoClient
  public func sgxEpcType(subleaf: UInt32) -> UInt32 {
    self[.sgxEpcType, subleaf: subleaf]
  }

  /// section base, address bits 31:12. CPUID 0x12 2-15 EAX[31:12]. Unit: 4 KiB pages.
  @_alwaysEmitIntoClient
  public func sgxEpcBaseLow(subleaf: UInt32) -> UInt32 {
    self[.sgxEpcBaseLow, subleaf: subleaf]
  }

  /// section base, address bits 51:32. CPUID 0x12 2-15 EBX[19:0]. Unit: 4 GiB.
  @_alwaysEmitIntoClient
  public func sgxEpcBaseHigh(subleaf: UInt32) -> UInt32 {
    self[.sgxEpcBaseHigh, subleaf: subleaf]
  }

  /// protection properties of the section. CPUID 0x12 2-15 ECX[3:0].
  @_alwaysEmitIntoClient
  public func sgxEpcProperties(subleaf: UInt32) -> UInt32 {
    self[.sgxEpcProperties, subleaf: subleaf]
  }

  /// section size, bits 31:12. CPUID 0x12 2-15 ECX[31:12]. Unit: 4 KiB pages.
  @_alwaysEmitIntoClient
  public func sgxEpcSizeLow(subleaf: UInt32) -> UInt32 {
    self[.sgxEpcSizeLow, subleaf: subleaf]
  }

  /// section size, bits 51:32. CPUID 0x12 2-15 EDX[19:0]. Unit: 4 GiB.
  @_alwaysEmitIntoClient
  public func sgxEpcSizeHigh(subleaf: UInt32) -> UInt32 {
    self[.sgxEpcSizeHigh, subleaf: subleaf]
  }

  /// highest subleaf of leaf 0x14; meaningful with PROC_TRACE. CPUID 0x14 0 EAX[31:0]. Unit:
  /// subleaf number.
  @_alwaysEmitIntoClient
  public var ptMaxSubleaf: UInt32 {
    @_addressableSelf get { self[.ptMaxSubleaf] }
    set { self[.ptMaxSubleaf] = newValue }
  }

  /// trace can be filtered by CR3. CPUID 0x14 0 EBX[0].
  @_alwaysEmitIntoClient
  public var ptCr3Filter: UInt32 {
    @_addressableSelf get { self[.ptCr3Filter] }
    set { self[.ptCr3Filter] = newValue }
  }

  /// PSB frequency and cycle-accurate mode. CPUID 0x14 0 EBX[1].
  @_alwaysEmitIntoClient
  public var ptConfigurablePsb: UInt32 {
    @_addressableSelf get { self[.ptConfigurablePsb] }
    set { self[.ptConfigurablePsb] = newValue }
  }

  /// address filtering and TraceStop; MSRs survive warm reset. CPUID 0x14 0 EBX[2].
  @_alwaysEmitIntoClient
  public var ptIpFilter: UInt32 {
    @_addressableSelf get { self[.ptIpFilter] }
    set { self[.ptIpFilter] = newValue }
  }

  /// MTC packets. CPUID 0x14 0 EBX[3].
  @_alwaysEmitIntoClient
  public var ptMtc: UInt32 {
    @_addressableSelf get { self[.ptMtc] }
    set { self[.ptMtc] = newValue }
  }

  /// PTWRITE. CPUID 0x14 0 EBX[4].
  @_alwaysEmitIntoClient
  public var ptPtwrite: UInt32 {
    @_addressableSelf get { self[.ptPtwrite] }
    set { self[.ptPtwrite] = newValue }
  }

  /// power-event trace. CPUID 0x14 0 EBX[5].
  @_alwaysEmitIntoClient
  public var ptPowerEvents: UInt32 {
    @_addressableSelf get { self[.ptPowerEvents] }
    set { self[.ptPowerEvents] = newValue }
  }

  /// PSB and PMI state is preserved. CPUID 0x14 0 EBX[6].
  @_alwaysEmitIntoClient
  public var ptPsbPmiPreserve: UInt32 {
    @_addressableSelf get { self[.ptPsbPmiPreserve] }
    set { self[.ptPsbPmiPreserve] = newValue }
  }

  /// event-trace packets. CPUID 0x14 0 EBX[7].
  @_alwaysEmitIntoClient
  public var ptEventTrace: UInt32 {
    @_addressableSelf get { self[.ptEventTrace] }
    set { self[.ptEventTrace] = newValue }
  }

  /// TNT packets can be switched off. CPUID 0x14 0 EBX[8].
  @_alwaysEmitIntoClient
  public var ptTntDisable: UInt32 {
    @_addressableSelf get { self[.ptTntDisable] }
    set { self[.ptTntDisable] = newValue }
  }

  /// table-of-physical-addresses output. CPUID 0x14 0 ECX[0].
  @_alwaysEmitIntoClient
  public var ptTopaOutput: UInt32 {
    @_addressableSelf get { self[.ptTopaOutput] }
    set { self[.ptTopaOutput] = newValue }
  }

  /// tables may have many entries. CPUID 0x14 0 ECX[1].
  @_alwaysEmitIntoClient
  public var ptTopaMultipleEntries: UInt32 {
    @_addressableSelf get { self[.ptTopaMultipleEntries] }
    set { self[.ptTopaMultipleEntries] = newValue }
  }

  /// one contiguous output region. CPUID 0x14 0 ECX[2].
  @_alwaysEmitIntoClient
  public var ptSingleRangeOutput: UInt32 {
    @_addressableSelf get { self[.ptSingleRangeOutput] }
    set { self[.ptSingleRangeOutput] = newValue }
  }

  /// output to a trace transport. CPUID 0x14 0 ECX[3].
  @_alwaysEmitIntoClient
  public var ptTransportOutput: UInt32 {
    @_addressableSelf get { self[.ptTransportOutput] }
    set { self[.ptTransportOutput] = newValue }
  }

  /// addresses in packets are linear (CS base included). CPUID 0x14 0 ECX[31].
  @_alwaysEmitIntoClient
  public var ptIpIsLip: UInt32 {
    @_addressableSelf get { self[.ptIpIsLip] }
    set { self[.ptIpIsLip] = newValue }
  }

  /// address ranges for filtering. CPUID 0x14 1 EAX[2:0]. Unit: count.
  @_alwaysEmitIntoClient
  public var ptAddressRanges: UInt32 {
    @_addressableSelf get { self[.ptAddressRanges] }
    set { self[.ptAddressRanges] = newValue }
  }

  /// MTC period encodings. CPUID 0x14 1 EAX[31:16].
  @_alwaysEmitIntoClient
  public var ptMtcPeriods: UInt32 {
    @_addressableSelf get { self[.ptMtcPeriods] }
    set { self[.ptMtcPeriods] = newValue }
  }

  /// cycle-threshold encodings. CPUID 0x14 1 EBX[15:0].
  @_alwaysEmitIntoClient
  public var ptCycleThresholds: UInt32 {
    @_addressableSelf get { self[.ptCycleThresholds] }
    set { self[.ptCycleThresholds] = newValue }
  }

  /// PSB period encodings. CPUID 0x14 1 EBX[31:16].
  @_alwaysEmitIntoClient
  public var ptPsbPeriods: UInt32 {
    @_addressableSelf get { self[.ptPsbPeriods] }
    set { self[.ptPsbPeriods] = newValue }
  }

  /// TSC : crystal ratio, denominator; 0 = not given. CPUID 0x15 * EAX[31:0].
  @_alwaysEmitIntoClient
  public var tscRatioDenominator: UInt32 {
    @_addressableSelf get { self[.tscRatioDenominator] }
    set { self[.tscRatioDenominator] = newValue }
  }

  /// TSC : crystal ratio, numerator. CPUID 0x15 * EBX[31:0].
  @_alwaysEmitIntoClient
  public var tscRatioNumerator: UInt32 {
    @_addressableSelf get { self[.tscRatioNumerator] }
    set { self[.tscRatioNumerator] = newValue }
  }

  /// crystal frequency; 0 = look it up by model. The APIC timer runs from it. CPUID 0x15 *
  /// ECX[31:0]. Unit: Hz.
  @_alwaysEmitIntoClient
  public var crystalFrequency: UInt32 {
    @_addressableSelf get { self[.crystalFrequency] }
    set { self[.crystalFrequency] = newValue }
  }

  /// rated base frequency. CPUID 0x16 * EAX[15:0]. Unit: MHz.
  @_alwaysEmitIntoClient
  public var baseFrequency: UInt32 {
    @_addressableSelf get { self[.baseFrequency] }
    set { self[.baseFrequency] = newValue }
  }

  /// rated top frequency. CPUID 0x16 * EBX[15:0]. Unit: MHz.
  @_alwaysEmitIntoClient
  public var maxFrequency: UInt32 {
    @_addressableSelf get { self[.maxFrequency] }
    set { self[.maxFrequency] = newValue }
  }

  /// reference bus frequency. CPUID 0x16 * ECX[15:0]. Unit: MHz.
  @_alwaysEmitIntoClient
  public var busFrequency: UInt32 {
    @_addressableSelf get { self[.busFrequency] }
    set { self[.busFrequency] = newValue }
  }

  /// highest subleaf; below 3 means the leaf is absent. CPUID 0x17 0 EAX[31:0]. Unit: subleaf
  /// number.
  @_alwaysEmitIntoClient
  public var socMaxSubleaf: UInt32 {
    @_addressableSelf get { self[.socMaxSubleaf] }
    set { self[.socMaxSubleaf] = newValue }
  }

  /// SoC vendor id. CPUID 0x17 0 EBX[15:0].
  @_alwaysEmitIntoClient
  public var socVendorId: UInt32 {
    @_addressableSelf get { self[.socVendorId] }
    set { self[.socVendorId] = newValue }
  }

  /// id is from an industry list rather than Intel's. CPUID 0x17 0 EBX[16].
  @_alwaysEmitIntoClient
  public var socVendorScheme: UInt32 {
    @_addressableSelf get { self[.socVendorScheme] }
    set { self[.socVendorScheme] = newValue }
  }

  /// project number given by the vendor. CPUID 0x17 0 ECX[31:0].
  @_alwaysEmitIntoClient
  public var socProjectId: UInt32 {
    @_addressableSelf get { self[.socProjectId] }
    set { self[.socProjectId] = newValue }
  }

  /// stepping within the project. CPUID 0x17 0 EDX[31:0].
  @_alwaysEmitIntoClient
  public var socSteppingId: UInt32 {
    @_addressableSelf get { self[.socSteppingId] }
    set { self[.socSteppingId] = newValue }
  }

  /// SoC brand, 16 characters a subleaf: first four. CPUID 0x17 1-3 EAX[31:0]. Unit: 4 ASCII bytes.
  @_alwaysEmitIntoClient
  public func socBrandPartA(subleaf: UInt32) -> UInt32 {
    self[.socBrandPartA, subleaf: subleaf]
  }

  /// second four. CPUID 0x17 1-3 EBX[31:0]. Unit: 4 ASCII bytes.
  @_alwaysEmitIntoClient
  public func socBrandPartB(subleaf: UInt32) -> UInt32 {
    self[.socBrandPartB, subleaf: subleaf]
  }

  /// third four. CPUID 0x17 1-3 ECX[31:0]. Unit: 4 ASCII bytes.
  @_alwaysEmitIntoClient
  public func socBrandPartC(subleaf: UInt32) -> UInt32 {
    self[.socBrandPartC, subleaf: subleaf]
  }

  /// last four. CPUID 0x17 1-3 EDX[31:0]. Unit: 4 ASCII bytes.
  @_alwaysEmitIntoClient
  public func socBrandPartD(subleaf: UInt32) -> UInt32 {
    self[.socBrandPartD, subleaf: subleaf]
  }

  /// highest subleaf of leaf 0x18. CPUID 0x18 0 EAX[31:0]. Unit: subleaf number.
  @_alwaysEmitIntoClient
  public var tlbMaxSubleaf: UInt32 {
    @_addressableSelf get { self[.tlbMaxSubleaf] }
    set { self[.tlbMaxSubleaf] = newValue }
  }

  /// holds 4 KiB pages. CPUID 0x18 0-15 EBX[0].
  @_alwaysEmitIntoClient
  public func tlbPages4K(subleaf: UInt32) -> UInt32 {
    self[.tlbPages4K, subleaf: subleaf]
  }

  /// holds 2 MiB pages. CPUID 0x18 0-15 EBX[1].
  @_alwaysEmitIntoClient
  public func tlbPages2M(subleaf: UInt32) -> UInt32 {
    self[.tlbPages2M, subleaf: subleaf]
  }

  /// holds 4 MiB pages. CPUID 0x18 0-15 EBX[2].
  @_alwaysEmitIntoClient
  public func tlbPages4M(subleaf: UInt32) -> UInt32 {
    self[.tlbPages4M, subleaf: subleaf]
  }

  /// holds 1 GiB pages. CPUID 0x18 0-15 EBX[3].
  @_alwaysEmitIntoClient
  public func tlbPages1G(subleaf: UInt32) -> UInt32 {
    self[.tlbPages1G, subleaf: subleaf]
  }

  /// 0 = shared freely among threads. CPUID 0x18 0-15 EBX[10:8].
  @_alwaysEmitIntoClient
  public func tlbPartitioning(subleaf: UInt32) -> UInt32 {
    self[.tlbPartitioning, subleaf: subleaf]
  }

  /// ways of associativity. CPUID 0x18 0-15 EBX[31:16]. Unit: ways.
  @_alwaysEmitIntoClient
  public func tlbWays(subleaf: UInt32) -> UInt32 {
    self[.tlbWays, subleaf: subleaf]
  }

  /// number of sets (not less one). CPUID 0x18 0-15 ECX[31:0]. Unit: sets.
  @_alwaysEmitIntoClient
  public func tlbSets(subleaf: UInt32) -> UInt32 {
    self[.tlbSets, subleaf: subleaf]
  }

  /// 0 invalid subleaf, 1 data, 2 instruction, 3 unified, 4 load only, 5 store only. CPUID 0x18
  /// 0-15 EDX[4:0].
  @_alwaysEmitIntoClient
  public func tlbType(subleaf: UInt32) -> UInt32 {
    self[.tlbType, subleaf: subleaf]
  }

  /// level counted from 1. CPUID 0x18 0-15 EDX[7:5]. Unit: level.
  @_alwaysEmitIntoClient
  public func tlbLevel(subleaf: UInt32) -> UInt32 {
    self[.tlbLevel, subleaf: subleaf]
  }

  /// one set only. CPUID 0x18 0-15 EDX[8].
  @_alwaysEmitIntoClient
  public func tlbFullyAssociative(subleaf: UInt32) -> UInt32 {
    self[.tlbFullyAssociative, subleaf: subleaf]
  }

  /// room for logical processor ids that share it, less one. CPUID 0x18 0-15 EDX[25:14]. Unit:
  /// count-1.
  @_alwaysEmitIntoClient
  public func tlbThreadsSharing(subleaf: UInt32) -> UInt32 {
    self[.tlbThreadsSharing, subleaf: subleaf]
  }

  /// kernel-only handle restriction. CPUID 0x19 0 EAX[0].
  @_alwaysEmitIntoClient
  public var keyLockerCpl0Only: UInt32 {
    @_addressableSelf get { self[.keyLockerCpl0Only] }
    set { self[.keyLockerCpl0Only] = newValue }
  }

  /// no-encrypt restriction. CPUID 0x19 0 EAX[1].
  @_alwaysEmitIntoClient
  public var keyLockerNoEncrypt: UInt32 {
    @_addressableSelf get { self[.keyLockerNoEncrypt] }
    set { self[.keyLockerNoEncrypt] = newValue }
  }

  /// no-decrypt restriction. CPUID 0x19 0 EAX[2].
  @_alwaysEmitIntoClient
  public var keyLockerNoDecrypt: UInt32 {
    @_addressableSelf get { self[.keyLockerNoDecrypt] }
    set { self[.keyLockerNoDecrypt] = newValue }
  }

  /// instructions enabled now: CR4.KL and firmware activation (mirror, differs in time). CPUID 0x19
  /// 0 EBX[0].
  @_alwaysEmitIntoClient
  public var keyLockerEnabled: UInt32 {
    @_addressableSelf get { self[.keyLockerEnabled] }
    set { self[.keyLockerEnabled] = newValue }
  }

  /// wide AES key-locker instructions. CPUID 0x19 0 EBX[2].
  @_alwaysEmitIntoClient
  public var keyLockerWide: UInt32 {
    @_addressableSelf get { self[.keyLockerWide] }
    set { self[.keyLockerWide] = newValue }
  }

  /// wrapping-key backup MSRs. CPUID 0x19 0 EBX[4].
  @_alwaysEmitIntoClient
  public var keyLockerBackup: UInt32 {
    @_addressableSelf get { self[.keyLockerBackup] }
    set { self[.keyLockerBackup] = newValue }
  }

  /// NoBackup parameter of LOADIWKEY. CPUID 0x19 0 ECX[0].
  @_alwaysEmitIntoClient
  public var keyLockerNoBackup: UInt32 {
    @_addressableSelf get { self[.keyLockerNoBackup] }
    set { self[.keyLockerNoBackup] = newValue }
  }

  /// random wrapping key. CPUID 0x19 0 ECX[1].
  @_alwaysEmitIntoClient
  public var keyLockerRandomKey: UInt32 {
    @_addressableSelf get { self[.keyLockerRandomKey] }
    set { self[.keyLockerRandomKey] = newValue }
  }

  /// microarchitecture number within the core type (differs per CPU). CPUID 0x1a 0 EAX[23:0].
  @_alwaysEmitIntoClient
  public var nativeModelId: UInt32 {
    @_addressableSelf get { self[.nativeModelId] }
    set { self[.nativeModelId] = newValue }
  }

  /// 0x20 Atom, 0x40 Core; differs per CPU; 0 when not hybrid. CPUID 0x1a 0 EAX[31:24].
  @_alwaysEmitIntoClient
  public var coreType: UInt32 {
    @_addressableSelf get { self[.coreType] }
    set { self[.coreType] = newValue }
  }

  /// 0 ends the list, 1 target ids; meaningful with PCONFIG. CPUID 0x1b 0-7 EAX[11:0].
  @_alwaysEmitIntoClient
  public func pconfigSubleafType(subleaf: UInt32) -> UInt32 {
    self[.pconfigSubleafType, subleaf: subleaf]
  }

  /// target id (1 = memory encryption). CPUID 0x1b 0-7 EBX[31:0].
  @_alwaysEmitIntoClient
  public func pconfigTarget1(subleaf: UInt32) -> UInt32 {
    self[.pconfigTarget1, subleaf: subleaf]
  }

  /// target id. CPUID 0x1b 0-7 ECX[31:0].
  @_alwaysEmitIntoClient
  public func pconfigTarget2(subleaf: UInt32) -> UInt32 {
    self[.pconfigTarget2, subleaf: subleaf]
  }

  /// target id. CPUID 0x1b 0-7 EDX[31:0].
  @_alwaysEmitIntoClient
  public func pconfigTarget3(subleaf: UInt32) -> UInt32 {
    self[.pconfigTarget3, subleaf: subleaf]
  }

  /// depth 8*(n+1) is supported; meaningful with ARCH_LBR. CPUID 0x1c 0 EAX[7:0]. Unit: 8 entries.
  @_alwaysEmitIntoClient
  public var archLbrDepths: UInt32 {
    @_addressableSelf get { self[.archLbrDepths] }
    set { self[.archLbrDepths] = newValue }
  }

  /// records may be lost in C-states deeper than C1. CPUID 0x1c 0 EAX[30].
  @_alwaysEmitIntoClient
  public var archLbrDeepCReset: UInt32 {
    @_addressableSelf get { self[.archLbrDeepCReset] }
    set { self[.archLbrDeepCReset] = newValue }
  }

  /// addresses are linear (CS base included). CPUID 0x1c 0 EAX[31].
  @_alwaysEmitIntoClient
  public var archLbrIpIsLip: UInt32 {
    @_addressableSelf get { self[.archLbrIpIsLip] }
    set { self[.archLbrIpIsLip] = newValue }
  }

  /// filter by privilege level. CPUID 0x1c 0 EBX[0].
  @_alwaysEmitIntoClient
  public var archLbrCplFilter: UInt32 {
    @_addressableSelf get { self[.archLbrCplFilter] }
    set { self[.archLbrCplFilter] = newValue }
  }

  /// filter by branch type. CPUID 0x1c 0 EBX[1].
  @_alwaysEmitIntoClient
  public var archLbrBranchFilter: UInt32 {
    @_addressableSelf get { self[.archLbrBranchFilter] }
    set { self[.archLbrBranchFilter] = newValue }
  }

  /// call-stack mode. CPUID 0x1c 0 EBX[2].
  @_alwaysEmitIntoClient
  public var archLbrCallStack: UInt32 {
    @_addressableSelf get { self[.archLbrCallStack] }
    set { self[.archLbrCallStack] = newValue }
  }

  /// misprediction flag recorded. CPUID 0x1c 0 ECX[0].
  @_alwaysEmitIntoClient
  public var archLbrMispredict: UInt32 {
    @_addressableSelf get { self[.archLbrMispredict] }
    set { self[.archLbrMispredict] = newValue }
  }

  /// cycle count recorded. CPUID 0x1c 0 ECX[1].
  @_alwaysEmitIntoClient
  public var archLbrTimed: UInt32 {
    @_addressableSelf get { self[.archLbrTimed] }
    set { self[.archLbrTimed] = newValue }
  }

  /// branch type recorded. CPUID 0x1c 0 ECX[2].
  @_alwaysEmitIntoClient
  public var archLbrBranchType: UInt32 {
    @_addressableSelf get { self[.archLbrBranchType] }
    set { self[.archLbrBranchType] = newValue }
  }

  /// counters whose events are logged. CPUID 0x1c 0 ECX[19:16].
  @_alwaysEmitIntoClient
  public var archLbrEventLogging: UInt32 {
    @_addressableSelf get { self[.archLbrEventLogging] }
    set { self[.archLbrEventLogging] = newValue }
  }

  /// highest palette; 0 without AMX_TILE. CPUID 0x1d 0 EAX[31:0]. Unit: palette.
  @_alwaysEmitIntoClient
  public var amxMaxPalette: UInt32 {
    @_addressableSelf get { self[.amxMaxPalette] }
    set { self[.amxMaxPalette] = newValue }
  }

  /// bytes of all tiles; must equal the size of XCR0 component 18. CPUID 0x1d 1 EAX[15:0]. Unit:
  /// bytes.
  @_alwaysEmitIntoClient
  public var amxTotalTileBytes: UInt32 {
    @_addressableSelf get { self[.amxTotalTileBytes] }
    set { self[.amxTotalTileBytes] = newValue }
  }

  /// bytes of one tile. CPUID 0x1d 1 EAX[31:16]. Unit: bytes.
  @_alwaysEmitIntoClient
  public var amxTileBytes: UInt32 {
    @_addressableSelf get { self[.amxTileBytes] }
    set { self[.amxTileBytes] = newValue }
  }

  /// bytes of a row. CPUID 0x1d 1 EBX[15:0]. Unit: bytes.
  @_alwaysEmitIntoClient
  public var amxRowBytes: UInt32 {
    @_addressableSelf get { self[.amxRowBytes] }
    set { self[.amxRowBytes] = newValue }
  }

  /// number of tiles. CPUID 0x1d 1 EBX[31:16]. Unit: tiles.
  @_alwaysEmitIntoClient
  public var amxTileCount: UInt32 {
    @_addressableSelf get { self[.amxTileCount] }
    set { self[.amxTileCount] = newValue }
  }

  /// rows of a tile. CPUID 0x1d 1 ECX[15:0]. Unit: rows.
  @_alwaysEmitIntoClient
  public var amxRowsMax: UInt32 {
    @_addressableSelf get { self[.amxRowsMax] }
    set { self[.amxRowsMax] = newValue }
  }

  /// highest subleaf of leaf 0x1e. CPUID 0x1e 0 EAX[31:0]. Unit: subleaf number.
  @_alwaysEmitIntoClient
  public var tmulMaxSubleaf: UInt32 {
    @_addressableSelf get { self[.tmulMaxSubleaf] }
    set { self[.tmulMaxSubleaf] = newValue }
  }

  /// rows or columns of the multiplier. CPUID 0x1e 0 EBX[7:0]. Unit: rows.
  @_alwaysEmitIntoClient
  public var tmulMaxK: UInt32 {
    @_addressableSelf get { self[.tmulMaxK] }
    set { self[.tmulMaxK] = newValue }
  }

  /// column bytes of the multiplier. CPUID 0x1e 0 EBX[23:8]. Unit: bytes.
  @_alwaysEmitIntoClient
  public var tmulMaxN: UInt32 {
    @_addressableSelf get { self[.tmulMaxN] }
    set { self[.tmulMaxN] = newValue }
  }

  /// repeats AMX_INT8. CPUID 0x1e 1 EAX[0].
  @_alwaysEmitIntoClient
  public var amxInt8Alias: UInt32 {
    @_addressableSelf get { self[.amxInt8Alias] }
    set { self[.amxInt8Alias] = newValue }
  }

  /// repeats AMX_BF16. CPUID 0x1e 1 EAX[1].
  @_alwaysEmitIntoClient
  public var amxBf16Alias: UInt32 {
    @_addressableSelf get { self[.amxBf16Alias] }
    set { self[.amxBf16Alias] = newValue }
  }

  /// repeats AMX_COMPLEX. CPUID 0x1e 1 EAX[2].
  @_alwaysEmitIntoClient
  public var amxComplexAlias: UInt32 {
    @_addressableSelf get { self[.amxComplexAlias] }
    set { self[.amxComplexAlias] = newValue }
  }

  /// repeats AMX_FP16. CPUID 0x1e 1 EAX[3].
  @_alwaysEmitIntoClient
  public var amxFp16Alias: UInt32 {
    @_addressableSelf get { self[.amxFp16Alias] }
    set { self[.amxFp16Alias] = newValue }
  }

  /// tile 8-bit float multiply. CPUID 0x1e 1 EAX[4].
  @_alwaysEmitIntoClient
  public var amxFp8: UInt32 {
    @_addressableSelf get { self[.amxFp8] }
    set { self[.amxFp8] = newValue }
  }

  /// tile transpose (withdrawn before products). CPUID 0x1e 1 EAX[5].
  @_alwaysEmitIntoClient
  public var amxTranspose: UInt32 {
    @_addressableSelf get { self[.amxTranspose] }
    set { self[.amxTranspose] = newValue }
  }

  /// tile TF32 multiply. CPUID 0x1e 1 EAX[6].
  @_alwaysEmitIntoClient
  public var amxTf32: UInt32 {
    @_addressableSelf get { self[.amxTf32] }
    set { self[.amxTf32] = newValue }
  }

  /// tile-to-vector moves. CPUID 0x1e 1 EAX[7].
  @_alwaysEmitIntoClient
  public var amxAvx512: UInt32 {
    @_addressableSelf get { self[.amxAvx512] }
    set { self[.amxAvx512] = newValue }
  }

  /// tile loads with read-shared hint. CPUID 0x1e 1 EAX[8].
  @_alwaysEmitIntoClient
  public var amxMovrs: UInt32 {
    @_addressableSelf get { self[.amxMovrs] }
    set { self[.amxMovrs] = newValue }
  }

  /// as leaf 0xb, with more level types. CPUID 0x1f 0-7 EAX[4:0]. Unit: bits.
  @_alwaysEmitIntoClient
  public func topologyV2Shift(subleaf: UInt32) -> UInt32 {
    self[.topologyV2Shift, subleaf: subleaf]
  }

  /// logical processors at this level. CPUID 0x1f 0-7 EBX[15:0]. Unit: count.
  @_alwaysEmitIntoClient
  public func topologyV2LogicalCount(subleaf: UInt32) -> UInt32 {
    self[.topologyV2LogicalCount, subleaf: subleaf]
  }

  /// echo of the subleaf asked. CPUID 0x1f 0-7 ECX[7:0]. Unit: count.
  @_alwaysEmitIntoClient
  public func topologyV2LevelNumber(subleaf: UInt32) -> UInt32 {
    self[.topologyV2LevelNumber, subleaf: subleaf]
  }

  /// 0 none, 1 thread, 2 core, 3 module, 4 tile, 5 die, 6 die group. CPUID 0x1f 0-7 ECX[15:8].
  @_alwaysEmitIntoClient
  public func topologyV2LevelType(subleaf: UInt32) -> UInt32 {
    self[.topologyV2LevelType, subleaf: subleaf]
  }

  /// 32-bit id of the CPU that asks. CPUID 0x1f 0-7 EDX[31:0]. Unit: APIC id.
  @_alwaysEmitIntoClient
  public func topologyV2X2ApicId(subleaf: UInt32) -> UInt32 {
    self[.topologyV2X2ApicId, subleaf: subleaf]
  }

  /// number of subleaves; meaningful with HRESET. CPUID 0x20 0 EAX[31:0]. Unit: count.
  @_alwaysEmitIntoClient
  public var hresetSubleafCount: UInt32 {
    @_addressableSelf get { self[.hresetSubleafCount] }
    set { self[.hresetSubleafCount] = newValue }
  }

  /// HRESET may clear thread-director history. CPUID 0x20 0 EBX[0].
  @_alwaysEmitIntoClient
  public var hresetThreadDirector: UInt32 {
    @_addressableSelf get { self[.hresetThreadDirector] }
    set { self[.hresetThreadDirector] = newValue }
  }

  /// HRESET targets not assigned yet. CPUID 0x20 0 EBX[31:1].
  @_alwaysEmitIntoClient
  public var hresetOther: UInt32 {
    @_addressableSelf get { self[.hresetOther] }
    set { self[.hresetOther] = newValue }
  }

  /// highest subleaf of the TDX leaf, as the TDX module fills it. CPUID 0x21 0 EAX[31:0]. Unit:
  /// subleaf number.
  @_alwaysEmitIntoClient
  public var tdxMaxSubleaf: UInt32 {
    @_addressableSelf get { self[.tdxMaxSubleaf] }
    set { self[.tdxMaxSubleaf] = newValue }
  }

  /// "Inte" in a TDX guest, zero elsewhere. CPUID 0x21 0 EBX[31:0]. Unit: 4 ASCII bytes.
  @_alwaysEmitIntoClient
  public var tdxVendorPart1: UInt32 {
    @_addressableSelf get { self[.tdxVendorPart1] }
    set { self[.tdxVendorPart1] = newValue }
  }

  /// four blanks in a TDX guest. CPUID 0x21 0 ECX[31:0]. Unit: 4 ASCII bytes.
  @_alwaysEmitIntoClient
  public var tdxVendorPart3: UInt32 {
    @_addressableSelf get { self[.tdxVendorPart3] }
    set { self[.tdxVendorPart3] = newValue }
  }

  /// "lTDX" in a TDX guest. CPUID 0x21 0 EDX[31:0]. Unit: 4 ASCII bytes.
  @_alwaysEmitIntoClient
  public var tdxVendorPart2: UInt32 {
    @_addressableSelf get { self[.tdxVendorPart2] }
    set { self[.tdxVendorPart2] = newValue }
  }

  /// subleaf 0 is valid; meaningful with ARCH_PERF_MON. CPUID 0x23 0 EAX[0].
  @_alwaysEmitIntoClient
  public var perfmonSubleaf0: UInt32 {
    @_addressableSelf get { self[.perfmonSubleaf0] }
    set { self[.perfmonSubleaf0] = newValue }
  }

  /// subleaf 1 is valid. CPUID 0x23 0 EAX[1].
  @_alwaysEmitIntoClient
  public var perfmonCountersSubleaf: UInt32 {
    @_addressableSelf get { self[.perfmonCountersSubleaf] }
    set { self[.perfmonCountersSubleaf] = newValue }
  }

  /// subleaf 2 is valid (auto counter reload). CPUID 0x23 0 EAX[2].
  @_alwaysEmitIntoClient
  public var perfmonReloadSubleaf: UInt32 {
    @_addressableSelf get { self[.perfmonReloadSubleaf] }
    set { self[.perfmonReloadSubleaf] = newValue }
  }

  /// subleaf 3 is valid. CPUID 0x23 0 EAX[3].
  @_alwaysEmitIntoClient
  public var perfmonEventsSubleaf: UInt32 {
    @_addressableSelf get { self[.perfmonEventsSubleaf] }
    set { self[.perfmonEventsSubleaf] = newValue }
  }

  /// subleaf 4 is valid. CPUID 0x23 0 EAX[4].
  @_alwaysEmitIntoClient
  public var perfmonPebsCapsSubleaf: UInt32 {
    @_addressableSelf get { self[.perfmonPebsCapsSubleaf] }
    set { self[.perfmonPebsCapsSubleaf] = newValue }
  }

  /// subleaf 5 is valid. CPUID 0x23 0 EAX[5].
  @_alwaysEmitIntoClient
  public var perfmonPebsSubleaf: UInt32 {
    @_addressableSelf get { self[.perfmonPebsSubleaf] }
    set { self[.perfmonPebsSubleaf] = newValue }
  }

  /// second unit mask in event select MSRs. CPUID 0x23 0 EBX[0].
  @_alwaysEmitIntoClient
  public var perfmonUnitMask2: UInt32 {
    @_addressableSelf get { self[.perfmonUnitMask2] }
    set { self[.perfmonUnitMask2] = newValue }
  }

  /// equal-compare bit in event select MSRs. CPUID 0x23 0 EBX[1].
  @_alwaysEmitIntoClient
  public var perfmonEqualBit: UInt32 {
    @_addressableSelf get { self[.perfmonEqualBit] }
    set { self[.perfmonEqualBit] = newValue }
  }

  /// RDPMC can be denied to user mode per counter. CPUID 0x23 0 EBX[2].
  @_alwaysEmitIntoClient
  public var perfmonRdpmcUserDisable: UInt32 {
    @_addressableSelf get { self[.perfmonRdpmcUserDisable] }
    set { self[.perfmonRdpmcUserDisable] = newValue }
  }

  /// slots per cycle for top-down formulas (differs per core type). CPUID 0x23 0 ECX[7:0]. Unit:
  /// slots.
  @_alwaysEmitIntoClient
  public var perfmonSlotsPerCycle: UInt32 {
    @_addressableSelf get { self[.perfmonSlotsPerCycle] }
    set { self[.perfmonSlotsPerCycle] = newValue }
  }

  /// general counters present. CPUID 0x23 1 EAX[31:0].
  @_alwaysEmitIntoClient
  public var perfmonGeneralCounters: UInt32 {
    @_addressableSelf get { self[.perfmonGeneralCounters] }
    set { self[.perfmonGeneralCounters] = newValue }
  }

  /// fixed counters present. CPUID 0x23 1 EBX[31:0].
  @_alwaysEmitIntoClient
  public var perfmonFixedCounters: UInt32 {
    @_addressableSelf get { self[.perfmonFixedCounters] }
    set { self[.perfmonFixedCounters] = newValue }
  }

  /// general counters that can be reloaded. CPUID 0x23 2 EAX[31:0].
  @_alwaysEmitIntoClient
  public var perfmonReloadGeneral: UInt32 {
    @_addressableSelf get { self[.perfmonReloadGeneral] }
    set { self[.perfmonReloadGeneral] = newValue }
  }

  /// fixed counters that can be reloaded. CPUID 0x23 2 EBX[31:0].
  @_alwaysEmitIntoClient
  public var perfmonReloadFixed: UInt32 {
    @_addressableSelf get { self[.perfmonReloadFixed] }
    set { self[.perfmonReloadFixed] = newValue }
  }

  /// general counters that can cause a reload. CPUID 0x23 2 ECX[31:0].
  @_alwaysEmitIntoClient
  public var perfmonReloadCauseGeneral: UInt32 {
    @_addressableSelf get { self[.perfmonReloadCauseGeneral] }
    set { self[.perfmonReloadCauseGeneral] = newValue }
  }

  /// fixed counters that can cause a reload. CPUID 0x23 2 EDX[31:0].
  @_alwaysEmitIntoClient
  public var perfmonReloadCauseFixed: UInt32 {
    @_addressableSelf get { self[.perfmonReloadCauseFixed] }
    set { self[.perfmonReloadCauseFixed] = newValue }
  }

  /// event: core cycles. CPUID 0x23 3 EAX[0].
  @_alwaysEmitIntoClient
  public var perfmonCoreCycles: UInt32 {
    @_addressableSelf get { self[.perfmonCoreCycles] }
    set { self[.perfmonCoreCycles] = newValue }
  }

  /// event: instructions retired. CPUID 0x23 3 EAX[1].
  @_alwaysEmitIntoClient
  public var perfmonInstructionsRetired: UInt32 {
    @_addressableSelf get { self[.perfmonInstructionsRetired] }
    set { self[.perfmonInstructionsRetired] = newValue }
  }

  /// event: reference cycles. CPUID 0x23 3 EAX[2].
  @_alwaysEmitIntoClient
  public var perfmonReferenceCycles: UInt32 {
    @_addressableSelf get { self[.perfmonReferenceCycles] }
    set { self[.perfmonReferenceCycles] = newValue }
  }

  /// event: last-level cache references. CPUID 0x23 3 EAX[3].
  @_alwaysEmitIntoClient
  public var perfmonLlcReferences: UInt32 {
    @_addressableSelf get { self[.perfmonLlcReferences] }
    set { self[.perfmonLlcReferences] = newValue }
  }

  /// event: last-level cache misses. CPUID 0x23 3 EAX[4].
  @_alwaysEmitIntoClient
  public var perfmonLlcMisses: UInt32 {
    @_addressableSelf get { self[.perfmonLlcMisses] }
    set { self[.perfmonLlcMisses] = newValue }
  }

  /// event: branches retired. CPUID 0x23 3 EAX[5].
  @_alwaysEmitIntoClient
  public var perfmonBranchesRetired: UInt32 {
    @_addressableSelf get { self[.perfmonBranchesRetired] }
    set { self[.perfmonBranchesRetired] = newValue }
  }

  /// event: mispredicted branches. CPUID 0x23 3 EAX[6].
  @_alwaysEmitIntoClient
  public var perfmonBranchMispredicts: UInt32 {
    @_addressableSelf get { self[.perfmonBranchMispredicts] }
    set { self[.perfmonBranchMispredicts] = newValue }
  }

  /// event: top-down slots. CPUID 0x23 3 EAX[7].
  @_alwaysEmitIntoClient
  public var perfmonTopdownSlots: UInt32 {
    @_addressableSelf get { self[.perfmonTopdownSlots] }
    set { self[.perfmonTopdownSlots] = newValue }
  }

  /// event: back-end bound. CPUID 0x23 3 EAX[8].
  @_alwaysEmitIntoClient
  public var perfmonBackendBound: UInt32 {
    @_addressableSelf get { self[.perfmonBackendBound] }
    set { self[.perfmonBackendBound] = newValue }
  }

  /// event: bad speculation. CPUID 0x23 3 EAX[9].
  @_alwaysEmitIntoClient
  public var perfmonBadSpeculation: UInt32 {
    @_addressableSelf get { self[.perfmonBadSpeculation] }
    set { self[.perfmonBadSpeculation] = newValue }
  }

  /// event: front-end bound. CPUID 0x23 3 EAX[10].
  @_alwaysEmitIntoClient
  public var perfmonFrontendBound: UInt32 {
    @_addressableSelf get { self[.perfmonFrontendBound] }
    set { self[.perfmonFrontendBound] = newValue }
  }

  /// event: retiring. CPUID 0x23 3 EAX[11].
  @_alwaysEmitIntoClient
  public var perfmonRetiring: UInt32 {
    @_addressableSelf get { self[.perfmonRetiring] }
    set { self[.perfmonRetiring] = newValue }
  }

  /// event: LBR inserts. CPUID 0x23 3 EAX[12].
  @_alwaysEmitIntoClient
  public var perfmonLbrInserts: UInt32 {
    @_addressableSelf get { self[.perfmonLbrInserts] }
    set { self[.perfmonLbrInserts] = newValue }
  }

  /// counters can be put in PEBS records by permission. CPUID 0x23 4 EBX[3].
  @_alwaysEmitIntoClient
  public var pebsAllowInRecord: UInt32 {
    @_addressableSelf get { self[.pebsAllowInRecord] }
    set { self[.pebsAllowInRecord] = newValue }
  }

  /// record group: general counters. CPUID 0x23 4 EBX[4].
  @_alwaysEmitIntoClient
  public var pebsGeneralCounters: UInt32 {
    @_addressableSelf get { self[.pebsGeneralCounters] }
    set { self[.pebsGeneralCounters] = newValue }
  }

  /// record group: fixed counters. CPUID 0x23 4 EBX[5].
  @_alwaysEmitIntoClient
  public var pebsFixedCounters: UInt32 {
    @_addressableSelf get { self[.pebsFixedCounters] }
    set { self[.pebsFixedCounters] = newValue }
  }

  /// record group: performance metrics. CPUID 0x23 4 EBX[6].
  @_alwaysEmitIntoClient
  public var pebsMetrics: UInt32 {
    @_addressableSelf get { self[.pebsMetrics] }
    set { self[.pebsMetrics] = newValue }
  }

  /// record group: LBR sizes. CPUID 0x23 4 EBX[9:8].
  @_alwaysEmitIntoClient
  public var pebsLbr: UInt32 {
    @_addressableSelf get { self[.pebsLbr] }
    set { self[.pebsLbr] = newValue }
  }

  /// record group: extended registers. CPUID 0x23 4 EBX[23:16].
  @_alwaysEmitIntoClient
  public var pebsXer: UInt32 {
    @_addressableSelf get { self[.pebsXer] }
    set { self[.pebsXer] = newValue }
  }

  /// record group: general registers. CPUID 0x23 4 EBX[29].
  @_alwaysEmitIntoClient
  public var pebsGpr: UInt32 {
    @_addressableSelf get { self[.pebsGpr] }
    set { self[.pebsGpr] = newValue }
  }

  /// record group: memory auxiliary data. CPUID 0x23 4 EBX[30].
  @_alwaysEmitIntoClient
  public var pebsAux: UInt32 {
    @_addressableSelf get { self[.pebsAux] }
    set { self[.pebsAux] = newValue }
  }

  /// general counters that do PEBS. CPUID 0x23 5 EAX[31:0].
  @_alwaysEmitIntoClient
  public var pebsGeneralBitmap: UInt32 {
    @_addressableSelf get { self[.pebsGeneralBitmap] }
    set { self[.pebsGeneralBitmap] = newValue }
  }

  /// general counters with precise distribution. CPUID 0x23 5 EBX[31:0].
  @_alwaysEmitIntoClient
  public var pebsPreciseGeneralBitmap: UInt32 {
    @_addressableSelf get { self[.pebsPreciseGeneralBitmap] }
    set { self[.pebsPreciseGeneralBitmap] = newValue }
  }

  /// fixed counters that do PEBS. CPUID 0x23 5 ECX[31:0].
  @_alwaysEmitIntoClient
  public var pebsFixedBitmap: UInt32 {
    @_addressableSelf get { self[.pebsFixedBitmap] }
    set { self[.pebsFixedBitmap] = newValue }
  }

  /// fixed counters with precise distribution. CPUID 0x23 5 EDX[31:0].
  @_alwaysEmitIntoClient
  public var pebsPreciseFixedBitmap: UInt32 {
    @_addressableSelf get { self[.pebsPreciseFixedBitmap] }
    set { self[.pebsPreciseFixedBitmap] = newValue }
  }

  /// highest subleaf of leaf 0x24; meaningful with AVX10. CPUID 0x24 0 EAX[31:0]. Unit: subleaf
  /// number.
  @_alwaysEmitIntoClient
  public var avx10MaxSubleaf: UInt32 {
    @_addressableSelf get { self[.avx10MaxSubleaf] }
    set { self[.avx10MaxSubleaf] = newValue }
  }

  /// AVX10 version; zero without the AVX10 bit. CPUID 0x24 0 EBX[7:0]. Unit: version.
  @_alwaysEmitIntoClient
  public var avx10Version: UInt32 {
    @_addressableSelf get { self[.avx10Version] }
    set { self[.avx10Version] = newValue }
  }

  /// 128-bit vectors (now always set). CPUID 0x24 0 EBX[16].
  @_alwaysEmitIntoClient
  public var avx10Vector128: UInt32 {
    @_addressableSelf get { self[.avx10Vector128] }
    set { self[.avx10Vector128] = newValue }
  }

  /// 256-bit vectors (now always set). CPUID 0x24 0 EBX[17].
  @_alwaysEmitIntoClient
  public var avx10Vector256: UInt32 {
    @_addressableSelf get { self[.avx10Vector256] }
    set { self[.avx10Vector256] = newValue }
  }

  /// 512-bit vectors. CPUID 0x24 0 EBX[18].
  @_alwaysEmitIntoClient
  public var avx10Vector512: UInt32 {
    @_addressableSelf get { self[.avx10Vector512] }
    set { self[.avx10Vector512] = newValue }
  }

  /// AVX10.2 integer dot products. CPUID 0x24 1 ECX[2].
  @_alwaysEmitIntoClient
  public var avx10VnniInt: UInt32 {
    @_addressableSelf get { self[.avx10VnniInt] }
    set { self[.avx10VnniInt] = newValue }
  }

  /// highest monitoring id for this core type. CPUID 0x27 0 EBX[31:0]. Unit: RMID.
  @_alwaysEmitIntoClient
  public var asymmetricRmidMax: UInt32 {
    @_addressableSelf get { self[.asymmetricRmidMax] }
    set { self[.asymmetricRmidMax] = newValue }
  }

  /// L3 monitoring described in subleaf 1. CPUID 0x27 0 EDX[1].
  @_alwaysEmitIntoClient
  public var asymmetricL3Monitoring: UInt32 {
    @_addressableSelf get { self[.asymmetricL3Monitoring] }
    set { self[.asymmetricL3Monitoring] = newValue }
  }

  /// L3 allocation (subleaf 1). CPUID 0x28 0 EBX[1].
  @_alwaysEmitIntoClient
  public var asymmetricL3Allocation: UInt32 {
    @_addressableSelf get { self[.asymmetricL3Allocation] }
    set { self[.asymmetricL3Allocation] = newValue }
  }

  /// L2 allocation (subleaf 2). CPUID 0x28 0 EBX[2].
  @_alwaysEmitIntoClient
  public var asymmetricL2Allocation: UInt32 {
    @_addressableSelf get { self[.asymmetricL2Allocation] }
    set { self[.asymmetricL2Allocation] = newValue }
  }

  /// bandwidth allocation (subleaf 3). CPUID 0x28 0 EBX[3].
  @_alwaysEmitIntoClient
  public var asymmetricBandwidthAllocation: UInt32 {
    @_addressableSelf get { self[.asymmetricBandwidthAllocation] }
    set { self[.asymmetricBandwidthAllocation] = newValue }
  }

  /// cache bandwidth allocation (subleaf 5). CPUID 0x28 0 EBX[5].
  @_alwaysEmitIntoClient
  public var asymmetricCacheBandwidth: UInt32 {
    @_addressableSelf get { self[.asymmetricCacheBandwidth] }
    set { self[.asymmetricCacheBandwidth] = newValue }
  }

  /// resource id 6, not publicly described. CPUID 0x28 0 EBX[6].
  @_alwaysEmitIntoClient
  public var asymmetricResource6: UInt32 {
    @_addressableSelf get { self[.asymmetricResource6] }
    set { self[.asymmetricResource6] = newValue }
  }

  /// value of the undescribed resource. CPUID 0x28 6 EAX[31:0].
  @_alwaysEmitIntoClient
  public var asymmetricResource6Limit: UInt32 {
    @_addressableSelf get { self[.asymmetricResource6Limit] }
    set { self[.asymmetricResource6Limit] = newValue }
  }

  /// highest leaf of the first hypervisor range (Xen's low byte is the toolstack's choice). CPUID
  /// 0x40000000 * EAX[31:0]. Unit: leaf number.
  @_alwaysEmitIntoClient
  public var maxHypervisorLeaf: UInt32 {
    @_addressableSelf get { self[.maxHypervisorLeaf] }
    set { self[.maxHypervisorLeaf] = newValue }
  }

  /// hypervisor name, characters 1-4 (order b, c, d). CPUID 0x40000000 * EBX[31:0]. Unit: 4 ASCII
  /// bytes.
  @_alwaysEmitIntoClient
  public var hypervisorNamePart1: UInt32 {
    @_addressableSelf get { self[.hypervisorNamePart1] }
    set { self[.hypervisorNamePart1] = newValue }
  }

  /// characters 5-8. CPUID 0x40000000 * ECX[31:0]. Unit: 4 ASCII bytes.
  @_alwaysEmitIntoClient
  public var hypervisorNamePart2: UInt32 {
    @_addressableSelf get { self[.hypervisorNamePart2] }
    set { self[.hypervisorNamePart2] = newValue }
  }

  /// characters 9-12. CPUID 0x40000000 * EDX[31:0]. Unit: 4 ASCII bytes.
  @_alwaysEmitIntoClient
  public var hypervisorNamePart3: UInt32 {
    @_addressableSelf get { self[.hypervisorNamePart3] }
    set { self[.hypervisorNamePart3] = newValue }
  }

  /// interface signature Hv#1 (also shown by Xen's Viridian and KVM's Hyper-V modes). CPUID
  /// 0x40000001 * EAX[31:0]. Unit: 4 ASCII bytes.
  @_alwaysEmitIntoClient
  public var hypervInterfaceName: UInt32 {
    @_addressableSelf get { self[.hypervInterfaceName] }
    set { self[.hypervInterfaceName] = newValue }
  }

  /// paravirtual clock, old MSRs. CPUID 0x40000001 * EAX[0].
  @_alwaysEmitIntoClient
  public var kvmClockSource: UInt32 {
    @_addressableSelf get { self[.kvmClockSource] }
    set { self[.kvmClockSource] = newValue }
  }

  /// minor version. CPUID 0x40000001 * EAX[15:0].
  @_alwaysEmitIntoClient
  public var xenMinorVersion: UInt32 {
    @_addressableSelf get { self[.xenMinorVersion] }
    set { self[.xenMinorVersion] = newValue }
  }

  /// no I/O delays needed. CPUID 0x40000001 * EAX[1].
  @_alwaysEmitIntoClient
  public var kvmNopIoDelay: UInt32 {
    @_addressableSelf get { self[.kvmNopIoDelay] }
    set { self[.kvmNopIoDelay] = newValue }
  }

  /// paravirtual MMU (removed). CPUID 0x40000001 * EAX[2].
  @_alwaysEmitIntoClient
  public var kvmMmuOp: UInt32 {
    @_addressableSelf get { self[.kvmMmuOp] }
    set { self[.kvmMmuOp] = newValue }
  }

  /// paravirtual clock, new MSRs. CPUID 0x40000001 * EAX[3].
  @_alwaysEmitIntoClient
  public var kvmClockSource2: UInt32 {
    @_addressableSelf get { self[.kvmClockSource2] }
    set { self[.kvmClockSource2] = newValue }
  }

  /// asynchronous page faults, exception form. CPUID 0x40000001 * EAX[4].
  @_alwaysEmitIntoClient
  public var kvmAsyncPageFault: UInt32 {
    @_addressableSelf get { self[.kvmAsyncPageFault] }
    set { self[.kvmAsyncPageFault] = newValue }
  }

  /// stolen-time record. CPUID 0x40000001 * EAX[5].
  @_alwaysEmitIntoClient
  public var kvmStealTime: UInt32 {
    @_addressableSelf get { self[.kvmStealTime] }
    set { self[.kvmStealTime] = newValue }
  }

  /// paravirtual end of interrupt. CPUID 0x40000001 * EAX[6].
  @_alwaysEmitIntoClient
  public var kvmPvEoi: UInt32 {
    @_addressableSelf get { self[.kvmPvEoi] }
    set { self[.kvmPvEoi] = newValue }
  }

  /// paravirtual spinlock kick. CPUID 0x40000001 * EAX[7].
  @_alwaysEmitIntoClient
  public var kvmPvUnhalt: UInt32 {
    @_addressableSelf get { self[.kvmPvUnhalt] }
    set { self[.kvmPvUnhalt] = newValue }
  }

  /// paravirtual TLB flush. CPUID 0x40000001 * EAX[9].
  @_alwaysEmitIntoClient
  public var kvmPvTlbFlush: UInt32 {
    @_addressableSelf get { self[.kvmPvTlbFlush] }
    set { self[.kvmPvTlbFlush] = newValue }
  }

  /// asynchronous page faults may exit to a nested host. CPUID 0x40000001 * EAX[10].
  @_alwaysEmitIntoClient
  public var kvmAsyncPageFaultVmexit: UInt32 {
    @_addressableSelf get { self[.kvmAsyncPageFaultVmexit] }
    set { self[.kvmAsyncPageFaultVmexit] = newValue }
  }

  /// paravirtual interrupts between CPUs. CPUID 0x40000001 * EAX[11].
  @_alwaysEmitIntoClient
  public var kvmPvSendIpi: UInt32 {
    @_addressableSelf get { self[.kvmPvSendIpi] }
    set { self[.kvmPvSendIpi] = newValue }
  }

  /// guest controls host polling. CPUID 0x40000001 * EAX[12].
  @_alwaysEmitIntoClient
  public var kvmPollControl: UInt32 {
    @_addressableSelf get { self[.kvmPollControl] }
    set { self[.kvmPollControl] = newValue }
  }

  /// directed yield hypercall. CPUID 0x40000001 * EAX[13].
  @_alwaysEmitIntoClient
  public var kvmPvSchedYield: UInt32 {
    @_addressableSelf get { self[.kvmPvSchedYield] }
    set { self[.kvmPvSchedYield] = newValue }
  }

  /// asynchronous page faults, interrupt form. CPUID 0x40000001 * EAX[14].
  @_alwaysEmitIntoClient
  public var kvmAsyncPageFaultInterrupt: UInt32 {
    @_addressableSelf get { self[.kvmAsyncPageFaultInterrupt] }
    set { self[.kvmAsyncPageFaultInterrupt] = newValue }
  }

  /// 15-bit interrupt destination ids. CPUID 0x40000001 * EAX[15].
  @_alwaysEmitIntoClient
  public var kvmMsiExtendedDestinationId: UInt32 {
    @_addressableSelf get { self[.kvmMsiExtendedDestinationId] }
    set { self[.kvmMsiExtendedDestinationId] = newValue }
  }

  /// hypercall to change page encryption state. CPUID 0x40000001 * EAX[16].
  @_alwaysEmitIntoClient
  public var kvmMapGpaRange: UInt32 {
    @_addressableSelf get { self[.kvmMapGpaRange] }
    set { self[.kvmMapGpaRange] = newValue }
  }

  /// major version. CPUID 0x40000001 * EAX[31:16].
  @_alwaysEmitIntoClient
  public var xenMajorVersion: UInt32 {
    @_addressableSelf get { self[.xenMajorVersion] }
    set { self[.xenMajorVersion] = newValue }
  }

  /// guest can allow or forbid its migration. CPUID 0x40000001 * EAX[17].
  @_alwaysEmitIntoClient
  public var kvmMigrationControl: UInt32 {
    @_addressableSelf get { self[.kvmMigrationControl] }
    set { self[.kvmMigrationControl] = newValue }
  }

  /// paravirtual clock is stable across CPUs. CPUID 0x40000001 * EAX[24].
  @_alwaysEmitIntoClient
  public var kvmClockStable: UInt32 {
    @_addressableSelf get { self[.kvmClockStable] }
    set { self[.kvmClockStable] = newValue }
  }

  /// vCPUs are never preempted for long. CPUID 0x40000001 * EDX[0].
  @_alwaysEmitIntoClient
  public var kvmHintRealtime: UInt32 {
    @_addressableSelf get { self[.kvmHintRealtime] }
    set { self[.kvmHintRealtime] = newValue }
  }

  /// build number of the hypervisor. CPUID 0x40000002 * EAX[31:0].
  @_alwaysEmitIntoClient
  public var hypervBuild: UInt32 {
    @_addressableSelf get { self[.hypervBuild] }
    set { self[.hypervBuild] = newValue }
  }

  /// hypercall pages; 1. CPUID 0x40000002 * EAX[31:0]. Unit: pages.
  @_alwaysEmitIntoClient
  public var xenHypercallPages: UInt32 {
    @_addressableSelf get { self[.xenHypercallPages] }
    set { self[.xenHypercallPages] = newValue }
  }

  /// major (31:16) and minor (15:0) version. CPUID 0x40000002 * EBX[31:0].
  @_alwaysEmitIntoClient
  public var hypervVersion: UInt32 {
    @_addressableSelf get { self[.hypervVersion] }
    set { self[.hypervVersion] = newValue }
  }

  /// first MSR of Xen (0x40000000, or 0x40000200 when Viridian owns the first range). CPUID
  /// 0x40000002 * EBX[31:0]. Unit: MSR.
  @_alwaysEmitIntoClient
  public var xenMsrBase: UInt32 {
    @_addressableSelf get { self[.xenMsrBase] }
    set { self[.xenMsrBase] = newValue }
  }

  /// service pack. CPUID 0x40000002 * ECX[31:0].
  @_alwaysEmitIntoClient
  public var hypervServicePack: UInt32 {
    @_addressableSelf get { self[.hypervServicePack] }
    set { self[.hypervServicePack] = newValue }
  }

  /// PV page-table update keeps accessed and dirty bits. CPUID 0x40000002 * ECX[0].
  @_alwaysEmitIntoClient
  public var xenMmuPtUpdatePreserveAd: UInt32 {
    @_addressableSelf get { self[.xenMmuPtUpdatePreserveAd] }
    set { self[.xenMmuPtUpdatePreserveAd] = newValue }
  }

  /// service branch and number. CPUID 0x40000002 * EDX[31:0].
  @_alwaysEmitIntoClient
  public var hypervServiceBranch: UInt32 {
    @_addressableSelf get { self[.hypervServiceBranch] }
    set { self[.hypervServiceBranch] = newValue }
  }

  /// MSR access rights of the partition (reference counter, SynIC, timers, APIC, hypercall, reset
  /// ...). CPUID 0x40000003 0 EAX[31:0].
  @_alwaysEmitIntoClient
  public var hypervPrivilegesLow: UInt32 {
    @_addressableSelf get { self[.hypervPrivilegesLow] }
    set { self[.hypervPrivilegesLow] = newValue }
  }

  /// hypercall rights of the partition. CPUID 0x40000003 0 EBX[31:0].
  @_alwaysEmitIntoClient
  public var hypervPrivilegesHigh: UInt32 {
    @_addressableSelf get { self[.hypervPrivilegesHigh] }
    set { self[.hypervPrivilegesHigh] = newValue }
  }

  /// power management features. CPUID 0x40000003 0 ECX[31:0].
  @_alwaysEmitIntoClient
  public var hypervPowerFeatures: UInt32 {
    @_addressableSelf get { self[.hypervPowerFeatures] }
    set { self[.hypervPowerFeatures] = newValue }
  }

  /// debugging, XMM hypercall input, frequency MSRs, crash MSRs .... CPUID 0x40000003 0 EDX[31:0].
  @_alwaysEmitIntoClient
  public var hypervMiscFeatures: UInt32 {
    @_addressableSelf get { self[.hypervMiscFeatures] }
    set { self[.hypervMiscFeatures] = newValue }
  }

  /// TSC reads are emulated. CPUID 0x40000003 0 EAX[0].
  @_alwaysEmitIntoClient
  public var xenTscEmulated: UInt32 {
    @_addressableSelf get { self[.xenTscEmulated] }
    set { self[.xenTscEmulated] = newValue }
  }

  /// host TSC is reliable. CPUID 0x40000003 0 EAX[1].
  @_alwaysEmitIntoClient
  public var xenTscHostReliable: UInt32 {
    @_addressableSelf get { self[.xenTscHostReliable] }
    set { self[.xenTscHostReliable] = newValue }
  }

  /// boot CPU has RDTSCP. CPUID 0x40000003 0 EAX[2].
  @_alwaysEmitIntoClient
  public var xenTscRdtscp: UInt32 {
    @_addressableSelf get { self[.xenTscRdtscp] }
    set { self[.xenTscRdtscp] = newValue }
  }

  /// tsc_mode of the domain. CPUID 0x40000003 0 EBX[31:0].
  @_alwaysEmitIntoClient
  public var xenTscMode: UInt32 {
    @_addressableSelf get { self[.xenTscMode] }
    set { self[.xenTscMode] = newValue }
  }

  /// guest TSC frequency. CPUID 0x40000003 0 ECX[31:0]. Unit: kHz.
  @_alwaysEmitIntoClient
  public var xenTscFrequency: UInt32 {
    @_addressableSelf get { self[.xenTscFrequency] }
    set { self[.xenTscFrequency] = newValue }
  }

  /// number of migrations and restores. CPUID 0x40000003 0 EDX[31:0]. Unit: count.
  @_alwaysEmitIntoClient
  public var xenTscIncarnation: UInt32 {
    @_addressableSelf get { self[.xenTscIncarnation] }
    set { self[.xenTscIncarnation] = newValue }
  }

  /// offset, low word. CPUID 0x40000003 1 EAX[31:0]. Unit: ns.
  @_alwaysEmitIntoClient
  public var xenTscOffsetLow: UInt32 {
    @_addressableSelf get { self[.xenTscOffsetLow] }
    set { self[.xenTscOffsetLow] = newValue }
  }

  /// offset, high word. CPUID 0x40000003 1 EBX[31:0]. Unit: ns.
  @_alwaysEmitIntoClient
  public var xenTscOffsetHigh: UInt32 {
    @_addressableSelf get { self[.xenTscOffsetHigh] }
    set { self[.xenTscOffsetHigh] = newValue }
  }

  /// TSC to ns multiplier. CPUID 0x40000003 1 ECX[31:0].
  @_alwaysEmitIntoClient
  public var xenTscMultiplier: UInt32 {
    @_addressableSelf get { self[.xenTscMultiplier] }
    set { self[.xenTscMultiplier] = newValue }
  }

  /// TSC to ns shift, signed byte. CPUID 0x40000003 1 EDX[31:0].
  @_alwaysEmitIntoClient
  public var xenTscShift: UInt32 {
    @_addressableSelf get { self[.xenTscShift] }
    set { self[.xenTscShift] = newValue }
  }

  /// host TSC frequency. CPUID 0x40000003 2 EAX[31:0]. Unit: kHz.
  @_alwaysEmitIntoClient
  public var xenHostTscFrequency: UInt32 {
    @_addressableSelf get { self[.xenHostTscFrequency] }
    set { self[.xenHostTscFrequency] = newValue }
  }

  /// what the guest should use for speed (flush hypercalls, APIC MSRs, enlightened VMCS ...). CPUID
  /// 0x40000004 * EAX[31:0].
  @_alwaysEmitIntoClient
  public var hypervRecommendations: UInt32 {
    @_addressableSelf get { self[.hypervRecommendations] }
    set { self[.hypervRecommendations] = newValue }
  }

  /// APIC register accesses are virtualised by hardware. CPUID 0x40000004 * EAX[0].
  @_alwaysEmitIntoClient
  public var xenHvmApicAccessVirtualised: UInt32 {
    @_addressableSelf get { self[.xenHvmApicAccessVirtualised] }
    set { self[.xenHvmApicAccessVirtualised] = newValue }
  }

  /// x2APIC accesses are virtualised by hardware. CPUID 0x40000004 * EAX[1].
  @_alwaysEmitIntoClient
  public var xenHvmX2ApicVirtualised: UInt32 {
    @_addressableSelf get { self[.xenHvmX2ApicVirtualised] }
    set { self[.xenHvmX2ApicVirtualised] = newValue }
  }

  /// foreign and grant pages have IOMMU mappings. CPUID 0x40000004 * EAX[2].
  @_alwaysEmitIntoClient
  public var xenHvmIommuMappings: UInt32 {
    @_addressableSelf get { self[.xenHvmIommuMappings] }
    set { self[.xenHvmIommuMappings] = newValue }
  }

  /// EBX holds the vCPU id. CPUID 0x40000004 * EAX[3].
  @_alwaysEmitIntoClient
  public var xenHvmVcpuIdPresent: UInt32 {
    @_addressableSelf get { self[.xenHvmVcpuIdPresent] }
    set { self[.xenHvmVcpuIdPresent] = newValue }
  }

  /// ECX holds the domain id. CPUID 0x40000004 * EAX[4].
  @_alwaysEmitIntoClient
  public var xenHvmDomainIdPresent: UInt32 {
    @_addressableSelf get { self[.xenHvmDomainIdPresent] }
    set { self[.xenHvmDomainIdPresent] = newValue }
  }

  /// 15-bit interrupt destination ids. CPUID 0x40000004 * EAX[5].
  @_alwaysEmitIntoClient
  public var xenHvmExtendedDestinationId: UInt32 {
    @_addressableSelf get { self[.xenHvmExtendedDestinationId] }
    set { self[.xenHvmExtendedDestinationId] = newValue }
  }

  /// event-channel upcall vector per vCPU. CPUID 0x40000004 * EAX[6].
  @_alwaysEmitIntoClient
  public var xenHvmUpcallVector: UInt32 {
    @_addressableSelf get { self[.xenHvmUpcallVector] }
    set { self[.xenHvmUpcallVector] = newValue }
  }

  /// spins before a notify hypercall; all ones = never. CPUID 0x40000004 * EBX[31:0]. Unit:
  /// retries.
  @_alwaysEmitIntoClient
  public var hypervSpinlockRetries: UInt32 {
    @_addressableSelf get { self[.hypervSpinlockRetries] }
    set { self[.hypervSpinlockRetries] = newValue }
  }

  /// id of the vCPU that asks. CPUID 0x40000004 * EBX[31:0]. Unit: id.
  @_alwaysEmitIntoClient
  public var xenHvmVcpuId: UInt32 {
    @_addressableSelf get { self[.xenHvmVcpuId] }
    set { self[.xenHvmVcpuId] = newValue }
  }

  /// physical address bits implemented (6:0). CPUID 0x40000004 * ECX[31:0]. Unit: bits.
  @_alwaysEmitIntoClient
  public var hypervImplementedPhysicalBits: UInt32 {
    @_addressableSelf get { self[.hypervImplementedPhysicalBits] }
    set { self[.hypervImplementedPhysicalBits] = newValue }
  }

  /// domain id; changes on migration. CPUID 0x40000004 * ECX[31:0]. Unit: id.
  @_alwaysEmitIntoClient
  public var xenHvmDomainId: UInt32 {
    @_addressableSelf get { self[.xenHvmDomainId] }
    set { self[.xenHvmDomainId] = newValue }
  }

  /// virtual processors supported. CPUID 0x40000005 * EAX[31:0]. Unit: count.
  @_alwaysEmitIntoClient
  public var hypervMaxVirtualProcessors: UInt32 {
    @_addressableSelf get { self[.hypervMaxVirtualProcessors] }
    set { self[.hypervMaxVirtualProcessors] = newValue }
  }

  /// logical processors supported. CPUID 0x40000005 * EBX[31:0]. Unit: count.
  @_alwaysEmitIntoClient
  public var hypervMaxLogicalProcessors: UInt32 {
    @_addressableSelf get { self[.hypervMaxLogicalProcessors] }
    set { self[.hypervMaxLogicalProcessors] = newValue }
  }

  /// machine address width for PV guests. CPUID 0x40000005 * EBX[7:0]. Unit: bits.
  @_alwaysEmitIntoClient
  public var xenPvMachineAddressWidth: UInt32 {
    @_addressableSelf get { self[.xenPvMachineAddressWidth] }
    set { self[.xenPvMachineAddressWidth] = newValue }
  }

  /// physical interrupt vectors for remapping. CPUID 0x40000005 * ECX[31:0]. Unit: count.
  @_alwaysEmitIntoClient
  public var hypervMaxInterruptVectors: UInt32 {
    @_addressableSelf get { self[.hypervMaxInterruptVectors] }
    set { self[.hypervMaxInterruptVectors] = newValue }
  }

  /// hardware features in use by the hypervisor. CPUID 0x40000006 * EAX[31:0].
  @_alwaysEmitIntoClient
  public var hypervHardwareFeatures: UInt32 {
    @_addressableSelf get { self[.hypervHardwareFeatures] }
    set { self[.hypervHardwareFeatures] = newValue }
  }

  /// CPU management features, root partition only. CPUID 0x40000007 * EAX[31:0].
  @_alwaysEmitIntoClient
  public var hypervRootFeaturesA: UInt32 {
    @_addressableSelf get { self[.hypervRootFeaturesA] }
    set { self[.hypervRootFeaturesA] = newValue }
  }

  /// CPU management features, root partition only. CPUID 0x40000007 * EBX[31:0].
  @_alwaysEmitIntoClient
  public var hypervRootFeaturesB: UInt32 {
    @_addressableSelf get { self[.hypervRootFeaturesB] }
    set { self[.hypervRootFeaturesB] = newValue }
  }

  /// shared virtual memory features, root partition only. CPUID 0x40000008 * EAX[31:0].
  @_alwaysEmitIntoClient
  public var hypervSvmFeatures: UInt32 {
    @_addressableSelf get { self[.hypervSvmFeatures] }
    set { self[.hypervSvmFeatures] = newValue }
  }

  /// shared virtual memory, second word. CPUID 0x40000008 * EBX[31:0].
  @_alwaysEmitIntoClient
  public var hypervSvmFeaturesB: UInt32 {
    @_addressableSelf get { self[.hypervSvmFeaturesB] }
    set { self[.hypervSvmFeaturesB] = newValue }
  }

  /// shared virtual memory, third word. CPUID 0x40000008 * ECX[31:0].
  @_alwaysEmitIntoClient
  public var hypervSvmFeaturesC: UInt32 {
    @_addressableSelf get { self[.hypervSvmFeaturesC] }
    set { self[.hypervSvmFeaturesC] = newValue }
  }

  /// nested virtualisation features (enlightened VMCS versions, flush, bitmap ...). CPUID
  /// 0x4000000a * EAX[31:0].
  @_alwaysEmitIntoClient
  public var hypervNestedFeatures: UInt32 {
    @_addressableSelf get { self[.hypervNestedFeatures] }
    set { self[.hypervNestedFeatures] = newValue }
  }

  /// nested virtualisation features, second word. CPUID 0x4000000a * EBX[31:0].
  @_alwaysEmitIntoClient
  public var hypervNestedFeaturesB: UInt32 {
    @_addressableSelf get { self[.hypervNestedFeaturesB] }
    set { self[.hypervNestedFeaturesB] = newValue }
  }

  /// not described; seen in root partitions. CPUID 0x4000000b * EAX[31:0].
  @_alwaysEmitIntoClient
  public var hypervLeafBWord: UInt32 {
    @_addressableSelf get { self[.hypervLeafBWord] }
    set { self[.hypervLeafBWord] = newValue }
  }

  /// highest leaf of the second hypervisor range (Xen moves there when Viridian owns the first).
  /// CPUID 0x40000100 * EAX[31:0]. Unit: leaf number.
  @_alwaysEmitIntoClient
  public var maxSecondHypervisorLeaf: UInt32 {
    @_addressableSelf get { self[.maxSecondHypervisorLeaf] }
    set { self[.maxSecondHypervisorLeaf] = newValue }
  }

  /// highest extended leaf, as a full number 0x8000xxxx; smaller values mean no extended range.
  /// CPUID 0x80000000 * EAX[31:0]. Unit: leaf number.
  @_alwaysEmitIntoClient
  public var maxExtendedLeaf: UInt32 {
    @_addressableSelf get { self[.maxExtendedLeaf] }
    set { self[.maxExtendedLeaf] = newValue }
  }

  /// vendor name again, characters 1-4; zero on Intel. CPUID 0x80000000 * EBX[31:0]. Unit: 4 ASCII
  /// bytes.
  @_alwaysEmitIntoClient
  public var extendedVendorPart1: UInt32 {
    @_addressableSelf get { self[.extendedVendorPart1] }
    set { self[.extendedVendorPart1] = newValue }
  }

  /// vendor name again, characters 9-12. CPUID 0x80000000 * ECX[31:0]. Unit: 4 ASCII bytes.
  @_alwaysEmitIntoClient
  public var extendedVendorPart3: UInt32 {
    @_addressableSelf get { self[.extendedVendorPart3] }
    set { self[.extendedVendorPart3] = newValue }
  }

  /// vendor name again, characters 5-8. CPUID 0x80000000 * EDX[31:0]. Unit: 4 ASCII bytes.
  @_alwaysEmitIntoClient
  public var extendedVendorPart2: UInt32 {
    @_addressableSelf get { self[.extendedVendorPart2] }
    set { self[.extendedVendorPart2] = newValue }
  }

  /// stepping again; on early AMD parts (K5, K6) the fields can differ from leaf 1. CPUID
  /// 0x80000001 * EAX[3:0].
  @_alwaysEmitIntoClient
  public var extendedSteppingId: UInt32 {
    @_addressableSelf get { self[.extendedSteppingId] }
    set { self[.extendedSteppingId] = newValue }
  }

  /// model again. CPUID 0x80000001 * EAX[7:4].
  @_alwaysEmitIntoClient
  public var extendedBaseModel: UInt32 {
    @_addressableSelf get { self[.extendedBaseModel] }
    set { self[.extendedBaseModel] = newValue }
  }

  /// family again (K5 to Athlon: leaf 1 family + 1). CPUID 0x80000001 * EAX[11:8].
  @_alwaysEmitIntoClient
  public var extendedBaseFamily: UInt32 {
    @_addressableSelf get { self[.extendedBaseFamily] }
    set { self[.extendedBaseFamily] = newValue }
  }

  /// type again, Transmeta. CPUID 0x80000001 * EAX[13:12].
  @_alwaysEmitIntoClient
  public var extendedProcessorType: UInt32 {
    @_addressableSelf get { self[.extendedProcessorType] }
    set { self[.extendedProcessorType] = newValue }
  }

  /// extended model again. CPUID 0x80000001 * EAX[19:16].
  @_alwaysEmitIntoClient
  public var extendedExtendedModel: UInt32 {
    @_addressableSelf get { self[.extendedExtendedModel] }
    set { self[.extendedExtendedModel] = newValue }
  }

  /// extended family again. CPUID 0x80000001 * EAX[27:20].
  @_alwaysEmitIntoClient
  public var extendedExtendedFamily: UInt32 {
    @_addressableSelf get { self[.extendedExtendedFamily] }
    set { self[.extendedExtendedFamily] = newValue }
  }

  /// brand number, meaning depends on family and package. CPUID 0x80000001 * EBX[15:0].
  @_alwaysEmitIntoClient
  public var extendedBrandId: UInt32 {
    @_addressableSelf get { self[.extendedBrandId] }
    set { self[.extendedBrandId] = newValue }
  }

  /// socket code; meaning depends on family. CPUID 0x80000001 * EBX[31:28].
  @_alwaysEmitIntoClient
  public var packageType: UInt32 {
    @_addressableSelf get { self[.packageType] }
    set { self[.packageType] = newValue }
  }

  /// EFER.TCE limits what INVLPG-type instructions flush. CPUID 0x80000001 * ECX[17].
  @_alwaysEmitIntoClient
  public var translationCacheExtension: UInt32 {
    @_addressableSelf get { self[.translationCacheExtension] }
    set { self[.translationCacheExtension] = newValue }
  }

  /// six core counters at new MSR numbers. CPUID 0x80000001 * ECX[23].
  @_alwaysEmitIntoClient
  public var corePerformanceCounters: UInt32 {
    @_addressableSelf get { self[.corePerformanceCounters] }
    set { self[.corePerformanceCounters] = newValue }
  }

  /// northbridge or data-fabric counters. CPUID 0x80000001 * ECX[24].
  @_alwaysEmitIntoClient
  public var northbridgeCounters: UInt32 {
    @_addressableSelf get { self[.northbridgeCounters] }
    set { self[.northbridgeCounters] = newValue }
  }

  /// streaming performance monitor, early family 15h documents. CPUID 0x80000001 * ECX[25].
  @_alwaysEmitIntoClient
  public var streamingPerformanceMonitor: UInt32 {
    @_addressableSelf get { self[.streamingPerformanceMonitor] }
    set { self[.streamingPerformanceMonitor] = newValue }
  }

  /// counter that runs at a fixed rate with performance sampling (size in 0x80000008 ECX). CPUID
  /// 0x80000001 * ECX[27].
  @_alwaysEmitIntoClient
  public var performanceTsc: UInt32 {
    @_addressableSelf get { self[.performanceTsc] }
    set { self[.performanceTsc] = newValue }
  }

  /// L2 (family 16h) or L3 (17h+) counters. CPUID 0x80000001 * ECX[28].
  @_alwaysEmitIntoClient
  public var llcPerformanceCounters: UInt32 {
    @_addressableSelf get { self[.llcPerformanceCounters] }
    set { self[.llcPerformanceCounters] = newValue }
  }

  /// reserved for AMD extensions. CPUID 0x80000001 * ECX[31].
  @_alwaysEmitIntoClient
  public var ecx31Ext1: UInt32 {
    @_addressableSelf get { self[.ecx31Ext1] }
    set { self[.ecx31Ext1] = newValue }
  }

  /// AMD and compatible parts repeat FPU; zero on Intel. CPUID 0x80000001 * EDX[0].
  @_alwaysEmitIntoClient
  public var extFpu: UInt32 {
    @_addressableSelf get { self[.extFpu] }
    set { self[.extFpu] = newValue }
  }

  /// repeats VME. CPUID 0x80000001 * EDX[1].
  @_alwaysEmitIntoClient
  public var extVme: UInt32 {
    @_addressableSelf get { self[.extVme] }
    set { self[.extVme] = newValue }
  }

  /// repeats DE. CPUID 0x80000001 * EDX[2].
  @_alwaysEmitIntoClient
  public var extDe: UInt32 {
    @_addressableSelf get { self[.extDe] }
    set { self[.extDe] = newValue }
  }

  /// repeats PSE. CPUID 0x80000001 * EDX[3].
  @_alwaysEmitIntoClient
  public var extPse: UInt32 {
    @_addressableSelf get { self[.extPse] }
    set { self[.extPse] = newValue }
  }

  /// repeats TSC. CPUID 0x80000001 * EDX[4].
  @_alwaysEmitIntoClient
  public var extTsc: UInt32 {
    @_addressableSelf get { self[.extTsc] }
    set { self[.extTsc] = newValue }
  }

  /// repeats MSR. CPUID 0x80000001 * EDX[5].
  @_alwaysEmitIntoClient
  public var extMsr: UInt32 {
    @_addressableSelf get { self[.extMsr] }
    set { self[.extMsr] = newValue }
  }

  /// repeats PAE. CPUID 0x80000001 * EDX[6].
  @_alwaysEmitIntoClient
  public var extPae: UInt32 {
    @_addressableSelf get { self[.extPae] }
    set { self[.extPae] = newValue }
  }

  /// repeats MCE. CPUID 0x80000001 * EDX[7].
  @_alwaysEmitIntoClient
  public var extMce: UInt32 {
    @_addressableSelf get { self[.extMce] }
    set { self[.extMce] = newValue }
  }

  /// repeats CX8. CPUID 0x80000001 * EDX[8].
  @_alwaysEmitIntoClient
  public var extCx8: UInt32 {
    @_addressableSelf get { self[.extCx8] }
    set { self[.extCx8] = newValue }
  }

  /// repeats APIC, dynamic in the same way. CPUID 0x80000001 * EDX[9].
  @_alwaysEmitIntoClient
  public var extApic: UInt32 {
    @_addressableSelf get { self[.extApic] }
    set { self[.extApic] = newValue }
  }

  /// SYSCALL in the form of the first K6 parts. CPUID 0x80000001 * EDX[10].
  @_alwaysEmitIntoClient
  public var extSyscallEarly: UInt32 {
    @_addressableSelf get { self[.extSyscallEarly] }
    set { self[.extSyscallEarly] = newValue }
  }

  /// repeats MTRR. CPUID 0x80000001 * EDX[12].
  @_alwaysEmitIntoClient
  public var extMtrr: UInt32 {
    @_addressableSelf get { self[.extMtrr] }
    set { self[.extMtrr] = newValue }
  }

  /// repeats PGE. CPUID 0x80000001 * EDX[13].
  @_alwaysEmitIntoClient
  public var extPge: UInt32 {
    @_addressableSelf get { self[.extPge] }
    set { self[.extPge] = newValue }
  }

  /// repeats MCA. CPUID 0x80000001 * EDX[14].
  @_alwaysEmitIntoClient
  public var extMca: UInt32 {
    @_addressableSelf get { self[.extMca] }
    set { self[.extMca] = newValue }
  }

  /// repeats CMOV. CPUID 0x80000001 * EDX[15].
  @_alwaysEmitIntoClient
  public var extCmov: UInt32 {
    @_addressableSelf get { self[.extCmov] }
    set { self[.extCmov] = newValue }
  }

  /// repeats PAT (on K6/K7 it stood for FCMOV). CPUID 0x80000001 * EDX[16].
  @_alwaysEmitIntoClient
  public var extPat: UInt32 {
    @_addressableSelf get { self[.extPat] }
    set { self[.extPat] = newValue }
  }

  /// repeats PSE36. CPUID 0x80000001 * EDX[17].
  @_alwaysEmitIntoClient
  public var extPse36: UInt32 {
    @_addressableSelf get { self[.extPse36] }
    set { self[.extPse36] = newValue }
  }

  /// reserved; set on a few early K8 parts. CPUID 0x80000001 * EDX[18].
  @_alwaysEmitIntoClient
  public var extSerialNumber: UInt32 {
    @_addressableSelf get { self[.extSerialNumber] }
    set { self[.extSerialNumber] = newValue }
  }

  /// Athlon MP and early Opteron: fit for several sockets. CPUID 0x80000001 * EDX[19].
  @_alwaysEmitIntoClient
  public var multiprocessorCapable: UInt32 {
    @_addressableSelf get { self[.multiprocessorCapable] }
    set { self[.multiprocessorCapable] = newValue }
  }

  /// repeats MMX. CPUID 0x80000001 * EDX[23].
  @_alwaysEmitIntoClient
  public var extMmx: UInt32 {
    @_addressableSelf get { self[.extMmx] }
    set { self[.extMmx] = newValue }
  }

  /// repeats FXSR. CPUID 0x80000001 * EDX[24].
  @_alwaysEmitIntoClient
  public var extFxsr: UInt32 {
    @_addressableSelf get { self[.extFxsr] }
    set { self[.extFxsr] = newValue }
  }

  /// brand, characters 1-4 (NUL padded, little endian). CPUID 0x80000002 * EAX[31:0]. Unit: 4 ASCII
  /// bytes.
  @_alwaysEmitIntoClient
  public var brandStringPart1: UInt32 {
    @_addressableSelf get { self[.brandStringPart1] }
    set { self[.brandStringPart1] = newValue }
  }

  /// characters 5-8. CPUID 0x80000002 * EBX[31:0]. Unit: 4 ASCII bytes.
  @_alwaysEmitIntoClient
  public var brandStringPart2: UInt32 {
    @_addressableSelf get { self[.brandStringPart2] }
    set { self[.brandStringPart2] = newValue }
  }

  /// characters 9-12. CPUID 0x80000002 * ECX[31:0]. Unit: 4 ASCII bytes.
  @_alwaysEmitIntoClient
  public var brandStringPart3: UInt32 {
    @_addressableSelf get { self[.brandStringPart3] }
    set { self[.brandStringPart3] = newValue }
  }

  /// characters 13-16. CPUID 0x80000002 * EDX[31:0]. Unit: 4 ASCII bytes.
  @_alwaysEmitIntoClient
  public var brandStringPart4: UInt32 {
    @_addressableSelf get { self[.brandStringPart4] }
    set { self[.brandStringPart4] = newValue }
  }

  /// characters 17-20. CPUID 0x80000003 * EAX[31:0]. Unit: 4 ASCII bytes.
  @_alwaysEmitIntoClient
  public var brandStringPart5: UInt32 {
    @_addressableSelf get { self[.brandStringPart5] }
    set { self[.brandStringPart5] = newValue }
  }

  /// characters 21-24. CPUID 0x80000003 * EBX[31:0]. Unit: 4 ASCII bytes.
  @_alwaysEmitIntoClient
  public var brandStringPart6: UInt32 {
    @_addressableSelf get { self[.brandStringPart6] }
    set { self[.brandStringPart6] = newValue }
  }

  /// characters 25-28. CPUID 0x80000003 * ECX[31:0]. Unit: 4 ASCII bytes.
  @_alwaysEmitIntoClient
  public var brandStringPart7: UInt32 {
    @_addressableSelf get { self[.brandStringPart7] }
    set { self[.brandStringPart7] = newValue }
  }

  /// characters 29-32. CPUID 0x80000003 * EDX[31:0]. Unit: 4 ASCII bytes.
  @_alwaysEmitIntoClient
  public var brandStringPart8: UInt32 {
    @_addressableSelf get { self[.brandStringPart8] }
    set { self[.brandStringPart8] = newValue }
  }

  /// characters 33-36. CPUID 0x80000004 * EAX[31:0]. Unit: 4 ASCII bytes.
  @_alwaysEmitIntoClient
  public var brandStringPart9: UInt32 {
    @_addressableSelf get { self[.brandStringPart9] }
    set { self[.brandStringPart9] = newValue }
  }

  /// characters 37-40. CPUID 0x80000004 * EBX[31:0]. Unit: 4 ASCII bytes.
  @_alwaysEmitIntoClient
  public var brandStringPart10: UInt32 {
    @_addressableSelf get { self[.brandStringPart10] }
    set { self[.brandStringPart10] = newValue }
  }

  /// characters 41-44. CPUID 0x80000004 * ECX[31:0]. Unit: 4 ASCII bytes.
  @_alwaysEmitIntoClient
  public var brandStringPart11: UInt32 {
    @_addressableSelf get { self[.brandStringPart11] }
    set { self[.brandStringPart11] = newValue }
  }

  /// characters 45-48. CPUID 0x80000004 * EDX[31:0]. Unit: 4 ASCII bytes.
  @_alwaysEmitIntoClient
  public var brandStringPart12: UInt32 {
    @_addressableSelf get { self[.brandStringPart12] }
    set { self[.brandStringPart12] = newValue }
  }

  /// L1 instruction TLB, 2M/4M pages (a 4M page takes two); zero on Intel. CPUID 0x80000005 *
  /// EAX[7:0]. Unit: entries.
  @_alwaysEmitIntoClient
  public var l1ItlbLargeEntries: UInt32 {
    @_addressableSelf get { self[.l1ItlbLargeEntries] }
    set { self[.l1ItlbLargeEntries] = newValue }
  }

  /// 0xff full, 1 direct, else ways. CPUID 0x80000005 * EAX[15:8]. Unit: ways.
  @_alwaysEmitIntoClient
  public var l1ItlbLargeAssociativity: UInt32 {
    @_addressableSelf get { self[.l1ItlbLargeAssociativity] }
    set { self[.l1ItlbLargeAssociativity] = newValue }
  }

  /// L1 data TLB, 2M/4M pages. CPUID 0x80000005 * EAX[23:16]. Unit: entries.
  @_alwaysEmitIntoClient
  public var l1DtlbLargeEntries: UInt32 {
    @_addressableSelf get { self[.l1DtlbLargeEntries] }
    set { self[.l1DtlbLargeEntries] = newValue }
  }

  /// 0xff full, 1 direct, else ways. CPUID 0x80000005 * EAX[31:24]. Unit: ways.
  @_alwaysEmitIntoClient
  public var l1DtlbLargeAssociativity: UInt32 {
    @_addressableSelf get { self[.l1DtlbLargeAssociativity] }
    set { self[.l1DtlbLargeAssociativity] = newValue }
  }

  /// L1 instruction TLB, 4K pages. CPUID 0x80000005 * EBX[7:0]. Unit: entries.
  @_alwaysEmitIntoClient
  public var l1Itlb4KEntries: UInt32 {
    @_addressableSelf get { self[.l1Itlb4KEntries] }
    set { self[.l1Itlb4KEntries] = newValue }
  }

  /// 0xff full, 1 direct, else ways. CPUID 0x80000005 * EBX[15:8]. Unit: ways.
  @_alwaysEmitIntoClient
  public var l1Itlb4KAssociativity: UInt32 {
    @_addressableSelf get { self[.l1Itlb4KAssociativity] }
    set { self[.l1Itlb4KAssociativity] = newValue }
  }

  /// L1 data TLB, 4K pages. CPUID 0x80000005 * EBX[23:16]. Unit: entries.
  @_alwaysEmitIntoClient
  public var l1Dtlb4KEntries: UInt32 {
    @_addressableSelf get { self[.l1Dtlb4KEntries] }
    set { self[.l1Dtlb4KEntries] = newValue }
  }

  /// 0xff full, 1 direct, else ways. CPUID 0x80000005 * EBX[31:24]. Unit: ways.
  @_alwaysEmitIntoClient
  public var l1Dtlb4KAssociativity: UInt32 {
    @_addressableSelf get { self[.l1Dtlb4KAssociativity] }
    set { self[.l1Dtlb4KAssociativity] = newValue }
  }

  /// L1 data line. CPUID 0x80000005 * ECX[7:0]. Unit: bytes.
  @_alwaysEmitIntoClient
  public var l1DataLineSize: UInt32 {
    @_addressableSelf get { self[.l1DataLineSize] }
    set { self[.l1DataLineSize] = newValue }
  }

  /// lines per tag. CPUID 0x80000005 * ECX[15:8]. Unit: lines.
  @_alwaysEmitIntoClient
  public var l1DataLinesPerTag: UInt32 {
    @_addressableSelf get { self[.l1DataLinesPerTag] }
    set { self[.l1DataLinesPerTag] = newValue }
  }

  /// 0xff full, 1 direct, else ways. CPUID 0x80000005 * ECX[23:16]. Unit: ways.
  @_alwaysEmitIntoClient
  public var l1DataAssociativity: UInt32 {
    @_addressableSelf get { self[.l1DataAssociativity] }
    set { self[.l1DataAssociativity] = newValue }
  }

  /// L1 data size. CPUID 0x80000005 * ECX[31:24]. Unit: KiB.
  @_alwaysEmitIntoClient
  public var l1DataSize: UInt32 {
    @_addressableSelf get { self[.l1DataSize] }
    set { self[.l1DataSize] = newValue }
  }

  /// L1 instruction line. CPUID 0x80000005 * EDX[7:0]. Unit: bytes.
  @_alwaysEmitIntoClient
  public var l1InstructionLineSize: UInt32 {
    @_addressableSelf get { self[.l1InstructionLineSize] }
    set { self[.l1InstructionLineSize] = newValue }
  }

  /// lines per tag. CPUID 0x80000005 * EDX[15:8]. Unit: lines.
  @_alwaysEmitIntoClient
  public var l1InstructionLinesPerTag: UInt32 {
    @_addressableSelf get { self[.l1InstructionLinesPerTag] }
    set { self[.l1InstructionLinesPerTag] = newValue }
  }

  /// 0xff full, 1 direct, else ways. CPUID 0x80000005 * EDX[23:16]. Unit: ways.
  @_alwaysEmitIntoClient
  public var l1InstructionAssociativity: UInt32 {
    @_addressableSelf get { self[.l1InstructionAssociativity] }
    set { self[.l1InstructionAssociativity] = newValue }
  }

  /// L1 instruction size. CPUID 0x80000005 * EDX[31:24]. Unit: KiB.
  @_alwaysEmitIntoClient
  public var l1InstructionSize: UInt32 {
    @_addressableSelf get { self[.l1InstructionSize] }
    set { self[.l1InstructionSize] = newValue }
  }

  /// L2 instruction TLB, 2M/4M pages; a zero upper half means a unified TLB. CPUID 0x80000006 *
  /// EAX[11:0]. Unit: entries.
  @_alwaysEmitIntoClient
  public var l2ItlbLargeEntries: UInt32 {
    @_addressableSelf get { self[.l2ItlbLargeEntries] }
    set { self[.l2ItlbLargeEntries] = newValue }
  }

  /// 0 off, 1 direct, 2, 3=3, 4, 5=6, 6=8, 8=16, 9=see 0x8000001d, a=32, b=48, c=64, d=96, e=128,
  /// f=full. CPUID 0x80000006 * EAX[15:12]. Unit: 4-bit code.
  @_alwaysEmitIntoClient
  public var l2ItlbLargeAssociativity: UInt32 {
    @_addressableSelf get { self[.l2ItlbLargeAssociativity] }
    set { self[.l2ItlbLargeAssociativity] = newValue }
  }

  /// L2 data TLB, 2M/4M pages. CPUID 0x80000006 * EAX[27:16]. Unit: entries.
  @_alwaysEmitIntoClient
  public var l2DtlbLargeEntries: UInt32 {
    @_addressableSelf get { self[.l2DtlbLargeEntries] }
    set { self[.l2DtlbLargeEntries] = newValue }
  }

  /// same code. CPUID 0x80000006 * EAX[31:28]. Unit: 4-bit code.
  @_alwaysEmitIntoClient
  public var l2DtlbLargeAssociativity: UInt32 {
    @_addressableSelf get { self[.l2DtlbLargeAssociativity] }
    set { self[.l2DtlbLargeAssociativity] = newValue }
  }

  /// L2 instruction TLB, 4K pages. CPUID 0x80000006 * EBX[11:0]. Unit: entries.
  @_alwaysEmitIntoClient
  public var l2Itlb4KEntries: UInt32 {
    @_addressableSelf get { self[.l2Itlb4KEntries] }
    set { self[.l2Itlb4KEntries] = newValue }
  }

  /// same code. CPUID 0x80000006 * EBX[15:12]. Unit: 4-bit code.
  @_alwaysEmitIntoClient
  public var l2Itlb4KAssociativity: UInt32 {
    @_addressableSelf get { self[.l2Itlb4KAssociativity] }
    set { self[.l2Itlb4KAssociativity] = newValue }
  }

  /// L2 data TLB, 4K pages. CPUID 0x80000006 * EBX[27:16]. Unit: entries.
  @_alwaysEmitIntoClient
  public var l2Dtlb4KEntries: UInt32 {
    @_addressableSelf get { self[.l2Dtlb4KEntries] }
    set { self[.l2Dtlb4KEntries] = newValue }
  }

  /// same code. CPUID 0x80000006 * EBX[31:28]. Unit: 4-bit code.
  @_alwaysEmitIntoClient
  public var l2Dtlb4KAssociativity: UInt32 {
    @_addressableSelf get { self[.l2Dtlb4KAssociativity] }
    set { self[.l2Dtlb4KAssociativity] = newValue }
  }

  /// L2 line; the one register of this leaf that Intel fills too. CPUID 0x80000006 * ECX[7:0].
  /// Unit: bytes.
  @_alwaysEmitIntoClient
  public var l2LineSize: UInt32 {
    @_addressableSelf get { self[.l2LineSize] }
    set { self[.l2LineSize] = newValue }
  }

  /// L2 line, VIA layout. CPUID 0x80000006 * ECX[7:0]. Unit: bytes.
  @_alwaysEmitIntoClient
  public var viaL2LineSize: UInt32 {
    @_addressableSelf get { self[.viaL2LineSize] }
    set { self[.viaL2LineSize] = newValue }
  }

  /// lines per tag. CPUID 0x80000006 * ECX[11:8]. Unit: lines.
  @_alwaysEmitIntoClient
  public var l2LinesPerTag: UInt32 {
    @_addressableSelf get { self[.l2LinesPerTag] }
    set { self[.l2LinesPerTag] = newValue }
  }

  /// lines per tag, VIA layout (some models use 11:8). CPUID 0x80000006 * ECX[15:8].
  @_alwaysEmitIntoClient
  public var viaL2LinesPerTag: UInt32 {
    @_addressableSelf get { self[.viaL2LinesPerTag] }
    set { self[.viaL2LinesPerTag] = newValue }
  }

  /// same code. CPUID 0x80000006 * ECX[15:12]. Unit: 4-bit code.
  @_alwaysEmitIntoClient
  public var l2Associativity: UInt32 {
    @_addressableSelf get { self[.l2Associativity] }
    set { self[.l2Associativity] = newValue }
  }

  /// L2 size. CPUID 0x80000006 * ECX[31:16]. Unit: KiB.
  @_alwaysEmitIntoClient
  public var l2Size: UInt32 {
    @_addressableSelf get { self[.l2Size] }
    set { self[.l2Size] = newValue }
  }

  /// ways, older VIA layout; newer parts follow AMD. CPUID 0x80000006 * ECX[23:16]. Unit: ways.
  @_alwaysEmitIntoClient
  public var viaL2Associativity: UInt32 {
    @_addressableSelf get { self[.viaL2Associativity] }
    set { self[.viaL2Associativity] = newValue }
  }

  /// size, older VIA layout; newer parts use 31:16. CPUID 0x80000006 * ECX[31:24]. Unit: KiB.
  @_alwaysEmitIntoClient
  public var viaL2Size: UInt32 {
    @_addressableSelf get { self[.viaL2Size] }
    set { self[.viaL2Size] = newValue }
  }

  /// L3 line. CPUID 0x80000006 * EDX[7:0]. Unit: bytes.
  @_alwaysEmitIntoClient
  public var l3LineSize: UInt32 {
    @_addressableSelf get { self[.l3LineSize] }
    set { self[.l3LineSize] = newValue }
  }

  /// lines per tag. CPUID 0x80000006 * EDX[11:8]. Unit: lines.
  @_alwaysEmitIntoClient
  public var l3LinesPerTag: UInt32 {
    @_addressableSelf get { self[.l3LinesPerTag] }
    set { self[.l3LinesPerTag] = newValue }
  }

  /// same code; 9 sends the reader to 0x8000001d. CPUID 0x80000006 * EDX[15:12]. Unit: 4-bit code.
  @_alwaysEmitIntoClient
  public var l3Associativity: UInt32 {
    @_addressableSelf get { self[.l3Associativity] }
    set { self[.l3Associativity] = newValue }
  }

  /// lower bound of the L3 size. CPUID 0x80000006 * EDX[31:18]. Unit: 512 KiB.
  @_alwaysEmitIntoClient
  public var l3Size: UInt32 {
    @_addressableSelf get { self[.l3Size] }
    set { self[.l3Size] = newValue }
  }

  /// family 15h processor feedback: number of monitors. CPUID 0x80000007 * EAX[7:0]. Unit: count.
  @_alwaysEmitIntoClient
  public var feedbackMonitors: UInt32 {
    @_addressableSelf get { self[.feedbackMonitors] }
    set { self[.feedbackMonitors] = newValue }
  }

  /// processor feedback version. CPUID 0x80000007 * EAX[15:8].
  @_alwaysEmitIntoClient
  public var feedbackVersion: UInt32 {
    @_addressableSelf get { self[.feedbackVersion] }
    set { self[.feedbackVersion] = newValue }
  }

  /// longest time between two samples. CPUID 0x80000007 * EAX[31:16]. Unit: ms.
  @_alwaysEmitIntoClient
  public var feedbackWrapTime: UInt32 {
    @_addressableSelf get { self[.feedbackWrapTime] }
    set { self[.feedbackWrapTime] = newValue }
  }

  /// machine-check overflow is not fatal by itself. CPUID 0x80000007 * EBX[0].
  @_alwaysEmitIntoClient
  public var mcaOverflowRecovery: UInt32 {
    @_addressableSelf get { self[.mcaOverflowRecovery] }
    set { self[.mcaOverflowRecovery] = newValue }
  }

  /// software can contain uncorrectable errors. CPUID 0x80000007 * EBX[1].
  @_alwaysEmitIntoClient
  public var succor: UInt32 {
    @_addressableSelf get { self[.succor] }
    set { self[.succor] = newValue }
  }

  /// hardware-assert MSRs. CPUID 0x80000007 * EBX[2].
  @_alwaysEmitIntoClient
  public var hardwareAssert: UInt32 {
    @_addressableSelf get { self[.hardwareAssert] }
    set { self[.hardwareAssert] = newValue }
  }

  /// scalable machine-check MSRs. CPUID 0x80000007 * EBX[3].
  @_alwaysEmitIntoClient
  public var scalableMca: UInt32 {
    @_addressableSelf get { self[.scalableMca] }
    set { self[.scalableMca] = newValue }
  }

  /// platform-first error handling present. CPUID 0x80000007 * EBX[4].
  @_alwaysEmitIntoClient
  public var pfehSupport: UInt32 {
    @_addressableSelf get { self[.pfehSupport] }
    set { self[.pfehSupport] = newValue }
  }

  /// platform-first error handling is on for this CPU. CPUID 0x80000007 * EBX[5].
  @_alwaysEmitIntoClient
  public var pfehLocked: UInt32 {
    @_addressableSelf get { self[.pfehLocked] }
    set { self[.pfehLocked] = newValue }
  }

  /// ratio of the accumulated-power sample period to the TSC. CPUID 0x80000007 * ECX[31:0].
  @_alwaysEmitIntoClient
  public var powerSampleRatio: UInt32 {
    @_addressableSelf get { self[.powerSampleRatio] }
    set { self[.powerSampleRatio] = newValue }
  }

  /// on-die temperature sensor. CPUID 0x80000007 * EDX[0].
  @_alwaysEmitIntoClient
  public var temperatureSensor: UInt32 {
    @_addressableSelf get { self[.temperatureSensor] }
    set { self[.temperatureSensor] = newValue }
  }

  /// PowerNow! frequency control. CPUID 0x80000007 * EDX[1].
  @_alwaysEmitIntoClient
  public var frequencyIdControl: UInt32 {
    @_addressableSelf get { self[.frequencyIdControl] }
    set { self[.frequencyIdControl] = newValue }
  }

  /// PowerNow! voltage control. CPUID 0x80000007 * EDX[2].
  @_alwaysEmitIntoClient
  public var voltageIdControl: UInt32 {
    @_addressableSelf get { self[.voltageIdControl] }
    set { self[.voltageIdControl] = newValue }
  }

  /// THERMTRIP pin. CPUID 0x80000007 * EDX[3].
  @_alwaysEmitIntoClient
  public var thermalTrip: UInt32 {
    @_addressableSelf get { self[.thermalTrip] }
    set { self[.thermalTrip] = newValue }
  }

  /// throttling by hardware. CPUID 0x80000007 * EDX[4].
  @_alwaysEmitIntoClient
  public var hardwareThermalControl: UInt32 {
    @_addressableSelf get { self[.hardwareThermalControl] }
    set { self[.hardwareThermalControl] = newValue }
  }

  /// throttling by software. CPUID 0x80000007 * EDX[5].
  @_alwaysEmitIntoClient
  public var softwareThermalControl: UInt32 {
    @_addressableSelf get { self[.softwareThermalControl] }
    set { self[.softwareThermalControl] = newValue }
  }

  /// multiplier moves in 100 MHz steps. CPUID 0x80000007 * EDX[6].
  @_alwaysEmitIntoClient
  public var hundredMegahertzSteps: UInt32 {
    @_addressableSelf get { self[.hundredMegahertzSteps] }
    set { self[.hundredMegahertzSteps] = newValue }
  }

  /// processor feedback interface (withdrawn). CPUID 0x80000007 * EDX[11].
  @_alwaysEmitIntoClient
  public var processorFeedback: UInt32 {
    @_addressableSelf get { self[.processorFeedback] }
    set { self[.processorFeedback] = newValue }
  }

  /// accumulated power MSRs. CPUID 0x80000007 * EDX[12].
  @_alwaysEmitIntoClient
  public var processorPowerReporting: UInt32 {
    @_addressableSelf get { self[.processorPowerReporting] }
    set { self[.processorPowerReporting] = newValue }
  }

  /// connected standby. CPUID 0x80000007 * EDX[13].
  @_alwaysEmitIntoClient
  public var connectedStandby: UInt32 {
    @_addressableSelf get { self[.connectedStandby] }
    set { self[.connectedStandby] = newValue }
  }

  /// RAPL energy MSRs. CPUID 0x80000007 * EDX[14].
  @_alwaysEmitIntoClient
  public var runningAveragePower: UInt32 {
    @_addressableSelf get { self[.runningAveragePower] }
    set { self[.runningAveragePower] = newValue }
  }

  /// fast CPPC updates. CPUID 0x80000007 * EDX[15].
  @_alwaysEmitIntoClient
  public var fastCppc: UInt32 {
    @_addressableSelf get { self[.fastCppc] }
    set { self[.fastCppc] = newValue }
  }

  /// physical address width; page-table bits above are reserved and fault. CPUID 0x80000008 *
  /// EAX[7:0]. Unit: bits.
  @_alwaysEmitIntoClient
  public var maxPhysicalAddressBits: UInt32 {
    @_addressableSelf get { self[.maxPhysicalAddressBits] }
    set { self[.maxPhysicalAddressBits] = newValue }
  }

  /// linear address width: 32, 48 with LM, 57 with LA57. CPUID 0x80000008 * EAX[15:8]. Unit: bits.
  @_alwaysEmitIntoClient
  public var maxLinearAddressBits: UInt32 {
    @_addressableSelf get { self[.maxLinearAddressBits] }
    set { self[.maxLinearAddressBits] = newValue }
  }

  /// width for guests that use nested paging; 0 = as the first byte. KVM fills it with what it can
  /// map. CPUID 0x80000008 * EAX[23:16]. Unit: bits.
  @_alwaysEmitIntoClient
  public var guestPhysicalAddressBits: UInt32 {
    @_addressableSelf get { self[.guestPhysicalAddressBits] }
    set { self[.guestPhysicalAddressBits] = newValue }
  }

  /// read-only instructions-retired MSR. CPUID 0x80000008 * EBX[1].
  @_alwaysEmitIntoClient
  public var instructionsRetiredCounter: UInt32 {
    @_addressableSelf get { self[.instructionsRetiredCounter] }
    set { self[.instructionsRetiredCounter] = newValue }
  }

  /// INVLPGB and TLBSYNC broadcasts. CPUID 0x80000008 * EBX[3].
  @_alwaysEmitIntoClient
  public var invlpgb: UInt32 {
    @_addressableSelf get { self[.invlpgb] }
    set { self[.invlpgb] = newValue }
  }

  /// RDPRU reads MPERF and APERF in user mode. CPUID 0x80000008 * EBX[4].
  @_alwaysEmitIntoClient
  public var rdpru: UInt32 {
    @_addressableSelf get { self[.rdpru] }
    set { self[.rdpru] = newValue }
  }

  /// bandwidth enforcement; leaf 0x80000020. CPUID 0x80000008 * EBX[6].
  @_alwaysEmitIntoClient
  public var amdBandwidthAllocation: UInt32 {
    @_addressableSelf get { self[.amdBandwidthAllocation] }
    set { self[.amdBandwidthAllocation] = newValue }
  }

  /// MCOMMIT. CPUID 0x80000008 * EBX[8].
  @_alwaysEmitIntoClient
  public var mcommit: UInt32 {
    @_addressableSelf get { self[.mcommit] }
    set { self[.mcommit] = newValue }
  }

  /// LBR extension of family 17h (reserved again in newer manuals). CPUID 0x80000008 * EBX[10].
  @_alwaysEmitIntoClient
  public var lbrExtension: UInt32 {
    @_addressableSelf get { self[.lbrExtension] }
    set { self[.lbrExtension] = newValue }
  }

  /// WBINVD and WBNOINVD can be interrupted. CPUID 0x80000008 * EBX[13].
  @_alwaysEmitIntoClient
  public var interruptibleWbinvd: UInt32 {
    @_addressableSelf get { self[.interruptibleWbinvd] }
    set { self[.interruptibleWbinvd] = newValue }
  }

  /// INVLPGB may act on nested translations. CPUID 0x80000008 * EBX[21].
  @_alwaysEmitIntoClient
  public var invlpgbNested: UInt32 {
    @_addressableSelf get { self[.invlpgbNested] }
    set { self[.invlpgbNested] = newValue }
  }

  /// branch-sampling records of Zen3. CPUID 0x80000008 * EBX[31].
  @_alwaysEmitIntoClient
  public var branchSampling: UInt32 {
    @_addressableSelf get { self[.branchSampling] }
    set { self[.branchSampling] = newValue }
  }

  /// threads in the package, less one. CPUID 0x80000008 * ECX[7:0]. Unit: count-1.
  @_alwaysEmitIntoClient
  public var threadCountMinusOne: UInt32 {
    @_addressableSelf get { self[.threadCountMinusOne] }
    set { self[.threadCountMinusOne] = newValue }
  }

  /// bits of the APIC id below the package; 0 = derive from the count. CPUID 0x80000008 *
  /// ECX[15:12]. Unit: bits.
  @_alwaysEmitIntoClient
  public var apicIdCoreIdSize: UInt32 {
    @_addressableSelf get { self[.apicIdCoreIdSize] }
    set { self[.apicIdCoreIdSize] = newValue }
  }

  /// 0 = 40, 1 = 48, 2 = 56, 3 = 64 bits. CPUID 0x80000008 * ECX[17:16].
  @_alwaysEmitIntoClient
  public var performanceTscSize: UInt32 {
    @_addressableSelf get { self[.performanceTscSize] }
    set { self[.performanceTscSize] = newValue }
  }

  /// largest page count of one INVLPGB. CPUID 0x80000008 * EDX[15:0]. Unit: pages.
  @_alwaysEmitIntoClient
  public var invlpgbPageMax: UInt32 {
    @_addressableSelf get { self[.invlpgbPageMax] }
    set { self[.invlpgbPageMax] = newValue }
  }

  /// highest RDPRU register number; meaningful with RDPRU. CPUID 0x80000008 * EDX[31:16]. Unit:
  /// register.
  @_alwaysEmitIntoClient
  public var rdpruRegisterMax: UInt32 {
    @_addressableSelf get { self[.rdpruRegisterMax] }
    set { self[.rdpruRegisterMax] = newValue }
  }

  /// SVM revision; meaningful with SVM. CPUID 0x8000000a * EAX[7:0]. Unit: revision.
  @_alwaysEmitIntoClient
  public var svmRevision: UInt32 {
    @_addressableSelf get { self[.svmRevision] }
    set { self[.svmRevision] = newValue }
  }

  /// number of address-space ids. CPUID 0x8000000a * EBX[31:0]. Unit: count.
  @_alwaysEmitIntoClient
  public var svmAsids: UInt32 {
    @_addressableSelf get { self[.svmAsids] }
    set { self[.svmAsids] = newValue }
  }

  /// page-modification logging. CPUID 0x8000000a * ECX[4].
  @_alwaysEmitIntoClient
  public var svmPageModificationLog: UInt32 {
    @_addressableSelf get { self[.svmPageModificationLog] }
    set { self[.svmPageModificationLog] = newValue }
  }

  /// x2AVIC for more logical processors. CPUID 0x8000000a * ECX[6].
  @_alwaysEmitIntoClient
  public var svmX2AvicExtended: UInt32 {
    @_addressableSelf get { self[.svmX2AvicExtended] }
    set { self[.svmX2AvicExtended] = newValue }
  }

  /// nested paging. CPUID 0x8000000a * EDX[0].
  @_alwaysEmitIntoClient
  public var svmNestedPaging: UInt32 {
    @_addressableSelf get { self[.svmNestedPaging] }
    set { self[.svmNestedPaging] = newValue }
  }

  /// LBR virtualisation (migrates with the LBR contract). CPUID 0x8000000a * EDX[1].
  @_alwaysEmitIntoClient
  public var svmLbrVirtualization: UInt32 {
    @_addressableSelf get { self[.svmLbrVirtualization] }
    set { self[.svmLbrVirtualization] = newValue }
  }

  /// SVM can be locked by firmware. CPUID 0x8000000a * EDX[2].
  @_alwaysEmitIntoClient
  public var svmLock: UInt32 {
    @_addressableSelf get { self[.svmLock] }
    set { self[.svmLock] = newValue }
  }

  /// next instruction address saved on exit. CPUID 0x8000000a * EDX[3].
  @_alwaysEmitIntoClient
  public var svmNextRip: UInt32 {
    @_addressableSelf get { self[.svmNextRip] }
    set { self[.svmNextRip] = newValue }
  }

  /// TSC ratio MSR. CPUID 0x8000000a * EDX[4].
  @_alwaysEmitIntoClient
  public var svmTscRatio: UInt32 {
    @_addressableSelf get { self[.svmTscRatio] }
    set { self[.svmTscRatio] = newValue }
  }

  /// clean-field hints (Xen sets it whatever the host has). CPUID 0x8000000a * EDX[5].
  @_alwaysEmitIntoClient
  public var svmVmcbClean: UInt32 {
    @_addressableSelf get { self[.svmVmcbClean] }
    set { self[.svmVmcbClean] = newValue }
  }

  /// flush by address-space id. CPUID 0x8000000a * EDX[6].
  @_alwaysEmitIntoClient
  public var svmFlushByAsid: UInt32 {
    @_addressableSelf get { self[.svmFlushByAsid] }
    set { self[.svmFlushByAsid] = newValue }
  }

  /// decoded operands on exit. CPUID 0x8000000a * EDX[7].
  @_alwaysEmitIntoClient
  public var svmDecodeAssists: UInt32 {
    @_addressableSelf get { self[.svmDecodeAssists] }
    set { self[.svmDecodeAssists] = newValue }
  }

  /// performance counters virtualised. CPUID 0x8000000a * EDX[8].
  @_alwaysEmitIntoClient
  public var svmPmcVirtualization: UInt32 {
    @_addressableSelf get { self[.svmPmcVirtualization] }
    set { self[.svmPmcVirtualization] = newValue }
  }

  /// documented as reserved. CPUID 0x8000000a * EDX[9].
  @_alwaysEmitIntoClient
  public var reservedSvm9: UInt32 {
    @_addressableSelf get { self[.reservedSvm9] }
    set { self[.reservedSvm9] = newValue }
  }

  /// PAUSE exit counter. CPUID 0x8000000a * EDX[10].
  @_alwaysEmitIntoClient
  public var svmPauseFilter: UInt32 {
    @_addressableSelf get { self[.svmPauseFilter] }
    set { self[.svmPauseFilter] = newValue }
  }

  /// formerly encrypted microcode patch. CPUID 0x8000000a * EDX[11].
  @_alwaysEmitIntoClient
  public var svmEncryptedMicrocode: UInt32 {
    @_addressableSelf get { self[.svmEncryptedMicrocode] }
    set { self[.svmEncryptedMicrocode] = newValue }
  }

  /// PAUSE filter with a cycle threshold. CPUID 0x8000000a * EDX[12].
  @_alwaysEmitIntoClient
  public var svmPauseThreshold: UInt32 {
    @_addressableSelf get { self[.svmPauseThreshold] }
    set { self[.svmPauseThreshold] = newValue }
  }

  /// virtual interrupt controller. CPUID 0x8000000a * EDX[13].
  @_alwaysEmitIntoClient
  public var svmAvic: UInt32 {
    @_addressableSelf get { self[.svmAvic] }
    set { self[.svmAvic] = newValue }
  }

  /// VMLOAD and VMSAVE without exits. CPUID 0x8000000a * EDX[15].
  @_alwaysEmitIntoClient
  public var svmVirtualVmload: UInt32 {
    @_addressableSelf get { self[.svmVirtualVmload] }
    set { self[.svmVirtualVmload] = newValue }
  }

  /// virtual global interrupt flag. CPUID 0x8000000a * EDX[16].
  @_alwaysEmitIntoClient
  public var svmVirtualGif: UInt32 {
    @_addressableSelf get { self[.svmVirtualGif] }
    set { self[.svmVirtualGif] = newValue }
  }

  /// guest-mode execute trap. CPUID 0x8000000a * EDX[17].
  @_alwaysEmitIntoClient
  public var svmGmet: UInt32 {
    @_addressableSelf get { self[.svmGmet] }
    set { self[.svmGmet] = newValue }
  }

  /// AVIC in x2APIC mode. CPUID 0x8000000a * EDX[18].
  @_alwaysEmitIntoClient
  public var svmX2Avic: UInt32 {
    @_addressableSelf get { self[.svmX2Avic] }
    set { self[.svmX2Avic] = newValue }
  }

  /// nested-paging checks for supervisor shadow stacks. CPUID 0x8000000a * EDX[19].
  @_alwaysEmitIntoClient
  public var svmSupervisorShadowStackCheck: UInt32 {
    @_addressableSelf get { self[.svmSupervisorShadowStackCheck] }
    set { self[.svmSupervisorShadowStackCheck] = newValue }
  }

  /// guest SPEC_CTRL kept by hardware. CPUID 0x8000000a * EDX[20].
  @_alwaysEmitIntoClient
  public var svmVirtualSpecCtrl: UInt32 {
    @_addressableSelf get { self[.svmVirtualSpecCtrl] }
    set { self[.svmVirtualSpecCtrl] = newValue }
  }

  /// guest page tables may be read-only in nested tables. CPUID 0x8000000a * EDX[21].
  @_alwaysEmitIntoClient
  public var svmReadOnlyGuestTables: UInt32 {
    @_addressableSelf get { self[.svmReadOnlyGuestTables] }
    set { self[.svmReadOnlyGuestTables] = newValue }
  }

  /// host CR4.MCE applies in guest mode. CPUID 0x8000000a * EDX[23].
  @_alwaysEmitIntoClient
  public var svmHostMceOverride: UInt32 {
    @_addressableSelf get { self[.svmHostMceOverride] }
    set { self[.svmHostMceOverride] = newValue }
  }

  /// INVLPGB/TLBSYNC intercepts. CPUID 0x8000000a * EDX[24].
  @_alwaysEmitIntoClient
  public var svmTlbControl: UInt32 {
    @_addressableSelf get { self[.svmTlbControl] }
    set { self[.svmTlbControl] = newValue }
  }

  /// NMI virtualisation. CPUID 0x8000000a * EDX[25].
  @_alwaysEmitIntoClient
  public var svmVirtualNmi: UInt32 {
    @_addressableSelf get { self[.svmVirtualNmi] }
    set { self[.svmVirtualNmi] = newValue }
  }

  /// instruction-based sampling virtualised. CPUID 0x8000000a * EDX[26].
  @_alwaysEmitIntoClient
  public var svmIbsVirtualization: UInt32 {
    @_addressableSelf get { self[.svmIbsVirtualization] }
    set { self[.svmIbsVirtualization] = newValue }
  }

  /// changed fault rules for extended LVT accesses under AVIC. CPUID 0x8000000a * EDX[27].
  @_alwaysEmitIntoClient
  public var svmExtLvtChange: UInt32 {
    @_addressableSelf get { self[.svmExtLvtChange] }
    set { self[.svmExtLvtChange] = newValue }
  }

  /// guest VMCB addresses are checked (errata-free behaviour). CPUID 0x8000000a * EDX[28].
  @_alwaysEmitIntoClient
  public var svmVmcbAddressCheck: UInt32 {
    @_addressableSelf get { self[.svmVmcbAddressCheck] }
    set { self[.svmVmcbAddressCheck] = newValue }
  }

  /// bus-lock exit threshold. CPUID 0x8000000a * EDX[29].
  @_alwaysEmitIntoClient
  public var svmBusLockThreshold: UInt32 {
    @_addressableSelf get { self[.svmBusLockThreshold] }
    set { self[.svmBusLockThreshold] = newValue }
  }

  /// HLT exits only when no interrupt waits. CPUID 0x8000000a * EDX[30].
  @_alwaysEmitIntoClient
  public var svmIdleHltIntercept: UInt32 {
    @_addressableSelf get { self[.svmIdleHltIntercept] }
    set { self[.svmIdleHltIntercept] = newValue }
  }

  /// enhanced shutdown intercept. CPUID 0x8000000a * EDX[31].
  @_alwaysEmitIntoClient
  public var svmShutdownIntercept: UInt32 {
    @_addressableSelf get { self[.svmShutdownIntercept] }
    set { self[.svmShutdownIntercept] = newValue }
  }

  /// L1 instruction TLB, 1G pages; meaningful with PAGE1GB. CPUID 0x80000019 * EAX[11:0]. Unit:
  /// entries.
  @_alwaysEmitIntoClient
  public var l1Itlb1GEntries: UInt32 {
    @_addressableSelf get { self[.l1Itlb1GEntries] }
    set { self[.l1Itlb1GEntries] = newValue }
  }

  /// code of 0x80000006. CPUID 0x80000019 * EAX[15:12]. Unit: 4-bit code.
  @_alwaysEmitIntoClient
  public var l1Itlb1GAssociativity: UInt32 {
    @_addressableSelf get { self[.l1Itlb1GAssociativity] }
    set { self[.l1Itlb1GAssociativity] = newValue }
  }

  /// L1 data TLB, 1G pages. CPUID 0x80000019 * EAX[27:16]. Unit: entries.
  @_alwaysEmitIntoClient
  public var l1Dtlb1GEntries: UInt32 {
    @_addressableSelf get { self[.l1Dtlb1GEntries] }
    set { self[.l1Dtlb1GEntries] = newValue }
  }

  /// code of 0x80000006. CPUID 0x80000019 * EAX[31:28]. Unit: 4-bit code.
  @_alwaysEmitIntoClient
  public var l1Dtlb1GAssociativity: UInt32 {
    @_addressableSelf get { self[.l1Dtlb1GAssociativity] }
    set { self[.l1Dtlb1GAssociativity] = newValue }
  }

  /// L2 instruction TLB, 1G pages. CPUID 0x80000019 * EBX[11:0]. Unit: entries.
  @_alwaysEmitIntoClient
  public var l2Itlb1GEntries: UInt32 {
    @_addressableSelf get { self[.l2Itlb1GEntries] }
    set { self[.l2Itlb1GEntries] = newValue }
  }

  /// code of 0x80000006. CPUID 0x80000019 * EBX[15:12]. Unit: 4-bit code.
  @_alwaysEmitIntoClient
  public var l2Itlb1GAssociativity: UInt32 {
    @_addressableSelf get { self[.l2Itlb1GAssociativity] }
    set { self[.l2Itlb1GAssociativity] = newValue }
  }

  /// L2 data TLB, 1G pages. CPUID 0x80000019 * EBX[27:16]. Unit: entries.
  @_alwaysEmitIntoClient
  public var l2Dtlb1GEntries: UInt32 {
    @_addressableSelf get { self[.l2Dtlb1GEntries] }
    set { self[.l2Dtlb1GEntries] = newValue }
  }

  /// code of 0x80000006. CPUID 0x80000019 * EBX[31:28]. Unit: 4-bit code.
  @_alwaysEmitIntoClient
  public var l2Dtlb1GAssociativity: UInt32 {
    @_addressableSelf get { self[.l2Dtlb1GAssociativity] }
    set { self[.l2Dtlb1GAssociativity] = newValue }
  }

  /// 128-bit SIMD data path. CPUID 0x8000001a * EAX[0].
  @_alwaysEmitIntoClient
  public var fp128: UInt32 {
    @_addressableSelf get { self[.fp128] }
    set { self[.fp128] = newValue }
  }

  /// unaligned full moves beat half moves. CPUID 0x8000001a * EAX[1].
  @_alwaysEmitIntoClient
  public var unalignedMovPreferred: UInt32 {
    @_addressableSelf get { self[.unalignedMovPreferred] }
    set { self[.unalignedMovPreferred] = newValue }
  }

  /// 256-bit SIMD data path. CPUID 0x8000001a * EAX[2].
  @_alwaysEmitIntoClient
  public var fp256: UInt32 {
    @_addressableSelf get { self[.fp256] }
    set { self[.fp256] = newValue }
  }

  /// 512-bit SIMD data path. CPUID 0x8000001a * EAX[3].
  @_alwaysEmitIntoClient
  public var fp512: UInt32 {
    @_addressableSelf get { self[.fp512] }
    set { self[.fp512] = newValue }
  }

  /// rest of the leaf is meaningful; needs IBS. CPUID 0x8000001b * EAX[0].
  @_alwaysEmitIntoClient
  public var ibsFeaturesValid: UInt32 {
    @_addressableSelf get { self[.ibsFeaturesValid] }
    set { self[.ibsFeaturesValid] = newValue }
  }

  /// fetch sampling. CPUID 0x8000001b * EAX[1].
  @_alwaysEmitIntoClient
  public var ibsFetchSampling: UInt32 {
    @_addressableSelf get { self[.ibsFetchSampling] }
    set { self[.ibsFetchSampling] = newValue }
  }

  /// op sampling. CPUID 0x8000001b * EAX[2].
  @_alwaysEmitIntoClient
  public var ibsOpSampling: UInt32 {
    @_addressableSelf get { self[.ibsOpSampling] }
    set { self[.ibsOpSampling] = newValue }
  }

  /// op counter can be read and written. CPUID 0x8000001b * EAX[3].
  @_alwaysEmitIntoClient
  public var ibsOpCounterWritable: UInt32 {
    @_addressableSelf get { self[.ibsOpCounterWritable] }
    set { self[.ibsOpCounterWritable] = newValue }
  }

  /// counts dispatched ops as well as cycles. CPUID 0x8000001b * EAX[4].
  @_alwaysEmitIntoClient
  public var ibsOpCounting: UInt32 {
    @_addressableSelf get { self[.ibsOpCounting] }
    set { self[.ibsOpCounting] = newValue }
  }

  /// branch target recorded. CPUID 0x8000001b * EAX[5].
  @_alwaysEmitIntoClient
  public var ibsBranchTarget: UInt32 {
    @_addressableSelf get { self[.ibsBranchTarget] }
    set { self[.ibsBranchTarget] = newValue }
  }

  /// seven more counter bits. CPUID 0x8000001b * EAX[6].
  @_alwaysEmitIntoClient
  public var ibsOpCounterExtension: UInt32 {
    @_addressableSelf get { self[.ibsOpCounterExtension] }
    set { self[.ibsOpCounterExtension] = newValue }
  }

  /// invalid-address indication. CPUID 0x8000001b * EAX[7].
  @_alwaysEmitIntoClient
  public var ibsRipInvalid: UInt32 {
    @_addressableSelf get { self[.ibsRipInvalid] }
    set { self[.ibsRipInvalid] = newValue }
  }

  /// fused-branch indication. CPUID 0x8000001b * EAX[8].
  @_alwaysEmitIntoClient
  public var ibsFusedBranch: UInt32 {
    @_addressableSelf get { self[.ibsFusedBranch] }
    set { self[.ibsFusedBranch] = newValue }
  }

  /// extended fetch control MSR. CPUID 0x8000001b * EAX[9].
  @_alwaysEmitIntoClient
  public var ibsFetchControlExtended: UInt32 {
    @_addressableSelf get { self[.ibsFetchControlExtended] }
    set { self[.ibsFetchControlExtended] = newValue }
  }

  /// fourth op data MSR. CPUID 0x8000001b * EAX[10].
  @_alwaysEmitIntoClient
  public var ibsOpData4: UInt32 {
    @_addressableSelf get { self[.ibsOpData4] }
    set { self[.ibsOpData4] = newValue }
  }

  /// filter by L3 miss. CPUID 0x8000001b * EAX[11].
  @_alwaysEmitIntoClient
  public var ibsL3MissFilter: UInt32 {
    @_addressableSelf get { self[.ibsL3MissFilter] }
    set { self[.ibsL3MissFilter] = newValue }
  }

  /// filter by load latency. CPUID 0x8000001b * EAX[12].
  @_alwaysEmitIntoClient
  public var ibsLoadLatencyFilter: UInt32 {
    @_addressableSelf get { self[.ibsLoadLatencyFilter] }
    set { self[.ibsLoadLatencyFilter] = newValue }
  }

  /// simplified data-cache status. CPUID 0x8000001b * EAX[19].
  @_alwaysEmitIntoClient
  public var ibsDataSourceSimplified: UInt32 {
    @_addressableSelf get { self[.ibsDataSourceSimplified] }
    set { self[.ibsDataSourceSimplified] = newValue }
  }

  /// profiling functions the OS has enabled (mirror of an MSR). CPUID 0x8000001c * EAX[31:0].
  @_alwaysEmitIntoClient
  public var lwpAvailableNow: UInt32 {
    @_addressableSelf get { self[.lwpAvailableNow] }
    set { self[.lwpAvailableNow] = newValue }
  }

  /// control block size. CPUID 0x8000001c * EBX[7:0]. Unit: 8 bytes.
  @_alwaysEmitIntoClient
  public var lwpControlBlockSize: UInt32 {
    @_addressableSelf get { self[.lwpControlBlockSize] }
    set { self[.lwpControlBlockSize] = newValue }
  }

  /// event record size. CPUID 0x8000001c * EBX[15:8]. Unit: bytes.
  @_alwaysEmitIntoClient
  public var lwpEventSize: UInt32 {
    @_addressableSelf get { self[.lwpEventSize] }
    set { self[.lwpEventSize] = newValue }
  }

  /// highest event number. CPUID 0x8000001c * EBX[23:16].
  @_alwaysEmitIntoClient
  public var lwpMaxEvent: UInt32 {
    @_addressableSelf get { self[.lwpMaxEvent] }
    set { self[.lwpMaxEvent] = newValue }
  }

  /// offset of the first event interval. CPUID 0x8000001c * EBX[31:24]. Unit: bytes.
  @_alwaysEmitIntoClient
  public var lwpEventOffset: UInt32 {
    @_addressableSelf get { self[.lwpEventOffset] }
    set { self[.lwpEventOffset] = newValue }
  }

  /// latency counter width. CPUID 0x8000001c * ECX[4:0]. Unit: bits.
  @_alwaysEmitIntoClient
  public var lwpLatencyBits: UInt32 {
    @_addressableSelf get { self[.lwpLatencyBits] }
    set { self[.lwpLatencyBits] = newValue }
  }

  /// data address recorded on cache misses. CPUID 0x8000001c * ECX[5].
  @_alwaysEmitIntoClient
  public var lwpDataAddress: UInt32 {
    @_addressableSelf get { self[.lwpDataAddress] }
    set { self[.lwpDataAddress] = newValue }
  }

  /// latency rounding. CPUID 0x8000001c * ECX[8:6].
  @_alwaysEmitIntoClient
  public var lwpLatencyRounding: UInt32 {
    @_addressableSelf get { self[.lwpLatencyRounding] }
    set { self[.lwpLatencyRounding] = newValue }
  }

  /// version. CPUID 0x8000001c * ECX[15:9].
  @_alwaysEmitIntoClient
  public var lwpVersion: UInt32 {
    @_addressableSelf get { self[.lwpVersion] }
    set { self[.lwpVersion] = newValue }
  }

  /// smallest ring buffer. CPUID 0x8000001c * ECX[23:16]. Unit: 32 records.
  @_alwaysEmitIntoClient
  public var lwpMinBuffer: UInt32 {
    @_addressableSelf get { self[.lwpMinBuffer] }
    set { self[.lwpMinBuffer] = newValue }
  }

  /// filter by prediction. CPUID 0x8000001c * ECX[28].
  @_alwaysEmitIntoClient
  public var lwpBranchPrediction: UInt32 {
    @_addressableSelf get { self[.lwpBranchPrediction] }
    set { self[.lwpBranchPrediction] = newValue }
  }

  /// filter by address. CPUID 0x8000001c * ECX[29].
  @_alwaysEmitIntoClient
  public var lwpIpFilter: UInt32 {
    @_addressableSelf get { self[.lwpIpFilter] }
    set { self[.lwpIpFilter] = newValue }
  }

  /// filter by cache level. CPUID 0x8000001c * ECX[30].
  @_alwaysEmitIntoClient
  public var lwpCacheLevels: UInt32 {
    @_addressableSelf get { self[.lwpCacheLevels] }
    set { self[.lwpCacheLevels] = newValue }
  }

  /// filter by latency. CPUID 0x8000001c * ECX[31].
  @_alwaysEmitIntoClient
  public var lwpCacheLatency: UInt32 {
    @_addressableSelf get { self[.lwpCacheLatency] }
    set { self[.lwpCacheLatency] = newValue }
  }

  /// profiling functions the hardware has (layout of EAX). CPUID 0x8000001c * EDX[31:0].
  @_alwaysEmitIntoClient
  public var lwpSupported: UInt32 {
    @_addressableSelf get { self[.lwpSupported] }
    set { self[.lwpSupported] = newValue }
  }

  /// as leaf 4; meaningful with TOPOEXT. CPUID 0x8000001d 0-7 EAX[4:0].
  @_alwaysEmitIntoClient
  public func amdCacheType(subleaf: UInt32) -> UInt32 {
    self[.amdCacheType, subleaf: subleaf]
  }

  /// level counted from 1. CPUID 0x8000001d 0-7 EAX[7:5]. Unit: level.
  @_alwaysEmitIntoClient
  public func amdCacheLevel(subleaf: UInt32) -> UInt32 {
    self[.amdCacheLevel, subleaf: subleaf]
  }

  /// needs no software initialisation. CPUID 0x8000001d 0-7 EAX[8].
  @_alwaysEmitIntoClient
  public func amdCacheSelfInitializing(subleaf: UInt32) -> UInt32 {
    self[.amdCacheSelfInitializing, subleaf: subleaf]
  }

  /// one set only. CPUID 0x8000001d 0-7 EAX[9].
  @_alwaysEmitIntoClient
  public func amdCacheFullyAssociative(subleaf: UInt32) -> UInt32 {
    self[.amdCacheFullyAssociative, subleaf: subleaf]
  }

  /// threads that share it, less one (a real count, not id room). CPUID 0x8000001d 0-7 EAX[25:14].
  /// Unit: count-1.
  @_alwaysEmitIntoClient
  public func amdCacheThreadsSharing(subleaf: UInt32) -> UInt32 {
    self[.amdCacheThreadsSharing, subleaf: subleaf]
  }

  /// line, less one. CPUID 0x8000001d 0-7 EBX[11:0]. Unit: bytes-1.
  @_alwaysEmitIntoClient
  public func amdCacheLineSize(subleaf: UInt32) -> UInt32 {
    self[.amdCacheLineSize, subleaf: subleaf]
  }

  /// partitions, less one. CPUID 0x8000001d 0-7 EBX[21:12]. Unit: count-1.
  @_alwaysEmitIntoClient
  public func amdCachePartitions(subleaf: UInt32) -> UInt32 {
    self[.amdCachePartitions, subleaf: subleaf]
  }

  /// ways, less one. CPUID 0x8000001d 0-7 EBX[31:22]. Unit: count-1.
  @_alwaysEmitIntoClient
  public func amdCacheWays(subleaf: UInt32) -> UInt32 {
    self[.amdCacheWays, subleaf: subleaf]
  }

  /// sets, less one. CPUID 0x8000001d 0-7 ECX[31:0]. Unit: count-1.
  @_alwaysEmitIntoClient
  public func amdCacheSets(subleaf: UInt32) -> UInt32 {
    self[.amdCacheSets, subleaf: subleaf]
  }

  /// WBINVD/INVD here need not reach lower levels of other threads. CPUID 0x8000001d 0-7 EDX[0].
  @_alwaysEmitIntoClient
  public func amdCacheWbinvdNotInclusive(subleaf: UInt32) -> UInt32 {
    self[.amdCacheWbinvdNotInclusive, subleaf: subleaf]
  }

  /// holds everything the lower levels hold. CPUID 0x8000001d 0-7 EDX[1].
  @_alwaysEmitIntoClient
  public func amdCacheInclusive(subleaf: UInt32) -> UInt32 {
    self[.amdCacheInclusive, subleaf: subleaf]
  }

  /// 32-bit id of the CPU that asks; meaningful with TOPOEXT. CPUID 0x8000001e * EAX[31:0]. Unit:
  /// APIC id.
  @_alwaysEmitIntoClient
  public var extendedApicId: UInt32 {
    @_addressableSelf get { self[.extendedApicId] }
    set { self[.extendedApicId] = newValue }
  }

  /// core number in the package (compute unit on family 15h); differs per CPU. CPUID 0x8000001e *
  /// EBX[7:0]. Unit: id.
  @_alwaysEmitIntoClient
  public var coreId: UInt32 {
    @_addressableSelf get { self[.coreId] }
    set { self[.coreId] = newValue }
  }

  /// threads of a core, less one. CPUID 0x8000001e * EBX[15:8]. Unit: count-1.
  @_alwaysEmitIntoClient
  public var threadsPerCoreMinusOne: UInt32 {
    @_addressableSelf get { self[.threadsPerCoreMinusOne] }
    set { self[.threadsPerCoreMinusOne] = newValue }
  }

  /// node (die) of this CPU. CPUID 0x8000001e * ECX[7:0]. Unit: id.
  @_alwaysEmitIntoClient
  public var nodeId: UInt32 {
    @_addressableSelf get { self[.nodeId] }
    set { self[.nodeId] = newValue }
  }

  /// nodes in the package, less one. CPUID 0x8000001e * ECX[10:8]. Unit: count-1.
  @_alwaysEmitIntoClient
  public var nodesPerPackageMinusOne: UInt32 {
    @_addressableSelf get { self[.nodesPerPackageMinusOne] }
    set { self[.nodesPerPackageMinusOne] = newValue }
  }

  /// host memory encryption. CPUID 0x8000001f * EAX[0].
  @_alwaysEmitIntoClient
  public var sme: UInt32 {
    @_addressableSelf get { self[.sme] }
    set { self[.sme] = newValue }
  }

  /// encrypted guests. CPUID 0x8000001f * EAX[1].
  @_alwaysEmitIntoClient
  public var sev: UInt32 {
    @_addressableSelf get { self[.sev] }
    set { self[.sev] = newValue }
  }

  /// page-flush MSR. CPUID 0x8000001f * EAX[2].
  @_alwaysEmitIntoClient
  public var pageFlushMsr: UInt32 {
    @_addressableSelf get { self[.pageFlushMsr] }
    set { self[.pageFlushMsr] = newValue }
  }

  /// encrypted register state. CPUID 0x8000001f * EAX[3].
  @_alwaysEmitIntoClient
  public var sevEs: UInt32 {
    @_addressableSelf get { self[.sevEs] }
    set { self[.sevEs] = newValue }
  }

  /// nested-paging integrity. CPUID 0x8000001f * EAX[4].
  @_alwaysEmitIntoClient
  public var sevSnp: UInt32 {
    @_addressableSelf get { self[.sevSnp] }
    set { self[.sevSnp] = newValue }
  }

  /// permission levels in a guest. CPUID 0x8000001f * EAX[5].
  @_alwaysEmitIntoClient
  public var vmpl: UInt32 {
    @_addressableSelf get { self[.vmpl] }
    set { self[.vmpl] = newValue }
  }

  /// RMPQUERY. CPUID 0x8000001f * EAX[6].
  @_alwaysEmitIntoClient
  public var rmpQuery: UInt32 {
    @_addressableSelf get { self[.rmpQuery] }
    set { self[.rmpQuery] = newValue }
  }

  /// supervisor shadow stack per permission level. CPUID 0x8000001f * EAX[7].
  @_alwaysEmitIntoClient
  public var vmplShadowStack: UInt32 {
    @_addressableSelf get { self[.vmplShadowStack] }
    set { self[.vmplShadowStack] = newValue }
  }

  /// TSC out of the host's reach. CPUID 0x8000001f * EAX[8].
  @_alwaysEmitIntoClient
  public var secureTsc: UInt32 {
    @_addressableSelf get { self[.secureTsc] }
    set { self[.secureTsc] = newValue }
  }

  /// TSC_AUX switched by hardware. CPUID 0x8000001f * EAX[9].
  @_alwaysEmitIntoClient
  public var tscAuxVirtualization: UInt32 {
    @_addressableSelf get { self[.tscAuxVirtualization] }
    set { self[.tscAuxVirtualization] = newValue }
  }

  /// hardware keeps encrypted and plain lines coherent. CPUID 0x8000001f * EAX[10].
  @_alwaysEmitIntoClient
  public var encryptedCacheCoherency: UInt32 {
    @_addressableSelf get { self[.encryptedCacheCoherency] }
    set { self[.encryptedCacheCoherency] = newValue }
  }

  /// encrypted guests need a 64-bit host. CPUID 0x8000001f * EAX[11].
  @_alwaysEmitIntoClient
  public var host64BitOnly: UInt32 {
    @_addressableSelf get { self[.host64BitOnly] }
    set { self[.host64BitOnly] = newValue }
  }

  /// restricted injection. CPUID 0x8000001f * EAX[12].
  @_alwaysEmitIntoClient
  public var restrictedInjection: UInt32 {
    @_addressableSelf get { self[.restrictedInjection] }
    set { self[.restrictedInjection] = newValue }
  }

  /// alternate injection. CPUID 0x8000001f * EAX[13].
  @_alwaysEmitIntoClient
  public var alternateInjection: UInt32 {
    @_addressableSelf get { self[.alternateInjection] }
    set { self[.alternateInjection] = newValue }
  }

  /// debug registers swapped for encrypted guests. CPUID 0x8000001f * EAX[14].
  @_alwaysEmitIntoClient
  public var debugSwap: UInt32 {
    @_addressableSelf get { self[.debugSwap] }
    set { self[.debugSwap] = newValue }
  }

  /// host sampling can be forbidden. CPUID 0x8000001f * EAX[15].
  @_alwaysEmitIntoClient
  public var preventHostIbs: UInt32 {
    @_addressableSelf get { self[.preventHostIbs] }
    set { self[.preventHostIbs] = newValue }
  }

  /// transparent encryption of a guest. CPUID 0x8000001f * EAX[16].
  @_alwaysEmitIntoClient
  public var virtualTransparentEncryption: UInt32 {
    @_addressableSelf get { self[.virtualTransparentEncryption] }
    set { self[.virtualTransparentEncryption] = newValue }
  }

  /// VMGEXIT parameter feature. CPUID 0x8000001f * EAX[17].
  @_alwaysEmitIntoClient
  public var vmgexitParameter: UInt32 {
    @_addressableSelf get { self[.vmgexitParameter] }
    set { self[.vmgexitParameter] = newValue }
  }

  /// virtual top-of-memory MSR. CPUID 0x8000001f * EAX[18].
  @_alwaysEmitIntoClient
  public var virtualTomMsr: UInt32 {
    @_addressableSelf get { self[.virtualTomMsr] }
    set { self[.virtualTomMsr] = newValue }
  }

  /// sampling control in encrypted guests. CPUID 0x8000001f * EAX[19].
  @_alwaysEmitIntoClient
  public var ibsVirtualGuestControl: UInt32 {
    @_addressableSelf get { self[.ibsVirtualGuestControl] }
    set { self[.ibsVirtualGuestControl] = newValue }
  }

  /// counter control in encrypted guests. CPUID 0x8000001f * EAX[20].
  @_alwaysEmitIntoClient
  public var pmcVirtualGuestControl: UInt32 {
    @_addressableSelf get { self[.pmcVirtualGuestControl] }
    set { self[.pmcVirtualGuestControl] = newValue }
  }

  /// RMPREAD. CPUID 0x8000001f * EAX[21].
  @_alwaysEmitIntoClient
  public var rmpRead: UInt32 {
    @_addressableSelf get { self[.rmpRead] }
    set { self[.rmpRead] = newValue }
  }

  /// guest-controlled intercepts. CPUID 0x8000001f * EAX[22].
  @_alwaysEmitIntoClient
  public var guestInterceptControl: UInt32 {
    @_addressableSelf get { self[.guestInterceptControl] }
    set { self[.guestInterceptControl] = newValue }
  }

  /// segmented reverse map table. CPUID 0x8000001f * EAX[23].
  @_alwaysEmitIntoClient
  public var segmentedRmp: UInt32 {
    @_addressableSelf get { self[.segmentedRmp] }
    set { self[.segmentedRmp] = newValue }
  }

  /// saved registers are masked. CPUID 0x8000001f * EAX[24].
  @_alwaysEmitIntoClient
  public var vmsaRegisterProtection: UInt32 {
    @_addressableSelf get { self[.vmsaRegisterProtection] }
    set { self[.vmsaRegisterProtection] = newValue }
  }

  /// sibling thread must idle. CPUID 0x8000001f * EAX[25].
  @_alwaysEmitIntoClient
  public var smtProtection: UInt32 {
    @_addressableSelf get { self[.smtProtection] }
    set { self[.smtProtection] = newValue }
  }

  /// secure virtual interrupt controller. CPUID 0x8000001f * EAX[26].
  @_alwaysEmitIntoClient
  public var secureAvic: UInt32 {
    @_addressableSelf get { self[.secureAvic] }
    set { self[.secureAvic] = newValue }
  }

  /// host can bound guest features. CPUID 0x8000001f * EAX[27].
  @_alwaysEmitIntoClient
  public var allowedSevFeatures: UInt32 {
    @_addressableSelf get { self[.allowedSevFeatures] }
    set { self[.allowedSevFeatures] = newValue }
  }

  /// communication page MSR for a paravisor. CPUID 0x8000001f * EAX[28].
  @_alwaysEmitIntoClient
  public var svsmCommunicationPage: UInt32 {
    @_addressableSelf get { self[.svsmCommunicationPage] }
    set { self[.svsmCommunicationPage] = newValue }
  }

  /// MSRs for nested reverse-map operations. CPUID 0x8000001f * EAX[29].
  @_alwaysEmitIntoClient
  public var nestedVirtSnpMsr: UInt32 {
    @_addressableSelf get { self[.nestedVirtSnpMsr] }
    set { self[.nestedVirtSnpMsr] = newValue }
  }

  /// host may write pages in use. CPUID 0x8000001f * EAX[30].
  @_alwaysEmitIntoClient
  public var hypervisorInUseWriteAllowed: UInt32 {
    @_addressableSelf get { self[.hypervisorInUseWriteAllowed] }
    set { self[.hypervisorInUseWriteAllowed] = newValue }
  }

  /// prediction barrier on guest entry. CPUID 0x8000001f * EAX[31].
  @_alwaysEmitIntoClient
  public var ibpbOnEntry: UInt32 {
    @_addressableSelf get { self[.ibpbOnEntry] }
    set { self[.ibpbOnEntry] = newValue }
  }

  /// page-table bit that marks encrypted pages. CPUID 0x8000001f * EBX[5:0]. Unit: bit number.
  @_alwaysEmitIntoClient
  public var encryptionBitPosition: UInt32 {
    @_addressableSelf get { self[.encryptionBitPosition] }
    set { self[.encryptionBitPosition] = newValue }
  }

  /// physical address bits lost when encryption is on. CPUID 0x8000001f * EBX[11:6]. Unit: bits.
  @_alwaysEmitIntoClient
  public var encryptionAddressReduction: UInt32 {
    @_addressableSelf get { self[.encryptionAddressReduction] }
    set { self[.encryptionAddressReduction] = newValue }
  }

  /// permission levels. CPUID 0x8000001f * EBX[15:12]. Unit: count.
  @_alwaysEmitIntoClient
  public var vmplCount: UInt32 {
    @_addressableSelf get { self[.vmplCount] }
    set { self[.vmplCount] = newValue }
  }

  /// guests that can be encrypted at once. CPUID 0x8000001f * ECX[31:0]. Unit: count.
  @_alwaysEmitIntoClient
  public var encryptedGuestMax: UInt32 {
    @_addressableSelf get { self[.encryptedGuestMax] }
    set { self[.encryptedGuestMax] = newValue }
  }

  /// lowest id for a guest without encrypted state. CPUID 0x8000001f * EDX[31:0]. Unit: ASID.
  @_alwaysEmitIntoClient
  public var sevAsidMinimum: UInt32 {
    @_addressableSelf get { self[.sevAsidMinimum] }
    set { self[.sevAsidMinimum] = newValue }
  }

  /// memory bandwidth enforcement (subleaf 1). CPUID 0x80000020 0 EBX[1].
  @_alwaysEmitIntoClient
  public var qosBandwidthEnforcement: UInt32 {
    @_addressableSelf get { self[.qosBandwidthEnforcement] }
    set { self[.qosBandwidthEnforcement] = newValue }
  }

  /// slow-memory bandwidth enforcement (subleaf 2). CPUID 0x80000020 0 EBX[2].
  @_alwaysEmitIntoClient
  public var qosSlowBandwidthEnforcement: UInt32 {
    @_addressableSelf get { self[.qosSlowBandwidthEnforcement] }
    set { self[.qosSlowBandwidthEnforcement] = newValue }
  }

  /// configurable bandwidth events (subleaf 3). CPUID 0x80000020 0 EBX[3].
  @_alwaysEmitIntoClient
  public var qosEventConfiguration: UInt32 {
    @_addressableSelf get { self[.qosEventConfiguration] }
    set { self[.qosEventConfiguration] = newValue }
  }

  /// L3 range reservation. CPUID 0x80000020 0 EBX[4].
  @_alwaysEmitIntoClient
  public var qosL3RangeReservation: UInt32 {
    @_addressableSelf get { self[.qosL3RangeReservation] }
    set { self[.qosL3RangeReservation] = newValue }
  }

  /// assignable bandwidth counters (subleaf 5). CPUID 0x80000020 0 EBX[5].
  @_alwaysEmitIntoClient
  public var qosAssignableCounters: UInt32 {
    @_addressableSelf get { self[.qosAssignableCounters] }
    set { self[.qosAssignableCounters] = newValue }
  }

  /// allocation enforcement for injected I/O data. CPUID 0x80000020 0 EBX[6].
  @_alwaysEmitIntoClient
  public var qosInjectionEnforcement: UInt32 {
    @_addressableSelf get { self[.qosInjectionEnforcement] }
    set { self[.qosInjectionEnforcement] = newValue }
  }

  /// width of the limit. CPUID 0x80000020 1 EAX[31:0]. Unit: bits.
  @_alwaysEmitIntoClient
  public var qosBandwidthWidth: UInt32 {
    @_addressableSelf get { self[.qosBandwidthWidth] }
    set { self[.qosBandwidthWidth] = newValue }
  }

  /// highest class of service. CPUID 0x80000020 1 EDX[31:0]. Unit: class.
  @_alwaysEmitIntoClient
  public var qosBandwidthClassMax: UInt32 {
    @_addressableSelf get { self[.qosBandwidthClassMax] }
    set { self[.qosBandwidthClassMax] = newValue }
  }

  /// width of the limit. CPUID 0x80000020 2 EAX[31:0]. Unit: bits.
  @_alwaysEmitIntoClient
  public var qosSlowBandwidthWidth: UInt32 {
    @_addressableSelf get { self[.qosSlowBandwidthWidth] }
    set { self[.qosSlowBandwidthWidth] = newValue }
  }

  /// highest class of service. CPUID 0x80000020 2 EDX[31:0]. Unit: class.
  @_alwaysEmitIntoClient
  public var qosSlowBandwidthClassMax: UInt32 {
    @_addressableSelf get { self[.qosSlowBandwidthClassMax] }
    set { self[.qosSlowBandwidthClassMax] = newValue }
  }

  /// configurable events. CPUID 0x80000020 3 EBX[7:0]. Unit: count.
  @_alwaysEmitIntoClient
  public var qosEventCount: UInt32 {
    @_addressableSelf get { self[.qosEventCount] }
    set { self[.qosEventCount] = newValue }
  }

  /// local reads can be counted. CPUID 0x80000020 3 ECX[0].
  @_alwaysEmitIntoClient
  public var qosLocalReads: UInt32 {
    @_addressableSelf get { self[.qosLocalReads] }
    set { self[.qosLocalReads] = newValue }
  }

  /// remote reads. CPUID 0x80000020 3 ECX[1].
  @_alwaysEmitIntoClient
  public var qosRemoteReads: UInt32 {
    @_addressableSelf get { self[.qosRemoteReads] }
    set { self[.qosRemoteReads] = newValue }
  }

  /// local non-temporal writes. CPUID 0x80000020 3 ECX[2].
  @_alwaysEmitIntoClient
  public var qosLocalNonTemporalWrites: UInt32 {
    @_addressableSelf get { self[.qosLocalNonTemporalWrites] }
    set { self[.qosLocalNonTemporalWrites] = newValue }
  }

  /// remote non-temporal writes. CPUID 0x80000020 3 ECX[3].
  @_alwaysEmitIntoClient
  public var qosRemoteNonTemporalWrites: UInt32 {
    @_addressableSelf get { self[.qosRemoteNonTemporalWrites] }
    set { self[.qosRemoteNonTemporalWrites] = newValue }
  }

  /// local slow-memory reads. CPUID 0x80000020 3 ECX[4].
  @_alwaysEmitIntoClient
  public var qosLocalSlowReads: UInt32 {
    @_addressableSelf get { self[.qosLocalSlowReads] }
    set { self[.qosLocalSlowReads] = newValue }
  }

  /// remote slow-memory reads. CPUID 0x80000020 3 ECX[5].
  @_alwaysEmitIntoClient
  public var qosRemoteSlowReads: UInt32 {
    @_addressableSelf get { self[.qosRemoteSlowReads] }
    set { self[.qosRemoteSlowReads] = newValue }
  }

  /// dirty victims to any memory. CPUID 0x80000020 3 ECX[6].
  @_alwaysEmitIntoClient
  public var qosDirtyVictims: UInt32 {
    @_addressableSelf get { self[.qosDirtyVictims] }
    set { self[.qosDirtyVictims] = newValue }
  }

  /// counter width above 24. CPUID 0x80000020 5 EAX[7:0]. Unit: bits -24.
  @_alwaysEmitIntoClient
  public var qosAssignableCounterWidth: UInt32 {
    @_addressableSelf get { self[.qosAssignableCounterWidth] }
    set { self[.qosAssignableCounterWidth] = newValue }
  }

  /// overflow bit. CPUID 0x80000020 5 EAX[8].
  @_alwaysEmitIntoClient
  public var qosAssignableOverflow: UInt32 {
    @_addressableSelf get { self[.qosAssignableOverflow] }
    set { self[.qosAssignableOverflow] = newValue }
  }

  /// highest assignable counter number. CPUID 0x80000020 5 EBX[15:0]. Unit: counter.
  @_alwaysEmitIntoClient
  public var qosAssignableCounterMax: UInt32 {
    @_addressableSelf get { self[.qosAssignableCounterMax] }
    set { self[.qosAssignableCounterMax] = newValue }
  }

  /// counters may follow classes of service. CPUID 0x80000020 5 ECX[0].
  @_alwaysEmitIntoClient
  public var qosAssignableByClass: UInt32 {
    @_addressableSelf get { self[.qosAssignableByClass] }
    set { self[.qosAssignableByClass] = newValue }
  }

  /// SMM paging registers can be locked. CPUID 0x80000021 * EAX[3].
  @_alwaysEmitIntoClient
  public var smmPageConfigurationLock: UInt32 {
    @_addressableSelf get { self[.smmPageConfigurationLock] }
    set { self[.smmPageConfigurationLock] = newValue }
  }

  /// EFER.UAIE: upper pointer bits ignored. CPUID 0x80000021 * EAX[7].
  @_alwaysEmitIntoClient
  public var upperAddressIgnore: UInt32 {
    @_addressableSelf get { self[.upperAddressIgnore] }
    set { self[.upperAddressIgnore] = newValue }
  }

  /// SMM_CTL MSR is gone. CPUID 0x80000021 * EAX[9].
  @_alwaysEmitIntoClient
  public var noSmmControlMsr: UInt32 {
    @_addressableSelf get { self[.noSmmControlMsr] }
    set { self[.noSmmControlMsr] = newValue }
  }

  /// precise retire event on counter 2. CPUID 0x80000021 * EAX[12].
  @_alwaysEmitIntoClient
  public var precisePmc2: UInt32 {
    @_addressableSelf get { self[.precisePmc2] }
    set { self[.precisePmc2] = newValue }
  }

  /// prefetch control MSR. CPUID 0x80000021 * EAX[13].
  @_alwaysEmitIntoClient
  public var prefetchControlMsr: UInt32 {
    @_addressableSelf get { self[.prefetchControlMsr] }
    set { self[.prefetchControlMsr] = newValue }
  }

  /// L2 TLB sizes of 0x80000006/19 are in units of 32. CPUID 0x80000021 * EAX[14].
  @_alwaysEmitIntoClient
  public var l2TlbSizeTimes32: UInt32 {
    @_addressableSelf get { self[.l2TlbSizeTimes32] }
    set { self[.l2TlbSizeTimes32] = newValue }
  }

  /// REP MOVSB/STOSB is fast for large sizes (AMD's own bit). CPUID 0x80000021 * EAX[15].
  @_alwaysEmitIntoClient
  public var amdErms: UInt32 {
    @_addressableSelf get { self[.amdErms] }
    set { self[.amdErms] = newValue }
  }

  /// opcode 0F 01 /7 is reserved for AMD use. CPUID 0x80000021 * EAX[16].
  @_alwaysEmitIntoClient
  public var opcodeReclaim: UInt32 {
    @_addressableSelf get { self[.opcodeReclaim] }
    set { self[.opcodeReclaim] = newValue }
  }

  /// 512-bit data path can be run at 256. CPUID 0x80000021 * EAX[21].
  @_alwaysEmitIntoClient
  public var fp512Downgrade: UInt32 {
    @_addressableSelf get { self[.fp512Downgrade] }
    set { self[.fp512Downgrade] = newValue }
  }

  /// workload feedback for the scheduler; leaf 0x80000027. CPUID 0x80000021 * EAX[22].
  @_alwaysEmitIntoClient
  public var workloadClassification: UInt32 {
    @_addressableSelf get { self[.workloadClassification] }
    set { self[.workloadClassification] = newValue }
  }

  /// enhanced return-address predictor security (size in EBX). CPUID 0x80000021 * EAX[24].
  @_alwaysEmitIntoClient
  public var eraps: UInt32 {
    @_addressableSelf get { self[.eraps] }
    set { self[.eraps] = newValue }
  }

  /// size of a microcode patch (Xen stores and then zeroes it for guests). CPUID 0x80000021 *
  /// EBX[15:0]. Unit: 16 bytes.
  @_alwaysEmitIntoClient
  public var microcodePatchSize: UInt32 {
    @_addressableSelf get { self[.microcodePatchSize] }
    set { self[.microcodePatchSize] = newValue }
  }

  /// return predictor entries; meaningful with ERAPS. CPUID 0x80000021 * EBX[23:16]. Unit: 8
  /// entries.
  @_alwaysEmitIntoClient
  public var returnPredictorSize: UInt32 {
    @_addressableSelf get { self[.returnPredictorSize] }
    set { self[.returnPredictorSize] = newValue }
  }

  /// global control and status for counters; needs the core-counter bit. CPUID 0x80000022 * EAX[0].
  @_alwaysEmitIntoClient
  public var amdPerfmonV2: UInt32 {
    @_addressableSelf get { self[.amdPerfmonV2] }
    set { self[.amdPerfmonV2] = newValue }
  }

  /// LBR stack. CPUID 0x80000022 * EAX[1].
  @_alwaysEmitIntoClient
  public var amdLbrV2: UInt32 {
    @_addressableSelf get { self[.amdLbrV2] }
    set { self[.amdLbrV2] = newValue }
  }

  /// freeze on counter overflow. CPUID 0x80000022 * EAX[2].
  @_alwaysEmitIntoClient
  public var amdLbrPmcFreeze: UInt32 {
    @_addressableSelf get { self[.amdLbrPmcFreeze] }
    set { self[.amdLbrPmcFreeze] = newValue }
  }

  /// core counters. CPUID 0x80000022 * EBX[3:0]. Unit: count.
  @_alwaysEmitIntoClient
  public var amdCoreCounters: UInt32 {
    @_addressableSelf get { self[.amdCoreCounters] }
    set { self[.amdCoreCounters] = newValue }
  }

  /// LBR stack entries. CPUID 0x80000022 * EBX[9:4]. Unit: entries.
  @_alwaysEmitIntoClient
  public var amdLbrStackSize: UInt32 {
    @_addressableSelf get { self[.amdLbrStackSize] }
    set { self[.amdLbrStackSize] = newValue }
  }

  /// data-fabric counters. CPUID 0x80000022 * EBX[15:10]. Unit: count.
  @_alwaysEmitIntoClient
  public var amdNorthbridgeCounters: UInt32 {
    @_addressableSelf get { self[.amdNorthbridgeCounters] }
    set { self[.amdNorthbridgeCounters] = newValue }
  }

  /// memory-controller counters. CPUID 0x80000022 * EBX[21:16]. Unit: count.
  @_alwaysEmitIntoClient
  public var amdMemoryControllerCounters: UInt32 {
    @_addressableSelf get { self[.amdMemoryControllerCounters] }
    set { self[.amdMemoryControllerCounters] = newValue }
  }

  /// memory controllers that can be monitored. CPUID 0x80000022 * ECX[31:0].
  @_alwaysEmitIntoClient
  public var amdActiveMemoryControllers: UInt32 {
    @_addressableSelf get { self[.amdActiveMemoryControllers] }
    set { self[.amdActiveMemoryControllers] = newValue }
  }

  /// host multi-key encryption. CPUID 0x80000023 * EAX[0].
  @_alwaysEmitIntoClient
  public var multiKeyEncryption: UInt32 {
    @_addressableSelf get { self[.multiKeyEncryption] }
    set { self[.multiKeyEncryption] = newValue }
  }

  /// keys available. CPUID 0x80000023 * EBX[15:0]. Unit: keys.
  @_alwaysEmitIntoClient
  public var multiKeyCount: UInt32 {
    @_addressableSelf get { self[.multiKeyCount] }
    set { self[.multiKeyCount] = newValue }
  }

  /// smallest reverse-map segment. CPUID 0x80000025 * EAX[5:0]. Unit: log2 bytes.
  @_alwaysEmitIntoClient
  public var rmpSegmentSizeMin: UInt32 {
    @_addressableSelf get { self[.rmpSegmentSizeMin] }
    set { self[.rmpSegmentSizeMin] = newValue }
  }

  /// largest reverse-map segment. CPUID 0x80000025 * EAX[11:6]. Unit: log2 bytes.
  @_alwaysEmitIntoClient
  public var rmpSegmentSizeMax: UInt32 {
    @_addressableSelf get { self[.rmpSegmentSizeMax] }
    set { self[.rmpSegmentSizeMax] = newValue }
  }

  /// cacheable segment definitions. CPUID 0x80000025 * EBX[9:0]. Unit: count.
  @_alwaysEmitIntoClient
  public var rmpSegmentsCached: UInt32 {
    @_addressableSelf get { self[.rmpSegmentsCached] }
    set { self[.rmpSegmentsCached] = newValue }
  }

  /// the count above is a hard limit. CPUID 0x80000025 * EBX[10].
  @_alwaysEmitIntoClient
  public var rmpSegmentCountLimited: UInt32 {
    @_addressableSelf get { self[.rmpSegmentCountLimited] }
    set { self[.rmpSegmentCountLimited] = newValue }
  }

  /// shift that removes this level's id bits. CPUID 0x80000026 0-7 EAX[4:0]. Unit: bits.
  @_alwaysEmitIntoClient
  public func amdTopologyShift(subleaf: UInt32) -> UInt32 {
    self[.amdTopologyShift, subleaf: subleaf]
  }

  /// core ranking in EBX is valid. CPUID 0x80000026 0-7 EAX[29]. Unit: flag.
  @_alwaysEmitIntoClient
  public func amdEfficiencyRanking(subleaf: UInt32) -> UInt32 {
    self[.amdEfficiencyRanking, subleaf: subleaf]
  }

  /// cores below this level differ in kind. CPUID 0x80000026 0-7 EAX[30]. Unit: flag.
  @_alwaysEmitIntoClient
  public func amdHeterogeneousCores(subleaf: UInt32) -> UInt32 {
    self[.amdHeterogeneousCores, subleaf: subleaf]
  }

  /// instances of this level differ in size. CPUID 0x80000026 0-7 EAX[31]. Unit: flag.
  @_alwaysEmitIntoClient
  public func amdAsymmetricTopology(subleaf: UInt32) -> UInt32 {
    self[.amdAsymmetricTopology, subleaf: subleaf]
  }

  /// threads at this level. CPUID 0x80000026 0-7 EBX[15:0]. Unit: count.
  @_alwaysEmitIntoClient
  public func amdTopologyLogicalCount(subleaf: UInt32) -> UInt32 {
    self[.amdTopologyLogicalCount, subleaf: subleaf]
  }

  /// static ranking of the core (differs per CPU). CPUID 0x80000026 0-7 EBX[23:16]. Unit: rank.
  @_alwaysEmitIntoClient
  public func amdPowerEfficiencyRank(subleaf: UInt32) -> UInt32 {
    self[.amdPowerEfficiencyRank, subleaf: subleaf]
  }

  /// core model number (differs per CPU). CPUID 0x80000026 0-7 EBX[27:24].
  @_alwaysEmitIntoClient
  public func amdNativeModelId(subleaf: UInt32) -> UInt32 {
    self[.amdNativeModelId, subleaf: subleaf]
  }

  /// 0 performance, 1 efficiency (differs per CPU). CPUID 0x80000026 0-7 EBX[31:28].
  @_alwaysEmitIntoClient
  public func amdCoreType(subleaf: UInt32) -> UInt32 {
    self[.amdCoreType, subleaf: subleaf]
  }

  /// echo of the subleaf asked. CPUID 0x80000026 0-7 ECX[7:0]. Unit: count.
  @_alwaysEmitIntoClient
  public func amdTopologyLevelNumber(subleaf: UInt32) -> UInt32 {
    self[.amdTopologyLevelNumber, subleaf: subleaf]
  }

  /// 0 none, 1 core, 2 complex, 3 die, 4 socket. CPUID 0x80000026 0-7 ECX[15:8].
  @_alwaysEmitIntoClient
  public func amdTopologyLevelType(subleaf: UInt32) -> UInt32 {
    self[.amdTopologyLevelType, subleaf: subleaf]
  }

  /// 32-bit id of the CPU that asks. CPUID 0x80000026 0-7 EDX[31:0]. Unit: APIC id.
  @_alwaysEmitIntoClient
  public func amdTopologyX2ApicId(subleaf: UInt32) -> UInt32 {
    self[.amdTopologyX2ApicId, subleaf: subleaf]
  }

  /// workload classes the scheduler feedback knows. CPUID 0x80000027 * EAX[31:0]. Unit: classes.
  @_alwaysEmitIntoClient
  public var workloadClassCount: UInt32 {
    @_addressableSelf get { self[.workloadClassCount] }
    set { self[.workloadClassCount] = newValue }
  }
}
