// SPDX-License-Identifier: Apache-2.0

import Domains
import GoldenSupport
import Hosts
import PolicyCore
import PolicyFormats
import TestSupport

/// A max policy against which candidates are held, with what belongs to it.
struct Bound {
  var name: String
  var kind: GuestKind
  var max: CPUPolicy
  /// The policy that guests of the kind get by default.
  var standard: CPUPolicy
  /// All policies of the host; nil where no host has this bound.
  var policies: SystemPolicies?
  var hiddenFeatures = FeatureSet()
  /// Features that the bound offers beyond what guests get by default.
  var added = FeatureSet()
  /// A policy that shows as many leaves and holds little that a domain may not have.
  var quiet: CPUPolicy?

  /// What a candidate is, and under which circumstances.
  struct Setting {
    var name: String
    var context: AuditContext
    /// A policy to begin with.
    var baseline: CPUPolicy
    /// Whether the baseline's recomputed fields need not be right.
    var isLoose: Bool
  }

  /// A policy of the system; a domain's without a chosen topology; and domains with one.
  func settings() -> [Setting] {
    var system = AuditContext(kind: kind)
    system.hostFeatures = policies?.hostDefault.featureSet
    system.hiddenFeatures = hiddenFeatures
    let domain = AuditContext(
      domain: kind, physicalAddressLimit: 48, hostFeatures: system.hostFeatures)
    var result = [
      Setting(name: "system", context: system, baseline: max, isLoose: policies == nil),
      Setting(name: "domain", context: domain, baseline: quiet ?? max, isLoose: true),
    ]
    for (name, topology) in Self.topologies {
      guard let topology, let policies else { continue }
      var settings = DomainSettings(kind: kind, topology: topology)
      settings.hasNestedVirtualisation = topology.sockets == 2
      settings.hasPerformanceCounters = topology.sockets == 2
      settings.physicalAddressLimit = topology.sockets == 2 ? 40 : 52
      guard
        var baseline = try? policies.initialPolicy(settings, added: added, leaves: .all)
      else { continue }
      if added.contains(.topoext) { listCaches(in: &baseline, topology) }
      var context = AuditContext(
        domain: kind, hasNestedVirtualisation: settings.hasNestedVirtualisation,
        hasPerformanceCounters: settings.hasPerformanceCounters,
        physicalAddressLimit: settings.physicalAddressLimit,
        hostFeatures: system.hostFeatures, topology: topology)
      context.topologyLeaves = .all
      result.append(
        Setting(name: "domain of \(name)", context: context, baseline: baseline, isLoose: false))
    }
    return result
  }

  /// AMD's list of caches, which no default policy has.
  private func listCaches(in policy: inout CPUPolicy, _ topology: Topology) {
    for (subleaf, level) in [(UInt32(0), UInt32(1)), (1, 2), (2, 3)] {
      policy[leaf: 0x8000_001d, subleaf: subleaf] = LeafRegisters(
        eax: level << 5 | 3, ebx: 7 << 22 | 63, ecx: 1023)
    }
    try? policy.apply(topology, leaves: .all)
  }

  private static let topologies: [(String, Topology?)] = [
    ("2 sockets", try? Topology(sockets: 2, cores: 3, threads: 2)),
    ("2 dies", try? Topology(sockets: 1, dies: 2, cores: 2)),
    ("the legacy layout", try? Topology(sockets: 1, cores: 4, layout: .legacy)),
  ]
}

/// A host whose max policies are bounds.
struct BoundHost: CustomStringConvertible, Sendable {
  var name: String
  /// What is known of the host, and what its owner chose.
  var read: @Sendable () throws -> (HostFacts, DerivationOptions)

  var description: String { name }

  static func dump(_ path: String) -> BoundHost {
    BoundHost(name: path.split(separator: "/").last.map(String.init) ?? path) {
      let document = try InputFile.read(path)
      guard let host = HostDescription(name: "x", document: document) else {
        throw ABIError(message: "\(path) describes no host")
      }
      return (host.facts, DerivationOptions())
    }
  }

  static func golden(_ name: String) -> BoundHost {
    BoundHost(name: name) {
      let cpu = try Goldens.cpu(name)
      return (try cpu.host().facts, try cpu.derivationOptions())
    }
  }

  /// Every host whose max policies bound candidates; more of them are one line more.
  static func all() -> [BoundHost] {
    Fixtures.dumps.map(dump) + Goldens.names.map(golden) + Corpus.dumps.map(dump)
  }

  /// All of them in the long form of the tests, else some that differ from run to run; the one that
  /// CPUPOLICY_HOST names, where it names one.
  static func some(_ count: Int, for test: String) -> [BoundHost] {
    if let host = Sweep.host { return all().filter { $0.name == host } }
    if Sweep.isWanted { return all() }
    var generator = SeededGenerator.fresh("hosts for \(test)")
    return Array(all().shuffled(using: &generator).prefix(count))
  }

  /// Each kind of guest under Xen's extents, and HVM under all leaves that a policy stores, as on a
  /// KVM whose kernel offers everything.
  func bounds() throws -> [Bound] {
    var (facts, options) = try read()
    let policies = SystemPolicies(facts: facts, options: options)
    var result = Self.kinds.map { bound($0.name, $0.max, $0.kind, policies) }
    options.kernelOffer = FeatureSet.known
    options.served = ServedABI(
      maxBasicLeaf: 0x28, maxFeatureSubleaf: 2, maxExtendedLeaf: 0x8000_0027, cacheCount: 8,
      topologyCount: 8, hasOnlyPolicyMSRs: false, topologyLeaves: .all)
    let wide = SystemPolicies(facts: facts, options: options)
    result.append(bound("hvm, every leaf", .hvmMax, .hvm, wide))
    return result
  }

