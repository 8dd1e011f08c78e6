// SPDX-License-Identifier: Apache-2.0

/// One candidate held against one bound for one domain: what the checks read, as views.
struct Audit: ~Escapable {
  let candidate: PolicyView
  let prepared: AuditBound.View
  /// What the domain adds.
  let domain: DomainAuditor.View

  @inline(__always)
  @_lifetime(copy candidate, copy prepared, copy domain)
  init(candidate: PolicyView, prepared: AuditBound.View, domain: DomainAuditor.View) {
    self.candidate = candidate
    self.prepared = prepared
    self.domain = domain
  }

  /// The bound with the features that it was given with.
  var bound: PolicyView { @_lifetime(copy self) get { prepared.policy } }
  /// For each register, the bits that a candidate must not set.
  var forbidden: Span<UInt32> { @_lifetime(copy self) get { prepared.forbidden } }
  /// Where `forbidden` leaves any bit free. In candidates that the masks let pass everything else is
  /// zero, and no check looks there again.
  var unmaskedPlaces: UnmaskedPlaces.View { @_lifetime(copy self) get { prepared.unmaskedPlaces } }
  var vendor: Vendor { prepared.vendor }

  /// Whether the candidate is a policy of the system, which may keep what the bound itself holds.
  var isOfSystem: Bool { prepared.isOfSystem }

  /// Whether a value of a policy of the system is the bound's own.
  func isAsBound(_ value: UInt32, _ held: UInt32) -> Bool { isOfSystem && value == held }

  /// Everything but the topology. Never inlined: two callers, and an archive has room for one copy.
  @inline(never)
  func check(
    _ features: borrowing @_addressable FeatureSet, _ body: (Violation) -> Void
  ) {
    let isWithinMasks = checkMasks(body)
    checkDenied(features, body)
    checkNumbers(features, body)
    checkFeatures(features, body)
    checkLimits(isWithinMasks: isWithinMasks, body)
    checkXstate(features, body)
    checkCopies(body)
    checkWidths(features, body)
    checkShapes(body)
    checkOwners(features, body)
    checkMSRs(features, body)
    checkUnknown(body)
  }
}
