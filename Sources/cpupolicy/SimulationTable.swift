// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyDocuments
import PolicyText

/// How the simulation of a change is shown.
enum SimulationTable {
  static func rows(_ difference: PoolDifference) -> [[String]] {
    [["guest", "effect", "before", "after", "findings"]]
      + difference.guests.map {
        [
          $0.name, $0.effect.rawValue, "\($0.before)", "\($0.after)",
          $0.findings.map(\.violation.codeText).joined(separator: " "),
        ]
      }
  }

  static func text(_ difference: PoolDifference) -> String {
    var text = ""
    for fact in difference.facts {
      text += Console.bold(fact.host)
      text += "  \(ShownText.line(fact.change ?? "leaves"))\n"
    }
    text += "\nhosts      \(difference.hosts.before) before, \(difference.hosts.after) after\n"
    let (lost, gained) = difference.features
    text += "level      loses \(names(lost)), gains \(names(gained))\n"
    for difference in difference.differences {
      text += "           \(difference.name) (\(Console.word(difference.severity.word)))\n"
    }
    let (before, after) = difference.conflicts
    for conflict in after where !before.contains(conflict) {
      text += "conflict   \(conflict): the hosts differ, and there is no level\n"
    }
    for conflict in before where !after.contains(conflict) {
      text += "mended     \(conflict)\n"
    }
    guard !difference.guests.isEmpty else { return text }
    for effect in PoolDifference.Effect.allCases {
      let guests = difference.guests.filter { $0.effect == effect }
      guard !guests.isEmpty else { continue }
      let word = effect.rawValue + String(repeating: " ", count: 11 - effect.rawValue.count)
      text += Console.word(effect.rawValue) + word.dropFirst(effect.rawValue.count)
      text += "\(Counted.of(guests.count, "guest")): \(GraphTable.names(guests.map(\.name)))\n"
      for finding in (guests.first?.findings ?? []).prefix(3) {
        let violation = finding.violation
        text += "           \(violation.codeText) \(violation.fieldName): \(violation.message)\n"
      }
    }
    return text
  }

  private static func names(_ features: [Feature]) -> String {
    features.isEmpty ? "nothing" : features.map(\.optionName).joined(separator: " ")
  }
}
