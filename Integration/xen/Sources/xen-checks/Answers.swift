// SPDX-License-Identifier: Apache-2.0

import Domains
import PolicyCore
import PolicyFormats
import PolicyText
import XenBackEnd

/// What Xen answers to records, with our own verdict beside it: `case|kind|Xen|altered|our verdict`.
struct Answers {
  let xen = try! XenHypervisor()

  func run() async throws {
    print("versions|\(xen.interfaceVersions.system)")
    let kinds: [GuestKind] =
      try xen.systemPolicies().hasHVM ? [.pv, .hvm] : [.pv]
    for kind in kinds {
      try await withDomain(kind) { domain in
        let records = XenRecords(domain.policy)
        try report("unmodified", domain, records.leaves, records.msrs)
        try report("nothing", domain, [], [])
        try report("one leaf", domain, [records.leaves[0]], [])
        try report("unknown leaf", domain, [WireLeaf(LeafPlace(0xe), LeafRegisters())], [])
        try report("unknown subleaf", domain, [WireLeaf(LeafPlace(7, 3), LeafRegisters())], [])
        try report("subleaf of leaf 1", domain, [WireLeaf(LeafPlace(1, 0), LeafRegisters())], [])
        try report(
          "too many", domain, [WireLeaf](repeating: records.leaves[0], count: xen.leafCapacity + 1),
          [])
        for (leaf, name) in [
          (LeafPlace(0), "leaf 0 above max"), (LeafPlace(7, 0), "leaf 7 above max"),
          (LeafPlace(0x8000_0000), "leaf 0x80000000 above max"),
        ] {
          var raised = records.leaves.first { LeafPlace($0.leaf, $0.subleaf) == leaf } ?? WireLeaf()
          raised.leaf = leaf.leaf
          raised.subleaf = leaf.subleaf
          raised.eax = leaf.leaf >> 31 == 1 ? 0x8000_0022 : raised.eax + 0x20
          try report(name, domain, [raised], [])
        }
        try report("MSR bit 40", domain, [], [WireMSR(index: 0xce, value: 1 << 40)])
        try report("unknown MSR", domain, [], [WireMSR(index: 0xdead_c0de)])
        try report("MSR flags", domain, [], [WireMSR(index: 0xce, flags: 1)])
        var avx512 = domain.policy.featureSet
        avx512.insert(.avx512f)
        try report("avx512f", domain, leaf(7, domain.policy.withFeatures(avx512)), [])
      }
      try await withDomain(kind) { domain in
        var features = domain.policy.featureSet
        features.remove(.avx)
        try report("avx cleared", domain, leaf(1, domain.policy.withFeatures(features)), [])
        try report("avx set again", domain, leaf(1, domain.policy), [])
      }
      try await withDomain(kind) { domain in
        var features = domain.policy.featureSet
        features.removeWithDependants(.avx)
        await show("closed clear", kind) {
          try await xen.setPolicy(
            domain.policy.withFeatures(features), of: domain.name, isDryRun: false)
        }
        await show("max offered", kind) {
          var wanted = domain.policy.featureSet
          wanted.insert(.avx512f)
          return try await xen.setPolicy(
            domain.policy.withFeatures(wanted), of: domain.name, isDryRun: false)
        }
        await show("seal", kind) { try await xen.seal(domain.name, isDryRun: false) }
        await show("set after seal", kind) {
          try await xen.setPolicy(domain.policy, of: domain.name, isDryRun: false)
        }
        try report("after the first unpause", domain, XenRecords(domain.policy).leaves, [])
      }
    }
    await show("no such domain", .pv) { try xen.domain(named: "31999") }
    let own = try xen.domain(named: "0")
    try report("the control domain on itself", own, XenRecords(own.policy).leaves, [])
  }

  private func withDomain(_ kind: GuestKind, _ body: (Domain) async throws -> Void) async throws {
    let domain = try await xen.create(
      DomainRequest(name: "trial", kind: kind, vCPUs: 2), isDryRun: false)
    let violations = xen.audit(domain.policy, for: domain)
    print("default|\(kind.name)|-|-|\(violations.map(Self.text).joined(separator: "; "))")
    let outcome: (any Error)?
    do {
      try await body(domain)
      outcome = nil
    } catch {
      outcome = error
    }
    try? await xen.destroy("trial", isDryRun: false)
    if let outcome { throw outcome }
  }

  private func leaf(_ number: UInt32, _ policy: CPUPolicy) -> [WireLeaf] {
    XenRecords(policy).leaves.filter { $0.leaf == number && ($0.subleaf == 0 || number != 7) }
  }

  private func report(
    _ name: String, _ domain: Domain, _ leaves: [WireLeaf], _ msrs: [WireMSR]
  ) throws {
    let trial = try xen.tryRecords(leaves, msrs, of: domain.name)
    var answer = "0"
    if case .refused(_, let errno, let place)? = trial.refusal {
      answer = place.isNowhere ? errno.name : "\(errno.name) \(place)"
    }
    let altered = trial.altered.map(\.name).joined(separator: " ")
    let ours =
      trial.wireError.map { "refused: \($0.kind)" }
      ?? (trial.violations.isEmpty
        ? "accepted" : trial.violations.map(Self.text).joined(separator: "; "))
    print("\(name)|\(domain.kind.name)|\(answer)|\(altered)|\(ours)")
  }

  private static func text(_ violation: Violation) -> String {
    "\(violation.codeText) \(violation.placeText) \(violation.fieldName)"
  }

  /// A call of the back end itself, as a toolstack makes it.
  private func show(_ name: String, _ kind: GuestKind, _ body: () async throws -> Domain) async {
    do {
      let domain = try await body()
      print("\(name)|\(kind.name)|0||\(domain.state.rawValue)")
    } catch DomainError.rejected(let violations) {
      print("\(name)|\(kind.name)|not asked||\(violations.map(Self.text).joined(separator: "; "))")
    } catch DomainError.altered(_, let differences, _) {
      print("\(name)|\(kind.name)|0|\(differences.map(\.name).joined(separator: " "))|altered")
    } catch {
      print("\(name)|\(kind.name)|-||\(error)")
    }
  }
}
