// SPDX-License-Identifier: Apache-2.0
// Generated from the tables in ABI/ by `make generate`. Do not edit: change the table.
// swift-format-ignore-file
/// Texts of `XenRules`.
enum XenRuleText {
  /// Name and meaning of each rule.
  static let texts: StaticString = """
rawWithoutXsaveSizes~leaf 0xd subleaves 0 and 1 EBX are zero in raw: they follow XCR0 and XSS\
rawWithoutOSBits~OSXSAVE and OSPKE are clear in raw: it is collected before the hypervisor sets\
 CR4; said in so many words since 4.22.0 (3e47cfe9ee)\
hostAsItIs~the host policy keeps the leaves that guests do not get; only guests are cleaned up\
pendingBreakKept~PBE of AMD stays; before it was cleared as an alias of 3DNOW\
sysenterOfUnknownVendors~SEP of CPUs of an unknown vendor stays\
svmOfGuests~SVM's features are clamped in HVM max; before in the host policy\
tscRatioWithheld~HVM guests do not get SVM's TSC ratio: nested guests cannot use it\
subleafRaised~max has the highest subleaf of leaf 7 that the hypervisor serves; default the host's\
leavesRaised~\
max has the highest basic and extended leaf that the hypervisor serves; default the host's\
topologyFlags~max always has HTT and CMP_LEGACY: topology is the toolstack's; default the host's\
fastStrings~\
max always has ERMS; it is cleared from the host where firmware switched fast strings off\
x2apicOfPV~\
PV max always has X2APIC for guests that saw it and default never; before both had the host's\
lineSizeChecked~CLZERO needs a cache line size that is a power of two\
clwbHidden~CLWB of models on which microcode made it slow is in max alone\
gatherSampling~gather data sampling: AVX is cleared where nothing else helps\
architecturalCapabilities~max of Intel always has ARCH_CAPS RSBA and RRSBA\
returnStackAdvice~default shows RSBA or RRSBA where the host has either\
verwAccumulates~max of Intel always has MD_CLEAR FB_CLEAR and RFDS_CLEAR; default the host's\
abortAdvertised~\
RTM_ALWAYS_ABORT is in max beside RTM and in default where transactions abort always\
verwClear~max of AMD always has VERW_CLEAR; default the host's\
noSegmentLimits~HVM max and default always have NO_LMSL\
virtualSSBD~HVM guests get VIRT_SSBD where the hypervisor can make it\
vmxControls~RDTSCP and INVPCID need their control of VT-x; MPX and XSAVES always did\
transactions~\
HLE and RTM are forced where the microcode controls them; default has no RTM where it aborts always\
tileStates~AMX_TILE brings its states to leaf 0xd\
patchFieldsHidden~EBX and EDX of leaf 0x80000021 are zero for guests\
topologyLeavesHidden~leaves 0x8000001d to 0x80000020 are zero for guests\
ldrFromId~the LDR of an x2APIC follows from its id; before from the number of the virtual CPU\
segmentBases~HVM max of AMD and Hygon always has FS_GS_NS: a pool shows the bit if any host does\
adviceInMax~max shows RSBA or RRSBA where default does on a CPU of another vendor than Intel\
abortWithoutTransactions~\
max shows RTM_ALWAYS_ABORT where default does on a CPU whose RTM was cleared\

"""
  /// Length of each record, in bytes.
  static let textsLengths: InlineArray<_, UInt16> = [
    93, 148, 94, 77, 63, 76, 83, 98, 103, 96, 101, 104, 69, 73, 76, 74, 71, 92, 100, 62, 55, 69, 84,
    112, 49, 68, 72, 93, 96, 92, 101,
  ]
  /// Two features and releases: where the first one's name stood for the second.
  static let movedNames: StaticString = """
TSXLDTRK~LA57~4.14.0 4.14.1 4.14.2 4.14.3 4.15.0 4.15.1 4.16.0\

"""
  /// Length of each record, in bytes.
  static let movedNamesLengths: InlineArray<_, UInt16> = [
    62,
  ]
}
