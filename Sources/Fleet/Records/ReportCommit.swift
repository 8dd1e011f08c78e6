// SPDX-License-Identifier: Apache-2.0

import PolicyFormats

/// Why a report is not taken. The store is as it was.
public enum ReportRefusal: Error, Equatable, Sendable, CustomStringConvertible {
  /// A later report of the same host was taken: the number of that.
  case old(taken: Int)
  /// Another machine with the same id reports, too: the boot that was told before.
  case clonedMachine(boot: String)
  /// The store lacks what the report names: the agent sends it again with that.
  case lacks(facts: Bool, policies: [String])
  /// More than a host's records may hold.
  case tooLarge(String)

  public var description: String {
    switch self {
    case .old(let taken): "a later report of this host was taken, number \(taken)"
    case .clonedMachine(let boot):
      "another machine reports with the same id: its boot \(boot) was told before; give one of them a machine "
        + "id of its own and enrol it again"
    case .lacks(let facts, let policies):
      "the report names what the fleet does not have: "
        + ((facts ? ["the facts"] : []) + policies).joined(separator: ", ") + "; send it with them"
    case .tooLarge(let what): "too large: \(what)"
    }
  }
}

/// What a report changes in a store.
///
/// All commits are made in their order; the first hold bodies alone, which nobody reads before a host names them,
/// and the last one everything else, so that nothing half-told is ever read.
public struct ReportCommit: Sendable {
  /// One commit.
  public struct Step: Equatable, Sendable {
    /// What must hold.
    public var conditions: [FleetCondition]
    /// What is changed.
    public var changes: [FleetChange]
  }

  /// The commits; none where the report says nothing new.
  public private(set) var steps: [Step] = []
  /// The host as it is from now on.
  public private(set) var record: HostRecord
  /// What changed of it; nil for a host that is new, and where nothing did.
  public private(set) var drift: DriftRecord?

  /// What only says that nothing has changed is written so often, in seconds.
  public static let longestSilence = 3600

  /// - Parameters:
  ///   - report: what the agent sent.
  ///   - known: what the store holds.
  ///   - time: now, in seconds since 1970.
  /// - Throws: why the report is not taken.
  public init(
    _ report: HostReport, _ known: KnownHost, at time: Int
  ) throws(ReportRefusal) {
    let former = known.record
    if let former { try Self.checkOrder(report.state, former) }
    let guests = Self.carriedOn(report, known)
    let lacking = Set(guests.terms.map(\.policy)).filter {
      !known.policies.contains($0) && report.policies[$0] == nil
    }
    let lacksFacts = !known.hasFacts && report.facts == nil
    guard lacking.isEmpty, !lacksFacts else {
      throw .lacks(facts: lacksFacts, policies: lacking.sorted())
    }
    let parts = guests.parts.map(\.bytes)
    record = HostRecord(
      id: report.id, state: report.state,
      guests: HostRecord.Guests(
        digest: report.guests.digest, count: guests.guests.count, parts: parts.count),
      formerBoots: Self.boots(report.state, former), receivedAt: time)
    guard Self.isNews(record, former) || parts != known.parts else { return }
    try addBodies(report, guests, known)
    try addHost(parts, known, at: time)
  }

  /// A report is later than all before, and of the one machine.
  private static func checkOrder(
    _ state: HostState, _ former: HostRecord
  ) throws(ReportRefusal) {
    if former.formerBoots.contains(state.bootID) { throw .clonedMachine(boot: state.bootID) }
    if state.sequence > former.state.sequence { return }
    guard state.bootID == former.state.bootID else {
      throw .clonedMachine(boot: former.state.bootID)
    }
    // Sent again, since the answer was lost.
    guard state == former.state else { throw .old(taken: former.state.sequence) }
  }

  private static func boots(_ state: HostState, _ former: HostRecord?) -> [String] {
    guard let former else { return [] }
    guard former.state.bootID != state.bootID else { return former.formerBoots }
    return (former.formerBoots + [former.state.bootID]).suffix(HostRecord.mostFormerBoots)
  }

