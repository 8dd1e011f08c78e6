// SPDX-License-Identifier: Apache-2.0
// Generated from the tables in ABI/ by `make generate`. Do not edit: change the table.
// swift-format-ignore-file
extension Field.Block {
  @inlinable static var leaf0: Self { Self(leaf: 0x0, slot: 0) }
  @inlinable static var leaf1: Self { Self(leaf: 0x1, slot: 1) }
  @inlinable static var leaf2: Self { Self(leaf: 0x2, slot: 2) }
  @inlinable static var leaf3: Self { Self(leaf: 0x3, slot: 3) }
  @inlinable static var leaf4: Self { Self(leaf: 0x4, slot: 4) }
  @inlinable static var leaf5: Self { Self(leaf: 0x5, slot: 12) }
  @inlinable static var leaf6: Self { Self(leaf: 0x6, slot: 13) }
  @inlinable static var leaf7: Self { Self(leaf: 0x7, slot: 14) }
  @inlinable static var leaf8: Self { Self(leaf: 0x8, slot: 17) }
  @inlinable static var leaf9: Self { Self(leaf: 0x9, slot: 18) }
  @inlinable static var leafa: Self { Self(leaf: 0xa, slot: 19) }
  @inlinable static var leafb: Self { Self(leaf: 0xb, slot: 20) }
  @inlinable static var leafd: Self { Self(leaf: 0xd, slot: 28) }
  @inlinable static var leaff: Self { Self(leaf: 0xf, slot: 91) }
  @inlinable static var leaf10: Self { Self(leaf: 0x10, slot: 93) }
  @inlinable static var leaf12: Self { Self(leaf: 0x12, slot: 100) }
  @inlinable static var leaf14: Self { Self(leaf: 0x14, slot: 116) }
  @inlinable static var leaf15: Self { Self(leaf: 0x15, slot: 118) }
  @inlinable static var leaf16: Self { Self(leaf: 0x16, slot: 119) }
  @inlinable static var leaf17: Self { Self(leaf: 0x17, slot: 120) }
  @inlinable static var leaf18: Self { Self(leaf: 0x18, slot: 124) }
  @inlinable static var leaf19: Self { Self(leaf: 0x19, slot: 140) }
  @inlinable static var leaf1a: Self { Self(leaf: 0x1a, slot: 141) }
  @inlinable static var leaf1b: Self { Self(leaf: 0x1b, slot: 142) }
  @inlinable static var leaf1c: Self { Self(leaf: 0x1c, slot: 150) }
  @inlinable static var leaf1d: Self { Self(leaf: 0x1d, slot: 151) }
  @inlinable static var leaf1e: Self { Self(leaf: 0x1e, slot: 153) }
  @inlinable static var leaf1f: Self { Self(leaf: 0x1f, slot: 155) }
  @inlinable static var leaf20: Self { Self(leaf: 0x20, slot: 163) }
  @inlinable static var leaf21: Self { Self(leaf: 0x21, slot: 164) }
  @inlinable static var leaf23: Self { Self(leaf: 0x23, slot: 165) }
  @inlinable static var leaf24: Self { Self(leaf: 0x24, slot: 171) }
  @inlinable static var leaf27: Self { Self(leaf: 0x27, slot: 173) }
  @inlinable static var leaf28: Self { Self(leaf: 0x28, slot: 174) }
  @inlinable static var leaf40000000: Self { Self(leaf: 0x40000000, slot: 181) }
  @inlinable static var leaf40000001: Self { Self(leaf: 0x40000001, slot: 182) }
  @inlinable static var leaf40000002: Self { Self(leaf: 0x40000002, slot: 183) }
  @inlinable static var leaf40000003: Self { Self(leaf: 0x40000003, slot: 184) }
  @inlinable static var leaf40000004: Self { Self(leaf: 0x40000004, slot: 187) }
  @inlinable static var leaf40000005: Self { Self(leaf: 0x40000005, slot: 188) }
  @inlinable static var leaf40000006: Self { Self(leaf: 0x40000006, slot: 189) }
  @inlinable static var leaf40000007: Self { Self(leaf: 0x40000007, slot: 190) }
  @inlinable static var leaf40000008: Self { Self(leaf: 0x40000008, slot: 191) }
  @inlinable static var leaf4000000a: Self { Self(leaf: 0x4000000a, slot: 192) }
  @inlinable static var leaf4000000b: Self { Self(leaf: 0x4000000b, slot: 193) }
  @inlinable static var leaf40000010: Self { Self(leaf: 0x40000010, slot: 194) }
  @inlinable static var leaf40000100: Self { Self(leaf: 0x40000100, slot: 195) }
  @inlinable static var leaf80000000: Self { Self(leaf: 0x80000000, slot: 196) }
  @inlinable static var leaf80000001: Self { Self(leaf: 0x80000001, slot: 197) }
  @inlinable static var leaf80000002: Self { Self(leaf: 0x80000002, slot: 198) }
  @inlinable static var leaf80000003: Self { Self(leaf: 0x80000003, slot: 199) }
  @inlinable static var leaf80000004: Self { Self(leaf: 0x80000004, slot: 200) }
  @inlinable static var leaf80000005: Self { Self(leaf: 0x80000005, slot: 201) }
  @inlinable static var leaf80000006: Self { Self(leaf: 0x80000006, slot: 202) }
  @inlinable static var leaf80000007: Self { Self(leaf: 0x80000007, slot: 203) }
  @inlinable static var leaf80000008: Self { Self(leaf: 0x80000008, slot: 204) }
  @inlinable static var leaf8000000a: Self { Self(leaf: 0x8000000a, slot: 205) }
  @inlinable static var leaf80000019: Self { Self(leaf: 0x80000019, slot: 206) }
  @inlinable static var leaf8000001a: Self { Self(leaf: 0x8000001a, slot: 207) }
  @inlinable static var leaf8000001b: Self { Self(leaf: 0x8000001b, slot: 208) }
  @inlinable static var leaf8000001c: Self { Self(leaf: 0x8000001c, slot: 209) }
  @inlinable static var leaf8000001d: Self { Self(leaf: 0x8000001d, slot: 210) }
  @inlinable static var leaf8000001e: Self { Self(leaf: 0x8000001e, slot: 218) }
  @inlinable static var leaf8000001f: Self { Self(leaf: 0x8000001f, slot: 219) }
  @inlinable static var leaf80000020: Self { Self(leaf: 0x80000020, slot: 220) }
  @inlinable static var leaf80000021: Self { Self(leaf: 0x80000021, slot: 226) }
  @inlinable static var leaf80000022: Self { Self(leaf: 0x80000022, slot: 227) }
  @inlinable static var leaf80000023: Self { Self(leaf: 0x80000023, slot: 228) }
  @inlinable static var leaf80000025: Self { Self(leaf: 0x80000025, slot: 229) }
  @inlinable static var leaf80000026: Self { Self(leaf: 0x80000026, slot: 230) }
  @inlinable static var leaf80000027: Self { Self(leaf: 0x80000027, slot: 238) }
  @inlinable static var leaf80860000: Self { Self(leaf: 0x80860000, slot: Field.Block.noSlot) }
  @inlinable static var leaf80860001: Self { Self(leaf: 0x80860001, slot: Field.Block.noSlot) }
  @inlinable static var leaf80860002: Self { Self(leaf: 0x80860002, slot: Field.Block.noSlot) }
  @inlinable static var leaf80860003: Self { Self(leaf: 0x80860003, slot: Field.Block.noSlot) }
  @inlinable static var leaf80860004: Self { Self(leaf: 0x80860004, slot: Field.Block.noSlot) }
  @inlinable static var leaf80860005: Self { Self(leaf: 0x80860005, slot: Field.Block.noSlot) }
  @inlinable static var leaf80860006: Self { Self(leaf: 0x80860006, slot: Field.Block.noSlot) }
  @inlinable static var leaf80860007: Self { Self(leaf: 0x80860007, slot: Field.Block.noSlot) }
  @inlinable static var leaf8fffffff: Self { Self(leaf: 0x8fffffff, slot: Field.Block.noSlot) }
  @inlinable static var leafc0000000: Self { Self(leaf: 0xc0000000, slot: Field.Block.noSlot) }
  @inlinable static var leafc0000001: Self { Self(leaf: 0xc0000001, slot: Field.Block.noSlot) }
  @inlinable static var leafc0000002: Self { Self(leaf: 0xc0000002, slot: Field.Block.noSlot) }
  @inlinable static var leafc0000004: Self { Self(leaf: 0xc0000004, slot: Field.Block.noSlot) }
}

