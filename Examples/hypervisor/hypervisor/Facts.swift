// SPDX-License-Identifier: Apache-2.0

import Machine
import PolicyCore

/// Facts that derivation would have to assume and that ring 0 can find out. Reading an MSR that the CPU
/// lacks is no fault: vectors.S says so.
enum Facts {
  /// An MSR's value; nil where the CPU has none.
  static func read(_ index: MSRIndex) -> UInt64? {
    var value: UInt64 = 0
    return read_msr(index.rawValue, &value) == 0 ? value : nil
  }

  private static func bit(_ field: MSRField) -> Bool? {
    read(field.msr).map { $0 & field.mask != 0 }
  }

  /// The facts on which this machine's policies hang, a bit for each.
  static func assumed(_ facts: UnsafeMutablePointer<HostFacts>) -> UInt32 {
    var set: UInt32 = 0
    facts.pointee.forEachAssumedFact { set |= 1 &<< UInt32($0.rawValue) }
    return set
  }

  /// Finds out what it can of them, and says what it found.
  static func probe(_ assumed: UInt32, _ facts: UnsafeMutablePointer<HostFacts>) {
    for number in 0..<UInt8(32) where assumed >> UInt32(number) & 1 != 0 {
      guard let fact = AssumedFact(rawValue: number) else { continue }
      switch fact {
      case .deCfgReadable:
        facts.pointee.deCfgReadable = read(.deCfg) != nil
        say("deCfgReadable", facts.pointee.deCfgReadable)
      case .lfenceSerialising:
        facts.pointee.lfenceSerialising = bit(.deCfgLfenceSerialize)
        say("lfenceSerialising", facts.pointee.lfenceSerialising)
      case .nullSelectorClearsBase:
        facts.pointee.nullSelectorClearsBase = null_selector_clears_base() != 0
        say("nullSelectorClearsBase", facts.pointee.nullSelectorClearsBase)
      case .fastStrings:
        facts.pointee.fastStrings = bit(.miscEnableFastStrings)
        say("fastStrings", facts.pointee.fastStrings)
      case .miscFeaturesEnables:
        facts.pointee.miscFeaturesEnables = read(.miscFeatureEnables) != nil
        say("miscFeaturesEnables", facts.pointee.miscFeaturesEnables)
      case .virtualisationUsable:
        guard facts.pointee.boot.vendor.isAMDLike else { continue }
        facts.pointee.virtualisationUsable = bit(.vmCrSvmDisable).map { !$0 }
        say("virtualisationUsable", facts.pointee.virtualisationUsable)
      case .microcode, .otherCPUs, .lsCfgHolds, .sbpbAccepted, .smtEnabled, .mcuOptControl,
        .rtmDisabled, .ept, .vmxControls, .localAPICEnabled, .topoextReenabled, .archCapabilities:
        continue
      }
    }
  }

  private static func say(_ name: StaticString, _ value: Bool?) {
    guard let value else { return }
    Console.write("fact ")
    Console.write(name)
    Console.line(value ? " true" : " false")
  }
}
