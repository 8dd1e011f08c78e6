// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText

/// A policy as people read it.
enum PolicyTable {
  static func text(_ named: NamedPolicy) -> String {
    let policy = named.policy.canonical
    let signature = named.toldSignature
    var text = "policy     \(ShownText.line(named.name))\n"
    text += "vendor     \(named.toldVendor), family 0x\(String(signature.family, radix: 16))"
    text += " model 0x\(String(signature.model, radix: 16)) stepping \(signature.stepping)\n"
    text += "digest     sha256:\(PolicyDigest.of(named))\n"
    let unknown = PolicyJSON.unknownPlaces(named.policy)
    if !unknown.isEmpty { text += "unknown    \(unknown.joined(separator: ", "))\n" }
    for statement in named.statements {
      text += "states     " + ShownText.line("\(statement.subject): \(statement.value)") + "\n"
    }
    var table = TextTable(["leaf", "eax", "ebx", "ecx", "edx"])
    policy.forEachLeaf { place, registers in
      table.add(
        [PlaceText.leaf(place)]
          + [registers.eax, registers.ebx, registers.ecx, registers.edx].map { Hex.digits($0, 8) })
    }
    text += "\n" + table.text()
    var msrs = TextTable(["msr", "value"])
    for position in 0..<LeafLayout.msrCount {
      let index = LeafLayout.msr(at: position)
      if let value = policy[msr: index] {
        msrs.add(["0x" + String(index.rawValue, radix: 16), Hex.digits(value, 16)])
      }
    }
    text += "\n" + msrs.text() + "\n" + Console.bold("FEATURES") + "\n"
    for word in 0..<Feature.wordCount {
      let names = named.policy.featureSet.features.filter { $0.word == word }.map { feature in
        feature.isNamed ? feature.optionName : "bit-\(feature.bit)"
      }
      guard !names.isEmpty else { continue }
      let label = FeatureSet.wordAbbreviation(word)
      text += wrapped(names, label: label + String(repeating: " ", count: 7 - label.count))
    }
    return text
  }

  private static func wrapped(_ names: [String], label: String) -> String {
    var lines: [String] = []
    var line = label
    let limit = min(Screen.current.limit, 98)
    for name in names {
      if line.count + name.count + 1 > limit {
        lines.append(line)
        line = String(repeating: " ", count: label.count)
      }
      line += line.count == label.count ? name : " " + name
    }
    lines.append(line)
    return lines.joined(separator: "\n") + "\n"
  }

  static func rows(_ named: NamedPolicy) -> [[String]] {
    var rows = [["place", "eax", "ebx", "ecx", "edx"]]
    named.policy.canonical.forEachLeaf { place, registers in
      rows.append(
        [PlaceText.leaf(place)]
          + [registers.eax, registers.ebx, registers.ecx, registers.edx].map { Hex.word($0) })
    }
    return rows
  }
}
