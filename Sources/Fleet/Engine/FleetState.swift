// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

/// A whole fleet in memory, as its store has it at a revision: filled by a list, kept up by a watch.
///
/// The same object is used by one caller at a time. A host that is not heard of keeps its last facts: nothing
/// here knows a clock but what is told of it.
public final class FleetState {
  /// The guests of a host.
  private struct People {
    /// The records as they stand in the store.
    var parts: [Int: GuestsRecord] = [:]
    /// When the last of them was put.
    var revision = FleetRevision.start
    /// All of them, but for those that a later record has on another host.
    var present = GuestsRecord()

    var all: [GuestEntry] { parts.values.flatMap(\.guests) }
  }

  /// What a batch touched.
  public struct News: Equatable, Sendable {
    /// Hosts of which records changed, and hosts whose guests came or went with that.
    public var hosts: Set<String> = []
    /// Pools whose verdicts may have changed.
    public var pools: Set<String> = []
    /// Everything else that changed.
    public var keys: Set<FleetKey> = []
  }

  /// The moment of which it tells.
  public private(set) var revision: FleetRevision
  /// Who can go where.
  public let engine = FleetEngine()
  /// The hosts by their ids.
  public private(set) var hosts: [String: HostRecord] = [:]
  /// The pools that somebody described, by their ids.
  public private(set) var pools: [String: PoolRecord] = [:]
  /// All waivers, also those that do not hold any more.
  public private(set) var waivers: [String: WaiverRecord] = [:]
  /// Tokens by their hashes.
  public private(set) var tokens: [String: TokenRecord] = [:]
  /// Tokens for enrolment by their hashes.
  public private(set) var enrolments: [String: TokenRecord] = [:]
  /// Plans as they were written.
  public private(set) var plans: [String: [UInt8]] = [:]
  /// Records that cannot be read, and why: the fleet is judged without them, and says so.
  public private(set) var damaged: [String: FormatError] = [:]

  private var hostRevisions: [String: FleetRevision] = [:]
  private var drifts: [String: [Int: DriftRecord]] = [:]
  private var people: [String: People] = [:]
  /// The host that has a guest, by UUID.
  private var owners: [String: String] = [:]
  /// Guests that stand in several hosts' records, and in which: they are on the move.
  private var contested: [String: Set<String>] = [:]
  private var facts: [String: [UInt8]] = [:]
  private var policies: [String: CPUPolicy] = [:]
  private var time: Int

  /// The fleet of a list.
  ///
  /// - Parameters:
  ///   - entries: everything that the store has.
  ///   - revision: at which moment.
  ///   - time: now, in seconds since 1970.
  public init(_ entries: [FleetEntry], at revision: FleetRevision, time: Int) {
    self.revision = revision
    self.time = time
    var touched = News()
    for entry in entries { take(entry.key, entry.value, entry.revision, &touched) }
    for (digest, policy) in policies { engine.add(policy: digest, policy) }
    for record in hosts.values { addFacts(record) }
    setWaivers()
    // Later records take guests from earlier ones, whatever the order of their keys.
    for id in people.keys.sorted(by: {
      people[$0]?.revision ?? .start < people[$1]?.revision ?? .start
    }) {
      _ = claim(id, former: [])
    }
    for id in people.keys { setPresent(id) }
    engine.load(
      hosts.values.sorted { $0.id < $1.id }.map { record in
        let present = people[record.id]?.present ?? GuestsRecord()
        return (Self.host(record), present.terms, present.guests.map(\.terms))
      })
  }

  /// Everything that a store has at one moment, in pages.
  ///
  /// - Parameters:
  ///   - store: the store.
  ///   - size: how many entries are asked for at a time.
  public static func entries(
    of store: some FleetStore, page size: Int = 1000
  ) async throws(FleetStoreError) -> (entries: [FleetEntry], revision: FleetRevision) {
    var page = try await store.list(prefix: "", after: nil, limit: size, at: nil)
    var entries = page.entries
    while page.hasMore {
      page = try await store.list(
        prefix: "", after: entries.last?.key, limit: size, at: page.revision)
      entries += page.entries
    }
    return (entries, page.revision)
  }

