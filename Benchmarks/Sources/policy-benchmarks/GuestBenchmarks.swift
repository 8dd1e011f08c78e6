// SPDX-License-Identifier: Apache-2.0

import CTwin
import Foundation
import Hosts
import PolicyCore
import PolicyFormats

/// Audit, records and view beside their C twins in the same run.
enum GuestBenchmarks {
  static func run(_ dump: URL) throws {
    let document = try InputFile.read(dump.path)
    guard let host = HostDescription(name: "x", document: document) else { return }
    let policies = SystemPolicies(facts: host.facts)
    audit(policies)
    records(policies.hvmMax)
    try view(policies)
  }

  private static func report(
    _ name: String, _ mine: Double, _ twin: Double, limit: Double
  ) {
    let text = String(
      format: "%.0f ns, %.1f times C's %.0f ns", mine * 1e9, mine / twin, twin * 1e9)
    Measure.report(name, text, limit: "\(limit) times", isMet: mine <= limit * twin)
  }

  private static func audit(_ policies: SystemPolicies) {
    let auditor = Auditor(bound: policies.hvmMax, context: AuditContext(kind: .hvm))
    let candidate = policies.hvmDefault
    var sum = 0
    let yesNo = Measure.median(calls: 20_000) { sum += auditor.accepts(candidate) ? 1 : 0 }
    let full = Measure.median(calls: 20_000) {
      auditor.forEachViolation(of: candidate) { _ in sum -= 1 }
    }
    // The twin masks and compares as many bytes, MSRs included, and closes the same dependencies.
    let count = LeafLayout.slotCount * 4 + LeafLayout.msrCount * 2
    let values = [UInt32](repeating: 0x5555_5555, count: count)
    let forbidden = [UInt32](repeating: 0xaaaa_aaaa, count: count)
    let bound = [UInt32](repeating: 0x5555_5557, count: count)
    let compared = [UInt32](repeating: 0x5555_5550, count: count)
    let features = words(policies.hvmDefault.featureSet)
    var prerequisites: [UInt16] = []
    var dependants: [UInt32] = []
    FeatureSet.prerequisites.forEachFeature { feature in
      prerequisites.append(feature.rawValue)
      dependants += words(FeatureSet.dependants(of: feature))
    }
    var bad: UInt32 = 0
    let twin = Measure.median(calls: 20_000) {
      bad |= twin_accepts(
        values, forbidden, bound, compared, count, features, prerequisites, dependants,
        prerequisites.count)
    }
    report("audit, yes or no", yesNo, twin, limit: 4)
    report("audit, full report", full, twin, limit: 12)
    if sum == 0 && bad == 0 { print("nothing was audited") }
  }

  private static func words(_ set: FeatureSet) -> [UInt32] {
    (0..<Feature.wordCount).map { set[word: $0] }
  }

  /// A policy with nearly every leaf that the records can hold.
  private static func records(_ base: CPUPolicy) {
    var policy = base
    for index in UInt32(0)..<6 { policy[leaf: 4, subleaf: index].eax = 1 }
    policy[leaf: 0xd].edx = 0x4000_0000
    var buffer = [WireLeaf](repeating: WireLeaf(), count: ServedABI.xen.maxLeaves)
    var count = 0
    func write() {
      var span = buffer.mutableSpan
      count = (try? policy.writeLeaves(to: &span)) ?? 0
    }
    let written = Measure.median(calls: 20_000) { write() }
    let part = Array(buffer.prefix(count))
    var target = CPUPolicy()
    let read = Measure.median(calls: 20_000) { try? target.readLeaves(part.span) }
    twinRecords(policy, part, written: written, read: read)
  }

  /// The same records by the twin, which must agree on how many there are.
  private static func twinRecords(
    _ policy: CPUPolicy, _ part: [WireLeaf], written: Double, read: Double
  ) {
    var values = (0..<LeafLayout.slotCount).flatMap { slot -> [UInt32] in
      let registers = policy[slot: slot]
      return [registers.eax, registers.ebx, registers.ecx, registers.edx]
    }
    var twins = [twin_leaf](repeating: twin_leaf(), count: ServedABI.xen.maxLeaves)
    var unknown = [UInt64](repeating: 0, count: 4)
    let basic = (0...UInt32(0xd)).map { packed($0) }
    let extended = (0...UInt32(0x21)).map { packed(0x8000_0000 | $0) }
    basic.withUnsafeBufferPointer { basic in
      extended.withUnsafeBufferPointer { extended in
        var layout = twin_layout(
          basic: basic.baseAddress, extended: extended.baseAddress,
          basic_count: UInt32(basic.count), extended_count: UInt32(extended.count),
          hypervisor: packed(0x4000_0000), second_hypervisor: packed(0x4000_0100))
        var count = 0
        let twinWrite = Measure.median(calls: 20_000) {
          count = twin_write(&layout, values, &twins, twins.count)
        }
        var refused = 0
        let twinRead = Measure.median(calls: 20_000) {
          refused += twin_read(&layout, twins, count, &values, &unknown)
        }
        if count != part.count || refused != 0 { print("the twin differs: \(count) records") }
        report("serialise \(count) leaves", written, twinWrite, limit: 1.3)
        report("deserialise \(count) leaves", read, twinRead, limit: 1.3)
      }
    }
  }

  /// A leaf's slots as the twin looks them up.
  private static func packed(_ leaf: UInt32) -> UInt32 {
    guard let block = LeafLayout.block(leaf) else { return 0 }
    return UInt32(block.base) | UInt32(block.count) << 16
  }

  private static func view(_ policies: SystemPolicies) throws {
    let topology = try Topology(sockets: 1, cores: 4, threads: 2)
    let policy = try policies.initialPolicy(DomainSettings(kind: .hvm, topology: topology))
    let view = GuestView(policy: policy, topology: topology, kind: .hvm)
    let state = VirtualCPUState(xcr0: 7)
    var sum: UInt32 = 0
    let fixed = Measure.median(calls: 50_000) { sum &+= view.read(0x8000_0003, 0, by: state).eax }
    let sizes = Measure.median(calls: 50_000) { sum &+= view.read(0xd, 0, by: state).ebx }
    var leaves: [twin_leaf] = []
    policy.forEachLeaf { place, registers in
      leaves.append(
        twin_leaf(
          leaf: place.leaf, subleaf: place.isPlain ? 0 : place.subleaf, a: registers.eax,
          b: registers.ebx, c: registers.ecx, d: registers.edx))
    }
    let twin = Measure.median(calls: 50_000) {
      sum &+= twin_find(leaves, leaves.count, 0x8000_0003, 0)?.pointee.a ?? 0
    }
    report("guest view of a static leaf", fixed, twin, limit: 2)
    Measure.report(
      "guest view of 0xd with its sizes", String(format: "%.0f ns", sizes * 1e9), limit: "60 ns",
      isMet: sizes <= 60e-9)
    if sum == 0 { print("nothing was viewed") }
  }
}
