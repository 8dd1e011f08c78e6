// SPDX-License-Identifier: Apache-2.0

import PolicyFormats

/// What an agent says every few seconds: enough to see whether it has news.
public struct HostHello: FleetRecord {
  /// The host's id.
  public var id: String
  /// Its boot, as in its reports.
  public var bootID: String
  /// The number of its last report.
  public var sequence: Int
  /// Digest of its facts.
  public var facts: String
  /// Digest of its guests, as it tells them.
  public var guests: String

  /// A word of an agent.
  public init(id: String, bootID: String, sequence: Int, facts: String, guests: String) {
    self.id = id
    self.bootID = bootID
    self.sequence = sequence
    self.facts = facts
    self.guests = guests
  }

  /// The hello as it is sent.
  public var json: JSONValue {
    .document(
      "HostHello",
      [
        "id": .string(id), "bootID": .string(bootID), "sequence": .integer(sequence),
        "facts": .string(facts), "guests": .string(guests),
      ])
  }

  public init(reading value: JSONValue, source: String) throws(FormatError) {
    let reader = try RecordReader(value, source: source, kind: "HostHello")
    self.init(
      id: try reader.id("id"), bootID: try reader.id("bootID"),
      sequence: try reader.number("sequence"), facts: try reader.digest("facts"),
      guests: try reader.digest("guests"))
  }
}

/// Everything of a host, as its agent sends it; of what has a digest only what the server lacks.
public struct HostReport: FleetRecord {
  /// The schema of the agent's records.
  public var schema: Int
  /// The host's id.
  public var id: String
  /// What the host is.
  public var state: HostState
  /// Its guests, with the terms of their boots.
  public var guests: GuestsRecord
  /// The facts' document, where the server lacks it.
  public var facts: JSONValue?
  /// `Policy` documents of guests, by their digests, where the server lacks them.
  public var policies: [String: JSONValue]

  private static let mostPolicies = 1000

  /// A report of a host.
  public init(
    id: String, state: HostState, guests: GuestsRecord, facts: JSONValue? = nil,
    policies: [String: JSONValue] = [:], schema: Int = MetaRecord.schema
  ) {
    self.schema = schema
    self.id = id
    self.state = state
    self.guests = guests
    self.facts = facts
    self.policies = policies
  }

  /// What its agent says of it between reports.
  public var hello: HostHello {
    HostHello(
      id: id, bootID: state.bootID, sequence: state.sequence, facts: state.facts,
      guests: guests.digest)
  }

  /// The report as it is sent.
  public var json: JSONValue {
    .document(
      "HostReport",
      [
        "schema": .integer(schema), "id": .string(id), "host": .object(state.members),
        "guests": guests.json, "facts": facts ?? .null,
        "policies": .array(policies.sorted { $0.key < $1.key }.map(\.value)),
      ])
  }

  /// Reads a report. Its bodies are held against their digests, and belong to what it names.
  public init(reading value: JSONValue, source: String) throws(FormatError) {
    let reader = try RecordReader(value, source: source, kind: "HostReport")
    let schema = try reader.number("schema")
    guard MetaRecord.takes(schema) else {
      throw reader.error(
        "schema", "\(schema); this server takes \(MetaRecord.oldest) to \(MetaRecord.schema)")
    }
    self.init(
      id: try reader.id("id"), state: try HostState(try reader.object("host")),
      guests: try GuestsRecord(try reader.object("guests")), schema: schema)
    if let document = try reader.optionalObject("facts") {
      guard HostFactsText.digest(document.value) == state.facts else {
        throw reader.error("facts", "its digest is not the one that the host's state names")
      }
      facts = document.value
    }
    let named = Set(guests.terms.map(\.policy))
    for document in try reader.list("policies", most: Self.mostPolicies) {
      let policy = try PolicyJSON.policy(document.value, source: source)
      let digest = PolicyDigest.of(policy)
      guard named.contains(digest) else {
        throw document.error("", "no guest of the report has a policy of the digest \(digest)")
      }
      policies[digest] = document.value
    }
  }
}

extension JSONValue {
  /// What agents send has the envelope of documents.
  fileprivate static func document(
    _ kind: String, _ members: KeyValuePairs<String, JSONValue>
  ) -> JSONValue {
    .object(
      [
        Member(name: "apiVersion", value: .string(DocumentKind.apiVersion)),
        Member(name: "kind", value: .string(kind)),
      ] + members.map { Member(name: $0.key, value: $0.value) })
  }
}

extension RecordReader {
  /// The reader of what an agent sent, which must be of a kind.
  fileprivate init(_ value: JSONValue, source: String, kind: String) throws(FormatError) {
    self.init(value, source: source)
    guard try text("apiVersion") == DocumentKind.apiVersion else {
      throw error("apiVersion", "this server takes \(DocumentKind.apiVersion)")
    }
    guard try text("kind") == kind else { throw error("kind", "no \(kind)") }
  }
}
