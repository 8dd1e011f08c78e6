// SPDX-License-Identifier: Apache-2.0

import Fleet
import TestSupport
import Testing

/// The searches against what trying everything comes to.
@Suite struct PlanningTests {
  // MARK: Drops

  /// The weight of the lightest set without which no two of the rest exclude each other.
  private static func lightestDrop(
    _ weights: [Int], _ excluded: Bits, _ conflicts: [Bits]
  ) -> Int {
    var best = Int.max
    for set in 0..<(1 << weights.count) {
      func isDropped(_ one: Int) -> Bool { set >> one & 1 != 0 }
      guard excluded.numbers.allSatisfy(isDropped) else { continue }
      let isFree = weights.indices.allSatisfy { one in
        isDropped(one) || conflicts[one].numbers.allSatisfy(isDropped)
      }
      guard isFree else { continue }
      best = min(best, weights.indices.reduce(0) { $0 + (isDropped($1) ? weights[$1] : 0) })
    }
    return best
  }

  @Test func smallestDrop() {
    var generator = SeededGenerator.fresh("smallest drop")
    for round in 0..<200 {
      let count = Int.random(in: 1...10, using: &generator)
      let weights = (0..<count).map { _ in Int.random(in: 1...5, using: &generator) }
      var excluded = Bits(below: count)
      var conflicts = [Bits](repeating: Bits(below: count), count: count)
      let kinds = (0..<count).map { _ in Int.random(in: 0..<3, using: &generator) }
      for one in 0..<count {
        if Int.random(in: 0..<6, using: &generator) == 0 { excluded.insert(one) }
        for other in 0..<one {
          // Things of different kinds exclude each other, or any two do.
          let isConflict =
            round % 2 == 0
            ? kinds[one] != kinds[other] : Int.random(in: 0..<3, using: &generator) == 0
          guard isConflict else { continue }
          conflicts[one].insert(other)
          conflicts[other].insert(one)
        }
      }
      let found = SmallestDrop(weights: weights, excluded: excluded, conflicts: conflicts)
      #expect(found.isProven)
      #expect(found.weight == Self.lightestDrop(weights, excluded, conflicts))
      #expect(found.weight == found.dropped.numbers.reduce(0) { $0 + weights[$1] })
      #expect(excluded.isSubset(of: found.dropped))
      // With no steps left there is an answer all the same, and its bound holds.
      let rough = SmallestDrop(
        weights: weights, excluded: excluded, conflicts: conflicts, mostSteps: 0)
      #expect(rough.weight >= found.weight && rough.bound <= found.weight)
      #expect(!rough.isProven || rough.weight == found.weight)
    }
  }

  // MARK: Partitions

  /// Sets of bits of which a pool has what all of its members have. A member may hide a difference of the
  /// others.
  private struct Sets: PoolJoining {
    var sets: [UInt64]
    var weights: [Int]
    var vendors: [Int]
    var values: [Int]

    var count: Int { sets.count }
    func single(_ number: Int) -> UInt64 { sets[number] }
    func join(_ one: UInt64, _ other: UInt64) -> UInt64 { one & other }
    func loss(_ joined: UInt64, _ members: Bits) -> PoolLoss {
      let numbers = members.numbers
      let lost = numbers.reduce(0) { $0 + weights[$1] * (sets[$1] & ~joined).nonzeroBitCount }
      let isOneVendor = Set(numbers.map { vendors[$0] }).count == 1
      // The value counts where all have the lowest bit.
      let differs = joined & 1 != 0 && Set(numbers.map { values[$0] }).count > 1
      return PoolLoss(
        lost: lost, isPossible: isOneVendor && !differs, isNeverPossible: !isOneVendor)
    }

    func loss(of pool: [Int]) -> Int? {
      var members = Bits(below: count)
      for one in pool { members.insert(one) }
      let loss = loss(pool.reduce(UInt64.max) { $0 & sets[$1] }, members)
      return loss.isPossible ? loss.lost : nil
    }