  private static let kinds: [(name: String, max: PolicyKind, kind: GuestKind)] = [
    ("pv", .pvMax, .pv), ("pv32", .pvMax, .pv32), ("hvm", .hvmMax, .hvm),
    ("shadow under hvm", .hvmMax, .hvmShadow), ("hvm-shadow", .hvmShadowMax, .hvmShadow),
  ]

  private func bound(
    _ label: String, _ max: PolicyKind, _ kind: GuestKind, _ policies: SystemPolicies
  ) -> Bound {
    Bound(
      name: "\(name) \(label)", kind: kind, max: policies[max],
      standard: policies[kind.defaultPolicy], policies: policies,
      hiddenFeatures: policies[kind.defaultPolicy].hiddenFeatures)
  }
}

/// Bounds that no CPU has, made of the tables: every leaf is shown, and every field holds something,
/// or half of each does, or nothing does. Rows that no real bound reaches are tried here.
enum CraftedBounds {
  enum Fill: String, CaseIterable { case full, half, bare }

  static func all() -> [Bound] {
    ["GenuineIntel", "AuthenticAMD", "CentaurHauls", "UnknownMaker"].flatMap { vendor in
      Fill.allCases.map { make(vendor, $0) }
    }
  }

  /// Those that reach every row.
  static func few() -> [Bound] {
    ["GenuineIntel", "AuthenticAMD"].flatMap { vendor in Fill.allCases.map { make(vendor, $0) } }
      + ["CentaurHauls", "UnknownMaker"].map { make($0, .half) }
  }

  private static func make(_ vendor: String, _ fill: Fill) -> Bound {
    let places = JudgePlaces.shared
    var policy = CPUPolicy()
    for (index, field) in places.abi.fields.enumerated() where field.leaf >> 28 != 4 {
      for slot in places.slots(of: field) {
        set(field, slot, value(fill, index, UInt64(field.limit)), in: &policy)
      }
    }
    for (index, field) in places.abi.msrFields.enumerated() {
      let msr = MSRIndex(rawValue: field.msr)
      let bits = value(fill, index, field.limit) << field.shift
      policy[msr: msr] = (policy[msr: msr] ?? 0) | (places.msrFeatures[field.msr] == nil ? bits : 0)
    }
    for (index, feature) in places.abi.features.enumerated() {
      let isSet = fill == .full || fill == .half && index % 2 == 0
      policy.set(Feature(word: feature.word, bit: feature.bit), isSet)
    }
    if fill != .bare { showOwners(&policy) }
    showEveryLeaf(vendor, &policy)
    var quiet = CPUPolicy()
    showEveryLeaf(vendor, &quiet)
    return Bound(
      name: "crafted \(vendor) \(fill)", kind: .hvm, max: policy, standard: policy, quiet: quiet)
  }

  private static func value(_ fill: Fill, _ index: Int, _ limit: UInt64) -> UInt64 {
    switch fill {
    case .full: limit
    case .half: limit == 1 ? UInt64(index % 2) : limit & 0x5555_5555_5555_5555
    case .bare: 0
    }
  }

  static func set(_ field: ABIField, _ slot: Int, _ value: UInt64, in policy: inout CPUPolicy) {
    let register = Register(rawValue: UInt8(field.register)) ?? .eax
    let bits = UInt32(truncatingIfNeeded: value) << field.shift & field.mask
    policy[slot: slot][register] = policy[slot: slot][register] & ~field.mask | bits
  }

  /// Whatever places wait for: half of them would leave the other half without a meaning.
  private static func showOwners(_ policy: inout CPUPolicy) {
    let places = JudgePlaces.shared
    for owner in places.abi.owners.map(\.owner) {
      if let index = places.featureIndex[owner] {
        let feature = places.abi.features[index]
        policy.set(Feature(word: feature.word, bit: feature.bit), true)
        continue
      }
      let field = places.field(owner)
      for slot in places.slots(of: field) { set(field, slot, 1, in: &policy) }
    }
  }

  /// The limits, list lengths and types that show every slot.
  private static func showEveryLeaf(_ vendor: String, _ policy: inout CPUPolicy) {
    let places = JudgePlaces.shared
    let leaves = places.blocks.keys.sorted()
    let bytes = Array(vendor.utf8)
    func word(_ at: Int) -> UInt64 {
      (0..<4).reduce(0) { $0 | UInt64(bytes[at + $1]) << UInt64($1 * 8) }
    }
    var values: [String: UInt64] = [
      "maxBasicLeaf": UInt64(leaves.last { $0 < 0x4000_0000 } ?? 0),
      "maxExtendedLeaf": UInt64(leaves.last ?? 0), "vendorStringPart1": word(0),
      "vendorStringPart2": word(4), "vendorStringPart3": word(8), "pmuVersion": 2,
    ]
    for (name, leaf) in [
      ("maxLeaf7Subleaf", 7), ("ptMaxSubleaf", 0x14), ("socMaxSubleaf", 0x17),
      ("tlbMaxSubleaf", 0x18), ("amxMaxPalette", 0x1d), ("avx10MaxSubleaf", 0x24),
    ] as [(String, UInt32)] {
      values[name] = UInt64((places.blocks[leaf]?.count ?? 1) - 1)
    }
    for name in [
      "cacheType", "amdCacheType", "topologyLevelType", "topologyV2LevelType",
      "amdTopologyLevelType", "pconfigSubleafType", "sgxEpcType", "xcr0X87",
    ] {
      values[name] = 1
    }
    for (name, value) in values {
      let field = places.field(name)
      for slot in places.slots(of: field) { set(field, slot, value, in: &policy) }
    }
    // The last state that a policy stores.
    policy[leaf: 0xd].edx |= 1 << 30
  }
}
