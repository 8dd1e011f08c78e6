// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// What a guest of QEMU sees, as far as what its CPU is made of determines it.
///
/// QEMU builds leaf 0xd from the features and the levels from the machine, and has one value for a few
/// numbers. Caches, counters and the hypervisor's own leaves are its own choice: unknown here.
struct PredictedGuest {
  /// Every feature, and the numbers of the model or those that are asked for.
  var partial: PartialPolicy
  /// Bits beyond the featureset that are on.
  var others: [OtherName] = []
  /// Nil for a package of one CPU.
  var shape: PackageShape?

  /// What QEMU shows where a package has several CPUs, and what the guest's kernel switches on: asked for by
  /// name, QEMU refuses to start.
  static let machinesOwn: Set<Feature> = [.htt, .cmpLegacy, .osxsave, .ospke]

  /// What KVM adds to every model, or takes from those that have it: never left to the model.
  static let accelerators: Set<Feature> = [.x2apic, .vme, .monitor, .svm, .acpi]

  /// The places in which the guest does not see what is wanted.
  func losses(of wanted: NamedPolicy) -> [String] {
    let policy = policy(for: wanted.policy.canonical)
    let held = wanted.statements.filter { statement in
      others.contains { $0.place == WorldNames.place(of: statement) }
    }
    let named = NamedPolicy(name: wanted.name, policy: policy, statements: held)
    let zeros = Self.ownLeaves.filter { leaf in
      !(policy.vendor.isAMDLike && Self.leavesOfOthers.contains(leaf))
        && Self.isFilled(leaf, wanted.policy.canonical, policy)
    }
    return PolicyLoss.places(wanted, in: named) + zeros.map { "zeros in leaf \(hexText($0))" }
  }

  /// Leaves that QEMU fills whatever it is told: caches, and MONITOR's sizes without MONITOR.
  /// target/i386/cpu.c, cpu_x86_cpuid.
  private static let ownLeaves: [UInt32] = [2, 4, 5, 0x8000_0005, 0x8000_0006, 0x8000_001d]
  /// Those that AMD's CPUs do not have.
  private static let leavesOfOthers: [UInt32] = [2, 4]

  /// Whether a guest sees something of the hypervisor's in a leaf, or a part of one, that is to hold nothing.
  private static func isFilled(
    _ leaf: UInt32, _ wanted: CPUPolicy, _ guest: CPUPolicy
  ) -> Bool {
    guard let block = LeafLayout.block(leaf) else { return false }
    return (block.base..<(block.base + block.count)).contains { slot in
      !guest.isKnown(slot: slot) && wanted.isKnown(slot: slot) && wanted[slot: slot].isZero
    }
  }

  /// The guest's policy. What each virtual CPU has of its own is taken as wanted.
  func policy(for wanted: CPUPolicy) -> CPUPolicy {
    var partial = partial
    raiseLimits(&partial)
    var result = partial.policy
    if result.isKnown(leaf: 1) { result[.clflushLineSize] = 8 }
    if result.isKnown(leaf: 0x8000_0008) {
      result[.maxLinearAddressBits] = result.has(.lm) ? (result.has(.la57) ? 57 : 48) : 0
    }
    if result.vendor.isAMDLike {
      result[leaf: 0x8000_0001].edx |= result[leaf: 1].edx & Self.mirrorMask
    }
    for other in others { set(other, in: &result) }
    if partial.features != nil {
      // QEMU repeats the signature whatever the vendor is.
      result[leaf: 0x8000_0001].eax = result[leaf: 1].eax
      result.rebuildXstate(hardware: wanted, supervisorStates: Self.supervisorStates)
    }
    place(&result)
    copyOwn(of: wanted, to: &result)
    return result
  }

  /// Last-branch records: of the supervisor's states the one that QEMU has had since 7.0.
  private static let supervisorStates: UInt64 = 1 << 15

  /// AMD's copies of leaf 1.
  private static let mirrorMask: UInt32 = Field.all.reduce(0) { mask, field in
    let isCopy =
      field.leaf == 0x8000_0001 && field.register == .edx && field.rules.guest == .derived
    return isCopy ? mask | field.mask : mask
  }

  /// QEMU raises a model's limits to what its features need.
  private func raiseLimits(_ partial: inout PartialPolicy) {
    var least = PartialPolicy(features: partial.features)
    least.setLeastLimits()
    for field in [Field.maxBasicLeaf, .maxExtendedLeaf] {
      guard let needed = least.value(of: field) else { continue }
      if let stated = partial.value(of: field), stated < needed { partial.set(field, needed) }
    }
    guard partial.value(of: .maxLeaf7Subleaf) == nil else { return }
    var last: UInt32 = 0
    for feature in partial.features?.features ?? [] {
      guard case .leaf(let place, _, _) = feature.place, place.leaf == 7 else { continue }
      last = max(last, place.subleaf)
    }
    partial.set(.maxLeaf7Subleaf, last)
  }

  /// A leaf in which a bit has a name is built from names alone.
  private func set(_ other: OtherName, in policy: inout CPUPolicy) {
    switch other.place {
    case .leaf(let place, let register, let bit):
      guard let slot = LeafLayout.slot(place.leaf, place.isPlain ? 0 : place.subleaf) else {
        return
      }
      policy.markKnown(slot: slot)
      policy[slot: slot][register] |= 1 << UInt32(bit)
    case .msr(let index, let bit):
      policy[msr: index] = (policy[msr: index] ?? 0) | 1 << UInt64(bit)
    case .feature, .none: break
    }
  }

  /// Levels, and what follows from them; QEMU raises no limit for them.
  private func place(_ policy: inout CPUPolicy) {
    let shape = shape ?? PackageShape(dies: 1, cores: 1, threads: 1)
    guard
      let topology = try? Topology(
        sockets: 1, dies: shape.dies, cores: shape.cores, threads: shape.threads)
    else { return }
    let former = policy
    guard (try? policy.apply(topology, leaves: .all)) != nil else { return }
    for leaf: UInt32 in [4, 0x8000_001d] where !former.isKnown(leaf: leaf) {
      guard let block = LeafLayout.block(leaf) else { continue }
      for slot in block.base..<(block.base + block.count) { policy.markUnknown(slot: slot) }
    }
    for field in [Field.maxBasicLeaf, .maxExtendedLeaf] { policy[field] = former[field] }
    for leaf: UInt32 in [0, 0x8000_0000] where !former.isKnown(leaf: leaf) {
      LeafLayout.slot(leaf).map { policy.markUnknown(slot: $0) }
    }
  }

  private func copyOwn(of wanted: CPUPolicy, to policy: inout CPUPolicy) {
    for (own, need) in [(Feature.osxsave, Feature.xsave), (.ospke, .pku)] where policy.isKnown(own)
    {
      policy.set(own, wanted.has(own) && policy.has(need))
    }
    for field in Field.all where field.rules.isPerCPU || field.rules.guest == .dynamic {
      for subleaf in field.subleaves {
        guard let slot = field.slot(subleaf: subleaf), policy.isKnown(slot: slot),
          wanted.isKnown(slot: slot)
        else { continue }
        let own = wanted[slot: slot][field.register] & field.mask
        policy[slot: slot][field.register] =
          policy[slot: slot][field.register] & ~field.mask | own
      }
    }
  }
}
