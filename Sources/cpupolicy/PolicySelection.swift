// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Domains
import PolicyCore
import PolicyFormats
import PolicyText

/// Picks one policy of an input.
struct PolicySelection {
  static func kind(_ name: String) throws -> PolicyKind {
    guard let kind = PolicyKind(name: name) else {
      let names = PolicyKind.allCases.map(\.name).joined(separator: ", ")
      throw CommandFailure(.usage, "--policy \(name): no such policy; there are \(names)")
    }
    return kind
  }

  /// A policy of a file: one that it holds under this name, else one derived from its raw policy.
  /// Without a name, what the file itself says: its only policy, its raw one, or its CPU.
  static func load(
    _ path: String, named name: String?, cpu: Int = 0, from format: PolicyFormat? = nil
  ) throws -> NamedPolicy {
    try pick(try Input.read(path, format: format), path, named: name, cpu: cpu)
  }

  /// A policy of a document that was read.
  static func pick(
    _ document: PolicyDocument, _ path: String, named name: String?, cpu: Int = 0
  ) throws -> NamedPolicy {
    if let name {
      if let policy = document.policies.first(where: { $0.name == name }) { return policy }
      let kind = try kind(name)
      let host = try HostInput.host(document, path)
      let policies = host.systemPolicies()
      return NamedPolicy(name: name, policy: policies[kind], assumed: host.assumed)
    }
    if document.policies.count == 1 && cpu == 0 { return document.policies[0] }
    if let policy = document.policy(named: "raw"), cpu == 0 {
      return NamedPolicy(name: "raw", policy: policy)
    }
    if document.kind == .domain {
      let domain = try domain(document, path)
      return NamedPolicy(name: domain.name, policy: domain.policy)
    }
    if document.kind == .hostFacts {
      let host = try HostInput.host(document, path)
      return NamedPolicy(name: "cpu0", policy: host.boot)
    }
    guard cpu >= 0, cpu < document.cpus.count else {
      throw CommandFailure(
        .usage, "\(path): there is no CPU \(cpu); the input holds \(document.cpus.count)")
    }
    return NamedPolicy(name: "cpu\(cpu)", policy: document.cpus[cpu])
  }

  /// The domain of a Domain document.
  static func domain(_ document: PolicyDocument, _ path: String) throws -> Domain {
    try DomainJSON.domain(document.value ?? .null, source: path)
  }
}
