// SPDX-License-Identifier: Apache-2.0

import Foundation
import FoundationXML
import Testing

/// A page or picture as a program reads it.
final class Element {
  let name: String
  let attributes: [String: String]
  private(set) var children: [Element] = []
  /// All text in it, in order, with what is in its elements.
  private(set) var text = ""

  private init(_ name: String, _ attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  /// Reads a text, which must be well-formed.
  static func parse(_ text: String) throws -> Element {
    let parser = XMLParser(data: Data(text.utf8))
    let reader = Reader()
    parser.delegate = reader
    let isRead = parser.parse()
    try #require(
      isRead, "line \(parser.lineNumber): \(parser.parserError.map { "\($0)" } ?? "")")
    return try #require(reader.root.children.first)
  }

  /// Every element in it with a name, in order.
  func all(_ name: String, class style: String? = nil) -> [Element] {
    children.flatMap { child in
      let isOne =
        child.name == name
        && style.map { child.attributes["class"]?.split(separator: " ").contains($0[...]) == true }
          ?? true
      return (isOne ? [child] : []) + child.all(name, class: style)
    }
  }

  /// The places in it that links may lead to.
  private(set) lazy var ids: Set<String> = {
    let own = attributes["id"].map { [$0] } ?? []
    return children.reduce(into: Set(own)) { $0.formUnion($1.ids) }
  }()

  func first(_ name: String, class style: String? = nil) -> Element? {
    all(name, class: style).first
  }

  private final class Reader: NSObject, XMLParserDelegate {
    let root = Element("", [:])
    private lazy var open = [root]

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      let element = Element(name, attributes)
      open[open.count - 1].children.append(element)
      open.append(element)
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) { open.removeLast() }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      for element in open { element.text += string }
    }
  }
}
