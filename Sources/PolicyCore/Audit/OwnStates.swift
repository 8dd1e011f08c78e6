// SPDX-License-Identifier: Apache-2.0

/// What a policy's own features say of its leaf 0xd, and where the policy says otherwise: real CPUs have
/// states that no feature brings, e.g. lightweight profiling.
struct OwnStates: Sendable, BitwiseCopyable {
  /// The states that the features bring, of XCR0 and XSS.
  private(set) var states: UInt64 = 0
  /// The bits of a component's ECX that the features allow.
  private(set) var flags: UInt32 = 0
  /// The bits of XCR0 and of XSS that are not as the features say.
  private(set) var oddStates: UInt64 = 0
  private(set) var oddSupervisorStates: UInt64 = 0

  init() {}

  init(_ policy: PolicyView, _ features: borrowing @_addressable FeatureSet) {
    flags = OwnStates.flags(of: features)
    guard features.contains(.xsave) else {
      oddStates = policy.xcr0Mask
      oddSupervisorStates = policy.xssMask
      return
    }
    let supervisor = features.contains(.xsaves) ? Xstate.supervisorMask(of: features) : 0
    states = Xstate.mask(of: features) | supervisor & policy.xssMask
    oddStates = policy.xcr0Mask ^ Xstate.mask(of: features)
    oddSupervisorStates = policy.xssMask & ~supervisor
  }

  static func flags(of features: borrowing @_addressable FeatureSet) -> UInt32 {
    var flags: UInt32 = 0
    if features.contains(.xsavec) { flags |= Field.xstateComponentAligned.mask }
    if features.contains(.xsaves) { flags |= Field.xstateComponentSupervisor.mask }
    return flags
  }
}