/// The rows of `ABI/fields.csv`; `docs/reference/fields.md` says what each is, and so does
/// `cpupolicy policy explain`.
public extension Field {
  @inlinable static var maxBasicLeaf: Field { Field(.leaf0, 0x3e040000) }
  @inlinable static var vendorStringPart1: Field { Field(.leaf0, 0x3e050000) }
  @inlinable static var vendorStringPart3: Field { Field(.leaf0, 0x3e060000) }
  @inlinable static var vendorStringPart2: Field { Field(.leaf0, 0x3e070000) }
  @inlinable static var steppingId: Field { Field(.leaf1, 0x06040000) }
  @inlinable static var baseModel: Field { Field(.leaf1, 0x0e440000) }
  @inlinable static var baseFamily: Field { Field(.leaf1, 0x16840000) }
  @inlinable static var processorType: Field { Field(.leaf1, 0x1ac40000) }
  @inlinable static var extendedModel: Field { Field(.leaf1, 0x27040000) }
  @inlinable static var extendedFamily: Field { Field(.leaf1, 0x37440000) }
  @inlinable static var brandIndex: Field { Field(.leaf1, 0x0e050000) }
  @inlinable static var clflushLineSize: Field { Field(.leaf1, 0x1e850000) }
  @inlinable static var logicalProcessorsPerPackage: Field { Field(.leaf1, 0x2f050000) }
  @inlinable static var initialApicId: Field { Field(.leaf1, 0x3f850000) }
  @inlinable static var l1ContextId: Field { Field(.leaf1, 0x14a60000) }
  @inlinable static var processorSerialNumber: Field { Field(.leaf1, 0x25270000) }
  @inlinable static var ia64Emulation: Field { Field(.leaf1, 0x3de70000) }
  @inlinable static var cacheDescriptorQueryCount: Field { Field(.leaf2, 0x0e040000) }
  @inlinable static var cacheDescriptor1: Field { Field(.leaf2, 0x1e840000) }
  @inlinable static var cacheDescriptor2: Field { Field(.leaf2, 0x2f040000) }
  @inlinable static var cacheDescriptor3: Field { Field(.leaf2, 0x3d840000) }
  @inlinable static var cacheDescriptorsEaxInvalid: Field { Field(.leaf2, 0x3ff40000) }
  @inlinable static var cacheDescriptor4: Field { Field(.leaf2, 0x0e050000) }
  @inlinable static var cacheDescriptor5: Field { Field(.leaf2, 0x1e850000) }
  @inlinable static var cacheDescriptor6: Field { Field(.leaf2, 0x2f050000) }
  @inlinable static var cacheDescriptor7: Field { Field(.leaf2, 0x3d850000) }
  @inlinable static var cacheDescriptorsEbxInvalid: Field { Field(.leaf2, 0x3ff50000) }
  @inlinable static var cacheDescriptor8: Field { Field(.leaf2, 0x0e060000) }
  @inlinable static var cacheDescriptor9: Field { Field(.leaf2, 0x1e860000) }
  @inlinable static var cacheDescriptor10: Field { Field(.leaf2, 0x2f060000) }
  @inlinable static var cacheDescriptor11: Field { Field(.leaf2, 0x3d860000) }
  @inlinable static var cacheDescriptorsEcxInvalid: Field { Field(.leaf2, 0x3ff60000) }
  @inlinable static var cacheDescriptor12: Field { Field(.leaf2, 0x0e070000) }
  @inlinable static var cacheDescriptor13: Field { Field(.leaf2, 0x1e870000) }
  @inlinable static var cacheDescriptor14: Field { Field(.leaf2, 0x2f070000) }
  @inlinable static var cacheDescriptor15: Field { Field(.leaf2, 0x3d870000) }
  @inlinable static var cacheDescriptorsEdxInvalid: Field { Field(.leaf2, 0x3ff70000) }
  @inlinable static var serialNumberPart1: Field { Field(.leaf3, 0x3e040000) }
  @inlinable static var serialNumberPart2: Field { Field(.leaf3, 0x3e050000) }
  @inlinable static var serialNumberLow: Field { Field(.leaf3, 0x3e060000) }
  @inlinable static var serialNumberMiddle: Field { Field(.leaf3, 0x3e070000) }
  @inlinable static var cacheType: Field { Field(.leaf4, 0x08000700) }
  @inlinable static var cacheLevel: Field { Field(.leaf4, 0x0e500700) }
  @inlinable static var cacheSelfInitializing: Field { Field(.leaf4, 0x10800700) }
  @inlinable static var cacheFullyAssociative: Field { Field(.leaf4, 0x12900700) }
  @inlinable static var cacheReserved: Field { Field(.leaf4, 0x1aa00700) }
  @inlinable static var cacheThreadsSharing: Field { Field(.leaf4, 0x32e00700) }
  @inlinable static var cacheCoresPerPackage: Field { Field(.leaf4, 0x3fa00700) }
  @inlinable static var cacheLineSize: Field { Field(.leaf4, 0x16010700) }
  @inlinable static var cachePartitions: Field { Field(.leaf4, 0x2ac10700) }
  @inlinable static var cacheWays: Field { Field(.leaf4, 0x3f610700) }
  @inlinable static var cacheSets: Field { Field(.leaf4, 0x3e020700) }
  @inlinable static var cacheWbinvdNotInclusive: Field { Field(.leaf4, 0x00030700) }
  @inlinable static var cacheInclusive: Field { Field(.leaf4, 0x02130700) }
  @inlinable static var cacheComplexIndexing: Field { Field(.leaf4, 0x04230700) }
  @inlinable static var cacheKnightsLandingEdx4: Field { Field(.leaf4, 0x08430700) }
  @inlinable static var monitorLineSizeSmallest: Field { Field(.leaf5, 0x1e040000) }
  @inlinable static var monitorLineSizeLargest: Field { Field(.leaf5, 0x1e050000) }
  @inlinable static var mwaitExtensionsEnumerated: Field { Field(.leaf5, 0x00060000) }
  @inlinable static var mwaitInterruptBreak: Field { Field(.leaf5, 0x02160000) }
  @inlinable static var mwaitMonitorlessWait: Field { Field(.leaf5, 0x04260000) }
  @inlinable static var mwaitC0Substates: Field { Field(.leaf5, 0x06070000) }
  @inlinable static var mwaitC1Substates: Field { Field(.leaf5, 0x0e470000) }
  @inlinable static var mwaitC2Substates: Field { Field(.leaf5, 0x16870000) }
  @inlinable static var mwaitC3Substates: Field { Field(.leaf5, 0x1ec70000) }
  @inlinable static var mwaitC4Substates: Field { Field(.leaf5, 0x27070000) }
  @inlinable static var mwaitC5Substates: Field { Field(.leaf5, 0x2f470000) }
  @inlinable static var mwaitC6Substates: Field { Field(.leaf5, 0x37870000) }
  @inlinable static var mwaitC7Substates: Field { Field(.leaf5, 0x3fc70000) }
  @inlinable static var digitalThermalSensor: Field { Field(.leaf6, 0x00040000) }
  @inlinable static var turboBoost: Field { Field(.leaf6, 0x02140000) }
  @inlinable static var alwaysRunningApicTimer: Field { Field(.leaf6, 0x04240000) }
  @inlinable static var powerLimitNotification: Field { Field(.leaf6, 0x08440000) }
  @inlinable static var extendedClockModulation: Field { Field(.leaf6, 0x0a540000) }
  @inlinable static var packageThermalManagement: Field { Field(.leaf6, 0x0c640000) }
  @inlinable static var hwpBase: Field { Field(.leaf6, 0x0e740000) }
  @inlinable static var hwpNotification: Field { Field(.leaf6, 0x10840000) }
  @inlinable static var hwpActivityWindow: Field { Field(.leaf6, 0x12940000) }
  @inlinable static var hwpEnergyPerformancePreference: Field { Field(.leaf6, 0x14a40000) }
  @inlinable static var hwpPackageRequest: Field { Field(.leaf6, 0x16b40000) }
  @inlinable static var hardwareDutyCycling: Field { Field(.leaf6, 0x1ad40000) }
  @inlinable static var turboBoostMax3: Field { Field(.leaf6, 0x1ce40000) }
  @inlinable static var hwpHighestPerformanceChange: Field { Field(.leaf6, 0x1ef40000) }
  @inlinable static var hwpPeciOverride: Field { Field(.leaf6, 0x21040000) }
  @inlinable static var hwpFlexible: Field { Field(.leaf6, 0x23140000) }
  @inlinable static var hwpFastAccess: Field { Field(.leaf6, 0x25240000) }
  @inlinable static var hardwareFeedbackInterface: Field { Field(.leaf6, 0x27340000) }
  @inlinable static var hwpIgnoreIdleRequest: Field { Field(.leaf6, 0x29440000) }
  @inlinable static var hwpControl: Field { Field(.leaf6, 0x2d640000) }
  @inlinable static var threadDirector: Field { Field(.leaf6, 0x2f740000) }
  @inlinable static var thermalInterruptBit25: Field { Field(.leaf6, 0x31840000) }
  @inlinable static var thermalThresholds: Field { Field(.leaf6, 0x06050000) }
  @inlinable static var aperfMperf: Field { Field(.leaf6, 0x00060000) }
  @inlinable static var acnt2: Field { Field(.leaf6, 0x02160000) }
  @inlinable static var energyPerformanceBias: Field { Field(.leaf6, 0x06360000) }
  @inlinable static var threadDirectorClasses: Field { Field(.leaf6, 0x1e860000) }
  @inlinable static var feedbackCapabilities: Field { Field(.leaf6, 0x0e070000) }
  @inlinable static var feedbackTableSize: Field { Field(.leaf6, 0x16870000) }
  @inlinable static var feedbackTableIndex: Field { Field(.leaf6, 0x3f070000) }
  @inlinable static var maxLeaf7Subleaf: Field { Field(.leaf7, 0x3e000000) }
  @inlinable static var mpxMawau: Field { Field(.leaf7, 0x2b120000) }
  @inlinable static var keyLocker: Field { Field(.leaf7, 0x2f720000) }
  @inlinable static var raoInt: Field { Field(.leaf7, 0x06300101) }
  @inlinable static var hreset: Field { Field(.leaf7, 0x2d600101) }
  @inlinable static var pbndkb: Field { Field(.leaf7, 0x02110101) }
  @inlinable static var cpuidMaxValLimitRemoved: Field { Field(.leaf7, 0x06310101) }
  @inlinable static var asymmetricRdtMonitoring: Field { Field(.leaf7, 0x00020101) }
  @inlinable static var asymmetricRdtAllocation: Field { Field(.leaf7, 0x02120101) }
  @inlinable static var legacyReducedIsa: Field { Field(.leaf7, 0x04220101) }
  @inlinable static var sipi64: Field { Field(.leaf7, 0x08420101) }
  @inlinable static var msrImmediate: Field { Field(.leaf7, 0x0a520101) }
  @inlinable static var userTimer: Field { Field(.leaf7, 0x1ad30101) }
  @inlinable static var userMsr: Field { Field(.leaf7, 0x1ef30101) }
  @inlinable static var avx10: Field { Field(.leaf7, 0x27330101) }
  @inlinable static var mwaitEnumerated: Field { Field(.leaf7, 0x2f730101) }
  @inlinable static var monitorMitigationNo: Field { Field(.leaf7, 0x0e730202) }
  @inlinable static var leaf8Core2Eax10: Field { Field(.leaf8, 0x14a40000) }
  @inlinable static var dcaCapability: Field { Field(.leaf9, 0x3e040000) }
  @inlinable static var pmuVersion: Field { Field(.leafa, 0x0e040000) }
  @inlinable static var pmuGeneralCounters: Field { Field(.leafa, 0x1e840000) }
  @inlinable static var pmuGeneralCounterWidth: Field { Field(.leafa, 0x2f040000) }
  @inlinable static var pmuEventVectorLength: Field { Field(.leafa, 0x3f840000) }
  @inlinable static var pmuNoCoreCycles: Field { Field(.leafa, 0x00050000) }
  @inlinable static var pmuNoInstructionsRetired: Field { Field(.leafa, 0x02150000) }
  @inlinable static var pmuNoReferenceCycles: Field { Field(.leafa, 0x04250000) }
  @inlinable static var pmuNoLlcReferences: Field { Field(.leafa, 0x06350000) }
  @inlinable static var pmuNoLlcMisses: Field { Field(.leafa, 0x08450000) }
  @inlinable static var pmuNoBranchesRetired: Field { Field(.leafa, 0x0a550000) }
  @inlinable static var pmuNoBranchMispredicts: Field { Field(.leafa, 0x0c650000) }
  @inlinable static var pmuNoTopdownSlots: Field { Field(.leafa, 0x0e750000) }
  @inlinable static var pmuNoBackendBound: Field { Field(.leafa, 0x10850000) }
  @inlinable static var pmuNoBadSpeculation: Field { Field(.leafa, 0x12950000) }
  @inlinable static var pmuNoFrontendBound: Field { Field(.leafa, 0x14a50000) }
  @inlinable static var pmuNoRetiring: Field { Field(.leafa, 0x16b50000) }
  @inlinable static var pmuNoLbrInserts: Field { Field(.leafa, 0x18c50000) }
  @inlinable static var pmuFixedCounterBitmap: Field { Field(.leafa, 0x3e060000) }
  @inlinable static var pmuFixedCounters: Field { Field(.leafa, 0x08070000) }
  @inlinable static var pmuFixedCounterWidth: Field { Field(.leafa, 0x18570000) }
  @inlinable static var pmuReserved14: Field { Field(.leafa, 0x1cd70000) }
  @inlinable static var pmuAnyThreadDeprecated: Field { Field(.leafa, 0x1ef70000) }
  @inlinable static var pmuSlotsPerCycle: Field { Field(.leafa, 0x27070000) }
  @inlinable static var topologyShift: Field { Field(.leafb, 0x08000700) }
  @inlinable static var topologyLogicalCount: Field { Field(.leafb, 0x1e010700) }
  @inlinable static var topologyLevelNumber: Field { Field(.leafb, 0x0e020700) }
  @inlinable static var topologyLevelType: Field { Field(.leafb, 0x1e820700) }
  @inlinable static var topologyX2ApicId: Field { Field(.leafb, 0x3e030700) }
  @inlinable static var xcr0X87: Field { Field(.leafd, 0x00000000) }
  @inlinable static var xcr0Sse: Field { Field(.leafd, 0x02100000) }
  @inlinable static var xcr0Avx: Field { Field(.leafd, 0x04200000) }
  @inlinable static var xcr0BndRegs: Field { Field(.leafd, 0x06300000) }
  @inlinable static var xcr0BndCsr: Field { Field(.leafd, 0x08400000) }
  @inlinable static var xcr0Opmask: Field { Field(.leafd, 0x0a500000) }
  @inlinable static var xcr0ZmmHi256: Field { Field(.leafd, 0x0c600000) }
  @inlinable static var xcr0Hi16Zmm: Field { Field(.leafd, 0x0e700000) }
  @inlinable static var xcr0Pkru: Field { Field(.leafd, 0x12900000) }
  @inlinable static var xcr0TileConfig: Field { Field(.leafd, 0x23100000) }
  @inlinable static var xcr0TileData: Field { Field(.leafd, 0x25200000) }
  @inlinable static var xcr0Apx: Field { Field(.leafd, 0x27300000) }
  @inlinable static var xsaveSizeEnabled: Field { Field(.leafd, 0x3e010000) }
  @inlinable static var xsaveSizeMax: Field { Field(.leafd, 0x3e020000) }
  @inlinable static var xcr0Lwp: Field { Field(.leafd, 0x3de30000) }
  @inlinable static var xsaveSizeCompactEnabled: Field { Field(.leafd, 0x3e010101) }
  @inlinable static var xssProcessorTrace: Field { Field(.leafd, 0x10820101) }
  @inlinable static var xssPasid: Field { Field(.leafd, 0x14a20101) }
  @inlinable static var xssCetUser: Field { Field(.leafd, 0x16b20101) }
  @inlinable static var xssCetSupervisor: Field { Field(.leafd, 0x18c20101) }
  @inlinable static var xssHdc: Field { Field(.leafd, 0x1ad20101) }
  @inlinable static var xssUserInterrupts: Field { Field(.leafd, 0x1ce20101) }
  @inlinable static var xssArchLbr: Field { Field(.leafd, 0x1ef20101) }
  @inlinable static var xssHwp: Field { Field(.leafd, 0x21020101) }
  @inlinable static var xssHigh: Field { Field(.leafd, 0x3e030101) }
  @inlinable static var xstateComponentSize: Field { Field(.leafd, 0x3e003e02) }
  @inlinable static var xstateComponentOffset: Field { Field(.leafd, 0x3e013e02) }
  @inlinable static var xstateComponentSupervisor: Field { Field(.leafd, 0x00023e02) }
  @inlinable static var xstateComponentAligned: Field { Field(.leafd, 0x02123e02) }
  @inlinable static var xstateComponentXfd: Field { Field(.leafd, 0x04223e02) }
  @inlinable static var rmidMax: Field { Field(.leaff, 0x3e010000) }
  @inlinable static var l3MonitoringPresent: Field { Field(.leaff, 0x02130000) }
  @inlinable static var l3MonitoringCounterWidth: Field { Field(.leaff, 0x0e000101) }
  @inlinable static var l3MonitoringOverflowBit: Field { Field(.leaff, 0x10800101) }
  @inlinable static var l3MonitoringIoOccupancy: Field { Field(.leaff, 0x12900101) }
  @inlinable static var l3MonitoringIoBandwidth: Field { Field(.leaff, 0x14a00101) }
  @inlinable static var l3MonitoringUpscale: Field { Field(.leaff, 0x3e010101) }
  @inlinable static var l3MonitoringRmidMax: Field { Field(.leaff, 0x3e020101) }
  @inlinable static var l3OccupancyMonitoring: Field { Field(.leaff, 0x00030101) }
  @inlinable static var l3TotalBandwidthMonitoring: Field { Field(.leaff, 0x02130101) }
  @inlinable static var l3LocalBandwidthMonitoring: Field { Field(.leaff, 0x04230101) }
  @inlinable static var l3MonitoringEvent3: Field { Field(.leaff, 0x06330101) }
  @inlinable static var l3AllocationPresent: Field { Field(.leaf10, 0x02110000) }
  @inlinable static var l2AllocationPresent: Field { Field(.leaf10, 0x04210000) }
  @inlinable static var bandwidthAllocationPresent: Field { Field(.leaf10, 0x06310000) }
  @inlinable static var cacheBandwidthAllocationPresent: Field { Field(.leaf10, 0x0a510000) }
  @inlinable static var resource6AllocationPresent: Field { Field(.leaf10, 0x0c610000) }
  @inlinable static var allocationMaskLength: Field { Field(.leaf10, 0x08000201) }
  @inlinable static var allocationSharedUnits: Field { Field(.leaf10, 0x3e010201) }
  @inlinable static var allocationIoShared: Field { Field(.leaf10, 0x02120201) }
  @inlinable static var allocationCodeDataPriority: Field { Field(.leaf10, 0x04220201) }
  @inlinable static var allocationNonContiguousMask: Field { Field(.leaf10, 0x06320201) }
  @inlinable static var allocationClassMax: Field { Field(.leaf10, 0x1e030201) }
  @inlinable static var bandwidthThrottleMax: Field { Field(.leaf10, 0x16000303) }
  @inlinable static var bandwidthPerThread: Field { Field(.leaf10, 0x00020303) }
  @inlinable static var bandwidthLinear: Field { Field(.leaf10, 0x04220303) }
  @inlinable static var bandwidthClassMax: Field { Field(.leaf10, 0x1e030303) }
  @inlinable static var cacheBandwidthLevelMax: Field { Field(.leaf10, 0x0e000505) }
  @inlinable static var cacheBandwidthScope: Field { Field(.leaf10, 0x16800505) }
  @inlinable static var cacheBandwidthLinear: Field { Field(.leaf10, 0x06320505) }
  @inlinable static var cacheBandwidthClassMax: Field { Field(.leaf10, 0x1e030505) }
  @inlinable static var resource6Limit: Field { Field(.leaf10, 0x3e000606) }
  @inlinable static var sgx1: Field { Field(.leaf12, 0x00000000) }
  @inlinable static var sgx2: Field { Field(.leaf12, 0x02100000) }
  @inlinable static var sgxEnclv: Field { Field(.leaf12, 0x0a500000) }
  @inlinable static var sgxEnclsOversubscription: Field { Field(.leaf12, 0x0c600000) }
  @inlinable static var sgxEverifyReport2: Field { Field(.leaf12, 0x0e700000) }
  @inlinable static var sgxEupdateSvn: Field { Field(.leaf12, 0x14a00000) }
  @inlinable static var sgxEdeccssa: Field { Field(.leaf12, 0x16b00000) }
  @inlinable static var sgxMiscSelect: Field { Field(.leaf12, 0x3e010000) }
  @inlinable static var sgxMaxEnclaveSize32: Field { Field(.leaf12, 0x0e030000) }
  @inlinable static var sgxMaxEnclaveSize64: Field { Field(.leaf12, 0x1e830000) }
  @inlinable static var sgxAttributesLow: Field { Field(.leaf12, 0x3e000101) }
  @inlinable static var sgxAttributesHigh: Field { Field(.leaf12, 0x3e010101) }
  @inlinable static var sgxXfrmLow: Field { Field(.leaf12, 0x3e020101) }
  @inlinable static var sgxXfrmHigh: Field { Field(.leaf12, 0x3e030101) }
  @inlinable static var sgxEpcType: Field { Field(.leaf12, 0x06000f02) }
  @inlinable static var sgxEpcBaseLow: Field { Field(.leaf12, 0x3ec00f02) }
  @inlinable static var sgxEpcBaseHigh: Field { Field(.leaf12, 0x26010f02) }
  @inlinable static var sgxEpcProperties: Field { Field(.leaf12, 0x06020f02) }
  @inlinable static var sgxEpcSizeLow: Field { Field(.leaf12, 0x3ec20f02) }
  @inlinable static var sgxEpcSizeHigh: Field { Field(.leaf12, 0x26030f02) }
  @inlinable static var ptMaxSubleaf: Field { Field(.leaf14, 0x3e000000) }
  @inlinable static var ptCr3Filter: Field { Field(.leaf14, 0x00010000) }
  @inlinable static var ptConfigurablePsb: Field { Field(.leaf14, 0x02110000) }
  @inlinable static var ptIpFilter: Field { Field(.leaf14, 0x04210000) }
  @inlinable static var ptMtc: Field { Field(.leaf14, 0x06310000) }
  @inlinable static var ptPtwrite: Field { Field(.leaf14, 0x08410000) }
  @inlinable static var ptPowerEvents: Field { Field(.leaf14, 0x0a510000) }
  @inlinable static var ptPsbPmiPreserve: Field { Field(.leaf14, 0x0c610000) }
  @inlinable static var ptEventTrace: Field { Field(.leaf14, 0x0e710000) }
  @inlinable static var ptTntDisable: Field { Field(.leaf14, 0x10810000) }
  @inlinable static var ptTopaOutput: Field { Field(.leaf14, 0x00020000) }
  @inlinable static var ptTopaMultipleEntries: Field { Field(.leaf14, 0x02120000) }
  @inlinable static var ptSingleRangeOutput: Field { Field(.leaf14, 0x04220000) }
  @inlinable static var ptTransportOutput: Field { Field(.leaf14, 0x06320000) }
  @inlinable static var ptIpIsLip: Field { Field(.leaf14, 0x3ff20000) }
  @inlinable static var ptAddressRanges: Field { Field(.leaf14, 0x04000101) }
  @inlinable static var ptMtcPeriods: Field { Field(.leaf14, 0x3f000101) }
  @inlinable static var ptCycleThresholds: Field { Field(.leaf14, 0x1e010101) }
  @inlinable static var ptPsbPeriods: Field { Field(.leaf14, 0x3f010101) }
  @inlinable static var tscRatioDenominator: Field { Field(.leaf15, 0x3e040000) }
  @inlinable static var tscRatioNumerator: Field { Field(.leaf15, 0x3e050000) }
  @inlinable static var crystalFrequency: Field { Field(.leaf15, 0x3e060000) }
  @inlinable static var baseFrequency: Field { Field(.leaf16, 0x1e040000) }
  @inlinable static var maxFrequency: Field { Field(.leaf16, 0x1e050000) }
  @inlinable static var busFrequency: Field { Field(.leaf16, 0x1e060000) }
  @inlinable static var socMaxSubleaf: Field { Field(.leaf17, 0x3e000000) }
  @inlinable static var socVendorId: Field { Field(.leaf17, 0x1e010000) }
  @inlinable static var socVendorScheme: Field { Field(.leaf17, 0x21010000) }
  @inlinable static var socProjectId: Field { Field(.leaf17, 0x3e020000) }
  @inlinable static var socSteppingId: Field { Field(.leaf17, 0x3e030000) }
  @inlinable static var socBrandPartA: Field { Field(.leaf17, 0x3e000301) }
  @inlinable static var socBrandPartB: Field { Field(.leaf17, 0x3e010301) }
  @inlinable static var socBrandPartC: Field { Field(.leaf17, 0x3e020301) }
  @inlinable static var socBrandPartD: Field { Field(.leaf17, 0x3e030301) }
  @inlinable static var tlbMaxSubleaf: Field { Field(.leaf18, 0x3e000000) }
  @inlinable static var tlbPages4K: Field { Field(.leaf18, 0x00010f00) }
  @inlinable static var tlbPages2M: Field { Field(.leaf18, 0x02110f00) }
  @inlinable static var tlbPages4M: Field { Field(.leaf18, 0x04210f00) }
  @inlinable static var tlbPages1G: Field { Field(.leaf18, 0x06310f00) }
  @inlinable static var tlbPartitioning: Field { Field(.leaf18, 0x14810f00) }
  @inlinable static var tlbWays: Field { Field(.leaf18, 0x3f010f00) }
  @inlinable static var tlbSets: Field { Field(.leaf18, 0x3e020f00) }
  @inlinable static var tlbType: Field { Field(.leaf18, 0x08030f00) }
  @inlinable static var tlbLevel: Field { Field(.leaf18, 0x0e530f00) }
  @inlinable static var tlbFullyAssociative: Field { Field(.leaf18, 0x10830f00) }
  @inlinable static var tlbThreadsSharing: Field { Field(.leaf18, 0x32e30f00) }
  @inlinable static var keyLockerCpl0Only: Field { Field(.leaf19, 0x00000000) }
  @inlinable static var keyLockerNoEncrypt: Field { Field(.leaf19, 0x02100000) }
  @inlinable static var keyLockerNoDecrypt: Field { Field(.leaf19, 0x04200000) }
  @inlinable static var keyLockerEnabled: Field { Field(.leaf19, 0x00010000) }
  @inlinable static var keyLockerWide: Field { Field(.leaf19, 0x04210000) }
  @inlinable static var keyLockerBackup: Field { Field(.leaf19, 0x08410000) }
  @inlinable static var keyLockerNoBackup: Field { Field(.leaf19, 0x00020000) }
  @inlinable static var keyLockerRandomKey: Field { Field(.leaf19, 0x02120000) }
  @inlinable static var nativeModelId: Field { Field(.leaf1a, 0x2e000000) }
  @inlinable static var coreType: Field { Field(.leaf1a, 0x3f800000) }
  @inlinable static var pconfigSubleafType: Field { Field(.leaf1b, 0x16000700) }
  @inlinable static var pconfigTarget1: Field { Field(.leaf1b, 0x3e010700) }
  @inlinable static var pconfigTarget2: Field { Field(.leaf1b, 0x3e020700) }
  @inlinable static var pconfigTarget3: Field { Field(.leaf1b, 0x3e030700) }
  @inlinable static var archLbrDepths: Field { Field(.leaf1c, 0x0e000000) }
  @inlinable static var archLbrDeepCReset: Field { Field(.leaf1c, 0x3de00000) }
  @inlinable static var archLbrIpIsLip: Field { Field(.leaf1c, 0x3ff00000) }
  @inlinable static var archLbrCplFilter: Field { Field(.leaf1c, 0x00010000) }
  @inlinable static var archLbrBranchFilter: Field { Field(.leaf1c, 0x02110000) }
  @inlinable static var archLbrCallStack: Field { Field(.leaf1c, 0x04210000) }
  @inlinable static var archLbrMispredict: Field { Field(.leaf1c, 0x00020000) }
  @inlinable static var archLbrTimed: Field { Field(.leaf1c, 0x02120000) }
  @inlinable static var archLbrBranchType: Field { Field(.leaf1c, 0x04220000) }
  @inlinable static var archLbrEventLogging: Field { Field(.leaf1c, 0x27020000) }
  @inlinable static var amxMaxPalette: Field { Field(.leaf1d, 0x3e000000) }
  @inlinable static var amxTotalTileBytes: Field { Field(.leaf1d, 0x1e000101) }
  @inlinable static var amxTileBytes: Field { Field(.leaf1d, 0x3f000101) }
  @inlinable static var amxRowBytes: Field { Field(.leaf1d, 0x1e010101) }
  @inlinable static var amxTileCount: Field { Field(.leaf1d, 0x3f010101) }
  @inlinable static var amxRowsMax: Field { Field(.leaf1d, 0x1e020101) }
  @inlinable static var tmulMaxSubleaf: Field { Field(.leaf1e, 0x3e000000) }
  @inlinable static var tmulMaxK: Field { Field(.leaf1e, 0x0e010000) }
  @inlinable static var tmulMaxN: Field { Field(.leaf1e, 0x2e810000) }
  @inlinable static var amxInt8Alias: Field { Field(.leaf1e, 0x00000101) }
  @inlinable static var amxBf16Alias: Field { Field(.leaf1e, 0x02100101) }
  @inlinable static var amxComplexAlias: Field { Field(.leaf1e, 0x04200101) }
  @inlinable static var amxFp16Alias: Field { Field(.leaf1e, 0x06300101) }
  @inlinable static var amxFp8: Field { Field(.leaf1e, 0x08400101) }
  @inlinable static var amxTranspose: Field { Field(.leaf1e, 0x0a500101) }
  @inlinable static var amxTf32: Field { Field(.leaf1e, 0x0c600101) }
  @inlinable static var amxAvx512: Field { Field(.leaf1e, 0x0e700101) }
  @inlinable static var amxMovrs: Field { Field(.leaf1e, 0x10800101) }
  @inlinable static var topologyV2Shift: Field { Field(.leaf1f, 0x08000700) }
  @inlinable static var topologyV2LogicalCount: Field { Field(.leaf1f, 0x1e010700) }
  @inlinable static var topologyV2LevelNumber: Field { Field(.leaf1f, 0x0e020700) }
  @inlinable static var topologyV2LevelType: Field { Field(.leaf1f, 0x1e820700) }
  @inlinable static var topologyV2X2ApicId: Field { Field(.leaf1f, 0x3e030700) }
  @inlinable static var hresetSubleafCount: Field { Field(.leaf20, 0x3e000000) }
  @inlinable static var hresetThreadDirector: Field { Field(.leaf20, 0x00010000) }
  @inlinable static var hresetOther: Field { Field(.leaf20, 0x3e110000) }
  @inlinable static var tdxMaxSubleaf: Field { Field(.leaf21, 0x3e000000) }
  @inlinable static var tdxVendorPart1: Field { Field(.leaf21, 0x3e010000) }
  @inlinable static var tdxVendorPart3: Field { Field(.leaf21, 0x3e020000) }
  @inlinable static var tdxVendorPart2: Field { Field(.leaf21, 0x3e030000) }
  @inlinable static var perfmonSubleaf0: Field { Field(.leaf23, 0x00000000) }
  @inlinable static var perfmonCountersSubleaf: Field { Field(.leaf23, 0x02100000) }
  @inlinable static var perfmonReloadSubleaf: Field { Field(.leaf23, 0x04200000) }
  @inlinable static var perfmonEventsSubleaf: Field { Field(.leaf23, 0x06300000) }
  @inlinable static var perfmonPebsCapsSubleaf: Field { Field(.leaf23, 0x08400000) }
  @inlinable static var perfmonPebsSubleaf: Field { Field(.leaf23, 0x0a500000) }
  @inlinable static var perfmonUnitMask2: Field { Field(.leaf23, 0x00010000) }
  @inlinable static var perfmonEqualBit: Field { Field(.leaf23, 0x02110000) }
  @inlinable static var perfmonRdpmcUserDisable: Field { Field(.leaf23, 0x04210000) }
  @inlinable static var perfmonSlotsPerCycle: Field { Field(.leaf23, 0x0e020000) }
  @inlinable static var perfmonGeneralCounters: Field { Field(.leaf23, 0x3e000101) }
  @inlinable static var perfmonFixedCounters: Field { Field(.leaf23, 0x3e010101) }
  @inlinable static var perfmonReloadGeneral: Field { Field(.leaf23, 0x3e000202) }
  @inlinable static var perfmonReloadFixed: Field { Field(.leaf23, 0x3e010202) }
  @inlinable static var perfmonReloadCauseGeneral: Field { Field(.leaf23, 0x3e020202) }
  @inlinable static var perfmonReloadCauseFixed: Field { Field(.leaf23, 0x3e030202) }
  @inlinable static var perfmonCoreCycles: Field { Field(.leaf23, 0x00000303) }
  @inlinable static var perfmonInstructionsRetired: Field { Field(.leaf23, 0x02100303) }
  @inlinable static var perfmonReferenceCycles: Field { Field(.leaf23, 0x04200303) }
  @inlinable static var perfmonLlcReferences: Field { Field(.leaf23, 0x06300303) }
  @inlinable static var perfmonLlcMisses: Field { Field(.leaf23, 0x08400303) }
  @inlinable static var perfmonBranchesRetired: Field { Field(.leaf23, 0x0a500303) }
  @inlinable static var perfmonBranchMispredicts: Field { Field(.leaf23, 0x0c600303) }
  @inlinable static var perfmonTopdownSlots: Field { Field(.leaf23, 0x0e700303) }
  @inlinable static var perfmonBackendBound: Field { Field(.leaf23, 0x10800303) }
  @inlinable static var perfmonBadSpeculation: Field { Field(.leaf23, 0x12900303) }
  @inlinable static var perfmonFrontendBound: Field { Field(.leaf23, 0x14a00303) }
  @inlinable static var perfmonRetiring: Field { Field(.leaf23, 0x16b00303) }
  @inlinable static var perfmonLbrInserts: Field { Field(.leaf23, 0x18c00303) }
  @inlinable static var pebsAllowInRecord: Field { Field(.leaf23, 0x06310404) }
  @inlinable static var pebsGeneralCounters: Field { Field(.leaf23, 0x08410404) }
  @inlinable static var pebsFixedCounters: Field { Field(.leaf23, 0x0a510404) }
  @inlinable static var pebsMetrics: Field { Field(.leaf23, 0x0c610404) }
  @inlinable static var pebsLbr: Field { Field(.leaf23, 0x12810404) }
  @inlinable static var pebsXer: Field { Field(.leaf23, 0x2f010404) }
  @inlinable static var pebsGpr: Field { Field(.leaf23, 0x3bd10404) }
  @inlinable static var pebsAux: Field { Field(.leaf23, 0x3de10404) }
  @inlinable static var pebsGeneralBitmap: Field { Field(.leaf23, 0x3e000505) }
  @inlinable static var pebsPreciseGeneralBitmap: Field { Field(.leaf23, 0x3e010505) }
  @inlinable static var pebsFixedBitmap: Field { Field(.leaf23, 0x3e020505) }
  @inlinable static var pebsPreciseFixedBitmap: Field { Field(.leaf23, 0x3e030505) }
  @inlinable static var avx10MaxSubleaf: Field { Field(.leaf24, 0x3e000000) }
  @inlinable static var avx10Version: Field { Field(.leaf24, 0x0e010000) }
  @inlinable static var avx10Vector128: Field { Field(.leaf24, 0x21010000) }
  @inlinable static var avx10Vector256: Field { Field(.leaf24, 0x23110000) }
  @inlinable static var avx10Vector512: Field { Field(.leaf24, 0x25210000) }
  @inlinable static var avx10VnniInt: Field { Field(.leaf24, 0x04220101) }
  @inlinable static var asymmetricRmidMax: Field { Field(.leaf27, 0x3e010000) }
  @inlinable static var asymmetricL3Monitoring: Field { Field(.leaf27, 0x02130000) }
  @inlinable static var asymmetricL3Allocation: Field { Field(.leaf28, 0x02110000) }
  @inlinable static var asymmetricL2Allocation: Field { Field(.leaf28, 0x04210000) }
  @inlinable static var asymmetricBandwidthAllocation: Field { Field(.leaf28, 0x06310000) }
  @inlinable static var asymmetricCacheBandwidth: Field { Field(.leaf28, 0x0a510000) }
  @inlinable static var asymmetricResource6: Field { Field(.leaf28, 0x0c610000) }
  @inlinable static var asymmetricResource6Limit: Field { Field(.leaf28, 0x3e000606) }
  @inlinable static var maxHypervisorLeaf: Field { Field(.leaf40000000, 0x3e040000) }
  @inlinable static var hypervisorNamePart1: Field { Field(.leaf40000000, 0x3e050000) }
  @inlinable static var hypervisorNamePart2: Field { Field(.leaf40000000, 0x3e060000) }
  @inlinable static var hypervisorNamePart3: Field { Field(.leaf40000000, 0x3e070000) }
  @inlinable static var hypervInterfaceName: Field { Field(.leaf40000001, 0x3e040000) }
  @inlinable static var kvmClockSource: Field { Field(.leaf40000001, 0x00040000) }
  @inlinable static var xenMinorVersion: Field { Field(.leaf40000001, 0x1e040000) }
  @inlinable static var kvmNopIoDelay: Field { Field(.leaf40000001, 0x02140000) }
  @inlinable static var kvmMmuOp: Field { Field(.leaf40000001, 0x04240000) }
  @inlinable static var kvmClockSource2: Field { Field(.leaf40000001, 0x06340000) }
  @inlinable static var kvmAsyncPageFault: Field { Field(.leaf40000001, 0x08440000) }
  @inlinable static var kvmStealTime: Field { Field(.leaf40000001, 0x0a540000) }
  @inlinable static var kvmPvEoi: Field { Field(.leaf40000001, 0x0c640000) }
  @inlinable static var kvmPvUnhalt: Field { Field(.leaf40000001, 0x0e740000) }
  @inlinable static var kvmPvTlbFlush: Field { Field(.leaf40000001, 0x12940000) }
  @inlinable static var kvmAsyncPageFaultVmexit: Field { Field(.leaf40000001, 0x14a40000) }
  @inlinable static var kvmPvSendIpi: Field { Field(.leaf40000001, 0x16b40000) }
  @inlinable static var kvmPollControl: Field { Field(.leaf40000001, 0x18c40000) }
  @inlinable static var kvmPvSchedYield: Field { Field(.leaf40000001, 0x1ad40000) }
  @inlinable static var kvmAsyncPageFaultInterrupt: Field { Field(.leaf40000001, 0x1ce40000) }
  @inlinable static var kvmMsiExtendedDestinationId: Field { Field(.leaf40000001, 0x1ef40000) }
  @inlinable static var kvmMapGpaRange: Field { Field(.leaf40000001, 0x21040000) }
  @inlinable static var xenMajorVersion: Field { Field(.leaf40000001, 0x3f040000) }
  @inlinable static var kvmMigrationControl: Field { Field(.leaf40000001, 0x23140000) }
  @inlinable static var kvmClockStable: Field { Field(.leaf40000001, 0x31840000) }
  @inlinable static var kvmHintRealtime: Field { Field(.leaf40000001, 0x00070000) }
  @inlinable static var hypervBuild: Field { Field(.leaf40000002, 0x3e040000) }
  @inlinable static var xenHypercallPages: Field { Field(.leaf40000002, 0x7e040000) }
  @inlinable static var hypervVersion: Field { Field(.leaf40000002, 0x3e050000) }
  @inlinable static var xenMsrBase: Field { Field(.leaf40000002, 0x7e050000) }
  @inlinable static var hypervServicePack: Field { Field(.leaf40000002, 0x3e060000) }
  @inlinable static var xenMmuPtUpdatePreserveAd: Field { Field(.leaf40000002, 0x00060000) }
  @inlinable static var hypervServiceBranch: Field { Field(.leaf40000002, 0x3e070000) }
  @inlinable static var hypervPrivilegesLow: Field { Field(.leaf40000003, 0x3e000000) }
  @inlinable static var hypervPrivilegesHigh: Field { Field(.leaf40000003, 0x3e010000) }
  @inlinable static var hypervPowerFeatures: Field { Field(.leaf40000003, 0x3e020000) }
  @inlinable static var hypervMiscFeatures: Field { Field(.leaf40000003, 0x3e030000) }
  @inlinable static var xenTscEmulated: Field { Field(.leaf40000003, 0x00000000) }
  @inlinable static var xenTscHostReliable: Field { Field(.leaf40000003, 0x02100000) }
  @inlinable static var xenTscRdtscp: Field { Field(.leaf40000003, 0x04200000) }
  @inlinable static var xenTscMode: Field { Field(.leaf40000003, 0x7e010000) }
  @inlinable static var xenTscFrequency: Field { Field(.leaf40000003, 0x7e020000) }
  @inlinable static var xenTscIncarnation: Field { Field(.leaf40000003, 0x7e030000) }
  @inlinable static var xenTscOffsetLow: Field { Field(.leaf40000003, 0x3e000101) }
  @inlinable static var xenTscOffsetHigh: Field { Field(.leaf40000003, 0x3e010101) }
  @inlinable static var xenTscMultiplier: Field { Field(.leaf40000003, 0x3e020101) }
  @inlinable static var xenTscShift: Field { Field(.leaf40000003, 0x3e030101) }
  @inlinable static var xenHostTscFrequency: Field { Field(.leaf40000003, 0x3e000202) }
  @inlinable static var hypervRecommendations: Field { Field(.leaf40000004, 0x3e040000) }
  @inlinable static var xenHvmApicAccessVirtualised: Field { Field(.leaf40000004, 0x00040000) }
  @inlinable static var xenHvmX2ApicVirtualised: Field { Field(.leaf40000004, 0x02140000) }
  @inlinable static var xenHvmIommuMappings: Field { Field(.leaf40000004, 0x04240000) }
  @inlinable static var xenHvmVcpuIdPresent: Field { Field(.leaf40000004, 0x06340000) }
  @inlinable static var xenHvmDomainIdPresent: Field { Field(.leaf40000004, 0x08440000) }
  @inlinable static var xenHvmExtendedDestinationId: Field { Field(.leaf40000004, 0x0a540000) }
  @inlinable static var xenHvmUpcallVector: Field { Field(.leaf40000004, 0x0c640000) }
  @inlinable static var hypervSpinlockRetries: Field { Field(.leaf40000004, 0x3e050000) }
  @inlinable static var xenHvmVcpuId: Field { Field(.leaf40000004, 0x7e050000) }
  @inlinable static var hypervImplementedPhysicalBits: Field { Field(.leaf40000004, 0x3e060000) }
  @inlinable static var xenHvmDomainId: Field { Field(.leaf40000004, 0x7e060000) }
  @inlinable static var hypervMaxVirtualProcessors: Field { Field(.leaf40000005, 0x3e040000) }
  @inlinable static var hypervMaxLogicalProcessors: Field { Field(.leaf40000005, 0x3e050000) }
  @inlinable static var xenPvMachineAddressWidth: Field { Field(.leaf40000005, 0x0e050000) }
  @inlinable static var hypervMaxInterruptVectors: Field { Field(.leaf40000005, 0x3e060000) }
  @inlinable static var hypervHardwareFeatures: Field { Field(.leaf40000006, 0x3e040000) }
  @inlinable static var hypervRootFeaturesA: Field { Field(.leaf40000007, 0x3e040000) }
  @inlinable static var hypervRootFeaturesB: Field { Field(.leaf40000007, 0x3e050000) }
  @inlinable static var hypervSvmFeatures: Field { Field(.leaf40000008, 0x3e040000) }
  @inlinable static var hypervSvmFeaturesB: Field { Field(.leaf40000008, 0x3e050000) }
  @inlinable static var hypervSvmFeaturesC: Field { Field(.leaf40000008, 0x3e060000) }
  @inlinable static var hypervNestedFeatures: Field { Field(.leaf4000000a, 0x3e040000) }
  @inlinable static var hypervNestedFeaturesB: Field { Field(.leaf4000000a, 0x3e050000) }
  @inlinable static var hypervLeafBWord: Field { Field(.leaf4000000b, 0x3e040000) }
  @inlinable static var virtualTscFrequency: Field { Field(.leaf40000010, 0x3e040000) }
  @inlinable static var virtualApicFrequency: Field { Field(.leaf40000010, 0x3e050000) }
  @inlinable static var maxSecondHypervisorLeaf: Field { Field(.leaf40000100, 0x3e040000) }
  @inlinable static var maxExtendedLeaf: Field { Field(.leaf80000000, 0x3e040000) }
  @inlinable static var extendedVendorPart1: Field { Field(.leaf80000000, 0x3e050000) }
  @inlinable static var extendedVendorPart3: Field { Field(.leaf80000000, 0x3e060000) }
  @inlinable static var extendedVendorPart2: Field { Field(.leaf80000000, 0x3e070000) }
  @inlinable static var extendedSteppingId: Field { Field(.leaf80000001, 0x06040000) }
  @inlinable static var extendedBaseModel: Field { Field(.leaf80000001, 0x0e440000) }
  @inlinable static var extendedBaseFamily: Field { Field(.leaf80000001, 0x16840000) }
  @inlinable static var extendedProcessorType: Field { Field(.leaf80000001, 0x1ac40000) }
  @inlinable static var extendedExtendedModel: Field { Field(.leaf80000001, 0x27040000) }
  @inlinable static var extendedExtendedFamily: Field { Field(.leaf80000001, 0x37440000) }
  @inlinable static var extendedBrandId: Field { Field(.leaf80000001, 0x1e050000) }
  @inlinable static var packageType: Field { Field(.leaf80000001, 0x3fc50000) }
  @inlinable static var translationCacheExtension: Field { Field(.leaf80000001, 0x23160000) }
  @inlinable static var corePerformanceCounters: Field { Field(.leaf80000001, 0x2f760000) }
  @inlinable static var northbridgeCounters: Field { Field(.leaf80000001, 0x31860000) }
  @inlinable static var streamingPerformanceMonitor: Field { Field(.leaf80000001, 0x33960000) }
  @inlinable static var performanceTsc: Field { Field(.leaf80000001, 0x37b60000) }
  @inlinable static var llcPerformanceCounters: Field { Field(.leaf80000001, 0x39c60000) }
  @inlinable static var ecx31Ext1: Field { Field(.leaf80000001, 0x3ff60000) }
  @inlinable static var extFpu: Field { Field(.leaf80000001, 0x00070000) }
  @inlinable static var extVme: Field { Field(.leaf80000001, 0x02170000) }
  @inlinable static var extDe: Field { Field(.leaf80000001, 0x04270000) }
  @inlinable static var extPse: Field { Field(.leaf80000001, 0x06370000) }
  @inlinable static var extTsc: Field { Field(.leaf80000001, 0x08470000) }
  @inlinable static var extMsr: Field { Field(.leaf80000001, 0x0a570000) }
  @inlinable static var extPae: Field { Field(.leaf80000001, 0x0c670000) }
  @inlinable static var extMce: Field { Field(.leaf80000001, 0x0e770000) }
  @inlinable static var extCx8: Field { Field(.leaf80000001, 0x10870000) }
  @inlinable static var extApic: Field { Field(.leaf80000001, 0x12970000) }
  @inlinable static var extSyscallEarly: Field { Field(.leaf80000001, 0x14a70000) }
  @inlinable static var extMtrr: Field { Field(.leaf80000001, 0x18c70000) }
  @inlinable static var extPge: Field { Field(.leaf80000001, 0x1ad70000) }
  @inlinable static var extMca: Field { Field(.leaf80000001, 0x1ce70000) }
  @inlinable static var extCmov: Field { Field(.leaf80000001, 0x1ef70000) }
  @inlinable static var extPat: Field { Field(.leaf80000001, 0x21070000) }
  @inlinable static var extPse36: Field { Field(.leaf80000001, 0x23170000) }
  @inlinable static var extSerialNumber: Field { Field(.leaf80000001, 0x25270000) }
  @inlinable static var multiprocessorCapable: Field { Field(.leaf80000001, 0x27370000) }
  @inlinable static var extMmx: Field { Field(.leaf80000001, 0x2f770000) }
  @inlinable static var extFxsr: Field { Field(.leaf80000001, 0x31870000) }
  @inlinable static var brandStringPart1: Field { Field(.leaf80000002, 0x3e040000) }
  @inlinable static var brandStringPart2: Field { Field(.leaf80000002, 0x3e050000) }
  @inlinable static var brandStringPart3: Field { Field(.leaf80000002, 0x3e060000) }
  @inlinable static var brandStringPart4: Field { Field(.leaf80000002, 0x3e070000) }
  @inlinable static var brandStringPart5: Field { Field(.leaf80000003, 0x3e040000) }
  @inlinable static var brandStringPart6: Field { Field(.leaf80000003, 0x3e050000) }
  @inlinable static var brandStringPart7: Field { Field(.leaf80000003, 0x3e060000) }
  @inlinable static var brandStringPart8: Field { Field(.leaf80000003, 0x3e070000) }
  @inlinable static var brandStringPart9: Field { Field(.leaf80000004, 0x3e040000) }
  @inlinable static var brandStringPart10: Field { Field(.leaf80000004, 0x3e050000) }
  @inlinable static var brandStringPart11: Field { Field(.leaf80000004, 0x3e060000) }
  @inlinable static var brandStringPart12: Field { Field(.leaf80000004, 0x3e070000) }
  @inlinable static var l1ItlbLargeEntries: Field { Field(.leaf80000005, 0x0e040000) }
  @inlinable static var l1ItlbLargeAssociativity: Field { Field(.leaf80000005, 0x1e840000) }
  @inlinable static var l1DtlbLargeEntries: Field { Field(.leaf80000005, 0x2f040000) }
  @inlinable static var l1DtlbLargeAssociativity: Field { Field(.leaf80000005, 0x3f840000) }
  @inlinable static var l1Itlb4KEntries: Field { Field(.leaf80000005, 0x0e050000) }
  @inlinable static var l1Itlb4KAssociativity: Field { Field(.leaf80000005, 0x1e850000) }
  @inlinable static var l1Dtlb4KEntries: Field { Field(.leaf80000005, 0x2f050000) }
  @inlinable static var l1Dtlb4KAssociativity: Field { Field(.leaf80000005, 0x3f850000) }
  @inlinable static var l1DataLineSize: Field { Field(.leaf80000005, 0x0e060000) }
  @inlinable static var l1DataLinesPerTag: Field { Field(.leaf80000005, 0x1e860000) }
  @inlinable static var l1DataAssociativity: Field { Field(.leaf80000005, 0x2f060000) }
  @inlinable static var l1DataSize: Field { Field(.leaf80000005, 0x3f860000) }
  @inlinable static var l1InstructionLineSize: Field { Field(.leaf80000005, 0x0e070000) }
  @inlinable static var l1InstructionLinesPerTag: Field { Field(.leaf80000005, 0x1e870000) }
  @inlinable static var l1InstructionAssociativity: Field { Field(.leaf80000005, 0x2f070000) }
  @inlinable static var l1InstructionSize: Field { Field(.leaf80000005, 0x3f870000) }
  @inlinable static var l2ItlbLargeEntries: Field { Field(.leaf80000006, 0x16040000) }
  @inlinable static var l2ItlbLargeAssociativity: Field { Field(.leaf80000006, 0x1ec40000) }
  @inlinable static var l2DtlbLargeEntries: Field { Field(.leaf80000006, 0x37040000) }
  @inlinable static var l2DtlbLargeAssociativity: Field { Field(.leaf80000006, 0x3fc40000) }
  @inlinable static var l2Itlb4KEntries: Field { Field(.leaf80000006, 0x16050000) }
  @inlinable static var l2Itlb4KAssociativity: Field { Field(.leaf80000006, 0x1ec50000) }
  @inlinable static var l2Dtlb4KEntries: Field { Field(.leaf80000006, 0x37050000) }
  @inlinable static var l2Dtlb4KAssociativity: Field { Field(.leaf80000006, 0x3fc50000) }
  @inlinable static var l2LineSize: Field { Field(.leaf80000006, 0x0e060000) }
  @inlinable static var viaL2LineSize: Field { Field(.leaf80000006, 0x4e060000) }
  @inlinable static var l2LinesPerTag: Field { Field(.leaf80000006, 0x16860000) }
  @inlinable static var viaL2LinesPerTag: Field { Field(.leaf80000006, 0x1e860000) }
  @inlinable static var l2Associativity: Field { Field(.leaf80000006, 0x1ec60000) }
  @inlinable static var l2Size: Field { Field(.leaf80000006, 0x3f060000) }
  @inlinable static var viaL2Associativity: Field { Field(.leaf80000006, 0x2f060000) }
  @inlinable static var viaL2Size: Field { Field(.leaf80000006, 0x3f860000) }
  @inlinable static var l3LineSize: Field { Field(.leaf80000006, 0x0e070000) }
  @inlinable static var l3LinesPerTag: Field { Field(.leaf80000006, 0x16870000) }
  @inlinable static var l3Associativity: Field { Field(.leaf80000006, 0x1ec70000) }
  @inlinable static var l3Size: Field { Field(.leaf80000006, 0x3f270000) }
  @inlinable static var feedbackMonitors: Field { Field(.leaf80000007, 0x0e040000) }
  @inlinable static var feedbackVersion: Field { Field(.leaf80000007, 0x1e840000) }
  @inlinable static var feedbackWrapTime: Field { Field(.leaf80000007, 0x3f040000) }
  @inlinable static var mcaOverflowRecovery: Field { Field(.leaf80000007, 0x00050000) }
  @inlinable static var succor: Field { Field(.leaf80000007, 0x02150000) }
  @inlinable static var hardwareAssert: Field { Field(.leaf80000007, 0x04250000) }
  @inlinable static var scalableMca: Field { Field(.leaf80000007, 0x06350000) }
  @inlinable static var pfehSupport: Field { Field(.leaf80000007, 0x08450000) }
  @inlinable static var pfehLocked: Field { Field(.leaf80000007, 0x0a550000) }
  @inlinable static var powerSampleRatio: Field { Field(.leaf80000007, 0x3e060000) }
  @inlinable static var temperatureSensor: Field { Field(.leaf80000007, 0x00070000) }
  @inlinable static var frequencyIdControl: Field { Field(.leaf80000007, 0x02170000) }
  @inlinable static var voltageIdControl: Field { Field(.leaf80000007, 0x04270000) }
  @inlinable static var thermalTrip: Field { Field(.leaf80000007, 0x06370000) }
  @inlinable static var hardwareThermalControl: Field { Field(.leaf80000007, 0x08470000) }
  @inlinable static var softwareThermalControl: Field { Field(.leaf80000007, 0x0a570000) }
  @inlinable static var hundredMegahertzSteps: Field { Field(.leaf80000007, 0x0c670000) }
  @inlinable static var processorFeedback: Field { Field(.leaf80000007, 0x16b70000) }
  @inlinable static var processorPowerReporting: Field { Field(.leaf80000007, 0x18c70000) }
  @inlinable static var connectedStandby: Field { Field(.leaf80000007, 0x1ad70000) }
  @inlinable static var runningAveragePower: Field { Field(.leaf80000007, 0x1ce70000) }
  @inlinable static var fastCppc: Field { Field(.leaf80000007, 0x1ef70000) }
  @inlinable static var maxPhysicalAddressBits: Field { Field(.leaf80000008, 0x0e040000) }
  @inlinable static var maxLinearAddressBits: Field { Field(.leaf80000008, 0x1e840000) }
  @inlinable static var guestPhysicalAddressBits: Field { Field(.leaf80000008, 0x2f040000) }
  @inlinable static var instructionsRetiredCounter: Field { Field(.leaf80000008, 0x02150000) }
  @inlinable static var invlpgb: Field { Field(.leaf80000008, 0x06350000) }
  @inlinable static var rdpru: Field { Field(.leaf80000008, 0x08450000) }
  @inlinable static var amdBandwidthAllocation: Field { Field(.leaf80000008, 0x0c650000) }
  @inlinable static var mcommit: Field { Field(.leaf80000008, 0x10850000) }
  @inlinable static var lbrExtension: Field { Field(.leaf80000008, 0x14a50000) }
  @inlinable static var interruptibleWbinvd: Field { Field(.leaf80000008, 0x1ad50000) }
  @inlinable static var invlpgbNested: Field { Field(.leaf80000008, 0x2b550000) }
  @inlinable static var branchSampling: Field { Field(.leaf80000008, 0x3ff50000) }
  @inlinable static var threadCountMinusOne: Field { Field(.leaf80000008, 0x0e060000) }
  @inlinable static var apicIdCoreIdSize: Field { Field(.leaf80000008, 0x1ec60000) }
  @inlinable static var performanceTscSize: Field { Field(.leaf80000008, 0x23060000) }
  @inlinable static var invlpgbPageMax: Field { Field(.leaf80000008, 0x1e070000) }
  @inlinable static var rdpruRegisterMax: Field { Field(.leaf80000008, 0x3f070000) }
  @inlinable static var svmRevision: Field { Field(.leaf8000000a, 0x0e040000) }
  @inlinable static var svmAsids: Field { Field(.leaf8000000a, 0x3e050000) }
  @inlinable static var svmPageModificationLog: Field { Field(.leaf8000000a, 0x08460000) }
  @inlinable static var svmX2AvicExtended: Field { Field(.leaf8000000a, 0x0c660000) }
  @inlinable static var svmNestedPaging: Field { Field(.leaf8000000a, 0x00070000) }
  @inlinable static var svmLbrVirtualization: Field { Field(.leaf8000000a, 0x02170000) }
  @inlinable static var svmLock: Field { Field(.leaf8000000a, 0x04270000) }
  @inlinable static var svmNextRip: Field { Field(.leaf8000000a, 0x06370000) }
  @inlinable static var svmTscRatio: Field { Field(.leaf8000000a, 0x08470000) }
  @inlinable static var svmVmcbClean: Field { Field(.leaf8000000a, 0x0a570000) }
  @inlinable static var svmFlushByAsid: Field { Field(.leaf8000000a, 0x0c670000) }
  @inlinable static var svmDecodeAssists: Field { Field(.leaf8000000a, 0x0e770000) }
  @inlinable static var svmPmcVirtualization: Field { Field(.leaf8000000a, 0x10870000) }
  @inlinable static var reservedSvm9: Field { Field(.leaf8000000a, 0x12970000) }
  @inlinable static var svmPauseFilter: Field { Field(.leaf8000000a, 0x14a70000) }
  @inlinable static var svmEncryptedMicrocode: Field { Field(.leaf8000000a, 0x16b70000) }
  @inlinable static var svmPauseThreshold: Field { Field(.leaf8000000a, 0x18c70000) }
  @inlinable static var svmAvic: Field { Field(.leaf8000000a, 0x1ad70000) }
  @inlinable static var svmVirtualVmload: Field { Field(.leaf8000000a, 0x1ef70000) }
  @inlinable static var svmVirtualGif: Field { Field(.leaf8000000a, 0x21070000) }
  @inlinable static var svmGmet: Field { Field(.leaf8000000a, 0x23170000) }
  @inlinable static var svmX2Avic: Field { Field(.leaf8000000a, 0x25270000) }
  @inlinable static var svmSupervisorShadowStackCheck: Field { Field(.leaf8000000a, 0x27370000) }
  @inlinable static var svmVirtualSpecCtrl: Field { Field(.leaf8000000a, 0x29470000) }
  @inlinable static var svmReadOnlyGuestTables: Field { Field(.leaf8000000a, 0x2b570000) }
  @inlinable static var svmHostMceOverride: Field { Field(.leaf8000000a, 0x2f770000) }
  @inlinable static var svmTlbControl: Field { Field(.leaf8000000a, 0x31870000) }
  @inlinable static var svmVirtualNmi: Field { Field(.leaf8000000a, 0x33970000) }
  @inlinable static var svmIbsVirtualization: Field { Field(.leaf8000000a, 0x35a70000) }
  @inlinable static var svmExtLvtChange: Field { Field(.leaf8000000a, 0x37b70000) }
  @inlinable static var svmVmcbAddressCheck: Field { Field(.leaf8000000a, 0x39c70000) }
  @inlinable static var svmBusLockThreshold: Field { Field(.leaf8000000a, 0x3bd70000) }
  @inlinable static var svmIdleHltIntercept: Field { Field(.leaf8000000a, 0x3de70000) }
  @inlinable static var svmShutdownIntercept: Field { Field(.leaf8000000a, 0x3ff70000) }
  @inlinable static var l1Itlb1GEntries: Field { Field(.leaf80000019, 0x16040000) }
  @inlinable static var l1Itlb1GAssociativity: Field { Field(.leaf80000019, 0x1ec40000) }
  @inlinable static var l1Dtlb1GEntries: Field { Field(.leaf80000019, 0x37040000) }
  @inlinable static var l1Dtlb1GAssociativity: Field { Field(.leaf80000019, 0x3fc40000) }
  @inlinable static var l2Itlb1GEntries: Field { Field(.leaf80000019, 0x16050000) }
  @inlinable static var l2Itlb1GAssociativity: Field { Field(.leaf80000019, 0x1ec50000) }
  @inlinable static var l2Dtlb1GEntries: Field { Field(.leaf80000019, 0x37050000) }
  @inlinable static var l2Dtlb1GAssociativity: Field { Field(.leaf80000019, 0x3fc50000) }
  @inlinable static var fp128: Field { Field(.leaf8000001a, 0x00040000) }
  @inlinable static var unalignedMovPreferred: Field { Field(.leaf8000001a, 0x02140000) }
  @inlinable static var fp256: Field { Field(.leaf8000001a, 0x04240000) }
  @inlinable static var fp512: Field { Field(.leaf8000001a, 0x06340000) }
  @inlinable static var ibsFeaturesValid: Field { Field(.leaf8000001b, 0x00040000) }
  @inlinable static var ibsFetchSampling: Field { Field(.leaf8000001b, 0x02140000) }
  @inlinable static var ibsOpSampling: Field { Field(.leaf8000001b, 0x04240000) }
  @inlinable static var ibsOpCounterWritable: Field { Field(.leaf8000001b, 0x06340000) }
  @inlinable static var ibsOpCounting: Field { Field(.leaf8000001b, 0x08440000) }
  @inlinable static var ibsBranchTarget: Field { Field(.leaf8000001b, 0x0a540000) }
  @inlinable static var ibsOpCounterExtension: Field { Field(.leaf8000001b, 0x0c640000) }
  @inlinable static var ibsRipInvalid: Field { Field(.leaf8000001b, 0x0e740000) }
  @inlinable static var ibsFusedBranch: Field { Field(.leaf8000001b, 0x10840000) }
  @inlinable static var ibsFetchControlExtended: Field { Field(.leaf8000001b, 0x12940000) }
  @inlinable static var ibsOpData4: Field { Field(.leaf8000001b, 0x14a40000) }
  @inlinable static var ibsL3MissFilter: Field { Field(.leaf8000001b, 0x16b40000) }
  @inlinable static var ibsLoadLatencyFilter: Field { Field(.leaf8000001b, 0x18c40000) }
  @inlinable static var ibsDataSourceSimplified: Field { Field(.leaf8000001b, 0x27340000) }
  @inlinable static var lwpAvailableNow: Field { Field(.leaf8000001c, 0x3e040000) }
  @inlinable static var lwpControlBlockSize: Field { Field(.leaf8000001c, 0x0e050000) }
  @inlinable static var lwpEventSize: Field { Field(.leaf8000001c, 0x1e850000) }
  @inlinable static var lwpMaxEvent: Field { Field(.leaf8000001c, 0x2f050000) }
  @inlinable static var lwpEventOffset: Field { Field(.leaf8000001c, 0x3f850000) }
  @inlinable static var lwpLatencyBits: Field { Field(.leaf8000001c, 0x08060000) }
  @inlinable static var lwpDataAddress: Field { Field(.leaf8000001c, 0x0a560000) }
  @inlinable static var lwpLatencyRounding: Field { Field(.leaf8000001c, 0x10660000) }
  @inlinable static var lwpVersion: Field { Field(.leaf8000001c, 0x1e960000) }
  @inlinable static var lwpMinBuffer: Field { Field(.leaf8000001c, 0x2f060000) }
  @inlinable static var lwpBranchPrediction: Field { Field(.leaf8000001c, 0x39c60000) }
  @inlinable static var lwpIpFilter: Field { Field(.leaf8000001c, 0x3bd60000) }
  @inlinable static var lwpCacheLevels: Field { Field(.leaf8000001c, 0x3de60000) }
  @inlinable static var lwpCacheLatency: Field { Field(.leaf8000001c, 0x3ff60000) }
  @inlinable static var lwpSupported: Field { Field(.leaf8000001c, 0x3e070000) }
  @inlinable static var amdCacheType: Field { Field(.leaf8000001d, 0x08000700) }
  @inlinable static var amdCacheLevel: Field { Field(.leaf8000001d, 0x0e500700) }
  @inlinable static var amdCacheSelfInitializing: Field { Field(.leaf8000001d, 0x10800700) }
  @inlinable static var amdCacheFullyAssociative: Field { Field(.leaf8000001d, 0x12900700) }
  @inlinable static var amdCacheThreadsSharing: Field { Field(.leaf8000001d, 0x32e00700) }
  @inlinable static var amdCacheLineSize: Field { Field(.leaf8000001d, 0x16010700) }
  @inlinable static var amdCachePartitions: Field { Field(.leaf8000001d, 0x2ac10700) }
  @inlinable static var amdCacheWays: Field { Field(.leaf8000001d, 0x3f610700) }
  @inlinable static var amdCacheSets: Field { Field(.leaf8000001d, 0x3e020700) }
  @inlinable static var amdCacheWbinvdNotInclusive: Field { Field(.leaf8000001d, 0x00030700) }
  @inlinable static var amdCacheInclusive: Field { Field(.leaf8000001d, 0x02130700) }
  @inlinable static var extendedApicId: Field { Field(.leaf8000001e, 0x3e040000) }
  @inlinable static var coreId: Field { Field(.leaf8000001e, 0x0e050000) }
  @inlinable static var threadsPerCoreMinusOne: Field { Field(.leaf8000001e, 0x1e850000) }
  @inlinable static var nodeId: Field { Field(.leaf8000001e, 0x0e060000) }
  @inlinable static var nodesPerPackageMinusOne: Field { Field(.leaf8000001e, 0x14860000) }
  @inlinable static var sme: Field { Field(.leaf8000001f, 0x00040000) }
  @inlinable static var sev: Field { Field(.leaf8000001f, 0x02140000) }
  @inlinable static var pageFlushMsr: Field { Field(.leaf8000001f, 0x04240000) }
  @inlinable static var sevEs: Field { Field(.leaf8000001f, 0x06340000) }
  @inlinable static var sevSnp: Field { Field(.leaf8000001f, 0x08440000) }
  @inlinable static var vmpl: Field { Field(.leaf8000001f, 0x0a540000) }
  @inlinable static var rmpQuery: Field { Field(.leaf8000001f, 0x0c640000) }
  @inlinable static var vmplShadowStack: Field { Field(.leaf8000001f, 0x0e740000) }
  @inlinable static var secureTsc: Field { Field(.leaf8000001f, 0x10840000) }
  @inlinable static var tscAuxVirtualization: Field { Field(.leaf8000001f, 0x12940000) }
  @inlinable static var encryptedCacheCoherency: Field { Field(.leaf8000001f, 0x14a40000) }
  @inlinable static var host64BitOnly: Field { Field(.leaf8000001f, 0x16b40000) }
  @inlinable static var restrictedInjection: Field { Field(.leaf8000001f, 0x18c40000) }
  @inlinable static var alternateInjection: Field { Field(.leaf8000001f, 0x1ad40000) }
  @inlinable static var debugSwap: Field { Field(.leaf8000001f, 0x1ce40000) }
  @inlinable static var preventHostIbs: Field { Field(.leaf8000001f, 0x1ef40000) }
  @inlinable static var virtualTransparentEncryption: Field { Field(.leaf8000001f, 0x21040000) }
  @inlinable static var vmgexitParameter: Field { Field(.leaf8000001f, 0x23140000) }
  @inlinable static var virtualTomMsr: Field { Field(.leaf8000001f, 0x25240000) }
  @inlinable static var ibsVirtualGuestControl: Field { Field(.leaf8000001f, 0x27340000) }
  @inlinable static var pmcVirtualGuestControl: Field { Field(.leaf8000001f, 0x29440000) }
  @inlinable static var rmpRead: Field { Field(.leaf8000001f, 0x2b540000) }
  @inlinable static var guestInterceptControl: Field { Field(.leaf8000001f, 0x2d640000) }
  @inlinable static var segmentedRmp: Field { Field(.leaf8000001f, 0x2f740000) }
  @inlinable static var vmsaRegisterProtection: Field { Field(.leaf8000001f, 0x31840000) }
  @inlinable static var smtProtection: Field { Field(.leaf8000001f, 0x33940000) }
  @inlinable static var secureAvic: Field { Field(.leaf8000001f, 0x35a40000) }
  @inlinable static var allowedSevFeatures: Field { Field(.leaf8000001f, 0x37b40000) }
  @inlinable static var svsmCommunicationPage: Field { Field(.leaf8000001f, 0x39c40000) }
  @inlinable static var nestedVirtSnpMsr: Field { Field(.leaf8000001f, 0x3bd40000) }
  @inlinable static var hypervisorInUseWriteAllowed: Field { Field(.leaf8000001f, 0x3de40000) }
  @inlinable static var ibpbOnEntry: Field { Field(.leaf8000001f, 0x3ff40000) }
  @inlinable static var encryptionBitPosition: Field { Field(.leaf8000001f, 0x0a050000) }
  @inlinable static var encryptionAddressReduction: Field { Field(.leaf8000001f, 0x16650000) }
  @inlinable static var vmplCount: Field { Field(.leaf8000001f, 0x1ec50000) }
  @inlinable static var encryptedGuestMax: Field { Field(.leaf8000001f, 0x3e060000) }
  @inlinable static var sevAsidMinimum: Field { Field(.leaf8000001f, 0x3e070000) }
  @inlinable static var qosBandwidthEnforcement: Field { Field(.leaf80000020, 0x02110000) }
  @inlinable static var qosSlowBandwidthEnforcement: Field { Field(.leaf80000020, 0x04210000) }
  @inlinable static var qosEventConfiguration: Field { Field(.leaf80000020, 0x06310000) }
  @inlinable static var qosL3RangeReservation: Field { Field(.leaf80000020, 0x08410000) }
  @inlinable static var qosAssignableCounters: Field { Field(.leaf80000020, 0x0a510000) }
  @inlinable static var qosInjectionEnforcement: Field { Field(.leaf80000020, 0x0c610000) }
  @inlinable static var qosBandwidthWidth: Field { Field(.leaf80000020, 0x3e000101) }
  @inlinable static var qosBandwidthClassMax: Field { Field(.leaf80000020, 0x3e030101) }
  @inlinable static var qosSlowBandwidthWidth: Field { Field(.leaf80000020, 0x3e000202) }
  @inlinable static var qosSlowBandwidthClassMax: Field { Field(.leaf80000020, 0x3e030202) }
  @inlinable static var qosEventCount: Field { Field(.leaf80000020, 0x0e010303) }
  @inlinable static var qosLocalReads: Field { Field(.leaf80000020, 0x00020303) }
  @inlinable static var qosRemoteReads: Field { Field(.leaf80000020, 0x02120303) }
  @inlinable static var qosLocalNonTemporalWrites: Field { Field(.leaf80000020, 0x04220303) }
  @inlinable static var qosRemoteNonTemporalWrites: Field { Field(.leaf80000020, 0x06320303) }
  @inlinable static var qosLocalSlowReads: Field { Field(.leaf80000020, 0x08420303) }
  @inlinable static var qosRemoteSlowReads: Field { Field(.leaf80000020, 0x0a520303) }
  @inlinable static var qosDirtyVictims: Field { Field(.leaf80000020, 0x0c620303) }
  @inlinable static var qosAssignableCounterWidth: Field { Field(.leaf80000020, 0x0e000505) }
  @inlinable static var qosAssignableOverflow: Field { Field(.leaf80000020, 0x10800505) }
  @inlinable static var qosAssignableCounterMax: Field { Field(.leaf80000020, 0x1e010505) }
  @inlinable static var qosAssignableByClass: Field { Field(.leaf80000020, 0x00020505) }
  @inlinable static var smmPageConfigurationLock: Field { Field(.leaf80000021, 0x06340000) }
  @inlinable static var upperAddressIgnore: Field { Field(.leaf80000021, 0x0e740000) }
  @inlinable static var noSmmControlMsr: Field { Field(.leaf80000021, 0x12940000) }
  @inlinable static var precisePmc2: Field { Field(.leaf80000021, 0x18c40000) }
  @inlinable static var prefetchControlMsr: Field { Field(.leaf80000021, 0x1ad40000) }
  @inlinable static var l2TlbSizeTimes32: Field { Field(.leaf80000021, 0x1ce40000) }
  @inlinable static var amdErms: Field { Field(.leaf80000021, 0x1ef40000) }
  @inlinable static var opcodeReclaim: Field { Field(.leaf80000021, 0x21040000) }
  @inlinable static var fp512Downgrade: Field { Field(.leaf80000021, 0x2b540000) }
  @inlinable static var workloadClassification: Field { Field(.leaf80000021, 0x2d640000) }
  @inlinable static var eraps: Field { Field(.leaf80000021, 0x31840000) }
  @inlinable static var microcodePatchSize: Field { Field(.leaf80000021, 0x1e050000) }
  @inlinable static var returnPredictorSize: Field { Field(.leaf80000021, 0x2f050000) }
  @inlinable static var amdPerfmonV2: Field { Field(.leaf80000022, 0x00040000) }
  @inlinable static var amdLbrV2: Field { Field(.leaf80000022, 0x02140000) }
  @inlinable static var amdLbrPmcFreeze: Field { Field(.leaf80000022, 0x04240000) }
  @inlinable static var amdCoreCounters: Field { Field(.leaf80000022, 0x06050000) }
  @inlinable static var amdLbrStackSize: Field { Field(.leaf80000022, 0x12450000) }
  @inlinable static var amdNorthbridgeCounters: Field { Field(.leaf80000022, 0x1ea50000) }
  @inlinable static var amdMemoryControllerCounters: Field { Field(.leaf80000022, 0x2b050000) }
  @inlinable static var amdActiveMemoryControllers: Field { Field(.leaf80000022, 0x3e060000) }
  @inlinable static var multiKeyEncryption: Field { Field(.leaf80000023, 0x00040000) }
  @inlinable static var multiKeyCount: Field { Field(.leaf80000023, 0x1e050000) }
  @inlinable static var rmpSegmentSizeMin: Field { Field(.leaf80000025, 0x0a040000) }
  @inlinable static var rmpSegmentSizeMax: Field { Field(.leaf80000025, 0x16640000) }
  @inlinable static var rmpSegmentsCached: Field { Field(.leaf80000025, 0x12050000) }
  @inlinable static var rmpSegmentCountLimited: Field { Field(.leaf80000025, 0x14a50000) }
  @inlinable static var amdTopologyShift: Field { Field(.leaf80000026, 0x08000700) }
  @inlinable static var amdEfficiencyRanking: Field { Field(.leaf80000026, 0x3bd00700) }
  @inlinable static var amdHeterogeneousCores: Field { Field(.leaf80000026, 0x3de00700) }
  @inlinable static var amdAsymmetricTopology: Field { Field(.leaf80000026, 0x3ff00700) }
  @inlinable static var amdTopologyLogicalCount: Field { Field(.leaf80000026, 0x1e010700) }
  @inlinable static var amdPowerEfficiencyRank: Field { Field(.leaf80000026, 0x2f010700) }
  @inlinable static var amdNativeModelId: Field { Field(.leaf80000026, 0x37810700) }
  @inlinable static var amdCoreType: Field { Field(.leaf80000026, 0x3fc10700) }
  @inlinable static var amdTopologyLevelNumber: Field { Field(.leaf80000026, 0x0e020700) }
  @inlinable static var amdTopologyLevelType: Field { Field(.leaf80000026, 0x1e820700) }
  @inlinable static var amdTopologyX2ApicId: Field { Field(.leaf80000026, 0x3e030700) }
  @inlinable static var workloadClassCount: Field { Field(.leaf80000027, 0x3e040000) }
  @inlinable static var maxTransmetaLeaf: Field { Field(.leaf80860000, 0x3e040000) }
  @inlinable static var transmetaVendorPart1: Field { Field(.leaf80860000, 0x3e050000) }
  @inlinable static var transmetaVendorPart3: Field { Field(.leaf80860000, 0x3e060000) }
  @inlinable static var transmetaVendorPart2: Field { Field(.leaf80860000, 0x3e070000) }
  @inlinable static var transmetaSignature: Field { Field(.leaf80860001, 0x3e040000) }
  @inlinable static var transmetaHardwareRevision: Field { Field(.leaf80860001, 0x3e050000) }
  @inlinable static var transmetaNominalFrequency: Field { Field(.leaf80860001, 0x3e060000) }
  @inlinable static var transmetaRecovery: Field { Field(.leaf80860001, 0x00070000) }
  @inlinable static var transmetaLongRun: Field { Field(.leaf80860001, 0x02170000) }
  @inlinable static var transmetaLongRunTable: Field { Field(.leaf80860001, 0x06370000) }
  @inlinable static var transmetaRevisionId: Field { Field(.leaf80860002, 0x3e040000) }
  @inlinable static var transmetaCodeRevision: Field { Field(.leaf80860002, 0x3e050000) }
  @inlinable static var transmetaCodeRevisionExtra: Field { Field(.leaf80860002, 0x3e060000) }
  @inlinable static var transmetaInfoPart1: Field { Field(.leaf80860003, 0x3e040000) }
  @inlinable static var transmetaInfoPart2: Field { Field(.leaf80860003, 0x3e050000) }
  @inlinable static var transmetaInfoPart3: Field { Field(.leaf80860003, 0x3e060000) }
  @inlinable static var transmetaInfoPart4: Field { Field(.leaf80860003, 0x3e070000) }
  @inlinable static var transmetaInfoPart5: Field { Field(.leaf80860004, 0x3e040000) }
  @inlinable static var transmetaInfoPart6: Field { Field(.leaf80860004, 0x3e050000) }
  @inlinable static var transmetaInfoPart7: Field { Field(.leaf80860004, 0x3e060000) }
  @inlinable static var transmetaInfoPart8: Field { Field(.leaf80860004, 0x3e070000) }
  @inlinable static var transmetaInfoPart9: Field { Field(.leaf80860005, 0x3e040000) }
  @inlinable static var transmetaInfoPart10: Field { Field(.leaf80860005, 0x3e050000) }
  @inlinable static var transmetaInfoPart11: Field { Field(.leaf80860005, 0x3e060000) }
  @inlinable static var transmetaInfoPart12: Field { Field(.leaf80860005, 0x3e070000) }
  @inlinable static var transmetaInfoPart13: Field { Field(.leaf80860006, 0x3e040000) }
  @inlinable static var transmetaInfoPart14: Field { Field(.leaf80860006, 0x3e050000) }
  @inlinable static var transmetaInfoPart15: Field { Field(.leaf80860006, 0x3e060000) }
  @inlinable static var transmetaInfoPart16: Field { Field(.leaf80860006, 0x3e070000) }
  @inlinable static var transmetaCurrentFrequency: Field { Field(.leaf80860007, 0x3e040000) }
  @inlinable static var transmetaCurrentVoltage: Field { Field(.leaf80860007, 0x3e050000) }
  @inlinable static var transmetaCurrentPerformance: Field { Field(.leaf80860007, 0x3e060000) }
  @inlinable static var transmetaCurrentGateDelay: Field { Field(.leaf80860007, 0x3e070000) }
  @inlinable static var easterEggPart1: Field { Field(.leaf8fffffff, 0x3e040000) }
  @inlinable static var easterEggPart2: Field { Field(.leaf8fffffff, 0x3e050000) }
  @inlinable static var easterEggPart3: Field { Field(.leaf8fffffff, 0x3e060000) }
  @inlinable static var easterEggPart4: Field { Field(.leaf8fffffff, 0x3e070000) }
  @inlinable static var maxCentaurLeaf: Field { Field(.leafc0000000, 0x3e040000) }
  @inlinable static var centaurSignature: Field { Field(.leafc0000001, 0x3e040000) }
  @inlinable static var zhaoxinSm2: Field { Field(.leafc0000001, 0x00070000) }
  @inlinable static var zhaoxinSm2Enabled: Field { Field(.leafc0000001, 0x02170000) }
  @inlinable static var padlockRng: Field { Field(.leafc0000001, 0x04270000) }
  @inlinable static var padlockRngEnabled: Field { Field(.leafc0000001, 0x06370000) }
  @inlinable static var zhaoxinSm3Sm4: Field { Field(.leafc0000001, 0x08470000) }
  @inlinable static var zhaoxinSm3Sm4Enabled: Field { Field(.leafc0000001, 0x0a570000) }
  @inlinable static var padlockAce: Field { Field(.leafc0000001, 0x0c670000) }
  @inlinable static var padlockAceEnabled: Field { Field(.leafc0000001, 0x0e770000) }
  @inlinable static var padlockAce2: Field { Field(.leafc0000001, 0x10870000) }
  @inlinable static var padlockAce2Enabled: Field { Field(.leafc0000001, 0x12970000) }
  @inlinable static var padlockHash: Field { Field(.leafc0000001, 0x14a70000) }
  @inlinable static var padlockHashEnabled: Field { Field(.leafc0000001, 0x16b70000) }
  @inlinable static var padlockMontgomery: Field { Field(.leafc0000001, 0x18c70000) }
  @inlinable static var padlockMontgomeryEnabled: Field { Field(.leafc0000001, 0x1ad70000) }
  @inlinable static var parallax: Field { Field(.leafc0000001, 0x21070000) }
  @inlinable static var parallaxEnabled: Field { Field(.leafc0000001, 0x23170000) }
  @inlinable static var thermalMonitor3: Field { Field(.leafc0000001, 0x29470000) }
  @inlinable static var thermalMonitor3Enabled: Field { Field(.leafc0000001, 0x2b570000) }
  @inlinable static var padlockRng2: Field { Field(.leafc0000001, 0x2d670000) }
  @inlinable static var padlockRng2Enabled: Field { Field(.leafc0000001, 0x2f770000) }
  @inlinable static var padlockHash2: Field { Field(.leafc0000001, 0x33970000) }
  @inlinable static var padlockHash2Enabled: Field { Field(.leafc0000001, 0x35a70000) }
  @inlinable static var padlockRsa: Field { Field(.leafc0000001, 0x37b70000) }
  @inlinable static var padlockRsaEnabled: Field { Field(.leafc0000001, 0x39c70000) }
  @inlinable static var centaurStatusA: Field { Field(.leafc0000002, 0x3e040000) }
  @inlinable static var centaurStatusB: Field { Field(.leafc0000002, 0x3e050000) }
  @inlinable static var centaurStatusC: Field { Field(.leafc0000002, 0x3e060000) }
  @inlinable static var centaurStatusD: Field { Field(.leafc0000002, 0x3e070000) }
  @inlinable static var centaurTemperature: Field { Field(.leafc0000004, 0x3e040000) }
  @inlinable static var centaurPerformanceStatus: Field { Field(.leafc0000004, 0x3e050000) }
  @inlinable static var centaurPerformanceLimits: Field { Field(.leafc0000004, 0x3e060000) }
}
