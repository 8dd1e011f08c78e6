// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import TestSupport
import Testing

@testable import Domains
@testable import Hosts
@testable import KVMBackEnd

/// What every hypervisor promises, of each that this machine has: the same steps, the same errors.
struct HypervisorContractTests {
  enum BackEnd: String, CaseIterable, Sendable { case local, kvm }

  /// KVM where it opens; the local one always.
  static let backEnds: [BackEnd] = kvmOpens ? [.local, .kvm] : [.local]

  private func make(_ backEnd: BackEnd) throws -> any Hypervisor {
    switch backEnd {
    case .kvm: return try KVMHypervisor()
    case .local:
      let document = try InputFile.read(Fixtures.path("emulated-EPYC-Rome.txt"))
      let host = try #require(HostDescription(name: "host", document: document))
      return LocalHypervisor(host: host, store: MemoryDomainStore())
    }
  }

  private func error(_ body: () async throws -> Void) async -> DomainError? {
    do {
      try await body()
      return nil
    } catch {
      return error as? DomainError
    }
  }

  @Test("A domain is made, set, sealed and destroyed", arguments: backEnds)
  func lifeCycle(_ backEnd: BackEnd) async throws {
    let hypervisor = try make(backEnd)
    #expect(hypervisor.name == backEnd.rawValue)
    let request = DomainRequest(name: "guest", kind: .hvm, vCPUs: 3)
    let created = try await hypervisor.create(request, isDryRun: false)
    #expect(created.id == 1 && created.state == .building && created.hypervisor == backEnd.rawValue)
    #expect(created.topology == (try Topology(sockets: 1, cores: 3)))
    #expect(try await hypervisor.domain(named: "guest") == created)
    #expect(try await hypervisor.domains() == [created])
    #expect(
      await error { _ = try await hypervisor.create(request, isDryRun: false) } == .exists("guest"))
    // Unchanged, as often as wanted.
    for _ in 0..<3 {
      #expect(
        try await hypervisor.setPolicy(created.policy, of: "guest", isDryRun: false) == created)
    }
    var smaller = created.policy
    smaller[.steppingId] ^= 1
    smaller.refreshCopies()
    let changed = try await hypervisor.setPolicy(smaller, of: "guest", isDryRun: false)
    #expect(changed.policy == smaller && changed.id == created.id)
    #expect(try await hypervisor.domain(named: "guest") == changed)
    #expect(try await hypervisor.seal("guest", isDryRun: false).state == .sealed)
    #expect(
      await error { _ = try await hypervisor.setPolicy(smaller, of: "guest", isDryRun: false) }
        == .sealed("guest"))
    #expect(
      await error { _ = try await hypervisor.setPolicy(smaller, of: "guest", isDryRun: true) }
        == .sealed("guest"))
    #expect(
      await error { _ = try await hypervisor.seal("guest", isDryRun: false) } == .sealed("guest"))
    #expect(try await hypervisor.domain(named: "guest").policy == smaller)
    try await hypervisor.destroy("guest", isDryRun: false)
    #expect(await error { _ = try await hypervisor.domain(named: "guest") } == .notFound("guest"))
    #expect(
      await error { try await hypervisor.destroy("guest", isDryRun: false) } == .notFound("guest"))
    #expect(try await hypervisor.domains().isEmpty)
    // Numbers are not used again.
    #expect(try await hypervisor.create(request, isDryRun: false).id == 2)
  }

  @Test("A trial changes nothing, and says what would be", arguments: backEnds)
  func trials(_ backEnd: BackEnd) async throws {
    let hypervisor = try make(backEnd)
    let request = DomainRequest(name: "guest", kind: .hvm, vCPUs: 1)
    #expect(try await hypervisor.create(request, isDryRun: true).policy[.maxBasicLeaf] > 0)
    #expect(try await hypervisor.domains().isEmpty)
    let domain = try await hypervisor.create(request, isDryRun: false)
    #expect(
      await error { _ = try await hypervisor.create(request, isDryRun: true) } == .exists("guest"))
    var other = domain.policy
    other[.steppingId] ^= 1
    other.refreshCopies()
    #expect(try await hypervisor.setPolicy(other, of: "guest", isDryRun: true).policy == other)
    #expect(try await hypervisor.seal("guest", isDryRun: true).state == .sealed)
    try await hypervisor.destroy("guest", isDryRun: true)
    #expect(try await hypervisor.domains() == [domain])
  }

  @Test("What is wrong is refused whole, with the same errors", arguments: backEnds)
  func refusals(_ backEnd: BackEnd) async throws {
    let hypervisor = try make(backEnd)
    func created(
      _ change: (inout DomainRequest) throws -> Void
    ) async throws -> DomainError? {
      var request = DomainRequest(name: "guest", kind: .hvm, vCPUs: 2)
      try change(&request)
      return await error { _ = try await hypervisor.create(request, isDryRun: false) }
    }
    #expect(try await created { $0.name = "a b" } == .invalidName("a b"))
    #expect(try await created { $0.name = "" } == .invalidName(""))
    guard case .topology? = try await created({ $0.vCPUs = 0 }) else {
      Issue.record("no vCPUs are accepted")
      return
    }
    if let khz = try await hypervisor.host().tsc.khz {
      #expect(
        try await created { $0.tsc = Domain.TimeStampCounter(mode: .native, khz: khz * 2) }
          == .frequency(wanted: khz * 2, host: khz))
    }
    // VMX is never in the max policy of a domain without nested virtualisation.
    guard case .rejected(let found)? = try await created({ $0.changes.added.insert(.vmx) }) else {
      Issue.record("VMX was accepted")
      return
    }
    #expect(found.contains { $0.subject == .feature(.vmx) })
    #expect(try await hypervisor.domains().isEmpty)
    #expect(
      await error { _ = try await hypervisor.seal("none", isDryRun: false) } == .notFound("none"))
    let domain = try await hypervisor.create(
      DomainRequest(name: "guest", kind: .hvm, vCPUs: 2), isDryRun: false)
    #expect(
      await error { _ = try await hypervisor.setPolicy(domain.policy, of: "none", isDryRun: false) }
        == .notFound("none"))
    var greedy = domain.policy
    greedy.set(.avx512f, true)
    greedy[.maxBasicLeaf] = 0xffff
    greedy[leaf: 5] = LeafRegisters(eax: 64)
    for isDryRun in [true, false] {
      let answer = await error {
        _ = try await hypervisor.setPolicy(greedy, of: "guest", isDryRun: isDryRun)
      }
      guard case .rejected(let violations)? = answer else {
        Issue.record("it was accepted")
        return
      }
      #expect(violations.count > 2 && violations == violations.sorted(by: Violation.inLeafOrder))
      #expect(violations.contains { $0.code == .limitAboveBound })
    }
    #expect(try await hypervisor.domain(named: "guest") == domain)
  }

  @Test("What somebody else has changed meanwhile is not overwritten", arguments: backEnds)
  func changedMeanwhile(_ backEnd: BackEnd) async throws {
    let hypervisor = try make(backEnd)
    let former = try await hypervisor.create(
      DomainRequest(name: "guest", kind: .hvm, vCPUs: 1), isDryRun: false)
    var (first, second) = (former, former)
    first.policy[.steppingId] ^= 1
    first.policy.refreshCopies()
    second.policy[.steppingId] ^= 2
    second.policy.refreshCopies()
    let put = try await hypervisor.put(first, insteadOf: former)
    #expect(put.policy == first.policy)
    let answer = await error { _ = try await hypervisor.put(second, insteadOf: former) }
    #expect(answer == .changedMeanwhile)
    #expect(try await hypervisor.domain(named: "guest") == put)
    // Judged anew it is put.
    let changed = try await hypervisor.setPolicy(second.policy, of: "guest", isDryRun: false)
    #expect(changed.policy == second.policy)
  }

  @Test("Of calls at one time each is whole", arguments: backEnds)
  func callsAtOneTime(_ backEnd: BackEnd) async throws {
    let hypervisor = try make(backEnd)
    let request = DomainRequest(name: "guest", kind: .hvm, vCPUs: 1)
    let made = await withTaskGroup(of: DomainError?.self) { group in
      for _ in 0..<4 {
        group.addTask { await error { _ = try await hypervisor.create(request, isDryRun: false) } }
      }
      return await group.reduce(into: [DomainError?]()) { $0.append($1) }
    }
    #expect(made.filter { $0 == nil }.count == 1)
    #expect(made.filter { $0 == .exists("guest") }.count == 3)
    let domain = try await hypervisor.domain(named: "guest")
    let wanted = (0..<8).map { (stepping: UInt32) in
      var policy = domain.policy
      policy[.steppingId] = stepping
      policy.refreshCopies()
      return policy
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for policy in wanted {
        group.addTask {
          let changed = try await hypervisor.setPolicy(policy, of: "guest", isDryRun: false)
          #expect(changed.policy == policy)
        }
      }
      try await group.waitForAll()
    }
    #expect(wanted.contains(try await hypervisor.domain(named: "guest").policy))
  }

  @Test("Policies follow from the host, and are the same at each asking", arguments: backEnds)
  func systemPolicies(_ backEnd: BackEnd) async throws {
    let hypervisor = try make(backEnd)
    let policies = try await hypervisor.systemPolicies()
    #expect(try await hypervisor.systemPolicies().hvmMax == policies.hvmMax)
    #expect(policies.raw.signature == (try await hypervisor.host().facts.boot.signature))
    #expect(policies.hvmDefault.featureSet.subtracting(policies.hvmMax.featureSet) == FeatureSet())
    #expect(try await hypervisor.featureSets()[.hvmMax] == policies.hvmMax.featureSet)
  }
}
