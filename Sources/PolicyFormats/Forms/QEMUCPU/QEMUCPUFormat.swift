// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// A policy as QEMU's `-cpu` and `-smp` arguments.
///
/// The model is `base`, which has no feature at all, so that the arguments need no knowledge of
/// QEMU's models and mean the same in every version: each feature stands by name, and `enforce`
/// makes QEMU refuse to start where it cannot give one.
public enum QEMUCPUFormat {
  static let emptyModel = "base"

  /// What a domain knows beside its policy.
  public struct Machine: Equatable, Sendable {
    /// How many sockets and virtual CPUs there are.
    public var topology: Topology
    /// Frequency of the time-stamp counter in kHz; nil for the host's.
    public var tscKilohertz: Int?

    public init(topology: Topology, tscKilohertz: Int? = nil) {
      self.topology = topology
      self.tscKilohertz = tscKilohertz
    }
  }

  /// The arguments as one line for a shell, and the places that QEMU cannot be told.
  static func write(
    _ policy: CPUPolicy, _ machine: Machine? = nil
  ) -> (bytes: [UInt8], dropped: [String]) {
    let text = arguments(policy, machine).map(quoted).joined(separator: " ") + "\n"
    return (Array(text.utf8), residue(policy) + (machine.map { idResidue($0.topology) } ?? []))
  }

  /// QEMU gives each level of its APIC ids as many bits as it needs, and can be told no other layout.
  private static func idResidue(_ topology: Topology) -> [String] {
    let packed = try? Topology(
      sockets: topology.sockets, dies: topology.dies, cores: topology.cores,
      threads: topology.threads, vCPUs: topology.vCPUs)
    guard let packed,
      let other = (0..<topology.vCPUs).first(where: {
        packed.apicID(of: $0) != topology.apicID(of: $0)
      })
    else { return [] }
    return [
      "the APIC ids of the domain's layout: virtual CPU \(other) has \(topology.apicID(of: other)), "
        + "and QEMU gives it \(packed.apicID(of: other))"
    ]
  }

  /// The arguments, each as the program receives it: `-cpu`, its value, and `-smp` with its value
  /// where the policy has a topology.
  ///
  /// - Parameters:
  ///   - policy: what the guest is to see.
  ///   - machine: the domain's; a policy alone says neither sockets nor virtual CPUs.
  public static func arguments(_ policy: CPUPolicy, _ machine: Machine? = nil) -> [String] {
    let policy = policy.canonical
    var parts = [emptyModel]
    if policy.isKnown(leaf: 0), policy[leaf: 0].ebx != 0 {
      parts.append("vendor=\(policy.vendorString)")
    }
    if policy.isKnown(leaf: 1) {
      let signature = policy.signature
      parts += [
        "family=\(signature.family)", "model=\(signature.model)", "stepping=\(signature.stepping)",
      ]
    }
    if policy.isKnown(leaf: 0) { parts.append("level=\(hexText(policy[.maxBasicLeaf]))") }
    if policy.isKnown(leaf: 7), policy[.maxBasicLeaf] >= 7 {
      parts.append("level-func7=\(policy[.maxLeaf7Subleaf])")
    }
    if policy.isKnown(leaf: 0x8000_0000) {
      parts.append("xlevel=\(hexText(policy[.maxExtendedLeaf]))")
    }
    if policy[.maxPhysicalAddressBits] != 0 {
      parts.append("phys-bits=\(policy[.maxPhysicalAddressBits])")
    }
    if let brand = policy.brandString, isSayable(brand) { parts.append("model-id=\(brand)") }
    let owned = machine?.tscKilohertz.map { UInt64($0) * 1000 }
    if let frequency = owned ?? tscFrequency(policy) { parts.append("tsc-frequency=\(frequency)") }
    let topology = machine?.topology
    let shape =
      topology.map { (dies: $0.dies, cores: $0.cores, threads: $0.threads) } ?? packageShape(policy)
    for feature in policy.featureSet.features where !feature.qemuName.isEmpty {
      // QEMU shows these itself where a package has several CPUs, and refuses them as a wish.
      if shape != nil, feature == .htt || feature == .cmpLegacy { continue }
      parts.append("\(feature.qemuName)=on")
    }
    parts.append("enforce")
    var arguments = ["-cpu", parts.joined(separator: ",")]
    if let shape {
      var value = "dies=\(shape.dies),cores=\(shape.cores),threads=\(shape.threads)"
      if let topology {
        value =
          "cpus=\(topology.vCPUs),maxcpus=\(topology.capacity),sockets=\(topology.sockets)," + value
      }
      arguments += ["-smp", value]
    }
    return arguments
  }

