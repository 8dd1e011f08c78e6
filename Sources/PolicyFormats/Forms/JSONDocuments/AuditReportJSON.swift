// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// The `AuditReport` document.
public enum AuditReportJSON {
  /// A report: accepted where nothing is wrong.
  public static func document(_ violations: [Violation], unjudged: [String] = []) -> JSONValue {
    .document(
      .auditReport,
      [
        "verdict": .string(violations.isEmpty ? "accepted" : "rejected"),
        "violations": .array(violations.map(violation)), "unknown": .strings(unjudged),
      ])
  }

  /// One violation: code, place, both values, rule, severity, message and remedy.
  public static func violation(_ violation: Violation) -> JSONValue {
    var members: [JSONValue.Member] = [.init(name: "code", value: .string(violation.codeText))]
    let width: Int
    switch violation.place {
    case .leaf(let place, let register):
      members += [
        .init(name: "leaf", value: .string(Hex.word(place.leaf))),
        .init(name: "subleaf", value: place.isPlain ? .null : .integer(Int(place.subleaf))),
        .init(name: "register", value: .string("\(register)")),
      ]
      width = 8
    case .msr(let index):
      members.append(.init(name: "msr", value: .string(Hex.word(index.rawValue))))
      width = 16
    }
    members += [
      .init(name: "bits", value: .string(violation.bitsText)),
      .init(name: "field", value: .string(violation.fieldName)),
      .init(name: "value", value: .string("0x" + Hex.digits(violation.value, width))),
      .init(name: "bound", value: .string("0x" + Hex.digits(violation.bound, width))),
      .init(name: "rule", value: .string(violation.ruleText)),
      .init(name: "severity", value: .string(violation.severity.word)),
      .init(name: "message", value: .string(violation.message)),
      .init(name: "remedy", value: .string(violation.remedy)),
    ]
    return .object(members)
  }
}
