// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension ViolationCode {
  /// `CPU0101`.
  public var text: String {
    let digits = String(rawValue)
    return "CPU" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The code with a text as `text` gives it, in either case.
  public init?(text: String) {
    let upper = text.uppercased()
    guard upper.hasPrefix("CPU"), let number = UInt16(upper.dropFirst(3)),
      let code = ViolationCode(rawValue: number), code.text == upper
    else { return nil }
    self = code
  }

  /// Every code, ascending.
  public static let all: [ViolationCode] = {
    let conditions = CodeText.conditions.span
    return conditions.indices.filter { conditions[$0] == TextCondition.always.rawValue }
      .compactMap { ViolationCode(rawValue: CodeText.codes.span[$0]) }
  }()

  /// The codes about the form of what was chosen when a guest was made.
  public static let ofForm = Set(all.filter { $0.cell(.rule) == "form" })

  /// What the code stands for, in a few words.
  public var title: String { cell(.title) }

  /// The long text: what it means, what a guest would suffer, and what to do.
  public var explanation: String { cell(.text) }

  /// A column of the code's own row.
  func cell(_ column: CodeText.Column) -> String {
    guard let row = rows.first else { return "" }
    return CodeText.records.text(row: row, column: column.rawValue)
  }

  /// The rows of the code: its own, and behind it those with other words for some cases.
  var rows: Range<Int> {
    let codes = CodeText.codes.span
    var first = 0
    while first < codes.count && codes[first] != rawValue { first += 1 }
    var end = first
    while end < codes.count && codes[end] == rawValue { end += 1 }
    return first..<end
  }
}

extension CodeText {
  /// Columns of the table.
  enum Column: Int {
    case title, rule, message, remedy, text
  }

  static let records = TextRecords(rows, lengths: rowsLengths.span)
}
