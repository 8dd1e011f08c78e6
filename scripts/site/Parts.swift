// SPDX-License-Identifier: Apache-2.0

import Pictures

/// What pages of the reference have in common.
extension Markup {
  /// A table that scrolls by itself where it is wider than the page.
  mutating func table(_ columns: [String], _ rows: (inout Markup) -> Void) {
    element("div", ["class": "wide", "tabindex": "0", "role": "region", "aria-label": "Table"]) {
      $0.element("table") { table in
        table.columns(columns)
        table.element("tbody") { rows(&$0) }
      }
    }
  }

  /// A row: what it is about, perhaps with a page of its own, and its cells.
  mutating func row(_ name: String, link: String? = nil, _ cells: (inout Markup) -> Void) {
    element("tr") { row in
      row.element("th", ["scope": "row"]) { cell in
        if let link { cell.element("a", ["href": link], name) } else { cell.text(name) }
      }
      cells(&row)
    }
  }

  /// Rules of a row of the tables, each linked to what its words mean.
  mutating func rules(_ rules: [(kind: String, word: String)]) {
    table(["rule", "word"]) { body in
      for rule in rules {
        body.row(rule.kind, link: "../../docs/reference/rules.html#\(rule.kind)") {
          $0.element("td", rule.word.isEmpty ? "none" : rule.word)
        }
      }
    }
  }
}
