// SPDX-License-Identifier: Apache-2.0

import Domains
import Fleet
import Hosts
import PolicyCore
import PolicyDocuments
import PolicyFormats
import Stores
import TestSupport
import Testing

/// From a report to an answer: what agents send goes through a store, and the fleet in memory keeps up with it.
@Suite struct FleetStateTests {
  /// A server in small: a store, and the fleet that follows it.
  private final class Server {
    let store = MemoryFleetStore()
    let state: FleetState
    var time = 1_000

    init() { state = FleetState([], at: .start, time: 1_000) }

    /// Takes a report as a server does.
    func take(_ report: HostReport) async throws -> ReportCommit {
      let read = try HostReport(report.bytes, source: "report")
      let commit = try ReportCommit(read, state.known(for: read), at: time)
      try await commit.make(in: store)
      try await catchUp()
      return commit
    }

    func put(_ key: FleetKey, _ record: some FleetRecord) async throws {
      _ = try await store.commit([], [.put(key.text, record.bytes)])
      try await catchUp()
    }

    /// Takes what the store has behind the state, and holds the state against one that is made anew.
    func catchUp() async throws {
      let latest = try await store.revision()
      var batches = store.watch(after: state.revision).makeAsyncIterator()
      while state.revision < latest, let batch = try await batches.next() {
        _ = state.apply(batch)
      }
      let all = try await FleetState.entries(of: store, page: 3)
      let anew = FleetState(all.entries, at: all.revision, time: time)
      #expect(anew.revision == state.revision)
      #expect(anew.hosts == state.hosts && anew.guestCount == state.guestCount)
      #expect(anew.engine.standings() == state.engine.standings())
      for id in state.hosts.keys {
        #expect(anew.guests(of: id) == state.guests(of: id), "\(id)")
        #expect(anew.drift(of: id) == state.drift(of: id))
        #expect(anew.engine.evacuation(of: id) == state.engine.evacuation(of: id), "\(id)")
      }
      #expect(state.damaged.isEmpty)
    }
  }

  private static func host(_ name: String) throws -> HostDescription {
    let document = try InputFile.read(Fixtures.path(name))
    let host = HostDescription(name: name, document: document)
    return try #require(host)
  }

  private static func report(
    _ id: String, _ host: HostDescription, sequence: Int = 1, guests: [String] = []
  ) async throws -> HostReport {
    let facts = HostFactsText.document(of: host)
    var state = HostState(
      name: "name of \(id)", pool: "p", bootID: "boot-\(id)", sequence: sequence, readAt: 900,
      facts: HostFactsText.digest(facts))
    state.tsc = host.tsc
    state.microcode = host.facts.microcode
    let system = host.systemPolicies()
    state.policies["hvm-max"] = PolicyDigest.of(system[.hvmMax])
    let domain = try await LocalHypervisor(host: host).create(
      DomainRequest(name: "guest", kind: .pv, vCPUs: 2))
    let policy = domain.policy
    var record = GuestsRecord()
    for uuid in guests { record.add(uuid: uuid, name: "guest \(uuid)", GuestTerms(domain)) }
    let body = PolicyJSON.document(NamedPolicy(name: "pv-default", policy: policy))
    let bodies = guests.isEmpty ? [:] : [PolicyDigest.of(policy): body]
    return HostReport(id: id, state: state, guests: record, facts: facts, policies: bodies)
  }

  @Test func reportsBecomeAnswers() async throws {
    let host = try Self.host("guest-epyc.txt")
    let server = Server()
    _ = try await server.take(Self.report("a", host, guests: ["u1", "u2"]))
    #expect(server.state.engine.standings().stranded == 2)
    _ = try await server.take(Self.report("b", host, guests: ["u3"]))
    #expect(server.state.engine.standings(of: "p") == FleetMatrix.Evacuation(free: 3))
    let place = try #require(server.state.place(ofGuest: "u2"))
    #expect(place.host == "a")
    let found = server.state.engine.destinations(ofGuest: place.index, on: "a")
    #expect(found.map(\.hosts) == [["b"]] && found.map(\.verdict) == [.safe])
    #expect(server.state.hostsByPolicy(of: "p", "hvm-max").values.map(\.self) == [["a", "b"]])
    // Bodies are in the store once.
    let keys = try await FleetState.entries(of: server.store).entries.map(\.key)
    #expect(keys.filter { $0.hasPrefix("facts/") }.count == 1)
    #expect(keys.filter { $0.hasPrefix("policy/") }.count == 1)
    #expect(server.state.unnamedBodies().isEmpty)
  }

