// SPDX-License-Identifier: Apache-2.0

#if canImport(PolicyCore)
  import PolicyCore
#endif

/// `struct cpupolicy_facts`.
struct FactsRecord {
  var head: Head
  var mcuOptControl: UInt64
  var microcode: UInt32
  var commonFeatures: FeatureWords
  var hasMCUOptControl, hasMicrocode, hasCommonFeatures: UInt8
  var deCfgReadable, lfenceSerialising, lsCfgHolds, sbpbAccepted: UInt8
  var nullSelectorClearsBase, smtEnabled, topoextReenabled, rtmDisabled, fastStrings: UInt8
  var miscFeaturesEnables, ept, vmxRdtscp, vmxInvpcid, vmxMPX, vmxXsaves: UInt8
  var virtualisationUsable, localAPICEnabled: UInt8

  /// Sets every fact; none is known without a record. The boot CPU's own policy is the caller's.
  static func store(
    _ record: UnsafePointer<FactsRecord>?, in facts: UnsafeMutablePointer<HostFacts>
  ) {
    func answer(_ path: (UnsafePointer<FactsRecord>) -> UInt8) -> Bool? {
      record.flatMap { Answer.known(path($0)) }
    }
    facts.pointee.commonFeatures = nil
    facts.pointee.microcode = nil
    facts.pointee.mcuOptControl = nil
    if let record {
      if record.pointee.hasCommonFeatures == 1 {
        facts.pointee.commonFeatures = FeatureSet(record.pointee.commonFeatures)
      }
      if record.pointee.hasMicrocode == 1 { facts.pointee.microcode = record.pointee.microcode }
      if record.pointee.hasMCUOptControl == 1 {
        facts.pointee.mcuOptControl = record.pointee.mcuOptControl
      }
    }
    facts.pointee.deCfgReadable = answer { $0.pointee.deCfgReadable }
    facts.pointee.lfenceSerialising = answer { $0.pointee.lfenceSerialising }
    facts.pointee.lsCfgHolds = answer { $0.pointee.lsCfgHolds }
    facts.pointee.sbpbAccepted = answer { $0.pointee.sbpbAccepted }
    facts.pointee.nullSelectorClearsBase = answer { $0.pointee.nullSelectorClearsBase }
    facts.pointee.smtEnabled = answer { $0.pointee.smtEnabled }
    facts.pointee.topoextReenabled = answer { $0.pointee.topoextReenabled }
    facts.pointee.rtmDisabled = answer { $0.pointee.rtmDisabled }
    facts.pointee.fastStrings = answer { $0.pointee.fastStrings }
    facts.pointee.miscFeaturesEnables = answer { $0.pointee.miscFeaturesEnables }
    facts.pointee.ept = answer { $0.pointee.ept }
    facts.pointee.vmxRdtscp = answer { $0.pointee.vmxRdtscp }
    facts.pointee.vmxInvpcid = answer { $0.pointee.vmxInvpcid }
    facts.pointee.vmxMPX = answer { $0.pointee.vmxMPX }
    facts.pointee.vmxXsaves = answer { $0.pointee.vmxXsaves }
    facts.pointee.virtualisationUsable = answer { $0.pointee.virtualisationUsable }
    facts.pointee.localAPICEnabled = answer { $0.pointee.localAPICEnabled }
  }
}
