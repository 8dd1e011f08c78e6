// SPDX-License-Identifier: Apache-2.0

import PolicyDocuments
import PolicyFormats

/// One of the explanations that a command prints: alone as an `Explanation`, else within an
/// `ExplanationList`, whose rows begin with what each is about.
struct ExplanationOutput {
  /// What it is about, in as many words as the list has columns for it.
  var subject: [String]
  var document: Document
  /// Policy, step, change and reason of each step.
  var rows: [[String]]
  /// What people see.
  var text: String

  /// - Parameter subjects: the heading of the columns that say what each row is about.
  static func print(
    _ explanations: [ExplanationOutput], subjects: [String], _ output: OutputOptions
  ) throws {
    let heading = ["policy", "step", "change", "because"]
    let only = explanations.count == 1 ? explanations.first : nil
    try output.print(
      (only?.document ?? .explanationList(explanations.map(\.document))).json,
      rows: {
        if let only { return [heading] + only.rows }
        return [subjects + heading]
          + explanations.flatMap { explanation in
            explanation.rows.map { explanation.subject + $0 }
          }
      },
      table: { explanations.map(\.text).joined() })
  }
}
