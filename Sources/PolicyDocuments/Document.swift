// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// A document of the project, by what stands in it: one case a document that others build on.
///
/// `docs/schema/cpupolicy-v1.json` describes what each looks like.
public indirect enum Document: Sendable {
  case policy(NamedPolicy)
  /// One policy of a host: a `Policy` document that says whether guests of its kind can run.
  case policyOfHost(PolicyKind, HostDescription, SystemPolicies)
  /// All policies and facts of a host. Without policies: the document that describes the host, as it
  /// was read, or what is derived from its facts.
  case host(HostDescription, SystemPolicies?)
  /// Everything that derivation starts from.
  case hostFacts(HostDescription)
  case domain(Domain)
  case domainList([Domain])
  case auditReport(AuditReport)
  /// A topology, and the leaves in which one virtual CPU sees it: those of the policy.
  case topology(Topology, seenIn: CPUPolicy)
  /// The places of a machine's CPUs, and what is wrong with them.
  case topologyTree(MachineTopology)
  /// With all findings, or without those that follow from another maker of the CPU.
  case migration(Guest, [MigrationCheck], withAll: Bool = false)
  case policyDiff(PolicyComparison)
  case hostDifference(HostChange)
  case level(LevelReport)
  case comparison(PoolComparison)
  /// Which guests of a fleet can go on where.
  case graph(FleetGraph)
  case plan(PlanReport)
  /// What a change of its hosts changes for a pool.
  case poolDifference(PoolDifference)
  case featureList([Feature])
  case verification(GuestVerification, withAnswers: Bool)
  case explanation(Explanation)
  /// Who decided something of a guest that is a named model.
  case guestExplanation(GuestExplanation)
  case domainExplanation(DomainExplanation)
  case guestView(GuestAnswer)
  /// Every answer to every virtual CPU of a domain, one virtual CPU after the other.
  case guestViews([GuestAnswer])
  case code(ViolationCode)
  case codeList([ViolationCode])
  /// Several `Explanation` documents: of features, guests or both.
  case explanationList([Document])
  /// A policy in another form.
  case conversion(Conversion)
  /// Something that happened to a domain.
  case event(DomainEvent)
  /// What libvirt's hook decided about a guest.
  case hookDecision(HookDecision)
  /// What became of libvirt's hook.
  case hookChange(HookChange)

  /// The kind that the document names.
  public var kind: DocumentKind {
    switch self {
    case .policy, .policyOfHost: .policy
    case .host: .host
    case .hostFacts: .hostFacts
    case .domain: .domain
    case .domainList: .domainList
    case .auditReport: .auditReport
    case .topology: .topology
    case .topologyTree: .topologyTree
    case .migration: .migration
    case .policyDiff: .policyDiff
    case .hostDifference: .hostDifference
    case .level: .level
    case .comparison: .comparison
    case .graph: .graph
    case .plan: .plan
    case .poolDifference: .hostDifference
    case .featureList: .featureList
    case .verification: .verification
    case .explanation, .guestExplanation, .domainExplanation: .explanation
    case .guestView: .guestView
    case .guestViews: .guestViews
    case .code: .code
    case .codeList: .codeList
    case .explanationList: .explanationList
    case .conversion: .conversion
    case .event: .event
    case .hookDecision: .hookDecision
    case .hookChange: .hookChange
    }
  }

  /// The document as it is written.
  public var json: JSONValue {
    switch self {
    case .policy(let named): PolicyJSON.document(named)
    case .policyOfHost(let kind, let host, let policies):
      HostBody.policy(kind, of: host, policies, PolicyDigest.of(policies.raw))
    case .host(let host, let policies): HostBody.document(host, policies)
    case .hostFacts(let host): .document(kind, HostFactsBody.members(host))
    case .domain(let domain): .document(kind, DomainBody.members(domain))
    case .domainList(let domains):
      .document(kind, ["domains": .array(domains.map { Document.domain($0).json })])
    case .auditReport(let report): .document(kind, report.members)
    case .topology(let topology, let policy):
      .document(kind, TopologyBody.members(topology, seenIn: policy))
    case .topologyTree(let machine): .document(kind, machine.members)
    case .migration(let guest, let checks, let withAll):
      .document(kind, MigrationBody.members(guest, checks, withAll: withAll))
    case .policyDiff(let comparison): .document(kind, comparison.members)
    case .hostDifference(let change): .document(kind, HostDifferenceBody.members(change))
    case .level(let report): .document(kind, report.members)
    case .comparison(let comparison): .document(kind, comparison.members)
    case .graph(let graph): .document(kind, graph.members)
    case .plan(let plan): .document(kind, plan.members)
    case .poolDifference(let difference): .document(kind, difference.members)
    case .featureList(let features):
      .document(kind, ["features": .array(features.map(FeatureBody.value))])
    case .verification(let verification, let withAnswers):
      .document(kind, VerificationBody.members(verification, withAnswers: withAnswers))
    case .explanation(let explanation):
      .document(kind, ExplanationBody.members(explanation))
    case .guestExplanation(let explanation):
      .document(kind, ExplanationBody.members(explanation))
    case .domainExplanation(let explanation):
      .document(kind, ExplanationBody.members(explanation))
    case .guestView(let answer): .document(kind, answer.members)
    case .guestViews(let answers): .document(kind, GuestAnswer.members(answers))
    case .code(let code):
      .document(
        kind,
        [
          "code": .string(code.text), "title": .string(code.title),
          "text": .string(code.explanation),
        ])
    case .codeList(let codes):
      .document(kind, ["codes": .array(codes.map { Document.code($0).json })])
    case .explanationList(let explanations):
      .document(kind, ["explanations": .array(explanations.map(\.json))])
    case .conversion(let conversion): .document(kind, conversion.members)
    case .event(let event): .document(kind, event.members)
    case .hookDecision(let decision): .document(kind, decision.members)
    case .hookChange(let change): .document(kind, change.members)
    }
  }
}

// MARK: Reading

extension Document {
  /// Reads a document.
  ///
  /// - Returns: nil for a kind that is only written.
  /// - Throws: `FormatError` with the member at which the document fails; line and column follow from
  ///   its text (`FormatError.located(in:)`).
  public init?(reading value: JSONValue, source: String) throws(FormatError) {
    switch try DocumentKind(of: value, source: source) {
    case .policy: self = .policy(try PolicyJSON.policy(value, source: source))
    case .host: self = .host(try HostBody.read(value, source: source), nil)
    case .hostFacts: self = .hostFacts(try HostFactsBody.read(value, source: source))
    case .domain: self = .domain(try DomainBody.read(value, source: source))
    default: return nil
    }
  }

  /// The domain of a `Domain` document; nil for the others.
  public var domain: Domain? { if case .domain(let domain) = self { domain } else { nil } }

  /// The host of a `Host` or `HostFacts` document; nil for the others.
  public var host: HostDescription? {
    switch self {
    case .host(let host, _), .hostFacts(let host): host
    default: nil
    }
  }
}
