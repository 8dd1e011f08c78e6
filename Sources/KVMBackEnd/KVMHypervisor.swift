// SPDX-License-Identifier: Apache-2.0

import CKVM
import Domains
import Hosts
import PolicyCore
import PolicyFormats
import Synchronization

/// Linux's own hypervisor: domains are virtual machines of this process, and end with it.
///
/// A policy is audited before the kernel is asked, and read back after every set. `Domain.policy` is
/// what was requested; `effectivePolicy` is what the kernel says it took. The machines take turns: while
/// a guest runs, which is for milliseconds, other calls wait.
public final class KVMHypervisor: Hypervisor {
  /// `kvm`.
  public let name = "kvm"
  /// What the kernel hands on of a policy, as it offers it itself.
  public var served: ServedABI { .kvm(offer: kvm.offer) }
  private let system: KVMSystem
  private let kvm: KVMHost
  private let description: HostDescription
  private let policies: SystemPolicies
  private let machines = Mutex(Machines())

  /// The domains by name, each with its machine.
  private struct Machines {
    var byName: [String: KVMDomain] = [:]
    var lastID = 0

    func find(_ name: String) throws(DomainError) -> KVMDomain {
      guard let found = byName[name] else { throw .notFound(name) }
      return found
    }

    /// The machine of a domain that nobody has changed since.
    func find(unchanged domain: Domain) throws(DomainError) -> KVMDomain {
      let found = try find(domain.name)
      guard found.domain == domain else { throw .changedMeanwhile }
      return found
    }
  }

  /// Opens this machine's KVM.
  ///
  /// - Throws: `DomainError.unavailable` where it does not open, `DomainError.permission` where the
  ///   caller may not open it.
  public init(options: DerivationOptions = DerivationOptions()) throws(DomainError) {
    do {
      system = try KVMSystem()
      kvm = try KVMHost(system)
      description = try kvm.describe()
    } catch {
      throw DomainError(opening: error)
    }
    policies = SystemPolicies(facts: description.facts, options: description.options(options))
  }

  /// The machine, as its kernel describes it.
  public func host() throws(DomainError) -> HostDescription { description }

  /// The policies that follow from the kernel's offer.
  public func systemPolicies() throws(DomainError) -> SystemPolicies { policies }

  /// The domains that were made here.
  public func domains() throws(DomainError) -> [Domain] {
    machines.withLock { $0.byName.values.map(\.domain).sorted { $0.id < $1.id } }
  }

  /// The domain of a name; throws `DomainError.notFound` where there is none.
  public func domain(named name: String) throws(DomainError) -> Domain {
    try machines.withLock { held throws(DomainError) in try held.find(name).domain }
  }

  // MARK: Steps of a domain's life

  /// Whether the kernel scales a guest's time-stamp counter.
  public var givesAnyFrequency: Bool { kvm.scalesTSC }

  /// Refuses what KVM cannot run: guests other than HVM, or more virtual CPUs than it has room for.
  public func check(_ request: DomainRequest) throws(DomainError) {
    guard request.kind == .hvm else {
      throw .refused("KVM runs no \(request.kind) guests; use kind hvm")
    }
    guard request.tsc.mode != .emulated else {
      throw .refused("KVM does not emulate every read of the time-stamp counter; use mode default")
    }
    try checkRoom(try request.resolvedTopology())
  }

  /// Whether a domain of this name was made here.
  public func isTaken(_ name: String) -> Bool {
    machines.withLock { $0.byName[name] != nil }
  }

  /// Makes a machine of the kernel's with the domain's policy, and reads back what it took.
  public func make(_ domain: Domain, _ request: DomainRequest) throws(DomainError) -> Domain {
    try machines.withLock { held throws(DomainError) in
      guard held.byName[domain.name] == nil else { throw .exists(domain.name) }
      var domain = domain
      domain.id = held.lastID + 1
      let made: KVMDomain
      do {
        made = try KVMDomain(domain, on: system, host: kvm)
      } catch {
        throw .refused(error)
      }
      try giveFrequency(made)
      try place(domain.policy, in: made, former: nil)
      held.byName[domain.name] = made
      held.lastID = domain.id
      return domain
    }
  }

  /// A machine of this process is sealed by its first run, which the caller decides.
  public func put(_ changed: Domain, insteadOf former: Domain) throws(DomainError) -> Domain {
    try machines.withLock { held throws(DomainError) in
      let found = try held.find(unchanged: former)
      if changed.state == .building {
        try place(changed.policy, in: found, former: former.policy)
      }
      found.domain = changed
      return changed
    }
  }

  /// Ends a machine.
  public func end(_ domain: Domain) {
    machines.withLock { held in
      // One that was made anew under the name is another.
      guard held.byName[domain.name]?.domain.id == domain.id else { return }
      held.byName[domain.name] = nil
    }
  }

