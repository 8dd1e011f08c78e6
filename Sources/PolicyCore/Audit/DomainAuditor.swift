// SPDX-License-Identifier: Apache-2.0

/// What one domain adds to the bound of its kind: small, and made in no time.
///
/// Made for one `AuditBound`, and used with it for any number of candidates, from any number of
/// threads at once. Nothing is ever altered: a candidate is acceptable as it stands, or each thing
/// that is wrong is reported.
public struct DomainAuditor: Sendable, BitwiseCopyable {
  /// What its kind may have and this domain may not.
  private let denied: FeatureSet
  /// Features with which nothing can be wrong.
  private let quickCheck: FeatureQuickCheck
  private let settings: Settings
  private let topology: Topology?

  /// What of a context is the domain's own.
  struct Settings: Sendable, BitwiseCopyable {
    var hasNestedVirtualisation: Bool
    var hasPerformanceCounters: Bool
    var physicalAddressLimit: UInt32
    var topologyLeaves: TopologyLeaves
    /// Whether the topology has several dies.
    var hasDies: Bool
    var hasTopology: Bool
  }

  /// - Parameters:
  ///   - context: the domain's own settings; kind, scope and host are the bound's.
  ///   - bound: what candidates will be held against.
  public init(_ context: borrowing AuditContext, for bound: borrowing @_addressable AuditBound) {
    var denied = FeatureSet()
    if !context.hasNestedVirtualisation { denied = DomainRules.nestedFeatures }
    denied.formIntersection(bound.allowedFeatures)
    let allowed = bound.allowedFeatures.subtracting(denied)
    // Where the bound was not recorded, the check of what is unknown reports it.
    let policy = bound.policy.view
    for word in 0..<Feature.wordCount where !policy.isKnown(Feature(word: word, bit: 0)) {
      denied[word: word] = 0
    }
    self.denied = denied
    quickCheck = FeatureQuickCheck(allowed: allowed, fixed: bound.fixedFeatures)
    topology = context.topology
    settings = Settings(
      hasNestedVirtualisation: context.hasNestedVirtualisation,
      hasPerformanceCounters: context.hasPerformanceCounters,
      physicalAddressLimit: context.physicalAddressLimit,
      topologyLeaves: context.topologyLeaves, hasDies: (context.topology?.dies ?? 1) > 1,
      hasTopology: context.topology != nil)
  }

  /// Whether a candidate is acceptable as it stands.
  @_addressableSelf
  public func accepts(
    _ candidate: borrowing @_addressable CPUPolicy,
    under bound: borrowing @_addressable AuditBound
  ) -> Bool {
    var isAcceptable = true
    forEachViolation(of: candidate, under: bound) { _ in isAcceptable = false }
    return isAcceptable
  }

  /// Calls `body` for everything that is wrong with a candidate, in no particular order.
  @_addressableSelf
  public func forEachViolation(
    of candidate: borrowing @_addressable CPUPolicy,
    under bound: borrowing @_addressable AuditBound, _ body: (Violation) -> Void
  ) {
    let audit = audit(candidate, under: bound)
    audit.check(candidate.view.featureSet, body)
    guard let topology else { return }
    var expected = copy candidate
    audit.checkTopology(topology, in: &expected, body)
  }

  /// The same without room for a policy on the stack: `scratch` is overwritten where a topology was chosen.
  @_addressableSelf
  public func forEachViolation(
    of candidate: borrowing @_addressable CPUPolicy,
    under bound: borrowing @_addressable AuditBound, scratch: inout CPUPolicy,
    _ body: (Violation) -> Void
  ) {
    let audit = audit(candidate, under: bound)
    audit.check(candidate.view.featureSet, body)
    guard let topology else { return }
    scratch.assign(candidate)
    audit.checkTopology(topology, in: &scratch, body)
  }

  @inline(__always)
  @_addressableSelf
  @_lifetime(borrow self, borrow candidate, borrow bound)
  private func audit(
    _ candidate: borrowing @_addressable CPUPolicy,
    under bound: borrowing @_addressable AuditBound
  ) -> Audit {
    Audit(
      candidate: candidate.view, prepared: bound.view(hasTopology: settings.hasTopology),
      domain: View(
        denied: denied.words.span, quickCheck: quickCheck.view, settings: settings))
  }
}

extension DomainAuditor {
  /// What an audit reads of its domain.
  struct View: ~Escapable {
    let denied: Span<UInt32>
    let quickCheck: FeatureQuickCheck.View
    let settings: Settings

    @inline(__always)
    @_lifetime(copy denied, copy quickCheck)
    init(
      denied: Span<UInt32>, quickCheck: FeatureQuickCheck.View, settings: Settings
    ) {
      self.denied = denied
      self.quickCheck = quickCheck
      self.settings = settings
    }
  }
}
