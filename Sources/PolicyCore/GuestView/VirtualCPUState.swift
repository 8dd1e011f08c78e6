// SPDX-License-Identifier: Apache-2.0

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
  /// Whether the virtual PMU gives the virtual CPU a debug store.
  public var hasDebugStore = false
  /// Who of a PV guest asks, and how; HVM guests are always intercepted.
  public var pvReader = PVReader.user

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

/// Who executes CPUID in a PV guest, and how the hypervisor comes to answer.
public enum PVReader: UInt8, Sendable {
  /// An application, or a kernel that shows nothing of itself.
  case user
  /// The kernel, by the forced-emulation prefix.
  case emulatedKernel
  /// The hardware domain's kernel, by the forced-emulation prefix.
  case emulatedHardwareKernel
  /// The hardware domain's kernel, by CPUID faulting.
  case faultedHardwareKernel

  var isKernel: Bool { self != .user }
  var isHardwareDomain: Bool {
    self == .emulatedHardwareKernel || self == .faultedHardwareKernel
  }
}

/// What of the machine itself shows to some guests, whatever their policy holds.
public struct MachineView: Equatable, Sendable, BitwiseCopyable {
  /// Features that the hypervisor uses (host default).
  public var features: FeatureSet
  /// Leaf 5, MONITOR's parameters, as the hardware returns it.
  public var monitor: LeafRegisters

  /// The machine's own features, and what it returns for leaf 5.
  public init(features: FeatureSet, monitor: LeafRegisters) {
    self.features = features
    self.monitor = monitor
  }

  /// From a host's policies.
  public init(
    raw: borrowing @_addressable CPUPolicy, host: borrowing @_addressable CPUPolicy
  ) {
    features = host.view.featureSet
    monitor = raw.view[leaf: 5]
  }
}

/// What a leaf beyond the policy's maximum returns.
public enum OutOfRangeRule: UInt8, Sendable, BitwiseCopyable {
  /// Zeros for every vendor, as AMD's CPUs and Xen do.
  case zeros
  /// As the policy's vendor does: Intel's CPUs return the highest basic leaf's data.
  case vendor
}

/// The hypervisor's own leaves, 0x40000000 and up (0x40000100 behind a Viridian range).
///
/// `xen/include/public/arch-x86/cpuid.h`.
public struct HypervisorLeaves: Equatable, Sendable, BitwiseCopyable {
  /// First leaf of the range.
  public var base: UInt32
  /// Twelve bytes of name: EBX, ECX, EDX.
  public var name: (UInt32, UInt32, UInt32)
  /// The hypervisor's major version, in EAX[31:16] of its second leaf.
  public var majorVersion: UInt32
  /// The hypervisor's minor version, in EAX[15:0] of its second leaf.
  public var minorVersion: UInt32
  /// Number of the domain.
  public var domain: UInt32
  /// Mode and frequency of the guest's time-stamp counter.
  public var tscMode: UInt32
  /// The frequency of the domain's time-stamp counter in kHz; 0 where it is not told.
  public var tscKHz: UInt32
  /// Whether reads of the counter are emulated.
  public var isTSCEmulated: Bool
  /// Width of a machine address, for PV guests.
  public var machineAddressBits: UInt32
  /// Frequency of the host's counter; 0 where it is not known.
  public var hostTSCKHz: UInt32 = 0
  /// Whether the host's counter runs at one rate on all CPUs.
  public var isHostTSCReliable = false
  /// Number of migrations and restores that the domain has seen.
  public var tscIncarnation: UInt32 = 0
  /// What is added to the guest's counter, in nanoseconds; 0 where it is emulated.
  public var tscOffset: UInt64 = 0
  /// Flags that HVM guests see in leaf 4 besides the two numbers: APIC and x2APIC by hardware, IOMMU
  /// mappings, upcall vectors.
  public var hvmFlags: UInt32 = 0

  /// The name that Xen gives: `XenVMMXenVMM`.
  public static var xenName: (UInt32, UInt32, UInt32) { (0x566e_6558, 0x6558_4d4d, 0x4d4d_566e) }

  /// The leaves of a hypervisor; by default Xen's, from 0x40000000 on.
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
      && left.hostTSCKHz == right.hostTSCKHz
      && left.isHostTSCReliable == right.isHostTSCReliable
      && left.tscIncarnation == right.tscIncarnation && left.tscOffset == right.tscOffset
      && left.hvmFlags == right.hvmFlags
  }
}