  // MARK: Changes

  /// Takes a batch of a watch: the next one behind the state's revision.
  public func apply(_ batch: FleetBatch) -> News {
    var news = News()
    var former: [String: Set<String>] = [:]
    for change in batch.changes {
      if case .guests(let id, _)? = FleetKey(change.key), former[id] == nil {
        former[id] = Set(people[id]?.all.map(\.uuid) ?? [])
      }
      switch change {
      case .put(let key, let value): take(key, value, batch.revision, &news)
      case .delete(let key): drop(key, &news)
      }
    }
    revision = batch.revision
    for key in news.keys {
      if case .policy(let digest) = key, let policy = policies[digest] {
        engine.add(policy: digest, policy)
        news.pools.formUnion(engine.poolNames)
      }
      // Bodies stand in the store before a host names them, but for hosts of whoever writes otherwise.
      if case .facts(let digest) = key,
        let record = hosts.values.first(where: { $0.state.facts == digest })
      {
        addFacts(record)
        news.pools.formUnion(engine.poolNames)
      }
      if case .waiver = key { news.pools.formUnion(setWaivers()) }
    }
    for id in news.hosts {
      if let record = hosts[id] {
        addFacts(record)
        engine.set(Self.host(record))
        news.pools.insert(record.pool)
      } else {
        engine.remove(id)
      }
    }
    var seats = news.hosts
    for (id, uuids) in former { seats.formUnion(claim(id, former: uuids)) }
    for id in seats {
      setPresent(id)
      let present = people[id]?.present ?? GuestsRecord()
      engine.setGuests(of: id, terms: present.terms, guests: present.guests.map(\.terms))
      if let record = hosts[id] { news.pools.insert(record.pool) }
    }
    news.hosts.formUnion(seats)
    return news
  }

  /// Says what time it is: waivers end.
  ///
  /// - Returns: the pools whose verdicts may have changed.
  public func setTime(_ time: Int) -> Set<String> {
    self.time = time
    return setWaivers()
  }

  @discardableResult
  private func setWaivers() -> Set<String> {
    var codes: [String: Set<ViolationCode>] = [:]
    for waiver in waivers.values where waiver.holds(at: time) {
      codes[waiver.pool, default: []].formUnion(waiver.codes)
    }
    let pools = Set(codes.keys).union(engine.poolNames)
    return pools.filter { engine.setWaivers(codes[$0] ?? [], in: $0) }
  }

  private static func host(_ record: HostRecord) -> FleetEngine.Host {
    FleetEngine.Host(
      id: record.id, name: record.state.name, pool: record.pool, facts: record.state.facts,
      tsc: record.state.tsc)
  }

  private func addFacts(_ record: HostRecord) {
    let digest = record.state.facts
    guard !engine.hasFacts(digest), let bytes = facts[digest] else { return }
    do {
      engine.add(facts: digest, try HostFactsText.host(bytes, of: record))
    } catch {
      damaged[FleetKey.facts(digest).text] = error
    }
  }

  private func take(
    _ text: String, _ value: [UInt8], _ revision: FleetRevision, _ news: inout News
  ) {
    guard let key = FleetKey(text) else { return }
    damaged[text] = nil
    do {
      switch key {
      case .policy(let digest):
        let json = try JSONValue(parsing: value, source: text)
        policies[digest] = try PolicyJSON.policy(json, source: text).policy
      case .facts(let digest): facts[digest] = value
      case .host(let id):
        let former = hosts[id]?.pool
        hosts[id] = try HostRecord(value, source: text)
        hostRevisions[id] = revision
        news.hosts.insert(id)
        if let former { news.pools.insert(former) }
        return
      case .guests(let id, let part):
        people[id, default: People()].parts[part] = try GuestsRecord(value, source: text)
        people[id]?.revision = revision
        return
      case .drift(let id, let sequence):
        drifts[id, default: [:]][sequence] = try DriftRecord(value, source: text)
      case .pool(let id): pools[id] = try PoolRecord(value, source: text)
      case .waiver(let id): waivers[id] = try WaiverRecord(value, source: text)
      case .token(let hash): tokens[hash] = try TokenRecord(value, source: text)
      case .enrol(let hash): enrolments[hash] = try TokenRecord(value, source: text)
      case .plan(let id): plans[id] = value
      case .beat, .server, .schema: break
      }
      news.keys.insert(key)
    } catch {
      damaged[text] = error
    }
  }