  /// The guests with what was promised to them when they booted, whoever told it first.
  private static func carriedOn(_ report: HostReport, _ known: KnownHost) -> GuestsRecord {
    let hasRebooted = known.record.map { $0.state.bootID != report.state.bootID } ?? false
    var result = GuestsRecord()
    var numbers: [GuestTerms: Int] = [:]
    for guest in report.guests.guests {
      var (terms, boot) = (report.guests.terms[guest.terms], guest.boot)
      if let promise = known.promises[guest.uuid] {
        let isSameBoot: Bool =
          if let boot, let theirs = promise.boot {
            boot == theirs
          } else {
            // A guest does not outlive its host, unless it was elsewhere.
            !(hasRebooted && promise.host == report.id)
          }
        if isSameBoot { (terms, boot) = (promise.terms, boot ?? promise.boot) }
      }
      let number = numbers[terms] ?? result.terms.count
      if number == result.terms.count {
        numbers[terms] = number
        result.terms.append(terms)
      }
      result.guests.append(
        GuestEntry(uuid: guest.uuid, name: guest.name, terms: number, boot: boot))
    }
    return result
  }

  private static func isNews(_ record: HostRecord, _ former: HostRecord?) -> Bool {
    guard let former, record.receivedAt - former.receivedAt < longestSilence else { return true }
    var (new, old) = (record, former)
    for path in [\HostRecord.state.sequence, \.state.readAt, \.receivedAt] {
      new[keyPath: path] = 0
      old[keyPath: path] = 0
    }
    return new != old
  }

  // MARK: Steps

  /// Bodies that the store lacks, in as many commits as they need.
  private mutating func addBodies(
    _ report: HostReport, _ guests: GuestsRecord, _ known: KnownHost
  ) throws(ReportRefusal) {
    var bodies: [FleetChange] = []
    if !known.hasFacts, let facts = report.facts {
      bodies.append(.put(FleetKey.facts(report.state.facts).text, HostFactsText.bytes(facts)))
    }
    for digest in Set(guests.terms.map(\.policy)).subtracting(known.policies).sorted() {
      guard let document = report.policies[digest] else { continue }
      bodies.append(.put(FleetKey.policy(digest).text, Array(document.line.utf8)))
    }
    var step = Step(conditions: [], changes: [])
    var bytes = 0
    for body in bodies {
      try Self.check(body.size, "\(body.key) has \(body.size) bytes")
      if step.changes.count == FleetStoreLimits.changes
        || bytes + body.size > FleetStoreLimits.bytes
      {
        steps.append(step)
        step.changes = []
        bytes = 0
      }
      step.changes.append(body)
      bytes += body.size
    }
    if !step.changes.isEmpty { steps.append(step) }
  }

  /// The host with its guests and its drift, guarded by what was known of it.
  private mutating func addHost(
    _ parts: [[UInt8]], _ known: KnownHost, at time: Int
  ) throws(ReportRefusal) {
    let key = FleetKey.host(record.id).text
    var step = Step(
      conditions: [known.revision.map { .isAt(key, $0) } ?? .isAbsent(key)], changes: [])
    for (part, bytes) in parts.enumerated()
    where part >= known.parts.count || known.parts[part] != bytes {
      step.changes.append(.put(FleetKey.guests(record.id, part: part).text, bytes))
    }
    for part in known.parts.indices.dropFirst(parts.count) {
      step.changes.append(.delete(FleetKey.guests(record.id, part: part).text))
    }
    if let former = known.record {
      let changes = DriftRecord.changes(from: former.state, to: record.state)
      if !changes.isEmpty {
        let drift = DriftRecord(
          host: record.id, sequence: record.state.sequence, at: time, changes: changes)
        self.drift = drift
        step.changes.append(
          .put(FleetKey.drift(record.id, sequence: drift.sequence).text, drift.bytes))
        for sequence in known.drift.dropLast(DriftRecord.mostOfHost - 1) {
          step.changes.append(.delete(FleetKey.drift(record.id, sequence: sequence).text))
        }
      }
    }
    step.changes.append(.put(key, record.bytes))
    let bytes = step.changes.reduce(0) { $0 + $1.size }
    try Self.check(bytes, "the guests of a host, \(bytes) bytes")
    steps.append(step)
  }

  private static func check(_ bytes: Int, _ what: String) throws(ReportRefusal) {
    guard bytes <= FleetStoreLimits.bytes else {
      throw .tooLarge("\(what); a store takes \(FleetStoreLimits.bytes) at once")
    }
  }

  /// Makes the commits in their order.
  ///
  /// - Returns: the revision at which the report stands.
  /// - Throws: `FleetStoreError.conflict` where the host has changed meanwhile: who reads it again can take the
  ///   report once more.
  @discardableResult
  public func make(in store: some FleetStore) async throws(FleetStoreError) -> FleetRevision? {
    var revision: FleetRevision?
    for step in steps { revision = try await store.commit(step.conditions, step.changes) }
    return revision
  }
}
