// SPDX-License-Identifier: Apache-2.0

/// An index of a model-specific register.
public struct MSRIndex: RawRepresentable, Equatable, Sendable, BitwiseCopyable {
  public var rawValue: UInt32

  @inlinable
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// IA32_PLATFORM_INFO: bit 31 says that CPUID faulting exists. SDM vol. 4.
  @inlinable
  public static var platformInfo: MSRIndex { .msrPlatformInfo }
  /// IA32_ARCH_CAPABILITIES: words 16 and 17 of the featureset. SDM vol. 4.
  @inlinable
  public static var archCapabilities: MSRIndex { .ia32ArchCapabilities }
}

// Hashing takes a random seed from the operating system, which a freestanding core lacks.
#if !hasFeature(Embedded)
  extension MSRIndex: Hashable {}
#endif
