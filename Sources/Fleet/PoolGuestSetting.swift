// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// The `cpuid=` of xl.cfg with which a guest has the pool's level on each of its hosts: `host,NAME=0,...`.
///
/// It holds features and the numbers for which xl has a key; everything else is what the guest's host gives by
/// default. So a guest is made under it on each host, as xl makes one without nested virtualisation, and what still
/// differs is kept, but for what a pool takes from one host, as the names of CPUs and caches, and what follows
/// from other places. xl makes no guest at all where a key names a leaf that its host's guests lack: no such key
/// is used.
public struct PoolGuestSetting: Sendable {
  /// What stands in quotes behind `cpuid =`; `host` alone where every host's default is the level.
  public let text: String
  /// What remains different from the level on each host where anything does.
  public let shortfalls: [(host: String, differences: [PolicyDifference])]

  /// One host: its guest as it is without any setting, and as it would be if the host's default were the level.
  private struct Place {
    var present: CPUPolicy
    var wanted: CPUPolicy
    /// All that xl asks for each leaf that a key names: the guest, the default and the host.
    var asked: [CPUPolicy]

    func has(_ leaf: LeafPlace) -> Bool {
      guard let slot = LeafLayout.slot(leaf.leaf, leaf.subleaf) else { return false }
      return asked.allSatisfy { $0.isWithinLimits(slot: slot) }
    }
  }

  /// - Parameters:
  ///   - level: what guests are to get.
  ///   - kind: the guests that the pool is for.
  ///   - hosts: the pool's hosts, each with options other than its own.
  public init(
    for level: CPUPolicy, kind: GuestKind,
    hosts: [(host: HostDescription, owner: DerivationOptions?)]
  ) throws(DomainError) {
    let all = hosts.map { (name: $0.host.name, policies: $0.host.systemPolicies($0.owner)) }
    var places: [Place] = []
    for (_, policies) in all {
      let present = try XLGuest().policy(of: kind, policies)
      var levelled = policies
      if let path = SystemPolicies.paths[kind.defaultPolicy] { levelled[keyPath: path] = level }
      var wanted = try XLGuest().policy(of: kind, levelled)
      // These a guest has from its host whatever anyone wants.
      var features = wanted.featureSet.subtracting(.equalToHost)
      features.formUnion(level.featureSet.intersection(.equalToHost))
      wanted.featureSet = features
      let asked = [present, policies[kind.defaultPolicy], policies[.hostDefault]]
      places.append(Place(present: present, wanted: wanted, asked: asked))
    }
    var asked = XLGuest()
    text = (["host"] + Self.words(places)).joined(separator: ",")
    // Were it not read, it would give nothing, and all would be told.
    asked.setting = (try? XLSetting(parsing: text)) ?? XLSetting()
    var shortfalls: [(host: String, differences: [PolicyDifference])] = []
    for ((name, policies), place) in zip(all, places) {
      let guest = try asked.policy(of: kind, policies)
      if let found = PoolOption.shortfall(of: guest, place.wanted, on: name) {
        shortfalls.append(found)
      }
    }
    self.shortfalls = shortfalls
  }

  /// Each feature stands for itself: a Xen that takes along what needs another one, and one that refuses such a
  /// guest, come to the same.
  private static func words(_ places: [Place]) -> [String] {
    var surplus = FeatureSet()
    var missing = FeatureSet()
    for place in places {
      let (more, fewer) = PoolOption.differing([place.present], from: place.wanted)
      surplus.formUnion(more)
      missing.formUnion(fewer)
    }
    func isSaid(_ leaf: LeafPlace) -> Bool { places.allSatisfy { $0.has(leaf) } }
    func isSaid(_ feature: Feature) -> Bool {
      guard !FeatureSet.equalToHost.contains(feature) else { return false }
      guard case .leaf(let leaf, _, _) = feature.place else { return true }
      return isSaid(leaf)
    }
    var words = surplus.features.filter(isSaid).compactMap { XLSetting.word(for: $0, isOn: false) }
    words += missing.features.filter(isSaid).compactMap { XLSetting.word(for: $0, isOn: true) }
    for field in Field.all where !PoolOption.free.contains(field.name) {
      guard let place = places.first(where: { $0.present[field] != $0.wanted[field] }),
        isSaid(LeafPlace(field.leaf))
      else { continue }
      if let word = XLSetting.word(for: field, place.wanted[field]) { words.append(word) }
    }
    return words
  }
}
