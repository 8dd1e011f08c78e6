// SPDX-License-Identifier: Apache-2.0

import Domains
import PolicyCore
import PolicyText

/// Which of many findings a terminal shows: causes first, in order of severity, and only as many as a
/// person reads. A file gets all of them in the order of their places.
struct FindingFold {
  /// The most that a terminal shows unasked.
  private static let most = 10

  private(set) var violations: [Violation]
  private let hidden: Int

  init(_ judgement: Judgement, withAll: Bool) {
    violations = judgement.decided
    guard Screen.current.isTerminal else {
      hidden = 0
      return
    }
    let causes = FindingOrder.ordered(judgement.findings).filter {
      $0.isDecided && $0.follows == nil
    }
    .map(\.violation)
    let shown = withAll ? violations.count : Self.most
    let isCause = Set(causes.map(Self.key))
    let others = violations.filter { !isCause.contains(Self.key($0)) }
    // Not sort, which may turn equals around.
    let ordered =
      causes
      + others.enumerated().sorted { left, right in
        let (first, second) = (left.element.severity, right.element.severity)
        return first == second ? left.offset < right.offset : first > second
      }.map(\.element)
    violations = Array(ordered.prefix(shown))
    hidden = ordered.count - violations.count
  }

  private static func key(_ violation: Violation) -> String {
    violation.codeText + violation.placeText + violation.fieldName
  }

  /// The line that says how many are not shown.
  var rest: String { Self.rest(hidden) }

  static func rest(_ hidden: Int) -> String { hidden > 0 ? "\n+\(hidden) more: --all\n" : "" }

  /// The findings of a report that has its order already.
  static func shown(
    _ findings: [Judgement.Finding], withAll: Bool
  ) -> (findings: ArraySlice<Judgement.Finding>, rest: String) {
    guard Screen.current.isTerminal, !withAll else { return (findings[...], "") }
    return (findings.prefix(most), rest(findings.count - most))
  }
}
