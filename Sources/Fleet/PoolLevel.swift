// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

/// One policy for all hosts of a pool, with what it costs and what stands in its way.
public enum PoolLevel {
  /// Levels the hosts of a pool.
  ///
  /// - Parameters:
  ///   - members: at least one host.
  ///   - kind: the guests that the pool is for.
  ///   - purpose: whether they start in the pool, or arrive there.
  public static func report(
    _ members: [PoolMember], kind: GuestKind, purpose: LevelReport.Purpose
  ) -> LevelReport {
    var level = PolicyLevel()
    for member in members {
      level.add(policy(member, kind, purpose), under: member.policies[kind.maxPolicy])
    }
    let closed = level.closed()
    var report = LevelReport(kind: kind, purpose: purpose, policy: closed)
    report.accumulated = level.accumulated.intersection(closed.featureSet).features
    report.hosts = hosts(members, kind, purpose, closed)
    report.conflicts = conflicts(level, closed, members, kind, purpose)
    report.differences = level.differences.features.map { feature in
      difference(feature, members, kind, purpose)
    }
    report.labels = ArchitectureLevel.all.filter { $0.isReached(by: closed.featureSet) }
      .map(\.name)
    return report
  }

  private static func policy(
    _ member: PoolMember, _ kind: GuestKind, _ purpose: LevelReport.Purpose
  ) -> CPUPolicy {
    member.policies[purpose == .boot ? kind.defaultPolicy : kind.maxPolicy]
  }

  // MARK: Hosts

  private static func hosts(
    _ members: [PoolMember], _ kind: GuestKind, _ purpose: LevelReport.Purpose,
    _ closed: CPUPolicy
  ) -> [LevelReport.Host] {
    let sets = members.map { policy($0, kind, purpose).featureSet.intersection(.known) }
    var holders = [Int](repeating: 0, count: Feature.wordCount * 32)
    for set in sets { set.forEachFeature { holders[Int($0.rawValue)] += 1 } }
    return zip(members, sets).map { member, set in
      let lacking = holders.indices.lazy.map { Feature(rawValue: UInt16($0)) }.filter { feature in
        members.count > 1 && holders[Int(feature.rawValue)] == members.count - 1
          && !set.contains(feature) && feature.level == .and
      }
      return LevelReport.Host(
        name: member.name, digest: member.digest,
        loses: set.subtracting(closed.featureSet).features, blocks: Array(lacking),
        unknown: PolicyJSON.unknownPlaces(policy(member, kind, purpose)))
    }
  }

  // MARK: What differs

  private static func conflicts(
    _ level: PolicyLevel, _ closed: CPUPolicy, _ members: [PoolMember], _ kind: GuestKind,
    _ purpose: LevelReport.Purpose
  ) -> [LevelReport.Difference] {
    var result: [LevelReport.Difference] = []
    if Set(members.map { $0.policies.raw.vendorString }).count > 1 {
      let place = LeafPlace(Field.vendorStringPart1.leaf)
      result.append(
        LevelReport.Difference(
          place: .leaf(place, .ebx), field: "vendor",
          values: members.map { ($0.name, $0.policies.raw.vendorString) }, severity: .guestCrash))
    }
    if members.contains(where: { !$0.runs(kind) }) {
      result.append(
        LevelReport.Difference(
          place: nil, field: "\(kind.name) guests",
          values: members.map { ($0.name, $0.runs(kind) ? "available" : "unavailable") },
          severity: .guestCrash))
    }
    level.forEachConflict(closed: closed) { conflict in
      switch conflict {
      case .field(let field, let subleaf):
        // The parts of the vendor's name are one thing, and told above.
        guard field.rules.kind != .string else { return }
        let place =
          field.isPlain ? LeafPlace(field.leaf) : LeafPlace(field.leaf, subleaf)
        result.append(
          LevelReport.Difference(
            place: .leaf(place, field.register), field: field.name,
            values: members.map {
              (
                $0.name,
                "0x" + String(policy($0, kind, purpose)[field, subleaf: subleaf], radix: 16)
              )
            }, severity: field.rules.severity))
      case .msr(let field):
        result.append(
          LevelReport.Difference(
            place: .msr(field.msr), field: field.name,
            values: members.map { member in
              let value = policy(member, kind, purpose)[msr: field.msr] ?? 0
              return (
                member.name, "0x" + String((value & field.mask) >> UInt64(field.lowBit), radix: 16)
              )
            }, severity: field.rules.severity))
      }
    }
    return result
  }

  private static func difference(
    _ feature: Feature, _ members: [PoolMember], _ kind: GuestKind, _ purpose: LevelReport.Purpose
  ) -> LevelReport.Difference {
    var place: Violation.Place?
    if case .leaf(let leaf, let register, _) = feature.place { place = .leaf(leaf, register) }
    return LevelReport.Difference(
      place: place, field: feature.name,
      values: members.map { ($0.name, policy($0, kind, purpose).has(feature) ? "1" : "0") },
      severity: feature.severity)
  }
}
