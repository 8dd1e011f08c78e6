// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// What the `HostFacts` document says: everything derivation starts from, each value or null. It is
/// read back as an input, so that a host can be judged elsewhere.
enum HostFactsBody {
  static func members(_ host: HostDescription) -> [JSONValue.Member] {
    var cpus: [JSONValue] = []
    host.factsCPUs.forEachAgreeing { cpus.append(AgreeingCPUsBody.value($0)) }
    return members(host, cpus: cpus)
  }

  static func members(_ host: HostDescription, cpus: [JSONValue]) -> [JSONValue.Member] {
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
    members.append(JSONValue.Member(name: "cpus", value: .array(cpus)))
    return members
  }

  /// Reads a document.
  static func read(
    _ document: JSONValue, source: String
  ) throws(FormatError) -> HostDescription {
    let cpus = try AgreeingCPUsBody.read(document["cpus"], source: source)
    try FormatError.checkOneMachine(cpus, source: source) { "CPU \($0)" }
    var host = HostDescription(
      name: document["name"]?.string ?? source, cpus: cpus,
      microcode: try HostBody.microcode(document, source))
    try readFacts(document["facts"] ?? .null, source, &host)
    try HostBody.readIdentity(document, &host, source)
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

extension HostDescription {
  /// The `HostFacts` document with an empty list of CPUs, which is its last member.
  public var factsWithoutCPUs: JSONValue {
    .document(.hostFacts, HostFactsBody.members(self, cpus: []))
  }

  /// The CPUs of a `HostFacts` document: all that were recorded, or the boot CPU.
  public var factsCPUs: CPUList { cpus.isEmpty ? [boot] : cpus }

  /// Those of them that agree, as the document holds them.
  public static func factsCPUs(_ cpus: AgreeingCPUs) -> JSONValue { AgreeingCPUsBody.value(cpus) }
}
