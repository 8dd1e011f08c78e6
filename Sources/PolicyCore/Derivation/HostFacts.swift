// SPDX-License-Identifier: Apache-2.0

/// What derivation starts from, beyond what a CPU says of itself: each fact is known or nil.
///
/// A missing fact takes the default of `docs/semantics/derivation.md`; `assumedFacts` names those
/// on which the result rests.
public struct HostFacts: Sendable, BitwiseCopyable {
  /// CPUID and MSRs of the boot CPU, as its source recorded them.
  public var boot: CPUPolicy
  /// Features that every logical CPU has; nil where only the boot CPU is known.
  public var commonFeatures: FeatureSet?
  /// Microcode revision of the boot CPU.
  public var microcode: UInt32?
  /// Whether DE_CFG (0xc0011029) can be read. AMD.
  public var deCfgReadable: Bool?
  /// Whether DE_CFG bit 1 makes LFENCE serialising. AMD.
  public var lfenceSerialising: Bool?
  /// Whether the SSBD bit of LS_CFG (0xc0011020) holds what is written. AMD.
  public var lsCfgHolds: Bool?
  /// Whether a write of PRED_CMD.SBPB is accepted. AMD family 0x19.
  public var sbpbAccepted: Bool?
  /// Whether loading a null selector clears the segment base. AMD family 0x17.
  public var nullSelectorClearsBase: Bool?
  /// Whether the hardware has simultaneous multithreading switched on. AMD family 0x17 and 0x18.
  public var smtEnabled: Bool?
  /// MCU_OPT_CTRL (0x123). Intel.
  public var mcuOptControl: UInt64?
  /// Whether transactions always abort by decision of microcode or owner. Intel.
  public var rtmDisabled: Bool?
  /// Whether MISC_ENABLE lets string instructions run fast. Intel.
  public var fastStrings: Bool?
  /// Whether MISC_FEATURES_ENABLES (0x140) exists, without which CPUID faulting cannot be used.
  public var miscFeaturesEnables: Bool?
  /// Whether nested page tables of VT-x can be used.
  public var ept: Bool?
  /// VT-x execution controls for RDTSCP, INVPCID, MPX and XSAVES.
  public var vmxRdtscp: Bool?
  /// The control for INVPCID. Intel.
  public var vmxInvpcid: Bool?
  /// The control for MPX. Intel.
  public var vmxMPX: Bool?
  /// The control for XSAVES. Intel.
  public var vmxXsaves: Bool?
  /// Whether firmware leaves VT-x or SVM usable.
  public var virtualisationUsable: Bool?
  /// Whether the local APIC is enabled.
  public var localAPICEnabled: Bool?
  /// Whether TOPOEXT could be switched on again. AMD family 0x15, models 0x10 to 0x1f.
  public var topoextReenabled: Bool?

  /// What the boot CPU returned, with every other fact unknown.
  public init(boot: CPUPolicy) { self.boot = boot }

  /// The boot CPU for reading where it stands.
  var bootView: PolicyView {
    @_addressableSelf @_lifetime(borrow self) get { boot.view }
  }

  /// A CPU that runs under another hypervisor: leaf 1 ECX[31] of the boot CPU.
  public var isVirtualised: Bool { @_addressableSelf get { boot.has(.hypervisor) } }
}

extension PolicyView {
  /// PLATFORM_INFO bit 31: CPUID faulting exists.
  var hasFaultingBit: Bool {
    (self[msr: .platformInfo] ?? 0) & MSRField.platformInfoCpuidFaulting.mask != 0
  }
}
