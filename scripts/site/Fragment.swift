// SPDX-License-Identifier: Apache-2.0

import Foundation
import FoundationXML

/// HTML that a program made of a text, whose elements can be changed before they become part of a page.
struct Fragment {
  struct Failure: Error, CustomStringConvertible { var description: String }

  let document: XMLDocument

  /// - Parameter words: the program that prints it, and its arguments.
  init(printedBy words: [String]) throws {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.standardOutput = output
    try process.run()
    let html = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: "\(words.joined(separator: " ")): \(process.terminationStatus)")
    }
    document = try XMLDocument(
      xmlString: "<text>\(html)</text>", options: [.nodePreserveWhitespace])
  }

  /// The elements that an XPath finds.
  func elements(_ path: String) throws -> [XMLElement] {
    try document.nodes(forXPath: path).compactMap { $0 as? XMLElement }
  }

  /// What becomes part of a page.
  var source: String { (document.rootElement()?.children ?? []).map(\.xmlString).joined() }

  /// Makes what is wider than the page scroll by itself, and be reached by the keyboard; gives headings of columns their
  /// scope.
  func fitIn() throws {
    for table in try elements("//table") {
      let box = XMLElement(name: "div")
      for (name, value) in [
        ("class", "wide"), ("tabindex", "0"), ("role", "region"), ("aria-label", "Table"),
      ] {
        box.set(name, value)
      }
      table.replace(by: box)
      box.addChild(table)
    }
    for head in try elements("//th[not(@scope)]") { head.set("scope", "col") }
    for block in try elements("//pre") { block.set("tabindex", "0") }
  }
}

extension XMLElement {
  /// Sets an attribute.
  func set(_ name: String, _ value: String) {
    removeAttribute(forName: name)
    if let attribute = XMLNode.attribute(withName: name, stringValue: value) as? XMLNode {
      addAttribute(attribute)
    }
  }

  /// Puts another element where this one stands.
  func replace(by other: XMLElement) {
    guard let parent = parent as? XMLElement else { return }
    let place = index
    detach()
    parent.insertChild(other, at: place)
  }
}