  // MARK: Requested, effective, seen

  /// What the kernel says it took of a domain's policy, for one vCPU.
  public func effectivePolicy(of name: String, vCPU: UInt32 = 0) throws(DomainError) -> CPUPolicy {
    try machines.withLock { held throws(DomainError) in
      let found = try held.find(name)
      guard vCPU < found.domain.topology.vCPUs else { throw .notFound("\(name), vCPU \(vCPU)") }
      return found.vCPUs[Int(vCPU)].effective.policy
    }
  }

  /// Boots the guest on every vCPU and compares requested, effective and seen. The domain is sealed
  /// by it, since it has run.
  public func verify(_ name: String) throws(DomainError) -> GuestVerification {
    try machines.withLock { held throws(DomainError) in
      let found = try held.find(name)
      return try asking(found) { () throws(KVMError) in try GuestVerification(of: found) }
    }
  }

  /// Has a vCPU of the domain execute instructions, and returns what they gave. The domain is sealed
  /// by it.
  public func ask(
    _ questions: [GuestVerification.Question], of name: String, vCPU: UInt32,
    mode: GuestVerification.Mode = .real
  ) throws(DomainError) -> [KVMAnswer] {
    try machines.withLock { held throws(DomainError) in
      let found = try held.find(name)
      guard vCPU < found.domain.topology.vCPUs else { throw .notFound("\(name), vCPU \(vCPU)") }
      return try asking(found) { () throws(KVMError) in
        try found.ask(questions, vCPU: Int(vCPU), mode: mode)
      }
    }
  }

  /// Gives a domain that has not run a policy without auditing it: to see what the kernel makes of
  /// it.
  ///
  /// - Returns: MSRs that the kernel did not take.
  @discardableResult
  public func tryPolicy(_ policy: CPUPolicy, of name: String) throws(DomainError) -> [MSRIndex] {
    try machines.withLock { held throws(DomainError) in
      let found = try held.find(name)
      let refused = try asking(found) { () throws(KVMError) in try found.set(policy) }
      found.domain.policy = policy
      return refused.map { MSRIndex(rawValue: $0) }
    }
  }

  /// Sets a policy, or leaves everything as it was: an MSR that the kernel does not take is a
  /// refusal of the whole.
  private func place(
    _ policy: CPUPolicy, in found: KVMDomain, former: CPUPolicy?
  ) throws(DomainError) {
    let refused = try asking(found) { () throws(KVMError) in try found.set(policy) }
    guard let first = refused.first else { return }
    let reason = KVMError.registerRefused(
      request: "KVM_SET_MSRS", index: first, taken: 0, asked: 1)
    if let former {
      do {
        _ = try found.set(former)
      } catch {
        throw .refused(reason, remedy: "; its former policy is lost: \(error)")
      }
    }
    throw .refused(reason, remedy: "; take the value that the kernel gives")
  }

  // MARK: Checks

  /// The kernel bounds both the number of vCPUs and their APIC ids.
  private func checkRoom(_ topology: Topology) throws(DomainError) {
    if topology.vCPUs > kvm.maxVirtualCPUs {
      throw .refused("\(topology.vCPUs) vCPUs; this KVM takes at most \(kvm.maxVirtualCPUs)")
    }
    if topology.highestAPICID >= kvm.maxVirtualCPUIDs {
      throw .refused(
        "APIC id \(topology.highestAPICID); this KVM takes ids below \(kvm.maxVirtualCPUIDs)")
    }
  }

  /// The kernel refuses a table whose linear width belongs to no paging mode of 64 bits.
  public func check(_ policy: CPUPolicy) throws(DomainError) {
    let bits = policy[.maxLinearAddressBits]
    guard bits != 0 && bits != 48 && bits != 57 else { return }
    throw .refused(
      "maxLinearAddressBits is \(bits), and KVM takes 0, 48 and 57 only; keep the feature lm")
  }

  private func giveFrequency(_ made: KVMDomain) throws(DomainError) {
    guard let host = description.tsc.khz, let wanted = made.domain.tsc.khz, wanted != host else {
      return
    }
    for processor in made.vCPUs {
      let holds = try asking(made) { () throws(KVMError) in
        try processor.cpu.holdsTSCKilohertz(UInt32(clamping: wanted))
      }
      guard holds else { throw .frequency(wanted: wanted, host: host) }
    }
  }

  /// Asks the kernel; a table that it refuses because the guest has run is a sealed domain.
  private func asking<Result>(
    _ found: KVMDomain, _ body: () throws(KVMError) -> Result
  ) throws(DomainError) -> Result {
    do {
      return try body()
    } catch .refused(request: "KVM_SET_CPUID2", errno: EINVAL)
      where found.hasRun
    {
      throw .sealed(found.domain.name)
    } catch {
      throw .refused(error)
    }
  }
}