    static func random(_ count: Int, _ generator: inout SeededGenerator) -> Sets {
      Sets(
        sets: (0..<count).map { _ in .random(in: 0...0xfff, using: &generator) },
        weights: (0..<count).map { _ in .random(in: 1...4, using: &generator) },
        vendors: (0..<count).map { _ in .random(in: 0..<5, using: &generator) / 4 },
        values: (0..<count).map { _ in .random(in: 0..<3, using: &generator) / 2 })
    }
  }

  /// The least loss of all partitions into at most `number` pools.
  private static func leastLoss(_ sets: Sets, _ number: Int) -> Int? {
    var best: Int?
    func place(_ next: Int, _ pools: [[Int]]) {
      guard next < sets.count else {
        var loss = 0
        for pool in pools {
          guard let lost = sets.loss(of: pool) else { return }
          loss += lost
        }
        best = min(best ?? .max, loss)
        return
      }
      for pool in pools.indices {
        var more = pools
        more[pool].append(next)
        place(next + 1, more)
      }
      if pools.count < number { place(next + 1, pools + [[next]]) }
    }
    place(0, [])
    return best
  }

  @Test func partitions() {
    var generator = SeededGenerator.fresh("partitions")
    for _ in 0..<60 {
      let sets = Sets.random(Int.random(in: 1...7, using: &generator), &generator)
      let number = Int.random(in: 1...4, using: &generator)
      let least = Self.leastLoss(sets, number)
      let found = PoolPartition(sets, into: number)
      #expect(found?.loss == least)
      #expect((least == nil) == PoolPartition.isImpossible(sets, into: number))
      guard let found else { continue }
      #expect(found.isProven && found.pools.count <= number)
      #expect(found.pools.flatMap(\.self).sorted() == Array(0..<sets.count))
      #expect(found.pools.reduce(0) { $0 + (sets.loss(of: $1) ?? .max / 2) } == found.loss)
    }
  }

  /// Beyond a dozen there is a partition with a bound below which none is, and it is said to be not proven.
  @Test func partitionsBeyondADozen() {
    var generator = SeededGenerator.fresh("many")
    for _ in 0..<3 {
      var sets = Sets.random(13, &generator)
      sets.vendors = sets.vendors.map { _ in 0 }
      sets.values = sets.values.map { _ in 0 }
      let number = Int.random(in: 2...3, using: &generator)
      guard let found = PoolPartition(sets, into: number) else {
        Issue.record("none found")
        continue
      }
      #expect(found.pools.flatMap(\.self).sorted() == Array(0..<sets.count))
      #expect(found.pools.reduce(0) { $0 + (sets.loss(of: $1) ?? .max / 2) } == found.loss)
      // The exact answer to the first twelve is a bound, too.
      var few = sets
      few.sets.removeLast()
      let least = try? #require(PoolPartition(few, into: number)?.loss)
      #expect(found.bound <= found.loss && least ?? 0 <= found.loss)
    }
    // Two vendors are never one pool, and that is proven of any number.
    var sets = Sets.random(20, &generator)
    sets.vendors = (0..<20).map { $0 % 3 }
    #expect(PoolPartition(sets, into: 2) == nil && PoolPartition.isImpossible(sets, into: 2))
  }

  // MARK: Upgrades

  /// An upgrade host by host: what takes which guest before and after.
  private struct Upgrade {
    var sizes: [Int]
    var guests: [UpgradeOrder.Guests]

    /// The kind of each host.
    var hosts: [Int] {
      sizes.indices.flatMap { [Int](repeating: $0, count: sizes[$0]) }
    }

    /// Whether hosts can be upgraded in some order, while every guest that is not left out has a place
    /// on a host that is not being upgraded.
    func isPossible(without left: Set<Int>) -> Bool {
      let hosts = hosts
      let count = hosts.count
      var reached: Set = [0]
      for done in 0..<(1 << count) where reached.contains(done) {
        for host in 0..<count where done >> host & 1 == 0 {
          if isAllowed(host, done, left) { reached.insert(done | 1 << host) }
        }
      }
      return reached.contains((1 << count) - 1)
    }

