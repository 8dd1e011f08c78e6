// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// Findings with their causes first, each thing once.
///
/// Whatever differs between CPUs of two makers follows from that; a feature falls with one that it needs,
/// and with it its states and leaves; a list that differs does so in every subleaf. What follows from
/// another finding names it and stands behind all causes; both stand in order of severity.
package struct FindingOrder {
  private var findings: [Judgement.Finding] = []
  /// Features that are known to be lost, and those that may be.
  private var lost = FeatureSet()
  private var perhapsLost = FeatureSet()

  package static func ordered(_ findings: [Judgement.Finding]) -> [Judgement.Finding] {
    var order = FindingOrder()
    order.merge(inLeafOrder(findings))
    order.findCauses()
    return order.ranked
  }

  /// A judgement has them in this order already; a hypervisor's own audit may not.
  private static func inLeafOrder(_ findings: [Judgement.Finding]) -> [Judgement.Finding] {
    let isSorted = findings.indices.dropFirst().allSatisfy {
      !Violation.inLeafOrder(findings[$0].violation, findings[$0 - 1].violation)
    }
    return isSorted
      ? findings : findings.sorted { Violation.inLeafOrder($0.violation, $1.violation) }
  }

  /// The findings by rank, each rank in leaf order.
  private var ranked: [Judgement.Finding] {
    let ranks = findings.map { finding in
      let severity = Int(Severity.guestCrash.rawValue) - Int(finding.violation.severity.rawValue)
      let half = severity << 1 | (finding.isDecided ? 0 : 1)
      return finding.follows == nil ? half : half + 2 * Self.severities
    }
    var result: [Judgement.Finding] = []
    result.reserveCapacity(findings.count)
    for rank in 0..<(4 * Self.severities) {
      for index in ranks.indices where ranks[index] == rank { result.append(findings[index]) }
    }
    return result
  }

  private static let severities = Int(Severity.guestCrash.rawValue) + 1

  /// One finding a place and code, and one for the name that a vendor has in three parts. What is one stands
  /// side by side, but for such parts.
  private mutating func merge(_ all: [Judgement.Finding]) {
    findings.reserveCapacity(all.count)
    var vendor: Int?
    for finding in all {
      let isName = finding.violation.code == .vendorDiffers
      guard let index = isName ? vendor : indexOfSame(finding.violation) else {
        if isName { vendor = findings.count }
        findings.append(finding)
        continue
      }
      if finding.isDecided, !findings[index].isDecided { findings[index] = finding }
    }
  }

  private func indexOfSame(_ violation: Violation) -> Int? {
    var index = findings.count - 1
    while index >= 0, findings[index].violation.place == violation.place,
      findings[index].violation.lowBit == violation.lowBit
    {
      let other = findings[index].violation
      if other.code == violation.code, other.highBit == violation.highBit { return index }
      index -= 1
    }
    return nil
  }

  private mutating func findCauses() {
    for finding in findings {
      guard case .feature(let feature) = finding.violation.subject,
        finding.violation.code == .featureNotOffered || finding.violation.code == .notForThisKind
      else { continue }
      if finding.isDecided { lost.insert(feature) } else { perhapsLost.insert(feature) }
    }
    let vendor = findings.first { $0.violation.code == .vendorDiffers }
    var first: [List: String] = [:]
    for index in findings.indices {
      let violation = findings[index].violation
      if let vendor, violation.code != .vendorDiffers {
        findings[index].follows = vendor.isDecided ? vendor.violation.fieldName : nil
        continue
      }
      findings[index].follows = cause(of: findings[index])
      guard findings[index].follows == nil, let list = Self.list(violation) else { continue }
      if let cause = first[list] {
        findings[index].follows = cause
      } else {
        first[list] = violation.fieldName
      }
    }
  }

  /// The lost feature from which a finding follows; nil for a cause. What is decided follows from nothing
  /// that is not.
  private func cause(of finding: Judgement.Finding) -> String? {
    let violation = finding.violation
    let isDecided = finding.isDecided
    func mayBeCause(_ feature: Feature) -> Bool {
      lost.contains(feature) || !isDecided && perhapsLost.contains(feature)
    }
    if case .feature(let feature) = violation.subject,
      lost.contains(feature) || perhapsLost.contains(feature)
    {
      return root(of: feature, mayBeCause)?.name
    }
    switch violation.code {
    case .xstateMask, .xstateSize, .xstateComponent:
      return lost.union(perhapsLost).features.first {
        mayBeCause($0) && FeatureSet([$0]).bringsState(of: violation)
      }.map { (root(of: $0, mayBeCause) ?? $0).name }
    default: break
    }
    let owner: Feature? =
      switch violation.place {
      case .leaf(let place, _): Feature.owner(ofLeaf: place.leaf)
      case .msr(let index): Feature.owner(ofMSR: index)
      }
    guard let owner, mayBeCause(owner) else { return nil }
    return (root(of: owner, mayBeCause) ?? owner).name
  }

  /// The lost feature without which a lost one cannot be, and that itself falls with none.
  private func root(of feature: Feature, _ mayBeCause: (Feature) -> Bool) -> Feature? {
    var found: Feature?
    FeatureSet.forEachRequirement(of: feature) { need in
      if found == nil, mayBeCause(need) { found = root(of: need, mayBeCause) ?? need }
    }
    return found
  }

  /// What the subleaves of a list have in common.
  private struct List: Hashable {
    var code: UInt16
    var leaf: UInt32
    var field: Field
  }

  /// The list of which a finding is one line; nil for what is no list's.
  private static func list(_ violation: Violation) -> List? {
    guard case .leaf(let place, _) = violation.place, !place.isPlain,
      case .field(let field) = violation.subject
    else { return nil }
    return List(code: violation.code.rawValue, leaf: place.leaf, field: field)
  }
}

extension FeatureSet {
  fileprivate init(_ features: [Feature]) {
    self.init()
    for feature in features { insert(feature) }
  }

  /// Whether a feature of the set brings the state that a finding is about.
  fileprivate func bringsState(of violation: Violation) -> Bool {
    let states = stateComponents & ~0b11
    guard case .leaf(let place, let register) = violation.place else { return false }
    switch violation.code {
    case .xstateSize: return states != 0
    case .xstateMask:
      let component = violation.lowBit + (register == .edx ? 32 : 0)
      return states >> UInt64(component) & 1 != 0
    default: return !place.isPlain && place.subleaf < 64 && states >> UInt64(place.subleaf) & 1 != 0
    }
  }
}
