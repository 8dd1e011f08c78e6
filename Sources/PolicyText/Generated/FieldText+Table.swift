// SPDX-License-Identifier: Apache-2.0
// Generated from the tables in ABI/ by `make generate`. Do not edit: change the table.
// swift-format-ignore-file
import PolicyCore

enum FieldText {
  /// Name, meaning and unit, in the order of `Field`.
  static let rows: StaticString = """
maxBasicLeaf~highest basic leaf that holds data~leaf number\
vendorStringPart1~vendor name, characters 1-4~4 ASCII bytes\
vendorStringPart3~vendor name, characters 9-12~4 ASCII bytes\
vendorStringPart2~vendor name, characters 5-8 (EDX comes before ECX)~4 ASCII bytes\
steppingId~stepping of the core~baseModel~low four bits of the model number~\
baseFamily~family when below 15; 15 means add the extended family~\
processorType~0 original part, 1 overdrive, 2 second of a dual; obsolete~\
extendedModel~high four bits of the model, used when the base family is 6 or 15~\
extendedFamily~added to the base family when that is 15~\
brandIndex~index into an old table of brand names; 0 means not used~\
clflushLineSize~line flushed by CLFLUSH; valid with CLFLUSH~8-byte units\
logicalProcessorsPerPackage~logical processor ids reserved in a package; valid with HTT\
 (power-of-two room on Intel, exact count on AMD)~count\
initialApicId~8-bit APIC id of the CPU that asks~APIC id\
l1ContextId~L1 data cache can switch between adaptive and shared mode (BIOS choice)~\
processorSerialNumber~serial number in leaf 3 is enabled~\
ia64Emulation~bit once used by IA-64 processors running x86 code~\
cacheDescriptorQueryCount~\
how often leaf 2 must be asked; always 1 on parts made since the Pentium Pro~queries\
cacheDescriptor1~descriptor byte 1~cacheDescriptor2~descriptor byte 2~\
cacheDescriptor3~descriptor byte 3~\
cacheDescriptorsEaxInvalid~set: the bytes of EAX are to be ignored~\
cacheDescriptor4~descriptor byte 4~cacheDescriptor5~descriptor byte 5~\
cacheDescriptor6~descriptor byte 6~cacheDescriptor7~descriptor byte 7~\
cacheDescriptorsEbxInvalid~set: the bytes of EBX are to be ignored~\
cacheDescriptor8~descriptor byte 8~cacheDescriptor9~descriptor byte 9~\
cacheDescriptor10~descriptor byte 10~cacheDescriptor11~descriptor byte 11~\
cacheDescriptorsEcxInvalid~set: the bytes of ECX are to be ignored~\
cacheDescriptor12~descriptor byte 12~cacheDescriptor13~descriptor byte 13~\
cacheDescriptor14~descriptor byte 14~cacheDescriptor15~descriptor byte 15~\
cacheDescriptorsEdxInvalid~set: the bytes of EDX are to be ignored~\
serialNumberPart1~serial number word, Transmeta only~\
serialNumberPart2~serial number word, Transmeta only~\
serialNumberLow~serial number bits 31:0; Pentium III only~\
serialNumberMiddle~serial number bits 63:32; Pentium III only (bits 95:64 are leaf 1 EAX)~\
cacheType~0 ends the list, 1 data, 2 instruction, 3 unified~cacheLevel~level counted from 1~level\
cacheSelfInitializing~needs no software initialisation~cacheFullyAssociative~one set only~\
cacheReserved~no meaning; Xen clears them~\
cacheThreadsSharing~room for logical processor ids that share this cache, less one~count-1\
cacheCoresPerPackage~\
room for core ids in the package, less one; the same in every subleaf, saturates at 63~count-1\
cacheLineSize~coherency line, less one~bytes-1cachePartitions~line partitions, less one~count-1\
cacheWays~ways, less one~count-1cacheSets~sets, less one~count-1\
cacheWbinvdNotInclusive~WBINVD/INVD here need not reach lower levels of other threads~\
cacheInclusive~holds everything the lower levels hold~\
cacheComplexIndexing~set is chosen by a hash, not by plain address bits~\
cacheKnightsLandingEdx4~set on Knights Landing's L2 only; not described~\
monitorLineSizeSmallest~smallest range watched by MONITOR; meaningful with MONITOR~bytes\
monitorLineSizeLargest~largest range watched by MONITOR~bytes\
mwaitExtensionsEnumerated~ECX and EDX of this leaf are meaningful~\
mwaitInterruptBreak~MWAIT can treat masked interrupts as wake events~\
mwaitMonitorlessWait~MWAIT may be used without an armed monitor~\
mwaitC0Substates~C0 sub-states reachable with MWAIT~countmwaitC1Substates~C1 sub-states~count\
mwaitC2Substates~C2 sub-states~countmwaitC3Substates~C3 sub-states~count\
mwaitC4Substates~C4 sub-states~countmwaitC5Substates~C5 sub-states~count\
mwaitC6Substates~C6 sub-states~countmwaitC7Substates~C7 sub-states~count\
digitalThermalSensor~on-die temperature can be read~\
turboBoost~opportunistic frequency is available and enabled~\
alwaysRunningApicTimer~\
APIC timer keeps its rate in deep C-states (KVM sets it always; Xen: zero, toolstack key arat)~\
powerLimitNotification~power-limit events~\
extendedClockModulation~finer clock-modulation duty cycle~\
packageThermalManagement~package temperature MSRs~hwpBase~hardware-controlled P-states: base MSRs~\
hwpNotification~HWP interrupt control~hwpActivityWindow~HWP activity window field~\
hwpEnergyPerformancePreference~HWP energy/performance hint field~\
hwpPackageRequest~HWP request for a whole package~hardwareDutyCycling~HDC base registers~\
turboBoostMax3~favoured-core turbo~\
hwpHighestPerformanceChange~interrupt when the highest performance level changes~\
hwpPeciOverride~HWP fields may be overridden out of band~\
hwpFlexible~per-field valid bits in the HWP request~hwpFastAccess~low-latency HWP request MSR~\
hardwareFeedbackInterface~hardware feedback table and MSRs~\
hwpIgnoreIdleRequest~requests of idle logical processors can be ignored~hwpControl~HWP control MSR~\
threadDirector~per-class feedback (thread director)~\
thermalInterruptBit25~hardware-feedback notification bit in the thermal interrupt MSR~\
thermalThresholds~programmable interrupt thresholds of the sensor~count\
aperfMperf~APERF/MPERF effective-frequency counters~\
acnt2~second effective-frequency counter pair, early parts~\
energyPerformanceBias~ENERGY_PERF_BIAS MSR~\
threadDirectorClasses~number of thread-director classes~count\
feedbackCapabilities~bit 0 performance, bit 1 efficiency; others reserved~\
feedbackTableSize~size of the feedback table~4 KiB pages -1\
feedbackTableIndex~row of this logical processor (differs per CPU)~row\
maxLeaf7Subleaf~highest subleaf of leaf 7~subleaf number\
mpxMawau~extra address width that BNDLDX/BNDSTX use in 64-bit mode; meaningful with MPX~bits\
keyLocker~AES key-locker instructions; leaf 0x19~raoInt~remote atomic integer operations~\
hreset~HRESET clears branch and thread-director history; leaf 0x20~\
pbndkb~PBNDKB instruction (storage-encryption key binding)~\
cpuidMaxValLimitRemoved~MISC_ENABLE bit 22 (limit CPUID) no longer works~\
asymmetricRdtMonitoring~leaf 0x27 describes asymmetric resource monitoring~\
asymmetricRdtAllocation~leaf 0x28 describes asymmetric resource allocation~\
legacyReducedIsa~legacy modes removed (withdrawn proposal)~\
sipi64~64-bit start-up IPI (withdrawn proposal)~\
msrImmediate~RDMSR/WRMSRNS with an immediate MSR number~userTimer~user-mode timer events (UTMR)~\
userMsr~URDMSR/UWRMSR user-mode MSR access~\
avx10~AVX10 converged vector set; leaf 0x24 gives its version~\
mwaitEnumerated~MWAIT presence reported apart from MONITOR~\
monitorMitigationNo~not affected by the MONITOR/UMONITOR power-down flaw~\
leaf8Core2Eax10~set on every Core 2 part; leaf 8 is otherwise empty~\
dcaCapability~\
copy of the direct-cache-access capability MSR; bit 0 = enabled by firmware; meaningful with DCA~\
pmuVersion~\
architectural performance monitoring version, 0 = none (Xen: zero unless vPMU; capped at 3)~version\
pmuGeneralCounters~general counters of a logical processor~count\
pmuGeneralCounterWidth~width of a general counter~bits\
pmuEventVectorLength~number of valid event bits in EBX~bits\
pmuNoCoreCycles~event absent when set: core cycles~\
pmuNoInstructionsRetired~event absent when set: instructions retired~\
pmuNoReferenceCycles~event absent when set: reference cycles~\
pmuNoLlcReferences~event absent when set: last-level cache references~\
pmuNoLlcMisses~event absent when set: last-level cache misses~\
pmuNoBranchesRetired~event absent when set: branches retired~\
pmuNoBranchMispredicts~event absent when set: mispredicted branches~\
pmuNoTopdownSlots~event absent when set: top-down slots~\
pmuNoBackendBound~event absent when set: back-end bound slots~\
pmuNoBadSpeculation~event absent when set: bad speculation slots~\
pmuNoFrontendBound~event absent when set: front-end bound slots~\
pmuNoRetiring~event absent when set: retiring slots~\
pmuNoLbrInserts~event absent when set: LBR inserts~\
pmuFixedCounterBitmap~fixed counters present, version 5 and later~\
pmuFixedCounters~contiguous fixed counters~countpmuFixedCounterWidth~width of a fixed counter~bits\
pmuReserved14~set on Atom parts of the Bonnell and Silvermont lines; not described~\
pmuAnyThreadDeprecated~AnyThread bit must not be used~\
pmuSlotsPerCycle~slots per cycle for top-down formulas~slots\
topologyShift~shift that removes this level's id bits from the x2APIC id~bits\
topologyLogicalCount~logical processors at this level as shipped; not for counting ids~count\
topologyLevelNumber~echo of the subleaf asked~counttopologyLevelType~0 none, 1 thread, 2 core~\
topologyX2ApicId~32-bit id of the CPU that asks; the same in every subleaf~APIC id\
xcr0X87~x87 state~xcr0Sse~XMM and MXCSR state~xcr0Avx~upper halves of YMM~\
xcr0BndRegs~MPX bound registers~xcr0BndCsr~MPX configuration and status~\
xcr0Opmask~AVX-512 mask registers~xcr0ZmmHi256~upper halves of ZMM0-15~xcr0Hi16Zmm~ZMM16-31~\
xcr0Pkru~user protection-key register~xcr0TileConfig~AMX tile configuration; goes with bit 18~\
xcr0TileData~AMX tile data; goes with bit 17~xcr0Apx~APX extended general registers~\
xsaveSizeEnabled~standard-format size for what XCR0 enables now~bytes\
xsaveSizeMax~standard-format size if every XCR0 bit offered were enabled~bytes\
xcr0Lwp~lightweight-profiling state (XCR0 bit 62)~\
xsaveSizeCompactEnabled~compact-format size for XCR0 and XSS as enabled now~bytes\
xssProcessorTrace~trace state (XSS bit 8)~xssPasid~PASID MSR state (XSS bit 10)~\
xssCetUser~user shadow-stack state; needs CET_SS or CET_IBT~\
xssCetSupervisor~supervisor shadow-stack state; needs CET_SS~\
xssHdc~hardware duty-cycling state (XSS bit 13)~\
xssUserInterrupts~user-interrupt state; needs UINTR~\
xssArchLbr~architectural LBR state; needs ARCH_LBR~xssHwp~HWP request state (XSS bit 16)~\
xssHigh~XSS bits 63:32; none assigned~xstateComponentSize~size of this component~bytes\
xstateComponentOffset~offset in the standard format; 0 for supervisor components~bytes\
xstateComponentSupervisor~controlled by XSS rather than XCR0~\
xstateComponentAligned~starts on a 64-byte boundary in the compact format~\
xstateComponentXfd~can be disabled through XFD; needs XFD~\
rmidMax~highest monitoring id of the package; meaningful with PQM~RMID\
l3MonitoringPresent~subleaf 1 describes L3 monitoring~\
l3MonitoringCounterWidth~counter width above 24~bits -24\
l3MonitoringOverflowBit~bit 61 of the counter MSR reports overflow~\
l3MonitoringIoOccupancy~devices take part in occupancy monitoring~\
l3MonitoringIoBandwidth~devices take part in bandwidth monitoring~\
l3MonitoringUpscale~factor from counter value to bytes~bytes\
l3MonitoringRmidMax~highest id for L3~RMIDl3OccupancyMonitoring~occupancy event~\
l3TotalBandwidthMonitoring~total bandwidth event~l3LocalBandwidthMonitoring~local bandwidth event~\
l3MonitoringEvent3~set on a few server parts; not described~\
l3AllocationPresent~L3 allocation; meaningful with PQE~l2AllocationPresent~L2 allocation~\
bandwidthAllocationPresent~memory bandwidth allocation~\
cacheBandwidthAllocationPresent~cache bandwidth allocation (subleaf 5)~\
resource6AllocationPresent~resource id 6, not publicly described; subleaf 6 exists~\
allocationMaskLength~length of a capacity mask~bits-1\
allocationSharedUnits~mask units also used by other agents~\
allocationIoShared~devices take part in allocation~\
allocationCodeDataPriority~separate code and data masks~\
allocationNonContiguousMask~masks may have holes~allocationClassMax~highest class of service~class\
bandwidthThrottleMax~largest throttle value~value-1bandwidthPerThread~throttle applies per thread~\
bandwidthLinear~throttle scale is linear~bandwidthClassMax~highest class of service~class\
cacheBandwidthLevelMax~highest core throttle level~level\
cacheBandwidthScope~what a setting applies to~cacheBandwidthLinear~scale is linear~\
cacheBandwidthClassMax~highest class of service~class\
resource6Limit~value of the undescribed resource~sgx1~SGX1 leaf functions; meaningful with SGX~\
sgx2~SGX2 leaf functions~sgxEnclv~ENCLV oversubscription leaves~\
sgxEnclsOversubscription~ENCLS oversubscription leaves~sgxEverifyReport2~EVERIFYREPORT2~\
sgxEupdateSvn~EUPDATESVN~sgxEdeccssa~EDECCSSA~\
sgxMiscSelect~MISCSELECT bits an enclave may set (bit 0 EXINFO, bit 1 CPINFO)~\
sgxMaxEnclaveSize32~largest enclave outside 64-bit mode~log2 bytes\
sgxMaxEnclaveSize64~largest enclave in 64-bit mode~log2 bytes\
sgxAttributesLow~SECS attributes 31:0 an enclave may have (init, debug, mode64, provision key,\
 token key, CET, KSS, AEX-notify)~sgxAttributesHigh~SECS attributes 63:32~\
sgxXfrmLow~XCR0 31:0 bits an enclave may use; a subset of the guest's XCR0~\
sgxXfrmHigh~XCR0 63:32 bits an enclave may use~sgxEpcType~0 ends the list, 1 an EPC section~\
sgxEpcBaseLow~section base, address bits 31:12~4 KiB pages\
sgxEpcBaseHigh~section base, address bits 51:32~4 GiB\
sgxEpcProperties~protection properties of the section~\
sgxEpcSizeLow~section size, bits 31:12~4 KiB pagessgxEpcSizeHigh~section size, bits 51:32~4 GiB\
ptMaxSubleaf~highest subleaf of leaf 0x14; meaningful with PROC_TRACE~subleaf number\
ptCr3Filter~trace can be filtered by CR3~ptConfigurablePsb~PSB frequency and cycle-accurate mode~\
ptIpFilter~address filtering and TraceStop; MSRs survive warm reset~ptMtc~MTC packets~\
ptPtwrite~PTWRITE~ptPowerEvents~power-event trace~ptPsbPmiPreserve~PSB and PMI state is preserved~\
ptEventTrace~event-trace packets~ptTntDisable~TNT packets can be switched off~\
ptTopaOutput~table-of-physical-addresses output~ptTopaMultipleEntries~tables may have many entries~\
ptSingleRangeOutput~one contiguous output region~ptTransportOutput~output to a trace transport~\
ptIpIsLip~addresses in packets are linear (CS base included)~\
ptAddressRanges~address ranges for filtering~countptMtcPeriods~MTC period encodings~\
ptCycleThresholds~cycle-threshold encodings~ptPsbPeriods~PSB period encodings~\
tscRatioDenominator~TSC : crystal ratio, denominator; 0 = not given~\
tscRatioNumerator~TSC : crystal ratio, numerator~\
crystalFrequency~crystal frequency; 0 = look it up by model. The APIC timer runs from it~Hz\
baseFrequency~rated base frequency~MHzmaxFrequency~rated top frequency~MHz\
busFrequency~reference bus frequency~MHz\
socMaxSubleaf~highest subleaf; below 3 means the leaf is absent~subleaf number\
socVendorId~SoC vendor id~socVendorScheme~id is from an industry list rather than Intel's~\
socProjectId~project number given by the vendor~socSteppingId~stepping within the project~\
socBrandPartA~SoC brand, 16 characters a subleaf: first four~4 ASCII bytes\
socBrandPartB~second four~4 ASCII bytessocBrandPartC~third four~4 ASCII bytes\
socBrandPartD~last four~4 ASCII bytes\
tlbMaxSubleaf~highest subleaf of leaf 0x18~subleaf numbertlbPages4K~holds 4 KiB pages~\
tlbPages2M~holds 2 MiB pages~tlbPages4M~holds 4 MiB pages~tlbPages1G~holds 1 GiB pages~\
tlbPartitioning~0 = shared freely among threads~tlbWays~ways of associativity~ways\
tlbSets~number of sets (not less one)~sets\
tlbType~0 invalid subleaf, 1 data, 2 instruction, 3 unified, 4 load only, 5 store only~\
tlbLevel~level counted from 1~leveltlbFullyAssociative~one set only~\
tlbThreadsSharing~room for logical processor ids that share it, less one~count-1\
keyLockerCpl0Only~kernel-only handle restriction~keyLockerNoEncrypt~no-encrypt restriction~\
keyLockerNoDecrypt~no-decrypt restriction~\
keyLockerEnabled~\
instructions enabled now: CR4.KL and firmware activation (mirror, differs in time)~\
keyLockerWide~wide AES key-locker instructions~keyLockerBackup~wrapping-key backup MSRs~\
keyLockerNoBackup~NoBackup parameter of LOADIWKEY~keyLockerRandomKey~random wrapping key~\
nativeModelId~microarchitecture number within the core type (differs per CPU)~\
coreType~0x20 Atom, 0x40 Core; differs per CPU; 0 when not hybrid~\
pconfigSubleafType~0 ends the list, 1 target ids; meaningful with PCONFIG~\
pconfigTarget1~target id (1 = memory encryption)~pconfigTarget2~target id~pconfigTarget3~target id~\
archLbrDepths~depth 8*(n+1) is supported; meaningful with ARCH_LBR~8 entries\
archLbrDeepCReset~records may be lost in C-states deeper than C1~\
archLbrIpIsLip~addresses are linear (CS base included)~archLbrCplFilter~filter by privilege level~\
archLbrBranchFilter~filter by branch type~archLbrCallStack~call-stack mode~\
archLbrMispredict~misprediction flag recorded~archLbrTimed~cycle count recorded~\
archLbrBranchType~branch type recorded~archLbrEventLogging~counters whose events are logged~\
amxMaxPalette~highest palette; 0 without AMX_TILE~palette\
amxTotalTileBytes~bytes of all tiles; must equal the size of XCR0 component 18~bytes\
amxTileBytes~bytes of one tile~bytesamxRowBytes~bytes of a row~bytes\
amxTileCount~number of tiles~tilesamxRowsMax~rows of a tile~rows\
tmulMaxSubleaf~highest subleaf of leaf 0x1e~subleaf number\
tmulMaxK~rows or columns of the multiplier~rowstmulMaxN~column bytes of the multiplier~bytes\
amxInt8Alias~repeats AMX_INT8~amxBf16Alias~repeats AMX_BF16~amxComplexAlias~repeats AMX_COMPLEX~\
amxFp16Alias~repeats AMX_FP16~amxFp8~tile 8-bit float multiply~\
amxTranspose~tile transpose (withdrawn before products)~amxTf32~tile TF32 multiply~\
amxAvx512~tile-to-vector moves~amxMovrs~tile loads with read-shared hint~\
topologyV2Shift~as leaf 0xb, with more level types~bits\
topologyV2LogicalCount~logical processors at this level~count\
topologyV2LevelNumber~echo of the subleaf asked~count\
topologyV2LevelType~0 none, 1 thread, 2 core, 3 module, 4 tile, 5 die, 6 die group~\
topologyV2X2ApicId~32-bit id of the CPU that asks~APIC id\
hresetSubleafCount~number of subleaves; meaningful with HRESET~count\
hresetThreadDirector~HRESET may clear thread-director history~\
hresetOther~HRESET targets not assigned yet~\
tdxMaxSubleaf~highest subleaf of the TDX leaf, as the TDX module fills it~subleaf number\
tdxVendorPart1~\"Inte\" in a TDX guest, zero elsewhere~4 ASCII bytes\
tdxVendorPart3~four blanks in a TDX guest~4 ASCII bytes\
tdxVendorPart2~\"lTDX\" in a TDX guest~4 ASCII bytes\
perfmonSubleaf0~subleaf 0 is valid; meaningful with ARCH_PERF_MON~\
perfmonCountersSubleaf~subleaf 1 is valid~\
perfmonReloadSubleaf~subleaf 2 is valid (auto counter reload)~\
perfmonEventsSubleaf~subleaf 3 is valid~perfmonPebsCapsSubleaf~subleaf 4 is valid~\
perfmonPebsSubleaf~subleaf 5 is valid~perfmonUnitMask2~second unit mask in event select MSRs~\
perfmonEqualBit~equal-compare bit in event select MSRs~\
perfmonRdpmcUserDisable~RDPMC can be denied to user mode per counter~\
perfmonSlotsPerCycle~slots per cycle for top-down formulas (differs per core type)~slots\
perfmonGeneralCounters~general counters present~perfmonFixedCounters~fixed counters present~\
perfmonReloadGeneral~general counters that can be reloaded~\
perfmonReloadFixed~fixed counters that can be reloaded~\
perfmonReloadCauseGeneral~general counters that can cause a reload~\
perfmonReloadCauseFixed~fixed counters that can cause a reload~\
perfmonCoreCycles~event: core cycles~perfmonInstructionsRetired~event: instructions retired~\
perfmonReferenceCycles~event: reference cycles~\
perfmonLlcReferences~event: last-level cache references~\
perfmonLlcMisses~event: last-level cache misses~perfmonBranchesRetired~event: branches retired~\
perfmonBranchMispredicts~event: mispredicted branches~perfmonTopdownSlots~event: top-down slots~\
perfmonBackendBound~event: back-end bound~perfmonBadSpeculation~event: bad speculation~\
perfmonFrontendBound~event: front-end bound~perfmonRetiring~event: retiring~\
perfmonLbrInserts~event: LBR inserts~\
pebsAllowInRecord~counters can be put in PEBS records by permission~\
pebsGeneralCounters~record group: general counters~pebsFixedCounters~record group: fixed counters~\
pebsMetrics~record group: performance metrics~pebsLbr~record group: LBR sizes~\
pebsXer~record group: extended registers~pebsGpr~record group: general registers~\
pebsAux~record group: memory auxiliary data~pebsGeneralBitmap~general counters that do PEBS~\
pebsPreciseGeneralBitmap~general counters with precise distribution~\
pebsFixedBitmap~fixed counters that do PEBS~\
pebsPreciseFixedBitmap~fixed counters with precise distribution~\
avx10MaxSubleaf~highest subleaf of leaf 0x24; meaningful with AVX10~subleaf number\
avx10Version~AVX10 version; zero without the AVX10 bit~version\
avx10Vector128~128-bit vectors (now always set)~avx10Vector256~256-bit vectors (now always set)~\
avx10Vector512~512-bit vectors~avx10VnniInt~AVX10.2 integer dot products~\
asymmetricRmidMax~highest monitoring id for this core type~RMID\
asymmetricL3Monitoring~L3 monitoring described in subleaf 1~\
asymmetricL3Allocation~L3 allocation (subleaf 1)~asymmetricL2Allocation~L2 allocation (subleaf 2)~\
asymmetricBandwidthAllocation~bandwidth allocation (subleaf 3)~\
asymmetricCacheBandwidth~cache bandwidth allocation (subleaf 5)~\
asymmetricResource6~resource id 6, not publicly described~\
asymmetricResource6Limit~value of the undescribed resource~\
maxHypervisorLeaf~\
highest leaf of the first hypervisor range (Xen's low byte is the toolstack's choice)~leaf number\
hypervisorNamePart1~hypervisor name, characters 1-4 (order b, c, d)~4 ASCII bytes\
hypervisorNamePart2~characters 5-8~4 ASCII byteshypervisorNamePart3~characters 9-12~4 ASCII bytes\
hypervInterfaceName~\
interface signature Hv#1 (also shown by Xen's Viridian and KVM's Hyper-V modes)~4 ASCII bytes\
kvmClockSource~paravirtual clock, old MSRs~xenMinorVersion~minor version~\
kvmNopIoDelay~no I/O delays needed~kvmMmuOp~paravirtual MMU (removed)~\
kvmClockSource2~paravirtual clock, new MSRs~\
kvmAsyncPageFault~asynchronous page faults, exception form~kvmStealTime~stolen-time record~\
kvmPvEoi~paravirtual end of interrupt~kvmPvUnhalt~paravirtual spinlock kick~\
kvmPvTlbFlush~paravirtual TLB flush~\
kvmAsyncPageFaultVmexit~asynchronous page faults may exit to a nested host~\
kvmPvSendIpi~paravirtual interrupts between CPUs~kvmPollControl~guest controls host polling~\
kvmPvSchedYield~directed yield hypercall~\
kvmAsyncPageFaultInterrupt~asynchronous page faults, interrupt form~\
kvmMsiExtendedDestinationId~15-bit interrupt destination ids~\
kvmMapGpaRange~hypercall to change page encryption state~xenMajorVersion~major version~\
kvmMigrationControl~guest can allow or forbid its migration~\
kvmClockStable~paravirtual clock is stable across CPUs~\
kvmHintRealtime~vCPUs are never preempted for long~hypervBuild~build number of the hypervisor~\
xenHypercallPages~hypercall pages; 1~pageshypervVersion~major (31:16) and minor (15:0) version~\
xenMsrBase~first MSR of Xen (0x40000000, or 0x40000200 when Viridian owns the first range)~MSR\
hypervServicePack~service pack~\
xenMmuPtUpdatePreserveAd~PV page-table update keeps accessed and dirty bits~\
hypervServiceBranch~service branch and number~\
hypervPrivilegesLow~\
MSR access rights of the partition (reference counter, SynIC, timers, APIC, hypercall, reset ...)~\
hypervPrivilegesHigh~hypercall rights of the partition~\
hypervPowerFeatures~power management features~\
hypervMiscFeatures~debugging, XMM hypercall input, frequency MSRs, crash MSRs ...~\
xenTscEmulated~TSC reads are emulated~xenTscHostReliable~host TSC is reliable~\
xenTscRdtscp~boot CPU has RDTSCP~xenTscMode~tsc_mode of the domain~\
xenTscFrequency~guest TSC frequency~kHzxenTscIncarnation~number of migrations and restores~count\
xenTscOffsetLow~offset, low word~nsxenTscOffsetHigh~offset, high word~ns\
xenTscMultiplier~TSC to ns multiplier~xenTscShift~TSC to ns shift, signed byte~\
xenHostTscFrequency~host TSC frequency~kHz\
hypervRecommendations~\
what the guest should use for speed (flush hypercalls, APIC MSRs, enlightened VMCS ...)~\
xenHvmApicAccessVirtualised~APIC register accesses are virtualised by hardware~\
xenHvmX2ApicVirtualised~x2APIC accesses are virtualised by hardware~\
xenHvmIommuMappings~foreign and grant pages have IOMMU mappings~\
xenHvmVcpuIdPresent~EBX holds the vCPU id~xenHvmDomainIdPresent~ECX holds the domain id~\
xenHvmExtendedDestinationId~15-bit interrupt destination ids~\
xenHvmUpcallVector~event-channel upcall vector per vCPU~\
hypervSpinlockRetries~spins before a notify hypercall; all ones = never~retries\
xenHvmVcpuId~id of the vCPU that asks~id\
hypervImplementedPhysicalBits~physical address bits implemented (6:0)~bits\
xenHvmDomainId~domain id; changes on migration~id\
hypervMaxVirtualProcessors~virtual processors supported~count\
hypervMaxLogicalProcessors~logical processors supported~count\
xenPvMachineAddressWidth~machine address width for PV guests~bits\
hypervMaxInterruptVectors~physical interrupt vectors for remapping~count\
hypervHardwareFeatures~hardware features in use by the hypervisor~\
hypervRootFeaturesA~CPU management features, root partition only~\
hypervRootFeaturesB~CPU management features, root partition only~\
hypervSvmFeatures~shared virtual memory features, root partition only~\
hypervSvmFeaturesB~shared virtual memory, second word~\
hypervSvmFeaturesC~shared virtual memory, third word~\
hypervNestedFeatures~nested virtualisation features (enlightened VMCS versions, flush, bitmap ...)~\
hypervNestedFeaturesB~nested virtualisation features, second word~\
hypervLeafBWord~not described; seen in root partitions~\
virtualTscFrequency~frequency of the time-stamp counter that the guest sees (VMware, KVM)~kHz\
virtualApicFrequency~frequency of the local APIC's bus that the guest sees (VMware, KVM)~kHz\
maxSecondHypervisorLeaf~\
highest leaf of the second hypervisor range (Xen moves there when Viridian owns the first)~\
leaf number\
maxExtendedLeaf~\
highest extended leaf, as a full number 0x8000xxxx; smaller values mean no extended range~\
leaf numberextendedVendorPart1~vendor name again, characters 1-4; zero on Intel~4 ASCII bytes\
extendedVendorPart3~vendor name again, characters 9-12~4 ASCII bytes\
extendedVendorPart2~vendor name again, characters 5-8~4 ASCII bytes\
extendedSteppingId~stepping again; on early AMD parts (K5, K6) the fields can differ from leaf 1~\
extendedBaseModel~model again~extendedBaseFamily~family again (K5 to Athlon: leaf 1 family + 1)~\
extendedProcessorType~type again, Transmeta~extendedExtendedModel~extended model again~\
extendedExtendedFamily~extended family again~\
extendedBrandId~brand number, meaning depends on family and package~\
packageType~socket code; meaning depends on family~\
translationCacheExtension~EFER.TCE limits what INVLPG-type instructions flush~\
corePerformanceCounters~six core counters at new MSR numbers~\
northbridgeCounters~northbridge or data-fabric counters~\
streamingPerformanceMonitor~streaming performance monitor, early family 15h documents~\
performanceTsc~\
counter that runs at a fixed rate with performance sampling (size in 0x80000008 ECX)~\
llcPerformanceCounters~L2 (family 16h) or L3 (17h+) counters~ecx31Ext1~reserved for AMD extensions~\
extFpu~AMD and compatible parts repeat FPU; zero on Intel~extVme~repeats VME~extDe~repeats DE~\
extPse~repeats PSE~extTsc~repeats TSC~extMsr~repeats MSR~extPae~repeats PAE~extMce~repeats MCE~\
extCx8~repeats CX8~extApic~repeats APIC, dynamic in the same way~\
extSyscallEarly~SYSCALL in the form of the first K6 parts~extMtrr~repeats MTRR~extPge~repeats PGE~\
extMca~repeats MCA~extCmov~repeats CMOV~extPat~repeats PAT (on K6/K7 it stood for FCMOV)~\
extPse36~repeats PSE36~extSerialNumber~reserved; set on a few early K8 parts~\
multiprocessorCapable~Athlon MP and early Opteron: fit for several sockets~extMmx~repeats MMX~\
extFxsr~repeats FXSR~\
brandStringPart1~brand, characters 1-4 (NUL padded, little endian)~4 ASCII bytes\
brandStringPart2~characters 5-8~4 ASCII bytesbrandStringPart3~characters 9-12~4 ASCII bytes\
brandStringPart4~characters 13-16~4 ASCII bytesbrandStringPart5~characters 17-20~4 ASCII bytes\
brandStringPart6~characters 21-24~4 ASCII bytesbrandStringPart7~characters 25-28~4 ASCII bytes\
brandStringPart8~characters 29-32~4 ASCII bytesbrandStringPart9~characters 33-36~4 ASCII bytes\
brandStringPart10~characters 37-40~4 ASCII bytesbrandStringPart11~characters 41-44~4 ASCII bytes\
brandStringPart12~characters 45-48~4 ASCII bytes\
l1ItlbLargeEntries~L1 instruction TLB, 2M/4M pages (a 4M page takes two); zero on Intel~entries\
l1ItlbLargeAssociativity~0xff full, 1 direct, else ways~ways\
l1DtlbLargeEntries~L1 data TLB, 2M/4M pages~entries\
l1DtlbLargeAssociativity~0xff full, 1 direct, else ways~ways\
l1Itlb4KEntries~L1 instruction TLB, 4K pages~entries\
l1Itlb4KAssociativity~0xff full, 1 direct, else ways~ways\
l1Dtlb4KEntries~L1 data TLB, 4K pages~entries\
l1Dtlb4KAssociativity~0xff full, 1 direct, else ways~waysl1DataLineSize~L1 data line~bytes\
l1DataLinesPerTag~lines per tag~linesl1DataAssociativity~0xff full, 1 direct, else ways~ways\
l1DataSize~L1 data size~KiBl1InstructionLineSize~L1 instruction line~bytes\
l1InstructionLinesPerTag~lines per tag~lines\
l1InstructionAssociativity~0xff full, 1 direct, else ways~ways\
l1InstructionSize~L1 instruction size~KiB\
l2ItlbLargeEntries~L2 instruction TLB, 2M/4M pages; a zero upper half means a unified TLB~entries\
l2ItlbLargeAssociativity~0 off, 1 direct, 2, 3=3, 4, 5=6, 6=8, 8=16, 9=see 0x8000001d, a=32, b=48,\
 c=64, d=96, e=128, f=full~4-bit codel2DtlbLargeEntries~L2 data TLB, 2M/4M pages~entries\
l2DtlbLargeAssociativity~same code~4-bit codel2Itlb4KEntries~L2 instruction TLB, 4K pages~entries\
l2Itlb4KAssociativity~same code~4-bit codel2Dtlb4KEntries~L2 data TLB, 4K pages~entries\
l2Dtlb4KAssociativity~same code~4-bit code\
l2LineSize~L2 line; the one register of this leaf that Intel fills too~bytes\
viaL2LineSize~L2 line, VIA layout~bytesl2LinesPerTag~lines per tag~lines\
viaL2LinesPerTag~lines per tag, VIA layout (some models use 11:8)~\
l2Associativity~same code~4-bit codel2Size~L2 size~KiB\
viaL2Associativity~ways, older VIA layout; newer parts follow AMD~ways\
viaL2Size~size, older VIA layout; newer parts use 31:16~KiBl3LineSize~L3 line~bytes\
l3LinesPerTag~lines per tag~lines\
l3Associativity~same code; 9 sends the reader to 0x8000001d~4-bit code\
l3Size~lower bound of the L3 size~512 KiB\
feedbackMonitors~family 15h processor feedback: number of monitors~count\
feedbackVersion~processor feedback version~feedbackWrapTime~longest time between two samples~ms\
mcaOverflowRecovery~machine-check overflow is not fatal by itself~\
succor~software can contain uncorrectable errors~hardwareAssert~hardware-assert MSRs~\
scalableMca~scalable machine-check MSRs~pfehSupport~platform-first error handling present~\
pfehLocked~platform-first error handling is on for this CPU~\
powerSampleRatio~ratio of the accumulated-power sample period to the TSC~\
temperatureSensor~on-die temperature sensor~frequencyIdControl~PowerNow! frequency control~\
voltageIdControl~PowerNow! voltage control~thermalTrip~THERMTRIP pin~\
hardwareThermalControl~throttling by hardware~softwareThermalControl~throttling by software~\
hundredMegahertzSteps~multiplier moves in 100 MHz steps~\
processorFeedback~processor feedback interface (withdrawn)~\
processorPowerReporting~accumulated power MSRs~connectedStandby~connected standby~\
runningAveragePower~RAPL energy MSRs~fastCppc~fast CPPC updates~\
maxPhysicalAddressBits~physical address width; page-table bits above are reserved and fault~bits\
maxLinearAddressBits~linear address width: 32, 48 with LM, 57 with LA57~bits\
guestPhysicalAddressBits~\
width for guests that use nested paging; 0 = as the first byte. KVM fills it with what it can map~\
bitsinstructionsRetiredCounter~read-only instructions-retired MSR~\
invlpgb~INVLPGB and TLBSYNC broadcasts~rdpru~RDPRU reads MPERF and APERF in user mode~\
amdBandwidthAllocation~bandwidth enforcement; leaf 0x80000020~mcommit~MCOMMIT~\
lbrExtension~LBR extension of family 17h (reserved again in newer manuals)~\
interruptibleWbinvd~WBINVD and WBNOINVD can be interrupted~\
invlpgbNested~INVLPGB may act on nested translations~\
branchSampling~branch-sampling records of Zen3~\
threadCountMinusOne~threads in the package, less one~count-1\
apicIdCoreIdSize~bits of the APIC id below the package; 0 = derive from the count~bits\
performanceTscSize~0 = 40, 1 = 48, 2 = 56, 3 = 64 bits~\
invlpgbPageMax~largest page count of one INVLPGB~pages\
rdpruRegisterMax~highest RDPRU register number; meaningful with RDPRU~register\
svmRevision~SVM revision; meaningful with SVM~revisionsvmAsids~number of address-space ids~count\
svmPageModificationLog~page-modification logging~\
svmX2AvicExtended~x2AVIC for more logical processors~svmNestedPaging~nested paging~\
svmLbrVirtualization~LBR virtualisation (migrates with the LBR contract)~\
svmLock~SVM can be locked by firmware~svmNextRip~next instruction address saved on exit~\
svmTscRatio~TSC ratio MSR~svmVmcbClean~clean-field hints (Xen sets it whatever the host has)~\
svmFlushByAsid~flush by address-space id~svmDecodeAssists~decoded operands on exit~\
svmPmcVirtualization~performance counters virtualised~reservedSvm9~documented as reserved~\
svmPauseFilter~PAUSE exit counter~svmEncryptedMicrocode~formerly encrypted microcode patch~\
svmPauseThreshold~PAUSE filter with a cycle threshold~svmAvic~virtual interrupt controller~\
svmVirtualVmload~VMLOAD and VMSAVE without exits~svmVirtualGif~virtual global interrupt flag~\
svmGmet~guest-mode execute trap~svmX2Avic~AVIC in x2APIC mode~\
svmSupervisorShadowStackCheck~nested-paging checks for supervisor shadow stacks~\
svmVirtualSpecCtrl~guest SPEC_CTRL kept by hardware~\
svmReadOnlyGuestTables~guest page tables may be read-only in nested tables~\
svmHostMceOverride~host CR4.MCE applies in guest mode~svmTlbControl~INVLPGB/TLBSYNC intercepts~\
svmVirtualNmi~NMI virtualisation~svmIbsVirtualization~instruction-based sampling virtualised~\
svmExtLvtChange~changed fault rules for extended LVT accesses under AVIC~\
svmVmcbAddressCheck~guest VMCB addresses are checked (errata-free behaviour)~\
svmBusLockThreshold~bus-lock exit threshold~\
svmIdleHltIntercept~HLT exits only when no interrupt waits~\
svmShutdownIntercept~enhanced shutdown intercept~\
l1Itlb1GEntries~L1 instruction TLB, 1G pages; meaningful with PAGE1GB~entries\
l1Itlb1GAssociativity~code of 0x80000006~4-bit codel1Dtlb1GEntries~L1 data TLB, 1G pages~entries\
l1Dtlb1GAssociativity~code of 0x80000006~4-bit code\
l2Itlb1GEntries~L2 instruction TLB, 1G pages~entries\
l2Itlb1GAssociativity~code of 0x80000006~4-bit codel2Dtlb1GEntries~L2 data TLB, 1G pages~entries\
l2Dtlb1GAssociativity~code of 0x80000006~4-bit codefp128~128-bit SIMD data path~\
unalignedMovPreferred~unaligned full moves beat half moves~fp256~256-bit SIMD data path~\
fp512~512-bit SIMD data path~ibsFeaturesValid~rest of the leaf is meaningful; needs IBS~\
ibsFetchSampling~fetch sampling~ibsOpSampling~op sampling~\
ibsOpCounterWritable~op counter can be read and written~\
ibsOpCounting~counts dispatched ops as well as cycles~ibsBranchTarget~branch target recorded~\
ibsOpCounterExtension~seven more counter bits~ibsRipInvalid~invalid-address indication~\
ibsFusedBranch~fused-branch indication~ibsFetchControlExtended~extended fetch control MSR~\
ibsOpData4~fourth op data MSR~ibsL3MissFilter~filter by L3 miss~\
ibsLoadLatencyFilter~filter by load latency~ibsDataSourceSimplified~simplified data-cache status~\
lwpAvailableNow~profiling functions the OS has enabled (mirror of an MSR)~\
lwpControlBlockSize~control block size~8 byteslwpEventSize~event record size~bytes\
lwpMaxEvent~highest event number~lwpEventOffset~offset of the first event interval~bytes\
lwpLatencyBits~latency counter width~bitslwpDataAddress~data address recorded on cache misses~\
lwpLatencyRounding~latency rounding~lwpVersion~version~lwpMinBuffer~smallest ring buffer~32 records\
lwpBranchPrediction~filter by prediction~lwpIpFilter~filter by address~\
lwpCacheLevels~filter by cache level~lwpCacheLatency~filter by latency~\
lwpSupported~profiling functions the hardware has (layout of EAX)~\
amdCacheType~as leaf 4; meaningful with TOPOEXT~amdCacheLevel~level counted from 1~level\
amdCacheSelfInitializing~needs no software initialisation~amdCacheFullyAssociative~one set only~\
amdCacheThreadsSharing~threads that share it, less one (a real count, not id room)~count-1\
amdCacheLineSize~line, less one~bytes-1amdCachePartitions~partitions, less one~count-1\
amdCacheWays~ways, less one~count-1amdCacheSets~sets, less one~count-1\
amdCacheWbinvdNotInclusive~WBINVD/INVD here need not reach lower levels of other threads~\
amdCacheInclusive~holds everything the lower levels hold~\
extendedApicId~32-bit id of the CPU that asks; meaningful with TOPOEXT~APIC id\
coreId~core number in the package (compute unit on family 15h); differs per CPU~id\
threadsPerCoreMinusOne~threads of a core, less one~count-1nodeId~node (die) of this CPU~id\
nodesPerPackageMinusOne~nodes in the package, less one~count-1sme~host memory encryption~\
sev~encrypted guests~pageFlushMsr~page-flush MSR~sevEs~encrypted register state~\
sevSnp~nested-paging integrity~vmpl~permission levels in a guest~rmpQuery~RMPQUERY~\
vmplShadowStack~supervisor shadow stack per permission level~secureTsc~TSC out of the host's reach~\
tscAuxVirtualization~TSC_AUX switched by hardware~\
encryptedCacheCoherency~hardware keeps encrypted and plain lines coherent~\
host64BitOnly~encrypted guests need a 64-bit host~restrictedInjection~restricted injection~\
alternateInjection~alternate injection~debugSwap~debug registers swapped for encrypted guests~\
preventHostIbs~host sampling can be forbidden~\
virtualTransparentEncryption~transparent encryption of a guest~\
vmgexitParameter~VMGEXIT parameter feature~virtualTomMsr~virtual top-of-memory MSR~\
ibsVirtualGuestControl~sampling control in encrypted guests~\
pmcVirtualGuestControl~counter control in encrypted guests~rmpRead~RMPREAD~\
guestInterceptControl~guest-controlled intercepts~segmentedRmp~segmented reverse map table~\
vmsaRegisterProtection~saved registers are masked~smtProtection~sibling thread must idle~\
secureAvic~secure virtual interrupt controller~allowedSevFeatures~host can bound guest features~\
svsmCommunicationPage~communication page MSR for a paravisor~\
nestedVirtSnpMsr~MSRs for nested reverse-map operations~\
hypervisorInUseWriteAllowed~host may write pages in use~\
ibpbOnEntry~prediction barrier on guest entry~\
encryptionBitPosition~page-table bit that marks encrypted pages~bit number\
encryptionAddressReduction~physical address bits lost when encryption is on~bits\
vmplCount~permission levels~countencryptedGuestMax~guests that can be encrypted at once~count\
sevAsidMinimum~lowest id for a guest without encrypted state~ASID\
qosBandwidthEnforcement~memory bandwidth enforcement (subleaf 1)~\
qosSlowBandwidthEnforcement~slow-memory bandwidth enforcement (subleaf 2)~\
qosEventConfiguration~configurable bandwidth events (subleaf 3)~\
qosL3RangeReservation~L3 range reservation~\
qosAssignableCounters~assignable bandwidth counters (subleaf 5)~\
qosInjectionEnforcement~allocation enforcement for injected I/O data~\
qosBandwidthWidth~width of the limit~bitsqosBandwidthClassMax~highest class of service~class\
qosSlowBandwidthWidth~width of the limit~bits\
qosSlowBandwidthClassMax~highest class of service~classqosEventCount~configurable events~count\
qosLocalReads~local reads can be counted~qosRemoteReads~remote reads~\
qosLocalNonTemporalWrites~local non-temporal writes~\
qosRemoteNonTemporalWrites~remote non-temporal writes~qosLocalSlowReads~local slow-memory reads~\
qosRemoteSlowReads~remote slow-memory reads~qosDirtyVictims~dirty victims to any memory~\
qosAssignableCounterWidth~counter width above 24~bits -24qosAssignableOverflow~overflow bit~\
qosAssignableCounterMax~highest assignable counter number~counter\
qosAssignableByClass~counters may follow classes of service~\
smmPageConfigurationLock~SMM paging registers can be locked~\
upperAddressIgnore~EFER.UAIE: upper pointer bits ignored~noSmmControlMsr~SMM_CTL MSR is gone~\
precisePmc2~precise retire event on counter 2~prefetchControlMsr~prefetch control MSR~\
l2TlbSizeTimes32~L2 TLB sizes of 0x80000006/19 are in units of 32~\
amdErms~REP MOVSB/STOSB is fast for large sizes (AMD's own bit)~\
opcodeReclaim~opcode 0F 01 /7 is reserved for AMD use~\
fp512Downgrade~512-bit data path can be run at 256~\
workloadClassification~workload feedback for the scheduler; leaf 0x80000027~\
eraps~enhanced return-address predictor security (size in EBX)~\
microcodePatchSize~size of a microcode patch (Xen stores and then zeroes it for guests)~16 bytes\
returnPredictorSize~return predictor entries; meaningful with ERAPS~8 entries\
amdPerfmonV2~global control and status for counters; needs the core-counter bit~amdLbrV2~LBR stack~\
amdLbrPmcFreeze~freeze on counter overflow~amdCoreCounters~core counters~count\
amdLbrStackSize~LBR stack entries~entriesamdNorthbridgeCounters~data-fabric counters~count\
amdMemoryControllerCounters~memory-controller counters~count\
amdActiveMemoryControllers~memory controllers that can be monitored~\
multiKeyEncryption~host multi-key encryption~multiKeyCount~keys available~keys\
rmpSegmentSizeMin~smallest reverse-map segment~log2 bytes\
rmpSegmentSizeMax~largest reverse-map segment~log2 bytes\
rmpSegmentsCached~cacheable segment definitions~count\
rmpSegmentCountLimited~the count above is a hard limit~\
amdTopologyShift~shift that removes this level's id bits~bits\
amdEfficiencyRanking~core ranking in EBX is valid~flag\
amdHeterogeneousCores~cores below this level differ in kind~flag\
amdAsymmetricTopology~instances of this level differ in size~flag\
amdTopologyLogicalCount~threads at this level~count\
amdPowerEfficiencyRank~static ranking of the core (differs per CPU)~rank\
amdNativeModelId~core model number (differs per CPU)~\
amdCoreType~0 performance, 1 efficiency (differs per CPU)~\
amdTopologyLevelNumber~echo of the subleaf asked~count\
amdTopologyLevelType~0 none, 1 core, 2 complex, 3 die, 4 socket~\
amdTopologyX2ApicId~32-bit id of the CPU that asks~APIC id\
workloadClassCount~workload classes the scheduler feedback knows~classes\
maxTransmetaLeaf~highest leaf of the Transmeta range~leaf number\
transmetaVendorPart1~vendor name, first part~4 ASCII bytes\
transmetaVendorPart3~vendor name, third part~4 ASCII bytes\
transmetaVendorPart2~vendor name, second part~4 ASCII bytes\
transmetaSignature~family, model, stepping in the layout of leaf 1~\
transmetaHardwareRevision~four-byte hardware revision~\
transmetaNominalFrequency~nominal frequency~MHztransmetaRecovery~recovery software is running~\
transmetaLongRun~LongRun power management~transmetaLongRunTable~LongRun table interface~\
transmetaRevisionId~revision id~transmetaCodeRevision~code-morphing software revision~\
transmetaCodeRevisionExtra~further revision part~\
transmetaInfoPart1~information text, characters 1-4~4 ASCII bytes\
transmetaInfoPart2~information text, characters 5-8~4 ASCII bytes\
transmetaInfoPart3~information text, characters 9-12~4 ASCII bytes\
transmetaInfoPart4~information text, characters 13-16~4 ASCII bytes\
transmetaInfoPart5~information text, characters 17-20~4 ASCII bytes\
transmetaInfoPart6~information text, characters 21-24~4 ASCII bytes\
transmetaInfoPart7~information text, characters 25-28~4 ASCII bytes\
transmetaInfoPart8~information text, characters 29-32~4 ASCII bytes\
transmetaInfoPart9~information text, characters 33-36~4 ASCII bytes\
transmetaInfoPart10~information text, characters 37-40~4 ASCII bytes\
transmetaInfoPart11~information text, characters 41-44~4 ASCII bytes\
transmetaInfoPart12~information text, characters 45-48~4 ASCII bytes\
transmetaInfoPart13~information text, characters 49-52~4 ASCII bytes\
transmetaInfoPart14~information text, characters 53-56~4 ASCII bytes\
transmetaInfoPart15~information text, characters 57-60~4 ASCII bytes\
transmetaInfoPart16~information text, characters 61-64~4 ASCII bytes\
transmetaCurrentFrequency~frequency now; changes while running~MHz\
transmetaCurrentVoltage~voltage now; changes while running~mV\
transmetaCurrentPerformance~performance level now; changes while running~percent\
transmetaCurrentGateDelay~gate delay now; changes while running~fs\
easterEggPart1~joke text on K8 to Zen parts, outside the advertised range~4 ASCII bytes\
easterEggPart2~joke text~4 ASCII byteseasterEggPart3~joke text~4 ASCII bytes\
easterEggPart4~joke text~4 ASCII bytes\
maxCentaurLeaf~highest leaf of the Centaur and Zhaoxin range~leaf number\
centaurSignature~family, model, stepping as leaf 1, with extra stepping bits~\
zhaoxinSm2~SM2 instructions (on VIA parts: alternate instruction set)~zhaoxinSm2Enabled~SM2 is on~\
padlockRng~hardware random numbers (XSTORE)~padlockRngEnabled~random numbers are on~\
zhaoxinSm3Sm4~SM3 and SM4 instructions (VIA: LongHaul control)~\
zhaoxinSm3Sm4Enabled~SM3 and SM4 are on~padlockAce~AES engine~padlockAceEnabled~AES engine is on~\
padlockAce2~second AES engine~padlockAce2Enabled~second AES engine is on~\
padlockHash~SHA-1 and SHA-256 engine~padlockHashEnabled~hash engine is on~\
padlockMontgomery~Montgomery multiplier~padlockMontgomeryEnabled~Montgomery multiplier is on~\
parallax~automatic voltage adjustment~parallaxEnabled~automatic voltage adjustment is on~\
thermalMonitor3~third thermal monitor~thermalMonitor3Enabled~third thermal monitor is on~\
padlockRng2~second random number generator~padlockRng2Enabled~second random number generator is on~\
padlockHash2~SHA-384 and SHA-512 engine~padlockHash2Enabled~SHA-384 and SHA-512 engine is on~\
padlockRsa~modular exponentiation instructions~padlockRsaEnabled~modular exponentiation is on~\
centaurStatusA~temperature and voltage status; changes while running~\
centaurStatusB~frequency and voltage status; changes while running~centaurStatusC~status word~\
centaurStatusD~status word~centaurTemperature~temperature reading; changes while running~\
centaurPerformanceStatus~current multiplier and voltage; changes while running~\
centaurPerformanceLimits~multiplier and voltage limits~\

"""
  /// Length of each record, in bytes.
  static let rowsLengths: InlineArray<_, UInt16> = [
    59, 59, 60, 82, 32, 44, 66, 73, 80, 56, 68, 72, 142, 56, 84, 57, 65, 110, 35, 35, 35, 67, 35,
    35, 35, 35, 67, 35, 35, 37, 37, 67, 37, 37, 37, 37, 67, 53, 53, 58, 90, 60, 37, 55, 35, 42, 90,
    115, 46, 49, 32, 32, 86, 54, 72, 72, 88, 61, 66, 69, 64, 57, 36, 36, 36, 36, 36, 36, 36, 52, 60,
    118, 42, 58, 50, 48, 38, 44, 65, 50, 39, 35, 81, 57, 52, 42, 59, 72, 27, 52, 86, 71, 52, 59, 43,
    61, 74, 59, 70, 56, 92, 49, 40, 67, 59, 73, 75, 75, 59, 48, 56, 40, 43, 62, 59, 73,
    68, 111, 110, 64, 54, 59, 51, 69, 61, 70, 62, 61, 68, 56, 62, 65, 64, 52, 51, 66, 48, 50, 83,
    54, 60, 77, 92, 51, 43, 82, 18, 28, 28, 32, 40, 34, 37, 21, 38, 56, 45, 39, 69, 78, 50, 81, 42,
    38, 60, 61, 48, 52, 51, 38, 38, 48, 86, 61, 74, 58, 70, 54, 56, 67, 66, 66, 60, 42, 38, 49, 49,
    60,
    55, 34, 55, 71, 83, 53, 59, 51, 56, 49, 49, 51, 47, 41, 48, 56, 46, 37, 53, 49, 46, 25, 39, 55,
    33, 25, 21, 78, 66, 61, 128, 40, 75, 47, 45, 58, 53, 54, 50, 45, 84, 41, 56, 68, 18, 18, 32, 48,
    33, 45, 48, 51, 49, 46, 61, 50, 34, 44, 34, 68, 49, 91, 38, 36, 40, 78, 26, 64, 48, 42, 74, 39,
    38, 37,
    57, 29, 29, 29, 29, 48, 34, 42, 87, 35, 33, 80, 49, 42, 42, 100, 47, 41, 50, 39, 78, 66, 74, 49,
    25, 25, 76, 65, 55, 43, 42, 33, 46, 34, 39, 53, 57, 84, 36, 32, 34, 30, 58, 47, 45, 30, 30, 36,
    30, 33, 56, 27, 31, 42, 55, 61, 53, 83, 57,
    68, 62, 44, 88, 66, 55, 50, 66, 42, 62, 40, 42, 38, 55, 55, 69, 88, 48, 44, 59, 55, 67, 63, 37,
    55, 47, 56, 48, 47, 54, 42, 42, 45, 44, 32, 37, 68, 51, 47, 46, 32, 41, 40, 44, 48, 68, 44, 64,
    82, 62, 48, 48, 31, 42, 63, 60,
    49, 49, 63, 64, 58, 59,
    115, 81, 48, 49, 113, 43, 30, 35, 35, 44, 59, 32, 38, 38, 36, 75, 49, 43, 41, 68, 61, 57, 30,
    60, 55, 51, 43, 42, 53, 94, 31, 76, 46, 118, 55, 46, 82, 38, 40, 33, 34, 39, 57, 35, 37, 38, 41,
    42, 110, 79, 68, 64, 42, 46, 61, 56, 79, 40, 74, 49, 61, 61, 65, 72, 66, 65, 65,
    70, 54, 53, 99, 66, 55,
    93, 92,
    126,
    117, 82, 68, 67, 97, 30, 66, 44, 43, 45, 68, 51, 78, 61, 56, 86, 100, 61, 38, 58, 19, 17, 19,
    19, 19, 19, 19, 19, 46, 58, 21, 19, 19, 21, 49, 23, 54, 75, 19, 21, 80, 45, 46, 47, 47, 47, 47,
    47, 47, 48, 48, 48, 95, 60, 51, 60, 52, 57, 45, 57, 33, 37, 55, 27, 47, 44, 62, 41, 97, 135, 51,
    45, 52, 42, 45, 42, 76, 39, 33, 66, 36, 18, 70, 59, 24, 33, 70, 41, 72, 43, 52, 66, 49, 36, 40,
    50, 60, 73, 44, 47, 43, 26, 46, 46, 56, 59, 47, 35, 37, 27,
    96, 76, 127, 62, 39, 47, 62, 16, 75, 59, 53, 47, 60, 86, 55, 54, 78, 54, 42, 49, 53, 30, 73, 38,
    50, 26, 67, 41, 42, 54, 36, 34, 57, 54, 37, 49, 44, 32, 30, 80, 52, 75, 54, 41, 33, 60, 73, 77,
    44, 59, 49,
    77, 51, 45, 51, 52, 51, 45, 51, 29, 59, 29, 29, 59, 32, 26, 56, 54, 39, 46, 41, 39, 51, 30, 34,
    44, 53, 74, 46, 36, 33, 55, 41, 53, 36, 19, 44, 41, 30, 37, 34, 66, 48, 40, 58, 38, 90, 39, 47,
    35, 35, 89, 57, 78, 82, 58, 32, 62, 27, 21, 28, 31, 31, 34, 18, 61, 38, 50, 74, 50, 41, 39, 55,
    46, 63, 43, 40, 60, 59, 16, 50, 41, 50, 39, 47, 49, 61, 56, 56, 46, 74, 80, 33, 60, 65,
    65, 74, 64, 43, 64, 69, 41, 51, 45, 55, 39, 41, 28, 52, 54, 42, 44, 44, 57, 35, 65, 60, 60, 57,
    36, 46, 40, 66, 64, 54, 51, 76, 63, 96, 77, 80, 19, 43, 35, 41, 49, 60, 68, 45, 33, 57, 56, 53,
    55, 61, 54, 64, 65, 51, 72, 53, 58, 54, 64, 58, 72,
    64, 58, 58, 59, 67, 54, 47, 47, 42, 46, 32, 54, 49, 65, 65, 66, 67, 67, 67, 67, 67, 67, 68, 68,
    68, 68, 68, 68, 68, 66, 61, 80, 66,
    87, 38, 38, 38,
    72, 77, 70, 28, 44, 40, 63, 40, 22, 35, 30, 43, 37, 37, 40, 53, 38, 51, 38, 51, 43, 56, 40, 53,
    47, 47, 69, 67, 27, 27, 62, 79, 55,
  ]
  /// Keys of the cpuid= option.
  static let options: StaticString = """
maxleafmaxsubleafmaxextleafmaxphysaddr\

"""
  /// Length of each record, in bytes.
  static let optionsLengths: InlineArray<_, UInt16> = [
    7, 10, 10, 11,
  ]
  /// The field of each.
  static let optionFields: [Field] = [
    .maxBasicLeaf,
    .maxLeaf7Subleaf,
    .maxExtendedLeaf,
    .maxPhysicalAddressBits,
  ]
}

