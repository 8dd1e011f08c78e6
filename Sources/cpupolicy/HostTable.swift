// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// A host as people read it.
enum HostTable {
  /// The policies that the overview shows side by side.
  private static let columns: [(PolicyKind, String)] = [
    (.raw, "raw"), (.hostDefault, "host"), (.pvMax, "pv-max"), (.pvDefault, "pv"),
    (.hvmMax, "hvm-max"), (.hvmDefault, "hvm"), (.dom0PV, "dom0-pv"),
  ]

  static func identity(_ host: HostDescription) -> String {
    let boot = host.boot
    let signature = boot.signature
    var lines: [(String, String)] = [("host", host.name)]
    if let brand = boot.brandString { lines.append(("CPU", brand)) }
    let numbers = [signature.family, signature.model, signature.stepping]
      .map { "0x" + String($0, radix: 16) }
    lines.append(
      (
        "vendor",
        "\(boot.vendorString), family \(numbers[0]) model \(numbers[1]) stepping \(numbers[2])"
      ))
    if let count = host.logicalCPUs {
      let note =
        switch host.isUniform {
        case true?: ", all alike"
        case false?: ", not alike: \(differing(host))"
        case nil: ""
        }
      lines.append(("CPUs", "\(count)\(note)"))
    }
    if let microcode = host.facts.microcode { lines.append(("microcode", Hex.word(microcode))) }
    let invariance =
      host.tsc.isInvariant.map { $0 ? "invariant" : "not invariant" } ?? "invariance unknown"
    lines.append(
      ("TSC", "\(host.tsc.khz.map { "\($0) kHz" } ?? "frequency unknown"), \(invariance)"))
    if let name = host.hypervisorName, let version = host.hypervisorVersion {
      lines.append(("hypervisor", "\(name) \(version)"))
    }
    if !host.assumed.isEmpty { lines.append(("assumed", host.assumed.joined(separator: ", "))) }
    return lines.map { label, text in
      label + String(repeating: " ", count: 11 - label.count) + ShownText.line(text) + "\n"
    }.joined()
  }

  /// The names of what differs, each once.
  private static func differing(_ host: HostDescription) -> String {
    var names: [String] = []
    for difference in host.differences where !names.contains(difference.name) {
      names.append(difference.name)
    }
    let more = names.count > 6 ? " and \(names.count - 6) more" : ""
    return names.prefix(6).joined(separator: ", ") + more
  }

  static func text(
    _ host: HostDescription, _ policies: SystemPolicies, hasHeading: Bool
  ) -> String {
    var text = identity(host)
    if !policies.hasHVM { text += "HVM        unavailable: \(SystemPolicies.noHVMReason)\n" }
    var table = TextTable(["feature"] + columns.map(\.1) + ["meaning"])
    let sets = columns.map { policies[$0.0].featureSet }
    let present = sets.reduce(FeatureSet()) { $0.union($1) }.features.filter(\.isNamed)
    for word in 0..<Feature.wordCount {
      let features = present.filter { $0.word == word }
      guard let first = features.first else { continue }
      table.addGroup(group(first))
      for feature in features {
        let marks = sets.map { $0.contains(feature) ? "x" : "-" }
        table.add([feature.optionName] + marks + [feature.meaning])
      }
    }
    var limits = TextTable(["field"] + columns.map(\.1) + ["meaning"])
    for field in [
      Field.maxBasicLeaf, .maxLeaf7Subleaf, .maxExtendedLeaf, .maxPhysicalAddressBits,
      .xsaveSizeMax,
    ] {
      let values = columns.map { "0x" + String(policies[$0.0][field], radix: 16) }
      limits.add([field.name] + values + [field.meaning])
    }
    return text + "\n" + table.text(hasHeading: hasHeading) + "\n"
      + limits.text(hasHeading: hasHeading)
  }

  private static func group(_ feature: Feature) -> String {
    switch feature.place {
    case .leaf(let place, let register, _):
      "Leaf \(PlaceText.leaf(place)) \(PlaceText.upper(register))"
    case .msr(let index, _): "MSR 0x\(String(index.rawValue, radix: 16))"
    case .none: ""
    }
  }

  static func rows(_ policies: SystemPolicies) -> [[String]] {
    let sets = PolicyKind.allCases.map { policies[$0].featureSet }
    return [["feature"] + PolicyKind.allCases.map(\.name)]
      + Feature.allNamed.map { feature in
        [feature.optionName] + sets.map { $0.contains(feature) ? "1" : "0" }
      }
  }

  static func factRows(_ document: JSONValue) -> [[String]] {
    guard case .object(let members)? = document["facts"] else { return [] }
    return members.map { [$0.name, plain($0.value)] }
  }

  static func facts(_ document: JSONValue, hasHeading: Bool) -> String {
    var table = TextTable(["fact", "value"])
    for row in factRows(document) { table.add(row) }
    return table.text(hasHeading: hasHeading)
  }

  private static func plain(_ value: JSONValue) -> String {
    switch value {
    case .null: "unknown"
    case .bool(let flag): flag ? "yes" : "no"
    case .string(let text): text
    default: value.text
    }
  }
}
