// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyText

/// What a move changes of the hypervisor: from a release of Xen to another, on another host or on the
/// guest's own after an upgrade.
///
/// What the new release takes from policies is found where the guest is held against them. This is what
/// no policy shows.
public struct ReleaseChange: Equatable, Sendable {
  /// The release where the guest is, and the one where it goes on.
  public var from, to: XenRelease
  /// What the host's command line names in `cpuid=`, where the host stays and so does the line.
  public var named: FeatureSet

  /// A change of release, and what the command line names where the host stays.
  public init(from: XenRelease, to: XenRelease, named: FeatureSet = FeatureSet()) {
    self.from = from
    self.to = to
    self.named = named
  }

  /// The features that a line names stand for these once the change is done, and stood for others.
  private var movedNames: [Feature] {
    var moved: [Feature] = []
    named.forEachFeature { feature in
      let after = to.meaning(of: feature)
      if from.meaning(of: feature) != after { moved.append(after) }
    }
    return moved
  }

  /// The change between the releases of two hosts; nil where one is not known, or both are the same.
  init?(_ from: XenRelease?, _ to: XenRelease?) {
    guard let from, let to, from != to else { return nil }
    self.init(from: from, to: to)
  }

  /// What the change means for a guest that is alive.
  func findings(_ guest: Guest) -> [Judgement.Finding] {
    var found = movedNames.compactMap(Self.movedName)
    guard let distance = from.minorReleases(to: to) else { return found }
    if distance > 1 { found.append(finding(.releasesSkipped, .cosmetic)) }
    // Nobody has tried whether such a guest lives.
    if distance < 0 { found.append(finding(.olderRelease, .behaviour, isDecided: false)) }
    if let numbering = numbering(guest) { found.append(numbering) }
    return found
  }

  /// An x2APIC's logical destinations follow from other numbers since a release.
  private func numbering(_ guest: Guest) -> Judgement.Finding? {
    guard guest.kind.isHVM, guest.policy.has(.x2apic), guest.topology?.vCPUs != 1 else {
      return nil
    }
    let follows = (from.rules.contains(.ldrFromId), to.rules.contains(.ldrFromId))
    guard follows.0 != follows.1,
      case .leaf(let place, let register, let bit) = Feature.x2apic.place
    else { return nil }
    // The newer release keeps what the guest had; the older one knows no better.
    let isKept = follows.1
    return Judgement.Finding(
      Violation(
        .x2apicNumbering, at: .leaf(place, register), bits: bit...bit, subject: .feature(.x2apic),
        value: follows.0 ? 1 : 0, bound: follows.1 ? 1 : 0,
        severity: isKept ? .cosmetic : .behaviour),
      isDecided: isKept || guest.topology != nil)
  }

  /// A name of `cpuid=` that stands for another feature from now on. What the guest loses by that is found
  /// where it is held against the new policies.
  private static func movedName(_ feature: Feature) -> Judgement.Finding? {
    guard case .leaf(let place, let register, let bit) = feature.place else { return nil }
    return Judgement.Finding(
      Violation(
        .nameMoved, at: .leaf(place, register), bits: bit...bit, subject: .feature(feature),
        value: 0, bound: 1, severity: .cosmetic))
  }

  private func finding(
    _ code: ViolationCode, _ severity: Severity, isDecided: Bool = true
  ) -> Judgement.Finding {
    let field = Field.xenMinorVersion
    return Judgement.Finding(
      Violation(
        code, at: .leaf(LeafPlace(field.leaf), field.register), bits: field.lowBit...field.highBit,
        subject: .field(field), value: UInt64(from.minor), bound: UInt64(to.minor),
        severity: severity),
      isDecided: isDecided)
  }
}