    func isAllowed(_ host: Int, _ done: Int, _ left: Set<Int>) -> Bool {
      let hosts = hosts
      return guests.indices.allSatisfy { guest in
        left.contains(guest)
          || hosts.indices.contains { other in
            other != host
              && (done >> other & 1 != 0 ? guests[guest].after : guests[guest].before)
                .contains(hosts[other])
          }
      }
    }

    /// The fewest guests to leave out.
    var fewest: Int {
      var best = Int.max
      for set in 0..<(1 << guests.count) {
        let left = Set(guests.indices.filter { set >> $0 & 1 != 0 })
        let weight = left.reduce(0) { $0 + guests[$1].weight }
        if weight < best, isPossible(without: left) { best = weight }
      }
      return best
    }
  }

  @Test func upgradeOrders() {
    var generator = SeededGenerator.fresh("upgrades")
    var costs: Set<Bool> = []
    for _ in 0..<150 {
      let kinds = Int.random(in: 1...4, using: &generator)
      let sizes = (0..<kinds).map { _ in Int.random(in: 1...2, using: &generator) }
      func bits(_ generator: inout SeededGenerator) -> Bits {
        var bits = Bits(below: kinds)
        for kind in 0..<kinds where Int.random(in: 0..<2, using: &generator) == 0 {
          bits.insert(kind)
        }
        return bits
      }
      let guests = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        UpgradeOrder.Guests(
          before: bits(&generator), after: bits(&generator),
          weight: Int.random(in: 1...4, using: &generator))
      }
      let upgrade = Upgrade(sizes: sizes, guests: guests)
      let found = UpgradeOrder(sizes: sizes, guests: guests)
      #expect(found.isProven)
      let weight = found.restarted.reduce(0) { $0 + guests[$1].weight }
      #expect(weight == upgrade.fewest && found.bound == weight)
      costs.insert(weight == 0)
      replay(found, upgrade)
      // A search that gives up restarts enough guests, and says so.
      let rough = UpgradeOrder(sizes: sizes, guests: guests, mostStates: 1)
      replay(rough, upgrade)
      #expect(rough.bound <= weight)
      if rough.isProven { #expect(rough.restarted.isEmpty || rough.bound == weight) }
    }
    #expect(costs.count == 2)
  }

  /// The order that was found, host by host: nobody is without a place.
  private func replay(_ found: UpgradeOrder, _ upgrade: Upgrade) {
    guard let order = found.order else {
      Issue.record("no order")
      return
    }
    let hosts = upgrade.hosts
    #expect(order.sorted() == hosts)
    var done = 0
    for kind in order {
      let host = hosts.indices.first { hosts[$0] == kind && done >> $0 & 1 == 0 }
      guard let host else {
        Issue.record("a host too many")
        return
      }
      #expect(upgrade.isAllowed(host, done, Set(found.restarted)))
      done |= 1 << host
    }
  }

  /// A dozen kinds of hosts are searched to the end, and a cycle of them has no order.
  @Test func aDozenKinds() {
    let kinds = 12
    // Each guest goes on where it is before, and on the next kind after: no kind can begin.
    let ring = (0..<kinds).map { kind in
      var before = Bits(below: kinds)
      var after = Bits(below: kinds)
      before.insert(kind)
      after.insert((kind + 1) % kinds)
      return UpgradeOrder.Guests(before: before, after: after, weight: 1)
    }
    let sizes = [Int](repeating: 1, count: kinds)
    let found = UpgradeOrder(sizes: sizes, guests: ring)
    #expect(found.isProven && found.restarted.count == 1 && found.bound == 1)
    replay(found, Upgrade(sizes: sizes, guests: ring))
    let twice = [Int](repeating: 2, count: kinds)
    let free = UpgradeOrder(sizes: twice, guests: ring)
    #expect(free.isProven)
  }
}
