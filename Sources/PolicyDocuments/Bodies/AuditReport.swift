// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText

/// What the `AuditReport` document says: accepted where nothing is wrong.
public struct AuditReport: Sendable {
  /// Something that is wrong.
  public struct Finding: Sendable {
    public var violation: Violation
    /// The input and the CPU of it in which it was found, where several were looked at.
    public var whereabouts: (host: String, cpu: Int)?

    public init(_ violation: Violation, host: String, cpu: Int) {
      self.violation = violation
      whereabouts = (host, cpu)
    }

    init(_ violation: Violation) { self.violation = violation }

    fileprivate var value: JSONValue {
      var members = AuditReport.members(violation)
      if let whereabouts {
        members.append(.init(name: "cpu", value: .integer(whereabouts.cpu)))
        members.append(.init(name: "host", value: .string(whereabouts.host)))
      }
      return .object(members)
    }
  }

  public var findings: [Finding]
  /// What was looked at, or what could not be judged.
  private var end: JSONValue.Member

  /// The report of one candidate.
  ///
  /// - Parameters:
  ///   - violations: what is wrong with it.
  ///   - unjudged: places that neither the candidate nor the bound knows.
  public init(_ violations: [Violation], unjudged: [String] = []) {
    findings = violations.map(Finding.init)
    end = .init(name: "unknown", value: .strings(unjudged))
  }

  /// The report of several inputs.
  ///
  /// - Parameters:
  ///   - findings: what is wrong.
  ///   - inputs: number of inputs that were judged.
  ///   - cpus: number of CPUs in them.
  public init(_ findings: [Finding], inputs: Int, cpus: Int) {
    self.findings = findings
    end = .init(
      name: "judged", value: .members(["inputs": .integer(inputs), "cpus": .integer(cpus)]))
  }

  var members: [JSONValue.Member] {
    [
      .init(name: "verdict", value: .string(findings.isEmpty ? "accepted" : "rejected")),
      .init(name: "violations", value: .array(findings.map(\.value))), end,
    ]
  }

  /// One violation: code, place, both values, rule, severity, message and remedy.
  static func members(_ violation: Violation) -> [JSONValue.Member] {
    let width = PlaceMembers.digits(violation.place)
    return [.init(name: "code", value: .string(violation.codeText))]
      + PlaceMembers.of(violation.place) + [
        .init(name: "bits", value: .string(violation.bitsText)),
        .init(name: "field", value: .string(violation.fieldName)),
        .init(name: "value", value: .string("0x" + Hex.digits(violation.value, width))),
        .init(name: "bound", value: .string("0x" + Hex.digits(violation.bound, width))),
        .init(name: "rule", value: .string(violation.ruleText)),
        .init(name: "severity", value: .string(violation.severity.word)),
        .init(name: "message", value: .string(violation.message)),
        .init(name: "remedy", value: .string(violation.remedy)),
      ]
  }
}
