// SPDX-License-Identifier: Apache-2.0

import Domains
import PolicyCore
import PolicyFormats
import PolicyText

/// What the `HostDifference` document says: what changed of a host, and what becomes of its guests.
enum HostDifferenceBody {
  static func members(_ change: HostChange) -> [JSONValue.Member] {
    let facts = change.facts.map { fact in
      JSONValue.members([
        "name": .string(fact.name), "before": .optional(fact.before),
        "after": .optional(fact.after), "severity": .string(fact.severity.word),
      ])
    }
    let policies = change.policies.map { kind, differences in
      JSONValue.Member(
        name: kind.name, value: .array(differences.map(PolicyComparison.value)))
    }
    let guests = change.guests.map { guest in
      JSONValue.members([
        "name": .string(guest.name), "effect": .string(guest.effect.rawValue),
        "gained": .strings(guest.gained.map(\.name)),
        "findings": .array(guest.check.findings.map { .object(AuditReport.members($0)) }),
        "gather": .strings(guest.check.judgement.gather),
      ])
    }
    return [
      .init(name: "before", value: .string(change.before)),
      .init(name: "after", value: .string(change.after)),
      .init(name: "facts", value: .array(facts)),
      .init(name: "policies", value: .object(policies)),
      .init(name: "guests", value: .array(guests)),
      JudgedBody(inputs: 2 + change.guests.count, cpus: 2).member,
    ]
  }
}
