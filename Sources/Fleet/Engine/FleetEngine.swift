// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyDocuments
import PolicyText

/// Who can go where in a fleet: hosts by pools, guests by hosts, kept up with every change.
///
/// A verdict is the worst of axes that are judged once a pair of values: policies, counters, hypervisors. Rows of
/// bits over the hosts of a pool hold them, so that a guest's destinations are a union of rows, and a changed host
/// is one bit in each. The same object is used by one caller at a time.
public final class FleetEngine {
  /// What is to be known of a host.
  public struct Host: Sendable {
    /// The host's id.
    public var id: String
    /// What it is called.
    public var name: String
    /// The pool in which it stands.
    public var pool: String
    /// The digest of its facts, which `add(facts:)` makes known.
    public var facts: String
    /// Its time-stamp counter.
    public var tsc: HostDescription.TimeStampCounter

    /// A host of a pool.
    public init(
      id: String, name: String, pool: String, facts: String, tsc: HostDescription.TimeStampCounter
    ) {
      self.id = id
      self.name = name
      self.pool = pool
      self.facts = facts
      self.tsc = tsc
    }
  }

  /// Hosts on which a guest comes to the same for the same reasons.
  public struct Destinations: Sendable {
    /// What it comes to there.
    public var verdict: MigrationCheck.Verdict
    /// The worst findings, each a code with what it is about.
    public var reasons: [String]
    /// The hosts' ids, in ascending order.
    public var hosts: [String]
    /// Everything that is found on the first of them; nil where facts or policy are not known.
    public var check: MigrationCheck?
  }

  private struct Known {
    var host: Host
    /// Guests by the numbers of their promises, in the order in which they were told.
    var guests: [Int32] = []
  }

  private struct CheckKey: Hashable {
    var promise, plain, counter: Int32
    var waivers: Set<ViolationCode>
  }

  private let judge = FleetJudge()
  private var hosts: [Known?] = []
  private var numbers: [String: Int] = [:]
  private var pools: [String: FleetPool] = [:]
  private var waivers: [String: Set<ViolationCode>] = [:]
  private var checks: [CheckKey: MigrationCheck] = [:]

  /// The most checks with all findings that are kept.
  private static let mostChecks = 4096

  /// An empty fleet.
  public init() {}

  // MARK: What is known

  /// Whether the facts of a digest are known.
  public func hasFacts(_ digest: String) -> Bool { judge.hasFacts(digest) }

  /// Makes facts known: a description of which the name and the counter are the host's own matter.
  public func add(facts digest: String, _ host: HostDescription) {
    guard !judge.hasFacts(digest) else { return }
    judge.add(host, facts: digest)
    // Hosts that were heard of before their facts.
    for case let known? in hosts where known.host.facts == digest {
      if let number = numbers[known.host.id] { place(number) }
    }
  }

  /// Makes a policy of guests known.
  public func add(policy digest: String, _ policy: CPUPolicy) {
    let waiting = Set(judge.add(policy, digest: digest))
    guard !waiting.isEmpty else { return }
    for pool in pools.keys where pools[pool]?.knows(waiting) == true { rebuild(pool) }
  }

  /// Says what does not count in a pool.
  ///
  /// - Returns: whether that is another thing than before.
  @discardableResult
  public func setWaivers(_ codes: Set<ViolationCode>, in pool: String) -> Bool {
    guard waivers[pool] ?? [] != codes else { return false }
    waivers[pool] = codes
    rebuild(pool)
    return true
  }

  /// Makes all rows and counts anew of what was judged. Nothing else comes of it than changes have left.
  public func recompute() {
    for pool in pools.keys { rebuild(pool) }
  }

  private func rebuild(_ pool: String, more: Int = 0) {
    guard let former = pools[pool] else { return }
    pools[pool] = former.rebuilt(waivers: waivers[pool] ?? [], more: more)
  }

  // MARK: Changes

  /// Adds a host, or says what it is now. Its guests stay with it, wherever it goes.
  public func set(_ host: Host) {
    let number = numbers[host.id] ?? hosts.count
    if number == hosts.count {
      hosts.append(nil)
      numbers[host.id] = number
    }
    let former = hosts[number]
    if let former, former.host.pool != host.pool { leave(number, former.host.pool) }
    hosts[number] = Known(host: host, guests: former?.guests ?? [])
    place(number)
    if let former, former.host.pool != host.pool { seat(number) }
  }

