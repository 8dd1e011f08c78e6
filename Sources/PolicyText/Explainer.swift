// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// What an explanation is about: a feature bit, or a field in one subleaf.
public enum ExplainedItem: Equatable, Sendable {
  case feature(Feature)
  case field(Field, subleaf: UInt32)
  case msrField(MSRField)

  /// What people call it: the row's name, and the subleaf where the field has several.
  public var name: String {
    switch self {
    case .feature(let feature): feature.name
    case .field(let field, let subleaf): field.isPlain ? field.name : "\(field.name):\(subleaf)"
    case .msrField(let field): field.name
    }
  }

  /// The item's value in a policy.
  public func value(in policy: borrowing CPUPolicy) -> UInt64 {
    switch self {
    case .feature(let feature): return policy.has(feature) ? 1 : 0
    case .field(let field, let subleaf): return UInt64(policy[field, subleaf: subleaf])
    case .msrField(let field):
      return ((policy[msr: field.msr] ?? 0) & field.mask) >> UInt64(field.lowBit)
    }
  }
}

/// One step of derivation that made a difference.
public struct ExplainedChange: Equatable, Sendable {
  /// The policy that changed.
  public var policy: PolicyKind
  /// The step of derivation that changed it.
  public var step: DerivationStep
  /// The value before the step: 0 or 1 of a feature.
  public var before: UInt64
  /// The value behind the step.
  public var after: UInt64
  /// Why, in one sentence.
  public var because: String

  /// `added`, `removed` or `changed`, as documents say it.
  public var change: String { before == 0 ? "added" : after == 0 ? "removed" : "changed" }
}

/// Says for a feature or field what each policy holds and which step made it so.
///
/// A kind of policy begins with the value of the policy it is derived from (raw with zero), so that
/// the changes of a kind add up to its value.
public struct Explanation: Sendable {
  /// The feature or field that is explained.
  public var item: ExplainedItem
  /// What each policy holds in the end: 0 or 1 of a feature.
  public var values: [PolicyKind: UInt64]
  /// Every step that changed it, in the order of derivation.
  public var changes: [ExplainedChange]
  /// The facts that nobody recorded and another value of which would change the item, with the policies
  /// that it would be changed in.
  public var assumptions: [(fact: AssumedFact, kinds: [PolicyKind])] = []

  /// Derives all policies and watches the item.
  public init(of item: ExplainedItem, facts: HostFacts, options: DerivationOptions) {
    var recorder = ChangeRecorder(item: item, options: options)
    _ = SystemPolicies(facts: facts, options: options, observer: &recorder)
    self.item = item
    values = recorder.values
    changes = recorder.changes
  }
}

extension Explanation {
  /// Notes that a policy would hold something else if a fact that was assumed had another value.
  public mutating func note(
    _ fact: AssumedFact, changes other: borrowing CPUPolicy, of kind: PolicyKind
  ) {
    guard item.value(in: other) != values[kind] ?? 0 else { return }
    if let index = assumptions.firstIndex(where: { $0.fact == fact }) {
      assumptions[index].kinds.append(kind)
    } else {
      assumptions.append((fact, [kind]))
    }
  }

  /// Takes the policies that a host's source recorded at their word. Where derivation comes to another
  /// value, its steps are not how the recorded one came about.
  public mutating func take(recorded policies: SystemPolicies) {
    var changes: [ExplainedChange] = []
    for kind in PolicyKind.allCases {
      let value = item.value(in: policies[kind])
      let start = kind.parent.map { item.value(in: policies[$0]) } ?? 0
      let steps = self.changes.filter { $0.policy == kind }
      let isExplained =
        (steps.first?.before ?? start) == start && (steps.last?.after ?? start) == value
      if isExplained {
        changes += steps
      } else if start != value {
        changes.append(
          ExplainedChange(
            policy: kind, step: .recorded, before: start, after: value,
            because: "the source says so, and not how it came about"))
      }
      values[kind] = value
    }
    self.changes = changes
  }
}

private struct ChangeRecorder: DerivationObserver {
  let item: ExplainedItem
  let options: DerivationOptions
  var values: [PolicyKind: UInt64] = [:]
  var changes: [ExplainedChange] = []

  mutating func completed(
    _ step: DerivationStep, of kind: PolicyKind, _ policy: borrowing CPUPolicy
  ) {
    let before = values[kind] ?? kind.parent.flatMap { values[$0] } ?? 0
    let after = item.value(in: policy)
    values[kind] = after
    guard before != after else { return }
    let because = reason(step, isLost: after == 0, policy)
    changes.append(
      ExplainedChange(policy: kind, step: step, before: before, after: after, because: because))
  }

  private func reason(
    _ step: DerivationStep, isLost: Bool, _ policy: borrowing CPUPolicy
  ) -> String {
    if step == .kernelOffer {
      return isLost ? "the kernel does not offer it" : "the kernel gives it to its guests"
    }
    guard case .feature(let feature) = item else { return step.reason }
    switch step {
    case .audienceMask:
      return "audience \"\(feature.audience)\" in ABI/features.csv: \(feature.reason)"
    case .withholdOptIns:
      return "\(step.reason): \(feature.reason)"
    case .optOut, .optedOutStays:
      if options.optedOut.contains(feature) { return "cpuid=no-\(feature.optionName)" }
      return missing(feature, policy) ?? step.reason
    default:
      guard isLost, let need = missing(feature, policy) else { return step.reason }
      // What took the prerequisite away is the reason; closing steps only carry it out.
      return step == .sanitise ? need : "\(step.reason); it \(need)"
    }
  }

  /// The first direct prerequisite that the policy lacks.
  private func missing(_ feature: Feature, _ policy: borrowing CPUPolicy) -> String? {
    var name: String?
    let present = policy.featureSet
    FeatureSet.forEachRequirement(of: feature) { need in
      if name == nil && !present.contains(need) { name = need.name }
    }
    return name.map { "needs \($0), which is missing (requires in ABI/features.csv)" }
  }
}
