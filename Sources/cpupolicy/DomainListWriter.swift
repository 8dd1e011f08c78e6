// SPDX-License-Identifier: Apache-2.0

import Domains
import PolicyDocuments
import PolicyFormats

/// Prints a `DomainList` document one domain at a time: whole domains in as much memory as one takes. What
/// is printed is what `Document.domainList` gives for all of them.
struct DomainListWriter {
  private let isYAML: Bool
  /// The empty list, before and behind its brackets.
  private let parts: (start: Substring, end: Substring)
  private var isEmpty = true

  init(isYAML: Bool) throws {
    self.isYAML = isYAML
    let empty = Document.domainList([]).json
    let text = isYAML ? try YAML.text(empty) : empty.text
    guard let brackets = text.firstRange(of: "[]") else {
      throw CommandFailure(.unreadable, "an empty list has no brackets")
    }
    parts = (text[..<brackets.lowerBound], text[brackets.upperBound...])
  }

  mutating func add(_ domain: Domain) throws {
    let document = Document.domain(domain).json
    if isYAML {
      // The member's name and a blank stand before the brackets.
      let start = isEmpty ? parts.start.dropLast() + "\n" : ""
      Console.data(start + (try YAML.text(.array([document]))))
    } else {
      // A line break within a text is written as an escape.
      let item = document.text.replacing("\n", with: "\n    ")
      Console.data((isEmpty ? parts.start + "[\n    " : ",\n    ") + item)
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
