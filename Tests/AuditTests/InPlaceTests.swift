// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import TestSupport
import Testing

/// The forms that work in the caller's memory, as a hypervisor uses them, give what the others give,
/// whatever that memory held before.
@Suite struct InPlaceTests {
  static let dumps = Fixtures.dumps
  static let kinds = [GuestKind.pv, .pv32, .hvm, .hvmShadow]

  /// A policy that nothing derives.
  static var noise: CPUPolicy {
    var policy = CPUPolicy()
    for slot in 0..<LeafLayout.slotCount {
      policy[slot: slot] = LeafRegisters(eax: 0xffff_ffff, ebx: 0xffff_ffff)
      if slot % 3 == 0 { policy.markUnknown(slot: slot) }
    }
    policy.markUnknown(msr: .archCapabilities)
    return policy
  }

  @Test(arguments: dumps) func derivation(_ path: String) throws {
    let facts = try DomainPolicyTests.facts(path)
    let expected = SystemPolicies(facts: facts)
    var policies = SystemPolicies()
    policies.derive(from: HostFacts(boot: Self.noise), options: DerivationOptions())
    policies.derive(from: facts, options: DerivationOptions())
    for kind in PolicyKind.allCases {
      #expect(policies[kind] == expected[kind], "\(kind)")
    }
    #expect(policies.hasHVM == expected.hasHVM)
    #expect(policies.hasNestedPaging == expected.hasNestedPaging)
  }

  @Test(arguments: dumps) func domain(_ path: String) throws {
    let policies = SystemPolicies(facts: try DomainPolicyTests.facts(path))
    let topology = try Topology(sockets: 2, cores: 3, threads: 2)
    for kind in Self.kinds {
      let settings = DomainSettings(kind: kind, topology: topology)
      let expected = try policies.initialPolicy(settings)
      var policy = Self.noise
      try policies.initialise(&policy, for: settings)
      #expect(policy == expected)
      var view = GuestView(policy: Self.noise, topology: try .plain(vCPUs: 1), kind: .pv)
      view.prepare(policy: policy, topology: topology, kind: kind)
      let fresh = GuestView(policy: expected, topology: topology, kind: kind)
      for slot in 0..<LeafLayout.slotCount {
        let place = LeafLayout.place(ofSlot: slot)
        let state = VirtualCPUState(number: 5, usesXsave: true, xcr0: 7)
        let subleaf = place.isPlain ? 0 : place.subleaf
        #expect(
          view.read(place.leaf, subleaf, by: state) == fresh.read(place.leaf, subleaf, by: state))
      }
    }
  }

  /// One bound serves domains of every shape, and each is judged as by an auditor of its own.
  @Test(arguments: dumps) func boundOfManyDomains(_ path: String) throws {
    let policies = SystemPolicies(facts: try DomainPolicyTests.facts(path))
    var bound = AuditBound(Self.noise, context: AuditContext())
    var scratch = Self.noise
    for kind in Self.kinds {
      var context = AuditContext(domain: kind, hostFeatures: policies.hostDefault.featureSet)
      bound.prepare(policies[kind.maxPolicy], context: context)
      for shape in [nil, try Topology(sockets: 1, cores: 2), try Topology(sockets: 2, cores: 5)] {
        for flags in 0..<4 {
          context.topology = shape
          context.hasNestedVirtualisation = flags & 1 != 0
          context.hasPerformanceCounters = flags & 2 != 0
          let domain = DomainAuditor(context, for: bound)
          let auditor = Auditor(bound: policies[kind.maxPolicy], context: context)
          for candidate in [policies[kind.maxPolicy], policies[kind.defaultPolicy], Self.noise] {
            var found: [Violation] = []
            domain.forEachViolation(of: candidate, under: bound, scratch: &scratch) {
              found.append($0)
            }
            var expected: [Violation] = []
            auditor.forEachViolation(of: candidate) { expected.append($0) }
            #expect(found == expected)
            #expect(domain.accepts(candidate, under: bound) == expected.isEmpty)
          }
        }
      }
    }
  }
}
