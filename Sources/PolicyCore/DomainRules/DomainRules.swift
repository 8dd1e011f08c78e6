// SPDX-License-Identifier: Apache-2.0

/// What a domain's policy must be, given its kind and settings: said once. Derivation makes it so
/// (`SystemPolicies.initialPolicy`), and the audit compares with it.
///
/// `docs/semantics/domains.md`, `docs/semantics/audit.md`.
enum DomainRules {
  /// The cache descriptor that sends the reader of leaf 2 to the list in leaf 4. SDM vol. 2A CPUID, leaf 02H.
  static let cachesInList: UInt32 = 0xff

  /// Features that no guest of a kind may have, whatever its max policy offers, and all that needs them.
  static func deniedFeatures(of kind: GuestKind, on vendor: Vendor) -> FeatureSet {
    var denied = FeatureSet()
    if kind == .hvmShadow {
      // What only nested paging can carry.
      denied = FeatureTable.offered(.hvmHAPMax).subtracting(FeatureTable.offered(.hvmShadowMax))
    }
    if kind == .pv32 {
      denied.insertWithDependants(.lm)
      // Only AMD's CPUs have SYSCALL outside of long mode. APM vol. 3 SYSCALL; SDM vol. 2B SYSCALL.
      if !vendor.isAMDLike { denied.insertWithDependants(.syscall) }
    }
    return denied
  }

  /// Features of guests that run guests of their own.
  static var nestedFeatures: FeatureSet {
    var features = FeatureSet()
    features.insertWithDependants(.vmx)
    features.insertWithDependants(.svm)
    return features
  }

  /// Bits of a linear address, by the features that a guest sees. SDM vol. 3A 4.1; APM vol. 2 5.1.
  static func linearWidth(hasLongMode: Bool, hasFiveLevels: Bool) -> UInt32 {
    hasLongMode ? hasFiveLevels ? 57 : 48 : 32
  }

  /// Bits of a physical address that a guest's paging features imply: PAE and PSE-36 reach 36.
  /// SDM vol. 3A 4.1.4.
  static func leastPhysicalWidth(hasPAE: Bool, hasPSE36: Bool) -> UInt32 {
    hasPAE || hasPSE36 ? 36 : 32
  }
}

/// What AMD's and Hygon's extended leaves repeat of basic ones, and Intel's leave zero; other vendors'
/// manuals say nothing of it. APM vol. 3 E.4.1 and E.4.2.
struct PolicyCopies {
  /// EBX, ECX and EDX of 0x80000000: the vendor's string.
  var vendorString = LeafRegisters()
  /// EAX of 0x80000001: family, model and stepping.
  var signature: UInt32 = 0
  /// The common bits of 0x80000001 EDX (`GuestLeaves.commonMask`).
  var commonFeatures: UInt32 = 0

  /// - Parameters:
  ///   - identity: leaf 0.
  ///   - first: leaf 1.
  init(on vendor: Vendor, identity: LeafRegisters, first: LeafRegisters) {
    guard vendor.isAMDLike else { return }
    vendorString = LeafRegisters(ebx: identity.ebx, ecx: identity.ecx, edx: identity.edx)
    signature = first.eax
    commonFeatures = first.edx & GuestLeaves.commonMask
  }
}