enum MSRFieldText {
  /// Name and meaning, in the order of `MSRField`.
  static let rows: StaticString = """
featureControlLock~locked: further writes fault until resetfeatureControlVmxInSmx~VMXON inside SMX\
featureControlVmxOutsideSmx~VMXON outside SMX; follows VMX\
featureControlSenterLocals~GETSEC SENTER function enablesfeatureControlSenter~GETSEC SENTER enable\
featureControlSgxLaunchControl~launch-key MSRs writable; follows SGX_LC\
featureControlSgx~SGX enable; follows SGX\
featureControlLmce~local machine checks; follows MCG_CAP.LMCE_P\
microcodeRevision~\
loaded microcode (upper half on Intel, lower half on AMD); KVM lets the VMM choose it\
platformInfoMaxNonTurboRatio~base ratio; zero for guests\
platformInfoProgrammableTurbo~turbo ratio limits writable\
platformInfoProgrammableTdp~turbo power limits writable\
platformInfoProgrammableTjOffset~temperature target offset writable\
platformInfoCpuidFaulting~\
CPUID faulting can be switched on in MSR 0x140; emulable, so HVM max sets it always\
platformInfoLowPowerMode~low power modeplatformInfoMaxEfficiencyRatio~lowest efficient ratio\
coreCapsStlbQos~second-level TLB quality of service; MSR readable with CORE_CAPS\
coreCapsFusa~functional-safety MSRscoreCapsRsmCpl0Only~RSM only at CPL 0\
coreCapsUcLockGp~uncacheable locked access can raise #GP\
coreCapsSplitLockDetect~split-lock access can raise #AC (MSR 0x33 bit 29)\
coreCapsSnoopFilterQos~snoop filter quality of service\
coreCapsUcStoreThrottle~uncacheable stores can be throttled\
archCapabilities~feature bits are rows of words 16 (low) and 17 (high); readable only with\
 ARCH_CAPS. Bits that no feature names are zero\
tsxForceAbortRtm~transactions abort; MSR exists with TSX_FORCE_ABORT\
tsxForceAbortCpuidClear~hides HLE and RTM in leaf 7\
tsxForceAbortSdvEnable~development mode that enables RTM\
tsxCtrlRtmDisable~transactions abort at once; MSR exists with TSX_CTRL\
tsxCtrlCpuidClear~hides HLE and RTM in leaf 7: raw policy depends on it\
cpuidMaskV2Leaf1~CPUID masking: leaf 1 masks, Nehalem and Westmere; a value other than all ones\
 means raw is not silicon\
cpuidMaskV2Extended1~CPUID masking: leaf 0x80000001 masks, Nehalem and Westmere; a value other than\
 all ones means raw is not silicon\
cpuidMaskV3Leaf1~\
CPUID masking: leaf 1 masks, Sandy Bridge; a value other than all ones means raw is not silicon\
cpuidMaskV3Extended1~CPUID masking: leaf 0x80000001 masks, Sandy Bridge; a value other than all\
 ones means raw is not silicon\
cpuidMaskV3LeafD1~CPUID masking: leaf 0xd subleaf 1 EAX mask, Sandy Bridge; a value other than all\
 ones means raw is not silicon\
miscFeaturesCpuidFault~CPUID above CPL 0 faults; writable only when 0xce bit 31 is offered\
miscFeaturesMonitorFault~MONITOR/MWAIT at CPL 3 raises #UD (Knights parts: enables it)\
miscEnableFastStrings~fast REP strings; 0 makes ERMS meaningless (Xen clears ERMS)\
miscEnableThermalControl~automatic thermal control\
miscEnablePerfmonAvailable~performance monitoring present; 0 goes with leaf 0xa zero\
miscEnableBtsUnavailable~branch trace store absent; reads 1 for guests without DS\
miscEnablePebsUnavailable~PEBS absent; reads 1 for guests without it\
miscEnableSpeedStep~gates the EIST bitmiscEnableMonitor~gates the MONITOR bit of leaf 1\
miscEnableLimitCpuid~limits the basic maximum to 2 or 3: must be clear when the raw policy is read\
miscEnableXtprDisable~gates XTPR\
miscEnableXdDisable~hides NX in 0x80000001 EDX: must be clear when the raw policy is read\
miscEnableTurboDisable~hides turbo in leaf 6 EAX bit 1\
perfCapLbrFormat~\
layout of LBR records (0-7, 0x3f architectural); zero unless LBR is offered; MSR readable with PDCM\
perfCapPebsTrap~PEBS is trap-likeperfCapPebsArchRegs~PEBS saves all architectural registers\
perfCapPebsFormat~PEBS record layoutperfCapFreezeWhileSmm~counters can stop in SMM\
perfCapFullWidthWrite~full-width counter write aliases at 0x4c1perfCapPebsBaseline~adaptive PEBS\
perfCapMetrics~top-down metrics MSRperfCapPebsOutputPt~PEBS records can go to processor trace\
perfCapPebsTimed~timed PEBS (cycle counts in records)\
cpuidMaskV1Leaf1~CPUID masking: leaf 1 ECX and EDX masks, Core 2 late steppings; a value other than\
 all ones means raw is not silicon\
vmxBasicRevision~VMCS revision; a VMCS image is only good for this value\
vmxBasicVmcsSize~VMCS region size (at most 4096)\
vmxBasicPhys32~VMX structures limited to 32-bit addresses; 0 on 64-bit parts\
vmxBasicDualMonitor~dual-monitor treatment of SMM\
vmxBasicMemoryType~memory type for VMCS access, 6 = write-back\
vmxBasicInsOutsInfo~INS/OUTS exit information\
vmxBasicTrueControls~the true control MSRs 0x48d-0x490 exist\
vmxBasicHardwareExceptionNoErrorCode~any exception may be injected without error code\
vmxBasicNestedException~nested-exception support with FRED\
vmxPinMustBeOne~\
allowed-0 half: a set bit means the control must be 1. Bits a host insists on cannot be dropped\
vmxPinExternalInterruptExit~allowed-1 half, control bit 0: exit on external interrupt\
vmxPinDefaultOnes1~allowed-1 half of reserved control bits 1-2: 1 on every part, kept 1 by software\
 that does not know themvmxPinNmiExit~allowed-1 half, control bit 3: exit on NMI\
vmxPinDefaultOnes4~allowed-1 half of reserved control bits 4-4: 1 on every part, kept 1 by software\
 that does not know themvmxPinVirtualNmis~allowed-1 half, control bit 5: virtual NMIs\
vmxPinPreemptionTimer~allowed-1 half, control bit 6: VMX preemption timer\
vmxPinPostedInterrupts~allowed-1 half, control bit 7: posted interrupts\
vmxProcMustBeOne~\
allowed-0 half: a set bit means the control must be 1. Bits a host insists on cannot be dropped\
vmxProcDefaultOnes1~allowed-1 half of reserved control bits 1-1: 1 on every part, kept 1 by\
 software that does not know them\
vmxProcInterruptWindowExit~allowed-1 half, control bit 2: interrupt-window exit\
vmxProcTscOffsetting~allowed-1 half, control bit 3: TSC offset\
vmxProcDefaultOnes4~allowed-1 half of reserved control bits 4-6: 1 on every part, kept 1 by\
 software that does not know themvmxProcHltExit~allowed-1 half, control bit 7: exit on HLT\
vmxProcDefaultOnes8~allowed-1 half of reserved control bits 8-8: 1 on every part, kept 1 by\
 software that does not know themvmxProcInvlpgExit~allowed-1 half, control bit 9: exit on INVLPG\
vmxProcMwaitExit~allowed-1 half, control bit 10: exit on MWAIT\
vmxProcRdpmcExit~allowed-1 half, control bit 11: exit on RDPMC\
vmxProcRdtscExit~allowed-1 half, control bit 12: exit on RDTSC\
vmxProcDefaultOnes13~allowed-1 half of reserved control bits 13-14: 1 on every part, kept 1 by\
 software that does not know them\
vmxProcCr3LoadExit~allowed-1 half, control bit 15: exit on MOV to CR3\
vmxProcCr3StoreExit~allowed-1 half, control bit 16: exit on MOV from CR3\
vmxProcTertiaryControls~allowed-1 half, control bit 17: tertiary controls (MSR 0x492)\
vmxProcCr8LoadExit~allowed-1 half, control bit 19: exit on MOV to CR8\
vmxProcCr8StoreExit~allowed-1 half, control bit 20: exit on MOV from CR8\
vmxProcTprShadow~allowed-1 half, control bit 21: TPR shadow\
vmxProcNmiWindowExit~allowed-1 half, control bit 22: NMI-window exit\
vmxProcMovDrExit~allowed-1 half, control bit 23: exit on MOV DR\
vmxProcUnconditionalIoExit~allowed-1 half, control bit 24: exit on every I/O instruction\
vmxProcIoBitmaps~allowed-1 half, control bit 25: I/O bitmaps\
vmxProcDefaultOnes26~allowed-1 half of reserved control bits 26-26: 1 on every part, kept 1 by\
 software that does not know them\
vmxProcMonitorTrapFlag~allowed-1 half, control bit 27: single-step exits\
vmxProcMsrBitmaps~allowed-1 half, control bit 28: MSR bitmaps\
vmxProcMonitorExit~allowed-1 half, control bit 29: exit on MONITOR\
vmxProcPauseExit~allowed-1 half, control bit 30: exit on PAUSE\
vmxProcSecondaryControls~allowed-1 half, control bit 31: secondary controls (MSR 0x48b)\
vmxExitMustBeOne~\
allowed-0 half: a set bit means the control must be 1. Bits a host insists on cannot be dropped\
vmxExitDefaultOnes0~allowed-1 half of reserved control bits 0-1: 1 on every part, kept 1 by\
 software that does not know them\
vmxExitSaveDebugControls~allowed-1 half, control bit 2: save DR7 and DEBUGCTL\
vmxExitDefaultOnes3~allowed-1 half of reserved control bits 3-8: 1 on every part, kept 1 by\
 software that does not know them\
vmxExitHost64Bit~allowed-1 half, control bit 9: host runs in 64-bit mode\
vmxExitDefaultOnes10~allowed-1 half of reserved control bits 10-11: 1 on every part, kept 1 by\
 software that does not know them\
vmxExitLoadPerfGlobalCtrl~allowed-1 half, control bit 12: load PERF_GLOBAL_CTRL\
vmxExitDefaultOnes13~allowed-1 half of reserved control bits 13-14: 1 on every part, kept 1 by\
 software that does not know them\
vmxExitAcknowledgeInterrupt~allowed-1 half, control bit 15: acknowledge interrupt on exit\
vmxExitDefaultOnes16~allowed-1 half of reserved control bits 16-17: 1 on every part, kept 1 by\
 software that does not know themvmxExitSavePat~allowed-1 half, control bit 18: save PAT\
vmxExitLoadPat~allowed-1 half, control bit 19: load PAT\
vmxExitSaveEfer~allowed-1 half, control bit 20: save EFER\
vmxExitLoadEfer~allowed-1 half, control bit 21: load EFER\
vmxExitSavePreemptionTimer~allowed-1 half, control bit 22: save preemption timer\
vmxExitClearBndcfgs~allowed-1 half, control bit 23: clear BNDCFGS\
vmxExitConcealFromPt~allowed-1 half, control bit 24: no trace packets about VMX\
vmxExitClearRtitCtl~allowed-1 half, control bit 25: clear trace control\
vmxExitClearLbrCtl~allowed-1 half, control bit 26: clear LBR control\
vmxExitClearUinv~allowed-1 half, control bit 27: clear user-interrupt vector\
vmxExitLoadCetState~allowed-1 half, control bit 28: load CET state\
vmxExitLoadPkrs~allowed-1 half, control bit 29: load PKRS\
vmxExitSavePerfGlobalCtrl~allowed-1 half, control bit 30: save PERF_GLOBAL_CTRL\
vmxExitSecondaryControls~allowed-1 half, control bit 31: secondary exit controls (MSR 0x493)\
vmxEntryMustBeOne~\
allowed-0 half: a set bit means the control must be 1. Bits a host insists on cannot be dropped\
vmxEntryDefaultOnes0~allowed-1 half of reserved control bits 0-1: 1 on every part, kept 1 by\
 software that does not know them\
vmxEntryLoadDebugControls~allowed-1 half, control bit 2: load DR7 and DEBUGCTL\
vmxEntryDefaultOnes3~allowed-1 half of reserved control bits 3-8: 1 on every part, kept 1 by\
 software that does not know them\
vmxEntryGuest64Bit~allowed-1 half, control bit 9: guest runs in 64-bit mode\
vmxEntryEntryToSmm~allowed-1 half, control bit 10: enter SMM\
vmxEntryDeactivateDualMonitor~allowed-1 half, control bit 11: leave dual-monitor treatment\
vmxEntryDefaultOnes12~allowed-1 half of reserved control bits 12-12: 1 on every part, kept 1 by\
 software that does not know them\
vmxEntryLoadPerfGlobalCtrl~allowed-1 half, control bit 13: load PERF_GLOBAL_CTRL\
vmxEntryLoadPat~allowed-1 half, control bit 14: load PAT\
vmxEntryLoadEfer~allowed-1 half, control bit 15: load EFER\
vmxEntryLoadBndcfgs~allowed-1 half, control bit 16: load BNDCFGS\
vmxEntryConcealFromPt~allowed-1 half, control bit 17: no trace packets about VMX\
vmxEntryLoadRtitCtl~allowed-1 half, control bit 18: load trace control\
vmxEntryLoadUinv~allowed-1 half, control bit 19: load user-interrupt vector\
vmxEntryLoadCetState~allowed-1 half, control bit 20: load CET state\
vmxEntryLoadLbrCtl~allowed-1 half, control bit 21: load LBR control\
vmxEntryLoadPkrs~allowed-1 half, control bit 22: load PKRS\
vmxEntryLoadFred~allowed-1 half, control bit 23: load FRED state\
vmxMiscPreemptionShift~preemption timer counts down each 2^n TSC cycles\
vmxMiscSaveLma~exit stores EFER.LMA into the entry controlvmxMiscActivityHlt~HLT activity state\
vmxMiscActivityShutdown~shutdown activity statevmxMiscActivityWaitSipi~wait-for-SIPI activity state\
vmxMiscPtInVmx~processor trace usable in VMX operationvmxMiscSmbaseRead~SMBASE readable in SMM\
vmxMiscCr3Targets~CR3-target valuesvmxMiscMsrListMax~recommended MSR list length: 512*(n+1)\
vmxMiscSmmBlock~SMIs can be blocked by VMXOFFvmxMiscVmwriteAny~VMWRITE to read-only exit fields\
vmxMiscZeroLengthInjection~instruction length 0 may be injected\
vmxMiscMsegRevision~revision for the SMM monitor\
vmxCr0Fixed0~CR0 bits that must be 1 in VMX operationvmxCr0Fixed1~CR0 bits that may be 1\
vmxCr4Fixed0~CR4 bits that must be 1 in VMX operation\
vmxCr4Fixed1~CR4 bits that may be 1; KVM computes it from the guest CPUID\
vmxVmcsEnumMax~highest VMCS field index\
vmxProc2MustBeOne~\
allowed-0 half: a set bit means the control must be 1. Bits a host insists on cannot be dropped\
vmxProc2VirtualApicAccesses~allowed-1 half, control bit 0: virtualised APIC page\
vmxProc2Ept~allowed-1 half, control bit 1: extended page tables\
vmxProc2DescriptorExit~allowed-1 half, control bit 2: exit on descriptor-table access\
vmxProc2Rdtscp~allowed-1 half, control bit 3: RDTSCP usable in the guest\
vmxProc2VirtualX2Apic~allowed-1 half, control bit 4: virtualised x2APIC mode\
vmxProc2Vpid~allowed-1 half, control bit 5: virtual processor ids\
vmxProc2WbinvdExit~allowed-1 half, control bit 6: exit on WBINVD\
vmxProc2UnrestrictedGuest~allowed-1 half, control bit 7: real mode and unpaged guests\
vmxProc2ApicRegisterVirtualization~allowed-1 half, control bit 8: APIC registers virtualised\
vmxProc2VirtualInterruptDelivery~allowed-1 half, control bit 9: virtual interrupt delivery\
vmxProc2PauseLoopExit~allowed-1 half, control bit 10: pause-loop exit\
vmxProc2RdrandExit~allowed-1 half, control bit 11: exit on RDRAND\
vmxProc2Invpcid~allowed-1 half, control bit 12: INVPCID usable in the guest\
vmxProc2VmFunctions~allowed-1 half, control bit 13: VMFUNC\
vmxProc2ShadowVmcs~allowed-1 half, control bit 14: shadow VMCS\
vmxProc2EnclsExit~allowed-1 half, control bit 15: exit on ENCLS\
vmxProc2RdseedExit~allowed-1 half, control bit 16: exit on RDSEED\
vmxProc2PageModificationLog~allowed-1 half, control bit 17: page-modification log\
vmxProc2EptViolationVe~allowed-1 half, control bit 18: EPT violations as exceptions\
vmxProc2ConcealFromPt~allowed-1 half, control bit 19: guest not shown in trace\
vmxProc2Xsaves~allowed-1 half, control bit 20: XSAVES usable in the guest\
vmxProc2PasidTranslation~allowed-1 half, control bit 21: PASID translation for ENQCMD\
vmxProc2ModeBasedExecute~allowed-1 half, control bit 22: execute permission by mode\
vmxProc2SubPageWrite~allowed-1 half, control bit 23: sub-page write permission\
vmxProc2PtGuestPhysical~allowed-1 half, control bit 24: trace output uses guest-physical addresses\
vmxProc2TscScaling~allowed-1 half, control bit 25: TSC scaling\
vmxProc2UserWaitPause~allowed-1 half, control bit 26: TPAUSE, UMONITOR, UMWAIT usable\
vmxProc2Pconfig~allowed-1 half, control bit 27: PCONFIG usable in the guest\
vmxProc2EnclvExit~allowed-1 half, control bit 28: exit on ENCLV\
vmxProc2BusLockExit~allowed-1 half, control bit 30: exit on bus lock\
vmxProc2InstructionTimeout~allowed-1 half, control bit 31: exit on instruction timeout\
vmxEptExecuteOnly~execute-only mappingsvmxEptPageWalk4~four-level tables\
vmxEptPageWalk5~five-level tablesvmxEptUncacheable~tables may be uncacheable\
vmxEptWriteBack~tables may be write-backvmxEpt2M~2 MiB pagesvmxEpt1G~1 GiB pagesvmxInvept~INVEPT\
vmxEptAccessedDirty~accessed and dirty bits\
vmxEptAdvancedExitInfo~more information on EPT violations\
vmxEptSupervisorShadowStack~supervisor shadow-stack controlvmxInveptSingle~single-context INVEPT\
vmxInveptAll~all-context INVEPTvmxInvvpid~INVVPIDvmxInvvpidAddress~single-address INVVPID\
vmxInvvpidSingle~single-context INVVPIDvmxInvvpidAll~all-context INVVPID\
vmxInvvpidSingleKeepGlobals~single-context INVVPID that keeps globals\
vmxHlatPrefixMax~largest HLAT prefix\
trueVmxPinMustBeOne~\
allowed-0 half: a set bit means the control must be 1. Bits a host insists on cannot be dropped\
trueVmxPinExternalInterruptExit~allowed-1 half, control bit 0: exit on external interrupt\
trueVmxPinDefaultOnes1~allowed-1 half of reserved control bits 1-2: 1 on every part, kept 1 by\
 software that does not know themtrueVmxPinNmiExit~allowed-1 half, control bit 3: exit on NMI\
trueVmxPinDefaultOnes4~allowed-1 half of reserved control bits 4-4: 1 on every part, kept 1 by\
 software that does not know themtrueVmxPinVirtualNmis~allowed-1 half, control bit 5: virtual NMIs\
trueVmxPinPreemptionTimer~allowed-1 half, control bit 6: VMX preemption timer\
trueVmxPinPostedInterrupts~allowed-1 half, control bit 7: posted interrupts\
trueVmxProcMustBeOne~\
allowed-0 half: a set bit means the control must be 1. Bits a host insists on cannot be dropped\
trueVmxProcDefaultOnes1~allowed-1 half of reserved control bits 1-1: 1 on every part, kept 1 by\
 software that does not know them\
trueVmxProcInterruptWindowExit~allowed-1 half, control bit 2: interrupt-window exit\
trueVmxProcTscOffsetting~allowed-1 half, control bit 3: TSC offset\
trueVmxProcDefaultOnes4~allowed-1 half of reserved control bits 4-6: 1 on every part, kept 1 by\
 software that does not know themtrueVmxProcHltExit~allowed-1 half, control bit 7: exit on HLT\
trueVmxProcDefaultOnes8~allowed-1 half of reserved control bits 8-8: 1 on every part, kept 1 by\
 software that does not know them\
trueVmxProcInvlpgExit~allowed-1 half, control bit 9: exit on INVLPG\
trueVmxProcMwaitExit~allowed-1 half, control bit 10: exit on MWAIT\
trueVmxProcRdpmcExit~allowed-1 half, control bit 11: exit on RDPMC\
trueVmxProcRdtscExit~allowed-1 half, control bit 12: exit on RDTSC\
trueVmxProcDefaultOnes13~allowed-1 half of reserved control bits 13-14: 1 on every part, kept 1 by\
 software that does not know them\
trueVmxProcCr3LoadExit~allowed-1 half, control bit 15: exit on MOV to CR3\
trueVmxProcCr3StoreExit~allowed-1 half, control bit 16: exit on MOV from CR3\
trueVmxProcTertiaryControls~allowed-1 half, control bit 17: tertiary controls (MSR 0x492)\
trueVmxProcCr8LoadExit~allowed-1 half, control bit 19: exit on MOV to CR8\
trueVmxProcCr8StoreExit~allowed-1 half, control bit 20: exit on MOV from CR8\
trueVmxProcTprShadow~allowed-1 half, control bit 21: TPR shadow\
trueVmxProcNmiWindowExit~allowed-1 half, control bit 22: NMI-window exit\
trueVmxProcMovDrExit~allowed-1 half, control bit 23: exit on MOV DR\
trueVmxProcUnconditionalIoExit~allowed-1 half, control bit 24: exit on every I/O instruction\
trueVmxProcIoBitmaps~allowed-1 half, control bit 25: I/O bitmaps\
trueVmxProcDefaultOnes26~allowed-1 half of reserved control bits 26-26: 1 on every part, kept 1 by\
 software that does not know them\
trueVmxProcMonitorTrapFlag~allowed-1 half, control bit 27: single-step exits\
trueVmxProcMsrBitmaps~allowed-1 half, control bit 28: MSR bitmaps\
trueVmxProcMonitorExit~allowed-1 half, control bit 29: exit on MONITOR\
trueVmxProcPauseExit~allowed-1 half, control bit 30: exit on PAUSE\
trueVmxProcSecondaryControls~allowed-1 half, control bit 31: secondary controls (MSR 0x48b)\
trueVmxExitMustBeOne~\
allowed-0 half: a set bit means the control must be 1. Bits a host insists on cannot be dropped\
trueVmxExitDefaultOnes0~allowed-1 half of reserved control bits 0-1: 1 on every part, kept 1 by\
 software that does not know them\
trueVmxExitSaveDebugControls~allowed-1 half, control bit 2: save DR7 and DEBUGCTL\
trueVmxExitDefaultOnes3~allowed-1 half of reserved control bits 3-8: 1 on every part, kept 1 by\
 software that does not know them\
trueVmxExitHost64Bit~allowed-1 half, control bit 9: host runs in 64-bit mode\
trueVmxExitDefaultOnes10~allowed-1 half of reserved control bits 10-11: 1 on every part, kept 1 by\
 software that does not know them\
trueVmxExitLoadPerfGlobalCtrl~allowed-1 half, control bit 12: load PERF_GLOBAL_CTRL\
trueVmxExitDefaultOnes13~allowed-1 half of reserved control bits 13-14: 1 on every part, kept 1 by\
 software that does not know them\
trueVmxExitAcknowledgeInterrupt~allowed-1 half, control bit 15: acknowledge interrupt on exit\
trueVmxExitDefaultOnes16~allowed-1 half of reserved control bits 16-17: 1 on every part, kept 1 by\
 software that does not know themtrueVmxExitSavePat~allowed-1 half, control bit 18: save PAT\
trueVmxExitLoadPat~allowed-1 half, control bit 19: load PAT\
trueVmxExitSaveEfer~allowed-1 half, control bit 20: save EFER\
trueVmxExitLoadEfer~allowed-1 half, control bit 21: load EFER\
trueVmxExitSavePreemptionTimer~allowed-1 half, control bit 22: save preemption timer\
trueVmxExitClearBndcfgs~allowed-1 half, control bit 23: clear BNDCFGS\
trueVmxExitConcealFromPt~allowed-1 half, control bit 24: no trace packets about VMX\
trueVmxExitClearRtitCtl~allowed-1 half, control bit 25: clear trace control\
trueVmxExitClearLbrCtl~allowed-1 half, control bit 26: clear LBR control\
trueVmxExitClearUinv~allowed-1 half, control bit 27: clear user-interrupt vector\
trueVmxExitLoadCetState~allowed-1 half, control bit 28: load CET state\
trueVmxExitLoadPkrs~allowed-1 half, control bit 29: load PKRS\
trueVmxExitSavePerfGlobalCtrl~allowed-1 half, control bit 30: save PERF_GLOBAL_CTRL\
trueVmxExitSecondaryControls~allowed-1 half, control bit 31: secondary exit controls (MSR 0x493)\
trueVmxEntryMustBeOne~\
allowed-0 half: a set bit means the control must be 1. Bits a host insists on cannot be dropped\
trueVmxEntryDefaultOnes0~allowed-1 half of reserved control bits 0-1: 1 on every part, kept 1 by\
 software that does not know them\
trueVmxEntryLoadDebugControls~allowed-1 half, control bit 2: load DR7 and DEBUGCTL\
trueVmxEntryDefaultOnes3~allowed-1 half of reserved control bits 3-8: 1 on every part, kept 1 by\
 software that does not know them\
trueVmxEntryGuest64Bit~allowed-1 half, control bit 9: guest runs in 64-bit mode\
trueVmxEntryEntryToSmm~allowed-1 half, control bit 10: enter SMM\
trueVmxEntryDeactivateDualMonitor~allowed-1 half, control bit 11: leave dual-monitor treatment\
trueVmxEntryDefaultOnes12~allowed-1 half of reserved control bits 12-12: 1 on every part, kept 1 by\
 software that does not know them\
trueVmxEntryLoadPerfGlobalCtrl~allowed-1 half, control bit 13: load PERF_GLOBAL_CTRL\
trueVmxEntryLoadPat~allowed-1 half, control bit 14: load PAT\
trueVmxEntryLoadEfer~allowed-1 half, control bit 15: load EFER\
trueVmxEntryLoadBndcfgs~allowed-1 half, control bit 16: load BNDCFGS\
trueVmxEntryConcealFromPt~allowed-1 half, control bit 17: no trace packets about VMX\
trueVmxEntryLoadRtitCtl~allowed-1 half, control bit 18: load trace control\
trueVmxEntryLoadUinv~allowed-1 half, control bit 19: load user-interrupt vector\
trueVmxEntryLoadCetState~allowed-1 half, control bit 20: load CET state\
trueVmxEntryLoadLbrCtl~allowed-1 half, control bit 21: load LBR control\
trueVmxEntryLoadPkrs~allowed-1 half, control bit 22: load PKRS\
trueVmxEntryLoadFred~allowed-1 half, control bit 23: load FRED state\
vmxFunctionEptpSwitch~VM function 0, EPTP switchingvmxFunctionsOther~other VM functions, unassigned\
vmxProc3LoadIwkeyExit~exit on LOADIWKEY (64 allowed-1 bits, no must-be-one half)\
vmxProc3Hlat~hypervisor-managed linear translationvmxProc3EptPagingWrite~paging-write control\
vmxProc3GuestPagingVerification~guest-paging verification\
vmxProc3IpiVirtualization~IPI virtualisationvmxProc3VirtualSpecCtrl~SPEC_CTRL virtualised\
vmxExit2SaveFred~save FRED state on exitvmxExit2LoadFred~load FRED state on exit\
vmxExit2SaveSpecCtrl~save SPEC_CTRL on exit\
vmxExit2PrematurelyBusyShadowStack~premature shadow-stack busy indication\
vmxExit2Other~unassigned (64 allowed-1 bits, no must-be-one half)\
xss~supervisor state enabled now; bits offered are leaf 0xd subleaf 1 ECX and EDX (needs XSAVES)\
tscRatioFraction~fraction of the guest to host TSC ratio\
tscRatioInteger~integer part; exists with svmTscRatio\
hwcrTlbCacheDisable~no caching of page-table walkshwcrInvdToWbinvd~INVD acts as WBINVD\
hwcrFFDisable~TLB flush filter off (guests may write it; ignored)\
hwcrIgnneEmulation~IGNNE pin emulation; guest writes are ignored\
hwcrMonitorMwaitDisable~hides MONITOR in leaf 1; raw policy depends on it\
hwcrMonitorMwaitUserEnable~MONITOR/MWAIT at any level\
hwcrMcStatusWriteEnable~machine-check status writable without fault (error injection)\
hwcrTscFrequencySelect~\
TSC counts at P0 rate; guests read 1 with ITSC or on families that tie CONSTANT_TSC to it\
hwcrBoostDisable~core performance boost off; hides CPB\
hwcrEffectiveFrequencyLock~APERF/MPERF write-locked\
hwcrInstructionsRetiredEnable~instructions-retired counter onhwcrSmmPageLock~SMM paging locked\
hwcrCpuidUserDisable~\
CPUID above CPL 0 faults; exists with CPUID_USER_DIS (the AMD form of CPUID faulting)\
vmCrLock~bits 3 and 4 locked\
vmCrSvmDisable~EFER.SVME cannot be set: firmware disabled SVM, the host must drop SVM\
cpuidOverrideLeaf7~the CPU reports these bits as leaf 7 subleaf 0: low half EBX, high half EAX\
 (family 15h and 17h+); firmware and old hypervisors write it, so raw may not be silicon\
cpuidOverrideLeaf6~the CPU reports these bits as leaf 6: low half ECX, high half reserved; firmware\
 and old hypervisors write it, so raw may not be silicon\
cpuidOverrideLeaf1~the CPU reports these bits as leaf 1: low half EDX, high half ECX; firmware and\
 old hypervisors write it, so raw may not be silicon\
cpuidOverrideExtended1~the CPU reports these bits as leaf 0x80000001: low half EDX, high half ECX;\
 firmware and old hypervisors write it, so raw may not be silicon\
deCfgLfenceSerialize~LFENCE waits for older instructions; must read 1 when LFENCE_DISPATCH is\
 offered. Guest writes are dropped\
deCfgZen2Fp9~Zen2 chicken bit that stops data leaking from vector registers; host matter\
bpCfgSpecReduce~reduced speculation for SRSO; exists with SRSO_MSR_FIX, decides SRSO_US_NO\
bpCfgSharedBtbFix~shared-BTB chicken bit\

"""
  /// Length of each record, in bytes.
  static let rowsLengths: InlineArray<_, UInt16> = [
    59, 39, 58, 57, 41, 71, 41, 63,
    103,
    56, 57, 55, 67, 109, 39, 53, 80, 35, 37, 56, 73, 54, 59,
    137, 68, 51, 56,
    70, 71,
    120, 133, 112, 125, 128,
    90, 86,
    82, 50, 84, 81, 68, 38, 49, 98, 32, 89, 54,
    116, 33, 58, 36, 46, 63, 33, 35, 58, 53,
    133,
    72, 48, 76, 49, 62, 45, 60, 85, 58, 111, 85, 123, 56, 123, 61, 73, 71, 112, 124, 79, 62, 124,
    57, 124, 63, 62, 62, 62, 127, 69, 72, 85, 69, 72, 59, 68, 63, 88, 60, 127, 72, 61, 66, 62, 87,
    112, 124, 77, 124, 72, 127, 79, 127, 89, 127, 55, 55, 57, 57, 80, 65, 79, 71, 68, 76, 66, 57,
    79, 92, 113, 125, 78, 125, 75, 60, 90, 128, 80, 56, 58, 64, 80, 70, 75, 67, 67, 58, 64, 71, 58,
    37, 47, 52, 54, 40, 35, 56, 45, 50, 63, 48, 53, 35, 53, 73, 39, 113, 80, 63, 85, 72, 76, 65, 64,
    85, 92, 90, 69, 65, 75, 58, 62, 63, 65, 81, 83, 78, 73, 85, 83, 78, 98, 62, 85, 75, 63, 68, 86,
    39, 33, 33, 43, 40, 20, 20, 16, 43, 57, 59, 37, 31, 18, 40, 39, 33, 69, 36, 115, 89, 127, 60,
    127, 65, 77, 75, 116, 128, 83, 66, 128, 61, 128, 67, 66, 66, 66, 131, 73, 76, 89, 73, 76, 63,
    72, 67, 92, 64, 131, 76, 65, 70, 66, 91, 116, 128, 81, 128, 76, 131, 83, 131, 93, 131, 59, 59,
    61, 61, 84, 69, 83, 75, 72, 80, 70, 61, 83, 96,
    117, 129, 82, 129, 79, 64, 94, 132, 84, 60, 62, 68, 84, 74, 79, 71, 71, 62, 68, 51, 48, 80, 50,
    43, 57, 44, 45, 40, 40, 43, 73, 65,
    96,
    56, 53,
    50, 36, 65, 64, 73, 53, 85, 112, 54, 51, 61, 33, 106,
    28, 85,
    182, 155, 150, 163,
    127, 88, 90, 40,
  ]
}
