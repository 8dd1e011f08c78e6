// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyDocuments
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
    waiving waived: Set<String> = [], progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
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
        difference.facts.append((host.name, words))
      case .remove(let number):
        sides[number].after = nil
        difference.facts.append((hosts.names[number], words))
      case .become(let number, let host, let owner):
        all.add(host, owner: owner)
        sides[number].after = all.classOfHost.last.map(Int.init)
        difference.facts.append((hosts.names[number], words))
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
    for guest in guests.names.indices {
      let number = Int(guests.classOfGuest[guest])
      let place = Int(guests.places[guest])
      let (was, is_) = (before.destinations(of: guest), after.destinations(of: guest))
      let home = place >= 0 ? sides[place].after : nil
      let hasLeft = place >= 0 && home == nil
      let (effect, host) = effect(
        was, is_, hasLeft: hasLeft, changed: place >= 0 && home != sides[place].before,
        home: home.map { relation[number, $0] })
      let findings =
        effect == .restart
        ? home.map { assessment.reasons(number, $0) } ?? []
        : effect == .stranded
          ? host.flatMap { _ in
            sides.indices.first { $0 != place && sides[$0].after != nil }.flatMap {
              sides[$0].after.map { assessment.reasons(number, $0) }
            }
          } ?? [] : []
      difference.guests.append(
        PoolDifference.Guest(
          name: guests.names[guest], effect: effect, before: was.safe + was.degraded,
          after: is_.safe + is_.degraded, findings: findings))
    }
  }

  /// What becomes of a guest, and whether a finding says why.
  private func effect(
    _ was: FleetMatrix.Reach, _ now: FleetMatrix.Reach, hasLeft: Bool, changed: Bool,
    home: MigrationCheck.Verdict?
  ) -> (PoolDifference.Effect, Bool?) {
    let (before, after) = (was.safe + was.degraded, now.safe + now.degraded)
    if after == 0, before > 0 || hasLeft { return (now.unknown > 0 ? .unknown : .stranded, true) }
    if hasLeft { return (.moves, nil) }
    if changed, home == .unsafe { return (.restart, true) }
    if changed, home == .unknown { return (.unknown, nil) }
    return (after > before ? .gains : after < before ? .loses : .unchanged, nil)
  }
}
