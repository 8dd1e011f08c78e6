// SPDX-License-Identifier: Apache-2.0

import Foundation
import FoundationXML
import Pictures
import PolicyCore
import PolicyText

/// Pages that are written by hand: Markdown, which cmark-gfm turns into HTML. Here headings get their anchors, links
/// lead to pages, and codes to their explanation.
struct TextPages {
  /// A text of the repository.
  private struct Text {
    /// Where it stands in the repository.
    var source: String
    /// Where it stands in the site.
    var path: String
    var fragment: Fragment
    var title: String
    var headings: [(title: String, anchor: String)]
  }

  private let root: URL

  init(_ root: URL) { self.root = root }

  /// The first page of the site.
  private static let front = "docs/guide/README.md"

  func add(to site: inout Site) throws {
    let sources = try sources()
    let texts = try sources.map { try read($0) }
    let paths = Dictionary(uniqueKeysWithValues: texts.map { ($0.source, $0.path) })
    for text in texts {
      if text.source != Self.front {
        site.add(Site.Entry(title: text.title, kind: "page", path: text.path))
      }
      for heading in text.headings {
        site.add(
          Site.Entry(
            title: heading.title, kind: text.title, path: "\(text.path)#\(heading.anchor)"))
      }
      try lead(text, paths)
      let trail: [(String, String)] =
        text.source.hasPrefix("docs/semantics/") ? [("Rules", "docs/semantics/index.html")] : []
      site.add(text.path, title: text.source == Self.front ? Site.name : text.title, trail: trail) {
        page in
        if text.headings.count > 3, text.source != Self.front {
          page.element("details", ["class": "contents"]) { details in
            details.element("summary", "On this page")
            details.element("ul") { list in
              for heading in text.headings {
                list.element("li") {
                  $0.element("a", ["href": "#\(heading.anchor)"], heading.title)
                }
              }
            }
          }
        }
        page.own(text.fragment.source)
      }
    }
    site.add("docs/semantics/index.html", title: "Rules") { page in
      page.element("h1", "Rules")
      page.element("p", "What is derived, audited, levelled and moved, in plain words.")
      page.element("ul") { list in
        for text in texts where text.source.hasPrefix("docs/semantics/") {
          list.element("li") {
            $0.element("a", ["href": URL(fileURLWithPath: text.path).lastPathComponent], text.title)
          }
        }
      }
    }
  }

  // MARK: Reading

  /// Every Markdown file that readers are meant to see.
  private func sources() throws -> [String] {
    let own = [
      "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "ABI/README.md",
      "Tests/Golden/README.md", "Tests/Golden/KNOWN.md",
    ]
    let docs = FileManager.default.enumerator(atPath: root.appending(path: "docs").path)
    let found = (docs?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".md") }
    return own + found.map { "docs/" + $0 }.sorted()
  }

  private func path(_ source: String) -> String {
    source == Self.front ? "index.html" : String(source.dropLast(3)) + ".html"
  }

  private func read(_ source: String) throws -> Text {
    let fragment = try Fragment(
      printedBy: ["cmark-gfm", "-e", "table", root.appending(path: source).path])
    var title = source
    var headings: [(String, String)] = []
    var anchors: [String: Int] = [:]
    for element in try fragment.elements("//h1|//h2|//h3|//h4") {
      let text = element.stringValue ?? ""
      var anchor = Self.anchor(text)
      let count = anchors[anchor, default: 0]
      anchors[anchor] = count + 1
      if count > 0 { anchor += "-\(count)" }
      element.set("id", anchor)
      if element.name == "h1", title == source { title = text }
      if element.name == "h2" { headings.append((text, anchor)) }
    }
    return Text(
      source: source, path: path(source), fragment: fragment, title: title, headings: headings)
  }

  /// The anchor that hosts of repositories give a heading, so that links work there as well.
  private static func anchor(_ text: String) -> String {
    String(
      text.lowercased().compactMap { character in
        character.isLetter || character.isNumber || character == "-" || character == "_"
          ? character : character == " " ? "-" : nil
      })
  }

  // MARK: Links

  /// Makes links lead to pages of the site, and tables scroll by themselves.
  private func lead(_ text: Text, _ paths: [String: String]) throws {
    let up = String(repeating: "../", count: text.path.filter { $0 == "/" }.count)
    for element in try text.fragment.elements("//a[@href]") {
      guard let target = element.attribute(forName: "href")?.stringValue,
        !target.contains("://"), !target.hasPrefix("#")
      else { continue }
      element.set("href", up + (try page(target, from: text, paths)))
    }
    // Codes and pages that are named and not linked.
    let codes = try text.fragment.elements("//code[not(ancestor::a) and not(ancestor::pre)]")
    for element in codes {
      guard let name = element.stringValue else { continue }
      let known = paths[name] ?? ViolationCode(text: name).map { CodePages.path($0) }
      guard let known, known != text.path else { continue }
      let link = XMLElement(name: "a")
      link.set("href", up + known)
      link.addChild(XMLElement(name: "code", stringValue: name))
      element.replace(by: link)
    }
    try text.fragment.fitIn()
  }

  /// The page of a link, from the site's root.
  private func page(_ target: String, from text: Text, _ paths: [String: String]) throws -> String {
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let folder = URL(fileURLWithPath: "/" + text.source).deletingLastPathComponent()
    let file = folder.appending(path: String(parts[0])).standardized.path.dropFirst()
    let fragment = parts.count > 1 ? "#" + parts[1] : ""
    let name = String(file).hasSuffix("/") ? String(file.dropLast()) : String(file)
    if let path = Self.others[name] ?? paths[name] { return path + fragment }
    throw Fragment.Failure(description: "\(text.source): \(target) is no page of the site")
  }

  /// Folders and files that are no Markdown or have better pages, and those pages.
  private static let others = [
    "docs/semantics": "docs/semantics/index.html", "docs/reference": "reference/index.html",
    // The site has a page for each row of these tables.
    "docs/reference/codes.md": "reference/codes.html",
    "docs/reference/features.md": "reference/features.html",
    "docs/reference/fields.md": "reference/fields.html", "docs/api": "libraries.html",
    "docs/schema/cpupolicy-v1.json": "schema/index.html",
    "docs/schema": "schema/index.html", "docs/man": "man/index.html",
    "Sources/CPUPolicyC/include/cpupolicy.h": "c/cpupolicy.h.html",
  ]
}
