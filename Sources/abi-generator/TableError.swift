// SPDX-License-Identifier: Apache-2.0

/// A defect of a table, with the place where a person has to mend it.
struct TableError: Error, Equatable, CustomStringConvertible {
  var file: String
  /// Line of the file, counted from 1 (the heading is line 1).
  var row: Int
  var column: String
  var message: String

  var description: String { "\(file):\(row): column \(column): \(message)" }
}