  private func drop(_ text: String, _ news: inout News) {
    guard let key = FleetKey(text) else { return }
    damaged[text] = nil
    switch key {
    case .policy(let digest): policies[digest] = nil
    case .facts(let digest): facts[digest] = nil
    case .host(let id):
      if let pool = hosts.removeValue(forKey: id)?.pool { news.pools.insert(pool) }
      hostRevisions[id] = nil
      news.hosts.insert(id)
      return
    case .guests(let id, let part):
      people[id]?.parts[part] = nil
      if people[id]?.parts.isEmpty == true { people[id] = nil }
      return
    case .drift(let id, let sequence):
      drifts[id]?[sequence] = nil
      if drifts[id]?.isEmpty == true { drifts[id] = nil }
    case .pool(let id): pools[id] = nil
    case .waiver(let id): waivers[id] = nil
    case .token(let hash): tokens[hash] = nil
    case .enrol(let hash): enrolments[hash] = nil
    case .plan(let id): plans[id] = nil
    case .beat, .server, .schema: break
    }
    news.keys.insert(key)
  }

  // MARK: Guests on the move

  /// Settles who has the guests of a host's records: whose record is the latest.
  ///
  /// - Returns: the hosts whose guests changed by that.
  private func claim(_ id: String, former: Set<String>) -> Set<String> {
    var touched: Set<String> = [id]
    let present = Set(people[id]?.all.map(\.uuid) ?? [])
    for uuid in former.subtracting(present) {
      contested[uuid]?.remove(id)
      let rest = contested[uuid] ?? []
      if rest.count < 2 { contested[uuid] = nil }
      guard owners[uuid] == id else { continue }
      owners[uuid] = rest.max { people[$0]?.revision ?? .start < people[$1]?.revision ?? .start }
      if let owner = owners[uuid] { touched.insert(owner) }
    }
    for uuid in present {
      guard let owner = owners[uuid], owner != id else {
        owners[uuid] = id
        continue
      }
      contested[uuid, default: []].formUnion([owner, id])
      owners[uuid] = id
      touched.insert(owner)
    }
    return touched
  }

  private func setPresent(_ id: String) {
    guard let found = people[id] else { return }
    var all = GuestsRecord()
    for (_, record) in found.parts.sorted(by: { $0.key < $1.key }) {
      let first = all.terms.count
      all.terms += record.terms
      for guest in record.guests where owners[guest.uuid] == id {
        var guest = guest
        guest.terms += first
        all.guests.append(guest)
      }
    }
    people[id]?.present = all
  }

  // MARK: Answers

  /// Number of guests.
  public var guestCount: Int { owners.count }

  /// The guests of a host, as they stand in the engine.
  public func guests(of host: String) -> GuestsRecord { people[host]?.present ?? GuestsRecord() }

  /// Where a guest is: its host, and its place among that host's guests.
  public func place(ofGuest uuid: String) -> (host: String, index: Int)? {
    guard let host = owners[uuid],
      let index = people[host]?.present.guests.firstIndex(where: { $0.uuid == uuid })
    else { return nil }
    return (host, index)
  }

  /// Whether a guest stands in several hosts' records.
  public func isMoving(_ uuid: String) -> Bool { contested[uuid] != nil }

