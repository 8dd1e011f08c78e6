/// What of a virtual CPU's state shows in CPUID.
public struct VirtualCPUState: Equatable, Sendable {
  /// Number of the virtual CPU, from zero.
  public var number: UInt32
  /// CR4.OSXSAVE: the guest has switched XSAVE on.
  public var usesXsave: Bool
  /// CR4.PKE: the guest has switched protection keys on.
  public var usesProtectionKeys: Bool
  /// XCR0, the states that XSAVE saves.
  public var xcr0: UInt64
  /// IA32_XSS, the supervisor states.
  public var xss: UInt64
  /// Whether the APIC is enabled (APIC base bit 11).
  public var isAPICEnabled: Bool
  /// EFER.LMA: long mode is active.
  public var isLongMode: Bool
  /// CR4.PAE, which decides what shadow page tables can carry.
  public var usesPAE: Bool

  /// A virtual CPU as an operating system finds it: nothing switched on but the APIC.
  public init(
    number: UInt32 = 0, usesXsave: Bool = false, usesProtectionKeys: Bool = false,
    xcr0: UInt64 = 1, xss: UInt64 = 0, isAPICEnabled: Bool = true, isLongMode: Bool = false,
    usesPAE: Bool = false
  ) {
    self.number = number
    self.usesXsave = usesXsave
    self.usesProtectionKeys = usesProtectionKeys
    self.xcr0 = xcr0
    self.xss = xss
    self.isAPICEnabled = isAPICEnabled
    self.isLongMode = isLongMode
    self.usesPAE = usesPAE
  }
}

/// What a leaf beyond the policy's maximum returns.
public enum OutOfRangeRule: UInt8, Sendable {
  /// Zeros for every vendor, as AMD's CPUs and Xen do.
  case zeros
  /// As the policy's vendor does: Intel's CPUs return the highest basic leaf's data.
  case vendor
}

/// The hypervisor's own leaves, 0x40000000 and up (0x40000100 behind a Viridian range).
///
/// `xen/include/public/arch-x86/cpuid.h`.
public struct HypervisorLeaves: Equatable, Sendable {
  /// First leaf of the range.
  public var base: UInt32
  /// Twelve bytes of name: EBX, ECX, EDX.
  public var name: (UInt32, UInt32, UInt32)
  public var majorVersion: UInt32
  public var minorVersion: UInt32
  /// Number of the domain.
  public var domain: UInt32
  /// Mode and frequency of the guest's time-stamp counter.
  public var tscMode: UInt32
  public var tscKHz: UInt32
  /// Whether reads of the counter are emulated.
  public var isTSCEmulated: Bool
  /// Width of a machine address, for PV guests.
  public var machineAddressBits: UInt32

  /// The name that Xen gives: `XenVMMXenVMM`.
  public static var xenName: (UInt32, UInt32, UInt32) { (0x566e_6558, 0x6558_4d4d, 0x4d4d_566e) }

  public init(
    base: UInt32 = 0x4000_0000, name: (UInt32, UInt32, UInt32) = HypervisorLeaves.xenName,
    majorVersion: UInt32, minorVersion: UInt32, domain: UInt32 = 0, tscMode: UInt32 = 0,
    tscKHz: UInt32 = 0, isTSCEmulated: Bool = false, machineAddressBits: UInt32 = 0
  ) {
    self.base = base
    self.name = name
    self.majorVersion = majorVersion
    self.minorVersion = minorVersion
    self.domain = domain
    self.tscMode = tscMode
    self.tscKHz = tscKHz
    self.isTSCEmulated = isTSCEmulated
    self.machineAddressBits = machineAddressBits
  }

  public static func == (left: HypervisorLeaves, right: HypervisorLeaves) -> Bool {
    left.base == right.base && left.name == right.name
      && left.majorVersion == right.majorVersion && left.minorVersion == right.minorVersion
      && left.domain == right.domain && left.tscMode == right.tscMode
      && left.tscKHz == right.tscKHz && left.isTSCEmulated == right.isTSCEmulated
      && left.machineAddressBits == right.machineAddressBits
  }
}
