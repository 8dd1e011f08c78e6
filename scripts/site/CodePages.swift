// SPDX-License-Identifier: Apache-2.0

import Pictures
import PolicyCore
import PolicyText

/// A page for every code that a report may show.
enum CodePages {
  static func path(_ code: ViolationCode) -> String { "reference/codes/\(code.text).html" }

  static func add(to site: inout Site) {
    let reference = ("Reference", "reference/index.html")
    for code in ViolationCode.all {
      site.add(
        Site.Entry(title: code.text, kind: "code", path: path(code), meaning: code.title))
      site.add(path(code), title: code.text, trail: [reference, ("Codes", "reference/codes.html")])
      {
        page in
        page.element("h1", "\(code.text): \(code.title)")
        // Lines are broken where they are long; paragraphs have an empty line between them.
        for paragraph in code.explanation.split(separator: "\n\n") {
          page.element("p", String(paragraph).replacing("\n", with: " "))
        }
        page.element("h2", "Ask")
        page.element("pre") { $0.text("cpupolicy explain \(code.text)") }
        page.element("p") { line in
          line.element("a", ["href": "../../docs/reference/codes.html"], "The words of all codes")
          line.text(", with their placeholders")
        }
      }
    }
    site.add("reference/codes.html", title: "Codes", trail: [reference]) { page in
      page.element("h1", "Codes")
      page.element("p", "What audits, checks of moves and of topologies may find.")
      page.table(["code", "title"]) { body in
        for code in ViolationCode.all {
          body.row(code.text, link: "codes/\(code.text).html") { $0.element("td", code.title) }
        }
      }
    }
  }
}
