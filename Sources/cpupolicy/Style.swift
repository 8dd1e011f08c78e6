// SPDX-License-Identifier: Apache-2.0

import Domains
import Fleet
import PolicyCore
import PolicyDocuments
import PolicyText

/// How a word looks where there are colours.
enum Style: String, CaseIterable {
  case bold = "1"
  case faint = "2"
  case red = "31"
  case green = "32"
  case amber = "33"
  case magenta = "35"
  case cyan = "36"

  /// What turns it on.
  var start: String { "\u{1b}[\(rawValue)m" }
  /// What ends each of them.
  static let end = "\u{1b}[0m"

  /// All that a table may tell a terminal.
  static let controls = allCases.map(\.start) + [end]

  /// How a severity looks, and a verdict, by the word for it; nil for every other word.
  static func of(_ word: String) -> Style? { words[word] }

  private static let words: [String: Style] = {
    var words: [String: Style] = [
      Severity.guestCrash.word: .red, Severity.security.word: .magenta,
      Severity.behaviour.word: .amber, Severity.performance.word: .cyan,
      Severity.cosmetic.word: .faint,
    ]
    words[AuditReport.Verdict.accepted.rawValue] = .green
    words[AuditReport.Verdict.rejected.rawValue] = .red
    words[AuditReport.Verdict.unknown.rawValue] = .amber
    words[MigrationCheck.Verdict.safe.rawValue] = .green
    words[MigrationCheck.Verdict.degraded.rawValue] = .amber
    words[MigrationCheck.Verdict.unsafe.rawValue] = .red
    for effect in PoolDifference.Effect.allCases { words[effect.rawValue] = effect.style }
    words["+"] = .green
    words["-"] = .red
    words["~"] = .amber
    return words
  }()
}

extension PoolDifference.Effect {
  fileprivate var style: Style? {
    switch self {
    case .gains: .green
    case .unchanged: nil
    case .loses, .moves, .restart: .amber
    case .stranded: .red
    case .unknown: .amber
    }
  }
}
