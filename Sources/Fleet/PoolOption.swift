// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// The hypervisor's `cpuid=` option under which each host of a pool gives its guests the pool's level by
/// default.
///
/// It holds features and the numbers that have a key; what else bounds guests, e.g. a bit that max has on no
/// host, no option can say. So the hosts are derived once more under it, and what still differs is kept, but
/// for what a pool takes from one host, as the names of CPUs and caches, and what follows from other places.
public struct PoolOption: Sendable {
  /// What stands behind `cpuid=`; empty where no host needs any.
  public let text: String
  /// What remains different from the level on each host where anything does.
  public let shortfalls: [(host: String, differences: [PolicyDifference])]

  /// - Parameters:
  ///   - level: what guests are to get.
  ///   - kind: the guests that the pool is for.
  ///   - hosts: the pool's hosts, each with options other than its own.
  public init(
    for level: CPUPolicy, kind: GuestKind,
    hosts: [(host: HostDescription, owner: DerivationOptions?)]
  ) throws(CPUIDOptionErrors) {
    let present = hosts.map { $0.host.systemPolicies($0.owner)[kind.defaultPolicy] }
    let text = Self.text(for: level, present)
    var option: CPUIDOption?
    if !text.isEmpty { option = try CPUIDOption(parsing: text) }
    self.text = text
    shortfalls = hosts.compactMap { [option] host, owner in
      var options = owner ?? host.options()
      if let option { options.apply(option) }
      let policies = host.systemPolicies(option == nil ? owner : options)
      return Self.shortfall(of: policies[kind.defaultPolicy], level, on: host.name)
    }
  }

  /// In what a policy of a host is still another one than the level; nil where it is not.
  static func shortfall(
    of policy: CPUPolicy, _ level: CPUPolicy, on host: String
  ) -> (host: String, differences: [PolicyDifference])? {
    let differences = PolicyDifference.between(level, policy)
      .filter { !free.contains($0.name) }
    return differences.isEmpty ? nil : (host, differences)
  }

  /// Features that some of the policies have beyond a level, and features of it that some of them lack.
  static func differing(
    _ policies: [CPUPolicy], from level: CPUPolicy
  ) -> (surplus: FeatureSet, missing: FeatureSet) {
    let wanted = level.featureSet
    var surplus = FeatureSet()
    var missing = FeatureSet()
    for policy in policies {
      surplus.formUnion(policy.featureSet.subtracting(wanted))
      missing.formUnion(wanted.subtracting(policy.featureSet))
    }
    return (surplus.intersection(.known), missing.intersection(.known))
  }

  private static func text(for level: CPUPolicy, _ present: [CPUPolicy]) -> String {
    let (surplus, missing) = differing(present, from: level)
    var words = roots(of: surplus).map { "no-\($0.optionName)" }
    words += missing.features.map(\.optionName)
    for field in Field.all where !field.optionKey.isEmpty {
      guard present.contains(where: { $0[field] != level[field] }) else { continue }
      words.append("\(field.optionKey)=\(level[field])")
    }
    return words.joined(separator: ",")
  }

  /// Fields that no host's default has to share with the level.
  static let free: Set<String> = {
    let fields = Field.all.filter { field in
      switch field.rules.level {
      case .choice, .derived, .ignore: true
      default: field.rules.isPerCPU || field.rules.guest == .topology
      }
    }
    return Set(fields.map(\.name))
  }()

  /// Those of some features that no other of them takes along.
  private static func roots(of features: FeatureSet) -> [Feature] {
    features.features.filter { feature in
      !features.features.contains { other in
        var left = features
        left.removeWithDependants(other)
        return other != feature && !left.contains(feature)
      }
    }
  }
}
