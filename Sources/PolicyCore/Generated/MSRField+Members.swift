// SPDX-License-Identifier: Apache-2.0
// Generated from the tables in ABI/ by `make generate`. Do not edit: change the table.
// swift-format-ignore-file
/// The rows of `ABI/msrs.csv`; `docs/reference/fields.md` says what each is, and so does
/// `cpupolicy policy explain`.
public extension MSRField {
  @inlinable static var featureControlLock: MSRField { MSRField(0x3a, 0x0000) }
  @inlinable static var featureControlVmxInSmx: MSRField { MSRField(0x3a, 0x0101) }
  @inlinable static var featureControlVmxOutsideSmx: MSRField { MSRField(0x3a, 0x0202) }
  @inlinable static var featureControlSenterLocals: MSRField { MSRField(0x3a, 0x0e08) }
  @inlinable static var featureControlSenter: MSRField { MSRField(0x3a, 0x0f0f) }
  @inlinable static var featureControlSgxLaunchControl: MSRField { MSRField(0x3a, 0x1111) }
  @inlinable static var featureControlSgx: MSRField { MSRField(0x3a, 0x1212) }
  @inlinable static var featureControlLmce: MSRField { MSRField(0x3a, 0x1414) }
  @inlinable static var microcodeRevision: MSRField { MSRField(0x8b, 0x3f00) }
  @inlinable static var platformInfoMaxNonTurboRatio: MSRField { MSRField(0xce, 0x0f08) }
  @inlinable static var platformInfoProgrammableTurbo: MSRField { MSRField(0xce, 0x1c1c) }
  @inlinable static var platformInfoProgrammableTdp: MSRField { MSRField(0xce, 0x1d1d) }
  @inlinable static var platformInfoProgrammableTjOffset: MSRField { MSRField(0xce, 0x1e1e) }
  @inlinable static var platformInfoCpuidFaulting: MSRField { MSRField(0xce, 0x1f1f) }
  @inlinable static var platformInfoLowPowerMode: MSRField { MSRField(0xce, 0x2121) }
  @inlinable static var platformInfoMaxEfficiencyRatio: MSRField { MSRField(0xce, 0x2f28) }
  @inlinable static var coreCapsStlbQos: MSRField { MSRField(0xcf, 0x0000) }
  @inlinable static var coreCapsFusa: MSRField { MSRField(0xcf, 0x0202) }
  @inlinable static var coreCapsRsmCpl0Only: MSRField { MSRField(0xcf, 0x0303) }
  @inlinable static var coreCapsUcLockGp: MSRField { MSRField(0xcf, 0x0404) }
  @inlinable static var coreCapsSplitLockDetect: MSRField { MSRField(0xcf, 0x0505) }
  @inlinable static var coreCapsSnoopFilterQos: MSRField { MSRField(0xcf, 0x0606) }
  @inlinable static var coreCapsUcStoreThrottle: MSRField { MSRField(0xcf, 0x0707) }
  @inlinable static var archCapabilities: MSRField { MSRField(0x10a, 0x3f00) }
  @inlinable static var tsxForceAbortRtm: MSRField { MSRField(0x10f, 0x0000) }
  @inlinable static var tsxForceAbortCpuidClear: MSRField { MSRField(0x10f, 0x0101) }
  @inlinable static var tsxForceAbortSdvEnable: MSRField { MSRField(0x10f, 0x0202) }
  @inlinable static var tsxCtrlRtmDisable: MSRField { MSRField(0x122, 0x0000) }
  @inlinable static var tsxCtrlCpuidClear: MSRField { MSRField(0x122, 0x0101) }
  @inlinable static var cpuidMaskV2Leaf1: MSRField { MSRField(0x130, 0x3f00) }
  @inlinable static var cpuidMaskV2Extended1: MSRField { MSRField(0x131, 0x3f00) }
  @inlinable static var cpuidMaskV3Leaf1: MSRField { MSRField(0x132, 0x3f00) }
  @inlinable static var cpuidMaskV3Extended1: MSRField { MSRField(0x133, 0x3f00) }
  @inlinable static var cpuidMaskV3LeafD1: MSRField { MSRField(0x134, 0x3f00) }
  @inlinable static var miscFeaturesCpuidFault: MSRField { MSRField(0x140, 0x0000) }
  @inlinable static var miscFeaturesMonitorFault: MSRField { MSRField(0x140, 0x0101) }
  @inlinable static var miscEnableFastStrings: MSRField { MSRField(0x1a0, 0x0000) }
  @inlinable static var miscEnableThermalControl: MSRField { MSRField(0x1a0, 0x0303) }
  @inlinable static var miscEnablePerfmonAvailable: MSRField { MSRField(0x1a0, 0x0707) }
  @inlinable static var miscEnableBtsUnavailable: MSRField { MSRField(0x1a0, 0x0b0b) }
  @inlinable static var miscEnablePebsUnavailable: MSRField { MSRField(0x1a0, 0x0c0c) }
  @inlinable static var miscEnableSpeedStep: MSRField { MSRField(0x1a0, 0x1010) }
  @inlinable static var miscEnableMonitor: MSRField { MSRField(0x1a0, 0x1212) }
  @inlinable static var miscEnableLimitCpuid: MSRField { MSRField(0x1a0, 0x1616) }
  @inlinable static var miscEnableXtprDisable: MSRField { MSRField(0x1a0, 0x1717) }
  @inlinable static var miscEnableXdDisable: MSRField { MSRField(0x1a0, 0x2222) }
  @inlinable static var miscEnableTurboDisable: MSRField { MSRField(0x1a0, 0x2626) }
  @inlinable static var perfCapLbrFormat: MSRField { MSRField(0x345, 0x0500) }
  @inlinable static var perfCapPebsTrap: MSRField { MSRField(0x345, 0x0606) }
  @inlinable static var perfCapPebsArchRegs: MSRField { MSRField(0x345, 0x0707) }
  @inlinable static var perfCapPebsFormat: MSRField { MSRField(0x345, 0x0b08) }
  @inlinable static var perfCapFreezeWhileSmm: MSRField { MSRField(0x345, 0x0c0c) }
  @inlinable static var perfCapFullWidthWrite: MSRField { MSRField(0x345, 0x0d0d) }
  @inlinable static var perfCapPebsBaseline: MSRField { MSRField(0x345, 0x0e0e) }
  @inlinable static var perfCapMetrics: MSRField { MSRField(0x345, 0x0f0f) }
  @inlinable static var perfCapPebsOutputPt: MSRField { MSRField(0x345, 0x1010) }
  @inlinable static var perfCapPebsTimed: MSRField { MSRField(0x345, 0x1111) }
  @inlinable static var cpuidMaskV1Leaf1: MSRField { MSRField(0x478, 0x3f00) }
  @inlinable static var vmxBasicRevision: MSRField { MSRField(0x480, 0x1e00) }
  @inlinable static var vmxBasicVmcsSize: MSRField { MSRField(0x480, 0x2c20) }
  @inlinable static var vmxBasicPhys32: MSRField { MSRField(0x480, 0x3030) }
  @inlinable static var vmxBasicDualMonitor: MSRField { MSRField(0x480, 0x3131) }
  @inlinable static var vmxBasicMemoryType: MSRField { MSRField(0x480, 0x3532) }
  @inlinable static var vmxBasicInsOutsInfo: MSRField { MSRField(0x480, 0x3636) }
  @inlinable static var vmxBasicTrueControls: MSRField { MSRField(0x480, 0x3737) }
  @inlinable static var vmxBasicHardwareExceptionNoErrorCode: MSRField { MSRField(0x480, 0x3838) }
  @inlinable static var vmxBasicNestedException: MSRField { MSRField(0x480, 0x3a3a) }
  @inlinable static var vmxPinMustBeOne: MSRField { MSRField(0x481, 0x1f00) }
  @inlinable static var vmxPinExternalInterruptExit: MSRField { MSRField(0x481, 0x2020) }
  @inlinable static var vmxPinDefaultOnes1: MSRField { MSRField(0x481, 0x2221) }
  @inlinable static var vmxPinNmiExit: MSRField { MSRField(0x481, 0x2323) }
  @inlinable static var vmxPinDefaultOnes4: MSRField { MSRField(0x481, 0x2424) }
  @inlinable static var vmxPinVirtualNmis: MSRField { MSRField(0x481, 0x2525) }
  @inlinable static var vmxPinPreemptionTimer: MSRField { MSRField(0x481, 0x2626) }
  @inlinable static var vmxPinPostedInterrupts: MSRField { MSRField(0x481, 0x2727) }
  @inlinable static var vmxProcMustBeOne: MSRField { MSRField(0x482, 0x1f00) }
  @inlinable static var vmxProcDefaultOnes1: MSRField { MSRField(0x482, 0x2121) }
  @inlinable static var vmxProcInterruptWindowExit: MSRField { MSRField(0x482, 0x2222) }
  @inlinable static var vmxProcTscOffsetting: MSRField { MSRField(0x482, 0x2323) }
  @inlinable static var vmxProcDefaultOnes4: MSRField { MSRField(0x482, 0x2624) }
  @inlinable static var vmxProcHltExit: MSRField { MSRField(0x482, 0x2727) }
  @inlinable static var vmxProcDefaultOnes8: MSRField { MSRField(0x482, 0x2828) }
  @inlinable static var vmxProcInvlpgExit: MSRField { MSRField(0x482, 0x2929) }
  @inlinable static var vmxProcMwaitExit: MSRField { MSRField(0x482, 0x2a2a) }
  @inlinable static var vmxProcRdpmcExit: MSRField { MSRField(0x482, 0x2b2b) }
  @inlinable static var vmxProcRdtscExit: MSRField { MSRField(0x482, 0x2c2c) }
  @inlinable static var vmxProcDefaultOnes13: MSRField { MSRField(0x482, 0x2e2d) }
  @inlinable static var vmxProcCr3LoadExit: MSRField { MSRField(0x482, 0x2f2f) }
  @inlinable static var vmxProcCr3StoreExit: MSRField { MSRField(0x482, 0x3030) }
  @inlinable static var vmxProcTertiaryControls: MSRField { MSRField(0x482, 0x3131) }
  @inlinable static var vmxProcCr8LoadExit: MSRField { MSRField(0x482, 0x3333) }
  @inlinable static var vmxProcCr8StoreExit: MSRField { MSRField(0x482, 0x3434) }
  @inlinable static var vmxProcTprShadow: MSRField { MSRField(0x482, 0x3535) }
  @inlinable static var vmxProcNmiWindowExit: MSRField { MSRField(0x482, 0x3636) }
  @inlinable static var vmxProcMovDrExit: MSRField { MSRField(0x482, 0x3737) }
  @inlinable static var vmxProcUnconditionalIoExit: MSRField { MSRField(0x482, 0x3838) }
  @inlinable static var vmxProcIoBitmaps: MSRField { MSRField(0x482, 0x3939) }
  @inlinable static var vmxProcDefaultOnes26: MSRField { MSRField(0x482, 0x3a3a) }
  @inlinable static var vmxProcMonitorTrapFlag: MSRField { MSRField(0x482, 0x3b3b) }
  @inlinable static var vmxProcMsrBitmaps: MSRField { MSRField(0x482, 0x3c3c) }
  @inlinable static var vmxProcMonitorExit: MSRField { MSRField(0x482, 0x3d3d) }
  @inlinable static var vmxProcPauseExit: MSRField { MSRField(0x482, 0x3e3e) }
  @inlinable static var vmxProcSecondaryControls: MSRField { MSRField(0x482, 0x3f3f) }
  @inlinable static var vmxExitMustBeOne: MSRField { MSRField(0x483, 0x1f00) }
  @inlinable static var vmxExitDefaultOnes0: MSRField { MSRField(0x483, 0x2120) }
  @inlinable static var vmxExitSaveDebugControls: MSRField { MSRField(0x483, 0x2222) }
  @inlinable static var vmxExitDefaultOnes3: MSRField { MSRField(0x483, 0x2823) }
  @inlinable static var vmxExitHost64Bit: MSRField { MSRField(0x483, 0x2929) }
  @inlinable static var vmxExitDefaultOnes10: MSRField { MSRField(0x483, 0x2b2a) }
  @inlinable static var vmxExitLoadPerfGlobalCtrl: MSRField { MSRField(0x483, 0x2c2c) }
  @inlinable static var vmxExitDefaultOnes13: MSRField { MSRField(0x483, 0x2e2d) }
  @inlinable static var vmxExitAcknowledgeInterrupt: MSRField { MSRField(0x483, 0x2f2f) }
  @inlinable static var vmxExitDefaultOnes16: MSRField { MSRField(0x483, 0x3130) }
  @inlinable static var vmxExitSavePat: MSRField { MSRField(0x483, 0x3232) }
  @inlinable static var vmxExitLoadPat: MSRField { MSRField(0x483, 0x3333) }
  @inlinable static var vmxExitSaveEfer: MSRField { MSRField(0x483, 0x3434) }
  @inlinable static var vmxExitLoadEfer: MSRField { MSRField(0x483, 0x3535) }
  @inlinable static var vmxExitSavePreemptionTimer: MSRField { MSRField(0x483, 0x3636) }
  @inlinable static var vmxExitClearBndcfgs: MSRField { MSRField(0x483, 0x3737) }
  @inlinable static var vmxExitConcealFromPt: MSRField { MSRField(0x483, 0x3838) }
  @inlinable static var vmxExitClearRtitCtl: MSRField { MSRField(0x483, 0x3939) }
  @inlinable static var vmxExitClearLbrCtl: MSRField { MSRField(0x483, 0x3a3a) }
  @inlinable static var vmxExitClearUinv: MSRField { MSRField(0x483, 0x3b3b) }
  @inlinable static var vmxExitLoadCetState: MSRField { MSRField(0x483, 0x3c3c) }
  @inlinable static var vmxExitLoadPkrs: MSRField { MSRField(0x483, 0x3d3d) }
  @inlinable static var vmxExitSavePerfGlobalCtrl: MSRField { MSRField(0x483, 0x3e3e) }
  @inlinable static var vmxExitSecondaryControls: MSRField { MSRField(0x483, 0x3f3f) }
  @inlinable static var vmxEntryMustBeOne: MSRField { MSRField(0x484, 0x1f00) }
  @inlinable static var vmxEntryDefaultOnes0: MSRField { MSRField(0x484, 0x2120) }
  @inlinable static var vmxEntryLoadDebugControls: MSRField { MSRField(0x484, 0x2222) }
  @inlinable static var vmxEntryDefaultOnes3: MSRField { MSRField(0x484, 0x2823) }
  @inlinable static var vmxEntryGuest64Bit: MSRField { MSRField(0x484, 0x2929) }
  @inlinable static var vmxEntryEntryToSmm: MSRField { MSRField(0x484, 0x2a2a) }
  @inlinable static var vmxEntryDeactivateDualMonitor: MSRField { MSRField(0x484, 0x2b2b) }
  @inlinable static var vmxEntryDefaultOnes12: MSRField { MSRField(0x484, 0x2c2c) }
  @inlinable static var vmxEntryLoadPerfGlobalCtrl: MSRField { MSRField(0x484, 0x2d2d) }
  @inlinable static var vmxEntryLoadPat: MSRField { MSRField(0x484, 0x2e2e) }
  @inlinable static var vmxEntryLoadEfer: MSRField { MSRField(0x484, 0x2f2f) }
  @inlinable static var vmxEntryLoadBndcfgs: MSRField { MSRField(0x484, 0x3030) }
  @inlinable static var vmxEntryConcealFromPt: MSRField { MSRField(0x484, 0x3131) }
  @inlinable static var vmxEntryLoadRtitCtl: MSRField { MSRField(0x484, 0x3232) }
  @inlinable static var vmxEntryLoadUinv: MSRField { MSRField(0x484, 0x3333) }
  @inlinable static var vmxEntryLoadCetState: MSRField { MSRField(0x484, 0x3434) }
  @inlinable static var vmxEntryLoadLbrCtl: MSRField { MSRField(0x484, 0x3535) }
  @inlinable static var vmxEntryLoadPkrs: MSRField { MSRField(0x484, 0x3636) }
  @inlinable static var vmxEntryLoadFred: MSRField { MSRField(0x484, 0x3737) }
  @inlinable static var vmxMiscPreemptionShift: MSRField { MSRField(0x485, 0x0400) }
  @inlinable static var vmxMiscSaveLma: MSRField { MSRField(0x485, 0x0505) }
  @inlinable static var vmxMiscActivityHlt: MSRField { MSRField(0x485, 0x0606) }
  @inlinable static var vmxMiscActivityShutdown: MSRField { MSRField(0x485, 0x0707) }
  @inlinable static var vmxMiscActivityWaitSipi: MSRField { MSRField(0x485, 0x0808) }
  @inlinable static var vmxMiscPtInVmx: MSRField { MSRField(0x485, 0x0e0e) }
  @inlinable static var vmxMiscSmbaseRead: MSRField { MSRField(0x485, 0x0f0f) }
  @inlinable static var vmxMiscCr3Targets: MSRField { MSRField(0x485, 0x1810) }
  @inlinable static var vmxMiscMsrListMax: MSRField { MSRField(0x485, 0x1b19) }
  @inlinable static var vmxMiscSmmBlock: MSRField { MSRField(0x485, 0x1c1c) }
  @inlinable static var vmxMiscVmwriteAny: MSRField { MSRField(0x485, 0x1d1d) }
  @inlinable static var vmxMiscZeroLengthInjection: MSRField { MSRField(0x485, 0x1e1e) }
  @inlinable static var vmxMiscMsegRevision: MSRField { MSRField(0x485, 0x3f20) }
  @inlinable static var vmxCr0Fixed0: MSRField { MSRField(0x486, 0x3f00) }
  @inlinable static var vmxCr0Fixed1: MSRField { MSRField(0x487, 0x3f00) }
  @inlinable static var vmxCr4Fixed0: MSRField { MSRField(0x488, 0x3f00) }
  @inlinable static var vmxCr4Fixed1: MSRField { MSRField(0x489, 0x3f00) }
  @inlinable static var vmxVmcsEnumMax: MSRField { MSRField(0x48a, 0x0901) }
  @inlinable static var vmxProc2MustBeOne: MSRField { MSRField(0x48b, 0x1f00) }
  @inlinable static var vmxProc2VirtualApicAccesses: MSRField { MSRField(0x48b, 0x2020) }
  @inlinable static var vmxProc2Ept: MSRField { MSRField(0x48b, 0x2121) }
  @inlinable static var vmxProc2DescriptorExit: MSRField { MSRField(0x48b, 0x2222) }
  @inlinable static var vmxProc2Rdtscp: MSRField { MSRField(0x48b, 0x2323) }
  @inlinable static var vmxProc2VirtualX2Apic: MSRField { MSRField(0x48b, 0x2424) }
  @inlinable static var vmxProc2Vpid: MSRField { MSRField(0x48b, 0x2525) }
  @inlinable static var vmxProc2WbinvdExit: MSRField { MSRField(0x48b, 0x2626) }
  @inlinable static var vmxProc2UnrestrictedGuest: MSRField { MSRField(0x48b, 0x2727) }
  @inlinable static var vmxProc2ApicRegisterVirtualization: MSRField { MSRField(0x48b, 0x2828) }
  @inlinable static var vmxProc2VirtualInterruptDelivery: MSRField { MSRField(0x48b, 0x2929) }
  @inlinable static var vmxProc2PauseLoopExit: MSRField { MSRField(0x48b, 0x2a2a) }
  @inlinable static var vmxProc2RdrandExit: MSRField { MSRField(0x48b, 0x2b2b) }
  @inlinable static var vmxProc2Invpcid: MSRField { MSRField(0x48b, 0x2c2c) }
  @inlinable static var vmxProc2VmFunctions: MSRField { MSRField(0x48b, 0x2d2d) }
  @inlinable static var vmxProc2ShadowVmcs: MSRField { MSRField(0x48b, 0x2e2e) }
  @inlinable static var vmxProc2EnclsExit: MSRField { MSRField(0x48b, 0x2f2f) }
  @inlinable static var vmxProc2RdseedExit: MSRField { MSRField(0x48b, 0x3030) }
  @inlinable static var vmxProc2PageModificationLog: MSRField { MSRField(0x48b, 0x3131) }
  @inlinable static var vmxProc2EptViolationVe: MSRField { MSRField(0x48b, 0x3232) }
  @inlinable static var vmxProc2ConcealFromPt: MSRField { MSRField(0x48b, 0x3333) }
  @inlinable static var vmxProc2Xsaves: MSRField { MSRField(0x48b, 0x3434) }
  @inlinable static var vmxProc2PasidTranslation: MSRField { MSRField(0x48b, 0x3535) }
  @inlinable static var vmxProc2ModeBasedExecute: MSRField { MSRField(0x48b, 0x3636) }
  @inlinable static var vmxProc2SubPageWrite: MSRField { MSRField(0x48b, 0x3737) }
  @inlinable static var vmxProc2PtGuestPhysical: MSRField { MSRField(0x48b, 0x3838) }
  @inlinable static var vmxProc2TscScaling: MSRField { MSRField(0x48b, 0x3939) }
  @inlinable static var vmxProc2UserWaitPause: MSRField { MSRField(0x48b, 0x3a3a) }
  @inlinable static var vmxProc2Pconfig: MSRField { MSRField(0x48b, 0x3b3b) }
  @inlinable static var vmxProc2EnclvExit: MSRField { MSRField(0x48b, 0x3c3c) }
  @inlinable static var vmxProc2BusLockExit: MSRField { MSRField(0x48b, 0x3e3e) }
  @inlinable static var vmxProc2InstructionTimeout: MSRField { MSRField(0x48b, 0x3f3f) }
  @inlinable static var vmxEptExecuteOnly: MSRField { MSRField(0x48c, 0x0000) }
  @inlinable static var vmxEptPageWalk4: MSRField { MSRField(0x48c, 0x0606) }
  @inlinable static var vmxEptPageWalk5: MSRField { MSRField(0x48c, 0x0707) }
  @inlinable static var vmxEptUncacheable: MSRField { MSRField(0x48c, 0x0808) }
  @inlinable static var vmxEptWriteBack: MSRField { MSRField(0x48c, 0x0e0e) }
  @inlinable static var vmxEpt2M: MSRField { MSRField(0x48c, 0x1010) }
  @inlinable static var vmxEpt1G: MSRField { MSRField(0x48c, 0x1111) }
  @inlinable static var vmxInvept: MSRField { MSRField(0x48c, 0x1414) }
  @inlinable static var vmxEptAccessedDirty: MSRField { MSRField(0x48c, 0x1515) }
  @inlinable static var vmxEptAdvancedExitInfo: MSRField { MSRField(0x48c, 0x1616) }
  @inlinable static var vmxEptSupervisorShadowStack: MSRField { MSRField(0x48c, 0x1717) }
  @inlinable static var vmxInveptSingle: MSRField { MSRField(0x48c, 0x1919) }
  @inlinable static var vmxInveptAll: MSRField { MSRField(0x48c, 0x1a1a) }
  @inlinable static var vmxInvvpid: MSRField { MSRField(0x48c, 0x2020) }
  @inlinable static var vmxInvvpidAddress: MSRField { MSRField(0x48c, 0x2828) }
  @inlinable static var vmxInvvpidSingle: MSRField { MSRField(0x48c, 0x2929) }
  @inlinable static var vmxInvvpidAll: MSRField { MSRField(0x48c, 0x2a2a) }
  @inlinable static var vmxInvvpidSingleKeepGlobals: MSRField { MSRField(0x48c, 0x2b2b) }
  @inlinable static var vmxHlatPrefixMax: MSRField { MSRField(0x48c, 0x3530) }
  @inlinable static var trueVmxPinMustBeOne: MSRField { MSRField(0x48d, 0x1f00) }
  @inlinable static var trueVmxPinExternalInterruptExit: MSRField { MSRField(0x48d, 0x2020) }
  @inlinable static var trueVmxPinDefaultOnes1: MSRField { MSRField(0x48d, 0x2221) }
  @inlinable static var trueVmxPinNmiExit: MSRField { MSRField(0x48d, 0x2323) }
  @inlinable static var trueVmxPinDefaultOnes4: MSRField { MSRField(0x48d, 0x2424) }
  @inlinable static var trueVmxPinVirtualNmis: MSRField { MSRField(0x48d, 0x2525) }
  @inlinable static var trueVmxPinPreemptionTimer: MSRField { MSRField(0x48d, 0x2626) }
  @inlinable static var trueVmxPinPostedInterrupts: MSRField { MSRField(0x48d, 0x2727) }
  @inlinable static var trueVmxProcMustBeOne: MSRField { MSRField(0x48e, 0x1f00) }
  @inlinable static var trueVmxProcDefaultOnes1: MSRField { MSRField(0x48e, 0x2121) }
  @inlinable static var trueVmxProcInterruptWindowExit: MSRField { MSRField(0x48e, 0x2222) }
  @inlinable static var trueVmxProcTscOffsetting: MSRField { MSRField(0x48e, 0x2323) }
  @inlinable static var trueVmxProcDefaultOnes4: MSRField { MSRField(0x48e, 0x2624) }
  @inlinable static var trueVmxProcHltExit: MSRField { MSRField(0x48e, 0x2727) }
  @inlinable static var trueVmxProcDefaultOnes8: MSRField { MSRField(0x48e, 0x2828) }
  @inlinable static var trueVmxProcInvlpgExit: MSRField { MSRField(0x48e, 0x2929) }
  @inlinable static var trueVmxProcMwaitExit: MSRField { MSRField(0x48e, 0x2a2a) }
  @inlinable static var trueVmxProcRdpmcExit: MSRField { MSRField(0x48e, 0x2b2b) }
  @inlinable static var trueVmxProcRdtscExit: MSRField { MSRField(0x48e, 0x2c2c) }
  @inlinable static var trueVmxProcDefaultOnes13: MSRField { MSRField(0x48e, 0x2e2d) }
  @inlinable static var trueVmxProcCr3LoadExit: MSRField { MSRField(0x48e, 0x2f2f) }
  @inlinable static var trueVmxProcCr3StoreExit: MSRField { MSRField(0x48e, 0x3030) }
  @inlinable static var trueVmxProcTertiaryControls: MSRField { MSRField(0x48e, 0x3131) }
  @inlinable static var trueVmxProcCr8LoadExit: MSRField { MSRField(0x48e, 0x3333) }
  @inlinable static var trueVmxProcCr8StoreExit: MSRField { MSRField(0x48e, 0x3434) }
  @inlinable static var trueVmxProcTprShadow: MSRField { MSRField(0x48e, 0x3535) }
  @inlinable static var trueVmxProcNmiWindowExit: MSRField { MSRField(0x48e, 0x3636) }
  @inlinable static var trueVmxProcMovDrExit: MSRField { MSRField(0x48e, 0x3737) }
  @inlinable static var trueVmxProcUnconditionalIoExit: MSRField { MSRField(0x48e, 0x3838) }
  @inlinable static var trueVmxProcIoBitmaps: MSRField { MSRField(0x48e, 0x3939) }
  @inlinable static var trueVmxProcDefaultOnes26: MSRField { MSRField(0x48e, 0x3a3a) }
  @inlinable static var trueVmxProcMonitorTrapFlag: MSRField { MSRField(0x48e, 0x3b3b) }
  @inlinable static var trueVmxProcMsrBitmaps: MSRField { MSRField(0x48e, 0x3c3c) }
  @inlinable static var trueVmxProcMonitorExit: MSRField { MSRField(0x48e, 0x3d3d) }
  @inlinable static var trueVmxProcPauseExit: MSRField { MSRField(0x48e, 0x3e3e) }
  @inlinable static var trueVmxProcSecondaryControls: MSRField { MSRField(0x48e, 0x3f3f) }
  @inlinable static var trueVmxExitMustBeOne: MSRField { MSRField(0x48f, 0x1f00) }
  @inlinable static var trueVmxExitDefaultOnes0: MSRField { MSRField(0x48f, 0x2120) }
  @inlinable static var trueVmxExitSaveDebugControls: MSRField { MSRField(0x48f, 0x2222) }
  @inlinable static var trueVmxExitDefaultOnes3: MSRField { MSRField(0x48f, 0x2823) }
  @inlinable static var trueVmxExitHost64Bit: MSRField { MSRField(0x48f, 0x2929) }
  @inlinable static var trueVmxExitDefaultOnes10: MSRField { MSRField(0x48f, 0x2b2a) }
  @inlinable static var trueVmxExitLoadPerfGlobalCtrl: MSRField { MSRField(0x48f, 0x2c2c) }
  @inlinable static var trueVmxExitDefaultOnes13: MSRField { MSRField(0x48f, 0x2e2d) }
  @inlinable static var trueVmxExitAcknowledgeInterrupt: MSRField { MSRField(0x48f, 0x2f2f) }
  @inlinable static var trueVmxExitDefaultOnes16: MSRField { MSRField(0x48f, 0x3130) }
  @inlinable static var trueVmxExitSavePat: MSRField { MSRField(0x48f, 0x3232) }
  @inlinable static var trueVmxExitLoadPat: MSRField { MSRField(0x48f, 0x3333) }
  @inlinable static var trueVmxExitSaveEfer: MSRField { MSRField(0x48f, 0x3434) }
  @inlinable static var trueVmxExitLoadEfer: MSRField { MSRField(0x48f, 0x3535) }
  @inlinable static var trueVmxExitSavePreemptionTimer: MSRField { MSRField(0x48f, 0x3636) }
  @inlinable static var trueVmxExitClearBndcfgs: MSRField { MSRField(0x48f, 0x3737) }
  @inlinable static var trueVmxExitConcealFromPt: MSRField { MSRField(0x48f, 0x3838) }
  @inlinable static var trueVmxExitClearRtitCtl: MSRField { MSRField(0x48f, 0x3939) }
  @inlinable static var trueVmxExitClearLbrCtl: MSRField { MSRField(0x48f, 0x3a3a) }
  @inlinable static var trueVmxExitClearUinv: MSRField { MSRField(0x48f, 0x3b3b) }
  @inlinable static var trueVmxExitLoadCetState: MSRField { MSRField(0x48f, 0x3c3c) }
  @inlinable static var trueVmxExitLoadPkrs: MSRField { MSRField(0x48f, 0x3d3d) }
  @inlinable static var trueVmxExitSavePerfGlobalCtrl: MSRField { MSRField(0x48f, 0x3e3e) }
  @inlinable static var trueVmxExitSecondaryControls: MSRField { MSRField(0x48f, 0x3f3f) }
  @inlinable static var trueVmxEntryMustBeOne: MSRField { MSRField(0x490, 0x1f00) }
  @inlinable static var trueVmxEntryDefaultOnes0: MSRField { MSRField(0x490, 0x2120) }
  @inlinable static var trueVmxEntryLoadDebugControls: MSRField { MSRField(0x490, 0x2222) }
  @inlinable static var trueVmxEntryDefaultOnes3: MSRField { MSRField(0x490, 0x2823) }
  @inlinable static var trueVmxEntryGuest64Bit: MSRField { MSRField(0x490, 0x2929) }
  @inlinable static var trueVmxEntryEntryToSmm: MSRField { MSRField(0x490, 0x2a2a) }
  @inlinable static var trueVmxEntryDeactivateDualMonitor: MSRField { MSRField(0x490, 0x2b2b) }
  @inlinable static var trueVmxEntryDefaultOnes12: MSRField { MSRField(0x490, 0x2c2c) }
  @inlinable static var trueVmxEntryLoadPerfGlobalCtrl: MSRField { MSRField(0x490, 0x2d2d) }
  @inlinable static var trueVmxEntryLoadPat: MSRField { MSRField(0x490, 0x2e2e) }
  @inlinable static var trueVmxEntryLoadEfer: MSRField { MSRField(0x490, 0x2f2f) }
  @inlinable static var trueVmxEntryLoadBndcfgs: MSRField { MSRField(0x490, 0x3030) }
  @inlinable static var trueVmxEntryConcealFromPt: MSRField { MSRField(0x490, 0x3131) }
  @inlinable static var trueVmxEntryLoadRtitCtl: MSRField { MSRField(0x490, 0x3232) }
  @inlinable static var trueVmxEntryLoadUinv: MSRField { MSRField(0x490, 0x3333) }
  @inlinable static var trueVmxEntryLoadCetState: MSRField { MSRField(0x490, 0x3434) }
  @inlinable static var trueVmxEntryLoadLbrCtl: MSRField { MSRField(0x490, 0x3535) }
  @inlinable static var trueVmxEntryLoadPkrs: MSRField { MSRField(0x490, 0x3636) }
  @inlinable static var trueVmxEntryLoadFred: MSRField { MSRField(0x490, 0x3737) }
  @inlinable static var vmxFunctionEptpSwitch: MSRField { MSRField(0x491, 0x0000) }
  @inlinable static var vmxFunctionsOther: MSRField { MSRField(0x491, 0x3f01) }
  @inlinable static var vmxProc3LoadIwkeyExit: MSRField { MSRField(0x492, 0x0000) }
  @inlinable static var vmxProc3Hlat: MSRField { MSRField(0x492, 0x0101) }
  @inlinable static var vmxProc3EptPagingWrite: MSRField { MSRField(0x492, 0x0202) }
  @inlinable static var vmxProc3GuestPagingVerification: MSRField { MSRField(0x492, 0x0303) }
  @inlinable static var vmxProc3IpiVirtualization: MSRField { MSRField(0x492, 0x0404) }
  @inlinable static var vmxProc3VirtualSpecCtrl: MSRField { MSRField(0x492, 0x0707) }
  @inlinable static var vmxExit2SaveFred: MSRField { MSRField(0x493, 0x0000) }
  @inlinable static var vmxExit2LoadFred: MSRField { MSRField(0x493, 0x0101) }
  @inlinable static var vmxExit2SaveSpecCtrl: MSRField { MSRField(0x493, 0x0202) }
  @inlinable static var vmxExit2PrematurelyBusyShadowStack: MSRField { MSRField(0x493, 0x0303) }
  @inlinable static var vmxExit2Other: MSRField { MSRField(0x493, 0x3f04) }
  @inlinable static var xss: MSRField { MSRField(0xda0, 0x3f00) }
  @inlinable static var tscRatioFraction: MSRField { MSRField(0xc0000104, 0x1f00) }
  @inlinable static var tscRatioInteger: MSRField { MSRField(0xc0000104, 0x2720) }
  @inlinable static var hwcrTlbCacheDisable: MSRField { MSRField(0xc0010015, 0x0303) }
  @inlinable static var hwcrInvdToWbinvd: MSRField { MSRField(0xc0010015, 0x0404) }
  @inlinable static var hwcrFFDisable: MSRField { MSRField(0xc0010015, 0x0606) }
  @inlinable static var hwcrIgnneEmulation: MSRField { MSRField(0xc0010015, 0x0808) }
  @inlinable static var hwcrMonitorMwaitDisable: MSRField { MSRField(0xc0010015, 0x0909) }
  @inlinable static var hwcrMonitorMwaitUserEnable: MSRField { MSRField(0xc0010015, 0x0a0a) }
  @inlinable static var hwcrMcStatusWriteEnable: MSRField { MSRField(0xc0010015, 0x1212) }
  @inlinable static var hwcrTscFrequencySelect: MSRField { MSRField(0xc0010015, 0x1818) }
  @inlinable static var hwcrBoostDisable: MSRField { MSRField(0xc0010015, 0x1919) }
  @inlinable static var hwcrEffectiveFrequencyLock: MSRField { MSRField(0xc0010015, 0x1b1b) }
  @inlinable static var hwcrInstructionsRetiredEnable: MSRField { MSRField(0xc0010015, 0x1e1e) }
  @inlinable static var hwcrSmmPageLock: MSRField { MSRField(0xc0010015, 0x2121) }
  @inlinable static var hwcrCpuidUserDisable: MSRField { MSRField(0xc0010015, 0x2323) }
  @inlinable static var vmCrLock: MSRField { MSRField(0xc0010114, 0x0303) }
  @inlinable static var vmCrSvmDisable: MSRField { MSRField(0xc0010114, 0x0404) }
  @inlinable static var cpuidOverrideLeaf7: MSRField { MSRField(0xc0011002, 0x3f00) }
  @inlinable static var cpuidOverrideLeaf6: MSRField { MSRField(0xc0011003, 0x3f00) }
  @inlinable static var cpuidOverrideLeaf1: MSRField { MSRField(0xc0011004, 0x3f00) }
  @inlinable static var cpuidOverrideExtended1: MSRField { MSRField(0xc0011005, 0x3f00) }
  @inlinable static var deCfgLfenceSerialize: MSRField { MSRField(0xc0011029, 0x0101) }
  @inlinable static var deCfgZen2Fp9: MSRField { MSRField(0xc0011029, 0x0909) }
  @inlinable static var bpCfgSpecReduce: MSRField { MSRField(0xc001102e, 0x0404) }
  @inlinable static var bpCfgSharedBtbFix: MSRField { MSRField(0xc001102e, 0x2121) }
}

