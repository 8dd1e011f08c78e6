// SPDX-License-Identifier: Apache-2.0

/// The facts of a host without its boot CPU's policy: what the steps of derivation ask, small enough to
/// be handed on.
struct KnownFacts {
  let commonFeatures: FeatureSet?
  let microcode: UInt32?
  let deCfgReadable: Bool?
  let lfenceSerialising: Bool?
  let lsCfgHolds: Bool?
  let sbpbAccepted: Bool?
  let nullSelectorClearsBase: Bool?
  let smtEnabled: Bool?
  let mcuOptControl: UInt64?
  let rtmDisabled: Bool?
  let fastStrings: Bool?
  let miscFeaturesEnables: Bool?
  let ept: Bool?
  let vmxRdtscp: Bool?
  let vmxInvpcid: Bool?
  let vmxMPX: Bool?
  let vmxXsaves: Bool?
  let virtualisationUsable: Bool?
  let localAPICEnabled: Bool?
  let topoextReenabled: Bool?
  let isVirtualised: Bool

  init(_ facts: borrowing @_addressable HostFacts) {
    commonFeatures = facts.commonFeatures
    microcode = facts.microcode
    deCfgReadable = facts.deCfgReadable
    lfenceSerialising = facts.lfenceSerialising
    lsCfgHolds = facts.lsCfgHolds
    sbpbAccepted = facts.sbpbAccepted
    nullSelectorClearsBase = facts.nullSelectorClearsBase
    smtEnabled = facts.smtEnabled
    mcuOptControl = facts.mcuOptControl
    rtmDisabled = facts.rtmDisabled
    fastStrings = facts.fastStrings
    miscFeaturesEnables = facts.miscFeaturesEnables
    ept = facts.ept
    vmxRdtscp = facts.vmxRdtscp
    vmxInvpcid = facts.vmxInvpcid
    vmxMPX = facts.vmxMPX
    vmxXsaves = facts.vmxXsaves
    virtualisationUsable = facts.virtualisationUsable
    localAPICEnabled = facts.localAPICEnabled
    topoextReenabled = facts.topoextReenabled
    isVirtualised = facts.isVirtualised
  }
}
