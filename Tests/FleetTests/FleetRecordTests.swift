// SPDX-License-Identifier: Apache-2.0

import Domains
import Fleet
import Hosts
import PolicyCore
import PolicyDocuments
import PolicyFormats
import TestSupport
import Testing

/// Records of a fleet are what was written, and a wrong one says where it is wrong.
@Suite struct FleetRecordTests {
  /// A report, with the host and the guests' policy that it is of.
  final class Sample {
    var report: HostReport
    let host: HostDescription
    let policy: CPUPolicy

    init(_ report: HostReport, _ host: HostDescription, _ policy: CPUPolicy) {
      self.report = report
      self.host = host
      self.policy = policy
    }
  }

  /// A host of the fixtures with the terms of guests that boot on it.
  static func report(
    id: String = "host-1", boot: String = "boot-1", sequence: Int = 1, guests count: Int = 3,
    _ change: (inout HostState) -> Void = { _ in }
  ) throws -> HostReport {
    try sample(id: id, boot: boot, sequence: sequence, guests: count, change).report
  }

  static func sample(
    id: String = "host-1", boot: String = "boot-1", sequence: Int = 1, guests count: Int = 3,
    _ change: (inout HostState) -> Void = { _ in }
  ) throws -> Sample {
    let host = try FleetAssessmentTests.host(Fixtures.path("guest-epyc.txt"), named: "epyc")
    let policies = host.systemPolicies()
    let facts = HostFactsText.document(of: host)
    var state = HostState(
      name: "epyc", pool: "p1", bootID: boot, sequence: sequence, readAt: 1_000,
      facts: HostFactsText.digest(facts))
    state.tsc = host.tsc
    state.lbr = host.lbr
    state.microcode = 0x1b
    state.hypervisor = HostState.Software(name: "Xen", version: "4.17.0")
    state.policies = ["hvm-max": PolicyDigest.of(policies[.hvmMax])]
    change(&state)
    let policy = policies[.hvmDefault]
    var guests = GuestsRecord()
    for number in 0..<count {
      guests.add(
        uuid: "uuid-\(1000 + number)", name: "guest \(number)", boot: "b\(number)",
        try GuestTerms(domain(host, policy, khz: number % 2 == 0 ? nil : 2_000_000)))
    }
    let document = PolicyJSON.document(NamedPolicy(name: "hvm-default", policy: policy))
    let bodies = count > 0 ? [PolicyDigest.of(policy): document] : [:]
    return Sample(
      HostReport(id: id, state: state, guests: guests, facts: facts, policies: bodies), host, policy
    )
  }

  static func domain(
    _ host: HostDescription, _ policy: CPUPolicy, khz: Int? = nil, kind: GuestKind = .hvm
  ) throws -> Domain {
    Domain(
      name: "guest", id: 1, hypervisor: "xen", kind: kind, state: .sealed,
      topology: try Topology(sockets: 1, cores: 2), tsc: Domain.TimeStampCounter(khz: khz),
      hasNestedVirtualisation: false, hasPerformanceCounters: false, usesLBR: true,
      judge: Domain.Judge(host, host.systemPolicies()), policy: policy)
  }

  /// A domain as a hypervisor makes it.
  static func created(_ host: HostDescription) async throws -> Domain {
    try await LocalHypervisor(host: host).create(
      DomainRequest(name: "guest", kind: .pv, vCPUs: 2))
  }

  private static func isKept<Record: FleetRecord>(_ record: Record) throws {
    let again = try Record(record.bytes, source: "test")
    #expect(again == record)
    #expect(again.bytes == record.bytes)
    #expect(!record.bytes.contains(UInt8(ascii: "\n")))
  }

  @Test func recordsAreKept() throws {
    let report = try Self.report()
    try Self.isKept(report)
    try Self.isKept(report.hello)
    try Self.isKept(report.guests)
    let commit = try ReportCommit(report, KnownHost(), at: 2_000)
    try Self.isKept(commit.record)
    #expect(commit.record.state == report.state)
    try Self.isKept(
      DriftRecord(
        host: "h", sequence: 4, at: 5,
        changes: [DriftRecord.Change(field: "microcode", from: "0x1b", to: nil)]))
    try Self.isKept(PoolRecord(id: "p1", name: "first", note: "a \"note\"\nof two lines"))
    try Self.isKept(
      WaiverRecord(
        id: "w", pool: "p1", codes: [.counterRate], reason: "known", author: "me", madeAt: 1,
        expiresAt: 9))
    try Self.isKept(
      TokenRecord(
        hash: TokenRecord.hash(of: "secret"), name: "t", scope: .enrol, pools: ["p1"], madeAt: 1,
        host: "h", uses: 3))
    try Self.isKept(MetaRecord())
  }

