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
  /// Features that are lost, by whether that is decided.
  private var lost: [Feature: Bool] = [:]

  package static func ordered(_ findings: [Judgement.Finding]) -> [Judgement.Finding] {
    var order = FindingOrder()
    order.merge(findings)
    order.findCauses()
    return order.findings.sorted { left, right in
      func rank(_ finding: Judgement.Finding) -> (Int, Int, Int) {
        (
          finding.follows == nil ? 0 : 1, -Int(finding.violation.severity.rawValue),
          finding.isDecided ? 0 : 1
        )
      }
      let (first, second) = (rank(left), rank(right))
      return first == second
        ? Violation.inLeafOrder(left.violation, right.violation) : first < second
    }
  }

  /// One finding a place and code, and one for the name that a vendor has in three parts.
  private mutating func merge(_ all: [Judgement.Finding]) {
    var seen: [MergeKey: Int] = [:]
    for finding in all {
      let key = MergeKey(finding.violation)
      guard let index = seen[key] else {
        seen[key] = findings.count
        findings.append(finding)
        continue
      }
      if finding.isDecided, !findings[index].isDecided { findings[index] = finding }
    }
  }

  /// What makes two findings one.
  private struct MergeKey: Hashable {
    private let code: UInt16
    private let place: Violation.PlaceKey?
    private let bits: ClosedRange<Int>?

    init(_ violation: Violation) {
      code = violation.code.rawValue
      let isName = violation.code == .vendorDiffers
      place = isName ? nil : Violation.PlaceKey(violation.place)
      bits = isName ? nil : violation.lowBit...violation.highBit
    }
  }

  private mutating func findCauses() {
    for finding in findings {
      guard case .feature(let feature) = finding.violation.subject,
        finding.violation.code == .featureNotOffered || finding.violation.code == .notForThisKind
      else { continue }
      lost[feature] = finding.isDecided || lost[feature] == true
    }
    let vendor = findings.first { $0.violation.code == .vendorDiffers }
    var first: [String: String] = [:]
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
    func mayBeCause(_ feature: Feature) -> Bool {
      lost[feature].map { $0 || !finding.isDecided } ?? false
    }
    if case .feature(let feature) = violation.subject, lost[feature] != nil {
      return root(of: feature, mayBeCause)?.name
    }
    switch violation.code {
    case .xstateMask, .xstateSize, .xstateComponent:
      return lost.keys.filter { mayBeCause($0) && FeatureSet([$0]).bringsState(of: violation) }
        .min { $0.rawValue < $1.rawValue }.map { (root(of: $0, mayBeCause) ?? $0).name }
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

  /// What the subleaves of a list have in common; nil for what is no list's.
  private static func list(_ violation: Violation) -> String? {
    guard case .leaf(let place, let register) = violation.place, !place.isPlain,
      case .field(let field) = violation.subject
    else { return nil }
    return "\(violation.codeText) \(place.leaf) \(register) \(field.name)"
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
