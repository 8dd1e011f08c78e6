// SPDX-License-Identifier: Apache-2.0

import PolicyFormats

/// Prints a document whose last member is a list, one item at a time: in as much memory as one item takes.
/// What is printed is what the whole document's text would be.
struct LongDocument {
  private let isYAML: Bool
  /// The document with an empty list, before and behind its brackets.
  private let parts: (start: Substring, end: Substring)
  private var isEmpty = true

  /// - Parameter empty: the document with nothing in its last list.
  init(_ empty: JSONValue, isYAML: Bool) throws {
    self.isYAML = isYAML
    let text = isYAML ? try YAML.text(empty) : empty.text
    var brackets = text.endIndex
    while brackets > text.startIndex, !text[brackets...].hasPrefix("[]") {
      brackets = text.index(before: brackets)
    }
    parts = (text[..<brackets], text[brackets...].dropFirst(2))
  }

  mutating func add(_ item: JSONValue) throws {
    if isYAML {
      // The member's name and a blank stand before the brackets.
      let start = isEmpty ? parts.start.dropLast() + "\n" : ""
      Console.data(start + (try YAML.text(.array([item]))))
    } else {
      // A line break within a text is written as an escape.
      let text = item.text.replacing("\n", with: "\n    ")
      Console.data((isEmpty ? parts.start + "[\n    " : ",\n    ") + text)
    }
    isEmpty = false
  }

  func end() {
    if isEmpty {
      Console.data(parts.start + "[]" + parts.end + (isYAML ? "" : "\n"))
    } else if !isYAML {
      Console.data("\n  ]" + parts.end + "\n")
    }
  }
}
