// SPDX-License-Identifier: Apache-2.0

/// Rows of a generated table of texts: records with their columns in order, `~` between them.
///
/// The table states lengths, so that a row that is added moves no other; where each record begins is
/// summed up once, when the first text is asked for.
struct TextRecords: Sendable {
  private static let separator = UInt8(ascii: "~")

  private let text: StaticString
  /// Where each record begins, and the end.
  private let starts: [Int]

  init(_ text: StaticString, lengths: Span<UInt16>) {
    self.text = text
    var starts = [0]
    starts.reserveCapacity(lengths.count + 1)
    var end = 0
    for index in lengths.indices {
      end += Int(lengths[index])
      starts.append(end)
    }
    self.starts = starts
  }

  /// The number of rows.
  var count: Int { starts.count - 1 }

  /// One text; empty where there is no such row or column.
  func text(row: Int, column: Int) -> String {
    guard row >= 0, row < count, starts[row + 1] <= text.utf8CodeUnitCount else { return "" }
    let bytes = text.utf8Start
    let end = starts[row + 1]
    var start = starts[row]
    for _ in 0..<column {
      while start < end && bytes[start] != TextRecords.separator { start += 1 }
      start += 1
    }
    var next = start
    while next < end && bytes[next] != TextRecords.separator { next += 1 }
    guard start < next else { return "" }
    let cell = UnsafeBufferPointer(start: bytes + start, count: next - start)
    return String(decoding: cell, as: UTF8.self)
  }
}
