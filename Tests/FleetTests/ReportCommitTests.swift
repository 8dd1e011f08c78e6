// SPDX-License-Identifier: Apache-2.0

import Domains
import Fleet
import PolicyCore
import PolicyFormats
import TestSupport
import Testing

/// What a report changes, and which reports are not taken.
@Suite struct ReportCommitTests {
  /// What is known once the commits were made.
  private static func known(
    _ commit: ReportCommit, _ report: HostReport, after former: KnownHost = KnownHost()
  ) throws -> KnownHost {
    var known = former
    known.record = commit.record
    known.revision = FleetRevision((former.revision?.number ?? 0) + 1)
    known.hasFacts = true
    known.promises = [:]
    var parts: [Int: [UInt8]] = [:]
    for (part, bytes) in former.parts.enumerated() { parts[part] = bytes }
    for change in commit.steps.flatMap(\.changes) {
      switch (FleetKey(change.key), change) {
      case (.policy(let digest)?, .put): known.policies.insert(digest)
      case (.guests(_, let part)?, .put(_, let bytes)): parts[part] = bytes
      case (.guests(_, let part)?, .delete): parts[part] = nil
      case (.drift(_, let sequence)?, .put): known.drift.append(sequence)
      case (.drift(_, let sequence)?, .delete): known.drift.removeAll { $0 == sequence }
      default: break
      }
    }
    known.parts = parts.sorted { $0.key < $1.key }.map(\.value)
    for bytes in known.parts {
      known.take(try GuestsRecord(bytes, source: "parts"), of: report.id)
    }
    return known
  }

  private static func keys(_ step: ReportCommit.Step) -> [String] { step.changes.map(\.key) }

