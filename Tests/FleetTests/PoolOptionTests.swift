// SPDX-License-Identifier: Apache-2.0

import Domains
import Fleet
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// One `cpuid=` option for all hosts of a pool.
@Suite struct PoolOptionTests {
  private static let hosts = (Fixtures.dumps + Corpus.dumps).compactMap {
    try? FleetAssessmentTests.host($0)
  }

  /// A pool of random hosts that has a level.
  private struct Pool {
    var hosts: [HostDescription]
    var kind: GuestKind
    var level: CPUPolicy

    var members: [(host: HostDescription, owner: DerivationOptions?)] { hosts.map { ($0, nil) } }
  }

  private static func pools(_ purpose: String) throws -> [Pool] {
    var generator = SeededGenerator.fresh(purpose)
    var pools: [Pool] = []
    for _ in 0..<12 {
      let first = try #require(Self.hosts.randomElement(using: &generator))
      let fellows = Self.hosts.filter { $0.facts.boot.vendor == first.facts.boot.vendor }
      let hosts = [first] + fellows.shuffled(using: &generator).prefix(3)
      for kind in [GuestKind.pv, .hvm] {
        let members = hosts.map { PoolMember($0, kind: kind) }
        let report = PoolLevel.report(members, kind: kind, purpose: .boot)
        guard report.conflicts.isEmpty else { continue }
        pools.append(Pool(hosts: hosts, kind: kind, level: report.policy))
      }
    }
    #expect(pools.count > 6)
    return pools
  }

  /// Holds a host's features to the level: what differs is named.
  ///
  /// - Returns: what the host has beyond it and a guest could use; the rest are warnings.
  private static func surplus(
    of policy: CPUPolicy, on host: HostDescription, _ pool: Pool,
    _ shortfalls: [(host: String, differences: [PolicyDifference])],
    but free: FeatureSet = FeatureSet()
  ) -> [Feature] {
    let named = Set(
      shortfalls.filter { $0.host == host.name }.flatMap(\.differences).map(\.name))
    let judged = FeatureSet.known.subtracting(free)
    let wanted = pool.level.featureSet.intersection(judged)
    let found = policy.featureSet.intersection(judged)
    for feature in wanted.subtracting(found).union(found.subtracting(wanted)).features {
      #expect(named.contains(feature.name), "\(host.name): \(feature.name)")
    }
    return found.subtracting(wanted).features.filter { $0.level == .and }
  }

  /// Under the option each host's default has the level's features, but for those that are named; and what
  /// is withheld is withheld once: no name stands there that another one takes along.
  @Test func eachDefaultIsTheLevel() throws {
    var judged = 0
    for pool in try Self.pools("options of pools") {
      let option = try PoolOption(for: pool.level, kind: pool.kind, hosts: pool.members)
      guard !option.text.isEmpty else { continue }
      judged += 1
      let parsed = try CPUIDOption(parsing: option.text)
      for host in pool.hosts {
        var owner = DerivationOptions()
        owner.apply(parsed)
        let policy = host.systemPolicies(owner)[pool.kind.defaultPolicy]
        // What stands in no guest's mask the hypervisor gives whatever the option says (VIRT_SSBD).
        for feature in Self.surplus(of: policy, on: host, pool, option.shortfalls) {
          #expect(feature.audience == "!", "\(host.name): \(feature.name)")
        }
      }
      for feature in parsed.optedOut.features {
        var others = parsed.optedOut
        others.remove(feature)
        let taken = others.features.contains { other in
          var left = parsed.optedOut
          left.removeWithDependants(other)
          return !left.contains(feature)
        }
        #expect(!taken, "\(option.text): \(feature.name)")
      }
    }
    #expect(judged > 3)
  }

  /// What xl decides for itself: nested virtualisation is a key of its own, and the topology is its.
  private static let xlOwn: FeatureSet = {
    var result = FeatureSet()
    for feature in [Feature.vmx, .svm, .htt, .cmpLegacy] {
      result.insert(feature)
      result.formUnion(.dependants(of: feature))
    }
    return result
  }()

  /// The guest that xl makes with a setting.
  private static func guest(
    _ setting: XLSetting, _ kind: GuestKind, on host: HostDescription
  ) throws -> CPUPolicy {
    var configuration = XLGuest()
    configuration.setting = setting
    return try Guest(configuration, named: "guest", kind: kind, on: host).policy
  }

  /// Whether a policy has the leaf in which a feature stands.
  private static func has(_ feature: Feature, _ policy: CPUPolicy) -> Bool {
    guard case .leaf(let place, _, _) = feature.place else { return true }
    return has(place, policy)
  }

  private static func has(_ place: LeafPlace, _ policy: CPUPolicy) -> Bool {
    guard let slot = LeafLayout.slot(place.leaf, place.subleaf) else { return false }
    return policy.isWithinLimits(slot: slot)
  }

  /// With xl's setting a guest has the level's features on each host, but for those that are named.
  @Test func eachGuestHasTheLevel() throws {
    var judged = 0
    for pool in try Self.pools("settings of pools") {
      let setting = try PoolGuestSetting(for: pool.level, kind: pool.kind, hosts: pool.members)
      guard setting.text != "host" else { continue }
      judged += 1
      // As xl's file has it, read by the reader of such files.
      let file = Array("cpuid = \"\(setting.text)\"\n".utf8)
      let read = try PolicyReader.read(file.span, source: "guest.cfg", format: .xl)
      let asked = try #require(read.setting)
      let plain = try pool.hosts.map { try Self.guest(XLSetting(), pool.kind, on: $0) }
      for host in pool.hosts {
        // What xl has a key for is not left over, but for what a hypervisor gives to every domain, and what
        // stands in a leaf that some host's guests lack.
        let guest = try Self.guest(asked, pool.kind, on: host)
        for feature in Self.surplus(
          of: guest, on: host, pool, setting.shortfalls, but: Self.xlOwn)
        {
          #expect(
            XLSetting.word(for: feature, isOn: false) == nil
              || FeatureSet.equalToHost.contains(feature)
              || !plain.allSatisfy { Self.has(feature, $0) }, "\(host.name): \(feature.name)")
        }
        // Real xl makes no guest on a host where a key names a leaf that the guest lacks.
        for change in asked.changes {
          #expect(
            plain.allSatisfy { Self.has(change.place, $0) }, "\(setting.text): \(change.place)")
        }
      }
    }
    #expect(judged > 3)
  }

  @Test func aHostAloneNeedsNone() throws {
    let host = try #require(Self.hosts.first)
    let report = PoolLevel.report([PoolMember(host, kind: .pv)], kind: .pv, purpose: .boot)
    let option = try PoolOption(for: report.policy, kind: .pv, hosts: [(host, nil)])
    #expect(option.text.isEmpty)
    let setting = try PoolGuestSetting(for: report.policy, kind: .pv, hosts: [(host, nil)])
    #expect(setting.text == "host")
  }
}
