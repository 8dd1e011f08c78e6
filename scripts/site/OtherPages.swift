// SPDX-License-Identifier: Apache-2.0

import Foundation
import FoundationXML
import Pictures
import PolicyFormats

/// Pages of what others made: libraries, schemas, manual pages, the C header.
enum OtherPages {
  static func add(_ root: URL, to site: inout Site) throws {
    try addLibraries(root, to: &site)
    try addSchema(root, to: &site)
    try addManual(root, to: &site)
    try addHeader(root, to: &site)
  }

  private static func files(_ folder: URL, ending: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(ending) }.sorted()
  }

  private static func text(_ file: URL) throws -> String {
    try String(contentsOf: file, encoding: .utf8)
  }

  /// The public names of each library, and its documentation where it was built.
  private static func addLibraries(_ root: URL, to site: inout Site) throws {
    let folder = root.appending(path: "docs/api")
    let libraries = try files(folder, ending: ".txt").map { String($0.dropLast(4)) }
    for library in libraries {
      let path = "api/\(library).html"
      site.add(Site.Entry(title: library, kind: "library", path: path))
      let names = try text(folder.appending(path: library + ".txt"))
      site.add(path, title: library, trail: [("Libraries", "libraries.html")]) { page in
        page.element("h1", library)
        page.element("p", "What the library shows to clients, one line a declaration.")
        page.element("pre", ["tabindex": "0"], names)
      }
    }
    let built = site.folder.appending(path: "docc")
    let documented = libraries.filter {
      FileManager.default.fileExists(atPath: built.appending(path: "\($0)/index.html").path)
    }
    site.add("libraries.html", title: "Libraries") { page in
      page.element("h1", "Libraries")
      page.element("p") { line in
        line.text(
          "For Swift: each library, what it shows to clients, and its documentation. For C: ")
        line.element("a", ["href": "docs/c-library.html"], "the C library")
        line.text(" and ")
        line.element("a", ["href": "c/cpupolicy.h.html"], "its header")
        line.text(". For other programs: ")
        line.element("a", ["href": "schema/index.html"], "documents and their schema")
        line.text(".")
      }
      page.table(["library", "public names", "documentation"]) { body in
        for library in libraries {
          body.row(library) { cells in
            cells.element("td") { $0.element("a", ["href": "api/\(library).html"], "names") }
            cells.element("td") { cell in
              if documented.contains(library) {
                cell.element(
                  "a", ["href": "docc/\(library)/documentation/\(library.lowercased())/index.html"],
                  "DocC")
              } else {
                cell.text("not built")
              }
            }
          }
        }
      }
      page.element(
        "p", ["class": "soft"],
        "The pages of DocC run in a browser that got them from a web server, at its root: "
          + "python3 -m http.server -d .build/site")
    }
  }

  private static func addSchema(_ root: URL, to site: inout Site) throws {
    let folder = root.appending(path: "docs/schema")
    for file in try files(folder, ending: ".json") {
      try site.write(try text(folder.appending(path: file)), to: "schema/\(file)")
    }
    let file = folder.appending(path: "cpupolicy-v1.json")
    let schema = try JSONValue(parsing: [UInt8](try Data(contentsOf: file)), source: file.path)
    let kinds = (schema["oneOf"]?.array ?? []).compactMap { $0["$ref"]?.string }
      .compactMap { $0.split(separator: "/").last.map(String.init) }
    site.add("schema/index.html", title: "Documents") { page in
      page.element("h1", "Documents")
      page.element("p") { line in
        line.text("Every document that the command reads or writes is described by ")
        line.element("a", ["href": "cpupolicy-v1.json"], "cpupolicy-v1.json")
        line.text(", a JSON Schema (2020-12). -o json and -o yaml write them.")
      }
      for kind in kinds {
        let value = schema["$defs"]?[kind]
        page.element("h2", ["id": kind], kind)
        if let text = value?["description"]?.string { page.element("p", text) }
        page.element("details") { details in
          details.element("summary", "Its schema")
          details.element("pre", ["tabindex": "0"], value?.text ?? "")
        }
      }
    }
    for kind in kinds {
      site.add(
        Site.Entry(
          title: kind, kind: "document", path: "schema/index.html#\(kind)",
          meaning: schema["$defs"]?[kind]?["description"]?.string ?? ""))
    }
  }

  /// The manual pages, as mandoc makes HTML of them.
  private static func addManual(_ root: URL, to site: inout Site) throws {
    let folder = root.appending(path: "docs/man")
    let names = try files(folder, ending: ".1").map { String($0.dropLast(2)) }
    var summaries: [(name: String, summary: String)] = []
    for name in names {
      let file = folder.appending(path: name + ".1").path
      let fragment = try Fragment(printedBy: ["mandoc", "-T", "html", "-O", "fragment", file])
      // Heading and foot of a sheet of paper; the page has its own.
      for table in try fragment.elements("//table[@class='head' or @class='foot']") {
        table.detach()
      }
      for head in try fragment.elements("//h1") {
        let own = XMLElement(name: "h2", stringValue: head.stringValue)
        if let id = head.attribute(forName: "id")?.stringValue { own.set("id", id) }
        head.replace(by: own)
      }
      for line in try fragment.elements("//pre/br") { line.detach() }
      try fragment.fitIn()
      let first = try fragment.elements("//p").first?.stringValue ?? ""
      let words = first.split { $0.isWhitespace }.joined(separator: " ")
        .components(separatedBy: " - ").dropFirst().joined(separator: " - ")
      summaries.append((name, words))
      site.add(
        Site.Entry(
          title: name.replacing("-", with: " "), kind: "command", path: "man/\(name).html",
          names: [name], meaning: words))
      site.add("man/\(name).html", title: name, trail: [("Commands", "man/index.html")]) { page in
        page.element("h1", name)
        page.own(fragment.source)
      }
    }
    site.add("man/index.html", title: "Commands") { page in
      page.element("h1", "Commands")
      page.table(["manual page", "what the command does"]) { body in
        for (name, summary) in summaries {
          body.row(name, link: "\(name).html") { $0.element("td", summary) }
        }
      }
    }
  }

  private static func addHeader(_ root: URL, to site: inout Site) throws {
    let path = "Sources/CPUPolicyC/include/cpupolicy.h"
    let header = try text(root.appending(path: path))
    site.add(Site.Entry(title: "cpupolicy.h", kind: "C header", path: "c/cpupolicy.h.html"))
    site.add("c/cpupolicy.h.html", title: "cpupolicy.h", trail: [("Libraries", "libraries.html")]) {
      page in
      page.element("h1", "cpupolicy.h")
      page.element("p") { line in
        line.text("What each call does. ")
        line.element("a", ["href": "../docs/c-library.html"], "The C library")
        line.text(" says which to make when.")
      }
      page.element("pre", ["tabindex": "0"], header)
    }
  }
}
