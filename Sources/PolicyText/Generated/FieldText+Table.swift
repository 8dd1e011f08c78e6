// Generated from the tables in ABI/ by `make generate`. Do not edit: change the table.
// swift-format-ignore-file
enum FieldText {
  /// In the order of `Field`.
  static let names: StaticString = """
    maxBasicLeaf\
    vendorStringPart1\
    vendorStringPart3\
    vendorStringPart2\
    steppingId\
    baseModel\
    baseFamily\
    processorType\
    extendedModel\
    extendedFamily\
    brandIndex\
    clflushLineSize\
    logicalProcessorsPerPackage\
    initialApicId\
    l1ContextId\
    processorSerialNumber\
    ia64Emulation\
    cacheDescriptorQueryCount\
    cacheDescriptor1\
    cacheDescriptor2\
    cacheDescriptor3\
    cacheDescriptorsEaxInvalid\
    cacheDescriptor4\
    cacheDescriptor5\
    cacheDescriptor6\
    cacheDescriptor7\
    cacheDescriptorsEbxInvalid\
    cacheDescriptor8\
    cacheDescriptor9\
    cacheDescriptor10\
    cacheDescriptor11\
    cacheDescriptorsEcxInvalid\
    cacheDescriptor12\
    cacheDescriptor13\
    cacheDescriptor14\
    cacheDescriptor15\
    cacheDescriptorsEdxInvalid\
    serialNumberPart1\
    serialNumberPart2\
    serialNumberLow\
    serialNumberMiddle\
    cacheType\
    cacheLevel\
    cacheSelfInitializing\
    cacheFullyAssociative\
    cacheReserved\
    cacheThreadsSharing\
    cacheCoresPerPackage\
    cacheLineSize\
    cachePartitions\
    cacheWays\
    cacheSets\
    cacheWbinvdNotInclusive\
    cacheInclusive\
    cacheComplexIndexing\
    cacheKnightsLandingEdx4\
    monitorLineSizeSmallest\
    monitorLineSizeLargest\
    mwaitExtensionsEnumerated\
    mwaitInterruptBreak\
    mwaitMonitorlessWait\
    mwaitC0Substates\
    mwaitC1Substates\
    mwaitC2Substates\
    mwaitC3Substates\
    mwaitC4Substates\
    mwaitC5Substates\
    mwaitC6Substates\
    mwaitC7Substates\
    digitalThermalSensor\
    turboBoost\
    alwaysRunningApicTimer\
    powerLimitNotification\
    extendedClockModulation\
    packageThermalManagement\
    hwpBase\
    hwpNotification\
    hwpActivityWindow\
    hwpEnergyPerformancePreference\
    hwpPackageRequest\
    hardwareDutyCycling\
    turboBoostMax3\
    hwpHighestPerformanceChange\
    hwpPeciOverride\
    hwpFlexible\
    hwpFastAccess\
    hardwareFeedbackInterface\
    hwpIgnoreIdleRequest\
    hwpControl\
    threadDirector\
    thermalInterruptBit25\
    thermalThresholds\
    aperfMperf\
    acnt2\
    energyPerformanceBias\
    threadDirectorClasses\
    feedbackCapabilities\
    feedbackTableSize\
    feedbackTableIndex\
    maxLeaf7Subleaf\
    mpxMawau\
    keyLocker\
    raoInt\
    hreset\
    pbndkb\
    cpuidMaxValLimitRemoved\
    asymmetricRdtMonitoring\
    asymmetricRdtAllocation\
    legacyReducedIsa\
    sipi64\
    msrImmediate\
    userTimer\
    userMsr\
    avx10\
    apxF\
    mwaitEnumerated\
    monitorMitigationNo\
    leaf8Core2Eax10\
    dcaCapability\
    pmuVersion\
    pmuGeneralCounters\
    pmuGeneralCounterWidth\
    pmuEventVectorLength\
    pmuNoCoreCycles\
    pmuNoInstructionsRetired\
    pmuNoReferenceCycles\
    pmuNoLlcReferences\
    pmuNoLlcMisses\
    pmuNoBranchesRetired\
    pmuNoBranchMispredicts\
    pmuNoTopdownSlots\
    pmuNoBackendBound\
    pmuNoBadSpeculation\
    pmuNoFrontendBound\
    pmuNoRetiring\
    pmuNoLbrInserts\
    pmuFixedCounterBitmap\
    pmuFixedCounters\
    pmuFixedCounterWidth\
    pmuReserved14\
    pmuAnyThreadDeprecated\
    pmuSlotsPerCycle\
    topologyShift\
    topologyLogicalCount\
    topologyLevelNumber\
    topologyLevelType\
    topologyX2ApicId\
    xcr0X87\
    xcr0Sse\
    xcr0Avx\
    xcr0BndRegs\
    xcr0BndCsr\
    xcr0Opmask\
    xcr0ZmmHi256\
    xcr0Hi16Zmm\
    xcr0Pkru\
    xcr0TileConfig\
    xcr0TileData\
    xcr0Apx\
    xsaveSizeEnabled\
    xsaveSizeMax\
    xcr0Lwp\
    xsaveSizeCompactEnabled\
    xssProcessorTrace\
    xssPasid\
    xssCetUser\
    xssCetSupervisor\
    xssHdc\
    xssUserInterrupts\
    xssArchLbr\
    xssHwp\
    xssHigh\
    xstateComponentSize\
    xstateComponentOffset\
    xstateComponentSupervisor\
    xstateComponentAligned\
    xstateComponentXfd\
    rmidMax\
    l3MonitoringPresent\
    l3MonitoringCounterWidth\
    l3MonitoringOverflowBit\
    l3MonitoringIoOccupancy\
    l3MonitoringIoBandwidth\
    l3MonitoringUpscale\
    l3MonitoringRmidMax\
    l3OccupancyMonitoring\
    l3TotalBandwidthMonitoring\
    l3LocalBandwidthMonitoring\
    l3MonitoringEvent3\
    l3AllocationPresent\
    l2AllocationPresent\
    bandwidthAllocationPresent\
    cacheBandwidthAllocationPresent\
    resource6AllocationPresent\
    allocationMaskLength\
    allocationSharedUnits\
    allocationIoShared\
    allocationCodeDataPriority\
    allocationNonContiguousMask\
    allocationClassMax\
    bandwidthThrottleMax\
    bandwidthPerThread\
    bandwidthLinear\
    bandwidthClassMax\
    cacheBandwidthLevelMax\
    cacheBandwidthScope\
    cacheBandwidthLinear\
    cacheBandwidthClassMax\
    resource6Limit\
    sgx1\
    sgx2\
    sgxEnclv\
    sgxEnclsOversubscription\
    sgxEverifyReport2\
    sgxEupdateSvn\
    sgxEdeccssa\
    sgxMiscSelect\
    sgxMaxEnclaveSize32\
    sgxMaxEnclaveSize64\
    sgxAttributesLow\
    sgxAttributesHigh\
    sgxXfrmLow\
    sgxXfrmHigh\
    sgxEpcType\
    sgxEpcBaseLow\
    sgxEpcBaseHigh\
    sgxEpcProperties\
    sgxEpcSizeLow\
    sgxEpcSizeHigh\
    ptMaxSubleaf\
    ptCr3Filter\
    ptConfigurablePsb\
    ptIpFilter\
    ptMtc\
    ptPtwrite\
    ptPowerEvents\
    ptPsbPmiPreserve\
    ptEventTrace\
    ptTntDisable\
    ptTopaOutput\
    ptTopaMultipleEntries\
    ptSingleRangeOutput\
    ptTransportOutput\
    ptIpIsLip\
    ptAddressRanges\
    ptMtcPeriods\
    ptCycleThresholds\
    ptPsbPeriods\
    tscRatioDenominator\
    tscRatioNumerator\
    crystalFrequency\
    baseFrequency\
    maxFrequency\
    busFrequency\
    socMaxSubleaf\
    socVendorId\
    socVendorScheme\
    socProjectId\
    socSteppingId\
    socBrandPartA\
    socBrandPartB\
    socBrandPartC\
    socBrandPartD\
    tlbMaxSubleaf\
    tlbPages4K\
    tlbPages2M\
    tlbPages4M\
    tlbPages1G\
    tlbPartitioning\
    tlbWays\
    tlbSets\
    tlbType\
    tlbLevel\
    tlbFullyAssociative\
    tlbThreadsSharing\
    keyLockerCpl0Only\
    keyLockerNoEncrypt\
    keyLockerNoDecrypt\
    keyLockerEnabled\
    keyLockerWide\
    keyLockerBackup\
    keyLockerNoBackup\
    keyLockerRandomKey\
    nativeModelId\
    coreType\
    pconfigSubleafType\
    pconfigTarget1\
    pconfigTarget2\
    pconfigTarget3\
    archLbrDepths\
    archLbrDeepCReset\
    archLbrIpIsLip\
    archLbrCplFilter\
    archLbrBranchFilter\
    archLbrCallStack\
    archLbrMispredict\
    archLbrTimed\
    archLbrBranchType\
    archLbrEventLogging\
    amxMaxPalette\
    amxTotalTileBytes\
    amxTileBytes\
    amxRowBytes\
    amxTileCount\
    amxRowsMax\
    tmulMaxSubleaf\
    tmulMaxK\
    tmulMaxN\
    amxInt8Alias\
    amxBf16Alias\
    amxComplexAlias\
    amxFp16Alias\
    amxFp8\
    amxTranspose\
    amxTf32\
    amxAvx512\
    amxMovrs\
    topologyV2Shift\
    topologyV2LogicalCount\
    topologyV2LevelNumber\
    topologyV2LevelType\
    topologyV2X2ApicId\
    hresetSubleafCount\
    hresetThreadDirector\
    hresetOther\
    tdxMaxSubleaf\
    tdxVendorPart1\
    tdxVendorPart3\
    tdxVendorPart2\
    perfmonSubleaf0\
    perfmonCountersSubleaf\
    perfmonReloadSubleaf\
    perfmonEventsSubleaf\
    perfmonPebsCapsSubleaf\
    perfmonPebsSubleaf\
    perfmonUnitMask2\
    perfmonEqualBit\
    perfmonRdpmcUserDisable\
    perfmonSlotsPerCycle\
    perfmonGeneralCounters\
    perfmonFixedCounters\
    perfmonReloadGeneral\
    perfmonReloadFixed\
    perfmonReloadCauseGeneral\
    perfmonReloadCauseFixed\
    perfmonCoreCycles\
    perfmonInstructionsRetired\
    perfmonReferenceCycles\
    perfmonLlcReferences\
    perfmonLlcMisses\
    perfmonBranchesRetired\
    perfmonBranchMispredicts\
    perfmonTopdownSlots\
    perfmonBackendBound\
    perfmonBadSpeculation\
    perfmonFrontendBound\
    perfmonRetiring\
    perfmonLbrInserts\
    pebsAllowInRecord\
    pebsGeneralCounters\
    pebsFixedCounters\
    pebsMetrics\
    pebsLbr\
    pebsXer\
    pebsGpr\
    pebsAux\
    pebsGeneralBitmap\
    pebsPreciseGeneralBitmap\
    pebsFixedBitmap\
    pebsPreciseFixedBitmap\
    avx10MaxSubleaf\
    avx10Version\
    avx10Vector128\
    avx10Vector256\
    avx10Vector512\
    avx10VnniInt\
    asymmetricRmidMax\
    asymmetricL3Monitoring\
    asymmetricL3Allocation\
    asymmetricL2Allocation\
    asymmetricBandwidthAllocation\
    asymmetricCacheBandwidth\
    asymmetricResource6\
    asymmetricResource6Limit\
    maxHypervisorLeaf\
    hypervisorNamePart1\
    hypervisorNamePart2\
    hypervisorNamePart3\
    hypervInterfaceName\
    kvmClockSource\
    xenMinorVersion\
    kvmNopIoDelay\
    kvmMmuOp\
    kvmClockSource2\
    kvmAsyncPageFault\
    kvmStealTime\
    kvmPvEoi\
    kvmPvUnhalt\
    kvmPvTlbFlush\
    kvmAsyncPageFaultVmexit\
    kvmPvSendIpi\
    kvmPollControl\
    kvmPvSchedYield\
    kvmAsyncPageFaultInterrupt\
    kvmMsiExtendedDestinationId\
    kvmMapGpaRange\
    xenMajorVersion\
    kvmMigrationControl\
    kvmClockStable\
    kvmHintRealtime\
    hypervBuild\
    xenHypercallPages\
    hypervVersion\
    xenMsrBase\
    hypervServicePack\
    xenMmuPtUpdatePreserveAd\
    hypervServiceBranch\
    hypervPrivilegesLow\
    hypervPrivilegesHigh\
    hypervPowerFeatures\
    hypervMiscFeatures\
    xenTscEmulated\
    xenTscHostReliable\
    xenTscRdtscp\
    xenTscMode\
    xenTscFrequency\
    xenTscIncarnation\
    xenTscOffsetLow\
    xenTscOffsetHigh\
    xenTscMultiplier\
    xenTscShift\
    xenHostTscFrequency\
    hypervRecommendations\
    xenHvmApicAccessVirtualised\
    xenHvmX2ApicVirtualised\
    xenHvmIommuMappings\
    xenHvmVcpuIdPresent\
    xenHvmDomainIdPresent\
    xenHvmExtendedDestinationId\
    xenHvmUpcallVector\
    hypervSpinlockRetries\
    xenHvmVcpuId\
    hypervImplementedPhysicalBits\
    xenHvmDomainId\
    hypervMaxVirtualProcessors\
    hypervMaxLogicalProcessors\
    xenPvMachineAddressWidth\
    hypervMaxInterruptVectors\
    hypervHardwareFeatures\
    hypervRootFeaturesA\
    hypervRootFeaturesB\
    hypervSvmFeatures\
    hypervSvmFeaturesB\
    hypervSvmFeaturesC\
    hypervNestedFeatures\
    hypervNestedFeaturesB\
    hypervLeafBWord\
    maxSecondHypervisorLeaf\
    maxExtendedLeaf\
    extendedVendorPart1\
    extendedVendorPart3\
    extendedVendorPart2\
    extendedSteppingId\
    extendedBaseModel\
    extendedBaseFamily\
    extendedProcessorType\
    extendedExtendedModel\
    extendedExtendedFamily\
    extendedBrandId\
    packageType\
    translationCacheExtension\
    corePerformanceCounters\
    northbridgeCounters\
    streamingPerformanceMonitor\
    performanceTsc\
    llcPerformanceCounters\
    ecx31Ext1\
    extFpu\
    extVme\
    extDe\
    extPse\
    extTsc\
    extMsr\
    extPae\
    extMce\
    extCx8\
    extApic\
    extSyscallEarly\
    extMtrr\
    extPge\
    extMca\
    extCmov\
    extPat\
    extPse36\
    extSerialNumber\
    multiprocessorCapable\
    extMmx\
    extFxsr\
    brandStringPart1\
    brandStringPart2\
    brandStringPart3\
    brandStringPart4\
    brandStringPart5\
    brandStringPart6\
    brandStringPart7\
    brandStringPart8\
    brandStringPart9\
    brandStringPart10\
    brandStringPart11\
    brandStringPart12\
    l1ItlbLargeEntries\
    l1ItlbLargeAssociativity\
    l1DtlbLargeEntries\
    l1DtlbLargeAssociativity\
    l1Itlb4KEntries\
    l1Itlb4KAssociativity\
    l1Dtlb4KEntries\
    l1Dtlb4KAssociativity\
    l1DataLineSize\
    l1DataLinesPerTag\
    l1DataAssociativity\
    l1DataSize\
    l1InstructionLineSize\
    l1InstructionLinesPerTag\
    l1InstructionAssociativity\
    l1InstructionSize\
    l2ItlbLargeEntries\
    l2ItlbLargeAssociativity\
    l2DtlbLargeEntries\
    l2DtlbLargeAssociativity\
    l2Itlb4KEntries\
    l2Itlb4KAssociativity\
    l2Dtlb4KEntries\
    l2Dtlb4KAssociativity\
    l2LineSize\
    viaL2LineSize\
    l2LinesPerTag\
    viaL2LinesPerTag\
    l2Associativity\
    l2Size\
    viaL2Associativity\
    viaL2Size\
    l3LineSize\
    l3LinesPerTag\
    l3Associativity\
    l3Size\
    feedbackMonitors\
    feedbackVersion\
    feedbackWrapTime\
    mcaOverflowRecovery\
    succor\
    hardwareAssert\
    scalableMca\
    pfehSupport\
    pfehLocked\
    powerSampleRatio\
    temperatureSensor\
    frequencyIdControl\
    voltageIdControl\
    thermalTrip\
    hardwareThermalControl\
    softwareThermalControl\
    hundredMegahertzSteps\
    processorFeedback\
    processorPowerReporting\
    connectedStandby\
    runningAveragePower\
    fastCppc\
    maxPhysicalAddressBits\
    maxLinearAddressBits\
    guestPhysicalAddressBits\
    instructionsRetiredCounter\
    invlpgb\
    rdpru\
    amdBandwidthAllocation\
    mcommit\
    lbrExtension\
    interruptibleWbinvd\
    invlpgbNested\
    branchSampling\
    threadCountMinusOne\
    apicIdCoreIdSize\
    performanceTscSize\
    invlpgbPageMax\
    rdpruRegisterMax\
    svmRevision\
    svmAsids\
    svmPageModificationLog\
    svmX2AvicExtended\
    svmNestedPaging\
    svmLbrVirtualization\
    svmLock\
    svmNextRip\
    svmTscRatio\
    svmVmcbClean\
    svmFlushByAsid\
    svmDecodeAssists\
    svmPmcVirtualization\
    reservedSvm9\
    svmPauseFilter\
    svmEncryptedMicrocode\
    svmPauseThreshold\
    svmAvic\
    svmVirtualVmload\
    svmVirtualGif\
    svmGmet\
    svmX2Avic\
    svmSupervisorShadowStackCheck\
    svmVirtualSpecCtrl\
    svmReadOnlyGuestTables\
    svmHostMceOverride\
    svmTlbControl\
    svmVirtualNmi\
    svmIbsVirtualization\
    svmExtLvtChange\
    svmVmcbAddressCheck\
    svmBusLockThreshold\
    svmIdleHltIntercept\
    svmShutdownIntercept\
    l1Itlb1GEntries\
    l1Itlb1GAssociativity\
    l1Dtlb1GEntries\
    l1Dtlb1GAssociativity\
    l2Itlb1GEntries\
    l2Itlb1GAssociativity\
    l2Dtlb1GEntries\
    l2Dtlb1GAssociativity\
    fp128\
    unalignedMovPreferred\
    fp256\
    fp512\
    ibsFeaturesValid\
    ibsFetchSampling\
    ibsOpSampling\
    ibsOpCounterWritable\
    ibsOpCounting\
    ibsBranchTarget\
    ibsOpCounterExtension\
    ibsRipInvalid\
    ibsFusedBranch\
    ibsFetchControlExtended\
    ibsOpData4\
    ibsL3MissFilter\
    ibsLoadLatencyFilter\
    ibsDataSourceSimplified\
    lwpAvailableNow\
    lwpControlBlockSize\
    lwpEventSize\
    lwpMaxEvent\
    lwpEventOffset\
    lwpLatencyBits\
    lwpDataAddress\
    lwpLatencyRounding\
    lwpVersion\
    lwpMinBuffer\
    lwpBranchPrediction\
    lwpIpFilter\
    lwpCacheLevels\
    lwpCacheLatency\
    lwpSupported\
    amdCacheType\
    amdCacheLevel\
    amdCacheSelfInitializing\
    amdCacheFullyAssociative\
    amdCacheThreadsSharing\
    amdCacheLineSize\
    amdCachePartitions\
    amdCacheWays\
    amdCacheSets\
    amdCacheWbinvdNotInclusive\
    amdCacheInclusive\
    extendedApicId\
    coreId\
    threadsPerCoreMinusOne\
    nodeId\
    nodesPerPackageMinusOne\
    sme\
    sev\
    pageFlushMsr\
    sevEs\
    sevSnp\
    vmpl\
    rmpQuery\
    vmplShadowStack\
    secureTsc\
    tscAuxVirtualization\
    encryptedCacheCoherency\
    host64BitOnly\
    restrictedInjection\
    alternateInjection\
    debugSwap\
    preventHostIbs\
    virtualTransparentEncryption\
    vmgexitParameter\
    virtualTomMsr\
    ibsVirtualGuestControl\
    pmcVirtualGuestControl\
    rmpRead\
    guestInterceptControl\
    segmentedRmp\
    vmsaRegisterProtection\
    smtProtection\
    secureAvic\
    allowedSevFeatures\
    svsmCommunicationPage\
    nestedVirtSnpMsr\
    hypervisorInUseWriteAllowed\
    ibpbOnEntry\
    encryptionBitPosition\
    encryptionAddressReduction\
    vmplCount\
    encryptedGuestMax\
    sevAsidMinimum\
    qosBandwidthEnforcement\
    qosSlowBandwidthEnforcement\
    qosEventConfiguration\
    qosL3RangeReservation\
    qosAssignableCounters\
    qosInjectionEnforcement\
    qosBandwidthWidth\
    qosBandwidthClassMax\
    qosSlowBandwidthWidth\
    qosSlowBandwidthClassMax\
    qosEventCount\
    qosLocalReads\
    qosRemoteReads\
    qosLocalNonTemporalWrites\
    qosRemoteNonTemporalWrites\
    qosLocalSlowReads\
    qosRemoteSlowReads\
    qosDirtyVictims\
    qosAssignableCounterWidth\
    qosAssignableOverflow\
    qosAssignableCounterMax\
    qosAssignableByClass\
    smmPageConfigurationLock\
    upperAddressIgnore\
    noSmmControlMsr\
    precisePmc2\
    prefetchControlMsr\
    l2TlbSizeTimes32\
    amdErms\
    opcodeReclaim\
    fp512Downgrade\
    workloadClassification\
    eraps\
    microcodePatchSize\
    returnPredictorSize\
    amdPerfmonV2\
    amdLbrV2\
    amdLbrPmcFreeze\
    amdCoreCounters\
    amdLbrStackSize\
    amdNorthbridgeCounters\
    amdMemoryControllerCounters\
    amdActiveMemoryControllers\
    multiKeyEncryption\
    multiKeyCount\
    rmpSegmentSizeMin\
    rmpSegmentSizeMax\
    rmpSegmentsCached\
    rmpSegmentCountLimited\
    amdTopologyShift\
    amdEfficiencyRanking\
    amdHeterogeneousCores\
    amdAsymmetricTopology\
    amdTopologyLogicalCount\
    amdPowerEfficiencyRank\
    amdNativeModelId\
    amdCoreType\
    amdTopologyLevelNumber\
    amdTopologyLevelType\
    amdTopologyX2ApicId\
    workloadClassCount\
    maxTransmetaLeaf\
    transmetaVendorPart1\
    transmetaVendorPart3\
    transmetaVendorPart2\
    transmetaSignature\
    transmetaHardwareRevision\
    transmetaNominalFrequency\
    transmetaRecovery\
    transmetaLongRun\
    transmetaLongRunTable\
    transmetaRevisionId\
    transmetaCodeRevision\
    transmetaCodeRevisionExtra\
    transmetaInfoPart1\
    transmetaInfoPart2\
    transmetaInfoPart3\
    transmetaInfoPart4\
    transmetaInfoPart5\
    transmetaInfoPart6\
    transmetaInfoPart7\
    transmetaInfoPart8\
    transmetaInfoPart9\
    transmetaInfoPart10\
    transmetaInfoPart11\
    transmetaInfoPart12\
    transmetaInfoPart13\
    transmetaInfoPart14\
    transmetaInfoPart15\
    transmetaInfoPart16\
    transmetaCurrentFrequency\
    transmetaCurrentVoltage\
    transmetaCurrentPerformance\
    transmetaCurrentGateDelay\
    easterEggPart1\
    easterEggPart2\
    easterEggPart3\
    easterEggPart4\
    maxCentaurLeaf\
    centaurSignature\
    zhaoxinSm2\
    zhaoxinSm2Enabled\
    padlockRng\
    padlockRngEnabled\
    zhaoxinSm3Sm4\
    zhaoxinSm3Sm4Enabled\
    padlockAce\
    padlockAceEnabled\
    padlockAce2\
    padlockAce2Enabled\
    padlockHash\
    padlockHashEnabled\
    padlockMontgomery\
    padlockMontgomeryEnabled\
    parallax\
    parallaxEnabled\
    thermalMonitor3\
    thermalMonitor3Enabled\
    padlockRng2\
    padlockRng2Enabled\
    padlockHash2\
    padlockHash2Enabled\
    padlockRsa\
    padlockRsaEnabled\
    centaurStatusA\
    centaurStatusB\
    centaurStatusC\
    centaurStatusD\
    centaurTemperature\
    centaurPerformanceStatus\
    centaurPerformanceLimits\

    """
  /// Where each text begins, and the end.
  static let namesOffsets: InlineArray<845, UInt32> = [
    0, 12, 29, 46, 63, 73, 82, 92, 105, 118, 132, 142, 157, 184, 197, 208, 229, 242, 267, 283,
    299, 315, 341, 357, 373, 389, 405, 431, 447, 463, 480, 497, 523, 540, 557, 574, 591, 617, 634,
    651, 666, 684, 693, 703, 724, 745, 758, 777, 797, 810, 825, 834, 843, 866, 880, 900, 923, 946,
    968, 993, 1012, 1032, 1048, 1064, 1080, 1096, 1112, 1128, 1144, 1160, 1180, 1190, 1212, 1234,
    1257, 1281, 1288, 1303, 1320, 1350, 1367, 1386, 1400, 1427, 1442, 1453, 1466, 1491, 1511,
    1521, 1535, 1556, 1573, 1583, 1588, 1609, 1630, 1650, 1667, 1685, 1700, 1708, 1717, 1723,
    1729, 1735, 1758, 1781, 1804, 1820, 1826, 1838, 1847, 1854, 1859, 1863, 1878, 1897, 1912,
    1925, 1935, 1953, 1975, 1995, 2010, 2034, 2054, 2072, 2086, 2106, 2128, 2145, 2162, 2181,
    2199, 2212, 2227, 2248, 2264, 2284, 2297, 2319, 2335, 2348, 2368, 2387, 2404, 2420, 2427,
    2434, 2441, 2452, 2462, 2472, 2484, 2495, 2503, 2517, 2529, 2536, 2552, 2564, 2571, 2594,
    2611, 2619, 2629, 2645, 2651, 2668, 2678, 2684, 2691, 2710, 2731, 2756, 2778, 2796, 2803,
    2822, 2846, 2869, 2892, 2915, 2934, 2953, 2974, 3000, 3026, 3044, 3063, 3082, 3108, 3139,
    3165, 3185, 3206, 3224, 3250, 3277, 3295, 3315, 3333, 3348, 3365, 3387, 3406, 3426, 3448,
    3462, 3466, 3470, 3478, 3502, 3519, 3532, 3543, 3556, 3575, 3594, 3610, 3627, 3637, 3648,
    3658, 3671, 3685, 3701, 3714, 3728, 3740, 3751, 3768, 3778, 3783, 3792, 3805, 3821, 3833,
    3845, 3857, 3878, 3897, 3914, 3923, 3938, 3950, 3967, 3979, 3998, 4015, 4031, 4044, 4056,
    4068, 4081, 4092, 4107, 4119, 4132, 4145, 4158, 4171, 4184, 4197, 4207, 4217, 4227, 4237,
    4252, 4259, 4266, 4273, 4281, 4300, 4317, 4334, 4352, 4370, 4386, 4399, 4414, 4431, 4449,
    4462, 4470, 4488, 4502, 4516, 4530, 4543, 4560, 4574, 4590, 4609, 4625, 4642, 4654, 4671,
    4690, 4703, 4720, 4732, 4743, 4755, 4765, 4779, 4787, 4795, 4807, 4819, 4834, 4846, 4852,
    4864, 4871, 4880, 4888, 4903, 4925, 4946, 4965, 4983, 5001, 5021, 5032, 5045, 5059, 5073,
    5087, 5102, 5124, 5144, 5164, 5186, 5204, 5220, 5235, 5258, 5278, 5300, 5320, 5340, 5358,
    5383, 5406, 5423, 5449, 5471, 5491, 5507, 5529, 5553, 5572, 5591, 5612, 5632, 5647, 5664,
    5681, 5700, 5717, 5728, 5735, 5742, 5749, 5756, 5773, 5797, 5812, 5834, 5849, 5861, 5875,
    5889, 5903, 5915, 5932, 5954, 5976, 5998, 6027, 6051, 6070, 6094, 6111, 6130, 6149, 6168,
    6187, 6201, 6216, 6229, 6237, 6252, 6269, 6281, 6289, 6300, 6313, 6336, 6348, 6362, 6377,
    6403, 6430, 6444, 6459, 6478, 6492, 6507, 6518, 6535, 6548, 6558, 6575, 6599, 6618, 6637,
    6657, 6676, 6694, 6708, 6726, 6738, 6748, 6763, 6780, 6795, 6811, 6827, 6838, 6857, 6878,
    6905, 6928, 6947, 6966, 6987, 7014, 7032, 7053, 7065, 7094, 7108, 7134, 7160, 7184, 7209,
    7231, 7250, 7269, 7286, 7304, 7322, 7342, 7363, 7378, 7401, 7416, 7435, 7454, 7473, 7491,
    7508, 7526, 7547, 7568, 7590, 7605, 7616, 7641, 7664, 7683, 7710, 7724, 7746, 7755, 7761,
    7767, 7772, 7778, 7784, 7790, 7796, 7802, 7808, 7815, 7830, 7837, 7843, 7849, 7856, 7862,
    7870, 7885, 7906, 7912, 7919, 7935, 7951, 7967, 7983, 7999, 8015, 8031, 8047, 8063, 8080,
    8097, 8114, 8132, 8156, 8174, 8198, 8213, 8234, 8249, 8270, 8284, 8301, 8320, 8330, 8351,
    8375, 8401, 8418, 8436, 8460, 8478, 8502, 8517, 8538, 8553, 8574, 8584, 8597, 8610, 8626,
    8641, 8647, 8665, 8674, 8684, 8697, 8712, 8718, 8734, 8749, 8765, 8784, 8790, 8804, 8815,
    8826, 8836, 8852, 8869, 8887, 8903, 8914, 8936, 8958, 8979, 8996, 9019, 9035, 9054, 9062,
    9084, 9104, 9128, 9154, 9161, 9166, 9188, 9195, 9207, 9226, 9239, 9253, 9272, 9288, 9306,
    9320, 9336, 9347, 9355, 9377, 9394, 9409, 9429, 9436, 9446, 9457, 9469, 9483, 9499, 9519,
    9531, 9545, 9566, 9583, 9590, 9606, 9619, 9626, 9635, 9664, 9682, 9704, 9722, 9735, 9748,
    9768, 9783, 9802, 9821, 9840, 9860, 9875, 9896, 9911, 9932, 9947, 9968, 9983, 10004, 10009,
    10030, 10035, 10040, 10056, 10072, 10085, 10105, 10118, 10133, 10154, 10167, 10181, 10204,
    10214, 10229, 10249, 10272, 10287, 10306, 10318, 10329, 10343, 10357, 10371, 10389, 10399,
    10411, 10430, 10441, 10455, 10470, 10482, 10494, 10507, 10531, 10555, 10577, 10593, 10611,
    10623, 10635, 10661, 10678, 10692, 10698, 10720, 10726, 10749, 10752, 10755, 10767, 10772,
    10778, 10782, 10790, 10805, 10814, 10834, 10857, 10870, 10889, 10907, 10916, 10930, 10958,
    10974, 10987, 11009, 11031, 11038, 11059, 11071, 11093, 11106, 11116, 11134, 11155, 11171,
    11198, 11209, 11230, 11256, 11265, 11282, 11296, 11319, 11346, 11367, 11388, 11409, 11432,
    11449, 11469, 11490, 11514, 11527, 11540, 11554, 11579, 11605, 11622, 11640, 11655, 11680,
    11701, 11724, 11744, 11768, 11786, 11801, 11812, 11830, 11846, 11853, 11866, 11880, 11902,
    11907, 11925, 11944, 11956, 11964, 11979, 11994, 12009, 12031, 12058, 12084, 12102, 12115,
    12132, 12149, 12166, 12188, 12204, 12224, 12245, 12266, 12289, 12311, 12327, 12338, 12360,
    12380, 12399, 12417, 12433, 12453, 12473, 12493, 12511, 12536, 12561, 12578, 12594, 12615,
    12634, 12655, 12681, 12699, 12717, 12735, 12753, 12771, 12789, 12807, 12825, 12843, 12862,
    12881, 12900, 12919, 12938, 12957, 12976, 13001, 13024, 13051, 13076, 13090, 13104, 13118,
    13132, 13146, 13162, 13172, 13189, 13199, 13216, 13229, 13249, 13259, 13276, 13287, 13305,
    13316, 13334, 13351, 13375, 13383, 13398, 13413, 13435, 13446, 13464, 13476, 13495, 13505,
    13522, 13536, 13550, 13564, 13578, 13596, 13620, 13644,
  ]
  /// In the order of `Field`.
  static let units: StaticString = """
    leaf number\
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    \
    \
    \
    \
    \
    \
    \
    8-byte units\
    count\
    APIC id\
    \
    \
    \
    queries\
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
    level\
    \
    \
    \
    count-1\
    count-1\
    bytes-1\
    count-1\
    count-1\
    count-1\
    \
    \
    \
    \
    bytes\
    bytes\
    \
    \
    \
    count\
    count\
    count\
    count\
    count\
    count\
    count\
    count\
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
    count\
    \
    \
    \
    count\
    \
    4 KiB pages -1\
    row\
    subleaf number\
    bits\
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
    version\
    count\
    bits\
    bits\
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
    count\
    bits\
    \
    \
    slots\
    bits\
    count\
    count\
    \
    APIC id\
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
    bytes\
    bytes\
    \
    bytes\
    \
    \
    \
    \
    \
    \
    \
    \
    \
    bytes\
    bytes\
    \
    \
    \
    RMID\
    \
    bits -24\
    \
    \
    \
    bytes\
    RMID\
    \
    \
    \
    \
    \
    \
    \
    \
    \
    bits-1\
    \
    \
    \
    \
    class\
    value-1\
    \
    \
    class\
    level\
    \
    \
    class\
    \
    \
    \
    \
    \
    \
    \
    \
    \
    log2 bytes\
    log2 bytes\
    \
    \
    \
    \
    \
    4 KiB pages\
    4 GiB\
    \
    4 KiB pages\
    4 GiB\
    subleaf number\
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
    count\
    \
    \
    \
    \
    \
    Hz\
    MHz\
    MHz\
    MHz\
    subleaf number\
    \
    \
    \
    \
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    subleaf number\
    \
    \
    \
    \
    \
    ways\
    sets\
    \
    level\
    \
    count-1\
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
    8 entries\
    \
    \
    \
    \
    \
    \
    \
    \
    \
    palette\
    bytes\
    bytes\
    bytes\
    tiles\
    rows\
    subleaf number\
    rows\
    bytes\
    \
    \
    \
    \
    \
    \
    \
    \
    \
    bits\
    count\
    count\
    \
    APIC id\
    count\
    \
    \
    subleaf number\
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    \
    \
    \
    \
    \
    \
    \
    \
    \
    slots\
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
    subleaf number\
    version\
    \
    \
    \
    \
    RMID\
    \
    \
    \
    \
    \
    \
    \
    leaf number\
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
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
    pages\
    \
    MSR\
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
    kHz\
    count\
    ns\
    ns\
    \
    \
    kHz\
    \
    \
    \
    \
    \
    \
    \
    \
    retries\
    id\
    bits\
    id\
    count\
    count\
    bits\
    count\
    \
    \
    \
    \
    \
    \
    \
    \
    \
    leaf number\
    leaf number\
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
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
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    entries\
    ways\
    entries\
    ways\
    entries\
    ways\
    entries\
    ways\
    bytes\
    lines\
    ways\
    KiB\
    bytes\
    lines\
    ways\
    KiB\
    entries\
    4-bit code\
    entries\
    4-bit code\
    entries\
    4-bit code\
    entries\
    4-bit code\
    bytes\
    bytes\
    lines\
    \
    4-bit code\
    KiB\
    ways\
    KiB\
    bytes\
    lines\
    4-bit code\
    512 KiB\
    count\
    \
    ms\
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
    bits\
    bits\
    bits\
    \
    \
    \
    \
    \
    \
    \
    \
    \
    count-1\
    bits\
    \
    pages\
    register\
    revision\
    count\
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
    entries\
    4-bit code\
    entries\
    4-bit code\
    entries\
    4-bit code\
    entries\
    4-bit code\
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
    8 bytes\
    bytes\
    \
    bytes\
    bits\
    \
    \
    \
    32 records\
    \
    \
    \
    \
    \
    \
    level\
    \
    \
    count-1\
    bytes-1\
    count-1\
    count-1\
    count-1\
    \
    \
    APIC id\
    id\
    count-1\
    id\
    count-1\
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
    bit number\
    bits\
    count\
    count\
    ASID\
    \
    \
    \
    \
    \
    \
    bits\
    class\
    bits\
    class\
    count\
    \
    \
    \
    \
    \
    \
    \
    bits -24\
    \
    counter\
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
    16 bytes\
    8 entries\
    \
    \
    \
    count\
    entries\
    count\
    count\
    \
    \
    keys\
    log2 bytes\
    log2 bytes\
    count\
    \
    bits\
    flag\
    flag\
    flag\
    count\
    rank\
    \
    \
    count\
    \
    APIC id\
    classes\
    leaf number\
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    \
    \
    MHz\
    \
    \
    \
    \
    \
    \
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    MHz\
    mV\
    percent\
    fs\
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    4 ASCII bytes\
    leaf number\
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
  static let unitsOffsets: InlineArray<845, UInt32> = [
    0, 11, 24, 37, 50, 50, 50, 50, 50, 50, 50, 50, 62, 67, 74, 74, 74, 74, 81, 81, 81, 81, 81, 81,
    81, 81, 81, 81, 81, 81, 81, 81, 81, 81, 81, 81, 81, 81, 81, 81, 81, 81, 81, 86, 86, 86, 86,
    93, 100, 107, 114, 121, 128, 128, 128, 128, 128, 133, 138, 138, 138, 138, 143, 148, 153, 158,
    163, 168, 173, 178, 178, 178, 178, 178, 178, 178, 178, 178, 178, 178, 178, 178, 178, 178, 178,
    178, 178, 178, 178, 178, 178, 178, 183, 183, 183, 183, 188, 188, 202, 205, 219, 223, 223, 223,
    223, 223, 223, 223, 223, 223, 223, 223, 223, 223, 223, 223, 223, 223, 223, 223, 230, 235, 239,
    243, 243, 243, 243, 243, 243, 243, 243, 243, 243, 243, 243, 243, 243, 243, 248, 252, 252, 252,
    257, 261, 266, 271, 271, 278, 278, 278, 278, 278, 278, 278, 278, 278, 278, 278, 278, 278, 283,
    288, 288, 293, 293, 293, 293, 293, 293, 293, 293, 293, 293, 298, 303, 303, 303, 303, 307, 307,
    315, 315, 315, 315, 320, 324, 324, 324, 324, 324, 324, 324, 324, 324, 324, 330, 330, 330, 330,
    330, 335, 342, 342, 342, 347, 352, 352, 352, 357, 357, 357, 357, 357, 357, 357, 357, 357, 357,
    367, 377, 377, 377, 377, 377, 377, 388, 393, 393, 404, 409, 423, 423, 423, 423, 423, 423, 423,
    423, 423, 423, 423, 423, 423, 423, 423, 428, 428, 428, 428, 428, 428, 430, 433, 436, 439, 453,
    453, 453, 453, 453, 466, 479, 492, 505, 519, 519, 519, 519, 519, 519, 523, 527, 527, 532, 532,
    539, 539, 539, 539, 539, 539, 539, 539, 539, 539, 539, 539, 539, 539, 539, 548, 548, 548, 548,
    548, 548, 548, 548, 548, 548, 555, 560, 565, 570, 575, 579, 593, 597, 602, 602, 602, 602, 602,
    602, 602, 602, 602, 602, 606, 611, 616, 616, 623, 628, 628, 628, 642, 655, 668, 681, 681, 681,
    681, 681, 681, 681, 681, 681, 681, 686, 686, 686, 686, 686, 686, 686, 686, 686, 686, 686, 686,
    686, 686, 686, 686, 686, 686, 686, 686, 686, 686, 686, 686, 686, 686, 686, 686, 686, 686, 686,
    686, 700, 707, 707, 707, 707, 707, 711, 711, 711, 711, 711, 711, 711, 711, 722, 735, 748, 761,
    774, 774, 774, 774, 774, 774, 774, 774, 774, 774, 774, 774, 774, 774, 774, 774, 774, 774, 774,
    774, 774, 774, 774, 779, 779, 782, 782, 782, 782, 782, 782, 782, 782, 782, 782, 782, 782, 785,
    790, 792, 794, 794, 794, 797, 797, 797, 797, 797, 797, 797, 797, 797, 804, 806, 810, 812, 817,
    822, 826, 831, 831, 831, 831, 831, 831, 831, 831, 831, 831, 842, 853, 866, 879, 892, 892, 892,
    892, 892, 892, 892, 892, 892, 892, 892, 892, 892, 892, 892, 892, 892, 892, 892, 892, 892, 892,
    892, 892, 892, 892, 892, 892, 892, 892, 892, 892, 892, 892, 892, 892, 892, 905, 918, 931, 944,
    957, 970, 983, 996, 1009, 1022, 1035, 1048, 1055, 1059, 1066, 1070, 1077, 1081, 1088, 1092,
    1097, 1102, 1106, 1109, 1114, 1119, 1123, 1126, 1133, 1143, 1150, 1160, 1167, 1177, 1184,
    1194, 1199, 1204, 1209, 1209, 1219, 1222, 1226, 1229, 1234, 1239, 1249, 1256, 1261, 1261,
    1263, 1263, 1263, 1263, 1263, 1263, 1263, 1263, 1263, 1263, 1263, 1263, 1263, 1263, 1263,
    1263, 1263, 1263, 1263, 1263, 1267, 1271, 1275, 1275, 1275, 1275, 1275, 1275, 1275, 1275,
    1275, 1275, 1282, 1286, 1286, 1291, 1299, 1307, 1312, 1312, 1312, 1312, 1312, 1312, 1312,
    1312, 1312, 1312, 1312, 1312, 1312, 1312, 1312, 1312, 1312, 1312, 1312, 1312, 1312, 1312,
    1312, 1312, 1312, 1312, 1312, 1312, 1312, 1312, 1312, 1312, 1312, 1319, 1329, 1336, 1346,
    1353, 1363, 1370, 1380, 1380, 1380, 1380, 1380, 1380, 1380, 1380, 1380, 1380, 1380, 1380,
    1380, 1380, 1380, 1380, 1380, 1380, 1380, 1380, 1387, 1392, 1392, 1397, 1401, 1401, 1401,
    1401, 1411, 1411, 1411, 1411, 1411, 1411, 1411, 1416, 1416, 1416, 1423, 1430, 1437, 1444,
    1451, 1451, 1451, 1458, 1460, 1467, 1469, 1476, 1476, 1476, 1476, 1476, 1476, 1476, 1476,
    1476, 1476, 1476, 1476, 1476, 1476, 1476, 1476, 1476, 1476, 1476, 1476, 1476, 1476, 1476,
    1476, 1476, 1476, 1476, 1476, 1476, 1476, 1476, 1476, 1476, 1486, 1490, 1495, 1500, 1504,
    1504, 1504, 1504, 1504, 1504, 1504, 1508, 1513, 1517, 1522, 1527, 1527, 1527, 1527, 1527,
    1527, 1527, 1527, 1535, 1535, 1542, 1542, 1542, 1542, 1542, 1542, 1542, 1542, 1542, 1542,
    1542, 1542, 1542, 1550, 1559, 1559, 1559, 1559, 1564, 1571, 1576, 1581, 1581, 1581, 1585,
    1595, 1605, 1610, 1610, 1614, 1618, 1622, 1626, 1631, 1635, 1635, 1635, 1640, 1640, 1647,
    1654, 1665, 1678, 1691, 1704, 1704, 1704, 1707, 1707, 1707, 1707, 1707, 1707, 1707, 1720,
    1733, 1746, 1759, 1772, 1785, 1798, 1811, 1824, 1837, 1850, 1863, 1876, 1889, 1902, 1915,
    1918, 1920, 1927, 1929, 1942, 1955, 1968, 1981, 1992, 1992, 1992, 1992, 1992, 1992, 1992,
    1992, 1992, 1992, 1992, 1992, 1992, 1992, 1992, 1992, 1992, 1992, 1992, 1992, 1992, 1992,
    1992, 1992, 1992, 1992, 1992, 1992, 1992, 1992, 1992, 1992, 1992,
  ]
  /// Keys of the cpuid= option.
  static let options: StaticString = """
    maxleaf\
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
    maxsubleaf\
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
    maxextleaf\
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
    maxphysaddr\
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
  static let optionsOffsets: InlineArray<845, UInt32> = [
    0, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7,
    7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7,
    7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7,
    7, 7, 7, 7, 7, 7, 7, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17,
    17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17,
    17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17,
    17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17,
    17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17,
    17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17,
    17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17,
    17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17,
    17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17,
    17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17,
    17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17,
    17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17,
    17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17,
    17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17,
    17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17,
    17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 27, 27, 27, 27,
    27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27,
    27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27,
    27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27,
    27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27,
    27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 38, 38, 38, 38, 38, 38, 38, 38, 38,
    38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38,
    38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38,
    38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38,
    38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38,
    38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38,
    38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38,
    38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38,
    38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38,
    38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38,
    38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38,
    38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38,
    38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38,
  ]
  /// In the order of `Field`.
  static let meanings: StaticString = """
    highest basic leaf that holds data\
    vendor name, characters 1-4\
    vendor name, characters 9-12\
    vendor name, characters 5-8 (EDX comes before ECX)\
    stepping of the core\
    low four bits of the model number\
    family when below 15; 15 means add the extended family\
    0 original part, 1 overdrive, 2 second of a dual; obsolete\
    high four bits of the model, used when the base family is 6 or 15\
    added to the base family when that is 15\
    index into an old table of brand names; 0 means not used\
    line flushed by CLFLUSH; valid with CLFLUSH\
    logical processor ids reserved in a package; valid with HTT (power-of-two room on Intel, exact count on AMD)\
    8-bit APIC id of the CPU that asks\
    L1 data cache can switch between adaptive and shared mode (BIOS choice)\
    serial number in leaf 3 is enabled\
    bit once used by IA-64 processors running x86 code\
    how often leaf 2 must be asked; always 1 on parts made since the Pentium Pro\
    descriptor byte 1\
    descriptor byte 2\
    descriptor byte 3\
    set: the bytes of EAX are to be ignored\
    descriptor byte 4\
    descriptor byte 5\
    descriptor byte 6\
    descriptor byte 7\
    set: the bytes of EBX are to be ignored\
    descriptor byte 8\
    descriptor byte 9\
    descriptor byte 10\
    descriptor byte 11\
    set: the bytes of ECX are to be ignored\
    descriptor byte 12\
    descriptor byte 13\
    descriptor byte 14\
    descriptor byte 15\
    set: the bytes of EDX are to be ignored\
    serial number word, Transmeta only\
    serial number word, Transmeta only\
    serial number bits 31:0; Pentium III only\
    serial number bits 63:32; Pentium III only (bits 95:64 are leaf 1 EAX)\
    0 ends the list, 1 data, 2 instruction, 3 unified\
    level counted from 1\
    needs no software initialisation\
    one set only\
    no meaning; Xen clears them\
    room for logical processor ids that share this cache, less one\
    room for core ids in the package, less one; the same in every subleaf, saturates at 63\
    coherency line, less one\
    line partitions, less one\
    ways, less one\
    sets, less one\
    WBINVD/INVD here need not reach lower levels of other threads\
    holds everything the lower levels hold\
    set is chosen by a hash, not by plain address bits\
    set on Knights Landing's L2 only; not described\
    smallest range watched by MONITOR; meaningful with MONITOR\
    largest range watched by MONITOR\
    ECX and EDX of this leaf are meaningful\
    MWAIT can treat masked interrupts as wake events\
    MWAIT may be used without an armed monitor\
    C0 sub-states reachable with MWAIT\
    C1 sub-states\
    C2 sub-states\
    C3 sub-states\
    C4 sub-states\
    C5 sub-states\
    C6 sub-states\
    C7 sub-states\
    on-die temperature can be read\
    opportunistic frequency is available and enabled\
    APIC timer keeps its rate in deep C-states (KVM sets it always; Xen: zero, toolstack key arat)\
    power-limit events\
    finer clock-modulation duty cycle\
    package temperature MSRs\
    hardware-controlled P-states: base MSRs\
    HWP interrupt control\
    HWP activity window field\
    HWP energy/performance hint field\
    HWP request for a whole package\
    HDC base registers\
    favoured-core turbo\
    interrupt when the highest performance level changes\
    HWP fields may be overridden out of band\
    per-field valid bits in the HWP request\
    low-latency HWP request MSR\
    hardware feedback table and MSRs\
    requests of idle logical processors can be ignored\
    HWP control MSR\
    per-class feedback (thread director)\
    hardware-feedback notification bit in the thermal interrupt MSR\
    programmable interrupt thresholds of the sensor\
    APERF/MPERF effective-frequency counters\
    second effective-frequency counter pair, early parts\
    ENERGY_PERF_BIAS MSR\
    number of thread-director classes\
    bit 0 performance, bit 1 efficiency; others reserved\
    size of the feedback table\
    row of this logical processor (differs per CPU)\
    highest subleaf of leaf 7\
    extra address width that BNDLDX/BNDSTX use in 64-bit mode; meaningful with MPX\
    AES key-locker instructions; leaf 0x19\
    remote atomic integer operations\
    HRESET clears branch and thread-director history; leaf 0x20\
    PBNDKB instruction (storage-encryption key binding)\
    MISC_ENABLE bit 22 (limit CPUID) no longer works\
    leaf 0x27 describes asymmetric resource monitoring\
    leaf 0x28 describes asymmetric resource allocation\
    legacy modes removed (withdrawn proposal)\
    64-bit start-up IPI (withdrawn proposal)\
    RDMSR/WRMSRNS with an immediate MSR number\
    user-mode timer events (UTMR)\
    URDMSR/UWRMSR user-mode MSR access\
    AVX10 converged vector set; leaf 0x24 gives its version\
    advanced performance extensions, foundation (XCR0 bit 19)\
    MWAIT presence reported apart from MONITOR\
    not affected by the MONITOR/UMONITOR power-down flaw\
    set on every Core 2 part; leaf 8 is otherwise empty\
    copy of the direct-cache-access capability MSR; bit 0 = enabled by firmware; meaningful with DCA\
    architectural performance monitoring version, 0 = none (Xen: zero unless vPMU; capped at 3)\
    general counters of a logical processor\
    width of a general counter\
    number of valid event bits in EBX\
    event absent when set: core cycles\
    event absent when set: instructions retired\
    event absent when set: reference cycles\
    event absent when set: last-level cache references\
    event absent when set: last-level cache misses\
    event absent when set: branches retired\
    event absent when set: mispredicted branches\
    event absent when set: top-down slots\
    event absent when set: back-end bound slots\
    event absent when set: bad speculation slots\
    event absent when set: front-end bound slots\
    event absent when set: retiring slots\
    event absent when set: LBR inserts\
    fixed counters present, version 5 and later\
    contiguous fixed counters\
    width of a fixed counter\
    set on Atom parts of the Bonnell and Silvermont lines; not described\
    AnyThread bit must not be used\
    slots per cycle for top-down formulas\
    shift that removes this level's id bits from the x2APIC id\
    logical processors at this level as shipped; not for counting ids\
    echo of the subleaf asked\
    0 none, 1 thread, 2 core\
    32-bit id of the CPU that asks; the same in every subleaf\
    x87 state\
    XMM and MXCSR state\
    upper halves of YMM\
    MPX bound registers\
    MPX configuration and status\
    AVX-512 mask registers\
    upper halves of ZMM0-15\
    ZMM16-31\
    user protection-key register\
    AMX tile configuration; goes with bit 18\
    AMX tile data; goes with bit 17\
    APX extended general registers\
    standard-format size for what XCR0 enables now\
    standard-format size if every XCR0 bit offered were enabled\
    lightweight-profiling state (XCR0 bit 62)\
    compact-format size for XCR0 and XSS as enabled now\
    trace state (XSS bit 8)\
    PASID MSR state (XSS bit 10)\
    user shadow-stack state; needs CET_SS or CET_IBT\
    supervisor shadow-stack state; needs CET_SS\
    hardware duty-cycling state (XSS bit 13)\
    user-interrupt state; needs UINTR\
    architectural LBR state; needs ARCH_LBR\
    HWP request state (XSS bit 16)\
    XSS bits 63:32; none assigned\
    size of this component\
    offset in the standard format; 0 for supervisor components\
    controlled by XSS rather than XCR0\
    starts on a 64-byte boundary in the compact format\
    can be disabled through XFD; needs XFD\
    highest monitoring id of the package; meaningful with PQM\
    subleaf 1 describes L3 monitoring\
    counter width above 24\
    bit 61 of the counter MSR reports overflow\
    devices take part in occupancy monitoring\
    devices take part in bandwidth monitoring\
    factor from counter value to bytes\
    highest id for L3\
    occupancy event\
    total bandwidth event\
    local bandwidth event\
    set on a few server parts; not described\
    L3 allocation; meaningful with PQE\
    L2 allocation\
    memory bandwidth allocation\
    cache bandwidth allocation (subleaf 5)\
    resource id 6, not publicly described; subleaf 6 exists\
    length of a capacity mask\
    mask units also used by other agents\
    devices take part in allocation\
    separate code and data masks\
    masks may have holes\
    highest class of service\
    largest throttle value\
    throttle applies per thread\
    throttle scale is linear\
    highest class of service\
    highest core throttle level\
    what a setting applies to\
    scale is linear\
    highest class of service\
    value of the undescribed resource\
    SGX1 leaf functions; meaningful with SGX\
    SGX2 leaf functions\
    ENCLV oversubscription leaves\
    ENCLS oversubscription leaves\
    EVERIFYREPORT2\
    EUPDATESVN\
    EDECCSSA\
    MISCSELECT bits an enclave may set (bit 0 EXINFO, bit 1 CPINFO)\
    largest enclave outside 64-bit mode\
    largest enclave in 64-bit mode\
    SECS attributes 31:0 an enclave may have (init, debug, mode64, provision key, token key, CET, KSS, AEX-notify)\
    SECS attributes 63:32\
    XCR0 31:0 bits an enclave may use; a subset of the guest's XCR0\
    XCR0 63:32 bits an enclave may use\
    0 ends the list, 1 an EPC section\
    section base, address bits 31:12\
    section base, address bits 51:32\
    protection properties of the section\
    section size, bits 31:12\
    section size, bits 51:32\
    highest subleaf of leaf 0x14; meaningful with PROC_TRACE\
    trace can be filtered by CR3\
    PSB frequency and cycle-accurate mode\
    address filtering and TraceStop; MSRs survive warm reset\
    MTC packets\
    PTWRITE\
    power-event trace\
    PSB and PMI state is preserved\
    event-trace packets\
    TNT packets can be switched off\
    table-of-physical-addresses output\
    tables may have many entries\
    one contiguous output region\
    output to a trace transport\
    addresses in packets are linear (CS base included)\
    address ranges for filtering\
    MTC period encodings\
    cycle-threshold encodings\
    PSB period encodings\
    TSC : crystal ratio, denominator; 0 = not given\
    TSC : crystal ratio, numerator\
    crystal frequency; 0 = look it up by model. The APIC timer runs from it\
    rated base frequency\
    rated top frequency\
    reference bus frequency\
    highest subleaf; below 3 means the leaf is absent\
    SoC vendor id\
    id is from an industry list rather than Intel's\
    project number given by the vendor\
    stepping within the project\
    SoC brand, 16 characters a subleaf: first four\
    second four\
    third four\
    last four\
    highest subleaf of leaf 0x18\
    holds 4 KiB pages\
    holds 2 MiB pages\
    holds 4 MiB pages\
    holds 1 GiB pages\
    0 = shared freely among threads\
    ways of associativity\
    number of sets (not less one)\
    0 invalid subleaf, 1 data, 2 instruction, 3 unified, 4 load only, 5 store only\
    level counted from 1\
    one set only\
    room for logical processor ids that share it, less one\
    kernel-only handle restriction\
    no-encrypt restriction\
    no-decrypt restriction\
    instructions enabled now: CR4.KL and firmware activation (mirror, differs in time)\
    wide AES key-locker instructions\
    wrapping-key backup MSRs\
    NoBackup parameter of LOADIWKEY\
    random wrapping key\
    microarchitecture number within the core type (differs per CPU)\
    0x20 Atom, 0x40 Core; differs per CPU; 0 when not hybrid\
    0 ends the list, 1 target ids; meaningful with PCONFIG\
    target id (1 = memory encryption)\
    target id\
    target id\
    depth 8*(n+1) is supported; meaningful with ARCH_LBR\
    records may be lost in C-states deeper than C1\
    addresses are linear (CS base included)\
    filter by privilege level\
    filter by branch type\
    call-stack mode\
    misprediction flag recorded\
    cycle count recorded\
    branch type recorded\
    counters whose events are logged\
    highest palette; 0 without AMX_TILE\
    bytes of all tiles; must equal the size of XCR0 component 18\
    bytes of one tile\
    bytes of a row\
    number of tiles\
    rows of a tile\
    highest subleaf of leaf 0x1e\
    rows or columns of the multiplier\
    column bytes of the multiplier\
    repeats AMX_INT8\
    repeats AMX_BF16\
    repeats AMX_COMPLEX\
    repeats AMX_FP16\
    tile 8-bit float multiply\
    tile transpose (withdrawn before products)\
    tile TF32 multiply\
    tile-to-vector moves\
    tile loads with read-shared hint\
    as leaf 0xb, with more level types\
    logical processors at this level\
    echo of the subleaf asked\
    0 none, 1 thread, 2 core, 3 module, 4 tile, 5 die, 6 die group\
    32-bit id of the CPU that asks\
    number of subleaves; meaningful with HRESET\
    HRESET may clear thread-director history\
    HRESET targets not assigned yet\
    highest subleaf of the TDX leaf, as the TDX module fills it\
    \"Inte\" in a TDX guest, zero elsewhere\
    four blanks in a TDX guest\
    \"lTDX\" in a TDX guest\
    subleaf 0 is valid; meaningful with ARCH_PERF_MON\
    subleaf 1 is valid\
    subleaf 2 is valid (auto counter reload)\
    subleaf 3 is valid\
    subleaf 4 is valid\
    subleaf 5 is valid\
    second unit mask in event select MSRs\
    equal-compare bit in event select MSRs\
    RDPMC can be denied to user mode per counter\
    slots per cycle for top-down formulas (differs per core type)\
    general counters present\
    fixed counters present\
    general counters that can be reloaded\
    fixed counters that can be reloaded\
    general counters that can cause a reload\
    fixed counters that can cause a reload\
    event: core cycles\
    event: instructions retired\
    event: reference cycles\
    event: last-level cache references\
    event: last-level cache misses\
    event: branches retired\
    event: mispredicted branches\
    event: top-down slots\
    event: back-end bound\
    event: bad speculation\
    event: front-end bound\
    event: retiring\
    event: LBR inserts\
    counters can be put in PEBS records by permission\
    record group: general counters\
    record group: fixed counters\
    record group: performance metrics\
    record group: LBR sizes\
    record group: extended registers\
    record group: general registers\
    record group: memory auxiliary data\
    general counters that do PEBS\
    general counters with precise distribution\
    fixed counters that do PEBS\
    fixed counters with precise distribution\
    highest subleaf of leaf 0x24; meaningful with AVX10\
    AVX10 version; zero without the AVX10 bit\
    128-bit vectors (now always set)\
    256-bit vectors (now always set)\
    512-bit vectors\
    AVX10.2 integer dot products\
    highest monitoring id for this core type\
    L3 monitoring described in subleaf 1\
    L3 allocation (subleaf 1)\
    L2 allocation (subleaf 2)\
    bandwidth allocation (subleaf 3)\
    cache bandwidth allocation (subleaf 5)\
    resource id 6, not publicly described\
    value of the undescribed resource\
    highest leaf of the first hypervisor range (Xen's low byte is the toolstack's choice)\
    hypervisor name, characters 1-4 (order b, c, d)\
    characters 5-8\
    characters 9-12\
    interface signature Hv#1 (also shown by Xen's Viridian and KVM's Hyper-V modes)\
    paravirtual clock, old MSRs\
    minor version\
    no I/O delays needed\
    paravirtual MMU (removed)\
    paravirtual clock, new MSRs\
    asynchronous page faults, exception form\
    stolen-time record\
    paravirtual end of interrupt\
    paravirtual spinlock kick\
    paravirtual TLB flush\
    asynchronous page faults may exit to a nested host\
    paravirtual interrupts between CPUs\
    guest controls host polling\
    directed yield hypercall\
    asynchronous page faults, interrupt form\
    15-bit interrupt destination ids\
    hypercall to change page encryption state\
    major version\
    guest can allow or forbid its migration\
    paravirtual clock is stable across CPUs\
    vCPUs are never preempted for long\
    build number of the hypervisor\
    hypercall pages; 1\
    major (31:16) and minor (15:0) version\
    first MSR of Xen (0x40000000, or 0x40000200 when Viridian owns the first range)\
    service pack\
    PV page-table update keeps accessed and dirty bits\
    service branch and number\
    MSR access rights of the partition (reference counter, SynIC, timers, APIC, hypercall, reset ...)\
    hypercall rights of the partition\
    power management features\
    debugging, XMM hypercall input, frequency MSRs, crash MSRs ...\
    TSC reads are emulated\
    host TSC is reliable\
    boot CPU has RDTSCP\
    tsc_mode of the domain\
    guest TSC frequency\
    number of migrations and restores\
    offset, low word\
    offset, high word\
    TSC to ns multiplier\
    TSC to ns shift, signed byte\
    host TSC frequency\
    what the guest should use for speed (flush hypercalls, APIC MSRs, enlightened VMCS ...)\
    APIC register accesses are virtualised by hardware\
    x2APIC accesses are virtualised by hardware\
    foreign and grant pages have IOMMU mappings\
    EBX holds the vCPU id\
    ECX holds the domain id\
    15-bit interrupt destination ids\
    event-channel upcall vector per vCPU\
    spins before a notify hypercall; all ones = never\
    id of the vCPU that asks\
    physical address bits implemented (6:0)\
    domain id; changes on migration\
    virtual processors supported\
    logical processors supported\
    machine address width for PV guests\
    physical interrupt vectors for remapping\
    hardware features in use by the hypervisor\
    CPU management features, root partition only\
    CPU management features, root partition only\
    shared virtual memory features, root partition only\
    shared virtual memory, second word\
    shared virtual memory, third word\
    nested virtualisation features (enlightened VMCS versions, flush, bitmap ...)\
    nested virtualisation features, second word\
    not described; seen in root partitions\
    highest leaf of the second hypervisor range (Xen moves there when Viridian owns the first)\
    highest extended leaf, as a full number 0x8000xxxx; smaller values mean no extended range\
    vendor name again, characters 1-4; zero on Intel\
    vendor name again, characters 9-12\
    vendor name again, characters 5-8\
    stepping again; on early AMD parts (K5, K6) the fields can differ from leaf 1\
    model again\
    family again (K5 to Athlon: leaf 1 family + 1)\
    type again, Transmeta\
    extended model again\
    extended family again\
    brand number, meaning depends on family and package\
    socket code; meaning depends on family\
    EFER.TCE limits what INVLPG-type instructions flush\
    six core counters at new MSR numbers\
    northbridge or data-fabric counters\
    streaming performance monitor, early family 15h documents\
    counter that runs at a fixed rate with performance sampling (size in 0x80000008 ECX)\
    L2 (family 16h) or L3 (17h+) counters\
    reserved for AMD extensions\
    AMD and compatible parts repeat FPU; zero on Intel\
    repeats VME\
    repeats DE\
    repeats PSE\
    repeats TSC\
    repeats MSR\
    repeats PAE\
    repeats MCE\
    repeats CX8\
    repeats APIC, dynamic in the same way\
    SYSCALL in the form of the first K6 parts\
    repeats MTRR\
    repeats PGE\
    repeats MCA\
    repeats CMOV\
    repeats PAT (on K6/K7 it stood for FCMOV)\
    repeats PSE36\
    reserved; set on a few early K8 parts\
    Athlon MP and early Opteron: fit for several sockets\
    repeats MMX\
    repeats FXSR\
    brand, characters 1-4 (NUL padded, little endian)\
    characters 5-8\
    characters 9-12\
    characters 13-16\
    characters 17-20\
    characters 21-24\
    characters 25-28\
    characters 29-32\
    characters 33-36\
    characters 37-40\
    characters 41-44\
    characters 45-48\
    L1 instruction TLB, 2M/4M pages (a 4M page takes two); zero on Intel\
    0xff full, 1 direct, else ways\
    L1 data TLB, 2M/4M pages\
    0xff full, 1 direct, else ways\
    L1 instruction TLB, 4K pages\
    0xff full, 1 direct, else ways\
    L1 data TLB, 4K pages\
    0xff full, 1 direct, else ways\
    L1 data line\
    lines per tag\
    0xff full, 1 direct, else ways\
    L1 data size\
    L1 instruction line\
    lines per tag\
    0xff full, 1 direct, else ways\
    L1 instruction size\
    L2 instruction TLB, 2M/4M pages; a zero upper half means a unified TLB\
    0 off, 1 direct, 2, 3=3, 4, 5=6, 6=8, 8=16, 9=see 0x8000001d, a=32, b=48, c=64, d=96, e=128, f=full\
    L2 data TLB, 2M/4M pages\
    same code\
    L2 instruction TLB, 4K pages\
    same code\
    L2 data TLB, 4K pages\
    same code\
    L2 line; the one register of this leaf that Intel fills too\
    L2 line, VIA layout\
    lines per tag\
    lines per tag, VIA layout (some models use 11:8)\
    same code\
    L2 size\
    ways, older VIA layout; newer parts follow AMD\
    size, older VIA layout; newer parts use 31:16\
    L3 line\
    lines per tag\
    same code; 9 sends the reader to 0x8000001d\
    lower bound of the L3 size\
    family 15h processor feedback: number of monitors\
    processor feedback version\
    longest time between two samples\
    machine-check overflow is not fatal by itself\
    software can contain uncorrectable errors\
    hardware-assert MSRs\
    scalable machine-check MSRs\
    platform-first error handling present\
    platform-first error handling is on for this CPU\
    ratio of the accumulated-power sample period to the TSC\
    on-die temperature sensor\
    PowerNow! frequency control\
    PowerNow! voltage control\
    THERMTRIP pin\
    throttling by hardware\
    throttling by software\
    multiplier moves in 100 MHz steps\
    processor feedback interface (withdrawn)\
    accumulated power MSRs\
    connected standby\
    RAPL energy MSRs\
    fast CPPC updates\
    physical address width; page-table bits above are reserved and fault\
    linear address width: 32, 48 with LM, 57 with LA57\
    width for guests that use nested paging; 0 = as the first byte. KVM fills it with what it can map\
    read-only instructions-retired MSR\
    INVLPGB and TLBSYNC broadcasts\
    RDPRU reads MPERF and APERF in user mode\
    bandwidth enforcement; leaf 0x80000020\
    MCOMMIT\
    LBR extension of family 17h (reserved again in newer manuals)\
    WBINVD and WBNOINVD can be interrupted\
    INVLPGB may act on nested translations\
    branch-sampling records of Zen3\
    threads in the package, less one\
    bits of the APIC id below the package; 0 = derive from the count\
    0 = 40, 1 = 48, 2 = 56, 3 = 64 bits\
    largest page count of one INVLPGB\
    highest RDPRU register number; meaningful with RDPRU\
    SVM revision; meaningful with SVM\
    number of address-space ids\
    page-modification logging\
    x2AVIC for more logical processors\
    nested paging\
    LBR virtualisation (migrates with the LBR contract)\
    SVM can be locked by firmware\
    next instruction address saved on exit\
    TSC ratio MSR\
    clean-field hints (Xen sets it whatever the host has)\
    flush by address-space id\
    decoded operands on exit\
    performance counters virtualised\
    documented as reserved\
    PAUSE exit counter\
    formerly encrypted microcode patch\
    PAUSE filter with a cycle threshold\
    virtual interrupt controller\
    VMLOAD and VMSAVE without exits\
    virtual global interrupt flag\
    guest-mode execute trap\
    AVIC in x2APIC mode\
    nested-paging checks for supervisor shadow stacks\
    guest SPEC_CTRL kept by hardware\
    guest page tables may be read-only in nested tables\
    host CR4.MCE applies in guest mode\
    INVLPGB/TLBSYNC intercepts\
    NMI virtualisation\
    instruction-based sampling virtualised\
    changed fault rules for extended LVT accesses under AVIC\
    guest VMCB addresses are checked (errata-free behaviour)\
    bus-lock exit threshold\
    HLT exits only when no interrupt waits\
    enhanced shutdown intercept\
    L1 instruction TLB, 1G pages; meaningful with PAGE1GB\
    code of 0x80000006\
    L1 data TLB, 1G pages\
    code of 0x80000006\
    L2 instruction TLB, 1G pages\
    code of 0x80000006\
    L2 data TLB, 1G pages\
    code of 0x80000006\
    128-bit SIMD data path\
    unaligned full moves beat half moves\
    256-bit SIMD data path\
    512-bit SIMD data path\
    rest of the leaf is meaningful; needs IBS\
    fetch sampling\
    op sampling\
    op counter can be read and written\
    counts dispatched ops as well as cycles\
    branch target recorded\
    seven more counter bits\
    invalid-address indication\
    fused-branch indication\
    extended fetch control MSR\
    fourth op data MSR\
    filter by L3 miss\
    filter by load latency\
    simplified data-cache status\
    profiling functions the OS has enabled (mirror of an MSR)\
    control block size\
    event record size\
    highest event number\
    offset of the first event interval\
    latency counter width\
    data address recorded on cache misses\
    latency rounding\
    version\
    smallest ring buffer\
    filter by prediction\
    filter by address\
    filter by cache level\
    filter by latency\
    profiling functions the hardware has (layout of EAX)\
    as leaf 4; meaningful with TOPOEXT\
    level counted from 1\
    needs no software initialisation\
    one set only\
    threads that share it, less one (a real count, not id room)\
    line, less one\
    partitions, less one\
    ways, less one\
    sets, less one\
    WBINVD/INVD here need not reach lower levels of other threads\
    holds everything the lower levels hold\
    32-bit id of the CPU that asks; meaningful with TOPOEXT\
    core number in the package (compute unit on family 15h); differs per CPU\
    threads of a core, less one\
    node (die) of this CPU\
    nodes in the package, less one\
    host memory encryption\
    encrypted guests\
    page-flush MSR\
    encrypted register state\
    nested-paging integrity\
    permission levels in a guest\
    RMPQUERY\
    supervisor shadow stack per permission level\
    TSC out of the host's reach\
    TSC_AUX switched by hardware\
    hardware keeps encrypted and plain lines coherent\
    encrypted guests need a 64-bit host\
    restricted injection\
    alternate injection\
    debug registers swapped for encrypted guests\
    host sampling can be forbidden\
    transparent encryption of a guest\
    VMGEXIT parameter feature\
    virtual top-of-memory MSR\
    sampling control in encrypted guests\
    counter control in encrypted guests\
    RMPREAD\
    guest-controlled intercepts\
    segmented reverse map table\
    saved registers are masked\
    sibling thread must idle\
    secure virtual interrupt controller\
    host can bound guest features\
    communication page MSR for a paravisor\
    MSRs for nested reverse-map operations\
    host may write pages in use\
    prediction barrier on guest entry\
    page-table bit that marks encrypted pages\
    physical address bits lost when encryption is on\
    permission levels\
    guests that can be encrypted at once\
    lowest id for a guest without encrypted state\
    memory bandwidth enforcement (subleaf 1)\
    slow-memory bandwidth enforcement (subleaf 2)\
    configurable bandwidth events (subleaf 3)\
    L3 range reservation\
    assignable bandwidth counters (subleaf 5)\
    allocation enforcement for injected I/O data\
    width of the limit\
    highest class of service\
    width of the limit\
    highest class of service\
    configurable events\
    local reads can be counted\
    remote reads\
    local non-temporal writes\
    remote non-temporal writes\
    local slow-memory reads\
    remote slow-memory reads\
    dirty victims to any memory\
    counter width above 24\
    overflow bit\
    highest assignable counter number\
    counters may follow classes of service\
    SMM paging registers can be locked\
    EFER.UAIE: upper pointer bits ignored\
    SMM_CTL MSR is gone\
    precise retire event on counter 2\
    prefetch control MSR\
    L2 TLB sizes of 0x80000006/19 are in units of 32\
    REP MOVSB/STOSB is fast for large sizes (AMD's own bit)\
    opcode 0F 01 /7 is reserved for AMD use\
    512-bit data path can be run at 256\
    workload feedback for the scheduler; leaf 0x80000027\
    enhanced return-address predictor security (size in EBX)\
    size of a microcode patch (Xen stores and then zeroes it for guests)\
    return predictor entries; meaningful with ERAPS\
    global control and status for counters; needs the core-counter bit\
    LBR stack\
    freeze on counter overflow\
    core counters\
    LBR stack entries\
    data-fabric counters\
    memory-controller counters\
    memory controllers that can be monitored\
    host multi-key encryption\
    keys available\
    smallest reverse-map segment\
    largest reverse-map segment\
    cacheable segment definitions\
    the count above is a hard limit\
    shift that removes this level's id bits\
    core ranking in EBX is valid\
    cores below this level differ in kind\
    instances of this level differ in size\
    threads at this level\
    static ranking of the core (differs per CPU)\
    core model number (differs per CPU)\
    0 performance, 1 efficiency (differs per CPU)\
    echo of the subleaf asked\
    0 none, 1 core, 2 complex, 3 die, 4 socket\
    32-bit id of the CPU that asks\
    workload classes the scheduler feedback knows\
    highest leaf of the Transmeta range\
    vendor name, first part\
    vendor name, third part\
    vendor name, second part\
    family, model, stepping in the layout of leaf 1\
    four-byte hardware revision\
    nominal frequency\
    recovery software is running\
    LongRun power management\
    LongRun table interface\
    revision id\
    code-morphing software revision\
    further revision part\
    information text, characters 1-4\
    information text, characters 5-8\
    information text, characters 9-12\
    information text, characters 13-16\
    information text, characters 17-20\
    information text, characters 21-24\
    information text, characters 25-28\
    information text, characters 29-32\
    information text, characters 33-36\
    information text, characters 37-40\
    information text, characters 41-44\
    information text, characters 45-48\
    information text, characters 49-52\
    information text, characters 53-56\
    information text, characters 57-60\
    information text, characters 61-64\
    frequency now; changes while running\
    voltage now; changes while running\
    performance level now; changes while running\
    gate delay now; changes while running\
    joke text on K8 to Zen parts, outside the advertised range\
    joke text\
    joke text\
    joke text\
    highest leaf of the Centaur and Zhaoxin range\
    family, model, stepping as leaf 1, with extra stepping bits\
    SM2 instructions (on VIA parts: alternate instruction set)\
    SM2 is on\
    hardware random numbers (XSTORE)\
    random numbers are on\
    SM3 and SM4 instructions (VIA: LongHaul control)\
    SM3 and SM4 are on\
    AES engine\
    AES engine is on\
    second AES engine\
    second AES engine is on\
    SHA-1 and SHA-256 engine\
    hash engine is on\
    Montgomery multiplier\
    Montgomery multiplier is on\
    automatic voltage adjustment\
    automatic voltage adjustment is on\
    third thermal monitor\
    third thermal monitor is on\
    second random number generator\
    second random number generator is on\
    SHA-384 and SHA-512 engine\
    SHA-384 and SHA-512 engine is on\
    modular exponentiation instructions\
    modular exponentiation is on\
    temperature and voltage status; changes while running\
    frequency and voltage status; changes while running\
    status word\
    status word\
    temperature reading; changes while running\
    current multiplier and voltage; changes while running\
    multiplier and voltage limits\

    """
  /// Where each text begins, and the end.
  static let meaningsOffsets: InlineArray<845, UInt32> = [
    0, 34, 61, 89, 139, 159, 192, 246, 304, 369, 409, 465, 508, 616, 650, 721, 755, 805, 881, 898,
    915, 932, 971, 988, 1005, 1022, 1039, 1078, 1095, 1112, 1130, 1148, 1187, 1205, 1223, 1241,
    1259, 1298, 1332, 1366, 1407, 1477, 1526, 1546, 1578, 1590, 1617, 1679, 1765, 1789, 1814,
    1828, 1842, 1903, 1941, 1991, 2038, 2096, 2128, 2167, 2215, 2257, 2291, 2304, 2317, 2330,
    2343, 2356, 2369, 2382, 2412, 2460, 2554, 2572, 2605, 2629, 2668, 2689, 2714, 2747, 2778,
    2796, 2815, 2867, 2907, 2946, 2973, 3005, 3055, 3070, 3106, 3169, 3216, 3256, 3308, 3328,
    3361, 3413, 3439, 3486, 3511, 3589, 3627, 3659, 3718, 3769, 3817, 3867, 3917, 3958, 3998,
    4040, 4069, 4103, 4158, 4215, 4257, 4309, 4360, 4456, 4547, 4586, 4612, 4645, 4679, 4722,
    4761, 4811, 4857, 4896, 4940, 4977, 5020, 5064, 5108, 5145, 5179, 5222, 5247, 5271, 5339,
    5369, 5406, 5464, 5529, 5554, 5578, 5635, 5644, 5663, 5682, 5701, 5729, 5751, 5774, 5782,
    5810, 5850, 5881, 5911, 5957, 6016, 6057, 6108, 6131, 6159, 6207, 6250, 6290, 6323, 6362,
    6392, 6421, 6443, 6501, 6535, 6585, 6623, 6680, 6713, 6735, 6777, 6818, 6859, 6893, 6910,
    6925, 6946, 6967, 7007, 7041, 7054, 7081, 7119, 7174, 7199, 7235, 7266, 7294, 7314, 7338,
    7360, 7387, 7411, 7435, 7462, 7487, 7502, 7526, 7559, 7599, 7618, 7647, 7676, 7690, 7700,
    7708, 7771, 7806, 7836, 7946, 7967, 8030, 8064, 8097, 8129, 8161, 8197, 8221, 8245, 8301,
    8329, 8366, 8422, 8433, 8440, 8457, 8487, 8506, 8537, 8571, 8599, 8627, 8654, 8704, 8732,
    8752, 8777, 8797, 8844, 8874, 8945, 8965, 8984, 9007, 9056, 9069, 9116, 9150, 9177, 9223,
    9234, 9244, 9253, 9281, 9298, 9315, 9332, 9349, 9380, 9401, 9430, 9508, 9528, 9540, 9594,
    9624, 9646, 9668, 9750, 9782, 9806, 9837, 9856, 9919, 9975, 10029, 10062, 10071, 10080, 10132,
    10178, 10217, 10242, 10263, 10278, 10305, 10325, 10345, 10377, 10412, 10472, 10489, 10503,
    10518, 10532, 10560, 10593, 10623, 10639, 10655, 10674, 10690, 10715, 10757, 10775, 10795,
    10827, 10861, 10893, 10918, 10980, 11010, 11053, 11093, 11124, 11183, 11220, 11246, 11267,
    11316, 11334, 11374, 11392, 11410, 11428, 11465, 11503, 11547, 11608, 11632, 11654, 11691,
    11726, 11766, 11804, 11822, 11849, 11872, 11906, 11936, 11959, 11987, 12008, 12029, 12051,
    12073, 12088, 12106, 12155, 12185, 12213, 12246, 12269, 12301, 12332, 12367, 12396, 12438,
    12465, 12505, 12556, 12597, 12629, 12661, 12676, 12704, 12744, 12780, 12805, 12830, 12862,
    12900, 12937, 12970, 13055, 13102, 13116, 13131, 13210, 13237, 13250, 13270, 13295, 13322,
    13362, 13380, 13408, 13433, 13454, 13504, 13539, 13566, 13590, 13630, 13662, 13703, 13716,
    13755, 13794, 13828, 13858, 13876, 13914, 13993, 14005, 14055, 14080, 14177, 14210, 14235,
    14297, 14319, 14339, 14358, 14380, 14399, 14432, 14448, 14465, 14485, 14513, 14531, 14618,
    14668, 14711, 14754, 14775, 14798, 14830, 14866, 14915, 14939, 14978, 15009, 15037, 15065,
    15100, 15140, 15182, 15226, 15270, 15321, 15355, 15388, 15465, 15508, 15546, 15636, 15725,
    15773, 15807, 15840, 15917, 15928, 15974, 15995, 16015, 16036, 16087, 16125, 16176, 16212,
    16247, 16304, 16388, 16425, 16452, 16502, 16513, 16523, 16534, 16545, 16556, 16567, 16578,
    16589, 16626, 16667, 16679, 16690, 16701, 16713, 16754, 16767, 16804, 16856, 16867, 16879,
    16928, 16942, 16957, 16973, 16989, 17005, 17021, 17037, 17053, 17069, 17085, 17101, 17169,
    17199, 17223, 17253, 17281, 17311, 17332, 17362, 17374, 17387, 17417, 17429, 17448, 17461,
    17491, 17510, 17580, 17679, 17703, 17712, 17740, 17749, 17770, 17779, 17838, 17857, 17870,
    17918, 17927, 17934, 17980, 18025, 18032, 18045, 18088, 18114, 18163, 18189, 18221, 18266,
    18307, 18327, 18354, 18391, 18439, 18494, 18519, 18546, 18571, 18584, 18606, 18628, 18661,
    18701, 18723, 18740, 18756, 18773, 18841, 18891, 18988, 19022, 19052, 19092, 19130, 19137,
    19198, 19236, 19274, 19305, 19337, 19401, 19436, 19469, 19521, 19554, 19581, 19606, 19640,
    19653, 19704, 19733, 19771, 19784, 19837, 19862, 19886, 19918, 19940, 19958, 19992, 20027,
    20055, 20086, 20115, 20138, 20157, 20206, 20238, 20289, 20323, 20349, 20367, 20405, 20461,
    20517, 20540, 20578, 20605, 20658, 20676, 20697, 20715, 20743, 20761, 20782, 20800, 20822,
    20858, 20880, 20902, 20943, 20957, 20968, 21002, 21041, 21063, 21086, 21112, 21135, 21161,
    21179, 21196, 21218, 21246, 21303, 21321, 21338, 21358, 21392, 21413, 21450, 21466, 21473,
    21493, 21513, 21530, 21551, 21568, 21620, 21654, 21674, 21706, 21718, 21777, 21791, 21811,
    21825, 21839, 21900, 21938, 21993, 22065, 22092, 22114, 22144, 22166, 22182, 22196, 22220,
    22243, 22271, 22279, 22323, 22350, 22378, 22427, 22462, 22482, 22501, 22545, 22575, 22608,
    22633, 22658, 22694, 22729, 22736, 22763, 22790, 22816, 22840, 22875, 22904, 22942, 22980,
    23007, 23040, 23081, 23129, 23146, 23182, 23227, 23267, 23312, 23353, 23373, 23414, 23458,
    23476, 23500, 23518, 23542, 23561, 23587, 23599, 23624, 23650, 23673, 23697, 23724, 23746,
    23758, 23791, 23829, 23863, 23900, 23919, 23952, 23972, 24020, 24075, 24114, 24149, 24201,
    24257, 24325, 24372, 24438, 24447, 24473, 24486, 24503, 24523, 24549, 24589, 24614, 24628,
    24656, 24683, 24712, 24743, 24782, 24810, 24847, 24885, 24906, 24950, 24985, 25030, 25055,
    25097, 25127, 25172, 25207, 25230, 25253, 25277, 25324, 25351, 25368, 25396, 25420, 25443,
    25454, 25485, 25506, 25538, 25570, 25603, 25637, 25671, 25705, 25739, 25773, 25807, 25841,
    25875, 25909, 25943, 25977, 26011, 26045, 26081, 26115, 26159, 26196, 26254, 26263, 26272,
    26281, 26326, 26385, 26443, 26452, 26484, 26505, 26553, 26571, 26581, 26597, 26614, 26637,
    26661, 26678, 26699, 26726, 26754, 26788, 26809, 26836, 26866, 26902, 26928, 26960, 26995,
    27023, 27076, 27127, 27138, 27149, 27191, 27244, 27273,
  ]
}

