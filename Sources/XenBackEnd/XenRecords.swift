// SPDX-License-Identifier: Apache-2.0

import Domains
import PolicyCore
import PolicyFormats

/// A policy as the records of Xen's hypercalls.
public struct XenRecords: Sendable {
  /// The leaves, ascending.
  public var leaves: [WireLeaf]
  /// The MSRs, ascending.
  public var msrs: [WireMSR]
  /// Places of the policy that have no record.
  public var dropped: [String]

  /// A policy as Xen's hypercalls carry it.
  public init(_ policy: CPUPolicy) {
    let canonical = policy.canonical
    var leaves = [WireLeaf](repeating: WireLeaf(), count: ServedABI.xen.maxLeaves)
    var msrs = [WireMSR](repeating: WireMSR(), count: ServedABI.xen.maxMSRs)
    var leafSpan = leaves.mutableSpan
    // The buffers have room for everything that there can be.
    let count = (try? canonical.writeLeaves(to: &leafSpan)) ?? 0
    var msrSpan = msrs.mutableSpan
    _ = try? canonical.writeMSRs(to: &msrSpan)
    self.leaves = Array(leaves.prefix(count))
    self.msrs = msrs
    dropped = LeavesFormat.write(policy).dropped
  }
}

/// What Xen made of records that were set without an audit, with our own verdict beside it.
public struct XenTrial: Sendable {
  /// What our readers say of the records themselves; nil where they form a policy.
  public var wireError: WireError?
  /// What our audit says of the policy that the records make of the domain's present one.
  public var violations: [Violation]
  /// Xen's refusal; nil where it took the records.
  public var refusal: XenError?
  /// What Xen took, against what the records say; empty where it refused.
  public var altered: [PolicyDifference]

  /// Whether we would have asked Xen at all.
  public var isRejectedByUs: Bool { wireError != nil || !violations.isEmpty }
}

extension XenHypervisor {
  /// Sets records in a domain without auditing them first: to see what Xen makes of them.
  public func tryRecords(
    _ leaves: [WireLeaf], _ msrs: [WireMSR], of name: String
  ) throws(DomainError) -> XenTrial {
    let domain = try domain(named: name)
    var wanted = domain.policy
    var trial = XenTrial(violations: [], altered: [])
    do {
      try wanted.readLeaves(leaves.span, strictness: .strict)
      try wanted.readMSRs(msrs.span, strictness: .strict)
      wanted.clearStaleLeaves()
      trial.violations = audit(wanted, for: domain)
    } catch {
      trial.wireError = error
    }
    do {
      let effective = try holding { to throws(XenError) in
        try to.xen.setPolicy(leaves, msrs, of: UInt16(domain.id))
        return try to.xen.policy(of: UInt16(domain.id))
      }
      trial.altered = PolicyDifference.between(wanted.canonical, effective.canonical)
    } catch {
      trial.refusal = error
    }
    return trial
  }
}
