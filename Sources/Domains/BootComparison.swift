// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// What a running guest's CPU would change by going on elsewhere: what it booted with, against what it gets.
public struct BootComparison: Equatable, Sendable {
  /// Features that it loses, and ones that appear.
  public private(set) var lost: [Feature] = []
  /// Features that it did not boot with.
  public private(set) var appeared: [Feature] = []
  /// Family, model and the like that become others.
  public private(set) var changed: [Field] = []
  /// Features that it has, and of which nobody knows whether it gets them.
  public private(set) var undecided: [Feature] = []
  /// How many features were compared.
  public private(set) var compared = 0

  private static let identity: [Field] = [
    .vendorStringPart1, .vendorStringPart2, .vendorStringPart3, .baseFamily, .extendedFamily,
    .baseModel,
    .extendedModel, .steppingId, .maxPhysicalAddressBits,
  ]

  /// - Parameters:
  ///   - boot: with what the guest booted.
  ///   - now: what it gets.
  public init(_ boot: CPUPolicy, _ now: CPUPolicy) {
    for feature in Feature.allNamed where boot.isKnown(feature) {
      guard now.isKnown(feature) else {
        if boot.has(feature) { undecided.append(feature) }
        continue
      }
      compared += 1
      switch (boot.has(feature), now.has(feature)) {
      case (true, false): lost.append(feature)
      case (false, true): appeared.append(feature)
      default: continue
      }
    }
    for field in Self.identity {
      guard let slot = field.slot(subleaf: field.subleaves.lowerBound), boot.isKnown(slot: slot),
        now.isKnown(slot: slot)
      else { continue }
      // A source of features alone leaves numbers empty.
      let (before, after) = (boot[field], now[field])
      let isSaid = field == .maxPhysicalAddressBits ? before != 0 && after != 0 : true
      if isSaid, before != after { changed.append(field) }
    }
  }

  /// Whether anything is known to differ.
  public var isDifferent: Bool { !lost.isEmpty || !appeared.isEmpty || !changed.isEmpty }

  /// Whether nothing is known to change, and not all is known.
  public var isUnknown: Bool { !isDifferent && (compared == 0 || !undecided.isEmpty) }

  /// The changes in one line: `loses aes, avx; gains mpx; other baseModel`.
  public var text: String {
    func list(_ word: String, _ names: [String]) -> [String] {
      names.isEmpty ? [] : ["\(word) \(names.joined(separator: ", "))"]
    }
    let parts =
      list("loses", lost.map(\.optionName)) + list("gains", appeared.map(\.optionName))
      + list("gets another", changed.map(\.name))
    return parts.joined(separator: "; ")
  }
}
