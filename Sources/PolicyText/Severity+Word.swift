// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension Severity {
  /// The severity with the table's word.
  public init?(word: String) {
    let all: [Severity] = [.cosmetic, .performance, .behaviour, .security, .guestCrash]
    guard let severity = all.first(where: { $0.word == word }) else { return nil }
    self = severity
  }
}
