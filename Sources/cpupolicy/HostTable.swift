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
    host.summary.map { label, text in
      label + String(repeating: " ", count: 11 - label.count) + ShownText.line(text) + "\n"
    }.joined()
  }

  static func text(
    _ host: HostDescription, _ policies: SystemPolicies, hasHeading: Bool
  ) -> String {
    var head = identity(host)
    if !policies.hasHVM { head += "HVM        unavailable: \(SystemPolicies.noHVMReason)\n" }
    let whole = columns.map { Column(names: [$0.1], kind: $0.0) }
    var features = features(policies, whole)
    var limits = limits(policies, whole)
    let isNarrow = features.width > Screen.current.limit
    if isNarrow {
      let shown = policies.shownFeatures
      features = self.features(
        policies, shared { kind in shown.map { policies[kind].recorded($0) } })
      limits = self.limits(
        policies, shared { kind in Self.limits.map { policies[kind].shownText($0) } })
    }
    let text =
      head + "\n" + features.text(hasHeading: hasHeading) + open(policies) + "\n"
      + limits.text(hasHeading: hasHeading)
    return isNarrow ? text + "\nwhat each means: --wide, or features list\n" : text
  }

  /// A column, and the policies that show what stands there.
  private struct Column {
    var names: [String]
    var kind: PolicyKind
  }

  /// The columns, one for all policies that have the same.
  private static func shared(by value: (PolicyKind) -> some Equatable) -> [Column] {
    var shared: [Column] = []
    for (kind, name) in columns {
      if let index = shared.firstIndex(where: { value($0.kind) == value(kind) }) {
        shared[index].names.append(name)
      } else {
        shared.append(Column(names: [name], kind: kind))
      }
    }
    return shared
  }

  private static let limits = HostDescription.shownLimits

  /// What has no line, because nobody recorded it.
  private static func open(_ policies: SystemPolicies) -> String {
    let count = policies.openFeatureCount
    guard count > 0 else { return "" }
    return "of \(Counted.of(count, "more feature")) nobody recorded anything: -o csv names them\n"
  }

  private static func heading(_ first: String, _ columns: [Column]) -> [String] {
    [first] + columns.map { $0.names.joined(separator: " ") } + ["meaning"]
  }

  private static func features(_ policies: SystemPolicies, _ columns: [Column]) -> TextTable {
    var table = TextTable(heading("feature", columns), empty: "no features")
    table.setSentences(1, .leftOut)
    let present = policies.shownFeatures
    for word in 0..<Feature.wordCount {
      let features = present.filter { $0.word == word }
      guard let first = features.first else { continue }
      table.addGroup(group(first))
      for feature in features {
        let marks = columns.map { mark(policies[$0.kind].recorded(feature), "x", "-", "?") }
        table.add([feature.optionName] + marks + [feature.meaning])
      }
    }
    return table
  }

  private static func limits(_ policies: SystemPolicies, _ columns: [Column]) -> TextTable {
    var table = TextTable(heading("field", columns))
    table.setSentences(1, .leftOut)
    for field in limits {
      let values = columns.map { policies[$0.kind].shownText(field) }
      table.add([field.name] + values + [field.meaning])
    }
    return table
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
    [["feature"] + PolicyKind.allCases.map(\.name)]
      + Feature.allNamed.map { feature in
        [feature.optionName]
          + PolicyKind.allCases.map { mark(policies[$0].recorded(feature), "1", "0", "unknown") }
      }
  }

  private static func mark(
    _ isThere: Bool?, _ there: String, _ missing: String, _ unknown: String
  ) -> String {
    isThere.map { $0 ? there : missing } ?? unknown
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
