// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Domains
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

extension PolicyCommand {
  struct Audit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "audit",
      abstract: "Hold a policy against a max policy; exit status 1 where it is rejected.",
      discussion: """
        Every violation is reported, and nothing is altered. Without --kind a candidate is judged as
        a policy of the system; with it, as the policy of one domain of that kind. One that cannot be
        read stops no other, and ends the command with 3.
        """)

    @Argument(
      help: ArgumentHelp(
        "The candidates: files, directories, -, or qmp:SOCKET for a machine that QEMU runs.",
        valueName: "candidate"), completion: Offers.files)
    var candidates: [String]
    @Option(
      help: "The bound: a max policy, or a host from which it is derived.", completion: Offers.files
    )
    var against: String
    @Option(help: "Which policy of the host is the bound.", completion: Offers.policies)
    var policy: String?
    @Option(help: "Which policy of the candidate's file is meant.", completion: Offers.policies)
    var candidatePolicy: String?
    @Option(help: "Judge as a domain's policy: pv, pv32, hvm or hvm-shadow.")
    var kind: GuestKind?
    @Option(help: "The topology that was chosen: SOCKETS:DIES:CORES:THREADS.")
    var topology: TopologyShape?
    @OptionGroup var made: XLHost
    @Flag(help: "The domain has nested virtualisation.")
    var nested = false
    @Flag(help: "The domain has performance counters.")
    var vpmu = false
    @Flag(help: "Every violation on a terminal too, where only the first are shown.")
    var all = false
    @OptionGroup var hypervisor: HypervisorOptions
    @OptionGroup var fail: FailOption
    @OptionGroup var output: OutputOptions

    func run() throws {
      let bound = try BoundInput.load(
        against, policy: policy, owner: try hypervisor.owner(), kind: kind)
      let shape = try topology?.topology()
      var list = InputList(candidates)
      let found = try list.judge { try audit($0, under: bound, shape) }
      let judged = found.map { AuditReport.Candidate($0.input, $0.judgement) }
      if list.isSeveral {
        try AuditOutput.print(judged, list, output, withAll: all)
      } else {
        try AuditOutput.print(found[0].judgement, output.choice, withAll: all)
      }
      for case (let input, _, let remedy?) in found {
        Console.error(list.isSeveral ? "\(input): \(remedy)" : remedy)
      }
      try list.check()
      try fail.check(judged.flatMap(\.judgement.severities))
    }

    private func audit(
      _ candidate: String, under bound: GuestBound, _ topology: Topology?
    ) throws -> (input: String, judgement: Judgement, remedy: String?) {
      let document = try Input.read(candidate)
      var bound = bound
      var host = made
      if let configuration = document.content.xlGuest {
        let owner = try hypervisor.owner()
        host = made.or(try? HostInput.load(against, from: nil), owner)
        if policy == nil, kind == nil, configuration.isDomain {
          bound = try BoundInput.load(
            against, policy: nil, owner: owner, kind: configuration.kind)
        }
      }
      var guest = try GuestInput.candidate(
        document, candidate, named: candidatePolicy, bound, kind, host: host)
      if nested { guest.hasNestedVirtualisation = true }
      if vpmu { guest.hasPerformanceCounters = true }
      if let topology { guest.topology = topology }
      guest.completion = try completion(of: guest.policy, document.content, candidate)
      // What stands beside the bound too is no more than the bound.
      let outside = document.content.outside(beside: guest.name).filter { leaf in
        !bound.outside.contains { $0.place == leaf.place && $0.registers == leaf.registers }
      }.flatMap(\.violations)
      let judgement = Judgement(of: guest, under: bound, with: outside)
      let isAsDomains = kind != nil || topology != nil
      let remedy =
        judgement.decided.isEmpty || !isAsDomains
        ? nil : AuditOutput.remedy(for: document, guest.name)
      return (candidate, judgement, remedy)
    }

    /// What takes the parts that a candidate's form does not hold from the bound; nil for whole policies.
    private func completion(
      of input: CPUPolicy, _ document: PolicyDocument, _ candidate: String
    ) throws -> (@Sendable (CPUPolicy) -> CPUPolicy)? {
      if document.format == .featureset {
        Console.note("a featureset holds features only; the rest is taken as the bound's")
        return { $0.withFeatures(input.featureSet) }
      }
      if let partial = document.partial {
        // Of a guest whose model nobody has explained nothing is completed: the verdict says so.
        if document.guest != nil, document.request != nil { return nil }
        guard document.request == nil else {
          throw CommandFailure(
            .unreadable,
            "\(candidate): the features of the model it names are not in it; audit what a machine "
              + "with this setting really has, or a form that lists every feature")
        }
        Console.note("what the form does not hold is taken as the bound's")
        return { partial.applied(to: $0) }
      }
      return nil
    }
  }
}

