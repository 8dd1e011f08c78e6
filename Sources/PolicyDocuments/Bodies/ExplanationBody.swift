// SPDX-License-Identifier: Apache-2.0

import Domains
import PolicyCore
import PolicyFormats
import PolicyText

/// What the `Explanation` document says: the value in each policy, and the steps that made it so.
enum ExplanationBody {
  static func members(_ explanation: Explanation) -> [JSONValue.Member] {
    let item = explanation.item
    let present = PolicyKind.allCases.map { kind in
      JSONValue.Member(name: kind.name, value: value(item, explanation.values[kind] ?? 0))
    }
    let steps = explanation.changes.map { change in
      JSONValue.members([
        "policy": .string(change.policy.name), "step": .string(change.step.name),
        "change": .string(change.change), "before": value(item, change.before),
        "after": value(item, change.after), "because": .string(change.because),
      ])
    }
    return [
      .init(name: subject(item), value: .string(item.name)),
      .init(name: "present", value: .object(present)),
      .init(name: "steps", value: .array(steps)),
      .init(name: "assumed", value: .array(explanation.assumptions.map(assumption))),
    ]
  }

  /// Of a guest that is a named model: its one policy, and who had the last word.
  static func members(_ explanation: GuestExplanation) -> [JSONValue.Member] {
    let item = explanation.item
    let steps = explanation.changes.map { change in
      JSONValue.members([
        "policy": .string(explanation.guest), "step": .string(change.decider.rawValue),
        "change": .string(change.change), "before": value(item, change.before),
        "after": value(item, change.after), "because": .string(change.because),
      ])
    }
    let present = explanation.value.map { value(item, $0) } ?? .null
    return [
      .init(name: subject(item), value: .string(item.name)),
      .init(name: "present", value: .members([explanation.guest: present])),
      .init(name: "decidedBy", value: .string(explanation.decider.rawValue)),
      .init(name: "because", value: .string(explanation.because)),
      .init(name: "steps", value: .array(steps)),
      .init(name: "gather", value: .strings(explanation.gather)),
    ]
  }

  /// Of a domain: who decided, and of each who has a word in it whether the feature is there.
  static func members(_ explanation: DomainExplanation) -> [JSONValue.Member] {
    let stages = explanation.stages.map { stage in
      JSONValue.Member(name: stage.name, value: .optional(stage.isPresent))
    }
    let ofHost = explanation.ofHost.map(members) ?? []
    let head: [JSONValue.Member] = [
      .init(name: "feature", value: .string(explanation.feature.name)),
      .init(name: "domain", value: .string(explanation.domain)),
      .init(name: "cause", value: .string(explanation.cause.rawValue)),
      .init(name: "because", value: .string(explanation.because)),
      .init(name: "present", value: .object(stages)),
    ]
    let rest = ofHost.filter { $0.name == "steps" || $0.name == "assumed" }
    return head + (rest.isEmpty ? [.init(name: "steps", value: .array([]))] : rest)
  }

  private static func assumption(_ fact: AssumedFact, _ kinds: [PolicyKind]) -> JSONValue {
    .members([
      "fact": .string(fact.name), "policies": .strings(kinds.map(\.name)),
      "gather": .string(fact.gather),
    ])
  }

  private static func subject(_ item: ExplainedItem) -> String {
    if case .feature = item { "feature" } else { "field" }
  }

  private static func value(_ item: ExplainedItem, _ value: UInt64) -> JSONValue {
    if case .feature = item { return .bool(value != 0) }
    return .string("0x" + String(value, radix: 16))
  }
}
