// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText

/// The `HostFacts` document: everything derivation starts from, each value or null. It is read back
/// as an input, so that a host can be judged elsewhere.
public enum HostFactsJSON {
  /// Yes-or-no facts by their names, which are also those of `assumed`.
  public nonisolated(unsafe) static let flags: [(String, WritableKeyPath<HostFacts, Bool?>)] = [
    ("deCfgReadable", \.deCfgReadable), ("lfenceSerialising", \.lfenceSerialising),
    ("lsCfgHolds", \.lsCfgHolds), ("sbpbAccepted", \.sbpbAccepted),
    ("nullSelectorClearsBase", \.nullSelectorClearsBase), ("smtEnabled", \.smtEnabled),
    ("rtmDisabled", \.rtmDisabled), ("fastStrings", \.fastStrings),
    ("miscFeaturesEnables", \.miscFeaturesEnables), ("ept", \.ept), ("vmxRdtscp", \.vmxRdtscp),
    ("vmxInvpcid", \.vmxInvpcid), ("vmxMPX", \.vmxMPX), ("vmxXsaves", \.vmxXsaves),
    ("virtualisationUsable", \.virtualisationUsable), ("localAPICEnabled", \.localAPICEnabled),
    ("topoextReenabled", \.topoextReenabled),
  ]

  /// The document of a host.
  public static func document(_ host: HostDescription) -> JSONValue {
    var members = HostJSON.identity(host)
    var facts = flags.map { name, path in
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
    let cpus = host.cpus.isEmpty ? [host.boot] : host.cpus
    let documents = cpus.enumerated().map { index, cpu in
      PolicyJSON.document(NamedPolicy(name: "cpu\(index)", policy: cpu))
    }
    members.append(JSONValue.Member(name: "cpus", value: .array(documents)))
    return .document(.hostFacts, members)
  }

  /// Reads a document.
  public static func host(
    _ document: JSONValue, source: String
  ) throws(FormatError) -> HostDescription {
    guard let documents = document["cpus"]?.array, !documents.isEmpty else {
      throw FormatError(
        .malformed, source: source, message: "cpus: the array is missing or empty",
        remedy: "is this a HostFacts document?")
    }
    var cpus: [CPUPolicy] = []
    for (index, cpu) in documents.enumerated() {
      cpus.append(try PolicyJSON.policy(cpu, source: source, path: "cpus[\(index)].").policy)
    }
    let revision = try hexadecimal(document["microcode"], "microcode", source)
    var host = HostDescription(
      name: document["name"]?.string ?? source, cpus: cpus,
      microcode: revision.map { UInt32(truncatingIfNeeded: $0) })
    try readFacts(document["facts"] ?? .null, source, &host)
    host.readIdentity(document)
    return host
  }

  /// Reads a Host document: its policies at their word, and what it says of the host besides.
  ///
  /// - Parameters:
  ///   - document: the document as a whole.
  ///   - policies: those of the document.
  ///   - source: its name for messages.
  public static func host(
    _ document: JSONValue, policies: [NamedPolicy], source: String
  ) throws(FormatError) -> HostDescription {
    guard let raw = policies.first(where: { $0.name == PolicyKind.raw.name }) else {
      throw FormatError(
        .malformed, source: source, message: "policies.raw: the raw policy is missing",
        remedy: "a Host document holds all policies; host show writes one")
    }
    let revision = try hexadecimal(document["microcode"], "microcode", source)
    var host = HostDescription(
      name: document["name"]?.string ?? source, cpus: [raw.policy],
      microcode: revision.map { UInt32(truncatingIfNeeded: $0) })
    host.cpus = []
    host.recorded = policies
    host.document = document
    host.readIdentity(document)
    return host
  }

  private static func readFacts(
    _ facts: JSONValue, _ source: String, _ host: inout HostDescription
  ) throws(FormatError) {
    for (name, path) in flags {
      guard let value = facts[name] else { continue }
      guard value == .null || value.bool != nil else {
        throw FormatError(
          .malformed, source: source, message: "facts.\(name): neither true, false nor null",
          remedy: "write null for unknown")
      }
      host.facts[keyPath: path] = value.bool
    }
    host.facts.mcuOptControl = try hexadecimal(
      facts["mcuOptControl"], "facts.mcuOptControl", source)
    if let text = facts["commonFeatures"]?.string {
      let document = try PolicyReader.read(
        Array(text.utf8).span, source: source, format: .featureset)
      host.facts.commonFeatures = document.policies.first?.policy.featureSet
    }
  }

  private static func hexadecimal(
    _ value: JSONValue?, _ path: String, _ source: String
  ) throws(FormatError) -> UInt64? {
    guard let text = value?.string else { return nil }
    guard text.hasPrefix("0x"), let number = UInt64(text.dropFirst(2), radix: 16) else {
      throw FormatError(
        .malformed, source: source, message: "\(path): \"\(text)\" is not a hexadecimal number",
        remedy: "write it as \"0x0000000d\"")
    }
    return number
  }
}

extension HostDescription {
  /// What both documents say of a host besides its CPUs.
  fileprivate mutating func readIdentity(_ document: JSONValue) {
    logicalCPUs = document["logicalCPUs"]?.integer
    tsc.khz = document["tsc"]?["khz"]?.integer
    tsc.isInvariant = document["tsc"]?["invariant"]?.bool
    tsc.canScale = document["tsc"]?["scaling"]?.bool
    lbr.format = document["lbr"]?["format"]?.integer
    lbr.depth = document["lbr"]?["depth"]?.integer
    hypervisorName = document["hypervisor"]?["name"]?.string
    hypervisorVersion = document["hypervisor"]?["version"]?.string
    hypervisorCommandLine = document["hypervisor"]?["commandLine"]?.string
  }
}
