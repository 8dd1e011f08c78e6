// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// A host with all its policies, for a browser: what the `Host` document says.
public enum HostPage {
  /// The text of the page.
  ///
  /// - Parameters:
  ///   - host: whose facts stand first.
  ///   - policies: its policies, each a column.
  public static func text(_ host: HostDescription, _ policies: SystemPolicies) -> String {
    Page.text(title: host.name, kind: "A host and its policies", style: style) { page in
      page.facts(host.summary.dropFirst().map { ($0.name, $0.text) })
      page.element("h2", "Policies")
      if !policies.hasHVM {
        page.verdict("HVM unavailable: \(SystemPolicies.noHVMReason)", .behaviour)
      }
      overview(policies, &page)
      page.element("h2", "Features")
      features(policies, &page)
      page.element("h2", "Limits")
      limits(policies, &page)
    }
  }

  /// How many features each policy shows, as a number and as a bar.
  private static func overview(_ policies: SystemPolicies, _ page: inout Markup) {
    let counts = PolicyKind.allCases.map {
      policies[$0].featureSet.features.filter(\.isNamed).count
    }
    page.element("table", ["class": "overview"]) { table in
      table.columns(["policy", "features", "digest"])
      table.element("tbody") { body in
        for (kind, count) in zip(PolicyKind.allCases, counts) {
          body.element("tr") { row in
            row.element("th", ["scope": "row"], kind.name)
            row.element("td", ["class": "bar"]) { cell in
              cell.element("span", ["class": "count"], "\(count)")
              cell.single(
                "progress",
                [
                  "max": "\(max(counts.max() ?? 1, 1))", "value": "\(count)",
                  "aria-label": "\(Counted.of(count, "feature"))",
                ])
            }
            let digest = PolicyDigest.of(policies[kind])
            row.element("td") { cell in
              cell.element("code", ["title": "sha256:\(digest)"], "\(digest.prefix(16))\u{2026}")
            }
          }
        }
      }
    }
  }

  private static func features(_ policies: SystemPolicies, _ page: inout Markup) {
    let present = policies.shownFeatures
    guard !present.isEmpty else {
      page.element("p", "No policy shows a feature.")
      return
    }
    page.element(
      "p", ["class": "soft"], "\(shown) shown, \(hidden) not shown, \(open) not recorded")
    let more = policies.openFeatureCount
    if more > 0 {
      page.element("p", "Of \(Counted.of(more, "more feature")) nobody recorded anything.")
    }
    page.element("table", ["class": "matrix features"]) { table in
      heading("feature", &table)
      for word in 0..<Feature.wordCount {
        let members = present.filter { $0.word == word }
        guard let first = members.first else { continue }
        table.element("tbody", ["class": "group"]) { body in
          body.element("tr") { row in
            row.element(
              "th", ["colspan": "\(PolicyKind.allCases.count + 1)", "scope": "rowgroup"],
              PlaceText.register(first.place))
          }
          for feature in members {
            body.element("tr") { row in
              row.element("th", ["scope": "row"]) { cell in
                cell.element("span", ["class": "name"], feature.optionName)
                cell.element("small", feature.meaning)
              }
              for kind in PolicyKind.allCases {
                let (name, mark) = mark(policies[kind].recorded(feature))
                row.element("td", ["class": name], mark)
              }
            }
          }
        }
      }
    }
  }

  private static func limits(_ policies: SystemPolicies, _ page: inout Markup) {
    page.element("table", ["class": "limits"]) { table in
      table.columns(["field", "values, and the policies with them"])
      table.element("tbody") { body in
        for field in HostDescription.shownLimits {
          var values: [(text: String, kinds: [String])] = []
          for kind in PolicyKind.allCases {
            let text = policies[kind].shownText(field)
            if let place = values.firstIndex(where: { $0.text == text }) {
              values[place].kinds.append(kind.name)
            } else {
              values.append((text, [kind.name]))
            }
          }
          body.element("tr") { row in
            row.element("th", ["scope": "row"]) { cell in
              cell.element("span", ["class": "name"], field.name)
              cell.element("small", field.meaning)
            }
            row.element("td") { cell in
              for value in values {
                cell.element("div") { line in
                  line.element("span", ["class": "value"], value.text)
                  line.element("small", value.kinds.joined(separator: ", "))
                }
              }
            }
          }
        }
      }
    }
  }

  /// The columns of policies: their names stand upright, so that all fit a narrow screen.
  private static func heading(_ first: String, _ table: inout Markup) {
    table.element("thead") { head in
      head.element("tr") { row in
        row.element("th", ["scope": "col"], first)
        for kind in PolicyKind.allCases {
          row.element("th", ["scope": "col", "class": "upright"]) { $0.element("span", kind.name) }
        }
      }
    }
  }

  private static let shown = "\u{25cf}"
  private static let hidden = "\u{b7}"
  private static let open = "?"

  /// How a cell looks, and what stands in it.
  private static func mark(_ isThere: Bool?) -> (name: String, mark: String) {
    switch isThere {
    case true?: ("yes", shown)
    case false?: ("no", hidden)
    case nil: ("open", open)
    }
  }

  private static let style = """
    .upright { width: 1.6em; padding: .4rem 0; text-align: center } .upright span { writing-mode: vertical-rl;
      transform: rotate(180deg); font-weight: 600; white-space: nowrap }
    .matrix thead th { position: sticky; top: 0; background: var(--card); box-shadow: 0 1px 0 var(--line) }
    .matrix td { text-align: center; padding: .35rem 0 } .yes { color: var(--good) } .no { color: var(--soft) }
    .open { color: var(--warn) }
    .matrix tbody tr:hover td, .matrix tbody tr:hover th[scope=row] { background: var(--quiet) }
    .bar progress { width: calc(100% - 3.2em); max-width: 22rem; height: .7rem; accent-color: var(--mark) }
    .count { display: inline-block; width: 2.8em; text-align: right; padding-right: .5em }
    @media (max-width: 560px) { .matrix small { display: none } .upright { width: 1.35em }
      .overview td:nth-child(3) code { font-size: .7em } }
    @media print { .matrix thead th { position: static } }

    """
}
