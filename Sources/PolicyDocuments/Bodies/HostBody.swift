// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// The `Host` document: all policies and facts of a host.
enum HostBody {
  /// What is derived is written; without policies a document that was read is shown as it stands.
  static func document(_ host: HostDescription, _ policies: SystemPolicies?) -> JSONValue {
    if policies == nil, let document = host.document { return document }
    let policies = policies ?? host.systemPolicies()
    var members = identity(host)
    let digest = PolicyDigest.of(policies.raw)
    let kinds = PolicyKind.allCases.map { kind in
      JSONValue.Member(name: kind.name, value: policy(kind, of: host, policies, digest))
    }
    members.append(JSONValue.Member(name: "policies", value: .object(kinds)))
    return .document(.host, members)
  }

  /// One policy of a host as a document, which names its host.
  static func policy(
    _ kind: PolicyKind, of host: HostDescription, _ policies: SystemPolicies,
    _ digest: String
  ) -> JSONValue {
    let isReported = kind == .raw || host.reported?.policies[kind] != nil
    let assumed = isReported ? [] : host.assumed
    let named = NamedPolicy(
      name: kind.name, policy: policies[kind], assumed: assumed,
      origin: NamedPolicy.Origin(host: host.name, digest: digest))
    guard kind.isHVM, case .object(var members) = PolicyJSON.document(named) else {
      return PolicyJSON.document(named)
    }
    members.append(JSONValue.Member(name: "available", value: .bool(policies.hasHVM)))
    let reason: JSONValue = policies.hasHVM ? .null : .string(SystemPolicies.noHVMReason)
    members.append(JSONValue.Member(name: "reason", value: reason))
    return .object(members)
  }

  /// What both documents say of a host besides its CPUs.
  static func identity(_ host: HostDescription) -> [JSONValue.Member] {
    let boot = host.boot
    let signature = boot.signature
    let virtualisation = host.virtualisation
    // Looked for once: a host may have tens of thousands of CPUs.
    let differences = host.differences
    let isUniform = host.cpus.count < 2 ? nil : differences.isEmpty
    let hypervisor: JSONValue =
      host.hypervisorName == nil
      ? .null
      : hypervisorMembers(host)
    let value = JSONValue.members([
      "name": .string(host.name), "vendor": .string(boot.vendorString),
      "family": .integer(Int(signature.family)), "model": .integer(Int(signature.model)),
      "stepping": .integer(Int(signature.stepping)), "brand": .optional(boot.brandString),
      "microcode": .optional(host.facts.microcode.map { Hex.word($0) }),
      "logicalCPUs": .optional(host.logicalCPUs), "uniform": .optional(isUniform),
      "differences": .array(differences.map(difference)),
      "tsc": .members([
        "khz": .optional(host.tsc.khz), "invariant": .optional(host.tsc.isInvariant),
        "scaling": .optional(host.tsc.canScale),
      ]),
      "lbr": .members([
        "format": .optional(host.lbr.format), "depth": .optional(host.lbr.depth),
      ]),
      "hypervisor": hypervisor,
      "virtualisation": .members([
        "vmx": .optional(virtualisation.vmx), "svm": .optional(virtualisation.svm),
        "hap": .optional(virtualisation.hap),
      ]),
      "assumed": .strings(host.assumed),
    ])
    guard case .object(let members) = value else { return [] }
    return members + toolstack(host)
  }

  /// What a toolstack says that its guests' machines may be; nothing where none said it.
  private static func toolstack(_ host: HostDescription) -> [JSONValue.Member] {
    guard !host.machines.isEmpty || !host.accelerators.isEmpty || !host.releases.isEmpty else {
      return []
    }
    let releases = host.releases.sorted { $0.key.rawValue < $1.key.rawValue }
    return [
      .init(
        name: "toolstack",
        value: .members([
          "machines": .strings(host.machines), "accelerators": .strings(host.accelerators),
          "releases": .object(
            releases.map { .init(name: $0.key.rawValue, value: .string("\($0.value)")) }),
        ]))
    ]
  }

