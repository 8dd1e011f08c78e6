// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension Severity {
  /// Every severity, the mildest first.
  package static let all: [Severity] = [
    .cosmetic, .performance, .behaviour, .security, .guestCrash,
  ]

  /// The severity with the table's word.
  public init?(word: String) {
    guard let severity = Severity.all.first(where: { $0.word == word }) else { return nil }
    self = severity
  }
}