/// MSRs that a policy stores, by the names of `ABI/msr-names.csv`.
public extension MSRIndex {
  /// IA32_FEATURE_CONTROL, MSR 0x3a.
  @inlinable static var ia32FeatureControl: MSRIndex { MSRIndex(rawValue: 0x3a) }
  /// IA32_BIOS_SIGN_ID, MSR 0x8b.
  @inlinable static var ia32BiosSignId: MSRIndex { MSRIndex(rawValue: 0x8b) }
  /// MSR_PLATFORM_INFO, MSR 0xce.
  @inlinable static var msrPlatformInfo: MSRIndex { MSRIndex(rawValue: 0xce) }
  /// IA32_CORE_CAPABILITIES, MSR 0xcf.
  @inlinable static var ia32CoreCapabilities: MSRIndex { MSRIndex(rawValue: 0xcf) }
  /// IA32_ARCH_CAPABILITIES, MSR 0x10a.
  @inlinable static var ia32ArchCapabilities: MSRIndex { MSRIndex(rawValue: 0x10a) }
  /// IA32_TSX_FORCE_ABORT, MSR 0x10f.
  @inlinable static var ia32TsxForceAbort: MSRIndex { MSRIndex(rawValue: 0x10f) }
  /// IA32_TSX_CTRL, MSR 0x122.
  @inlinable static var ia32TsxCtrl: MSRIndex { MSRIndex(rawValue: 0x122) }
  /// V2_CPUID1_FEATURE_MASK, MSR 0x130.
  @inlinable static var v2Cpuid1FeatureMask: MSRIndex { MSRIndex(rawValue: 0x130) }
  /// V2_CPUID80000001_FEATURE_MASK, MSR 0x131.
  @inlinable static var v2Cpuid80000001FeatureMask: MSRIndex { MSRIndex(rawValue: 0x131) }
  /// V3_CPUID1_FEATURE_MASK, MSR 0x132.
  @inlinable static var v3Cpuid1FeatureMask: MSRIndex { MSRIndex(rawValue: 0x132) }
  /// V3_CPUID80000001_FEATURE_MASK, MSR 0x133.
  @inlinable static var v3Cpuid80000001FeatureMask: MSRIndex { MSRIndex(rawValue: 0x133) }
  /// V3_CPUIDD_01_FEATURE_MASK, MSR 0x134.
  @inlinable static var v3Cpuidd01FeatureMask: MSRIndex { MSRIndex(rawValue: 0x134) }
  /// MISC_FEATURE_ENABLES, MSR 0x140.
  @inlinable static var miscFeatureEnables: MSRIndex { MSRIndex(rawValue: 0x140) }
  /// IA32_MISC_ENABLE, MSR 0x1a0.
  @inlinable static var ia32MiscEnable: MSRIndex { MSRIndex(rawValue: 0x1a0) }
  /// IA32_PERF_CAPABILITIES, MSR 0x345.
  @inlinable static var ia32PerfCapabilities: MSRIndex { MSRIndex(rawValue: 0x345) }
  /// V1_CPUID1_FEATURE_MASK, MSR 0x478.
  @inlinable static var v1Cpuid1FeatureMask: MSRIndex { MSRIndex(rawValue: 0x478) }
  /// IA32_VMX_BASIC, MSR 0x480.
  @inlinable static var ia32VmxBasic: MSRIndex { MSRIndex(rawValue: 0x480) }
  /// IA32_VMX_PINBASED_CTLS, MSR 0x481.
  @inlinable static var ia32VmxPinbasedCtls: MSRIndex { MSRIndex(rawValue: 0x481) }
  /// IA32_VMX_PROCBASED_CTLS, MSR 0x482.
  @inlinable static var ia32VmxProcbasedCtls: MSRIndex { MSRIndex(rawValue: 0x482) }
  /// IA32_VMX_EXIT_CTLS, MSR 0x483.
  @inlinable static var ia32VmxExitCtls: MSRIndex { MSRIndex(rawValue: 0x483) }
  /// IA32_VMX_ENTRY_CTLS, MSR 0x484.
  @inlinable static var ia32VmxEntryCtls: MSRIndex { MSRIndex(rawValue: 0x484) }
  /// IA32_VMX_MISC, MSR 0x485.
  @inlinable static var ia32VmxMisc: MSRIndex { MSRIndex(rawValue: 0x485) }
  /// IA32_VMX_CR0_FIXED0, MSR 0x486.
  @inlinable static var ia32VmxCr0Fixed0: MSRIndex { MSRIndex(rawValue: 0x486) }
  /// IA32_VMX_CR0_FIXED1, MSR 0x487.
  @inlinable static var ia32VmxCr0Fixed1: MSRIndex { MSRIndex(rawValue: 0x487) }
  /// IA32_VMX_CR4_FIXED0, MSR 0x488.
  @inlinable static var ia32VmxCr4Fixed0: MSRIndex { MSRIndex(rawValue: 0x488) }
  /// IA32_VMX_CR4_FIXED1, MSR 0x489.
  @inlinable static var ia32VmxCr4Fixed1: MSRIndex { MSRIndex(rawValue: 0x489) }
  /// IA32_VMX_VMCS_ENUM, MSR 0x48a.
  @inlinable static var ia32VmxVmcsEnum: MSRIndex { MSRIndex(rawValue: 0x48a) }
  /// IA32_VMX_PROCBASED_CTLS2, MSR 0x48b.
  @inlinable static var ia32VmxProcbasedCtls2: MSRIndex { MSRIndex(rawValue: 0x48b) }
  /// IA32_VMX_EPT_VPID_CAP, MSR 0x48c.
  @inlinable static var ia32VmxEptVpidCap: MSRIndex { MSRIndex(rawValue: 0x48c) }
  /// IA32_VMX_TRUE_PINBASED_CTLS, MSR 0x48d.
  @inlinable static var ia32VmxTruePinbasedCtls: MSRIndex { MSRIndex(rawValue: 0x48d) }
  /// IA32_VMX_TRUE_PROCBASED_CTLS, MSR 0x48e.
  @inlinable static var ia32VmxTrueProcbasedCtls: MSRIndex { MSRIndex(rawValue: 0x48e) }
  /// IA32_VMX_TRUE_EXIT_CTLS, MSR 0x48f.
  @inlinable static var ia32VmxTrueExitCtls: MSRIndex { MSRIndex(rawValue: 0x48f) }
  /// IA32_VMX_TRUE_ENTRY_CTLS, MSR 0x490.
  @inlinable static var ia32VmxTrueEntryCtls: MSRIndex { MSRIndex(rawValue: 0x490) }
  /// IA32_VMX_VMFUNC, MSR 0x491.
  @inlinable static var ia32VmxVmfunc: MSRIndex { MSRIndex(rawValue: 0x491) }
  /// IA32_VMX_PROCBASED_CTLS3, MSR 0x492.
  @inlinable static var ia32VmxProcbasedCtls3: MSRIndex { MSRIndex(rawValue: 0x492) }
  /// IA32_VMX_EXIT_CTLS2, MSR 0x493.
  @inlinable static var ia32VmxExitCtls2: MSRIndex { MSRIndex(rawValue: 0x493) }
  /// IA32_XSS, MSR 0xda0.
  @inlinable static var ia32Xss: MSRIndex { MSRIndex(rawValue: 0xda0) }
  /// TSC_RATIO, MSR 0xc0000104.
  @inlinable static var tscRatio: MSRIndex { MSRIndex(rawValue: 0xc0000104) }
  /// HWCR, MSR 0xc0010015.
  @inlinable static var hwcr: MSRIndex { MSRIndex(rawValue: 0xc0010015) }
  /// VM_CR, MSR 0xc0010114.
  @inlinable static var vmCr: MSRIndex { MSRIndex(rawValue: 0xc0010114) }
  /// CPUID_7_FEATURES, MSR 0xc0011002.
  @inlinable static var cpuid7Features: MSRIndex { MSRIndex(rawValue: 0xc0011002) }
  /// CPUID_PWR_THERM, MSR 0xc0011003.
  @inlinable static var cpuidPwrTherm: MSRIndex { MSRIndex(rawValue: 0xc0011003) }
  /// CPUID_FEATURES, MSR 0xc0011004.
  @inlinable static var cpuidFeatures: MSRIndex { MSRIndex(rawValue: 0xc0011004) }
  /// CPUID_EXT_FEATURES, MSR 0xc0011005.
  @inlinable static var cpuidExtFeatures: MSRIndex { MSRIndex(rawValue: 0xc0011005) }
  /// DE_CFG, MSR 0xc0011029.
  @inlinable static var deCfg: MSRIndex { MSRIndex(rawValue: 0xc0011029) }
  /// BP_CFG, MSR 0xc001102e.
  @inlinable static var bpCfg: MSRIndex { MSRIndex(rawValue: 0xc001102e) }
}