  /// New microcode on one host takes a feature away, and strands those who have it.
  @Test func driftIsJoinedWithGuests() async throws {
    let host = try Self.host("guest-epyc.txt")
    let server = Server()
    _ = try await server.take(Self.report("a", host, guests: ["u1", "u2"]))
    _ = try await server.take(Self.report("b", host, guests: ["u3"]))
    var worse = host
    var boot = worse.facts.boot
    boot.set(.rdrand, false)
    worse.facts.boot = boot
    worse.cpus = []
    worse.facts.microcode = 0x77
    let commit = try await server.take(Self.report("b", worse, sequence: 2, guests: ["u3"]))
    let drift = try #require(commit.drift)
    #expect(drift.changes.map(\.field).contains("microcode"))
    #expect(server.state.drift(of: "b") == [drift])
    let around = try #require(server.state.hosts(around: drift))
    let effect = server.state.engine.effect(on: "p", from: around.before, to: around.after)
    #expect(effect.map(\.guests).reduce(0, +) == 3)
    #expect(effect.allSatisfy { $0.from == .safe && $0.to == .unsafe })
    #expect(server.state.engine.standings() == FleetMatrix.Evacuation(free: 1, stranded: 2))
    #expect(server.state.engine.guests(that: .stranded).map(\.host) == ["a", "a"])
    // Somebody answers for it in the pool, for a while.
    try await server.put(
      .waiver("w"),
      WaiverRecord(
        id: "w", pool: "p", codes: [.featureNotOffered], reason: "r", author: "me", madeAt: 1,
        expiresAt: 2_000))
    // What nobody recorded of either CPU, an MSR, is then what keeps it from being told.
    #expect(server.state.engine.standings() == FleetMatrix.Evacuation(free: 1, unknown: 2))
    server.time = 2_000
    #expect(server.state.setTime(2_000) == ["p"])
    #expect(server.state.engine.standings().stranded == 2)
  }

  /// A guest that moves stands in two records for a moment, or in none, and is counted once; its promise goes
  /// with it.
  @Test func aGuestThatMovesIsCountedOnce() async throws {
    let host = try Self.host("guest-epyc.txt")
    let server = Server()
    _ = try await server.take(Self.report("a", host, guests: ["u1", "u2"]))
    var arrival = try await Self.report("b", host, guests: ["u2"])
    var other = arrival.guests.terms[0]
    other.tscKilohertz = 77
    arrival.guests = GuestsRecord()
    arrival.guests.add(uuid: "u2", name: "moved", other)
    _ = try await server.take(arrival)
    #expect(server.state.guestCount == 2 && server.state.isMoving("u2"))
    #expect(server.state.guests(of: "a").guests.map(\.uuid) == ["u1"])
    let there = server.state.guests(of: "b")
    #expect(there.guests.map(\.uuid) == ["u2"])
    #expect(there.terms[there.guests[0].terms].tscKilohertz == nil)
    _ = try await server.take(Self.report("a", host, sequence: 2, guests: ["u1"]))
    #expect(!server.state.isMoving("u2") && server.state.guestCount == 2)
    // The move fails: it is where it was.
    _ = try await server.take(Self.report("a", host, sequence: 3, guests: ["u1", "u2"]))
    _ = try await server.take(Self.report("b", host, sequence: 2))
    #expect(server.state.guests(of: "a").guests.map(\.uuid) == ["u1", "u2"])
    #expect(server.state.guestCount == 2 && !server.state.isMoving("u2"))
  }

  /// Facts and a policy that stand in the store only after who names them.
  @Test func bodiesMayComeLate() async throws {
    let host = try Self.host("guest-epyc.txt")
    let server = Server()
    for id in ["a", "b"] {
      let report = try await Self.report(id, host, guests: ["guest-of-\(id)"])
      let steps = try ReportCommit(report, server.state.known(for: report), at: 1).steps
      let last = try #require(steps.last)
      #expect(steps.count == 2)
      _ = try await server.store.commit(last.conditions, last.changes)
      try await server.catchUp()
    }
    #expect(server.state.engine.standings().unknown == 2)
    let report = try await Self.report("a", host, guests: ["guest-of-a"])
    let bodies = try ReportCommit(report, KnownHost(), at: 1).steps[0].changes
    for change in bodies {
      _ = try await server.store.commit([], [change])
      try await server.catchUp()
    }
    #expect(server.state.engine.standings() == FleetMatrix.Evacuation(free: 2))
  }

  /// What cannot be read is told, and the rest is judged.
  @Test func damagedRecordsAreTold() async throws {
    let host = try Self.host("guest-epyc.txt")
    let server = Server()
    _ = try await server.take(Self.report("a", host, guests: ["u1"]))
    let revision = try await server.store.commit([], [.put("host/x", [0x7b]), .put("odd", [1])])
    var batches = server.store.watch(after: server.state.revision).makeAsyncIterator()
    let batch = try #require(try await batches.next())
    _ = server.state.apply(batch)
    #expect(server.state.revision == revision)
    #expect(server.state.damaged.keys.sorted() == ["host/x"])
    #expect(server.state.engine.hosts() == ["a"])
  }

  @Test func aNewerSchemaIsRefused() async throws {
    let store = MemoryFleetStore()
    try await MetaRecord.check(store)
    try await MetaRecord.check(store)
    _ = try await store.commit(
      [], [.put(FleetKey.schema.text, MetaRecord(schema: MetaRecord.schema + 1).bytes)])
    await #expect {
      try await MetaRecord.check(store)
    } throws: { error in
      if case .unusable? = error as? FleetStoreError { true } else { false }
    }
  }
}
