// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// What pages have in common.
extension Markup {
  /// Facts with their names, one card each.
  package mutating func facts(_ facts: [(name: String, value: String)]) {
    element("dl", ["class": "facts"]) { list in
      for fact in facts {
        list.element("div") { card in
          card.element("dt", fact.name)
          card.element("dd", fact.value)
        }
      }
    }
  }

  /// The heading of a table's columns.
  package mutating func columns(_ names: [String]) {
    element("thead") { head in
      head.element("tr") { row in
        for name in names { row.element("th", ["scope": "col"], name) }
      }
    }
  }

  /// A severity: its word, in its colour.
  package mutating func severity(_ severity: Severity) {
    element("span", ["class": "severity \(severity.word)"], severity.word)
  }

  /// What stands first: the answer, in a sentence.
  package mutating func verdict(_ text: String, _ worst: Severity?) {
    let mood =
      switch worst {
      case nil: "good"
      case .cosmetic?, .performance?, .behaviour?: "warn"
      case .security?, .guestCrash?: "bad"
      }
    element("p", ["class": "verdict \(mood)"], text)
  }

  /// The place of bits: `0x7:0 EBX [5]`.
  package mutating func place(_ place: Feature.Place, bits: String) {
    let text = PlaceText.register(place)
    if !text.isEmpty { element("small", bits.isEmpty ? text : "\(text) [\(bits)]") }
  }
}
