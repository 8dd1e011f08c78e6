// SPDX-License-Identifier: Apache-2.0

import PolicyText

/// Well-formed markup, XML and HTML alike. Every text in it may be an input's, and none becomes a tag.
package struct Markup {
  /// What was written.
  package private(set) var source = ""

  private static let inline: Set = ["a", "code", "small", "span", "tspan"]

  package init() {}

  /// An element with more elements in it.
  package mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:],
    _ content: (inout Markup) -> Void
  ) {
    open(name, attributes)
    source += ">"
    content(&self)
    source += "</\(name)>"
    // A line break within a line of text would be a blank.
    if !Markup.inline.contains(name) { source += "\n" }
  }

  /// An element with a text.
  package mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String>, _ text: String
  ) {
    element(name, attributes) { $0.text(text) }
  }

  /// An element with a text and no attributes.
  package mutating func element(_ name: String, _ text: String) {
    element(name, [:], text)
  }

  /// An element that never holds anything.
  package mutating func single(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    open(name, attributes)
    source += "/>\n"
  }

  package mutating func text(_ text: String) { source += Markup.escaped(text) }

  /// What is well-formed already: the program's own.
  package mutating func own(_ markup: String) { source += markup }

  private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    source += "<\(name)"
    for (key, value) in attributes where !value.isEmpty || key == "alt" {
      source += " \(key)=\"\(Markup.escaped(value))\""
    }
  }

  /// A text as XML has it. Its line breaks are the program's own; what no document may hold, and what nobody
  /// sees, is shown by its number.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in ShownText.lines(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\u{fffe}", "\u{ffff}": result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
