// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// What the `HostFacts` document says: everything derivation starts from, each value or null. It is
/// read back as an input, so that a host can be judged elsewhere.
enum HostFactsBody {
  static func members(_ host: HostDescription) -> [JSONValue.Member] {
    var members = HostBody.identity(host)
    var facts = HostFacts.flags.map { name, path in
      JSONValue.Member(name: name, value: .optional(host.facts[keyPath: path]))
    }
    facts.append(
      JSONValue.Member(
        name: "mcuOptControl", value: .optional(host.facts.mcuOptControl.map { Hex.quad($0) })))
    facts.append(
      JSONValue.Member(
        name: "commonFeatures",
        value: .optional(host.facts.commonFeatures.map { $0.hexadecimal() })))
    members.append(JSONValue.Member(name: "facts", value: .object(facts)))
    let cpus: CPUList = host.cpus.isEmpty ? [host.boot] : host.cpus
    let documents = cpus.enumerated().map { index, cpu in
      PolicyJSON.document(NamedPolicy(name: "cpu\(index)", policy: cpu))
    }
    members.append(JSONValue.Member(name: "cpus", value: .array(documents)))
    return members
  }

  /// Reads a document.
  static func read(
    _ document: JSONValue, source: String
  ) throws(FormatError) -> HostDescription {
    guard let documents = document["cpus"]?.array, !documents.isEmpty else {
      throw FormatError(
        .malformed, source: source, message: "cpus: the array is missing or empty",
        remedy: "is this a HostFacts document?", path: "cpus")
    }
    var cpus: [CPUPolicy] = []
    for (index, cpu) in documents.enumerated() {
      cpus.append(try PolicyJSON.policy(cpu, source: source, path: "cpus[\(index)].").policy)
    }
    try FormatError.checkOneMachine(cpus, source: source) { "cpus[\($0)]" }
    var host = HostDescription(
      name: document["name"]?.string ?? source, cpus: cpus,
      microcode: try HostBody.microcode(document, source))
    try readFacts(document["facts"] ?? .null, source, &host)
    HostBody.readIdentity(document, &host)
    return host
  }

  private static func readFacts(
    _ facts: JSONValue, _ source: String, _ host: inout HostDescription
  ) throws(FormatError) {
    for (name, path) in HostFacts.flags {
      guard let value = facts[name] else { continue }
      guard value == .null || value.bool != nil else {
        throw FormatError(
          .malformed, source: source, message: "facts.\(name): neither true, false nor null",
          remedy: "write null for unknown", path: "facts.\(name)")
      }
      host.facts[keyPath: path] = value.bool
    }
    host.facts.mcuOptControl = try HostBody.hexadecimal(
      facts["mcuOptControl"], "facts.mcuOptControl", source)
    if let text = facts["commonFeatures"]?.string {
      let document = try PolicyReader.read(
        Array(text.utf8).span, source: source, format: .featureset)
      host.facts.commonFeatures = document.policies.first?.policy.featureSet
    }
  }
}
