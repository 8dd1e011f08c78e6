// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// The `cpuid=` of xl.cfg with which a guest has the pool's level on each of its hosts: `host,NAME=0,...`.
///
/// It holds features and the numbers for which xl has a key; everything else is what the guest's host gives by
/// default. So a guest is made under it on each host, and what still differs is kept, but for what a pool takes
/// from one host, as the names of CPUs and caches, and what follows from other places.
public struct PoolGuestSetting: Sendable {
  /// What stands in quotes behind `cpuid =`; `host` alone where every host's default is the level.
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
    let all = hosts.map { (name: $0.host.name, policies: $0.host.systemPolicies($0.owner)) }
    let words = Self.words(for: level, all.map { $0.policies[kind.defaultPolicy] })
    text = (["host"] + words).joined(separator: ",")
    let changes = PolicyChanges(try XLSetting(parsing: text))
    shortfalls = all.compactMap { name, policies in
      var guest = policies[kind.defaultPolicy]
      guest.apply(changes, host: policies[.hostDefault])
      return PoolOption.shortfall(of: guest, level, on: name)
    }
  }

  /// Each feature stands for itself: a Xen that takes along what needs another one, and one that refuses such a
  /// guest, come to the same.
  private static func words(for level: CPUPolicy, _ present: [CPUPolicy]) -> [String] {
    let (surplus, missing) = PoolOption.differing(present, from: level)
    var words = surplus.features.compactMap { XLSetting.word(for: $0, isOn: false) }
    words += missing.features.compactMap { XLSetting.word(for: $0, isOn: true) }
    for field in Field.all where !PoolOption.free.contains(field.name) {
      guard present.contains(where: { $0[field] != level[field] }) else { continue }
      if let word = XLSetting.word(for: field, level[field]) { words.append(word) }
    }
    return words
  }
}
