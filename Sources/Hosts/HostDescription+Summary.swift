// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// What a person is told of a host first, whatever shows it.
extension HostDescription {
  /// The limits of policies that stand below the features.
  package static let shownLimits: [Field] = [
    .maxBasicLeaf, .maxLeaf7Subleaf, .maxExtendedLeaf, .maxPhysicalAddressBits, .xsaveSizeMax,
  ]

  /// Who the host is, each line with its name.
  package var summary: [(name: String, text: String)] {
    let signature = boot.signature
    var lines = [(name: "host", text: name)]
    if let brand = boot.brandString { lines.append(("CPU", brand)) }
    let numbers = [signature.family, signature.model, signature.stepping]
      .map { "0x" + String($0, radix: 16) }
    lines.append(
      (
        "vendor",
        "\(boot.vendorString), family \(numbers[0]) model \(numbers[1]) stepping \(numbers[2])"
      ))
    if let logicalCPUs { lines.append(("CPUs", "\(logicalCPUs)\(likeness)")) }
    if let microcode = facts.microcode { lines.append(("microcode", Hex.word(microcode))) }
    let invariance =
      tsc.isInvariant.map { $0 ? "invariant" : "not invariant" } ?? "invariance unknown"
    lines.append(("TSC", "\(tsc.khz.map { "\($0) kHz" } ?? "frequency unknown"), \(invariance)"))
    if let hypervisorName, let hypervisorVersion {
      lines.append(("hypervisor", "\(hypervisorName) \(hypervisorVersion)"))
    }
    if !assumed.isEmpty { lines.append(("assumed", assumed.joined(separator: ", "))) }
    return lines
  }

  private var likeness: String {
    switch isUniform {
    case true?: ", all alike"
    case false?: ", not alike: \(differingNames)"
    case nil: ""
    }
  }

  /// The names of what differs, each once.
  private var differingNames: String {
    var names: [String] = []
    for difference in differences where !names.contains(difference.name) {
      names.append(difference.name)
    }
    let more = names.count > 6 ? " and \(names.count - 6) more" : ""
    return names.prefix(6).joined(separator: ", ") + more
  }
}
