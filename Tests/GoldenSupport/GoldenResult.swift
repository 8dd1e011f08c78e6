// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// Everything that is derived from a golden's CPU, down to what its guests read.
public struct GoldenResult: Equatable, Sendable {
  /// What a guest's CPUID instruction returns where it is not what the policy stores.
  public struct View: Equatable, Sendable {
    /// The domain's policy and the state of its virtual CPU: `domain-hvm booted`.
    public var name: String
    public var answers: [LeafPlace: LeafRegisters]
  }

  /// `hasHVM` and its like, assumed facts, facts as learnt: name and value.
  public var facts: [(name: String, value: String)]
  /// The system's policies and those with which domains begin.
  public var policies: [NamedPolicy]
  public var views: [View]

  public init(facts: [(name: String, value: String)], policies: [NamedPolicy], views: [View]) {
    self.facts = facts
    self.policies = policies
    self.views = views
  }

  /// Derives everything.
  public init(_ cpu: GoldenCPU) throws {
    let host = try cpu.host()
    let system = SystemPolicies(facts: host.facts, options: try cpu.derivationOptions())
    facts = GoldenResult.facts(host, system)
    policies = PolicyKind.allCases.map { NamedPolicy(name: $0.name, policy: system[$0]) }
    views = []
    for kind in [GuestKind.pv, .pv32, .hvm, .hvmShadow] {
      let topology = try Topology(sockets: 1, dies: 1, cores: 2, threads: 2)
      let settings = DomainSettings(
        kind: kind, topology: topology, physicalAddressLimit: kind.physicalAddressLimit)
      begin("domain-" + kind.name, settings, system)
      guard kind == .hvm else { continue }
      var rich = settings
      rich.hasNestedVirtualisation = true
      rich.hasPerformanceCounters = true
      rich.hasInvariantTSC = true
      begin("domain-hvm-rich", rich, system)
    }
  }

  /// Adds the policy with which a domain begins, and what its virtual CPUs see.
  private mutating func begin(
    _ name: String, _ settings: DomainSettings, _ system: SystemPolicies
  ) {
    do {
      let policy = try system.initialPolicy(settings)
      policies.append(NamedPolicy(name: name, policy: policy))
      views += GoldenResult.views(name, policy, settings)
    } catch {
      facts.append((name, "\(error.kind)"))
    }
  }

  public static func == (left: GoldenResult, right: GoldenResult) -> Bool {
    left.policies == right.policies && left.views == right.views
      && left.facts.elementsEqual(right.facts) { $0 == $1 }
  }

  private static func facts(
    _ host: HostDescription, _ system: SystemPolicies
  ) -> [(name: String, value: String)] {
    var result = [("hasHVM", "\(system.hasHVM)"), ("hasNestedPaging", "\(system.hasNestedPaging)")]
    result.append(("assumed", host.assumed.joined(separator: " ")))
    if let microcode = host.facts.microcode { result.append(("microcode", Hex.word(microcode))) }
    for (name, path) in HostFacts.flags {
      if let value = host.facts[keyPath: path] { result.append((name, "\(value)")) }
    }
    if let control = host.facts.mcuOptControl {
      result.append(("mcuOptControl", Hex.quad(control)))
    }
    if let common = host.facts.commonFeatures {
      result.append(("commonFeatures", common.hexadecimal()))
    }
    return result
  }

  /// The first virtual CPU as an operating system finds it, and the last one under a 64-bit system
  /// that has switched on what it can.
  private static func views(
    _ name: String, _ policy: CPUPolicy, _ settings: DomainSettings
  ) -> [View] {
    let view = GuestView(
      policy: policy, topology: settings.topology, kind: settings.kind,
      hasPerformanceCounters: settings.hasPerformanceCounters)
    let running = VirtualCPUState(
      number: settings.topology.vCPUs - 1, usesXsave: true, usesProtectionKeys: true,
      xcr0: policy.xcr0Mask, xss: policy.xssMask, isLongMode: true, usesPAE: true)
    return [("booted", VirtualCPUState()), ("running", running)].map { state, vCPU in
      var answers: [LeafPlace: LeafRegisters] = [:]
      for slot in 0..<LeafLayout.slotCount {
        let place = LeafLayout.place(ofSlot: slot)
        let answer = view.read(place.leaf, place.isPlain ? 0 : place.subleaf, by: vCPU)
        if answer != policy[slot: slot] { answers[place] = answer }
      }
      return View(name: "\(name) \(state)", answers: answers)
    }
  }
}
