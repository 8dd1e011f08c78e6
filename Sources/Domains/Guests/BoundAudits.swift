// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText
import Synchronization

/// What guests are audited against, made ready once for all guests of one kind and scope: that takes
/// several times as long as an audit.
final class BoundAudits: Sendable {
  /// What of an audit's circumstances the bound is made ready for.
  private struct Circumstances: Hashable {
    var kind: GuestKind
    var scope: AuditContext.Scope
    var hasHost: Bool
  }

  /// A bound that is ready. An object, since it is large.
  fileprivate final class Prepared: Sendable {
    let bound: AuditBound

    init(_ policy: CPUPolicy, _ context: AuditContext) {
      bound = AuditBound(policy, context: context)
    }
  }

  private let prepared = Mutex<[Circumstances: Prepared]>([:])

  /// - Parameters:
  ///   - variant: the variant to which these audits belong.
  ///   - context: the guest's circumstances under it.
  func auditor(of variant: GuestBound.Variant, _ context: AuditContext) -> GuestAuditor {
    let key = Circumstances(
      kind: context.kind, scope: context.scope, hasHost: context.hostFeatures != nil)
    let found = prepared.withLock { known in
      if let found = known[key] { return found }
      let new = Prepared(variant.policy, context)
      known[key] = new
      return new
    }
    return GuestAuditor(found, context)
  }
}

/// Holds a guest's policies against a bound that is shared with others.
struct GuestAuditor {
  private let prepared: BoundAudits.Prepared
  private let domain: DomainAuditor

  fileprivate init(_ prepared: BoundAudits.Prepared, _ context: AuditContext) {
    self.prepared = prepared
    domain = DomainAuditor(context, for: prepared.bound)
  }

  /// Everything that is wrong with a candidate, in leaf order.
  func violations(of candidate: CPUPolicy) -> [Violation] {
    var found: [Violation] = []
    domain.forEachViolation(of: candidate, under: prepared.bound) { found.append($0) }
    return found.sorted(by: Violation.inLeafOrder)
  }
}
