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
    let classes = Classes(members)
    let wanted = purpose == .boot ? kind.defaultPolicy : kind.maxPolicy
    // Folding is idempotent: hosts that are alike count once.
    var level = PolicyLevel()
    for shared in classes.all {
      level.add(shared.policies[wanted], under: shared.policies[kind.maxPolicy])
    }
    let closed = level.closed()
    var report = LevelReport(kind: kind, purpose: purpose, policy: closed)
    report.accumulated = level.accumulated.intersection(closed.featureSet).features
    report.hosts = hosts(members, classes, wanted, closed)
    report.conflicts = conflicts(level, closed, members, classes, kind, wanted)
    report.differences = level.differences.features.map { feature in
      difference(feature, members, classes, wanted)
    }
    report.labels = ArchitectureLevel.all.filter { $0.isReached(by: closed.featureSet) }
      .map(\.name)
    return report
  }

  /// The members of a pool by what they have in common: what is asked of a policy is asked once a class.
  private struct Classes {
    var all: [PoolMember.Shared] = []
    /// The class of each member.
    var ofMember: [Int] = []

    init(_ members: [PoolMember]) {
      var numbers: [ObjectIdentifier: Int] = [:]
      for member in members {
        let number = numbers[ObjectIdentifier(member.shared)] ?? all.count
        if number == all.count {
          numbers[ObjectIdentifier(member.shared)] = number
          all.append(member.shared)
        }
        ofMember.append(number)
      }
    }

    /// Each member's name with the answer for its class.
    func values(
      _ members: [PoolMember], _ answer: (PoolMember.Shared) -> String
    ) -> [(String, String)] {
      let answers = all.map(answer)
      return zip(members, ofMember).map { ($0.name, answers[$1]) }
    }
  }

  // MARK: Hosts

  private static func hosts(
    _ members: [PoolMember], _ classes: Classes, _ wanted: PolicyKind, _ closed: CPUPolicy
  ) -> [LevelReport.Host] {
    let sets = classes.all.map { $0.policies[wanted].featureSet.intersection(.known) }
    var sizes = [Int](repeating: 0, count: sets.count)
    for number in classes.ofMember { sizes[number] += 1 }
    var holders = [Int](repeating: 0, count: Feature.wordCount * 32)
    for (set, size) in zip(sets, sizes) {
      set.forEachFeature { holders[Int($0.rawValue)] += size }
    }
    let told = zip(classes.all, sets).map { shared, set in
      let lacking = holders.indices.lazy.map { Feature(rawValue: UInt16($0)) }.filter { feature in
        members.count > 1 && holders[Int(feature.rawValue)] == members.count - 1
          && !set.contains(feature) && feature.level == .and
      }
      return LevelReport.Host(
        name: "", digest: shared.digest, loses: set.subtracting(closed.featureSet).features,
        blocks: Array(lacking), unknown: PolicyJSON.unknownPlaces(shared.policies[wanted]))
    }
    return zip(members, classes.ofMember).map { member, number in
      var host = told[number]
      host.name = member.name
      return host
    }
  }

  // MARK: What differs

  private static func conflicts(
    _ level: PolicyLevel, _ closed: CPUPolicy, _ members: [PoolMember], _ classes: Classes,
    _ kind: GuestKind, _ wanted: PolicyKind
  ) -> [LevelReport.Difference] {
    var result: [LevelReport.Difference] = []
    if Set(classes.all.map { $0.policies.raw.vendorString }).count > 1 {
      let place = LeafPlace(Field.vendorStringPart1.leaf)
      result.append(
        LevelReport.Difference(
          place: .leaf(place, .ebx), field: "vendor",
          values: classes.values(members) { $0.policies.raw.vendorString }, severity: .guestCrash))
    }
    if classes.all.contains(where: { !$0.runs(kind) }) {
      result.append(
        LevelReport.Difference(
          place: nil, field: "\(kind.name) guests",
          values: classes.values(members) { $0.runs(kind) ? "available" : "unavailable" },
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
            values: classes.values(members) {
              "0x" + String($0.policies[wanted][field, subleaf: subleaf], radix: 16)
            }, severity: field.rules.severity))
      case .msr(let field):
        result.append(
          LevelReport.Difference(
            place: .msr(field.msr), field: field.name,
            values: classes.values(members) { shared in
              let value = shared.policies[wanted][msr: field.msr] ?? 0
              return "0x" + String((value & field.mask) >> UInt64(field.lowBit), radix: 16)
            }, severity: field.rules.severity))
      }
    }
    return result
  }

  private static func difference(
    _ feature: Feature, _ members: [PoolMember], _ classes: Classes, _ wanted: PolicyKind
  ) -> LevelReport.Difference {
    var place: Violation.Place?
    if case .leaf(let leaf, let register, _) = feature.place { place = .leaf(leaf, register) }
    return LevelReport.Difference(
      place: place, field: feature.name,
      values: classes.values(members) { $0.policies[wanted].has(feature) ? "1" : "0" },
      severity: feature.severity)
  }
}