  private func place(_ number: Int) {
    guard let host = hosts[number]?.host else { return }
    if pools[host.pool] == nil {
      pools[host.pool] = FleetPool(judge, waivers: waivers[host.pool] ?? [])
    }
    if pools[host.pool]?.isFull == true, pools[host.pool]?.host(number) == nil {
      rebuild(host.pool, more: 64)
    }
    let place = judge.place(facts: host.facts, host.tsc)
    pools[host.pool]?.fill(hosts: [place], promises: [])
    pools[host.pool]?.set(number, place)
  }

  private func seat(_ number: Int) {
    guard let known = hosts[number], let pool = pools[known.host.pool] else { return }
    pool.fill(hosts: [], promises: Set(known.guests))
    pool.setGuests(number, known.guests)
    if pool.isMostlyIdle { rebuild(known.host.pool) }
  }

  private func leave(_ number: Int, _ pool: String) {
    pools[pool]?.remove(number)
    if pools[pool]?.hasHosts == false { pools[pool] = nil }
  }

  /// Takes a host out, with its guests: only who says so himself does that, never silence.
  public func remove(_ id: String) {
    guard let number = numbers.removeValue(forKey: id), let known = hosts[number] else { return }
    leave(number, known.host.pool)
    hosts[number] = nil
  }

  /// Says which guests a host has: the terms of each, by its number among `terms`.
  public func setGuests(of id: String, terms: [GuestTerms], guests: [Int]) {
    guard let number = numbers[id] else { return }
    let promises = terms.map { judge.number(of: $0) }
    hosts[number]?.guests = guests.map { promises[$0] }
    seat(number)
  }

  /// Takes a whole fleet at once: what is new is judged side by side.
  public func load(_ fleet: [(host: Host, terms: [GuestTerms], guests: [Int])]) {
    var sizes: [String: Int] = [:]
    for (host, _, _) in fleet { sizes[host.pool, default: 0] += 1 }
    for (pool, size) in sizes where pools[pool] == nil {
      pools[pool] = FleetPool(judge, waivers: waivers[pool] ?? [], room: size)
    }
    var places: [String: [FleetJudge.Place]] = [:]
    var promises: [String: Set<Int32>] = [:]
    var people: [[Int32]] = []
    for (host, terms, guests) in fleet {
      places[host.pool, default: []].append(judge.place(facts: host.facts, host.tsc))
      let numbers = terms.map { judge.number(of: $0) }
      promises[host.pool, default: []].formUnion(numbers)
      people.append(guests.map { numbers[$0] })
    }
    for (pool, places) in places {
      pools[pool]?.fill(hosts: places, promises: promises[pool] ?? [])
    }
    for (host, _, _) in fleet { set(host) }
    for ((host, _, _), guests) in zip(fleet, people) {
      guard let number = numbers[host.id] else { continue }
      hosts[number]?.guests = guests
      pools[host.pool]?.setGuests(number, guests)
    }
  }

  // MARK: Answers

  /// The pools that have hosts, by name.
  public var poolNames: [String] { pools.keys.sorted() }

  /// The ids of a pool's hosts, in ascending order; of all where no pool is given.
  public func hosts(of pool: String? = nil) -> [String] {
    hosts.compactMap { known in
      known.flatMap { pool == nil || $0.host.pool == pool ? $0.host.id : nil }
    }.sorted()
  }

  /// A host as it was described; nil for one that is not known, and while its facts are not.
  public func description(of id: String) -> HostDescription? {
    guard let number = numbers[id], let host = hosts[number]?.host else { return nil }
    return judge.host(judge.place(facts: host.facts, host.tsc), named: host.name, host.tsc)
  }

  /// What the other hosts of its pool are to a guest, which is given by its place among its host's.
  public func reach(ofGuest index: Int, on id: String) -> FleetMatrix.Reach? {
    guard let number = numbers[id], let known = hosts[number], known.guests.indices.contains(index)
    else { return nil }
    return pools[known.host.pool]?.reach(of: known.guests[index], on: number)
  }

  /// Where a guest can go in its pool and where not, by verdict and reasons: the best first. Its own host is
  /// not among them.
  public func destinations(ofGuest index: Int, on id: String) -> [Destinations] {
    guard let number = numbers[id], let known = hosts[number], known.guests.indices.contains(index),
      let pool = pools[known.host.pool]
    else { return [] }
    var groups: [[String]: Destinations] = [:]
    for (host, verdict) in pool.verdicts(of: known.guests[index]) where host != number {
      guard let there = hosts[host]?.host else { continue }
      let check = check(known.guests[index], there, pool.waivers)
      let reasons = check.map(\.reasons) ?? ["facts or policy are not known"]
      groups[
        [verdict.rawValue] + reasons,
        default: Destinations(verdict: verdict, reasons: reasons, hosts: [], check: check)
      ].hosts.append(there.id)
    }
    return groups.values.map { group in
      var group = group
      group.hosts.sort()
      return group
    }.sorted { one, other in
      let codes = (VerdictCode.of(one.verdict), VerdictCode.of(other.verdict))
      return codes.0 == codes.1 ? one.hosts[0] < other.hosts[0] : codes.0 < codes.1
    }
  }