  /// Terms give the guest back as the judges know it, and so do the facts their host.
  @Test func termsAreThoseOfTheDomain() throws {
    let sample = try Self.sample()
    let report = sample.report
    let domain = try Self.domain(sample.host, sample.policy, khz: 2_000_000)
    let terms = GuestTerms(domain)
    let guest = terms.guest(named: "guest", policy: sample.policy)
    let known = Guest(domain)
    #expect(guest.tsc == known.tsc && guest.kind == known.kind && guest.topology == nil)
    #expect(guest.usesLBR && guest.judge?.signature == known.judge?.signature)
    #expect(guest.judge?.digest == known.judge?.digest)
    let record = try ReportCommit(report, KnownHost(), at: 1).record
    let facts = try #require(report.facts)
    let again = try HostFactsText.host(HostFactsText.bytes(facts), of: record)
    #expect(again.name == "epyc" && again.tsc == sample.host.tsc && again.lbr == sample.host.lbr)
    let before = Self.digests(sample.host)
    #expect(before.count == PolicyKind.allCases.count)
    #expect(before == Self.digests(again))
    var libvirts = domain
    libvirts.hypervisor = Domain.libvirtName
    let theirs = GuestTerms(libvirts).guest(named: "guest", policy: sample.policy)
    #expect(theirs.machine != nil && theirs.isFeaturesAlone && theirs.completion != nil)
  }

  private static func digests(_ host: HostDescription) -> [String] {
    let policies = host.systemPolicies()
    return PolicyKind.allCases.map { PolicyDigest.of(policies[$0]) }
  }

  @Test func keysAreParsed() {
    let keys: [FleetKey] = [
      .policy("ab"), .facts("cd"), .host("h"), .guests("h", part: 0), .guests("h", part: 12),
      .drift("h", sequence: 7), .pool("p"), .waiver("w"), .plan("x"), .token("t"), .enrol("e"),
      .beat, .server("s"), .schema,
    ]
    for key in keys { #expect(FleetKey(key.text) == key, "\(key)") }
    #expect(Set(keys.map(\.text)).count == keys.count)
    #expect(
      FleetKey.drift("h", sequence: 9).text < FleetKey.drift("h", sequence: 10).text)
    for text in ["", "host", "host/", "host/a/b", "host/.a", "drift/h/7", "guests/h/0000", "x/y"] {
      #expect(FleetKey(text) == nil, "\(text)")
    }
  }

  @Test(arguments: [
    (#""bootID": "boot-1""#, #""bootID": "a/b""#, "host.bootID"),
    (#""sequence": 1"#, #""sequence": -1"#, "host.sequence"),
    (#""microcode": "0x0000001b""#, #""microcode": "1b""#, "host.microcode"),
    (#""schema": 1"#, #""schema": 2"#, "schema"),
    (#""kind": "HostReport""#, #""kind": "Host""#, "kind"),
    (#""uuid-1001""#, #""uuid-1000""#, "guests.guests"),
    (#""guest 1", 1"#, #""guest 1", 2"#, "guests.guests[1]"),
    (#""logicalCPUs""#, #""logicalCPU""#, "facts"),
    (#""leaves""#, #""leaf""#, ""),
  ])
  func wrongReportsAreRefused(_ text: String, _ wrong: String, _ path: String) throws {
    let report = try Self.report()
    let bytes = String(decoding: report.bytes, as: UTF8.self)
    #expect(bytes.contains(text))
    let changed = bytes.replacing(text, with: wrong, maxReplacements: 1)
    let failure = Self.failure(Array(changed.utf8))
    #expect(failure != nil, "\(wrong) is taken")
    #expect(path.isEmpty || failure?.path == path, "\(String(describing: failure))")
  }

  /// Why a report is not read.
  private static func failure(_ bytes: [UInt8]) -> FormatError? {
    do {
      _ = try HostReport(bytes, source: "report")
      return nil
    } catch {
      return error
    }
  }

  @Test func bodiesThatNobodyNamesAreRefused() throws {
    let sample = try Self.sample()
    var report = sample.report
    let policy = sample.host.systemPolicies()[.pvMax]
    report.policies = [
      PolicyDigest.of(policy): PolicyJSON.document(NamedPolicy(name: "x", policy: policy))
    ]
    #expect(throws: FormatError.self) { try HostReport(report.bytes, source: "report") }
  }

  /// Guests are the same bytes in whatever order they are told.
  @Test func guestsAreCanonical() throws {
    let report = try Self.report(guests: 2_500)
    let guests = report.guests
    var turned = GuestsRecord()
    for guest in guests.guests.reversed() {
      turned.add(
        uuid: guest.uuid, name: guest.name, boot: guest.boot, guests.terms[guest.terms])
    }
    #expect(turned != guests)
    #expect(turned.digest == guests.digest)
    #expect(turned.parts.map(\.bytes) == guests.parts.map(\.bytes))
    #expect(guests.parts.map(\.guests.count) == [1_000, 1_000, 500])
    #expect(guests.parts.flatMap(\.guests).map(\.uuid) == guests.guests.map(\.uuid).sorted())
    #expect(GuestsRecord().parts.count == 1)
  }
}
