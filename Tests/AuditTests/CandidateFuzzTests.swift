// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// Candidates around every max policy, with changes in all leaves, subleaves and MSRs: the auditor says
/// of each exactly what the judge says, with the values that are there, and what is accepted is carried
/// out and back unchanged.
@Suite struct CandidateFuzzTests {
  static let hosts = BoundHost.some(60, for: "candidates")
  /// Candidates of all hosts together.
  static let count =
    Sweep.host != nil ? 500_000 / BoundHost.all().count : Sweep.isWanted ? 500_000 : 5_000

  @Test(arguments: hosts) func judgedAlike(_ host: BoundHost) throws {
    var generator = SeededGenerator.fresh("candidates around \(host)")
    let share = (Self.count + Self.hosts.count - 1) / Self.hosts.count
    var pairs = try host.bounds().flatMap { bound in bound.settings().map { (bound, $0) } }
      .shuffled(using: &generator)
    // A judge takes as long to make as twenty candidates to judge.
    if !Sweep.isWanted {
      let acceptable = pairs.first {
        Auditor(bound: $0.0.max, context: $0.1.context).accepts($0.1.baseline)
      }
      pairs = [try #require(acceptable), pairs[0]]
    }
    var accepted = 0
    for (number, (bound, setting)) in pairs.enumerated() {
      let count = share / pairs.count + (number < share % pairs.count ? 1 : 0)
      accepted += try fuzz(bound, setting, count, &generator)
    }
    #expect(accepted > share / 50, "too few candidates are acceptable: \(accepted) of \(share)")
  }

  /// The same under bounds that no CPU has, where every row is within reach.
  @Test func judgedAlikeUnderEveryRow() throws {
    var generator = SeededGenerator.fresh("candidates under crafted bounds")
    for bound in CraftedBounds.few() {
      for setting in bound.settings() { _ = try fuzz(bound, setting, Self.count / 200, &generator) }
    }
  }

  /// - Returns: how many candidates were accepted.
  private func fuzz(
    _ bound: Bound, _ setting: Bound.Setting, _ count: Int, _ generator: inout SeededGenerator
  ) throws -> Int {
    let auditor = Auditor(bound: bound.max, context: setting.context)
    let judge = TableJudge(bound: bound.max, context: setting.context)
    let values = ViolationValues(bound: bound.max, auditor: auditor)
    var donors = [bound.max, bound.standard, setting.baseline]
    if let policies = bound.policies { donors += [policies.raw, policies.hostMax] }
    let mutation = CandidateMutation(donors: donors)
    var accepted = 0
    for round in 0..<count {
      var candidate = round % 4 == 3 ? bound.standard : setting.baseline
      for _ in 0..<[0, 1, 1, 2, 3][round % 5] { mutation.apply(to: &candidate, using: &generator) }
      let before = candidate
      let found = auditor.violations(of: candidate)
      #expect(candidate == before, "an audit changes nothing")
      #expect(auditor.accepts(candidate) == found.isEmpty)
      let difference = Finding.difference(
        found: Finding.list(found), expected: judge.findings(candidate))
      let label = "\(bound.name), \(setting.name)"
      #expect(difference.isEmpty, "\(label): \(difference.prefix(6))")
      let untrue = values.untrue(found, of: candidate)
      #expect(untrue.isEmpty, "\(label): \(untrue.prefix(3))")
      guard found.isEmpty else { continue }
      accepted += 1
      let lost = try Carriage.lost(candidate, isSystem: setting.context.scope == .system)
      #expect(lost.isEmpty, "\(label): accepted, and \(lost.prefix(4)) is not what comes back")
    }
    return accepted
  }
}

/// A policy carried out as records and read back.
enum Carriage {
  /// The places that come back otherwise, or do not come back and are not said to be left out.
  static func lost(_ policy: CPUPolicy, isSystem: Bool) throws -> [String] {
    let places = JudgePlaces.shared
    let before = JudgedPolicy(policy, places)
    let shown = before.shownSlots
    // What a policy of the system holds beyond its limits stands in its featureset alone.
    let slots = places.slots.indices.filter { before.isKnown[$0] && (shown[$0] || !isSystem) }
    var lost = difference(before, JudgedPolicy(policy.canonical, places), slots, "canonical")
    guard LeavesFormat.write(policy).dropped.isEmpty else { return lost }
    var leaves = [WireLeaf](repeating: WireLeaf(), count: ServedABI.xen.maxLeaves)
    var msrs = [WireMSR](repeating: WireMSR(), count: ServedABI.xen.maxMSRs)
    var span = leaves.mutableSpan
    let count = try policy.writeLeaves(to: &span)
    var msrSpan = msrs.mutableSpan
    let msrCount = try policy.writeMSRs(to: &msrSpan)
    var back = CPUPolicy()
    try back.readLeaves(leaves.span.extracting(0..<count), strictness: .strict)
    try back.readMSRs(msrs.span.extracting(0..<msrCount), strictness: .strict)
    let after = JudgedPolicy(back, places)
    lost += difference(before, after, slots, "records")
    for (msr, value) in before.msrs where value != after.msrs[msr] ?? 0 {
      lost.append("MSR 0x\(String(msr, radix: 16))")
    }
    return lost
  }

  private static func difference(
    _ before: JudgedPolicy, _ after: JudgedPolicy, _ slots: [Int], _ form: String
  ) -> [String] {
    slots.filter { slot in
      (0..<4).contains { register in
        var value = before.registers[slot * 4 + register]
        // A record has one byte of the hypervisor's limit, which says the same.
        if before.places.slots[slot].leaf & 0xffff_feff == 0x4000_0000 && form == "records" {
          value &= 0xff
        }
        return value != after.registers[slot * 4 + register]
      }
    }.map { "\(form) \(PlaceText.leaf(LeafLayout.place(ofSlot: $0)))" }
  }
}
