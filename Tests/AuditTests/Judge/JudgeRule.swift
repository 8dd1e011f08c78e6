// SPDX-License-Identifier: Apache-2.0

import TestSupport

/// What the judge needs of a row of `fields.csv`, without texts.
struct JudgeRule {
  enum Audit: String { case subset, atMost, atLeast, equal, any, zero, derived, topology }

  /// Fields of which a rule of their own says how high they may be.
  enum Limit { case none, basicLeaf, extendedLeaf, featureSubleaf, physicalWidth, guestWidth }

  var audit: Audit
  var leaf: UInt32
  var mask: UInt32
  var shift: UInt32
  /// Whether the value is filled in when a virtual CPU asks, and stored as zero.
  var isDynamic: Bool
  /// Whether every guest has the host's value.
  var isPassed: Bool
  /// Whether zero leaves the field out, whatever the bound holds.
  var mayBeZero: Bool
  var limit: Limit
  /// Whether the value repeats or follows other parts of the candidate by a rule of its own.
  var isRecomputed: Bool
  /// Whether the field is a limit that the toolstack chooses in the hypervisor's own leaves.
  var isHypervisorLimit: Bool
  /// Whose manuals define it.
  var definers: Set<String>
  /// For which makers `guest-leaves.csv` leaves it in a guest's policy.
  var keepers: Set<String>

  /// The makers of CPUs that the judge knows; `other` is any else.
  static let makers = ["intel", "amd", "centaur", "other"]

  init(_ field: ABIField, _ guestLeaves: [ABIGuestLeaf]) {
    guard let audit = Audit(rawValue: field.rules.audit) else {
      fatalError("\(field.name): unknown rule \(field.rules.audit)")
    }
    self.audit = audit
    leaf = field.leaf
    mask = field.mask
    shift = field.shift
    isDynamic = field.rules.guest == "dynamic"
    isPassed = field.rules.guest == "pass"
    mayBeZero = field.rules.guest != "pass" && field.rules.guest != "fixed:1"
    limit =
      switch field.name {
      case "maxBasicLeaf": .basicLeaf
      case "maxExtendedLeaf": .extendedLeaf
      case "maxLeaf7Subleaf": .featureSubleaf
      case "maxPhysicalAddressBits": .physicalWidth
      case "guestPhysicalAddressBits": .guestWidth
      default: .none
      }
    isRecomputed =
      field.leaf == 0xd || field.leaf == 0x8000_0000 || field.leaf == 0x8000_0001
      || field.name == "maxLinearAddressBits"
    isHypervisorLimit =
      field.name == "maxHypervisorLeaf" || field.name == "maxSecondHypervisorLeaf"
    let known = Self.makers + ["xen", "kvm", "hyperv"]
    definers = Set(known.filter { field.rules.isDefined(by: $0) })
    let isGiven =
      !["zero", "dynamic"].contains(field.rules.guest) && field.rules.kind != "reserved"
    keepers = Set(
      Self.makers.filter { maker in
        !guestLeaves.contains { row in
          row.leaves.contains(field.leaf) && row.registers.contains(field.register)
            && (row.vendors.contains("any") || row.vendors.contains(maker))
            && !(row.keepsGiven && isGiven
              && (row.vendors.contains("any") || field.rules.isDefined(by: maker)))
        }
      })
  }

  /// The code of a refused value.
  func code(_ field: ABIField, hasTopology: Bool) -> UInt16 {
    if ![.none, .physicalWidth, .guestWidth].contains(limit) { return 131 }
    if field.name.hasPrefix("vendorStringPart") { return 132 }
    if field.rules.kind == "reserved" { return 111 }
    if isDynamic { return 125 }
    switch audit {
    case .subset: return 121
    case .atMost: return 122
    case .atLeast: return 123
    case .equal: return 124
    case .zero: return 125
    case .any: return 126
    case .topology: return hasTopology ? 126 : 127
    case .derived: return 154
    }
  }
}
