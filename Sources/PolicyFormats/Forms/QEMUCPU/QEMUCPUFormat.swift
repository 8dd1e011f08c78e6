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

    /// A machine with a topology, and the frequency of its counter in kHz where that is fixed.
    public init(topology: Topology, tscKilohertz: Int? = nil) {
      self.topology = topology
      self.tscKilohertz = tscKilohertz
    }
  }

  /// The arguments as one line for a shell, and the places that QEMU cannot be told.
  static func write(_ named: NamedPolicy, _ options: WritingOptions) -> PolicyCodec.Written {
    let names = WorldNames(.qemu, options.releases[.qemu])
    let others = names.others(of: named)
    let text = arguments(named.policy, options.machine, names, others: others).map(quoted)
      .joined(separator: " ")
    let bytes = Array((text + "\n").utf8)
    var wanted = named
    // The machine's topology stands in the text.
    if options.machine != nil { wanted.statements.removeAll { $0.subject == "topology" } }
    var dropped = lost(wanted, in: bytes, others)
    if let machine = options.machine { dropped += idResidue(machine.topology) }
    return PolicyCodec.Written(bytes, dropped: dropped)
  }

  /// What a guest with these arguments does not see.
  private static func lost(
    _ named: NamedPolicy, in bytes: [UInt8], _ others: [OtherName]
  ) -> [String] {
    let read = try? PolicyReader.read(bytes.span, source: "-", format: .qemuCPU)
    return PredictedGuest(
      partial: read?.partial ?? PartialPolicy(), others: others,
      shape: PackageShape(named.policy.canonical)
    ).losses(of: named)
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
  ///   - names: those of QEMU that are used; left out: of every release.
  ///   - others: the bits beyond the featureset that are on; left out: those that the policy has.
  public static func arguments(
    _ policy: CPUPolicy, _ machine: Machine? = nil, _ names: WorldNames = WorldNames(.qemu),
    others: [OtherName]? = nil
  ) -> [String] {
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
      topology.map { PackageShape(dies: $0.dies, cores: $0.cores, threads: $0.threads) }
      ?? PackageShape(policy)
    for feature in policy.featureSet.features
    where !PredictedGuest.machinesOwn.contains(feature) {
      if let name = names.name(of: feature) { parts.append("\(name)=on") }
    }
    parts += (others ?? names.others(of: policy)).map { "\($0.name)=on" }
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

  private static func isSayable(_ text: String) -> Bool { !text.contains(",") }

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
