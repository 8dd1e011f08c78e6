// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

extension GoldenCPU {
  /// The host of these registers, read as any dump is: what no row holds is unknown, and recorded
  /// MSRs answer facts.
  public func host() throws -> HostDescription {
    let rows = cpus.enumerated().map { "------[ Logical CPU #\($0) ]------\n" + $1.dump }
    let text = rows.joined() + "------[ MSR Registers ]------\n" + cpus[0].msrDump
    let document = try PolicyReader.read(
      Array(text.utf8).span, source: name, format: .instlatx64)
    guard var host = HostDescription(name: name, document: document) else {
      throw GoldenError("\(name): no CPU")
    }
    for fact in facts { try GoldenCPU.set(fact, in: &host.facts) }
    return host
  }

  private static func set(
    _ fact: (name: String, value: String), in facts: inout HostFacts
  ) throws {
    let number =
      fact.value.hasPrefix("0x") ? UInt64(fact.value.dropFirst(2), radix: 16) : nil
    switch fact.name {
    case "microcode":
      facts.microcode = number.map { UInt32(truncatingIfNeeded: $0) }
    case "mcuOptControl":
      facts.mcuOptControl = number
    default:
      guard let flag = HostFacts.flags.first(where: { $0.0 == fact.name }),
        let value = Bool(fact.value)
      else { throw GoldenError("fact \(fact.name) \(fact.value)") }
      facts[keyPath: flag.1] = value
    }
  }

  /// What the owner of the host decides.
  public func derivationOptions() throws -> DerivationOptions {
    var result = DerivationOptions()
    for option in options { try GoldenCPU.set(option, in: &result) }
    guard let kernel else { return result }
    return result.within(kernel: kernel.stored, emulated: FeatureSet())
  }

  nonisolated(unsafe) private static let flags:
    [(name: String, path: WritableKeyPath<DerivationOptions, Bool>)] = [
      ("speculationControlPV", \.speculationControlPV),
      ("speculationControlHVM", \.speculationControlHVM),
      ("alwaysDisableStoreBypass", \.alwaysDisableStoreBypass),
      ("reducesBranchSpeculation", \.reducesBranchSpeculation), ("virtualPMU", \.virtualPMU),
      ("nestedPaging", \.nestedPaging), ("usesXsave", \.usesXsave),
      ("dom0CPUIDFaulting", \.dom0CPUIDFaulting),
    ]

  private static func set(
    _ option: (name: String, value: String), in options: inout DerivationOptions
  ) throws {
    switch option.name {
    case "cpuid": options.apply(try CPUIDOption(parsing: option.value))
    case "dom0-cpuid": options.applyDom0(try CPUIDOption(parsing: option.value))
    case "hostOptIn":
      // As if the table said that the hypervisor uses these only when told to.
      options.table.hostOptIn = try CPUIDOption(parsing: option.value).optedIn
    case "xen":
      guard let release = XenRelease(option.value) else {
        throw GoldenError("no release \(option.value)")
      }
      options.follow(release)
    case "gatherSamplingMitigation": options.gatherSamplingMitigation = Bool(option.value)
    default:
      guard let flag = flags.first(where: { $0.name == option.name }),
        let value = Bool(option.value)
      else { throw GoldenError("option \(option.name) \(option.value)") }
      options[keyPath: flag.path] = value
    }
  }
}

extension GoldenRegisters {
  /// The leaves in the form of a dump.
  fileprivate var dump: String {
    leaves.sorted { $0.key < $1.key }.map { place, registers in
      let subleaf = place.isPlain ? 0 : place.subleaf
      let words = GoldenText.registers(registers).split(separator: " ").joined(separator: "-")
      return "CPUID \(Hex.digits(place.leaf, 8)): \(words) [SL \(Hex.digits(subleaf, 2))]\n"
    }.joined()
  }

  /// The MSRs in the form of a dump.
  fileprivate var msrDump: String {
    msrs.sorted { $0.key < $1.key }.map { index, value in
      let groups = (0..<4).map { Hex.digits(value >> UInt64(48 - 16 * $0) & 0xffff, 4) }
      return "MSR \(Hex.digits(index, 8)): \(groups.joined(separator: "-"))\n"
    }.joined()
  }

  /// The registers as a policy; what no row holds is zero.
  var stored: CPUPolicy {
    var policy = CPUPolicy()
    for (place, registers) in leaves {
      policy[leaf: place.leaf, subleaf: place.isPlain ? 0 : place.subleaf] = registers
    }
    for (index, value) in msrs { policy[msr: MSRIndex(rawValue: index)] = value }
    policy.clearStaleLeaves()
    return policy
  }
}
