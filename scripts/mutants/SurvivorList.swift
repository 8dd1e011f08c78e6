// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The survivors that are accepted, each with its reason: a heading names the file, an item the
/// mutation, and what is indented below it is the reason.
struct SurvivorList {
  /// By the key of the mutation.
  private(set) var reasons: [String: String] = [:]

  init(_ text: String) {
    var file = ""
    var key: String?
    for line in text.split(separator: "\n") {
      if line.hasPrefix("## ") {
        file = String(line.dropFirst(3))
        key = nil
      } else if line.hasPrefix("- ") {
        key = "\(file): \(line.dropFirst(2))"
      } else if line.hasPrefix("  "), let key {
        reasons[key, default: ""] += line.drop { $0 == " " } + " "
      }
    }
  }
}
