// SPDX-License-Identifier: Apache-2.0

/// What a second value does to the first, as a sign before it.
package enum ChangeSign: String, CaseIterable, Sendable {
  case given = "+"
  case taken = "-"
  case changed = "~"
  /// Either value is not known.
  case unknown = "?"

  /// - Parameters:
  ///   - first: a value as it is shown.
  ///   - second: the one that took its place.
  package init(_ first: String, _ second: String) {
    let none: Set = ["0x0", "not stated", "false"]
    if first == "unknown" || second == "unknown" {
      self = .unknown
    } else if none.contains(first) {
      self = .given
    } else {
      self = none.contains(second) ? .taken : .changed
    }
  }

  /// The sign as a word.
  package var word: String { "\(self)" }
}