  /// What changed of a host, the oldest first.
  public func drift(of host: String) -> [DriftRecord] {
    (drifts[host] ?? [:]).values.sorted { $0.sequence < $1.sequence }
  }

  /// What a host was before a drift, with the facts of then, and what it was after: for `FleetEngine.effect`.
  /// Nil for a host that is gone, and where the facts of then are.
  public func hosts(around drift: DriftRecord) -> (
    before: FleetEngine.Host, after: FleetEngine.Host
  )? {
    guard let record = hosts[drift.host] else { return nil }
    var state = record.state
    for later in self.drift(of: drift.host).reversed() where later.sequence > drift.sequence {
      state.undo(later.changes)
    }
    var host = record
    host.state = state
    let after = Self.host(host)
    host.state.undo(drift.changes)
    let before = Self.host(host)
    for digest in [before.facts, after.facts] where !engine.hasFacts(digest) {
      guard let bytes = facts[digest],
        let description = try? HostFactsText.host(bytes, of: host)
      else { return nil }
      engine.add(facts: digest, description)
    }
    return (before, after)
  }

  /// Hosts of a pool by the digest of one of their policies, e.g. `hvm-max`; those that told none are under the
  /// empty one.
  public func hostsByPolicy(of pool: String, _ policy: String) -> [String: [String]] {
    var result: [String: [String]] = [:]
    for record in hosts.values.sorted(by: { $0.id < $1.id }) where record.pool == pool {
      result[record.state.policies[policy] ?? "", default: []].append(record.id)
    }
    return result
  }

  /// A policy of guests by its digest.
  public func policy(_ digest: String) -> CPUPolicy? { policies[digest] }

  /// The facts of a digest, as they were told.
  public func facts(_ digest: String) -> [UInt8]? { facts[digest] }

  /// What the fleet knows of the host of a report.
  public func known(for report: HostReport) -> KnownHost {
    var known = KnownHost(
      record: hosts[report.id], revision: hostRevisions[report.id],
      parts: (people[report.id]?.parts ?? [:]).sorted { $0.key < $1.key }.map(\.value.bytes),
      drift: (drifts[report.id] ?? [:]).keys.sorted(), hasFacts: facts[report.state.facts] != nil)
    for host in Set(report.guests.guests.compactMap { owners[$0.uuid] }) {
      known.take(guests(of: host), of: host)
    }
    let named = report.guests.terms.map(\.policy) + known.promises.values.map(\.terms.policy)
    known.policies = Set(named.filter { policies[$0] != nil })
    return known
  }

  /// Bodies that no host and no guest names. A report in the making may be about to: whoever sweeps asks
  /// twice, some time apart, and takes what was named by nobody both times.
  public func unnamedBodies() -> Set<FleetKey> {
    var named = Set(hosts.values.map { FleetKey.facts($0.state.facts) })
    for found in people.values {
      for record in found.parts.values {
        named.formUnion(record.terms.map { FleetKey.policy($0.policy) })
      }
    }
    for drift in drifts.values.flatMap(\.values) {
      for change in drift.changes where change.field == "facts" {
        named.formUnion([change.from, change.to].compactMap(\.self).map { FleetKey.facts($0) })
      }
    }
    return Set(policies.keys.map { .policy($0) } + facts.keys.map { .facts($0) })
      .subtracting(named)
  }
}

extension HostState {
  /// Takes back what changed, as far as verdicts hang on it.
  fileprivate mutating func undo(_ changes: [DriftRecord.Change]) {
    for change in changes {
      switch change.field {
      case "facts": facts = change.from ?? facts
      case "tsc.khz": tsc.khz = change.from.flatMap { Int($0) }
      case "tsc.invariant": tsc.isInvariant = change.from.map { $0 == "true" }
      case "tsc.scaling": tsc.canScale = change.from.map { $0 == "true" }
      case "pool": pool = change.from
      default: break
      }
    }
  }
}
