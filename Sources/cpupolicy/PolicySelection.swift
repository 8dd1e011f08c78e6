// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Domains
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

/// Picks one policy of an input.
struct PolicySelection {
  static func kind(_ name: String) throws -> PolicyKind {
    guard let kind = PolicyKind(name: name) else {
      throw CommandFailure(
        .usage, "--policy \(name): \(Choices.refusal(name, "policy", of: PolicyKind.names))")
    }
    return kind
  }

  /// A policy of a file: one that it holds under this name, else one derived from its raw policy.
  /// Without a name, what the file itself says: its only policy, its raw one, or its CPU.
  static func load(
    _ path: String, named name: String?, cpu: Int = 0, from format: PolicyFormat? = nil,
    owner: DerivationOptions? = nil
  ) throws -> NamedPolicy {
    try pick(try Input.read(path, format: format), path, named: name, cpu: cpu, owner: owner)
  }

  /// A policy of a document that was read. Where the owner of the host asks for options, it is derived.
  ///
  /// - Parameter made: where a guest of xl.cfg is made.
  static func pick(
    _ document: InputDocument, _ path: String, named name: String?, cpu: Int = 0,
    owner: DerivationOptions? = nil, made: XLHost? = nil
  ) throws -> NamedPolicy {
    let content = document.content
    if name == nil, let configuration = content.xlGuest {
      if let policy = try made?.policy(configuration, path, owner) { return policy }
      Console.note(
        "\(path): what the file does not force is its host's and unknown; --host FILE gives it")
    } else if let owner {
      let kind = try kind(name ?? PolicyKind.raw.name)
      let host = try HostInput.host(document, path).under(owner)
      return NamedPolicy(
        name: kind.name, policy: host.systemPolicies(owner)[kind], assumed: host.assumed)
    }
    if let name {
      if let policy = content.policies.first(where: { $0.name == name }) { return policy }
      let kind = try kind(name)
      let host = try HostInput.host(document, path)
      let policies = host.systemPolicies()
      return NamedPolicy(name: name, policy: policies[kind], assumed: host.assumed)
    }
    if let pair = content.guestAndHost {
      Console.note("\(path): this is the guest's policy; --policy raw gives its host's")
      return pair.guest
    }
    if content.policies.count == 1 && cpu == 0 { return content.policies[0] }
    if let policy = content.policy(named: "raw"), cpu == 0 {
      return NamedPolicy(name: "raw", policy: policy)
    }
    if let domain = document.document?.domain {
      return NamedPolicy(name: domain.name, policy: domain.policy)
    }
    if let host = document.document?.host {
      return NamedPolicy(name: "cpu0", policy: host.boot)
    }
    guard content.policies.isEmpty || !content.cpus.isEmpty else {
      let names = content.policies.map(\.name).joined(separator: ", ")
      throw CommandFailure(
        .usage, "\(path): the input holds several policies; choose one with --policy: \(names)")
    }
    guard cpu >= 0, cpu < content.cpus.count else {
      throw CommandFailure(
        .usage, "\(path): there is no CPU \(cpu); the input holds \(content.cpus.count)")
    }
    return NamedPolicy(name: "cpu\(cpu)", policy: content.cpus[cpu])
  }
}
