// SPDX-License-Identifier: Apache-2.0

/// The kinds of documents that others build on: the `kind` of each, and one envelope around all.
///
/// The policy is one of the forms here; all others are cases of `Document`, above hosts and domains.
/// `docs/schema/cpupolicy-v1.json` describes them; a test holds every command's documents against it.
public enum DocumentKind: String, CaseIterable, Sendable {
  case policy = "Policy"
  case host = "Host"
  case hostFacts = "HostFacts"
  case domain = "Domain"
  case domainList = "DomainList"
  case auditReport = "AuditReport"
  case topology = "Topology"
  case topologyTree = "TopologyTree"
  case migration = "Migration"
  case policyDiff = "PolicyDiff"
  case hostDifference = "HostDifference"
  case level = "Level"
  case comparison = "Comparison"
  case graph = "Graph"
  case plan = "Plan"
  case featureList = "FeatureList"
  case verification = "Verification"
  case explanation = "Explanation"
  case guestView = "GuestView"
  case guestViews = "GuestViews"
  case code = "Code"
  case codeList = "CodeList"
  case explanationList = "ExplanationList"
  case conversion = "Conversion"
  case event = "Event"
  case hookDecision = "HookDecision"
  case hookChange = "HookChange"

  /// The version of all documents.
  public static let apiVersion = "cpupolicy/v1"

  /// The kind that a document names; nil for one that is not known.
  ///
  /// - Throws: `FormatError` for a document of another version.
  public init?(of document: JSONValue, source: String) throws(FormatError) {
    guard let version = document["apiVersion"]?.string, version == DocumentKind.apiVersion else {
      throw FormatError(
        .unrecognised, source: source, line: 1, column: 1,
        message: "apiVersion is \(document["apiVersion"]?.string ?? "missing")",
        remedy: "documents of \(DocumentKind.apiVersion) are read")
    }
    guard let kind = document["kind"]?.string.flatMap(DocumentKind.init(rawValue:)) else {
      return nil
    }
    self = kind
  }
}

extension JSONValue {
  /// A document: the envelope, then its members.
  public static func document(_ kind: DocumentKind, _ members: [Member]) -> JSONValue {
    .object(
      [
        Member(name: "apiVersion", value: .string(DocumentKind.apiVersion)),
        Member(name: "kind", value: .string(kind.rawValue)),
      ] + members)
  }

  /// A document with the members of a literal, in their order.
  public static func document(
    _ kind: DocumentKind, _ members: KeyValuePairs<String, JSONValue>
  ) -> JSONValue {
    document(kind, members.map { Member(name: $0.key, value: $0.value) })
  }
}
