// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import TestSupport
import Testing

@testable import Hosts

/// Policies within a kernel's offer, on the dumps of real CPUs: a kernel that offers all that the CPU
/// has, in all leaves that a policy stores.
struct KernelOfferTests {
  static let dumps = Fixtures.dumps + Corpus.dumps

  @Test("The initial policy is acceptable, and lies within the offer", arguments: dumps)
  func initialPolicy(path: String) throws {
    let document = try InputFile.read(path)
    let host = try #require(HostDescription(name: "x", document: document))
    let raw = host.boot
    var options = DerivationOptions()
    options.served = ServedABI(
      maxBasicLeaf: raw[.maxBasicLeaf], maxFeatureSubleaf: raw[.maxLeaf7Subleaf],
      maxExtendedLeaf: raw[.maxExtendedLeaf], cacheCount: 8, topologyCount: 8,
      hasOnlyPolicyMSRs: true)
    var offer = raw.featureSet
    offer.remove(.aesni)
    options.kernelOffer = offer
    let policies = SystemPolicies(facts: host.facts, options: options)
    #expect(policies.hasHVM)
    #expect(!policies.hvmMax.has(.aesni) && !policies.hvmDefault.has(.aesni))
    let settings = DomainSettings(kind: .hvm, topology: try Topology(sockets: 1, cores: 3))
    let leaves = TopologyLeaves(maxBasicLeaf: 0x1f, maxExtendedLeaf: 0x8000_0026)
    let policy = try policies.initialPolicy(settings, leaves: leaves)
    var context = AuditContext(
      domain: .hvm, hostFeatures: policies.hostDefault.featureSet, topology: settings.topology)
    context.topologyLeaves = leaves
    let auditor = Auditor(bound: policies.hvmMax, context: context)
    let violations = auditor.violations(of: policy)
    let known = violations.filter { $0.code != .boundUnknown && $0.code != .candidateUnknown }
    #expect(known.isEmpty, "\(known.prefix(3))")
  }
}
