// SPDX-License-Identifier: Apache-2.0

/// A max policy made ready for holding candidates of one kind of guest against it.
///
/// What follows from the policy and the kind alone: which bits a candidate must not set, and which
/// numbers to compare. Made once, for any number of domains; each adds a small `DomainAuditor`.
///
/// Large, so it is taken by address wherever it is read.
public struct AuditBound: Sendable, BitwiseCopyable {
  var policy = CPUPolicy()
  /// The kind of guest whose policies it bounds.
  public private(set) var kind = GuestKind.hvm
  /// Whether it bounds policies of the system or of domains.
  public private(set) var scope = AuditContext.Scope.system
  private(set) var vendor = Vendor.unknown
  /// Whether the host's features are known.
  private(set) var hasHost = false
  /// Where the bits stand that no hypervisor can hide: in the host, else in the bound.
  private(set) var fixedFeatures = FeatureSet()
  /// The features that the bound was given with.
  private(set) var offeredFeatures = FeatureSet()
  /// The features that this kind of guest may have.
  private(set) var allowedFeatures = FeatureSet()
  /// Features that a policy of the system may show beyond its own limits.
  private(set) var hiddenFeatures = FeatureSet()
  /// What the bound's own leaf 0xd should be by its features: a policy of the system may have the same
  /// oddities as its bound.
  private(set) var states = OwnStates()
  /// For each register, the bits that the candidate of a domain with a topology must not set.
  var forbidden = LeafLayout.Registers(repeating: 0xffff_ffff)
  var unmaskedPlaces = UnmaskedPlaces()
  /// The same where no topology was chosen.
  var forbiddenWithoutTopology = LeafLayout.Registers(repeating: 0xffff_ffff)
  var unmaskedPlacesWithoutTopology = UnmaskedPlaces()
  /// Rows that compare a number with the bound's.
  var numbers = NumberRows()
  /// For each MSR, the bits that a candidate must not set.
  var forbiddenMSRBits = LeafLayout.MSRValues(repeating: 0)
  /// For each MSR, the bits of which a row asks where they differ from the bound's.
  var comparedMSRBits = LeafLayout.MSRValues(repeating: 0)
  /// A bit for each MSR that the bound has and that waits for an owner.
  var ownedMSRs: UInt64 = 0

  /// Nothing to hold candidates against yet: `prepare` makes it so.
  public init() {}

  /// - Parameters:
  ///   - policy: the max policy of the candidates' kind.
  ///   - context: its kind, scope, host and hidden features count; what else it says is the domain's.
  @inline(__always)
  public init(_ policy: borrowing @_addressable CPUPolicy, context: AuditContext) {
    self.init()
    prepare(policy, context: context)
  }

  /// Makes the bound anew, in place.
  public mutating func prepare(
    _ policy: borrowing @_addressable CPUPolicy, context: borrowing AuditContext
  ) {
    kind = context.kind
    scope = context.scope
    let source = policy.view
    vendor = source.vendor
    offeredFeatures = source.featureSet
    allowedFeatures = offeredFeatures.subtracting(
      DomainRules.deniedFeatures(of: kind, on: vendor))
    hasHost = context.hostFeatures != nil
    // Without a host the bound says what of the bits that cannot be hidden is there.
    fixedFeatures = context.hostFeatures ?? offeredFeatures
    hiddenFeatures = context.hiddenFeatures
    states = OwnStates(source, offeredFeatures)
    prepare(source)
    self.policy.assign(policy)
  }
}

extension AuditBound {
  /// What an audit reads of its bound.
  struct View: ~Escapable {
    let policy: PolicyView
    let forbidden: Span<UInt32>
    let unmaskedPlaces: UnmaskedPlaces.View
    let numbers: Span<NumberRows.Row>
    let forbiddenMSRBits: Span<UInt64>
    let comparedMSRBits: Span<UInt64>
    let ownedMSRs: UInt64
    let offered: Span<UInt32>
    let allowed: Span<UInt32>
    let hidden: Span<UInt32>
    let vendor: Vendor
    let isOfSystem: Bool
    let hasHost: Bool
    let states: OwnStates

    @inline(__always)
    @_lifetime(
      copy policy, copy forbidden, copy unmaskedPlaces, copy numbers, copy forbiddenMSRBits,
      copy comparedMSRBits, copy offered, copy allowed, copy hidden)
    init(
      policy: PolicyView, forbidden: Span<UInt32>, unmaskedPlaces: UnmaskedPlaces.View,
      numbers: Span<NumberRows.Row>, forbiddenMSRBits: Span<UInt64>,
      comparedMSRBits: Span<UInt64>, ownedMSRs: UInt64, offered: Span<UInt32>,
      allowed: Span<UInt32>, hidden: Span<UInt32>, vendor: Vendor, isOfSystem: Bool,
      hasHost: Bool, states: OwnStates
    ) {
      self.policy = policy
      self.forbidden = forbidden
      self.unmaskedPlaces = unmaskedPlaces
      self.numbers = numbers
      self.forbiddenMSRBits = forbiddenMSRBits
      self.comparedMSRBits = comparedMSRBits
      self.ownedMSRs = ownedMSRs
      self.offered = offered
      self.allowed = allowed
      self.hidden = hidden
      self.vendor = vendor
      self.isOfSystem = isOfSystem
      self.hasHost = hasHost
      self.states = states
    }
  }

  /// The bound as the audit of a domain with or without a topology reads it.
  @inline(__always)
  @_addressableSelf
  @_lifetime(borrow self)
  func view(hasTopology: Bool) -> View {
    View(
      policy: policy.view,
      forbidden: hasTopology ? forbidden.span : forbiddenWithoutTopology.span,
      unmaskedPlaces: hasTopology ? unmaskedPlaces.view : unmaskedPlacesWithoutTopology.view,
      numbers: numbers.rows.span.extracting(first: numbers.count),
      forbiddenMSRBits: forbiddenMSRBits.span, comparedMSRBits: comparedMSRBits.span,
      ownedMSRs: ownedMSRs, offered: offeredFeatures.words.span,
      allowed: allowedFeatures.words.span, hidden: hiddenFeatures.words.span, vendor: vendor,
      isOfSystem: scope == .system,
      hasHost: hasHost, states: states)
  }
}
