// SPDX-License-Identifier: Apache-2.0

/// The policies of one host, from what the hardware says to what a guest gets by default.
public enum PolicyKind: UInt8, Sendable {
  case raw, hostMax, hostDefault, pvMax, pvDefault, hvmMax, hvmDefault
  case hvmShadowMax, hvmShadowDefault, dom0PV, dom0HVM

  /// The policy from which this one is derived; nil for raw.
  public var parent: PolicyKind? {
    switch self {
    case .raw: nil
    case .hostMax, .hostDefault: .raw
    case .pvMax, .hvmMax, .hvmShadowMax: .hostDefault
    case .pvDefault: .pvMax
    case .hvmDefault: .hvmMax
    case .hvmShadowDefault: .hvmShadowMax
    case .dom0PV: .pvDefault
    case .dom0HVM: .hvmDefault
    }
  }
}

/// A named step of derivation: a policy in, a policy out. What a step did is the difference.
public enum DerivationStep: UInt8, Sendable {
  // Raw
  case recorded, clearDynamic, hideOuterHypervisor, clearStale
  // Host
  case serveExtents, knownFeatures, everyCPU, withholdOptIns, optOut, optIn, guestOnly
  case lfenceDispatch, xsaveUnusable, lineSizeUnusable, resourceControlAbsent, randomErratum
  case sysenterAMD, lahfErratum, monitorErratum, topoextReenabled, nullSelector, branchTypeImmune
  case branchTypeBarrier, returnOverflowImmune, schedulerAttackImmune, clwbSlow, slowStrings
  case transactionsSynthesised, eibrsImpliesRRSBA, returnStackUnsafe, registerFileImmune
  case gatherSampling, targetSelectionImmune, firmwareDisabled, deadlineErratum
  case includeDefault, extendedLimit, rebuildXstate, counters, cpuidFaulting
  // Guests
  case copyParent, miscellaneous, raiseLimits, audienceMask, emulatedAPIC, virtualSSBD
  case speculationControl, returnOverflowGuest, vmxControls, svmFeatures, anyHostSettings
  case kernelOffer, toolstackChoices, impliedBits, optedOutStays, fieldLimits, sanitise, nestedLeaf
  case hostLimits, withheldFields, defaultAdjustments, returnStackAdvice
  case shadowPaging
  // Both, where an earlier release of Xen is followed
  case earlierRelease
  // Control domain
  case invariantTSC, dom0OptIn, dom0OptOut, withinMax, domainFields
}

/// Watches a derivation step by step. `SilentObserver` costs nothing.
public protocol DerivationObserver {
  /// Whether anybody looks: a policy is large, and none is handed over for nothing.
  static var isWatching: Bool { get }

  /// Called behind each step, with the policy as the step left it.
  mutating func completed(
    _ step: DerivationStep, of kind: PolicyKind, _ policy: borrowing CPUPolicy)

  /// Whether a step is carried out. A step that is not leaves everything as it was, and is shown all
  /// the same; a test learns so what the step is for.
  func performs(_ step: DerivationStep, of kind: PolicyKind) -> Bool
}

extension DerivationObserver {
  /// True: an observer watches unless it says otherwise.
  @inlinable
  public static var isWatching: Bool { true }

  /// True: every step is carried out unless an observer says otherwise.
  @inlinable
  @inline(__always)
  public func performs(_ step: DerivationStep, of kind: PolicyKind) -> Bool { true }

  /// Shows a step to whoever watches.
  @inline(__always)
  mutating func show(
    _ step: DerivationStep, of kind: PolicyKind, _ policy: borrowing CPUPolicy
  ) {
    if Self.isWatching { completed(step, of: kind, policy) }
  }
}

/// Watches nothing.
public struct SilentObserver: DerivationObserver {
  /// An observer that looks at nothing.
  @inlinable
  public init() {}

  /// False, so that a derivation nobody watches keeps no copy of its policies.
  @inlinable
  public static var isWatching: Bool { false }

  /// Does nothing.
  @inlinable
  public mutating func completed(
    _ step: DerivationStep, of kind: PolicyKind, _ policy: borrowing CPUPolicy
  ) {}
}

// A list of all cases is an array, which the freestanding core does not have.
#if !hasFeature(Embedded)
  extension PolicyKind: CaseIterable {}
  extension DerivationStep: CaseIterable {}
#endif
