// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText

/// The `Host` and `HostFacts` documents.
public enum HostJSON {
  /// Why a host without VT-x and SVM has no HVM policies of its own.
  public static let noHVM = "the CPU has neither VT-x nor SVM; the policy is a model"

  /// All policies and facts of a host.
  public static func document(
    _ host: HostDescription, policies: SystemPolicies, options: DerivationOptions
  ) -> JSONValue {
    var members = identity(host)
    let kinds = PolicyKind.allCases.map { kind in
      JSONValue.Member(name: kind.name, value: policy(kind, of: host, policies))
    }
    members.append(JSONValue.Member(name: "policies", value: .object(kinds)))
    return .document(.host, members)
  }

  /// One policy of a host as a document.
  public static func policy(
    _ kind: PolicyKind, of host: HostDescription, _ policies: SystemPolicies
  ) -> JSONValue {
    let isReported = kind == .raw || host.reported?.policies[kind] != nil
    let assumed = isReported ? [] : host.assumed
    let named = NamedPolicy(name: kind.name, policy: policies[kind], assumed: assumed)
    guard kind.isHVM, case .object(var members) = PolicyJSON.document(named) else {
      return PolicyJSON.document(named)
    }
    members.append(JSONValue.Member(name: "available", value: .bool(policies.hasHVM)))
    let reason: JSONValue = policies.hasHVM ? .null : .string(noHVM)
    members.append(JSONValue.Member(name: "reason", value: reason))
    return .object(members)
  }

  static func identity(_ host: HostDescription) -> [JSONValue.Member] {
    let boot = host.boot
    let signature = boot.signature
    let virtualisation = host.virtualisation
    let hypervisor: JSONValue =
      host.hypervisorName == nil
      ? .null
      : .members([
        "name": .optional(host.hypervisorName), "version": .optional(host.hypervisorVersion),
        "commandLine": .optional(host.hypervisorCommandLine),
      ])
    let value = JSONValue.members([
      "name": .string(host.name), "vendor": .string(boot.vendorString),
      "family": .integer(Int(signature.family)), "model": .integer(Int(signature.model)),
      "stepping": .integer(Int(signature.stepping)), "brand": .optional(boot.brandString),
      "microcode": .optional(host.facts.microcode.map { Hex.word($0) }),
      "logicalCPUs": .optional(host.logicalCPUs), "uniform": .optional(host.isUniform),
      "differences": .array(host.differences.map(difference)),
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
    return members
  }

  private static func difference(_ difference: CPUDifference) -> JSONValue {
    let place = difference.place
    return .members([
      "field": .string(difference.name), "leaf": .string(Hex.word(place.leaf)),
      "subleaf": place.isPlain ? .null : .integer(Int(place.subleaf)),
      "register": .string("\(difference.register)"), "bits": .string(difference.bits),
      "values": .strings(difference.values.map { Hex.word($0) }),
    ])
  }
}
