// SPDX-License-Identifier: Apache-2.0

/// The kinds of documents that others build on: the `kind` of each, and one envelope around all.
///
/// `docs/schema/cpupolicy-v1.json` describes them; a test holds every command's documents against it.
public enum DocumentKind: String, CaseIterable, Sendable {
  case policy = "Policy"
  case host = "Host"
  case hostFacts = "HostFacts"
  case domain = "Domain"
  case domainList = "DomainList"
  case auditReport = "AuditReport"
  case topology = "Topology"
  case migration = "Migration"
  case policyDiff = "PolicyDiff"
  case featureList = "FeatureList"
  case verification = "Verification"
  case explanation = "Explanation"
  case guestView = "GuestView"
  case code = "Code"
  case codeList = "CodeList"

  /// The version of all documents.
  public static let apiVersion = "cpupolicy/v1"
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
