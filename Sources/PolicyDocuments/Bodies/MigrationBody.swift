// SPDX-License-Identifier: Apache-2.0

import Domains
import PolicyFormats
import PolicyText

/// What the `Migration` document says: a guest, and a verdict with findings for each destination.
enum MigrationBody {
  static func members(_ guest: Guest, _ checks: [MigrationCheck]) -> [JSONValue.Member] {
    let destinations = checks.map { check in
      JSONValue.members([
        "host": .string(check.host), "verdict": .string(check.verdict.rawValue),
        "findings": .array(check.findings.map { .object(AuditReport.members($0)) }),
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
}
