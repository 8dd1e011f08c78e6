// SPDX-License-Identifier: Apache-2.0

/// Holds candidates against a bound: the max policy of their kind, cut down to what the domain may
/// have.
///
/// A bound and a domain in one, for whoever audits one domain or policies of the system. What follows
/// from the bound alone can be shared among domains: `AuditBound` and `DomainAuditor`.
public struct Auditor: Sendable {
  private let bound: AuditBound
  private let domain: DomainAuditor

  /// - Parameters:
  ///   - bound: the max policy of the candidate's kind.
  ///   - context: what the candidate is for, and what is known of the host besides.
  @inline(__always)
  public init(bound: borrowing @_addressable CPUPolicy, context: AuditContext) {
    self.bound = AuditBound(bound, context: context)
    domain = DomainAuditor(context, for: self.bound)
  }

  /// Whether a candidate is acceptable as it stands.
  @_addressableSelf
  public func accepts(_ candidate: borrowing @_addressable CPUPolicy) -> Bool {
    domain.accepts(candidate, under: bound)
  }

  /// Calls `body` for everything that is wrong with a candidate, in no particular order.
  @_addressableSelf
  public func forEachViolation(
    of candidate: borrowing @_addressable CPUPolicy, _ body: (Violation) -> Void
  ) {
    domain.forEachViolation(of: candidate, under: bound, body)
  }
}
