// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyDocuments
import PolicyText

/// The hosts of a pool side by side, for a browser: what the `Comparison` document says.
///
/// Hosts with the same policy share a letter, the odd one's first. A row says which value stands where, so that
/// it is as readable for fifty policies as for two.
public enum ComparisonPage {
  /// The text of the page.
  public static func text(_ comparison: PoolComparison) -> String {
    let groups = Group.all(comparison)
    return Page.text(
      title: "\(Counted.of(comparison.hosts.count, "host")), \(comparison.policy)",
      kind: "Hosts of a pool compared", style: style
    ) { page in
      let worst = comparison.rows.map(\.severity).max()
      page.verdict(verdict(comparison, groups, worst), worst)
      page.element("h2", "Hosts")
      policies(comparison, groups, &page)
      guard !comparison.rows.isEmpty else { return }
      page.element("h2", "Differences")
      page.element("p", ["class": "soft"], "The value that most hosts have stands first.")
      page.element("table", ["class": "differences"]) { table in
        table.columns(["what", "values, and who has them", "severity"])
        table.element("tbody") { body in
          for severity in Severity.all.reversed() {
            for row in comparison.rows where row.severity == severity {
              write(row, groups, &body)
            }
          }
        }
      }
    }
  }

  private static func verdict(
    _ comparison: PoolComparison, _ groups: [Group], _ worst: Severity?
  ) -> String {
    let hosts = Counted.of(comparison.hosts.count, "host")
    guard let worst else { return "No differences between \(hosts)." }
    return "\(hosts) have \(Counted.of(groups.count, "different policy")): "
      + "\(Counted.of(comparison.rows.count, "difference")), the worst \(worst.word)."
  }

  /// Hosts with the same policy.
  private struct Group {
    var letter: String
    var digest: String
    var hosts: [String]
    var odd: Int

    /// The odd one's first.
    static func all(_ comparison: PoolComparison) -> [Group] {
      var groups: [Group] = []
      var places: [String: Int] = [:]
      for host in comparison.hosts {
        if let place = places[host.digest] {
          groups[place].hosts.append(host.name)
        } else {
          places[host.digest] = groups.count
          groups.append(
            Group(
              letter: PoolComparison.letter(groups.count), digest: host.digest,
              hosts: [host.name], odd: host.odd))
        }
      }
      return groups
    }
  }

  private static func policies(
    _ comparison: PoolComparison, _ groups: [Group], _ page: inout Markup
  ) {
    page.element("table", ["class": "policies"]) { table in
      table.columns(["policy", "hosts", "odd in"])
      table.element("tbody") { body in
        for group in groups {
          body.element("tr") { row in
            row.element("th", ["scope": "row"]) {
              $0.element("span", ["class": "letter"], group.letter)
            }
            row.element("td") { cell in
              cell.element("ul", ["class": "hosts"]) { list in
                for host in group.hosts { list.element("li", host) }
              }
              cell.element("small") { small in
                small.element(
                  "code", ["title": "sha256:\(group.digest)"],
                  "sha256:\(group.digest.prefix(16))\u{2026}")
              }
            }
            row.element("td") { cell in
              cell.element("span", ["class": "odd"], "\(group.odd)")
              cell.text(" of \(comparison.rows.count)")
              cell.single(
                "progress",
                [
                  "max": "\(max(comparison.rows.count, 1))", "value": "\(group.odd)",
                  "aria-label": "odd in \(group.odd) of \(comparison.rows.count)",
                ])
            }
          }
        }
      }
    }
  }

  private static func write(_ row: PoolComparison.Row, _ groups: [Group], _ body: inout Markup) {
    var values: [(text: String, groups: [Group])] = []
    for group in groups {
      let value = row.values.first { $0.digest == group.digest }?.value
      let text = value.map { "0x" + String($0, radix: 16) } ?? "unknown"
      if let place = values.firstIndex(where: { $0.text == text }) {
        values[place].groups.append(group)
      } else {
        values.append((text, [group]))
      }
    }
    func count(_ groups: [Group]) -> Int { groups.reduce(0) { $0 + $1.hosts.count } }
    let ordered = values.enumerated().sorted { left, right in
      let (first, second) = (count(left.element.groups), count(right.element.groups))
      return first == second ? left.offset > right.offset : first > second
    }
    body.element("tr") { line in
      line.element("th", ["scope": "row"]) { cell in
        cell.element("span", ["class": "name"], row.field)
        cell.place(row.place, bits: row.bits)
      }
      line.element("td") { cell in
        for (_, value) in ordered {
          cell.element("div", ["class": "held"]) { held in
            held.element("span", ["class": "value"], value.text)
            held.text(" ")
            for group in value.groups {
              held.element(
                "span", ["class": "letter", "title": group.hosts.joined(separator: ", ")],
                group.letter)
            }
          }
        }
      }
      line.element("td") { $0.severity(row.severity) }
    }
  }

  private static let style = """
    ul.hosts { margin: 0; padding: 0; list-style: none; columns: 14rem } progress { display: block; width: 100%;
      max-width: 8rem; height: .5rem; accent-color: var(--mark) }
    .held { display: flex; flex-wrap: wrap; gap: .2rem .35rem; align-items: baseline; padding: .1rem 0 }
    .held .value { min-width: 4em }
    .held + .held { border-top: 1px dotted var(--line) }

    """
}
