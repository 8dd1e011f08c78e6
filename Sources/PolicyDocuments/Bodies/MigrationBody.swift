// SPDX-License-Identifier: Apache-2.0

import Domains
import PolicyFormats
import PolicyText

/// What the `Migration` document says: a guest, and a verdict with findings for each destination.
enum MigrationBody {
  static func members(
    _ guest: Guest, _ checks: [MigrationCheck], withAll: Bool
  ) -> [JSONValue.Member] {
    let destinations = checks.map { check in
      JSONValue.members([
        "host": .string(check.host), "verdict": .string(check.verdict.rawValue),
        "findings": .array(check.shownFindings(withAll: withAll).map(Self.value)),
        "hidden": .integer(check.findings.count - check.shownFindings(withAll: withAll).count),
        "waived": .array(check.waived.map(Self.value)),
        "tsc": .members([
          "way": .string(check.counter.way.rawValue),
          "ratio": .optional(check.counter.ratio.map { Hex.quad($0) }),
        ]),
        "hypervisor": .members([
          "from": .optional(check.hypervisors.from), "to": .optional(check.hypervisors.to),
        ]),
        "unknown": .strings(check.judgement.unjudged),
        "gather": .strings(check.judgement.gather), "assumed": .strings(check.assumed),
      ])
    }
    return [
      .init(name: "guest", value: .string(guest.name)),
      .init(name: "guestKind", value: .string(guest.kind.name)),
      .init(name: "destinations", value: .array(destinations)),
      JudgedBody(inputs: checks.count, cpus: checks.reduce(0) { $0 + $1.cpus }).member,
    ]
  }

  private static func value(_ finding: Judgement.Finding) -> JSONValue {
    .object(AuditReport.members(finding))
  }
}

extension MigrationCheck {
  /// The findings that are shown: a guest of another maker's CPU has one, unless all are asked for.
  fileprivate func shownFindings(withAll: Bool) -> [Judgement.Finding] {
    guard !withAll, findings.contains(where: { $0.violation.code == .vendorDiffers }) else {
      return findings
    }
    return findings.filter { $0.follows == nil }
  }
}
