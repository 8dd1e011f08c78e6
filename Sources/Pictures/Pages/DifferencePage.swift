// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyDocuments
import PolicyText

/// Two policies side by side, for a browser: what the `PolicyDiff` document says, the worst first.
public enum DifferencePage {
  /// The text of the page.
  public static func text(_ comparison: PolicyComparison) -> String {
    let rows = Row.all(comparison)
    return Page.text(
      title: "\(comparison.first) and \(comparison.second)", kind: "Two policies compared",
      style: style
    ) { page in
      let worst = rows.map(\.severity).max()
      page.verdict(verdict(rows, worst), worst)
      page.facts([
        ("first", comparison.first), ("second", comparison.second),
      ])
      guard !rows.isEmpty else { return }
      page.element("h2", "Differences")
      page.element("p", ["class": "soft"]) { legend in
        legend.text(
          "+ the second gives, - takes, ~ changes, ? where either is unknown. The severity is what a guest "
            + "may suffer that was promised the first and gets the second.")
      }
      page.element("table", ["class": "differences"]) { table in
        table.columns(["", "what", "first", "second", "severity"])
        table.element("tbody") { body in for row in rows { row.write(&body) } }
      }
    }
  }

  private static func verdict(_ rows: [Row], _ worst: Severity?) -> String {
    guard let worst else { return "No differences." }
    let counts = Severity.all.reversed().compactMap { severity in
      let count = rows.filter { $0.severity == severity }.count
      return count == 0 ? nil : "\(count) \(severity.word)"
    }
    return
      "\(Counted.of(rows.count, "difference")), the worst \(worst.word): \(counts.joined(separator: ", "))."
  }

  private struct Row {
    var name: String
    var place: Feature.Place
    var bits: String
    var first: String
    var second: String
    var severity: Severity

    /// In the order of severity, and else as the document has them.
    static func all(_ comparison: PolicyComparison) -> [Row] {
      func shown(_ value: UInt64?) -> String {
        value.map { "0x" + String($0, radix: 16) } ?? "unknown"
      }
      let rows =
        comparison.differences.map {
          Row(
            name: $0.name, place: $0.place, bits: $0.bits, first: shown($0.left),
            second: shown($0.right), severity: $0.severity)
        }
        + comparison.statements.map {
          Row(
            name: $0.subject, place: .none, bits: "", first: $0.left ?? "not stated",
            second: $0.right ?? "not stated", severity: $0.severity)
        }
      return Severity.all.reversed().flatMap { severity in rows.filter { $0.severity == severity } }
    }

    func write(_ body: inout Markup) {
      let sign = ChangeSign(first, second)
      body.element("tr") { row in
        row.element("td", ["class": "sign \(sign.word)", "title": sign.word], sign.rawValue)
        row.element("th", ["scope": "row"]) { cell in
          cell.element("span", ["class": "name"], name)
          cell.place(place, bits: bits)
        }
        row.element("td", ["class": "value"], first)
        row.element("td", ["class": "value"], second)
        row.element("td") { $0.severity(severity) }
      }
    }
  }

  private static let style = """
    .sign { font-weight: 700; text-align: center; width: 1.6em } .sign.given { color: var(--good) }
    .sign.taken { color: var(--bad) } .sign.changed, .sign.unknown { color: var(--warn) }

    """
}
