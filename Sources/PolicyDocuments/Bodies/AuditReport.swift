// SPDX-License-Identifier: Apache-2.0

import Domains
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
  /// What nobody can tell, for what is not recorded.
  private var undecided: [Judgement.Finding] = []
  /// Places that neither the candidate nor the bound knows.
  private var unjudged: [String] = []
  private var gather: [String] = []
  /// Numbers of inputs and of CPUs in them that were judged.
  private var judged: (inputs: Int, cpus: Int)

  /// The report of one candidate.
  public init(_ judgement: Judgement) {
    findings = judgement.decided.map(Finding.init)
    undecided = judgement.undecided
    unjudged = judgement.unjudged
    gather = judgement.gather
    judged = (1, 1)
  }

  /// The report of several inputs.
  ///
  /// - Parameters:
  ///   - findings: what is wrong.
  ///   - inputs: number of inputs that were judged.
  ///   - cpus: number of CPUs in them.
  public init(_ findings: [Finding], inputs: Int, cpus: Int) {
    self.findings = findings
    judged = (inputs, cpus)
  }

  public enum Verdict: String, Sendable { case accepted, rejected, unknown }

  /// Rejected for what is wrong whatever is not known; accepted where nothing could be.
  public var verdict: Verdict {
    if !findings.isEmpty { return .rejected }
    return undecided.isEmpty && unjudged.isEmpty ? .accepted : .unknown
  }

  var members: [JSONValue.Member] {
    [
      .init(name: "verdict", value: .string(verdict.rawValue)),
      .init(name: "violations", value: .array(findings.map(\.value))),
      .init(
        name: "undecided", value: .array(undecided.map { .object(AuditReport.members($0)) })),
      .init(name: "unknown", value: .strings(unjudged)),
      .init(name: "gather", value: .strings(gather)),
      .init(
        name: "judged",
        value: .members([
          "inputs": .integer(judged.inputs), "cpus": .integer(judged.cpus),
        ])),
    ]
  }

  /// One finding: the violation, whether it stands whatever is not known, and what it hangs on.
  static func members(_ finding: Judgement.Finding) -> [JSONValue.Member] {
    members(finding.violation) + [
      .init(name: "decided", value: .bool(finding.isDecided)),
      .init(name: "dependsOn", value: .strings(finding.dependsOn.map(\.name))),
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
