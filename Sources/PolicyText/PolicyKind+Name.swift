// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension PolicyKind {
  /// The name in documents and on command lines, e.g. `hvm-max`.
  public var name: String {
    switch self {
    case .raw: "raw"
    case .hostMax: "host-max"
    case .hostDefault: "host-default"
    case .pvMax: "pv-max"
    case .pvDefault: "pv-default"
    case .hvmMax: "hvm-max"
    case .hvmDefault: "hvm-default"
    case .hvmShadowMax: "hvm-shadow-max"
    case .hvmShadowDefault: "hvm-shadow-default"
    case .dom0PV: "dom0-pv"
    case .dom0HVM: "dom0-hvm"
    }
  }

  /// The kind with a name as `name` gives it.
  public init?(name: String) {
    guard let kind = PolicyKind.allCases.first(where: { $0.name == name }) else { return nil }
    self = kind
  }

  /// Whether HVM guests are the policy's audience, so that a host may lack it.
  public var isHVM: Bool {
    switch self {
    case .hvmMax, .hvmDefault, .hvmShadowMax, .hvmShadowDefault, .dom0HVM: true
    default: false
    }
  }
}

extension AssumedFact {
  /// The fact's name in documents.
  public var name: String {
    switch self {
    case .otherCPUs: "otherCPUs"
    case .microcode: "microcode"
    case .deCfgReadable: "deCfgReadable"
    case .lfenceSerialising: "lfenceSerialising"
    case .lsCfgHolds: "lsCfgHolds"
    case .sbpbAccepted: "sbpbAccepted"
    case .nullSelectorClearsBase: "nullSelectorClearsBase"
    case .smtEnabled: "smtEnabled"
    case .mcuOptControl: "mcuOptControl"
    case .rtmDisabled: "rtmDisabled"
    case .fastStrings: "fastStrings"
    case .miscFeaturesEnables: "miscFeaturesEnables"
    case .ept: "ept"
    case .vmxControls: "vmxControls"
    case .virtualisationUsable: "virtualisationUsable"
    case .localAPICEnabled: "localAPICEnabled"
    case .topoextReenabled: "topoextReenabled"
    case .archCapabilities: "archCapabilities"
    }
  }

  /// What has to be gathered on the host, so that the fact need not be assumed.
  public var gather: String {
    switch self {
    case .otherCPUs: "record every logical CPU"
    case .microcode: "record the microcode revision (/proc/cpuinfo)"
    case .deCfgReadable: "say whether MSR 0xc0011029 can be read"
    case .lfenceSerialising: "record bit 1 of MSR 0xc0011029"
    case .lsCfgHolds: "say whether the SSBD bit of MSR 0xc0011020 holds what is written"
    case .sbpbAccepted: "say whether a write of SBPB to MSR 0x49 is accepted"
    case .nullSelectorClearsBase: "say whether a null selector clears the segment base"
    case .smtEnabled: "say whether multithreading is switched on"
    case .mcuOptControl: "record MSR 0x123"
    case .rtmDisabled: "say whether transactions are made to abort"
    case .fastStrings: "record bit 0 of MSR 0x1a0"
    case .miscFeaturesEnables: "say whether MSR 0x140 exists"
    case .ept: "record MSR 0x48b (nested paging)"
    case .vmxControls: "record MSRs 0x483 and 0x48b (VT-x controls)"
    case .virtualisationUsable: "say whether firmware leaves VT-x or SVM usable"
    case .localAPICEnabled: "say whether the local APIC is enabled"
    case .topoextReenabled: "say whether TOPOEXT could be switched on"
    case .archCapabilities: "record MSR 0x10a"
    }
  }
}