  /// The hypervisor, with the size of states where it is known: most have no such number.
  private static func hypervisorMembers(_ host: HostDescription) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init(name: "name", value: .optional(host.hypervisorName)),
      .init(name: "version", value: .optional(host.hypervisorVersion)),
      .init(name: "commandLine", value: .optional(host.hypervisorCommandLine)),
    ]
    if let bytes = host.stateBytes {
      members.append(.init(name: "stateBytes", value: .integer(bytes)))
    }
    return .object(members)
  }

  private static func difference(_ difference: CPUDifference) -> JSONValue {
    .object(
      [.init(name: "field", value: .string(difference.name))]
        + PlaceMembers.leaf(difference.place, difference.register) + [
          .init(name: "bits", value: .string(difference.bits)),
          .init(name: "values", value: .strings(difference.values.map { Hex.word($0) })),
        ])
  }

  // MARK: Reading

  /// Reads the document: its policies at their word, and what it says of the host besides.
  static func read(_ document: JSONValue, source: String) throws(FormatError) -> HostDescription {
    var policies: [NamedPolicy] = []
    if case .object(let members)? = document["policies"] {
      for member in members {
        var named = try PolicyJSON.policy(
          member.value, source: source, path: "policies.\(member.name).")
        named.name = member.name
        policies.append(named)
        guard policies.count <= PolicyDocument.mostPolicies else {
          throw FormatError(
            .tooLarge, source: source,
            message: "policies: more than \(PolicyDocument.mostPolicies)",
            remedy: "a host has a dozen", path: "policies")
        }
      }
      let names = policies.map(\.name)
      try FormatError.checkOneMachine(policies.map(\.policy), source: source) {
        "policies.\(names[$0])"
      }
    }
    guard let raw = policies.first(where: { $0.name == PolicyKind.raw.name }) else {
      throw FormatError(
        .malformed, source: source, message: "policies.raw: the raw policy is missing",
        remedy: "a Host document holds all policies; host show writes one")
    }
    var host = HostDescription(
      name: document["name"]?.string ?? source, cpus: [raw.policy],
      microcode: try microcode(document, source))
    host.cpus = []
    host.recorded = policies
    host.document = document
    try readIdentity(document, &host, source)
    return host
  }

  /// The microcode revision that both documents name.
  static func microcode(_ document: JSONValue, _ source: String) throws(FormatError) -> UInt32? {
    let revision = try hexadecimal(document["microcode"], "microcode", source)
    return revision.map { UInt32(truncatingIfNeeded: $0) }
  }

  /// What both documents say of a host besides its CPUs.
  static func readIdentity(
    _ document: JSONValue, _ host: inout HostDescription, _ source: String
  ) throws(FormatError) {
    func number(_ path: String, _ value: JSONValue?) throws(FormatError) -> Int? {
      try count(value, path, source)
    }
    host.logicalCPUs = try number("logicalCPUs", document["logicalCPUs"])
    host.tsc.khz = try number("tsc.khz", document["tsc"]?["khz"])
    host.tsc.isInvariant = document["tsc"]?["invariant"]?.bool
    host.tsc.canScale = document["tsc"]?["scaling"]?.bool
    host.lbr.format = try number("lbr.format", document["lbr"]?["format"])
    host.lbr.depth = try number("lbr.depth", document["lbr"]?["depth"])
    host.hypervisorName = document["hypervisor"]?["name"]?.string
    host.hypervisorVersion = document["hypervisor"]?["version"]?.string
    host.hypervisorCommandLine = document["hypervisor"]?["commandLine"]?.string
    host.stateBytes = try number(
      "hypervisor.stateBytes", document["hypervisor"]?["stateBytes"])
    let toolstack = document["toolstack"]
    host.machines = (toolstack?["machines"]?.array ?? []).compactMap(\.string)
    host.accelerators = (toolstack?["accelerators"]?.array ?? []).compactMap(\.string)
    for world in [OtherName.World.libvirt, .qemu] {
      host.releases[world] = toolstack?["releases"]?[world.rawValue]?.string
        .flatMap { WorldRelease($0) }
    }
  }

  /// A number of things or kHz: none is negative, and none is more than a register of 32 bits holds.
  ///
  /// - Returns: nil for null and for what is no number.
  static func count(
    _ value: JSONValue?, _ path: String, _ source: String
  ) throws(FormatError) -> Int? {
    guard let number = value?.integer else { return nil }
    guard UInt32(exactly: number) != nil else {
      throw FormatError(
        .malformed, source: source, message: "\(path): \(number) is no such number",
        remedy: "it is 0 to \(UInt32.max), or null where it is not known", path: path)
    }
    return number
  }

  static func hexadecimal(
    _ value: JSONValue?, _ path: String, _ source: String
  ) throws(FormatError) -> UInt64? {
    guard let text = value?.string else { return nil }
    guard text.hasPrefix("0x"), let number = UInt64(text.dropFirst(2), radix: 16) else {
      throw FormatError(
        .malformed, source: source, message: "\(path): \"\(text)\" is not a hexadecimal number",
        remedy: "write it as \"0x0000000d\"", path: path)
    }
    return number
  }
}
