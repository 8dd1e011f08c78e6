// SPDX-License-Identifier: Apache-2.0

import Foundation
import FoundationXML

/// Every link of a built site: whether the page it leads to is there, with the place on it.
struct SiteLinks {
  /// What leads nowhere, a line each.
  private(set) var faults: [String] = []
  private(set) var count = 0
  private(set) var pages = 0

  init(_ folder: URL) throws {
    var anchors: [String: Set<String>] = [:]
    var links: [(from: String, to: String)] = []
    let files = FileManager.default.enumerator(atPath: folder.path)
    for case let path as String in files ?? .init() {
      // What DocC makes is checked by DocC.
      if path == "docc" || path.hasPrefix("docc/") { continue }
      guard path.hasSuffix(".html") else { continue }
      let reader = Reader()
      let parser = XMLParser(data: try Data(contentsOf: folder.appending(path: path)))
      parser.delegate = reader
      guard parser.parse() else {
        faults.append("\(path): line \(parser.lineNumber): no well-formed page")
        continue
      }
      pages += 1
      anchors[path] = reader.anchors
      links += reader.links.map { (path, $0) }
    }
    for (from, to) in links where !to.contains("://") {
      count += 1
      let parts = to.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let base = URL(fileURLWithPath: "/" + from).deletingLastPathComponent()
      let file =
        parts[0].isEmpty
        ? from : String(base.appending(path: String(parts[0])).standardized.path.dropFirst())
      if let known = anchors[file] {
        if parts.count > 1, !known.contains(String(parts[1])) {
          faults.append("\(from): \(to): no such place")
        }
      } else if !FileManager.default.fileExists(atPath: folder.appending(path: file).path)
        || file.isEmpty || to.hasSuffix("/")
      {
        faults.append("\(from): \(to): no such page")
      }
    }
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var anchors: Set<String> = []
    var links: [String] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      if let id = attributes["id"] { anchors.insert(id) }
      for attribute in ["href", "src"] {
        if let link = attributes[attribute] { links.append(link) }
      }
    }
  }
}