  /// In Hz, where leaf 0x15 gives the crystal and the ratio. SDM vol. 2A CPUID, leaf 15H.
  private static func tscFrequency(_ policy: CPUPolicy) -> UInt64? {
    let below = UInt64(policy[.tscRatioDenominator])
    let above = UInt64(policy[.tscRatioNumerator])
    let crystal = UInt64(policy[.crystalFrequency])
    guard below != 0, above != 0, crystal != 0 else { return nil }
    // A virtual machine's frequency fits: two factors of 32 bits do not overflow.
    return crystal * above / below
  }

  /// Dies, cores of a die and threads of a core, from the levels of leaf 0x1f or 0xb.
  static func packageShape(_ policy: CPUPolicy) -> (dies: UInt32, cores: UInt32, threads: UInt32)? {
    let leaf: UInt32 =
      policy.isKnown(leaf: 0x1f) && policy[leaf: 0x1f].ecx >> 8 & 0xff != 0 ? 0x1f : 0xb
    var counts: [UInt32: UInt32] = [:]
    var package: UInt32 = 0
    for subleaf in 0..<UInt32(policy.subleafCount(leaf)) {
      let registers = policy[leaf: leaf, subleaf: subleaf]
      let count = registers.ebx & 0xffff
      counts[registers.ecx >> 8 & 0xff] = count
      package = max(package, count)
    }
    // Level types: 1 thread, 2 core, 5 die. A count is that of the level's whole.
    guard let threads = counts[1], threads > 0, package >= threads else { return nil }
    let die = counts[5] != nil ? max(counts[2] ?? threads, threads) : package
    guard package % die == 0, die % threads == 0 else { return nil }
    return (package / die, die / threads, threads)
  }

  private static func isSayable(_ text: String) -> Bool { !text.contains(",") }

  private static func residue(_ policy: CPUPolicy) -> [String] {
    let brand = policy.brandString
    // Blanks around a brand are lost.
    var spelled = PartialPolicy()
    spelled.set(brand: brand ?? "")
    let brandFields =
      Field.brandStringPart1.rawValue...Field.brandStringPart12.rawValue
    let linearBits: UInt32 = policy.has(.la57) ? 57 : 48
    return PolicyResidue.places(
      policy, features: { !$0.qemuName.isEmpty },
      fields: { field in
        switch field {
        case .maxBasicLeaf, .maxExtendedLeaf, .maxLeaf7Subleaf, .maxPhysicalAddressBits,
          .vendorStringPart1, .vendorStringPart2, .vendorStringPart3, .extendedVendorPart1,
          .extendedVendorPart2, .extendedVendorPart3, .steppingId, .baseModel, .baseFamily,
          .extendedModel, .extendedFamily, .extendedSteppingId, .extendedBaseModel,
          .extendedBaseFamily, .extendedExtendedModel, .extendedExtendedFamily:
          true
        // QEMU has one value for each of these.
        case .clflushLineSize: policy[field] == 8
        case .maxLinearAddressBits: policy[field] == linearBits
        case .tscRatioNumerator, .tscRatioDenominator, .crystalFrequency:
          tscFrequency(policy) != nil
        default:
          brandFields.contains(field.rawValue)
            ? isSayable(brand ?? "") && spelled.value(of: field) == policy[field]
            : field.rules.isPerCPU || field.rules.guest == .topology
              || field.rules.guest == .dynamic
        }
      },
      built: {
        LeafRange(of: $0) == .hypervisor || [0xb, 0xd, 0x1f, 0x8000_001e, 0x8000_0026].contains($0)
      })
  }

  /// An argument as a shell takes it.
  private static func quoted(_ argument: String) -> String {
    let plain = argument.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
        || "-_=,.+:/".utf8.contains(byte)
    }
    return plain && !argument.isEmpty
      ? argument
      : "'"
        + argument.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "'\\''") + "'"
  }
}
