// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

extension GuestKind: ExpressibleByArgument {
  public init?(argument: String) { self.init(name: argument) }
}

extension PolicyCommand {
  struct Audit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "audit",
      abstract: "Hold a policy against a max policy; exit status 1 where it is rejected.",
      discussion: """
        Every violation is reported, and nothing is altered. Without --kind the candidate is judged as
        a policy of the system; with it, as the policy of one domain of that kind.
        """)

    @Argument(help: "The candidate: a file, -, or qmp:SOCKET for a machine that QEMU runs.")
    var candidate: String
    @Option(help: "The bound: a max policy, or a host from which it is derived.")
    var against: String
    @Option(help: "Which policy of the host is the bound.")
    var policy: String?
    @Option(help: "Which policy of the candidate's file is meant.")
    var candidatePolicy: String?
    @Option(help: "Judge as a domain's policy: pv, pv32, hvm or hvm-shadow.")
    var kind: GuestKind?
    @Option(help: "The topology that was chosen: SOCKETS:DIES:CORES:THREADS.")
    var topology: TopologyShape?
    @Flag(help: "The domain has nested virtualisation.")
    var nested = false
    @Flag(help: "The domain has performance counters.")
    var vpmu = false
    @OptionGroup var hypervisor: HypervisorOptions
    @OptionGroup var fail: FailOption
    @OptionGroup var output: OutputOptions

    func run() throws {
      let bound = try AuditBound.load(
        against, policy: policy, owner: try hypervisor.owner(), kind: kind)
      var context: AuditContext
      if let kind {
        context = AuditContext(
          domain: kind, hasNestedVirtualisation: nested, hasPerformanceCounters: vpmu)
      } else {
        context = AuditContext(kind: bound.kind)
      }
      context.hostFeatures = bound.hostFeatures
      context.hiddenFeatures = bound.hiddenFeatures
      context.topology = try topology?.topology()
      context.topologyLeaves = TopologyLeaves.all
      let auditor = Auditor(bound: bound.policy, context: context)
      let document = try Input.read(candidate)
      let named = try PolicySelection.pick(document, candidate, named: candidatePolicy)
      let policy = try completed(named.policy, document.content, bound.policy)
      let outside = document.content.outside.filter { $0.cpu == 0 && !$0.registers.isZero }
        .flatMap(\.violations)
      let violations =
        (outside + auditor.violations(of: policy)).sorted(by: Violation.inLeafOrder)
      try AuditOutput.print(
        violations, unjudged: AuditOutput.unjudged(policy, bound.policy), output)
      if !violations.isEmpty, kind != nil || topology != nil,
        let remedy = AuditOutput.remedy(for: document, named.name)
      {
        Console.error(remedy)
      }
      try fail.check(violations.map(\.severity))
    }

    /// The candidate, with what its form does not hold taken from the bound.
    private func completed(
      _ input: CPUPolicy, _ document: PolicyDocument, _ bound: CPUPolicy
    ) throws -> CPUPolicy {
      if document.format == .featureset {
        Console.note("a featureset holds features only; the rest is taken as the bound's")
        return bound.withFeatures(input.featureSet)
      }
      if let partial = document.partial {
        guard document.request == nil else {
          throw CommandFailure(
            .unreadable,
            "\(candidate): the features of the model it names are not in it; audit what a machine "
              + "with this setting really has, or a form that lists every feature")
        }
        Console.note("what the form does not hold is taken as the bound's")
        return partial.applied(to: bound)
      }
      return input
    }
  }
}

/// The policy against which a candidate is held.
struct AuditBound {
  var policy: CPUPolicy
  var kind: GuestKind
  var hostFeatures: FeatureSet?
  /// Features that the host's default policy of the kind shows beyond its limits.
  var hiddenFeatures = FeatureSet()

  /// Takes the bound from a file: a policy that it holds, at its word, or one derived from the host it
  /// describes where it holds none or the owner asks for other options.
  static func load(
    _ path: String, policy name: String?, owner: DerivationOptions?, kind: GuestKind?
  ) throws -> AuditBound {
    let document = try Input.read(path)
    let wanted = name ?? kind.map(\.maxPolicy.name)
    if owner == nil, let single = single(document, wanted) {
      return AuditBound(policy: single.policy, kind: GuestKind(policyName: single.name))
    }
    let policyKind = try PolicySelection.kind(wanted ?? PolicyKind.hvmMax.name)
    let host = try HostInput.host(document, path)
    if !document.content.policies.isEmpty, owner != nil || host.recorded(policyKind) == nil {
      Console.note("the bound \(policyKind.name) is derived from the raw policy of \(path)")
    }
    let policies = host.systemPolicies(owner)
    let guest = GuestKind(policyName: policyKind.name)
    return AuditBound(
      policy: policies[policyKind], kind: guest,
      hostFeatures: policies.hostDefault.featureSet,
      hiddenFeatures: policies[guest.defaultPolicy].hiddenFeatures)
  }

  /// The one policy of a document that describes no host.
  private static func single(_ document: InputDocument, _ wanted: String?) -> NamedPolicy? {
    guard document.content.policy(named: PolicyKind.raw.name) == nil else { return nil }
    return document.content.policies.first { policy in
      wanted.map { policy.name == $0 } ?? (document.kind == .policy)
    }
  }
}

/// How an audit is shown.
enum AuditOutput {
  static func print(_ violations: [Violation], unjudged: [String], _ output: OutputOptions) throws {
    let heading = ["code", "severity", "place", "field", "value", "bound", "rule", "remedy"]
    let rows = violations.map { violation in
      [
        violation.codeText, violation.severity.word, violation.placeText, violation.fieldName,
        "0x" + String(violation.value, radix: 16), "0x" + String(violation.bound, radix: 16),
        violation.ruleText, violation.remedy,
      ]
    }
    try output.print(
      Document.auditReport(AuditReport(violations, unjudged: unjudged)).json,
      rows: { [heading] + rows },
      table: { text(violations, unjudged) })
  }

  private static func text(_ violations: [Violation], _ unjudged: [String]) -> String {
    var text = violations.isEmpty ? "accepted\n" : "rejected: \(violations.count) violations\n"
    for violation in violations {
      text += "\n" + Console.bold("\(violation.codeText) \(violation.placeText)")
      text += "  \(violation.severity.word)\n  \(violation.message)\n  \(violation.remedy)\n"
    }
    if !unjudged.isEmpty {
      text += "\nnot judged, because neither source recorded it: "
      text += unjudged.joined(separator: ", ") + "\n"
    }
    return text
  }

  /// What to do where a policy of the system, known by its name, was given as a domain's and rejected.
  static func remedy(for document: InputDocument, _ name: String) -> String? {
    guard document.kind != .domain, PolicyKind(name: name) != nil else { return nil }
    return
      "\(name) is a policy of the system, which has no domain's own settings and topology: create "
      + "a domain (domain create), edit the policy it has (domain show NAME -o json), and set that"
  }

  /// Places that neither the candidate nor the bound knows.
  static func unjudged(_ candidate: CPUPolicy, _ bound: CPUPolicy) -> [String] {
    let theirs = Set(PolicyJSON.unknownPlaces(bound))
    return PolicyJSON.unknownPlaces(candidate).filter(theirs.contains)
  }
}
