// SPDX-License-Identifier: Apache-2.0

import Foundation
import Pictures

/// The pages of the site, and what its search finds.
struct Site {
  /// Something that search finds.
  struct Entry {
    var title: String
    /// What it is, in a word or two.
    var kind: String
    /// The page, and perhaps a place on it.
    var path: String
    /// Other names of it.
    var names: [String] = []
    /// What it is, in a line.
    var meaning = ""
  }

  let folder: URL
  private(set) var pages: [String: String] = [:]
  private(set) var entries: [Entry] = []

  init(folder: URL) { self.folder = folder }

  mutating func add(_ entry: Entry) { entries.append(entry) }

  /// Adds a page.
  ///
  /// - Parameters:
  ///   - path: where it stands, e.g. `reference/features/AVX512F.html`.
  ///   - title: what its tab says.
  ///   - trail: the pages above it, each with its path.
  ///   - content: what stands in it, its heading first.
  mutating func add(
    _ path: String, title: String, trail: [(title: String, path: String)] = [],
    _ content: (inout Markup) -> Void
  ) {
    let up = String(repeating: "../", count: path.filter { $0 == "/" }.count)
    var markup = Markup()
    markup.own("<!DOCTYPE html>\n")
    markup.element("html", ["lang": "en"]) { html in
      html.element("head") { head in
        head.single("meta", ["charset": "utf-8"])
        head.single(
          "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        head.single("meta", ["name": "color-scheme", "content": "light dark"])
        head.element("title", title == Site.name ? title : "\(title) - \(Site.name)")
        head.single("link", ["rel": "stylesheet", "href": up + "site.css"])
        head.element("script", ["src": up + "search-index.js", "defer": "defer"], "")
        head.element("script", ["src": up + "search.js", "defer": "defer"], "")
      }
      html.element("body", ["data-root": up.isEmpty ? "./" : up]) { body in
        body.element("a", ["class": "skip", "href": "#content"], "To the content")
        Site.navigation(up, &body)
        body.element("main", ["id": "content"]) { main in
          if !trail.isEmpty {
            main.element("nav", ["aria-label": "Above this page", "class": "trail"]) { nav in
              for step in trail {
                nav.element("a", ["href": up + step.path], step.title)
                nav.text(" / ")
              }
              nav.text(title)
            }
          }
          content(&main)
        }
      }
    }
    pages[path] = markup.source
  }

  static let name = "swift-cpu-policy"

  private static let sections = [
    ("Tasks", "docs/tasks.html"), ("Rules", "docs/semantics/index.html"),
    ("Reference", "reference/index.html"), ("Libraries", "libraries.html"),
    ("Commands", "man/index.html"),
  ]

  private static func navigation(_ up: String, _ body: inout Markup) {
    body.element("header", ["class": "site"]) { header in
      header.element("nav", ["aria-label": "Site"]) { nav in
        nav.element("a", ["class": "home", "href": up + "index.html"], name)
        for (title, path) in sections { nav.element("a", ["href": up + path], title) }
      }
      header.element("search") { search in
        search.element("label", ["for": "find"], "Search")
        search.single(
          "input",
          [
            "id": "find", "type": "search", "autocomplete": "off",
            "placeholder": "AVX512F, pni, 0x10a, CPU0204 ...",
          ])
        search.element(
          "div", ["id": "found", "role": "region", "aria-live": "polite", "hidden": "hidden"]
        ) { $0.element("ul", "") }
      }
    }
  }

  /// Writes everything.
  func write(_ root: URL) throws {
    for (path, text) in pages { try write(text, to: path) }
    try write(PageStyle.text + SiteStyle.text, to: "site.css")
    let script = root.appending(path: "scripts/site/search.js")
    try write(try String(contentsOf: script, encoding: .utf8), to: "search.js")
    let rows = entries.map { entry in
      [entry.title, entry.kind, entry.path, entry.names.joined(separator: " "), entry.meaning]
    }
    let index = try JSONSerialization.data(
      withJSONObject: rows, options: [.withoutEscapingSlashes])
    try write(
      "window.siteIndex = " + String(decoding: index, as: UTF8.self) + ";\n", to: "search-index.js")
  }

  /// Writes a file of the site.
  func write(_ text: String, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
