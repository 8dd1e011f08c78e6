// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

/// What a pool would be after some of its hosts change, leave it or join it.
public struct PoolSimulation {
  /// A change of one host.
  public enum Change {
    /// A new host joins.
    case add(HostDescription, DerivationOptions?)
    /// A host leaves.
    case remove(Int)
    /// A host becomes another one.
    case become(Int, HostDescription, DerivationOptions?)
  }

  private let hosts: FleetHosts
  private let guests: FleetGuests
  private let kind: GuestKind
  private let changes: [(change: Change, words: String)]

  /// - Parameters:
  ///   - hosts: the hosts as they are.
  ///   - guests: the guests.
  ///   - kind: the guests that the pool is for.
  ///   - changes: what changes, each in words.
  public init(
    _ hosts: FleetHosts, _ guests: FleetGuests, kind: GuestKind,
    changes: [(change: Change, words: String)]
  ) {
    self.hosts = hosts
    self.guests = guests
    self.kind = kind
    self.changes = changes
  }

  /// - Parameters:
  ///   - waived: codes of findings that do not count.
  ///   - progress: is told of the pairs that are done and of all.
  public func difference(
    waiving waived: Set<ViolationCode> = [],
    progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) -> PoolDifference {
    var all = hosts
    // Every host that there is before or after: its class on each side; nil where it is not there.
    var sides = hosts.classOfHost.map { (before: Int($0) as Int?, after: Int($0) as Int?) }
    var difference = PoolDifference(kind: kind)
    for (change, words) in changes {
      switch change {
      case .add(let host, let owner):
        all.add(host, owner: owner)
        sides.append((nil, all.classOfHost.last.map(Int.init)))
        difference.facts.append(
          .init(host: host.name, isThereBefore: false, change: words, severity: .cosmetic))
      case .remove(let number):
        sides[number].after = nil
        difference.facts.append(
          .init(
            host: hosts.names[number], isThereBefore: true, change: nil, severity: .cosmetic))
      case .become(let number, let host, let owner):
        all.add(host, owner: owner)
        sides[number].after = all.classOfHost.last.map(Int.init)
        difference.facts.append(
          .init(
            host: hosts.names[number], isThereBefore: true, change: words,
            severity: severity(sides[number], all)))
      }
      difference.assumed += assumed(of: change)
    }
    difference.hosts = (hosts.names.count, sides.count { $0.after != nil })
    let before = level(sides.compactMap(\.before), all)
    let after = level(sides.compactMap(\.after), all)
    if let before, let after { difference.level = (before.policy, after.policy) }
    difference.conflicts = (before?.conflicts ?? [], after?.conflicts ?? [])
    let assessment = FleetAssessment(
      all, guests, kind: kind, waived: waived, hasNatives: false, progress: progress)
    judge(sides, assessment, &difference)
    return difference
  }

  /// The worst difference between the policies with which a host's guests begin.
  private func severity(
    _ side: (before: Int?, after: Int?), _ all: FleetHosts
  ) -> Severity {
    guard let before = side.before, let after = side.after else { return .cosmetic }
    return PolicyDifference.between(
      all.classes[before].policies[kind.defaultPolicy],
      all.classes[after].policies[kind.defaultPolicy]
    ).map(\.severity).max() ?? .cosmetic
  }

  private func assumed(of change: Change) -> [String] {
    switch change {
    case .add(let host, let owner), .become(_, let host, let owner):
      let facts = host.assumedFacts(of: kind.maxPolicy, owner).map(\.name)
      return facts.isEmpty ? [] : ["\(host.name): \(facts.joined(separator: ", "))"]
    case .remove: return []
    }
  }

  /// The level of some classes, for guests that start; nil for none.
  private func level(
    _ classes: [Int], _ all: FleetHosts
  ) -> (policy: CPUPolicy, conflicts: [String])? {
    guard !classes.isEmpty else { return nil }
    var level = PolicyLevel()
    for number in Set(classes).sorted() {
      let policies = all.classes[number].policies
      level.add(policies[kind.defaultPolicy], under: policies[kind.maxPolicy])
    }
    let policy = level.closed()
    var conflicts: [String] = []
    level.forEachConflict(closed: policy) { conflict in
      switch conflict {
      case .field(let field, let subleaf):
        conflicts.append(field.isPlain ? field.name : "\(field.name):\(subleaf)")
      case .msr(let field): conflicts.append(field.name)
      }
    }
    return (policy, conflicts)
  }

  private func judge(
    _ sides: [(before: Int?, after: Int?)], _ assessment: FleetAssessment,
    _ difference: inout PoolDifference
  ) {
    let relation = assessment.matrix.relation
    /// The fleet on one side, with the hosts that are not there left out.
    func fleet(_ side: (Int) -> Int?, _ places: [Int32]) -> FleetMatrix {
      FleetMatrix(
        relation, hosts: sides.indices.map { Int32(side($0) ?? 0) },
        guests: guests.classOfGuest, places: places,
        without: Set(sides.indices.filter { side($0) == nil }))
    }
    let before = fleet({ sides[$0].before }, guests.places)
    let after = fleet({ sides[$0].after }, guests.places)
    difference.standing = (
      FleetGraph.Count(before.standings()), FleetGraph.Count(after.standings())
    )
    // Guests of one class on one host have the same reasons.
    var checks: [Int: MigrationCheck] = [:]
    for guest in guests.names.indices {
      let number = Int(guests.classOfGuest[guest])
      let place = Int(guests.places[guest])
      let (was, now) = (before.destinations(of: guest), after.destinations(of: guest))
      let home = place >= 0 ? sides[place].after : nil
      let hasLeft = place >= 0 && home == nil
      let effect = effect(
        was, now, hasLeft: hasLeft, changed: place >= 0 && home != sides[place].before,
        home: home.map { relation[number, $0] })
      // Where it would be restarted, and where it can no longer go: the first of the other hosts.
      let other = sides.indices.first { $0 != place && sides[$0].after != nil }
      let host: Int? =
        switch effect {
        case .restart: home
        case .stranded: other.flatMap { sides[$0].after }
        case .unknown: home ?? other.flatMap { sides[$0].after }
        default: nil
        }
      let check = host.map { host in
        let key = number * assessment.hosts.classes.count + host
        let check = checks[key] ?? assessment.check(number, host)
        checks[key] = check
        return check
      }
      difference.guests.append(
        PoolDifference.Guest(
          name: guests.names[guest], effect: effect, before: was.safe + was.degraded,
          after: now.safe + now.degraded, findings: check?.findings ?? [],
          gather: check?.judgement.gather ?? []))
    }
  }

  /// What becomes of a guest.
  private func effect(
    _ was: FleetMatrix.Reach, _ now: FleetMatrix.Reach, hasLeft: Bool, changed: Bool,
    home: MigrationCheck.Verdict?
  ) -> PoolDifference.Effect {
    let (before, after) = (was.safe + was.degraded, now.safe + now.degraded)
    if after == 0, before > 0 || hasLeft { return now.unknown > 0 ? .unknown : .stranded }
    if hasLeft { return .moves }
    if changed, home == .unsafe { return .restart }
    if changed, home == .unknown { return .unknown }
    return after > before ? .gains : after < before ? .loses : .unchanged
  }
}
