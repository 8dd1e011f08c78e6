// SPDX-License-Identifier: Apache-2.0
// Generated from the tables in ABI/ by `make generate`. Do not edit: change the table.
// swift-format-ignore-file
extension XenRules {
  /// Number of rules that differ between releases.
  public static let count = 31
}

public extension XenRules {
  /// Leaf 0xd subleaves 0 and 1 EBX are zero in raw: they follow XCR0 and XSS.
  @inlinable static var rawWithoutXsaveSizes: XenRules { XenRules(rawValue: 1 << 0) }
  /// OSXSAVE and OSPKE are clear in raw: it is collected before the hypervisor sets CR4; said in so
  /// many words since 4.22.0 (3e47cfe9ee).
  @inlinable static var rawWithoutOSBits: XenRules { XenRules(rawValue: 1 << 1) }
  /// The host policy keeps the leaves that guests do not get; only guests are cleaned up.
  @inlinable static var hostAsItIs: XenRules { XenRules(rawValue: 1 << 2) }
  /// PBE of AMD stays; before it was cleared as an alias of 3DNOW.
  @inlinable static var pendingBreakKept: XenRules { XenRules(rawValue: 1 << 3) }
  /// SEP of CPUs of an unknown vendor stays.
  @inlinable static var sysenterOfUnknownVendors: XenRules { XenRules(rawValue: 1 << 4) }
  /// SVM's features are clamped in HVM max; before in the host policy.
  @inlinable static var svmOfGuests: XenRules { XenRules(rawValue: 1 << 5) }
  /// HVM guests do not get SVM's TSC ratio: nested guests cannot use it.
  @inlinable static var tscRatioWithheld: XenRules { XenRules(rawValue: 1 << 6) }
  /// Max has the highest subleaf of leaf 7 that the hypervisor serves; default the host's.
  @inlinable static var subleafRaised: XenRules { XenRules(rawValue: 1 << 7) }
  /// Max has the highest basic and extended leaf that the hypervisor serves; default the host's.
  @inlinable static var leavesRaised: XenRules { XenRules(rawValue: 1 << 8) }
  /// Max always has HTT and CMP_LEGACY: topology is the toolstack's; default the host's.
  @inlinable static var topologyFlags: XenRules { XenRules(rawValue: 1 << 9) }
  /// Max always has ERMS; it is cleared from the host where firmware switched fast strings off.
  @inlinable static var fastStrings: XenRules { XenRules(rawValue: 1 << 10) }
  /// PV max always has X2APIC for guests that saw it and default never; before both had the host's.
  @inlinable static var x2apicOfPV: XenRules { XenRules(rawValue: 1 << 11) }
  /// CLZERO needs a cache line size that is a power of two.
  @inlinable static var lineSizeChecked: XenRules { XenRules(rawValue: 1 << 12) }
  /// CLWB of models on which microcode made it slow is in max alone.
  @inlinable static var clwbHidden: XenRules { XenRules(rawValue: 1 << 13) }
  /// Gather data sampling: AVX is cleared where nothing else helps.
  @inlinable static var gatherSampling: XenRules { XenRules(rawValue: 1 << 14) }
  /// Max of Intel always has ARCH_CAPS RSBA and RRSBA.
  @inlinable static var architecturalCapabilities: XenRules { XenRules(rawValue: 1 << 15) }
  /// Default shows RSBA or RRSBA where the host has either.
  @inlinable static var returnStackAdvice: XenRules { XenRules(rawValue: 1 << 16) }
  /// Max of Intel always has MD_CLEAR FB_CLEAR and RFDS_CLEAR; default the host's.
  @inlinable static var verwAccumulates: XenRules { XenRules(rawValue: 1 << 17) }
  /// RTM_ALWAYS_ABORT is in max beside RTM and in default where transactions abort always.
  @inlinable static var abortAdvertised: XenRules { XenRules(rawValue: 1 << 18) }
  /// Max of AMD always has VERW_CLEAR; default the host's.
  @inlinable static var verwClear: XenRules { XenRules(rawValue: 1 << 19) }
  /// HVM max and default always have NO_LMSL.
  @inlinable static var noSegmentLimits: XenRules { XenRules(rawValue: 1 << 20) }
  /// HVM guests get VIRT_SSBD where the hypervisor can make it.
  @inlinable static var virtualSSBD: XenRules { XenRules(rawValue: 1 << 21) }
  /// RDTSCP and INVPCID need their control of VT-x; MPX and XSAVES always did.
  @inlinable static var vmxControls: XenRules { XenRules(rawValue: 1 << 22) }
  /// HLE and RTM are forced where the microcode controls them; default has no RTM where it aborts
  /// always.
  @inlinable static var transactions: XenRules { XenRules(rawValue: 1 << 23) }
  /// AMX_TILE brings its states to leaf 0xd.
  @inlinable static var tileStates: XenRules { XenRules(rawValue: 1 << 24) }
  /// EBX and EDX of leaf 0x80000021 are zero for guests.
  @inlinable static var patchFieldsHidden: XenRules { XenRules(rawValue: 1 << 25) }
  /// Leaves 0x8000001d to 0x80000020 are zero for guests.
  @inlinable static var topologyLeavesHidden: XenRules { XenRules(rawValue: 1 << 26) }
  /// The LDR of an x2APIC follows from its id; before from the number of the virtual CPU.
  @inlinable static var ldrFromId: XenRules { XenRules(rawValue: 1 << 27) }
  /// HVM max of AMD and Hygon always has FS_GS_NS: a pool shows the bit if any host does.
  @inlinable static var segmentBases: XenRules { XenRules(rawValue: 1 << 28) }
  /// Max shows RSBA or RRSBA where default does on a CPU of another vendor than Intel.
  @inlinable static var adviceInMax: XenRules { XenRules(rawValue: 1 << 29) }
  /// Max shows RTM_ALWAYS_ABORT where default does on a CPU whose RTM was cleared.
  @inlinable static var abortWithoutTransactions: XenRules { XenRules(rawValue: 1 << 30) }
}
