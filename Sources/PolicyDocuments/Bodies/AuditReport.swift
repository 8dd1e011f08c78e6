// SPDX-License-Identifier: Apache-2.0

import Domains
import PolicyCore
import PolicyFormats
import PolicyText

/// What the `AuditReport` document says: accepted where nothing is wrong.
public struct AuditReport: Sendable {
  /// Something that is wrong.
  public struct Finding: Sendable {
    /// What is wrong, and where.
    public var violation: Violation
    /// The input and the CPUs of it in which it was found, where several were looked at.
    public var whereabouts: (host: String, finding: TopologyReport.Finding)?
    /// The candidate in which it was found, where several were judged.
    private var input: String?

    /// Something that is wrong with the topology of a host's CPUs.
    public init(_ finding: TopologyReport.Finding, host: String) {
      violation = finding.violation
      whereabouts = (host, finding)
    }

    fileprivate init(_ violation: Violation, input: String?) {
      self.violation = violation
      self.input = input
    }

    fileprivate var value: JSONValue {
      guard let whereabouts else {
        return .object(AuditReport.members(violation) + AuditReport.member(input))
      }
      return .object(
        AuditReport.members(whereabouts.finding)
          + [.init(name: "host", value: .string(whereabouts.host))])
    }
  }

  /// A candidate of several, and what came of it.
  public struct Candidate: Sendable {
    /// Where it was read from.
    public var input: String
    /// What was found in it.
    public var judgement: Judgement

    /// A candidate, where it was read from and what was found.
    public init(_ input: String, _ judgement: Judgement) {
      self.input = input
      self.judgement = judgement
    }

    /// What there is to say in one word.
    public var verdict: Verdict { AuditReport(judgement).verdict }

    fileprivate var value: JSONValue {
      .members(["input": .string(input), "verdict": .string(verdict.rawValue)])
    }
  }

  /// What is wrong, in leaf order.
  public var findings: [Finding]
  /// The candidates, where several were judged.
  private var candidates: [Candidate] = []
  /// What nobody can tell, for what is not recorded, and in which of several candidates.
  private var undecided: [(finding: Judgement.Finding, input: String?)] = []
  /// Places that neither the candidate nor the bound knows.
  private var unjudged: [String] = []
  private var gather: [String] = []
  private var judged: JudgedBody

  /// The report of one candidate.
  public init(_ judgement: Judgement) {
    findings = judgement.decided.map { Finding($0, input: nil) }
    undecided = judgement.undecided.map { ($0, nil) }
    unjudged = judgement.unjudged
    gather = judgement.gather
    judged = JudgedBody(inputs: 1, cpus: 1)
  }

  /// The report of several candidates: rejected where one is, and accepted where all are.
  public init(_ candidates: [Candidate]) {
    self.candidates = candidates
    findings = candidates.flatMap { candidate in
      candidate.judgement.decided.map { Finding($0, input: candidate.input) }
    }
    undecided = candidates.flatMap { candidate in
      candidate.judgement.undecided.map { ($0, candidate.input) }
    }
    unjudged = candidates.flatMap { candidate in
      candidate.judgement.unjudged.map { "\(candidate.input): \($0)" }
    }
    gather = candidates.flatMap { candidate in
      candidate.judgement.gather.map { "\(candidate.input): \($0)" }
    }
    judged = JudgedBody(inputs: candidates.count, cpus: candidates.count)
  }

  /// The report of several inputs.
  ///
  /// - Parameters:
  ///   - findings: what is wrong.
  ///   - inputs: number of inputs that were judged.
  ///   - cpus: number of CPUs in them.
  public init(_ findings: [Finding], inputs: Int, cpus: Int) {
    self.findings = findings
    judged = JudgedBody(inputs: inputs, cpus: cpus)
  }

  /// What there is to say in one word; `unknown` where something unrecorded decides.
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
        name: "undecided",
        value: .array(
          undecided.map { .object(AuditReport.members($0.finding) + AuditReport.member($0.input)) })
      ),
      .init(name: "unknown", value: .strings(unjudged)),
      .init(name: "gather", value: .strings(gather)),
      judged.member,
    ]
      + (candidates.isEmpty
        ? [] : [.init(name: "candidates", value: .array(candidates.map(\.value)))])
  }

  private static func member(_ input: String?) -> [JSONValue.Member] {
    input.map { [.init(name: "input", value: .string($0))] } ?? []
  }

  /// One finding: the violation, whether it stands whatever is not known, what it hangs on, and from which
  /// other finding it follows.
  static func members(_ finding: Judgement.Finding) -> [JSONValue.Member] {
    members(finding.violation) + [
      .init(name: "decided", value: .bool(finding.isDecided)),
      .init(name: "dependsOn", value: .strings(finding.dependsOn.map(\.name))),
    ] + (finding.follows.map { [.init(name: "follows", value: .string($0))] } ?? [])
  }

  /// A finding of several CPUs: the violation of the first one, all CPUs, and their values where they
  /// differ.
  static func members(_ finding: TopologyReport.Finding) -> [JSONValue.Member] {
    let violation = finding.violation
    let width = PlaceMembers.digits(violation.place)
    func hex(_ value: UInt64) -> JSONValue { .string("0x" + Hex.digits(value, width)) }
    var members = members(violation).filter { $0.name != "message" && $0.name != "remedy" }
    members.append(.init(name: "message", value: .string(finding.message)))
    members.append(.init(name: "remedy", value: .string(finding.remedy)))
    members.append(
      .init(name: "cpus", value: .array(finding.cpus.map { .integer($0) })))
    if !finding.isUniform {
      members.append(.init(name: "values", value: .array(finding.cases.map { hex($0.value) })))
      members.append(.init(name: "bounds", value: .array(finding.cases.map { hex($0.bound) })))
    }
    return members
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