enum MSRFieldText {
  /// In the order of `MSRField`.
  static let names: StaticString = """
    featureControlLock\
    featureControlVmxInSmx\
    featureControlVmxOutsideSmx\
    featureControlSenterLocals\
    featureControlSenter\
    featureControlSgxLaunchControl\
    featureControlSgx\
    featureControlLmce\
    microcodeRevision\
    platformInfoMaxNonTurboRatio\
    platformInfoProgrammableTurbo\
    platformInfoProgrammableTdp\
    platformInfoProgrammableTjOffset\
    platformInfoCpuidFaulting\
    platformInfoLowPowerMode\
    platformInfoMaxEfficiencyRatio\
    coreCapsStlbQos\
    coreCapsFusa\
    coreCapsRsmCpl0Only\
    coreCapsUcLockGp\
    coreCapsSplitLockDetect\
    coreCapsSnoopFilterQos\
    coreCapsUcStoreThrottle\
    archCapabilities\
    tsxForceAbortRtm\
    tsxForceAbortCpuidClear\
    tsxForceAbortSdvEnable\
    tsxCtrlRtmDisable\
    tsxCtrlCpuidClear\
    cpuidMaskV2Leaf1\
    cpuidMaskV2Extended1\
    cpuidMaskV3Leaf1\
    cpuidMaskV3Extended1\
    cpuidMaskV3LeafD1\
    miscFeaturesCpuidFault\
    miscFeaturesMonitorFault\
    miscEnableFastStrings\
    miscEnableThermalControl\
    miscEnablePerfmonAvailable\
    miscEnableBtsUnavailable\
    miscEnablePebsUnavailable\
    miscEnableSpeedStep\
    miscEnableMonitor\
    miscEnableLimitCpuid\
    miscEnableXtprDisable\
    miscEnableXdDisable\
    miscEnableTurboDisable\
    perfCapLbrFormat\
    perfCapPebsTrap\
    perfCapPebsArchRegs\
    perfCapPebsFormat\
    perfCapFreezeWhileSmm\
    perfCapFullWidthWrite\
    perfCapPebsBaseline\
    perfCapMetrics\
    perfCapPebsOutputPt\
    perfCapPebsTimed\
    cpuidMaskV1Leaf1\
    vmxBasicRevision\
    vmxBasicVmcsSize\
    vmxBasicPhys32\
    vmxBasicDualMonitor\
    vmxBasicMemoryType\
    vmxBasicInsOutsInfo\
    vmxBasicTrueControls\
    vmxBasicHardwareExceptionNoErrorCode\
    vmxBasicNestedException\
    vmxPinMustBeOne\
    vmxPinExternalInterruptExit\
    vmxPinDefaultOnes1\
    vmxPinNmiExit\
    vmxPinDefaultOnes4\
    vmxPinVirtualNmis\
    vmxPinPreemptionTimer\
    vmxPinPostedInterrupts\
    vmxProcMustBeOne\
    vmxProcDefaultOnes1\
    vmxProcInterruptWindowExit\
    vmxProcTscOffsetting\
    vmxProcDefaultOnes4\
    vmxProcHltExit\
    vmxProcDefaultOnes8\
    vmxProcInvlpgExit\
    vmxProcMwaitExit\
    vmxProcRdpmcExit\
    vmxProcRdtscExit\
    vmxProcDefaultOnes13\
    vmxProcCr3LoadExit\
    vmxProcCr3StoreExit\
    vmxProcTertiaryControls\
    vmxProcCr8LoadExit\
    vmxProcCr8StoreExit\
    vmxProcTprShadow\
    vmxProcNmiWindowExit\
    vmxProcMovDrExit\
    vmxProcUnconditionalIoExit\
    vmxProcIoBitmaps\
    vmxProcDefaultOnes26\
    vmxProcMonitorTrapFlag\
    vmxProcMsrBitmaps\
    vmxProcMonitorExit\
    vmxProcPauseExit\
    vmxProcSecondaryControls\
    vmxExitMustBeOne\
    vmxExitDefaultOnes0\
    vmxExitSaveDebugControls\
    vmxExitDefaultOnes3\
    vmxExitHost64Bit\
    vmxExitDefaultOnes10\
    vmxExitLoadPerfGlobalCtrl\
    vmxExitDefaultOnes13\
    vmxExitAcknowledgeInterrupt\
    vmxExitDefaultOnes16\
    vmxExitSavePat\
    vmxExitLoadPat\
    vmxExitSaveEfer\
    vmxExitLoadEfer\
    vmxExitSavePreemptionTimer\
    vmxExitClearBndcfgs\
    vmxExitConcealFromPt\
    vmxExitClearRtitCtl\
    vmxExitClearLbrCtl\
    vmxExitClearUinv\
    vmxExitLoadCetState\
    vmxExitLoadPkrs\
    vmxExitSavePerfGlobalCtrl\
    vmxExitSecondaryControls\
    vmxEntryMustBeOne\
    vmxEntryDefaultOnes0\
    vmxEntryLoadDebugControls\
    vmxEntryDefaultOnes3\
    vmxEntryGuest64Bit\
    vmxEntryEntryToSmm\
    vmxEntryDeactivateDualMonitor\
    vmxEntryDefaultOnes12\
    vmxEntryLoadPerfGlobalCtrl\
    vmxEntryLoadPat\
    vmxEntryLoadEfer\
    vmxEntryLoadBndcfgs\
    vmxEntryConcealFromPt\
    vmxEntryLoadRtitCtl\
    vmxEntryLoadUinv\
    vmxEntryLoadCetState\
    vmxEntryLoadLbrCtl\
    vmxEntryLoadPkrs\
    vmxEntryLoadFred\
    vmxMiscPreemptionShift\
    vmxMiscSaveLma\
    vmxMiscActivityHlt\
    vmxMiscActivityShutdown\
    vmxMiscActivityWaitSipi\
    vmxMiscPtInVmx\
    vmxMiscSmbaseRead\
    vmxMiscCr3Targets\
    vmxMiscMsrListMax\
    vmxMiscSmmBlock\
    vmxMiscVmwriteAny\
    vmxMiscZeroLengthInjection\
    vmxMiscMsegRevision\
    vmxCr0Fixed0\
    vmxCr0Fixed1\
    vmxCr4Fixed0\
    vmxCr4Fixed1\
    vmxVmcsEnumMax\
    vmxProc2MustBeOne\
    vmxProc2VirtualApicAccesses\
    vmxProc2Ept\
    vmxProc2DescriptorExit\
    vmxProc2Rdtscp\
    vmxProc2VirtualX2Apic\
    vmxProc2Vpid\
    vmxProc2WbinvdExit\
    vmxProc2UnrestrictedGuest\
    vmxProc2ApicRegisterVirtualization\
    vmxProc2VirtualInterruptDelivery\
    vmxProc2PauseLoopExit\
    vmxProc2RdrandExit\
    vmxProc2Invpcid\
    vmxProc2VmFunctions\
    vmxProc2ShadowVmcs\
    vmxProc2EnclsExit\
    vmxProc2RdseedExit\
    vmxProc2PageModificationLog\
    vmxProc2EptViolationVe\
    vmxProc2ConcealFromPt\
    vmxProc2Xsaves\
    vmxProc2PasidTranslation\
    vmxProc2ModeBasedExecute\
    vmxProc2SubPageWrite\
    vmxProc2PtGuestPhysical\
    vmxProc2TscScaling\
    vmxProc2UserWaitPause\
    vmxProc2Pconfig\
    vmxProc2EnclvExit\
    vmxProc2BusLockExit\
    vmxProc2InstructionTimeout\
    vmxEptExecuteOnly\
    vmxEptPageWalk4\
    vmxEptPageWalk5\
    vmxEptUncacheable\
    vmxEptWriteBack\
    vmxEpt2M\
    vmxEpt1G\
    vmxInvept\
    vmxEptAccessedDirty\
    vmxEptAdvancedExitInfo\
    vmxEptSupervisorShadowStack\
    vmxInveptSingle\
    vmxInveptAll\
    vmxInvvpid\
    vmxInvvpidAddress\
    vmxInvvpidSingle\
    vmxInvvpidAll\
    vmxInvvpidSingleKeepGlobals\
    vmxHlatPrefixMax\
    trueVmxPinMustBeOne\
    trueVmxPinExternalInterruptExit\
    trueVmxPinDefaultOnes1\
    trueVmxPinNmiExit\
    trueVmxPinDefaultOnes4\
    trueVmxPinVirtualNmis\
    trueVmxPinPreemptionTimer\
    trueVmxPinPostedInterrupts\
    trueVmxProcMustBeOne\
    trueVmxProcDefaultOnes1\
    trueVmxProcInterruptWindowExit\
    trueVmxProcTscOffsetting\
    trueVmxProcDefaultOnes4\
    trueVmxProcHltExit\
    trueVmxProcDefaultOnes8\
    trueVmxProcInvlpgExit\
    trueVmxProcMwaitExit\
    trueVmxProcRdpmcExit\
    trueVmxProcRdtscExit\
    trueVmxProcDefaultOnes13\
    trueVmxProcCr3LoadExit\
    trueVmxProcCr3StoreExit\
    trueVmxProcTertiaryControls\
    trueVmxProcCr8LoadExit\
    trueVmxProcCr8StoreExit\
    trueVmxProcTprShadow\
    trueVmxProcNmiWindowExit\
    trueVmxProcMovDrExit\
    trueVmxProcUnconditionalIoExit\
    trueVmxProcIoBitmaps\
    trueVmxProcDefaultOnes26\
    trueVmxProcMonitorTrapFlag\
    trueVmxProcMsrBitmaps\
    trueVmxProcMonitorExit\
    trueVmxProcPauseExit\
    trueVmxProcSecondaryControls\
    trueVmxExitMustBeOne\
    trueVmxExitDefaultOnes0\
    trueVmxExitSaveDebugControls\
    trueVmxExitDefaultOnes3\
    trueVmxExitHost64Bit\
    trueVmxExitDefaultOnes10\
    trueVmxExitLoadPerfGlobalCtrl\
    trueVmxExitDefaultOnes13\
    trueVmxExitAcknowledgeInterrupt\
    trueVmxExitDefaultOnes16\
    trueVmxExitSavePat\
    trueVmxExitLoadPat\
    trueVmxExitSaveEfer\
    trueVmxExitLoadEfer\
    trueVmxExitSavePreemptionTimer\
    trueVmxExitClearBndcfgs\
    trueVmxExitConcealFromPt\
    trueVmxExitClearRtitCtl\
    trueVmxExitClearLbrCtl\
    trueVmxExitClearUinv\
    trueVmxExitLoadCetState\
    trueVmxExitLoadPkrs\
    trueVmxExitSavePerfGlobalCtrl\
    trueVmxExitSecondaryControls\
    trueVmxEntryMustBeOne\
    trueVmxEntryDefaultOnes0\
    trueVmxEntryLoadDebugControls\
    trueVmxEntryDefaultOnes3\
    trueVmxEntryGuest64Bit\
    trueVmxEntryEntryToSmm\
    trueVmxEntryDeactivateDualMonitor\
    trueVmxEntryDefaultOnes12\
    trueVmxEntryLoadPerfGlobalCtrl\
    trueVmxEntryLoadPat\
    trueVmxEntryLoadEfer\
    trueVmxEntryLoadBndcfgs\
    trueVmxEntryConcealFromPt\
    trueVmxEntryLoadRtitCtl\
    trueVmxEntryLoadUinv\
    trueVmxEntryLoadCetState\
    trueVmxEntryLoadLbrCtl\
    trueVmxEntryLoadPkrs\
    trueVmxEntryLoadFred\
    vmxFunctionEptpSwitch\
    vmxFunctionsOther\
    vmxProc3LoadIwkeyExit\
    vmxProc3Hlat\
    vmxProc3EptPagingWrite\
    vmxProc3GuestPagingVerification\
    vmxProc3IpiVirtualization\
    vmxProc3VirtualSpecCtrl\
    vmxExit2SaveFred\
    vmxExit2LoadFred\
    vmxExit2SaveSpecCtrl\
    vmxExit2PrematurelyBusyShadowStack\
    vmxExit2Other\
    xss\
    tscRatioFraction\
    tscRatioInteger\
    hwcrTlbCacheDisable\
    hwcrInvdToWbinvd\
    hwcrFFDisable\
    hwcrIgnneEmulation\
    hwcrMonitorMwaitDisable\
    hwcrMonitorMwaitUserEnable\
    hwcrMcStatusWriteEnable\
    hwcrTscFrequencySelect\
    hwcrBoostDisable\
    hwcrEffectiveFrequencyLock\
    hwcrInstructionsRetiredEnable\
    hwcrSmmPageLock\
    hwcrCpuidUserDisable\
    vmCrLock\
    vmCrSvmDisable\
    cpuidOverrideLeaf7\
    cpuidOverrideLeaf6\
    cpuidOverrideLeaf1\
    cpuidOverrideExtended1\
    deCfgLfenceSerialize\
    deCfgZen2Fp9\
    bpCfgSpecReduce\
    bpCfgSharedBtbFix\

    """
  /// Where each text begins, and the end.
  static let namesOffsets: InlineArray<334, UInt32> = [
    0, 18, 40, 67, 93, 113, 143, 160, 178, 195, 223, 252, 279, 311, 336, 360, 390, 405, 417, 436,
    452, 475, 497, 520, 536, 552, 575, 597, 614, 631, 647, 667, 683, 703, 720, 742, 766, 787, 811,
    837, 861, 886, 905, 922, 942, 963, 982, 1004, 1020, 1035, 1054, 1071, 1092, 1113, 1132, 1146,
    1165, 1181, 1197, 1213, 1229, 1243, 1262, 1280, 1299, 1319, 1355, 1378, 1393, 1420, 1438,
    1451, 1469, 1486, 1507, 1529, 1545, 1564, 1590, 1610, 1629, 1643, 1662, 1679, 1695, 1711,
    1727, 1747, 1765, 1784, 1807, 1825, 1844, 1860, 1880, 1896, 1922, 1938, 1958, 1980, 1997,
    2015, 2031, 2055, 2071, 2090, 2114, 2133, 2149, 2169, 2194, 2214, 2241, 2261, 2275, 2289,
    2304, 2319, 2345, 2364, 2384, 2403, 2421, 2437, 2456, 2471, 2496, 2520, 2537, 2557, 2582,
    2602, 2620, 2638, 2667, 2688, 2714, 2729, 2745, 2764, 2785, 2804, 2820, 2840, 2858, 2874,
    2890, 2912, 2926, 2944, 2967, 2990, 3004, 3021, 3038, 3055, 3070, 3087, 3113, 3132, 3144,
    3156, 3168, 3180, 3194, 3211, 3238, 3249, 3271, 3285, 3306, 3318, 3336, 3361, 3395, 3427,
    3448, 3466, 3481, 3500, 3518, 3535, 3553, 3580, 3602, 3623, 3637, 3661, 3685, 3705, 3728,
    3746, 3767, 3782, 3799, 3818, 3844, 3861, 3876, 3891, 3908, 3923, 3931, 3939, 3948, 3967,
    3989, 4016, 4031, 4043, 4053, 4070, 4086, 4099, 4126, 4142, 4161, 4192, 4214, 4231, 4253,
    4274, 4299, 4325, 4345, 4368, 4398, 4422, 4445, 4463, 4486, 4507, 4527, 4547, 4567, 4591,
    4613, 4636, 4663, 4685, 4708, 4728, 4752, 4772, 4802, 4822, 4846, 4872, 4893, 4915, 4935,
    4963, 4983, 5006, 5034, 5057, 5077, 5101, 5130, 5154, 5185, 5209, 5227, 5245, 5264, 5283,
    5313, 5336, 5360, 5383, 5405, 5425, 5448, 5467, 5496, 5524, 5545, 5569, 5598, 5622, 5644,
    5666, 5699, 5724, 5754, 5773, 5793, 5816, 5841, 5864, 5884, 5908, 5930, 5950, 5970, 5991,
    6008, 6029, 6041, 6063, 6094, 6119, 6142, 6158, 6174, 6194, 6228, 6241, 6244, 6260, 6275,
    6294, 6310, 6323, 6341, 6364, 6390, 6413, 6435, 6451, 6477, 6506, 6521, 6541, 6549, 6563,
    6581, 6599, 6617, 6639, 6659, 6671, 6686, 6703,
  ]
  /// In the order of `MSRField`.
  static let meanings: StaticString = """
    locked: further writes fault until reset\
    VMXON inside SMX\
    VMXON outside SMX; follows VMX\
    GETSEC SENTER function enables\
    GETSEC SENTER enable\
    launch-key MSRs writable; follows SGX_LC\
    SGX enable; follows SGX\
    local machine checks; follows MCG_CAP.LMCE_P\
    loaded microcode (upper half on Intel, lower half on AMD); KVM lets the VMM choose it\
    base ratio; zero for guests\
    turbo ratio limits writable\
    turbo power limits writable\
    temperature target offset writable\
    CPUID faulting can be switched on in MSR 0x140; emulable, so HVM max sets it always\
    low power mode\
    lowest efficient ratio\
    second-level TLB quality of service; MSR readable with CORE_CAPS\
    functional-safety MSRs\
    RSM only at CPL 0\
    uncacheable locked access can raise #GP\
    split-lock access can raise #AC (MSR 0x33 bit 29)\
    snoop filter quality of service\
    uncacheable stores can be throttled\
    feature bits are rows of words 16 (low) and 17 (high); readable only with ARCH_CAPS. Bits that no feature names are zero\
    transactions abort; MSR exists with TSX_FORCE_ABORT\
    hides HLE and RTM in leaf 7\
    development mode that enables RTM\
    transactions abort at once; MSR exists with TSX_CTRL\
    hides HLE and RTM in leaf 7: raw policy depends on it\
    CPUID masking: leaf 1 masks, Nehalem and Westmere; a value other than all ones means raw is not silicon\
    CPUID masking: leaf 0x80000001 masks, Nehalem and Westmere; a value other than all ones means raw is not silicon\
    CPUID masking: leaf 1 masks, Sandy Bridge; a value other than all ones means raw is not silicon\
    CPUID masking: leaf 0x80000001 masks, Sandy Bridge; a value other than all ones means raw is not silicon\
    CPUID masking: leaf 0xd subleaf 1 EAX mask, Sandy Bridge; a value other than all ones means raw is not silicon\
    CPUID above CPL 0 faults; writable only when 0xce bit 31 is offered\
    MONITOR/MWAIT at CPL 3 raises #UD (Knights parts: enables it)\
    fast REP strings; 0 makes ERMS meaningless (Xen clears ERMS)\
    automatic thermal control\
    performance monitoring present; 0 goes with leaf 0xa zero\
    branch trace store absent; reads 1 for guests without DS\
    PEBS absent; reads 1 for guests without it\
    gates the EIST bit\
    gates the MONITOR bit of leaf 1\
    limits the basic maximum to 2 or 3: must be clear when the raw policy is read\
    gates XTPR\
    hides NX in 0x80000001 EDX: must be clear when the raw policy is read\
    hides turbo in leaf 6 EAX bit 1\
    layout of LBR records (0-7, 0x3f architectural); zero unless LBR is offered; MSR readable with PDCM\
    PEBS is trap-like\
    PEBS saves all architectural registers\
    PEBS record layout\
    counters can stop in SMM\
    full-width counter write aliases at 0x4c1\
    adaptive PEBS\
    top-down metrics MSR\
    PEBS records can go to processor trace\
    timed PEBS (cycle counts in records)\
    CPUID masking: leaf 1 ECX and EDX masks, Core 2 late steppings; a value other than all ones means raw is not silicon\
    VMCS revision; a VMCS image is only good for this value\
    VMCS region size (at most 4096)\
    VMX structures limited to 32-bit addresses; 0 on 64-bit parts\
    dual-monitor treatment of SMM\
    memory type for VMCS access, 6 = write-back\
    INS/OUTS exit information\
    the true control MSRs 0x48d-0x490 exist\
    any exception may be injected without error code\
    nested-exception support with FRED\
    allowed-0 half: a set bit means the control must be 1. Bits a host insists on cannot be dropped\
    allowed-1 half, control bit 0: exit on external interrupt\
    allowed-1 half of reserved control bits 1-2: 1 on every part, kept 1 by software that does not know them\
    allowed-1 half, control bit 3: exit on NMI\
    allowed-1 half of reserved control bits 4-4: 1 on every part, kept 1 by software that does not know them\
    allowed-1 half, control bit 5: virtual NMIs\
    allowed-1 half, control bit 6: VMX preemption timer\
    allowed-1 half, control bit 7: posted interrupts\
    allowed-0 half: a set bit means the control must be 1. Bits a host insists on cannot be dropped\
    allowed-1 half of reserved control bits 1-1: 1 on every part, kept 1 by software that does not know them\
    allowed-1 half, control bit 2: interrupt-window exit\
    allowed-1 half, control bit 3: TSC offset\
    allowed-1 half of reserved control bits 4-6: 1 on every part, kept 1 by software that does not know them\
    allowed-1 half, control bit 7: exit on HLT\
    allowed-1 half of reserved control bits 8-8: 1 on every part, kept 1 by software that does not know them\
    allowed-1 half, control bit 9: exit on INVLPG\
    allowed-1 half, control bit 10: exit on MWAIT\
    allowed-1 half, control bit 11: exit on RDPMC\
    allowed-1 half, control bit 12: exit on RDTSC\
    allowed-1 half of reserved control bits 13-14: 1 on every part, kept 1 by software that does not know them\
    allowed-1 half, control bit 15: exit on MOV to CR3\
    allowed-1 half, control bit 16: exit on MOV from CR3\
    allowed-1 half, control bit 17: tertiary controls (MSR 0x492)\
    allowed-1 half, control bit 19: exit on MOV to CR8\
    allowed-1 half, control bit 20: exit on MOV from CR8\
    allowed-1 half, control bit 21: TPR shadow\
    allowed-1 half, control bit 22: NMI-window exit\
    allowed-1 half, control bit 23: exit on MOV DR\
    allowed-1 half, control bit 24: exit on every I/O instruction\
    allowed-1 half, control bit 25: I/O bitmaps\
    allowed-1 half of reserved control bits 26-26: 1 on every part, kept 1 by software that does not know them\
    allowed-1 half, control bit 27: single-step exits\
    allowed-1 half, control bit 28: MSR bitmaps\
    allowed-1 half, control bit 29: exit on MONITOR\
    allowed-1 half, control bit 30: exit on PAUSE\
    allowed-1 half, control bit 31: secondary controls (MSR 0x48b)\
    allowed-0 half: a set bit means the control must be 1. Bits a host insists on cannot be dropped\
    allowed-1 half of reserved control bits 0-1: 1 on every part, kept 1 by software that does not know them\
    allowed-1 half, control bit 2: save DR7 and DEBUGCTL\
    allowed-1 half of reserved control bits 3-8: 1 on every part, kept 1 by software that does not know them\
    allowed-1 half, control bit 9: host runs in 64-bit mode\
    allowed-1 half of reserved control bits 10-11: 1 on every part, kept 1 by software that does not know them\
    allowed-1 half, control bit 12: load PERF_GLOBAL_CTRL\
    allowed-1 half of reserved control bits 13-14: 1 on every part, kept 1 by software that does not know them\
    allowed-1 half, control bit 15: acknowledge interrupt on exit\
    allowed-1 half of reserved control bits 16-17: 1 on every part, kept 1 by software that does not know them\
    allowed-1 half, control bit 18: save PAT\
    allowed-1 half, control bit 19: load PAT\
    allowed-1 half, control bit 20: save EFER\
    allowed-1 half, control bit 21: load EFER\
    allowed-1 half, control bit 22: save preemption timer\
    allowed-1 half, control bit 23: clear BNDCFGS\
    allowed-1 half, control bit 24: no trace packets about VMX\
    allowed-1 half, control bit 25: clear trace control\
    allowed-1 half, control bit 26: clear LBR control\
    allowed-1 half, control bit 27: clear user-interrupt vector\
    allowed-1 half, control bit 28: load CET state\
    allowed-1 half, control bit 29: load PKRS\
    allowed-1 half, control bit 30: save PERF_GLOBAL_CTRL\
    allowed-1 half, control bit 31: secondary exit controls (MSR 0x493)\
    allowed-0 half: a set bit means the control must be 1. Bits a host insists on cannot be dropped\
    allowed-1 half of reserved control bits 0-1: 1 on every part, kept 1 by software that does not know them\
    allowed-1 half, control bit 2: load DR7 and DEBUGCTL\
    allowed-1 half of reserved control bits 3-8: 1 on every part, kept 1 by software that does not know them\
    allowed-1 half, control bit 9: guest runs in 64-bit mode\
    allowed-1 half, control bit 10: enter SMM\
    allowed-1 half, control bit 11: leave dual-monitor treatment\
    allowed-1 half of reserved control bits 12-12: 1 on every part, kept 1 by software that does not know them\
    allowed-1 half, control bit 13: load PERF_GLOBAL_CTRL\
    allowed-1 half, control bit 14: load PAT\
    allowed-1 half, control bit 15: load EFER\
    allowed-1 half, control bit 16: load BNDCFGS\
    allowed-1 half, control bit 17: no trace packets about VMX\
    allowed-1 half, control bit 18: load trace control\
    allowed-1 half, control bit 19: load user-interrupt vector\
    allowed-1 half, control bit 20: load CET state\
    allowed-1 half, control bit 21: load LBR control\
    allowed-1 half, control bit 22: load PKRS\
    allowed-1 half, control bit 23: load FRED state\
    preemption timer counts down each 2^n TSC cycles\
    exit stores EFER.LMA into the entry control\
    HLT activity state\
    shutdown activity state\
    wait-for-SIPI activity state\
    processor trace usable in VMX operation\
    SMBASE readable in SMM\
    CR3-target values\
    recommended MSR list length: 512*(n+1)\
    SMIs can be blocked by VMXOFF\
    VMWRITE to read-only exit fields\
    instruction length 0 may be injected\
    revision for the SMM monitor\
    CR0 bits that must be 1 in VMX operation\
    CR0 bits that may be 1\
    CR4 bits that must be 1 in VMX operation\
    CR4 bits that may be 1; KVM computes it from the guest CPUID\
    highest VMCS field index\
    allowed-0 half: a set bit means the control must be 1. Bits a host insists on cannot be dropped\
    allowed-1 half, control bit 0: virtualised APIC page\
    allowed-1 half, control bit 1: extended page tables\
    allowed-1 half, control bit 2: exit on descriptor-table access\
    allowed-1 half, control bit 3: RDTSCP usable in the guest\
    allowed-1 half, control bit 4: virtualised x2APIC mode\
    allowed-1 half, control bit 5: virtual processor ids\
    allowed-1 half, control bit 6: exit on WBINVD\
    allowed-1 half, control bit 7: real mode and unpaged guests\
    allowed-1 half, control bit 8: APIC registers virtualised\
    allowed-1 half, control bit 9: virtual interrupt delivery\
    allowed-1 half, control bit 10: pause-loop exit\
    allowed-1 half, control bit 11: exit on RDRAND\
    allowed-1 half, control bit 12: INVPCID usable in the guest\
    allowed-1 half, control bit 13: VMFUNC\
    allowed-1 half, control bit 14: shadow VMCS\
    allowed-1 half, control bit 15: exit on ENCLS\
    allowed-1 half, control bit 16: exit on RDSEED\
    allowed-1 half, control bit 17: page-modification log\
    allowed-1 half, control bit 18: EPT violations as exceptions\
    allowed-1 half, control bit 19: guest not shown in trace\
    allowed-1 half, control bit 20: XSAVES usable in the guest\
    allowed-1 half, control bit 21: PASID translation for ENQCMD\
    allowed-1 half, control bit 22: execute permission by mode\
    allowed-1 half, control bit 23: sub-page write permission\
    allowed-1 half, control bit 24: trace output uses guest-physical addresses\
    allowed-1 half, control bit 25: TSC scaling\
    allowed-1 half, control bit 26: TPAUSE, UMONITOR, UMWAIT usable\
    allowed-1 half, control bit 27: PCONFIG usable in the guest\
    allowed-1 half, control bit 28: exit on ENCLV\
    allowed-1 half, control bit 30: exit on bus lock\
    allowed-1 half, control bit 31: exit on instruction timeout\
    execute-only mappings\
    four-level tables\
    five-level tables\
    tables may be uncacheable\
    tables may be write-back\
    2 MiB pages\
    1 GiB pages\
    INVEPT\
    accessed and dirty bits\
    more information on EPT violations\
    supervisor shadow-stack control\
    single-context INVEPT\
    all-context INVEPT\
    INVVPID\
    single-address INVVPID\
    single-context INVVPID\
    all-context INVVPID\
    single-context INVVPID that keeps globals\
    largest HLAT prefix\
    allowed-0 half: a set bit means the control must be 1. Bits a host insists on cannot be dropped\
    allowed-1 half, control bit 0: exit on external interrupt\
    allowed-1 half of reserved control bits 1-2: 1 on every part, kept 1 by software that does not know them\
    allowed-1 half, control bit 3: exit on NMI\
    allowed-1 half of reserved control bits 4-4: 1 on every part, kept 1 by software that does not know them\
    allowed-1 half, control bit 5: virtual NMIs\
    allowed-1 half, control bit 6: VMX preemption timer\
    allowed-1 half, control bit 7: posted interrupts\
    allowed-0 half: a set bit means the control must be 1. Bits a host insists on cannot be dropped\
    allowed-1 half of reserved control bits 1-1: 1 on every part, kept 1 by software that does not know them\
    allowed-1 half, control bit 2: interrupt-window exit\
    allowed-1 half, control bit 3: TSC offset\
    allowed-1 half of reserved control bits 4-6: 1 on every part, kept 1 by software that does not know them\
    allowed-1 half, control bit 7: exit on HLT\
    allowed-1 half of reserved control bits 8-8: 1 on every part, kept 1 by software that does not know them\
    allowed-1 half, control bit 9: exit on INVLPG\
    allowed-1 half, control bit 10: exit on MWAIT\
    allowed-1 half, control bit 11: exit on RDPMC\
    allowed-1 half, control bit 12: exit on RDTSC\
    allowed-1 half of reserved control bits 13-14: 1 on every part, kept 1 by software that does not know them\
    allowed-1 half, control bit 15: exit on MOV to CR3\
    allowed-1 half, control bit 16: exit on MOV from CR3\
    allowed-1 half, control bit 17: tertiary controls (MSR 0x492)\
    allowed-1 half, control bit 19: exit on MOV to CR8\
    allowed-1 half, control bit 20: exit on MOV from CR8\
    allowed-1 half, control bit 21: TPR shadow\
    allowed-1 half, control bit 22: NMI-window exit\
    allowed-1 half, control bit 23: exit on MOV DR\
    allowed-1 half, control bit 24: exit on every I/O instruction\
    allowed-1 half, control bit 25: I/O bitmaps\
    allowed-1 half of reserved control bits 26-26: 1 on every part, kept 1 by software that does not know them\
    allowed-1 half, control bit 27: single-step exits\
    allowed-1 half, control bit 28: MSR bitmaps\
    allowed-1 half, control bit 29: exit on MONITOR\
    allowed-1 half, control bit 30: exit on PAUSE\
    allowed-1 half, control bit 31: secondary controls (MSR 0x48b)\
    allowed-0 half: a set bit means the control must be 1. Bits a host insists on cannot be dropped\
    allowed-1 half of reserved control bits 0-1: 1 on every part, kept 1 by software that does not know them\
    allowed-1 half, control bit 2: save DR7 and DEBUGCTL\
    allowed-1 half of reserved control bits 3-8: 1 on every part, kept 1 by software that does not know them\
    allowed-1 half, control bit 9: host runs in 64-bit mode\
    allowed-1 half of reserved control bits 10-11: 1 on every part, kept 1 by software that does not know them\
    allowed-1 half, control bit 12: load PERF_GLOBAL_CTRL\
    allowed-1 half of reserved control bits 13-14: 1 on every part, kept 1 by software that does not know them\
    allowed-1 half, control bit 15: acknowledge interrupt on exit\
    allowed-1 half of reserved control bits 16-17: 1 on every part, kept 1 by software that does not know them\
    allowed-1 half, control bit 18: save PAT\
    allowed-1 half, control bit 19: load PAT\
    allowed-1 half, control bit 20: save EFER\
    allowed-1 half, control bit 21: load EFER\
    allowed-1 half, control bit 22: save preemption timer\
    allowed-1 half, control bit 23: clear BNDCFGS\
    allowed-1 half, control bit 24: no trace packets about VMX\
    allowed-1 half, control bit 25: clear trace control\
    allowed-1 half, control bit 26: clear LBR control\
    allowed-1 half, control bit 27: clear user-interrupt vector\
    allowed-1 half, control bit 28: load CET state\
    allowed-1 half, control bit 29: load PKRS\
    allowed-1 half, control bit 30: save PERF_GLOBAL_CTRL\
    allowed-1 half, control bit 31: secondary exit controls (MSR 0x493)\
    allowed-0 half: a set bit means the control must be 1. Bits a host insists on cannot be dropped\
    allowed-1 half of reserved control bits 0-1: 1 on every part, kept 1 by software that does not know them\
    allowed-1 half, control bit 2: load DR7 and DEBUGCTL\
    allowed-1 half of reserved control bits 3-8: 1 on every part, kept 1 by software that does not know them\
    allowed-1 half, control bit 9: guest runs in 64-bit mode\
    allowed-1 half, control bit 10: enter SMM\
    allowed-1 half, control bit 11: leave dual-monitor treatment\
    allowed-1 half of reserved control bits 12-12: 1 on every part, kept 1 by software that does not know them\
    allowed-1 half, control bit 13: load PERF_GLOBAL_CTRL\
    allowed-1 half, control bit 14: load PAT\
    allowed-1 half, control bit 15: load EFER\
    allowed-1 half, control bit 16: load BNDCFGS\
    allowed-1 half, control bit 17: no trace packets about VMX\
    allowed-1 half, control bit 18: load trace control\
    allowed-1 half, control bit 19: load user-interrupt vector\
    allowed-1 half, control bit 20: load CET state\
    allowed-1 half, control bit 21: load LBR control\
    allowed-1 half, control bit 22: load PKRS\
    allowed-1 half, control bit 23: load FRED state\
    VM function 0, EPTP switching\
    other VM functions, unassigned\
    exit on LOADIWKEY (64 allowed-1 bits, no must-be-one half)\
    hypervisor-managed linear translation\
    paging-write control\
    guest-paging verification\
    IPI virtualisation\
    SPEC_CTRL virtualised\
    save FRED state on exit\
    load FRED state on exit\
    save SPEC_CTRL on exit\
    premature shadow-stack busy indication\
    unassigned (64 allowed-1 bits, no must-be-one half)\
    supervisor state enabled now; bits offered are leaf 0xd subleaf 1 ECX and EDX (needs XSAVES)\
    fraction of the guest to host TSC ratio\
    integer part; exists with svmTscRatio\
    no caching of page-table walks\
    INVD acts as WBINVD\
    TLB flush filter off (guests may write it; ignored)\
    IGNNE pin emulation; guest writes are ignored\
    hides MONITOR in leaf 1; raw policy depends on it\
    MONITOR/MWAIT at any level\
    machine-check status writable without fault (error injection)\
    TSC counts at P0 rate; guests read 1 with ITSC or on families that tie CONSTANT_TSC to it\
    core performance boost off; hides CPB\
    APERF/MPERF write-locked\
    instructions-retired counter on\
    SMM paging locked\
    CPUID above CPL 0 faults; exists with CPUID_USER_DIS (the AMD form of CPUID faulting)\
    bits 3 and 4 locked\
    EFER.SVME cannot be set: firmware disabled SVM, the host must drop SVM\
    the CPU reports these bits as leaf 7 subleaf 0: low half EBX, high half EAX (family 15h and 17h+); firmware and old hypervisors write it, so raw may not be silicon\
    the CPU reports these bits as leaf 6: low half ECX, high half reserved; firmware and old hypervisors write it, so raw may not be silicon\
    the CPU reports these bits as leaf 1: low half EDX, high half ECX; firmware and old hypervisors write it, so raw may not be silicon\
    the CPU reports these bits as leaf 0x80000001: low half EDX, high half ECX; firmware and old hypervisors write it, so raw may not be silicon\
    LFENCE waits for older instructions; must read 1 when LFENCE_DISPATCH is offered. Guest writes are dropped\
    Zen2 chicken bit that stops data leaking from vector registers; host matter\
    reduced speculation for SRSO; exists with SRSO_MSR_FIX, decides SRSO_US_NO\
    shared-BTB chicken bit\

    """
  /// Where each text begins, and the end.
  static let meaningsOffsets: InlineArray<334, UInt32> = [
    0, 40, 56, 86, 116, 136, 176, 199, 243, 328, 355, 382, 409, 443, 526, 540, 562, 626, 648, 665,
    704, 753, 784, 819, 939, 990, 1017, 1050, 1102, 1155, 1258, 1370, 1465, 1569, 1679, 1746,
    1807, 1867, 1892, 1949, 2005, 2047, 2065, 2096, 2173, 2183, 2252, 2283, 2382, 2399, 2437,
    2455, 2479, 2520, 2533, 2553, 2591, 2627, 2743, 2798, 2829, 2890, 2919, 2962, 2987, 3026,
    3074, 3108, 3203, 3260, 3364, 3406, 3510, 3553, 3604, 3652, 3747, 3851, 3903, 3944, 4048,
    4090, 4194, 4239, 4284, 4329, 4374, 4480, 4530, 4582, 4643, 4693, 4745, 4787, 4834, 4880,
    4941, 4984, 5090, 5139, 5182, 5229, 5274, 5336, 5431, 5535, 5587, 5691, 5746, 5852, 5905,
    6011, 6072, 6178, 6218, 6258, 6299, 6340, 6393, 6438, 6496, 6547, 6596, 6655, 6701, 6742,
    6795, 6862, 6957, 7061, 7113, 7217, 7273, 7314, 7374, 7480, 7533, 7573, 7614, 7658, 7716,
    7766, 7824, 7870, 7918, 7959, 8006, 8054, 8097, 8115, 8138, 8166, 8205, 8227, 8244, 8282,
    8311, 8343, 8379, 8407, 8447, 8469, 8509, 8569, 8593, 8688, 8740, 8791, 8853, 8910, 8964,
    9016, 9061, 9120, 9177, 9234, 9281, 9327, 9386, 9424, 9467, 9512, 9558, 9611, 9671, 9727,
    9785, 9845, 9903, 9960, 10034, 10077, 10140, 10199, 10244, 10292, 10351, 10372, 10389, 10406,
    10431, 10455, 10466, 10477, 10483, 10506, 10540, 10571, 10592, 10610, 10617, 10639, 10661,
    10680, 10721, 10740, 10835, 10892, 10996, 11038, 11142, 11185, 11236, 11284, 11379, 11483,
    11535, 11576, 11680, 11722, 11826, 11871, 11916, 11961, 12006, 12112, 12162, 12214, 12275,
    12325, 12377, 12419, 12466, 12512, 12573, 12616, 12722, 12771, 12814, 12861, 12906, 12968,
    13063, 13167, 13219, 13323, 13378, 13484, 13537, 13643, 13704, 13810, 13850, 13890, 13931,
    13972, 14025, 14070, 14128, 14179, 14228, 14287, 14333, 14374, 14427, 14494, 14589, 14693,
    14745, 14849, 14905, 14946, 15006, 15112, 15165, 15205, 15246, 15290, 15348, 15398, 15456,
    15502, 15550, 15591, 15638, 15667, 15697, 15755, 15792, 15812, 15837, 15855, 15876, 15899,
    15922, 15944, 15982, 16033, 16125, 16164, 16201, 16231, 16250, 16301, 16346, 16395, 16421,
    16482, 16571, 16608, 16632, 16663, 16680, 16765, 16784, 16854, 17017, 17153, 17284, 17424,
    17530, 17605, 17679, 17701,
  ]
}
