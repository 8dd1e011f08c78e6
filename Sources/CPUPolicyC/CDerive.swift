// SPDX-License-Identifier: Apache-2.0

#if canImport(PolicyCore)
  import PolicyCore
#endif

/// `struct cpupolicy_facts`: -1 for unknown.
struct FactsRecord {
  var microcode: Int64
  var deCfgReadable, lfenceSerialising, lsCfgHolds, sbpbAccepted: Int8
  var nullSelectorClearsBase, smtEnabled, rtmDisabled, fastStrings: Int8
  var miscFeaturesEnables, ept, vmxRdtscp, vmxInvpcid: Int8
  var vmxMPX, vmxXsaves, virtualisationUsable, localAPICEnabled: Int8

  /// The facts of a CPU.
  func facts(boot: CPUPolicy) -> HostFacts {
    func flag(_ value: Int8) -> Bool? { value < 0 ? nil : value != 0 }
    var facts = HostFacts(boot: boot)
    facts.microcode = microcode < 0 ? nil : UInt32(truncatingIfNeeded: microcode)
    facts.deCfgReadable = flag(deCfgReadable)
    facts.lfenceSerialising = flag(lfenceSerialising)
    facts.lsCfgHolds = flag(lsCfgHolds)
    facts.sbpbAccepted = flag(sbpbAccepted)
    facts.nullSelectorClearsBase = flag(nullSelectorClearsBase)
    facts.smtEnabled = flag(smtEnabled)
    facts.rtmDisabled = flag(rtmDisabled)
    facts.fastStrings = flag(fastStrings)
    facts.miscFeaturesEnables = flag(miscFeaturesEnables)
    facts.ept = flag(ept)
    facts.vmxRdtscp = flag(vmxRdtscp)
    facts.vmxInvpcid = flag(vmxInvpcid)
    facts.vmxMPX = flag(vmxMPX)
    facts.vmxXsaves = flag(vmxXsaves)
    facts.virtualisationUsable = flag(virtualisationUsable)
    facts.localAPICEnabled = flag(localAPICEnabled)
    return facts
  }
}

@c(cpupolicy_derive)
public func derive(
  _ raw: UnsafeMutableRawPointer, _ facts: UnsafeRawPointer?,
  _ optedOut: UnsafePointer<UInt32>?, _ optedIn: UnsafePointer<UInt32>?, _ kind: Int32,
  _ out: UnsafeMutableRawPointer
) -> Int32 {
  guard let number = UInt8(exactly: kind), let kind = PolicyKind(rawValue: number) else {
    return Status.invalid
  }
  let boot = Objects.policy(raw).pointee
  var options = DerivationOptions()
  if let set = Objects.featureSet(optedOut) { options.optedOut = set }
  if let set = Objects.featureSet(optedIn) { options.optedIn = set }
  let known = facts?.assumingMemoryBound(to: FactsRecord.self).pointee.facts(boot: boot)
  let policies = SystemPolicies(facts: known ?? HostFacts(boot: boot), options: options)
  out.bindMemory(to: CPUPolicy.self, capacity: 1).initialize(to: policies[kind])
  return Status.fine
}
