// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// The names that one release of QEMU or libvirt has for bits, for what is written for it.
public struct WorldNames: Sendable {
  /// Whose names they are.
  public let world: OtherName.World
  /// Nil for every name that any release has.
  public let release: WorldRelease?

  /// The names of a world's release; of its newest where none is given.
  public init(_ world: OtherName.World, _ release: WorldRelease? = nil) {
    self.world = world
    self.release = release
  }

  /// What a feature is called; nil where the release has no name for it.
  public func name(of feature: Feature) -> String? {
    let names = world == .qemu ? feature.qemuNames : feature.libvirtNames
    guard let release else { return names.first }
    return names.first { OtherName.named($0, world)?.isKnown(in: release) ?? true }
  }

  /// Whether every release looked at has the name.
  public func isInAll(_ name: String) -> Bool {
    guard let known = OtherName.named(name, world) else { return false }
    return known.since == nil && known.until == nil
  }

  /// The names of bits beyond the featureset, one a bit; libvirt's without those for which QEMU has no name,
  /// since no guest gets them.
  public var others: [OtherName] {
    let all = world == .qemu ? WorldNames.qemu : WorldNames.libvirt
    guard let release else { return all }
    return all.filter { $0.isKnown(in: release) }
  }

  /// The names of the bits beyond the featureset that a policy is known to have. Of a leaf that waits for a
  /// feature that is not there nothing is named: a hypervisor refuses to give it.
  public func others(of policy: CPUPolicy) -> [OtherName] {
    others.filter { other in
      guard other.isSet(in: policy) else { return false }
      guard case .leaf(let place, _, _) = other.place else { return true }
      return policy.showsOwner(ofLeaf: place.leaf)
    }
  }

  private static let qemu = firstNames(.qemu)
  private static let libvirt = firstNames(.libvirt).filter { own in
    qemu.contains { $0.place == own.place }
  }

  /// Without further names of the same bit.
  private static func firstNames(_ world: OtherName.World) -> [OtherName] {
    var seen: Set<String> = []
    return OtherName.rows.filter { row in
      guard row.world == world else { return false }
      switch row.place {
      case .leaf(let place, let register, let bit):
        return seen.insert("\(PlaceText.leaf(place)) \(register) \(bit)").inserted
      case .msr(let index, let bit): return seen.insert("\(index.rawValue) \(bit)").inserted
      case .feature, .none: return false
      }
    }
  }
}

extension OtherName {
  /// Whether a policy is known to have the bit.
  public func isSet(in policy: CPUPolicy) -> Bool {
    switch place {
    case .leaf(let place, let register, let bit):
      let subleaf = place.isPlain ? 0 : place.subleaf
      guard policy.isWithinLimits(leaf: place.leaf),
        policy.isKnown(leaf: place.leaf, subleaf: subleaf)
      else { return false }
      return policy[leaf: place.leaf, subleaf: subleaf][register] >> UInt32(bit) & 1 != 0
    case .msr(let index, let bit): return (policy[msr: index] ?? 0) >> UInt64(bit) & 1 != 0
    case .feature(let feature): return policy.isKnown(feature) && policy.has(feature)
    case .none: return false
    }
  }
}

extension WorldRelease {
  /// The oldest release whose names the tables have.
  public static func oldest(_ world: OtherName.World) -> WorldRelease {
    world == .qemu ? WorldRelease(major: 7, minor: 2) : WorldRelease(major: 9, minor: 0)
  }
}