/// How an audit is shown.
enum AuditOutput {
  private static let heading = [
    "code", "severity", "place", "field", "value", "bound", "rule", "remedy", "certainty",
  ]

  private static func rows(_ judgement: Judgement) -> [[String]] {
    judgement.findings.map { finding in
      let violation = finding.violation
      return [
        violation.codeText, violation.severity.word, violation.placeText, violation.fieldName,
        "0x" + String(violation.value, radix: 16), "0x" + String(violation.bound, radix: 16),
        violation.ruleText, violation.remedy, finding.certainty,
      ]
    }
  }

  /// Prints the report of several candidates, each under the input it came from.
  static func print(
    _ candidates: [AuditReport.Candidate], _ list: InputList, _ output: OutputOptions,
    withAll: Bool
  ) throws {
    try output.print(
      Document.auditReport(AuditReport(candidates)).json,
      rows: {
        [heading + ["input"]]
          + candidates.flatMap { candidate in
            rows(candidate.judgement).map { $0 + [candidate.input] }
          }
      },
      table: {
        candidates.map {
          "\(ShownText.line($0.input)): \(text($0.judgement, $0.verdict, withAll: withAll))\n"
        }
        .joined()
          + list.judgedLine(inputs: candidates.count, cpus: candidates.count)
      })
  }

  static func print(_ judgement: Judgement, _ output: OutputOptions) throws {
    try print(judgement, output.choice)
  }

  static func print(_ judgement: Judgement, _ output: Output, withAll: Bool = true) throws {
    let report = AuditReport(judgement)
    try output.print(
      Document.auditReport(report).json, rows: { [heading] + rows(judgement) },
      table: { text(judgement, report.verdict, withAll: withAll) })
  }

  private static func text(
    _ judgement: Judgement, _ verdict: AuditReport.Verdict, withAll: Bool
  ) -> String {
    var text = Console.word(verdict.rawValue)
    if verdict == .rejected {
      text += ": \(Counted.of(judgement.decided.count, "violation"))"
    }
    text += "\n"
    let shown = FindingFold(judgement, withAll: withAll)
    for violation in shown.violations { text += self.text(violation) }
    text += shown.rest
    let open = judgement.undecided
    if !open.isEmpty { text += "\nnot decided, for what nobody recorded:\n" }
    for finding in open { text += self.text(finding.violation) }
    if !judgement.unjudged.isEmpty {
      text += "\nnot judged, because neither source recorded it: "
      text += judgement.unjudged.joined(separator: ", ") + "\n"
    }
    return text + GatherText.of(judgement)
  }

  private static func text(_ violation: Violation) -> String {
    "\n" + Console.bold("\(violation.codeText) \(violation.placeText)")
      + "  \(Console.word(violation.severity.word))\n  \(violation.message)\n  \(violation.remedy)\n"
  }

  /// What to do where a policy of the system, known by its name, was given as a domain's and rejected.
  static func remedy(for document: InputDocument, _ name: String) -> String? {
    guard document.kind != .domain, PolicyKind(name: name) != nil else { return nil }
    return
      "\(name) is a policy of the system, which has no domain's own settings and topology: create "
      + "a domain (domain create), edit the policy it has (domain show NAME -o json), and set that"
  }
}

/// What would have to be recorded for a verdict about everything.
enum GatherText {
  static func of(_ judgement: Judgement) -> String {
    guard !judgement.gather.isEmpty else { return "" }
    return "\nto gather:\n" + judgement.gather.map { "  \(ShownText.line($0))\n" }.joined()
  }
}

extension Judgement {
  /// How bad each finding is, and what is not judged at all.
  var severities: [Severity] {
    findings.map(\.violation.severity) + (unjudged.isEmpty ? [] : [.ofUnknown])
  }
}