  private func check(
    _ promise: Int32, _ host: Host, _ waivers: Set<ViolationCode>
  ) -> MigrationCheck? {
    let place = judge.place(facts: host.facts, host.tsc)
    guard let plain = place.plain else { return nil }
    let key = CheckKey(promise: promise, plain: plain, counter: place.counter, waivers: waivers)
    if var found = checks[key] {
      found.host = host.name
      return found
    }
    let check = judge.check(promise, place, host: host.name, host.tsc, judge.tables(waivers))
    if checks.count >= Self.mostChecks { checks = [:] }
    checks[key] = check
    return check
  }

  /// How the guests of a pool stand; of the whole fleet where none is given.
  public func standings(of pool: String? = nil) -> FleetMatrix.Evacuation {
    var all = FleetMatrix.Evacuation()
    for (name, found) in pools where pool == nil || name == pool {
      let counts = found.standings()
      all.add(counts.free, .free)
      all.add(counts.degraded, .degraded)
      all.add(counts.unknown, .unknown)
      all.add(counts.stranded, .stranded)
    }
    return all
  }

  /// What becomes of the guests of a host if it is emptied: how each stands, in their order.
  public func standings(ofGuestsOn id: String) -> [FleetMatrix.Standing] {
    guard let number = numbers[id], let known = hosts[number] else { return [] }
    return pools[known.host.pool]?.standings(of: number) ?? []
  }

  /// What becomes of a host's guests if it is emptied, by number.
  public func evacuation(of id: String) -> FleetMatrix.Evacuation {
    var result = FleetMatrix.Evacuation()
    for standing in standings(ofGuestsOn: id) { result.add(1, standing) }
    return result
  }

  /// Guests that stand so, by host and place among its guests: at most so many, hosts in ascending order.
  public func guests(
    that standing: FleetMatrix.Standing, in pool: String? = nil, most: Int = .max
  ) -> [(host: String, guest: Int)] {
    var found: [(host: String, guest: Int)] = []
    let names = Set(pools.filter { $0.value.has(standing) }.keys)
    for id in hosts(of: pool) {
      guard let number = numbers[id], let known = hosts[number], names.contains(known.host.pool)
      else { continue }
      for (index, other) in standings(ofGuestsOn: id).enumerated() where other == standing {
        guard found.count < most else { return found }
        found.append((id, index))
      }
    }
    return found
  }

  /// A pool's level, as of its hosts now; hosts whose facts are not known are named.
  public func level(
    of pool: String, kind: GuestKind, purpose: LevelReport.Purpose = .boot
  ) -> (report: LevelReport, unknown: [String]) {
    var (members, unknown) = ([HostDescription](), [String]())
    for id in hosts(of: pool) {
      if let host = description(of: id) {
        members.append(host)
      } else {
        unknown.append(id)
      }
    }
    let all = PoolMember.all(of: members, kind: kind)
    return (PoolLevel.report(all, kind: kind, purpose: purpose), unknown)
  }

  /// Guests of a pool for which a host that was otherwise before has become better or worse: by terms, with
  /// both verdicts, and how many guests have them.
  public func effect(
    on pool: String, from former: Host, to present: Host
  ) -> [(terms: GuestTerms, from: MigrationCheck.Verdict, to: MigrationCheck.Verdict, guests: Int)]
  {
    var counts: [Int32: Int] = [:]
    for case let known? in hosts where known.host.pool == pool {
      for promise in known.guests { counts[promise, default: 0] += 1 }
    }
    let tables = judge.tables(waivers[pool] ?? [])
    let places = (
      judge.place(facts: former.facts, former.tsc), judge.place(facts: present.facts, present.tsc)
    )
    return counts.sorted { $0.key < $1.key }.compactMap { promise, guests in
      let codes = (
        judge.verdict(promise, places.0, tables), judge.verdict(promise, places.1, tables)
      )
      guard codes.0 != codes.1 else { return nil }
      return (
        judge.promises[Int(promise)].terms, VerdictCode.verdict(codes.0),
        VerdictCode.verdict(codes.1), guests
      )
    }
  }
}