  @Test func aFirstReportTellsBodiesFirst() throws {
    let sample = try FleetRecordTests.sample()
    let report = sample.report
    let commit = try ReportCommit(report, KnownHost(), at: 7)
    let digest = PolicyDigest.of(sample.policy)
    #expect(
      commit.steps.map(Self.keys) == [
        ["facts/\(report.state.facts)", "policy/\(digest)"],
        ["guests/host-1", "host/host-1"],
      ])
    #expect(commit.steps.last?.conditions == [.isAbsent("host/host-1")])
    #expect(commit.drift == nil)
    #expect(commit.record.guests.count == 3 && commit.record.receivedAt == 7)
  }

  @Test func aReportNamesWhatIsMissing() throws {
    let sample = try FleetRecordTests.sample()
    var report = sample.report
    report.facts = nil
    report.policies = [:]
    let digest = PolicyDigest.of(sample.policy)
    let lacks = ReportRefusal.lacks(facts: true, policies: [digest])
    #expect(throws: lacks) { try ReportCommit(report, KnownHost(), at: 7) }
    let known = KnownHost(hasFacts: true, policies: [digest])
    let steps = try ReportCommit(report, known, at: 7).steps
    #expect(steps.map(Self.keys) == [["guests/host-1", "host/host-1"]])
  }

  @Test func whatIsTheSameIsNotWritten() throws {
    let first = try FleetRecordTests.report()
    let known = try Self.known(ReportCommit(first, KnownHost(), at: 7), first)
    #expect(try ReportCommit(first, known, at: 8).steps.isEmpty)
    let later = try FleetRecordTests.report(sequence: 2)
    #expect(try ReportCommit(later, known, at: 8).steps.isEmpty)
    let hour = 7 + ReportCommit.longestSilence
    let steps = try ReportCommit(later, known, at: hour).steps
    #expect(steps.map(Self.keys) == [["host/host-1"]])
    #expect(steps.first?.conditions == [.isAt("host/host-1", FleetRevision(1))])
  }

  @Test func aChangeIsDrift() throws {
    let first = try FleetRecordTests.report()
    let known = try Self.known(ReportCommit(first, KnownHost(), at: 7), first)
    let later = try FleetRecordTests.report(sequence: 2) { $0.microcode = 0x1d }
    let commit = try ReportCommit(later, known, at: 8)
    #expect(
      commit.drift?.changes == [
        DriftRecord.Change(field: "microcode", from: "0x0000001b", to: "0x0000001d")
      ])
    #expect(
      commit.steps.map(Self.keys) == [[FleetKey.drift("host-1", sequence: 2).text, "host/host-1"]])
  }

  @Test func theLastHundredDriftsAreKept() throws {
    let first = try FleetRecordTests.report()
    var known = try Self.known(ReportCommit(first, KnownHost(), at: 7), first)
    for number in 2...150 {
      let report = try FleetRecordTests.report(sequence: number) {
        $0.microcode = UInt32(number)
      }
      known = try Self.known(ReportCommit(report, known, at: number), report, after: known)
    }
    #expect(known.drift == Array(51...150))
  }

  @Test func oldReportsAndClonedMachinesAreRefused() throws {
    let first = try FleetRecordTests.report(sequence: 5)
    let known = try Self.known(ReportCommit(first, KnownHost(), at: 7), first)
    let old = try FleetRecordTests.report(sequence: 4)
    #expect(throws: ReportRefusal.old(taken: 5)) { try ReportCommit(old, known, at: 8) }
    let same = try FleetRecordTests.report(sequence: 5) { $0.microcode = 1 }
    #expect(throws: ReportRefusal.old(taken: 5)) { try ReportCommit(same, known, at: 8) }
    // Another machine, which has told less than the first one.
    let clone = try FleetRecordTests.report(boot: "boot-2", sequence: 3)
    #expect(throws: ReportRefusal.clonedMachine(boot: "boot-1")) {
      try ReportCommit(clone, known, at: 8)
    }
    // The machine has booted; then its former boot tells again.
    let next = try FleetRecordTests.report(boot: "boot-2", sequence: 6)
    let booted = try Self.known(ReportCommit(next, known, at: 8), next, after: known)
    #expect(booted.record?.formerBoots == ["boot-1"])
    let back = try FleetRecordTests.report(boot: "boot-1", sequence: 7)
    #expect(throws: ReportRefusal.clonedMachine(boot: "boot-1")) {
      try ReportCommit(back, booted, at: 9)
    }
  }

  /// The policy of a boot stays the guest's, whatever a later report says, until it boots again.
  @Test func bootPoliciesAreCarriedOn() throws {
    let sample = try FleetRecordTests.sample()
    let first = sample.report
    let known = try Self.known(ReportCommit(first, KnownHost(), at: 7), first)
    var later = try FleetRecordTests.report(sequence: 2)
    let other = sample.host.systemPolicies()[.hvmMax]
    later.guests = GuestsRecord()
    let terms = GuestTerms(try FleetRecordTests.domain(sample.host, other))
    later.guests.add(uuid: "uuid-1000", name: "guest 0", boot: "b0", terms)
    later.guests.add(uuid: "uuid-1001", name: "guest 1", boot: nil, terms)
    later.guests.add(uuid: "uuid-1002", name: "guest 2", boot: "another", terms)
    later.policies = [
      PolicyDigest.of(other): PolicyJSON.document(NamedPolicy(name: "x", policy: other))
    ]
    let after = try Self.known(ReportCommit(later, known, at: 8), later, after: known)
    let booted = PolicyDigest.of(other)
    #expect(after.promises["uuid-1000"] == known.promises["uuid-1000"])
    #expect(after.promises["uuid-1001"] == known.promises["uuid-1001"])
    #expect(after.promises["uuid-1002"]?.terms.policy == booted)
    #expect(known.promises["uuid-1002"]?.terms.policy != booted)
  }

  /// More bodies than a commit holds are told before the host is, in commits of their own.
  @Test func manyBodiesAreCut() throws {
    let sample = try FleetRecordTests.sample()
    var report = sample.report
    report.guests = GuestsRecord()
    report.policies = [:]
    for number in 0..<300 {
      var other = sample.policy
      other[msr: .platformInfo] = UInt64(number)
      report.guests.add(
        uuid: "uuid-\(number)", name: "",
        GuestTerms(try FleetRecordTests.domain(sample.host, other)))
      report.policies[PolicyDigest.of(other)] = PolicyJSON.document(
        NamedPolicy(name: "x", policy: other))
    }
    #expect(report.policies.count == 300)
    let commit = try ReportCommit(report, KnownHost(), at: 7)
    #expect(commit.steps.count > 2)
    for step in commit.steps {
      try FleetStoreLimits.check(step.conditions, step.changes)
    }
    let bodies = commit.steps.dropLast().flatMap(Self.keys)
    #expect(bodies.count == 301)
    #expect(bodies.allSatisfy { $0.hasPrefix("policy/") || $0.hasPrefix("facts/") })
    #expect(commit.steps.last.map(Self.keys) == ["guests/host-1", "host/host-1"])
    #expect(commit.steps.dropLast().allSatisfy { $0.conditions.isEmpty })
  }

  @Test func moreGuestsThanAHostHoldsAreRefused() throws {
    let sample = try FleetRecordTests.sample()
    var report = sample.report
    let terms = GuestTerms(try FleetRecordTests.domain(sample.host, sample.policy))
    let name = String(repeating: "n", count: 250)
    for number in 0..<6_000 { report.guests.add(uuid: "u-\(number)", name: name, terms) }
    #expect {
      try ReportCommit(report, KnownHost(), at: 7)
    } throws: { error in
      if case .tooLarge? = error as? ReportRefusal { true } else { false }
    }
  }
}
