// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// A field in which the CPUs of one host differ though they should not.
public struct CPUDifference: Equatable, Sendable {
  /// The field's or feature's name; `reserved` where no row names the bits.
  public var name: String
  /// The leaf and subleaf.
  public var place: LeafPlace
  /// The register of the leaf.
  public var register: Register
  /// `16` or `31:24`, within the register.
  public var bits: String
  /// The values that occur, in the order of the CPUs that first show them; no more than
  /// ``mostValues``.
  public var values: [UInt32]

  /// More values of one field help nobody.
  public static let mostValues = 64
}

extension HostDescription {
  /// True where every CPU shows the same, but for what differs by nature; nil where only one CPU is
  /// known.
  public var isUniform: Bool? { cpus.count < 2 ? nil : differences.isEmpty }

  /// What differs between the CPUs: features first, then fields. APIC ids, and whatever the table
  /// marks as each CPU's own, do not count; neither does what a dump left out.
  public var differences: [CPUDifference] {
    guard let first = cpus.first, cpus.count > 1 else { return [] }
    var differing = [UInt32](repeating: 0, count: LeafLayout.slotCount * 4)
    cpus.forEachUnlikePrevious { cpu in
      for slot in 0..<LeafLayout.slotCount
      where cpu.isKnown(slot: slot) && first.isKnown(slot: slot) {
        let left = first[slot: slot]
        let right = cpu[slot: slot]
        guard left != right else { continue }
        for register in [Register.eax, .ebx, .ecx, .edx] {
          differing[slot * 4 + Int(register.rawValue)] |= left[register] ^ right[register]
        }
      }
    }
    var found = featureDifferences(differing) + fieldDifferences(differing)
    guard !found.isEmpty else { return [] }
    // Each CPU is looked at once for all: a dump's are made when they are asked for.
    cpus.forEachUnlikePrevious { cpu in
      for index in found.indices {
        let value = found[index].value(cpu)
        if found[index].difference.values.count < CPUDifference.mostValues,
          !found[index].difference.values.contains(value)
        {
          found[index].difference.values.append(value)
        }
      }
    }
    return found.map(\.difference)
  }

  /// A difference whose values are still to be gathered, and where they stand.
  private typealias Differing = (difference: CPUDifference, value: (CPUPolicy) -> UInt32)

  private func featureDifferences(_ differing: [UInt32]) -> [Differing] {
    Feature.allNamed.compactMap { feature in
      guard case .leaf(let place, let register, let bit) = feature.place,
        let slot = LeafLayout.slot(place.leaf, place.isPlain ? 0 : place.subleaf),
        differing[slot * 4 + Int(register.rawValue)] >> UInt32(bit) & 1 != 0,
        // These mirror the operating system's settings on each CPU.
        feature != .osxsave, feature != .ospke, feature != .apic
      else { return nil }
      return (
        CPUDifference(
          name: feature.name, place: place, register: register, bits: "\(bit)", values: []),
        { $0.has(feature) ? 1 : 0 }
      )
    }
  }

  private func fieldDifferences(_ differing: [UInt32]) -> [Differing] {
    var result: [Differing] = []
    for field in Field.all where !field.rules.isPerCPU {
      for subleaf in field.subleaves {
        guard let slot = field.slot(subleaf: subleaf),
          differing[slot * 4 + Int(field.register.rawValue)] & field.mask != 0,
          isDefinedHere(field)
        else { continue }
        result.append(
          (
            CPUDifference(
              name: field.name, place: LeafLayout.place(ofSlot: slot), register: field.register,
              bits: field.bitsText, values: []), { $0[field, subleaf: subleaf] }
          ))
      }
    }
    return result
  }

  /// Where vendors give a place different meanings, this host's vendor decides.
  private func isDefinedHere(_ field: Field) -> Bool {
    switch boot.vendor {
    case .intel: field.isDefined(by: .intel)
    case .amd, .hygon: field.isDefined(by: .amd)
    case .centaur, .shanghai: field.isDefined(by: .centaur)
    default: true
    }
  }
}
