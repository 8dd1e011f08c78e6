// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// Which rows of the tables cover a register.
public enum RowIndex {
  private static let featuresByRegister: [Int: [Feature]] = {
    var result: [Int: [Feature]] = [:]
    for feature in Feature.allNamed {
      guard case .leaf(let place, let register, _) = feature.place,
        let slot = LeafLayout.slot(place.leaf, place.isPlain ? 0 : place.subleaf)
      else { continue }
      result[slot * 4 + Int(register.rawValue), default: []].append(feature)
    }
    return result
  }()

  private static let fieldsByRegister: [Int: [Field]] = {
    var result: [Int: [Field]] = [:]
    for field in Field.all {
      for subleaf in field.subleaves {
        guard let slot = field.slot(subleaf: subleaf) else { continue }
        result[slot * 4 + Int(field.register.rawValue), default: []].append(field)
      }
    }
    return result
  }()

  /// The features of a register, by ascending bit.
  public static func features(slot: Int, _ register: Register) -> [Feature] {
    featuresByRegister[slot * 4 + Int(register.rawValue)] ?? []
  }

  /// The fields of a register, in the table's order.
  public static func fields(slot: Int, _ register: Register) -> [Field] {
    fieldsByRegister[slot * 4 + Int(register.rawValue)] ?? []
  }

  /// The bits of a register that belong to one virtual CPU or to the topology.
  static func machineMask(_ slot: Int, _ register: Register) -> UInt32 {
    fields(slot: slot, register).reduce(0) { mask, field in
      field.rules.isPerCPU || field.rules.guest == .topology ? mask | field.mask : mask
    }
  }

  /// The features of an MSR.
  public static func features(msr: MSRIndex) -> [Feature] {
    Feature.allNamed.filter { feature in
      if case .msr(let index, _) = feature.place { return index == msr }
      return false
    }
  }

  /// The severest of the rows that bits of an MSR belong to, and of the bits that no row names; of an
  /// MSR as a whole where there are no bits.
  public static func severity(msr index: MSRIndex, bits: UInt64) -> Severity {
    var rest = bits
    var found: [Severity] = []
    for feature in features(msr: index) {
      guard case .msr(_, let bit) = feature.place, rest >> UInt64(bit) & 1 != 0 else { continue }
      rest &= ~(1 << UInt64(bit))
      found.append(feature.severity)
    }
    for field in MSRField.all
    where field.msr == index && !field.isFeatureWord && rest & field.mask != 0 {
      rest &= ~field.mask
      found.append(field.rules.severity)
    }
    if rest != 0 || found.isEmpty { found.append(Violation.Subject.bits.severity) }
    return found.reduce(.cosmetic, max)
  }
}
