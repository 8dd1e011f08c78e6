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
    }
  }
}
