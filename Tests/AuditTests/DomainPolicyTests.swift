// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// The policy with which a domain begins is acceptable for that domain, and each thing that a
/// hypervisor would silently change in it is found.
@Suite struct DomainPolicyTests {
  static let dumps = Fixtures.dumps + Corpus.dumps
  static let leaves = TopologyLeaves(maxBasicLeaf: 0x1f, maxExtendedLeaf: 0x8000_0026)

  static func facts(_ path: String) throws -> HostFacts {
    let document = try InputFile.read(path)
    return try #require(HostDescription(name: "x", document: document)).facts
  }

  static func policies(_ path: String) throws -> SystemPolicies {
    SystemPolicies(facts: try facts(path))
  }

  static func auditor(_ policies: SystemPolicies, _ settings: DomainSettings) -> Auditor {
    var context = AuditContext(
      domain: settings.kind, hasNestedVirtualisation: settings.hasNestedVirtualisation,
      hasPerformanceCounters: settings.hasPerformanceCounters,
      physicalAddressLimit: settings.physicalAddressLimit,
      hostFeatures: policies.hostDefault.featureSet, topology: settings.topology)
    context.topologyLeaves = leaves
    return Auditor(bound: policies[settings.kind.maxPolicy], context: context)
  }

  @Test(arguments: dumps) func initialPoliciesAreAccepted(_ path: String) throws {
    let policies = try Self.policies(path)
    let shapes = [
      try Topology(sockets: 1, cores: 1), try Topology(sockets: 2, cores: 3, threads: 2),
      try Topology(sockets: 1, dies: 2, cores: 2),
      try Topology(sockets: 1, cores: 4, layout: .legacy),
    ]
    for kind in [GuestKind.pv, .pv32, .hvm, .hvmShadow] {
      for (index, topology) in shapes.enumerated() {
        var settings = DomainSettings(kind: kind, topology: topology)
        settings.hasNestedVirtualisation = index == 1
        settings.hasInvariantTSC = index == 2
        settings.physicalAddressLimit = index == 3 ? 40 : 52
        var policy: CPUPolicy
        do {
          policy = try policies.initialPolicy(settings, leaves: Self.leaves)
        } catch {
          Issue.record("\(kind) \(topology): \(error)")
          continue
        }
        let auditor = Self.auditor(policies, settings)
        let found = auditor.violations(of: policy)
        #expect(
          found.isEmpty,
          "\(kind) \(topology.text): \(found.prefix(3).map { "\($0.placeText) \($0.message)" })")
        #expect(policy == policy.canonical)
      }
    }
  }
}
