// SPDX-License-Identifier: Apache-2.0

import CKVM
import Domains
import Glibc
import Hosts
import PolicyCore

/// What the KVM of this machine offers: everything that its policies are derived from.
public struct KVMHost: Sendable {
  /// CPUID that the kernel says it can give (`KVM_GET_SUPPORTED_CPUID`).
  public var supported: KVMCPUIDTable
  /// CPUID bits that the kernel emulates without the hardware (`KVM_GET_EMULATED_CPUID`).
  public var emulated: KVMCPUIDTable
  /// Feature MSRs that could be read.
  public var featureRegisters: [KVMRegister]
  /// Frequency of the guests' time-stamp counter in kHz; nil where the kernel does not say.
  public var tscKilohertz: UInt32?
  /// Whether a vCPU was given another frequency and held it.
  public var scalesTSC: Bool
  /// Whether the kernel keeps the state of a guest's own guests (`KVM_CAP_NESTED_STATE`).
  public var hasNestedState: Bool
  /// How many bytes of a guest's XSAVE area the kernel moves (`KVM_CAP_XSAVE2`).
  public var stateBytes: Int
  /// Most vCPUs of a machine, and the bound of their APIC ids.
  public var maxVirtualCPUs: UInt32
  /// The bound of their APIC ids.
  public var maxVirtualCPUIDs: UInt32

  /// Asks the kernel. Nothing stays behind.
  public init(_ system: borrowing KVMSystem) throws(KVMError) {
    supported = KVMCPUIDTable(try system.supportedCPUID())
    do {
      emulated = KVMCPUIDTable(try system.emulatedCPUID())
    } catch .refused {
      // Kernels without the request emulate nothing that hardware lacks.
      emulated = KVMCPUIDTable([])
    }
    featureRegisters = try system.featureRegisters()
    hasNestedState = try system.capability(UInt32(KVM_CAP_NESTED_STATE)) > 0
    let recommended = UInt32(clamping: try system.capability(UInt32(KVM_CAP_NR_VCPUS)))
    let most = UInt32(clamping: try system.capability(UInt32(KVM_CAP_MAX_VCPUS)))
    maxVirtualCPUs = most > 0 ? most : max(recommended, 4)
    let ids = UInt32(clamping: try system.capability(UInt32(KVM_CAP_MAX_VCPU_ID)))
    maxVirtualCPUIDs = ids > 0 ? ids : maxVirtualCPUs
    let machine = try system.createVirtualMachine(memory: 0)
    stateBytes = try machine.stateBytes()
    let cpu = try machine.createVirtualCPU(0)
    let frequency = try? cpu.tscKilohertz()
    tscKilohertz = frequency == 0 ? nil : frequency
    // A frequency well apart from the host's, so that no tolerance can pass for scaling.
    scalesTSC =
      try tscKilohertz.map { khz throws(KVMError) in
        try cpu.holdsTSCKilohertz(khz / 2)
      } ?? false
  }

  /// The kernel's offer as a policy: its leaves and feature MSRs.
  public var offer: CPUPolicy {
    var policy = supported.policy
    for register in featureRegisters {
      policy[msr: MSRIndex(rawValue: register.index)] = register.value
    }
    return policy
  }

  /// The leaves in which the kernel names itself.
  public var hypervisorLeaves: [KVMCPUIDEntry] {
    supported.entries.filter { LeafRange(of: $0.leaf) == .hypervisor }
  }

  /// This machine as its KVM describes it: the CPU itself, with the kernel's word on time.
  public func describe() throws(LocalMachine.ReadError) -> HostDescription {
    var host = try LocalMachine.describe(tscKilohertz: tscKilohertz.map { Int($0) })
    host.hypervisorName = HostDescription.kvmName
    host.hypervisorVersion = KVMHost.kernelRelease
    host.tsc.canScale = scalesTSC
    host.stateBytes = stateBytes
    host.kernelOffer = KernelOffer(policy: offer, emulated: emulated.policy.featureSet)
    return host
  }

  private static var kernelRelease: String? {
    var names = utsname()
    guard uname(&names) == 0 else { return nil }
    return withUnsafeBytes(of: names.release) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}

extension HostDescription {
  /// This machine, as its KVM describes it.
  public static func ofKVM() throws(DomainError) -> HostDescription {
    do {
      return try KVMHost(try KVMSystem()).describe()
    } catch {
      throw DomainError(opening: error)
    }
  }
}

extension DomainError {
  /// Why KVM did not open, or did not describe the host.
  init(opening error: any Error) {
    switch error {
    case KVMError.refused(_, errno: EACCES), KVMError.refused(_, errno: EPERM):
      self = .permission("\(error)", cause: Cause(error))
    default: self = .unavailable(error)
    }
  }
}
