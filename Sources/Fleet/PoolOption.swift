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
      let differences = PolicyDifference.between(level, policies[kind.defaultPolicy])
        .filter { !Self.free.contains($0.name) }
      return differences.isEmpty ? nil : (host.name, differences)
    }
  }

  private static func text(for level: CPUPolicy, _ present: [CPUPolicy]) -> String {
    let wanted = level.featureSet
    var surplus = FeatureSet()
    var missing = FeatureSet()
    for policy in present {
      surplus.formUnion(policy.featureSet.subtracting(wanted))
      missing.formUnion(wanted.subtracting(policy.featureSet))
    }
    var words = roots(of: surplus.intersection(.known)).map { "no-\($0.optionName)" }
    words += missing.intersection(.known).features.map(\.optionName)
    for field in Field.all where !field.optionKey.isEmpty {
      guard present.contains(where: { $0[field] != level[field] }) else { continue }
      words.append("\(field.optionKey)=\(level[field])")
    }
    return words.joined(separator: ",")
  }

  /// Fields that no host's default has to share with the level.
  private static let free: Set<String> = {
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
