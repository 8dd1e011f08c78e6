// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyDocuments
import PolicyText

/// In which order hosts can be emptied and changed one after the other so that every guest always has a
/// place.
public struct PoolUpgrade: Sendable {
  private let names: [String]
  private let guests: FleetGuests
  private let relation: MoveRelation
  /// The class of each host before, and after; the same where nothing changes.
  private let before: [Int]
  private let after: [Int]
  private let changed: Set<Int>
  private let kind: GuestKind

  /// A host as it will be, with its owner's options.
  public typealias Successor = (host: HostDescription, owner: DerivationOptions?)

  /// - Parameters:
  ///   - hosts: the hosts as they are.
  ///   - successors: those that change, by number.
  ///   - guests: the guests; those of which nobody says where they are can be anywhere.
  ///   - kind: the guests that the pool is for.
  ///   - waived: codes of findings that do not count.
  ///   - progress: is told of the pairs that are done and of all.
  public init(
    _ hosts: FleetHosts, to successors: [Int: Successor], _ guests: FleetGuests,
    kind: GuestKind = .hvm, waived: Set<ViolationCode> = [],
    progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) {
    var all = hosts
    var after = hosts.classOfHost.map(Int.init)
    for number in successors.keys.sorted() {
      guard let (host, owner) = successors[number] else { continue }
      all.add(host, owner: owner)
      after[number] = Int(all.classOfHost[all.classOfHost.count - 1])
    }
    names = hosts.names
    self.guests = guests
    self.kind = kind
    before = hosts.classOfHost.map(Int.init)
    self.after = after
    changed = Set(successors.keys)
    relation =
      FleetAssessment(
        all, guests, kind: kind, waived: waived, hasNatives: false, progress: progress
      ).matrix.relation
  }

  /// What the plan's document says.
  public var plan: PlanReport {
    var plan = PlanReport(
      .upgrade, wanted: "\(Counted.of(changed.count, "host")) changed", kind: kind)
    plan.hosts = names.count
    let problem = UpgradeProblem(
      before: before, after: after, changed: changed, guests: guests, relation)
    let answer = UpgradeOrder(sizes: problem.sizes, guests: problem.guests)
    plan.isProven = answer.isProven
    plan.bound = answer.bound
    guard let order = answer.order else {
      plan.isPossible = false
      return plan
    }
    let restarted = problem.members(of: answer.restarted)
    plan.isPossible = restarted.isEmpty
    plan.cost = restarted.count
    plan.restart = restarted.map { guests.names[$0] }
    plan.order = steps(problem.hosts(in: order), without: Set(restarted))
    let unknown = guests.classes.indices.reduce(0) { count, guest in
      count + relation.unknownHosts(guest).count
    }
    if unknown > 0 {
      plan.unknown.append(
        "\(unknown) pairs of classes of guests and hosts; none of them counts as a place")
    }
    return plan
  }

  /// The hosts in their turn, with the moves that empty each: where a guest can stay longest, as safe as
  /// can be.
  private func steps(_ order: [Int], without restarted: Set<Int>) -> [PlanReport.Step] {
    var current = before
    var done: Set<Int> = []
    var inhabitants = [[Int: [Int]]](repeating: [:], count: names.count)
    var load = [Int](repeating: 0, count: names.count)
    for guest in guests.places.indices where guests.places[guest] >= 0 {
      guard !restarted.contains(guest) else { continue }
      let host = Int(guests.places[guest])
      inhabitants[host][Int(guests.classOfGuest[guest]), default: []].append(guest)
      load[host] += 1
    }
    return order.map { host in
      var step = PlanReport.Step(host: names[host], moves: [])
      for (guestClass, members) in inhabitants[host].sorted(by: { $0.key < $1.key }) {
        func rank(_ other: Int) -> (Int, Int, Int) {
          let stays = done.contains(other) || !changed.contains(other)
          let isSafe = relation[guestClass, current[other]] == .safe
          return (stays ? 0 : 1, isSafe ? 0 : 1, load[other])
        }
        let open = names.indices.filter { other in
          other != host && [.safe, .degraded].contains(relation[guestClass, current[other]])
        }
        guard let to = open.min(by: { rank($0) < rank($1) }) else { continue }
        inhabitants[to][guestClass, default: []] += members
        load[to] += members.count
        step.moves.append((names[to], members.map { guests.names[$0] }))
      }
      load[host] = 0
      inhabitants[host] = [:]
      current[host] = after[host]
      done.insert(host)
      return step
    }
  }
}

/// The kinds of hosts and guests of an upgrade.
struct UpgradeProblem {
  private(set) var sizes: [Int] = []
  private(set) var guests: [UpgradeOrder.Guests] = []
  private var hosts: [[Int]] = []
  private var numbers: [[Int]] = []

  /// What makes hosts alike: what they are and will be. One on which a guest is that it would not take is
  /// alone: the guest may stay there, and none may come.
  private struct HostKey: Hashable {
    var before: Int
    var after: Int
    var alone: Int
  }

  private struct GuestKey: Hashable {
    var number: Int
    var home: Int
  }

  init(
    before: [Int], after: [Int], changed: Set<Int>, guests: FleetGuests, _ relation: MoveRelation
  ) {
    var homes: Set<Int> = []
    var groups: [GuestKey: [Int]] = [:]
    for guest in guests.classOfGuest.indices {
      let number = Int(guests.classOfGuest[guest])
      let place = Int(guests.places[guest])
      var home = -1
      if place >= 0, !relation.possibleHosts(number).contains(before[place]) {
        home = place
        homes.insert(place)
      }
      groups[GuestKey(number: number, home: home), default: []].append(guest)
    }
    var kinds: [HostKey: Int] = [:]
    for host in before.indices where changed.contains(host) {
      let key = HostKey(
        before: before[host], after: after[host], alone: homes.contains(host) ? host : -1)
      let number = kinds[key] ?? sizes.count
      if number == sizes.count {
        kinds[key] = number
        sizes.append(0)
        hosts.append([])
      }
      sizes[number] += 1
      hosts[number].append(host)
    }
    let staying = Set(before.indices.filter { !changed.contains($0) }.map { before[$0] })
    for (key, members) in groups.sorted(by: { $0.value[0] < $1.value[0] }) {
      let possible = relation.possibleHosts(key.number)
      // A host that does not change takes it all the time.
      guard !staying.contains(where: possible.contains) else { continue }
      if key.home >= 0, !changed.contains(key.home) { continue }
      var kind = UpgradeOrder.Guests(
        before: Bits(below: sizes.count), after: Bits(below: sizes.count), weight: members.count)
      for (host, number) in kinds {
        if possible.contains(host.before) || host.alone >= 0 && host.alone == key.home {
          kind.before.insert(number)
        }
        if possible.contains(host.after) { kind.after.insert(number) }
      }
      self.guests.append(kind)
      numbers.append(members)
    }
  }

  /// The guests of some kinds.
  func members(of kinds: [Int]) -> [Int] { kinds.flatMap { numbers[$0] }.sorted() }

  /// Each host in its turn.
  func hosts(in order: [Int]) -> [Int] {
    var next = [Int](repeating: 0, count: sizes.count)
    return order.map { kind in
      next[kind] += 1
      return hosts[kind][next[kind] - 1]
    }
  }
}
