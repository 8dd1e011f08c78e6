// SPDX-License-Identifier: Apache-2.0

import CKVM
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

@testable import Domains
@testable import Hosts
@testable import KVMBackEnd

@Suite(.enabled(if: kvmOpens, "/dev/kvm does not open on this machine: no guest was run"))
struct KVMHypervisorTests {
  /// Leaves that some KVMs fill with the host's own bits, whatever is asked for.
  private static func isForced(_ difference: GuestDifference) -> Bool {
    guard case .leaf(let place, let register) = difference.place else { return false }
    switch place.leaf {
    case 1: return register == .ecx || register == .edx
    case 7, 0xd: return true
    default: return false
    }
  }

  /// The domain, or nil where a trial says that its policy is not acceptable.
  private static func create(
    _ request: DomainRequest, _ hypervisor: KVMHypervisor
  ) async throws(DomainError) -> Domain? {
    do {
      _ = try await hypervisor.create(request, isDryRun: true)
    } catch .rejected {
      return nil
    } catch .refused {
      return nil
    }
    // What passed the trial must pass in earnest.
    return try await hypervisor.create(request, isDryRun: false)
  }

  private static func isAccepted(
    _ policy: CPUPolicy, for domain: Domain, _ hypervisor: KVMHypervisor
  ) -> Bool {
    guard let policies = try? hypervisor.systemPolicies() else { return false }
    return hypervisor.audit(policy, for: domain, policies).isEmpty
  }

  @Test("300 random accepted policies: seen equals effective in every entry")
  func randomPolicies() async throws {
    var random = SeededGenerator.fresh("KVM policies")
    let hypervisor = try KVMHypervisor()
    let max = try hypervisor.systemPolicies().hvmMax.featureSet
    var accepted = 0
    var rejected = 0
    var changed = 0
    while accepted < 300 && rejected < 3000 {
      let request = try random.request(max)
      guard let domain = try await Self.create(request, hypervisor) else {
        rejected += 1
        continue
      }
      let other = random.change(domain.policy)
      if Self.isAccepted(other, for: domain, hypervisor) {
        _ = try await hypervisor.setPolicy(other, of: domain.name, isDryRun: false)
        changed += 1
        #expect(try hypervisor.domain(named: domain.name).policy == other)
      }
      accepted += 1
      let verification = try hypervisor.verify(request.name)
      #expect(verification.entries > 30)
      #expect(verification.effectiveNotSeen == 0, "case \(accepted)")
      let surprising = verification.differences.filter {
        $0.reason == .unknown || $0.reason != .dynamic && !Self.isForced($0)
      }
      #expect(surprising.isEmpty, "case \(accepted): \(surprising)")
      try await hypervisor.destroy(request.name, isDryRun: false)
    }
    print(
      "KVM policies: \(accepted) accepted, \(rejected) rejected, \(changed) changed before the run")
    #expect(accepted == 300)
    #expect(changed > 50)
  }

