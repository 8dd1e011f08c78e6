// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

/// Hosts in a number of pools, so that their guests lose as few features as can be: summed over the hosts,
/// those that a host's own guests could have and its pool's do not.
public struct PoolSplit: Sendable {
  private let hosts: FleetHosts
  private let kind: GuestKind
  private let number: Int

  /// - Parameters:
  ///   - hosts: the hosts.
  ///   - kind: the guests that the pools are for.
  ///   - number: how many pools at most.
  public init(_ hosts: FleetHosts, kind: GuestKind, into number: Int) {
    self.hosts = hosts
    self.kind = kind
    self.number = number
  }

  /// What the plan's document says.
  public var plan: PlanReport {
    var plan = PlanReport(.partition, wanted: Counted.of(number, "pool"), kind: kind)
    plan.hosts = hosts.names.count
    var members: [[String]] = [[String]](repeating: [], count: hosts.classes.count)
    for (host, number) in hosts.classOfHost.enumerated() {
      members[Int(number)].append(hosts.names[host])
    }
    let able = hosts.classes.indices.filter {
      !kind.isHVM || hosts.classes[$0].policies.hasHVM
    }
    for number in hosts.classes.indices where !able.contains(number) {
      plan.drop += members[number].map {
        PlanReport.Drop(
          host: $0, digest: hosts.classes[number].digest,
          because: "it runs no \(kind.name) guests", isKnown: true)
      }
    }
    let joining = LevelJoining(
      able.map { hosts.classes[$0] }, weights: able.map { members[$0].count }, kind)
    guard let partition = PoolPartition(joining, into: number) else {
      plan.isPossible = false
      plan.isProven = able.isEmpty || PoolPartition.isImpossible(joining, into: number)
      return plan
    }
    plan.cost = partition.loss
    plan.bound = partition.bound
    plan.isProven = partition.isProven
    plan.pools = partition.pools.map { pool in
      var bits = Bits(below: able.count)
      for one in pool { bits.insert(one) }
      let level = joining.level(bits)
      let policy = level.closed()
      return PlanReport.Pool(
        hosts: pool.flatMap { members[able[$0]] }, features: policy.featureSet.features,
        digest: PolicyDigest.of(policy), lost: joining.loss(level, bits).lost)
    }
    return plan
  }
}

/// Levels of hosts, and what these lose.
private struct LevelJoining: PoolJoining {
  private let levels: [PolicyLevel]
  private let sets: [FeatureSet]
  private let vendors: [String]
  private let weights: [Int]

  init(_ classes: [FleetHosts.HostClass], weights: [Int], _ kind: GuestKind) {
    levels = classes.map { found in
      var level = PolicyLevel()
      level.add(found.policies[kind.defaultPolicy], under: found.policies[kind.maxPolicy])
      return level
    }
    // What is shown because some host has it is lost by none.
    var counted = FeatureSet()
    FeatureSet.known.forEachFeature { if $0.level == .and { counted.insert($0) } }
    sets = classes.map { found in
      found.policies[kind.defaultPolicy].featureSet.intersection(counted)
    }
    vendors = classes.map(\.policies.raw.vendorString)
    self.weights = weights
  }

  var count: Int { levels.count }

  func single(_ number: Int) -> PolicyLevel { levels[number] }

  func join(_ one: PolicyLevel, _ other: PolicyLevel) -> PolicyLevel {
    var joined = one
    joined.join(other)
    return joined
  }

  func loss(_ joined: PolicyLevel, _ members: Bits) -> PoolLoss {
    let closed = joined.closed()
    let features = closed.featureSet
    var lost = 0
    var first = -1
    var isOneVendor = true
    members.forEachNumber { number in
      lost += weights[number] * sets[number].subtracting(features).count
      if first < 0 { first = number }
      if vendors[number] != vendors[first] { isOneVendor = false }
    }
    var isPossible = isOneVendor
    if isPossible { joined.forEachConflict(closed: closed) { _ in isPossible = false } }
    return PoolLoss(lost: lost, isPossible: isPossible, isNeverPossible: !isOneVendor)
  }

  func level(_ members: Bits) -> PolicyLevel {
    var level = PolicyLevel()
    members.forEachNumber { level.join(levels[$0]) }
    return level
  }
}
