// SPDX-License-Identifier: Apache-2.0

/// Rows of bits over the hosts of a pool, one a value of an axis: in which hosts it comes to what.
struct AxisRows {
  /// A row has so many parts: where guests are degraded, unknown, unsafe, and which hosts the row speaks of.
  private static let parts = 4
  /// The part that says of which hosts the row speaks.
  static let mask = 3

  /// Words of a part.
  private(set) var width: Int
  /// The value of each row.
  private(set) var values: [Int32] = []
  private var rows: [Int32: Int] = [:]
  private(set) var words: [UInt64] = []

  init(width: Int) { self.width = width }

  /// The row of a value; nil where it has none yet.
  func row(of value: Int32) -> Int? { rows[value] }

  /// Makes a row, with no host in it.
  mutating func addRow(_ value: Int32) -> Int {
    let row = values.count
    values.append(value)
    rows[value] = row
    words += [UInt64](repeating: 0, count: Self.parts * width)
    return row
  }

  /// The first word of a part of a row.
  func start(_ row: Int, _ part: Int) -> Int { (row * Self.parts + part) * width }

  /// Says what a row comes to in a host; nil where it does not speak of it.
  mutating func set(_ row: Int, _ slot: Int, _ code: UInt8?) {
    let (word, bit) = (slot >> 6, UInt64(1) << UInt64(slot & 63))
    for part in 0..<Self.parts { words[start(row, part) + word] &= ~bit }
    guard let code else { return }
    words[start(row, Self.mask) + word] |= bit
    if code > VerdictCode.safe { words[start(row, Int(code) - 1) + word] |= bit }
  }
}