  @Test("The default policy passes its own audit, and an unfit one never reaches the kernel")
  func auditComesFirst() async throws {
    let hypervisor = try KVMHypervisor()
    let domain = try await hypervisor.create(
      DomainRequest(name: "audited", kind: .hvm, vCPUs: 1), isDryRun: false)
    let before = try hypervisor.effectivePolicy(of: "audited")
    var unfit = domain.policy
    unfit.set(.vmx, true)
    unfit[.maxBasicLeaf] = 0xffff
    await #expect {
      try await hypervisor.setPolicy(unfit, of: "audited", isDryRun: false)
    } throws: { error in
      guard case DomainError.rejected(let violations)? = error as? DomainError else { return false }
      return violations.count >= 2
    }
    #expect(try hypervisor.effectivePolicy(of: "audited") == before)
    #expect(try hypervisor.domain(named: "audited").policy == domain.policy)
  }

  @Test("Every vCPU sees its own APIC id, in leaves 1, 0xb and 0x8000001e", arguments: [2, 3, 12])
  func apicIDs(count: UInt32) async throws {
    let hypervisor = try KVMHypervisor()
    var request = DomainRequest(name: "many", kind: .hvm, vCPUs: count)
    if count == 12 {
      request.topology = try Topology(sockets: 2, dies: 1, cores: 3, threads: 2)
    }
    let domain = try await hypervisor.create(request, isDryRun: false)
    for number in 0..<count {
      let id = domain.topology.apicID(of: number)
      let answers = try hypervisor.ask(
        [
          .cpuid(leaf: 1, subleaf: 0), .cpuid(leaf: 0xb, subleaf: 0),
          .cpuid(leaf: 0xb, subleaf: 7), .cpuid(leaf: 0x8000_001e, subleaf: 0),
        ],
        of: "many", vCPU: number)
      #expect(answers[0].ebx >> 24 == id)
      if domain.policy.subleafCount(0xb) > 0 {
        #expect(answers[1].edx == id)
      }
      if domain.policy.has(.topoext) { #expect(answers[3].eax == id) }
    }
    let verification = try hypervisor.verify("many")
    #expect(verification.vCPUs == count)
    #expect(verification.effectiveNotSeen == 0)
  }

  @Test("A domain that has run refuses changes, by its own state and by the kernel")
  func immutability() async throws {
    let hypervisor = try KVMHypervisor()
    let domain = try await hypervisor.create(
      DomainRequest(name: "once", kind: .hvm, vCPUs: 1), isDryRun: false)
    _ = try await hypervisor.setPolicy(domain.policy, of: "once", isDryRun: false)
    #expect(try hypervisor.domain(named: "once").state == .building)
    _ = try hypervisor.verify("once")
    #expect(try hypervisor.domain(named: "once").state == .sealed)
    await #expect(throws: DomainError.sealed("once")) {
      try await hypervisor.setPolicy(domain.policy, of: "once", isDryRun: false)
    }
    await #expect(throws: DomainError.sealed("once")) {
      try await hypervisor.seal("once", isDryRun: false)
    }
    var changed = domain.policy
    changed[.steppingId] ^= 1
    // Past our own check, the kernel says the same.
    #expect(throws: DomainError.sealed("once")) { try hypervisor.tryPolicy(changed, of: "once") }
    let seen = try hypervisor.ask([.cpuid(leaf: 1, subleaf: 0)], of: "once", vCPU: 0)
    #expect(seen[0].eax == domain.policy[leaf: 1].eax)
  }

  @Test("What KVM does not offer a guest, explain says of the step")
  func explanation() throws {
    let host = try HostDescription.ofKVM()
    let options = host.options()
    let policies = SystemPolicies(facts: host.facts, options: options)
    let offer = try #require(options.kernelOffer)
    // The toolstack's choices, and what follows from other bits.
    var chosen = FeatureSet()
    let free: [Feature] = [.htt, .cmpLegacy, .erms, .hypervisor, .stibp, .ibpb, .amdStibp]
    for feature in free { chosen.insert(feature) }
    let allowed = offer.union(chosen)
    #expect(policies.hvmMax.featureSet.subtracting(allowed) == FeatureSet())
    let wanted = policies.hostDefault.featureSet.intersection(FeatureTable.abi.hvmShadowMax)
    let lost = wanted.subtracting(allowed).features.filter { $0.isNamed }
    guard let feature = lost.first else { return }
    let explanation = Explanation(of: .feature(feature), facts: host.facts, options: options)
    #expect(
      explanation.changes.contains {
        $0.policy == .hvmMax && $0.step == .kernelOffer
          && $0.because == "the kernel does not offer it"
      }, "\(feature.name)")
  }

  @Test("A guest that never halts is stopped")
  func endlessGuest() throws {
    let system = try KVMSystem()
    let machine = try system.createProbeMachine()
    let cpu = try machine.createVirtualCPU(0)
    var state = kvm_sregs()
    try machine.calls.request("KVM_GET_SREGS", CKVM_GET_SREGS, on: cpu.descriptor, &state)
    state.cs.base = 0
    state.cs.selector = 0
    try machine.calls.request("KVM_SET_SREGS", CKVM_SET_SREGS, on: cpu.descriptor, &state)
    var registers = kvm_regs()
    registers.rip = 0x1000
    registers.rflags = 2
    try machine.calls.request("KVM_SET_REGS", CKVM_SET_REGS, on: cpu.descriptor, &registers)
    // jmp to itself
    machine.memory.storeBytes(of: 0xfeeb, toByteOffset: 0x1000, as: UInt16.self)
    do throws(KVMError) {
      try cpu.runUntilHalt(limit: 50)
      Issue.record("the guest halted")
    } catch {
      #expect(error == .timedOut(milliseconds: 50))
    }
  }
}

extension SeededGenerator {
  /// A domain with a random topology and a random choice of the features that max offers.
  mutating func request(_ max: FeatureSet) throws -> DomainRequest {
    var request = DomainRequest(name: "random", kind: .hvm, vCPUs: 1)
    request.topology = try Topology(
      sockets: .random(in: 1...2, using: &self), cores: .random(in: 1...3, using: &self),
      threads: .random(in: 1...2, using: &self),
      vCPUs: Bool.random(using: &self) ? 1 : nil)
    for feature in max.features where feature.isNamed {
      switch Int.random(in: 0..<16, using: &self) {
      case 0: request.changes.removed.insert(feature)
      case 1 where feature != .vmx && feature != .svm: request.changes.added.insert(feature)
      default: break
      }
    }
    request.changes.added.subtract(request.changes.removed)
    return request
  }

  /// A policy with another brand, stepping or limit.
  mutating func change(_ policy: CPUPolicy) -> CPUPolicy {
    var changed = policy
    switch Int.random(in: 0..<3, using: &self) {
    case 0:
      for leaf: UInt32 in 0x8000_0002...0x8000_0004 {
        changed[leaf: leaf].eax = UInt32.random(in: 0..<0x80, using: &self) | 0x2020_2000
      }
    case 1:
      changed[.steppingId] = .random(in: 0...15, using: &self)
      changed.refreshCopies()
    default:
      changed[.maxExtendedLeaf] = 0x8000_0000 | .random(in: 4...0x21, using: &self)
      changed.refreshCopies()
      changed.clearStaleLeaves()
    }
    return changed
  }
}
