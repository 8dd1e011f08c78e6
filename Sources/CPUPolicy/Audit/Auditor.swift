/// Holds candidates against a bound: the max policy of their kind, cut down to what the domain may
/// have.
///
/// Built once for a bound and a context, then used for any number of candidates. Nothing is ever
/// altered: a candidate is acceptable as it stands, or each thing that is wrong is reported.
///
/// Neither the auditor nor a candidate, both large, is ever copied: both are taken by address, and
/// no `&&`, `||` or other closure mentions them, since it would capture a copy.
public struct Auditor: Sendable {
  /// The bound with the features that this domain may have.
  var bound: CPUPolicy
  /// The features that the bound was given with.
  let offeredFeatures: FeatureSet
  /// The features that this domain may have.
  let allowedFeatures: FeatureSet
  /// Features with which nothing can be wrong.
  let familiar: FamiliarFeatures
  let context: AuditContext
  let vendor: Vendor
  /// For each register, the bits that a candidate must not set.
  var forbidden: LeafLayout.Registers
  /// Where `forbidden` leaves any bit free. In candidates that the masks let pass everything else is
  /// zero, and no check looks there again.
  var openPlaces: OpenPlaces
  /// Rows that compare a number with the bound's.
  var numbers: NumberRows
  /// For each MSR, the bits that a candidate must not set.
  var forbiddenMSRBits: LeafLayout.MSRValues
  /// For each MSR, the bits of which a row asks where they differ from the bound's.
  var comparedMSRBits: LeafLayout.MSRValues

  /// - Parameters:
  ///   - bound: the max policy of the candidate's kind.
  @inline(__always)
  public init(bound: CPUPolicy, context: AuditContext) {
    self.bound = bound
    self.context = context
    vendor = bound.vendor
    offeredFeatures = bound.featureSet
    allowedFeatures = Auditor.allowed(offeredFeatures, vendor: vendor, context)
    // Without a host the bound says what of the bits that cannot be hidden is there.
    familiar = FamiliarFeatures(
      allowed: allowedFeatures, fixed: context.hostFeatures ?? offeredFeatures)
    openPlaces = OpenPlaces()
    forbidden = InlineArray(repeating: 0xffff_ffff)
    numbers = NumberRows()
    forbiddenMSRBits = InlineArray(repeating: 0)
    comparedMSRBits = InlineArray(repeating: 0)
    prepare()
  }

  /// Whether the candidate is a policy of the system, which may keep what the bound itself holds.
  var isOfSystem: Bool {
    @_addressableSelf get { context.scope == .system }
  }

  /// Whether a value of a policy of the system is the bound's own.
  @_addressableSelf
  func isAsBound(_ value: UInt32, _ held: UInt32) -> Bool { isOfSystem ? value == held : false }

  /// What of the bound's features a domain of this kind may have.
  private static func allowed(
    _ offered: FeatureSet, vendor: Vendor, _ context: AuditContext
  ) -> FeatureSet {
    var features = offered
    // What only nested paging can carry.
    if context.kind == .hvmShadow {
      features.subtract(FeatureTable.abi.hvmHAPMax.subtracting(FeatureTable.abi.hvmShadowMax))
    }
    if !context.hasNestedVirtualisation {
      features.removeWithDependants(.vmx)
      features.removeWithDependants(.svm)
    }
    if context.kind == .pv32 {
      features.removeWithDependants(.lm)
      if !vendor.isAMDLike { features.removeWithDependants(.syscall) }
    }
    return features
  }

  /// Whether a candidate is acceptable as it stands.
  @_addressableSelf
  public func accepts(_ candidate: borrowing @_addressable CPUPolicy) -> Bool {
    var isAcceptable = true
    forEachViolation(of: candidate) { _ in isAcceptable = false }
    return isAcceptable
  }

  /// Calls `body` for everything that is wrong with a candidate, in no particular order.
  @_addressableSelf
  public func forEachViolation(
    of candidate: borrowing @_addressable CPUPolicy, _ body: (Violation) -> Void
  ) {
    let features = candidate.featureSet
    let isWithinMasks = checkMasks(candidate, body)
    checkNumbers(candidate, body)
    checkFeatures(features, candidate, body)
    checkLimits(candidate, isWithinMasks: isWithinMasks, body)
    checkXstate(features, candidate, body)
    checkCopies(candidate, body)
    checkWidths(candidate, body)
    checkShapes(candidate, body)
    checkOwners(features, candidate, body)
    checkMSRs(candidate, body)
    checkTopology(candidate, body)
    checkUnknown(candidate, body)
  }
}
